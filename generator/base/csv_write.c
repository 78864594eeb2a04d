#include "base/csv_write.h"

#include "base/buf.h"

#include <stdbool.h>
#include <string.h>

static bool is_number(const char *s)
{
    s += *s == '-';
    return *s && s[strspn(s, "0123456789.")] == '\0';
}

void csv_write_cell(struct buf *out, const char *s)
{
    bool guarded = *s && strchr("=+-@\t\r", *s) && !is_number(s);

    if (!guarded && !strpbrk(s, ",\"\r\n")) {
        buf_puts(out, s);
        return;
    }
    buf_puts(out, guarded ? "\"'" : "\"");
    for (; *s; s++) {
        if (*s == '"')
            buf_putc(out, '"');
        buf_putc(out, *s);
    }
    buf_putc(out, '"');
}
