#include "commands/new_record.h"

#include "base/arena.h"
#include "base/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Whether a field is to be asked for, as things are. */
static bool is_wanted(const struct begun *b, const struct outline_field *f)
{
    if (!f->ask || new_value_of(b, f->key))
        return false;
    if (strcmp(f->key, "amends") == 0)
        return new_value_is_addendum(b);
    return !b->another || f->takes != OUTLINE_DATE; /* the other language has said it */
}

/* --- without a terminal --- */

static bool name_missing(const struct begun *b)
{
    struct outline_field f;
    size_t missing = 0;
    for (size_t i = 0; outline_field(b->kind, i, &f); i++) {
        if (!f.must || !is_wanted(b, &f))
            continue;
        if (missing++ == 0)
            say_to(stderr, "accord new %s: these are missing:\n", b->kind);
        fprintf(stderr, "  --%-24s %s\n", option_fields_shown(b->a, &f), f.doc);
    }
    if (missing)
        say_to(stderr, "accord new: see accord new %s --help\n", b->kind);
    return missing == 0;
}

/* --- on a terminal --- */

/* A line without its end; NULL when the input ended. */
static const char *read_line(struct begun *b)
{
    char *line = NULL;
    size_t room = 0;
    fputs("> ", stdout);
    fflush(stdout);
    ssize_t n = getline(&line, &room, stdin);
    const char *text = NULL;
    if (n >= 0) {
        text = arena_strndup(b->a, line, strcspn(line, "\r\n"));
        text += strspn(text, " \t");
    }
    free(line);
    return text;
}

static void show_choices(const struct begun *b, const struct outline_field *f)
{
    const struct vocab *v = &b->s->records->vocab[f->vocab];
    enum lang lang = b->s->records->site.default_lang;
    for (size_t i = 0; f->takes == OUTLINE_ENTRY && i < v->n; i++)
        say_to(stdout, "%s %s\n", arena_printf(b->a, "  %-28s", v->entry[i].id),
               text_in(&v->entry[i].label, lang, LANG_EN, NULL));
    if (f->takes == OUTLINE_DATE)
        printf("  year-month-day, as 2026-03-01\n");
    if (f->takes == OUTLINE_PARTNER)
        printf("  ids or parts of names%s\n", f->list ? ", with commas between" : "");
    if (f->takes == OUTLINE_AGREEMENT)
        printf("  its id, or a part of its title\n");
}

/* Takes the answer, unless the content could not hold it. */
static bool accept(struct begun *b, const struct outline_field *f, const char *answer)
{
    size_t before = b->value.n;
    if (!*answer && f->must)
        fputs("This has to be answered; Ctrl-C ends without writing anything.\n", stderr);
    if (!*answer)
        return !f->must;
    const char *fault = NULL;
    bool taken = new_value_add(b, f, -1, answer);
    if (taken && b->value.n == before)
        fault = "There is nothing in this.";
    else if (taken)
        fault = new_draft_fault(b);
    if (fault)
        say_to(stderr, "%s\n", fault);
    if (!taken || fault)
        b->value.n = before;
    return taken && !fault;
}

static bool ask(struct begun *b, const struct outline_field *f)
{
    const char *answer;
    printf("\n%s\n", f->ask);
    show_choices(b, f);
    while ((answer = read_line(b)))
        if (accept(b, f, answer))
            return true;
    printf("\nNothing was written.\n");
    return false;
}

bool new_ask(struct begun *b)
{
    struct outline_field f;
    if (!b->on_terminal)
        return name_missing(b);
    for (size_t i = 0; outline_field(b->kind, i, &f); i++)
        if (is_wanted(b, &f) && !ask(b, &f))
            return false;
    return true;
}
