#include "commands/help_topics.h"

#include "base/buf.h"
#include "site/site.h"

#include <stdio.h>
#include <string.h>

static void print_templates(void)
{
    struct buf out = BUF_INIT;
    site_values_help(&out);
    fwrite(buf_str(&out), 1, out.n, stdout);
    buf_free(&out);
}

static const struct help_topic topics[] = {
    {"content", "the files there are, and how to begin one",
     "The content is a folder of plain text files, one for each thing:\n"
     "\n"
     "  agreements/<year>/<id>.yaml   a signed agreement       accord new agreement\n"
     "  partners/<id>.yaml            a partner                accord new partner\n"
     "  documents/<id>/               a paper: its cover in    accord new document\n"
     "                                document.yaml, its text\n"
     "                                in a folder a language\n"
     "  stories/<name>/<lang>.md      a story                  accord new story\n"
     "  pages/<path>/<lang>.md        a page, or a text on one accord new page\n"
     "  opportunities/<id>.yaml       what can be sponsored    accord new opportunity\n"
     "  rates/*.csv                   exchange rates\n"
     "  vocabulary/*.yaml             regions, priorities, types, kinds\n"
     "  history/<year>.yaml           figures of years that are not on file\n"
     "  published/<document>.yaml     figures as they were printed: accord freeze writes it\n"
     "  targets/<year>.yaml           goals of a year (internal)\n"
     "  strings/<lang>.yaml           the words of the site\n"
     "  site.yaml                     the name, the languages, how figures are counted\n"
     "\n"
     "A file begun by accord new names, as remarks, all that it may say.  A remark begins with #.\n"
     "Indent with two blanks.  A text with a colon and a blank in it stands in quotes: \"A: b\".\n"
     "accord check says what is wrong, in which line, and what to write instead.\n", NULL},
    {"figures", "how numbers come into texts, and why one is what it is",
     "No figure is typed.  A tag in a text becomes the number, in the way of the language:\n"
     "\n"
     "  In {{year}}, {{2024.agreements.count}} agreements were signed, worth\n"
     "  {{2024.contributions.total.millions}} million USD.\n"
     "\n"
     "  2024.agreements.count                   new agreements of a year; of years: 2015-2018.…\n"
     "  2024.agreements.financial.count         those with cash\n"
     "  2024.contributions.total                cash of all; .partners, .itu (your own)\n"
     "  2024.partners.count                     who signs\n"
     "  2024.regions.AFR.count, .contributions  of a region; also priorities, types, kinds\n"
     "\n"
     "Money is in USD and takes a form: .usd to the cent, .millions with one decimal, .millions2 with\n"
     "two, .percent of its total.\n"
     "\n"
     "  accord figures           lists all of them with their values\n"
     "  accord explain FIGURE    the records it is made of, to be redone by hand\n", NULL},
    {"dates-and-amounts", "how to write days, money, shares",
     "A day is year-month-day: 2024-05-14.\n"
     "An amount is digits with a point before the decimals, nothing else: 1250000.00.  No blanks, no\n"
     "commas; the currency stands beside it, by its code: USD, EUR, CHF.\n"
     "\n"
     "  contributions:\n"
     "    - {from: unicef, amount: 1250000.00, currency: EUR}\n"
     "    - {from: itu, amount: 80000, currency: USD}                    what you add yourselves\n"
     "    - {from: gsma, amount: 20000, currency: USD, form: in-kind}    shown, never added up\n"
     "\n"
     "An amount becomes USD once, at the newest rate in rates/ of the day of signature or before.  No\n"
     "rate is an error: add a row to a file in rates/.  Where the value in USD was recorded at\n"
     "signature, usd: holds it, and wins.  Only addenda and amendments take money back: amount: -500.\n"
     "\n"
     "Regions share equally, or by weight: regions: {AFR: 2, EUR: 1}.  Priorities too, or by\n"
     "percentages that sum to 100: priorities: {access: 60, skills: 40}.\n", NULL},
    {"languages", "texts in several languages",
     "A text for readers is one text, which is in the default language of site.yaml, or one for each:\n"
     "\n"
     "  title: {en: Digital skills, fr: Compétences numériques}\n"
     "\n"
     "Six are known: en fr es ar zh ru.  The site is made in the languages: of site.yaml, a paper in\n"
     "those of its document.yaml.  Longer texts have a file for each: stories/<name>/fr.md.\n"
     "\n"
     "Nothing is left out in silence: readers get a missing text in another language, marked as such,\n"
     "and accord check counts what is missing.  accord check --release --lang fr lists each of them.\n"
     "accord build --lang fr makes one language anew; the others stay.\n"
     "The words of the site itself are in strings/<lang>.yaml, to be changed freely.\n", NULL},
    {"templates", "what templates of pages are given", NULL, print_templates},
    {"review", "changing content together",
     "Content is text under version control: a change is proposed, checked, looked at and merged.\n"
     "\n"
     "  1. Change or begin files on a branch of your own.\n"
     "  2. accord check says what is wrong; with --format sarif, where reviews show it at its line.\n"
     "  3. accord serve --open shows the site while you write.\n"
     "  4. accord diff main says which records change, and which printed figures move by how much.\n"
     "  5. A figure that a paper printed and that differs now is a warning: correct the record, or give\n"
     "     the paper a revision with its reason.\n"
     "  6. Merge; accord build makes the site and the papers: all of it, or nothing.\n", NULL},
    {"release", "before a site or a paper goes out",
     "accord check --release refuses what a draft may have: records marked sample: true, texts that are\n"
     "missing in a language, figures that differ from printed ones.  accord build --release does so too.\n"
     "\n"
     "A paper is issued so:\n"
     "  1. document_number: and date: in its document.yaml; draft: true is taken away.\n"
     "  2. accord freeze DOCUMENT records every figure it prints in published/; from then on accord\n"
     "     check tells when one would change.\n"
     "  3. accord build --release, and the PDF of output/documents/ goes out.\n"
     "Where records change afterwards, an entry under revisions: in document.yaml says why, and the paper\n"
     "becomes its Revision 1.  accord new edition YEAR begins the papers of the next year.\n", NULL},
};

const struct help_topic *help_topics_at(size_t i)
{
    return i < sizeof topics / sizeof *topics ? &topics[i] : NULL;
}

const struct help_topic *help_topics_find(const char *name)
{
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++)
        if (strcmp(topics[i].name, name) == 0)
            return &topics[i];
    return NULL;
}
