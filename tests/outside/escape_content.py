"""escape_content.py CONTENT [N] - writes a small content in six languages whose every text is a mark.

Each text of a record is a word of its own language and a mark, Q17q, each with a number of its own; prose has the marks
M17m in code and N17n in words, a pattern P17p; what no paper prints has
L17l, behind which line ends of older scripts stand, too, that no font has.  With N, what PAYLOADS[N] holds stands behind every mark: the same content, but hostile.  So
whoever knows what was made of the first knows what has to be made of the second (escape.py).  "fields CONTENT SCHEMAS" names the
fields for words, of all schemas, that it leaves out.

What is written is JSON, which YAML reads: the quoting of YAML is not what is tested here.
"""
import json
import os
import re
import sys

from files import read, write

LANGS = ["en", "fr", "es", "ar", "zh", "ru"]
WORD = {"en": "Sample", "fr": "Exemple", "es": "Muestra", "ar": "نموذج", "zh": "示例", "ru": "Пример"}
# What cells begin with that spreadsheets take for formulas, and what is written in front of those.
LEADS = ["", "=", "+", "-", "@", "'=", "''+", "＝", '"=']

PAYLOADS = [
    # HTML, XML, SVG: tags, ends of elements, attributes, references, comments, sections
    "</a></title></textarea></style><script>alert(1)</script><img src=x onerror=alert(1)>\" onload=\"alert(2)\" x='"
    "' autofocus <svg/onload=alert(3)> <!-- --> ]]> <![CDATA[ <?php &lt;b&gt; &amp; &#60; &quot",
    # scripts, JSON, templates, styles, formats
    "</script><!--<script> \\u003c \\\" \\' ');alert(1);// {{year}} {{{html}}} {{>head}} ${x} `y` } "
    "*/ body{color:red} url(x) @import %s%n%d {0} {n, plural, other{#}} __proto__",
    # addresses, cells, PDF, shells, protocols
    "javascript:alert(1) //evil.example/ https://evil.example/?a=1&b=2#c data:text/html,x ../../x "
    ") (x) \\( \\) ] >> << /S /JavaScript endobj <FEFF> |=1+1, ;=2+2 $(id) `id` %0d%0aX: y",
]


MARK = re.compile(r"([LMNPQ])[0-9]+(?i:\1)")


class Texts:
    def __init__(self, payload):
        self.payload = payload
        self.letter = "Q"
        self.n = 0

    def mark(self, letter):
        self.n += 1
        return "%s%d%s" % (letter, self.n, letter.lower())

    def hostile(self, letter):
        return self.mark(letter) + (behind(letter, self.payload, False) if self.payload else "")

    def one(self, lang="en", lead=""):
        return lead + WORD[lang] + " " + self.hostile(self.letter)

    def all(self):
        """A text in all languages; each field and language has another beginning."""
        return {lang: self.one(lang, LEADS[self.n % len(LEADS)]) for lang in LANGS}

    def code(self):
        text = self.hostile("M")
        # Tags of templates are read in code, too.
        return "``" + text + " ``"

    def words(self):
        return self.mark("N") + (escaped(prose_payload(self.payload)) if self.payload else "")

    def markdown(self, lang):
        return "%s %s, %s." % (WORD[lang], self.code(), self.words())

    def all_markdown(self):
        return {lang: self.markdown(lang) for lang in LANGS}


def prose_payload(text):
    """Without tags, which mean figures in prose, and the sign that ends code."""
    return text.replace("{{", "{").replace("}}", "}").replace("{", "(").replace("}", ")").replace("`", "'")


def escaped(text):
    """Markdown that means its characters: half of them escaped, half as references."""
    out = ""
    for i, c in enumerate(text):
        out += c if c.isalnum() or c == " " else "\\" + c if i % 2 else "&#%d;" % ord(c)
    return out


def behind(letter, payload, raw):
    if letter == "Q":
        return payload
    if letter == "L":
        return payload + "\u2028 and \u2029"
    return escaped(prose_payload(payload)) if letter == "N" and raw else prose_payload(payload)


def record(content, path, value):
    write(os.path.join(content, path), json.dumps(value, ensure_ascii=False, indent=1).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n")


def front(value):
    return "---\n" + json.dumps(value, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n---\n\n"


def vocabularies(c, t):
    def entry(id, **more):
        return dict(id=id, label=t.all(), **more)
    record(c, "vocabulary/regions.yaml", {"regions": [
        dict(entry("AFR"), short=t.all()), entry("ARB"), entry("EUR")]})
    record(c, "vocabulary/priorities.yaml", {"schemes": [{
        "id": "kigali-2022", "label": t.all(), "from": 2022, "priorities": [
            dict(entry("kap-affordable-connectivity"), short=t.all()), entry("kap-digital-transformation")]}]})
    record(c, "vocabulary/partner-types.yaml", {"partner_types": [
        dict(entry("government"), short=t.all()), entry("private-sector"),
        entry("foundation", rolls_up_to="private-sector")]})
    record(c, "vocabulary/memberships.yaml", {"memberships": [
        dict(entry("sector-member"), short=t.all(), website="https://www.example.org/?a=1&b='(2)'")]})
    record(c, "vocabulary/agreement-kinds.yaml", {"agreement_kinds": [
        dict(entry("mou", list_group="by-cash"), short=t.all()), entry("voluntary-contribution", list_group="by-cash"),
        entry("sponsorship", list_group="c"), entry("addendum", list_group="d")]})
    record(c, "vocabulary/initiatives.yaml", {"initiatives": [
        dict(entry("sample-afr-1", region="AFR", sample=True), short=t.all())]})


def partners(c, t):
    for i, (id, type) in enumerate([("sample-a", "government"), ("sample-b", "private-sector"), ("sample-c", "foundation")]):
        record(c, "partners/%s.yaml" % id, {
            "id": id, "name": t.all(), "short": t.one(lead=["\t=", "-", "+"][i]), "type": type, "membership": ["sector-member"],
            "former_names": [{"until": "2020-01-01", "name": t.all()}], "represented_by": t.all(), "country": "CH",
            "website": "https://www.example.org/?a=1&b='(2)'#c", "org_id": t.one(lead=LEADS[i + 1]),
            "former_ids": ["sample-old-" + id], "sample": True})


def agreements(c, t):
    common = {"sample": True, "regions": {"AFR": 2, "EUR": 1}, "sdgs": [9], "countries": ["KE", "NO"],
              "priorities": {"kap-affordable-connectivity": 70, "kap-digital-transformation": 30}}
    for i, kind in enumerate(["mou", "voluntary-contribution", "sponsorship", "addendum", "mou"]):
        id = "sample-%d" % i
        record(c, "agreements/2024/%s.yaml" % id, dict(
            common, id=id, title=t.all(), kind=kind, signed="2024-03-%02d" % (10 + i), partners=["sample-a", "sample-b"],
            contributions=[{"from": "sample-a", "amount": "1000.50", "currency": "USD"}],
            objective=t.all_markdown(), links=[{"label": t.all(), "url": "https://www.example.org/?a=1&b='(2)'#%d" % i}],
            initiatives=["sample-afr-1"], former_ids=["old-" + id], publish="internal" if i == 4 else "public",
            **({"amends": "sample-1"} if kind == "addendum" else {})))


def documents(c, t):
    record(c, "documents/paper/document.yaml", {
        "id": "paper", "years": 2024, "group": t.all(), "group_short": t.all(), "meeting": t.all(), "place_dates": t.all(),
        "number": WORD["en"] + " " + t.hostile("P") + "/{number}-{letter}", "document_number": 7, "date": "2025-04-01", "original": "en",
        "source": t.all(), "title": t.all(), "letters": {lang: lang.upper() for lang in LANGS}, "languages": LANGS,
        "translations": {lang: "own" for lang in LANGS[1:]}, "layout": "landscape", "summary": t.all_markdown(),
        "action": t.all_markdown(), "references": [t.all_markdown()], "cites": {"annex-1": t.one()},
        "revisions": [{"number": 1, "date": "2025-06-01", "reason": t.all(), "figures": {"2024.agreements.count": 4}}],
        "contact": {"department": t.all(), "email": "sample@example.org", "url": "https://www.example.org/?a=1&b='(2)'"},
        "group_url": "https://www.example.org/?a=1&b='(2)'"})
    for lang in LANGS:
        write(c + "/documents/paper/%s/01-text.md" % lang, narrative(t, lang, " in {{doc.annex-1}}"))
    record(c, "published/paper.yaml", {"document": "paper", "source": t.all(), "figures": {"2024.agreements.count": 5}})
    record(c, "history/2023.yaml", {"year": 2023, "source": t.all(), "figures": {"agreements.count": 6}})


def narrative(t, lang, cites=""):
    """Every kind of block and inline."""
    cell = t.words().replace("|", "&#124;")
    return """# %s

%s[^1] and {{partner.sample-a}}%s, *%s*, **%s**, [%s](https://www.example.org/?a=1&b='(2)' "%s"),
%s, ~~%s~~.  <https://www.example.org/?a=1&b='(2)'>

## %s

- %s
  1. %s

> %s

| %s | %s |
|---|---|
| %s | {{partner.sample-b}} |

```text
%s
```

    %s

```table
show: top-partners
year: 2024
```

```table
show: agreements-list
year: 2024
```

```chart
show: contributions-by-region
year: 2024
```

```chart
show: top-partners
year: 2024
```

[^1]: %s
""" % (t.words(), t.markdown(lang), cites, t.words(), t.words(), t.words(), t.mark("T"), t.code(), t.words(), t.words(),
       t.markdown(lang), t.words(), t.words(), cell, cell, cell,
       t.hostile("M"), t.hostile("M"), t.markdown(lang))


def texts(c, t):
    t.letter = "L"
    for lang in LANGS:
        link = {"agreements": ["sample-0"], "partners": ["sample-a"], "regions": ["AFR"]}
        story = dict(link, title=t.one(lang), summary=t.one(lang, "="), date="2024-08-01", sample=True, former_ids=["old-story"])
        write(c + "/stories/told/%s.md" % lang, front(story) + narrative(t, lang))
        for page in ["about", "contact", "regions/AFR", "home"]:
            write(c + "/pages/%s/%s.md" % (page, lang), front({"title": t.one(lang)}) + t.markdown(lang) + "\n")
    record(c, "opportunities/offer.yaml", {
        "id": "offer", "title": t.all(), "summary": t.all(), "event": t.all(), "price": {"amount": "1000", "currency": "USD"},
        "benefits": [t.all(), t.all()], "use": t.all_markdown(), "regions": ["AFR"], "closes": "2025-06-30", "sample": True,
        "contact": {"department": t.all(), "email": "sample@example.org"}, "former_ids": ["old-offer"]})
    record(c, "targets/2024.yaml", {
        "year": 2024, "sample": True, "goals": {"agreements.count": 9}, "pipeline": [
            {"title": t.all(), "stage": "negotiation", "amount": "10", "currency": "USD", "probability": 50,
             "expected": "2024-12-31", "others": t.all()}]})
    t.letter = "Q"


def site(c, t):
    record(c, "site.yaml", {
        "name": t.all(), "description": t.all(), "publisher": t.all(), "sample_note": t.all(),
        "base_url": "https://partners.example.org/", "languages": LANGS, "default_language": "en",
        "fonts": {"latin": ["Carlito"], "arabic": ["Noto Naskh Arabic"], "cjk": ["Noto Sans CJK SC"]},
        "iati": {"org_id": t.one()}, "region_colours": {"AFR": "#117733", "ARB": "#882255", "EUR": "#332288"},
        "disclosure": {"minimum": 1}})
    write(c + "/rates/sample.csv", "currency,effective_date,units_per_usd,sample,source\nEUR,2024-01-01,0.924,true,\"%s\"\n"
          % t.one(lead="=").replace('"', '""').replace("\u2028", " ").replace("\u2029", " "))


def make(content, payload, strings):
    t = Texts(payload)
    for part in (vocabularies, partners, agreements, documents, texts, site):
        part(content, t)
    for lang in LANGS:
        write(content + "/strings/%s.yaml" % lang, read(os.path.join(strings, lang + ".yaml")))
    return t.n


def expected(text, payload, raw=False):
    """What a text of the plain content has to be in the hostile one; raw: prose is there as Markdown."""
    return MARK.sub(lambda m: m.group() + behind(m.group(1), payload, raw), text)


# --- which fields there are ---

FILES = {"agreement": "agreements/2024", "partner": "partners", "document": "documents/paper/document.yaml", "site": "site.yaml",
         "page": "pages/about", "story": "stories/told", "opportunity": "opportunities", "target": "targets", "history": "history",
         "published": "published"}
# One-line texts that are no words for readers: codes, and what is checked against a list.
CODES = {"document_number", "letters", "fonts", "reveal", "iati_code", "cites"}


def text_fields(schema, path=()):
    """The paths of a schema's fields that hold words."""
    forms = schema.get("anyOf", [])
    if any(set(f.get("properties", ())) == set(LANGS) for f in forms) or schema.get("type") == ["string", "number", "boolean"]:
        yield path
    elif schema.get("type") == "object":
        for key, field in schema.get("properties", {}).items():
            yield from text_fields(field, path + (key,))
    elif schema.get("type") == "array":
        yield from text_fields(schema["items"], path)


def values(node, path):
    """All texts at a path of a record."""
    if isinstance(node, list):
        return [v for item in node for v in values(item, path)]
    if isinstance(node, dict):
        parts = [node[path[0]]] if path and path[0] in node else [] if path else list(node.values())
        return [v for part in parts for v in values(part, path[1:])]
    return [node] if isinstance(node, str) and not path else []


def records_of(content, kind):
    path = os.path.join(content, FILES.get(kind, "vocabulary/%s.yaml" % kind))
    for name in sorted(os.listdir(path)) if os.path.isdir(path) else [""]:
        with open(os.path.join(path, name) if name else path, encoding="utf-8") as f:
            yield json.loads(re.sub(r"^---\n(.*?)\n---\n.*", r"\1", f.read(), flags=re.S))


def left_out(content, schemas):
    """Fields for words that no record has with a mark."""
    for name in sorted(os.listdir(schemas)):
        kind = name.removesuffix(".json")
        with open(os.path.join(schemas, name), encoding="utf-8") as f:
            for path in text_fields(json.load(f)):
                texts = [v for r in records_of(content, kind) for v in values(r, path)]
                if not CODES & set(path) and not any(MARK.search(t) for t in texts):
                    yield kind + " " + ".".join(path)


if __name__ == "__main__":
    if sys.argv[1] == "fields":
        print("\n".join(left_out(*sys.argv[2:])))
    else:
        make(sys.argv[1], PAYLOADS[int(sys.argv[3])] if len(sys.argv) > 3 else None, sys.argv[2])
