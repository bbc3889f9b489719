"""The slides of all editions as PowerPoint, read by python-pptx and openpyxl and held against the site's own data.

    python3 tests/office/slides.py [--program FILE] [--render]

Titles, notes and alternatives in words; charts: names and values as in the CSV of the figure, and in the workbook behind
the chart the same in the cells that the chart names, so that whoever edits a cell changes the chart; tables; language;
and every part element by element against the sequences of ECMA-376 (5th edition, part 1), in the order in
which python-pptx writes them. With --render LibreOffice makes a PDF of each, which must have a page for each slide and all
its words.

Needs python-pptx and openpyxl (tests/office/requirements.txt); with --render LibreOffice (Impress) and poppler-utils.
"""

import argparse
import csv
import html
import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "target" / "office-pptx"
SITES = {"content": "it-IT", "docs/examples/waste/content": "en-GB"}
NEAR = 1e-6

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}

# Children in the order of the schema, those that we write and those that stand between them: whatever else is found has no
# place. Of several elements with one name the parent says which: "parent/element". `*` stands for shapes, or runs; what
# stands between bars may come in either order. Elements that are not named have only text, or children of one kind.
FILLS = "a:noFill a:solidFill a:gradFill a:blipFill a:pattFill a:grpFill"
GEOMETRY = "a:custGeom a:prstGeom"
SHAPES = {"p:sp", "p:grpSp", "p:graphicFrame", "p:cxnSp", "p:pic"}
SHAPE = f"a:xfrm {GEOMETRY} {FILLS} a:ln a:effectLst"
TEXT = "a:bodyPr a:lstStyle a:p"
LINE = f"{FILLS} a:prstDash a:round a:bevel a:miter a:headEnd a:tailEnd"
RUN = f"a:ln {FILLS} a:effectLst a:highlight a:latin a:ea a:cs a:sym a:hlinkClick a:hlinkMouseOver"
PARAGRAPH = (
    "a:lnSpc a:spcBef a:spcAft a:buClrTx a:buClr a:buSzTx a:buSzPct a:buSzPts a:buFontTx a:buFont a:buNone a:buAutoNum "
    "a:buChar a:tabLst a:defRPr"
)
LABEL = (
    "c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent "
    "c:showBubbleSize c:separator"
)
AXIS = (
    "c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark "
    "c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt"
)
CHART_TEXT = "a:bodyPr a:lstStyle a:p"
SEQUENCES = {
    # presentation
    "p:presentation": "p:sldMasterIdLst p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz "
    "p:embeddedFontLst p:custShowLst p:defaultTextStyle p:extLst",
    "p:sldMaster": "p:cSld p:clrMap p:sldLayoutIdLst p:transition p:timing p:hf p:txStyles p:extLst",
    "p:sldLayout": "p:cSld p:clrMapOvr p:transition p:timing p:hf p:extLst",
    "p:sld": "p:cSld p:clrMapOvr p:transition p:timing p:extLst",
    "p:notes": "p:cSld p:clrMapOvr p:extLst",
    "p:notesMaster": "p:cSld p:clrMap p:hf p:notesStyle p:extLst",
    "p:txStyles": "p:titleStyle p:bodyStyle p:otherStyle",
    "p:cSld": "p:bg p:spTree p:custDataLst p:controls p:extLst",
    "p:bgPr": f"{FILLS} a:effectLst",
    "p:spTree": "p:nvGrpSpPr p:grpSpPr *",
    "p:grpSp": "p:nvGrpSpPr p:grpSpPr *",
    "p:nvGrpSpPr": "p:cNvPr p:cNvGrpSpPr p:nvPr",
    "p:sp": "p:nvSpPr p:spPr p:style p:txBody",
    "p:nvSpPr": "p:cNvPr p:cNvSpPr p:nvPr",
    "p:graphicFrame": "p:nvGraphicFramePr p:xfrm a:graphic",
    "p:nvGraphicFramePr": "p:cNvPr p:cNvGraphicFramePr p:nvPr",
    "p:spPr": SHAPE,
    "p:grpSpPr": f"a:xfrm {FILLS} a:effectLst",
    "a:xfrm": "a:off a:ext a:chOff a:chExt",
    "p:xfrm": "a:off a:ext",
    "a:custGeom": "a:avLst a:gdLst a:ahLst a:cxnLst a:rect a:pathLst",
    "a:prstGeom": "a:avLst",
    "p:txBody": TEXT,
    "a:txBody": TEXT,
    "a:bodyPr": "a:prstTxWarp a:noAutofit a:normAutofit a:spAutoFit",
    "a:p": "a:pPr * a:endParaRPr",
    "a:r": "a:rPr a:t",
    "a:fld": "a:rPr a:pPr a:t",
    "a:rPr": RUN,
    "a:defRPr": RUN,
    "a:endParaRPr": RUN,
    "a:pPr": PARAGRAPH,
    "a:ln": LINE,
    "a:tbl": "a:tblPr a:tblGrid a:tr",
    "a:tc": "a:txBody a:tcPr",
    "a:tcPr": f"a:lnL a:lnR a:lnT a:lnB a:lnTlToBr a:lnBlToTr a:cell3D {FILLS}",
    # theme
    "a:theme": "a:themeElements a:objectDefaults a:extraClrSchemeLst",
    "a:themeElements": "a:clrScheme a:fontScheme a:fmtScheme",
    "a:clrScheme": "a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink",
    "a:fontScheme": "a:majorFont a:minorFont",
    "a:majorFont": "a:latin a:ea a:cs",
    "a:minorFont": "a:latin a:ea a:cs",
    "a:fmtScheme": "a:fillStyleLst a:lnStyleLst a:effectStyleLst a:bgFillStyleLst",
    # charts
    "c:chartSpace": "c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:chart c:spPr c:txPr c:externalData",
    "c:chart": "c:title c:autoTitleDeleted c:plotArea c:legend c:plotVisOnly c:dispBlanksAs",
    "c:plotArea": "c:layout c:barChart c:lineChart c:scatterChart c:valAx|c:catAx|c:dateAx c:spPr",
    "c:manualLayout": "c:layoutTarget c:xMode c:yMode c:wMode c:hMode c:x c:y c:w c:h",
    "c:barChart": "c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:axId",
    "c:lineChart": "c:grouping c:varyColors c:ser c:dLbls c:dropLines c:hiLowLines c:upDownBars c:marker c:smooth c:axId",
    "c:scatterChart": "c:scatterStyle c:varyColors c:ser c:dLbls c:axId",
    "c:barChart/c:ser": "c:idx c:order c:tx c:spPr c:invertIfNegative c:pictureOptions c:dPt c:dLbls c:trendline c:errBars "
    "c:cat c:val c:shape",
    "c:lineChart/c:ser": "c:idx c:order c:tx c:spPr c:marker c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:smooth",
    "c:scatterChart/c:ser": "c:idx c:order c:tx c:spPr c:marker c:dPt c:dLbls c:trendline c:errBars c:xVal c:yVal c:smooth",
    "c:dPt": "c:idx c:invertIfNegative c:marker c:bubble3D c:explosion c:spPr",
    "c:dLbls": f"c:dLbl c:delete {LABEL} c:showLeaderLines",
    "c:dLbl": f"c:idx c:delete c:layout c:tx {LABEL}",
    "c:marker": "c:symbol c:size c:spPr",
    "c:spPr": SHAPE,
    "c:txPr": CHART_TEXT,
    "c:rich": CHART_TEXT,
    "c:strRef": "c:f c:strCache",
    "c:numRef": "c:f c:numCache",
    "c:strCache": "c:ptCount c:pt",
    "c:numCache": "c:formatCode c:ptCount c:pt",
    "c:scaling": "c:logBase c:orientation c:max c:min",
    "c:catAx": f"{AXIS} c:auto c:lblAlgn c:lblOffset c:tickLblSkip c:tickMarkSkip c:noMultiLvlLbl",
    "c:dateAx": f"{AXIS} c:auto c:lblOffset c:baseTimeUnit c:majorUnit c:majorTimeUnit",
    "c:valAx": f"{AXIS} c:crossBetween c:majorUnit c:minorUnit",
    "c:externalData": "c:autoUpdate",
}

failures = []


def fault(words):
    failures.append(words)
    print(f"FAIL {words}")


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed: {done.stderr.decode()}")
    return done.stdout.decode()


# ---- the order of elements


def prefixed(element):
    name = etree.QName(element)
    for prefix, namespace in NAMES.items():
        if name.namespace == namespace:
            return f"{prefix}:{name.localname}"
    return f"?:{name.localname}"


def in_order(where, element):
    """Holds the children of an element, and theirs, against the sequences."""
    name = prefixed(element)
    parent = prefixed(element.getparent()) if element.getparent() is not None else ""
    sequence = SEQUENCES.get(f"{parent}/{name}") or SEQUENCES.get(name)
    # A level of a list of styles is a paragraph by another name.
    if sequence is None and re.fullmatch(r"a:lvl\dpPr|a:defPPr", name):
        sequence = PARAGRAPH
    # An outline of a cell is a line by another name.
    if sequence is None and re.fullmatch(r"a:ln[LRTB]", name):
        sequence = LINE
    children = [prefixed(child) for child in element]
    if sequence is not None and not (name == "c:marker" and parent == "c:lineChart"):
        places = {}
        steps = sequence.split()
        for place, step in enumerate(steps):
            for one in step.split("|"):
                places[one] = place
        anything = places.get("*")
        last = -1
        for child in children:
            place = places.get(child, anything if child in SHAPES | {"a:r", "a:br", "a:fld"} else None)
            if place is None:
                fault(f"{where}: {child} has no place in {name}")
            elif place < last:
                fault(f"{where}: in {name}, {child} stands after {steps[last]}")
            else:
                last = place
    for child in element:
        if prefixed(child)[0] != "?":
            in_order(where, child)


def parts_in_order(path):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".xml") and name.startswith("ppt/"):
                in_order(f"{path.parent.name} {name}", etree.fromstring(archive.read(name)))


# ---- what the site says


def slides_of(path):
    """Which kind each slide is, its address, its title and whether it is kept back, in the order of the HTML."""
    page = path.with_suffix(".html").read_text()
    found = re.findall(r'<section class="slide slide--(\w+)[^"]*" id="([^"]*)"([^>]*)>', page)
    titles = [re.search(rf'<h2 id="{identity}-title"[^>]*>(.*?)</h2>', page, re.S).group(1) for _, identity, _ in found]
    plain = [re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", "", title))).strip() for title in titles]
    return [(kind, identity, title, "data-backup" in rest) for (kind, identity, rest), title in zip(found, plain)]


def rows_of(edition, figure):
    with (edition / "figures" / figure / f"{figure}.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def number(text):
    return float(text) if text else None


def bare(name):
    """A name without the marks of its notes."""
    return re.sub(r"(\*+|\(\d+\))$", "", name).strip()


def is_near(one, other):
    if one is None or other is None:
        return one is None and other is None
    return abs(one - other) < NEAR


# ---- a chart and its workbook


def cells(sheet, formula):
    """The cells that a formula of a chart names, in their order."""
    name, place = formula.split("!")
    if name != sheet.title:
        fault(f"a chart names the sheet {name}")
    left, top, right, bottom = range_boundaries(place.replace("$", ""))
    return [sheet.cell(row, column).value for row in range(top, bottom + 1) for column in range(left, right + 1)]


def reckoned(sheet, value):
    """The value of a cell that is reckoned from others: `=B2`, or the greatest of a range, as the charts have them."""
    if not isinstance(value, str) or not value.startswith("="):
        return value
    if value.startswith("=MAX("):
        return max(cell for cell in cells(sheet, f"{sheet.title}!{value[5:-1]}") if cell is not None)
    return sheet[value[1:]].value


def held_by_workbook(where, chart):
    """Every point of the chart is the cell that its formula names; empty cells have none."""
    blob = chart.part.chart_workbook.xlsx_part.blob
    sheet = load_workbook(io.BytesIO(blob)).active
    count = 0
    for reference in chart._chartSpace.iter(f"{{{NAMES['c']}}}strRef", f"{{{NAMES['c']}}}numRef"):
        formula = reference.findtext("c:f", namespaces=NAMES)
        known = {
            int(point.get("idx")): point.findtext("c:v", namespaces=NAMES)
            for point in reference.iterfind(".//c:pt", namespaces=NAMES)
        }
        for index, cell in enumerate(cells(sheet, formula)):
            cell = reckoned(sheet, cell)
            cached = known.get(index)
            if hasattr(cell, "toordinal"):
                # Excel counts days from the end of 1899.
                cell = cell.toordinal() - 693594
            if isinstance(cell, (int, float)):
                same = cached is not None and is_near(float(cached), float(cell))
            else:
                same = (cached or "") == (cell or "")
            if not same:
                fault(f"{where}: {formula}, place {index}: the chart has {cached}, the workbook {cell}")
            count += 1
    if count == 0:
        fault(f"{where}: the chart names no cells")
    return sheet


def edited(where, chart):
    """A value changed in the workbook stands where the chart looks for it."""
    series = chart._chartSpace.find(".//c:ser", namespaces=NAMES)
    values = series.find("c:val/c:numRef/c:f", namespaces=NAMES)
    if values is None:
        values = chart._chartSpace.find(".//c:ser[2]/c:xVal/c:numRef/c:f", namespaces=NAMES)
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    left, top, *_ = range_boundaries(values.text.split("!")[1].replace("$", ""))
    book.active.cell(top, left).value = 12.25
    again = io.BytesIO()
    book.save(again)
    if cells(load_workbook(again).active, values.text)[0] != 12.25:
        fault(f"{where}: {values.text} does not name the cell that was edited")


def written(code, value):
    """A number as Excel writes it in a format of ours, with a point."""
    sections = code.split(";")
    section = sections[1] if value < 0 and len(sections) > 1 else sections[2] if value == 0 and len(sections) > 2 else sections[0]
    decimals = len(re.search(r"0(?:\.(0+))?", section).group(1) or "")
    scale = 10**decimals
    magnitude = int(abs(value) * scale * (1 + 1e-15) + 0.5) / scale
    body = re.sub(r'0(?:\.0+)?(?=(?:[^"]*"[^"]*")*[^"]*$)', f"{magnitude:.{decimals}f}", section, count=1)
    return body.replace('"', "")


def labels(chart):
    """The printed value of each bar, by its place."""
    group = chart._chartSpace.find(".//c:dLbls", namespaces=NAMES)
    usual = group.find("c:numFmt", namespaces=NAMES).get("formatCode")
    values = chart.plots[0].series[0].values
    own = {}
    for label in group.iterfind("c:dLbl", namespaces=NAMES):
        place = int(label.find("c:idx", namespaces=NAMES).get("val"))
        said = "".join(run.text for run in label.iterfind(".//a:t", namespaces=NAMES))
        form = label.find("c:numFmt", namespaces=NAMES)
        own[place] = said or written(form.get("formatCode"), values[place])
    return {place: own.get(place) or written(usual, value) for place, value in enumerate(values) if value is not None}


def bars(where, chart, rows, sheet, distance):
    plot = chart.plots[0]
    shown = {bare(name): value for name, value in zip(plot.categories, plot.series[0].values) if value is not None}
    known = {row["name"]: number(row["value"]) for row in rows}
    whole = next((row["name"] for row in rows if row.get("national") == "yes"), None)
    for name, value in shown.items():
        if name not in known:
            fault(f"{where}: {name} is not in the data")
        elif not distance and not is_near(value, known[name]):
            fault(f"{where}: {name} is {value}, in the data {known[name]}")
        elif distance and not is_near(value, round(known[name]) - round(known[whole])) and known[name] % 1 != 0.5:
            fault(f"{where}: {name} is at {value} of the whole")
    printed = {bare(str(row[0].value)): row[2].value for row in sheet.iter_rows(min_row=2) if row[0].value}
    said = labels(chart)
    for place, name in enumerate(plot.categories):
        if place in said and said[place] != (printed.get(bare(name)) or "").replace(",", "."):
            fault(f"{where}: the label of {name} is {said[place]}, printed is {printed.get(bare(name))}")
    return set(shown), {name for name, value in known.items() if value is not None and not (distance and name == whole)}


def pairs(where, chart, rows):
    """A dumbbell: what was and what is, at the row of each name."""
    names = [bare(text) for text in names_of(chart)]
    known = {row["name"]: (number(row["old_value"]), number(row["value"])) for row in rows}
    old, new = (points(chart, index) for index in (1, 2))
    for place, name in enumerate(names):
        if name not in known:
            fault(f"{where}: {name} is not in the data")
        elif not (is_near(old.get(place), known[name][0]) and is_near(new.get(place), known[name][1])):
            fault(f"{where}: {name} is {old.get(place)}, {new.get(place)}, in the data {known[name]}")
    return set(names), {name for name, both in known.items() if both != (None, None)}


def names_of(chart):
    series = chart._chartSpace.findall(".//c:ser", namespaces=NAMES)[3]
    said = series.iterfind("c:dLbls/c:dLbl", namespaces=NAMES)
    return ["".join(run.text for run in label.iterfind(".//a:t", namespaces=NAMES)).replace("\u00a0", " ").strip() for label in said]


def points(chart, index):
    series = chart._chartSpace.findall(".//c:ser", namespaces=NAMES)[index]
    found = series.iterfind("c:xVal//c:pt", namespaces=NAMES)
    return {int(point.get("idx")): float(point.findtext("c:v", namespaces=NAMES)) for point in found}


def lines(where, chart, rows, columns):
    """Lines and slopes: by name, the values of all parts of a line are those of the data, and no more."""
    shown = {}
    for series in chart.plots[0].series:
        name = bare(re.sub(r" \(\d+\)$", "", series.name))
        shown.setdefault(name, []).extend(value for value in series.values if value is not None)
    known, seen = {}, set()
    for row in rows:
        # One value of one date is one point, in however many editions it stands.
        point = (row["name"], row["period"], row["value"])
        if "value_edition" not in row or point not in seen:
            known.setdefault(row["name"], []).extend(number(row[column]) for column in columns if row[column])
        seen.add(point)
    known = {name: values for name, values in known.items() if values}
    for name in shown.keys() & known.keys():
        both = list(zip(sorted(shown[name]), sorted(known[name])))
        if len(shown[name]) != len(known[name]) or not all(is_near(*pair) for pair in both):
            fault(f"{where}: {name} is {shown[name]}, in the data {known[name]}")
    return set(shown), set(known)


def a_chart(where, chart, edition, figure):
    sheet = held_by_workbook(where, chart)
    edited(where, chart)
    rows = rows_of(edition, figure)
    kind = type(chart.plots[0]).__name__
    if kind == "BarPlot":
        shown, known = bars(where, chart, rows, sheet, figure.endswith("-distance"))
    elif kind == "XyPlot":
        shown, known = pairs(where, chart, rows)
    else:
        columns = ["old_value", "value"] if "old_value" in rows[0] else ["value"]
        shown, known = lines(where, chart, rows, columns)
    return shown, known


def a_table(where, table, edition, figure):
    rows = rows_of(edition, figure)
    head, *body = [[cell.text for cell in row.cells] for row in table.rows]
    known = {row["name"]: row for row in rows}
    words = {"yes": "●", "no": "–", "missing": "n.d."}
    for name, *signs, total in body:
        row = known.get(bare(name))
        if row is None:
            fault(f"{where}: {name} is not in the data")
            continue
        items = [value for value in list(row.values())[2:] if value in words][: len(signs)]
        if [words[value] for value in items] != signs:
            fault(f"{where}: {name} has {signs}, in the data {items}")
        yes, all_known = items.count("yes"), items.count("yes") + items.count("no")
        if total != (f"{yes}/{all_known}" if all_known else "n.d."):
            fault(f"{where}: the total of {name} is {total}")
    if any(int(properties.get("sz")) < 900 for properties in table._tbl.iter(f"{{{NAMES['a']}}}rPr")):
        fault(f"{where}: words of less than nine points")
    return {bare(name) for name, *_ in body}, set(known)


# ---- a deck


def words_of(slide):
    return " ".join(shape.text_frame.text for shape in walk(slide.shapes) if shape.has_text_frame)


def walk(shapes):
    for shape in shapes:
        if shape.shape_type is not None and shape.shape_type == 6:
            yield from walk(shape.shapes)
        else:
            yield shape


def alternative(shape):
    return shape._element.xpath(".//p:cNvPr")[0]


def deck(path, edition, lang):
    parts_in_order(path)
    presentation = Presentation(path)
    core = presentation.core_properties
    if core.language != lang or not core.title or not core.author:
        fault(f"{edition.name}: the file says {core.language}, {core.title!r}, {core.author!r}")
    planned = slides_of(path)
    slides = list(presentation.slides)
    if len(slides) != len(planned):
        fault(f"{edition.name}: {len(slides)} slides, {len(planned)} in HTML")
    # Of each figure: names shown on its slides, names with a value in the data.
    figures = {}
    for number_of, (slide, (kind, identity, title, kept_back)) in enumerate(zip(slides, planned), 1):
        where = f"{edition.name}, {path.stem}, slide {number_of} ({identity})"
        if slide.shapes.title is None or squeezed(slide.shapes.title.text_frame.text) != squeezed(title):
            fault(f"{where}: the title is {slide.shapes.title and slide.shapes.title.text_frame.text!r}, not {title!r}")
        if slide.shapes[0] != slide.shapes.title:
            fault(f"{where}: the title is not read first")
        if kind not in ("title", "closing"):
            kinds = [shape.placeholder_format.type for shape in slide.placeholders]
            if PP_PLACEHOLDER.SLIDE_NUMBER not in kinds:
                fault(f"{where}: no slide number")
        if (slide._element.get("show") == "0") != kept_back:
            fault(f"{where}: it is {'not ' if kept_back else ''}hidden")
        if not slide.has_notes_slide:
            fault(f"{where}: no page of notes")
        for properties in slide._element.iter(f"{{{NAMES['a']}}}rPr"):
            if properties.get("lang") not in SITES.values():
                fault(f"{where}: a run in {properties.get('lang')}")
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type == 6 and shape.name.startswith(("Disegno", "Drawing")):
                said = alternative(shape)
                if not said.get("descr") or not said.get("title"):
                    fault(f"{where}: {shape.name} says nothing")
            if shape.left is not None and (shape.left < 0 or shape.left + shape.width > 12192000 or shape.top + shape.height > 6858000):
                fault(f"{where}: {shape.name} reaches beyond the slide")
        if kind != "figure":
            continue
        figure = identity.removeprefix("figure-")
        if not (edition / "figures" / figure).exists():
            figure = re.sub(r"-\d+$", "", figure)
        notes = slide.notes_slide.notes_text_frame.text
        said = alternative(next(shape for shape in slide.shapes if alternative(shape).get("descr")))
        if squeezed(said.get("title")) not in squeezed(title) or squeezed(said.get("title")) not in squeezed(said.get("descr")):
            fault(f"{where}: the alternative is {said.get('descr')!r}")
        for needed in ("Fonte", "Source"):
            if needed in words_of(slide) and needed not in notes:
                fault(f"{where}: the notes have no source")
        shown, known = figures.setdefault(figure, (set(), set()))
        for shape in slide.shapes:
            if shape.has_chart:
                one, all_known = a_chart(where, shape.chart, edition, figure)
            elif shape.has_table:
                one, all_known = a_table(where, shape.table, edition, figure)
            else:
                continue
            shown |= one
            known |= all_known
        absent = {row["name"] for row in rows_of(edition, figure)} - shown if shown else set()
        listed = squeezed(words_of(slide))
        figures[figure] = (shown, known)
        is_last = number_of == len(planned) or not planned[number_of][1].startswith(f"{identity.removesuffix('-2')}-")
        if shown and is_last:
            for name in absent:
                if squeezed(name) not in listed and name not in all_values(shape for shape in walk(slide.shapes)):
                    if not figure.endswith("-distance"):
                        fault(f"{where}: {name} has no value, and is not named")
    for figure, (shown, known) in figures.items():
        if shown and shown != known:
            fault(f"{edition.name}, {figure}: shown and not known {shown - known}, known and not shown {known - shown}")
    return sum(1 for shown, _ in figures.values() if shown)


def all_values(shapes):
    return {shape.text_frame.text for shape in shapes if shape.has_text_frame}


def squeezed(text):
    return "".join((text or "").split())


def rendered(path):
    work = OUT / "rendered" / path.parent.relative_to(OUT)
    work.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation={(OUT / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", work, path)
    pdf = work / f"{path.stem}.pdf"
    pages = int(re.search(r"Pages:\s*(\d+)", run("pdfinfo", pdf)).group(1))
    slides = [slide for slide in Presentation(path).slides if slide._element.get("show") != "0"]
    if pages != len(slides):
        fault(f"{path}: LibreOffice makes {pages} pages of {len(slides)} slides")
    text = run("pdftotext", "-raw", pdf, "-").split("\f")
    for place, (slide, page) in enumerate(zip(slides, text), 1):
        for shape in walk(slide.shapes):
            if shape.has_text_frame and shape.text_frame.text and not turned(shape):
                for line in shape.text_frame.text.splitlines():
                    if squeezed(line) and squeezed(line).upper() not in squeezed(page).upper():
                        fault(f"{path.parent.name}, page {place}: {line!r} is not seen")
            if shape.has_chart:
                for name in shape.chart.plots[0].categories if type(shape.chart.plots[0]).__name__ == "BarPlot" else []:
                    if squeezed(name) not in squeezed(page):
                        fault(f"{path.parent.name}, page {place}: {name} is not seen")


def turned(shape):
    return getattr(shape, "rotation", 0) != 0


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--program", default=ROOT / "target" / "release" / "fascicle")
    options.add_argument("--render", action="store_true", help="also make PDFs with LibreOffice")
    options = options.parse_args()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    decks = charts = 0
    for place, (content, lang) in enumerate(SITES.items()):
        output = OUT / f"site-{place}"
        more = ["--minutes", 10, "--for", "Molise", "--for", "Umbria"] if place == 0 else []
        formats = ["--formats", "svg,csv,json,pptx"]
        run(options.program, "build", "--content", ROOT / content, "--output", output, *formats, *more)
        for path in sorted(output.glob("**/slides*.pptx")):
            edition = output / path.relative_to(output).parts[0]
            charts += deck(path, edition, lang)
            decks += 1
            if options.render:
                rendered(path)
    if decks < 11 or charts < 50:
        fault(f"only {decks} decks and {charts} charts and tables")
    print(f"{decks} decks, {charts} figures as charts and tables, {len(failures)} faults")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
