#include "records/records_room.h"

#include "base/arena.h"
#include "base/vec.h"

#include <string.h>

/* site.yaml: what the site is called, its languages, how figures are counted, how it looks. */

static const char *const year_words[] = {"signature", "entry-into-force", NULL};
static const char *const financial_words[] = {"cash", "partner-cash", NULL};
static const char *const addenda_words[] = {"apart", "with-agreements", NULL};
static const char *const merger_words[] = {"at-signature", "successor", NULL};

static const struct field counting_fields[] = {
    {.key = "year_by", .type = FIELD_CHOICE, .at = offsetof(struct counting, by_in_force),
     .words = year_words, .doc = "which date puts an agreement in a year"},
    {.key = "financial", .type = FIELD_CHOICE,
     .at = offsetof(struct counting, financial_partner_cash), .words = financial_words,
     .doc = "whose cash makes an agreement financial"},
    {.key = "addenda", .type = FIELD_CHOICE, .at = offsetof(struct counting, addenda_with),
     .words = addenda_words, .doc = "whether addenda count among the agreements"},
    {.key = "mergers", .type = FIELD_CHOICE, .at = offsetof(struct counting, follow_mergers),
     .words = merger_words, .doc = "for whom counts what a partner signed before it merged"},
};
static const struct shape counting_shape = {
    .what = "the counting rules", FIELDS(counting_fields), .size = sizeof(struct counting)};

/* Ids of figures, which have dots; that they exist is the model's question. */
static void read_reveal(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    VEC(struct reference) list = {0};
    struct disclosure *d = out;
    for (size_t i = 0; fields_is_list(r, f->key, n) && i < n->n; i++) {
        const char *s = fields_scalar(r, f->key, "ids of figures", n->item[i]);
        if (s)
            VEC_PUSH(r->a, &list, ((struct reference){s, n->item[i]->place}));
    }
    d->reveal = list.p;
    d->reveal_n = list.n;
}

static const struct field disclosure_fields[] = {
    {.key = "minimum", .type = FIELD_NUMBER, .min = 1, .max = 9,
     .at = offsetof(struct disclosure, minimum),
     .doc = "how many agreements and partners internal money in a figure has to be of"},
    {.key = "reveal", .type = FIELD_OTHER, .read = read_reveal,
     .takes = "a list of figures", .form = "lines",
     .doc = "figures that may tell what an internal agreement is worth"},
};
static const struct shape disclosure_shape = {
    .what = "the rules of disclosure", FIELDS(disclosure_fields),
    .size = sizeof(struct disclosure)};

static const struct field iati_fields[] = {
    {.key = "org_id", .type = FIELD_LINE, .at = offsetof(struct iati_reporter, org_id),
     .doc = "the identifier of the organization that reports, by org-id.guide"},
    {.key = "org_type", .type = FIELD_NUMBER, .min = 10, .max = 90,
     .at = offsetof(struct iati_reporter, org_type),
     .doc = "what it is: a code of IATI's list OrganisationType"},
};
static const struct shape iati_shape = {.what = "what IATI needs", FIELDS(iati_fields),
                                        .size = sizeof(struct iati_reporter)};

static const struct field theme_fields[] = {
    {.key = "accent", .type = FIELD_COLOUR, .at = offsetof(struct site, accent),
     .doc = "the colour of text and rules"},
    {.key = "bright", .type = FIELD_COLOUR, .at = offsetof(struct site, bright),
     .doc = "the colour of large shapes and charts"},
    {.key = "tint", .type = FIELD_COLOUR, .at = offsetof(struct site, tint),
     .doc = "the colour of bands and boxes"},
};
static const struct shape theme_shape = {
    .what = "the theme", FIELDS(theme_fields), .size = sizeof(struct site)};

static void read_languages(struct reading *r, const struct field *f, const struct node *n,
                           void *out)
{
    struct site *s = out;
    if (fields_is_list(r, f->key, n) && n->n == 0)
        diag_report(r->d, DIAG_EMPTY_LIST, n->place, f->key);
    for (size_t i = 0; n->kind == NODE_LIST && i < n->n; i++) {
        const char *code = fields_scalar(r, f->key, "languages", n->item[i]);
        int lang = code ? fields_lang(r, code, n->item[i]->place) : -1;
        if (lang >= 0 && s->language[lang]) {
            diag_report(r->d, DIAG_REPEATED_ITEM, n->item[i]->place, code);
        } else if (lang >= 0) {
            s->language[lang] = true;
            s->order[s->languages++] = (enum lang)lang;
        }
    }
}

static void read_families(struct reading *r, const struct node *n, const char *script,
                          const char *const **out)
{
    VEC(const char *) families = {0};
    if (!fields_is_list(r, script, n))
        return;
    if (n->n == 0)
        diag_report(r->d, DIAG_EMPTY_LIST, n->place, script);
    for (size_t i = 0; i < n->n; i++) {
        const char *s = fields_scalar(r, script, phrase_mark(PHRASE_FONT_FAMILIES), n->item[i]);
        if (s)
            VEC_PUSH(r->a, &families, s);
    }
    VEC_PUSH(r->a, &families, NULL);
    *out = families.p;
}

void settings_read_fonts(struct reading *r, const char *of, const struct node *n,
                         const char *const **font)
{
    static const char *const scripts[] = {"latin", "arabic", "cjk", NULL};
    for (size_t i = 0; fields_is_map(r, of, n) && i < n->n; i++) {
        const struct node *key = n->pair[i].key;
        int script = 0;
        while (scripts[script] && strcmp(scripts[script], key->text) != 0)
            script++;
        if (scripts[script]) {
            read_families(r, n->pair[i].value, key->text, &font[script]);
            continue;
        }
        diag_report(r->d, DIAG_UNKNOWN_KEY, key->place, key->text);
        diag_hint(r->d, HINT_SCRIPTS_ARE);
    }
}

static void read_fonts(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    settings_read_fonts(r, f->key, n, ((struct site *)out)->font);
}

static void read_region_colours(struct reading *r, const struct field *f, const struct node *n,
                                void *out)
{
    struct site *s = out;
    r->colour = n->n ? ARENA_ARRAY(r->a, struct reference, n->n) : NULL;
    for (size_t i = 0; fields_is_map(r, f->key, n) && i < n->n; i++) {
        const struct node *key = n->pair[i].key;
        r->colour[r->colours++] = (struct reference){key->text, key->place};
        const struct field colour = {.key = key->text, .type = FIELD_COLOUR};
        const struct shape one = {.what = "a colour", .field = &colour, .fields = 1};
        struct node map = {.kind = NODE_MAP, .place = n->place, .pair = &n->pair[i], .n = 1};
        const char *value = NULL;
        if (fields_read(r, &one, &map, &value) && value)
            map_set(&s->region_colour, key->text, (void *)value);
    }
}

const char *const records_message_languages[] = {"en", "fr", "es", NULL};

static const struct field site_fields[] = {
    {.key = "name", .type = FIELD_TEXT, .required = true, .at = offsetof(struct site, name),
     .doc = "what the site is called"},
    {.key = "description", .type = FIELD_TEXT, .at = offsetof(struct site, description),
     .doc = "the site in one sentence"},
    {.key = "base_url", .type = FIELD_URL, .at = offsetof(struct site, base_url),
     .place = offsetof(struct site, base_place),
     .doc = "the address under which the site is published"},
    {.key = "languages", .type = FIELD_OTHER, .required = true, .read = read_languages,
     .takes = "a list of languages", .form = "languages",
     .doc = "the languages the site is made in"},
    {.key = "default_language", .type = FIELD_LANG, .required = true,
     .at = offsetof(struct site, default_lang), .place = offsetof(struct site, place),
     .doc = "the language of texts that are written as one string"},
    {.key = "fonts", .type = FIELD_OTHER, .required = true, .read = read_fonts,
     .place = offsetof(struct site, font_place),
     .takes = "lists of font families by script", .form = "lists-by-script",
     .doc = "font families for each script"},
    {.key = "counting", .type = FIELD_RECORD, .at = offsetof(struct site, counting),
     .of = &counting_shape, .doc = "how figures are counted"},
    {.key = "disclosure", .type = FIELD_RECORD, .at = offsetof(struct site, disclosure),
     .of = &disclosure_shape, .doc = "what figures may tell of internal agreements"},
    {.key = "iati", .type = FIELD_RECORD, .at = offsetof(struct site, iati), .of = &iati_shape,
     .doc = "who reports to the International Aid Transparency Initiative"},
    {.key = "theme", .type = FIELD_RECORD, .of = &theme_shape, .doc = "the colours of the site"},
    {.key = "region_colours", .type = FIELD_OTHER, .read = read_region_colours,
     .takes = "a colour for each region", .form = "colours-by-region",
     .doc = "the colour of each region in charts"},
    {.key = "sample_note", .type = FIELD_TEXT, .at = offsetof(struct site, sample_note),
     .doc = "the band that says that records are illustrative"},
    {.key = "publisher", .type = FIELD_TEXT, .at = offsetof(struct site, publisher),
     .doc = "who publishes the site"},
    {.key = "messages", .type = FIELD_WORD, .at = offsetof(struct site, messages),
     .words = records_message_languages,
     .doc = "the language that accord tells what is wrong in: en, fr or es"},
};
const struct shape site_shape = {
    .what = "site.yaml", FIELDS(site_fields), .size = sizeof(struct site)};

/* Needed before the texts of site.yaml itself are read. */
static enum lang default_language(const struct node *map)
{
    const struct node *n = node_get(map, "default_language");
    int lang = n && n->kind == NODE_SCALAR ? lang_of(n->text) : -1;
    return lang >= 0 ? (enum lang)lang : LANG_EN;
}

/* Addresses of pages are made by adding to it. */
static void check_base(struct reading *r, struct site *s)
{
    size_t end = s->base_url ? strcspn(s->base_url, "?#") : 0;
    if (!s->base_url || !s->base_url[end])
        return;
    diag_report(r->d, DIAG_BAD_URL, s->base_place, s->base_url);
    diag_hint(r->d, HINT_BASE_URL_ENDS, arena_strndup(r->a, s->base_url + end, 1),
              arena_strndup(r->a, s->base_url, end));
}

static void complete(struct reading *r, struct site *s)
{
    check_base(r, s);
    size_t n = s->base_url ? strlen(s->base_url) : 0;
    if (n > 0 && s->base_url[n - 1] != '/')
        s->base_url = arena_printf(r->a, "%s/", s->base_url);
    if (s->languages && !s->language[s->default_lang]) {
        diag_report(r->d, DIAG_BAD_CHOICE, s->place, "default_language",
                    lang_code[s->default_lang], phrase_mark(PHRASE_SITE_LANGUAGES));
    } else if (s->languages == 0) {
        s->language[s->default_lang] = true;
        s->order[s->languages++] = s->default_lang;
    }
    if (s->disclosure.minimum == 0)
        s->disclosure.minimum = 2;
    if (!s->iati.org_id) /* ITU in OECD-DAC's list of channels; a multilateral organization */
        s->iati.org_id = "XM-DAC-41303";
    if (!s->iati.org_type)
        s->iati.org_type = 40;
    if (!s->accent)
        s->accent = "#0b5a8f";
    if (!s->bright)
        s->bright = "#009cd6";
    if (!s->tint)
        s->tint = "#e8f1f7";
}

void settings_read(struct reading *r)
{
    struct site *s = &r->r->site;
    const char *path = arena_printf(r->a, "%s/site.yaml", r->r->dir);
    map_init(&s->region_colour, r->a);
    s->default_lang = LANG_EN;
    if (!read_file_exists(r, path)) {
        diag_report(r->d, DIAG_FILE_MISSING, read_file_place(r->a, path),
                    phrase_mark(PHRASE_HOLDS_SETTINGS));
    } else {
        struct node *n = read_file_tree(r, path, NULL);
        if (n)
            s->default_lang = default_language(n);
        s->unread = !n || !fields_read(r, &site_shape, n, s);
    }
    complete(r, s);
}
