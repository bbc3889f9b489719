//! A sentence in each language the tool speaks.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A language the tool speaks and writes in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Italian.
    Italian,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 2] = [Language::English, Language::Italian];

    /// The tag of the language (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Italian => "it",
        }
    }

    /// Reads a tag, or the name of a locale: `it`, `it_IT.UTF-8`, `en-GB`.
    pub fn read(text: &str) -> Option<Language> {
        let tag = text.split(['_', '-', '.', '@']).next().unwrap_or("").to_ascii_lowercase();
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }
}

/// The signs of the longest name that is told whole.
const LONGEST_TOLD: usize = 80;

/// A sentence with its longest names cut short.
fn brief(text: String) -> String {
    if text.len() <= LONGEST_TOLD {
        return text;
    }
    let cut = |(place, part): (usize, &str)| match part.char_indices().nth(LONGEST_TOLD) {
        Some((end, _)) if place % 2 == 1 => format!("{}…", &part[..end]),
        _ => part.to_owned(),
    };
    text.split('`').enumerate().map(cut).collect::<Vec<_>>().join("`")
}

/// One sentence, in every language. Made with [`words!`](crate::words), so that none is forgotten.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Words {
    /// In English.
    pub en: String,
    /// In Italian.
    pub it: String,
}

impl Words {
    /// The sentence in a language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Italian => &self.it,
        }
    }

    /// The sentence with each name between backticks cut to what can be read: a whole file may stand in the place of
    /// one.
    #[must_use]
    pub fn brief(self) -> Words {
        Words { en: brief(self.en), it: brief(self.it) }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.it.is_empty()
    }

    /// A text that is the same in all languages: a name, a number, code.
    pub fn same(text: impl Into<String>) -> Words {
        let en: String = text.into();
        Words { it: en.clone(), en }
    }
}

/// A few fixed words in every language, to be put inside a sentence: what a table of keys is, the name of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// In English.
    pub en: &'static str,
    /// In Italian, with their article: `un indicatore`.
    pub it: &'static str,
}

impl Term {
    /// Said differently in each language.
    pub const fn new(en: &'static str, it: &'static str) -> Term {
        Term { en, it }
    }

    /// A text that is the same in all languages: a key, a file.
    pub const fn same(text: &'static str) -> Term {
        Term { en: text, it: text }
    }

    /// The words in a language.
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::English => self.en,
            Language::Italian => self.it,
        }
    }
}

impl From<Term> for Words {
    fn from(term: Term) -> Words {
        Words { en: term.en.to_owned(), it: term.it.to_owned() }
    }
}

/// The sentence in the language of the program's own words: for tests and panics.
impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en)
    }
}

/// A sentence in English, then in Italian, both as [`format!`] takes them: `words!("no {name}", "nessun {name}")`.
///
/// What differs by language itself, a [`Term`](crate::diag::Term) or other [`Words`](crate::diag::Words), is named after
/// a semicolon: `words!("{what} is empty", "{what} è senza testo"; what)`.
#[macro_export]
macro_rules! words {
    ($en:literal, $it:literal; $($part:ident),+ $(,)?) => {
        $crate::diag::Words {
            en: {
                $(let $part = &$part.en;)+
                format!($en)
            },
            it: {
                $(let $part = &$part.it;)+
                format!($it)
            },
        }
    };
    ($en:literal, $it:literal $(,)?) => {
        $crate::diag::Words { en: format!($en), it: format!($it) }
    };
    ($en:literal, $it:literal, $($arg:tt)+) => {
        $crate::diag::Words { en: format!($en, $($arg)+), it: format!($it, $($arg)+) }
    };
}
