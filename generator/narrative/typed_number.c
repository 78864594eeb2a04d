/* typed_number.c - no number is typed by hand: warns where prose holds one that a headline
 * figure of the document's period prints just so.  A backslash before it says it is meant. */
#include "narrative/narrative_room.h"

#include "base/utf8.h"

#include <string.h>

static const struct headline {
    const char *id, *form;
} headlines[] = {
    {"agreements.count", ""},           {"agreements.financial.count", ""},
    {"partners.count", ""},             {"partners.financial.count", ""},
    {"contributions.total", "millions"}, {"contributions.partners", "millions"},
    {"contributions.total", "millions2"}, {"contributions.partners", "millions2"},
    {"contributions.partners", "percent"},
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

/* Chinese writes numbers on to the words around them: what is a character of its own parts them
 * as a space does. */
static bool is_wide_before(const char *s, size_t i)
{
    unsigned c = 0;
    size_t from = i ? utf8_start(s, i - 1) : 0;
    return i && utf8_decode(s + from, i - from, &c) && c >= 0x2E80;
}

static bool is_wide_at(const char *s, size_t n)
{
    unsigned c = 0;
    return n && utf8_decode(s, n, &c) && c >= 0x2E80;
}

static bool stands_alone(const char *s, size_t n, size_t i, size_t len)
{
    return (i == 0 || !is_word(s[i - 1]) || is_wide_before(s, i)) &&
           (i + len == n || !is_word(s[i + len]) || is_wide_at(s + i + len, n - i - len));
}

/* The number at s: digits, with marks between digits. */
static size_t number_length(const char *s, size_t n)
{
    size_t i = 0;
    while (i < n && (is_digit(s[i]) ||
                     ((s[i] == '.' || s[i] == ',') && i + 1 < n && is_digit(s[i + 1]))))
        i++;
    return i;
}

/* Two digits at least: single ones are list numbers and the like. */
static const char *carrier(struct tree *t, const char *number)
{
    const struct model *m = views_model(t->views);
    if (strlen(number) < 2)
        return NULL;
    for (size_t i = 0; i < sizeof headlines / sizeof *headlines; i++) {
        const struct headline *h = &headlines[i];
        char *id =
            arena_printf(t->arena, "%s.%s", model_period_text(t->arena, t->period), h->id);
        const struct figure *f = model_figure(m, id);
        if (f && f->known && strcmp(views_figure(t->views, f, h->form), number) == 0)
            return *h->form ? arena_printf(t->arena, "%s.%s", id, h->form) : id;
    }
    return NULL;
}

/* Where the number stands: the text may run over several of the author's lines, whose breaks
 * are nodes of their own, so that here only the column moves.  A record's text is one place, unless it
 * is a literal block. */
static struct place shifted(const struct tree *t, struct place p, const char *s, size_t offset,
                            size_t len)
{
    if (t->binding->anchor.fixed && !t->binding->anchor.literal)
        return p;
    p.col += (int)utf8_count(s, offset);
    p.len = (int)utf8_count(s + offset, len);
    return p;
}

char *typed_number_check(struct tree *t, const char *s, size_t n, struct place place)
{
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < n;) {
        size_t len = number_length(s + i, n - i);
        if (len == 0) {
            bool escape = s[i] == '\\' && i + 1 < n && is_digit(s[i + 1]);
            if (escape) {
                len = number_length(s + i + 1, n - i - 1);
                buf_put(&out, s + i + 1, len);
                i += len + 1;
            } else {
                buf_putc(&out, s[i++]);
            }
            continue;
        }
        bool alone = stands_alone(s, n, i, len);
        const char *id =
            alone && t->checked ? carrier(t, arena_strndup(t->arena, s + i, len)) : NULL;
        if (id)
            diag_report(t->diags, DIAG_TYPED_NUMBER, shifted(t, place, s, i, len),
                        arena_strndup(t->arena, s + i, len), id);
        buf_put(&out, s + i, len);
        i += len;
    }
    return buf_to_arena(&out, t->arena);
}
