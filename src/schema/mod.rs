//! The shape of the authors' files as JSON Schema, for the editors they write in.
//!
//! The types here are that shape and nothing else: no value of them is ever made, and their doc comments are what an
//! editor shows, in English; `it.txt` has each in Italian. What reads the files is `parse`; a test holds the two against
//! each other, key by key.
#![allow(dead_code, reason = "a type is only its schema")]

mod edition;
mod files;
mod indicators;
mod observations;
mod outline;
mod site;
mod sources;
mod territories;
mod words;

pub use files::{FIRST_LINE, FOLDER, files, first_line};
