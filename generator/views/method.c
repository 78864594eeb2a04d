/* method.c - how figures are counted, in words that follow from the settings in force: a note for
 * the page about the site, for papers, and in part for each figure's page. */
#include "views/views_room.h"

const char *method_word(const struct views *v, enum method_topic topic)
{
    const struct counting *c = &v->rec->site.counting;
    switch (topic) {
    case METHOD_YEAR:
        return c->by_in_force ? "rule_year_force" : "rule_year_signature";
    case METHOD_ADDENDA:
        return c->addenda_with ? "rule_addenda_with" : "rule_addenda";
    case METHOD_PARTNERS:
        return c->addenda_with ? "rule_partners_with" : "rule_partners";
    case METHOD_FINANCIAL:
        return c->financial_partner_cash ? "rule_financial_partner" : "rule_financial";
    case METHOD_MERGERS:
        break;
    }
    return c->follow_mergers ? "rule_mergers_follow" : "rule_mergers_apart";
}

struct rules {
    struct arena *arena;
    const struct views *v;
    VEC(struct method_rule) list;
};

static void put(struct rules *r, const char *subject, const char *first, const char *second)
{
    struct method_rule rule = {.subject = views_word(r->v, subject, NULL), .n = second ? 2 : 1};
    rule.text[0] = views_word(r->v, first, NULL);
    if (second)
        rule.text[1] = views_word(r->v, second, NULL);
    VEC_PUSH(r->arena, &r->list, rule);
}

size_t method_rules(struct arena *a, const struct views *v, const struct method_rule **rule)
{
    struct rules r = {.arena = a, .v = v};
    put(&r, "years", method_word(v, METHOD_YEAR), "rule_multi_year");
    put(&r, "agreements", "rule_parents", "rule_termination");
    put(&r, "addenda", method_word(v, METHOD_ADDENDA), NULL);
    put(&r, "partners", method_word(v, METHOD_PARTNERS), NULL);
    put(&r, "method_mergers", method_word(v, METHOD_MERGERS), NULL);
    put(&r, "method_names", "rule_names", NULL);
    put(&r, "contributions", method_word(v, METHOD_FINANCIAL), "rule_in_kind");
    put(&r, "method_currencies", "rule_rate", "rule_rate_recorded");
    put(&r, "method_sharing", "rule_shares", "rule_remainder");
    put(&r, "method_rounding", "rule_exact", "rule_rounding");
    put(&r, "method_order", "rule_order", NULL);
    *rule = r.list.p;
    return r.list.n;
}

struct view_table *method_table(struct arena *a, const struct views *v, const struct show *show)
{
    const struct method_rule *rule;
    size_t n = method_rules(a, v, &rule);
    struct view_table *t = tables_new(a, "counting-rules", views_word(v, "table_rules", NULL), 2);
    (void)show; /* the rules are those of all years */
    tables_column(t, 0, "subject", views_word(v, "column_subject", NULL), NULL, false);
    tables_column(t, 1, "rule", views_word(v, "column_rule", NULL), NULL, false);
    for (size_t i = 0; i < n; i++) {
        struct view_row *row = tables_row(a, t);
        struct cell_runs lines = {.arena = a};
        row->cell[0].text = rule[i].subject;
        for (size_t k = 0; k < rule[i].n; k++)
            runs_put(&lines, rule[i].text[k], NULL);
        runs_end(&lines, &row->cell[1]);
    }
    return t;
}
