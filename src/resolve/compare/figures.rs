//! One figure in two editions: whether they may be compared, its rows, and the cells of a table.

use super::changes::{
    CellChange, Comparison, Counts, DefinitionNamed, FigureChange, NoteChange, PrintedValue, RowChange, State,
    Unchanged,
};
use super::compared::{Compared, Difference, Kind, Row, Side, Who, comparability, compared};
use super::named::{kicker, named};
use crate::check::{Body, Checked, EditionData, EntryData, Series};
use crate::data::comparability::{Break, Comparability};
use crate::data::indicator::{Indicator, Part};
use crate::data::number::Number;
use crate::data::observation::{Cell, Observation};
use crate::data::territory::TerritoryId;
use crate::diag::Language;
use crate::lang::{self, change_terms, terms};
use crate::resolve::figure::notes;
use crate::resolve::figure::words::words;
use crate::resolve::names::figure_id;

/// What changed in one part of an indicator; `between` are its series in the editions between the two.
pub(super) fn figure(
    checked: &Checked,
    part: Part,
    sides: [Side<'_>; 2],
    between: &[&Series],
    language: Language,
) -> FigureChange {
    let [old, new] = sides;
    let indicator = &checked.catalogue.indicators[new.series.indicator];
    let (title, measure) = words(indicator, new.series.definition, part);
    let comparability = comparability(indicator, [old.series, new.series]);
    let definition = |side: Side<'_>| {
        let definition = &indicator.definitions[side.series.definition];
        DefinitionNamed { id: definition.id.clone(), text: definition.text.clone() }
    };
    let called = match part {
        Part::Items => lang::items(language),
        Part::Territories | Part::Table => lang::called(language, &checked.territories),
    };
    let mut change = FigureChange {
        id: figure_id(indicator, part),
        indicator: indicator.id.clone(),
        part: part.word(),
        kicker: kicker(checked, indicator),
        title,
        measure,
        since: named(old.edition, language),
        when: sides.map(|side| lang::when(language, side.series.period)),
        comparison: comparison(&comparability, old.series.period == new.series.period, language),
        definitions: (old.series.definition != new.series.definition).then(|| sides.map(definition)),
        note: note(old.series.note.clone(), new.series.note.clone()),
        summary: String::new(),
        rounding: "",
        counts: Counts::default(),
        rows: Vec::new(),
        unchanged: Vec::new(),
        absent: Vec::new(),
        cells: Vec::new(),
        ranks_compared: false,
        shown: is_shown(new.edition, (new.series.indicator, part)),
        row_head: match part {
            Part::Items => terms(language).item.to_owned(),
            Part::Territories | Part::Table => lang::upper(&called.one),
        },
        feminine: called.feminine,
    };
    match (&old.series.body, &new.series.body) {
        (Body::Table { cells: was, .. }, Body::Table { cells: is, .. }) => {
            if change.comparison.state != State::Broken {
                let definitions = [old.series.definition, new.series.definition];
                change.cells = cells(checked, indicator, definitions, [was, is], language);
            }
        }
        _ => {
            if let Some(compared) = compared(checked, part, sides, between, language) {
                rows(checked, &compared, &mut change);
            }
        }
    }
    change
}

/// Whether two series may be compared, in words.
fn comparison(comparability: &Comparability, is_one_date: bool, language: Language) -> Comparison {
    match comparability {
        Comparability::Same => {
            let words = if is_one_date { change_terms(language).same_date.to_owned() } else { String::new() };
            Comparison { state: State::Same, words }
        }
        Comparability::Allowed { because } => {
            Comparison { state: State::Allowed, words: lang::allowed(language, because) }
        }
        Comparability::Broken(between) => Comparison { state: State::Broken, words: refused(*between, language) },
    }
}

/// The sentence that two series may not be compared, and why.
fn refused(between: Break, language: Language) -> String {
    lang::not_compared(language, &lang::broken(language, between))
}

/// What a note was and what it is, where it is not what it was.
fn note(old: Option<String>, new: Option<String>) -> Option<NoteChange> {
    (old != new).then_some(NoteChange { old, new })
}

/// Sorts the rows into those that changed, those that did not, and those without a value.
fn rows(checked: &Checked, compared: &Compared<'_>, change: &mut FigureChange) {
    change.ranks_compared = compared.same_ranks;
    if let Some(between) = compared.broken {
        change.comparison = Comparison { state: State::Broken, words: refused(between, compared.language) };
    }
    change.summary = lang::change_finding(compared.language, &compared.facts(checked));
    change.rounding = lang::rounding(compared.language, compared.rounding());
    let language = compared.language;
    for row in &compared.rows {
        let (code, name) = compared.called(checked, row.who);
        let kind = row.difference.kind();
        if row.who != Who::National {
            *change.counts.of(kind) += 1;
        }
        let [old, new] = row.observations;
        let words = |value: Option<&Observation>| notes::words(language, value?);
        let note = note(words(old), words(new));
        let moved = moved(row).filter(|_| compared.same_ranks);
        let places = row
            .places
            .map(|place| place.map_or_else(String::new, |place| lang::place(language, place.rank, place.tied > 1)));
        let stays = matches!(kind, Kind::Unchanged | Kind::Repeated | Kind::Absent) && note.is_none();
        if kind == Kind::Absent {
            change.absent.push(name.to_owned());
        }
        match row.printed[1] {
            Some(value) if stays => {
                let mut printed = compared.print(value);
                if kind == Kind::Repeated {
                    printed = format!("{printed} ({})", change_terms(language).repeated);
                }
                change.unchanged.push(Unchanged { code: code.to_owned(), name: name.to_owned(), printed });
            }
            None if stays => {}
            _ => change.rows.push(RowChange {
                code: code.to_owned(),
                name: name.to_owned(),
                national: row.who == Who::National,
                old: value(compared, row, 0),
                new: value(compared, row, 1),
                kind,
                points: match row.difference {
                    Difference::Points(points) => Some(float(points.number())),
                    _ => None,
                },
                difference: row.words(language),
                why: match &row.difference {
                    Difference::Refused(between) if compared.broken.is_none() => lang::broken(language, *between),
                    _ => String::new(),
                },
                place: match moved {
                    Some(_) => lang::moved(language, &places[0], &places[1]),
                    None => places[1].clone(),
                },
                places,
                moved,
                note,
            }),
        }
    }
}

/// Places gained; none where the two have one in common.
fn moved(row: &Row<'_>) -> Option<i64> {
    let [old, new] = row.places;
    let (old, new) = (old?, new?);
    old.is_other(new).then(|| i64::from(old.rank) - i64::from(new.rank))
}

/// A value, as a number and as printed.
fn value(compared: &Compared<'_>, row: &Row<'_>, side: usize) -> PrintedValue {
    let value = row.observations[side].and_then(|observation| observation.value);
    PrintedValue { value: value.map(float), printed: row.print(compared, side) }
}

/// The number of the data files, for machines: exact where it ends within six decimals, else rounded to six.
fn float(number: Number) -> f64 {
    number.rounded(6).units as f64 / 1e6
}

/// The cells that are not what they were, of the items that both definitions list.
fn cells(
    checked: &Checked,
    indicator: &Indicator,
    [older, newer]: [usize; 2],
    [was, is]: [&[Vec<Cell>]; 2],
    language: Language,
) -> Vec<CellChange> {
    let (mut found, yes_no) = (Vec::new(), terms(language).yes_no);
    for (row, (was, is)) in was.iter().zip(is).enumerate() {
        let territory = checked.territories.get(TerritoryId(row as u16));
        for (column, (item, new)) in indicator.items_of(newer).into_iter().zip(is).enumerate() {
            let old = indicator.place_of(column, newer, older).and_then(|place| was.get(place));
            let Some(old) = old.filter(|old| *old != new) else { continue };
            found.push(CellChange {
                code: territory.code.clone(),
                name: territory.name.clone(),
                item: item.id.clone(),
                title: item.title.clone(),
                old: yes_no[*old as usize],
                new: yes_no[*new as usize],
                states: [*old, *new],
            });
        }
    }
    found
}

/// Whether the outline of an edition names a figure.
fn is_shown(edition: &EditionData, (indicator, part): (usize, Part)) -> bool {
    edition
        .entries()
        .any(|entry| matches!(entry, EntryData::Figure(figure) if (figure.indicator, figure.part) == (indicator, part)))
}
