//! Notes of a figure: what a reader must know about one value, with the mark that leads to it.
//!
//! A value with a date of its own, a status or an author's note carries a mark beside its name, and the words
//! stand in the foot of the figure itself, in its summary and in its data.

use super::report::Note;
use crate::data::observation::Observation;
use crate::diag::Language;
use crate::lang;

/// First marks, in order; later ones are numbers. The bundled faces have no daggers.
const MARKS: [&str; 3] = ["*", "**", "***"];

/// The notes of one figure, in the order in which its names are shown.
pub struct Notes {
    language: Language,
    /// Words, and the names they are about.
    list: Vec<(String, Vec<String>)>,
}

impl Notes {
    /// None yet.
    pub fn new(language: Language) -> Notes {
        Notes { language, list: Vec::new() }
    }

    /// Takes what must be said of one observation and gives its mark; empty where nothing must.
    pub fn mark(&mut self, name: &str, observation: &Observation) -> String {
        let Some(words) = words(self.language, observation) else { return String::new() };
        let place = self.list.iter().position(|(known, _)| *known == words).unwrap_or_else(|| {
            self.list.push((words, Vec::new()));
            self.list.len() - 1
        });
        let names = &mut self.list[place].1;
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
        mark(place)
    }

    /// All notes, with their marks and names.
    pub fn finish(self) -> Vec<Note> {
        let language = self.language;
        let note = |(place, (words, names)): (usize, (String, Vec<String>))| Note {
            mark: mark(place),
            text: format!("{}: {words}", lang::list(language, &names)),
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
        parts.push(lang::when(language, observation.period));
    }
    parts.extend(lang::status(language, observation.status).map(str::to_owned));
    parts.extend(observation.note.clone());
    (!parts.is_empty()).then(|| parts.join("; "))
}
