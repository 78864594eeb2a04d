/* template.h - Mustache: parse a template once, render it with a value as often as wanted.
 *
 * Method: the Mustache specification 1.4 (github.com/mustache/spec): comments, delimiters,
 * interpolation, sections, inverted sections and partials, with the optional modules
 * inheritance ({{<parent}}, {{$block}}) and dynamic names ({{>*name}}).  No lambdas: a lazy
 * value (base/value.h) computes instead.
 *
 * Ownership: a template lives in its arena and points into its source, which must outlive it.
 * It is read-only once parsed and, where that is done, linked.
 * Errors: faults go to the diagnostics with their exact place.  A faulty template is never
 * NULL: it holds what could be read, so that all faults show in one run; whoever publishes
 * asks diags_failed first.  No template and no data can crash the process or make it run
 * forever: nesting, recursion, output and work are limited, each with a diagnostic.
 *
 * Where the specification is silent:
 * - What is falsey is value_truthy's to say.
 * - A block is a parameter of the template it stands in, so the content given for one block
 *   never sees what is given for others beside it, only what outer templates give.
 * - A block alone on its lines stays so: content that is given for it and lacks a line end
 *   gets the block's own.  Content that ends a line is not followed by a second line end.
 * - Inside {{<parent}} only blocks count; text is ignored, other tags too but with a warning.
 */
#ifndef ACCORD_TEMPLATE_TEMPLATE_H
#define ACCORD_TEMPLATE_TEMPLATE_H

#include "base/place.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct diags;
struct map;
struct shape_names;
struct value;
struct template;

enum {
    TEMPLATE_NESTING_MAX = 256,           /* sections within sections of one template */
    TEMPLATE_DEPTH_MAX = 200,             /* partials within partials */
    TEMPLATE_OUTPUT_MAX = 512 * 1024 * 1024, /* bytes */
    TEMPLATE_STEPS_MAX = 500 * 1000 * 1000 /* tags, texts and look-ups of names */
};

struct template *template_parse(struct arena *a, const struct source *src, struct diags *d);

/* Settles once what is otherwise looked for at each rendering, for templates that are rendered time
 * and again with records (base/shape.h): the numbers of names, and the partials that are named.
 * templates: name -> struct template *, all that options->partial knows. */
void template_link(struct arena *a, const struct map *templates, const struct shape_names *names);

/* A run of output bytes and where it came from. */
struct template_span {
    size_t out;               /* offset of its first byte in the buffer rendered into */
    const struct source *src;
    size_t at;                /* offset in the source */
    size_t tag;               /* bytes of the tag that made it; 0: text, copied byte for byte */
};

/* Spans in order of output, without gaps from the first on. */
struct template_map {
    VEC(struct template_span) spans;
    struct place_walk walk; /* through the sources, as places are asked for */
};

/* Everything is optional; all callbacks get ctx. */
struct template_options {
    void *ctx;
    /* The template of a partial or parent; NULL reports an unknown partial. */
    const struct template *(*partial)(void *ctx, const char *name);
    /* For "did you mean": the known name nearest to an unknown one, or NULL. */
    const char *(*nearest_partial)(void *ctx, const char *name);
    /* Writes one interpolated value; NULL: text as it is when raw ({{{x}}}, {{&x}}), else
     * template_escape_html.  text is value_text(v), never NULL. */
    void (*interpolate)(void *ctx, struct buf *out, const struct value *v, const char *text,
                        bool raw, struct place place);
    /* Told of each name to print that gives no text: found is NULL when nothing has this
     * name, else the list, map or lazy value that does not print.  Null values are silent,
     * and so are names of sections, which ask whether something is there. */
    void (*missing)(void *ctx, struct place place, const char *name, const struct value *found);
    /* Told of each section, inverted too, whose name nothing has. */
    void (*missing_section)(void *ctx, struct place place, const char *name);
    struct template_map *map; /* filled when given; its spans lie in the arena */
    size_t depth_max, output_max, steps_max; /* 0: as above */
};

/* Appends to out.  options and data may be NULL (no data).  False when a limit was reached;
 * the output then ends early.  An unknown partial is reported as
 * DIAG_TEMPLATE_UNKNOWN_PARTIAL (an error unless diags_set_severity says otherwise), renders
 * as nothing, and rendering goes on. */
bool template_render(struct arena *a, const struct template *t, const struct value *data,
                     const struct template_options *options, struct diags *d, struct buf *out);

/* A name that a template prints or asks for. */
struct template_name {
    struct place place;
    const char *name;
    bool raw; /* printed as it is: {{{x}}}, {{&x}} */
    const struct template_section { /* those around it in this template, from the inside; NULL: none */
        const struct template_section *around;
        const char *name;
    } *section;
};

/* Tells each of them, in order; what is told lives as long as the call. */
void template_names(const struct template *t,
                    void (*each)(void *ctx, const struct template_name *name), void *ctx);

/* Tells each partial and parent that a template names, and where; not those that data name. */
void template_partials(const struct template *t,
                       void (*each)(void *ctx, struct place place, const char *name), void *ctx);

/* Warns of blocks that are given to a parent and that neither it nor what it is made of has.
 * options->partial is needed. */
void template_check_blocks(struct arena *a, const struct template *t,
                           const struct template_options *options, struct diags *d);

/* Reports partials and parents that lead back to their template whatever the data: rendering it would
 * not end.  options->partial is needed. */
void template_check_loops(struct arena *a, const struct template *t,
                          const struct template_options *options, struct diags *d);

/* & < > " as character references; for text and for attributes in double quotes. */
void template_escape_html(struct buf *out, const char *text);

/* Where the output bytes [from, to) came from: the place of the text, or of the tag. */
struct place template_map_place(struct template_map *m, size_t from, size_t to);

#endif
