/* press.h - documents become PDF files: set, and written.
 *
 * What documents share is opened once: faces with the words they have set, the colour profile.
 */
#ifndef ACCORD_PRESS_H
#define ACCORD_PRESS_H

#include "base/vec.h"
#include "build.h"
#include "font/font.h"
#include "narrative/narrative.h"

struct faces { /* opened once for all documents set in the same families */
    struct font_lists lists;
    struct fonts *fonts; /* NULL: faulty, and reported */
};

struct press {
    const struct build *b;
    struct arena *arena; /* of the faces and the words they have set */
    struct narratives *narratives;
    VEC(struct faces) faces;
    const void *icc;
    size_t icc_n;
};

extern const char press_profile[]; /* the file of the colour profile */

/* b and narratives must outlive the press. */
void press_open(struct press *p, const struct build *b, struct narratives *narratives);
/* Opens what all documents need, before processes that set them side by side part. */
void press_warm(struct press *p);
/* Hands over the file below documents/ and beside the document's page; where b->put is NULL the
 * document is only set, to see whether it can be: what setting finds is told. */
void press_document(struct press *p, const struct views *v, const struct view_document *doc);
void press_close(struct press *p);

#endif
