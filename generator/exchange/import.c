/* import.c - a listing of agreements, from its first line to files that the readers accept. */
#include "exchange/exchange_room.h"

#include "model/model.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* --- the list --- */

/* Spreadsheets put a line before the first one that says what divides cells: "sep=;".  It becomes an empty
 * one, so that places are those of the file; what is stated elsewhere counts more. */
static void take_separator(struct importing *imp)
{
    const struct source *src = imp->in->list;
    size_t end = strcspn(src->text, "\r\n");
    bool quoted = end == 7 && src->text[0] == '"' && src->text[6] == '"';
    const char *line = src->text + quoted;
    if ((end != 5 && !quoted) || strncasecmp(line, "sep=", 4) != 0 || !strchr(",;\t", line[4]))
        return;
    struct source *rest = ARENA_NEW(imp->a, struct source);
    struct import_request *in = ARENA_NEW(imp->a, struct import_request);
    char *text = arena_strndup(imp->a, src->text, src->len);
    memset(text, ' ', end);
    *rest = (struct source){.path = src->path, .text = text, .len = src->len};
    *in = *imp->in;
    in->list = rest;
    imp->in = in;
    imp->divider_found = !imp->map.divider;
    if (!imp->map.divider)
        imp->map.divider = line[4];
}

/* Where the first line begins that is not blank. */
static size_t first_line(const struct source *src)
{
    size_t at = strspn(src->text, " \t\r\n");
    while (at && at < src->len && src->text[at - 1] != '\n')
        at--;
    return at < src->len ? at : src->len;
}

/* What divides the cells of its first line, where that is beyond doubt. */
static bool find_divider(struct importing *imp)
{
    const struct source *src = imp->in->list;
    const char *signs = ",;\t", *words[] = {"commas", "semicolons", "tabs"};
    size_t start = first_line(src), end = start, n[3] = {0};
    bool quoted = false;
    if (start == src->len) {
        diag_report(imp->d, DIAG_EMPTY_FILE, diag_file(imp->d, src->path));
        return false;
    }
    for (; end < src->len && (quoted || src->text[end] != '\n'); end++) {
        const char *sign = strchr(signs, src->text[end]);
        quoted = quoted != (src->text[end] == '"');
        if (!quoted && sign && *sign)
            n[sign - signs]++;
    }
    struct buf why = BUF_INIT;
    for (int i = 0; i < 3; i++)
        if (n[i]) {
            buf_printf(&why, "%s%zu %s", why.n ? ", " : "", n[i], words[i]);
            imp->map.divider = signs[i];
        }
    bool clear = (n[0] > 0) + (n[1] > 0) + (n[2] > 0) == 1;
    imp->divider_found = clear;
    if (!clear)
        diag_report(imp->d, DIAG_IMPORT_DIVIDER, place_of(src, start, end),
                    why.n ? buf_str(&why) : phrase_mark(PHRASE_NO_DIVIDER));
    buf_free(&why);
    return clear;
}

static struct csv *read_list(struct importing *imp, const struct source *src)
{
    return input_csv_divided(imp->a, imp->d, src, imp->map.divider);
}

/* --- the files --- */

static struct place origin(void *ctx, struct place p)
{
    struct importing *imp = ctx;
    const struct draft *d = p.src ? map_get(&imp->by_path, p.src->path) : NULL;
    return d ? draft_origin(d, p) : p;
}

static void add_file(struct importing *imp, struct draft *d)
{
    VEC_PUSH(imp->a, &imp->file, d->file);
    map_set(&imp->by_path, d->file.path, d);
}

/* Agreements that stay, and the new partners that they name. */
static void collect(struct importing *imp)
{
    imp->file.n = 0;
    map_init(&imp->by_path, imp->a);
    for (size_t i = 0; i < imp->partner.n; i++)
        imp->partner.p[i]->dropped = true;
    for (size_t i = 0; i < imp->draft.n; i++)
        for (size_t k = 0; !imp->draft.p[i]->dropped && k < imp->draft.p[i]->partner.n; k++)
            imp->draft.p[i]->partner.p[k]->dropped = false;
    for (size_t i = 0; i < imp->partner.n; i++)
        if (!imp->partner.p[i]->dropped)
            add_file(imp, imp->partner.p[i]);
    imp->new_partners = imp->file.n;
    for (size_t i = 0; i < imp->draft.n; i++)
        if (!imp->draft.p[i]->dropped)
            add_file(imp, imp->draft.p[i]);
}

static void drop(struct importing *imp, struct draft *d)
{
    d->dropped = true;
    VEC_PUSH(imp->a, &imp->left, d->row);
}

/* A draft that is at fault, and those that name a new partner which is. */
static size_t drop_faulty(struct importing *imp, const struct diags *told)
{
    size_t dropped = 0;
    for (size_t i = 0; i < imp->draft.n; i++) {
        struct draft *d = imp->draft.p[i];
        bool faulty = diags_failed_in(told, d->file.path);
        for (size_t k = 0; k < d->partner.n; k++)
            faulty = faulty || diags_failed_in(told, d->partner.p[k]->file.path);
        if (d->dropped || !faulty)
            continue;
        drop(imp, d);
        dropped++;
    }
    return dropped;
}

/* Reads the content as it would be.  Whatever is wrong is told of the cells of the list. */
static bool check(struct importing *imp)
{
    for (;;) {
        struct diags *told = diags_new(imp->a);
        collect(imp);
        const struct records *r =
            records_read_with(imp->a, told, imp->r->dir, imp->file.p, imp->file.n, NULL);
        model_build(imp->a, told, r);
        bool sound = !diags_failed(told);
        size_t dropped = sound ? 0 : drop_faulty(imp, told);
        diags_relocate(told, 0, origin, imp);
        diags_take(imp->d, told);
        if (sound || !dropped || !imp->in->skip_faulty)
            return sound;
    }
}

/* --- what was left out --- */

static int by_place(const void *a, const void *b)
{
    const struct csv_row *x = *(const struct csv_row *const *)a;
    const struct csv_row *y = *(const struct csv_row *const *)b;
    return (x->from > y->from) - (x->from < y->from);
}

static void put_row(struct buf *out, const struct source *src, const struct csv_row *row)
{
    buf_put(out, src->text + row->from, row->to - row->from);
    if (out->n && out->p[out->n - 1] != '\n')
        buf_putc(out, '\n');
}

static const char *rest(struct importing *imp)
{
    struct buf out = BUF_INIT;
    if (!imp->left.n)
        return NULL;
    qsort(imp->left.p, imp->left.n, sizeof *imp->left.p, by_place);
    put_row(&out, imp->in->list, &imp->csv->head);
    for (size_t i = 0; i < imp->left.n; i++)
        put_row(&out, imp->in->list, imp->left.p[i]);
    return buf_to_arena(&out, imp->a);
}

/* --- all of it --- */

static bool read_head(struct importing *imp)
{
    bool good = import_map_read(imp);
    take_separator(imp);
    const struct import_request *in = imp->in;
    if (!imp->map.divider && !find_divider(imp))
        return false;
    imp->csv = read_list(imp, in->list);
    imp->gift = in->contributions ? input_csv(imp->a, imp->d, in->contributions) : NULL;
    if (!imp->csv || (in->contributions && !imp->gift))
        return false;
    imp->headed = true;
    good = import_map_columns(imp) && good;
    return (!imp->gift || import_map_gifts(imp)) && good;
}

static bool read_rows(struct importing *imp)
{
    bool good = import_gifts_index(imp) && !(imp->gift && imp->gift->faults);
    for (size_t i = 0; i < imp->csv->faults; i++)
        VEC_PUSH(imp->a, &imp->left, &imp->csv->faulty[i]);
    for (size_t i = 0; i < imp->csv->n; i++)
        if (!import_row(imp, &imp->csv->row[i]))
            VEC_PUSH(imp->a, &imp->left, &imp->csv->row[i]);
    good = import_gifts_used(imp) && good;
    return good && (imp->in->skip_faulty || !imp->left.n);
}

struct import_result import_list(struct arena *a, struct diags *d, const struct records *r,
                                 const struct import_request *in)
{
    struct importing *imp = ARENA_NEW(a, struct importing);
    struct import_result out = {0};
    *imp = (struct importing){.a = a, .d = d, .r = r, .in = in};
    map_init(&imp->taken, a);
    map_init(&imp->numbers, a);
    map_init(&imp->ids, a);
    out.mapped = read_head(imp);
    if (!out.mapped) {
        out.map = imp->headed ? import_map_text(imp) : NULL;
        return out;
    }
    bool good = read_rows(imp);
    if (!imp->csv->n && !imp->csv->faults)
        diag_report(d, DIAG_IMPORT_NO_ROW, imp->csv->head.cell[0].place);
    /* Of rows that are all left out there is nothing to check, but their list. */
    out.sound = (imp->draft.n ? check(imp) : in->skip_faulty && imp->left.n) && good;
    out.rows = imp->csv->n + imp->csv->faults;
    out.said = import_map_told(imp);
    out.left_out = imp->left.n;
    out.rest = rest(imp);
    if (!out.sound)
        return out;
    out.file = imp->file.p;
    out.files = imp->file.n;
    out.partners = imp->new_partners;
    out.agreements = imp->file.n - imp->new_partners;
    return out;
}
