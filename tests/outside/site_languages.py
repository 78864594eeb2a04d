"""site_languages.py SITE STRINGS - reads a built site as readers of each language do.

Every language has the same pages; each says its language and direction, and leads to itself in
all the others.  What a page says is in its language: no name of a word instead of the word, no
words of another language unless they are marked as such, no marks of another writing between
them.  Uses only Python's own library.
"""
import html
import os
import re
import subprocess
import sys
from html.parser import HTMLParser

from answers import Answers

answers = Answers("site")
VOID = set("area base br col embed hr img input link meta source track wbr".split())
RTL = {"ar"}
NOT_WORDS = {"script", "style", "code", "pre"}
WORD_NAME = re.compile(r"\b[a-z]+[0-9]*(?:_[a-z0-9]+)+\b")
CODE = re.compile("[A-Z]{3}")
# Letters of the script before a mark of another, or a space between ideographs.
MARKS = {"ar": re.compile("[\u0621-\u064a] ?[,;?]"),
         "zh": re.compile("[\u4e00-\u9fff][,;:!?]|[\u4e00-\u9fff] +[\u4e00-\u9fff]")}
MONTHS = re.compile(r"(?<![\w.])(January|February|March|April|June|July|August|September|October|November"
                    r"|December|million USD|agreements?|partners?)(?![\w.@])")


class Page(HTMLParser):
    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.root, self.texts, self.said = {}, [], []
        self.open = []  # (tag, language or None)
        self.alternates, self.switcher = {}, {}
        with open(path, encoding="utf-8") as f:
            self.feed(f.read().replace("<wbr>", ""))  # within a word
        self.close()

    def handle_starttag(self, tag, attrs):
        attr = dict(attrs)
        if tag == "html":
            self.root = attr
        lang = attr.get("lang") or attr.get("xml:lang")
        if tag not in VOID:
            self.open.append((tag, lang))
        if tag == "link" and attr.get("rel") == "alternate" and "hreflang" in attr:
            self.alternates[attr["hreflang"]] = attr.get("href", "")
        if tag == "a" and "hreflang" in attr:
            self.switcher[attr["hreflang"]] = attr.get("href", "")
        for name in ("aria-label", "data-label", "placeholder", "title", "alt"):
            if attr.get(name):
                self.keep(attr[name])

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        self.keep(data)

    def keep(self, text):
        text = " ".join(text.split())
        if not text or any(tag in NOT_WORDS for tag, _ in self.open):
            return
        langs = [lang for _, lang in self.open if lang]
        self.texts.append((langs[-1] if langs else "", text))


def words(folder, lang):
    """The words that stand as they are, and the forms that plurals choose from."""
    with open(os.path.join(folder, lang + ".yaml"), encoding="utf-8") as f:
        found = re.findall(r'(?m)^\w+: "(.*)"$', f.read())
    forms = {" ".join(form.split()) for w in found for form in re.findall(r"\{([^{}]+)\}", w)}
    return {w for w in found if "{" not in w}, forms


def pages_of(site, lang):
    pages = {}
    top = os.path.join(site, lang)
    for folder, _, files in os.walk(top):
        for name in sorted(files):
            if name.endswith(".html"):
                path = os.path.join(folder, name)
                pages[os.path.relpath(path, top)] = Page(path)
    return pages


def lacks(site, lang, path):
    """A paper that is not in a language has no page there either."""
    document = re.fullmatch("documents/([^/]+)/index.html", path)
    return bool(document) and not os.path.isfile(
        os.path.join(site, "..", "documents", "%s.%s.pdf" % (document.group(1), lang)))


def check_frame(site, all_pages):
    own, ways = [], []
    for lang, pages in all_pages.items():
        for path, page in pages.items():
            want = "rtl" if lang in RTL else "ltr"
            if page.root.get("lang") != lang or page.root.get("dir") != want:
                own.append("%s/%s" % (lang, path))
            others = set(all_pages) - {lang}
            here = os.path.join(site, lang, os.path.dirname(path))
            there = {o for o in all_pages if not lacks(site, o, path)}
            good = set(page.switcher) == others and \
                set(page.alternates) == there | {"x-default"}
            good = good and all(
                os.path.normpath(os.path.join(here, page.switcher[o])) ==
                os.path.normpath(os.path.join(site, o, path if o in there else "index.html"))
                for o in others)
            if not good:
                ways.append("%s/%s" % (lang, path))
    answers.faultless("each page says its language and its direction", own)
    answers.faultless("each page leads to itself in every other language", ways)


def check_words(folder, all_pages):
    own = {lang: words(folder, lang) for lang in all_pages}
    plain = {lang: own[lang][0] for lang in own}
    names, foreign, marks = [], [], []
    for lang, pages in all_pages.items():
        others = set().union(*(plain[o] for o in own if o != lang)).difference(*own[lang])
        for path, page in pages.items():
            where = "%s/%s" % (lang, path)
            for text_lang, text in page.texts:
                if text_lang != lang:
                    continue
                names += ["%s: %s" % (where, n) for n in WORD_NAME.findall(text)]
                if CODE.fullmatch(text):  # of a currency: the same in every language
                    continue
                if text in others or (lang not in ("en", "fr") and MONTHS.search(text)):
                    foreign.append("%s: %s" % (where, text[:60]))
                if lang in MARKS and MARKS[lang].search(text):
                    marks.append("%s: %s" % (where, MARKS[lang].search(text).group()))
    answers.faultless("no name stands for a word", names)
    answers.faultless("no word of another language is left over", foreign)
    answers.faultless("marks between words are those of the writing", marks)


NUMBER = re.compile("[0-9][0-9.,]*[0-9]")
GROUPS = re.compile("(?<=[0-9])[ \u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")


def numbers(text):
    """As they are written, of three characters and more: years, amounts, shares of agreements."""
    text = GROUPS.sub("", text.replace("\u200e", ""))
    return {n for n in NUMBER.findall(text) if len(n) > 2}


def page_numbers(path):
    """Those of the page as it opens, and those that the tables of its charts have beside."""
    page = open(path, encoding="utf-8").read()
    page = page[page.index("<article"):page.index("</article>")]
    page = re.sub("(?s)<svg.*?</svg>", "", page)
    shut = re.sub("(?s)<details.*?</details>", "", page)
    return [numbers(html.unescape(re.sub("<[^>]+>", " ", text))) for text in (shut, page)]


def check_numbers(site):
    faults = []
    papers = os.path.join(site, "..", "documents")
    for name in sorted(os.listdir(papers)):
        document, lang = name.split(".")[:2]
        text = subprocess.run(["pdftotext", "-layout", os.path.join(papers, name), "-"],
                              capture_output=True, check=True).stdout.decode()
        page, tables = page_numbers(
            os.path.join(site, lang, "documents", document, "index.html"))
        paper = numbers(text)
        faults += ["%s: %s" % (name, n) for n in sorted((page - paper) | (paper - tables))]
    answers.faultless("each paper and its page write the same numbers", faults)


def main():
    site, folder = sys.argv[1:3]
    codes = sorted(n for n in os.listdir(site) if re.fullmatch("[a-z]{2}", n))
    all_pages = {code: pages_of(site, code) for code in codes}
    answers.faultless("the site is in six languages", [] if len(codes) == 6 else [" ".join(codes)])
    first = set(all_pages["en"])
    answers.faultless("every language has the same pages",
                      ["%s: %s" % (c, p) for c in codes for p in sorted(set(all_pages[c]) ^ first)
                       if p in all_pages[c] or not lacks(site, c, p)])
    check_frame(site, all_pages)
    check_words(folder, all_pages)
    check_numbers(site)


main()
