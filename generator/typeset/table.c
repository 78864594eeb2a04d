#include "typeset/table.h"

#include "typeset/block.h"
#include "typeset/table_measure.h"

#include <string.h>

enum { CONTINUED_GAP = 3500 }; /* 1/1000 pt */
enum { SMALL_TABLE = 9, FAIR_TABLE = 24 }; /* rows up to which a table would rather not break */
enum { STUB_LINES = 5 };

struct set_cell {
    struct para para;
    mpt x;                     /* of its lines' left edge */
};

/* --- rows --- */

/* Id of a cell that others name: "t12-0-3", or of a group's heading: "t12-7". */
static const char *id_of(const struct table_setting *s, size_t row, size_t c)
{
    if (s->table->row[row].group)
        return arena_printf(s->f->home, "t%d-%zu", s->element, row);
    return arena_printf(s->f->home, "t%d-%zu-%zu", s->element, row, c);
}

static int cell_element(struct table_setting *s, size_t row, size_t c, int tr)
{
    const struct row *r = &s->table->row[row];
    bool header = r->head || r->group || r->cell[c].header;
    int element = structure_add(s->f->tree, tr, header ? "TH" : "TD");
    struct element *e = structure_at(s->f->tree, element);
    if (header)
        e->scope = r->head ? "Column" : "Row";
    if (r->group)
        e->col_span = (int)s->table->columns;
    if (s->headers && (r->head || r->group))
        e->id = id_of(s, row, c);
    else if (s->headers && !header)
        e->headers = s->headers[c];
    return element;
}

/* Rows from here on stand under this group, too. */
static void name_group(struct table_setting *s, size_t row)
{
    const struct row *r = &s->table->row[row];
    if (!s->headers || !r->group)
        return;
    for (size_t c = 0; c < s->table->columns; c++)
        s->headers[c] = arena_printf(s->f->home, "%s%s%s", s->over[c], *s->over[c] ? " " : "",
                                     id_of(s, row, c));
}

/* Moves a number so that its decimal mark stands at the column's; other text goes to the end as
 * a whole. */
static mpt number_shift(const struct table_setting *s, const struct row *r, size_t c,
                        const struct para *p)
{
    mpt width = 0;
    for (size_t i = 0; i < p->n; i++)
        width = p->line[i].width > width ? p->line[i].width : width;
    mpt free = s->col[c].width > width ? s->col[c].width - width : 0;
    struct table_number n = table_measure_number(s, r, c, width);
    if (!n.before || p->n != 1)
        return s->f->rtl ? 0 : free;
    mpt mark = s->f->rtl ? s->number[c].before : s->col[c].width - s->number[c].after;
    mpt shift = mark - n.before;
    return shift < 0 ? 0 : shift > free && free > 0 ? free : shift;
}

static struct set_cell set_cell(struct table_setting *s, size_t row, size_t c, mpt offset, int tr)
{
    const struct row *r = &s->table->row[row];
    mpt width = r->group ? s->strip.width : s->col[c].width;
    struct strip strip = {s->strip.start + offset, width};
    int element = cell_element(s, row, c, tr);
    s->f->note_parent = element;
    struct para_style style = table_measure_style(s, r, c);
    style.hyphenate = true;
    if (style.kept && !*style.kept && s->table->rows > TABLE_WHOLE)
        style.kept = NULL; /* what was not measured is set once */
    style.whole = width; /* names stay whole where they can */
    struct set_cell cell;
    cell.para = paragraph_set(s->f, &r->cell[c].text, style, width, element);
    cell.x = flow_left(s->f, strip);
    if (table_measure_is_body(r) && table_measure_align(s->table, c) == CELL_DECIMAL)
        cell.x += number_shift(s, r, c, &cell.para);
    return cell;
}

static void rule(struct table_setting *s, struct scene *art, mpt y, mpt thickness)
{
    mpt x = flow_left(s->f, s->strip);
    flow_rule(art, x, y, s->strip.width, s->f->style->table_color, thickness);
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

/* One slab with lines [from, to) of each cell; heads stand on their lowest line. */
static struct slab *put_lines(struct table_setting *s, const struct row *r,
                              const struct set_cell *cell, size_t cells, size_t lines,
                              size_t from, size_t to)
{
    struct flow *f = s->f;
    mpt leading = f->style->table_leading;
    mpt top = from == 0 ? f->style->table.row_pad : 0;
    mpt bottom = to == lines ? f->style->table.row_pad : 0;
    struct scene *art = flow_art(f);
    struct slab *slab = flow_add(f, top + (mpt)(to - from) * leading + bottom, art);
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

/* Height that a page leaves for a row under the repeated heads. */
static mpt row_room(const struct table_setting *s)
{
    const struct typeset_style *style = s->f->style;
    mpt room = style->page_height - style->margin_top - style->margin_bottom;
    for (size_t i = 0; i < s->heads; i++)
        room -= s->head[i].height;
    return room - 2 * style->table.row_pad;
}

/* A row taller than a page is one slab a line. */
static void put_slabs(struct table_setting *s, const struct row *r, const struct set_cell *cell,
                      size_t cells, size_t lines)
{
    struct flow *f = s->f;
    bool tall = (mpt)lines * f->style->table_leading > row_room(s);
    size_t step = tall ? 1 : lines;
    for (size_t from = 0; from < lines; from += step) {
        if (from)
            flow_penalty(f, from == 1 || from + 1 == lines ? BREAK_NEVER : BREAK_BAD);
        struct slab *slab = put_lines(s, r, cell, cells, lines, from, from + step);
        if (from == 0 && r->sum)
            rule(s, slab->art, 0, f->style->table.rule_inner);
        flow_keep(f);
        if (!r->head) {
            slab->repeat = s->head;
            slab->repeats = s->heads + (from && s->heads); /* with the white that the row has above its first line */
        }
    }
}

static void put_row(struct table_setting *s, size_t index)
{
    struct flow *f = s->f;
    const struct row *r = &s->table->row[index];
    flow_scratch(f);
    int tr = structure_add(f->tree, s->body, "TR");
    size_t cells = r->group ? 1 : s->table->columns, lines = 1;
    struct set_cell *cell = ARENA_ARRAY(f->arena, struct set_cell, cells);
    mpt offset = 0;
    for (size_t c = 0; c < cells; c++) {
        cell[c] = set_cell(s, index, c, offset, tr);
        lines = cell[c].para.n > lines ? cell[c].para.n : lines;
        offset += s->col[c].width + table_measure_gap(s);
    }
    put_slabs(s, r, cell, cells, lines);
    flow_scratch_end(f);
}

/* --- heads --- */

/* Stands above the heads of later pages, where the caption stands on the first. */
static void put_continued(struct table_setting *s)
{
    struct flow *f = s->f;
    mpt leading = f->style->table_leading;
    struct para_style style = {.size = f->style->table_size, .leading = leading,
                               .color = f->style->muted};
    struct inl words = {.text = s->block->continued};
    struct para p = paragraph_set(f, &(struct inlines){&words, 1}, style, s->strip.width,
                                  ELEMENT_NONE);
    struct slab line = {.art = flow_art(f), .frame = -1};
    for (size_t i = 0; i < p.n; i++)
        flow_place(line.art, p.line[i].art, flow_left(f, s->strip),
                   (mpt)i * leading + flow_baseline(f, style.size, leading), true);
    line.height = (mpt)p.n * leading + CONTINUED_GAP;
    s->head[s->heads++] = line;
}

/* Heads that would fill a good part of every page stand on the first only. */
static bool may_repeat(const struct table_setting *s, size_t first)
{
    mpt height = 0;
    for (size_t i = first; i < s->f->slab.n; i++)
        height += s->f->slab.p[i].height;
    return height < row_room(s) / 3;
}

static void put_heads(struct table_setting *s, size_t heads)
{
    struct flow *f = s->f;
    bool rows = heads < s->table->rows; /* a THead wants a TBody after it */
    s->body = heads && rows ? structure_add(f->tree, s->element, "THead") : s->element;
    size_t first = f->slab.n;
    for (size_t i = 0; i < heads; i++) {
        put_row(s, i);
        flow_penalty(f, BREAK_NEVER);
    }
    if (heads) {
        rule(s, flow_open(f, &f->slab.p[first]), 0, f->style->table.rule_outer);
        struct slab *last = &f->slab.p[f->slab.n - 1];
        rule(s, flow_open(f, last), last->height, f->style->table.rule_inner);
    }
    struct slab *head = ARENA_ARRAY(f->arena, struct slab, f->slab.n - first + 2);
    s->head = head;
    if (!may_repeat(s, first))
        return;
    if (s->block->continued)
        put_continued(s);
    for (size_t i = first; i < f->slab.n; i++) {
        struct slab *copy = &head[s->heads++];
        *copy = f->slab.p[i];
        copy->notes = 0; /* a mark in a head is for its first page */
        copy->art = flow_art(f);
        flow_place(copy->art, flow_open(f, &f->slab.p[i]), 0, 0, true);
    }
    head[s->heads] = (struct slab){.height = f->style->table.row_pad, .frame = -1};
}

/* --- rows --- */

struct share { /* of the rows, above or below a place */
    size_t rows;
    int64_t height;
};

/* One low row does not stand alone; one of several lines may. */
static bool is_stub(const struct table_setting *s, struct share part)
{
    return part.rows == 0 ||
           (part.rows < 2 && part.height < (int64_t)STUB_LINES * s->f->style->table_leading);
}

/* Where a page may begin: not after a group's heading, not before a sum or the last row, and
 * the more readily the longer the table is. */
static int row_penalty(const struct table_setting *s, size_t i, struct share above,
                       struct share below)
{
    const struct row *r = &s->table->row[i];
    if (is_stub(s, above) || is_stub(s, below) || r[-1].group || r->sum)
        return BREAK_NEVER;
    size_t rows = above.rows + below.rows;
    if (rows <= SMALL_TABLE)
        return (above.height + below.height) * 3 < row_room(s) ? BREAK_WORST : BREAK_BAD;
    if (above.rows < 3 || below.rows < 3)
        return BREAK_BAD;
    return rows <= FAIR_TABLE ? BREAK_BAD * (int)(FAIR_TABLE + 2 - rows) / FAIR_TABLE
           : r[-2].group ? BREAK_POOR : BREAK_FREE;
}

static int64_t height_of(const struct flow *f, size_t from, size_t to)
{
    int64_t height = 0;
    for (; from < to; from++)
        height += f->slab.p[from].height;
    return height;
}

/* slab: the first one of each row, and the one after the last. */
static void set_penalties(struct table_setting *s, size_t first, const size_t *slab)
{
    struct flow *f = s->f;
    size_t rows = s->table->rows;
    struct share above = {0, 0}, below = {rows - first, height_of(f, slab[0], slab[rows - first])};
    for (size_t i = first; i < rows; i++) {
        size_t from = slab[i - first], to = slab[i - first + 1];
        int64_t height = height_of(f, from, to);
        if (i > 0)
            f->slab.p[from].penalty = row_penalty(s, i, above, below);
        above = (struct share){above.rows + 1, above.height + height};
        below = (struct share){below.rows - 1, below.height - height};
    }
}

/* Each group has a body of its own, so that those who listen know where they are. */
static void begin_body(struct table_setting *s, size_t i, size_t first)
{
    bool wanted = first || s->headers;
    if (i == first ? wanted : s->table->row[i].group && !s->table->row[i - 1].group)
        s->body = structure_add(s->f->tree, s->element, "TBody");
    else if (i == first)
        s->body = s->element;
}

static void put_body(struct table_setting *s, size_t first)
{
    struct flow *f = s->f;
    size_t rows = s->table->rows, *slab = ARENA_ARRAY(f->home, size_t, rows - first + 1);
    for (size_t i = first; i < rows; i++) {
        const struct row *r = &s->table->row[i];
        if (r->group && i > first)
            flow_space(f, f->style->table.group_before);
        begin_body(s, i, first);
        name_group(s, i);
        slab[i - first] = f->slab.n;
        put_row(s, i);
    }
    slab[rows - first] = f->slab.n;
    set_penalties(s, first, slab);
}

/* --- tables --- */

/* Cells name those over them where a look at the first row would not tell: under several rows
 * of heads, in groups. */
static void name_heads(struct table_setting *s, size_t heads)
{
    const struct table *t = s->table;
    size_t groups = 0;
    for (size_t i = 0; i < t->rows && !groups; i++)
        groups += t->row[i].group;
    if (heads < 2 && !groups)
        return;
    s->over = ARENA_ARRAY(s->f->home, const char *, t->columns);
    s->headers = ARENA_ARRAY(s->f->home, const char *, t->columns);
    for (size_t c = 0; c < t->columns; c++) {
        const char *ids = "";
        for (size_t i = 0; i < heads; i++)
            ids = arena_printf(s->f->home, "%s%s%s", ids, *ids ? " " : "", id_of(s, i, c));
        s->over[c] = s->headers[c] = ids;
    }
}

void table_flow(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    const struct table *t = b->table;
    if (!t || !t->columns || !t->rows)
        return;
    struct table_setting s = {.f = f, .block = b, .table = t};
    s.element = structure_add(f->tree, parent, "Table");
    structure_at(f->tree, s.element)->alt = t->summary;
    structure_at(f->tree, s.element)->attachment = b->attachment;
    table_measure(&s, strip);
    size_t first = f->slab.n, heads = 0;
    flow_penalty(f, BREAK_TEXT); /* the text before it leads to it, as a rule */
    flow_space(f, b->space_before > 0 ? b->space_before : f->style->table.before);
    if (b->caption.n) {
        f->note_parent = parent;
        block_caption(f, &b->caption, strip, structure_add(f->tree, s.element, "Caption"),
                      false);
    }
    while (heads < t->rows && t->row[heads].head)
        heads++;
    int outer = f->current_frame;
    struct frame frame = {.x = flow_left(f, s.strip), .width = s.strip.width,
                          .foot_rule = f->style->table.rule_outer};
    flow_frame(f, frame);
    name_heads(&s, heads);
    put_heads(&s, heads);
    put_body(&s, heads);
    f->current_frame = outer;
    if (b->source.n)
        block_source(f, &b->source, strip, parent);
    block_dest(f, first, b->dest, s.element);
    flow_space(f, b->space_after > 0 ? b->space_after : f->style->table.after);
}
