/* publish_commit.h - one commit: planned, staged, applied or undone; for this room only.
 *
 * State of a commit in <folder>/.accord/:
 *
 *     lock      held while a commit is under way
 *     manifest  "accord-manifest 1", with " internal" behind it when the build names what is
 *               internal; then "<sha-256> <path>" a line, sorted by path
 *     beside    see publish_swap.h
 *     journal   of a commit in place exists from the first change of the folder until the last: one line an
 *               operation, "<had> <sha-256 or -> <path>"; had is 1 when a file stood there, - is
 *               a removal
 *     new/H     content of the file whose path has this SHA-256, until it is moved there
 *     old/N     what stood at the path of operation N (from 0), from then on
 *     edited/   files changed by hand, under their path and the start of their hash
 *
 * Removing the journal is what commits.  As long as it stands, old/ and new/ tell how far
 * each operation came, so that it can be undone, again and again if need be.
 */
#ifndef ACCORD_PUBLISH_PUBLISH_COMMIT_H
#define ACCORD_PUBLISH_PUBLISH_COMMIT_H

#include "base/map.h"
#include "base/phrase.h"
#include "base/vec.h"
#include "publish/publish.h"
#include "base/sha256.h"

#include <stdint.h>

/* How a file was left: whoever writes to it changes one of these. */
struct left {
    uint64_t inode, size;
    int64_t modified, changed; /* nanoseconds; changed 0: not to be trusted */
};

struct out_file {
    const char *path;
    char hash[SHA256_HEX];
    bool stands; /* the folder has it, as an earlier commit made it; else it is staged */
    struct left left; /* where it stands, or is staged */
};

struct part {
    const char *begin, *end; /* of paths */
};

struct publish {
    struct arena *arena;
    struct commit *commit;     /* NULL until it is open */
    const struct publish_origin *origin; /* NULL: not to be kept */
    struct map files;          /* path to struct out_file */
    VEC(const char *) taken;   /* paths added twice */
    VEC(const char *) refused; /* paths that cannot be */
    bool internal;             /* names what is internal */
    bool keep_rest;            /* nothing is removed but stale files of parts */
    VEC(struct part) part;
    bool (*may_stay)(void *ctx, const char *path); /* NULL: all may */
    void *ctx;
};

struct operation {
    const char *path;
    const char *hash; /* of the new content; NULL: a removal */
    bool had; /* a file stands there */
    struct left left; /* it, when it was looked at */
};

struct commit {
    struct arena *arena;
    struct diags *diags;
    struct publish *publish;
    const char *outdir;
    int dir;   /* the output folder */
    int state; /* its .accord */
    int lock;
    struct map manifest; /* path to hash, as last written */
    struct map standing; /* path to struct left, as last written */
    const char *standing_sum; /* of the origin; NULL */
    VEC(struct operation) operations; /* removals first, the manifest last */
    struct publish_counts counts;
    bool refused, failed;
    bool recovered; /* something was put back first, and reported */
    bool made_folder, made_state; /* outdir, .accord: they were not there */
    bool swapped; /* it is another folder now */
    bool other_profile; /* the folder holds a build of the other kind */
};

/* publish_commit.c */
bool publish_path_ok(const char *path);
/* Opens folder and state, takes the lock, undoes what an interrupted commit left, reads the
 * manifest.  False after reporting. */
bool publish_commit_open(struct commit *c);
void publish_commit_close(struct commit *c);
struct place publish_commit_place(struct commit *c, const char *path); /* for reports; "": the folder */
void publish_commit_fail(struct commit *c, const char *path, enum phrase what); /* with errno */
/* Tells that the file at path was not made by accord as it was, and is kept as another one. */
void publish_commit_kept(struct commit *c, const char *path, const char *kept);
/* One line of a list of what accord made, into path and hash; false when it is none. */
bool publish_commit_line(struct map *manifest, char *line);

/* publish_profile.c: the first line of the list of what accord made. */
extern const char publish_profile_public[], publish_profile_internal[];

/* publish_plan.c: fills operations; reports what stands in the way. */
bool publish_plan(struct commit *c);
/* Copies a file that was changed by hand to .accord/edited/, and says so. */
bool publish_plan_keep(struct commit *c, const char *path, const char *hash);

/* publish_apply.c */
/* Writes new content beside the tree; false after reporting. */
bool publish_apply_write(struct commit *c, const char *path, const void *bytes, size_t n,
                         struct left *left);
void publish_apply_drop_staged(struct commit *c);      /* new/ and old/ */
bool publish_apply_place(struct commit *c, int dir, const struct operation *op); /* from new/ */
void publish_apply_take_back(struct commit *c, int dir, const struct operation *op);
bool publish_apply_begin(struct commit *c);            /* all staged is safe, and the journal */
bool publish_apply_operation(struct commit *c, size_t i);
bool publish_apply_finish(struct commit *c);           /* commits, tidies up */
bool publish_apply_undo(struct commit *c);             /* puts all back */
bool publish_apply_recover(struct commit *c);          /* undoes by the journal, if there is one */

/* publish_swap.c: all at once */
enum swapped { SWAP_DONE, SWAP_FAILED, SWAP_NOT /* not to be had here */ };
enum swapped publish_swap(struct commit *c);
void publish_swap_recover(struct commit *c); /* tidies up after one that was interrupted */

/* publish_standing.c: how files were left, kept elsewhere */
void publish_standing_read(struct commit *c); /* after the manifest */
/* Whether the file is as it was left, and has this hash: told by looking, else by reading. */
bool publish_standing_is(struct commit *c, const char *path, const char *hash, struct left *left);
/* Notes how files are left; reports nothing: without it all is read again. */
void publish_standing_write(struct commit *c);

/* publish_fs.c: within a folder given by descriptor.  False with errno set. */
/* Whatever is opened by its name and is no folder is opened here: what is no plain file is not waited for, and
 * is -1 with ENXIO, a folder EISDIR. */
int publish_fs_open(int dir, const char *path, int how);
bool publish_fs_write(int dir, const char *path, const void *bytes, size_t n);
bool publish_fs_sync(int dir, const char *path);
bool publish_fs_sync_all(int dir); /* everything on the file system that the folder is on */
bool publish_fs_read(int dir, const char *path, struct arena *a, char **bytes, size_t *n);
bool publish_fs_hash(int dir, const char *path, char hash[SHA256_HEX]);
bool publish_fs_make_parents(int dir, const char *path);
/* Those that are empty, and whose path has at least so many bytes; what holds something stays, and that is no
 * failure. */
bool publish_fs_drop_parents(int dir, const char *path, size_t least);
bool publish_fs_drop_empty(int dir, const char *path);   /* a folder of nothing but folders */
void publish_fs_empty(int dir, const char *path);        /* removes the files of a folder */
bool publish_fs_exchange(int dir, const char *path, int other_dir, const char *other);
bool publish_fs_move_new(int from_dir, const char *from, int to_dir, const char *to); /* EEXIST */
bool publish_fs_sync_folders(int dir, const char *path); /* it and all in it */
/* Of what cannot be looked at neither is true. */
bool publish_fs_exists(int dir, const char *path);
bool publish_fs_missing(int dir, const char *path);
int64_t publish_fs_now(void); /* nanoseconds, by the clock that files are dated by */
bool publish_fs_left(int dir, const char *path, struct left *left); /* a regular file */

#endif
