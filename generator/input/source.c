#define _DEFAULT_SOURCE /* the kinds of entries in folders: POSIX.1-2024 */

#include "input/input_room.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/path.h"
#include "base/unseen.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    UNSEEN_TOLD = 100, /* of a file: whoever has more of them searches anyway */
    LINE_REST = 4096   /* bytes behind a fault that may be shown */
};

static void report_unreadable(struct arena *a, struct diags *d, const char *path, int error)
{
    diag_report(d, DIAG_FILE_UNREADABLE, diag_file(d, path), phrase_errno(a, error));
}

/* What the process was started with, under a name for it: "/dev/stdin", "<(...)" of shells. */
static bool is_open_already(const char *path)
{
    return strcmp(path, "/dev/stdin") == 0 || strncmp(path, "/dev/fd/", 8) == 0 ||
           strncmp(path, "/proc/self/fd/", 14) == 0;
}

/* Opens what has an end.  A pipe or a device could be waited for without one, so it is opened
 * without waiting, and refused, save a pipe that somebody writes to where piped says so.  -1 after a
 * report. */
static int open_plain(struct arena *a, struct diags *d, const char *path, bool piped)
{
    struct stat st = {0};
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0 && errno != ENXIO) { /* ENXIO: a socket */
        report_unreadable(a, d, path, errno);
        return -1;
    }
    if (fd >= 0 && fstat(fd, &st) != 0) {
        report_unreadable(a, d, path, errno);
        close(fd);
        return -1;
    }
    if (fd >= 0 && S_ISREG(st.st_mode))
        return fd;
    if (fd >= 0 && S_ISFIFO(st.st_mode) && piped && fcntl(fd, F_SETFL, 0) == 0)
        return fd;
    bool folder = fd >= 0 && S_ISDIR(st.st_mode);
    if (fd >= 0)
        close(fd);
    diag_report(d, DIAG_FILE_UNREADABLE, diag_file(d, path),
                phrase_mark(folder ? PHRASE_THIS_IS_A_FOLDER : PHRASE_NOT_A_PLAIN_FILE));
    return -1;
}

/* Reads until the end, since a file may change its size; what has one ends with a read that brings
 * less than there was room for.  NULL and errno EFBIG when there are more than most bytes. */
static char *read_all(struct arena *a, int fd, size_t most, size_t *n)
{
    struct stat st;
    bool file = fstat(fd, &st) == 0 && S_ISREG(st.st_mode), plain = file && st.st_size > 0;
    size_t cap = plain && (size_t)st.st_size <= most ? (size_t)st.st_size + 1
                 : file                              ? 256 /* empty, most likely */
                                                     : (size_t)64 * 1024;
    char *p = arena_alloc(a, cap);
    errno = EFBIG;
    if (plain && (size_t)st.st_size > most)
        return NULL;
    for (*n = 0;;) {
        ssize_t got = read(fd, p + *n, cap - *n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return NULL;
        *n += (size_t)got;
        errno = EFBIG;
        if (*n > most)
            return NULL;
        if (*n < cap && (plain || got == 0)) {
            p[*n] = '\0';
            return p;
        }
        if (*n == cap) {
            p = arena_grow(a, p, cap, cap * 2);
            cap *= 2;
        }
    }
}

static const void *read_bytes(struct arena *a, struct diags *d, const char *path, int fd,
                              size_t most, size_t *n)
{
    if (fd < 0)
        return NULL;
    char *bytes = read_all(a, fd, most, n);
    int error = errno;
    close(fd);
    if (!bytes && error == EFBIG)
        diag_report(d, DIAG_FILE_TOO_LARGE, diag_file(d, path),
                    arena_printf(a, "%zu", most / (1024 * 1024)));
    else if (!bytes)
        report_unreadable(a, d, path, error);
    return bytes;
}

const void *input_bytes(struct arena *a, struct diags *d, const char *path, size_t *n)
{
    return read_bytes(a, d, path, open_plain(a, d, path, false), INPUT_BYTES_MAX, n);
}

/* A copy in which each byte that is not UTF-8 became U+FFFD, so that showing the line of a
 * fault cannot spill raw bytes.  Columns stay: a bad byte counts as one code point.  It ends with that line, or
 * where nobody looks any more: there may be thousands of such files. */
static const struct source *shown(struct arena *a, const struct source *src, size_t at)
{
    struct buf b = BUF_INIT;
    size_t left = src->len - at, most = left < LINE_REST ? left : LINE_REST;
    const char *end = memchr(src->text + at, '\n', most);
    size_t to = end ? (size_t)(end - src->text) : at + most;
    for (size_t i = 0; i < to;) {
        unsigned c = 0;
        size_t n = utf8_decode(src->text + i, to - i, &c);
        if (n && c)
            buf_put(&b, src->text + i, n);
        else
            buf_puts(&b, "\xEF\xBF\xBD");
        i += n ? n : 1;
    }
    struct source *s = ARENA_NEW(a, struct source);
    *s = (struct source){.path = src->path, .len = b.n};
    s->text = buf_to_arena(&b, a);
    return s;
}

/* The first carriage return that no line feed follows, or the end. */
static size_t bare_return(const struct source *src)
{
    const char *s = src->text, *end = src->text + src->len;
    while (s < end && (s = memchr(s, '\r', (size_t)(end - s))) && s + 1 < end && s[1] == '\n')
        s += 2;
    return s ? (size_t)(s - src->text) : src->len;
}

/* By its mark or, without one, its first character, which in all that is read here is of one byte; NULL =
 * neither of these. */
static const char *wide_encoding(const struct source *src)
{
    static const unsigned char little[] = {0xFF, 0xFE, 0, 0}, big[] = {0, 0, 0xFE, 0xFF};
    const unsigned char *s = (const unsigned char *)src->text;
    if (src->len >= 4 && (memcmp(s, little, 4) == 0 || memcmp(s, big, 4) == 0 ||
                          (!s[1] && !s[2] && !s[0] != !s[3])))
        return "UTF-32";
    if (src->len < 2)
        return NULL;
    return (s[0] == 0xFF && s[1] == 0xFE) || (s[0] == 0xFE && s[1] == 0xFF) || !s[0] != !s[1] ? "UTF-16"
                                                                                              : NULL;
}

static bool check_text(struct arena *a, struct diags *d, const struct source *src)
{
    size_t bad = 0;
    const char *nul = memchr(src->text, '\0', src->len);
    const char *wide = wide_encoding(src);
    if (wide) {
        diag_report(d, DIAG_UTF16_TEXT, diag_file(d, src->path), wide);
        return false;
    }
    if (!utf8_valid(src->text, src->len, &bad)) {
        struct place p = place_of(src, bad, bad + 1);
        p.src = shown(a, src, bad);
        diag_report(d, DIAG_BAD_UTF8, p);
        return false;
    }
    if (nul) {
        size_t at = (size_t)(nul - src->text);
        struct place p = place_of(src, at, at + 1);
        p.src = shown(a, src, at);
        diag_report(d, DIAG_NOT_TEXT, p);
        return false;
    }
    /* For some readers of YAML and Markdown it ends a line, for others it does not: places would be wrong. */
    size_t at = bare_return(src);
    if (at < src->len)
        diag_report(d, DIAG_BARE_RETURN, place_of(src, at, at + 1));
    return at == src->len;
}

enum diag_code input_unseen_code(const struct unseen *u)
{
    return u->kind == UNSEEN_OTHER    ? DIAG_INVISIBLE_CHARACTER
           : u->kind == UNSEEN_HEAPED ? DIAG_MARKS_HEAPED
                                      : DIAG_BIDI_CHARACTER;
}

struct unseen_report {
    struct diags *d;
    const struct source *src;
    struct place_walk walk;
    int n;
};

static bool report_unseen(void *ctx, struct unseen u)
{
    struct unseen_report *r = ctx;
    char name[UNSEEN_NAME];
    diag_report(r->d, u.kind == UNSEEN_ISOLATE ? DIAG_BIDI_UNPAIRED : input_unseen_code(&u),
                place_along(&r->walk, r->src, u.at, u.at + u.len), unseen_name(u.code, name));
    return ++r->n < UNSEEN_TOLD;
}

void input_check_unseen(struct diags *d, const struct source *src)
{
    unseen_each(src->text, src->len, report_unseen, &(struct unseen_report){.d = d, .src = src});
}

static const struct source *read_source(struct arena *a, struct diags *d, const char *path,
                                        int fd, size_t most, size_t *took)
{
    size_t n = 0;
    const char *text = read_bytes(a, d, path, fd, most, &n);
    *took = text ? n : 0;
    if (!text)
        return NULL;
    if (n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        text += 3;
        n -= 3;
    }
    struct source *s = ARENA_NEW(a, struct source);
    *s = (struct source){.path = arena_strdup(a, path), .text = text, .len = n};
    if (!check_text(a, d, s))
        return NULL;
    input_check_unseen(d, s);
    return s;
}

const struct source *input_read_counted(struct arena *a, struct diags *d, const char *path, size_t *took)
{
    return read_source(a, d, path, open_plain(a, d, path, false), INPUT_FILE_MAX, took);
}

const struct source *input_read(struct arena *a, struct diags *d, const char *path)
{
    size_t took;
    return input_read_counted(a, d, path, &took);
}

const struct source *input_read_named(struct arena *a, struct diags *d, const char *path)
{
    size_t took;
    return read_source(a, d, path, open_plain(a, d, path, is_open_already(path)), INPUT_NAMED_MAX, &took);
}

/* After a failure to look: of what cannot be looked at for another reason, that is said when it is read. */
static bool may_be_there(void)
{
    return errno != ENOENT && errno != ENOTDIR && errno != ELOOP && errno != ENAMETOOLONG;
}

bool input_exists(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 || may_be_there();
}

bool input_is_dir(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 ? S_ISDIR(st.st_mode) : may_be_there();
}

bool input_is_empty(const char *path)
{
    DIR *dir = opendir(path);
    bool empty = dir != NULL;
    if (dir)
        errno = 0;
    for (const struct dirent *e; empty && (e = readdir(dir)); errno = 0)
        empty = strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0;
    int error = errno;
    if (dir)
        closedir(dir);
    errno = error;
    return empty && error == 0;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool input_is_hidden(const char *name)
{
    return name[0] == '.' || name[0] == '#' || path_ends_in(name, "~") || path_ends_in(name, ".bak");
}

static bool is_folder(const char *dir, const struct dirent *e)
{
    struct stat st;
    if (e->d_type != DT_UNKNOWN && e->d_type != DT_LNK)
        return e->d_type == DT_DIR;
    struct buf path = BUF_INIT;
    buf_printf(&path, "%s/%s", dir, e->d_name);
    bool folder = stat(path.p, &st) == 0 && S_ISDIR(st.st_mode);
    buf_free(&path);
    return folder;
}

static void sort_names(struct input_list *list)
{
    if (list->n)
        qsort(list->name, list->n, sizeof *list->name, compare_names);
}

struct input_folder input_folder(struct arena *a, struct diags *d, const char *dir)
{
    struct input_folder found = {0};
    VEC(const char *) files = {0}, folders = {0};
    DIR *open_dir = opendir(dir);
    if (!open_dir) {
        if (errno != ENOENT)
            report_unreadable(a, d, dir, errno);
        return found;
    }
    errno = 0;
    for (const struct dirent *e; (e = readdir(open_dir)); errno = 0) {
        if (input_is_hidden(e->d_name))
            continue;
        const char *name = arena_strdup(a, e->d_name);
        if (is_folder(dir, e))
            VEC_PUSH(a, &folders, name);
        else
            VEC_PUSH(a, &files, name);
    }
    if (errno)
        report_unreadable(a, d, dir, errno);
    closedir(open_dir);
    found.files = (struct input_list){.name = files.p, .n = files.n};
    found.folders = (struct input_list){.name = folders.p, .n = folders.n};
    sort_names(&found.files);
    sort_names(&found.folders);
    return found;
}

struct input_list input_ending(struct arena *a, const struct input_folder *folder,
                               const char *suffix)
{
    struct input_list list = {0};
    if (!*suffix)
        return folder->folders;
    list.name = ARENA_ARRAY(a, const char *, folder->files.n);
    for (size_t i = 0; i < folder->files.n; i++)
        if (path_ends_in(folder->files.name[i], suffix))
            list.name[list.n++] = folder->files.name[i];
    return list;
}

struct input_list input_names(struct arena *a, struct diags *d, const char *dir,
                              const char *suffix)
{
    struct input_folder folder = input_folder(a, d, dir);
    return input_ending(a, &folder, suffix);
}

struct input_list input_files(struct arena *a, struct diags *d, const char *dir)
{
    return input_folder(a, d, dir).files;
}

/* The end of a line without its line end, and where the next one starts. */
static size_t line_end(const struct source *src, size_t from, size_t *next)
{
    const char *nl = memchr(src->text + from, '\n', src->len - from);
    size_t end = nl ? (size_t)(nl - src->text) : src->len;
    *next = nl ? end + 1 : src->len;
    return end > from && src->text[end - 1] == '\r' ? end - 1 : end;
}

static bool is_fence(const struct source *src, size_t from, size_t end)
{
    while (end > from && (src->text[end - 1] == ' ' || src->text[end - 1] == '\t'))
        end--;
    return end - from == 3 && memcmp(src->text + from, "---", 3) == 0;
}

void input_front_matter(struct arena *a, const struct source *src, const struct source **yaml,
                        const struct source **body, int *body_line)
{
    *yaml = NULL;
    *body = src;
    *body_line = 1;
    size_t next = 0;
    if (!is_fence(src, 0, line_end(src, 0, &next)))
        return;
    size_t start = next;
    for (int line = 2; next < src->len; line++) {
        size_t from = next, end = line_end(src, from, &next);
        if (!is_fence(src, from, end))
            continue;
        /* An empty first line stands for the fence, so that lines in the YAML are the file's. */
        struct source *y = ARENA_NEW(a, struct source), *b = ARENA_NEW(a, struct source);
        char *text = arena_strndup(a, src->text, from);
        memset(text, ' ', 3);
        *y = (struct source){.path = src->path, .text = text, .len = from};
        *b = (struct source){
            .path = src->path, .text = src->text + next, .len = src->len - next};
        *yaml = start < from ? y : NULL;
        *body = b;
        *body_line = line + 1;
        return;
    }
}
