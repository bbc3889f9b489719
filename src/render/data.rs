//! Data files: RFC 4180 with lines that end in LF, UTF-8 without a mark.

use crate::resolve::Dataset;

/// The whole file.
pub fn csv(dataset: &Dataset) -> String {
    let mut text = String::with_capacity((dataset.rows.len() + 1) * 96);
    line(dataset.head.iter().map(String::as_str), &mut text);
    for row in &dataset.rows {
        line(row.iter().map(String::as_str), &mut text);
    }
    text
}

fn line<'a>(cells: impl Iterator<Item = &'a str>, text: &mut String) {
    for (column, cell) in cells.enumerate() {
        if column > 0 {
            text.push(',');
        }
        if cell.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::csv;
    use crate::resolve::Dataset;

    #[test]
    fn cells_with_commas_quotes_or_lines_are_quoted() {
        let row = ["P.A. Trento, Trento", "detto \"uno\"", "due\nrighe", ""].map(String::from).to_vec();
        let dataset =
            Dataset { name: "x".into(), head: ["a", "b", "c", "d"].map(String::from).to_vec(), rows: vec![row] };
        assert_eq!(csv(&dataset), "a,b,c,d\n\"P.A. Trento, Trento\",\"detto \"\"uno\"\"\",\"due\nrighe\",\n");
    }
}
