//! How a figure is shown: the territories it marks are there, and have their places.

use crate::check::unknown::{twice, unknown_territory};
use crate::data::indicator::Part;
use crate::data::named::Named;
use crate::data::territory::{Territories, TerritoryId};
use crate::data::view::View;
use crate::diag::{Code, Diagnostic};
use crate::files::{Placed, Span};
use crate::parse::draft::ShownDraft;
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
            Named::Several(_) | Named::Level | Named::Unknown(_) => faults.push(unknown_territory(name, territories)),
        }
    }
    found.into_iter().map(|(id, _)| id).collect()
}

/// Territories that are shown at their places have them: tiles those of their list, a map those of Italy.
pub fn has_places(draft: &ShownDraft, view: View, territories: &Territories, faults: &mut Vec<Diagnostic>) {
    let Some(word) = &draft.view else { return };
    if view == View::Tiles && !territories.have_tiles() {
        let message = words!(
            "territories.yaml does not say where tiles stand",
            "territories.yaml non dice dove stanno le tessere"
        );
        let hint = words!(
            "give each territory its place, `tile: [column, row]`, or show the figure as bars",
            "dai a ogni territorio il suo posto, `tile: [colonna, riga]`, o mostra la figura come `bars`"
        );
        faults.push(Diagnostic::new(Code::NoTiles, word.at, message, hint));
    }
    if view == View::Map && !territories.is_built_in() {
        let message = words!(
            "there is a map of the Regions of Italy, and none for a list of your own",
            "c’è la mappa delle Regioni italiane, e nessuna per un elenco tuo"
        );
        let hint = words!("show the figure as tiles or as bars", "mostra la figura come `tiles` o come `bars`");
        faults.push(Diagnostic::new(Code::NoMap, word.at, message, hint));
    }
}
