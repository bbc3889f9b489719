//! Which edition comes next: from which one it is made, and of which period it is.

use crate::check::{Checked, EditionData};
use crate::data::period::Period;
use crate::diag::{Code, Diagnostic, Words, nearest};
use crate::files::Sources;
use crate::parse::draft::{Draft, EditionDraft};
use crate::words;

/// What was asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The edition to start from, by its address or its folder; when absent, the newest that has no to-dos.
    pub from: Option<String>,
    /// The period, as a folder is named, `2025-01_2025-03`, or as edition.yaml writes it; when absent, the one that
    /// follows.
    pub period: Option<String>,
}

/// Why there is no next edition: a fault in what was asked.
#[derive(Clone, Debug)]
pub struct Refused {
    /// The fault.
    pub fault: Diagnostic,
    /// What was asked, for the fault to stand in.
    pub said: Sources,
}

/// The edition to start from, and the period of the new one.
///
/// # Errors
/// There is none, no such one, no such period; or the new edition is there already.
pub fn choose<'d>(asked: &Asked, draft: &'d Draft, checked: &Checked) -> Result<(&'d EditionDraft, Period), Refused> {
    let ids: Vec<&str> = checked.editions.iter().map(|edition| edition.id.as_str()).collect();
    let draft_of = |id: &str| draft.editions.iter().find(|edition| edition.id() == id);
    // An edition that is not finished has nothing to hand on yet.
    let finished = |id: &&&str| draft_of(id).is_some_and(|edition| !edition.has_todos());
    let last = match &asked.from {
        Some(name) => draft.edition(name),
        None => ids.iter().find(finished).or(ids.first()).and_then(|id| draft_of(id)),
    };
    let found = last.and_then(|last| Some((last, checked.editions.iter().find(|edition| edition.id == last.id())?)));
    let Some((last, edition)) = found else { return Err(no_edition(asked, &ids)) };
    if last.has_todos() {
        return Err(unfinished(asked, last.id(), ids.iter().find(finished)));
    }

    let said = asked.period.as_deref();
    let period = match said {
        Some(words) => Period::parse_folder(words).or_else(|| Period::parse(words)),
        None => edition.period.following(),
    };
    let Some(period) = period else { return Err(no_period(said, &edition.id)) };
    let folder = period.folder();
    if draft.editions.iter().any(|other| other.folder == folder || other.id() == folder) {
        return Err(already_there(said, &folder, &folder, period.following()));
    }
    // It may be there under another name.
    match checked.editions.iter().find(|other| other.period == period) {
        Some(other) => Err(already_there(said, &other.id, &folder, period.following())),
        None if period.end() < edition.period.end() => Err(older(said, &folder, edition)),
        None => Ok((last, period)),
    }
}

fn no_edition(asked: &Asked, ids: &[&str]) -> Refused {
    let Some(name) = &asked.from else {
        let message = words!("there is no edition to start from", "non c’è nessuna edizione da cui partire");
        let hint = words!(
            "write the first one: docs/format.md shows a whole one",
            "scrivi la prima: docs/format.md ne mostra una intera"
        );
        return refused("new", "", Code::EmptyEdition, message, hint);
    };
    let message = words!("there is no edition `{name}`", "non c’è nessuna edizione `{name}`");
    let all = ids.join(", ");
    let hint = match nearest(name, ids.iter().copied()) {
        Some(near) => words!("did you mean `{near}`?", "volevi dire `{near}`?"),
        None => words!("editions are: {all}", "le edizioni sono: {all}"),
    };
    refused("new --from", name, Code::UnknownEdition, message, hint)
}

/// What is left to do in an edition would not be asked again in one made from it.
fn unfinished(asked: &Asked, id: &str, finished: Option<&&str>) -> Refused {
    let message = words!(
        "`{id}` is not finished: what is left to do in it would be lost in an edition made from it",
        "`{id}` non è finita: quello che resta da fare lì andrebbe perso in un’edizione fatta a partire da essa"
    );
    let hint = match finished {
        Some(other) => words!(
            "finish it, `fascicle check` lists what is left; or start from a finished one: --from {other}",
            "finiscila, `fascicle check` elenca quello che resta; o parti da una finita: --from {other}"
        ),
        None => words!(
            "finish it first: `fascicle check` lists what is left",
            "prima finiscila: `fascicle check` elenca quello che resta"
        ),
    };
    match &asked.from {
        Some(name) => refused("new --from", name, Code::ToDo, message, hint),
        None => refused("new", "", Code::ToDo, message, hint),
    }
}

fn no_period(said: Option<&str>, id: &str) -> Refused {
    let hint = words!(
        "name months: fascicle new 2025-01_2025-03, or fascicle new 2025-04",
        "indica i mesi: fascicle new 2025-01_2025-03, o fascicle new 2025-04"
    );
    let message = match said {
        Some(words) => words!("`{words}` is not a period of the calendar", "`{words}` non è un periodo del calendario"),
        None => {
            words!("the period of `{id}` does not tell which one follows", "il periodo di `{id}` non dice quale segue")
        }
    };
    refused("new", said.unwrap_or(""), Code::WrongDate, message, hint)
}

/// What an edition says of those before it does not hold for one that comes before it.
fn older(said: Option<&str>, folder: &str, from: &EditionData) -> Refused {
    let id = &from.id;
    let message = words!(
        "{folder} comes before `{id}`, from which the new edition would be made",
        "{folder} viene prima di `{id}`, da cui si farebbe la nuova edizione"
    );
    let after = from.period.following().map_or_else(|| folder.to_owned(), Period::folder);
    let hint = words!(
        "name a later period, fascicle new {after}; or start from an older edition, --from; one before all others is \
         written by hand",
        "indica un periodo successivo, fascicle new {after}; o parti da un’edizione più vecchia, --from; una prima di tutte le \
         altre si scrive a mano"
    );
    refused("new", said.unwrap_or(""), Code::WrongDate, message, hint)
}

fn already_there(said: Option<&str>, id: &str, folder: &str, after: Option<Period>) -> Refused {
    let message = match id == folder {
        true => words!("there is already an edition `{folder}`", "c’è già un’edizione `{folder}`"),
        false => words!(
            "there is already an edition of {folder}: `{id}`",
            "c’è già un’edizione per il periodo {folder}: `{id}`"
        ),
    };
    let after = after.map_or_else(|| folder.to_owned(), Period::folder);
    let hint = words!(
        "nothing is overwritten: finish that one, or name another period: fascicle new {after}",
        "niente viene sovrascritto: finisci quella, o indica un altro periodo: fascicle new {after}"
    );
    refused("new", said.unwrap_or(""), Code::DuplicateEdition, message, hint)
}

/// A fault in a word of the command line; in all of it, where the word is not there.
fn refused(before: &str, word: &str, code: Code, message: Words, hint: Words) -> Refused {
    let line = format!("fascicle {before} {word}").trim_end().to_owned();
    let from = if word.is_empty() { 0 } else { line.len() - word.len() };
    let mut said = Sources::default();
    let at = said.typed(line, from);
    Refused { fault: Diagnostic::new(code, at, message, hint), said }
}
