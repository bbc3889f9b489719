//! A sentence in each language the tool speaks.

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

    /// BCP 47.
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

/// One sentence, in every language. Made with [`words!`](crate::words), so that none is forgotten.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.it.is_empty()
    }

    /// The same in all languages: names, numbers, code.
    pub fn same(text: impl Into<String>) -> Words {
        let en: String = text.into();
        Words { it: en.clone(), en }
    }
}

/// The sentence in the language of the program's own words: for tests and panics.
impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en)
    }
}

// Sentences not yet said in Italian.
impl From<&str> for Words {
    fn from(text: &str) -> Words {
        Words::same(text)
    }
}

impl From<String> for Words {
    fn from(text: String) -> Words {
        Words::same(text)
    }
}

/// A sentence in English, then in Italian, both as [`format!`] takes them: `words!("no {name}", "nessun {name}")`.
#[macro_export]
macro_rules! words {
    ($en:literal, $it:literal $(,)?) => {
        $crate::diag::Words { en: format!($en), it: format!($it) }
    };
    ($en:literal, $it:literal, $($arg:tt)+) => {
        $crate::diag::Words { en: format!($en, $($arg)+), it: format!($it, $($arg)+) }
    };
}
