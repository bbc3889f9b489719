"""Writes the workbooks of this folder, byte for byte the same each time: `python3 make.py`.

Only zipfile is needed: an XLSX or an ODS is a folder of XML.
"""

import zipfile
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
ND = "n.d."

# What regional sheets of Fondazione GIMBE, as read in the press of July 2025, say of January - March 2025; the sources
# are those of content/editions/2025-01_2025-03. None is a cell left blank: its figure has a date or a remark of its own,
# and stands in the second sheet.
HEAD = ["Territorio", "Documenti (% su 16)", "Servizi (%)", "Consenso (%)", "Uso 90 gg (%)", "MMG/PLS (%)", "Specialisti (%)"]
FIGURES = [
    ["Italia", 74, ND, 42, 21, 95, 72],
    ["Piemonte", 94, 31, 28, 17, 100, 100],
    ["Valle d'Aosta", 69, 29, 73, 30, 47, 100],
    ["Liguria", 81, 38, 12, 5, 99, 16],
    ["Lombardia", ND, ND, ND, ND, ND, ND],
    ["Prov. Aut. Bolzano", ND, ND, ND, ND, ND, ND],
    ["Prov. Aut. Trento", ND, ND, ND, ND, 100, ND],
    ["Veneto", 94, ND, ND, 25, 98, ND],
    ["Friuli Venezia Giulia", 63, ND, None, ND, ND, ND],
    ["Emilia-Romagna", ND, ND, 92, 65, 100, ND],
    ["Toscana", ND, 56, ND, ND, ND, ND],
    ["Umbria", 69, 27, 29, 4, 100, 100],
    ["Marche", ND, ND, 12, 1, 100, ND],
    ["Lazio", ND, 51, ND, ND, ND, ND],
    ["Abruzzo", 44, ND, 1, 7, 94, 37],
    ["Molise", ND, ND, ND, ND, 100, ND],
    ["Campania", 63, 18, 1, ND, ND, ND],
    ["Puglia", ND, ND, 73, 5, 100, ND],
    ["Basilicata", 81, ND, 5, ND, 100, ND],
    ["Calabria", 44, 7, 1, ND, ND, ND],
    ["Sicilia", None, 9, ND, ND, ND, ND],
    ["Sardegna", 88, 27, 24, 11, 100, 100],
]
INDICATORS = [
    ["Fascicolo Sanitario Elettronico: i dati delle schede regionali"],
    ["Gennaio - marzo 2025; documenti, servizi, consenso e specialisti al 31 marzo"],
    [],
    HEAD,
    *FIGURES,
    [],
    ["n.d.: nessuna fonte letta riporta il valore"],
]
REMARKS = [
    ["Territorio", "Indicatore", "Valore", "Periodo", "Stato", "Nota", "Fonte"],
    ["Friuli Venezia Giulia", "Consenso", 86, "2024-12-31", None, None, "ilnordest"],
    ["Sicilia", "Documenti", 60, None, "low-reliability", "la fonte dice «circa il 60%».", "ilsicilia"],
]
DOCUMENTS = [
    ["Documento", "Numero", "Su"],
    ["Lettera di dimissione ospedaliera", 21, 21],
    ["Referto di laboratorio", 21, 21],
    ["Referto di radiologia", 21, 21],
    ["Verbale di pronto soccorso", 21, 21],
    ["Referto specialistico ambulatoriale", ND, None],
    ["Prescrizione farmaceutica", ND, None],
    ["Prescrizione specialistica", ND, None],
    ["Profilo sanitario sintetico", ND, None],
    ["Certificato vaccinale", 15, 21],
    ["Documento di erogazione di prestazioni specialistiche", 15, 21],
    ["Documento di erogazione di farmaci", 14, 21],
    ["Scheda della singola vaccinazione", 14, 21],
    ["Referto di anatomia patologica", 13, 21],
    ["Taccuino personale dell'assistito", 13, 21],
    ["Lettera di invito per screening, vaccinazione e altri percorsi di prevenzione", 6, 21],
    ["Cartella clinica", 1, 21],
]

# The same column of consent as parts of one: shown as percentages, and bare. The third sheet is synthetic: a formula
# that nobody worked out.
SHARES = [[row[0], ND if row[3] == ND else row[3] and row[3] / 100] for row in FIGURES]
FORMULAS = [["Territorio", "Consenso"], ["Italia", ("SUM(1,2)",)], ["Lazio", 12]]


def letters(column):
    return chr(65 + column)


def xlsx(name, sheets):
    """Sheets are (name, rows, style): style 1 shows numbers as percentages."""
    kinds = ["worksheet"] * len(sheets)
    parts = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
        "<Override PartName='/xl/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'/>"
        + "".join(
            f"<Override PartName='/xl/worksheets/sheet{n}.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/>"
            for n in range(1, len(sheets) + 1)
        )
        + "</Types>",
        "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>",
        "xl/workbook.xml": "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
        + "".join(f"<sheet name='{escape(sheet[0])}' sheetId='{n}' r:id='rId{n}'/>" for n, sheet in enumerate(sheets, 1))
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + "".join(
            f"<Relationship Id='rId{n}' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}' Target='worksheets/sheet{n}.xml'/>"
            for n, kind in enumerate(kinds, 1)
        )
        + "<Relationship Id='rId99' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' Target='styles.xml'/></Relationships>",
        "xl/styles.xml": "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
        "<fonts count='1'><font/></fonts><fills count='1'><fill/></fills><borders count='1'><border/></borders>"
        "<cellStyleXfs count='1'><xf/></cellStyleXfs><cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='9' applyNumberFormat='1'/></cellXfs></styleSheet>",
    }
    for n, (_, rows, style) in enumerate(sheets, 1):
        lines = []
        for r, row in enumerate(rows, 1):
            cells = []
            for c, value in enumerate(row):
                at = f"{letters(c)}{r}"
                if isinstance(value, tuple):
                    cells.append(f"<c r='{at}'><f>{value[0]}</f></c>")
                elif isinstance(value, (int, float)):
                    cells.append(f"<c r='{at}' s='{style}'><v>{value!r}</v></c>")
                elif value is not None:
                    cells.append(f"<c r='{at}' t='inlineStr'><is><t>{escape(value, quote=False)}</t></is></c>")
            lines.append(f"<row r='{r}'>{''.join(cells)}</row>")
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
            + "".join(lines)
            + "</sheetData></worksheet>"
        )
    pack(name, parts)


def ods(name, sheets):
    tables = []
    for sheet, rows, _ in sheets:
        lines = []
        for row in rows:
            cells = []
            for value in row:
                if isinstance(value, (int, float)):
                    cells.append(f"<table:table-cell office:value-type='float' office:value='{value!r}'><text:p>{value}</text:p></table:table-cell>")
                elif value is None:
                    cells.append("<table:table-cell/>")
                else:
                    cells.append(f"<table:table-cell office:value-type='string'><text:p>{escape(value, quote=False)}</text:p></table:table-cell>")
            lines.append(f"<table:table-row>{''.join(cells) or '<table:table-cell/>'}</table:table-row>")
        tables.append(f"<table:table table:name='{sheet}'>{''.join(lines)}</table:table>")
    names = "".join(f" xmlns:{key}='urn:oasis:names:tc:opendocument:xmlns:{key}:1.0'" for key in ("office", "table", "text"))
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
        "<manifest:file-entry manifest:full-path='/' manifest:media-type='application/vnd.oasis.opendocument.spreadsheet'/></manifest:manifest>",
        "content.xml": f"<office:document-content{names}><office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body></office:document-content>",
    }
    pack(name, parts)


def pack(name, parts):
    with zipfile.ZipFile(HERE / name, "w") as archive:
        for path, text in parts.items():
            info = zipfile.ZipInfo(path, (2025, 7, 16, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, text if path == "mimetype" else "<?xml version='1.0' encoding='UTF-8'?>" + text)


def main():
    sheets = [("Indicatori", INDICATORS, 0), ("Precisazioni", REMARKS, 0), ("Documenti", DOCUMENTS, 0)]
    xlsx("fse-2025-q1.xlsx", sheets)
    ods("fse-2025-q1.ods", sheets)
    head = ["Territorio", "Consenso"]
    xlsx("consenso-parti.xlsx", [("Percentuali", [head, *SHARES], 1), ("Frazioni", [head, *SHARES], 0), ("Formule", FORMULAS, 0)])


main()
