//! Checked -> Report: ranks, ties, notes and sentences; nothing is left to look up.

mod report;

pub use report::{
    Closing, Dataset, Edition, Entry, Event, Figure, LinkEntry, Note, Overview, OverviewColumn, OverviewRow, Passage,
    Report, Section, Site, SourceEntry, Table, TableRow,
};
