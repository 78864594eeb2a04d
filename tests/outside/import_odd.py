"""import_odd.py ACCORD CONTENT - texts of all kinds come through a list as they were.

Titles are put together at random, the same each time, of what CSV or YAML give a meaning.
"""
import csv
import json
import random
import re
import shutil
import subprocess
import sys

from answers import Answers
from files import read

accord, base = sys.argv[1:3]
answers = Answers("import")
NAME = "odd texts come through as they were"
PARTS = ["a", "B c", ": ", " #", "#", "'", '"', "\\", "|", ",", ";", "\n", "\r\n", "\t", "- ", "? ", "[", "]", "{",
         "}", "&", "*", "!", ">", "%", "@", "`", "=", "+", "null", "no", "1.5", "2024-03-01", "~", "é", "اتفاق",
         "中文", "\u00a0", "\u2028", "😀", "{{x}}", "<b>", "\\n", "---", "..."]


def title(r):
    while True:
        text = "".join(r.choice(PARTS) for _ in range(r.randint(1, 7)))
        kept = text.replace("\r\n", "\n").strip(" \t\n")
        if kept and not re.match("'+[=+\\-@\t\r\n]", text):  # as accord's own lists keep formulas off
            return text, kept


def run(*args):
    return subprocess.run([accord, *args, "--content", "odd"], capture_output=True, text=True)


shutil.rmtree("odd", ignore_errors=True)
shutil.copytree(base, "odd")
r = random.Random(5)
rows = {f"odd-{i}": title(r) for i in range(400)}
with open("odd.csv", "w", newline="", encoding="utf-8") as f:
    w = csv.writer(f)
    w.writerow(["id", "title_en", "title_es", "kind", "signed", "partners"])
    for id_, (text, _) in rows.items():
        w.writerow([id_, text, "x " + text, "mou", "2024-03-01", "sample-company-02"])
done = run("import", "odd.csv")
if done.returncode:
    answers.told(False, NAME, done.stderr[-800:])
    sys.exit()
out = run("export", "agreements", "--format", "json")
back = {a["id"]: a for a in json.loads(out.stdout)["records"]}
bad = [i for i, (_, kept) in rows.items()
       if back[i]["title"]["en"] != kept or back[i]["title"]["es"] != "x " + rows[i][0].replace("\r\n", "\n").rstrip(" \t\n")]
answers.faultless(NAME, [(rows[i], back[i]["title"], read(f"odd/agreements/2024/{i}.yaml")) for i in bad])
