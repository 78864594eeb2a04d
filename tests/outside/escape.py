#!/usr/bin/python3
"""escape.py PLAIN HOSTILE N LANG,... - holds the site and papers of a hostile content against those of the plain one.

escape_content.py writes both: the same records, with a payload behind each text of the second.  Every file is read by a
parser of its format, and what is read has to be the same, element by element and cell by cell, save that each text has
its payload behind it: so the payload has arrived to the letter, and became nothing else.  Of the pages
those in the languages named are read.
"""
import csv
import io
import json
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

import openpyxl
import pikepdf

from answers import Answers
from escape_content import MARK, PAYLOADS, expected

plain_root, hostile_root, number, read_langs = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4].split(",")
payload = PAYLOADS[number]
answers = Answers("escape %d" % number)
HASH = re.compile(r"\.[0-9a-f]{8}\.(?=css|js)")
FORMULA = tuple("=+-@\t\r")
# What turns the direction of a text or keeps it apart, which depends on its letters.
TURNS = re.compile("[\u200e\u200f\u2066-\u2069]")
# How large a file is.
SIZE = re.compile(r"(\D*(CSV|JSON|XLSX|XML|Excel)\D*)?\d+([.,]\d+)?(\s*\w+)?")


def loose(text):
    """As typography may have left a text of prose: quotes, dots, blanks and the signs beside them are its own."""
    text = re.sub("[\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb'\"]", "'", unicodedata.normalize("NFC", text))
    text = text.replace("……", "...").replace("…", "...").translate(str.maketrans("،؛؟，；：！？（）", ",;?,;:!?()"))
    return re.sub(r"\s", "", text)


def same(before, after, raw=False, prose=False):
    """Whether a text is the one of the plain content with its payloads, or the beginning of it before an ellipsis."""
    wanted = TURNS.sub("", expected(before, payload, raw))
    after = TURNS.sub("", after)
    if after == wanted or (SIZE.fullmatch(before) and SIZE.fullmatch(after)):
        return True
    if not raw and (prose or re.search(r"N\d+n", before)):
        wanted, after = loose(wanted), loose(after)
    return after == wanted or (after[-1:] == "…" and wanted.startswith(after[:-1]))


def differ(before, after):
    return "%r is not %r" % (after[:300], expected(before, payload)[:300])


# --- HTML, XML ---

VOID = set("br hr img input link meta".split())
BREAKS = ("class", "breaks")  # of a cell with words too long for a line


class Events(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.list = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag != "bdi":
            self.list.append(("start", tag) + tuple(a for a in attrs if a[0] != "dir" and a != BREAKS))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag != "bdi":
            self.list.append(("end", tag))

    def handle_data(self, data):
        if self.list and self.list[-1][0] == "text":
            self.list[-1] = ("text", self.list[-1][1] + data)
        else:
            self.list.append(("text", data))

    def handle_comment(self, data):
        self.list.append(("comment", data))

    def handle_decl(self, decl):
        self.list.append(("declaration", decl))

    unknown_decl = handle_pi = handle_decl


def tree_events(text):
    """The same of XML."""
    found = []

    def walk(e):
        found.append(("start", e.tag) + tuple(sorted(e.attrib.items())))
        found.append(("text", e.text or ""))
        for child in e:
            walk(child)
            found.append(("text", child.tail or ""))
        found.append(("end", e.tag))
    walk(ElementTree.fromstring(text))
    return found


def without_drawings(events):
    """Drawings break their texts by their widths: they are compared apart."""
    outside, drawings, depth = [], [], 0
    for e in events:
        depth += e[:2] == ("start", "svg")
        (drawings if depth else outside).append(e)
        depth -= e[:2] == ("end", "svg")
    return outside, drawings


def compare_events(before, after, raw=False):
    scripted = False
    prose = 0  # elements deep in a text
    for b, a in zip(before, after):
        if b[0] != a[0] or (b[0] != "text" and b[1] != a[1]):
            return "%r became %r" % (b[:2], a[:2])
        if b[0] == "start":
            prose += prose > 0 and b[1] not in VOID or ("class", "writing") in b
            scripted = b[1] == "script" and ("type", "application/ld+json") in b
            if [k for k, _ in b[2:]] != [k for k, _ in a[2:]]:
                return "<%s> has other attributes: %r" % (b[1], a[2:])
            for (name, x), (_, y) in zip(b[2:], a[2:]):
                if not same(HASH.sub(".", x or ""), HASH.sub(".", y or "")):
                    return "<%s %s> %s" % (b[1], name, differ(x, y))
        elif b[0] == "text" and scripted and b[1].strip():
            fault = compare_values(json.loads(b[1]), json.loads(a[1]))
            if fault:
                return fault
        elif b[0] == "end":
            prose -= prose > 0
        elif not same(b[1], a[1], raw, prose > 0):
            return differ(b[1], a[1])
    return None if len(before) == len(after) else "more or less than before"


def drawn(events):
    """What a drawing is made of, and its words."""
    shapes = set()
    for e in events:
        if e[0] == "start":
            shapes.add(e[1] + " " + " ".join(k for k, _ in e[2:]))
        elif e[0] not in ("end", "text"):
            shapes.add(e[0])
    addresses = {v for e in events if e[0] == "start" for k, v in e[2:] if k.endswith("href")}
    return shapes, addresses


known = set()  # what drawings of the plain content are made of


def compare_drawings(before, after):
    shapes, addresses = drawn(before)
    now, leads = drawn(after)
    shapes |= known
    if now - shapes or leads - addresses:
        return "a drawing has something new: %r" % sorted((now - shapes) | (leads - addresses))[:3]
    (b, a) = ({m.group() for e in events if e[0] == "text" for m in MARK.finditer(e[1])} for events in (before, after))
    lost = b - a
    return "a drawing lost %s" % sorted(lost)[:3] if lost else None


def compare_html(before, after):
    (b, drawings), (a, others) = (without_drawings(Events(x.decode()).list) for x in (before, after))
    return compare_events(b, a) or compare_drawings(drawings, others)


def compare_xml(before, after):
    return compare_events(tree_events(before), tree_events(after), b"<iati" in before)


def compare_svg(before, after):
    return compare_drawings(tree_events(before), tree_events(after))


# --- JSON, scripts, CSV, workbooks ---

def compare_values(before, after, raw=False):
    if type(before) is not type(after):
        return "%r became %r" % (before, after)
    if isinstance(before, dict):
        if list(before) != list(after):
            return "other keys: %r" % sorted(set(after) ^ set(before))[:3]
        return next((f for k in before if (f := compare_values(before[k], after[k], raw))), None)
    if isinstance(before, list):
        if len(before) != len(after):
            return "%d items became %d" % (len(before), len(after))
        return next((f for b, a in zip(before, after) if (f := compare_values(b, a, raw))), None)
    if isinstance(before, str):
        b, a = HASH.sub(".", before), HASH.sub(".", after)
        return None if same(b, a, raw) else differ(b, a)
    return None if before == after else "%r became %r" % (before, after)


def compare_json(before, after):
    return compare_values(json.loads(before), json.loads(after), raw=True)


def compare_js(before, after):
    if not before.startswith(b"accord."):
        return None if before == after else "the script differs"
    call = re.compile(rb"(accord\.\w+\((?:\d+,)?)(.*)\);\n", re.S)
    (b, a) = (call.fullmatch(x) for x in (before, after))
    if b.group(1) != a.group(1):
        return "another call: %r" % a.group(1)
    if re.search(rb"[<\x00-\x1f\x7f]|\xe2\x80[\xa8\xa9]", a.group(2)):
        return "what ends a script, or a line of one, is not escaped"
    return compare_values(json.loads(b.group(2)), json.loads(a.group(2)))


def unguarded(cell):
    """A cell of CSV without the apostrophe in front of what spreadsheets take for a formula, as README has it."""
    return cell[1:] if re.match("'+[=+\\-@＝＋－＠\t\r\n]", cell) else cell


def csv_texts(root):
    """Whether each text of agreements and partners is in CSV to the letter, as JSON has it."""
    faults = []
    for name in ("agreements", "partners"):
        with open(os.path.join(root, "site/data", name + ".json"), encoding="utf-8") as f:
            records = json.load(f)["records"]
        with open(os.path.join(root, "site/data", name + ".csv"), encoding="utf-8", newline="") as f:
            rows = list(csv.DictReader(f, strict=True))
        if len(rows) != len(records):
            faults.append(name + ": other rows")
        for row, record in zip(rows, records):
            for key, value in record.items():
                texts = {key + "_" + k: v for k, v in value.items()} if isinstance(value, dict) else {key: value}
                for column, text in texts.items():
                    if isinstance(text, str) and unguarded(row[column]) != text:
                        faults.append("%s %s: %r" % (name, column, row[column][:60]))
    return faults


def compare_csv(before, after):
    rows = [list(csv.reader(io.StringIO(x.decode("utf-8-sig"), newline=""), strict=True)) for x in (before, after)]
    if [len(r) for r in rows[0]] != [len(r) for r in rows[1]]:
        return "other rows or cells"
    for b, a in zip(*rows):
        for x, y in zip(b, a):
            if y.startswith(FORMULA) and not re.fullmatch(r"-?[0-9.]+(\|-?[0-9.]+)*", y):
                return "%r would be a formula" % y[:40]
            x, y = unguarded(x), unguarded(y)
            if not same(x, y, raw=True) and not same(listed(x), listed(y)):
                return differ(x, y)
    return None


def listed(cell):
    """Several values stand in one cell, divided by bars."""
    return re.sub(r"\\([\\|])", r"\1", cell)


def compare_xlsx(before, after):
    books = [openpyxl.load_workbook(io.BytesIO(x)) for x in (before, after)]
    if books[0].sheetnames != books[1].sheetnames:
        return "other sheets"
    for b, a in zip(*books):
        if b.dimensions != a.dimensions:
            return "other cells"
        for x, y in zip((c for row in b for c in row), (c for row in a for c in row)):
            if y.data_type != x.data_type or y.data_type == "f" or y.hyperlink:
                return "%s!%s became a %s" % (a.title, y.coordinate, "link" if y.hyperlink else y.data_type)
            if isinstance(x.value, str) and not same(x.value, y.value, raw=True) and not same(listed(x.value), listed(y.value)):
                return differ(x.value, y.value)
    (b, a) = ({k: str(v) for k, v in vars(book.properties).items()} for book in books)
    return compare_values(b, a)


# --- PDF ---

def strings_of(pdf):
    """What a reader of the file is told: entries of dictionaries by their names, in the order of objects."""
    told, acts, addresses = {}, set(), []
    for o in pdf.objects:
        if not isinstance(o, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        for d in dictionaries(o):
            for key in ("/Alt", "/ActualText", "/E", "/T", "/Title", "/Contents", "/Desc", "/F", "/UF", "/Lang", "/Author",
                        "/Subject", "/Keywords", "/TU"):
                if isinstance(d.get(key), pikepdf.String):
                    told.setdefault(key, []).append(str(d[key]))
            if "/S" in d and d.get("/Type") != "/StructElem" and isinstance(d["/S"], pikepdf.Name):
                acts.add(str(d["/S"]))
            if "/URI" in d:
                addresses.append(bytes(d["/URI"]).decode())
            acts |= {k for k in ("/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch", "/RichMedia") if k in d}
    return told, acts, addresses


def dictionaries(o):
    """The dictionary and those that stand in it."""
    found = []
    waiting = [o]
    while waiting:
        at = waiting.pop()
        if isinstance(at, pikepdf.Array):
            parts = list(at)
        else:
            found.append(at)
            parts = [at[key] for key in at.keys()]
        waiting += [p for p in parts if isinstance(p, (pikepdf.Dictionary, pikepdf.Array)) and not p.is_indirect]
    return found


def compare_pdf(before, after):
    files = [pikepdf.open(io.BytesIO(x)) for x in (before, after)]
    if files[1].check():
        return "qpdf: %s" % files[1].check()[0]
    (b, acts, leads), (a, now, to) = (strings_of(f) for f in files)
    if now - acts:
        return "it acts: %r" % sorted(now - acts)
    if set(to) != set(leads):
        return "it leads to %r" % sorted(set(to) ^ set(leads))[:2]
    for key in sorted(set(b) | set(a)):
        # Headings of a cover are in capitals.
        wanted = {loose(TURNS.sub("", expected(s, payload))).casefold() for s in b.get(key, [])}
        other = [s for s in a.get(key, []) if loose(TURNS.sub("", s)).casefold() not in wanted]
        # Words of a line that are told apart (ActualText) depend on where lines end.
        if other and key != "/ActualText":
            return "%s: %r" % (key, other[0][:200])
    xmp = [tree_events(bytes(f.Root.Metadata.read_bytes())) for f in files]
    return compare_events(*xmp)


# --- all files ---

KINDS = {
    "html": (compare_html, "pages have the texts, and no other element or attribute"),
    "xml": (compare_xml, "feeds, sitemap and IATI have the texts, and no other element or attribute"),
    "svg": (compare_svg, "drawings have the texts, and no other element, attribute or link"),
    "json": (compare_json, "JSON has the texts"),
    "js": (compare_js, "the index of the search has the texts, and nothing ends its script"),
    "csv": (compare_csv, "CSV has the texts, behind an apostrophe where they begin like formulas"),
    "xlsx": (compare_xlsx, "the workbook has the texts, and no formula or link"),
    "pdf": (compare_pdf, "papers have the texts in titles, outlines, alternatives and metadata, and no other action or link"),
}


def files_of(root):
    found = {}
    for folder, folders, files in os.walk(root):
        folders[:] = [f for f in folders if not f.startswith(".")]
        for name in files:
            path = os.path.join(folder, name)
            found[HASH.sub(".", os.path.relpath(path, root))] = path
    return found


def main():
    before, after = files_of(plain_root), files_of(hostile_root)
    answers.faultless("the same files are written", sorted(set(before) ^ set(after)))
    for name in before:
        if name.endswith(".svg"):
            with open(before[name], "rb") as f:
                known.update(drawn(tree_events(f.read()))[0])
    faults, read = {}, {}
    for name in sorted(set(before) & set(after)):
        kind = name.rsplit(".", 1)[-1]
        lang = re.match(r"site/(\w\w)/.*\.html$", name)
        if lang and lang.group(1) not in read_langs:
            continue
        with open(before[name], "rb") as f, open(after[name], "rb") as g:
            b, a = f.read(), g.read()
        if kind not in KINDS:
            fault = None if HASH.sub(".", b.decode("latin-1")) == HASH.sub(".", a.decode("latin-1")) else "it differs"
            faults.setdefault("other", []).extend([name + ": " + fault] if fault else [])
            continue
        read[kind] = read.get(kind, 0) + 1
        try:
            fault = KINDS[kind][0](b, a)
        except (ValueError, ElementTree.ParseError, csv.Error, pikepdf.PdfError) as e:
            fault = "cannot be read: %s" % e
        if fault:
            faults.setdefault(kind, []).append(name + ": " + fault)
    for kind, (_, promise) in KINDS.items():
        answers.faultless(promise, faults.get(kind, [] if read.get(kind) else ["no such file"]))
    answers.faultless("style sheets and all else is as it was", faults.get("other", []))
    answers.faultless("one apostrophe less, and cells of CSV are the texts of JSON", csv_texts(hostile_root))


main()
