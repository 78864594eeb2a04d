#include "base/yaml_write.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>
#include <strings.h>

bool yaml_write_can(const char *s)
{
    return !utf8_control(s, strlen(s)) && !strstr(s, "\xEF\xBB\xBF");
}

/* What YAML 1.1 or 1.2 takes for something else than text. */
static bool is_word_of_yaml(const char *s)
{
    static const char *const words[] = {"null", "true", "false", "yes", "no", "on", "off",
                                        "y", "n", "~", "=", "<<", NULL};
    for (int i = 0; words[i]; i++)
        if (strcasecmp(words[i], s) == 0)
            return true;
    return false;
}

/* Numbers of all kinds, dates, times; and more than those, which does no harm. */
static bool looks_like_number(const char *s)
{
    return strchr("0123456789+-.", *s) && s[strspn(s, "0123456789abcdefABCDEFxXoOtTzZ_+-.: ")] == '\0';
}

/* What ends a line for some readers and not for others, and what no stream may hold. */
static bool has_odd_character(const char *s)
{
    return utf8_control(s, strlen(s)) || strstr(s, "\xE2\x80\xA8") || strstr(s, "\xE2\x80\xA9");
}

static bool is_plain(const char *s, bool flow)
{
    size_t n = strlen(s);
    if (n == 0 || strchr(" -?:,[]{}#&*!|>'\"%@`", *s) || strchr(" :", s[n - 1]))
        return false;
    if (strpbrk(s, "\n\t") || has_odd_character(s) || strstr(s, ": ") || strstr(s, " #"))
        return false;
    /* Within [] and {}, quotes keep what stands behind a colon apart for old readers. */
    if (flow && strpbrk(s, ",[]{}:"))
        return false;
    return !is_word_of_yaml(s) && !looks_like_number(s) && strncmp(s, "...", 3) != 0;
}

/* Within quotes; its length. */
static size_t put_character(struct buf *out, const char *s)
{
    unsigned c = 0xFFFD;
    size_t n = utf8_decode(s, strlen(s), &c);
    if (c == '\n')
        buf_puts(out, "\\n");
    else if (c == '\t')
        buf_puts(out, "\\t");
    else if (c == 0x2028 || c == 0x2029)
        buf_puts(out, c == 0x2028 ? "\\L" : "\\P");
    else if (c == '"' || c == '\\')
        buf_printf(out, "\\%c", (char)c);
    else if (utf8_is_control(c))
        buf_printf(out, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c);
    else
        buf_put_utf8(out, c);
    return n ? n : 1;
}

void yaml_write_quoted(struct buf *out, const char *s)
{
    buf_putc(out, '"');
    while (*s)
        s += put_character(out, s);
    buf_putc(out, '"');
}

void yaml_write_text(struct buf *out, const char *s, bool flow)
{
    if (is_plain(s, flow))
        buf_puts(out, s);
    else
        yaml_write_quoted(out, s);
}

/* Lines as they are: none at the beginning that would set the indentation, one end at the end, and
 * no tab where some readers stumble over it. */
static bool is_block(const char *s)
{
    size_t n = strlen(s);
    return strchr(s, '\n') && !strchr(" \t\n", *s) && s[n - 1] != '\n' && !strstr(s, "\n\t") &&
           !has_odd_character(s);
}

void yaml_write_value(struct buf *out, const char *s, int indent)
{
    if (!is_block(s)) {
        buf_putc(out, ' ');
        yaml_write_text(out, s, false);
        buf_putc(out, '\n');
        return;
    }
    buf_puts(out, " |-\n");
    while (*s) {
        size_t n = strcspn(s, "\n");
        if (n)
            buf_printf(out, "%*s", indent, "");
        buf_put(out, s, n);
        buf_putc(out, '\n');
        s += n + (s[n] == '\n');
    }
}
