//! The figure of what changed in one indicator since an older edition: its dumbbells, words, table and data.

use super::figure::{Figure, Note, Table, TableRow};
use super::goal;
use super::notes::{self, Notes};
use super::shared::{self, Heading, Parts, Subject};
use super::words::{add_publishers, sourced, texts, words};
use crate::chart::{Chart, Dumbbell, Labelled, Pair, Slope};
use crate::check::{Checked, EditionData, EntryData, WordsData};
use crate::data::comparability::Comparability;
use crate::data::indicator::{Indicator, Part};
use crate::data::number::Number;
use crate::data::observation::Observation;
use crate::data::territory::TerritoryId;
use crate::data::view::ChangeView;
use crate::diag::Language;
use crate::lang::{self, change_terms};
use crate::resolve::compare::compared::{Compared, Difference, Row, Side, Who, between, compared};
use crate::resolve::data::dataset::Dataset;
use crate::resolve::data::datasets::cite;
use crate::resolve::names::figure_id;

/// The name of the figure, and of its data file.
pub fn change_id(indicator: &Indicator, part: Part, view: ChangeView) -> String {
    let id = format!("change-{}", figure_id(indicator, part));
    if view == ChangeView::Dumbbell { id } else { format!("{id}-{}", view.word()) }
}

/// What an outline asks to see of the changes in an indicator.
#[derive(Clone, Copy)]
pub struct AskedChange<'a> {
    /// Indicator.
    pub indicator: usize,
    /// Which of its figures.
    pub part: Part,
    /// The older edition.
    pub since: &'a str,
    /// How it is shown.
    pub view: ChangeView,
    /// What its author says of it.
    pub words: &'a WordsData,
    /// The territory that is marked.
    pub marked: Option<TerritoryId>,
}

impl<'a> AskedChange<'a> {
    /// What an entry asks for, with no territory marked; none where it asks for something else.
    pub fn of(entry: &'a EntryData) -> Option<AskedChange<'a>> {
        match entry {
            EntryData::Change { indicator, part, since, view, words } => {
                Some(AskedChange { indicator: *indicator, part: *part, since, view: *view, words, marked: None })
            }
            _ => None,
        }
    }
}

/// The two series held against each other.
fn held<'c>(checked: &'c Checked, edition: &'c EditionData, asked: AskedChange<'_>) -> Option<Compared<'c>> {
    let place = |id: &str| checked.editions.iter().position(|edition| edition.id == id);
    let (older, newer) = (place(asked.since)?, place(&edition.id)?);
    let key = (asked.indicator, asked.part);
    let side = |place: usize| {
        let edition = &checked.editions[place];
        edition.series.get(&key).map(|series| Side { edition, series })
    };
    compared(
        checked,
        asked.part,
        [side(older)?, side(newer)?],
        &between(checked, newer, older, key),
        checked.site.language,
    )
}

/// The figure. `number` counts figures from 1.
pub fn figure(checked: &Checked, edition: &EditionData, asked: AskedChange<'_>, number: usize) -> Option<Figure> {
    let compared = held(checked, edition, asked)?;
    let (indicator, language) = (compared.indicator, compared.language);
    let terms = change_terms(language);
    let whens = compared.sides.map(|side| lang::when(language, side.series.period));
    let mut facts = compared.facts(checked);

    let mut notes = Notes::new(language);
    let mut table = head(&compared, &facts.called.one, &whens);
    let (mut rows, mut absent) = (Vec::new(), Vec::new());
    for row in &compared.rows {
        let (_, name) = compared.called(checked, row.who);
        let mark = notes.mark_both(name, row.observations);
        let label = Labelled { name: name.to_owned(), mark };
        table.rows.push(table_row(&compared, row, name));
        match row.difference {
            Difference::Absent => absent.push(label),
            _ => {
                let highlight = asked.marked.is_some_and(|id| row.who == Who::Territory(id));
                rows.push(Pair { highlight, ..pair(&compared, row, label) });
            }
        }
    }
    let marked = notes.finish();
    facts.notes = texts(&marked);
    let mut notes = general(&compared);
    notes.extend(goal::note(language, edition, (indicator, compared.part), false));
    notes.extend(marked);

    let (_, measure) = words(indicator, compared.sides[1].series.definition, compared.part);
    let [was, is] = &whens;
    let id = change_id(indicator, compared.part, asked.view);
    let furthest = rows.iter().flat_map(|pair: &Pair| [pair.old, pair.new]).flatten().fold(0.0, f64::max);
    let pairs = Dumbbell {
        rows,
        axis_max: axis_max(furthest, indicator),
        axis_suffix: "%".to_owned(),
        legend: whens.clone(),
        broken: facts.broken.as_deref().map(|why| lang::not_compared(language, why)),
        absent,
        absent_word: terms.absent.to_owned(),
    };
    let chart = match asked.view {
        ChangeView::Dumbbell => Chart::Dumbbell(pairs),
        ChangeView::Slope => Chart::Slope(slope(&compared, pairs)),
    };
    let (part, sides, words) = (compared.part, &compared.sides, asked.words);
    let title = lang::headline(language, &indicator.short, &facts);
    let parts = Parts {
        dataset: id.clone(),
        id,
        heading: Heading::FromData { kicker: terms.title.to_owned(), title },
        measure,
        when: lang::list(language, &[was, is]),
        definition: definition(&compared),
        summary: lang::change_summary(language, &facts),
        chart,
        table,
        source: source(&compared),
        notes,
    };
    Some(shared::figure(&Subject { checked, edition, indicator, part, sides, words, number }, parts))
}

/// The chart of two axes: what stands at the older one, and who has a point on one axis only or no line between both.
fn slope(compared: &Compared<'_>, pairs: Dumbbell) -> Slope {
    let terms = change_terms(compared.language);
    let shown: Vec<&Row<'_>> = compared.rows.iter().filter(|row| row.difference != Difference::Absent).collect();
    let before = |row: &&Row<'_>| row.printed[0].map_or_else(String::new, |value| compared.print(value));
    let names = |keep: &dyn Fn(&Row<'_>) -> bool| -> Vec<Labelled> {
        let kept = shown.iter().zip(&pairs.rows).filter(|(row, _)| keep(row));
        kept.map(|(_, pair)| pair.label.clone()).collect()
    };
    let is_broken = compared.broken.is_some();
    let lists = [
        (terms.appeared, names(&|row| row.difference == Difference::Appeared)),
        (terms.vanished, names(&|row| row.difference == Difference::Vanished)),
        (terms.refused, names(&|row| !is_broken && matches!(row.difference, Difference::Refused(_)))),
    ];
    let one_sided = lists.into_iter().filter(|(_, names)| !names.is_empty());
    Slope {
        before: shown.iter().map(before).collect(),
        one_sided: one_sided.map(|(words, names)| (words.to_owned(), names)).collect(),
        pairs,
    }
}

/// The end of the axis: the next fifth of the whole, for the place of a point is read, not its length.
pub fn axis_max(furthest: f64, indicator: &Indicator) -> f64 {
    let most = indicator.end.to_f64();
    let step = most / 5.0;
    ((furthest / step).ceil() * step).clamp(step, most)
}

fn pair(compared: &Compared<'_>, row: &Row<'_>, label: Labelled) -> Pair {
    let language = compared.language;
    let before = lang::before(language, &row.print(compared, 0));
    let said = match &row.difference {
        // Both values are said, and nothing of what came between.
        Difference::Refused(_) if compared.broken.is_some() => before,
        Difference::Refused(_) => format!("{before}, {}", change_terms(language).refused),
        Difference::Vanished => before,
        _ => row.words(language),
    };
    let value =
        |observation: Option<&Observation>| observation.and_then(|one| one.exact.or(one.value)).map(Number::to_f64);
    // What is not known to have moved has not, whatever its further digits: both points stand where the new one does.
    let [mut old, new] = row.observations.map(value);
    if matches!(row.difference, Difference::Points(points) if points.direction().is_eq()) {
        old = new;
    }
    Pair {
        label,
        old,
        new,
        printed: row.print(compared, 1),
        said,
        joined: matches!(row.difference, Difference::Points(_) | Difference::Repeated),
        national: row.who == Who::National,
        highlight: false,
    }
}

/// Columns: name, the two values, their difference where there can be one, note.
fn head(compared: &Compared<'_>, first: &str, whens: &[String; 2]) -> Table {
    let mut head = vec![lang::upper(first)];
    head.extend(whens.iter().cloned());
    head.extend(compared.broken.is_none().then(|| change_terms(compared.language).difference.to_owned()));
    let values = head.len();
    head.push(lang::terms(compared.language).note.to_owned());
    let numeric = (0..head.len()).map(|column| (1..values).contains(&column)).collect();
    Table { head, rows: Vec::new(), numeric }
}

fn table_row(compared: &Compared<'_>, row: &Row<'_>, name: &str) -> TableRow {
    let mut cells = vec![name.to_owned()];
    cells.extend([0, 1].map(|side| row.print(compared, side)));
    if compared.broken.is_none() {
        cells.push(row.words(compared.language));
    }
    cells.push(note(row, compared.language));
    TableRow { national: row.who == Who::National, cells }
}

/// What must be known of the two values of a row.
fn note(row: &Row<'_>, language: Language) -> String {
    let words = row.observations.map(|value| notes::words(language, value?));
    let said = words.into_iter().zip(change_terms(language).sides);
    let said = said.filter_map(|(words, side)| Some(format!("{side}: {}", words?)));
    let mut all = String::new();
    for words in said {
        if !all.is_empty() {
            // The stop of a note ends no sentence here.
            all.truncate(all.trim_end_matches('.').len());
            all.push_str("; ");
        }
        all.push_str(&words);
    }
    all
}

/// Notes on the figure as a whole: why the two may be compared all the same, what their authors say of each, of what the
/// differences are.
fn general(compared: &Compared<'_>) -> Vec<Note> {
    let general = |text: String| Note { mark: String::new(), text };
    let (language, terms) = (compared.language, change_terms(compared.language));
    let [old, new] = compared.sides.map(|side| side.series);
    let mut all = Vec::new();
    all.extend(compared.indicator.uncapped.iter().map(|why| general(lang::uncapped(language, why))));
    match &compared.comparability {
        Comparability::Same if old.period == new.period => all.push(general(terms.same_date.to_owned())),
        Comparability::Allowed { because } => all.push(general(lang::allowed(language, because))),
        // A break is said at the head of the figure.
        Comparability::Same | Comparability::Broken(_) => {}
    }
    if old.definition != new.definition {
        let texts = [old, new].map(|series| &compared.indicator.definitions[series.definition].text);
        all.extend(texts.into_iter().zip(terms.sides).map(|(text, side)| general(lang::defined(language, side, text))));
    }
    match (&old.note, &new.note) {
        (Some(was), Some(is)) if was == is => all.push(general(is.clone())),
        notes => {
            let said = [notes.0, notes.1].into_iter().zip(terms.notes);
            all.extend(said.filter_map(|(note, side)| Some(general(format!("{side}: {}", note.as_ref()?)))));
        }
    }
    let rounding = lang::rounding(language, compared.rounding());
    all.extend((!rounding.is_empty()).then(|| general(rounding.to_owned())));
    all
}

/// What is counted: both definitions where they are two.
fn definition(compared: &Compared<'_>) -> String {
    let [old, new] = compared.sides.map(|side| &compared.indicator.definitions[side.series.definition]);
    if old == new { new.text.clone() } else { format!("{}: {} {}: {}", old.id, old.text, new.id, new.text) }
}

/// The sources of both editions.
fn source(compared: &Compared<'_>) -> String {
    let mut publishers = Vec::new();
    for (index, side) in compared.sides.iter().enumerate() {
        let keys = compared.rows.iter().filter_map(|row| row.observations[index]?.source.as_deref());
        add_publishers(side.edition, &keys.collect::<Vec<_>>(), &mut publishers);
    }
    sourced(compared.language, &compared.indicator.origin, &publishers)
}

/// Every row with both values, their difference where there is one, and what each observation carries.
pub fn dataset(checked: &Checked, edition: &EditionData, asked: AskedChange<'_>) -> Option<Dataset> {
    let compared = held(checked, edition, asked)?;
    let first = if compared.part == Part::Items { "item" } else { "territory" };
    let head = [
        first,
        "name",
        "old_value",
        "value",
        "difference",
        "change",
        "unit",
        "old_status",
        "status",
        "old_period",
        "period",
        "note",
        "old_source",
        "source",
    ];
    let data = |value: Option<&Observation>| value.and_then(|one| one.value).map_or_else(String::new, Number::to_data);
    let status = |value: Option<&Observation>| value.map_or_else(String::new, |one| one.status.code().to_owned());
    let period = |value: Option<&Observation>| value.map_or_else(String::new, |one| one.period.iso());
    let rows = compared.rows.iter().map(|row| {
        let (code, name) = compared.called(checked, row.who);
        let [old, new] = row.observations;
        let source = |side: usize| {
            let key = row.observations[side].and_then(|one| one.source.as_deref());
            cite(compared.sides[side].edition, key)
        };
        let difference = match row.difference {
            Difference::Points(points) => points.number().to_data(),
            _ => String::new(),
        };
        vec![
            code.to_owned(),
            name.to_owned(),
            data(old),
            data(new),
            difference,
            row.difference.kind().word().to_owned(),
            compared.indicator.unit().to_owned(),
            status(old),
            status(new),
            period(old),
            period(new),
            note(row, compared.language),
            source(0),
            source(1),
        ]
    });
    let name = change_id(compared.indicator, compared.part, asked.view);
    Some(Dataset { name, head: head.map(str::to_owned).to_vec(), rows: rows.collect() })
}
