//! The deck of an edition as PowerPoint (Office Open XML, ECMA-376): real text in placeholders, charts that Office draws
//! from a workbook of their own, tables as tables, notes, alternatives in words. There is no date and no random number in
//! it: the same edition, the same bytes.
//!
//! Parts and the order of their elements are those that python-pptx writes; `tests/office/slides.py` holds them against the
//! sequences of the standard.

mod chart;
mod drawing;
mod figure;
mod master;
mod matrix;
mod notes;
mod opening;
mod package;
mod page;
mod passage;
mod properties;
mod shape;
mod slide;
mod table;
mod talk;
mod text;
mod theme;
mod workbook;
mod xml;

pub use talk::{Talk, slides};
