//! The files of one edition.

use super::draft::{EditionDraft, SeriesDraft, Signs};
use super::paths::{is_narrative, meant, misnamed, stray};
use super::text::{markdown, text, yaml};
use super::{narrative, observations, outline, site, table, todo};
use crate::diag::{Code, Diagnostic, count_rest};
use crate::files::{FileId, Sources, Span};
use crate::words;

/// Reads the files of one edition. The draft holds what could be read, also where there are faults.
pub(super) fn edition(folder: &str, files: &[FileId], sources: &Sources) -> (EditionDraft, Vec<Diagnostic>) {
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

/// The path of a file without its ending.
fn stem(file: FileId, sources: &Sources) -> &str {
    sources.get(file).path.rsplit_once('.').map_or("", |(stem, _)| stem)
}
