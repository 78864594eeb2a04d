/* figures.c - which figures there are, their ids, and what their forms print. */
#include "model/model_parts.h"

#include <string.h>

const char *const figure_forms[] = {"usd", "millions", "millions2", "percent", NULL};

/* --- the schema --- */

struct schema_writer {
    struct model *m;
    VEC(struct slot) slot;
};

static void put(struct schema_writer *w, const char *name, enum unit unit, size_t whole,
                bool additive)
{
    struct slot s = {.name = name, .unit = unit, .whole = whole, .additive = additive};
    VEC_PUSH(w->m->arena, &w->slot, s);
}

/* In the order of the SLOT_ names. */
static void put_fixed(struct schema_writer *w)
{
    put(w, "agreements.count", UNIT_COUNT, SLOT_NONE, true);
    put(w, "agreements.financial.count", UNIT_COUNT, SLOT_NONE, true);
    put(w, "agreements.nonfinancial.count", UNIT_COUNT, SLOT_NONE, true);
    put(w, "addenda.count", UNIT_COUNT, SLOT_NONE, true);
    put(w, "addenda.contributions", UNIT_USD, SLOT_TOTAL, true);
    put(w, "contributions.total", UNIT_USD, SLOT_TOTAL, true);
    put(w, "contributions.partners", UNIT_USD, SLOT_TOTAL, true);
    put(w, "contributions.itu", UNIT_USD, SLOT_TOTAL, true);
    put(w, "partners.count", UNIT_COUNT, SLOT_NONE, false);
    put(w, "partners.financial.count", UNIT_COUNT, SLOT_NONE, false);
    put(w, "partners.top10.contributions", UNIT_USD, SLOT_PARTNER_MONEY, false);
    put(w, "partners.other.contributions", UNIT_USD, SLOT_PARTNER_MONEY, false);
}

static void put_name(struct schema_writer *w, const char *head, const char *id, const char *tail,
                     enum unit unit, size_t whole, bool additive)
{
    put(w, arena_printf(w->m->arena, "%s.%s.%s", head, id, tail), unit, whole, additive);
}

/* Regions or priorities: the parts of each entry, and of the unassigned at the end. */
static size_t put_shared(struct schema_writer *w, const char *head, enum vocab_kind kind)
{
    const struct vocab *v = &w->m->records->vocab[kind];
    size_t start = w->slot.n;
    for (size_t i = 0; i <= v->n; i++) {
        const char *id = i < v->n ? v->entry[i].id : "unassigned";
        put_name(w, head, id, "count", UNIT_FRACTION, SLOT_NONE, true);
        put_name(w, head, id, "financial.count", UNIT_FRACTION, SLOT_NONE, true);
        put_name(w, head, id, "nonfinancial.count", UNIT_FRACTION, SLOT_NONE, true);
        put_name(w, head, id, "contributions", UNIT_USD, SLOT_TOTAL, true);
        for (size_t k = w->slot.n - PARTS; i < v->n && k < w->slot.n; k++)
            w->slot.p[k].priority = kind == VOCAB_PRIORITIES ? &v->entry[i] : NULL;
    }
    return start;
}

static size_t put_pairs(struct schema_writer *w, const char *head, enum vocab_kind kind,
                        size_t whole, bool additive)
{
    const struct vocab *v = &w->m->records->vocab[kind];
    size_t start = w->slot.n;
    for (size_t i = 0; i < v->n; i++) {
        put_name(w, head, v->entry[i].id, "count", UNIT_COUNT, SLOT_NONE, additive);
        put_name(w, head, v->entry[i].id, "contributions", UNIT_USD, whole, true);
    }
    return start;
}

/* The type at the end of the chain of roll-ups; a cycle ends by itself. */
static const struct entry *top_type(const struct vocab *v, const struct entry *type)
{
    for (size_t steps = 0; type->rolls_up_to && steps < v->n; steps++)
        type = type->rolls_up_to;
    return type;
}

static const size_t *put_type_groups(struct schema_writer *w)
{
    const struct vocab *v = &w->m->records->vocab[VOCAB_PARTNER_TYPES];
    size_t *group = ARENA_ARRAY(w->m->arena, size_t, v->n + 1);
    for (size_t i = 0; i < v->n; i++) {
        if (top_type(v, &v->entry[i]) != &v->entry[i])
            continue;
        group[i] = w->slot.n;
        put_name(w, "type-groups", v->entry[i].id, "count", UNIT_COUNT, SLOT_NONE, false);
        put_name(w, "type-groups", v->entry[i].id, "contributions", UNIT_USD, SLOT_PARTNER_MONEY,
                 true);
    }
    for (size_t i = 0; i < v->n; i++)
        group[i] = group[top_type(v, &v->entry[i])->index];
    return group;
}

static size_t put_counts(struct schema_writer *w, const char *head, enum vocab_kind kind,
                         bool additive)
{
    const struct vocab *v = &w->m->records->vocab[kind];
    size_t start = w->slot.n;
    for (size_t i = 0; i < v->n; i++)
        put_name(w, head, v->entry[i].id, "count", UNIT_COUNT, SLOT_NONE, additive);
    return start;
}

static void index_names(struct model *m)
{
    struct schema *s = &m->schema;
    map_init(&s->by_name, m->arena);
    map_init(&s->prefix, m->arena);
    for (size_t i = 0; i < s->partners; i++) {
        map_set(&s->by_name, s->slot[i].name, &s->slot[i]);
        for (const char *dot = s->slot[i].name; (dot = strchr(dot, '.')); dot++)
            map_set(&s->prefix,
                    arena_strndup(m->arena, s->slot[i].name, (size_t)(dot - s->slot[i].name)),
                    m);
    }
}

void figures_schema(struct model *m)
{
    struct schema_writer w = {.m = m};
    struct schema *s = &m->schema;
    put_fixed(&w);
    s->memberships = put_counts(&w, "partners.membership", VOCAB_MEMBERSHIPS, false);
    s->regions = put_shared(&w, "regions", VOCAB_REGIONS);
    s->priorities = put_shared(&w, "priorities", VOCAB_PRIORITIES);
    s->types = put_pairs(&w, "types", VOCAB_PARTNER_TYPES, SLOT_PARTNER_MONEY, false);
    s->type_group = put_type_groups(&w);
    s->kinds = put_pairs(&w, "kinds", VOCAB_KINDS, SLOT_TOTAL, true);
    s->initiatives = put_counts(&w, "initiatives", VOCAB_INITIATIVES, true);
    s->slot = w.slot.p;
    s->partners = w.slot.n;
    index_names(m);
}

const struct slot *figures_partner_slot(void)
{
    static const struct slot all = {NULL, UNIT_USD, SLOT_PARTNER_MONEY, true, NULL};
    return &all;
}

/* --- ids --- */

/* The partner of "partners.<id>.contributions" or, with no tail, of "partners.<id>". */
static const struct partner *named_partner(const struct model *m, const char *name,
                                           const char *tail)
{
    static const char head[] = "partners.";
    if (strncmp(name, head, sizeof head - 1) != 0)
        return NULL;
    name += sizeof head - 1;
    size_t len = strcspn(name, ".");
    if (strcmp(name + len, tail) != 0)
        return NULL;
    return map_get_n(&m->records->partner_by_id, name, len);
}

size_t figures_slot(const struct model *m, const char *name)
{
    const struct slot *s = map_get(&m->schema.by_name, name);
    if (s)
        return (size_t)(s - m->schema.slot);
    const struct partner *p = named_partner(m, name, ".contributions");
    return p ? m->schema.partners + p->index : SLOT_NONE;
}

enum unit figures_slot_unit(const struct model *m, size_t slot)
{
    return slot < m->schema.partners ? m->schema.slot[slot].unit : UNIT_USD;
}

static bool four_digits(const char *s, int *year)
{
    *year = 0;
    for (int i = 0; i < 4; i++) {
        if (s[i] < '0' || s[i] > '9')
            return false;
        *year = *year * 10 + (s[i] - '0');
    }
    return *year > 0;
}

/* "2024" or "2015-2018", up to the end or a dot; *rest is what follows the dot, or "". */
bool figures_period(const char *id, struct period *p, const char **rest)
{
    if (!four_digits(id, &p->from))
        return false;
    id += 4;
    p->until = p->from;
    if (*id == '-') {
        if (!four_digits(id + 1, &p->until) || p->until <= p->from)
            return false;
        id += 5;
    }
    if (*id && *id != '.')
        return false;
    *rest = id + (*id == '.');
    return *id == '\0' || **rest;
}

const struct figure *model_figure(const struct model *m, const char *id)
{
    struct period p;
    const char *name;
    return figures_period(id, &p, &name) ? model_figure_of(m, p, name) : NULL;
}

const struct figure *model_figure_of(const struct model *m, struct period p, const char *name)
{
    size_t slot = figures_slot(m, name);
    if (slot == SLOT_NONE)
        return NULL;
    struct table *t = rollup_table(m, p);
    return t ? &rollup_cell(m, t, slot)->f : NULL;
}

bool model_figure_prefix(const struct model *m, const char *id)
{
    struct period p;
    const char *name;
    if (!figures_period(id, &p, &name) || !rollup_table(m, p))
        return false;
    return !*name || map_has(&m->schema.prefix, name) || named_partner(m, name, "");
}

/* --- ids with a form --- */

static const char *find_form(const char *word)
{
    for (size_t i = 0; figure_forms[i]; i++)
        if (strcmp(figure_forms[i], word) == 0)
            return figure_forms[i];
    return NULL;
}

static void add_with_forms(const struct model *m, struct map *names, const char *name)
{
    map_set(names, name, names);
    for (size_t k = 0; figure_forms[k]; k++)
        map_set(names, arena_printf(m->arena, "%s.%s", name, figure_forms[k]), names);
}

/* All names, with those of no, public or all partners, made when the first misspelt one asks. */
static const struct map *near_names(const struct model *m, enum near near)
{
    struct map **names = &m->tables->names[near];
    if (*names)
        return *names;
    *names = ARENA_NEW(m->arena, struct map);
    map_init(*names, m->arena);
    const struct schema *s = &m->schema;
    for (size_t i = 0; i < s->partners; i++) {
        if (s->slot[i].unit == UNIT_USD)
            add_with_forms(m, *names, s->slot[i].name);
        else
            map_set(*names, s->slot[i].name, *names);
    }
    for (size_t i = 0; near != NEAR_NO_PARTNER && i < m->records->partner_n; i++)
        if (near == NEAR_ALL || m->partner_public[i])
            add_with_forms(m, *names, arena_printf(m->arena, "partners.%s.contributions",
                                                   m->records->partner[i]->id));
    return *names;
}

static const char *nearest(const struct model *m, const char *name, bool internal)
{
    bool partners = strncmp(name, "partners.", 9) == 0;
    return map_nearest(near_names(m, !partners  ? NEAR_NO_PARTNER
                                     : internal ? NEAR_ALL
                                                : NEAR_PUBLIC),
                       name);
}

const char *figures_nearest(const struct model *m, const char *name)
{
    return nearest(m, name, true);
}

bool model_figure_public(const struct model *m, const struct figure *f)
{
    struct period p;
    const char *name;
    if (!figures_period(f->id, &p, &name))
        return true;
    size_t slot = figures_slot(m, name);
    return slot < m->schema.partners || slot == SLOT_NONE ||
           m->partner_public[slot - m->schema.partners];
}

const char *figures_years(const struct model *m)
{
    if (m->year_n == 0)
        return phrase_mark(PHRASE_NO_FIGURES);
    return phrase_filled(m->arena, PHRASE_FIGURES_REACH, arena_printf(m->arena, "%d", m->year[0]),
                        arena_printf(m->arena, "%d", m->last_year));
}

/* False where an id, be it of a figure or not, begins as those of a partner who may not be named. */
static bool may_be_told(const struct model *m, const char *id)
{
    static const char head[] = "partners.";
    struct period p;
    const char *name;
    if (!figures_period(id, &p, &name) || strncmp(name, head, sizeof head - 1) != 0)
        return true;
    name += sizeof head - 1;
    const struct partner *of = map_get_n(&m->records->partner_by_id, name, strcspn(name, "."));
    return !of || model_partner_public(m, of);
}

/* The id that a figure of a renamed record has now. */
static const char *renamed(const struct model *m, const char *id, bool internal)
{
    const char *now = records_renamed_figure(m->arena, m->records, id);
    return now && (internal || may_be_told(m, now)) ? now : NULL;
}

static const char *why_unknown(const struct model *m, const char *id, bool internal)
{
    struct period p;
    const char *name;
    if (!figures_period(id, &p, &name))
        return phrase_mark(PHRASE_ID_BEGINS);
    if (!rollup_table(m, p))
        return figures_years(m);
    if (model_figure_prefix(m, id))
        return phrase_filled(m->arena, PHRASE_ONLY_BEGINNING, id);
    const char *now = renamed(m, id, internal);
    if (now)
        return phrase_filled(m->arena, HINT_WAS_RENAMED, now);
    const char *near = nearest(m, name, internal);
    int period = (int)(name - id);
    if (near)
        return phrase_filled(m->arena, HINT_DID_YOU_MEAN,
                            arena_printf(m->arena, "%.*s%s", period, id, near));
    return phrase_mark(PHRASE_FIGURES_LISTS);
}

static const char *why_no_form(const struct model *m, const struct figure *f, const char *form)
{
    if (f->unit != UNIT_USD)
        return phrase_filled(m->arena, PHRASE_COUNT_HAS_NO_FORM, f->id, form);
    return phrase_filled(m->arena, PHRASE_NO_SUCH_FORM, f->id, form);
}

/* The figure that an id without its last word names, when that is a form: *form. */
static const struct figure *without_form(const struct model *m, const char *id, const char **form)
{
    const char *dot = strrchr(id, '.');
    *form = dot ? find_form(dot + 1) : NULL;
    return *form ? model_figure(m, arena_strndup(m->arena, id, (size_t)(dot - id))) : NULL;
}

const struct figure *model_figure_form(const struct model *m, const char *id, const char **form)
{
    const struct figure *f = model_figure(m, id);
    const char *known;
    *form = "";
    if (f)
        return f;
    f = without_form(m, id, &known);
    if (!f || f->unit != UNIT_USD || (!f->whole && strcmp(known, "percent") == 0))
        return NULL;
    *form = known;
    return f;
}

const char *model_figure_why(const struct model *m, const char *id, bool internal)
{
    const char *form;
    const struct figure *f = without_form(m, id, &form);
    return f ? why_no_form(m, f, form) : why_unknown(m, id, internal);
}

/* --- what forms print --- */

static const char *percent(struct arena *a, const struct figure *f)
{
    int64_t part = f->cents, n = 0;
    if (!f->whole || !f->whole->known || f->whole->cents == 0)
        return NULL;
    int64_t whole = f->whole->cents;
    if (whole < 0) {
        part = -part;
        whole = -whole;
    }
    if (!decimal_mul_div(part, 100, whole, &n))
        return NULL;
    return decimal_text(a, n, 0);
}

/* An integer when it is one, one decimal when that is exact, else two. */
static const char *count(struct arena *a, const struct rational *r)
{
    bool exact = false;
    const char *s = rational_decimal(a, r, 0, &exact);
    if (!exact)
        s = rational_decimal(a, r, 1, &exact);
    return exact ? s : rational_decimal(a, r, 2, NULL);
}

const char *figure_form(struct arena *a, const struct figure *f, const char *form)
{
    if (!f->known)
        return NULL;
    if (f->unit != UNIT_USD)
        return *form ? NULL : count(a, f->count);
    if (!*form || strcmp(form, "usd") == 0)
        return decimal_text(a, f->cents, 2);
    if (strcmp(form, "millions") == 0)
        return decimal_text(a, decimal_div_round(f->cents, 10000000), 1);
    if (strcmp(form, "millions2") == 0)
        return decimal_text(a, decimal_div_round(f->cents, 1000000), 2);
    return strcmp(form, "percent") == 0 ? percent(a, f) : NULL;
}
