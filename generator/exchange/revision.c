/* realpath is of X/Open; POSIX.1-2008 has it as an option. */
#define _XOPEN_SOURCE 700
#include "exchange/revision.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "input/input.h"

#include <git2.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct revision_repository {
    struct arena *arena;
    git_repository *git;
    const char *folder;
};

static void shut_down(void *none)
{
    (void)none;
    git_libgit2_shutdown();
}

static void free_repository(void *git)
{
    git_repository_free(git);
}

/* What libgit2 says, as the end of a sentence. */
static const char *git_says(struct arena *a)
{
    const git_error *e = git_error_last();
    if (!e || !e->message)
        return "git does not say why";
    size_t n = strlen(e->message);
    return arena_strndup(a, e->message, n && e->message[n - 1] == '.' ? n - 1 : n);
}

/* --- the repository --- */

/* The path without links and dots, also where its end is not on disk, as in a bare repository;
 * *there is the part of it that is.  NULL when nothing is. */
static const char *absolute(struct arena *a, const char *path, const char **there)
{
    char *head = arena_strdup(a, path);
    const char *rest = "";
    for (;;) {
        char *real = realpath(*head ? head : ".", NULL);
        if (real) {
            *there = arena_strdup(a, real);
            free(real);
            return *rest ? arena_printf(a, "%s/%s", *there, rest) : *there;
        }
        char *slash = strrchr(head, '/');
        const char *last = slash ? slash + 1 : head;
        if (slash == head || !*head)
            return NULL;
        rest = *rest ? arena_printf(a, "%s/%s", last, rest) : arena_strdup(a, last);
        *(slash ? slash : head) = '\0';
    }
}

static const char *without_slash(struct arena *a, const char *path)
{
    size_t n = strlen(path);
    while (n > 1 && path[n - 1] == '/')
        n--;
    return arena_strndup(a, path, n);
}

/* Where paths of the repository begin: its work tree, or itself when it has none. */
static const char *root_of(struct arena *a, git_repository *git)
{
    const char *root = git_repository_workdir(git);
    char *real = realpath(root ? root : git_repository_path(git), NULL);
    const char *out = without_slash(a, real ? real : git_repository_path(git));
    free(real);
    return out;
}

static const char *below(const char *path, const char *root)
{
    size_t n = strlen(root);
    if (strcmp(root, "/") == 0)
        return path + 1;
    if (strncmp(path, root, n) != 0 || (path[n] != '/' && path[n] != '\0'))
        return NULL;
    return path[n] ? path + n + 1 : path + n;
}

/* The folder of the repository around a path, whether or not it may be read; NULL. */
static const char *discover(struct arena *a, const char *there)
{
    static const char own[] = "/.git/";
    git_buf found = {0};
    if (git_repository_discover(&found, there, 0, NULL) < 0)
        return NULL;
    size_t n = strlen(found.ptr), cut = sizeof own - 1;
    bool inner = n > cut && strcmp(found.ptr + n - cut, own) == 0;
    const char *path = without_slash(a, inner ? arena_strndup(a, found.ptr, n - cut) : found.ptr);
    git_buf_dispose(&found);
    return path;
}

/* libgit2 1.5 says "not found" of a repository of somebody else where nothing is set about those. */
static const char *why_not_open(struct arena *a, const char *there, int error)
{
    const char *says = git_says(a), *folder = discover(a, there);
    if (error == GIT_EOWNER || (error == GIT_ENOTFOUND && folder))
        return arena_printf(a,
                            "the git repository \"%s\" belongs to another user, and git reads it only"
                            " when told that it may: git config --global --add safe.directory %s",
                            folder ? folder : there, folder ? folder : there);
    if (error == GIT_ENOTFOUND)
        return arena_printf(a, "\"%s\" is in no git repository", there);
    return arena_printf(a, "the git repository around \"%s\" cannot be read: %s", there, says);
}

struct revision_repository *revision_repository(struct arena *a, const char *content,
                                                const char **why)
{
    const char *there = content;
    const char *path = absolute(a, content, &there);
    if (!path) {
        *why = arena_printf(a, "there is no folder \"%s\"", content);
        return NULL;
    }
    git_libgit2_init();
    arena_defer(a, shut_down, NULL);
    struct revision_repository *r = ARENA_NEW(a, struct revision_repository);
    r->arena = a;
    int error = git_repository_open_ext(&r->git, there, 0, NULL);
    if (error < 0) {
        *why = why_not_open(a, there, error);
        return NULL;
    }
    arena_defer(a, free_repository, r->git);
    r->folder = below(path, root_of(a, r->git));
    if (!r->folder)
        *why = arena_printf(a, "\"%s\" is not in the work tree of its git repository", content);
    return r->folder ? r : NULL;
}

const char *revision_folder(const struct revision_repository *r)
{
    return r->folder;
}

/* --- revisions --- */

static const char *nearest_name(struct revision_repository *r, const char *name)
{
    struct map names;
    git_reference_iterator *all;
    git_reference *ref;
    map_init(&names, r->arena);
    if (git_reference_iterator_new(&all, r->git) < 0)
        return NULL;
    while (git_reference_next(&ref, all) == 0) {
        map_set(&names, git_reference_shorthand(ref), r);
        git_reference_free(ref);
    }
    git_reference_iterator_free(all);
    map_set(&names, "HEAD", r);
    return map_nearest(&names, name);
}

static const char *why_unknown(struct revision_repository *r, const char *name)
{
    const char *near = nearest_name(r, name);
    if (strncmp(name, "HEAD", 4) == 0 && git_repository_head_unborn(r->git) == 1)
        return arena_printf(r->arena,
                            "there is no revision \"%s\": nothing is committed yet on the current"
                            " branch of the git repository",
                            name);
    if (near && strcmp(near, name) != 0)
        return arena_printf(r->arena, "there is no revision \"%s\"; did you mean \"%s\"?", name,
                            near);
    if (git_repository_is_shallow(r->git) == 1)
        return arena_printf(r->arena,
                            "there is no revision \"%s\" here, but this copy of the repository is"
                            " shallow: git fetch --unshallow brings the rest",
                            name);
    return arena_printf(r->arena, "there is no folder and no revision \"%s\"", name);
}

static struct revision_commit named(struct revision_repository *r, const char *name, const git_oid *oid)
{
    char id[GIT_OID_HEXSZ + 1];
    git_oid_tostr(id, sizeof id, oid);
    return (struct revision_commit){arena_strdup(r->arena, name), arena_strdup(r->arena, id)};
}

bool revision_find(struct revision_repository *r, const char *name, struct revision_commit *out,
                   const char **why)
{
    git_object *object = NULL, *commit = NULL;
    int error = git_revparse_single(&object, r->git, name);
    if (error < 0) {
        *why = error == GIT_ENOTFOUND || error == GIT_EINVALIDSPEC
                   ? why_unknown(r, name)
                   : arena_printf(r->arena, "the revision \"%s\" cannot be read: %s", name,
                                  git_says(r->arena));
        return false;
    }
    error = git_object_peel(&commit, object, GIT_OBJECT_COMMIT);
    if (error == 0)
        *out = named(r, name, git_object_id(commit));
    else
        *why = arena_printf(r->arena, "\"%s\" is no commit of the repository", name);
    git_object_free(commit);
    git_object_free(object);
    return error == 0;
}

bool revision_merge_base(struct revision_repository *r, const struct revision_commit *one,
                         const struct revision_commit *other, struct revision_commit *out, const char **why)
{
    git_oid a, b, base;
    if (git_oid_fromstr(&a, one->id) < 0 || git_oid_fromstr(&b, other->id) < 0 ||
        git_merge_base(&base, r->git, &a, &b) < 0) {
        *why = arena_printf(r->arena, "\"%s\" and \"%s\" have no commit in common", one->name,
                            other->name);
        return false;
    }
    *out = named(r, one->name, &base);
    return true;
}

/* --- files ---
 *
 * A few kilobytes of objects can be a tree of millions of files, or of terabytes, since trees may name
 * one object as often as they like.  So the tree is gone through twice: first only names and sizes are
 * looked at, and counted against the limits of any content; then files are handed over. */

enum {
    LINK_MAX_BYTES = 4000, /* of where a link leads: systems take no more */
    NAME_MOST = 255,       /* bytes of a name in a folder: the same */
    /* Of a tree's object: all entries that content may have, each with its mode, name and object. */
    TREE_BYTES_MAX = INPUT_ENTRIES_MAX * (sizeof "100644 " + NAME_MOST + GIT_OID_RAWSZ)
};

struct walk {
    struct revision_repository *r;
    struct revision_reader *to;
    git_odb *objects;
    struct buf path; /* of what is looked at, below the content */
    size_t entries, bytes;
    VEC(size_t) size; /* of blobs, in the order they are met */
    size_t handed;    /* of these */
    bool counting;    /* else files are handed over */
    VEC(struct revision_link) link;
    const char *why; /* it cannot be read; NULL after a report, and when to->file() refused */
};

static bool is_over(struct walk *w, enum diag_code code, int limit)
{
    diag_report(w->to->diags, code, diag_file(w->to->diags, w->to->root),
                arena_printf(w->r->arena, "%d", limit));
    w->to->over = true;
    return false;
}

static bool count_entries(struct walk *w, size_t n)
{
    w->entries += n;
    return w->entries <= INPUT_ENTRIES_MAX || is_over(w, DIAG_FILES_TOO_MANY, INPUT_ENTRIES_MAX);
}

static bool count_bytes(struct walk *w, size_t n)
{
    w->bytes += n;
    return w->bytes <= INPUT_TOTAL_MAX ||
           is_over(w, DIAG_CONTENT_TOO_LARGE, INPUT_TOTAL_MAX / (1024 * 1024));
}

/* A tree made by hand may hold names that lead out of a folder. */
static bool is_plain_name(const char *name)
{
    return *name && strcmp(name, ".") != 0 && strcmp(name, "..") != 0 && !strchr(name, '/') &&
           strlen(name) <= NAME_MOST;
}

/* A name that no folder can hold may be long. */
static void skip(struct walk *w, const char *path)
{
    size_t n = strlen(path), most = n < NAME_MOST ? n : NAME_MOST;
    most = utf8_start(path, most);
    if (w->counting)
        return;
    if (w->to->skipped++ == 0)
        w->to->first_skipped =
            arena_printf(w->r->arena, "%.*s%s", (int)most, path, most < n ? "…" : "");
}

static bool unreadable(struct walk *w)
{
    w->why = arena_printf(w->r->arena, "its file %s cannot be read: %s", buf_str(&w->path),
                          git_says(w->r->arena));
    return false;
}

/* Of the size that was counted: what else may be wrong with an object git says. */
static git_blob *look_up(struct walk *w, const git_oid *oid, size_t size)
{
    git_blob *blob = NULL;
    if (git_blob_lookup(&blob, w->r->git, oid) == 0 && (size_t)git_blob_rawsize(blob) == size)
        return blob;
    git_blob_free(blob);
    unreadable(w);
    return NULL;
}

/* What no system could hold is no link. */
static bool hand_link(struct walk *w, const git_oid *oid, size_t size)
{
    const char *path = buf_str(&w->path);
    bool fits = size > 0 && size <= LINK_MAX_BYTES;
    git_blob *blob = fits ? look_up(w, oid, size) : NULL;
    if (fits && !blob)
        return false;
    const char *to = fits ? git_blob_rawcontent(blob) : "";
    if (fits && !memchr(to, '\0', size))
        VEC_PUSH(w->r->arena, &w->link,
                 ((struct revision_link){arena_strdup(w->r->arena, path),
                                         arena_strndup(w->r->arena, to, size)}));
    else
        skip(w, path);
    git_blob_free(blob);
    return true;
}

static bool hand_file(struct walk *w, const git_oid *oid, size_t size)
{
    const char *path = buf_str(&w->path);
    if (size > INPUT_FILE_MAX)
        return w->to->file(w->to->ctx, path, NULL, (size_t)INPUT_FILE_MAX + 1);
    git_blob *blob = look_up(w, oid, size);
    if (!blob)
        return false;
    bool fine = w->to->file(w->to->ctx, path, git_blob_rawcontent(blob), size);
    git_blob_free(blob);
    return fine;
}

/* Its size is known without reading it. */
static bool count_blob(struct walk *w, const git_oid *oid, size_t most)
{
    size_t size;
    git_object_t type;
    if (git_odb_read_header(&size, &type, w->objects, oid) < 0)
        return unreadable(w);
    VEC_PUSH(w->r->arena, &w->size, size);
    return count_bytes(w, size > most ? 0 : size);
}

static bool visit_blob(struct walk *w, const git_oid *oid, bool link)
{
    if (w->counting)
        return count_blob(w, oid, link ? LINK_MAX_BYTES : INPUT_FILE_MAX);
    if (w->handed == w->size.n) /* more than was counted: what is there is no tree by this name */
        return unreadable(w);
    size_t size = w->size.p[w->handed++];
    return link ? hand_link(w, oid, size) : hand_file(w, oid, size);
}

/* NULL when it cannot be read, or is larger than any content. */
static git_tree *open_tree(struct walk *w, const git_oid *oid)
{
    size_t size;
    git_object_t type;
    git_tree *tree = NULL;
    if (git_odb_read_header(&size, &type, w->objects, oid) == 0 && size > TREE_BYTES_MAX)
        is_over(w, DIAG_FILES_TOO_MANY, INPUT_ENTRIES_MAX);
    else if (git_tree_lookup(&tree, w->r->git, oid) < 0) /* a name may be longer than git itself reads */
        w->why = git_says(w->r->arena);
    return tree;
}

static bool visit_tree(struct walk *w, const git_oid *oid, int depth);

/* Of a folder that stands too deep there is the folder, so that whoever reads it says so. */
static bool visit_folder(struct walk *w, const git_oid *oid, int depth)
{
    if (depth <= INPUT_FOLDERS_DEEP)
        return visit_tree(w, oid, depth);
    return w->counting || w->to->folder(w->to->ctx, buf_str(&w->path));
}

static bool visit(struct walk *w, const git_tree_entry *e, int depth)
{
    git_filemode_t mode = git_tree_entry_filemode(e);
    const git_oid *oid = git_tree_entry_id(e);
    if (!is_plain_name(git_tree_entry_name(e)) || mode == GIT_FILEMODE_COMMIT) {
        skip(w, buf_str(&w->path));
        return true;
    }
    return mode == GIT_FILEMODE_TREE ? visit_folder(w, oid, depth + 1)
                                     : visit_blob(w, oid, mode == GIT_FILEMODE_LINK);
}

static bool visit_tree(struct walk *w, const git_oid *oid, int depth)
{
    git_tree *tree = open_tree(w, oid);
    size_t here = w->path.n, n = tree ? git_tree_entrycount(tree) : 0;
    bool fine = tree && (!w->counting || count_entries(w, n));
    for (size_t i = 0; i < n && fine; i++) {
        const git_tree_entry *e = git_tree_entry_byindex(tree, i);
        buf_printf(&w->path, "%s%s", here ? "/" : "", git_tree_entry_name(e));
        fine = visit(w, e, depth);
        w->path.n = here;
        w->path.p[here] = '\0';
    }
    git_tree_free(tree);
    return fine;
}

/* The content's tree; false after a report, or with w->why, or with *why, which is all of it. */
static bool find_tree(struct walk *w, const struct revision_commit *v, git_oid *out, const char **why)
{
    struct revision_repository *r = w->r;
    git_commit *commit = NULL;
    if (git_oid_fromstr(out, v->id) < 0 || git_commit_lookup(&commit, r->git, out) < 0) {
        w->why = git_says(r->arena);
        return false;
    }
    git_oid_cpy(out, git_commit_tree_id(commit));
    git_commit_free(commit);
    for (const char *part = r->folder; *part;) {
        size_t n = strcspn(part, "/");
        git_tree *tree = open_tree(w, out);
        if (!tree)
            return false;
        const git_tree_entry *e = git_tree_entry_byname(tree, arena_strndup(r->arena, part, n));
        bool found = e && git_tree_entry_type(e) == GIT_OBJECT_TREE;
        if (found)
            git_oid_cpy(out, git_tree_entry_id(e));
        git_tree_free(tree);
        if (!found) {
            *why = arena_printf(r->arena, "the revision \"%s\" has no folder \"%s\"", v->name, r->folder);
            return false;
        }
        part += n + (part[n] == '/');
    }
    return true;
}

bool revision_read(struct revision_repository *r, const struct revision_commit *v,
                   struct revision_reader *to, const char **why)
{
    git_oid oid;
    struct walk w = {.r = r, .to = to, .counting = true};
    *why = NULL;
    bool fine = git_repository_odb(&w.objects, r->git) == 0;
    if (!fine)
        w.why = git_says(r->arena);
    fine = fine && find_tree(&w, v, &oid, why) && visit_tree(&w, &oid, 0);
    w.counting = false;
    fine = fine && visit_tree(&w, &oid, 0);
    if (w.why)
        *why = arena_printf(r->arena, "the revision \"%s\" cannot be read: %s", v->name, w.why);
    to->link = w.link.p;
    to->links = w.link.n;
    buf_free(&w.path);
    git_odb_free(w.objects);
    return fine;
}
