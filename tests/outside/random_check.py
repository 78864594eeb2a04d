"""Recomputes every figure of random content by its definition and compares.

    random_check.py FACTS.json FIGURES.json [LISTS.html]

FACTS is what random_content printed, FIGURES what `accord figures --json` printed.  Nothing is
incremental here: each figure is worked out on its own from all agreements, with fractions.
LISTS is the page of the document that lists all agreements and partners: every agreement stands
once in its group and once in the list of all, or is counted where it may not be named; rows
and totals sum to the cent.
"""
import json
import sys
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import floor

sys.dont_write_bytecode = True
import page_tables

facts = json.load(open(sys.argv[1]))
figures = json.load(open(sys.argv[2]), parse_float=Decimal)
DIGITS = {"USD": 2, "EUR": 2, "CHF": 2, "JPY": 0, "KWD": 3}
REGIONS = facts["regions"]
PRIORITIES = facts["old_priorities"] + facts["new_priorities"]
PARTNER = {p["id"]: p for p in facts["partners"]}
UP = dict(facts["types"])
AGREEMENTS = sorted(facts["agreements"], key=lambda g: g["id"])
HISTORY = facts["history"]
HISTORY_YEAR = facts["from"] - 1
faults = []


def fault(text):
    faults.append(text)


def half_away(x):
    """A Fraction to an integer."""
    return floor(x + Fraction(1, 2)) if x >= 0 else -floor(-x + Fraction(1, 2))


def year(g):
    return int((g["in_force"] if facts["by_in_force"] else g["signed"])[:4])


def is_addendum(g):
    return g["kind"] in ("addendum", "amendment")


def successor(partner, on):
    """For whom it counts: by then, or in the end where figures follow mergers."""
    p = PARTNER[partner]
    while "into" in p and (facts["mergers_followed"] or on >= p["on"]):
        p = PARTNER[p["into"]]
    return p["id"]


def cents(g, c):
    if "usd" in c:
        return half_away(Fraction(c["usd"]) * 100)
    if c["currency"] == "USD":
        return half_away(Fraction(c["amount"]) * 100)
    rates = [r for r in facts["rates"] if r[0] == c["currency"] and r[1] <= g["signed"]]
    newest = max(r[1] for r in rates)
    rate = [r for r in rates if r[1] == newest][-1][2]
    return half_away(Fraction(c["amount"]) / Fraction(rate) * 100)


def cash(g):
    """(giver, cents) of each contribution in cash; the giver is None for ITU."""
    return [(None if c["from"] == "itu" else successor(c["from"], g["signed"]), cents(g, c))
            for c in g["contributions"] if c.get("form") != "in-kind"]


def portions(g, key):
    """id -> the part of the agreement, which sums to 1."""
    listed = g[key]
    if not listed:
        return {"unassigned": Fraction(1)}
    total = sum(Fraction(w) for _, w in listed)
    return {i: Fraction(w) / total for i, w in listed}


def share(total, parts, order):
    """Largest remainder, ties in the given order."""
    size, sign = abs(total), -1 if total < 0 else 1
    given = {i: floor(size * parts[i]) for i in parts}
    rest = size - sum(given.values())
    ranked = sorted(parts, key=lambda i: (-(size * parts[i] - given[i]), order.index(i)))
    for i in ranked[:rest]:
        given[i] += 1
    return {i: sign * given[i] for i in given}


class Prepared:
    """An agreement with what every figure of it needs."""

    def __init__(self, g):
        self.year, self.addendum, self.kind = year(g), is_addendum(g), g["kind"]
        self.initiative = g["initiative"]
        self.new = not self.addendum or facts["addenda_with"]
        self.cash = cash(g)
        self.partners = {successor(p, g["signed"]) for p in g["partners"]}
        self.financial = any(c > 0 and (f or not facts["partner_cash"]) for f, c in self.cash)
        self.part = {"regions": portions(g, "regions"), "priorities": portions(g, "priorities")}
        self.cents = {"regions": {}, "priorities": {}}
        for key, order in (("regions", REGIONS), ("priorities", PRIORITIES)):
            for _, c in self.cash:
                for i, n in share(c, self.part[key], order + ["unassigned"]).items():
                    self.cents[key][i] = self.cents[key].get(i, 0) + n


ALL = [Prepared(g) for g in AGREEMENTS]


@lru_cache(maxsize=None)
def of_period(first, last):
    return [g for g in ALL if first <= g.year <= last]


@lru_cache(maxsize=None)
def partner_cash(first, last):
    out = {}
    for g in of_period(first, last):
        for giver, c in g.cash:
            if giver:
                out[giver] = out.get(giver, 0) + c
    return out


def signatories(deals):
    return {p for g in deals if g.new for p in g.partners}


def within(kind, wanted):
    while kind and kind != wanted:
        kind = UP[kind]
    return kind == wanted


def top10(given):
    ranked = sorted((p for p in given if given[p] > 0), key=lambda p: (-given[p], p))
    return sum(given[p] for p in ranked[:10])


def expected(name, first, last):
    """Cents of money, a Fraction of counts."""
    deals, given, word = of_period(first, last), partner_cash(first, last), name.split(".")
    if word[0] == "agreements":
        want = {"financial": (True,), "nonfinancial": (False,)}.get(word[1], (True, False))
        return sum(g.new and g.financial in want for g in deals)
    if name == "addenda.count":
        return sum(g.addendum for g in deals)
    if name == "addenda.contributions":
        return sum(c for g in deals if g.addendum for _, c in g.cash)
    if word[0] == "contributions":
        return sum(c for g in deals for f, c in g.cash
                   if word[1] == "total" or (f is None) == (word[1] == "itu"))
    if word[0] in ("regions", "priorities"):
        if word[-1] == "contributions":
            return sum(g.cents[word[0]].get(word[1], 0) for g in deals)
        want = {"financial": (True,), "nonfinancial": (False,)}.get(word[2], (True, False))
        return sum((g.part[word[0]].get(word[1], 0) for g in deals
                    if g.new and g.financial in want), Fraction(0))
    if word[0] == "kinds":
        if word[-1] == "count":
            return sum(g.kind == word[1] for g in deals)
        return sum(c for g in deals if g.kind == word[1] for _, c in g.cash)
    if word[0] == "initiatives":
        return sum(g.new and g.initiative for g in deals)
    if word[0] in ("types", "type-groups"):
        def counts(p):
            own = PARTNER[p]["type"]
            return own == word[1] if word[0] == "types" else within(own, word[1])
        if word[-1] == "count":
            return sum(counts(p) for p in signatories(deals))
        return sum(given[p] for p in given if counts(p))
    if name == "partners.count":
        return len(signatories(deals))
    if name == "partners.financial.count":
        return sum(given.get(p, 0) > 0 for p in signatories(deals))
    if word[1] == "membership":
        return sum(word[2] in PARTNER[p]["membership"] for p in signatories(deals))
    if word[1] == "top10":
        return top10(given)
    if word[1] == "other":
        return sum(given.values()) - top10(given)
    return given.get(word[1], 0)


def money_text(n):
    return f"{'-' if n < 0 else ''}{abs(n) // 100}.{abs(n) % 100:02d}"


def scaled(n, digits):
    text = str(abs(n)).rjust(digits + 1, "0")
    return ("-" if n < 0 else "") + text[:-digits] + "." + text[-digits:]


def count_text(x):
    x = Fraction(x)
    if x.denominator == 1:
        return str(x)
    if (x * 10).denominator == 1:
        return scaled(int(x * 10), 1)
    return scaled(half_away(x * 100), 2)


def check_forms(f, n, whole):
    want = {"usd": money_text(n), "millions": scaled(half_away(Fraction(n, 10 ** 7)), 1),
            "millions2": scaled(half_away(Fraction(n, 10 ** 6)), 2)}
    if whole:
        want["percent"] = str(half_away(Fraction(100 * n, whole)))
    elif f["forms"].get("percent") is not None:
        fault(f"{f['id']}: a percentage of nothing")
    for form, text in want.items():
        if Decimal(str(f["forms"][form])) != Decimal(text):
            fault(f"{f['id']}.{form}: {f['forms'][form]}, expected {text}")


def whole_of(name):
    if name.startswith(("partners.", "types.", "type-groups.")):
        return "contributions.partners"
    return "contributions.total"


def check(f):
    period, name = f["id"].split(".", 1)
    first, last = int(period[:4]), int(period[-4:])
    history = HISTORY if first == HISTORY_YEAR else None
    if history:
        if first == last and name in history and Decimal(str(f["value"])) == Decimal(history[name]):
            return
        fault(f"{f['id']}: {f['value']} in a history year")
        return
    want = expected(name, first, last)
    if f["unit"] == "usd":
        if Decimal(str(f["value"])) * 100 != want:
            fault(f"{f['id']}: {f['value']}, expected {money_text(want)}")
        if sum(Decimal(str(t["usd"])) for t in f["trail"]) * 100 != want:
            fault(f"{f['id']}: the trail does not sum to it")
        check_forms(f, want, expected(whole_of(name), first, last))
    else:
        if Fraction(f["exact"]) != want or str(f["value"]) != count_text(want):
            fault(f"{f['id']}: {f['value']} ({f['exact']}), expected {want}")
        if sum(Fraction(t["weight"]) for t in f["trail"]) != want:
            fault(f"{f['id']}: the trail does not sum to it")
    steps = [t["agreement"] for t in f["trail"]]
    if steps != sorted(steps):
        fault(f"{f['id']}: the trail is not in order")


def check_sums(by_id, period):
    """Parts sum to their wholes, to the cent and the last fraction."""
    def value(name):
        f = by_id[f"{period}.{name}"]
        return Fraction(str(f["value"])) if f["unit"] == "usd" else Fraction(f["exact"])

    def parts(head, tail):
        return [f[len(period) + 1:] for f in by_id if f.startswith(f"{period}.{head}.")
                and f.endswith(f".{tail}") and f.count(".") == 2 + tail.count(".") + 1]

    groups = [f"type-groups.{t}." for t, up in facts["types"] if up is None]
    types = [f"types.{t}." for t, up in facts["types"]]
    sums = [("contributions.total", ["contributions.partners", "contributions.itu"]),
            ("partners.count", [t + "count" for t in types]),
            ("partners.count", [t + "count" for t in groups]),
            ("contributions.partners", [t + "contributions" for t in types]),
            ("contributions.partners", [t + "contributions" for t in groups]),
            ("contributions.partners",
             ["partners.top10.contributions", "partners.other.contributions"])]
    for head in ("regions", "priorities"):
        sums.append(("agreements.count", parts(head, "count")))
        sums.append(("agreements.financial.count", parts(head, "financial.count")))
        sums.append(("contributions.total", parts(head, "contributions")))
    for whole, names in sums:
        if sum(map(value, names)) != value(whole):
            fault(f"{period}: {whole} is not the sum of {', '.join(names)}")


for figure in figures:
    check(figure)
def group(g, p):
    if p.addendum:
        return "d"
    if g["kind"] == "sponsorship":
        return "c"
    return "a" if sum(c for _, c in p.cash) > 0 else "b"


def cents_of(row, head):
    """Of what stands for sorting or, where that says the same, of the text."""
    text = row[head][1] or row[head][0].replace(",", "").replace("\u2212", "-")
    return int(Decimal(text) * 100) if text.strip("-.0123456789") == "" and text else 0


def check_list(table, name, deals):
    """The rows of the records that may be named, the row of the others, and the total."""
    if not deals:
        if table:
            fault(f"{name}: something stands in an empty list")
        return
    listed = [r for r in table.rows if r["Number"][0].startswith("random-")]
    want = {g["id"]: p for g, p in deals if not g["internal"]}
    if sorted(r["Number"][0] for r in listed) != sorted(want):
        fault(f"{name}: not every agreement stands in it once")
    for r in listed:
        if r["Number"][0] in want and \
                cents_of(r, "In USD") != sum(c for _, c in want[r["Number"][0]].cash):
            fault(f"{name}: {r['Number'][0]} has another sum")
    total = sum(c for _, p in deals for _, c in p.cash)
    if sum(cents_of(r, "In USD") for r in table.rows) != total:
        fault(f"{name}: the rows do not sum to {money_text(total)}")
    if len(table.sums) != 1 or cents_of(table.sums[0], "In USD") != total:
        fault(f"{name}: the total is not {money_text(total)}")
    if not any(str(len(deals)) in text for text, _ in table.sums[0].values()):
        fault(f"{name}: the total does not count {len(deals)}")


def check_lists(path):
    first, last = facts["lists"]
    span = f"{first}-{last}" if first != last else f"{first}"
    tables = page_tables.read(path)
    deals = [(g, p) for g, p in zip(AGREEMENTS, ALL) if first <= p.year <= last]
    for letter in "abcd":
        check_list(tables.get(f"agreements-{letter}-{span}"), f"list {letter}",
                   [(g, p) for g, p in deals if group(g, p) == letter])
    check_list(tables.get(f"agreements-{span}"), "list of all", deals)
    if not set(range(first, last + 1)) <= {p.year for p in ALL}:  # the whole is not known
        if f"groups-{span}" in tables or f"financial-partners-{span}" in tables:
            fault("there are sums of a year that is not on file")
        return
    total = sum(c for _, p in deals for _, c in p.cash)
    groups = tables[f"groups-{span}"]
    counts = [cents_of(r, "Number") // 100 for r in groups.rows]
    if counts != [sum(group(g, p) == x for g, p in deals) for x in "abcd"] or \
            sum(cents_of(r, "Financial contributions") for r in groups.rows) != total or \
            cents_of(groups.sums[0], "Financial contributions") != total:
        fault("the table of groups does not agree with the records")
    money = "Signed financial contributions"
    given = partner_cash(first, last)
    partners = tables.get(f"financial-partners-{span}")
    if (partners is not None) != any(c > 0 for c in given.values()):
        fault("the list of partners is not there, or should not be")
    if partners and (sum(cents_of(r, money) for r in partners.rows) != sum(given.values()) or
                     cents_of(partners.sums[0], money) != sum(given.values())):
        fault(f"the list of partners does not sum to {money_text(sum(given.values()))}")


known = {f["id"]: f for f in figures}
periods = sorted({i.split(".")[0] for i in known})
for p in periods:
    if not (HISTORY and int(p[:4]) == HISTORY_YEAR):
        check_sums(known, p)
years = {y for g in ALL for y in [g.year]} | ({HISTORY_YEAR} if HISTORY else set())
if not {str(y) for y in years} <= set(periods):
    fault(f"years {sorted(years)} expected, {periods} listed")
if len(sys.argv) > 3:
    check_lists(sys.argv[3])
for text in faults[:20]:
    print(text)
sys.exit(1 if faults or not figures else 0)
