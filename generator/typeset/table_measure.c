#include "typeset/table_measure.h"

#include "base/utf8.h"
#include "typeset/table_fit.h"

#include <string.h>

enum { /* 1/1000 pt */
    SPARE = 42000,      /* most white added to a column */
    HEAD_WHOLE = 64000, /* heads up to this width stay on one line */
};
enum { HEAD_LINES = 3 };
enum { WIDE_TABLE = 6 }; /* columns beyond which a table is one */
enum { EVERY = 8 };         /* beyond so many rows, look through one in 8 */
enum { CELLS_KEPT = 1 << 16 };
enum { SAMPLE = 48, LONG_TABLE = 30 };        /* rows to weigh widths by; heads repeat */

struct wishes { /* of a column's heads, apart from its body */
    mpt hard, firm, least, most;
};

/* What cells were made into when they were measured is kept for setting them, and that of short
 * tables for the next time a document is set, unless there are very many. */
struct kept_table {
    struct kept_table *next;
    const struct table *table;
    struct items **items;      /* by row and column */
    mpt room;                  /* that it was measured for; the rest is the result */
    struct strip strip;
    struct colwidth *col;
    struct table_number *number;
};

struct measuring {
    struct table_setting *s;
    struct wishes *head;
    struct colwidth_text *sample; /* row by row */
    size_t samples, step;
    size_t *figure;               /* of a column: characters of the longest with digits seen */
};

/* --- style and numbers --- */

enum cell_align table_measure_align(const struct table *t, size_t c)
{
    return t->align ? t->align[c] : CELL_START;
}

bool table_measure_is_body(const struct row *r)
{
    return !r->head && !r->group;
}

struct para_style table_measure_style(const struct table_setting *s, const struct row *r, size_t c)
{
    const struct typeset_style *style = s->f->style;
    bool plain = table_measure_is_body(r) && !r->sum;
    struct para_style p = {.size = style->table_size, .leading = style->table_leading,
                           .color = r->head ? style->table_color : style->text,
                           .weight = plain ? FONT_REGULAR : FONT_BOLD,
                           .align = table_measure_align(s->table, c),
                           .tabular = !r->head && !r->group};
    if (r->group)
        p.align = CELL_START;
    else if (p.align == CELL_DECIMAL && r->head)
        p.align = CELL_END;
    else if (p.align == CELL_DECIMAL) /* lines begin at the left edge, to be moved */
        p.align = s->f->rtl ? CELL_END : CELL_START;
    if (s->kept)
        p.kept = &s->kept->items[(size_t)(r - s->table->row) * s->table->columns + c];
    return p;
}

mpt table_measure_gap(const struct table_setting *s)
{
    mpt gap = s->f->style->table.column_gap;
    return s->table->columns > WIDE_TABLE ? gap * 5 / 8 : gap;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Bytes of a number before its decimal mark (or after its last digit); 0 = not a number. */
static size_t whole_part(const struct flow *f, const char *text)
{
    size_t n = strlen(text), digits_end = 0;
    for (size_t i = 0; i < n; i++)
        if (is_digit(text[i]))
            digits_end = i + 1;
    size_t mark = locale_number_mark(f->locale, text);
    return digits_end && mark < digits_end ? mark : digits_end;
}

struct table_number table_measure_number(const struct table_setting *s, const struct row *r,
                                         size_t c, mpt most)
{
    const char *text = paragraph_plain(s->f->arena, &r->cell[c].text);
    size_t whole = whole_part(s->f, text);
    struct table_number n = {0, 0};
    if (!whole)
        return n;
    n.before = paragraph_label_part(s->f, text, whole, table_measure_style(s, r, c));
    n.after = most - n.before;
    return n;
}

/* What stands in a column of numbers stays in one piece, unless it is prose. */
static bool is_number(const struct table_setting *s, const struct row *r, size_t c)
{
    const char *text = paragraph_plain(s->f->arena, &r->cell[c].text);
    return utf8_count(text, strlen(text)) <= FIGURE_KEPT;
}

/* --- looking at cells --- */

/* A number of one piece of text needs no looking for words: it stays in one piece. */
static bool is_plain(const struct inlines *text)
{
    return text->n == 1 && text->item->kind == INLINE_TEXT && !text->item->raised;
}

static struct para_widths cell_widths(struct table_setting *s, const struct row *r, size_t c)
{
    const struct inlines *text = &r->cell[c].text;
    struct para_style style = table_measure_style(s, r, c);
    if (r->head || table_measure_align(s->table, c) != CELL_DECIMAL || !is_number(s, r, c))
        return paragraph_widths(s->f, text, style);
    mpt most = is_plain(text) ? paragraph_label_width(s->f, text->item->text, style)
                              : paragraph_widths(s->f, text, style).most;
    struct table_number n = table_measure_number(s, r, c, most), *widest = &s->number[c];
    widest->before = greater(widest->before, n.before);
    widest->after = greater(widest->after, n.after);
    if (n.before || most == 0)
        return (struct para_widths){most, most, most, most, most};
    struct para_widths w = paragraph_widths(s->f, text, style);
    w.least = most;
    return w;
}

/* The widths of what stands between the line ends of a cell. */
static struct colwidth_text parts_of(struct table_setting *s, const struct row *r, size_t c,
                                     mpt most)
{
    const struct inlines *text = &r->cell[c].text;
    struct para_style style = table_measure_style(s, r, c);
    style.kept = NULL;
    struct colwidth_text t = {{most}, 1};
    size_t from = 0;
    for (size_t i = 0; i <= text->n && t.parts <= COLWIDTH_PARTS; i++) {
        bool end = i == text->n;
        if (!end && text->item[i].kind != INLINE_BREAK)
            continue;
        if (end && from == 0)
            return t; /* no line ends in it */
        struct inlines part = {text->item + from, i - from};
        t.parts = from ? t.parts : 0;
        if (t.parts < COLWIDTH_PARTS)
            t.part[t.parts++] = paragraph_widths(s->f, &part, style).most;
        from = i + 1;
    }
    return t;
}

static void measure_cell(struct measuring *m, const struct row *r, size_t c,
                         struct colwidth_text *sample)
{
    struct colwidth *col = &m->s->col[c];
    struct wishes *head = &m->head[c];
    flow_scratch(m->s->f);
    struct para_widths w = cell_widths(m->s, r, c);
    if (sample)
        sample[c] = parts_of(m->s, r, c, w.most);
    flow_scratch_end(m->s->f);
    if (r->head) {
        *head = (struct wishes){greater(head->hard, w.figure), greater(head->firm, w.firm),
                                greater(head->least, w.least), greater(head->most, w.most)};
        return;
    }
    col->hard = greater(col->hard, w.figure);
    col->firm = greater(col->firm, w.firm);
    col->least = greater(col->least, w.least);
    col->most = greater(col->most, w.most);
}

/* Characters of the longest run without white space in which a digit stands. */
static size_t longest_figure(const struct inlines *text)
{
    size_t longest = 0;
    for (size_t i = 0; i < text->n; i++) {
        size_t run = 0;
        bool digits = false;
        for (const char *s = text->item[i].text; s && *s; s++) {
            bool space = *s == ' ' || *s == '\n';
            run = space ? 0 : run + !utf8_is_tail(*s);
            digits = !space && (digits || is_digit(*s));
            longest = digits && run > longest ? run : longest;
        }
    }
    return longest;
}

/* Ids of rows that are not looked at otherwise: is there one longer than all before? */
static bool longer_figure(struct measuring *m, const struct row *r, size_t c)
{
    size_t n = longest_figure(&r->cell[c].text);
    bool longer = n > m->figure[c] && n <= FIGURE_KEPT;
    m->figure[c] = longer ? n : m->figure[c];
    return longer;
}

static void measure_row(struct measuring *m, size_t i)
{
    const struct table *t = m->s->table;
    const struct row *r = &t->row[i];
    if (r->group)
        return;
    struct colwidth_text *sample = NULL;
    if (m->samples < SAMPLE && (r->head || r->sum || i % m->step == 0))
        sample = &m->sample[m->samples++ * t->columns];
    bool all = i < TABLE_WHOLE || i % EVERY == 0 || r->head || r->sum;
    for (size_t c = 0; c < t->columns; c++)
        if (all || table_measure_align(t, c) == CELL_DECIMAL || longer_figure(m, r, c))
            measure_cell(m, r, c, sample);
    if (sample && r->head && t->rows > LONG_TABLE && m->samples < SAMPLE)
        memcpy(&m->sample[m->samples++ * t->columns], sample, t->columns * sizeof *sample);
}

static void measure_rows(struct measuring *m)
{
    struct table_setting *s = m->s;
    const struct table *t = s->table;
    m->sample = ARENA_ARRAY(s->f->arena, struct colwidth_text, SAMPLE * t->columns);
    m->figure = ARENA_ARRAY(s->f->arena, size_t, t->columns);
    m->step = t->rows / (SAMPLE / 2) + 1;
    for (size_t i = 0; i < t->rows; i++)
        measure_row(m, i);
    for (size_t c = 0; c < t->columns; c++) {
        struct colwidth *col = &s->col[c];
        col->hard = greater(col->hard, s->number[c].before + s->number[c].after);
        col->firm = greater(col->firm, col->hard);
        col->least = greater(col->least, col->firm);
        col->most = greater(col->most, col->least);
        col->fixed = t->width ? t->width[c] : 0;
    }
}

/* --- what columns ask for --- */

/* Heads yield to the body: they take one line where there is room, else two or three. */
static void wish_for_heads(const struct measuring *m, mpt room)
{
    struct table_setting *s = m->s;
    size_t n = s->table->columns;
    struct colwidth *body = ARENA_ARRAY(s->f->arena, struct colwidth, n);
    memcpy(body, s->col, n * sizeof *body);
    for (mpt lines = 1; lines <= HEAD_LINES; lines++) {
        mpt sum = 0;
        for (size_t c = 0; c < n; c++) {
            mpt head = m->head[c].most;
            if (lines > 1 && head > HEAD_WHOLE) /* lines of unequal length need some more */
                head = greater(greater(head / lines * 5 / 4, HEAD_WHOLE), m->head[c].least);
            s->col[c].hard = greater(body[c].hard, m->head[c].hard);
            s->col[c].firm = greater(body[c].firm, m->head[c].firm);
            s->col[c].least = greater(body[c].least, m->head[c].least);
            s->col[c].most = greater(greater(body[c].most, head), s->col[c].least);
            sum += s->col[c].fixed ? s->col[c].fixed : s->col[c].most;
        }
        if (sum <= room)
            return;
    }
}

/* Words that cannot all stay whole do not take the room that heads would like; one that is wider than the table
 * breaks wherever it stands, and asks for none. */
static void yield_long_words(struct table_setting *s, mpt room)
{
    int64_t sum = 0;
    for (size_t c = 0; c < s->table->columns; c++)
        sum += s->col[c].fixed ? s->col[c].fixed : s->col[c].least;
    for (size_t c = 0; sum > room && c < s->table->columns; c++)
        if (s->col[c].least > room / 2)
            s->col[c].least = greater(s->col[c].firm, s->col[c].least > room ? 0 : room / 2);
}

/* Where words cannot all stay whole, they may break at hyphens: how narrow does that make the
 * columns? */
static void break_words(struct measuring *m, mpt room)
{
    struct table_setting *s = m->s;
    const struct table *t = s->table;
    int64_t sum = 0;
    bool narrow = false;
    for (size_t c = 0; c < t->columns; c++) {
        s->col[c].figure = s->col[c].hard;
        sum += greater(s->col[c].fixed, s->col[c].firm);
        narrow = narrow || (s->col[c].fixed && s->col[c].fixed < s->col[c].firm);
    }
    if (sum <= room && !narrow)
        return;
    for (size_t i = 0; i < t->rows; i++) {
        const struct row *r = &t->row[i];
        if (r->group || !(i < TABLE_WHOLE || i % EVERY == 0 || r->head || r->sum))
            continue;
        for (size_t c = 0; c < t->columns; c++) {
            struct para_style style = table_measure_style(s, r, c);
            style.kept = NULL;
            style.hyphenate = true;
            flow_scratch(s->f);
            mpt part = paragraph_widths(s->f, &r->cell[c].text, style).part;
            flow_scratch_end(s->f);
            s->col[c].hard = greater(s->col[c].hard, part);
        }
    }
    for (size_t c = 0; c < t->columns; c++) { /* a hyphen more may be wider than a word */
        s->col[c].firm = greater(s->col[c].firm, s->col[c].hard);
        s->col[c].least = greater(s->col[c].least, s->col[c].firm);
        s->col[c].most = greater(s->col[c].most, s->col[c].least);
    }
}

/* --- from run to run --- */

static struct kept_table *find_kept(struct flow *f, const struct table *t)
{
    if (!f->kept || t->rows > CELLS_KEPT / t->columns)
        return NULL;
    struct kept_table *k = *f->kept;
    while (k && k->table != t)
        k = k->next;
    if (k)
        return k;
    k = ARENA_NEW(f->runs, struct kept_table);
    *k = (struct kept_table){.next = *f->kept, .table = t};
    k->items = ARENA_ARRAY(f->runs, struct items *, t->rows * t->columns);
    *f->kept = k;
    return k;
}

static bool take_kept(struct table_setting *s, struct strip strip)
{
    struct kept_table *k = s->kept = find_kept(s->f, s->table);
    if (!k || !k->col || k->room != strip.width)
        return false;
    s->col = k->col;
    s->number = k->number;
    s->strip = k->strip;
    return true;
}

static void keep(struct table_setting *s, struct strip strip)
{
    struct kept_table *k = s->kept;
    if (!k)
        return;
    k->room = strip.width;
    k->strip = s->strip;
    k->col = s->col;
    k->number = s->number;
}

void table_measure(struct table_setting *s, struct strip strip)
{
    size_t n = s->table->columns;
    if (take_kept(s, strip))
        return;
    s->col = ARENA_ARRAY(s->f->runs, struct colwidth, n);
    s->number = ARENA_ARRAY(s->f->runs, struct table_number, n);
    struct measuring m = {.s = s, .head = ARENA_ARRAY(s->f->arena, struct wishes, n)};
    measure_rows(&m);
    mpt gaps = (mpt)(n - 1) * table_measure_gap(s);
    wish_for_heads(&m, strip.width - gaps);
    break_words(&m, strip.width - gaps);
    table_fit(s, strip.width);
    yield_long_words(s, strip.width - gaps);
    colwidth_share(s->col, n, strip.width - gaps, SPARE);
    for (size_t c = 0; c < n; c++) /* heads get more where that costs no row a line */
        s->col[c].most = greater(s->col[c].most, m.head[c].most);
    colwidth_even(s->col, n, m.sample, m.samples);
    s->strip = (struct strip){strip.start, gaps};
    for (size_t c = 0; c < n; c++)
        s->strip.width += s->col[c].width;
    if (strip.width - s->strip.width < strip.width / 8 && !s->col[0].fixed) {
        s->col[0].width += strip.width - s->strip.width; /* nearly full: then full */
        s->strip.width = strip.width;
    }
    keep(s, strip);
}
