//! Data of every shape, at random or by hand, as the files of a project; and what is true of them, reckoned here anew.

use crate::common::mistake;
use fascicle::check::{self, Checked};
use fascicle::data::period::Period;
use fascicle::data::territory::Called;
use fascicle::diag::Language;
use fascicle::{lang, parse};
use std::fmt::Write;

/// Numbers at random, the same for the same seed.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }

    /// So many times in a hundred.
    pub fn chance(&mut self, times: u64) -> bool {
        self.below(100) < times
    }

    pub fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize].clone()
    }
}

/// A share as an author gives it: a number with some decimals, or a count of a total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Share {
    /// So many units of the last of some decimals.
    Printed(i128, u32),
    Counted(u32, u32),
}

impl Share {
    fn written(self) -> String {
        match self {
            Share::Printed(units, 0) => units.to_string(),
            Share::Printed(units, decimals) => {
                let scale = 10_i128.pow(decimals);
                format!("{}.{:0width$}", units / scale, units % scale, width = decimals as usize)
            }
            Share::Counted(count, of) => format!("{{ count: {count}, of: {of} }}"),
        }
    }

    /// Units of the last of some decimals, halves going up.
    pub fn rounded(self, decimals: u32) -> i128 {
        let (numerator, denominator) = match self {
            Share::Printed(units, own) => (units, 10_i128.pow(own)),
            Share::Counted(count, of) => (i128::from(count) * 100, i128::from(of)),
        };
        (2 * numerator * 10_i128.pow(decimals) + denominator) / (2 * denominator)
    }
}

/// A target: its units and decimals, its day, its name.
#[derive(Clone, Debug)]
pub struct Target {
    pub value: Share,
    pub by: Option<&'static str>,
    pub text: Option<&'static str>,
}

/// The data of one indicator.
#[derive(Clone, Debug)]
pub struct Data {
    pub decimals: u32,
    pub when: &'static str,
    pub lower: bool,
    pub values: Vec<Option<Share>>,
    pub national: Option<Share>,
    pub target: Option<Target>,
}

impl Data {
    /// Whether nothing is known of its values but what is printed.
    pub fn is_as_printed(&self) -> bool {
        let all = self.values.iter().flatten().chain(&self.national);
        all.copied().all(|value| matches!(value, Share::Printed(_, own) if own <= self.decimals))
    }
}

/// A table of yes (`y`), no (`n`) and missing (`?`).
pub type Cells = Vec<Vec<char>>;

/// A whole project.
#[derive(Clone, Debug)]
pub struct World {
    pub language: Language,
    pub built_in: bool,
    pub called: Option<[&'static str; 2]>,
    pub feminine: bool,
    pub areas: bool,
    pub data: Vec<Data>,
    pub table: Option<Cells>,
}

pub const ITEMS: [&str; 5] = ["Referto", "Lettera", "Profilo", "Cartella", "Invito"];

/// Names of a list of one's own.
const NAMES: [&str; 40] = [
    "Alba", "Borgo", "Cesio", "Delia", "Erba", "Fiano", "Gavi", "Idro", "Lecco", "Massa", "Nola", "Orte", "Pavia",
    "Quero", "Rieti", "Siena", "Terni", "Urbino", "Varese", "Zocca", "Acqui", "Bardi", "Crema", "Dego", "Esine",
    "Foggia", "Genga", "Imola", "Lodi", "Monza", "Narni", "Osimo", "Parma", "Quarto", "Roma", "Salò", "Trani", "Uta",
    "Venosa", "Zola",
];

const CODES: [&str; 21] = [
    "ITC1", "ITC2", "ITC3", "ITC4", "ITH1", "ITH2", "ITH3", "ITH4", "ITH5", "ITI1", "ITI2", "ITI3", "ITI4", "ITF1",
    "ITF2", "ITF3", "ITF4", "ITF5", "ITF6", "ITG1", "ITG2",
];

impl World {
    /// The plain one, without data.
    pub fn plain(language: Language, built_in: bool) -> World {
        World { language, built_in, called: None, feminine: false, areas: false, data: Vec::new(), table: None }
    }

    /// How many territories there are.
    fn places(&self) -> usize {
        let table = self.table.iter().map(Vec::len);
        self.data.iter().map(|data| data.values.len()).chain(table).next().unwrap_or(21)
    }

    fn code(&self, place: usize) -> String {
        if self.built_in { CODES[place].to_owned() } else { NAMES[place].replace('ò', "o").to_uppercase() }
    }

    fn territories(&self) -> Option<String> {
        if self.built_in {
            return None;
        }
        let mut text = String::new();
        if let Some([one, many]) = self.called {
            let gender = if self.feminine { ", gender: feminine" } else { "" };
            writeln!(text, "called: {{ one: {one}, many: {many}{gender} }}").unwrap();
        }
        let article = match self.language {
            Language::Italian => ["", ", article: il", ", article: la"],
            Language::English => ["", ", article: the", ""],
        };
        writeln!(text, "national: {{ code: TUTTO, name: Valle{} }}", article[self.places() % 3]).unwrap();
        if self.areas {
            text.push_str("areas:\n  monte: Monte\n  piano: Piano\n");
        }
        text.push_str("territories:\n");
        for place in 0..self.places() {
            let area = match (self.areas, place % 5) {
                (true, 0 | 1) => ", area: monte",
                (true, 2 | 3) => ", area: piano",
                _ => "",
            };
            let (code, name) = (self.code(place), NAMES[place]);
            let article = if name.starts_with(['A', 'E', 'I', 'O', 'U']) { "" } else { article[place % 3] };
            writeln!(text, "  {code}: {{ name: {name}{article}{area} }}").unwrap();
        }
        Some(text)
    }

    fn observations(&self, place: usize, data: &Data) -> String {
        let mut text = format!("indicator: quota{place}\nsource: prova\nas_of: {}\nnote: Dati inventati.\n", data.when);
        let known: Option<Vec<i128>> =
            data.values.iter().map(|value| Some(value.as_ref()?.rounded(data.decimals))).collect();
        let national = data.national.map(|value| value.rounded(data.decimals));
        let outside = known.zip(national).is_some_and(|(known, own)| {
            known.iter().all(|value| *value > own) || known.iter().all(|value| *value < own)
        });
        // Counts that do not add up to those of the whole are asked after, too.
        let counts = |value: &Option<Share>| match value {
            Some(Share::Counted(count, of)) => Some([u64::from(*count), u64::from(*of)]),
            _ => None,
        };
        let all: Option<Vec<[u64; 2]>> = data.values.iter().map(counts).collect();
        let sums = all.map(|all| [0, 1].map(|part| all.iter().map(|counts| counts[part]).sum::<u64>()));
        let is_asked = outside || (sums.is_some() && sums != counts(&data.national));
        match data.national {
            None => text.push_str("national: missing\n"),
            Some(Share::Counted(count, of)) if is_asked => {
                writeln!(text, "national: {{ count: {count}, of: {of}, note: {NOTE} }}").unwrap();
            }
            Some(value) if outside => {
                writeln!(text, "national: {{ value: {}, note: {NOTE} }}", value.written()).unwrap()
            }
            Some(value) => writeln!(text, "national: {}", value.written()).unwrap(),
        }
        text.push_str("values:\n");
        for (place, value) in data.values.iter().enumerate() {
            let written = value.map_or_else(|| "missing".to_owned(), Share::written);
            writeln!(text, "  {}: {written}", self.code(place)).unwrap();
        }
        text
    }

    fn catalogue(&self) -> String {
        let mut text = "groups:\n  prova: Prova\nindicators:\n".to_owned();
        let common = "    group: prova\n    timing: stock\n    origin: Inventati\n    definition: Inventata.\n";
        for (place, data) in self.data.iter().enumerate() {
            let (decimals, better) = (data.decimals, if data.lower { "lower" } else { "higher" });
            writeln!(text, "  quota{place}:\n    title: Quota {place}\n    short: Q{place}\n    kind: share").unwrap();
            writeln!(text, "    of: degli assistiti\n    decimals: {decimals}\n    better: {better}\n{common}")
                .unwrap();
            if let Some(Target { value, by, text: name }) = &data.target {
                let by = by.map_or_else(String::new, |by| format!(", by: {by}"));
                let name = name.map_or_else(String::new, |name| format!(", text: \"{name}\""));
                writeln!(text, "    target: {{ value: {}, source: piano{by}{name} }}", value.written()).unwrap();
            }
        }
        if let Some(cells) = &self.table {
            text.push_str("  cose:\n    title: Cose\n    short: Cose\n    kind: availability\n    of: delle cose\n");
            text.push_str(common);
            text.push_str("    items:\n");
            (0..cells[0].len()).for_each(|item| writeln!(text, "      i{item}: {}", ITEMS[item]).unwrap());
            text.push_str("    figures:\n");
            for part in ["items", "table", "territories"] {
                writeln!(text, "      {part}: {{ title: Cose, measure: Quota }}").unwrap();
            }
        }
        text
    }

    fn rows(&self, cells: &Cells) -> String {
        let mut text =
            "indicator: cose\npart: table\nas_of: 2024-08-31\nsource: prova\nnote: Inventati.\nrows:\n".to_owned();
        for (place, row) in cells.iter().enumerate() {
            let cell = |(item, cell): (usize, &char)| {
                let word = match cell {
                    'y' => "yes",
                    'n' => "no",
                    _ => "missing",
                };
                format!("i{item}: {word}")
            };
            let row: Vec<String> = row.iter().enumerate().map(cell).collect();
            writeln!(text, "  {}: {{ {} }}", self.code(place), row.join(", ")).unwrap();
        }
        text
    }

    /// The project, checked.
    pub fn checked(&self) -> Checked {
        let mut files = mistake::Files::new();
        let mut put = |path: &str, text: String| drop(files.insert(path.to_owned(), Some(text)));
        put("site.yaml", format!("title: Prova\norganisation: Nessuno\nlanguage: {}\n", self.language.tag()));
        put("sources.yaml", "piano: { publisher: Governo, title: Un piano inventato }\n".to_owned());
        put("indicators.yaml", self.catalogue());
        put("outline.yaml", "- title\n- overview\n".to_owned());
        let sources = "sources:\n  prova: { publisher: Prova, title: Valori inventati }\n";
        put("editions/2024-06_2024-08/edition.yaml", format!("title: Prova\n{sources}"));
        self.territories().into_iter().for_each(|text| put("territories.yaml", text));
        for (place, data) in self.data.iter().enumerate() {
            let path = format!("editions/2024-06_2024-08/observations/quota{place}.yaml");
            put(&path, self.observations(place, data));
        }
        if let Some(cells) = &self.table {
            put("editions/2024-06_2024-08/observations/cose.table.yaml", self.rows(cells));
        }
        let loaded = mistake::loaded(files.clone());
        let (draft, found) = parse::parse(&loaded.sources);
        let checked = check::check(&draft, &["gimbe"], found).sound().map(|(checked, _)| checked);
        checked.unwrap_or_else(|found| {
            let said: Vec<_> = found.iter().map(|fault| fault.message.en.as_str()).collect();
            panic!("{}\n{files:#?}", said.join("\n"))
        })
    }

    /// How sentences call its territories.
    pub fn called(&self) -> Called {
        match (self.called.filter(|_| !self.built_in), self.language) {
            (Some([one, many]), _) => Called { one: one.into(), many: many.into(), feminine: self.feminine },
            (None, Language::Italian) => Called { one: "territorio".into(), many: "territori".into(), feminine: false },
            (None, Language::English) => {
                Called { one: "territory".into(), many: "territories".into(), feminine: false }
            }
        }
    }
}

/// What is said of a value of the whole that is outside those of its parts.
pub const NOTE: &str = "verificato";

/// What is true of some data.
pub struct Truth {
    pub decimals: u32,
    /// Places with their values, as printed.
    pub known: Vec<(usize, i128)>,
    pub missing: Vec<usize>,
    pub national: Option<i128>,
    /// How many reach the target.
    pub reached: usize,
}

impl Truth {
    pub fn of(data: &Data) -> Truth {
        let rounded = |value: &Option<Share>| value.map(|value| value.rounded(data.decimals));
        let all = data.values.iter().map(rounded).enumerate();
        let known: Vec<(usize, i128)> = all.clone().filter_map(|(place, value)| Some((place, value?))).collect();
        let missing = all.filter(|(_, value)| value.is_none()).map(|(place, _)| place).collect();
        let reached = data.target.as_ref().map_or(0, |target| {
            // Both in millionths.
            let value = |units: i128| units * 10_i128.pow(6 - data.decimals);
            let goal = target.value.rounded(6);
            let reaches = |value: i128| if data.lower { value <= goal } else { value >= goal };
            known.iter().filter(|(_, units)| reaches(value(*units))).count()
        });
        Truth { decimals: data.decimals, known, missing, national: rounded(&data.national), reached }
    }

    pub fn most(&self) -> i128 {
        self.known.iter().map(|(_, value)| *value).max().expect("somebody has a value")
    }

    pub fn least(&self) -> i128 {
        self.known.iter().map(|(_, value)| *value).min().expect("somebody has a value")
    }

    /// Who has a value.
    pub fn at(&self, value: i128) -> Vec<usize> {
        self.known.iter().filter(|(_, other)| *other == value).map(|(place, _)| *place).collect()
    }

    /// How many are above, level with and below the whole.
    pub fn sides(&self) -> [usize; 3] {
        let national = self.national.expect("the whole has a value");
        let count = |is: &dyn Fn(i128) -> bool| self.known.iter().filter(|(_, value)| is(*value)).count();
        [count(&|value| value > national), count(&|value| value == national), count(&|value| value < national)]
    }
}

/// Units of the last decimal as they are printed: `41,5`.
pub fn printed(units: i128, decimals: u32, language: Language) -> String {
    let scale = 10_i128.pow(decimals);
    let sign = if units < 0 { "−" } else { "" };
    let (whole, part) = (units.abs() / scale, units.abs() % scale);
    let mark = if language == Language::Italian { ',' } else { '.' };
    if decimals == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}{mark}{part:0width$}", width = decimals as usize)
    }
}

/// When, as the sentences of a figure begin.
pub fn begins(when: &str, language: Language) -> String {
    lang::upper(&lang::adverb(language, Period::parse(when).unwrap()))
}

/// A project at random.
pub fn world(seed: u64, language: Language) -> World {
    let mut random = Random::new(seed);
    let built_in = random.chance(30);
    let places = if built_in { 21 } else { 2 + random.below(39) as usize };
    let called = match language {
        Language::Italian => [
            ("Stato", "Stati", false),
            ("area", "aree", true),
            ("Regione", "Regioni", true),
            ("comune", "comuni", false),
        ],
        Language::English => [
            ("nation", "nations", false),
            ("area", "areas", false),
            ("town", "towns", false),
            ("county", "counties", false),
        ],
    };
    let (one, many, feminine) = random.one(&called);
    let areas = random.chance(50);
    let data = (0..SETS).map(|_| data(&mut random, places, language)).collect();
    let table = random.chance(50).then(|| cells(&mut random, places));
    World { language, built_in, called: random.chance(70).then_some([one, many]), feminine, areas, data, table }
}

/// Indicators of a project at random.
pub const SETS: usize = 4;

fn share(random: &mut Random, decimals: u32) -> Share {
    match random.below(10) {
        0 => Share::Printed(0, 0),
        1 => Share::Printed(100, 0),
        2..=4 => {
            let of = 1 + random.below(5_000_000) as u32;
            Share::Counted(random.below(u64::from(of) + 1) as u32, of)
        }
        _ => {
            let own = random.below(u64::from(decimals) + 2) as u32;
            Share::Printed(random.below(100 * 10_u64.pow(own) + 1).into(), own)
        }
    }
}

fn data(random: &mut Random, places: usize, language: Language) -> Data {
    let decimals = random.below(4) as u32;
    let (one, other, kind) = (share(random, decimals), share(random, decimals), random.below(9));
    let only = random.below(places as u64) as usize;
    let value = |random: &mut Random, place: usize| match kind {
        0 => Some(one),
        1 => (place == only).then_some(one),
        2 => Some(if place < places / 2 { one } else { other }),
        3 => None,
        // Values that differ below the last decimal.
        4 => Some(Share::Printed(500_000 + i128::from(random.below(200)), 4)),
        5 => Some(Share::Printed(i128::from(random.below(4)) * 25, 0)),
        6 => random.chance(60).then_some(one),
        _ => random.chance(85).then(|| share(random, decimals)),
    };
    let values: Vec<Option<Share>> = (0..places).map(|place| value(random, place)).collect();
    let national = match random.below(4) {
        0 => None,
        1 => values.iter().flatten().next().copied(),
        _ => Some(share(random, decimals)),
    };
    let national = national.and_then(|whole| whole_of(whole, &values));
    let texts = match language {
        Language::Italian => ["Piano", "PNRR: 85% entro il 2025", "Soglia dell’8,5%"],
        Language::English => ["Plan", "Plan: 85% by 2025", "Threshold of 8.5%"],
    };
    let target = random.chance(40).then(|| Target {
        value: random.one(
            &[Share::Printed(80, 0), Share::Printed(85, 1), Share::Printed(85, 0), Share::Printed(0, 0), one]
                .map(plain),
        ),
        by: random.one(&[None, Some("2025-12-31"), Some("2026-04-08"), Some("2026-08-11"), Some("2026-01-01")]),
        text: random.one(&[None, Some(texts[0]), Some(texts[1]), Some(texts[2])]),
    });
    let when = random.one(&["2024-08-31", "2024-08-08", "2024-04-11", "2024-08-01", "2024-04", "2024-08", "2024-05"]);
    Data { decimals, when, lower: random.chance(20), values, national, target }
}

/// A whole that has no fewer than its largest part: the same share of more, or none where it can be none.
fn whole_of(whole: Share, parts: &[Option<Share>]) -> Option<Share> {
    let Share::Counted(count, of) = whole else { return Some(whole) };
    let counted = parts.iter().flatten().filter_map(|part| match *part {
        Share::Counted(count, of) => Some([count, of]),
        Share::Printed(..) => None,
    });
    let largest = counted.fold([0, 0], |[most, all], [count, of]| [most.max(count), all.max(of)]);
    if count == 0 && largest[0] > 0 {
        return None;
    }
    let times = largest[0].div_ceil(count.max(1)).max(largest[1].div_ceil(of)).max(1);
    // The format has no greater counts.
    let most = of.checked_mul(times).filter(|of| *of <= 999_999_999)?;
    Some(Share::Counted(count.checked_mul(times)?, most))
}

/// A share that a target may be.
fn plain(share: Share) -> Share {
    if matches!(share, Share::Counted(..)) { Share::Printed(50, 0) } else { share }
}

fn cells(random: &mut Random, places: usize) -> Cells {
    let (items, kind) = (1 + random.below(5) as usize, random.below(6));
    let cell = |random: &mut Random, row: usize, item: usize| match kind {
        0 => 'y',
        1 => 'n',
        2 => {
            if item == 0 {
                'y'
            } else {
                'n'
            }
        }
        3 => {
            if row == 0 {
                'y'
            } else {
                random.one(&['y', 'n'])
            }
        }
        4 => {
            if item == 0 {
                '?'
            } else {
                random.one(&['y', 'n'])
            }
        }
        _ => random.one(&['y', 'n', 'y', 'n', '?']),
    };
    (0..places).map(|row| (0..items).map(|item| cell(random, row, item)).collect()).collect()
}
