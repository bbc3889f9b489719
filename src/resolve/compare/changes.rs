//! What changed from one edition to another, with words ready to print: values, ranks, notes, what is missing,
//! definitions, sentences.

use super::compared::{Compared, Difference, Kind, Row, Side, Who, between, comparability, compared};
use super::sentences::{ClaimChange, Paragraph, TextChange, claims, differences, narratives, paragraphs, title};
use crate::check::{Body, Checked, EditionData, EntryData, Series};
use crate::data::comparability::{Break, Comparability};
use crate::data::indicator::{Indicator, Part};
use crate::data::number::Number;
use crate::data::observation::{Cell, Observation};
use crate::data::territory::TerritoryId;
use crate::diag::Language;
use crate::lang::{self, change_terms, terms};
use crate::resolve::figure::notes;
use crate::resolve::figure::series::words;
use crate::resolve::names::figure_id;
use serde::Serialize;
use std::collections::BTreeSet;

/// With which older edition a newer one is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// With this one, by its place in the collection.
    Edition(usize),
    /// Each thing with the last older edition that has it.
    Last,
}

/// What changed, for people and for machines: the fields are those of the JSON, in its order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Changes {
    /// The newer edition.
    pub edition: Named,
    /// The edition it is compared with; none where each thing is compared with the last that has it.
    pub since: Option<Named>,
    /// Figures that both have.
    pub figures: Vec<FigureChange>,
    /// Figures the older editions have not.
    pub added: Vec<FigureNews>,
    /// Figures the newer edition has not.
    pub gone: Vec<FigureNews>,
    /// The notes on the edition as a whole.
    pub notes: Vec<TextsChange>,
    /// The narratives.
    pub narratives: Vec<TextsChange>,
}

/// An edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its address.
    pub id: String,
    /// "gennaio – marzo 2025"
    pub period: String,
}

/// The values of one indicator, or of one part of it, in two editions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureChange {
    /// As the figure is called: `documenti-items`.
    pub id: String,
    /// Key of the indicator.
    pub indicator: String,
    /// `territories`, `items`, `table`.
    pub part: &'static str,
    /// "Utilizzo · Consenso"
    pub kicker: String,
    /// The title of the figure.
    pub title: String,
    /// What the numbers are: "% degli assistiti".
    pub measure: String,
    /// The older edition.
    pub since: Named,
    /// Of when the values are: "al 31 agosto 2024", "al 31 marzo 2025".
    pub when: [String; 2],
    /// Whether they may be compared.
    pub comparison: Comparison,
    /// The definitions followed, where they are not one.
    pub definitions: Option<[DefinitionNamed; 2]>,
    /// The note on the series as a whole, where it is not what it was.
    pub note: Option<NoteChange>,
    /// How many rose and fell, the greatest changes, the national value, in sentences; empty for a table.
    pub summary: String,
    /// What must be said of the differences: that they are taken before rounding, or of rounded values; else empty.
    pub rounding: &'static str,
    /// How many of each kind; the national value is not counted.
    pub counts: Counts,
    /// The rows that changed; where nothing may be compared, all that have a value. Never those of a table.
    pub rows: Vec<RowChange>,
    /// The rows that did not, with their value.
    pub unchanged: Vec<Unchanged>,
    /// Names of those without a value in both.
    pub absent: Vec<String>,
    /// The cells of a table that changed.
    pub cells: Vec<CellChange>,
    /// Whether places among the territories may be compared: the same ones have a value, and all may be compared.
    pub ranks_compared: bool,
    /// Whether the newer edition's report shows the figure.
    pub shown: bool,
    /// What the rows are: "Territorio", "Voce".
    #[serde(skip)]
    pub row_head: String,
    /// Whether what the rows are is feminine, as "voci" are.
    #[serde(skip)]
    pub feminine: bool,
}

/// Whether two series may be compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Whether they may.
    pub state: State,
    /// Why not, or why all the same, or that both are of one date; else empty.
    pub words: String,
}

/// Whether two series may be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// They measure the same.
    Same,
    /// They do not, but the author says why they may.
    Allowed,
    /// They may not.
    Broken,
}

/// A definition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DefinitionNamed {
    /// Its key.
    pub id: String,
    /// In words.
    pub text: String,
}

/// A note that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteChange {
    /// What it was.
    pub old: Option<String>,
    /// What it is.
    pub new: Option<String>,
}

/// How many of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Greater than before.
    pub rose: usize,
    /// Less than before.
    pub fell: usize,
    /// As before.
    pub unchanged: usize,
    /// The older value once more, of the same date.
    pub repeated: usize,
    /// Without a value before.
    pub appeared: usize,
    /// Without a value now.
    pub vanished: usize,
    /// Without a value in both.
    pub absent: usize,
    /// With two values that may not be compared.
    pub refused: usize,
}

/// A row that changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowChange {
    /// The territory's code, or the item's key.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whether it is the whole.
    pub national: bool,
    /// The older value.
    pub old: PrintedValue,
    /// The newer value.
    pub new: PrintedValue,
    /// What came between them.
    pub kind: Kind,
    /// New less old, in points; none where there is no difference to speak of.
    pub points: Option<f64>,
    /// The same in words: "+26 punti", "prima n.d."
    pub difference: String,
    /// What came between two values that may not be compared; else empty.
    pub why: String,
    /// The place among the territories, then and now; empty where there is none.
    pub places: [String; 2],
    /// The place in words: where one was gained or lost, and that may be said, the old one too.
    pub place: String,
    /// How many places it has gained, where that may be said and is not a matter of ties.
    pub moved: Option<i64>,
    /// What must be known of the value, where it is not what it was.
    pub note: Option<NoteChange>,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PrintedValue {
    /// The value itself; none where it is missing.
    pub value: Option<f64>,
    /// As printed: "39%", "n.d."
    pub printed: String,
}

/// A row that did not change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unchanged {
    /// The territory's code, or the item's key.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The value, as printed; and whether it is the same datum, of the same date.
    pub printed: String,
}

/// A cell of a table that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CellChange {
    /// The territory's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The item's key.
    pub item: String,
    /// Its name.
    pub title: String,
    /// "sì", "no", "n.d."
    pub old: &'static str,
    /// The same, now.
    pub new: &'static str,
    /// The same, as data.
    #[serde(skip)]
    pub states: [Cell; 2],
}

/// A figure that only one of the two has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureNews {
    /// As the figure is called.
    pub id: String,
    /// "Utilizzo · Consenso"
    pub kicker: String,
    /// Its title.
    pub title: String,
    /// The edition that has it.
    pub edition: Named,
}

/// Texts of two editions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextsChange {
    /// The name of the narrative; empty for the notes of the edition.
    pub name: String,
    /// Its first heading, as readers know it.
    #[serde(skip)]
    pub title: String,
    /// The older edition; none where no older one has the narrative.
    pub since: Option<Named>,
    /// What was added, removed and changed.
    pub changes: Vec<TextChange>,
    /// What it claims of the data, where that is not what it was.
    pub claims: Vec<ClaimChange>,
}

/// What changed in the edition `newer`, by its place in the collection, said in a language; none where there is nothing
/// older.
///
/// # Panics
/// Where there is no such edition.
pub fn changes(checked: &Checked, newer: usize, against: Against, language: Language) -> Option<Changes> {
    let edition = &checked.editions[newer];
    let named = |edition: &EditionData| named(edition, language);
    // The places of those it may be compared with.
    let places = match against {
        Against::Edition(place) => place..place + 1,
        Against::Last => newer + 1..checked.editions.len(),
    };
    let since = checked.editions[places.clone()].first()?;
    // What is published is not held against a draft, whose values may still be to be given, unless that is asked for.
    let may = |older: &EditionData| !older.draft || edition.draft || matches!(against, Against::Edition(_));
    let last_with = |key: &(usize, Part)| {
        places.clone().find(|place| {
            let older = &checked.editions[*place];
            may(older) && older.series.contains_key(key)
        })
    };

    let (mut figures, mut added) = (Vec::new(), Vec::new());
    // How far back the comparison goes: what is older than that was gone before.
    let mut reach = places.start;
    for (&key, series) in &edition.series {
        match last_with(&key) {
            Some(place) => {
                reach = reach.max(place);
                let was = &checked.editions[place];
                let sides = [Side { edition: was, series: &was.series[&key] }, Side { edition, series }];
                figures.push(figure(checked, key.1, sides, &between(checked, newer, place, key), language));
            }
            None => added.push(news(checked, key, edition, language)),
        }
    }
    let (older, near) = (&checked.editions[places.clone()], &checked.editions[places.start..=reach]);
    let had: BTreeSet<(usize, Part)> = near.iter().flat_map(|older| older.series.keys()).copied().collect();
    let gone = had.into_iter().filter(|key| !edition.series.contains_key(key));
    let gone = gone.filter_map(|key| Some(news(checked, key, &checked.editions[last_with(&key)?], language))).collect();

    let plain = |edition: &EditionData| edition.notes.iter().map(|note| Paragraph::plain(note)).collect::<Vec<_>>();
    let notes = texts(["", ""], Some(named(since)), differences(&plain(since), &plain(edition)), Vec::new());
    Some(Changes {
        edition: named(edition),
        since: matches!(against, Against::Edition(_)).then(|| named(since)),
        figures,
        added,
        gone,
        notes: notes.into_iter().collect(),
        narratives: told(edition, older, near, language),
    })
}

/// The narratives of an edition against those of the last older one that has them; then those that are gone.
fn told<'e>(
    edition: &'e EditionData,
    older: &'e [EditionData],
    near: &'e [EditionData],
    language: Language,
) -> Vec<TextsChange> {
    let of = |edition: &'e EditionData, name: &str| narratives(edition).find(|(other, _)| *other == name);
    let last_with = |name: &str| older.iter().find_map(|older| Some((older, of(older, name)?.1)));
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in std::iter::once(edition).chain(near).flat_map(narratives) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let paragraphs = |passages| paragraphs(passages, language);
    let change = |name: &str| {
        let new = of(edition, name).map_or(&[][..], |(_, passages)| passages);
        let (since, old) =
            last_with(name).map_or((None, &[][..]), |(edition, passages)| (Some(named(edition, language)), passages));
        let title = title(if new.is_empty() { old } else { new }, language);
        texts([name, &title], since, differences(&paragraphs(old), &paragraphs(new)), claims(old, new, language))
    };
    names.into_iter().filter_map(change).collect()
}

fn texts(
    [name, title]: [&str; 2],
    since: Option<Named>,
    changes: Vec<TextChange>,
    claims: Vec<ClaimChange>,
) -> Option<TextsChange> {
    let is_same = changes.is_empty() && claims.is_empty();
    (!is_same).then(|| TextsChange { name: name.to_owned(), title: title.to_owned(), since, changes, claims })
}

fn named(edition: &EditionData, language: Language) -> Named {
    Named { id: edition.id.clone(), period: lang::period(language, edition.period) }
}

fn kicker(checked: &Checked, indicator: &Indicator) -> String {
    format!("{} · {}", checked.catalogue.groups[indicator.group].title, indicator.short)
}

fn news(checked: &Checked, (index, part): (usize, Part), edition: &EditionData, language: Language) -> FigureNews {
    let indicator = &checked.catalogue.indicators[index];
    let definition = edition.series(index, part).map_or(0, |series| series.definition);
    let (title, _) = words(indicator, definition, part);
    FigureNews {
        id: figure_id(indicator, part),
        kicker: kicker(checked, indicator),
        title,
        edition: named(edition, language),
    }
}

fn figure(
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

/// That two series may not be compared, and why.
fn refused(between: Break, language: Language) -> String {
    lang::not_compared(language, &lang::broken(language, between))
}

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

impl Counts {
    fn of(&mut self, kind: Kind) -> &mut usize {
        match kind {
            Kind::Rose => &mut self.rose,
            Kind::Fell => &mut self.fell,
            Kind::Unchanged => &mut self.unchanged,
            Kind::Repeated => &mut self.repeated,
            Kind::Appeared => &mut self.appeared,
            Kind::Vanished => &mut self.vanished,
            Kind::Absent => &mut self.absent,
            Kind::Refused => &mut self.refused,
        }
    }
}

impl Changes {
    /// Whether nothing changed at all.
    pub fn is_nothing(&self) -> bool {
        let Changes { figures, added, gone, notes, narratives, .. } = self;
        figures.iter().all(FigureChange::is_nothing)
            && [added, gone].iter().all(|news| news.is_empty())
            && [notes, narratives].iter().all(|texts| texts.is_empty())
    }
}

impl FigureChange {
    /// Whether nothing changed.
    pub fn is_nothing(&self) -> bool {
        let same = self.definitions.is_none() && self.note.is_none() && self.comparison.state != State::Broken;
        same && self.rows.is_empty() && self.cells.is_empty()
    }
}

/// Whether the outline of an edition names a figure.
fn is_shown(edition: &EditionData, (indicator, part): (usize, Part)) -> bool {
    edition
        .entries()
        .any(|entry| matches!(entry, EntryData::Figure(figure) if (figure.indicator, figure.part) == (indicator, part)))
}
