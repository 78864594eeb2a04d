#include "records/records_room.h"

#include "base/arena.h"
#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

/* agreements/<year>/<id>.yaml: one file per signed instrument. */

static const char *const form_words[] = {"cash", "in-kind", NULL};
static const char *const publish_words[] = {"public", "internal", NULL};

static void read_from(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    struct contribution *c = out;
    const char *s = fields_scalar(r, f->key, "one id", n);
    if (s && fields_check_id(r, s, n->place))
        c->from = s;
}

static const struct field contribution_fields[] = {
    {.key = "from", .type = FIELD_OTHER, .required = true, .read = read_from, .takes = "an id",
     .form = "giver",
     .place = offsetof(struct contribution, from_place),
     .doc = "the id of the partner who gives, or itu"},
    {.key = "amount", .type = FIELD_AMOUNT, .required = true,
     .at = offsetof(struct contribution, amount),
     .place = offsetof(struct contribution, amount_place), .doc = "how much, as in 1000000.00"},
    {.key = "currency", .type = FIELD_CURRENCY, .required = true,
     .at = offsetof(struct contribution, currency), .doc = "a code of ISO 4217, such as USD"},
    {.key = "form", .type = FIELD_CHOICE, .at = offsetof(struct contribution, in_kind),
     .words = form_words, .doc = "cash or in-kind"},
    {.key = "usd", .type = FIELD_AMOUNT, .usd = true,
     .at = offsetof(struct contribution, usd_cents),
     .place = offsetof(struct contribution, usd_place),
     .given = offsetof(struct contribution, has_usd),
     .doc = "the value in USD recorded at signature"},
};
static const struct shape contribution_shape = {.what = "a contribution",
                                                FIELDS(contribution_fields),
                                                .size = sizeof(struct contribution),
                                                .place = offsetof(struct contribution, place)};

static const struct field link_fields[] = {
    {.key = "label", .type = FIELD_TEXT, .required = true, .at = offsetof(struct link, label),
     .doc = "what the link is called"},
    {.key = "url", .type = FIELD_URL, .required = true, .at = offsetof(struct link, url),
     .doc = "where it leads"},
};
static const struct shape link_shape = {
    .what = "a link", FIELDS(link_fields), .size = sizeof(struct link)};

static const struct field agreement_fields[] = {
    {.key = "id", .type = FIELD_ID, .required = true, .at = offsetof(struct agreement, id),
     .place = offsetof(struct agreement, place), .doc = "the name of the file without .yaml"},
    {.key = "title", .type = FIELD_TEXT, .required = true, .at = offsetof(struct agreement, title),
     .ask = "What is it called?",
     .doc = "its title for readers"},
    {.key = "kind", .type = FIELD_ENTRY, .required = true, .at = offsetof(struct agreement, kind),
     .place = offsetof(struct agreement, kind_place), .vocab = VOCAB_KINDS,
     .ask = "What kind of instrument is it?",
     .doc = "what kind of instrument it is: an id of vocabulary/agreement-kinds.yaml"},
    {.key = "amends", .type = FIELD_REFERENCE, .form = "agreement",
     .at = offsetof(struct agreement, amends),
     .ask = "Which agreement does it change?",
     .doc = "the agreement that an addendum or amendment changes"},
    {.key = "parent", .type = FIELD_REFERENCE, .form = "agreement",
     .at = offsetof(struct agreement, parent),
     .doc = "the framework agreement it stands under"},
    {.key = "signed", .type = FIELD_DATE, .required = true,
     .at = offsetof(struct agreement, signed_on), .place = offsetof(struct agreement, signed_place),
     .ask = "On which day was it signed?",
     .doc = "the day it was signed"},
    {.key = "in_force", .type = FIELD_DATE, .at = offsetof(struct agreement, in_force),
     .place = offsetof(struct agreement, in_force_place), .doc = "the day it entered into force"},
    {.key = "ends", .type = FIELD_DATE, .at = offsetof(struct agreement, ends),
     .place = offsetof(struct agreement, ends_place),
     .doc = "the day it ends; in an addendum, the new end of what it amends"},
    {.key = "terminated", .type = FIELD_DATE, .at = offsetof(struct agreement, terminated),
     .place = offsetof(struct agreement, terminated_place),
     .doc = "the day it was ended before its time; in an addendum, what it amends"},
    {.key = "partners", .type = FIELD_REFERENCES, .required = true, .filled = true,
     .form = "partner",
     .at = offsetof(struct agreement, partner), .count = offsetof(struct agreement, partner_n),
     .ask = "Who signs it with you?",
     .doc = "who signs beside ITU"},
    {.key = "leaves", .type = FIELD_REFERENCES, .filled = true, .form = "partner",
     .at = offsetof(struct agreement, leaving), .count = offsetof(struct agreement, leaving_n),
     .doc = "the partners that an addendum releases from the agreement it amends"},
    {.key = "contributions", .type = FIELD_RECORDS, .at = offsetof(struct agreement, contribution),
     .count = offsetof(struct agreement, contribution_n), .of = &contribution_shape,
     .ask = "Who gives how much? (as unicef 100000 USD; nothing when nobody does)",
     .doc = "who gives how much"},
    {.key = "regions", .type = FIELD_WEIGHTS, .at = offsetof(struct agreement, region),
     .count = offsetof(struct agreement, region_n), .vocab = VOCAB_REGIONS,
     .doc = "the regions that benefit"},
    {.key = "countries", .type = FIELD_COUNTRIES, .at = offsetof(struct agreement, country),
     .count = offsetof(struct agreement, country_n), .doc = "the countries that benefit"},
    {.key = "priorities", .type = FIELD_WEIGHTS, .percent = true,
     .at = offsetof(struct agreement, priority), .count = offsetof(struct agreement, priority_n),
     .vocab = VOCAB_PRIORITIES, .doc = "the priorities it works for"},
    {.key = "initiatives", .type = FIELD_ENTRIES, .at = offsetof(struct agreement, initiative),
     .count = offsetof(struct agreement, initiative_n), .vocab = VOCAB_INITIATIVES,
     .doc = "the initiatives it is part of"},
    {.key = "sdgs", .type = FIELD_NUMBERS, .min = 1, .max = 17,
     .at = offsetof(struct agreement, sdg), .count = offsetof(struct agreement, sdg_n),
     .doc = "the Sustainable Development Goals it serves"},
    {.key = "objective", .type = FIELD_TEXT, .prose = true,
     .at = offsetof(struct agreement, objective),
     .doc = "what it is for, in Markdown"},
    {.key = "links", .type = FIELD_RECORDS, .at = offsetof(struct agreement, link),
     .count = offsetof(struct agreement, link_n), .of = &link_shape,
     .doc = "pages about it elsewhere"},
    {.key = "publish", .type = FIELD_CHOICE, .at = offsetof(struct agreement, internal),
     .place = offsetof(struct agreement, publish_place),
     .words = publish_words, .doc = "public, or internal: counted, never named in public"},
    {.key = "former_ids", .type = FIELD_REFERENCES, .filled = true, .form = "former-id",
     .at = offsetof(struct agreement, former_id), .count = offsetof(struct agreement, former_id_n),
     .doc = "the ids it had before, whose pages lead to it"},
    {.key = "sample", .type = FIELD_CHOICE, .at = offsetof(struct agreement, sample),
     .words = fields_no_yes, .doc = "true for an agreement that was made up"},
};
const struct shape agreement_shape = {
    .what = "an agreement", FIELDS(agreement_fields), .size = sizeof(struct agreement)};

/* Whether amounts may be below zero is known from the kind, wherever that key stands. */
static bool is_addendum(const struct reading *r, const struct node *n)
{
    const struct node *kind = node_get(n, "kind");
    const struct entry *e = kind && kind->kind == NODE_SCALAR
                                ? map_get(&r->r->vocab[VOCAB_KINDS].by_id, kind->text)
                                : NULL;
    return e && e->list_group == 'd';
}

static void check_amends(struct reading *r, const struct agreement *g, const struct node *n)
{
    bool amends = node_get(n, "amends") != NULL;
    if (g->is_addendum && !amends)
        diag_report(r->d, DIAG_AMENDS_MISSING, g->kind_place, g->kind->id);
    else if (g->kind && !g->is_addendum && amends && g->amends.id)
        diag_report(r->d, DIAG_AMENDS_FORBIDDEN, g->amends.place);
    if (g->kind && !g->is_addendum && g->leaving_n)
        diag_report(r->d, DIAG_LEAVES_FORBIDDEN, g->leaving[0].place);
}

/* As for partners, a faulty file still makes its id known. */
static void *read_agreement(struct reading *r, const struct record_file *f)
{
    struct agreement *g = ARENA_NEW(r->a, struct agreement);
    const char *path = arena_printf(r->a, "%s/%s", f->dir, f->name);
    r->file_id = read_file_stem(r->a, f->name, ".yaml");
    g->place = read_file_place(r->a, path);
    struct node *n = read_file_tree(r, path, &g->src);
    if (n && n->kind == NODE_MAP) {
        g->is_addendum = is_addendum(r, n);
        r->negative = g->is_addendum || r->r->vocab[VOCAB_KINDS].faulty;
        fields_read(r, &agreement_shape, n, g);
        check_amends(r, g, n);
        r->negative = false;
    } else if (n) {
        fields_is_map(r, agreement_shape.what, n);
    }
    g->id = r->file_id;
    if (!date_is_set(g->in_force)) {
        g->in_force = g->signed_on;
        g->in_force_place = g->signed_place;
    }
    return g;
}

static int compare_id(const void *a, const void *b)
{
    return strcmp((*(struct agreement *const *)a)->id, (*(struct agreement *const *)b)->id);
}

static bool has_four_digits(const char *s)
{
    return strlen(s) == 4 && strspn(s, "0123456789") == 4;
}

bool agreement_is_year(const char *folder)
{
    long year = has_four_digits(folder) ? strtol(folder, NULL, 10) : 0;
    return year >= DATE_YEAR_FIRST && year <= DATE_YEAR_LAST;
}

/* Folders are for people's order only, but a year that differs is most often a wrong date. */
static void check_year(struct reading *r, const struct agreement *g, const char *folder)
{
    char *year = arena_printf(r->a, "%04d", g->signed_on.year);
    if (folder && has_four_digits(folder) && date_is_set(g->signed_on) && strcmp(folder, year) != 0)
        diag_report(r->d, DIAG_FOLDER_YEAR, g->signed_place, folder, year);
}

/* All of them: those that stand in no folder of their own, then folder by folder. */
struct found {
    VEC(struct record_file) file;
    VEC(const char *) folder; /* of each; NULL: none */
};

static void find_in(struct reading *r, const char *all, const char *folder, struct found *found)
{
    const char *dir = folder ? arena_printf(r->a, "%s/%s", all, folder) : all;
    struct input_list names = read_file_names(r, dir, ".yaml");
    for (size_t i = 0; i < names.n; i++) {
        VEC_PUSH(r->a, &found->file, ((struct record_file){dir, names.name[i]}));
        VEC_PUSH(r->a, &found->folder, folder);
    }
}

/* Its year is known, so that nothing is missed of it. */
static void remember_dim(struct reading *r, const struct agreement *g, const char *folder)
{
    if (folder && !date_is_set(g->signed_on))
        records_dim(r, folder);
}

/* Those whose id is not there yet. */
static void keep(struct reading *r, const struct found *found, void **read)
{
    struct records *all = r->r;
    all->agreement = ARENA_ARRAY(r->a, struct agreement *, found->file.n);
    map_init(&all->agreement_by_id, r->a);
    for (size_t i = 0; i < found->file.n; i++) {
        struct agreement *g = read[i];
        const struct agreement *first = map_get(&all->agreement_by_id, g->id);
        if (first) {
            diag_report(r->d, DIAG_DUPLICATE_ID, g->place, g->id, first->place.src->path);
            continue;
        }
        check_year(r, g, found->folder.p[i]);
        remember_dim(r, g, found->folder.p[i]);
        map_set(&all->agreement_by_id, g->id, g);
        all->agreement[all->agreement_n++] = g;
    }
}

/* Names come sorted. */
static void remember_years(struct reading *r, const struct input_list *folders)
{
    r->r->year_folder = ARENA_ARRAY(r->a, int, folders->n + 1);
    for (size_t i = 0; i < folders->n; i++)
        if (agreement_is_year(folders->name[i]))
            r->r->year_folder[r->r->year_folders++] = (int)strtol(folders->name[i], NULL, 10);
}

void agreement_read_all(struct reading *r)
{
    const char *dir = arena_printf(r->a, "%s/agreements", r->r->dir);
    struct input_list folders = read_file_names(r, dir, "");
    struct found found = {0};
    remember_years(r, &folders);
    find_in(r, dir, NULL, &found);
    for (size_t i = 0; i < folders.n; i++)
        find_in(r, dir, folders.name[i], &found);
    r->file_is = phrase_mark(PHRASE_NAME_OF_FILE);
    keep(r, &found, read_side(r, found.file.p, found.file.n, read_agreement));
    struct records *all = r->r;
    if (all->agreement_n)
        qsort(all->agreement, all->agreement_n, sizeof *all->agreement, compare_id);
    for (size_t i = 0; i < all->agreement_n; i++)
        all->agreement[i]->index = i;
}
