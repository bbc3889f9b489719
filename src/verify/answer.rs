//! What is said of a file.

use super::Newer;
use crate::diag::Words;
use crate::provenance::Claim;
use crate::words;

/// What a file is found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Ours, as it was made, and of the newest edition that has the figure.
    Current,
    /// Ours, as it was made; a newer edition has the figure too.
    Superseded,
    /// Ours, of the data of today, in another drawing or other words than today's.
    Redrawn,
    /// Ours, as it was made; the data have since been corrected.
    Corrected,
    /// Not as it was made.
    Altered,
    /// Not ours, or nothing by which to tell.
    Unknown,
}

/// What is said of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What it is.
    pub verdict: Verdict,
    /// What it says of itself.
    pub claim: Option<Claim>,
    /// Whether another program has saved it since, the drawing being as it was.
    pub saved_again: bool,
    /// Why it cannot be told.
    pub why: Words,
    /// How the drawing differs.
    pub drawn: Vec<Words>,
    /// How what is written in the file differs.
    pub written: Vec<Words>,
    /// Values that were altered in the table that the file carries.
    pub altered_rows: Vec<Words>,
    /// Values that were corrected since.
    pub rows: Vec<Words>,
    /// The revision of the file, and that of today.
    pub revisions: Option<[String; 2]>,
    /// The newest edition that has the figure, where that is a newer one.
    pub newer: Option<Newer>,
}

/// The most differences that are listed.
const MOST: usize = 40;

impl Verdict {
    /// What the command ends with: 0 where the figure holds, else from 3 on, the worse the higher.
    pub const fn code(self) -> u8 {
        match self {
            Verdict::Current => 0,
            Verdict::Superseded => 3,
            Verdict::Redrawn => 4,
            Verdict::Corrected => 5,
            Verdict::Altered => 6,
            Verdict::Unknown => 7,
        }
    }

    /// The word for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Verdict::Current => "current",
            Verdict::Superseded => "superseded",
            Verdict::Redrawn => "redrawn",
            Verdict::Corrected => "corrected",
            Verdict::Altered => "altered",
            Verdict::Unknown => "unknown",
        }
    }

    fn sentence(self) -> Words {
        match self {
            Verdict::Current => words!("genuine and current", "autentica e attuale"),
            Verdict::Superseded => words!("genuine, and superseded", "autentica, e superata"),
            Verdict::Redrawn => {
                words!("the data are those of today, the drawing is not", "i dati sono quelli di oggi, il disegno no")
            }
            Verdict::Corrected => words!("corrected since it was made", "corretta dopo che è stata fatta"),
            Verdict::Altered => words!("ALTERED", "ALTERATA"),
            Verdict::Unknown => words!("cannot be told", "non si può dire"),
        }
    }
}

impl Answer {
    pub(super) fn of(verdict: Verdict) -> Answer {
        Answer {
            verdict,
            claim: None,
            saved_again: false,
            why: Words::default(),
            drawn: Vec::new(),
            written: Vec::new(),
            altered_rows: Vec::new(),
            rows: Vec::new(),
            revisions: None,
            newer: None,
        }
    }

    pub(super) fn unknown(why: Words) -> Answer {
        Answer { why, ..Answer::of(Verdict::Unknown) }
    }

    /// The answer as lines, after the name of the file.
    pub fn words(&self, name: &str) -> Words {
        let verdict = self.verdict.sentence();
        let mut all = vec![words!("{name}: {verdict}", "{name}: {verdict}"; verdict)];
        if let Some(claim) = &self.claim {
            let [figure, edition, data] = [claim.figure(), claim.edition(), claim.data()].map(short);
            let revision = short(claim.get("fascicle:revision"));
            all.push(words!(
                "  figure {figure}, edition {edition}, revision {revision}, data {data}",
                "  figura {figure}, edizione {edition}, revisione {revision}, dati {data}"
            ));
        }
        if self.claim.as_ref().is_some_and(Claim::is_of_a_draft) {
            all.push(words!(
                "  of a DRAFT: its figures may change before they are published",
                "  di una BOZZA: i suoi dati possono cambiare prima della pubblicazione"
            ));
        }
        if !self.why.is_empty() {
            let why = &self.why;
            all.push(words!("  {why}", "  {why}"; why));
        }
        if self.saved_again && matches!(self.verdict, Verdict::Current | Verdict::Superseded) {
            all.push(words!(
                "  saved again by another program; what it shows is unchanged",
                "  salvata di nuovo da un altro programma; quello che mostra è lo stesso"
            ));
        }
        if self.verdict == Verdict::Redrawn {
            all.push(words!(
                "  words, colours or sizes have changed since, or the drawing was altered together with its mark:",
                "  da allora sono cambiati testi, colori o misure; oppure il disegno è stato alterato insieme al suo segno:"
            ));
        }
        list(&mut all, &self.drawn, "    ");
        list(&mut all, &self.written, "    ");
        if !self.altered_rows.is_empty() {
            all.push(words!("  in the table that the file carries:", "  nella tabella che il file porta con sé:"));
            list(&mut all, &self.altered_rows, "    ");
        }
        if let Some([was, is]) = &self.revisions {
            all.push(match was == is {
                true => words!("  the content says otherwise now:", "  ora il contenuto dice altro:"),
                false => words!(
                    "  the content says otherwise now, in revision {is}:",
                    "  ora il contenuto dice altro, nella revisione {is}:"
                ),
            });
            if self.rows.is_empty() {
                all.push(words!(
                    "    no printed value differs: notes, sources or further digits do",
                    "    nessun valore stampato è diverso: lo sono note, fonti o altri decimali"
                ));
            }
        }
        list(&mut all, &self.rows, "    ");
        if let Some(Newer { edition, address }) = &self.newer {
            all.push(words!(
                "  a newer edition has it: {edition}, {address}",
                "  c’è in un’edizione più recente: {edition}, {address}"
            ));
        }
        let each = |get: fn(&Words) -> &str| all.iter().map(|line| get(line).to_owned() + "\n").collect::<String>();
        Words { en: each(|words| &words.en), it: each(|words| &words.it) }
    }
}

fn list(all: &mut Vec<Words>, lines: &[Words], indent: &str) {
    all.extend(lines.iter().take(MOST).map(|line| words!("{indent}{line}", "{indent}{line}"; line)));
    if let Some(more) = lines.len().checked_sub(MOST).filter(|more| *more > 0) {
        all.push(words!("{indent}and {more} more", "{indent}e altre {more}"));
    }
}

/// A text that stands in a file, for a line: what cannot be seen does not reach a terminal.
fn short(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_control()).take(60).collect()
}

/// A text in quotes; for nothing, a word.
pub(super) fn quoted(text: String) -> Words {
    match text.is_empty() {
        true => words!("nothing", "nulla"),
        false => words!("\"{text}\"", "«{text}»"),
    }
}
