/* build.h - from checked records to the files of output/, in memory. */
#ifndef ACCORD_BUILD_H
#define ACCORD_BUILD_H

#include "base/diag.h"
#include "input/input.h"
#include "model/model.h"
#include "publish/publish.h"

struct build {
    struct arena *arena;
    struct diags *diags;
    const struct model *model;
    const struct input_layers *templates; /* folders: that of --templates, those that ship */
    const enum lang *lang; /* languages to build, in the site's order */
    size_t languages;
    bool stands[LANGS];    /* others that the output has already: pages link to them */
    bool internal;         /* name internal agreements */
    const char *document;  /* only this one, as PDF and as a page; NULL = the whole site */
    struct publish *publish; /* NULL: nothing is to be made, as for build_check */
};

/* Puts what is to be built into b->publish.  Faults go to the diagnostics;
 * whoever publishes asks diags_failed first. */
void build(const struct build *b);

/* What `check` reads beyond the records: all Markdown, and where the records are sound the papers
 * are set, so that it tells what a build would refuse; nothing is made. */
void build_check(const struct build *b);

#endif
