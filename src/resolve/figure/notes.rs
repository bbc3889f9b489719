//! Notes of a figure: what a reader must know about one value, with the mark that leads to it.
//!
//! A value with a date of its own, a status or an author's note carries a mark beside its name, and the words
//! stand in the foot of the figure itself, in its summary and in its data.

use super::figure::Note;
use crate::data::observation::Observation;
use crate::diag::Language;
use crate::lang::{self, change_terms};

/// First marks, in order; later ones are numbers. The bundled faces have no daggers.
const MARKS: [&str; 3] = ["*", "**", "***"];

/// The notes of one figure, in the order in which its names are shown.
pub struct Notes {
    language: Language,
    /// What comes between names and words, the words, and the names they are about.
    list: Vec<(String, String, Vec<String>)>,
}

impl Notes {
    /// None yet.
    pub fn new(language: Language) -> Notes {
        Notes { language, list: Vec::new() }
    }

    /// Takes what must be said of one observation and gives its mark; empty where nothing must.
    pub fn mark(&mut self, name: &str, observation: &Observation) -> String {
        words(self.language, observation).map_or_else(String::new, |words| self.add(name, "", words))
    }

    /// Takes what must be said of a whole row, in words that are ready; nothing where there are none.
    pub fn mark_words(&mut self, name: &str, words: String) -> String {
        if words.is_empty() { String::new() } else { self.add(name, "", words) }
    }

    /// Takes what must be said of two observations of one name, the older first, and gives their mark.
    pub fn mark_both(&mut self, name: &str, observations: [Option<&Observation>; 2]) -> String {
        let [before, now] = change_terms(self.language).sides;
        match observations.map(|value| words(self.language, value?)) {
            [None, None] => String::new(),
            [Some(old), Some(new)] if old == new => self.add(name, "", new),
            [Some(old), Some(new)] => self.add(name, before, format!("{old}; {now}: {new}")),
            [Some(old), None] => self.add(name, before, old),
            [None, Some(new)] => self.add(name, now, new),
        }
    }

    fn add(&mut self, name: &str, side: &str, words: String) -> String {
        let side = if side.is_empty() { String::new() } else { format!(", {side}") };
        let same = |(known_side, known, _): &(String, String, Vec<String>)| *known == words && *known_side == side;
        let place = self.list.iter().position(same).unwrap_or_else(|| {
            self.list.push((side, words, Vec::new()));
            self.list.len() - 1
        });
        let names = &mut self.list[place].2;
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
        mark(place)
    }

    /// All notes, with their marks and names.
    pub fn finish(self) -> Vec<Note> {
        let language = self.language;
        let note = |(place, (side, words, names)): (usize, (String, String, Vec<String>))| Note {
            mark: mark(place),
            text: format!("{}{side}: {words}", lang::list(language, &names)),
        };
        self.list.into_iter().enumerate().map(note).collect()
    }
}

fn mark(place: usize) -> String {
    MARKS.get(place).map_or_else(|| format!("({})", place + 1), |mark| (*mark).to_owned())
}

/// What must be said of an observation, if anything: its own date, its status, the author's note.
pub fn words(language: Language, observation: &Observation) -> Option<String> {
    let mut parts = Vec::new();
    if observation.own_period {
        parts.push(match observation.value {
            Some(_) => lang::when(language, observation.period),
            None => lang::without_value(language, observation.period),
        });
    }
    parts.extend(lang::status(language, observation.status).map(str::to_owned));
    parts.extend(observation.note.clone());
    (!parts.is_empty()).then(|| parts.join("; "))
}
