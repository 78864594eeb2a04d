#include "pdf/pdf_object.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <assert.h>
#include <string.h>

/* --- file --- */

/* libharu would go on without a handler too; this one says that errors are asked for. */
static void ignore_error(HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
    (void)error;
    (void)detail;
    (void)data;
}

static void close_file(void *haru)
{
    HPDF_Free(haru);
}

void pdf_file_open(struct pdf_file *f, struct arena *a)
{
    f->arena = a;
    f->haru = HPDF_New(ignore_error, NULL);
    if (!f->haru)
        mem_die();
    arena_defer(a, close_file, f->haru);
    HPDF_MD5Init(&f->digest);
    HPDF_SetCompressionMode(f->haru, HPDF_COMP_ALL);
    HPDF_SetPagesConfiguration(f->haru, 64); /* a page tree, not one flat array */
    /* The default of 1024 makes libharu copy the table over and over. */
    f->haru->xref->entries->items_per_block = 1 << 14;
}

void pdf_file_digest(struct pdf_file *f, const void *bytes, size_t n)
{
    HPDF_MD5Update(&f->digest, bytes, (HPDF_UINT32)n);
}

unsigned long pdf_file_fault(const struct pdf_file *f)
{
    return f->haru->error.error_no;
}

bool pdf_file_save(struct pdf_file *f, struct buf *out)
{
    enum { BLOCK = 1 << 16 };
    /* Last: calls that need a newer version set it, some to an older one. */
    f->haru->pdf_version = HPDF_VER_17;
    if (pdf_file_fault(f) || HPDF_SaveToStream(f->haru) != HPDF_OK)
        return false;
    HPDF_UINT32 left = HPDF_GetStreamSize(f->haru);
    HPDF_BYTE *block = arena_alloc(f->arena, BLOCK);
    HPDF_ResetStream(f->haru);
    while (left > 0) {
        HPDF_UINT32 n = left < BLOCK ? left : BLOCK;
        HPDF_ReadFromStream(f->haru, block, &n);
        if (n == 0)
            return false;
        buf_put(out, block, n);
        left -= n;
    }
    return pdf_file_fault(f) == 0;
}

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

struct pdf_object *pdf_object_stream(struct pdf_file *f, const void *bytes, size_t n, bool deflate)
{
    HPDF_Dict dict = HPDF_DictStream_New(f->haru->mmgr, f->haru->xref);
    if (!dict)
        mem_die();
    HPDF_Stream_Write(dict->stream, bytes, (HPDF_UINT)n);
    pdf_file_digest(f, bytes, n);
    dict->filter = deflate ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE;
    return pdf_object_adopt(f, dict);
}

unsigned pdf_object_number(const void *haru_object)
{
    return ((const HPDF_Obj_Header *)haru_object)->obj_id & 0x00FFFFFF;
}

void pdf_object_put_ref(struct buf *out, const struct pdf_object *o)
{
    buf_printf(out, " %u 0 R", pdf_object_number(o->dict));
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

HPDF_Binary pdf_object_text(struct pdf_file *f, const char *utf8)
{
    struct buf bytes = BUF_INIT;
    buf_put(&bytes, "\xFE\xFF", 2);
    size_t n = strlen(utf8);
    for (size_t i = 0, len; i < n; i += len) {
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
