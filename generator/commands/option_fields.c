#include "commands/option_fields.h"

#include "base/map.h"
#include "base/vec.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const char *const kinds[] = {"agreement", "partner", "document", "page", "story",
                                    "opportunity", NULL};

const char *option_fields_kind(size_t i)
{
    return i < sizeof kinds / sizeof *kinds ? kinds[i] : NULL;
}

bool option_fields_is_kind(const char *name)
{
    for (size_t i = 0; kinds[i]; i++)
        if (strcmp(kinds[i], name) == 0)
            return true;
    return false;
}

struct listing {
    struct arena *a;
    struct map seen;
    VEC(struct option_field) list;
};

static void add(struct listing *x, const char *name, struct option_field like)
{
    size_t at = (size_t)(uintptr_t)map_get(&x->seen, name); /* counted from 1 */
    if (at && strcmp(x->list.p[at - 1].key, like.key) != 0)
        x->list.p[at - 1].other = like.key;
    if (at)
        return;
    like.name = name;
    VEC_PUSH(x->a, &x->list, like);
    map_set(&x->seen, name, (void *)(uintptr_t)x->list.n);
}

/* "country" of "countries", "partner" of "partners"; NULL when it has no such form. */
static const char *singular(struct arena *a, const char *key)
{
    size_t n = strlen(key);
    if (n > 3 && strcmp(key + n - 3, "ies") == 0)
        return arena_printf(a, "%.*sy", (int)n - 3, key);
    return n > 1 && key[n - 1] == 's' ? arena_strndup(a, key, n - 1) : NULL;
}

const char *option_fields_name(struct arena *a, const char *key)
{
    char *name = arena_strdup(a, key);
    for (char *p = name; (p = strchr(p, '_'));)
        *p = '-';
    return name;
}

static bool is_gift(const struct outline_field *f)
{
    return strcmp(f->key, "contributions") == 0;
}

const char *option_fields_shown(struct arena *a, const struct outline_field *f)
{
    const char *name = option_fields_name(a, f->key), *one = f->list ? singular(a, name) : NULL;
    return one ? one : name;
}

static void add_field(struct listing *x, const struct outline_field *f)
{
    const char *name = option_fields_name(x->a, f->key);
    const char *one = f->list ? singular(x->a, name) : NULL;
    struct option_field like = {.key = f->key, .lang = -1, .sure = f->takes == OUTLINE_SWITCH};
    add(x, name, like);
    add(x, f->key, like);
    if (one)
        add(x, one, like);
    if (is_gift(f))
        add(x, "amount", like); /* of an agreement with one partner */
    for (int i = 0; f->takes == OUTLINE_TEXT && i < LANGS; i++) {
        like.lang = i;
        add(x, arena_printf(x->a, "%s.%s", name, lang_code[i]), like);
    }
}

size_t option_fields(struct arena *a, const char *kind, const struct option_field **out)
{
    struct listing x = {.a = a};
    struct outline_field f;
    map_init(&x.seen, a);
    for (size_t k = 0; kinds[k]; k++)
        for (size_t i = 0; (!kind || strcmp(kind, kinds[k]) == 0) && outline_field(kinds[k], i, &f);
             i++)
            add_field(&x, &f);
    *out = x.list.p;
    return x.list.n;
}

static const char *argument(const struct outline_field *f)
{
    static const char *const names[] = {
        [OUTLINE_LINE] = "VALUE", [OUTLINE_TEXT] = "TEXT", [OUTLINE_SWITCH] = "",
        [OUTLINE_WORD] = "WORD", [OUTLINE_DATE] = "YYYY-MM-DD", [OUTLINE_ENTRY] = "ID",
        [OUTLINE_PARTNER] = "ID", [OUTLINE_AGREEMENT] = "ID",
        [OUTLINE_RECORD] = "\"KEY=VALUE ...\""};
    return is_gift(f) ? "\"PARTNER 1000 USD\"" : names[f->takes];
}

static void put_row(struct arena *a, const char *name, const char *takes, const char *doc)
{
    printf("  %-34s %s\n", arena_printf(a, "--%s %s", name, takes), doc);
}

void option_fields_help(const char *kind)
{
    struct arena *a = arena_new();
    struct outline_field f;
    for (size_t i = 0; outline_field(kind, i, &f); i++) {
        put_row(a, option_fields_shown(a, &f), argument(&f),
                arena_printf(a, "%s%s", f.doc, f.required ? f.list ? " (needed, may be repeated)" : " (needed)"
                             : f.list   ? " (may be repeated)"
                                        : ""));
        if (is_gift(&f))
            put_row(a, "amount", "\"1000 USD\"", "the same, of the one partner who signs");
    }
    arena_free(a);
}
