//! The workload W: content as authors write it, made up from a seed, as many periods as asked.
//!
//! One period is an edition with a deck of twenty slides, ten of them with a figure: eight ranked bars of 21 territories
//! and Italia, two tables of 21 territories by 16 items. Every file that can hold a remark says that it is synthetic.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

const SYNTHETIC: &str = "Dati sintetici, generati per le prove di velocità: non misurano nulla.";

const TERRITORIES: [&str; 21] = [
    "Piemonte",
    "Valle d’Aosta",
    "Liguria",
    "Lombardia",
    "P.A. Bolzano",
    "P.A. Trento",
    "Veneto",
    "Friuli-Venezia Giulia",
    "Emilia-Romagna",
    "Toscana",
    "Umbria",
    "Marche",
    "Lazio",
    "Abruzzo",
    "Molise",
    "Campania",
    "Puglia",
    "Basilicata",
    "Calabria",
    "Sicilia",
    "Sardegna",
];

/// Share indicators: each is one figure of ranked bars.
const SHARES: usize = 8;
/// Availability indicators: each is one table.
const TABLES: usize = 2;
/// Items of a table.
const ITEMS: usize = 16;

/// Every file of the content folder, by path. `periods` is 1 to 2400; the same seed gives the same bytes.
pub fn files(periods: usize, seed: u64) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut add = |path: &str, text: String| files.insert(path.to_owned(), text);
    add("site.yaml", site());
    add("indicators.yaml", indicators());
    add("outline.yaml", outline());
    for (name, text) in narrative() {
        add(&format!("narrative/{name}.md"), text);
    }
    let mut random = Random(seed | 1);
    for period in 0..periods {
        let (year, month) = (2000 + period / 12, 1 + period % 12);
        let folder = format!("editions/{year}-{month:02}");
        add(&format!("{folder}/edition.yaml"), edition(year, month));
        for n in 1..=SHARES {
            add(&format!("{folder}/observations/quota_{n}.yaml"), share(n, &mut random));
        }
        for n in 1..=TABLES {
            let stem = format!("{folder}/observations/dotazione_{n}.table");
            add(
                &format!("{stem}.yaml"),
                format!("# {SYNTHETIC}\nindicator: dotazione_{n}\npart: table\nsource: sintesi\n"),
            );
            add(&format!("{stem}.csv"), table(n, &mut random));
        }
    }
    files
}

/// Writes the content into a folder that does not exist yet.
///
/// # Errors
/// As the file system says.
pub fn write(folder: &Path, periods: usize, seed: u64) -> io::Result<()> {
    for (path, text) in files(periods, seed) {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(file, text)?;
    }
    Ok(())
}

fn site() -> String {
    format!(
        "# {SYNTHETIC}\n\
         title: Prova di carico\n\
         description: {SYNTHETIC:?}\n\
         organisation: Nessuna\n\
         language: it\n"
    )
}

fn indicators() -> String {
    let mut text = format!("# {SYNTHETIC}\ngroups:\n  dotazione: Dotazione\n  uso: Uso\n\nindicators:\n");
    for n in 1..=SHARES {
        let timing = if n <= SHARES / 2 { "stock" } else { "flow" };
        let _ = write!(
            text,
            "  quota_{n}:\n    \
             title: Cittadini che hanno usato il servizio sintetico numero {n} almeno una volta\n    \
             short: Servizio {n}\n    \
             group: uso\n    \
             kind: share\n    \
             of: degli assistiti\n    \
             timing: {timing}\n    \
             better: higher\n    \
             decimals: {}\n    \
             origin: Nessuna rilevazione, dati sintetici\n    \
             definition: {SYNTHETIC:?}\n",
            n % 2
        );
    }
    for n in 1..=TABLES {
        let _ = write!(
            text,
            "  dotazione_{n}:\n    \
             title: Documenti sintetici disponibili, elenco {n}\n    \
             short: Elenco {n}\n    \
             group: dotazione\n    \
             kind: availability\n    \
             of: delle {ITEMS} tipologie\n    \
             timing: stock\n    \
             origin: Nessuna rilevazione, dati sintetici\n    \
             definition: {SYNTHETIC:?}\n    \
             items:\n"
        );
        for item in 1..=ITEMS {
            let _ = writeln!(
                text,
                "      tipo_{item:02}: {{ title: Documento sintetico di tipo {item}, short: Tipo {item} }}"
            );
        }
        let _ = write!(
            text,
            "    figures:\n      \
             items: {{ title: Documenti sintetici nelle Regioni, measure: \"% delle Regioni\" }}\n      \
             table: {{ title: Tipologie sintetiche per Regione, measure: Tipologie per Regione }}\n      \
             territories: {{ title: Tipologie sintetiche (% su {ITEMS}), measure: \"% su {ITEMS}\" }}\n"
        );
    }
    text
}

/// Twenty slides: title, disclosure, two of background, link, overview, divider, ten figures, two of conclusions, closing.
fn outline() -> String {
    let mut text = format!(
        "# {SYNTHETIC}\n\
         - title\n\
         - narrative: disclosure\n\
         - narrative: background\n\
         - link: {{ url: https://example.org, title: Il monitoraggio, text: Un indirizzo di prova., kicker: Fonti }}\n\
         - overview: {{ title: I numeri in sintesi, kicker: In sintesi }}\n"
    );
    for n in 1..=TABLES {
        let _ = writeln!(text, "- figure: dotazione_{n}/table");
    }
    text.push_str("- section: uso\n");
    for n in 1..=SHARES {
        let _ = writeln!(text, "- figure: quota_{n}");
    }
    text + "- narrative: conclusions\n- closing\n"
}

fn narrative() -> [(&'static str, String); 3] {
    let head = |kicker: &str| format!("---\nkicker: {kicker}\n---\n\n<!-- note: {SYNTHETIC} -->\n\n");
    [
        (
            "disclosure",
            head("Disclosure")
                + "# Nessun conflitto di interessi\n\n\
                   - Il relatore di questa prova **non esiste**\n\
                   - Nessun compenso per questa relazione\n",
        ),
        (
            "background",
            head("Premesse")
                + "# Un unico punto di accesso\n\n\
                   - Il **Fascicolo** raccoglie la storia sanitaria\n  \
                   - anche per il medico\n  \
                   - anche per il cittadino\n\
                   - Ogni Regione ne ha uno\n\n\
                   > [!NOTE]\n> Un riquadro di prova.\n\n\
                   ---\n\n\
                   - Gli obiettivi sono uguali per tutte\n\
                   - I risultati **no**\n",
        ),
        (
            "conclusions",
            head("Conclusioni")
                + "# Divari ampi tra le Regioni\n\n\
                   - Servizio 1: {{ quota_1.italia }}, dal {{ quota_1.min }} al {{ quota_1.max }} ({{ quota_1.max.who }})\n\
                   - Servizio 2: {{ quota_2.italia }} {{ quota_2.period }}\n\
                   - Servizio 5: {{ quota_5.italia }}, con {{ quota_5.known }} valori\n\n\
                   # Che cosa serve\n\n\
                   1. Documenti e servizi uguali ovunque\n\
                   2. Fiducia nella *sicurezza* dei dati\n\
                   3. Competenze digitali\n",
        ),
    ]
}

fn edition(year: usize, month: usize) -> String {
    format!(
        "# {SYNTHETIC}\n\
         title: Prova di carico\n\
         subtitle: Dati sintetici\n\
         event: {{ name: Convegno di prova, place: Nessun luogo, date: {year}-{month:02}-27, tag: \"#Prova\" }}\n\
         notes:\n  - {SYNTHETIC:?}\n\
         sources:\n  sintesi: {{ publisher: Generatore, title: Numeri a caso, note: {SYNTHETIC:?} }}\n"
    )
}

/// Nineteen or more values, ties among them, and now and then one that is missing or has a date of its own. Each territory
/// stays within twenty points of its own, and Italia in the middle of all, so that nothing wants a note.
fn share(n: usize, random: &mut Random) -> String {
    let mut text = format!("# {SYNTHETIC}\nindicator: quota_{n}\nsource: sintesi\n");
    let _ = writeln!(text, "national: {}\nvalues:", random.percentage(n, 40));
    for (place, name) in TERRITORIES.into_iter().enumerate() {
        let value = random.percentage(n, (place * 37 + n * 13) as u64 % 9 * 10);
        let _ = match random.below(24) {
            0 => writeln!(text, "  {name}: missing"),
            1 => writeln!(text, "  {name}: {{ value: {value}, note: Stima della Regione, status: estimated }}"),
            _ => writeln!(text, "  {name}: {value}"),
        };
    }
    text
}

/// What each territory has, which seldom changes; now and then a cell is missing.
fn table(n: usize, random: &mut Random) -> String {
    let mut text = "territory".to_owned();
    for item in 1..=ITEMS {
        let _ = write!(text, ",tipo_{item:02}");
    }
    for (place, name) in TERRITORIES.into_iter().enumerate() {
        let _ = write!(text, "\n{name}");
        for item in 1..=ITEMS {
            let has = !(place * 7 + item * 11 + place * item * 3 + n).is_multiple_of(4);
            text.push_str(match (random.below(40), has) {
                (0, _) => ",missing",
                (1, true) | (2.., false) => ",no",
                (1, false) | (2.., true) => ",yes",
            });
        }
    }
    text + "\n"
}

/// xorshift64: enough for numbers nobody believes.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    /// From `least` to twenty points more, with a decimal where indicator `n` prints one.
    fn percentage(&mut self, n: usize, least: u64) -> String {
        let tenths = 10 * least + self.below(200);
        if n.is_multiple_of(2) { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
    }
}
