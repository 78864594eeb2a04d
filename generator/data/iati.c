/* iati.c - agreements as activities of the International Aid Transparency Initiative, IATI 2.03
 * (iatistandard.org; elements stand in the order of its schema).
 *
 * An activity is an agreement with its addenda, whose money are further transactions, which may
 * be below zero.  Amounts are those signed, in their own currency.  What is not known is left
 * out: types of flow, of finance and of aid.  In kind there is no transaction; a description
 * tells of it. */
#include "data/data_room.h"

#include "base/map.h"
#include "base/vec.h"
#include "base/xml.h"

#include <inttypes.h>
#include <string.h>

struct activity {
    const struct deal *root;
    VEC(const struct deal *) part;  /* the agreement, then its addenda by signature */
    VEC(const struct deal *) child; /* agreements under it */
};

struct iati {
    struct arena *arena; /* of the whole file */
    struct arena *work;  /* of one activity */
    struct xml x;
    const struct data_input *in;
    const struct site *site;
    const struct views *v; /* of the first language */
    struct date today;
    struct map by_id; /* id of the agreement -> struct activity * */
};

/* --- elements --- */

static void line(struct iati *f)
{
    xml_raw(&f->x, "\n");
}

static void coded(struct iati *f, const char *name, const char *code)
{
    xml_open(&f->x, name);
    xml_attr(&f->x, "code", code);
    xml_close(&f->x);
}

static const char *iso(struct iati *f, struct date d)
{
    char text[16];
    date_format(d, text);
    return arena_strdup(f->work, text);
}

static void narrative(struct iati *f, const char *lang, const char *text, const char *more)
{
    xml_open(&f->x, "narrative");
    xml_attr(&f->x, "xml:lang", lang);
    xml_text(&f->x, text);
    xml_text(&f->x, more);
    xml_close(&f->x);
}

/* A text in each language that has it, or in the one that it has. */
static void narratives(struct iati *f, const struct text *t, bool sample)
{
    bool any = false;
    enum lang got = LANG_EN;
    for (size_t i = 0; i < f->in->languages; i++) {
        const struct views *v = f->in->views[i];
        const char *s = t->in[views_lang(v)];
        if (s)
            narrative(f, lang_code[views_lang(v)], s,
                      sample ? views_word(v, "sample_mark_after", NULL) : "");
        any = any || s;
    }
    const char *other = any ? NULL : text_in(t, LANG_EN, f->site->default_lang, &got);
    if (other)
        narrative(f, lang_code[got], other,
                  sample ? views_word(f->v, "sample_mark_after", NULL) : "");
}

static void narratives_word(struct iati *f, const char *id)
{
    for (size_t i = 0; i < f->in->languages; i++)
        narrative(f, lang_code[views_lang(f->in->views[i])], views_word(f->in->views[i], id, NULL),
                  "");
}

static const char *org_type(const struct iati *f)
{
    return arena_printf(f->work, "%d", f->site->iati.org_type);
}

static const char *identifier(const struct iati *f, const struct deal *d)
{
    return arena_printf(f->work, "%s-%s", f->site->iati.org_id, d->record->id);
}

/* The page of a list, which says what codes of our own mean. */
static const char *list_page(const struct iati *f, const char *folder)
{
    if (!f->site->base_url)
        return NULL;
    return arena_printf(f->work, "%s%s/%s/", f->site->base_url, lang_code[views_lang(f->v)],
                        folder);
}

/* --- organizations --- */

/* NULL is ITU. */
static void organization(struct iati *f, const char *element, const char *role,
                         const struct partner *p, struct date on)
{
    xml_open(&f->x, element);
    xml_attr(&f->x, "role", role);
    xml_attr(&f->x, "ref", p ? p->org_id : f->site->iati.org_id);
    xml_attr(&f->x, "type", !p ? org_type(f) : p->type ? p->type->iati_code : NULL);
    if (p)
        narratives(f, model_partner_text(p, on), false);
    else
        narratives_word(f, "itu");
    xml_close(&f->x);
}

static bool gives(const struct activity *a, const struct partner *p)
{
    for (size_t i = 0; i < a->part.n; i++)
        for (size_t k = 0; k < a->part.p[i]->money_n; k++)
            if (a->part.p[i]->money[k].from == p)
                return true;
    return false;
}

/* Who gives funds it; all who sign and do not, and ITU, carry it out. */
static void organizations(struct iati *f, const struct activity *a)
{
    VEC(const struct partner *) met = {0};
    struct date on = a->root->record->signed_on;
    if (gives(a, NULL))
        organization(f, "participating-org", "1", NULL, on);
    organization(f, "participating-org", "4", NULL, on);
    for (size_t i = 0; i < a->part.n; i++)
        for (size_t k = 0; k < a->part.p[i]->partner_n; k++) {
            const struct partner *p = a->part.p[i]->partner[k];
            size_t at = 0;
            while (at < met.n && met.p[at] != p)
                at++;
            if (at < met.n)
                continue;
            VEC_PUSH(f->work, &met, p);
            organization(f, "participating-org", gives(a, p) ? "1" : "4", p,
                         a->part.p[i]->record->signed_on);
        }
}

/* --- what it is --- */

static void describe(struct iati *f, const char *type)
{
    xml_open(&f->x, "description");
    xml_attr(&f->x, "type", type);
}

static const char *in_kind(struct iati *f, const struct views *v, const struct activity *a)
{
    const char *list = NULL;
    for (size_t i = 0; i < a->part.n; i++)
        for (size_t k = 0; k < a->part.p[i]->money_n; k++) {
            const struct money *m = &a->part.p[i]->money[k];
            if (!m->contribution->in_kind)
                continue;
            struct date on = a->part.p[i]->record->signed_on;
            struct value *args = value_map(f->work);
            value_set_string(args, "amount", views_money(v, m->contribution->amount,
                                                         m->contribution->currency));
            struct value *next = value_map(f->work);
            value_set_string(next, "list", m->from ? views_partner_name(v, m->from, on)
                                                   : views_word(v, "itu", NULL));
            value_set_string(next, "next", views_word(v, "amount_in_kind", args));
            const char *one = views_word(v, "joined_list", next);
            struct value *both = value_map(f->work);
            value_set_string(both, "list", list);
            value_set_string(both, "next", one);
            list = list ? views_word(v, "joined_values", both) : one;
        }
    return list;
}

static void descriptions(struct iati *f, const struct activity *a, bool sample)
{
    const struct agreement *r = a->root->record;
    describe(f, "1"); /* general: what kind of instrument */
    narratives(f, r->kind ? &r->kind->label : &r->title, sample);
    xml_close(&f->x);
    if (text_in(&r->objective, LANG_EN, LANG_EN, NULL)) {
        describe(f, "2"); /* objectives */
        narratives(f, &r->objective, false);
        xml_close(&f->x);
    }
    if (sample) {
        describe(f, "4"); /* other */
        narratives_word(f, "sample_record");
        xml_close(&f->x);
    }
    if (!in_kind(f, f->v, a))
        return;
    describe(f, "4");
    for (size_t i = 0; i < f->in->languages; i++)
        narrative(f, lang_code[views_lang(f->in->views[i])], in_kind(f, f->in->views[i], a), "");
    xml_close(&f->x);
}

/* Pipeline, implementation, closed, cancelled. */
static const char *status(const struct terms *t)
{
    static const char *const codes[] = {[STANDING_COMING] = "1", [STANDING_ACTIVE] = "2",
                                        [STANDING_ENDED] = "4", [STANDING_TERMINATED] = "5"};
    return codes[t->standing];
}

static void one_date(struct iati *f, const char *type, struct date d)
{
    if (!date_is_set(d))
        return;
    xml_open(&f->x, "activity-date");
    xml_attr(&f->x, "type", type);
    xml_attr(&f->x, "iso-date", iso(f, d));
    xml_close(&f->x);
}

/* An actual date never lies ahead. */
static void dates(struct iati *f, const struct activity *a, const struct terms *t)
{
    const struct agreement *r = a->root->record;
    bool begun = date_cmp(r->in_force, f->today) <= 0;
    one_date(f, begun ? "2" : "1", r->in_force); /* start, actual or planned */
    one_date(f, "3", t->ends);                   /* planned end */
    if (t->standing == STANDING_TERMINATED)
        one_date(f, "4", t->terminated);         /* actual end */
}

/* --- shares --- */

/* Percentages to two decimals that sum to 100 exactly. */
static const char *const *percentages(struct iati *f, const struct weight *w, size_t n)
{
    int64_t *weights = ARENA_ARRAY(f->work, int64_t, n), *part = ARENA_ARRAY(f->work, int64_t, n);
    const char **text = ARENA_ARRAY(f->work, const char *, n);
    for (size_t i = 0; i < n; i++)
        weights[i] = w[i].weight;
    decimal_share(10000, weights, n, part);
    for (size_t i = 0; i < n; i++)
        text[i] = arena_printf(f->work, "%" PRId64 ".%02" PRId64, part[i] / 100, part[i] % 100);
    return text;
}

/* Entries by our own codes, and by those of the DAC where all have one, each once. */
static void shares(struct iati *f, const char *element, const char *folder,
                   const struct weight *w, size_t n)
{
    const char *const *percent = percentages(f, w, n);
    struct weight *dac = ARENA_ARRAY(f->work, struct weight, n);
    size_t dacs = 0;
    bool complete = true;
    for (size_t i = 0; i < n; i++) {
        xml_open(&f->x, element);
        xml_attr(&f->x, "code", w[i].entry->id);
        xml_attr(&f->x, "vocabulary", "99");
        xml_attr(&f->x, "vocabulary-uri", list_page(f, folder));
        xml_attr(&f->x, "percentage", percent[i]);
        narratives(f, &w[i].entry->label, false);
        xml_close(&f->x);
        complete = complete && w[i].entry->iati_code;
        size_t at = 0;
        while (complete && at < dacs &&
               strcmp(dac[at].entry->iati_code, w[i].entry->iati_code) != 0)
            at++;
        if (!complete)
            continue;
        dac[at].entry = w[i].entry;
        dac[at].weight += w[i].weight;
        dacs += at == dacs;
    }
    percent = complete ? percentages(f, dac, dacs) : NULL;
    for (size_t i = 0; complete && i < dacs; i++) {
        xml_open(&f->x, element);
        xml_attr(&f->x, "code", dac[i].entry->iati_code);
        xml_attr(&f->x, "vocabulary", "1");
        xml_attr(&f->x, "percentage", percent[i]);
        xml_close(&f->x);
    }
}

static void scope(struct iati *f, const struct agreement *r)
{
    static const char *const unspecified = "998"; /* developing countries anywhere */
    const char *code = r->region_n == 1 ? r->region[0].entry->iati_code : NULL;
    if (r->region_n > 1)
        coded(f, "activity-scope", "3"); /* multi-national */
    else if (r->region_n == 1)
        coded(f, "activity-scope", code && strcmp(code, unspecified) == 0 ? "1" : "2");
    else if (r->country_n)
        coded(f, "activity-scope", r->country_n > 1 ? "3" : "4");
}

static void country_name(struct iati *f, const char *code)
{
    for (size_t i = 0; i < f->in->languages; i++) {
        const struct views *v = f->in->views[i];
        narrative(f, lang_code[views_lang(v)], locale_country(f->work, views_locale(v), code), "");
    }
}

static void recipient_countries(struct iati *f, const struct agreement *r)
{
    struct weight *equal = ARENA_ARRAY(f->work, struct weight, r->country_n);
    for (size_t i = 0; i < r->country_n; i++)
        equal[i].weight = 1;
    const char *const *percent = percentages(f, equal, r->country_n);
    for (size_t i = 0; i < r->country_n; i++) {
        xml_open(&f->x, "recipient-country");
        xml_attr(&f->x, "code", r->country[i]);
        xml_attr(&f->x, "percentage", percent[i]);
        country_name(f, r->country[i]);
        xml_close(&f->x);
    }
}

static void locations(struct iati *f, const struct agreement *r)
{
    for (size_t i = 0; i < r->country_n; i++) {
        xml_open(&f->x, "location");
        xml_open(&f->x, "name");
        country_name(f, r->country[i]);
        xml_close(&f->x);
        xml_open(&f->x, "administrative");
        xml_attr(&f->x, "code", r->country[i]);
        xml_attr(&f->x, "vocabulary", "A4"); /* countries by ISO 3166-1 alpha-2 */
        xml_attr(&f->x, "level", "0");
        xml_close(&f->x);
        xml_close(&f->x);
    }
}

/* Shares over countries and regions together sum to 100: where there are regions, which have
 * the shares, countries are locations. */
static void places(struct iati *f, const struct agreement *r)
{
    if (r->region_n) {
        shares(f, "recipient-region", "regions", r->region, r->region_n);
        locations(f, r);
    } else if (r->country_n) {
        recipient_countries(f, r);
    }
}

static void tags(struct iati *f, const struct agreement *r)
{
    for (size_t i = 0; i < r->sdg_n; i++) {
        xml_open(&f->x, "tag");
        xml_attrf(&f->x, "code", "%d", r->sdg[i]);
        xml_attr(&f->x, "vocabulary", "2"); /* Sustainable Development Goals */
        xml_close(&f->x);
    }
    for (size_t i = 0; i < r->initiative_n; i++) {
        xml_open(&f->x, "tag");
        xml_attr(&f->x, "code", r->initiative[i]->id);
        xml_attr(&f->x, "vocabulary", "99");
        xml_attr(&f->x, "vocabulary-uri", list_page(f, "agreements"));
        narratives(f, &r->initiative[i]->label, r->initiative[i]->sample);
        xml_close(&f->x);
    }
}

/* --- money --- */

static const char *amount_of(struct iati *f, const struct contribution *c)
{
    uint64_t n = c->amount < 0 ? -(uint64_t)c->amount : (uint64_t)c->amount;
    uint64_t unit = (uint64_t)decimal_pow10(c->currency->digits);
    const char *sign = c->amount < 0 ? "-" : "";
    if (c->currency->digits == 0)
        return arena_printf(f->work, "%s%" PRIu64, sign, n);
    return arena_printf(f->work, "%s%" PRIu64 ".%0*" PRIu64, sign, n / unit, c->currency->digits,
                        n % unit);
}

/* Who takes part is named once; here an identifier will do. */
static void party(struct iati *f, const char *element, const struct partner *p, struct date on)
{
    if (p && !p->org_id) {
        organization(f, element, NULL, p, on);
        return;
    }
    xml_open(&f->x, element);
    xml_attr(&f->x, "ref", p ? p->org_id : f->site->iati.org_id);
    xml_close(&f->x);
}

static void transaction(struct iati *f, const struct activity *a, const struct deal *d,
                        const struct money *m)
{
    const char *day = iso(f, d->record->signed_on);
    line(f);
    xml_open(&f->x, "transaction");
    xml_attrf(&f->x, "ref", "%s/%zu", d->record->id, (size_t)(m - d->money) + 1);
    coded(f, "transaction-type", "11"); /* incoming commitment */
    xml_open(&f->x, "transaction-date");
    xml_attr(&f->x, "iso-date", day);
    xml_close(&f->x);
    xml_open(&f->x, "value");
    xml_attr(&f->x, "currency", m->contribution->currency->code);
    xml_attr(&f->x, "value-date", day);
    xml_text(&f->x, amount_of(f, m->contribution));
    xml_close(&f->x);
    if (d != a->root) {
        xml_open(&f->x, "description");
        narratives(f, &d->record->title, d->record->sample);
        xml_close(&f->x);
    }
    party(f, "provider-org", m->from, d->record->signed_on);
    party(f, "receiver-org", NULL, d->record->signed_on);
    xml_close(&f->x);
}

static void transactions(struct iati *f, const struct activity *a)
{
    for (size_t i = 0; i < a->part.n; i++)
        for (size_t k = 0; k < a->part.p[i]->money_n; k++)
            if (!a->part.p[i]->money[k].contribution->in_kind)
                transaction(f, a, a->part.p[i], &a->part.p[i]->money[k]);
}

/* --- links --- */

static void pages(struct iati *f, const struct agreement *r)
{
    for (size_t i = 0; f->site->base_url && i < f->in->languages; i++) {
        const struct views *v = f->in->views[i];
        const char *lang = lang_code[views_lang(v)], *got = NULL;
        const char *title = views_text(v, &r->title, &got);
        xml_open(&f->x, "document-link");
        xml_attr(&f->x, "format", "text/html");
        xml_attrf(&f->x, "url", "%s%s/agreements/%s/", f->site->base_url, lang, r->id);
        xml_open(&f->x, "title");
        narrative(f, got ? got : lang, title ? title : r->id, "");
        xml_close(&f->x);
        coded(f, "category", "A12"); /* a page of the activity */
        coded(f, "language", lang);
        xml_close(&f->x);
    }
}

static void related(struct iati *f, const struct deal *other, const char *type)
{
    xml_open(&f->x, "related-activity");
    xml_attr(&f->x, "ref", identifier(f, other));
    xml_attr(&f->x, "type", type);
    xml_close(&f->x);
}

/* The agreement whose activity tells of this one: itself, or what it changes; where that may not be
 * named, the last addendum before it that may. */
static const struct deal *root_of(const struct iati *f, const struct deal *d)
{
    if (views_may_name(f->v, d->root))
        return d->root;
    while (d->amends && views_may_name(f->v, d->amends))
        d = d->amends;
    return d;
}

static const struct deal *parent_of(const struct iati *f, const struct deal *d)
{
    if (!d->parent || !views_may_name(f->v, d->parent))
        return NULL;
    const struct deal *root = root_of(f, d->parent);
    return root == d ? NULL : root;
}

/* --- activities --- */

static void other_identifiers(struct iati *f, const struct activity *a)
{
    for (size_t i = 0; i < a->part.n; i++) {
        xml_open(&f->x, "other-identifier");
        xml_attr(&f->x, "ref", a->part.p[i]->record->id);
        xml_attr(&f->x, "type", "A1"); /* the reporting organization's own */
        xml_close(&f->x);
    }
}

static void write_activity(struct iati *f, const struct activity *a)
{
    const struct agreement *r = a->root->record;
    const struct deal *parent = parent_of(f, a->root);
    const struct terms *terms =
        model_terms(f->work, views_model(f->v), a->root, views_internal(f->v));
    bool sample = false;
    for (size_t i = 0; i < a->part.n; i++)
        sample = sample || a->part.p[i]->record->sample;
    line(f);
    xml_open(&f->x, "iati-activity");
    xml_attr(&f->x, "xml:lang", lang_code[views_lang(f->v)]);
    xml_open(&f->x, "iati-identifier");
    xml_text(&f->x, identifier(f, a->root));
    xml_close(&f->x);
    organization(f, "reporting-org", NULL, NULL, r->signed_on);
    xml_open(&f->x, "title");
    narratives(f, &r->title, sample);
    xml_close(&f->x);
    descriptions(f, a, sample);
    organizations(f, a);
    other_identifiers(f, a);
    coded(f, "activity-status", status(terms));
    dates(f, a, terms);
    scope(f, r);
    places(f, r);
    if (r->priority_n)
        shares(f, "sector", "priorities", r->priority, r->priority_n);
    tags(f, r);
    transactions(f, a);
    pages(f, r);
    if (parent)
        related(f, parent, "1");
    for (size_t i = 0; i < a->child.n; i++)
        related(f, a->child.p[i], "2");
    xml_close(&f->x);
}

static struct activity *activity_of(struct iati *f, const struct deal *root)
{
    struct activity *a = map_get(&f->by_id, root->record->id);
    if (a)
        return a;
    a = ARENA_NEW(f->arena, struct activity);
    a->root = root;
    VEC_PUSH(f->arena, &a->part, root);
    map_set(&f->by_id, root->record->id, a);
    return a;
}

/* Into its place by signature; ids break ties, since they come in their order. */
static void add_addendum(struct iati *f, struct activity *a, const struct deal *d)
{
    VEC_PUSH(f->arena, &a->part, d);
    for (size_t i = a->part.n - 1; i > 1; i--) {
        const struct deal *before = a->part.p[i - 1];
        if (date_cmp(before->record->signed_on, d->record->signed_on) <= 0)
            break;
        a->part.p[i] = before;
        a->part.p[i - 1] = d;
    }
}

static void collect(struct iati *f, const struct deal *const *deal, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (views_may_name(f->v, deal[i]) && root_of(f, deal[i]) == deal[i])
            activity_of(f, deal[i]);
    for (size_t i = 0; i < n; i++) {
        const struct deal *root = root_of(f, deal[i]);
        if (!views_may_name(f->v, deal[i]))
            continue;
        if (root != deal[i])
            add_addendum(f, activity_of(f, root), deal[i]);
        const struct deal *parent = root == deal[i] ? parent_of(f, root) : NULL;
        if (parent)
            VEC_PUSH(f->arena, &activity_of(f, parent)->child, root);
    }
}

/* A comment ends at two hyphens. */
static void comment(struct iati *f, const char *text)
{
    xml_raw(&f->x, "\n<!-- ");
    for (const char *s = text; *s; s++)
        buf_putc(f->x.out, *s == '-' && s > text && s[-1] == '-' ? '_' : *s);
    xml_raw(&f->x, " -->");
}

bool iati_write(struct buf *out, struct arena *arena, const struct data_input *in)
{
    const struct model *m = views_model(in->views[0]);
    const struct deal *const *deal;
    size_t n = model_deals(m, &deal);
    bool sample = false;
    struct iati f = {.arena = arena, .in = in, .site = &model_records(m)->site,
                     .v = in->views[0], .today = model_today(m)};
    map_init(&f.by_id, arena);
    collect(&f, deal, n);
    if (f.by_id.n == 0)
        return false;
    for (size_t i = 0; i < n; i++)
        sample = sample || (views_may_name(f.v, deal[i]) && deal[i]->record->sample);
    buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml_init(&f.x, out);
    xml_open(&f.x, "iati-activities");
    xml_attr(&f.x, "version", "2.03");
    for (size_t i = 0; views_internal(f.v) && i < in->languages; i++)
        comment(&f, views_word(in->views[i], "internal_band", NULL));
    for (size_t i = 0; sample && i < in->languages; i++) {
        const char *note = views_text(in->views[i], &f.site->sample_note, NULL);
        comment(&f, note ? note : views_word(in->views[i], "sample_band", NULL));
    }
    for (size_t i = 0; i < f.by_id.n; i++) {
        f.work = arena_new();
        write_activity(&f, f.by_id.item[i].value);
        arena_free(f.work);
    }
    line(&f);
    xml_close(&f.x);
    buf_putc(out, '\n');
    return true;
}
