/* text_unit.c - finds the texts of the content: values of strings/, and maps of languages. */
#include "exchange/text_unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/sha256.h"

#include <string.h>

/* --- units --- */

/* What may stand in an NMTOKEN; others become "_". */
static const char *token(struct arena *a, const char *s)
{
    char *out = arena_strdup(a, s);
    for (char *c = out; *c; c++) {
        bool fine = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
                    (*c >= '0' && *c <= '9') || strchr("._-", *c);
        *c = fine ? *c : '_';
    }
    return out;
}

static void add_unit(struct text_units *t, struct text_unit u)
{
    const char *key = arena_printf(t->a, "%s %s", u.file, u.id);
    u.text = t->text.n - 1;
    VEC_PUSH(t->a, &t->unit, u);
    t->text.p[u.text].units++;
    size_t *at = ARENA_NEW(t->a, size_t);
    *at = t->unit.n - 1;
    map_set(&t->by_id, key, at);
}

struct text_unit *text_units_find(struct text_units *t, const char *file, const char *id)
{
    const size_t *at = map_get(&t->by_id, arena_printf(t->a, "%s %s", file, id));
    return at ? &t->unit.p[*at] : NULL;
}

/* A text of Markdown with its figures and other tags marked; without the end of the last line, which
 * tools for translators do not keep. */
static const char *marked(struct arena *a, const char *text)
{
    struct buf out = BUF_INIT;
    size_t n = strlen(text);
    while (n && text[n - 1] == '\n')
        n--;
    const char *s = arena_strndup(a, text, n);
    while (*s) {
        const char *open = strstr(s, "{{"), *close = open ? strstr(open, "}}") : NULL;
        if (!close) {
            buf_puts(&out, s);
            break;
        }
        close += 2 + (close[2] == '}');
        buf_put(&out, s, (size_t)(open - s));
        buf_printf(&out, "\1%.*s\2", (int)(close - open), open);
        s = close;
    }
    return buf_to_arena(&out, a);
}

static const char *branch_of(const struct locale_split *s, const char *word)
{
    for (size_t i = 0; i < s->n; i++)
        if (strcmp(s->branch[i].word, word) == 0)
            return s->branch[i].text;
    return NULL;
}

static bool same_choice(const struct locale_split *a, const struct locale_split *b)
{
    return !a->argument == !b->argument &&
           (!a->argument ||
            (strcmp(a->argument, b->argument) == 0 && strcmp(a->kind, b->kind) == 0));
}

static void add_branch(struct text_units *t, const struct text_unit *base,
                       const struct locale_split *target, const char *word)
{
    const struct locale_split *source = &t->text.p[t->text.n - 1].split;
    struct text_unit u = *base;
    const char *own = branch_of(source, word);
    u.word = word;
    u.optional = *word == '=' && target;
    u.source = own ? own : branch_of(source, "other");
    u.target = target ? branch_of(target, word) : NULL;
    u.id = arena_printf(t->a, "%s.%s%s", base->id, *word == '=' ? "is-" : "", word + (*word == '='));
    if (!u.source || text_units_find(t, u.file, u.id))
        return;
    add_unit(t, u);
}

/* Forms of a plural: those of the language, and what either side has for single numbers. */
static void add_branches(struct text_units *t, const struct text_unit *base,
                         const struct locale_split *target)
{
    const struct locale_split *s = &t->text.p[t->text.n - 1].split;
    bool select = strcmp(s->kind, "select") == 0;
    const char *const *word = locale_plural_words(t->a, t->locale, strcmp(s->kind, "plural") != 0);
    for (size_t i = 0; i < s->n; i++)
        if (select || *s->branch[i].word == '=')
            add_branch(t, base, target, s->branch[i].word);
    for (size_t i = 0; target && i < target->n; i++)
        if (*target->branch[i].word == '=')
            add_branch(t, base, target, target->branch[i].word);
    for (; !select && *word; word++)
        add_branch(t, base, target, *word);
}

static void add_message(struct text_units *t, struct text_unit u)
{
    struct text_place *text = &t->text.p[t->text.n - 1];
    const char *pattern = text->value ? text->value->text : NULL;
    struct locale_split target;
    bool split = locale_message_split(t->a, text->source->text, &text->split);
    bool fits = split && (!pattern || (locale_message_split(t->a, pattern, &target) &&
                                       same_choice(&text->split, &target)));
    u.word = "";
    if (!fits) {
        u.raw = true;
        u.source = text->source->text;
        u.target = pattern;
        add_unit(t, u);
    } else if (!text->split.argument) {
        u.source = text->split.branch[0].text;
        u.target = pattern ? target.branch[0].text : NULL;
        add_unit(t, u);
    } else {
        add_branches(t, &u, pattern ? &target : NULL);
    }
}

static void add_text(struct text_units *t, struct text_place text, struct text_unit u)
{
    text.first = t->unit.n;
    u.at = text.source->place;
    VEC_PUSH(t->a, &t->text, text);
    if (text.message) {
        add_message(t, u);
        return;
    }
    u.word = "";
    u.source = marked(t->a, text.source->text);
    u.target = text.value && *text.value->text ? marked(t->a, text.value->text) : NULL;
    add_unit(t, u);
}

/* --- strings/ --- */

/* The remarks above a line, up to an empty one. */
static const char *remark(struct arena *a, const struct source *src, int line)
{
    struct buf out = BUF_INIT;
    int last = 0, first = 0;
    size_t n = 0;
    for (int i = line - 1; i > 0; i--) {
        const char *s = place_line(src, i, &n);
        bool is_remark = n && *s == '#';
        if (n == 0 || (last && !is_remark))
            break;
        last = is_remark && !last ? i : last;
        first = is_remark ? i : first;
    }
    for (int i = first; last && i <= last; i++) {
        const char *s = place_line(src, i, &n);
        size_t skip = strspn(s, "# ");
        buf_printf(&out, "%s%.*s", out.n ? " " : "", (int)(n > skip ? n - skip : 0), s + skip);
    }
    const char *text = buf_to_arena(&out, a);
    return *text ? text : NULL;
}

static struct node *read_tree(struct text_units *t, const char *path, const struct source **src)
{
    bool refused = t->r->refused && map_has(t->r->refused, path);
    *src = !refused && input_exists(path) ? input_read(t->a, t->d, path) : NULL;
    struct node *root = *src ? input_yaml(t->a, t->d, *src) : NULL;
    return root && root->kind == NODE_MAP ? root : NULL;
}

static void read_strings(struct text_units *t)
{
    const struct source *src, *own;
    const char *dir = arena_printf(t->a, "%s/strings", t->r->dir);
    const struct node *from = read_tree(t, arena_printf(t->a, "%s/%s.yaml", dir, lang_code[t->from]),
                                        &src);
    const struct node *to = read_tree(t, arena_printf(t->a, "%s/%s.yaml", dir, lang_code[t->to]),
                                      &own);
    const struct node *after = NULL;
    for (size_t i = 0; from && to && i < from->n; i++) {
        const struct node *key = from->pair[i].key, *value = node_get(to, key->text);
        if (from->pair[i].value->kind != NODE_SCALAR)
            continue;
        struct text_place text = {.original = arena_printf(t->a, "strings/%s.yaml",
                                                           lang_code[t->to]),
                                  .src = own, .value = value, .source = from->pair[i].value,
                                  .after = after, .name = key->text, .message = true};
        add_text(t, text, (struct text_unit){.file = "strings", .id = token(t->a, key->text),
                                             .note = remark(t->a, src, key->place.line)});
        after = value ? value : after;
    }
}

/* --- records --- */

static bool is_languages(const struct node *n)
{
    for (size_t i = 0; i < n->n; i++)
        if (lang_of(n->pair[i].key->text) < 0 || n->pair[i].value->kind != NODE_SCALAR)
            return false;
    return n->kind == NODE_MAP && n->n > 0;
}

/* Languages that are no texts: the letters of documents' numbers, who translated a list. */
static bool is_for_readers(const char *key)
{
    return strcmp(key, "letters") != 0 && strcmp(key, "translations") != 0;
}

struct walk {
    struct text_units *t;
    const char *file, *original;
    const struct source *src;
};

static void walk(struct walk *w, const struct node *n, const struct node *key, const char *id)
{
    struct text_units *t = w->t;
    if (n->kind == NODE_MAP && key && is_languages(n)) {
        const struct node *source = node_get(n, lang_code[t->from]);
        struct text_place text = {.original = w->original, .src = w->src, .key = key, .map = n,
                                  .value = node_get(n, lang_code[t->to]), .source = source};
        if (source && *source->text && is_for_readers(key->text))
            add_text(t, text, (struct text_unit){.file = w->file, .id = token(t->a, id)});
        else if (is_for_readers(key->text))
            t->without_source++;
        return;
    }
    for (size_t i = 0; n->kind == NODE_MAP && i < n->n; i++)
        walk(w, n->pair[i].value, n->pair[i].key,
             *id ? arena_printf(t->a, "%s.%s", id, n->pair[i].key->text) : n->pair[i].key->text);
    for (size_t i = 0; n->kind == NODE_LIST && i < n->n; i++) {
        const struct node *own = n->item[i]->kind == NODE_MAP ? node_get(n->item[i], "id") : NULL;
        const char *name = own && own->kind == NODE_SCALAR ? own->text
                                                           : arena_printf(t->a, "%zu", i + 1);
        walk(w, n->item[i], key, arena_printf(t->a, "%s.%s", id, name));
    }
}

/* A document has texts in the languages that it is issued in. */
static bool is_issued(const struct text_units *t, const char *path)
{
    static const char dir[] = "documents/";
    if (strncmp(path, dir, sizeof dir - 1) != 0)
        return true;
    const char *id = path + sizeof dir - 1;
    for (size_t i = 0; i < t->r->document_n; i++) {
        const struct document *doc = &t->r->document[i];
        size_t n = strlen(doc->id);
        if (strncmp(id, doc->id, n) == 0 && id[n] == '/')
            return doc->language[t->to];
    }
    return true;
}

/* What may be named outside: no internal agreement, nor a partner that the public may not know. */
static bool is_public(const struct text_units *t, const char *path, const struct node *root)
{
    static const char dir[] = "partners/";
    const struct node *publish = node_get(root, "publish"), *id = node_get(root, "id");
    if (publish && publish->kind == NODE_SCALAR && strcmp(publish->text, "internal") == 0)
        return false;
    if (strncmp(path, dir, sizeof dir - 1) != 0 || !id || id->kind != NODE_SCALAR)
        return true;
    const struct partner *p = map_get(&t->r->partner_by_id, id->text);
    return !p || model_partner_public(t->m, p);
}

static void read_record(struct text_units *t, const char *path)
{
    struct walk w = {.t = t, .original = path};
    const struct node *root = read_tree(t, arena_printf(t->a, "%s/%s", t->r->dir, path), &w.src);
    w.file = token(t->a, arena_strndup(t->a, path, strlen(path) - strlen(".yaml")));
    if (root && is_public(t, path, root) && is_issued(t, path))
        walk(&w, root, NULL, "");
}

static void read_folder(struct text_units *t, const char *dir)
{
    const char *path = arena_printf(t->a, "%s/%s", t->r->dir, dir);
    if (t->r->refused && map_has(t->r->refused, path))
        return;
    struct input_list files = input_names(t->a, t->d, path, ".yaml");
    struct input_list folders = input_names(t->a, t->d, path, "");
    for (size_t i = 0; i < files.n; i++)
        read_record(t, arena_printf(t->a, "%s/%s", dir, files.name[i]));
    for (size_t i = 0; i < folders.n; i++)
        read_folder(t, arena_printf(t->a, "%s/%s", dir, folders.name[i]));
}

struct text_units *text_units_read(struct arena *a, struct diags *d, const struct model *m,
                                   enum lang to)
{
    static const char *const dirs[] = {"vocabulary", "partners", "agreements", "opportunities",
                                       "documents"};
    struct text_units *t = ARENA_NEW(a, struct text_units);
    const struct records *r = model_records(m);
    *t = (struct text_units){.a = a, .d = d, .m = m, .r = r, .from = r->site.default_lang, .to = to};
    t->locale = locale_open(a, lang_code[to]);
    map_init(&t->by_id, a);
    read_strings(t);
    read_record(t, "site.yaml");
    for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++)
        read_folder(t, dirs[i]);
    return t;
}

const char *text_unit_hash(struct arena *a, const char *source)
{
    char hex[SHA256_HEX];
    sha256_of(source, strlen(source), hex);
    return arena_strndup(a, hex, 16);
}
