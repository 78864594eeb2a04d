"""Reads the tables off a page of the site: {id: Table}.

A row is a dictionary from the head of a column (its unit left out) to (text, sort key).
"""
from html.parser import HTMLParser


class Table:
    def __init__(self):
        self.heads, self.rows, self.sums = [], [], []


class PageTables(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tables, self.table, self.row, self.text, self.part = {}, None, None, None, None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "table":
            self.table = self.tables.setdefault(attrs.get("id"), Table())
        elif self.table and tag in ("thead", "tbody", "tfoot"):
            self.part = tag
        elif self.table and tag == "tr":
            self.row = []
        elif self.table and tag in ("th", "td"):
            self.text, self.sort = [], attrs.get("data-sort")
        elif tag == "span" and attrs.get("class") in ("unit", "sample") and self.text is not None:
            self.text.append(None)  # what follows is not the cell's own

    def handle_data(self, data):
        if self.text is not None and None not in self.text:
            self.text.append(data)

    def handle_endtag(self, tag):
        if self.table and tag in ("th", "td") and self.text is not None:
            own = "".join(t for t in self.text if t is not None).strip()
            self.row.append((own, self.sort))
            self.text = None
        elif self.table and tag == "tr":
            if self.part == "thead":
                self.table.heads = [text for text, _ in self.row]
            else:
                rows = self.table.rows if self.part == "tbody" else self.table.sums
                rows.append(dict(zip(self.table.heads, self.row)))
        elif tag == "table":
            self.table = None


def read(path):
    parser = PageTables()
    parser.feed(open(path, encoding="utf-8").read())
    return parser.tables
