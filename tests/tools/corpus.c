/* corpus.c - content of any size to measure with: the same for the same N, and true to life.
 *
 *     corpus N DIR [HUGO]
 *
 * Writes N agreements, evenly over 2022 to 2024, and a third as many partners to DIR/agreements and
 * DIR/partners, every text in English and French, all of them samples; checking finds no fault.  Whom
 * they need beside them (settings, vocabularies, words, rates, a document) corpus.sh lays there.
 * With HUGO, the same records go to HUGO/content as pages of Hugo: settings on top, the objective as
 * Markdown, one file a language. */
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

enum { EN, FR, TONGUES, FIRST_YEAR = 2022, YEARS = 3, PARTNERS_MAX = 3, SHARES_MAX = 3 };

static const char *const tongue[TONGUES] = {"en", "fr"};

struct said {
    const char *in[TONGUES];
};
struct partner {
    const char *id;
    struct said name;
};
struct agreement {
    const char *id;
    int kind, partners;
    const struct partner *with[PARTNERS_MAX];
    struct date signed_on, ends;
};
struct world {
    uint64_t state; /* of the generator of numbers */
    struct arena *a, *text; /* text: of the record being written */
    const char *dir, *hugo;
    int agreements, partners;
    struct agreement *agreement;
    struct partner *partner;
};

/* --- what records are made of --- */

static const struct kind {
    const char *id;
    int share; /* of 100 */
    bool money;
    struct said called;
} kinds[] = {
    {"mou", 18, false, {{"memorandum", "Mémorandum"}}},
    {"cooperation-agreement", 27, false, {{"cooperation", "Coopération"}}},
    {"project-document", 16, true, {{"project", "Projet"}}},
    {"voluntary-contribution", 24, true, {{"contribution", "Contribution"}}},
    {"sponsorship", 9, true, {{"sponsorship", "Parrainage"}}},
    {"addendum", 5, true, {{"addendum", "Addendum"}}},
    {"amendment", 1, false, {{"amendment", "Amendement"}}},
};
enum { MOU = 0, ADDENDUM = 5, KINDS = sizeof kinds / sizeof *kinds };

static const struct {
    const char *id, *type, *membership;
    struct said called;
} sorts[] = {
    {"ministry", "government", "member-state", {{"Sample ministry", "Ministère d’exemple"}}},
    {"regulator", "government", "member-state", {{"Sample regulator", "Régulateur d’exemple"}}},
    {"bank", "financial-institution", NULL, {{"Sample bank", "Banque d’exemple"}}},
    {"regional-body", "international-organization", "regional-organization",
     {{"Sample regional body", "Organisme régional d’exemple"}}},
    {"telecom", "private-sector", "sector-member",
     {{"Sample telecom company", "Société de télécommunications d’exemple"}}},
    {"satellite-company", "private-sector", "associate",
     {{"Sample satellite company", "Société de satellites d’exemple"}}},
    {"software-company", "private-sector", NULL,
     {{"Sample software company", "Société de logiciels d’exemple"}}},
    {"foundation", "foundation", NULL, {{"Sample foundation", "Fondation d’exemple"}}},
    {"un-agency", "united-nations", NULL,
     {{"Sample agency of the United Nations", "Institution des Nations Unies d’exemple"}}},
    {"university", "academic", "academia", {{"Sample university", "Université d’exemple"}}},
    {"institute", "academic", NULL, {{"Sample institute", "Institut d’exemple"}}},
    {"network", "ngo", NULL, {{"Sample network", "Réseau d’exemple"}}},
};
enum { SORTS = sizeof sorts / sizeof *sorts };

static const struct said topics[] = {
    {{"digital skills", "les compétences numériques"}},
    {{"broadband for schools", "le haut débit à l’école"}},
    {{"spectrum management", "la gestion du spectre"}},
    {{"cybersecurity drills", "les exercices de cybersécurité"}},
    {{"early warnings for all", "les alertes précoces pour tous"}},
    {{"electronic waste", "les déchets électroniques"}},
    {{"affordable access", "l’accès à un coût abordable"}},
    {{"digital health", "la santé numérique"}},
    {{"statistics on connectivity", "les statistiques de la connectivité"}},
    {{"the protection of children online", "la protection en ligne des enfants"}},
    {{"accessible services", "les services accessibles"}},
    {{"community networks", "les réseaux communautaires"}},
    {{"innovation hubs", "les pôles d’innovation"}},
    {{"girls in technology", "les jeunes filles dans les technologies"}},
    {{"smart villages", "les villages intelligents"}},
    {{"emergency telecommunications", "les télécommunications d’urgence"}},
    {{"consumer rights", "les droits des consommateurs"}},
    {{"cables under the sea", "les câbles sous-marins"}},
    {{"digital public services", "les services publics numériques"}},
    {{"maps of infrastructure", "les cartes de l’infrastructure"}},
};
static const struct said places[] = {
    {{"in rural areas", "dans les zones rurales"}},
    {{"on small islands", "dans les petites îles"}},
    {{"in landlocked countries", "dans les pays sans littoral"}},
    {{"in the least developed countries", "dans les pays les moins avancés"}},
    {{"in cities that grow fast", "dans les villes en pleine croissance"}},
    {{"along the coast", "le long de la côte"}},
    {{"across the region", "dans toute la région"}},
    {{"in border districts", "dans les districts frontaliers"}},
};
static const struct said deeds[] = {
    {{"courses for teachers and technicians on", "des cours pour enseignants et techniciens sur"}},
    {{"a national plan with dates and duties for",
      "un plan national assorti d’échéances et d’obligations pour"}},
    {{"a handbook for those who decide on", "un manuel à l’intention des décideurs sur"}},
    {{"equipment and its upkeep for", "du matériel et son entretien pour"}},
    {{"a survey of what is there and what is missing for",
      "un inventaire de l’existant et des besoins pour"}},
    {{"exchanges among peers on", "des échanges entre pairs sur"}},
    {{"pilot projects that others can copy for", "des projets pilotes reproductibles pour"}},
    {{"advice on laws and rules for", "des conseils sur les lois et les règles pour"}},
    {{"open data and tools for", "des données ouvertes et des outils pour"}},
    {{"a regional workshop on", "un atelier régional sur"}},
};
static const struct said openings[] = {
    {{"The parties provide", "Les parties assurent"}},
    {{"What is meant to last is", "Ce qui doit durer, c’est"}},
    {{"In the first phase there will be", "Dans la première phase, il y aura"}},
    {{"Partners on the ground prepare", "Les partenaires sur place préparent"}},
    {{"At the end stands", "Au terme du projet figure"}},
};
enum {
    TOPICS = sizeof topics / sizeof *topics,
    PLACES = sizeof places / sizeof *places,
    DEEDS = sizeof deeds / sizeof *deeds,
    OPENINGS = sizeof openings / sizeof *openings
};

static const char *const regions[] = {"AFR", "AMS", "ARB", "ASP", "CIS", "EUR", "GLO"};
static const char *const priorities[] = {
    "kap-affordable-connectivity", "kap-digital-transformation", "kap-enabling-policy",
    "kap-resource-mobilization", "kap-inclusive-secure"};
static const char *const countries[] = {"KE", "SN", "UG", "BR", "CO", "PE", "JO", "TN", "ID", "FJ",
                                        "KZ", "GE", "CH", "NO", "FR"};
static const struct {
    const char *code;
    int digits;
} currencies[] = {{"USD", 2}, {"USD", 2}, {"USD", 2}, {"EUR", 2}, {"CHF", 2}, {"GBP", 2}, {"JPY", 0}};
#define COUNT(list) ((int)(sizeof(list) / sizeof *(list)))

/* --- numbers: splitmix64 (Steele, Lea, Flood 2014) --- */

static int below(struct world *w, int n) /* 0 .. n - 1 */
{
    uint64_t z = w->state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return (int)((z ^ z >> 31) % (uint64_t)n);
}

static bool chance(struct world *w, int percent)
{
    return below(w, 100) < percent;
}

/* At most most distinct ones of a list, in its order, at least least: "AFR, EUR". */
static const char *some(struct world *w, const char *const *list, int n, int least, int most)
{
    const char *all = "";
    int want = least + below(w, most - least + 1);
    for (int i = 0; i < n && want > 0; i++)
        if (below(w, n - i) < want) {
            all = arena_printf(w->text, *all ? "%s, %s" : "%s%s", all, list[i]);
            want--;
        }
    return all;
}

/* --- files --- */

static void make_folders(char *path)
{
    for (char *slash = path; (slash = strchr(slash + 1, '/'));) {
        *slash = '\0';
        if (mkdir(path, 0777) != 0 && errno != EEXIST)
            perror(path), exit(3);
        *slash = '/';
    }
}

static void write_file(struct world *w, const char *dir, const char *path, struct buf *text)
{
    char *full = arena_printf(w->text, "%s/%s", dir, path);
    FILE *f = fopen(full, "wb");
    if (!f) {
        make_folders(full);
        f = fopen(full, "wb");
    }
    if (!f || fwrite(buf_str(text), 1, text->n, f) != text->n || fclose(f) != 0)
        perror(full), exit(3);
    buf_free(text);
}

/* --- texts --- */

static void put_said(struct buf *out, const char *key, const struct said *s, const char *indent)
{
    buf_printf(out, "%s%s:\n", indent, key);
    for (int t = 0; t < TONGUES; t++)
        buf_printf(out, "%s  %s: \"%s\"\n", indent, tongue[t], s->in[t]);
}

/* Markdown in both languages: a paragraph or two, now and then a list. */
static struct said objective(struct world *w)
{
    struct buf out[TONGUES] = {BUF_INIT, BUF_INIT};
    struct said all;
    int sentences = 1 + below(w, 4), items = chance(w, 30) ? 2 + below(w, 3) : 0;
    for (int i = 0; i < sentences + items; i++) {
        const struct said *o = &openings[below(w, OPENINGS)], *d = &deeds[below(w, DEEDS)];
        const struct said *s = &topics[below(w, TOPICS)], *p = &places[below(w, PLACES)];
        bool apart = i == 3, strong = chance(w, 25);
        for (int t = 0; t < TONGUES; t++) {
            const char *mark = strong ? "**" : "";
            if (i < sentences)
                buf_printf(&out[t], "%s%s %s %s%s%s %s.", !i ? "" : apart ? "\n\n" : "\n", o->in[t],
                           d->in[t], mark, s->in[t], mark, p->in[t]);
            else
                buf_printf(&out[t], "\n%s- %s %s%s%s", i == sentences ? "\n" : "", d->in[t], mark,
                           s->in[t], mark);
        }
    }
    for (int t = 0; t < TONGUES; t++)
        all.in[t] = buf_to_arena(&out[t], w->text);
    return all;
}

static void put_block(struct buf *out, const char *text)
{
    for (const char *s = text; *s;) {
        size_t n = strcspn(s, "\n");
        buf_puts(out, n ? "    " : "");
        buf_put(out, s, n);
        buf_putc(out, '\n');
        s += n + (s[n] == '\n');
    }
}

/* --- partners --- */

/* A page of Hugo for each language: what all share, its title, its text. */
static void write_hugo(struct world *w, const char *path, const char *settings,
                       const struct said *title, const struct said *body)
{
    for (int t = 0; w->hugo && t < TONGUES; t++) {
        struct buf out = BUF_INIT;
        buf_printf(&out, "---\ntitle: \"%s\"\n%s---\n%s\n", title->in[t], settings,
                   body ? body->in[t] : "");
        write_file(w, w->hugo, arena_printf(w->text, "content/%s.%s.md", path, tongue[t]), &out);
    }
}

static void write_partner(struct world *w, int i)
{
    struct partner *p = &w->partner[i];
    int sort = below(w, SORTS), number = i + 1;
    struct buf out = BUF_INIT;
    const char *country = countries[below(w, COUNT(countries))], *type = sorts[sort].type;
    p->id = arena_printf(w->a, "sample-%s-%05d", sorts[sort].id, number);
    for (int t = 0; t < TONGUES; t++)
        p->name.in[t] = arena_printf(w->a, "%s %05d", sorts[sort].called.in[t], number);
    buf_printf(&out, "id: %s\n", p->id);
    put_said(&out, "name", &p->name, "");
    if (chance(w, 30))
        buf_printf(&out, "short: S%05d\n", number);
    if (chance(w, 6)) {
        struct said former;
        for (int t = 0; t < TONGUES; t++)
            former.in[t] = arena_printf(w->text, t ? "Bureau d’exemple %05d" : "Sample office %05d",
                                        number);
        buf_printf(&out, "former_names:\n  - until: %d-0%d-15\n", FIRST_YEAR + 1, 1 + below(w, 9));
        put_said(&out, "name", &former, "    ");
    }
    buf_printf(&out, "type: %s\ncountry: %s\n", type, country);
    if (sorts[sort].membership)
        buf_printf(&out, "membership: [%s]\n", sorts[sort].membership);
    buf_puts(&out, "sample: true\n");
    write_file(w, w->dir, arena_printf(w->text, "partners/%s.yaml", p->id), &out);
    write_hugo(w, arena_printf(w->text, "partners/%s/_index", p->id), /* type is Hugo's own word */
               arena_printf(w->text, "sort: %s\ncountry: %s\n", type, country), &p->name, NULL);
}

/* --- agreements --- */

static const char *iso(struct world *w, struct date d)
{
    char s[16];
    date_format(d, s);
    return arena_strdup(w->text, s);
}

/* The i-th of n dates, evenly over the years. */
static struct date date_at(int i, int n)
{
    int day = (int)((int64_t)i * YEARS * 12 * 28 / n);
    return (struct date){FIRST_YEAR + day / (12 * 28), 1 + day / 28 % 12, 1 + day % 28};
}

/* Every third agreement is the first of a partner, so that none is without. */
static bool is_first(const struct world *w, int i)
{
    return i % 3 == 0 && i / 3 < w->partners;
}

static int kind_of(struct world *w, int i)
{
    int at = below(w, is_first(w, i) ? 94 : 100), kind = 0;
    while (at >= kinds[kind].share)
        at -= kinds[kind++].share;
    return kind;
}

/* One signed before, which still runs: the agreement that an addendum changes. */
static const struct agreement *earlier(struct world *w, int i, bool frame)
{
    for (int tries = 0; i > 0 && tries < 20; tries++) {
        const struct agreement *x = &w->agreement[below(w, i)];
        if (x->kind < ADDENDUM && (x->kind == MOU || !frame) &&
            date_cmp(x->ends, w->agreement[i].signed_on) > 0)
            return x;
    }
    return NULL;
}

static void put_money(struct world *w, const struct agreement *x, struct buf *out)
{
    static const int sizes[] = {1, 10, 100, 1000};
    buf_puts(out, "contributions:\n");
    for (int i = 0; i < x->partners; i++) {
        int c = below(w, COUNT(currencies)), digits = currencies[c].digits;
        long amount = (long)(1 + below(w, 99)) * 500 * sizes[below(w, COUNT(sizes))];
        buf_printf(out, "  - {from: %s, amount: %ld%s, currency: %s%s}\n", x->with[i]->id,
                   digits ? amount : amount * 100, digits ? ".00" : "", currencies[c].code,
                   chance(w, 10) ? ", form: in-kind" : "");
    }
    if (chance(w, 15))
        buf_printf(out, "  - {from: itu, amount: %d000.00, currency: USD}\n", 1 + below(w, 90));
}

/* Whose agreement it changes or stands under, what kind it is, who signs. */
static const char *put_ties(struct world *w, int i, struct buf *out)
{
    struct agreement *x = &w->agreement[i];
    const struct agreement *base = x->kind >= ADDENDUM ? earlier(w, i, false) : NULL;
    const struct agreement *frame = x->kind < ADDENDUM && chance(w, 5) ? earlier(w, i, true) : NULL;
    if (x->kind >= ADDENDUM && !base)
        x->kind = MOU;
    int first = is_first(w, i) ? i / 3 : below(w, w->partners);
    x->partners = base ? base->partners : 1 + (chance(w, 18) ? 1 + below(w, 2) : 0);
    for (int k = 0; k < x->partners; k++) /* neighbours, so that they are distinct */
        x->with[k] = base ? base->with[k] : &w->partner[(first + k) % w->partners];
    buf_printf(out, "kind: %s\n", kinds[x->kind].id);
    if (base)
        buf_printf(out, "amends: %s\n", base->id);
    if (frame)
        buf_printf(out, "parent: %s\n", frame->id);
    const char *list = x->with[0]->id;
    for (int k = 1; k < x->partners; k++)
        list = arena_printf(w->text, "%s, %s", list, x->with[k]->id);
    return list;
}

static void put_shares(struct world *w, struct buf *out)
{
    const char *where = some(w, regions, COUNT(regions), 1, 2);
    const char *lands = some(w, countries, COUNT(countries), 0, SHARES_MAX);
    int goal = 1 + below(w, 14);
    buf_printf(out, "regions: [%s]\n", where);
    if (*lands)
        buf_printf(out, "countries: [%s]\n", lands);
    if (chance(w, 20))
        buf_printf(out, "priorities: {%s: 60, %s: 40}\n", priorities[0], priorities[2]);
    else
        buf_printf(out, "priorities: [%s]\n", some(w, priorities, COUNT(priorities), 1, 2));
    buf_printf(out, "sdgs: [%d, %d]\n", goal, goal + 1 + below(w, 3));
}

static void write_agreement(struct world *w, int i)
{
    struct agreement *x = &w->agreement[i];
    struct buf out = BUF_INIT, hugo = BUF_INIT;
    const struct said *topic = &topics[below(w, TOPICS)], *place = &places[below(w, PLACES)];
    struct said title;
    x->signed_on = date_at(i, w->agreements);
    x->ends = (struct date){x->signed_on.year + 1 + below(w, 4), 12, 31};
    x->kind = kind_of(w, i);
    x->id = arena_printf(w->a, "bdt-%d-%06d", x->signed_on.year, i + 1);
    const char *signatories = put_ties(w, i, &out), *facts = buf_to_arena(&out, w->text);
    for (int t = 0; t < TONGUES; t++)
        title.in[t] = arena_printf(w->text, t ? "%s d’exemple : %s %s" : "Sample %s: %s %s",
                                   kinds[x->kind].called.in[t], topic->in[t], place->in[t]);
    out = (struct buf)BUF_INIT;
    buf_printf(&out, "id: %s\n", x->id);
    put_said(&out, "title", &title, "");
    buf_printf(&hugo, "%ssigned: %s\nends: %s\npartners: [%s]\n", facts, iso(w, x->signed_on),
               iso(w, x->ends), signatories);
    if (kinds[x->kind].money || chance(w, 15))
        put_money(w, x, &hugo);
    put_shares(w, &hugo);
    buf_put(&out, buf_str(&hugo), hugo.n);
    struct said text = objective(w);
    bool told = chance(w, 80);
    if (told) {
        buf_puts(&out, "objective:\n");
        for (int t = 0; t < TONGUES; t++) {
            buf_printf(&out, "  %s: |\n", tongue[t]);
            put_block(&out, text.in[t]);
        }
    }
    buf_puts(&out, "sample: true\n");
    write_file(w, w->dir, arena_printf(w->text, "agreements/%d/%s.yaml", x->signed_on.year, x->id),
               &out);
    buf_printf(&hugo, "kinds: [%s]\nyears: [\"%d\"]\n", kinds[x->kind].id, x->signed_on.year);
    write_hugo(w, arena_printf(w->text, "agreements/%s", x->id), buf_str(&hugo), &title,
               told ? &text : NULL);
    buf_free(&hugo);
}

int main(int argc, char **argv)
{
    int n = argc > 2 ? (int)strtol(argv[1], NULL, 10) : 0;
    if (n < 10 || n > 999999 || argc > 4) {
        fputs("usage: corpus N DIR [HUGO], N from 10 to 999999\n", stderr);
        return 2;
    }
    struct arena *a = arena_new();
    struct world w = {.state = 8, .a = a, .dir = argv[2], .hugo = argv[3], .agreements = n};
    w.partners = n / 3;
    w.partner = ARENA_ARRAY(a, struct partner, (size_t)w.partners);
    w.agreement = ARENA_ARRAY(a, struct agreement, (size_t)n);
    for (int i = 0; i < w.partners + n; i++) {
        w.text = arena_new();
        if (i < w.partners)
            write_partner(&w, i);
        else
            write_agreement(&w, i - w.partners);
        arena_free(w.text);
    }
    arena_free(a);
    return 0;
}
