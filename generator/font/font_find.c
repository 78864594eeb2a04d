#include "font/font_find.h"

#include "font/fonts.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include <string.h>

struct font_files {
    struct arena *arena;
    FcConfig *config; /* NULL: closed */
    FcFontSet *all;   /* every installed face, or those of the usual folders */
    bool whole;       /* the former */
};

/* Where Debian installs fonts and people put their own; caches are the same as the full
 * configuration's, whose reading takes several times as long as all else here. */
static const char usual[] =
    "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\"><fontconfig>"
    "<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir><dir prefix=\"xdg\">fonts</dir>"
    "<dir>~/.fonts</dir><cachedir>/var/cache/fontconfig</cachedir>"
    "<cachedir prefix=\"xdg\">fontconfig</cachedir></fontconfig>";

static void close_files(void *p)
{
    struct font_files *f = p;
    if (f->all)
        FcFontSetDestroy(f->all);
    if (f->config)
        FcConfigDestroy(f->config);
    f->all = NULL;
    f->config = NULL;
}

static FcConfig *load_usual(void)
{
    FcConfig *config = FcConfigCreate();
    if (config && FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)usual, FcFalse) &&
        FcConfigBuildFonts(config))
        return config;
    if (config)
        FcConfigDestroy(config);
    return NULL;
}

static bool load(struct font_files *f, bool whole)
{
    close_files(f);
    f->whole = whole;
    f->config = whole ? FcInitLoadConfigAndFonts() : load_usual();
    if (!f->config)
        return false;
    FcPattern *any = FcPatternCreate();
    FcObjectSet *wanted =
        FcObjectSetBuild(FC_FAMILY, FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, FC_WIDTH, FC_SCALABLE,
                         FC_FONTFORMAT, FC_VARIABLE, FC_FONTVERSION, (char *)NULL);
    f->all = FcFontList(f->config, any, wanted);
    FcObjectSetDestroy(wanted);
    FcPatternDestroy(any);
    return f->all != NULL;
}

/* Looks wherever fontconfig is told to; false when that was done. */
static bool look_further(struct font_files *f)
{
    return !f->whole && load(f, true);
}

/* Who names a configuration of their own means that one. */
static bool is_configured(void)
{
    static const char *const names[] = {"FONTCONFIG_FILE", "FONTCONFIG_PATH",
                                        "FONTCONFIG_SYSROOT"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (getenv(names[i]))
            return true;
    return false;
}

struct font_files *font_find_open(struct arena *a)
{
    struct font_files *f = ARENA_NEW(a, struct font_files);
    f->arena = a;
    arena_defer(a, close_files, f);
    return (!is_configured() && load(f, false)) || load(f, true) ? f : NULL;
}

static int integer(const FcPattern *p, const char *object, int otherwise)
{
    int value;
    return FcPatternGetInteger(p, object, 0, &value) == FcResultMatch ? value : otherwise;
}

/* One of a face's names, in whatever language, is exactly this one. */
static bool is_family(const FcPattern *p, const char *family)
{
    FcChar8 *name;
    for (int i = 0; FcPatternGetString(p, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (strcmp((const char *)name, family) == 0)
            return true;
    return false;
}

/* Outlines that PDF can embed, in a plain file: no bitmaps, Type 1 or instances of variable
 * fonts. */
static bool is_usable(const FcPattern *p)
{
    FcBool scalable = FcFalse, variable = FcFalse;
    FcChar8 *format = NULL;
    FcPatternGetBool(p, FC_SCALABLE, 0, &scalable);
    FcPatternGetBool(p, FC_VARIABLE, 0, &variable);
    FcPatternGetString(p, FC_FONTFORMAT, 0, &format);
    return scalable && !variable && format && integer(p, FC_INDEX, 0) >> 16 == 0 &&
           (strcmp((const char *)format, "TrueType") == 0 ||
            strcmp((const char *)format, "CFF") == 0) &&
           integer(p, FC_WIDTH, FC_WIDTH_NORMAL) == FC_WIDTH_NORMAL;
}

/* How far a face is from a weight; below 0: not that weight at all. */
static int weight_distance(const FcPattern *p, bool bold)
{
    int weight = integer(p, FC_WEIGHT, FC_WEIGHT_REGULAR);
    int wanted = bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR;
    int least = bold ? FC_WEIGHT_DEMIBOLD : FC_WEIGHT_BOOK;
    int most = bold ? FC_WEIGHT_EXTRABOLD : FC_WEIGHT_MEDIUM;
    if (weight < least || weight > most)
        return -1;
    return weight > wanted ? weight - wanted : wanted - weight;
}

/* Whether a goes before b, both of one family and style. */
static bool goes_before(const FcPattern *a, const FcPattern *b, bool bold)
{
    int nearer = weight_distance(a, bold) - weight_distance(b, bold);
    int newer = integer(b, FC_FONTVERSION, 0) - integer(a, FC_FONTVERSION, 0);
    FcChar8 *path_a, *path_b;
    if (nearer || newer)
        return nearer ? nearer < 0 : newer < 0;
    if (FcPatternGetString(a, FC_FILE, 0, &path_a) != FcResultMatch ||
        FcPatternGetString(b, FC_FILE, 0, &path_b) != FcResultMatch)
        return false;
    int order = strcmp((const char *)path_a, (const char *)path_b);
    return order ? order < 0 : integer(a, FC_INDEX, 0) < integer(b, FC_INDEX, 0);
}

static const FcPattern *best_of(const struct font_files *f, const char *family,
                                enum font_weight w)
{
    bool bold = w & FONT_BOLD, italic = w & FONT_ITALIC;
    const FcPattern *best = NULL;
    for (int i = 0; f->all && i < f->all->nfont; i++) {
        const FcPattern *p = f->all->fonts[i];
        if (!is_family(p, family) || !is_usable(p) || weight_distance(p, bold) < 0 ||
            (integer(p, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN) != italic)
            continue;
        if (!best || goes_before(p, best, bold))
            best = p;
    }
    return best;
}

struct font_file font_find_file(struct font_files *f, const char *family, enum font_weight w)
{
    const FcPattern *best = best_of(f, family, w);
    if (!best && look_further(f))
        best = best_of(f, family, w);
    FcChar8 *path;
    if (!best || FcPatternGetString(best, FC_FILE, 0, &path) != FcResultMatch)
        return (struct font_file){NULL, 0};
    return (struct font_file){arena_strdup(f->arena, (const char *)path),
                              (unsigned)integer(best, FC_INDEX, 0)};
}

static bool has_family(const struct font_files *f, const char *family)
{
    for (int i = 0; f->all && i < f->all->nfont; i++)
        if (is_family(f->all->fonts[i], family))
            return true;
    return false;
}

bool font_find_has_family(struct font_files *f, const char *family)
{
    return has_family(f, family) || (look_further(f) && has_family(f, family));
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *font_find_nearest(struct font_files *f, const char *family)
{
    VEC(const char *) names = {0};
    FcChar8 *name;
    for (int i = 0; f->all && i < f->all->nfont; i++)
        for (int k = 0; FcPatternGetString(f->all->fonts[i], FC_FAMILY, k, &name) == FcResultMatch;
             k++)
            VEC_PUSH(f->arena, &names, (const char *)name);
    if (names.n == 0)
        return NULL;
    qsort(names.p, names.n, sizeof *names.p, by_name); /* so that ties go the same way */
    VEC_PUSH(f->arena, &names, NULL);
    return nearest_of(names.p, family);
}

const char *font_find_package(const char *family)
{
    static const struct {
        const char *family, *package;
    } known[] = {
        {"Amiri", "fonts-hosny-amiri"},
        {"Caladea", "fonts-crosextra-caladea"},
        {"Carlito", "fonts-crosextra-carlito"},
        {"DejaVu Sans", "fonts-dejavu-core"},
        {"Liberation Sans", "fonts-liberation"},
        {"Noto Naskh Arabic", "fonts-noto-core"},
        {"Noto Sans", "fonts-noto-core"},
        {"Noto Sans Arabic", "fonts-noto-core"},
        {"Noto Sans CJK SC", "fonts-noto-cjk"},
        {"Noto Serif CJK SC", "fonts-noto-cjk"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].family, family) == 0)
            return known[i].package;
    return NULL;
}

struct paths {
    struct arena *arena;
    VEC(const char *) list;
};

/* Takes the list. */
static void add_all(struct paths *p, FcStrList *from)
{
    for (const FcChar8 *s; from && (s = FcStrListNext(from));)
        VEC_PUSH(p->arena, &p->list, arena_strdup(p->arena, (const char *)s));
    if (from)
        FcStrListDone(from);
}

/* Takes the configuration. */
static void add_config(struct paths *p, FcConfig *config)
{
    if (!config)
        return;
    add_all(p, FcConfigGetConfigFiles(config));
    add_all(p, FcConfigGetFontDirs(config));
    FcConfigDestroy(config);
}

size_t font_sources(struct arena *a, const char *const **path)
{
    struct paths p = {.arena = a};
    add_config(&p, load_usual());
    add_config(&p, FcInitLoadConfigAndFonts());
    size_t before = p.list.n;
    for (const char *file; (file = font_hyphenate_file(p.list.n - before));)
        VEC_PUSH(a, &p.list, file);
    *path = p.list.p;
    return p.list.n;
}
