//! What several tests share: the command in a folder of its own, what a folder holds, pages as tags and text, mistakes.
#![allow(dead_code)] // Without a feature, the tests that use some of this are left out.

pub mod examples;
pub mod italy;
pub mod mistake;
pub mod museum;
pub mod page;
pub mod project;
pub mod scheme;
