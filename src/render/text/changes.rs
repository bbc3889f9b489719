//! What changed, as text for a terminal.

use crate::diag::Language;
use crate::lang::{self, ChangeWords};
use crate::resolve::{
    Changes, ClaimChange, FigureChange, FigureNews, Kind, Named, NoteChange, RowChange, State, TextChange,
};
use std::fmt::Write;

/// The width of a terminal, in columns.
const WIDTH: usize = 80;

/// The columns of a name.
const NAME: usize = 26;

/// The columns of a value.
const VALUE: usize = 8;

/// The columns of a difference.
const DIFFERENCE: usize = 16;

/// The changes as text of 80 columns, with the tool's own words in `language`.
pub fn text(changes: &Changes, language: Language) -> String {
    let mut text = Text { text: String::new(), words: lang::change_words(language) };
    text.all(changes);
    text.text
}

struct Text {
    text: String,
    words: &'static ChangeWords,
}

impl Text {
    fn all(&mut self, changes: &Changes) {
        let words = self.words;
        let Changes { edition, since, figures, added, gone, notes, narratives } = changes;
        match since {
            Some(since) => {
                self.wrapped(0, &format!("{}: {} {} {}", words.title, edition.period, words.since, since.period));
            }
            None => {
                self.wrapped(0, &format!("{}: {}", words.title, edition.period));
                self.wrapped(0, words.since_last);
            }
        }
        if changes.is_nothing() {
            self.line("");
            self.line(words.nothing);
            return;
        }
        figures.iter().filter(|figure| !figure.is_nothing()).for_each(|figure| self.figure(figure));
        self.news(words.added, added, None);
        self.news(words.gone, gone, Some(words.last_in));
        for (title, texts) in [(words.notes, notes), (words.narrative, narratives)] {
            for texts in texts {
                self.line("");
                let name = if texts.name.is_empty() { String::new() } else { format!(" · {}", texts.name) };
                let since = match &texts.since {
                    Some(Named { period, .. }) => format!("{} {period}", words.since),
                    None => words.new.to_owned(),
                };
                self.wrapped(0, &format!("{title}{name} · {since}"));
                texts.changes.iter().for_each(|change| self.change(change));
                if !texts.claims.is_empty() {
                    self.wrapped(2, &format!("{}:", words.claims));
                }
                texts.claims.iter().for_each(|claim| self.wrapped(4, &claim_words(claim, words)));
            }
        }
    }

    fn figure(&mut self, figure: &FigureChange) {
        let words = self.words;
        self.line("");
        self.wrapped(0, &format!("{} · {}", figure.kicker, figure.title));
        let [was, is] = &figure.when;
        let [before, now] = words.when;
        self.wrapped(0, &format!("{} · {before} {was}, {now} {is}", figure.measure));
        if !figure.comparison.words.is_empty() {
            self.wrapped(2, &format!("! {}", figure.comparison.words));
        }
        for definition in figure.definitions.iter().flatten() {
            self.wrapped(2, &format!("{} {}: {}", words.definition, definition.id, definition.text));
        }
        self.note(2, figure.note.as_ref());
        if !figure.rows.is_empty() {
            self.rows(figure);
        }
        for cell in &figure.cells {
            let words = format!("{}: {}: {} → {}", cell.name, cell.title, cell.old, cell.new);
            self.wrapped(2, &words);
        }
        if !figure.rounding.is_empty() {
            self.wrapped(2, &format!("{}.", figure.rounding));
        }
        let values = figure.unchanged.iter().map(|same| format!("{}\u{a0}{}", same.name, same.printed));
        self.list(words.unchanged[usize::from(figure.feminine)], values);
        self.list(words.absent, figure.absent.iter().cloned());
    }

    fn rows(&mut self, figure: &FigureChange) {
        let ranked = figure.rows.iter().any(|row| row.places.iter().any(|place| !place.is_empty()));
        let [was, is] = self.words.when;
        let ChangeWords { difference, rank, .. } = self.words;
        let rank = if ranked { rank } else { "" };
        // Two values that may not be compared have no difference.
        let difference = if figure.comparison.state == State::Broken { "" } else { difference };
        self.columns(["", was, is, difference, rank]);
        for row in &figure.rows {
            self.row(row);
        }
        if ranked && !figure.ranks_compared {
            self.wrapped(2, self.words.ranks);
        }
    }

    fn row(&mut self, row: &RowChange) {
        // An arrow says that a place was gained or lost; where nobody may say so, the new place stands alone.
        let [was, is] = &row.places;
        let place = if row.moved.is_some() { format!("{was} → {is}") } else { is.clone() };
        let difference = match row.kind {
            Kind::Appeared | Kind::Vanished => format!("{} → {}", row.old.printed, row.new.printed),
            Kind::Refused if row.why.is_empty() => String::new(),
            _ => row.difference.clone(),
        };
        self.columns([&row.name, &row.old.printed, &row.new.printed, &difference, &place]);
        if !row.why.is_empty() {
            self.wrapped(4, &row.why);
        }
        self.note(4, row.note.as_ref());
    }

    /// Adds a line of columns: a name, two values aligned at the right, their difference, and ranks.
    fn columns(&mut self, [name, was, is, difference, rank]: [&str; 5]) {
        let mut name = name.to_owned();
        if name.chars().count() > NAME {
            self.wrapped(2, &name);
            name.clear();
        }
        let mut line = format!("  {name:NAME$}{was:>VALUE$}{is:>VALUE$}   {difference:DIFFERENCE$}");
        if difference.chars().count() >= DIFFERENCE {
            line.push_str("  ");
        }
        if line.chars().count() + rank.chars().count() <= WIDTH {
            self.line(format!("{line}{rank}").trim_end());
        } else {
            self.line(line.trim_end());
            self.wrapped(4, rank);
        }
    }

    fn note(&mut self, indent: usize, note: Option<&NoteChange>) {
        let words = self.words;
        let Some(NoteChange { old, new }) = note else { return };
        match (old, new) {
            (None, Some(new)) => self.wrapped(indent, &format!("{}: {new}", words.note_new)),
            (Some(old), None) => self.wrapped(indent, &format!("{}: {old}", words.note_gone)),
            (Some(old), Some(new)) => {
                self.wrapped(indent, &format!("{}: {new} ({}: {old})", words.note, words.when[0]));
            }
            (None, None) => {}
        }
    }

    fn list(&mut self, words: &str, names: impl Iterator<Item = String>) {
        let names: Vec<String> = names.map(|name| name.replace(' ', "\u{a0}")).collect();
        if !names.is_empty() {
            self.wrapped(2, &format!("{words}: {}", names.join(", ")));
        }
    }

    fn news(&mut self, title: &str, news: &[FigureNews], last_in: Option<&str>) {
        if news.is_empty() {
            return;
        }
        self.line("");
        self.line(title);
        for one in news {
            let since = last_in.map_or_else(String::new, |words| format!(" ({words} {})", one.edition.period));
            self.wrapped(2, &format!("{} · {}{since}", one.kicker, one.title));
        }
    }

    /// Adds a change of a text as programs that compare files write it.
    fn change(&mut self, change: &TextChange) {
        match change {
            TextChange::Added { new } => self.wrapped(2, &format!("+ {new}")),
            TextChange::Removed { old } => self.wrapped(2, &format!("- {old}")),
            TextChange::Changed { old, new } => {
                self.wrapped(2, &format!("- {old}"));
                self.wrapped(2, &format!("+ {new}"));
            }
        }
    }

    /// Adds words in lines that end at spaces; lines after the first are indented by two more columns.
    fn wrapped(&mut self, indent: usize, words: &str) {
        let mut line = " ".repeat(indent);
        let mut is_empty = true;
        for word in words.split(' ') {
            if !is_empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.line(&line);
                line = " ".repeat(indent + 2);
                is_empty = true;
            }
            if !is_empty {
                line.push(' ');
            }
            line.push_str(word);
            is_empty = false;
        }
        self.line(&line);
    }

    /// Adds a line. No-break spaces have done their work by then and become plain ones.
    fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{}", line.replace('\u{a0}', " "));
    }
}

/// A claim and what it compared: "`consenso.italia < 50`: prima `consenso.italia` 41%; ora `consenso.italia` 42%".
fn claim_words(change: &ClaimChange, words: &ChangeWords) -> String {
    let values = |sides: &[[String; 2]]| {
        let said: Vec<String> = sides.iter().map(|[what, value]| format!("{what}: {value}")).collect();
        said.join(", ")
    };
    let [before, now] = words.when;
    match (&change.old, &change.new) {
        (Some(old), Some(new)) => format!("{} ({before} {}; {now} {})", change.claim, values(old), values(new)),
        (None, Some(new)) => format!("{}: {} ({})", words.claim_new, change.claim, values(new)),
        (Some(old), None) => format!("{}: {} ({before} {})", words.claim_gone, change.claim, values(old)),
        (None, None) => change.claim.clone(),
    }
}
