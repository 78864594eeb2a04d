/* shapes.h - the structs of shape_codes.h, and the numbers of all names of value_codes.h.
 *
 * Each is `struct TAG_value`, and its shape (base/shape.h) is shapes_TAG. */
#ifndef ACCORD_SITE_SHAPES_H
#define ACCORD_SITE_SHAPES_H

#include "base/shape.h"

enum shapes_name {
    SHAPES_NO_NAME,
#define SHAPES_OF_WORDS(name) SHAPES_##name, SHAPES_##name##_dir,
#define SHAPES_OF_TEXT(name) SHAPES_##name,
#define SHAPES_OF_MARKUP SHAPES_OF_TEXT
#define SHAPES_OF_ADDRESS SHAPES_OF_TEXT
#define SHAPES_OF_FLAG SHAPES_OF_TEXT
#define SHAPES_OF_LIST SHAPES_OF_TEXT
#define SHAPES_OF_THINGS SHAPES_OF_TEXT
#define PART(title)
#define ROW(type, name, meaning) SHAPES_OF_##type(name)
#include "site/value_codes.h"
#undef PART
#undef ROW
#undef SHAPES_OF_WORDS
#undef SHAPES_OF_TEXT
#undef SHAPES_OF_MARKUP
#undef SHAPES_OF_ADDRESS
#undef SHAPES_OF_FLAG
#undef SHAPES_OF_LIST
#undef SHAPES_OF_THINGS
    SHAPES_NAMES
};

/* Words of readers, and the direction they are set in where it is not the page's. */
struct words {
    const char *text, *dir;
};

#define SHAPES_TEXT const char *
#define SHAPES_MARKUP const char *
#define SHAPES_WORDS struct words
#define SHAPES_FLAG bool
#define SHAPES_ADDRESS struct shape_parts
#define SHAPES_LIST struct value
#define SHAPES_THINGS const struct value *
#define SHAPE(tag) struct tag##_value {
#define MEMBER(tag, kind, name) SHAPES_##kind name;
#define END(tag) };
#include "site/shape_codes.h"
#undef SHAPE
#undef MEMBER
#undef END
#define SHAPE(tag) \
    extern const struct shape shapes_##tag; \
    extern const struct shape_walk shapes_##tag##_array;
#define MEMBER(tag, kind, name)
#define END(tag)
#include "site/shape_codes.h"
#undef SHAPE
#undef MEMBER
#undef END

extern const struct shape_names shapes_names;

/* A list of n records that stand in an array. */
#define SHAPES_ARRAY(arena, tag, array, n) \
    shape_list((arena), &shapes_##tag##_array, (const struct tag##_value *){(array)}, (n))

#endif
