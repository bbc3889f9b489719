//! The address of an edition, and the period that it is of.

use super::unknown::the_first;
use crate::data::address::is_device;
use crate::data::paths;
use crate::data::period::Period;
use crate::diag::{Code, Diagnostic};
use crate::files::Span;
use crate::parse::draft::{Draft, EditionDraft, EditionHead};
use crate::words;

/// Addresses that an edition may not have, for the site has them.
const RESERVED: [&str; 2] = [paths::ASSETS, paths::LATEST];

/// The period of an edition: what edition.yaml says, else what the name of its folder says.
pub fn period(draft: &EditionDraft, head: Option<&EditionHead>, faults: &mut Vec<Diagnostic>) -> Option<Period> {
    if let Some(period) = head.and_then(|head| head.period) {
        return Some(period.value);
    }
    let period = Period::parse_folder(&draft.folder);
    if period.is_none() {
        let message = words!(
            "the folder `{}` is not named after a period",
            "la cartella `{}` non ha il nome di un periodo",
            draft.folder
        );
        let hint = words!(
            "name it like 2024-06_2024-08 or 2024-11, or add `period:` to its edition.yaml",
            "chiamala come 2024-06_2024-08 o 2024-11, o aggiungi `period:` al suo edition.yaml"
        );
        faults.push(Diagnostic::new(Code::WrongDate, draft.at, message, hint));
    }
    period
}

/// The address of an edition: the id that edition.yaml gives, else the name of its folder, where it is fit for one.
pub fn address(draft: &EditionDraft, head: Option<&EditionHead>, faults: &mut Vec<Diagnostic>) -> String {
    if let Some(id) = head.and_then(|head| head.id.as_ref()) {
        if RESERVED.contains(&id.value.as_str()) {
            let message =
                words!("`{}` is an address of the site itself", "`{}` è un indirizzo del sito stesso", id.value);
            let hint = words!("choose another id", "scegli un altro id");
            faults.push(Diagnostic::new(Code::DuplicateEdition, id.at, message, hint));
        }
        return id.value.clone();
    }
    let fine = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
    let whole = draft.folder.bytes().all(fine) && !draft.folder.starts_with(['-', '_']);
    if !whole || is_device(&draft.folder) || RESERVED.contains(&draft.folder.as_str()) {
        let message = words!(
            "the folder `{}` cannot be an address",
            "la cartella `{}` non può essere un indirizzo",
            draft.folder
        );
        let hint = words!(
            "name it like 2024-06_2024-08, or add `id:` to its edition.yaml",
            "chiamala come 2024-06_2024-08, o aggiungi `id:` al suo edition.yaml"
        );
        faults.push(Diagnostic::new(Code::DuplicateEdition, draft.at, message, hint));
    }
    draft.folder.clone()
}

/// The folders of editions whose address is that of another, each a fault. Where an id is the name of a folder, it is
/// the edition with the id that must change.
pub fn same_address<'d>(draft: &'d Draft, faults: &mut Vec<Diagnostic>) -> Vec<&'d str> {
    let id_of = |edition: &'d EditionDraft| edition.head.as_ref().and_then(|head| head.id.as_ref());
    let (of_ids, of_folders): (Vec<_>, Vec<_>) = draft.editions.iter().partition(|edition| id_of(edition).is_some());
    let (mut seen, mut doubles): (Vec<(&str, Span)>, Vec<&str>) = (Vec::new(), Vec::new());
    for edition in of_folders.into_iter().chain(of_ids) {
        let (id, at) = id_of(edition).map_or((edition.folder.as_str(), edition.at), |id| (id.value.as_str(), id.at));
        match seen.iter().find(|(other, _)| *other == id) {
            Some((_, first)) => {
                let message = words!("two editions have the id `{id}`", "due edizioni hanno l’id `{id}`");
                let hint = words!(
                    "an id is the address of an edition in the site: change one of the two",
                    "un id è l’indirizzo di un’edizione nel sito: cambiane uno"
                );
                let fault = Diagnostic::new(Code::DuplicateEdition, at, message, hint);
                faults.push(fault.other(*first, the_first()));
                doubles.push(edition.folder.as_str());
            }
            None => seen.push((id, at)),
        }
    }
    doubles
}
