/* publish.h - the only writer of files: a whole tree, or nothing.
 *
 * publish_open takes a folder, publish_add stages files as they are made, beside the tree they will
 * be of, and one publish_commit puts them all in place:
 *
 * - All of it or nothing, at any moment.  A whole new tree is put together beside the folder, of links
 *   to what stays and of the new files, looked through, made safe on disk, and exchanged with the folder by
 *   one rename (publish_swap.h).  Where that is not to be had (the folder is a mount point, its parent may
 *   not be written to, the file system has no links, somebody works from within it), files are
 *   replaced one after the other, and a journal says what is under way: on any error all is put back,
 *   after a crash or power cut by the next publish_open.
 * - A file whose bytes are the same is not written: inode and time of modification stay.
 * - A list of what accord made, with hashes, stands in <folder>/.accord/manifest.  What it made
 *   earlier and does not make now is removed, and folders that become empty with it.
 * - Nothing of others is lost.  A file that accord did not make is never changed or removed:
 *   where one stands in the way, the commit is refused.  A file that accord made and somebody
 *   changed is replaced or removed, with a warning, and kept as it was under
 *   <folder>/.accord/edited/.
 * - Symbolic links inside the folder are never followed and never replaced.
 * - One at a time: while a folder is open a second process is turned away.
 *
 * Worker processes (base/team.h) stage files as well; what they staged is told by publish_pack.
 *
 * Ownership: everything lies in the arena given to publish_new; of files only their names and
 * hashes are kept.
 * Errors are reported with the path and the system's text.
 */
#ifndef ACCORD_PUBLISH_PUBLISH_H
#define ACCORD_PUBLISH_PUBLISH_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct diags;
struct publish;
struct unpack;

enum publish_result {
    PUBLISH_DONE,
    PUBLISH_REFUSED, /* something stands in the way, or another build is under way */
    PUBLISH_FAILED   /* the system refused; the previous output stands */
};

struct publish *publish_new(struct arena *a);

/* Takes outdir, creating it if it is missing.  Until publish_commit or publish_abandon. */
enum publish_result publish_open(struct publish *p, const char *outdir, struct diags *d);

/* path is relative to the output folder, with "/" between its parts: "site/en/index.html".
 * A path that is taken or cannot be (absolute, "..", ".accord", control characters) is a fault
 * of the program; publish_commit reports it and writes nothing.  What cannot be written is reported
 * at once, and fails the commit. */
void publish_add(struct publish *p, const char *path, const void *bytes, size_t n);

/* What was added since the mark, for the process that this one came from.  A path that it has already
 * is no fault when the bytes are the same. */
size_t publish_mark(const struct publish *p);
void publish_pack(const struct publish *p, size_t mark, struct buf *out);
void publish_unpack(struct publish *p, struct unpack *from);

/* Whether accord made something in outdir earlier whose path begins so. */
bool publish_made(struct arena *a, const char *outdir, const char *begin);

/* A build of a part: what accord made earlier and is not handed now stays, save for files of the
 * parts named by publish_part. */
void publish_keep_rest(struct publish *p);
/* A part that is handed whole: paths that begin and end so, "" with anything. */
void publish_part(struct publish *p, const char *begin, const char *end);
/* Asks about each file that stays, in the order of paths; the commit is refused when one may not.
 * Who asks tells why. */
void publish_ask(struct publish *p, bool (*may_stay)(void *ctx, const char *path), void *ctx);

/* A build that names what is internal.  The list of what accord made says so, and a folder that
 * holds a build of the other kind is refused: what is internal never stands among what is public. */
void publish_set_internal(struct publish *p);
/* The folder that keeps a build of this kind out of outdir: outdir itself when it holds one of the
 * other kind; for an internal build also a public one around it, for a public one also an internal
 * one right within it.  NULL when there is none.  Where it cannot be read what a folder holds, that one, with the
 * errno in error, which is 0 otherwise; save outdir itself for a public build, whose commit tells it. */
const char *publish_clash(struct arena *a, const char *outdir, bool internal, int *error);

size_t publish_count(const struct publish *p);
bool publish_has(const struct publish *p, const char *path);

struct publish_counts {
    size_t written, unchanged, removed;
};

/* What the files of a whole build are made of, as a sum, and what was said of them: kept among the user's
 * caches until the folder is told to hold something else, so that what is made of the same need not be
 * made again.  A commit that has something to report keeps nothing. */
enum { PUBLISH_SAID = 3 };
struct publish_origin {
    const char *sum;                /* no blanks in it */
    const char *said[PUBLISH_SAID]; /* any texts */
};
void publish_set_origin(struct publish *p, const struct publish_origin *o);
/* Whether outdir holds what a commit of this sum put there, each file as it was left; then what was said
 * of it, and how many files there are. */
bool publish_stands(struct arena *a, const char *outdir, struct publish_origin *o, size_t *files);

/* Makes the folder hold what was added, and closes it.  counts may be NULL. */
enum publish_result publish_commit(struct publish *p, struct publish_counts *counts);
/* Closes the folder and leaves it as it was. */
void publish_abandon(struct publish *p);

/* --- files of the content that a command writes for people to go on with --- */

struct publish_text {
    const char *path; /* as given by --content */
    const char *text;
    size_t n;
    bool replace; /* a plain file is there, to be replaced; else there must be nothing */
    const char *was; /* what was read there, "" where nothing was: if it is another by now nothing is written; NULL: not
                        asked */
};
/* Whether none of the new ones is there; all that are, are reported. */
bool publish_texts_free(struct arena *a, struct diags *d, const struct publish_text *file, size_t n);
/* All of them, with the folders they need, or none; what is there is never overwritten, save by
 * replace, which is one rename.  SIGINT, SIGTERM, SIGHUP and SIGQUIT end the process with all or none
 * of them written; what a killed one left in these folders is removed once it is an hour old.  Processes that
 * write into the same folder wait for each other (flock of the folder), which standard error is told after a second. */
enum publish_result publish_texts(struct arena *a, struct diags *d, const struct publish_text *file,
                                  size_t n);

/* --- a private folder for files that another room has to read as files --- */

struct publish_scratch;
/* In TMPDIR, else /tmp, readable by nobody else; removed with the arena, and however the process ends
 * (a signal, a crash).  NULL with errno. */
struct publish_scratch *publish_scratch(struct arena *a);
const char *publish_scratch_path(const struct publish_scratch *s); /* absolute */
/* A file below it, with the folders it needs; false with errno. */
bool publish_scratch_add(struct publish_scratch *s, const char *path, const void *bytes, size_t n);
/* The same of n bytes that are nothing and take no room. */
bool publish_scratch_hole(struct publish_scratch *s, const char *path, size_t n);
bool publish_scratch_folder(struct publish_scratch *s, const char *path); /* with those it is in */
/* Symbolic links, all at once and after all files: path[i] leads to to[i], whatever that is. */
bool publish_scratch_link(struct publish_scratch *s, const char *const *path, const char *const *to,
                          size_t n);

#endif
