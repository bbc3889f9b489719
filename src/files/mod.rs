//! The ground of files: the texts that come in with their places, and how words stand in those that go out.

mod artifact;
mod digest;
pub mod markup;
mod source;
pub mod yaml;

pub use artifact::Artifact;
pub use digest::Digest;
pub use source::{FileId, Placed, Position, Source, Sources, Span, Unread};
