//! One entry of an outline.

use super::{change, figure, narrative};
use crate::check::checked::EntryData;
use crate::check::context::Context;
use crate::data::talk::Qr;
use crate::diag::{Code, Diagnostic, did_you_mean, nearest};
use crate::files::Placed;
use crate::parse::draft::{EntryDraft, StepDraft};
use crate::words;

/// Checks one entry; none where it has a fault that leaves nothing of it.
pub(super) fn entry(entry: &StepDraft, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Option<EntryData> {
    match &entry.value {
        EntryDraft::Title => Some(EntryData::Title),
        EntryDraft::Overview { title, kicker } => {
            Some(EntryData::Overview { title: title.clone(), kicker: kicker.clone() })
        }
        EntryDraft::Closing { title, text, url, qr } => Some(EntryData::Closing {
            title: title.clone(),
            text: text.clone(),
            url: url.as_ref().map(|url| url.value.clone()),
            qr: qr.as_ref().and_then(|qr| code(qr, url.is_some(), context, faults)),
        }),
        EntryDraft::Link { url, title, text, kicker, qr } => Some(EntryData::Link {
            url: url.value.clone(),
            title: title.clone(),
            text: text.clone(),
            kicker: kicker.clone(),
            qr: qr.as_ref().and_then(|qr| code(qr, true, context, faults)),
        }),
        EntryDraft::Section(name) => section(name, context, faults),
        EntryDraft::Figure(draft) => figure::shown(draft, entry.at, context, faults),
        EntryDraft::Change { figure, since, view, words } => {
            change::change(figure, since.as_ref(), view.as_ref(), words, context, faults)
        }
        EntryDraft::Narrative(name) => narrative::narrative(name, context, faults),
    }
}

/// The group that a section of the talk is named after.
fn section(name: &Placed<String>, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Option<EntryData> {
    let groups = &context.catalogue.groups;
    let found = groups.iter().position(|group| group.id == name.value);
    if found.is_none() && !context.catalogue_faulty {
        let hint = match nearest(&name.value, groups.iter().map(|group| group.id.as_str())) {
            Some(near) => did_you_mean(near),
            None => words!(
                "a section names a group of indicators.yaml",
                "una sezione porta il nome di un gruppo di indicators.yaml"
            ),
        };
        let message = words!("there is no group `{}`", "non c’è nessun gruppo `{}`", name.value);
        let fault = Diagnostic::new(Code::UnknownGroup, name.at, message, hint);
        faults.push(fault.fix_case(name, groups.iter().map(|group| group.id.as_str())));
    }
    found.map(EntryData::Section)
}

/// What the code to photograph leads to; a fault where there is no address for it.
fn code(qr: &Placed<Qr>, has_own: bool, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Option<Qr> {
    let (message, hint) = match qr.value {
        Qr::Own if !has_own => (
            words!("there is no address for a QR code", "non c’è un indirizzo per il codice QR"),
            words!(
                "add `url: https://...` beside it, or write `qr: deck`",
                "aggiungi accanto `url: https://...`, o scrivi `qr: deck`"
            ),
        ),
        Qr::Deck if !context.has_address => (
            words!("the address of the deck is not known", "l’indirizzo delle diapositive non è noto"),
            words!(
                "add `url: https://...` to site.yaml, the address at which the site is published",
                "aggiungi a site.yaml `url: https://...`, l’indirizzo a cui il sito è pubblicato"
            ),
        ),
        Qr::Own | Qr::Deck => return Some(qr.value),
    };
    faults.push(Diagnostic::new(Code::NoAddress, qr.at, message, hint));
    None
}
