/* schema.c - what the files of json_file.c hold, as JSON Schema (draft 2020-12), written from
 * the columns themselves. */
#include "data/data_room.h"

#include "base/json.h"

static const struct {
    const char *type, *more; /* further keywords */
} types[] = {
    [EXPORT_ID] = {"string", ", \"minLength\": 1"},
    [EXPORT_TEXT] = {"string", ""},
    [EXPORT_DATE] = {"string", ", \"format\": \"date\", "
                             "\"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\""},
    [EXPORT_URL] = {"string", ", \"format\": \"uri\""},
    [EXPORT_DECIMAL] = {"string", ", \"pattern\": \"^-?[0-9]+([.][0-9]+)?$\""},
    [EXPORT_MONEY] = {"string", ", \"pattern\": \"^-?[0-9]+([.][0-9]+)?$\""},
    [EXPORT_INTEGER] = {"integer", ""},
    [EXPORT_FLAG] = {"boolean", ""},
};

static void choices(struct buf *out, const struct export_column *col)
{
    buf_puts(out, ", \"enum\": [");
    for (size_t i = 0; col->choice[i]; i++)
        buf_printf(out, "%s\"%s\"", i ? ", " : "", col->choice[i]);
    buf_puts(out, col->filled ? "]" : ", null]");
}

/* One value, or the items of a list. */
static void one(struct buf *out, const struct export_column *col)
{
    bool lacks = col->list ? col->texts : !col->filled;
    buf_printf(out, lacks ? "\"type\": [\"%s\", \"null\"]%s" : "\"type\": \"%s\"%s",
               types[col->type].type, types[col->type].more);
    if (col->choice)
        choices(out, col);
}

static void values(struct buf *out, const struct export_column *col)
{
    if (!col->list) {
        one(out, col);
        return;
    }
    buf_puts(out, "\"type\": \"array\", \"items\": {");
    one(out, col);
    buf_puts(out, col->filled ? "}, \"minItems\": 1" : "}");
}

static void property(struct buf *out, const struct export_column *col,
                     const struct data_input *in)
{
    buf_printf(out, "\"%s\": {\"description\": ", col->id);
    json_string(out, col->doc);
    buf_puts(out, ", ");
    if (!col->texts) {
        values(out, col);
        buf_putc(out, '}');
        return;
    }
    buf_puts(out, "\"type\": \"object\", \"additionalProperties\": false, \"required\": [");
    for (size_t i = 0; i < in->languages; i++)
        buf_printf(out, "%s\"%s\"", i ? ", " : "", lang_code[views_lang(in->views[i])]);
    buf_puts(out, "], \"properties\": {");
    for (size_t i = 0; i < in->languages; i++) {
        buf_printf(out, "%s\"%s\": {", i ? ", " : "", lang_code[views_lang(in->views[i])]);
        values(out, col);
        buf_putc(out, '}');
    }
    buf_puts(out, "}}");
}

static void record(struct buf *out, const struct export *x, const struct data_input *in)
{
    buf_puts(out, "{\"type\": \"object\", \"additionalProperties\": false,\n    \"required\": [");
    for (size_t i = 0; i < x->columns; i++)
        buf_printf(out, "%s\"%s\"", i ? ", " : "", x->column[i].id);
    buf_puts(out, "],\n    \"properties\": {");
    for (size_t i = 0; i < x->columns; i++) {
        buf_puts(out, i ? ",\n      " : "\n      ");
        property(out, &x->column[i], in);
    }
    buf_puts(out, "}}");
}

static void file(struct buf *out, const struct export *x, const struct data_input *in)
{
    buf_printf(out, "\"%s\": {\"type\": \"object\", \"additionalProperties\": false,\n  ", x->id);
    buf_puts(out, "\"required\": [\"dataset\", \"schema\", \"site\", \"languages\", \"internal\", "
                  "\"sample\", \"records\"],\n  \"properties\": {\n    ");
    buf_printf(out, "\"dataset\": {\"const\": \"%s\"},\n    ", x->id);
    buf_puts(out, "\"schema\": {\"description\": \"where this schema is\", \"type\": \"string\"},\n"
                  "    \"site\": {\"description\": \"the site the file is part of\", "
                  "\"type\": [\"string\", \"null\"], \"format\": \"uri\"},\n"
                  "    \"languages\": {\"description\": \"those of the texts\", "
                  "\"type\": \"array\", \"items\": {\"type\": \"string\"}},\n"
                  "    \"internal\": {\"description\": \"the mark of a file that names internal "
                  "agreements, not for publication; else null\", "
                  "\"type\": [\"string\", \"null\"]},\n"
                  "    \"sample\": {\"description\": \"true where any record was made up\", "
                  "\"type\": \"boolean\"},\n"
                  "    \"records\": {\"type\": \"array\", \"items\": ");
    record(out, x, in);
    buf_puts(out, "}}}");
}

void schema_write(struct buf *out, const struct export *const *x, size_t n,
                  const struct site *site, const struct data_input *in)
{
    buf_puts(out, "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n\"$id\": ");
    struct buf id = BUF_INIT;
    buf_printf(&id, "%s%sschema.json", site->base_url ? site->base_url : "",
               site->base_url ? "data/" : "");
    json_string(out, buf_str(&id));
    buf_free(&id);
    buf_puts(out, ",\n\"description\": \"Agreements, partners, contributions and figures. Amounts, "
                  "rates and figures are strings of digits, so that they stay exact.\",\n"
                  "\"oneOf\": [");
    for (size_t i = 0; i < n; i++)
        buf_printf(out, "%s{\"$ref\": \"#/$defs/%s\"}", i ? ", " : "", x[i]->id);
    buf_puts(out, "],\n\"$defs\": {\n");
    for (size_t i = 0; i < n; i++) {
        buf_puts(out, i ? ",\n" : "");
        file(out, x[i], in);
    }
    buf_puts(out, "}}\n");
}
