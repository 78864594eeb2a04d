/* import_gift.c - contributions: from columns of the agreement's own row, and from a list of theirs. */
#include "exchange/exchange_room.h"

#include "locale/locale.h"

#include <string.h>

struct gift_rows {
    VEC(const struct csv_row *) row;
    bool used;
};

bool import_gifts_index(struct importing *imp)
{
    bool good = true;
    map_init(&imp->gifts, imp->a);
    for (size_t i = 0; imp->gift && i < imp->gift->n; i++) {
        const struct csv_row *row = &imp->gift->row[i];
        struct import_line line = {.row = row, .column = imp->gift_column};
        struct csv_cell of = import_cell(imp, &line, "agreement", -1, 0);
        struct gift_rows *rows = of.text ? map_get(&imp->gifts, of.text) : NULL;
        if (!of.text) {
            diag_report(imp->d, DIAG_IMPORT_MISSING, row->cell[0].place,
                        import_field("agreement")->doc);
            good = false;
            continue;
        }
        if (!rows) {
            rows = ARENA_NEW(imp->a, struct gift_rows);
            map_set(&imp->gifts, of.text, rows);
        }
        VEC_PUSH(imp->a, &rows->row, row);
    }
    return good;
}

struct gift {
    struct importing *imp;
    const struct import_line *line;
    int slot;
    const char *const *partner;
    size_t partners;
};

static struct csv_cell cell_of(const struct gift *g, const char *field)
{
    return import_cell(g->imp, g->line, field, -1, g->slot);
}

/* Who gives it: who is named, or the only partner there is. */
static const char *giver(const struct gift *g, const struct csv_cell *amount)
{
    struct csv_cell c = cell_of(g, "from");
    const char *near = NULL;
    if (!c.text && g->partners == 1)
        return g->partner[0];
    if (!c.text && !g->partners) /* they could not be read, which was said */
        return NULL;
    if (!c.text) {
        diag_report(g->imp->d, DIAG_IMPORT_GIVER, amount->place,
                    arena_printf(g->imp->a, "%zu", g->partners));
        return NULL;
    }
    const char *stated = import_map_value(g->imp, "from", c.text);
    if (strcmp(locale_fold_name(g->imp->a, stated ? stated : c.text), "itu") == 0)
        return "itu";
    size_t before = diags_mark(g->imp->d);
    const char *id = import_partner(g->imp, "from", &c, &near);
    if (id || diags_mark(g->imp->d) != before)
        return id;
    diag_report(g->imp->d, DIAG_IMPORT_PARTNER, c.place, c.text);
    if (near)
        diag_hint(g->imp->d, HINT_DID_YOU_MEAN, near);
    return NULL;
}

/* What was recorded, not what follows from rates. */
static bool usd_of(const struct gift *g, const char **usd)
{
    struct csv_cell c = cell_of(g, "usd"), basis = cell_of(g, "usd_basis");
    bool recorded = c.text && (!basis.text || strcmp(basis.text, "recorded") == 0);
    *usd = recorded ? import_number(g->imp, &c) : NULL;
    return !recorded || *usd;
}

static bool form_of(const struct gift *g, const char **form)
{
    struct csv_cell c = cell_of(g, "form");
    const char *text = c.text ? import_map_value(g->imp, "form", c.text) : NULL;
    *form = text ? text : c.text ? c.text : "cash";
    if (strcmp(*form, "cash") == 0 || strcmp(*form, "in-kind") == 0)
        return true;
    diag_report(g->imp->d, DIAG_IMPORT_VALUE, c.place, c.text, "form: cash or in-kind", "form");
    return false;
}

static bool is_code(const char *s)
{
    return strlen(s) == 3 && s[strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")] == '\0';
}

/* One contribution; none where there is no amount. */
static bool put_gift(struct draft *d, const struct gift *g, bool *first)
{
    struct csv_cell amount = cell_of(g, "amount"), currency = cell_of(g, "currency");
    if (!amount.text)
        return true;
    const char *from = giver(g, &amount), *number = import_number(g->imp, &amount);
    const char *usd = NULL, *form = NULL, *code = NULL;
    bool good = usd_of(g, &usd);
    good = form_of(g, &form) && good;
    if (!currency.text) {
        diag_report(g->imp->d, DIAG_IMPORT_MISSING, amount.place, import_field("currency")->doc);
    } else {
        const char *stated = import_map_value(g->imp, "currency", currency.text);
        code = stated ? stated : currency.text;
    }
    if (code && !is_code(code)) {
        diag_report(g->imp->d, DIAG_IMPORT_VALUE, currency.place, code,
                    "currency: a code of three capital letters", "currency");
        code = NULL;
    }
    if (!good || !from || !number || !code)
        return false;
    if (*first)
        draft_put(g->imp, d, amount.place, "contributions:\n");
    *first = false;
    draft_put(g->imp, d, amount.place, "  - {from: %s, amount: %s, currency: %s%s%s%s}\n", from, number,
              code, strcmp(form, "cash") == 0 ? "" : ", form: in-kind", usd ? ", usd: " : "",
              usd ? usd : "");
    return true;
}

bool import_gifts(struct importing *imp, struct draft *d, const struct import_line *line,
                  const char *const *partner, size_t partners)
{
    bool good = true, first = true;
    struct gift g = {.imp = imp, .line = line, .partner = partner, .partners = partners};
    for (g.slot = 0; g.slot < IMPORT_SLOTS; g.slot++)
        good = put_gift(d, &g, &first) && good;
    struct gift_rows *rows = imp->gift && d->id ? map_get(&imp->gifts, d->id) : NULL;
    g.slot = 0;
    for (size_t i = 0; rows && i < rows->row.n; i++) {
        struct import_line own = {.row = rows->row.p[i], .column = imp->gift_column};
        g.line = &own;
        good = put_gift(d, &g, &first) && good;
    }
    if (rows)
        rows->used = true;
    return good;
}

bool import_gifts_used(struct importing *imp)
{
    bool good = true;
    for (size_t i = 0; imp->gift && i < imp->gifts.n; i++) {
        const struct gift_rows *rows = imp->gifts.item[i].value;
        if (rows->used)
            continue;
        diag_report(imp->d, DIAG_IMPORT_NO_AGREEMENT, rows->row.p[0]->cell[0].place,
                    imp->gifts.item[i].key);
        good = false;
    }
    return good;
}
