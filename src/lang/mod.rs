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
    /// What stands in the place of a value that no source gives: "n.d.".
    pub missing: &'static str,
    /// What stands for a list of names without any name.
    pub nobody: &'static str,
    /// What stands before a source.
    pub source: &'static str,
    /// What a cell of a table of yes and no says: yes, no, missing.
    pub cells: [&'static str; 3],
    /// The short words of that table: yes, no, missing.
    pub yes_no: [&'static str; 3],
    /// The common noun for a territory, where the authors' list gives none.
    pub territory: &'static str,
    /// The plural of that noun.
    pub territories: &'static str,
    /// The head of a column of items; the following are heads of columns, too.
    pub item: &'static str,
    /// The head of a column of printed values.
    pub value: &'static str,
    /// The head of a column of counts, each with its total.
    pub count: &'static str,
    /// The head of a column of ranks.
    pub rank: &'static str,
    /// The head of a column of distances from the value of the whole, in points.
    pub distance: &'static str,
    /// The head of a column of macro-areas.
    pub area: &'static str,
    /// The title of territories that belong to no macro-area.
    pub elsewhere: &'static str,
    /// The head of a column of notes on values.
    pub note: &'static str,
    /// The head of a column of how many items a territory has.
    pub total: &'static str,
    /// The title above the indicators in columns.
    pub at_a_glance: &'static str,
    /// The words at the end of a talk.
    pub thanks: &'static str,
    /// What stands before the period of an edition.
    pub period: &'static str,
    /// Between a number and how many there are: "1 of 2".
    pub of: &'static str,
    /// What stands before the address of an edition, before the number of its revision, and before the mark of the
    /// data, at the foot of a figure.
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

/// The common noun by which sentences call the items of a list.
pub fn items(language: Language) -> Called {
    let (one, many) = match language {
        Language::English => ("item", "items"),
        Language::Italian => ("voce", "voci"),
    };
    Called { one: one.to_owned(), many: many.to_owned(), feminine: true }
}

/// The common noun by which sentences call the territories of a list: the one its authors give, or else one of the
/// language.
pub fn called(language: Language, territories: &Territories) -> Called {
    territories.called().cloned().unwrap_or_else(|| Called {
        one: terms(language).territory.to_owned(),
        many: terms(language).territories.to_owned(),
        feminine: false,
    })
}

/// The forms of a name that sentences need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms {
    /// The name with its article: "le Marche", "the North East"; without one where it has none.
    pub article: String,
    /// "nelle Marche", "in the North East".
    pub locative: String,
    /// "delle Marche", "of the North East".
    pub genitive: String,
}

/// The name of a territory as summaries give it after a value: "dell’Umbria", "in Wales".
pub fn whose(language: Language, territory: &Territory) -> String {
    match language {
        Language::English => territory.locative.clone(),
        Language::Italian => territory.genitive.clone(),
    }
}

/// Declares functions that hand a call on to the module of the language it is for.
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
    /// A period after a measure: `al 31 agosto 2024`, `as of 31 August 2024`.
    when(period: Period) -> String;
    /// A period as an adverb: `tra giugno e agosto 2024`, `between June and August 2024`.
    adverb(period: Period) -> String;
    /// What is said of a missing value that has a date of its own: `nessun valore nei dati al 31 marzo 2024`.
    without_value(when: Period) -> String;
    /// Names in a sentence: `a, b e c`, `a, b and c`.
    list(names: &[impl AsRef<str>]) -> String;
    /// What a status means to a reader; nothing for an ordinary value, and for one that is simply missing.
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
    /// Who measures, and who published the values.
    published_by(origin: &str, publishers: &[&str]) -> String;
    /// That only some of the monitored items are listed, and how many are monitored, where that is known.
    partial_list(listed: usize, total: Option<u32>) -> String;
    /// That a territory has a date of its own, by its name with its article: `per le Marche: al 31 marzo 2024`.
    exception(article: &str, when: &str) -> String;
    /// The forms of a name. `article` is its article, such as `le` or `the`, or the name with its article; without it
    /// the forms are such as fit every name.
    forms(name: &str, article: Option<&str>) -> Forms;
    /// The rank of a territory that the author marks: `Puglia 3ª su 13 (69%)`; without a rank only what is printed:
    /// `Puglia (n.d.)`.
    stands(name: &str, place: Option<(String, usize)>, printed: &str) -> String;
    /// The range of the values of a macro-area: `Isole da 10% a 23%`.
    range(area: &str, low: &str, high: &str) -> String;
    /// The value to be reached, as it stands at its line: `Obiettivo: 85% entro il 31 dicembre 2025`.
    target(goal: &Goal<'_>) -> String;
    /// The value to be reached, as it stands in a sentence: `obiettivo dell’85% entro il 31 dicembre 2025 (Piano)`.
    goal(goal: &Goal<'_>) -> String;
    /// The value to be reached, as it stands at the foot of a figure, with who states it. `has_line` tells whether a
    /// line of the figure marks it.
    target_note(goal: &Goal<'_>, publisher: &str, has_line: bool) -> String;
    /// What the line across a drawing means.
    target_drawn(goal: &Goal<'_>) -> String;
    /// The measure of a figure of distances. Only in a built-in list is the whole called the nation.
    distance_measure(measure: &str, built_in: bool) -> String;
    /// What a figure of ranked territories says.
    territories_summary(facts: &TerritoriesFacts<'_>) -> String;
    /// What a figure of items says.
    items_summary(facts: &ItemsFacts<'_>) -> String;
    /// What a table says.
    table_summary(facts: &TableFacts<'_>) -> String;
    /// What a step of a scale holds: `dal 20 a meno del 40%`, `20 to under 40%`.
    step(from: Number, to: Number, decimals: u8, last: bool) -> String;
    /// A value and who has it: `89%: Emilia-Romagna`; many names are counted.
    held_by(value: &str, who: &[String], called: &Called) -> String;
    /// How many of all: `9 territori su 21`, `9 of 21 territories`.
    some_of(count: usize, all: usize, called: &Called) -> String;
    /// A difference: `+26 punti`, `+26 points`; of one that is smaller than can be printed, its direction.
    difference(difference: Points) -> String;
    /// How far a value is from another of the same time: `+26 punti`, `0 points`.
    distance(difference: Points) -> String;
    /// What must be said of differences that stand together; nothing where they are the differences of what is printed.
    rounding(of: Rounding) -> &'static str;
    /// A rank, and whether others share it: `9ª a pari merito`, `joint 9th`.
    place(place: u32, tied: bool) -> String;
    /// A place that was gained or lost: `1ª, era 2ª`.
    moved(was: &str, is: &str) -> String;
    /// What a value was: `prima 50%`.
    before(printed: &str) -> String;
    /// Why two values may not be compared, in a few words.
    broken(between: Break) -> String;
    /// Why two values may not be compared, as a sentence.
    not_compared(why: &str) -> String;
    /// What one of two definitions counts, where the other counts something else; `side` is the word for the older or
    /// the newer.
    defined(side: &str, text: &str) -> String;
    /// That an author allows a comparison, and why.
    allowed(because: &str) -> String;
    /// That a share may pass a hundred, and why.
    uncapped(because: &str) -> String;
    /// The finding of a comparison, short enough for the title of a slide.
    headline(subject: &str, facts: &ChangeFacts<'_>) -> String;
    /// The finding of a comparison in sentences.
    change_finding(facts: &ChangeFacts<'_>) -> String;
    /// The finding of a comparison in sentences, then who has lost or gained a value, and the notes.
    change_summary(facts: &ChangeFacts<'_>) -> String;
    /// A date on two short lines, for an axis: `31 ago` and `2024`.
    short_date(period: Period) -> [String; 2];
    /// From one date to another: `dal 31 marzo 2024 al 31 marzo 2025`.
    span(first: Period, last: Period) -> String;
    /// That no line goes on between two dates, and why.
    line_break(between: [Period; 2], why: &str) -> String;
    /// That some lines do not go on between two dates, and why.
    line_parted(between: [Period; 2], why: &str, names: &[String]) -> String;
    /// Which values of the named lines are missing, and when.
    line_gaps(gaps: &[(String, Vec<Period>)]) -> String;
    /// That of many items only the first and the last so many have a name.
    line_names(of_each: usize) -> String;
    /// What kind of drawing a figure is, and what its parts mean.
    drawn(facts: &DrawnFacts<'_>) -> String;
    /// All values, one after the other.
    values(all: &[String]) -> String;
    /// A value and who shares a rank with it: `Abruzzo e Molise 12% (9ª a pari merito)`.
    at_a_place(names: &[&str], value: &str, place: Option<&str>) -> String;
    /// A row of yes and no, with the items that are not there and those that are not known.
    row_of_table(name: &str, total: &str, no: &[&str], unknown: &[&str]) -> String;
    /// A rank and how many have one: `12ª su 17`.
    among(place: &str, of: usize) -> String;
    /// The title of a territory's profile: `L’Umbria in cifre`.
    in_figures(territory: &Territory) -> String;
    /// How the values of a territory compare with those of the whole.
    profile_summary(facts: &ProfileFacts<'_>) -> String;
    /// What a figure of lines says.
    lines_summary(facts: &LinesFacts<'_>) -> String;
}
