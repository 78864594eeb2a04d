/* chart_value.c - a chart of the views: drawn once for each width a page may give it, with its
 * table, and as files for readers to take away.
 *
 * The files of charts that the views choose stand in charts/ of their language, one of each
 * chart, whichever pages show it; a text words and cuts its charts itself, so theirs stand
 * beside its page.  A drawing in a file leads nowhere: it goes into reports and slides.
 */
#include "site/measure.h"
#include "site/site_room.h"

#include <string.h>

/* Of a drawing in a file: white around it. */
#define FILE_MARGIN (24 * MPT)
/* The charts of a year that the views choose show so many partners. */
#define FILE_PARTNERS 10

/* --- drawing --- */

/* The marks with links from this page, or without links. */
static struct chart_mark *page_marks(struct page_build *p, const struct chart_spec *spec,
                                     bool links)
{
    size_t n = chart_marks(spec);
    struct chart_mark *mark = ARENA_ARRAY(p->arena, struct chart_mark, n + 1);

    for (size_t i = 0; i < n; i++) {
        mark[i] = spec->mark[i];
        mark[i].url = links ? href_page(p, mark[i].url) : NULL;
    }
    return mark;
}

static struct scene *draw(struct page_build *p, const struct chart_spec *spec, mpt width,
                          bool links)
{
    struct chart_spec s = *spec;
    struct chart_style style = {
        .width = width,
        .font_size = SITE_CHART_TEXT,
        .text = color_of("#1e1c19"),
        .muted = color_of("#5f5a52"),
        .rule = color_of("#dcd7cf"),
        .bar = color_of(p->site->records->site.bright),
        .lang = p->edition->code,
        .whole_lines = true,
    };

    s.mark = page_marks(p, spec, links);
    return chart_draw(p->arena, &s, &style, measure_text, NULL);
}

/* Within a page, which says title and source itself. */
static const char *drawing(struct page_build *p, const struct chart_spec *spec, mpt width,
                           const char *id)
{
    struct chart_spec s = *spec;
    struct buf b = BUF_INIT;

    s.id = id;
    s.show_title = false;
    s.source = NULL;
    scene_svg_write(draw(p, &s, width, true), &b);
    return buf_to_arena(&b, p->arena);
}

/* --- files --- */

/* "regions-contributions-2024" of "chart-regions-contributions-2024". */
static const char *file_name(const char *id)
{
    return strncmp(id, "chart-", 6) == 0 ? id + 6 : id;
}

static const char *files_folder(struct page_build *p)
{
    if (!p->own_charts)
        return "charts/";
    return *p->path ? arena_printf(p->arena, "%s/", p->path) : "";
}

/* Whose chart it is and where it came from.  The address keeps its order in Arabic. */
static const char *source_line(struct page_build *p)
{
    const struct views *views = p->edition->views;
    const struct site *site = &p->site->records->site;
    const char *name = views_text(views, &site->publisher, NULL);
    const char *address =
        href_canonical(p->arena, p->site, p->edition->code, p->own_charts ? p->path : "");
    struct value *args = value_map(p->arena);

    if (address && locale_is_rtl(views_locale(views)))
        address = arena_printf(p->arena, "\u2066%s\u2069", address);
    value_set_string(args, "name", name ? name : views_text(views, &site->name, NULL));
    value_set_string(args, "address", address);
    return views_word(views, address ? "chart_source" : "chart_source_name", args);
}

static void put(struct page_build *p, const char *path, struct buf *b)
{
    p->site->put(p->site->ctx, path, buf_str(b), b->n);
    buf_free(b);
}

/* Remarks on what is drawn go with it. */
static const char *below_file(struct page_build *p, const char *remarks)
{
    struct value *args = value_map(p->arena);

    if (!remarks)
        return source_line(p);
    value_set_string(args, "list", remarks);
    value_set_string(args, "next", source_line(p));
    return views_word(p->edition->views, "joined_sentences", args);
}

static void put_svg(struct page_build *p, const struct chart_spec *spec, const char *path)
{
    struct chart_spec s = *spec;
    struct buf b = BUF_INIT;

    s.id = "chart";
    s.show_title = true;
    s.source = below_file(p, s.source);
    scene_svg_write_file(draw(p, &s, SITE_CHART_FILE, false),
                         assets_text(p->site, "chart.css"), FILE_MARGIN, &b);
    put(p, path, &b);
}

static void put_files(struct page_build *p, const struct view_chart *c, const char *name)
{
    struct site_builder *s = p->site;
    struct buf b = BUF_INIT;
    const char *path =
        arena_printf(p->arena, "site/%s/%s%s", p->edition->code, files_folder(p), name);

    if (map_has(&s->charts, path))
        return;
    map_set(&s->charts, path, NULL);
    put_svg(p, &c->spec, arena_printf(p->arena, "%s.svg", path));
    if (!c->data)
        return;
    views_table_csv(c->data, &b);
    put(p, arena_printf(p->arena, "%s.csv", path), &b);
    buf_puts(&b, views_csv_mark);
    views_table_csv(c->data, &b);
    put(p, arena_printf(p->arena, "%s.bom.csv", path), &b);
}

static bool has_values(const struct view_chart *c)
{
    for (size_t i = 0; c && i < chart_marks(&c->spec); i++)
        if (!c->spec.mark[i].unknown)
            return true;
    return false;
}

bool chart_has_file(const struct view_chart *c, const char *file)
{
    const char *name = file_name(c->spec.id);
    size_t n = strlen(name);

    return strncmp(file, name, n) == 0 && file[n] == '.';
}

/* only: those of the chart that has this file; NULL = all. */
static bool chart_files(struct site_builder *s, const struct edition *e, const char *only)
{
    const int *year;
    size_t years = model_years(views_model(e->views), &year);
    bool made = false;

    for (size_t i = 0; show_charts[i]; i++)
        for (size_t k = 0; k < years; k++) {
            struct show show = {.what = show_charts[i],
                                .period = {year[k], year[k]},
                                .limit = FILE_PARTNERS};
            struct page_build p = {.arena = arena_new(), .site = s, .edition = e, .path = ""};
            const struct view_chart *c = views_show_chart(p.arena, e->views, &show);
            bool wanted = has_values(c) && (!only || chart_has_file(c, only));
            if (wanted)
                put_files(&p, c, file_name(c->spec.id));
            arena_free(p.arena);
            made = made || wanted;
        }
    return made;
}

void chart_files_build(struct site_builder *s, const struct edition *e)
{
    chart_files(s, e, NULL);
}

bool chart_files_make(struct site_builder *s, const struct edition *e, const char *file)
{
    return chart_files(s, e, file);
}

/* --- on a page --- */

static void put_links(struct page_build *p, const struct view_chart *c, struct chart_value *v)
{
    const char *name = file_name(c->spec.id);
    const char *folder = p->own_charts ? "" : arena_printf(p->arena, "%scharts/", p->up);

    put_files(p, c, name);
    v->svg = (struct shape_parts){{folder, name, ".svg"}};
    if (!c->data)
        return;
    v->csv = (struct shape_parts){{folder, name, ".csv"}};
    v->bom_csv = (struct shape_parts){{folder, name, ".bom.csv"}};
}

static const struct value *data_value(struct page_build *p, const struct view_chart *c, int n)
{
    struct view_table *t = ARENA_NEW(p->arena, struct view_table);

    *t = *c->data;
    t->id = arena_printf(p->arena, "chart-%d-data", n);
    for (size_t i = 0; i < t->rows; i++)
        t->row[i].filter = NULL;
    struct table_value *v = section_table(p, t);
    v->is_sortable = false; /* short, and in the chart's order */
    return shape_value(p->arena, &shapes_table, v);
}

/* A few columns say no more for being far apart. */
static bool is_small(const struct chart_spec *s)
{
    return (s->kind == CHART_COLUMNS || s->kind == CHART_PANELS) && s->n <= 6;
}

const struct value *chart_value(struct page_build *p, const struct view_chart *c, bool side)
{
    struct arena *a = p->arena;
    struct chart_value *v = ARENA_NEW(a, struct chart_value);
    const struct {
        const char *key, **into;
        mpt width;
        bool aside; /* also where it has half the width, or needs no more */
    } drawings[] = {{"wide", &v->wide, SITE_CHART_WIDE, false},
                    {"middle", &v->middle, SITE_CHART_SIDE, true},
                    {"narrow", &v->narrow, SITE_CHART_NARROW, true}};
    int n = ++p->charts;
    bool narrow = side || is_small(&c->spec);

    v->is_side = side;
    v->chart_id = arena_printf(a, "chart-%d", n);
    v->chart_title = words_of(p, c->spec.title, NULL);
    v->note_mark = section_mark(p, c->note_number);
    v->note_first = !c->note_again;
    v->finding = c->spec.finding;
    v->source = c->spec.source;
    v->empty = c->spec.n ? NULL : c->data ? c->data->empty : NULL;
    for (size_t i = 0; i < sizeof drawings / sizeof *drawings && c->spec.n; i++)
        if (!narrow || drawings[i].aside)
            *drawings[i].into = drawing(p, &c->spec, drawings[i].width,
                                        arena_printf(a, "chart-%d-%s", n, drawings[i].key));
    v->table = c->data ? data_value(p, c, n) : NULL;
    v->has_drawing = c->spec.n > 0;
    if (c->spec.n)
        put_links(p, c, v);
    return shape_value(a, &shapes_chart, v);
}
