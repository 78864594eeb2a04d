/* diff_json.c - what differs, for programs.
 *
 * One object; the shape grows only by adding:
 *   {"before", "after": {"name", "errors"},
 *    "compared": true when both states are free of errors, so that figures could be compared,
 *    "records": [{"kind", "change": "added" | "removed" | "changed" | "renamed", "id", "former_id",
 *                 "file", "title", "fields": [{"field", "before", "after"}], and of a text's lines
 *                 {"field": "text", "lines_removed", "lines_added"} instead}],
 *    "not_named": {kind: number of records that may not be named},
 *    "figures": [{"id", "former_id", "label", "unit", "state": "moved" | "new" | "gone", "withheld",
 *                 "exact": {"before", "after", "difference"},
 *                 "forms": [{"form", "before", "after", "difference", "text_before", "text_after",
 *                            "moves", "withheld", "printed": [{"where", "section", "file", "line", "times"}],
 *                            "issued": [{"document", "date", "value", "agrees"}]}],
 *                 "whole": the figure whose move moves its percentage only; else null,
 *                 "moved_by": [{"id": null for internal ones, "difference", "record_differs"}]}],
 *    "figures_not_named": number of figures of partners that may not be named,
 *    "figures_not_printed": number of those that differ and were not asked for,
 *    "newest_year": {"before", "after"}: what pages show that name no year,
 *    "rankings": [{"id", "printed", "issued": document or null,
 *                  "places": [{"partner", "name", "before", "after", "usd_before", "usd_after"}]}]}
 * Values are exact decimals as strings; null where something is not known, not there or not told.
 */
#include "commands/diff.h"

#include "base/json.h"

#include <string.h>

static void text_field(struct buf *out, const char *key, const char *text)
{
    buf_puts(out, ", ");
    json_field(out, key, text);
}

static void flag(struct buf *out, const char *key, bool value)
{
    buf_printf(out, ", \"%s\": %s", key, value ? "true" : "false");
}

static void next(struct buf *out, size_t i)
{
    buf_puts(out, i ? ",\n" : "\n");
}

static void put_side(struct buf *out, const char *key, const struct diff_side *s)
{
    buf_printf(out, "\"%s\": {", key);
    json_field(out, "name", s->name);
    buf_printf(out, ", \"errors\": %zu},\n", diags_count(s->diags, SEVERITY_ERROR));
}

/* --- records --- */

static const char *const kind_names[RECORD_KINDS] = {
    [RECORD_AGREEMENT] = "agreement",
    [RECORD_PARTNER] = "partner",
    [RECORD_DOCUMENT] = "document",
    [RECORD_DOCUMENT_TEXT] = "document-text",
    [RECORD_PAGE] = "page",
    [RECORD_STORY] = "story",
    [RECORD_OPPORTUNITY] = "opportunity",
    [RECORD_PUBLISHED] = "published",
    [RECORD_HISTORY] = "history",
    [RECORD_RATES] = "rates",
    [RECORD_TARGETS] = "targets",
    [RECORD_VOCABULARY] = "vocabulary",
    [RECORD_SETTINGS] = "settings",
    [RECORD_STRINGS] = "strings",
    [RECORD_OTHER] = "other",
};

static void put_field(struct buf *out, const struct field_change *f)
{
    buf_putc(out, '{');
    json_field(out, "field", f->field);
    if (!f->before && !f->after) {
        buf_printf(out, ", \"lines_removed\": %zu, \"lines_added\": %zu}", f->lines_before,
                   f->lines_after);
        return;
    }
    text_field(out, "before", f->before);
    text_field(out, "after", f->after);
    buf_putc(out, '}');
}

static void put_record(struct diff *d, struct buf *out, const struct diff_record *r)
{
    static const char *const change[] = {"added", "removed", "changed", "renamed"};
    const struct record_change *c = r->change;
    const struct diff_side *s = c->after ? d->after : d->before;
    buf_putc(out, '{');
    json_field(out, "kind", kind_names[c->kind]);
    text_field(out, "change", change[c->what]);
    text_field(out, "id", c->id);
    text_field(out, "former_id", strcmp(c->id, c->id_before) != 0 ? c->id_before : NULL);
    text_field(out, "file", arena_printf(d->arena, "%s/%s", s->dir, c->path));
    text_field(out, "title", r->title);
    buf_puts(out, ", \"fields\": [");
    for (size_t i = 0; i < c->fields; i++) {
        buf_puts(out, i ? ", " : "");
        put_field(out, &r->field[i]);
    }
    buf_puts(out, "]}");
}

static void put_records(struct diff *d, struct buf *out)
{
    const char *sep = "";
    buf_puts(out, "\"records\": [");
    for (size_t i = 0; i < d->record.n; i++) {
        next(out, i);
        put_record(d, out, &d->record.p[i]);
    }
    buf_puts(out, "],\n\"not_named\": {");
    for (int k = 0; k < RECORD_KINDS; k++) {
        if (!d->hidden[k])
            continue;
        buf_printf(out, "%s\"%s\": %zu", sep, kind_names[k], d->hidden[k]);
        sep = ", ";
    }
    buf_puts(out, "},\n");
}

/* --- figures --- */

static void put_spots(struct buf *out, const struct diff_print *p)
{
    buf_puts(out, ", \"printed\": [");
    for (size_t i = 0; p && i < p->spot.n; i++) {
        const struct diff_spot *s = &p->spot.p[i];
        buf_puts(out, i ? ", {" : "{");
        json_field(out, "where", s->owner);
        text_field(out, "section", s->section);
        text_field(out, "file", s->place.src ? s->place.src->path : NULL);
        buf_printf(out, ", \"line\": %d, \"times\": %zu}", s->place.line, s->times);
    }
    buf_putc(out, ']');
}

static void put_frozen(struct diff *d, struct buf *out, const struct diff_form *f)
{
    buf_puts(out, ", \"issued\": [");
    for (size_t i = 0; i < f->frozen.n; i++) {
        char day[16];
        const struct diff_frozen *x = &f->frozen.p[i];
        bool dated = date_is_set(x->issued);
        date_format(x->issued, day);
        buf_puts(out, i ? ", {" : "{");
        json_field(out, "document", x->document);
        text_field(out, "date", dated ? arena_strdup(d->arena, day) : NULL);
        text_field(out, "value", x->row ? NULL : x->value);
        flag(out, "agrees", x->held);
        buf_putc(out, '}');
    }
    buf_putc(out, ']');
}

static void put_form(struct diff *d, struct buf *out, const struct diff_form *f)
{
    buf_putc(out, '{');
    json_field(out, "form", f->form);
    text_field(out, "before", f->before);
    text_field(out, "after", f->after);
    text_field(out, "difference", f->difference);
    text_field(out, "text_before", f->before ? diff_number(d, f->before) : NULL);
    text_field(out, "text_after", f->after ? diff_number(d, f->after) : NULL);
    flag(out, "moves", f->moves);
    flag(out, "withheld", f->withheld);
    put_spots(out, f->print);
    put_frozen(d, out, f);
    buf_putc(out, '}');
}

static void put_movers(struct buf *out, const struct diff_figure *f)
{
    buf_puts(out, ", \"moved_by\": [");
    for (size_t i = 0; i < f->mover.n; i++) {
        buf_puts(out, i ? ", {" : "{");
        json_field(out, "id", f->mover.p[i].id);
        text_field(out, "difference", f->mover.p[i].difference);
        flag(out, "record_differs", f->mover.p[i].record_differs);
        buf_putc(out, '}');
    }
    buf_puts(out, "]");
}

static void put_figure(struct diff *d, struct buf *out, const struct diff_figure *f)
{
    static const char *const unit[] = {"count", "fraction", "usd"};
    static const char *const state[] = {"moved", "new", "gone"};
    buf_putc(out, '{');
    json_field(out, "id", f->id);
    text_field(out, "former_id", strcmp(f->id, f->id_before) != 0 ? f->id_before : NULL);
    text_field(out, "label", f->label);
    text_field(out, "unit", unit[f->unit]);
    text_field(out, "state", state[f->state]);
    text_field(out, "whole", f->whole);
    flag(out, "withheld", f->withheld);
    buf_puts(out, ", \"exact\": {");
    json_field(out, "before", f->before);
    text_field(out, "after", f->after);
    text_field(out, "difference", f->difference);
    buf_puts(out, "}, \"forms\": [");
    for (size_t i = 0; i < f->form.n; i++) {
        buf_puts(out, i ? ", " : "");
        put_form(d, out, &f->form.p[i]);
    }
    buf_putc(out, ']');
    put_movers(out, f);
    buf_putc(out, '}');
}

/* --- rankings --- */

static void put_place(struct buf *out, const char *key, size_t n)
{
    if (n)
        buf_printf(out, ", \"%s\": %zu", key, n);
    else
        buf_printf(out, ", \"%s\": null", key);
}

static void put_ranking(struct buf *out, const struct diff_ranking *r)
{
    buf_putc(out, '{');
    json_field(out, "id", r->id);
    buf_printf(out, ", \"printed\": %zu", r->printed);
    text_field(out, "issued", r->broken ? r->broken->document : NULL);
    buf_puts(out, ", \"places\": [");
    for (size_t i = 0; i < r->n; i++) {
        const struct diff_rank *x = &r->rank[i];
        buf_puts(out, i ? ", {" : "{");
        json_field(out, "partner", x->id);
        text_field(out, "name", x->name);
        put_place(out, "before", x->before);
        put_place(out, "after", x->after);
        text_field(out, "usd_before", x->cents_before);
        text_field(out, "usd_after", x->cents_after);
        buf_putc(out, '}');
    }
    buf_puts(out, "]}");
}

static void put_newest(const struct diff *d, struct buf *out)
{
    const struct diff_side *side[] = {d->before, d->after};
    static const char *const key[] = {"before", "after"};
    buf_puts(out, "\"newest_year\": {");
    for (size_t k = 0; k < 2; k++) {
        int year = d->compared ? views_newest_period(side[k]->views).until : 0;
        buf_printf(out, "%s\"%s\": %s", k ? ", " : "", key[k],
                   year ? arena_printf(d->arena, "%d", year) : "null");
    }
    buf_puts(out, "},\n");
}

void diff_json(struct diff *d, struct buf *out)
{
    buf_puts(out, "{");
    put_side(out, "before", d->before);
    put_side(out, "after", d->after);
    buf_printf(out, "\"compared\": %s,\n", d->compared ? "true" : "false");
    put_records(d, out);
    buf_puts(out, "\"figures\": [");
    for (size_t i = 0; i < d->figure.n; i++) {
        next(out, i);
        put_figure(d, out, &d->figure.p[i]);
    }
    buf_printf(out, "],\n\"figures_not_named\": %zu,\n\"figures_not_printed\": %zu,\n",
               d->hidden_figures, d->unprinted);
    put_newest(d, out);
    buf_puts(out, "\"rankings\": [");
    for (size_t i = 0; i < d->ranking.n; i++) {
        next(out, i);
        put_ranking(out, &d->ranking.p[i]);
    }
    buf_puts(out, "]}\n");
}
