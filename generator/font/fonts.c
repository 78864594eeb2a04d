#include "font/fonts.h"

#include "base/arena.h"
#include "font/font_find.h"

#include <string.h>

static const char *const style_names[FONT_WEIGHTS] = {"regular", "bold", "italic", "bold italic"};

static void close_fonts(void *p)
{
    struct fonts *f = p;
    hb_buffer_destroy(f->buffer);
    buf_free(&f->key);
}

static void report_family(struct diags *d, struct place place, struct font_files *files,
                          const char *family)
{
    diag_report(d, DIAG_FONT_NOT_INSTALLED, place, family);
    const char *package = font_find_package(family);
    const char *nearest = font_find_nearest(files, family);
    if (package)
        diag_hint(d, "It comes with the Debian package %s.", package);
    else if (nearest)
        diag_hint(d, "Did you mean \"%s\"?", nearest);
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
    diag_report(d, DIAG_FONT_STYLE_MISSING, place, family, style_names[style[n - 1]]);
    return false;
}

static bool open_family(struct fonts *f, struct diags *d, struct place place,
                        struct font_files *files, size_t index, const char *family)
{
    if (!font_find_has_family(files, family)) {
        report_family(d, place, files, family);
        return false;
    }
    bool ok = true;
    for (int w = 0; ok && w < FONT_WEIGHTS; w++)
        ok = open_style(f, d, place, files, index, family, (enum font_weight)w);
    return ok;
}

struct fonts *fonts_open(struct arena *a, struct diags *d, const char *const *families,
                         struct place place)
{
    size_t n = 0;
    while (families[n])
        n++;
    struct font_files *files = font_find_open(a);
    if (!files || n == 0) {
        diag_report(d, DIAG_NO_FONTS, place, files ? "none is named" : "fontconfig has none");
        return NULL;
    }
    struct fonts *f = ARENA_NEW(a, struct fonts);
    f->arena = a;
    f->families = n;
    f->face = arena_calloc(a, n, sizeof *f->face);
    f->buffer = hb_buffer_create();
    map_init(&f->shaped, a);
    map_init(&f->hyphens, a);
    arena_defer(a, close_fonts, f);
    bool ok = true;
    for (size_t i = 0; i < n; i++) /* all families, so that all faults are told at once */
        ok = open_family(f, d, place, files, i, families[i]) && ok;
    return ok ? f : NULL;
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
