/* schema.c - the fields' tables as JSON Schema, for editors that complete, explain and underline.
 *
 * Draft 7, which language servers for YAML know best (json-schema.org).  An editor reads plain
 * scalars by YAML 1.2's core schema, accord as text: so texts may look like numbers here.  Lists of
 * ids are those of the content at hand; what takes the whole content to judge is left to check. */
#include "records/records_room.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"

#include <inttypes.h>
#include <string.h>

struct writing {
    const struct records *r;
    struct buf *out;
};

/* --- JSON, member by member --- */

/* A comma, unless this is the first of its map or list. */
static void next(struct writing *w)
{
    char last = w->out->n ? w->out->p[w->out->n - 1] : '{';
    if (last != '{' && last != '[' && last != ':')
        buf_putc(w->out, ',');
}

static void key(struct writing *w, const char *name)
{
    next(w);
    json_string(w->out, name);
    buf_putc(w->out, ':');
}

static void open(struct writing *w, char bracket)
{
    next(w);
    buf_putc(w->out, bracket);
}

static void shut(struct writing *w, char bracket)
{
    buf_putc(w->out, bracket);
}

static void item(struct writing *w, const char *s)
{
    next(w);
    json_string(w->out, s);
}

static void member(struct writing *w, const char *name, const char *value)
{
    key(w, name);
    json_string(w->out, value);
}

/* A member that is JSON as it stands. */
static void raw(struct writing *w, const char *name, const char *json)
{
    key(w, name);
    buf_puts(w->out, json);
}

/* "a day of the calendar" as a sentence. */
static void sentence(struct writing *w, const char *name, const char *doc)
{
    char first = doc[0];
    bool lower = first >= 'a' && first <= 'z';
    key(w, name);
    struct buf text = BUF_INIT;
    buf_printf(&text, "%c%s.", lower ? first - 'a' + 'A' : first, doc + 1);
    json_string(w->out, buf_str(&text));
    buf_free(&text);
}

/* --- forms that several fields share --- */

static const char line_type[] = "[\"string\",\"number\",\"boolean\"]";
static const char id_pattern[] = "^[a-z0-9][a-z0-9-]*$";

static const char *text_label(const struct writing *w, const struct text *t)
{
    enum lang lang = w->r->site.default_lang;
    return text_in(t, lang, LANG_EN, NULL);
}

/* Ids and, in the same order, what they stand for: editors show both. */
struct choice {
    const char *id, *label; /* label NULL = none */
};
typedef VEC(struct choice) choices;

static void choose(struct writing *w, const choices *list)
{
    if (!list->n) { /* an enum must have something to choose from */
        member(w, "type", "string");
        return;
    }
    key(w, "enum");
    open(w, '[');
    for (size_t i = 0; i < list->n; i++)
        item(w, list->p[i].id);
    shut(w, ']');
    key(w, "enumDescriptions");
    open(w, '[');
    for (size_t i = 0; i < list->n; i++)
        item(w, list->p[i].label ? list->p[i].label : list->p[i].id);
    shut(w, ']');
}

static void add(const struct writing *w, choices *list, const char *id, const char *label)
{
    VEC_PUSH(w->r->arena, list, ((struct choice){id, label}));
}

static void entries(struct writing *w, enum vocab_kind kind)
{
    const struct vocab *v = &w->r->vocab[kind];
    choices list = {0};
    for (size_t i = 0; i < v->n; i++)
        add(w, &list, v->entry[i].id, text_label(w, &v->entry[i].label));
    choose(w, &list);
}

static void partners(struct writing *w, bool with_itu)
{
    choices list = {0};
    for (size_t i = 0; i < w->r->partner_n; i++)
        add(w, &list, w->r->partner[i]->id, text_label(w, &w->r->partner[i]->name));
    if (with_itu)
        add(w, &list, "itu", "ITU");
    choose(w, &list);
}

static void agreements(struct writing *w)
{
    choices list = {0};
    for (size_t i = 0; i < w->r->agreement_n; i++)
        add(w, &list, w->r->agreement[i]->id, text_label(w, &w->r->agreement[i]->title));
    choose(w, &list);
}

static void styles(struct writing *w)
{
    choices list = {0};
    for (size_t i = 0; i < w->r->style_n; i++)
        add(w, &list, w->r->style[i].id, NULL);
    choose(w, &list);
}

static void countries(struct writing *w)
{
    choices list = {0};
    for (size_t i = 0; iso_3166_at(i); i++)
        add(w, &list, iso_3166_at(i), iso_3166_name(iso_3166_at(i)));
    choose(w, &list);
}

static void currencies(struct writing *w)
{
    choices list = {0};
    for (size_t i = 0; iso_4217_at(i); i++)
        add(w, &list, iso_4217_at(i)->code, NULL);
    choose(w, &list);
}

static void languages(struct writing *w)
{
    choices list = {0};
    for (int i = 0; i < LANGS; i++)
        add(w, &list, lang_code[i], NULL);
    choose(w, &list);
}

static void words(struct writing *w, const char *const *word)
{
    if (word == fields_no_yes) {
        member(w, "type", "boolean");
        return;
    }
    choices list = {0};
    for (size_t i = 0; word[i]; i++)
        add(w, &list, word[i], NULL);
    choose(w, &list);
}

static void lines_by_language(struct writing *w)
{
    member(w, "type", "object");
    raw(w, "minProperties", "1");
    raw(w, "additionalProperties", "false");
    key(w, "properties");
    open(w, '{');
    for (int i = 0; i < LANGS; i++) {
        key(w, lang_code[i]);
        open(w, '{');
        raw(w, "type", line_type);
        shut(w, '}');
    }
    shut(w, '}');
}

static void text(struct writing *w)
{
    key(w, "anyOf");
    open(w, '[');
    open(w, '{');
    raw(w, "type", line_type);
    shut(w, '}');
    open(w, '{');
    lines_by_language(w);
    shut(w, '}');
    shut(w, ']');
}

static void pattern(struct writing *w, const char *regex)
{
    member(w, "type", "string");
    member(w, "pattern", regex);
}

/* --- forms of fields that read their values by themselves --- */

static void giver(struct writing *w) { partners(w, true); }
static void partner(struct writing *w) { partners(w, false); }
static void partner_type(struct writing *w) { entries(w, VOCAB_PARTNER_TYPES); }

static void rankings(struct writing *w)
{
    member(w, "type", "object");
    key(w, "additionalProperties");
    open(w, '{');
    member(w, "type", "array");
    key(w, "items");
    open(w, '{');
    partner(w);
    shut(w, '}');
    shut(w, '}');
}

static void colours_by_region(struct writing *w)
{
    member(w, "type", "object");
    key(w, "propertyNames");
    open(w, '{');
    entries(w, VOCAB_REGIONS);
    shut(w, '}');
    raw(w, "additionalProperties", "{\"type\":\"string\",\"pattern\":\"^#[0-9a-fA-F]{6}$\"}");
}

static void language_list(struct writing *w)
{
    member(w, "type", "array");
    raw(w, "minItems", "1");
    raw(w, "uniqueItems", "true");
    key(w, "items");
    open(w, '{');
    languages(w);
    shut(w, '}');
}

#define LINE "{\"type\":[\"string\",\"number\",\"boolean\"]}"
#define NUMBER "{\"type\":[\"number\",\"string\"]}"

static const struct form {
    const char *name;
    void (*write)(struct writing *w); /* NULL: json */
    const char *json;                 /* members of the schema */
} forms[] = {
    {"giver", giver, NULL},
    {"partner", partner, NULL},
    {"agreement", agreements, NULL},
    {"style", styles, NULL},
    {"partner-type", partner_type, NULL},
    {"languages", language_list, NULL},
    {"line-by-language", lines_by_language, NULL},
    {"rankings", rankings, NULL},
    {"colours-by-region", colours_by_region, NULL},
    {"former-id", NULL, "\"type\":\"string\",\"pattern\":\"^[a-z0-9][a-z0-9-]*$\""},
    {"years", NULL,
     "\"anyOf\":[{\"type\":\"integer\"},{\"type\":\"string\",\"pattern\":\"^[0-9]{4}(-[0-9]{4})?$\"},"
     "{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}]"},
    {"translations", NULL,
     "\"type\":\"object\",\"additionalProperties\":{\"enum\":[\"own\",\"official\"]}"},
    {"line-by-id", NULL, "\"type\":\"object\",\"additionalProperties\":" LINE},
    {"lines", NULL, "\"type\":\"array\",\"items\":" LINE},
    {"lists-by-script", NULL,
     "\"type\":\"object\",\"additionalProperties\":{\"type\":\"array\",\"items\":" LINE "}"},
    {"numbers", NULL, "\"type\":\"object\",\"additionalProperties\":" NUMBER},
    {"printed", NULL,
     "\"type\":\"object\",\"additionalProperties\":{\"anyOf\":[" NUMBER
     ",{\"type\":\"object\",\"additionalProperties\":" NUMBER "}]}"},
    {"counts", NULL,
     "\"type\":\"object\",\"additionalProperties\":{\"type\":\"array\",\"items\":" NUMBER "}"},
    {"percentage", NULL, "\"type\":[\"number\",\"string\"]"},
    {"entry-id", NULL, "\"type\":\"string\",\"pattern\":\"^[A-Za-z0-9][A-Za-z0-9-]*$\""},
    {"list-group", NULL, "\"enum\":[\"a\",\"b\",\"c\",\"d\",\"by-cash\"]"},
};

/* A field without a form takes anything: check knows more. */
static void write_form(struct writing *w, const char *name)
{
    for (size_t i = 0; name && i < sizeof forms / sizeof *forms; i++) {
        if (strcmp(forms[i].name, name) != 0)
            continue;
        if (forms[i].write) {
            forms[i].write(w);
        } else {
            next(w);
            buf_puts(w->out, forms[i].json);
        }
    }
}

/* --- fields --- */

static void write_shape(struct writing *w, const struct shape *s);

static void amount(struct writing *w)
{
    raw(w, "type", "[\"number\",\"string\"]");
    member(w, "pattern", "^-?[0-9]+(\\.[0-9]+)?$");
}

static void number(struct writing *w, const struct field *f)
{
    member(w, "type", "integer");
    key(w, "minimum");
    buf_printf(w->out, "%d", f->min);
    key(w, "maximum");
    buf_printf(w->out, "%d", f->max);
}

/* Equal shares as a list, or each with its weight. */
static void weights(struct writing *w, const struct field *f)
{
    key(w, "anyOf");
    open(w, '[');
    open(w, '{');
    member(w, "type", "array");
    raw(w, "uniqueItems", "true");
    key(w, "items");
    open(w, '{');
    entries(w, f->vocab);
    shut(w, '}');
    shut(w, '}');
    open(w, '{');
    member(w, "type", "object");
    raw(w, "minProperties", "1");
    raw(w, "additionalProperties", "false");
    key(w, "properties");
    open(w, '{');
    const struct vocab *v = &w->r->vocab[f->vocab];
    for (size_t i = 0; i < v->n; i++) {
        key(w, v->entry[i].id);
        open(w, '{');
        raw(w, "type", "[\"number\",\"string\"]");
        const char *label = text_label(w, &v->entry[i].label);
        if (label)
            member(w, "description", label);
        shut(w, '}');
    }
    shut(w, '}');
    shut(w, '}');
    shut(w, ']');
}

/* What stands at a field that is no list, as members of its schema. */
static void write_value(struct writing *w, const struct field *f)
{
    switch (f->type) {
    case FIELD_ID: pattern(w, id_pattern); break;
    case FIELD_LINE: raw(w, "type", line_type); break;
    case FIELD_TEXT: case FIELD_TEXTS: text(w); break;
    case FIELD_DATE: pattern(w, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"); break;
    case FIELD_CHOICE: case FIELD_WORD: words(w, f->words); break;
    case FIELD_NUMBER: case FIELD_NUMBERS: number(w, f); break;
    case FIELD_ENTRY: case FIELD_ENTRIES: entries(w, f->vocab); break;
    case FIELD_WEIGHTS: weights(w, f); break;
    case FIELD_COUNTRY: case FIELD_COUNTRIES: countries(w); break;
    case FIELD_CURRENCY: currencies(w); break;
    case FIELD_AMOUNT: amount(w); break;
    case FIELD_URL: pattern(w, "^https?://[^ ]+$"); break;
    case FIELD_EMAIL: pattern(w, "^[^@ ]+@[^@ ]+$"); break;
    case FIELD_COLOUR: pattern(w, "^#[0-9a-fA-F]{6}$"); break;
    case FIELD_LENGTH: pattern(w, "^-?[0-9]+(\\.[0-9]+)? ?(pt|mm)$"); break;
    case FIELD_LANG: case FIELD_LANGS: languages(w); break;
    case FIELD_RECORD: case FIELD_RECORDS: write_shape(w, f->of); break;
    case FIELD_REFERENCE: case FIELD_REFERENCES: case FIELD_OTHER: write_form(w, f->form); break;
    }
}

static bool is_list(enum field_type t)
{
    return t == FIELD_TEXTS || t == FIELD_NUMBERS || t == FIELD_ENTRIES || t == FIELD_REFERENCES ||
           t == FIELD_COUNTRIES || t == FIELD_LANGS || t == FIELD_RECORDS;
}

static void write_field(struct writing *w, const struct field *f)
{
    key(w, f->key);
    open(w, '{');
    if (f->doc)
        sentence(w, "description", f->doc);
    if (is_list(f->type)) {
        member(w, "type", "array");
        if (f->filled)
            raw(w, "minItems", "1");
        if (f->type != FIELD_TEXTS && f->type != FIELD_RECORDS)
            raw(w, "uniqueItems", "true");
        key(w, "items");
        open(w, '{');
        write_value(w, f);
        shut(w, '}');
    } else {
        write_value(w, f);
    }
    shut(w, '}');
}

static void write_shape(struct writing *w, const struct shape *s)
{
    member(w, "type", "object");
    raw(w, "additionalProperties", "false");
    key(w, "required");
    open(w, '[');
    for (size_t i = 0; i < s->fields; i++)
        if (s->field[i].required)
            item(w, s->field[i].key);
    shut(w, ']');
    key(w, "properties");
    open(w, '{');
    for (size_t i = 0; i < s->fields; i++)
        write_field(w, &s->field[i]);
    shut(w, '}');
}

/* --- the schemas there are --- */

static const struct kind {
    const char *name;
    const struct shape *shape; /* NULL: of a vocabulary */
    enum vocab_kind vocab;
} kinds[] = {
    {"agreement", &agreement_shape, 0},
    {"partner", &partner_shape, 0},
    {"document", &document_shape, 0},
    {"site", &site_shape, 0},
    {"page", &page_file_shape, 0},
    {"story", &story_shape, 0},
    {"opportunity", &opportunity_shape, 0},
    {"target", &target_shape, 0},
    {"history", &history_shape, 0},
    {"published", &published_shape, 0},
    {"regions", NULL, VOCAB_REGIONS},
    {"priorities", NULL, VOCAB_PRIORITIES},
    {"partner-types", NULL, VOCAB_PARTNER_TYPES},
    {"memberships", NULL, VOCAB_MEMBERSHIPS},
    {"agreement-kinds", NULL, VOCAB_KINDS},
    {"initiatives", NULL, VOCAB_INITIATIVES},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

const char *records_schema_name(size_t i)
{
    return i < KINDS ? kinds[i].name : NULL;
}

const struct shape *schema_shape(const char *name)
{
    for (size_t i = 0; i < KINDS; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return kinds[i].shape;
    return NULL;
}

bool records_schema(const struct records *r, const char *name, struct buf *out)
{
    struct writing w = {.r = r, .out = out};
    for (size_t i = 0; i < KINDS; i++) {
        if (strcmp(kinds[i].name, name) != 0)
            continue;
        const char *file;
        const struct shape *s =
            kinds[i].shape ? kinds[i].shape : vocabulary_shape(r->arena, kinds[i].vocab, &file);
        buf_putc(out, '{');
        member(&w, "$schema", "http://json-schema.org/draft-07/schema#");
        sentence(&w, "title", s->what);
        write_shape(&w, s);
        buf_puts(out, "}\n");
        return true;
    }
    return false;
}

/* --- what they say in words --- */

static void field_texts(const struct shape *s, void (*each)(void *ctx, const char *text), void *ctx)
{
    each(ctx, s->what);
    for (size_t i = 0; i < s->fields; i++) {
        const struct field *f = &s->field[i];
        each(ctx, f->doc);
        if (f->takes)
            each(ctx, f->takes);
        if (f->of)
            field_texts(f->of, each, ctx);
    }
}

void records_field_texts(struct arena *a, void (*each)(void *ctx, const char *text), void *ctx)
{
    for (size_t i = 0; i < KINDS; i++) {
        const char *file;
        field_texts(kinds[i].shape ? kinds[i].shape : vocabulary_shape(a, kinds[i].vocab, &file),
                    each, ctx);
    }
    field_texts(&paper_style_shape, each, ctx);
}
