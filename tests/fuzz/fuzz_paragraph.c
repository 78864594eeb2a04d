/* A paragraph from its words to its lines: each character is printed once, no line is wider than the
 * measure, and twice the same gives the same.
 *
 * The first line says how it is set, each word where it is meant: "ar 120 justify hyphenate note". */
#include "kit.h"

#include "base/utf8.h"
#include "scene/scene.h"
#include "typeset/typeset.h"

#include <stdlib.h>

struct how {
    enum lang lang;
    mpt width; /* in pt, then in mpt */
    bool justify, hyphenate, note, bold;
};

static struct how read_how(struct arena *a, const char *line)
{
    struct how h = {.width = 200};
    while (*line) {
        size_t n = strcspn(line, " ");
        const char *word = arena_strndup(a, line, n);
        if (lang_of(word) >= 0)
            h.lang = (enum lang)lang_of(word);
        else if (*word >= '0' && *word <= '9')
            h.width = (mpt)(strtol(word, NULL, 10) % 600);
        h.justify = h.justify || strcmp(word, "justify") == 0;
        h.hyphenate = h.hyphenate || strcmp(word, "hyphenate") == 0;
        h.note = h.note || strcmp(word, "note") == 0;
        h.bold = h.bold || strcmp(word, "bold") == 0;
        line += n + (line[n] == ' ');
    }
    h.width = (h.width < 40 ? 40 : h.width) * MPT;
    return h;
}

static struct arena *fonts_arena;

static void close_fonts(void)
{
    arena_free(fonts_arena);
}

/* Fonts remember the words they have set: they are opened anew before that is much. */
static struct fonts *fonts(void)
{
    static const char *const latin[] = {"Carlito", NULL}, *const arabic[] = {"Noto Naskh Arabic", NULL},
                            *const cjk[] = {"Noto Sans CJK SC", NULL};
    static struct fonts *open;
    static int used;
    if (used == 0)
        atexit(close_fonts);
    if (used++ % 20000 == 0) {
        struct font_lists lists = {{latin, arabic, cjk}, {{0}}};
        arena_free(fonts_arena);
        fonts_arena = arena_new();
        open = fonts_open_lists(fonts_arena, diags_new(fonts_arena), &lists);
        HOLDS(open != NULL);
    }
    return open;
}

static const struct locale *locale_in(enum lang lang)
{
    static struct locale *open[LANGS];
    if (!open[lang])
        open[lang] = locale_open(arena_new(), lang_code[lang]);
    return open[lang];
}

/* White space goes or comes where lines end. */
static size_t white(const char *s)
{
    static const char *const wide[] = {"\u00a0", "\u00ad", "\u2028", "\u2029", "\xC2\x85", NULL};
    if ((unsigned char)*s <= 0x20)
        return 1;
    for (size_t i = 0; wide[i]; i++)
        if (strncmp(s, wide[i], strlen(wide[i])) == 0)
            return strlen(wide[i]);
    return 0;
}

static int by_value(const void *a, const void *b)
{
    unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;
    return (x > y) - (x < y);
}

/* The characters of a text in the order of their numbers: lines that read from the right are printed in
 * another order than they are written. */
struct letters {
    unsigned *p;
    size_t n;
};
static struct letters letters_of(struct arena *a, const char *s)
{
    struct letters l = {ARENA_ARRAY(a, unsigned, strlen(s) + 1), 0};
    while (*s) {
        size_t n = white(s);
        unsigned c = 0;
        if (!n) {
            n = utf8_decode(s, strlen(s), &c);
            l.p[l.n++] = c;
        }
        s += n;
    }
    qsort(l.p, l.n, sizeof *l.p, by_value);
    return l;
}

static void check_letters(struct arena *a, const char *text, const char *printed)
{
    struct letters want = letters_of(a, text), got = letters_of(a, printed);
    if (want.n != got.n || (want.n && memcmp(want.p, got.p, want.n * sizeof *want.p) != 0))
        SAME(printed, text); /* shows both */
}

static void check_prim(const struct prim *t, const struct typeset_style *s)
{
    mpt right = s->page_width - s->margin_end, space = 0;
    size_t n = strlen(t->text);
    if (n && t->text[n - 1] == ' ' && !t->rtl) /* it hangs over */
        space = t->style.size / 2 + (t->word_space > 0 ? t->word_space : 0);
    HOLDS(t->advance >= 0);
    HOLDS(t->x >= s->margin_start - 2 * t->style.size);
    HOLDS(t->x + t->advance <= right + space + t->style.size);
}

static struct inlines words_of(struct arena *a, const struct how *h, const char *text)
{
    struct inl *i = ARENA_ARRAY(a, struct inl, 3);
    size_t half = strlen(text) / 2;
    while (half && ((unsigned char)text[half] & 0xC0) == 0x80)
        half--;
    i[0].text = arena_strndup(a, text, half);
    i[1] = (struct inl){.kind = INLINE_NOTE_MARK, .note = 1};
    i[2].text = text + half;
    i[2].weight = h->bold ? FONT_BOLD : FONT_REGULAR;
    if (!h->note)
        i[1] = i[2];
    return (struct inlines){i, h->note ? 3 : 2};
}

static const char *set(struct arena *a, const struct how *h, const char *text)
{
    struct diags *d = diags_new(a);
    struct inl note_words = {.text = "note"};
    struct note note = {.text = {&note_words, 1}};
    struct block *b = ARENA_NEW(a, struct block);
    *b = (struct block){.kind = BLOCK_PARAGRAPH, .text = words_of(a, h, text), .justify = h->justify};
    struct typeset_doc doc = {.block = &b, .n = 1, .note = &note, .notes = h->note,
                              .style = typeset_style_default(false), .lang = lang_code[h->lang]};
    doc.style.page_height = 3000 * MPT;
    doc.style.page_width = doc.style.margin_start + h->width + doc.style.margin_end;
    doc.style.hyphenate = h->hyphenate;
    struct pages *p = typeset(a, d, fonts(), locale_in(h->lang), &doc);
    struct buf printed, dump;
    buf_init(&printed);
    buf_init(&dump);
    for (size_t k = 0; k < p->n; k++) {
        const struct scene *page = typeset_page(p, k);
        for (size_t i = 0; i < page->n; i++) {
            const struct prim *t = &page->prim[i];
            if (t->kind != PRIM_TEXT || t->element == ELEMENT_NONE)
                continue;
            check_prim(t, &doc.style);
            buf_puts(&printed, t->actual ? "" : t->text);
        }
        scene_dump_write(page, p->structure, &dump);
    }
    const char *all = h->note ? arena_printf(a, "%s11note", text) : text;
    check_letters(a, all, printed.p);
    buf_puts(&dump, kit_reports(a, d));
    buf_free(&printed);
    return buf_to_arena(&dump, a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = kit_arena();
    const char *s = kit_utf8(a, data, size);
    size_t n = strcspn(s, "\n");
    struct how h = read_how(a, arena_strndup(a, s, n));
    const char *text = s + n + (s[n] == '\n'), *once = set(a, &h, text);
    SAME(set(a, &h, text), once);
    return 0;
}
