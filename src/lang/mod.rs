//! Numbers, dates, grammar and the sentences the tool writes: one door, and behind it a folder a language.
//!
//! Every function takes the language first and answers with words ready to print.

mod change;
mod described;
pub mod en;
mod facts;
mod goal;
mod interface;
pub mod it;
mod lines;
mod office;
mod pages;
mod places;
mod profile;
mod stage;
mod when;

pub use change::{ChangeFacts, ChangeTerms, Moved};
pub use described::{DrawnFacts, Shape, ShapeNames};
pub use facts::{Extremes, ItemsFacts, TableFacts, TerritoriesFacts, upper};
pub use goal::Goal;
pub use interface::{ChangeWords, InterfaceWords, KitWords, change_words, interface};
pub use lines::{LineTerms, LinesFacts};
pub use office::{OfficeWords, office};
pub use pages::PageWords;
pub use places::PlaceTerms;
pub use profile::{ProfileFacts, ProfileTerms};
pub use stage::{SaidWords, StageWords, stage};
pub use when::names;

use crate::data::comparability::Break;
use crate::data::number::Number;
use crate::data::period::{Day, Period};
use crate::data::points::{Points, Rounding};
use crate::data::status::Status;
use crate::data::territory::{Called, Territories, Territory};
use crate::diag::Language;

/// Words of figures and pages that do not change with the data.
#[derive(Debug)]
pub struct Terms {
    /// In the place of a value that no source gives.
    pub missing: &'static str,
    /// No name in a list of them.
    pub nobody: &'static str,
    /// Before a source.
    pub source: &'static str,
    /// What a cell of a table says: yes, no, missing.
    pub cells: [&'static str; 3],
    /// The same, short.
    pub yes_no: [&'static str; 3],
    /// A territory, where the authors' list does not say how it is called.
    pub territory: &'static str,
    /// Many of them.
    pub territories: &'static str,
    /// Heads of columns, from here.
    pub item: &'static str,
    /// A value as printed.
    pub value: &'static str,
    /// How many of how many.
    pub count: &'static str,
    /// The place among all.
    pub rank: &'static str,
    /// Points from the value of the whole.
    pub distance: &'static str,
    /// Some territories under one title.
    pub area: &'static str,
    /// Territories that are in none of them.
    pub elsewhere: &'static str,
    /// What must be known of a value.
    pub note: &'static str,
    /// How many items there are.
    pub total: &'static str,
    /// Over the indicators in columns.
    pub at_a_glance: &'static str,
    /// At the end of a talk.
    pub thanks: &'static str,
    /// Before the period of an edition.
    pub period: &'static str,
    /// Between a number and how many there are: "1 of 2".
    pub of: &'static str,
    /// Before the address of an edition, the number of its revision, the mark of the data: at the foot of a figure.
    pub origin: [&'static str; 3],
}

/// The words of a language.
pub const fn terms(language: Language) -> &'static Terms {
    match language {
        Language::English => &en::TERMS,
        Language::Italian => &it::TERMS,
    }
}

/// The words of printed pages in a language.
pub const fn page_words(language: Language) -> &'static PageWords {
    match language {
        Language::English => &en::PAGE_WORDS,
        Language::Italian => &it::PAGE_WORDS,
    }
}

/// The words of comparisons in a language.
pub const fn change_terms(language: Language) -> &'static ChangeTerms {
    match language {
        Language::English => &en::CHANGE_TERMS,
        Language::Italian => &it::CHANGE_TERMS,
    }
}

/// The words of lines over time in a language.
pub const fn line_terms(language: Language) -> &'static LineTerms {
    match language {
        Language::English => &en::LINE_TERMS,
        Language::Italian => &it::LINE_TERMS,
    }
}

/// The words beside territories at their places, in a language.
pub const fn place_terms(language: Language) -> &'static PlaceTerms {
    match language {
        Language::English => &en::PLACE_TERMS,
        Language::Italian => &it::PLACE_TERMS,
    }
}

/// What kinds of drawings are called in a language.
pub const fn shape_names(language: Language) -> &'static ShapeNames {
    match language {
        Language::English => &en::SHAPE_NAMES,
        Language::Italian => &it::SHAPE_NAMES,
    }
}

/// The words of a territory's profile in a language.
pub const fn profile_terms(language: Language) -> &'static ProfileTerms {
    match language {
        Language::English => &en::PROFILE_TERMS,
        Language::Italian => &it::PROFILE_TERMS,
    }
}

/// How sentences call the items of a list.
pub fn items(language: Language) -> Called {
    let (one, many) = match language {
        Language::English => ("item", "items"),
        Language::Italian => ("voce", "voci"),
    };
    Called { one: one.to_owned(), many: many.to_owned(), feminine: true }
}

/// How sentences call the territories of a list: as its authors say, else by a word of the language.
pub fn called(language: Language, territories: &Territories) -> Called {
    territories.called().cloned().unwrap_or_else(|| Called {
        one: terms(language).territory.to_owned(),
        many: terms(language).territories.to_owned(),
        feminine: false,
    })
}

/// A name as sentences need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms {
    /// "le Marche", "the North East"; the bare name where it has no article.
    pub article: String,
    /// "nelle Marche", "in the North East".
    pub locative: String,
    /// "delle Marche", "of the North East".
    pub genitive: String,
}

/// A territory as summaries name who has a value: "dell’Umbria", "in Wales".
pub fn whose(language: Language, territory: &Territory) -> String {
    match language {
        Language::English => territory.locative.clone(),
        Language::Italian => territory.genitive.clone(),
    }
}

/// Hands a call on to the language it is for.
macro_rules! in_each {
    ($($(#[$doc:meta])* $name:ident($($given:ident: $kind:ty),*) -> $words:ty;)*) => {
        $($(#[$doc])*
        pub fn $name(language: Language, $($given: $kind),*) -> $words {
            match language {
                Language::English => en::$name($($given),*),
                Language::Italian => it::$name($($given),*),
            }
        })*
    };
}

in_each! {
    /// A number with `decimals` decimals: `1.234,5`, `1,234.5`.
    number(value: Number, decimals: u8) -> String;
    /// A percentage: `41%`.
    percent(value: Number, decimals: u8) -> String;
    /// A difference of two percentages: `26 punti`, `26 points`.
    points(value: Number, decimals: u8) -> String;
    /// A day: `31 agosto 2024`, `31 August 2024`.
    day(day: Day) -> String;
    /// A day, a month or a window: `giugno – agosto 2024`, `June – August 2024`.
    period(period: Period) -> String;
    /// The same after a measure: `al 31 agosto 2024`, `as of 31 August 2024`.
    when(period: Period) -> String;
    /// The same as an adverb: `tra giugno e agosto 2024`, `between June and August 2024`.
    adverb(period: Period) -> String;
    /// What is said of an absence with a date of its own: `nessun valore nei dati al 31 marzo 2024`.
    without_value(when: Period) -> String;
    /// Names in a sentence: `a, b e c`, `a, b and c`.
    list(names: &[impl AsRef<str>]) -> String;
    /// What a status means to a reader; nothing for a value like any other and for a plain absence.
    status(status: Status) -> Option<&'static str>;
    /// Why there is no value, in words: "no source gives the value"; empty for a status that has one.
    absence(status: Status) -> &'static str;
    /// A figure's number: `Figura 3`, `Figure 3`.
    figure(number: usize) -> String;
    /// A count and its whole: `12 su 16`, `12 of 16`.
    out_of(count: u32, of: u32) -> String;
    /// A rank: `3ª`, `3rd`.
    rank(rank: u32) -> String;
    /// The caption of a figure: its title, and in brackets whose data of when.
    caption(title: &str, origin: &str, when: &str) -> String;
    /// Whose measurement, and who published the values.
    published_by(origin: &str, publishers: &[&str]) -> String;
    /// That not all items that are monitored are listed; how many those are, where it is known.
    partial_list(listed: usize, total: Option<u32>) -> String;
    /// A territory with a date of its own, from its name with article: `per le Marche: al 31 marzo 2024`.
    exception(article: &str, when: &str) -> String;
    /// The forms of a name, from its article, `le` or `the`, or from itself with its article; safe ones without.
    forms(name: &str, article: Option<&str>) -> Forms;
    /// Where one stands that is marked: `Puglia 3ª su 13 (69%)`; without a rank only what it has, `Puglia (n.d.)`.
    stands(name: &str, place: Option<(String, usize)>, printed: &str) -> String;
    /// From where to where a macro-area reaches: `Isole da 10% a 23%`.
    range(area: &str, low: &str, high: &str) -> String;
    /// What is to be reached, and by when: `Obiettivo: 85% entro il 31 dicembre 2025`.
    target(goal: &Goal<'_>) -> String;
    /// The same in a sentence: `obiettivo dell’85% entro il 31 dicembre 2025 (Piano)`.
    goal(goal: &Goal<'_>) -> String;
    /// The same at the foot of a figure, with who states it; whether a line of the figure marks it.
    target_note(goal: &Goal<'_>, publisher: &str, has_line: bool) -> String;
    /// What a line across a drawing marks.
    target_drawn(goal: &Goal<'_>) -> String;
    /// The measure of a figure of distances; of the list that is built in the whole is the nation.
    distance_measure(measure: &str, built_in: bool) -> String;
    /// What a figure of ranked territories says.
    territories_summary(facts: &TerritoriesFacts<'_>) -> String;
    /// What a figure of items says.
    items_summary(facts: &ItemsFacts<'_>) -> String;
    /// What a table says.
    table_summary(facts: &TableFacts<'_>) -> String;
    /// What a step of a scale holds: `dal 20 a meno del 40%`, `20 to under 40%`.
    step(from: Number, to: Number, decimals: u8, last: bool) -> String;
    /// A value and who has it: `89%: Emilia-Romagna`.
    held_by(value: &str, who: &[String], called: &Called) -> String;
    /// How many of all: `9 territori su 21`, `9 of 21 territories`.
    some_of(count: usize, all: usize, called: &Called) -> String;
    /// A difference: `+26 punti`, `+26 points`; of one that is smaller than can be printed, its direction.
    difference(difference: Points) -> String;
    /// How far a value is from another of the same time: `+26 punti`, `0 points`.
    distance(difference: Points) -> String;
    /// What must be said of differences that stand together; nothing where they are those of what is printed.
    rounding(of: Rounding) -> &'static str;
    /// A rank, and whether others share it: `9ª a pari merito`, `joint 9th`.
    place(place: u32, tied: bool) -> String;
    /// A place that was gained or lost: `1ª, era 2ª`.
    moved(was: &str, is: &str) -> String;
    /// What was: `prima 50%`.
    before(printed: &str) -> String;
    /// Why two values may not be compared, in a few words.
    broken(between: Break) -> String;
    /// The same as a sentence.
    not_compared(why: &str) -> String;
    /// What one side counts, where the other counts something else.
    defined(side: &str, text: &str) -> String;
    /// What must be said where an author allows a comparison.
    allowed(because: &str) -> String;
    /// What must be said of a share that may pass a hundred.
    uncapped(because: &str) -> String;
    /// The finding of a comparison, as the title of a slide.
    headline(subject: &str, facts: &ChangeFacts<'_>) -> String;
    /// The same in sentences.
    change_finding(facts: &ChangeFacts<'_>) -> String;
    /// The same, then who has no value now or had none, and the notes.
    change_summary(facts: &ChangeFacts<'_>) -> String;
    /// A date on two short lines, for an axis: `31 ago` and `2024`.
    short_date(period: Period) -> [String; 2];
    /// From one date to another: `dal 31 marzo 2024 al 31 marzo 2025`.
    span(first: Period, last: Period) -> String;
    /// Where no line goes on, and why.
    line_break(between: [Period; 2], why: &str) -> String;
    /// Where some lines do not go on, and why.
    line_parted(between: [Period; 2], why: &str, names: &[String]) -> String;
    /// Which values of the lines with a name are missing, and when.
    line_gaps(gaps: &[(String, Vec<Period>)]) -> String;
    /// That only the first and the last of many items have a name.
    line_names(of_each: usize) -> String;
    /// What kind of drawing a figure is, and what its parts mean.
    drawn(facts: &DrawnFacts<'_>) -> String;
    /// All values, one after the other.
    values(all: &[String]) -> String;
    /// Some at one place: `Abruzzo e Molise 12% (9ª a pari merito)`.
    at_a_place(names: &[&str], value: &str, place: Option<&str>) -> String;
    /// A row of yes and no, with what is not there and what is not known.
    row_of_table(name: &str, total: &str, no: &[&str], unknown: &[&str]) -> String;
    /// A place and how many have one: `12ª su 17`.
    among(place: &str, of: usize) -> String;
    /// The title of a territory's profile: `L’Umbria in cifre`.
    in_figures(territory: &Territory) -> String;
    /// How the values of a territory stand to those of the whole.
    profile_summary(facts: &ProfileFacts<'_>) -> String;
    /// What a figure of lines says.
    lines_summary(facts: &LinesFacts<'_>) -> String;
}
