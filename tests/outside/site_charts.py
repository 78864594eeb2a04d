"""site_charts.py SITE FIGURES - reads every chart of a built site as its readers do.

A chart has a name, a sentence, drawings that name themselves, its data as a table behind a
disclosure, and files: the drawing, the data, and the data with a mark for spreadsheets.  The file of data says what the table says,
and both say what `accord figures --json` (FIGURES) says.  The drawing stands alone.  Uses only Python's own library.
"""
import csv
import json
import os
import re
import sys
from decimal import Decimal, InvalidOperation
from html.parser import HTMLParser
from xml.etree import ElementTree

from answers import Answers

answers = Answers("site charts")
VOID = set("area base br col embed hr img input link meta source track wbr".split())
SVG = "{http://www.w3.org/2000/svg}"
TAB_STOPS = 12


class Chart:
    def __init__(self):
        self.title = self.finding = ""
        self.drawings, self.files, self.rows, self.scripts = [], [], [], 0
        self.records = []  # rows without those of sums, which are not in files
        self.in_details = self.summary = False


class Drawing:
    def __init__(self, attr):
        self.attr, self.title, self.desc, self.stops, self.marks = attr, "", "", 0, []


class Page(HTMLParser):
    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path, self.open, self.charts = path, [], []
        self.chart = self.drawing = self.cell = None
        with open(path, encoding="utf-8") as f:
            self.feed(f.read())
        self.close()

    def classes(self):
        return [c for _, c in self.open]

    def handle_starttag(self, tag, attrs):
        attr = dict(attrs)
        kind = attr.get("class") or ""
        if tag not in VOID:
            self.open.append((tag, kind))
        if tag == "figure" and "chart" in kind.split():
            self.chart = Chart()
            self.charts.append(self.chart)
        if not self.chart:
            return
        if tag == "script":
            self.chart.scripts += 1
        elif tag == "svg":
            self.drawing = Drawing(attr)
            self.chart.drawings.append(self.drawing)
        elif tag == "a" and self.drawing:
            self.drawing.stops += attr.get("tabindex") != "-1"
            self.drawing.marks.append(attr.get("href", ""))
        elif tag == "a" and "files" in self.classes():
            self.chart.files.append(attr["href"])
        elif tag == "summary":
            self.chart.summary = True
        elif tag == "tr":
            self.chart.rows.append([])
            if all(t != "tfoot" for t, _ in self.open):
                self.chart.records.append(self.chart.rows[-1])
            self.chart.in_details = any(t == "details" for t, _ in self.open)
        elif tag in ("th", "td"):
            self.cell = {"text": "", "sort": attr.get("data-sort"), "figure": None, "tag": tag,
                         "scope": attr.get("scope")}
            self.chart.rows[-1].append(self.cell)
        elif tag == "a" and self.cell:
            found = re.search(r"figures/([^/]+)/", attr["href"])
            self.cell["figure"] = found and found.group(1)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        self.open.pop()
        if tag == "figure":
            self.chart = None
        elif tag == "svg":
            self.drawing = None
        elif tag in ("th", "td"):
            self.cell = None

    def handle_data(self, data):
        tag, kind = self.open[-1] if self.open else ("", "")
        if not self.chart:
            return
        if self.drawing and tag in ("title", "desc"):
            if self.open[-2][0] == "svg":
                setattr(self.drawing, tag, data)
        elif kind == "title":
            self.chart.title += data
        elif kind == "finding":
            self.chart.finding += data
        elif self.cell and "sample" not in self.classes() and "unit" not in self.classes():
            self.cell["text"] += data


def check_page(where, c, figures, faults):
    # What is not known may be the largest: then no sentence names one.
    unknown = any(x["figure"] and figures.get(x["figure"], UNKNOWN)["value"] is None
                  for row in c.rows[1:] for x in row)
    if not c.title.strip() or not (c.finding.strip() or unknown):
        faults["a title and a finding"].append(where)
    if not c.drawings or c.scripts:
        faults["drawings, and no script"].append(where)
    for d in c.drawings:
        if d.title != c.title or c.finding not in d.desc:
            faults["each drawing has its name and says what it shows"].append(where)
        if d.attr.get("role") != ("group" if d.marks else "img"):
            faults["links in a drawing can be reached"].append(where)
        if d.stops > TAB_STOPS:
            faults["few stops of the tab key"].append("%s: %d" % (where, d.stops))
        if not d.marks:
            faults["marks lead to the records behind them"].append(where)
    heads = c.rows[0] if c.rows else []
    scoped = all(h["scope"] == "col" for h in heads) and all(
        sum(x["scope"] == "row" for x in row) == 1 for row in c.rows[1:])
    if not c.in_details or not c.summary or len(c.rows) < 2 or not scoped:
        faults["a table behind a disclosure, its heads in their scopes"].append(where)


def check_svg(where, path, c, lang, faults):
    root = ElementTree.parse(path).getroot()
    text = " ".join(t.strip() for e in root.iter(SVG + "text") for t in e.itertext())
    flat = re.sub(r"\s+", "", text)
    title, style = root.find(SVG + "title"), root.find(SVG + "style")
    good = (title is not None and title.text == c.title and style is not None
            and "font-family" in (style.text or "") and root.get("role") == "img"
            and root.find(SVG + "desc") is not None
            and root.get("{http://www.w3.org/XML/1998/namespace}lang") == lang)
    if not good or root.find(".//" + SVG + "a") is not None:
        faults["a drawing's file stands alone"].append(where)
    for said in (c.title, c.finding, "https://"):
        if re.sub(r"\s+", "", said) not in flat:
            faults["a drawing's file says what it is and where it is from"].append(where + ": " + said)


def same_number(a, b):
    try:
        return Decimal(str(a)) == Decimal(str(b))
    except InvalidOperation:
        return False


UNKNOWN = {"value": None, "forms": {}}  # what accord figures does not list


def check_figure(where, column, cell, told, figures, faults):
    """What the file of data tells of a figure, to its last digit; nothing where it is not known."""
    figure = figures.get(cell["figure"], UNKNOWN)
    value = figure["value"]
    if column == "percent":
        value = figure["forms"].get("percent")
    if told != "" if value is None else not same_number(told, value):
        faults["data are those of the figures"].append(
            "%s: %s is %s, not %s" % (where, cell["figure"], value, told))


def check_csv(where, path, c, figures, faults):
    with open(path, encoding="utf-8", newline="") as f:
        rows = list(csv.reader(f))
    codes = [i for i, name in enumerate(rows[0]) if name.endswith("_id")]
    plain = [[x for i, x in enumerate(row[:-1]) if i not in codes] for row in rows]
    said = [[told if x["figure"] else x["text"].strip() for told, x in zip(line, row)]
            for line, row in zip(plain[1:], c.records[1:])]
    if plain[1:] != said or len(said) != len(c.records) - 1:
        faults["the file of data says what the table says"].append(where)
    if any(x[:1] in "=+@\t\r" for row in rows for x in row if x):
        faults["no cell reads as a formula"].append(where)
    if rows[0][0].endswith("_id") and not all(row[0] for row in rows[1:]):
        faults["rows have codes"].append(where)
    for n, (row, line) in enumerate(zip(c.records[1:], rows[1:]), 1):
        for column, cell, told in zip(plain[0], row, plain[n]):
            if cell["figure"]:
                check_figure(where, column, cell, told, figures, faults)
        shown = [figures[x["figure"]]["sample"] for x in row if x["figure"] in figures]
        if rows[0][-1] != "sample" or shown and line[-1] != ("true" if any(shown) else "false"):
            faults["rows say whether they rest on samples"].append("%s: %s" % (where, line))


def check_chart(site, page, n, c, figures, faults):
    where = "%s chart %d" % (os.path.relpath(page.path, site), n)
    lang = os.path.relpath(page.path, site).split(os.sep)[0]
    check_page(where, c, figures, faults)
    paths = [os.path.normpath(os.path.join(os.path.dirname(page.path), f)) for f in c.files]
    kinds = [os.path.splitext(p)[1] for p in paths]
    if kinds != [".svg", ".csv", ".csv"] or not all(os.path.isfile(p) for p in paths):
        faults["files to take away"].append(where)
        return
    with open(paths[1], "rb") as plain, open(paths[2], "rb") as marked:
        if marked.read() != b"\xef\xbb\xbf" + plain.read():
            faults["spreadsheets have the same data"].append(where)
    check_svg(where, paths[0], c, lang, faults)
    check_csv(where, paths[1], c, figures, faults)


def check_folders(site, langs):
    """The files of charts are the same in all languages, and none is without its twin."""
    faults = []
    first = sorted(os.listdir(os.path.join(site, langs[0], "charts")))
    for lang in langs:
        if sorted(os.listdir(os.path.join(site, lang, "charts"))) != first:
            faults.append(lang)
    stems = {os.path.splitext(name)[0] for name in first}
    faults += sorted(s for s in stems if not s.endswith(".bom") and
                     any(s + end not in first for end in (".svg", ".csv", ".bom.csv")))
    if not stems:
        faults.append("there are none")
    answers.faultless("every language has the files of every chart", faults)


def main():
    site = sys.argv[1]
    with open(sys.argv[2], encoding="utf-8") as f:
        figures = {x["id"]: x for x in json.load(f, parse_float=Decimal)}
    langs = sorted(n for n in os.listdir(site) if re.fullmatch("[a-z]{2}", n))
    names = ["a title and a finding", "drawings, and no script",
             "each drawing has its name and says what it shows",
             "links in a drawing can be reached", "few stops of the tab key",
             "marks lead to the records behind them",
             "a table behind a disclosure, its heads in their scopes", "files to take away", "spreadsheets have the same data",
             "a drawing's file stands alone", "a drawing's file says what it is and where it is from",
             "the file of data says what the table says", "no cell reads as a formula",
             "rows have codes", "rows say whether they rest on samples", "data are those of the figures"]
    faults, charts = {name: [] for name in names}, 0
    for lang in langs:
        for folder, _, files in os.walk(os.path.join(site, lang)):
            for name in sorted(f for f in files if f.endswith(".html")):
                page = Page(os.path.join(folder, name))
                for n, c in enumerate(page.charts, 1):
                    charts += 1
                    check_chart(site, page, n, c, figures, faults)
    for name in names:
        answers.faultless(name, faults[name])
    answers.faultless("there are charts in every language",
                      [] if charts >= 10 * len(langs) and charts % len(langs) == 0 else [str(charts)])
    check_folders(site, langs)


main()
