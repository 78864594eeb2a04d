#include "input/input_room.h"

#include "base/arena.h"
#include "base/map.h"

#include <cmark-gfm.h>
#include <string.h>

/* Footnotes that cmark-gfm drops without a word: definitions no mark leads to, and those whose
 * label was defined before (the first one counts).  They are not in its tree, so the lines of
 * the source are looked at: a definition in a line of which the tree has none was dropped.
 * Lines of code and of HTML hold no definitions. */

enum line_kind { LINE_OTHER, LINE_LITERAL, LINE_NOTE };

static char *kinds_of_lines(struct arena *a, const struct md_cursor *c, cmark_node *root)
{
    char *kind = arena_calloc(a, c->lines + 1, 1);
    cmark_iter *it = cmark_iter_new(root);
    for (cmark_event_type e; (e = cmark_iter_next(it)) != CMARK_EVENT_DONE;) {
        cmark_node *n = cmark_iter_get_node(it);
        cmark_node_type type = cmark_node_get_type(n);
        int from = cmark_node_get_start_line(n), to = cmark_node_get_end_line(n);
        if (e != CMARK_EVENT_ENTER || from < 1)
            continue;
        if (type == CMARK_NODE_FOOTNOTE_DEFINITION && (size_t)from <= c->lines)
            kind[from - 1] = LINE_NOTE;
        if (type != CMARK_NODE_CODE_BLOCK && type != CMARK_NODE_HTML_BLOCK)
            continue;
        for (size_t i = (size_t)from - 1; i < c->lines && i < (size_t)to; i++)
            kind[i] = LINE_LITERAL;
    }
    cmark_iter_free(it);
    return kind;
}

/* "[^label]:" at the start of a line, behind the signs of quotes; an empty span when there is
 * none. Four spaces would make it code, or a part of what is above. */
static struct md_span definition(const struct source *src, size_t from, size_t to)
{
    const char *s = src->text;
    size_t i = from, spaces = 0;
    for (; i < to && (s[i] == ' ' || s[i] == '>'); i++)
        spaces = s[i] == ' ' ? spaces + 1 : 0;
    if (spaces > 3 || to - i < 5 || s[i] != '[' || s[i + 1] != '^')
        return (struct md_span){from, from};
    size_t end = i + 2;
    while (end < to && !strchr("] \t\r", s[end]))
        end++;
    bool fine = end > i + 2 && end + 1 < to && s[end] == ']' && s[end + 1] == ':';
    return fine ? (struct md_span){i, end + 1} : (struct md_span){from, from};
}

/* Labels are the same in capitals and in small letters. */
static char *folded(struct arena *a, const char *label)
{
    char *s = arena_strdup(a, label);
    for (char *p = s; *p; p++)
        *p = *p >= 'A' && *p <= 'Z' ? (char)(*p - 'A' + 'a') : *p;
    return s;
}

void md_notes_check(struct arena *a, struct diags *d, struct md_cursor *c,
                    struct cmark_node *root)
{
    const char *kind = kinds_of_lines(a, c, root);
    struct map seen; /* labels of definitions above */
    map_init(&seen, a);
    for (size_t i = 0; i < c->lines; i++) {
        size_t to = i + 1 < c->lines ? c->line[i + 1] - 1 : c->src->len;
        struct md_span s = definition(c->src, c->line[i], to);
        if (s.from == s.to || kind[i] == LINE_LITERAL)
            continue;
        const char *label = arena_strndup(a, c->src->text + s.from + 2, s.to - s.from - 3);
        char *key = folded(a, label);
        bool repeated = map_has(&seen, key);
        map_set(&seen, key, key);
        if (kind[i] != LINE_NOTE)
            diag_report(d, repeated ? DIAG_FOOTNOTE_REPEATED : DIAG_FOOTNOTE_UNUSED,
                        md_cursor_place(c, s), label);
    }
}
