#include "commands/preview_text.h"

#include "base/buf.h"
#include "base/json.h"
#include "base/phrase.h"
#include "base/xml.h"

/* With {n} where a number is to stand. */
static void put(struct buf *out, const struct map *language, enum phrase p)
{
    static const char *const args[PHRASE_ARGS] = {"{n}", "", "", "", "", "", "", ""};
    phrase_put(out, language, phrase_slug(p), phrase_english(p), args, 8);
}

void preview_text_words(struct buf *json, const struct map *language, const char *code)
{
    static const struct {
        const char *key;
        enum phrase phrase;
    } words[] = {
        {"error", PHRASE_LABEL_ERROR},       {"warning", PHRASE_LABEL_WARNING},
        {"note", PHRASE_LABEL_NOTE},         {"hint", PHRASE_LABEL_HINT},
        {"one_error", PHRASE_ONE_ERROR},     {"errors", PHRASE_ERRORS},
        {"one_warning", PHRASE_ONE_WARNING}, {"warnings", PHRASE_WARNINGS},
        {"before", PHRASE_PREVIEW_BEFORE},   {"partly", PHRASE_PREVIEW_PARTLY},
        {"none", PHRASE_PREVIEW_NONE},       {"made", PHRASE_PREVIEW_MADE},
        {"close", PHRASE_PREVIEW_CLOSE},     {"keys", PHRASE_PREVIEW_KEYS},
        {"others", PHRASE_PREVIEW_OTHERS},   {"more", PHRASE_PREVIEW_MORE},
    };
    buf_puts(json, "{\"lang\": ");
    json_string(json, code);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct buf text = BUF_INIT;
        put(&text, language, words[i].phrase);
        buf_printf(json, ", \"%s\": ", words[i].key);
        json_string(json, buf_str(&text));
        buf_free(&text);
    }
    buf_putc(json, '}');
}

static void element(struct xml *x, const char *name, const struct map *language, enum phrase p)
{
    struct buf text = BUF_INIT;
    put(&text, language, p);
    xml_raw(x, "\n");
    xml_open(x, name);
    xml_text(x, buf_str(&text));
    xml_close(x);
    buf_free(&text);
}

void preview_text_fault(struct buf *html, const struct map *language, const char *code)
{
    struct xml x;
    buf_puts(html, "<!doctype html>\n");
    xml_init(&x, html);
    xml_open(&x, "html");
    xml_attr(&x, "lang", code);
    xml_attr(&x, "class", "accord-fault");
    xml_raw(&x, "\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<link rel=\"icon\" href=\"data:,\">\n"
                "<link rel=\"stylesheet\" href=\"/.accord/preview.css\">");
    element(&x, "title", language, PHRASE_PREVIEW_FAULT);
    xml_raw(&x, "\n</head>\n<body>\n<main>");
    element(&x, "h1", language, PHRASE_PREVIEW_FAULT);
    element(&x, "p", language, PHRASE_PREVIEW_TERMINAL);
    element(&x, "p", language, PHRASE_PREVIEW_COMES);
    xml_raw(&x, "\n</main>\n</body>\n");
    xml_close(&x);
    buf_putc(html, '\n');
}
