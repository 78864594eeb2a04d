#include "records/records_room.h"

#include "base/arena.h"

#include <string.h>

/* stories/<slug>/<lang>.md: a text for each language, with what it is about at its top.  Keys
 * that are not words for readers can stand in any of the files; where they stand in several,
 * they say the same. */

struct story_front { /* the front matter of one file */
    const char *title, *summary;
    struct place title_place, summary_place;
    struct story about; /* what is not words */
};

static const struct field story_fields[] = {
    {.key = "title", .type = FIELD_LINE, .required = true, .at = offsetof(struct story_front, title),
     .place = offsetof(struct story_front, title_place), .ask = "What is the story called?",
     .doc = "its title, in this language"},
    {.key = "summary", .type = FIELD_LINE, .at = offsetof(struct story_front, summary),
     .place = offsetof(struct story_front, summary_place),
     .doc = "a sentence or two for lists, in this language"},
    {.key = "date", .type = FIELD_DATE, .at = offsetof(struct story_front, about.date),
     .place = offsetof(struct story_front, about.date_place),
     .ask = "Of which day is it?",
     .doc = "the day it is told; newest stories come first"},
    {.key = "agreements", .type = FIELD_REFERENCES, .form = "agreement",
     .at = offsetof(struct story_front, about.agreement),
     .count = offsetof(struct story_front, about.agreement_n),
     .doc = "the agreements it is about"},
    {.key = "partners", .type = FIELD_REFERENCES, .form = "partner",
     .at = offsetof(struct story_front, about.partner),
     .count = offsetof(struct story_front, about.partner_n), .doc = "the partners it is about"},
    {.key = "regions", .type = FIELD_ENTRIES, .vocab = VOCAB_REGIONS,
     .at = offsetof(struct story_front, about.region),
     .count = offsetof(struct story_front, about.region_n), .doc = "the regions it is about"},
    {.key = "priorities", .type = FIELD_ENTRIES, .vocab = VOCAB_PRIORITIES,
     .at = offsetof(struct story_front, about.priority),
     .count = offsetof(struct story_front, about.priority_n),
     .doc = "the priorities it is about"},
    {.key = "former_ids", .type = FIELD_REFERENCES, .filled = true, .form = "former-id",
     .at = offsetof(struct story_front, about.former_id), .count = offsetof(struct story_front, about.former_id_n),
     .doc = "the ids it had before, whose pages lead to it"},
    {.key = "sample", .type = FIELD_CHOICE, .at = offsetof(struct story_front, about.sample),
     .words = fields_no_yes, .doc = "true for a story that was made up"},
};
const struct shape story_shape = {
    .what = "a story", FIELDS(story_fields), .size = sizeof(struct story_front)};

static const char *const shared[] = {"date",       "agreements", "partners", "regions",
                                     "priorities", "former_ids", "sample"};
enum { SHARED = sizeof shared / sizeof *shared };

struct said { /* by the files read so far */
    const struct node *value[SHARED];
    const char *path[SHARED];
};

static bool same(const struct node *a, const struct node *b)
{
    if (a->kind != b->kind || a->n != b->n)
        return false;
    if (a->kind == NODE_SCALAR)
        return strcmp(a->text, b->text) == 0;
    for (size_t i = 0; a->kind == NODE_LIST && i < a->n; i++)
        if (!same(a->item[i], b->item[i]))
            return false;
    return true;
}

static void compare(struct reading *r, struct said *said, const struct node *map,
                    const struct source *src)
{
    for (size_t i = 0; i < SHARED; i++) {
        const struct node *n = node_get(map, shared[i]);
        if (!n)
            continue;
        if (!said->value[i]) {
            said->value[i] = n;
            said->path[i] = src->path;
        } else if (!same(said->value[i], n)) {
            diag_report(r->d, DIAG_STORY_DIFFERS, n->place, shared[i], said->path[i]);
        }
    }
}

/* Later files repeat what is shared or leave it out, so that reading them changes nothing.  False
 * when the file has no settings that can be read, which is reported. */
static bool read_front(struct reading *r, const struct page_file *file, struct said *said,
                       struct story *s)
{
    const struct source *yaml, *body;
    int line;
    struct story_front front = {.about = *s};
    input_front_matter(r->a, file->src, &yaml, &body, &line);
    struct node *n = yaml ? input_yaml(r->a, r->d, yaml) : NULL;
    if (!yaml && !page_files_opens_front(file->src)) {
        diag_report(r->d, DIAG_MISSING_KEY, place_of(file->src, 0, strcspn(file->src->text, "\r\n")),
                    "title");
        diag_hint(r->d, HINT_STORY_OPENS);
    }
    if (!n || !fields_read(r, &story_shape, n, &front))
        return yaml != NULL;
    compare(r, said, n, file->src);
    *s = front.about;
    s->title.in[file->lang] = front.title;
    s->title.place[file->lang] = front.title_place;
    s->summary.in[file->lang] = front.summary;
    s->summary.place[file->lang] = front.summary_place;
    return true;
}

/* The site's default language first: its settings count where files differ. */
static void read_story(struct reading *r, const page_list *files, struct story *s)
{
    struct said said = {{NULL}, {NULL}};
    const enum lang first = r->r->site.default_lang;
    size_t errors = diags_count(r->d, SEVERITY_ERROR);
    bool told = false;
    for (size_t i = 0; i < files->n; i++)
        s->file[files->p[i].lang] = files->p[i];
    for (int i = -1; i < LANGS; i++) {
        const struct page_file *file = &s->file[i < 0 ? first : (enum lang)i];
        if (file->src && (i < 0 || i != (int)first)) {
            if (!s->place.src)
                s->place = (struct place){.src = file->src};
            told = !read_front(r, file, &said, s) || told;
        }
    }
    if (!told && !date_is_set(s->date) && diags_count(r->d, SEVERITY_ERROR) == errors) {
        diag_report(r->d, DIAG_MISSING_KEY, s->place, "date");
        diag_hint(r->d, HINT_NEEDS_KEY, phrase_own(r->a, story_shape.what), "date",
                  phrase_own(r->a, story_fields[2].doc));
    }
}

void story_read_all(struct reading *r)
{
    const char *dir = arena_printf(r->a, "%s/stories", r->r->dir);
    struct input_list slugs = read_file_names(r, dir, "");
    VEC(struct story) list = {0};
    for (size_t i = 0; i < slugs.n; i++) {
        const char *folder = arena_printf(r->a, "%s/%s", dir, slugs.name[i]);
        struct story s = {.slug = slugs.name[i]};
        page_list files = {0};
        struct place place = read_file_place(r->a, folder);
        if (!fields_check_id(r, s.slug, place) || !fields_check_name(r, s.slug, place))
            continue;
        page_files_folder(r, folder, s.slug, PAGE_STORY, &files);
        if (files.n == 0)
            continue;
        read_story(r, &files, &s);
        VEC_PUSH(r->a, &list, s);
    }
    r->r->story = list.p;
    r->r->story_n = list.n;
}
