#include "typeset/block.h"

#include "typeset/contents.h"
#include "typeset/itemise.h"
#include "typeset/table.h"

#include <string.h>

static mpt chosen(mpt given, mpt standing)
{
    return given == SPACE_NONE ? 0 : given > 0 ? given : standing;
}

static struct para_style body_style(const struct flow *f, const struct block *b)
{
    mpt size = chosen(b->size, f->style->size);
    mpt leading = b->size > 0 ? size * 13 / 10 : f->style->leading;
    return (struct para_style){
        .size = size,
        .leading = chosen(b->leading, leading),
        .weight = b->weight,
        .color = b->muted ? f->style->muted : f->style->text,
        .align = b->align,
        .justify = b->justify && b->align == CELL_START,
        .hyphenate = f->style->hyphenate && b->align == CELL_START,
    };
}

static struct strip inset(struct strip s, mpt start, mpt end)
{
    return (struct strip){s.start + start, s.width - start - end};
}

void block_dest(struct flow *f, size_t slab, const char *name, int element)
{
    if (!name || slab >= f->slab.n)
        return;
    struct prim *p = scene_add(flow_open(f, &f->slab.p[slab]), PRIM_DEST);
    p->element = element;
    p->dest = name;
}

/* --- text --- */

/* A paragraph that ends with a colon, also a Chinese one, leads to what follows. */
static bool leads_on(const char *text)
{
    static const char wide[] = "\xEF\xBC\x9A"; /* U+FF1A */
    size_t n = strlen(text);
    while (n && text[n - 1] == ' ')
        n--;
    return (n > 0 && text[n - 1] == ':') || (n >= 3 && !memcmp(text + n - 3, wide, 3));
}

static void put_paragraph(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    struct para_style style = body_style(f, b);
    style.indent = b->follows ? f->style->paragraph_indent : 0;
    int element = structure_add(f->tree, parent, "P");
    f->note_parent = parent;
    flow_space(f, chosen(b->space_before, 0));
    size_t first = f->slab.n;
    struct para p = paragraph_set(f, &b->text, style, strip.width, element);
    paragraph_flow(f, &p, strip, style.size, style.leading);
    block_dest(f, first, b->dest, element);
    flow_space(f, chosen(b->space_after, f->style->paragraph_after));
    if (b->keep)
        flow_penalty(f, BREAK_NEVER);
    else if (leads_on(paragraph_plain(f->arena, &b->text)))
        flow_penalty(f, BREAK_WORST);
}

static void put_outline(struct flow *f, const struct block *b, const char *dest)
{
    struct listed heading = {b->number, dest, NULL, b->text, b->level};
    VEC_PUSH(f->arena, &f->heading, heading);
    const char *title = paragraph_plain(f->arena, &b->text);
    struct outline_item o = {.dest = dest, .level = b->level > 1 ? b->level : 1};
    o.title = b->number ? arena_printf(f->arena, "%s %s", b->number, title) : title;
    VEC_PUSH(f->arena, &f->outline, o);
}

/* The number as the first word, where lines do not begin at the start edge. */
static struct inlines with_number(struct flow *f, const struct block *b)
{
    static const char em_space[] = "\xE2\x80\x83";
    struct inl *item = ARENA_ARRAY(f->arena, struct inl, b->text.n + 1);
    item[0] = (struct inl){.text = arena_printf(f->arena, "%s%s", b->number, em_space)};
    for (size_t i = 0; i < b->text.n; i++)
        item[i + 1] = b->text.item[i];
    return (struct inlines){item, b->text.n + 1};
}

static void put_heading(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    static const char *const types[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    int level = b->level < 0 ? 0 : b->level;
    const struct heading_style *look =
        &f->style->heading_level[level < HEADING_LEVELS ? level : HEADING_LEVELS - 1];
    struct para_style style = {.size = chosen(b->size, look->size), .leading = look->leading,
                               .weight = look->weight, .color = look->color, .balance = true,
                               .align = look->align != CELL_START ? look->align : b->align};
    int element = structure_add(f->tree, parent, types[level > 5 ? 5 : level]);
    f->note_parent = parent;
    const char *dest = b->dest ? b->dest : arena_printf(f->arena, "section-%d", ++f->headings);
    flow_space(f, chosen(b->space_before, look->before));
    struct scene *label = flow_art(f);
    bool at_start = style.align == CELL_START;
    mpt indent = 0, baseline = flow_baseline(f, style.size, style.leading);
    struct inlines text = b->text;
    if (b->number && *b->number && at_start) {
        mpt w = paragraph_label_width(f, b->number, style) + f->style->heading_gap;
        indent = w > look->indent ? w : look->indent;
        paragraph_label(f, label, b->number, style, strip, baseline, element);
    } else if (b->number && *b->number) {
        text = with_number(f, b);
    }
    size_t first = f->slab.n;
    struct strip rest = inset(strip, indent, level == 0 || !at_start ? 0 : strip.width / 12);
    struct para p = paragraph_set(f, &text, style, rest.width, element);
    paragraph_flow(f, &p, rest, style.size, style.leading);
    for (size_t i = first + 1; i < f->slab.n; i++)
        f->slab.p[i].penalty = BREAK_NEVER;
    if (f->slab.n > first) {
        flow_place(label, f->slab.p[first].art, 0, 0, false);
        f->slab.p[first].art = label;
        block_dest(f, first, dest, element);
        put_outline(f, b, dest);
        flow_penalty(f, BREAK_NEVER);
    }
    flow_space(f, chosen(b->space_after, look->after));
}

/* --- lists --- */

enum { LABEL_MOST = 7 }; /* ems: nine digits, the most that Markdown has, and a mark */

static mpt label_indent(struct flow *f, const struct block *list, struct para_style style)
{
    mpt widest = f->style->list.indent;
    for (size_t i = 0; i < list->n; i++) {
        if (!list->child[i]->number)
            continue;
        mpt w = paragraph_label_width(f, list->child[i]->number, style) + style.size / 2;
        widest = w > widest ? w : widest;
    }
    return widest < f->style->size * LABEL_MOST ? widest : f->style->size * LABEL_MOST;
}

static void put_children(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    for (size_t i = 0; i < b->n; i++)
        block_flow(f, b->child[i], strip, parent);
}

/* What lists and quotations within each other leave of a line: deeper ones are indented no more, or their
 * words would stand beside the page. */
enum { NARROWEST = 60 * MPT };

static struct strip inset_most(struct strip s, mpt start, mpt end)
{
    return s.width - start - end < NARROWEST ? s : inset(s, start, end);
}

struct strip block_inside(struct flow *f, const struct block *b, struct strip strip)
{
    const struct typeset_style *s = f->style;
    switch (b->kind) {
    case BLOCK_LIST: return inset(strip, label_indent(f, b, body_style(f, b)), 0);
    case BLOCK_QUOTE: return inset_most(strip, s->quote.indent, s->quote.indent / 2);
    case BLOCK_BOX: return inset_most(strip, s->box.pad_x, s->box.pad_x);
    default: return strip;
    }
}

/* A list whose items would have no room has its labels where those of the list around it are. */
static struct strip list_strip(struct flow *f, const struct block *b, struct strip strip)
{
    mpt indent = label_indent(f, b, body_style(f, b));
    if (strip.width - indent >= NARROWEST)
        return strip;
    mpt back = indent < strip.start ? indent : strip.start;
    return (struct strip){strip.start - back, strip.width + back};
}

static void put_item(struct flow *f, const struct block *item, struct strip strip,
                     struct strip inside, int list, struct para_style style)
{
    int li = structure_add(f->tree, list, "LI");
    struct scene *label = flow_art(f);
    if (item->number)
        paragraph_label(f, label, item->number, style, strip,
                        flow_baseline(f, style.size, style.leading),
                        structure_add(f->tree, li, "Lbl"));
    int body = structure_add(f->tree, li, "LBody");
    size_t first = f->slab.n;
    put_children(f, item, inside, body);
    if (f->slab.n == first)
        flow_add(f, style.leading, NULL);
    flow_place(label, flow_open(f, &f->slab.p[first]), 0, 0, false);
    f->slab.p[first].art = label;
    f->space = 0; /* the list sets the white between its items */
    flow_space(f, chosen(item->space_after, f->style->list.item_after));
}

static void put_list(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    int list = structure_add(f->tree, parent, "L");
    structure_at(f->tree, list)->list_numbering = b->ordered ? "Decimal" : "Disc";
    struct para_style style = body_style(f, b);
    strip = list_strip(f, b, strip);
    struct strip inside = block_inside(f, b, strip);
    size_t first = f->slab.n;
    for (size_t i = 0; i < b->n; i++)
        put_item(f, b->child[i], strip, inside, list, style);
    block_dest(f, first, b->dest, list);
    flow_space(f, chosen(b->space_after, f->style->list.after));
}

/* --- boxes, quotes, groups --- */

/* A strip of a frame's padding. */
static void put_pad(struct flow *f, mpt height)
{
    flow_add(f, height, NULL);
    flow_penalty(f, BREAK_NEVER);
}

static void put_box(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    int outer = f->current_frame;
    flow_space(f, chosen(b->space_before, f->style->paragraph_after));
    struct frame box = {.x = flow_left(f, strip), .width = strip.width,
                        .tinted = f->style->box.tinted, .bar = f->style->box.bar, .accent = true};
    flow_frame(f, box);
    put_pad(f, f->style->box.pad_y);
    put_children(f, b, block_inside(f, b, strip), parent);
    flow_penalty(f, BREAK_NEVER);
    f->space = 0;
    put_pad(f, f->style->box.pad_y);
    f->next_penalty = BREAK_FREE;
    f->current_frame = outer;
    flow_space(f, chosen(b->space_after, f->style->box.after));
}

static void put_quote(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    int outer = f->current_frame;
    struct strip inside = block_inside(f, b, strip);
    bool apart = inside.width < strip.width; /* else a bar would stand on the words */
    struct frame quote = {.x = flow_left(f, strip), .width = strip.width,
                          .bar = apart ? f->style->quote.bar : 0};
    flow_space(f, chosen(b->space_before, f->style->paragraph_after));
    flow_frame(f, quote);
    int element = structure_add(f->tree, parent, "BlockQuote");
    put_children(f, b, inside, element);
    f->current_frame = outer;
    flow_space(f, chosen(b->space_after, f->style->paragraph_after));
}

static void put_group(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    flow_space(f, chosen(b->space_before, 0));
    size_t first = f->slab.n;
    put_children(f, b, strip, parent);
    for (size_t i = first + 1; b->level == 1 && i < f->slab.n; i++)
        f->slab.p[i].penalty = BREAK_NEVER;
    flow_space(f, chosen(b->space_after, 0));
}

/* --- side by side, and at the foot of page 1 --- */

struct aside { /* a flow put by while other slabs are made */
    struct slab *slab;
    size_t n, cap;
    mpt space;
    int penalty, frame;
};

static struct aside put_by(struct flow *f)
{
    struct aside kept = {f->slab.p, f->slab.n, f->slab.cap, f->space, f->next_penalty,
                         f->current_frame};
    f->slab.p = NULL;
    f->slab.n = f->slab.cap = 0;
    f->space = 0;
    f->next_penalty = BREAK_FREE;
    f->current_frame = -1;
    return kept;
}

static void take_up(struct flow *f, struct aside kept)
{
    f->slab.p = kept.slab;
    f->slab.n = kept.n;
    f->slab.cap = kept.cap;
    f->space = kept.space;
    f->next_penalty = kept.penalty;
    f->current_frame = kept.frame;
}

static mpt height_of(const struct slab *slab, size_t n)
{
    mpt h = 0;
    for (size_t i = 0; i < n; i++)
        h += slab[i].height + (i ? slab[i].before : 0);
    return h;
}

struct numbers { /* of footnotes */
    int *p;
    size_t n, cap;
};

static void collect_notes(struct flow *f, struct numbers *to, const struct slab *s)
{
    for (size_t i = 0; i < s->notes; i++)
        VEC_PUSH(f->arena, to, s->note[i]);
}

/* What stands beside others, or at the foot of a page, is in one piece up to this height; what is taller goes from page
 * to page as other text does, one column after the other. */
static mpt part_of_page(const struct flow *f, mpt parts, mpt of)
{
    return (f->style->page_height - f->style->margin_top - f->style->margin_bottom) * parts / of;
}

struct column { /* a block set by itself */
    struct slab *slab;
    size_t n;
};

static struct column gather(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    struct aside kept = put_by(f);
    block_flow(f, b, strip, parent);
    struct column c = {f->slab.p, f->slab.n};
    take_up(f, kept);
    return c;
}

static void draw_column(struct flow *f, const struct column *c, struct scene *art, struct numbers *notes)
{
    mpt y = 0;
    for (size_t i = 0; i < c->n; i++) {
        collect_notes(f, notes, &c->slab[i]);
        y += i ? c->slab[i].before : 0;
        flow_draw(f, art, &c->slab[i], 0, y);
        y += c->slab[i].height;
    }
}

/* Slabs that were put by follow what is there. */
static void append(struct flow *f, const struct slab *slab, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct slab s = slab[i];
        s.frame = s.frame < 0 ? f->current_frame : s.frame;
        s.before = i ? s.before : f->space;
        s.penalty = i ? s.penalty : f->next_penalty;
        VEC_PUSH(f->home, &f->slab, s);
        f->space = 0;
        f->next_penalty = BREAK_FREE;
    }
}

static void put_columns(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    mpt rest = strip.width - (mpt)(b->n ? b->n - 1 : 0) * f->style->column_gap, shares = 0;
    for (size_t i = 0; i < b->n; i++) {
        rest -= b->column ? b->column[i] : 0;
        shares += !b->column || !b->column[i];
    }
    flow_space(f, chosen(b->space_before, 0));
    struct column *column = ARENA_ARRAY(f->arena, struct column, b->n);
    mpt x = 0, height = 0;
    for (size_t i = 0; i < b->n; i++) {
        mpt w = b->column && b->column[i] ? b->column[i] : rest / shares;
        column[i] = gather(f, b->child[i], inset(strip, x, strip.width - x - w), parent);
        mpt h = height_of(column[i].slab, column[i].n);
        height = h > height ? h : height;
        x += w + f->style->column_gap;
    }
    bool beside = height <= part_of_page(f, 3, 4);
    struct scene *art = flow_art(f);
    struct numbers notes = {0};
    for (size_t i = 0; i < b->n; i++)
        if (beside)
            draw_column(f, &column[i], art, &notes);
        else
            append(f, column[i].slab, column[i].n);
    if (beside) {
        struct slab *slab = flow_add(f, height, art);
        slab->note = notes.p;
        slab->notes = notes.n;
    }
    if (b->keep)
        flow_penalty(f, BREAK_NEVER);
    flow_space(f, chosen(b->space_after, 0));
}

static void put_first_foot(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    struct aside kept = put_by(f);
    put_children(f, b, strip, parent);
    struct column foot = {f->slab.p, f->slab.n};
    take_up(f, kept);
    mpt height = height_of(foot.slab, foot.n);
    if (height > part_of_page(f, 1, 2)) {
        flow_space(f, f->style->foot_above);
        append(f, foot.slab, foot.n);
        flow_space(f, f->style->foot_above);
        return;
    }
    f->foot = foot.slab;
    f->foots = foot.n;
    f->foot_height = height;
    struct numbers notes = {0};
    for (size_t i = 0; i < f->foots; i++)
        collect_notes(f, &notes, &f->foot[i]);
    mpt space = f->space;
    int penalty = f->next_penalty;
    f->space = 0;
    f->next_penalty = BREAK_NEVER;
    struct slab *slab = flow_add(f, 0, NULL);
    slab->foot = true;
    slab->note = notes.p;
    slab->notes = notes.n;
    f->space = space;
    f->next_penalty = penalty;
}

static void put_space(struct flow *f, const struct block *b)
{
    if (!b->keep) {
        flow_space(f, chosen(b->space_before, 0));
        return;
    }
    flow_add(f, chosen(b->space_before, 0), NULL);
    flow_penalty(f, BREAK_NEVER);
}

/* --- rules and figures --- */

static void put_rule(struct flow *f, const struct block *b, struct strip strip, bool end_mark)
{
    flow_space(f, chosen(b->space_before, end_mark ? f->style->end_mark.before : 0));
    struct scene *art = flow_art(f);
    mpt w = end_mark ? f->style->end_mark.length : strip.width;
    mpt x = flow_left(f, strip) + (strip.width - w) / 2;
    struct color color = end_mark ? f->style->text : f->style->rule;
    flow_rule(art, x, 500, w, color, end_mark ? f->style->end_mark.rule : f->style->hairline);
    if (end_mark) /* stands with the last lines it ends */
        f->next_penalty = BREAK_NEVER;
    flow_add(f, MPT, art);
    flow_space(f, chosen(b->space_after, 0));
}

static struct para_style small_style(const struct flow *f, bool caption)
{
    struct para_style s = {.size = f->style->caption_size, .leading = f->style->caption_leading,
                           .color = f->style->text, .weight = FONT_BOLD};
    if (!caption) {
        s.size = f->style->source_size;
        s.leading = f->style->source_leading;
        s.color = f->style->muted;
        s.weight = FONT_REGULAR;
    }
    return s;
}

void block_caption(struct flow *f, const struct inlines *text, struct strip strip, int element,
                   bool apart)
{
    struct para_style style = small_style(f, true);
    style.apart = apart;
    struct para p = paragraph_set(f, text, style, strip.width, element);
    size_t first = f->slab.n;
    paragraph_flow(f, &p, strip, style.size, style.leading);
    for (size_t i = first + 1; i < f->slab.n; i++)
        f->slab.p[i].penalty = BREAK_NEVER;
    flow_space(f, f->style->figure.caption_gap);
    flow_penalty(f, BREAK_NEVER);
}

void block_source(struct flow *f, const struct inlines *text, struct strip strip, int parent)
{
    struct para_style style = small_style(f, false);
    int element = structure_add(f->tree, parent, "P");
    f->note_parent = parent;
    flow_space(f, f->style->figure.source_gap);
    struct para p = paragraph_set(f, text, style, strip.width, element);
    size_t first = f->slab.n;
    paragraph_flow(f, &p, strip, style.size, style.leading);
    for (size_t i = first; i < f->slab.n; i++)
        f->slab.p[i].penalty = BREAK_NEVER;
}

static void check_figure(struct flow *f, const struct scene *s)
{
    for (size_t i = 0; i < s->n; i++) {
        const struct prim *p = &s->prim[i];
        struct font_style style = {(enum font_weight)p->style.weight, p->style.tabular,
                                   p->style.lang ? p->style.lang : f->doc->lang};
        if (p->kind == PRIM_TEXT && p->text)
            itemise_check(f, style, p->rtl, p->text);
    }
}

static void put_figure(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    int group = structure_add(f->tree, parent, "Div");
    size_t first = f->slab.n;
    flow_penalty(f, BREAK_TEXT); /* the text before it leads to it, as a rule */
    flow_space(f, chosen(b->space_before, f->style->figure.before));
    if (b->caption.n) {
        f->note_parent = group;
        /* To readers of tags a figure is part of the line before it. */
        block_caption(f, &b->caption, strip, structure_add(f->tree, group, "Caption"), !f->rtl);
    }
    int figure = structure_add(f->tree, group, "Figure");
    structure_at(f->tree, figure)->alt = b->alt;
    structure_at(f->tree, figure)->attachment = b->attachment;
    if (b->scene) {
        struct scene *art = flow_art(f);
        struct strip box = {strip.start, b->scene->width};
        check_figure(f, b->scene);
        scene_place(art, b->scene, flow_left(f, box), 0, figure);
        flow_add(f, b->scene->height, art);
    }
    if (b->source.n)
        block_source(f, &b->source, strip, group);
    block_dest(f, first, b->dest, figure);
    flow_space(f, chosen(b->space_after, f->style->figure.after));
}

void block_flow(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    switch (b->kind) {
    case BLOCK_HEADING: put_heading(f, b, strip, parent); break;
    case BLOCK_PARAGRAPH: put_paragraph(f, b, strip, parent); break;
    case BLOCK_LIST: put_list(f, b, strip, parent); break;
    case BLOCK_ITEM: put_children(f, b, strip, parent); break;
    case BLOCK_QUOTE: put_quote(f, b, strip, parent); break;
    case BLOCK_TABLE: table_flow(f, b, strip, parent); break;
    case BLOCK_FIGURE: put_figure(f, b, strip, parent); break;
    case BLOCK_BOX: put_box(f, b, strip, parent); break;
    case BLOCK_GROUP: put_group(f, b, strip, parent); break;
    case BLOCK_COLUMNS: put_columns(f, b, strip, parent); break;
    case BLOCK_FIRST_FOOT: put_first_foot(f, b, strip, parent); break;
    case BLOCK_RULE: put_rule(f, b, strip, true); break;
    case BLOCK_HAIRLINE: put_rule(f, b, strip, false); break;
    case BLOCK_SPACE: put_space(f, b); break;
    case BLOCK_PAGE_BREAK: flow_penalty(f, BREAK_FORCED); break;
    case BLOCK_CONTENTS: contents_flow(f, b, strip, parent); break;
    }
}
