#!/usr/bin/python3
"""escape_terminal.py ACCORD CONTENT TEMPLATES - names and arguments that are commands of terminals, in whatever a person reads.

What accord says to standard output and standard error may hold no control character save the ends of its own lines, and no
line that was forged.
"""
import json
import os
import shutil
import subprocess
import sys
import unicodedata

from answers import Answers

accord, content, templates = sys.argv[1:4]
answers = Answers("escape: terminal")
EVIL = "x\033[2J\033]0;title\a\raccord: error: forged\naccord: error: forged\u009b31m\u0085\u202e\x7f"
SHOWN = "x␛[2J␛]0;title␇␍accord: error: forged␊accord: error: forged"


def run(*words, where=content):
    done = subprocess.run([accord, *words, "--content", where, "--templates", templates, "--color", "never"],
                          stdin=subprocess.DEVNULL, capture_output=True)
    return done.returncode, done.stdout, done.stderr


def acts(output):
    text = output.decode("utf-8", "surrogateescape")
    odd = sorted({c for c in text if (unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t") or "\u202a" <= c <= "\u202e"})
    if odd:
        return "it has %r" % odd
    return "a line is forged" if any(line.startswith("accord: error: forged") for line in text.split("\n")) else None


def quoted(name, *words, where=content, shown=True):
    code, out, err = run(*words, where=where)
    fault = acts(out) or acts(err)
    if not fault and shown and SHOWN not in (out + err).decode("utf-8", "replace"):
        fault = "it is not named: exit %d, %r" % (code, (out + err)[:200])
    answers.told(not fault, name, fault)


ARGUMENTS = [
    ["check", EVIL], ["build", EVIL], ["explain", EVIL], ["figures", EVIL], ["help", EVIL], ["schema", EVIL], ["render", EVIL], ["new", EVIL],
    ["export", EVIL], ["freeze", EVIL], ["strings", "import", EVIL], ["diff", EVIL], ["import", EVIL], ["serve", EVIL], ["version", EVIL],
    ["build", "--lang", EVIL], ["build", "--document", EVIL], ["check", "--" + EVIL], ["check", "--color", EVIL], ["check", "--format", EVIL],
    ["new", "edition", EVIL], ["new", "partner", EVIL], ["new", "agreement", "--kind", EVIL], ["new", "agreement", "--partners", EVIL],
    ["freeze", "paper", "--date", EVIL], ["serve", "--port", EVIL], ["init", content + "/site.yaml/" + EVIL], ["init", "--lang", EVIL, "x"],
    ["import", content + "/site.yaml", "--delimiter", EVIL], ["diff", "--lang", EVIL], ["render", "--data", EVIL, content + "/site.yaml"],
    ["build", "--output", content + "/" + EVIL],
]
# These tell what they want without naming what they got.
UNNAMED = {("build", "--document"), ("render", EVIL), ("new", "agreement"), ("init", content + "/site.yaml/" + EVIL), ("strings", "import"), ("diff", EVIL)}


def files():
    where = "terminal"
    shutil.copytree(content, where)
    shutil.copy(content + "/partners/sample-a.yaml", "%s/partners/%s.yaml" % (where, EVIL))
    os.makedirs("%s/pages/%s" % (where, EVIL))
    with open("%s/pages/%s/en.md" % (where, EVIL), "w") as f:
        f.write("Text.\n")
    with open("%s/rates/%s.csv" % (where, EVIL), "w") as f:
        f.write("currency\n" + EVIL.replace("\n", " ") + "\n")
    with open("list.csv", "w", encoding="utf-8") as f:
        f.write("id,title," + EVIL.replace("\n", " ").replace("\r", " ") + "\n1,2,3\n")
    quoted("files of strange names", "check", where=where)
    quoted("in French", "check", "--messages", "fr", where=where)
    quoted("a folder of such a name", "check", where=EVIL)
    quoted("a list with such a head", "import", "list.csv", shown=False)
    for form in ("json", "sarif"):
        code, out, err = run("check", "--format", form, where=where)
        fault = acts(err.replace("\u202e".encode(), b""))
        answers.told(not fault, "in %s" % form, fault)
        if form == "json":
            named = any(r["file"] == "%s/partners/%s.yaml" % (where, EVIL) for r in json.loads(err))
            answers.told(named, "which has the very name", "it has not")


def texts():
    """Titles of several lines forge none."""
    where = "lines"
    shutil.copytree(content, where)
    path = where + "/agreements/2024/sample-0.yaml"
    with open(path, encoding="utf-8") as f:
        record = json.load(f)
    for lang in record["title"]:
        record["title"][lang] = "one\naccord: error: forged"
    with open(path, "w", encoding="utf-8") as f:
        json.dump(record, f, ensure_ascii=False)
    for words in (["explain", "2024.agreements.count"], ["figures"], ["diff", content], ["check", "--verbose"],
                  ["__complete", "freeze", ""], ["new", "agreement", "--amends", "sample"]):
        quoted("titles of several lines: accord " + words[0], *words, where=where, shown=False)


def main():
    for words in ARGUMENTS:
        name = "accord " + " ".join("EVIL" if EVIL in w else w for w in words)
        quoted(name, *words, shown=tuple(words[:2]) not in UNNAMED)
    first = subprocess.run([accord, EVIL], capture_output=True)
    fault = acts(first.stderr) or (None if SHOWN.encode() in first.stderr else "it is not named")
    answers.told(not fault, "a command of such a name", fault)
    files()
    texts()


main()
