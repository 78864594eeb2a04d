"""leak.py make DIR | search OUT | marked OUT | ask ACCORD DIR WORK - what is internal, in all that comes out.

make   lays internal agreements over the content in DIR, each with words, ids and amounts that stand
       nowhere else, and prints these markers, one a line; two share each figure they are in, and
       partners of theirs are named nowhere else.  One has no cash, and names what public ones have.
       Another partner is only expected to sign.
search looks for markers in all files under OUT: as they are, in the texts, attachments and streams
       of PDFs, and in what archives (XLSX) hold.  Prints "FILE: MARKER" a find.
marked prints the files of an internal build that do not say so.
ask    runs what may be asked as public of the content in DIR, with ids that are nearly or wholly those of
       internal records, and looks for markers in what is printed and written.  Prints "COMMAND: MARKER"
       a find.  Who asks by the very id is told no more than that; such echoes are taken out before.
"""
import io
import os
import re
import subprocess
import sys
import zipfile

from files import write

WORDS = "Zorquil Vembrath Quaxley Drimboth Plinthor Huxwelt Ombrazic Fendrol".split()
EXPECTED = "Ollimvar"  # signs nothing, and is in the pipeline


def partner(root, n, word):
    write(f"{root}/partners/zz-{word.lower()}.yaml",
          f"id: zz-{word.lower()}\nformer_ids: [yore-partner-{n}]\n"
          f"name: {{en: {word} trust {n}, es: Fundación {word}}}\nshort: {word[:3].upper()}XQ\n"
          f"former_names:\n  - until: 2020-01-01\n    name: {{en: Former {word}}}\n"
          f"type: government\ncountry: LS\nwebsite: https://{word.lower()}.example.org/\n"
          f"org_id: XX-{word}-77\nsample: true\n")


def make(root):
    """Amounts in another currency, to the cent; sums of two are not among the markers."""
    markers = []
    for n, word in enumerate(WORDS[:4]):
        partner(root, n, word)
        cash = f"{71113 + 1117 * n}.{n + 3}7"
        kind = "addendum\namends: bdt-2024-089" if n > 1 else "voluntary-contribution"
        write(f"{root}/agreements/2024/zz-2024-{n}{n}7.yaml",
              f"id: zz-2024-{n}{n}7\nformer_ids: [yore-2024-{n}]\n"
              f"title: {{en: \"{WORDS[n + 4]} {word} plan\", es: \"Plan {WORDS[n + 4]}\"}}\n"
              f"kind: {kind}\nsigned: 2024-12-3{n % 2}\nends: 2039-0{n + 1}-17\n"
              f"partners: [zz-{word.lower()}]\n"
              f"contributions:\n  - {{from: zz-{word.lower()}, amount: {cash}, currency: EUR}}\n"
              f"  - {{from: zz-{word.lower()}, amount: 5{n}431{n}.8{n}, currency: USD, form: in-kind}}\n"
              f"  - {{from: itu, amount: 6{n}273.1{n}, currency: USD}}\n"
              f"regions: [AFR]\ncountries: [LS]\npriorities: [kap-enabling-policy]\nsdgs: [9]\n"
              f"objective: {{en: \"Objective of {word}.\"}}\n"
              f"links: [{{label: {{en: About {word}}}, url: \"https://www.{word.lower()}.example\"}}]\n"
              f"publish: internal\nsample: true\n")
        markers += [word, WORDS[n + 4], word[:3].upper() + "XQ", f"zz-2024-{n}{n}7", cash,
                    f"5{n}431{n}.8{n}", f"6{n}273.1{n}", f"2039-0{n + 1}-17"]
    # Of partners with a page of their own, without cash: neither its words nor its gift.
    write(root + "/agreements/2024/zz-2024-999.yaml",
          "id: zz-2024-999\ntitle: {en: Grimbatul study, es: Estudio Grimbatul}\nkind: mou\n"
          "signed: 2024-12-31\npartners: [unicef]\n"
          "contributions: [{from: unicef, amount: 818283.94, currency: USD, form: in-kind}]\n"
          "regions: [AFR]\npriorities: [kap-enabling-policy]\ncountries: [LS]\nsdgs: [14]\n"
          "publish: internal\nsample: true\n")
    write(root + "/targets/2026.yaml",
          "year: 2026\nsample: true\ngoals: {contributions.total: 913377.31}\npipeline:\n"
          "  - title: {en: Yendrimol forum, es: Foro Yendrimol}\n    stage: idea\n"
          "    amount: 431779.23\n    currency: USD\n    probability: 37.5\n"
          "    expected: 2026-04-17\n    others: {en: Quuxmar bank}\n    partners: [zz-ollimvar]\n"
          "    sample: true\n")
    partner(root, 4, EXPECTED)
    markers += [EXPECTED, "OLLXQ"]
    markers += ["yore-partner", "yore-2024"]
    markers += ["Yendrimol", "Quuxmar", "913377.31", "431779.23", "targets/2026", "targets/index"]
    markers += ["Grimbatul", "zz-2024-999", "818283.94", "Lesotho"]
    # Amounts as readers write them, too.
    for m in list(markers):
        if re.fullmatch(r"\d{5,6}(\.\d+)?", m):
            whole, _, cents = m.partition(".")
            for sep, point in ((",", "."), ("\u202f", ","), ("\u00a0", ","), (".", ",")):
                markers.append(whole[:-3] + sep + whole[-3:] + (point + cents if cents else ""))
    print("\n".join(markers))


def texts_of(path):
    """Everything a file holds, as texts."""
    with open(path, "rb") as f:
        raw = f.read()
    yield raw
    if path.endswith(".pdf"):
        yield subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"],
                             capture_output=True, check=True).stdout
        yield subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True,
                             check=True).stdout
    if raw[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(raw)) as z:
            for name in z.namelist():
                yield name.encode()
                yield z.read(name)


def files_of(out):
    for root, _, names in os.walk(out):
        if ".accord" in root.split(os.sep):
            continue
        for name in sorted(names):
            yield os.path.join(root, name)


def search(out, markers):
    forms = [(m, m.lower().encode()) for m in markers]
    n = 0
    for path in files_of(out):
        n += 1
        found = {m for m, form in forms if form in path.lower().encode()}
        for text in texts_of(path):
            text = text.lower()
            found |= {m for m, form in forms if form in text}
        for m in sorted(found):
            print(f"{os.path.relpath(path, out)}: {m}")
    if n < 100:
        print(f"there are only {n} files to search")


def questions(known, ids, listed):
    """Commands with what may be asked of them; known are ids of internal records, ids nearly so."""
    forms = ["", ".millions", ".percnt"]
    asked = [f"2024.partners.{i}.contributions{f}" for i in ids for f in forms]
    asked += [f"2024.partners.{i}" for i in ids] + [f"2020-2024.partners.{i}.count" for i in ids]
    yield ["figures"]
    yield ["figures", "--json"]
    for command in (["figures"], ["figures", "--json"], ["explain"], ["explain", "--messages", "fr"]):
        yield command + asked
        yield command + [f"2024.partners.{i}.contributions{f}" for i in known for f in forms]
    yield ["explain"] + listed
    for prefix in ("", "2024.partners.", "2024.partners.zz-"):
        yield ["__complete", "figures", prefix]
        yield ["__complete", "explain", prefix]
    for name in "agreements contributions partners figures".split():
        yield ["export", name]
        yield ["export", name, "--format", "json"]
    for command in (["export"], ["freeze"], ["build", "--document"]):
        yield command + ["zz-zorqui"]
        yield command + ["zz-2024-17"]
    yield ["export", "--format", "xlsx", "--output", "book.xlsx"]
    yield ["strings", "status"]
    yield ["strings", "export", "--output", "strings"]


def ask(accord, content, work, markers):
    os.makedirs(work)
    known = [f"zz-{w.lower()}" for w in WORDS[:4]] + ["zz-2024-117", "zz-2024-999"]
    known.append(f"zz-{EXPECTED.lower()}")
    ids = [i[:-1] for i in known] + ["zz-zorqiul", "zz-vmbrath"]
    ids += [f"yore-partner-{n}" for n in range(5)] + ["yore-2024-1", "yore-partner"]
    markers = [m for m in markers if not m.startswith("yore")]
    listed = subprocess.run([accord, "figures", "--content", content], capture_output=True, check=True)
    listed = [line.split()[0] for line in listed.stdout.decode().splitlines()]
    n = 0
    for n, question in enumerate(questions(known, ids, listed), 1):
        at = 2 if question[0] == "__complete" else 1
        run = subprocess.run([accord, *question[:at], "--content", content, *question[at:]],
                             capture_output=True, cwd=work)
        said = re.sub(rb"(?m)^.*: note: .*\n( .*\n)*", b"", run.stdout + run.stderr)  # those are for authors
        for i in known if any(known[0] in word for word in question) else []:
            said = said.replace(f"2024.partners.{i}.".encode(), b"")
        said = said.lower()
        for m in markers:
            if m.lower().encode() in said:
                print(f"{' '.join(question)[:60]}: {m}")
        if run.returncode not in (0, 1, 2):
            print(f"{' '.join(question)[:60]}: status {run.returncode}")
    for path in files_of(work):
        for text in texts_of(path):
            print("".join(f"{path}: {m}\n" for m in markers if m.lower().encode() in text.lower()), end="")
    if n < 30:
        print(f"there are only {n} questions")


def marked(out):
    mark = "ot for publication"
    for path in files_of(out):
        name = os.path.relpath(path, out)
        if path.endswith(".html"):
            with open(path, encoding="utf-8") as f:
                text = f.read()
            bad = '<aside class="internal">' not in text or \
                'name="robots" content="noindex, nofollow"' not in text or \
                'rel="canonical"' in text or "application/ld+json" in text
        elif path.endswith(".json") and "schema" not in name and "/data/" in name:
            with open(path, encoding="utf-8") as f:
                bad = mark not in f.read(2000)
        elif path.endswith(".en.pdf"):
            text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout
            pages = text.decode().split("\f")[:-1]
            bad = not pages or any(mark not in p for p in pages) or pages[0].count(mark) < 2
        elif path.endswith("iati.xml") or path.endswith(".xlsx"):
            bad = not any(mark.encode() in text for text in texts_of(path))
        else:
            bad = name.endswith("sitemap.xml") or name.endswith("feed.xml")
        if bad:
            print(name)


if sys.argv[1] == "make":
    make(sys.argv[2])
elif sys.argv[1] == "search":
    search(sys.argv[2], [m for m in sys.stdin.read().split("\n") if m])
elif sys.argv[1] == "ask":
    ask(os.path.abspath(sys.argv[2]), sys.argv[3], sys.argv[4], [m for m in sys.stdin.read().split("\n") if m])
else:
    marked(sys.argv[2])
