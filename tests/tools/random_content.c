/* random_content.c - random but valid content, the same for the same seed.
 *
 *     random_content SEED DIR [N]
 *
 * Writes a content folder of N agreements (40) to DIR, which must not exist, and to standard
 * output the same facts as JSON, plainly, so that a checker need not read the YAML.  The words
 * of the program (strings/) are not among it: copy them from content/.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FIRST_YEAR = 2020, LAST_YEAR = 2024, TYPES_MAX = 9, PRIORITIES_MAX = 14 };

struct world {
    uint64_t state; /* of the generator of numbers */
    struct arena *a;
    const char *dir;
    struct buf facts;
    int regions, old_priorities, new_priorities, types, memberships, partners, agreements;
    bool by_in_force, partner_cash, addenda_with, mergers_followed;
    struct date *signed_on;  /* by agreement */
    bool *addendum;
    int from, until;         /* years that agreements count in */
};

static const char *const region_ids[] = {"AFR", "AMS", "ARB", "ASP", "CIS", "EUR", "GLO"};
static const char *const currencies[] = {"USD", "EUR", "CHF", "JPY", "KWD"};
static const int currency_digits[] = {2, 2, 2, 0, 3};
enum { REGIONS_MAX = 7, CURRENCIES = 5 };

/* --- numbers: splitmix64 (Steele, Lea, Flood 2014) --- */

static uint64_t next(struct world *w)
{
    uint64_t z = w->state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

static int below(struct world *w, int n) /* 0 .. n - 1 */
{
    return (int)(next(w) % (uint64_t)n);
}

static int between(struct world *w, int low, int high)
{
    return low + below(w, high - low + 1);
}

static bool chance(struct world *w, int percent)
{
    return below(w, 100) < percent;
}

/* k distinct numbers below n, in random order. */
static void pick(struct world *w, int n, int k, int *out)
{
    int *all = ARENA_ARRAY(w->a, int, (size_t)n);
    for (int i = 0; i < n; i++)
        all[i] = i;
    for (int i = 0; i < k; i++) {
        int j = between(w, i, n - 1), x = all[j];
        all[j] = all[i];
        out[i] = all[i] = x;
    }
}

/* --- files --- */

static void write_file(struct world *w, const char *path, struct buf *text)
{
    char *full = arena_printf(w->a, "%s/%s", w->dir, path);
    for (char *slash = full; (slash = strchr(slash + 1, '/'));) {
        *slash = '\0';
        if (mkdir(full, 0777) != 0 && errno != EEXIST)
            perror(full), exit(3);
        *slash = '/';
    }
    FILE *f = fopen(full, "wb");
    if (!f || fwrite(buf_str(text), 1, text->n, f) != text->n || fclose(f) != 0)
        perror(full), exit(3);
    buf_free(text);
}

static const char *iso(struct world *w, struct date d)
{
    char s[16];
    date_format(d, s);
    return arena_strdup(w->a, s);
}

static struct date random_date(struct world *w, int from, int until)
{
    int year = between(w, from, until);
    return (struct date){year, between(w, 1, 12), between(w, 1, 28)};
}

static struct date later_date(struct world *w, struct date d)
{
    struct date x = random_date(w, d.year, d.year + 1);
    return date_cmp(x, d) < 0 ? d : x;
}

/* --- settings and vocabularies --- */

static void write_site(struct world *w)
{
    struct buf b = BUF_INIT;
    w->by_in_force = chance(w, 30);
    w->partner_cash = chance(w, 30);
    w->addenda_with = chance(w, 30);
    w->mergers_followed = chance(w, 30);
    buf_puts(&b, "name: Random partnerships\ndescription: Random records for tests\n"
                 "publisher: Sample bureau\nbase_url: https://random.example.org/\n"
                 "languages: [en]\ndefault_language: en\nsample_note: All of this is random.\n"
                 "fonts: {latin: [Carlito]}\n"
                 "theme: {accent: \"#0b5a8f\", bright: \"#009cd6\", tint: \"#e8f1f7\"}\n"
                 "disclosure: {minimum: 1}\n" /* one in a figure is common here */
                 "region_colours:\n");
    for (int i = 0; i < w->regions; i++)
        buf_printf(&b, "  %s: \"#%02x7733\"\n", region_ids[i], 17 + 30 * i);
    buf_printf(&b, "counting:\n  year_by: %s\n  financial: %s\n  addenda: %s\n  mergers: %s\n",
               w->by_in_force ? "entry-into-force" : "signature",
               w->partner_cash ? "partner-cash" : "cash",
               w->addenda_with ? "with-agreements" : "apart",
               w->mergers_followed ? "successor" : "at-signature");
    buf_printf(&w->facts,
               "{\"by_in_force\": %s, \"partner_cash\": %s, \"addenda_with\": %s,\n"
               "\"mergers_followed\": %s,\n",
               w->by_in_force ? "true" : "false", w->partner_cash ? "true" : "false",
               w->addenda_with ? "true" : "false", w->mergers_followed ? "true" : "false");
    write_file(w, "site.yaml", &b);
}

static void list_ids(struct world *w, const char *key, const char *pattern, int n)
{
    buf_printf(&w->facts, "\"%s\": [", key);
    for (int i = 0; i < n; i++)
        buf_printf(&w->facts, "%s\"%s-%02d\"", i ? ", " : "", pattern, i);
    buf_puts(&w->facts, "],\n");
}

static void write_regions(struct world *w)
{
    struct buf b = BUF_INIT;
    buf_puts(&b, "regions:\n");
    buf_puts(&w->facts, "\"regions\": [");
    for (int i = 0; i < w->regions; i++) {
        buf_printf(&b, "  - {id: %s, label: Region %s}\n", region_ids[i], region_ids[i]);
        buf_printf(&w->facts, "%s\"%s\"", i ? ", " : "", region_ids[i]);
    }
    buf_puts(&w->facts, "],\n");
    write_file(w, "vocabulary/regions.yaml", &b);
}

static void write_scheme(struct buf *b, const char *id, const char *years, const char *pattern,
                         int n)
{
    buf_printf(b, "  - id: %s\n    label: Scheme %s\n%s    priorities:\n", id, id, years);
    for (int i = 0; i < n; i++)
        buf_printf(b, "      - {id: %s-%02d, label: Priority %s %02d}\n", pattern, i, pattern, i);
}

static void write_priorities(struct world *w)
{
    struct buf b = BUF_INIT;
    w->old_priorities = between(w, 1, PRIORITIES_MAX);
    w->new_priorities = between(w, 1, PRIORITIES_MAX);
    buf_puts(&b, "schemes:\n");
    write_scheme(&b, "old", "    from: 2015\n    until: 2021\n", "area", w->old_priorities);
    write_scheme(&b, "new", "    from: 2022\n", "kap", w->new_priorities);
    list_ids(w, "old_priorities", "area", w->old_priorities);
    list_ids(w, "new_priorities", "kap", w->new_priorities);
    write_file(w, "vocabulary/priorities.yaml", &b);
}

/* Some types roll up into the one before, which may itself roll up. */
static void write_types(struct world *w)
{
    struct buf b = BUF_INIT;
    buf_puts(&b, "partner_types:\n");
    buf_puts(&w->facts, "\"types\": [");
    for (int i = 0; i < w->types; i++) {
        bool up = i > 0 && chance(w, 30);
        buf_printf(&b, "  - {id: type-%02d, label: Type %02d", i, i);
        buf_printf(&w->facts, "%s[\"type-%02d\", ", i ? ", " : "", i);
        if (up) {
            buf_printf(&b, ", rolls_up_to: type-%02d", i - 1);
            buf_printf(&w->facts, "\"type-%02d\"]", i - 1);
        } else {
            buf_puts(&w->facts, "null]");
        }
        buf_puts(&b, "}\n");
    }
    buf_puts(&w->facts, "],\n");
    write_file(w, "vocabulary/partner-types.yaml", &b);
}

static void write_other_vocabularies(struct world *w)
{
    struct buf b = BUF_INIT;
    buf_puts(&b, "memberships:\n");
    for (int i = 0; i < w->memberships; i++)
        buf_printf(&b, "  - {id: member-%02d, label: Membership %02d}\n", i, i);
    list_ids(w, "memberships", "member", w->memberships);
    write_file(w, "vocabulary/memberships.yaml", &b);
    buf_puts(&b, "agreement_kinds:\n"
                 "  - {id: mou, label: Memorandum, list_group: by-cash}\n"
                 "  - {id: project-document, label: Project document, list_group: by-cash}\n"
                 "  - {id: sponsorship, label: Sponsorship, list_group: c}\n"
                 "  - {id: addendum, label: Addendum, list_group: d}\n"
                 "  - {id: amendment, label: Amendment, list_group: d}\n");
    write_file(w, "vocabulary/agreement-kinds.yaml", &b);
    buf_puts(&b, "initiatives:\n  - {id: sample-initiative, label: Sample initiative, "
                 "sample: true}\n");
    write_file(w, "vocabulary/initiatives.yaml", &b);
}

/* Every currency has a rate from before the first year on. */
static void write_rates(struct world *w)
{
    struct buf b = BUF_INIT;
    buf_puts(&b, "currency,effective_date,units_per_usd,sample\n");
    buf_puts(&w->facts, "\"rates\": [");
    for (int c = 1; c < CURRENCIES; c++)
        for (int year = FIRST_YEAR - 1; year <= LAST_YEAR + 1; year++) {
            struct date d = {year, between(w, 1, 12), between(w, 1, 28)};
            int more = below(w, 6);
            const char *rate = arena_printf(w->a, "%d.%d", between(w, c == 3 ? 90 : 0, c * 45),
                                            between(w, 1, 9));
            for (int i = 0; i < more; i++)
                rate = arena_printf(w->a, "%s%d", rate, below(w, 10));
            buf_printf(&b, "%s,%s,%s,true\n", currencies[c], iso(w, d), rate);
            buf_printf(&w->facts, "%s[\"%s\", \"%s\", \"%s\"]",
                       c > 1 || year >= FIRST_YEAR ? ", " : "", currencies[c], iso(w, d), rate);
        }
    buf_puts(&w->facts, "],\n");
    write_file(w, "rates/random.csv", &b);
}

/* --- partners --- */

static void put_memberships(struct world *w, struct buf *b)
{
    int list[8], n = below(w, (w->memberships < 3 ? w->memberships : 3) + 1);
    pick(w, w->memberships, n, list);
    buf_puts(b, "membership: [");
    buf_puts(&w->facts, ", \"membership\": [");
    for (int i = 0; i < n; i++) {
        buf_printf(b, "%smember-%02d", i ? ", " : "", list[i]);
        buf_printf(&w->facts, "%s\"member-%02d\"", i ? ", " : "", list[i]);
    }
    buf_puts(b, "]\n");
    buf_puts(&w->facts, "]");
}

static void write_partner(struct world *w, int i)
{
    static const char *const names[] = {"Sample university", "\"Sample: ministry, #\"",
                                        "Échantillon & fils", "Sample <network> 'one'"};
    struct buf b = BUF_INIT;
    int type = below(w, w->types);
    buf_printf(&b, "id: partner-%03d\nname: %s\ntype: type-%02d\nsample: true\n", i,
               names[below(w, 4)], type);
    buf_printf(&w->facts, "%s{\"id\": \"partner-%03d\", \"type\": \"type-%02d\"", i ? ",\n" : "", i,
               type);
    put_memberships(w, &b);
    if (i + 1 < w->partners && chance(w, 10)) {
        const char *on = iso(w, random_date(w, FIRST_YEAR, LAST_YEAR));
        buf_printf(&b, "merged_into: partner-%03d\nmerged_on: %s\n", i + 1, on);
        buf_printf(&w->facts, ", \"into\": \"partner-%03d\", \"on\": \"%s\"", i + 1, on);
    }
    buf_puts(&w->facts, "}");
    write_file(w, arena_printf(w->a, "partners/partner-%03d.yaml", i), &b);
}

static void write_partners(struct world *w)
{
    buf_puts(&w->facts, "\"partners\": [\n");
    for (int i = 0; i < w->partners; i++)
        write_partner(w, i);
    buf_puts(&w->facts, "],\n");
}

/* --- agreements --- */

static void put_amount(struct world *w, struct buf *b, const char *key, int64_t minor, int digits)
{
    int64_t unit = 1, size = minor < 0 ? -minor : minor;
    for (int i = 0; i < digits; i++)
        unit *= 10;
    const char *text = arena_printf(w->a, "%s%lld", minor < 0 ? "-" : "", (long long)(size / unit));
    if (digits)
        text = arena_printf(w->a, "%s.%0*lld", text, digits, (long long)(size % unit));
    buf_printf(b, ", %s: %s", key, text);
    buf_printf(&w->facts, ", \"%s\": \"%s\"", key, text);
}

static void put_contribution(struct world *w, struct buf *b, const char *from, bool addendum)
{
    int c = chance(w, 50) ? 0 : below(w, CURRENCIES);
    int64_t minor = 0, most = 10;
    for (int i = between(w, 0, 9); i > 0; i--)
        most *= 10;
    if (!chance(w, 5))
        minor = (int64_t)(next(w) % (uint64_t)most);
    if (addendum && chance(w, 30))
        minor = -minor;
    buf_printf(b, "  - {from: %s", from);
    buf_printf(&w->facts, "{\"from\": \"%s\"", from);
    put_amount(w, b, "amount", minor, currency_digits[c]);
    buf_printf(b, ", currency: %s", currencies[c]);
    buf_printf(&w->facts, ", \"currency\": \"%s\"", currencies[c]);
    if (chance(w, 20)) {
        buf_puts(b, ", form: in-kind");
        buf_puts(&w->facts, ", \"form\": \"in-kind\"");
    }
    if (c != 0 && chance(w, 20))
        put_amount(w, b, "usd", minor / 7, 2);
    buf_puts(b, "}\n");
    buf_puts(&w->facts, "}");
}

static void put_partners(struct world *w, struct buf *b, bool addendum)
{
    int most = w->partners < 5 ? w->partners : 5;
    int list[5], n = chance(w, 60) ? 1 : between(w, 1, most), money = chance(w, 30) ? 0 : n + 1;
    pick(w, w->partners, n, list);
    buf_puts(b, "partners: [");
    buf_puts(&w->facts, ", \"partners\": [");
    for (int i = 0; i < n; i++) {
        buf_printf(b, "%spartner-%03d", i ? ", " : "", list[i]);
        buf_printf(&w->facts, "%s\"partner-%03d\"", i ? ", " : "", list[i]);
    }
    buf_printf(b, "]\n%s", money ? "contributions:\n" : "");
    buf_puts(&w->facts, "], \"contributions\": [");
    for (int i = 0; i < money; i++) {
        if (i)
            buf_puts(&w->facts, ", ");
        bool itu = chance(w, 20);
        const char *from = arena_printf(w->a, "partner-%03d", list[below(w, n)]);
        put_contribution(w, b, itu ? "itu" : from, addendum);
    }
    buf_puts(&w->facts, "]");
}

static const char *shared_id(struct world *w, const char *pattern, int i)
{
    return *pattern ? arena_printf(w->a, "%s-%02d", pattern, i) : region_ids[i];
}

static void put_shared(struct world *w, struct buf *b, const char *key, const char *pattern,
                       const int *list, const char *const *weight, int n)
{
    bool plain = weight[0] == NULL;
    buf_printf(b, "%s: %c", key, plain ? '[' : '{');
    for (int i = 0; i < n; i++) {
        const char *id = shared_id(w, pattern, list[i]);
        buf_printf(b, "%s%s", i ? ", " : "", id);
        if (!plain)
            buf_printf(b, ": %s", weight[i]);
        buf_printf(&w->facts, "%s[\"%s\", \"%s\"]", i ? ", " : "", id, plain ? "1" : weight[i]);
    }
    buf_printf(b, "%c\n", plain ? ']' : '}');
}

static void put_regions(struct world *w, struct buf *b)
{
    int list[REGIONS_MAX], n = chance(w, 50) ? 1 : below(w, w->regions + 1);
    const char *weight[REGIONS_MAX] = {NULL};
    bool weighted = chance(w, 40);
    pick(w, w->regions, n, list);
    for (int i = 0; i < n && weighted; i++)
        weight[i] = chance(w, 70) ? arena_printf(w->a, "%d", between(w, 1, 13))
                                  : arena_printf(w->a, "%d.%d", below(w, 5), between(w, 1, 9));
    buf_puts(&w->facts, ", \"regions\": [");
    if (n)
        put_shared(w, b, "regions", "", list, weight, n);
    buf_puts(&w->facts, "]");
}

/* Percentages of tenths that sum to 100. */
static void put_priorities(struct world *w, struct buf *b, int year)
{
    bool old = year <= 2021;
    int most = old ? w->old_priorities : w->new_priorities;
    int list[PRIORITIES_MAX], n = below(w, (most < 4 ? most : 4) + 1), left = 1000;
    const char *weight[PRIORITIES_MAX] = {NULL};
    bool weighted = chance(w, 60);
    pick(w, most, n, list);
    for (int i = 0; i < n && weighted; i++) {
        int part = i == n - 1 ? left : between(w, 1, left - (n - 1 - i));
        left -= part;
        weight[i] = part % 10 ? arena_printf(w->a, "%d.%d", part / 10, part % 10)
                              : arena_printf(w->a, "%d", part / 10);
    }
    buf_puts(&w->facts, ", \"priorities\": [");
    if (n)
        put_shared(w, b, "priorities", old ? "area" : "kap", list, weight, n);
    buf_puts(&w->facts, "]");
}

/* An earlier agreement that is no addendum; -1 when there is none. */
static int earlier(struct world *w, int i)
{
    for (int tries = 0; i > 0 && tries < 20; tries++) {
        int j = below(w, i);
        if (!w->addendum[j] && w->signed_on[j].year < LAST_YEAR)
            return j;
    }
    return -1;
}

static void put_dates(struct world *w, struct buf *b, int i, int after)
{
    struct date on = after < 0 ? random_date(w, FIRST_YEAR, LAST_YEAR)
                               : later_date(w, w->signed_on[after]);
    struct date start = on;
    w->signed_on[i] = on;
    buf_printf(b, "signed: %s\n", iso(w, on));
    if (chance(w, 40)) {
        start = later_date(w, on);
        buf_printf(b, "in_force: %s\n", iso(w, start));
    }
    if (chance(w, 40))
        buf_printf(b, "ends: %s\n", iso(w, later_date(w, start)));
    buf_printf(&w->facts, ", \"signed\": \"%s\", \"in_force\": \"%s\"", iso(w, on), iso(w, start));
    int year = w->by_in_force ? start.year : on.year;
    w->from = w->from == 0 || year < w->from ? year : w->from;
    w->until = year > w->until ? year : w->until;
    put_priorities(w, b, year);
}

static void write_agreement(struct world *w, int i)
{
    static const char *const kinds[] = {"mou", "project-document", "sponsorship", "addendum",
                                        "amendment"};
    static const char *const titles[] = {
        "Sample agreement", "\"Sample: quotes, #, {{braces}} & <tags>\"",
        "{en: Sample agreement with a map}", "\"*Sample* _of_ `Markdown` [and](more)\""};
    struct buf b = BUF_INIT;
    int other = chance(w, 20) ? earlier(w, i) : -1;
    const char *kind = kinds[other < 0 ? below(w, 3) : between(w, 3, 4)];
    w->addendum[i] = other >= 0;
    buf_printf(&b, "id: random-%05d\ntitle: %s\nkind: %s\nsample: true\n", i, titles[below(w, 4)],
               kind);
    buf_printf(&w->facts, "%s{\"id\": \"random-%05d\", \"kind\": \"%s\"", i ? ",\n" : "", i, kind);
    if (other >= 0)
        buf_printf(&b, "amends: random-%05d\n", other);
    put_dates(w, &b, i, other);
    put_regions(w, &b);
    put_partners(w, &b, other >= 0);
    bool internal = chance(w, 20);
    if (internal)
        buf_puts(&b, "publish: internal\n");
    buf_printf(&w->facts, ", \"internal\": %s", internal ? "true" : "false");
    bool more = chance(w, 30);
    buf_printf(&w->facts, ", \"initiative\": %s", more ? "true" : "false");
    if (more)
        buf_puts(&b, "countries: [NO, KE]\nsdgs: [9, 17]\ninitiatives: [sample-initiative]\n"
                     "objective: \"Some *objective*.\"\n");
    buf_puts(&w->facts, "}");
    write_file(w, arena_printf(w->a, "agreements/%d/random-%05d.yaml", w->signed_on[i].year, i),
               &b);
}

static void write_agreements(struct world *w)
{
    buf_puts(&w->facts, "\"agreements\": [\n");
    for (int i = 0; i < w->agreements; i++)
        write_agreement(w, i);
    buf_puts(&w->facts, "],\n");
}

/* --- history and a paper --- */

/* A year before all agreements on file, known in part. */
static void write_history(struct world *w)
{
    struct buf b = BUF_INIT;
    int year = w->from - 1, count = between(w, 0, 90), cents = between(w, 0, 99);
    bool given = chance(w, 40);
    buf_printf(&w->facts, "\"from\": %d, \"until\": %d, \"history\": ", w->from, w->until);
    if (!given) {
        buf_puts(&w->facts, "null}\n");
        return;
    }
    buf_printf(&b, "year: %d\nsample: true\nfigures:\n  agreements.count: %d\n"
                   "  contributions.total: 20100000.%02d\n  regions.%s.count: 16.5\n",
               year, count, cents, region_ids[0]);
    buf_printf(&w->facts,
               "{\"agreements.count\": \"%d\", \"contributions.total\": \"20100000.%02d\", "
               "\"regions.%s.count\": \"16.5\"}}\n",
               count, cents, region_ids[0]);
    write_file(w, arena_printf(w->a, "history/%d.yaml", year), &b);
}

static void write_paper(struct world *w)
{
    static const char *const tables[] = {"top-partners", "by-region", "by-priority", "by-type",
                                         "by-kind", "memberships"};
    static const char *const charts[] = {"agreements-by-region", "contributions-by-region",
                                         "contributions-by-priority", "partners-by-type",
                                         "contributions-by-type", "top-partners"};
    struct buf b = BUF_INIT;
    int year = w->until;
    const char *years = arena_printf(w->a, "%d", year);
    if (w->from < year && chance(w, 50))
        years = arena_printf(w->a, "%d-%d", between(w, w->from, year - 1), year);
    buf_printf(&b, "id: random-paper\nyears: %s\ngroup: Sample group\ngroup_short: SG\n"
                   "meeting: 1st meeting\nplace_dates: Geneva\nnumber: \"SG/{number}-{letter}\"\n"
                   "original: en\nsource: Sample bureau\ntitle: Random partnerships\n"
                   "letters: {en: E}\nlanguages: [en]\nlayout: portrait\nrevision: 0\n"
                   "draft: true\nsummary: \"{{%s.agreements.count}} agreements.\"\n"
                   "action: To note this document.\nreferences: [Some reference]\n"
                   "contact: {department: Sample department}\n",
               years, years);
    write_file(w, "documents/random-paper/document.yaml", &b);
    buf_printf(&b, "# Results\n\nIn {{year}} there were {{%d.agreements.count}} agreements worth\n"
                   "{{%d.contributions.total.millions}} million, {{%d.contributions.itu.percent}}\n"
                   "of it from ITU, and {{%d.regions.%s.count}} served a region[^1].\n\n"
                   "[^1]: A note on {{%d.partners.count}} partners.\n\n",
               year, year, year, year, region_ids[0], year);
    for (int i = 0; i < 6; i++)
        buf_printf(&b, "```table\nshow: %s\nyear: %d\n```\n\n```chart\nshow: %s\nyear: %d\n```\n\n",
                   tables[i], year, charts[i], year);
    write_file(w, "documents/random-paper/en/01-results.md", &b);
}

/* Columns in random order, the number and the money always among them. */
static const char *random_columns(struct world *w)
{
    static const char *const all[] = {"number", "usd", "title", "objective", "title_objective",
                                      "signatories", "kind", "amends", "signed", "in_force",
                                      "ends", "regions", "signed_value"};
    enum { ALL = sizeof all / sizeof *all };
    int order[ALL], more = below(w, 5);
    struct buf b = BUF_INIT;
    pick(w, ALL, ALL, order);
    for (int i = 0; i < ALL; i++)
        if (order[i] < 2 || more-- > 0)
            buf_printf(&b, "%s%s", b.n ? ", " : "", all[order[i]]);
    const char *list = arena_strdup(w->a, buf_str(&b));
    buf_free(&b);
    return list;
}

/* A document that lists all agreements of a period, by groups and at once, and all partners. */
static void write_lists(struct world *w)
{
    static const char *const sorts[] = {"number", "signed", "in_force", "usd"};
    struct buf b = BUF_INIT;
    int from = between(w, w->from, w->until), until = between(w, from, w->until);
    const char *years = arena_printf(w->a, "%d", from);
    if (until > from)
        years = arena_printf(w->a, "%d-%d", from, until);
    buf_printf(&w->facts, "\"lists\": [%d, %d],\n", from, until);
    buf_printf(&b, "id: random-lists\nyears: %s\ngroup: Sample group\noriginal: en\n"
                   "source: Sample bureau\ntitle: Random lists\nlanguages: [en]\n"
                   "number: \"SG/INF/{number}-{letter}\"\nletters: {en: E}\n"
                   "layout: landscape\ndraft: true\n", years);
    write_file(w, "documents/random-lists/document.yaml", &b);
    buf_printf(&b, "See {{doc.random-paper}}.\n\n```table\nshow: agreements-by-group\nyear: %s\n"
                   "```\n\n", years);
    for (int i = 0; i < 5; i++) {
        buf_printf(&b, "```table\nshow: agreements-list\nyear: %s\nsort: %s\n", years,
                   sorts[below(w, 4)]);
        buf_printf(&b, "columns: [%s]\n", random_columns(w));
        buf_printf(&b, i < 4 ? "group: %c\n```\n\n" : "```\n\n", 'a' + i);
    }
    buf_printf(&b, "```table\nshow: financial-partners\nyear: %s\n```\n", years);
    write_file(w, "documents/random-lists/en/01-lists.md", &b);
}

int main(int argc, char **argv)
{
    int n = argc > 3 ? (int)strtol(argv[3], NULL, 10) : 40;
    if (argc < 3 || argc > 4 || n < 1 || n > 99999) {
        fputs("usage: random_content SEED DIR [N]\n", stderr);
        return 2;
    }
    struct world w = {.a = arena_new(), .dir = argv[2], .agreements = n};
    w.state = strtoull(argv[1], NULL, 10);
    w.regions = between(&w, 1, REGIONS_MAX);
    w.types = between(&w, 1, TYPES_MAX);
    w.memberships = between(&w, 1, 5);
    w.partners = between(&w, 1, n / 2 + 2 < 999 ? n / 2 + 2 : 999);
    w.signed_on = ARENA_ARRAY(w.a, struct date, (size_t)n);
    w.addendum = ARENA_ARRAY(w.a, bool, (size_t)n);
    write_site(&w);
    write_regions(&w);
    write_priorities(&w);
    write_types(&w);
    write_other_vocabularies(&w);
    write_rates(&w);
    write_partners(&w);
    write_agreements(&w);
    write_lists(&w);
    write_history(&w);
    write_paper(&w);
    fwrite(buf_str(&w.facts), 1, w.facts.n, stdout);
    buf_free(&w.facts);
    arena_free(w.a);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 3;
}
