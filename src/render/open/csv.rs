//! Data files as CSV: RFC 4180 with lines that end in LF, UTF-8 without a byte-order mark, and no cell that a
//! spreadsheet would take for a formula.

use crate::data::cell::harmless;
use crate::resolve::Dataset;

/// The whole file. `of_all` are further columns whose cell is the same in every row: their heads, each with that cell.
pub fn csv_with(dataset: &Dataset, of_all: &[(&str, String)]) -> String {
    let (mut head, mut same) = (String::new(), String::new());
    for (name, words) in of_all {
        head.push(',');
        cell(name, &mut head);
        same.push(',');
        cell(words, &mut same);
    }
    let mut text = String::with_capacity((dataset.rows.len() + 1) * (96 + same.len()));
    line(&dataset.head, &head, &mut text);
    for row in &dataset.rows {
        line(row, &same, &mut text);
    }
    text
}

fn line(cells: &[String], more: &str, text: &mut String) {
    for (column, words) in cells.iter().enumerate() {
        if column > 0 {
            text.push(',');
        }
        cell(words, text);
    }
    text.push_str(more);
    text.push('\n');
}

fn cell(words: &str, text: &mut String) {
    let words = &*harmless(words);
    if words.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        text.push('"');
        text.push_str(&words.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(words);
    }
}

#[cfg(test)]
mod tests {
    use super::csv_with;
    use crate::resolve::Dataset;

    #[test]
    fn cells_with_commas_quotes_or_lines_are_quoted() {
        let row = ["P.A. Trento, Trento", "detto \"uno\"", "due\nrighe", ""].map(String::from).to_vec();
        let dataset =
            Dataset { name: "x".into(), head: ["a", "b", "c", "d"].map(String::from).to_vec(), rows: vec![row] };
        assert_eq!(csv_with(&dataset, &[]), "a,b,c,d\n\"P.A. Trento, Trento\",\"detto \"\"uno\"\"\",\"due\nrighe\",\n");
    }

    #[test]
    fn no_cell_is_a_formula_and_numbers_are_as_they_were() {
        let row = ["=HYPERLINK(\"http://x\")", "-0.5", "- circa", "\t@"].map(String::from).to_vec();
        let dataset =
            Dataset { name: "x".into(), head: ["+a", "b", "c", "d"].map(String::from).to_vec(), rows: vec![row] };
        assert_eq!(csv_with(&dataset, &[]), "'+a,b,c,d\n\"'=HYPERLINK(\"\"http://x\"\")\",-0.5,'- circa,'\t@\n");
    }
}
