#include "base/shape.h"

#include "base/arena.h"
#include "base/buf.h"

#include <string.h>

const struct value *shape_value(struct arena *a, const struct shape *shape, const void *record)
{
    struct value *v = ARENA_NEW(a, struct value);
    v->form = VALUE_RECORD;
    v->arena = a;
    v->u.record.shape = shape;
    v->u.record.data = record;
    return v;
}

struct value shape_list(struct arena *a, const struct shape_walk *how, const void *ctx, size_t n)
{
    return (struct value){
        .form = VALUE_WALK, .arena = a, .u.walk = {.how = how, .ctx = ctx, .n = n}};
}

uint16_t shape_number(const struct shape_names *names, const char *name, size_t len)
{
    for (uint16_t i = 1; i < names->n; i++)
        if (strncmp(names->name[i], name, len) == 0 && names->name[i][len] == '\0')
            return i;
    return 0;
}

static const struct value *text_in(struct value *room, const char *text)
{
    room->form = text && *text ? VALUE_STRING : VALUE_NULL;
    room->u.text = text;
    return room;
}

const struct value *shape_look(const struct value *record, struct shape_member member,
                               struct value *room)
{
    const char *at = (const char *)record->u.record.data + member.offset;
    switch ((enum shape_kind)member.kind) {
    case SHAPE_TEXT:
        return text_in(room, *(const char *const *)(const void *)at);
    case SHAPE_FLAG:
        room->form = VALUE_BOOL;
        room->boolean = *(const bool *)(const void *)at;
        return room;
    case SHAPE_PARTS:
        room->u.parts = (const void *)at;
        room->form = room->u.parts->part[0] ? VALUE_PARTS : VALUE_NULL;
        room->arena = record->arena;
        return room;
    case SHAPE_HELD:
        return (const void *)at;
    case SHAPE_VALUE: {
        const struct value *v = *(const struct value *const *)(const void *)at;
        return v ? v : text_in(room, NULL);
    }
    case SHAPE_NONE:
        break;
    }
    return NULL;
}

struct value shape_walked(const struct value *walk, size_t i, void *record)
{
    const struct shape_walk *how = walk->u.walk.how;
    const void *data = record;
    if (how->fill)
        how->fill(walk->u.walk.ctx, i, record);
    else
        data = (const char *)walk->u.walk.ctx + i * how->size;
    return (struct value){.form = VALUE_RECORD,
                          .arena = walk->arena,
                          .u.record = {.shape = how->shape, .data = data}};
}

size_t shape_count(const struct shape *shape)
{
    size_t n = 0;
    for (size_t i = 1; i < shape->names->n; i++)
        n += shape->member[i].kind != SHAPE_NONE;
    return n;
}

uint16_t shape_nth(const struct shape *shape, size_t i)
{
    uint16_t number = 1;
    for (; number < shape->names->n; number++)
        if (shape->member[number].kind != SHAPE_NONE && i-- == 0)
            return number;
    return 0;
}

const struct value *shape_get(const struct value *record, uint16_t number)
{
    return shape_look(record, record->u.record.shape->member[number],
                      ARENA_NEW(record->arena, struct value));
}

const struct value *shape_item(const struct value *walk, size_t i)
{
    struct value *item = ARENA_NEW(walk->arena, struct value);
    *item = shape_walked(walk, i, arena_alloc(walk->arena, walk->u.walk.how->size));
    return item;
}

const char *shape_joined(struct arena *a, const struct shape_parts *parts)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < 3 && parts->part[i]; i++)
        buf_puts(&b, parts->part[i]);
    return buf_to_arena(&b, a);
}
