#include "base/xml.h"

#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* U+FFFE and U+FFFF in UTF-8: no characters of XML. */
static bool is_none(const char *s, size_t left)
{
    return left >= 3 && (s[0] == '\xEF' && s[1] == '\xBF' && (s[2] == '\xBE' || s[2] == '\xBF'));
}

void xml_escape(struct buf *out, const char *s, size_t n)
{
    size_t from = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        const char *e = c == '&'    ? "&amp;"
                        : c == '<'  ? "&lt;"
                        : c == '>'  ? "&gt;"
                        : c == '"'  ? "&quot;"
                        : c == '\'' ? "&#39;"
                        : c < 0x20 && c != '\t' && c != '\n' && c != '\r' ? ""
                                                                          : NULL;
        size_t len = c == 0xEF && is_none(s + i, n - i) ? 3 : 1;
        if (!e && len == 1)
            continue;
        buf_put(out, s + from, i - from);
        buf_puts(out, e ? e : "");
        from = i + len;
    }
    buf_put(out, s + from, n - from);
}

void xml_init(struct xml *x, struct buf *out)
{
    x->out = out;
    x->depth = 0;
    x->tag_open = false;
}

static void finish_tag(struct xml *x)
{
    if (x->tag_open)
        buf_putc(x->out, '>');
    x->tag_open = false;
}

void xml_open(struct xml *x, const char *name)
{
    assert(x->depth < XML_DEPTH_MAX);
    finish_tag(x);
    buf_putc(x->out, '<');
    buf_puts(x->out, name);
    x->stack[x->depth++] = name;
    x->tag_open = true;
}

void xml_attr(struct xml *x, const char *name, const char *value)
{
    assert(x->tag_open);
    if (!value)
        return;
    buf_printf(x->out, " %s=\"", name);
    xml_escape(x->out, value, strlen(value));
    buf_putc(x->out, '"');
}

void xml_attrf(struct xml *x, const char *name, const char *fmt, ...)
{
    char small[128];
    va_list ap, again;
    va_start(ap, fmt);
    va_copy(again, ap);
    int n = vsnprintf(small, sizeof small, fmt, ap);
    va_end(ap);
    if (n >= 0 && (size_t)n < sizeof small) {
        xml_attr(x, name, small);
    } else if (n >= 0) {
        char *large = mem_realloc(NULL, (size_t)n + 1);
        vsnprintf(large, (size_t)n + 1, fmt, again);
        xml_attr(x, name, large);
        free(large);
    }
    va_end(again);
}

void xml_text(struct xml *x, const char *text)
{
    finish_tag(x);
    xml_escape(x->out, text, strlen(text));
}

void xml_raw(struct xml *x, const char *markup)
{
    finish_tag(x);
    buf_puts(x->out, markup);
}

void xml_end(struct xml *x)
{
    assert(x->depth > 0);
    finish_tag(x);
    buf_printf(x->out, "</%s>", x->stack[--x->depth]);
}

void xml_close(struct xml *x)
{
    assert(x->depth > 0);
    if (!x->tag_open) {
        xml_end(x);
        return;
    }
    x->depth--;
    x->tag_open = false;
    buf_puts(x->out, "/>");
}

void xml_void(struct xml *x)
{
    assert(x->depth > 0 && x->tag_open);
    x->depth--;
    finish_tag(x);
}
