//! One edition: first its figures, then what is said of them.

use super::address;
use super::checked::{EditionData, EventData, SourceData};
use super::context;
use super::observations::{self, Observed};
use super::outline::{self, Talk};
use super::{sources, todo};
use crate::data::indicator::Catalogue;
use crate::data::period::Period;
use crate::data::territory::Territories;
use crate::diag::{Code, Diagnostic, Language};
use crate::files::FileId;
use crate::parse::draft::{Draft, EditionDraft};
use crate::words;
use std::collections::BTreeSet;

/// The figures of one edition, before anything is said of them.
pub struct Measured<'d> {
    pub draft: &'d EditionDraft,
    pub id: String,
    pub period: Period,
    pub sources: Vec<SourceData>,
    pub observed: Observed,
}

impl Measured<'_> {
    /// Whether a value, or a whole file, is among those that something is wrong with.
    pub fn has_values_in(&self, wrong: &BTreeSet<FileId>) -> bool {
        self.draft.unread
            || self.draft.series.iter().any(|series| {
                // The values of a CSV stand elsewhere than its head.
                let values = series.values.first().map(|(_, value)| value.at.file);
                let rows = series.rows.first().map(|(name, _)| name.at.file);
                values.into_iter().chain(rows).chain([series.file]).any(|file| wrong.contains(&file))
            })
    }

    /// The edition with what is said in it; none where its head could not be read.
    pub fn said(self, talk: Talk) -> Option<EditionData> {
        let head = self.draft.head.as_ref()?;
        Some(EditionData {
            id: self.id,
            folder: self.draft.folder.clone(),
            title: head.title.value.clone(),
            subtitle: head.subtitle.as_ref().map_or_else(String::new, |text| text.value.clone()),
            period: self.period,
            revision: head.revision.as_ref().map_or(1, |revision| revision.value),
            draft: head.draft,
            event: head.event.as_ref().map(|event| EventData {
                name: event.name.value.clone(),
                place: event.place.as_ref().map_or_else(String::new, |text| text.value.clone()),
                date: event.date.map(|date| date.value),
                tag: event.tag.as_ref().map_or_else(String::new, |text| text.value.clone()),
            }),
            notes: head.notes.iter().map(|note| note.value.clone()).collect(),
            sources: self.sources,
            series: self.observed.series,
            outline: talk.steps,
            cuts: talk.cuts,
        })
    }
}

/// The figures of one edition, checked; none where its period is not known. `all` is the draft of the whole site.
pub fn measured<'d>(
    draft: &'d EditionDraft,
    all: &Draft,
    catalogue: &Catalogue,
    catalogue_faulty: bool,
    territories: &Territories,
    faults: &mut Vec<Diagnostic>,
) -> Option<Measured<'d>> {
    if draft.series.is_empty() && !draft.unread {
        let folder = &draft.folder;
        let message = words!("the edition `{folder}` has no observations", "l’edizione `{folder}` non ha osservazioni");
        let hint = words!(
            "add editions/{folder}/observations/, with one file an indicator",
            "aggiungi editions/{folder}/observations/, con un file per indicatore"
        );
        faults.push(Diagnostic::new(Code::EmptyEdition, draft.at, message, hint));
    }
    let head = draft.head.as_ref();
    let period = address::period(draft, head, faults)?;
    let id = address::address(draft, head, faults);
    let sources = sources::in_reach(head.map_or(&[][..], |head| &head.sources), &all.sources, faults);
    let sourced = head.is_some();
    let unread = draft.unread;
    let context =
        observations::Context { territories, catalogue, catalogue_faulty, sources: &sources, sourced, period, unread };
    let observed = observations::observed(&draft.series, &context, faults);
    todo::todos(draft, &territories.national().name, faults);
    Some(Measured { draft, id, period, sources, observed })
}

/// Older editions, as far as a newer one may look at them.
pub fn older<'m>(measured: &'m [Measured<'_>]) -> Vec<context::Older<'m>> {
    let older =
        |older: &'m Measured<'_>| context::Older { id: &older.id, series: &older.observed, unread: older.draft.unread };
    measured.iter().map(older).collect()
}

/// The talk of one edition.
pub fn talk(
    edition: &Measured<'_>,
    older: &[context::Older<'_>],
    all: &Draft,
    language: Language,
    (catalogue, catalogue_faulty): (&Catalogue, bool),
    territories: &Territories,
    faults: &mut Vec<Diagnostic>,
) -> Talk {
    let draft = edition.draft;
    let Some(entries) = draft.outline.as_ref().or(all.outline.as_ref()) else {
        let message = words!("the edition `{}` has no outline", "l’edizione `{}` non ha una scaletta", draft.folder);
        let hint = words!(
            "write outline.yaml, beside site.yaml or in the folder of the edition",
            "scrivi outline.yaml, accanto a site.yaml o nella cartella dell’edizione"
        );
        faults.push(Diagnostic::new(Code::MissingFile, draft.at, message, hint));
        return Talk::default();
    };
    let context = context::Context {
        edition: &edition.id,
        folder: &draft.folder,
        has_address: all.site.as_ref().is_none_or(|site| site.url.is_some()),
        language,
        catalogue,
        territories,
        series: &edition.observed,
        older,
        catalogue_faulty,
        unread: draft.unread,
        own: &draft.narratives,
        shared: &all.narratives,
    };
    outline::outline(entries, &context, faults)
}
