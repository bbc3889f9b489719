//! Faults of a table of figures that is imported.

use super::said::{Explanation, said};

pub(super) const UNREADABLE_TABLE: Explanation = said(
    [
        "unreadable table",
        "A file of figures that `import` cannot read: its encoding is not certain, a quote is never closed, \
                     a workbook is damaged or locked.",
    ],
    [
        "tabella illeggibile",
        "Un file di dati che `import` non riesce a leggere: la codifica non è certa, le virgolette non si \
                     chiudono, una cartella di lavoro è danneggiata o protetta.",
    ],
    "figures.csv",
    ["Regione;Consenso\n\"Lazio;8\nUmbria;29", "Regione;Consenso\n\"Lazio\";8\nUmbria;29"],
);

pub(super) const NO_TABLE: Explanation = said(
    [
        "no table",
        "A file of figures in which no territory or item is named, no column of values is known, it is not said \
                     which of several sheets is meant, or its values are of another time or unit than is asked.",
    ],
    [
        "nessuna tabella",
        "Un file di dati in cui non è nominato nessun territorio e nessuna voce, nessuna colonna di valori è \
                     riconosciuta, non è detto quale di più fogli si intende, o i valori sono di un tempo o di \
                     un’unità diversi da quelli chiesti.",
    ],
    "figures.csv",
    ["Regione;Popolazione\nLazio;8", "Regione;Consenso\nLazio;8"],
);

pub(super) const AMBIGUOUS_NUMBER: Explanation = said(
    [
        "ambiguous number",
        "A number in a table of figures that may be two, such as 1.234, and no other cell of its column \
                     tells; or a column with two decimal marks.",
    ],
    [
        "numero ambiguo",
        "In una tabella di dati, un numero che può essere due, come 1.234, senza che un’altra cella della \
                     colonna lo chiarisca; oppure una colonna con due segni decimali.",
    ],
    "figures.csv",
    ["Regione;Consenso\nMarche;1.234\nMolise;12", "Regione;Consenso\nMarche;1,234\nMolise;12,5"],
);

pub(super) const FRACTIONS_OR_SHARES: Explanation = said(
    [
        "fractions or shares",
        "All numbers of a column of a table of figures lie between 0 and 1: fractions, or percentages \
                     smaller than one.",
    ],
    [
        "frazioni o percentuali",
        "In una tabella di dati, tutti i numeri di una colonna stanno tra 0 e 1: frazioni, o percentuali \
                     minori di uno.",
    ],
    "figures.csv",
    ["Regione;Consenso\nMarche;0,12\nMolise;0,135", "Regione;Consenso\nMarche;12%\nMolise;13,5%"],
);

pub(super) const UNREADABLE_CELL: Explanation = said(
    [
        "unreadable cell",
        "A cell of a table of figures that is no number or count, neither yes nor no, and no sign of absence.",
    ],
    [
        "cella illeggibile",
        "In una tabella di dati, una cella che non è un numero né un conteggio, né sì né no, né un segno di \
                     dato mancante.",
    ],
    "figures.csv",
    ["Regione;Consenso;Note\nMarche;12*;", "Regione;Consenso;Note\nMarche;12;provvisorio"],
);

pub(super) const TWICE_IN_TABLE: Explanation = said(
    ["twice in a table", "A table of figures gives one value twice, or two names to one row."],
    ["due volte in tabella", "Una tabella di dati dà due volte un valore, o due nomi a una riga."],
    "figures.csv",
    ["Regione;Consenso\nTrento;12\nP.A. Trento;13", "Regione;Consenso\nTrento;12"],
);

pub(super) const CANNOT_EDIT: Explanation = said(
    [
        "cannot edit",
        "A file of observations is written in a way that `import` cannot change in its place, or has faults \
                     that would hide its values.",
    ],
    [
        "non modificabile",
        "Un file di osservazioni è scritto in un modo che `import` non può modificare sul posto, o ha errori \
                     che ne nasconderebbero i valori.",
    ],
    "observations/consenso.yaml",
    ["  Lazio: {\n    value: 8, # di maggio\n    source: prova }", "  Lazio: { value: 8, source: prova } # di maggio"],
);
