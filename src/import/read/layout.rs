//! Which way a table lies: where its names stand, which row heads it, what each column holds; told from the names in
//! it, never from their places.

use super::dating::{is_time_column, is_time_row};
use super::grid::Grid;
use super::names::{Meaning, Names, Role, yes_or_no};
use super::number::{Numeral, is_absent};
use super::own;
use super::sheet::{Cell, Content, Sheet, shown};
use super::table::{Column, Group, Holds, Layout, Line, Lines, Passed, Why};
use super::time::Time;
use crate::data::named::Named;
use crate::data::status::Status;
use crate::data::territory::fold;
use std::collections::BTreeSet;

/// What is looked for in a sheet.
pub struct Look<'l> {
    /// What its words may name.
    pub names: &'l Names<'l>,
    /// The indicator that `--indicator` names.
    pub asked: Option<usize>,
    /// The columns that `--skip` leaves out.
    pub skip: &'l [String],
    /// Whether a time is the one that an indicator's values are wanted for.
    pub own: &'l dyn Fn(usize, Time) -> bool,
}

/// Why no table is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTable {
    /// Neither territories nor items.
    NoNames,
    /// Names, but no column of values that is known.
    NoValues,
    /// It can be read in two ways.
    TwoWays,
}

/// Finds the table of a sheet.
///
/// # Errors
/// There is none, or it could be read in two ways.
pub fn lay<'s>(sheet: &'s Sheet, look: &Look<'_>) -> Result<Layout<'s>, NoTable> {
    let (names, asked) = (look.names, look.asked);
    let mut ways: Vec<(usize, Grid<'s>, Lines, usize)> = Vec::new();
    for turned in [false, true] {
        let grid = Grid::new(sheet, turned);
        let territories = most_names(&grid, |text| names.territory(text));
        ways.extend(territories.map(|(count, column)| (count, grid, Lines::Territories, column)));
        for (indicator, of) in names.indicators.iter().enumerate() {
            if of.items().is_empty() || asked.is_some_and(|asked| asked != indicator) {
                continue;
            }
            let items = most_names(&grid, |text| names.item(indicator, text));
            let items = items.filter(|(count, _)| *count > 1 || asked.is_some());
            ways.extend(items.map(|(count, column)| (count, grid, Lines::Items(indicator), column)));
        }
    }
    if ways.is_empty() {
        return Err(NoTable::NoNames);
    }
    // The way in which most names are known, and of those alike the one in which more cells hold values.
    let mut found: Vec<((usize, usize), Layout<'s>)> = Vec::new();
    for (count, grid, lines, column) in ways {
        found.extend(one_way(grid, lines, column, look).map(|layout| ((count, filled(&layout)), layout)));
    }
    found.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    match found.as_slice() {
        [] => Err(NoTable::NoValues),
        [(most, _), (next, _), ..] if most == next => Err(NoTable::TwoWays),
        _ => Ok(found.swap_remove(0).1),
    }
}

/// The column with the most different names, and how many.
fn most_names<T: Ord>(grid: &Grid<'_>, name: impl Fn(&str) -> Option<T>) -> Option<(usize, usize)> {
    let count = |column: usize| {
        let texts = (0..grid.rows).filter_map(|row| grid.text(row, column));
        texts.filter_map(&name).collect::<BTreeSet<T>>().len()
    };
    let counts = (0..grid.columns).map(|column| (count(column), column));
    counts.filter(|(count, _)| *count > 0).max_by_key(|(count, column)| (*count, std::cmp::Reverse(*column)))
}

/// The table, where it can be read this way.
fn one_way<'s>(grid: Grid<'s>, lines: Lines, named: usize, look: &Look<'_>) -> Option<Layout<'s>> {
    let names = look.names;
    let line = |row: usize| line(grid.spread(row, named)?.content.text()?, lines, names);
    let all: Vec<(usize, Line)> = (0..grid.rows).filter_map(|row| Some((row, line(row)?))).collect();
    let header = header(&grid, named, &all, names);
    let rows: Vec<(usize, Line)> =
        all.into_iter().filter(|(row, _)| header.is_none_or(|header| *row > header)).collect();

    let mut columns = Vec::new();
    for place in 0..grid.columns {
        let words = header.and_then(|header| grid.spread(header, place)).map(|cell| shown(&cell.content));
        if words.is_none() && !rows.iter().any(|(row, _)| grid.get(*row, place).is_some()) {
            continue;
        }
        let header = words.unwrap_or_default();
        let holds = match () {
            () if place == named => Holds::Names,
            () if is_skipped(&grid, place, &header, look.skip) => Holds::Nothing(Why::Skipped),
            () => holds(&grid, place, &header, &rows, lines, look),
        };
        columns.push(Column { place, header, holds });
    }
    let ours = own::is_ours(&columns);
    let times = told_apart(&grid, &mut columns, &rows, ours);
    let (groups, cells, beside) = together(&grid, &mut columns, &rows, lines, look);
    // A column of a known kind that nothing has use for is not read, and said so.
    let used: Vec<usize> = groups.iter().chain([&beside]).flat_map(Group::columns).collect();
    for column in &mut columns {
        if matches!(column.holds, Holds::Role(_)) && !used.contains(&column.place) {
            column.holds = Holds::Nothing(Why::WhoseIsIt);
        }
    }
    let has_cells = rows.iter().any(|(_, line)| *line != Line::National) && !cells.is_empty();
    if rows.is_empty() || (groups.is_empty() && !has_cells) {
        return None;
    }
    let mut passed = passed(&grid, header, named, &rows, lines, names);
    let dated = dated(&grid, header, named, &rows, &passed, (&groups, &cells));
    passed.retain(|passed| !dated.contains(&passed.place));
    Some(Layout { grid, header, lines, columns, groups, cells, beside, times, dated, ours, rows, passed })
}

/// The rows below the head, not read as values, that tell their times.
fn dated(
    grid: &Grid<'_>,
    header: Option<usize>,
    named: usize,
    rows: &[(usize, Line)],
    passed: &[Passed],
    (groups, cells): (&[Group], &[(usize, usize, usize)]),
) -> Vec<usize> {
    let (Some(header), Some((first, _))) = (header, rows.first()) else { return Vec::new() };
    let values = groups.iter().filter_map(|group| group.value.or(group.count));
    let values: Vec<usize> = values.chain(cells.iter().map(|(column, ..)| *column)).collect();
    let below = passed.iter().map(|passed| passed.place).filter(|row| *row > header);
    below.filter(|row| is_time_row(grid, *row, named, &values, row < first)).collect()
}

/// Whether `--skip` names a column, by its head or its letter.
pub fn is_skipped(grid: &Grid<'_>, place: usize, header: &str, skip: &[String]) -> bool {
    let name = grid.column_name(place);
    skip.iter().any(|skip| {
        let skip = skip.trim();
        skip == header || skip == name || (!fold(skip).is_empty() && fold(skip) == fold(header))
    })
}

/// Columns that are not what their heads say, by their cells: times, whatever stands above them; a status that is none.
/// Gives the columns of times.
fn told_apart(grid: &Grid<'_>, columns: &mut [Column], rows: &[(usize, Line)], ours: bool) -> Vec<usize> {
    let mut times = Vec::new();
    let mut has_period = false;
    for column in columns.iter_mut() {
        if ours && own::is_derived(&column.header) {
            column.holds = Holds::Derived;
            continue;
        }
        let is_period = column.holds == Holds::Role(Role::Period);
        if is_period && !has_period {
            has_period = true;
            continue;
        }
        if is_period || is_time_column(grid, column, rows.iter().map(|(row, _)| *row)) {
            column.holds = Holds::Time;
            times.push(column.place);
        }
        if column.holds == Holds::Role(Role::Status) {
            let mut words = rows.iter().filter_map(|(row, _)| grid.get(*row, column.place)).peekable();
            let is_status = |cell: &Cell| Status::read(&shown(&cell.content).to_lowercase()).is_some();
            let is_code = |cell: &Cell| Status::read(&shown(&cell.content)).is_some();
            if words.peek().is_some() && !words.any(|cell| is_status(cell) || is_code(cell)) {
                column.holds = Holds::Nothing(Why::NoStatus);
            }
        }
    }
    times
}

fn line(text: &str, lines: Lines, names: &Names<'_>) -> Option<Line> {
    match lines {
        Lines::Territories => Some(names.territory(text)?.map_or(Line::National, Line::Territory)),
        Lines::Items(indicator) => names.item(indicator, text).map(Line::Item),
    }
}

/// The row that heads the columns: of those above the names, the one most of whose words are known; else the one right
/// above them.
fn header(grid: &Grid<'_>, named: usize, lines: &[(usize, Line)], names: &Names<'_>) -> Option<usize> {
    let known = |row: usize| {
        let others = (0..grid.columns).filter(|column| *column != named);
        let words = others.filter_map(|column| grid.text(row, column)).filter(|text| !names.header(text).is_empty());
        // A row of units stands below the one that it explains; names of the site's own say more than common words.
        let units = words.clone().filter(|text| fold(text).is_empty()).count();
        let is_own = |text: &&str| names.header(text).iter().any(|meaning| !matches!(meaning, Meaning::Role(_)));
        (words.clone().count() - units, units, words.filter(is_own).count())
    };
    // A title may be a name of its own: "Italia". Then the header stands below it.
    for (first, _) in lines.iter().take(2) {
        let best = (0..*first).map(|row| (known(row), row)).filter(|(known, _)| *known > (0, 0, 0)).max();
        if let Some((_, row)) = best {
            return Some(row);
        }
    }
    let above = lines.first()?.0.checked_sub(1)?;
    (0..grid.columns).any(|column| grid.get(above, column).is_some()).then_some(above)
}

/// What one column holds, by its header; and by its cells, where they are names once more.
fn holds(grid: &Grid<'_>, place: usize, header: &str, rows: &[(usize, Line)], lines: Lines, look: &Look<'_>) -> Holds {
    let (names, asked) = (look.names, look.asked);
    let mut meanings = names.header(header);
    let texts = || rows.iter().filter_map(|(row, _)| grid.get(*row, place));
    let again =
        texts().all(|cell| cell.content.text().is_some_and(|text| super::layout::line(text, lines, names).is_some()));
    if again && texts().next().is_some() && meanings.iter().all(|meaning| matches!(meaning, Meaning::Role(_))) {
        return Holds::MoreNames;
    }
    let asked_for = |of: usize| asked.is_none_or(|asked| asked == of);
    if let Lines::Items(of) = lines {
        meanings.retain(|meaning| match meaning {
            Meaning::Indicator(indicator) => *indicator == of,
            Meaning::Item(..) => false,
            Meaning::Role(_) => true,
        });
    } else if meanings.iter().any(|meaning| !matches!(meaning, Meaning::Role(_))) {
        // A name of the site's own says more than a common word.
        meanings.retain(|meaning| !matches!(meaning, Meaning::Role(_)));
        let before = meanings.len();
        meanings.retain(|meaning| match meaning {
            Meaning::Indicator(indicator) | Meaning::Item(indicator, _) => asked_for(*indicator),
            Meaning::Role(_) => true,
        });
        if meanings.is_empty() && before > 0 {
            return Holds::Nothing(Why::NotAsked);
        }
    }
    match meanings[..] {
        [] if header.trim().is_empty() => Holds::Nothing(Why::Unnamed),
        [] => Holds::Nothing(Why::Unknown(names.near(header))),
        [Meaning::Indicator(indicator)] => Holds::Indicator(indicator, false),
        [Meaning::Item(indicator, item)] => Holds::Item(indicator, item),
        [Meaning::Role(Role::Territory)] if lines == Lines::Territories => Holds::MoreNames,
        // Beside items, "Regioni (%)" is the share of territories that have them.
        [Meaning::Role(Role::Territory)] if header.contains('%') => Holds::Role(Role::Value),
        [Meaning::Role(Role::Territory)] => Holds::Nothing(Why::Unknown(None)),
        [Meaning::Role(role)] => Holds::Role(role),
        // In a table of items, the indicator's own name heads its values.
        [Meaning::Indicator(indicator), Meaning::Role(_)] => Holds::Indicator(indicator, false),
        _ => Holds::Nothing(Why::Ambiguous),
    }
}

/// Which columns speak of one value; those that speak of none are said to.
fn together(
    grid: &Grid<'_>,
    columns: &mut [Column],
    rows: &[(usize, Line)],
    lines: Lines,
    look: &Look<'_>,
) -> (Vec<Group>, Vec<(usize, usize, usize)>, Group) {
    let (names, asked) = (look.names, look.asked);
    let role = |columns: &[Column], role: Role| {
        columns.iter().find(|column| column.holds == Holds::Role(role)).map(|column| column.place)
    };
    // What holds for every value of a row; how many, only for one.
    let shared = |columns: &[Column], group: Group| Group {
        status: role(columns, Role::Status),
        period: role(columns, Role::Period),
        note: role(columns, Role::Note),
        source: role(columns, Role::Source),
        ..group
    };
    let attached = |columns: &[Column], group: Group| {
        let group = Group { count: role(columns, Role::Count), of: role(columns, Role::Of), ..group };
        shared(columns, group)
    };
    let refuse = |columns: &mut [Column], which: &dyn Fn(&Holds) -> bool, why: Why| {
        for column in columns.iter_mut().filter(|column| which(&column.holds)) {
            column.holds = Holds::Nothing(why.clone());
        }
    };
    let (by_column, value) = (role(columns, Role::Indicator), role(columns, Role::Value));
    let has_values = value.is_some() || role(columns, Role::Count).is_some();

    // Long: each row names its indicator, or its item, and gives one value.
    let item = role(columns, Role::Item).filter(|_| lines == Lines::Territories);
    let of_items = item.and_then(|item| asked.or_else(|| whose_items(grid, item, rows, names)));
    if has_values && (by_column.is_some() || of_items.is_some()) {
        let is_name = |holds: &Holds| matches!(holds, Holds::Indicator(..) | Holds::Item(..));
        refuse(columns, &is_name, Why::Long);
        let indicator = match lines {
            Lines::Items(indicator) => Some(indicator),
            Lines::Territories => of_items.or(asked).filter(|_| by_column.is_none()),
        };
        let by_column = by_column.filter(|_| indicator.is_none());
        let group = attached(columns, Group { indicator, by_column, item, value, ..Group::default() });
        return (vec![group], Vec::new(), Group::default());
    }
    refuse(columns, &|holds| matches!(holds, Holds::Role(Role::Indicator | Role::Item)), Why::Unknown(None));

    // Wide: a column an indicator, or an item.
    let of_one = match lines {
        Lines::Items(indicator) => Some(indicator),
        Lines::Territories => asked,
    };
    let is_value = |column: &Column| matches!(column.holds, Holds::Indicator(..));
    let is_item = |column: &Column| matches!(column.holds, Holds::Item(..));
    if let Some(indicator) = of_one.filter(|_| !columns.iter().any(|column| is_value(column) || is_item(column))) {
        take_unnamed(grid, columns, rows, look, (indicator, value, has_values));
    }
    let values: Vec<(usize, usize)> = columns
        .iter()
        .filter_map(|column| match column.holds {
            Holds::Indicator(indicator, _) => Some((column.place, indicator)),
            _ => None,
        })
        .collect();
    let cells: Vec<(usize, usize, usize)> = columns
        .iter()
        .filter_map(|column| match column.holds {
            Holds::Item(indicator, item) => Some((column.place, indicator, item)),
            _ => None,
        })
        .collect();
    let mut groups: Vec<Group> = values
        .iter()
        .map(|(value, indicator)| Group { indicator: Some(*indicator), value: Some(*value), ..Group::default() })
        .collect();
    match (&mut groups[..], of_one) {
        ([only], _) if cells.is_empty() => *only = attached(columns, std::mem::take(only)),
        ([], Some(indicator)) if cells.is_empty() && role(columns, Role::Count).is_some() => {
            groups.push(attached(columns, Group { indicator: Some(indicator), ..Group::default() }));
        }
        _ => {
            let is_shared =
                |holds: &Holds| matches!(holds, Holds::Role(Role::Status | Role::Period | Role::Note | Role::Source));
            refuse(columns, &|holds| matches!(holds, Holds::Role(_)) && !is_shared(holds), Why::WhoseIsIt);
            groups.iter_mut().for_each(|group| *group = shared(columns, std::mem::take(group)));
        }
    }
    let beside = if cells.is_empty() { Group::default() } else { shared(columns, Group::default()) };
    (groups, cells, beside)
}

/// Takes a column that names no indicator for the values of one: the column that is headed as values, or the only one
/// with numbers whose head may be its. `has_values` says that some column holds values or counts already.
fn take_unnamed(
    grid: &Grid<'_>,
    columns: &mut [Column],
    rows: &[(usize, Line)],
    look: &Look<'_>,
    (indicator, value, has_values): (usize, Option<usize>, bool),
) {
    // Of the indicator asked for, a column need not say more than that it holds values.
    let holds_numbers = |column: &Column| rows.iter().any(|(row, _)| is_number(grid, *row, column.place));
    let unnamed = |column: &&mut Column| {
        let unknown = matches!(column.holds, Holds::Nothing(Why::Unknown(_) | Why::Unnamed));
        unknown && holds_numbers(column) && look.names.may_head(indicator, &column.header)
    };
    if let Some(value) = value {
        let column = columns.iter_mut().find(|column| column.place == value);
        column.into_iter().for_each(|column| column.holds = Holds::Indicator(indicator, false));
    } else if look.asked.is_some() && !has_values {
        let mut unnamed: Vec<&mut Column> = columns.iter_mut().filter(unnamed).collect();
        // Of columns headed with times, the one that is headed with theirs.
        let headed = |column: &&mut Column| super::time::whole(&column.header);
        let is_own = |column: &&mut Column| headed(column).is_some_and(|time| (look.own)(indicator, time));
        if unnamed.len() > 1 && unnamed.iter().all(|column| headed(column).is_some()) {
            let own = unnamed.iter().filter(|column| is_own(column)).count();
            for column in unnamed.iter_mut().filter(|column| own == 1 && !is_own(column)) {
                column.holds = Holds::Nothing(Why::OtherTime);
            }
            unnamed.retain(|column| own == 1 && is_own(column));
        }
        if let [only] = &mut unnamed[..] {
            only.holds = Holds::Indicator(indicator, true);
        }
    }
}

/// The indicator whose items a column names: the only one that has them all.
fn whose_items(grid: &Grid<'_>, column: usize, rows: &[(usize, Line)], names: &Names<'_>) -> Option<usize> {
    let texts: Vec<&str> = rows.iter().filter_map(|(row, _)| grid.text(*row, column)).collect();
    let has_all = |of: &usize| !texts.is_empty() && texts.iter().all(|text| names.item(*of, text).is_some());
    let mut having = (0..names.indicators.len()).filter(has_all);
    having.next().filter(|_| having.next().is_none())
}

/// How many cells hold what their columns should.
fn filled(table: &Layout<'_>) -> usize {
    // Values by item are yes and no.
    let columns = |of_items: bool| {
        let groups = table.groups.iter().filter(move |group| group.item.is_some() == of_items);
        groups.filter_map(|group| group.value.or(group.count))
    };
    let places = |column: usize| table.rows.iter().map(move |(row, _)| (*row, column));
    let numbers = columns(false).flat_map(places);
    let cells = table.cells.iter().map(|(column, ..)| *column).chain(columns(true)).flat_map(places);
    let is_yes_or_no = |row: usize, column: usize| match table.grid.get(row, column).map(|cell| &cell.content) {
        Some(Content::Text(text)) => yes_or_no(text).is_some() || is_absent(text),
        Some(Content::Truth(_) | Content::Number { .. }) => true,
        _ => false,
    };
    numbers.filter(|(row, column)| is_number(&table.grid, *row, *column)).count()
        + cells.filter(|(row, column)| is_yes_or_no(*row, *column)).count()
}

fn is_number(grid: &Grid<'_>, row: usize, column: usize) -> bool {
    match grid.get(row, column).map(|cell| &cell.content) {
        Some(Content::Number { .. }) => true,
        Some(Content::Text(text)) => Numeral::read(text).is_some() || is_absent(text),
        _ => false,
    }
}

/// Every row that holds something and is not read.
fn passed(
    grid: &Grid<'_>,
    header: Option<usize>,
    named: usize,
    rows: &[(usize, Line)],
    lines: Lines,
    names: &Names<'_>,
) -> Vec<Passed> {
    let read: BTreeSet<usize> = rows.iter().map(|(row, _)| *row).chain(header).collect();
    let mut passed = Vec::new();
    for place in (0..grid.rows).filter(|row| !read.contains(row)) {
        let Some(first) = (0..grid.columns).find_map(|column| grid.get(place, column)) else { continue };
        let below = header.is_none_or(|header| place > header);
        let near = grid.text(place, named).filter(|_| below).and_then(|text| match lines {
            Lines::Territories => match names.territories.named(text) {
                Named::Unknown(near) => near,
                _ => None,
            },
            Lines::Items(indicator) => {
                let items = names.indicators[indicator].items().iter();
                let known: Vec<&str> = items.flat_map(|item| [&*item.title, &*item.short, &*item.id]).collect();
                crate::diag::nearest(text, known).map(str::to_owned)
            }
        });
        passed.push(Passed { place, words: shown(&first.content), near });
    }
    passed
}
