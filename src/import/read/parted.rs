//! What says that a value is of a part of its territory: of a place in it, or of a group of people. Whether it stands for
//! the whole is asked, and never taken for granted.

use super::dating::{above, time_of};
use super::names::Names;
use super::number::{Numeral, is_absent};
use super::sheet::{Cell, Content, shown};
use super::table::{Column, Holds, Layout, Why};
use super::units;
use crate::data::territory::fold;
use crate::diag::{Code, Diagnostic, Words};
use crate::files::{FileId, Span};
use crate::words;
use std::collections::{BTreeMap, BTreeSet};

/// Words of heads of columns that name places in a territory, or groups of people.
const PARTS: [&str; 50] = [
    "age",
    "alter",
    "asl",
    "asp",
    "ats",
    "ausl",
    "authority",
    "azienda",
    "aziende",
    "categoria",
    "citizenship",
    "citta",
    "cittadinanza",
    "city",
    "classe",
    "comune",
    "comuni",
    "county",
    "disability",
    "distretto",
    "district",
    "ente",
    "enti",
    "eta",
    "ethnicity",
    "fascia",
    "gender",
    "genere",
    "geschlecht",
    "gruppo",
    "hospital",
    "istruzione",
    "kreis",
    "localita",
    "municipality",
    "municipio",
    "nazionalita",
    "ospedale",
    "ospedali",
    "presidio",
    "prov",
    "province",
    "provincia",
    "sede",
    "sesso",
    "settore",
    "sex",
    "sottogruppo",
    "struttura",
    "strutture",
];

/// Heads of columns that say more of a territory as a whole.
const OF_THE_WHOLE: [&str; 23] = [
    "abbr",
    "area",
    "capoluogo",
    "cod",
    "code",
    "codice",
    "country",
    "denominazione",
    "flag",
    "flags",
    "fonte",
    "id",
    "macroarea",
    "name",
    "nazione",
    "nome",
    "nota",
    "note",
    "nuts",
    "paese",
    "ripartizione",
    "sigla",
    "stato",
];

/// What such a column has for the whole.
const WHOLES: [&str; 16] = [
    "all",
    "both sexes",
    "complesso",
    "f m",
    "in complesso",
    "insieme",
    "m f",
    "maschi e femmine",
    "t",
    "tot",
    "total",
    "totale",
    "tutte",
    "tutti",
    "undefined",
    "intera regione",
];

/// Words for people of one sex, then of the other, then of further groups.
const GROUPS: [&[&str]; 3] = [
    &["maschi", "maschio", "maschile", "uomini", "uomo", "male", "males", "men"],
    &["femmine", "femmina", "femminile", "donne", "donna", "female", "females", "women"],
    &["adulti", "anziani", "bambini", "minori", "minorenni", "stranieri"],
];

/// Words that may stand beside those.
const BESIDE: [&str; 9] = ["cui", "di", "genere", "gender", "only", "sesso", "sex", "solo", "valori"];

/// A fault for each word that says of values that they may be of a part alone.
pub fn parts(layout: &Layout<'_>, names: &Names<'_>, sheet: Option<&str>) -> Vec<Diagnostic> {
    if layout.ours {
        return Vec::new();
    }
    let mut faults: Vec<Diagnostic> =
        layout.columns.iter().filter_map(|column| parting(layout, column, names)).collect();
    let over = layout.values().flat_map(|column| above(layout, column)).filter(|(row, ..)| layout.header != Some(*row));
    let words = over.map(|(.., cell)| cell).chain(layout.alone()).filter(|cell| is_group(&shown(&cell.content), true));
    let head = layout.header.and_then(|header| layout.grid.get(header, layout.named()));
    let head = head.filter(|cell| is_group(&shown(&cell.content), false));
    for cell in words.chain(head) {
        if !faults.iter().any(|fault| fault.at == cell.at) {
            faults.push(of_group(&shown(&cell.content), cell.at).label(Words::same(cell.name.clone())));
        }
    }
    faults.extend(sheet.filter(|name| is_group(name, true)).map(|name| of_group(name, Span::top(FileId(0)))));
    faults
}

fn of_group(said: &str, at: Span) -> Diagnostic {
    let message = words!(
        "«{said}» says that values are those of a group of people, not of all",
        "«{said}» dice che i valori sono di un gruppo di persone, non di tutte"
    );
    let hint = words!(
        "bring in the values of all; where the words do not concern the values, take them away",
        "importa i valori di tutte; se le parole non riguardano i valori, toglile"
    );
    Diagnostic::new(Code::NoTable, at, message, hint)
}

/// Whether words name a group of people and not its counterpart as well; `alone` asks that they say nothing else.
fn is_group(text: &str, alone: bool) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let named = GROUPS.map(|group| words.iter().any(|word| group.contains(word)));
    let nothing_else = || words.iter().all(|word| BESIDE.contains(word) || GROUPS.iter().any(|of| of.contains(word)));
    named.contains(&true) && !(named[0] && named[1]) && (!alone || nothing_else())
}

/// A column that nobody reads and that parts the rows.
fn parting(layout: &Layout<'_>, column: &Column, names: &Names<'_>) -> Option<Diagnostic> {
    let unread = matches!(&column.holds, Holds::Nothing(Why::Unknown(_) | Why::Unnamed));
    let folded = fold(&column.header);
    let says = |words: &[&str]| folded.split(' ').any(|word| words.contains(&word));
    let cells = || layout.rows.iter().filter_map(|(row, _)| Some((*row, layout.grid.spread(*row, column.place)?)));
    let is_code = says(&["cod", "codice", "code", "id"]) || PARTS.contains(&folded.as_str());
    let is_part = |cell: &Cell| {
        let words = fold(&shown(&cell.content));
        let whole = words.is_empty() || WHOLES.contains(&words.as_str()) || is_absent(&shown(&cell.content));
        !whole && names.territory(&shown(&cell.content)).is_none() && (is_code || !is_number(cell))
    };
    if !unread || units::is_head(&column.header) {
        return None;
    }
    let cell = match says(&PARTS) {
        true => cells().map(|(_, cell)| cell).find(|cell| is_part(cell)),
        false if says(&OF_THE_WHOLE) => None,
        false => differing(layout, column, cells().filter(|(_, cell)| is_part(cell)).collect()),
    }?;
    let (said, name) = (shown(&cell.content), layout.called(column));
    let message = words!(
        "«{said}», in the column «{name}», may be a part of what its row is called: is the value that of the whole?",
        "«{said}», nella colonna «{name}», può essere una parte di ciò che dà il nome alla riga: il valore è quello del \
         totale?"
    );
    let hint = words!(
        "where it is, leave the column out with `--skip {name}`; else bring in the values of the whole",
        "se lo è, escludi la colonna con `--skip {name}`; altrimenti importa i valori del totale"
    );
    Some(Diagnostic::new(Code::NoTable, cell.at, message, hint).label(Words::same(cell.name.clone())))
}

/// Of a column whose head says nothing: words that differ from row to row of one indicator and stand before the values,
/// as what parts rows does.
fn differing<'s>(layout: &Layout<'s>, column: &Column, cells: Vec<(usize, &'s Cell)>) -> Option<&'s Cell> {
    let before = layout.values().all(|value| column.place < value);
    let by = layout.groups.first().and_then(|group| group.by_column);
    let mut words: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (row, cell) in cells.iter().filter(|_| before) {
        let said = shown(&cell.content);
        // Signs and codes are no names.
        if said.chars().filter(|sign| sign.is_lowercase()).count() > 1 && time_of(cell).is_none() {
            let of = by.and_then(|by| layout.grid.text(*row, by)).unwrap_or_default();
            words.entry(of).or_default().insert(said);
        }
    }
    let differ = words.into_values().find(|words| words.len() > 1)?;
    cells.into_iter().map(|(_, cell)| cell).find(|cell| differ.contains(&shown(&cell.content)))
}

fn is_number(cell: &Cell) -> bool {
    match &cell.content {
        Content::Text(text) => Numeral::read(text).is_some(),
        _ => true,
    }
}
