#define _GNU_SOURCE /* dl_iterate_phdr */

#include "commands/build_origin.h"

#include "base/arena.h"
#include "font/font.h"
#include "press.h"

#include <link.h>
#include <stdlib.h>
#include <string.h>

static void put_text(struct sha256 *sum, const char *s)
{
    sha256_put(sum, s ? s : "", s ? strlen(s) + 1 : 0);
    sha256_put(sum, s ? "+" : "-", 1); /* NULL is not "" */
}

static int put_library(struct dl_phdr_info *info, size_t size, void *sum)
{
    (void)size;
    if (info->dlpi_name && *info->dlpi_name)
        input_stamp(sum, info->dlpi_name);
    return 0;
}

/* A program that was built anew may make other pages of the same content. */
static void put_program(struct sha256 *sum)
{
    input_fingerprint(sum, NULL, "/proc/self/exe");
    dl_iterate_phdr(put_library, sum);
}

/* Those that can be heard in files or messages; how many processes there are cannot. */
static void put_options(struct sha256 *sum, const struct options *opt)
{
    const char *const text[] = {opt->content, opt->output, opt->templates, opt->messages};
    const unsigned char flag[] = {opt->quiet,   opt->verbose, opt->color,
                                  opt->release, opt->internal, (unsigned char)opt->format};
    for (size_t i = 0; i < sizeof text / sizeof *text; i++)
        put_text(sum, text[i]);
    sha256_put(sum, flag, sizeof flag);
}

static void put_environment(struct sha256 *sum)
{
    static const char *const name[] = {
        "SOURCE_DATE_EPOCH", "TMPDIR",          "ICU_DATA",       "HOME",
        "XDG_DATA_HOME",     "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT"};
    for (size_t i = 0; i < sizeof name / sizeof *name; i++)
        put_text(sum, getenv(name[i]));
}

static void put_sources(struct sha256 *sum, struct arena *a)
{
    const char *const *path;
    size_t n = font_sources(a, &path);
    for (size_t i = 0; i < n; i++)
        input_stamp(sum, path[i]);
    input_stamp(sum, press_profile);
}

struct build_origin build_origin(const struct session *s)
{
    struct arena *a = arena_new();
    struct build_origin o = {0};
    struct sha256 sum, touched;
    sha256_start(&sum);
    sha256_start(&touched);
    put_program(&sum);
    put_options(&sum, s->opt);
    put_environment(&sum);
    put_sources(&sum, a);
    for (size_t i = 0; i < s->templates.n; i++)
        input_fingerprint(&sum, &touched, s->templates.dir[i]);
    input_fingerprint(&sum, &touched, s->opt->content);
    sha256_hex(&sum, o.sum);
    sha256_hex(&touched, o.touched);
    arena_free(a);
    return o;
}

bool build_origin_holds(const struct session *s, const struct build_origin *began)
{
    struct build_origin now = build_origin(s);
    return strcmp(now.sum, began->sum) == 0 && strcmp(now.touched, began->touched) == 0;
}
