//! Numbers, dates, grammar and sentences, per language.
