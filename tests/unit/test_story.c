/* Stories, opportunities and texts of pages, read into records. */
#include "unit/folder_fixture.h"

#include "records/records.h"

static void put_base(struct folder *f)
{
    folder_put(f, "site.yaml", "name: X\nlanguages: [en, es]\ndefault_language: en\n"
                               "base_url: https://x.example.org/\nfonts: {latin: [Carlito]}\n");
    folder_put(f, "vocabulary/regions.yaml",
               "regions: [{id: AFR, label: Africa}, {id: EUR, label: Europe}]\n");
    folder_put(f, "vocabulary/priorities.yaml",
               "schemes: [{id: new, label: N, from: 2022, priorities: [{id: kap-a, label: A}]}]\n");
    folder_put(f, "vocabulary/partner-types.yaml", "partner_types: [{id: ngo, label: N}]\n");
    folder_put(f, "vocabulary/memberships.yaml", "memberships: [{id: academia, label: A}]\n");
    folder_put(f, "vocabulary/agreement-kinds.yaml", "agreement_kinds: [{id: mou, label: M}]\n");
    folder_put(f, "partners/alfa.yaml", "id: alfa\nname: Alfa\ntype: ngo\n");
}

static void a_story_in_two_languages(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    put_base(&f);
    folder_put(&f, "stories/a/en.md",
               "---\ntitle: One\nsummary: In short\ndate: 2024-06-01\nagreements: [x-1, x-2]\n"
               "partners: [alfa]\nregions: [EUR, AFR]\npriorities: [kap-a]\nsample: true\n---\n"
               "Text.\n");
    folder_put(&f, "stories/a/es.md", "---\ntitle: Uno\nagreements: [x-1, x-2]\n---\nTexto.\n");
    const struct records *r = records_read(f.a, f.d, f.path);
    assert_string_equal(folder_said(&f), "");
    assert_int_equal(r->story_n, 1);
    const struct story *s = &r->story[0];
    assert_string_equal(s->slug, "a");
    assert_string_equal(s->title.in[LANG_EN], "One");
    assert_string_equal(s->title.in[LANG_ES], "Uno");
    assert_null(s->title.in[LANG_FR]);
    assert_string_equal(s->summary.in[LANG_EN], "In short");
    assert_null(s->summary.in[LANG_ES]);
    assert_int_equal(s->date.month, 6);
    assert_int_equal(s->agreement_n, 2);
    assert_string_equal(s->agreement[1].id, "x-2");
    assert_string_equal(s->partner[0].id, "alfa");
    assert_int_equal(s->region_n, 2);
    assert_string_equal(s->region[0]->id, "EUR");
    assert_string_equal(s->priority[0]->id, "kap-a");
    assert_true(s->sample);
    assert_non_null(s->file[LANG_ES].src);
    assert_int_equal(s->file[LANG_ES].use, PAGE_STORY);
    assert_null(s->file[LANG_RU].src);
    folder_close(&f);
}

static void faults_of_stories(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    put_base(&f);
    folder_put(&f, "stories/a/en.md", "Text without settings.\n");
    folder_put(&f, "stories/b/en.md", "---\ntitle: B\n---\nText.\n");
    folder_put(&f, "stories/c/en.md", "---\ntitle: C\ndate: 2024-02-30\n---\nText.\n");
    folder_put(&f, "stories/d/en.md", "---\ntitle: D\ndate: 2024-01-01\npartner: alfa\n---\nT.\n");
    records_read(f.a, f.d, f.path);
    assert_string_equal(folder_said(&f), "1:1 missing-key\n0:0 missing-key\n"
                                         "3:7 bad-date\n4:1 unknown-key\n");
    folder_close(&f);
}

static void an_opportunity(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    put_base(&f);
    folder_put(&f, "opportunities/forum.yaml",
               "id: forum\ntitle: {en: Forum, es: Foro}\nsummary: Short\nevent: The forum\n"
               "price: {amount: 10000.50, up_to: 25000, currency: CHF}\n"
               "benefits: [A stand, {en: A mention, es: Una mención}]\nuse: \"Travel *only*.\"\n"
               "regions: [AFR]\npriorities: [kap-a]\nopens: 2024-03-01\ncloses: 2024-06-30\n"
               "contact: {department: Partnerships, email: p@example.org}\ntaken_by: x-1\n"
               "sample: true\n");
    const struct records *r = records_read(f.a, f.d, f.path);
    assert_string_equal(folder_said(&f), "");
    assert_int_equal(r->opportunity_n, 1);
    const struct opportunity *o = &r->opportunity[0];
    assert_string_equal(o->id, "forum");
    assert_string_equal(o->title.in[LANG_ES], "Foro");
    assert_true(o->price == 1000050 && o->up_to == 2500000);
    assert_string_equal(o->currency->code, "CHF");
    assert_int_equal(o->benefit_n, 2);
    assert_string_equal(o->benefit[1].in[LANG_ES], "Una mención");
    assert_string_equal(o->region[0]->id, "AFR");
    assert_int_equal(o->closes.day, 30);
    assert_string_equal(o->email, "p@example.org");
    assert_string_equal(o->taken_by.id, "x-1");
    assert_true(o->sample);
    folder_close(&f);
}

static void texts_of_pages(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    put_base(&f);
    folder_put(&f, "pages/home/en.md", "One.\n");
    folder_put(&f, "pages/regions/en.md", "Two.\n");
    folder_put(&f, "pages/regions/AFR/en.md", "Three.\n");
    folder_put(&f, "pages/contact/en.md", "---\ntitle: Contact\n---\nFour.\n");
    folder_put(&f, "pages/contact/more/en.md", "Nowhere.\n");
    const struct records *r = records_read(f.a, f.d, f.path);
    assert_int_equal(r->page_n, 4);
    for (size_t i = 0; i < r->page_n; i++)
        assert_int_equal(r->page[i].use, strcmp(r->page[i].slug, "contact") ? PAGE_SLOT : PAGE_OWN);
    assert_string_equal(r->page[3].slug, "regions/AFR");
    assert_string_equal(folder_said(&f), "0:0 unknown-file\n");
    folder_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_story_in_two_languages),
        cmocka_unit_test(faults_of_stories),
        cmocka_unit_test(an_opportunity),
        cmocka_unit_test(texts_of_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
