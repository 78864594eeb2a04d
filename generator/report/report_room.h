/* report_room.h - what the files of this room share while one paper is made.
 *
 * A paper is a list of typeset blocks in reading order.  Files that hold the data behind
 * tables and charts are collected on the way.  Inside this room only.
 */
#ifndef ACCORD_REPORT_REPORT_ROOM_H
#define ACCORD_REPORT_REPORT_ROOM_H

#include "base/buf.h"
#include "base/vec.h"
#include "report/report.h"

struct block_list { /* grows by VEC_PUSH */
    struct block **p;
    size_t n, cap;
};

struct paper {
    struct arena *arena;
    struct diags *diags;
    const struct views *views;
    struct fonts *fonts;
    const struct narrative *narrative;
    const struct view_document *doc;
    const struct paper_style *look; /* as the document names it */
    struct typeset_style style;     /* made from it */
    mpt width;                      /* of what is being made: less than the text in lists */
    struct block_list block;
    VEC(struct report_file) file;
    int tables, charts; /* numbered so far */
};

/* A list of inline text that grows. */
struct words {
    struct arena *arena;
    VEC(struct inl) list;
};

/* --- report_blocks.c --- */

struct block *blocks_new(struct paper *p, enum block_kind kind);
struct block *blocks_add(struct paper *p, enum block_kind kind); /* at the paper's end */
/* Text with one weight; NULL text gives no words. */
struct inlines blocks_text(struct paper *p, const char *text, enum font_weight weight);
struct block *blocks_paragraph(struct paper *p, const char *text, enum font_weight weight);
void blocks_children(struct paper *p, struct block *b, struct block *const *child, size_t n);
/* What a style calls a part, else the program's word in that language. */
const char *blocks_label(struct paper *p, const struct style_label *label);
/* Words of strings/<lang>.yaml with one argument. */
const char *blocks_word1(struct paper *p, const char *id, const char *key, const char *value);

/* Narrows the paper's width to what stands in b, and returns what it was. */
mpt blocks_enter(struct paper *p, const struct block *b);

/* Lets words that show a figure lead to its page on the site, which says what it is made of; not
 * where site.yaml does not say where the site is.  figure: its id; NULL = none. */
void blocks_prove(struct paper *p, struct inl *words, const char *figure);

/* --- report_style.c --- */

struct typeset_style report_style(const struct site *site, const struct paper_style *look,
                                  bool landscape);

/* --- markdown_blocks.c --- */

/* Appends the blocks of a narrative tree; NULL has none.  justify: both edges straight. */
void markdown_blocks(struct paper *p, struct block_list *to, const struct nar_node *root,
                     bool justify);
/* The running text of all paragraphs of a tree. */
struct inlines markdown_inlines(struct paper *p, const struct nar_node *root);

/* --- show_blocks.c --- */

/* place: of the block, where the typesetter reports columns that do not fit. */
struct block *show_table_block(struct paper *p, const struct view_table *t, struct place place);
/* A chart is drawn smaller where that makes it fit a page; where its text would become too
 * small to read, that is reported at the place. */
struct block *show_chart_block(struct paper *p, const struct view_chart *c, struct place place);

/* --- cover.c --- */

void cover_blocks(struct paper *p);

/* --- report_data.c --- */

/* Attaches a table's data, equal data once, and gives the file's name. */
const char *data_attach_table(struct paper *p, const struct view_table *t);
void data_attach_figures(struct paper *p); /* every figure of the text: figures.csv */

#endif
