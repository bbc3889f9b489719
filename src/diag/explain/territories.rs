//! Faults of territories, their list, their tiles and their map.

use super::said::{Explanation, said};

pub(super) const UNKNOWN_TERRITORY: Explanation = said(
    ["unknown territory", "The name is none of the territories, nor the whole; or a table has a row for the whole."],
    [
        "territorio sconosciuto",
        "Il nome non è di nessun territorio, né dell’insieme; oppure una tabella ha una riga per l’insieme.",
    ],
    "observations/consenso.yaml",
    ["  Lazzio: 8", "  Lazio: 8"],
);

pub(super) const DUPLICATE_TERRITORY: Explanation = said(
    ["duplicate territory", "One territory or item twice, perhaps under two names, such as P.A. Bolzano and Südtirol."],
    ["territorio doppio", "Un territorio o una voce due volte, forse con due nomi, come P.A. Bolzano e Südtirol."],
    "observations/consenso.yaml",
    ["  Lazio: 8\n  ITI4: 9", "  Lazio: 8"],
);

pub(super) const FORGOTTEN_TERRITORY: Explanation = said(
    ["forgotten territory", "A territory, an item or the national value is neither given nor declared missing."],
    [
        "territorio dimenticato",
        "Per un territorio, una voce o l’intero Paese non c’è né un valore né la parola `missing`.",
    ],
    "observations/consenso.yaml",
    ["values:\n  Lazio: 8\n  Umbria: 29", "values:\n  Lazio: 8\n  Umbria: 29\nothers: missing"],
);

pub(super) const AMBIGUOUS_TERRITORY: Explanation = said(
    [
        "ambiguous territory",
        "A name, code or alias of `territories.yaml` means two, or is `national`, which means the whole.",
    ],
    [
        "territorio ambiguo",
        "Un nome, un codice o un alias di `territories.yaml` ne indica due, o è `national`, che indica \
                     l’insieme.",
    ],
    "territories.yaml",
    [
        "national: { code: IT, name: Italia }\nterritories:\n  LAZ: Lazio\n  UMB: { name: Umbria, aliases: \
                     [LAZ] }",
        "national: { code: IT, name: Italia }\nterritories:\n  LAZ: Lazio\n  UMB: { name: Umbria, aliases: \
                     [UM] }",
    ],
);

pub(super) const TERRITORY_COUNT: Explanation = said(
    ["number of territories", "`territories.yaml` has fewer than two territories, or more than a thousand."],
    ["numero di territori", "`territories.yaml` ha meno di due territori, o più di mille."],
    "territories.yaml",
    [
        "national: { code: IT, name: Italia }\nterritories:\n  LAZ: Lazio",
        "national: { code: IT, name: Italia }\nterritories:\n  LAZ: Lazio\n  UMB: Umbria",
    ],
);

pub(super) const UNKNOWN_AREA: Explanation = said(
    ["unknown area", "`territories.yaml` declares no such area."],
    ["area sconosciuta", "`territories.yaml` non dichiara questa area."],
    "territories.yaml",
    [
        "national: { code: IT, name: Italia }\nareas:\n  centro: Centro\nterritories:\n  LAZ: { name: Lazio, \
                     area: centri }\n  UMB: Umbria",
        "national: { code: IT, name: Italia }\nareas:\n  centro: Centro\nterritories:\n  LAZ: { name: Lazio, \
                     area: centro }\n  UMB: Umbria",
    ],
);

pub(super) const TERRITORY_CODE: Explanation = said(
    ["code of a territory", "A code that cannot stand in data files, or a name without a letter."],
    ["codice di un territorio", "Un codice che non può stare nei file di dati, o un nome senza una lettera."],
    "territories.yaml",
    [
        "national: { code: IT, name: Italia }\nterritories:\n  Lazio (Roma): Lazio\n  UMB: Umbria",
        "national: { code: IT, name: Italia }\nterritories:\n  LAZ: Lazio\n  UMB: Umbria",
    ],
);

pub(super) const NO_TILES: Explanation = said(
    ["no tiles", "A figure is to be shown as tiles, and territories.yaml does not say where each territory stands."],
    ["niente tessere", "Una figura va mostrata a tessere, ma territories.yaml non dice dove sta ogni territorio."],
    "territories.yaml",
    [
        "territories:\n  ENG: England\n  WLS: Wales",
        "territories:\n  ENG: { name: England, tile: [2, 1] }\n  WLS: { name: Wales, tile: [1, 1] }",
    ],
);

pub(super) const TILE_PLACE: Explanation = said(
    [
        "place of a tile",
        "In territories.yaml some territories have a tile and others none, or two have one place, or a tile \
                     lies too far or has too long a name to be read.",
    ],
    [
        "posto di una tessera",
        "In territories.yaml alcuni territori hanno una tessera e altri no, o due hanno lo stesso posto, o \
                     una tessera sta troppo lontano o ha un nome troppo lungo per essere letta.",
    ],
    "territories.yaml",
    [
        "  ENG: { name: England, tile: [2, 1] }\n  WLS: { name: Wales, tile: [2, 1] }",
        "  ENG: { name: England, tile: [2, 1] }\n  WLS: { name: Wales, tile: [1, 1] }",
    ],
);

pub(super) const NO_MAP: Explanation = said(
    ["no map", "A figure is to be shown as a map, and there is one of the Regions of Italy only."],
    ["niente mappa", "Una figura va mostrata su mappa, ma c’è soltanto quella delle Regioni italiane."],
    "outline.yaml",
    ["- figure: { show: recycling, as: map }", "- figure: { show: recycling, as: tiles }"],
);
