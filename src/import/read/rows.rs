//! A text as rows of cells: which sign separates them is seen from the rows themselves.

use crate::diag::Words;
use crate::words;

/// Rows of cells as text, and the sign between them.
#[derive(Debug, PartialEq, Eq)]
pub struct Rows {
    /// The cells, blank rows included, so that places are those a person counts.
    pub rows: Vec<Vec<String>>,
    /// Tab, semicolon or comma.
    pub separator: char,
}

/// Splits a text. A first line `sep=;`, as Excel has it, says the separator.
///
/// # Errors
/// A quote that is never closed, or a cell that goes on after its closing quote: the line, and why.
pub fn rows(text: &str) -> Result<Rows, (usize, Words)> {
    let first = text.lines().next().unwrap_or("").trim();
    if let Some(separator) = first.strip_prefix("sep=").and_then(|rest| rest.chars().next())
        && ['\t', ';', ','].contains(&separator)
    {
        let mut rows = split(text, separator)?;
        if let Some(first) = rows.first_mut() {
            first.clear();
        }
        return Ok(Rows { rows, separator });
    }
    // The one for which most rows are alike; of equals, the one least often part of a text.
    let mut best: Option<(usize, Rows)> = None;
    let mut fault: Option<(usize, (usize, Words))> = None;
    for separator in ['\t', ';', ','] {
        match split(text, separator) {
            Ok(rows) => {
                let alike = alike(&rows);
                if best.as_ref().is_none_or(|(most, _)| alike > *most) {
                    best = Some((alike, Rows { rows, separator }));
                }
            }
            Err(found) => {
                // How alike its lines are, whatever their quotes.
                let lines: Vec<Vec<String>> =
                    text.lines().map(|line| line.split(separator).map(str::to_owned).collect()).collect();
                let alike = alike(&lines);
                if fault.as_ref().is_none_or(|(most, _)| alike > *most) {
                    fault = Some((alike, found));
                }
            }
        }
    }
    match (best, fault) {
        // Quotes that only seem wrong are right for the sign that does separate.
        (Some((most, rows)), fault) if most > 0 && fault.as_ref().is_none_or(|(alike, _)| *alike <= most) => Ok(rows),
        (_, Some((_, fault))) => Err(fault),
        (Some((_, rows)), None) => Ok(rows),
        (None, None) => Ok(Rows { rows: Vec::new(), separator: ';' }),
    }
}

/// How many rows have the commonest number of cells, where that is more than one.
fn alike(rows: &[Vec<String>]) -> usize {
    let mut widths: Vec<usize> = rows.iter().map(Vec::len).filter(|width| *width > 1).collect();
    widths.sort_unstable();
    widths.chunk_by(|a, b| a == b).map(<[usize]>::len).max().unwrap_or(0)
}

/// RFC 4180: a cell that begins with a quote ends with one; two quotes within are one.
fn split(text: &str, separator: char) -> Result<Vec<Vec<String>>, (usize, Words)> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut closed, mut line, mut opened) = (false, false, 1, 1);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign == '\n' {
            line += 1;
        }
        if quoted {
            match (sign, signs.peek()) {
                ('"', Some('"')) => {
                    signs.next();
                    cell.push('"');
                }
                ('"', _) => (quoted, closed) = (false, true),
                _ => cell.push(sign),
            }
            continue;
        }
        match sign {
            '"' if cell.trim().is_empty() && !closed => {
                cell.clear();
                (quoted, opened) = (true, line);
            }
            _ if sign == separator => {
                row.push(std::mem::take(&mut cell));
                closed = false;
            }
            '\r' if signs.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                row.push(std::mem::take(&mut cell));
                closed = false;
                rows.push(blank_as_empty(std::mem::take(&mut row)));
            }
            _ if closed && !sign.is_whitespace() => {
                let message = words!(
                    "a cell goes on after its closing quote",
                    "una cella continua dopo le sue virgolette di chiusura"
                );
                return Err((line, message));
            }
            _ if closed => {}
            _ => cell.push(sign),
        }
    }
    if quoted {
        let message = words!(
            "a quote opens a cell here and is never closed",
            "qui le virgolette aprono una cella e non si chiudono più"
        );
        return Err((opened, message));
    }
    if closed || !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(blank_as_empty(row));
    }
    Ok(rows)
}

/// A line with nothing on it has no cell.
fn blank_as_empty(row: Vec<String>) -> Vec<String> {
    if row.len() == 1 && row[0].trim().is_empty() { Vec::new() } else { row }
}

#[cfg(test)]
mod tests {
    use super::rows;

    fn read(text: &str) -> (char, Vec<Vec<String>>) {
        let rows = rows(text).unwrap();
        (rows.separator, rows.rows)
    }

    #[test]
    fn the_separator_is_the_one_that_makes_rows_alike() {
        assert_eq!(read("a;b\nLazio;12,5\nMarche;3,4\n").0, ';');
        assert_eq!(read("a,b,c\nLazio,12.5,\"uno; due\"\nMarche,3,\n").0, ',');
        assert_eq!(read("a\tb\nLazio\t12,5\nMarche\t3,4; circa\n").0, '\t');
        assert_eq!(read("Titolo, con virgola\n\na;b\nLazio;1\nMarche;2\n").0, ';');
        assert_eq!(read("sep=,\na,b\n"), (',', vec![vec![], vec!["a".into(), "b".into()]]));
    }

    #[test]
    fn quotes_hold_separators_lines_and_quotes() {
        let (_, rows) = read("a;b\r\n\"uno; \"\"due\"\"\nsotto\";2\r\n\r\n;\r\nfine;\"\"");
        let row = |cells: &[&str]| cells.iter().map(|cell| cell.to_string()).collect::<Vec<_>>();
        assert_eq!(
            rows,
            [row(&["a", "b"]), row(&["uno; \"due\"\nsotto", "2"]), row(&[]), row(&["", ""]), row(&["fine", ""])]
        );
        // A quote within a word is a sign like any other.
        assert_eq!(read("a;5\" o più;b\n").1[0][1], "5\" o più");
    }

    #[test]
    fn a_quote_left_open_does_not_swallow_rows_in_silence() {
        assert_eq!(rows("a;b\n\"Lazio;1\nMarche;2\n").unwrap_err().0, 2);
        assert_eq!(rows("a;b\n\"Lazio\" e;1\n").unwrap_err().0, 2);
        // A comma that is no separator does not hide it.
        assert_eq!(rows("a;b\nLazio;\"10,5\nMarche;11\n").unwrap_err().0, 2);
    }
}
