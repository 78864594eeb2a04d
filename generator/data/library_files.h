/* library_files.h - the files that a library writes through stdio, watched: whatever fails is known in the end.
 *
 * From library_files_begin to library_files_end, on the thread that called it: streams that any library has
 * from fdopen are watched, and what is opened as library_files_made by fopen is a nameless temporary file, which
 * is given back in the end.  One at a time.  The library sees no failure of reading or writing; whoever calls it
 * asks for fault.  Opening a file of its own can still fail, which it tells itself. */
#ifndef ACCORD_DATA_LIBRARY_FILES_H
#define ACCORD_DATA_LIBRARY_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct arena;
struct buf;
struct library_stream;

struct library_files {
    int fault;     /* errno of the first call that failed; 0: none did */
    size_t opened; /* streams so far: what opens another way is not watched */
    struct arena *arena;
    struct library_stream *open;
    int fd; /* of what is made */
    FILE *nowhere, *standard_error;
};

extern const char library_files_made[]; /* the name that the library is to write to */

/* The arena holds until the end, and f stays where it is.  False, with errno: there is no temporary file. */
bool library_files_begin(struct arena *a, struct library_files *f);
/* Between these two, what this process prints to stderr is not seen. */
void library_files_hush(struct library_files *f);
void library_files_speak(struct library_files *f);
/* Closes what the library left open, and appends what it made, unless out is NULL or a call failed before.
 * The fault then, as above: 0, and all of it is there. */
int library_files_end(struct library_files *f, struct buf *out);

#endif
