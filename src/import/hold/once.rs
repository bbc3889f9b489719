//! No value twice. Where a table gives one at several times, the one of the edition's own is meant.

use crate::data::indicator::Part;
use crate::diag::{Code, Diagnostic};
use crate::import::read::ciphers::cell_name;
use crate::import::read::table::Layout;
use crate::import::said::Told;
use crate::import::said::{Reading, Readings, Who};
use crate::words;
use std::collections::{BTreeMap, BTreeSet};

/// Takes out the values of other times, of which the edition's own stands elsewhere in the table; two of one time are a
/// fault.
pub fn once<'s>(layout: &Layout<'s>, readings: &mut Readings<'s>, faults: &mut Vec<Diagnostic>) {
    let mut rows: BTreeMap<((usize, Part), Who), Vec<usize>> = BTreeMap::new();
    for (index, reading) in readings.list.iter().enumerate() {
        rows.entry((reading.series, reading.who)).or_default().push(index);
    }
    let mut dropped = Vec::new();
    for indices in rows.into_values().filter(|indices| indices.len() > 1) {
        let list = &readings.list;
        let dated = indices.iter().all(|&index| !matches!(list[index].told, Told::Nothing));
        let own: Vec<usize> = indices.iter().copied().filter(|&index| matches!(list[index].told, Told::Own)).collect();
        if let ([own], true) = (&own[..], dated) {
            dropped.extend(indices.into_iter().filter(|index| index != own));
            continue;
        }
        // All of other times: that is what is told of them.
        if dated && own.is_empty() && indices.iter().any(|&index| matches!(list[index].told, Told::Other(..))) {
            continue;
        }
        let (first, second) = (&list[indices[0]], &list[indices[1]]);
        let place = |reading: &Reading<'s>| {
            let name = (0..layout.grid.columns).find_map(|column| layout.grid.get(reading.row, column));
            reading.place.or(name)
        };
        let (Some(one), Some(other)) = (place(first), place(second)) else { continue };
        let message = words!(
            "the table gives this value twice: {} and {}",
            "la tabella dà questo valore due volte: {} e {}",
            one.name,
            other.name
        );
        let hint = words!(
            "keep one of the two, or name one column otherwise; with `--indicator` only its columns are read",
            "tienine uno, o dai un altro nome a una colonna; con `--indicator` si leggono soltanto le sue colonne"
        );
        let fault = Diagnostic::new(Code::TwiceInTable, other.at, message, hint).label(cell_name(other));
        faults.push(fault.other(one.at, cell_name(one)));
    }
    dropped.sort_unstable();
    for index in dropped.into_iter().rev() {
        let reading = readings.list.remove(index);
        match reading.told {
            // Said by the head of its column.
            Told::Other(.., (column, row)) if row != reading.row => readings.other_columns.push(column),
            _ => readings.other_periods.push(reading.row),
        }
    }
    // A row of which another value is read is read.
    let read: BTreeSet<usize> = readings.list.iter().map(|reading| reading.row).collect();
    readings.other_periods.retain(|row| !read.contains(row));
    for places in [&mut readings.other_periods, &mut readings.other_columns] {
        places.sort_unstable();
        places.dedup();
    }
}
