//! Faults of one observation: its number, its count, its date, its source.

use super::said::{Explanation, said};

pub(super) const DECIMAL_COMMA: Explanation = said(
    [
        "decimal comma",
        "`12,5`: data files have a decimal point. \
                     Also `{Lazio: 12,5}`, which YAML takes for something else.",
    ],
    [
        "virgola decimale",
        "`12,5`: nei file di dati i decimali hanno il punto. \
                     Vale anche per `{Lazio: 12,5}`, che YAML prende per altro.",
    ],
    "observations/consenso.yaml",
    ["  Umbria: 29,5", "  Umbria: 29.5"],
);

pub(super) const NOT_A_NUMBER: Explanation = said(
    ["not a number", "Something else where a number belongs: a unit (`41%`), a dash, `n.d.`"],
    ["non è un numero", "C’è altro dove va un numero: un’unità di misura (`41%`), un trattino, `n.d.`"],
    "observations/consenso.yaml",
    ["  Lazio: 8%\n  Umbria: n.d.", "  Lazio: 8\n  Umbria: missing"],
);

pub(super) const NOT_FINITE: Explanation = said(
    ["not finite", "`.inf` or `.nan`: no source measures that."],
    ["non finito", "`.inf` o `.nan`: nessuna fonte misura questo."],
    "observations/consenso.yaml",
    ["  Umbria: .nan", "  Umbria: missing"],
);

pub(super) const OUT_OF_RANGE: Explanation = said(
    ["out of range", "A share below 0 or above 100, or more than three decimals asked for."],
    ["fuori dai limiti", "Una quota sotto 0 o sopra 100, o più di tre decimali richiesti."],
    "observations/consenso.yaml",
    ["  Umbria: 129", "  Umbria: 29"],
);

pub(super) const COUNT_ABOVE_TOTAL: Explanation = said(
    [
        "count above total",
        "More than all of them: `count` is greater than `of`, or more items are listed than the total.",
    ],
    ["conteggio oltre il totale", "Più di tutti: `count` supera `of`, o le voci elencate sono più del totale."],
    "observations/consenso.yaml",
    ["  Umbria: { count: 17, of: 16 }", "  Umbria: { count: 16, of: 17 }"],
);

pub(super) const DISAGREEMENT: Explanation = said(
    [
        "disagreement",
        "A share and its count, or a share and the table of the same date, differ as printed; \
                     or a value that is missing has a number.",
    ],
    [
        "disaccordo",
        "Una quota e il suo conteggio, o una quota e la tabella della stessa data, sono diversi una \
                     volta arrotondati; oppure un valore mancante ha un numero.",
    ],
    "observations/consenso.yaml",
    ["  Umbria: { value: 41, count: 5, of: 16 }", "  Umbria: { value: 31, count: 5, of: 16 }"],
);

pub(super) const WRONG_DATE: Explanation = said(
    ["wrong date", "Not a date or window of the calendar, or an edition's folder that is not named after a period."],
    [
        "data sbagliata",
        "Non è una data o una finestra del calendario, o la cartella di un’edizione non ha il nome di un \
                     periodo.",
    ],
    "observations/consenso.yaml",
    ["source: prova\nas_of: 31/08/2024", "source: prova\nas_of: 2024-08-31"],
);

pub(super) const WRONG_TIMING: Explanation = said(
    ["wrong timing", "A stock with a window, a flow with a day, or both at once."],
    [
        "data o finestra sbagliata",
        "Un dato di stock con una finestra di mesi, un dato di flusso con un giorno, o entrambi insieme.",
    ],
    "observations/consenso.yaml",
    ["source: prova\nwindow: 2024-06/2024-08", "source: prova\nas_of: 2024-08-31"],
);

pub(super) const NO_SOURCE: Explanation = said(
    ["no source", "A value without a source, its own or the file's."],
    ["nessuna fonte", "Un valore senza una fonte, sua o del file."],
    "observations/consenso.yaml",
    ["indicator: consenso\nnational: 41", "indicator: consenso\nsource: prova\nnational: 41"],
);
