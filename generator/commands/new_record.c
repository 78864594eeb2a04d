#include "commands/new_record.h"

#include "base/arena.h"
#include "base/say.h"
#include "locale/locale.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool find_field(const char *kind, const char *key, struct outline_field *f)
{
    for (size_t i = 0; outline_field(kind, i, f); i++)
        if (strcmp(f->key, key) == 0)
            return true;
    return false;
}

/* The field of the kind that an option means; false when it has none. */
static bool meant(const struct begun *b, const struct option_value *v, struct outline_field *f)
{
    return find_field(b->kind, v->key, f) || (v->other && find_field(b->kind, v->other, f));
}

static void say_no_field(struct begun *b, const char *key)
{
    struct outline_field f;
    const char *name = option_fields_name(b->a, key);
    say_to(stderr, "accord new: --%s does not go with %s, which has:", name, b->kind);
    for (size_t i = 0; outline_field(b->kind, i, &f); i++)
        say_to(stderr, " --%s", option_fields_shown(b->a, &f));
    fputc('\n', stderr);
}

/* In the order of the fields, since who gives may follow from who signs. */
static bool take_options(struct begun *b)
{
    const struct options *opt = b->s->opt;
    struct outline_field f, own;
    bool good = true;
    for (size_t k = 0; k < opt->fields; k++)
        if (!meant(b, &opt->field[k], &f)) {
            say_no_field(b, opt->field[k].key);
            return false;
        }
    for (size_t i = 0; outline_field(b->kind, i, &f); i++)
        for (size_t k = 0; k < opt->fields; k++)
            if (meant(b, &opt->field[k], &own) && strcmp(own.key, f.key) == 0)
                good = new_value_add(b, &f, opt->field[k].lang, opt->field[k].text) && good;
    return good;
}

/* Ids are names of files and folders; pages may stand one folder deeper, as regions/AFR. */
static bool is_name(const struct begun *b, const char *id)
{
    static const char small[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    const char *slash = strcmp(b->kind, "page") == 0 ? strchr(id, '/') : NULL;
    bool good = *id && *id != '-' &&
                (slash ? slash > id && slash[1] && strspn(id, small) == (size_t)(slash - id) &&
                             strspn(slash + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                               "0123456789-") == strlen(slash + 1)
                       : strspn(id, small) == strlen(id));
    if (!good)
        say_to(stderr, "accord new: \"%s\" cannot be an id: ids have small letters, digits and"
                        " hyphens, as in sample-2025\n", id);
    return good;
}

static bool is_there(const struct begun *b)
{
    const struct records *r = b->s->records;
    const char *folder = strcmp(b->kind, "page") == 0 ? "pages" : "stories";
    return b->id && (strcmp(b->kind, "page") == 0 || strcmp(b->kind, "story") == 0) &&
           input_is_dir(arena_printf(b->a, "%s/%s/%s", r->dir, folder, b->id));
}

static bool is_called(const struct begun *b, const struct partner *p, const char *folded)
{
    for (int i = -1; i < LANGS; i++) {
        const char *name = i < 0 ? p->short_name : p->name.in[i];
        if (name && strcmp(locale_fold_name(b->a, name), folded) == 0)
            return true;
        for (size_t k = 0; i >= 0 && k < p->former_n; k++)
            if (p->former[k].name.in[i] &&
                strcmp(locale_fold_name(b->a, p->former[k].name.in[i]), folded) == 0)
                return true;
    }
    return false;
}

/* A partner that is on file under this name, however it is typed, is hardly another one. */
static bool is_on_file(const struct begun *b)
{
    const struct records *r = b->s->records;
    for (size_t i = 0; i < b->value.n && !b->s->opt->same_name; i++) {
        const struct outline_value *v = &b->value.p[i];
        bool name = strcmp(v->key, "name") == 0 || strcmp(v->key, "short") == 0;
        const char *folded = name ? locale_fold_name(b->a, v->text) : "";
        for (size_t k = 0; *folded && k < r->partner_n; k++) {
            const struct partner *p = r->partner[k];
            if (!is_called(b, p, folded))
                continue;
            say_to(stderr, "accord new: \"%s\" is on file as \"%s\" (%s): agreements name that one;"
                            " another partner takes another name, or --same-name\n",
                   v->text, p->id, text_in(&p->name, r->site.default_lang, LANG_EN, NULL));
            return true;
        }
    }
    return false;
}

static void say_next(const struct begun *b)
{
    const struct options *opt = b->s->opt;
    const char *at = strcmp(opt->content, "content") == 0
                         ? "" : arena_printf(b->a, " --content %s", opt->content);
    if (opt->quiet || opt->dry_run)
        return;
    say_to(stdout, "\nnext: open it%s; accord check%s finds faults, accord build%s makes the pages\n",
           strcmp(b->kind, "page") == 0 ? " and write its text"
                                        : ": its remarks name what else can be said", at, at);
    if (!input_is_dir(arena_printf(b->a, "%s/.schema", opt->content)) &&
        strcmp(b->kind, "page") != 0 && strcmp(b->kind, "story") != 0)
        say_to(stdout, "editors complete and explain its keys after accord schema --write%s\n", at);
}

static int write_files(struct begun *b)
{
    struct new_files files = {.session = b->s};
    const struct outline_value *unclear;
    struct records_draft draft = new_draft(b, &unclear);
    if (unclear) {
        say_to(stderr, "accord new: --%s: %s: write amounts without spaces and currencies in capitals,"
                        " as in 100000.00 USD\n",
               option_fields_name(b->a, unclear->key), unclear->text);
        return EXIT_USAGE;
    }
    new_file(&files, draft.path, draft.text);
    new_draft_texts(b, &files);
    if (!publish_texts_free(b->a, b->s->diags, files.list.p, files.list.n))
        return EXIT_CONTENT;
    if (!new_draft_is_sound(b, draft))
        return EXIT_CONTENT;
    int code = new_write(&files);
    if (code == EXIT_FINE)
        say_next(b);
    return code;
}

int new_record(struct session *s, const char *kind, const char *id)
{
    struct begun b = {.s = s, .a = s->arena, .kind = kind, .id = id,
                      .on_terminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1};
    if (id && !is_name(&b, id))
        return EXIT_USAGE;
    if (s->opt->lang && !session_languages(s))
        return EXIT_USAGE;
    b.lang = s->languages ? s->lang[0] : s->records->site.default_lang;
    b.another = is_there(&b);
    if (!take_options(&b) || !new_ask(&b))
        return EXIT_USAGE;
    if (strcmp(kind, "partner") == 0 && !(id && map_has(&s->records->partner_by_id, id)) &&
        is_on_file(&b))
        return EXIT_USAGE;
    if (!new_draft_name(&b))
        return EXIT_USAGE;
    new_draft_complete(&b);
    return write_files(&b);
}
