/* typography.c - prose as a typesetter of its language would have typed it.
 *
 * Straight quotation marks become the language's, straight apostrophes and three dots the real
 * signs; a space before % may not be broken at; French gets its no-break spaces before : ; ! ? »
 * and after «; Arabic its own comma, semicolon and question mark; Chinese loses the spaces and
 * line ends around its characters.  All else stays as it was typed: hyphens between figures above
 * all.  Code, addresses and figures are never touched.  Doing it twice does nothing more.
 *
 * Sources: Hart's Rules 9; Lexique des regles typographiques en usage a l'Imprimerie nationale,
 * "Ponctuation"; Ortografia de la lengua espanola (RAE 2010), "Las comillas"; Milchin, Cheltsova
 * 3.7; GB/T 15834-2011; CSS Text 3, 4.1.2 (segment breaks between ideographs).
 *
 * The texts of one paragraph are laid end to end, since a quotation may begin before an emphasis
 * and end inside it; each sign is then judged by its neighbours and written back to its node.
 */
#include "narrative/narrative_room.h"

#include "base/utf8.h"

#include <string.h>

#define NO_BREAK "\xC2\xA0"
#define NARROW "\xE2\x80\xAF"

static const struct habits {
    const char *lang;
    const char *open[2], *close[2]; /* outer and inner quotation marks */
    const char *dots;
} habits[] = {
    {"en", {"“", "‘"}, {"”", "’"}, "…"}, {"fr", {"«", "“"}, {"»", "”"}, "…"},
    {"es", {"«", "“"}, {"»", "”"}, "…"}, {"ar", {"«", "“"}, {"»", "”"}, "…"},
    {"zh", {"“", "‘"}, {"”", "’"}, "……"}, {"ru", {"«", "„"}, {"»", "“"}, "…"},
};

enum leaf_kind { LEAF_TEXT, LEAF_FIXED, LEAF_SPACE, LEAF_BREAK };

struct leaf {
    struct nar_node *node;
    enum leaf_kind kind;
    size_t to; /* where it ends in the whole */
};

struct line { /* the texts of one paragraph */
    struct arena *arena;
    const struct habits *habits;
    struct buf all;
    bool *kept;        /* by byte: stays as it is */
    VEC(struct leaf) leaf;
    int depth;         /* open quotation marks */
    bool single;       /* a straight single one is open */
    bool lone;         /* no straight single mark from here on closes a quotation */
};

/* --- the paragraph as one text --- */

static void put_leaf(struct line *l, struct nar_node *node, enum leaf_kind kind, const char *text)
{
    buf_puts(&l->all, text);
    struct leaf leaf = {node, kind, l->all.n};
    VEC_PUSH(l->arena, &l->leaf, leaf);
}

static void gather(struct line *l, struct nar_node *first)
{
    for (struct nar_node *n = first; n; n = n->next) {
        switch (n->kind) {
        case NAR_TEXT: put_leaf(l, n, LEAF_TEXT, n->text ? n->text : ""); break;
        case NAR_FIGURE: put_leaf(l, n, LEAF_FIXED, n->text ? n->text : ""); break;
        case NAR_CODE: put_leaf(l, n, LEAF_FIXED, "x"); break;
        case NAR_SOFT_BREAK: put_leaf(l, n, LEAF_SPACE, " "); break;
        case NAR_LINE_BREAK: put_leaf(l, n, LEAF_BREAK, "\n"); break;
        default: gather(l, n->first); break;
        }
    }
}

static bool is_space(unsigned c)
{
    return c == 0 || c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || c == 0x202F;
}

static bool is_digit(unsigned c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(unsigned c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) &&
           !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFF00 && c <= 0xFF20) && c != 0x060C &&
           c != 0x061B && c != 0x061F;
}

static bool is_one_of(unsigned c, const char *set)
{
    for (size_t n = strlen(set); n;) {
        unsigned one;
        size_t len = utf8_decode(set, n, &one);
        if (one == c)
            return true;
        set += len;
        n -= len;
    }
    return false;
}

/* The characters before byte i and at byte i; 0 at either end. */
static unsigned before(const struct line *l, size_t i)
{
    unsigned c = 0;
    size_t from = i ? utf8_start(l->all.p, i - 1) : 0;
    return i && utf8_decode(l->all.p + from, i - from, &c) ? c : 0;
}

static unsigned after(const struct line *l, size_t i)
{
    unsigned c = 0;
    return i < l->all.n && utf8_decode(l->all.p + i, l->all.n - i, &c) ? c : 0;
}

/* Addresses: a row of ASCII without spaces that has :// or www. or an @ in it. */
static void keep_addresses(struct line *l)
{
    const char *s = l->all.p;
    for (size_t i = 0, from; i < l->all.n; i++) {
        for (from = i; i < l->all.n && s[i] > ' ' && s[i] != '"' && s[i] != '<' && s[i] != '>';)
            i++;
        size_t to = i;
        while (to > from && strchr(".,;:!?)]'", s[to - 1]))
            to--;
        bool address = to - from > 4 && !memcmp(s + from, "www.", 4);
        for (size_t k = from; k < to; k++)
            address = address || s[k] == '@' || (to - k > 3 && !memcmp(s + k, "://", 3));
        if (address)
            memset(l->kept + from, true, to - from);
    }
}

static void gather_line(struct line *l, struct nar_node *first)
{
    l->leaf.n = 0;
    l->depth = 0;
    l->single = l->lone = false;
    buf_clear(&l->all);
    gather(l, first);
    l->kept = ARENA_ARRAY(l->arena, bool, l->all.n + 1);
    size_t from = 0;
    for (size_t i = 0; i < l->leaf.n; i++) {
        if (l->leaf.p[i].kind == LEAF_FIXED)
            memset(l->kept + from, true, l->leaf.p[i].to - from);
        from = l->leaf.p[i].to;
    }
    keep_addresses(l);
}

/* Writes what becomes of the sign at byte i and returns its length in the whole; 0 leaves it. */
typedef size_t (*judge)(struct line *l, size_t i, struct buf *out);

/* Rewrites a leaf; a line end that has become something else is text from now on. */
static void rewrite(struct line *l, const struct leaf *leaf, size_t from, judge fn,
                    struct buf *out)
{
    buf_clear(out);
    for (size_t i = from; i < leaf->to;) {
        size_t used = l->kept[i] ? 0 : fn(l, i, out);
        if (!used)
            buf_putc(out, l->all.p[i++]);
        i += used;
    }
    if (out->n == leaf->to - from && !memcmp(buf_str(out), l->all.p + from, out->n))
        return;
    leaf->node->kind = NAR_TEXT;
    leaf->node->text = arena_strndup(l->arena, buf_str(out), out->n);
}

static void each_sign(struct line *l, struct nar_node *first, judge fn)
{
    struct buf out = BUF_INIT;
    gather_line(l, first);
    size_t from = 0;
    for (size_t i = 0; i < l->leaf.n; i++) {
        const struct leaf *leaf = &l->leaf.p[i];
        if (leaf->kind == LEAF_TEXT || leaf->kind == LEAF_SPACE)
            rewrite(l, leaf, from, fn, &out);
        from = leaf->to;
    }
    buf_free(&out);
}

/* --- quotation marks, apostrophes, dots --- */

static bool may_open(unsigned c)
{
    return is_space(c) || is_one_of(c, "([{-–—/«“‘„¿¡\"'（《：，。；、");
}

static size_t put_open(struct line *l, struct buf *out)
{
    buf_puts(out, l->habits->open[l->depth ? 1 : 0]);
    l->depth++;
    return 1;
}

static size_t put_close(struct line *l, struct buf *out)
{
    l->depth -= l->depth > 0;
    buf_puts(out, l->habits->close[l->depth ? 1 : 0]);
    return 1;
}

/* After figures a straight mark is inches or seconds unless a quotation is open. */
static size_t quote(struct line *l, size_t i, struct buf *out)
{
    unsigned c = before(l, i), next = after(l, i + 1);
    if (l->depth && !is_space(c) && !(may_open(c) && is_letter(next) && c != '-'))
        return put_close(l, out);
    bool wide = c >= 0x2E80; /* no spaces in Chinese: it opens when nothing is open */
    if ((may_open(c) || (wide && !l->depth)) && !is_space(next))
        return put_open(l, out);
    return 0;
}

/* Does a single mark that opens here close again? */
static bool closes_later(struct line *l, size_t i)
{
    for (size_t k = i + 1; k < l->all.n && !l->lone; k++)
        if (l->all.p[k] == '\'' && !is_space(before(l, k)) && !is_letter(after(l, k + 1)) &&
            !is_digit(after(l, k + 1)))
            return true;
    l->lone = true;
    return false;
}

/* In Chinese an apostrophe stands between letters of other scripts only; all else is a mark of
 * quotation, with no space around it. */
static bool is_foreign(unsigned c)
{
    return is_letter(c) && c < 0x2E80;
}

static size_t chinese_single(struct line *l, size_t i, struct buf *out)
{
    unsigned c = before(l, i), next = after(l, i + 1);
    bool closes = l->single && !is_space(c), later = false;
    for (size_t k = i + 1; !l->single && k < l->all.n && !later && !l->lone; k++)
        later = l->all.p[k] == '\'' && !is_space(before(l, k)) &&
                !(is_foreign(before(l, k)) && is_foreign(after(l, k + 1)));
    bool opens = later && !is_space(next) && (c >= 0x2E80 || may_open(c));
    l->lone = l->lone || (!l->single && !later);
    if (!closes && !opens)
        return 0;
    l->single = opens;
    buf_puts(out, opens ? l->habits->open[1] : l->habits->close[1]);
    return 1;
}

static size_t apostrophe(struct line *l, size_t i, struct buf *out)
{
    unsigned c = before(l, i), next = after(l, i + 1);
    if (!strcmp(l->habits->lang, "zh") && !(is_foreign(c) && is_foreign(next)))
        return chinese_single(l, i, out);
    bool opens = may_open(c) && (is_letter(next) || is_digit(next));
    const char *sign = "’";
    if (opens && !l->single && !is_digit(next) && closes_later(l, i)) {
        l->single = true;
        sign = l->habits->open[1];
    } else if (l->single && !is_space(c) && !is_letter(next)) {
        l->single = false;
        sign = l->habits->close[1];
    } else if (!is_letter(c) && !opens) { /* feet, minutes */
        return 0;
    }
    buf_puts(out, sign);
    return 1;
}

static bool is_arabic(unsigned c)
{
    return c >= 0x0620 && c <= 0x065F;
}

/* Marks that were typed as they should be open and close quotations, too. */
static void count_typed(struct line *l, const char *s, size_t left)
{
    size_t open = strlen(l->habits->open[0]), close = strlen(l->habits->close[0]);
    if (left >= open && !memcmp(s, l->habits->open[0], open))
        l->depth++;
    else if (left >= close && !memcmp(s, l->habits->close[0], close))
        l->depth -= l->depth > 0;
}

static size_t signs(struct line *l, size_t i, struct buf *out)
{
    const char *s = l->all.p + i;
    size_t left = l->all.n - i;
    unsigned c = before(l, i);
    count_typed(l, s, left);
    if (*s == ' ' && left >= 2 && s[1] == '%' && is_digit(c)) {
        buf_puts(out, NO_BREAK);
        return 1;
    }
    if (*s == '"')
        return quote(l, i, out);
    if (*s == '\'')
        return apostrophe(l, i, out);
    if (left >= 3 && !memcmp(s, "...", 3) && c != '.' && after(l, i + 3) != '.') {
        buf_puts(out, l->habits->dots);
        return 3;
    }
    if (!strcmp(l->habits->lang, "ar") && is_arabic(c) && !is_digit(after(l, i + 1))) {
        const char *own = *s == ',' ? "،" : *s == ';' ? "؛" : *s == '?' ? "؟" : NULL;
        if (own)
            buf_puts(out, own);
        return own ? 1 : 0;
    }
    return 0;
}

/* --- French spaces --- */

/* The space that a mark at byte i wants before it; NULL when it is none of those, or stands in a
 * time, between letters, or at the beginning. */
static const char *space_before(const struct line *l, size_t i)
{
    unsigned c = after(l, i), prev = before(l, i), next;
    char bytes[4];
    if (!is_one_of(c, ":;!?»"))
        return NULL;
    next = after(l, i + utf8_encode(c, bytes));
    size_t k = i;
    while (k > 0 && is_space(prev)) {
        k = utf8_start(l->all.p, k - 1);
        prev = before(l, k);
    }
    if (is_space(prev) || is_one_of(prev, ":;!?([«") || l->kept[i])
        return NULL;
    if (c != 0xBB && (is_letter(next) || is_digit(next) || is_one_of(next, "/=-")))
        return NULL;
    return c == ':' || c == 0xBB ? NO_BREAK : NARROW;
}

static size_t french(struct line *l, size_t i, struct buf *out)
{
    char bytes[4];
    unsigned c = after(l, i);
    size_t len = c ? utf8_encode(c, bytes) : 1;
    if (c == ' ' || c == 0xA0 || c == 0x202F) {
        const char *wanted = before(l, i) == 0xAB ? NO_BREAK : space_before(l, i + len);
        if (wanted)
            buf_puts(out, wanted);
        return wanted ? len : 0;
    }
    const char *space = is_space(before(l, i)) ? NULL : space_before(l, i);
    bool opens = c == 0xAB && !is_space(after(l, i + len));
    if (!space && !opens)
        return 0;
    buf_puts(out, space ? space : "");
    buf_put(out, bytes, len);
    buf_puts(out, opens ? NO_BREAK : "");
    return len;
}

/* --- Chinese spaces --- */

static bool is_wide(unsigned c)
{
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF00 && c <= 0xFF60) || c >= 0x20000;
}

static size_t chinese(struct line *l, size_t i, struct buf *out)
{
    (void)out;
    bool space = l->all.p[i] == ' ' || l->all.p[i] == '\t';
    return space && (is_wide(before(l, i)) || is_wide(after(l, i + 1)));
}

/* --- the tree --- */

static void finish_line(struct line *l, struct nar_node *first)
{
    each_sign(l, first, signs);
    if (!strcmp(l->habits->lang, "fr"))
        each_sign(l, first, french);
    if (!strcmp(l->habits->lang, "zh"))
        each_sign(l, first, chinese);
}

static void finish(struct line *l, struct nar_node *n)
{
    switch (n->kind) {
    case NAR_PARAGRAPH:
    case NAR_HEADING:
    case NAR_CELL: finish_line(l, n->first); break;
    default:
        for (struct nar_node *c = n->first; c; c = c->next)
            finish(l, c);
        break;
    }
}

void typography_finish(struct arena *a, const char *lang, struct nar_node *root)
{
    struct line l = {.arena = a, .all = BUF_INIT};
    for (size_t i = 0; i < sizeof habits / sizeof *habits; i++)
        if (!strcmp(habits[i].lang, lang))
            l.habits = &habits[i];
    if (l.habits && root)
        finish(&l, root);
    buf_free(&l.all);
}
