//! Faults of an edition as a whole: its address, its period, its files.

use super::said::{Explanation, said};
use crate::diag::Term;

pub(super) const UNKNOWN_EDITION: Explanation = Explanation {
    place: Term::new("the command line", "la riga di comando"),
    ..said(
        ["unknown edition", "An edition that is named does not exist, or there is none older to compare it with."],
        ["edizione sconosciuta", "Un’edizione indicata non esiste, o non ce n’è una precedente con cui confrontarla."],
        "",
        ["fascicle build --edition 2024-06", "fascicle build --edition 2024-06_2024-08"],
    )
};

pub(super) const DUPLICATE_EDITION: Explanation = said(
    ["duplicate edition", "Two editions have one address, or one has an address that cannot be."],
    ["edizione doppia", "Due edizioni hanno lo stesso indirizzo, o una ha un indirizzo che non si può usare."],
    "edition.yaml",
    ["title: Prova\nid: assets", "title: Prova\nid: estate-2024"],
);

pub(super) const DUPLICATE_FILE: Explanation = said(
    ["duplicate file", "Two files hold the same observations."],
    ["file doppio", "Due file contengono le stesse osservazioni."],
    "observations/accessi.yaml",
    ["indicator: consenso", "indicator: accessi"],
);

pub(super) const EMPTY_EDITION: Explanation = Explanation {
    place: Term::new("the files of the edition", "i file dell’edizione"),
    ..said(
        ["empty edition", "An edition has no observations, or a site no edition."],
        ["edizione vuota", "Un’edizione non ha osservazioni, o un sito non ha edizioni."],
        "",
        ["editions/2024-11/edition.yaml", "editions/2024-11/edition.yaml\neditions/2024-11/observations/consenso.yaml"],
    )
};

pub(super) const PERIOD_OF_FOLDER: Explanation = said(
    [
        "a period that is not that of its address",
        "edition.yaml gives one period and the address of the edition, the name of its folder, another: readers look \
                     for it under the wrong one.",
    ],
    [
        "un periodo diverso dall’indirizzo",
        "edition.yaml dà un periodo e l’indirizzo dell’edizione, cioè il nome della cartella, un altro: chi legge la \
                     cerca sotto quello sbagliato.",
    ],
    "editions/2024-06_2024-08/edition.yaml",
    ["title: Prova\nperiod: 2023-01/2023-03", "title: Prova"],
);

pub(super) const PERIODS_OVERLAP: Explanation = said(
    [
        "two editions of the same months",
        "Their periods overlap: one of them may be a copy. A note of edition.yaml that names the other edition answers.",
    ],
    [
        "due edizioni degli stessi mesi",
        "I loro periodi si sovrappongono: una può essere una copia. Risponde una delle `notes` di edition.yaml, che \
                     nomini l’altra edizione.",
    ],
    "editions/2024-07_2024-09/edition.yaml",
    ["title: Prova", "title: Prova\nnotes:\n  - Due mesi sono anche nell’edizione 2024-06_2024-08."],
);
