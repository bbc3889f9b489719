//! The figure of today, which a file is held against.

use super::answer::Answer;
use super::kind::Kind;
use crate::diag::Words;
use crate::provenance::Claim;
use crate::words;

/// What is asked about a figure that a file claims to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Today {
    /// There is no such edition.
    NoEdition,
    /// The edition has no such figure.
    NoFigure,
    /// There it is.
    Figure(Box<Known>),
}

/// A figure as it is today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The file as it would be written today, of the kind and with the options that it claims; `None` where that cannot
    /// be done.
    pub file: Option<Vec<u8>>,
    /// What the figure says of itself today.
    pub claim: Claim,
    /// The newest edition that has the figure, where that is a newer one.
    pub newer: Option<Newer>,
}

/// Where a newer figure is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newer {
    /// Its edition.
    pub edition: String,
    /// Its address in the world, or its path in the site.
    pub address: String,
}

/// How to ask what a figure is today that a file of some kind claims to be.
pub type Ask<'a> = &'a dyn Fn(&Claim, Kind) -> Today;

/// What the figure is today, or why that cannot be told.
pub fn ask(claim: &Claim, kind: Kind, today: Ask<'_>) -> Result<Known, Box<Answer>> {
    let (figure, edition) = (claim.figure(), claim.edition());
    let unknown = |why: Words| Err(Box::new(Answer { claim: Some(claim.clone()), ..Answer::unknown(why) }));
    match today(claim, kind) {
        Today::Figure(known) => Ok(*known),
        Today::NoEdition => unknown(words!(
            "it says it is of the edition {edition}, which is not there",
            "dice di essere dell’edizione {edition}, che non c’è"
        )),
        Today::NoFigure => unknown(words!(
            "it says it is the figure {figure} of the edition {edition}, which has none of that name",
            "dice di essere la figura {figure} dell’edizione {edition}, che non ne ha una con questo nome"
        )),
    }
}
