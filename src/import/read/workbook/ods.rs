//! What an ODS says beside the cells that its reader gives: percentages, days that are months, rows and columns that are
//! hidden, merged cells, marks set above the line, and formulas without their values.

use super::bounds::Unread;
use super::xml::{Met, attribute, number, read};
use crate::import::read::sheet::{Aside, Merge};
use crate::import::read::units::is_other;
use quick_xml::events::BytesStart;
use std::collections::{BTreeMap, BTreeSet};

/// What is said beside the cells of one sheet.
#[derive(Default)]
pub struct OfSheet {
    /// What the sheet says beside its cells.
    pub aside: Aside,
    /// Cells that show percentages.
    pub percent: BTreeSet<(usize, usize)>,
    /// Cells with a date that show no day.
    pub without_day: BTreeSet<(usize, usize)>,
    /// Texts without their marks.
    pub texts: BTreeMap<(usize, usize), String>,
    /// Cells with formulas that hold no value.
    pub unworked: Vec<(usize, usize)>,
}

/// How far cells that are repeated are looked at: no table of figures has more.
const REPEATED: usize = 1 << 14;

/// What is said beside the cells of each sheet, by its name.
pub fn beside(bytes: &[u8]) -> Result<BTreeMap<String, OfSheet>, Unread> {
    let mut reader = Reader::default();
    for part in ["styles.xml", "content.xml"] {
        read(bytes, part, |met| reader.meet(&met))?;
    }
    Ok(reader.sheets)
}

#[derive(Default)]
struct Reader {
    sheets: BTreeMap<String, OfSheet>,
    /// Styles of words above the line; date styles without a day; cell styles that have such.
    raised: BTreeSet<String>,
    months: BTreeSet<String>,
    of_months: BTreeSet<String>,
    /// Styles of rows and columns without a size.
    nought: BTreeSet<String>,
    /// The style that is being read, and whether it shows a day.
    style: String,
    date_style: Option<(String, bool)>,
    /// Where the reader stands.
    sheet: String,
    of: OfSheet,
    place: (usize, usize),
    repeated: (usize, usize),
    /// The words of the cell, and those above the line in it.
    text: String,
    mark: String,
    spans: Vec<bool>,
    in_words: bool,
    in_remark: usize,
    /// Whether the cell holds a number or an amount.
    is_number: bool,
}

impl Reader {
    fn meet(&mut self, met: &Met<'_>) {
        match met {
            Met::Begins(name, element) => self.begins(name, element),
            Met::Ends(name) => self.ends(name),
            Met::Words(words) if self.in_words && self.in_remark == 0 => {
                let raised = self.spans.contains(&true);
                if raised { &mut self.mark } else { &mut self.text }.push_str(words);
            }
            Met::Words(_) => {}
        }
    }

    fn begins(&mut self, name: &str, element: &BytesStart<'_>) {
        let hides = || attribute(element, "visibility").is_some_and(|word| word == "collapse" || word == "filter");
        let unseen = attribute(element, "style-name").is_some_and(|style| self.nought.contains(&style));
        let visibility = || hides() || unseen;
        match name {
            "date-style" => self.date_style = attribute(element, "name").map(|name| (name, false)),
            "day" => self.date_style.iter_mut().for_each(|(_, day)| *day = true),
            "style" => {
                self.style = attribute(element, "name").unwrap_or_default();
                if attribute(element, "data-style-name").is_some_and(|of| self.months.contains(&of)) {
                    self.of_months.insert(self.style.clone());
                }
            }
            "table-row-properties" | "table-column-properties" => {
                let sizes = ["row-height", "column-width"].map(|name| attribute(element, name));
                let is_nought =
                    |size: &String| size.starts_with('0') && !size.contains(|sign| ('1'..='9').contains(&sign));
                if sizes.iter().flatten().any(is_nought) {
                    self.nought.insert(self.style.clone());
                }
            }
            "text-properties" => {
                let position = attribute(element, "text-position").unwrap_or_default();
                let first = position.split(' ').next().unwrap_or_default();
                let raised =
                    first.strip_suffix('%').and_then(|height| height.parse::<f64>().ok()).is_some_and(|h| h > 0.0);
                if first == "super" || raised {
                    self.raised.insert(self.style.clone());
                }
            }
            "table" => {
                self.sheet = attribute(element, "name").unwrap_or_default();
                self.place = (0, 0);
            }
            "table-column" => {
                let count = number(element, "number-columns-repeated", 1);
                if visibility() {
                    self.of.aside.hidden_columns.extend(self.place.1..self.place.1 + count.min(REPEATED));
                }
                self.place.1 += count;
            }
            "table-row" => {
                self.place.1 = 0;
                self.repeated.0 = number(element, "number-rows-repeated", 1);
                if visibility() {
                    self.of.aside.hidden_rows.extend(self.place.0..self.place.0 + self.repeated.0.min(REPEATED));
                }
            }
            "table-cell" | "covered-table-cell" => self.cell(element),
            "p" | "h" => self.in_words = true,
            "annotation" => self.in_remark += 1,
            "span" => {
                let style = attribute(element, "style-name").unwrap_or_default();
                self.spans.push(self.raised.contains(&style));
            }
            _ => {}
        }
    }

    fn cell(&mut self, element: &BytesStart<'_>) {
        let (row, column) = self.place;
        self.repeated.1 = number(element, "number-columns-repeated", 1);
        (self.text, self.mark) = (String::new(), String::new());
        let places = || {
            let columns = self.repeated.1.min(REPEATED);
            (row..row + self.repeated.0.min(REPEATED))
                .flat_map(move |row| (column..column + columns).map(move |column| (row, column)))
        };
        let kind = attribute(element, "value-type");
        self.is_number = matches!(kind.as_deref(), Some("float" | "currency"));
        if kind.as_deref() == Some("percentage") {
            self.of.percent.extend(places());
        }
        let style = attribute(element, "style-name").unwrap_or_default();
        if kind.as_deref() == Some("date") && self.of_months.contains(&style) {
            self.of.without_day.extend(places());
        }
        if kind.is_none() && attribute(element, "formula").is_some() {
            self.of.unworked.extend(places());
        }
        let (rows, columns) = (number(element, "number-rows-spanned", 1), number(element, "number-columns-spanned", 1));
        if rows > 1 || columns > 1 {
            let to = (row + rows - 1, column + columns - 1);
            self.of.aside.merges.push(Merge { rows: (row, to.0), columns: (column, to.1) });
        }
    }

    fn ends(&mut self, name: &str) {
        match name {
            "date-style" => {
                self.months.extend(self.date_style.take().filter(|(_, day)| !day).map(|(name, _)| name));
            }
            "table" => drop(self.sheets.insert(std::mem::take(&mut self.sheet), std::mem::take(&mut self.of))),
            "table-row" => self.place.0 += self.repeated.0,
            "table-cell" | "covered-table-cell" => {
                if !self.mark.trim().is_empty() && !self.text.trim().is_empty() {
                    self.of.aside.footnotes.insert(self.place, std::mem::take(&mut self.mark));
                    self.of.texts.insert(self.place, std::mem::take(&mut self.text));
                }
                // A number that is shown with another unit is what it shows.
                if self.is_number && is_other(&self.text) {
                    for row in 0..self.repeated.0.min(REPEATED) {
                        let places = (0..self.repeated.1.min(REPEATED))
                            .map(|column| (self.place.0 + row, self.place.1 + column));
                        self.of.texts.extend(places.map(|place| (place, self.text.clone())));
                    }
                }
                self.place.1 += self.repeated.1;
            }
            "p" | "h" => self.in_words = false,
            "annotation" => self.in_remark = self.in_remark.saturating_sub(1),
            "span" => drop(self.spans.pop()),
            _ => {}
        }
    }
}
