//! What changed between two editions, before it is said in a language.

use crate::data::period::Period;
use crate::data::points::{Points, greatest};
use crate::data::territory::{Called, Territory};
use std::cmp::Ordering;

/// Words of comparisons that do not change with the data. The faces of figures have no arrow and no circle, so none is
/// among them.
#[derive(Debug)]
pub struct ChangeTerms {
    /// The words above a figure of what changed.
    pub title: &'static str,
    /// The words for the older and the newer edition.
    pub sides: [&'static str; 2],
    /// What stands before the notes of the older and of the newer edition.
    pub notes: [&'static str; 2],
    /// The head of the column of differences.
    pub difference: &'static str,
    /// What stands before the names that have no value in either edition.
    pub absent: &'static str,
    /// What came of a value that is there now and was not.
    pub appeared: &'static str,
    /// What came of a value that was there and is no more.
    pub vanished: &'static str,
    /// What stands in the place of a value of an item that the definition does not list.
    pub unlisted: &'static str,
    /// What came of an item that the older definition did not list.
    pub listed: &'static str,
    /// What came of an item that the newer definition does not list.
    pub no_longer_listed: &'static str,
    /// What is said of a value that stands in both editions with one date.
    pub repeated: &'static str,
    /// What is said of two series of one date.
    pub same_date: &'static str,
    /// What is said of a value that may not be compared with the other.
    pub refused: &'static str,
}

/// A difference and who has it.
#[derive(Clone, Debug)]
pub struct Moved<'f> {
    /// "Emilia-Romagna"
    pub name: &'f str,
    /// The territory with the forms of its name that grammar asks for; none for an item.
    pub territory: Option<&'f Territory>,
    /// The older value, as printed.
    pub old: String,
    /// The newer value, as printed.
    pub new: String,
    /// The newer value less the older one.
    pub difference: Points,
}

/// What changed in one indicator between two editions.
#[derive(Clone, Debug)]
pub struct ChangeFacts<'f> {
    /// The period of the older values.
    pub before: Period,
    /// The period of the newer values.
    pub after: Period,
    /// The common noun by which sentences call a row.
    pub called: Called,
    /// Whether the whole is the nation of a list that is built in.
    pub built_in: bool,
    /// Why nothing may be compared, in a few words.
    pub broken: Option<String>,
    /// The differences of all that have a value in both editions, the whole apart.
    pub moved: Vec<Moved<'f>>,
    /// The difference of the whole.
    pub national: Option<Moved<'f>>,
    /// The names that have one value of one date in both editions, with the value.
    pub repeated: Vec<String>,
    /// The names that have a value now and had none, with the value: "Lazio (8%)".
    pub appeared: Vec<String>,
    /// The names that had a value and have none now, with the value.
    pub vanished: Vec<String>,
    /// The names that have no value in either edition.
    pub absent: Vec<String>,
    /// The names whose two values are not compared.
    pub refused: Vec<String>,
    /// The notes, with their marks.
    pub notes: Vec<String>,
}

impl<'f> ChangeFacts<'f> {
    /// The facts before any is found.
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

    /// How many values moved in a direction, or, for [`Ordering::Equal`], not at all.
    pub(super) fn count(&self, way: Ordering) -> usize {
        self.moved.iter().filter(|moved| moved.difference.direction() == way).count()
    }

    /// The values that moved furthest in one direction, or, without a direction, in any; empty where nothing moved.
    pub(super) fn furthest(&self, way: Option<Ordering>) -> Vec<&Moved<'f>> {
        let is_so = |found: Ordering| way.map_or(found.is_ne(), |way| found == way);
        let moved = self.moved.iter().map(|moved| moved.difference).enumerate();
        let moved: Vec<(usize, Points)> = moved.filter(|(_, points)| is_so(points.direction())).collect();
        greatest(&moved, |points| points.number().magnitude()).into_iter().map(|place| &self.moved[place]).collect()
    }

    /// Whether some are not compared, or have only one of the two values, so that what is said of the others is not
    /// said of all.
    pub(super) fn has_others(&self) -> bool {
        [&self.appeared, &self.vanished, &self.refused].iter().any(|names| !names.is_empty())
    }
}

impl Moved<'_> {
    /// Whether the two values print alike.
    pub(super) fn prints_the_same(&self) -> bool {
        self.old == self.new
    }
}
