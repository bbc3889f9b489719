//! The files of the next edition.

use crate::check;
use crate::diag::Faults;
use crate::disk::Loaded;
use crate::parse;
use crate::scaffold::{self, Asked, NewEdition};
use crate::theme;

/// The files of the next edition, made from an older one.
///
/// # Errors
/// Every fault of the author's files; what is asked for cannot be made.
pub fn new_edition(loaded: &Loaded, asked: &Asked) -> Result<NewEdition, Faults> {
    let sources = &loaded.sources;
    let (draft, found) = parse::parse(sources);
    let themes: Vec<&str> = loaded.themes.keys().map(String::as_str).chain([theme::BUILTIN]).collect();
    let (checked, _) = check::check(&draft, &themes, found)
        .sound()
        .map_err(|found| Faults { list: found, sources: sources.clone() })?;
    let (last, period) = scaffold::choose(asked, &draft, &checked)
        .map_err(|refused| Faults { list: vec![refused.fault], sources: refused.said })?;
    Ok(scaffold::next_edition(last, period, &checked, sources))
}
