/* Many files, read side by side: what comes of them is as if they had been read one by one. */
#include "unit/folder_fixture.h"

#include "base/crew.h"
#include "records/records.h"

#include <stdatomic.h>

enum { MANY = 300, JOBS = 5000, MEMBERS = 4 };

struct done {
    atomic_int times[JOBS];
    atomic_int strangers;
};

static void do_job(void *ctx, unsigned member, size_t job)
{
    struct done *d = ctx;
    atomic_fetch_add(&d->times[job], 1);
    atomic_fetch_add(&d->strangers, member >= MEMBERS);
}

static void a_crew_does_each_job_once(void **state)
{
    (void)state;
    struct done *d = calloc(1, sizeof *d);
    assert_non_null(d);
    crew_run(MEMBERS, JOBS, do_job, d);
    crew_run(1, JOBS, do_job, d);
    crew_run(MEMBERS, 0, do_job, d);
    for (int i = 0; i < JOBS; i++)
        assert_int_equal(d->times[i], 2);
    assert_int_equal(d->strangers, 0);
    assert_int_equal(crew_size(0), 1);
    assert_int_equal(crew_size(1), 1);
    free(d);
}

static void put_base(struct folder *f)
{
    folder_put(f, "site.yaml", "name: S\nlanguages: [en]\ndefault_language: en\n"
                               "fonts: {latin: [Carlito]}\n");
    folder_put(f, "vocabulary/regions.yaml", "regions:\n  - {id: AFR, label: Africa}\n");
    folder_put(f, "vocabulary/priorities.yaml",
               "schemes:\n  - {id: s, label: S, from: 2015, priorities: [{id: p, label: P}]}\n");
    folder_put(f, "vocabulary/partner-types.yaml", "partner_types:\n  - {id: ngo, label: N}\n");
    folder_put(f, "vocabulary/memberships.yaml", "memberships:\n  - {id: m, label: M}\n");
    folder_put(f, "vocabulary/agreement-kinds.yaml", "agreement_kinds:\n  - {id: mou, label: M}\n");
    folder_put(f, "partners/p.yaml", "id: p\nname: P\ntype: ngo\n");
}

/* Every third is at fault, each in its way; every tenth stands in another folder. */
static void put_agreement(struct folder *f, int i)
{
    const char *name = arena_printf(f->a, "agreements/%s/a-%03d.yaml", i % 10 ? "b" : "2023", i);
    if (i % 9 == 4) {
        folder_put(f, name, "id: [a\n");
        return;
    }
    folder_put(f, name,
               arena_printf(f->a, "id: a-%03d\ntitle: T%d\n%s: mou\nsigned: 2024-%s-01\npartners: [p]\n"
                                  "contributions:\n  - {from: p, amount: %d, currency: USD}\n",
                            i, i, i % 9 == 7 ? "knid" : "kind", i % 9 == 1 ? "13" : "02", i));
}

static enum diag_code fault_of(int i)
{
    return i % 9 == 4 ? DIAG_UNCLOSED_BRACKET : i % 9 == 7 ? DIAG_UNKNOWN_KEY : DIAG_BAD_DATE;
}

static void many_files_are_as_one_by_one(void **state)
{
    (void)state;
    struct folder f;
    const struct diag *told;
    folder_open(&f);
    put_base(&f);
    for (int i = 0; i < MANY; i++)
        put_agreement(&f, i);
    const struct records *r = records_read(f.a, f.d, f.path);
    assert_int_equal(r->agreement_n, MANY);
    for (int i = 0; i < MANY; i++) {
        const struct agreement *g = r->agreement[i];
        assert_string_equal(g->id, arena_printf(f.a, "a-%03d", i));
        assert_int_equal(g->index, i);
        assert_int_equal(g->contribution_n, i % 9 != 4);
        if (i % 9 != 4)
            assert_int_equal(g->contribution[0].amount, i * 100);
    }
    assert_int_equal(r->files, MANY + 7);
    size_t n = diags_list(f.d, &told), at = 0;
    for (int folder = 0; folder < 2; folder++) /* as they are sorted: "2023", "b" */
        for (int i = 0; i < MANY; i++) {
            bool there = (i % 10 != 0) == (folder == 1);
            if (there && i % 3 == 1) {
                assert_true(at < n);
                assert_int_equal(told[at].code, fault_of(i));
                assert_string_equal(told[at].place.src->path, r->agreement[i]->place.src->path);
                at++;
            }
            if (there && folder == 0 && i % 9 != 4 && i % 9 != 1) {
                assert_true(at < n);
                assert_int_equal(told[at++].code, DIAG_FOLDER_YEAR);
            }
        }
    assert_int_equal(at, n);
    folder_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_crew_does_each_job_once),
        cmocka_unit_test(many_files_are_as_one_by_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
