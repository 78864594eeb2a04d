"""The same content gives the same bytes: builds that differ in one thing each, and in all of them.

    reproducible.py ACCORD ROOT [WHOLE]

Stands in a folder of its own, with clock.so.  Of a small content every difference is tried alone, of the
shipped one all at once (with WHOLE: of the shipped one each, too).  A difference that did not come about (folders
listed in the same order, a clock that is not another) is a failure, too: it would show nothing.
Modes of files are compared but where the umask differs, which they follow.
"""
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

from answers import Answers
from files import differing, tree

accord, root, whole = sys.argv[1], sys.argv[2], len(sys.argv) > 3 and sys.argv[3]
answers = Answers("reproducible")
here = os.getcwd()
sanitized = os.path.basename(os.path.dirname(accord)).count("-") > 0


def small():
    return [(f"{root}/tests/golden/small/content", "content"), (f"{root}/content/strings", "content/strings"),
            (f"{root}/templates", "templates")]


def shipped():
    return [(f"{root}/content", "content"), (f"{root}/templates", "templates")]


def files_of(parts):
    found = []
    for source, target in parts:
        for path, _, names in os.walk(source):
            for name in names:
                inside = os.path.relpath(os.path.join(path, name), source)
                found.append((os.path.join(path, name), os.path.join(target, inside)))
    return sorted(found)


def lay(parts, folder, order, mtime):
    """Copies content and templates into folder, file by file in this order, as old as asked for."""
    files = files_of(parts)
    order(files)
    for source, target in files:
        path = os.path.join(folder, target)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        shutil.copyfile(source, path)
        if mtime is not None:
            os.utime(path, (mtime, mtime))


def listing(folder):
    """The order in which the system lists each folder."""
    return [(os.path.relpath(path, folder), [e.name for e in os.scandir(path)])
            for path, _, _ in sorted(os.walk(folder))]


def sums(folder):
    """Of all that is in it, with its modes."""
    return {path: (what, oct(os.lstat(os.path.join(folder, path)).st_mode)) for path, what in tree(folder, own=None).items()}


PLAIN = {"PATH": os.environ["PATH"], "HOME": here, "XDG_CACHE_HOME": f"{here}/.cache", "LC_ALL": "C", "TZ": "UTC",
         "SOURCE_DATE_EPOCH": "1700000000"}
for name in ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
    if name in os.environ:
        PLAIN[name] = os.environ[name]
SORTED, REVERSED, SHUFFLED = (lambda f: None), (lambda f: f.reverse()), random.Random(7).shuffle


class Difference:
    """How a build differs from the plain one."""

    def __init__(self, name, where=None, order=SORTED, mtime=None, env=None, before=(), jobs=2, umask=0o022,
                 absolute=False, modes=True):
        self.name, self.where, self.order, self.mtime = name, where, order, mtime
        self.env, self.before, self.jobs, self.umask = env or {}, list(before), jobs, umask
        self.absolute, self.modes = absolute, modes


def build(d, parts, folder):
    """What came of it, or why nothing did."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    lay(parts, folder, d.order, d.mtime)
    at = folder + "/" if d.absolute else ""
    env = {k: v for k, v in {**PLAIN, **d.env}.items() if v is not None}
    command = d.before + [accord, "build", "--quiet", "--content", at + "content", "--templates", at + "templates",
                          "--output", at + "output"]
    if d.jobs:
        command += ["--jobs", str(d.jobs)]
    if any(a == "setpriv" for a in d.before):
        for path, _, names in os.walk(folder):
            for p in [path] + [os.path.join(path, n) for n in names]:
                os.chown(p, OTHER_USER, OTHER_USER)
    r = subprocess.run(command, cwd=folder, env=env, umask=d.umask, stdin=subprocess.DEVNULL,
                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if r.returncode != 0:
        return None, f"exit {r.returncode}: {r.stderr[-300:]!r}"
    return sums(f"{folder}/output"), r.stderr


def compare(d, plain, parts, folder):
    found, why = build(d, parts, folder)
    if found is None:
        return answers.told(False, d.name, why)
    was = plain[0]
    if not d.modes:
        was, found = ({path: what for path, (what, _) in t.items()} for t in (was, found))
    other = differing(was, found)
    if other:
        return answers.told(False, d.name, f"files differ: {' '.join(other)}; see {keep(folder)}")
    return answers.told(why.replace(folder + "/", "") == plain[1], d.name, f"it says otherwise: {why[:200]!r}")


def keep(folder):
    kept = tempfile.mkdtemp(prefix="reproducible-")
    shutil.move(folder, kept)
    return kept


OTHER_USER = 12345
# Not below one another: the plain build is on the usual file system, others in memory, where folders
# are listed by age.
MEMORY = tempfile.mkdtemp(dir="/dev/shm") if os.access("/dev/shm", os.W_OK) else tempfile.mkdtemp()
LATER = {} if sanitized else {"LD_PRELOAD": f"{here}/clock.so", "CLOCK_DAYS": "9000"}
HEAP = {} if sanitized else {"MALLOC_PERTURB_": "165", "MALLOC_ARENA_MAX": "1"}
DEEP = "long path, ünïcödé and 空白/" + "/".join(["deeper"] * 12)
HERE = f"{here}/b"
ELSEWHERE = f"{MEMORY}/{DEEP}"

ONE_EACH = [
    Difference("another folder, with blanks and letters of all kinds", ELSEWHERE),
    Difference("files named from the root", HERE, absolute=True),
    Difference("another file system", f"{MEMORY}/a"),
    Difference("files made in the reverse order", f"{MEMORY}/a", order=REVERSED),
    Difference("files made in no order", f"{MEMORY}/a", order=SHUFFLED),
    Difference("files of 1985", HERE, mtime=500000000),
    Difference("files of the future", HERE, mtime=3000000000),
    Difference("one process", HERE, jobs=1),
    Difference("seven processes", HERE, jobs=7),
    Difference("as many as there are cores: one", HERE, jobs=0, before=["taskset", "-c", "0"]),
    Difference("as many as there are cores: all", HERE, jobs=0),
    Difference("a Turkish locale", HERE, env={"LC_ALL": None, "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"}),
    Difference("an Arabic locale", HERE, env={"LC_ALL": "ar_EG.UTF-8", "LANG": "ar_EG.UTF-8"}),
    Difference("a locale that writes UTF-8", HERE, env={"LC_ALL": "C.UTF-8"}),
    Difference("a time zone a day ahead", HERE, env={"TZ": "Pacific/Kiritimati"}),
    Difference("a time zone in rules", HERE, env={"TZ": "XXX+11:30YYY,M3.2.0,M11.1.0"}),
    Difference("no home, and no caches", HERE, env={"HOME": None, "XDG_CACHE_HOME": None}),
    Difference("a large environment", HERE, env={f"SOMETHING_{i}": "x" * 999 for i in range(40)}),
    Difference("a umask that keeps all to oneself", HERE, umask=0o077, modes=False),
    Difference("a umask that keeps nothing", HERE, umask=0o000, modes=False),
    Difference("no addresses moved", HERE, before=["setarch", "-R"]),
]
if not sanitized:
    ONE_EACH += [Difference("a calendar 25 years later", HERE, env=LATER),
                 Difference("memory that is never empty at first", HERE, env=HEAP)]
AS_OTHER = ["setpriv", f"--reuid={OTHER_USER}", f"--regid={OTHER_USER}", "--clear-groups"]
if os.getuid() == 0 and subprocess.run(AS_OTHER + ["test", "-r", f"{root}/templates/document"]).returncode == 0:
    ONE_EACH.append(Difference("another user", f"{MEMORY}/a", before=AS_OTHER))
else:
    answers.skipped("another user", "none may read the project's folder, or only root becomes one")
ALL_AT_ONCE = Difference("everything at once", ELSEWHERE, order=REVERSED, mtime=500000000, jobs=7, absolute=True,
                         env={**LATER, **HEAP, "LC_ALL": None, "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati",
                              "HOME": None, "XDG_CACHE_HOME": None, "SOMETHING": "x" * 9999},
                         before=["taskset", "-c", "0", "setarch", "-R"], umask=0o077, modes=False)
PLAINLY = Difference("plainly")


def differences_are_such():
    """What the differences make different is different."""
    lay(small(), f"{MEMORY}/a", SORTED, None)
    lay(small(), f"{MEMORY}/b", REVERSED, None)
    if listing(f"{MEMORY}/a") != listing(f"{MEMORY}/b"):
        answers.told(True, "the order of making is one of listing")
    elif MEMORY.startswith("/dev/shm/"):
        answers.told(False, "the order of making is one of listing", f"folders below {MEMORY} are listed alike")
    else:
        answers.skipped("the order of making is one of listing", "/dev/shm cannot be written")
    shutil.rmtree(f"{MEMORY}/b")
    if not sanitized:
        r = subprocess.run(["date", "+%Y"], env={**PLAIN, **LATER}, capture_output=True, text=True)
        year = int(r.stdout or 0)
        answers.told(year >= time.gmtime().tm_year + 24, "the calendar is another", f"date says {year}")


def of(name, parts, differences):
    plain = build(PLAINLY, parts, f"{here}/a")
    if plain[0] is None:
        return answers.told(False, f"{name}: it builds", plain[1])
    for d in differences:
        d.name = f"{name}: {d.name}"
        compare(d, plain, parts, d.where)
    return None


os.chmod(MEMORY, 0o755)
try:
    differences_are_such()
    of("a small content", small(), ONE_EACH)
    of("the shipped content", shipped(), (ONE_EACH if whole else []) + [ALL_AT_ONCE])
finally:
    shutil.rmtree(MEMORY, ignore_errors=True)
