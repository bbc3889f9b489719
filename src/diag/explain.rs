//! What each fault means, for whoever asks: a title, a few sentences, and the same lines wrong and right.
//!
//! The catalogue of `docs/faults.md` is written from here, and so are the rules of SARIF.

use super::{Code, Term};

/// What a kind of fault means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Two or three words.
    pub title: Term,
    /// What it means, and what is right.
    pub meaning: Term,
    /// Where the lines of the example stand.
    pub place: Term,
    /// The mistake.
    pub wrong: &'static str,
    /// The same without it.
    pub right: &'static str,
}

/// `[title, meaning]` in English, then in Italian; then where the example stands, the mistake, the same without it.
const fn said(
    en: [&'static str; 2],
    it: [&'static str; 2],
    file: &'static str,
    lines: [&'static str; 2],
) -> Explanation {
    Explanation {
        title: Term::new(en[0], it[0]),
        meaning: Term::new(en[1], it[1]),
        place: Term::same(file),
        wrong: lines[0],
        right: lines[1],
    }
}

impl Code {
    /// What it means.
    pub fn explanation(self) -> Explanation {
        match self {
            Code::NotText => said(
                ["not text", "The file is not UTF-8. Save it again with that encoding."],
                ["non è testo", "Il file non è in UTF-8. Salvalo di nuovo con questa codifica."],
                "site.yaml",
                ["title: Sanit\u{FFFD}", "title: Sanità"],
            ),
            Code::YamlSyntax => said(
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
            ),
            Code::UnknownKey => said(
                ["unknown key", "The file has no such key, or the CSV no such column; most often a slip of the pen."],
                [
                    "chiave sconosciuta",
                    "Il file non prevede questa chiave, o il CSV questa colonna: quasi sempre è un errore di battitura.",
                ],
                "site.yaml",
                ["organization: Nessuno", "organisation: Nessuno"],
            ),
            Code::MissingKey => said(
                ["missing key", "Something that must be there is lacking or empty: a key, a value, a heading."],
                ["chiave mancante", "Manca, o è vuoto, qualcosa che deve esserci: una chiave, un valore, un titolo."],
                "edition.yaml",
                ["  prova: { publisher: Prova }", "  prova: { publisher: Prova, title: Dati di prova }"],
            ),
            Code::WrongShape => said(
                ["wrong shape", "A list where a word belongs, a word where a table of keys belongs, or the like."],
                ["forma sbagliata", "Un elenco dove va una parola, una parola dove va un blocco di chiavi, o simili."],
                "outline.yaml",
                ["title:\nfigure: consenso\nnarrative: fine", "- title\n- figure: consenso\n- narrative: fine"],
            ),
            Code::DuplicateKey => said(
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
            ),
            Code::UnknownTerritory => said(
                [
                    "unknown territory",
                    "The name is none of the territories, nor the whole; or a table has a row for the whole.",
                ],
                [
                    "territorio sconosciuto",
                    "Il nome non è di nessun territorio, né dell’insieme; oppure una tabella ha una riga per l’insieme.",
                ],
                "observations/consenso.yaml",
                ["  Lazzio: 8", "  Lazio: 8"],
            ),
            Code::DuplicateTerritory => said(
                [
                    "duplicate territory",
                    "One territory or item twice, perhaps under two names, such as P.A. Bolzano and Südtirol.",
                ],
                [
                    "territorio doppio",
                    "Un territorio o una voce due volte, forse con due nomi, come P.A. Bolzano e Südtirol.",
                ],
                "observations/consenso.yaml",
                ["  Lazio: 8\n  ITI4: 9", "  Lazio: 8"],
            ),
            Code::ForgottenTerritory => said(
                [
                    "forgotten territory",
                    "A territory, an item or the national value is neither given nor declared missing.",
                ],
                [
                    "territorio dimenticato",
                    "Per un territorio, una voce o l’intero Paese non c’è né un valore né la parola `missing`.",
                ],
                "observations/consenso.yaml",
                ["values:\n  Lazio: 8\n  Umbria: 29", "values:\n  Lazio: 8\n  Umbria: 29\nothers: missing"],
            ),
            Code::UnknownIndicator => said(
                ["unknown indicator", "`indicators.yaml` has no such indicator."],
                ["indicatore sconosciuto", "In `indicators.yaml` non c’è questo indicatore."],
                "observations/consenso.yaml",
                ["indicator: consensi", "indicator: consenso"],
            ),
            Code::UnknownItem => said(
                ["unknown item", "The indicator has no such item, or a row of a table leaves one out."],
                ["voce sconosciuta", "L’indicatore non ha questa voce, o una riga della tabella ne tralascia una."],
                "observations/documenti.table.yaml",
                ["  Lazio: { referti: yes, lettera: yes }", "  Lazio: { referto: yes, lettera: yes }"],
            ),
            Code::UnknownSource => said(
                ["unknown source", "No source of that key is declared in the edition or in `sources.yaml`."],
                ["fonte sconosciuta", "Né l’edizione né `sources.yaml` dichiarano una fonte con questa chiave."],
                "observations/consenso.yaml",
                ["source: prove", "source: prova"],
            ),
            Code::UnknownGroup => said(
                ["unknown group", "`indicators.yaml` has no such group."],
                ["gruppo sconosciuto", "In `indicators.yaml` non c’è questo gruppo."],
                "indicators.yaml",
                ["    group: usi", "    group: uso"],
            ),
            Code::UnknownTheme => said(
                ["unknown theme", "There is no such theme, neither built in nor in `themes/`."],
                ["tema sconosciuto", "Non c’è questo tema, né nel programma né in `themes/`."],
                "site.yaml",
                ["language: it\ntheme: gimbee", "language: it\ntheme: gimbe"],
            ),
            Code::UnknownEdition => Explanation {
                place: Term::new("the command line", "la riga di comando"),
                ..said(
                    [
                        "unknown edition",
                        "An edition that is named does not exist, or there is none older to compare it with.",
                    ],
                    [
                        "edizione sconosciuta",
                        "Un’edizione indicata non esiste, o non ce n’è una precedente con cui confrontarla.",
                    ],
                    "",
                    ["fascicle build --edition 2024-06", "fascicle build --edition 2024-06_2024-08"],
                )
            },
            Code::DecimalComma => said(
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
            ),
            Code::NotANumber => said(
                ["not a number", "Something else where a number belongs: a unit (`41%`), a dash, `n.d.`"],
                ["non è un numero", "C’è altro dove va un numero: un’unità di misura (`41%`), un trattino, `n.d.`"],
                "observations/consenso.yaml",
                ["  Lazio: 8%\n  Umbria: n.d.", "  Lazio: 8\n  Umbria: missing"],
            ),
            Code::NotFinite => said(
                ["not finite", "`.inf` or `.nan`: no source measures that."],
                ["non finito", "`.inf` o `.nan`: nessuna fonte misura questo."],
                "observations/consenso.yaml",
                ["  Umbria: .nan", "  Umbria: missing"],
            ),
            Code::OutOfRange => said(
                ["out of range", "A share below 0 or above 100, or more than three decimals asked for."],
                ["fuori dai limiti", "Una quota sotto 0 o sopra 100, o più di tre decimali richiesti."],
                "observations/consenso.yaml",
                ["  Umbria: 129", "  Umbria: 29"],
            ),
            Code::CountAboveTotal => said(
                [
                    "count above total",
                    "More than all of them: `count` is greater than `of`, or more items are listed than the total.",
                ],
                [
                    "conteggio oltre il totale",
                    "Più di tutti: `count` supera `of`, o le voci elencate sono più del totale.",
                ],
                "observations/consenso.yaml",
                ["  Umbria: { count: 17, of: 16 }", "  Umbria: { count: 16, of: 17 }"],
            ),
            Code::Disagreement => said(
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
            ),
            Code::WrongDate => said(
                [
                    "wrong date",
                    "Not a date or window of the calendar, or an edition's folder that is not named after a period.",
                ],
                [
                    "data sbagliata",
                    "Non è una data o una finestra del calendario, o la cartella di un’edizione non ha il nome di un \
                     periodo.",
                ],
                "observations/consenso.yaml",
                ["source: prova\nas_of: 31/08/2024", "source: prova\nas_of: 2024-08-31"],
            ),
            Code::WrongTiming => said(
                ["wrong timing", "A stock with a window, a flow with a day, or both at once."],
                [
                    "data o finestra sbagliata",
                    "Un dato di stock con una finestra di mesi, un dato di flusso con un giorno, o entrambi insieme.",
                ],
                "observations/consenso.yaml",
                ["source: prova\nwindow: 2024-06/2024-08", "source: prova\nas_of: 2024-08-31"],
            ),
            Code::UnknownWord => said(
                ["unknown word", "Not one of the words allowed here, or a key that cannot stand in an address."],
                [
                    "parola sconosciuta",
                    "Non è una delle parole ammesse qui, o è una chiave che non può stare in un indirizzo.",
                ],
                "indicators.yaml",
                ["    kind: percentuale", "    kind: share"],
            ),
            Code::NoData => said(
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
            ),
            Code::UnknownEntry => said(
                ["unknown entry", "An entry of an outline of no known kind, or one that does not say which figure."],
                [
                    "voce di scaletta sconosciuta",
                    "Una voce della scaletta di un tipo che non esiste, o che non dice quale figura.",
                ],
                "outline.yaml",
                ["- grafico: consenso", "- figure: consenso"],
            ),
            Code::MissingFile => said(
                ["missing file", "A file that is named, or that must be there, is not; or it is empty."],
                ["file mancante", "Un file nominato, o che deve esserci, non c’è; o è vuoto."],
                "outline.yaml",
                ["- narrative: finale", "- narrative: fine"],
            ),
            Code::DuplicateEdition => said(
                ["duplicate edition", "Two editions have one address, or one has an address that cannot be."],
                [
                    "edizione doppia",
                    "Due edizioni hanno lo stesso indirizzo, o una ha un indirizzo che non si può usare.",
                ],
                "edition.yaml",
                ["title: Prova\nid: assets", "title: Prova\nid: estate-2024"],
            ),
            Code::DuplicateFile => said(
                ["duplicate file", "Two files hold the same observations."],
                ["file doppio", "Due file contengono le stesse osservazioni."],
                "observations/accessi.yaml",
                ["indicator: consenso", "indicator: accessi"],
            ),
            Code::EmptyEdition => Explanation {
                place: Term::new("the files of the edition", "i file dell’edizione"),
                ..said(
                    ["empty edition", "An edition has no observations, or a site no edition."],
                    ["edizione vuota", "Un’edizione non ha osservazioni, o un sito non ha edizioni."],
                    "",
                    [
                        "editions/2024-11/edition.yaml",
                        "editions/2024-11/edition.yaml\neditions/2024-11/observations/consenso.yaml",
                    ],
                )
            },
            Code::StrayFile => Explanation {
                place: Term::new("the files of the edition", "i file dell’edizione"),
                ..said(
                    [
                        "stray file",
                        "A file that nobody would read: in the wrong place, of the wrong name, or in no outline.",
                    ],
                    [
                        "file fuori posto",
                        "Un file che nessuno leggerebbe: nel posto sbagliato, con il nome sbagliato, o in nessuna \
                         scaletta.",
                    ],
                    "",
                    ["editions/2024-11/consenso.yaml", "editions/2024-11/observations/consenso.yaml"],
                )
            },
            Code::RawHtml => said(
                ["raw HTML", "Narrative is Markdown alone; or a comment in it is not closed."],
                ["HTML nel testo", "La narrativa è solo Markdown; oppure un suo commento non è chiuso."],
                "narrative/fine.md",
                ["# Fine\n\n<b>Il consenso cresce</b>", "# Fine\n\n**Il consenso cresce**"],
            ),
            Code::UnsafeLink => said(
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
                [
                    "- title\n- link: www.fascicolosanitario.gov.it",
                    "- title\n- link: https://www.fascicolosanitario.gov.it",
                ],
            ),
            Code::UnknownBinding => said(
                ["unknown binding", "`{{ ... }}` that cannot be read or names nothing."],
                ["rimando sconosciuto", "Un `{{ ... }}` che non si legge o non indica nulla."],
                "narrative/fine.md",
                ["- Consenso: {{ consenso.itala }}", "- Consenso: {{ consenso.italia }}"],
            ),
            Code::UnsupportedMarkdown => said(
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
            ),
            Code::CsvSyntax => said(
                [
                    "CSV syntax",
                    "The CSV does not parse, has no column of names, or a row has more or fewer cells than the head.",
                ],
                [
                    "sintassi CSV",
                    "Il CSV non si legge, non ha una colonna dei nomi, o una riga ha più o meno celle \
                     dell’intestazione.",
                ],
                "observations/documenti.items.csv",
                [
                    "item;value;source\nreferto;52;prova\nlettera;24;prova",
                    "item,value,source\nreferto,52,prova\nlettera,24,prova",
                ],
            ),
            Code::NoSource => said(
                ["no source", "A value without a source, its own or the file's."],
                ["nessuna fonte", "Un valore senza una fonte, sua o del file."],
                "observations/consenso.yaml",
                ["indicator: consenso\nnational: 41", "indicator: consenso\nsource: prova\nnational: 41"],
            ),
            Code::DoesNotFit => said(
                [
                    "does not fit",
                    "A slide of narrative holds more than 720 pixels have room for, at the smallest size.",
                ],
                [
                    "non ci sta",
                    "Una diapositiva di narrativa contiene più di quanto sta in 720 pixel, al corpo più piccolo.",
                ],
                "narrative/fine.md",
                [
                    "# Fine\n\nTrenta righe di testo, tutte nella stessa diapositiva ...",
                    "# Fine\n\nQuindici righe di testo ...\n\n---\n\nLe altre quindici ...",
                ],
            ),
            Code::Template => said(
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
            ),
            Code::WrongColor => said(
                ["wrong colour", "Not a colour: `\"#00457D\"` is one, with its quotation marks."],
                ["colore sbagliato", "Non è un colore: lo è `\"#00457D\"`, con le virgolette."],
                "theme.yaml",
                ["light:\n  accent: blu", "light:\n  accent: \"#00457D\""],
            ),
            Code::LowContrast => said(
                ["low contrast", "Two colours of the theme that a reader could not tell apart."],
                ["poco contrasto", "Due colori del tema che chi legge non saprebbe distinguere."],
                "theme.yaml",
                ["light:\n  quiet: \"#AAAAAA\"", "light:\n  quiet: \"#55606B\""],
            ),
            Code::ColoursAlike => said(
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
            ),
            Code::NoShare => said(
                ["no share", "A percentage that no count of its total gives: 40 of 16 is between 6 (38) and 7 (44)."],
                [
                    "quota impossibile",
                    "Una percentuale che nessun conteggio del suo totale dà: 40 su 16 sta tra 6 (38) e 7 (44).",
                ],
                "observations/documenti.yaml",
                ["  Lazio: { value: 40, of: 16 }", "  Lazio: { value: 40, of: 15 }"],
            ),
            Code::NationalOutside => said(
                ["national value outside", "A national value below or above all of its territories."],
                ["valore nazionale fuori", "Un valore nazionale più basso o più alto di quello di tutti i territori."],
                "observations/consenso.yaml",
                [
                    "national: 81  # e nessun territorio supera 60",
                    "national: { value: 81, note: \"la fonte conta anche chi risiede all’estero.\" }",
                ],
            ),
            Code::Jump => said(
                [
                    "jump",
                    "A change of 50 points, or as many as the indicator says, that no note on the value explains.",
                ],
                [
                    "salto",
                    "Un cambiamento di 50 punti, o di quanti ne dice l’indicatore, che nessuna nota al valore spiega.",
                ],
                "observations/consenso.yaml",
                ["  Umbria: 89", "  Umbria: { value: 89, note: \"la fonte lo conferma, era il 29%.\" }"],
            ),
            Code::SameAsBefore => said(
                ["same as before", "A warning: all values that a file knows are those of the last edition."],
                ["come prima", "Un avviso: tutti i valori noti di un file sono quelli dell’ultima edizione."],
                "observations/consenso.yaml",
                [
                    "indicator: consenso\nsource: prova",
                    "indicator: consenso\nsource: prova\nnote: La fonte non riporta variazioni.",
                ],
            ),
            Code::SwappedColumns => said(
                ["swapped columns", "Series, or columns of a table, of which each is close to what another was."],
                [
                    "colonne scambiate",
                    "Serie, o colonne di una tabella, di cui ciascuna è vicina a ciò che era un’altra.",
                ],
                "observations/consenso.yaml",
                [
                    "  Lazio: 90   # in `accessi` era 92\n  Puglia: 14  # in `accessi` era 12",
                    "  Lazio: 9\n  Puglia: 71",
                ],
            ),
            Code::NotComparable => said(
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
            ),
            Code::FalseClaim => said(
                ["false claim", "A sentence says what the data do not; both sides are printed."],
                ["affermazione falsa", "Una frase dice ciò che i dati non dicono; sono stampati tutti e due i lati."],
                "narrative/fine.md",
                [
                    "# Fine\n\n- Molto consenso <!-- claim: consenso.italia > 50 -->",
                    "# Fine\n\n- Poco consenso <!-- claim: consenso.italia < 50 -->",
                ],
            ),
            Code::UnreadableClaim => said(
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
            ),
            Code::TypedNumber => said(
                ["typed number", "A warning: a percentage typed by hand that the data have, or nearly have."],
                ["numero scritto a mano", "Un avviso: una percentuale scritta a mano che i dati hanno, o quasi."],
                "narrative/fine.md",
                ["# Fine\n\n- Consenso: 41%", "# Fine\n\n- Consenso: {{ consenso.italia }}"],
            ),
            Code::ToDo => said(
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
            ),
            Code::Fractions => said(
                ["fractions", "0.41 in the place of 41, in all values of a file, or in most of them."],
                ["frazioni", "0.41 al posto di 41, in tutti i valori di un file, o in quasi tutti."],
                "observations/consenso.yaml",
                [
                    "national: 0.41\nvalues:\n  Lazio: 0.08\n  Umbria: 0.29",
                    "national: 41\nvalues:\n  Lazio: 8\n  Umbria: 29",
                ],
            ),
            Code::AmbiguousTerritory => said(
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
            ),
            Code::TerritoryCount => said(
                [
                    "number of territories",
                    "`territories.yaml` has fewer than two territories, or more than a thousand.",
                ],
                ["numero di territori", "`territories.yaml` ha meno di due territori, o più di mille."],
                "territories.yaml",
                [
                    "national: { code: IT, name: Italia }\nterritories:\n  LAZ: Lazio",
                    "national: { code: IT, name: Italia }\nterritories:\n  LAZ: Lazio\n  UMB: Umbria",
                ],
            ),
            Code::UnknownArea => said(
                ["unknown area", "`territories.yaml` declares no such area."],
                ["area sconosciuta", "`territories.yaml` non dichiara questa area."],
                "territories.yaml",
                [
                    "national: { code: IT, name: Italia }\nareas:\n  centro: Centro\nterritories:\n  LAZ: { name: Lazio, \
                     area: centri }\n  UMB: Umbria",
                    "national: { code: IT, name: Italia }\nareas:\n  centro: Centro\nterritories:\n  LAZ: { name: Lazio, \
                     area: centro }\n  UMB: Umbria",
                ],
            ),
            Code::TerritoryCode => said(
                ["code of a territory", "A code that cannot stand in data files, or a name without a letter."],
                [
                    "codice di un territorio",
                    "Un codice che non può stare nei file di dati, o un nome senza una lettera.",
                ],
                "territories.yaml",
                [
                    "national: { code: IT, name: Italia }\nterritories:\n  Lazio (Roma): Lazio\n  UMB: Umbria",
                    "national: { code: IT, name: Italia }\nterritories:\n  LAZ: Lazio\n  UMB: Umbria",
                ],
            ),
            Code::UnusedSource => said(
                ["unused source", "A source is declared and no value names it, so no page shows it. A warning."],
                [
                    "fonte non usata",
                    "Una fonte è dichiarata ma nessun valore la indica, e nessuna pagina la mostra. Un avviso.",
                ],
                "edition.yaml",
                [
                    "  prova: { publisher: Prova, title: Dati di prova }\n  \
                     istat: { publisher: Istat, title: Popolazione residente }",
                    "  prova: { publisher: Prova, title: Dati di prova }",
                ],
            ),
            Code::UnreadableTable => said(
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
            ),
            Code::NoTable => said(
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
            ),
            Code::AmbiguousNumber => said(
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
            ),
            Code::FractionsOrShares => said(
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
            ),
            Code::UnreadableCell => said(
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
            ),
            Code::TwiceInTable => said(
                ["twice in a table", "A table of figures gives one value twice, or two names to one row."],
                ["due volte in tabella", "Una tabella di dati dà due volte un valore, o due nomi a una riga."],
                "figures.csv",
                ["Regione;Consenso\nTrento;12\nP.A. Trento;13", "Regione;Consenso\nTrento;12"],
            ),
            Code::CannotEdit => said(
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
                [
                    "  Lazio: {\n    value: 8, # di maggio\n    source: prova }",
                    "  Lazio: { value: 8, source: prova } # di maggio",
                ],
            ),
            Code::SaysNothing => said(
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
            ),
            Code::NoPeriodSaid => said(
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
            ),
            Code::NoTiles => said(
                [
                    "no tiles",
                    "A figure is to be shown as tiles, and territories.yaml does not say where each territory stands.",
                ],
                [
                    "niente tessere",
                    "Una figura va mostrata a tessere, ma territories.yaml non dice dove sta ogni territorio.",
                ],
                "territories.yaml",
                [
                    "territories:\n  ENG: England\n  WLS: Wales",
                    "territories:\n  ENG: { name: England, tile: [2, 1] }\n  WLS: { name: Wales, tile: [1, 1] }",
                ],
            ),
            Code::TilePlace => said(
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
            ),
            Code::NoMap => said(
                ["no map", "A figure is to be shown as a map, and there is one of the Regions of Italy only."],
                ["niente mappa", "Una figura va mostrata su mappa, ma c’è soltanto quella delle Regioni italiane."],
                "outline.yaml",
                ["- figure: { show: recycling, as: map }", "- figure: { show: recycling, as: tiles }"],
            ),
            Code::OneDate => said(
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
            ),
            Code::NothingJoined => said(
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
            ),
            Code::TooManyNames => said(
                [
                    "too many names",
                    "More territories are highlighted than have room for a name beside their line: twelve at most.",
                ],
                [
                    "troppi nomi",
                    "I territori evidenziati sono più di quanti nomi stiano accanto alle linee: dodici al massimo.",
                ],
                "outline.yaml",
                [
                    "- figure: { show: consenso, as: lines, highlight: [Puglia, Molise, Lazio, ...] }",
                    "- figure: { show: consenso, as: lines, highlight: [Puglia, Molise] }",
                ],
            ),
            Code::TalkTooLong => said(
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
            ),
            Code::NoAddress => said(
                [
                    "a QR code without an address",
                    "A QR code is of the address of its step, or of the deck’s own, which follows from `url` in site.yaml.",
                ],
                [
                    "un codice QR senza indirizzo",
                    "Un codice QR è dell’indirizzo del suo passo, o di quello delle diapositive, che segue da `url` in site.yaml.",
                ],
                "outline.yaml",
                [
                    "- title\n- closing: { qr: true }",
                    "- title\n- closing: { qr: true, url: \"https://www.gimbe.org\" }",
                ],
            ),
            Code::TooSmall => said(
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
            ),
            Code::UnknownTalk => said(
                ["a talk that cannot be made", "What `build` is asked for with `--for` is no territory of the site."],
                [
                    "un intervento che non si può fare",
                    "Ciò che si chiede a `build` con `--for` non è un territorio del sito.",
                ],
                "command line",
                ["fascicle build --for Umbira", "fascicle build --for Umbria"],
            ),
            Code::UndrawnSign => said(
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
            ),
            Code::SumsDisagree => said(
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
                [
                    "national: { count: 90, of: 200 }",
                    "national: { count: 90, of: 200, note: Comprende i residenti all’estero. }",
                ],
            ),
            Code::PeriodOfFolder => said(
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
            ),
            Code::PeriodsOverlap => said(
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
            ),
            Code::NoWhole => said(
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
            ),
            Code::OnlyInPages => said(
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
            ),
        }
    }
}
