#include "base/value.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/shape.h"
#include "base/vec.h"

#include <inttypes.h>
#include <string.h>

static struct value *make(struct arena *a, enum value_kind kind)
{
    struct value *v = ARENA_NEW(a, struct value);
    v->form = (unsigned char)kind;
    v->arena = a;
    return v;
}

struct value *value_null(struct arena *a)
{
    return make(a, VALUE_NULL);
}

struct value *value_bool(struct arena *a, bool b)
{
    struct value *v = make(a, VALUE_BOOL);
    v->boolean = b;
    return v;
}

struct value *value_number(struct arena *a, const char *decimal)
{
    struct value *v = make(a, VALUE_NUMBER);
    char *s = arena_strdup(a, decimal + (decimal[0] == '+'));
    if (strchr(s, '.') && !strpbrk(s, "eE")) {
        char *end = s + strlen(s);
        while (end[-1] == '0')
            *--end = '\0';
        if (end[-1] == '.')
            *--end = '\0';
    }
    v->u.text = s;
    return v;
}

struct value *value_int(struct arena *a, int64_t n)
{
    struct value *v = make(a, VALUE_NUMBER);
    v->u.text = arena_printf(a, "%" PRId64, n);
    return v;
}

struct value *value_string(struct arena *a, const char *s)
{
    if (!s)
        return value_null(a);
    struct value *v = make(a, VALUE_STRING);
    v->u.text = arena_strdup(a, s);
    return v;
}

struct value *value_list(struct arena *a)
{
    return make(a, VALUE_LIST);
}

struct value *value_map(struct arena *a)
{
    struct value *v = make(a, VALUE_MAP);
    v->u.map = ARENA_NEW(a, struct map);
    map_init(v->u.map, a);
    return v;
}

struct value *value_lazy(struct arena *a, const struct value_class *cls, void *ctx,
                         const char *path)
{
    struct value *v = make(a, VALUE_LAZY);
    v->u.lazy.cls = cls;
    v->u.lazy.ctx = ctx;
    v->u.lazy.path = arena_strdup(a, path);
    return v;
}

void value_push(struct value *list, const struct value *item)
{
    if (list->u.list.n == list->u.list.cap) {
        size_t item_size = sizeof *list->u.list.item, cap = list->u.list.cap;
        size_t more = cap ? cap * 2 : VEC_FIRST / item_size;
        list->u.list.item = arena_grow(list->arena, list->u.list.item, cap * item_size,
                                       more * item_size);
        list->u.list.cap = more;
    }
    list->u.list.item[list->u.list.n++] = item;
}

void value_set(struct value *map, const char *key, const struct value *item)
{
    map_set(map->u.map, key, (void *)item);
}

void value_set_string(struct value *map, const char *key, const char *s)
{
    if (s)
        value_set(map, key, value_string(map->arena, s));
}

void value_set_int(struct value *map, const char *key, int64_t n)
{
    value_set(map, key, value_int(map->arena, n));
}

void value_set_null(struct value *map, const char *key)
{
    static const struct value null = {.form = VALUE_NULL};
    value_set(map, key, &null);
}

void value_set_bool(struct value *map, const char *key, bool b)
{
    static const struct value no = {.form = VALUE_BOOL, .boolean = false};
    static const struct value yes = {.form = VALUE_BOOL, .boolean = true};
    value_set(map, key, b ? &yes : &no);
}

enum value_kind value_kind(const struct value *v)
{
    static const enum value_kind reads_as[] = {[VALUE_PARTS] = VALUE_STRING,
                                               [VALUE_RECORD] = VALUE_MAP,
                                               [VALUE_WALK] = VALUE_LIST};
    return v->form <= VALUE_LAZY ? (enum value_kind)v->form : reads_as[v->form];
}

size_t value_count(const struct value *v)
{
    switch (v->form) {
    case VALUE_LIST:
        return v->u.list.n;
    case VALUE_MAP:
        return v->u.map->n;
    case VALUE_WALK:
        return v->u.walk.n;
    case VALUE_RECORD:
        return shape_count(v->u.record.shape);
    default:
        return 0;
    }
}

const struct value *value_item(const struct value *v, size_t i)
{
    switch (v->form) {
    case VALUE_LIST:
        return v->u.list.item[i];
    case VALUE_MAP:
        return v->u.map->item[i].value;
    case VALUE_WALK:
        return shape_item(v, i);
    default:
        return shape_get(v, shape_nth(v->u.record.shape, i));
    }
}

const char *value_key(const struct value *map, size_t i)
{
    if (map->form == VALUE_MAP)
        return map->u.map->item[i].key;
    const struct shape *shape = map->u.record.shape;
    return shape->names->name[shape_nth(shape, i)];
}

const struct value *value_get_key(const struct value *v, const struct map_key *key)
{
    switch (v->form) {
    case VALUE_MAP:
        return map_get_key(v->u.map, key);
    case VALUE_LAZY:
        return v->u.lazy.cls->get(v, key->s, key->n);
    case VALUE_RECORD:
        return shape_get(v, shape_number(v->u.record.shape->names, key->s, key->n));
    default:
        return NULL;
    }
}

const struct value *value_get_n(const struct value *v, const char *key, size_t n)
{
    struct map_key ready = map_key(key, n);
    return value_get_key(v, &ready);
}

const struct value *value_get(const struct value *v, const char *key)
{
    return value_get_n(v, key, strlen(key));
}

const char *value_text(const struct value *v)
{
    switch (v->form) {
    case VALUE_BOOL:
        return v->boolean ? "true" : "false";
    case VALUE_NUMBER:
    case VALUE_STRING:
        return v->u.text;
    case VALUE_LAZY:
        return v->u.lazy.cls->text(v);
    case VALUE_PARTS:
        return shape_joined(v->arena, v->u.parts);
    default:
        return NULL;
    }
}

bool value_truthy(const struct value *v)
{
    switch (v->form) {
    case VALUE_NULL:
        return false;
    case VALUE_BOOL:
        return v->boolean;
    case VALUE_STRING:
        return v->u.text[0] != '\0';
    case VALUE_LIST:
        return v->u.list.n > 0;
    case VALUE_WALK:
        return v->u.walk.n > 0;
    default:
        return true;
    }
}

struct arena *value_arena(const struct value *v)
{
    return v->arena;
}

void *value_ctx(const struct value *lazy)
{
    return lazy->u.lazy.ctx;
}

const char *value_path(const struct value *lazy)
{
    return lazy->u.lazy.path;
}
