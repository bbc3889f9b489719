//! The files as they would be: checked as a build would, and read back.

use super::held::TODO;
use super::plan::{self, Verdict};
use super::work::{Work, held_of};
use crate::check::{self, Checked};
use crate::diag::{Code, Diagnostic};
use crate::files::{Source, Sources, Span};
use crate::import::outcome::{NewText, Refused, refused};
use crate::import::said::Who;
use crate::parse;
use crate::parse::draft::{Draft, EditionDraft};
use crate::words;

/// Faults that ask whether a figure is right: a note answers most, and a table of figures has none. They do not stop an
/// import; they stop a build until they are answered.
pub const QUESTIONS: [Code; 6] =
    [Code::NoShare, Code::NationalOutside, Code::Jump, Code::SameAsBefore, Code::SwappedColumns, Code::Fractions];

/// Refuses where a file that must be understood is not: what would be changed is not known.
pub fn sound(
    before: &[Diagnostic],
    sources: &Sources,
    edition: &EditionDraft,
    checked: Option<Checked>,
) -> Result<Checked, Refused> {
    let folder = format!("editions/{}/", edition.folder);
    let in_the_way = |fault: &&Diagnostic| {
        let path = sources.get(fault.at.file).path.as_str();
        // Of edition.yaml its sources and its period must be known.
        let head = edition.head.is_none() || fault.code == Code::WrongDate;
        let of_edition = path.strip_prefix(&folder).is_some_and(|name| {
            (head && name == "edition.yaml") || (edition.unread && name.starts_with("observations/"))
        });
        let of_site = ["indicators.yaml", "sources.yaml", "territories.yaml"].contains(&path)
            || (checked.is_none() && path == "site.yaml");
        fault.is_fault() && (of_edition || of_site) && !is_todo(fault, sources)
    };
    let faults: Vec<Diagnostic> = before.iter().filter(in_the_way).cloned().collect();
    match checked {
        Some(checked) if faults.is_empty() => Ok(checked),
        _ => {
            let why = words!(
                "These files must be understood before values are written beside them: nothing was written.",
                "Questi file vanno capiti prima di scrivervi altri valori: non è stato scritto nulla."
            );
            Err(refused(Vec::new(), why, faults, sources.clone()))
        }
    }
}

/// Whether a fault only says that a value is still to be given.
pub fn is_todo(fault: &Diagnostic, sources: &Sources) -> bool {
    let text = &sources.get(fault.at.file).text;
    fault.code == Code::ToDo || text.get(fault.at.start as usize..fault.at.end as usize) == Some(TODO)
}

/// The faults and warnings that the new files would have and the old ones have not, with the new texts.
pub fn recheck(sources: &Sources, before: &[Diagnostic], files: &[NewText]) -> (Vec<Diagnostic>, Sources, Draft) {
    let mut new = sources.clone();
    for file in files {
        match new.files.iter_mut().find(|source| source.path == file.path) {
            Some(source) => source.text.clone_from(&file.after),
            None => new.files.push(Source::new(file.path.clone(), file.after.clone())),
        }
    }
    new.files.sort_by(|a, b| a.path.cmp(&b.path));
    let (draft, found) = parse::parse(&new);
    let mut found = check::check(&draft, &[crate::theme::BUILTIN], found).found();
    let is_ours = |fault: &Diagnostic| files.iter().any(|file| file.path == new.get(fault.at.file).path);
    let was_there = |fault: &Diagnostic| {
        let path = &new.get(fault.at.file).path;
        // How many are forgotten is another sentence each time.
        let forgotten = fault.code == Code::ForgottenTerritory;
        let same = |old: &&Diagnostic| old.code == fault.code && (forgotten || old.message == fault.message);
        before.iter().filter(same).any(|old| sources.get(old.at.file).path == *path)
    };
    found.retain(|fault| is_ours(fault) && !is_todo(fault, &new) && !was_there(fault));
    (found, new, draft)
}

/// A fault where the new texts, read again, do not hold what the table says: then an old fault of the file hides it.
pub fn not_there(work: &Work<'_>, folder: &str, draft: &Draft, sources: &Sources) -> Option<Diagnostic> {
    let edition = draft.editions.iter().find(|edition| edition.folder == folder)?;
    let held = held_of(work.indicator, work.part, edition, sources, work.checked);
    let again = plan::plan(&work.readings, held.as_ref(), work.asked);
    let is_there = |who: &Who| again.verdicts.iter().any(|(of, _, verdict)| of == who && *verdict == Verdict::Same);
    if work.plan.writes.keys().all(is_there) {
        return None;
    }
    let message = words!(
        "the values would stand in this file, but could not be read from it",
        "i valori starebbero in questo file, ma non si potrebbero leggere"
    );
    let hint = words!(
        "mend the faults that `fascicle check` finds in it, and import again",
        "correggi gli errori che `fascicle check` vi trova, e importa di nuovo"
    );
    Some(Diagnostic::new(Code::CannotEdit, Span::top(sources.find(&work.path)?), message, hint))
}
