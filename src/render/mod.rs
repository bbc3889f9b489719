//! Collection + Book -> Artifacts: a path and its bytes. Nothing here opens a file.
//!
//! Pages are written by the theme's templates from the values listed in [`web::context`]; figures inside them are scenes
//! written as SVG. A [`Renderer`] is made once and used for all editions, in parallel.

pub mod changes;
pub mod drawing;
mod edition;
mod figure;
mod format;
mod home;
#[cfg(feature = "pptx")]
pub mod office;
pub mod open;
mod pages;
#[cfg(feature = "pdf")]
pub mod pdf;
mod renderer;
mod text;
pub mod web;

pub use crate::files::Artifact;
pub use format::Format;
pub use renderer::Renderer;
pub use web::talks::Talks;
