/* scene_svg.c - a scene as SVG 1.1 (the subset that HTML embeds and every browser draws).
 *
 * Anchors are physical edges.  SVG's text-anchor is not: "start" of right-to-left text is its
 * right edge, so start and end change places there.  The direction is written out, since an <svg>
 * inherits that of the page around it: once for the scene, and for the texts that go the other way.
 */
#include "scene/scene.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/xml.h"

#include <string.h>

struct svg {
    struct xml xml;
    struct buf value; /* scratch for one attribute */
    const char *css;
    mpt margin;
    bool rtl; /* the scene */
    bool file;
    bool many; /* too many links to step through */
};

/* --- attributes --- */

static void attr_pt(struct svg *v, const char *name, mpt length)
{
    buf_clear(&v->value);
    scene_put_pt(&v->value, length);
    xml_attr(&v->xml, name, buf_str(&v->value));
}

static void attr_color(struct svg *v, const char *name, struct color c)
{
    buf_clear(&v->value);
    scene_put_color(&v->value, c);
    xml_attr(&v->xml, name, buf_str(&v->value));
}

static void attr_class(struct svg *v, const char *first, const char *second)
{
    if (!first && !second)
        return;
    xml_attrf(&v->xml, "class", "%s%s%s", first ? first : "", first && second ? " " : "",
              second ? second : "");
}

static void paint(struct svg *v, const struct prim *p)
{
    attr_class(v, p->class_name, NULL);
    if (p->filled)
        attr_color(v, "fill", p->fill);
    else if (p->kind != PRIM_LINE)
        xml_attr(&v->xml, "fill", "none");
    if (p->stroked) {
        attr_color(v, "stroke", p->stroke);
        attr_pt(v, "stroke-width", p->stroke_width);
        if (p->dash > 0)
            attr_pt(v, "stroke-dasharray", p->dash);
    }
    if (p->opacity != 0 && p->opacity != 255) {
        buf_clear(&v->value);
        scene_put_pt(&v->value, (p->opacity * MPT + 127) / 255);
        xml_attr(&v->xml, "opacity", buf_str(&v->value));
    }
}

/* Ends the element at hand; a title inside it is its hover text. */
static void close_titled(struct svg *v, const char *title)
{
    if (title) {
        xml_open(&v->xml, "title");
        xml_text(&v->xml, title);
        xml_close(&v->xml);
    }
    xml_close(&v->xml);
}

/* --- primitives --- */

static const char *anchor_name(const struct prim *p)
{
    if (p->anchor == ANCHOR_MIDDLE)
        return "middle";
    return (p->anchor == ANCHOR_END) != p->rtl ? "end" : NULL; /* "start" is the default */
}

static void draw_text(struct svg *v, const struct prim *p)
{
    struct xml *x = &v->xml;
    xml_open(x, "text");
    attr_class(v, p->style.role, p->class_name);
    attr_pt(v, "x", p->x);
    attr_pt(v, "y", p->y);
    attr_pt(v, "font-size", p->style.size);
    if (p->style.weight & 1)
        xml_attr(x, "font-weight", "bold");
    if (p->style.weight & 2)
        xml_attr(x, "font-style", "italic");
    /* figures of one width are the style sheets' affair: SVG has no attribute for them */
    xml_attr(x, "text-anchor", anchor_name(p));
    if (v->file || !p->style.role) /* a page's style sheet colours what has a role */
        attr_color(v, "fill", p->style.color);
    if (p->rtl != v->rtl)
        xml_attr(x, "direction", p->rtl ? "rtl" : "ltr");
    if (p->word_space)
        attr_pt(v, "word-spacing", p->word_space);
    if (p->rotate) {
        buf_clear(&v->value);
        buf_printf(&v->value, "rotate(%d ", -p->rotate);
        scene_put_pt(&v->value, p->x);
        buf_putc(&v->value, ' ');
        scene_put_pt(&v->value, p->y);
        buf_putc(&v->value, ')');
        xml_attr(x, "transform", buf_str(&v->value));
    }
    xml_attr(x, "xml:lang", p->style.lang);
    if (p->title) {
        xml_open(x, "title");
        xml_text(x, p->title);
        xml_close(x);
    }
    xml_text(x, p->text ? p->text : "");
    xml_close(x);
}

static void draw_rect(struct svg *v, const struct prim *p)
{
    xml_open(&v->xml, "rect");
    attr_pt(v, "x", p->x);
    attr_pt(v, "y", p->y);
    attr_pt(v, "width", p->w);
    attr_pt(v, "height", p->h);
    paint(v, p);
    close_titled(v, p->title);
}

static void draw_line(struct svg *v, const struct prim *p)
{
    xml_open(&v->xml, "line");
    attr_pt(v, "x1", p->x);
    attr_pt(v, "y1", p->y);
    attr_pt(v, "x2", p->w);
    attr_pt(v, "y2", p->h);
    paint(v, p);
    close_titled(v, p->title);
}

static void draw_polyline(struct svg *v, const struct prim *p)
{
    xml_open(&v->xml, p->closed ? "polygon" : "polyline");
    buf_clear(&v->value);
    for (size_t i = 0; i < p->points; i++) {
        if (i)
            buf_putc(&v->value, ' ');
        scene_put_pt(&v->value, p->point[i].x);
        buf_putc(&v->value, ',');
        scene_put_pt(&v->value, p->point[i].y);
    }
    xml_attr(&v->xml, "points", buf_str(&v->value));
    paint(v, p);
    close_titled(v, p->title);
}

static void draw_circle(struct svg *v, const struct prim *p)
{
    xml_open(&v->xml, "circle");
    attr_pt(v, "cx", p->x);
    attr_pt(v, "cy", p->y);
    attr_pt(v, "r", p->w);
    paint(v, p);
    close_titled(v, p->title);
}

static void attr_href(struct svg *v, const char *url)
{
    xml_attr(&v->xml, "href", url);
    if (url && v->many)
        xml_attr(&v->xml, "tabindex", "-1");
}

/* An area over what is drawn: invisible, but it catches the pointer. */
static void draw_link(struct svg *v, const struct prim *p)
{
    if (!p->url)
        return; /* places inside a document are the paper's */
    xml_open(&v->xml, "a");
    attr_href(v, p->url);
    xml_open(&v->xml, "rect");
    attr_pt(v, "x", p->x);
    attr_pt(v, "y", p->y);
    attr_pt(v, "width", p->w);
    attr_pt(v, "height", p->h);
    xml_attr(&v->xml, "fill-opacity", "0");
    close_titled(v, p->title);
    xml_close(&v->xml);
}

/* --- what a mark says while it is pointed at --- */

#define TIP_LINE (17 * MPT)
#define TIP_ABOVE (6 * MPT)

/* About as wide as bold text of 14 units becomes in wide faces. */
static int64_t tip_width(const char *text, size_t n)
{
    int64_t width = 0;

    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        if ((c & 0xC0) != 0x80)
            width += c >= 0xE3 ? 15 * MPT : c == ' ' ? 5 * MPT : 9 * MPT;
    }
    return width;
}

/* Where a text that is too long for one line parts: at the space nearest its middle; its end when
 * there is none. */
static size_t tip_break(const char *text)
{
    size_t n = strlen(text), best = n;

    for (size_t i = 1; i < n; i++) {
        size_t off = 2 * i > n ? 2 * i - n : n - 2 * i;
        size_t least = 2 * best > n ? 2 * best - n : n - 2 * best;
        if (text[i] == ' ' && off < least)
            best = i;
    }
    return best;
}

/* A line of it: over the mark, within the drawing. */
static void put_tip_line(struct svg *v, const struct scene *s, const char *text, size_t n, mpt left,
                         mpt right, mpt y)
{
    int64_t width = tip_width(text, n), middle = left + (right - left) / 2;
    bool first = middle < s->width * 2 / 5 || middle < width / 2;
    bool last = !first && (middle > s->width * 3 / 5 || middle + width / 2 > s->width);
    int64_t x = middle;

    if (first)
        x = left + width > s->width ? s->width - width : left;
    else if (last)
        x = right < width ? width : right;
    x = x < 0 ? 0 : x > s->width ? s->width : x;
    xml_open(&v->xml, "tspan");
    attr_pt(v, "x", (mpt)x);
    attr_pt(v, "y", y);
    if (!first || s->rtl)
        xml_attr(&v->xml, "text-anchor", !first && !last ? "middle"
                                         : last == s->rtl ? "start" : "end");
    xml_text(&v->xml, arena_strndup(s->arena, text, n));
    xml_close(&v->xml);
}

/* A mark without words of its own (a thin part of a stack) gets its title above it, for style
 * sheets to show while it is pointed at or has the focus. */
static void put_tip(struct svg *v, const struct scene *s, const struct prim *group)
{
    mpt left = s->width, right = 0, top = s->height;
    const struct prim *end = s->prim + s->n;

    for (const struct prim *p = group + 1; p < end && p->kind != PRIM_GROUP_END; p++) {
        if (p->kind != PRIM_RECT)
            return;
        left = p->x < left ? p->x : left;
        right = p->x + p->w > right ? p->x + p->w : right;
        top = p->y < top ? p->y : top;
    }
    if (left >= right)
        return;
    const char *text = group->title;
    size_t all = strlen(text), n = tip_width(text, all) > s->width ? tip_break(text) : all;
    xml_open(&v->xml, "text");
    xml_attr(&v->xml, "class", "chart-tip");
    xml_attr(&v->xml, "display", "none");
    xml_attr(&v->xml, "aria-hidden", "true");
    put_tip_line(v, s, text, n, left, right, top - TIP_ABOVE - (n < all ? TIP_LINE : 0));
    if (n < all)
        put_tip_line(v, s, text + n + 1, all - n - 1, left, right, top - TIP_ABOVE);
    xml_close(&v->xml);
}

static void draw_group(struct svg *v, const struct scene *s, const struct prim *p)
{
    xml_open(&v->xml, p->url ? "a" : "g");
    attr_href(v, p->url);
    attr_class(v, p->class_name, NULL);
    if (p->hidden)
        xml_attr(&v->xml, "aria-hidden", "true");
    if (p->title) {
        xml_open(&v->xml, "title");
        xml_text(&v->xml, p->title);
        xml_close(&v->xml);
        if (!v->file)
            put_tip(v, s, p);
    }
}

/* --- device --- */

static size_t links_of(const struct scene *s)
{
    size_t n = 0;

    for (size_t i = 0; i < s->n; i++)
        n += (s->prim[i].kind == PRIM_GROUP || s->prim[i].kind == PRIM_LINK) && s->prim[i].url;
    return n;
}

/* <title> and <desc>, told apart by the last part of their ids. */
static void put_label(struct svg *v, const struct scene *s, const char *name, const char *text)
{
    if (!text)
        return;
    xml_open(&v->xml, name);
    if (s->id)
        xml_attrf(&v->xml, "id", "%s-%s", s->id, name);
    xml_text(&v->xml, text);
    xml_end(&v->xml);
}

/* Where it begins and how large it is; margins lie outside the scene's own lengths. */
static void frame(struct svg *v, const struct scene *s)
{
    mpt width = s->width + 2 * v->margin, height = s->height + 2 * v->margin;
    const mpt box[] = {-v->margin, -v->margin, width, height};

    buf_clear(&v->value);
    for (size_t i = 0; i < 4; i++) {
        if (i)
            buf_putc(&v->value, ' ');
        scene_put_pt(&v->value, box[i]);
    }
    xml_attr(&v->xml, "viewBox", buf_str(&v->value));
    if (v->file) {
        attr_pt(v, "width", width);
        attr_pt(v, "height", height);
    }
}

static void put_ground(struct svg *v, const struct scene *s)
{
    xml_open(&v->xml, "rect");
    attr_pt(v, "x", -v->margin);
    attr_pt(v, "y", -v->margin);
    attr_pt(v, "width", s->width + 2 * v->margin);
    attr_pt(v, "height", s->height + 2 * v->margin);
    xml_attr(&v->xml, "fill", "#ffffff");
    xml_close(&v->xml);
}

static void svg_begin(void *ctx, const struct scene *s)
{
    struct svg *v = ctx;
    struct xml *x = &v->xml;
    size_t links = links_of(s);

    v->many = links > SCENE_TAB_STOPS;
    xml_open(x, "svg");
    xml_attr(x, "xmlns", "http://www.w3.org/2000/svg");
    frame(v, s);
    v->rtl = s->rtl;
    xml_attr(x, "direction", s->rtl ? "rtl" : "ltr");
    xml_attr(x, "xml:lang", s->lang);
    xml_attr(x, "role", links ? "group" : "img");
    if (s->id && s->title)
        xml_attrf(x, "aria-labelledby", "%s-title", s->id);
    if (s->id && s->desc)
        xml_attrf(x, s->title ? "aria-describedby" : "aria-labelledby", "%s-desc", s->id);
    put_label(v, s, "title", s->title);
    put_label(v, s, "desc", s->desc);
    if (v->file && v->css) {
        xml_open(x, "style");
        xml_text(x, v->css);
        xml_close(x);
    }
    if (v->file)
        put_ground(v, s);
}

static void svg_draw(void *ctx, const struct scene *s, const struct prim *p)
{
    struct svg *v = ctx;
    switch (p->kind) {
    case PRIM_TEXT: draw_text(v, p); break;
    case PRIM_RECT: draw_rect(v, p); break;
    case PRIM_LINE: draw_line(v, p); break;
    case PRIM_POLYLINE: draw_polyline(v, p); break;
    case PRIM_CIRCLE: draw_circle(v, p); break;
    case PRIM_LINK: draw_link(v, p); break;
    case PRIM_DEST: break;
    case PRIM_GROUP: draw_group(v, s, p); break;
    case PRIM_GROUP_END: xml_close(&v->xml); break;
    }
}

static void svg_end(void *ctx, const struct scene *s)
{
    (void)s;
    struct svg *v = ctx;
    xml_end(&v->xml);
}

static void write_svg(const struct scene *s, struct svg v, struct buf *out)
{
    static const struct device dev = {svg_begin, svg_draw, svg_end};
    xml_init(&v.xml, out);
    buf_init(&v.value);
    scene_draw(s, &dev, &v);
    buf_free(&v.value);
}

void scene_svg_write(const struct scene *s, struct buf *out)
{
    write_svg(s, (struct svg){.file = false}, out);
}

void scene_svg_write_file(const struct scene *s, const char *css, mpt margin, struct buf *out)
{
    buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    write_svg(s, (struct svg){.css = css, .margin = margin, .file = true}, out);
    buf_putc(out, '\n');
}
