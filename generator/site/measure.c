#include "site/measure.h"

#include "base/utf8.h"

#include <string.h>

/* Widths of U+0020 to U+007E. */
static const short ascii[] = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
};

static int width_of(unsigned c)
{
    if (c >= 0x20 && c < 0x7f)
        return ascii[c - 0x20];
    if (c == 0x202f || c == 0x2009)
        return 200; /* thin spaces */
    if ((c >= 0x300 && c < 0x370) || (c >= 0x64b && c < 0x660) || c == 0x200b || c == 0xad)
        return 0; /* marks and invisible characters */
    if (c >= 0x2e80 && c < 0xa000)
        return 1000; /* ideographs and their punctuation */
    if (c >= 0xff00 && c < 0xff61)
        return 1000;
    if (c >= 0xc0 && c < 0x100)
        return c < 0xe0 ? 700 : 556;
    if (c >= 0x400 && c < 0x530)
        return 640; /* Cyrillic */
    return 600;
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
    int64_t allowance = style.weight & 1 ? 116 : 108; /* bold is wider */
    int64_t width = sum * style.size / 1000 * allowance / 100;
    return width > INT32_MAX ? INT32_MAX : (mpt)width;
}
