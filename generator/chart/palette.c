#include "chart/palette.h"

#include "chart/chart.h"

static const struct paint blues[] = {{{0x12, 0x40, 0x6b}, "blue-1"},
                                     {{0x1c, 0x6b, 0xa0}, "blue-2"},
                                     {{0x4f, 0xa3, 0xd6}, "blue-3"},
                                     {{0x9f, 0xd0, 0xef}, "blue-4"}};

static const struct paint tones[CHART_SERIES_MAX] = {
    {{0x2b, 0x1e, 0x66}, "tone-1"}, {{0x2b, 0x45, 0x8c}, "tone-2"},
    {{0x20, 0x66, 0x97}, "tone-3"}, {{0x16, 0x82, 0x84}, "tone-4"},
    {{0x3e, 0x9e, 0x68}, "tone-5"}, {{0x85, 0xb5, 0x4a}, "tone-6"},
    {{0xc3, 0xc8, 0x4b}, "tone-7"}, {{0xf3, 0xe0, 0x7a}, "tone-8"},
};

struct paint palette_step(size_t i, size_t n)
{
    static const unsigned char of_blues[4][4] = {{1}, {0, 2}, {0, 2, 3}, {0, 1, 2, 3}};

    if (n == 0)
        n = 1;
    if (n <= 4)
        return blues[of_blues[n - 1][i % n]];
    if (n > CHART_SERIES_MAX)
        n = CHART_SERIES_MAX;
    return tones[i % n * (CHART_SERIES_MAX - 1) / (n - 1)];
}

/* Relative luminance in 1/10000; the curve of sRGB is met by 0.8 x^2 + 0.2 x^3 to a hundredth. */
static int luminance(struct color c)
{
    const int part[] = {c.r, c.g, c.b}, weight[] = {2126, 7152, 722};
    int64_t sum = 0;

    for (int i = 0; i < 3; i++)
        sum += (int64_t)weight[i] * part[i] * part[i] * (4 * 255 + part[i]);
    return (int)(sum / (5LL * 255 * 255 * 255));
}

struct color palette_on(struct color c)
{
    enum { MIDDLE = 1790 }; /* where black and white are read equally well */

    return luminance(c) < MIDDLE ? (struct color){255, 255, 255} : (struct color){0, 0, 0};
}

bool palette_is_black(struct color c)
{
    return !c.r && !c.g && !c.b;
}
