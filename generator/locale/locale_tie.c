/* Which words stay together on a line: a table of words per language and rules over them.
 *
 * Sources:
 *   en  Hart's Rules (Oxford, 2014) 2.5, 4.2, 11; Chicago Manual of Style 7.36-7.48 (addresses).
 *   fr  Lexique des regles typographiques en usage a l'Imprimerie nationale (2002), "Coupures":
 *       figures and what they count, initials, "no 5"; punctuation with a space before it.
 *   es  Ortografia de la lengua espanola (RAE 2010): figures and their symbols or nouns, the day
 *       and "de" and the month, abbreviations and what they belong to.
 *   ar  the same cases as the ITU's Arabic papers have them; a leading "and" is part of a word.
 *   zh  Requirements for Chinese Text Layout (W3C, clreq) 3.1: quotation marks open and close as
 *       brackets do, which UAX #14 cannot know of them.
 *   ru  Milchin, Cheltsova: Spravochnik izdatelya i avtora (2003), 3.13: short words are not left
 *       at a line's end, nor figures without their unit, nor a dash at a line's beginning.
 *
 * Lists are words in lower case, parted by spaces; a star stands for any ending.  What is
 * "kept" is never parted; what is "disliked" only where no better place is.
 */
#include "locale/locale_tie.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "locale/locale.h"

#include <string.h>
#include <unicode/uchar.h>

struct words {
    const char *lang;
    const char *units;  /* kept with the figure before: 33,8 millones */
    const char *months; /* likewise; and in Spanish over a "de" */
    const char *labels; /* kept with the number after: Resolution 71 */
    const char *pairs;  /* two words kept together, as one with an underscore */
    const char *names;  /* abbreviations kept with the name or number after */
    const char *titles; /* likewise, without a full stop */
    const char *heads;  /* short words kept with the next */
    const char *light;  /* short words that had better not end a line */
    const char *tails;  /* particles kept with the word before */
};

static const struct words words[] = {
    {"en",
     .units = "million* billion* trillion* thousand* hundred* per percent km m kg g kbit/s mbit/s "
              "gbit/s hz khz mhz ghz a.m p.m",
     .months = "january february march april may june july august september october november "
               "december jan feb mar apr jun jul aug sep sept oct nov dec",
     .labels = "section* sect sec resolution* decision* recommendation* question* table* figure* "
               "fig annex* appendix article* art paragraph* para page* p pp chapter* part parts "
               "volume vol no nos document* doc docs circular goal* target* phase note* version "
               "item* revision rev usd eur chf gbp jpy § §§ №",
     .pairs = "per_cent million_USD billion_USD million_EUR million_CHF",
     .names = "mr mrs ms dr prof st rev", .titles = "mr mrs ms dr prof", .light = "a an i"},
    {"fr",
     .units = "million* milliard* mille pour km m kg g kbit/s mbit/s gbit/s hz khz mhz ghz h "
              "dollar* euro* francs",
     .months = "janvier février mars avril mai juin juillet août septembre octobre novembre "
               "décembre janv févr avr juil sept oct nov déc",
     .labels = "section* résolution* décision* recommandation* question* tableau* figure* fig "
               "annexe* appendice* article* art paragraphe* page* p pp chapitre* chap partie "
               "volume vol n° n°s nº nos document* doc point* alinéa* phase note* objectif* "
               "révision rév usd eur chf gbp jpy § §§ №",
     .pairs = "pour_cent millions_USD million_USD milliards_USD millions_EUR millions_CHF",
     .names = "m mm mme mmes mlle dr pr me st rév", .titles = "mme mmes mlle mlles dr pr",
     .light = "à y ô"},
    {"es",
     .units = "mil millón millones billón billones por km m kg g kbit/s mbit/s gbit/s hz khz mhz "
              "ghz dólar* euro* francos",
     .months = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
               "diciembre ene feb mar abr may jun jul ago sept oct nov dic",
     .labels = "sección secciones resolución resoluciones decisión decisiones recomendación "
               "recomendaciones cuestión cuestiones cuadro* tabla* figura* fig anexo* apéndice* "
               "artículo* art párrafo* página* pág págs p pp capítulo* cap parte volumen vol nº "
               "n.º núm núms documento* doc punto* fase nota* meta* objetivo* revisión rev usd "
               "eur chf gbp jpy § §§ №",
     .pairs = "por_ciento mil_millones millones_USD millón_USD millones_EUR millones_CHF",
     .names = "sr sra sres sras dr dra d d.ª ud uds rev",
     .light = "a e o u y"},
    {"ar",
     .units = "مليون* ملايين مليار* ألف آلاف في دولار* يورو فرنك بالمائة كم كغ",
     .months = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
     .labels = "القرار القرارات قرار القسم القسمان القسمين الأقسام قسم الوثيقة وثيقة الجدول جدول "
               "الشكل شكل المادة الصفحة الصفحات الفصل الملحق التذييل الفقرة التوصية المسألة البند "
               "الهدف رقم عام لعام العام سنة usd eur chf gbp jpy",
     .pairs = "في_المائة في_المئة مليون_دولار ملايين_دولار مليار_دولار",
     .names = "د", .heads = "و"},
    {"ru",
     .units = "млн млрд трлн тыс миллион* миллиард* триллион* тысяч* процент* доллар* долл евро "
              "год года году годом годов годы годах г гг век* км м кг г кбит/с мбит/с гбит/с гц "
              "кгц мгц ггц",
     .months = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
               "янв февр мар апр июн июл авг сент окт нояб дек",
     .labels = "резолюци* решени* рекомендаци* вопрос* таблиц* табл рисун* рис приложени* прил "
               "стать* ст пункт* п пп подпункт* страниц* стр с глав* гл част* ч том* т документ* "
               "док раздел* разд этап* примечани* цел* задач* ред usd eur chf gbp jpy § §§ №",
     .pairs = "млн_долл млрд_долл тыс_долл млн_евро",
     .names = "г гг им пересм ул д-р проф долл",
     .titles = "г-н г-на г-ну г-ном г-не г-жа г-жи г-же г-жу г-жой г-да г-д д-р д-ра д-ру",
     .heads = "а в во и к ко на не ни но о об обо от до за из по при про с со у я",
     .light = "или для без под над",
     .tails = "б бы ж же ли ль"},
};

enum { STUB = 3, ADDRESS_STUB = 3, GROUP = 3, NOUN = 4 };

enum fact { /* of a token; its core is what stands without the brackets and marks around it */
    OPENS = 1 << 0, CLOSES = 1 << 1, /* marks stand before, behind the core */
    FIGURE = 1 << 2,  /* 89, 33,8, 2015-2018: digits and their marks */
    CODE = 1 << 3,    /* begins with a digit, or capitals and digits, or capitals: INF/1, IV */
    ADDRESS = 1 << 4,
    DASH = 1 << 5,
    MARK = 1 << 6,    /* a mark of its own, as French has them: "Objet :" */
    OPEN = 1 << 7,    /* a bracket of its own */
    ABBREVIATED = 1 << 8,
    INITIAL = 1 << 9, /* "J.", "J.R.R.": letters with a full stop each */
    IN_GROUP = 1 << 10, /* three digits */
    UPPER = 1 << 11, LOWER = 1 << 12, /* its first letter */
    NAME = 1 << 13,   /* a word long enough for a noun */
    /* in lists of its language */
    UNIT = 1 << 14, MONTH = 1 << 15, LABEL = 1 << 16, TITLED = 1 << 17, TITLE = 1 << 18,
    HEAD = 1 << 19, LIGHT = 1 << 20, TAIL = 1 << 21, MONEY = 1 << 22, OF = 1 << 23,
    PAIRED = 1 << 24, /* the first of a pair */
};

struct ties {
    const struct words *words; /* NULL: of no language above */
    const char *lang, *text;
    size_t len;
    unsigned char *kind;
    VEC(struct token) token;
};

static unsigned code_point(const char *s, size_t n, size_t *len)
{
    unsigned c = 0;
    if (n && (unsigned char)*s < 0x80) {
        *len = 1;
        return (unsigned char)*s;
    }
    size_t used = n ? utf8_decode(s, n, &c) : 0;
    *len = used ? used : n ? 1 : 0;
    return used ? c : 0xFFFDu;
}

static bool is_digit(unsigned c)
{
    return c >= '0' && c <= '9';
}

static bool is_one_of(unsigned c, const char *set)
{
    char bytes[5] = "";
    if (c < 0x80)
        return c && strchr(set, (int)c);
    utf8_encode(c, bytes);
    return strstr(set, bytes) != NULL;
}

/* --- words of a list --- */

/* Is the text the word [e, end), a star standing for any ending? */
static bool is_entry(const char *e, const char *end, const char *s, size_t n)
{
    while (e < end) {
        size_t a, b;
        unsigned want = code_point(e, (size_t)(end - e), &a);
        if (want == '*')
            return true;
        if (!n || want != (unsigned)u_tolower((UChar32)code_point(s, n, &b)))
            return false;
        e += a;
        s += b;
        n -= b;
    }
    return n == 0;
}

static bool is_in(const char *list, const char *s, size_t n)
{
    char first[4];
    size_t len;
    if (!n || !list)
        return false;
    utf8_encode((unsigned)u_tolower((UChar32)code_point(s, n, &len)), first);
    for (const char *e = list; (e = strchr(e, *first)) != NULL; e++)
        if ((e == list || e[-1] == ' ') && is_entry(e, e + strcspn(e, " "), s, n))
            return true;
    return false;
}

static bool begins_pair(const char *pairs, const char *s, size_t n)
{
    for (const char *p = pairs; p && *p; p += strcspn(p, " "), p += *p == ' ')
        if (strcspn(p, "_") == n && !memcmp(p, s, n))
            return true;
    return false;
}

/* The lists that a word is in. */
static unsigned lists_of(const struct words *w, const char *s, size_t n)
{
    const struct {
        const char *list;
        unsigned fact;
    } all[] = {
        {w->units, UNIT}, {w->months, MONTH}, {w->labels, LABEL}, {w->names, TITLED},
        {w->titles, TITLE}, {w->heads, HEAD}, {w->light, LIGHT}, {w->tails, TAIL},
        {"usd eur chf gbp jpy cny $ € £ us$", MONEY}, {"de", OF},
    };
    unsigned facts = 0;
    if (n == 0 || (*s >= '0' && *s <= '9')) /* none begins with a digit */
        return 0;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        facts |= is_in(all[i].list, s, n) ? all[i].fact : 0;
    return facts | (begins_pair(w->pairs, s, n) ? PAIRED : 0);
}

/* --- tokens --- */

static const char opening[] = "([{\"'«“‘„‹¿¡（《";
static const char closing[] = ")]}\"'»”’›.,;:!?…،؛؟）》";

static void find_core(const char *text, struct token *k)
{
    size_t from = k->from, to = k->to, len;
    while (from < to && is_one_of(code_point(text + from, to - from, &len), opening))
        from += len;
    while (to > from) {
        size_t last = to - 1;
        while (last > from && utf8_is_tail(text[last]))
            last--;
        if (!is_one_of(code_point(text + last, to - last, &len), closing))
            break;
        to = last;
    }
    k->core = from;
    k->n = to - from;
    k->facts |= (from > k->from ? OPENS : 0) | (to < k->to ? CLOSES : 0);
}

static bool is_address(const char *s, size_t n)
{
    bool at = false;
    for (size_t i = 0; i < n; i++) {
        if (n - i > 3 && !memcmp(s + i, "://", 3))
            return true;
        at = at || s[i] == '@';
        if (at && s[i] == '.')
            return true;
    }
    return n > 4 && !memcmp(s, "www.", 4);
}

/* What the core is. */
static unsigned sort_of(const char *core, size_t n)
{
    bool digits = false, capitals = false, other = false, marks = false;
    for (size_t i = 0, len; i < n; i += len) {
        unsigned c = code_point(core + i, n - i, &len);
        if (is_digit(c))
            digits = true;
        else if (u_isupper((UChar32)c))
            capitals = true;
        else if (is_one_of(c, ".,-–−+±%/\xC2\xA0\xE2\x80\xAF"))
            marks = marks || c == '/';
        else if (c != 0x2026)
            other = true;
    }
    bool address = is_address(core, n);
    bool code = !address && n && (is_digit((unsigned char)*core) || (capitals && !other) ||
                                  (capitals && digits && marks));
    size_t len;
    unsigned c = code_point(core, n, &len);
    bool dash = len == n && is_one_of(c, "–—-−");
    return (address ? ADDRESS : 0) | (digits && !capitals && !other ? FIGURE : 0) |
           (code ? CODE : 0) | (dash ? DASH : 0);
}

/* Letters with a full stop each, the last one behind the core. */
static bool is_initial(const char *core, size_t n)
{
    size_t a, b;
    for (size_t i = 0; i < n; i += a + b) {
        if (!u_isalpha((UChar32)code_point(core + i, n - i, &a)))
            return false;
        if (code_point(core + i + a, n - i - a, &b) != '.' && i + a < n)
            return false;
    }
    return true;
}

/* What the core and the marks around it look like. */
static unsigned look_of(const char *text, const struct token *k)
{
    const char *core = text + k->core;
    size_t len;
    unsigned first = code_point(text + k->from, k->to - k->from, &len), facts = 0;
    unsigned letter = code_point(core, k->n, &len);
    if (is_one_of(first, ":;!?»…%‰°،؛؟"))
        facts |= MARK;
    if (!k->n && is_one_of(first, opening) && first != '"' && first != '\'')
        facts |= OPEN;
    if (text[k->to - 1] == '.' && k->core + k->n + 1 == k->to)
        facts |= ABBREVIATED;
    if (k->facts & CLOSES && core[k->n] == '.' && is_initial(core, k->n))
        facts |= INITIAL;
    if (u_isupper((UChar32)letter))
        facts |= UPPER;
    if (u_islower((UChar32)letter))
        facts |= LOWER;
    if (u_isalpha((UChar32)letter) && utf8_count(core, k->n) >= NOUN)
        facts |= NAME;
    return facts;
}

/* In Arabic "and" is written on to the next word. */
static unsigned lists_behind_waw(const struct words *w, const char *core, size_t n)
{
    static const char waw[] = "و";
    size_t len = strlen(waw);
    if (strcmp(w->lang, "ar") != 0 || n <= len || memcmp(core, waw, len) != 0)
        return 0;
    return lists_of(w, core + len, n - len) & (UNIT | MONTH | LABEL);
}

static struct token token_of(const struct words *w, const char *text, size_t from, size_t to)
{
    struct token k = {.from = from, .to = to};
    find_core(text, &k);
    const char *core = text + k.core;
    k.facts |= sort_of(core, k.n);
    k.facts |= look_of(text, &k);
    if (k.facts & FIGURE && k.n >= GROUP && strspn(core, "0123456789") >= GROUP &&
        (k.n == GROUP || !is_digit((unsigned char)core[GROUP])))
        k.facts |= IN_GROUP;
    if (w)
        k.facts |= lists_of(w, core, k.n) | lists_behind_waw(w, core, k.n);
    return k;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Ideographs and their punctuation need no spaces to stand apart. */
static bool is_wide(unsigned c)
{
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF00 && c <= 0xFF60) || c >= 0x20000;
}

static void cut_tokens(struct arena *a, struct ties *t)
{
    size_t from = 0;
    for (size_t i = 0, len; i < t->len; i += len) {
        unsigned c = code_point(t->text + i, t->len - i, &len);
        if (!is_space(t->text[i]) && c != 0x2028 && !is_wide(c))
            continue;
        if (i > from)
            VEC_PUSH(a, &t->token, token_of(t->words, t->text, from, i));
        from = i + len;
    }
    if (t->len > from)
        VEC_PUSH(a, &t->token, token_of(t->words, t->text, from, t->len));
}

/* Do only spaces part two tokens? */
static bool are_neighbours(const struct ties *t, const struct token *a, const struct token *b)
{
    size_t i = a->to;
    while (i < b->from && is_space(t->text[i]))
        i++;
    return i == b->from;
}

/* --- between tokens --- */

static bool is(const struct token *k, unsigned facts)
{
    return k && (k->facts & facts) != 0;
}

/* A figure and what follows it. */
static bool keeps_figure(const struct token *a, const struct token *b, const struct token *next)
{
    if (!is(a, FIGURE) || is(a, CLOSES) || is(b, OPENS))
        return false;
    return is(b, UNIT | MONTH | MONEY) || (is(b, IN_GROUP) && a->n <= GROUP) ||
           (is(b, OF) && is(next, MONTH));
}

static bool is_pair(const struct ties *t, const struct token *a, const struct token *b)
{
    const char *first = t->text + a->core, *second = t->text + b->core;
    for (const char *p = t->words->pairs; p && *p; p += *p == ' ') {
        const char *entry = p;
        size_t n = strcspn(p, " ");
        if (strcspn(p, "_") == a->n && !memcmp(p, first, a->n) && n - a->n - 1 == b->n &&
            !memcmp(p + a->n + 1, second, b->n))
            return true;
        p = entry + n;
    }
    return false;
}

/* Rules of all languages and those of the table; next follows b, before stands before a. */
static bool is_kept(const struct ties *t, const struct token *before, const struct token *a,
                    const struct token *b, const struct token *next)
{
    if (is(b, MARK | DASH) || is(a, OPEN) || (is(a, DASH) && is(before, FIGURE) && is(b, FIGURE)))
        return true;
    if (is(a, ABBREVIATED) && is(a, INITIAL) &&
        (is(b, UPPER) || (is(b, INITIAL) && is(a, LOWER))))
        return true;
    if (!t->words)
        return false;
    bool closes = is(a, CLOSES), opens = is(b, OPENS);
    if ((!closes || is(a, ABBREVIATED)) && !opens && is(b, CODE) && is(a, LABEL))
        return true;
    if (keeps_figure(a, b, next) || (is(a, PAIRED) && !closes && is_pair(t, a, b)))
        return true;
    if (is(before, FIGURE) && is(a, OF) && is(b, MONTH))
        return true;
    if (is(b, UPPER) && ((is(a, ABBREVIATED) && is(a, TITLED)) ||
                         (!closes && !opens && is(a, TITLE))))
        return true;
    return (!closes && is(a, HEAD)) || (!opens && is(b, TAIL));
}

/* A figure and the noun it counts, or a light word at a line's end. */
static bool is_disliked(const struct ties *t, const struct token *a, const struct token *b)
{
    if (!t->words || is(a, CLOSES))
        return false;
    return (is(a, FIGURE) && !is(b, OPENS) && is(b, NAME)) || is(a, LIGHT);
}

static void between_tokens(struct ties *t)
{
    for (size_t i = 0; i + 1 < t->token.n; i++) {
        const struct token *a = &t->token.p[i], *b = a + 1;
        if (t->kind[b->from] != BREAK_ALLOWED || !are_neighbours(t, a, b))
            continue;
        const struct token *next = i + 2 < t->token.n ? b + 1 : NULL;
        if (is_kept(t, i ? a - 1 : NULL, a, b, next))
            t->kind[b->from] = BREAK_NONE;
        else if (is_disliked(t, a, b))
            t->kind[b->from] = BREAK_DISLIKED;
    }
}

/* --- inside tokens --- */

struct segment { /* between slashes and dashes */
    size_t letters;
    bool digits, small; /* some digit; some letter that is no capital */
};

static struct segment segment_of(const struct ties *t, const struct token *k, size_t at, int step)
{
    struct segment s = {0};
    const char *from = t->text + at, *core = t->text + k->core, *end = core + k->n;
    for (const char *p = step > 0 ? from : from - 1; p >= core && p < end; p += step) {
        size_t len;
        if (utf8_is_tail(*p))
            continue;
        unsigned c = code_point(p, (size_t)(end - p), &len);
        if (is_one_of(c, "-/–—‐") && (step > 0 || p + len != from))
            break;
        if (is_one_of(c, "-/–—‐"))
            continue;
        s.letters++;
        s.digits = s.digits || is_digit(c);
        s.small = s.small || (u_isalpha((UChar32)c) && !u_isupper((UChar32)c));
    }
    return s;
}

/* Is what stands before byte i a dash or slash, after which UAX #14 would let a line end? */
static bool after_joint(const struct ties *t, const struct token *k, size_t i)
{
    size_t from = i - 1, len;
    while (from > k->from && utf8_is_tail(t->text[from]))
        from--;
    return is_one_of(code_point(t->text + from, i - from, &len), "-/–—‐");
}

/* After a dash or slash only between words: no stub, no part of a number or of capitals. */
static void inside_word(struct ties *t, const struct token *k)
{
    for (size_t i = k->from + 1; i < k->to; i++) {
        if (t->kind[i] != BREAK_ALLOWED || !after_joint(t, k, i))
            continue;
        struct segment a = segment_of(t, k, i, -1), b = segment_of(t, k, i, 1);
        if (a.letters < STUB || b.letters < STUB || a.digits || b.digits ||
            !(a.small || b.small))
            t->kind[i] = BREAK_NONE;
    }
}

/* After a slash or what parts a query; less gladly after a dot, a hyphen, an underscore; never
 * in the scheme and the host, nor so that a few characters stand alone. */
static void inside_address(struct ties *t, const struct token *k)
{
    size_t from = k->core, to = from + k->n;
    for (size_t i = k->from + 1; i < k->to; i++)
        t->kind[i] = BREAK_NONE;
    for (size_t i = from; i + 3 <= to; i++)
        if (!memcmp(t->text + i, "://", 3))
            from = i + 3;
    const char *host_end = memchr(t->text + from, '/', to - from);
    if (!host_end)
        host_end = memchr(t->text + from, '@', to - from);
    if (!host_end)
        return;
    from = (size_t)(host_end - t->text) + 1;
    for (size_t i = from; i + ADDRESS_STUB <= to; i++) {
        char c = t->text[i - 1];
        if (t->text[i] == '/')
            continue;
        if (c == '/' || c == '?' || c == '&')
            t->kind[i] = BREAK_ALLOWED;
        else if (strchr(".-_=@#", c))
            t->kind[i] = BREAK_DISLIKED;
    }
}

/* --- Chinese --- */

static bool is_han(unsigned c)
{
    return u_hasBinaryProperty((UChar32)c, UCHAR_IDEOGRAPHIC);
}

static bool is_wide_closing(unsigned c)
{
    return is_one_of(c, "、。，．：；！？）］｝〕】〉》」』”’…—·");
}

/* What UAX #14 leaves open between two characters. */
static unsigned char chinese(unsigned a, unsigned b, unsigned char kind)
{
    bool opens = is_one_of(b, "“‘"), closes = is_one_of(a, "”’");
    if (opens && (is_han(a) || is_wide_closing(a)))
        return BREAK_ALLOWED;
    if (closes && (is_han(b) || is_one_of(b, "（《〈「『“‘")))
        return BREAK_ALLOWED;
    if (kind == BREAK_ALLOWED && is_digit(b) && is_one_of(a, "第图表号附页"))
        return BREAK_NONE;
    if (kind == BREAK_ALLOWED && is_one_of(a, "第") && is_one_of(b, "一二三四五六七八九十"))
        return BREAK_NONE;
    if (kind == BREAK_ALLOWED && is_digit(a) && is_han(b)) /* 2024年, 89份 */
        return BREAK_DISLIKED;
    return kind;
}

static void between_ideographs(struct ties *t)
{
    unsigned before = 0;
    for (size_t i = 0, len; i < t->len; i += len) {
        unsigned c = code_point(t->text + i, t->len - i, &len);
        if (i && t->kind[i] != BREAK_MANDATORY)
            t->kind[i] = chinese(before, c, t->kind[i]);
        before = c;
    }
}

/* --- texts and words --- */

static void inside_token(struct ties *t, const struct token *k)
{
    if (is(k, ADDRESS))
        inside_address(t, k);
    else
        inside_word(t, k);
}

static struct ties ties_of(const char *lang, const char *text, size_t len, unsigned char *kind)
{
    struct ties t = {.lang = lang, .text = text, .len = len, .kind = kind};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(words[i].lang, lang))
            t.words = &words[i];
    return t;
}

void locale_tie(struct arena *a, const char *lang, const char *text, size_t len,
                unsigned char *kind)
{
    struct ties t = ties_of(lang, text, len, kind);
    cut_tokens(a, &t);
    if (!strcmp(lang, "zh"))
        between_ideographs(&t);
    between_tokens(&t);
    for (size_t i = 0; i < t.token.n; i++)
        inside_token(&t, &t.token.p[i]);
}

struct token locale_tie_word(const char *lang, const char *word, size_t n, unsigned char *kind)
{
    struct ties t = ties_of(lang, word, n, kind);
    struct token k = token_of(t.words, word, 0, n);
    inside_token(&t, &k);
    return k;
}

void locale_tie_words(const char *lang, const char *text, size_t len, struct token *token,
                      size_t n, unsigned char *kind)
{
    struct ties t = ties_of(lang, text, len, kind);
    t.token.p = token;
    t.token.n = n;
    between_tokens(&t);
}
