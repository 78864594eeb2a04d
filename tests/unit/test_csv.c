/* CSV of RFC 4180, with the place of each cell. */
#include "unit/input_fixture.h"

static const char *cells(struct input_fixture *f)
{
    struct buf out = BUF_INIT;
    const struct csv *csv = input_csv(f->a, f->d, &f->src);
    for (size_t i = 0; csv && i <= csv->n; i++) {
        const struct csv_row *row = i ? &csv->row[i - 1] : &csv->head;
        for (size_t k = 0; k < row->n; k++)
            buf_printf(&out, "%d:%d+%d(%s)", row->cell[k].place.line, row->cell[k].place.col,
                       row->cell[k].place.len, row->cell[k].text);
        buf_putc(&out, '\n');
    }
    return buf_to_arena(&out, f->a);
}

static void reads(const char *text, const char *expected, const char *said)
{
    struct input_fixture f = input_open("r.csv", text);
    assert_string_equal(cells(&f), expected);
    assert_string_equal(input_said(&f), said);
    input_close(&f);
}

static void plain_and_quoted_cells(void **state)
{
    (void)state;
    reads("a,b\n1,2\n", "1:1+1(a)1:3+1(b)\n2:1+1(1)2:3+1(2)\n", "");
    reads("a,b\r\n\"x, \"\"y\"\"\",é \r\n,\r\nz,w",
          "1:1+1(a)1:3+1(b)\n2:1+10(x, \"y\")2:12+1(é)\n4:1+1(z)4:3+1(w)\n", "");
    reads("a,b\n\"one\ntwo\",x\n3,4\n",
          "1:1+1(a)1:3+1(b)\n2:1+4(one\ntwo)3:6+1(x)\n4:1+1(3)4:3+1(4)\n", "");
    reads("\n\na,b\n\n , \n1,\n", "3:1+1(a)3:3+1(b)\n6:1+1(1)6:3+1()\n", "");
}

static void faults(void **state)
{
    (void)state;
    reads("", "", "0:0 empty-file\n");
    reads("a,b\n1,2,3\n4\n5,6\n", "1:1+1(a)1:3+1(b)\n4:1+1(5)4:3+1(6)\n",
          "2:1 csv-cells\n3:1 csv-cells\n");
    reads("a,b\n1,\"x\ny\n", "1:1+1(a)1:3+1(b)\n", "2:3 csv-quote\n");
    reads("a,b\n\"x\"y,2\n3,4\n", "1:1+1(a)1:3+1(b)\n3:1+1(3)3:3+1(4)\n", "2:4 csv-quote\n");
    reads("a,b\nx \"y\",2\n", "1:1+1(a)1:3+1(b)\n", "2:3 csv-quote\n");
}

static void faulty_rows_stand_apart_as_they_are(void **state)
{
    (void)state;
    const char *text = "a;b\r\n1;2;3\r\n4;\"5\n;\"\r\nx,y;\"z\"!\r\n";
    struct input_fixture f = input_open("r.csv", text);
    const struct csv *csv = input_csv_divided(f.a, f.d, &f.src, ';');
    assert_string_equal(input_said(&f), "2:1 csv-cells\n5:8 csv-quote\n");
    assert_int_equal(csv->n, 1);
    assert_string_equal(csv->row[0].cell[1].text, "5\n;");
    assert_int_equal(csv->faults, 2);
    const struct csv_row *row = csv->faulty;
    assert_memory_equal(text + row[0].from, "1;2;3\r\n", row[0].to - row[0].from);
    assert_memory_equal(text + row[1].from, "x,y;\"z\"!\r\n", row[1].to - row[1].from);
    input_close(&f);
}

/* a row of n cells, the last of them "z" */
static const char *row_of(struct buf *b, size_t n)
{
    while (n-- > 1)
        buf_putc(b, ',');
    buf_puts(b, "z\n");
    return buf_str(b);
}

static void rows_have_no_end_of_cells(void **state)
{
    (void)state;
    struct buf b = BUF_INIT;
    struct input_fixture f = input_open("r.csv", row_of(&b, INPUT_COLUMNS_MAX));
    const struct csv *csv = input_csv(f.a, f.d, &f.src);
    assert_int_equal(csv->head.n, INPUT_COLUMNS_MAX);
    assert_string_equal(csv->head.cell[INPUT_COLUMNS_MAX - 1].text, "z");
    assert_string_equal(input_said(&f), "");
    input_close(&f);
    buf_clear(&b);
    reads(row_of(&b, INPUT_COLUMNS_MAX + 1), "", "1:501 csv-columns\n");
    buf_clear(&b);
    buf_puts(&b, "a,b\n1,2\n");
    reads(row_of(&b, 20000), "", "3:501 csv-columns\n");
    buf_free(&b);
}

static void tabs_divide_cells(void **state)
{
    (void)state;
    struct input_fixture f = input_open("r.csv", "a\tb\n \"x\"\t\n\t y \n");
    const struct csv *csv = input_csv_divided(f.a, f.d, &f.src, '\t');
    assert_int_equal(csv->n + csv->faults, 2);
    assert_string_equal(csv->row[csv->n - 1].cell[0].text, "");
    assert_string_equal(csv->row[csv->n - 1].cell[1].text, "y");
    input_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_and_quoted_cells),
        cmocka_unit_test(faults),
        cmocka_unit_test(faulty_rows_stand_apart_as_they_are),
        cmocka_unit_test(rows_have_no_end_of_cells),
        cmocka_unit_test(tabs_divide_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
