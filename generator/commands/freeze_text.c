#include "commands/freeze_text.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/yaml_write.h"
#include "input/input.h"

#include <string.h>

/* --- a new file --- */

static bool first_of_id(const struct frozen *f, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (strcmp(f->figure[k].id, f->figure[i].id) == 0)
            return false;
    return true;
}

/* All forms of one figure on its line. */
static void put_figure(struct buf *b, const struct frozen *f, size_t i)
{
    const struct frozen_figure *one = &f->figure[i];
    const char *before = "{";
    if (!*one->form) {
        buf_printf(b, "  %s: %s\n", one->id, one->value);
        return;
    }
    buf_printf(b, "  %s: ", one->id);
    for (size_t k = i; k < f->figures; k++)
        if (strcmp(f->figure[k].id, one->id) == 0) {
            buf_printf(b, "%s%s: %s", before, f->figure[k].form, f->figure[k].value);
            before = ", ";
        }
    buf_puts(b, "}\n");
}

static void put_ranking(struct buf *b, const struct frozen_ranking *r)
{
    buf_printf(b, "  %s:\n", r->id);
    for (size_t i = 0; i < r->n; i++)
        buf_printf(b, "    - %s\n", r->partner[i]);
}

char *freeze_text_new(struct arena *a, const struct frozen *f)
{
    struct buf b = BUF_INIT;
    char day[16];
    date_format(f->issued, day);
    buf_printf(&b,
               "# The figures that %s printed when it was issued on %s, in its text, tables and\n"
               "# charts, in the order of reading, as \"accord freeze\" recorded them.  \"accord check\""
               " compares\n"
               "# them with today's records.  What changes later is said in the revisions of the"
               " document,\n"
               "# not here.\n"
               "document: %s\n"
               "issued: %s\n"
               "source:\n",
               f->document, day, f->document, day);
    for (int i = 0; i < LANGS; i++) {
        if (!f->source[i])
            continue;
        buf_printf(&b, "  %s: ", lang_code[i]);
        yaml_write_quoted(&b, f->source[i]);
        buf_putc(&b, '\n');
    }
    buf_puts(&b, "figures:\n");
    for (size_t i = 0; i < f->figures; i++)
        if (first_of_id(f, i))
            put_figure(&b, f, i);
    if (f->rankings)
        buf_puts(&b, "rankings:\n");
    for (size_t i = 0; i < f->rankings; i++)
        put_ranking(&b, &f->ranking[i]);
    return buf_to_arena(&b, a);
}

/* --- one that is there --- */

struct insertion {
    size_t at; /* in the text */
    struct buf text;
};

/* The offset of the beginning of a line; that of the end for one behind the last. */
static size_t line_at(const struct source *src, int line)
{
    size_t at = 0;
    for (int i = 1; i < line && at < src->len; i++) {
        const char *end = memchr(src->text + at, '\n', src->len - at);
        at = end ? (size_t)(end - src->text) + 1 : src->len;
    }
    return at;
}

static bool says_nothing(const char *line, size_t n)
{
    size_t blank = strspn(line, " \t\r");
    return blank >= n || line[blank] == '#' || line[blank] == '\n';
}

/* Behind the last line of a block, before remarks that belong to what follows. */
static size_t end_of_block(const struct source *src, const struct node *root, const struct node *key)
{
    int next = 0;
    for (size_t i = 0; i < root->n; i++) {
        int line = root->pair[i].key->place.line;
        if (line > key->place.line && (!next || line < next))
            next = line;
    }
    size_t at = next ? line_at(src, next) : src->len;
    while (at > 0) {
        size_t from = at - 1;
        while (from > 0 && src->text[from - 1] != '\n')
            from--;
        if (!says_nothing(src->text + from, at - from))
            break;
        at = from;
    }
    return at;
}

static const struct node_pair *pair_of(const struct node *root, const char *key)
{
    for (size_t i = 0; i < root->n; i++)
        if (strcmp(root->pair[i].key->text, key) == 0)
            return &root->pair[i];
    return NULL;
}

/* Its items stand on lines of their own. */
static bool is_block(const struct node_pair *p)
{
    return p->value->kind == NODE_MAP && p->value->n &&
           p->value->pair[0].key->place.line > p->key->place.line;
}

static void add_figures(struct buf *b, const struct frozen *f, int indent)
{
    for (size_t i = 0; i < f->figures; i++) {
        const struct frozen_figure *one = &f->figure[i];
        buf_printf(b, "%*s%s%s%s: %s\n", indent, "", one->id, *one->form ? "." : "", one->form,
                   one->value);
    }
}

static void add_rankings(struct buf *b, const struct frozen *f)
{
    for (size_t i = 0; i < f->rankings; i++)
        put_ranking(b, &f->ranking[i]);
}

static char *put_together(struct arena *a, const struct source *src, struct insertion *in, size_t n)
{
    struct buf b = BUF_INIT;
    size_t from = 0;
    for (size_t i = 0; i < n; i++) {
        buf_put(&b, src->text + from, in[i].at - from);
        if (in[i].text.n && b.n && b.p[b.n - 1] != '\n')
            buf_putc(&b, '\n');
        buf_put(&b, buf_str(&in[i].text), in[i].text.n);
        buf_free(&in[i].text);
        from = in[i].at;
    }
    buf_put(&b, src->text + from, src->len - from);
    return buf_to_arena(&b, a);
}

static void sort_two(struct insertion *a, struct insertion *b)
{
    if (a->at > b->at) {
        struct insertion x = *a;
        *a = *b;
        *b = x;
    }
}

char *freeze_text_added(struct arena *a, struct diags *d, const struct source *there,
                        const struct frozen *f)
{
    const struct node *root = input_yaml(a, d, there);
    const struct node_pair *figures = root ? pair_of(root, "figures") : NULL;
    const struct node_pair *rankings = root ? pair_of(root, "rankings") : NULL;
    const struct node_pair *id = root ? pair_of(root, "document") : NULL;
    bool good = id && figures && (!f->figures || is_block(figures)) &&
                (!f->rankings || !rankings || is_block(rankings));
    if (!good)
        return NULL;
    struct insertion in[3] = {{0, BUF_INIT}, {0, BUF_INIT}, {0, BUF_INIT}};
    char day[16];
    date_format(f->issued, day);
    in[0].at = line_at(there, id->key->place.line + 1);
    if (date_is_set(f->issued))
        buf_printf(&in[0].text, "issued: %s\n", day);
    in[1].at = end_of_block(there, root, figures->key);
    if (f->figures)
        add_figures(&in[1].text, f, figures->value->pair[0].key->place.col - 1);
    in[2].at = rankings ? end_of_block(there, root, rankings->key) : there->len;
    if (f->rankings && !rankings)
        buf_puts(&in[2].text, "rankings:\n");
    add_rankings(&in[2].text, f);
    sort_two(&in[1], &in[2]);
    sort_two(&in[0], &in[1]);
    sort_two(&in[1], &in[2]);
    return put_together(a, there, in, 3);
}
