#include "records/records_room.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

#include <string.h>

enum {
    PROSE_MAX = 32 * 1024, /* bytes of a text of a record: 3,000 words in Arabic */
    TITLE_MAX = 2 * 1024   /* of a name or a title, which stands on hundreds of pages */
};

const char *const fields_no_yes[] = {"false", "true", NULL};

static void *at(void *out, size_t offset)
{
    return (char *)out + offset;
}

/* --- shapes of nodes --- */

static const char *node_name(const struct node *n)
{
    return phrase_mark(n->kind == NODE_LIST  ? PHRASE_A_LIST
                        : n->kind == NODE_MAP ? PHRASE_A_MAP
                                              : PHRASE_A_TEXT);
}

static bool wrong_shape(struct reading *r, const char *key, const char *takes,
                        const struct node *n)
{
    diag_report(r->d, DIAG_WRONG_SHAPE, n->place, key, takes, node_name(n));
    return false;
}

bool fields_is_empty(const struct node *n)
{
    return n->kind == NODE_SCALAR && n->plain && (!n->text[0] || strcmp(n->text, "~") == 0);
}

const char *fields_scalar(struct reading *r, const char *key, const char *takes,
                          const struct node *n)
{
    if (n->kind != NODE_SCALAR) {
        wrong_shape(r, key, takes, n);
        if (n->kind == NODE_LIST && n->n == 1 && n->item[0]->kind == NODE_SCALAR)
            diag_hint(r->d, HINT_NO_BRACKETS, key, n->item[0]->text);
        else if (n->kind == NODE_MAP && n->n > 0 && lang_of(n->pair[0].key->text) >= 0)
            diag_hint(r->d, HINT_NO_LANGUAGE_HERE);
        else
            diag_hint(r->d, HINT_SHAPES);
        return NULL;
    }
    size_t len = strlen(n->text);
    while (len > 0 && strchr(" \t\r\n", n->text[len - 1]))
        len--;
    if (len == 0) {
        diag_report(r->d, DIAG_EMPTY_TEXT, n->place);
        return NULL;
    }
    size_t most = r->most ? r->most : PROSE_MAX;
    if (len > most) {
        diag_report(r->d, DIAG_TEXT_TOO_LONG, n->place, arena_printf(r->a, "%zu", most / 1024));
        return NULL;
    }
    return n->text[len] ? arena_strndup(r->a, n->text, len) : n->text;
}

bool fields_is_list(struct reading *r, const char *key, const struct node *n)
{
    if (n->kind == NODE_LIST)
        return true;
    wrong_shape(r, key, phrase_mark(PHRASE_A_LIST), n);
    if (n->kind == NODE_SCALAR)
        diag_hint(r->d, HINT_WRITE_LIST, key, n->text);
    else
        diag_hint(r->d, HINT_SHAPES);
    return false;
}

bool fields_is_map(struct reading *r, const char *key, const struct node *n)
{
    if (n->kind == NODE_MAP)
        return true;
    wrong_shape(r, key, phrase_mark(PHRASE_A_MAP), n);
    diag_hint(r->d, HINT_SHAPES);
    return false;
}

/* --- types --- */

static void place_of_item(const struct field *f, const struct node *n, void *out)
{
    if (f->place)
        *(struct place *)at(out, f->place) = n->place;
}

static void read_id(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_AN_ID), n);
    if (!s || !fields_check_id(r, s, n->place))
        return;
    if (r->file_id)
        fields_check_name(r, s, n->place);
    if (r->file_id && strcmp(s, r->file_id) != 0)
        diag_report(r->d, DIAG_ID_MISMATCH, n->place, s, r->file_id, r->file_is);
    *(const char **)at(out, f->at) = s;
}

static void read_line(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    r->most = TITLE_MAX;
    *(const char **)at(out, f->at) = fields_scalar(r, f->key, phrase_mark(PHRASE_ONE_TEXT), n);
    r->most = 0;
}

static void read_text(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    r->most = f->prose ? 0 : TITLE_MAX;
    fields_text(r, f->key, n, at(out, f->at));
    r->most = 0;
}

static void read_date(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_A_DATE), n);
    if (s)
        fields_date(r, s, n->place, at(out, f->at));
}

static void report_choice(struct reading *r, const char *key, const char *const *words,
                          const char *s, struct place p)
{
    struct buf all = BUF_INIT;
    for (size_t i = 0; words[i]; i++)
        buf_printf(&all, "%s%s", i ? ", " : "", words[i]);
    diag_report(r->d, DIAG_BAD_CHOICE, p, key, s, buf_str(&all));
    buf_free(&all);
    const char *near = nearest_of(words, s);
    if (near)
        diag_hint(r->d, HINT_DID_YOU_MEAN, near);
}

int fields_word(struct reading *r, const char *key, const char *const *words,
                const struct node *n)
{
    const char *s = fields_scalar(r, key, phrase_mark(PHRASE_ONE_WORD), n);
    for (int i = 0; s && words[i]; i++)
        if (strcmp(words[i], s) == 0)
            return i + 1;
    if (s)
        report_choice(r, key, words, s, n->place);
    return 0;
}

static void read_choice(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_ONE_WORD), n);
    if (!s)
        return;
    bool second = strcmp(s, f->words[1]) == 0;
    if (second || strcmp(s, f->words[0]) == 0) {
        *(bool *)at(out, f->at) = second;
        return;
    }
    report_choice(r, f->key, f->words, s, n->place);
}

static void read_number(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_A_NUMBER), n);
    if (s)
        fields_number(r, s, n->place, f->min, f->max, at(out, f->at));
}

static void read_entry(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_ONE_ID), n);
    if (s)
        *(const struct entry **)at(out, f->at) = fields_entry(r, f->vocab, s, n->place);
}

static void read_weights(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    fields_weights(r, f, n, out);
}

static bool reference_of(struct reading *r, const struct field *f, const struct node *n,
                         struct reference *ref)
{
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_AN_ID), n);
    if (s && !fields_check_id(r, s, n->place))
        s = guess_id(r->a, s); /* one fault, one message: go on with what was meant */
    if (!s)
        return false;
    *ref = (struct reference){.id = s, .place = n->place};
    return true;
}

static void read_reference(struct reading *r, const struct field *f, const struct node *n,
                           void *out)
{
    reference_of(r, f, n, at(out, f->at));
}

static void read_country(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_ONE_COUNTRY), n);
    if (s)
        *(const char **)at(out, f->at) = fields_country(r, s, n->place);
}

static void read_currency(struct reading *r, const struct field *f, const struct node *n,
                          void *out)
{
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_ONE_CURRENCY), n);
    if (s)
        *(const struct currency **)at(out, f->at) = fields_currency(r, s, n->place);
}

/* Without a known currency beside it only the form is checked, with the most digits there are. */
static const struct currency *currency_beside(const struct field *f, const struct node *map)
{
    static const struct currency any = {"", 4};
    const struct node *beside = node_get(map, "currency");
    const struct currency *c = NULL;
    if (f->usd)
        c = iso_4217_find("USD");
    else if (beside && beside->kind == NODE_SCALAR)
        c = iso_4217_find(beside->text);
    return c ? c : &any;
}

static void read_amount(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_AN_AMOUNT), n);
    if (s)
        fields_amount(r, s, n->place, currency_beside(f, r->map), at(out, f->at));
}

static void read_url(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_ONE_ADDRESS), n);
    if (s && fields_url(r, s, n->place))
        *(const char **)at(out, f->at) = s;
}

static void read_email(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_ONE_ADDRESS), n);
    if (!s)
        return;
    fields_email(r, s, n->place);
    *(const char **)at(out, f->at) = s;
}

static void read_colour(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_A_COLOUR), n);
    if (!s)
        return;
    if (s[0] != '#' || strlen(s) != 7 || strspn(s + 1, "0123456789abcdefABCDEF") != 6)
        diag_report(r->d, DIAG_BAD_COLOUR, n->place, s);
    *(const char **)at(out, f->at) = s;
}

static void read_length(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_ONE_LENGTH), n);
    if (s)
        fields_length(r, s, n->place, f->min, f->max, at(out, f->at));
}

static void read_word(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    *(int *)at(out, f->at) = fields_word(r, f->key, f->words, n);
}

static void read_lang(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_ONE_LANGUAGE), n);
    int lang = s ? fields_lang(r, s, n->place) : -1;
    if (lang >= 0)
        *(enum lang *)at(out, f->at) = (enum lang)lang;
}

/* "{amount: ..., currency: ...}": what must be there. */
static const char *record_form(struct arena *a, const struct field *f)
{
    struct buf b = BUF_INIT;

    for (size_t i = 0; i < f->of->fields; i++)
        if (f->of->field[i].required)
            buf_printf(&b, "%s%s: ...", b.n ? ", " : "", f->of->field[i].key);
    const char *keys = buf_to_arena(&b, a);
    return *keys ? arena_printf(a, "{%s}", keys) : NULL;
}

static void read_record(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    if (n->kind == NODE_MAP) {
        fields_read(r, f->of, n, at(out, f->at));
        return;
    }
    const char *form = record_form(r->a, f);
    wrong_shape(r, f->key, phrase_mark(PHRASE_A_MAP), n);
    if (form)
        diag_hint(r->d, HINT_WRITE_MAP, form);
    else
        diag_hint(r->d, HINT_SHAPES);
}

static void read_other(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    f->read(r, f, n, out);
}

/* --- lists --- */

static void read_langs(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    bool *set = at(out, f->at);
    for (size_t i = 0; fields_is_list(r, f->key, n) && i < n->n; i++) {
        const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_LANGUAGES), n->item[i]);
        int lang = s ? fields_lang(r, s, n->item[i]->place) : -1;
        if (lang >= 0 && set[lang])
            diag_report(r->d, DIAG_REPEATED_ITEM, n->item[i]->place, s);
        else if (lang >= 0)
            set[lang] = true;
    }
}

/* One item of a list as its own field, into a slot of the given size. */
static const struct item_type {
    enum field_type list, item;
    size_t size;
    bool distinct;
} item_types[] = {
    {FIELD_TEXTS, FIELD_TEXT, sizeof(struct text), false},
    {FIELD_NUMBERS, FIELD_NUMBER, sizeof(int), true},
    {FIELD_ENTRIES, FIELD_ENTRY, sizeof(const struct entry *), true},
    {FIELD_REFERENCES, FIELD_REFERENCE, sizeof(struct reference), false},
    {FIELD_COUNTRIES, FIELD_COUNTRY, sizeof(const char *), true},
    {FIELD_RECORDS, FIELD_RECORD, 0, false},
};

typedef void reader(struct reading *r, const struct field *f, const struct node *n, void *out);

static void read_list(struct reading *r, const struct field *f, const struct node *n, void *out);

static reader *const readers[] = {
    [FIELD_ID] = read_id,
    [FIELD_LINE] = read_line,
    [FIELD_TEXT] = read_text,
    [FIELD_TEXTS] = read_list,
    [FIELD_DATE] = read_date,
    [FIELD_CHOICE] = read_choice,
    [FIELD_NUMBER] = read_number,
    [FIELD_NUMBERS] = read_list,
    [FIELD_ENTRY] = read_entry,
    [FIELD_ENTRIES] = read_list,
    [FIELD_WEIGHTS] = read_weights,
    [FIELD_REFERENCE] = read_reference,
    [FIELD_REFERENCES] = read_list,
    [FIELD_COUNTRY] = read_country,
    [FIELD_COUNTRIES] = read_list,
    [FIELD_CURRENCY] = read_currency,
    [FIELD_AMOUNT] = read_amount,
    [FIELD_URL] = read_url,
    [FIELD_EMAIL] = read_email,
    [FIELD_COLOUR] = read_colour,
    [FIELD_LENGTH] = read_length,
    [FIELD_WORD] = read_word,
    [FIELD_LANG] = read_lang,
    [FIELD_LANGS] = read_langs,
    [FIELD_RECORD] = read_record,
    [FIELD_RECORDS] = read_list,
    [FIELD_OTHER] = read_other,
};

static bool is_repeated(struct reading *r, const struct node *list, size_t i)
{
    const struct node *n = list->item[i];
    for (size_t k = 0; k < i && n->kind == NODE_SCALAR; k++)
        if (list->item[k]->kind == NODE_SCALAR && strcmp(list->item[k]->text, n->text) == 0) {
            diag_report(r->d, DIAG_REPEATED_ITEM, n->place, n->text);
            return true;
        }
    return false;
}

/* An item that was faulty stays zero; it is dropped unless it is a record.  Looked at from its start: what
 * fills a struct up behind its members may hold anything, and stands behind what is set. */
static bool is_zero(const char *p, size_t n)
{
    while (n > 0 && *p == 0) {
        p++;
        n--;
    }
    return n == 0;
}

/* "unicef, gsma" where a list is wanted: reported, and then taken for the list it means, so
 * that no contribution seems to come from a stranger. */
static void take_line_of_ids(struct reading *r, const struct node *n, const struct field *f,
                             void *out)
{
    VEC(struct reference) list = {0};
    for (const char *s = n->text; *s;) {
        size_t skip = strspn(s, ", "), len = strcspn(s + skip, ", ");
        const char *id = guess_id(r->a, arena_strndup(r->a, s + skip, len));
        if (id)
            VEC_PUSH(r->a, &list, ((struct reference){id, n->place}));
        s += skip + len;
    }
    *(struct reference **)at(out, f->at) = list.p;
    *(size_t *)at(out, f->count) = list.n;
}

static void read_list(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    const struct item_type *type = item_types;
    while (type->list != f->type)
        type++;
    if (!fields_is_list(r, f->key, n)) {
        if (f->type == FIELD_REFERENCES && n->kind == NODE_SCALAR)
            take_line_of_ids(r, n, f, out);
        return;
    }
    if (n->n == 0 && f->filled)
        diag_report(r->d, DIAG_EMPTY_LIST, n->place, f->key);
    size_t size = type->size ? type->size : f->of->size, kept = 0;
    char *items = n->n ? arena_calloc(r->a, n->n, size) : NULL;
    struct field item = *f;
    item.type = type->item;
    item.at = 0;
    for (size_t i = 0; i < n->n; i++) {
        char *slot = items + kept * size;
        if (type->distinct && is_repeated(r, n, i))
            continue;
        readers[item.type](r, &item, n->item[i], slot);
        kept += !is_zero(slot, size);
    }
    *(void **)at(out, f->at) = items;
    *(size_t *)at(out, f->count) = kept;
}

/* --- maps --- */

/* From the one at *next on, and then from the first: keys stand most often in the table's order. */
static const struct field *find_next(const struct shape *s, const char *key, size_t *next)
{
    for (size_t i = 0; i < s->fields; i++) {
        size_t k = (*next + i) % s->fields;
        if (strcmp(s->field[k].key, key) == 0) {
            *next = k + 1;
            return &s->field[k];
        }
    }
    return NULL;
}

static const struct field *find_field(const struct shape *s, const char *key)
{
    return find_next(s, key, &(size_t){0});
}

static const char *list_keys(struct reading *r, const struct shape *s)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < s->fields; i++)
        buf_printf(&b, "%s%s", i ? ", " : "", s->field[i].key);
    return buf_to_arena(&b, r->a);
}

/* Returns the key that was probably meant, which is then not reported as missing too. */
static const char *report_unknown_key(struct reading *r, const struct shape *s,
                                      const struct node *key)
{
    const char **keys = ARENA_ARRAY(r->a, const char *, s->fields + 1);
    for (size_t i = 0; i < s->fields; i++)
        keys[i] = s->field[i].key;
    const char *near = nearest_of(keys, key->text);
    diag_report(r->d, DIAG_UNKNOWN_KEY, key->place, key->text);
    if (near)
        diag_hint(r->d, HINT_DID_YOU_MEAN_NAMED, near, phrase_own(r->a, find_field(s, near)->doc));
    else
        diag_hint(r->d, HINT_KEYS_OF, phrase_own(r->a, s->what), list_keys(r, s));
    return near;
}

static void report_missing_key(struct reading *r, const struct shape *s, const struct field *f,
                               const struct node *map)
{
    /* A map written in lines is pointed at by its first key. */
    struct place p = map->n && !map->flow ? map->pair[0].key->place : map->place;
    diag_report(r->d, DIAG_MISSING_KEY, p, f->key);
    diag_hint(r->d, HINT_NEEDS_KEY, phrase_own(r->a, s->what), f->key,
              phrase_own(r->a, f->doc));
}

/* Within { } a comma ends a value, and what follows it stands there as keys without values:
 * {amount: 1,000,000.00} has the keys amount, 000 and 000.00.  Returns how many pairs behind
 * pair i belong to its value so, and reports them with it. */
static size_t take_comma_parts(struct reading *r, const struct shape *s, const struct node *map,
                               size_t i)
{
    const struct node *value = map->pair[i].value;
    const struct field *f = map->flow ? find_field(s, map->pair[i].key->text) : NULL;
    size_t n = 0;
    if (!f || value->kind != NODE_SCALAR || !value->plain)
        return 0;
    const char *joined = value->text;
    struct place p = value->place;
    while (i + n + 1 < map->n && fields_is_empty(map->pair[i + n + 1].value) &&
           !find_field(s, map->pair[i + n + 1].key->text)) {
        const struct node *part = map->pair[i + ++n].key;
        bool tight = part->place.line == p.line && part->place.col == p.col + p.len + 1;
        joined = arena_printf(r->a, tight ? "%s,%s" : "%s, %s", joined, part->text);
        if (part->place.line == p.line)
            p.len = part->place.col + part->place.len - p.col;
    }
    if (n == 0)
        return 0;
    if (f->type == FIELD_AMOUNT) {
        fields_amount(r, joined, p, currency_beside(f, map), &(int64_t){0});
    } else {
        diag_report(r->d, DIAG_UNKNOWN_KEY, map->pair[i + 1].key->place,
                    map->pair[i + 1].key->text);
        diag_hint(r->d, HINT_COMMA_IN_VALUE, joined);
    }
    return n;
}

static void read_pair(struct reading *r, const struct field *f, const struct node_pair *pair,
                      void *out)
{
    if (f->given)
        *(bool *)at(out, f->given) = true;
    if (fields_is_empty(pair->value)) {
        diag_report(r->d, DIAG_EMPTY_VALUE, pair->key->place, f->key);
        return;
    }
    if (f->count == 0)
        place_of_item(f, pair->value, out);
    readers[f->type](r, f, pair->value, out);
}

bool fields_read(struct reading *r, const struct shape *s, const struct node *node, void *out)
{
    VEC(const char *) meant = {0};
    size_t next = 0;
    const struct shape *outer_shape = r->shape;
    const struct node *outer_map = r->map;
    if (!fields_is_map(r, s->what, node))
        return false;
    r->shape = s;
    r->map = node;
    if (s->place)
        *(struct place *)at(out, s->place) = node->place;
    for (size_t i = 0; i < node->n; i++) {
        const struct field *f = find_next(s, node->pair[i].key->text, &next);
        size_t parts = take_comma_parts(r, s, node, i);
        i += parts;
        if (parts)
            continue;
        if (f)
            read_pair(r, f, &node->pair[i], out);
        else
            VEC_PUSH(r->a, &meant, report_unknown_key(r, s, node->pair[i].key));
    }
    for (size_t i = 0; i < s->fields; i++) {
        bool missing = s->field[i].required && !node_get(node, s->field[i].key);
        for (size_t k = 0; k < meant.n && missing; k++)
            missing = !meant.p[k] || strcmp(meant.p[k], s->field[i].key) != 0;
        if (missing)
            report_missing_key(r, s, &s->field[i], node);
    }
    r->shape = outer_shape;
    r->map = outer_map;
    return true;
}
