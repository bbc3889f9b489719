//! Faults of a name that is not declared, and of what is declared: indicators, items, groups, sources.

use super::said::{Explanation, said};

pub(super) const UNKNOWN_INDICATOR: Explanation = said(
    ["unknown indicator", "`indicators.yaml` has no such indicator."],
    ["indicatore sconosciuto", "In `indicators.yaml` non c’è questo indicatore."],
    "observations/consenso.yaml",
    ["indicator: consensi", "indicator: consenso"],
);

pub(super) const UNKNOWN_ITEM: Explanation = said(
    ["unknown item", "The indicator has no such item, or a row of a table leaves one out."],
    ["voce sconosciuta", "L’indicatore non ha questa voce, o una riga della tabella ne tralascia una."],
    "observations/documenti.table.yaml",
    ["  Lazio: { referti: yes, lettera: yes }", "  Lazio: { referto: yes, lettera: yes }"],
);

pub(super) const UNKNOWN_SOURCE: Explanation = said(
    ["unknown source", "No source of that key is declared in the edition or in `sources.yaml`."],
    ["fonte sconosciuta", "Né l’edizione né `sources.yaml` dichiarano una fonte con questa chiave."],
    "observations/consenso.yaml",
    ["source: prove", "source: prova"],
);

pub(super) const UNKNOWN_GROUP: Explanation = said(
    ["unknown group", "`indicators.yaml` has no such group."],
    ["gruppo sconosciuto", "In `indicators.yaml` non c’è questo gruppo."],
    "indicators.yaml",
    ["    group: usi", "    group: uso"],
);

pub(super) const UNUSED_SOURCE: Explanation = said(
    ["unused source", "A source is declared and no value names it, so no page shows it. A warning."],
    ["fonte non usata", "Una fonte è dichiarata ma nessun valore la indica, e nessuna pagina la mostra. Un avviso."],
    "edition.yaml",
    [
        "  prova: { publisher: Prova, title: Dati di prova }\n  \
                     istat: { publisher: Istat, title: Popolazione residente }",
        "  prova: { publisher: Prova, title: Dati di prova }",
    ],
);

pub(super) const NO_WHOLE: Explanation = said(
    [
        "a share of a unit",
        "`of` says of what a share is a percentage; a unit, such as days or euros, or so many of something, is no whole.",
    ],
    [
        "una quota di un’unità di misura",
        "`of` dice di che cosa una quota è la percentuale; un’unità, come giorni o euro, o «per 1.000 abitanti» non è un \
                     totale.",
    ],
    "indicators.yaml",
    ["of: abitanti", "of: degli abitanti"],
);
