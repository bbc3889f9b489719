"""Figures in other people's programs, held against our own PNG, pixel by pixel.

    python3 tests/office/check.py [--program FILE] [--only TEXT]

Each figure of the example is placed in a DOCX and a PPTX, as PNG and as SVG, in an ODT as SVG, and converted by
LibreOffice (older ones show the PNG that stands beside an SVG of Office); its SVG is drawn by librsvg, its PDF by
poppler and as a picture in a paper of Typst. The words a screen reader reads are those that stand in the SVG, and must
come through.

Needs LibreOffice (Writer, Impress), poppler-utils, librsvg2-bin, and the packages of tests/office/requirements.txt.
What each program made is left in target/office/ to look at, with a table of the differences.
"""

import argparse
import base64
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import numpy
import typst
from docx import Document
from docx.shared import Mm
from PIL import Image
from pptx import Presentation
from pptx.util import Emu

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "target" / "office"
WIDTH_MM = 160
# Seventy-six whole pixels of a PNG at 2x, 192 to the inch.
MARGIN_MM = 76 / 192 * 25.4
# One of each way to show territories, whether or not an outline of the example has it.
MORE = ["consenso-areas", "consenso-columns", "consenso-tiles", "consenso-map", "consenso-distance", "consenso-strip"]
# Beyond anti-aliasing: a channel differs by more than this from every pixel next to it in the other picture.
NEAR = 64
ALLOWED = 0.01
SVG = "{http://www.w3.org/2000/svg}"
SVG_BLIP = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_NAMES = {
    "office": "office",
    "style": "style",
    "text": "text",
    "draw": "drawing",
    "fo": "xsl-fo-compatible",
    "svg": "svg-compatible",
}
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"

failures = []


def run(*command, **more):
    done = subprocess.run([str(part) for part in command], capture_output=True, **more)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed: {done.stderr.decode()}")
    return done.stdout


def fault(words):
    failures.append(words)
    print(f"FAIL {words}")


# ---- two pictures


def pixels(picture, size):
    """A picture on white, as numbers."""
    picture = (Image.open(picture) if isinstance(picture, Path) else picture).convert("RGBA")
    flat = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")
    if flat.size != size:
        flat = flat.resize(size, Image.LANCZOS)
    return numpy.asarray(flat).astype(numpy.int16)


def alone(a, b, rows, columns):
    """Of these pixels of `a`, those that have nothing like them within a pixel in `b`."""
    around = numpy.pad(b, ((1, 1), (1, 1), (0, 0)), mode="edge")
    near = [around[rows + down, columns + right] for down in range(3) for right in range(3)]
    return numpy.min([numpy.abs(a[rows, columns] - b).max(axis=1) for b in near], axis=0) > NEAR


def difference(ours, theirs):
    """The part of pixels that differ beyond anti-aliasing.

    Programs place a picture on a page to a hundredth of a millimetre, so the whole may stand a pixel aside.
    """
    size = Image.open(ours).size
    a, b = pixels(ours, size), pixels(theirs, size)
    least = apart(a, b)
    for down, right in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        if least >= ALLOWED:
            least = min(least, apart(a, numpy.roll(b, (down, right), axis=(0, 1))))
    return least


def apart(a, b):
    rows, columns = numpy.nonzero(numpy.abs(a - b).max(axis=2) > NEAR)
    if not rows.size:
        return 0.0
    return float((alone(a, b, rows, columns) | alone(b, a, rows, columns)).sum() / a[..., 0].size)


# ---- documents


def root_of(svg):
    return ElementTree.parse(svg).getroot()


def words_of(svg):
    """Title and description, as they stand in the file."""
    root = root_of(svg)
    return root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")


def tell(properties, words):
    """Gives a picture its text alternative: `descr` is what Word and PowerPoint show in the pane "Alt text"."""
    title, description = words
    properties.set("title", title)
    properties.set("descr", f"{title.rstrip('.')}. {description}")


def docx(path, png, height_mm, words):
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(WIDTH_MM + 2 * MARGIN_MM), Mm(height_mm + 4 * MARGIN_MM)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Mm(0)
    placed = paragraph.add_run().add_picture(str(png), width=Mm(WIDTH_MM))
    # Without these LibreOffice keeps an eighth of an inch free at the sides of a picture, which Word does not.
    for side in ("distT", "distB", "distL", "distR"):
        placed._inline.set(side, "0")
    tell(placed._inline.docPr, words)
    document.save(path)


def pptx(path, png, height_mm, words):
    slides = Presentation()
    slides.slide_width = Emu(Mm(WIDTH_MM + 2 * MARGIN_MM))
    slides.slide_height = Emu(Mm(height_mm + 2 * MARGIN_MM))
    slide = slides.slides.add_slide(slides.slide_layouts[6])
    placed = slide.shapes.add_picture(str(png), Emu(Mm(MARGIN_MM)), Emu(Mm(MARGIN_MM)), width=Emu(Mm(WIDTH_MM)))
    tell(placed._element.nvPicPr.cNvPr, words)
    slides.save(path)


def odt(path, svg, height_mm, words):
    """A text of LibreOffice, in one file, with the SVG as its picture."""
    title, description = (escape(text) for text in words)
    held = base64.b64encode(svg.read_bytes()).decode()
    page = f'fo:page-width="{WIDTH_MM + 2 * MARGIN_MM}mm" fo:page-height="{height_mm + 4 * MARGIN_MM}mm" fo:margin="{MARGIN_MM}mm"'
    names = " ".join(f'xmlns:{prefix}="{ODF}{name}:1.0"' for prefix, name in ODF_NAMES.items())
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {names} office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.text">'
        f'<office:automatic-styles><style:page-layout style:name="p"><style:page-layout-properties {page}/>'
        '</style:page-layout></office:automatic-styles><office:master-styles>'
        '<style:master-page style:name="Standard" style:page-layout-name="p"/></office:master-styles>'
        '<office:body><office:text><text:p><draw:frame text:anchor-type="as-char"'
        f' svg:width="{WIDTH_MM}mm" svg:height="{height_mm}mm"><draw:image draw:mime-type="image/svg+xml">'
        f'<office:binary-data>{held}</office:binary-data></draw:image><svg:title>{title}</svg:title>'
        f'<svg:desc>{description}</svg:desc></draw:frame></text:p></office:text></office:body></office:document>\n'
    )


def with_svg(path, svg):
    """Puts the SVG beside the PNG that stands for it, as Office itself does: `svgBlip` in the extension list."""
    media, document, target = {
        ".docx": ("word/media", "word/document.xml", "media/figure.svg"),
        ".pptx": ("ppt/media", "ppt/slides/slide1.xml", "../media/figure.svg"),
    }[path.suffix]
    with zipfile.ZipFile(path) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    parts[f"{media}/figure.svg"] = svg.read_bytes()

    def replace(part, old, new):
        assert old in parts[part], f"{part} is not as python-docx and python-pptx write it"
        parts[part] = parts[part].replace(old, new, 1)

    folder, name = document.rsplit("/", 1)
    relation = f'<Relationship Id="rIdSvg" Type="{IMAGE}" Target="{target}"/></Relationships>'
    replace(f"{folder}/_rels/{name}.rels", b"</Relationships>", relation.encode())
    kind = b'<Default Extension="svg" ContentType="image/svg+xml"/><Default Extension="xml"'
    replace("[Content_Types].xml", b'<Default Extension="xml"', kind)
    text = parts[document].decode()
    begin = text.index("<a:blip ")
    end = text.index(">", begin)
    opening, rest = text[begin:end], text[end + 1 :]
    if opening.endswith("/"):
        opening = opening.rstrip("/")
    else:
        rest = rest.split("</a:blip>", 1)[1]
    extension = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
        f'<asvg:svgBlip xmlns:asvg="{SVG_BLIP}" r:embed="rIdSvg"/></a:ext></a:extLst>'
    )
    parts[document] = f"{text[:begin]}{opening}>{extension}</a:blip>{rest}".encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)


def paper(path, figure, height_mm, words):
    """A paper of Typst with the PDF as a picture."""
    alternative = " ".join(words).replace("\\", "\\\\").replace('"', '\\"')
    path.write_text(
        f"#set page(width: {WIDTH_MM + 2 * MARGIN_MM}mm, height: {height_mm + 2 * MARGIN_MM}mm, margin: {MARGIN_MM}mm)\n"
        f'#image("{figure.name}", width: {WIDTH_MM}mm, alt: "{alternative}")\n'
    )


# ---- what came of them


def page_of(pdf, dpi):
    run("pdftoppm", "-png", "-r", dpi, "-f", 1, "-l", 1, "-singlefile", pdf, pdf.with_suffix(""))
    return pdf.with_suffix(".png")


def placed(pdf, dpi, height_mm):
    """The picture on a page, without the margins."""
    page = page_of(pdf, dpi)
    near, wide, high = (round(mm * dpi / 25.4) for mm in (MARGIN_MM, WIDTH_MM, height_mm))
    cut = Image.open(page).crop((near, near, near + wide, near + high))
    cut.save(page)
    return page


def alternatives(pdf):
    """The text alternatives in a tagged PDF as LibreOffice writes it."""
    found = re.findall(rb"/Alt\s*<FEFF([0-9A-Fa-f]*)>", pdf.read_bytes())
    return [bytes.fromhex(text.decode()).decode("utf-16-be") for text in found]


def squeezed(text):
    return "".join(text.split())


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--program", default=ROOT / "target" / "release" / "fascicle")
    options.add_argument("--only", default="", help="figures whose name holds this")
    options = options.parse_args()

    shutil.rmtree(OUT, ignore_errors=True)
    figures, work = OUT / "figures", OUT / "work"
    work.mkdir(parents=True)
    formats = ["--format", "svg,png,pdf", "--text", "outlined", "--width", f"{WIDTH_MM}mm", "--output", figures]
    run(options.program, "chart", "--all", *formats, cwd=ROOT)
    for name in MORE:
        run(options.program, "chart", name, *formats, cwd=ROOT)
    names = sorted(path.stem for path in figures.glob("*.svg") if options.only in path.stem)
    assert names, "no figure was made"

    size, words = {}, {}
    for name in names:
        svg, png, pdf = (figures / f"{name}.{ending}" for ending in ("svg", "png", "pdf"))
        width, height = Image.open(png).size
        height_mm = WIDTH_MM * height / width
        size[name] = (width, height, round(width / WIDTH_MM * 25.4), height_mm)
        words[name] = words_of(svg)
        for kind, write in (("docx", docx), ("pptx", pptx)):
            write(work / f"{name}-{kind}-png.{kind}", png, height_mm, words[name])
            write(work / f"{name}-{kind}-svg.{kind}", png, height_mm, words[name])
            with_svg(work / f"{name}-{kind}-svg.{kind}", svg)
        # At its own size: a PNG has whole pixels, so is not exactly as high.
        odt(work / f"{name}-odt-svg.fodt", svg, float(root_of(svg).get("height").removesuffix("mm")), words[name])
        shutil.copy(pdf, work / f"{name}.pdf")
        paper(work / f"{name}-typst.typ", pdf, height_mm, words[name])
        (work / f"{name}-typst.pdf").write_bytes(typst.compile(str(work / f"{name}-typst.typ")))
        run("rsvg-convert", "-w", width, "-h", height, svg, "-o", work / f"{name}-librsvg.png")

    # Started once: it takes longer to start than to convert. A profile of its own, so that none that is open is met.
    documents = sorted([*work.glob("*.docx"), *work.glob("*.pptx"), *work.glob("*.fodt")])
    profile = f"-env:UserInstallation={(OUT / 'profile').as_uri()}"
    tagged = '{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    for kind, program in (("docx", "writer"), ("pptx", "impress"), ("fodt", "writer")):
        form = f"pdf:{program}_pdf_Export:{tagged}"
        run("soffice", profile, "--headless", "--convert-to", form, "--outdir", work, *work.glob(f"*.{kind}"))
    for document in documents:
        if not document.with_suffix(".pdf").exists():
            fault(f"{document.name}: LibreOffice made no PDF of it")

    programs = {
        "librsvg": "librsvg",
        "DOCX, PNG": "docx-png",
        "DOCX, SVG": "docx-svg",
        "PPTX, PNG": "pptx-png",
        "PPTX, SVG": "pptx-svg",
        "ODT, SVG": "odt-svg",
        "PDF, poppler": None,
        "PDF in Typst": "typst",
    }
    lines = [["figure", *programs]]
    for name in names:
        _, _, dpi, height_mm = size[name]
        line = [name]
        for program, ending in programs.items():
            if ending == "librsvg":
                theirs = work / f"{name}-librsvg.png"
            elif ending is None:
                theirs = page_of(work / f"{name}.pdf", dpi)
            else:
                theirs = placed(work / f"{name}-{ending}.pdf", dpi, height_mm)
            part = difference(figures / f"{name}.png", theirs)
            line.append(f"{100 * part:.2f}%")
            if part >= ALLOWED:
                fault(f"{name} in {program}: {100 * part:.2f}% of pixels differ")
        lines.append(line)

    # The words: what LibreOffice read as the picture's alternative, and put into its tagged PDF.
    for name in names:
        title, description = words[name]
        for ending in ("docx-png", "docx-svg", "pptx-png", "pptx-svg", "odt-svg"):
            said = alternatives(work / f"{name}-{ending}.pdf")
            if not any(title.rstrip(".") in text and description in text for text in said):
                fault(f"{name}: the picture in {ending} has lost its words: {said}")
        text = run("pdftotext", "-raw", work / f"{name}.pdf", "-").decode()
        if squeezed(title) not in squeezed(text):
            fault(f"{name}: the title cannot be found in the PDF")

    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    table = "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)
    (OUT / "differences.txt").write_text(table + "\n")
    print(table)
    print(f"{len(names)} figures in {len(programs)} programs, {len(failures)} faults")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
