//! All tests of the program that look at it from outside, as one program: one link, and all of them side by side.
//!
//! `cargo test --test suite import::` runs those of one file.

mod carried;
mod changes;
mod charts;
mod colour;
mod commands;
mod common;
mod counted;
mod deck;
mod disk;
mod docs;
#[cfg(feature = "pdf")]
mod documents;
mod english;
mod explain;
mod expressions;
mod faults;
mod glance;
mod import;
#[cfg(unix)]
mod kill;
mod memory;
mod mistakes;
mod moved;
mod museum;
#[cfg(all(feature = "pptx", feature = "spreadsheets"))]
mod numbers;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "png")]
mod pictures;
mod plan;
mod plausible;
#[cfg(feature = "pptx")]
mod pptx;
mod render;
mod robust;
mod room;
mod same;
mod schema;
mod sentences;
#[cfg(feature = "serve")]
mod serve;
#[cfg(feature = "pdf")]
mod signs;
mod single;
mod slack;
mod verify;
mod words;
