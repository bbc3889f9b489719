//! The table of a figure as HTML: a caption, heads with their scope, numbers at the right.
//!
//! Written here and not by a template: a site has hundreds of thousands of these cells. For the same reason they are
//! written as briefly as HTML allows: rows and cells end where the next begins.

use crate::files::markup::escape;
use crate::resolve::{Figure, Profile, Table, TableRow};

/// The table, with the figure's title and measure as its caption.
pub fn table(figure: &Figure) -> String {
    let mut html = String::with_capacity(figure.table.rows.len() * figure.table.head.len() * 24 + 512);
    html.push_str("<table class=\"data\">\n<caption>");
    escape(&figure.title, &mut html);
    if !figure.measure.is_empty() {
        html.push_str("<span class=\"data__measure\">");
        escape(&figure.measure, &mut html);
        html.push_str("</span>");
    }
    html.push_str("</caption>\n");
    rows(&figure.table, |_| None, &mut html);
    html
}

/// The table of a territory, under its title; the names of indicators lead to their figures in the same page.
pub fn profile(profile: &Profile, figures: &[Figure]) -> String {
    let mut html = String::from("<table class=\"data\">\n<caption class=\"unseen\">");
    escape(&profile.title, &mut html);
    html.push_str("</caption>\n");
    let figure = |row: usize| Some(figures[(*profile.figures.get(row)?)?].id.as_str());
    rows(&profile.table, figure, &mut html);
    html
}

/// The head and the rows. `figure` gives the figure to which a row leads, by the place of the row.
fn rows<'f>(table: &Table, figure: impl Fn(usize) -> Option<&'f str>, html: &mut String) {
    html.push_str("<thead><tr>");
    let shown: Vec<bool> = (0..table.head.len()).map(|column| table.says(column)).collect();
    for (column, cell) in table.head.iter().enumerate().filter(|(column, _)| shown[*column]) {
        html.push_str(if numeric(table, column) { "<th scope=col class=n>" } else { "<th scope=col>" });
        escape(cell, html);
    }
    html.push_str("</thead>\n<tbody>\n");
    table.rows.iter().enumerate().for_each(|(place, line)| row((table, &shown), line, figure(place), html));
    html.push_str("</tbody>\n</table>");
}

fn row((table, shown): (&Table, &[bool]), row: &TableRow, figure: Option<&str>, html: &mut String) {
    html.push_str(if row.national { "<tr class=\"national\">" } else { "<tr>" });
    for (column, cell) in row.cells.iter().enumerate().filter(|(column, _)| shown[*column]) {
        html.push_str(match (column, numeric(table, column)) {
            (0, _) => "<th scope=row>",
            (_, true) => "<td class=n>",
            (_, false) => "<td>",
        });
        if let (0, Some(id)) = (column, figure) {
            html.push_str("<a href=\"#figure-");
            escape(id, html);
            html.push_str("\">");
            escape(cell, html);
            html.push_str("</a>");
        } else {
            escape(cell, html);
        }
    }
    html.push('\n');
}

fn numeric(table: &Table, column: usize) -> bool {
    table.numeric.get(column).copied().unwrap_or_default()
}
