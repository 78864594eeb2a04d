/* view_figure.c - figures as the views need them: by period, in words, as chart values. */
#include "views/views_room.h"

#include <stdlib.h>
#include <string.h>

const struct figure *view_figure_get(const struct views *v, struct period p, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    const char *rest = strchr(fmt, '%') ? arena_vprintf(v->arena, fmt, ap) : fmt;
    va_end(ap);
    return model_figure_of(v->model, p, rest);
}

bool view_figure_nonzero(const struct figure *f)
{
    if (!f || !f->known)
        return false;
    return f->unit == UNIT_USD ? f->cents != 0 : !rational_is_zero(f->count);
}

const char *view_figure_count(struct arena *a, const struct rational *count)
{
    bool exact = true;
    const char *s = rational_decimal(a, count, 0, &exact);
    for (int digits = 1; !exact && digits <= 2; digits++)
        s = rational_decimal(a, count, digits, &exact);
    return s;
}

const char *view_figure_part(struct arena *a, const struct rational *count, bool below)
{
    const char *text = rational_text(a, count), *slash = strchr(text, '/');
    if (below)
        return slash ? slash + 1 : "1";
    return slash ? arena_strndup(a, text, (size_t)(slash - text)) : text;
}

bool view_figure_nonzero_in(const struct views *v, struct period p, const char *rest)
{
    bool found = view_figure_nonzero(view_figure_get(v, p, "%s", rest));
    for (int year = p.from; year <= p.until && !found; year++)
        found = view_figure_nonzero(view_figure_get(v, (struct period){year, year}, "%s", rest));
    return found;
}

const char *view_figure_exact(struct arena *a, const struct figure *f)
{
    if (!f->known)
        return "";
    if (f->unit == UNIT_USD)
        return format_cents(a, f->cents);
    return figure_form(a, f, "");
}

int64_t view_figure_hundredths(const struct figure *f)
{
    if (!f->known)
        return 0;
    if (f->unit == UNIT_USD)
        return f->cents;
    struct arena *a = arena_new();
    struct decimal d = {0, 0};
    int64_t n = 0;
    if (decimal_parse(rational_decimal(a, f->count, 2, NULL), &d) == DECIMAL_OK)
        decimal_rescale(d, 2, &n);
    arena_free(a);
    return n;
}

struct period view_figure_newest(const struct views *v)
{
    const int *year;
    size_t n = model_years(v->model, &year);
    for (size_t i = n; i-- > 0;) {
        struct period p = {year[i], year[i]};
        const struct figure *f = view_figure_get(v, p, "agreements.count");
        if (f && f->known)
            return p;
    }
    return n ? (struct period){year[n - 1], year[n - 1]} : (struct period){0, 0};
}

struct period views_newest_period(const struct views *v)
{
    return v->newest;
}

/* What figures of an id count: the id behind its period, "*" standing for one part, and the
 * word that says it; the part is looked up in a vocabulary (or among partners) for {name}. */
static const struct label_row {
    const char *pattern, *word;
    int vocab; /* enum vocab_kind, or one of the two below */
} label_table[] = {
    {"agreements.count", "figure_agreements_count", -1},
    {"agreements.financial.count", "figure_agreements_financial_count", -1},
    {"agreements.nonfinancial.count", "figure_agreements_nonfinancial_count", -1},
    {"addenda.count", "figure_addenda_count", -1},
    {"addenda.contributions", "figure_addenda_contributions", -1},
    {"contributions.total", "figure_contributions_total", -1},
    {"contributions.partners", "figure_contributions_partners", -1},
    {"contributions.itu", "figure_contributions_itu", -1},
    {"partners.count", "figure_partners_count", -1},
    {"partners.financial.count", "figure_partners_financial_count", -1},
    {"partners.top10.contributions", "figure_partners_top10_contributions", -1},
    {"partners.other.contributions", "figure_partners_other_contributions", -1},
    {"partners.membership.*.count", "figure_partners_membership_count", VOCAB_MEMBERSHIPS},
    {"partners.*.contributions", "figure_partner_contributions", VOCABS},
    {"regions.*.count", "figure_region_count", VOCAB_REGIONS},
    {"regions.*.contributions", "figure_region_contributions", VOCAB_REGIONS},
    {"priorities.*.count", "figure_priority_count", VOCAB_PRIORITIES},
    {"priorities.*.contributions", "figure_priority_contributions", VOCAB_PRIORITIES},
    {"types.*.count", "figure_type_count", VOCAB_PARTNER_TYPES},
    {"types.*.contributions", "figure_type_contributions", VOCAB_PARTNER_TYPES},
    {"type-groups.*.count", "figure_type_group_count", VOCAB_PARTNER_TYPES},
    {"type-groups.*.contributions", "figure_type_group_contributions",
     VOCAB_PARTNER_TYPES},
    {"kinds.*.count", "figure_kind_count", VOCAB_KINDS},
    {"kinds.*.contributions", "figure_kind_contributions", VOCAB_KINDS},
    {"initiatives.*.count", "figure_initiative_count", VOCAB_INITIATIVES},
    {"regions.*.financial.count", "figure_region_financial_count", VOCAB_REGIONS},
    {"regions.*.nonfinancial.count", "figure_region_nonfinancial_count", VOCAB_REGIONS},
    {"priorities.*.financial.count", "figure_priority_financial_count", VOCAB_PRIORITIES},
    {"priorities.*.nonfinancial.count", "figure_priority_nonfinancial_count", VOCAB_PRIORITIES},
};

/* Whether rest fits the pattern; the part at "*" goes to *part. */
static bool fits(struct arena *a, const char *pattern, const char *rest, const char **part)
{
    const char *star = strchr(pattern, '*');
    if (!star)
        return strcmp(pattern, rest) == 0;
    size_t head = (size_t)(star - pattern), tail = strlen(star + 1), n = strlen(rest);
    if (n <= head + tail || strncmp(pattern, rest, head) != 0 ||
        strcmp(rest + n - tail, star + 1) != 0)
        return false;
    *part = arena_strndup(a, rest + head, n - head - tail);
    return strchr(*part, '.') == NULL;
}

bool views_figure_named(const struct views *v, const struct figure *f)
{
    return v->internal || model_figure_public(v->model, f);
}

/* The long label of a type says what rolls up into it, which only its group counts. */
static const char *part_name(const struct views *v, const struct label_row *row, const char *part)
{
    if (row->vocab == VOCABS) {
        const struct partner *p = map_get(&v->rec->partner_by_id, part);
        if (p && v->named[p->index])
            return views_partner_name(v, p, (struct date){0});
        return views_word(v, "partner_unnamed", NULL);
    }
    const struct entry *e = map_get(&v->rec->vocab[row->vocab].by_id, part);
    return strncmp(row->pattern, "types.", 6) == 0 ? format_short(v, e) : views_label(v, e);
}

/* Kinds of addenda are told as such: they are no new agreements. */
static const char *row_word(const struct views *v, const struct label_row *row, const char *part)
{
    const struct entry *e = row->vocab == VOCAB_KINDS && strcmp(row->word, "figure_kind_count") == 0
                                ? map_get(&v->rec->vocab[VOCAB_KINDS].by_id, part)
                                : NULL;
    return e && e->list_group == 'd' ? "figure_kind_addenda_count" : row->word;
}

const char *view_figure_label(const struct views *v, const struct figure *f)
{
    const char *rest = strchr(f->id, '.');
    for (size_t i = 0; rest && i < sizeof label_table / sizeof *label_table; i++) {
        const struct label_row *row = &label_table[i];
        const char *part = NULL;
        if (!fits(v->arena, row->pattern, rest + 1, &part))
            continue;
        return format_period_word(v, row_word(v, row, part), f->period, part ? "name" : NULL,
                                  part ? part_name(v, row, part) : NULL);
    }
    return f->id;
}

const char *views_figure_label(const struct views *v, const char *id)
{
    const struct figure *f = model_figure(v->model, id);
    return f ? view_figure_label(v, f) : NULL;
}
