"""pdf_check.py FILE.pdf - is the tagging of a PDF consistent, and is it what PDF/UA-1 asks for?

Reads the file with pikepdf, apart from everything in generator/.  One line a fault; exit 1 when
there is any.  Clauses are those of ISO 14289-1 (UA) and ISO 32000-1.
"""
import html
import re
import sys

import pikepdf

STANDARD = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H1 H2 H3 H4 "
    "H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code "
    "Link Annot Figure Formula Form".split())
PAINTS = set("Tj TJ ' \" f F f* B B* b b* S s sh Do".split())


def name(value):
    return str(value)[1:] if value is not None else None


def as_list(value):
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


class Check:
    def __init__(self, path):
        self.pdf = pikepdf.open(path)
        self.root = self.pdf.Root
        self.faults = []
        self.elements = []  # (object, depth)
        self.owner = {}     # (page, MCID) to the object number of the element that claims it
        self.annotations = {}
        self.said = {}      # object number of a font to what its codes say
        self.widths = {}    # of the glyphs of a font program

    def fault(self, text):
        self.faults.append(text)

    def expect(self, good, text):
        if not good:
            self.fault(text)

    # --- the document ---

    def catalog(self):
        root = self.root
        self.expect(bool(root.MarkInfo.Marked), "MarkInfo is not Marked")
        self.expect(bool(root.ViewerPreferences.DisplayDocTitle), "the title is not displayed")
        self.expect(len(str(root.Lang)) >= 2, "no Lang")
        xmp = root.Metadata.read_bytes().decode()
        for part in ("<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "<dc:title>"):
            self.expect(part in xmp, f"XMP lacks {part}")
        intent = root.OutputIntents[0]
        self.expect(intent.DestOutputProfile.read_bytes()[36:40] == b"acsp", "no ICC profile")
        self.expect("/ID" in self.pdf.trailer, "no ID")
        info = self.pdf.trailer.Info
        for key, tag in (("/Title", "dc:title"), ("/Author", "dc:creator"),
                         ("/Subject", "dc:description"), ("/Keywords", "pdf:Keywords"),
                         ("/Creator", "xmp:CreatorTool"), ("/Producer", "pdf:Producer")):
            said = re.search(f"<{tag}>(.*?)</{tag}>", xmp, re.S)
            said = html.unescape(re.sub("<[^>]*>", "", said[1])) if said else None
            self.expect(said == (str(info[key]) if key in info else None),
                        f"{key} and {tag} differ")

    def file(self, raw):
        """What the file is made of (ISO 19005-3, 6.1)."""
        self.expect(re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", raw), "the header")
        self.expect(raw.endswith(b"%%EOF\n"), "something stands behind the end")
        self.expect("/Encrypt" not in self.pdf.trailer, "encrypted")
        self.expect("/Filter" not in self.root.Metadata, "the XMP is compressed")
        self.expect(len(self.pdf.objects) <= 8388607, "too many objects")
        for o in self.pdf.objects:
            self.limits(o)
            if isinstance(o, pikepdf.Stream):
                filters = {name(f) for f in as_list(o.get("/Filter"))}
                self.expect(filters <= {"FlateDecode"}, f"stream {o.objgen}: filter {filters}")
                self.expect("/F" not in o, f"stream {o.objgen} is in another file")

    def limits(self, value):
        """Lengths of names and strings (ISO 19005-3, 6.1.13); indirect objects come by
        themselves."""
        if isinstance(value, pikepdf.String):
            self.expect(len(bytes(value)) < 32768, "a string is too long")
        elif isinstance(value, pikepdf.Name):
            self.expect(len(str(value)) <= 128, f"a name is too long: {value}")
        elif isinstance(value, pikepdf.Array):
            for item in value:
                if not getattr(item, "is_indirect", False):
                    self.limits(item)
        elif isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
            for key in value.keys():
                self.limits(pikepdf.Name(key))
                if not getattr(value[key], "is_indirect", False):
                    self.limits(value[key])

    # --- the tree ---

    def element(self, e, parent, depth):
        kind = name(e.S)
        self.elements.append(e)
        self.expect(kind in STANDARD, f"{kind} is no standard type")
        self.expect(e.P.objgen == parent.objgen, f"{kind}: P is not its parent")
        for kid in as_list(e.get("/K")):
            if not isinstance(kid, pikepdf.Dictionary):
                self.claim(e, e.Pg, int(kid))
            elif name(kid.get("/Type")) == "MCR":
                self.claim(e, kid.Pg, int(kid.MCID))
            elif name(kid.get("/Type")) == "OBJR":
                self.annotations[kid.Obj.objgen] = e
            else:
                self.element(kid, e, depth + 1)

    def claim(self, e, page, mcid):
        key = (page.objgen, mcid)
        self.expect(key not in self.owner, f"MCID {mcid} has two owners")
        self.owner[key] = e.objgen

    def meaning(self):
        heading, ids = 0, set()
        for e in self.elements:
            kind = name(e.S)
            if kind[0] == "H" and kind[1:].isdigit():
                self.expect(int(kind[1:]) <= heading + 1, f"H{heading} is followed by {kind}")
                heading = int(kind[1:])
            if kind == "Figure":
                self.expect(str(e.get("/Alt", "")), "a Figure has no Alt")
                self.expect(any("/BBox" in a for a in as_list(e.get("/A"))), "a Figure has no BBox")
            if kind == "Note":
                self.expect("/ID" in e, "a Note has no ID")
            if "/ID" in e:
                self.expect(bytes(e.ID) not in ids, f"two elements have the ID {e.ID}")
                ids.add(bytes(e.ID))
            if kind == "Table":
                self.table(e)

    def table(self, table):
        def rows(e):
            for kid in as_list(e.get("/K")):
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    if name(kid.S) == "TR":
                        yield kid
                    elif name(kid.S) in ("THead", "TBody", "TFoot"):
                        yield from rows(kid)

        def attribute(e, key, default):
            for a in as_list(e.get("/A")):
                if key in a:
                    return a[key]
            return default

        width, down = None, {}
        for row in rows(table):
            columns = 0
            for cell in as_list(row.get("/K")):
                while down.get(columns, 0) > 0:
                    down[columns] -= 1
                    columns += 1
                if name(cell.S) == "TH":
                    self.expect(attribute(cell, "/Scope", None) is not None, "a TH has no Scope")
                for _ in range(int(attribute(cell, "/ColSpan", 1))):
                    down[columns] = int(attribute(cell, "/RowSpan", 1)) - 1
                    columns += 1
            while down.get(columns, 0) > 0:
                down[columns] -= 1
                columns += 1
            self.expect(width in (None, columns), f"a row has {columns} cells, another {width}")
            width = columns

    # --- pages ---

    def page(self, number, page, tree):
        marks = tree[int(page.StructParents)]
        stack, seen, font, used, reversed_in = [], set(), None, {}, None
        for operands, operator in pikepdf.parse_content_stream(page):
            op = str(operator)
            if op in ("BMC", "BDC"):
                mcid = None
                if op == "BDC" and isinstance(operands[1], pikepdf.Dictionary):
                    mcid = operands[1].get("/MCID")
                if any(m is not None for m in stack):
                    self.fault(f"page {number}: marked content inside MCID")
                if str(operands[0]) == "/ReversedChars":
                    reversed_in = len(stack)
                stack.append(None if mcid is None else int(mcid))
                if mcid is not None:
                    key = (page.objgen, int(mcid))
                    self.expect(int(mcid) not in seen, f"page {number}: MCID {mcid} twice")
                    seen.add(int(mcid))
                    self.expect(self.owner.get(key) == marks[int(mcid)].objgen,
                                f"page {number}: the trees differ about MCID {mcid}")
            elif op == "EMC":
                stack.pop()
                if len(stack) == reversed_in:
                    reversed_in = None
            elif op == "Tf":
                font = str(operands[0])
            elif op in PAINTS:
                for show in operands[0] if op == "TJ" else []:
                    if isinstance(show, pikepdf.String):
                        b = bytes(show)
                        used.setdefault(font, set()).update(
                            b[i] << 8 | b[i + 1] for i in range(0, len(b), 2))
                        if reversed_in is not None:
                            self.word(page, number, font, b)
                self.expect(stack, f"page {number}: {op} outside of marked content")
        self.expect(not stack, f"page {number}: marked content is not closed")
        self.fonts(page, number, used)
        self.expect(len(seen) == len(marks), f"page {number}: ParentTree has other MCIDs")
        for a in as_list(page.get("/Annots")):
            self.expect(str(a.get("/Contents", "")), f"page {number}: a link says nothing")
            self.expect(int(a.F) == 4, f"page {number}: a link that does not print")
            e = self.annotations.get(a.objgen)
            self.expect(e is not None and name(e.S) == "Link"
                        and tree[int(a.StructParent)].objgen == e.objgen,
                        f"page {number}: a link is not tied to a Link element")
            self.expect("/A" in a or bytes(a.Dest) in self.places,
                        f"page {number}: a link leads nowhere")

    def says(self, page, key):
        """What each code of a font says."""
        font = page.Resources.Font[key]
        if font.objgen not in self.said:
            text = font.ToUnicode.read_bytes().decode()
            self.said[font.objgen] = {
                code: bytes.fromhex(said).decode("utf-16-be")
                for code, said in re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", text)}
        return self.said[font.objgen]

    def word(self, page, number, key, codes):
        """Reversed strings have no SPACE inside (ISO 32000-1, 14.8.2.3.3), and no mark of
        direction."""
        says = self.says(page, key)
        text = "".join(says.get(codes[i:i + 2].hex().upper(), "")
                       for i in range(0, len(codes), 2))
        self.expect(not " " in text.strip(" "),
                    f"page {number}: a space inside the reversed string {text!r}")
        self.expect(not set(text) & set("\u200e\u200f"),
                    f"page {number}: a mark of direction in {text!r}")

    def fonts(self, page, number, used):
        """Every code shown says something and has a glyph (ISO 19005-3, 6.2.11.7 and 6.2.11.8)."""
        for key, codes in used.items():
            font, says = page.Resources.Font[key], self.says(page, key)
            cid = font.DescendantFonts[0]
            glyphs = cid.CIDToGIDMap.read_bytes() if "/CIDToGIDMap" in cid else None
            for code in codes:
                said = says.get(f"{code:04X}", "")
                self.expect(said and not set(said) & set("\0\ufeff\ufffe")
                            and not any("\ue000" <= c <= "\uf8ff" for c in said),
                            f"page {number}: code {code} of {key} says {said!r}")
                glyph = code if glyphs is None else int.from_bytes(glyphs[2 * code:2 * code + 2], "big")
                self.expect(glyph > 0, f"page {number}: code {code} of {key} has no glyph")
                if "/FontFile2" in cid.FontDescriptor:
                    wide = self.advance(cid.FontDescriptor.FontFile2, glyph)
                    self.expect(abs(wide - float(cid.W[1][code])) <= 1,
                                f"page {number}: code {code} of {key} has another width")

    def advance(self, program, glyph):
        """Of a glyph of a TrueType font, in thousandths of the em (ISO 19005-3, 6.2.11.5)."""
        if program.objgen not in self.widths:
            data = program.read_bytes()
            tables = {}
            for i in range(int.from_bytes(data[4:6], "big")):
                row = data[12 + 16 * i:28 + 16 * i]
                tables[row[:4]] = int.from_bytes(row[8:12], "big")
            at, head, hhea = tables[b"hmtx"], tables[b"head"], tables[b"hhea"]
            many = int.from_bytes(data[hhea + 34:hhea + 36], "big")
            em = int.from_bytes(data[head + 18:head + 20], "big")
            self.widths[program.objgen] = [
                int.from_bytes(data[at + 4 * i:at + 4 * i + 2], "big") * 1000 / em
                for i in range(many)]
        widths = self.widths[program.objgen]
        return widths[min(glyph, len(widths) - 1)]

    def numbers(self, node, into):
        nums = list(node.get("/Nums", []))
        into.update({int(k): v for k, v in zip(nums[::2], nums[1::2])})
        for kid in node.get("/Kids", []):
            self.numbers(kid, into)
        return into

    def files(self):
        names = self.root.Names.get("/EmbeddedFiles")
        associated = [f.objgen for f in as_list(self.root.get("/AF"))]
        for spec in list(names.Names)[1::2] if names else []:
            self.expect(spec.objgen in associated, f"{spec.UF}: not an associated file")
            self.expect(name(spec.AFRelationship) == "Data", f"{spec.UF}: relationship")
            self.expect(str(spec.F) and str(spec.UF), "a file without a name")
            self.expect(re.fullmatch(r"[-\w+.]+/[-\w+.]+", name(spec.EF.F.get("/Subtype")) or ""),
                        f"{spec.UF}: no MIME type")
            self.expect(int(spec.EF.F.Params.Size) == len(spec.EF.F.read_bytes()),
                        f"{spec.UF}: wrong Size")

    def run(self, raw):
        self.file(raw)
        self.catalog()
        structure = self.root.StructTreeRoot
        self.element(structure.K[0], structure, 0)
        self.meaning()
        dests = self.root.Names.get("/Dests")
        self.places = {bytes(n) for n in list(dests.Names)[::2]} if dests else set()
        tree = self.numbers(structure.ParentTree, {})
        for number, page in enumerate(self.pdf.pages, 1):
            self.page(number, page.obj, tree)
        self.files()


def main():
    check = Check(sys.argv[1])
    with open(sys.argv[1], "rb") as f:
        check.run(f.read())
    for fault in check.faults:
        print(fault)
    sys.exit(1 if check.faults else 0)


main()
