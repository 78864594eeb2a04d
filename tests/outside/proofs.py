"""proofs.py WITH WITHOUT - the papers and pages of a site that has a base URL, and of one without.

Uses Python's own library, pikepdf and pdftotext.
"""
import glob
import os
import re
import subprocess
import sys

import pikepdf

from answers import Answers

answers = Answers("proofs")
BASE = "https://partners.example.org/"


def links(path):
    """(address, description) of each link to the site."""
    found = []
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            for a in page.get("/Annots", []):
                uri = str(a.get("/A", {}).get("/URI", ""))
                if uri.startswith(BASE):
                    found.append((uri, str(a.get("/Contents", ""))))
    return found


def words(path):
    text = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True,
                          encoding="utf-8").stdout
    return [(tuple(map(float, m[:4])), m[4]) for m in re.findall(
        r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', text)]


def check_papers(with_url, without):
    astray, unsaid, left, moved, few = [], [], [], [], []
    for path in sorted(glob.glob(with_url + "/documents/*.pdf")):
        name = os.path.basename(path)
        other = os.path.join(without, "documents", name)
        lang = name.split(".")[-2]
        found = links(path)
        if len(found) < 5:
            few.append("%s has %d" % (name, len(found)))
        for uri, said in found:
            page = uri[len(BASE):]
            if not page.startswith(lang + "/figures/") or not os.path.isfile(
                    os.path.join(with_url, "site", page, "index.html")):
                astray.append("%s -> %s" % (name, uri))
            if not said or said == uri:
                unsaid.append("%s -> %s" % (name, uri))
        left += [name + " -> " + uri for uri, said in links(other)]
        before, after = words(other), words(path)
        if [w for box, w in before] != [w for box, w in after]:
            moved.append(name + " has other words")
            continue
        for (a, word), (b, same) in zip(before, after):
            if max(abs(x - y) for x, y in zip(a, b)) > 0.02:
                moved.append("%s: %s" % (name, word))
    answers.faultless("each paper has links to figures", few)
    answers.faultless("they lead to the figure's page in its language", astray)
    answers.faultless("they say what the figure counts", unsaid)
    answers.faultless("without a base URL there are none", left)
    answers.faultless("no word moves by a fiftieth of a point", moved)


def check_site(without):
    told = []
    for path in glob.glob(without + "/site/**/*.html", recursive=True):
        with open(path, encoding="utf-8") as f:
            if re.search('rel="canonical"|rel="alternate" hreflang|og:url|partners\.example\.org', f.read()):
                told.append(path)
    answers.faultless("a site without an address names none", told)


check_papers(sys.argv[1], sys.argv[2])
check_site(sys.argv[2])
