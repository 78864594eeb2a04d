#include "site/measure.h"

#include "base/utf8.h"

#include <stddef.h>
#include <string.h>

/* Widths of U+0020 to U+007E. */
static const short ascii[] = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 551, 838, 318, 361, 318, 372,  636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556, 1015, 709, 686, 722, 770, 667,
    611, 778, 752, 339, 500, 667, 557, 907, 760, 787, 667, 787, 722, 667, 611, 732,  684, 989, 685,
    667, 685, 390, 372, 390, 838, 556, 500, 613, 635, 548, 635, 610, 344, 635, 634,  278, 278, 579,
    278, 974, 634, 606, 635, 635, 413, 521, 392, 634, 592, 818, 592, 592, 525, 636,  551, 636, 838,
};

/* Widths of U+0410 to U+044F. */
static const short cyrillic[] = {
    684, 686, 686, 610, 781, 667, 1077, 641, 768, 768, 710, 752,  907,  752, 787, 752,
    667, 722, 611, 635, 861, 685, 776,  698, 1069, 1094, 833, 885, 686,  719, 1080, 722,
    613, 617, 589, 525, 691, 615, 901,  532, 650, 650, 604, 639,  754,  654, 612, 654,
    635, 550, 583, 592, 855, 592, 681,  613, 915, 942, 707, 790,  594,  549, 842, 602,
};

/* Letters of U+00C0 to U+00FF without their accents, or others as wide. */
static const char unaccented[] = "AAAAAAMCEEEEIIIIDNOOOOO+OUUUUYPB"
                                 "aaaaaamceeeeiiiidnooooo+ouuuuypy";

static const struct {
    unsigned from, until;
    short width;
} ranges[] = {
    {0x00a0, 0x00a0, 318},  {0x00ab, 0x00ab, 612},  {0x00ad, 0x00ad, 0},    {0x00bb, 0x00bb, 612},
    {0x0300, 0x036f, 0},    {0x0400, 0x052f, 760},  {0x0600, 0x064a, 520},  {0x064b, 0x065f, 0},
    {0x0660, 0x06ff, 520},  {0x2009, 0x2009, 200},  {0x200b, 0x200f, 0},    {0x2013, 0x2013, 560},
    {0x2014, 0x2014, 1000}, {0x2018, 0x2019, 318},  {0x201c, 0x201e, 520},  {0x2026, 0x2026, 1000},
    {0x202a, 0x202e, 0},    {0x202f, 0x202f, 200},  {0x2066, 0x2069, 0},    {0x2116, 0x2116, 1080},
    {0x2e80, 0x9fff, 1000}, {0xff00, 0xff60, 1000},
};

static int width_of(unsigned c)
{
    if (c >= 0x20 && c < 0x7f)
        return ascii[c - 0x20];
    if (c >= 0xc0 && c < 0x100)
        return ascii[unaccented[c - 0xc0] - 0x20];
    if (c >= 0x410 && c < 0x450)
        return cyrillic[c - 0x410];
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i].from && c <= ranges[i].until)
            return ranges[i].width;
    return 760;
}

mpt measure_text(void *ctx, const char *text, struct text_style style)
{
    size_t n = strlen(text);
    int64_t sum = 0;

    (void)ctx;
    for (size_t i = 0; i < n;) {
        unsigned c = 0xfffd;
        size_t step = utf8_decode(text + i, n - i, &c);
        sum += width_of(c);
        i += step ? step : 1;
    }
    int64_t allowance = style.weight & 1 ? 113 : 102; /* bold is wider */
    int64_t width = sum * style.size / 1000 * allowance / 100;
    return width > INT32_MAX ? INT32_MAX : (mpt)width;
}
