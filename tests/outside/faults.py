"""Calls to the system that fail, one after the other, in commands that read and write.

    faults.py ACCORD SHIM ROOT MOST [NAME]

Each command is run once to count its calls of a kind, then again and again, each time with another one
failing: all of them, or at most MOST of each kind, evenly apart; where MOST is "paths", the first and the last
of those that the program came to through the same callers, for each such chain (of memory the first).  However
it ends, it does so by itself, with a status of its own, and says why; what stood before stands, or what was
asked for is there whole; nothing is left after the next run.  NAME: only commands, kinds and errors whose name
has it.
"""
import os
import shutil
import subprocess
import sys

from answers import Answers
from fault_run import Place, error_number, even, leftovers
from files import differing, tree

accord, shim, root, most = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4]
only = sys.argv[5] if len(sys.argv) > 5 else ""
answers = Answers("faults")
place = Place(accord, shim, root, os.path.abspath("faults"))
SITE = ["--content", "content", "--templates", "templates", "--color", "never"]

# Kind of call, who makes it (if told apart), what it fails with.
KINDS = [
    ("malloc", "", "ENOMEM"), ("mmap", "", "ENOMEM"), ("fork", "", "EAGAIN"), ("pipe", "", "EMFILE"),
    ("write", "program", "ENOSPC"), ("write", "program", "EIO"), ("write", "libraries", "ENOSPC"),
    ("create", "program", "EACCES"), ("create", "program", "ENOSPC"), ("create", "program", "EMFILE"),
    ("open", "program", "EMFILE"), ("open", "program", "EACCES"), ("open", "program", "EIO"),
    ("open", "libraries", "EMFILE"), ("read", "program", "EIO"), ("read", "libraries", "EIO"),
    ("rename", "", "EIO"), ("rename", "", "ENOSPC"), ("link", "", "ENOSPC"), ("link", "", "EPERM"),
    ("unlink", "", "EIO"), ("mkdir", "", "ENOSPC"), ("mkdir", "", "EACCES"), ("fsync", "", "EIO"),
    ("close", "program", "EIO"), ("close", "libraries", "EIO"), ("stat", "program", "EIO"),
    ("stat", "libraries", "EIO"), ("readdir", "", "EIO"), ("lock", "", "ENOLCK"),
    ("truncate", "", "ENOSPC"),
]


MOST_OF_MEMORY = 1000  # they all go through one place, base/memory.c
# Memory may be wanting when all is in place already: either is whole.
MEMORY = "accord: error: out of memory; nothing is left half written"


class Case:
    """A command; what it may change is kept before, and held against what a good run makes."""

    def __init__(self, name, arguments, may_change, before=None):
        self.name, self.arguments, self.may_change = name, arguments + SITE, may_change
        self.before = before

    def set_up(self):
        for folder in ("content", "output", "made"):
            place.lay(folder, f"kept-{folder}")
        shutil.rmtree(place.path(".output.accord-new"), ignore_errors=True)
        if self.before:
            self.before()
        place.forget()

    def state(self):
        return {folder: tree(place.path(folder)) for folder in ("content", "output", "made")}

    def prepare(self):
        self.set_up()
        self.old = self.state()
        status, said = place.run(self.arguments, {"CALLS": "", "AT": 0})
        self.new = self.state()
        self.calls = {k: place.seen(k[0], k[1]) for k in KINDS}
        self.set_up()
        answers.told(status == 0 and all(self.old[f] == self.new[f] or f in self.may_change for f in self.old) and
                     any(self.old[f] != self.new[f] for f in self.may_change) == bool(self.may_change),
                     f"{self.name}: runs without faults", f"{status} {said}")


def no_output():
    shutil.rmtree(place.path("output"))


CASES = [
    Case("check", ["check"], []),
    Case("build", ["build", "--jobs", "1"], ["output"]),
    Case("build by two", ["build", "--jobs", "2"], ["output"]),
    Case("first build", ["build", "--jobs", "1"], ["output"], no_output),
    Case("import", ["import", "list.csv", "--numbers", "1234.56", "--dates", "ymd"], ["content"]),
    Case("new", ["new", "edition", "2025"], ["content"]),
    Case("init", ["init", "made", "--name", "Sample", "--lang", "en"], ["made"]),
    Case("export", ["export", "--format", "xlsx", "--output", "made/all.xlsx"], ["made"],
         lambda: os.mkdir(place.path("made"))),
    Case("freeze", ["freeze", "yearly", "--date", "2025-04-01"], ["content"],
         lambda: os.remove(place.path("content/published/yearly.yaml"))),
]


def why_not(case, status, said, fault, cause):
    """What is wrong with how a command ended; None: nothing."""
    now = case.state()
    if status is None:
        return "it hung"
    if status < 0:
        return f"it was ended by signal {-status}"
    if status not in (0, 3):
        return f"its status is {status}: {said[:300]!r}"
    for folder in now:
        want = case.new if status == 0 else case.old
        if now[folder] != want[folder] and not (said.startswith(MEMORY) and now[folder] == case.new[folder]):
            return f"status {status}, and {folder} is neither: {differing(now[folder], want[folder])}"
    if status != 0 and not said.strip():
        return "nothing is said"
    # A worker whose pipe fails cannot tell why: that it ended is told.
    if status != 0 and cause not in said and "[worker-ended]" not in said:
        return f"the cause is not said: {said[:300]!r}"
    return None


def cleans_up(case):
    """What is left now is gone after the next run."""
    ours = [e for e in os.listdir(place.path("tmp")) if e.startswith("accord-")]
    if not leftovers(place.path("output")) and not ours:
        return None
    if "output" not in case.may_change:
        return f"left: {leftovers(place.path('output'))} {ours}"
    status, said = place.run(case.arguments)
    if status != 0 or case.state() != case.new or leftovers(place.path("output")):
        return f"the next run: {status} {said[:300]} {leftovers(place.path('output'))}"
    return None


# What once left something behind: the folders of a page that goes and the end of clearing away the former
# output; a folder that could be made, in one that could not.  And lists of terms that a list was read without; a
# folder that cannot be looked at, called missing; a workbook that was cut off where its temporary files were.
WATCHED = {("build", "unlink"): lambda n: [*range(20, 31), *range(n - 8, n + 1)],
           ("init", "mkdir"): lambda n: range(1, n + 1), ("init", "stat"): lambda n: range(1, 8),
           ("import", "open"): lambda n: range(45, 60),
           ("export", "write"): lambda n: range(1, n + 1), ("export", "read"): lambda n: range(n - 40, n + 1)}


def chosen(case, fault, calls):
    call = fault["CALLS"]
    if most == "paths":
        case.set_up()
        status, said = place.run(case.arguments, fault, paths=True)
        answers.told(status == 0, f"{case.name}: places of {call} are noted", f"{status} {said[:300]}")
        case.set_up()
        return place.ends_of_paths(last=call != "malloc")
    most_here = min(int(most), MOST_OF_MEMORY if call == "malloc" else calls)
    watched = WATCHED.get((case.name, call), lambda n: [])(calls)
    return sorted({*even(calls, most_here), *(at for at in watched if 1 <= at <= calls)})


def run_kind(case, call, whose, error):
    fault = {"CALLS": call, "ERRNO": error_number(error), "AT": 0}
    if whose:
        fault["FROM"] = whose
    calls, wrong, n = case.calls[call, whose, error], [], 0
    for at in chosen(case, fault, calls) if calls else []:
        fault["AT"] = at
        status, said = place.run(case.arguments, fault)
        if place.counted()[1] == 0:
            continue
        n += 1
        cause = os.strerror(fault["ERRNO"]) if call != "malloc" else "memory"
        why = why_not(case, status, said, fault, cause) or cleans_up(case)
        if why:
            wrong.append(f"{at}: {why}")
        if case.state() != case.old or leftovers(place.path("output")):
            case.set_up()
    name = f"{case.name}: {call}{' of the ' + whose if whose else ''} fails with {error}"
    if not calls:
        return 0
    answers.told(not wrong, f"{name}: {n} of {calls}", "; ".join(wrong[:6]) + f" ({len(wrong)} in all)")
    return n


def prepare():
    """An output of an earlier build, which the content and the templates have left behind."""
    with open(place.path("list.csv"), "w", encoding="utf-8") as f:
        f.write("id,title,kind,signed,partners\n"
                "bdt-2024-900,Sample from a list,mou,2024-03-01,sample-university-04\n")
    answers.told(place.run(["build"] + SITE)[0] == 0, "there is an output")
    os.rename(place.path("output"), place.path("kept-output"))
    place.edit("templates/layout.mustache", "</main>", "<!-- new --></main>")
    os.remove(sorted(os.path.join(p, f) for p, _, names in os.walk(place.path("content/agreements"))
                     for f in names)[-1])
    os.rename(place.path("content"), place.path("kept-content"))


def full_standard_output():
    for arguments in (["figures"], ["export", "agreements"], ["explain", "2024.agreements.count"], ["schema"],
                      ["check", "--verbose"], ["help"], ["version"],
                      ["diff", "content", "content"]):
        place.lay("content", "kept-content")
        with open("/dev/full", "wb") as full:
            r = subprocess.run([accord] + arguments + (SITE if len(arguments) > 1 or arguments[0] == "figures" else []),
                               cwd=place.where, stdout=full, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
        answers.told(r.returncode == 3 and "standard output" in r.stderr,
                     f"{arguments[0]}: what cannot be printed is told", f"{r.returncode} {r.stderr[:300]}")


prepare()
if not only:
    full_standard_output()
faults = 0
for case in CASES:
    mine = [k for k in KINDS if only in f"{case.name} {k[0]} {k[1]} {k[2]}"]
    if mine:
        case.prepare()
    for kind in mine:
        faults += run_kind(case, *kind)
print(f"# {faults} faults")
sys.exit(answers.failed != 0)
