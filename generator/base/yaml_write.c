#include "base/yaml_write.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>
#include <strings.h>

/* Code points that YAML 1.2 has in no stream (its rule c-printable), and the mark of byte order. */
static bool is_unprintable(unsigned c)
{
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0 && c != 0x85) ||
           c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

bool yaml_write_can(const char *s)
{
    for (size_t left = strlen(s); left;) {
        unsigned c = 0;
        size_t n = utf8_decode(s, left, &c);
        if (n == 0 || is_unprintable(c))
            return false;
        s += n;
        left -= n;
    }
    return true;
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

/* Behind this a line ends for some readers and not for others. */
static bool has_odd_break(const char *s)
{
    return strstr(s, "\xC2\x85") || strstr(s, "\xE2\x80\xA8") || strstr(s, "\xE2\x80\xA9");
}

static bool is_plain(const char *s, bool flow)
{
    size_t n = strlen(s);
    if (n == 0 || strchr(" -?:,[]{}#&*!|>'\"%@`", *s) || strchr(" :", s[n - 1]))
        return false;
    if (strpbrk(s, "\n\t") || has_odd_break(s) || strstr(s, ": ") || strstr(s, " #"))
        return false;
    /* Within [] and {}, quotes keep what stands behind a colon apart for old readers. */
    if (flow && strpbrk(s, ",[]{}:"))
        return false;
    return !is_word_of_yaml(s) && !looks_like_number(s) && strncmp(s, "...", 3) != 0;
}

void yaml_write_quoted(struct buf *out, const char *s)
{
    buf_putc(out, '"');
    for (; *s; s++) {
        if (*s == '\n')
            buf_puts(out, "\\n");
        else if (*s == '\t')
            buf_puts(out, "\\t");
        else if (strncmp(s, "\xC2\x85", 2) == 0) {
            buf_puts(out, "\\N");
            s++;
        } else if (strncmp(s, "\xE2\x80\xA8", 3) == 0 || strncmp(s, "\xE2\x80\xA9", 3) == 0) {
            buf_puts(out, s[2] == '\xA8' ? "\\L" : "\\P");
            s += 2;
        } else {
            if (*s == '"' || *s == '\\')
                buf_putc(out, '\\');
            buf_putc(out, *s);
        }
    }
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
           !has_odd_break(s);
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
