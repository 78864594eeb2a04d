/* Cells of CSV: quotes, and texts that read as formulas. */
#include "unit.h"

#include "base/buf.h"
#include "base/csv_write.h"

static void assert_cell(const char *text, const char *written)
{
    struct buf out = BUF_INIT;
    csv_write_cell(&out, text);
    assert_string_equal(buf_str(&out), written);
    buf_free(&out);
}

static void plain_text_stays_as_it_is(void **state)
{
    (void)state;
    assert_cell("", "");
    assert_cell("United Nations", "United Nations");
    assert_cell("اتفاق", "اتفاق");
    assert_cell("a=b", "a=b");
}

static void commas_quotes_and_lines_are_quoted(void **state)
{
    (void)state;
    assert_cell("a,b", "\"a,b\"");
    assert_cell("say \"so\"", "\"say \"\"so\"\"\"");
    assert_cell("one\ntwo", "\"one\ntwo\"");
    assert_cell("one\r\ntwo", "\"one\r\ntwo\"");
    assert_cell("اتفاق، \"واحد\"", "\"اتفاق، \"\"واحد\"\"\"");
}

static void formulas_are_texts(void **state)
{
    (void)state;
    assert_cell("=1+1", "\"'=1+1\"");
    assert_cell("+41 22", "\"'+41 22\"");
    assert_cell("-", "\"'-\"");
    assert_cell("- none", "\"'- none\"");
    assert_cell("@sum(\"a\")", "\"'@sum(\"\"a\"\")\"");
    assert_cell("\tx", "\"'\tx\"");
    assert_cell("\rx", "\"'\rx\"");
}

/* text: as it is; cell: as a reader of CSV has it. */
static void one_apostrophe_less_is_the_text(void **state)
{
    (void)state;
    static const struct {
        const char *text, *written, *cell;
    } rows[] = {
        {"=1", "\"'=1\"", "'=1"},         {"'=1", "\"''=1\"", "''=1"},
        {"''+1", "\"'''+1\"", "'''+1"},   {"'-5", "\"''-5\"", "''-5"},
        {"\n=1", "\"'\n=1\"", "'\n=1"},   {"＝1", "\"'＝1\"", "'＝1"},
        {"＋－＠", "\"'＋－＠\"", "'＋－＠"}, {"'tis", "'tis", "'tis"},
        {"'", "'", "'"},                  {"-5", "-5", "-5"},
        {"", "", ""},                     {"中文", "中文", "中文"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_cell(rows[i].text, rows[i].written);
        assert_string_equal(csv_write_plain(rows[i].cell), rows[i].text);
    }
}

static void numbers_below_zero_are_numbers(void **state)
{
    (void)state;
    assert_cell("-12.50", "-12.50");
    assert_cell("-7", "-7");
    assert_cell("-7-8", "\"'-7-8\"");
    assert_cell("+7", "\"'+7\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_stays_as_it_is),
        cmocka_unit_test(commas_quotes_and_lines_are_quoted),
        cmocka_unit_test(formulas_are_texts),
        cmocka_unit_test(one_apostrophe_less_is_the_text),
        cmocka_unit_test(numbers_below_zero_are_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
