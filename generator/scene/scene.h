/* scene.h - a drawing as primitives with roles: charts and typeset pages alike.
 *
 * Lengths are integers of 1/1000 pt, x rightward from the left edge, y downward from the top.
 * A scene is built once, in an arena, in painting order, and then drawn by devices: SVG
 * (scene_svg_write), text dump (scene_dump_write), PDF (room pdf).  The loop over primitives
 * lives here (scene_draw); a device is a struct of functions.
 *
 * Meaning: every primitive belongs to an element of a structure tree shared by all pages of a
 * document (ISO 32000-1 14.7 names: "P", "H1", "Table", "Figure" ...), or to none, which makes
 * it decoration (an artifact).  A chart is one Figure element with alternative text.
 */
#ifndef ACCORD_SCENE_SCENE_H
#define ACCORD_SCENE_SCENE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buf;

typedef int32_t mpt; /* 1/1000 pt */
enum { MPT = 1000 };

struct color {
    unsigned char r, g, b;
};
struct color color_of(const char *hex); /* "#rrggbb"; black when faulty */

/* --- structure --- */

enum { ELEMENT_NONE = 0 }; /* decoration */
enum artifact_kind { ARTIFACT_LAYOUT, ARTIFACT_HEADER, ARTIFACT_FOOTER, ARTIFACT_WATERMARK };

struct element {
    int parent;       /* index of the parent; 0 for the root's children */
    const char *type; /* standard structure type */
    const char *alt, *actual, *lang, *title, *id; /* NULL when absent; a Table's alt: summary */
    const char *scope;         /* TH: "Column" "Row"; NULL */
    const char *list_numbering; /* L: "Decimal" "Disc" "None"; NULL */
    int row_span, col_span;    /* TD, TH: 0 = 1 */
    int ref;                   /* Note/Reference/Link: element it points at; 0 = none */
    const char *headers;       /* TD: ids of header cells, space-separated; NULL */
    const char *attachment;    /* Figure, Table: name of an attached file with its data; NULL */
};

struct structure { /* item[0] is the root ("Document") */
    struct element *item;
    size_t n, cap;
    struct arena *arena;
};
struct structure *structure_new(struct arena *a, const char *root_type, const char *lang);
/* Adds a child at the end of parent's children; returns its index.  The rest is set through
 * structure_at. */
int structure_add(struct structure *s, int parent, const char *type);
struct element *structure_at(struct structure *s, int index);

/* --- primitives --- */

enum prim_kind {
    PRIM_TEXT,
    PRIM_RECT,
    PRIM_LINE,
    PRIM_POLYLINE, /* points; closed = polygon */
    PRIM_CIRCLE,
    PRIM_LINK,     /* an active area: to a URL or a named destination */
    PRIM_DEST,     /* a named destination at a height */
    PRIM_GROUP,    /* begin: class and title for SVG; ends at PRIM_GROUP_END */
    PRIM_GROUP_END,
};

enum text_anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END }; /* left, middle, right edge */

struct point {
    mpt x, y;
};

struct text_style {
    mpt size;
    unsigned char weight; /* enum font_weight: 0 regular, 1 bold, 2 italic, 3 both */
    bool tabular;
    struct color color;
    const char *lang;     /* BCP 47; NULL = the document's */
    const char *role;     /* CSS class in SVG instead of the colour ("axis", "value"); NULL */
};

struct text_gap { /* white added before byte `at' of a text, or taken away */
    size_t at;
    mpt add;
};

/* A line of a paragraph keeps, at its end, the space it was broken at: text taken out of a page
 * then has its words apart.  A link's element is a Link (or stands inside one). */
struct prim {
    enum prim_kind kind;
    int element;                  /* structure element; ELEMENT_NONE = decoration */
    enum artifact_kind artifact;  /* when decoration */
    mpt x, y, w, h;               /* text: baseline start (by anchor); circle: centre, w radius */
    struct color fill, stroke;
    bool filled, stroked, closed;
    unsigned char opacity;        /* 0 or 255 = opaque */
    bool rtl;                     /* text */
    mpt stroke_width, dash;       /* dash 0 = solid; else on and off length */
    /* text */
    const char *text;             /* one directional run, logical order */
    struct text_style style;
    enum text_anchor anchor;
    mpt word_space;               /* added to every U+0020 and U+00A0 */
    mpt advance;                  /* width as measured, 0 = unknown; SVG leaves it to the browser */
    int rotate;                   /* degrees counter-clockwise: 0 or 90; watermark: 45 */
    const struct text_gap *gap;   /* in order of bytes; of left-to-right texts; not in SVG */
    size_t gaps;
    const char *actual;           /* what it stands for when it differs (a hyphen: ""); NULL */
    /* polyline */
    const struct point *point;
    size_t points;
    /* link, destination, group */
    const char *url, *dest;       /* link: one of them; dest: its name */
    const char *class_name, *title; /* CSS class; hover text in SVG, description of a link */
    bool hidden;                  /* group: nothing in it is for screen readers */
};

struct scene {
    struct arena *arena;
    mpt width, height;
    const char *lang;
    bool rtl;
    const char *title, *desc; /* charts: SVG title and desc */
    const char *id;           /* unique on an HTML page; NULL */
    struct prim *prim;
    size_t n, cap;
    const char *label;        /* pages: the page label ("1", "iv"); NULL */
};

struct scene *scene_new(struct arena *a, mpt width, mpt height);
/* Makes room for primitives to come, no more than that. */
void scene_reserve(struct scene *s, size_t more);
/* Appends a zeroed primitive of a kind and returns it, valid until the next one. */
struct prim *scene_add(struct scene *s, enum prim_kind kind);
struct prim *scene_text(struct scene *s, mpt x, mpt y, const char *text, struct text_style style,
                        enum text_anchor anchor);
struct prim *scene_rect(struct scene *s, mpt x, mpt y, mpt w, mpt h, struct color fill);
struct prim *scene_line(struct scene *s, mpt x1, mpt y1, mpt x2, mpt y2, struct color stroke,
                        mpt width); /* w, h hold x2, y2 */
void scene_begin(struct scene *s, const char *class_name, const char *title, const char *url);
/* A group that only helps the eye, the lines and numbers of a grid. */
void scene_begin_hidden(struct scene *s, const char *class_name);
void scene_end(struct scene *s);
/* Copies all primitives of a part, shifted by (x, y), into s as element.  Links of the part are
 * left out: a figure on paper is one element with one alternative text. */
void scene_place(struct scene *s, const struct scene *part, mpt x, mpt y, int element);

/* --- devices --- */

struct device {
    void (*begin)(void *ctx, const struct scene *s);
    void (*draw)(void *ctx, const struct scene *s, const struct prim *p);
    void (*end)(void *ctx, const struct scene *s);
};
void scene_draw(const struct scene *s, const struct device *dev, void *ctx);

/* A length in points, at most three decimals, no exponent: "595.276". */
void scene_put_pt(struct buf *out, int64_t length);
void scene_put_color(struct buf *out, struct color c); /* "#rrggbb" */

/* An <svg> element: viewBox in points, title and desc as its name and description, text as text.
 * Classes come from roles and class names; colours are presentation attributes, which any CSS
 * rule overrides (dark mode), but texts that have a role leave theirs to the page's style sheet.  Ids start with the scene's, or there are none.  The role is img,
 * or group when there are links inside, since an img hides its children from screen readers.
 * Of more than SCENE_TAB_STOPS links none is a stop of the tab key; the page around has them
 * in another way (a table). */
enum { SCENE_TAB_STOPS = 12 };
void scene_svg_write(const struct scene *s, struct buf *out);
/* A standalone SVG file: XML head, width and height, own style (NULL: none), on white, with
 * a margin around. */
void scene_svg_write_file(const struct scene *s, const char *css, mpt margin, struct buf *out);

/* One positioned thing per line: the form tests hold down.  The tree, when given, names the
 * elements the primitives belong to ("P#12"). */
void scene_dump_write(const struct scene *s, const struct structure *tree, struct buf *out);
/* The tree itself, indented, one element per line. */
void scene_dump_structure(const struct structure *tree, struct buf *out);

#endif
