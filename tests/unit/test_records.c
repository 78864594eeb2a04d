/* A small content, read into records: what the values become. */
#include "unit/folder_fixture.h"

#include "records/records.h"

static void put_base(struct folder *f)
{
    folder_put(f, "site.yaml", "name: Acuerdos\nbase_url: https://x.example.org\n"
                               "languages: [es, en]\ndefault_language: es\n"
                               "fonts: {latin: [Carlito, DejaVu Sans]}\n"
                               "counting: {year_by: entry-into-force, addenda: with-agreements}\n"
                               "region_colours: {AFR: \"#117733\", ARB: \"#882255\", EUR: \"#332288\"}\n");
    folder_put(f, "vocabulary/regions.yaml",
               "regions:\n  - {id: AFR, label: África}\n  - {id: ARB, label: Árabes}\n"
               "  - {id: EUR, label: Europa, own_translation: [es, ar]}\n");
    folder_put(f, "vocabulary/priorities.yaml",
               "schemes:\n  - {id: old, label: Viejo, from: 2015, until: 2021,\n"
               "     priorities: [{id: area-x, label: X}]}\n"
               "  - {id: new, label: Nuevo, from: 2022,\n"
               "     priorities: [{id: kap-a, label: A}, {id: kap-b, label: B}]}\n");
    folder_put(f, "vocabulary/partner-types.yaml",
               "partner_types:\n  - {id: foundation, label: F, rolls_up_to: private-sector}\n"
               "  - {id: private-sector, label: P}\n");
    folder_put(f, "vocabulary/memberships.yaml", "memberships:\n  - {id: academia, label: A}\n");
    folder_put(f, "vocabulary/agreement-kinds.yaml",
               "agreement_kinds:\n  - {id: mou, label: M}\n  - {id: sponsorship, label: S}\n"
               "  - {id: addendum, label: A}\n");
}

static void an_agreement(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    put_base(&f);
    folder_put(&f, "agreements/2024/a-1.yaml",
               "\xEF\xBB\xBFid: a-1\r\ntitle: {en: Yes, ar: \"نص\", zh: 数字, es: Sí}\r\n"
               "kind: mou\r\nsigned: 2024-02-29\r\npartners: [zeta, alfa]\r\n"
               "contributions:\r\n"
               "  - {from: zeta, amount: 1000000.5, currency: EUR}\r\n"
               "  - {from: alfa, amount: 010, currency: JPY, form: in-kind}\r\n"
               "  - {from: itu, amount: 1.234, currency: KWD, usd: 4.01}\r\n"
               "regions: {EUR: 0.5, AFR: 2}\r\ncountries: [NO, KE]\r\n"
               "priorities: {kap-b: 66.7, kap-a: 33.3}\r\nsdgs: [9, 17]\r\n"
               "objective: |\r\n  Uno\r\n\r\n  dos\r\n"
               "publish: internal\r\nsample: true\r\n");
    folder_put(&f, "partners/alfa.yaml", "id: alfa\nname: Alfa\ntype: foundation\n");
    const struct records *r = records_read(f.a, f.d, f.path);
    assert_string_equal(folder_said(&f), "");
    assert_int_equal(r->agreement_n, 1);
    const struct agreement *g = r->agreement[0];
    assert_string_equal(g->id, "a-1");
    assert_string_equal(g->title.in[LANG_EN], "Yes");
    assert_string_equal(g->title.in[LANG_AR], "نص");
    assert_int_equal(g->title.place[LANG_ZH].line, 2);
    assert_null(g->title.in[LANG_FR]);
    assert_string_equal(text_in(&g->title, LANG_FR, LANG_ES, NULL), "Sí");
    assert_true(g->objective.single);
    assert_string_equal(g->objective.in[LANG_ES], "Uno\n\ndos");
    assert_string_equal(g->kind->id, "mou");
    assert_int_equal(g->signed_on.day, 29);
    assert_int_equal(date_cmp(g->in_force, g->signed_on), 0);
    assert_false(date_is_set(g->ends));
    assert_int_equal(g->partner_n, 2);
    assert_string_equal(g->partner[0].id, "zeta");
    assert_int_equal(g->partner[1].place.col, 18);
    assert_int_equal(g->contribution_n, 3);
    assert_int_equal(g->contribution[0].amount, 100000050);
    assert_false(g->contribution[0].in_kind);
    assert_false(g->contribution[0].has_usd);
    assert_int_equal(g->contribution[1].amount, 10);
    assert_true(g->contribution[1].in_kind);
    assert_int_equal(g->contribution[2].amount, 1234);
    assert_true(g->contribution[2].has_usd);
    assert_int_equal(g->contribution[2].usd_cents, 401);
    assert_int_equal(g->contribution[2].amount_place.col, 25);
    assert_int_equal(g->region_n, 2);
    assert_string_equal(g->region[0].entry->id, "AFR"); /* the vocabulary's order */
    assert_int_equal(g->region[0].weight, 4 * g->region[1].weight);
    assert_int_equal(g->priority_n, 2);
    assert_string_equal(g->priority[0].entry->id, "kap-a");
    assert_int_equal(g->priority[0].weight * 667, g->priority[1].weight * 333);
    assert_string_equal(g->country[0], "NO");
    assert_int_equal(g->sdg[1], 17);
    assert_true(g->internal);
    assert_true(g->sample);
    folder_close(&f);
}

static void vocabularies_and_site(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    put_base(&f);
    const struct records *r = records_read(f.a, f.d, f.path);
    assert_string_equal(folder_said(&f), "");
    const struct site *s = &r->site;
    assert_string_equal(s->base_url, "https://x.example.org/");
    assert_int_equal(s->languages, 2);
    assert_int_equal(s->order[0], LANG_ES);
    assert_int_equal(s->default_lang, LANG_ES);
    assert_string_equal(s->name.in[LANG_ES], "Acuerdos");
    assert_string_equal(s->font[FACES_LATIN][1], "DejaVu Sans");
    assert_null(s->font[FACES_LATIN][2]);
    assert_null(s->font[FACES_ARABIC]);
    assert_true(s->counting.by_in_force);
    assert_true(s->counting.addenda_with);
    assert_false(s->counting.financial_partner_cash);
    assert_string_equal(map_get(&s->region_colour, "AFR"), "#117733");
    const struct vocab *v = &r->vocab[VOCAB_REGIONS];
    assert_int_equal(v->n, 3);
    assert_string_equal(v->entry[2].id, "EUR");
    assert_int_equal(v->entry[2].index, 2);
    assert_true(v->entry[2].own_translation[LANG_AR]);
    assert_ptr_equal(map_get(&v->by_id, "ARB"), &v->entry[1]);
    v = &r->vocab[VOCAB_PRIORITIES];
    assert_int_equal(v->schemes, 2);
    assert_int_equal(v->scheme[0].until, 2021);
    assert_int_equal(v->scheme[1].until, 0);
    assert_int_equal(v->n, 3);
    assert_int_equal(v->entry[2].scheme, 1);
    v = &r->vocab[VOCAB_PARTNER_TYPES];
    assert_ptr_equal(v->entry[0].rolls_up_to, &v->entry[1]);
    v = &r->vocab[VOCAB_KINDS];
    assert_int_equal(v->entry[0].list_group, 0);
    assert_int_equal(v->entry[1].list_group, 'c');
    assert_int_equal(v->entry[2].list_group, 'd');
    folder_close(&f);
}

static void partners_by_id(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    put_base(&f);
    folder_put(&f, "partners/a-b.yaml", "id: a-b\nname: AB\ntype: foundation\n");
    folder_put(&f, "partners/a.yaml",
               "id: a\nname: {en: A}\nshort: \"1\"\ntype: foundation\nmembership: [academia]\n"
               "country: NO\nformer_names: [{until: 2020-09-01, name: Old}]\n"
               "merged_into: a-b\nmerged_on: 2021-01-01\n");
    folder_put(&f, "partners/broken.yaml", "id: broken\nname: \"x\n");
    const struct records *r = records_read(f.a, f.d, f.path);
    assert_string_equal(folder_said(&f), "2:7 unclosed-quote\n");
    assert_int_equal(r->partner_n, 3);
    const struct partner *a = r->partner[0];
    assert_string_equal(a->id, "a");
    assert_string_equal(r->partner[1]->id, "a-b");
    assert_int_equal(r->partner[1]->index, 1);
    assert_string_equal(a->country, "NO");
    assert_string_equal(a->short_name, "1");
    assert_int_equal(a->membership_n, 1);
    assert_int_equal(a->former_n, 1);
    assert_string_equal(a->former[0].name.in[LANG_ES], "Old");
    assert_string_equal(a->merged_into, "a-b");
    assert_int_equal(a->merged_place.line, 8);
    /* a file that cannot be read still has its id and a name to show */
    const struct partner *broken = map_get(&r->partner_by_id, "broken");
    assert_string_equal(text_in(&broken->name, LANG_EN, LANG_EN, NULL), "broken");
    assert_null(broken->type);
    folder_close(&f);
}

static void rates_history_and_printed_figures(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    put_base(&f);
    folder_put(&f, "rates/b.csv", "effective_date,currency,units_per_usd\r\n"
                                  "2024-05-01,EUR,0.933\r\n2024-01-01,CHF,0.84\r\n");
    folder_put(&f, "rates/a.csv",
               "currency,effective_date,units_per_usd,sample,source\n"
               "EUR,2024-01-01,0.905,true,x\n");
    folder_put(&f, "history/2020.yaml",
               "year: 2020\nsource: Acta\nfigures:\n  agreements.count: 46\n");
    folder_put(&f, "published/d.yaml",
               "document: d\nsource: Papel\nfigures:\n  2024.agreements.count: 89\n"
               "  2024.contributions.partners: {percent: 92, millions: 31.1}\n"
               "rankings:\n  2024.partners: [a, b]\n");
    const struct records *r = records_read(f.a, f.d, f.path);
    assert_string_equal(folder_said(&f), "");
    assert_int_equal(r->rate_n, 3);
    assert_string_equal(r->rate[0].currency->code, "CHF");
    assert_int_equal(r->rate[1].from.month, 1);
    assert_true(r->rate[1].sample);
    assert_int_equal(r->rate[2].units_per_usd.mantissa, 933);
    assert_int_equal(r->rate[2].units_per_usd.scale, 3);
    assert_int_equal(r->history_n, 1);
    assert_int_equal(r->history[0].year, 2020);
    assert_string_equal(r->history[0].figure[0].form[0].value, "46");
    assert_int_equal(r->published_n, 1);
    const struct published *p = &r->published[0];
    assert_string_equal(p->document, "d");
    assert_int_equal(p->n, 2);
    assert_string_equal(p->figure[0].form[0].form, "");
    assert_string_equal(p->figure[1].form[1].form, "millions");
    assert_string_equal(p->figure[1].form[1].value, "31.1");
    assert_int_equal(p->figure[1].form[1].place.col, 56);
    assert_string_equal(p->ranking[0].item[1].id, "b");
    folder_close(&f);
}

static void a_missing_folder_of_partners_is_one_error(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    put_base(&f);
    folder_put(&f, "agreements/2024/a-1.yaml",
               "id: a-1\ntitle: T\nkind: mou\nsigned: 2024-02-29\npartners: [alfa]\n");
    const struct records *r = records_read(f.a, f.d, f.path);
    assert_string_equal(folder_said(&f), "0:0 no-partners\n");
    assert_int_equal(r->partner_n, 0);
    folder_close(&f);
}

/* A pipe for a record is refused, not waited for; its id is known all the same. */
static void a_pipe_is_no_record(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    put_base(&f);
    folder_put(&f, "partners/alfa.yaml", "id: alfa\nname: Alfa\ntype: foundation\n");
    char *path = arena_printf(f.a, "%s/partners/beta.yaml", f.path);
    assert_int_equal(mkfifo(path, 0600), 0);
    folder_note(&f, path);
    const struct records *r = records_read(f.a, f.d, f.path);
    assert_string_equal(folder_said(&f), "0:0 special-file\n");
    assert_true(map_has(&r->partner_by_id, "beta"));
    folder_close(&f);
}

static void documents_pages_and_strings(void **state)
{
    (void)state;
    static const char *const years[][2] = {
        {"one", "2024"}, {"range", "2015-2018"}, {"list", "[2015, 2016]"}};
    struct folder f;
    folder_open(&f);
    put_base(&f);
    for (size_t i = 0; i < 3; i++)
        folder_put(&f, arena_printf(f.a, "documents/%s/document.yaml", years[i][0]),
                   arena_printf(f.a,
                                "id: %s\nyears: %s\ngroup: G\noriginal: en\nsource: S\ntitle: T\n"
                                "languages: [en, ar]\nletters: {en: E, ar: A}\n"
                                "translations: {ar: own}\nlayout: landscape\nrevision: 2\n"
                                "references: [{en: R1}, R2]\ncites: {inf-1: X/INF/1}\n"
                                "contact: {department: D, email: d@example.org}\n",
                                years[i][0], years[i][1]));
    folder_put(&f, "documents/one/en/02-b.md", "b\n");
    folder_put(&f, "documents/one/en/01-a.md", "a\n");
    folder_put(&f, "pages/about/es.md", "x\n");
    folder_put(&f, "strings/es.yaml", "total: \"Total\"\nno: \"No\"\n");
    const struct records *r = records_read(f.a, f.d, f.path);
    assert_string_equal(folder_said(&f), /* each document: the site is not made in Arabic */
                        "7:17 site-language\n7:17 site-language\n7:17 site-language\n");
    assert_int_equal(r->document_n, 3);
    const struct document *list = &r->document[0], *one = &r->document[1];
    assert_string_equal(list->id, "list");
    assert_int_equal(list->from, 2015);
    assert_int_equal(list->until, 2016);
    assert_int_equal(r->document[2].until, 2018);
    assert_int_equal(one->until, 2024);
    assert_true(one->landscape);
    assert_true(one->language[LANG_AR]);
    assert_false(one->language[LANG_ES]);
    assert_string_equal(one->letter[LANG_AR], "A");
    assert_true(one->own_translation[LANG_AR]);
    assert_int_equal(one->revision, 2);
    assert_int_equal(one->reference_n, 2);
    assert_string_equal(one->reference[1].in[LANG_ES], "R2");
    assert_string_equal(one->cite[0].number, "X/INF/1");
    assert_string_equal(one->email, "d@example.org");
    size_t n = 0;
    const struct page_file *files = records_narrative(one, LANG_EN, &n);
    assert_int_equal(n, 2);
    assert_string_equal(files[0].slug, "01-a");
    records_narrative(one, LANG_FR, &n);
    assert_int_equal(n, 0);
    assert_int_equal(r->page_n, 1);
    assert_string_equal(r->page[0].slug, "about");
    assert_int_equal(r->page[0].lang, LANG_ES);
    assert_string_equal(map_get(&r->strings[LANG_ES].text, "no"), "No");
    assert_null(r->strings[LANG_EN].src);
    folder_close(&f);
}

static void an_empty_folder_is_no_crash(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    const struct records *r = records_read(f.a, f.d, f.path);
    assert_int_equal(diags_count(f.d, SEVERITY_ERROR), 6); /* site.yaml and five vocabularies */
    assert_int_equal(r->site.languages, 1);
    assert_null(r->site.base_url);
    folder_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_agreement),
        cmocka_unit_test(vocabularies_and_site),
        cmocka_unit_test(partners_by_id),
        cmocka_unit_test(rates_history_and_printed_figures),
        cmocka_unit_test(a_missing_folder_of_partners_is_one_error),
        cmocka_unit_test(a_pipe_is_no_record),
        cmocka_unit_test(documents_pages_and_strings),
        cmocka_unit_test(an_empty_folder_is_no_crash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
