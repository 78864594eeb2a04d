#include "typeset/footnote.h"

#include "typeset/paragraph.h"

#include <string.h>

const char *footnote_dest(struct arena *a, int number)
{
    return arena_printf(a, "note-%d", number);
}

const char *footnote_mark_dest(struct arena *a, int number)
{
    return arena_printf(a, "mark-%d", number);
}

const char *footnote_link_title(struct flow *f, int number)
{
    const char *pattern = f->doc->note_link, *at = pattern ? strstr(pattern, "{n}") : NULL;
    if (!at)
        return arena_printf(f->arena, "%d", number);
    return arena_printf(f->arena, "%.*s%d%s", (int)(at - pattern), pattern, number, at + 3);
}

static struct para_style note_style(const struct flow *f)
{
    return (struct para_style){.size = f->style->note_size, .leading = f->style->note_leading,
                               .color = f->style->text, .justify = f->style->justify,
                               .hyphenate = f->style->hyphenate};
}

/* From the number back to the mark. */
static void put_back_link(struct flow *f, struct scene *art, int number, int element)
{
    const struct prim *label = &art->prim[art->n - 1];
    mpt x = label->x, w = label->advance;
    struct prim *link = scene_add(art, PRIM_LINK);
    link->element = element;
    link->x = x;
    link->w = w;
    link->h = f->style->note_leading;
    link->dest = footnote_mark_dest(f->arena, number);
    link->title = f->doc->note_back ? f->doc->note_back : arena_printf(f->arena, "%d", number);
}

/* The number at the start edge of the note's first line, and the place links lead to. */
static void put_label(struct flow *f, struct slab *first, int number, int element)
{
    struct scene *art = flow_art(f);
    struct prim *dest = scene_add(art, PRIM_DEST);
    dest->element = element;
    dest->dest = footnote_dest(f->arena, number);
    mpt y = flow_baseline(f, f->style->note_size, f->style->note_leading);
    struct strip strip = {0, f->style->note.indent};
    paragraph_label(f, art, arena_printf(f->arena, "%d", number), note_style(f), strip, y,
                    element);
    put_back_link(f, art, number, element);
    flow_place(art, first->art, 0, 0, false);
    first->art = art;
}

static void set_note(struct flow *f, struct note_box *box, int number, int reference)
{
    int note = box->element = structure_add(f->tree, f->note_parent, "Note");
    structure_at(f->tree, note)->id = footnote_dest(f->arena, number);
    structure_at(f->tree, note)->ref = reference;
    int link = structure_add(f->tree, structure_add(f->tree, note, "Lbl"), "Link");
    int body = structure_add(f->tree, note, "P");
    const struct inlines *text = &f->doc->note[number - 1].text;
    mpt indent = f->style->note.indent;
    struct strip strip = {indent, flow_measure(f) - indent};
    struct para p = paragraph_set(f, text, note_style(f), strip.width, body);
    box->n = p.n ? p.n : 1;
    box->line = ARENA_ARRAY(f->arena, struct slab, box->n);
    mpt baseline = flow_baseline(f, f->style->note_size, f->style->note_leading);
    for (size_t i = 0; i < box->n; i++) {
        box->line[i].height = f->style->note_leading;
        box->line[i].art = flow_art(f);
        if (p.n)
            flow_place(box->line[i].art, p.line[i].art, flow_left(f, strip), baseline, false);
        box->height += f->style->note_leading;
    }
    put_label(f, &box->line[0], number, link);
}

int footnote_set(struct flow *f, int number, int reference)
{
    if (number < 1 || (size_t)number > f->doc->notes)
        return ELEMENT_NONE;
    struct note_box *box = &f->note[number - 1];
    if (!box->set) {
        struct arena *arena = f->arena; /* it stays longer than the row that marks it */
        f->arena = f->home;
        box->set = true;
        set_note(f, box, number, reference);
        f->arena = arena;
    }
    return box->element;
}
