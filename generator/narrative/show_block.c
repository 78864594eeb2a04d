/* show_block.c - a fenced `table` or `chart` block: YAML that names what to show. */
#include "narrative/narrative_room.h"

#include "base/map.h"

#include <stdlib.h>
#include <string.h>

static const char *const chart_keys[] = {"show", "year", "years", "limit", "kind", "caption", NULL};
static const char *const table_keys[] = {"show",    "year",   "limit",  "caption", "group",
                                         "columns", "labels", "widths", "sort",    NULL};
enum { LIST_KEYS = 4, /* of table_keys: from here on, for lists only */
       LIMIT_MOST = 1000 };

/* Where the block's own text stands in the author's file. */
struct block_place {
    struct tree *tree;
    const struct source *text;
    struct place fence; /* of the opening fence, in the rendered text */
    int above;          /* empty lines before the text, so that lines count as in the file */
};

static struct place place_in_block(void *ctx, struct place p)
{
    struct block_place *b = ctx;
    if (p.src != b->text)
        return p; /* what was found elsewhere while the block was made: a missing word */
    struct place rendered = b->fence;
    rendered.line += p.line > b->above ? p.line - b->above : 1;
    rendered.col += p.col ? p.col - 1 : 0;
    rendered.len = p.len;
    return bind_place(b->tree->binding, rendered);
}

const char *show_block_names(struct tree *t, const char *const *list)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; list[i]; i++)
        buf_printf(&b, "%s%s", i ? ", " : "", list[i]);
    return buf_to_arena(&b, t->arena);
}

static void bad(struct tree *t, const struct node *at, const char *kind, const char *why)
{
    bool chart = strcmp(kind, "chart") == 0;
    diag_report(t->diags, DIAG_BAD_SHOW, at->place, why, kind,
                phrase_mark(chart ? PHRASE_CHART_KEYS : PHRASE_TABLE_KEYS));
}

bool show_block_fault(struct tree *t, const struct node *at, const char *why)
{
    bad(t, at, "table", why);
    return false;
}

/* "2024" or "2015-2018". */
static bool read_period(const char *s, struct period *p)
{
    char *end;
    long from = strtol(s, &end, 10), until = from;
    if (end != s + 4)
        return false;
    if (*end == '-' && strlen(end) == 5)
        until = strtol(end + 1, &end, 10);
    if (*end || from < 1000 || until < from)
        return false;
    *p = (struct period){(int)from, (int)until};
    return true;
}

static bool read_limit(const char *s, size_t *limit)
{
    char *end;
    unsigned long n = strtoul(s, &end, 10);
    *limit = n;
    return *s >= '1' && *s <= '9' && *end == '\0' && n <= LIMIT_MOST;
}

const char *show_block_text(struct tree *t, const struct node *value)
{
    if (value->kind == NODE_SCALAR)
        return value->text;
    const struct node *own = value->kind == NODE_MAP ? node_get(value, t->lang) : NULL;
    return own && own->kind == NODE_SCALAR ? own->text : NULL;
}

/* A text in the language of the block, or one for each language. */
static bool read_caption(struct tree *t, const char *kind, const struct node *value,
                         struct show *show)
{
    const char *why = NULL;
    const struct node *at = value;
    show->caption = show_block_text(t, value);
    if (value->kind == NODE_LIST)
        why = phrase_mark(PHRASE_CAPTION_IS);
    for (size_t i = 0; value->kind == NODE_MAP && !why && i < value->n; i++) {
        const struct node_pair *pair = &value->pair[i];
        at = lang_of(pair->key->text) < 0 ? pair->key : pair->value;
        if (lang_of(pair->key->text) < 0)
            why = phrase_filled(t->arena, PHRASE_CAPTION_LANGUAGE, pair->key->text);
        else if (pair->value->kind != NODE_SCALAR || !*pair->value->text)
            why = phrase_mark(PHRASE_CAPTION_EMPTY);
    }
    if (value->kind == NODE_MAP && !why && !show->caption) {
        at = value;
        why = phrase_filled(t->arena, PHRASE_CAPTION_LACKS, t->lang);
    }
    if (value->kind == NODE_SCALAR && !*value->text)
        why = phrase_mark(PHRASE_CAPTION_EMPTY);
    if (why)
        bad(t, at, kind, why);
    return !why;
}

static bool is_list_key(const char *const *known, const char *key)
{
    for (size_t i = LIST_KEYS; known == table_keys && known[i]; i++)
        if (strcmp(known[i], key) == 0)
            return true;
    return false;
}

/* Says as well what would be a value. */
static void bad_value(struct tree *t, const struct node *value, const char *kind, const char *key)
{
    bad(t, value, kind,
        phrase_filled(t->arena, PHRASE_NOT_A_VALUE, value->text, key));
    if (strcmp(key, "limit") == 0)
        diag_hint(t->diags, HINT_LIMIT_IS, arena_printf(t->arena, "%d", LIMIT_MOST));
    else
        diag_hint(t->diags, HINT_YEARS_ARE);
}

static bool read_pair(struct tree *t, const char *kind, const struct node_pair *pair,
                      struct show *show)
{
    const char *key = pair->key->text;
    const struct node *value = pair->value;
    const char *const *known = strcmp(kind, "chart") == 0 ? chart_keys : table_keys;
    if (strcmp(key, "caption") == 0)
        return read_caption(t, kind, value, show);
    if (is_list_key(known, key)) /* see show_list.c */
        return true;
    if (value->kind != NODE_SCALAR) {
        bad(t, value, kind, phrase_filled(t->arena, PHRASE_WANTS_WORD_OR_NUMBER, key));
        return false;
    }
    if (strcmp(key, "show") == 0) {
        show->what = value->text;
        return true;
    }
    bool good = false;
    if (strcmp(key, "kind") == 0 && known == chart_keys) {
        show->kind = value->text;
        return true;
    }
    if (strcmp(key, "years") == 0 && known == chart_keys)
        show->years = good = read_period(value->text, &show->period);
    else if (strcmp(key, "year") == 0)
        good = read_period(value->text, &show->period);
    else if (strcmp(key, "limit") == 0)
        good = read_limit(value->text, &show->limit);
    if (good)
        return true;
    const char *near = nearest_of(known, key);
    if (near && strcmp(near, key) == 0) {
        bad_value(t, value, kind, key);
        return false;
    }
    bad(t, pair->key, kind, phrase_filled(t->arena, PHRASE_SHOW_UNKNOWN_KEY, key));
    if (near)
        diag_hint(t->diags, HINT_DID_YOU_MEAN, near);
    return false;
}

static bool read_show(struct tree *t, const char *kind, const struct node *root,
                      struct show *show)
{
    if (root->kind != NODE_MAP) {
        bad(t, root, kind, phrase_mark(PHRASE_NO_SHOW));
        return false;
    }
    bool good = true;
    for (size_t i = 0; i < root->n; i++)
        good = read_pair(t, kind, &root->pair[i], show) && good;
    if (good && !show->what)
        bad(t, root, kind, phrase_mark(PHRASE_NO_SHOW));
    if (good && show->years && node_get(root, "year")) {
        bad(t, node_get(root, "year"), kind, phrase_mark(PHRASE_YEAR_AND_YEARS));
        return false;
    }
    return good && show->what;
}

/* What is shown twice has an id of its own each time. */
static const char *own_id(struct tree *t, const char *id)
{
    const char *own = id;
    for (int n = 2; map_has(t->shown, own); n++)
        own = arena_printf(t->arena, "%s-%d", id, n);
    map_set(t->shown, own, NULL);
    return own;
}

static void set_ids(struct tree *t, struct nar_node *out)
{
    if (out->table)
        out->table->id = own_id(t, out->table->id);
    if (!out->chart)
        return;
    out->chart->spec.id = own_id(t, out->chart->spec.id);
    if (out->chart->data)
        out->chart->data->id = own_id(t, out->chart->data->id);
}

/* Years that are not on file among others are told; a period without figures is refused. */
static bool check_years(struct tree *t, const char *kind, const struct node *root,
                        const struct show *show)
{
    const struct model *m = views_model(t->views);
    const struct node *at = node_get(root, show->years ? "years" : "year");
    const char *missing = model_missing_years(t->arena, m, show->period);
    const char *period = model_period_text(t->arena, show->period);
    const int *year;
    size_t n = model_years(m, &year);
    bool all_years = strcmp(show->what, "trend") == 0 && !show->years;
    if (all_years || !missing)
        return true;
    if (model_years_text(t->arena, m, show->period, true) && model_figure(m, arena_printf(t->arena, "%s.agreements.count", period))) {
        diag_report(t->diags, DIAG_YEARS_NOT_ON_FILE, at ? at->place : root->place, missing, period);
        return true;
    }
    bad(t, at ? at : root, kind, phrase_filled(t->arena, PHRASE_NO_FIGURES_OF, missing));
    if (n)
        diag_hint(t->diags, HINT_FIGURES_OF,
                  model_years_text(t->arena, m, (struct period){year[0], year[n - 1]}, true));
    else
        diag_hint(t->diags, HINT_FIGURES_OF_NONE);
    return false;
}

/* The agreements of a year are on file, and so its partners: a history names none. */
static bool knows_partners(struct tree *t, int year)
{
    const struct model *m = views_model(t->views);
    return !model_missing_years(t->arena, m, (struct period){year, year}) &&
           !model_year_is_history(m, year, NULL);
}

/* "2015-2018, 2020"; NULL when there are none. */
static const char *years_of_partners(struct tree *t)
{
    struct buf b = BUF_INIT;
    const int *year;
    size_t n = model_years(views_model(t->views), &year);
    int until = n ? year[n - 1] : 0;
    for (int from = n ? year[0] : 1; from <= until; from++) {
        struct period p = {from, from};
        while (p.until <= until && knows_partners(t, p.until))
            p.until++;
        if (p.until-- == from)
            continue;
        buf_printf(&b, "%s%s", b.n ? ", " : "", model_period_text(t->arena, p));
        from = p.until;
    }
    return b.n ? buf_to_arena(&b, t->arena) : NULL;
}

static bool check_partners(struct tree *t, const char *kind, const struct node *root,
                           const struct show *show)
{
    const struct node *at = node_get(root, "year");
    int year = show->period.from;
    while (year <= show->period.until && knows_partners(t, year))
        year++;
    if (strcmp(show->what, "top-partners") != 0 || year > show->period.until)
        return true;
    bad(t, at ? at : node_get(root, "show"), kind,
        phrase_filled(t->arena, PHRASE_PARTNERS_OF_YEAR, arena_printf(t->arena, "%d", year)));
    const char *known = years_of_partners(t);
    if (known)
        diag_hint(t->diags, HINT_PARTNERS_KNOWN, known);
    else
        diag_hint(t->diags, HINT_PARTNERS_UNKNOWN);
    return false;
}

/* A name that is not among those of a list. */
static void unknown_name(struct tree *t, const struct node *at, const char *what, const char *name,
                         const char *const *names)
{
    diag_report(t->diags, DIAG_UNKNOWN_SHOW, at->place, what, name, show_block_names(t, names));
    const char *near = nearest_of(names, name);
    if (near)
        diag_hint(t->diags, HINT_DID_YOU_MEAN, near);
}

/* A limit cuts a list; all other charts show a whole. */
static bool limit_is_wrong(struct tree *t, const struct node *root, const struct show *show)
{
    for (size_t i = 0; i < root->n && strcmp(show->what, "top-partners") != 0; i++) {
        if (strcmp(root->pair[i].key->text, "limit") != 0)
            continue;
        bad(t, root->pair[i].key, "chart",
            phrase_filled(t->arena, PHRASE_DOES_NOT_GO_WITH, "limit", show->what));
        return true;
    }
    return false;
}

/* A kind that goes with the other of "year" and "years". */
static bool is_other_kind(struct tree *t, const struct node *root, const struct show *show)
{
    const char *const *other = views_chart_kinds(show->what, !show->years);
    for (; other && *other; other++)
        if (strcmp(*other, show->kind) == 0) {
            bad(t, node_get(root, "kind"), "chart",
                phrase_filled(t->arena, show->years ? PHRASE_SHOWS_ONE_YEAR : PHRASE_SHOWS_YEARS,
                             show->kind));
            return true;
        }
    return false;
}

/* Whether the chart can be drawn so; an unknown name is told later. */
static bool can_draw(struct tree *t, const struct node *root, const struct show *show)
{
    const char *const *kinds = views_chart_kinds(show->what, show->years);
    if (!kinds && !views_chart_kinds(show->what, false))
        return true;
    if (!kinds) {
        bad(t, node_get(root, "years"), "chart",
            phrase_filled(t->arena, PHRASE_NOT_YEAR_BY_YEAR, show->what));
        return false;
    }
    if (limit_is_wrong(t, root, show))
        return false;
    size_t i = 0;
    while (show->kind && kinds[i] && strcmp(kinds[i], show->kind) != 0)
        i++;
    if (show->kind && !kinds[i] && is_other_kind(t, root, show))
        return false;
    if (show->kind && !kinds[i]) {
        unknown_name(t, node_get(root, "kind"), phrase_filled(t->arena, PHRASE_KIND_OF, show->what),
                     show->kind, kinds);
        return false;
    }
    return true;
}

/* Makes what a block shows into its node; false when there is nothing of that name. */
static bool make(struct tree *t, const struct show *show, struct nar_node *out)
{
    if (out->kind == NAR_SHOW_CHART)
        out->chart = views_show_chart(t->arena, t->views, show);
    else
        out->table = views_show_table(t->arena, t->views, show);
    if (out->table)
        show_list_texts(t, out->table);
    out->sample = (out->chart && out->chart->sample) || (out->table && out->table->sample);
    t->out->sample = t->out->sample || out->sample;
    if (out->chart || out->table)
        set_ids(t, out);
    return out->chart || out->table;
}

static struct nar_node *add(struct tree *t, struct nar_node ***tail, enum nar_kind kind,
                            struct place place)
{
    struct nar_node *n = tree_node(t, kind, place);
    **tail = n;
    *tail = &n->next;
    return n;
}

/* What one scheme of priorities counts cannot stand beside what another one does: a sentence says
 * so, and each has its own, charts on paper with their numbers in a table. */
static void show_apart(struct tree *t, const struct show_part *part, size_t n,
                       struct nar_node *out)
{
    enum nar_kind kind = out->kind;
    struct nar_node **tail = &out->next;
    out->kind = NAR_PARAGRAPH;
    out->first = tree_node(t, NAR_TEXT, out->place);
    out->first->text = views_parts_note(t->arena, t->views, part, n);
    for (size_t i = 0; i < n; i++) {
        struct nar_node *shown = add(t, &tail, kind, out->place);
        make(t, &part[i].show, shown);
        if (!shown->chart || !shown->chart->data)
            continue;
        struct nar_node *numbers = add(t, &tail, NAR_SHOW_TABLE, out->place);
        numbers->table = shown->chart->data;
        numbers->table->caption = shown->chart->spec.title;
        numbers->of_chart = true;
        numbers->sample = shown->sample;
    }
}

static bool comes_apart(struct tree *t, const struct node *root, const struct show *show,
                        struct nar_node *out)
{
    const struct show_part *part = NULL;
    size_t n = views_show_parts(t->arena, t->views, show, &part);
    if (!n)
        return false;
    const struct node *at = node_get(root, show->years ? "years" : "year");
    diag_report(t->diags, DIAG_MIXED_SCHEMES, at ? at->place : root->place,
                model_period_text(t->arena, show->period), part[0].scheme->id, part[1].scheme->id);
    show_apart(t, part, n, out);
    return true;
}

static void build(struct tree *t, const char *kind, const struct node *root,
                  struct show *show, struct nar_node *out)
{
    bool chart = out->kind == NAR_SHOW_CHART;
    if (!check_years(t, kind, root, show))
        return;
    if ((chart ? !can_draw(t, root, show) : !show_list_read(t, root, show)) ||
        comes_apart(t, root, show, out) || !check_partners(t, kind, root, show))
        return;
    if (!make(t, show, out))
        unknown_name(t, node_get(root, "show"), kind, show->what,
                     chart ? show_charts : show_tables);
}

/* Code as such is fine; a word that nearly says table or chart is a slip. */
static void check_info(struct tree *t, const struct md_node *code)
{
    static const char *const kinds[] = {"table", "chart", NULL};
    const char *near = code->info ? nearest_of(kinds, code->info) : NULL;
    if (!near)
        return;
    diag_report(t->diags, DIAG_UNKNOWN_BLOCK, bind_place(t->binding, code->place), code->info);
    diag_hint(t->diags, HINT_DID_YOU_MEAN, near);
}

static bool is_blank(const char *s)
{
    return s[strspn(s, " \t\r\n")] == '\0';
}

static char *with_lines_above(struct arena *a, int above, const char *text)
{
    struct buf b = BUF_INIT;
    for (int i = 0; i < above; i++)
        buf_putc(&b, '\n');
    buf_puts(&b, text);
    return buf_to_arena(&b, a);
}

/* Reads and makes what the block names; what is wrong is told where it stands in the file. */
static void read_block(struct tree *t, const struct md_node *code, struct nar_node *out)
{
    struct place fence = bind_place(t->binding, code->place);
    struct source *src = ARENA_NEW(t->arena, struct source);
    struct block_place where = {t, src, code->place, fence.line};
    const struct node whole = {.place = fence};
    const char *text = bind_expand(t->binding, code->text);
    if (is_blank(text)) {
        bad(t, &whole, code->info, phrase_mark(PHRASE_EMPTY_BLOCK));
        return;
    }
    src->path = t->binding->author->path;
    src->text = with_lines_above(t->arena, where.above, text);
    src->len = strlen(src->text);
    size_t mark = diags_mark(t->diags);
    struct show show = {.period = t->period};
    struct node *root = input_yaml(t->arena, t->diags, src);
    if (root && read_show(t, code->info, root, &show))
        build(t, code->info, root, &show, out);
    diags_relocate(t->diags, mark, place_in_block, &where);
}

bool show_block(struct tree *t, const struct md_node *code, struct nar_node **out)
{
    bool chart = code->info && strcmp(code->info, "chart") == 0;
    if (!chart && !(code->info && strcmp(code->info, "table") == 0)) {
        check_info(t, code);
        return false;
    }
    *out = tree_node(t, chart ? NAR_SHOW_CHART : NAR_SHOW_TABLE,
                     bind_place(t->binding, code->place));
    if (t->in_note)
        diag_report(t->diags, DIAG_SHOW_IN_FOOTNOTE, (*out)->place, code->info);
    else
        read_block(t, code, *out);
    if (!(*out)->table && !(*out)->chart && !(*out)->next)
        *out = NULL;
    return true;
}
