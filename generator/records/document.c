#include "records/records_room.h"

#include "base/arena.h"
#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

/* documents/<id>/document.yaml: the cover block and what a document covers. */

static const char *const layout_words[] = {"portrait", "landscape", NULL};

/* --- years: 2024, 2015-2018 or [2015, 2016] --- */

static bool read_year(const char *s, int *out)
{
    bool fine = strlen(s) == 4 && strspn(s, "0123456789") == 4;
    if (fine)
        *out = (int)strtol(s, NULL, 10);
    return fine && *out >= 1900 && *out <= DATE_YEAR_LAST;
}

static bool read_range(struct reading *r, const char *s, struct document *d)
{
    const char *dash = strchr(s, '-');
    size_t n = dash ? (size_t)(dash - s) : strlen(s);
    const char *first = arena_strndup(r->a, s, n);
    if (!read_year(first, &d->from))
        return false;
    d->until = d->from;
    return !dash || (read_year(dash + 1, &d->until) && d->until >= d->from);
}

static void read_years(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    struct document *d = out, one;
    d->years_place = n->place;
    if (n->kind != NODE_LIST) {
        const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_YEAR_OR_RANGE), n);
        if (s && !read_range(r, s, d))
            diag_report(r->d, DIAG_BAD_YEARS, n->place, s);
        return;
    }
    for (size_t i = 0; i < n->n; i++) {
        const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_YEARS), n->item[i]);
        if (!s)
            return;
        bool fine = read_range(r, s, &one) && one.from == one.until &&
                    (i == 0 || one.from == d->until + 1);
        if (!fine) {
            diag_report(r->d, DIAG_BAD_YEARS, n->item[i]->place, s);
            return;
        }
        d->from = i == 0 ? one.from : d->from;
        d->until = one.from;
    }
    if (n->n == 0)
        diag_report(r->d, DIAG_EMPTY_LIST, n->place, f->key);
}

/* --- maps by language --- */

static void read_letters(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    struct document *d = out;
    for (size_t i = 0; fields_is_map(r, f->key, n) && i < n->n; i++) {
        int lang = fields_lang(r, n->pair[i].key->text, n->pair[i].key->place);
        const char *s = fields_scalar(r, f->key, "a letter per language", n->pair[i].value);
        if (lang >= 0 && s)
            d->letter[lang] = s;
    }
}

static void read_translations(struct reading *r, const struct field *f, const struct node *n,
                              void *out)
{
    struct document *d = out;
    for (size_t i = 0; fields_is_map(r, f->key, n) && i < n->n; i++) {
        const struct node *value = n->pair[i].value;
        int lang = fields_lang(r, n->pair[i].key->text, n->pair[i].key->place);
        const char *s = fields_scalar(r, f->key, "own or official per language", value);
        if (s && strcmp(s, "own") != 0 && strcmp(s, "official") != 0)
            diag_report(r->d, DIAG_BAD_CHOICE, value->place, n->pair[i].key->text, s,
                        "own, official");
        if (lang >= 0 && s)
            d->own_translation[lang] = strcmp(s, "own") == 0;
    }
}

static void read_cites(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    VEC(struct cite) list = {0};
    struct document *d = out;
    for (size_t i = 0; fields_is_map(r, f->key, n) && i < n->n; i++) {
        const struct node *key = n->pair[i].key;
        const char *s = fields_scalar(r, key->text, "one number", n->pair[i].value);
        struct cite c = {.id = key->text, .number = s};
        if (s && fields_check_id(r, c.id, key->place))
            VEC_PUSH(r->a, &list, c);
    }
    d->cite = list.p;
    d->cite_n = list.n;
}

/* --- the tables --- */

static const struct field contact_fields[] = {
    {.key = "department", .type = FIELD_TEXT, .required = true,
     .at = offsetof(struct document, department), .doc = "the department; no person"},
    {.key = "email", .type = FIELD_EMAIL, .at = offsetof(struct document, email),
     .doc = "its e-mail address"},
    {.key = "url", .type = FIELD_URL, .at = offsetof(struct document, url),
     .doc = "its address on the web"},
};
static const struct shape contact_shape = {
    .what = "a contact", FIELDS(contact_fields), .size = sizeof(struct document)};

static const struct field document_fields[] = {
    {.key = "id", .type = FIELD_ID, .required = true, .at = offsetof(struct document, id),
     .place = offsetof(struct document, place), .doc = "the name of its folder"},
    {.key = "years", .type = FIELD_OTHER, .required = true, .read = read_years,
     .takes = "one year, a range or a list", .form = "years",
     .ask = "Which year or years does it cover?",
     .doc = "the year or years it covers"},
    {.key = "group", .type = FIELD_TEXT, .required = true, .at = offsetof(struct document, group),
     .ask = "To which group is it submitted?",
     .doc = "the group it is submitted to"},
    {.key = "group_short", .type = FIELD_TEXT, .at = offsetof(struct document, group_short),
     .doc = "the group in short"},
    {.key = "meeting", .type = FIELD_TEXT, .at = offsetof(struct document, meeting),
     .doc = "the meeting of the group"},
    {.key = "place_dates", .type = FIELD_TEXT, .at = offsetof(struct document, place_dates),
     .doc = "where and when the meeting is"},
    {.key = "number", .type = FIELD_LINE, .at = offsetof(struct document, number_pattern),
     .doc = "the pattern of its number, as in TDAG25/{number}-{letter}"},
    {.key = "document_number", .type = FIELD_LINE,
     .at = offsetof(struct document, document_number), .doc = "its number, once it is known"},
    {.key = "date", .type = FIELD_DATE, .at = offsetof(struct document, date),
     .doc = "the day it is issued"},
    {.key = "original", .type = FIELD_LANG, .required = true,
     .at = offsetof(struct document, original), .doc = "the language it was written in"},
    {.key = "source", .type = FIELD_TEXT, .required = true,
     .at = offsetof(struct document, source), .ask = "Who submits it?",
     .doc = "who submits it"},
    {.key = "title", .type = FIELD_TEXT, .required = true, .at = offsetof(struct document, title),
     .ask = "What is its title?",
     .doc = "its title"},
    {.key = "letters", .type = FIELD_OTHER, .read = read_letters,
     .takes = "a letter for each language", .form = "line-by-language",
     .doc = "the letter of each language in its number"},
    {.key = "languages", .type = FIELD_LANGS, .required = true,
     .at = offsetof(struct document, language), .doc = "the languages it is issued in"},
    {.key = "translations", .type = FIELD_OTHER, .read = read_translations,
     .takes = "own or official for each language", .form = "translations",
     .doc = "which of its languages are our own translation"},
    {.key = "layout", .type = FIELD_CHOICE, .at = offsetof(struct document, landscape),
     .words = layout_words, .doc = "portrait or landscape"},
    {.key = "style", .type = FIELD_REFERENCE, .form = "style",
     .at = offsetof(struct document, style),
     .doc = "how it looks: a file of templates/document/"},
    {.key = "revision", .type = FIELD_NUMBER, .min = 0, .max = 99,
     .at = offsetof(struct document, revision), .doc = "the number of its revision"},
    {.key = "revisions", .type = FIELD_RECORDS, .of = &revision_shape,
     .at = offsetof(struct document, revised), .count = offsetof(struct document, revised_n),
     .doc = "what was revised after it was issued, and why, oldest first"},
    {.key = "draft", .type = FIELD_CHOICE, .at = offsetof(struct document, draft),
     .words = fields_no_yes, .doc = "true while it is a draft"},
    {.key = "summary", .type = FIELD_TEXT, .prose = true, .at = offsetof(struct document, summary),
     .doc = "its summary, in Markdown"},
    {.key = "action", .type = FIELD_TEXT, .prose = true, .at = offsetof(struct document, action),
     .doc = "what the group is asked to do, in Markdown"},
    {.key = "references", .type = FIELD_TEXTS, .prose = true,
     .at = offsetof(struct document, reference),
     .count = offsetof(struct document, reference_n), .doc = "what it refers to"},
    {.key = "cites", .type = FIELD_OTHER, .read = read_cites,
     .takes = "a number for each id of a document", .form = "line-by-id",
     .doc = "the numbers of cited documents that are not made here"},
    {.key = "contact", .type = FIELD_RECORD, .of = &contact_shape, .doc = "whom to ask"},
    {.key = "group_url", .type = FIELD_URL, .at = offsetof(struct document, group_url),
     .doc = "the group's address on the web"},
    {.key = "former_ids", .type = FIELD_REFERENCES, .filled = true, .form = "former-id",
     .at = offsetof(struct document, former_id), .count = offsetof(struct document, former_id_n),
     .doc = "the ids it had before, whose pages lead to it"},
};
const struct shape document_shape = {
    .what = "a document", FIELDS(document_fields), .size = sizeof(struct document)};

/* Only the languages of the site are made. */
static void check_languages(struct reading *r, const struct node *languages)
{
    if (languages && languages->kind == NODE_LIST && languages->n == 0)
        diag_report(r->d, DIAG_EMPTY_LIST, languages->place, "languages");
    for (size_t i = 0; languages && languages->kind == NODE_LIST && i < languages->n; i++) {
        const struct node *n = languages->item[i];
        int lang = n->kind == NODE_SCALAR ? lang_of(n->text) : -1;
        if (lang >= 0 && !r->r->site.language[lang] && !r->r->site.unread)
            diag_report(r->d, DIAG_SITE_LANGUAGE, n->place, n->text);
    }
}

/* A paper in each language is told from the others by its letter. */
static void check_letters(struct reading *r, const struct document *d, struct place place)
{
    for (int lang = 0; lang < LANGS; lang++)
        if (d->language[lang] && r->r->site.language[lang] && !d->letter[lang])
            diag_report(r->d, DIAG_MISSING_LETTER, place, lang_code[lang]);
}

static void check_document_number(struct reading *r, const struct node *n)
{
    if (!n || n->kind != NODE_SCALAR)
        return;
    const char *s = n->text;
    if (strspn(s, "0123456789") != strlen(s) || strlen(s) > 5 || strtol(s, NULL, 10) == 0)
        diag_report(r->d, DIAG_BAD_NUMBER, n->place, s, "1", "99999");
}

static void check_number(struct reading *r, const struct node *n, const struct document *d)
{
    if (!n || n->kind != NODE_SCALAR)
        return;
    if (strstr(n->text, "{letter}"))
        check_letters(r, d, n->place);
    for (const char *s = n->text; (s = strchr(s, '{')); s++) {
        size_t len = strcspn(s, "}");
        len += s[len] == '}';
        const char *part = arena_strndup(r->a, s, len);
        if (strcmp(part, "{number}") != 0 && strcmp(part, "{letter}") != 0)
            diag_report(r->d, DIAG_NUMBER_PATTERN, n->place, part);
    }
}

static struct place value_place(const struct node *n, const char *key)
{
    const struct node *value = node_get(n, key);
    return value ? value->place : n->place;
}

static void read_narrative(struct reading *r, struct document *doc, enum lang lang)
{
    const char *dir = arena_printf(r->a, "%s/%s", doc->dir, lang_code[lang]);
    struct input_list names = read_file_names(r, dir, ".md");
    VEC(struct page_file) files = {0};
    for (size_t i = 0; i < names.n; i++) {
        if (unread_is_for_people(names.name[i]))
            continue;
        const struct source *src =
            read_file_source(r, arena_printf(r->a, "%s/%s", dir, names.name[i]));
        struct page_file file = {
            .src = src, .slug = read_file_stem(r->a, names.name[i], ".md"), .lang = lang};
        if (!src)
            continue;
        page_files_check_front(r->a, r->d, src);
        VEC_PUSH(r->a, &files, file);
    }
    doc->file[lang] = files.p;
    doc->files[lang] = files.n;
}

static bool read_document(struct reading *r, const char *dir, const char *name,
                          struct document *d)
{
    *d = (struct document){.dir = arena_printf(r->a, "%s/%s", dir, name),
                           .paper = &paper_style_series};
    const char *path = arena_printf(r->a, "%s/document.yaml", d->dir);
    if (!read_file_exists(r, path)) {
        diag_report(r->d, DIAG_FILE_MISSING, read_file_place(r->a, path),
                    phrase_mark(PHRASE_HOLDS_COVER));
        return false;
    }
    r->file_id = name;
    struct node *n = read_file_tree(r, path, NULL);
    bool fine = n && fields_read(r, &document_shape, n, d);
    if (fine) {
        check_languages(r, node_get(n, "languages"));
        check_number(r, node_get(n, "number"), d);
        check_document_number(r, node_get(n, "document_number"));
        revision_check(r, d, value_place(n, "revision"));
    }
    for (int lang = 0; fine && lang < LANGS; lang++)
        if (d->language[lang])
            read_narrative(r, d, (enum lang)lang);
    r->file_id = NULL;
    d->id = name;
    if (!fine)
        map_set(&r->r->unread, arena_printf(r->a, "documents/%s", name), r);
    return fine;
}

void document_read_all(struct reading *r)
{
    const char *dir = arena_printf(r->a, "%s/documents", r->r->dir);
    struct input_list names = read_file_names(r, dir, "");
    struct records *all = r->r;
    all->document = names.n ? ARENA_ARRAY(r->a, struct document, names.n) : NULL;
    r->file_is = phrase_mark(PHRASE_NAME_OF_FOLDER);
    for (size_t i = 0; i < names.n; i++)
        all->document_n += read_document(r, dir, names.name[i], &all->document[all->document_n]);
}

const struct page_file *records_narrative(const struct document *doc, enum lang lang, size_t *n)
{
    *n = doc->files[lang];
    return doc->file[lang];
}
