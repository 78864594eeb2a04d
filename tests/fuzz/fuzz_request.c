/* What the preview server reads of requests: a path never leaves the output, whatever was escaped. */
#include "kit.h"

#include "base/utf8.h"
#include "serve/serve_room.h"

/* Escapes all, as a client may. */
static const char *escaped(struct arena *a, const char *s)
{
    struct buf b;
    buf_init(&b);
    buf_putc(&b, '/');
    for (; *s; s++)
        buf_printf(&b, "%%%02X", (unsigned char)*s);
    return buf_to_arena(&b, a);
}

static void check_path(struct arena *a, const char *target)
{
    const char *path = request_path(a, target);
    if (!path)
        return;
    for (const char *s = path; *s; s += strcspn(s, "/"), s += *s == '/') {
        size_t n = strcspn(s, "/");
        HOLDS(!(n == 1 && s[0] == '.') && !(n == 2 && s[0] == '.' && s[1] == '.'));
    }
    for (const char *s = path; *s; s++)
        HOLDS((unsigned char)*s >= 0x20 && *s != '\\' && *s != 0x7F);
    SAME(request_path(a, escaped(a, path)), path);
    page_type(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = kit_arena();
    const char *s = arena_strndup(a, (const char *)data, size);
    check_path(a, s);
    check_path(a, arena_join(a, "/", s));
    for (size_t i = 0; i < 3; i++) {
        const char *value = request_query(a, s, "page", i);
        HOLDS(!value || strlen(value) <= size);
    }
    if (request_host_is_ours(s, 8000)) {
        HOLDS(strstr(s, "8000") && !strpbrk(s, "/\\@ \t\r\n"));
        HOLDS(!request_host_is_ours(s, 8001));
    }
    return 0;
}
