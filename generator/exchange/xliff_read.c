/* xliff_read.c - translations that come back (XLIFF 2.0 and 2.1).
 *
 * libxml2 parses the text in memory: nothing is fetched, a DTD is refused before it is looked at, so
 * that there are no entities but those of XML. */
#include "exchange/text_unit.h"

#include "base/arena.h"
#include "base/buf.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

struct taking {
    struct text_units *t;
    const struct source *src;
    struct map *hash;
    struct strings_result *out;
    const char *file;
    bool good;
};

static bool is(const xmlNode *n, const char *name)
{
    return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

static struct place place_at(const struct taking *k, int line)
{
    return (struct place){.src = k->src, .line = line, .col = 1, .len = 1};
}

static const char *attribute(const struct taking *k, const xmlNode *n, const char *name)
{
    xmlChar *value = xmlGetNoNsProp((xmlNode *)n, (const xmlChar *)name);
    const char *s = value ? arena_strdup(k->t->a, (const char *)value) : NULL;
    xmlFree(value);
    return s;
}

static void fault(struct taking *k, enum diag_code code, const xmlNode *n, const char *a,
                  const char *b)
{
    diag_report(k->t->d, code, place_at(k, (int)xmlGetLineNo((xmlNode *)n)), a, b ? b : "");
    k->good = false;
}

/* --- the text of a unit --- */

static const char *content(const struct taking *k, const xmlNode *n)
{
    xmlChar *value = xmlNodeGetContent((xmlNode *)n);
    const char *s = arena_strdup(k->t->a, value ? (const char *)value : "");
    xmlFree(value);
    return s;
}

static const char *original(struct taking *k, const xmlNode *unit, const char *id)
{
    for (const xmlNode *n = unit->children; n; n = n->next)
        for (const xmlNode *data = is(n, "originalData") ? n->children : NULL; data;
             data = data->next) {
            const char *own = is(data, "data") ? attribute(k, data, "id") : NULL;
            if (own && strcmp(own, id) == 0)
                return content(k, data);
        }
    return NULL;
}

static void put_inline(struct taking *k, const xmlNode *unit, const xmlNode *n, struct buf *out)
{
    for (const xmlNode *c = n->children; c; c = c->next) {
        if (c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE) {
            buf_puts(out, (const char *)c->content);
        } else if (is(c, "ph")) {
            const char *ref = attribute(k, c, "dataRef");
            const char *data = ref ? original(k, unit, ref) : NULL;
            data = data ? data : attribute(k, c, "equiv"); /* some tools drop the data */
            if (data)
                buf_printf(out, "\1%s\2", data);
            else
                fault(k, DIAG_XLIFF_BAD, c, "a ph without its data", NULL);
        } else if (is(c, "mrk")) {
            put_inline(k, unit, c, out);
        } else if (c->type == XML_ELEMENT_NODE && !is(c, "sm") && !is(c, "em")) {
            fault(k, DIAG_XLIFF_BAD, c,
                  arena_printf(k->t->a, "<%s> in a text: nothing in these texts is such",
                               (const char *)c->name), NULL);
        }
    }
}

/* Without the lines that some tools put around a text to indent it. */
static const char *unindented(struct arena *a, const char *s)
{
    size_t n = strlen(s), lead = strspn(s, " \t\r\n"), end = n;
    while (end > lead && strchr(" \t\r\n", s[end - 1]))
        end--;
    size_t from = memchr(s, '\n', lead) ? lead : 0, to = memchr(s + end, '\n', n - end) ? end : n;
    return from < to ? arena_strndup(a, s + from, to - from) : "";
}

/* All segments of a unit: tools may divide it.  NULL when a target is not there. */
static const char *joined(struct taking *k, const xmlNode *unit, const char *name)
{
    struct buf out = BUF_INIT;
    bool all = true;
    for (const xmlNode *s = unit->children; s; s = s->next) {
        bool found = false, segment = is(s, "segment");
        if (!segment && !is(s, "ignorable"))
            continue;
        const xmlNode *source = NULL;
        for (const xmlNode *c = s->children; c; c = c->next) {
            source = is(c, "source") ? c : source;
            if (!is(c, name))
                continue;
            found = true;
            put_inline(k, unit, c, &out);
        }
        all = all && (found || !segment);
        if (!found && !segment && source) /* blanks between sentences */
            put_inline(k, unit, source, &out);
    }
    const char *text = unindented(k->t->a, buf_to_arena(&out, k->t->a));
    return all ? text : NULL;
}

/* --- whether it is right --- */

static bool has(const char *text, const char *ph, size_t n)
{
    for (const char *s = text; (s = strchr(s, '\1')); s++)
        if (strcspn(s + 1, "\2") == n && strncmp(s + 1, ph, n) == 0)
            return true;
    return false;
}

/* The number of a plural, which a form may say in words. */
static bool is_number(const struct text_unit *u, const char *ph, size_t n)
{
    return *u->word && n == 1 && *ph == '#';
}

/* All that the program fills in stays.  A translation that is there shows what this language takes: a
 * message may be given more than its source prints. */
static bool check_marks(struct taking *k, const xmlNode *n, const struct text_unit *u,
                        const char *target)
{
    const char *model = u->target ? u->target : u->source;
    bool good = true;
    for (const char *s = model; (s = strchr(s, '\1')); s++) {
        size_t len = strcspn(s + 1, "\2");
        if (is_number(u, s + 1, len) || has(target, s + 1, len))
            continue;
        fault(k, DIAG_XLIFF_PLACEHOLDER_LOST, n, arena_strndup(k->t->a, s + 1, len), u->id);
        good = false;
    }
    for (const char *s = target; (s = strchr(s, '\1')); s++) {
        size_t len = strcspn(s + 1, "\2");
        if (is_number(u, s + 1, len) || has(model, s + 1, len) || has(u->source, s + 1, len))
            continue;
        fault(k, DIAG_XLIFF_PLACEHOLDER_NEW, n, arena_strndup(k->t->a, s + 1, len), u->id);
        good = false;
    }
    return good;
}

static bool is_blank(const char *s)
{
    return s[strspn(s, " \t\r\n")] == '\0';
}

static void take_unit(struct taking *k, const xmlNode *unit)
{
    const char *id = attribute(k, unit, "id");
    struct text_unit *u = id ? text_units_find(k->t, k->file, id) : NULL;
    const char *source = joined(k, unit, "source"), *target = joined(k, unit, "target");
    if (!u) {
        diag_report(k->t->d, DIAG_XLIFF_UNIT, place_at(k, (int)xmlGetLineNo((xmlNode *)unit)),
                    id ? id : "", k->file);
        return;
    }
    if (!target || is_blank(target)) {
        k->out->empty++;
        return;
    }
    if (!check_marks(k, unit, u, target))
        return;
    if (source && strcmp(source, u->source) != 0) {
        diag_report(k->t->d, DIAG_XLIFF_STALE, place_at(k, (int)xmlGetLineNo((xmlNode *)unit)), u->id);
        k->out->stale++;
    }
    map_set(k->hash, arena_printf(k->t->a, "%s %s", u->file, u->id),
            (void *)text_unit_hash(k->t->a, source ? source : u->source));
    u->came = true;
    if (u->target && strcmp(u->target, target) == 0) {
        k->out->same++;
        return;
    }
    u->now = target;
    k->out->changed++;
}

/* Files and groups, however deep. */
static void take(struct taking *k, const xmlNode *n)
{
    for (const xmlNode *c = n->children; c; c = c->next) {
        if (is(c, "file")) {
            const char *id = attribute(k, c, "id");
            k->file = id ? id : "";
        }
        if (is(c, "file") || is(c, "group"))
            take(k, c);
        else if (is(c, "unit"))
            take_unit(k, c);
    }
}

/* --- the file --- */

static bool find_languages(struct taking *k, const xmlNode *root)
{
    const char *version = attribute(k, root, "version");
    const char *from = attribute(k, root, "srcLang"), *to = attribute(k, root, "trgLang");
    int lang = to ? lang_of(to) : -1;
    if (!is(root, "xliff") || !version || strncmp(version, "2.", 2) != 0) {
        fault(k, DIAG_XLIFF_BAD, root, "it is no XLIFF of version 2", NULL);
        return false;
    }
    if (!from || strcmp(from, lang_code[k->t->from]) != 0 || lang < 0 || lang != (int)k->t->to) {
        fault(k, DIAG_XLIFF_LANGUAGE, root,
              arena_printf(k->t->a, "%s to %s", from ? from : "?", to ? to : "?"),
              lang_code[k->t->from]);
        return false;
    }
    return true;
}

static xmlDoc *parse(struct arena *a, struct diags *d, const struct source *src)
{
    xmlParserCtxt *context = xmlNewParserCtxt();
    if (strstr(src->text, "<!DOCTYPE") || !context) {
        xmlFreeParserCtxt(context);
        diag_report(d, DIAG_XLIFF_BAD, (struct place){.src = src, .len = 1},
                    "it has a DTD, which XLIFF has not");
        return NULL;
    }
    xmlDoc *doc = xmlCtxtReadMemory(context, src->text, (int)src->len, NULL, "UTF-8",
                                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                        XML_PARSE_BIG_LINES);
    const xmlError *error = xmlCtxtGetLastError(context);
    if (!doc) {
        char *what = arena_strdup(a, error && error->message ? error->message : "it is no XML");
        what[strcspn(what, "\n")] = '\0';
        diag_report(d, DIAG_XLIFF_BAD,
                    (struct place){.src = src, .line = error ? error->line : 1, .col = 1, .len = 1},
                    what);
    }
    xmlFreeParserCtxt(context);
    return doc;
}

bool xliff_read(struct text_units *t, const struct source *src, struct map *hash,
                struct strings_result *out)
{
    struct taking k = {.t = t, .src = src, .hash = hash, .out = out, .good = true};
    xmlDoc *doc = parse(t->a, t->d, src);
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    bool good = root && find_languages(&k, root);
    if (good)
        take(&k, root);
    if (good && k.good && !out->changed && !out->same)
        diag_report(t->d, DIAG_XLIFF_EMPTY, (struct place){.src = src, .len = 1}, lang_code[t->to]);
    xmlFreeDoc(doc);
    return good && k.good;
}

/* The language that a file is in, before the texts of that one are read. */
static int language_of(struct arena *a, struct diags *d, const struct source *src)
{
    xmlDoc *doc = parse(a, d, src);
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    xmlChar *to = root ? xmlGetNoNsProp((xmlNode *)root, (const xmlChar *)"trgLang") : NULL;
    int lang = to ? lang_of((const char *)to) : -1;
    if (root && lang < 0)
        diag_report(d, DIAG_XLIFF_TARGET, (struct place){.src = src, .len = 1},
                    to ? arena_strdup(a, (const char *)to) : "?");
    xmlFree(to);
    xmlFreeDoc(doc);
    return lang;
}

bool strings_import(struct arena *a, struct diags *d, const struct model *m,
                    const struct source *xliff, struct strings_result *out)
{
    int to = language_of(a, d, xliff);
    struct map hash;
    *out = (struct strings_result){.to = to < 0 ? LANG_EN : (enum lang)to};
    if (to < 0)
        return false;
    struct text_units *t = text_units_read(a, d, m, (enum lang)to);
    text_memory_read(t, &hash);
    return xliff_read(t, xliff, &hash, out) && text_edit_files(t, &hash, out);
}
