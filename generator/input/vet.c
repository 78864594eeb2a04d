/* vet.c - a folder is looked over before anything in it is read.
 *
 * Content and templates come from many hands.  What would lead out of the folder, has no end or
 * hides what it is called is refused here, once, and is not there for those who read. */
#define _DEFAULT_SOURCE /* the kinds of entries in folders: POSIX.1-2024 */

#include "input/input_room.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/unseen.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct vet {
    struct arena *a;
    struct diags *d;
    const char *root, *real; /* as given, and where it is with all links followed */
    struct map *refused;
    size_t entries;
};

enum { LINK_SHOWN = 256 }; /* bytes of where it leads that a message quotes */

static void refuse(struct vet *v, enum diag_code code, const char *path, const char *what)
{
    diag_report(v->d, code, diag_file(v->d, path), what, v->root);
    map_set(v->refused, path, v);
}

static const char *number(struct arena *a, int n)
{
    return arena_printf(a, "%d", n);
}

/* --- links --- */

static bool is_within(const char *path, const char *folder)
{
    size_t n = strlen(folder);
    return strncmp(path, folder, n) == 0 && (path[n] == '/' || path[n] == '\0' || n == 1);
}

/* What a link says. */
static const char *told_by(struct arena *a, const char *path)
{
    char to[LINK_SHOWN];
    ssize_t n = readlink(path, to, sizeof to);
    return arena_strndup(a, to, n > 0 ? (size_t)n : 0);
}

/* True when it leads to a file that may be read.  Editors leave links that lead nowhere, under names
 * that are not read; a folder behind a link would be read twice, or without end. */
static bool check_link(struct vet *v, const char *path, bool hidden)
{
    struct stat st;
    char *real = realpath(path, NULL);
    bool fine = real && is_within(real, v->real) && stat(path, &st) == 0 && !S_ISDIR(st.st_mode);
    if (!fine && (real || !hidden))
        refuse(v,
               !real                      ? DIAG_LINK_BROKEN
               : is_within(real, v->real) ? DIAG_LINK_TO_FOLDER
                                          : DIAG_LINK_OUTSIDE,
               path, told_by(v->a, path));
    free(real);
    return fine;
}

/* --- names --- */

static void refuse_length(struct vet *v, const char *path)
{
    refuse(v, DIAG_BAD_FILE_NAME, path,
           phrase_filled(v->a, PHRASE_NAME_BYTES, number(v->a, INPUT_NAME_MAX)));
}

static void check_name(struct vet *v, const char *path, const char *name)
{
    size_t n = strlen(name);
    char seen[UNSEEN_NAME];
    struct unseen u = unseen_first(name, n);
    if (!utf8_valid(name, n, NULL)) {
        refuse(v, DIAG_BAD_FILE_NAME, path, phrase_mark(PHRASE_NAME_NOT_UTF8));
        return;
    }
    for (size_t i = 0; i < n && u.kind == UNSEEN_NONE; i++)
        if ((unsigned char)name[i] < 0x20 || name[i] == 0x7F)
            u = (struct unseen){.kind = UNSEEN_OTHER, .code = (unsigned char)name[i]};
    if (u.kind != UNSEEN_NONE)
        refuse(v, DIAG_BAD_FILE_NAME, path,
               phrase_filled(v->a, PHRASE_NAME_HAS, unseen_name(u.code, seen)));
    else if (n > INPUT_NAME_MAX)
        refuse_length(v, path);
}

/* Of what is yet to be written only lengths are told: what else may be wrong is told of ids. */
void input_vet_name(struct arena *a, struct diags *d, const char *root, const char *path)
{
    struct vet v = {.a = a, .d = d, .root = root, .refused = ARENA_NEW(a, struct map)};
    size_t longest = 0;
    map_init(v.refused, a);
    for (const char *s = path + (is_within(path, root) ? strlen(root) : 0); *s;) {
        size_t n = strcspn(s, "/");
        longest = n > longest ? n : longest;
        s += n + (s[n] == '/');
    }
    if (longest > INPUT_NAME_MAX)
        refuse_length(&v, path);
}

/* --- folders --- */

static void walk(struct vet *v, const char *dir, int depth);

static void look_at(struct vet *v, const char *path, const struct dirent *e, int depth)
{
    struct stat st;
    bool hidden = input_is_hidden(e->d_name);
    unsigned char type = e->d_type;
    if (type == DT_UNKNOWN && lstat(path, &st) == 0)
        type = S_ISDIR(st.st_mode) ? DT_DIR : S_ISLNK(st.st_mode) ? DT_LNK
               : S_ISREG(st.st_mode) ? DT_REG : DT_FIFO;
    if (type == DT_LNK) {
        if (!check_link(v, path, hidden))
            return;
        type = stat(path, &st) == 0 && S_ISREG(st.st_mode) ? DT_REG : DT_FIFO;
    }
    if (!hidden)
        check_name(v, path, e->d_name);
    if (type == DT_DIR)
        walk(v, path, depth + 1);
    else if (type != DT_REG && !hidden)
        refuse(v, DIAG_SPECIAL_FILE, path, "");
}

static void walk(struct vet *v, const char *dir, int depth)
{
    if (depth > INPUT_FOLDERS_DEEP) {
        refuse(v, DIAG_FOLDERS_TOO_DEEP, dir, "");
        return;
    }
    DIR *open_dir = opendir(dir);
    struct buf path = BUF_INIT;
    if (!open_dir) /* whoever reads it says so */
        return;
    for (const struct dirent *e; v->entries <= INPUT_ENTRIES_MAX && (e = readdir(open_dir));) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0 ||
            strcmp(e->d_name, ".git") == 0)
            continue;
        buf_clear(&path);
        buf_printf(&path, "%s/%s", dir, e->d_name);
        if (v->entries++ == INPUT_ENTRIES_MAX)
            refuse(v, DIAG_FILES_TOO_MANY, v->root, number(v->a, INPUT_ENTRIES_MAX));
        else
            look_at(v, buf_str(&path), e, depth);
    }
    buf_free(&path);
    closedir(open_dir);
}

const struct map *input_vet(struct arena *a, struct diags *d, const char *root)
{
    char *real = realpath(root, NULL);
    struct vet v = {.a = a, .d = d, .root = root, .real = real};
    v.refused = ARENA_NEW(a, struct map);
    map_init(v.refused, a);
    if (real)
        walk(&v, root, 0);
    free(real);
    return v.refused;
}
