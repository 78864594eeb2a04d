/* import_field.c - what a column of a list can hold, and by what names it is known. */
#include "exchange/exchange_room.h"

#include "locale/locale.h"

#include <string.h>

#define A SET_AGREEMENTS
#define C SET_CONTRIBUTIONS

const struct import_field import_fields[] = {
    {.id = "agreement", .word = "agreement", .sets = C, .required = true,
     .doc = "the agreement it belongs to"},
    {.id = "id", .word = "agreement_id", .sets = A, .doc = "the agreement's id"},
    {.id = "title", .word = "title", .sets = A, .texts = true, .required = true,
     .doc = "its title", .note = "title_en, title_fr ... where the language is known"},
    {.id = "kind", .word = "agreement_kind", .sets = A, .required = true,
     .doc = "what kind of instrument it is"},
    {.id = "amends", .word = "amends", .sets = A, .doc = "the id of the agreement it changes"},
    {.id = "parent", .word = "parent_agreement", .sets = A,
     .doc = "the id of the framework agreement it stands under"},
    {.id = "signed", .word = "date_signature", .sets = A, .required = true,
     .doc = "the day it was signed"},
    {.id = "in_force", .word = "date_force", .sets = A, .doc = "the day it entered into force"},
    {.id = "ends", .word = "date_end", .sets = A, .doc = "the day it ends"},
    {.id = "terminated", .word = "date_terminated", .sets = A,
     .doc = "the day it was ended before its time"},
    {.id = "partners", .word = "partners", .sets = A, .list = true, .required = true,
     .doc = "who signs beside ITU", .note = "by id or name; several columns may hold one each"},
    {.id = "leaves", .word = "party_leaves", .sets = A, .list = true,
     .doc = "the partners that an addendum releases"},
    {.id = "from", .word = "contribution_from", .sets = A | C, .numbered = true,
     .doc = "who gives a contribution: a partner, or itu"},
    {.id = "amount", .word = "contribution_amount", .sets = A | C, .numbered = true,
     .doc = "how much", .note = "amount.2, currency.2, from.2 for a second contribution"},
    {.id = "currency", .word = "export_currency", .sets = A | C, .numbered = true,
     .doc = "its currency", .note = "by ISO 4217"},
    {.id = "form", .word = "contribution_form", .sets = A | C, .numbered = true,
     .doc = "cash or in-kind"},
    {.id = "usd", .sets = A | C, .numbered = true,
     .doc = "its value in USD as recorded at signature"},
    {.id = "usd_basis", .sets = A | C, .numbered = true,
     .doc = "where usd comes from: only what is recorded is read"},
    {.id = "regions", .word = "beneficiary_regions", .sets = A, .list = true,
     .doc = "the regions that benefit"},
    {.id = "region_shares", .sets = A, .list = true, .doc = "the share of each of them"},
    {.id = "countries", .word = "countries", .sets = A, .list = true,
     .doc = "the countries that benefit, by code or name"},
    {.id = "priorities", .word = "priorities", .sets = A, .list = true,
     .doc = "the priorities it works for"},
    {.id = "priority_shares", .sets = A, .list = true, .doc = "the share of each of them"},
    {.id = "initiatives", .word = "initiatives", .sets = A, .list = true,
     .doc = "the initiatives it is part of"},
    {.id = "sdgs", .word = "sdgs", .sets = A, .list = true,
     .doc = "the Sustainable Development Goals it serves, by number"},
    {.id = "objective", .word = "objective", .sets = A, .texts = true, .doc = "what it is for"},
    {.id = "links", .word = "links", .sets = A, .list = true, .doc = "addresses of pages about it"},
    {.id = "publish", .word = "export_publish", .sets = A, .doc = "public or internal"},
    {.id = "sample", .word = "sample_record", .sets = A, .doc = "true for one that was made up"},
    {.id = "partner_type", .sets = A, .list = true, .doc = "the type of partners that are new"},
    {.id = "partner_country", .sets = A, .list = true, .doc = "their country"},
    {0},
};

/* Columns of accord's own files that follow from others. */
static const char *const derived[] = {
    "year", "counted", "kind_label", "list_group", "partner_names", "region_labels",
    "country_names", "priority_labels", "financial", "cash_usd", "in_kind_usd", "original",
    "amended_by", "children", "joins", "status", "current_ends", "current_partners",
    "current_cash_usd", NULL};
static const char *const gift_derived[] = {
    "id", "year", "counted", "signed", "from_name", "form_label", "rate", "rate_date", "regions",
    "region_usd", "priorities", "priority_usd", "not_named", "sample", NULL};

const struct import_field *import_field(const char *id)
{
    const struct import_field *f = import_fields;
    while (strcmp(f->id, id) != 0)
        f++;
    return f;
}

static bool is_derived(const char *name, enum import_set set)
{
    const char *const *list = set == SET_AGREEMENTS ? derived : gift_derived;
    for (; *list; list++) {
        size_t n = strlen(*list);
        bool begins = strncmp(*list, name, n) == 0;
        if (begins && (!name[n] || (name[n] == '_' && lang_of(name + n + 1) >= 0)))
            return true;
    }
    return false;
}

/* What stands behind a field's id: nothing, a language, or a number. */
static bool reads_rest(const struct import_field *f, const char *rest, struct import_target *out)
{
    *out = (struct import_target){.field = f, .lang = -1};
    if (!*rest)
        return true;
    if (f->texts && *rest == '_')
        return (out->lang = lang_of(rest + 1)) >= 0;
    bool number = f->numbered && *rest == '.' && rest[1] >= '1' && rest[1] <= '0' + IMPORT_SLOTS &&
                  !rest[2];
    out->slot = number ? rest[1] - '1' : 0;
    return number;
}

bool import_field_named(struct arena *a, const char *as_written, enum import_set set,
                        struct import_target *out)
{
    const char *name = locale_fold_name(a, as_written);
    for (const struct import_field *f = import_fields; f->id; f++) {
        size_t n = strlen(f->id);
        if (f->sets & set && strncmp(f->id, name, n) == 0 && reads_rest(f, name + n, out))
            return true;
    }
    *out = (struct import_target){.lang = -1, .ignored = true, .derived = is_derived(name, set)};
    return out->derived || strcmp(name, "ignore") == 0;
}

/* Labels that stand for two fields stand for none. */
bool import_field_labelled(struct arena *a, const struct records *r, const char *name,
                           enum import_set set, struct import_target *out)
{
    const char *want = locale_fold_name(a, name);
    size_t found = 0;
    *out = (struct import_target){.lang = -1};
    for (const struct import_field *f = import_fields; f->id; f++)
        for (int lang = 0; lang < LANGS && f->word && f->sets & set; lang++) {
            const char *label = r->strings[lang].src ? map_get(&r->strings[lang].text, f->word)
                                                     : NULL;
            int in = f->texts ? lang : -1;
            if (!label || strcmp(locale_fold_name(a, label), want) != 0)
                continue;
            if (!found || out->field != f || out->lang != in)
                found++;
            *out = (struct import_target){.field = f, .lang = in};
        }
    return found == 1;
}

const char *import_field_nearest(struct arena *a, const struct records *r, const char *name,
                                 enum import_set set)
{
    struct map names;
    map_init(&names, a);
    for (const struct import_field *f = import_fields; f->id; f++) {
        if (!(f->sets & set))
            continue;
        map_set(&names, f->id, (void *)f);
        for (int lang = 0; lang < LANGS && f->word; lang++) {
            const char *label = r->strings[lang].src ? map_get(&r->strings[lang].text, f->word)
                                                     : NULL;
            if (label && !map_has(&names, locale_fold_name(a, label)))
                map_set(&names, locale_fold_name(a, label), (void *)f);
        }
    }
    const char *near = map_nearest(&names, locale_fold_name(a, name));
    const struct import_field *f = near ? map_get(&names, near) : NULL;
    return f ? f->id : NULL;
}

const char *import_field_name(struct arena *a, const struct import_target *t)
{
    if (t->ignored || !t->field)
        return "ignore";
    if (t->lang >= 0)
        return arena_printf(a, "%s_%s", t->field->id, lang_code[t->lang]);
    if (t->slot)
        return arena_printf(a, "%s.%d", t->field->id, t->slot + 1);
    return t->field->id;
}
