/* site_room.h - what the files of this room share; not for other rooms. */
#ifndef ACCORD_SITE_SITE_ROOM_H
#define ACCORD_SITE_SITE_ROOM_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "narrative/narrative.h"
#include "site/shapes.h"
#include "site/site.h"
#include "template/template.h"

/* A page that is nothing but a text of pages/. */
struct own_page {
    const char *slug, *title;
    struct narrative *text;
};

/* One language of the site. */
struct edition {
    const struct views *views;
    const char *code;      /* "es" */
    const char *name;      /* "Español", in itself */
    bool stands;           /* its pages are not made */
    const char *const *listed; /* paths of pages that are made whether or not they are linked */
    size_t listed_n;
    struct map paths;      /* every page of this language, for links between languages */
    const char **place;    /* those of the views by where they stand (href.c) */
    size_t places;
    const struct value *words, *script; /* script: patterns that scripts fill in */
    struct view_document *doc;
    size_t docs;
    VEC(struct own_page) page;
    struct crumb *nav;
    size_t navs;
};

struct site_builder {
    struct arena *arena; /* of the whole build */
    struct arena *texts; /* of narratives on pages: reports keep the places in their sources */
    struct diags *diags;
    struct site_input in;
    const struct records *records;
    struct edition *edition;
    struct map template; /* name -> struct template * */
    struct map missing;  /* names of templates reported already */
    struct map wanted;   /* paths of pages that are linked, but in no edition's list */
    struct map charts;   /* files of charts that are written already */
    struct map asset;    /* "site.css" -> "assets/site.1a2b3c4d.css" */
    struct map asset_key; /* the same by "site_css" */
    site_put put;
    void *ctx;
};

/* A page while it is made: its memory goes when it is done, save for narratives (texts). */
struct page_build {
    struct arena *arena;
    struct site_builder *site;
    const struct edition *edition;
    const char *path;       /* "partners/unicef", "" = home */
    const char *up;         /* from the page to the folder of its language: "../../" */
    const char *root;       /* to the root of the site: "../../../" */
    int charts;             /* drawn so far: ids of charts are numbered */
    bool turned;            /* a text within it goes the other way than the page */
    bool own_charts;        /* a text: it words and cuts its charts itself, their files are its own */
};

/* --- site/href.c --- */
const char *href_up(struct arena *a, const char *path, int more); /* "../" a segment, and more */
/* Enters pages whose paths stay where they are as long as the edition. */
void href_know(struct arena *a, struct edition *e, const char *const *path, size_t n);
/* From the page to another of the same language; NULL when there is no such page. */
const char *href_page(const struct page_build *p, const char *page);
/* The same in its parts, which stay where they are: for templates. */
struct shape_parts href_to(const struct page_build *p, const char *page);
struct shape_parts href_as_is(const char *url); /* NULL and "": none */
extern const struct shape_parts href_none;
/* The address for the world: base URL, language, path, without index.html; NULL when site.yaml
 * has no base URL. */
const char *href_canonical(struct arena *a, const struct site_builder *s, const char *lang,
                           const char *path);
const char *href_file(struct arena *a, const char *lang, const char *path); /* below output/ */

/* --- site/words.c: words and the direction they are set in --- */
/* dir: "ltr" or "rtl" where the text as a whole goes against its page, else NULL.  lang NULL: the
 * page's, or none (a name, an id), told by its letters.  text may be NULL. */
struct words words_of(const struct page_build *p, const char *text, const char *lang);
const char *words_dir(const struct page_build *p, const char *text, const char *lang);
/* For where no element can stand. */
const char *words_isolated(const struct page_build *p, const char *text);
bool words_rtl(const struct page_build *p); /* what is written now reads from the right */
/* The remark that names the language of a text, where it is another; NULL for NULL. */
const char *words_language(const struct page_build *p, const char *lang);
/* An id or an address too long for a line may be broken between these pieces, behind its signs; of
 * all else there is the last alone, and NULL. */
const struct value *words_pieces(const struct page_build *p, const char *text, const char **last);

/* --- site/section_value.c: what is shown, for templates --- */
/* What marks a footnote; note 0 = none. */
const char *section_mark(struct page_build *p, int note);
/* Its rows are made of t while they are walked through. */
struct table_value *section_table(struct page_build *p, const struct view_table *t);
/* The sections of a page as rows of one or two. */
struct value section_rows(struct page_build *p, const struct view_page *page);

/* --- site/chart_value.c: charts on pages, and as files --- */
/* side: on wide pages it stands in half the width. */
const struct value *chart_value(struct page_build *p, const struct view_chart *c, bool side);
/* The files of every chart of every year, whether or not a page shows it today: what was
 * downloadable once stays so when pages turn to a newer year. */
void chart_files_build(struct site_builder *s, const struct edition *e);
/* Those of the one that has this file, "regions-2024.svg"; false when it is none of them. */
bool chart_files_make(struct site_builder *s, const struct edition *e, const char *file);
bool chart_has_file(const struct view_chart *c, const char *file);

/* --- site/search_index.c --- */
/* The files that a language's search page reads; gives the index's path below site/. */
const char *search_index_build(struct page_build *p, const struct view_search *search);

/* --- site/search_value.c --- */
/* What the search page has beyond its frame. */
void search_value_put(struct page_build *p, struct page_value *v);

/* --- site/facets.c --- */
/* What a table can be filtered by: one entry a facet with its values; empty when by nothing. */
struct value facets_of(struct page_build *p, const struct view_table *t);

/* --- site/template_values.c --- */
/* Reports names in templates that no page has; after assets_build. */
void template_values_check(struct site_builder *s);

/* --- site/template_uses.c --- */
/* Reports partials that are not there or lead back; warns of templates of one's own, and of blocks in them, that have
 * no effect. */
void template_uses_check(struct site_builder *s, const struct template_options *options);

/* --- site/head_value.c: what a page says of itself to programs --- */
struct head {
    const char *title, *description; /* NULL */
    const struct crumb *crumb;
    size_t crumbs;
    bool article; /* a text to read, not a list or a record */
};
void head_put(struct page_build *p, struct page_value *v, const struct head *h);
/* A page of the internal profile has no address on the web, and is for no index. */
void head_put_internal(struct page_value *v);
/* Where else the page is, by language; gives how many, 0 when it is in one language only. */
size_t head_alternates(struct arena *a, const struct site_builder *s, const char *path,
                       struct alternate_value **list);

/* --- site/page_value.c --- */
/* The data of one page: frame, head and sections. */
const struct value *page_value(struct page_build *p, const struct view_page *page);
const struct value *page_document(struct page_build *p, const struct view_document *doc);
const struct value *page_narrative(struct page_build *p, const struct own_page *own);
/* One that leads on to another, which has this title. */
const struct value *page_moved(struct page_build *p, const char *to, const char *title);
const struct value *page_script_words(struct arena *a, const struct views *views);
const char *page_word(const struct page_build *p, const char *id, const char *key,
                      const char *value);

/* The words of a tree without its marks, its blocks parted by spaces. */
void page_plain_text(const struct nar_node *n, struct buf *b);

/* "This text is not yet available in Spanish." */
const char *page_untranslated(const struct page_build *p);

/* --- site/narrative_html.c --- */
/* first_heading: the level that the highest headings get, 2 or 3. */
const char *narrative_html(struct page_build *p, const struct nar_node *root, int first_heading);
/* The level of the highest headings; 0 when there is none. */
int narrative_html_top(const struct nar_node *root);
/* The children of one paragraph without its <p>, where that is all there is. */
const char *narrative_html_inline(struct page_build *p, const struct nar_node *root);

/* --- site/moved.c: addresses of before records were renamed --- */
void moved_build(struct site_builder *s, const struct edition *e); /* when all pages are known */
void moved_make(struct site_builder *s, const struct edition *e, const char *path);

/* --- site/site_files.c: what is no page --- */
void site_files_build(struct site_builder *s);
/* One of them, by its path below site/; false when it is none. */
bool site_files_make(struct site_builder *s, const char *file);

/* --- site/assets.c: files that pages load, under names that change with their bytes --- */
void assets_build(struct site_builder *s); /* those of templates/assets/; before any page */
/* Hands over one that the program made, named as in templates/assets/: "search-en.js" is
 * {{assets.search_en_js}} in templates.  Gives its path below site/. */
const char *assets_add(struct site_builder *s, const char *name, const void *bytes, size_t n);
const char *assets_path(const struct site_builder *s, const char *name); /* NULL: no such one */
/* For templates; prefix: the root of the site, seen from the page. */
const struct value *assets_value(struct arena *a, struct site_builder *s, const char *prefix);
/* The text of a file of templates/assets/; NULL when there is none. */
const char *assets_text(const struct site_builder *s, const char *name);

/* --- site/site.c --- */
/* Each makes its page, with what comes along, and hands it over. */
void page_build(struct site_builder *s, const struct edition *e, const char *path);
void document_build(struct site_builder *s, const struct edition *e,
                    const struct view_document *doc);
void own_page_build(struct site_builder *s, const struct edition *e, const struct own_page *own);
/* A page that no list has is one in all languages from now on. */
void site_enter(struct site_builder *s, const char *path);
/* Renders a template by name with data; fallback is its name where there is no such one. */
void site_render(struct site_builder *s, struct arena *a, const char *name, const char *fallback,
                 const struct value *data, struct buf *out);

#endif
