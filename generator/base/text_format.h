/* text_format.h - vsnprintf for what nearly all formats here are made of, in a fifth of the time:
 * %s %.*s %c %d %u %x, with l, ll or z, with a width and a leading 0, and %%.  At any other directive
 * the C library takes over for the rest, so that every format is right.
 */
#ifndef ACCORD_BASE_TEXT_FORMAT_H
#define ACCORD_BASE_TEXT_FORMAT_H

#include <stdarg.h>
#include <stddef.h>

/* As vsnprintf: writes at most room bytes, a NUL among them, and returns how many all of it takes
 * without the NUL; negative when the C library fails. */
int text_format(char *out, size_t room, const char *fmt, va_list ap)
    __attribute__((format(printf, 3, 0)));
/* The same with each %s and %.*s made visible (base/visible.h). */
int text_format_visible(char *out, size_t room, const char *fmt, va_list ap)
    __attribute__((format(printf, 3, 0)));

#endif
