"""Reads the documents of an edition back: what a reader of PDF other than ours finds in slides, handout and report.

    python3 tests/office/pdf.py [SITE]

SITE is a site that was built with `fascicle build --formats svg,pdf`; output/ where it is not named. Needs pypdf and, for
the pages as text, poppler-utils. Says what it found, a line a document, and stops at the first that is wrong.
"""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

SVG = "{http://www.w3.org/2000/svg}"
ROLES = set(
    "Document Part Sect Div P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table THead TBody TR TH TD Figure Caption Link "
    "BlockQuote TOC TOCI Span".split()
)


def check(holds, words):
    if not holds:
        sys.exit(f"wrong: {words}")


class Element:
    """A node of the structure tree, with its own text and its children in reading order."""

    def __init__(self, node, texts):
        node = node.get_object()
        self.role = node["/S"][1:]
        self.alt = node.get("/Alt")
        self.lang = node.get("/Lang")
        self.title = node.get("/T")
        self.attributes = [one.get_object() for one in node.get("/A", [])]
        self.children, self.words, self.links = [], [], []
        page = node.raw_get("/Pg") if "/Pg" in node else None
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, ArrayObject) else [kids]:
            kid = kid.get_object() if isinstance(kid, IndirectObject) else kid
            if isinstance(kid, int):
                self.words.append(texts(page, kid))
            elif isinstance(kid, DictionaryObject) and kid.get("/Type") == "/MCR":
                self.words.append(texts(kid.raw_get("/Pg") if "/Pg" in kid else page, kid["/MCID"]))
            elif isinstance(kid, DictionaryObject) and kid.get("/Type") == "/OBJR":
                self.links.append(kid["/Obj"].get_object())
            else:
                self.children.append(Element(kid, texts))

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


def texts_of(reader):
    """Whether a mark is on its page; what the marks say is compared through poppler."""
    pages = {page.indirect_reference.idnum: page for page in reader.pages}
    known = {}

    def texts(page, mark):
        key = page.idnum
        if key not in known:
            content = pages[key].get_contents().get_data().decode("latin-1")
            known[key] = set(map(int, re.findall(r"/MCID (\d+)", content)))
        check(mark in known[key], f"mark {mark} is not on its page")
        return mark

    return texts


def alternatives_of(folder):
    """The title and description of every figure, as its SVG says them."""
    found = set()
    for file in sorted(folder.glob("figures/*/*.svg")):
        if file.name == "qr.svg":
            continue
        root = ET.parse(file).getroot()
        found.add(f"{root.find(SVG + 'title').text}. {root.find(SVG + 'desc').text}")
    return found


def outline_of(reader, lines=None, depth=0):
    for line in reader.outline if lines is None else lines:
        if isinstance(line, list):
            yield from outline_of(reader, line, depth + 1)
        else:
            yield depth, line.title, reader.get_destination_page_number(line)


def read(file, lang, alternatives):
    reader = PdfReader(file)
    root = reader.trailer["/Root"]
    check(root["/MarkInfo"]["/Marked"], f"{file} is not tagged")
    check(root["/Lang"] == lang, f"{file} is in {root['/Lang']}, not in {lang}")
    check(root["/ViewerPreferences"]["/DisplayDocTitle"], f"{file} does not show its title")
    check(reader.metadata.title, f"{file} has no title")
    check("pdfuaid" in root["/Metadata"].get_object().get_data().decode(), f"{file} does not say PDF/UA")
    check(b"CreationDate" not in file.read_bytes(), f"{file} says when it was made")

    kids = root["/StructTreeRoot"]["/K"]
    tops = kids if isinstance(kids, ArrayObject) else [kids]
    texts = texts_of(reader)
    elements = [one for top in tops for one in Element(top, texts).walk()]
    strange = {one.role for one in elements} - ROLES
    check(not strange, f"{file} has roles {strange}")

    levels = [int(one.role[1]) for one in elements if re.fullmatch("H[1-6]", one.role)]
    check(levels[0] == 1, f"{file} begins with a heading of level {levels[0]}")
    for above, level in zip(levels, levels[1:]):
        check(level <= above + 1, f"{file}: a heading of level {level} after one of {above}")

    figures = [one for one in elements if one.role == "Figure"]
    for one in figures:
        check(one.alt in alternatives or one.alt.startswith(("Codice da", "Code to")), f"{file}: {one.alt!r}")
        check(any("/BBox" in attributes for attributes in one.attributes), f"{file}: a figure without a box")

    for one in elements:
        inside = [child.role for child in one.children]
        match one.role:
            case "L":
                check(set(inside) == {"LI"}, f"{file}: a list of {inside}")
            case "LI":
                check(inside == ["Lbl", "LBody"], f"{file}: an item of {inside}")
            case "Table":
                check(inside and inside[0] == "THead" and set(inside[1:]) <= {"TBody"}, f"{file}: a table of {inside}")
                rows = [row for part in one.children for row in part.children]
                check({len(row.children) for row in rows} == {len(rows[0].children)}, f"{file}: rows of a table differ")
                for cell in (cell for row in rows for cell in row.children if cell.role == "TH"):
                    check(any("/Scope" in attributes for attributes in cell.attributes), f"{file}: a head of nothing")
            case "Link":
                check(one.links and one.words, f"{file}: a link without words or place")
                check(all(link.get("/Contents") for link in one.links), f"{file}: a link that says nothing")

    annotations = sum(len(page.get("/Annots", [])) for page in reader.pages)
    check(annotations == sum(len(one.links) for one in elements), f"{file}: links that are not in the tree")
    outline = list(outline_of(reader))
    check(outline, f"{file} has no outline")
    places = [page for _, _, page in outline]
    check(places == sorted(places), f"{file}: the outline is out of order")
    tables = sum(one.role == "Table" for one in elements)
    print(
        f"{file}: {len(reader.pages)} pages, {len(levels)} headings, {len(figures)} figures, {tables} tables, "
        f"{annotations} links, {len(outline)} lines in the outline"
    )
    return reader, elements


def text_of(file, page):
    command = ["pdftotext", "-f", str(page), "-l", str(page), "-layout", str(file), "-"]
    return " ".join(subprocess.run(command, check=True, capture_output=True).stdout.decode().split())


def main():
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "output")
    editions = sorted({file.parent for file in site.glob("*/slides.pdf")})
    check(editions, f"no slides.pdf in {site}")
    for folder in editions:
        page = (folder / "slides.html").read_text()
        lang = re.search(r'<html lang="([^"]+)"', page)[1]
        alternatives = alternatives_of(folder)
        reader, elements = read(folder / "slides.pdf", lang, alternatives)
        titles = re.findall(r'<section class="slide[^>]*>.*?<h2[^>]*>(.*?)</h2>', page, re.S)
        heads = [one.title for one in elements if one.role in ("H1", "H2")]
        for place, title in enumerate(titles):
            plain = " ".join(re.sub("<[^>]+>", "", title).replace("&amp;", "&").split())
            check(" ".join(heads[place].split()) == plain, f"slide {place + 1} is {heads[place]!r}, not {plain!r}")
            words = text_of(folder / "slides.pdf", place + 1)
            check(all(word in words for word in plain.split()), f"slide {place + 1} does not say {plain!r}")
        box = reader.pages[0].mediabox
        check((box.width, box.height) == (960, 540), f"slides of {box.width} by {box.height}")
        for name in ("handout.pdf", "report.pdf"):
            reader, _ = read(folder / name, lang, alternatives)
            box = reader.pages[0].mediabox
            check((round(box.width), round(box.height)) == (595, 842), f"{name} of {box.width} by {box.height}")


main()
