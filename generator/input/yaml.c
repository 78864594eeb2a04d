#include "input/input_room.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/unseen.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>
#include <yaml.h>

/* libyaml gives events with marks (line and column from 0, in code points); this file turns
 * them into nodes with places, without looking at the text again.  It knows YAML 1.1, whose
 * line breaks U+0085, U+2028 and U+2029 are plain characters in YAML 1.2: they are replaced by
 * noncharacters on the way in, and put back in the scalars. */

struct reader {
    struct arena *a;       /* of texts */
    struct arena *nodes;
    struct arena *scratch; /* while reading only; NULL until it is needed */
    struct diags *d;
    const struct source *src;
    struct yaml_options how;
    yaml_parser_t parser;
    VEC(struct node_pair) open; /* what is in the collections that have no end yet; items of lists
                                   are values */
    struct map anchors; /* data only: name -> struct node */
    bool masked;        /* line breaks of YAML 1.1 were replaced */
    bool hashes;        /* records only: somewhere is a " #" that may cut a text */
    enum { SEEN_UNKNOWN, SEEN_ALL, SEEN_NOT } unseen; /* whether the file shows all it has */
    bool failed;
    int depth;
    int line;       /* the last one that was looked at, and */
    const char *line_at;
};

static const struct {
    const char *brk, *mask;
    size_t len;
} masks[] = {
    {"\xC2\x85", "\xEF\xB7\x90", 2},     /* U+0085, U+FDD0 */
    {"\xE2\x80\xA8", "\xEF\xB7\x91", 3}, /* U+2028, U+FDD1 */
    {"\xE2\x80\xA9", "\xEF\xB7\x92", 3}, /* U+2029, U+FDD2 */
};
enum { MASKS = sizeof masks / sizeof masks[0] };

/* The replacement that starts at s, or MASKS. */
static size_t mask_at(const char *s, bool back)
{
    for (size_t i = 0; i < MASKS; i++)
        if (strncmp(s, back ? masks[i].mask : masks[i].brk, back ? 3 : masks[i].len) == 0)
            return i;
    return MASKS;
}

static bool has_breaks(const char *s)
{
    for (s = strpbrk(s, "\xC2\xE2"); s; s = strpbrk(s + 1, "\xC2\xE2"))
        if (mask_at(s, false) < MASKS)
            return true;
    return false;
}

static char *mask_text(struct arena *a, const char *s, bool back, size_t *len)
{
    struct buf b = BUF_INIT;
    while (*s) {
        size_t i = mask_at(s, back);
        if (i == MASKS) {
            buf_putc(&b, *s++);
        } else {
            buf_puts(&b, back ? masks[i].brk : masks[i].mask);
            s += back ? 3 : masks[i].len;
        }
    }
    *len = b.n;
    return buf_to_arena(&b, a);
}

/* As place_line, from where the last one was: events come in the order of the text. */
static const char *line_of(struct reader *r, int line, size_t *len)
{
    if (!r->line_at || line < r->line) {
        r->line = 1;
        r->line_at = r->src->text;
    }
    size_t before = (size_t)(r->line_at - r->src->text);
    struct source rest = {.text = r->line_at, .len = r->src->len - before};
    r->line_at = place_line(&rest, line - r->line + 1, len);
    r->line = line;
    return r->line_at;
}

static struct place place_of_marks(struct reader *r, yaml_mark_t from, yaml_mark_t to)
{
    struct place p = {.src = r->src, .line = (int)from.line + 1, .col = (int)from.column + 1};
    p.len = 1;
    if (to.line == from.line && to.column > from.column) {
        p.len = (int)(to.column - from.column);
    } else if (to.line > from.line) { /* up to the end of its first line */
        size_t bytes;
        const char *line = line_of(r, p.line, &bytes);
        int width = (int)utf8_count(line, bytes) - (int)from.column;
        p.len = width > 0 ? width : 1;
    }
    return p;
}

static void fail(struct reader *r, enum diag_code code, yaml_mark_t from, yaml_mark_t to)
{
    if (!r->failed)
        diag_report(r->d, code, place_of_marks(r, from, to));
    r->failed = true;
}

/* The text is valid UTF-8, so what libyaml cannot read is a control character; the first of
 * its kind is the one. */
static void fail_character(struct reader *r, unsigned c)
{
    char bytes[4];
    size_t n = utf8_encode(c, bytes), at = 0;
    while (at + n < r->src->len && memcmp(r->src->text + at, bytes, n) != 0)
        at++;
    diag_report(r->d, DIAG_CONTROL_CHARACTER, place_of(r->src, at, at + n));
}

static void fail_syntax(struct reader *r)
{
    const yaml_parser_t *p = &r->parser;
    r->failed = true;
    if (p->error == YAML_READER_ERROR) {
        fail_character(r, (unsigned)p->problem_value);
        return;
    }
    struct yaml_fault f = {.problem = p->problem ? p->problem : "",
                           .context = p->context ? p->context : "",
                           .line = (int)p->problem_mark.line + 1,
                           .col = (int)p->problem_mark.column + 1};
    if (p->context) {
        f.context_line = (int)p->context_mark.line + 1;
        f.context_col = (int)p->context_mark.column + 1;
    }
    yaml_error_report(r->a, r->d, r->src, &f);
}

/* The next event; false after a syntax fault, which was reported. */
static bool next(struct reader *r, yaml_event_t *e)
{
    if (r->failed)
        return false;
    if (!yaml_parser_parse(&r->parser, e)) {
        fail_syntax(r);
        return false;
    }
    return true;
}

static struct node *node_new(struct reader *r, enum node_kind kind, const yaml_event_t *e)
{
    struct node *n = ARENA_NEW(r->nodes, struct node);
    n->kind = kind;
    n->text = "";
    n->block = e->type == YAML_SCALAR_EVENT &&
               (e->data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
                e->data.scalar.style == YAML_FOLDED_SCALAR_STYLE);
    n->place = place_of_marks(r, e->start_mark, n->block ? e->start_mark : e->end_mark);
    return n;
}

static const char *tag_of(const yaml_event_t *e)
{
    const yaml_char_t *t = e->type == YAML_SCALAR_EVENT           ? e->data.scalar.tag
                           : e->type == YAML_SEQUENCE_START_EVENT ? e->data.sequence_start.tag
                           : e->type == YAML_MAPPING_START_EVENT  ? e->data.mapping_start.tag
                                                                  : NULL;
    return (const char *)t;
}

static const char *anchor_of(const yaml_event_t *e)
{
    const yaml_char_t *t = e->type == YAML_SCALAR_EVENT           ? e->data.scalar.anchor
                           : e->type == YAML_SEQUENCE_START_EVENT ? e->data.sequence_start.anchor
                           : e->type == YAML_MAPPING_START_EVENT  ? e->data.mapping_start.anchor
                                                                  : NULL;
    return (const char *)t;
}

/* Tags and anchors; reports them where they have no place. */
static void take_properties(struct reader *r, const yaml_event_t *e, struct node *n)
{
    const char *tag = tag_of(e), *anchor = anchor_of(e);
    if (tag && strcmp(tag, "!") == 0)
        tag = "tag:yaml.org,2002:str"; /* the non-specific tag: as if quoted */
    if (tag && !r->how.data)
        fail(r, DIAG_YAML_TAG, e->start_mark, e->start_mark);
    else if (tag)
        n->tag = arena_strdup(r->a, tag);
    if (anchor && !r->how.data)
        fail(r, DIAG_YAML_ANCHOR, e->start_mark, e->start_mark);
    else if (anchor)
        map_set(&r->anchors, anchor, n);
}

static struct node *read_node(struct reader *r, const yaml_event_t *e);

/* "Goal #4" without quotes ends before the #: YAML takes the rest for a comment.  People put a
 * space behind the # of a comment, so a # with a word right behind it is worth a warning. */
static void check_hash(struct reader *r, yaml_mark_t end)
{
    struct place p = place_of_marks(r, end, end);
    size_t len;
    const char *line = line_of(r, p.line, &len);
    size_t from = 0;
    for (int col = 1; col < p.col && from < len; col++) {
        unsigned c;
        size_t n = utf8_decode(line + from, len - from, &c);
        from += n ? n : 1;
    }
    size_t hash = from + strspn(line + from, " ");
    if (hash + 1 >= len || hash == from || line[hash] != '#' || strchr(" #\t-=!", line[hash + 1]))
        return;
    p.col += (int)(hash - from);
    p.len = (int)utf8_count(line + hash, len - hash);
    diag_report(r->d, DIAG_HASH_IN_TEXT, p);
}

/* "\u202e" in double quotes is not seen in the file either; what stands there as it is was told when
 * the file was read. */
static void check_escapes(struct reader *r, const struct node *n)
{
    struct unseen u = unseen_first(n->text, strlen(n->text));
    char name[UNSEEN_NAME];
    if (u.kind == UNSEEN_NONE)
        return;
    if (r->unseen == SEEN_UNKNOWN)
        r->unseen = unseen_first(r->src->text, r->src->len).kind == UNSEEN_NONE ? SEEN_ALL : SEEN_NOT;
    if (r->unseen == SEEN_NOT)
        return;
    diag_report(r->d, input_unseen_code(&u), n->place, unseen_name(u.code, name));
}

static struct node *read_scalar(struct reader *r, const yaml_event_t *e)
{
    struct node *n = node_new(r, NODE_SCALAR, e);
    const char *s = (const char *)e->data.scalar.value;
    size_t len = e->data.scalar.length;
    if (memchr(s, '\0', len)) /* "\0" in double quotes */
        fail(r, DIAG_CONTROL_CHARACTER, e->start_mark, e->end_mark);
    n->text = r->masked ? mask_text(r->a, s, true, &len) : arena_strndup(r->a, s, len);
    if (!r->how.data && utf8_control(n->text, len)) /* "\e", or one that YAML lets pass */
        fail(r, DIAG_CONTROL_CHARACTER, e->start_mark, e->end_mark);
    n->plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (e->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        check_escapes(r, n);
    if (n->plain && r->hashes)
        check_hash(r, e->end_mark);
    return n;
}

static struct node *read_alias(struct reader *r, const yaml_event_t *e)
{
    const char *name = (const char *)e->data.alias.anchor;
    struct node *n = r->how.data ? map_get(&r->anchors, name) : NULL;
    if (n && n->open)
        n = NULL; /* an alias of what it stands in: endless */
    if (!n)
        fail(r, DIAG_YAML_ANCHOR, e->start_mark, e->end_mark);
    return n;
}

/* A flow collection on one line is underlined as a whole. */
static void close_collection(struct node *n, const yaml_event_t *end)
{
    n->open = false;
    if (n->flow && (int)end->end_mark.line + 1 == n->place.line)
        n->place.len = (int)end->end_mark.column + 1 - n->place.col;
}

/* Trees that are to go soon may have it beside them. */
static struct arena *scratch(struct reader *r)
{
    if (!r->scratch)
        r->scratch = r->how.nodes ? r->how.nodes : arena_new();
    return r->scratch;
}

static void push(struct reader *r, struct node *key, struct node *value)
{
    VEC_PUSH(scratch(r), &r->open, ((struct node_pair){key, value}));
}

/* What records do with the items of a list may take the square of their number. */
static void check_items(struct reader *r, size_t from, const struct node *n)
{
    if (r->how.data || r->failed || r->open.n - from <= YAML_ITEMS_MAX)
        return;
    diag_report(r->d, DIAG_TOO_MANY_ITEMS, n->place, arena_printf(r->a, "%d", (int)YAML_ITEMS_MAX));
    r->failed = true;
}

static struct node *read_list(struct reader *r, const yaml_event_t *start)
{
    struct node *n = node_new(r, NODE_LIST, start);
    size_t from = r->open.n;
    n->flow = start->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    n->open = true;
    take_properties(r, start, n);
    for (yaml_event_t e; next(r, &e); yaml_event_delete(&e)) {
        if (e.type == YAML_SEQUENCE_END_EVENT) {
            close_collection(n, &e);
            yaml_event_delete(&e);
            break;
        }
        struct node *item = read_node(r, &e);
        if (item)
            push(r, NULL, item);
        check_items(r, from, n);
    }
    n->n = r->open.n - from;
    n->item = ARENA_ARRAY(r->nodes, struct node *, n->n);
    for (size_t i = 0; i < n->n; i++)
        n->item[i] = r->open.p[from + i].value;
    r->open.n = from;
    return n;
}

/* In records, {amount: 1,000,000} is not a repetition of the key 000: the parts are kept for
 * the reader of the amount, who says so. */
static bool is_comma_part(const struct reader *r, const struct node *map,
                          const struct node *value)
{
    return !r->how.data && map->flow && value->kind == NODE_SCALAR && value->plain &&
           !value->text[0];
}

/* The keys of the map being read, whose pairs are those from one on.  Few are looked through, and
 * most maps have no more. */
struct keys {
    const struct node *map;
    size_t from;
    struct map all; /* once they are many */
};
enum { FEW_KEYS = 32 };

static const struct node *find_key(struct reader *r, struct keys *keys, const char *text)
{
    size_t n = r->open.n - keys->from;
    bool many = n > FEW_KEYS, fill = many && keys->all.n == 0;
    if (fill)
        map_init(&keys->all, scratch(r));
    for (size_t i = keys->from; i < r->open.n && (fill || !many); i++) {
        const struct node_pair *pair = &r->open.p[i];
        if (is_comma_part(r, keys->map, pair->value))
            continue;
        if (fill)
            map_set(&keys->all, pair->key->text, pair->key);
        else if (strcmp(pair->key->text, text) == 0)
            return pair->key;
    }
    return many ? map_get(&keys->all, text) : NULL;
}

/* A repeated key is reported and dropped, with its value. */
static bool key_is_new(struct reader *r, struct keys *keys, struct node *key)
{
    if (!r->how.data && key->plain && strcmp(key->text, "<<") == 0) {
        diag_report(r->d, DIAG_YAML_ANCHOR, key->place);
        return false;
    }
    const struct node *first = find_key(r, keys, key->text);
    if (!first && keys->all.n > 0) /* else it is found where it is put */
        map_set(&keys->all, key->text, key);
    if (first)
        diag_report(r->d, DIAG_DUPLICATE_KEY, key->place, key->text,
                    arena_printf(r->a, "%d", first->place.line));
    return !first;
}

static bool key_is_scalar(struct reader *r, const yaml_event_t *e)
{
    if (e->type == YAML_SCALAR_EVENT || e->type == YAML_ALIAS_EVENT)
        return true;
    fail(r, DIAG_BAD_KEY, e->start_mark, e->end_mark);
    return false;
}

static struct node *read_map(struct reader *r, const yaml_event_t *start)
{
    struct node *n = node_new(r, NODE_MAP, start);
    struct keys keys = {.map = n, .from = r->open.n};
    n->flow = start->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    n->open = true;
    take_properties(r, start, n);
    for (yaml_event_t e; next(r, &e);) {
        if (e.type == YAML_MAPPING_END_EVENT) {
            close_collection(n, &e);
            yaml_event_delete(&e);
            break;
        }
        struct node *key = key_is_scalar(r, &e) ? read_node(r, &e) : NULL;
        yaml_event_delete(&e);
        if (!next(r, &e))
            break;
        struct node *value = read_node(r, &e);
        yaml_event_delete(&e);
        if (key && key->kind == NODE_SCALAR && value &&
            (is_comma_part(r, n, value) || key_is_new(r, &keys, key)))
            push(r, key, value);
        check_items(r, keys.from, n);
    }
    n->n = r->open.n - keys.from;
    n->pair = ARENA_ARRAY(r->nodes, struct node_pair, n->n);
    if (n->n)
        memcpy(n->pair, r->open.p + keys.from, n->n * sizeof *n->pair);
    r->open.n = keys.from;
    return n;
}

static struct node *read_node(struct reader *r, const yaml_event_t *e)
{
    struct node *n = NULL;
    if (r->depth == YAML_DEPTH_MAX) {
        fail(r, DIAG_TOO_DEEP, e->start_mark, e->end_mark);
        return NULL;
    }
    r->depth++;
    switch (e->type) {
    case YAML_SCALAR_EVENT:
        n = read_scalar(r, e);
        take_properties(r, e, n);
        break;
    case YAML_ALIAS_EVENT:
        n = read_alias(r, e);
        break;
    case YAML_SEQUENCE_START_EVENT:
        n = read_list(r, e);
        break;
    case YAML_MAPPING_START_EVENT:
        n = read_map(r, e);
        break;
    default:
        break;
    }
    r->depth--;
    return r->failed ? NULL : n;
}

/* stream start, then (document start, node, document end) per document, then stream end. */
static struct node *read_stream(struct reader *r)
{
    struct node *root = NULL;
    int documents = 0;
    bool done = false;
    for (yaml_event_t e; !done && next(r, &e); yaml_event_delete(&e)) {
        done = e.type == YAML_STREAM_END_EVENT;
        if (e.type == YAML_STREAM_START_EVENT || e.type == YAML_DOCUMENT_END_EVENT || done)
            continue;
        if (e.type != YAML_DOCUMENT_START_EVENT)
            root = read_node(r, &e);
        else if (documents++ > 0)
            fail(r, DIAG_YAML_DOCUMENTS, e.start_mark, e.end_mark);
    }
    return r->failed ? NULL : root;
}

struct node *yaml_read(struct arena *a, struct diags *d, const struct source *src,
                       struct yaml_options how, bool *failed)
{
    struct reader r = {.a = a, .nodes = how.nodes ? how.nodes : a, .d = d, .src = src, .how = how};
    const char *text = src->text;
    size_t len = src->len;
    if (how.data)
        map_init(&r.anchors, scratch(&r));
    if (!yaml_parser_initialize(&r.parser))
        mem_die();
    if (text[len] != '\0') /* cut out of a larger text */
        text = arena_strndup(a, text, len);
    r.masked = has_breaks(text);
    r.hashes = !how.data && strstr(text, " #");
    if (r.masked)
        text = mask_text(a, text, false, &len);
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)text, len);
    struct node *root = read_stream(&r);
    yaml_parser_delete(&r.parser);
    if (!how.nodes)
        arena_free(r.scratch);
    *failed = r.failed;
    return root;
}

struct node *input_yaml(struct arena *a, struct diags *d, const struct source *src)
{
    return input_yaml_in(a, a, d, src);
}

struct node *input_yaml_in(struct arena *nodes, struct arena *a, struct diags *d,
                           const struct source *src)
{
    bool failed = false;
    struct node *root = yaml_read(a, d, src, (struct yaml_options){.nodes = nodes}, &failed);
    if (!root && !failed)
        diag_report(d, DIAG_EMPTY_FILE, (struct place){.src = src, .len = 1});
    return root;
}

bool input_is_literal(struct place scalar, const char *text, int *indent)
{
    size_t len, blank;
    if (!scalar.src || scalar.line < 1)
        return false;
    const char *line = place_line(scalar.src, scalar.line, &len), *end = line + len;
    for (int col = 1; col < scalar.col && line < end; col++) {
        unsigned c;
        size_t n = utf8_decode(line, (size_t)(end - line), &c);
        line += n ? n : 1;
    }
    if (line >= end || *line != '|')
        return false;
    for (int below = 1; *text; below++) { /* to the first line that says something */
        line = place_line(scalar.src, scalar.line + below, &len);
        for (blank = 0; text[blank] == ' ';)
            blank++;
        if (text[blank] && !strchr("\r\n", text[blank])) {
            size_t spaces = 0;
            while (spaces < len && line[spaces] == ' ')
                spaces++;
            *indent = (int)(spaces - blank);
            return spaces >= blank;
        }
        text += strcspn(text, "\n");
        text += *text == '\n';
    }
    return false;
}

struct node *node_get(const struct node *map, const char *key)
{
    if (map->kind != NODE_MAP)
        return NULL;
    for (size_t i = 0; i < map->n; i++)
        if (strcmp(map->pair[i].key->text, key) == 0)
            return map->pair[i].value;
    return NULL;
}
