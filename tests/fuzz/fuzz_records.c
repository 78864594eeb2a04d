/* Content: files laid over a small sample content, read, joined and counted.  Where all is sound, parts
 * of figures sum to the whole; twice the same gives the same reports.
 *
 * The input is files, each begun by "=== path": "=== agreements/2024/bdt-2024-001.yaml". */
#include "kit.h"

#include "model/model.h"

/* What is a count or an amount in full, as exact as it is. */
static const struct rational *count_of(const struct model *m, struct period p, const char *name)
{
    const struct figure *f = model_figure_of(m, p, name);
    return f && f->known ? f->count : NULL;
}

static bool cents_of(const struct model *m, struct period p, const char *name, int64_t *cents)
{
    const struct figure *f = model_figure_of(m, p, name);
    *cents += f && f->known ? f->cents : 0;
    return f && f->known;
}

static void check_sums(struct arena *a, const struct model *m, struct period p, const char *vocab,
                       enum vocab_kind kind)
{
    const struct vocab *v = &model_records(m)->vocab[kind];
    struct rational *sum = rational_new(a, 0, 1);
    int64_t cents = 0, total = 0;
    bool known = cents_of(m, p, "contributions.total", &total);
    for (size_t i = 0; i <= v->n; i++) {
        const char *id = i < v->n ? v->entry[i].id : "unassigned";
        const struct rational *c = count_of(m, p, arena_printf(a, "%s.%s.count", vocab, id));
        known = known && c && cents_of(m, p, arena_printf(a, "%s.%s.contributions", vocab, id), &cents);
        if (known)
            sum = rational_difference(a, sum, c); /* below zero: the sum of all, negated */
    }
    const struct rational *whole = count_of(m, p, "agreements.count");
    if (!known || !whole)
        return;
    HOLDS(cents == total);
    HOLDS(rational_is_zero(rational_difference(a, rational_difference(a, sum, rational_new(a, 0, 1)),
                                               rational_difference(a, rational_new(a, 0, 1), whole))));
}

static void check_year(struct arena *a, const struct model *m, int year)
{
    struct period p = {year, year};
    int64_t total = 0, parts = 0;
    if (cents_of(m, p, "contributions.total", &total) &&
        cents_of(m, p, "contributions.partners", &parts) && cents_of(m, p, "contributions.itu", &parts))
        HOLDS(total == parts);
    check_sums(a, m, p, "regions", VOCAB_REGIONS);
    check_sums(a, m, p, "priorities", VOCAB_PRIORITIES);
}

/* A figure's trail is what it is made of. */
static void check_trails(const struct model *m)
{
    const struct figure *const *f;
    size_t n = model_figures(m, &f);
    for (size_t i = 0; i < n && i < 400; i++) {
        int64_t cents = 0;
        for (size_t k = 0; k < f[i]->trail_n; k++)
            cents += f[i]->trail[k].cents;
        if (f[i]->known && f[i]->unit == UNIT_USD)
            HOLDS(cents == f[i]->cents);
        HOLDS(model_figure(m, f[i]->id) == f[i]);
    }
}

static void count(struct arena *a, struct diags *d, const struct records *r)
{
    const struct model *m = model_build(a, d, r);
    const int *year;
    model_reconcile(m, d);
    model_refuse_disclosure(m, d);
    model_refuse_samples(m, diags_new(a));
    model_refuse_untranslated(m, diags_new(a), r->site.order, (size_t)r->site.languages);
    if (diags_failed(d))
        return;
    size_t n = model_years(m, &year);
    for (size_t i = 0; i < n; i++)
        check_year(a, m, year[i]);
    check_trails(m);
}

static const char *base[] = {
    "site.yaml", "vocabulary/regions.yaml", "vocabulary/priorities.yaml",
    "vocabulary/partner-types.yaml", "vocabulary/memberships.yaml", "vocabulary/agreement-kinds.yaml",
    "rates/sample.csv", "partners/sample-ministry-01.yaml", "partners/sample-ministry-02.yaml",
    "agreements/2024/bdt-2024-001.yaml"};
enum { BASE = sizeof base / sizeof *base, ALL = BASE + KIT_FILES };

/* The texts of what is laid under. */
static const char *const *under(void)
{
    static const char *text[BASE];
    for (size_t i = 0; i < BASE && !text[i]; i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        const struct source *s =
            input_read(a, d, arena_printf(a, "tests/golden/plain/content/%s", base[i]));
        HOLDS(s != NULL); /* targets are run from the project's folder */
        text[i] = s->text;
    }
    return text;
}

static const char *read(struct arena *a, const struct kit_files *in)
{
    struct diags *d = diags_new(a);
    struct records_draft file[ALL];
    size_t n = 0;
    for (size_t i = 0; i < BASE; i++)
        if (!kit_file(in, base[i]))
            file[n++] = (struct records_draft){arena_printf(a, "nowhere/%s", base[i]), under()[i]};
    for (size_t i = 0; i < in->n; i++)
        file[n++] = (struct records_draft){arena_printf(a, "nowhere/%s", in->file[i].path),
                                           in->file[i].text};
    struct records *r = records_read_with(a, d, "nowhere", file, n, NULL);
    count(a, d, r);
    return kit_reports(a, d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = kit_arena(), *b = arena_new();
    struct kit_files in = kit_split(a, data, size);
    const char *said = read(a, &in);
    SAME(read(b, &in), said);
    arena_free(b);
    return 0;
}
