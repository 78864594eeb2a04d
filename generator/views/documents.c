/* documents.c - a document's cover in one language. */
#include "views/views_room.h"

#include <string.h>

/* The number pattern of the series, with what is known filled in: {number} and {letter}. */
static const char *fill_number(struct arena *a, const struct views *v, const struct document *r,
                               const char *pattern, const char *letter)
{
    struct buf b = BUF_INIT;
    const char *number =
        r->document_number ? r->document_number : views_word(v, "cover_number_open", NULL);
    for (const char *p = pattern; *p; p++) {
        if (strncmp(p, "{number}", 8) == 0) {
            buf_puts(&b, number);
            p += 7;
        } else if (strncmp(p, "{letter}", 8) == 0) {
            buf_puts(&b, letter);
            p += 7;
        } else {
            buf_putc(&b, *p);
        }
    }
    return buf_to_arena(&b, a);
}

/* NULL for documents without a number. */
static const char *number_of(struct arena *a, const struct views *v, const struct document *r)
{
    const char *letter = r->letter[v->lang] ? r->letter[v->lang] : "";
    return r->number_pattern ? fill_number(a, v, r, r->number_pattern, letter) : NULL;
}

const char *documents_cited_number(struct arena *a, const struct views *v,
                                   const struct document *r)
{
    const char *pattern = r->number_pattern;
    if (!pattern)
        return views_text_marked(v, &r->title);
    const char *letter = strstr(pattern, "{letter}");
    size_t n = letter ? (size_t)(letter - pattern) : strlen(pattern);
    bool last = letter && !letter[strlen("{letter}")];
    if (last && n > 0 && strchr("-_./ ", pattern[n - 1]))
        n--; /* what parts the letter from the number goes with it */
    return fill_number(a, v, r, last ? arena_strndup(a, pattern, n) : pattern, "");
}

static const char *language_name(struct arena *a, const struct views *v, enum lang lang)
{
    return views_word(v, arena_printf(a, "language_%s", lang_code[lang]), NULL);
}

/* Issued in one language, which is the original's: "English only". */
static const char *original_of(struct arena *a, const struct views *v, const struct document *r)
{
    size_t n = 0;
    for (int i = 0; i < LANGS; i++)
        n += r->language[i];
    bool only = n == 1 && r->language[r->original];
    return format_word1(v, only ? "cover_only" : "cover_original", "language",
                        language_name(a, v, r->original));
}

/* Any figure of the headline totals that rests on samples makes the paper one of samples. */
static bool rests_on_samples(const struct views *v, struct period p)
{
    const struct figure *f = view_figure_get(v, p, "agreements.count");
    const struct figure *g = view_figure_get(v, p, "contributions.total");
    return (f && f->sample) || (g && g->sample);
}

static struct view_document *document_view(struct arena *a, const struct views *v, const struct document *r)
{
    struct view_document *doc = ARENA_NEW(a, struct view_document);
    struct date day = records_document_date(r);
    *doc = (struct view_document){.record = r, .id = r->id, .lang = lang_code[v->lang]};
    doc->title = views_text_marked(v, &r->title);
    doc->path = arena_printf(a, "documents/%s", r->id);
    doc->group = views_text_marked(v, &r->group);
    doc->group_short = views_text_marked(v, &r->group_short);
    doc->meeting = views_text_marked(v, &r->meeting);
    doc->place_dates = views_text_marked(v, &r->place_dates);
    doc->source = views_text_marked(v, &r->source);
    doc->number = number_of(a, v, r);
    doc->open = (doc->number && !r->document_number) || !date_is_set(day) || r->draft;
    doc->date = date_is_set(day) ? views_date(v, day) : NULL;
    doc->original = original_of(a, v, r);
    if (r->revision) {
        const char *n = arena_printf(a, "%d", r->revision);
        doc->revision = format_word1(v, "cover_revision", "n", n);
        doc->revision_label = format_word1(v, "document_revision", "n", n);
    }
    if (r->own_translation[v->lang])
        doc->own_translation = format_word1(v, "own_translation_note", "language",
                                            language_name(a, v, v->lang));
    doc->summary = &r->summary;
    doc->action = &r->action;
    doc->reference = r->reference;
    doc->references = r->reference_n;
    doc->department = views_text_marked(v, &r->department);
    doc->email = r->email;
    doc->url = r->url;
    doc->group_url = r->group_url;
    doc->pdf = arena_printf(a, "%s.%s.pdf", r->id, lang_code[v->lang]);
    doc->period = (struct period){r->from, r->until};
    doc->sample = rests_on_samples(v, doc->period);
    if (doc->sample)
        doc->sample_note = views_word(v, "sample_note_document", NULL);
    doc->file = records_narrative(r, v->lang, &doc->files);
    return doc;
}

size_t views_documents(struct arena *a, const struct views *v,
                       struct view_document **list)
{
    VEC(struct view_document) docs = {0};
    for (size_t i = 0; i < v->rec->document_n; i++)
        if (v->rec->document[i].language[v->lang])
            VEC_PUSH(a, &docs, *document_view(a, v, &v->rec->document[i]));
    *list = docs.p;
    return docs.n;
}
