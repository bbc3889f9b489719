//! What changed between two editions of a site, by their names.

use super::Site;
use super::named::{places, unknown};
use crate::diag::{Code, Diagnostic, Faults, Language};
use crate::files::Sources;
use crate::resolve::{self, Against, Changes};
use crate::words;

impl Site {
    /// What changed between two editions, or, in the one named, else in the newest, since the last older edition that
    /// has each thing; said in a language. Of two, the older is held against the newer, whichever is named first.
    ///
    /// # Errors
    /// A name that is no edition, or nothing older to compare with.
    pub fn changes(&self, names: &[String], language: Language) -> Result<Changes, Faults> {
        let ids: Vec<&str> = self.report.covers.iter().map(|cover| cover.id.as_str()).collect();
        let before = "fascicle changes ";
        if let Some(faults) = unknown(&self.checked, names, before) {
            return Err(faults);
        }
        // Newest first.
        let places = places(&self.checked, names);
        let found = match (&places[..], names.len()) {
            ([newer, older, ..], _) => resolve::changes(&self.checked, *newer, Against::Edition(*older), language),
            ([_], 2..) => None,
            ([newer], _) => resolve::changes(&self.checked, *newer, Against::Last, language),
            ([], _) if ids.is_empty() => None,
            ([], _) => resolve::changes(&self.checked, 0, Against::Last, language),
        };
        found.ok_or_else(|| {
            let asked = format!("{before}{}", names.join(" "));
            let id = places.first().and_then(|place| ids.get(*place)).or(ids.first()).copied().unwrap_or_default();
            let message = match names.len() {
                2.. => words!("`{id}` is named twice", "`{id}` è indicata due volte"),
                _ => words!(
                    "there is no edition older than `{id}` to compare with",
                    "non c’è un’edizione precedente a `{id}` con cui fare il confronto"
                ),
            };
            let ids = ids.join(", ");
            let hint = words!("editions are, the newest first: {ids}", "le edizioni, dalla più recente: {ids}");
            let mut sources = Sources::default();
            let at = sources.typed(asked.trim_end(), before.len());
            let list = vec![Diagnostic::new(Code::UnknownEdition, at, message, hint)];
            Faults { list, sources }
        })
    }
}
