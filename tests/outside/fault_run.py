"""What faults.py and kills.py share: a place of its own, commands under the shim."""
import errno
import os
import shutil
import signal
import struct
import subprocess

SECONDS = 120  # longer is a hang
# As in fault.c, whose counters are these.
CALLS = ["malloc", "write", "read", "open", "create", "close", "rename", "link", "unlink", "mkdir", "fsync", "stat",
         "mmap", "fork", "pipe", "truncate", "readdir", "lock"]
COUNTER = struct.Struct(f"{2 + 2 * len(CALLS)}Q")
PATH, PATHS = struct.Struct("3Q"), 1 << 18


def leftovers(output):
    """What a commit that was interrupted left: beside the output and in its .accord/."""
    parent, name = os.path.split(os.path.abspath(output))
    left = [e for e in os.listdir(parent) if e.endswith(".accord-new")]
    state = os.path.join(output, ".accord")
    if os.path.isdir(state):
        left += [e for e in os.listdir(state) if e not in ("lock", "manifest", "edited")]
    return left


class Place:
    """A folder with content/, templates/, and the shim's counter."""

    def __init__(self, accord, shim, root, where):
        self.accord, self.shim, self.where = accord, shim, where
        os.makedirs(where)
        shutil.copytree(f"{root}/tests/golden/small/content", f"{where}/content")
        shutil.copytree(f"{root}/content/strings", f"{where}/content/strings")
        shutil.copytree(f"{root}/templates", f"{where}/templates")
        self.edit("content/site.yaml", "languages: [en, es]", "languages: [en]")
        os.mkdir(f"{where}/tmp")
        self.counter, self.paths = f"{where}/counter", f"{where}/paths"

    def path(self, name):
        return os.path.join(self.where, name)

    def edit(self, name, old, new):
        with open(self.path(name), encoding="utf-8") as f:
            text = f.read()
        assert old in text, f"{old} is not in {name}"
        with open(self.path(name), "w", encoding="utf-8") as f:
            f.write(text.replace(old, new, 1))

    def begin(self, arguments, fault=None, paths=False, **more):
        env = dict(os.environ, XDG_CACHE_HOME=self.path("cache"), TMPDIR=self.path("tmp"))
        if fault is not None:
            with open(self.counter, "wb") as f:
                f.write(bytes(COUNTER.size))
            env.update({f"FAULT_{k}": str(v) for k, v in fault.items()},
                       LD_PRELOAD=self.shim, FAULT_COUNTER=self.counter)
        if paths:
            with open(self.paths, "wb") as f:
                f.truncate(PATH.size * PATHS)
            env["FAULT_PATHS"] = self.paths
        return subprocess.Popen([self.accord] + arguments, cwd=self.where, env=env, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, **more)

    def run(self, arguments, fault=None, paths=False):
        """Exit status (negative: a signal; None: it hung) and what was said."""
        child = self.begin(arguments, fault, paths)
        try:
            out, err = child.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.communicate()
            return None, ""
        return child.returncode, err.decode(errors="replace")

    def counted(self):
        """Calls, and those that failed."""
        with open(self.counter, "rb") as f:
            return COUNTER.unpack(f.read())[:2]

    def seen(self, call, whose):
        """Calls of a kind: of the program, of the libraries, of both."""
        with open(self.counter, "rb") as f:
            libraries, program = COUNTER.unpack(f.read())[2 + 2 * CALLS.index(call):][:2]
        return {"program": program, "libraries": libraries, "": program + libraries}[whose]

    def ends_of_paths(self, last):
        """Of each chain of callers that the last run with paths noted, the first call, and the last one if wanted."""
        with open(self.paths, "rb") as f:
            chains = [p[1:] for p in PATH.iter_unpack(f.read()) if p[0]]
        return sorted({at for ends in chains for at in (ends if last else ends[:1])})

    def forget(self):
        """Nothing of earlier builds is kept in mind."""
        shutil.rmtree(self.path("cache"), ignore_errors=True)

    def lay(self, name, kept):
        """The folder as it was kept: other links of the same files, which are never written to."""
        shutil.rmtree(self.path(name), ignore_errors=True)
        if os.path.isdir(self.path(kept)):
            subprocess.run(["cp", "-al", self.path(kept), self.path(name)], check=True)


def even(n, most):
    """At most so many of 1 to n, evenly apart, with the first and the last."""
    if n <= most:
        return list(range(1, n + 1))
    if most == 1:
        return [(n + 1) // 2]
    return sorted({1 + round(i * (n - 1) / (most - 1)) for i in range(most)})


def error_number(name):
    return getattr(errno, name)
