"""Files as these scripts read, write and compare them."""
import hashlib
import os


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def write(path, text):
    """With the folders that it is in."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def tree(folder, own=".accord"):
    """Path to sum of all files, with folders and links, without accord's own folder."""
    found = {}
    for path, folders, files in os.walk(folder):
        if path == folder and own in folders:
            folders.remove(own)
        for name in folders + files:
            at = os.path.join(path, name)
            if os.path.islink(at):
                found[os.path.relpath(at, folder)] = "-> " + os.readlink(at)
            elif name in files:
                with open(at, "rb") as f:
                    found[os.path.relpath(at, folder)] = hashlib.sha256(f.read()).hexdigest()
            else:
                found[os.path.relpath(at, folder)] = "folder"
    return found


def differing(a, b):
    """The first of the paths at which two trees differ."""
    return sorted(p for p in a.keys() | b.keys() if a.get(p) != b.get(p))[:4]
