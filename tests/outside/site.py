"""site.py SITE - reads every page of a built site as a browser would and says what is wrong.

Uses only Python's own library.
"""
import gzip
import json
import os
import re
import sys
from html.parser import HTMLParser
from urllib.parse import unquote, urlparse
from xml.etree import ElementTree

from answers import Answers

VOID = set("area base br col embed hr img input link meta source track wbr".split())
answers = Answers("site")
OUTSIDE = ("https:", "http:", "mailto:", "data:")


class Page(HTMLParser):
    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path = path
        self.open, self.faults, self.ids, self.links, self.loads = [], [], [], [], []
        self.h1 = self.mains = 0
        self.lang = self.dir = self.canonical = None
        self.headings, self.title, self.robots = [], "", ""
        self.data, self.alternates = "", {}
        with open(path, encoding="utf-8") as f:
            self.feed(f.read())
        self.close()
        if self.open:
            self.faults.append("not closed: " + " ".join(self.open))

    def handle_starttag(self, tag, attrs):
        attr = dict(attrs)
        if len(attr) != len(attrs):
            self.faults.append("attribute twice in <%s>" % tag)
        if tag not in VOID:
            self.open.append(tag)
        if "id" in attr:
            self.ids.append(attr["id"])
        self.notice(tag, attr)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if tag in VOID or not self.open or self.open[-1] != tag:
            self.faults.append("</%s> closes <%s>" % (tag, self.open[-1] if self.open else "-"))
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        if self.open and self.open[-1] == "title" and "svg" not in self.open:
            self.title += data
        if self.open and self.open[-1] == "script":
            self.data += data

    def notice(self, tag, attr):
        if tag == "html":
            self.lang, self.dir = attr.get("lang"), attr.get("dir")
        elif tag == "h1":
            self.h1 += 1
        elif tag == "main":
            self.mains += 1
        elif tag == "img" and not (attr.get("alt") or "").strip():
            self.faults.append("an image without alternative text")
        elif tag == "svg" and "aria-labelledby" not in attr and "aria-hidden" not in attr:
            self.faults.append("a drawing without a name")
        elif tag == "meta" and attr.get("name") == "robots":
            self.robots = attr.get("content", "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in ("input", "select") and "label" not in self.open and "aria-label" not in attr:
            self.faults.append("a field without a label")
        if tag == "th" and "scope" not in attr:
            self.faults.append("a head cell without scope")
        for name in ("aria-labelledby", "aria-describedby"):
            for ref in (attr.get(name) or "").split():
                self.links.append("#" + ref)
        if tag == "link" and "hreflang" in attr:
            self.alternates[attr["hreflang"]] = attr.get("href")
        if tag == "link" and attr.get("rel") == "canonical":
            self.canonical = attr.get("href")
        elif tag == "a" and "href" in attr:
            self.links.append(attr["href"])
        elif tag == "a":
            self.faults.append("a link to nowhere")
        for name, value in attr.items():
            loads = name in ("src", "poster", "srcset") or (
                tag == "link" and name == "href"
                and attr.get("rel") in ("stylesheet", "icon", "preload"))
            if loads and value:
                self.loads.append(value)


def target(site, page, href):
    url = urlparse(href)
    if href.startswith("/"):
        return os.path.normpath(site + unquote(url.path)), unquote(url.fragment)
    path = os.path.normpath(os.path.join(os.path.dirname(page), unquote(url.path)))
    return (path if url.path else page), unquote(url.fragment)


def check_links(site, pages):
    broken, folders, outside = [], [], []
    for page in pages.values():
        short = os.path.relpath(page.path, site)
        for href in page.loads:
            if href.startswith(("http:", "https:", "//")):
                outside.append("%s loads %s" % (short, href))
        for href in page.links + [x for x in page.loads if not x.startswith(OUTSIDE)]:
            if href.startswith(OUTSIDE):
                continue
            path, fragment = target(site, page.path, href)
            # the page for wrong addresses is shown at any depth
            if os.path.isdir(path) or href.endswith("/") or (
                    href[0] != "#" and (href[0] == "/") != (short == "404.html")):
                folders.append("%s -> %s" % (short, href))
            elif not os.path.isfile(path):
                broken.append("%s -> %s" % (short, href))
            elif fragment and path in pages and fragment not in pages[path].ids:
                broken.append("%s -> %s" % (short, href))
    answers.faultless("every link leads to a file", broken)
    answers.faultless("links name index.html and are relative", folders)
    answers.faultless("nothing is loaded from elsewhere", outside)


def check_pages(site, pages):
    each = {"well nested": [], "one h1, one main": [], "ids are unique": [], "a language": [],
            "a title": [], "headings do not skip a level": [], "canonical": []}
    for page in pages.values():
        short = os.path.relpath(page.path, site)
        each["well nested"] += ["%s: %s" % (short, f) for f in page.faults]
        if page.h1 != 1 or page.mains != 1:
            each["one h1, one main"].append(short)
        twice = sorted({i for i in page.ids if page.ids.count(i) > 1})
        each["ids are unique"] += ["%s: %s" % (short, i) for i in twice]
        folder = short.split(os.sep)[0]
        if not page.lang or not page.dir or (os.sep in short and page.lang != folder):
            each["a language"].append(short)
        if not page.title.strip():
            each["a title"].append(short)
        levels = page.headings
        if any(b > a + 1 for a, b in zip(levels, levels[1:])):
            each["headings do not skip a level"].append("%s %s" % (short, levels))
        if "noindex" in page.robots:
            continue
        tail = "" if short == "index.html" else short[: -len("index.html")]
        if not page.canonical or not page.canonical.endswith("/" + tail):
            each["canonical"].append("%s: %s" % (short, page.canonical))
    for name, faults in each.items():
        answers.faultless(name, faults)


def check_data(site, pages):
    """What pages say of themselves to programs: it can be read, and leads to files."""
    faults, astray, alternates, kinds = [], [], [], set()
    by_address = {p.canonical: p for p in pages.values() if p.canonical}
    base = by_address and min(by_address, key=len)
    for page in pages.values():
        short = os.path.relpath(page.path, site)
        for code, href in page.alternates.items():
            other = by_address.get(href)
            if not other or (code != "x-default" and other.lang != code) or (
                    page.alternates != other.alternates and other.path.count(os.sep) > 1
                    and os.path.relpath(other.path, site) != "index.html"):
                alternates.append("%s: %s %s" % (short, code, href))
        if len(page.alternates) == 1:
            alternates.append(short + " has one")
        if not page.data:
            continue
        try:
            things = json.loads(page.data)["@graph"]
        except (ValueError, KeyError) as why:
            faults.append("%s: %s" % (short, why))
            continue
        for thing in things:
            kinds.add(thing["@type"])
            for file in thing.get("distribution", []):
                if not os.path.isfile(os.path.join(site, file["contentUrl"][len(base):])):
                    astray.append("%s: %s" % (short, file["contentUrl"]))
            for crumb in thing.get("itemListElement", []):
                if crumb["item"] not in by_address:
                    astray.append("%s: %s" % (short, crumb["item"]))
    missing = {"Organization", "WebSite", "Dataset", "BreadcrumbList"} - kinds
    answers.faultless("data in pages is JSON", faults + sorted(missing))
    answers.faultless("data in pages names pages and files that are there", astray)
    answers.faultless("pages name each other in other languages", alternates)


def check_weight(site, pages):
    """A home page with all it loads: as servers send it, in every language, and as it lies there."""
    heavy = []
    for page in pages.values():
        if not re.fullmatch("[a-z]+/index.html", os.path.relpath(page.path, site)):
            continue
        files = [page.path] + [target(site, page.path, x)[0] for x in page.loads
                               if not x.startswith(OUTSIDE)]
        sent = plain = 0
        for path in files:
            with open(path, "rb") as f:
                bytes_ = f.read()
            plain += len(bytes_)
            sent += len(gzip.compress(bytes_, 6))
        if sent > 30000 or plain > 100000:
            heavy.append("%s: %d bytes, %d compressed" % (page.lang, plain, sent))
    answers.faultless("the home page is light", heavy)


def check_sitemap(site, pages):
    tree = ElementTree.parse(os.path.join(site, "sitemap.xml"))
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    listed = [e.text for e in tree.iter(space + "loc")]
    own = [p.canonical for p in pages.values()
           if os.sep in os.path.relpath(p.path, site) and p.canonical]
    faults = sorted(set(listed) ^ set(own))
    if len(listed) != len(set(listed)):
        faults.append("an address twice")
    answers.faultless("the sitemap lists every page once", faults)


def main():
    site = sys.argv[1]
    pages = {}
    for folder, _, files in os.walk(site):
        for name in sorted(files):
            if name.endswith(".html"):
                path = os.path.normpath(os.path.join(folder, name))
                pages[path] = Page(path)
    if len(pages) < 10:
        answers.told(False, "there are pages", "only %d" % len(pages))
        return
    check_links(site, pages)
    check_pages(site, pages)
    check_data(site, pages)
    check_weight(site, pages)
    check_sitemap(site, pages)


main()
