/* realpath is of X/Open; POSIX.1-2008 has it as an option. */
#define _XOPEN_SOURCE 700
#include "exchange/revision.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"

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

/* --- files --- */

enum {
    LINK_MAX_BYTES = 4000, /* of where a link leads: systems take no more */
    NAME_MOST = 255        /* bytes of a name in a folder: the same */
};

struct walk {
    struct revision_repository *r;
    struct revision_reader *to;
    VEC(struct revision_link) link;
    const char *why;
    bool refused; /* by who is handed the files */
};

/* A tree made by hand may hold names that lead out of a folder. */
static bool is_plain_name(const char *name)
{
    return *name && strcmp(name, ".") != 0 && strcmp(name, "..") != 0 && !strchr(name, '/') &&
           strlen(name) <= NAME_MOST;
}

static git_blob *look_up(struct walk *w, const char *path, const git_oid *oid)
{
    git_blob *blob = NULL;
    if (git_blob_lookup(&blob, w->r->git, oid) < 0)
        w->why = arena_printf(w->r->arena, "its file %s cannot be read: %s", path,
                              git_says(w->r->arena));
    return blob;
}

/* A name that no folder can hold may be long. */
static void skip(struct walk *w, const char *path)
{
    size_t n = strlen(path), most = n < NAME_MOST ? n : NAME_MOST;
    most = utf8_start(path, most);
    if (w->to->skipped++ == 0)
        w->to->first_skipped =
            arena_printf(w->r->arena, "%.*s%s", (int)most, path, most < n ? "…" : "");
}

/* What no system could hold is no link. */
static bool note_link(struct walk *w, const char *path, const git_oid *oid)
{
    git_blob *blob = look_up(w, path, oid);
    if (!blob)
        return false;
    const char *to = git_blob_rawcontent(blob);
    size_t n = (size_t)git_blob_rawsize(blob);
    if (n > 0 && n <= LINK_MAX_BYTES && !memchr(to, '\0', n))
        VEC_PUSH(w->r->arena, &w->link,
                 ((struct revision_link){path, arena_strndup(w->r->arena, to, n)}));
    else
        skip(w, path);
    git_blob_free(blob);
    return true;
}

static bool hand_file(struct walk *w, const char *path, const git_oid *oid)
{
    git_blob *blob = look_up(w, path, oid);
    if (!blob)
        return false;
    bool fine = w->to->file(w->to->ctx, path, git_blob_rawcontent(blob),
                            (size_t)git_blob_rawsize(blob));
    w->refused = !fine;
    git_blob_free(blob);
    return fine;
}

static int visit(const char *root, const git_tree_entry *e, void *ctx)
{
    struct walk *w = ctx;
    const char *name = git_tree_entry_name(e);
    git_filemode_t mode = git_tree_entry_filemode(e);
    const char *path = arena_printf(w->r->arena, "%s%s", root, name);
    if (!is_plain_name(name)) {
        skip(w, path);
        return 1;
    }
    if (mode == GIT_FILEMODE_TREE)
        return 0;
    if (mode == GIT_FILEMODE_COMMIT) {
        skip(w, path);
        return 0;
    }
    if (mode == GIT_FILEMODE_LINK)
        return note_link(w, path, git_tree_entry_id(e)) ? 0 : -1;
    return hand_file(w, path, git_tree_entry_id(e)) ? 0 : -1;
}

/* The content's tree; false with *why. */
static bool find_tree(struct revision_repository *r, const struct revision_commit *v, git_tree **out,
                      const char **why)
{
    git_oid oid;
    git_commit *commit = NULL;
    git_tree *all = NULL;
    git_tree_entry *e = NULL;
    int error = git_oid_fromstr(&oid, v->id);
    error = error < 0 ? error : git_commit_lookup(&commit, r->git, &oid);
    error = error < 0 ? error : git_commit_tree(&all, commit);
    if (error == 0 && !*r->folder) {
        *out = all;
        git_commit_free(commit);
        return true;
    }
    bool missing = error == 0 && (git_tree_entry_bypath(&e, all, r->folder) < 0 ||
                                  git_tree_entry_type(e) != GIT_OBJECT_TREE);
    if (error == 0 && !missing)
        error = git_tree_lookup(out, r->git, git_tree_entry_id(e));
    if (missing)
        *why = arena_printf(r->arena, "the revision \"%s\" has no folder \"%s\"", v->name,
                            r->folder);
    else if (error < 0)
        *why = arena_printf(r->arena, "the revision \"%s\" cannot be read: %s", v->name,
                            git_says(r->arena));
    git_tree_entry_free(e);
    git_tree_free(all);
    git_commit_free(commit);
    return !missing && error == 0;
}

bool revision_read(struct revision_repository *r, const struct revision_commit *v,
                   struct revision_reader *to, const char **why)
{
    git_tree *tree;
    struct walk w = {.r = r, .to = to};
    *why = NULL;
    if (!find_tree(r, v, &tree, why))
        return false;
    bool fine = git_tree_walk(tree, GIT_TREEWALK_PRE, visit, &w) == 0;
    if (!fine && !w.why && !w.refused) /* a name may be longer than git itself reads */
        w.why = git_says(r->arena);
    if (!fine && w.why)
        *why = arena_printf(r->arena, "the revision \"%s\" cannot be read: %s", v->name, w.why);
    to->link = w.link.p;
    to->links = w.link.n;
    git_tree_free(tree);
    return fine;
}
