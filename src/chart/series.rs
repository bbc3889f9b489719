//! What a chart is made of, before it is drawn: rows with their words and values, in the order shown.

use crate::data::observation::Cell;
use crate::theme::STEPS;

/// A chart, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// Horizontal bars.
    Bars(Bars),
    /// Horizontal bars under the names of macro-areas.
    Areas(Areas),
    /// Upright bars.
    Columns(Bars),
    /// Bars to both sides of the national value.
    Distance(Distance),
    /// A small panel of bars for each macro-area.
    Strip(Areas),
    /// Two values of each, before and after.
    Dumbbell(Dumbbell),
    /// Territory by item, yes or no.
    Matrix(Matrix),
    /// Values over time, a line each.
    Lines(Lines),
    /// Two values of each, joined from one upright axis to another.
    Slope(Slope),
    /// Territories as tiles, each at its place.
    Tiles(Places),
    /// Territories as they lie on the map of Italy.
    Map(Places),
}

/// Horizontal bars, first at the top.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// The bars, with the national one in its rank.
    pub rows: Vec<Bar>,
    /// The end of the axis, which begins at zero; the same for all figures of a measure.
    pub axis_max: f64,
    /// Tick label of a value: unit sign, appended to each tick.
    pub axis_suffix: String,
    /// A value to be reached.
    pub target: Option<Target>,
    /// Names without a value, with their marks: listed under the bars.
    pub absent: Vec<Labelled>,
    /// The word before that list: "n.d.".
    pub absent_word: String,
}

/// A value to be reached: a line through all bars.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Where on the axis.
    pub value: f64,
    /// What it is: "PNRR: 85% entro il 2025".
    pub label: String,
}

/// Bars by macro-area, on one axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Areas {
    /// The national value, which belongs to none of them.
    pub national: Option<Bar>,
    /// The macro-areas, in the order of the list of territories.
    pub areas: Vec<Area>,
    /// The end of the axis, which begins at zero; the same for all figures of a measure.
    pub axis_max: f64,
    /// Tick label of a value: unit sign, appended to each tick.
    pub axis_suffix: String,
    /// A value to be reached.
    pub target: Option<Target>,
    /// The national name, where it has no value.
    pub absent: Vec<Labelled>,
    /// In the place of a value that is missing: "n.d.".
    pub absent_word: String,
}

/// One macro-area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Area {
    /// Its title.
    pub title: String,
    /// Its bars, the longest first.
    pub rows: Vec<Bar>,
    /// Its names without a value.
    pub absent: Vec<Labelled>,
}

/// Distances from the national value, the greatest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Distance {
    /// The bars; of each, `value` is its distance, below zero where it is less.
    pub rows: Vec<Bar>,
    /// The national value: where on the axis of the measure zero stands.
    pub zero: f64,
    /// What stands at zero: "Italia: 41%"
    pub zero_label: String,
    /// The end of the axis of the measure, which begins at zero: all figures have as many pixels a point.
    pub axis_max: f64,
    /// Names without a value, with their marks: listed under the bars.
    pub absent: Vec<Labelled>,
    /// The word before that list: "n.d.".
    pub absent_word: String,
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// Name and mark.
    pub label: Labelled,
    /// Rank among those with a value; ties share one. The national value has none, nor have items.
    pub rank: Option<u32>,
    /// Length.
    pub value: f64,
    /// The value as printed: "89%".
    pub printed: String,
    /// Whether it is the national value.
    pub national: bool,
    /// Whether it is marked among the others.
    pub highlight: bool,
}

/// Two values of each row on one axis, first at the top.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dumbbell {
    /// The rows that have a value before, after or both, with the national one in its rank.
    pub rows: Vec<Pair>,
    /// The end of the axis, which begins at zero.
    pub axis_max: f64,
    /// Tick label of a value: unit sign, appended to each tick.
    pub axis_suffix: String,
    /// What a hollow circle stands for, and what a full one: "giugno – agosto 2024", "gennaio – marzo 2025".
    pub legend: [String; 2],
    /// Where the two may not be compared: why, said at the head of the figure.
    pub broken: Option<String>,
    /// Names without a value in both, with their marks: listed under the rows.
    pub absent: Vec<Labelled>,
    /// The words before that list.
    pub absent_word: String,
}

/// One row: what was and what is.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Name and mark.
    pub label: Labelled,
    /// What was.
    pub old: Option<f64>,
    /// What is.
    pub new: Option<f64>,
    /// What is, as printed: "65%", "n.d."
    pub printed: String,
    /// What came of it: "+26 punti", "invariato", "prima n.d."
    pub said: String,
    /// Whether the two may be compared, and a line joins them.
    pub joined: bool,
    /// Whether it is the national value.
    pub national: bool,
    /// Whether it is marked among the others.
    pub highlight: bool,
}

/// Territories where they lie, each with its value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    /// The territories, in the order of their list; on a map all those of Italy.
    pub units: Vec<Place>,
    /// The value of the whole.
    pub whole: Whole,
    /// What the steps of the scale mean, from the lowest: "dallo 0 a meno del 20%".
    pub steps: [String; STEPS],
    /// What stands for a value that is missing, and means it: "n.d.", "dato non disponibile".
    pub absent: [String; 2],
    /// What is said beside: "Massimo", and "89%, Emilia-Romagna".
    pub facts: Vec<[String; 2]>,
    /// The word before values that have no room at their place: "Valori".
    pub listed: String,
}

/// One territory at its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// Name and mark.
    pub label: Labelled,
    /// Its short name: "LAZ".
    pub short: String,
    /// Its tile: column and row, from zero.
    pub tile: (u16, u16),
    /// The step of its value, from zero; `None` where it is missing.
    pub step: Option<usize>,
    /// The value as printed: "8%", "n.d."
    pub printed: String,
    /// What it says, where a reader may ask: "Lazio: 8% (10ª)".
    pub said: String,
    /// Whether it is marked among the others.
    pub highlight: bool,
}

/// The value of the whole, beside those of its parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Whole {
    /// Name and mark.
    pub label: Labelled,
    /// What its value is: "valore nazionale".
    pub said: String,
    /// The value as printed; "n.d." where it is missing.
    pub printed: String,
}

/// A name with the marks of its notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labelled {
    /// The name.
    pub name: String,
    /// "*", "**", "†": joined; empty where there is no note.
    pub mark: String,
}

impl Labelled {
    /// The name with its mark, as printed.
    pub(super) fn printed(&self) -> String {
        format!("{}{}", self.name, self.mark)
    }
}

/// An availability table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    /// Heads of columns.
    pub columns: Vec<Labelled>,
    /// Rows, best first.
    pub rows: Vec<MatrixRow>,
    /// Words of a cell: yes, no, missing, in this order; for titles and the legend.
    pub words: [String; 3],
    /// Head of the counts at the end of rows.
    pub total: String,
}

/// A row of an availability table.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow {
    /// Territory and mark.
    pub label: Labelled,
    /// Whether it is marked among the others.
    pub highlight: bool,
    /// One a column.
    pub cells: Vec<Cell>,
    /// How many are there.
    pub yes: u32,
    /// How many of its cells are known.
    pub known: u32,
}

/// Values over time, a line each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// The dates of the editions, the oldest first; no day stands twice.
    pub dates: Vec<Date>,
    /// The lines that have a value at all: the national one, then the others by their last value.
    pub rows: Vec<Line>,
    /// The end of the axis, which begins at zero.
    pub axis_max: f64,
    /// Tick label of a value: unit sign, appended to each tick.
    pub axis_suffix: String,
    /// Where no line goes on, with the reason, said at the head of the figure.
    pub breaks: Vec<LineBreak>,
    /// What a jagged mark in one line stands for.
    pub parted_word: String,
    /// What a hollow circle at the foot of the axis stands for.
    pub missing_word: String,
    /// Names without a value at any date: listed under the lines.
    pub absent: Vec<Labelled>,
    /// The words before that list.
    pub absent_word: String,
}

/// A date of the time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// Its day, counted from any day.
    pub day: i64,
    /// As printed, on two lines: "31 ago", "2024".
    pub words: [String; 2],
    /// How many lines have no value there, as printed; empty where all have one.
    pub without: String,
}

/// The values of one row over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Name and mark.
    pub label: Labelled,
    /// Its last value as printed, with its date where it is not the last one: "73%", "69% (30 nov 2024)".
    pub ending: String,
    /// All its values as printed, for whoever points at it.
    pub title: String,
    /// Its values, in the order of the editions.
    pub points: Vec<LinePoint>,
    /// How strongly it is drawn, and whether it is named.
    pub weight: Weight,
}

/// One value of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinePoint {
    /// Its day, on the scale of the dates.
    pub day: i64,
    /// None where it is missing.
    pub value: Option<f64>,
    /// Whether a line joins it to the point before, with which it may be compared.
    pub joined: bool,
    /// Whether it alone may not be compared with the point before.
    pub parted: bool,
}

/// How strongly a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The whole: strongest, and named.
    National,
    /// Named at its end.
    Named,
    /// Thin, without a name.
    Quiet,
}

/// Two dates between which no line goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineBreak {
    /// The day before it.
    pub from: i64,
    /// The day after it.
    pub to: i64,
    /// Why, as a sentence.
    pub words: String,
}

/// Two values of each row, on two upright axes; where they would not be legible, its rows are drawn as dumbbells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slope {
    /// The rows and all that is said at the head and the foot.
    pub pairs: Dumbbell,
    /// What was, as printed, of each row; empty where there is none.
    pub before: Vec<String>,
    /// Names that have a value on one side only, after the words for it: "prima n.d.", "ora n.d.".
    pub one_sided: Vec<(String, Vec<Labelled>)>,
}
