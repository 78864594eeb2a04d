"""strings.py ACCORD TEMPLATES - translations come back where they belong, and nothing else changes.

Every target of a file is changed, each in its own way, and taken back: then each text of the content is
as it was written there, all other lines are as they were, and what has no target is not touched.
"""
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

from answers import Answers

accord, templates = sys.argv[1:3]
answers = Answers("strings")
KEY = re.compile(r"^[a-z_0-9]+:", re.M)
NS = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
ET.register_namespace("", NS["x"])


def run(*args):
    return subprocess.run([accord, "strings", *args, "--content", "content", "--templates", templates],
                          capture_output=True, text=True)


def files():
    return {os.path.join(d, f): open(os.path.join(d, f), encoding="utf-8").read()
            for d, _, fs in os.walk("content") for f in fs if f.endswith(".yaml")}


def units(path):
    out = {}
    for f in ET.parse(path).getroot().iterfind("x:file", NS):
        for u in f.iter("{%s}unit" % NS["x"]):
            s = u.find("x:segment", NS)
            t = s.find("x:target", NS)
            flat = lambda n: None if n is None else "".join(
                [n.text or ""] + ["\1%s\2%s" % (p.get("equiv"), p.tail or "") for p in n])
            out[f.get("id"), u.get("id")] = (flat(s.find("x:source", NS)), flat(t), s.get("state"))
    return out


def check(lang):
    before = files()
    with open("one.xlf", "w", encoding="utf-8") as f:
        f.write(run("export", "--lang", lang).stdout)
    tree = ET.parse("one.xlf")
    n = 0
    for u in tree.getroot().iter("{%s}unit" % NS["x"]):
        target = u.find("x:segment/x:target", NS)
        if target is None:
            continue
        n += 1
        add = [" ×1", ": two # of \"3\"", " it's", "\u00a0{braces}" if not u.get("id").endswith("address") else ""][n % 4]
        if any("raw" in (note.text or "") or "MessageFormat" in (note.text or "") for note in u.iter("{%s}note" % NS["x"])):
            add = " ×"
        if len(target):
            target[-1].tail = (target[-1].tail or "") + add
        else:
            target.text = (target.text or "") + add
    tree.write("two.xlf", encoding="utf-8", xml_declaration=True)
    done = run("import", "two.xlf")
    answers.told(done.returncode == 0, f"{lang}: {n} changed texts are taken back", done.stderr[:1500])
    if done.returncode:
        return
    with open("three.xlf", "w", encoding="utf-8") as f:
        f.write(run("export", "--lang", lang).stdout)
    wanted, got = units("two.xlf"), units("three.xlf")
    bad = [(k, wanted[k], got.get(k)) for k in wanted if got.get(k, (0, 0))[1] != wanted[k][1]]
    answers.told(not bad, f"{lang}: each to where it belongs", repr(bad[:3]))
    after = files()
    other = []
    for path, text in before.items():
        old, new = text.split("\n"), after[path].split("\n")
        keep = [line for line in old if re.match(r"\s*#", line) or not line.strip()]
        kept = [line for line in new if re.match(r"\s*#", line) or not line.strip()]
        if keep != kept and "objective" not in text:
            other.append(path)
        if path.endswith(f"strings/{lang}.yaml") and KEY.findall(text) != KEY.findall(after[path]):
            other.append(path)
        if "/strings/" in path and not path.endswith(f"/{lang}.yaml") and old != new:
            other.append(path)
    answers.told(set(before) == set(after) and not other, f"{lang}: and all else stays", repr(other[:3]))


for lang in sys.argv[3:]:
    check(lang)
