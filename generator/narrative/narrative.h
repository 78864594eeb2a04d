/* narrative.h - figures bound into Markdown: one tree that site and report both read.
 *
 * A narrative is rendered as a Mustache template first; each value stands as one placeholder
 * character while Markdown is parsed and becomes text (or a NAR_FIGURE) afterwards, so that a
 * value can never become Markdown or HTML.  Places point into the file the author edits.
 * Prose is then finished as its language has it (typography.c): quotation marks, apostrophes,
 * dots, the spaces of French, line ends in Chinese.
 */
#ifndef ACCORD_NARRATIVE_NARRATIVE_H
#define ACCORD_NARRATIVE_NARRATIVE_H

#include "base/diag.h"
#include "views/views.h"

enum nar_kind {
    NAR_ROOT,
    NAR_HEADING, /* level from 1; number "4.1" */
    NAR_PARAGRAPH,
    NAR_QUOTE,
    NAR_LIST, /* ordered, start, tight */
    NAR_ITEM,
    NAR_CODE_BLOCK, /* text */
    NAR_RULE,
    NAR_TABLE, /* columns, align */
    NAR_ROW,   /* header */
    NAR_CELL,
    NAR_SHOW_TABLE, /* table */
    NAR_SHOW_CHART, /* chart */
    NAR_TEXT,       /* text */
    NAR_FIGURE,     /* text, figure id, form, sample */
    NAR_SOFT_BREAK,
    NAR_LINE_BREAK,
    NAR_CODE, /* text */
    NAR_EMPHASIS,
    NAR_STRONG,
    NAR_LINK,      /* url */
    NAR_IMAGE,     /* url, text = alternative text */
    NAR_NOTE_MARK, /* note: number from 1 */
};

struct nar_node {
    enum nar_kind kind;
    struct place place;
    const char *text, *url, *figure, *number, *align, *id; /* heading: id for links */
    const char *form; /* figure: as which it prints; "" bare */
    int level, start, note, columns;
    bool note_again; /* note mark: the note is marked before, too */
    bool ordered, tight, header, sample;
    bool of_chart; /* a table with the data of the chart before it: pages show them there already */
    struct view_table *table;
    struct view_chart *chart;
    struct nar_node *first, *next;
};

struct nar_note {
    struct nar_node *body; /* a NAR_ROOT */
    struct place place;
};

struct narrative {
    const struct view_document *doc; /* NULL for pages and records' texts */
    const char *lang, *title;        /* title: of pages, from their front matter; NULL */
    struct nar_node *summary, *action; /* NAR_ROOT; NULL when absent */
    struct nar_node **reference;
    size_t references;
    struct nar_node *body; /* NAR_ROOT */
    struct nar_note *note; /* in order of marks, continuous through the document */
    size_t notes;
    const struct figure **figure; /* every figure bound in it, in order, once */
    size_t figures;
    bool sample;
};

/* A figure in a form, as a text prints it. */
struct nar_print {
    const struct figure *figure;
    const char *form;    /* "" bare */
    struct place place;  /* where it is printed first */
    const char *section; /* the heading above that; NULL */
    size_t times;
};
/* The figures that a document prints, in prose, tables and charts, each once in each form, in the
 * order of reading; unknown ones are left out. */
size_t narrative_prints(struct arena *a, const struct narrative *n, const struct views *v,
                        struct nar_print **list);
/* The tables of it whose rows are the first of a ranking, those behind its charts too. */
size_t narrative_rankings(struct arena *a, const struct narrative *n, const struct views *v,
                          const struct view_table ***list);

struct narratives;

struct narrative *narrative_document(struct arena *a, struct diags *d, const struct views *v,
                                     const struct view_document *doc);
/* The same, read once for all who show a document: its page and its paper. */
struct narratives *narratives_new(struct arena *a, struct diags *d);
struct narrative *narratives_document(struct narratives *all, const struct views *v,
                                      const struct view_document *doc);
/* The text of a page, of a part of one, or of a story. */
struct narrative *narrative_page(struct arena *a, struct diags *d, const struct views *v,
                                 const struct page_file *file);
/* Markdown of a record (an agreement's objective), in a language, NULL for that of the views;
 * tags work as in documents. */
struct narrative *narrative_text(struct arena *a, struct diags *d, const struct views *v,
                                 const char *markdown, const char *lang, struct place place);

#endif
