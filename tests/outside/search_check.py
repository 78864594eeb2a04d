"""Searches in a browser and compares with what the pages list, and with facts counted a second way.

    search_check.py BROWSER SHIPPED RANDOM FACTS WORK

SHIPPED is the site of the shipped content, RANDOM that of search_content.py, FACTS what that printed.
"""
import glob
import gzip
import html
import json
import os
import random
import re
import subprocess
import sys
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlencode

from answers import Answers

answers = Answers("search")
browser, shipped, made, facts, work = sys.argv[1:]
facts = json.load(open(facts))
here = os.path.dirname(os.path.abspath(__file__))
probe = open(os.path.join(here, "search.html"), encoding="utf-8").read()
# Lists of records: a year has its addenda apart.
TABLES = ("table-agreements", "table-addenda", "table-partners")
FACETS = ("region", "priority", "type", "kind", "year", "country", "sdg", "amount")


def run(site, lang, jobs, query=""):
    """What readers of a language see, job by job."""
    page = os.path.join(site, lang, "search", "index.html")
    harness = os.path.join(site, lang, "search", "harness.html")
    with open(harness, "w", encoding="utf-8") as f:
        f.write(open(page, encoding="utf-8").read())
        f.write(f"<script>window.jobs = {json.dumps(jobs)};</script>{probe}")
    dom = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--virtual-time-budget=900000", f"--user-data-dir={work}/profile", "--dump-dom",
         f"file://{harness}{query}"], capture_output=True, text=True, timeout=240, check=False).stdout
    os.remove(harness)
    seen = re.search("SEEN(.*)NEES", dom, re.S)
    seen = json.loads(html.unescape(seen.group(1))) if seen else [{"error": "it said nothing"}]
    if "error" in seen[-1]:
        answers.told(False, f"the page of {lang} works", seen[-1]["error"])
        sys.exit(0)
    return seen


# --- queries ---

QUERIES = [  # language, words, the address that comes first, what is marked in it
    ("en", "sample university 03", "partners/sample-university-03", "university"),
    ("en", "unversity 03", "partners/sample-university-03", "university"),
    ("en", "univresity", "partners/sample-university-01", "university"),
    ("en", "GIZ", "partners/giz", "GIZ"),
    ("en", "european commission", "partners/european-union", "European"),
    ("en", "comisión europea", "partners/european-union", "Comisión"),
    ("en", "bdt-2024-013", "agreements/bdt-2024-013", None),
    ("en", "Kenya", "search/countries/KE", "Kenya"),
    ("en", "Sample authority 03", "partners/sample-regulator-03", "authority"),
    ("en", "solar power", "agreements/bdt-2024-096", "solar"),
    ("fr", "MINISTERE 03", "partners/sample-ministry-03", "Ministère"),
    ("fr", "ministèer 03", "partners/sample-ministry-03", "Ministère"),
    ("fr", "l’appui aux régulateurs", "agreements/bdt-2024-017", "appui"),
    ("fr", "l'appui", "agreements/bdt-2024-017", "appui"),
    ("fr", "jusqu’accessibilité", "agreements/bdt-2024-016", "accessibilité"),
    ("es", "gestion espectro", "agreements/bdt-2024-001", "gestión"),
    ("es", "gestión del espekt", "agreements/bdt-2024-001", "gestión"),
    ("ar", "الجامعة 03", "partners/sample-university-03", "جامعة"),
    ("ar", "جَامِعَه 03", "partners/sample-university-03", "جامعة"),
    ("ar", "اداره الطيـــف", "agreements/bdt-2024-001", "الطيف"),
    ("ar", "جامغة 03", "partners/sample-university-03", "جامعة"),
    ("ar", "الجامعة ٠٣", "partners/sample-university-03", "03"),
    ("ar", "bdt-۲۰۲٤-٠١٣", "agreements/bdt-2024-013", None),
    ("zh", "频谱管理", "agreements/bdt-2024-001", "频谱管理"),
    ("zh", "频谱课程", "agreements/bdt-2024-001", "频谱"),
    ("zh", "示例大学03", "partners/sample-university-03", "示例大学03"),
    ("ru", "Университета 03", "partners/sample-university-03", "университета"),
    ("ru", "универстета 03", "partners/sample-university-03", "университета"),
]
NOTHING = ("qqqqq", "zzzzzzzzzz wwwwww", "Ω")


def check_queries():
    faults = []
    for lang in sorted({q[0] for q in QUERIES}):
        own = [q for q in QUERIES if q[0] == lang]
        seen = run(shipped, lang, [{"q": q[1]} for q in own] + [{"q": q} for q in NOTHING])
        for (_, words, address, mark), saw in zip(own, seen):
            if saw["found"][:1] != [address]:
                faults.append(f"{lang} {words}: {saw['found'][:3]}, not {address}")
            elif mark and mark not in saw["marked"]:
                faults.append(f"{lang} {words}: marked {saw['marked']}, not {mark}")
        for words, saw in zip(NOTHING, seen[len(own):]):
            if saw["found"] or not saw["hint"]:
                faults.append(f"{lang} {words}: {saw['found'][:3]}, {saw['status']}")
    answers.faultless("the right record comes first, and what was searched for is marked", faults)


# --- without a script: the same lists as pages ---

class Page(HTMLParser):
    """The records that tables of a page list; the lists of a search page with their counts."""

    def __init__(self, path):
        super().__init__()
        self.table = self.facet = self.value = None
        self.in_head = self.in_count = False
        self.records, self.values, self.form = [], [], None
        self.feed(open(path, encoding="utf-8").read())

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "table":
            self.table = a.get("id")
        elif tag == "th":
            self.in_head = a.get("scope") == "row"
        elif tag == "form" and a.get("role") == "search":
            self.form = a["action"]
        elif tag == "section" and "data-facet" in a:
            self.facet = a["data-facet"]
        elif tag == "li" and "data-value" in a:
            self.value = a["data-value"]
        elif tag == "span" and a.get("class") == "n":
            self.in_count = True
        elif tag == "a" and self.in_head and self.table in TABLES:
            self.records.append("/".join(a["href"].split("/")[-3:-1]))
        elif tag == "a" and self.facet and self.value:
            self.values.append([self.facet, self.value, a["href"], None])

    def handle_data(self, data):
        if self.in_count and self.values:
            self.values[-1][3] = int(data)
            self.in_count = False

    def handle_endtag(self, tag):
        if tag == "th":
            self.in_head = False
        elif tag == "li":
            self.value = None


def check_pages(lang):
    folder = os.path.join(shipped, lang, "search")
    values = Page(os.path.join(folder, "index.html")).values
    seen = run(shipped, lang, [{"on": [v[:2]]} for v in values])
    faults = []
    for (facet, value, href, count), saw in zip(values, seen):
        listed = Page(os.path.join(folder, href)).records
        if sorted(listed) != sorted(saw["found"]):
            odd = set(listed) ^ set(saw["found"])
            faults.append(f"{facet} {value}: {sorted(odd)[:3]} on one side only")
        if not count or count != len(listed) or saw["counts"][facet].get(value) != count:
            faults.append(f"{facet} {value}: {len(listed)} listed, {count} said")
    missing = [f for f in FACETS if f not in {v[0] for v in values}]
    answers.faultless(f"{len(values)} filters list what their pages list ({lang})", faults + missing)


def check_forms():
    faults = []
    pages = glob.glob(os.path.join(shipped, "en", "**", "index.html"), recursive=True)
    for path in pages:
        action = Page(path).form
        target = action and os.path.normpath(os.path.join(os.path.dirname(path), action))
        if target != os.path.join(os.path.abspath(shipped), "en", "search", "index.html"):
            faults.append(path)
    answers.faultless("every page has a search form", faults if len(pages) > 100 else ["no pages"])


# --- counts, a second time ---

PARTNER = {p["id"]: p for p in facts["partners"]}
PUBLIC = [a for a in facts["agreements"] if not a["internal"]]
NAMED = [p for p in facts["partners"]
         if any(p["id"] in a["partners"] for a in PUBLIC)
         or not any(p["id"] in a["partners"] for a in facts["agreements"])]


def band(usd):
    for below, name in ((1, "none"), (10000, "under-10k"), (100000, "10k-100k"),
                        (1000000, "100k-1m")):
        if usd < below:
            return name
    return "over-1m"


def has(a):
    return {"what": {"agreements"}, "region": set(a["regions"]) or {"unassigned"},
            "priority": set(a["priorities"]) or {"unassigned"}, "kind": {a["kind"]},
            "type": {PARTNER[p]["type"] for p in a["partners"]}, "year": {a["year"]},
            "country": set(a["countries"]), "sdg": set(a["sdgs"]), "amount": {band(a["usd"])}}


def rows(p):
    """A partner as it stands in each of its agreements."""
    own = {p["country"]} - {None}
    for a in [has(a) for a in PUBLIC if p["id"] in a["partners"]] or [{"country": set()}]:
        yield {**a, "what": {"partners"}, "type": {p["type"]}, "country": a["country"] | own}


RECORDS = [(f"partners/{p['id']}", list(rows(p))) for p in NAMED]
RECORDS += [(f"agreements/{a['id']}", [has(a)]) for a in PUBLIC]


def found(on):
    return {address for address, of in RECORDS
            if any(all(row.get(f, set()) & values for f, values in on.items()) for row in of)}


def check_counts():
    rnd = random.Random(5)
    known = {f: sorted({v for _, of in RECORDS for r in of for v in r.get(f, ())})
             for f in FACETS + ("what",)}
    jobs = []
    for i in range(25):
        facets = rnd.sample(FACETS + ("what",), i % 4 or 1)
        jobs.append([[f, v] for f in facets for v in rnd.sample(known[f], rnd.choice([1, 1, 2]))])
    seen = run(made, "en", [{"on": on} for on in jobs])
    faults = []
    for on, saw in zip(jobs, seen):
        chosen = {}
        for f, v in on:
            chosen.setdefault(f, set()).add(v)
        if sorted(saw["found"]) != sorted(found(chosen)) and set(chosen) - {"what"}:
            faults.append(f"{on}: {len(saw['found'])} found, not {len(found(chosen))}")
        if len(saw["chips"]) != len(on):
            faults.append(f"{on}: chips {saw['chips']}")
        if sorted(map(list, parse_qsl(saw["address"][1:]))) != sorted(on):
            faults.append(f"{on}: the address says {saw['address']}")
        for f, values in known.items():
            for v in values:
                want = len(found({**chosen, f: {v}}))
                if saw["counts"][f].get(v, 0) != want:
                    faults.append(f"{on}: {f} {v}: {saw['counts'][f].get(v, 0)}, not {want}")
    answers.faultless("counts and results are those of a second count", faults)
    if max(len(s["found"]) for s in seen) < 100 or min(len(s["found"]) for s in seen) == 0:
        answers.told(False, "the searches find something", "they are few or empty")


# --- the index ---

def check_index():
    index = {}
    for lang in ("en", "ru"):
        path = glob.glob(os.path.join(made, "assets", f"search-{lang}.????????.js"))[0]
        index[lang] = len(gzip.compress(open(path, "rb").read(), 9))
    print(f"# gzipped for {len(PUBLIC)} agreements and {len(NAMED)} partners: {index}")
    answers.faultless("the index of a thousand agreements is under 60 kB",
                      [index] if max(index.values()) >= 60000 or len(PUBLIC) != 1000 else [])
    secret = [a["id"] for a in facts["agreements"] if a["internal"]]
    faults = []
    for path in glob.glob(os.path.join(made, "**", "*.*"), recursive=True):
        if os.path.isfile(path) and ("search" in path):
            text = open(path, encoding="utf-8").read()
            faults += [path] if "Hushhush" in text or any(s in text for s in secret) else []
            faults += [path] if path.endswith(".js") and re.search("</|\u2028|\u2029", text) else []
    answers.faultless("nothing internal is in it, and nothing that could end a script", faults)


def check_texts():
    chunks = len(glob.glob(os.path.join(made, "assets", "search-en-*.js")))
    [none] = run(made, "en", [{"on": [["year", "2024"]]}])
    [some] = run(made, "en", [{"q": "spectrum", "on": [["year", "2024"], ["region", "AFR"]]}])
    # Agreements that fail two of these cannot come in, nor count: few files hold others.
    [few] = run(made, "en", [{"q": "spectrum", "on": [
        ["year", "2024"], ["region", "AFR"], ["kind", "sponsorship"], ["amount", "over-1m"]]}])
    [every] = run(made, "en", [{"q": "spectrum"}])
    faults = []
    if not none["texts"] == 0 < few["texts"] < every["texts"] == chunks:
        faults.append((none["texts"], few["texts"], every["texts"], chunks))
    again = run(made, "en", [{"keep": True}], "?q=spectrum&region=AFR&year=2024")[0]
    if sorted(again["found"]) != sorted(some["found"]) or again["q"] != "spectrum":
        faults.append(f"an address brings {len(again['found'])}, not {len(some['found'])}")
    if not some["found"] or every["at_first"] != 20:
        faults.append((len(some["found"]), every["at_first"]))
    answers.faultless("objectives are read only when a search needs them; an address brings a search back",
                      faults)


def check_back():
    """A facet, another one, words: each is a step of the history, and Back undoes the last."""
    steps = [{"on": [["region", "AFR"]]}, {"on": [["region", "AFR"], ["region", "ASP"]]},
             {"on": [["region", "AFR"], ["region", "ASP"]], "q": "digi"},
             {"keep": True, "q": "digital"}, {"back": True}, {"back": True}]
    seen = run(shipped, "en", steps)
    faults = [s["address"] for s in seen if s["address"] != "?" + urlencode(
        ([("q", s["q"])] if s["q"] else []) + [("region", r) for r in s["on"]])]
    if [(s["q"], s["on"]) for s in seen[3:]] != [
            ("digital", ["AFR", "ASP"]), ("", ["AFR", "ASP"]), ("", ["AFR"])]:
        faults.append([(s["q"], s["on"]) for s in seen])
    answers.faultless("facets and words are steps of the history", faults)


check_queries()
check_back()
check_pages("en")
check_pages("ar")
check_forms()
check_counts()
check_index()
check_texts()
