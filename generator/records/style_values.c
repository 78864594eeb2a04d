#include "records/records_room.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

#include <string.h>

/* Values of styles that are not a length, a word or a colour. */

enum { SIDE_LEAST = MM(140), SIDE_MOST = MM_MOST(594) }; /* A2 is 594 mm high */

static void *at(void *out, const struct field *f)
{
    return (char *)out + f->at;
}

/* --- the page --- */

static const struct {
    const char *name;
    int32_t width, height; /* ISO 216; ANSI/ASME Y14.1 */
} papers[] = {{"A4", 595276, 841890}, {"A5", 419528, 595276}, {"Letter", 612000, 792000}};
static const char *const paper_names[] = {"A4", "A5", "Letter", NULL};

void style_read_page(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    struct length *side = at(out, f);
    if (n->kind != NODE_LIST) {
        int i = fields_word(r, f->key, paper_names, n);
        if (i) {
            side[0] = (struct length){papers[i - 1].width, true};
            side[1] = (struct length){papers[i - 1].height, true};
        }
        return;
    }
    if (n->n != 2) {
        diag_report(r->d, DIAG_WRONG_SHAPE, n->place, f->key, phrase_own(r->a, f->takes),
                    phrase_filled(r->a, PHRASE_A_LIST_OF, arena_printf(r->a, "%zu", n->n)));
        return;
    }
    for (size_t i = 0; i < 2; i++) {
        const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_WIDTH_AND_HEIGHT), n->item[i]);
        if (s)
            fields_length(r, s, n->item[i]->place, SIDE_LEAST, SIDE_MOST, &side[i]);
    }
}

void style_read_fonts(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    settings_read_fonts(r, f->key, n, ((struct paper_style *)out)->font);
}

/* --- the cover --- */

static const char *const part_names[] = {"head",     "source",  "title",    "notes",
                                         "box",      "contents", "contact", "hairline",
                                         "page-break", NULL};

static bool read_space(struct reading *r, const struct field *f, const struct node *n,
                       struct cover_item *item)
{
    const struct node *value = n->n == 1 ? node_get(n, "space") : NULL;
    if (!value) {
        diag_report(r->d, DIAG_WRONG_SHAPE, n->place, f->key, phrase_mark(PHRASE_PARTS_AND_SPACE),
                    phrase_mark(PHRASE_ANOTHER_MAP));
        return false;
    }
    const char *s = fields_scalar(r, "space", phrase_mark(PHRASE_ONE_LENGTH), value);
    item->part = COVER_SPACE;
    return s && fields_length(r, s, value->place, 0, MM_MOST(250), &item->space);
}

void style_read_cover(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    VEC(struct cover_item) list = {0};
    struct paper_style *s = out;
    bool seen[COVER_SPACE + 1] = {false};
    for (size_t i = 0; fields_is_list(r, f->key, n) && i < n->n; i++) {
        struct cover_item item = {0};
        const struct node *value = n->item[i];
        if (value->kind == NODE_MAP) {
            if (read_space(r, f, value, &item))
                VEC_PUSH(r->a, &list, item);
            continue;
        }
        item.part = (enum cover_part)fields_word(r, f->key, part_names, value);
        if (item.part && seen[item.part] && item.part < COVER_HAIRLINE)
            diag_report(r->d, DIAG_REPEATED_ITEM, value->place, value->text);
        else if (item.part)
            VEC_PUSH(r->a, &list, item);
        seen[item.part] = true;
    }
    s->cover = list.p;
    s->covers = list.n;
}

static const char *const line_names[] = {"group",  "meeting",    "place-dates", "revision",
                                         "number", "number-state", "date",      "original",
                                         "source", "department", "publisher",   NULL};

void style_read_lines(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    VEC(enum head_line) list = {0};
    struct head_lines *lines = at(out, f);
    for (size_t i = 0; fields_is_list(r, f->key, n) && i < n->n; i++) {
        int line = fields_word(r, f->key, line_names, n->item[i]);
        if (line)
            VEC_PUSH(r->a, &list, (enum head_line)line);
    }
    *lines = (struct head_lines){list.p, list.n};
}

/* --- words --- */

static void check_word(struct reading *r, const char *id, struct place p)
{
    const struct strings *s = &r->r->strings[r->r->site.default_lang];
    if (!s->src || s->unread || map_has(&s->text, id))
        return;
    const char *near = map_nearest(&s->text, id);
    diag_report(r->d, DIAG_UNKNOWN_STRING, p, id);
    if (near)
        diag_hint(r->d, HINT_DID_YOU_MEAN, near);
}

void style_read_label(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    struct style_label *label = at(out, f);
    if (n->kind == NODE_MAP) {
        struct text *text = ARENA_NEW(r->a, struct text);
        if (fields_text(r, f->key, n, text))
            label->text = text; /* the word stays for languages that it lacks */
        return;
    }
    const char *id = fields_scalar(r, f->key, phrase_own(r->a, f->takes), n);
    if (!id)
        return;
    check_word(r, id, n->place);
    *label = (struct style_label){.word = id};
}

/* Every {part} of a pattern is one of those allowed. */
static bool check_pattern(struct reading *r, const struct node *n, const char *const *parts)
{
    struct buf all = BUF_INIT;
    bool fine = true;
    for (size_t i = 0; parts[i]; i++)
        buf_printf(&all, "%s%s", i ? ", " : "", parts[i]);
    for (const char *s = n->text; (s = strchr(s, '{')); s++) {
        size_t len = strcspn(s, "}");
        const char *part = arena_strndup(r->a, s, len + (s[len] == '}'));
        bool known = false;
        for (size_t i = 0; parts[i]; i++)
            known |= strcmp(parts[i], part) == 0;
        fine &= known;
        if (!known)
            diag_report(r->d, DIAG_BAD_PATTERN, n->place, part, buf_str(&all));
    }
    buf_free(&all);
    return fine;
}

void style_read_running(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    static const char *const parts[] = {"{number}", "{title}", "{group}",     "{date}", "{page}",
                                        "{pages}",  "{page_n}", "{page_n_of}", "{publisher}", NULL};
    const char **pattern = at(out, f);
    if (n->kind == NODE_SCALAR && !n->plain && !*n->text) {
        *pattern = NULL; /* "" takes the standing one away */
        return;
    }
    *pattern = fields_scalar(r, f->key, phrase_mark(PHRASE_ONE_TEXT), n);
    if (*pattern)
        check_pattern(r, n, parts);
}

void style_read_list_number(struct reading *r, const struct field *f, const struct node *n,
                            void *out)
{
    static const char *const parts[] = {"{n}", NULL};
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_TEXT_WITH_N), n);
    if (!s)
        return;
    if (!check_pattern(r, n, parts))
        return;
    if (!strstr(s, "{n}"))
        diag_report(r->d, DIAG_BAD_PATTERN, n->place, s, "{n}");
    *(const char **)at(out, f) = s;
}
