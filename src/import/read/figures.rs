//! A file of figures as sheets of cells, and the sheet in which a table is known.

use super::decode::{self, Encoding};
use super::layout::{self, Look, NoTable};
use super::names::Names;
use super::rows;
use super::sheet::{Cell, Content, Sheet};
use super::table::{Column, Holds, Layout, Why};
use crate::diag::{Code, Diagnostic, Words};
use crate::files::{FileId, Source, Sources, Span};
use crate::import::command_line::CommandLine;
use crate::import::outcome::{Refused, nothing_written, refused};
use crate::import::request::{Hidden, Request};
use crate::import::write::changes;
use crate::words;

/// A file of figures as sheets of cells.
pub struct Figures<'r> {
    /// How it is called in messages.
    pub name: &'r str,
    /// Each with whether it is hidden; one for a text.
    pub sheets: Vec<(Sheet, bool)>,
    /// Of a text.
    pub encoding: Option<(Encoding, char)>,
}

/// The cells of the file.
pub fn read<'r>(request: &Request<'r>) -> Result<Figures<'r>, Refused> {
    let name = request.name;
    let fault = |line: usize, text: &str, message: Words, hint: Words| {
        let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let end = changes::line_end(text, start.min(text.len()));
        let at = Span::new(FileId(0), start, end);
        let sources = Sources { root: String::new(), files: vec![Source::new(name, text)] };
        let fault = Diagnostic::new(Code::UnreadableTable, at, message, hint);
        refused(Vec::new(), nothing_written(), vec![fault], sources)
    };
    if request.bytes.starts_with(b"PK\x03\x04") {
        let mut file = workbook(request).map_err(|(message, hint)| fault(1, "", message, hint))?;
        if request.hidden == Some(Hidden::Skip) {
            file.sheets = file.sheets.into_iter().map(|(sheet, hidden)| (sheet.without_hidden(), hidden)).collect();
        }
        return Ok(file);
    }
    if request.bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        let message = words!(
            "this is a workbook of the old form (.xls), or one with a password",
            "è una cartella di lavoro di vecchio formato (.xls), o protetta da password"
        );
        let hint = words!(
            "open it and save it as XLSX without a password, or as CSV in UTF-8",
            "aprila e salvala come XLSX senza password, o come CSV in UTF-8"
        );
        return Err(fault(1, "", message, hint));
    }
    let (text, encoding) = decode::decode(request.bytes).map_err(|why| fault(1, "", why.message, why.hint))?;
    let rows = rows::rows(&text).map_err(|(line, why)| {
        let hint = words!(
            "mend the quotes of this line, or save the table again as CSV",
            "correggi le virgolette di questa riga, o salva di nuovo la tabella come CSV"
        );
        fault(line, &text, why, hint)
    })?;
    let separator = rows.separator;
    let sheets = vec![(Sheet::of_text(name.to_owned(), rows.rows), false)];
    Ok(Figures { name, sheets, encoding: Some((encoding, separator)) })
}

#[cfg(feature = "spreadsheets")]
fn workbook<'r>(request: &Request<'r>) -> Result<Figures<'r>, (Words, Words)> {
    match super::workbook::sheets(request.name, request.bytes) {
        Ok(sheets) => Ok(Figures { name: request.name, sheets, encoding: None }),
        Err(super::workbook::Unread::Locked) => Err((
            words!("this workbook has a password", "questa cartella di lavoro è protetta da password"),
            words!("save it without a password", "salvala senza password"),
        )),
        Err(super::workbook::Unread::Damaged(why)) => Err((
            words!(
                "this is no XLSX or ODS workbook, or a damaged one ({why})",
                "non è una cartella XLSX o ODS, oppure è danneggiata ({why})"
            ),
            words!(
                "open it in a spreadsheet and save it again as XLSX or ODS, or as CSV in UTF-8",
                "aprila in un foglio di calcolo e salvala di nuovo come XLSX o ODS, o come CSV in UTF-8"
            ),
        )),
    }
}

#[cfg(not(feature = "spreadsheets"))]
fn workbook<'r>(_: &Request<'r>) -> Result<Figures<'r>, (Words, Words)> {
    Err((
        words!(
            "this is a workbook, and this program was built without reading them",
            "è una cartella di lavoro, e questo programma è stato compilato senza la loro lettura"
        ),
        words!(
            "save the sheet as CSV in UTF-8, or build fascicle with the feature `spreadsheets`",
            "salva il foglio come CSV in UTF-8, o compila fascicle con la funzione `spreadsheets`"
        ),
    ))
}

/// The sheet that holds a table which is known, with its layout.
pub fn table<'f>(
    file: &'f Figures<'_>,
    look: &Look<'_>,
    request: &Request<'_>,
) -> Result<(Layout<'f>, usize), Refused> {
    let (layout, place) = found(file, look, request)?;
    skipped(&layout, request)?;
    Ok((layout, place))
}

/// Each column that `--skip` names is there, and is not the one without which no row is known.
fn skipped(layout: &Layout<'_>, request: &Request<'_>) -> Result<(), Refused> {
    let mut faults = CommandLine::default();
    for skip in request.skip {
        let is_it = |column: &&Column| {
            layout::is_skipped(&layout.grid, column.place, &column.header, std::slice::from_ref(skip))
        };
        match layout.columns.iter().find(is_it).map(|column| &column.holds) {
            Some(Holds::Nothing(Why::Skipped)) => {}
            Some(_) => {
                let message = words!(
                    "`{skip}` holds the names of the rows: without it there is no table",
                    "`{skip}` contiene i nomi delle righe: senza non c’è tabella"
                );
                let hint = words!("leave this `--skip` out", "togli questo `--skip`");
                faults.add(Code::NoTable, "--skip", skip, message, hint);
            }
            None => {
                let all: Vec<&str> = layout.columns.iter().map(|column| column.header.as_str()).collect();
                let all = all.into_iter().filter(|head| !head.is_empty()).collect::<Vec<_>>().join(", ");
                let message = words!("no column is `{skip}`", "nessuna colonna è `{skip}`");
                let hint = words!("the columns are: {all}", "le colonne sono: {all}");
                faults.add(Code::NoTable, "--skip", skip, message, hint);
            }
        }
    }
    match faults.list.is_empty() {
        true => Ok(()),
        false => Err(refused(Vec::new(), nothing_written(), faults.list, faults.sources)),
    }
}

fn found<'f>(file: &'f Figures<'_>, look: &Look<'_>, request: &Request<'_>) -> Result<(Layout<'f>, usize), Refused> {
    let all = || {
        let names = file.sheets.iter().filter_map(|(sheet, _)| sheet.name.clone());
        names.collect::<Vec<_>>().join(", ")
    };
    if let Some(wanted) = request.sheet {
        let place = file.sheets.iter().position(|(sheet, _)| sheet.name.as_deref() == Some(wanted));
        let Some(place) = place else {
            let mut faults = CommandLine::default();
            let all = all();
            let message = words!("there is no sheet `{wanted}`", "non c’è nessun foglio `{wanted}`");
            let hint = match all.is_empty() {
                true => {
                    words!("a text has no sheets: leave `--sheet` out", "un testo non ha fogli: togli `--sheet`")
                }
                false => words!("sheets are: {all}", "i fogli sono: {all}"),
            };
            faults.add(Code::UnreadableTable, "--sheet", wanted, message, hint);
            return Err(refused(Vec::new(), nothing_written(), faults.list, faults.sources));
        };
        let layout = layout::lay(&file.sheets[place].0, look);
        return layout.map(|layout| (layout, place)).map_err(|why| no_table(&file.sheets[place].0, look, why));
    }
    let mut found = Vec::new();
    let mut why = None;
    // A sheet that is hidden is read only where it is asked for.
    for (place, (sheet, _)) in file.sheets.iter().enumerate().filter(|(_, (_, hidden))| !hidden) {
        match layout::lay(sheet, look) {
            Ok(layout) => found.push((layout, place)),
            // The reason that knows most is told.
            Err(reason) if why.as_ref().is_none_or(|(_, before)| *before == NoTable::NoNames) => {
                why = Some((place, reason));
            }
            Err(_) => {}
        }
    }
    if found.len() > 1 {
        let held: Vec<String> = found.iter().filter_map(|(_, place)| file.sheets[*place].0.name.clone()).collect();
        let held = held.join(", ");
        let source = Source::new(file.name, held.as_str());
        let message = words!("several sheets hold a table", "più fogli contengono una tabella");
        let hint = words!("say which, with `--sheet NAME`", "di’ quale, con `--sheet NOME`");
        let at = Span::new(FileId(0), 0, held.len());
        let fault = Diagnostic::new(Code::NoTable, at, message, hint);
        let sources = Sources { root: String::new(), files: vec![source] };
        return Err(refused(Vec::new(), nothing_written(), vec![fault], sources));
    }
    let place = why.map_or(0, |(place, _)| place);
    match (found.pop(), file.sheets.get(place)) {
        (Some(found), _) => Ok(found),
        (None, Some((sheet, _))) => Err(no_table(sheet, look, why.map_or(NoTable::NoNames, |(_, reason)| reason))),
        (None, None) => {
            let empty = Sheet::new(file.name.to_owned(), None, Vec::new());
            Err(no_table(&empty, look, NoTable::NoNames))
        }
    }
}

fn no_table(sheet: &Sheet, look: &Look<'_>, why: NoTable) -> Refused {
    let (names, asked) = (look.names, look.asked);
    let first = sheet.rows.iter().flatten().find(|cell| cell.content != Content::Empty);
    let at = first.map_or(Span::top(FileId(0)), |cell| cell.at);
    let (message, hint, at) = match why {
        NoTable::NoNames => (
            words!("no cell names a territory, nor two an item", "nessuna cella nomina un territorio, né due una voce"),
            words!(
                "a table has a column (or a row) of territories, or of items, by their usual names; its cells are \
                 separated by tabs, semicolons or commas",
                "una tabella ha una colonna (o una riga) di territori, o di voci, con i loro nomi usuali; le celle sono \
                 separate da tabulazioni, punti e virgola o virgole"
            ),
            at,
        ),
        NoTable::TwoWays => (
            words!(
                "this table could be read by rows or by columns",
                "questa tabella si potrebbe leggere per righe o per colonne"
            ),
            words!(
                "say which indicator it holds, with `--indicator`, or put the territories into rows",
                "di’ quale indicatore contiene, con `--indicator`, o metti i territori nelle righe"
            ),
            at,
        ),
        NoTable::NoValues if asked.is_some() && time_headed(sheet).is_some() => (
            words!(
                "columns are headed with times, and none with the edition’s own",
                "le colonne sono intestate con periodi, e nessuna con quello dell’edizione"
            ),
            words!(
                "import it into the edition it belongs to, or head the column of this edition’s values with «valore»",
                "importala nell’edizione a cui appartiene, o intesta con «valore» la colonna dei valori di questa edizione"
            ),
            time_headed(sheet).map_or(at, |cell| cell.at),
        ),
        NoTable::NoValues => {
            let (near, place) = nearest_header(sheet, names);
            let known: Vec<&str> = names.indicators.iter().map(|indicator| indicator.short.as_str()).collect();
            let known = known.join(", ");
            let hint = match (near, asked) {
                (Some(near), _) => words!(
                    "did you mean `{near}`? a name that tables give an indicator may be one of its `aliases` in \
                     indicators.yaml",
                    "forse intendevi `{near}`? un nome che le tabelle danno a un indicatore può stare tra i suoi `aliases` in \
                     indicators.yaml"
                ),
                (None, Some(_)) => words!(
                    "head the column of its values with its name, or with «valore»; a count has «numero» and «su»",
                    "intesta la colonna dei suoi valori con il suo nome, o con «valore»; un conteggio ha «numero» e «su»"
                ),
                (None, None) => words!(
                    "head the columns with the names of indicators ({known}), add `aliases` in indicators.yaml, or say \
                     which it is with `--indicator`",
                    "intesta le colonne con i nomi degli indicatori ({known}), aggiungi `aliases` in \
                     indicators.yaml, o di’ quale indicatore è con `--indicator`"
                ),
            };
            let message = words!(
                "there are names of territories or items, but no column of values that is known",
                "ci sono nomi di territori o di voci, ma nessuna colonna di valori riconosciuta"
            );
            (message, hint, place.unwrap_or(at))
        }
    };
    let sources = Sources { root: String::new(), files: vec![sheet.source.clone()] };
    let fault = Diagnostic::new(Code::NoTable, at, message, hint);
    refused(Vec::new(), nothing_written(), vec![fault], sources)
}

/// The first of several times in one row, which heads columns.
fn time_headed(sheet: &Sheet) -> Option<&Cell> {
    let times = |row: &[Cell]| row.iter().filter(|cell| super::dating::time_of(cell).is_some()).count();
    let filled = |row: &[Cell]| row.iter().filter(|cell| cell.content != Content::Empty).count();
    let row = sheet.rows.iter().take(40).find(|row| times(row) > 1 && 2 * times(row) > filled(row))?;
    row.iter().find(|cell| super::dating::time_of(cell).is_some())
}

/// A cell that nearly names an indicator, and what it nearly names.
fn nearest_header(sheet: &Sheet, names: &Names<'_>) -> (Option<String>, Option<Span>) {
    // A cell alone in its row is a title.
    let filled = |row: &&Vec<Cell>| row.iter().filter(|cell| cell.content != Content::Empty).count() > 1;
    let rows = sheet.rows.iter().take(40).filter(filled);
    let texts = rows.flatten().filter_map(|cell| Some((cell, cell.content.text()?)));
    let unknown = texts.filter(|(_, text)| names.territory(text).is_none() && names.header(text).is_empty());
    let unknown: Vec<(&Cell, &str)> = unknown.collect();
    let near = unknown.iter().find_map(|(cell, text)| Some((names.near(text)?, cell.at)));
    match near {
        Some((near, at)) => (Some(near), Some(at)),
        None => (None, unknown.first().map(|(cell, _)| cell.at)),
    }
}
