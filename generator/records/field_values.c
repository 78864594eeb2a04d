#include "records/records_room.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Amounts above this many minor units are taken for a slip: ten million million dollars. */
static const int64_t amount_max = INT64_C(1000000000000000);

/* --- ids --- */

/* Names that Windows keeps. */
static bool is_device(const char *s)
{
    static const char *const device[] = {"con", "prn", "aux", "nul"};
    bool numbered = strncasecmp(s, "com", 3) == 0 || strncasecmp(s, "lpt", 3) == 0;
    bool kept = numbered && s[3] >= '1' && s[3] <= '9' && !s[4];
    for (size_t i = 0; i < sizeof device / sizeof *device; i++)
        kept = kept || strcasecmp(s, device[i]) == 0;
    return kept;
}

bool fields_check_id(struct reading *r, const char *s, struct place p)
{
    if (fields_is_id(s))
        return true;
    diag_report(r->d, DIAG_BAD_ID, p, s,
                phrase_mark(PHRASE_ID_LETTERS));
    const char *guess = guess_id(r->a, s);
    if (guess && !is_device(guess))
        diag_hint(r->d, HINT_DID_YOU_MEAN, guess);
    return false;
}

bool fields_check_name(struct reading *r, const char *s, struct place p)
{
    if (is_device(s))
        diag_report(r->d, DIAG_DEVICE_NAME, p, s);
    return !is_device(s);
}

/* --- numbers --- */

bool fields_number(struct reading *r, const char *s, struct place p, int min, int max, int *out)
{
    size_t n = strspn(s, "0123456789");
    long v = n > 0 && n < 10 ? strtol(s, NULL, 10) : -1;
    if (s[n] == '\0' && v >= min && v <= max) {
        *out = (int)v;
        return true;
    }
    diag_report(r->d, DIAG_BAD_NUMBER, p, s, arena_printf(r->a, "%d", min),
                arena_printf(r->a, "%d", max));
    return false;
}

/* --- lengths --- */

/* Thousandths of a unit with at most one digit behind the point. */
static const char *in_tenths(struct arena *a, int64_t thousandths, const char *unit)
{
    long long tenths = (long long)decimal_div_round(thousandths, 100);
    return tenths % 10 ? arena_printf(a, "%lld.%lld %s", tenths / 10, tenths % 10, unit)
                       : arena_printf(a, "%lld %s", tenths / 10, unit);
}

const char *fields_points(struct arena *a, int32_t mpt)
{
    return in_tenths(a, mpt, "pt");
}

/* "11 pt" for "11", "11.5 pt" for "11,5 pt", "25 mm" for "2.5 cm"; NULL. */
static const char *guess_length(struct arena *a, const char *s)
{
    size_t digits = strspn(s, "0123456789.,");
    const char *unit = s + digits + strspn(s + digits, " ");
    char *number = arena_strndup(a, s, digits);
    char *comma = strchr(number, ',');
    bool cm = strcmp(unit, "cm") == 0, inch = strcmp(unit, "in") == 0 || strcmp(unit, "\"") == 0;
    struct decimal d;
    int64_t mm;
    if (comma)
        *comma = '.';
    if (digits > 9 || decimal_parse(number, &d) != DECIMAL_OK)
        return NULL;
    if (cm || inch)
        return decimal_mul_div(d.mantissa, cm ? 10000 : 25400, decimal_pow10(d.scale), &mm)
                   ? in_tenths(a, mm, "mm")
                   : NULL;
    if (strcmp(unit, "mm") == 0)
        return arena_printf(a, "%s mm", number);
    return !*unit || strncmp(unit, "pt", 2) == 0 ? arena_printf(a, "%s pt", number) : NULL;
}

static const char *as_written(struct arena *a, int mpt, bool mm)
{
    return mm ? in_tenths(a, decimal_div_round((int64_t)mpt * 127, 360), "mm")
              : fields_points(a, mpt);
}

bool fields_length(struct reading *r, const char *s, struct place p, int min, int max,
                   struct length *out)
{
    size_t digits = strspn(s, "0123456789.");
    const char *unit = s + digits + strspn(s + digits, " ");
    bool mm = strcmp(unit, "mm") == 0; /* 1 mm = 360/127 pt */
    struct decimal d;
    int64_t mpt;
    if ((!mm && strcmp(unit, "pt") != 0) || digits > 12 ||
        decimal_parse(arena_strndup(r->a, s, digits), &d) != DECIMAL_OK) {
        diag_report(r->d, DIAG_BAD_LENGTH, p, s);
        const char *guess = guess_length(r->a, s);
        if (guess)
            diag_hint(r->d, HINT_DID_YOU_MEAN, guess);
        return false;
    }
    int64_t one = decimal_pow10(d.scale);
    bool fits = mm ? decimal_mul_div(d.mantissa, 360000, 127 * one, &mpt)
                   : decimal_mul_div(d.mantissa, 1000, one, &mpt);
    if (!fits || mpt < min || mpt > max) {
        diag_report(r->d, DIAG_LENGTH_RANGE, p, s, as_written(r->a, min, mm),
                    as_written(r->a, max, mm));
        return false;
    }
    *out = (struct length){(int32_t)mpt, true};
    return true;
}

/* --- addresses, languages --- */

static size_t scheme_length(const char *s)
{
    return strncmp(s, "https://", 8) == 0 ? 8 : strncmp(s, "http://", 7) == 0 ? 7 : 0;
}

/* Those that stand in no address as they are (RFC 3986). */
static bool needs_escape(char c)
{
    return (unsigned char)c <= ' ' || c == 0x7F || strchr("<>\"\\^`{|}", c);
}

static const char *in_words(struct arena *a, char c)
{
    return (unsigned char)c <= ' ' ? phrase_mark(PHRASE_SPACES) : arena_printf(a, "\"%c\"", c);
}

static const char *escaped_url(struct arena *a, const char *s)
{
    struct buf b = BUF_INIT;
    for (; *s; s++)
        needs_escape(*s) ? buf_printf(&b, "%%%02X", (unsigned)*s) : buf_putc(&b, *s);
    return buf_to_arena(&b, a);
}

bool fields_url(struct reading *r, const char *s, struct place p)
{
    size_t n = scheme_length(s);
    const char *odd = s;
    while (*odd && !needs_escape(*odd))
        odd++;
    bool fine = n > 0 && s[n] && s[n] != '/' && strchr(s + n, '.');
    if (strlen(s) > INPUT_LINK_MAX) {
        diag_report(r->d, DIAG_LINK_TOO_LONG, p, arena_printf(r->a, "%d", INPUT_LINK_MAX));
        return false;
    }
    if (fine && !*odd)
        return true;
    diag_report(r->d, DIAG_BAD_URL, p, s);
    if (fine)
        diag_hint(r->d, HINT_URL_HAS_NO, in_words(r->a, *odd),
                  arena_printf(r->a, "%%%02X", (unsigned)*odd), escaped_url(r->a, s));
    else if (strncmp(s, "www.", 4) == 0 && !*odd)
        diag_hint(r->d, HINT_DID_YOU_MEAN, arena_printf(r->a, "https://%s", s));
    else
        diag_hint(r->d, HINT_URL_STARTS);
    return false;
}

static bool is_word_byte(char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || (unsigned char)c > 0x7F;
}

/* The letters, digits and signs that s begins with. */
static size_t word_span(const char *s, const char *signs)
{
    size_t n = 0;
    while (s[n] && (is_word_byte(s[n]) || strchr(signs, s[n])))
        n++;
    return n;
}

/* Stricter than RFC 5322: behind "mailto:", signs as "?" and "%" mean something else. */
void fields_email(struct reading *r, const char *s, struct place p)
{
    size_t name = word_span(s, "._+-'=~");
    const char *host = s[name] == '@' ? s + name + 1 : "";
    size_t n = word_span(host, ".-");
    if (name > 0 && n > 0 && !host[n] && is_word_byte(s[0]) && is_word_byte(s[name - 1]) &&
        is_word_byte(host[0]) && is_word_byte(host[n - 1]) && strchr(host, '.') && !strstr(s, ".."))
        return;
    diag_report(r->d, DIAG_BAD_EMAIL, p, s);
    const char *odd = *host ? host + n : s + name;
    if (*odd && *odd != '@')
        diag_hint(r->d, HINT_EMAIL_HAS_NO, in_words(r->a, *odd));
}

/* Names, ISO 639-2 codes, tags with a region ("en-GB") and common slips. */
static const char *guess_language(const char *s)
{
    static const char *const habits[][2] = {
        {"english", "en"}, {"french", "fr"},  {"spanish", "es"}, {"sp", "es"},
        {"spa", "es"},     {"arabic", "ar"},  {"chinese", "zh"}, {"cn", "zh"},
        {"ch", "zh"},      {"russian", "ru"},
    };
    static const char *const codes[] = {"en", "fr", "es", "ar", "zh", "ru", NULL};
    for (size_t i = 0; i < sizeof habits / sizeof habits[0]; i++)
        if (strcasecmp(s, habits[i][0]) == 0)
            return habits[i][1];
    for (size_t i = 0; codes[i]; i++)
        if (strncasecmp(s, codes[i], 2) == 0 && (strlen(s) <= 3 || strchr("-_", s[2])))
            return codes[i];
    return nearest_of(codes, s);
}

int fields_lang(struct reading *r, const char *s, struct place p)
{
    int lang = lang_of(s);
    if (lang >= 0)
        return lang;
    const char *near = guess_language(s);
    diag_report(r->d, DIAG_UNKNOWN_LANGUAGE, p, s);
    if (near)
        diag_hint(r->d, HINT_DID_YOU_MEAN, near);
    return -1;
}

/* --- texts --- */

static void single_text(struct reading *r, const struct node *n, const char *s, struct text *out)
{
    enum lang lang = r->r->site.default_lang;
    *out = (struct text){.single = true};
    out->in[lang] = s;
    out->place[lang] = n->place;
}

/* Within { } a comma ends a text, so that the rest of it stands there as a key. */
static bool is_rest_of_text(struct reading *r, const struct node *map,
                            const struct node_pair *pair)
{
    if (!map->flow || !fields_is_empty(pair->value) || lang_of(pair->key->text) >= 0)
        return false;
    diag_report(r->d, DIAG_UNKNOWN_LANGUAGE, pair->key->place, pair->key->text);
    diag_hint(r->d, HINT_COMMA_IN_TEXT);
    return true;
}

bool fields_text(struct reading *r, const char *key, const struct node *n, struct text *out)
{
    if (n->kind != NODE_MAP) {
        const char *s = fields_scalar(r, key, phrase_mark(PHRASE_ONE_TEXT_OR_MORE), n);
        if (s)
            single_text(r, n, s, out);
        return s != NULL;
    }
    if (n->n == 0)
        diag_report(r->d, DIAG_EMPTY_TEXT, n->place);
    for (size_t i = 0; i < n->n; i++) {
        const struct node_pair *pair = &n->pair[i];
        if (is_rest_of_text(r, n, pair))
            continue;
        int lang = fields_lang(r, pair->key->text, pair->key->place);
        if (lang < 0)
            continue;
        if (fields_is_empty(pair->value))
            diag_report(r->d, DIAG_EMPTY_TEXT, pair->key->place);
        else if ((out->in[lang] = fields_scalar(r, key, phrase_mark(PHRASE_TEXT_PER_LANGUAGE), pair->value)))
            out->place[lang] = pair->value->place;
    }
    return n->n > 0;
}

/* --- dates --- */

bool fields_date(struct reading *r, const char *s, struct place p, struct date *out)
{
    struct date d = {0};
    enum date_error e = date_parse(s, &d);
    if (e == DATE_OK) {
        *out = d;
        return true;
    }
    if (e == DATE_FAR_OFF) {
        diag_report(r->d, DIAG_DATE_RANGE, p, s);
        return false;
    }
    if (e == DATE_SYNTAX) {
        diag_report(r->d, DIAG_BAD_DATE, p, s);
        const char *guess = guess_date(r->a, s);
        if (guess)
            diag_hint(r->d, HINT_DID_YOU_MEAN_VALUE, guess);
        return false;
    }
    long year = strtol(s, NULL, 10), month = strtol(s + 5, NULL, 10);
    const char *why = phrase_mark(PHRASE_NO_SUCH_MONTH);
    if (month >= 1 && month <= 12)
        why = phrase_filled(
            r->a, PHRASE_MONTH_HAS_DAYS,
            phrase_mark((enum phrase)((int)PHRASE_JANUARY + (int)month - 1)),
            arena_printf(r->a, "%ld", year),
            arena_printf(r->a, "%d", date_month_days((int)year, (int)month)));
    diag_report(r->d, DIAG_BAD_DATE, p, s, why);
    return false;
}

/* --- money --- */

static void report_digits(struct reading *r, const char *s, struct place p, struct decimal d,
                          const struct currency *c)
{
    diag_report(r->d, DIAG_AMOUNT_DIGITS, p, s, arena_printf(r->a, "%d", d.scale), c->code,
                arena_printf(r->a, "%d", c->digits));
    const char *point = strchr(s, '.');
    if (d.scale == 3 && point)
        diag_hint(r->d, HINT_POINT_OF_THOUSANDS,
                  arena_printf(r->a, "%.*s%s", (int)(point - s), s, point + 1));
}

bool fields_amount(struct reading *r, const char *s, struct place p, const struct currency *c,
                   int64_t *out)
{
    struct decimal d;
    enum decimal_error e = decimal_parse(s, &d);
    int64_t minor = 0;
    if (e == DECIMAL_SYNTAX || (e == DECIMAL_OK && d.mantissa == 0 && *s == '-')) {
        diag_report(r->d, DIAG_BAD_AMOUNT, p, s);
        const char *guess = guess_amount(r->a, s, c->digits);
        if (guess)
            diag_hint(r->d, HINT_DID_YOU_MEAN_VALUE, guess);
        return false;
    }
    if (e == DECIMAL_OK && d.scale > c->digits) {
        report_digits(r, s, p, d, c);
        return false;
    }
    if (e == DECIMAL_TOO_LARGE || !decimal_rescale(d, c->digits, &minor) ||
        minor > amount_max || minor < -amount_max) {
        diag_report(r->d, DIAG_AMOUNT_RANGE, p, s);
        return false;
    }
    if (minor < 0 && !r->negative) {
        diag_report(r->d, DIAG_NEGATIVE_AMOUNT, p, s);
        return false;
    }
    *out = minor;
    return true;
}

const struct currency *fields_currency(struct reading *r, const char *s, struct place p)
{
    const struct currency *c = iso_4217_find(s);
    if (c)
        return c;
    diag_report(r->d, DIAG_UNKNOWN_CURRENCY, p, s);
    const char *near = diag_is_told(r->d) ? iso_4217_nearest(r->a, s) : NULL;
    if (near)
        diag_hint(r->d, HINT_DID_YOU_MEAN, near);
    return NULL;
}

const char *fields_country(struct reading *r, const char *s, struct place p)
{
    const char *code = iso_3166_find(s);
    if (code)
        return code;
    diag_report(r->d, DIAG_UNKNOWN_COUNTRY, p, s);
    const char *near = diag_is_told(r->d) ? iso_3166_nearest(s) : NULL;
    if (near)
        diag_hint(r->d, HINT_DID_YOU_MEAN_NAMED, near, iso_3166_name(near));
    return NULL;
}

/* --- vocabularies --- */

/* The only entry whose id begins with s and a hyphen: "private" for private-sector. */
static const struct entry *entry_beginning(const struct vocab *v, const char *s)
{
    const struct entry *found = NULL;
    size_t n = strlen(s);
    for (size_t i = 0; i < v->n; i++)
        if (strncasecmp(v->entry[i].id, s, n) == 0 && v->entry[i].id[n] == '-') {
            if (found)
                return NULL;
            found = &v->entry[i];
        }
    return found;
}

/* The entry whose id or label is s but for capitals, or whose id is near to it. */
static const struct entry *nearest_entry(const struct vocab *v, const char *s)
{
    for (size_t i = 0; i < v->n; i++) {
        const struct entry *e = &v->entry[i];
        if (strcasecmp(e->id, s) == 0)
            return e;
        for (int lang = 0; lang < LANGS; lang++)
            if ((e->label.in[lang] && strcasecmp(e->label.in[lang], s) == 0) ||
                (e->short_label.in[lang] && strcasecmp(e->short_label.in[lang], s) == 0))
                return e;
    }
    const char *near = map_nearest(&v->by_id, s);
    return near ? map_get(&v->by_id, near) : entry_beginning(v, s);
}

const struct entry *fields_entry(struct reading *r, enum vocab_kind kind, const char *s,
                                 struct place p)
{
    static const struct {
        enum diag_code code;
        enum phrase are;
    } words[VOCABS] = {
        [VOCAB_REGIONS] = {DIAG_UNKNOWN_REGION, PHRASE_NAMES_REGIONS},
        [VOCAB_PRIORITIES] = {DIAG_UNKNOWN_PRIORITY, PHRASE_NAMES_PRIORITIES},
        [VOCAB_PARTNER_TYPES] = {DIAG_UNKNOWN_TYPE, PHRASE_NAMES_TYPES},
        [VOCAB_MEMBERSHIPS] = {DIAG_UNKNOWN_MEMBERSHIP, PHRASE_NAMES_MEMBERSHIPS},
        [VOCAB_KINDS] = {DIAG_UNKNOWN_KIND, PHRASE_NAMES_KINDS},
        [VOCAB_INITIATIVES] = {DIAG_UNKNOWN_INITIATIVE, PHRASE_NAMES_INITIATIVES},
    };
    const struct vocab *v = &r->r->vocab[kind];
    const struct entry *e = map_get(&v->by_id, s);
    if (e || v->faulty) /* its fault was reported: no further noise */
        return e;
    diag_report(r->d, words[kind].code, p, s);
    const struct entry *near = diag_is_told(r->d) ? nearest_entry(v, s) : NULL;
    const char *label = near ? text_in(&near->label, LANG_EN, r->r->site.default_lang, NULL) : "";
    if (near)
        diag_hint(r->d, HINT_DID_YOU_MEAN_ENTRY, near->id, label, phrase_mark(words[kind].are),
                  v->file);
    else
        diag_hint(r->d, HINT_ENTRIES_ARE_IN, phrase_mark(words[kind].are), v->file);
    return NULL;
}
