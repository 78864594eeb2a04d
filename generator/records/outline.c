#include "records/records_room.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "base/yaml_write.h"

#include <string.h>

enum { REMARK_COLUMN = 34, LINE_MOST = 110 };

/* --- the fields that can be given --- */

static bool form_is(const struct field *f, const char *form)
{
    return f->form && strcmp(f->form, form) == 0;
}

static bool is_list(enum field_type t)
{
    return t == FIELD_TEXTS || t == FIELD_NUMBERS || t == FIELD_ENTRIES || t == FIELD_WEIGHTS ||
           t == FIELD_REFERENCES || t == FIELD_COUNTRIES || t == FIELD_LANGS || t == FIELD_RECORDS;
}

/* False for what has no form on one line. */
static bool takes_of(const struct field *f, enum outline_takes *out)
{
    switch (f->type) {
    case FIELD_TEXT: case FIELD_TEXTS: *out = OUTLINE_TEXT; break;
    case FIELD_DATE: *out = OUTLINE_DATE; break;
    case FIELD_CHOICE:
        *out = f->words == fields_no_yes ? OUTLINE_SWITCH : OUTLINE_WORD;
        break;
    case FIELD_WORD: *out = OUTLINE_WORD; break;
    case FIELD_ENTRY: case FIELD_ENTRIES: case FIELD_WEIGHTS: *out = OUTLINE_ENTRY; break;
    case FIELD_RECORD: case FIELD_RECORDS: *out = OUTLINE_RECORD; break;
    case FIELD_REFERENCE: case FIELD_REFERENCES: case FIELD_OTHER:
        *out = form_is(f, "partner")     ? OUTLINE_PARTNER
               : form_is(f, "agreement") ? OUTLINE_AGREEMENT
                                         : OUTLINE_LINE;
        return f->type != FIELD_OTHER || *out != OUTLINE_LINE || form_is(f, "years");
    default: *out = OUTLINE_LINE; break;
    }
    return f->type != FIELD_ID;
}

bool outline_field(const char *kind, size_t i, struct outline_field *out)
{
    const struct shape *s = schema_shape(kind);
    for (size_t k = 0; s && k < s->fields; k++) {
        const struct field *f = &s->field[k];
        enum outline_takes takes;
        if (!takes_of(f, &takes) || i-- > 0)
            continue;
        *out = (struct outline_field){.key = f->key, .doc = f->doc, .ask = f->ask, .takes = takes,
                                      .vocab = f->vocab, .words = f->words,
                                      .required = f->required,
                                      .must = f->ask && (f->required || !is_list(f->type)),
                                      .list = is_list(f->type)};
        return true;
    }
    return false;
}

/* --- scalars --- */

/* Dates and amounts are plain here, as people write them. */
static void put_scalar(struct buf *out, const char *s)
{
    bool plain = s[0] >= '0' && s[0] <= '9' && strspn(s, "0123456789-.") == strlen(s);
    if (s[0] == '-' && s[1] >= '0' && s[1] <= '9') /* an amount taken back */
        plain = strspn(s + 1, "0123456789.") == strlen(s + 1);
    if (plain)
        buf_puts(out, s);
    else
        yaml_write_text(out, s, true);
}

void outline_line(struct buf *out, const char *line, const char *doc)
{
    size_t n = utf8_count(line, strlen(line));
    size_t column = n + 1 < REMARK_COLUMN ? REMARK_COLUMN : n + 1;
    buf_puts(out, line);
    if (doc && !strchr(line, '\n') && column + utf8_count(doc, strlen(doc)) + 2 <= LINE_MOST)
        buf_printf(out, "%*s# %s", (int)(column - n), "", doc);
    buf_putc(out, '\n');
}

/* --- records on one line --- */

struct part { /* of a record */
    const struct field *field;
    const char *text;
};

struct record {
    struct arena *a;
    const struct shape *shape;
    struct part part[16]; /* by the shape's fields */
    bool clear;
};

static struct part *part_of(struct record *rec, enum field_type type)
{
    for (size_t i = 0; i < rec->shape->fields; i++)
        if (rec->shape->field[i].type == type && !rec->shape->field[i].usd)
            return &rec->part[i];
    return NULL;
}

static bool fill(struct part *p, const char *text)
{
    if (!p || p->text)
        return false;
    p->text = text;
    return true;
}

/* "form=in-kind" */
static bool take_named(struct record *rec, const char *word)
{
    size_t n = strcspn(word, "=");
    for (size_t i = 0; word[n] && i < rec->shape->fields; i++) {
        const char *key = rec->shape->field[i].key;
        if (strlen(key) == n && strncmp(key, word, n) == 0)
            return fill(&rec->part[i], word + n + 1);
    }
    return false;
}

static bool is_number(const char *s)
{
    s += *s == '-' || *s == '+';
    return *s >= '0' && *s <= '9';
}

static bool is_date(const char *s)
{
    return strlen(s) == 10 && s[4] == '-' && s[7] == '-' && strspn(s, "0123456789-") == 10;
}

/* "10000-25000" are the first two amounts. */
static bool take_amount(struct record *rec, const char *word)
{
    struct part *first = part_of(rec, FIELD_AMOUNT);
    size_t n = strcspn(word + 1, "-") + 1;
    if (word[n] != '-' || first == NULL)
        return fill(first, word);
    for (size_t i = (size_t)(first - rec->part) + 1; i < rec->shape->fields; i++)
        if (rec->shape->field[i].type == FIELD_AMOUNT && !rec->shape->field[i].usd)
            return fill(first, arena_strndup(rec->a, word, n)) &&
                   fill(&rec->part[i], word + n + 1);
    return false;
}

static bool take_choice(struct record *rec, const char *word)
{
    for (size_t i = 0; i < rec->shape->fields; i++)
        for (size_t k = 0; rec->shape->field[i].type == FIELD_CHOICE && k < 2; k++)
            if (strcmp(rec->shape->field[i].words[k], word) == 0)
                return fill(&rec->part[i], word);
    return false;
}

static bool take_words(struct record *rec, struct part *p, const char *word)
{
    if (p)
        p->text = p->text ? arena_printf(rec->a, "%s %s", p->text, word) : word;
    return p != NULL;
}

/* By what a word is. */
static bool take(struct record *rec, const char *word)
{
    if (take_named(rec, word) || take_choice(rec, word))
        return true;
    if (strstr(word, "://") && part_of(rec, FIELD_URL))
        return fill(part_of(rec, FIELD_URL), word);
    if (strchr(word, '@') && part_of(rec, FIELD_EMAIL))
        return fill(part_of(rec, FIELD_EMAIL), word);
    if (is_date(word) && part_of(rec, FIELD_DATE))
        return fill(part_of(rec, FIELD_DATE), word);
    if (is_number(word) && part_of(rec, FIELD_AMOUNT))
        return take_amount(rec, word);
    if (strlen(word) == 3 && strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3 &&
        part_of(rec, FIELD_CURRENCY))
        return fill(part_of(rec, FIELD_CURRENCY), word);
    return take_words(rec, part_of(rec, FIELD_TEXT), word) || fill(part_of(rec, FIELD_OTHER), word);
}

/* "{from: unicef, amount: 100000, currency: USD}"; false when a word has no place. */
static bool put_record(struct arena *a, struct buf *out, const struct shape *s, const char *text)
{
    struct record rec = {.a = a, .shape = s};
    bool clear = s->fields <= sizeof rec.part / sizeof *rec.part;
    for (size_t n; clear && *(text += strspn(text, " \t\n")); text += n) {
        n = strcspn(text, " \t\n");
        clear = take(&rec, arena_strndup(a, text, n));
    }
    size_t put = 0;
    buf_putc(out, '{');
    for (size_t i = 0; clear && i < s->fields; i++) {
        if (!rec.part[i].text)
            continue;
        buf_printf(out, "%s%s: ", put++ ? ", " : "", s->field[i].key);
        put_scalar(out, rec.part[i].text);
    }
    buf_putc(out, '}');
    return clear && put;
}

/* --- fields that were given --- */

struct outlining {
    const struct records *r;
    struct buf *out;
    const struct outline_value *value;
    size_t n;
    const struct outline_value *unclear;
};

/* The next value of a field from *at on; NULL behind the last. */
static const struct outline_value *next_of(const struct outlining *o, const struct field *f,
                                           size_t *at)
{
    while (*at < o->n)
        if (strcmp(o->value[(*at)++].key, f->key) == 0)
            return &o->value[*at - 1];
    return NULL;
}

static void put_field_text(struct outlining *o, const struct field *f)
{
    const struct site *site = &o->r->site;
    const struct outline_value *v;
    const char *in[LANGS] = {NULL};
    bool others = site->languages > 1;
    for (size_t at = 0; (v = next_of(o, f, &at));) {
        in[v->lang < 0 ? (int)site->default_lang : v->lang] = v->text;
        others = others || (v->lang >= 0 && v->lang != (int)site->default_lang);
    }
    buf_printf(o->out, "%s:", f->key);
    if (!others) {
        yaml_write_value(o->out, in[site->default_lang], 2);
        return;
    }
    buf_putc(o->out, '\n');
    for (int i = 0; i < LANGS; i++) {
        if (!in[i] && !site->language[i])
            continue;
        buf_printf(o->out, in[i] ? "  %s:" : "  # %s: \"…\"\n", lang_code[i]);
        if (in[i])
            yaml_write_value(o->out, in[i], 4);
    }
}

static void put_record_of(struct outlining *o, const struct field *f,
                          const struct outline_value *v)
{
    if (!put_record(o->r->arena, o->out, f->of, v->text) && !o->unclear)
        o->unclear = v;
    buf_putc(o->out, '\n');
}

/* One below the other. */
static void put_items(struct outlining *o, const struct field *f)
{
    const struct outline_value *v;
    buf_printf(o->out, "%s:\n", f->key);
    for (size_t at = 0; (v = next_of(o, f, &at));) {
        buf_puts(o->out, "  - ");
        if (f->type == FIELD_RECORDS) {
            put_record_of(o, f, v);
            continue;
        }
        int lang = v->lang < 0 ? (int)o->r->site.default_lang : v->lang;
        buf_printf(o->out, "{%s: ", lang_code[lang]);
        yaml_write_text(o->out, v->text, true);
        buf_puts(o->out, "}\n");
    }
}

/* [a, b], or {a: 2, b: 1} where shares are given. */
static const char *short_items(struct outlining *o, const struct field *f)
{
    const struct outline_value *v;
    struct buf b = BUF_INIT;
    bool shares = false;
    for (size_t at = 0; (v = next_of(o, f, &at));)
        shares = shares || (f->type == FIELD_WEIGHTS && strchr(v->text, '='));
    buf_putc(&b, shares ? '{' : '[');
    for (size_t at = 0, k = 0; (v = next_of(o, f, &at)); k++) {
        size_t n = shares ? strcspn(v->text, "=") : strlen(v->text);
        buf_puts(&b, k ? ", " : "");
        put_scalar(&b, arena_strndup(o->r->arena, v->text, n));
        if (shares && v->text[n]) {
            buf_puts(&b, ": ");
            put_scalar(&b, v->text + n + 1);
        }
    }
    buf_putc(&b, shares ? '}' : ']');
    return buf_to_arena(&b, o->r->arena);
}

static const char *one_value(struct outlining *o, const struct field *f,
                             const struct outline_value *v)
{
    struct buf b = BUF_INIT;
    if (f->words == fields_no_yes && (strcmp(v->text, f->words[0]) == 0 ||
                                      strcmp(v->text, f->words[1]) == 0))
        buf_puts(&b, v->text);
    else
        put_scalar(&b, v->text);
    return buf_to_arena(&b, o->r->arena);
}

static void put_field(struct outlining *o, const struct field *f)
{
    size_t at = 0;
    const struct outline_value *v = next_of(o, f, &at);
    if (!v)
        return;
    if (f->type == FIELD_TEXT) {
        put_field_text(o, f);
    } else if (f->type == FIELD_TEXTS || f->type == FIELD_RECORDS) {
        put_items(o, f);
    } else if (f->type == FIELD_RECORD) {
        buf_printf(o->out, "%s: ", f->key);
        put_record_of(o, f, v);
    } else {
        const char *text = is_list(f->type) ? short_items(o, f) : one_value(o, f, v);
        outline_line(o->out, arena_printf(o->r->arena, "%s: %s", f->key, text), f->doc);
    }
}

char *outline_text(const struct records *r, const char *kind, const char *id,
                   const struct outline_value *value, size_t n,
                   const struct outline_value **unclear)
{
    const struct shape *s = schema_shape(kind);
    struct buf b = BUF_INIT;
    struct outlining o = {.r = r, .out = &b, .value = value, .n = n};
    for (size_t i = 0; i < s->fields; i++)
        if (s->field[i].type != FIELD_ID)
            put_field(&o, &s->field[i]);
        else if (id)
            outline_line(&b, arena_printf(r->arena, "id: %s", id), s->field[i].doc);
    outline_remarks(r, s, value, n, &b);
    *unclear = o.unclear;
    return buf_to_arena(&b, r->arena);
}
