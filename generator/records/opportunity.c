#include "records/records_room.h"

#include "base/arena.h"
#include "base/vec.h"

/* opportunities/<id>.yaml: a package that a sponsor can take until a day. */

static const struct field price_fields[] = {
    {.key = "amount", .type = FIELD_AMOUNT, .required = true,
     .at = offsetof(struct opportunity, price), .doc = "how much, or at least how much"},
    {.key = "up_to", .type = FIELD_AMOUNT, .at = offsetof(struct opportunity, up_to),
     .place = offsetof(struct opportunity, up_to_place), .doc = "the other end of a range"},
    {.key = "currency", .type = FIELD_CURRENCY, .required = true,
     .at = offsetof(struct opportunity, currency), .doc = "a code of ISO 4217, such as USD"},
};
static const struct shape price_shape = {
    .what = "a price", FIELDS(price_fields), .size = sizeof(struct opportunity)};

static const struct field contact_fields[] = {
    {.key = "department", .type = FIELD_TEXT, .required = true,
     .at = offsetof(struct opportunity, department), .doc = "the department; no person"},
    {.key = "email", .type = FIELD_EMAIL, .at = offsetof(struct opportunity, email),
     .doc = "its e-mail address"},
};
static const struct shape contact_shape = {
    .what = "a contact", FIELDS(contact_fields), .size = sizeof(struct opportunity)};

static const struct field opportunity_fields[] = {
    {.key = "id", .type = FIELD_ID, .required = true, .at = offsetof(struct opportunity, id),
     .place = offsetof(struct opportunity, place), .doc = "the name of the file without .yaml"},
    {.key = "title", .type = FIELD_TEXT, .required = true,
     .at = offsetof(struct opportunity, title), .ask = "What is the package called?",
     .doc = "what the package is called"},
    {.key = "summary", .type = FIELD_TEXT, .required = true,
     .at = offsetof(struct opportunity, summary), .ask = "What is it, in a sentence?",
     .doc = "what it is, in a sentence"},
    {.key = "event", .type = FIELD_TEXT, .at = offsetof(struct opportunity, event),
     .doc = "the event or activity that is sponsored"},
    {.key = "price", .type = FIELD_RECORD, .required = true, .of = &price_shape,
     .ask = "What does it cost? (as 10000 CHF, or 10000-25000 CHF)",
     .doc = "what it costs: one amount, or a range"},
    {.key = "benefits", .type = FIELD_TEXTS, .at = offsetof(struct opportunity, benefit),
     .count = offsetof(struct opportunity, benefit_n), .doc = "what the sponsor gets"},
    {.key = "use", .type = FIELD_TEXT, .prose = true, .at = offsetof(struct opportunity, use),
     .doc = "what the money is for, in Markdown"},
    {.key = "regions", .type = FIELD_ENTRIES, .vocab = VOCAB_REGIONS,
     .at = offsetof(struct opportunity, region), .count = offsetof(struct opportunity, region_n),
     .doc = "the regions that benefit"},
    {.key = "priorities", .type = FIELD_ENTRIES, .vocab = VOCAB_PRIORITIES,
     .at = offsetof(struct opportunity, priority),
     .count = offsetof(struct opportunity, priority_n), .doc = "the priorities it works for"},
    {.key = "opens", .type = FIELD_DATE, .at = offsetof(struct opportunity, opens),
     .doc = "the first day on which it can be taken"},
    {.key = "closes", .type = FIELD_DATE, .required = true,
     .at = offsetof(struct opportunity, closes),
     .place = offsetof(struct opportunity, closes_place),
     .ask = "Until which day can it be taken?",
     .doc = "the last day on which it can be taken"},
    {.key = "contact", .type = FIELD_RECORD, .required = true, .of = &contact_shape,
     .ask = "Which department is asked? (no person; an e-mail address may follow)",
     .doc = "whom to ask"},
    {.key = "taken_by", .type = FIELD_REFERENCE, .form = "agreement",
     .at = offsetof(struct opportunity, taken_by),
     .doc = "the sponsorship agreement of whoever took it"},
    {.key = "former_ids", .type = FIELD_REFERENCES, .filled = true, .form = "former-id",
     .at = offsetof(struct opportunity, former_id), .count = offsetof(struct opportunity, former_id_n),
     .doc = "the ids it had before, whose pages lead to it"},
    {.key = "sample", .type = FIELD_CHOICE, .at = offsetof(struct opportunity, sample),
     .words = fields_no_yes, .doc = "true for one that was made up"},
};
const struct shape opportunity_shape = {
    .what = "an opportunity", FIELDS(opportunity_fields), .size = sizeof(struct opportunity)};

static void check(struct reading *r, const struct opportunity *o)
{
    char opens[16];
    if (date_is_set(o->opens) && date_is_set(o->closes) && date_cmp(o->closes, o->opens) < 0) {
        date_format(o->opens, opens);
        diag_report(r->d, DIAG_CLOSES_BEFORE_OPENS, o->closes_place, opens);
    }
    if (o->up_to && o->up_to <= o->price)
        diag_report(r->d, DIAG_PRICE_RANGE, o->up_to_place);
}

void opportunity_read_all(struct reading *r)
{
    const char *dir = arena_printf(r->a, "%s/opportunities", r->r->dir);
    struct input_list names = read_file_names(r, dir, ".yaml");
    VEC(struct opportunity) list = {0};
    r->file_is = phrase_mark(PHRASE_NAME_OF_FILE);
    for (size_t i = 0; i < names.n; i++) {
        struct opportunity o = {0};
        const char *path = arena_printf(r->a, "%s/%s", dir, names.name[i]);
        r->file_id = read_file_stem(r->a, names.name[i], ".yaml");
        o.place = read_file_place(r->a, path);
        struct node *n = read_file_tree(r, path, NULL);
        if (n && fields_read(r, &opportunity_shape, n, &o))
            check(r, &o);
        o.id = r->file_id;
        VEC_PUSH(r->a, &list, o);
    }
    r->file_id = NULL;
    r->r->opportunity = list.p;
    r->r->opportunity_n = list.n;
}
