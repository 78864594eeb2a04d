/* xliff_write.c - the texts of the content for translators (XLIFF 2.0, core). */
#include "exchange/text_unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/xml.h"

#include <string.h>

/* What must stay is a placeholder each; the same one twice has the same data. */
static size_t data_of(struct map *data, struct arena *a, const char *s, size_t n)
{
    const char *key = arena_strndup(a, s, n);
    size_t *at = map_get(data, key);
    if (at)
        return *at;
    at = ARENA_NEW(a, size_t);
    *at = data->n + 1;
    map_set(data, key, at);
    return *at;
}

/* The same thing has the same id in source and target; again in one of them, one of its own. */
static void put_inline(struct xml *x, struct arena *a, struct map *data, const char *name,
                       const char *text)
{
    size_t *times = ARENA_ARRAY(a, size_t, data->n + 1);
    xml_open(x, name);
    xml_attr(x, "xml:space", "preserve");
    while (*text) {
        size_t n = strcspn(text, "\1");
        if (n)
            xml_text(x, arena_strndup(a, text, n));
        text += n;
        if (!*text)
            break;
        size_t len = strcspn(++text, "\2");
        size_t d = data_of(data, a, text, len);
        xml_open(x, "ph");
        if (times[d - 1]++)
            xml_attrf(x, "id", "%zu-%zu", d, times[d - 1]);
        else
            xml_attrf(x, "id", "%zu", d);
        xml_attrf(x, "dataRef", "d%zu", d);
        xml_attr(x, "equiv", arena_strndup(a, text, len));
        xml_close(x);
        text += len + (text[len] == '\2');
    }
    xml_close(x);
}

static void put_note(struct xml *x, const char *category, const char *text)
{
    if (!text)
        return;
    xml_open(x, "note");
    xml_attr(x, "category", category);
    xml_text(x, text);
    xml_close(x);
}

static void collect(struct map *data, struct arena *a, const char *text)
{
    for (const char *s = text; s && (s = strchr(s, '\1')); s++)
        data_of(data, a, s + 1, strcspn(s + 1, "\2"));
}

static const char *place_text(struct arena *a, struct place p)
{
    return arena_printf(a, "%s:%d", p.src->path, p.line);
}

static const char *branch_note(struct arena *a, const struct text_units *t,
                               const struct text_unit *u)
{
    const struct locale_split *s = &t->text.p[u->text].split;
    if (!*u->word)
        return u->raw ? "ICU MessageFormat: change the words only, not what names and chooses." : NULL;
    return arena_printf(a, "One of several forms: \"%s\" of {%s, %s}.", u->word, s->argument,
                        s->kind);
}

static void put_unit(struct xml *x, struct arena *a, const struct text_units *t,
                     const struct text_unit *u, bool stale)
{
    struct map data;
    map_init(&data, a);
    collect(&data, a, u->source);
    collect(&data, a, u->target);
    xml_open(x, "unit");
    xml_attr(x, "id", u->id);
    xml_open(x, "notes");
    put_note(x, "location", place_text(a, u->at));
    put_note(x, "remark", u->note);
    put_note(x, "form", branch_note(a, t, u));
    put_note(x, "review", stale ? "The source was changed since this was translated." : NULL);
    xml_close(x);
    if (data.n)
        xml_open(x, "originalData");
    for (size_t i = 0; i < data.n; i++) {
        xml_open(x, "data");
        xml_attrf(x, "id", "d%zu", i + 1);
        xml_text(x, data.item[i].key);
        xml_close(x);
    }
    if (data.n)
        xml_close(x);
    xml_open(x, "segment");
    xml_attr(x, "state", u->target ? "translated" : "initial");
    xml_attr(x, "subState", stale ? "accord:needs-review" : NULL);
    put_inline(x, a, &data, "source", u->source);
    if (u->target)
        put_inline(x, a, &data, "target", u->target);
    xml_close(x);
    xml_close(x);
}

/* All units of a text; forms of one are a group. */
static void put_text(struct xml *x, struct arena *a, const struct text_units *t,
                     const struct map *hash, size_t text)
{
    const struct text_place *p = &t->text.p[text];
    bool group = p->units && *t->unit.p[p->first].word;
    if (group) {
        xml_open(x, "group");
        xml_attr(x, "id", p->name);
    }
    for (size_t i = p->first; i < p->first + p->units; i++)
        put_unit(x, a, t, &t->unit.p[i], text_unit_is_stale((struct text_units *)t, hash, &t->unit.p[i]));
    if (group)
        xml_close(x);
}

void strings_export(struct arena *a, struct diags *d, const struct model *m, enum lang to,
                    struct buf *out)
{
    struct text_units *t = text_units_read(a, d, m, to);
    struct map hash;
    struct xml x;
    const char *file = "";
    text_memory_read(t, &hash);
    buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml_init(&x, out);
    xml_open(&x, "xliff");
    xml_attr(&x, "xmlns", "urn:oasis:names:tc:xliff:document:2.0");
    xml_attr(&x, "version", "2.0");
    xml_attr(&x, "srcLang", lang_code[t->from]);
    xml_attr(&x, "trgLang", lang_code[to]);
    for (size_t i = 0; i < t->text.n; i++) {
        const struct text_place *p = &t->text.p[i];
        const char *own = p->units ? t->unit.p[p->first].file : file;
        if (strcmp(file, own) != 0) {
            if (*file)
                xml_close(&x);
            xml_raw(&x, "\n");
            xml_open(&x, "file");
            xml_attr(&x, "id", own);
            xml_attr(&x, "original", p->original);
            file = own;
        }
        xml_raw(&x, "\n");
        put_text(&x, a, t, &hash, i);
    }
    if (*file)
        xml_close(&x);
    xml_close(&x);
    buf_putc(out, '\n');
}
