#include "glyph_check.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

struct looker {
    struct diags *d;
    struct fonts *fonts;
    enum lang lang;
    bool fine;
};

static void report(struct looker *x, const char *s, size_t at, struct place place)
{
    char shown[32];
    unsigned c = 0;
    size_t len = utf8_decode(s + at, strlen(s + at), &c);
    snprintf(shown, sizeof shown, "\"%.*s\" (U+%04X)", (int)len, s + at, c);
    diag_report(x->d, DIAG_MISSING_GLYPH, place, shown,
                fonts_named_in(x->fonts, s + at));
    x->fine = false;
}

/* Word by word, as they are set: a word is short, and known words are cached. */
static void look(struct looker *x, const char *s, struct place place)
{
    struct font_style style = {.lang = lang_code[x->lang]};
    for (size_t at = 0; s[at];) {
        size_t n = strcspn(s + at, " \t\r\n");
        const struct shaped *shaped = n ? font_shape(x->fonts, style, false, s + at, n) : NULL;
        if (shaped && shaped->missing) {
            report(x, s, at + shaped->missing_at, place);
            return;
        }
        at += n;
        at += strspn(s + at, " \t\r\n");
    }
}

static void look_text(struct looker *x, const struct text *t, enum lang fallback)
{
    enum lang got = x->lang;
    const char *s = text_in(t, x->lang, fallback, &got);
    if (s)
        look(x, s, t->place[got]);
}

static void look_document(struct looker *x, const struct document *doc, enum lang fallback)
{
    const struct text *texts[] = {&doc->group,  &doc->meeting, &doc->place_dates,
                                  &doc->source, &doc->title,   &doc->department};
    if (!doc->language[x->lang])
        return;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        look_text(x, texts[i], fallback);
}

static void look_language(struct looker *x, const struct records *r)
{
    enum lang fallback = r->site.default_lang;
    const struct strings *s = &r->strings[x->lang];
    for (size_t i = 0; i < r->partner_n; i++) {
        look_text(x, &r->partner[i]->name, fallback);
        look_text(x, &r->partner[i]->represented_by, fallback);
    }
    for (int kind = 0; kind < VOCABS; kind++)
        for (size_t i = 0; i < r->vocab[kind].n; i++) {
            look_text(x, &r->vocab[kind].entry[i].label, fallback);
            look_text(x, &r->vocab[kind].entry[i].short_label, fallback);
        }
    for (size_t i = 0; i < r->document_n; i++)
        look_document(x, &r->document[i], fallback);
    for (size_t i = 0; i < s->text.n; i++) {
        const struct place *at = map_get(&s->place, s->text.item[i].key);
        look(x, s->text.item[i].value, at ? *at : (struct place){.src = s->src});
    }
}

bool glyph_check(struct diags *d, struct fonts *fonts, const struct records *r,
                 const enum lang *lang, size_t languages)
{
    struct looker x = {.d = d, .fonts = fonts, .fine = true};
    for (size_t i = 0; i < languages; i++) {
        x.lang = lang[i];
        look_language(&x, r);
    }
    return x.fine;
}
