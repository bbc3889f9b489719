//! What somebody wants of a site.

use std::collections::BTreeMap;

/// What is asked for, beside the content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// A theme in place of the one that site.yaml names: how it is called in messages, and its files by path.
    pub theme: Option<(String, BTreeMap<String, Vec<u8>>)>,
    /// Only these editions, each by its address or its folder; all where empty.
    pub editions: Vec<String>,
    /// Whether a warning is a fault.
    pub strict: bool,
    /// Whether no talk is made: what is wrong with a talk alone, its length or a slide that is too full, is then no fault.
    pub no_talk: bool,
}
