//! Faults of a file, its keys and its words.

use super::said::{Explanation, said};
use crate::diag::Term;

pub(super) const NOT_TEXT: Explanation = said(
    ["not text", "The file is not UTF-8. Save it again with that encoding."],
    ["non è testo", "Il file non è in UTF-8. Salvalo di nuovo con questa codifica."],
    "site.yaml",
    ["title: Sanit\u{FFFD}", "title: Sanità"],
);

pub(super) const YAML_SYNTAX: Explanation = said(
    [
        "YAML syntax",
        "The YAML does not parse: a lost quote, a tab, an indentation. \
                     Anchors and aliases are not read either.",
    ],
    [
        "sintassi YAML",
        "Il file non si legge come YAML: una virgoletta persa, una tabulazione, un rientro sbagliato. \
                     Nemmeno le ancore e i rimandi (`&`, `*`) sono letti.",
    ],
    "observations/consenso.yaml",
    ["values:\n  Lazio: \"8\n  Umbria: 29", "values:\n  Lazio: 8\n  Umbria: 29"],
);

pub(super) const UNKNOWN_KEY: Explanation = said(
    ["unknown key", "The file has no such key, or the CSV no such column; most often a slip of the pen."],
    [
        "chiave sconosciuta",
        "Il file non prevede questa chiave, o il CSV questa colonna: quasi sempre è un errore di battitura.",
    ],
    "site.yaml",
    ["organization: Nessuno", "organisation: Nessuno"],
);

pub(super) const MISSING_KEY: Explanation = said(
    ["missing key", "Something that must be there is lacking or empty: a key, a value, a heading."],
    ["chiave mancante", "Manca, o è vuoto, qualcosa che deve esserci: una chiave, un valore, un titolo."],
    "edition.yaml",
    ["  prova: { publisher: Prova }", "  prova: { publisher: Prova, title: Dati di prova }"],
);

pub(super) const WRONG_SHAPE: Explanation = said(
    ["wrong shape", "A list where a word belongs, a word where a table of keys belongs, or the like."],
    ["forma sbagliata", "Un elenco dove va una parola, una parola dove va un blocco di chiavi, o simili."],
    "outline.yaml",
    ["title:\nfigure: consenso\nnarrative: fine", "- title\n- figure: consenso\n- narrative: fine"],
);

pub(super) const DUPLICATE_KEY: Explanation = said(
    [
        "duplicate key",
        "One key twice in a table, one entry twice in an outline, one source in two places; \
                     an id of a slide that is taken; a name that two items have, or title and short name of two indicators.",
    ],
    [
        "chiave doppia",
        "Una chiave due volte nello stesso blocco, una voce due volte nella scaletta, una fonte in due \
                     posti; l’id di una diapositiva già preso; un nome di due voci, o il titolo e il nome breve di due \
                     indicatori.",
    ],
    "observations/consenso.yaml",
    ["national: 41\nnational: 42", "national: 41"],
);

pub(super) const UNKNOWN_WORD: Explanation = said(
    ["unknown word", "Not one of the words allowed here, or a key that cannot stand in an address."],
    ["parola sconosciuta", "Non è una delle parole ammesse qui, o è una chiave che non può stare in un indirizzo."],
    "indicators.yaml",
    ["    kind: percentuale", "    kind: share"],
);

pub(super) const MISSING_FILE: Explanation = said(
    ["missing file", "A file that is named, or that must be there, is not; or it is empty."],
    ["file mancante", "Un file nominato, o che deve esserci, non c’è; o è vuoto."],
    "outline.yaml",
    ["- narrative: finale", "- narrative: fine"],
);

pub(super) const STRAY_FILE: Explanation = Explanation {
    place: Term::new("the files of the edition", "i file dell’edizione"),
    ..said(
        ["stray file", "A file that nobody would read: in the wrong place, of the wrong name, or in no outline."],
        [
            "file fuori posto",
            "Un file che nessuno leggerebbe: nel posto sbagliato, con il nome sbagliato, o in nessuna \
                         scaletta.",
        ],
        "",
        ["editions/2024-11/consenso.yaml", "editions/2024-11/observations/consenso.yaml"],
    )
};

pub(super) const CSV_SYNTAX: Explanation = said(
    ["CSV syntax", "The CSV does not parse, has no column of names, or a row has more or fewer cells than the head."],
    [
        "sintassi CSV",
        "Il CSV non si legge, non ha una colonna dei nomi, o una riga ha più o meno celle \
                     dell’intestazione.",
    ],
    "observations/documenti.items.csv",
    ["item;value;source\nreferto;52;prova\nlettera;24;prova", "item,value,source\nreferto,52,prova\nlettera,24,prova"],
);

pub(super) const TO_DO: Explanation = said(
    [
        "to-do",
        "Something is left to do in a published edition: a comment that begins `todo:`, or a value that is \
                     `todo`. In a draft it is a warning, and `check` lists it.",
    ],
    [
        "cosa da fare",
        "In un’edizione pubblicata resta qualcosa da fare: un commento che comincia con `todo:`, o un valore \
                     `todo`. In una bozza è un avviso, e `check` lo elenca.",
    ],
    "observations/consenso.yaml",
    ["values:\n  Lazio: todo", "values:\n  Lazio: 8"],
);

pub(super) const UNDRAWN_SIGN: Explanation = said(
    [
        "a sign no face draws",
        "The faces of the program have Latin, Greek and Cyrillic letters, arrows and signs of mathematics; \
                     others, emoji among them, would be blank in pictures, PDF and slides; signs that are not seen would turn \
                     the order of words.",
    ],
    [
        "un segno che nessun carattere disegna",
        "I caratteri del programma hanno lettere latine, greche e cirilliche, frecce e segni di matematica; \
                     gli altri, come le emoji, mancherebbero in immagini, PDF e diapositive; i segni che non si vedono \
                     cambierebbero l’ordine delle parole.",
    ],
    "site.yaml",
    ["title: Coverage 🎉", "title: Coverage"],
);
