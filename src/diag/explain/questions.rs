//! Questions about figures that are possible and yet unlikely.

use super::said::{Explanation, said};

pub(super) const NO_SHARE: Explanation = said(
    ["no share", "A percentage that no count of its total gives: 40 of 16 is between 6 (38) and 7 (44)."],
    ["quota impossibile", "Una percentuale che nessun conteggio del suo totale dà: 40 su 16 sta tra 6 (38) e 7 (44)."],
    "observations/documenti.yaml",
    ["  Lazio: { value: 40, of: 16 }", "  Lazio: { value: 40, of: 15 }"],
);

pub(super) const NATIONAL_OUTSIDE: Explanation = said(
    ["national value outside", "A national value below or above all of its territories."],
    ["valore nazionale fuori", "Un valore nazionale più basso o più alto di quello di tutti i territori."],
    "observations/consenso.yaml",
    [
        "national: 81  # e nessun territorio supera 60",
        "national: { value: 81, note: \"la fonte conta anche chi risiede all’estero.\" }",
    ],
);

pub(super) const JUMP: Explanation = said(
    ["jump", "A change of 50 points, or as many as the indicator says, that no note on the value explains."],
    ["salto", "Un cambiamento di 50 punti, o di quanti ne dice l’indicatore, che nessuna nota al valore spiega."],
    "observations/consenso.yaml",
    ["  Umbria: 89", "  Umbria: { value: 89, note: \"la fonte lo conferma, era il 29%.\" }"],
);

pub(super) const SAME_AS_BEFORE: Explanation = said(
    ["same as before", "A warning: all values that a file knows are those of the last edition."],
    ["come prima", "Un avviso: tutti i valori noti di un file sono quelli dell’ultima edizione."],
    "observations/consenso.yaml",
    [
        "indicator: consenso\nsource: prova",
        "indicator: consenso\nsource: prova\nnote: La fonte non riporta variazioni.",
    ],
);

pub(super) const SWAPPED_COLUMNS: Explanation = said(
    ["swapped columns", "Series, or columns of a table, of which each is close to what another was."],
    ["colonne scambiate", "Serie, o colonne di una tabella, di cui ciascuna è vicina a ciò che era un’altra."],
    "observations/consenso.yaml",
    ["  Lazio: 90   # in `accessi` era 92\n  Puglia: 14  # in `accessi` era 12", "  Lazio: 9\n  Puglia: 71"],
);

pub(super) const FRACTIONS: Explanation = said(
    ["fractions", "0.41 in the place of 41, in all values of a file, or in most of them."],
    ["frazioni", "0.41 al posto di 41, in tutti i valori di un file, o in quasi tutti."],
    "observations/consenso.yaml",
    ["national: 0.41\nvalues:\n  Lazio: 0.08\n  Umbria: 0.29", "national: 41\nvalues:\n  Lazio: 8\n  Umbria: 29"],
);

pub(super) const SUMS_DISAGREE: Explanation = said(
    [
        "counts that do not add up",
        "All territories have counts, and their sum is not the count of the whole, or not its total. A `note` on the \
                     national value answers.",
    ],
    [
        "conteggi che non sommano",
        "Tutti i territori hanno un conteggio, e la somma non è il conteggio dell’insieme, o non è il suo totale. \
                     Risponde una `note` al valore nazionale.",
    ],
    "editions/2024-11/observations/consenso.yaml",
    ["national: { count: 90, of: 200 }", "national: { count: 90, of: 200, note: Comprende i residenti all’estero. }"],
);
