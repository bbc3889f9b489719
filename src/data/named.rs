//! What a name that an author writes means in a list of territories.

use super::territory::{Territories, TerritoryId, fold};
use super::wider;

/// What a written name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// One of the territories.
    Territory(TerritoryId),
    /// The whole, such as the nation.
    National,
    /// Several territories together, such as a macro-area; it never means one of them alone.
    Several(Vec<TerritoryId>),
    /// The word for a level, such as "regions", or for a sum: no place.
    Level,
    /// Nothing that is known, with the known name of which it may be a slip of the pen.
    Unknown(Option<String>),
}

impl Territories {
    /// What a name, alias or code means: case, accents, hyphens and apostrophes do not matter.
    pub fn named(&self, text: &str) -> Named {
        match self.known(text) {
            Some(id) => id.map_or(Named::National, Named::Territory),
            None => match wider::parts(text, self) {
                Some(parts) => Named::Several(parts),
                None if wider::is_level(text) => Named::Level,
                None => Named::Unknown(self.nearest(&fold(text))),
            },
        }
    }

    /// The known name that may be meant; `None` where no name may, or more than one.
    fn nearest(&self, folded: &str) -> Option<String> {
        let near = self.spellings().iter().filter_map(|(name, id)| Some((wider::slips(folded, name)?, id)));
        let mut near: Vec<(usize, &Option<TerritoryId>)> = near.collect();
        let least = near.iter().map(|(slips, _)| *slips).min()?;
        near.retain(|(slips, _)| *slips == least);
        near.sort();
        near.dedup();
        let [(_, id)] = near[..] else { return None };
        Some(id.map_or(self.national(), |id| self.get(id)).name.clone())
    }
}
