/* outline_remarks.c - what a new file may say besides, as lines that take effect when "# " is taken
 * away: an example of each value, by its type, and what it is. */
#include "records/records_room.h"

#include "base/arena.h"
#include "base/buf.h"

#include <string.h>

struct remarking {
    const struct records *r;
    struct buf *out;
};

static const char *text_example(const struct remarking *x)
{
    const struct site *site = &x->r->site;
    struct buf b = BUF_INIT;
    buf_putc(&b, '{');
    for (int i = 0; i < site->languages && i < 2; i++) /* as many as show how */
        buf_printf(&b, "%s%s: \"…\"", i ? ", " : "", lang_code[site->order[i]]);
    buf_putc(&b, '}');
    return buf_to_arena(&b, x->r->arena);
}

static const char *entry_example(const struct remarking *x, enum vocab_kind kind)
{
    const struct vocab *v = &x->r->vocab[kind];
    return v->n ? v->entry[v->n - 1].id : "…";
}

/* Of what reads its value by itself, by its form in the schema. */
static const char *form_example(const struct remarking *x, const char *form)
{
    static const char *const known[][2] = {
        {"years", "2015-2018"}, {"line-by-language", "{en: E, fr: F}"},
        {"translations", "{fr: own}"}, {"line-by-id", "{an-id: \"TDAG24/7\"}"}, {"style", "series"},
        {"percentage", "50"}};
    const struct records *r = x->r;
    for (size_t i = 0; form && i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i][0], form) == 0)
            return known[i][1];
    if (form && (strcmp(form, "partner") == 0 || strcmp(form, "giver") == 0))
        return r->partner_n ? r->partner[0]->id : "an-id";
    if (form && strcmp(form, "agreement") == 0)
        return r->agreement_n ? r->agreement[r->agreement_n - 1]->id : "an-id";
    return "…";
}

static const char *record_example(const struct remarking *x, const struct shape *s);

static const char *listed(const struct remarking *x, const char *item)
{
    return arena_printf(x->r->arena, "[%s]", item);
}

static const char *example(const struct remarking *x, const struct field *f)
{
    switch (f->type) {
    case FIELD_TEXT: return text_example(x);
    case FIELD_TEXTS: return listed(x, text_example(x));
    case FIELD_DATE: return "2026-12-31";
    case FIELD_CHOICE: return f->words[1];
    case FIELD_WORD: return f->words[0];
    case FIELD_NUMBER: return arena_printf(x->r->arena, "%d", f->min);
    case FIELD_NUMBERS: return arena_printf(x->r->arena, "[%d]", f->min);
    case FIELD_ENTRY: return entry_example(x, f->vocab);
    case FIELD_ENTRIES: case FIELD_WEIGHTS: return listed(x, entry_example(x, f->vocab));
    case FIELD_REFERENCE: case FIELD_OTHER: return form_example(x, f->form);
    case FIELD_REFERENCES: return listed(x, form_example(x, f->form));
    case FIELD_COUNTRY: return "CH";
    case FIELD_COUNTRIES: return "[CH, KE]";
    case FIELD_CURRENCY: return "USD";
    case FIELD_AMOUNT: return "1000000.00";
    case FIELD_URL: return "\"https://www.example.org/\"";
    case FIELD_EMAIL: return "partners@example.org";
    case FIELD_COLOUR: return "\"#0b5a8f\"";
    case FIELD_LANG: return lang_code[x->r->site.default_lang];
    case FIELD_LANGS: return listed(x, lang_code[x->r->site.default_lang]);
    case FIELD_RECORD: return record_example(x, f->of);
    case FIELD_RECORDS: return listed(x, record_example(x, f->of));
    case FIELD_ID: case FIELD_LINE: case FIELD_LENGTH: break;
    }
    return "\"…\"";
}

static const char *record_example(const struct remarking *x, const struct shape *s)
{
    struct buf b = BUF_INIT;
    buf_putc(&b, '{');
    for (size_t i = 0; i < s->fields; i++)
        if (s->field[i].required)
            buf_printf(&b, "%s%s: %s", b.n > 1 ? ", " : "", s->field[i].key,
                       example(x, &s->field[i]));
    buf_putc(&b, '}');
    return buf_to_arena(&b, x->r->arena);
}

static bool is_given(const struct outline_value *given, size_t n, const char *key)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(given[i].key, key) == 0)
            return true;
    return false;
}

/* A list of records stands below its key, where more can be added. */
static void put_remark(const struct remarking *x, const struct field *f)
{
    struct arena *a = x->r->arena;
    if (f->type == FIELD_RECORDS) {
        outline_line(x->out, arena_printf(a, "# %s:", f->key), f->doc);
        buf_printf(x->out, "#   - %s\n", record_example(x, f->of));
        return;
    }
    const char *line = arena_printf(a, "# %s: %s", f->key, example(x, f));
    outline_line(x->out, line, f->doc);
}

void outline_remarks(const struct records *r, const struct shape *s,
                     const struct outline_value *given, size_t n, struct buf *out)
{
    struct remarking x = {.r = r, .out = out};
    bool any = false;
    for (size_t i = 0; i < s->fields; i++) {
        const struct field *f = &s->field[i];
        if (f->type == FIELD_ID || is_given(given, n, f->key))
            continue;
        if (!any)
            buf_puts(out, "\n# What else can be said: take the sign at the beginning of a line away, and"
                          " write over it.\n");
        any = true;
        put_remark(&x, f);
    }
}
