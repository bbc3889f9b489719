//! Many editions are checked at once; what is found of each is told in their order, and once.

use crate::diag::{Diagnostic, count_rest};
use rayon::prelude::*;
use std::collections::HashSet;

/// What `check` gives for each of a list, which are checked at once. What it finds is added to `faults` in the order of
/// the list; a fault of a shared file is found once for each edition, and added once.
pub fn side_by_side<'t, T: Sync, R: Send>(
    list: &'t [T],
    faults: &mut Vec<Diagnostic>,
    check: impl Fn(&'t T, &mut Vec<Diagnostic>) -> R + Sync,
) -> Vec<R> {
    let one = |one: &'t T| {
        let mut found = Vec::new();
        let done = check(one, &mut found);
        count_rest(&mut found);
        (done, found)
    };
    let checked: Vec<(R, Vec<Diagnostic>)> = list.par_iter().map(one).collect();
    let (all, found): (Vec<R>, Vec<Vec<Diagnostic>>) = checked.into_iter().unzip();
    let found: Vec<Diagnostic> = found.into_iter().flatten().collect();
    let is_new: Vec<bool> = {
        let mut told: HashSet<&Diagnostic> = faults.iter().collect();
        found.iter().map(|fault| told.insert(fault)).collect()
    };
    faults.extend(found.into_iter().zip(is_new).filter_map(|(fault, is_new)| is_new.then_some(fault)));
    all
}
