"""Makes the faces of further signs: README.md beside them says of what.

usage: python3 src/theme/signs/make.py FOLDER-OF-THE-FACES-THEY-ARE-MADE-OF
"""
import logging, sys, unicodedata
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib import instancer
from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.cu2quPen import Cu2QuPen

logging.disable(logging.WARNING)
SRC, OUT = sys.argv[1], "src/theme/signs"
OWN = "themes/gimbe/fonts"

def block(line):
    """A line of blocks.txt: a name, and what it holds as style sheets say it."""
    name, ranges = line.strip().split(": ")
    ends = [one.removeprefix("U+").split("-") for one in ranges.split(", ")]
    return name, [(int(one[0], 16), int(one[-1], 16)) for one in ends]

BLOCKS = dict(block(line) for line in open(f"{OUT}/blocks.txt"))
FACES = {  # name: house, letters, weight, width, scale of letters
    "titillium-web-400": ("TitilliumWeb-Regular.ttf", "NotoSans[wdth,wght].ttf", 400, 90, 0.95),
    "titillium-web-600": ("TitilliumWeb-SemiBold.ttf", "NotoSans[wdth,wght].ttf", 600, 90, 0.95),
    "titillium-web-700": ("TitilliumWeb-Bold.ttf", "NotoSans[wdth,wght].ttf", 700, 90, 0.95),
    "caladea-700": ("Caladea-Bold.ttf", "NotoSerif[wdth,wght].ttf", 700, 95, 0.92),
}

# Of letters that stand for things, those that people write: degrees, numero, ohm.
LETTERLIKE = {0x2103, 0x2109, 0x2113, 0x2116, 0x2117, 0x2120, 0x2122, 0x2126, 0x212A, 0x212B, 0x212E}

def wanted():
    codes = {c for ranges in BLOCKS.values() for a, b in ranges for c in range(a, b + 1)}
    return {c for c in codes if not 0x2100 <= c < 0x2150 or c in LETTERLIKE}

def cut(font, codes, layout):
    options = subset.Options()
    options.layout_features = layout
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.drop_tables += ["STAT", "MVAR", "HVAR", "avar", "fvar", "gvar", "DSIG", "meta", "gasp", "prep", "fpgm", "cvt "]
    options.legacy_kern = False
    one = subset.Subsetter(options)
    one.populate(unicodes=codes)
    one.subset(font)
    return font

def add(font, other, codes, scale):
    """Draws signs of another face into a font, in the place of its own where it has them."""
    glyphs, cmap = other.getGlyphSet(), other.getBestCmap()
    order, units = font.getGlyphOrder(), font["head"].unitsPerEm / other["head"].unitsPerEm * scale
    done = {}
    for code in sorted(codes):
        name = cmap[code]
        if name not in done:
            new = f"s{code:04X}"
            pen = TTGlyphPen(None)
            curves = Cu2QuPen(pen, 0.5, reverse_direction="CFF " in other)
            record = DecomposingRecordingPen(glyphs)
            glyphs[name].draw(record)
            record.replay(TransformPen(curves, (units, 0, 0, units, 0, 0)))
            glyph = pen.glyph()
            order.append(new)
            font["glyf"].glyphs[new] = glyph
            glyph.recalcBounds(font["glyf"])
            bearing = getattr(glyph, "xMin", 0) if glyph.numberOfContours else 0
            font["hmtx"][new] = (round(glyphs[name].width * units), bearing)
            done[name] = new
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = done[name]
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order

def scaled(font, scale):
    units = font["head"].unitsPerEm
    scale_upem(font, round(units * scale))
    font["head"].unitsPerEm = units

def name(font, face):
    table = font["name"]
    for id, words in {1: "Fascicle Signs", 3: f"Fascicle Signs {face}", 4: f"Fascicle Signs {face}", 6: f"FascicleSigns-{face}"}.items():
        table.setName(words, id, 3, 1, 0x409)
    table.names = [one for one in table.names if one.platformID == 3]

def save(font, path, flavor=None):
    font["head"].modified = font["head"].created = 0
    font.flavor = flavor
    font.recalcTimestamp = False
    font.save(path)

for face, (house, letters, weight, width, scale) in FACES.items():
    own, house = TTFont(f"{OWN}/{face}.ttf"), TTFont(f"{SRC}/{house}")
    codes = {c for c in wanted() if unicodedata.category(chr(c)) not in ("Cn", "Co", "Cs")} - set(own.getBestCmap())
    noto = instancer.instantiateVariableFont(TTFont(f"{SRC}/{letters}"), {"wght": weight, "wdth": width}, inplace=False)
    inter = instancer.instantiateVariableFont(TTFont(f"{SRC}/Inter[opsz,wght].ttf"), {"wght": weight, "opsz": 14}, inplace=False)
    math, shapes = TTFont(f"{SRC}/NotoSansMath-Regular.ttf"), TTFont(f"{SRC}/NotoSansSymbols2-Regular.ttf")
    of = lambda font: set(font.getBestCmap())
    ours = codes & of(house)
    # Marks that stand over a letter stay with the letters they are placed on.
    ours = {c for c in ours if not unicodedata.combining(chr(c))}
    font = cut(noto, codes, ["ccmp", "mark", "mkmk"])
    scaled(font, scale)
    add(font, house, ours, 1)
    left = codes - of(font)
    for other, times in ((inter, 0.95), (math, 0.95), (shapes, 0.95)):
        here = left & of(other)
        add(font, other, here, times)
        left -= here
    print(face, len(of(font)), "house", len(ours), "left", len(left), " ".join(f"{c:04X}" for c in sorted(left))[:300])
    # A line is as high with them as without.
    for table, traits in {"hhea": ("ascent", "descent", "lineGap"), "OS/2": ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent", "fsSelection")}.items():
        for trait in traits:
            setattr(font[table], trait, getattr(own[table], trait))
    name(font, face)
    path = f"{OUT}/{face}.ttf"
    save(font, path)
    for block, ranges in BLOCKS.items():
        piece = TTFont(path)
        cut(piece, {c for a, b in ranges for c in range(a, b + 1)} & of(font), ["ccmp", "mark", "mkmk"])
        save(piece, f"{OUT}/{face}.{block}.woff2", "woff2")
