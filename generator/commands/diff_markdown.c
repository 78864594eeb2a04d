/* diff_markdown.c - what differs, as a comment on a merge request.
 *
 * What comes from the content is text of others: it stands in code spans, or escaped so that it is
 * neither Markdown nor HTML, mentions nobody and refers to no issue (GitHub Flavored Markdown; GitLab's
 * references are more).  A comment holds 65,536 characters on the common forges: rows that do not fit
 * are left out and counted, the most important parts come first. */
#include "commands/diff.h"

#include "base/utf8.h"

#include <string.h>

enum {
    MOST = 65536,
    TAIL = 1500,  /* kept for closing what is open and for saying what was left out */
    VALUE = 300,  /* characters of one value */
    FEW = 12      /* figures, or lines of records, that are not folded */
};

struct comment {
    struct diff *d;
    struct buf *out;
    size_t characters; /* of out */
    size_t left_out;
};

/* --- text of others --- */

static bool is_rtl(unsigned c)
{
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFC);
}

/* Marks that turn the direction of what follows, and end no sooner than the paragraph. */
static bool is_control(unsigned c)
{
    return c >= 0x202A && c <= 0x202E;
}

/* Copies up to so many characters on one line; put() writes each. */
static void copy(struct buf *out, const char *s, size_t most,
                 void (*put)(struct buf *out, unsigned c))
{
    size_t len = strlen(s), n = 0;
    bool rtl = false;
    struct buf text = BUF_INIT;
    for (size_t at = 0; at < len; n++) {
        unsigned c = 0;
        size_t step = utf8_decode(s + at, len - at, &c);
        at += step ? step : 1;
        if (n == most) {
            buf_puts(&text, "…");
            break;
        }
        rtl = rtl || is_rtl(c);
        if (step && !is_control(c))
            put(&text, c < 0x20 || c == 0x7F ? ' ' : c);
    }
    buf_puts(out, rtl ? "\xE2\x81\xA8" : ""); /* an isolate: it turns nothing around it */
    buf_puts(out, buf_str(&text));
    buf_puts(out, rtl ? "\xE2\x81\xA9" : "");
    buf_free(&text);
}

/* Beyond what Markdown takes for markup: signs that forges take for the beginning of a reference are
 * parted from what follows by a space without width. */
static void put_escaped(struct buf *out, unsigned c)
{
    static const char markup[] = "\\`*_{}[]()#+-.!|~$%^=:\"'/", reference[] = "@#!~$%^&/:.";
    if (c == '&')
        buf_puts(out, "&amp;");
    else if (c == '<')
        buf_puts(out, "&lt;");
    else if (c == '>')
        buf_puts(out, "&gt;");
    else if (c < 0x80 && c && strchr(markup, (int)c))
        buf_printf(out, "\\%c", (int)c);
    else
        buf_put_utf8(out, c);
    if (c < 0x80 && c && strchr(reference, (int)c) && c != '.' && c != ':' && c != '/')
        buf_puts(out, "\xE2\x80\x8B");
}

static const char *escaped(struct comment *x, const char *s)
{
    struct buf out = BUF_INIT;
    copy(&out, s, VALUE, put_escaped);
    return buf_to_arena(&out, x->d->arena);
}

/* Within code nothing has a meaning but the backtick, and in a table the bar. */
static void put_code(struct buf *out, unsigned c)
{
    if (c == '|')
        buf_puts(out, "\\|");
    else
        buf_put_utf8(out, c);
}

static size_t longest_run(const char *s, char of)
{
    size_t longest = 0, run = 0;
    for (; *s; s++) {
        run = *s == of ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

static const char *code(struct comment *x, const char *s)
{
    struct buf out = BUF_INIT;
    size_t fence = longest_run(s, '`') + 1;
    bool blank = !*s || *s == '`' || *s == ' ' || s[strlen(s) - 1] == '`' || s[strlen(s) - 1] == ' ';
    for (size_t i = 0; i < fence; i++)
        buf_putc(&out, '`');
    buf_puts(&out, blank ? " " : "");
    copy(&out, s, VALUE, put_code);
    buf_puts(&out, blank ? " " : "");
    for (size_t i = 0; i < fence; i++)
        buf_putc(&out, '`');
    return diff_ltr(x->d, buf_to_arena(&out, x->d->arena));
}

/* --- room --- */

static void add(struct comment *x, const char *s)
{
    buf_puts(x->out, s);
    x->characters += utf8_count(s, strlen(s));
}

/* False, and counted, when it does not fit any more. */
static bool add_row(struct comment *x, const char *s)
{
    if (x->left_out || x->characters + utf8_count(s, strlen(s)) > MOST - TAIL) {
        x->left_out++;
        return false;
    }
    add(x, s);
    return true;
}

static const char *word(struct comment *x, const char *id)
{
    return diff_word(x->d->words, id);
}

static void heading(struct comment *x, const char *title, const char *counts)
{
    struct arena *a = x->d->arena;
    if (!x->left_out)
        add(x, counts ? arena_printf(a, "\n#### %s: %s\n\n", title, counts)
                      : arena_printf(a, "\n#### %s\n\n", title));
}

/* Long lists are folded. */
static bool open_fold(struct comment *x, const char *summary)
{
    if (x->left_out)
        return false;
    add(x, arena_printf(x->d->arena, "\n<details><summary>%s</summary>\n\n", summary));
    return true;
}

static void close_fold(struct comment *x, bool open)
{
    if (open)
        add(x, "\n</details>\n");
}

/* --- figures --- */

static const char *spots(struct comment *x, const struct diff_form *f)
{
    struct buf out = BUF_INIT;
    for (size_t i = 0; f->print && i < f->print->spot.n; i++)
        buf_printf(&out, "%s%s", i ? "<br>" : "",
                   escaped(x, diff_spot_text(x->d, &f->print->spot.p[i])));
    for (size_t i = 0; i < f->frozen.n; i++)
        buf_printf(&out, "%s%s%s%s", out.n ? "<br>" : "", f->frozen.p[i].held ? "" : "**",
                   escaped(x, diff_frozen_text(x->d, &f->frozen.p[i])),
                   f->frozen.p[i].held ? "" : "**");
    return buf_to_arena(&out, x->d->arena);
}

static void withheld_row(struct comment *x, const char *label, const char *id)
{
    add_row(x, arena_printf(x->d->arena, "| %s%s | | | | %s |\n", label, code(x, id),
                            escaped(x, word(x, "diff_withheld"))));
}

static void figure_rows(struct comment *x, const struct diff_figure *f)
{
    struct diff *d = x->d;
    struct arena *a = d->arena;
    const char *label = arena_printf(a, "%s<br>", escaped(x, f->label));
    if (f->withheld) {
        withheld_row(x, label, f->id);
        return;
    }
    for (size_t i = 0; i < f->form.n; i++) {
        const struct diff_form *k = &f->form.p[i];
        if (!diff_tells_form(d, k))
            continue;
        const char *id = diff_form_id(a, f->id, k->form);
        if (k->withheld)
            withheld_row(x, label, id);
        else
            add_row(x, arena_printf(a, "| %s%s | %s | **%s** | %s | %s |\n", label, code(x, id),
                                    diff_number(d, k->before), diff_number(d, k->after),
                                    diff_signed(d, k->difference), spots(x, k)));
        label = "";
    }
}

static bool is_listed(const struct comment *x, const struct diff_figure *f)
{
    return f->moves || x->d->opt->all_figures;
}

/* What has to be revised stands first. */
static size_t choose(struct comment *x, enum diff_state state, const struct diff_figure **list)
{
    const struct diff *d = x->d;
    size_t n = 0;
    for (int first = 1; first >= 0; first--)
        for (size_t i = 0; i < d->figure.n; i++) {
            const struct diff_figure *f = &d->figure.p[i];
            if (f->state == state && is_listed(x, f) && diff_is_broken(f) == (first == 1))
                list[n++] = f;
        }
    return n;
}

static void figure_head(struct comment *x)
{
    if (!x->left_out)
        add(x, arena_printf(x->d->arena, "| %s | %s | %s | %s | %s |\n|---|--:|--:|--:|---|\n",
                            word(x, "figure"), word(x, "diff_before"), word(x, "diff_after"),
                            word(x, "diff_difference"), word(x, "diff_where")));
}

static void figure_table(struct comment *x, enum diff_state state, const char *title)
{
    struct diff *d = x->d;
    const struct diff_figure **list = ARENA_ARRAY(d->arena, const struct diff_figure *,
                                                  d->figure.n + 1);
    size_t n = choose(x, state, list);
    if (!n)
        return;
    heading(x, word(x, title), arena_printf(d->arena, "%zu", n));
    figure_head(x);
    for (size_t i = 0; i < n && i < FEW; i++)
        figure_rows(x, list[i]);
    if (n <= FEW)
        return;
    bool fold = open_fold(x, diff_word_count(d->words, "diff_n_more", n - FEW));
    if (fold)
        figure_head(x);
    for (size_t i = FEW; i < n; i++)
        figure_rows(x, list[i]);
    close_fold(x, fold);
}

static const char *movers(struct comment *x, const struct diff_figure *f)
{
    struct buf out = BUF_INIT;
    if (f->whole)
        return diff_word2(x->d->words, "diff_of_whole", "figure", code(x, f->whole), NULL, NULL);
    for (size_t i = 0; i < f->mover.n; i++) {
        const struct diff_mover *m = &f->mover.p[i];
        buf_puts(&out, i ? ", " : "");
        buf_puts(&out, m->id ? code(x, m->id) : word(x, "diff_internal_agreements"));
        if (m->id && m->difference)
            buf_printf(&out, " (%s)", diff_signed(x->d, m->difference));
        if (!m->record_differs)
            buf_printf(&out, " (%s)", word(x, "diff_by_rules"));
    }
    return buf_to_arena(&out, x->d->arena);
}

static const char *exactly(struct comment *x, const struct diff_figure *f)
{
    struct diff *d = x->d;
    if (!f->difference || f->whole)
        return "";
    return arena_printf(d->arena, "%s → %s (%s)", diff_number(d, f->before),
                        diff_number(d, f->after), diff_signed(d, f->difference));
}

static bool has_cause(const struct diff_figure *f)
{
    return f->mover.n || f->whole;
}

/* Which records moved what, for whoever asks. */
static void causes(struct comment *x)
{
    struct diff *d = x->d;
    size_t n = 0;
    for (size_t i = 0; i < d->figure.n; i++)
        n += has_cause(&d->figure.p[i]) && is_listed(x, &d->figure.p[i]);
    if (!n || x->left_out)
        return;
    add(x, arena_printf(d->arena, "\n<details><summary>%s</summary>\n\n| %s | %s | %s |\n|---|---|---|\n",
                        word(x, "diff_causes"), word(x, "figure"), word(x, "diff_exact"),
                        word(x, "diff_moved_by")));
    for (size_t i = 0; i < d->figure.n; i++) {
        const struct diff_figure *f = &d->figure.p[i];
        if (has_cause(f) && is_listed(x, f))
            add_row(x, arena_printf(d->arena, "| %s | %s | %s |\n", code(x, f->id), exactly(x, f),
                                    movers(x, f)));
    }
    close_fold(x, true);
}

static void counts(struct comment *x)
{
    struct diff *d = x->d;
    size_t same = 0, revise = diff_to_revise(d);
    for (size_t i = 0; i < d->figure.n; i++)
        same += !is_listed(x, &d->figure.p[i]);
    if (d->compared)
        add(x, arena_printf(d->arena, "\n**%s**", diff_word_count(d->words, "diff_n_moving",
                                                                   diff_moving(d))));
    if (revise)
        add(x, arena_printf(d->arena, " **%s**", diff_word_count(d->words, "diff_n_revise", revise)));
    if (same)
        add(x, arena_printf(d->arena, " %s", diff_word_count(d->words, "diff_n_same", same)));
    if (d->unprinted)
        add(x, arena_printf(d->arena, " %s",
                            escaped(x, diff_word_count(d->words, "diff_n_unprinted",
                                                       d->unprinted))));
    if (diff_newest(d))
        add(x, arena_printf(d->arena, " %s", diff_newest(d)));
    if (d->hidden_figures)
        add(x, arena_printf(d->arena, " %s", diff_word_count(d->words, "diff_n_hidden_figures",
                                                             d->hidden_figures)));
    add(x, "\n");
}

/* --- rankings --- */

static const char *place(struct comment *x, size_t n)
{
    return n ? arena_printf(x->d->arena, "%zu", n) : "–";
}

static void ranking(struct comment *x, const struct diff_ranking *r)
{
    struct diff *d = x->d;
    heading(x, diff_ranking_title(d, r), NULL);
    if (x->left_out)
        return;
    if (r->broken)
        add(x, arena_printf(d->arena, "**%s**\n\n", escaped(x, diff_ranking_broken(d, r))));
    add(x, arena_printf(d->arena, "| %s | %s | %s | USD |\n|--:|--:|---|---|\n",
                        word(x, "diff_before"), word(x, "diff_after"), word(x, "partner")));
    for (size_t i = 0; i < r->n; i++) {
        const struct diff_rank *k = &r->rank[i];
        const char *amount =
            !k->id ? "" : arena_printf(d->arena, "%s → %s",
                                       k->cents_before ? diff_number(d, k->cents_before) : "–",
                                       k->cents_after ? diff_number(d, k->cents_after) : "–");
        add_row(x, arena_printf(d->arena, "| %s | %s | %s | %s |\n", place(x, k->before),
                                place(x, k->after), escaped(x, diff_rank_name(d, k)), amount));
    }
}

/* --- records --- */

static const char *change_of(struct comment *x, const struct field_change *f)
{
    struct arena *a = x->d->arena;
    if (!f->before && !f->after)
        return arena_printf(a, "−%zu +%zu %s", f->lines_before, f->lines_after,
                            word(x, "diff_lines"));
    if (!f->before)
        return arena_printf(a, "+ %s", code(x, f->after));
    if (!f->after)
        return arena_printf(a, "− %s", code(x, f->before));
    return arena_printf(a, "%s → %s", code(x, f->before), code(x, f->after));
}

static void record(struct comment *x, const struct diff_record *r)
{
    static const char *const mark[] = {"+", "−", "~", "="};
    struct arena *a = x->d->arena;
    const struct record_change *c = r->change;
    const char *from = c->what == CHANGE_RENAMED
                           ? arena_printf(a, "%s → ", code(x, c->id_before)) : "";
    const char *title = r->title ? arena_printf(a, " %s", escaped(x, r->title)) : "";
    if (!add_row(x, arena_printf(a, "- **%s** %s%s%s\n", mark[c->what], from, code(x, c->id), title)))
        return;
    for (size_t i = 0; i < c->fields; i++)
        add_row(x, arena_printf(a, "  - %s: %s\n", code(x, r->field[i].field),
                                change_of(x, &r->field[i])));
}

static void records(struct comment *x, enum record_kind kind)
{
    struct diff *d = x->d;
    const char *said = diff_kind_counts(d, kind), *title = diff_kind_word(d, kind);
    size_t lines = 0;
    if (!said)
        return;
    for (size_t i = 0; i < d->record.n; i++)
        if (d->record.p[i].change->kind == kind)
            lines += 1 + d->record.p[i].change->fields;
    heading(x, title, lines > FEW ? NULL : said);
    bool fold = lines > FEW && open_fold(x, said);
    for (size_t i = 0; i < d->record.n; i++)
        if (d->record.p[i].change->kind == kind)
            record(x, &d->record.p[i]);
    close_fold(x, fold);
}

/* --- all --- */

static void faults(struct comment *x)
{
    for (size_t k = 0; k < 2; k++) {
        const char *fault = diff_fault(x->d, k ? x->d->after : x->d->before);
        if (fault)
            add(x, arena_printf(x->d->arena, "\n**%s**\n", escaped(x, fault)));
    }
}

void diff_markdown(struct diff *d, struct buf *out)
{
    struct comment x = {.d = d, .out = out};
    add(&x, arena_printf(d->arena, "### %s\n",
                         diff_word2(d->words, "diff_title", "before", code(&x, d->before->name),
                                    "after", code(&x, d->after->name))));
    faults(&x);
    counts(&x);
    figure_table(&x, DIFF_MOVED, d->opt->all_figures ? "diff_all_figures" : "diff_figures");
    for (size_t i = 0; i < d->ranking.n; i++)
        ranking(&x, &d->ranking.p[i]);
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        records(&x, (enum record_kind)kind);
    figure_table(&x, DIFF_GONE, "diff_gone");
    figure_table(&x, DIFF_FIRST, "diff_first");
    causes(&x);
    if (!d->changes && !d->figure.n && !d->ranking.n && !d->hidden_figures)
        add(&x, arena_printf(d->arena, "\n%s\n", word(&x, d->compared ? "diff_nothing"
                                                                      : "diff_no_record")));
    if (x.left_out)
        add(&x, arena_printf(d->arena, "\n%s\n",
                             diff_word_count(d->words, "diff_n_left_out", x.left_out)));
}
