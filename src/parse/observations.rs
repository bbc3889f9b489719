//! Files of observations in YAML: the values of one indicator, or of one part of it.

use super::draft::{Others, PeriodDraft, RowDraft, SeriesDraft, ValueDraft};
use super::fields::{Fields, entries, number, text, word};
use super::site::period;
use super::yaml::{Node, Tree};
use crate::data::indicator::Part;
use crate::data::observation::Cell;
use crate::data::period::Timing;
use crate::data::status::Status;
use crate::diag::{Code, Diagnostic, Term, count_many, did_you_mean, nearest};
use crate::files::{FileId, Placed, Span};
use crate::words;

const PARTS: [(&str, Part); 3] = [("territories", Part::Territories), ("items", Part::Items), ("table", Part::Table)];

const CELL: Term = Term::new("a cell", "una cella");

/// Words of a cell. Truth values are read as words, so that `no` is no surprise.
const CELLS: [(&str, Cell); 13] = [
    ("yes", Cell::Yes),
    ("no", Cell::No),
    ("missing", Cell::Missing),
    ("true", Cell::Yes),
    ("false", Cell::No),
    ("sì", Cell::Yes),
    ("si", Cell::Yes),
    ("n.d.", Cell::Missing),
    ("Yes", Cell::Yes),
    ("No", Cell::No),
    ("Sì", Cell::Yes),
    ("SI", Cell::Yes),
    ("NO", Cell::No),
];

/// The word of what is still to be given.
pub const TODO: &str = "todo";

/// Reads one file. Where `values` are absent they may stand in a CSV of the same stem.
pub fn observations(file: FileId, node: Node, faults: &mut Vec<Diagnostic>) -> Option<SeriesDraft> {
    let mut fields = Fields::open(node, Term::new("a file of observations", "un file di osservazioni"), faults)?;
    let indicator = fields.required_text("indicator");
    let part = fields.word("part", &PARTS);
    let at = indicator.as_ref().map_or(Span::top(file), |indicator| indicator.at);
    let part = part.unwrap_or(Placed::new(Part::Territories, at));
    let period = own_period(&mut fields);
    let source = fields.text("source");
    let definition = fields.text("definition");
    let note = fields.text("note");
    let (mut national, mut values, mut rows) = (None, Vec::new(), Vec::new());
    if part.value == Part::Table {
        if let Some((_, node)) = fields.take("rows") {
            for (territory, node) in entries(node, Term::same("`rows`"), fields.faults()).unwrap_or_default() {
                rows.push((territory, row(node, fields.faults())));
            }
        }
    } else {
        if part.value == Part::Territories {
            national = fields.take("national").and_then(|(_, node)| value(node, fields.faults()));
        }
        if let Some((_, node)) = fields.take("values") {
            for (name, node) in entries(node, Term::same("`values`"), fields.faults()).unwrap_or_default() {
                count_many(fields.faults());
                values.extend(value(node, fields.faults()).map(|value| (name, value)));
            }
        }
    }
    let others = match part.value {
        Part::Items => fields.word("others", &[("missing", Others::Missing), ("table", Others::Table)]),
        _ => fields.word("others", &[("missing", Others::Missing)]),
    };
    // A word that is none was told: that nothing is said of the others would be a second fault of one slip.
    let others = match (others, fields.was_given("others")) {
        (None, Some(at)) => Some(Placed::new(Others::Missing, at)),
        (others, _) => others,
    };
    fields.close();
    Some(SeriesDraft {
        file,
        indicator: indicator?,
        part,
        period,
        source,
        definition,
        note,
        national,
        values,
        rows,
        others,
        from_csv: false,
        unread: 0,
    })
}

/// `as_of` or `window`, but not both.
fn own_period(fields: &mut Fields<'_>) -> Option<PeriodDraft> {
    let as_of = fields.text("as_of");
    let window = fields.text("window");
    let (words, timing) = match (as_of, window) {
        (Some(_), Some(window)) => {
            let message =
                words!("`as_of` and `window` cannot both stand", "`as_of` e `window` non possono stare insieme");
            let hint = words!(
                "a stock has `as_of`, a flow has `window`: keep one",
                "un dato di stock ha `as_of`, un dato di flusso ha `window`: tienine uno"
            );
            fields.faults().push(Diagnostic::new(Code::WrongTiming, window.at, message, hint));
            return None;
        }
        (Some(words), None) => (words, Timing::Stock),
        (None, words) => (words?, Timing::Flow),
    };
    let period = period(&words, fields.faults())?;
    Some(PeriodDraft { period, timing: Some(timing) })
}

/// A number, the word `missing`, or a table of keys.
fn value(node: Node, faults: &mut Vec<Diagnostic>) -> Option<ValueDraft> {
    let at = node.at;
    let mut draft = empty(at);
    match node.tree {
        Tree::Scalar(words) => {
            scalar(&Placed::new(words, at), &mut draft, faults);
            draft.faulty = draft.status.is_none() && draft.value.is_none() && !draft.todo;
            Some(draft)
        }
        Tree::Map(_) => {
            let found = faults.len();
            let Some(mut fields) = Fields::open(node, Term::new("a value", "un valore"), faults) else {
                // It was said what is wrong with it: it is not forgotten.
                draft.faulty = true;
                return Some(draft);
            };
            let words = fields.text("value");
            draft.todo = words.as_ref().is_some_and(|words| words.value == TODO);
            draft.value = words.filter(|_| !draft.todo).and_then(|words| number(&words, fields.faults()));
            draft.count = fields.count("count");
            draft.of = fields.count("of");
            draft.status = fields.text("status").and_then(|words| status(&words, fields.faults()));
            draft.period = own_period(&mut fields);
            draft.note = fields.text("note");
            draft.source = fields.text("source");
            fields.close();
            draft.faulty = faults.len() > found;
            Some(draft)
        }
        Tree::Null | Tree::List(_) => {
            faults.push(value_lacking(at));
            draft.faulty = true;
            Some(draft)
        }
    }
}

/// The fault of a place where a value belongs.
pub fn value_lacking(at: Span) -> Diagnostic {
    let message = words!("a value is lacking here", "qui manca un valore");
    let hint = words!("write a number, or the word `missing`", "scrivi un numero, o la parola `missing`");
    Diagnostic::new(Code::MissingKey, at, message, hint)
}

/// A number, a status by its word, or what is still to be given.
pub fn scalar(words: &Placed<String>, draft: &mut ValueDraft, faults: &mut Vec<Diagnostic>) {
    let is_word = words.value.len() > 3 && !words.value.contains(|sign: char| sign.is_ascii_digit());
    let near = || nearest(&words.value, Status::ALL.map(Status::word)).is_some();
    if words.value == TODO {
        draft.todo = true;
    } else if is_word && (Status::read(&words.value).is_some() || near()) {
        draft.status = status(words, faults);
    } else {
        draft.value = number(words, faults);
    }
}

/// A value of which nothing is known yet.
pub fn empty(at: Span) -> ValueDraft {
    ValueDraft {
        at,
        value: None,
        count: None,
        of: None,
        status: None,
        period: None,
        note: None,
        source: None,
        todo: false,
        faulty: false,
    }
}

/// A status, by word or SDMX letter.
pub fn status(words: &Placed<String>, faults: &mut Vec<Diagnostic>) -> Option<Placed<Status>> {
    if let Some(status) = Status::read(&words.value) {
        return Some(Placed::new(status, words.at));
    }
    let all = Status::ALL.map(Status::word);
    let hint = match nearest(&words.value, all) {
        Some(word) => did_you_mean(word),
        None => words!("a status is one of: {}", "uno stato è uno di questi: {}", all.join(", ")),
    };
    let message = words!("`{}` is no status", "`{}` non è uno stato", words.value);
    let fault = Diagnostic::new(Code::UnknownWord, words.at, message, hint);
    faults.push(fault.fix_case(words, all));
    None
}

/// A row of a table: items with their cells. One that cannot be read stands for itself all the same.
fn row(node: Node, faults: &mut Vec<Diagnostic>) -> RowDraft {
    if let Tree::Scalar(words) = &node.tree {
        let words = Placed::new(words.clone(), node.at);
        let others = cell(&words, faults);
        let (faulty, todo) = (others.is_none(), words.value == TODO);
        let others = Some(others.map_or(Cell::Missing, |cell| cell.value));
        return RowDraft { cells: Vec::new(), others, todo, faulty };
    }
    let mut row = RowDraft { cells: Vec::new(), others: None, todo: false, faulty: false };
    let Some(cells) = entries(node, Term::new("a row", "una riga"), faults) else {
        return RowDraft { others: Some(Cell::Missing), faulty: true, ..row };
    };
    for (item, node) in cells {
        let at = node.at;
        let words = text(node, CELL, faults);
        row.todo |= words.as_ref().is_some_and(|words| words.value == TODO);
        let cell = words.and_then(|words| cell(&words, faults));
        row.faulty |= cell.is_none();
        // A cell that cannot be read stands for itself all the same: it is not forgotten.
        let cell = cell.unwrap_or(Placed::new(Cell::Missing, at));
        if item.value == "others" {
            row.others = Some(cell.value);
        } else {
            row.cells.push((item, cell));
        }
    }
    row
}

/// Yes, no or missing; what is still to be given is missing until then.
pub fn cell(words: &Placed<String>, faults: &mut Vec<Diagnostic>) -> Option<Placed<Cell>> {
    if let Some((_, cell)) = CELLS.iter().find(|(word, _)| *word == words.value) {
        return Some(Placed::new(*cell, words.at));
    }
    if words.value == TODO {
        return Some(Placed::new(Cell::Missing, words.at));
    }
    word(words, CELL, &CELLS[..3], faults)
}
