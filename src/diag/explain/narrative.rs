//! Faults of a narrative: its Markdown, its links, its values from the data, its claims.

use super::said::{Explanation, said};

pub(super) const RAW_HTML: Explanation = said(
    ["raw HTML", "Narrative is Markdown alone; or a comment in it is not closed."],
    ["HTML nel testo", "La narrativa è solo Markdown; oppure un suo commento non è chiuso."],
    "narrative/fine.md",
    ["# Fine\n\n<b>Il consenso cresce</b>", "# Fine\n\n**Il consenso cresce**"],
);

pub(super) const UNSAFE_LINK: Explanation = said(
    [
        "unsafe link",
        "A link to where links may not go, an address without `https://`, or a file of a theme that asks another host.",
    ],
    [
        "collegamento non sicuro",
        "Un collegamento che porta dove non può, un indirizzo senza `https://`, o un file di un tema che chiede \
                     qualcosa a un altro sito.",
    ],
    "outline.yaml",
    ["- title\n- link: www.fascicolosanitario.gov.it", "- title\n- link: https://www.fascicolosanitario.gov.it"],
);

pub(super) const UNKNOWN_BINDING: Explanation = said(
    ["unknown binding", "`{{ ... }}` that cannot be read or names nothing."],
    ["rimando sconosciuto", "Un `{{ ... }}` che non si legge o non indica nulla."],
    "narrative/fine.md",
    ["- Consenso: {{ consenso.itala }}", "- Consenso: {{ consenso.italia }}"],
);

pub(super) const UNSUPPORTED_MARKDOWN: Explanation = said(
    [
        "unsupported Markdown",
        "Markdown that a slide cannot hold: a picture, a block of code, \
                     a slide that begins inside a list.",
    ],
    [
        "Markdown non previsto",
        "Markdown che una diapositiva non può contenere: un’immagine, un blocco di codice, una \
                     diapositiva che comincia dentro un elenco.",
    ],
    "narrative/fine.md",
    ["# Fine\n\n~~Il consenso cala~~", "# Fine\n\nIl consenso cresce"],
);

pub(super) const NOT_COMPARABLE: Explanation = said(
    [
        "not comparable",
        "A change is asked for across a break: another definition, window or total, or a value marked as \
                     one.",
    ],
    [
        "non confrontabile",
        "Si chiede un cambiamento attraverso un’interruzione: un’altra definizione, finestra o totale, o \
                     un valore segnato come tale.",
    ],
    "narrative/fine.md",
    [
        "- I servizi crescono di {{ change(servizi.italia) }}",
        "- I servizi disponibili sono {{ servizi.italia }}, su 45 e non più su 39",
    ],
);

pub(super) const FALSE_CLAIM: Explanation = said(
    ["false claim", "A sentence says what the data do not; both sides are printed."],
    ["affermazione falsa", "Una frase dice ciò che i dati non dicono; sono stampati tutti e due i lati."],
    "narrative/fine.md",
    [
        "# Fine\n\n- Molto consenso <!-- claim: consenso.italia > 50 -->",
        "# Fine\n\n- Poco consenso <!-- claim: consenso.italia < 50 -->",
    ],
);

pub(super) const UNREADABLE_CLAIM: Explanation = said(
    [
        "unreadable claim",
        "A claim that cannot be tested: it compares nothing, asks nothing of the data, or what it speaks of has no \
                     value.",
    ],
    [
        "affermazione illeggibile",
        "Un’affermazione che non si può verificare: non confronta nulla, non chiede nulla ai dati, o ciò di cui \
                     parla non ha un valore.",
    ],
    "narrative/fine.md",
    [
        "# Fine\n\n- Poco consenso in Umbria <!-- claim: consenso[\"Umbria\"] -->",
        "# Fine\n\n- Poco consenso in Umbria <!-- claim: consenso[\"Umbria\"] < 50 -->",
    ],
);

pub(super) const TYPED_NUMBER: Explanation = said(
    ["typed number", "A warning: a percentage typed by hand that the data have, or nearly have."],
    ["numero scritto a mano", "Un avviso: una percentuale scritta a mano che i dati hanno, o quasi."],
    "narrative/fine.md",
    ["# Fine\n\n- Consenso: 41%", "# Fine\n\n- Consenso: {{ consenso.italia }}"],
);
