/* site.h - views and narratives become the files of output/site, through templates/.
 *
 * The site writes nothing: each finished file is handed to a callback, path below output/
 * first ("site/en/index.html"), in a fixed order.  Links are relative and name index.html,
 * so that the pages work from any folder and from file://; only canonical addresses are
 * absolute and drop it.
 *
 * A template's name is its file's without ".mustache".  A page is rendered with the template
 * of its kind, or with "page" where there is none; tables and charts with the partials
 * "table" and "chart", wherever they stand.  What templates are given: templates/README.md.
 */
#ifndef ACCORD_SITE_SITE_H
#define ACCORD_SITE_SITE_H

#include "base/diag.h"
#include "base/place.h"
#include "views/views.h"

struct buf;
struct narratives;
struct unpack;

struct site_file { /* of templates/ or templates/assets/ */
    const char *name, *path; /* path: for messages */
    const void *bytes;
    size_t n;
};

/* Has jobs done, by processes side by side where there are some (base/team.h): work fills an answer
 * when it is in one of them, else it is given NULL; take gets the answers, in the order of jobs.
 * Files handed over and reports get across by themselves. */
typedef void (*site_share)(void *ctx, size_t jobs,
                           void (*work)(void *made, size_t job, struct buf *answer),
                           void (*take)(void *made, struct unpack *answer), void *made);

struct site_input {
    const struct views *const *views; /* one a language, in the order of site.yaml */
    size_t languages;
    const bool *stands; /* by language: its pages are linked to, but stand already and are not made */
    const struct source *const *template; /* templates/NAME.mustache */
    const char *const *template_name;     /* NAME, or shipped/NAME where it was laid over */
    const bool *template_own;             /* it does not ship; NULL: none is */
    size_t templates;
    const struct site_file *asset; /* copied to site/assets/ */
    size_t assets;
    const char *template_dir;      /* as given by --templates: where a missing one is looked for */
    struct narratives *narratives; /* of documents */
    const char *document;          /* only the pages of this one; NULL = all pages */
    site_share share;              /* NULL: one after the other */
    void *share_ctx;
};

/* Takes one finished file; bytes are valid only during the call. */
typedef void (*site_put)(void *ctx, const char *path, const void *bytes, size_t n);

/* Builds the site, or a document's pages.  Faults of templates and narratives go to the diagnostics, all of
 * them; whoever publishes asks diags_failed first.  The PDF of a document belongs beside its
 * page: site/<lang>/documents/<id>/<file named by view_document.pdf>, put there by others. */
void site_build(struct arena *a, struct diags *d, const struct site_input *in, site_put put,
                void *ctx);

/* The same file by file, for previews: a page's address is known before the page is made.  Opening
 * reads templates, hands over what templates/assets/ has, and tells the faults of both. */
struct site_builder;
/* The folder of its host that a site stands in: "/" or "/partners/". */
const char *site_mount(const struct site *site);
struct site_builder *site_open(struct arena *a, struct diags *d, const struct site_input *in,
                               site_put put, void *ctx);
/* Makes the file at a path below output/, as site_build does to the byte, and hands it over with
 * whatever else comes along, as the files of a page's charts; nothing when the site has no such file.
 * The map of the site alone takes as long as all of it. */
void site_make(struct site_builder *s, const char *path);

/* Tells the faults of templates and assets, as opening does, where no page is to be made. */
void site_check_templates(struct arena *a, struct diags *d, const struct site_input *in);

/* What templates of pages are given, as Markdown: part by part, a table of names. */
void site_values_help(struct buf *out);

#endif
