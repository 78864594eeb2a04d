#include "pdf/pdf_meta.h"

#include "base/arena.h"
#include "base/xml.h"

#include <stdlib.h>
#include <string.h>

static const char CREATOR[] = "accord";

static const char *producer(struct arena *a)
{
    return arena_printf(a, "accord with libharu %s", HPDF_GetVersion());
}

static const char *pdf_date(struct arena *a, struct date d)
{
    return arena_printf(a, "(D:%04d%02d%02d000000Z)", d.year, d.month, d.day);
}

/* --- XMP --- */

static void open_description(struct xml *x, const char *prefix, const char *uri)
{
    xml_open(x, "rdf:Description");
    xml_attr(x, "rdf:about", "");
    xml_attrf(x, "xmlns:dc", "%s", "http://purl.org/dc/elements/1.1/");
    if (prefix)
        xml_attr(x, prefix, uri);
}

static void simple(struct xml *x, const char *name, const char *value)
{
    if (!value)
        return;
    xml_open(x, name);
    xml_text(x, value);
    xml_close(x);
}

/* A property whose value is a list with one item; container is rdf:Alt, Bag or Seq. */
static void listed(struct xml *x, const char *name, const char *container, const char *value)
{
    if (!value)
        return;
    xml_open(x, name);
    xml_open(x, container);
    xml_open(x, "rdf:li");
    if (strcmp(container, "rdf:Alt") == 0)
        xml_attr(x, "xml:lang", "x-default");
    xml_text(x, value);
    xml_close(x);
    xml_close(x);
    xml_close(x);
}

static void xmp_document(struct xml *x, struct arena *a, const struct pdf_meta *m)
{
    open_description(x, NULL, NULL);
    simple(x, "dc:format", "application/pdf");
    listed(x, "dc:title", "rdf:Alt", m->title);
    listed(x, "dc:creator", "rdf:Seq", m->author);
    listed(x, "dc:description", "rdf:Alt", m->subject);
    listed(x, "dc:language", "rdf:Bag", m->lang);
    xml_close(x);
    open_description(x, "xmlns:xmp", "http://ns.adobe.com/xap/1.0/");
    simple(x, "xmp:CreatorTool", CREATOR);
    if (date_is_set(m->date)) {
        const char *date = arena_printf(a, "%04d-%02d-%02dT00:00:00Z", m->date.year, m->date.month,
                                        m->date.day);
        simple(x, "xmp:CreateDate", date);
        simple(x, "xmp:ModifyDate", date);
    }
    xml_close(x);
    open_description(x, "xmlns:pdf", "http://ns.adobe.com/pdf/1.3/");
    simple(x, "pdf:Producer", producer(a));
    simple(x, "pdf:Keywords", m->keywords);
    xml_close(x);
    open_description(x, "xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/");
    simple(x, "pdfaid:part", "3");
    simple(x, "pdfaid:conformance", "A");
    xml_close(x);
    open_description(x, "xmlns:pdfuaid", "http://www.aiim.org/pdfua/ns/id/");
    simple(x, "pdfuaid:part", "1");
    xml_close(x);
}

static void open_resource(struct xml *x)
{
    xml_open(x, "rdf:li");
    xml_attr(x, "rdf:parseType", "Resource");
}

/* PDF/A knows no pdfuaid: the schema has to be described inside the file. */
static void xmp_extension(struct xml *x)
{
    open_description(x, "xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/");
    xml_attr(x, "xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#");
    xml_attr(x, "xmlns:pdfaProperty", "http://www.aiim.org/pdfa/ns/property#");
    xml_open(x, "pdfaExtension:schemas");
    xml_open(x, "rdf:Bag");
    open_resource(x);
    simple(x, "pdfaSchema:schema", "PDF/UA Universal Accessibility Schema");
    simple(x, "pdfaSchema:namespaceURI", "http://www.aiim.org/pdfua/ns/id/");
    simple(x, "pdfaSchema:prefix", "pdfuaid");
    xml_open(x, "pdfaSchema:property");
    xml_open(x, "rdf:Seq");
    open_resource(x);
    simple(x, "pdfaProperty:name", "part");
    simple(x, "pdfaProperty:valueType", "Integer");
    simple(x, "pdfaProperty:category", "internal");
    simple(x, "pdfaProperty:description", "Part of ISO 14289 to which the file conforms");
    for (int i = 0; i < 7; i++)
        xml_close(x); /* property, Seq, property list, schema, Bag, schemas, Description */
}

static unsigned xmp(struct pdf_file *f, const struct pdf_meta *m)
{
    struct buf b = BUF_INIT;
    struct xml x;
    buf_puts(&b, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    xml_init(&x, &b);
    xml_open(&x, "x:xmpmeta");
    xml_attr(&x, "xmlns:x", "adobe:ns:meta/");
    xml_open(&x, "rdf:RDF");
    xml_attr(&x, "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    xmp_document(&x, f->arena, m);
    xmp_extension(&x);
    xml_close(&x);
    xml_close(&x);
    buf_puts(&b, "\n<?xpacket end=\"w\"?>");
    unsigned number = pdf_file_reserve(f, 1);
    pdf_file_stream(f, number, "/Type /Metadata /Subtype /XML", b.p, b.n, true);
    buf_free(&b);
    return number;
}

/* --- catalog and information --- */

static void put_text_entry(struct buf *b, const char *key, const char *text)
{
    if (!text)
        return;
    buf_printf(b, "/%s ", key);
    pdf_object_put_text(b, text);
    buf_putc(b, '\n');
}

static void write_info(struct pdf_file *f, const struct pdf_meta *m)
{
    HPDF_Dict_RemoveElement(f->haru->info, "Producer"); /* libharu's own; it has no other */
    struct buf *b = &pdf_object_adopt(f, f->haru->info)->body;
    put_text_entry(b, "Title", m->title);
    put_text_entry(b, "Author", m->author);
    put_text_entry(b, "Subject", m->subject);
    put_text_entry(b, "Keywords", m->keywords);
    put_text_entry(b, "Creator", CREATOR);
    put_text_entry(b, "Producer", producer(f->arena));
    if (date_is_set(m->date))
        buf_printf(b, "/CreationDate %s\n/ModDate %s", pdf_date(f->arena, m->date),
                   pdf_date(f->arena, m->date));
}

static void put_output_intent(struct pdf_file *f, const struct pdf_meta *m, struct buf *catalog)
{
    unsigned profile = pdf_file_reserve(f, 1);
    pdf_file_stream(f, profile, "/N 3", m->icc, m->icc_n, false);
    buf_puts(catalog, "/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 "
                      "/OutputConditionIdentifier (sRGB IEC61966-2.1) "
                      "/RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) "
                      "/DestOutputProfile");
    pdf_object_put_ref(catalog, profile);
    buf_puts(catalog, ">>]\n");
}

void pdf_meta_write(struct pdf_file *f, const struct pdf_meta *m, struct buf *catalog)
{
    write_info(f, m);
    buf_puts(catalog, "/Metadata");
    pdf_object_put_ref(catalog, xmp(f, m));
    buf_puts(catalog, "\n/Lang ");
    pdf_object_put_bytes(catalog, m->lang);
    buf_putc(catalog, '\n');
    put_output_intent(f, m, catalog);
}

void pdf_meta_id(struct pdf_file *f, const char *seed)
{
    HPDF_BYTE id[2][16];
    HPDF_MD5_CTX name;
    HPDF_MD5Init(&name);
    HPDF_MD5Update(&name, (const HPDF_BYTE *)seed, (HPDF_UINT32)strlen(seed));
    HPDF_MD5Final(id[0], &name);
    HPDF_MD5Update(&f->digest, (const HPDF_BYTE *)seed, (HPDF_UINT32)strlen(seed));
    HPDF_MD5Final(id[1], &f->digest);
    struct buf *b = &f->trailer;
    buf_puts(b, " /ID [");
    for (int i = 0; i < 2; i++) {
        buf_putc(b, '<');
        for (int k = 0; k < 16; k++)
            buf_printf(b, "%02X", id[i][k]);
        buf_putc(b, '>');
    }
    buf_puts(b, "]");
}

/* --- attachments --- */

static struct pdf_object *file_spec(struct pdf_file *f, const struct pdf_meta *m,
                                    const struct pdf_attachment *at)
{
    unsigned data = pdf_file_reserve(f, 1);
    struct buf dict = BUF_INIT;
    buf_puts(&dict, "/Type /EmbeddedFile /Subtype ");
    pdf_object_put_name(&dict, at->mime);
    buf_printf(&dict, " /Params <</Size %zu", at->n);
    if (date_is_set(m->date))
        buf_printf(&dict, " /ModDate %s", pdf_date(f->arena, m->date));
    buf_puts(&dict, ">>");
    pdf_file_stream(f, data, buf_str(&dict), at->bytes, at->n, false);
    buf_free(&dict);

    struct pdf_object *spec = pdf_object_new(f);
    struct buf *b = &spec->body;
    buf_puts(b, "/Type /Filespec /AFRelationship /Data /F ");
    pdf_object_put_bytes(b, at->name);
    buf_puts(b, " /UF ");
    pdf_object_put_text(b, at->name);
    if (at->description) {
        buf_puts(b, " /Desc ");
        pdf_object_put_text(b, at->description);
    }
    buf_puts(b, " /EF <</F");
    pdf_object_put_ref(b, data);
    buf_puts(b, " /UF");
    pdf_object_put_ref(b, data);
    buf_puts(b, ">>");
    return spec;
}

static int cmp_key(const void *a, const void *b)
{
    return strcmp(((const struct map_item *)a)->key, ((const struct map_item *)b)->key);
}

void pdf_meta_attach(struct pdf_file *f, const struct pdf_meta *m, struct map *files,
                     struct buf *catalog, struct buf *names)
{
    for (size_t i = 0; i < m->attachments; i++)
        map_set(files, m->attachment[i].name, file_spec(f, m, &m->attachment[i]));
    if (files->n == 0)
        return;
    buf_puts(catalog, "/AF [");
    for (size_t i = 0; i < files->n; i++)
        pdf_object_put_ref(catalog, ((struct pdf_object *)files->item[i].value)->number);
    buf_puts(catalog, "]\n");

    struct map_item *sorted = ARENA_ARRAY(f->arena, struct map_item, files->n);
    memcpy(sorted, files->item, files->n * sizeof *sorted);
    qsort(sorted, files->n, sizeof *sorted, cmp_key);
    buf_puts(names, "/EmbeddedFiles <</Names [");
    for (size_t i = 0; i < files->n; i++) {
        pdf_object_put_bytes(names, sorted[i].key);
        pdf_object_put_ref(names, ((struct pdf_object *)sorted[i].value)->number);
        buf_putc(names, '\n');
    }
    buf_puts(names, "]>>\n");
}
