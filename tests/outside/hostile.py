"""hostile.py ACCORD ROOT [NAME...] - hostile input, and what is said of it (run by hostile.sh in an empty folder).

A case is a name, what changes a small content, the command, how it has to end, and what has to be told:
"path:line [slug]", with no line where it is about a file as a whole.  Each case prints a result; one is that
of all else: what stands beside the content is as it was.  LONG=1 adds cases that take seconds each.
"""
import os
import pathlib
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys

from answers import Answers

accord, root = sys.argv[1], pathlib.Path(sys.argv[2])
chosen = sys.argv[3:]
base = root / "tests/golden/small/content"
AGREEMENT = "agreements/2024/bdt-2024-001.yaml"
PAPER = "documents/yearly/en/01-results.md"
MEMORY = 2 << 30
SECONDS = 60
CPU_SECONDS = 10
MB = 1024 * 1024
cases = []
answers = Answers("hostile")


def case(name, change, said, command="check", status=1):
    cases.append((name, change, said, command, status))


def write(path, text):
    def change(content):
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text() if callable(text) else text, newline="")
    return change


def edit(path, old, new):
    def change(content):
        text = (content / path).read_text()
        assert old in text
        (content / path).write_text(text.replace(old, new() if callable(new) else new, 1))
    return change


def markdown(text):
    return write(PAPER, lambda: "# Results\n\n" + text() + "\n")


def link(path, target):
    def change(content):
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        if (content / path).is_dir():
            shutil.rmtree(content / path)
        (content / path).unlink(missing_ok=True)
        (content / path).symlink_to(target)
    return change


def listening(content):
    here = os.getcwd()
    os.chdir(content / "partners")
    socket.socket(socket.AF_UNIX).bind("s.yaml")
    os.chdir(here)


def sparse(content):
    with open(content / AGREEMENT, "r+b") as f:
        f.truncate(3 << 30)


def much(content, path="history/{}.yaml"):
    for i in range(90):
        file = content / path.format(1900 + i)
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"# " + b"x" * (6 * MB) + b"\n")


def many_times(content):
    (content / "partners/z.yaml").write_bytes(b"# \xff" + b"x" * (8 * MB - 9) + b"\n")
    for i in range(400):
        (content / f"partners/z{i}.yaml").symlink_to("z.yaml")


def crowd(content):
    (content / "pages/crowd").mkdir()
    for i in range(200_001):
        (content / f"pages/crowd/{i}").touch()


def crowd_of_partners(content):
    one = (content / "partners/sample-company-02.yaml").read_text()
    for i in range(3000):
        text = one.replace("sample-company-02", f"sample-company-{1000 + i}").replace('name: "', f'name: "{i} ')
        (content / f"partners/sample-company-{1000 + i}.yaml").write_text(text)


TITLE = '"Sample project: “early warnings” – phase 1"'

# --- YAML ---
case("a bomb of aliases", write(AGREEMENT, "a: &a [x, x]\n" + "".join(
    f"b{i}: &b{i} [*{f'b{i - 1}' if i else 'a'}, *{f'b{i - 1}' if i else 'a'}]\n" for i in range(60))),
    f"{AGREEMENT}:1 [yaml-anchor]")
case("a million brackets", write(AGREEMENT, lambda: "id: " + "[" * 1_000_000), f"{AGREEMENT}:1 [too-deep]")
case("maps within maps", write(AGREEMENT, lambda: "".join(" " * i + "a:\n" for i in range(3000))),
     f"{AGREEMENT}:64 [too-deep]")
case("a hundred thousand keys", write(AGREEMENT, lambda: "".join(f"k{i}: 1\n" for i in range(100_000))),
     f"{AGREEMENT}:1 [too-many-items]")
case("a list of a million", edit(AGREEMENT, '[KE, "NO"]', lambda: "[" + "KE, " * 1_000_000 + "NO]"),
     f"{AGREEMENT}:16 [too-many-items]")
case("a key a hundred thousand times", write(AGREEMENT, lambda: "id: a\n" * 100_000),
     f"{AGREEMENT} [too-many-faults]")
case("a file of 3 GB", sparse, f"{AGREEMENT} [file-too-large]")
case("a title of one word", edit(AGREEMENT, TITLE, "x" * 100_000), f"{AGREEMENT}:3 [text-too-long]")
case("an id of 100,000 letters", edit(AGREEMENT, "id: bdt-2024-001", "id: " + "a" * 100_000),
     f"{AGREEMENT}:1 [text-too-long]")
case("an amount of 10,000 digits", edit(AGREEMENT, "1250000.55", "9" * 10_000), f"{AGREEMENT}:12 [amount-range]")
case("a year of 14 digits", edit(AGREEMENT, "2024-03-14", "99999999999999-01-01"), f"{AGREEMENT}:7 [bad-date]")
case("an agreement within itself", edit(AGREEMENT, "parent: bdt-2023-001", "parent: bdt-2024-001"),
     f"{AGREEMENT}:6 [agreement-cycle]")

case("a list of misspelt partners", lambda content: (
    crowd_of_partners(content), edit(AGREEMENT, "partners: [", lambda: "partners: [" + "".join(
        f"sample-cmpany-{i}, " for i in range(9900)))(content)), f"{AGREEMENT} [too-many-faults]")
case("a history of misspelt figures of partners", lambda content: (
    crowd_of_partners(content), write("history/1990.yaml", lambda: "year: 1990\nsource: x\nfigures:\n" + "".join(
        f"  partners.x{i}.contributions: 1\n" for i in range(9990)))(content)), "history/1990.yaml [too-many-faults]")

case("8 MB that are no text, under 400 names", many_times, " [content-too-large]")

# --- CSV ---
RATES = "rates/sample.csv"
HEAD = "currency,effective_date,units_per_usd,sample,source\n"
case("a cell of a megabyte", write(RATES, lambda: HEAD + "EUR,2024-01-01," + "9" * MB + ",true,x\n"),
     f"{RATES}:2 [bad-rate]")
case("a quote never closed", write(RATES, lambda: HEAD + 'EUR,2024-01-01,"0.9' + ",x\n" * 500_000),
     f"{RATES}:2 [csv-quote]")
case("a row of a million cells", write(RATES, lambda: HEAD + "EUR" + "," * 1_000_000 + "\n"), f"{RATES}:2 [csv-columns]")
case("a first row of a million cells", write(RATES, lambda: HEAD[:-1] + "," * 1_000_000 + "\n"),
     f"{RATES}:1 [csv-columns]")
case("currencies that are none by the hundred thousand", write(RATES, lambda: HEAD + "".join(
    f"E{i},2024-01-01,1,true,x\n" for i in range(100_000))), f"{RATES} [too-many-faults]")
case("faulty rows by the hundred thousand", write(RATES, lambda: HEAD + "x,y\n" * 300_000),
     f"{RATES} [too-many-faults]")

# --- Markdown ---
case("quotations within each other", markdown(lambda: ">" * 50_000 + " x"), f"{PAPER}:3 [too-deep]")
case("lists within each other", markdown(lambda: "- " * 50_000 + "x"), f"{PAPER}:3 [too-deep]")
case("emphases within each other", markdown(lambda: "*a " * 5000 + "b*" * 5000), f"{PAPER}:3 [too-deep]")
case("a table of 40,000 rows", markdown(lambda: "|a|b|\n|-|-|\n" + "|c|d|\n" * 40_000), f"{PAPER}:4 [table-too-large]")
case("a table filled up by cmark", markdown(lambda: "|" + "a|" * 5000 + "\n|" + "-|" * 5000 + "\n" + "b\n" * 5000),
     f"{PAPER}:4 [table-too-large]")
case("an address of 100 kB, 5,000 times",
     markdown(lambda: "[x]: https://e.org/" + "u" * 100_000 + "\n\n" + "[x] " * 5000), f"{PAPER}:3 [links-too-long]")
case("an address without end", markdown(lambda: "www." * 50_000), f"{PAPER}:3 [link-too-long]")
case("a heading of 10,000 words", markdown(lambda: "## " + "word " * 10_000), f"{PAPER}:3 [text-too-long]")
case("a million words", markdown(lambda: "word " * 1_000_000), f"{PAPER}:1 [text-too-long]")
case("names repeated to gigabytes", lambda content: (
    edit("partners/sample-company-02.yaml", 'name: "', 'name: "' + "W" * 1900)(content),
    markdown(lambda: "{{partner.sample-company-02}} " * 5000)(content)), f"{PAPER}:3 [text-too-long]")
case("sections within each other", markdown(lambda: "{{#a}}" * 10_000), f"{PAPER}:3 [template-nesting]")
case("HTML that opens 50,000 times", markdown(lambda: "<!--" * 50_000), f"{PAPER}:3 [raw-html]")
case("a tag that is misspelt 6,000 times", lambda content: (
    crowd_of_partners(content), markdown(lambda: "{{2024.partners.x.contributions}} " * 6000)(content)),
    f"{PAPER} [too-many-faults]")
case("a table of 60 columns", markdown(lambda: "| a " * 60 + "|\n" + "| - " * 60 + "|\n" + "| words " * 60 + "|"),
     f"{PAPER}:3 [table-too-wide]", "build")
case("a hundred thousand lines of code", markdown(lambda: "```\n" + "x\n" * 100_000 + "```"), None, "build", 0)
case("80,000 breaks in a paragraph", markdown(lambda: "a\\\n" * 80_000 + "b"), None, "build", 0)
case("a page that is one word", markdown(lambda: "x" * 100_000), None, "build", 0)
case("a hundred thousand brackets", markdown(lambda: "[" * 100_000), None, "build", 0)
if os.environ.get("LONG"):
    case("5,000 footnotes", markdown(lambda: " ".join(f"a[^{i}]" for i in range(5000)) + "\n\n" + "\n".join(
        f"[^{i}]: note\n" for i in range(5000))), None, "build", 0)
    case("20,000 items", markdown(lambda: "- x\n" * 20_000), None, "build", 0)
    case("a cell taller than pages", markdown(lambda: "|a|b|\n|-|-|\n|" + "word " * 20_000 + "|c|"), None, "build", 0)
    case("540 MB of content", much, " [content-too-large]")
    case("540 MB that are no records", lambda content: much(content, "other/{}.yaml"), " [content-too-large]",
         "diff content content")
    case("200,001 files", crowd, " [files-too-many]")

# --- what is no file, and leads elsewhere ---
for arguments in ("import fifo", "import outside/list.csv --map fifo", "import outside/list.csv --contributions fifo",
                  "render fifo --data outside/list.csv", "render outside/list.csv --data fifo",
                  "strings import fifo", "import /dev/zero", "import socket"):
    case(f"a pipe or a device is named: {arguments}", lambda content: None, " [file-unreadable]", arguments, 3)
for name, status in {"manifest": 3, "lock": 3, "journal": 3, "journal.new": 0, "edited": 0}.items():
    case(f"a pipe among what accord keeps in the output: {name}", lambda content, name=name: (
        os.makedirs("output/.accord"), os.mkfifo(f"output/.accord/{name}")),
        f"output/.accord/{name} [publish-io]" if status else None, "build", status)
case("a pipe as the content", lambda content: None, None, "check --content fifo", 3)
case("a pipe", lambda content: os.mkfifo(content / "partners/p.yaml"), "partners/p.yaml [special-file]")
case("a socket", listening, "partners/s.yaml [special-file]")
case("a folder named as a file", lambda content: (content / "partners/x.yaml").mkdir(), "partners/x.yaml [unread-record]")
case("a device", link("partners/z.yaml", "/dev/zero"), "partners/z.yaml [link-outside]")
case("a link to a file outside", link(AGREEMENT, "../../../outside/secret.yaml"), f"{AGREEMENT} [link-outside]", "build")
case("a link to a folder outside", link("stories", "../outside"), "stories [link-outside]", "build")
case("a link to settings outside", link("site.yaml", "../outside/secret.yaml"), "site.yaml [link-outside]", "build")
case("a text outside", link("documents/yearly/en/03-x.md", "/etc/passwd"), "documents/yearly/en/03-x.md [link-outside]", "build")
case("a link that leads nowhere", link("partners/z.yaml", "nowhere"), "partners/z.yaml [link-broken]")
case("a link to itself", link("partners/z.yaml", "z.yaml"), "partners/z.yaml [link-broken]")
case("folders in a circle", link("pages/regions/AFR/self", "../.."), "pages/regions/AFR/self [link-to-folder]")
case("folders 300 deep", lambda content: (content / ("pages" + "/d" * 300)).mkdir(parents=True),
     "pages" + "/d" * 8 + " [folders-too-deep]")
case("ids that climb", edit(AGREEMENT, "id: bdt-2024-001", "id: ../../x"), f"{AGREEMENT}:1 [bad-id]")
for i, former in enumerate(["../../x", "/etc/x", "..", "a/b", "a\\\\b", "%2e%2e", "a.html", "a\\0b"]):
    case(f"a former id that climbs ({i + 1})", lambda content, former=former: edit(
        AGREEMENT, "kind: project-document", f'kind: project-document\nformer_ids: ["{former}"]')(content),
        f"{AGREEMENT}:" + (" [control-character]" if "\\0" in former else "6 [bad-id]"), "build")
case("a page that climbs", write("pages/%2e%2e/en.md", "---\ntitle: x\n---\n"), "pages/%2e%2e [bad-id]", "build")
case("import through a link", link("agreements/2025", "../../outside"), "agreements/2025 [link-outside]", "import")

# --- names and characters ---
for name, text in {"a line": b"a\nb.yaml", "an escape": b"a\033[31mb.yaml", "no UTF-8": b"a\xff.yaml",
                   "an override": "a\u202eb.yaml".encode(), "250 bytes": b"a" * 245 + b".yaml"}.items():
    case(f"a name of {name}", lambda content, text=text: open(os.fsencode(content / "partners") + b"/" + text, "w").close(),
         " [bad-file-name]")
case("an override in a title", edit(AGREEMENT, "Sample project", "Sam\u202eple"), f"{AGREEMENT}:3 [bidi-character]")
case("an override as an escape", edit(AGREEMENT, "Sample project", "Sam\\u202eple"), f"{AGREEMENT}:3 [bidi-character]")
case("an override in a comment", edit(AGREEMENT, "kind:", "# \u202e\nkind:"), f"{AGREEMENT}:5 [bidi-character]")
case("an override in Markdown", markdown(lambda: "a &#x202e; b"), f"{PAPER}:3 [bidi-character]", "build")
case("an isolate without end", markdown(lambda: "a \u2067 b"), f"{PAPER}:3 [bidi-unpaired]")

for target in "#section-99", "#main", "#", "javascript:x":
    case(f"a link to nowhere in a paper ({target})", markdown(lambda target=target: f"[z]({target})"),
         f"{PAPER}:3 [bad-link]", "build")


def limits():
    os.setsid()
    if "sanitized" not in accord:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def run(command):
    words = command.split()
    args = [accord, words[0], "--content", "content", "--templates", str(root / "templates"), "--color", "never", *words[1:]]
    if command == "build":
        args += ["--output", "output"]
    if command == "import":
        args[2:2] = ["outside/list.csv"]
    with open("err", "wb") as err, open("out", "wb") as out:
        p = subprocess.Popen(args, stdout=out, stderr=err, preexec_fn=limits)
        try:
            return p.wait(SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(p.pid, signal.SIGKILL)
            p.wait()
            return "a minute and no end"


def is_said(said, text):
    """Whether a report of this place and slug is there, with its hint."""
    place, slug = said.rsplit(" ", 1)
    lead = "" if place.startswith("output/") else "content/?"
    return re.search(rf"^{lead}{re.escape(place)}\b.*{re.escape(slug)}\n", text, re.M) if place \
        else slug + "\n" in text


def outside():
    return sorted((p, (pathlib.Path("outside") / p).read_bytes()) for p in os.listdir("outside"))


def one(name, change, said, command, status):
    for folder in "content", "output", "outside":
        shutil.rmtree(folder, ignore_errors=True)
    content = pathlib.Path("content")
    shutil.copytree(base, content)
    shutil.copytree(root / "content/strings", content / "strings", dirs_exist_ok=True)
    os.mkdir("outside")
    shutil.copy(base / AGREEMENT, "outside/secret.yaml")
    pathlib.Path("outside/list.csv").write_text(
        "id,title_en,kind,signed,partners\nx-1,T,mou,2025-03-01,sample-company-02\n")
    before = outside()
    change(content)
    ended = run(command)
    text = pathlib.Path("err").read_text(errors="replace")
    if ended != status:
        return f"ended with {ended}, not {status}: {text[-400:]}"
    if said and not is_said(said, text):
        return f"{said} is not told: {text[-600:]}"
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text):
        return "a character that acts on a terminal is told as it is"
    if "fault of accord" in text:
        return f"accord takes the blame: {text[-600:]}"
    if outside() != before:
        return "something outside was changed"
    if status and os.path.exists("output/site"):
        return "something was published"
    return None


os.mkfifo("fifo")
socket.socket(socket.AF_UNIX).bind("socket")
for wanted in cases:
    if chosen and wanted[0] not in chosen:
        continue
    why = one(*wanted)
    answers.told(not why, wanted[0], why)
