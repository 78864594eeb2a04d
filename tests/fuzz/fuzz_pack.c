/* What another process packed, and what none did: numbers, texts, reports. */
#include "kit.h"

#include "base/pack.h"

/* Bytes that a worker may have left half written. */
static void unpack_any(struct arena *a, const uint8_t *data, size_t size)
{
    struct unpack u = unpack_of((const char *)data, size);
    size_t left = u.n;
    for (int i = 0; i < 64 && !u.failed && u.n; i++) {
        const char *s = i % 2 ? unpack_text(&u, a) : NULL;
        if (i % 2 == 0)
            unpack_number(&u);
        HOLDS(u.n <= left && (!s || strlen(s) <= size));
        left = u.n;
    }
    u = unpack_of((const char *)data, size);
    diags_unpack(diags_new(a), &u); /* the bytes decide what it says: only that it ends well */
    HOLDS(u.n <= size);
}

static void pack_back(struct arena *a, const uint8_t *data, size_t size)
{
    struct kit_bytes in = {data, size};
    struct buf b;
    buf_init(&b);
    uint64_t n = (uint64_t)kit_int64(&in);
    const char *text = arena_strndup(a, (const char *)in.p, in.n);
    pack_number(&b, n);
    pack_text(&b, text);
    pack_text(&b, NULL);
    pack_text(&b, "");
    struct unpack u = unpack_of(b.p, b.n);
    HOLDS(unpack_number(&u) == n);
    SAME(unpack_text(&u, a), text);
    SAME(unpack_text(&u, a), NULL);
    HOLDS(!unpack_ok(&u));
    SAME(unpack_text(&u, a), "");
    HOLDS(unpack_ok(&u));
    unpack_number(&u);
    HOLDS(!unpack_ok(&u));
    buf_free(&b);
}

/* Reports come across as they were, and say the same. */
static void reports_back(struct arena *a, const uint8_t *data, size_t size)
{
    struct kit_bytes in = {data, size};
    struct diags *d = diags_new(a), *other = diags_new(a);
    unsigned code = kit_below(&in, DIAG_CODES), hint = kit_below(&in, PHRASES);
    size_t from = kit_byte(&in), to = from + kit_byte(&in);
    const char *text = kit_utf8(a, in.p, in.n);
    const struct source *src = kit_source(a, "content/x.yaml", text);
    diag_report(d, (enum diag_code)code, place_of(src, from, to), text, "second");
    diag_hint(d, (enum phrase)hint, text);
    const char *said = kit_reports(a, d);
    struct buf b = BUF_INIT;
    diags_pack(d, 0, &b);
    struct unpack u = unpack_of(b.p, b.n);
    diags_unpack(other, &u);
    HOLDS(unpack_ok(&u));
    SAME(kit_reports(a, other), said);
    buf_free(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = kit_arena();
    unpack_any(a, data, size);
    pack_back(a, data, size);
    reports_back(a, data, size);
    return 0;
}
