/* diff_words.c - the words of accord diff, and values as readers write them. */
#include "commands/diff.h"

#include "base/visible.h"
#include "locale/locale.h"

#include <string.h>

struct diff_words {
    struct arena *arena;
    const struct locale *locale;
    const struct map *own;   /* id -> pattern */
    struct map shipped;
};

/* A file of words that comes with accord; one that is not there has none. */
static void read_shipped(struct diff_words *w, enum lang lang)
{
    struct diags *quiet = diags_new(w->arena);
    const char *path = session_shipped(
        w->arena, arena_printf(w->arena, "content/strings/%s.yaml", lang_code[lang]));
    map_init(&w->shipped, w->arena);
    if (!input_exists(path))
        return;
    const struct source *src = input_read(w->arena, quiet, path);
    const struct node *n = src ? input_yaml(w->arena, quiet, src) : NULL;
    for (size_t i = 0; n && n->kind == NODE_MAP && i < n->n; i++)
        if (n->pair[i].value->kind == NODE_SCALAR)
            map_set(&w->shipped, n->pair[i].key->text, (char *)n->pair[i].value->text);
}

struct diff_words *diff_words_open(struct arena *a, const struct records *r, enum lang lang)
{
    struct diff_words *w = ARENA_NEW(a, struct diff_words);
    w->arena = a;
    w->locale = locale_open(a, lang_code[lang]);
    w->own = &r->strings[lang].text;
    read_shipped(w, lang);
    return w;
}

const char *diff_word_args(struct diff_words *w, const char *id, const struct value *args)
{
    const char *error = NULL, *pattern = map_get(w->own, id);
    if (!pattern)
        pattern = map_get(&w->shipped, id);
    const char *s = pattern ? locale_message(w->arena, w->locale, pattern, args, &error) : NULL;
    return s ? s : id;
}

const char *diff_word(struct diff_words *w, const char *id)
{
    return diff_word_args(w, id, NULL);
}

const char *diff_word_count(struct diff_words *w, const char *id, size_t count)
{
    struct value *args = value_map(w->arena);
    value_set_int(args, "count", (int64_t)count);
    return diff_word_args(w, id, args);
}

const char *diff_word2(struct diff_words *w, const char *id, const char *k1, const char *v1,
                       const char *k2, const char *v2)
{
    struct value *args = value_map(w->arena);
    value_set_string(args, k1, v1);
    if (k2)
        value_set_string(args, k2, v2);
    return diff_word_args(w, id, args);
}

/* --- values --- */

const char *diff_number(struct diff *d, const char *decimal)
{
    if (!decimal)
        return diff_word(d->words, "not_available");
    return locale_number(d->arena, d->locale, decimal);
}

const char *diff_ltr(struct diff *d, const char *s)
{
    return locale_is_rtl(d->locale) && *s
               ? arena_printf(d->arena, "\xE2\x81\xA6%s\xE2\x81\xA9", s) : s;
}

const char *diff_signed(struct diff *d, const char *decimal)
{
    bool plus = decimal && *decimal != '-' && strpbrk(decimal, "123456789");
    return decimal ? diff_ltr(d, arena_printf(d->arena, "%s%s", plus ? "+" : "",
                                              diff_number(d, decimal)))
                   : "";
}

const char *diff_kind_word(struct diff *d, enum record_kind kind)
{
    static const char *const word[RECORD_KINDS] = {
        [RECORD_AGREEMENT] = "agreements",
        [RECORD_PARTNER] = "partners",
        [RECORD_DOCUMENT] = "documents",
        [RECORD_DOCUMENT_TEXT] = "diff_document_texts",
        [RECORD_PAGE] = "diff_pages",
        [RECORD_STORY] = "stories",
        [RECORD_OPPORTUNITY] = "opportunities",
        [RECORD_PUBLISHED] = "diff_published",
        [RECORD_HISTORY] = "diff_history",
        [RECORD_RATES] = "diff_rates",
        [RECORD_TARGETS] = "diff_targets",
        [RECORD_VOCABULARY] = "diff_vocabularies",
        [RECORD_SETTINGS] = "diff_settings",
        [RECORD_STRINGS] = "diff_strings",
        [RECORD_OTHER] = "diff_other",
    };
    return diff_word(d->words, word[kind]);
}

const char *diff_kind_counts(struct diff *d, enum record_kind kind)
{
    static const char *const words[] = {"diff_n_came", "diff_n_went", "diff_n_changed",
                                        "diff_n_renamed"};
    size_t count[4] = {0}, n = 0;
    const char *item[5];
    for (size_t i = 0; i < d->record.n; i++)
        if (d->record.p[i].change->kind == kind)
            count[d->record.p[i].change->what]++;
    for (size_t i = 0; i < 4; i++)
        if (count[i])
            item[n++] = diff_word_count(d->words, words[i], count[i]);
    if (d->hidden[kind])
        item[n++] = diff_word_count(d->words, "diff_n_hidden", d->hidden[kind]);
    return n ? locale_list(d->arena, d->locale, item, n) : NULL;
}

const char *diff_frozen_text(struct diff *d, const struct diff_frozen *f)
{
    struct value *args = value_map(d->arena);
    bool dated = date_is_set(f->issued);
    value_set_string(args, "document", f->document);
    value_set_string(args, "value", diff_number(d, f->value));
    value_set_string(args, "dated", dated ? "yes" : "no");
    value_set_string(args, "date",
                     dated ? locale_date(d->arena, d->locale, f->issued, DATE_LONG) : "");
    return diff_word_args(d->words,
                          f->row ? "diff_frozen_row" : f->held ? "diff_frozen_held" : "diff_frozen",
                          args);
}

const char *diff_spot_text(struct diff *d, const struct diff_spot *s)
{
    struct buf out = BUF_INIT;
    const char *file = s->owner;
    if (s->place.src)
        file = arena_printf(d->arena, "%s:%d", s->place.src->path, s->place.line ? s->place.line : 1);
    buf_puts(&out, diff_ltr(d, visible_text(d->arena, file)));
    if (s->section)
        buf_printf(&out, ", %s", s->section);
    if (s->times > 1)
        buf_printf(&out, ", %s", diff_word_count(d->words, "diff_n_places", s->times - 1));
    return buf_to_arena(&out, d->arena);
}

const char *diff_rank_name(struct diff *d, const struct diff_rank *r)
{
    return r->id ? arena_printf(d->arena, "%s (%s)", r->name, r->id)
                 : diff_word(d->words, "diff_unnamed");
}

/* The only rankings there are: "2024.partners". */
const char *diff_ranking_title(struct diff *d, const struct diff_ranking *r)
{
    const char *period = arena_strndup(d->arena, r->id, strcspn(r->id, "."));
    struct value *args = value_map(d->arena);
    value_set_string(args, "year", period);
    value_set_int(args, "count", (int64_t)r->printed);
    return diff_word_args(d->words, "diff_ranking", args);
}

const char *diff_ranking_broken(struct diff *d, const struct diff_ranking *r)
{
    struct value *args = value_map(d->arena);
    struct date issued = diff_issued(d, r->broken);
    value_set_string(args, "document", r->broken->document);
    value_set_string(args, "dated", date_is_set(issued) ? "yes" : "no");
    value_set_string(args, "date",
                     date_is_set(issued) ? locale_date(d->arena, d->locale, issued, DATE_LONG) : "");
    return diff_word_args(d->words, "diff_ranking_broken", args);
}

const char *diff_newest(struct diff *d)
{
    if (!d->compared)
        return NULL;
    int before = views_newest_period(d->before->views).until;
    int after = views_newest_period(d->views).until;
    return before == after || !before || !after
               ? NULL
               : diff_word2(d->words, "diff_newest", "before", arena_printf(d->arena, "%d", before),
                            "after", arena_printf(d->arena, "%d", after));
}

const char *diff_fault(struct diff *d, const struct diff_side *s)
{
    struct value *args = value_map(d->arena);
    if (s->sound)
        return NULL;
    value_set_string(args, "name", s->name);
    value_set_int(args, "count", (int64_t)diags_count(s->diags, SEVERITY_ERROR));
    return diff_word_args(d->words, "diff_fault", args);
}
