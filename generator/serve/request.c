#include "serve/serve_room.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int digit(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = c ? strchr(digits, c >= 'A' && c <= 'F' ? c + ('a' - 'A') : c) : NULL;

    return at ? (int)(at - digits) : -1;
}

/* n bytes with their %XX put in; NULL when one is wrong or stands for a control character. */
static const char *decoded(struct arena *a, const char *s, size_t n)
{
    struct buf b = BUF_INIT;
    bool fine = true;

    for (size_t i = 0; i < n && fine; i++) {
        int high = 0, low = 0, c = (unsigned char)s[i];
        if (c == '%') {
            high = i + 2 < n ? digit(s[i + 1]) : -1;
            low = high >= 0 ? digit(s[i + 2]) : -1;
            c = high * 16 + low;
            i += 2;
        }
        fine = high >= 0 && low >= 0 && c >= ' ' && c != 0x7f;
        buf_putc(&b, (char)c);
    }
    const char *text = buf_to_arena(&b, a);
    return fine ? text : NULL;
}

static bool climbs(const char *path)
{
    for (const char *s = path; s; s = strchr(s, '/')) {
        s += *s == '/';
        size_t n = strcspn(s, "/");
        if ((n == 1 && s[0] == '.') || (n == 2 && s[0] == '.' && s[1] == '.'))
            return true;
    }
    return false;
}

const char *request_path(struct arena *a, const char *target)
{
    if (*target != '/')
        return NULL;
    const char *path = decoded(a, target + 1, strcspn(target + 1, "?#"));
    return !path || strchr(path, '\\') || climbs(path) ? NULL : path;
}

const char *request_query(struct arena *a, const char *target, const char *name, size_t nth)
{
    size_t len = strlen(name);

    for (const char *s = strchr(target, '?'); s; s = strchr(s, '&')) {
        s++;
        if (strncmp(s, name, len) == 0 && s[len] == '=' && nth-- == 0)
            return decoded(a, s + len + 1, strcspn(s + len + 1, "&#"));
    }
    return NULL;
}

bool request_host_is_ours(const char *host, unsigned port)
{
    static const char *const names[] = {"127.0.0.1", "localhost"};

    for (size_t i = 0; host && i < sizeof names / sizeof *names; i++) {
        size_t n = strlen(names[i]);
        if (strncasecmp(host, names[i], n) != 0)
            continue;
        if (host[n] == '\0')
            return port == 80;
        char *end;
        if (host[n] == ':' && host[n + 1] >= '1' && host[n + 1] <= '9' &&
            strtoul(host + n + 1, &end, 10) == port && *end == '\0')
            return true;
    }
    return false;
}

bool request_is_ours(const char *origin, const char *site, const char *mode, unsigned port)
{
    static const char scheme[] = "http://";

    if (origin && (strncmp(origin, scheme, sizeof scheme - 1) != 0 ||
                   !request_host_is_ours(origin + sizeof scheme - 1, port)))
        return false;
    if (!site || strcmp(site, "same-origin") == 0 || strcmp(site, "none") == 0)
        return true;
    return mode && strcmp(mode, "navigate") == 0; /* a link that was followed */
}
