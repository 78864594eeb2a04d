#include "records/records_room.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

#include <string.h>

/* Shares of an agreement: a list stands for equal shares, a map gives weights or percentages.
 * Weights are exact decimals; all of one list are brought to one scale. */

enum { WEIGHT_DIGITS = 6 };
static const int64_t weight_max = INT64_C(1000000); /* keeps sums of shares in 64 bits */

typedef VEC(struct weight) weight_list;

static bool parse_weight(const char *s, struct decimal *d)
{
    return decimal_parse(s, d) == DECIMAL_OK && d->mantissa > 0 && d->scale <= WEIGHT_DIGITS &&
           d->mantissa / decimal_pow10(d->scale) <= weight_max;
}

static const char *without_percent(struct arena *a, const char *s)
{
    size_t n = strlen(s);
    while (n > 0 && (s[n - 1] == '%' || s[n - 1] == ' '))
        n--;
    char *t = arena_strndup(a, s, n);
    for (char *c = t; *c; c++)
        *c = *c == ',' ? '.' : *c;
    return t;
}

static void add_weight(struct reading *r, const struct field *f, const struct node_pair *pair,
                       weight_list *list)
{
    const struct entry *e = fields_entry(r, f->vocab, pair->key->text, pair->key->place);
    struct decimal d = {0};
    if (fields_is_empty(pair->value)) {
        diag_report(r->d, DIAG_EMPTY_VALUE, pair->key->place, pair->key->text);
        diag_hint(r->d, HINT_EQUAL_SHARES);
        return;
    }
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_NUMBERS), pair->value);
    if (!s)
        return;
    if (!parse_weight(s, &d)) {
        diag_report(r->d, DIAG_BAD_WEIGHT, pair->value->place, s);
        const char *guess = without_percent(r->a, s);
        if (strcmp(guess, s) != 0 && parse_weight(guess, &d))
            diag_hint(r->d, HINT_DID_YOU_MEAN_VALUE, guess);
        return;
    }
    int64_t scaled = 0;
    decimal_rescale(d, WEIGHT_DIGITS, &scaled);
    struct weight w = {.entry = e, .weight = scaled, .place = pair->key->place};
    VEC_PUSH(r->a, list, w);
}

static void check_percent(struct reading *r, const struct node *n, const weight_list *list)
{
    int64_t sum = 0, hundred = 100 * decimal_pow10(WEIGHT_DIGITS);
    struct buf ids = BUF_INIT;
    for (size_t i = 0; i < list->n; i++)
        sum += list->p[i].weight;
    for (size_t i = 0; i < n->n; i++)
        buf_printf(&ids, "%s%s", i ? ", " : "", n->pair[i].key->text);
    const char *all = buf_to_arena(&ids, r->a);
    if (sum == hundred || list->n < n->n) /* a faulty share was reported already */
        return;
    int64_t unit = decimal_pow10(WEIGHT_DIGITS);
    char *text = arena_printf(r->a, "%lld.%06lld", (long long)(sum / unit),
                              (long long)(sum % unit));
    size_t len = strlen(text);
    while (text[len - 1] == '0')
        text[--len] = '\0';
    if (text[len - 1] == '.')
        text[len - 1] = '\0';
    struct place p = n->place;
    for (size_t i = 0; i < r->map->n && !n->flow; i++)
        if (r->map->pair[i].value == n)
            p = r->map->pair[i].key->place;
    diag_report(r->d, DIAG_SHARES_SUM, p, text, all);
}

static bool is_listed(const weight_list *list, const struct entry *e)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->p[i].entry == e)
            return true;
    return false;
}

static void add_equal(struct reading *r, const struct field *f, const struct node *item,
                      weight_list *list)
{
    const char *s = fields_scalar(r, f->key, phrase_mark(PHRASE_IDS_OR_SHARES), item);
    const struct entry *e = s ? fields_entry(r, f->vocab, s, item->place) : NULL;
    if (e && is_listed(list, e)) {
        diag_report(r->d, DIAG_REPEATED_ITEM, item->place, s);
    } else if (e) {
        struct weight w = {.entry = e, .weight = 1, .place = item->place};
        VEC_PUSH(r->a, list, w);
    }
}

/* Into the vocabulary's order, in which leftover cents are given out; lists are short. */
static void sort(weight_list *list)
{
    for (size_t i = 1; i < list->n; i++)
        for (size_t k = i; k > 0 && list->p[k].entry->index < list->p[k - 1].entry->index; k--) {
            struct weight w = list->p[k];
            list->p[k] = list->p[k - 1];
            list->p[k - 1] = w;
        }
}

void fields_weights(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    weight_list list = {0};
    if (n->kind == NODE_SCALAR) {
        fields_is_list(r, f->key, n); /* reports, with a hint */
        return;
    }
    for (size_t i = 0; i < n->n; i++)
        if (n->kind == NODE_MAP)
            add_weight(r, f, &n->pair[i], &list);
        else
            add_equal(r, f, n->item[i], &list);
    if (n->kind == NODE_MAP && f->percent && n->n)
        check_percent(r, n, &list);
    size_t kept = 0;
    for (size_t i = 0; i < list.n; i++)
        if (list.p[i].entry)
            list.p[kept++] = list.p[i];
    list.n = kept;
    sort(&list);
    *(struct weight **)(void *)((char *)out + f->at) = list.p;
    *(size_t *)(void *)((char *)out + f->count) = list.n;
}
