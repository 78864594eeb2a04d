/* Every format is to give what the C library gives, in any room. */
#include "unit.h"

#include "base/text_format.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static void compare(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

static void compare(const char *fmt, ...)
{
    for (size_t room = 0; room < 80; room++) {
        char own[100], theirs[100];
        va_list a, b;
        memset(own, '#', sizeof own);
        memset(theirs, '#', sizeof theirs);
        va_start(a, fmt);
        va_copy(b, a);
        int n = text_format(own, room, fmt, a), m = vsnprintf(theirs, room, fmt, b);
        va_end(a);
        va_end(b);
        assert_int_equal(n, m);
        assert_memory_equal(own, theirs, sizeof own);
    }
}

static void texts(void **state)
{
    (void)state;
    compare("plain");
    compare("%s", "");
    compare("%s/%s.%s", "a", "a text that is longer than others", "c");
    compare("100 %% of %s", "it");
    compare("[%.*s]", 3, "abcdef");
    compare("[%.*s]%s", 9, "abc", "d");
    compare("[%.*s]", 0, "abc");
    compare("%c%c", 'x', '\0');
    compare("%.2s|%5s|%-5s|%s", "abc", "ab", "ab", "end");
}

static void numbers(void **state)
{
    (void)state;
    compare("%d %d %d %d", 0, -1, INT_MAX, INT_MIN);
    compare("%u %x %X", UINT_MAX, 0xBEEFu, 0xBEEFu);
    compare("%ld %lu %lld %llu", LONG_MIN, ULONG_MAX, LLONG_MIN, ULLONG_MAX);
    compare("%zu %zd", SIZE_MAX, (size_t)7);
    compare("%04d-%02d-%02d", 2024, 5, 14);
    compare("%04d %4d %-4d %+d", -7, -7, 7, 7);
    compare("%08x %3x %02X %llx", 255u, 255u, 10u, 1ull << 40);
    compare("%5.2f and %s, %d", 3.14159, "behind", 8);
    compare("%s %*d %s", "before", 6, 42, "behind");
    compare("%03zu %lx", (size_t)12, 0xFFul);
    compare("%%d %d%%", 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts),
        cmocka_unit_test(numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
