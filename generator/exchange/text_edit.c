/* text_edit.c - puts translations into the files they belong to; every other byte stays. */
#include "exchange/text_unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "base/yaml_write.h"
#include "model/model.h"

#include <stdlib.h>
#include <string.h>

struct edit {
    const struct source *src;
    size_t from, to; /* bytes that are replaced */
    const char *text;
    size_t order;
};

struct editing {
    struct text_units *t;
    VEC(struct edit) edit;
    VEC(struct records_draft) file;
    VEC(const char *) was; /* as many */
    struct strings_result *out;
    bool good;
};

/* --- where values stand --- */

static size_t line_start(const struct source *src, int line)
{
    size_t n = 0;
    const char *s = place_line(src, line, &n);
    return (size_t)(s - src->text);
}

/* The byte of a column, which counts code points. */
static size_t offset_of(const struct source *src, struct place p)
{
    size_t at = line_start(src, p.line);
    for (int col = 1; col < p.col; col++) {
        unsigned c;
        size_t n = utf8_decode(src->text + at, src->len - at, &c);
        at += n ? n : 1;
    }
    return at;
}

static size_t next_line(const struct source *src, size_t at)
{
    const char *nl = memchr(src->text + at, '\n', src->len - at);
    return nl ? (size_t)(nl - src->text) + 1 : src->len;
}

/* Behind a value: a quote's end, or the last line that is indented deeper than its key. */
static size_t end_of(const struct source *src, const struct node *value, int key_col)
{
    size_t at = offset_of(src, value->place);
    if (!value->block && !value->plain) {
        char quote = src->text[at++];
        while (at < src->len && src->text[at] != quote)
            at += quote == '"' && src->text[at] == '\\' ? 2 : 1;
        while (quote == '\'' && src->text[at] == quote && src->text[at + 1] == quote)
            for (at += 2; at < src->len && src->text[at] != quote;)
                at++;
        return at + 1;
    }
    size_t end = at;
    if (!value->block) {
        struct place last = value->place;
        last.col += last.len;
        end = offset_of(src, last);
        while (end > at && strchr(" \t\r", src->text[end - 1]))
            end--;
    }
    for (size_t line = next_line(src, at), last = end; line < src->len;) {
        size_t blank = strspn(src->text + line, " "), next = next_line(src, line);
        bool empty = strchr("\r\n", src->text[line + blank]) != NULL;
        if (!empty && (int)blank < key_col)
            return value->block || last != end ? last : end;
        if (!empty)
            last = end = next - (src->text[next - 1] == '\n') -
                         (next > 1 && src->text[next - 2] == '\r');
        line = next;
    }
    return value->block && end == at ? next_line(src, at) - 1 : end;
}

/* --- what is put --- */

static void add(struct editing *e, const struct source *src, size_t from, size_t to,
                const char *text)
{
    struct edit x = {src, from, to, text, e->edit.n};
    VEC_PUSH(e->t->a, &e->edit, x);
}

static const char *unmarked(struct arena *a, const char *s)
{
    struct buf out = BUF_INIT;
    for (; *s; s++)
        if (*s != '\1' && *s != '\2')
            buf_putc(&out, *s);
    return buf_to_arena(&out, a);
}

/* " text\n" of a block, without the blank and the line's end. */
static const char *written(struct arena *a, const char *s, const struct node *old, bool flow,
                           int indent)
{
    struct buf out = BUF_INIT;
    if (flow)
        yaml_write_text(&out, s, true);
    else if (old && !old->plain && !old->block && !strchr(s, '\n'))
        yaml_write_quoted(&out, s);
    else
        yaml_write_value(&out, s, indent);
    char *text = buf_to_arena(&out, a);
    size_t n = strlen(text);
    if (n && text[n - 1] == '\n')
        text[n - 1] = '\0';
    return text + (*text == ' ');
}

static const struct node_pair *pair_of(const struct node *map, const struct node *value)
{
    for (size_t i = 0; i < map->n; i++)
        if (map->pair[i].value == value)
            return &map->pair[i];
    return NULL;
}

/* A language of a map in a record: its value, or a new pair behind the last. */
static void put_language(struct editing *e, const struct text_place *p, const char *text)
{
    struct text_units *t = e->t;
    const struct node_pair *last = &p->map->pair[p->map->n - 1], *own = NULL;
    own = p->value ? pair_of(p->map, p->value) : NULL;
    int col = last->key->place.col;
    if (own) {
        const char *now = written(t->a, text, own->value, p->map->flow, own->key->place.col + 1);
        add(e, p->src, offset_of(p->src, own->value->place),
            end_of(p->src, own->value, p->map->flow ? 1 << 20 : own->key->place.col + 1), now);
        return;
    }
    size_t end = end_of(p->src, last->value, p->map->flow ? 1 << 20 : col + 1);
    const char *now = written(t->a, text, NULL, p->map->flow, col + 1);
    add(e, p->src, end, end,
        p->map->flow ? arena_printf(t->a, ", %s: %s", lang_code[t->to], now)
                     : arena_printf(t->a, "\n%*s%s: %s", col - 1, "", lang_code[t->to], now));
}

static void put_string(struct editing *e, const struct text_place *p, const char *text)
{
    struct buf out = BUF_INIT;
    yaml_write_quoted(&out, text);
    const char *quoted = buf_to_arena(&out, e->t->a);
    if (p->value) {
        add(e, p->src, offset_of(p->src, p->value->place), end_of(p->src, p->value, 2), quoted);
        return;
    }
    size_t end = p->after ? end_of(p->src, p->after, 2) : 0;
    const char *line = arena_printf(e->t->a, "%s: %s", p->name, quoted);
    add(e, p->src, end, end,
        arena_printf(e->t->a, p->after ? "\n%s" : "%s\n", line));
}

/* --- messages --- */

/* A translator who changes one form has them all before him: the others come with it, changed or
 * not.  Those that do not, as words between commas; "" when all are there. */
static const char *forms_missing(struct arena *a, const struct text_units *t,
                                 const struct text_place *p)
{
    struct buf out = BUF_INIT;
    for (size_t i = p->first; i < p->first + p->units; i++) {
        const struct text_unit *u = &t->unit.p[i];
        bool there = u->came || (u->optional && !u->target);
        if (!there)
            buf_printf(&out, "%s%s", out.n ? ", " : "", *u->word ? u->word : u->id);
    }
    return buf_to_arena(&out, a);
}

/* From its forms, when all of them are there; NULL when one is missing. */
static const char *message_of(struct editing *e, const struct text_place *p)
{
    struct text_units *t = e->t;
    const struct text_unit *u = &t->unit.p[p->first];
    struct locale_split s = p->split;
    if (u->raw)
        return u->now;
    s.branch = ARENA_ARRAY(t->a, struct locale_branch, p->units);
    s.n = 0;
    for (size_t i = 0; i < p->units; i++) {
        const char *text = u[i].now ? u[i].now : u[i].target;
        if (!text && !u[i].optional)
            return NULL;
        if (text)
            s.branch[s.n++] = (struct locale_branch){u[i].word, text};
    }
    return locale_message_join(t->a, &s);
}

static bool is_touched(const struct text_units *t, const struct text_place *p)
{
    for (size_t i = p->first; i < p->first + p->units; i++)
        if (t->unit.p[i].now)
            return true;
    return false;
}

/* The text stays as it was, and so does what is on record of it. */
static void leave(struct editing *e, const struct text_place *p)
{
    for (size_t i = p->first; i < p->first + p->units; i++)
        if (e->t->unit.p[i].now) {
            e->t->unit.p[i].now = NULL;
            e->out->changed--;
            e->out->waiting++;
        }
}

static void put_text(struct editing *e, const struct text_place *p)
{
    struct text_units *t = e->t;
    const struct text_unit *u = &t->unit.p[p->first];
    const char *lacks = p->message && !u->raw ? forms_missing(t->a, t, p) : "";
    const char *text = *lacks ? NULL : p->message ? message_of(e, p) : unmarked(t->a, u->now);
    const char *wrong = text && p->message ? locale_message_check(t->a, t->locale, text) : NULL;
    if (!text) {
        diag_report(t->d, DIAG_XLIFF_FORMS, p->source->place, p->name, lacks);
        leave(e, p);
        return;
    }
    if (!yaml_write_can(text))
        wrong = "it has a control character";
    if (wrong) {
        diag_report(t->d, DIAG_XLIFF_MESSAGE, p->source->place, p->name ? p->name : u->id, wrong);
        e->good = false;
    } else if (p->name) {
        put_string(e, p, text);
    } else {
        put_language(e, p, text);
    }
}

/* --- files --- */

static int by_place(const void *x, const void *y)
{
    const struct edit *a = x, *b = y;
    int path = strcmp(a->src->path, b->src->path);
    if (path)
        return path;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

static void put_files(struct editing *e)
{
    struct arena *a = e->t->a;
    if (e->edit.n)
        qsort(e->edit.p, e->edit.n, sizeof *e->edit.p, by_place);
    for (size_t i = 0; i < e->edit.n;) {
        const struct source *src = e->edit.p[i].src;
        struct buf out = BUF_INIT;
        size_t at = 0;
        for (; i < e->edit.n && e->edit.p[i].src == src; i++) {
            buf_put(&out, src->text + at, e->edit.p[i].from - at);
            buf_puts(&out, e->edit.p[i].text);
            at = e->edit.p[i].to;
        }
        buf_put(&out, src->text + at, src->len - at);
        struct records_draft file = {src->path, buf_to_arena(&out, a)};
        VEC_PUSH(a, &e->file, file);
        VEC_PUSH(a, &e->was, src->text);
    }
}

static int by_key(const void *x, const void *y)
{
    return strcmp(((const struct map_item *)x)->key, ((const struct map_item *)y)->key);
}

/* The list of sources that translations were made of, when it is another one now. */
static void put_memory(struct editing *e, const struct map *hash)
{
    struct text_units *t = e->t;
    const char *path = text_memory_path(t);
    struct buf out = BUF_INIT;
    struct map_item *item = ARENA_ARRAY(t->a, struct map_item, hash->n + 1);
    if (hash->n)
        memcpy(item, hash->item, hash->n * sizeof *item);
    qsort(item, hash->n, sizeof *item, by_key);
    buf_puts(&out, "text,source\n");
    for (size_t i = 0; i < hash->n; i++)
        buf_printf(&out, "%s,%s\n", item[i].key, (const char *)item[i].value);
    const struct source *old = input_exists(path) ? input_read(t->a, t->d, path) : NULL;
    struct records_draft file = {path, buf_to_arena(&out, t->a)};
    if (hash->n && (!old || strcmp(old->text, file.text) != 0)) {
        VEC_PUSH(t->a, &e->file, file);
        VEC_PUSH(t->a, &e->was, old ? old->text : NULL);
    }
}

/* What was read must still be so with the new texts, and they must be there. */
static bool check(struct editing *e)
{
    struct text_units *t = e->t;
    struct diags *told = diags_new(t->a);
    const struct records *r = records_read_with(t->a, told, t->r->dir, e->file.p, e->file.n,
                                                NULL);
    model_build(t->a, told, r);
    bool good = !diags_failed(told);
    if (!good)
        diags_take(t->d, told);
    return good;
}

bool text_edit_files(struct text_units *t, const struct map *hash, struct strings_result *out)
{
    struct editing e = {.t = t, .out = out, .good = true};
    for (size_t i = 0; i < t->text.n; i++)
        if (is_touched(t, &t->text.p[i]))
            put_text(&e, &t->text.p[i]);
    put_files(&e);
    if (!e.good || !check(&e))
        return false;
    put_memory(&e, hash);
    out->file = e.file.p;
    out->was = e.was.p;
    out->files = e.file.n;
    return true;
}
