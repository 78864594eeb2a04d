/* page_figure.c - why this number: the records a figure is made of, and their sum. */
#include "views/views_room.h"

#include "base/decimal.h"
#include "base/rational.h"

#include <string.h>

/* What the percentage is of, with a way there, and the division a reader would make. */
static void share(struct arena *a, const struct views *v, const struct figure *f,
                  struct view_section *s)
{
    const struct figure *whole = f->whole;
    struct view_cell *c = pages_fact(a, s, views_word(v, "figure_whole", NULL), 1);
    *c = tables_figure_cell(a, v, whole, "usd");
    c->text = format_word2(v, "figure_whole_amount", "figure", view_figure_label(v, whole),
                           "amount", format_word2(v, "amount_currency", "amount", c->text,
                                                  "currency", views_word(v, "usd", NULL)));
    int64_t hundredths;
    if (whole->cents <= 0 || !decimal_mul_div(f->cents, 10000, whole->cents, &hundredths))
        return;
    bool exact = true;
    rational_decimal(a, rational_new(a, f->cents, whole->cents), 4, &exact);
    c = pages_fact(a, s, views_word(v, "figure_share", NULL), 1);
    c->text = arena_printf(a, "%s ÷ %s %s %s", views_cents(v, f->cents),
                           views_cents(v, whole->cents), exact ? "=" : "≈",
                           locale_percent(a, v->locale, decimal_text(a, hundredths, 2)));
}

/* "33.80348407 ≈ 33.8": millions with what rounding took. */
static const char *form_text(struct arena *a, const struct views *v, const struct figure *f,
                             const char *form)
{
    const char *text = tables_figure_cell(a, v, f, form).text;
    if (strncmp(form, "millions", 8) != 0)
        return text;
    char *exact = arena_strdup(a, decimal_text(a, f->cents, 8));
    for (size_t n = strlen(exact); exact[n - 1] == '0'; n--)
        exact[n - 1] = '\0';
    size_t decimals = strlen(strchr(exact, '.') + 1), printed = form[8] ? 2 : 1;
    if (decimals <= printed)
        return text;
    return arena_printf(a, "%s ≈ %s", locale_number(a, v->locale, exact), text);
}

static void forms(struct arena *a, const struct views *v, const struct figure *f,
                  struct view_section *s)
{
    for (size_t i = 0; figure_forms[i]; i++) {
        bool of_itself = f->whole == f && strcmp(figure_forms[i], "percent") == 0;
        if (!f->known || f->unit != UNIT_USD || of_itself || !figure_form(a, f, figure_forms[i]))
            continue;
        struct view_cell *c = pages_fact(
            a, s, views_word(v, arena_printf(a, "figure_form_%s", figure_forms[i]), NULL), 1);
        c->text = form_text(a, v, f, figure_forms[i]);
    }
    if (f->known && f->whole && f->whole != f && f->whole->known)
        share(a, v, f, s);
    if (f->known && f->unit == UNIT_FRACTION) {
        struct view_cell *c = pages_fact(a, s, views_word(v, "figure_exact", NULL), 1);
        c->text = rational_text(a, f->count);
    }
    pages_fact(a, s, views_word(v, "figure_id", NULL), 1)->text = f->id;
    pages_fact(a, s, views_word(v, "figure_tag", NULL), 1)->text =
        arena_printf(a, "{{%s}}", f->id);
}

/* The rules of counting that bear on the figure. */
static void rules(struct arena *a, const struct views *v, const struct figure *f,
                  struct view_section *s)
{
    bool money = f->unit == UNIT_USD, partners = strstr(f->id, ".partners.") != NULL;
    VEC(const char *) list = {0};
    VEC_PUSH(a, &list, method_word(v, METHOD_YEAR));
    VEC_PUSH(a, &list, method_word(v, METHOD_ADDENDA));
    if (strstr(f->id, ".financial."))
        VEC_PUSH(a, &list, method_word(v, METHOD_FINANCIAL));
    if (partners && !money)
        VEC_PUSH(a, &list, method_word(v, METHOD_PARTNERS));
    if (partners)
        VEC_PUSH(a, &list, method_word(v, METHOD_MERGERS));
    if (money) {
        VEC_PUSH(a, &list, "rule_in_kind");
        VEC_PUSH(a, &list, "rule_rate");
    }
    if (strstr(f->id, ".regions.") || strstr(f->id, ".priorities."))
        VEC_PUSH(a, &list, "rule_shares");
    struct view_cell *cell = pages_fact(a, s, views_word(v, "figure_rules", NULL), list.n);
    for (size_t i = 0; i < list.n; i++)
        cell[i].text = views_word(v, list.p[i], NULL);
}

void page_figure(struct arena *a, const struct views *v, const struct figure *f,
                 struct view_page *page)
{
    bool money = f->unit == UNIT_USD;
    page->kind = "figure";
    page->title = view_figure_label(v, f);
    page->lead = views_word(v, "figure_trail_lead", NULL);
    page->description = page->title;
    page->sample = f->sample;
    pages_section(a, page, SECTION_KEY_FIGURES, "value", NULL);
    pages_key_figure(a, page, v, f, money ? "usd" : "", views_word(v, "figure_value", NULL),
                     money ? views_word(v, "usd", NULL) : NULL);
    struct view_section *s = pages_section(a, page, SECTION_FACTS, "facts", NULL);
    forms(a, v, f, s);
    rules(a, v, f, s);
    if (f->history) {
        const char *source = views_text_marked(v, &f->history->source);
        if (source)
            pages_fact(a, s, views_word(v, "source", NULL), 1)->text = source;
        page->lead = views_word(v, "figure_trail_history", NULL);
    }
    pages_table(a, page, views_word(v, "figure_trail", NULL), figure_trail(a, v, f));
}
