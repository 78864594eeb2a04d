/* history_sum.c - figures of a history year that contradict each other: parts that add up to more
 * than their whole, or to something else when all of them are given.  What is not given may be
 * anything, so that some parts alone may be less.
 *
 * Figures may have been rounded when they were printed: money to two decimals of a million, counts
 * to two decimals.  So a sum may be off by half of that for each of them. */
#include "model/model_parts.h"

#include <stdlib.h>
#include <string.h>

enum { MONEY_GRAIN = 1000000 }; /* cents: 10,000 USD */

/* Parts are begin, a name without a dot, end; end NULL: the two that begin and other name. */
static const struct sum_rule {
    const char *begin, *end, *other, *whole;
} rules[] = {
    {"agreements.financial.count", NULL, "agreements.nonfinancial.count", "agreements.count"},
    {"contributions.partners", NULL, "contributions.itu", "contributions.total"},
    {"regions.", ".count", NULL, "agreements.count"},
    {"regions.", ".financial.count", NULL, "agreements.financial.count"},
    {"regions.", ".nonfinancial.count", NULL, "agreements.nonfinancial.count"},
    {"regions.", ".contributions", NULL, "contributions.total"},
    {"priorities.", ".count", NULL, "agreements.count"},
    {"priorities.", ".financial.count", NULL, "agreements.financial.count"},
    {"priorities.", ".nonfinancial.count", NULL, "agreements.nonfinancial.count"},
    {"priorities.", ".contributions", NULL, "contributions.total"},
    {"types.", ".count", NULL, "partners.count"},
    {"types.", ".contributions", NULL, "contributions.partners"},
    {"kinds.", ".contributions", NULL, "contributions.total"},
};

struct summing {
    const struct model *m;
    struct diags *d;
    const struct past *past;
    int64_t sum, off; /* in hundredths or cents; what rounding may have taken or added */
    bool any, all;
};

/* Cents, or hundredths of a count. */
static int64_t value_of(enum unit unit, const struct past_value *v)
{
    int64_t n = 0;
    if (unit == UNIT_USD)
        return v->cents;
    decimal_mul_div(v->num, 100, v->den, &n);
    return n;
}

/* Half of the last decimal that a value shows. */
static int64_t rounding_of(enum unit unit, const struct past_value *v)
{
    int64_t grain = 1;
    if (unit != UNIT_USD)
        return v->den >= 100;
    while (grain < MONEY_GRAIN && v->cents % (grain * 10) == 0)
        grain *= 10;
    return grain / 2;
}

static void add_part(struct summing *s, size_t slot)
{
    const struct past_value *v = s->past->given[slot];
    enum unit unit = figures_slot_unit(s->m, slot);
    s->all = s->all && v;
    if (!v || !decimal_add(s->sum, value_of(unit, v), &s->sum))
        return;
    s->off += rounding_of(unit, v);
    s->any = true;
}

static bool is_part(const struct sum_rule *rule, const char *name)
{
    size_t n = strlen(name), begin = strlen(rule->begin), end;
    if (!rule->end)
        return strcmp(name, rule->begin) == 0 || strcmp(name, rule->other) == 0;
    end = strlen(rule->end);
    return n > begin + end && strncmp(name, rule->begin, begin) == 0 &&
           strcmp(name + n - end, rule->end) == 0 &&
           !memchr(name + begin, '.', n - begin - end);
}

static const char *shown(struct arena *a, int64_t hundredths)
{
    if (hundredths % 100 == 0)
        return arena_printf(a, "%lld", (long long)(hundredths / 100));
    return arena_printf(a, "%s%lld.%02lld", hundredths < 0 ? "-" : "",
                        llabs((long long)hundredths) / 100, llabs((long long)hundredths) % 100);
}

static struct place printed_place(const struct past *p, const char *name)
{
    for (size_t i = 0; i < p->record->n; i++)
        if (strcmp(p->record->figure[i].id, name) == 0)
            return p->record->figure[i].n ? p->record->figure[i].form[0].place
                                          : p->record->figure[i].place;
    return p->record->place;
}

static void check_sum(struct summing *s, const char *parts, const char *whole)
{
    size_t slot = figures_slot(s->m, whole);
    const struct past_value *v = slot == SLOT_NONE ? NULL : s->past->given[slot];
    if (!v || !s->any)
        return;
    enum unit unit = figures_slot_unit(s->m, slot);
    int64_t all = value_of(unit, v), off = s->off + rounding_of(unit, v);
    if (s->sum <= all + off && (!s->all || s->sum >= all - off))
        return;
    diag_report(s->d, DIAG_HISTORY_SUM, printed_place(s->past, whole), parts,
                shown(s->m->arena, s->sum), whole, shown(s->m->arena, all));
}

static void check_rule(struct summing *s, const struct sum_rule *rule)
{
    const struct schema *schema = &s->m->schema;
    s->sum = s->off = 0;
    s->any = false;
    s->all = true;
    for (size_t i = 0; i < schema->partners; i++)
        if (is_part(rule, schema->slot[i].name))
            add_part(s, i);
    check_sum(s, rule->end ? arena_printf(s->m->arena, "%s*%s", rule->begin, rule->end)
                           : arena_printf(s->m->arena, "%s and %s", rule->begin, rule->other),
              rule->whole);
}

/* With and without contributions, within a region or a priority. */
static void check_split(struct summing *s, size_t first)
{
    const char *with = s->m->schema.slot[first + PART_FINANCIAL].name;
    const char *without = s->m->schema.slot[first + PART_NONFINANCIAL].name;
    const struct sum_rule rule = {with, NULL, without,
                                  s->m->schema.slot[first + PART_COUNT].name};
    check_rule(s, &rule);
}

void history_sum_check(const struct model *m, struct diags *d, const struct past *p)
{
    struct summing s = {.m = m, .d = d, .past = p};
    const struct vocab *v = m->records->vocab;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        check_rule(&s, &rules[i]);
    for (size_t i = 0; i < v[VOCAB_REGIONS].n; i++)
        check_split(&s, m->schema.regions + PARTS * i);
    for (size_t i = 0; i < v[VOCAB_PRIORITIES].n; i++)
        check_split(&s, m->schema.priorities + PARTS * i);
}
