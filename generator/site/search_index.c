/* search_index.c - what the search page's script reads, as scripts: file:// forbids fetching.
 *
 * search-<lang>.js holds names, titles and what records can be found by, in columns, since like
 * stands by like compresses best:
 *
 *     accord.index({"values": {"region": ["AFR", ...], ...},
 *                   "partners": {"id": [...], "title": [...], "names": [[...], 0, ...], ...},
 *                   "agreements": {"id": [...], "title": [...], "region": [0, [1, 2], ...], ...},
 *                   "pages": [{"page": ..., "title": ..., ...}],
 *                   "texts": {"from": [0, ...], "file": [...]}})
 *
 * Values are named by their indexes: one alone, several in a list.  Objectives and the titles in
 * other languages are most of the bytes and seldom decide: search-<lang>-<n>.js, read when a
 * search needs them, hold those of the agreements from texts.from[n] on, as text, language, text,
 * language ..., the objective first; language 0 is the page's.
 */
#include "site/site_room.h"

#include "base/json.h"

#include <string.h>

enum { CHUNK_BYTES = 48 * 1024 };

static void key(struct buf *b, const char *name)
{
    if (b->n && !strchr("{[(", b->p[b->n - 1]))
        buf_putc(b, ',');
    json_string(b, name);
    buf_putc(b, ':');
}

static void item(struct buf *b, size_t i)
{
    if (i)
        buf_putc(b, ',');
}

static void strings(struct buf *b, const char *const *list, size_t n)
{
    if (n == 0) {
        buf_putc(b, '0');
        return;
    }
    buf_putc(b, '[');
    for (size_t i = 0; i < n; i++) {
        item(b, i);
        json_string(b, list[i]);
    }
    buf_putc(b, ']');
}

static void indexes(struct buf *b, const size_t *list, size_t n)
{
    if (n != 1)
        buf_putc(b, '[');
    for (size_t i = 0; i < n; i++)
        buf_printf(b, "%s%zu", i ? "," : "", list[i]);
    if (n != 1)
        buf_putc(b, ']');
}

/* --- columns --- */

static const char *id_of(const struct view_found *found)
{
    return strrchr(found->page, '/') + 1;
}

/* Of what stands in another language than the page: index -> language. */
static void languages(struct buf *b, const struct view_found *list, size_t n)
{
    bool first = true;

    key(b, "lang");
    buf_putc(b, '{');
    for (size_t i = 0; i < n; i++) {
        if (!list[i].lang)
            continue;
        buf_printf(b, "%s\"%zu\":", first ? "" : ",", i);
        json_string(b, list[i].lang);
        first = false;
    }
    buf_putc(b, '}');
}

static void put_titles(struct buf *b, const struct view_found *list, size_t n)
{
    key(b, "id");
    buf_putc(b, '[');
    for (size_t i = 0; i < n; i++) {
        item(b, i);
        json_string(b, id_of(&list[i]));
    }
    buf_putc(b, ']');
    key(b, "title");
    buf_putc(b, '[');
    for (size_t i = 0; i < n; i++) {
        item(b, i);
        json_string(b, list[i].title);
    }
    buf_putc(b, ']');
    languages(b, list, n);
    key(b, "sample");
    buf_putc(b, '"');
    for (size_t i = 0; i < n; i++)
        buf_putc(b, list[i].sample ? '1' : '0');
    buf_putc(b, '"');
}

static void put_values(struct buf *b, const struct view_search *s, enum search_facet f,
                       const struct view_found *list, size_t n)
{
    key(b, s->facet[f].id);
    buf_putc(b, '[');
    for (size_t i = 0; i < n; i++) {
        item(b, i);
        indexes(b, list[i].value[f], list[i].values[f]);
    }
    buf_putc(b, ']');
}

static void put_partners(struct buf *b, const struct view_search *s)
{
    key(b, "partners");
    buf_putc(b, '{');
    put_titles(b, s->partner, s->partners);
    key(b, "names");
    buf_putc(b, '[');
    for (size_t i = 0; i < s->partners; i++) {
        item(b, i);
        strings(b, s->partner[i].name, s->partner[i].names);
    }
    buf_putc(b, ']');
    key(b, "former");
    buf_putc(b, '[');
    for (size_t i = 0; i < s->partners; i++) {
        item(b, i);
        strings(b, s->partner[i].former, s->partner[i].formers);
    }
    buf_putc(b, ']');
    put_values(b, s, SEARCH_TYPE, s->partner, s->partners);
    put_values(b, s, SEARCH_COUNTRY, s->partner, s->partners);
    buf_putc(b, '}');
}

static void put_agreements(struct buf *b, const struct view_search *s)
{
    key(b, "agreements");
    buf_putc(b, '{');
    put_titles(b, s->agreement, s->agreements);
    key(b, "partners");
    buf_putc(b, '[');
    for (size_t i = 0; i < s->agreements; i++) {
        item(b, i);
        indexes(b, s->agreement[i].partner, s->agreement[i].partners);
    }
    buf_putc(b, ']');
    for (int f = 0; f < SEARCH_FACETS; f++)
        if (f != SEARCH_TYPE) /* that of its partners */
            put_values(b, s, (enum search_facet)f, s->agreement, s->agreements);
    buf_putc(b, '}');
}

static void put_own_pages(struct page_build *p, struct buf *b, size_t before)
{
    for (size_t i = 0; i < p->edition->page.n; i++) {
        const struct own_page *own = &p->edition->page.p[i];
        item(b, before + i);
        buf_putc(b, '{');
        key(b, "page");
        json_string(b, own->slug);
        key(b, "title");
        json_string(b, own->title);
        key(b, "label");
        json_string(b, views_word(p->edition->views, "own_page", NULL));
        key(b, "names");
        strings(b, NULL, 0);
        key(b, "sample");
        buf_puts(b, own->text->sample ? "1" : "0");
        buf_putc(b, '}');
    }
}

static void put_pages(struct page_build *p, struct buf *b, const struct view_search *s)
{
    key(b, "pages");
    buf_putc(b, '[');
    for (size_t i = 0; i < s->pages; i++) {
        const struct view_found *page = &s->page[i];
        item(b, i);
        buf_putc(b, '{');
        key(b, "page");
        json_string(b, page->page);
        key(b, "title");
        json_string(b, page->title);
        if (page->lang) {
            key(b, "lang");
            json_string(b, page->lang);
        }
        key(b, "label");
        json_string(b, page->label);
        key(b, "names");
        strings(b, page->name, page->names);
        key(b, "sample");
        buf_puts(b, page->sample ? "1" : "0");
        buf_putc(b, '}');
    }
    put_own_pages(p, b, s->pages);
    buf_putc(b, ']');
}

static void put_facets(struct buf *b, const struct view_search *s)
{
    key(b, "values");
    buf_putc(b, '{');
    for (int f = 0; f < SEARCH_FACETS; f++) {
        key(b, s->facet[f].id);
        buf_putc(b, '[');
        for (size_t i = 0; i < s->facet[f].values; i++) {
            item(b, i);
            json_string(b, s->facet[f].value[i].id);
        }
        buf_putc(b, ']');
    }
    buf_putc(b, '}');
}

/* --- texts --- */

/* Most objectives are plain sentences; the others are read as their pages read them. */
static const char *plain_text(struct page_build *p, const struct view_found_text *t)
{
    if (!t->markdown || (!strpbrk(t->text, "*_`[]<>&\\#{}|~\n") && !strstr(t->text, "- ")))
        return t->text;
    struct buf b = BUF_INIT;
    struct narrative *n = narrative_text(p->site->texts, p->site->diags, p->edition->views,
                                         t->text, t->lang, t->place);
    page_plain_text(n->body, &b);
    return buf_to_arena(&b, p->arena);
}

static void put_texts_of(struct page_build *p, struct buf *b, const struct view_found *found)
{
    if (found->texts == 1 && !found->text[0].text) {
        buf_putc(b, '0');
        return;
    }
    buf_putc(b, '[');
    for (size_t i = 0; i < found->texts; i++) {
        const struct view_found_text *t = &found->text[i];
        item(b, i);
        json_string(b, t->text ? plain_text(p, t) : "");
        buf_putc(b, ',');
        if (t->lang)
            json_string(b, t->lang);
        else
            buf_putc(b, '0');
    }
    buf_putc(b, ']');
}

static void put_chunk(struct page_build *p, struct buf *chunk, struct buf *files, size_t n)
{
    const char *name = arena_printf(p->arena, "search-%s-%zu.js", p->edition->code, n);

    buf_puts(chunk, "]);\n");
    const char *path = assets_add(p->site, name, buf_str(chunk), chunk->n);
    item(files, n);
    json_string(files, strchr(path, '/') + 1); /* beside the index */
    buf_clear(chunk);
}

static void put_texts(struct page_build *p, struct buf *b, const struct view_search *s)
{
    struct buf chunk = BUF_INIT, from = BUF_INIT, files = BUF_INIT;
    size_t n = 0;

    for (size_t i = 0; i < s->agreements; i++) {
        if (chunk.n == 0) {
            buf_printf(&chunk, "accord.texts(%zu,[", n);
            buf_printf(&from, "%s%zu", n ? "," : "", i);
        } else {
            buf_putc(&chunk, ',');
        }
        put_texts_of(p, &chunk, &s->agreement[i]);
        if (chunk.n > CHUNK_BYTES || i + 1 == s->agreements)
            put_chunk(p, &chunk, &files, n++);
    }
    key(b, "texts");
    buf_printf(b, "{\"from\":[%s],\"file\":[%s]}", buf_str(&from), buf_str(&files));
    buf_free(&chunk);
    buf_free(&from);
    buf_free(&files);
}

const char *search_index_build(struct page_build *p, const struct view_search *s)
{
    struct buf b = BUF_INIT;

    buf_puts(&b, "accord.index({");
    put_facets(&b, s);
    put_partners(&b, s);
    put_agreements(&b, s);
    put_pages(p, &b, s);
    put_texts(p, &b, s);
    buf_puts(&b, "});\n");
    const char *path = assets_add(p->site, arena_printf(p->arena, "search-%s.js", p->edition->code),
                                  buf_str(&b), b.n);
    buf_free(&b);
    return path;
}
