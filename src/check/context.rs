//! What the talk of one edition is held against.

use super::observations::Observed;
use crate::data::indicator::Catalogue;
use crate::data::territory::Territories;
use crate::diag::Language;
use crate::parse::draft::NarrativeDraft;

/// What an outline, and the bindings of its narrative, are checked against.
pub struct Context<'c> {
    /// Address of the edition, for messages.
    pub edition: &'c str,
    /// Folder of the edition, for messages.
    pub folder: &'c str,
    /// Whether the address is known at which the site is published.
    pub has_address: bool,
    /// The language of what the authors write.
    pub language: Language,
    /// The indicators that exist.
    pub catalogue: &'c Catalogue,
    /// The territories that exist.
    pub territories: &'c Territories,
    /// The observations of the edition.
    pub series: &'c Observed,
    /// Older editions, the newest of them first.
    pub older: &'c [Older<'c>],
    /// Whether indicators.yaml had faults, so that a name it does not have is no news.
    pub catalogue_faulty: bool,
    /// Whether a file of observations could not be read, so that the lack of a series is no news.
    pub unread: bool,
    /// The edition's own narrative.
    pub own: &'c [NarrativeDraft],
    /// The shared narrative.
    pub shared: &'c [NarrativeDraft],
}

/// An older edition, as far as a newer one may look at it.
pub struct Older<'c> {
    /// Its address.
    pub id: &'c str,
    /// Its observations.
    pub series: &'c Observed,
    /// Whether a file of its observations could not be read.
    pub unread: bool,
}
