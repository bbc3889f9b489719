//! One observation: a value, or a stated absence, with all that must travel with it.

use super::number::Number;
use super::period::Period;
use super::status::Status;

/// What was observed for one territory, or one item, of one indicator in one edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// The value in the indicator's unit; `None` exactly where the status is that of an absence.
    pub value: Option<Number>,
    /// The value before it was rounded, where that is known: it was counted, or given with more decimals than are
    /// shown.
    pub exact: Option<Number>,
    /// The count that the value is the share of, where the source or a table gives it.
    pub count: Option<u32>,
    /// The total of that count.
    pub of: Option<u32>,
    /// What kind of value, or of absence, it is, as in SDMX.
    pub status: Status,
    /// The day, month or window the value speaks of.
    pub period: Period,
    /// Whether `period` is this value's own, not the one of its series: such a value carries a mark everywhere.
    pub own_period: bool,
    /// The author's note on this value.
    pub note: Option<String>,
    /// The key of the source in the edition that gives the value; a value reckoned from a table names the source of the
    /// table.
    pub source: Option<String>,
}

impl Observation {
    /// An observation without a value, because no source gives one.
    pub fn missing(period: Period) -> Observation {
        Observation {
            value: None,
            exact: None,
            count: None,
            of: None,
            status: Status::Missing,
            period,
            own_period: false,
            note: None,
            source: None,
        }
    }
}

/// One cell of an availability table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cell {
    /// The territory has the item.
    Yes,
    /// The territory does not have the item.
    No,
    /// The source does not say.
    Missing,
}
