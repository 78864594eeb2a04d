/* sample_list.h - the texts of a long list of agreements as information documents have it: seven
 * columns, a head, and rows of made-up words, the same for each run. */
#ifndef ACCORD_TESTS_TOOLS_SAMPLE_LIST_H
#define ACCORD_TESTS_TOOLS_SAMPLE_LIST_H

#include "base/arena.h"
#include "base/buf.h"
#include "typeset/typeset.h"

enum { SAMPLE_COLUMNS = 7, SAMPLE_AMOUNTS = 5 }; /* the column of amounts */

struct sample_list {
    struct arena *a;
    struct table table;
    unsigned random;
};

static inline unsigned sample_next(struct sample_list *l, unsigned n)
{
    l->random = l->random * 1103515245u + 12345u;
    return (l->random >> 16) % n;
}

static inline const char *sample_words(struct sample_list *l, int n)
{
    static const char *const word[] = {
        "agreement", "digital", "skills", "for", "rural", "schools", "the", "Ministry", "of",
        "Communications", "broadband", "in", "countries", "capacity", "building", "strategy"};
    struct buf b = BUF_INIT;
    for (int i = 0; i < n; i++)
        buf_printf(&b, "%s%s", i ? " " : "", word[sample_next(l, sizeof word / sizeof *word)]);
    return buf_to_arena(&b, l->a);
}

static inline const char *sample_cell(struct sample_list *l, size_t row, int column)
{
    static const char *const head[] = {"Number", "Title", "Signatories", "Kind", "Entry into force",
                                       "Value", "Objective"};
    if (row == 0)
        return head[column];
    switch (column) {
    case 0: return arena_printf(l->a, "bdt-2024-%06zu", row);
    case 3: return sample_next(l, 2) ? "Voluntary contribution" : "Cooperation agreement";
    case 4: return arena_printf(l->a, "2024-%02u-%02u", 1 + sample_next(l, 12),
                                1 + sample_next(l, 28));
    case SAMPLE_AMOUNTS:
        return arena_printf(l->a, "%u,%03u.%02u", 1 + sample_next(l, 900), sample_next(l, 1000),
                            sample_next(l, 100));
    default: return sample_words(l, column == 1 ? 5 : 7);
    }
}

/* A table with a head and so many rows, in an arena. */
static inline struct sample_list sample_list(struct arena *a, size_t rows)
{
    static enum cell_align align[SAMPLE_COLUMNS] = {[SAMPLE_AMOUNTS] = CELL_DECIMAL};
    struct sample_list l = {.a = a, .random = 7};
    l.table = (struct table){.columns = SAMPLE_COLUMNS, .rows = rows + 1, .align = align};
    l.table.row = ARENA_ARRAY(a, struct row, rows + 1);
    for (size_t r = 0; r <= rows; r++) {
        l.table.row[r].head = r == 0;
        l.table.row[r].cell = ARENA_ARRAY(a, struct cell, SAMPLE_COLUMNS);
        for (int c = 0; c < SAMPLE_COLUMNS; c++) {
            struct inl *inl = ARENA_NEW(a, struct inl);
            inl->text = sample_cell(&l, r, c);
            l.table.row[r].cell[c] = (struct cell){.text = {inl, 1}, .header = c == 0};
        }
    }
    return l;
}

static inline const char *sample_text(const struct sample_list *l, size_t row, int column)
{
    return l->table.row[row].cell[column].text.item->text;
}

#endif
