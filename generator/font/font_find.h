/* font_find.h - the files of installed font families, through fontconfig.
 *
 * fontconfig is asked for a list, never for a match: a match always answers with something.
 * The folders where fonts are as a rule are looked at first, without reading the system's
 * configuration of fonts; that is read when a family or style is not there, and when a variable
 * of the environment names another one.  Of several files for one style the newest version is
 * taken, then the first path, so that the order of fontconfig's own lists plays no part.
 */
#ifndef ACCORD_FONT_FONT_FIND_H
#define ACCORD_FONT_FONT_FIND_H

#include "font/font.h"

struct font_files;

struct font_file {
    const char *path; /* NULL: not installed */
    unsigned index;   /* in the file */
};

/* NULL when fontconfig cannot be used. Closed with the arena. */
struct font_files *font_find_open(struct arena *a);
/* The upright or italic face of exactly this family, of normal width, no variable font. */
struct font_file font_find_file(struct font_files *f, const char *family, enum font_weight w);
bool font_find_has_family(struct font_files *f, const char *family);
/* The installed family whose name is nearest, for "did you mean"; NULL when none is near. */
const char *font_find_nearest(struct font_files *f, const char *family);
/* The Debian package with a family, NULL when it is not one we know. */
const char *font_find_package(const char *family);

#endif
