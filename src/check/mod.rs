//! Draft -> Checked, or every fault at once.
//!
//! After this step no name is unknown, no value impossible, no territory forgotten. Checks that need one file
//! only are in `parse`; here are those that hold files against each other.

mod address;
mod catalogue;
mod checked;
mod context;
mod edition;
mod expressions;
mod narratives;
mod observations;
mod outcome;
mod outline;
mod periods;
mod questions;
mod side_by_side;
mod signs;
mod site;
mod sources;
mod territories;
mod todo;
mod unknown;
mod whole;

pub use checked::{
    Body, Checked, ClaimData, EditionData, EntryData, EventData, FigureData, PassageData, Series, SiteData, SourceData,
    StepData, WordsData,
};
pub use outcome::Outcome;
pub use outline::{MOST_NAMES, highlight, time, times, too_long};
pub use unknown::no_territory;
pub use whole::check;
