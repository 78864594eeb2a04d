"""Builds that are killed, and what else may come between a build and its output.

    kills.py ACCORD SHIM ROOT KILLS

Each kill is of a build over an earlier output, among whose files stand those of others: at a random call that
changes a folder or a file, most of them while the new tree is put together and exchanged, of one process or of
all; or at a random time.  Right after it the output is the old one or the new one, whole; the next build makes
the new one, and nothing is left.
"""
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time

from answers import Answers
from fault_run import Place, leftovers
from files import differing, tree

accord, shim, root, kills = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
rnd = random.Random(1865)
answers = Answers("kills")
place = Place(accord, shim, root, os.path.abspath("kills"))
SITE = ["--content", "content", "--templates", "templates", "--color", "never"]
NOBODY = 65534


def build(jobs=1, fault=None, output="output"):
    return place.run(["build", "--jobs", str(jobs), "--output", output] + SITE, fault)


def change(i):
    """The layout of all pages, and now and then which pages there are."""
    with open(place.path("templates/layout.mustache"), encoding="utf-8") as f:
        text = f.read()
    with open(place.path("templates/layout.mustache"), "w", encoding="utf-8") as f:
        f.write(re.sub(r"(<!-- \d+ -->)?</main>", f"<!-- {i % 2} --></main>", text))
    story = place.path("content/pages/passing/en.md")
    if i % 3 == 0:
        os.makedirs(os.path.dirname(story), exist_ok=True)
        with open(story, "w", encoding="utf-8") as f:
            f.write("---\ntitle: A page\n---\n\nText.\n")
    else:
        shutil.rmtree(os.path.dirname(story), ignore_errors=True)


def expected(i):
    """What a clean build of this state makes; states come round."""
    if i % 6 not in expected.known:
        shutil.rmtree(place.path("clean"), ignore_errors=True)
        status, said = build(output="clean")
        assert status == 0, said
        expected.known[i % 6] = tree(place.path("clean"))
    return dict(expected.known[i % 6], **expected.others)


expected.known, expected.others = {}, {}


def of_others():
    """Files, a folder and links in the output that accord did not make."""
    os.makedirs(place.path("output/.git/objects"))
    os.makedirs(place.path("elsewhere"))
    for name in ("output/CNAME", "output/.git/objects/x", "output/site/.well-known", "elsewhere/file"):
        with open(place.path(name), "w", encoding="utf-8") as f:
            f.write("of others\n")
    os.symlink("../../elsewhere", place.path("output/site/link"))
    now = tree(place.path("output"))
    expected.others = {p: now[p] for p in now if p not in expected.known[0]}
    answers.told(len(expected.others) == 6, "others have files in the output", f"{expected.others}")


# --- kills ---

COMMIT = "link,rename,unlink,mkdir,fsync"


def count(calls, jobs):
    before = tree(place.path("output"))
    status, said = build(jobs, {"CALLS": calls, "AT": 0})
    assert status == 0 and tree(place.path("output")) != before, said
    return place.counted()[0]


def kill_by_call(calls, most, jobs, whom):
    fault = {"CALLS": calls, "AT": rnd.randint(1, most), "KILL": whom}
    status, _ = build(jobs, fault)
    return status, f"{whom} at call {fault['AT']} of {calls}, {jobs} processes", place.counted()[1]


def kill_by_time(jobs):
    wait = rnd.random() * kill_by_time.longest
    child = place.begin(["build", "--jobs", str(jobs)] + SITE)
    time.sleep(wait)
    os.killpg(child.pid, signal.SIGKILL)
    child.communicate()
    return child.returncode, f"all after {wait:.3f} s, {jobs} processes", child.returncode != 0


def one_kill(i, counts):
    jobs = rnd.choice([1, 1, 2, 3])
    how = rnd.random()
    old = expected(i - 1)
    change(i)
    new = expected(i)
    if how < 0.6:
        status, name, killed = kill_by_call(COMMIT, counts[COMMIT], jobs, rnd.choice(["self", "group"]))
    elif how < 0.9:
        status, name, killed = kill_by_call("changes", counts["changes"], jobs, rnd.choice(["self", "group"]))
    else:
        status, name, killed = kill_by_time(jobs)
    now = tree(place.path("output"))
    why = None
    if status not in (-signal.SIGKILL, 0, 3):
        why = f"status {status}"
    elif now not in (old, new) or (status == 0 and now != new):
        why = f"status {status}; from the old one: {differing(now, old)}; from the new one: {differing(now, new)}"
    next_status, said = build(rnd.choice([1, 2]))
    if not why and (next_status != 0 or tree(place.path("output")) != new or leftovers(place.path("output"))):
        why = f"the next build: {next_status} {said[:300]} {leftovers(place.path('output'))} " \
              f"{differing(tree(place.path('output')), new)}"
    return bool(killed), now == new, f"{i}: {name}: {why}" if why else None


def kill_many():
    change(0)
    answers.told(build()[0] == 0, "there is an output")
    expected(0)
    of_others()
    counts = {}
    begun = time.monotonic()
    for i, calls in enumerate((COMMIT, "changes"), 1):
        change(i)
        counts[calls] = count(calls, 1)
    kill_by_time.longest = (time.monotonic() - begun) / 2
    killed = after = 0
    wrong = []
    for i in range(3, kills + 3):
        done, new, why = one_kill(i, counts)
        killed += done
        after += done and new
        wrong += [why] if why else []
    answers.told(not wrong and killed > kills / 2,
                 f"{kills} builds, {killed} of them killed, {after} after the exchange ({counts}): old or new, whole",
                 "; ".join(wrong[:5]) + f" ({len(wrong)} in all)")
    answers.told(tree(place.path("elsewhere")).keys() == {"file"}, "nothing is written through links")
    return kills + 3


# --- two at once ---

def two_at_once(i):
    change(i)
    new = expected(i)
    first = place.begin(["build", "--jobs", "1"] + SITE)
    while first.poll() is None and not os.path.exists(place.path("output/.accord/new")):
        time.sleep(0.001)
    first.send_signal(signal.SIGSTOP)
    status, said = build()
    first.send_signal(signal.SIGCONT)
    first.communicate()
    answers.told(status == 3 and "[publish-locked]" in said and first.returncode == 0 and
                 tree(place.path("output")) == new, "of two builds at once the second is refused",
                 f"{status} {said} {first.returncode}")
    change(i + 1)
    new = expected(i + 1)
    both = [place.begin(["build", "--jobs", "1"] + SITE) for _ in range(3)]
    said = [b.communicate()[1].decode() for b in both]
    fine = [b.returncode == 0 or (b.returncode == 3 and "[publish-locked]" in s) for b, s in zip(both, said)]
    answers.told(all(fine) and any(b.returncode == 0 for b in both) and tree(place.path("output")) == new and
                 not leftovers(place.path("output")), "three builds at the same time leave one whole output",
                 f"{[b.returncode for b in both]} {said}")
    return i + 2


# --- the disk, and who may write ---

def small_disk(i):
    """A file system of its own that has room for little more than one output."""
    disk = place.path("disk")
    os.mkdir(disk)
    size = int(subprocess.run(["du", "-sk", place.path("output")], capture_output=True, text=True,
                              check=True).stdout.split()[0])
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size * 5 // 4 + 64}k", "tmpfs", disk]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        answers.skipped("a full disk", "it cannot be mounted")
        return i
    try:
        for output, what in (("disk/output", "in a folder"), ("disk", "as it is mounted")):
            change(i)
            first = build(output=output)
            old = tree(place.path(output))
            change(i + 1)
            status, said = build(output=output)
            answers.told(first[0] == 0 and status == 3 and os.strerror(28) in said and "disk/" in said and
                         tree(place.path(output)) == old and not leftovers(place.path(output)),
                         f"a full disk, {what}: it is said, and the output stands", f"{first} {status} {said}")
            change(i)
            for name in os.listdir(disk):
                path = os.path.join(disk, name)
                shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
    finally:
        subprocess.run(["umount", disk], check=True)
    return i + 2


def by_nobody(arguments):
    r = subprocess.run([accord] + arguments, cwd=place.where, capture_output=True, text=True, stdin=subprocess.DEVNULL,
                       env={"PATH": os.environ["PATH"], "HOME": "/nowhere", "TMPDIR": place.path("tmp")},
                       **({"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}))
    return r.returncode, r.stderr


def mode(folder, bits):
    for path, folders, _ in os.walk(place.path(folder)):
        for name in folders:
            os.chmod(os.path.join(path, name), bits)
    os.chmod(place.path(folder), bits)


def who_may_write(i):
    os.chmod(os.path.dirname(place.where), 0o755)
    os.makedirs(place.path("parent"))
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", place.path("parent"), place.path("tmp")], check=True)
    arguments = ["build", "--jobs", "1", "--output", "parent/output"] + SITE
    change(i)
    try:
        status, said = by_nobody(arguments)
    except PermissionError:
        status = None  # the project lies in a home that is closed to others
    if status != 0:
        answers.skipped("folders that may not be written to", "the program cannot be run by another user")
        return i
    old = tree(place.path("parent/output"))
    change(i + 1)
    mode("parent/output", 0o555)
    status, said = by_nobody(arguments)
    answers.told(status == 3 and os.strerror(13) in said and "parent/output" in said and
                 tree(place.path("parent/output")) == old, "an output that may not be written to: it is said",
                 f"{status} {said}")
    mode("parent/output", 0o755)
    os.chmod(place.path("parent"), 0o555)
    status, said = by_nobody(arguments)
    new = {p: v for p, v in expected(i + 1).items() if p not in expected.others}
    answers.told(status == 0 and tree(place.path("parent/output")) == new and
                 not leftovers(place.path("parent/output")),
                 "a folder above that may not be written to: files are replaced in place", f"{status} {said}")
    os.chmod(place.path("parent"), 0o755)
    return i + 2


i = kill_many()
i = two_at_once(i)
i = small_disk(i)
who_may_write(i)
sys.exit(answers.failed != 0)
