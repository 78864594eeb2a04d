/* kit.h - what fuzz targets share.
 *
 * A target is a file fuzz_<name>.c with LLVMFuzzerTestOneInput.  It is fed by libFuzzer (make fuzz), or
 * with the files of corpus/<name>/ by replay.c (make test); both count a failed HOLDS as a crash.
 * Bytes become texts as files do: input/ refuses what is no UTF-8, and the text of a form field, a draft
 * or a worker may be any bytes.
 */
#ifndef ACCORD_TESTS_FUZZ_KIT_H
#define ACCORD_TESTS_FUZZ_KIT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "records/records.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What must be so whatever the input; else the run ends with a message. */
#define HOLDS(what) ((what) ? (void)0 : kit_broken(__FILE__, __LINE__, #what))
_Noreturn void kit_broken(const char *file, int line, const char *what);
/* The same for two texts that must be the same; NULL is only the same as NULL. */
#define SAME(a, b) kit_same(__FILE__, __LINE__, (a), (b))
void kit_same(const char *file, int line, const char *a, const char *b);

/* Memory for one input, gone at the next: making it anew would take most of the time. */
struct arena *kit_arena(void);

/* Bytes as a text: what input/ refuses becomes U+FFFD, which is what is no UTF-8, NUL, and CR without LF. */
char *kit_utf8(struct arena *a, const uint8_t *data, size_t size);
char *kit_any(struct arena *a, const uint8_t *data, size_t size); /* the same with CR as it is */
const struct source *kit_source(struct arena *a, const char *path, const char *text);

/* One input as several files, for people to read: lines "=== path" begin one each.  What stands before
 * the first is the file "". */
enum { KIT_FILES = 64 };
struct kit_files {
    struct records_draft file[KIT_FILES]; /* texts in UTF-8 */
    size_t n;
};
struct kit_files kit_split(struct arena *a, const uint8_t *data, size_t size);
const char *kit_file(const struct kit_files *f, const char *path); /* NULL: there is none */

/* All reports as accord prints them, after a look at them: each stands within its file, the text for
 * people holds nothing that a terminal would obey, and what is for programs is JSON. */
const char *kit_reports(struct arena *a, struct diags *d);

/* Numbers drawn from an input, for targets that want some beside a text; 0 when it is used up. */
struct kit_bytes {
    const uint8_t *p;
    size_t n;
};
unsigned kit_byte(struct kit_bytes *b);
int64_t kit_int64(struct kit_bytes *b);
unsigned kit_below(struct kit_bytes *b, unsigned n); /* 0 to n - 1 */

/* The sample content of tests/golden/<name> with the words that ship, read and joined once. */
struct kit_content {
    struct arena *arena;
    struct diags *diags;
    struct records *records;
    const struct model *model;
};
const struct kit_content *kit_content(const char *name);

#endif
