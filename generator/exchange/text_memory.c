/* text_memory.c - which source each translation was made of, so that it is told when that changed.
 *
 * .translated/<lang>.csv beside the content's folders has a line for each unit: where it is, and the
 * beginning of the SHA-256 of its source.  It is written when translations come in. */
#include "exchange/text_unit.h"

#include "base/arena.h"
#include "base/buf.h"

#include <string.h>

const char *text_memory_path(struct text_units *t)
{
    return arena_printf(t->a, "%s/.translated/%s.csv", t->r->dir, lang_code[t->to]);
}

void text_memory_read(struct text_units *t, struct map *hash)
{
    const char *path = text_memory_path(t);
    const struct source *src = input_exists(path) ? input_read(t->a, t->d, path) : NULL;
    const struct csv *csv = src ? input_csv(t->a, t->d, src) : NULL;
    map_init(hash, t->a);
    for (size_t i = 0; csv && i < csv->n; i++)
        if (csv->row[i].n == 2)
            map_set(hash, csv->row[i].cell[0].text, (void *)csv->row[i].cell[1].text);
}

static const char *key_of(struct text_units *t, const struct text_unit *u)
{
    return arena_printf(t->a, "%s %s", u->file, u->id);
}

bool text_unit_is_stale(struct text_units *t, const struct map *hash, const struct text_unit *u)
{
    const char *known = u->target ? map_get(hash, key_of(t, u)) : NULL;
    return known && strcmp(known, text_unit_hash(t->a, u->source)) != 0;
}

static void tell(struct buf *out, const char *what, const struct text_unit *u)
{
    buf_printf(out, "%s:%d: %s: %s %s\n", u->at.src->path, u->at.line, what, u->file, u->id);
}

struct strings_status strings_status(struct arena *a, struct diags *d, const struct model *m,
                                     enum lang to, struct buf *out)
{
    struct text_units *t = text_units_read(a, d, m, to);
    struct strings_status s = {.texts = t->unit.n};
    struct map hash;
    text_memory_read(t, &hash);
    for (size_t i = 0; i < t->unit.n; i++) {
        const struct text_unit *u = &t->unit.p[i];
        bool stale = text_unit_is_stale(t, &hash, u);
        s.missing += !u->target && !u->optional;
        s.stale += stale;
        s.unknown += u->target && !map_has(&hash, key_of(t, u));
        if (!u->target && !u->optional)
            tell(out, "missing", u);
        else if (stale)
            tell(out, "stale", u);
    }
    return s;
}
