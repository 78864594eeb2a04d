#include "commands/new_record.h"

#include "base/arena.h"
#include "base/say.h"
#include "base/yaml_write.h"
#include "locale/locale.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { CANDIDATES_SHOWN = 10 };

/* --- records and terms by a part of their name --- */

struct candidate {
    const char *id;
    const struct text *name;
    const char *short_name; /* NULL */
};
typedef VEC(struct candidate) candidates;

static void add(struct begun *b, candidates *list, const char *id, const struct text *name,
                const char *short_name)
{
    VEC_PUSH(b->a, list, ((struct candidate){id, name, short_name}));
}

static candidates candidates_of(struct begun *b, const struct outline_field *f)
{
    const struct records *r = b->s->records;
    const struct vocab *v = &r->vocab[f->vocab];
    candidates list = {0};
    for (size_t i = 0; f->takes == OUTLINE_ENTRY && i < v->n; i++)
        add(b, &list, v->entry[i].id, &v->entry[i].label, NULL);
    for (size_t i = 0; f->takes == OUTLINE_PARTNER && i < r->partner_n; i++)
        add(b, &list, r->partner[i]->id, &r->partner[i]->name, r->partner[i]->short_name);
    for (size_t i = 0; f->takes == OUTLINE_AGREEMENT && i < r->agreement_n; i++)
        add(b, &list, r->agreement[i]->id, &r->agreement[i]->title, NULL);
    return list;
}

enum match { NO_MATCH, PART, BEGIN, WHOLE, MATCHES };

static enum match match(struct begun *b, const struct candidate *c, const char *sought)
{
    enum match best = NO_MATCH;
    for (int i = -2; i < LANGS && *sought; i++) {
        const char *name = i == -2 ? c->id : i < 0 ? c->short_name : c->name->in[i];
        const char *folded = name ? locale_fold_name(b->a, name) : "";
        const char *at = strstr(folded, sought);
        enum match m = !at ? NO_MATCH : at > folded ? PART : folded[strlen(sought)] ? BEGIN : WHOLE;
        best = m > best ? m : best;
    }
    return best;
}

static void say_who(const struct begun *b, const struct outline_field *f)
{
    if (!b->on_terminal)
        say_to(stderr, "accord new: --%s: ", option_fields_shown(b->a, f));
}

static const char *name_of(const struct begun *b, const struct candidate *c)
{
    return text_in(c->name, b->s->records->site.default_lang, LANG_EN, NULL);
}

static void list_candidates(const struct begun *b, const candidates *list)
{
    for (size_t i = 0; i < list->n && i < CANDIDATES_SHOWN; i++)
        say_to(stderr, "%s %s\n", arena_printf(b->a, "  %-28s", list->p[i].id),
               name_of(b, &list->p[i]));
    if (list->n > CANDIDATES_SHOWN)
        fprintf(stderr, "  and %zu more\n", list->n - CANDIDATES_SHOWN);
}

static const char *what_is(const struct outline_field *f)
{
    return f->takes == OUTLINE_PARTNER ? "partner" : f->takes == OUTLINE_AGREEMENT ? "agreement"
                                                                                     : "term";
}

static void say_none(const struct begun *b, const struct outline_field *f, const candidates *all,
                     const char *text)
{
    const char **ids = ARENA_ARRAY(b->a, const char *, all->n + 1);
    for (size_t i = 0; i < all->n; i++)
        ids[i] = all->p[i].id;
    const char *near = nearest_of(ids, text);
    say_who(b, f);
    say_to(stderr, "there is no %s \"%s\"", what_is(f), text);
    if (near)
        say_to(stderr, "; did you mean \"%s\"?\n", near);
    else if (f->takes == OUTLINE_ENTRY && !all->n)
        fputs("; the vocabulary has none of these yet\n", stderr);
    else if (f->takes == OUTLINE_ENTRY)
        fputs("; it is one of:\n", stderr);
    else if (f->takes == OUTLINE_PARTNER)
        fputs("; its file comes first: accord new partner\n", stderr);
    else
        fputc('\n', stderr);
    if (!near && f->takes == OUTLINE_ENTRY)
        list_candidates(b, all);
}

/* The id of what a text names, by its id, its name or a part of it; NULL after saying why not. */
static const char *find(struct begun *b, const struct outline_field *f, const char *text)
{
    candidates all = candidates_of(b, f), by[MATCHES] = {{0}};
    const char *sought = locale_fold_name(b->a, text);
    for (size_t i = 0; i < all.n; i++) {
        if (strcmp(all.p[i].id, text) == 0)
            return text;
        VEC_PUSH(b->a, &by[match(b, &all.p[i], sought)], all.p[i]);
    }
    const candidates *found = by[WHOLE].n ? &by[WHOLE] : by[BEGIN].n ? &by[BEGIN] : &by[PART];
    if (found->n == 1)
        return found->p[0].id;
    if (found->n == 0) {
        say_none(b, f, &all, text);
        return NULL;
    }
    say_who(b, f);
    say_to(stderr, "\"%s\" may be any of these; write the id:\n", text);
    list_candidates(b, found);
    return NULL;
}

/* --- one value --- */

static const char *trimmed(struct arena *a, const char *s, size_t n)
{
    while (n && isspace((unsigned char)*s))
        s++, n--;
    while (n && isspace((unsigned char)s[n - 1]))
        n--;
    return arena_strndup(a, s, n);
}

static void push(struct begun *b, const char *key, int lang, const char *text)
{
    VEC_PUSH(b->a, &b->value, ((struct outline_value){key, lang, text}));
}

/* "AFR" or, with a share, "AFR=60". */
static bool add_found(struct begun *b, const struct outline_field *f, const char *text)
{
    size_t n = f->takes == OUTLINE_ENTRY ? strcspn(text, "=") : strlen(text);
    const char *id = find(b, f, trimmed(b->a, text, n));
    if (id)
        push(b, f->key, -1, text[n] ? arena_printf(b->a, "%s=%s", id, trimmed(b->a, text + n + 1,
                                                                                strlen(text + n + 1)))
                                    : id);
    return id != NULL;
}

/* --- who gives --- */

static const struct outline_field giver = {.key = "contributions", .takes = OUTLINE_PARTNER};

static bool is_name_word(const char *word)
{
    bool currency = strlen(word) == 3 && strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
    return !currency && !isdigit((unsigned char)word[word[0] == '-']) && !strchr(word, '=') &&
           strcmp(word, "cash") != 0 && strcmp(word, "in-kind") != 0;
}

/* Who gives stands as an id before the rest: found by its name, or the only partner there is. */
static bool add_contribution(struct begun *b, const struct outline_field *f, const char *text)
{
    const char *name = "", *rest = "", *whole = text;
    for (size_t n; *(text += strspn(text, " \t")); text += n) {
        n = strcspn(text, " \t");
        const char *word = arena_strndup(b->a, text, n);
        const char **to = is_name_word(word) ? &name : &rest;
        *to = arena_printf(b->a, "%s%s%s", *to, **to ? " " : "", word);
    }
    const char *partner = new_value_of(b, "partners"), *id = name;
    size_t partners = 0;
    for (size_t i = 0; i < b->value.n; i++)
        partners += strcmp(b->value.p[i].key, "partners") == 0;
    if (!*name && !strstr(rest, "from=") && partners != 1) {
        say_who(b, f);
        say_to(stderr, "say who gives it, as in \"%s %s\"\n", partner ? partner : "unicef", whole);
        return false;
    }
    if (!*name)
        id = strstr(rest, "from=") ? "" : partner;
    else if (strcmp(name, "itu") != 0)
        id = find(b, &giver, name);
    if (id)
        push(b, f->key, -1, arena_printf(b->a, "%s%s%s", id, *id ? " " : "", rest));
    return id != NULL;
}

static bool add_one(struct begun *b, const struct outline_field *f, int lang, const char *text)
{
    if (f->takes == OUTLINE_ENTRY || f->takes == OUTLINE_PARTNER || f->takes == OUTLINE_AGREEMENT)
        return add_found(b, f, text);
    if (strcmp(f->key, "contributions") == 0)
        return add_contribution(b, f, text);
    push(b, f->key, lang, text);
    return true;
}

static const char *parted_by(const struct outline_field *f)
{
    if (!f->list || f->takes == OUTLINE_TEXT)
        return "";
    return f->takes == OUTLINE_RECORD ? ";" : ",;";
}

bool new_value_add(struct begun *b, const struct outline_field *f, int lang, const char *text)
{
    const char *marks = parted_by(f);
    bool good = yaml_write_can(text);
    if (!good) {
        say_who(b, f);
        fputs("this is not UTF-8, or has control characters, which no file can hold\n", stderr);
    }
    for (size_t n; good && *text; text += n + (text[n] != '\0')) {
        n = *marks ? strcspn(text, marks) : strlen(text);
        const char *item = trimmed(b->a, text, n);
        good = !*item || add_one(b, f, lang, item);
    }
    return good;
}

const char *new_value_of(const struct begun *b, const char *key)
{
    for (size_t i = 0; i < b->value.n; i++)
        if (strcmp(b->value.p[i].key, key) == 0)
            return b->value.p[i].text;
    return NULL;
}

bool new_value_is_addendum(const struct begun *b)
{
    const char *kind = new_value_of(b, "kind");
    const struct entry *e = kind ? map_get(&b->s->records->vocab[VOCAB_KINDS].by_id, kind) : NULL;
    return e && e->list_group == 'd';
}
