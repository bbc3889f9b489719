//! What changed between two editions, before it is said in a language.

use crate::data::number::Rounded;
use crate::data::period::Period;
use crate::data::territory::{Called, Territory};

/// Words of comparisons that do not change with the data. The faces of figures have no arrow and no circle, so none is
/// among them.
#[derive(Debug)]
pub struct ChangeTerms {
    /// Above a figure of what changed.
    pub title: &'static str,
    /// The older and the newer of two.
    pub sides: [&'static str; 2],
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
    /// New less old, as printed.
    pub difference: Rounded,
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

    /// How many moved that way: up 1, down -1, not at all 0.
    pub(super) fn count(&self, way: i64) -> usize {
        self.moved.iter().filter(|moved| moved.difference.units.signum() == way).count()
    }

    /// Those that moved most, in one direction or, where `way` is 0, in any; none where nothing moved.
    pub(super) fn furthest(&self, way: i64) -> Vec<&Moved<'f>> {
        let moved = || self.moved.iter().filter(|moved| way == 0 || moved.difference.units.signum() == way);
        let units = |moved: &Moved<'f>| moved.difference.units.abs();
        let most = moved().map(units).max().filter(|most| *most > 0);
        moved().filter(|moved| Some(units(moved)) == most).collect()
    }
}
