"""Builds over an earlier build, compared with clean ones.

    rebuild.py ACCORD STEPS

In a folder with content/ and templates/: STEPS random changes (edits of all kinds of files, renames,
deletions, faults and their mending, templates; changes of what was built, kills), each followed by a
build over what stands and by a build into an empty folder, with another number of processes.  Both
must say the same, end the same and leave the same files; after a fault the earlier output stands.
"""
import glob
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time

from answers import Answers
from files import differing, read, tree, write

accord, steps = sys.argv[1], int(sys.argv[2])
rnd = random.Random(20260)
answers = Answers("rebuild")


def command(jobs):
    return [accord, "build", "--content", "content", "--templates", "templates", "--color", "never",
            "--output", "output", "--jobs", str(jobs)]


def build(where, jobs):
    """In the folder where, which sees the same content under the same name."""
    os.makedirs(where, exist_ok=True)
    for name in ("content", "templates"):
        if not os.path.islink(f"{where}/{name}"):
            os.symlink(f"../{name}", f"{where}/{name}")
    r = subprocess.run(command(jobs), cwd=where, capture_output=True, text=True)
    return r.returncode, r.stdout, r.stderr


# --- changes ---

def some(pattern):
    return rnd.choice(sorted(glob.glob(pattern, recursive=True)))


def replaced(path, pattern, by):
    """Whether there was something to replace."""
    text = read(path)
    new = re.sub(pattern, by, text, count=1, flags=re.M)
    write(path, new)
    return new != text


def edit_agreement():
    path = some("content/agreements/*/*.yaml")
    n = rnd.randrange(1000)
    what = rnd.choice([(r"\ben: (\"?)", rf"en: \1New {n} "), (r"amount: \d+", f"amount: {n}000"),
                       (r"^signed: (\d+)-\d+", rf"signed: \1-{n % 12 + 1:02d}"),
                       (r"^regions: .*$", rnd.choice(["regions: [AFR]", "regions: [EUR, CIS]"])),
                       (r"\Z", f"# {n}\n")])
    return replaced(path, *what)


def edit_partner():
    return replaced(some("content/partners/*.yaml"), r"\ben: (\"?)", rf"en: \1New {rnd.randrange(99)} ")


def withhold():
    path = some("content/agreements/*/*.yaml")
    if "publish:" in read(path):
        return replaced(path, r"^publish: .*\n", "")
    write(path, read(path) + "publish: internal\n")
    return True


def rename_agreement():
    path = some("content/agreements/*/*.yaml")
    old = os.path.basename(path)[:-5]
    new = f"{old}-x"
    write(path.replace(old, new), re.sub(r"^id: .*", f"id: {new}\nformer_ids: [{old}]", read(path), flags=re.M))
    os.remove(path)
    return True


def copy_agreement():
    path = some("content/agreements/*/*.yaml")
    old = os.path.basename(path)[:-5]
    new = f"{old}-{rnd.randrange(100)}"
    text = re.sub(r"^former_ids: .*\n", "", read(path), flags=re.M)
    write(path.replace(old, new), re.sub(r"^id: .*", f"id: {new}", text, flags=re.M))
    return True


def delete_agreement():
    os.remove(some("content/agreements/*/*.yaml"))
    return True


def edit_narrative():
    path = some("content/documents/**/*.md")
    write(path, read(path) + f"\nThis was added as {rnd.choice(['the first', 'the last'])} of all.\n")
    return True


def edit_word():
    return replaced("content/strings/en.yaml", rnd.choice([r"^(partners: \"?)", r"^(home: \"?)", r"^(agreements: \"?)"]), r"\1All ")


def edit_settings():
    return replaced("content/site.yaml", r"^(  en: .*?)(\"?)$", r"\1 anew\2")


def edit_template():
    return replaced("templates/layout.mustache", r"</main>", f"<!-- {rnd.randrange(99)} --></main>")


def edit_asset():
    path = some("templates/assets/*.css")
    write(path, read(path) + f"\n/* {rnd.randrange(99)} */\n")
    return True


def edit_style():
    return replaced("templates/document/series.yaml", r'muted: "#......"', f'muted: "#{rnd.randrange(10**6):06}"')


def stray_file():
    write("content/agreements/notes.txt", "nobody reads this")
    return True


def no_stray_file():
    if os.path.exists("content/agreements/notes.txt"):
        os.remove("content/agreements/notes.txt")
    return True


def touch():
    os.utime(some("content/**/*.yaml"))
    return True


# Each in turn, in an order of their own, so that none is left out.
CHANGES = [edit_agreement] * 6 + [edit_partner, edit_partner, withhold, rename_agreement, copy_agreement,
           delete_agreement, edit_narrative, edit_word, edit_settings, edit_template, edit_asset,
           edit_style, stray_file, no_stray_file, touch]


# --- changes of what was built ---

def outputs():
    return sorted(p for p in glob.glob("over/output/**/*", recursive=True) if os.path.isfile(p))


def change_output():
    path = rnd.choice(outputs())
    size = os.path.getsize(path)
    with open(path, "r+b") as f:  # as long as it was
        f.seek(rnd.randrange(size) if size else 0)
        f.write(b"~")
    return True


def delete_output():
    os.remove(rnd.choice(outputs()))
    return True


def restore_times():
    """Changed, and given its old time of modification: only the time of change tells."""
    path = rnd.choice(outputs())
    st = os.stat(path)
    with open(path, "r+b") as f:
        f.write(b"~")
    os.utime(path, ns=(st.st_atime_ns, st.st_mtime_ns))
    return True


def kept():
    """The file that says how over/output was left; its second line names the folder."""
    for path in glob.glob(os.environ["XDG_CACHE_HOME"] + "/accord/*"):
        with open(path, "rb") as f:
            if f.read().split(b"\n")[1].endswith(b"/over/output"):
                return path
    return None


def forget():
    os.remove(kept())
    return True


def garble():
    path = kept()
    with open(path, "rb") as f:
        text = f.read()
    with open(path, "wb") as f:
        f.write(text[:rnd.randrange(len(text))])
    return True


def move_output():
    """A copy has other inodes and times."""
    shutil.copytree("over/output", "over/copy", symlinks=True)
    shutil.rmtree("over/output")
    os.rename("over/copy", "over/output")
    return True


def kill():
    edit_agreement()
    child = subprocess.Popen(command(2), cwd="over", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(rnd.random() * 0.4)
    child.send_signal(signal.SIGKILL)
    child.wait()
    return True


TAMPERING = [change_output, delete_output, restore_times, forget, garble, move_output, kill]


# --- steps ---

def step(i, change, tampered):
    over, clean = build("over", rnd.choice([1, 2, 3])), None
    shutil.rmtree("clean", ignore_errors=True)
    clean = build("clean", rnd.choice([1, 2, 4]))
    name = f"{i}: {change.__name__.replace('_', ' ')}"
    if over[0] != clean[0] or (not tampered and over != clean):
        answers.told(False, name, f"{over} and {clean}")
        return
    if over[0] != 0:
        now = tree("over/output")
        answers.told(now == step.before, f"{name} (a fault): the earlier output stands", differing(now, step.before))
        return
    a, b = tree("over/output"), tree("clean/output")
    answers.told(a == b and len(a) > 100, name, differing(a, b))
    step.before = a


def again(i):
    """What stands is not touched, and the same is said of it."""
    first = build("over", 2)
    times = {p: os.stat(p).st_ctime_ns for p in outputs()}
    second = build("over", 2)
    answers.told(first == second and times == {p: os.stat(p).st_ctime_ns for p in outputs()}, f"{i}: again",
                 f"{first} and {second}")


def in_turn(changes):
    while True:
        yield from rnd.sample(changes, len(changes))


step.before = {}
step(0, touch, False)
change_next, tamper_next = in_turn(CHANGES), in_turn(TAMPERING)
for i in range(1, steps + 1):
    saved = f"saved{i}"
    shutil.copytree("content", saved)
    tampering = i % 4 == 0
    change = next(tamper_next if tampering else change_next)
    if not any(change() for _ in range(50)):
        answers.told(False, f"{i}: {change.__name__}", "there is nothing that it could change")
    step(i, change, tampering)
    if build("over", 1)[0] != 0:  # the next changes are to be seen
        shutil.rmtree("content")
        os.rename(saved, "content")
        step(i, lambda: None, False)
    else:
        shutil.rmtree(saved)
    if i % 5 == 0:
        again(i)
answers.told(kept() is not None, "what stands is kept in mind")


# --- the system fails ---

def first_child(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as f:
            return int((f.read().split() or ["0"])[0])
    except OSError:
        return 0


def failing(jobs, trouble, kind=None, limit=None):
    """A build of a change that meets trouble: its exit status and messages; the output stands."""
    def limited():
        if kind is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # Python ignores it, and hands that down
            resource.setrlimit(kind, (limit, limit))
    edit_settings()
    child = subprocess.Popen(command(jobs), cwd="over", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                             text=True, preexec_fn=limited)
    while child.poll() is None and trouble and not trouble(child.pid):
        pass
    return child.communicate()[1], child.returncode


def kill_worker(pid):
    worker = first_child(pid)
    if worker:
        time.sleep(0.01)
        try:
            os.kill(worker, signal.SIGKILL)
        except OSError:
            pass
    return worker


for _ in range(20):  # one that was done already is killed in vain
    step.before = tree("over/output")
    said, status = failing(2, kill_worker)
    if status != 0:
        break
answers.told(status == 3 and "[worker-ended]" in said and tree("over/output") == step.before,
             "a worker is killed: it is told, and the output stands", f"{status} {said}")
for jobs in (1, 2):
    for kind, limit, word in ((resource.RLIMIT_FSIZE, 20000, "File too large"),
                              (resource.RLIMIT_NOFILE, 10, "Too many open files")):
        said, status = failing(jobs, None, kind, limit)
        answers.told(status == 3 and word in said and tree("over/output") == step.before and
                     not os.path.exists("over/output/.accord/new"),
                     f"the system refuses: it is told, and the output stands ({word}, {jobs})", f"{status} {said}")
step(steps + 1, edit_settings, False)
sys.exit(answers.failed != 0)
