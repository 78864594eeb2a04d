/* Translations that come back: whatever a file says, only texts that there are change, into files of the
 * content that read without an error. */
#include "kit.h"

#include "exchange/exchange.h"

static void check_file(const struct records *r, const struct records_draft *f)
{
    size_t n = strlen(r->dir);
    HOLDS(strncmp(f->path, r->dir, n) == 0 && f->path[n] == '/' && !strstr(f->path, "/../"));
}

/* Without strings/: they are a thousand texts, and treated as all others. */
static const struct model *content(void)
{
    static const struct model *built;
    if (!built) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        built = model_build(a, d, records_read(a, d, "tests/golden/small/content"));
    }
    return built;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct model *m = content();
    const struct records *r = model_records(m);
    struct arena *a = kit_arena();
    struct diags *d = diags_new(a);
    struct strings_result got = {0};
    const struct source *src = kit_source(a, "back.xlf", kit_utf8(a, data, size));
    if (strings_import(a, d, m, src, &got)) {
        struct diags *again = diags_new(a);
        HOLDS(!diags_failed(d));
        for (size_t i = 0; i < got.files; i++)
            check_file(r, &got.file[i]);
        records_read_with(a, again, r->dir, got.file, got.files, NULL);
        HOLDS(!diags_failed(again));
    } else {
        HOLDS(diags_failed(d));
    }
    kit_reports(a, d);
    return 0;
}
