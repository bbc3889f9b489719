//! Swapped columns: two series, or two columns of a table, of which each is close to what the other was.

use crate::check::checked::{Body, Series};
use crate::check::context::Older;
use crate::check::observations::Observed;
use crate::data::indicator::{Catalogue, Part};
use crate::data::observation::Cell;
use crate::diag::{Code, Diagnostic, Words};
use crate::words;
use std::collections::BTreeSet;

/// When a column is far nearer to another than to itself: so many times nearer, and by so much, in thousandths of a
/// point, on average.
#[derive(Clone, Copy)]
struct Far {
    times: i64,
    apart: i64,
}

/// What is far for the values of files.
const VALUES: Far = Far { times: 3, apart: 5_000 };
/// What is far for columns of a table, whose cells count 0 or 100: the column must be all but that of another item, and
/// differ from its own past by three cells of twenty.
const CELLS: Far = Far { times: 10, apart: 15_000 };
/// How many territories two columns must share to be held against each other.
const COMMON: usize = 5;

/// Faults of swapped columns, and the series that are wrong by them.
pub fn swapped(
    edition: &Observed,
    older: &[Older<'_>],
    catalogue: &Catalogue,
    faults: &mut Vec<Diagnostic>,
) -> BTreeSet<(usize, Part)> {
    let mut exchanged = BTreeSet::new();
    series(edition, older, catalogue, &mut exchanged, faults);
    for &(index, part) in edition.series.keys().filter(|(_, part)| *part == Part::Table) {
        columns((index, part), edition, older, catalogue, &mut exchanged, faults);
    }
    exchanged
}

/// Files of an edition against each other.
fn series(
    edition: &Observed,
    older: &[Older<'_>],
    catalogue: &Catalogue,
    exchanged: &mut BTreeSet<(usize, Part)>,
    faults: &mut Vec<Diagnostic>,
) {
    let given = |key: &(usize, Part)| edition.written.get(key).is_some_and(|written| written.given);
    let of_territories = edition.series.iter().filter(|(key, _)| key.1 == Part::Territories && given(key));
    let list: Vec<(&(usize, Part), &Series)> = of_territories.collect();
    let columns: Vec<Vec<Option<i64>>> = list.iter().map(|(_, series)| shares(series)).collect();
    // The last older edition nearly always tells, and is asked about each pair of series.
    let before = |place: usize| {
        let key = list[place].0;
        older.iter().filter_map(move |older| older.series.series.get(key)).map(shares)
    };
    let last: Vec<Option<Vec<Option<i64>>>> = (0..list.len()).map(|place| before(place).next()).collect();
    let distance = |of: usize, to: usize| {
        let known = last[to].as_ref().and_then(|was| mean_difference(&columns[of], was));
        known.or_else(|| before(to).skip(1).find_map(|was| mean_difference(&columns[of], &was)))
    };
    for circle in circles(list.len(), VALUES, distance) {
        // Whoever says so in all files has looked.
        if circle.iter().all(|&place| list[place].1.note.is_some()) {
            continue;
        }
        let names: Vec<&str> = circle.iter().map(|&place| catalogue.indicators[list[place].0.0].id.as_str()).collect();
        let at = |place: usize| edition.written.get(list[place].0).map(|written| written.file);
        let (Some(first), Some(second)) = (at(circle[0]), at(circle[1])) else { continue };
        let hint = words!(
            "exchange the values of the files; if they are right, say so in a `note` of each",
            "scambia i valori dei file; se sono giusti, dillo in una nota (`note`) di ciascuno"
        );
        let fault = Diagnostic::new(Code::SwappedColumns, first, each_was(&names), hint);
        faults.push(fault.other(second, words!("swapped with this one", "scambiati con questo")));
        exchanged.extend(circle.iter().map(|&place| *list[place].0));
    }
}

/// Columns of one table against each other.
fn columns(
    key: (usize, Part),
    edition: &Observed,
    older: &[Older<'_>],
    catalogue: &Catalogue,
    exchanged: &mut BTreeSet<(usize, Part)>,
    faults: &mut Vec<Diagnostic>,
) {
    let (Some(series), Some(written)) = (edition.series.get(&key), edition.written.get(&key)) else { return };
    let before = older.iter().find_map(|older| older.series.series.get(&key));
    let Some(before) = before.filter(|before| before.definition == series.definition && series.note.is_none()) else {
        return;
    };
    let items = catalogue.indicators[key.0].items_of(series.definition);
    let of_table = |series: &Series| (0..items.len()).map(|place| cells(series, place)).collect::<Vec<_>>();
    let (columns, was) = (of_table(series), of_table(before));
    for circle in circles(items.len(), CELLS, |of, to| mean_difference(&columns[of], &was[to])) {
        let names: Vec<&str> = circle.iter().map(|&place| items[place].id.as_str()).collect();
        let hint = words!(
            "exchange the columns; if they are right, say so in a `note` of the file",
            "scambia le colonne; se sono giuste, dillo in una nota (`note`) del file"
        );
        faults.push(Diagnostic::new(Code::SwappedColumns, written.file, each_was(&names), hint));
        exchanged.extend([Part::Items, Part::Territories].map(|part| (key.0, part)));
    }
}

/// "`a` is close to what `b` was, and `b` to what `a` was".
fn each_was(names: &[&str]) -> Words {
    let next = names.iter().cycle().skip(1);
    let (mut en, mut it) = (Vec::new(), Vec::new());
    for (name, was) in names.iter().zip(next) {
        en.push(format!("`{name}` is close to what `{was}` was"));
        it.push(format!("`{name}` somiglia a com’era `{was}`"));
    }
    let (en, it) = (en.join(", "), it.join(", "));
    words!("these values look swapped: {en}", "questi valori sembrano scambiati: {it}")
}

/// The values by territory, in thousandths of a point.
fn shares(series: &Series) -> Vec<Option<i64>> {
    series.observations().iter().map(|value| Some(value.value?.rounded(3).units)).collect()
}

/// The cells of a column, as if they were shares.
fn cells(series: &Series, column: usize) -> Vec<Option<i64>> {
    let Body::Table { cells, .. } = &series.body else { return Vec::new() };
    let value = |row: &Vec<Cell>| match row.get(column)? {
        Cell::Yes => Some(100_000),
        Cell::No => Some(0),
        Cell::Missing => None,
    };
    cells.iter().map(value).collect()
}

/// The mean difference where both are known; none where that is seldom the case.
fn mean_difference(of: &[Option<i64>], to: &[Option<i64>]) -> Option<i64> {
    let both = of.iter().zip(to).filter_map(|(of, to)| Some((*of)? - (*to)?));
    let (count, sum) = both.fold((0, 0), |(count, sum), difference: i64| (count + 1, sum + difference.abs()));
    (count >= COMMON).then(|| sum / count as i64)
}

/// Circles in which each column is far nearer to what the next one was than to what it was itself. Each begins with its
/// first column.
fn circles(count: usize, far: Far, distance: impl Fn(usize, usize) -> Option<i64>) -> Vec<Vec<usize>> {
    let nearest: Vec<Option<usize>> = (0..count)
        .map(|of| {
            let own = distance(of, of).filter(|own| *own > far.apart)?;
            let others = (0..count).filter(|to| *to != of).filter_map(|to| Some((distance(of, to)?, to)));
            let (least, to) = others.min()?;
            (least * far.times <= own && own - least > far.apart).then_some(to)
        })
        .collect();
    let mut circles = Vec::new();
    for first in 0..count {
        let mut circle = vec![first];
        while let Some(next) = nearest[circle[circle.len() - 1]].filter(|next| !circle.contains(next)) {
            circle.push(next);
        }
        let closed = nearest[circle[circle.len() - 1]] == Some(first);
        if closed && circle.len() > 1 && circle.iter().all(|place| *place >= first) {
            circles.push(circle);
        }
    }
    circles
}

#[cfg(test)]
mod tests {
    use super::{Far, circles, mean_difference};

    /// Columns now and then, as distances from each to each.
    fn found(now: &[[i64; 5]], then: &[[i64; 5]]) -> Vec<Vec<usize>> {
        let column = |values: &[i64; 5]| values.iter().map(|value| Some(*value)).collect::<Vec<_>>();
        circles(now.len(), Far { times: 3, apart: 5 }, |of, to| mean_difference(&column(&now[of]), &column(&then[to])))
    }

    const HIGH: [i64; 5] = [90, 80, 95, 85, 99];
    const LOW: [i64; 5] = [10, 12, 5, 20, 1];
    const MIDDLE: [i64; 5] = [40, 60, 50, 45, 55];

    #[test]
    fn two_columns_that_are_each_what_the_other_was_are_a_circle() {
        assert_eq!(found(&[LOW, HIGH, MIDDLE], &[HIGH, LOW, MIDDLE]), [[0, 1]]);
    }

    #[test]
    fn three_columns_moved_on_by_one_are_a_circle() {
        assert_eq!(found(&[LOW, MIDDLE, HIGH], &[HIGH, LOW, MIDDLE]), [[0, 1, 2]]);
    }

    #[test]
    fn a_column_that_alone_is_like_another_is_no_circle() {
        // All have become high: nothing says that columns were swapped.
        assert_eq!(found(&[HIGH, HIGH], &[HIGH, LOW]), Vec::<Vec<usize>>::new());
        // As they were, or nearly.
        assert_eq!(found(&[HIGH, LOW, MIDDLE], &[HIGH, LOW, MIDDLE]), Vec::<Vec<usize>>::new());
        // Much alike: either could be the other.
        assert_eq!(found(&[[88, 80, 95, 85, 99], HIGH], &[HIGH, [88, 80, 95, 85, 99]]), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn four_territories_in_common_are_too_few() {
        let four = [Some(1), Some(2), None, Some(3), Some(4)];
        assert_eq!(mean_difference(&four, &four), None);
        let five = [Some(1), Some(2), Some(3), Some(4), Some(5)];
        assert_eq!(mean_difference(&five, &five), Some(0));
    }
}
