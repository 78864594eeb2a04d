#!/usr/bin/python3
"""escape_refused.py ACCORD CONTENT - what content may not hold: HTML, pictures, links to what runs.

CONTENT is a sound content, to which pages and partners are added, a case each; accord check has to refuse each of them by its
code and leave the others alone.
"""
import json
import os
import subprocess
import sys

from answers import Answers
from files import write

accord, content = sys.argv[1:3]
answers = Answers("escape")

HTML = [
    "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x></SCRIPT>", "Text <b>bold</b> text", "a <br/> b", "<div>\n\ntext\n\n</div>",
    "<svg onload=alert(1)>", "<img src=x onerror=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>", "<iframe srcdoc=x></iframe>",
    "<style>*{color:red}</style>", "<?php x ?>", "<!DOCTYPE html>", "text <![CDATA[x]]> text", "<x-y z>", "</p>", "<!-- a --><b>x</b>",
    "<!-- a --> lost <!-- b -->", "text <!-- a --> <i>x</i>", "# <b>x</b>", "- <b>x</b>", "> <b>x</b>", "*<b>x</b>*",
    "| a |\n|---|\n| <b>x</b> |", "[<b>x</b>](about)", "Text[^1]\n\n[^1]: <b>x</b>", "<b\nclass=x>", "a <b onclick='x'>", "<math><mtext></math>",
    "<textarea>", "<title>", "<noscript><p title=\"</noscript><img>\">", "<plaintext>", "<base href=//evil.example/>", "<meta http-equiv=refresh>",
]
PICTURES = ["![a](b.png)", "![a](https://evil.example/x.png)", "![\" onerror=x](javascript:x)", "![a][r]\n\n[r]: data:image/png,x", "[![a](b)](about)"]
LINKS = [
    "javascript:alert(1)", "JavaScript:alert(1)", "java&#115;cript:alert(1)", "javascript&colon;alert(1)", "javascript&#x3A;alert(1)",
    "&#106;avascript:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "<java script:alert(1)>", "< javascript:alert(1)>",
    "vbscript:x", "data:text/html,x", "DATA:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd", "ftp://example.org/", "blob:x", "about:blank",
    "//evil.example/", "///evil.example", "/\\evil.example", "\\\\\\\\evil.example", "/etc/passwd", "HTTP://example.org", "https:evil.example",
    "https:/evil.example", "view-source:https://example.org", "feed:x", "tel:1", "xmpp:x@y", "ws://x", "intent://x", "x:y", ":", "%6Aavascript:alert(1)",
    "javascript:\\/\\/example.org/%0aalert(1)", "{{partner.runs}}",
]
AUTOLINKS = ["<javascript:alert(1)>", "<data:text/html,x>", "<vbscript:x>", "<xx:y>", "<file:///etc/passwd>", "<ftp://example.org/>"]
NOWHERE = ["../../etc/passwd", "..", "a/../../b", "%2e%2e/x", "?q=1", "agreements/../../x", "javascript", "en/index.html", "assets/site.css", "nothing"]
FINE = ["https://example.org/?a=1&b=2#c", "http://example.org/", "mailto:sample@example.org", "agreements", "about", "https://example.org/\"'<>"]
ADDRESSES = [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", " https://example.org/", "https://example.org/\na", "\thttps://example.org/", "//evil.example/x",
    "data:text/html,x", "https://", "https:///x.y", "https://x", "https://example.org/\"onload=x", "https://example.org/<b>", "https://example.org/ x",
    "https://example.org\\x", "ftp://example.org/", "HTTPS://example.org/", "www.example.org", "https://example.org/`", "https:example.org", "/x.y",
]


def link(url):
    return "## Part\n\n[text](%s)" % (url if url.startswith("<") or " " not in url else "<%s>" % url)


def pages(cases, name, make):
    """A page for each case: its path -> the case."""
    made = {}
    for i, case in enumerate(cases):
        path = "pages/%s-%d/en.md" % (name, i)
        write(os.path.join(content, path), "---\ntitle: Case\n---\n\n" + make(case) + "\n")
        made[path] = case
    return made


def main():
    write(content + "/partners/runs.yaml", 'id: runs\nname: "javascript:alert(1)"\ntype: government\nsample: true\n')
    kinds = [
        ("HTML in prose is refused", "raw-html", pages(HTML, "html", str)),
        ("pictures in prose are refused", "image", pages(PICTURES, "picture", str)),
        ("links to what runs, and to other hosts' places, are refused", "bad-link", pages(LINKS, "link", link)),
        ("so are they between angle brackets", "bad-link", pages(AUTOLINKS, "auto", str)),
        ("links lead to pages of the site or to the web", "dead-link", pages(NOWHERE, "nowhere", link)),
        ("good links are left alone", None, pages(FINE, "fine", link)),
        ("what is no HTML to Markdown is text", None, pages(["<svg/onload=alert(1)>", "a < b > c", "<1>", "&lt;b&gt;", "<b"], "text", str)),
        ("comments of writers are left alone", None, pages(["<!-- a -->", "a <!-- b --> c", "<!--\na\n\nb\n-->"], "comment", str)),
    ]
    addresses = {}
    for i, url in enumerate(ADDRESSES):
        path = "partners/address-%d.yaml" % i
        write(os.path.join(content, path), json.dumps(
            {"id": "address-%d" % i, "name": "Case %d" % i, "type": "government", "website": url, "sample": True}))
        addresses[path] = url
    kinds.append(("addresses of records are of the web, without signs that end them", "bad-url", addresses))
    run = subprocess.run([accord, "check", "--content", content, "--format", "json"], capture_output=True, text=True)
    told = {}
    for report in json.loads(run.stderr):
        told.setdefault(os.path.relpath(report["file"], content), []).append((report["severity"], report["code"]))
    for name, code, cases in kinds:
        wrong = []
        for path, case in cases.items():
            errors = [c for s, c in told.get(path, []) if s == "error"]
            if (code not in errors) if code else errors:
                wrong.append("%r: %s" % (case, errors))
        answers.faultless("%s (%d)" % (name, len(cases)), wrong)


main()
