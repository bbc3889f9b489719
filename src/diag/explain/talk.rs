//! Faults of a talk and its figures: what stands in an outline, what fits a slide, what time there is.

use super::said::{Explanation, said};

pub(super) const NO_DATA: Explanation = said(
    [
        "no data",
        "An outline, a sentence or `others: table` asks for observations that the edition, or an older one, \
                     does not have.",
    ],
    [
        "nessun dato",
        "Una scaletta, una frase o `others: table` chiede osservazioni che l’edizione, o una precedente, \
                     non ha.",
    ],
    "outline.yaml",
    ["- figure: consenso\n- figure: accessi", "- figure: consenso"],
);

pub(super) const UNKNOWN_ENTRY: Explanation = said(
    ["unknown entry", "An entry of an outline of no known kind, or one that does not say which figure."],
    ["voce di scaletta sconosciuta", "Una voce della scaletta di un tipo che non esiste, o che non dice quale figura."],
    "outline.yaml",
    ["- grafico: consenso", "- figure: consenso"],
);

pub(super) const DOES_NOT_FIT: Explanation = said(
    ["does not fit", "A slide of narrative holds more than 720 pixels have room for, at the smallest size."],
    ["non ci sta", "Una diapositiva di narrativa contiene più di quanto sta in 720 pixel, al corpo più piccolo."],
    "narrative/fine.md",
    [
        "# Fine\n\nTrenta righe di testo, tutte nella stessa diapositiva ...",
        "# Fine\n\nQuindici righe di testo ...\n\n---\n\nLe altre quindici ...",
    ],
);

pub(super) const SAYS_NOTHING: Explanation = said(
    [
        "words that say nothing",
        "A title or a summary of a figure has no words, or the summary only repeats the title. Without the key \
                     it is written from the data.",
    ],
    [
        "parole che non dicono nulla",
        "Un titolo o un riassunto di una figura non ha parole, o il riassunto ripete soltanto il titolo. Senza \
                     la chiave è scritto dai dati.",
    ],
    "outline.yaml",
    [
        "- title\n- figure:\n    show: consenso\n    title: Il consenso\n    summary: Il consenso.\n\
                     - narrative: fine",
        "- title\n- figure:\n    show: consenso\n    title: Il consenso\n    summary: Al 31 agosto 2024 è \
                     basso ovunque.\n- narrative: fine",
    ],
);

pub(super) const NO_PERIOD_SAID: Explanation = said(
    [
        "summary without its period",
        "A summary of an author's says of when the values are, in any usual way, for it goes where the figure \
                     goes; of lines and changes it names both ends. A binding is right in every edition.",
    ],
    [
        "riassunto senza periodo",
        "Un riassunto scritto dall’autore dice a quando si riferiscono i valori, in un modo usuale qualsiasi, \
                     perché va dove va la figura; di linee e cambiamenti nomina i due estremi. Un rimando ai dati è giusto \
                     in ogni edizione.",
    ],
    "outline.yaml",
    [
        "- title\n- figure:\n    show: consenso\n    summary: In Umbria il consenso supera quello del Lazio.\n\
                     - narrative: fine",
        "- title\n- figure:\n    show: consenso\n    summary: In Umbria, {{ consenso.period }}, il consenso \
                     supera quello del Lazio.\n- narrative: fine",
    ],
);

pub(super) const ONE_DATE: Explanation = said(
    [
        "lines with one date",
        "`as: lines` draws values over the editions up to this one, and a line needs two dates. No older edition \
                     has the figure, or all have it of the same date.",
    ],
    [
        "linee con una sola data",
        "`as: lines` disegna i valori delle edizioni fino a questa, e per una linea servono due date. Nessuna \
                     edizione precedente ha la figura, o tutte l’hanno con la stessa data.",
    ],
    "outline.yaml",
    ["- figure: { show: consenso, as: lines }", "- figure: consenso"],
);

pub(super) const NOTHING_JOINED: Explanation = said(
    [
        "no line to draw",
        "`as: lines` where no two editions that follow each other have values that may be compared: the \
                     figure has points and no line. A warning.",
    ],
    [
        "nessuna linea da tracciare",
        "`as: lines` dove nessuna coppia di edizioni successive ha valori che si possono confrontare: la \
                     figura ha punti e nessuna linea. Un avviso.",
    ],
    "outline.yaml",
    ["- figure: { show: servizi/territories, as: lines }", "- figure: servizi/territories"],
);

pub(super) const TOO_MANY_NAMES: Explanation = said(
    ["too many names", "More territories are highlighted than have room for a name beside their line: twelve at most."],
    ["troppi nomi", "I territori evidenziati sono più di quanti nomi stiano accanto alle linee: dodici al massimo."],
    "outline.yaml",
    [
        "- figure: { show: consenso, as: lines, highlight: [Puglia, Molise, Lazio, ...] }",
        "- figure: { show: consenso, as: lines, highlight: [Puglia, Molise] }",
    ],
);

pub(super) const TALK_TOO_LONG: Explanation = said(
    [
        "a talk that is too long",
        "The steps that are not extra take longer than the minutes there are: none of them is left out in silence.",
    ],
    [
        "un intervento troppo lungo",
        "I passi non segnati come extra durano più dei minuti a disposizione: nessuno è tolto in silenzio.",
    ],
    "outline.yaml",
    [
        "- figure: consenso\n  minutes: 5\n- cuts: { breve: 3 }",
        "- figure: consenso\n  minutes: 5\n  extra: true\n- cuts: { breve: 3 }",
    ],
);

pub(super) const NO_ADDRESS: Explanation = said(
    [
        "a QR code without an address",
        "A QR code is of the address of its step, or of the deck’s own, which follows from `url` in site.yaml.",
    ],
    [
        "un codice QR senza indirizzo",
        "Un codice QR è dell’indirizzo del suo passo, o di quello delle diapositive, che segue da `url` in site.yaml.",
    ],
    "outline.yaml",
    ["- title\n- closing: { qr: true }", "- title\n- closing: { qr: true, url: \"https://www.gimbe.org\" }"],
);

pub(super) const TOO_SMALL: Explanation = said(
    [
        "text the back row cannot read",
        "The theme allows a size below 24 of the 720 pixels of a slide’s height, and this slide needs it.",
    ],
    [
        "testo che dall’ultima fila non si legge",
        "Il tema permette un corpo sotto i 24 dei 720 pixel d’altezza di una diapositiva, e questa ne ha bisogno.",
    ],
    "narrative/conclusions.md",
    ["# Too much for one slide", "# Half of it\n\n# The other half"],
);

pub(super) const UNKNOWN_TALK: Explanation = said(
    ["a talk that cannot be made", "What `build` is asked for with `--for` is no territory of the site."],
    ["un intervento che non si può fare", "Ciò che si chiede a `build` con `--for` non è un territorio del sito."],
    "command line",
    ["fascicle build --for Umbira", "fascicle build --for Umbria"],
);
