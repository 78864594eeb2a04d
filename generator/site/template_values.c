/* template_values.c - the values that templates of pages are given (value_codes.h), as a reference
 * and to check names in templates against. */
#include "site/site_room.h"

#include <string.h>

enum type { HEAD, TEXT, WORDS, MARKUP, ADDRESS, FLAG, LIST, THINGS };

static const char *const type_names[] = {"", "text", "words", "markup", "address", "flag", "list", "values"};

/* A row of type HEAD opens a part: its name says where the values are. */
static const struct row {
    const char *name;
    enum type type;
    const char *meaning;
} rows[] = {
#define PART(title) {title, HEAD, NULL},
#define ROW(type, name, meaning) {#name, type, meaning},
#include "site/value_codes.h"
#undef PART
#undef ROW
};

void site_values_help(struct buf *out)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *r = &rows[i];
        if (r->type == HEAD)
            buf_printf(out, "%s#### %s\n\n| value | is | what |\n|---|---|---|\n", i ? "\n" : "",
                       r->name);
        else
            buf_printf(out, "| `%s` | %s | %s |\n", r->name, type_names[r->type], r->meaning);
    }
}

/* --- names in templates --- */

static void report(struct site_builder *s, struct place place, const char *name,
                   const char *before, const char *near)
{
    diag_report(s->diags, DIAG_TEMPLATE_UNKNOWN_NAME, place, name);
    if (near)
        diag_hint(s->diags, HINT_DID_YOU_MEAN, arena_printf(s->arena, "%s%s", before, near));
}

/* A word that only some template knows is missing from strings/.  Of a file that is not there, or cannot be
 * read, that is said once, of the file. */
static void check_word(struct site_builder *s, struct place place, const char *id,
                       const struct map *words)
{
    const struct strings *file = &s->records->strings[views_lang(s->edition[0].views)];
    if (map_has(words, id) || !file->src || file->unread)
        return;
    const char *near = map_nearest(words, id);
    diag_report(s->diags, DIAG_MISSING_STRING, place, id, s->edition[0].code);
    if (near)
        diag_hint(s->diags, HINT_DID_YOU_MEAN, arena_printf(s->arena, "t.%s", near));
}

struct names {
    struct site_builder *site;
    struct map value, word;
};

static bool is_within(const struct template_name *x, const char *section)
{
    const struct template_section *s = x->section;
    while (s && strcmp(s->name, section) != 0)
        s = s->around;
    return s != NULL;
}

/* Whether some page may give it as markup there: a summary is words in lists of items, and references
 * are a list of markup. */
static bool may_be_markup(const struct template_name *x)
{
    static const char *const names[] = {
#define OF_MARKUP(name) #name,
#define OF_TEXT(name)
#define OF_WORDS(name)
#define OF_FLAG(name)
#define OF_ADDRESS(name)
#define OF_LIST(name)
#define OF_THINGS(name)
#define SHAPE(tag)
#define MEMBER(tag, kind, name) OF_##kind(name)
#define END(tag)
#include "site/shape_codes.h"
#undef SHAPE
#undef MEMBER
#undef END
    };
    if (strcmp(x->name, ".") == 0)
        return is_within(x, "references");
    if (strcmp(x->name, "summary") == 0 && is_within(x, "items"))
        return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], x->name) == 0)
            return true;
    return false;
}

static void check(void *ctx, const struct template_name *x)
{
    struct names *n = ctx;
    const char *name = x->name;
    struct place place = x->place;
    if (x->raw && !may_be_markup(x))
        diag_report(n->site->diags, DIAG_TEMPLATE_RAW, place, name);
    if (strcmp(name, ".") == 0)
        return;
    const struct map *assets = &n->site->asset_key;
    bool file = strncmp(name, "assets.", 7) == 0, script = strncmp(name, "script.", 7) == 0;
    const char *last = file || script ? name + 7 : name;
    if (strncmp(name, "t.", 2) == 0)
        check_word(n->site, place, name + 2, &n->word);
    else if (!map_has(file ? assets : &n->value, last))
        report(n->site, place, name, file ? "assets." : script ? "script." : "",
               map_nearest(file ? assets : &n->value, last));
}

void template_values_check(struct site_builder *s)
{
    struct names n = {.site = s};
    const struct value *words = s->edition[0].words;
    map_init(&n.value, s->arena);
    map_init(&n.word, s->arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].type != HEAD)
            map_set(&n.value, rows[i].name, NULL);
        if (rows[i].type == WORDS)
            map_set(&n.value, arena_printf(s->arena, "%s_dir", rows[i].name), NULL);
    }
    for (size_t i = 0; i < value_count(words); i++)
        map_set(&n.word, value_key(words, i), NULL);
    for (size_t i = 0; i < s->template.n; i++)
        template_names(s->template.item[i].value, check, &n);
}
