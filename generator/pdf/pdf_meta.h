/* pdf_meta.h - what a PDF says about itself, and the files it carries.
 *
 * XMP and the information dictionary say the same (ISO 19005-3, 6.6.3); dates come from the
 * content and stand at midnight UTC.  Attachments are associated files with relationship Data
 * (6.8).
 */
#ifndef ACCORD_PDF_PDF_META_H
#define ACCORD_PDF_PDF_META_H

#include "base/map.h"
#include "pdf/pdf.h"
#include "pdf/pdf_object.h"

/* Adds metadata, information, language, output intent to the catalog's body. */
void pdf_meta_write(struct pdf_file *f, const struct pdf_meta *meta, struct buf *catalog);
/* Embeds the files: files becomes name to object of its file specification (in the caller's
 * order); names goes into the catalog's name dictionary. */
void pdf_meta_attach(struct pdf_file *f, const struct pdf_meta *meta, struct map *files,
                     struct buf *catalog, struct buf *names);
/* The file's ID: its first half names the document, from the seed; the second this issue of it,
 * from the seed and the bytes so far.  To be called when only libharu's own objects are left. */
void pdf_meta_id(struct pdf_file *f, const char *seed);

#endif
