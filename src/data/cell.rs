//! Cells of CSV that a spreadsheet would work out: made harmless on the way out, and as they were on the way in.
//!
//! A spreadsheet takes a cell that begins with one of these signs for a formula, whoever wrote it. An apostrophe before it
//! says that it is text; the spreadsheet does not show it.

use std::borrow::Cow;

/// The signs with which a formula may begin.
const SIGNS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// A cell as it leaves: with an apostrophe before it where a spreadsheet would take it for a formula. A number is left
/// as it is, though it may begin with a minus.
pub fn harmless(cell: &str) -> Cow<'_, str> {
    let is_number = || cell.parse::<f64>().is_ok_and(f64::is_finite);
    if begins_a_formula(cell) && !is_number() { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// A cell as it was before [`harmless`].
pub fn as_it_was(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| begins_a_formula(rest)).unwrap_or(cell)
}

/// Whether a spreadsheet would take a cell for a formula, with any number of apostrophes before its sign. They count as
/// well, so that [`as_it_was`] may always take one off.
fn begins_a_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(SIGNS)
}

#[cfg(test)]
mod tests {
    use super::{as_it_was, harmless};

    #[test]
    fn what_a_spreadsheet_would_work_out_gets_an_apostrophe_and_loses_it_again() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+39 06", "'+39 06"),
            ("- dato provvisorio", "'- dato provvisorio"),
            ("-inf", "'-inf"),
            ("@fse", "'@fse"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("'=1", "''=1"),
            ("-0.1", "-0.1"),
            ("12", "12"),
            ("'Ndrangheta", "'Ndrangheta"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell), written);
            assert_eq!(as_it_was(&harmless(cell)), cell);
        }
    }
}
