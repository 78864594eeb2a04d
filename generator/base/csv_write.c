#include "base/csv_write.h"

#include "base/buf.h"

#include <stdbool.h>
#include <string.h>

static bool is_number(const char *s)
{
    s += *s == '-';
    return *s && s[strspn(s, "0123456789.")] == '\0';
}

/* Wide forms are what keyboards for Chinese and Japanese give. */
static bool begins_formula(const char *s)
{
    static const char *const wide[] = {"＝", "＋", "－", "＠"};
    if (*s && strchr("=+-@\t\r\n", *s))
        return true;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (strncmp(s, wide[i], strlen(wide[i])) == 0)
            return true;
    return false;
}

const char *csv_write_plain(const char *cell)
{
    return *cell == '\'' && begins_formula(cell + strspn(cell, "'")) ? cell + 1 : cell;
}

void csv_write_cell(struct buf *out, const char *s)
{
    /* One that looks guarded already gets another, so that each cell has one text. */
    bool guarded = begins_formula(s + strspn(s, "'")) && !is_number(s);

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
