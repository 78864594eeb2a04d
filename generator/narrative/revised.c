/* revised.c - footnotes to figures that earlier issues of a document printed otherwise.
 *
 * First each such figure gets a mark, in prose, in cells and, for charts and rankings, behind the
 * caption; a figure that comes again leads to the note it has.  Then all notes are numbered in
 * the order of their marks.  A footnote can have none of its own: there the words follow.
 */
#include "narrative/narrative_room.h"

#include <string.h>

struct revising {
    struct tree *tree;
    struct arena *arena;
    const struct document *doc;
    struct map *note_of;  /* figure and form, or ranking, or text -> the number of its note */
    int *number;          /* by old number: the new one, 0 while there is no mark */
    VEC(struct nar_note) note; /* in the new order */
};

/* --- notes --- */

static struct nar_node *text_node(struct tree *t, const char *text, struct place place)
{
    struct nar_node *n = tree_node(t, NAR_TEXT, place);
    n->text = text;
    return n;
}

static int add_note(struct revising *r, const char *text, struct place place)
{
    struct tree *t = r->tree;
    struct nar_note note = {.body = tree_node(t, NAR_ROOT, place), .place = place};
    struct nar_node *p = tree_node(t, NAR_PARAGRAPH, place);
    p->first = text_node(t, text, place);
    note.body->first = p;
    VEC_PUSH(r->arena, &t->note, note);
    return (int)t->note.n;
}

/* The note with these words; 0 for none. */
static int note_with(struct revising *r, const char *text, struct place place)
{
    if (!text)
        return 0;
    int *number = map_get(r->note_of, text);
    if (!number) {
        number = ARENA_NEW(r->arena, int);
        *number = add_note(r, text, place);
        map_set(r->note_of, text, number);
    }
    return *number;
}

static const char *revised_text(struct revising *r, const char *id, const char *form)
{
    const struct figure *f = model_figure(views_model(r->tree->views), id);
    const char *own = f ? views_revised(r->tree->views, r->doc, f, form) : NULL;
    return own || !f ? own : views_revised_row(r->tree->views, r->doc, f);
}

/* --- prose --- */

static size_t starts(const char *s, const char *with)
{
    size_t n = strlen(with);
    return strncmp(s, with, n) == 0 ? n : 0;
}

/* How much of a text belongs to the number before it: its percent sign, spaces before it. */
static size_t sign_length(const char *s)
{
    size_t n = starts(s, " ") + starts(s, "\u00A0") + starts(s, "\u202F");
    size_t sign = starts(s + n, "%") + starts(s + n, "\u066A");
    return sign ? n + sign : 0;
}

/* Puts a mark behind a number, and behind the percent sign that follows it. */
static struct nar_node *put_mark(struct revising *r, struct nar_node *after, int note)
{
    struct tree *t = r->tree;
    struct nar_node *next = after->next;
    size_t sign = next && next->kind == NAR_TEXT ? sign_length(next->text) : 0;
    if (sign) {
        struct nar_node *rest = text_node(t, next->text + sign, next->place);
        rest->next = next->next;
        next->text = arena_strndup(r->arena, next->text, sign);
        next->next = rest;
        after = next;
    }
    /* White between digits, so that the mark is no power. */
    struct nar_node *space = text_node(t, "\u202F", after->place);
    struct nar_node *mark = tree_node(t, NAR_NOTE_MARK, after->place);
    mark->note = note;
    mark->next = after->next;
    space->next = mark;
    after->next = space;
    return mark;
}

/* --- tables and charts --- */

static const char *also(struct revising *r, const char *all, const char *text)
{
    if (!all || !text)
        return all ? all : text;
    struct value *args = value_map(r->arena);
    value_set_string(args, "list", all);
    value_set_string(args, "next", text);
    return views_word(r->tree->views, "joined_sentences", args);
}

static void note_table(struct revising *r, struct view_table *t, struct place place)
{
    const char *order =
        t->ranking ? views_revised_ranking(r->tree->views, r->doc, t->ranking) : NULL;
    t->note_number = note_with(r, order, place);
    for (size_t i = 0; i < t->rows; i++)
        for (size_t k = 0; k < t->columns; k++) {
            struct view_cell *c = &t->row[i].cell[k];
            if (c->figure && c->form)
                c->note = note_with(r, revised_text(r, c->figure, c->form), place);
        }
}

/* Its numbers have no room for marks: the caption has one for all of them. */
static void note_chart(struct revising *r, struct view_chart *c, struct place place)
{
    const struct views *v = r->tree->views;
    const struct view_table *data = c->data;
    const char *all = c->is_list && data && data->ranking
                          ? views_revised_ranking(v, r->doc, data->ranking)
                          : NULL;
    const char *row = NULL; /* counts of one row share their words */
    for (size_t i = 0; i < c->prints; i++) {
        const struct view_print *p = &c->print[i];
        const char *text = views_revised(v, r->doc, p->figure, p->form);
        const char *next = text ? NULL : views_revised_row(v, r->doc, p->figure);
        if (text)
            all = also(r, all, views_revised_named(v, p->figure, text));
        if (next && (!row || strcmp(row, next) != 0))
            all = also(r, all, row = next);
    }
    c->note_number = note_with(r, all, place);
}

/* --- the tree --- */

/* Within a link, after is the link: a mark is a link of its own and stands behind it. */
static void mark_all(struct revising *r, struct nar_node *parent, struct nar_node **after)
{
    for (struct nar_node *n = parent ? parent->first : NULL; n; n = n->next) {
        struct nar_node *last = n;
        if (n->kind == NAR_SHOW_TABLE && n->table)
            note_table(r, n->table, n->place);
        if (n->kind == NAR_SHOW_CHART && n->chart)
            note_chart(r, n->chart, n->place);
        int note = n->kind == NAR_FIGURE
                       ? note_with(r, revised_text(r, n->figure, n->form), n->place)
                       : 0;
        if (note && after)
            *after = put_mark(r, *after, note);
        else if (note)
            last = put_mark(r, n, note);
        mark_all(r, n, n->kind == NAR_LINK && !after ? &last : after);
        n = after ? n : last;
    }
}

/* In a footnote: the words themselves, behind its own. */
static void tell_in_note(struct revising *r, const struct nar_node *parent,
                         struct nar_node *note)
{
    for (const struct nar_node *n = parent->first; n; n = n->next) {
        const char *text = n->kind == NAR_FIGURE ? revised_text(r, n->figure, n->form) : NULL;
        const struct figure *f =
            text ? model_figure(views_model(r->tree->views), n->figure) : NULL;
        tell_in_note(r, n, note);
        if (!text)
            continue;
        struct nar_node *p = note->first, *words;
        while (p && p->next)
            p = p->next;
        if (!p || p->kind != NAR_PARAGRAPH)
            continue;
        for (words = p->first; words && words->next;)
            words = words->next;
        const char *all = arena_printf(r->arena, " %s",
                                       views_revised_named(r->tree->views, f, text));
        *(words ? &words->next : &p->first) = text_node(r->tree, all, n->place);
    }
}

/* --- numbers --- */

static void renumber(struct revising *r, int *note, bool *again)
{
    if (!*note)
        return;
    int *number = &r->number[*note];
    *again = *number != 0;
    if (!*number) {
        VEC_PUSH(r->arena, &r->note, r->tree->note.p[*note - 1]);
        *number = (int)r->note.n;
    }
    *note = *number;
}

static void number_all(struct revising *r, struct nar_node *parent)
{
    for (struct nar_node *n = parent ? parent->first : NULL; n; n = n->next) {
        if (n->kind == NAR_NOTE_MARK)
            renumber(r, &n->note, &n->note_again);
        if (n->kind == NAR_SHOW_CHART && n->chart)
            renumber(r, &n->chart->note_number, &n->chart->note_again);
        struct view_table *t = n->kind == NAR_SHOW_TABLE ? n->table : NULL;
        if (t)
            renumber(r, &t->note_number, &t->note_again);
        for (size_t i = 0; t && i < t->rows; i++)
            for (size_t k = 0; k < t->columns; k++)
                renumber(r, &t->row[i].cell[k].note, &t->row[i].cell[k].note_again);
        number_all(r, n);
    }
}

static void each_text(struct revising *r, void (*visit)(struct revising *, struct nar_node *))
{
    struct narrative *n = r->tree->out;
    visit(r, n->summary);
    visit(r, n->action);
    for (size_t i = 0; i < n->references; i++)
        visit(r, n->reference[i]);
    visit(r, n->body);
}

static void mark_text(struct revising *r, struct nar_node *root)
{
    mark_all(r, root, NULL);
}

void revised_notes(struct tree *t, const struct view_document *doc)
{
    struct revising r = {.tree = t, .arena = t->arena, .doc = doc->record};
    size_t authored = t->note.n;
    r.note_of = ARENA_NEW(r.arena, struct map);
    map_init(r.note_of, r.arena);
    for (size_t i = 0; doc->record->revised_n && i < authored; i++)
        tell_in_note(&r, t->note.p[i].body, t->note.p[i].body);
    if (doc->record->revised_n)
        each_text(&r, mark_text);
    r.number = ARENA_ARRAY(r.arena, int, t->note.n + 1);
    each_text(&r, number_all);
    t->note.p = r.note.p;
    t->note.n = r.note.n;
}
