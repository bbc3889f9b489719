//! Numbers, dates, grammar and the sentences the tool writes, one folder a language.

pub mod it;
