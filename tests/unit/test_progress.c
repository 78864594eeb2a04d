/* The line on a terminal, with a clock that the test turns. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/progress.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct screen {
    struct arena *a;
    struct buf out;
    int64_t clock;
    int columns;
    size_t writes;
    struct progress *p;
};

static void write_out(void *ctx, const char *s, size_t n)
{
    struct screen *t = ctx;
    buf_put(&t->out, s, n);
    t->writes++;
}

static int columns(void *ctx)
{
    return ((struct screen *)ctx)->columns;
}

static int64_t now(void *ctx)
{
    return ((struct screen *)ctx)->clock;
}

static void open_screen(struct screen *t)
{
    *t = (struct screen){.a = arena_new(), .clock = 5000, .columns = 80};
    t->p = progress_new(t->a, &(struct progress_terminal){write_out, columns, now, t});
}

static void close_screen(struct screen *t)
{
    buf_free(&t->out);
    arena_free(t->a);
}

static void step_at(struct screen *t, int64_t clock, size_t done)
{
    t->clock = clock;
    progress_step(t->p, PHRASE_SETTING, done, 13300);
}

static void what_takes_less_than_a_second_shows_nothing(void **state)
{
    (void)state;
    struct screen t;
    open_screen(&t);
    for (size_t i = 0; i < 100; i++)
        step_at(&t, 5000 + (int64_t)i * 10 + 9, i);
    progress_end(t.p);
    assert_int_equal(t.writes, 0);
    close_screen(&t);
}

static void the_line_is_rewritten_and_taken_away(void **state)
{
    (void)state;
    struct screen t;
    open_screen(&t);
    step_at(&t, 6000, 1200);
    step_at(&t, 6050, 1201); /* too soon */
    step_at(&t, 6100, 1202);
    progress_end(t.p);
    progress_end(t.p);
    assert_string_equal(buf_str(&t.out), "\rsetting papers: 1,200 of 13,300\033[K"
                                         "\rsetting papers: 1,202 of 13,300\033[K"
                                         "\r\033[K");
    assert_int_equal(t.writes, 3);
    close_screen(&t);
}

static void it_fits_the_terminal_and_speaks_its_language(void **state)
{
    (void)state;
    struct screen t;
    struct map french;
    open_screen(&t);
    map_init(&french, t.a);
    map_set(&french, "setting", "années : {0} sur {1}");
    map_set(&french, "thousands", "\u202f");
    progress_speak(t.p, &french);
    t.columns = 11;
    step_at(&t, 7000, 3);
    assert_string_equal(buf_str(&t.out), "\rannées : 3\033[K");
    buf_clear(&t.out);
    t.columns = 80;
    step_at(&t, 8000, 1200);
    assert_string_equal(buf_str(&t.out), "\rannées : 1\u202f200 sur 13\u202f300\033[K");
    close_screen(&t);
}

static void nobody_looks(void **state)
{
    (void)state;
    progress_speak(NULL, NULL);
    progress_step(NULL, PHRASE_READING, 1, 0);
    progress_end(NULL);
}

static void numbers_and_times_are_written_for_people(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(progress_number(a, NULL, 999), "999");
    assert_string_equal(progress_number(a, NULL, 1000), "1,000");
    assert_string_equal(progress_number(a, NULL, 21000034), "21,000,034");
    assert_string_equal(progress_seconds(a, NULL, 49), "0.0");
    assert_string_equal(progress_seconds(a, NULL, 7151), "7.2");
    assert_string_equal(progress_seconds(a, NULL, 3600000), "3,600.0");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_takes_less_than_a_second_shows_nothing),
        cmocka_unit_test(the_line_is_rewritten_and_taken_away),
        cmocka_unit_test(it_fits_the_terminal_and_speaks_its_language),
        cmocka_unit_test(nobody_looks),
        cmocka_unit_test(numbers_and_times_are_written_for_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
