"""pdf_text.py PAGE.html MODE TEXT - does the text taken out of a PDF say what its page says?

PAGE.html is the document as a page of the site, TEXT what pdftotext got out of the PDF, MODE
how: plain, layout or raw.  Each paragraph, heading and item of a list has to be there, its words
one after the other and nothing between them, but for the turn of a page.  Chinese is compared
by characters, and may have a space within a line only where the page has one (except in
layout, which makes columns of spaces).  Cells of tables, whose lines stand side by side, are
compared so in raw; else their words have to be there.  Arabic is not for raw: poppler leaves
its runs there as they stand on the page.  One line a fault; exit 1 when there is any.
"""
import html
import re
import sys
import unicodedata

GONE = re.compile(r"<(sup|script|style|svg|nav|figure)\b.*?</\1>", re.S)
TABLE = re.compile(r"<table\b.*?</table>", re.S)
BLOCK = re.compile(r"<(p|li|h[1-6]|blockquote)\b[^>]*>(.*?)</\1>", re.S)
CELL = re.compile(r"<(t[dh])\b[^>]*>(.*?)</\1>", re.S)
INLINE_END = re.compile(r"</?(br|div|p|li|ul|ol|span class=.(?:title|meta))\b[^>]*>")
WORD = re.compile("[\u0621-\u065f\u0670-\u06d3]+|(?:[^\\W\\d_\u0600-\u06ff]\u0301?)+")
HAN = "[\u3400-\u9fff]"
ENOUGH = 100  # words, or characters of Chinese, of a document


def plain(text):
    """Composed, in small letters, without marks of direction and the hyphens of line ends."""
    text = re.sub("\u00ad\\s*", "", unicodedata.normalize("NFKC", text))
    return "".join(c for c in text if unicodedata.category(c) != "Cf").lower()


def units(text, chinese):
    if chinese:
        return [c for c in text if c.isalpha()]
    return WORD.findall(text)


def text_of(markup):
    return plain(html.unescape(re.sub("<[^>]+>", "", INLINE_END.sub(" ", markup))))


class Said:
    """The text of a PDF: units of its pages, to be searched for a sequence of them."""

    def __init__(self, text, chinese):
        self.page = [units(p, chinese) for p in text.split("\f")]
        self.all = [u for p in self.page for u in p]
        self.set = set(self.all)
        self.starts = {}
        for n, p in enumerate(self.page):
            for i, u in enumerate(p):
                self.starts.setdefault(u, []).append((n, i))

    def run(self, wanted, page, at):
        """How many of the wanted stand one after the other there."""
        n, units_there = 0, self.page[page]
        while n < len(wanted) and at + n < len(units_there) and units_there[at + n] == wanted[n]:
            n += 1
        return n

    def has(self, wanted):
        best = 0
        for page, at in self.starts.get(wanted[0], []):
            n = self.run(wanted, page, at)
            best = max(best, n)
            if n == len(wanted) or self.goes_on(wanted[n:], page + 1):
                return True, best
        return False, best

    def goes_on(self, rest, page):
        """Is the rest of a paragraph on the next page, or on the next two?"""
        if page >= len(self.page):
            return False
        for there, at in self.starts.get(rest[0], []):
            if there != page:
                continue
            n = self.run(rest, page, at)
            if n == len(rest) or (n > len(self.page[page]) // 2 and self.goes_on(rest[n:], page + 1)):
                return True
        return False


def spaced(block, said):
    """Spaces between two characters of Chinese that the page does not have."""
    inner = {x + y for x, y in zip(block, block[1:])}
    allowed = {block[i] + block[i + 2] for i in range(len(block) - 2) if block[i + 1] == " "}
    return [m.group() for m in re.finditer(f"{HAN} +(?={HAN})", said)
            if (pair := m.group()[0] + said[m.end()]) in inner and pair not in allowed]


def main():
    page = open(sys.argv[1], encoding="utf-8").read()
    mode = sys.argv[2]
    said = open(sys.argv[3], encoding="utf-8", errors="replace").read()
    said = plain(said)
    article = page[page.index('<article class="writing">'):page.index("</article>")]
    article = GONE.sub(" ", article[article.index("</header>"):])
    article = re.sub('<p class="files">.*?</p>', "", article)
    blocks = [text_of(b) for _, b in BLOCK.findall(TABLE.sub(" ", article))]
    cells = [text_of(c) for t in TABLE.findall(article) for _, c in CELL.findall(t)]
    chinese = len(re.findall(HAN, said)) > 100
    text = Said(said, chinese)
    faults, count = [], 0
    for block in blocks + cells:
        wanted = units(block, chinese)
        count += len(wanted)
        if not wanted:
            continue
        whole, n = text.has(wanted)
        lost = [w for w in wanted if w not in text.set]
        if lost:
            faults.append(f"lost: {' '.join(lost[:8])}")
        elif not whole and (mode == "raw" or block in blocks):
            faults.append(f"parted after {n} of {len(wanted)}: {' '.join(wanted[max(0, n - 3):n + 4])}")
        if chinese and mode != "layout":
            faults += [f"a space after {s}in: {block[:20]}" for s in spaced(block, said)[:1]]
    if count < ENOUGH:
        faults.append(f"there are only {count} words to look for")
    print("\n".join(faults[:20]), end="\n" if faults else "")
    sys.exit(1 if faults else 0)


main()
