/* model_fixture.h - records made by hand, for tests of the model.
 *
 *     struct fixture f; fixture_open(&f);
 *     fixture_partner(&f, "unicef", "un");
 *     struct agreement *g = fixture_agreement(&f, "a1", "mou", "2024-05-14", "unicef");
 *     fixture_money(&f, g, "unicef", "100.00", "USD");
 *     const struct model *m = fixture_build(&f);
 *     ... fixture_close(&f);
 *
 * Places are of one made-up line per fault that a test looks for: only their presence counts.
 */
#ifndef ACCORD_TESTS_MODEL_FIXTURE_H
#define ACCORD_TESTS_MODEL_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "model/model.h"

#include <stdlib.h>
#include <string.h>

enum { FIXTURE_MAX = 64 };

struct fixture {
    struct arena *a;
    struct diags *d;
    struct records *r;
    struct source src;
    int line; /* of the newest place */
};

static inline struct place fixture_place(struct fixture *f)
{
    return (struct place){.src = &f->src, .line = ++f->line, .col = 1, .len = 1};
}

static inline struct date fixture_date(const char *s)
{
    struct date d = {0, 0, 0};
    if (s)
        assert_int_equal(date_parse(s, &d), DATE_OK);
    return d;
}

static inline struct decimal fixture_decimal(const char *s)
{
    struct decimal d;
    assert_int_equal(decimal_parse(s, &d), DECIMAL_OK);
    return d;
}

static inline struct text fixture_text(const char *s)
{
    struct text t = {.single = true};
    t.in[LANG_EN] = s;
    return t;
}

static inline void fixture_vocab(struct fixture *f, enum vocab_kind kind, const char *const *ids)
{
    struct vocab *v = &f->r->vocab[kind];
    v->kind = kind;
    while (ids[v->n])
        v->n++;
    v->entry = ARENA_ARRAY(f->a, struct entry, v->n);
    map_init(&v->by_id, f->a);
    for (size_t i = 0; i < v->n; i++) {
        v->entry[i] = (struct entry){.id = ids[i], .index = i, .label = fixture_text(ids[i])};
        map_set(&v->by_id, ids[i], &v->entry[i]);
    }
}

static inline struct entry *fixture_entry(struct fixture *f, enum vocab_kind kind, const char *id)
{
    struct entry *e = map_get(&f->r->vocab[kind].by_id, id);
    assert_non_null(e);
    return e;
}

static inline void fixture_vocabularies(struct fixture *f)
{
    static const char *const regions[] = {"AFR", "AMS", "ARB", "ASP", "CIS", "EUR", "GLO", NULL};
    static const char *const priorities[] = {"area-one", "area-two", "kap-one", "kap-two",
                                             "kap-three", NULL};
    static const char *const types[] = {"government", "private-sector", "foundation", "un", NULL};
    static const char *const members[] = {"member-state", "sector-member", NULL};
    static const char *const kinds[] = {"mou", "sponsorship", "addendum", NULL};
    static const char *const initiatives[] = {"schools", "islands", NULL};
    fixture_vocab(f, VOCAB_REGIONS, regions);
    fixture_vocab(f, VOCAB_PRIORITIES, priorities);
    fixture_vocab(f, VOCAB_PARTNER_TYPES, types);
    fixture_vocab(f, VOCAB_MEMBERSHIPS, members);
    fixture_vocab(f, VOCAB_KINDS, kinds);
    fixture_vocab(f, VOCAB_INITIATIVES, initiatives);
    fixture_entry(f, VOCAB_PARTNER_TYPES, "foundation")->rolls_up_to =
        fixture_entry(f, VOCAB_PARTNER_TYPES, "private-sector");
    fixture_entry(f, VOCAB_KINDS, "sponsorship")->list_group = 'c';
    fixture_entry(f, VOCAB_KINDS, "addendum")->list_group = 'd';
    struct vocab *p = &f->r->vocab[VOCAB_PRIORITIES];
    p->schemes = 2;
    p->scheme = ARENA_ARRAY(f->a, struct scheme, 2);
    p->scheme[0] = (struct scheme){.id = "areas", .from = 2015, .until = 2021};
    p->scheme[1] = (struct scheme){.id = "kigali", .from = 2022};
    for (size_t i = 2; i < p->n; i++)
        p->entry[i].scheme = 1;
}

static inline void fixture_open(struct fixture *f)
{
    *f = (struct fixture){.a = arena_new(), .src = {"content/x.yaml", "", 0}};
    f->d = diags_new(f->a);
    f->r = ARENA_NEW(f->a, struct records);
    f->r->arena = f->a;
    f->r->dir = "content";
    f->r->site.default_lang = LANG_EN;
    f->r->partner = ARENA_ARRAY(f->a, struct partner *, FIXTURE_MAX);
    f->r->agreement = ARENA_ARRAY(f->a, struct agreement *, FIXTURE_MAX);
    f->r->rate = ARENA_ARRAY(f->a, struct rate, FIXTURE_MAX);
    f->r->history = ARENA_ARRAY(f->a, struct history, FIXTURE_MAX);
    f->r->published = ARENA_ARRAY(f->a, struct published, 1);
    fixture_vocabularies(f);
}

static inline void fixture_close(struct fixture *f)
{
    arena_free(f->a);
}

static inline struct partner *fixture_partner(struct fixture *f, const char *id, const char *type)
{
    struct partner *p = ARENA_NEW(f->a, struct partner);
    p->id = id;
    p->place = fixture_place(f);
    p->name = fixture_text(id);
    p->type = fixture_entry(f, VOCAB_PARTNER_TYPES, type);
    p->membership = ARENA_ARRAY(f->a, const struct entry *, 4);
    assert_true(f->r->partner_n < FIXTURE_MAX);
    return f->r->partner[f->r->partner_n++] = p;
}

/* partners: ids with single spaces between */
static inline struct agreement *fixture_agreement(struct fixture *f, const char *id,
                                                  const char *kind, const char *signed_on,
                                                  const char *partners)
{
    struct agreement *g = ARENA_NEW(f->a, struct agreement);
    g->id = id;
    g->place = fixture_place(f);
    g->kind = fixture_entry(f, VOCAB_KINDS, kind);
    g->is_addendum = g->kind->list_group == 'd';
    g->signed_on = g->in_force = fixture_date(signed_on);
    g->partner = ARENA_ARRAY(f->a, struct reference, FIXTURE_MAX);
    for (const char *p = partners; *p;) {
        size_t n = strcspn(p, " ");
        g->partner[g->partner_n++] =
            (struct reference){arena_strndup(f->a, p, n), fixture_place(f)};
        p += n + (p[n] == ' ');
    }
    g->initiative = ARENA_ARRAY(f->a, const struct entry *, FIXTURE_MAX);
    g->contribution = ARENA_ARRAY(f->a, struct contribution, FIXTURE_MAX);
    g->region = ARENA_ARRAY(f->a, struct weight, FIXTURE_MAX);
    g->priority = ARENA_ARRAY(f->a, struct weight, FIXTURE_MAX);
    assert_true(f->r->agreement_n < FIXTURE_MAX);
    return f->r->agreement[f->r->agreement_n++] = g;
}

static inline struct currency *fixture_currency(struct fixture *f, const char *code)
{
    struct currency *c = ARENA_NEW(f->a, struct currency);
    *c = (struct currency){code, strcmp(code, "JPY") == 0 ? 0 : strcmp(code, "KWD") == 0 ? 3 : 2};
    return c;
}

static inline struct contribution *fixture_money(struct fixture *f, struct agreement *g,
                                                 const char *from, const char *amount,
                                                 const char *currency)
{
    struct contribution *c = &g->contribution[g->contribution_n++];
    c->from = from;
    c->from_place = c->amount_place = c->usd_place = c->place = fixture_place(f);
    c->currency = fixture_currency(f, currency);
    assert_true(decimal_rescale(fixture_decimal(amount), c->currency->digits, &c->amount));
    return c;
}

static inline void fixture_region(struct fixture *f, struct agreement *g, const char *id, int64_t w)
{
    g->region[g->region_n++] =
        (struct weight){fixture_entry(f, VOCAB_REGIONS, id), w, fixture_place(f)};
}

static inline void fixture_priority(struct fixture *f, struct agreement *g, const char *id,
                                    int64_t w)
{
    g->priority[g->priority_n++] =
        (struct weight){fixture_entry(f, VOCAB_PRIORITIES, id), w, fixture_place(f)};
}

static inline struct rate *fixture_rate(struct fixture *f, const char *currency, const char *from,
                                        const char *units)
{
    struct rate *rate = &f->r->rate[f->r->rate_n++];
    *rate = (struct rate){fixture_currency(f, currency), fixture_date(from),
                          fixture_decimal(units), false, fixture_place(f)};
    return rate;
}

static inline struct history *fixture_history(struct fixture *f, int year)
{
    struct history *h = &f->r->history[f->r->history_n++];
    *h = (struct history){.year = year, .place = fixture_place(f)};
    h->figure = ARENA_ARRAY(f->a, struct printed_figure, FIXTURE_MAX);
    return h;
}

static inline struct printed_figure *fixture_printed(struct fixture *f, struct printed_figure *list,
                                                     size_t *n, const char *id, const char *form,
                                                     const char *value)
{
    struct printed_figure *p = &list[(*n)++];
    p->id = id;
    p->place = fixture_place(f);
    p->form = ARENA_ARRAY(f->a, struct figure_form, 1);
    p->form[0] = (struct figure_form){form, value, fixture_place(f)};
    p->n = 1;
    return p;
}

static inline struct published *fixture_published(struct fixture *f)
{
    struct published *p = &f->r->published[0];
    f->r->published_n = 1;
    p->document = "paper";
    p->figure = ARENA_ARRAY(f->a, struct printed_figure, FIXTURE_MAX);
    p->ranking = ARENA_ARRAY(f->a, struct printed_ranking, 1);
    p->row = ARENA_ARRAY(f->a, struct printed_row, 1);
    return p;
}

static inline int fixture_by_partner_id(const void *a, const void *b)
{
    return strcmp((*(struct partner *const *)a)->id, (*(struct partner *const *)b)->id);
}

static inline int fixture_by_agreement_id(const void *a, const void *b)
{
    return strcmp((*(struct agreement *const *)a)->id, (*(struct agreement *const *)b)->id);
}

static inline const struct model *fixture_build(struct fixture *f)
{
    struct records *r = f->r;
    qsort(r->partner, r->partner_n, sizeof *r->partner, fixture_by_partner_id);
    qsort(r->agreement, r->agreement_n, sizeof *r->agreement, fixture_by_agreement_id);
    map_init(&r->partner_by_id, f->a);
    map_init(&r->agreement_by_id, f->a);
    for (size_t i = 0; i < r->partner_n; i++) {
        r->partner[i]->index = i;
        map_set(&r->partner_by_id, r->partner[i]->id, r->partner[i]);
    }
    for (size_t i = 0; i < r->agreement_n; i++) {
        r->agreement[i]->index = i;
        map_set(&r->agreement_by_id, r->agreement[i]->id, r->agreement[i]);
    }
    return model_build(f->a, f->d, r);
}

/* --- what came out --- */

/* A figure with its form, as it prints; "?" when there is none, "-" when it is not known. */
static inline const char *fixture_shown(struct fixture *f, const struct model *m, const char *id)
{
    const char *form;
    const struct figure *figure = model_figure_form(m, id, &form);
    if (!figure)
        return "?";
    const char *s = figure_form(f->a, figure, form);
    return s ? s : "-";
}

#define assert_figure(f, m, id, text) assert_string_equal(fixture_shown((f), (m), (id)), (text))

/* All reports as text, of how accord prints them. */
static inline const char *fixture_reports(struct fixture *f)
{
    struct buf out = BUF_INIT;
    diags_write(f->d, &out, (struct diags_print){.format = DIAG_FORMAT_TEXT});
    return buf_to_arena(&out, f->a);
}

#define assert_reports(f, text) assert_non_null(strstr(fixture_reports(f), (text)))
#define assert_silent(f) assert_string_equal(fixture_reports(f), "")

/* English words for what views print: {id, message} pairs. */
static inline void fixture_words(struct fixture *f, const char *const (*word)[2], size_t n)
{
    for (int i = 0; i < LANGS; i++) {
        map_init(&f->r->strings[i].text, f->a);
        map_init(&f->r->strings[i].place, f->a);
    }
    for (size_t i = 0; i < n; i++)
        map_set(&f->r->strings[LANG_EN].text, word[i][0], (void *)word[i][1]);
}

#endif
