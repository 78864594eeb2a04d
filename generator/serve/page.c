#include "serve/serve_room.h"

#include "base/buf.h"
#include "base/path.h"
#include "base/sha256.h"

#include <string.h>

#define STRICT                                                                                     \
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "              \
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/* Browsers show a PDF in a page of their own, which a policy would forbid. */
static const struct type {
    const char *end, *type, *policy;
} types[] = {
    {".html", "text/html; charset=utf-8", STRICT},
    {".css", "text/css; charset=utf-8", NULL},
    {".js", "text/javascript; charset=utf-8", NULL},
    {".svg", "image/svg+xml", "default-src 'none'; style-src 'unsafe-inline'"},
    {".png", "image/png", NULL},
    {".ico", "image/x-icon", NULL},
    {".woff2", "font/woff2", NULL},
    {".json", "application/json", NULL},
    {".csv", "text/csv; charset=utf-8", NULL},
    {".txt", "text/plain; charset=utf-8", NULL},
    {".xml", "application/xml", "default-src 'none'"},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", NULL},
    {".pdf", "application/pdf", NULL},
};

static const struct type *type_of(const char *path)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (path_ends_in(path, types[i].end))
            return &types[i];
    return NULL;
}

const char *page_type(const char *path)
{
    const struct type *type = type_of(path);

    return type ? type->type : "application/octet-stream";
}

const char *page_policy(const char *path)
{
    const struct type *type = type_of(path);

    return type ? type->policy : NULL;
}

bool page_is_html(const char *path)
{
    return type_of(path) == &types[0];
}

void page_sum(const void *bytes, size_t n, char sum[PAGE_SUM])
{
    char hex[SHA256_HEX];

    sha256_of(bytes, n, hex);
    memcpy(sum, hex, PAGE_SUM - 1);
    sum[PAGE_SUM - 1] = '\0';
}

/* Where the head of a page ends; at its end where it has none. */
static size_t head_end(const char *s, size_t n)
{
    static const char end[] = "</head>";

    for (size_t i = 0; i + sizeof end - 1 <= n; i++)
        if (s[i] == '<' && memcmp(s + i, end, sizeof end - 1) == 0)
            return i;
    return n;
}

void page_put(struct buf *out, const void *bytes, size_t n, const char *sum)
{
    size_t head = head_end(bytes, n);

    buf_put(out, bytes, head);
    buf_printf(out, "<script src=\"/.accord/preview.js\" data-made=\"%s\" defer></script>\n", sum);
    buf_put(out, (const char *)bytes + head, n - head);
}
