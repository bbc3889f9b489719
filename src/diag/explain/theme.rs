//! Faults of a theme: its colours, its templates.

use super::said::{Explanation, said};

pub(super) const UNKNOWN_THEME: Explanation = said(
    ["unknown theme", "There is no such theme, neither built in nor in `themes/`."],
    ["tema sconosciuto", "Non c’è questo tema, né nel programma né in `themes/`."],
    "site.yaml",
    ["language: it\ntheme: gimbee", "language: it\ntheme: gimbe"],
);

pub(super) const TEMPLATE: Explanation = said(
    [
        "template",
        "A template of the theme does not parse, or fails on the values it is given; or a style or script of it \
                     would break the page it stands in.",
    ],
    [
        "modello",
        "Un modello del tema non si legge, o non funziona con i valori che riceve; oppure uno stile o uno script del \
                     tema romperebbe la pagina in cui sta.",
    ],
    "templates/slide/closing.html",
    ["<h2>{{ part.titolo }}</h2>", "<h2>{{ part.heading }}</h2>"],
);

pub(super) const WRONG_COLOR: Explanation = said(
    ["wrong colour", "Not a colour: `\"#00457D\"` is one, with its quotation marks."],
    ["colore sbagliato", "Non è un colore: lo è `\"#00457D\"`, con le virgolette."],
    "theme.yaml",
    ["light:\n  accent: blu", "light:\n  accent: \"#00457D\""],
);

pub(super) const LOW_CONTRAST: Explanation = said(
    ["low contrast", "Two colours of the theme that a reader could not tell apart."],
    ["poco contrasto", "Due colori del tema che chi legge non saprebbe distinguere."],
    "theme.yaml",
    ["light:\n  quiet: \"#AAAAAA\"", "light:\n  quiet: \"#55606B\""],
);

pub(super) const COLOURS_ALIKE: Explanation = said(
    [
        "colours alike",
        "Two colours of a figure that say different things, and that somebody could not tell apart: with one \
                     of three kinds of colour blindness, or in grey print.",
    ],
    [
        "colori simili",
        "Due colori di una figura che dicono cose diverse, e che qualcuno non saprebbe distinguere: con uno \
                     di tre tipi di daltonismo, o nella stampa in grigio.",
    ],
    "theme.yaml",
    ["light:\n  mark: \"#1F5A8C\"", "light:\n  mark: \"#4A8CC9\""],
);

pub(super) const ONLY_IN_PAGES: Explanation = said(
    [
        "a part of a theme that only pages show",
        "A picture in a template or a face in a style sheet, where PDF or PowerPoint is made too: they have neither.",
    ],
    [
        "una parte di un tema che si vede soltanto nelle pagine",
        "Un’immagine in un modello o un carattere in un foglio di stile, dove si fanno anche PDF o PowerPoint: non li \
                     hanno.",
    ],
    "themes/mine/templates/slide/title.html",
    ["<img src=\"logo.svg\" alt=\"\">", "<p>{{ site.organisation }}</p>"],
);
