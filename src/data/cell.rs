//! Cells of CSV that a spreadsheet would work out: made harmless on the way out, and as they were on the way in.
//!
//! A spreadsheet takes a cell that begins with one of these signs for a formula, whoever wrote it. An apostrophe before it
//! says that it is text; the spreadsheet does not show it.

use std::borrow::Cow;

/// What a formula begins with.
const SIGNS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// A cell as it leaves. A number is what it is.
pub fn harmless(cell: &str) -> Cow<'_, str> {
    let is_number = || cell.parse::<f64>().is_ok_and(f64::is_finite);
    if begins_a_formula(cell) && !is_number() { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// A cell as it was before [`harmless`].
pub fn as_it_was(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| begins_a_formula(rest)).unwrap_or(cell)
}

/// Apostrophes before the sign count as well, so that one more can always be taken off.
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
