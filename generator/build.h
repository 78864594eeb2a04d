/* build.h - from checked records to the files of output/. */
#ifndef ACCORD_BUILD_H
#define ACCORD_BUILD_H

#include "base/diag.h"
#include "input/input.h"
#include "model/model.h"

struct build {
    struct arena *arena;
    struct diags *diags;
    const struct model *model;
    const struct input_layers *templates; /* folders: that of --templates, those that ship */
    const enum lang *lang; /* languages to build, in the site's order */
    size_t languages;
    bool stands[LANGS];    /* others that the output has already: pages link to them */
    bool internal;         /* name internal agreements */
    struct progress *progress; /* told of papers that are set; NULL = nobody looks */
    const char *document;  /* only this one, as PDF and as a page; NULL = the whole site */
    /* Takes a finished file, path below output/; bytes are valid only during the call.  NULL: nothing is
     * to be made, as for build_check. */
    void (*put)(void *ctx, const char *path, const void *bytes, size_t n);
    void *ctx;
    /* Processes that make pages and papers side by side; 0 and 1: this one alone.  More need what put
     * took to get across from one to the other, as with publish_mark and its kin (get ctx). */
    unsigned workers;
    size_t (*mark)(void *ctx);
    void (*pack)(void *ctx, size_t mark, struct buf *out);
    void (*unpack)(void *ctx, struct unpack *from);
};

/* Hands over what is to be built.  Faults go to the diagnostics; whoever publishes asks
 * diags_failed first. */
void build(const struct build *b);

/* What `check` reads beyond the records: all Markdown and the templates, and where the records are sound
 * the papers are set, so that it tells what a build would refuse; nothing is made. */
void build_check(const struct build *b);

/* The same file by file, as a preview asks for them: each to the byte as build() makes it, and nothing
 * that is not asked for or comes along.  The records must be sound.  Opening reads all Markdown and the
 * templates, and tells their faults; it hands over the files of templates/assets/. */
struct building;
struct building *build_open(const struct build *b);
/* path below output/: "site/en/index.html".  Hands over that file, and what is made with it; nothing
 * when there is no such file. */
void build_make(struct building *w, const char *path);

#endif
