//! What is counted from a table carries the table's date wherever it is shown.

use crate::common::mistake;
use fascicle::chart::Chart;
use fascicle::{Request, Site};

/// The base with items at the end of August, the rest of them counted from a table of May.
fn items_of_two_dates() -> mistake::Files {
    let mut files = mistake::base();
    let folder = "editions/2024-06_2024-08/observations";
    let table = "indicator: documenti\npart: table\nas_of: 2024-05\nsource: prova\nrows:\n";
    let rows: String = ITALY.iter().map(|name| format!("  {name}: yes\n")).collect();
    let items = "indicator: documenti\npart: items\nas_of: 2024-08-31\nsource: prova\n\
                 values:\n  referto: 90\nothers: table\n";
    files.insert(format!("{folder}/documenti.table.yaml"), Some(format!("{table}{rows}")));
    files.insert(format!("{folder}/documenti.items.yaml"), Some(items.to_owned()));
    let outline = "- title\n- figure: documenti/items\n- narrative: fine\n";
    files.insert("outline.yaml".to_owned(), Some(outline.to_owned()));
    files
}

const ITALY: [&str; 21] = [
    "ITC1", "ITC2", "ITC3", "ITC4", "ITH1", "ITH2", "ITH3", "ITH4", "ITH5", "ITI1", "ITI2", "ITI3", "ITI4", "ITF1",
    "ITF2", "ITF3", "ITF4", "ITF5", "ITF6", "ITG1", "ITG2",
];

#[test]
fn a_share_counted_from_a_table_of_another_date_is_marked_and_says_so() {
    let site = Site::check(&mistake::loaded(items_of_two_dates()), &Request::default()).unwrap();
    let edition = site.edition(0);
    let figure = &edition.figures[0];
    let Chart::Bars(bars) = &figure.chart else { panic!("items are bars") };
    let rows: Vec<_> = bars.rows.iter().map(|row| (row.label.name.as_str(), row.label.mark.as_str())).collect();
    assert_eq!(rows, [("Lettera di dimissione", "*"), ("Referto", "")]);
    let notes: Vec<_> = figure.notes.iter().map(|note| (note.mark.as_str(), note.text.as_str())).collect();
    assert_eq!(notes, [("*", "Lettera di dimissione: maggio 2024")]);
    assert!(figure.summary.contains("Lettera di dimissione: maggio 2024."), "{}", figure.summary);
}
