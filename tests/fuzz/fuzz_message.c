/* Messages of ICU MessageFormat, in all languages: what is found sound can be filled in, what is split
 * for translators joins to what says the same. */
#include "kit.h"

#include "locale/locale.h"

static const char *const langs[] = {"en", "fr", "es", "ar", "zh", "ru"};

static const struct locale *locale_of(size_t i)
{
    static struct locale *open[6];
    if (!open[i])
        open[i] = locale_open(arena_new(), langs[i]);
    return open[i];
}

static const struct value *arguments(struct arena *a, const char *n)
{
    static const char *const text[] = {"name", "title", "year", "list", "country"};
    static const char *const number[] = {"n", "count", "number", "total"};
    struct value *v = value_map(a);
    for (size_t i = 0; i < sizeof text / sizeof *text; i++)
        value_set_string(v, text[i], "{Sample} 'one' #2");
    for (size_t i = 0; i < sizeof number / sizeof *number; i++)
        value_set(v, number[i], value_number(a, n));
    value_set_string(v, "date", "2024-02-29");
    return v;
}

/* Whatever the arguments, filling in gives a text or an error. */
static const char *fill(struct arena *a, const struct locale *l, const char *pattern, const char *n)
{
    const char *error = NULL;
    const char *s = locale_message(a, l, pattern, arguments(a, n), &error);
    HOLDS((s == NULL) == (error != NULL));
    return s;
}

static void joined(struct arena *a, const char *pattern)
{
    struct locale_split split;
    if (!locale_message_split(a, pattern, &split))
        return;
    const char *again = locale_message_join(a, &split), *error = NULL;
    HOLDS(locale_message_read(a, again, &error) != NULL);
    static const char *const numbers[] = {"0", "1", "2", "5", "11", "1.5"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        SAME(fill(a, locale_of(5), again, numbers[i]), fill(a, locale_of(5), pattern, numbers[i]));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = kit_arena();
    char *pattern = kit_utf8(a, data, size);
    const char *error = NULL;
    for (char *p = pattern; *p; p++) /* input/ refuses control characters */
        *p = (unsigned char)*p < 0x20 && *p != '\n' ? ' ' : *p;
    const struct message *m = locale_message_read(a, pattern, &error);
    HOLDS((m == NULL) == (error != NULL));
    for (size_t i = 0; i < 6; i++) {
        const char *wrong = locale_message_check(a, locale_of(i), pattern);
        HOLDS(m || wrong);
        fill(a, locale_of(i), pattern, "1");
    }
    if (m && locale_message_plain(m))
        SAME(fill(a, locale_of(0), pattern, "1"), locale_message_plain(m));
    if (m)
        joined(a, pattern);
    return 0;
}
