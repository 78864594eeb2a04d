#include "kit.h"

#include "base/place.h"
#include "base/utf8.h"
#include "input/input_room.h"
#include "model/model.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void kit_broken(const char *file, int line, const char *what)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    abort();
}

void kit_same(const char *file, int line, const char *a, const char *b)
{
    if (a == b || (a && b && strcmp(a, b) == 0))
        return;
    fprintf(stderr, "%s:%d: not the same:\n<<<\n%s\n---\n%s\n>>>\n", file, line, a ? a : "(none)",
            b ? b : "(none)");
    abort();
}

struct arena *kit_arena(void)
{
    static struct arena *a;
    if (!a)
        a = arena_new();
    arena_clear(a);
    return a;
}

static char *text_of(struct arena *a, const uint8_t *data, size_t size, bool file)
{
    const char *s = (const char *)data;
    struct buf out;
    buf_init(&out);
    for (size_t i = 0; i < size;) {
        unsigned c = 0;
        size_t n = utf8_decode(s + i, size - i, &c);
        bool bare = c == '\r' && (i + 1 == size || s[i + 1] != '\n');
        if (n && c && !(file && bare))
            buf_put(&out, s + i, n);
        else
            buf_puts(&out, "\xEF\xBF\xBD");
        i += n ? n : 1;
    }
    return buf_to_arena(&out, a);
}

char *kit_utf8(struct arena *a, const uint8_t *data, size_t size)
{
    return text_of(a, data, size, true);
}

char *kit_any(struct arena *a, const uint8_t *data, size_t size)
{
    return text_of(a, data, size, false);
}

const struct source *kit_source(struct arena *a, const char *path, const char *text)
{
    struct source *s = ARENA_NEW(a, struct source);
    *s = (struct source){.path = path, .text = text, .len = strlen(text)};
    return s;
}

/* --- several files in one --- */

static const char mark[] = "=== ";

static bool begins_file(const char *line)
{
    return strncmp(line, mark, strlen(mark)) == 0;
}

/* The end of the text that begins here: where the next file does. */
static const char *end_of_file(const char *s)
{
    while (*s && !begins_file(s)) {
        s += strcspn(s, "\n");
        s += *s == '\n';
    }
    return s;
}

struct kit_files kit_split(struct arena *a, const uint8_t *data, size_t size)
{
    struct kit_files f = {0};
    const char *s = kit_utf8(a, data, size);
    const char *path = "";
    while (f.n < KIT_FILES) {
        const char *end = end_of_file(s);
        if (*path || end > s)
            f.file[f.n++] =
                (struct records_draft){path, arena_strndup(a, s, (size_t)(end - s))};
        if (!*end)
            break;
        s = end + strlen(mark);
        path = arena_strndup(a, s, strcspn(s, "\n"));
        s += strcspn(s, "\n");
        s += *s == '\n';
    }
    return f;
}

const char *kit_file(const struct kit_files *f, const char *path)
{
    for (size_t i = 0; i < f->n; i++)
        if (strcmp(f->file[i].path, path) == 0)
            return f->file[i].text;
    return NULL;
}

/* --- reports --- */

/* Column one behind the last is where something is missing. */
static void check_place(const struct place *p)
{
    if (!p->src || p->line == 0)
        return;
    HOLDS(p->src->text != NULL);
    int lines = 1;
    for (size_t i = 0; i < p->src->len; i++)
        lines += p->src->text[i] == '\n';
    HOLDS(p->line >= 1 && p->line <= lines);
    size_t n = 0;
    const char *line = place_line(p->src, p->line, &n);
    HOLDS(p->col >= 1 && p->len >= 1);
    HOLDS((size_t)p->col <= utf8_count(line, n) + 2); /* the end of a line may be two bytes */
}

static void check_terminal(const char *s)
{
    size_t n = strlen(s), bad = 0;
    HOLDS(utf8_valid(s, n, &bad));
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        HOLDS(c >= 0x20 || c == '\n' || c == '\t');
        HOLDS(c != 0x7F && !(c == 0xC2 && (unsigned char)s[1] < 0xA0)); /* C1 */
    }
}

static void check_json(struct arena *a, struct diags *d, enum diag_format format)
{
    struct buf b;
    const struct value *v = NULL;
    size_t at = 0;
    const char *what = NULL;
    buf_init(&b);
    diags_write(d, &b, (struct diags_print){.format = format});
    HOLDS(json_read(a, kit_source(a, "reports", b.p), &v, &at, &what));
    buf_free(&b);
}

/* JSON takes far longer than all else: it is looked at for one in sixteen inputs, by what is said. */
static bool is_drawn(const char *said)
{
    unsigned sum = 0;
    for (; *said; said++)
        sum = sum * 31 + (unsigned char)*said;
    return sum % 16 == 0;
}

const char *kit_reports(struct arena *a, struct diags *d)
{
    const struct diag *list = NULL;
    size_t n = diags_list(d, &list);
    for (size_t i = 0; i < n; i++)
        check_place(&list[i].place);
    struct buf b = BUF_INIT;
    diags_write(d, &b, (struct diags_print){.format = DIAG_FORMAT_TEXT});
    const char *said = buf_to_arena(&b, a);
    check_terminal(said);
    if (n && is_drawn(said)) {
        check_json(a, d, DIAG_FORMAT_JSON);
        check_json(a, d, DIAG_FORMAT_SARIF);
    }
    return said;
}

/* --- numbers --- */

unsigned kit_byte(struct kit_bytes *b)
{
    if (!b->n)
        return 0;
    b->n--;
    return *b->p++;
}

int64_t kit_int64(struct kit_bytes *b)
{
    uint64_t n = 0;
    for (int i = 0; i < 8; i++)
        n = n << 8 | kit_byte(b);
    int64_t out;
    memcpy(&out, &n, sizeof out);
    return out;
}

unsigned kit_below(struct kit_bytes *b, unsigned n)
{
    unsigned high = n > 256 ? kit_byte(b) << 8 : 0;
    return (high | kit_byte(b)) % n;
}

/* --- content --- */

static const char *text_of_file(struct arena *a, struct diags *d, const char *path)
{
    const struct source *s = input_read(a, d, path);
    if (!s)
        kit_broken(path, 0, "it can be read; fuzz targets are run from the project's folder");
    return s->text;
}

const struct kit_content *kit_content(const char *name)
{
    static struct kit_content all[4];
    static const char *names[4];
    struct kit_content *c = all;
    for (size_t i = 0; i < 4 && names[i]; i++, c++)
        if (strcmp(names[i], name) == 0)
            return c;
    names[c - all] = name;
    c->arena = arena_new();
    c->diags = diags_new(c->arena);
    const char *dir = arena_printf(c->arena, "tests/golden/%s/content", name);
    struct records_draft words[LANGS];
    for (int i = 0; i < LANGS; i++) {
        words[i].path = arena_printf(c->arena, "%s/strings/%s.yaml", dir, lang_code[i]);
        words[i].text = text_of_file(
            c->arena, c->diags, arena_printf(c->arena, "content/strings/%s.yaml", lang_code[i]));
    }
    c->records = records_read_with(c->arena, c->diags, dir, words, LANGS, NULL);
    records_read_styles(c->records, c->diags, &(struct input_layers){.dir = {"templates"}, .n = 1});
    c->model = model_build(c->arena, c->diags, c->records);
    HOLDS(!diags_failed(c->diags));
    return c;
}
