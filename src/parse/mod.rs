//! Sources -> Draft: as written, every value with its place.
//!
//! Each file is read for itself and every fault of its spelling is found at once. Whether names mean anything,
//! and whether values agree, is for `check`.

mod binding;
mod blocks;
pub mod draft;
mod expression;
mod fields;
mod foreign;
mod indicators;
mod narrative;
mod nesting;
mod observations;
mod outline;
mod said;
mod signs;
mod site;
mod spelling;
mod syntax;
mod table;
mod territories;
mod todo;
mod typed;
pub mod yaml;

pub use blocks::block_starts;
pub use draft::Signs;
pub use expression::FUNCTIONS;
pub use fields::{check_id, keep_one};
pub use observations::value_lacking;
pub use said::within;
pub use table::records;

use crate::diag::{Code, Diagnostic, count_rest};
use crate::files::{FileId, Source, Sources, Span, Unread};
use crate::words;
use draft::{Draft, EditionDraft, SeriesDraft};
use rayon::prelude::*;
use std::borrow::Cow;

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

/// A file outside editions/.
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

/// The files of one edition.
fn edition(folder: &str, files: &[FileId], sources: &Sources) -> (EditionDraft, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut edition = EditionDraft {
        folder: folder.to_owned(),
        at: Span::top(files[0]),
        head: None,
        outline: None,
        series: Vec::new(),
        narratives: Vec::new(),
        todos: Vec::new(),
        signs: Signs::default(),
        unread: false,
    };
    let (mut tables, mut broken, mut headless) = (Vec::new(), Vec::new(), Vec::new());
    for &file in files {
        let source = sources.get(file);
        if source.absent && misnamed(&source.path, sources) {
            continue;
        }
        let whole = meant(source, sources);
        let path = &whole["editions/".len() + folder.len() + 1..];
        if path == "edition.yaml" {
            edition.at = Span::top(file);
            let node = yaml(file, source, &mut edition.signs, &mut faults);
            edition.todos.extend(todo::of_yaml(file, source, node.as_ref()));
            edition.head = node.and_then(|node| site::edition(node, &mut faults));
        } else if path == "outline.yaml" {
            let node = yaml(file, source, &mut edition.signs, &mut faults);
            edition.todos.extend(todo::of_yaml(file, source, node.as_ref()));
            edition.outline = Some(outline::outline(node, &source.text, &mut faults));
        } else if is_narrative(path, "narrative/") {
            edition.narratives.extend(markdown(file, source, &mut edition.signs, &mut faults));
            let body = narrative::front_matter_length(&source.text);
            edition.todos.extend(todo::of_markdown(file, source, body));
        } else if let Some(name) = path.strip_prefix("observations/").filter(|name| !name.contains('/')) {
            let series = if name.ends_with(".yaml") {
                let node = yaml(file, source, &mut edition.signs, &mut faults);
                edition.todos.extend(todo::of_yaml(file, source, node.as_ref()));
                node.and_then(|node| observations::observations(file, node, &mut faults))
            } else if name.ends_with(".csv") {
                edition.todos.extend(todo::of_csv(file, source));
                edition.signs.controls(file, source);
                edition.signs.of_csv(file, source);
                let series = text(file, source, &mut faults).and_then(|()| table::table(file, source, &mut faults));
                if series.is_none() {
                    edition.unread = true;
                    broken.push(file);
                }
                tables.extend(series);
                continue;
            } else if source.unread.is_some() {
                edition.unread = true;
                continue;
            } else {
                let message = words!("this file holds no observations", "questo file non contiene osservazioni");
                let hint = words!(
                    "observations are .yaml or .csv; save a spreadsheet as CSV in UTF-8",
                    "le osservazioni sono .yaml o .csv; salva un foglio di calcolo come CSV in UTF-8"
                );
                faults.push(Diagnostic::new(Code::StrayFile, Span::top(file), message, hint));
                continue;
            };
            if series.is_none() {
                edition.unread = true;
                headless.push(file);
            }
            edition.series.extend(series);
        } else {
            faults.extend(stray(file, source));
        }
    }
    // The head of a CSV that could not be read has nothing to say alone.
    edition.series.retain(|head| !broken.iter().any(|csv| stem(*csv, sources) == stem(head.file, sources)));
    // Nor have the rows of a CSV without what its head says of them: their source, their date.
    tables.retain(|table: &SeriesDraft| !headless.iter().any(|head| stem(*head, sources) == stem(table.file, sources)));
    for table in tables {
        join(table, &mut edition.series, sources, &mut faults);
    }
    count_rest(&mut faults);
    (edition, faults)
}

/// A CSV takes the date, source, definition and note of the YAML of the same stem, where there is one without
/// values; that one must speak of the same indicator and part.
fn join(table: SeriesDraft, series: &mut Vec<SeriesDraft>, sources: &Sources, faults: &mut Vec<Diagnostic>) {
    let head = series.iter_mut().find(|head| {
        stem(head.file, sources) == stem(table.file, sources) && head.values.is_empty() && head.rows.is_empty()
    });
    let Some(head) = head else {
        series.push(table);
        return;
    };
    if head.indicator.value != table.indicator.value || head.part.value != table.part.value {
        let (indicator, part) = (&table.indicator.value, table.part.value.word());
        let message = words!(
            "the CSV of the same name holds `{indicator}`, {part}; this file speaks of another",
            "il CSV dello stesso nome contiene `{indicator}`, {part}; questo file parla d’altro"
        );
        let hint = words!(
            "write `indicator: {indicator}` and `part: {part}`, or give one of the two another name",
            "scrivi `indicator: {indicator}` e `part: {part}`, o dai un altro nome a uno dei due"
        );
        faults.push(Diagnostic::new(Code::Disagreement, head.indicator.at, message, hint));
    }
    head.part.value = table.part.value;
    head.values = table.values;
    head.rows = table.rows;
    head.from_csv = true;
    head.unread = table.unread;
}

/// The path by which a file is read: one that ends in .yml, with none in .yaml beside it, is meant for that.
fn meant<'s>(source: &'s Source, sources: &Sources) -> Cow<'s, str> {
    let yaml = source.path.strip_suffix(".yml").map(|stem| format!("{stem}.yaml"));
    let is_free = |path: &String| sources.find(path).is_none_or(|file| sources.get(file).absent);
    yaml.filter(is_free).map_or(Cow::Borrowed(source.path.as_str()), Cow::Owned)
}

/// Whether the file of a path in .yaml is there, and ends in .yml.
fn misnamed(path: &str, sources: &Sources) -> bool {
    path.strip_suffix("yaml").is_some_and(|stem| sources.find(&format!("{stem}yml")).is_some())
}

/// The fault of a file that ends in .yml.
fn name_it_yaml(file: FileId, stem: &str) -> Diagnostic {
    let name = stem.rsplit('/').next().unwrap_or(stem);
    let message = words!("files end in .yaml, not in .yml", "i file finiscono in .yaml, non in .yml");
    let hint = words!("name it {name}.yaml", "chiamalo {name}.yaml");
    Diagnostic::new(Code::StrayFile, Span::top(file), message, hint)
}

/// The path of a file without its ending.
fn stem(file: FileId, sources: &Sources) -> &str {
    sources.get(file).path.rsplit_once('.').map_or("", |(stem, _)| stem)
}

fn is_narrative(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|name| name.ends_with(".md") && !name.contains('/'))
}

/// The tree of a YAML file, or a fault.
fn yaml(file: FileId, source: &Source, signs: &mut Signs, faults: &mut Vec<Diagnostic>) -> Option<yaml::Node> {
    text(file, source, faults)?;
    // It is read all the same, so that what it says is not said to be lacking.
    faults.extend(source.path.strip_suffix(".yml").map(|stem| name_it_yaml(file, stem)));
    signs.controls(file, source);
    match yaml::read(file, source) {
        Ok(node) => {
            signs.of_yaml(source, &node);
            Some(node)
        }
        Err(fault) => {
            faults.push(fault);
            None
        }
    }
}

fn markdown(
    file: FileId,
    source: &Source,
    signs: &mut Signs,
    faults: &mut Vec<Diagnostic>,
) -> Option<draft::NarrativeDraft> {
    text(file, source, faults)?;
    signs.controls(file, source);
    let narrative = narrative::narrative(file, source, faults);
    signs.of_narrative(source, &narrative);
    Some(narrative)
}

/// A fault where the file is not there, or not text.
fn text(file: FileId, source: &Source, faults: &mut Vec<Diagnostic>) -> Option<()> {
    if source.absent {
        let message = words!("this file is not there", "questo file non c’è");
        let hint =
            words!("write it: docs/format.md shows a whole one", "scrivilo: docs/format.md ne mostra uno intero");
        faults.push(Diagnostic::new(Code::MissingFile, Span::top(file), message, hint));
        return None;
    }
    // It has been told what stands there.
    if source.unread.is_some() {
        return None;
    }
    let byte = match source.not_utf8_at {
        None => return Some(()),
        Some(byte) => byte,
    };
    let start = byte as usize;
    let length = source.text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let message = words!("from here on this file is not UTF-8 text", "da qui in poi questo file non è testo in UTF-8");
    let hint = words!("save it again with the encoding UTF-8", "salvalo di nuovo con la codifica UTF-8");
    faults.push(Diagnostic::new(Code::NotText, Span::new(file, start, start + length), message, hint));
    None
}

/// What stands in the place of a file.
fn no_file(file: FileId, unread: Unread) -> Diagnostic {
    let (code, message, hint) = match unread {
        Unread::Folder => (
            Code::NotText,
            words!("this is a folder, not a file", "questa è una cartella, non un file"),
            words!("give it another name, or write the file", "dalle un altro nome, o scrivi il file"),
        ),
        Unread::Device => (
            Code::NotText,
            words!("this is a pipe or a device, not a file", "questo è una pipe o un dispositivo, non un file"),
            words!("put a file of text in its place", "metti al suo posto un file di testo"),
        ),
        Unread::Link => (
            Code::UnsafeLink,
            words!(
                "this is a link that leads out of the folder",
                "questo è un collegamento che porta fuori dalla cartella"
            ),
            words!(
                "copy the file here; if the link is yours and wanted, say so with --allow-links",
                "copia qui il file; se il collegamento è tuo e lo vuoi, dillo con --allow-links"
            ),
        ),
    };
    Diagnostic::new(code, Span::top(file), message, hint)
}

/// A file that would be passed over in silence. Notes to oneself are welcome: README.md, and files that are
/// neither YAML, CSV nor Markdown.
fn stray(file: FileId, source: &Source) -> Option<Diagnostic> {
    let name = source.path.rsplit('/').next().unwrap_or("");
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if name == "README.md" || !["yaml", "yml", "csv", "md"].contains(&ending) || source.unread.is_some() {
        return None;
    }
    let hint = match ending {
        "yml" => words!(
            "files that are read end in .yaml; docs/format.md shows where each belongs",
            "i file che si leggono finiscono in .yaml; docs/format.md mostra dove va ognuno"
        ),
        _ => words!(
            "docs/format.md shows where each file belongs; anything else lives outside the content folder",
            "docs/format.md mostra dove va ogni file; tutto il resto sta fuori dalla cartella dei contenuti"
        ),
    };
    let path = &source.path;
    let message = words!("no file `{path}` is expected here", "qui non è previsto nessun file `{path}`");
    Some(Diagnostic::new(Code::StrayFile, Span::top(file), message, hint))
}
