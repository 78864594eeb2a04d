/* bind.c - tags become placeholders, so that values are never read as Markdown.
 *
 * A value is written as U+E000, its index in decimal, U+E001.  To Markdown these are letters;
 * after parsing, texts are split at them.  An author's own private-use character is refused,
 * since it could pass for a placeholder.
 */
#include "narrative/narrative_room.h"

#include "base/map.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MARK_OPEN "\xEE\x80\x80"
#define MARK_CLOSE "\xEE\x80\x81"
enum {
    MARK_BYTES = 3,
    VALUES_MAX = 1024 * 1024 /* bytes of all values of a text: a long name may stand in each tag */
};

static void interpolate(void *ctx, struct buf *out, const struct value *v, const char *text,
                        bool raw, struct place place)
{
    struct binding *b = ctx;
    size_t n = strlen(text);
    (void)raw;
    if (b->bytes <= VALUES_MAX && b->bytes + n > VALUES_MAX)
        diag_report(b->diags, DIAG_TEXT_TOO_LONG, place,
                    arena_printf(b->arena, "%d", VALUES_MAX / 1024));
    b->bytes += n;
    if (b->bytes > VALUES_MAX)
        text = "";
    buf_printf(out, MARK_OPEN "%zu" MARK_CLOSE, b->value.n);
    struct bound bound = {v, text, bind_anchor(&b->anchor, place), out->n};
    VEC_PUSH(b->arena, &b->value, bound);
}

static const struct template *no_partial(void *ctx, const char *name)
{
    (void)ctx;
    (void)name;
    return NULL;
}

/* What a tag can name besides figures, in documents and everywhere. */
static const char *const plain_tags[] = {"year", "years", "number", "doc", "partner", NULL};

static bool is_cited(const struct records *r, const char *id)
{
    for (size_t i = 0; i < r->document_n; i++)
        for (size_t k = 0; k < r->document[i].cite_n; k++)
            if (strcmp(r->document[i].cite[k].id, id) == 0)
                return true;
    return false;
}

static void hint_document(struct binding *b, const char *name, const char *id)
{
    const struct records *r = model_records(b->model);
    struct map ids;
    map_init(&ids, b->arena);
    for (size_t i = 0; i < r->document_n; i++)
        map_set(&ids, r->document[i].id, NULL);
    const char *now = records_renamed(r, RENAMED_DOCUMENT, id);
    const char *near = now ? now : map_nearest(&ids, id);
    if (near)
        diag_hint(b->diags, now ? HINT_WAS_RENAMED : HINT_DID_YOU_MEAN, arena_printf(b->arena, "doc.%s", near));
    else if (is_cited(r, id))
        diag_hint(b->diags, HINT_CITED_ONLY, name);
}

/* Partners that only internal agreements name have no tag in public. */
static void hint_partner(struct binding *b, const char *id)
{
    const struct records *r = model_records(b->model);
    const char *now = records_renamed(r, RENAMED_PARTNER, id);
    const char *near = map_nearest(&r->partner_by_id, id);
    const struct value *named = value_get(b->tags, "partner");
    if (map_has(&r->partner_by_id, id))
        diag_hint(b->diags, HINT_PARTNER_INTERNAL, id);
    else if (now)
        diag_hint(b->diags, HINT_WAS_RENAMED, arena_printf(b->arena, "partner.%s", now));
    else if (near && named && value_get(named, near))
        diag_hint(b->diags, HINT_DID_YOU_MEAN, arena_printf(b->arena, "partner.%s", near));
}

static void hint_plain(struct binding *b, const char *name)
{
    const char *near = nearest_of(plain_tags, name);
    if (strncmp(name, "partner.", 8) == 0) {
        hint_partner(b, name + 8);
    } else if (strncmp(name, "doc.", 4) == 0) {
        hint_document(b, name, name + 4);
    } else if (near && !value_get(b->tags, near)) {
        diag_hint(b->diags, HINT_IN_DOCUMENTS, near);
    } else if (near) {
        diag_hint(b->diags, HINT_DID_YOU_MEAN, near);
    }
}

/* What a tag is about could not be read, which was told. */
static bool is_unread(const struct binding *b, const char *name)
{
    const struct records *r = model_records(b->model);
    if (strncmp(name, "doc.", 4) == 0)
        return records_unread(r, arena_printf(b->arena, "documents/%s", name + 4));
    const char *rest = name + strspn(name, "0123456789-");
    return *name >= '0' && *name <= '9' && *rest == '.' && records_unread(r, rest + 1);
}

static void missing(void *ctx, struct place place, const char *name, const struct value *found)
{
    struct binding *b = ctx;
    const char *form;
    if (!found && is_unread(b, name))
        return;
    diag_report(b->diags, found ? DIAG_INCOMPLETE_FIGURE : DIAG_UNKNOWN_FIGURE, place, name);
    if (!diag_is_told(b->diags))
        return;
    if (!found && name[0] >= '0' && name[0] <= '9' && !model_figure_form(b->model, name, &form))
        diag_hint(b->diags, HINT_SAID, model_figure_why(b->model, name, true));
    else
        hint_plain(b, name);
}

/* A character, or a reference to one by its number, which Markdown puts in its place ("&#xE000;"). */
static size_t next_character(const char *s, size_t n, unsigned *c)
{
    if (n > 3 && s[0] == '&' && s[1] == '#') {
        bool hex = (s[2] | 32) == 'x';
        char *end;
        unsigned long number = strtoul(s + 2 + hex, &end, hex ? 16 : 10);
        *c = number <= 0x10FFFF ? (unsigned)number : 0;
        return (size_t)(end - s) < n && *end == ';' ? (size_t)(end - s) + 1 : 1;
    }
    return utf8_decode(s, n, c);
}

static bool has_private_use(struct diags *d, const struct source *src)
{
    for (size_t i = 0; i < src->len;) {
        unsigned c = 0;
        size_t n = next_character(src->text + i, src->len - i, &c);
        if (n && c >= 0xE000 && c <= 0xF8FF) {
            char hex[8];
            snprintf(hex, sizeof hex, "%04X", c);
            diag_report(d, DIAG_PRIVATE_USE, place_of(src, i, i + n), hex);
            return true;
        }
        i += n ? n : 1;
    }
    return false;
}

static void find_lines(struct binding *b)
{
    VEC(size_t) start = {0};
    VEC_PUSH(b->arena, &start, 0);
    for (size_t i = 0; i < b->rendered->len; i++)
        if (b->rendered->text[i] == '\n')
            VEC_PUSH(b->arena, &start, i + 1);
    b->line_start = start.p;
    b->lines = start.n;
}

static void missing_section(void *ctx, struct place place, const char *name)
{
    struct binding *b = ctx;
    diag_report(b->diags, DIAG_UNKNOWN_SECTION, place, name);
}

/* Of a text in a record, its lines where they stand in the file as they are; else the text's place. */
static struct place in_block(const struct anchor *anchor, struct place authored)
{
    if (!anchor->literal || authored.line < 1)
        return anchor->at;
    authored.src = anchor->at.src;
    authored.line += anchor->at.line;
    authored.col += anchor->indent;
    return authored;
}

struct place bind_anchor(void *ctx, struct place authored)
{
    const struct anchor *anchor = ctx;
    if (anchor->fixed)
        return in_block(anchor, authored);
    authored.src = anchor->file;
    return authored;
}

struct binding *bind_text(struct arena *a, struct diags *d, const struct source *author,
                          struct anchor anchor, const struct model *model,
                          const struct value *tags)
{
    if (has_private_use(d, author))
        return NULL;
    struct binding *b = ARENA_NEW(a, struct binding);
    *b = (struct binding){
        .arena = a, .diags = d, .model = model, .tags = tags, .author = author, .anchor = anchor};
    struct template_options how = {.ctx = b,
                                   .partial = no_partial,
                                   .interpolate = interpolate,
                                   .missing = missing,
                                   .missing_section = missing_section,
                                   .map = &b->map};
    struct buf out = BUF_INIT;
    struct template *t = template_parse(a, author, d);
    bool whole = template_render(a, t, tags, &how, d, &out);
    struct source *rendered = ARENA_NEW(a, struct source);
    rendered->path = author->path;
    rendered->len = out.n;
    rendered->text = buf_to_arena(&out, a);
    b->rendered = rendered;
    find_lines(b);
    return whole && b->bytes <= VALUES_MAX ? b : NULL;
}

/* The byte offset in the rendered text of a line and column. */
static size_t offset_of(const struct binding *b, int line, int col)
{
    if (line < 1 || (size_t)line > b->lines)
        return b->rendered->len;
    bool on = line == b->at_line && col >= b->at_col; /* nodes come in the order of the text */
    size_t i = on ? b->at : b->line_start[line - 1];
    for (int c = on ? b->at_col : 1; c < col && i < b->rendered->len && b->rendered->text[i] != '\n'; c++) {
        unsigned cp;
        size_t n = utf8_decode(b->rendered->text + i, b->rendered->len - i, &cp);
        i += n ? n : 1;
    }
    return i;
}

struct place bind_place(void *binding, struct place rendered)
{
    struct binding *b = binding;
    if (rendered.line == 0)
        return bind_anchor(&b->anchor, (struct place){0});
    size_t from = offset_of(b, rendered.line, rendered.col);
    b->at_line = rendered.line;
    b->at_col = rendered.col;
    b->at = from;
    size_t to = offset_of(b, rendered.line, rendered.col + (rendered.len ? rendered.len : 1));
    return bind_anchor(&b->anchor, template_map_place(&b->map, from, to > from ? to : from + 1));
}

struct place bind_after(struct binding *b, const struct bound *value)
{
    return bind_anchor(&b->anchor, template_map_place(&b->map, value->end, value->end + 1));
}

void bind_split(const struct binding *b, const char *s, const struct bind_visitor *v)
{
    for (;;) {
        const char *open = strstr(s, MARK_OPEN);
        size_t n = open ? (size_t)(open - s) : strlen(s);
        if (n)
            v->literal(v->ctx, s, n);
        if (!open)
            return;
        char *end;
        unsigned long i = strtoul(open + MARK_BYTES, &end, 10);
        if (i < b->value.n)
            v->value(v->ctx, &b->value.p[i]);
        s = strncmp(end, MARK_CLOSE, MARK_BYTES) == 0 ? end + MARK_BYTES : end;
    }
}

static void put_literal(void *ctx, const char *s, size_t n)
{
    buf_put(ctx, s, n);
}

static void put_value(void *ctx, const struct bound *b)
{
    buf_puts(ctx, b->text);
}

char *bind_expand(const struct binding *b, const char *s)
{
    struct buf out = BUF_INIT;
    bind_split(b, s, &(struct bind_visitor){&out, put_literal, put_value});
    return buf_to_arena(&out, b->arena);
}
