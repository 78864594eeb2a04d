#include "base/say.h"

#include "base/arena.h"
#include "base/text_format.h"

#include <stdarg.h>
#include <stdlib.h>

void say_to(FILE *out, const char *fmt, ...)
{
    enum { MOST = 1024 };
    char small[MOST];
    va_list ap, again;

    va_start(ap, fmt);
    va_copy(again, ap);
    int n = text_format_visible(small, sizeof small, fmt, ap);
    va_end(ap);
    if (n >= MOST) {
        char *large = mem_realloc(NULL, (size_t)n + 1);
        text_format_visible(large, (size_t)n + 1, fmt, again);
        fwrite(large, 1, (size_t)n, out);
        free(large);
    } else if (n > 0) {
        fwrite(small, 1, (size_t)n, out);
    }
    va_end(again);
}
