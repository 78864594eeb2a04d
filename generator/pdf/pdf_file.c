#include "pdf/pdf_file.h"

#include "base/arena.h"

#include <string.h>

enum { PACK_OBJECTS = 200, LEVEL = 3, ROW = 7 }; /* ROW: bytes of a cross-reference */
enum { WHERE_UNKNOWN, WHERE_OFFSET, WHERE_PACKED, WHERE_DROPPED };
enum { FAULT_SIZE = 0xACC1, FAULT_DEFLATE = 0xACC2 }; /* beyond libharu's 0x1001 to 0x10FF */

/* --- opening --- */

/* libharu would go on without a handler too; this one says that errors are asked for. */
static void ignore_error(HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
    (void)error;
    (void)detail;
    (void)data;
}

static void close_file(void *file)
{
    struct pdf_file *f = file;
    HPDF_Free(f->haru);
    deflateEnd(&f->deflate);
    buf_free(&f->deflated);
    buf_free(&f->out);
    buf_free(&f->packed);
    buf_free(&f->packed_head);
    buf_free(&f->trailer);
}

void pdf_file_open(struct pdf_file *f, struct arena *a)
{
    *f = (struct pdf_file){.arena = a, .haru = HPDF_New(ignore_error, NULL)};
    if (!f->haru || deflateInit(&f->deflate, LEVEL) != Z_OK)
        mem_die();
    arena_defer(a, close_file, f);
    HPDF_MD5Init(&f->digest);
    HPDF_SetPagesConfiguration(f->haru, 64); /* a page tree, not one flat array */
    /* The default of 1024 makes libharu copy the table over and over. */
    f->haru->xref->entries->items_per_block = 1 << 14;
    /* The comment tells that the file is binary (ISO 19005-3, 6.1.2). */
    buf_puts(&f->out, "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n");
}

unsigned long pdf_file_fault(const struct pdf_file *f)
{
    return f->haru->error.error_no ? f->haru->error.error_no : f->fault;
}

/* --- numbers --- */

unsigned pdf_file_number(const void *haru_object)
{
    return ((const HPDF_Obj_Header *)haru_object)->obj_id & 0x00FFFFFF;
}

unsigned pdf_file_reserve(struct pdf_file *f, unsigned n)
{
    HPDF_Xref xref = f->haru->xref;
    unsigned first = xref->start_offset + xref->entries->count;
    if (n > HPDF_LIMIT_MAX_XREF_ELEMENT - first) { /* ISO 19005-3, 6.1.13 */
        f->fault = FAULT_SIZE;
        return first;
    }
    xref->start_offset += n;
    return first;
}

static void note_where(struct pdf_file *f, unsigned number, struct pdf_where where)
{
    static const struct pdf_where none = {0};
    while (f->where.n <= number)
        VEC_PUSH(f->arena, &f->where, none);
    f->where.p[number] = where;
}

static bool is_written(const struct pdf_file *f, unsigned number)
{
    return number < f->where.n && f->where.p[number].kind != WHERE_UNKNOWN;
}

static void note_offset(struct pdf_file *f, unsigned number)
{
    if (f->out.n > INT32_MAX)
        f->fault = FAULT_SIZE;
    note_where(f, number, (struct pdf_where){.kind = WHERE_OFFSET, .at = (uint32_t)f->out.n});
}

/* --- streams --- */

static void put_deflated(struct pdf_file *f, struct buf *out, const void *bytes, size_t n)
{
    unsigned char block[8192];
    z_stream *z = &f->deflate;
    if (n > UINT32_MAX || deflateReset(z) != Z_OK) {
        f->fault = FAULT_DEFLATE;
        return;
    }
    z->next_in = (Bytef *)bytes; /* zlib does not write there */
    z->avail_in = (uInt)n;
    int status;
    do {
        z->next_out = block;
        z->avail_out = sizeof block;
        status = deflate(z, Z_FINISH);
        buf_put(out, block, sizeof block - z->avail_out);
    } while (status == Z_OK);
    if (status != Z_STREAM_END)
        f->fault = FAULT_DEFLATE;
}

void pdf_file_stream(struct pdf_file *f, unsigned number, const char *dict, const void *bytes,
                     size_t n, bool plain)
{
    if (!plain) {
        buf_clear(&f->deflated);
        put_deflated(f, &f->deflated, bytes, n);
        bytes = f->deflated.p;
        n = f->deflated.n;
    }
    HPDF_MD5Update(&f->digest, bytes, (HPDF_UINT32)n);
    note_offset(f, number);
    buf_printf(&f->out, "%u 0 obj\n<<%s%s /Length %zu>>\nstream\n", number, dict,
               plain ? "" : " /Filter /FlateDecode", n);
    buf_put(&f->out, bytes, n);
    buf_puts(&f->out, "\nendstream\nendobj\n");
}

/* --- other objects --- */

static void close_pack(struct pdf_file *f)
{
    if (!f->pack)
        return;
    size_t first = f->packed_head.n;
    buf_put(&f->packed_head, f->packed.p, f->packed.n);
    pdf_file_stream(f, f->pack,
                    arena_printf(f->arena, "/Type /ObjStm /N %u /First %zu", f->packed_n, first),
                    f->packed_head.p, f->packed_head.n, false);
    f->pack = 0;
}

void pdf_file_put(struct pdf_file *f, unsigned number, const void *object, size_t n)
{
    if (f->pack && f->packed_n == PACK_OBJECTS)
        close_pack(f);
    if (!f->pack) {
        f->pack = pdf_file_reserve(f, 1);
        f->packed_n = 0;
        buf_clear(&f->packed);
        buf_clear(&f->packed_head);
    }
    note_where(f, number, (struct pdf_where){.kind = WHERE_PACKED, .at = f->pack,
                                             .index = (uint16_t)f->packed_n++});
    buf_put_number(&f->packed_head, number);
    buf_putc(&f->packed_head, ' ');
    buf_put_number(&f->packed_head, f->packed.n);
    buf_putc(&f->packed_head, ' ');
    buf_put(&f->packed, object, n);
    buf_putc(&f->packed, '\n');
}

void pdf_file_drop(struct pdf_file *f, unsigned number)
{
    note_where(f, number, (struct pdf_where){.kind = WHERE_DROPPED});
}

/* --- the end --- */

/* Lets libharu write one of its objects and takes the text. */
static bool put_haru_object(struct pdf_file *f, HPDF_Stream stream, void *object, struct buf *text)
{
    unsigned number = pdf_file_number(object);
    if (is_written(f, number))
        return true;
    if (HPDF_Obj_WriteValue(object, stream, NULL) != HPDF_OK)
        return false;
    buf_clear(text);
    HPDF_UINT n;
    for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
        const HPDF_BYTE *bytes = HPDF_MemStream_GetBufPtr(stream, i, &n);
        buf_put(text, bytes, n);
    }
    HPDF_MemStream_FreeData(stream);
    pdf_file_put(f, number, text->p, text->n);
    return true;
}

static bool put_haru_objects(struct pdf_file *f)
{
    enum { BLOCK = 1 << 12 };
    HPDF_Stream stream = HPDF_MemStream_New(f->haru->mmgr, BLOCK);
    struct buf text = BUF_INIT;
    bool ok = stream != NULL;
    HPDF_List entries = f->haru->xref->entries;
    for (HPDF_UINT i = 1; ok && i < entries->count; i++) /* 0 heads the list of free ones */
        ok = put_haru_object(f, stream, HPDF_Xref_GetEntry(f->haru->xref, i)->obj, &text);
    if (stream)
        HPDF_Stream_Free(stream);
    buf_free(&text);
    close_pack(f);
    return ok;
}

/* One row a number: kind, place, index; each after the differences to the row above it, which
 * compress well (PNG's filter "up"). */
static void put_rows(const struct pdf_file *f, struct buf *rows)
{
    unsigned char above[ROW] = {0}, row[ROW];
    for (size_t i = 0; i < f->where.n; i++) {
        const struct pdf_where *w = &f->where.p[i];
        bool used = w->kind == WHERE_OFFSET || w->kind == WHERE_PACKED;
        unsigned last = used ? w->index : 0xFFFF; /* of what is free: never to be used */
        row[0] = !used ? 0 : w->kind == WHERE_OFFSET ? 1 : 2;
        for (int k = 0; k < 4; k++)
            row[1 + k] = (unsigned char)(w->at >> (24 - 8 * k));
        row[5] = (unsigned char)(last >> 8);
        row[6] = (unsigned char)last;
        buf_putc(rows, 2);
        for (int k = 0; k < ROW; k++)
            buf_putc(rows, (char)(row[k] - above[k]));
        memcpy(above, row, ROW);
    }
}

static void put_cross_references(struct pdf_file *f)
{
    struct buf rows = BUF_INIT, dict = BUF_INIT;
    unsigned number = pdf_file_reserve(f, 1);
    size_t at = f->out.n;
    note_offset(f, number);
    put_rows(f, &rows);
    buf_printf(&dict,
               "/Type /XRef /Size %zu /W [1 4 2] /DecodeParms <</Predictor 12 /Columns %d>>"
               " /Root %u 0 R /Info %u 0 R",
               f->where.n, ROW, pdf_file_number(f->haru->catalog), pdf_file_number(f->haru->info));
    buf_put(&dict, f->trailer.p, f->trailer.n);
    pdf_file_stream(f, number, buf_str(&dict), rows.p, rows.n, false);
    buf_printf(&f->out, "startxref\n%zu\n%%%%EOF\n", at);
    buf_free(&rows);
    buf_free(&dict);
}

bool pdf_file_finish(struct pdf_file *f, struct buf *out)
{
    if (pdf_file_fault(f) || !put_haru_objects(f))
        return false;
    put_cross_references(f);
    if (pdf_file_fault(f))
        return false;
    buf_free(out); /* a long file is not copied */
    *out = f->out;
    f->out = (struct buf)BUF_INIT;
    return true;
}
