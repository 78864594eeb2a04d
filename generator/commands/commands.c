#include "commands/commands.h"

#include "base/map.h"

#include <string.h>

static const struct command table[] = {
    {"build", "", "make the site and the documents from the content",
     "Reads the content, checks it, and writes output/site and output/documents: all of it, or\n"
     "nothing when the content has errors.",
     FOR_BUILD, command_build},
    {"check", "", "check the content and compare it with what was printed",
     "Reads the content and the templates, sets the papers and says everything that is wrong with\n"
     "them, as a build would; makes nothing.  Figures that differ from those held in published/ are\n"
     "warnings; with --verbose all of them are listed, as printed and as computed.",
     FOR_CHECK, command_check},
    {"serve", "", "show the site in a browser, as it is with each change",
     "Serves the site of the content on this computer alone, until Ctrl+C.  Pages, papers and files are\n"
     "made when they are asked for, as build makes them.  When a file of the content or the\n"
     "templates is saved, open pages show it; errors stand on the page, which stays as it was until\n"
     "they are mended.  Nothing is written.",
     FOR_SERVE, command_serve},
    {"figures", "[ID...]", "print figures by id",
     "Prints all figures, or those whose ids are given; an id may end in a form:\n"
     "2024.contributions.total.millions.",
     FOR_FIGURES, command_figures},
    {"explain", "FIGURE...", "say why a figure is what it is",
     "Prints what makes a figure: the rules of counting, and each record with what was signed, the\n"
     "rate, the share and the part that counts; the last column sums to the figure.",
     FOR_EXPLAIN, command_explain},
    {"diff", "[OLD [NEW]]", "say what changed between two states of the content",
     "Compares two folders or two revisions of the git repository that holds the content: which records\n"
     "came, went, changed or were renamed, and which printed figures move, by how much and by which\n"
     "records.  An existing folder is taken before a revision of its name.  Without NEW the content\n"
     "as it is now is compared with OLD, HEAD when that is not named either; OLD..NEW names both, and\n"
     "OLD...NEW compares NEW with what it began from.",
     FOR_DIFF, command_diff},
    {"freeze", "DOCUMENT", "record the figures of an issued document",
     "Writes published/DOCUMENT.yaml with every figure that the document prints, in its text, tables\n"
     "and charts, so that check tells when one of them changes.  Where the file is there, only what\n"
     "it lacks is added; figures that differ from what it holds are refused.",
     FOR_FREEZE, command_freeze},
    {"init", "DIR", "start the content of another organization",
     "Makes DIR with a first partner, agreement and document, all of them samples, lists of terms to\n"
     "write over, and a README: cd DIR && accord build makes the site.  DIR must be empty, or not there.",
     FOR_INIT, command_init},
    {"new", "KIND [ID]", "begin something new in the content",
     "new agreement, partner, document, page, story, opportunity: asks for what it must know, or takes\n"
     "it from options (accord new agreement --help lists them), and writes a file that names what else\n"
     "can be said.  An ID that is left out is made from the rest.\n"
     "new edition YEAR: the folder of the year's agreements, its papers begun from those of the last\n"
     "edition, with tags that name the new year, and a history of years that nothing is on file for.\n"
     "What is there already is never overwritten: all is written, or nothing.",
     FOR_NEW, command_new},
    {"import", "FILE", "bring a listing of agreements (CSV) into files",
     "Writes one file an agreement from a listing, as a database or a spreadsheet exports it: UTF-8,\n"
     "one row an agreement.  Columns are known by the names in accord's own files; for others a map\n"
     "is printed, to be completed and given with --map.  Dates and numbers that can be read in two\n"
     "ways are refused until it is stated how they are written.  Nothing is written unless all rows\n"
     "can be read (see --rest), and no file is ever overwritten.",
     FOR_IMPORT, command_import},
    {"export", "[SET]", "print records or figures as CSV or JSON",
     "Prints agreements, partners, contributions or figures to standard output, or writes them to the\n"
     "file that --output names (- is standard output): the same bytes as in output/site/data/, without a\n"
     "build.  The workbook (--format xlsx) has all sets, and needs no name of one.",
     FOR_EXPORT, command_export},
    {"strings", "export | import FILE | status", "texts to and from translators (XLIFF 2.0)",
     "export prints the texts of one language (--lang), or writes a file a language into the folder that\n"
     "--output names: the program's words and the texts of records, with what must stay protected and\n"
     "plurals in the forms of the language.  import takes a file back: only texts that changed are\n"
     "written, never an empty one.  status lists what is missing, and what is stale: translated before\n"
     "its source was changed.",
     FOR_STRINGS, command_strings},
    {"schema", "[NAME]", "describe the files of the content to editors",
     "Prints the JSON Schema of a kind of file (agreement, partner, document ...), with the ids of\n"
     "this content, or the names there are.  --write puts all of them into the content's folder\n"
     ".schema, for editors that read a line such as\n"
     "  # yaml-language-server: $schema=../../.schema/agreement.json",
     FOR_SCHEMA, command_schema},
    {"render", "TEMPLATE --data FILE", "render one Mustache template with YAML or JSON data",
     "Writes the rendered template to standard output.  Partials are DIR/<name>.mustache.",
     FOR_RENDER, command_render},
    {"help", "[COMMAND|TOPIC]", "explain a command, or how something is done",
     "Prints this list, or the options of a command; of topics such as content, figures, release, what\n"
     "to write and what to do.", 0,
     command_help},
    {"version", "", "print the version", "Prints the version of accord.", 0, command_version},
};

enum { COMMANDS = sizeof table / sizeof *table };

const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(table[i].name, name) == 0)
            return &table[i];
    return NULL;
}

const char *command_nearest(const char *name)
{
    const char *names[COMMANDS + 1];
    for (size_t i = 0; i < COMMANDS; i++)
        names[i] = table[i].name;
    names[COMMANDS] = NULL;
    return nearest_of(names, name);
}

void command_list(void (*each)(const struct command *c, void *ctx), void *ctx)
{
    for (size_t i = 0; i < COMMANDS; i++)
        each(&table[i], ctx);
}
