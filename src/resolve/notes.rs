//! Notes of a figure: what a reader must know about one value, with the mark that leads to it.
//!
//! A value with a date of its own, a status or an author's note carries a mark beside its name, and the words
//! stand in the foot of the figure itself, in its summary and in its data.

use super::report::Note;
use crate::data::observation::Observation;
use crate::lang::it;

/// First marks, in order; later ones are numbers. The bundled faces have no daggers.
const MARKS: [&str; 3] = ["*", "**", "***"];

/// The notes of one figure, in the order in which its names are shown.
#[derive(Default)]
pub struct Notes {
    /// Words, and the names they are about.
    list: Vec<(String, Vec<String>)>,
}

impl Notes {
    /// Takes what must be said of one observation and gives its mark; empty where nothing must.
    pub fn mark(&mut self, name: &str, observation: &Observation) -> String {
        let Some(words) = words(observation) else { return String::new() };
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
        let note = |(place, (words, names)): (usize, (String, Vec<String>))| Note {
            mark: mark(place),
            text: format!("{}: {words}", it::list(&names)),
        };
        self.list.into_iter().enumerate().map(note).collect()
    }
}

fn mark(place: usize) -> String {
    MARKS.get(place).map_or_else(|| format!("({})", place + 1), |mark| (*mark).to_owned())
}

/// What must be said of an observation, if anything: its own date, its status, the author's note.
pub fn words(observation: &Observation) -> Option<String> {
    let mut parts = Vec::new();
    if observation.own_period {
        parts.push(it::when(observation.period));
    }
    parts.extend(it::status(observation.status).map(str::to_owned));
    parts.extend(observation.note.clone());
    (!parts.is_empty()).then(|| parts.join("; "))
}
