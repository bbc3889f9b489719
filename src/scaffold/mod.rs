//! Files to begin with, written for an author: a project from nothing.

mod init;

pub use init::{Beginning, IGNORED, Whose, project};
