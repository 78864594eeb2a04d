#!/usr/bin/python3
"""data.py NAME SITE FIGURES - files to take away agree with each other and with the figures.

SITE is output/site, FIGURES what accord figures --json prints.  Prints ok or not ok, a line each.
"""
import csv
import io
import json
import os
import re
import sys
from decimal import Decimal
from fractions import Fraction

import jsonschema

name, site, figures_file = sys.argv[1:4]
data = os.path.join(site, "data")
SETS = ["agreements", "partners", "contributions", "figures"]
failed = []


def read(path):
    with open(os.path.join(data, path), "rb") as f:
        return f.read()


def check(what, bad):
    """bad: what is wrong, none or several."""
    bad = list(bad)
    print(f"ok data: {name}: {what}" if not bad else f"not ok data: {name}: {what}: {bad[0]}")


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
                if re.match(r"[=+\-@\t\r]", cell) and not re.fullmatch(r"-[0-9.]+", cell):
                    yield f"{s}.csv has the formula {cell!r}"


check("CSV is sound, and no cell a formula", csv_faults())

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


check("JSON is as its schema says", schema_faults())


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
                want, got = cell_of(value), unguarded(row[key])
                if want == [""]:  # one name, not known in the language
                    want = []
                if want != (split(got) if isinstance(value, list) else got):
                    yield f"{s} {record['id']} {key}: {want!r} and {got!r}"


check("CSV and JSON say the same", same_faults())

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


check("contributions sum to the figures", sum_faults())


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


check("figures are those of accord figures", figure_faults())

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


check("what is internal is not named", named_faults())
