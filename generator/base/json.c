#include "base/json.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>

/* How many bytes stand as they are, and begin no sign that does not. */
static size_t plain_span(const char *s)
{
    const unsigned char *p = (const unsigned char *)s;
    while (*p >= 0x20 && *p < 0x7F && *p != '"' && *p != '\\' && *p != '<')
        p++;
    return (size_t)((const char *)p - s);
}

void json_string(struct buf *out, const char *s)
{
    buf_putc(out, '"');
    for (size_t n = strlen(s), i = 0; i < n;) {
        size_t plain = plain_span(s + i);
        buf_put(out, s + i, plain);
        i += plain;
        if (i == n)
            break;
        unsigned c = 0;
        size_t len = utf8_decode(s + i, n - i, &c);
        if (len == 0)
            buf_puts(out, "\\ufffd");
        else if (c == '"' || c == '\\')
            buf_printf(out, "\\%c", (char)c);
        else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == '<' || c == 0x2028 || c == 0x2029)
            buf_printf(out, "\\u%04x", c);
        else
            buf_put(out, s + i, len);
        i += len ? len : 1;
    }
    buf_putc(out, '"');
}

void json_text(struct buf *out, const char *s)
{
    if (s)
        json_string(out, s);
    else
        buf_puts(out, "null");
}

void json_field(struct buf *out, const char *key, const char *text)
{
    buf_printf(out, "\"%s\": ", key);
    json_text(out, text);
}
