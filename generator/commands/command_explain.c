/* command_explain.c - why this number: what a figure's page on the site says, in a terminal. */
#include "commands/commands.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/say.h"
#include "commands/text_page.h"
#include "views/views.h"

#include <stdio.h>
#include <string.h>

static const struct view_table *trail_of(const struct view_page *page)
{
    for (size_t i = 0; i < page->sections; i++)
        if (page->section[i].kind == SECTION_TABLE)
            return page->section[i].table;
    return NULL;
}

/* The value asked for stands first: the page shows all forms there are. */
static void heading(struct buf *out, const struct views *v, const struct view_page *page,
                    const struct figure *f, const char *id, const char *form)
{
    text_page_put(out, page->title, strlen(page->title));
    buf_printf(out, "\n\n%s = %s", id, views_figure(v, f, form));
    if (f->known && f->unit == UNIT_USD && (!*form || strcmp(form, "usd") == 0))
        buf_printf(out, " %s", views_word(v, "usd", NULL));
    buf_puts(out, "\n\n");
    if (page->lead)
        buf_printf(out, "%s\n\n", page->lead);
}

/* False after a message about an id that no figure has, or that may not be shown. */
static bool explain(struct session *s, struct views *v, const char *id, struct buf *out)
{
    const char *form = "";
    const struct figure *f = model_figure_form(s->model, id, &form);
    if (!f) {
        say_to(stderr, "accord explain: unknown figure \"%s\"\n  hint: %s\n", id,
               phrase_text(s->arena, s->language,
                           model_figure_why(s->model, id, s->opt->internal)));
        return false;
    }
    const struct view_page *page =
        views_page(s->arena, v, arena_printf(s->arena, "figures/%s", f->id));
    if (!page) {
        say_to(stderr,
               "accord explain: \"%s\" would name a partner whose agreements are internal; "
               "explain it with --profile internal\n",
               id);
        return false;
    }
    const struct view_table *trail = trail_of(page);
    if (s->opt->csv) {
        views_table_csv(trail, out);
        return true;
    }
    heading(out, v, page, f, id, form);
    text_page(out, page);
    return true;
}

static int explain_all(struct session *s)
{
    /* As figures are: in any language there is, not only in those of the site. */
    int lang = session_any_language(s);
    if (lang < 0)
        return EXIT_USAGE;
    struct views *v =
        views_open(s->arena, s->diags, s->model, (enum lang)lang, s->opt->internal);
    struct buf out = BUF_INIT;
    bool fine = true;
    for (size_t i = 0; i < s->opt->args; i++) {
        buf_puts(&out, i && out.n && !s->opt->csv ? "\n" : "");
        fine = explain(s, v, s->opt->arg[i], &out) && fine;
    }
    fwrite(buf_str(&out), 1, out.n, stdout);
    buf_free(&out);
    return fine ? EXIT_FINE : EXIT_USAGE;
}

int command_explain(const struct options *opt)
{
    struct session s;
    if (!opt->args) {
        fputs("accord explain: name the figure to explain, such as 2024.agreements.count; "
              "\"accord figures\" lists all\n",
              stderr);
        return EXIT_USAGE;
    }
    if (opt->csv && opt->args > 1) {
        fputs("accord explain: --csv writes one figure's table; name one figure\n", stderr);
        return EXIT_USAGE;
    }
    session_begin(&s, opt);
    s.errors_only = !opt->verbose;
    if (!session_load(&s))
        return session_end(&s, EXIT_SYSTEM);
    session_refuse_disclosure(&s, !diags_failed(s.diags));
    return session_end(&s, diags_failed(s.diags) ? EXIT_CONTENT : explain_all(&s));
}
