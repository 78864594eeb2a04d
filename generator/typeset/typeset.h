/* typeset.h - blocks to lines to pages; each page a scene with its structure tree.
 *
 * Lengths in 1/1000 pt.  Input is a list of blocks with styled inline text; output is pages.
 * Methods: Knuth & Plass 1981 "Breaking paragraphs into lines"; UAX #14, UAX #9; Liang's
 * hyphenation.  Text that has no glyph is reported with its place.
 */
#ifndef ACCORD_TYPESET_TYPESET_H
#define ACCORD_TYPESET_TYPESET_H

#include "base/diag.h"
#include "font/font.h"
#include "locale/locale.h"
#include "scene/scene.h"

/* --- inline text --- */

enum inline_kind { INLINE_TEXT, INLINE_BREAK, INLINE_NOTE_MARK };

struct inl {
    enum inline_kind kind;
    const char *text;           /* INLINE_TEXT */
    unsigned char weight;       /* enum font_weight */
    struct color color;
    bool has_color;             /* else the block's */
    const char *url;            /* a live link; NULL */
    const char *dest;           /* an internal link to a named destination; NULL */
    int note;                   /* INLINE_NOTE_MARK: number of the footnote, from 1 */
    const char *lang;           /* differs from the document's; NULL */
    struct place place;         /* for missing glyphs */
    bool sample;                /* set with the sample mark */
};

struct inlines {
    struct inl *item;
    size_t n;
};

/* --- blocks --- */

enum block_kind {
    BLOCK_HEADING,   /* level 1.., number ("4.1") hanging */
    BLOCK_PARAGRAPH,
    BLOCK_LIST,      /* children are items with label ("–", "1)") */
    BLOCK_ITEM,
    BLOCK_QUOTE,
    BLOCK_TABLE,
    BLOCK_FIGURE,    /* a scene with caption above and source below */
    BLOCK_BOX,       /* tinted box with children (summary box) */
    BLOCK_RULE,      /* the end mark */
    BLOCK_SPACE,
    BLOCK_PAGE_BREAK,
};

enum cell_align { CELL_START, CELL_END, CELL_DECIMAL, CELL_CENTER };

struct cell {
    struct inlines text;
    bool header;
};
struct row {
    struct cell *cell;
    bool head, sum, group; /* repeated head; sum row under a rule; a heading over a group */
};
struct table {
    struct row *row;
    size_t rows;
    size_t columns;
    enum cell_align *align; /* per column */
    mpt *width;             /* per column, 0 = automatic; NULL = all automatic */
    const char *summary;    /* for screen readers; NULL */
};

struct block {
    enum block_kind kind;
    int level;
    const char *number;       /* heading number, item label; NULL */
    struct inlines text;      /* heading, paragraph */
    struct block **child;
    size_t n;
    struct table *table;
    const struct scene *scene; /* figure */
    const char *alt;
    struct inlines caption, source; /* table and figure */
    const char *dest;         /* named destination of this block; NULL */
    const char *attachment;   /* file with its data; NULL */
    enum cell_align align;    /* paragraph: start, centre or end; justified when justify */
    bool justify;
    mpt size, leading, space_before, space_after; /* 0 = the style's */
    bool ordered;
    struct place place;
};

struct note {
    struct inlines text;
    struct place place;
};

/* --- the document --- */

struct page_furniture {
    const char *head_start, *head_end; /* running head from page 2; "{page}" is replaced */
    const char *watermark;             /* draft mark across each page; NULL */
    struct inlines foot_first;         /* first page's footer (contact block); n 0 = none */
    struct block *first_footer;        /* blocks at the foot of page 1 (contact table); NULL */
    const char *page_word;             /* "Page {page}" pattern filled by the caller's function */
};

struct typeset_style {
    mpt page_width, page_height;
    mpt margin_top, margin_bottom, margin_start, margin_end;
    mpt size, leading;          /* body: 11000 on 14500 */
    mpt note_size, note_leading;
    struct color text, heading, muted, rule, tint;
};
struct typeset_style typeset_style_default(bool landscape); /* LOOK.md "Paper" */

struct typeset_doc {
    struct block **block;
    size_t n;
    struct note *note;          /* numbered from 1 in order of marks */
    size_t notes;
    struct page_furniture furniture;
    struct typeset_style style;
    const char *lang, *title;
};

struct outline_item {
    const char *title, *dest;
    int level;
};

struct pages {
    struct scene **page;
    size_t n;
    struct structure *structure;
    struct outline_item *outline;
    size_t outlines;
};

struct pages *typeset(struct arena *a, struct diags *d, struct fonts *fonts,
                      const struct locale *locale, const struct typeset_doc *doc);

#endif
