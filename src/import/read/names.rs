//! What the words of a table mean: territories, indicators, items, and the kinds of column. A near name is told, never
//! taken for the name.

use super::time;
use crate::data::indicator::Indicator;
use crate::data::observation::Cell;
use crate::data::territory::{Territories, TerritoryId, fold};
use std::collections::{BTreeMap, BTreeSet};

/// What a table may name.
pub struct Names<'n> {
    /// Territories, and the whole.
    pub territories: &'n Territories,
    /// Indicators with their items.
    pub indicators: &'n [Indicator],
    /// Every name of each indicator, and of each of its items, folded.
    folded: Vec<(Vec<String>, Items)>,
}

/// The places of the items that have a name.
type Items = BTreeMap<String, BTreeSet<usize>>;

/// What a header means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// An indicator.
    Indicator(usize),
    /// An item of one.
    Item(usize, usize),
    /// A kind of column.
    Role(Role),
}

/// What a column of a long table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Names of territories.
    Territory,
    /// Names of indicators.
    Indicator,
    /// Names of items.
    Item,
    /// Values.
    Value,
    /// How many.
    Count,
    /// How many there are in all: the denominator of a count.
    Of,
    /// Status of a value.
    Status,
    /// Its date or window.
    Period,
    /// Its note.
    Note,
    /// Its source.
    Source,
}

/// Headers that name a kind of column, folded.
const ROLES: [(Role, &[&str]); 10] = [
    (
        Role::Territory,
        &[
            "territorio",
            "territori",
            "regione",
            "regioni",
            "regione pa",
            "regioni pa",
            "regione p a",
            "regioni p a",
            "regione o pa",
            "regioni e pa",
            "regioni e p a",
            "regione provincia autonoma",
            "regioni province autonome",
            "regione o provincia autonoma",
            "regioni e province autonome",
            "codice",
            "codice nuts",
            "nuts",
            "nuts2",
            "name",
            "nome",
            "territory",
            "region",
            "code",
        ],
    ),
    (Role::Indicator, &["indicatore", "indicatori", "misura", "indicator", "measure"]),
    (
        Role::Item,
        &[
            "voce",
            "voci",
            "elemento",
            "documento",
            "tipologia",
            "tipologie",
            "tipologia documentale",
            "servizio",
            "item",
        ],
    ),
    (
        Role::Value,
        &[
            "valore",
            "valori",
            "dato",
            "percentuale",
            "quota",
            "value",
            "percentage",
            "share",
            "disponibile",
            "obs value",
        ],
    ),
    (Role::Count, &["numero", "n", "conteggio", "numeratore", "count", "number", "numerator"]),
    (Role::Of, &["su", "di", "totale", "denominatore", "of", "total", "denominator"]),
    (Role::Status, &["stato", "status"]),
    (Role::Period, &["periodo", "data", "period", "date"]),
    (Role::Note, &["nota", "note", "annotazioni", "notes"]),
    (Role::Source, &["fonte", "source"]),
];

/// Further heads of shares, folded, for a table of which the indicator is known.
const SHARES: [&str; 10] = [
    "incidenza",
    "pct",
    "perc",
    "percent",
    "percentages",
    "percentuali",
    "tasso",
    "val",
    "valore percentuale",
    "valori percentuali",
];

impl<'n> Names<'n> {
    /// Names of a site.
    pub fn new(territories: &'n Territories, indicators: &'n [Indicator]) -> Names<'n> {
        let items = |indicator: &Indicator| {
            let named = indicator.items().iter().enumerate().flat_map(|(place, item)| {
                let own = [&item.id, &item.title, &item.short].into_iter().chain(&item.aliases);
                own.map(move |name| (fold(name), place))
            });
            let mut names: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
            for (name, place) in named {
                names.entry(name).or_default().insert(place);
            }
            names
        };
        let of = |indicator: &Indicator| (names_of_indicator(indicator).map(fold).collect(), items(indicator));
        Names { territories, indicators, folded: indicators.iter().map(of).collect() }
    }

    /// A territory, or `Some(None)` for the whole.
    pub fn territory(&self, text: &str) -> Option<Option<TerritoryId>> {
        self.territories.known(text)
    }

    /// All that a header may mean.
    pub fn header(&self, text: &str) -> Vec<Meaning> {
        let folded = fold(text);
        if folded.is_empty() {
            // `%` alone heads a column of percentages.
            return if text.trim() == "%" { vec![Meaning::Role(Role::Value)] } else { Vec::new() };
        }
        let mut meanings = Vec::new();
        for (index, (names, items)) in self.folded.iter().enumerate() {
            if names.contains(&folded) {
                meanings.push(Meaning::Indicator(index));
            }
            meanings.extend(items.get(&folded).into_iter().flatten().map(|item| Meaning::Item(index, *item)));
        }
        let role = ROLES.iter().find(|(_, words)| words.contains(&folded.as_str()));
        meanings.extend(role.map(|(role, _)| Meaning::Role(*role)));
        meanings
    }

    /// An indicator by any of its names; none where two have it.
    pub fn indicator(&self, text: &str) -> Option<usize> {
        let mut having = self.indicators_called(text);
        having.next().filter(|_| having.next().is_none())
    }

    /// An item of an indicator by any of its names; none where two have it.
    pub fn item(&self, indicator: usize, text: &str) -> Option<usize> {
        let mut having = self.folded[indicator].1.get(&fold(text))?.iter().copied();
        having.next().filter(|_| having.next().is_none())
    }

    /// Whether two indicators have a name; of an indicator, whether two of its items do.
    pub fn is_of_two(&self, of: Option<usize>, text: &str) -> bool {
        match of {
            Some(indicator) => self.folded[indicator].1.get(&fold(text)).is_some_and(|items| items.len() > 1),
            None => self.indicators_called(text).count() > 1,
        }
    }

    fn indicators_called(&self, text: &str) -> impl Iterator<Item = usize> {
        let folded = fold(text);
        self.folded.iter().enumerate().filter(move |(_, (names, _))| names.contains(&folded)).map(|(place, _)| place)
    }

    /// Whether a head says no more than that values of an indicator stand below it: nothing, a time, a common word for a
    /// share; or one of its names with a time.
    pub fn may_head(&self, indicator: usize, text: &str) -> bool {
        // Any year will do, to know a month without its own.
        let is_time = |text: &str| time::whole(text).is_some() || !time::without_year(text, 2000).is_empty();
        let folded = fold(text);
        let is_name = |text: &str| self.folded[indicator].0.contains(&fold(text));
        let mut parts = text.char_indices().map(|(place, _)| text.split_at(place));
        folded.is_empty()
            || SHARES.contains(&&*folded)
            || is_time(text)
            || parts.any(|(one, other)| (is_name(one) && is_time(other)) || (is_time(one) && is_name(other)))
    }

    /// The nearest name of an indicator or an item: for "did you mean".
    pub fn near(&self, text: &str) -> Option<String> {
        let names = self.indicators.iter().flat_map(|indicator| {
            let items = indicator.items().iter().flat_map(|item| [&item.title, &item.short, &item.id]);
            names_of_indicator(indicator).chain(items.map(String::as_str))
        });
        nearest_words(text, names)
    }
}

fn names_of_indicator(indicator: &Indicator) -> impl Iterator<Item = &str> {
    let own = [&indicator.id, &indicator.short, &indicator.title];
    own.into_iter().chain(&indicator.aliases).map(String::as_str)
}

/// The nearest of some names: by letters, or because the words of the one are all among the other's.
fn nearest_words<'n>(text: &str, names: impl Iterator<Item = &'n str>) -> Option<String> {
    let folded = fold(text);
    if folded.is_empty() {
        return None;
    }
    let score = |name: &str| {
        let name = fold(name);
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let (given, known) = (words(&folded), words(&name));
        let holds = |all: &[String], some: &[String]| some.iter().all(|word| all.contains(word));
        let shared = given.iter().filter(|word| known.contains(word)).map(|word| word.chars().count()).sum::<usize>();
        // Each long word of the name has one that is like it: Consensi, Consenso. A short word says little.
        let long: Vec<&String> = known.iter().filter(|word| word.chars().count() > 4).collect();
        let alike = |word: &&String| given.iter().any(|other| strsim::jaro_winkler(word, other) > 0.92);
        let by_words = (shared > 3 && (holds(&given, &known) || holds(&known, &given)))
            || (!long.is_empty() && long.iter().all(alike));
        let by_letters = strsim::jaro_winkler(&name, &folded);
        if by_words { by_letters.max(0.9) } else { by_letters }
    };
    let best = names.map(|name| (name, score(name))).max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(a.0)))?;
    (best.1 > 0.86).then(|| best.0.to_owned())
}

/// What a cell of a table of availability says; none where it says neither yes nor no.
pub fn yes_or_no(text: &str) -> Option<Cell> {
    const YES: [&str; 18] = [
        "sì",
        "si",
        "si'",
        "s",
        "yes",
        "y",
        "x",
        "✓",
        "✔",
        "☑",
        "✅",
        "●",
        "1",
        "vero",
        "true",
        "disponibile",
        "presente",
        "attivo",
    ];
    const NO: [&str; 14] = [
        "no",
        "n",
        "✗",
        "✘",
        "☐",
        "❌",
        "○",
        "0",
        "falso",
        "false",
        "non disponibile",
        "assente",
        "non presente",
        "non attivo",
    ];
    let word = text.trim().to_lowercase();
    if YES.contains(&word.as_str()) {
        return Some(Cell::Yes);
    }
    NO.contains(&word.as_str()).then_some(Cell::No)
}

#[cfg(test)]
mod tests {
    use super::{Meaning, Names, Role, nearest_words, yes_or_no};
    use crate::data::observation::Cell;
    use crate::data::territory::Territories;

    #[test]
    fn kinds_of_column_are_known_in_two_languages() {
        let italy = Territories::italy();
        let names = Names::new(&italy, &[]);
        for (header, role) in [
            ("Regione/PA", Role::Territory),
            ("TERRITORIO", Role::Territory),
            ("Indicatore", Role::Indicator),
            ("Valore (%)", Role::Value),
            ("%", Role::Value),
            ("N.", Role::Count),
            ("Su", Role::Of),
            ("Note", Role::Note),
            ("Fonte", Role::Source),
        ] {
            assert_eq!(names.header(header), [Meaning::Role(role)], "{header}");
        }
        assert!(names.header("Popolazione").is_empty() && names.header(" ").is_empty());
    }

    #[test]
    fn a_near_name_is_near_by_letters_or_by_words() {
        let known = || ["Consenso", "Uso dei cittadini", "MMG e PLS", "Specialisti"].into_iter();
        let near = |text| nearest_words(text, known());
        assert_eq!(near("Consensso (%)").as_deref(), Some("Consenso"));
        assert_eq!(near("Consenso espresso dagli assistiti").as_deref(), Some("Consenso"));
        assert_eq!(near("Specialist").as_deref(), Some("Specialisti"));
        assert_eq!(near("Consensi espressi").as_deref(), Some("Consenso"));
        assert_eq!(near("Popolazione"), None);
    }

    #[test]
    fn yes_and_no_have_many_signs() {
        assert!(["Sì", "SI", "x", "✓", "1", "Disponibile"].iter().all(|word| yes_or_no(word) == Some(Cell::Yes)));
        assert!(["No", "0", "✗", "non disponibile"].iter().all(|word| yes_or_no(word) == Some(Cell::No)));
        assert!(["", "12", "forse", "n.d.", "-"].iter().all(|word| yes_or_no(word).is_none()));
    }
}
