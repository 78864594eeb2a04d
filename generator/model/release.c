/* release.c - what a release does without: sample records, and texts that lack a language. */
#include "model/model_parts.h"

#include <stdio.h>
#include <string.h>

/* --- samples --- */

static void refuse(struct diags *d, struct place place, const char *what)
{
    diag_report(d, DIAG_SAMPLE_RECORD, place, what);
}

void model_refuse_samples(const struct model *m, struct diags *d)
{
    for (size_t i = 0; i < m->deal_n; i++) {
        const struct deal *deal = m->deal[i];
        if (deal->record->sample)
            refuse(d, deal->record->place, deal->record->id);
        for (size_t k = 0; k < deal->money_n; k++)
            if (deal->money[k].rate && deal->money[k].rate->sample)
                refuse(d, deal->money[k].rate->place, phrase_mark(PHRASE_THIS_RATE));
    }
    for (size_t i = 0; i < m->records->partner_n; i++)
        if (m->records->partner[i]->sample)
            refuse(d, m->records->partner[i]->place, m->records->partner[i]->id);
    const struct records *r = m->records;
    for (size_t i = 0; i < r->story_n; i++)
        if (r->story[i].sample)
            refuse(d, r->story[i].place, r->story[i].slug);
    for (size_t i = 0; i < r->opportunity_n; i++)
        if (r->opportunity[i].sample)
            refuse(d, r->opportunity[i].place, r->opportunity[i].id);
    for (size_t i = 0; i < r->target_n; i++) {
        if (r->target[i].sample)
            refuse(d, r->target[i].place, phrase_mark(PHRASE_THIS_YEAR));
        for (size_t k = 0; k < r->target[i].prospects; k++)
            if (r->target[i].prospect[k].sample)
                refuse(d, r->target[i].prospect[k].place, phrase_mark(PHRASE_THIS));
    }
    for (size_t i = 0; i < m->past_n; i++)
        if (m->past[i].record->sample)
            refuse(d, m->past[i].record->place, phrase_mark(PHRASE_THIS_YEAR));
}

/* --- translations --- */

struct translations {
    struct diags *d;
    bool wanted[LANGS];
    bool counted; /* told as a sum for each language, not one by one */
    size_t missing[LANGS];
    struct place first[LANGS];
};

static void lacks(struct translations *x, struct place place, enum phrase what, int lang)
{
    if (!x->counted)
        diag_report(x->d, DIAG_MISSING_TRANSLATION, place, phrase_mark(what),
                    lang_code[lang]);
    else if (x->missing[lang]++ == 0)
        x->first[lang] = place;
}

/* Where a text stands: its first language that is there, else the record's own place. */
static struct place place_in(const struct text *t, struct place record)
{
    for (int lang = 0; lang < LANGS; lang++)
        if (t->in[lang])
            return t->place[lang];
    return record;
}

/* A text that is absent in all languages is for the field tables to judge. */
static void want(struct translations *x, const struct text *t, enum phrase what,
                 struct place record)
{
    if (!text_in(t, LANG_EN, LANG_EN, NULL))
        return;
    for (int lang = 0; lang < LANGS; lang++)
        if (x->wanted[lang] && !t->in[lang])
            lacks(x, place_in(t, record), what, lang);
}

/* A document wants those of the languages that it is issued in. */
static void want_document(struct translations *x, const struct document *doc)
{
    bool all[LANGS];
    memcpy(all, x->wanted, sizeof all);
    for (int lang = 0; lang < LANGS; lang++)
        x->wanted[lang] = all[lang] && doc->language[lang];
    want(x, &doc->group, PHRASE_THE_GROUP, doc->place);
    want(x, &doc->meeting, PHRASE_THE_MEETING, doc->place);
    want(x, &doc->place_dates, PHRASE_THE_PLACE_DATES, doc->place);
    want(x, &doc->source, PHRASE_THE_SOURCE, doc->place);
    want(x, &doc->title, PHRASE_THE_TITLE, doc->place);
    want(x, &doc->summary, PHRASE_THE_SUMMARY, doc->place);
    want(x, &doc->action, PHRASE_THE_ACTION, doc->place);
    want(x, &doc->department, PHRASE_THE_CONTACT, doc->place);
    for (size_t i = 0; i < doc->reference_n; i++)
        want(x, &doc->reference[i], PHRASE_THIS_REFERENCE, doc->place);
    for (size_t i = 0; i < doc->revised_n; i++)
        want(x, &doc->revised[i].reason, PHRASE_THE_REASON, doc->revised[i].place);
    memcpy(x->wanted, all, sizeof all);
}

/* Labels of a style's own want the languages of the papers that it sets. */
static void want_style(struct translations *x, const struct records *r,
                       const struct paper_style *s)
{
    const struct style_label *label[] = {&s->label_summary, &s->label_action,
                                         &s->label_references, &s->label_contact,
                                         &s->label_contents};
    bool all[LANGS], set[LANGS] = {false};
    for (size_t i = 0; i < r->document_n; i++)
        for (int lang = 0; r->document[i].paper == s && lang < LANGS; lang++)
            set[lang] = set[lang] || r->document[i].language[lang];
    memcpy(all, x->wanted, sizeof all);
    for (int lang = 0; lang < LANGS; lang++)
        x->wanted[lang] = all[lang] && set[lang];
    for (size_t i = 0; i < sizeof label / sizeof *label; i++)
        if (label[i]->text)
            want(x, label[i]->text, PHRASE_THIS_LABEL, s->place);
    memcpy(x->wanted, all, sizeof all);
}

static void want_page(struct translations *x, const struct records *r,
                      const struct page_file *page)
{
    bool there[LANGS] = {false};
    for (size_t i = 0; i < r->page_n; i++)
        if (strcmp(r->page[i].slug, page->slug) == 0)
            there[r->page[i].lang] = true;
    for (int lang = 0; lang < LANGS; lang++)
        if (x->wanted[lang] && !there[lang])
            lacks(x, (struct place){.src = page->src}, PHRASE_THIS_PAGE, lang);
}

/* A summary, where one language has it, is for the lists of all. */
static void want_story(struct translations *x, const struct story *s)
{
    for (int lang = 0; lang < LANGS; lang++)
        if (x->wanted[lang] && !s->file[lang].src)
            lacks(x, s->place, PHRASE_THIS_STORY, lang);
        else if (x->wanted[lang] && !s->summary.in[lang] &&
                 text_in(&s->summary, LANG_EN, LANG_EN, NULL))
            lacks(x, (struct place){.src = s->file[lang].src}, PHRASE_THE_SUMMARY, lang);
}

static void want_opportunity(struct translations *x, const struct opportunity *o)
{
    want(x, &o->title, PHRASE_THE_TITLE, o->place);
    want(x, &o->summary, PHRASE_THE_SUMMARY, o->place);
    want(x, &o->event, PHRASE_THE_EVENT, o->place);
    want(x, &o->use, PHRASE_THE_USE, o->place);
    want(x, &o->department, PHRASE_THE_CONTACT, o->place);
    for (size_t i = 0; i < o->benefit_n; i++)
        want(x, &o->benefit[i], PHRASE_THIS_BENEFIT, o->place);
}

static void want_records(struct translations *x, const struct records *r)
{
    want(x, &r->site.name, PHRASE_THE_SITE_NAME, r->site.place);
    for (int kind = 0; kind < VOCABS; kind++)
        for (size_t i = 0; i < r->vocab[kind].n; i++)
            want(x, &r->vocab[kind].entry[i].label, PHRASE_THIS_LABEL, r->vocab[kind].entry[i].place);
    for (size_t i = 0; i < r->partner_n; i++)
        if (!r->partner[i]->name.single) /* a proper name, the same in all languages */
            want(x, &r->partner[i]->name, PHRASE_THE_NAME, r->partner[i]->place);
    for (size_t i = 0; i < r->agreement_n; i++) {
        if (r->agreement[i]->internal)
            continue;
        want(x, &r->agreement[i]->title, PHRASE_THE_TITLE, r->agreement[i]->place);
        want(x, &r->agreement[i]->objective, PHRASE_THE_OBJECTIVE, r->agreement[i]->place);
    }
    for (size_t i = 0; i < r->page_n; i++)
        want_page(x, r, &r->page[i]);
    for (size_t i = 0; i < r->story_n; i++)
        want_story(x, &r->story[i]);
    for (size_t i = 0; i < r->opportunity_n; i++)
        want_opportunity(x, &r->opportunity[i]);
    for (size_t i = 0; i < r->document_n; i++)
        want_document(x, &r->document[i]);
    for (size_t i = 0; i < r->style_n; i++)
        want_style(x, r, &r->style[i]);
}

void model_refuse_untranslated(const struct model *m, struct diags *d, const enum lang *lang,
                               size_t languages)
{
    struct translations x = {.d = d};
    for (size_t i = 0; i < languages; i++)
        x.wanted[lang[i]] = true;
    want_records(&x, m->records);
}

void model_tell_untranslated(const struct model *m, struct diags *d, const enum lang *lang,
                             size_t languages)
{
    struct translations x = {.d = d, .counted = true};
    for (size_t i = 0; i < languages; i++)
        x.wanted[lang[i]] = true;
    want_records(&x, m->records);
    for (size_t i = 0; i < languages; i++) {
        char count[24];
        snprintf(count, sizeof count, "%zu", x.missing[lang[i]]);
        if (x.missing[lang[i]])
            diag_report(d, DIAG_UNTRANSLATED, x.first[lang[i]], lang_code[lang[i]], count);
    }
}
