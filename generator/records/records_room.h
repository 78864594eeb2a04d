/* records_room.h - what the files of this room share; other rooms include records/records.h. */
#ifndef ACCORD_RECORDS_RECORDS_ROOM_H
#define ACCORD_RECORDS_RECORDS_ROOM_H

#include "base/vec.h"
#include "records/fields.h"

/* Tables of ISO; NULL when there is no such code. */
const struct currency *iso_4217_find(const char *code);
const char *iso_4217_nearest(struct arena *a, const char *code);
const char *iso_3166_find(const char *code);
const char *iso_3166_name(const char *code);
const char *iso_3166_nearest(const char *text);
/* All of them, by code: the i-th one; NULL at the end. */
const struct currency *iso_4217_at(size_t i);
const char *iso_3166_at(size_t i);

/* "unicef-2" for "UNICEF 2"; NULL when there is nothing to keep. */
const char *guess_id(struct arena *a, const char *s);
/* "2024-05-14" for "14/05/2024", "14 May 2024" and the like; NULL when nothing is likely. */
const char *guess_date(struct arena *a, const char *s);
/* "1000000.00" for "1,000,000.00", "EUR 1 000 000,00" and the like; NULL. */
const char *guess_amount(struct arena *a, const char *s, int digits);

/* Files of the content and, as if they were there, drafts: all of the room reads through these. */
bool read_file_refused(const struct records *r, const char *path); /* by input_vet */
struct input_list read_file_names(struct reading *r, const char *dir, const char *suffix);
bool read_file_exists(const struct reading *r, const char *path);
const struct source *read_file_source(struct reading *r, const char *path);
/* A file as a tree; NULL when it is missing or was reported. */
struct node *read_file_tree(struct reading *r, const char *path, const struct source **src);
/* What stands in a folder; it is looked at once. */
const struct input_folder *read_file_folder(struct reading *r, const char *dir);
struct place read_file_place(struct arena *a, const char *path);
/* The name without its ending: "unicef" for "unicef.yaml". */
const char *read_file_stem(struct arena *a, const char *name, const char *ending);

/* Files of a kind with many of them, each as what its reader makes of it; their trees are gone then. */
struct record_file {
    const char *dir, *name;
};
typedef void *read_side_one(struct reading *r, const struct record_file *f);
void **read_side(struct reading *r, const struct record_file *file, size_t n, read_side_one *one);

/* Each reads its part of the content folder into r->r. */
void settings_read(struct reading *r);
void vocabulary_read(struct reading *r);
void partner_read_all(struct reading *r);
void agreement_read_all(struct reading *r);
void rate_table_read(struct reading *r);
void printed_read_all(struct reading *r); /* history/ and published/ */
void document_read_all(struct reading *r);
void page_files_read(struct reading *r); /* pages/ and strings/ */
void story_read_all(struct reading *r);
void opportunity_read_all(struct reading *r);
void target_read_all(struct reading *r);
void former_read_all(struct reading *r); /* of all that were renamed; behind the others */
/* A map of figures and their values as a list; with_forms: a value may be a map of forms. */
struct printed_figure *printed_figures(struct reading *r, const struct field *f,
                                       const struct node *n, bool with_forms, size_t *count);
/* The same for rankings: lists of partners by the name of the ranking. */
struct printed_ranking *printed_rankings(struct reading *r, const struct field *f,
                                         const struct node *n, size_t *count);
struct printed_row *printed_rows(struct reading *r, const struct field *f, const struct node *n,
                                 size_t *count);
/* The list of a document's revisions, and whether it fits the document's own revision and date. */
extern const struct shape revision_shape;
void revision_check(struct reading *r, struct document *d, struct place revision);
void paper_style_read_all(struct reading *r, const struct input_layers *templates);

/* Lists of font families by script, into three pointers. */
void settings_read_fonts(struct reading *r, const char *key, const struct node *n,
                         const char *const **font);

/* A text that begins as settings do; whether they end, and are what they should, is reported by */
bool page_files_opens_front(const struct source *src);
/* Reports settings at the top of a text that are not closed, or of another kind. */
void page_files_check_front(struct arena *a, struct diags *d, const struct source *src);
typedef VEC(struct page_file) page_list;
/* The texts of a folder, one a language: dir/<lang>.md. */
void page_files_folder(struct reading *r, const char *dir, const char *slug,
                       enum page_use use, page_list *list);
/* Whether a text in pages/<name>/ stands on a page that the site makes; deep: and texts in folders
 * below it on the pages there, as in pages/regions/AFR. */
bool page_files_is_slot(const char *name, bool deep);
/* Whether a folder of agreements is one of a year that agreements can be of. */
bool agreement_is_year(const char *folder);
/* Something that stands under this name of a year could not be read: nothing is missed of the year. */
void records_dim(struct reading *r, const char *year);
/* Reports what none of them reads. */
void unread_check(struct reading *r);
void unread_check_styles(struct reading *r, const char *dir); /* templates/document */
bool unread_is_for_people(const char *name); /* README.md and the like */

/* Whether vocabulary/<name>.yaml is a vocabulary; else *near is a likely one or NULL. */
bool vocabulary_is_file(const char *name, const char **near);

/* n mm in 1/1000 pt, rounded down: 1 mm is 360/127 pt.  MM_MOST is for upper limits. */
#define MM(n) ((n) * 360000 / 127)
#define MM_MOST(n) (MM(n) + 1)

/* Values of styles: style_values.c. */
void style_read_page(struct reading *r, const struct field *f, const struct node *n, void *out);
void style_read_fonts(struct reading *r, const struct field *f, const struct node *n, void *out);
void style_read_cover(struct reading *r, const struct field *f, const struct node *n, void *out);
void style_read_lines(struct reading *r, const struct field *f, const struct node *n, void *out);
void style_read_label(struct reading *r, const struct field *f, const struct node *n, void *out);
void style_read_running(struct reading *r, const struct field *f, const struct node *n,
                        void *out);
void style_read_list_number(struct reading *r, const struct field *f, const struct node *n,
                            void *out);

/* The shape behind a name of records_schema_name; NULL for a vocabulary. */
const struct shape *schema_shape(const char *name);
/* All that a kind of file may say besides what is given, as remarks. */
void outline_remarks(const struct records *r, const struct shape *s,
                     const struct outline_value *given, size_t n, struct buf *out);
/* "key: value   # what it is" with the remark in its column. */
void outline_line(struct buf *out, const char *line, const char *doc);

void style_check(struct reading *r, const struct node *n, const struct paper_style *s);

extern const struct shape agreement_shape, partner_shape, site_shape, document_shape,
    page_file_shape, story_shape, opportunity_shape, target_shape, history_shape, published_shape,
    paper_style_shape;
/* Of a file of vocabulary/; *name is the file's without .yaml. */
const struct shape *vocabulary_shape(struct arena *a, enum vocab_kind kind, const char **name);

#endif
