/* say.h - fprintf for what people read on a terminal.
 *
 * The format stays as it is; each text that is put into it, a file's name or an argument, is made
 * visible (base/visible.h).  Knows what text_format.h knows: no other directive may stand before a %s.
 * What programs read is written as it is, with stdio.
 */
#ifndef ACCORD_BASE_SAY_H
#define ACCORD_BASE_SAY_H

#include <stdio.h>

void say_to(FILE *out, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
