//! Faults as JSON, for programs. `docs/faults.md` documents every key; what is there keeps its name and meaning.

use super::{Code, Diagnostic, Language, Severity, how_many, in_order};
use crate::files::{Sources, Span};
use serde::Serialize;

/// The number of this form: it changes when a key does.
const FORM: u32 = 1;

#[derive(Serialize)]
struct Report<'f> {
    form: u32,
    language: &'static str,
    faults: usize,
    warnings: usize,
    todos: usize,
    list: Vec<Told<'f>>,
}

#[derive(Serialize)]
struct Told<'f> {
    severity: &'static str,
    code: String,
    title: &'f str,
    message: &'f str,
    label: &'f str,
    hint: &'f str,
    #[serde(flatten)]
    place: Place,
    other: Option<Other<'f>>,
    fix: Option<Mend<'f>>,
    /// How many more of its kind its file has, which are in no list.
    #[serde(skip_serializing_if = "Option::is_none")]
    rest: Option<u32>,
}

/// Where: lines and columns count from 1, columns in characters; bytes from 0.
#[derive(Serialize)]
struct Place {
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    bytes: [u32; 2],
}

#[derive(Serialize)]
struct Other<'f> {
    label: &'f str,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct Mend<'f> {
    text: &'f str,
    #[serde(flatten)]
    place: Place,
}

/// All faults and warnings as one JSON object, in order of file and place; also where there are none.
pub fn json(faults: &[Diagnostic], sources: &Sources, language: Language) -> String {
    let count = |word: &str| how_many(faults.iter().filter(|fault| severity(fault) == word));
    let report = Report {
        form: FORM,
        language: language.tag(),
        faults: count("fault"),
        warnings: count("warning"),
        todos: count("todo"),
        list: in_order(faults).into_iter().map(|fault| tell(fault, sources, language)).collect(),
    };
    serde_json::to_string_pretty(&report).expect("texts and numbers are JSON") + "\n"
}

/// What is left to do in a draft is told apart, as it is to people.
fn severity(fault: &Diagnostic) -> &'static str {
    match fault.severity {
        Severity::Fault => "fault",
        Severity::Warning if fault.code == Code::ToDo => "todo",
        Severity::Warning => "warning",
    }
}

fn tell<'f>(fault: &'f Diagnostic, sources: &Sources, language: Language) -> Told<'f> {
    let title = fault.code.explanation().title;
    Told {
        severity: severity(fault),
        code: fault.code.number(),
        title: title.get(language),
        message: fault.message.get(language),
        label: fault.label.get(language),
        hint: fault.hint.get(language),
        place: place(fault.at, sources),
        other: fault.other.as_ref().map(|other| Other { label: other.1.get(language), place: place(other.0, sources) }),
        fix: fault.fix.as_ref().map(|fix| Mend { text: &fix.text, place: place(fix.at, sources) }),
        rest: Some(fault.rest).filter(|rest| *rest > 0),
    }
}

fn place(at: Span, sources: &Sources) -> Place {
    let source = sources.get(at.file);
    let (start, end) = (source.position(at.start), source.position(at.end));
    Place {
        file: sources.shown(at.file),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        bytes: [at.start, at.end],
    }
}
