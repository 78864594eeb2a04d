"""The search index: its bytes, and how long answers take in a browser, against bare work.

    bench_search.py SITE N

SITE is a site with N agreements in English.  Bytes stand beside those of the titles and names alone;
answers (typing, results and counts on the page, all objectives read) beside one bare pass over the
titles and objectives for the same words.
"""
import glob
import gzip
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

site, n = sys.argv[1:]
QUERIES = ["rural schools", "d", "digital", "digtal skills", "spectrum managment", "sample university", "xqzptlkw",
           "networks of the rural"]
PROBE = """
addEventListener("load", () => {
  const input = document.querySelector("main input[type=search]"), texts = window.bare;
  const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  const time = (work) => { const from = performance.now(); work(); return performance.now() - from; };
  const out = window.queries.map((q) => {
    /* Once only: asked again, it would remember. */
    input.value = q;
    const ours = time(() => input.dispatchEvent(new Event("input", { bubbles: true })));
    return [q, ours, median([1, 2, 3].map(() => time(() => texts.filter((t) => t.toLowerCase().includes(q)))))];
  });
  document.documentElement.textContent = "SEEN" + JSON.stringify(out) + "NEES";
});
"""


def call(path):
    text = open(path, encoding="utf-8").read()
    return json.loads("[" + text[text.index("(") + 1:text.rindex(")")] + "]")


def packed(path):
    return len(gzip.compress(open(path, "rb").read(), 9))


[path] = glob.glob(os.path.join(site, "assets", "search-en.????????.js"))
chunks = sorted(glob.glob(os.path.join(site, "assets", "search-en-*.js")))
index = call(path)[0]
names = index["agreements"]["title"] + index["partners"]["title"]
names += [x for key in ("names", "former") for own in index["partners"][key] for x in own or []]
alone = len(gzip.compress("\n".join(names).encode(), 9))
print(f"{n:>6} agreements: index {packed(path)} bytes gzipped, {packed(path) / alone:.2f} times its "
      f"names and titles alone; {len(chunks)} files of texts, {sum(map(packed, chunks))} bytes")

browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if not browser:
    sys.exit(0)
bare = names + [e[0] for c in chunks for e in call(c)[1] if e]
page = os.path.join(site, "en", "search", "bench.html")
with open(page, "w", encoding="utf-8") as f:
    f.write(open(os.path.join(site, "en", "search", "index.html"), encoding="utf-8").read())
    f.write("".join(f'<script defer src="../../assets/{os.path.basename(c)}"></script>' for c in chunks))
    f.write(f"<script>window.queries = {json.dumps(QUERIES)}; window.bare = {json.dumps(bare)};{PROBE}"
            "</script>")
with tempfile.TemporaryDirectory() as profile:
    dom = subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                          "--disable-background-networking", f"--user-data-dir={profile}", "--dump-dom",
                          f"file://{os.path.abspath(page)}"], capture_output=True, text=True,
                         check=False).stdout
os.remove(page)
for q, ours, own in json.loads(html.unescape(re.search("SEEN(.*)NEES", dom, re.S).group(1))):
    print(f"       {q!r}: {ours:.1f} ms, {ours / max(own, 0.1):.1f} times a bare pass")
