#include "input/input_room.h"

#include "base/arena.h"
#include "base/path.h"

#include <string.h>

/* Nodes as template data.  Aliases share nodes, so a small file may unfold into a huge value:
 * the count of values made is limited. */
struct maker {
    struct arena *a;
    struct diags *d;
    size_t made;
};

#define CORE "tag:yaml.org,2002:"

static bool is_one_of(const char *s, const char *const *words)
{
    while (*words && strcmp(s, *words) != 0)
        words++;
    return *words != NULL;
}

static bool is_null(const char *s)
{
    static const char *const words[] = {"", "~", "null", "Null", "NULL", NULL};
    return is_one_of(s, words);
}

static bool is_bool(const char *s, bool *b)
{
    static const char *const yes[] = {"true", "True", "TRUE", NULL};
    static const char *const no[] = {"false", "False", "FALSE", NULL};
    *b = is_one_of(s, yes);
    return *b || is_one_of(s, no);
}

static const struct value *mismatch(struct maker *m, const struct node *n)
{
    diag_report(m->d, DIAG_BAD_DATA, n->place, n->tag);
    return value_string(m->a, n->text);
}

/* A scalar with a tag of the core schema: !!str 12 is text, !!int "12" a number. */
static const struct value *tagged(struct maker *m, const struct node *n)
{
    const char *tag = strncmp(n->tag, CORE, strlen(CORE)) == 0 ? n->tag + strlen(CORE) : "";
    const char *number = number_text(m->a, n->text);
    bool b;
    if (strcmp(tag, "str") == 0)
        return value_string(m->a, n->text);
    if (strcmp(tag, "null") == 0 && is_null(n->text))
        return value_null(m->a);
    if (strcmp(tag, "bool") == 0 && is_bool(n->text, &b))
        return value_bool(m->a, b);
    if (number && (strcmp(tag, "float") == 0 || strcmp(tag, "int") == 0))
        return value_number(m->a, number);
    return mismatch(m, n);
}

static const struct value *scalar(struct maker *m, const struct node *n)
{
    bool b;
    if (n->tag)
        return tagged(m, n);
    if (!n->plain)
        return value_string(m->a, n->text);
    if (is_null(n->text))
        return value_null(m->a);
    if (is_bool(n->text, &b))
        return value_bool(m->a, b);
    const char *number = number_text(m->a, n->text);
    return number ? value_number(m->a, number) : value_string(m->a, n->text);
}

static bool fits_tag(const struct node *n)
{
    return !n->tag || strcmp(n->tag, n->kind == NODE_LIST ? CORE "seq" : CORE "map") == 0;
}

static const struct value *make(struct maker *m, const struct node *n)
{
    if (m->made++ == DATA_NODES_MAX)
        diag_report(m->d, DIAG_TOO_DEEP, n->place);
    if (m->made > DATA_NODES_MAX)
        return value_null(m->a);
    if (n->kind == NODE_SCALAR)
        return scalar(m, n);
    if (!fits_tag(n))
        diag_report(m->d, DIAG_BAD_DATA, n->place, n->tag);
    if (n->kind == NODE_LIST) {
        struct value *list = value_list(m->a);
        for (size_t i = 0; i < n->n; i++)
            value_push(list, make(m, n->item[i]));
        return list;
    }
    struct value *map = value_map(m->a);
    for (size_t i = 0; i < n->n; i++)
        value_set(map, n->pair[i].key->text, make(m, n->pair[i].value));
    return map;
}

static bool looks_like_json(const struct source *src)
{
    size_t i = strspn(src->text, " \t\r\n");
    return i < src->len && (src->text[i] == '{' || src->text[i] == '[' || src->text[i] == '"');
}

static bool is_named_json(const char *path)
{
    return path_ends_in(path, ".json");
}

/* JSON is nearly YAML, but libyaml refuses its surrogate pairs and its tabs: what is JSON is
 * read as JSON, and all else as YAML. */
const struct value *input_data(struct arena *a, struct diags *d, const struct source *src)
{
    const struct value *v = NULL;
    const char *what = NULL;
    size_t at = 0;
    bool named = is_named_json(src->path);
    if ((named || looks_like_json(src)) && json_read(a, src, &v, &at, &what))
        return v;
    if (named) {
        diag_report(d, DIAG_BAD_JSON, place_of(src, at, at + 1), what);
        return NULL;
    }
    bool failed = false;
    const struct node *root = yaml_read(a, d, src, (struct yaml_options){.data = true}, &failed);
    if (!root)
        return failed ? NULL : value_null(a);
    return make(&(struct maker){.a = a, .d = d}, root);
}
