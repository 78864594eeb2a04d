#include "records/records_room.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

/* partners/<id>.yaml */

static const struct field former_fields[] = {
    {.key = "until", .type = FIELD_DATE, .required = true,
     .at = offsetof(struct former_name, until), .doc = "the last day of this name"},
    {.key = "name", .type = FIELD_TEXT, .required = true, .at = offsetof(struct former_name, name),
     .doc = "the name until then"},
};
static const struct shape former_shape = {
    .what = "a former name", FIELDS(former_fields), .size = sizeof(struct former_name)};

static void read_merged_into(struct reading *r, const struct field *f, const struct node *n,
                             void *out)
{
    struct partner *p = out;
    const char *s = fields_scalar(r, f->key, "one id", n);
    if (s && fields_check_id(r, s, n->place))
        p->merged_into = s;
}

static const char *const genders[] = {"masculine", "feminine", NULL};

static const struct field partner_fields[] = {
    {.key = "id", .type = FIELD_ID, .required = true, .at = offsetof(struct partner, id),
     .place = offsetof(struct partner, place), .doc = "the name of the file without .yaml"},
    {.key = "name", .type = FIELD_TEXT, .required = true, .at = offsetof(struct partner, name),
     .ask = "What is its name, in full?",
     .doc = "its name in full"},
    {.key = "short", .type = FIELD_LINE, .at = offsetof(struct partner, short_name),
     .doc = "its name in short"},
    {.key = "former_names", .type = FIELD_RECORDS, .at = offsetof(struct partner, former),
     .count = offsetof(struct partner, former_n), .of = &former_shape,
     .doc = "the names it had before"},
    {.key = "type", .type = FIELD_ENTRY, .required = true, .at = offsetof(struct partner, type),
     .vocab = VOCAB_PARTNER_TYPES, .ask = "What is it?",
     .doc = "what it is: an id of vocabulary/partner-types.yaml"},
    {.key = "membership", .type = FIELD_ENTRIES, .at = offsetof(struct partner, membership),
     .count = offsetof(struct partner, membership_n), .vocab = VOCAB_MEMBERSHIPS,
     .doc = "how it belongs to ITU: ids of vocabulary/memberships.yaml"},
    {.key = "country", .type = FIELD_COUNTRY, .at = offsetof(struct partner, country),
     .doc = "its country, in two letters"},
    {.key = "represented_by", .type = FIELD_TEXT, .at = offsetof(struct partner, represented_by),
     .doc = "who signs for it"},
    {.key = "gender", .type = FIELD_CHOICE, .at = offsetof(struct partner, feminine),
     .words = genders, .doc = "of its name, where \"represented by\" has one: es, fr"},
    {.key = "merged_into", .type = FIELD_OTHER, .read = read_merged_into, .takes = "an id",
     .form = "partner",
     .place = offsetof(struct partner, merged_place), .doc = "the partner it became part of"},
    {.key = "merged_on", .type = FIELD_DATE, .at = offsetof(struct partner, merged_on),
     .doc = "the day on which it became part of another"},
    {.key = "website", .type = FIELD_URL, .at = offsetof(struct partner, website),
     .doc = "its address on the web"},
    {.key = "org_id", .type = FIELD_LINE, .at = offsetof(struct partner, org_id),
     .doc = "its identifier by org-id.guide"},
    {.key = "former_ids", .type = FIELD_REFERENCES, .filled = true, .form = "former-id",
     .at = offsetof(struct partner, former_id), .count = offsetof(struct partner, former_id_n),
     .doc = "the ids it had before, whose pages lead to it"},
    {.key = "sample", .type = FIELD_CHOICE, .at = offsetof(struct partner, sample),
     .words = fields_no_yes, .doc = "true for a partner that was made up"},
};
const struct shape partner_shape = {
    .what = "a partner", FIELDS(partner_fields), .size = sizeof(struct partner)};

/* A merger needs both its keys. */
static void check_merger(struct reading *r, const struct partner *p, const struct node *n)
{
    const char *key = NULL, *other = NULL;
    if (node_get(n, "merged_into") && !node_get(n, "merged_on")) {
        key = "merged_on";
        other = "merged_into";
    } else if (node_get(n, "merged_on") && !node_get(n, "merged_into")) {
        key = "merged_into";
        other = "merged_on";
    }
    if (!key)
        return;
    struct place at = p->place;
    for (size_t i = 0; i < n->n; i++)
        if (strcmp(n->pair[i].key->text, other) == 0)
            at = n->pair[i].key->place;
    diag_report(r->d, DIAG_MISSING_KEY, at, key);
    diag_hint(r->d, HINT_MERGED_TOGETHER);
}

/* A file that cannot be read still makes its id known, so that what names it is not reported
 * as unknown on top. */
static void *read_partner(struct reading *r, const struct record_file *f)
{
    struct partner *p = ARENA_NEW(r->a, struct partner);
    const char *path = arena_printf(r->a, "%s/%s", f->dir, f->name);
    r->file_id = read_file_stem(r->a, f->name, ".yaml");
    p->place = read_file_place(r->a, path);
    struct node *n = read_file_tree(r, path, NULL);
    if (n && fields_read(r, &partner_shape, n, p))
        check_merger(r, p, n);
    p->id = r->file_id;
    if (!text_in(&p->name, LANG_EN, LANG_EN, NULL)) {
        p->name.single = true;
        p->name.in[r->r->site.default_lang] = p->id;
        p->name.place[r->r->site.default_lang] = p->place;
    }
    return p;
}

static int compare_id(const void *a, const void *b)
{
    return strcmp((*(struct partner *const *)a)->id, (*(struct partner *const *)b)->id);
}

/* Without partners every agreement would name unknown ones. */
static void report_none(struct reading *r, const char *dir)
{
    bool folder = input_is_dir(dir);
    diag_report(r->d, DIAG_NO_PARTNERS, read_file_place(r->a, dir),
                phrase_mark(folder ? PHRASE_NO_PARTNER_FILE : PHRASE_NO_PARTNER_FOLDER));
}

void partner_read_all(struct reading *r)
{
    const char *dir = arena_printf(r->a, "%s/partners", r->r->dir);
    size_t mark = diags_mark(r->d);
    struct input_list names = read_file_names(r, dir, ".yaml");
    struct records *all = r->r;
    const char *agreements = arena_printf(r->a, "%s/agreements", all->dir);
    if (names.n == 0 && diags_mark(r->d) == mark && read_file_exists(r, agreements))
        report_none(r, dir);
    map_init(&all->partner_by_id, r->a);
    all->partner = ARENA_ARRAY(r->a, struct partner *, names.n);
    r->file_is = phrase_mark(PHRASE_NAME_OF_FILE);
    struct record_file *file = ARENA_ARRAY(r->a, struct record_file, names.n);
    for (size_t i = 0; i < names.n; i++)
        file[i] = (struct record_file){dir, names.name[i]};
    void **read = read_side(r, file, names.n, read_partner);
    for (size_t i = 0; i < names.n; i++)
        all->partner[all->partner_n++] = read[i];
    if (all->partner_n)
        qsort(all->partner, all->partner_n, sizeof *all->partner, compare_id);
    for (size_t i = 0; i < all->partner_n; i++) {
        all->partner[i]->index = i;
        map_set(&all->partner_by_id, all->partner[i]->id, all->partner[i]);
    }
}
