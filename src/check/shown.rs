//! How a figure is shown: the territories it marks are there.

use super::series::{twice, unknown_territory};
use crate::data::indicator::Part;
use crate::data::territory::{Named, Territories, TerritoryId};
use crate::diag::{Code, Diagnostic, Placed, Span};
use crate::words;

/// The territories that names mean, each once, in the order given; `at` is where the list stands. What cannot be marked
/// is a fault and left out.
pub fn highlight(
    names: &[Placed<String>],
    at: Span,
    part: Part,
    territories: &Territories,
    faults: &mut Vec<Diagnostic>,
) -> Vec<TerritoryId> {
    if part == Part::Items {
        let message = words!(
            "a figure of items has no territory to mark",
            "una figura delle voci non ha territori da evidenziare"
        );
        let hint = words!("take `highlight` away", "togli `highlight`");
        faults.push(Diagnostic::new(Code::UnknownEntry, at, message, hint));
        return Vec::new();
    }
    let mut found: Vec<(TerritoryId, Span)> = Vec::with_capacity(names.len());
    for name in names {
        match territories.named(&name.value) {
            Named::Territory(id) => match found.iter().find(|(other, _)| *other == id) {
                Some((_, first)) => faults.push(twice(name, *first)),
                None => found.push((id, name.at)),
            },
            Named::National => {
                let whole = &territories.national().name;
                let message = words!("{whole} is marked in every figure", "{whole} è già in evidenza in ogni figura");
                let hint = words!("take it away", "togli questo nome");
                faults.push(Diagnostic::new(Code::UnknownTerritory, name.at, message, hint));
            }
            Named::Unknown(near) => faults.push(unknown_territory(name, near, territories)),
        }
    }
    found.into_iter().map(|(id, _)| id).collect()
}
