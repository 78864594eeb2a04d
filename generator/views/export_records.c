/* export_records.c - agreements and partners as rows: their columns, one line each. */
#include "views/views_room.h"

#include <string.h>

#define FILL(name) static void name(const struct export_source *s, struct export_cell *c)

/* --- agreements --- */

static const struct deal *deal_of(const struct export_source *s)
{
    return s->item;
}

static const struct agreement *record_of(const struct export_source *s)
{
    return deal_of(s)->record;
}

FILL(agreement_id) { c->text = record_of(s)->id; }
FILL(agreement_year) { c->text = arena_printf(s->arena, "%d", deal_of(s)->year); }
FILL(agreement_title) { exports_text(s, &record_of(s)->title, c); }
FILL(agreement_objective) { exports_text(s, &record_of(s)->objective, c); }
FILL(agreement_signed) { exports_date(s, record_of(s)->signed_on, c); }
FILL(agreement_in_force) { exports_date(s, record_of(s)->in_force, c); }
FILL(agreement_ends) { exports_date(s, record_of(s)->ends, c); }
FILL(agreement_terminated) { exports_date(s, record_of(s)->terminated, c); }
FILL(agreement_financial) { exports_flag(deal_of(s)->financial, c); }
FILL(agreement_sample) { exports_flag(record_of(s)->sample, c); }
FILL(agreement_publish) { c->text = record_of(s)->internal ? "internal" : "public"; }

/* An agreement of a year whose figures come from history/ enters no figure. */
FILL(agreement_counted)
{
    exports_flag(!model_year_is_history(s->v->model, deal_of(s)->year, NULL), c);
}

FILL(agreement_kind)
{
    if (record_of(s)->kind)
        c->text = record_of(s)->kind->id;
}

FILL(agreement_kind_label)
{
    if (record_of(s)->kind)
        exports_text(s, &record_of(s)->kind->label, c);
}

FILL(agreement_group) { c->text = arena_printf(s->arena, "%c", deal_of(s)->list_group); }

/* What may not be named is not referred to either. */
static void reference(const struct export_source *s, const struct deal *other,
                      struct export_cell *c)
{
    if (other && views_may_name(s->v, other))
        c->text = other->record->id;
}

FILL(agreement_amends) { reference(s, deal_of(s)->amends, c); }
FILL(agreement_parent) { reference(s, deal_of(s)->parent, c); }

/* --- what addenda change --- */

FILL(agreement_original)
{
    if (deal_of(s)->root != deal_of(s))
        reference(s, deal_of(s)->root, c);
}

static void references(const struct export_source *s, const struct deal *const *list, size_t n,
                       struct export_cell *c)
{
    const char **item = ARENA_ARRAY(s->arena, const char *, n);
    size_t named = 0;
    for (size_t i = 0; i < n; i++)
        if (views_may_name(s->v, list[i]))
            item[named++] = list[i]->record->id;
    exports_list(c, item, named);
}

FILL(agreement_addenda) { references(s, deal_of(s)->addendum, deal_of(s)->addendum_n, c); }
FILL(agreement_children) { references(s, deal_of(s)->child, deal_of(s)->child_n, c); }

static void named(const struct export_source *s, const struct partner *const *list, size_t n,
                  struct export_cell *c)
{
    const char **item = ARENA_ARRAY(s->arena, const char *, n);
    size_t found = 0;
    for (size_t i = 0; i < n; i++)
        if (s->v->named[list[i]->index])
            item[found++] = list[i]->id;
    exports_list(c, item, found);
}

FILL(agreement_joins)
{
    const struct change *change = changes_of(s->arena, s->v, deal_of(s));
    if (change)
        named(s, change->joined, change->joined_n, c);
}

FILL(agreement_leaves)
{
    const struct change *change = changes_of(s->arena, s->v, deal_of(s));
    if (change)
        named(s, change->left, change->left_n, c);
    else
        named(s, deal_of(s)->leaving, deal_of(s)->leaving_n, c);
}

/* NULL for addenda: what they change is told of their agreement. */
static const struct terms *terms_of(const struct export_source *s)
{
    const struct deal *d = deal_of(s);
    return d->record->is_addendum ? NULL
                                  : model_terms(s->arena, s->v->model, d, s->v->internal);
}

static const char *const standings[] = {"coming", "active", "ended", "terminated", NULL};

FILL(agreement_status)
{
    const struct terms *t = terms_of(s);
    if (t)
        c->text = standings[t->standing];
}

FILL(agreement_ends_now)
{
    const struct terms *t = terms_of(s);
    if (t)
        exports_date(s, t->ends, c);
}

FILL(agreement_partners_now)
{
    const struct terms *t = terms_of(s);
    if (t)
        named(s, t->party, t->party_n, c);
}

FILL(agreement_cash_now)
{
    const struct terms *t = terms_of(s);
    if (t)
        c->text = format_cents(s->arena, t->cash_cents);
}

/* --- who and where --- */

FILL(agreement_partners)
{
    const struct deal *d = deal_of(s);
    const char **item = ARENA_ARRAY(s->arena, const char *, d->partner_n);
    for (size_t i = 0; i < d->partner_n; i++)
        item[i] = d->partner[i]->id;
    exports_list(c, item, d->partner_n);
}

FILL(agreement_partner_names)
{
    const struct deal *d = deal_of(s);
    const char **item = ARENA_ARRAY(s->arena, const char *, d->partner_n);
    for (size_t i = 0; i < d->partner_n; i++)
        item[i] = exports_partner_name(s, d->partner[i], d->record->signed_on);
    exports_list(c, item, d->partner_n);
}

FILL(agreement_regions) { exports_portions(s, deal_of(s)->region, deal_of(s)->region_n, c); }
FILL(agreement_region_shares)
{
    exports_portion_shares(s, deal_of(s)->region, deal_of(s)->region_n, c);
}
FILL(agreement_region_labels)
{
    exports_portion_labels(s, deal_of(s)->region, deal_of(s)->region_n, c);
}
FILL(agreement_priorities)
{
    exports_portions(s, deal_of(s)->priority, deal_of(s)->priority_n, c);
}
FILL(agreement_priority_shares)
{
    exports_portion_shares(s, deal_of(s)->priority, deal_of(s)->priority_n, c);
}
FILL(agreement_priority_labels)
{
    exports_portion_labels(s, deal_of(s)->priority, deal_of(s)->priority_n, c);
}

FILL(agreement_countries) { exports_list(c, record_of(s)->country, record_of(s)->country_n); }

FILL(agreement_country_names)
{
    const struct agreement *r = record_of(s);
    const char **item = ARENA_ARRAY(s->arena, const char *, r->country_n);
    for (size_t i = 0; i < r->country_n; i++)
        item[i] = format_country(s->v, r->country[i]);
    exports_list(c, item, r->country_n);
}

FILL(agreement_initiatives)
{
    const struct agreement *r = record_of(s);
    const char **item = ARENA_ARRAY(s->arena, const char *, r->initiative_n);
    for (size_t i = 0; i < r->initiative_n; i++)
        item[i] = r->initiative[i]->id;
    exports_list(c, item, r->initiative_n);
}

FILL(agreement_sdgs)
{
    const struct agreement *r = record_of(s);
    const char **item = ARENA_ARRAY(s->arena, const char *, r->sdg_n);
    for (size_t i = 0; i < r->sdg_n; i++)
        item[i] = arena_printf(s->arena, "%d", r->sdg[i]);
    exports_list(c, item, r->sdg_n);
}

FILL(agreement_cash) { c->text = format_cents(s->arena, deal_of(s)->cash_cents); }

FILL(agreement_in_kind)
{
    const struct deal *d = deal_of(s);
    int64_t cents = 0;
    for (size_t i = 0; i < d->money_n; i++)
        if (d->money[i].contribution->in_kind)
            cents += d->money[i].usd_cents;
    c->text = format_cents(s->arena, cents);
}

FILL(agreement_links)
{
    const struct agreement *r = record_of(s);
    const char **item = ARENA_ARRAY(s->arena, const char *, r->link_n);
    for (size_t i = 0; i < r->link_n; i++)
        item[i] = r->link[i].url;
    exports_list(c, item, r->link_n);
}

static void collect_agreements(struct arena *a, const struct views *v, struct export *x)
{
    const struct deal *const *deal;
    size_t n = model_deals(v->model, &deal);
    x->item = ARENA_ARRAY(a, const void *, n);
    for (size_t i = 0; i < n; i++) {
        if (!views_may_name(v, deal[i]))
            continue;
        x->item[x->rows++] = deal[i];
        x->sample = x->sample || deal[i]->record->sample;
    }
}

static const char *const groups[] = {"a", "b", "c", "d", NULL};
static const char *const publish_words[] = {"public", "internal", NULL};

static const struct export_column agreement_columns[] = {
    {.id = "id", .word = "agreement_id", .filled = true, .fill = agreement_id,
     .doc = "its number, which never changes"},
    {.id = "kind", .word = "agreement_kind", .filled = true, .fill = agreement_kind,
     .doc = "what kind of instrument it is"},
    {.id = "kind_label", .word = "agreement_kind", .type = EXPORT_TEXT, .texts = true,
     .fill = agreement_kind_label, .doc = "the kind in words"},
    {.id = "list_group", .word = "column_group", .filled = true, .choice = groups,
     .fill = agreement_group,
     .doc = "a with cash, b without, c sponsorship, d addenda and amendments"},
    {.id = "title", .word = "title", .type = EXPORT_TEXT, .texts = true, .fill = agreement_title,
     .doc = "its title"},
    {.id = "year", .word = "year", .type = EXPORT_INTEGER, .filled = true,
     .fill = agreement_year, .doc = "the year it counts in"},
    {.id = "counted", .word = "export_counted", .type = EXPORT_FLAG, .filled = true,
     .fill = agreement_counted,
     .doc = "false where the figures of its year were entered as totals: then it enters none"},
    {.id = "signed", .word = "date_signature", .type = EXPORT_DATE, .filled = true,
     .fill = agreement_signed, .doc = "the day it was signed"},
    {.id = "in_force", .word = "date_force", .type = EXPORT_DATE, .filled = true,
     .fill = agreement_in_force, .doc = "the day it entered into force"},
    {.id = "ends", .word = "date_end", .type = EXPORT_DATE, .fill = agreement_ends,
     .doc = "the day it ends"},
    {.id = "terminated", .word = "date_terminated", .type = EXPORT_DATE,
     .fill = agreement_terminated, .doc = "the day it was ended before its time"},
    {.id = "amends", .word = "amends", .fill = agreement_amends,
     .doc = "the agreement that an addendum or amendment changes"},
    {.id = "parent", .word = "parent_agreement", .fill = agreement_parent,
     .doc = "the framework agreement it stands under"},
    {.id = "partners", .word = "partners", .list = true, .filled = true,
     .fill = agreement_partners, .doc = "who signs beside ITU"},
    {.id = "partner_names", .word = "partners", .type = EXPORT_TEXT, .list = true, .texts = true,
     .fill = agreement_partner_names,
     .doc = "their names as valid at signature, in the order of partners"},
    {.id = "regions", .word = "beneficiary_regions", .list = true, .fill = agreement_regions,
     .doc = "the regions that benefit; none: not assigned"},
    {.id = "region_shares", .word = "export_region_shares", .type = EXPORT_TEXT, .list = true,
     .fill = agreement_region_shares,
     .doc = "the share of each region, an exact fraction; together 1"},
    {.id = "region_labels", .word = "beneficiary_regions", .type = EXPORT_TEXT, .list = true,
     .texts = true, .fill = agreement_region_labels, .doc = "the regions in words"},
    {.id = "countries", .word = "countries", .list = true, .fill = agreement_countries,
     .doc = "the countries that benefit, ISO 3166-1 alpha-2"},
    {.id = "country_names", .word = "countries", .type = EXPORT_TEXT, .list = true,
     .texts = true, .fill = agreement_country_names, .doc = "the countries in words"},
    {.id = "priorities", .word = "priorities", .list = true, .fill = agreement_priorities,
     .doc = "the priorities it works for; none: not assigned"},
    {.id = "priority_shares", .word = "export_priority_shares", .type = EXPORT_TEXT,
     .list = true, .fill = agreement_priority_shares,
     .doc = "the share of each priority, an exact fraction; together 1"},
    {.id = "priority_labels", .word = "priorities", .type = EXPORT_TEXT, .list = true,
     .texts = true, .fill = agreement_priority_labels, .doc = "the priorities in words"},
    {.id = "initiatives", .word = "initiatives", .list = true, .fill = agreement_initiatives,
     .doc = "the initiatives it is part of"},
    {.id = "sdgs", .word = "sdgs", .type = EXPORT_INTEGER, .list = true, .fill = agreement_sdgs,
     .doc = "the Sustainable Development Goals it serves, by number"},
    {.id = "financial", .word = "export_financial", .type = EXPORT_FLAG, .filled = true,
     .fill = agreement_financial, .doc = "whether it counts as financial"},
    {.id = "cash_usd", .word = "export_cash", .type = EXPORT_MONEY, .filled = true,
     .fill = agreement_cash, .doc = "all its cash with ITU's, in USD at the date of signature"},
    {.id = "in_kind_usd", .word = "export_in_kind", .type = EXPORT_MONEY, .filled = true,
     .fill = agreement_in_kind, .doc = "its contributions in kind, in USD; in no figure"},
    {.id = "objective", .word = "objective", .type = EXPORT_TEXT, .texts = true,
     .fill = agreement_objective, .doc = "what it is for, in Markdown"},
    {.id = "links", .word = "links", .type = EXPORT_URL, .list = true, .fill = agreement_links,
     .doc = "pages about it elsewhere"},
    {.id = "publish", .word = "export_publish", .filled = true, .choice = publish_words,
     .fill = agreement_publish, .doc = "internal: counted, never named in public files"},
    {.id = "original", .word = "original_agreement", .fill = agreement_original,
     .doc = "the agreement that an addendum changes, over other addenda too"},
    {.id = "amended_by", .word = "amended_by", .list = true, .fill = agreement_addenda,
     .doc = "the addenda and amendments that change it, by signature"},
    {.id = "children", .word = "child_agreements", .list = true, .fill = agreement_children,
     .doc = "the agreements that stand under it"},
    {.id = "joins", .word = "party_joins", .list = true, .fill = agreement_joins,
     .doc = "who becomes a party by signing the addendum"},
    {.id = "leaves", .word = "party_leaves", .list = true, .fill = agreement_leaves,
     .doc = "who is no party any longer by the addendum"},
    {.id = "status", .word = "standing", .choice = standings, .fill = agreement_status,
     .doc = "how it stands on the day the content is read on; none of addenda"},
    {.id = "current_ends", .word = "date_end_now", .type = EXPORT_DATE,
     .fill = agreement_ends_now, .doc = "the day it ends, as addenda moved it; none of addenda"},
    {.id = "current_partners", .word = "parties_now", .list = true,
     .fill = agreement_partners_now,
     .doc = "its parties beside ITU, as addenda and mergers left them; none of addenda"},
    {.id = "current_cash_usd", .word = "value_now", .type = EXPORT_MONEY,
     .fill = agreement_cash_now,
     .doc = "its cash with what addenda added or took back, each at its own signature; in no "
            "figure; none of addenda"},
    {.id = "sample", .word = "sample_record", .type = EXPORT_FLAG, .filled = true,
     .fill = agreement_sample, .doc = "true for an agreement that was made up"},
    {0},
};
const struct export_kind export_records_agreements = {"agreements", "agreements",
                                                      agreement_columns, collect_agreements};

/* --- partners --- */

static const struct partner *partner_of(const struct export_source *s)
{
    return s->item;
}

FILL(partner_id) { c->text = partner_of(s)->id; }
FILL(partner_name) { c->text = exports_partner_name(s, partner_of(s), (struct date){0}); }
FILL(partner_short) { c->text = partner_of(s)->short_name; }
FILL(partner_country) { c->text = partner_of(s)->country; }
FILL(partner_represented) { exports_text(s, &partner_of(s)->represented_by, c); }
FILL(partner_website) { c->text = partner_of(s)->website; }
FILL(partner_org_id) { c->text = partner_of(s)->org_id; }
FILL(partner_sample) { exports_flag(partner_of(s)->sample, c); }

FILL(partner_former_names)
{
    const struct partner *p = partner_of(s);
    const char **item = ARENA_ARRAY(s->arena, const char *, p->former_n);
    for (size_t i = 0; i < p->former_n; i++)
        item[i] = exports_partner_name(s, p, p->former[i].until);
    exports_list(c, item, p->former_n);
}

FILL(partner_type)
{
    if (partner_of(s)->type)
        c->text = partner_of(s)->type->id;
}

/* The long label of a type says what rolls up into it. */
FILL(partner_type_label)
{
    const struct entry *type = partner_of(s)->type;
    if (!type)
        return;
    exports_text(s, &type->short_label, c);
    if (!c->text)
        exports_text(s, &type->label, c);
}

FILL(partner_membership)
{
    const struct partner *p = partner_of(s);
    const char **item = ARENA_ARRAY(s->arena, const char *, p->membership_n);
    for (size_t i = 0; i < p->membership_n; i++)
        item[i] = p->membership[i]->id;
    exports_list(c, item, p->membership_n);
}

FILL(partner_membership_labels)
{
    const struct partner *p = partner_of(s);
    const char **item = ARENA_ARRAY(s->arena, const char *, p->membership_n);
    for (size_t i = 0; i < p->membership_n; i++)
        item[i] = p->membership[i]->label.in[s->v->lang];
    exports_list(c, item, p->membership_n);
}

FILL(partner_country_name)
{
    if (partner_of(s)->country)
        c->text = format_country(s->v, partner_of(s)->country);
}

/* Into whom may not be named, nor on which day. */
static bool is_merged(const struct export_source *s)
{
    const char *id = partner_of(s)->merged_into;
    const struct partner *next = id ? map_get(&s->v->rec->partner_by_id, id) : NULL;
    return next && s->v->named[next->index];
}

FILL(partner_merged_into)
{
    if (is_merged(s))
        c->text = partner_of(s)->merged_into;
}

FILL(partner_merged_on)
{
    if (is_merged(s))
        exports_date(s, partner_of(s)->merged_on, c);
}

static void collect_partners(struct arena *a, const struct views *v, struct export *x)
{
    x->item = ARENA_ARRAY(a, const void *, v->rec->partner_n);
    for (size_t i = 0; i < v->rec->partner_n; i++) {
        if (!v->named[i])
            continue;
        x->item[x->rows++] = v->rec->partner[i];
        x->sample = x->sample || v->rec->partner[i]->sample;
    }
}

static const struct export_column partner_columns[] = {
    {.id = "id", .word = "figure_id", .filled = true, .fill = partner_id,
     .doc = "what agreements call it; it never changes"},
    {.id = "name", .word = "partner", .type = EXPORT_TEXT, .texts = true, .fill = partner_name,
     .doc = "its name today"},
    {.id = "short", .word = "short_name", .type = EXPORT_TEXT, .fill = partner_short,
     .doc = "its usual abbreviation"},
    {.id = "former_names", .word = "former_names", .type = EXPORT_TEXT, .list = true,
     .texts = true, .fill = partner_former_names, .doc = "the names it had before"},
    {.id = "type", .word = "partner_type", .filled = true, .fill = partner_type,
     .doc = "what it is"},
    {.id = "type_label", .word = "partner_type", .type = EXPORT_TEXT, .texts = true,
     .fill = partner_type_label, .doc = "the type in words"},
    {.id = "membership", .word = "membership", .list = true, .fill = partner_membership,
     .doc = "how it belongs to ITU"},
    {.id = "membership_labels", .word = "membership", .type = EXPORT_TEXT, .list = true,
     .texts = true, .fill = partner_membership_labels, .doc = "the membership in words"},
    {.id = "country", .word = "country", .fill = partner_country,
     .doc = "its country, ISO 3166-1 alpha-2"},
    {.id = "country_name", .word = "country", .type = EXPORT_TEXT, .texts = true,
     .fill = partner_country_name, .doc = "the country in words"},
    {.id = "represented_by", .word = "represented_by", .type = EXPORT_TEXT, .texts = true,
     .fill = partner_represented, .doc = "who signs for it"},
    {.id = "merged_into", .word = "successor", .fill = partner_merged_into,
     .doc = "the partner it became part of"},
    {.id = "merged_on", .word = "export_merged_on", .type = EXPORT_DATE,
     .fill = partner_merged_on, .doc = "the day on which it became part of another"},
    {.id = "website", .word = "website", .type = EXPORT_URL, .fill = partner_website,
     .doc = "its address on the web"},
    {.id = "org_id", .word = "org_id", .fill = partner_org_id,
     .doc = "its identifier by org-id.guide"},
    {.id = "sample", .word = "sample_record", .type = EXPORT_FLAG, .filled = true,
     .fill = partner_sample, .doc = "true for a partner that was made up"},
    {0},
};
const struct export_kind export_records_partners = {"partners", "partners", partner_columns,
                                                    collect_partners};
