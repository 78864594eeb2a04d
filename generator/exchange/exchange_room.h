/* exchange_room.h - what the files of this room share; not for other rooms. */
#ifndef ACCORD_EXCHANGE_EXCHANGE_ROOM_H
#define ACCORD_EXCHANGE_EXCHANGE_ROOM_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "exchange/exchange.h"
#include "input/input.h"

/* --- import_field.c: what a column can hold --- */

enum import_set { SET_AGREEMENTS = 1, SET_CONTRIBUTIONS = 2 };
struct import_field {
    const char *id;   /* as in the files and in accord's own CSV */
    const char *word; /* its label for readers: an id of strings/; NULL */
    unsigned sets;
    bool texts;    /* one a language: title_en */
    bool numbered; /* of a contribution: amount.2 */
    bool list;
    bool required;
    const char *doc;
    const char *note; /* for a map; NULL */
};
enum { IMPORT_SLOTS = 9 };
struct import_target {
    const struct import_field *field; /* NULL: not known */
    int lang;     /* of texts; -1: the site's default language */
    int slot;     /* of what is numbered, from 0 */
    bool ignored; /* its column is not read */
    bool derived; /* accord works it out by itself */
};
extern const struct import_field import_fields[]; /* id NULL ends */
const struct import_field *import_field(const char *id); /* one that there is */
/* What a name stands for that is exactly a field's: "title_en", "amount.2", "ignore". */
bool import_field_named(struct arena *a, const char *as_written, enum import_set set,
                        struct import_target *out);
/* The same by its label in one of the languages. */
bool import_field_labelled(struct arena *a, const struct records *r, const char *name,
                           enum import_set set, struct import_target *out);
const char *import_field_nearest(struct arena *a, const struct records *r, const char *name,
                                 enum import_set set);
/* Its name in a map. */
const char *import_field_name(struct arena *a, const struct import_target *t);

/* --- import_map.c: which column holds what, and how values are written --- */

enum import_numbers { NUMBERS_UNSTATED, NUMBERS_PLAIN, NUMBERS_COMMA, NUMBERS_POINT, NUMBERS_SPACE,
                      NUMBERS_APOSTROPHE };
enum import_dates { DATES_UNSTATED, DATES_DMY, DATES_MDY, DATES_YMD };
extern const char *const import_numbers_words[]; /* as in --numbers, from NUMBERS_PLAIN on */

struct import_constant {
    struct import_target to;
    struct csv_cell cell;
};
struct import_map {
    char divider, lists;
    enum import_numbers numbers;
    enum import_dates dates;
    const char *ids; /* what ids begin with; NULL */
    struct import_target *column; /* one a column */
    VEC(struct import_constant) constant;
    struct map values; /* field's id -> struct map *: text of a cell, folded -> const char * */
};

struct importing {
    struct arena *a;
    struct diags *d;
    const struct records *r;
    const struct import_request *in;
    struct import_map map;
    const struct node *map_root; /* of the map's file; NULL */
    bool divider_found;          /* in the head of the list, not stated */
    struct csv *csv;
    struct import_target *gift_column; /* of the contributions' own list */
    struct csv *gift;
    struct map gifts;         /* agreement's id -> struct gift_rows * */
    struct lookup *vocab[VOCABS], *partners, *countries; /* made when they are needed */
    struct map *months;
    VEC(struct draft *) draft, partner;
    struct map taken;         /* id -> struct draft *, of new partners */
    struct map ids;           /* of rows -> struct draft * */
    struct map numbers;       /* "bdt-2024-" -> size_t *, the last number given */
    const char *prefix;       /* of ids that are made; NULL until one is */
    VEC(struct records_draft) file; /* of drafts that stay, new partners first */
    size_t new_partners;
    struct map by_path;       /* of files -> struct draft * */
    VEC(const struct csv_row *) left; /* out */
    bool headed;              /* the head of the list was read */
};

/* What the map and the command line say, then what each column holds; false after errors. */
bool import_map_read(struct importing *imp);
bool import_map_columns(struct importing *imp);
bool import_map_gifts(struct importing *imp);
/* import_told.c */
const char *import_map_text(struct importing *imp);  /* to be saved and completed */
const char *import_map_told(struct importing *imp);  /* what was understood */
/* What values: says of a cell; NULL. */
const char *import_map_value(struct importing *imp, const char *field, const char *text);

/* --- import_value.c --- */

/* YYYY-MM-DD; NULL after a report. */
const char *import_date(struct importing *imp, const struct csv_cell *cell);
/* A plain decimal; NULL after a report. */
const char *import_number(struct importing *imp, const struct csv_cell *cell);

/* --- import_lookup.c: ids by id or by name in any language --- */

struct lookup;
/* The id that a cell of this field stands for; NULL after a report. */
const char *import_entry(struct importing *imp, const char *field, enum vocab_kind kind,
                         const struct csv_cell *cell);
const char *import_country(struct importing *imp, const char *field, const struct csv_cell *cell);
/* The same; unknown ones are not reported, and *near is the id of a likely one or NULL. */
const char *import_partner(struct importing *imp, const char *field, const struct csv_cell *cell,
                           const char **near);
void import_partner_add(struct importing *imp, const char *name, const char *id);

/* --- import_row.c: one row as the text of a file --- */

struct draft {
    const char *id;
    struct buf text;
    VEC(struct place) line; /* of the list: what each line of the text comes from */
    const struct csv_row *row;
    struct records_draft file; /* when done */
    VEC(struct draft *) partner; /* new ones it names */
    bool dropped;
    const char *near;       /* a new partner: the id of one on file with much the same name; NULL */
};
typedef VEC(struct csv_cell) cell_list;
struct import_line { /* a row with what its columns hold */
    const struct csv_row *row;
    const struct import_target *column;
    bool constants; /* those of the map fill what it leaves empty */
};
/* The cells for a field, items of lists one by one; none when they are empty. */
cell_list import_cells(struct importing *imp, const struct import_line *line, const char *field,
                       int lang, int slot);
/* The only one; text NULL when there is none. */
struct csv_cell import_cell(struct importing *imp, const struct import_line *line,
                            const char *field, int lang, int slot);
/* Adds the draft of a row; false after errors. */
bool import_row(struct importing *imp, const struct csv_row *row);

/* --- draft.c --- */

/* Lines of a draft, all of them from this place of the list. */
void draft_put(struct importing *imp, struct draft *d, struct place p, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
/* "key:" and a text behind or below it, indented by so many blanks. */
void draft_text(struct importing *imp, struct draft *d, int indent, const char *key,
                const struct csv_cell *cell);
/* key: [a, b] */
void draft_list(struct importing *imp, struct draft *d, const char *key, const char *const *item,
                size_t n, struct place p);
/* Closes it: its path and text. */
void draft_end(struct importing *imp, struct draft *d, const char *path);
/* The place in the list that a place in a draft comes from. */
struct place draft_origin(const struct draft *d, struct place p);

/* --- import_gift.c --- */

/* The contributions of a row and of the list of contributions; false after errors. */
bool import_gifts(struct importing *imp, struct draft *d, const struct import_line *line,
                  const char *const *partner, size_t partners);
bool import_gifts_index(struct importing *imp);
/* Reports contributions to agreements that no row is. */
bool import_gifts_used(struct importing *imp);

#endif
