"""Makes content to search: sample agreements and partners whose words are the shipped ones, mixed.

    search_content.py SITE CONTENT DIR N LANG[,LANG]

SITE is a site built from the shipped CONTENT, whose search index gives the words of each language.
N agreements and a third as many partners go to the folder DIR, with all languages' titles and
objectives; the site is to be built in LANG.  Prints as JSON what each has, for counting a second way.
"""
import glob
import json
import os
import random
import re
import shutil
import sys

from files import read, write

site, content, folder, n, langs = sys.argv[1:]
n = int(n)
LANGS = ("en", "fr", "es", "ar", "zh", "ru")
KINDS = ["mou", "cooperation-agreement", "project-document", "voluntary-contribution", "sponsorship"]
REGIONS = ["AFR", "AMS", "ARB", "ASP", "CIS", "EUR", "GLO"]
PRIORITIES = ["kap-affordable-connectivity", "kap-digital-transformation", "kap-enabling-policy",
              "kap-resource-mobilization", "kap-inclusive-secure"]
TYPES = ["government", "financial-institution", "international-organization", "private-sector",
         "foundation", "united-nations", "academic", "ngo"]
COUNTRIES = ["KE", "NO", "CH", "FR", "BR", "CO", "JO", "KZ", "CN", "ID", "SN", "UG", "PE", "GE"]
AMOUNTS = [0, 500, 9999, 10000, 45000, 99999, 100000, 730000, 999999, 1000000, 12500000]
rnd = random.Random(n)


def script(name):
    """What the call in a script of the index is given."""
    path = glob.glob(os.path.join(site, "assets", name + ".????????.js"))[0]
    text = open(path, encoding="utf-8").read()
    return json.loads("[" + text[text.index("(") + 1:text.rindex(")")] + "]")


def parts(texts, lang):
    """Words, or pieces of two to four ideographs."""
    if lang != "zh":
        return [w for t in texts for w in re.findall(r"[^\s:,.;()«»“”\"]+", t)]
    return [t[i:i + k] for t in texts for i in range(0, len(t) - 4, 3)
            for k in [rnd.randint(2, 4)] if not re.search(r"[\s:：，。；\"]", t[i:i + k])]


WORDS, NAMES = {}, {}
for language in LANGS:
    index, chunk = script("search-" + language)[0], script("search-" + language + "-0")[1]
    WORDS[language] = parts(index["agreements"]["title"] + [e[0] for e in chunk if e and e[0]],
                            language)
    NAMES[language] = parts(index["partners"]["title"], language)


def mixed(pool, lang, low, high):
    space = "" if lang == "zh" else " "
    return space.join(rnd.choice(pool[lang]) for _ in range(rnd.randint(low, high)))


def put_text(lines, key, pool, low, high, begin="", end="", indent=""):
    lines.append(f"{indent}{key}:")
    for lang in LANGS:
        text = (begin + mixed(pool, lang, low, high) + end).replace('"', "'").replace("\\", "")
        lines.append(f'{indent}  {lang}: "{text}"')


def some(pool, most):
    return sorted(rnd.sample(pool, rnd.randint(0, most)), key=pool.index)


def make_partner(i):
    p = {"id": f"partner-{i:05d}", "type": rnd.choice(TYPES),
         "country": rnd.choice(COUNTRIES) if rnd.random() < 0.7 else None}
    lines = [f"id: {p['id']}", f"type: {p['type']}", "sample: true"]
    put_text(lines, "name", NAMES, 2, 4, end=f" {i}")
    if i % 3 == 0:
        lines.append(f"short: S{i}")
    if i % 10 == 0:
        lines += ["former_names:", "  - until: 2023-01-01"]
        put_text(lines, "name", NAMES, 2, 4, begin="Formerly", indent="    ")
    if p["country"]:
        lines.append(f'country: "{p["country"]}"')
    write(f"{folder}/partners/{p['id']}.yaml", "\n".join(lines) + "\n")
    return p


def make_agreement(i, partners):
    signed = f"{rnd.randint(2021, 2025)}-{rnd.randint(1, 12):02d}-{rnd.randint(1, 28):02d}"
    a = {"id": f"found-{i:05d}", "kind": rnd.choice(KINDS), "year": signed[:4],
         "partners": [p["id"] for p in rnd.sample(partners, rnd.choice([1, 1, 1, 2, 3]))],
         "regions": some(REGIONS, 3), "priorities": some(PRIORITIES, 2) if signed > "2022" else [],
         "countries": some(COUNTRIES, 2), "sdgs": some([str(k) for k in range(1, 18)], 3),
         "usd": rnd.choice(AMOUNTS), "internal": i % 10 == 9}
    if a["internal"]:
        a["usd"] = 0  # else the build stops: figures would tell what it is worth
    lines = [f"id: {a['id']}", f"kind: {a['kind']}", f"signed: {signed}", "sample: true",
             f"partners: [{', '.join(a['partners'])}]", f"regions: [{', '.join(a['regions'])}]",
             f"priorities: [{', '.join(a['priorities'])}]", f"sdgs: [{', '.join(a['sdgs'])}]",
             "countries: [%s]" % ", ".join(f'"{c}"' for c in a["countries"])]
    if a["usd"]:
        lines += ["contributions:",
                  f"  - {{from: {a['partners'][0]}, amount: {a['usd']}, currency: USD}}"]
    if a["internal"]:
        lines.append("publish: internal")
    put_text(lines, "title", WORDS, 4, 10, begin="Hushhush " if a["internal"] else "")
    if rnd.random() < 0.8:
        put_text(lines, "objective", WORDS, 15, 60)
    write(f"{folder}/agreements/{a['year']}/{a['id']}.yaml", "".join(l + "\n" for l in lines if not l.endswith(": []")))
    return a


for name in ("vocabulary", "strings", "rates"):
    shutil.copytree(os.path.join(content, name), os.path.join(folder, name))
settings = read(f"{content}/site.yaml")
settings = re.sub(r"^languages:.*$", f"languages: [{langs}]", settings, flags=re.M)
settings = re.sub(r"^default_language:.*$", f"default_language: {langs[:2]}", settings, flags=re.M)
write(f"{folder}/site.yaml", settings)
PARTNERS = [make_partner(i) for i in range(n // 3)]
AGREEMENTS = [make_agreement(i, PARTNERS) for i in range(n)]
json.dump({"partners": PARTNERS, "agreements": AGREEMENTS}, sys.stdout)
