#include "font/fonts.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "font/font_find.h"

#include <string.h>

static const enum phrase style_names[FONT_WEIGHTS] = {PHRASE_FACE_REGULAR, PHRASE_FACE_BOLD,
                                                    PHRASE_FACE_ITALIC, PHRASE_FACE_BOLD_ITALIC};

static void close_fonts(void *p)
{
    struct fonts *f = p;
    hb_buffer_destroy(f->buffer);
}

static void report_family(struct diags *d, struct place place, struct font_files *files,
                          const char *family)
{
    diag_report(d, DIAG_FONT_NOT_INSTALLED, place, family);
    const char *package = font_find_package(family);
    const char *nearest = font_find_nearest(files, family);
    if (package)
        diag_hint(d, HINT_COMES_WITH_PACKAGE, package);
    else if (nearest)
        diag_hint(d, HINT_DID_YOU_MEAN, nearest);
}

/* The styles to try for a wanted one, best first: only families after the first may stand in
 * with a plainer style. */
static size_t styles_to_try(enum font_weight w, bool first, enum font_weight style[3])
{
    size_t n = 0;
    style[n++] = w;
    if (!first && w == FONT_BOLD_ITALIC)
        style[n++] = FONT_BOLD;
    if (!first && w != FONT_REGULAR)
        style[n++] = FONT_REGULAR;
    return n;
}

/* The face of a file, opened once. */
static struct face *open_once(struct fonts *f, struct font_file file, const char *family,
                              enum font_weight style)
{
    for (size_t i = 0; i < f->opened.n; i++)
        if (strcmp(f->opened.p[i]->file, file.path) == 0 && f->opened.p[i]->index == file.index)
            return (struct face *)f->opened.p[i];
    struct face *face = font_face_open(f->arena, file.path, file.index, family);
    if (!face)
        return NULL;
    face->info.id = (int)f->opened.n;
    face->info.bold = style & FONT_BOLD;
    face->info.italic = style & FONT_ITALIC;
    VEC_PUSH(f->arena, &f->opened, &face->info);
    return face;
}

static bool open_style(struct fonts *f, struct diags *d, struct place place,
                       struct font_files *files, size_t index, const char *family,
                       enum font_weight w)
{
    enum font_weight style[3];
    size_t n = styles_to_try(w, index == 0, style);
    for (size_t i = 0; i < n; i++) {
        struct font_file file = font_find_file(files, family, style[i]);
        if (!file.path)
            continue;
        f->face[index][w] = open_once(f, file, family, style[i]);
        if (!f->face[index][w])
            diag_report(d, DIAG_FONT_UNREADABLE, place, family, file.path);
        return f->face[index][w] != NULL;
    }
    diag_report(d, DIAG_FONT_STYLE_MISSING, place, family,
                phrase_mark(style_names[style[n - 1]]));
    return false;
}

static bool open_family(struct fonts *f, struct diags *d, struct place place,
                        struct font_files *files, size_t index)
{
    const char *family = f->family[index];
    if (!font_find_has_family(files, family)) {
        report_family(d, place, files, family);
        return false;
    }
    bool ok = true;
    for (int w = 0; ok && w < FONT_WEIGHTS; w++)
        ok = open_style(f, d, place, files, index, family, (enum font_weight)w);
    return ok;
}

/* --- lists by script --- */

static bool is_named(const char *const *list, size_t n, const char *family)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(list[i], family) == 0)
            return true;
    return false;
}

static size_t length_of(const char *const *list)
{
    size_t n = 0;
    while (list && list[n])
        n++;
    return n;
}

/* All families, those of the script's own list first. */
static void set_order(struct fonts *f, const struct font_lists *lists, enum font_script script)
{
    const char *const *own = lists->family[script];
    size_t n = length_of(own), done = 0;
    size_t *order = f->order[script] = ARENA_ARRAY(f->arena, size_t, f->families);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < f->families && !is_named(own, i, own[i]); k++)
            if (strcmp(f->family[k], own[i]) == 0)
                order[done++] = k;
    for (size_t k = 0; k < f->families; k++)
        if (!is_named(own, n, f->family[k]))
            order[done++] = k;
}

/* The families of all lists, each once, are opened: so that all faults are told at once. */
static bool open_all(struct fonts *f, struct diags *d, struct font_files *files,
                     const struct font_lists *lists)
{
    bool ok = true;
    for (int script = 0; script < FONT_SCRIPTS; script++) {
        const char *const *own = lists->family[script];
        f->place[script] = lists->place[script];
        for (size_t i = 0; own && own[i]; i++) {
            if (is_named(f->family, f->families, own[i]))
                continue;
            f->family[f->families++] = own[i];
            ok = open_family(f, d, lists->place[script], files, f->families - 1) && ok;
        }
    }
    return ok;
}

struct fonts *fonts_open_lists(struct arena *a, struct diags *d, const struct font_lists *lists)
{
    size_t n = 0;
    for (int script = 0; script < FONT_SCRIPTS; script++)
        n += length_of(lists->family[script]);
    struct font_files *files = font_find_open(a);
    if (!files || n == 0) {
        diag_report(d, DIAG_NO_FONTS, lists->place[FONT_LATIN],
                    phrase_mark(files ? PHRASE_NO_FONT_NAMED : PHRASE_NO_FONT_AT_ALL));
        return NULL;
    }
    struct fonts *f = ARENA_NEW(a, struct fonts);
    f->arena = a;
    f->face = arena_calloc(a, n, sizeof *f->face);
    f->family = ARENA_ARRAY(a, const char *, n);
    f->buffer = hb_buffer_create();
    f->words = font_words_new(a);
    map_init(&f->hyphens, a);
    arena_defer(a, close_fonts, f);
    if (!open_all(f, d, files, lists))
        return NULL;
    for (int script = 0; script < FONT_SCRIPTS; script++)
        set_order(f, lists, (enum font_script)script);
    return f;
}

struct fonts *fonts_open(struct arena *a, struct diags *d, const char *const *families,
                         struct place place)
{
    struct font_lists lists = {.family = {families}, .place = {place, place, place}};
    return fonts_open_lists(a, d, &lists);
}

struct range {
    unsigned from, to;
    enum font_script script;
};

enum font_script fonts_script(unsigned c)
{
    /* Blocks of Unicode, with the signs that stand in them. */
    static const struct range range[] = {
        {0x0600, 0x06FF, FONT_ARABIC}, {0x0750, 0x077F, FONT_ARABIC},
        {0x0870, 0x08FF, FONT_ARABIC}, {0x1100, 0x11FF, FONT_CJK},
        {0x2E80, 0x9FFF, FONT_CJK},    {0xA960, 0xA97F, FONT_CJK},
        {0xAC00, 0xD7FF, FONT_CJK},    {0xF900, 0xFAFF, FONT_CJK},
        {0xFB50, 0xFDFF, FONT_ARABIC}, {0xFE30, 0xFE4F, FONT_CJK},
        {0xFE70, 0xFEFE, FONT_ARABIC}, {0xFF00, 0xFFEF, FONT_CJK},
        {0x20000, 0x3FFFF, FONT_CJK},
    };
    for (size_t i = 0; i < sizeof range / sizeof *range; i++)
        if (c >= range[i].from && c <= range[i].to)
            return range[i].script;
    return FONT_LATIN;
}

const char *fonts_named_in(const struct fonts *f, const char *character)
{
    unsigned c = 0;
    utf8_decode(character, strlen(character), &c);
    const struct source *src = f->place[fonts_script(c)].src;
    return src ? src->path : "site.yaml";
}

const struct font_face *fonts_face(const struct fonts *f, enum font_weight w)
{
    return &f->face[0][w]->info;
}

size_t fonts_faces(const struct fonts *f, const struct font_face *const **face)
{
    *face = f->opened.p;
    return f->opened.n;
}
