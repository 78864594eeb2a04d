#include "serve/serve_room.h"

#include "base/map.h"
#include "base/say.h"
#include "base/vec.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

/* Deeper than content is ever nested; where links make a circle, an end. */
enum { DEEPEST = 16 };

struct place_watched {
    int wd;
    const char *path;
};

struct watch {
    struct arena *own;
    int fd;
    const char *const *folder;
    struct arena *arena; /* of the places, until the folders are gone through anew */
    VEC(struct place_watched) place;
    struct arena *changes; /* of what changed, until it is forgotten */
    struct map changed;
    bool lacks, told;
};

/* Folders of version control and schemas, and what editors leave behind. */
static bool is_ignored(const char *name)
{
    size_t n = strlen(name);

    return name[0] == '.' || name[0] == '#' || (n && name[n - 1] == '~');
}

static void forget(struct watch *w)
{
    arena_free(w->changes);
    w->changes = arena_new();
    map_init(&w->changed, w->changes);
}

static bool add(struct watch *w, const char *path)
{
    static const unsigned events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                   IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF |
                                   IN_ONLYDIR;
    int wd = inotify_add_watch(w->fd, path, events);

    if (wd < 0) {
        if (errno != ENOENT && errno != ENOTDIR && !w->told) {
            w->told = true;
            say_to(stderr, "accord serve: cannot watch \"%s\": %s%s\n", path, strerror(errno),
                   errno == ENOSPC ? " (see fs.inotify.max_user_watches)" : "");
        }
        return false;
    }
    VEC_PUSH(w->arena, &w->place, ((struct place_watched){wd, arena_strdup(w->arena, path)}));
    return true;
}

static void add_below(struct watch *w, const char *path, int depth)
{
    struct stat st;
    DIR *dir = depth < DEEPEST && add(w, path) ? opendir(path) : NULL;

    for (const struct dirent *e; dir && (e = readdir(dir)) != NULL;) {
        if (is_ignored(e->d_name))
            continue;
        const char *below = arena_printf(w->arena, "%s/%s", path, e->d_name);
        if (lstat(below, &st) == 0 && S_ISDIR(st.st_mode))
            add_below(w, below, depth + 1);
    }
    if (dir)
        closedir(dir);
}

/* Goes through all folders anew: the tree itself has changed. */
static void scan(struct watch *w)
{
    for (size_t i = 0; i < w->place.n; i++)
        inotify_rm_watch(w->fd, w->place.p[i].wd);
    arena_free(w->arena);
    w->arena = arena_new();
    memset(&w->place, 0, sizeof w->place);
    w->lacks = false;
    for (size_t i = 0; w->folder[i]; i++) {
        size_t before = w->place.n;
        add_below(w, w->folder[i], 0);
        w->lacks = w->lacks || w->place.n == before;
    }
}

struct watch *watch_open(const char *const *folder)
{
    int fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);

    if (fd < 0) {
        say_to(stderr, "accord serve: cannot watch folders: %s\n", strerror(errno));
        return NULL;
    }
    struct arena *own = arena_new();
    struct watch *w = ARENA_NEW(own, struct watch);
    *w = (struct watch){.own = own, .fd = fd, .folder = folder};
    forget(w);
    scan(w);
    return w;
}

void watch_close(struct watch *w)
{
    if (!w)
        return;
    close(w->fd);
    arena_free(w->arena);
    arena_free(w->changes);
    arena_free(w->own);
}

int watch_fd(const struct watch *w)
{
    return w->fd;
}

bool watch_lacks(const struct watch *w)
{
    return w->lacks;
}

bool watch_retry(struct watch *w)
{
    size_t before = w->place.n;

    scan(w);
    return w->place.n > before;
}

static const char *path_of(const struct watch *w, int wd)
{
    for (size_t i = 0; i < w->place.n; i++)
        if (w->place.p[i].wd == wd)
            return w->place.p[i].path;
    return NULL;
}

/* Editors write beside a file and move that over it: what came and went at once is no change. */
static void note(struct watch *w, const char *path, uint32_t mask)
{
    static const bool came = true;
    const void *before = map_get(&w->changed, path);
    bool is_new = mask & IN_CREATE && !map_has(&w->changed, path);

    map_set(&w->changed, path, (void *)(is_new ? &came : before));
}

/* True when the event counts; *tree: a folder came, went or moved, or events were lost. */
static bool take(struct watch *w, const struct inotify_event *e, bool *tree)
{
    const char *folder = path_of(w, e->wd), *name = e->len ? e->name : NULL;

    if (e->mask & IN_Q_OVERFLOW) {
        *tree = true;
        return true;
    }
    if (!folder || (e->mask & IN_IGNORED) || (name && is_ignored(name)))
        return false;
    if (e->mask & (IN_DELETE_SELF | IN_MOVE_SELF)) {
        *tree = true;
        return true;
    }
    if (!name) /* the folder's own times and rights */
        return (e->mask & IN_ATTRIB) != 0;
    if (e->mask & IN_ISDIR)
        *tree = *tree || !(e->mask & IN_ATTRIB);
    else
        note(w, arena_printf(w->changes, "%s/%s", folder, name), e->mask);
    return true;
}

bool watch_read(struct watch *w)
{
    _Alignas(struct inotify_event) char bytes[8192];
    bool counts = false, tree = false;

    for (ssize_t n; (n = read(w->fd, bytes, sizeof bytes)) > 0;)
        for (ssize_t at = 0; at < n;) {
            const struct inotify_event *e = (const void *)(bytes + at);
            counts = take(w, e, &tree) || counts;
            at += (ssize_t)(sizeof *e + e->len);
        }
    if (tree)
        scan(w);
    return counts;
}

struct serve_changes watch_changes(const struct watch *w)
{
    const char **list = ARENA_ARRAY(w->changes, const char *, w->changed.n + 1);
    size_t n = 0;

    for (size_t i = 0; i < w->changed.n; i++) {
        const struct map_item *item = &w->changed.item[i];
        if (!item->value || access(item->key, F_OK) == 0)
            list[n++] = item->key;
    }
    return (struct serve_changes){list, n};
}

void watch_forget(struct watch *w)
{
    forget(w);
}
