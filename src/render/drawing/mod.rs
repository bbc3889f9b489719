//! Drawings as files that stand alone: SVG and PNG.

mod look;
pub mod metadata;
#[cfg(feature = "png")]
pub mod png;
pub mod profile;
pub mod svg;
