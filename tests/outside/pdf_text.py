"""pdf_text.py PAGE.html TEXT [SHARE] - does the text taken out of a PDF say what its page says?

PAGE.html is the document as a page of the site, TEXT what a reader got out of the PDF
(pdftotext, with or without -raw).  Every word of the page's prose has to be there, and of two
words that follow each other SHARE % (95) have to do so in the PDF: lines, pages, footnotes and
running heads come between some.  Chinese, which has no spaces, is compared by threes of
characters.  One line a fault; exit 1 when there is any.
"""
import html
import re
import sys
import unicodedata

GONE = re.compile(r"<(sup|script|style|svg|nav|figure|table)\b.*?</\1>", re.S)
BLOCK = re.compile(r"<(p|li|h[1-6]|blockquote)\b[^>]*>(.*?)</\1>", re.S)


def plain(text):
    """Composed, in small letters, without marks of direction and the hyphens of line ends."""
    text = re.sub("\u00ad\\s*", "", unicodedata.normalize("NFKC", text))
    return "".join(c for c in text if unicodedata.category(c) != "Cf").lower()


def pieces(text):
    if re.search("[\u4e00-\u9fff]", text):
        text = "".join(c for c in text if c.isalpha())
        return [text[i:i + 3] for i in range(len(text) - 2)]
    return re.findall(r"[^\W\d_](?:[^\W\d_]|\u0301|[\u064b-\u0652])*", text)


def main():
    page = open(sys.argv[1], encoding="utf-8").read()
    said = plain(open(sys.argv[2], encoding="utf-8", errors="replace").read())
    share = float(sys.argv[3]) if len(sys.argv) > 3 else 95
    article = page[page.index('<article class="writing">'):page.index("</article>")]
    article = re.sub('<p class="files">.*?</p>', "", article[article.index("</header>"):])
    blocks = [plain(html.unescape(re.sub("<[^>]+>", "", b)))
              for _, b in BLOCK.findall(GONE.sub(" ", article))]
    got = pieces(said)
    words, pairs = set(got), set(zip(got, got[1:]))
    wanted = [pieces(b) for b in blocks]
    lost = sorted({w for b in wanted for w in b if w not in words})
    couples = [c for b in wanted for c in zip(b, b[1:])]
    found = sum(c in pairs for c in couples)
    chinese = any(len(w) == 3 and "\u4e00" <= w[0] <= "\u9fff" for w in got[:200])
    if lost and not chinese:
        print(f"{len(lost)} words are not in the text: {' '.join(lost[:8])}")
    if len(couples) < 100:
        print(f"there are only {len(couples)} words to look for")
    elif 100 * found < share * len(couples):
        parted = [" ".join(c) for c in couples if c not in pairs][:5]
        print(f"{100 * found / len(couples):.1f} % of words follow each other: {', '.join(parted)}")
    few = len(couples) < 100 or 100 * found < share * len(couples)
    sys.exit(1 if few or (lost and not chinese) else 0)


main()
