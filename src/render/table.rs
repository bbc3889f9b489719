//! The table of a figure as HTML: a caption, heads with their scope, numbers at the right.
//!
//! Written here and not by a template: a site has hundreds of thousands of these cells.

use super::prose::escape;
use crate::resolve::{Figure, TableRow};

/// The table, with the figure's title and measure as its caption.
pub fn table(figure: &Figure) -> String {
    let table = &figure.table;
    let mut html = String::with_capacity(table.rows.len() * table.head.len() * 24 + 512);
    html.push_str("<table class=\"data\">\n<caption>");
    escape(&figure.title, &mut html);
    if !figure.measure.is_empty() {
        html.push_str("<span class=\"data__measure\">");
        escape(&figure.measure, &mut html);
        html.push_str("</span>");
    }
    html.push_str("</caption>\n<thead><tr>");
    for (column, cell) in table.head.iter().enumerate() {
        html.push_str(if numeric(figure, column) { "<th scope=\"col\" class=\"n\">" } else { "<th scope=\"col\">" });
        escape(cell, &mut html);
        html.push_str("</th>");
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    table.rows.iter().for_each(|line| row(figure, line, &mut html));
    html.push_str("</tbody>\n</table>");
    html
}

fn row(figure: &Figure, row: &TableRow, html: &mut String) {
    html.push_str(if row.national { "<tr class=\"national\">" } else { "<tr>" });
    for (column, cell) in row.cells.iter().enumerate() {
        let (open, close) = match (column, numeric(figure, column)) {
            (0, _) => ("<th scope=\"row\">", "</th>"),
            (_, true) => ("<td class=\"n\">", "</td>"),
            (_, false) => ("<td>", "</td>"),
        };
        html.push_str(open);
        escape(cell, html);
        html.push_str(close);
    }
    html.push_str("</tr>\n");
}

fn numeric(figure: &Figure, column: usize) -> bool {
    figure.table.numeric.get(column).copied().unwrap_or_default()
}
