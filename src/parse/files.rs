//! All files of a site: those that hold for the whole of it, and which belong to which edition.

use super::draft::{Draft, EditionDraft};
use super::edition::edition;
use super::paths::{is_narrative, meant, misnamed, no_file, stray};
use super::text::{markdown, yaml};
use super::{indicators, narrative, outline, site, territories, todo};
use crate::diag::Diagnostic;
use crate::files::{FileId, Source, Sources};
use rayon::prelude::*;

/// Reads all files. The draft holds what could be read, also where there are faults.
pub fn parse(sources: &Sources) -> (Draft, Vec<Diagnostic>) {
    let mut draft = Draft::default();
    let mut faults = Vec::new();

    // What holds for the whole site, and which files belong to which edition.
    let mut folders: Vec<(&str, Vec<FileId>)> = Vec::new();
    for (file, source) in sources.iter() {
        // It is told of the file that stands in its place.
        if source.absent && misnamed(&source.path, sources) {
            continue;
        }
        faults.extend(source.unread.map(|why| no_file(file, why)));
        if let Some(rest) = source.path.strip_prefix("editions/") {
            let Some((folder, _)) = rest.split_once('/') else {
                faults.extend(stray(file, source));
                continue;
            };
            match folders.last_mut() {
                Some((last, files)) if *last == folder => files.push(file),
                _ => folders.push((folder, vec![file])),
            }
        } else {
            let path = meant(source, sources);
            shared(file, source, &path, &mut draft, &mut faults);
        }
    }

    // Editions know nothing of each other here, so they are read side by side.
    let read: Vec<(EditionDraft, Vec<Diagnostic>)> =
        folders.par_iter().map(|(folder, files)| edition(folder, files, sources)).collect();
    for (mut edition, found) in read {
        draft.signs.and(std::mem::take(&mut edition.signs));
        draft.editions.push(edition);
        faults.extend(found);
    }
    (draft, faults)
}

/// Reads a file that holds for the whole site: one outside editions/.
fn shared(file: FileId, source: &Source, path: &str, draft: &mut Draft, faults: &mut Vec<Diagnostic>) {
    match path {
        "site.yaml" => {
            draft.site = yaml(file, source, &mut draft.signs, faults).and_then(|node| site::site(node, faults))
        }
        "indicators.yaml" => {
            let found = faults.len();
            if let Some(node) = yaml(file, source, &mut draft.signs, faults) {
                indicators::indicators(node, draft, faults);
            }
            draft.indicators_faulty = faults.len() > found;
        }
        "territories.yaml" => {
            let found = faults.len();
            draft.territories =
                yaml(file, source, &mut draft.signs, faults).and_then(|node| territories::territories(node, faults));
            draft.territories_faulty = faults.len() > found;
        }
        "sources.yaml" => {
            draft.sources =
                yaml(file, source, &mut draft.signs, faults).map_or_else(Vec::new, |node| site::sources(node, faults));
        }
        "outline.yaml" => {
            let node = yaml(file, source, &mut draft.signs, faults);
            draft.outline = Some(outline::outline(node, &source.text, faults));
        }
        _ if is_narrative(path, "narrative/") => {
            let Some(narrative) = markdown(file, source, &mut draft.signs, faults) else { return };
            let todos = todo::of_markdown(file, source, narrative::front_matter_length(&source.text));
            draft.todos.extend(todos.into_iter().map(|todo| (narrative.name.clone(), todo)));
            draft.narratives.push(narrative);
        }
        _ => faults.extend(stray(file, source)),
    }
}
