/* import_row.c - one row of a list as the file of an agreement. */
#include "exchange/exchange_room.h"

#include "base/csv_write.h"
#include "base/yaml_write.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* --- cells --- */

static void add_cell(struct importing *imp, cell_list *list, const char *s, size_t n,
                     struct place p)
{
    while (n && strchr(" \t\r\n", *s)) {
        s++;
        n--;
    }
    while (n && strchr(" \t\r\n", s[n - 1]))
        n--;
    struct csv_cell c = {arena_strndup(imp->a, s, n), p};
    if (n)
        VEC_PUSH(imp->a, list, c);
}

/* The items of a cell; as accord writes it, a "|" that belongs to one has a "\" before it. */
static void add_items(struct importing *imp, cell_list *list, const struct csv_cell *cell)
{
    struct buf b = BUF_INIT;
    char divider = imp->map.lists;
    for (const char *s = csv_write_plain(cell->text);; s++) {
        if (*s == '\\' && divider == '|' && (s[1] == '|' || s[1] == '\\')) {
            buf_putc(&b, *++s);
        } else if (*s && *s != divider) {
            buf_putc(&b, *s);
        } else {
            add_cell(imp, list, buf_str(&b), b.n, cell->place);
            buf_clear(&b);
        }
        if (!*s)
            break;
    }
    buf_free(&b);
}

static void add_column(struct importing *imp, cell_list *list, const struct import_field *f,
                       const struct csv_cell *cell)
{
    const char *s = csv_write_plain(cell->text);
    if (f->list)
        add_items(imp, list, cell);
    else
        add_cell(imp, list, s, strlen(s), cell->place);
}

cell_list import_cells(struct importing *imp, const struct import_line *line, const char *field,
                       int lang, int slot)
{
    cell_list list = {0};
    const struct import_field *f = import_field(field);
    for (size_t i = 0; i < line->row->n; i++) {
        const struct import_target *t = &line->column[i];
        if (t->field == f && t->lang == lang && t->slot == slot)
            add_column(imp, &list, f, &line->row->cell[i]);
    }
    for (size_t i = 0; line->constants && !list.n && i < imp->map.constant.n; i++) {
        const struct import_constant *c = &imp->map.constant.p[i];
        if (c->to.field == f && c->to.lang == lang && c->to.slot == slot)
            add_column(imp, &list, f, &c->cell);
    }
    return list;
}

struct csv_cell import_cell(struct importing *imp, const struct import_line *line,
                            const char *field, int lang, int slot)
{
    cell_list list = import_cells(imp, line, field, lang, slot);
    return list.n ? list.p[0] : (struct csv_cell){0};
}

/* --- one row --- */

struct one {
    struct importing *imp;
    const struct import_line *line;
    struct draft *d;
    const char *signed_on;
    const char **partner;
    size_t partners;
    size_t *number; /* the last one given, when the id was made */
    bool good;
};

static struct csv_cell cell_of(struct one *o, const char *field)
{
    return import_cell(o->imp, o->line, field, -1, 0);
}

static void missing(struct one *o, const char *field)
{
    diag_report(o->imp->d, DIAG_IMPORT_MISSING, o->line->row->cell[0].place,
                import_field(field)->doc);
    o->good = false;
}

/* A plain text that may stand for another. */
static void put_line(struct one *o, const char *field, const char *key, const char *left_out)
{
    struct csv_cell c = cell_of(o, field);
    if (!c.text)
        return;
    const char *text = import_map_value(o->imp, field, c.text);
    c.text = text ? text : c.text;
    if (!left_out || strcmp(c.text, left_out) != 0)
        draft_text(o->imp, o->d, 0, key, &c);
}

static void put_texts(struct one *o, const char *field, bool required)
{
    struct csv_cell in[LANGS], plain = cell_of(o, field);
    size_t n = 0, only = 0;
    for (size_t i = 0; i < LANGS; i++) {
        in[i] = import_cell(o->imp, o->line, field, (int)i, 0);
        if (!in[i].text && plain.text && i == (size_t)o->imp->r->site.default_lang)
            in[i] = plain;
        n += in[i].text != NULL;
        only = in[i].text ? i : only;
    }
    if (!n && required)
        missing(o, field);
    if (n == 1 && plain.text && in[only].text == plain.text) {
        draft_text(o->imp, o->d, 0, field, &plain);
        return;
    }
    for (size_t i = 0, put = 0; i < LANGS; i++)
        if (in[i].text) {
            if (!put++)
                draft_put(o->imp, o->d, in[i].place, "%s:\n", field);
            draft_text(o->imp, o->d, 2, lang_code[i], &in[i]);
        }
}

static const char *put_date(struct one *o, const char *field, const char *left_out)
{
    struct csv_cell c = cell_of(o, field);
    const char *day = c.text ? import_date(o->imp, &c) : NULL;
    if (c.text && !day)
        o->good = false;
    if (day && (!left_out || strcmp(day, left_out) != 0))
        draft_put(o->imp, o->d, c.place, "%s: %s\n", field, day);
    return day;
}

static void put_kind(struct one *o)
{
    struct csv_cell c = cell_of(o, "kind");
    const char *id = c.text ? import_entry(o->imp, "kind", VOCAB_KINDS, &c) : NULL;
    if (!c.text)
        missing(o, "kind");
    o->good = o->good && id;
    if (id)
        draft_put(o->imp, o->d, c.place, "kind: %s\n", id);
}

/* --- who signs --- */

static const char *new_id(struct one *o, const struct csv_cell *c)
{
    struct importing *imp = o->imp;
    const char *stated = import_map_value(imp, "partners", c->text);
    const char *id = records_id_of(imp->a, stated ? stated : c->text);
    bool taken = id && (map_has(&imp->r->partner_by_id, id) || map_has(&imp->taken, id));
    if (id && !taken && strcmp(id, "itu") != 0 && (!stated || strcmp(id, stated) == 0))
        return id;
    enum phrase why = !id                                   ? PHRASE_NO_LETTERS
                      : stated && strcmp(id, stated) != 0 ? PHRASE_IDS_ARE_OF
                      : taken                             ? PHRASE_PARTNER_TAKEN
                                                          : PHRASE_ITU_RESERVED;
    diag_report(imp->d, DIAG_IMPORT_PARTNER_ID, c->place, c->text, phrase_mark(why));
    if (id)
        diag_hint(imp->d, HINT_IT_WOULD_BE, id);
    return NULL;
}

/* The value of a list that stands beside that of partners: one for all, or one for each. */
static struct csv_cell beside(struct one *o, const char *field, size_t i, size_t n)
{
    cell_list list = import_cells(o->imp, o->line, field, -1, 0);
    if (list.n <= 1)
        return list.n ? list.p[0] : (struct csv_cell){0};
    if (list.n == n)
        return list.p[i];
    diag_report(o->imp->d, DIAG_IMPORT_LENGTHS, list.p[0].place,
                arena_printf(o->imp->a, "%zu", list.n), field,
                arena_printf(o->imp->a, "%zu", n), "partners");
    o->good = false;
    return (struct csv_cell){0};
}

static const char *new_partner(struct one *o, const struct csv_cell *c, const char *near, size_t i,
                               size_t n)
{
    struct importing *imp = o->imp;
    struct draft *d = ARENA_NEW(imp->a, struct draft);
    struct csv_cell type = beside(o, "partner_type", i, n);
    struct csv_cell country = beside(o, "partner_country", i, n);
    const char *id = new_id(o, c), *type_id = NULL, *code = NULL;
    if (!type.text && o->good)
        missing(o, "partner_type");
    if (type.text)
        type_id = import_entry(imp, "partner_type", VOCAB_PARTNER_TYPES, &type);
    if (country.text)
        code = import_country(imp, "partner_country", &country);
    if (!id || !type_id || (country.text && !code))
        return NULL;
    d->id = id;
    d->row = o->line->row;
    d->near = near;
    draft_put(imp, d, c->place, "# yaml-language-server: $schema=../.schema/partner.json\nid: %s\n",
              id);
    draft_text(imp, d, 0, "name", c);
    draft_put(imp, d, type.place, "type: %s\n", type_id);
    if (code)
        draft_put(imp, d, country.place, "country: %s\n",
                  code);
    struct csv_cell sample = cell_of(o, "sample");
    if (sample.text && strcmp(sample.text, "true") == 0)
        draft_put(imp, d, sample.place, "sample: true\n");
    draft_end(imp, d, arena_printf(imp->a, "%s/partners/%s.yaml", imp->r->dir, id));
    map_set(&imp->taken, id, d);
    VEC_PUSH(imp->a, &imp->partner, d);
    import_partner_add(imp, c->text, id);
    return id;
}

static const char *partner_id(struct one *o, const char *field, const struct csv_cell *c, size_t i,
                              size_t n)
{
    size_t before = diags_mark(o->imp->d);
    const char *near, *id = import_partner(o->imp, field, c, &near);
    bool unknown = !id && diags_mark(o->imp->d) == before;
    bool fresh = unknown && o->imp->in->new_partners && strcmp(field, "partners") == 0;
    if (fresh)
        id = new_partner(o, c, near, i, n);
    if (unknown && !fresh) {
        diag_report(o->imp->d, DIAG_IMPORT_PARTNER, c->place, c->text);
        if (near)
            diag_hint(o->imp->d, HINT_DID_YOU_MEAN, near);
    }
    struct draft *d = id ? map_get(&o->imp->taken, id) : NULL;
    if (d)
        VEC_PUSH(o->imp->a, &o->d->partner, d);
    return id;
}

static void put_partners(struct one *o, const char *field, bool required)
{
    cell_list list = import_cells(o->imp, o->line, field, -1, 0);
    const char **id = ARENA_ARRAY(o->imp->a, const char *, list.n + 1);
    for (size_t i = 0; i < list.n; i++) {
        id[i] = partner_id(o, field, &list.p[i], i, list.n);
        o->good = o->good && id[i];
    }
    if (!list.n && required)
        missing(o, field);
    if (!list.n || !o->good)
        return;
    draft_list(o->imp, o->d, field, id, list.n, list.p[0].place);
    if (required) {
        o->partner = id;
        o->partners = list.n;
    }
}

/* --- what it is for --- */

struct share {
    int64_t num, den;
};

static bool read_share(struct one *o, const struct csv_cell *c, struct share *out)
{
    char *end = NULL;
    out->num = strtoll(c->text, &end, 10);
    out->den = *end == '/' ? strtoll(end + 1, &end, 10) : 1;
    bool good = !*end && out->num > 0 && out->den > 0 && out->num <= 1000000 && out->den <= 1000000;
    if (!good) {
        diag_report(o->imp->d, DIAG_IMPORT_SHARE, c->place, c->text, phrase_mark(PHRASE_RATE_NOT_POSITIVE));
        o->good = false;
    }
    return good;
}

/* Fractions of 1 as percentages, else all as whole numbers in proportion. */
static bool put_weights(struct one *o, const char *key, const char *const *id,
                        const struct share *share, size_t n, struct place p)
{
    struct buf out = BUF_INIT;
    int64_t common = 1;
    bool percent = strcmp(key, "priorities") == 0, fractions = false;
    for (size_t i = 0; i < n && common <= 1000000; i++) {
        common = common / (int64_t)decimal_gcd((uint64_t)common, (uint64_t)share[i].den) * share[i].den;
        fractions = fractions || share[i].den > 1;
    }
    int64_t whole = percent && fractions ? 100 : 1;
    bool good = common <= 1000000;
    for (size_t i = 0; i < n && good; i++) {
        int64_t num = share[i].num * (common / share[i].den);
        buf_printf(&out, "%s%s: ", i ? ", " : "", id[i]);
        if (whole == 1) {
            buf_printf(&out, "%" PRId64, num);
            continue;
        }
        int64_t millionths = num * whole * 1000000 / common;
        good = num * whole * 1000000 % common == 0;
        char *text = arena_printf(o->imp->a, "%" PRId64 ".%06" PRId64, millionths / 1000000,
                                  millionths % 1000000);
        size_t len = strlen(text);
        while (text[len - 1] == '0')
            text[--len] = '\0';
        if (text[len - 1] == '.')
            text[len - 1] = '\0';
        buf_puts(&out, text);
    }
    if (good)
        draft_put(o->imp, o->d, p, "%s: {%s}\n", key, buf_str(&out));
    buf_free(&out);
    return good;
}

static void put_shares(struct one *o, const char *key, const char *const *id, size_t n,
                       const char *field, struct place p)
{
    cell_list list = import_cells(o->imp, o->line, field, -1, 0);
    struct share *share = ARENA_ARRAY(o->imp->a, struct share, list.n + 1);
    bool equal = true;
    if (list.n && list.n != n) {
        diag_report(o->imp->d, DIAG_IMPORT_LENGTHS, list.p[0].place,
                    arena_printf(o->imp->a, "%zu", list.n), "shares",
                    arena_printf(o->imp->a, "%zu", n), key);
        o->good = false;
        return;
    }
    for (size_t i = 0; i < list.n; i++) {
        if (!read_share(o, &list.p[i], &share[i]))
            return;
        equal = equal && share[i].num * share[0].den == share[0].num * share[i].den;
    }
    if (equal) {
        draft_list(o->imp, o->d, key, id, n, p);
    } else if (!put_weights(o, key, id, share, n, p)) {
        diag_report(o->imp->d, DIAG_IMPORT_SHARE, list.p[0].place, list.p[0].text,
                    phrase_mark(PHRASE_NO_SIX_DIGITS));
        o->good = false;
    }
}

static void put_entries(struct one *o, const char *field, enum vocab_kind kind, const char *shares)
{
    cell_list list = import_cells(o->imp, o->line, field, -1, 0);
    const char **id = ARENA_ARRAY(o->imp->a, const char *, list.n + 1);
    bool good = true;
    for (size_t i = 0; i < list.n; i++) {
        id[i] = import_entry(o->imp, field, kind, &list.p[i]);
        good = good && id[i];
    }
    o->good = o->good && good;
    if (!list.n || !good)
        return;
    if (shares)
        put_shares(o, field, id, list.n, shares, list.p[0].place);
    else
        draft_list(o->imp, o->d, field, id, list.n, list.p[0].place);
}

static void put_countries(struct one *o)
{
    cell_list list = import_cells(o->imp, o->line, "countries", -1, 0);
    const char **id = ARENA_ARRAY(o->imp->a, const char *, list.n + 1);
    bool good = true;
    for (size_t i = 0; i < list.n; i++) {
        id[i] = import_country(o->imp, "countries", &list.p[i]);
        good = good && id[i];
    }
    o->good = o->good && good;
    if (list.n && good)
        draft_list(o->imp, o->d, "countries", id, list.n, list.p[0].place);
}

/* Plain numbers: in quotes an editor would take them for texts. */
static void put_sdgs(struct one *o)
{
    cell_list list = import_cells(o->imp, o->line, "sdgs", -1, 0);
    for (size_t i = 0; i < list.n; i++) {
        const char *s = list.p[i].text;
        if (s[strspn(s, "0123456789")]) {
            diag_report(o->imp->d, DIAG_IMPORT_VALUE, list.p[i].place, s, "goal: they have numbers",
                        "sdgs");
            o->good = false;
        }
    }
    for (size_t i = 0; i < list.n && o->good; i++)
        draft_put(o->imp, o->d, list.p[0].place, "%s%s%s", i ? ", " : "sdgs: [", list.p[i].text,
                  i + 1 < list.n ? "" : "]\n");
}

/* An address is its own label: lists have no other. */
static void put_links(struct one *o)
{
    cell_list list = import_cells(o->imp, o->line, "links", -1, 0);
    for (size_t i = 0; i < list.n; i++) {
        if (!i)
            draft_put(o->imp, o->d, list.p[0].place, "links:\n");
        draft_text(o->imp, o->d, 2, "- label", &list.p[i]);
        draft_text(o->imp, o->d, 4, "url", &list.p[i]);
    }
}

/* --- its id --- */

/* What the ids on file begin with, when it is the same for all of them. */
static const char *common_prefix(struct importing *imp, const char **why)
{
    const char *found = NULL;
    *why = phrase_mark(PHRASE_NO_AGREEMENT_YET);
    for (size_t i = 0; i < imp->r->agreement_n; i++) {
        const char *id = imp->r->agreement[i]->id, *number = strrchr(id, '-');
        size_t n = number ? (size_t)(number - id) : 0;
        bool fits = n > 5 && id[n - 5] == '-' && strspn(id + n - 4, "0123456789") == 4 &&
                    number[1] && !number[1 + strspn(number + 1, "0123456789")];
        const char *prefix = fits ? arena_strndup(imp->a, id, n - 5) : NULL;
        if (!fits || (found && strcmp(found, prefix) != 0)) {
            *why = phrase_mark(PHRASE_IDS_NOT_ALIKE);
            return NULL;
        }
        found = prefix;
    }
    return found;
}

static const char *next_id(struct one *o)
{
    struct importing *imp = o->imp;
    const char *why = NULL;
    if (!imp->prefix)
        imp->prefix = imp->map.ids ? imp->map.ids : common_prefix(imp, &why);
    if (!imp->prefix) {
        diag_report(imp->d, DIAG_IMPORT_IDS, imp->csv->head.cell[0].place, why);
        return NULL;
    }
    const char *year = arena_printf(imp->a, "%s-%.4s-", imp->prefix, o->signed_on);
    size_t n = strlen(year), *last = map_get(&imp->numbers, year);
    if (!last) {
        last = ARENA_NEW(imp->a, size_t);
        for (size_t i = 0; i < imp->r->agreement_n; i++) {
            const char *id = imp->r->agreement[i]->id;
            size_t number = strncmp(id, year, n) == 0 ? strtoul(id + n, NULL, 10) : 0;
            *last = number > *last ? number : *last;
        }
        map_set(&imp->numbers, year, last);
    }
    o->number = last;
    return arena_printf(imp->a, "%s%03zu", year, ++*last);
}

/* No agreement on file and no other row may have it. */
static void keep_id(struct one *o, struct place p)
{
    struct importing *imp = o->imp;
    const struct draft *first = map_get(&imp->ids, o->d->id);
    const struct agreement *there = map_get(&imp->r->agreement_by_id, o->d->id);
    if (first || there) {
        diag_report(imp->d, DIAG_DUPLICATE_ID, p, o->d->id,
                    there ? there->place.src->path
                          : arena_printf(imp->a, "line %d", first->row->cell[0].place.line));
        o->good = false;
    } else {
        map_set(&imp->ids, o->d->id, o->d);
    }
}

static void find_id(struct one *o)
{
    struct csv_cell id = cell_of(o, "id"), day = cell_of(o, "signed");
    o->signed_on = day.text ? import_date(o->imp, &day) : NULL;
    if (!day.text)
        missing(o, "signed");
    o->good = o->good && o->signed_on;
    if (id.text && strchr(id.text, '/')) {
        diag_report(o->imp->d, DIAG_BAD_ID, id.place, id.text,
                    "small letters a-z, digits and hyphens");
        o->good = false;
    } else if (id.text) {
        o->d->id = id.text;
    } else if (o->signed_on) {
        o->d->id = next_id(o);
    }
    if (o->d->id)
        keep_id(o, (id.text ? id : o->line->row->cell[0]).place);
    o->good = o->good && o->d->id;
}

/* --- all of it --- */

static bool has_only_text(struct one *o)
{
    for (size_t i = 0; i < o->line->row->n; i++) {
        const struct csv_cell *c = &o->line->row->cell[i];
        struct buf plain = BUF_INIT;
        for (const char *s = c->text; *s; s++)
            buf_putc(&plain, *s == '\r' ? '\n' : *s);
        if (o->line->column[i].field && !yaml_write_can(buf_str(&plain))) {
            diag_report(o->imp->d, DIAG_IMPORT_CHARACTER, c->place);
            o->good = false;
        }
        buf_free(&plain);
    }
    return o->good;
}

static void put_all(struct one *o)
{
    struct csv_cell id = cell_of(o, "id");
    struct place p = id.text ? id.place : o->line->row->cell[0].place;
    draft_put(o->imp, o->d, p,
              "# yaml-language-server: $schema=../../.schema/agreement.json\n");
    id = (struct csv_cell){o->d->id ? o->d->id : "-", p};
    draft_text(o->imp, o->d, 0, "id", &id);
    put_texts(o, "title", true);
    put_kind(o);
    put_line(o, "amends", "amends", NULL);
    put_line(o, "parent", "parent", NULL);
    if (o->signed_on)
        draft_put(o->imp, o->d, cell_of(o, "signed").place, "signed: %s\n", o->signed_on);
    put_date(o, "in_force", o->signed_on);
    put_date(o, "ends", NULL);
    put_date(o, "terminated", NULL);
    put_partners(o, "partners", true);
    put_partners(o, "leaves", false);
    o->good = import_gifts(o->imp, o->d, o->line, o->partner, o->partners) && o->good;
    put_entries(o, "regions", VOCAB_REGIONS, "region_shares");
    put_countries(o);
    put_entries(o, "priorities", VOCAB_PRIORITIES, "priority_shares");
    put_entries(o, "initiatives", VOCAB_INITIATIVES, NULL);
    put_sdgs(o);
    put_texts(o, "objective", false);
    put_links(o);
    put_line(o, "publish", "publish", "public");
    put_line(o, "sample", "sample", "false");
}

/* The number that was made for a row which cannot be read: rows behind it leave no gap. */
static void give_back(struct one *o)
{
    if (!o->d->id || map_get(&o->imp->ids, o->d->id) != o->d)
        return;
    map_set(&o->imp->ids, o->d->id, NULL);
    if (o->number)
        --*o->number;
}

bool import_row(struct importing *imp, const struct csv_row *row)
{
    struct import_line line = {.row = row, .column = imp->map.column, .constants = true};
    struct one o = {.imp = imp, .line = &line, .good = true, .d = ARENA_NEW(imp->a, struct draft)};
    o.d->row = row;
    if (!has_only_text(&o))
        return false;
    find_id(&o);
    put_all(&o);
    if (!o.good) {
        give_back(&o);
        buf_free(&o.d->text);
        return false;
    }
    draft_end(imp, o.d,
              arena_printf(imp->a, "%s/agreements/%.4s/%s.yaml", imp->r->dir, o.signed_on, o.d->id));
    VEC_PUSH(imp->a, &imp->draft, o.d);
    return true;
}
