#include "pdf/pdf_object.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <assert.h>
#include <string.h>

/* --- objects --- */

static HPDF_STATUS write_body(HPDF_Dict dict, HPDF_Stream stream)
{
    struct pdf_object *o = dict->attr;
    if (o->body.n == 0)
        return HPDF_OK;
    HPDF_STATUS status = HPDF_Stream_Write(stream, (HPDF_BYTE *)o->body.p, (HPDF_UINT)o->body.n);
    return status == HPDF_OK ? HPDF_Stream_WriteStr(stream, "\n") : status;
}

static void free_body(void *body)
{
    buf_free(body);
}

struct pdf_object *pdf_object_adopt(struct pdf_file *f, HPDF_Dict dict)
{
    if (!dict)
        mem_die();
    assert(!dict->attr && !dict->write_fn);
    struct pdf_object *o = ARENA_NEW(f->arena, struct pdf_object);
    buf_init(&o->body);
    arena_defer(f->arena, free_body, &o->body);
    o->dict = dict;
    o->number = pdf_file_number(dict);
    dict->attr = o;
    dict->write_fn = write_body;
    return o;
}

struct pdf_object *pdf_object_new(struct pdf_file *f)
{
    HPDF_Dict dict = HPDF_Dict_New(f->haru->mmgr);
    if (!dict)
        mem_die();
    HPDF_Xref_Add(f->haru->xref, dict);
    return pdf_object_adopt(f, dict);
}

void pdf_object_put_ref(struct buf *out, unsigned number)
{
    buf_putc(out, ' ');
    buf_put_number(out, number);
    buf_puts(out, " 0 R");
}

/* --- strings and names --- */

static unsigned next_point(const char *s, size_t n, size_t *len)
{
    unsigned c = 0xFFFD;
    *len = utf8_decode(s, n, &c);
    if (*len == 0)
        *len = 1;
    return c;
}

void pdf_object_put_utf16(struct buf *out, const char *s, size_t n)
{
    for (size_t i = 0, len; i < n; i += len) {
        unsigned c = next_point(s + i, n - i, &len);
        if (c >= 0x10000)
            buf_printf(out, "%04X%04X", 0xD800 + ((c - 0x10000) >> 10),
                       0xDC00 + ((c - 0x10000) & 0x3FF));
        else
            buf_printf(out, "%04X", c);
    }
}

void pdf_object_put_text(struct buf *out, const char *utf8)
{
    buf_puts(out, "<FEFF");
    pdf_object_put_utf16(out, utf8, strlen(utf8));
    buf_putc(out, '>');
}

void pdf_object_put_bytes(struct buf *out, const char *s)
{
    buf_putc(out, '(');
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if (c == '(' || c == ')' || c == '\\')
            buf_putc(out, '\\');
        if (c < 0x20 || c > 0x7E)
            buf_printf(out, "\\%03o", c);
        else
            buf_putc(out, (char)c);
    }
    buf_putc(out, ')');
}

void pdf_object_put_name(struct buf *out, const char *s)
{
    buf_putc(out, '/');
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if (c <= 0x20 || c > 0x7E || strchr("#()<>[]{}/%", c))
            buf_printf(out, "#%02X", c);
        else
            buf_putc(out, (char)c);
    }
}

/* libharu takes no longer strings (HPDF_LIMIT_MAX_STRING_LEN), nor would a title or an alternative text
 * be of use to anybody: the rest is left out. */
enum { TEXT_BYTES = 32000 };

HPDF_Binary pdf_object_text(struct pdf_file *f, const char *utf8)
{
    struct buf bytes = BUF_INIT;
    buf_put(&bytes, "\xFE\xFF", 2);
    size_t n = strlen(utf8);
    for (size_t i = 0, len; i < n && bytes.n < TEXT_BYTES; i += len) {
        unsigned c = next_point(utf8 + i, n - i, &len), unit[2] = {c, 0};
        size_t units = 1;
        if (c >= 0x10000) {
            unit[0] = 0xD800 + ((c - 0x10000) >> 10);
            unit[1] = 0xDC00 + ((c - 0x10000) & 0x3FF);
            units = 2;
        }
        for (size_t k = 0; k < units; k++) {
            buf_putc(&bytes, (char)(unit[k] >> 8));
            buf_putc(&bytes, (char)(unit[k] & 0xFF));
        }
    }
    HPDF_Binary b = HPDF_Binary_New(f->haru->mmgr, (HPDF_BYTE *)bytes.p, (HPDF_UINT)bytes.n);
    buf_free(&bytes);
    if (!b)
        mem_die();
    return b;
}
