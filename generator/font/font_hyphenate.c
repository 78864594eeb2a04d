/* Which patterns serve a language.  One file per language, whatever else is installed, so that
 * two machines with the same files break lines alike; the names are Debian's. */
#include "font/fonts.h"

#include "base/arena.h"
#include "font/hyphens.h"

#include <string.h>

static const struct {
    const char *lang, *file;
} patterns[] = {
    {"en", "/usr/share/hyphen/hyph_en_US.dic"},
    {"es", "/usr/share/hyphen/hyph_es_ES.dic"},
    {"fr", "/usr/share/hyphen/hyph_fr.dic"},
    {"ru", "/usr/share/hyphen/hyph_ru_RU.dic"},
};

const char *font_hyphenate_file(size_t i)
{
    return i < sizeof patterns / sizeof *patterns ? patterns[i].file : NULL;
}

static struct hyphens *open_patterns(struct fonts *f, const char *lang)
{
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        if (strcmp(patterns[i].lang, lang) == 0)
            return hyphens_open(f->arena, patterns[i].file);
    return NULL;
}

bool *font_hyphenate(struct fonts *f, struct arena *a, const char *lang, const char *word,
                     size_t len)
{
    if (!lang)
        return NULL;
    if (!map_has(&f->hyphens, lang))
        map_set(&f->hyphens, lang, open_patterns(f, lang));
    struct hyphens *h = map_get(&f->hyphens, lang);
    return h ? hyphens_find(h, a, word, len) : NULL;
}
