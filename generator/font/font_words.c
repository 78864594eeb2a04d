#include "font/font_words.h"

#include "base/arena.h"

#include <string.h>

enum { FIRST_SLOTS = 256 };

static void open_table(struct font_word_table *t)
{
    *t = (struct font_word_table){.arena = arena_new(), .slots = FIRST_SLOTS};
    t->slot = ARENA_ARRAY(t->arena, struct font_word, t->slots);
}

static void close_words(void *words)
{
    struct font_words *w = words;
    arena_free(w->now.arena);
    arena_free(w->before.arena);
}

struct font_words *font_words_new(struct arena *a)
{
    struct font_words *w = ARENA_NEW(a, struct font_words);
    open_table(&w->now);
    arena_defer(a, close_words, w);
    return w;
}

struct arena *font_words_arena(struct font_words *w)
{
    return w->now.arena;
}

/* FNV-1a. */
static uint32_t hash_of(unsigned style, const char *text, size_t len)
{
    uint32_t h = 2166136261u ^ style * 2654435761u;
    for (size_t i = 0; i < len; i++)
        h = (h ^ (unsigned char)text[i]) * 16777619u;
    return h ^ h >> 15;
}

/* Where a word is, or would be. */
static struct font_word *slot_of(const struct font_word_table *t, uint32_t hash, unsigned style,
                            const char *text, size_t len)
{
    size_t i = hash & (t->slots - 1);
    for (;; i = (i + 1) & (t->slots - 1)) {
        struct font_word *w = &t->slot[i];
        if (!w->shaped || (w->hash == hash && w->style == style && w->shaped->len == len &&
                           memcmp(w->shaped->text, text, len) == 0))
            return w;
    }
}

static void grow(struct font_word_table *t)
{
    struct font_word_table old = *t;
    t->slots *= 2;
    t->slot = ARENA_ARRAY(t->arena, struct font_word, t->slots);
    for (size_t i = 0; i < old.slots; i++) {
        const struct font_word *w = &old.slot[i];
        if (w->shaped)
            *slot_of(t, w->hash, w->style, w->shaped->text, w->shaped->len) = *w;
    }
}

static struct shaped *copy_of(struct arena *a, const struct shaped *from)
{
    struct shaped *s = ARENA_NEW(a, struct shaped);
    *s = *from;
    s->text = arena_strndup(a, from->text, from->len);
    s->run = ARENA_ARRAY(a, struct glyph_run, from->n);
    for (size_t i = 0; i < from->n; i++) {
        s->run[i] = from->run[i];
        s->run[i].glyph = ARENA_ARRAY(a, struct glyph, from->run[i].n);
        memcpy(s->run[i].glyph, from->run[i].glyph, from->run[i].n * sizeof *s->run[i].glyph);
    }
    return s;
}

static void put(struct font_words *w, uint32_t hash, unsigned style, const struct shaped *shaped)
{
    struct font_word_table *t = &w->now;
    *slot_of(t, hash, style, shaped->text, shaped->len) = (struct font_word){hash, style, shaped};
    if (++t->n == WORDS_KEPT) {
        arena_free(w->before.arena);
        w->before = w->now;
        open_table(&w->now);
    } else if (t->n * 2 > t->slots) {
        grow(t);
    }
}

void font_words_put(struct font_words *w, unsigned style, const struct shaped *shaped)
{
    put(w, hash_of(style, shaped->text, shaped->len), style, shaped);
}

const struct shaped *font_words_find(struct font_words *w, unsigned style, const char *text, size_t len)
{
    uint32_t hash = hash_of(style, text, len);
    const struct shaped *s = slot_of(&w->now, hash, style, text, len)->shaped;
    if (s || !w->before.arena)
        return s;
    s = slot_of(&w->before, hash, style, text, len)->shaped;
    if (s) {
        s = copy_of(w->now.arena, s);
        put(w, hash, style, s);
    }
    return s;
}
