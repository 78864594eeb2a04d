/* typeset.h - blocks to lines to pages; each page a scene with its structure tree.
 *
 * Lengths in 1/1000 pt.  Input is a list of blocks with styled inline text; output is pages.
 * Everything given and everything made lives in arenas; what is given must outlive the pages.
 * Methods: Knuth & Plass 1981 "Breaking Paragraphs into Lines", and the same idea for pages
 * (Plass 1981, "Optimal Pagination Techniques"); UAX #14, UAX #9; Liang's hyphenation.
 * Text that has no glyph is reported with its place; pages are made all the same.
 *
 * The structure tree is written for people who listen: headings H1 (level 0) to H6, P, L with
 * Lbl and LBody, Table with THead and TBody, TH with Scope, Figure with alternative text,
 * Reference to Note at each footnote mark, Link (a proof's words have one too), TOC with TOCI.  Rules, tints, running heads and repeated
 * table heads are decoration.  Painting order follows the tree, footnotes included.
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
    const char *text;           /* INLINE_TEXT; white space collapses to one space */
    unsigned char weight;       /* enum font_weight, added to the block's */
    struct color color;
    bool has_color;             /* else the block's */
    bool raised;                /* smaller and higher: a sample mark, an ordinal */
    const char *url;            /* a live link; NULL */
    const char *dest;           /* an internal link to a named destination; NULL */
    const char *proof, *proof_title; /* a live link that changes nothing of how the words look
                                   and are set, as of a figure to its records; NULL */
    int note;                   /* INLINE_NOTE_MARK: number of the footnote, from 1 */
    const char *lang;           /* differs from the document's; NULL */
    struct place place;         /* for missing glyphs */
};

struct inlines {
    struct inl *item;
    size_t n;
};

/* --- blocks --- */

enum block_kind {
    BLOCK_HEADING,    /* level 0: the document's title, then 1..; number ("4.1") hanging */
    BLOCK_PARAGRAPH,
    BLOCK_LIST,       /* children are items */
    BLOCK_ITEM,       /* number is its label ("–", "1)"); children are its blocks */
    BLOCK_QUOTE,
    BLOCK_TABLE,
    BLOCK_FIGURE,     /* a scene with caption above and source below */
    BLOCK_BOX,        /* tinted box with children (summary box) */
    BLOCK_GROUP,      /* children one after the other; level 1: kept on one page */
    BLOCK_COLUMNS,    /* children side by side, column[] their widths; for the cover: text and
                         lists, no boxes or tables */
    BLOCK_FIRST_FOOT, /* children at the foot of page 1 (contact block), or of that where what is before it
                         ends; read where it stands; as other text if taller than half a page */
    BLOCK_RULE,       /* the end mark: a short centred rule */
    BLOCK_HAIRLINE,   /* a thin rule over the whole width */
    BLOCK_SPACE,      /* space_before; vanishes at a page's top, unless kept with what follows */
    BLOCK_PAGE_BREAK,
    BLOCK_CONTENTS,   /* table of contents under its title, text; level: the deepest headings
                         listed, 0 = 3; left out of documents that have fewer than least_pages
                         pages without it */
};

enum cell_align { CELL_START, CELL_END, CELL_DECIMAL, CELL_CENTER };

struct cell {
    struct inlines text;
    bool header;             /* names its row */
};
struct row {
    struct cell *cell;       /* table.columns of them; of a group row only the first counts */
    bool head, sum, group;   /* repeated head; sum row under a rule; a heading over a group */
};
struct table {
    struct row *row;
    size_t rows;
    size_t columns;
    enum cell_align *align;  /* per column; NULL = all at the start */
    mpt *width;              /* per column, 0 = automatic; NULL = all automatic */
    const char *summary;     /* for screen readers; NULL */
};

struct block {
    enum block_kind kind;
    int level;
    const char *number;       /* heading number, item label; NULL */
    struct inlines text;      /* heading, paragraph */
    struct block **child;
    size_t n;
    struct table *table;
    const struct scene *scene; /* figure; at most as wide as there is room */
    const char *alt;
    struct inlines caption, source; /* table and figure */
    const char *dest;         /* named destination of this block; NULL */
    const char *attachment;   /* file with its data; NULL */
    enum cell_align align;    /* paragraph: start, centre or end; justified when justify */
    bool justify;             /* both edges straight (paragraphs aligned at the start) */
    bool follows;             /* paragraph after a paragraph: indented as the style says */
    bool muted;               /* grey: sources, remarks */
    bool keep;                /* not parted from the next block */
    mpt size, leading, space_before, space_after; /* 0 = the style's; SPACE_NONE = none */
    unsigned char weight;     /* enum font_weight of the whole block */
    const mpt *column;        /* columns: width of each child, 0 = a share of the rest */
    bool ordered;             /* list */
    const char *continued;    /* table: a line above its head on later pages; NULL */
    size_t least_pages;       /* contents */
    struct place place;
};

enum { SPACE_NONE = -1 };

struct note {
    struct inlines text;
    struct place place;
};

/* --- the document --- */

struct page_furniture {
    const char *head_start, *head_end; /* running head from page 2; "{page}" and "{pages}" are
                                          replaced */
    const char *mark;                  /* draft mark amid the head of each page; NULL */
    const char *foot;                  /* a line at the foot of each page; NULL */
    const char *watermark;             /* a draft mark behind the text of each page; NULL */
};

/* How a document looks.  Sizes and leadings first, then the white around things. */

enum { HEADING_LEVELS = 4 }; /* the document's title, 1, 1.1, and all deeper ones */

struct heading_style {
    mpt size, leading, before, after;
    mpt indent;                 /* of the words behind a hanging number, at least */
    enum cell_align align;
    unsigned char weight;       /* enum font_weight */
    struct color color;
};

struct typeset_style {
    mpt page_width, page_height;
    mpt margin_top, margin_bottom, margin_start, margin_end;
    mpt size, leading;          /* body: 11000 on 14500 */
    mpt note_size, note_leading;
    mpt table_size, table_leading;
    mpt caption_size, caption_leading;
    mpt source_size, source_leading;
    mpt chart_size;             /* of labels in charts, for whoever draws them */
    mpt head_size, head_leading; /* running head and foot */
    struct color text, heading, muted, rule, grid, tint, mark; /* mark: behind the text */
    struct color accent, table_color; /* links, bars, draft mark; heads and rules of tables */
    struct heading_style heading_level[HEADING_LEVELS];
    mpt heading_gap;            /* between a hanging number and the words, at least */
    bool justify, hyphenate;    /* justify: footnotes; paragraphs say it themselves */
    mpt paragraph_after, paragraph_indent; /* indent: of the first line */
    struct {
        mpt indent, item_after, after; /* indent: of the items' text, at least */
    } list;
    struct {
        mpt before, after, row_pad, column_gap, group_before;
        mpt rule_outer, rule_inner; /* above and below; under the head and above a sum */
    } table;
    struct {
        mpt before, after, caption_gap, source_gap; /* the gaps: around tables too */
    } figure;
    struct {
        mpt above, gap, indent; /* above the first one, with its rule; between; of the text */
        mpt rule_length, rule;
    } note;
    struct {
        mpt pad_x, pad_y, after, bar; /* bar: thickness of one at the start edge */
        bool tinted;
    } box;
    struct {
        mpt indent, bar;        /* bar: thickness of that at the start edge */
    } quote;
    struct {
        mpt length, rule, before;
    } end_mark;
    mpt contents_after;
    mpt column_gap;             /* between columns of the cover */
    mpt hairline;               /* thickness */
    mpt foot_above;             /* white above what stands at the first page's foot */
    mpt head_rise, foot_drop;   /* running head's baseline above the text; foot's below it */
    bool head_on_first;         /* the first page has a running head too */
};
struct typeset_style typeset_style_default(bool landscape); /* the series */
mpt typeset_measure(const struct typeset_style *s); /* width of the text */
/* Width of a text in one style, for whoever draws figures in the text's face. */
mpt typeset_text_width(struct fonts *fonts, const char *text, struct text_style style);

struct typeset_doc {
    struct block **block;
    size_t n;
    struct note *note;          /* numbered from 1 in order of marks */
    size_t notes;
    const char *note_link, *note_back; /* what links to a note ("{n}" is its number) and back
                                          to its mark are called; NULL: by the number */
    struct page_furniture furniture;
    struct typeset_style style;
    const char *lang, *title;
};

/* Width of what stands in a block this wide: behind the labels of a list, in a quote or a box. */
mpt typeset_width_inside(struct arena *a, struct fonts *fonts, const struct locale *locale,
                         const struct typeset_doc *doc, const struct block *around, mpt width);
/* Height that a page leaves for a figure's drawing between its caption and its source, which are
 * set to a width. */
mpt typeset_figure_room(struct arena *a, struct fonts *fonts, const struct locale *locale,
                        const struct typeset_doc *doc, const struct block *figure, mpt width);

struct outline_item {
    const char *title, *dest;
    int level;                  /* from 1 */
};

struct pages {
    struct scene **page;        /* NULL: not drawn yet, or forgotten */
    size_t n;
    struct structure *structure;
    struct outline_item *outline;
    size_t outlines;
    struct pages_left *left;    /* what those not drawn yet are made of; NULL: all are there */
};

/* Never NULL, at least one page.  Pages are drawn as they are asked for: a long document's take
 * far more room than what they are made of. */
struct pages *typeset(struct arena *a, struct diags *d, struct fonts *fonts,
                      const struct locale *locale, const struct typeset_doc *doc);
const struct scene *typeset_page(const struct pages *p, size_t index);
/* Frees a page, those before it being forgotten already. */
void typeset_forget(const struct pages *p, size_t index);

#endif
