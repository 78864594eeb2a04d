/* Texts written for machines come back from a reader as they were: JSON, XML, HTML, CSV, YAML. */
#include "kit.h"

#include "base/csv_write.h"
#include "base/json.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "base/yaml_write.h"
#include "input/input_room.h"
#include "template/template.h"

#include <libxml/parser.h>

/* Any bytes: what is no UTF-8 becomes U+FFFD, a byte each, as in s. */
static void json(struct arena *a, const char *raw, const char *s)
{
    struct buf b = BUF_INIT;
    const struct value *v = NULL;
    size_t at = 0;
    const char *what = NULL;
    json_string(&b, raw);
    HOLDS(!strstr(b.p, "</") && !strstr(b.p, "<!--")); /* within a script element */
    HOLDS(json_read(a, kit_source(a, "json", b.p), &v, &at, &what));
    SAME(value_text(v), s);
    buf_free(&b);
}

/* XML has no control characters, nor U+FFFE and U+FFFF; its readers make CR a line feed. */
static bool in_xml(const char *s)
{
    for (; *s; s++)
        if ((unsigned char)*s < 0x20 && *s != '\t' && *s != '\n')
            return false;
    return true;
}

static void xml(struct arena *a, const char *s)
{
    struct buf b = BUF_INIT;
    struct xml x;
    xml_init(&x, &b);
    xml_open(&x, "p");
    xml_attr(&x, "title", s);
    xml_text(&x, s);
    xml_close(&x);
    xmlDoc *doc = xmlReadMemory(b.p, (int)b.n, "p.xml", "UTF-8", XML_PARSE_NONET | XML_PARSE_HUGE |
                                                                     XML_PARSE_NOERROR);
    HOLDS(doc != NULL);
    xmlChar *text = xmlNodeGetContent(xmlDocGetRootElement(doc));
    xmlChar *title = xmlGetProp(xmlDocGetRootElement(doc), (const xmlChar *)"title");
    if (in_xml(s) && !strstr(s, "\xEF\xBF\xBE") && !strstr(s, "\xEF\xBF\xBF"))
        SAME((char *)text, s);
    if (in_xml(s) && !strpbrk(s, "\t\n") && !strstr(s, "\xEF\xBF\xBE") && !strstr(s, "\xEF\xBF\xBF"))
        SAME((char *)title, s); /* white space in attributes becomes blanks */
    xmlFree(text);
    xmlFree(title);
    xmlFreeDoc(doc);
    buf_free(&b);
    (void)a;
}

/* Undoes the references that are there, and no other ampersand may be. */
static void html(const char *s)
{
    static const char *const ref[][2] = {
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
    struct buf b, back;
    buf_init(&b);
    buf_init(&back);
    template_escape_html(&b, s);
    HOLDS(!strpbrk(b.p, "<>\""));
    for (const char *p = b.p; *p;) {
        size_t i = 0;
        while (i < 5 && strncmp(p, ref[i][0], strlen(ref[i][0])) != 0)
            i++;
        HOLDS(*p != '&' || i < 5);
        buf_puts(&back, i < 5 ? ref[i][1] : "");
        if (i == 5)
            buf_putc(&back, *p);
        p += i < 5 ? strlen(ref[i][0]) : 1;
    }
    SAME(back.p, s);
    buf_free(&b);
    buf_free(&back);
}

/* A cell behind and before others; what a spreadsheet would take for a formula got an apostrophe. */
static void csv(struct arena *a, const char *s)
{
    struct diags *d = diags_new(a);
    struct buf b = BUF_INIT;
    buf_puts(&b, "a,b,c\n");
    buf_puts(&b, "x,");
    csv_write_cell(&b, s);
    buf_puts(&b, ",y\n");
    struct csv *csv = input_csv(a, d, kit_source(a, "x.csv", b.p));
    HOLDS(csv && csv->n == 1 && csv->faults == 0 && csv->row[0].n == 3);
    const char *back = csv->row[0].cell[1].text;
    const char *end = s + strlen(s);
    if (*back == '\'' && *s != '\'')
        SAME(back + 1, s);
    else if (*s == ' ' || (end > s && strchr(" \t", end[-1])) || strpbrk(s, "\r\n"))
        HOLDS(strlen(back) <= strlen(s)); /* blanks around a bare cell go */
    else
        SAME(back, s);
    HOLDS(!strchr("=+@\t\r", *back) || !*back || strspn(back, "+0123456789.") == strlen(back));
    SAME(csv->row[0].cell[2].text, "y");
    buf_free(&b);
}

static void yaml(struct arena *a, const char *s)
{
    struct diags *d = diags_new(a);
    struct buf b = BUF_INIT;
    if (!yaml_write_can(s))
        return;
    buf_puts(&b, "a: ");
    yaml_write_text(&b, s, false);
    buf_puts(&b, "\nb: [");
    yaml_write_text(&b, s, true);
    buf_puts(&b, ", 1]\nc: {d: ");
    yaml_write_quoted(&b, s);
    buf_puts(&b, "}\ne:");
    yaml_write_value(&b, s, 2);
    buf_puts(&b, "f: end\n");
    struct node *n = input_yaml(a, d, kit_source(a, "x.yaml", b.p));
    HOLDS(!diags_failed(d) && n && n->n == 5);
    SAME(node_get(n, "a")->text, s);
    HOLDS(node_get(n, "b")->n == 2);
    SAME(node_get(n, "b")->item[0]->text, s);
    SAME(node_get(node_get(n, "c"), "d")->text, s);
    SAME(node_get(n, "e")->text, s);
    SAME(node_get(n, "f")->text, "end");
    buf_free(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = kit_arena();
    const char *raw = arena_strndup(a, (const char *)data, size); /* ends at a NUL */
    const char *s = kit_any(a, (const uint8_t *)raw, strlen(raw));
    json(a, raw, s);
    xml(a, s);
    html(s);
    csv(a, s);
    yaml(a, s);
    return 0;
}
