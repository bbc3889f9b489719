//! Figures: observations become rows in rank order, with marks, notes, a summary and a table.

use super::described;
use super::distance::Distances;
use super::goal::{self, goal, reached};
use super::notes::Notes;
use super::places::{Known, places};
use super::provenance::provenance;
use super::rank::ranking;
use super::value;
use crate::chart::{Area, Areas, Bar, Bars, Chart, Distance, Labelled, Matrix, MatrixRow, Target};
use crate::check::{Body, Checked, EditionData, FigureData, Series, WordsData};
use crate::data::indicator::{Indicator, Part};
use crate::data::number::{Number, Rounded};
use crate::data::observation::{Cell, Observation};
use crate::data::points::Rounding;
use crate::data::prose::Inline;
use crate::data::territory::TerritoryId;
use crate::data::value::Value;
use crate::data::view::View;
use crate::diag::Language;
use crate::lang::{self, Extremes, ItemsFacts, TableFacts, Terms, TerritoriesFacts, terms, whose};
use crate::resolve::compare::compared::Side;
use crate::resolve::names::{dataset_name, view_id};
use crate::resolve::report::{Figure, Note, Own, Table, TableRow};

/// A figure of an edition. `number` counts figures from 1.
pub fn figure(checked: &Checked, edition: &EditionData, series: &Series, asked: &FigureData, number: usize) -> Figure {
    let part = asked.part;
    let indicator = &checked.catalogue.indicators[series.indicator];
    let group = &checked.catalogue.groups[indicator.group];
    let (title, measure) = words(indicator, series.definition, part);
    let own = own_words(checked, &asked.words);
    let (title, is_own) = (own.title.unwrap_or(title), own.summary.is_some());
    let language = checked.site.language;
    let when = lang::when(language, series.period);
    let provenance = provenance(checked, edition, &[Side { edition, series }], &measure, language);
    let measure = match (asked.view, checked.territories.is_built_in()) {
        (View::Distance, built_in) => lang::distance_measure(language, &measure, built_in),
        _ => measure,
    };
    let measure = format!("{measure} · {when}");
    let draw =
        Drawing { checked, edition, asked, indicator, series, language, when: &lang::adverb(language, series.period) };
    let Drawn { chart, table, summary, notes, sources } = match &series.body {
        Body::Territories { national, values } => draw.territories(national, values),
        Body::Items(values) => draw.items(values),
        Body::Table { cells, source } => draw.table(cells, source.as_deref()),
    };
    let called = match part {
        Part::Items => lang::items(language),
        Part::Territories | Part::Table => lang::called(language, &checked.territories),
    };
    let mut drawn = described::drawn(language, &chart, &called, &checked.territories.national().name);
    if let Some(goal) = goal(language, indicator).filter(|_| has_line(&chart)) {
        drawn.push_str(&format!(" {}", lang::target_drawn(language, &goal)));
    }
    let number = lang::figure(language, number);
    let id = view_id(indicator, part, asked.view);
    Figure {
        caption: lang::caption(language, &title, &indicator.origin, &when),
        kicker: format!("{} · {}", group.title, indicator.short),
        dataset: dataset_name(indicator, part),
        id,
        title,
        number,
        definition: indicator.definitions[series.definition].text.clone(),
        summary: own.summary.unwrap_or(summary),
        own: Own { kicker: true, title: true, summary: is_own },
        drawn,
        chart,
        table,
        source_label: terms(language).source.to_owned(),
        source: draw.source(&sources),
        notes,
        provenance,
        measure,
    }
}

/// Title and measure.
pub fn words(indicator: &Indicator, definition: usize, part: Part) -> (String, String) {
    match indicator.figure_words(definition, part) {
        None => (indicator.title.clone(), format!("% {}", indicator.whole(definition))),
        Some(words) => (words.title.clone(), words.measure.clone()),
    }
}

/// What an author says of a figure, ready to print.
#[derive(Default)]
pub struct OwnWords {
    /// In place of the indicator's title, or of the finding.
    pub title: Option<String>,
    /// In place of the summary written from the data.
    pub summary: Option<String>,
}

/// What an author says of a figure: numbers and dates as in the author's language, whatever ours is.
pub fn own_words(checked: &Checked, words: &WordsData) -> OwnWords {
    let said = |text: &Option<Vec<Inline<Value>>>| text.as_ref().map(|text| value::said(text, checked.site.authors));
    OwnWords { title: said(&words.title), summary: said(&words.summary) }
}

struct Drawing<'d> {
    checked: &'d Checked,
    edition: &'d EditionData,
    asked: &'d FigureData,
    indicator: &'d Indicator,
    series: &'d Series,
    language: Language,
    /// When, as an adverb.
    when: &'d str,
}

struct Drawn<'d> {
    chart: Chart,
    table: Table,
    summary: String,
    notes: Vec<Note>,
    /// Keys of the sources used.
    sources: Vec<&'d str>,
}

impl<'d> Drawing<'d> {
    fn territories(&self, national: &'d Observation, values: &'d [Observation]) -> Drawn<'d> {
        let all = &self.checked.territories;
        let whole = all.national();
        let name = |index: usize| all.get(TerritoryId(index as u16)).name.as_str();
        let whose = |index: usize| whose(self.language, all.get(TerritoryId(index as u16)));
        let called = lang::called(self.language, all);
        let rounded: Vec<Option<Rounded>> = values.iter().map(|value| self.rounded(value)).collect();
        let alphabetical = |index: usize| all.alphabetical(TerritoryId(index as u16));
        let ranked = self.ranked(values, alphabetical);

        let level = self.rounded(national);
        let view = match self.asked.view {
            // Without a value to be distant from there are values only; an outline that asks for it is refused.
            View::Distance if level.is_none() => View::Bars,
            view => view,
        };
        let by_area = matches!(view, View::Areas | View::Strip);
        let distances = Distances::new(self.language, national, values, self.indicator.decimals);
        // The national value stands in its order, before those of its very value; with macro-areas, above them.
        let place = match view {
            _ if by_area => 0,
            View::Distance => distances.sides()[0],
            _ => ranked.iter().take_while(|(index, _)| values[*index].value > national.value).count(),
        };
        let area = |index: usize| self.area(index);
        let mut without: Vec<usize> = (0..values.len()).filter(|index| rounded[*index].is_none()).collect();
        without.sort_by_key(|index| alphabetical(*index));
        let mut shown = ranked.clone();
        if by_area {
            shown.sort_by_key(|(index, _)| area(*index));
            without.sort_by_key(|index| area(*index));
        } else if view == View::Distance {
            distances.sort(&mut shown);
        }

        let mut notes = Notes::new(self.language);
        let mut table = self.head(&lang::upper(&called.one), true);
        let (mut rows, mut order) = (Vec::with_capacity(values.len() + 1), Vec::with_capacity(values.len() + 1));
        let whole_bar = |order: &mut Vec<Option<usize>>, notes: &mut Notes, table: &mut Table| {
            let bar = self.bar(&whole.name, national, None, true, notes, table);
            order.extend(bar.as_ref().map(|_| None));
            bar
        };
        for (position, &(index, rank)) in shown.iter().enumerate() {
            if position == place {
                rows.extend(whole_bar(&mut order, &mut notes, &mut table));
            }
            let bar = self.bar(name(index), &values[index], Some(rank), false, &mut notes, &mut table);
            rows.extend(bar.map(|bar| Bar { highlight: self.is_marked(index), ..bar }));
            order.push(Some(index));
        }
        if place == shown.len() {
            rows.extend(whole_bar(&mut order, &mut notes, &mut table));
        }
        let absent = without.iter().map(|&index| self.absent(name(index), &values[index], &mut notes, &mut table));
        let mut absent: Vec<Labelled> = absent.collect();
        order.extend(without.iter().copied().map(Some));
        if national.value.is_none() {
            absent.push(self.absent(&whole.name, national, &mut notes, &mut table));
            order.push(None);
        }

        let titles = all.areas();
        let title = |place: usize| titles.get(place).map_or(self.terms().elsewhere, |area| area.title.as_str());
        match view {
            View::Distance => {
                column(&mut table, self.terms().distance, true, &order, |index| distances.printed(index));
            }
            _ if by_area => column(&mut table, self.terms().area, false, &order, |index| title(area(index)).to_owned()),
            _ => {}
        }
        let target = self.target();
        let chart = match view {
            View::Distance => {
                let mut bars = rows.into_iter().zip(&order).filter_map(|(bar, who)| Some((bar, (*who)?)));
                let bar = |(bar, index): (Bar, usize)| {
                    let value = distances.of(index)?.number().to_f64();
                    Some(Bar { value, printed: distances.printed(index), ..bar })
                };
                let printed = national.value.map_or_else(String::new, |value| self.percent(value));
                Chart::Distance(Distance {
                    rows: bars.by_ref().filter_map(bar).collect(),
                    zero: level.map_or(0.0, |level| Number::from(level).to_f64()),
                    zero_label: format!("{}: {printed}", whole.name),
                    axis_max: self.indicator.end.to_f64(),
                    absent,
                    absent_word: self.terms().missing.to_owned(),
                })
            }
            View::Columns => Chart::Columns(Bars { target, ..self.bars(rows, absent) }),
            _ if by_area => {
                let Bars { rows, axis_max, axis_suffix, absent_word, .. } = self.bars(rows, Vec::new());
                let mut groups: Vec<Area> = (0..=titles.len())
                    .map(|place| Area { title: title(place).to_owned(), ..Area::default() })
                    .collect();
                let (mut whole_bar, mut whole_absent) = (None, Vec::new());
                let known = rows.len();
                for (bar, who) in rows.into_iter().zip(&order) {
                    match who {
                        Some(index) => groups[area(*index)].rows.push(bar),
                        None => whole_bar = Some(bar),
                    }
                }
                for (label, who) in absent.into_iter().zip(&order[known..]) {
                    match who {
                        Some(index) => groups[area(*index)].absent.push(label),
                        None => whole_absent.push(label),
                    }
                }
                groups.retain(|area| !area.rows.is_empty() || !area.absent.is_empty());
                let areas = Areas {
                    national: whole_bar,
                    areas: groups,
                    axis_max,
                    axis_suffix,
                    target,
                    absent: whole_absent,
                    absent_word,
                };
                if view == View::Strip { Chart::Strip(areas) } else { Chart::Areas(areas) }
            }
            View::Tiles | View::Map => {
                let known = Known {
                    language: self.language,
                    decimals: self.indicator.decimals,
                    territories: all,
                    called: &called,
                    national,
                    values,
                    rounded: &rounded,
                    ranked: &ranked,
                    extremes: self.extremes(&rounded, &ranked, &|index| name(index).to_owned(), &|index| {
                        self.printed(&values[index])
                    }),
                    scale: self.indicator.end,
                    highlight: &self.asked.highlight,
                };
                let places = places(&known, &mut notes);
                if view == View::Map { Chart::Map(places) } else { Chart::Tiles(places) }
            }
            _ => Chart::Bars(Bars { target, ..self.bars(rows, absent) }),
        };

        without.sort_by_key(|index| alphabetical(*index));
        let missing: Vec<String> = without.iter().map(|&index| name(index).to_owned()).collect();
        let notes = notes.finish();
        let side = |side: std::cmp::Ordering| {
            rounded.iter().flatten().filter(|value| (*value).cmp(&level.unwrap_or(**value)) == side).count()
        };
        let ranges: Vec<String> = match by_area {
            true => self.ranges(values, &shown, &title),
            false => Vec::new(),
        };
        let extremes = match view {
            View::Distance => distances.extremes(&shown, |index| name(index).to_owned()),
            _ => self.extremes(&rounded, &ranked, &whose, &|index| self.printed(&values[index])),
        };
        let goal = goal(self.language, self.indicator);
        let summary = lang::territories_summary(
            self.language,
            &TerritoriesFacts {
                when: self.when,
                called: &called,
                extremes,
                distance: view == View::Distance,
                ranges: &ranges,
                target: goal.as_ref().map(|goal| (goal, reached(self.indicator, &rounded))),
                known: ranked.len(),
                national: national.value.map(|value| {
                    let sides = [std::cmp::Ordering::Greater, std::cmp::Ordering::Equal, std::cmp::Ordering::Less];
                    let sides = if view == View::Distance { distances.sides() } else { sides.map(side) };
                    (lang::percent(self.language, value, self.indicator.decimals), sides)
                }),
                whole,
                built_in: all.is_built_in(),
                highlighted: &self.highlighted(values, &rounded, &ranked),
                missing: &missing,
                notes: &texts(&notes),
            },
        );
        let mut notes = self.with_general(notes, false);
        let of_goal = goal::note(self.language, self.edition, (self.indicator, Part::Territories), has_line(&chart));
        if let Some(note) = of_goal {
            notes.insert(0, note);
        }
        if let (View::Distance, rounding @ Rounding::Before { .. }) = (view, Rounding::of(distances.known())) {
            notes.insert(0, Note { mark: String::new(), text: lang::rounding(self.language, rounding).to_owned() });
        }
        Drawn { chart, table, summary, notes, sources: sources(values.iter().chain([national])) }
    }

    fn items(&self, values: &'d [Observation]) -> Drawn<'d> {
        let items = self.indicator.items_of(self.series.definition);
        let name = |index: usize| items[index].title.as_str();
        let rounded: Vec<Option<Rounded>> = values.iter().map(|value| self.rounded(value)).collect();
        let ranked = self.ranked(values, |index| index);
        let mut notes = Notes::new(self.language);
        let mut table = self.head(self.terms().item, false);
        let rows: Vec<Bar> = ranked
            .iter()
            .filter_map(|&(index, _)| self.bar(name(index), &values[index], None, false, &mut notes, &mut table))
            .collect();
        let without: Vec<usize> = (0..values.len()).filter(|index| rounded[*index].is_none()).collect();
        let absent: Vec<Labelled> =
            without.iter().map(|&index| self.absent(name(index), &values[index], &mut notes, &mut table)).collect();
        let missing: Vec<String> = without.iter().map(|&index| name(index).to_owned()).collect();
        let notes = notes.finish();
        let summary = lang::items_summary(
            self.language,
            &ItemsFacts {
                when: self.when,
                extremes: self.extremes(&rounded, &ranked, &|index| name(index).to_owned(), &|index| {
                    self.printed(&values[index])
                }),
                known: ranked.len(),
                missing: &missing,
                notes: &texts(&notes),
            },
        );
        Drawn {
            chart: Chart::Bars(self.bars(rows, absent)),
            table,
            summary,
            notes: self.with_general(notes, true),
            sources: sources(values),
        }
    }

    fn table(&self, cells: &[Vec<Cell>], source: Option<&'d str>) -> Drawn<'d> {
        let all = &self.checked.territories;
        let items = self.indicator.items_of(self.series.definition);
        let count = |row: &[Cell], of: Cell| row.iter().filter(|cell| **cell == of).count() as u32;
        let yes: Vec<u32> = cells.iter().map(|row| count(row, Cell::Yes)).collect();
        let known: Vec<u32> = cells.iter().map(|row| row.len() as u32 - count(row, Cell::Missing)).collect();
        let mut order: Vec<usize> = (0..cells.len()).collect();
        order.sort_by_key(|&row| (std::cmp::Reverse(yes[row]), all.alphabetical(TerritoryId(row as u16))));
        let rows: Vec<MatrixRow> = order
            .iter()
            .map(|&row| MatrixRow {
                label: Labelled { name: all.get(TerritoryId(row as u16)).name.clone(), mark: String::new() },
                highlight: self.is_marked(row),
                cells: cells[row].clone(),
                yes: yes[row],
                known: known[row],
            })
            .collect();
        let called = lang::called(self.language, all);
        let words = self.terms().cells.map(str::to_owned);
        let printed = self.terms().yes_no;
        let mut head = vec![lang::upper(&called.one)];
        head.extend(items.iter().map(|item| item.short.clone()));
        head.push(self.terms().total.to_owned());
        let table = Table {
            numeric: head.iter().enumerate().map(|(column, _)| column + 1 == head.len()).collect(),
            rows: rows
                .iter()
                .map(|row| {
                    let mut texts = vec![row.label.name.clone()];
                    texts.extend(row.cells.iter().map(|cell| printed[*cell as usize].to_owned()));
                    texts.push(lang::out_of(self.language, row.yes, row.known));
                    TableRow { national: false, cells: texts }
                })
                .collect(),
            head,
        };

        let column = |index: usize| cells.iter().map(move |row| row[index]);
        let titles = |keep: &dyn Fn(usize) -> bool| -> Vec<String> {
            let kept = items.iter().enumerate().filter(|(index, _)| keep(*index));
            kept.map(|(_, item)| item.title.clone()).collect()
        };
        let everywhere = titles(&|index| column(index).all(|cell| cell == Cell::Yes));
        let unknown = titles(&|index| column(index).all(|cell| cell == Cell::Missing));
        let of = |row: usize| lang::out_of(self.language, yes[row], known[row]);
        // Rows of which different numbers of cells are known have no order to speak of.
        let comparable =
            known.windows(2).all(|pair| pair[0] == pair[1]) && known.first().is_some_and(|known| *known > 0);
        let extremes = order.first().zip(order.last()).filter(|_| comparable).map(|(&first, &last)| {
            let who = |most: u32| {
                let rows = order.iter().filter(|row| yes[**row] == most);
                rows.map(|&row| whose(self.language, all.get(TerritoryId(row as u16)))).collect::<Vec<_>>()
            };
            Extremes { max: of(first), max_who: who(yes[first]), min: of(last), min_who: who(yes[last]) }
        });
        let all_have =
            order.first().zip(order.last()).filter(|(first, last)| comparable && yes[**first] == yes[**last]);
        let marked = self.asked.highlight.iter().map(|id| {
            let row = usize::from(id.0);
            lang::stands(self.language, &all.get(*id).name, None, &of(row))
        });
        let highlighted: Vec<String> = marked.collect();
        let summary = lang::table_summary(
            self.language,
            &TableFacts {
                when: self.when,
                called: &called,
                territories: cells.len(),
                items: items.len(),
                extremes,
                all_have: all_have.map(|(&row, _)| [yes[row], known[row]]),
                everywhere: &everywhere,
                unknown: &unknown,
                highlighted: &highlighted,
                notes: &[],
            },
        );
        let columns = items.iter().map(|item| Labelled { name: item.short.clone(), mark: String::new() });
        Drawn {
            chart: Chart::Matrix(Matrix {
                columns: columns.collect(),
                rows,
                words,
                total: self.terms().total.to_owned(),
            }),
            table,
            summary,
            notes: self.with_general(Vec::new(), true),
            sources: source.into_iter().collect(),
        }
    }

    fn terms(&self) -> &'static Terms {
        terms(self.language)
    }

    /// Whether the author marks a territory.
    fn is_marked(&self, index: usize) -> bool {
        self.asked.highlight.contains(&TerritoryId(index as u16))
    }

    /// Where those that the author marks stand, in his order.
    fn highlighted(&self, values: &[Observation], rounded: &[Option<Rounded>], ranked: &[(usize, u32)]) -> Vec<String> {
        let said = |id: &TerritoryId| {
            let index = usize::from(id.0);
            let name = &self.checked.territories.get(*id).name;
            let rank = ranked.iter().find(|(other, _)| *other == index).map(|(_, rank)| *rank);
            let tied = rounded.iter().filter(|other| **other == rounded[index]).count() > 1;
            let place = rank.map(|rank| (lang::place(self.language, rank, tied), ranked.len()));
            let printed = values[index].value.map_or_else(
                || self.terms().missing.to_owned(),
                |value| lang::percent(self.language, value, self.indicator.decimals),
            );
            lang::stands(self.language, name, place, &printed)
        };
        self.asked.highlight.iter().map(said).collect()
    }

    /// Those with a value, with their ranks.
    fn ranked<N: Ord>(&self, values: &[Observation], names: impl Fn(usize) -> N) -> Vec<(usize, u32)> {
        let values: Vec<Option<Number>> = values.iter().map(|value| value.value).collect();
        ranking(&values, self.indicator.decimals, names)
    }

    fn rounded(&self, observation: &Observation) -> Option<Rounded> {
        observation.value.map(|value| value.rounded(self.indicator.decimals))
    }

    fn bars(&self, rows: Vec<Bar>, absent: Vec<Labelled>) -> Bars {
        Bars {
            rows,
            axis_max: self.indicator.end.to_f64(),
            axis_suffix: "%".to_owned(),
            target: None,
            absent,
            absent_word: self.terms().missing.to_owned(),
        }
    }

    /// A bar, and its row of the table; nothing where there is no value.
    fn bar(
        &self,
        name: &str,
        observation: &Observation,
        rank: Option<u32>,
        national: bool,
        notes: &mut Notes,
        table: &mut Table,
    ) -> Option<Bar> {
        let value = observation.value?;
        let printed = lang::percent(self.language, value, self.indicator.decimals);
        let label = Labelled { name: name.to_owned(), mark: notes.mark(name, observation) };
        self.row(&label, &printed, observation, rank, national, table);
        Some(Bar { label, rank, value: value.to_f64(), printed, national, highlight: false })
    }

    /// A name without a value, and its row of the table.
    fn absent(&self, name: &str, observation: &Observation, notes: &mut Notes, table: &mut Table) -> Labelled {
        let label = Labelled { name: name.to_owned(), mark: notes.mark(name, observation) };
        self.row(&label, self.terms().missing, observation, None, false, table);
        label
    }

    /// Columns: name, value, count, rank where there are ranks, note, source.
    fn head(&self, first: &str, ranked: bool) -> Table {
        let Terms { value, count, rank, note, source, .. } = *self.terms();
        let mut head = vec![first, value, count];
        if ranked {
            head.push(rank);
        }
        head.extend([note, source]);
        let numeric = head.iter().map(|name| [value, count, rank].contains(name)).collect();
        Table { head: head.into_iter().map(str::to_owned).collect(), rows: Vec::new(), numeric }
    }

    fn row(
        &self,
        label: &Labelled,
        printed: &str,
        observation: &Observation,
        rank: Option<u32>,
        national: bool,
        table: &mut Table,
    ) {
        let mut cells = vec![label.name.clone(), printed.to_owned()];
        cells.push(match (observation.count, observation.of) {
            (Some(count), Some(of)) => lang::out_of(self.language, count, of),
            _ => String::new(),
        });
        if table.head.iter().any(|head| head == self.terms().rank) {
            cells.push(rank.map_or_else(String::new, |rank| lang::rank(self.language, rank)));
        }
        cells.push(super::notes::words(self.language, observation).unwrap_or_default());
        cells.push(observation.source.as_deref().map_or_else(String::new, |key| self.publisher(key).to_owned()));
        table.rows.push(TableRow { national, cells });
    }

    fn extremes(
        &self,
        rounded: &[Option<Rounded>],
        ranked: &[(usize, u32)],
        name: &dyn Fn(usize) -> String,
        printed: &dyn Fn(usize) -> String,
    ) -> Option<Extremes> {
        let (first, last) = (ranked.first()?.0, ranked.last()?.0);
        let who = |of: usize| {
            ranked.iter().filter(|(index, _)| rounded[*index] == rounded[of]).map(|(index, _)| name(*index)).collect()
        };
        Some(Extremes { max: printed(first), max_who: who(first), min: printed(last), min_who: who(last) })
    }

    /// The place of a territory's macro-area; the one after the last where it has none.
    fn area(&self, index: usize) -> usize {
        let all = &self.checked.territories;
        let area = &all.get(TerritoryId(index as u16)).area;
        all.areas().iter().position(|known| known.id == *area).unwrap_or(all.areas().len())
    }

    /// From where to where each macro-area reaches, of those shown in the order of the areas.
    fn ranges<'t>(
        &self,
        values: &[Observation],
        shown: &[(usize, u32)],
        title: &dyn Fn(usize) -> &'t str,
    ) -> Vec<String> {
        let of_area = |chunk: &[(usize, u32)]| {
            let (first, last) = (chunk.first()?.0, chunk.last()?.0);
            let (high, low) = (self.printed(&values[first]), self.printed(&values[last]));
            Some(lang::range(self.language, title(self.area(first)), &low, &high))
        };
        shown.chunk_by(|a, b| self.area(a.0) == self.area(b.0)).filter_map(of_area).collect()
    }

    /// The line of what is to be reached.
    fn target(&self) -> Option<Target> {
        let target = self.indicator.target.as_ref()?;
        Some(Target {
            value: target.value.to_f64(),
            label: lang::target(self.language, &goal(self.language, self.indicator)?),
        })
    }

    fn publisher(&self, key: &str) -> &str {
        self.edition.sources.iter().find(|source| source.id == key).map_or("", |source| source.publisher.as_str())
    }

    fn percent(&self, value: Number) -> String {
        lang::percent(self.language, value, self.indicator.decimals)
    }

    /// A value as printed; nothing where there is none.
    fn printed(&self, observation: &Observation) -> String {
        observation.value.map_or_else(String::new, |value| self.percent(value))
    }

    /// Whose measurement it is, and who published the values.
    fn source(&self, keys: &[&str]) -> String {
        let mut publishers = Vec::new();
        add_publishers(self.edition, keys, &mut publishers);
        sourced(self.language, &self.indicator.origin, &publishers)
    }

    /// Notes on the figure as a whole come before those with marks.
    fn with_general(&self, notes: Vec<Note>, of_items: bool) -> Vec<Note> {
        let general = |text: String| Note { mark: String::new(), text };
        let mut all: Vec<Note> = self.series.note.iter().map(|note| general(note.clone())).collect();
        all.extend(self.indicator.uncapped.iter().map(|why| general(lang::uncapped(self.language, why))));
        let definition = &self.indicator.definitions[self.series.definition];
        let listed = definition.items.len();
        match definition.total {
            total if of_items && total != Some(listed as u32) => {
                all.push(general(lang::partial_list(self.language, listed, total)));
            }
            _ => {}
        }
        all.extend(notes);
        all
    }
}

/// Whether a line of a chart marks what is to be reached.
fn has_line(chart: &Chart) -> bool {
    match chart {
        Chart::Bars(bars) | Chart::Columns(bars) => bars.target.is_some(),
        Chart::Areas(areas) | Chart::Strip(areas) => areas.target.is_some(),
        _ => false,
    }
}

/// Adds a column before the notes: of the national row it is empty.
fn column(table: &mut Table, head: &str, numeric: bool, order: &[Option<usize>], cell: impl Fn(usize) -> String) {
    let place = table.head.len() - 2;
    table.head.insert(place, head.to_owned());
    table.numeric.insert(place, numeric);
    for (row, who) in table.rows.iter_mut().zip(order) {
        row.cells.insert(place, who.map_or_else(String::new, &cell));
    }
}

/// Adds the publishers of some sources, each once, in the author's order.
pub fn add_publishers<'d>(edition: &'d EditionData, keys: &[&str], publishers: &mut Vec<&'d str>) {
    for source in edition.sources.iter().filter(|source| keys.contains(&source.id.as_str())) {
        if !publishers.contains(&source.publisher.as_str()) {
            publishers.push(&source.publisher);
        }
    }
}

/// Whose measurement it is, and who published the values.
pub fn sourced(language: Language, origin: &str, publishers: &[&str]) -> String {
    match publishers {
        [] => origin.to_owned(),
        _ => lang::published_by(language, origin, publishers),
    }
}

/// What notes say, without their marks.
pub fn texts(notes: &[Note]) -> Vec<String> {
    notes.iter().map(|note| note.text.clone()).collect()
}

/// Keys of the sources of some observations.
fn sources<'o>(observations: impl IntoIterator<Item = &'o Observation>) -> Vec<&'o str> {
    observations.into_iter().filter_map(|observation| observation.source.as_deref()).collect()
}
