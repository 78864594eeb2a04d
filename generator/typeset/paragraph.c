#include "typeset/paragraph.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "typeset/footnote.h"
#include "typeset/itemise.h"

#include <string.h>

/* What white between ideographs may grow by, in percent of its stretch: more would tear the
 * line, and be taken for spaces by who reads the file. */
enum { LOOSEST = 180 };

struct piece { /* what becomes one text primitive */
    const struct bit *bit;
    struct proof *proof; /* NULL */
    size_t from, to;
    mpt width;      /* before the white between words is changed */
    int spaces;
    mpt lead;       /* white before it, or less than none */
    size_t gap, gaps; /* of the line's: those inside it */
    bool hyphen;    /* the one added at the line's end */
    bool then_space; /* a space follows in the text: kept for those who copy */
};

struct white { /* between ideographs, or inside marks when below zero */
    struct text_gap gap;
    int32_t stretch, shrink;
};

struct setting { /* one line being set */
    struct flow *f;
    struct arena *scratch;  /* freed when the paragraph is set */
    struct items *it;
    const struct para_style *style;
    mpt width;
    int element;
    VEC(struct piece) piece;
    VEC(int) note;
    VEC(struct white) white; /* in order of bytes */
    mpt natural, word_space;
    mpt indent;     /* of this line; part of natural */
    int spaces;
};

/* --- from items to pieces --- */

/* U+0020 and U+00A0. */
static int count_spaces(const char *s, size_t n)
{
    int spaces = 0;
    for (size_t i = 0; i < n; i++)
        spaces += s[i] == ' ' || (s[i] == '\xA0' && i > 0 && s[i - 1] == '\xC2');
    return spaces;
}

static void put_white(struct setting *s, size_t at, mpt add, int32_t stretch, int32_t shrink)
{
    struct white w = {{at, add}, stretch, shrink};
    if (add || stretch || shrink)
        VEC_PUSH(s->scratch, &s->white, w);
    s->natural += add;
}

static void cut_white(struct setting *s, size_t from, size_t to)
{
    s->white.n = 0;
    for (size_t i = from; i < to; i++) {
        const struct lb_item *item = &s->it->item.p[i];
        const struct span *at = &s->it->at.p[i];
        if (item->kind == LB_GLUE && at->from == at->to)
            put_white(s, at->from, item->width, item->stretch, item->shrink);
        put_white(s, at->from, -at->before, 0, 0);
        put_white(s, at->to, -at->after, 0, 0);
    }
}

/* The proof that begins in [from, to), or goes on there; where it begins, or the end. */
static struct proof *next_proof(struct setting *s, size_t from, size_t to, size_t *begins)
{
    size_t low = 0, high = s->it->proof.n; /* they are in order, and do not overlap */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->it->proof.p[middle].to <= from)
            low = middle + 1;
        else
            high = middle;
    }
    struct proof *p = low < s->it->proof.n ? &s->it->proof.p[low] : NULL;
    if (!p || p->from >= to) {
        *begins = to;
        return NULL;
    }
    *begins = p->from > from ? p->from : from;
    return p;
}

/* A part of a bit, cut where words lead somewhere.  Widths are those within the part, so that
 * cutting moves nothing. */
static void cut_part(struct setting *s, const struct bit *b, size_t from, size_t to)
{
    mpt before = 0;
    for (size_t at = from, end; at < to; at = end) {
        struct piece p = {.bit = b, .from = at};
        p.proof = next_proof(s, at, to, &end);
        if (end == at)
            end = p.proof->to < to ? p.proof->to : to;
        else
            p.proof = NULL; /* not yet */
        p.to = end;
        mpt until = itemise_width_until(s->f, s->it, b, from, to, end);
        p.width = until - before;
        p.spaces = count_spaces(s->it->text + p.from, p.to - p.from);
        before = until;
        s->spaces += p.spaces;
        VEC_PUSH(s->scratch, &s->piece, p);
    }
    s->natural += before;
}

/* The first bit that ends behind a byte.  A paragraph may have as many bits as lines: no line looks at
 * those of all others. */
static size_t bit_behind(const struct items *it, size_t at)
{
    size_t low = 0, high = it->bit.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (it->bit.p[middle].to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void cut_pieces(struct setting *s, const struct lb_line *l)
{
    size_t last = l->to;
    while (last > l->from && s->it->item.p[last - 1].kind != LB_BOX)
        last--;
    size_t from = s->it->at.p[l->from].from;
    size_t to = last > l->from ? s->it->at.p[last - 1].to : from;
    s->natural = 0;
    s->spaces = 0;
    s->piece.n = 0;
    cut_white(s, l->from, last);
    for (size_t i = bit_behind(s->it, from); i < s->it->bit.n && s->it->bit.p[i].from < to; i++) {
        const struct bit *b = &s->it->bit.p[i];
        size_t start = b->from > from ? b->from : from, end = b->to < to ? b->to : to;
        if (start < end)
            cut_part(s, b, start, end);
    }
    if (!s->piece.n)
        return;
    struct piece *end = &s->piece.p[s->piece.n - 1];
    end->then_space = to < s->it->len ? s->it->text[to] == ' ' || l->last : s->style->apart;
    if (l->hyphen) {
        struct piece h = {.bit = end->bit, .hyphen = true, .proof = end->proof};
        const struct look *look = &s->it->look.p[h.bit->look];
        h.width = (mpt)font_width(s->f->fonts, look->font, false, "-", 1, look->size);
        s->natural += h.width;
        VEC_PUSH(s->scratch, &s->piece, h);
    }
}

/* --- structure --- */

static bool same_target(const struct inl *a, const struct inl *b)
{
    const char *ua = a->url ? a->url : "", *ub = b->url ? b->url : "";
    const char *da = a->dest ? a->dest : "", *db = b->dest ? b->dest : "";
    return !strcmp(ua, ub) && !strcmp(da, db);
}

static bool is_link(const struct inl *i)
{
    return i->url || i->dest || i->kind == INLINE_NOTE_MARK;
}

static bool is_foreign(const struct flow *f, const struct inl *i)
{
    return i->lang && f->doc->lang && strcmp(i->lang, f->doc->lang) != 0;
}

/* Notes are read after the text that marks them, so their elements wait for its last line. */
static int mark_element(struct setting *s, const struct look *l)
{
    int reference = structure_add(s->f->tree, s->element, "Reference");
    VEC_PUSH(s->f->arena, &s->note, l->inl->note);
    return structure_add(s->f->tree, reference, "Link");
}

static int element_of(struct setting *s, size_t look)
{
    struct look *l = &s->it->look.p[look];
    const struct inl *i = l->inl;
    if (s->element == ELEMENT_NONE || (!is_link(i) && !is_foreign(s->f, i)))
        return s->element;
    if (l->element)
        return l->element;
    const struct look *prev = look ? &s->it->look.p[look - 1] : NULL;
    if (i->kind == INLINE_NOTE_MARK)
        l->element = mark_element(s, l);
    else if (is_link(i) && prev && is_link(prev->inl) && prev->inl->kind == INLINE_TEXT &&
             prev->element && same_target(i, prev->inl))
        l->element = prev->element;
    else
        l->element = structure_add(s->f->tree, s->element, is_link(i) ? "Link" : "Span");
    if (is_foreign(s->f, i))
        structure_at(s->f->tree, l->element)->lang = i->lang;
    return l->element;
}

/* The link stands within what its words are part of already: a quotation in another language. */
static int proof_element(struct setting *s, struct proof *p, int within)
{
    if (!p->element)
        p->element = structure_add(s->f->tree, within, "Link");
    return p->element;
}

/* --- drawing --- */

/* A mark leads to its note, and the note leads back to where the mark stands. */
static void aim_mark(struct flow *f, struct scene *art, struct prim *link, int note)
{
    link->dest = footnote_dest(f->arena, note);
    link->title = footnote_link_title(f, note);
    struct prim here = *link;
    struct prim *dest = scene_add(art, PRIM_DEST);
    dest->element = here.element;
    dest->y = here.y;
    dest->dest = footnote_mark_dest(f->arena, note);
}

static struct prim *link_area(struct scene *art, const struct look *l, mpt x, mpt w, int element)
{
    struct prim *link = scene_add(art, PRIM_LINK);
    link->element = element;
    link->x = x;
    link->y = -l->rise - l->size * 4 / 5;
    link->w = w;
    link->h = l->size * 11 / 10;
    return link;
}

static void draw_link(struct setting *s, struct scene *art, const struct piece *p, mpt x, mpt w,
                      int element)
{
    const struct look *l = &s->it->look.p[p->bit->look];
    if (element == ELEMENT_NONE || (!is_link(l->inl) && !p->proof))
        return;
    struct prim *link = link_area(art, l, x, w, element);
    if (p->proof) {
        link->url = p->proof->inl->proof;
        link->title = p->proof->inl->proof_title;
        return;
    }
    link->url = l->inl->url;
    link->dest = l->inl->dest;
    link->title = l->inl->url ? l->inl->url
                              : arena_strndup(s->f->arena, s->it->text + l->from, l->to - l->from);
    if (l->inl->kind == INLINE_NOTE_MARK)
        aim_mark(s->f, art, link, l->inl->note);
}

static const struct text_gap *gaps_of(struct setting *s, const struct piece *p)
{
    struct text_gap *gap = p->gaps ? ARENA_ARRAY(s->f->arena, struct text_gap, p->gaps) : NULL;
    for (size_t i = 0; i < p->gaps; i++) {
        gap[i] = s->white.p[p->gap + i].gap;
        gap[i].at -= p->from;
    }
    return gap;
}

static const char *text_of(struct setting *s, const struct piece *p)
{
    if (p->hyphen)
        return "-";
    size_t n = p->to - p->from;
    char *text = arena_alloc(s->f->arena, n + 2);
    memcpy(text, s->it->text + p->from, n);
    text[n] = p->then_space ? ' ' : '\0';
    return text;
}

static mpt draw_piece(struct setting *s, struct scene *art, const struct piece *p, mpt x)
{
    const struct look *l = &s->it->look.p[p->bit->look];
    int element = element_of(s, p->bit->look);
    if (p->proof && element != ELEMENT_NONE)
        element = proof_element(s, p->proof, element);
    mpt w = p->width + s->word_space * p->spaces;
    struct text_style style = {.size = l->size, .weight = (unsigned char)l->font.weight,
                               .tabular = l->font.tabular, .color = l->color,
                               .lang = l->inl->lang ? l->inl->lang : s->style->lang};
    mpt after = p->then_space ? (mpt)font_width(s->f->fonts, l->font, p->bit->rtl, " ", 1,
                                                l->size) + s->word_space : 0;
    struct prim *t = scene_text(art, p->bit->rtl ? x - after : x, -l->rise, text_of(s, p), style,
                                ANCHOR_START);
    t->element = element;
    t->rtl = p->bit->rtl;
    t->word_space = s->word_space;
    t->advance = w + after;
    t->gap = gaps_of(s, p);
    t->gaps = p->gaps;
    t->actual = p->hyphen ? "\xC2\xAD" : NULL; /* U+00AD: not part of the word */
    draw_link(s, art, p, x, w, element);
    return w;
}

/* The white added to each space so that the line fills its width; a line that would tear is
 * left ragged. */
static mpt word_space_of(const struct setting *s, mpt gap)
{
    if (!s->spaces)
        return 0;
    mpt each = gap / s->spaces;
    if (each > s->style->size * 6 / 10)
        return 0;
    mpt least = -s->style->size / 18;
    return each < least ? least : each;
}

/* Deals out a gap to the places between ideographs, by what each may stretch or shrink. */
static void deal_out(struct setting *s, int64_t gap, int64_t all)
{
    int64_t seen = 0, given = 0;
    for (size_t i = 0; i < s->white.n; i++) {
        struct white *w = &s->white.p[i];
        seen += gap > 0 ? w->stretch : w->shrink;
        w->gap.add += (mpt)(gap * seen / all - given);
        given = gap * seen / all;
    }
    s->natural += (mpt)given;
}

/* Fills the line's width: in Chinese between the characters, else at the spaces. */
static void justify(struct setting *s, const struct lb_line *l)
{
    mpt gap = s->width - s->natural, size = s->style->size;
    s->word_space = 0;
    if (gap > 0 && (!s->style->justify || l->last))
        return;
    int64_t all = 0;
    for (size_t i = 0; i < s->white.n; i++)
        all += gap > 0 ? s->white.p[i].stretch : s->white.p[i].shrink;
    if (!all) {
        s->word_space = word_space_of(s, gap);
        return;
    }
    int64_t spaces = (int64_t)s->spaces * (gap > 0 ? size / 8 : size / 24);
    if (gap > (all + spaces) * LOOSEST / 100)
        return;
    if (s->spaces)
        s->word_space = (mpt)(gap * spaces / (all + spaces) / s->spaces);
    deal_out(s, gap - (int64_t)s->word_space * s->spaces, all);
}

/* Each piece takes the white inside it, and that before it as its lead. */
static void lay_white(struct setting *s)
{
    for (size_t i = 0; i < s->piece.n; i++) {
        struct piece *p = &s->piece.p[i];
        p->gap = p->gaps = 0;
        for (size_t k = 0; k < s->white.n && !p->hyphen; k++) {
            const struct text_gap *g = &s->white.p[k].gap;
            if (g->at == p->from)
                p->lead += g->add;
            if (g->at == p->to && i + 1 == s->piece.n) /* a mark's white at the line's end */
                p->width += g->add;
            if (g->at <= p->from || g->at >= p->to)
                continue;
            p->gap = p->gaps ? p->gap : k;
            p->gaps++;
            p->width += g->add;
        }
    }
}

static mpt start_of(const struct setting *s, mpt set)
{
    mpt gap = s->width - set;
    if (s->style->align == CELL_CENTER)
        return gap / 2;
    bool at_left = (s->style->align == CELL_END) == s->f->rtl;
    return at_left ? 0 : gap;
}

static void draw_line(struct setting *s, const struct lb_line *l, struct para_line *out)
{
    cut_pieces(s, l);
    s->natural += s->indent;
    justify(s, l);
    lay_white(s);
    s->note.p = NULL;
    s->note.n = s->note.cap = 0;
    size_t n = s->piece.n;
    unsigned char *level = ARENA_ARRAY(s->scratch, unsigned char, n + 1);
    size_t *order = ARENA_ARRAY(s->scratch, size_t, n + 1);
    mpt *x = ARENA_ARRAY(s->scratch, mpt, n + 1);
    for (size_t i = 0; i < n; i++)
        level[i] = s->piece.p[i].bit->level;
    locale_visual_order(level, n, order);
    out->width = s->natural + s->word_space * s->spaces;
    mpt at = start_of(s, out->width) + (s->f->rtl ? 0 : s->indent);
    for (size_t i = 0; i < n; i++) {
        const struct piece *p = &s->piece.p[order[i]];
        x[order[i]] = at + p->lead;
        at += p->lead + p->width + s->word_space * p->spaces;
    }
    out->art = scene_new(s->f->arena, s->width, 0);
    out->hyphen = l->hyphen;
    for (size_t i = 0; i < n; i++) /* in reading order, wherever they stand */
        draw_piece(s, out->art, &s->piece.p[i], x[i]);
    out->note = s->note.p;
    out->notes = s->note.n;
}

/* --- paragraphs --- */

static void set_notes(struct flow *f, struct items *it)
{
    for (size_t i = 0; i < it->look.n; i++) {
        const struct look *l = &it->look.p[i];
        if (l->inl->kind != INLINE_NOTE_MARK || !l->element)
            continue;
        int reference = structure_at(f->tree, l->element)->parent;
        int note = footnote_set(f, l->inl->note, reference);
        structure_at(f->tree, reference)->ref = note;
    }
}

/* The lines of the narrowest width that needs no more of them. */
static void balance(const struct setting *s, struct lb_params params, size_t n,
                    struct lb_line **line)
{
    int64_t low = params.width / 2, high = params.width;
    while (high - low > s->style->size / 2) {
        struct lb_line *other;
        params.width = low + (high - low) / 2;
        size_t lines = linebreak(s->scratch, s->it->item.p, s->it->item.n, params, &other);
        bool fits = lines == n;
        for (size_t i = 0; i < lines && fits; i++)
            fits = other[i].natural <= params.width && !other[i].hyphen;
        *line = fits ? other : *line;
        *(fits ? &high : &low) = params.width;
    }
}

struct para paragraph_set(struct flow *f, const struct inlines *text, struct para_style style,
                          mpt width, int element)
{
    /* Chinese has both edges straight wherever it is not in cells: characters stand in rows. */
    const char *lang = style.lang ? style.lang : f->doc->lang;
    style.justify = style.justify || (lang && !strcmp(lang, "zh") && !style.tabular);
    style.justify = style.justify && style.align == CELL_START;
    struct setting s = {.f = f, .scratch = scratch_take(f->scratch), .style = &style, .width = width,
                        .element = element};
    s.it = itemise_fit(f, s.scratch, itemise(f, s.scratch, text, &style), width);
    struct lb_params params = {.width = width, .indent = style.indent, .emergency = (int64_t)3 * style.size,
                               .short_last = (int64_t)3 * style.size,
                               .ragged = style.justify ? 0 : 5 * style.size};
    struct lb_line *line;
    struct para p = {.n = linebreak(s.scratch, s.it->item.p, s.it->item.n, params, &line)};
    if (style.balance && p.n > 1)
        balance(&s, params, p.n, &line);
    p.line = ARENA_ARRAY(f->arena, struct para_line, p.n);
    for (size_t i = 0; i < p.n; i++) {
        s.indent = i ? 0 : style.indent;
        draw_line(&s, &line[i], &p.line[i]);
    }
    set_notes(f, s.it);
    scratch_give(f->scratch, s.scratch);
    return p;
}

/* Whether nothing of a piece that cannot be broken stands on the far side of item i. */
static bool ends_piece(const struct items *it, size_t i)
{
    const struct lb_item *item = &it->item.p[i];
    bool forbidden = i && it->item.p[i - 1].kind == LB_PENALTY &&
                     it->item.p[i - 1].penalty >= LB_FORBIDDEN;
    return (item->kind == LB_GLUE && !forbidden) ||
           (item->kind == LB_PENALTY && item->penalty < LB_FORBIDDEN && !item->flagged);
}

/* A piece of text that is not broken, as far as it was looked at. */
struct whole_text {
    int64_t width;
    size_t letters;
    bool digits;
};

static bool has_digit(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (s[i] >= '0' && s[i] <= '9')
            return true;
    return false;
}

/* What of a piece must stay whole. */
static mpt kept_of(const struct whole_text *p, size_t letters, mpt size)
{
    int64_t most = WORD_KEPT * size / 2;
    return (mpt)(p->letters <= letters || p->width < most ? p->width : most);
}

static mpt wider(mpt a, mpt b)
{
    return a > b ? a : b;
}

static void see_piece(struct para_widths *w, const struct whole_text *piece, const struct whole_text *part,
                      mpt size)
{
    w->least = wider(w->least, (mpt)piece->width);
    w->firm = wider(w->firm, kept_of(piece, WORD_KEPT, size));
    if (piece->digits && piece->letters <= FIGURE_KEPT)
        w->figure = wider(w->figure, (mpt)piece->width);
    w->part = wider(w->part, kept_of(part, WORD_KEPT, size));
}

struct para_widths paragraph_widths(struct flow *f, const struct inlines *text,
                                    struct para_style style)
{
    struct arena *scratch = scratch_take(f->scratch);
    struct items *it = itemise(f, scratch, text, &style);
    int64_t all = 0;
    struct whole_text piece = {.width = 0}, part = {.width = 0};
    struct para_widths w = {.least = 0};
    for (size_t i = 0; i < it->item.n; i++) {
        const struct lb_item *item = &it->item.p[i];
        struct span at = it->at.p[i];
        if (ends_piece(it, i)) {
            piece = part = (struct whole_text){.width = 0};
        } else if (item->kind != LB_PENALTY) {
            size_t letters = utf8_count(it->text + at.from, at.to - at.from);
            piece.width += item->width;
            part.width += item->width;
            piece.letters += letters;
            part.letters += letters;
            piece.digits = piece.digits || has_digit(it->text + at.from, at.to - at.from);
        } else if (item->flagged && item->penalty < LB_FORBIDDEN) {
            part.width += item->width;
            see_piece(&w, &piece, &part, style.size);
            part = (struct whole_text){.width = 0};
        }
        if (item->kind == LB_PENALTY && item->penalty <= LB_FORCED)
            all = 0;
        else if (item->kind != LB_PENALTY)
            all += item->width;
        see_piece(&w, &piece, &part, style.size);
        w.most = all > w.most ? (mpt)all : w.most;
    }
    w.part = wider(w.part, w.figure);
    scratch_give(f->scratch, scratch);
    return w;
}

void paragraph_flow(struct flow *f, const struct para *p, struct strip strip, mpt size,
                    mpt leading)
{
    int text = ++f->texts;
    mpt baseline = flow_baseline(f, size, leading);
    for (size_t i = 0; i < p->n; i++) {
        if (i == 1 || (i > 0 && i + 1 == p->n))
            flow_penalty(f, BREAK_NEVER);
        else if (i > 0)
            flow_penalty(f, p->line[i - 1].hyphen ? BREAK_WORD : BREAK_TEXT);
        struct scene *art = flow_art(f);
        flow_place(art, p->line[i].art, flow_left(f, strip), baseline, false);
        struct slab *s = flow_add(f, leading, art);
        s->text = text;
        s->note = p->line[i].note;
        s->notes = p->line[i].notes;
    }
}

static struct font_style label_font(const struct flow *f, const struct para_style *style)
{
    return (struct font_style){(enum font_weight)style->weight, style->tabular,
                               style->lang ? style->lang : f->doc->lang};
}

mpt paragraph_label_width(struct flow *f, const char *text, struct para_style style)
{
    return (mpt)font_width(f->fonts, label_font(f, &style), false, text, strlen(text), style.size);
}

mpt paragraph_label_part(struct flow *f, const char *text, size_t part, struct para_style style)
{
    return (mpt)font_width_of(f->fonts, label_font(f, &style), false, text, strlen(text), part,
                              style.size);
}

void paragraph_label(struct flow *f, struct scene *art, const char *text, struct para_style style,
                     struct strip strip, mpt y, int element)
{
    /* The space lets those who copy or listen keep it apart from what follows. */
    const char *shown = arena_printf(f->arena, "%s ", text);
    itemise_check(f, label_font(f, &style), false, text);
    mpt w = paragraph_label_width(f, text, style);
    mpt x = f->rtl ? flow_left(f, strip) + strip.width - w : flow_left(f, strip);
    struct text_style set = {.size = style.size, .weight = style.weight,
                             .tabular = style.tabular, .color = style.color};
    struct prim *t = scene_text(art, x, y, shown, set, ANCHOR_START);
    t->element = element;
    t->advance = paragraph_label_width(f, shown, style);
}

const char *paragraph_plain(struct arena *a, const struct inlines *text)
{
    struct buf b;
    buf_init(&b);
    for (size_t i = 0; i < text->n; i++) {
        const struct inl *inl = &text->item[i];
        if (inl->kind == INLINE_BREAK)
            buf_putc(&b, ' ');
        else if (inl->kind == INLINE_TEXT && inl->text && !inl->raised)
            buf_puts(&b, inl->text);
    }
    return buf_to_arena(&b, a);
}
