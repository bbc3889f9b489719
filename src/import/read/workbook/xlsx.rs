//! What an XLSX says beside the cells that its reader gives: rows and columns that are hidden, merged cells, marks set
//! above the line, and whether its formulas are to be worked out when somebody opens it.

use super::bounds::{LAST, Unread};
use super::xml::{Met, attribute, is_true, number, read};
use crate::import::read::sheet::{Aside, Merge};
use quick_xml::events::BytesStart;
use std::collections::BTreeMap;

/// What is said beside the cells of all sheets.
#[derive(Default)]
pub struct Beside {
    /// The part of each sheet, by its name.
    parts: BTreeMap<String, String>,
    /// Shared texts with marks above the line, by their places.
    marked: BTreeMap<usize, Marked>,
    /// Whether its formulas are to be worked out when it is opened: what they hold until then is not what they say.
    pub stale: bool,
}

/// A text with marks above the line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text without them.
    pub text: String,
    /// The marks.
    pub mark: String,
}

/// What is said beside the cells of one sheet.
#[derive(Default)]
pub struct OfSheet {
    /// What the sheet says beside its cells.
    pub aside: Aside,
    /// Texts without their marks.
    pub texts: BTreeMap<(usize, usize), String>,
    /// Cells with formulas.
    pub formulas: Vec<(usize, usize)>,
}

impl Beside {
    /// What a workbook says of all its sheets.
    pub fn read(bytes: &[u8]) -> Result<Beside, Unread> {
        let mut beside = Beside::default();
        let mut ids: Vec<(String, String)> = Vec::new();
        read(bytes, "xl/workbook.xml", |met| match met {
            Met::Begins("sheet", element) => {
                ids.extend(attribute(element, "name").zip(attribute(element, "id")));
            }
            Met::Begins("calcPr", element) => {
                beside.stale = is_true(element, "fullCalcOnLoad") || is_true(element, "forceFullCalc");
            }
            _ => {}
        })?;
        read(bytes, "xl/_rels/workbook.xml.rels", |met| {
            let Met::Begins("Relationship", element) = met else { return };
            let Some((id, target)) = attribute(element, "Id").zip(attribute(element, "Target")) else { return };
            let part = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            let named = ids.iter().filter(|(_, of)| *of == id).map(|(name, _)| (name.clone(), part.clone()));
            beside.parts.extend(named);
        })?;
        let (mut place, mut runs) = (0, Runs::default());
        read(bytes, "xl/sharedStrings.xml", |met| {
            if let Met::Ends("si") = met {
                beside.marked.extend(std::mem::take(&mut runs).marked().map(|marked| (place, marked)));
                place += 1;
            } else {
                runs.meet(&met);
            }
        })?;
        Ok(beside)
    }

    /// What is said beside the cells of one sheet.
    pub fn of_sheet(&self, bytes: &[u8], name: &str) -> Result<OfSheet, Unread> {
        let mut of = OfSheet::default();
        let Some(part) = self.parts.get(name) else { return Ok(of) };
        let (mut row, mut column, mut shared, mut inline) = (0, 0, false, false);
        let (mut runs, mut value, mut in_value) = (Runs::default(), String::new(), false);
        read(bytes, part, |met| match &met {
            Met::Begins("col", element) if is_true(element, "hidden") || is_nought(element, "width") => {
                let (first, last) = (number(element, "min", 1), number(element, "max", 1));
                of.aside.hidden_columns.extend(first.saturating_sub(1)..last.min(LAST.1 as usize + 1));
            }
            Met::Begins("row", element) => {
                row = number(element, "r", row + 1);
                column = 0;
                if is_true(element, "hidden") || is_nought(element, "ht") {
                    of.aside.hidden_rows.insert(row.saturating_sub(1));
                }
            }
            Met::Begins("c", element) => {
                column =
                    attribute(element, "r").and_then(|name| place(&name)).map_or(column + 1, |(_, column)| column + 1);
                shared = attribute(element, "t").is_some_and(|kind| kind == "s");
                value.clear();
            }
            Met::Begins("f", _) => of.formulas.push((row.saturating_sub(1), column.saturating_sub(1))),
            Met::Begins("v", _) => in_value = true,
            Met::Ends("v") => in_value = false,
            Met::Words(words) if in_value => value.push_str(words),
            Met::Begins("is", _) => (inline, runs) = (true, Runs::default()),
            Met::Ends("is") => inline = false,
            Met::Ends("c") => {
                let of_shared = value.trim().parse().ok().filter(|_| shared).and_then(|place| self.marked.get(&place));
                let marked = std::mem::take(&mut runs).marked().or(of_shared.cloned());
                if let Some(Marked { text, mark }) = marked {
                    let at = (row.saturating_sub(1), column.saturating_sub(1));
                    of.aside.footnotes.insert(at, mark);
                    of.texts.insert(at, text);
                }
            }
            Met::Begins("mergeCell", element) => {
                let ends = attribute(element, "ref");
                let ends = ends.as_deref().and_then(|ends| ends.split_once(':'));
                if let Some((first, last)) = ends.and_then(|(first, last)| Some((place(first)?, place(last)?))) {
                    of.aside.merges.push(Merge { rows: (first.0, last.0), columns: (first.1, last.1) });
                }
            }
            met if inline => runs.meet(met),
            _ => {}
        })?;
        // Hidden rows and columns beyond all cells say nothing.
        Ok(of)
    }
}

/// The runs of a rich text.
#[derive(Default)]
struct Runs {
    raised: bool,
    in_text: bool,
    phonetic: bool,
    marked: Marked,
}

impl Runs {
    fn meet(&mut self, met: &Met<'_>) {
        match met {
            Met::Begins("r", _) => self.raised = false,
            Met::Begins("vertAlign", element) => {
                self.raised = attribute(element, "val").is_some_and(|value| value == "superscript");
            }
            Met::Begins("rPh", _) => self.phonetic = true,
            Met::Ends("rPh") => self.phonetic = false,
            Met::Begins("t", _) => self.in_text = !self.phonetic,
            Met::Ends("t") => self.in_text = false,
            Met::Words(words) if self.in_text => {
                if self.raised { &mut self.marked.mark } else { &mut self.marked.text }.push_str(words);
            }
            _ => {}
        }
    }

    /// The text, where some of it is a mark; a text that is all above the line is none.
    fn marked(self) -> Option<Marked> {
        let Marked { text, mark } = &self.marked;
        (!mark.trim().is_empty() && !text.trim().is_empty()).then_some(self.marked)
    }
}

/// Whether a size is nought: nobody sees what has none.
fn is_nought(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).and_then(|size| size.parse::<f64>().ok()).is_some_and(|size| size <= 0.0)
}

/// `B7` as row and column, counted from 0.
fn place(name: &str) -> Option<(usize, usize)> {
    let name = name.replace('$', "");
    let digits = name.find(|sign: char| sign.is_ascii_digit())?;
    let (letters, digits) = name.split_at(digits);
    let column = letters.chars().try_fold(0_usize, |column, sign| {
        let letter = sign.to_ascii_uppercase();
        letter.is_ascii_uppercase().then(|| column.saturating_mul(26) + (letter as usize - 'A' as usize + 1))
    })?;
    Some((digits.parse::<usize>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn cells_are_found_by_their_names() {
        assert_eq!(["A1", "B7", "AA10", "$C$3"].map(place), [Some((0, 0)), Some((6, 1)), Some((9, 26)), Some((2, 2))]);
        assert_eq!(["", "7", "A", "A0", "Ä1"].map(place), [None; 5]);
    }
}
