#include "records/records_room.h"

#include "base/arena.h"
#include "base/vec.h"

#include <string.h>

/* targets/<year>.yaml: what a year aims at, and the agreements that are expected.  Internal. */

const char *const target_stages[] = {"idea", "contact", "negotiation", "signature", NULL};

static void read_probability(struct reading *r, const struct field *f, const struct node *n,
                             void *out)
{
    struct decimal d;
    int64_t hundredths = -1;
    const char *s = fields_scalar(r, f->key, "a percentage", n);
    if (!s)
        return;
    if (decimal_parse(s, &d) != DECIMAL_OK || !decimal_rescale(d, 2, &hundredths) ||
        hundredths < 0 || hundredths > 10000)
        diag_report(r->d, DIAG_BAD_PROBABILITY, n->place, s);
    else
        ((struct prospect *)out)->probability = (int)hundredths;
}

/* With the year of the file before it or without: both are said of figures. */
static void read_goals(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    struct target *t = out;
    const char *year = arena_printf(r->a, "%s.", r->file_id);
    size_t len = strlen(year);
    t->goal = printed_figures(r, f, n, false, &t->n);
    for (size_t i = 0; i < t->n; i++)
        if (strncmp(t->goal[i].id, year, len) == 0)
            t->goal[i].id += len;
}

static const struct field prospect_fields[] = {
    {.key = "title", .type = FIELD_TEXT, .required = true, .at = offsetof(struct prospect, title),
     .doc = "what the agreement is about"},
    {.key = "stage", .type = FIELD_WORD, .required = true, .at = offsetof(struct prospect, stage),
     .words = target_stages, .doc = "how far it has come"},
    {.key = "amount", .type = FIELD_AMOUNT, .required = true,
     .at = offsetof(struct prospect, amount), .place = offsetof(struct prospect, amount_place),
     .doc = "the cash that is expected; 0 for none"},
    {.key = "currency", .type = FIELD_CURRENCY, .required = true,
     .at = offsetof(struct prospect, currency), .doc = "a code of ISO 4217, such as USD"},
    {.key = "probability", .type = FIELD_OTHER, .required = true, .read = read_probability,
     .takes = "a percentage", .form = "percentage",
     .doc = "how likely it is to be signed, in percent"},
    {.key = "expected", .type = FIELD_DATE, .required = true,
     .at = offsetof(struct prospect, expected), .place = offsetof(struct prospect, expected_place),
     .doc = "the day on which it is expected to be signed"},
    {.key = "partners", .type = FIELD_REFERENCES, .form = "partner",
     .at = offsetof(struct prospect, partner),
     .count = offsetof(struct prospect, partner_n), .doc = "the partners that are on file"},
    {.key = "others", .type = FIELD_TEXT, .at = offsetof(struct prospect, others),
     .doc = "partners that are not on file yet"},
    {.key = "regions", .type = FIELD_ENTRIES, .vocab = VOCAB_REGIONS,
     .at = offsetof(struct prospect, region), .count = offsetof(struct prospect, region_n),
     .doc = "the regions that would benefit"},
    {.key = "sample", .type = FIELD_CHOICE, .at = offsetof(struct prospect, sample),
     .words = fields_no_yes, .doc = "true for one that was made up"},
};
static const struct shape prospect_shape = {
    .what = "an expected agreement", FIELDS(prospect_fields), .size = sizeof(struct prospect),
    .place = offsetof(struct prospect, place)};

static const struct field target_fields[] = {
    {.key = "year", .type = FIELD_NUMBER, .required = true, .min = 1900, .max = DATE_YEAR_LAST,
     .at = offsetof(struct target, year), .place = offsetof(struct target, place),
     .doc = "the year the goals are of, which names the file"},
    {.key = "sample", .type = FIELD_CHOICE, .at = offsetof(struct target, sample),
     .words = fields_no_yes, .doc = "true for goals that were made up"},
    {.key = "goals", .type = FIELD_OTHER, .read = read_goals, .takes = "figures with their goals",
     .form = "numbers",
     .doc = "what figures shall be, as in agreements.count: 95"},
    {.key = "pipeline", .type = FIELD_RECORDS, .of = &prospect_shape,
     .at = offsetof(struct target, prospect), .count = offsetof(struct target, prospects),
     .doc = "the agreements that are expected"},
};
const struct shape target_shape = {
    .what = "the targets of a year", FIELDS(target_fields), .size = sizeof(struct target)};

static bool read_target(struct reading *r, const char *path, struct target *t)
{
    struct node *n = read_file_tree(r, path, NULL);
    if (!n || !fields_read(r, &target_shape, n, t) || t->year == 0)
        return false;
    const char *year = arena_printf(r->a, "%d", t->year);
    if (strcmp(year, r->file_id) != 0)
        diag_report(r->d, DIAG_ID_MISMATCH, t->place, year, r->file_id,
                    phrase_mark(PHRASE_NAME_OF_FILE));
    return true;
}

void target_read_all(struct reading *r)
{
    const char *dir = arena_printf(r->a, "%s/targets", r->r->dir);
    struct input_list names = read_file_names(r, dir, ".yaml");
    VEC(struct target) list = {0};
    for (size_t i = 0; i < names.n; i++) {
        struct target t = {0};
        r->file_id = read_file_stem(r->a, names.name[i], ".yaml");
        if (read_target(r, arena_printf(r->a, "%s/%s", dir, names.name[i]), &t))
            VEC_PUSH(r->a, &list, t);
    }
    r->file_id = NULL;
    r->r->target = list.p;
    r->r->target_n = list.n;
}
