//! What is said of changes, held against the data: random editions are read here once more, in fractions of this file's
//! own, and every title, sentence, cell, circle and count must say what they say, in both languages.
//!
//! `MOVED_CASES=100000 cargo test --test suite moved::` runs as many sets of data.

use crate::common::mistake::{Files, loaded};
use fascicle::chart::{Chart, Pair};
use fascicle::diag::{self, Language};
use fascicle::resolve::{Figure, FigureChange, Kind};
use fascicle::{Request, Site};
use proptest::prelude::*;
use std::collections::BTreeSet;

const OLD: &str = "2024-06_2024-08";
const NEW: &str = "2024-09_2024-11";

/// A Region, with its article and *di*, and with *in* in English.
const REGIONS: [[&str; 4]; 8] = [
    ["Abruzzo", "l’Abruzzo", "dell’Abruzzo", "in Abruzzo"],
    ["Emilia-Romagna", "l’Emilia-Romagna", "dell’Emilia-Romagna", "in Emilia-Romagna"],
    ["Lazio", "il Lazio", "del Lazio", "in Lazio"],
    ["Marche", "le Marche", "delle Marche", "in Marche"],
    ["Molise", "il Molise", "del Molise", "in Molise"],
    ["Puglia", "la Puglia", "della Puglia", "in Puglia"],
    ["Umbria", "l’Umbria", "dell’Umbria", "in Umbria"],
    ["Veneto", "il Veneto", "del Veneto", "in Veneto"],
];

/// A value as an author may give it.
#[derive(Clone, Copy, Debug)]
enum Given {
    Missing,
    /// In thousandths of a point, with so many decimals.
    Typed(i128, u8),
    Counted(i128, i128),
}

/// A fraction.
#[derive(Clone, Copy, Debug)]
struct Exact(i128, i128);

impl Exact {
    fn minus(self, other: Exact) -> Exact {
        Exact(self.0 * other.1 - other.0 * self.1, self.1 * other.1)
    }

    /// In units of the last decimal, half away from nought.
    fn units(self, decimals: u8) -> i128 {
        let scaled = self.0.abs() * 10_i128.pow(decimals.into());
        let up = scaled / self.1 + i128::from(2 * (scaled % self.1) >= self.1);
        if self.0 < 0 { -up } else { up }
    }

    fn is_more(self, than: Exact) -> bool {
        self.0 * than.1 > than.0 * self.1
    }
}

impl Given {
    fn value(self) -> Option<Exact> {
        match self {
            Given::Missing => None,
            Given::Typed(thousandths, _) => Some(Exact(thousandths, 1000)),
            Given::Counted(count, of) => Some(Exact(count * 100, of)),
        }
    }

    fn yaml(self) -> String {
        match self {
            Given::Missing => "missing".to_owned(),
            Given::Typed(thousandths, _) => {
                let text = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
                text.trim_end_matches('0').trim_end_matches('.').to_owned()
            }
            Given::Counted(count, of) => format!("{{ count: {count}, of: {of} }}"),
        }
    }

    /// Whether it has a digit that is not shown.
    fn is_finer(self, decimals: u8) -> bool {
        matches!(self, Given::Typed(thousandths, _) if thousandths % 10_i128.pow(3 - u32::from(decimals)) != 0)
    }
}

/// One edition: the whole, then the Regions.
type Rows = Vec<Given>;

/// What a pair of values is.
#[derive(Clone, Copy, Debug)]
struct Moved {
    printed: [i128; 2],
    by: Exact,
    is_exact: bool,
}

/// Each value, and whether it is known before it was rounded: all are of one source.
fn known(rows: &Rows, decimals: u8) -> Vec<Option<(Exact, bool)>> {
    let finer = rows.iter().any(|given| given.is_finer(decimals));
    let known = |given: &Given| Some((given.value()?, finer || matches!(given, Given::Counted(..))));
    rows.iter().map(known).collect()
}

fn pair(old: Option<(Exact, bool)>, new: Option<(Exact, bool)>, decimals: u8) -> Option<Moved> {
    let ((old, was_exact), (new, is_exact)) = (old?, new?);
    let printed = [old.units(decimals), new.units(decimals)];
    let is_exact = was_exact && is_exact;
    let of_printed = Exact(printed[1] - printed[0], 10_i128.pow(decimals.into()));
    Some(Moved { printed, by: if is_exact { new.minus(old) } else { of_printed }, is_exact })
}

fn moved(old: &Rows, new: &Rows, decimals: u8) -> Vec<Option<Moved>> {
    let (old, new) = (known(old, decimals), known(new, decimals));
    old.into_iter().zip(new).map(|(old, new)| pair(old, new, decimals)).collect()
}

/// A number as it is read in a language.
fn number(units: i128, decimals: u8, language: Language) -> String {
    let scale = 10_i128.pow(decimals.into());
    let mark = if language == Language::Italian { ',' } else { '.' };
    match decimals {
        0 => units.to_string(),
        _ => format!("{}{mark}{:0width$}", units / scale, units % scale, width = decimals.into()),
    }
}

/// A difference in words.
fn words(by: Exact, decimals: u8, language: Language) -> String {
    let (units, italian) = (by.units(decimals), language == Language::Italian);
    let points = |units: i128| {
        let one = units == 10_i128.pow(decimals.into());
        let word = match (italian, one) {
            (true, true) => "punto",
            (true, false) => "punti",
            (false, true) => "point",
            (false, false) => "points",
        };
        format!("{} {word}", number(units, decimals, language))
    };
    match (by.0.signum(), units, italian) {
        (0, _, true) => "invariato".to_owned(),
        (0, _, false) => "unchanged".to_owned(),
        (1, 0, true) => format!("meno di {} in più", points(1)),
        (_, 0, true) => format!("meno di {} in meno", points(1)),
        (1, 0, false) => format!("up less than {}", points(1)),
        (_, 0, false) => format!("down less than {}", points(1)),
        (1, ..) => format!("+{}", points(units)),
        _ => format!("−{}", points(-units)),
    }
}

/// Those that moved furthest that way, by their places among the Regions.
fn furthest(moved: &[(usize, Moved)], way: i128, decimals: u8) -> BTreeSet<usize> {
    let size = |by: Exact| Exact(by.0.abs(), by.1);
    let of_way: Vec<&(usize, Moved)> =
        moved.iter().filter(|(_, one)| one.by.0 != 0 && (way == 0 || one.by.0.signum() == way)).collect();
    let most = of_way.iter().map(|(_, one)| one.by.units(decimals).abs()).max();
    let first: Vec<_> = of_way.iter().filter(|(_, one)| Some(one.by.units(decimals).abs()) == most).collect();
    let exact = first.iter().all(|(_, one)| one.is_exact);
    let is_beaten = |one: &Moved| exact && first.iter().any(|(_, other)| size(other.by).is_more(size(one.by)));
    first.iter().filter(|(_, one)| !is_beaten(one)).map(|(place, _)| *place).collect()
}

/// What is true of two editions, in a language.
struct Truth {
    language: Language,
    decimals: u8,
    national: Option<Moved>,
    regions: Vec<(usize, Moved)>,
    others: bool,
}

impl Truth {
    fn new(old: &Rows, new: &Rows, decimals: u8, language: Language) -> Truth {
        let all = moved(old, new, decimals);
        let regions = all[1..].iter().enumerate().filter_map(|(place, one)| Some((place, (*one)?))).collect();
        let one_sided = |(old, new): (&Given, &Given)| old.value().is_some() != new.value().is_some();
        let others = old.iter().zip(new).any(one_sided);
        Truth { language, decimals, national: all[0], regions, others }
    }

    fn count(&self, way: i128) -> usize {
        self.regions.iter().filter(|(_, one)| one.by.0.signum() == way).count()
    }

    fn percent(&self, units: i128) -> String {
        format!("{}%", number(units, self.decimals, self.language))
    }

    fn words(&self, one: &Moved) -> String {
        words(one.by, self.decimals, self.language)
    }

    /// From where to where, as it is read.
    fn course(&self, one: &Moved) -> String {
        let [old, new] = one.printed.map(|units| self.percent(units));
        let italian = self.language == Language::Italian;
        match one.by.0 {
            0 => new,
            _ if old == new && italian => format!("{new} arrotondato"),
            _ if old == new => format!("{new} rounded"),
            _ if italian => format!("{} {}", joined("da", &old), joined("a", &new)),
            _ => format!("from {old} to {new}"),
        }
    }

    fn names(&self, places: &BTreeSet<usize>) -> Vec<String> {
        places.iter().map(|place| REGIONS[*place][0].to_owned()).collect()
    }

    /// What the summary says of how many, who most and the whole: it must have these words and no others of the kind.
    fn summary(&self, said: &str) -> Result<(), String> {
        let italian = self.language == Language::Italian;
        let check = |holds: bool, what: &str| if holds { Ok(()) } else { Err(format!("{what}: {said}")) };
        let ways = if italian { ["in aumento", "in calo", "invariat"] } else { ["up", "down", "unchanged"] };
        let counts = [1, -1, 0].map(|way| self.count(way));
        let begin = said.split(". ").next().unwrap_or_default();
        let known = self.regions.len();
        if known == 0 {
            let none = if italian { "Nessun territorio ha due valori" } else { "No territory has two values" };
            check(begin.contains(none), none)?;
        }
        for (way, count) in ways.iter().zip(counts).filter(|_| known > 0) {
            let begin = begin.replace("aumento più grande", "");
            let all = match (known, italian) {
                (1, true) => format!("l’unico territorio con un valore in entrambe le edizioni è {way}"),
                (1, false) => format!("the only territory with a value in both editions is {way}"),
                (2, true) => format!("i 2 territori con un valore in entrambe le edizioni sono entrambi {way}"),
                (2, false) => format!("both territories with a value in both editions are {way}"),
                (8, true) => format!("gli 8 territori con un valore in entrambe le edizioni sono tutti {way}"),
                (_, true) => format!("i {known} territori con un valore in entrambe le edizioni sono tutti {way}"),
                (_, false) => format!("all {known} territories with a value in both editions are {way}"),
            };
            let some = format!("{count} {way}");
            match count {
                0 => check(!begin.contains(&format!(" {way}")), &format!("nobody is {way}"))?,
                _ if count == known => check(begin.contains(&all), &all)?,
                _ => check(begin.contains(&some), &some)?,
            }
        }
        for (way, word) in [(1, ["aumento", "rise"]), (-1, ["calo", "fall"])] {
            self.extreme(said, way, word[usize::from(!italian)])?;
        }
        let whole = if italian { "Valore nazionale (Italia): " } else { "In Italy as a whole: " };
        match &self.national {
            None => check(!said.contains(whole), "nothing is known of the whole"),
            Some(one) => {
                let words = format!("{whole}{}, {}.", self.course(one), self.words(one));
                check(said.contains(&words), &words)
            }
        }
    }

    /// Who moved most that way, if that is said; with one Region alone it is said at once.
    fn extreme(&self, said: &str, way: i128, word: &str) -> Result<(), String> {
        let italian = self.language == Language::Italian;
        let check = |holds: bool, what: &str| if holds { Ok(()) } else { Err(format!("{what}: {said}")) };
        let found = furthest(&self.regions, way, self.decimals);
        let of = |place: &usize| self.regions.iter().find(|(other, _)| other == place).map(|(_, one)| *one).unwrap();
        if self.regions.len() == 1 {
            let (place, one) = &self.regions[0];
            if one.by.0.signum() == way {
                let words = format!(": {}, {} ({}).", REGIONS[*place][0], self.course(one), self.words(one));
                return check(said.contains(&words), &words);
            }
        }
        let is_said = match (italian, way) {
            (true, 1) => said.contains("L’aumento più grande") || said.contains("L’unico aumento"),
            (true, _) => said.contains("Il calo più grande") || said.contains("L’unico calo"),
            (false, _) => said.contains(&format!("The greatest {word}")) || said.contains(&format!("The only {word}")),
        };
        if found.is_empty() || self.regions.len() == 1 {
            return check(!is_said, &format!("nobody has a {word} to be named"));
        }
        let one = of(found.first().unwrap());
        let the = if way == 1 { "L’" } else { "Il " };
        let only = self.count(way) == 1;
        let words = match (found.len(), italian) {
            (1, true) => {
                let genitive = REGIONS[*found.first().unwrap()][2];
                let most = if only { format!("L’unico {word}") } else { format!("{the}{word} più grande") };
                format!("{most} è quello {genitive}: {} ({}).", self.course(&one), self.words(&one))
            }
            (1, false) => {
                let place = REGIONS[*found.first().unwrap()][3];
                let most = if only { "only" } else { "greatest" };
                format!("The {most} {word} is {place}: {} ({}).", self.course(&one), self.words(&one))
            }
            (2..=6, true) => format!("{the}{word} più grande, {}: ", self.words(&one)),
            (2..=6, false) => format!("The greatest {word}, {}: ", self.words(&one)),
            (many, true) => format!("{the}{word} più grande, {}, è di {many} territori.", self.words(&one)),
            (many, false) => format!("The greatest {word}, {}, is of {many} territories.", self.words(&one)),
        };
        check(said.contains(&words), &words)?;
        if (2..=6).contains(&found.len()) {
            let rest = &said[said.find(&words).unwrap() + words.len()..];
            let rest = rest.split_once('.').map_or(rest, |(names, _)| names);
            let and = if italian { [" e ", " ed "] } else { [" and ", " and "] };
            let names: BTreeSet<String> =
                rest.replace(and[1], ", ").replace(and[0], ", ").split(", ").map(str::to_owned).collect();
            check(names == self.names(&found).into_iter().collect(), "those who moved most")?;
        }
        Ok(())
    }

    /// What the title may be: two that moved as far stand in the order of their values.
    fn titles(&self) -> Vec<String> {
        let italian = self.language == Language::Italian;
        let found = furthest(&self.regions, 0, self.decimals);
        let of: Vec<&Moved> =
            found.iter().map(|place| &self.regions.iter().find(|(other, _)| other == place).unwrap().1).collect();
        let whole = |is_said: &dyn Fn(&Moved) -> bool| {
            let whole = self.national.filter(|one| one.by.0 != 0 && is_said(one));
            let name = if italian { "Italia" } else { "Italy" };
            whole.map_or_else(String::new, |one| format!(", {name} {}", self.words(&one)))
        };
        let size = |one: &Moved| words(Exact(one.by.0.abs(), one.by.1), self.decimals, self.language);
        let size = |one: &Moved| size(one).replace(" in più", "").replace("up ", "").replace('+', "");
        let said = match &of[..] {
            [] if self.regions.is_empty() && italian => "nessun valore si può confrontare".to_owned(),
            [] if self.regions.is_empty() => "no value can be compared".to_owned(),
            [] => match (whole(&|_| true), self.others, italian) {
                (whole, _, true) if !whole.is_empty() => format!("nessun territorio cambia{whole}"),
                (whole, _, false) if !whole.is_empty() => format!("no territory has changed{whole}"),
                (_, true, true) => "nessun cambiamento tra i valori che si confrontano".to_owned(),
                (_, true, false) => "no change among the values that are compared".to_owned(),
                (_, _, true) => "nessun valore è cambiato".to_owned(),
                (_, _, false) => "no value has changed".to_owned(),
            },
            [one, ..] if one.by.units(self.decimals) == 0 => {
                let whole = whole(&|one| one.by.units(self.decimals) != 0);
                format!("{} {}{whole}", if italian { "variazioni di" } else { "changes of" }, size(one))
            }
            [one] => {
                let [name, the, ..] = REGIONS[*found.first().unwrap()];
                let verb = if name == "Marche" { "passano" } else { "passa" };
                match (one.printed[0] == one.printed[1], italian) {
                    (true, _) => format!("{name} {}", self.words(one)),
                    (false, true) => format!("{the} {verb} {}", self.course(one)),
                    (false, false) => format!("{name} {}", self.course(one)),
                }
            }
            [one, other] if one.by.0.signum() == other.by.0.signum() => {
                let names = self.names(&found);
                let title = |first: &str, last: &str| {
                    let and = match (italian, last.starts_with('E')) {
                        (true, true) => "ed",
                        (true, false) => "e",
                        (false, _) => "and",
                    };
                    format!("Consenso: {first} {and} {last} {}", self.words(one))
                };
                return vec![title(&names[0], &names[1]), title(&names[1], &names[0])];
            }
            [one, ..] if italian => format!("{} territori cambiano di {}", of.len(), size(one)),
            [one, ..] => format!("{} territories change by {}", of.len(), size(one)),
        };
        vec![format!("Consenso: {said}")]
    }
}

/// A percentage after a preposition with its article, by how its first number is spoken.
fn joined(preposition: &str, percent: &str) -> String {
    let whole: u32 = percent.split([',', '%']).next().unwrap().parse().unwrap();
    let ending = match whole {
        0 => "llo ",
        1 | 8 | 11 | 80..=89 => "ll’",
        _ => "l ",
    };
    format!("{preposition}{ending}{percent}")
}

fn files(old: &Rows, new: &Rows, decimals: u8, language: &str) -> Files {
    let mut files = Files::new();
    let mut put = |path: &str, text: String| files.insert(path.to_owned(), Some(text));
    put("site.yaml", format!("title: Prova\norganisation: Nessuno\nlanguage: {language}\n"));
    let measure = "title: Consenso\n    short: Consenso\n    group: uso\n    kind: share\n    of: degli assistiti\n    \
                   timing: stock\n    origin: Prova\n    definition: Consensi.";
    let indicators = format!(
        "groups:\n  uso: Uso\nindicators:\n  consenso:\n    {measure}\n    decimals: {decimals}\n    jump: 100\n"
    );
    put("indicators.yaml", indicators);
    put("outline.yaml", "- title\n- figure: consenso\n".to_owned());
    for (edition, rows) in [(OLD, old), (NEW, new)] {
        let head = "title: Prova\nsources:\n  prova: { publisher: Prova, title: Dati di prova }\n";
        put(&format!("editions/{edition}/edition.yaml"), head.to_owned());
        // Notes answer what the tool would ask.
        let national = match rows[0].yaml() {
            missing if missing == "missing" => missing,
            counted if counted.starts_with('{') => counted.replace(" }", ", note: Prova. }"),
            typed => format!("{{ value: {typed}, note: Prova. }}"),
        };
        let mut text = format!("indicator: consenso\nsource: prova\nnote: Prova.\nnational: {national}\nvalues:\n");
        for (region, given) in REGIONS.iter().zip(&rows[1..]) {
            text.push_str(&format!("  {}: {}\n", region[0], given.yaml()));
        }
        text.push_str("others: missing\n");
        put(&format!("editions/{edition}/observations/consenso.yaml"), text);
    }
    let mut outline = "- title\n- change: consenso\n- change: { figure: consenso, as: slope }\n\
                       - figure: { show: consenso, as: lines }\n"
        .to_owned();
    if new[0].value().is_some() {
        outline.push_str("- figure: { show: consenso, as: distance }\n");
    }
    put(&format!("editions/{NEW}/outline.yaml"), outline);
    files
}

fn site(files: Files) -> Site {
    Site::check(&loaded(files), &Request::default())
        .unwrap_or_else(|faults| panic!("{}", diag::print(&faults.list, &faults.sources, Language::English, false)))
}

/// Everything that one comparison says.
fn hold(old: &Rows, new: &Rows, decimals: u8, language: Language) -> Result<(), String> {
    let code = if language == Language::Italian { "it" } else { "en" };
    let truth = Truth::new(old, new, decimals, language);
    let site = site(files(old, new, decimals, code));
    let edition = site.edition(0);
    let figure = |id: &str| edition.figures.iter().find(|figure| figure.id == id);
    let all = moved(old, new, decimals);
    for id in ["change-consenso", "change-consenso-slope"] {
        let figure = figure(id).ok_or_else(|| format!("{id} is there"))?;
        drawn(figure, &all, &truth)?;
        truth.summary(&figure.summary)?;
        titled(&figure.title, &truth)?;
        let dataset = edition.datasets.iter().find(|dataset| dataset.name == id).ok_or("its data are there")?;
        for row in &dataset.rows {
            let place = place(&row[1]);
            let one = place.and_then(|place| all[place]);
            let expected = match one.map(|one| one.by.0.signum()) {
                Some(1) => "rose",
                Some(0) => "unchanged",
                Some(_) => "fell",
                None => "",
            };
            if !expected.is_empty() && row[5] != expected {
                return Err(format!("{} {expected}: {row:?}", row[1]));
            }
            match one {
                None if !row[4].is_empty() => return Err(format!("no difference is known: {row:?}")),
                Some(one) => {
                    let told: f64 = row[4].parse().map_err(|_| format!("a number: {row:?}"))?;
                    if (told - one.by.0 as f64 / one.by.1 as f64).abs() > 6e-7 {
                        return Err(format!("the difference: {row:?} {one:?}"));
                    }
                }
                None => {}
            }
        }
    }
    if let Some(lines) = figure("consenso-lines") {
        let said = lines.summary.replace("alla prima e all’ultima", "in entrambe le edizioni");
        let said = said.replace("at the first and the last", "in both editions");
        let (_, said) = said.split_once(". ").ok_or("lines say something")?;
        // A whole with one value alone has it said with its date.
        let said =
            if truth.national.is_none() { said.replace("Valore nazionale (Italia): ", "") } else { said.to_owned() };
        // It begins a sentence here.
        let mut signs = said.chars();
        let first = signs.next().map(|sign| sign.to_lowercase().to_string()).unwrap_or_default();
        let none = ["nessun", "no territory"].iter().any(|words| said.to_lowercase().starts_with(words));
        truth.summary(&if none { said.clone() } else { format!("{first}{}", signs.as_str()) })?;
    }
    if let Some(figure) = figure("consenso-distance") {
        distant(figure, new, decimals, language)?;
    }
    let changes = site.changes(&[], language).map_err(|_| "changes are found")?;
    listed(changes.figures.iter().find(|figure| figure.id == "consenso").ok_or("it is compared")?, &all, &truth)
}

fn place(name: &str) -> Option<usize> {
    match name {
        "Italia" | "Italy" => Some(0),
        _ => REGIONS.iter().position(|region| region[0] == name).map(|place| place + 1),
    }
}

fn titled(title: &str, truth: &Truth) -> Result<(), String> {
    let expected = truth.titles();
    match expected.iter().any(|expected| expected == title) {
        true => Ok(()),
        false => Err(format!("the title is {title:?}, not {expected:?}")),
    }
}

/// The figure of distances from the whole.
fn distant(figure: &Figure, new: &Rows, decimals: u8, language: Language) -> Result<(), String> {
    let values = known(new, decimals);
    let Chart::Distance(distance) = &figure.chart else { return Err("it is drawn as distances".to_owned()) };
    let mut last: Option<Moved> = None;
    for bar in &distance.rows {
        let one = place(&bar.label.name).and_then(|place| pair(values[0], values[place], decimals));
        let one = one.ok_or_else(|| format!("a distance is known: {bar:?}"))?;
        let beside = match (one.by.0.signum(), language == Language::Italian) {
            (0, true) => format!("{} punti", number(0, decimals, language)),
            (0, false) => format!("{} points", number(0, decimals, language)),
            (_, true) => words(one.by, decimals, language).replace("in più", "sopra").replace("in meno", "sotto"),
            (1, false) if one.by.units(decimals) == 0 => {
                format!("{} above", words(one.by, decimals, language).replace("up ", ""))
            }
            (_, false) if one.by.units(decimals) == 0 => {
                format!("{} below", words(one.by, decimals, language).replace("down ", ""))
            }
            (_, false) => words(one.by, decimals, language),
        };
        let told = one.by.0 as f64 / one.by.1 as f64;
        if bar.printed != beside || (bar.value - told).abs() > 1e-9 {
            return Err(format!("{beside}: {bar:?}"));
        }
        if last.is_some_and(|last| last.is_exact && one.is_exact && one.by.is_more(last.by)) {
            return Err(format!("the greatest distance comes first: {:?}", distance.rows));
        }
        last = Some(one);
    }
    Ok(())
}

/// The table and the circles.
fn drawn(figure: &Figure, all: &[Option<Moved>], truth: &Truth) -> Result<(), String> {
    let pairs: &[Pair] = match &figure.chart {
        Chart::Dumbbell(dumbbell) => &dumbbell.rows,
        Chart::Slope(slope) => &slope.pairs.rows,
        _ => return Err("it is drawn as pairs".to_owned()),
    };
    for pair in pairs {
        let Some(one) = place(&pair.label.name).and_then(|place| all[place]) else { continue };
        let words = truth.words(&one);
        let (Some(old), Some(new)) = (pair.old, pair.new) else { return Err(format!("two points: {pair:?}")) };
        let drawn = if new > old { 1 } else { -i128::from(new < old) };
        if pair.said != words || !pair.joined || drawn != one.by.0.signum() {
            return Err(format!("{words}: {pair:?}"));
        }
    }
    for row in &figure.table.rows {
        let Some(one) = place(&row.cells[0]).and_then(|place| all[place]) else { continue };
        let expected = [truth.percent(one.printed[0]), truth.percent(one.printed[1]), truth.words(&one)];
        if row.cells[1..4] != expected {
            return Err(format!("{expected:?}: {row:?}"));
        }
    }
    Ok(())
}

/// What `fascicle changes` says.
fn listed(figure: &FigureChange, all: &[Option<Moved>], truth: &Truth) -> Result<(), String> {
    truth.summary(&figure.summary)?;
    let counts = [figure.counts.rose, figure.counts.fell, figure.counts.unchanged];
    if counts != [1, -1, 0].map(|way| truth.count(way)) {
        return Err(format!("{counts:?} rose, fell and are unchanged"));
    }
    for row in &figure.rows {
        let Some(one) = place(&row.name).and_then(|place| all[place]) else { continue };
        let kind = if one.by.0 > 0 { Kind::Rose } else { Kind::Fell };
        if row.difference != truth.words(&one) || row.kind != kind {
            return Err(format!("{one:?}: {row:?}"));
        }
    }
    for same in &figure.unchanged {
        if place(&same.name).and_then(|place| all[place]).is_none_or(|one| one.by.0 != 0) {
            return Err(format!("{} is not unchanged", same.name));
        }
    }
    let known = || all.iter().flatten();
    let is_seen = known().any(|one| one.by.units(truth.decimals) != one.printed[1] - one.printed[0]);
    let (exact, printed) = (known().any(|one| one.is_exact), known().any(|one| !one.is_exact));
    let italian = truth.language == Language::Italian;
    let holds = match (is_seen, printed) {
        (true, _) => figure.rounding.contains(if italian { "prima dell’arrotondamento" } else { "before rounding" }),
        (false, true) => figure.rounding.contains(if italian { "arrotondati" } else { "rounded" }),
        (false, false) => figure.rounding.is_empty(),
    };
    let mixed = ["dove", "Dove", "where", "Where"].iter().any(|word| figure.rounding.contains(word));
    match holds && mixed == (exact && printed && !figure.rounding.is_empty()) {
        true => Ok(()),
        false => Err(format!("of rounding: {:?}", figure.rounding)),
    }
}

/// One value near another, so that many tie, stay or move below the last decimal.
fn given(decimals: u8) -> impl Strategy<Value = Given> {
    let step = 10_i128.pow(3 - u32::from(decimals));
    let base =
        prop_oneof![Just(0), Just(1_000), Just(8_000), Just(11_000), Just(40_000), Just(80_000), 2_000..99_000_i128];
    let printed = (base.clone(), -3..4_i128).prop_map(move |(base, steps)| {
        let units = (base / step + steps).clamp(0, 99_000 / step);
        Given::Typed(units * step, decimals)
    });
    let fine = (base, -12..13_i128).prop_map(|(base, off)| Given::Typed((base + off * 10).clamp(0, 99_000), 3));
    let totals = prop_oneof![Just(16), Just(1_000), Just(4_198_088), Just(58_255_223), 1..5_000_i128];
    let counted = (totals, 0..1_000_i128, 0..3_i128)
        .prop_map(|(of, parts, off)| Given::Counted((of * parts / 1_000 + off).clamp(0, of * 99 / 100), of));
    prop_oneof![2 => Just(Given::Missing), 4 => printed, 3 => fine, 4 => counted]
}

/// Two editions: all sorts of values, all of one sort, all equal, or each a little more than it was.
fn editions() -> impl Strategy<Value = (Rows, Rows, u8)> {
    (0..3_u8, 1..9_usize, 0..6_u8).prop_flat_map(|(decimals, count, sort)| {
        let rows = || prop::collection::vec(given(decimals), count + 1);
        (rows(), rows(), -2..3_i128).prop_map(move |(mut old, mut new, off)| {
            let step = 10_i128.pow(3 - u32::from(decimals));
            match sort {
                // Nothing changes.
                0 => new = old.clone(),
                // All change by as much, in counts or as printed.
                1 => {
                    new = old
                        .iter()
                        .map(|given| match *given {
                            Given::Typed(value, shown) => Given::Typed((value + off * step).clamp(0, 99_000), shown),
                            Given::Counted(count, of) => Given::Counted((count + off).clamp(0, of * 99 / 100), of),
                            Given::Missing => Given::Missing,
                        })
                        .collect();
                }
                // Only what is printed is known.
                2 => {
                    for given in old.iter_mut().chain(&mut new) {
                        if let Some(value) = given.value() {
                            *given = Given::Typed(value.units(decimals) * step, decimals);
                        }
                    }
                }
                // All of one total.
                3 => {
                    for given in old.iter_mut().chain(&mut new) {
                        if let Some(value) = given.value() {
                            *given = Given::Counted((value.0 * 4_000 / (value.1 * 100)).clamp(0, 4_000), 4_000);
                        }
                    }
                }
                // One Region alone.
                4 => {
                    old.truncate(2);
                    new.truncate(2);
                }
                _ => {}
            }
            for rows in [&mut old, &mut new] {
                whole_of(rows);
                rows.resize(REGIONS.len() + 1, Given::Missing);
            }
            (old, new, decimals)
        })
    })
}

/// Lets the whole have no fewer than its largest part: the same share of more, or nothing where it has none, or where it
/// would be more than the format holds.
fn whole_of(rows: &mut Rows) {
    let counted = |given: &Given| if let Given::Counted(count, of) = *given { count.max(of) } else { 0 };
    let largest = rows[1..].iter().map(counted).max().unwrap_or(0);
    if let Given::Counted(count, of) = rows[0] {
        let times = if count == 0 { 1 } else { (largest + count - 1) / count.max(1) }.max(largest / of + 1);
        let fits = (count > 0 || largest == 0) && of * times <= 999_999_999;
        rows[0] = if fits { Given::Counted(count * times, of * times) } else { Given::Missing };
    }
}

fn cases() -> u32 {
    std::env::var("MOVED_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_of_a_change_is_true_of_the_data((old, new, decimals) in editions()) {
        for language in [Language::Italian, Language::English] {
            if let Err(why) = hold(&old, &new, decimals, language) {
                prop_assert!(false, "{why}\n{old:?}\n{new:?}\n{decimals} decimals");
            }
        }
    }
}
