#include "site/shapes.h"

#include <stddef.h>

static const char *const names[SHAPES_NAMES] = {
    "",
#define NAMED_WORDS(name) #name, #name "_dir",
#define NAMED_TEXT(name) #name,
#define NAMED_MARKUP NAMED_TEXT
#define NAMED_ADDRESS NAMED_TEXT
#define NAMED_FLAG NAMED_TEXT
#define NAMED_LIST NAMED_TEXT
#define NAMED_THINGS NAMED_TEXT
#define PART(title)
#define ROW(type, name, meaning) NAMED_##type(name)
#include "site/value_codes.h"
#undef PART
#undef ROW
};

const struct shape_names shapes_names = {names, SHAPES_NAMES};

#define AT(kind, tag, name, member) \
    [SHAPES_##name] = {SHAPE_##kind, offsetof(struct tag##_value, member)},
#define MEMBER_TEXT(tag, name) AT(TEXT, tag, name, name)
#define MEMBER_MARKUP(tag, name) AT(TEXT, tag, name, name)
/* NOLINTNEXTLINE(bugprone-macro-parentheses): names, and no expressions */
#define MEMBER_WORDS(tag, name) AT(TEXT, tag, name, name.text) AT(TEXT, tag, name##_dir, name.dir)
#define MEMBER_FLAG(tag, name) AT(FLAG, tag, name, name)
#define MEMBER_ADDRESS(tag, name) AT(PARTS, tag, name, name)
#define MEMBER_LIST(tag, name) AT(HELD, tag, name, name)
#define MEMBER_THINGS(tag, name) AT(VALUE, tag, name, name)
#define SHAPE(tag) static const struct shape_member tag##_members[SHAPES_NAMES] = {
#define MEMBER(tag, kind, name) MEMBER_##kind(tag, name)
#define END(tag) \
    }; \
    const struct shape shapes_##tag = {&shapes_names, tag##_members}; \
    const struct shape_walk shapes_##tag##_array = { \
        &shapes_##tag, sizeof(struct tag##_value), NULL};
#include "site/shape_codes.h"
