/* template_values.c - every value that templates of pages are given: what templates/README.md
 * prints as their reference, and what a name in a template is checked against.
 *
 * Where a value is made: page_value.c, phrase.c, head_value.c, section_value.c, chart_value.c, facets.c,
 * search_value.c, site_files.c.  A value made there has a row here (tests/outside/templates.sh). */
#include "site/site_room.h"

#include <string.h>

enum type { HEAD, TEXT, WORDS, MARKUP, ADDRESS, FLAG, LIST, THINGS };

static const char *const type_names[] = {"", "text", "words", "markup", "address", "flag", "list", "values"};

/* A row of type HEAD opens a part: its name says where the values are. */
static const struct row {
    const char *name;
    enum type type;
    const char *meaning;
} rows[] = {
    {"Every page", HEAD, NULL},
    {"kind", TEXT, "kind of page, also its class: `home` `agreement` `partner` `figure` …"},
    {"lang", TEXT, "code of the page's language"},
    {"dir", TEXT, "`ltr` or `rtl`"},
    {"title", WORDS, "heading of the page"},
    {"title_lang", TEXT, "language of the title, where it is another"},
    {"title_untranslated", TEXT, "says that the title is not in this language"},
    {"lead", WORDS, "sentence below the heading"},
    {"page_note", TEXT, "remark below it, as on an opportunity that is over"},
    {"text_heading", WORDS, "heading of the page's own text; `home` and years have none"},
    {"is_record_sample", FLAG, "the page's own record is a sample"},
    {"site_name", WORDS, "name of the site"},
    {"publisher", WORDS, "who publishes it"},
    {"sample_band", TEXT, "says that the page shows samples"},
    {"internal_band", TEXT, "says that the page is internal"},
    {"root", ADDRESS, "from the page to the root of the site: `../../`"},
    {"home_href", ADDRESS, "home page of the language"},
    {"about_href", ADDRESS, "page about the site"},
    {"data_href", ADDRESS, "page with all data to download"},
    {"figures_href", ADDRESS, "list of all figures"},
    {"types_href", ADDRESS, "types of partners"},
    {"kinds_href", ADDRESS, "types of agreements"},
    {"search_href", ADDRESS, "search page"},
    {"has_languages", FLAG, "there is more than one language"},
    {"languages", LIST, "the languages: `code` `name` `href` `canonical` `is_current`"},
    {"navigation", LIST, "main navigation: `text` `href` `is_current`"},
    {"own_pages", LIST, "pages that are texts of `pages/`: `text` `href`"},
    {"is_current", FLAG, "the language, or the part of the site, that the page is of"},
    {"crumbs", LIST, "the way to the page: `text` `href`"},
    {"section_rows", LIST, "what the page shows"},
    {"assets", THINGS, "addresses of files in `assets/`: `{{assets.site_css}}` of `site.css`"},
    {"t", THINGS, "words of `content/strings/`: `{{t.search}}`"},
    {"script", THINGS, "words with gaps that the script fills:"},
    {"n_of_total", TEXT, "`script.n_of_total`: how many of all rows are shown"},
    {"filter_remove", TEXT, "`script.filter_remove`: takes a filter away"},
    {"filter_words", TEXT, "`script.filter_words`: the filter by words"},
    {"sort_by", TEXT, "`script.sort_by`: sorts by a column"},

    {"Head", HEAD, NULL},
    {"head_title", TEXT, "title with the site's name"},
    {"description", TEXT, "what the page is about"},
    {"robots", TEXT, "`noindex`, where search engines should not list it"},
    {"canonical", ADDRESS, "the page's address on the web; needs `base_url`, as the next ones"},
    {"alternates", LIST, "the page in all languages that have it, two at least"},
    {"hreflang", TEXT, "of an alternate: its language, or `x-default`"},
    {"address", ADDRESS, "of an alternate: where it is"},
    {"feed_href", ADDRESS, "Atom feed of the language"},
    {"json_ld", MARKUP, "schema.org: the publisher, data to download, crumbs"},
    {"og_type", TEXT, "Open Graph: `website` or `article`"},
    {"og_locale", TEXT, "Open Graph: language and country"},
    {"og_others", LIST, "Open Graph: those of the other languages"},

    {"`languages` and `404`, in all languages at once", HEAD, NULL},
    {"editions", LIST, "`code` `dir` `name` `href` `canonical` `site_name` `description` `t`"},
    {"only_href", ADDRESS, "home page of the only language, which `languages` leads on to"},
    {"code", TEXT, "code of the language"},
    {"name", TEXT, "its name in itself"},

    {"`moved`, at the address that a record had before", HEAD, NULL},
    {"moved_href", ADDRESS, "where its page is now"},

    {"`section_rows`: rows of sections", HEAD, NULL},
    {"sections", LIST, "one section, or two side by side"},
    {"is_pair", FLAG, "there are two"},
    {"is_wide", FLAG, "a table of many columns"},
    {"is_bare", FLAG, "without a heading"},

    {"`sections`", HEAD, NULL},
    {"section_id", TEXT, "to jump to"},
    {"heading", WORDS, "its heading"},
    {"intro", WORDS, "sentence before what it shows"},
    {"more", WORDS, "words of a link to all of it"},
    {"more_href", ADDRESS, "where that leads"},
    {"key_figures", LIST, "figures in large type"},
    {"facts", LIST, "facts of a record"},
    {"table", THINGS, "a table"},
    {"chart", THINGS, "a chart"},
    {"prose", THINGS, "a text of a record"},
    {"documents", LIST, "documents to read"},
    {"items", LIST, "stories, opportunities"},
    {"has_key_figures", FLAG, "it shows key figures"},
    {"has_facts", FLAG, "it shows facts"},
    {"has_documents", FLAG, "it shows documents"},
    {"has_items", FLAG, "it shows items"},
    {"empty_items", TEXT, "what to say when there are none"},

    {"`key_figures`", HEAD, NULL},
    {"text", WORDS, "the figure; in other lists: the words"},
    {"unit", TEXT, "its unit"},
    {"label", WORDS, "what it counts; of a cell: the head of its column"},
    {"href", ADDRESS, "why this number: the figure's page; elsewhere: where the words lead"},

    {"`facts`", HEAD, NULL},
    {"term", TEXT, "what is said"},
    {"cells", LIST, "the values, as cells of a table"},
    {"is_list", FLAG, "there are several"},

    {"`table`", HEAD, NULL},
    {"table_id", TEXT, "unique on the page"},
    {"table_class", TEXT, "by its columns: `short`, `brief`, `rows mid`, `rows`"},
    {"caption", WORDS, "its caption"},
    {"caption_hidden", FLAG, "a heading above says the same"},
    {"columns", LIST, "its columns"},
    {"rows", LIST, "its rows"},
    {"sums", LIST, "its rows of sums"},
    {"has_rows", FLAG, "there are rows"},
    {"has_sums", FLAG, "there are sums"},
    {"is_sortable", FLAG, "readers may sort it"},
    {"empty", TEXT, "what to say when there are no rows; of a chart: no marks"},
    {"table_note", TEXT, "remark below it"},
    {"source", WORDS, "where its figures come from; of a document: who submits it"},
    {"csv", ADDRESS, "its data as CSV"},
    {"bom_csv", ADDRESS, "the same for spreadsheets"},
    {"facets", LIST, "what rows can be filtered by"},
    {"has_facets", FLAG, "there are such"},

    {"`facets`", HEAD, NULL},
    {"facet", TEXT, "id of the facet: `region`"},
    {"options", LIST, "in lists: `value` `label`"},
    {"values", LIST, "on the search page: `value` `label` `href` `count`"},
    {"value", TEXT, "key of a value: `region:AFR`"},
    {"count", TEXT, "how many have it"},

    {"`columns`", HEAD, NULL},
    {"column", TEXT, "id of the column"},
    {"head", WORDS, "its head; `unit` stands below"},

    {"`mark`: of cells, captions of tables and titles of charts", HEAD, NULL},
    {"note_mark", TEXT, "number of the footnote that is marked there"},
    {"note_first", FLAG, "it is not marked before"},

    {"`rows` and `sums`", HEAD, NULL},
    {"filter", TEXT, "keys of the row's facets: `region:AFR year:2024`"},
    {"find", TEXT, "names that the row is found by, too"},

    {"`cells`", HEAD, NULL},
    {"text_lang", TEXT, "language of `text`, where it is another"},
    {"text_language", TEXT, "remark that names that language"},
    {"outward", FLAG, "`href` leads to another site"},
    {"sort", TEXT, "key to sort by"},
    {"bar", TEXT, "length of a bar beside a number, of 100"},
    {"cell_class", TEXT, "`n` of numbers, `whole` of what is not broken over lines, `breaks` of words too long for one"},
    {"is_head", FLAG, "names its row"},
    {"is_number", FLAG, "a number; of a column: numbers"},
    {"is_blank", FLAG, "has no text"},
    {"is_sample", FLAG, "rests on a sample"},
    {"is_apart", FLAG, "another language or direction than the page's"},
    {"is_verbatim", FLAG, "what programs call it: a file, a column"},
    {"pieces", LIST, "of a long id or address, what it may be broken behind"},
    {"last_piece", TEXT, "what comes after them; of all else the whole text"},
    {"has_runs", FLAG, "parts of the text differ"},
    {"runs", LIST, "the parts"},

    {"`runs`", HEAD, NULL},
    {"run", WORDS, "the words"},
    {"run_lang", TEXT, "their language, where it is another"},
    {"run_language", TEXT, "remark that names it"},
    {"run_href", ADDRESS, "where they lead"},
    {"is_line", FLAG, "begins a line"},
    {"is_strong", FLAG, "strong"},
    {"is_emphasis", FLAG, "emphasis"},
    {"is_muted", FLAG, "muted"},

    {"`chart`", HEAD, NULL},
    {"chart_id", TEXT, "unique on the page"},
    {"chart_title", WORDS, "its title"},
    {"finding", TEXT, "what it shows, in a sentence"},
    {"is_side", FLAG, "it has half the width"},
    {"has_drawing", FLAG, "there are marks to draw"},
    {"wide", MARKUP, "the drawing for wide pages; not of charts side by side"},
    {"middle", MARKUP, "for half the width"},
    {"narrow", MARKUP, "for phones"},
    {"svg", ADDRESS, "the drawing as a file; `table` and `csv`: its data"},

    {"`prose`", HEAD, NULL},
    {"html", MARKUP, "the text; of a page: its text, of a note: its words"},
    {"html_lang", TEXT, "its language, where it is another"},
    {"html_dir", TEXT, "its direction, where it is another"},
    {"untranslated", TEXT, "says that it is not in this language"},

    {"`items`", HEAD, NULL},
    {"item_note", WORDS, "when, until when; `text` `text_lang` `text_language` `href` `is_sample` as of cells"},
    {"summary", WORDS, "of an item; of a document, markup"},

    {"Documents, and texts", HEAD, NULL},
    {"group", WORDS, "who it is submitted to"},
    {"meeting", WORDS, "the meeting"},
    {"place_dates", TEXT, "its place and dates"},
    {"number", TEXT, "its number; of a heading in `contents`: that one's"},
    {"number_label", TEXT, "\"Document TDAG25/2-E\""},
    {"date", TEXT, "date of issue"},
    {"original", TEXT, "language of the original"},
    {"revision", TEXT, "\"Revision 2 to\""},
    {"revisions", LIST, "what was revised, newest first: `label` `reason` `table`"},
    {"has_revisions", FLAG, "there are such"},
    {"reason", TEXT, "why it was revised"},
    {"reason_lang", TEXT, "its language, where it is another"},
    {"sample_note", TEXT, "says that its figures rest on samples"},
    {"is_draft", FLAG, "not yet issued"},
    {"own_translation", TEXT, "says that the translation is our own"},
    {"department", WORDS, "whom to ask"},
    {"email", ADDRESS, "their address"},
    {"group_url", ADDRESS, "site of the group"},
    {"pdf", ADDRESS, "the paper"},
    {"pdf_label", TEXT, "what it is called"},
    {"action", MARKUP, "what the meeting is asked to do"},
    {"references", LIST, "markup of each reference"},
    {"has_references", FLAG, "there are such"},
    {"has_box", FLAG, "there is a summary, an action or a reference"},
    {"has_text", FLAG, "the page has a text of its own"},
    {"contents", LIST, "its highest headings: `anchor` `number` `text`"},
    {"has_contents", FLAG, "there are enough to list"},
    {"anchor", TEXT, "id of the heading"},
    {"notes", LIST, "footnotes: `n` `html`"},
    {"has_notes", FLAG, "there are such"},
    {"n", TEXT, "number of the note"},

    {"Search", HEAD, NULL},
    {"search_index", ADDRESS, "the script with names, titles and facets"},
    {"search_more", TEXT, "JSON: how many more there are, likewise"},
    {"n_results", TEXT, "JSON: how many were found, the forms of a plural by CLDR's names"},
    {"language_marks", TEXT, "JSON: the remark that names each language, by its code"},
    {"partner_formerly", TEXT, "\"formerly …\", a pattern for the script"},
};

void site_values_help(struct buf *out)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *r = &rows[i];
        if (r->type == HEAD)
            buf_printf(out, "%s#### %s\n\n| value | is | what |\n|---|---|---|\n", i ? "\n" : "",
                       r->name);
        else
            buf_printf(out, "| `%s` | %s | %s |\n", r->name, type_names[r->type], r->meaning);
    }
}

/* --- names in templates --- */

static void report(struct site_builder *s, struct place place, const char *name,
                   const char *before, const char *near)
{
    diag_report(s->diags, DIAG_TEMPLATE_UNKNOWN_NAME, place, name);
    if (near)
        diag_hint(s->diags, HINT_DID_YOU_MEAN, arena_printf(s->arena, "%s%s", before, near));
}

/* A word that only some template knows is missing from strings/. */
static void check_word(struct site_builder *s, struct place place, const char *id,
                       const struct map *words)
{
    if (map_has(words, id))
        return;
    const char *near = map_nearest(words, id);
    diag_report(s->diags, DIAG_MISSING_STRING, place, id, s->edition[0].code);
    if (near)
        diag_hint(s->diags, HINT_DID_YOU_MEAN, arena_printf(s->arena, "t.%s", near));
}

struct names {
    struct site_builder *site;
    struct map value, word;
};

static void check(void *ctx, struct place place, const char *name)
{
    struct names *n = ctx;
    if (strcmp(name, ".") == 0)
        return;
    const struct map *assets = &n->site->asset_key;
    bool file = strncmp(name, "assets.", 7) == 0, script = strncmp(name, "script.", 7) == 0;
    const char *last = file || script ? name + 7 : name;
    if (strncmp(name, "t.", 2) == 0)
        check_word(n->site, place, name + 2, &n->word);
    else if (!map_has(file ? assets : &n->value, last))
        report(n->site, place, name, file ? "assets." : script ? "script." : "",
               map_nearest(file ? assets : &n->value, last));
}

void template_values_check(struct site_builder *s)
{
    struct names n = {.site = s};
    const struct value *words = s->edition[0].words;
    map_init(&n.value, s->arena);
    map_init(&n.word, s->arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].type != HEAD)
            map_set(&n.value, rows[i].name, NULL);
        if (rows[i].type == WORDS)
            map_set(&n.value, arena_printf(s->arena, "%s_dir", rows[i].name), NULL);
    }
    for (size_t i = 0; i < value_count(words); i++)
        map_set(&n.word, value_key(words, i), NULL);
    for (size_t i = 0; i < s->template.n; i++)
        template_names(s->template.item[i].value, check, &n);
}
