//! Files to begin with, written for an author: a project from nothing, the next edition from the last one.

mod asked;
mod init;
mod new;
mod yaml;

pub use asked::{Asked, Refused, choose};
pub use init::{Beginning, IGNORED, Whose, project};
pub use new::{NewEdition, next_edition};
