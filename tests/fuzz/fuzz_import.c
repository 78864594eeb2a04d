/* Listings of agreements as CSV, over a small sample content: what is made of them reads without an
 * error, no file stands outside the content, and no row is lost.
 *
 * The input is "=== list.csv", and "=== contributions.csv" and "=== map.yaml" where it has them; before
 * them words: "new skip dates=dd/mm/yyyy numbers=1.234,5". */
#include "kit.h"

#include "base/path.h"
#include "exchange/exchange.h"

static const char *stated(struct arena *a, const char *words, const char *name)
{
    const char *at = words ? strstr(words, name) : NULL;
    return at ? arena_strndup(a, at + strlen(name), strcspn(at + strlen(name), " \n")) : NULL;
}

static const struct source *source(struct arena *a, const struct kit_files *in, const char *path)
{
    const char *text = kit_file(in, path);
    return text ? kit_source(a, path, text) : NULL;
}

static void check_file(const struct records *r, const struct records_draft *f)
{
    size_t n = strlen(r->dir);
    HOLDS(strncmp(f->path, r->dir, n) == 0 && f->path[n] == '/');
    HOLDS(!strstr(f->path, "/../") && !strstr(f->path, "//"));
    HOLDS(strncmp(f->path + n, "/agreements/", 12) == 0 || strncmp(f->path + n, "/partners/", 10) == 0);
}

static void check_read(struct arena *a, const struct records *r, const struct import_result *got)
{
    struct records_draft file[LANGS + 1];
    struct diags *d = diags_new(a);
    (void)file;
    records_read_with(a, d, r->dir, got->file, got->files, NULL);
    HOLDS(!diags_failed(d));
}

static const char *run(struct arena *a, const struct kit_files *in)
{
    const struct records *r = kit_content("plain")->records;
    struct diags *d = diags_new(a);
    const char *words = kit_file(in, "");
    struct import_request want = {.list = source(a, in, "list.csv"),
                                  .contributions = source(a, in, "contributions.csv"),
                                  .map = source(a, in, "map.yaml"),
                                  .dates = stated(a, words, "dates="),
                                  .numbers = stated(a, words, "numbers="),
                                  .lists = stated(a, words, "lists="),
                                  .ids = stated(a, words, "ids="),
                                  .delimiter = stated(a, words, "delimiter="),
                                  .new_partners = words && strstr(words, "new"),
                                  .skip_faulty = words && strstr(words, "skip")};
    if (!want.list)
        return "";
    struct import_result got = import_list(a, d, r, &want);
    HOLDS(got.sound || got.left_out || diags_failed(d) || got.rows == 0);
    HOLDS(!got.sound || got.files == got.agreements + got.partners);
    struct buf b;
    buf_init(&b);
    for (size_t i = 0; i < got.files; i++) {
        check_file(r, &got.file[i]);
        buf_printf(&b, "%s\n%s", got.file[i].path, got.file[i].text);
    }
    if (got.sound && got.files)
        check_read(a, r, &got);
    buf_printf(&b, "%s%s%s%s", got.rest ? got.rest : "", got.said ? got.said : "",
               got.map ? got.map : "", kit_reports(a, d));
    return buf_to_arena(&b, a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = kit_arena();
    struct kit_files in = kit_split(a, data, size);
    const char *once = run(a, &in);
    SAME(run(a, &in), once);
    return 0;
}
