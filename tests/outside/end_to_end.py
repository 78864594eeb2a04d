"""end_to_end.py printed|tables|changed FOLDER - do all outputs of a project say the same?

FOLDER has output/, figures.json, check.txt and, beside each PDF, its text as pdftotext gives it
(.txt in reading order, .lines as laid out).
"""
import json
import re
import sys
from decimal import Decimal
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

from answers import Answers

DOCUMENT = "tdag25-partnerships"
TOP_TEN = "19.82 1.82 1.75 1.09 0.96 0.65 0.56 0.43 0.41 0.37"
# Sentences of the papers, white space apart.
SAYS = {
    "es": ["89 acuerdos", "33,8 millones USD", "el 92%", "el 8%", "73 socios, 33 firmaron",
           "31,1 millones USD", "19 Estados Miembros", "7 Miembros de Sector"],
    "en": ["89 partnership agreements", "33.8 million USD", "give 92%", "73 partners, 33 signed",
           "31.1 million USD", "19 Member States", "7 ITU-D Sector Members"],
}
answers = Answers("end to end")
folder = Path(sys.argv[2])


def figures():
    listed = json.loads((folder / "figures.json").read_text(), parse_float=Decimal,
                        parse_int=Decimal)
    return {f["id"]: f for f in listed}


def write(number, lang):
    return number.replace(".", ",") if lang == "es" else number


def squeeze(text):
    """Without white space and soft hyphens: where lines break is the paper's own business."""
    return re.sub(r"[\s\u00ad]+", "", text)


def paper(lang, suffix=".txt"):
    return (folder / f"output/documents/{DOCUMENT}.{lang}{suffix}").read_text()


class Page(HTMLParser):
    """A page of the site: its paragraphs; its tables as rows, each the name of its part and then
    cells of [class, data-sort, text]; and the words in its drawings."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.paragraphs, self.tables, self.drawn, self.open = [], {}, "", []
        self.feed((folder / "output/site" / path / "index.html").read_text())

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in ("br", "meta", "link", "hr", "img", "input"):
            return
        self.open.append(tag)
        if tag == "p":
            self.paragraphs.append("" if "article" in self.open else None)
        elif tag == "table":
            self.rows = self.tables[attrs.get("id", str(len(self.tables)))] = []
        elif tag == "tr":
            self.rows.append([next((t for t in self.open if t in ("thead", "tfoot")), "tbody")])
        elif tag in ("td", "th") and "table" in self.open:
            self.rows[-1].append([attrs.get("class", ""), attrs.get("data-sort"), ""])

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        if "svg" in self.open:
            self.drawn += data + "\n"
        elif "td" in self.open or "th" in self.open:
            self.rows[-1][-1][2] += data
        elif "p" in self.open and self.paragraphs[-1] is not None:
            self.paragraphs[-1] += data

    def prose(self):
        """The paragraphs of the document itself."""
        return [p for p in map(squeeze, filter(None, self.paragraphs)) if len(p) > 60]


# --- printed: the papers as shipped ---

def top_ten(lang):
    """The amounts of the table, in the order of its ranks."""
    lines = paper(lang, ".lines").splitlines()
    found = [re.match(r"\s*(\d+)\s+\S.*?\s(\d+[.,]\d\d)\s+\d+%$", line) for line in lines]
    ranked = [(int(m[1]), m[2]) for m in found if m][:10]
    return [amount for rank, (ranked_as, amount) in enumerate(ranked, 1) if rank == ranked_as]


def torn(paragraph, text):
    """Not in the text, not even in two parts (a page may end within)."""
    if paragraph in text:
        return False
    return not any(paragraph[:i] in text and paragraph[i:] in text
                   for i in range(1, len(paragraph)))


def printed():
    for lang in SAYS:
        text = squeeze(paper(lang))
        answers.faultless(f"the printed figures are in the paper ({lang})",
                          [f'no "{s}"' for s in SAYS[lang] if squeeze(s) not in text])
        want = write(TOP_TEN, lang).split()
        got = top_ten(lang)
        answers.faultless(f"the ten amounts stand in order ({lang})", [] if got == want else [str(got)])
        prose = Page(f"{lang}/documents/{DOCUMENT}").prose()
        letters = "áéíóúñ" if lang == "es" else "-"
        faults = [f"only {len(prose)} paragraphs"] if len(prose) < 10 else []
        faults += [f"no {c} to look for" for c in letters if c not in "".join(prose)]
        faults += [p[:60] for p in prose if torn(p, text)]
        answers.faultless(f"the prose of the page comes out of the PDF letter by letter ({lang})", faults)
    answers.faultless("check finds no difference to what was printed",
                      [l for l in (folder / "check.txt").read_text().splitlines() if "[printed-" in l])


# --- tables: sums, to the cent ---

def wholes(group):
    """Pairs of what the parts of a group sum to, and how the ids of the parts end."""
    if group == "type-groups":
        return [("partners.count", "count"), ("contributions.partners", "contributions"),
                ("partners.financial.count", "financial.count")]
    return [("agreements.count", "count"), ("contributions.total", "contributions"),
            ("agreements.financial.count", "financial.count")]


def exact(f):
    return Fraction(f["exact"]) if "exact" in f else Fraction(f["value"])


def sums_of_figures():
    every = figures()
    for group in ("regions", "priorities", "type-groups"):
        faults, seen = [], 0
        for whole, ending in wholes(group):
            parts = [f for i, f in every.items()
                     if re.fullmatch(rf"2024\.{group}\.[^.]+\.{re.escape(ending)}", i)]
            if not parts:
                continue
            seen += 1
            total = sum(map(exact, parts))
            if total != exact(every[f"2024.{whole}"]):
                faults.append(f"{whole} is {every[f'2024.{whole}']['value']}, parts {total}")
        answers.faultless(f"2024.{group}: the parts sum to the whole, to the cent",
                          faults or ([] if seen >= 2 else ["nothing to add"]))
    faults = []
    for f in every.values():
        if f["trail"] and f["unit"] == "usd":
            if sum(t["usd"] for t in f["trail"]) != f["value"]:
                faults.append(f["id"])
        elif f["trail"] and sum(Fraction(t["weight"]) for t in f["trail"]) != exact(f):
            faults.append(f["id"])
    answers.faultless("every figure is the sum of its trail", faults)


def column_faults(name, rows):
    """Where a column of a table does not add up to its foot: money to the cent, counts to what
    printing them with two decimals allows.  Percentages have no cents and no foot to check."""
    body = [r[1:] for r in rows if r[0] == "tbody"]
    faults = [] if body else [f"{name}: there is nothing to add"]
    for foot in (r[1:] for r in rows if r[0] == "tfoot"):
        for i, cell in enumerate(foot):
            if cell[1] is None or cell[2].strip().endswith("%"):
                continue
            parts = [Decimal(r[i][1]) for r in body if r[i][1] is not None]
            off = abs(sum(parts) - Decimal(cell[1]))
            if off > (0 if "." in cell[1] else Decimal("0.005") * len(parts)):
                faults.append(f"{name}: column {i + 1} is off by {off}")
    return faults


def tables():
    sums_of_figures()
    for lang in SAYS:
        for path in (f"{lang}/documents/{DOCUMENT}", f"{lang}/regions", f"{lang}/priorities",
                     f"{lang}/types", f"{lang}/years/2024"):
            page = Page(path)
            footed = {n: r for n, r in page.tables.items() if any(row[0] == "tfoot" for row in r)}
            faults = [] if footed else ["it has no table with a total"]
            for name, rows in footed.items():
                faults += column_faults(name, rows)
            answers.faultless(f"the tables of {path} add up", faults)


# --- changed: UNICEF gives a million more ---

def cell_after(rows, text):
    for row in rows:
        for i, cell in enumerate(row[1:], 1):
            if cell[2].strip().startswith(text):
                return row[i + 1]
    return ["", None, ""]


def followed(lang, every):
    page = Page(f"{lang}/documents/{DOCUMENT}")
    prose = "".join(page.prose())
    usd = every["2024.partners.unicef.contributions"]["value"]
    amount = write(f"{usd / 1000000:.2f}", lang)
    name = "Fondo de las Naciones" if lang == "es" else "United Nations Children"
    cell = cell_after(page.tables["top-partners-2024"], name)
    text = squeeze(paper(lang))
    region = every["2024.regions.AFR.contributions"]["value"]
    drawn = write(f"{region / 1000000:.2f}", lang)
    faults = []
    if squeeze(write("34.8", lang) + " mill") not in prose:
        faults.append("the prose of the page")
    if cell[1] != str(usd) or not cell[2].strip().endswith(amount):
        faults.append(f"the table of the page: {cell}")
    if drawn not in page.drawn.splitlines():
        faults.append("the chart of the page")
    if squeeze(write("34.8", lang) + " mill") not in text or "33" + write(".", lang) + "8" in text:
        faults.append("the prose of the PDF")
    if amount not in top_ten(lang):
        faults.append("the table of the PDF")
    if text.count(drawn) < 2:  # chart and table
        faults.append("the chart of the PDF")
    return faults


def changed():
    every = figures()
    want = {"2024.contributions.total": "34.8", "2024.contributions.partners": "32.1",
            "2024.partners.unicef.contributions": "2.8"}
    answers.faultless("figures --json follows an edit",
                      [f"{i}: {every[i]['forms']['millions']}" for i, v in want.items()
                       if str(every[i]["forms"]["millions"]) != v])
    for lang in SAYS:
        answers.faultless(f"prose, table and chart follow an edit ({lang})", followed(lang, every))
        figure = Page(f"{lang}/figures/2024.contributions.total")
        foot = [row for rows in figure.tables.values() for row in rows if row[0] == "tfoot"]
        total = str(every["2024.contributions.total"]["value"])
        answers.faultless(f"the page of the figure follows an edit ({lang})",
                          [] if foot and foot[0][-1][1] == total else [str(foot)])
    said = (folder / "check.txt").read_text()
    answers.faultless("check names the printed figures that an edit contradicts",
                      [s for s in ("2024.contributions.total.millions was printed as 33.8; today's records "
                                   "give 34.8", "2024.contributions.partners.millions was printed as 31.1",
                                   "2024.partners.unicef.contributions.millions2 was printed as 1.82")
                       if s not in said])


{"printed": printed, "tables": tables, "changed": changed}[sys.argv[1]]()
