/* Prose as its language has it, written in a small notation: *emphasis*, `code`, {figure} and
 * line ends, which are nodes of their own. */
#include "narrative/narrative_room.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct maker {
    struct arena *arena;
    const char *at;
};

static struct nar_node *node(struct maker *m, enum nar_kind kind, size_t n)
{
    struct nar_node *made = ARENA_NEW(m->arena, struct nar_node);
    made->kind = kind;
    made->text = n ? arena_strndup(m->arena, m->at, n) : NULL;
    return made;
}

static struct nar_node *inlines(struct maker *m, char until)
{
    struct nar_node *first = NULL, **tail = &first;
    while (*m->at && *m->at != until) {
        char c = *m->at;
        if (c == '*') {
            m->at++;
            *tail = node(m, NAR_EMPHASIS, 0);
            (*tail)->first = inlines(m, '*');
            m->at++;
        } else if (c == '`' || c == '{') {
            size_t n = strcspn(++m->at, "`}");
            *tail = node(m, c == '`' ? NAR_CODE : NAR_FIGURE, n);
            m->at += n + 1;
        } else if (c == '\n') {
            *tail = node(m, NAR_SOFT_BREAK, 0);
            m->at++;
        } else {
            size_t n = strcspn(m->at, "*`{\n");
            *tail = node(m, NAR_TEXT, n);
            m->at += n;
        }
        tail = &(*tail)->next;
    }
    return first;
}

static void write(struct buf *out, const struct nar_node *n)
{
    for (; n; n = n->next) {
        switch (n->kind) {
        case NAR_EMPHASIS:
            buf_putc(out, '*');
            write(out, n->first);
            buf_putc(out, '*');
            break;
        case NAR_CODE: buf_printf(out, "`%s`", n->text); break;
        case NAR_FIGURE: buf_printf(out, "{%s}", n->text); break;
        case NAR_SOFT_BREAK: buf_putc(out, '\n'); break;
        default: buf_puts(out, n->text); break;
        }
    }
}

static char *finished(struct arena *a, const char *lang, const char *text)
{
    struct maker m = {a, text};
    struct nar_node *root = node(&m, NAR_ROOT, 0);
    root->first = node(&m, NAR_PARAGRAPH, 0);
    root->first->first = inlines(&m, '\0');
    typography_finish(a, lang, root);
    struct buf out = BUF_INIT;
    write(&out, root->first->first);
    return buf_to_arena(&out, a);
}

struct row {
    const char *lang, *typed, *set;
};

/* Each row as it should become, and no different when it is done once more. */
static void check_rows(const struct row *row, size_t n)
{
    struct arena *a = arena_new();
    for (size_t i = 0; i < n; i++) {
        char *once = finished(a, row[i].lang, row[i].typed);
        assert_string_equal(once, row[i].set);
        assert_string_equal(finished(a, row[i].lang, once), row[i].set);
    }
    arena_free(a);
}

#define CHECK_ROWS(table) check_rows(table, sizeof(table) / sizeof *(table))
#define NB "\xC2\xA0"
#define NN "\xE2\x80\xAF"

static void quotes_become_the_languages_own(void **state)
{
    (void)state;
    static const struct row table[] = {
        {"en", "He said \"yes\", and \"no\".", "He said “yes”, and “no”."},
        {"en", "(\"a \"b\" c\") \"d\"", "(“a ‘b’ c”) “d”"},
        {"es", "la \"red\" y \"a 'b' c\"", "la «red» y «a “b” c»"},
        {"fr", "un \"mot\" ici", "un «" NB "mot" NB "» ici"},
        {"es", "«oui \"ou\" non» \"sí\"", "«oui “ou” non» «sí»"},
        {"ru", "\"да \"нет\" да\"", "«да „нет“ да»"},
        {"ar", "قال \"نعم\" ثم", "قال «نعم» ثم"},
        {"zh", "称\"合作\"为", "称“合作”为"},
        {"en", "\"*Yes*\" and *\"no\"* and \"{5}\"", "“*Yes*” and *“no”* and “{5}”"},
        {"en", "a \"b\nc\" d", "a “b\nc” d"},
        {"en", "“typed” stays, 5\" too", "“typed” stays, 5\" too"},
    };
    CHECK_ROWS(table);
}

static void apostrophes_are_apostrophes(void **state)
{
    (void)state;
    static const struct row table[] = {
        {"en", "Children's Fund, partners' work", "Children’s Fund, partners’ work"},
        {"en", "in the '90s, rock 'n' roll", "in the ’90s, rock ‘n’ roll"},
        {"en", "'one' and 'two'", "‘one’ and ‘two’"},
        {"en", "*It*'s 5' long", "*It*’s 5' long"},
        {"zh", "他说'你好'", "他说‘你好’"},
        {"zh", "和'ITU'的'网络'", "和‘ITU’的‘网络’"},
        {"zh", "用Children's基金，5'长", "用Children’s基金，5'长"},
        {"fr", "l'Union d'aujourd'hui", "l’Union d’aujourd’hui"},
    };
    CHECK_ROWS(table);
}

static void dots_and_hyphens(void **state)
{
    (void)state;
    static const struct row table[] = {
        {"en", "and so on... 2015-2018", "and so on… 2015-2018"},
        {"en", "TDAG25/...-E ....", "TDAG25/…-E ...."},
        {"zh", "等等...", "等等……"},
        {"en", "a -- b", "a -- b"},
        {"fr", "soit {92} % du total, 5 %", "soit {92}" NB "% du total, 5" NB "%"},
    };
    CHECK_ROWS(table);
}

static void french_marks_have_their_spaces(void **state)
{
    (void)state;
    static const struct row table[] = {
        {"fr", "Objet: oui; non! quoi?", "Objet" NB ": oui" NN "; non" NN "! quoi" NN "?"},
        {"fr", "Objet : oui ; non ! «oui»", "Objet" NB ": oui" NN "; non" NN "! «" NB "oui" NB "»"},
        {"fr", "« oui » «" NB "non" NB "»", "«" NB "oui" NB "» «" NB "non" NB "»"},
        {"fr", "à 10:30, quoi?! https://a.b/?c=d; (x)", "à 10:30, quoi" NN "?! https://a.b/?c=d" NN
         "; (x)"},
        {"fr", "*Objet*: {5}; `a:b` : c", "*Objet*" NB ": {5}" NN "; `a:b`" NB ": c"},
        {"fr", "Objet\n: oui", "Objet" NB ": oui"},
        {"fr", ": au début", ": au début"},
        {"en", "Subject: yes; no!", "Subject: yes; no!"},
    };
    CHECK_ROWS(table);
}

static void arabic_has_its_own_marks(void **state)
{
    (void)state;
    static const struct row table[] = {
        {"ar", "نعم, لا; متى? 1,5", "نعم، لا؛ متى؟ 1,5"},
        {"ar", "ITU, BDT", "ITU, BDT"},
    };
    CHECK_ROWS(table);
}

static void chinese_has_no_spaces(void **state)
{
    (void)state;
    static const struct row table[] = {
        {"zh", "签署了\n协议", "签署了协议"},
        {"zh", "达成了 {89} 份\nITU-D\n协议", "达成了{89}份ITU-D协议"},
        {"zh", "World\nBank Group", "World\nBank Group"},
        {"zh", "协议，\n*以及* 其他", "协议，*以及*其他"},
        {"en", "the 协议 of", "the 协议 of"},
    };
    CHECK_ROWS(table);
}

static void code_and_addresses_stay(void **state)
{
    (void)state;
    static const struct row table[] = {
        {"en", "`\"a\"...` {\"1\"} \"https://a.b/'c'...d\"",
         "`\"a\"...` {\"1\"} “https://a.b/'c'...d”"},
        {"fr", "voir https://a.b/x:y;z!", "voir https://a.b/x:y;z" NN "!"},
        {"en", "mail o'neil@itu.int or O'Neil", "mail o'neil@itu.int or O’Neil"},
    };
    CHECK_ROWS(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotes_become_the_languages_own),
        cmocka_unit_test(apostrophes_are_apostrophes),
        cmocka_unit_test(dots_and_hyphens),
        cmocka_unit_test(french_marks_have_their_spaces),
        cmocka_unit_test(arabic_has_its_own_marks),
        cmocka_unit_test(chinese_has_no_spaces),
        cmocka_unit_test(code_and_addresses_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
