#!/usr/bin/python3
"""data.py NAME SITE FIGURES - files to take away agree with each other and with the figures.

SITE is output/site, FIGURES what accord figures --json prints.
"""
import csv
import datetime
import io
import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from decimal import Decimal
from fractions import Fraction

import jsonschema
import openpyxl

from answers import Answers

name, site, figures_file = sys.argv[1:4]
data = os.path.join(site, "data")
SETS = ["agreements", "partners", "contributions", "figures"]
answers = Answers(f"data: {name}")


def read(path):
    with open(os.path.join(data, path), "rb") as f:
        return f.read()


# --- CSV ---

def rows_of(raw):
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8"), newline=""), strict=True))


def split(cell):
    """The values of a cell that holds several."""
    out = [""]
    for piece in re.findall(r"\\.|\||[^\\|]+", cell, re.S):
        if piece == "|":
            out.append("")
        else:
            out[-1] += piece[1:] if piece[0] == "\\" else piece
    return out if cell else []


NUMBER = re.compile(r"-?[0-9]+([.][0-9]+)?")  # of a list, too, it stays one


def unguarded(cell):
    return cell[1:] if re.match(r"'[=+\-@\t\r]", cell) else cell


raw = {s: read(s + ".csv") for s in SETS}
table = {s: rows_of(raw[s]) for s in SETS}
document = {s: json.loads(read(s + ".json")) for s in SETS}
records = {s: document[s]["records"] for s in SETS}
languages = document["agreements"]["languages"]


def csv_faults():
    for s in SETS:
        if read(s + ".bom.csv") != b"\xef\xbb\xbf" + raw[s]:
            yield f"{s}.bom.csv is not a byte order mark and {s}.csv"
        lines = list(csv.reader(io.StringIO(raw[s].decode("utf-8"), newline=""), strict=True))
        if not raw[s].endswith(b"\r\n") or len({len(x) for x in lines}) != 1:
            yield f"{s}.csv has rows of different lengths, or no end"
        for row in lines[1:]:
            for cell in row:
                if re.match(r"[=+\-@\t\r]", cell) and not re.fullmatch(r"-[-0-9.|]+", cell):
                    yield f"{s}.csv has the formula {cell!r}"


answers.faultless("CSV is sound, and no cell a formula", csv_faults())

# --- JSON ---


def schema_faults():
    schema = json.loads(read("schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    reader = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for s in SETS:
        for e in reader.iter_errors(document[s]):
            yield f"{s}.json: {e.message[:200]}"
        broken = json.loads(json.dumps(document[s]))
        first = broken["records"][0]
        first[next(k for k in first if isinstance(first[k], str))] = 7
        if reader.is_valid(broken):
            yield f"the schema takes a number for an id in {s}.json"


answers.faultless("JSON is as its schema says", schema_faults())


def cell_of(value):
    """What CSV says of a value of JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return [cell_of(x) for x in value]
    return str(value)


def same_faults():
    for s in SETS:
        if len(records[s]) != len(table[s]):
            yield f"{s}: {len(records[s])} records, {len(table[s])} rows"
        for record, row in zip(records[s], table[s]):
            flat = {}
            for key, value in record.items():
                if isinstance(value, dict):
                    flat.update({f"{key}_{lang}": value[lang] for lang in languages})
                else:
                    flat[key] = value
            if list(flat) != list(row):
                yield f"{s}: the columns differ"
            for key, value in flat.items():
                want, got = cell_of(value), row[key]
                if not isinstance(value, list) or not all(map(NUMBER.fullmatch, filter(None, want))):
                    got = unguarded(got)
                if want == [""]:  # one name, not known in the language
                    want = []
                if want != (split(got) if isinstance(value, list) else got):
                    yield f"{s} {record['id']} {key}: {want!r} and {got!r}"


answers.faultless("CSV and JSON say the same", same_faults())

# --- workbook ---

# With their formulas, if there were any.
book = openpyxl.load_workbook(os.path.join(data, "accord.xlsx"))


def plain(value, text):
    """A cell of the workbook as CSV has it; text is what CSV has there."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, (int, float)):
        digits = len(text.partition(".")[2])
        return f"{Decimal(repr(value)):.{digits}f}"
    return value


def workbook_faults():
    if book.sheetnames != ["readme"] + SETS:
        yield f"its sheets are {book.sheetnames}"
    long = 0
    for s in SETS:
        sheet = book[s]
        heads = [c.value for c in sheet[1]]
        if heads != list(table[s][0]):
            yield f"the columns of {s} differ"
        if sheet.freeze_panes != "B2" or sheet.auto_filter.ref is None:
            yield f"{s} is not frozen, or has no filter"
        if sheet.max_row != len(table[s]) + 1:
            yield f"{s} has {sheet.max_row - 1} rows, CSV {len(table[s])}"
        for i, row in enumerate(table[s], 2):
            for cell, (key, text) in zip(sheet[i], row.items()):
                if cell.data_type == "f":
                    yield f"{s} {cell.coordinate} is a formula"
                if plain(cell.value, text) != unguarded(text):
                    yield f"{s} {cell.coordinate} {key}: {cell.value!r} and {text!r}"
                if key in ("usd", "amount", "cash_usd", "value", "year") and text:
                    digits = len(re.sub("[^0-9]", "", text))
                    long += digits > 15
                    if isinstance(cell.value, str) != (digits > 15):
                        yield f"{s} {cell.coordinate} {key}: {cell.value!r} has the wrong type"
                if key in ("signed", "rate_date") and text and cell.number_format != "yyyy-mm-dd":
                    yield f"{s} {cell.coordinate} {key} is no date"
    if name == "odd" and long == 0:
        yield "nothing tries what a double cannot hold"
    words = {c.value for row in book["readme"].iter_rows() for c in row if c.value}
    if not {"agreements: title", "contributions: usd", "figures: value"} <= words:
        yield "the readme sheet does not say what the columns are"


answers.faultless("the workbook says the same, with types", workbook_faults())


def zip_faults():
    with zipfile.ZipFile(os.path.join(data, "accord.xlsx")) as z:
        for entry in z.infolist():
            if entry.date_time != (1980, 1, 1, 0, 0, 0):
                yield f"{entry.filename} bears the time {entry.date_time}"


answers.faultless("the workbook bears no time of the clock", zip_faults())

# --- IATI ---

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ORDER = ["iati-identifier", "reporting-org", "title", "description", "participating-org",
         "other-identifier", "activity-status", "activity-date", "activity-scope",
         "recipient-country", "recipient-region", "location", "sector", "tag", "transaction",
         "document-link", "related-activity"]
NEEDED = ["iati-identifier", "reporting-org", "title", "description", "participating-org",
          "activity-status", "activity-date"]


def share_faults(activity, ident):
    whole = {}
    for element in ("recipient-country", "recipient-region", "sector"):
        for e in activity.findall(element):
            key = (element.partition("-")[0], e.get("vocabulary", ""))
            whole[key] = whole.get(key, 0) + Decimal(e.get("percentage"))
    for key, percent in whole.items():
        if percent != 100:
            yield f"{ident}: shares of {key} sum to {percent}"


def iati_faults():
    activities = ElementTree.parse(os.path.join(data, "iati.xml")).getroot()
    by_currency, seen, refs = {}, set(), []
    for a in activities:
        ident = a.findtext("iati-identifier")
        if ident in seen:
            yield f"{ident} stands twice"
        seen.add(ident)
        order = [ORDER.index(e.tag) for e in a]
        if order != sorted(order) or not set(NEEDED) <= {e.tag for e in a}:
            yield f"{ident}: elements are missing, or in another order"
        yield from share_faults(a, ident)
        for e in a.iter("narrative"):
            if not e.get(LANG) or not (e.text or "").strip():
                yield f"{ident}: a narrative without a language or a text"
        for t in a.findall("transaction"):
            refs.append(t.get("ref"))
            value = t.find("value")
            key = (value.get("currency"), value.get("value-date"))
            by_currency[key] = by_currency.get(key, 0) + Decimal(value.text)
        key = ident.removeprefix(activities[0].find("reporting-org").get("ref") + "-")
        record = next(r for r in records["agreements"] if r["id"] == key)
        title = a.findtext("title/narrative")
        if record["sample"] and title == record["title"][languages[0]]:
            yield f"{ident}: a sample without its mark"
        for r in a.findall("related-activity"):
            if r.get("ref") not in {x.findtext("iati-identifier") for x in activities}:
                yield f"{ident} is related to {r.get('ref')}, which is not there"
    want = {}
    cash = [r for r in records["contributions"] if r["form"] == "cash" and r["id"]]
    for r in cash:
        key = (r["currency"], r["signed"])
        want[key] = want.get(key, 0) + Decimal(r["amount"])
    if want != by_currency or sorted(refs) != sorted(r["id"] for r in cash):
        yield "its transactions are not the contributions in cash"
    if b"<!--" not in read("iati.xml")[:200]:
        yield "its head does not say that it has samples"


answers.faultless("IATI activities keep the rules of their format", iati_faults())

# --- what addenda change ---

STATUS = {"coming": "1", "active": "2", "ended": "4", "terminated": "5"}


def told_by_iati(activity):
    ends = [e.get("iso-date") for e in activity.findall("activity-date") if e.get("type") == "3"]
    return activity.find("activity-status").get("code"), ends[0] if ends else None


def instrument_faults():
    every = records["agreements"]
    reporter = None
    activities = {}
    for a in ElementTree.parse(os.path.join(data, "iati.xml")).getroot():
        reporter = a.find("reporting-org").get("ref") + "-"
        activities[a.findtext("iati-identifier").removeprefix(reporter)] = a
    for r in every:
        addenda = sorted((x for x in every if x["original"] == r["id"]),
                         key=lambda x: (x["signed"], x["id"]))
        children = sorted(x["id"] for x in every if x["parent"] == r["id"])
        if r["amended_by"] != [x["id"] for x in addenda] or r["children"] != children:
            yield f"{r['id']}: those that name it are not those that it names"
        if r["list_group"] == "d":
            if r["status"] or r["current_cash_usd"] is not None:
                yield f"{r['id']}: an addendum stands by itself"
            continue
        cash = sum((Decimal(x["cash_usd"]) for x in addenda), Decimal(r["cash_usd"]))
        ends = [x["ends"] for x in [r] + addenda if x["ends"]]
        if Decimal(r["current_cash_usd"]) != cash or r["current_ends"] != (ends or [None])[-1]:
            yield f"{r['id']}: its addenda do not lead to what it is now"
        parties = set(r["partners"]).union(*(x["joins"] for x in addenda))
        parties -= set().union(*(x["leaves"] for x in addenda))
        merged = {x["id"]: x["merged_into"] for x in records["partners"]}
        if {merged.get(x) or x for x in parties} != set(r["current_partners"]):
            yield f"{r['id']}: its parties are not those who signed and stayed"
        if told_by_iati(activities[r["id"]]) != (STATUS[r["status"]], r["current_ends"]):
            yield f"{r['id']}: IATI has another status or end"


answers.faultless("addenda lead to what agreements are now", instrument_faults())

# --- feeds ---

ATOM = "{http://www.w3.org/2005/Atom}"


def feed_faults():
    if name == "internal":
        yield from [f"{lang} has a feed" for lang in languages
                    if os.path.exists(os.path.join(site, lang, "feed.xml"))]
        return
    sample = {r["id"]: r["sample"] for r in records["agreements"]}
    newest = max(r["signed"] for r in records["agreements"])
    for lang in languages:
        root = ElementTree.parse(os.path.join(site, lang, "feed.xml")).getroot()
        if root.get("{http://www.w3.org/XML/1998/namespace}lang") != lang:
            yield f"{lang}: it is not in its language"
        entries = root.findall(ATOM + "entry")
        ids = [e.findtext(ATOM + "id") for e in entries]
        updated = [e.findtext(ATOM + "updated") for e in entries]
        if not entries or len(set(ids)) != len(ids) or updated != sorted(updated, reverse=True):
            yield f"{lang}: ids repeat, or the newest is not first"
        if root.findtext(ATOM + "updated") != updated[0] or newest > updated[0]:
            yield f"{lang}: it does not say when it changed"
        for part in ("id", "title", "author/" + ATOM + "name"):
            if not root.findtext(ATOM + part):
                yield f"{lang}: it has no {part}"
        for e, url in zip(entries, ids):
            base = document["agreements"]["site"] + lang + "/"
            path = url.removeprefix(base)
            if path == url or not os.path.exists(os.path.join(site, lang, path, "index.html")):
                yield f"{url} is no page"
            if e.find(ATOM + "link").get("href") != url:
                yield f"{url} is not where it leads"
            kind, key = path.rstrip("/").split("/")
            if kind == "agreements" and sample[key] and not re.search(
                    r"[\[［].+[\]］]$", e.findtext(ATOM + "title")):
                yield f"{url}: a sample without its mark"


answers.faultless("feeds are in order", feed_faults())

# --- the page that offers them ---


def page_faults():
    for lang in languages:
        with open(os.path.join(site, lang, "data", "index.html"), encoding="utf-8") as f:
            page = f.read()
        offered = dict(re.findall(r'<tr.*?href="../../([^"]*)".*?data-sort="([0-9]+)"', page, re.S))
        made = {os.path.join("data", path) for path in os.listdir(data)
                if path != "INTERNAL.txt"}
        if name != "internal":
            made.add(lang + "/feed.xml")
        if set(offered) != made:
            yield f"{lang}: the page offers {sorted(offered)}"
        for path, size in offered.items():
            if os.path.getsize(os.path.join(site, path)) != int(size):
                yield f"{lang}: {path} is not {size} bytes"
        for part in SETS[:2] + ["figures"]:
            with open(os.path.join(site, lang, part, "index.html"), encoding="utf-8") as f:
                text = f.read()
            for path in (part + ".csv", part + ".bom.csv", part + ".json", "accord.xlsx"):
                if f'href="../../data/{path}"' not in text:
                    yield f"{lang}/{part}/ has no link to {path}"


answers.faultless("pages offer each file with its size", page_faults())

# --- sums ---

with open(figures_file, encoding="utf-8") as f:
    figure = {x["id"]: x for x in json.loads(f.read(), parse_float=Decimal)}
years = sorted({r["year"] for r in records["contributions"] if r["counted"]})


def money(rows, column="usd"):
    return sum((Decimal(r[column]) for r in rows), Decimal(0))


def sum_faults():
    public = [r for r in records["contributions"] if r["not_named"] == 0]
    for year in years:
        counted = [r for r in records["contributions"] if r["counted"] and r["year"] == year]
        total = figure[f"{year}.contributions.total"]["value"]
        if money(counted) != total:
            yield f"{year}: contributions are {money(counted)}, the figure is {total}"
        by_deal = [r for r in records["agreements"] if r["counted"] and r["year"] == year]
        named = [r for r in counted if r["not_named"] == 0]
        if money(by_deal, "cash_usd") != money(named):
            yield f"{year}: the cash of agreements is not that of contributions"
    for r in public:
        for part in ("region_usd", "priority_usd"):
            if sum(map(Decimal, r[part])) != Decimal(r["usd"]):
                yield f"{r['id']}: {part} does not sum to usd"
        if r["rate"] and r["usd_basis"] == "rate":
            exact = Decimal(r["amount"]) / Decimal(r["rate"])
            if abs(exact - Decimal(r["usd"])) > Decimal("0.005"):
                yield f"{r['id']}: {r['usd']} is not {exact}"
    for r in records["agreements"]:
        for part in ("region_shares", "priority_shares"):
            if r[part] and sum(map(Fraction, r[part])) != 1:
                yield f"{r['id']}: {part} do not sum to 1"


answers.faultless("contributions sum to the figures", sum_faults())


def figure_faults():
    listed = {r["id"] for r in records["figures"]}
    for missing in set(figure) - listed:
        if not re.fullmatch(r"[0-9-]+\.partners\.[a-z0-9-]+\.contributions", missing):
            yield f"{missing} is missing"
    for r in records["figures"]:
        f = figure[r["id"]]
        want = None if f["value"] is None else Decimal(f["value"])
        if (None if r["value"] is None else Decimal(r["value"])) != want:
            yield f"{r['id']}: {r['value']} is not {f['value']}"
        if f.get("exact") and Fraction(f["exact"]) != Fraction(int(r["numerator"]),
                                                               int(r["denominator"])):
            yield f"{r['id']}: {r['numerator']}/{r['denominator']} is not {f['exact']}"
        if (r["unit"], r["period"], r["sample"]) != (f["unit"], f["period"], f["sample"]):
            yield f"{r['id']}: unit, period or sample differ"


answers.faultless("figures are those of accord figures", figure_faults())

# --- what is not named ---


def named_faults():
    if name != "odd":
        return
    for path in os.listdir(data):
        for word in (b"odd-4", b"Secretus"):
            if word in read(path):
                yield f"{path} has {word.decode()}"
    addendum = next(r for r in records["agreements"] if r["id"] == "odd-5")
    if addendum["amends"] is not None:
        yield "an addendum names what it amends"


answers.faultless("what is internal is not named", named_faults())
