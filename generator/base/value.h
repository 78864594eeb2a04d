/* value.h - the data a template is rendered with.
 *
 * A value is null, a boolean, a number, a string, a list, an ordered map, or lazy.  A lazy
 * value computes on demand: it may print (text) and may have members (get), both at once;
 * figures are lazy, since 2024.contributions.total prints and so does ...total.millions.
 * Values live in an arena and are built once, then only read.  What is made by the million is
 * no map but a C struct of a known shape (base/shape.h), which reads as a map, and as lists of such.
 *
 * Numbers keep the decimal text of their source, in shortest form (1.210 is 1.21); no binary
 * floating point is involved.
 */
#ifndef ACCORD_BASE_VALUE_H
#define ACCORD_BASE_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct map;
struct map_key;
struct shape;
struct shape_parts;
struct shape_walk;

enum value_kind {
    VALUE_NULL,
    VALUE_BOOL,
    VALUE_NUMBER,
    VALUE_STRING,
    VALUE_LIST,
    VALUE_MAP,
    VALUE_LAZY,
};

struct value_class;

/* How a value is held: enum value_kind, or in one of these forms, which value_kind() tells as what
 * they read as. */
enum value_form {
    VALUE_PARTS = VALUE_LAZY + 1, /* a string */
    VALUE_RECORD,                 /* a map */
    VALUE_WALK                    /* a list */
};

/* Laid open for records, which hold values, and for what renders millions of them; all others use
 * the functions below. */
struct value {
    unsigned char form;
    bool boolean;
    struct arena *arena;
    union {
        const char *text;
        struct {
            const struct value **item;
            size_t n, cap;
        } list;
        struct map *map;
        struct {
            const struct value_class *cls;
            void *ctx;
            const char *path;
        } lazy;
        const struct shape_parts *parts;
        struct {
            const struct shape *shape;
            const void *data;
        } record;
        struct {
            const struct shape_walk *how;
            const void *ctx;
            size_t n;
        } walk;
    } u;
};

struct value_class {
    /* The member of self named key[0..n), NULL when there is none. */
    const struct value *(*get)(const struct value *self, const char *key, size_t n);
    /* The text of self for readers, NULL when it has members only. */
    const char *(*text)(const struct value *self);
};

struct value *value_null(struct arena *a);
struct value *value_bool(struct arena *a, bool b);
struct value *value_number(struct arena *a, const char *decimal); /* "-12.50"; made shortest */
struct value *value_int(struct arena *a, int64_t n);
struct value *value_string(struct arena *a, const char *s); /* copied; NULL gives a null */
struct value *value_list(struct arena *a);
struct value *value_map(struct arena *a);
/* ctx and path are the class's own; path is copied. */
struct value *value_lazy(struct arena *a, const struct value_class *cls, void *ctx,
                         const char *path);

void value_push(struct value *list, const struct value *item);
void value_set(struct value *map, const char *key, const struct value *item); /* key copied */
void value_set_string(struct value *map, const char *key, const char *s); /* NULL: not set */
void value_set_int(struct value *map, const char *key, int64_t n);
void value_set_null(struct value *map, const char *key);
void value_set_bool(struct value *map, const char *key, bool b);

enum value_kind value_kind(const struct value *v);
size_t value_count(const struct value *v); /* items of a list or map, else 0 */
const struct value *value_item(const struct value *v, size_t i); /* of a list or map */
const char *value_key(const struct value *map, size_t i);
/* A member of a map or lazy value; NULL when there is none or v has no members. */
const struct value *value_get(const struct value *v, const char *key);
const struct value *value_get_n(const struct value *v, const char *key, size_t n);
const struct value *value_get_key(const struct value *v, const struct map_key *key);
/* What prints: strings, numbers, true and false, lazy text; NULL for null, lists and maps. */
const char *value_text(const struct value *v);
/* False for null, false, an empty list (the Mustache spec's falsey values) and ""; a missing
 * value is the caller's NULL, which is false too. */
bool value_truthy(const struct value *v);
struct arena *value_arena(const struct value *v);
void *value_ctx(const struct value *lazy);
const char *value_path(const struct value *lazy);

#endif
