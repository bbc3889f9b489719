//! territories.yaml.

use crate::files::{Placed, Span};

/// territories.yaml
#[derive(Debug)]
pub struct TerritoriesDraft {
    /// Where a fault of the list as a whole stands.
    pub at: Span,
    pub called: Option<CalledDraft>,
    pub national: Option<TerritoryDraft>,
    /// The areas of the list: key and title.
    pub areas: Vec<(Placed<String>, Placed<String>)>,
    pub list: Vec<TerritoryDraft>,
}

/// `called` of territories.yaml.
#[derive(Debug)]
pub struct CalledDraft {
    pub one: Placed<String>,
    pub many: Placed<String>,
    pub feminine: bool,
}

/// One territory of the list, or the whole.
#[derive(Debug)]
pub struct TerritoryDraft {
    pub code: Placed<String>,
    pub name: Placed<String>,
    pub short: Option<Placed<String>>,
    pub aliases: Vec<Placed<String>>,
    pub area: Option<Placed<String>>,
    pub iso: Option<Placed<String>>,
    pub nuts: Option<Placed<String>>,
    pub article: Option<Placed<String>>,
    pub locative: Option<Placed<String>>,
    pub genitive: Option<Placed<String>>,
    /// The column and row of its tile, counted from 1.
    pub tile: Option<Placed<(u32, u32)>>,
}
