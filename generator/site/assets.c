/* assets.c - style sheets, scripts, pictures and fonts, under names that change with their
 * bytes: "site.css" is site/assets/site.1a2b3c4d.css, so that browsers may keep it for good.
 *
 * A style sheet that names others in url(...) names them by their new names.  The colours of
 * site.yaml stand at the end of site.css: one style sheet, one request. */
#include "site/site_room.h"

#include "base/path.h"
#include "base/sha256.h"

#include <string.h>

/* So many digits of the sum tell two states of a file apart. */
enum { HASH_DIGITS = 8 };

static const char *key_of(struct arena *a, const char *name)
{
    char *key = arena_strdup(a, name);

    for (char *c = key; (c = strpbrk(c, ".-/")) != NULL;)
        *c = '_';
    return key;
}

const char *assets_add(struct site_builder *s, const char *name, const void *bytes, size_t n)
{
    const char *slash = strrchr(name, '/'), *dot = strrchr(slash ? slash : name, '.');
    char hex[SHA256_HEX];

    sha256_of(bytes, n, hex);
    if (!dot)
        dot = name + strlen(name);
    char *path = arena_printf(s->arena, "assets/%.*s.%.*s%s", (int)(dot - name), name,
                              HASH_DIGITS, hex, dot);
    map_set(&s->asset, name, path);
    map_set(&s->asset_key, key_of(s->arena, name), path);
    s->put(s->ctx, arena_printf(s->arena, "site/%s", path), bytes, n);
    return path;
}

const char *assets_path(const struct site_builder *s, const char *name)
{
    return map_get(&s->asset, name);
}

/* {{assets.site_css}} is the address of "site.css" from the page: a dot would part names. */
static const struct value *address(const struct value *self, const char *key, size_t n)
{
    const struct site_builder *s = value_ctx(self);
    const char *path = map_get_n(&s->asset_key, key, n);

    return path ? value_string(value_arena(self),
                               arena_printf(value_arena(self), "%s%s", value_path(self), path))
                : NULL;
}

const struct value *assets_value(struct arena *a, struct site_builder *s, const char *prefix)
{
    static const struct value_class addresses = {.get = address};

    return value_lazy(a, &addresses, s, prefix);
}

/* --- style sheets --- */

static bool is_style(const char *name)
{
    return path_ends_in(name, ".css");
}

/* The file within url(...), from behind the bracket to before the next; NULL: none of ours. */
static const char *named_file(const struct site_builder *s, const char *at, size_t *n)
{
    const char *name = at + strspn(at, "\"' ");
    size_t len = strcspn(name, "\"' )");

    *n = (size_t)(name - at) + len;
    *n += strspn(at + *n, "\"' ");
    return map_get_n(&s->asset, name, len);
}

/* Addresses of elsewhere, of the page, and data say themselves what they are. */
static bool is_elsewhere(const char *name, size_t n)
{
    return n == 0 || *name == '/' || *name == '#' || memchr(name, ':', n);
}

static bool in_comment(const char *css, const char *at)
{
    const char *open = strstr(css, "/*"), *end = open ? strstr(open, "*/") : NULL;

    while (open && open < at && end && end < at) {
        open = strstr(end, "/*");
        end = open ? strstr(open, "*/") : NULL;
    }
    return open && open < at;
}

/* at: behind the bracket of url(. */
static void check_named(struct site_builder *s, const struct source *src, const char *at)
{
    const char *name = at + strspn(at, "\"' ");
    size_t n = strcspn(name, "\"' )"), from = (size_t)(name - src->text);

    if (is_elsewhere(name, n) || in_comment(src->text, at))
        return;
    char *key = arena_strndup(s->arena, name, n);
    diag_report(s->diags, DIAG_TEMPLATE_UNKNOWN_ASSET, place_of(src, from, from + n), key);
    const char *near = map_nearest(&s->asset, key);
    if (near)
        diag_hint(s->diags, HINT_DID_YOU_MEAN, near);
}

static void put_style(struct site_builder *s, const struct source *src, struct buf *out)
{
    static const char opening[] = "url(";
    const char *css = src->text;

    for (const char *at; (at = strstr(css, opening)) != NULL;) {
        size_t n;
        at += sizeof opening - 1;
        buf_put(out, css, (size_t)(at - css));
        const char *path = named_file(s, at, &n);
        if (path) /* beside the style sheet */
            buf_printf(out, "\"%s\"", path + strlen("assets/"));
        else
            check_named(s, src, at);
        css = path ? at + n : at;
    }
    buf_puts(out, css);
}

static void put_colours(struct site_builder *s, struct buf *out)
{
    const struct site *site = &s->records->site;

    buf_puts(out, "\n/* --- the colours of site.yaml --- */\n\n");
    buf_printf(out, ":root { --accent-light: %s; --bar-light: %s; --tint-light: %s; }\n",
               site->accent, site->bright, site->tint);
    for (size_t i = 0; i < site->region_colour.n; i++)
        buf_printf(out, ".region-%s { --region-light: %s; }\n", site->region_colour.item[i].key,
                   (const char *)site->region_colour.item[i].value);
}

static void add_style(struct site_builder *s, const struct site_file *f)
{
    struct buf b = BUF_INIT;
    struct source *src = ARENA_NEW(s->arena, struct source);

    *src = (struct source){f->path, arena_strndup(s->arena, f->bytes, f->n), f->n};
    put_style(s, src, &b);
    if (strcmp(f->name, "site.css") == 0)
        put_colours(s, &b);
    assets_add(s, f->name, buf_str(&b), b.n);
    buf_free(&b);
}

void assets_build(struct site_builder *s)
{
    map_init(&s->asset, s->arena);
    map_init(&s->asset_key, s->arena);
    for (int style = 0; style < 2; style++) /* they name the others */
        for (size_t i = 0; i < s->in.assets; i++) {
            const struct site_file *f = &s->in.asset[i];
            if (!is_style(f->name) && !style)
                assets_add(s, f->name, f->bytes, f->n);
            else if (is_style(f->name) && style)
                add_style(s, f);
        }
}

const char *assets_text(const struct site_builder *s, const char *name)
{
    for (size_t i = 0; i < s->in.assets; i++)
        if (strcmp(s->in.asset[i].name, name) == 0)
            return arena_strndup(s->arena, s->in.asset[i].bytes, s->in.asset[i].n);
    return NULL;
}
