//! Checked -> Collection: ranks, ties, notes and sentences; nothing is left to look up.

mod collection;
mod compare;
mod cover;
mod data;
mod edition;
mod figure;
mod named;
mod names;
mod outline;
mod territory;

pub use collection::{Collection, Latest, Masthead, collection};
pub use compare::changes::{
    CellChange, Changes, Comparison, Counts, DefinitionNamed, FigureChange, FigureNews, Named, NoteChange,
    PrintedValue, RowChange, State, TextsChange, Unchanged,
};
pub use compare::compared::Kind;
pub use compare::editions::{Against, changes};
pub use compare::seen::oldest_seen;
pub use compare::sentences::{ClaimChange, TextChange};
pub use cover::{Cover, Event};
pub use data::behind::behind;
pub use data::dataset::{Behind, Dataset, Since};
pub use edition::{Audience, Edition, PROFILE_SECONDS, SourceEntry, edition, talk};
pub use figure::figure::{Figure, Note, Own, Provenance, Table, TableRow};
pub use figure::told_apart::told_apart;
pub use named::{asked, figure_names, figure_of};
pub use outline::overview::{Overview, OverviewColumn, OverviewRow};
pub use outline::passage::{Passage, passages};
pub use outline::step::{Closing, Entry, LinkEntry, Section, Step};
pub use territory::profile::Profile;
