//! What changed between two editions, before it is said in a language.

use crate::data::period::Period;
use crate::data::points::{Points, greatest};
use crate::data::territory::{Called, Territory};
use std::cmp::Ordering;

/// Words of comparisons that do not change with the data. The faces of figures have no arrow and no circle, so none is
/// among them.
#[derive(Debug)]
pub struct ChangeTerms {
    /// Above a figure of what changed.
    pub title: &'static str,
    /// The older and the newer of two.
    pub sides: [&'static str; 2],
    /// Before the notes of the two.
    pub notes: [&'static str; 2],
    /// Head of a column.
    pub difference: &'static str,
    /// Before the names of those without a value in both.
    pub absent: &'static str,
    /// What came of a value: there was none.
    pub appeared: &'static str,
    /// There is none any more.
    pub vanished: &'static str,
    /// In the place of a value of an item that its definition does not list.
    pub unlisted: &'static str,
    /// An item that the older definition did not list.
    pub listed: &'static str,
    /// An item that the newer definition does not list.
    pub no_longer_listed: &'static str,
    /// A value that is the older one once more, of the same date.
    pub repeated: &'static str,
    /// Two series of one date.
    pub same_date: &'static str,
    /// A value that may not be held against the other.
    pub refused: &'static str,
}

/// A difference and who has it.
#[derive(Clone, Debug)]
pub struct Moved<'f> {
    /// "Emilia-Romagna"
    pub name: &'f str,
    /// The same with its grammar; none for an item.
    pub territory: Option<&'f Territory>,
    /// As printed.
    pub old: String,
    /// As printed.
    pub new: String,
    /// New less old.
    pub difference: Points,
}

/// What changed in one indicator between two editions.
#[derive(Clone, Debug)]
pub struct ChangeFacts<'f> {
    /// Of when the older values are.
    pub before: Period,
    /// Of when the newer ones are.
    pub after: Period,
    /// How sentences call a row.
    pub called: Called,
    /// Whether the whole is the nation of a list that is built in.
    pub built_in: bool,
    /// Why nothing may be compared, in a few words.
    pub broken: Option<String>,
    /// Differences of what has a value in both, the whole apart.
    pub moved: Vec<Moved<'f>>,
    /// That of the whole.
    pub national: Option<Moved<'f>>,
    /// Names, with the value that stands in both editions, of one date.
    pub repeated: Vec<String>,
    /// Names, with the value: "Lazio (8%)".
    pub appeared: Vec<String>,
    /// Names, with the value that was.
    pub vanished: Vec<String>,
    /// Names of those without a value in both.
    pub absent: Vec<String>,
    /// Names of those whose two values are not compared.
    pub refused: Vec<String>,
    /// Notes with marks.
    pub notes: Vec<String>,
}

impl<'f> ChangeFacts<'f> {
    /// Before anything is found.
    pub fn new([before, after]: [Period; 2], called: Called, built_in: bool) -> ChangeFacts<'f> {
        let none = Vec::new;
        ChangeFacts {
            before,
            after,
            called,
            built_in,
            broken: None,
            moved: Vec::new(),
            national: None,
            repeated: none(),
            appeared: none(),
            vanished: none(),
            absent: none(),
            refused: none(),
            notes: none(),
        }
    }

    /// How many moved that way, or not at all.
    pub(super) fn count(&self, way: Ordering) -> usize {
        self.moved.iter().filter(|moved| moved.difference.direction() == way).count()
    }

    /// Those that moved most, in one direction or, without one, in any; none where nothing moved.
    pub(super) fn furthest(&self, way: Option<Ordering>) -> Vec<&Moved<'f>> {
        let is_so = |found: Ordering| way.map_or(found.is_ne(), |way| found == way);
        let moved = self.moved.iter().map(|moved| moved.difference).enumerate();
        let moved: Vec<(usize, Points)> = moved.filter(|(_, points)| is_so(points.direction())).collect();
        greatest(&moved, |points| points.number().magnitude()).into_iter().map(|place| &self.moved[place]).collect()
    }

    /// Whether some are not compared, or have one value alone: what is said of the others is not said of all.
    pub(super) fn has_others(&self) -> bool {
        [&self.appeared, &self.vanished, &self.refused].iter().any(|names| !names.is_empty())
    }
}

impl Moved<'_> {
    /// Whether the two values print the same.
    pub(super) fn prints_the_same(&self) -> bool {
        self.old == self.new
    }
}
