/* shape.h - C structs that templates read: values made by the million without a map for each.
 *
 * A record is a struct whose members have names.  The names are numbered once, in one table that
 * all shapes of a room share (struct shape_names), and a template that is linked
 * (template/template.h) knows the numbers of its names.  A shape says for each number where in the
 * struct that member is.  So filling a record is assigning members, and looking one up compares no
 * texts.  A zeroed struct is all nulls and falses, and its members hide those of the same name
 * around it as any null does.
 *
 * A list of records is walked: it keeps how many there are and how the record of an item comes
 * about, so a list of ten thousand rows takes the memory of one.  Whoever walks it gives the
 * room for one record, and has it filled again for each item.
 *
 * Ownership: values point to records and lists to what they are filled from; all of it has to
 * live until the last reading.  Shapes and walks are static.
 */
#ifndef ACCORD_BASE_SHAPE_H
#define ACCORD_BASE_SHAPE_H

#include "base/value.h"

#include <stddef.h>
#include <stdint.h>

/* A text in up to three parts, as addresses are: "../../", "partners/unicef", "/index.html". */
struct shape_parts {
    const char *part[3]; /* the first NULL: a null; others NULL: no more */
};

enum shape_kind {
    SHAPE_NONE,  /* no such member */
    SHAPE_TEXT,  /* const char *; NULL and "" are a null */
    SHAPE_FLAG,  /* bool */
    SHAPE_PARTS, /* struct shape_parts */
    SHAPE_HELD,  /* struct value, in the record itself */
    SHAPE_VALUE  /* const struct value *; NULL is a null */
};

struct shape_member {
    uint16_t kind, offset;
};

/* Number 0 is no name: what no shape has. */
struct shape_names {
    const char *const *name; /* by number, from 1 on */
    size_t n;                /* with number 0 */
};

struct shape {
    const struct shape_names *names;
    const struct shape_member *member; /* by the number of its name */
};

struct shape_walk {
    const struct shape *shape;
    size_t size;
    /* Makes item i of ctx into a record of so many bytes, every member of it.  NULL: ctx is an array
     * of records. */
    void (*fill)(const void *ctx, size_t i, void *record);
};

/* A record as a value; it is not copied. */
const struct value *shape_value(struct arena *a, const struct shape *shape, const void *record);
/* A list, to be held in a record or by whoever wants. */
struct value shape_list(struct arena *a, const struct shape_walk *how, const void *ctx, size_t n);

/* The number of a name; 0 when no shape has it. */
uint16_t shape_number(const struct shape_names *names, const char *name, size_t len);

/* The parts, one behind the other. */
const char *shape_joined(struct arena *a, const struct shape_parts *parts);

/* --- for renderers: what a value is, without making another --- */

/* What value_truthy would say of the member that stands at a place. */
static inline bool shape_truthy(enum shape_kind kind, const void *at)
{
    const struct value *v = NULL;
    switch (kind) {
    case SHAPE_TEXT: {
        const char *text = *(const char *const *)at;
        return text && *text;
    }
    case SHAPE_FLAG:
        return *(const bool *)at;
    case SHAPE_PARTS:
        return ((const struct shape_parts *)at)->part[0] != NULL;
    case SHAPE_HELD:
        v = at;
        break;
    case SHAPE_VALUE:
        v = *(const struct value *const *)at;
        break;
    case SHAPE_NONE:
        break;
    }
    return v && value_truthy(v);
}

/* The member of a record, in room or where it stands. */
const struct value *shape_look(const struct value *record, struct shape_member member,
                               struct value *room);
/* Item i of a walk; record: room for how->size bytes, untouched when there is nothing to fill. */
struct value shape_walked(const struct value *walk, size_t i, void *record);

/* --- for value.c --- */

size_t shape_count(const struct shape *shape);
uint16_t shape_nth(const struct shape *shape, size_t i); /* the number of its member i */
const struct value *shape_get(const struct value *record, uint16_t number); /* NULL: none */
const struct value *shape_item(const struct value *walk, size_t i);
#endif
