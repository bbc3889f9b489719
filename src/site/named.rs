//! Editions by their names, as somebody asks for them.

use crate::check::Checked;
use crate::diag::{self, Code, Diagnostic, Faults};
use crate::files::Sources;
use crate::words;

/// The place of an edition, by its address; where none has that one, by its folder.
pub(super) fn place(checked: &Checked, name: &str) -> Option<usize> {
    let editions = || checked.editions.iter();
    let by_id = editions().position(|edition| edition.id == name);
    by_id.or_else(|| editions().position(|edition| edition.folder == name))
}

/// The places of the editions asked for, in their order.
pub(super) fn wanted(checked: &Checked, names: &[String]) -> Result<Vec<usize>, Faults> {
    if names.is_empty() {
        return Ok((0..checked.editions.len()).collect());
    }
    match unknown(checked, names, "--edition ") {
        Some(faults) => Err(faults),
        None => Ok(places(checked, names)),
    }
}

/// The places of editions by their names, each once.
pub(super) fn places(checked: &Checked, names: &[String]) -> Vec<usize> {
    let mut places: Vec<usize> = names.iter().filter_map(|name| place(checked, name)).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// A fault for each name that is no edition; none where all are. The fault is in what was asked, so that is what is
/// shown, with the words before it.
pub(super) fn unknown(checked: &Checked, names: &[String], before: &str) -> Option<Faults> {
    let ids: Vec<&str> = checked.editions.iter().map(|edition| edition.id.as_str()).collect();
    let mut sources = Sources::default();
    let mut list = Vec::new();
    for name in names.iter().filter(|name| place(checked, name).is_none()) {
        let hint = match diag::nearest(name, ids.iter().copied()) {
            Some(near) => diag::did_you_mean(near),
            None => words!("editions are: {}", "le edizioni sono: {}", ids.join(", ")),
        };
        let message = words!("there is no edition `{name}`", "non c’è nessuna edizione `{name}`");
        let at = sources.typed(format!("{before}{name}"), before.len());
        list.push(Diagnostic::new(Code::UnknownEdition, at, message, hint));
    }
    (!list.is_empty()).then_some(Faults { list, sources })
}
