"""Commands that write at the same time.

    writers.py ACCORD ROOT ROUNDS

Whoever ends with status 0 has written what it said; whoever does not has changed nothing; a change that was made
after the content was read is never overwritten; no staged file is left.
"""
import fcntl
import os
import re
import shutil
import subprocess
import sys

from answers import Answers
from files import read

accord, root, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
SITE = ["--content", "content", "--templates", f"{root}/templates", "--color", "never"]
AT_ONCE = 5
answers = Answers("writers")


def run_all(commands):
    """Status and all that was said, of commands that begin together."""
    children = [subprocess.Popen([accord] + c + SITE, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT, text=True) for c in commands]
    said = [c.communicate()[0] for c in children]
    return [(c.returncode, s) for c, s in zip(children, said)]


def run(*command):
    (answer,) = run_all([list(command)])
    assert answer[0] == 0, answer
    return answer[1]


def leftovers():
    return [os.path.join(p, n) for p, _, names in os.walk(".") for n in names if n.endswith(".accord-new")]


def lay():
    shutil.rmtree("content")
    shutil.copytree("kept", "content")


def titles():
    return [re.search(r"Title (\w+)", read(os.path.join(p, n))).group(1)
            for p, _, names in os.walk("content/agreements") for n in names if "Title" in read(os.path.join(p, n))]


def new_records():
    """No id is given: all choose the same."""
    wrong = []
    for r in range(rounds):
        lay()
        names = [f"r{r}n{i}{'x' * 900 * i}" for i in range(AT_ONCE)]
        ended = run_all([["new", "agreement", "--title", f"Title {n}", "--kind", "mou", "--signed", "2031-05-01",
                          "--partner", "sample-partner-01", "--sample"] for n in names])
        wrote = sorted(n for n, (status, _) in zip(names, ended) if status == 0)
        if wrote != sorted(titles()) or not wrote or leftovers() or any(s not in (0, 1, 3) for s, _ in ended):
            wrong.append([(n[:5], s, t[-200:]) for n, (s, t) in zip(names, ended)])
    answers.told(not wrong, f"new agreements, {rounds} times {AT_ONCE} at once", wrong[:2])


def exports():
    """Several lists into one file: it is one of them, whole; who found none there does not replace another's."""
    lists = {name: run("export", *name.split()) for name in ("agreements", "contributions --format json", "partners")}
    wrong = []
    for r in range(rounds):
        if r % 2 == 0 and os.path.exists("list"):
            os.remove("list")
        ended = run_all([["export", *name.split(), "--output", "list"] for name in list(lists) * 2])
        fine = all(status == 0 or (status == 3 and "[file-exists]" in said) for status, said in ended)
        if not fine or read("list") not in lists.values() or leftovers():
            wrong.append(ended)
    answers.told(not wrong, f"exports into one file, {rounds} times", wrong[:2])


def translations():
    """Two translators change different texts of the same file."""
    lay()
    whole = run("strings", "export", "--lang", "fr")
    units = re.findall(r'<unit id="[^"]*".*?</unit>', whole, re.S)
    plain = [u for u in units if re.search(r"<target[^>]*>[^<]{3,}</target>", u)][:2]
    assert len(plain) == 2
    for i, unit in enumerate(plain):
        with open(f"{i}.xlf", "w", encoding="utf-8") as f:
            f.write(whole.replace(unit, re.sub(r"(<target[^>]*>)", rf"\1Version{i} ", unit)))
    wrong = []
    for _ in range(rounds):
        lay()
        ended = run_all([["strings", "import", f"{i}.xlf"] for i in range(2)])
        all_texts = "".join(read(os.path.join(p, n)) for p, _, names in os.walk("content") for n in names)
        for i, (status, said) in enumerate(ended):
            if (f"Version{i} " in all_texts) != (status == 0) or (status and "[changed-meanwhile]" not in said):
                wrong.append((i, status, said[-300:]))
        if leftovers():
            wrong.append(leftovers())
    answers.told(not wrong, f"translations of one file, {rounds} times", wrong[:2])


def waits():
    """Whoever has to wait says so, once, before it goes on."""
    lay()
    held = [os.open(f"content/{f}", os.O_RDONLY) for f in (".", "partners")]
    for fd in held:
        fcntl.flock(fd, fcntl.LOCK_EX)
    child = subprocess.Popen([accord, "new", "partner", "--name", "Who waits", "--type", "foundation"] + SITE,
                             stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    first = child.stderr.readline()
    running = child.poll() is None
    for fd in held:
        os.close(fd)
    rest = child.communicate()[1]
    answers.told("accord: another accord is writing" in first and running and "another accord" not in rest and
                 child.returncode == 0, "who waits for another says so", (first, running, rest, child.returncode))


subprocess.run([accord, "init", "made", "--name", "Sample", "--lang", "en,fr"], check=True, capture_output=True)
os.rename("made/content", "content")
shutil.copytree("content", "kept")
new_records()
exports()
translations()
waits()
sys.exit(answers.failed != 0)
