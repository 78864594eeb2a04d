/* pdf_tags.h - the structure tree and what it holds together.
 *
 *     element --K--> marked content (page, MCID), annotations, child elements
 *     page --StructParents--> ParentTree --> owner of each MCID
 *     annotation --StructParent--> ParentTree --> its Link element
 *
 * The kids of an element stand in reading order: its children in the order they were added to
 * the tree, its own content between them as it was painted.  A Note follows what stands before
 * it in the tree at once, though it is painted at the foot of the page.
 * Source: ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7.
 */
#ifndef ACCORD_PDF_PDF_TAGS_H
#define ACCORD_PDF_PDF_TAGS_H

#include "base/map.h"
#include "pdf/pdf_object.h"
#include "scene/scene.h"

struct pdf_tags;

struct pdf_tags *pdf_tags_new(struct pdf_file *f, const struct structure *tree, size_t pages,
                              const char *lang);
void pdf_tags_page(struct pdf_tags *t, size_t page, HPDF_Page haru_page);
/* Gives out the next MCID of a page, owned by an element. */
unsigned pdf_tags_mark(struct pdf_tags *t, size_t page, int element);
/* Ties an annotation to a Link element; returns its StructParent key. */
size_t pdf_tags_annotation(struct pdf_tags *t, size_t page, int element,
                           const struct pdf_object *annotation);
/* Widens a Figure's bounding box (1/1000 pt, PDF axes); other elements have none. */
void pdf_tags_cover(struct pdf_tags *t, size_t page, int element, const int64_t box[4]);
const char *pdf_tags_type(const struct pdf_tags *t, int element);
const char *pdf_tags_lang(const struct pdf_tags *t, int element); /* its own or inherited */
/* The nearest ancestor of a type, itself included; -1 when there is none. */
int pdf_tags_within(const struct pdf_tags *t, int element, const char *type);

/* Writes everything and returns the StructTreeRoot's number.  files: attachments by name, objects
 * of their file specifications.  0 when an element names one that is not there: *missing. */
unsigned pdf_tags_finish(struct pdf_tags *t, const struct map *files, bool rtl,
                         const char **missing);

#endif
