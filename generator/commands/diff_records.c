/* diff_records.c - which records came, went, changed or were renamed, as far as may be told. */
#include "commands/diff.h"

#include <string.h>

/* --- what may be named --- */

static const struct agreement *agreement_of(const struct diff_side *s, const char *id)
{
    return map_get(&s->records->agreement_by_id, id);
}

/* What is public now may be named, whatever it was. */
static bool hides_agreement(const struct diff *d, const char *id)
{
    const struct agreement *now = agreement_of(d->after, id);
    const struct agreement *then = agreement_of(d->before, id);
    if (diff_unsure_deal(d->after, id) || diff_unsure_deal(d->before, id))
        return true;
    return now ? !diff_side_may_name(d->after, now) : !diff_side_may_name(d->before, then);
}

static bool hides_partner(const struct diff *d, const char *id)
{
    const struct partner *now = map_get(&d->after->records->partner_by_id, id);
    const struct partner *then = map_get(&d->before->records->partner_by_id, id);
    return now ? !diff_side_may_name_partner(d->after, now)
               : !diff_side_may_name_partner(d->before, then);
}

/* The text of a page says whose page it is by its path. */
static bool hides_page(const struct diff *d, const char *path)
{
    enum record_kind kind;
    const char *id = diff_side_page_record(d->arena, path + strlen("pages/"), &kind);
    if (!id)
        return false;
    if (kind == RECORD_PARTNER)
        return hides_partner(d, id);
    return hides_agreement(d, id);
}

static const struct story *story_of(const struct diff_side *s, const char *path)
{
    const char *slug = path + strlen("stories/");
    size_t n = strcspn(slug, "/");
    for (size_t i = 0; i < s->records->story_n; i++) {
        const struct story *story = &s->records->story[i];
        if (strlen(story->slug) == n && strncmp(story->slug, slug, n) == 0)
            return story;
    }
    return NULL;
}

/* Stories are told as the site tells them; of one that cannot be read it is not known about whom it is. */
static bool hides_story(const struct diff *d, const char *path)
{
    const struct story *now = story_of(d->after, path), *then = story_of(d->before, path);
    if (!now && !then)
        return true;
    return now ? !diff_side_may_tell(d->after, now) : then && !diff_side_may_tell(d->before, then);
}

static bool hides(const struct diff *d, const struct record_change *c)
{
    if (d->opt->internal)
        return false;
    if (c->kind == RECORD_PAGE)
        return hides_page(d, c->id) || hides_page(d, c->id_before);
    if (c->kind == RECORD_STORY)
        return hides_story(d, c->id) || hides_story(d, c->id_before);
    if (c->kind == RECORD_AGREEMENT)
        return hides_agreement(d, c->id) || hides_agreement(d, c->id_before);
    if (c->kind == RECORD_PARTNER)
        return hides_partner(d, c->id) || hides_partner(d, c->id_before) ||
               (c->after ? diff_unsure_partner(d->after, c->id)
                         : diff_unsure_partner(d->before, c->id_before));
    return c->kind == RECORD_TARGETS;
}

/* By the id it has, or one that it had. */
static bool hides_former(const struct diff *d, const char *former)
{
    const struct records *sides[] = {d->after->records, d->before->records};
    bool hidden = false;
    for (size_t i = 0; i < 2; i++) {
        const char *deal = map_get(&sides[i]->renamed_id[RENAMED_AGREEMENT], former);
        const char *partner = map_get(&sides[i]->renamed_id[RENAMED_PARTNER], former);
        hidden = hidden || (deal && hides_agreement(d, deal)) || (partner && hides_partner(d, partner));
    }
    return hidden;
}

/* "2024.partners.x.contributions" names a partner as "x" does. */
static const char *masked(const struct diff *d, const char *text)
{
    struct arena *a = d->arena;
    struct buf out = BUF_INIT;
    for (const char *p = text;;) {
        size_t n = strcspn(p, ".");
        const char *part = arena_strndup(a, p, n);
        bool hidden = hides_agreement(d, part) || hides_partner(d, part) || hides_former(d, part);
        buf_puts(&out, hidden ? diff_word(d->words, "diff_unnamed") : part);
        if (!p[n])
            return buf_to_arena(&out, a);
        buf_putc(&out, '.');
        p += n + 1;
    }
}

/* --- values --- */

static const struct {
    const char *key;
    int vocab; /* VOCABS: partners */
} named[] = {
    {"from", VOCABS},          {"partners", VOCABS},           {"leaves", VOCABS},
    {"merged_into", VOCABS},   {"kind", VOCAB_KINDS},          {"type", VOCAB_PARTNER_TYPES},
    {"regions", VOCAB_REGIONS}, {"priorities", VOCAB_PRIORITIES}, {"membership", VOCAB_MEMBERSHIPS},
    {"initiatives", VOCAB_INITIATIVES},
};

static const char *text_of(const struct diff *d, const struct diff_side *s, const struct text *t)
{
    return text_in(t, views_lang(d->views), s->records->site.default_lang, NULL);
}

/* What an id stands for. */
static const char *name_of(const struct diff *d, const struct diff_side *s, int vocab,
                           const char *id)
{
    if (vocab < VOCABS) {
        const struct entry *e = map_get(&s->records->vocab[vocab].by_id, id);
        return e ? text_of(d, s, &e->label) : NULL;
    }
    const struct partner *p = map_get(&s->records->partner_by_id, id);
    return p && p->short_name ? p->short_name : p ? text_of(d, s, &p->name) : NULL;
}

static const char *say(void *ctx, bool newer, const char *key, const char *text)
{
    const struct diff *d = ctx;
    const struct diff_side *s = newer ? d->after : d->before;
    if (!d->opt->internal) {
        const char *may = masked(d, text);
        if (strcmp(may, text) != 0)
            return may;
    }
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (strcmp(named[i].key, key) != 0)
            continue;
        const char *name = name_of(d, s, named[i].vocab, text);
        if (name && strcmp(name, text) != 0)
            return arena_printf(d->arena, "%s (%s)", text, name);
    }
    return text;
}

static const char *instead(void *ctx, const char *text)
{
    const struct diff *d = ctx;
    bool told = d->opt->internal || strcmp(masked(d, text), text) == 0;
    return told ? NULL : diff_word(d->words, "diff_unnamed");
}

/* --- titles --- */

static const struct text *title_in(const struct diff_side *s, enum record_kind kind,
                                   const char *id)
{
    const struct records *r = s->records;
    if (kind == RECORD_AGREEMENT) {
        const struct agreement *g = agreement_of(s, id);
        return g ? &g->title : NULL;
    }
    if (kind == RECORD_PARTNER) {
        const struct partner *p = map_get(&r->partner_by_id, id);
        return p ? &p->name : NULL;
    }
    for (size_t i = 0; kind == RECORD_DOCUMENT && i < r->document_n; i++)
        if (strcmp(r->document[i].id, id) == 0)
            return &r->document[i].title;
    for (size_t i = 0; kind == RECORD_OPPORTUNITY && i < r->opportunity_n; i++)
        if (strcmp(r->opportunity[i].id, id) == 0)
            return &r->opportunity[i].title;
    return NULL;
}

static const char *title_of(const struct diff *d, const struct record_change *c)
{
    const struct diff_side *s = c->after ? d->after : d->before;
    const struct text *t = title_in(s, c->kind, c->after ? c->id : c->id_before);
    return t ? text_of(d, s, t) : NULL;
}

/* --- all --- */

/* To the public, what was internal is new; what it said before is not told. */
static bool was_internal(const struct diff *d, const struct record_change *c)
{
    return c->kind == RECORD_AGREEMENT && c->before && c->after &&
           !diff_side_may_name(d->before, agreement_of(d->before, c->id_before));
}

static bool merges_unseen(const struct diff *d, const struct diff_side *s, const char *id)
{
    const struct partner *p = map_get(&s->records->partner_by_id, id);
    return p && p->merged_into && hides_partner(d, p->merged_into);
}

/* Into whom a partner merged that may not be named, nor when; true when that was all. */
static bool leave_out_merger(const struct diff *d, struct record_change *c)
{
    size_t n = 0;
    if (d->opt->internal || c->kind != RECORD_PARTNER ||
        (!merges_unseen(d, d->before, c->id_before) && !merges_unseen(d, d->after, c->id)))
        return false;
    for (size_t i = 0; i < c->fields; i++)
        if (strncmp(c->field[i].field, "merged_", strlen("merged_")) != 0)
            c->field[n++] = c->field[i];
    bool all = n == 0 && c->fields > 0 && c->what == CHANGE_CHANGED;
    c->fields = n;
    return all;
}

static void add(struct diff *d, struct record_change *c)
{
    if (hides(d, c) || leave_out_merger(d, c)) {
        d->hidden[c->kind]++;
        return;
    }
    if (was_internal(d, c)) {
        c->what = CHANGE_CAME;
        c->fields = 0;
    }
    struct diff_record r = {
        .change = c, .title = title_of(d, c),
        .field = ARENA_ARRAY(d->arena, struct field_change, c->fields + 1)};
    for (size_t i = 0; i < c->fields; i++) {
        r.field[i] = c->field[i];
        if (!d->opt->internal)
            r.field[i].field = masked(d, c->field[i].field);
    }
    VEC_PUSH(d->arena, &d->record, r);
}

void diff_records(struct diff *d)
{
    struct change_words words = {say, instead, d};
    map_init(&d->renamed, d->arena);
    map_init(&d->differs, d->arena);
    d->changes =
        record_changes(d->arena, &d->before->files, &d->after->files, &words, &d->change);
    for (size_t i = 0; i < d->changes; i++) {
        struct record_change *c = &d->change[i];
        bool counted = c->kind == RECORD_AGREEMENT || c->kind == RECORD_PARTNER;
        if (c->what == CHANGE_RENAMED && counted)
            map_set(&d->renamed, c->id_before, (char *)c->id);
        if (c->kind == RECORD_AGREEMENT && (c->what != CHANGE_RENAMED || c->fields))
            map_set(&d->differs, c->id, c);
        add(d, c);
    }
}
