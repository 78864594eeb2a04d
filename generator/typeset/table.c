#include "typeset/table.h"

#include "base/utf8.h"
#include "typeset/block.h"
#include "typeset/colwidth.h"

#include <string.h>

enum { /* 1/1000 pt */
    SPARE = 42000,      /* most white added to a column */
    HEAD_WHOLE = 64000, /* heads up to this width stay on one line */
    CONTINUED_GAP = 3500,
};
enum { SMALL_TABLE = 16 }; /* rows up to which a table would rather not break */
enum { HEAD_LINES = 3 };
enum { WIDE_TABLE = 6 }; /* columns beyond which a table is one */

enum { CELLS_KEPT = 1 << 16 };

enum { WORD_PIECE = 3, NUMBER_LONGEST = 30 }; /* ems of a word; characters of a number */

struct wishes { /* of a column's heads, apart from its body */
    mpt firm, least, most;
};

struct numbers { /* of a decimal column */
    mpt before, after; /* widest part before and from the decimal mark */
};

/* A document is set more than once, for its contents and for its last page: what a table's cells
 * were made into is kept for the next time, unless there are very many. */
struct kept_table {
    struct kept_table *next;
    const struct table *table;
    struct items **items;      /* by row and column */
    mpt room;                  /* that it was measured for; the rest is the result */
    struct strip strip;
    struct colwidth *col;
    struct numbers *number;
};

struct setting {
    struct flow *f;
    const struct table *table;
    struct kept_table *kept;   /* NULL: nothing is */
    struct strip strip;        /* of the table itself */
    struct colwidth *col;
    struct wishes *head_wish;
    struct numbers *number;
    int thead, tbody;
    const char *continued;
    struct slab *head;         /* copies, to be repeated */
    size_t heads;
};

struct set_cell {
    struct para para;
    mpt x;                     /* of its lines' left edge */
};

/* --- style and numbers --- */

static enum cell_align align_of(const struct table *t, size_t c)
{
    return t->align ? t->align[c] : CELL_START;
}

static bool is_body(const struct row *r)
{
    return !r->head && !r->group;
}

static struct para_style cell_style(const struct setting *s, const struct row *r, size_t c)
{
    const struct typeset_style *style = s->f->style;
    struct para_style p = {.size = style->table_size, .leading = style->table_leading,
                           .color = r->head ? style->table_color : style->text,
                           .weight = is_body(r) && !r->sum ? FONT_REGULAR : FONT_BOLD,
                           .align = align_of(s->table, c), .tabular = !r->head && !r->group};
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

static struct numbers measure_number(const struct setting *s, const struct row *r, size_t c)
{
    struct para_style style = cell_style(s, r, c);
    const char *text = paragraph_plain(s->f->arena, &r->cell[c].text);
    size_t whole = whole_part(s->f, text);
    struct numbers n = {0, 0};
    if (!whole)
        return n;
    const char *before = arena_strndup(s->f->arena, text, whole);
    n.before = paragraph_label_width(s->f, before, style);
    n.after = paragraph_widths(s->f, &r->cell[c].text, style).most - n.before;
    return n;
}

static mpt greater(mpt a, mpt b)
{
    return a > b ? a : b;
}

/* What stands in a column of numbers stays in one piece, unless it is prose. */
static bool is_number(const struct setting *s, const struct row *r, size_t c)
{
    const char *text = paragraph_plain(s->f->arena, &r->cell[c].text);
    return utf8_count(text, strlen(text)) <= NUMBER_LONGEST;
}

static void measure_column(struct setting *s, size_t c)
{
    struct colwidth *col = &s->col[c];
    struct wishes *head = &s->head_wish[c];
    bool decimal = align_of(s->table, c) == CELL_DECIMAL;
    for (size_t i = 0; i < s->table->rows; i++) {
        const struct row *r = &s->table->row[i];
        if (r->group)
            continue;
        struct para_widths w = paragraph_widths(s->f, &r->cell[c].text, cell_style(s, r, c));
        if (r->head) {
            *head = (struct wishes){greater(head->firm, w.firm), greater(head->least, w.least),
                                    greater(head->most, w.most)};
            continue;
        }
        if (decimal && is_number(s, r, c)) {
            struct numbers n = measure_number(s, r, c), *widest = &s->number[c];
            *widest = (struct numbers){greater(widest->before, n.before),
                                       greater(widest->after, n.after)};
            w.least = w.most; /* a number stays in one piece */
            w.firm = n.before ? w.most : w.firm;
        }
        col->firm = greater(col->firm, w.firm);
        col->least = greater(col->least, w.least);
        col->most = greater(col->most, w.most);
    }
    col->firm = greater(col->firm, s->number[c].before + s->number[c].after);
    col->least = greater(col->least, col->firm);
    col->most = greater(col->most, col->least);
    col->fixed = s->table->width ? s->table->width[c] : 0;
}

/* Heads yield to the body: they take one line where there is room, else two or three. */
static void wish_for_heads(struct setting *s, mpt room)
{
    size_t n = s->table->columns;
    struct colwidth *body = ARENA_ARRAY(s->f->arena, struct colwidth, n);
    memcpy(body, s->col, n * sizeof *body);
    for (mpt lines = 1; lines <= HEAD_LINES; lines++) {
        mpt sum = 0;
        for (size_t c = 0; c < n; c++) {
            mpt head = s->head_wish[c].most;
            if (lines > 1 && head > HEAD_WHOLE) /* lines of unequal length need some more */
                head = greater(greater(head / lines * 5 / 4, HEAD_WHOLE),
                               s->head_wish[c].least);
            s->col[c].firm = greater(body[c].firm, s->head_wish[c].firm);
            s->col[c].least = greater(body[c].least, s->head_wish[c].least);
            s->col[c].most = greater(greater(body[c].most, head), s->col[c].least);
            sum += s->col[c].fixed ? s->col[c].fixed : s->col[c].most;
        }
        if (sum <= room)
            return;
    }
}

/* Words that cannot all stay whole do not take the room that heads would like. */
static void yield_long_words(struct setting *s, mpt room)
{
    int64_t sum = 0;
    for (size_t c = 0; c < s->table->columns; c++)
        sum += s->col[c].fixed ? s->col[c].fixed : s->col[c].least;
    for (size_t c = 0; sum > room && c < s->table->columns; c++)
        if (s->col[c].least > room / 2)
            s->col[c].least = greater(s->col[c].firm, room / 2);
}

/* Wide tables stand closer. */
static mpt gap_of(const struct setting *s)
{
    mpt gap = s->f->style->table.column_gap;
    return s->table->columns > WIDE_TABLE ? gap * 5 / 8 : gap;
}

static struct kept_table *find_kept(struct flow *f, const struct table *t)
{
    if (!f->kept || t->rows > CELLS_KEPT / t->columns)
        return NULL;
    struct kept_table *k = *f->kept;
    while (k && k->table != t)
        k = k->next;
    if (k)
        return k;
    k = ARENA_NEW(f->arena, struct kept_table);
    *k = (struct kept_table){.next = *f->kept, .table = t};
    k->items = ARENA_ARRAY(f->arena, struct items *, t->rows * t->columns);
    *f->kept = k;
    return k;
}

static void measure(struct setting *s, struct strip strip)
{
    size_t n = s->table->columns;
    if (s->kept && s->kept->col && s->kept->room == strip.width) {
        s->col = s->kept->col;
        s->number = s->kept->number;
        s->strip = s->kept->strip;
        return;
    }
    s->col = ARENA_ARRAY(s->f->arena, struct colwidth, n);
    s->head_wish = ARENA_ARRAY(s->f->arena, struct wishes, n);
    s->number = ARENA_ARRAY(s->f->arena, struct numbers, n);
    for (size_t c = 0; c < n; c++)
        measure_column(s, c);
    mpt gaps = (mpt)(n - 1) * gap_of(s);
    wish_for_heads(s, strip.width - gaps);
    yield_long_words(s, strip.width - gaps);
    mpt piece = WORD_PIECE * s->f->style->table_size;
    for (size_t c = 0; c < n; c++) {
        bool yields = align_of(s->table, c) != CELL_DECIMAL && s->col[c].firm > piece;
        s->col[c].hard = yields ? piece : s->col[c].firm;
    }
    colwidth_share(s->col, n, strip.width - gaps, SPARE);
    s->strip = (struct strip){strip.start, gaps};
    for (size_t c = 0; c < n; c++)
        s->strip.width += s->col[c].width;
    if (strip.width - s->strip.width < strip.width / 8 && !s->col[0].fixed) {
        s->col[0].width += strip.width - s->strip.width; /* nearly full: then full */
        s->strip.width = strip.width;
    }
    if (!s->kept)
        return;
    s->kept->room = strip.width;
    s->kept->strip = s->strip;
    s->kept->col = s->col;
    s->kept->number = s->number;
}

/* --- rows --- */

static int cell_element(struct setting *s, const struct row *r, size_t c, int tr)
{
    bool header = r->head || r->group || r->cell[c].header;
    int element = structure_add(s->f->tree, tr, header ? "TH" : "TD");
    struct element *e = structure_at(s->f->tree, element);
    if (header)
        e->scope = r->head ? "Column" : "Row";
    if (r->group)
        e->col_span = (int)s->table->columns;
    return element;
}

/* Moves a number so that its decimal mark stands at the column's; other text goes to the end. */
static mpt number_shift(const struct setting *s, const struct row *r, size_t c,
                        const struct para *p)
{
    mpt width = p->n ? p->line[0].width : 0;
    mpt free = s->col[c].width - width;
    struct numbers n = measure_number(s, r, c);
    if (!n.before || p->n != 1)
        return s->f->rtl ? 0 : free;
    mpt mark = s->f->rtl ? s->number[c].before : s->col[c].width - s->number[c].after;
    mpt shift = mark - n.before;
    return shift < 0 ? 0 : shift > free && free > 0 ? free : shift;
}

static struct set_cell set_cell(struct setting *s, const struct row *r, size_t c, mpt offset,
                                int tr)
{
    mpt width = r->group ? s->strip.width : s->col[c].width;
    struct strip strip = {s->strip.start + offset, width};
    int element = cell_element(s, r, c, tr);
    s->f->note_parent = element;
    struct para_style style = cell_style(s, r, c);
    style.hyphenate = true;
    style.whole = width; /* names stay whole where they can */
    struct set_cell cell;
    cell.para = paragraph_set(s->f, &r->cell[c].text, style, width, element);
    cell.x = flow_left(s->f, strip);
    if (is_body(r) && align_of(s->table, c) == CELL_DECIMAL)
        cell.x += number_shift(s, r, c, &cell.para);
    return cell;
}

static void rule(struct setting *s, struct scene *art, mpt y, mpt thickness)
{
    mpt x = flow_left(s->f, s->strip);
    scene_line(art, x, y, x + s->strip.width, y, s->f->style->table_color, thickness);
}

static void add_notes(struct flow *f, struct slab *slab, const struct para_line *line)
{
    if (!line->notes)
        return;
    int *note = ARENA_ARRAY(f->arena, int, slab->notes + line->notes);
    if (slab->notes)
        memcpy(note, slab->note, slab->notes * sizeof *note);
    memcpy(note + slab->notes, line->note, line->notes * sizeof *note);
    slab->note = note;
    slab->notes += line->notes;
}

/* Room for what lines [from, to) of each cell are made of, and for a rule. */
static void reserve_lines(struct scene *art, const struct set_cell *cell, size_t cells, size_t from,
                          size_t to)
{
    size_t n = 1;
    for (size_t c = 0; c < cells; c++)
        for (size_t i = from; i < to && i < cell[c].para.n; i++)
            n += cell[c].para.line[i].art->n;
    scene_reserve(art, n);
}

/* One slab with lines [from, to) of each cell; heads stand on their lowest line. */
static struct slab *put_lines(struct setting *s, const struct row *r, const struct set_cell *cell,
                              size_t cells, size_t lines, size_t from, size_t to)
{
    struct flow *f = s->f;
    mpt leading = f->style->table_leading;
    mpt top = from == 0 ? f->style->table.row_pad : 0;
    mpt bottom = to == lines ? f->style->table.row_pad : 0;
    struct scene *art = flow_art(f);
    struct slab *slab = flow_add(f, top + (mpt)(to - from) * leading + bottom, art);
    reserve_lines(art, cell, cells, from, to);
    for (size_t c = 0; c < cells; c++) {
        const struct para *p = &cell[c].para;
        size_t down = r->head ? lines - p->n : 0;
        for (size_t i = 0; i < p->n; i++) {
            if (i + down < from || i + down >= to)
                continue;
            mpt y = top + (mpt)(i + down - from) * leading +
                    flow_baseline(f, f->style->table_size, leading);
            flow_place(art, p->line[i].art, cell[c].x, y, false);
            add_notes(f, slab, &p->line[i]);
        }
    }
    slab->text = ++f->texts;
    return slab;
}

static void put_row(struct setting *s, const struct row *r)
{
    struct flow *f = s->f;
    int tr = structure_add(f->tree, r->head ? s->thead : s->tbody, "TR");
    size_t cells = r->group ? 1 : s->table->columns, lines = 1;
    struct set_cell *cell = ARENA_ARRAY(f->arena, struct set_cell, cells);
    mpt offset = 0;
    for (size_t c = 0; c < cells; c++) {
        cell[c] = set_cell(s, r, c, offset, tr);
        lines = cell[c].para.n > lines ? cell[c].para.n : lines;
        offset += s->col[c].width + gap_of(s);
    }
    mpt half = (f->style->page_height - f->style->margin_top - f->style->margin_bottom) / 2;
    bool tall = (mpt)lines * f->style->table_leading > half && !r->head;
    size_t step = tall ? 1 : lines;
    for (size_t from = 0; from < lines; from += step) {
        if (from)
            flow_penalty(f, from == 1 || from + 1 == lines ? BREAK_NEVER : BREAK_BAD);
        struct slab *slab = put_lines(s, r, cell, cells, lines, from, from + step);
        if (from == 0 && r->sum)
            rule(s, slab->art, 0, f->style->table.rule_inner);
        if (!r->head) {
            slab->repeat = s->head;
            slab->repeats = s->heads;
        }
    }
}

/* --- tables --- */

/* Stands above the heads of later pages, where the caption stands on the first. */
static void put_continued(struct setting *s)
{
    struct flow *f = s->f;
    mpt leading = f->style->table_leading;
    struct para_style style = {.size = f->style->table_size, .leading = leading,
                               .color = f->style->muted};
    struct inl words = {.text = s->continued};
    struct para p = paragraph_set(f, &(struct inlines){&words, 1}, style, s->strip.width,
                                  ELEMENT_NONE);
    struct slab line = {.art = flow_art(f), .frame = -1};
    for (size_t i = 0; i < p.n; i++)
        flow_place(line.art, p.line[i].art, flow_left(f, s->strip),
                   (mpt)i * leading + flow_baseline(f, style.size, leading), true);
    line.height = (mpt)p.n * leading + CONTINUED_GAP;
    s->head[s->heads++] = line;
}

static void put_heads(struct setting *s, size_t heads)
{
    struct flow *f = s->f;
    if (heads && heads < s->table->rows) /* a THead wants a TBody after it */
        s->thead = structure_add(f->tree, s->thead, "THead");
    size_t first = f->slab.n;
    for (size_t i = 0; i < heads; i++) {
        put_row(s, &s->table->row[i]);
        flow_penalty(f, BREAK_NEVER);
    }
    if (heads) {
        rule(s, f->slab.p[first].art, 0, f->style->table.rule_outer);
        struct slab *last = &f->slab.p[f->slab.n - 1];
        rule(s, last->art, last->height, f->style->table.rule_inner);
    }
    s->head = ARENA_ARRAY(f->arena, struct slab, f->slab.n - first + 1);
    if (s->continued)
        put_continued(s);
    for (size_t i = first; i < f->slab.n; i++) {
        s->head[s->heads] = f->slab.p[i];
        s->head[s->heads++].notes = 0; /* a mark in a head is for its first page */
    }
}

/* Where a page may begin: not after a group's heading, not before a sum or the last row. */
static int row_penalty(const struct table *t, size_t i, size_t first)
{
    if (i == first)
        return BREAK_NEVER;
    const struct row *r = &t->row[i];
    if (t->row[i - 1].group || r->sum || i == first + 1 || i + 1 == t->rows)
        return BREAK_NEVER;
    return t->rows <= SMALL_TABLE ? BREAK_BAD : BREAK_FREE;
}

static void put_body(struct setting *s, size_t from)
{
    struct flow *f = s->f;
    for (size_t i = from; i < s->table->rows; i++) {
        const struct row *r = &s->table->row[i];
        if (i > from || from)
            flow_penalty(f, row_penalty(s->table, i, from));
        if (r->group && i > from)
            flow_space(f, f->style->table.group_before);
        put_row(s, r);
    }
}

void table_flow(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    const struct table *t = b->table;
    if (!t || !t->columns || !t->rows)
        return;
    struct setting s = {.f = f, .table = t, .kept = find_kept(f, t), .continued = b->continued};
    int element = structure_add(f->tree, parent, "Table");
    structure_at(f->tree, element)->title = t->summary;
    structure_at(f->tree, element)->attachment = b->attachment;
    measure(&s, strip);
    size_t first = f->slab.n, heads = 0;
    flow_space(f, b->space_before > 0 ? b->space_before : f->style->table.before);
    if (b->caption.n) {
        f->note_parent = parent;
        block_caption(f, &b->caption, strip, structure_add(f->tree, element, "Caption"));
    }
    while (heads < t->rows && t->row[heads].head)
        heads++;
    int outer = f->current_frame;
    struct frame frame = {.x = flow_left(f, s.strip), .width = s.strip.width,
                          .foot_rule = f->style->table.rule_outer};
    flow_frame(f, frame);
    s.thead = element;
    put_heads(&s, heads);
    s.tbody = heads && heads < t->rows ? structure_add(f->tree, element, "TBody") : element;
    put_body(&s, heads);
    f->current_frame = outer;
    if (b->source.n)
        block_source(f, &b->source, strip, parent);
    block_dest(f, first, b->dest, element);
    flow_space(f, b->space_after > 0 ? b->space_after : f->style->table.after);
}
