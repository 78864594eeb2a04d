/* publish_swap.h - a whole new tree beside the output, exchanged with it at once; for this room only.
 *
 *     <parent>/output                 what people see
 *     <parent>/.output.accord-new     beside it, on the same file system; there only during a commit
 *
 * The tree beside has a second link to each file that stays, be it ours or not, and the new files; one
 * renameat2(RENAME_EXCHANGE) of the two folders is the commit.  Whoever opens a path before sees the
 * old output, after it the new one, and a process that is killed leaves one of the two whole.
 *
 * In .accord/ of the tree beside stand from its beginning
 *
 *     lock    a link of the output's own: nobody else's folder has that, and who waits for it, waits
 *     beside  this tree was put together beside the output
 *
 * so that the next commit knows what was left.  Without "beside" in the output itself the tree beside was
 * never published: all in it is ours, or a second link.  With it the tree beside is the former output: of
 * that goes what accord made and what has a link in the output; anything else is brought there, or, where
 * another file has its place, to edited/, which is told.  What somebody else replaced in the former output when
 * its file had come along already replaces it in the new one, too.
 */
#ifndef ACCORD_PUBLISH_PUBLISH_SWAP_H
#define ACCORD_PUBLISH_PUBLISH_SWAP_H

#include "publish/publish_commit.h"

#include <sys/stat.h>

struct swap {
    struct commit *commit;
    int parent;         /* the folder that the output is in; -1 */
    const char *name;   /* of the output in it */
    const char *beside; /* of the tree beside it */
    int dir, state;     /* that tree, its .accord; -1 */
    struct map planned; /* path to struct operation */
    struct map linked;  /* path to struct left: of files that others made, as they came along */
    size_t folders;     /* of that tree */
};

/* publish_beside.c: where it is, and how it goes again */
/* False where there can be none: the output is a root, or its parent cannot be opened. */
bool publish_beside_find(struct swap *s, struct commit *c);
void publish_beside_close(struct swap *s);
/* Whether something stands there. */
bool publish_beside_stands(struct arena *a, const char *outdir);
/* Removes it.  former: it was the output, and what is neither ours nor in the output is brought there. */
bool publish_beside_clear(struct swap *s, bool former);

/* publish_mirror.c */
/* Gives the tree beside all folders of the output, and links to all files that no operation touches; false
 * with errno.  *at is where it failed.  Folders that cannot be made the same are EPERM. */
bool publish_mirror(struct swap *s, const char **at);

#endif
