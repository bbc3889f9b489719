//! The panel of lines over time: its grid and axes, the lines with their points and breaks, and the names.

use super::across::Across;
use super::dashes::dashes;
use super::dates::{DATE_LINE, Dates};
use super::head::named;
use super::labels::{Labels, face, label, tall};
use super::sizes::{APART, DASH, DOT, Sizes};
use crate::chart::axis::DROP;
use crate::chart::mark::dumbbell::{full, hollow, jagged};
use crate::chart::mark::rows::{MIDDLE, Type};
use crate::chart::mark::spread::spread;
use crate::chart::plot::{Panel, Plot};
use crate::chart::text::line;
use crate::chart::ticks::{Measure, ticks};
use crate::chart::{Line, LinePoint, Lines, Room, Weight};
use crate::scene::{Anchor, Color, Face, Group, Node, Path, Stroke};
use crate::theme::Palette;

/// What a panel shows, and where it stands, in pixels.
pub struct Frame<'f> {
    /// The lines.
    pub lines: &'f Lines,
    /// Where the chart stands.
    pub room: &'f Room,
    /// The upper end of the panel.
    pub top: f64,
    /// The axis, which is its lower end.
    pub bottom: f64,
    /// Its edges and days.
    pub across: Across,
    /// Names at the right.
    pub labels: &'f Labels,
    /// Words below the axis.
    pub dates: &'f Dates,
    /// Height of the row of hollow circles; 0 where there are none.
    pub hollows: f64,
    /// Type of the ticks.
    pub kind: &'f Type,
    /// Sizes of the lines.
    pub sizes: &'f Sizes,
    /// Colours.
    pub palette: &'f Palette,
}

/// Axes, lines, points and words.
pub fn panel(frame: &Frame<'_>) -> Vec<Node> {
    let Frame { top, bottom, across: Across { left, right, first, last }, .. } = *frame;
    let days = Measure::to((last - first) as f64);
    let size_of_scene = (frame.room.right(), bottom + DROP + frame.hollows + frame.dates.height(frame.kind));
    let plot = Plot::new(size_of_scene, days, 1, Panel { left, right, top, bottom });
    frame.grid(&plot);
    frame.ticks(&plot);
    frame.date_words(&plot);
    frame.breaks(&plot);
    for (class, weight) in [("others", Weight::Quiet), ("lines", Weight::Named), ("lines national", Weight::National)] {
        frame.each(&plot, class, weight, |plot, row| frame.line(plot, row));
        frame.each(&plot, class, weight, |plot, row| frame.points(plot, row));
    }
    plot.group("breaks", |plot| named(frame.lines).for_each(|row| frame.parted(plot, row)));
    frame.missing(&plot);
    frame.leaders(&plot);
    frame.names(&plot);
    plot.finish()
}

impl Frame<'_> {
    /// The place of a value on a day, in the measures of the plot.
    fn at(&self, day: i64, value: f64) -> (f64, f64) {
        let scale = Measure::to(self.lines.axis_max);
        ((day - self.across.first) as f64, 1.0 - scale.within(value) / scale.within(f64::INFINITY))
    }

    fn values(&self) -> Vec<f64> {
        ticks(self.lines.axis_max, self.sizes.ticks)
    }

    fn days(&self) -> impl Iterator<Item = i64> {
        self.lines.dates.iter().map(|date| date.day)
    }

    /// Colour, width and radius of the points of a line.
    fn style(&self, weight: Weight) -> (Color, f64, f64) {
        let Sizes { widths, radii, .. } = self.sizes;
        match weight {
            Weight::National => (self.palette.accent, widths[0], radii[0]),
            Weight::Named => (self.palette.mark, widths[1], radii[1]),
            Weight::Quiet => (self.palette.link(self.palette.mark), widths[2], radii[2]),
        }
    }

    /// A level line a tick, a short upright one a date.
    fn grid(&self, plot: &Plot<Measure>) {
        let radius = self.sizes.radii[0];
        let stroke = Some(Stroke { color: self.palette.grid, width: 1.0 });
        let rule =
            |outline: Vec<(f64, f64)>| Node::Path(Path { outlines: vec![outline], closed: false, fill: None, stroke });
        plot.group("grid", |plot| {
            for value in self.values() {
                plot.mark(&[self.at(self.across.first, value)], |recorder, at| {
                    let ends = [self.across.left - radius, self.across.right + radius];
                    recorder.record(rule(ends.map(|x| (x, at[0].1)).to_vec()));
                });
            }
            for day in self.days() {
                plot.mark(&[self.at(day, 0.0)], |recorder, at| {
                    recorder.record(rule(vec![(at[0].0, self.bottom), (at[0].0, self.bottom + 5.0)]));
                });
            }
        });
    }

    /// The words of the values, left of the panel.
    fn ticks(&self, plot: &Plot<Measure>) {
        let (size, color) = (self.kind.tick, self.palette.quiet);
        plot.group("ticks", |plot| {
            for value in self.values() {
                plot.mark(&[self.at(self.across.first, value)], |recorder, at| {
                    let place = (self.across.left - self.sizes.radii[0] - size * 0.6, at[0].1 + MIDDLE * size);
                    let words = format!("{value}{}", self.lines.axis_suffix);
                    recorder.record(Node::Text(line(place, Anchor::End, Face::Sans, size, color, words)));
                });
            }
        });
    }

    /// The words of the dates that have room, below the axis.
    fn date_words(&self, plot: &Plot<Measure>) {
        let (dates, kind) = (self.dates, self.kind);
        let uprights: Vec<(f64, f64)> = self.days().map(|day| self.at(day, 0.0)).collect();
        plot.group("ticks dates", |plot| {
            plot.mark(&uprights, |recorder, at| {
                let at: Vec<f64> = at.iter().map(|(x, _)| *x).collect();
                for placed in dates.placed(&at, self.room, kind).iter().filter(|placed| placed.row < dates.rows) {
                    let below = self.bottom + DROP + self.hollows;
                    let head = below + placed.row as f64 * (dates.row(kind) + kind.tick * APART);
                    for (row, words) in dates.words[placed.index].iter().enumerate() {
                        let place = (placed.x, head + kind.tick * (0.75 + row as f64 * DATE_LINE));
                        let (color, words) = (self.palette.quiet, words.as_str());
                        let words = line(place, Anchor::Middle, Face::Sans, kind.tick, color, words);
                        recorder.record(Node::Text(words));
                    }
                }
            });
        });
    }

    /// An upright rule where no line goes on.
    fn breaks(&self, plot: &Plot<Measure>) {
        plot.group("breaks", |plot| {
            for found in &self.lines.breaks {
                plot.mark(&[self.at(found.from, 0.0), self.at(found.to, 0.0)], |recorder, at| {
                    let x = (at[0].0 + at[1].0) / 2.0;
                    recorder.record(dashes(&[(x, self.top), (x, self.bottom)], DASH, self.palette.accent, 2.0));
                });
            }
        });
    }

    /// Draws something for each line of a weight, in a group of its own.
    fn each(&self, plot: &Plot<Measure>, class: &'static str, weight: Weight, draw: impl Fn(&Plot<Measure>, &Line)) {
        plot.group(class, |plot| {
            self.lines.rows.iter().filter(|row| row.weight == weight).for_each(|row| draw(plot, row));
        });
    }

    /// The places of the points that have a value.
    fn known(&self, row: &Line) -> Vec<(f64, f64)> {
        row.points.iter().filter_map(|point| Some(self.at(point.day, point.value?))).collect()
    }

    fn line(&self, plot: &Plot<Measure>, row: &Line) {
        let (color, width, _) = self.style(row.weight);
        plot.mark(&self.known(row), |recorder, at| {
            let outlines = runs(&row.points, at);
            if !outlines.is_empty() {
                let stroke = Some(Stroke { color, width });
                let path = Node::Path(Path { outlines, closed: false, fill: None, stroke });
                let title = Some(row.title.clone());
                recorder.record(Node::Group(Group { class: "line", title, nodes: vec![path] }));
            }
        });
    }

    fn points(&self, plot: &Plot<Measure>, row: &Line) {
        let (color, _, radius) = self.style(row.weight);
        plot.mark(&self.known(row), |recorder, at| {
            let points: Vec<Node> = at.iter().map(|at| full(*at, radius, color)).collect();
            if !points.is_empty() {
                recorder.record(Node::Group(Group { class: "points", title: Some(row.title.clone()), nodes: points }));
            }
        });
    }

    /// A jagged mark where this line alone does not go on.
    fn parted(&self, plot: &Plot<Measure>, row: &Line) {
        let mut before = None;
        for point in &row.points {
            let Some(value) = point.value else { continue };
            if let (true, Some(before)) = (point.parted, before) {
                plot.mark(&[before, self.at(point.day, value)], |recorder, at| {
                    let middle = ((at[0].0 + at[1].0) / 2.0, (at[0].1 + at[1].1) / 2.0);
                    recorder.record(jagged(middle, self.sizes.radii[0] * 1.2, self.palette.accent));
                });
            }
            before = Some(self.at(point.day, value));
        }
    }

    /// One hollow circle a date: of the whole where its value is missing, else of any other with a name.
    fn missing(&self, plot: &Plot<Measure>) {
        let (radius, width) = self.sizes.hollow;
        let lacks = |day: i64, weight: Weight| {
            let of = self.lines.rows.iter().filter(|row| row.weight == weight);
            of.flat_map(|row| &row.points).any(|point| point.day == day && point.value.is_none())
        };
        for (class, weight) in [("missing", Weight::Named), ("missing national", Weight::National)] {
            plot.group(class, |plot| {
                for day in self.days().filter(|day| lacks(*day, weight)) {
                    if weight == Weight::Named && lacks(day, Weight::National) {
                        continue;
                    }
                    plot.mark(&[self.at(day, 0.0)], |recorder, at| {
                        let center = (at[0].0, self.bottom + 6.0 + radius);
                        recorder.record(hollow(center, radius, width, self.style(weight).0, self.palette.paper));
                    });
                }
            });
        }
    }

    /// Where the lines that have a name end.
    fn ends(&self) -> Vec<(f64, f64)> {
        let end = |(row, _): &(usize, Vec<String>)| {
            self.known(&self.lines.rows[*row]).last().copied().unwrap_or_else(|| self.at(self.across.first, 0.0))
        };
        self.labels.rows.iter().map(end).collect()
    }

    /// The middles of the names, from the ends of their lines: near these, and apart from each other.
    fn middles(&self, ends: &[(f64, f64)]) -> Vec<f64> {
        let size = self.labels.size;
        let heights: Vec<f64> = self.labels.rows.iter().map(|(_, words)| tall(words.len(), size)).collect();
        let wished: Vec<f64> = ends.iter().map(|(_, y)| *y).collect();
        spread(&wished, &heights, self.top - size * 0.5, self.bottom + size * 0.5)
    }

    /// What leads from the ends of the lines to their names: dots where a line ended before the last date, a short
    /// stroke where it ends there.
    fn leaders(&self, plot: &Plot<Measure>) {
        let (right, color) = (self.across.right, self.palette.quiet);
        plot.group("leaders", |plot| {
            plot.mark(&self.ends(), |recorder, ends| {
                for (((row, _), (x, y)), middle) in self.labels.rows.iter().zip(ends).zip(self.middles(ends)) {
                    let start = x + self.style(self.lines.rows[*row].weight).2 + 3.0;
                    let label = (right + self.sizes.reach - 5.0, middle);
                    if start < right - 1.0 {
                        recorder.record(dashes(&[(start, *y), (right, *y), label], DOT, color, 1.2));
                    } else {
                        let stroke = Some(Stroke { color, width: 1.2 });
                        let outlines = vec![vec![(start, *y), label]];
                        recorder.record(Node::Path(Path { outlines, closed: false, fill: None, stroke }));
                    }
                }
            });
        });
    }

    fn names(&self, plot: &Plot<Measure>) {
        let left = self.across.right + self.sizes.reach;
        for (class, of) in [("labels", Weight::Named), ("national", Weight::National)] {
            plot.group(class, |plot| {
                plot.mark(&self.ends(), |recorder, ends| {
                    for ((row, words), middle) in self.labels.rows.iter().zip(self.middles(ends)) {
                        let weight = self.lines.rows[*row].weight;
                        if weight == of {
                            let is_national = weight == Weight::National;
                            let color = if is_national { self.palette.accent } else { self.palette.ink };
                            for text in label((left, middle), words, face(weight), self.labels.size, color) {
                                recorder.record(Node::Text(text));
                            }
                        }
                    }
                });
            });
        }
    }
}

/// Outlines of what may be joined, from the places of the points that have a value. A step of no length is none.
fn runs(points: &[LinePoint], at: &[(f64, f64)]) -> Vec<Vec<(f64, f64)>> {
    let mut outlines: Vec<Vec<(f64, f64)>> = Vec::new();
    let known = points.iter().filter(|point| point.value.is_some());
    for (index, (point, at_point)) in known.zip(at).enumerate() {
        if point.joined && index > 0 {
            match outlines.last_mut() {
                Some(run) if run.last() == Some(&at[index - 1]) => run.push(*at_point),
                _ => outlines.push(vec![at[index - 1], *at_point]),
            }
        }
    }
    outlines
}
