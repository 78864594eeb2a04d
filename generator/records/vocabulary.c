#include "records/records_room.h"

#include "base/arena.h"
#include "base/vec.h"

#include <string.h>

/* vocabulary/<name>.yaml: one key with a list of entries.  An entry's fields beyond id and
 * label depend on the vocabulary; a draft holds those that are resolved afterwards. */
struct draft {
    struct entry entry;
    struct reference rolls_up_to;
};

/* Ids of regions are codes in capitals; all others are ids like those of records. */
static void read_entry_id(struct reading *r, const struct field *f, const struct node *n,
                          void *out)
{
    struct draft *d = out;
    const char *s = fields_scalar(r, f->key, "an id", n);
    if (!s)
        return;
    bool fine = s[0] != '-';
    for (const char *c = s; *c && fine; c++)
        fine = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
               (*c >= '0' && *c <= '9') || *c == '-';
    d->entry.place = n->place;
    if (fine && fields_check_name(r, s, n->place))
        d->entry.id = s;
    else if (!fine)
        diag_report(r->d, DIAG_BAD_ID, n->place, s,
                    phrase_mark(PHRASE_ID_ANY_LETTERS));
}

static void read_list_group(struct reading *r, const struct field *f, const struct node *n,
                            void *out)
{
    static const char *const words[] = {"a", "b", "c", "d", "by-cash", NULL};
    struct draft *d = out;
    const char *s = fields_scalar(r, f->key, "one word", n);
    for (size_t i = 0; s && words[i]; i++)
        if (strcmp(s, words[i]) == 0) {
            d->entry.list_group = i < 4 ? s[0] : 0;
            return;
        }
    if (s)
        diag_report(r->d, DIAG_BAD_CHOICE, n->place, f->key, s, "a, b, c, d, by-cash");
}

#define ENTRY_FIELDS                                                                               \
    {.key = "id", .type = FIELD_OTHER, .required = true, .read = read_entry_id,                    \
     .takes = "an id", .form = "entry-id", .doc = "what records call it by"},                      \
        {.key = "label", .type = FIELD_TEXT, .required = true,                                     \
         .at = offsetof(struct draft, entry.label), .doc = "its name for readers"},                \
        {.key = "short", .type = FIELD_TEXT, .at = offsetof(struct draft, entry.short_label),      \
         .doc = "a shorter name for charts and narrow columns"},                                   \
        {.key = "own_translation", .type = FIELD_LANGS,                                            \
         .at = offsetof(struct draft, entry.own_translation),                                      \
         .doc = "the languages in which the label is our own translation"},                        \
    {                                                                                              \
        .key = "sample", .type = FIELD_CHOICE, .at = offsetof(struct draft, entry.sample),         \
        .words = fields_no_yes, .doc = "true for an entry that was made up"                        \
    }

#define IATI_FIELD(list)                                                                           \
    {                                                                                              \
        .key = "iati_code", .type = FIELD_LINE, .at = offsetof(struct draft, entry.iati_code),     \
        .doc = "its code in " list ", for data of IATI"                                            \
    }

static const struct field region_fields[] = {ENTRY_FIELDS, IATI_FIELD("the DAC's list of regions")};
static const struct field priority_fields[] = {ENTRY_FIELDS,
                                               IATI_FIELD("the DAC's list of sectors")};
static const struct field type_fields[] = {
    ENTRY_FIELDS,
    IATI_FIELD("the list OrganisationType"),
    {.key = "rolls_up_to", .type = FIELD_REFERENCE, .form = "partner-type",
     .at = offsetof(struct draft, rolls_up_to),
     .doc = "the wider type it is counted under where only wider types are shown"},
};
static const struct field membership_fields[] = {
    ENTRY_FIELDS,
    {.key = "website", .type = FIELD_URL, .at = offsetof(struct draft, entry.website),
     .doc = "where the membership is described"},
};
static const struct field kind_fields[] = {
    ENTRY_FIELDS,
    {.key = "list_group", .type = FIELD_OTHER, .read = read_list_group,
     .takes = "a, b, c, d or by-cash", .form = "list-group",
     .doc = "the group of the list of agreements"},
};
static const struct field initiative_fields[] = {
    ENTRY_FIELDS,
    {.key = "region", .type = FIELD_ENTRY, .at = offsetof(struct draft, entry.region),
     .vocab = VOCAB_REGIONS, .doc = "the region of a regional initiative"},
};

static const struct shape region_shape = {
    .what = "an entry", FIELDS(region_fields), .size = sizeof(struct draft)};
static const struct shape priority_shape = {
    .what = "an entry", FIELDS(priority_fields), .size = sizeof(struct draft)};
static const struct shape type_shape = {
    .what = "an entry", FIELDS(type_fields), .size = sizeof(struct draft)};
static const struct shape membership_shape = {
    .what = "an entry", FIELDS(membership_fields), .size = sizeof(struct draft)};
static const struct shape kind_shape = {
    .what = "an entry", FIELDS(kind_fields), .size = sizeof(struct draft)};
static const struct shape initiative_shape = {
    .what = "an entry", FIELDS(initiative_fields), .size = sizeof(struct draft)};

struct draft_scheme {
    struct scheme scheme;
    struct draft *entry;
    size_t n;
};
static const struct field scheme_fields[] = {
    {.key = "id", .type = FIELD_ID, .required = true,
     .at = offsetof(struct draft_scheme, scheme.id), .doc = "what the scheme is called by"},
    {.key = "label", .type = FIELD_TEXT, .required = true,
     .at = offsetof(struct draft_scheme, scheme.label), .doc = "its name for readers"},
    {.key = "own_translation", .type = FIELD_LANGS,
     .at = offsetof(struct draft_scheme, scheme.own_translation),
     .doc = "the languages in which the label is our own translation"},
    {.key = "from", .type = FIELD_NUMBER, .required = true, .min = 1900, .max = DATE_YEAR_LAST,
     .at = offsetof(struct draft_scheme, scheme.from), .doc = "the first year it is used in"},
    {.key = "until", .type = FIELD_NUMBER, .min = 1900, .max = DATE_YEAR_LAST,
     .at = offsetof(struct draft_scheme, scheme.until), .doc = "the last year it is used in"},
    {.key = "priorities", .type = FIELD_RECORDS, .required = true, .filled = true,
     .at = offsetof(struct draft_scheme, entry), .count = offsetof(struct draft_scheme, n),
     .of = &priority_shape, .doc = "its entries, in the order of tables and charts"},
};
static const struct shape scheme_shape = {
    .what = "a scheme", FIELDS(scheme_fields), .size = sizeof(struct draft_scheme)};

/* The whole file, whose one key differs. */
struct draft_list {
    void *item;
    size_t n;
};

static const struct vocab_row {
    const char *name, *key;
    const struct shape *of;
    bool required;
    const char *doc;
} rows[VOCABS] = {
    [VOCAB_REGIONS] = {"regions", "regions", &region_shape, true, "the regions, in their order"},
    [VOCAB_PRIORITIES] = {"priorities", "schemes", &scheme_shape, true,
                          "the schemes of priorities"},
    [VOCAB_PARTNER_TYPES] = {"partner-types", "partner_types", &type_shape, true,
                             "the types of partners, in their order"},
    [VOCAB_MEMBERSHIPS] = {"memberships", "memberships", &membership_shape, true,
                           "the kinds of membership, in their order"},
    [VOCAB_KINDS] = {"agreement-kinds", "agreement_kinds", &kind_shape, true,
                     "the kinds of agreements, in their order"},
    [VOCAB_INITIATIVES] = {"initiatives", "initiatives", &initiative_shape, false,
                           "the initiatives, in their order"},
};

bool vocabulary_is_file(const char *name, const char **near)
{
    const char *names[VOCABS + 1] = {NULL};
    bool found = false;
    for (size_t i = 0; i < VOCABS; i++) {
        names[i] = rows[i].name;
        found = found || strcmp(name, rows[i].name) == 0;
    }
    *near = found ? NULL : nearest_of(names, name);
    return found;
}

static const char *line_of(struct reading *r, struct place place)
{
    return phrase_filled(r->a, PHRASE_LINE, arena_printf(r->a, "%d", place.line));
}

/* Ids of vocabularies are ASCII and alone in having capitals. */
static const char *lower(struct arena *a, const char *id)
{
    char *s = arena_strdup(a, id);
    for (char *c = s; *c; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + ('a' - 'A') : *c);
    return s;
}

/* An entry without a sound id of its own was meant to be another one: which, nobody knows; as with one
 * that only capitals tell from another, which would share the folder of its page. */
static bool id_is_new(struct reading *r, struct vocab *v, struct map *seen, const struct entry *e)
{
    if (!e->id) {
        v->faulty = true;
        return false;
    }
    const char *folded = lower(r->a, e->id);
    const struct entry *first = map_get(seen, folded);
    v->faulty = v->faulty || first;
    if (first && strcmp(first->id, e->id) != 0)
        diag_report(r->d, DIAG_ID_CASE, e->place, e->id, first->id, line_of(r, first->place));
    else if (first)
        diag_report(r->d, DIAG_DUPLICATE_ID, e->place, e->id, line_of(r, first->place));
    else
        map_set(seen, folded, (void *)e);
    return !first;
}

/* Adds entries whose ids are new; keeps the drafts of those that were taken. */
typedef VEC(struct draft) draft_vec;

static void take_entries(struct reading *r, struct vocab *v, draft_vec *all, struct map *seen,
                         struct draft *d, size_t n, size_t scheme)
{
    for (size_t i = 0; i < n; i++)
        if (id_is_new(r, v, seen, &d[i].entry)) {
            d[i].entry.scheme = scheme;
            d[i].entry.index = all->n;
            VEC_PUSH(r->a, all, d[i]);
        }
}

static void take_schemes(struct reading *r, struct vocab *v, draft_vec *all, struct map *seen,
                         const struct draft_list *list)
{
    struct draft_scheme *s = list->item;
    v->scheme = ARENA_ARRAY(r->a, struct scheme, list->n);
    v->schemes = list->n;
    for (size_t i = 0; i < list->n; i++) {
        v->scheme[i] = s[i].scheme;
        take_entries(r, v, all, seen, s[i].entry, s[i].n, i);
    }
}

static void resolve_rolls(struct reading *r, struct vocab *v, const draft_vec *all)
{
    for (size_t i = 0; i < v->n; i++) {
        struct reference ref = all->p[i].rolls_up_to;
        if (ref.id)
            v->entry[i].rolls_up_to = fields_entry(r, v->kind, ref.id, ref.place);
    }
}

const struct shape *vocabulary_shape(struct arena *a, enum vocab_kind kind, const char **name)
{
    const struct vocab_row *row = &rows[kind];
    struct field *f = ARENA_NEW(a, struct field);
    *f = (struct field){.key = row->key,
                        .type = FIELD_RECORDS,
                        .required = true,
                        .count = offsetof(struct draft_list, n),
                        .of = row->of,
                        .doc = row->doc};
    struct shape *s = ARENA_NEW(a, struct shape);
    *s = (struct shape){
        .what = arena_printf(a, "%s.yaml", row->name), .field = f, .fields = 1};
    *name = row->name;
    return s;
}

static char default_group(const char *id)
{
    return strcmp(id, "addendum") == 0 || strcmp(id, "amendment") == 0 ? 'd'
           : strcmp(id, "sponsorship") == 0                            ? 'c'
                                                                       : 0;
}

static void read_vocabulary(struct reading *r, enum vocab_kind kind)
{
    const struct vocab_row *row = &rows[kind];
    struct vocab *v = &r->r->vocab[kind];
    struct draft_list list = {0};
    draft_vec all = {0};
    struct map seen;
    map_init(&seen, r->a);
    map_init(&v->by_id, r->a);
    v->kind = kind;
    v->file = arena_printf(r->a, "%s/vocabulary/%s.yaml", r->r->dir, row->name);
    if (!read_file_exists(r, v->file)) {
        v->faulty = row->required;
        if (row->required)
            diag_report(r->d, DIAG_FILE_MISSING, read_file_place(r->a, v->file),
                        phrase_filled(r->a, PHRASE_HOLDS, phrase_own(r->a, row->doc)));
        return;
    }
    struct node *root = read_file_tree(r, v->file, NULL);
    const struct node *entries = root ? node_get(root, row->key) : NULL;
    v->faulty = !entries || entries->kind != NODE_LIST;
    if (!root)
        return;
    const char *name;
    fields_read(r, vocabulary_shape(r->a, kind, &name), root, &list);
    if (kind == VOCAB_PRIORITIES)
        take_schemes(r, v, &all, &seen, &list);
    else
        take_entries(r, v, &all, &seen, list.item, list.n, 0);
    v->n = all.n;
    v->entry = ARENA_ARRAY(r->a, struct entry, all.n);
    for (size_t i = 0; i < all.n; i++) {
        v->entry[i] = all.p[i].entry;
        if (!v->entry[i].list_group)
            v->entry[i].list_group = default_group(v->entry[i].id);
        map_set(&v->by_id, v->entry[i].id, &v->entry[i]);
    }
    resolve_rolls(r, v, &all);
}

/* Colours in site.yaml are for regions, which were not known when it was read.  None at all is
 * a choice; a region left out would look like another one that was. */
static void check_colours(struct reading *r)
{
    const struct vocab *regions = &r->r->vocab[VOCAB_REGIONS];
    for (size_t i = 0; i < r->colours; i++)
        fields_entry(r, VOCAB_REGIONS, r->colour[i].id, r->colour[i].place);
    for (size_t i = 0; r->colours && i < regions->n; i++) {
        const struct entry *e = &regions->entry[i];
        bool given = false;
        for (size_t k = 0; k < r->colours; k++)
            given = given || strcmp(r->colour[k].id, e->id) == 0;
        if (!given)
            diag_report(r->d, DIAG_REGION_WITHOUT_COLOUR, e->place, e->id);
    }
}

void vocabulary_read(struct reading *r)
{
    for (enum vocab_kind k = 0; k < VOCABS; k++)
        read_vocabulary(r, k);
    check_colours(r);
}
