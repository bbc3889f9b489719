//! How far a build is, on a terminal and there alone, once it takes longer than a second.

use fascicle::data::paths::{self, Owner};
use fascicle::diag::{Language, Words};
use fascicle::words;
use indicatif::{ProgressBar, ProgressStyle};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What is done sooner needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar of editions, with the files of each format beside it.
pub struct Progress {
    bar: ProgressBar,
    began: Instant,
    language: Language,
    done: Mutex<Done>,
}

/// What has been made.
#[derive(Debug, Default)]
struct Done {
    editions: BTreeSet<String>,
    formats: BTreeMap<String, usize>,
}

impl Progress {
    /// Of so many editions. Where standard error is no terminal, nothing is ever drawn.
    pub fn begin(began: Instant, editions: usize, language: Language) -> Progress {
        let bar = ProgressBar::new(editions as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:20} {msg}") {
            bar.set_style(style);
        }
        Progress { bar, began, language, done: Mutex::default() }
    }

    /// A file of the site has been made.
    pub fn add(&self, path: &str) {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        done.add(path);
        if self.began.elapsed() >= PATIENCE && !self.bar.is_hidden() {
            let words = done.words(self.bar.length().unwrap_or_default());
            self.bar.set_message(words.get(self.language).to_owned());
            self.bar.set_position(done.editions.len() as u64);
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}

impl Done {
    fn add(&mut self, path: &str) {
        if let Owner::Edition(edition) = paths::owner(path)
            && !self.editions.contains(edition)
        {
            self.editions.insert(edition.to_owned());
        }
        if let Some((_, ending)) = path.rsplit_once('.').filter(|(name, _)| !name.is_empty()) {
            *self.formats.entry(ending.to_owned()).or_default() += 1;
        }
    }

    /// "3 of 11 editions: 40 csv, 120 html, 40 svg"
    fn words(&self, all: u64) -> Words {
        let formats: Vec<String> = self.formats.iter().map(|(ending, count)| format!("{count} {ending}")).collect();
        let (editions, formats) = (self.editions.len(), formats.join(", "));
        words!("{editions} of {all} editions: {formats}", "{editions} di {all} edizioni: {formats}")
    }
}

#[cfg(test)]
mod tests {
    use super::Done;

    #[test]
    fn editions_and_formats_are_counted() {
        let mut done = Done::default();
        for path in [
            "index.html",
            ".nojekyll",
            "assets/style.css",
            "latest/figures/consenso/consenso.svg",
            "2024-11/figures/consenso/consenso.svg",
            "2024-11/index.html",
            "2024-06_2024-08/index.html",
        ] {
            done.add(path);
        }
        assert_eq!(done.words(4).en, "2 of 4 editions: 1 css, 3 html, 2 svg");
        assert_eq!(done.words(4).it, "2 di 4 edizioni: 1 css, 3 html, 2 svg");
    }
}
