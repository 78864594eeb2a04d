/* typeset_fixture.h - a small document set in Carlito, for the tests of typeset/. */
#ifndef ACCORD_TESTS_TYPESET_FIXTURE_H
#define ACCORD_TESTS_TYPESET_FIXTURE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "typeset/typeset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct arena *a;
    struct diags *d;
    struct fonts *fonts;
    struct locale *locale;
    VEC(struct block *) block;
    struct note note[8];
    struct typeset_doc doc;
};

static inline int fixture_setup(void **state)
{
    static const char *const families[] = {"Carlito", NULL};
    struct fixture *x = test_calloc(1, sizeof *x);
    x->a = arena_new();
    x->d = diags_new(x->a);
    x->fonts = fonts_open(x->a, x->d, families, (struct place){0});
    assert_non_null(x->fonts);
    x->locale = locale_open(x->a, "en");
    x->doc = (struct typeset_doc){.style = typeset_style_default(false), .lang = "en",
                                  .note = x->note};
    *state = x;
    return 0;
}

static inline int fixture_teardown(void **state)
{
    struct fixture *x = *state;
    arena_free(x->a);
    test_free(x);
    return 0;
}

static inline struct inlines text_of(struct fixture *x, const char *text)
{
    struct inl *i = ARENA_NEW(x->a, struct inl);
    i->text = text;
    return (struct inlines){i, 1};
}

static inline struct block *block_of(struct fixture *x, enum block_kind kind, const char *text)
{
    struct block *b = ARENA_NEW(x->a, struct block);
    b->kind = kind;
    if (text)
        b->text = text_of(x, text);
    b->justify = true;
    return b;
}

static inline struct block *add(struct fixture *x, enum block_kind kind, const char *text)
{
    VEC_PUSH(x->a, &x->block, block_of(x, kind, text));
    return x->block.p[x->block.n - 1];
}

/* n words of prose with few repetitions, so that lines differ. */
static inline const char *prose(struct fixture *x, int n)
{
    static const char *const words[] = {"agreement", "of", "the", "organizations", "with",
                                        "telecommunication", "partners", "in", "developing",
                                        "countries", "and", "signed", "a", "contribution"};
    struct buf b = BUF_INIT;
    unsigned r = 7;
    for (int i = 0; i < n; i++) {
        r = r * 1103515245u + 12345u;
        buf_printf(&b, "%s%s", i ? " " : "", words[(r >> 16) % 14]);
    }
    return buf_to_arena(&b, x->a);
}

static inline struct pages *set(struct fixture *x)
{
    x->doc.block = x->block.p;
    x->doc.n = x->block.n;
    struct pages *p = typeset(x->a, x->d, x->fonts, x->locale, &x->doc);
    for (size_t i = 0; i < p->n; i++) /* tests look at all of them */
        typeset_page(p, i);
    return p;
}

/* Text primitives of a page, in painting order; type NULL: any element. */
static inline const struct prim *nth_text(const struct pages *p, size_t page, const char *type,
                                          size_t n)
{
    const struct scene *s = p->page[page];
    for (size_t i = 0; i < s->n; i++) {
        const struct prim *t = &s->prim[i];
        if (t->kind != PRIM_TEXT || (type && t->element == ELEMENT_NONE))
            continue;
        if (type && strcmp(p->structure->item[t->element].type, type) != 0)
            continue;
        if (n-- == 0)
            return t;
    }
    return NULL;
}

static inline size_t count_elements(const struct pages *p, const char *type)
{
    size_t n = 0;
    for (size_t i = 0; i < p->structure->n; i++)
        n += !strcmp(p->structure->item[i].type, type);
    return n;
}

static inline const struct prim *find_text(const struct pages *p, const char *text, size_t *page)
{
    for (size_t k = 0; k < p->n; k++)
        for (size_t i = 0; i < p->page[k]->n; i++) {
            const struct prim *t = &p->page[k]->prim[i];
            if (t->kind == PRIM_TEXT && strstr(t->text, text)) {
                if (page)
                    *page = k;
                return t;
            }
        }
    return NULL;
}

#define TYPESET_TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

#endif
