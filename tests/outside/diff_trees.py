"""Commits of few objects that are much: trees which name one object time and again.  Run in a repository, by diff.sh.

Each is tagged, and is the content of HEAD with one entry more, or another.
"""
import subprocess

EIGHT_MB = 8 * 1024 * 1024


def git(*words, given=b""):
    return subprocess.run(["git", *words], input=given, stdout=subprocess.PIPE, check=True).stdout.decode().strip()


def blob(text):
    return git("hash-object", "-w", "--stdin", given=text)


def tree(entries):
    """As it is given: git mktree would take minutes for some of these."""
    rows = [mode + b" " + name + b"\0" + bytes.fromhex(sha) for mode, name, sha in entries]
    return git("hash-object", "-w", "-t", "tree", "--literally", "--stdin", given=b"".join(rows))


def folder(name, sha):
    return (b"40000", name, sha)


def file(name, sha):
    return (b"100644", name, sha)


def content():
    for row in git("ls-tree", "HEAD:content").splitlines():
        mode, _, sha, name = row.replace("\t", " ").split(" ", 3)
        yield mode.lstrip("0").encode(), name.encode(), sha


def tag(name, entry):
    """Git sorts folders as if their names ended in a slash; none here makes a difference."""
    others = [e for e in content() if e[1] != entry[1]]
    top = tree([folder(b"content", tree(sorted(others + [entry], key=lambda e: e[1])))])
    git("tag", name, git("commit-tree", top, "-m", name))


small = blob(b"id: x\n")
nested = tree([file(b"x.yaml", small)])
for _ in range(6):
    nested = tree([folder(b"%02d" % i, nested) for i in range(60)])
tag("bomb", folder(b"pages", nested))

crowd = tree([file(b"%07d" % i, small) for i in range(3_000_000)])
tag("crowd", folder(b"other", crowd))

large = blob(b"#" * (EIGHT_MB - 1))
tag("large", folder(b"other", tree([file(b"%04d.yaml" % i, large) for i in range(3000)])))
tag("link", (b"120000", b"other", large))
tag("huge", file(b"site.yaml", blob(b"#" * (4 * EIGHT_MB))))

deep = tree([file(b"x.yaml", small)])
for _ in range(300):
    deep = tree([folder(b"d", deep)])
tag("deep", folder(b"pages", deep))
