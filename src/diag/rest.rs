//! Of thousands of faults of one kind in one file, the first are told and the rest are counted: nobody reads more.

use super::{Code, Diagnostic, Severity};
use crate::files::FileId;
use std::collections::BTreeMap;

/// How many faults of one kind are told of one file.
pub const MOST_TOLD: usize = 100;

/// Past so many, a list that is still growing is counted.
const MANY: usize = 4_096;

/// Keeps of each kind in each file the first ones, by place; the last of them says how many more there are. To-dos are a
/// list to work through, and stay.
pub fn count_rest(faults: &mut Vec<Diagnostic>) {
    if faults.len() <= MOST_TOLD {
        return;
    }
    let key = |fault: &Diagnostic| (fault.at.file, fault.code, fault.severity);
    let mut kinds: BTreeMap<(FileId, Code, Severity), usize> = BTreeMap::new();
    for fault in faults.iter().filter(|fault| fault.code != Code::ToDo) {
        *kinds.entry(key(fault)).or_default() += 1;
    }
    kinds.retain(|_, count| *count > MOST_TOLD);
    if kinds.is_empty() {
        return;
    }
    faults.sort_by_key(|fault| (fault.at, fault.code));
    // Of each kind: how many were kept, and where the last of them is.
    let mut kept: BTreeMap<(FileId, Code, Severity), (usize, usize)> = BTreeMap::new();
    let mut told: Vec<Diagnostic> = Vec::new();
    for mut fault in std::mem::take(faults) {
        if kinds.contains_key(&key(&fault)) {
            let (count, last) = kept.entry(key(&fault)).or_default();
            if *count == MOST_TOLD {
                told[*last].rest += 1 + fault.rest;
                continue;
            }
            // What an earlier count found goes on to the last.
            let before = if *count == 0 { 0 } else { std::mem::take(&mut told[*last].rest) };
            fault.rest += before;
            (*count, *last) = (*count + 1, told.len());
        }
        told.push(fault);
    }
    *faults = told;
}

/// Counts the rest of a list that is still growing, where it has become long: so it never holds much more than is
/// told.
pub fn count_many(faults: &mut Vec<Diagnostic>) {
    if faults.len() > MANY {
        count_rest(faults);
    }
}

/// How many faults there are, told or counted.
pub fn how_many<'f>(faults: impl IntoIterator<Item = &'f Diagnostic>) -> usize {
    faults.into_iter().map(|fault| 1 + fault.rest as usize).sum()
}

#[cfg(test)]
mod tests {
    use super::{MOST_TOLD, count_rest, how_many};
    use crate::diag::{Code, Diagnostic, Words};
    use crate::files::{FileId, Span};

    #[test]
    fn the_first_are_told_and_the_rest_counted_however_often_it_is_done() {
        let fault = |code, file, place| {
            Diagnostic::new(code, Span::new(FileId(file), place, place), Words::default(), Words::default())
        };
        let mut faults: Vec<Diagnostic> = Vec::new();
        for round in 0..5 {
            faults.extend((0..300).map(|place| fault(Code::NotANumber, 1, 300 * round + place)));
            faults.extend((0..30).map(|place| fault(Code::UnknownTerritory, 1, 30 * round + place)));
            faults.extend((0..40).map(|place| fault(Code::ToDo, 2, 40 * round + place)));
            count_rest(&mut faults);
        }
        let told = |code| faults.iter().filter(|fault| fault.code == code).count();
        assert_eq!([told(Code::NotANumber), told(Code::UnknownTerritory), told(Code::ToDo)], [MOST_TOLD, 100, 200]);
        assert_eq!(how_many(&faults), 5 * 370);
        let mut rests: Vec<u32> = faults.iter().map(|fault| fault.rest).filter(|rest| *rest > 0).collect();
        rests.sort_unstable();
        assert_eq!(rests, [50, 1400]);
    }
}
