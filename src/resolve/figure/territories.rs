//! The figure of territories: the order of its rows, the place of the whole among them, and what sets its views apart.

use super::distance::Distances;
use super::figure::{Note, Table};
use super::goal::{self, goal, reached};
use super::notes::Notes;
use super::places::{Known, places};
use super::rows::add_column;
use super::series::{Content, SeriesView, sources};
use super::shared::has_line;
use super::words::texts;
use crate::chart::{Area, Areas, Bar, Bars, Chart, Distance, Labelled, Target};
use crate::data::indicator::Part;
use crate::data::number::{Number, Rounded};
use crate::data::observation::Observation;
use crate::data::points::Rounding;
use crate::data::territory::{Called, TerritoryId};
use crate::data::view::View;
use crate::lang::{self, Extremes, TerritoriesFacts, whose};
use std::cmp::Ordering;

impl<'d> SeriesView<'d> {
    /// A row a territory, and one for the whole.
    pub fn territories(&self, national: &'d Observation, values: &'d [Observation]) -> Content<'d> {
        let standing = Standing::new(self, national, values);
        let called = lang::called(self.language, &self.checked.territories);
        let mut notes = Notes::new(self.language);
        let mut table = self.head(&lang::upper(&called.one), true);
        let rows = standing.rows(&mut notes, &mut table);
        standing.add_column_of_view(&rows.order, &mut table);
        let chart = standing.chart(rows, &called, &mut notes);
        let marked = notes.finish();
        let summary = standing.summary(&called, &texts(&marked));
        let notes = standing.notes(marked, has_line(&chart));
        Content { chart, table, summary, notes, sources: sources(values.iter().chain([national])) }
    }

    /// The place of a territory's macro-area; the one after the last where it has none.
    fn area(&self, index: usize) -> usize {
        let all = &self.checked.territories;
        let area = &all.get(TerritoryId(index as u16)).area;
        all.areas().iter().position(|known| known.id == *area).unwrap_or(all.areas().len())
    }

    /// The title of the macro-area at a place.
    fn area_title(&self, place: usize) -> &str {
        self.checked.territories.areas().get(place).map_or(self.terms().elsewhere, |area| area.title.as_str())
    }

    /// The line of what is to be reached.
    fn target(&self) -> Option<Target> {
        let target = self.indicator.target.as_ref()?;
        Some(Target {
            value: target.value.to_f64(),
            label: lang::target(self.language, &goal(self.language, self.indicator)?),
        })
    }
}

/// How the territories of a series stand to each other and to the whole, in one view. They are named by their places in
/// their list.
struct Standing<'v, 'd> {
    of: &'v SeriesView<'d>,
    view: View,
    national: &'d Observation,
    values: &'d [Observation],
    /// The values as printed.
    rounded: Vec<Option<Rounded>>,
    /// Territories with a value and their ranks, the greatest first.
    ranked: Vec<(usize, u32)>,
    /// Territories with a value and their ranks, in the order in which the view shows them.
    shown: Vec<(usize, u32)>,
    /// Territories without a value, in the order of the alphabet.
    without: Vec<usize>,
    distances: Distances,
}

/// The rows of a figure, as its chart and its table have them.
struct Rows {
    /// Rows with a value; that of the whole is among them where it has one.
    bars: Vec<Bar>,
    /// Rows without a value.
    absent: Vec<Labelled>,
    /// Who each row is, first the bars and then the others; `None` is the whole.
    order: Vec<Option<usize>>,
}

impl<'v, 'd> Standing<'v, 'd> {
    fn new(of: &'v SeriesView<'d>, national: &'d Observation, values: &'d [Observation]) -> Standing<'v, 'd> {
        let alphabetical = |index: usize| of.checked.territories.alphabetical(TerritoryId(index as u16));
        let rounded: Vec<Option<Rounded>> = values.iter().map(|value| of.rounded(value)).collect();
        let ranked = of.ranked(values, alphabetical);
        let view = match of.asked.view {
            // Without a value to be distant from there are values only; an outline that asks for it is refused.
            View::Distance if national.value.is_none() => View::Bars,
            view => view,
        };
        let distances = Distances::new(of.language, national, values, of.indicator.decimals);
        let mut shown = ranked.clone();
        match view {
            View::Areas | View::Strip => shown.sort_by_key(|(index, _)| of.area(*index)),
            View::Distance => distances.sort(&mut shown),
            _ => {}
        }
        let mut without: Vec<usize> = (0..values.len()).filter(|index| rounded[*index].is_none()).collect();
        without.sort_by_key(|index| alphabetical(*index));
        Standing { of, view, national, values, rounded, ranked, shown, without, distances }
    }

    fn name(&self, index: usize) -> &'d str {
        &self.of.checked.territories.get(TerritoryId(index as u16)).name
    }

    fn whole(&self) -> &'d str {
        &self.of.checked.territories.national().name
    }

    /// Whether the view puts the territories of each macro-area together.
    fn is_by_area(&self) -> bool {
        matches!(self.view, View::Areas | View::Strip)
    }

    /// The place of the whole among the rows: in its order, before territories of its very value; with macro-areas, above
    /// all of them.
    fn place_of_whole(&self) -> usize {
        match self.view {
            View::Areas | View::Strip => 0,
            View::Distance => self.distances.sides()[0],
            _ => self.ranked.iter().take_while(|(index, _)| self.values[*index].value > self.national.value).count(),
        }
    }

    /// All rows, each also in the table and with its notes.
    fn rows(&self, notes: &mut Notes, table: &mut Table) -> Rows {
        let mut rows = Rows { bars: Vec::new(), absent: Vec::new(), order: Vec::new() };
        let (before, behind) = self.shown.split_at(self.place_of_whole());
        let add = |shown: &[(usize, u32)], rows: &mut Rows, notes: &mut Notes, table: &mut Table| {
            for &(index, rank) in shown {
                let bar = self.of.bar(self.name(index), &self.values[index], Some(rank), false, notes, table);
                rows.bars.extend(bar.map(|bar| Bar { highlight: self.of.is_marked(index), ..bar }));
                rows.order.push(Some(index));
            }
        };
        add(before, &mut rows, notes, table);
        let whole = self.of.bar(self.whole(), self.national, None, true, notes, table);
        rows.order.extend(whole.as_ref().map(|_| None));
        rows.bars.extend(whole);
        add(behind, &mut rows, notes, table);
        let mut without = self.without.clone();
        if self.is_by_area() {
            without.sort_by_key(|index| self.of.area(*index));
        }
        for index in without {
            rows.absent.push(self.of.absent(self.name(index), &self.values[index], notes, table));
            rows.order.push(Some(index));
        }
        if self.national.value.is_none() {
            rows.absent.push(self.of.absent(self.whole(), self.national, notes, table));
            rows.order.push(None);
        }
        rows
    }

    /// Adds what the view shows beside the values: the distance from the whole, or the macro-area.
    fn add_column_of_view(&self, order: &[Option<usize>], table: &mut Table) {
        let terms = self.of.terms();
        match self.view {
            View::Distance => add_column(table, terms.distance, true, order, |index| self.distances.printed(index)),
            View::Areas | View::Strip => {
                add_column(table, terms.area, false, order, |index| self.of.area_title(self.of.area(index)).to_owned());
            }
            _ => {}
        }
    }

    fn chart(&self, rows: Rows, called: &Called, notes: &mut Notes) -> Chart {
        let target = self.of.target();
        match self.view {
            View::Distance => Chart::Distance(self.distance_chart(rows)),
            View::Areas => Chart::Areas(self.areas_chart(rows)),
            View::Strip => Chart::Strip(self.areas_chart(rows)),
            View::Tiles | View::Map => {
                let extremes = self.of.extremes(self.values, &self.ranked, |index| self.name(index).to_owned());
                let known = Known {
                    language: self.of.language,
                    decimals: self.of.indicator.decimals,
                    territories: &self.of.checked.territories,
                    called,
                    national: self.national,
                    values: self.values,
                    rounded: &self.rounded,
                    ranked: &self.ranked,
                    extremes,
                    scale: self.of.indicator.end,
                    highlight: &self.of.asked.highlight,
                };
                let places = places(&known, notes);
                if self.view == View::Map { Chart::Map(places) } else { Chart::Tiles(places) }
            }
            View::Columns => Chart::Columns(Bars { target, ..self.of.bars(rows.bars, rows.absent) }),
            // A table is no series of territories, and lines are drawn of several editions.
            View::Bars | View::Table | View::Lines => {
                Chart::Bars(Bars { target, ..self.of.bars(rows.bars, rows.absent) })
            }
        }
    }

    /// Bars from the value of the whole, to both sides.
    fn distance_chart(&self, Rows { bars, absent, order }: Rows) -> Distance {
        let bars = bars.into_iter().zip(&order).filter_map(|(bar, who)| {
            let index = (*who)?;
            let value = self.distances.of(index)?.number().to_f64();
            Some(Bar { value, printed: self.distances.printed(index), ..bar })
        });
        Distance {
            rows: bars.collect(),
            zero: self.of.rounded(self.national).map_or(0.0, |level| Number::from(level).to_f64()),
            zero_label: format!("{}: {}", self.whole(), self.of.printed(self.national)),
            axis_max: self.of.indicator.end.to_f64(),
            absent,
            absent_word: self.of.terms().missing.to_owned(),
        }
    }

    /// The rows of each macro-area together, those without an area last.
    fn areas_chart(&self, Rows { bars, absent, order }: Rows) -> Areas {
        let count = self.of.checked.territories.areas().len();
        let title = |place: usize| self.of.area_title(place).to_owned();
        let mut areas: Vec<Area> = (0..=count).map(|place| Area { title: title(place), ..Area::default() }).collect();
        let (mut national, mut national_absent) = (None, Vec::new());
        let (with_bar, without) = order.split_at(bars.len());
        for (bar, who) in bars.into_iter().zip(with_bar) {
            match who {
                Some(index) => areas[self.of.area(*index)].rows.push(bar),
                None => national = Some(bar),
            }
        }
        for (label, who) in absent.into_iter().zip(without) {
            match who {
                Some(index) => areas[self.of.area(*index)].absent.push(label),
                None => national_absent.push(label),
            }
        }
        areas.retain(|area| !area.rows.is_empty() || !area.absent.is_empty());
        let Bars { axis_max, axis_suffix, absent_word, .. } = self.of.bars(Vec::new(), Vec::new());
        let target = self.of.target();
        Areas { national, areas, axis_max, axis_suffix, target, absent: national_absent, absent_word }
    }

    fn summary(&self, called: &Called, notes: &[String]) -> String {
        let (language, all) = (self.of.language, &self.of.checked.territories);
        let missing: Vec<String> = self.without.iter().map(|&index| self.name(index).to_owned()).collect();
        let goal = goal(language, self.of.indicator);
        let facts = TerritoriesFacts {
            when: self.of.when,
            called,
            extremes: self.extremes(),
            distance: self.view == View::Distance,
            ranges: &self.ranges(),
            target: goal.as_ref().map(|goal| (goal, reached(self.of.indicator, &self.rounded))),
            known: self.ranked.len(),
            national: self.national.value.map(|value| (self.of.percent(value), self.sides())),
            whole: all.national(),
            built_in: all.is_built_in(),
            highlighted: &self.highlighted(),
            missing: &missing,
            notes,
        };
        lang::territories_summary(language, &facts)
    }

    /// The greatest and the least, of values or of distances, with whose they are.
    fn extremes(&self) -> Option<Extremes> {
        let all = &self.of.checked.territories;
        match self.view {
            View::Distance => self.distances.extremes(&self.shown, |index| self.name(index).to_owned()),
            _ => self.of.extremes(self.values, &self.ranked, |index| {
                whose(self.of.language, all.get(TerritoryId(index as u16)))
            }),
        }
    }

    /// How many are above the whole, level with it and below.
    fn sides(&self) -> [usize; 3] {
        if self.view == View::Distance {
            return self.distances.sides();
        }
        let level = self.of.rounded(self.national);
        [Ordering::Greater, Ordering::Equal, Ordering::Less].map(|side| {
            let known = self.rounded.iter().flatten();
            known.filter(|value| level.is_some_and(|level| (*value).cmp(&level) == side)).count()
        })
    }

    /// The least and the greatest value of each macro-area, in words; nothing where the view has no macro-areas.
    fn ranges(&self) -> Vec<String> {
        if !self.is_by_area() {
            return Vec::new();
        }
        let of_area = |chunk: &[(usize, u32)]| {
            let (first, last) = (chunk.first()?.0, chunk.last()?.0);
            let [high, low] = [first, last].map(|index| self.of.printed(&self.values[index]));
            Some(lang::range(self.of.language, self.of.area_title(self.of.area(first)), &low, &high))
        };
        self.shown.chunk_by(|a, b| self.of.area(a.0) == self.of.area(b.0)).filter_map(of_area).collect()
    }

    /// Where those that the author marks stand, in his order.
    fn highlighted(&self) -> Vec<String> {
        let said = |id: &TerritoryId| {
            let index = usize::from(id.0);
            let rank = self.ranked.iter().find(|(other, _)| *other == index).map(|(_, rank)| *rank);
            let tied = self.rounded.iter().filter(|other| **other == self.rounded[index]).count() > 1;
            let place = rank.map(|rank| (lang::place(self.of.language, rank, tied), self.ranked.len()));
            let missing = || self.of.terms().missing.to_owned();
            let printed = self.values[index].value.map_or_else(missing, |value| self.of.percent(value));
            lang::stands(self.of.language, self.name(index), place, &printed)
        };
        self.of.asked.highlight.iter().map(said).collect()
    }

    /// The notes on the figure as a whole, then those with marks.
    fn notes(&self, marked: Vec<Note>, has_line: bool) -> Vec<Note> {
        let language = self.of.language;
        let mut notes = self.of.with_general(marked, false);
        let of_goal = goal::note(language, self.of.edition, (self.of.indicator, Part::Territories), has_line);
        if let Some(note) = of_goal {
            notes.insert(0, note);
        }
        if let (View::Distance, rounding @ Rounding::Before { .. }) = (self.view, Rounding::of(self.distances.known()))
        {
            notes.insert(0, Note { mark: String::new(), text: lang::rounding(language, rounding).to_owned() });
        }
        notes
    }
}
