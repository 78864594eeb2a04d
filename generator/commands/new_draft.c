/* new_draft.c - the file of a record that is begun: its path, its text, and whether it is right. */
#include "commands/new_record.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/say.h"
#include "base/vec.h"
#include "locale/locale.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is(const struct begun *b, const char *kind)
{
    return strcmp(b->kind, kind) == 0;
}

static bool is_markdown(const struct begun *b)
{
    return is(b, "page") || is(b, "story");
}

/* --- where it stands --- */

static const char *folder_of(const struct begun *b)
{
    static const char *const folders[][2] = {
        {"agreement", "agreements"}, {"partner", "partners"}, {"document", "documents"},
        {"page", "pages"}, {"story", "stories"}, {"opportunity", "opportunities"}};
    size_t i = 0;
    while (!is(b, folders[i][0]))
        i++;
    return folders[i][1];
}

/* Below the content's folder. */
static const char *path_of(const struct begun *b, const char *id)
{
    const char *signed_on = new_value_of(b, "signed"), *folder = folder_of(b);
    if (is(b, "agreement") && signed_on)
        return arena_printf(b->a, "%s/%.4s/%s.yaml", folder, signed_on, id);
    if (is(b, "document"))
        return arena_printf(b->a, "%s/%s/document.yaml", folder, id);
    if (is_markdown(b))
        return arena_printf(b->a, "%s/%s/%s.md", folder, id, lang_code[b->lang]);
    return arena_printf(b->a, "%s/%s.yaml", folder, id);
}

/* --- what stands in it --- */

const char *new_modeline(struct arena *a, const char *path, const char *schema)
{
    struct buf b = BUF_INIT;
    buf_puts(&b, "# yaml-language-server: $schema=");
    for (const char *p = path; (p = strchr(p, '/')); p++)
        buf_puts(&b, "../");
    buf_printf(&b, ".schema/%s.json\n", schema);
    return buf_to_arena(&b, a);
}

static const char *word(const struct begun *b, enum lang lang, const char *id)
{
    const struct records *r = b->s->records;
    const char *s = map_get(&r->strings[lang].text, id);
    const char *other = s ? s : map_get(&r->strings[r->site.default_lang].text, id);
    return other ? other : "…"; /* as for a fault of the strings, which check tells */
}

static const char *text_to_write(const struct begun *b, enum lang lang)
{
    return word(b, lang, "new_text");
}

struct records_draft new_draft(struct begun *b, const struct outline_value **unclear)
{
    const char *id = b->id ? b->id : "new";
    const char *path = path_of(b, id);
    const char *text = outline_text(b->s->records, b->kind, is_markdown(b) ? NULL : id, b->value.p,
                                    b->value.n, unclear);
    if (is_markdown(b))
        text = arena_printf(b->a, "---\n%s---\n\n%s\n", text, text_to_write(b, b->lang));
    else
        text = arena_printf(b->a, "%s%s", new_modeline(b->a, path, b->kind), text);
    return (struct records_draft){arena_printf(b->a, "%s/%s", b->s->records->dir, path), text};
}

void new_draft_complete(struct begun *b)
{
    const char *lang = lang_code[b->s->records->site.default_lang];
    static const char *const own[] = {"original", "languages", "draft"};
    for (size_t i = 0; is(b, "document") && i < 3; i++)
        if (!new_value_of(b, own[i]))
            VEC_PUSH(b->a, &b->value,
                     ((struct outline_value){own[i], -1, i == 2 ? "true" : lang}));
}

/* --- whether it is right --- */

/* What is still to be asked for.  A key that is missing in a value, "{amount: 100}", is a fault of the
 * answer: it is not at the beginning of a line. */
static bool is_gap(const struct diag *d)
{
    return (d->code == DIAG_MISSING_KEY && d->place.col <= 1) || d->code == DIAG_AMENDS_MISSING;
}

static const char *told(struct begun *b, const struct diag *d)
{
    const struct map *language = b->s->language;
    const char *message = diag_message(b->a, d, language), *hints = diag_hints(b->a, d, language);
    return hints ? arena_printf(b->a, "%s\n  %s", message, hints) : message;
}

static void read_with(struct begun *b, struct session *trial, const struct records_draft *draft)
{
    session_begin(trial, b->s->opt);
    trial->draft = draft;
    trial->drafts = 1;
    trial->errors_only = true;
    session_load(trial);
}

static const char *unclear_text(struct begun *b, const struct outline_value *v)
{
    return arena_printf(b->a, "\"%s\": it cannot be told which part of this is what; write an amount"
                              " without spaces, and its currency in capitals: 100000.00 USD",
                        v->text);
}

const char *new_draft_fault(struct begun *b)
{
    const struct outline_value *unclear;
    struct records_draft draft = new_draft(b, &unclear);
    struct session trial;
    const struct diag *list;
    const char *fault = NULL;
    if (unclear)
        return unclear_text(b, unclear);
    read_with(b, &trial, &draft);
    size_t n = diags_list(trial.diags, &list);
    for (size_t i = 0; i < n && !fault; i++)
        if (diags_severity(trial.diags, list[i].code) == SEVERITY_ERROR && !is_gap(&list[i]) &&
            list[i].place.src && strcmp(list[i].place.src->path, draft.path) == 0)
            fault = told(b, &list[i]);
    arena_free(trial.arena);
    return fault;
}

bool new_draft_is_sound(struct begun *b, struct records_draft draft)
{
    struct session trial;
    read_with(b, &trial, &draft);
    if (!diags_failed(trial.diags))
        session_refuse_disclosure(&trial, true);
    bool sound = !diags_failed(trial.diags);
    if (session_end(&trial, EXIT_FINE) != EXIT_FINE && !sound)
        fprintf(stderr, "accord new: nothing was written\n");
    return sound;
}

/* --- its id --- */

static const char *slug(struct begun *b, const char *name)
{
    enum { LONGEST = 48 };
    struct buf out = BUF_INIT;
    const char *plain = locale_fold(b->a, locale_latin(b->a, name));
    for (; *plain; plain++)
        if ((*plain >= 'a' && *plain <= 'z') || (*plain >= '0' && *plain <= '9'))
            buf_putc(&out, *plain);
        else if (*plain != '\'' && out.n && out.p[out.n - 1] != '-')
            buf_putc(&out, '-');
    size_t n = out.n;
    if (n > LONGEST)
        for (n = LONGEST; n > LONGEST / 2 && out.p[n] != '-';)
            n--;
    while (n && out.p[n - 1] == '-')
        n--;
    const char *id = arena_strndup(b->a, buf_str(&out), n);
    buf_free(&out);
    return id;
}

/* "bdt-2024-017": what stands before the year, the year, the number. */
struct numbered {
    size_t head; /* bytes before the year */
    long year, number;
    int digits;
};

static bool read_numbered(const char *id, struct numbered *out)
{
    const char *last = strrchr(id, '-');
    if (!last || last - id < 5 || !last[1] || strspn(last + 1, "0123456789") != strlen(last + 1) ||
        strlen(last + 1) > 6 || strspn(last - 4, "0123456789") != 4 || last - id == 5 ||
        last[-5] != '-')
        return false;
    *out = (struct numbered){.head = (size_t)(last - id) - 4, .year = strtol(last - 4, NULL, 10),
                             .number = strtol(last + 1, NULL, 10), .digits = (int)strlen(last + 1)};
    return true;
}

/* The next number of the year, in the way of the newest agreement that has one. */
static const char *next_number(struct begun *b)
{
    const struct records *r = b->s->records;
    const char *signed_on = new_value_of(b, "signed"), *like = "agreement-2000-000";
    struct numbered n, own;
    long most = 0;
    for (size_t i = 0; i < r->agreement_n; i++)
        if (read_numbered(r->agreement[i]->id, &n))
            like = r->agreement[i]->id;
    read_numbered(like, &own);
    for (size_t i = 0; i < r->agreement_n; i++)
        if (read_numbered(r->agreement[i]->id, &n) && n.head == own.head &&
            strncmp(r->agreement[i]->id, like, n.head) == 0 &&
            n.year == strtol(signed_on, NULL, 10) && n.number > most)
            most = n.number;
    return arena_printf(b->a, "%.*s%.4s-%0*ld", (int)own.head, like, signed_on, own.digits,
                        most + 1);
}

/* In the site's language, else in English, else in the first there is. */
static const char *name_in(const struct begun *b, const char *key)
{
    const char *found = new_value_of(b, key);
    int best = 0;
    for (size_t i = 0; i < b->value.n; i++) {
        const struct outline_value *v = &b->value.p[i];
        bool own = v->lang < 0 || v->lang == (int)b->s->records->site.default_lang;
        int rank = strcmp(v->key, key) != 0 ? 0 : own ? 2 : v->lang == LANG_EN;
        if (rank > best) {
            best = rank;
            found = v->text;
        }
    }
    return found;
}

bool new_draft_name(struct begun *b)
{
    const char *named_by = name_in(b, is(b, "partner") ? "short" : "title");
    if (!b->id && is(b, "agreement"))
        b->id = next_number(b);
    if (!b->id)
        b->id = slug(b, named_by ? named_by : name_in(b, "name"));
    if (*b->id)
        return true;
    say_to(stderr, "accord new: no id can be made of this name: write one, as in accord new %s an-id\n",
           b->kind);
    return false;
}

/* --- what goes with a document --- */

/* Its years, when figures of them are known: "2024". */
static const char *known_years(const struct begun *b)
{
    const char *years = new_value_of(b, "years");
    return model_figure(b->s->model, arena_printf(b->a, "%s.agreements.count", years)) ? years : NULL;
}

static void put_figures(const struct begun *b, struct buf *out, enum lang lang, const char *years)
{
    static const char *const figures[][2] = {
        {"agreements", "agreements.count"}, {"partners", "partners.count"},
        {"total_contributions", "contributions.total.usd"}};
    for (size_t i = 0; i < 3; i++)
        buf_printf(out, "- %s: {{%s.%s}}%s\n", word(b, lang, figures[i][0]), years, figures[i][1],
                   i == 2 ? " USD" : "");
    buf_printf(out, "\n```table\nshow: by-type\nyear: %s\n```\n", years);
}

static void add_section(struct begun *b, struct new_files *files, enum lang lang, const char *name,
                        const char *heading, bool figures)
{
    struct buf out = BUF_INIT;
    const char *years = known_years(b);
    buf_printf(&out, "# %s\n\n%s\n", word(b, lang, heading), text_to_write(b, lang));
    if (figures && years) {
        buf_putc(&out, '\n');
        put_figures(b, &out, lang, years);
    }
    new_file(files,
             arena_printf(b->a, "%s/documents/%s/%s/%s.md", b->s->records->dir, b->id,
                          lang_code[lang], name),
             buf_to_arena(&out, b->a));
}

void new_draft_texts(struct begun *b, struct new_files *files)
{
    for (size_t i = 0; is(b, "document") && i < b->value.n; i++) {
        int lang = strcmp(b->value.p[i].key, "languages") == 0 ? lang_of(b->value.p[i].text) : -1;
        if (lang < 0)
            continue;
        add_section(b, files, (enum lang)lang, "01-introduction", "new_introduction", false);
        add_section(b, files, (enum lang)lang, "02-figures", "figures", true);
    }
}
