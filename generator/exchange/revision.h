/* revision.h - the content as a revision of its git repository has it (libgit2).
 *
 * The repository is the one that the content folder is in, whether it has a work tree, is one of
 * several work trees, or is bare (then a path in it that need not be on disk).  Nothing in it is
 * written.  Submodules are not followed, symbolic links are handed over as such.  Functions that fail return false with
 * *why: a clause for people, without a full stop.  Memory belongs to the arena of
 * revision_repository.
 */
#ifndef ACCORD_EXCHANGE_REVISION_H
#define ACCORD_EXCHANGE_REVISION_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diags;
struct revision_repository;

/* NULL with *why when there is none, or it may not be read. */
struct revision_repository *revision_repository(struct arena *a, const char *content,
                                                const char **why);
/* The content folder's path in the repository; "" for the repository as a whole. */
const char *revision_folder(const struct revision_repository *r);

struct revision_commit {
    const char *name; /* as it was asked for */
    const char *id;   /* of the commit, in full */
};
/* What git calls a revision: a branch, a tag, the beginning of an id, HEAD~1 ... */
bool revision_find(struct revision_repository *r, const char *name, struct revision_commit *out,
                   const char **why);
/* The newest commit that both come from. */
bool revision_merge_base(struct revision_repository *r, const struct revision_commit *one,
                         const struct revision_commit *other, struct revision_commit *out, const char **why);

struct revision_link {
    const char *path, *to; /* to as the link says it: it may lead anywhere */
};
struct revision_reader {
    /* path is below the content folder, and holds until it returns; bytes is NULL for a file that is larger
     * than any that is read, n then so much that it is seen.  false ends the reading. */
    bool (*file)(void *ctx, const char *path, const void *bytes, size_t n);
    /* One that stands in too many others; nothing in it is handed over. */
    bool (*folder)(void *ctx, const char *path);
    void *ctx;
    struct diags *diags; /* where it is told that there is more than content may have */
    const char *root;    /* and of which folder */
    bool over;           /* it was told: nothing was handed over */
    struct revision_link *link; /* found in the reading */
    size_t links;
    size_t skipped;             /* submodules, and what no folder can hold */
    const char *first_skipped;
};
/* All files of the content, in git's order, within the limits of input/input.h.  False with *why NULL when
 * file() or folder() returned false, and when there is more than content may have. */
bool revision_read(struct revision_repository *r, const struct revision_commit *v,
                   struct revision_reader *to, const char **why);

#endif
