//! The slide of a figure: title, measure, and what it shows as a chart or a table of Office; as shapes of its own where
//! Office has no such chart. What has no value is listed below.

use super::chart::bars::{Bars, Row};
use super::chart::pen::Pen;
use super::chart::placed::{Placed, end};
use super::chart::{dumbbell, lines};
use super::drawing::{self, Fit};
use super::matrix;
use super::page::{Page, alternative};
use super::shape::{Name, RECTANGLE};
use super::text::{Look, Setting, paragraph, room, wider};
use super::xml;
use crate::chart::{self, Areas, Bar, Chart, Dumbbell, Labelled, Lines, Plan, Set, Slope, Target, wrap};
use crate::lang::terms;
use crate::layout::Area;
use crate::resolve::Figure;
use crate::scene::{Anchor, Color, Face, Group, Node, Path, Rect, Scene, Stroke};

/// The size of the list of names without a value, and the distance from one line of it to the next, both in pixels.
const LIST: (f64, f64) = (16.0, 22.4);

/// The height of the lowest row of a chart whose names can be read, in pixels.
const LOWEST: f64 = 15.0;

/// Fills the slide of a figure, given by its place in the edition. The last pair says which of its drawings the slide
/// shows, counted from 0, and how many it has.
pub fn fill(page: &mut Page<'_>, place: usize, (drawing, drawings): (usize, usize)) {
    let talk = page.talk;
    let (figure, sheet) = (&talk.edition.figures[place], &talk.sheets[place]);
    let scene = &sheet.slides[drawing];
    let boxes = page.slide.boxes;

    let title = if figure.own.title { &page.authors } else { &page.ours };
    let mut runs = title.run(&figure.title, Look::default());
    if drawings > 1 {
        let part = format!(" ({} {} {drawings})", drawing + 1, terms(talk.site.language).of);
        let look = Look { size: Some(26.0), color: Some(talk.palette.quiet), ..Look::default() };
        runs.push_str(&page.ours.run(&part, look));
    }
    page.head(&paragraph(&Setting::default(), &runs), &figure.kicker);
    if !figure.measure.is_empty() {
        let measure = page.plain(&figure.measure);
        page.shapes.placeholder(
            page.file.measure,
            "type=\"body\" sz=\"quarter\" idx=\"14\"",
            Some(&boxes.measure),
            "",
            &measure,
        );
    }
    let plan = chart::plan(&figure.chart, &scene.nodes);
    let body = Body { figure, scene, plan, part: (drawing, drawings), area: boxes.body };
    body.draw(page);
    page.rule();
    let (size, line) = page.foot_type(&figure.source_label, &figure.source, &figure.notes);
    let foot = page.sourced(&figure.source_label, &figure.source, &figure.notes, Some(size));
    page.foot(&foot, Some(line));
}

/// What a slide shows of a figure below its title and measure.
struct Body<'f> {
    figure: &'f Figure,
    /// The figure as it is drawn in every other format.
    scene: &'f Scene,
    /// What was decided when it was drawn.
    plan: Plan<'f>,
    /// Which drawing this is, counted from 0, and how many the figure has.
    part: (usize, usize),
    area: Area,
}

impl Body<'_> {
    fn draw(&self, page: &mut Page<'_>) {
        let drawn = match &self.figure.chart {
            Chart::Bars(bars) => self.bars(page, self.page_of(&bars.rows), bars),
            Chart::Columns(bars) if self.plan.upright => self.columns(page, self.page_of(&bars.rows), bars),
            Chart::Columns(bars) => self.bars(page, self.page_of(&bars.rows), bars),
            Chart::Areas(areas) => self.areas(page, areas),
            Chart::Strip(areas) if self.part.1 == 1 => self.areas(page, areas),
            Chart::Distance(distance) => self.distance(page, distance),
            Chart::Dumbbell(dumbbell) => self.dumbbell(page, dumbbell),
            Chart::Lines(lines) => self.lines(page, lines),
            Chart::Slope(slope) => self.slope(page, slope),
            Chart::Matrix(matrix) => {
                matrix::table(page, matrix, self.page_of(&matrix.rows), &self.area, self.figure, self.scene)
            }
            Chart::Strip(_) | Chart::Tiles(_) | Chart::Map(_) => false,
        };
        if !drawn {
            self.shapes(page);
        }
    }

    /// The rows of this slide; they are shared among slides as evenly as in every other format.
    fn page_of<'r, T>(&self, rows: &'r [T]) -> &'r [T] {
        chart::pages(rows, self.part.1.max(1)).get(self.part.0).copied().unwrap_or_default()
    }

    fn is_last(&self) -> bool {
        self.part.0 + 1 == self.part.1
    }

    /// Draws the figure as one group of shapes, where Office has no chart of its kind.
    fn shapes(&self, page: &mut Page<'_>) {
        let fit = Fit::within(&self.area, self.scene.width, self.scene.height);
        let (width, height) = (self.scene.width * fit.scale, self.scene.height * fit.scale);
        let area = Area { x: fit.at.0, y: fit.at.1, width, height };
        let nodes: Vec<&Node> = self.scene.nodes.iter().collect();
        let alternative = alternative(self.scene);
        let name = Name { name: page.file.drawing, title: &self.scene.title, alternative: &alternative };
        drawing::add(&mut page.shapes, &nodes, &fit, &area, &name, &page.ours);
    }

    /// Adds a chart in its frame, with its workbook.
    fn frame(&self, page: &mut Page<'_>, placed: Placed) {
        let relation = page.shapes.relations.to("chart", &format!("../charts/chart{}.xml", page.slide.number));
        let held = format!(
            "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"{relation}\"/>"
        );
        let alternative = alternative(self.scene);
        let name = Name { name: page.file.chart, title: &self.scene.title, alternative: &alternative };
        page.shapes.frame(&name, true, &placed.frame, "chart", &held);
        page.chart = Some((placed.written.part, placed.written.sheet.written()));
    }

    /// Adds the list of names without a value at the foot of the area, and returns the area that is left above it.
    fn absent(&self, page: &mut Page<'_>, word: &str, names: &[&Labelled]) -> Area {
        if names.is_empty() {
            return self.area;
        }
        let palette = page.talk.palette;
        let names: Vec<String> =
            names.iter().map(|label| format!("{}{}", label.name, label.mark).replace(' ', "\u{a0}")).collect();
        let names = names.join(", ");
        let (size, line) = LIST;
        let indent = room(Face::SansSemi, size, word);
        let count = wrap(Face::Sans, size * wider(Face::Sans), self.area.width, indent, &names).len() as f64;
        let height = count * line;
        let look = Look { size: Some(size), color: Some(palette.quiet), ..Look::default() };
        let runs = page.ours.run(&format!("{word} "), Look { bold: true, ..look }) + &page.ours.run(&names, look);
        let area = Area { y: self.area.bottom() - height, height, ..self.area };
        let text = paragraph(&Setting { line: Some(line), ..Setting::default() }, &runs);
        page.shapes.text_box(page.file.labels, &area, &super::shape::Inside::default(), "", &text);
        Area { height: self.area.height - height - 8.0, ..self.area }
    }

    /// The size of the printed values in the drawing, in pixels.
    fn size(&self) -> f64 {
        self.plan.values.map_or(18.0, |set| set.size)
    }

    /// Ranked values as a chart of Office takes them, lying or upright; the last slide names who is missing.
    fn listed<'b>(&'b self, rows: &'b [Bar], bars: &'b chart::Bars) -> Bars<'b> {
        Bars {
            rows: rows.iter().map(Row::Bar).collect(),
            absent: if self.is_last() { bars.absent.iter().collect() } else { Vec::new() },
            absent_word: &bars.absent_word,
            axis_max: bars.axis_max,
            suffix: &bars.axis_suffix,
            measure: &self.figure.measure,
            around: None,
            target: bars.target.as_ref().map(|target| target.value),
        }
    }

    fn bars(&self, page: &mut Page<'_>, rows: &[Bar], bars: &chart::Bars) -> bool {
        let list = self.listed(rows, bars);
        self.lying(page, list, bars.target.as_ref())
    }

    fn areas(&self, page: &mut Page<'_>, areas: &Areas) -> bool {
        let of_area = |area: usize| areas.areas[area].rows.iter().map(move |bar| (Some(area), bar));
        let mut all: Vec<(Option<usize>, &Bar)> = areas.national.iter().map(|bar| (None, bar)).collect();
        all.extend((0..areas.areas.len()).flat_map(of_area));
        let mut rows = Vec::new();
        let mut known = None;
        for (area, bar) in self.page_of(&all) {
            if *area != known {
                rows.extend(area.map(|area| Row::Head(&areas.areas[area].title)));
                known = *area;
            }
            rows.push(Row::Bar(bar));
        }
        let mut absent: Vec<&Labelled> = Vec::new();
        if self.is_last() {
            absent.extend(&areas.absent);
            absent.extend(areas.areas.iter().flat_map(|area| &area.absent));
        }
        let list = Bars {
            rows,
            absent,
            absent_word: &areas.absent_word,
            axis_max: areas.axis_max,
            suffix: &areas.axis_suffix,
            measure: &self.figure.measure,
            around: None,
            target: areas.target.as_ref().map(|target| target.value),
        };
        self.lying(page, list, areas.target.as_ref())
    }

    fn lying(&self, page: &mut Page<'_>, list: Bars<'_>, target: Option<&Target>) -> bool {
        if list.rows.is_empty() || self.area.height / (list.rows.len() as f64 + 3.0) < LOWEST {
            return false;
        }
        let pen = Pen { palette: page.talk.palette, words: page.file };
        let mut area = self.absent(page, list.absent_word, &list.absent);
        let said = if target.is_some() { 26.0 } else { 0.0 };
        area = Area { y: area.y + said, height: area.height - said, ..area };
        let placed = list.lying(&area, self.size(), pen);
        if let Some(target) = target {
            let x = placed.x(target.value);
            // Behind the bars: it is seen between them, and crosses no value.
            self.upright_line(page, x, (placed.frame.y, placed.plot.bottom()), page.talk.palette.ink);
            self.above(page, x, placed.frame.y - 24.0, &target.label, page.talk.palette.ink);
        }
        self.frame(page, placed);
        true
    }

    fn distance(&self, page: &mut Page<'_>, distance: &chart::Distance) -> bool {
        let absent = if self.is_last() { distance.absent.iter().collect() } else { Vec::new() };
        let rows = self.page_of(&distance.rows);
        if rows.is_empty() {
            return false;
        }
        let list = Bars {
            rows: rows.iter().map(Row::Bar).collect(),
            absent,
            absent_word: &distance.absent_word,
            axis_max: distance.axis_max,
            suffix: "",
            measure: &self.figure.measure,
            around: Some(distance.zero),
            target: None,
        };
        let area = self.absent(page, list.absent_word, &list.absent);
        let area = Area { y: area.y + 24.0, height: area.height - 24.0, ..area };
        let pen = Pen { palette: page.talk.palette, words: page.file };
        let placed = list.lying(&area, self.size(), pen);
        self.above(page, placed.x(0.0), placed.frame.y - 22.0, &distance.zero_label, page.talk.palette.accent);
        self.frame(page, placed);
        true
    }

    fn columns(&self, page: &mut Page<'_>, rows: &[Bar], bars: &chart::Bars) -> bool {
        if rows.is_empty() {
            return false;
        }
        let set = |set: Option<Set>| set.map_or((18.0, 0.0), |set| (set.size, set.turned));
        let list = self.listed(rows, bars);
        let palette = page.talk.palette;
        let mut area = self.absent(page, list.absent_word, &list.absent);
        let said = if bars.target.is_some() { 26.0 } else { 0.0 };
        area = Area { y: area.y + said, height: area.height - said, ..area };
        let pen = Pen { palette, words: page.file };
        let placed = list.upright(&area, set(self.plan.names), set(self.plan.values), pen);
        if let Some(target) = &bars.target {
            let y = placed.y(target.value);
            let line = Area { x: placed.plot.x, y: y - 1.0, width: placed.plot.width, height: 2.0 };
            self.line(page, &line, palette.ink);
            let sample = Area { x: placed.plot.x, y: placed.frame.y - 14.0, width: 26.0, height: 2.0 };
            self.line(page, &sample, palette.ink);
            let at =
                Area { x: sample.x + 34.0, y: placed.frame.y - 24.0, width: self.area.width - 100.0, height: 21.0 };
            let look = Look { size: Some(15.0), bold: true, color: Some(palette.ink), ..Look::default() };
            page.lines(page.file.labels, &at, std::slice::from_ref(&target.label), look, "l");
        }
        self.frame(page, placed);
        true
    }

    /// Adds words above a place on the axis, moved sideways where they would leave the area.
    fn above(&self, page: &mut Page<'_>, x: f64, y: f64, words: &str, color: Color) {
        let size = 15.0;
        let width = room(Face::SansBold, size, words) + 4.0;
        let left = (x - width / 2.0).min(self.area.right() - width).max(self.area.x);
        let area = Area { x: left, y, width: width.min(self.area.width), height: size * 1.4 };
        let look = Look { size: Some(size), bold: true, color: Some(color), ..Look::default() };
        page.lines(page.file.labels, &area, &[words.to_owned()], look, "ctr");
    }

    fn upright_line(&self, page: &mut Page<'_>, x: f64, (top, bottom): (f64, f64), color: Color) {
        self.line(page, &Area { x: x - 1.0, y: top, width: 2.0, height: bottom - top }, color);
    }

    fn line(&self, page: &mut Page<'_>, area: &Area, color: Color) {
        let look = format!("{}<a:ln><a:noFill/></a:ln>", xml::fill(color, page.talk.palette));
        let line = page.shapes.shape(page.file.line, area, RECTANGLE, &look);
        page.shapes.push(&line);
    }

    fn dumbbell(&self, page: &mut Page<'_>, all: &Dumbbell) -> bool {
        let rows = self.page_of(&all.rows);
        if rows.is_empty() {
            return false;
        }
        let palette = page.talk.palette;
        let absent = if self.is_last() { all.absent.iter().collect() } else { Vec::new() };
        let area = self.absent(page, &all.absent_word, &absent);
        let (top, legend) = self.legend(page, all, &area);
        let area = Area { y: top, height: area.bottom() - top, ..area };
        let pen = Pen { palette, words: page.file };
        let placed = dumbbell::dumbbell(all, rows, &area, self.size(), pen);
        // Between two values that may not be compared stands a jagged mark.
        let pitch = placed.plot.height / rows.len() as f64;
        let mut marks = legend;
        for (index, pair) in rows.iter().enumerate() {
            let (Some(old), Some(new), false) = (pair.old, pair.new, pair.joined) else { continue };
            let (from, to) = (placed.x(old), placed.x(new));
            if (from - to).abs() > 31.0 {
                let y = placed.plot.y + (index as f64 + 0.5) * pitch;
                marks.push(jagged(((from + to) / 2.0, y), 8.0, palette.accent));
            }
        }
        self.frame(page, placed);
        self.beside(page, &marks.iter().collect::<Vec<_>>(), &Fit { at: (0.0, 0.0), scale: 1.0 });
        true
    }

    /// The legend: what a hollow point means and what a full one, and why some are not joined. Returns the top of the
    /// room left for the chart, and the nodes of the legend.
    fn legend(&self, page: &Page<'_>, all: &Dumbbell, area: &Area) -> (f64, Vec<Node>) {
        let palette = page.talk.palette;
        let (size, step) = (17.0, 25.0);
        let (mut x, mut y) = (area.x, area.y + size);
        let mut nodes = Vec::new();
        let round = |x: f64, y: f64, fill: Color, stroke: Option<Stroke>| {
            let radius = 6.5;
            let (width, height) = (radius * 2.0, radius * 2.0);
            Node::Rect(Rect { x, y: y - 5.9 - radius, width, height, radius, fill: Some(fill), stroke })
        };
        for (index, words) in all.legend.iter().enumerate() {
            let width = room(Face::Sans, size, words) + 24.0;
            if index > 0 && x + width > area.right() {
                (x, y) = (area.x, y + step);
            }
            let stroke = (index == 0).then_some(Stroke { color: palette.mark, width: 2.0 });
            let inside = if index == 0 { dumbbell::hollow_of(palette.mark, palette) } else { palette.mark };
            nodes.push(round(x, y, inside, stroke));
            nodes.push(text((x + 22.0, y), Face::Sans, size, palette.quiet, words));
            x += width + size * 1.6;
        }
        if let Some(broken) = &all.broken {
            y += step;
            nodes.push(jagged((area.x + 6.0, y - 5.9), 7.0, palette.accent));
            for words in wrap(Face::SansSemi, size * wider(Face::SansSemi), area.width - 24.0, 0.0, broken) {
                nodes.push(text((area.x + 22.0, y), Face::SansSemi, size, palette.accent, &words));
                y += step;
            }
            y -= step;
        }
        (y + 14.0, nodes)
    }

    /// Adds groups of the drawing that stand beside a chart, in their own places.
    fn beside(&self, page: &mut Page<'_>, nodes: &[&Node], fit: &Fit) {
        let name = Name::plain(page.file.labels);
        drawing::add(&mut page.shapes, nodes, fit, &self.area, &name, &page.ours);
    }

    fn lines(&self, page: &mut Page<'_>, all: &Lines) -> bool {
        let fit = Fit::within(&self.area, self.scene.width, self.scene.height);
        let levels = &self.plan.levels;
        let ticks = chart::ticks(end(all.axis_max), 6);
        let (Some(lowest), Some(highest), true) = (levels.first(), levels.last(), lines::fits(all)) else {
            return false;
        };
        if levels.len() != ticks.len() || levels.len() < 2 {
            return false;
        }
        // Gridlines reach as far beyond the dates as the radius of the strongest point.
        let reach = 6.0;
        let rise = (lowest.y - highest.y) * end(all.axis_max) / ticks[ticks.len() - 1];
        let (left, top) = fit.point((lowest.ends[0] + reach, lowest.y - rise));
        let (right, bottom) = fit.point((lowest.ends[1] - reach, lowest.y));
        let plot = Area { x: left, y: top, width: right - left, height: bottom - top };
        let pen = Pen { palette: page.talk.palette, words: page.file };
        let placed = lines::lines(all, &plot, pen);
        self.frame(page, placed);
        self.beside(page, &self.plan.beside, &fit);
        true
    }

    fn slope(&self, page: &mut Page<'_>, slope: &Slope) -> bool {
        // Where names have no room beside two axes, the drawing has dumbbells.
        let Some([first, second]) = self.plan.axes else { return self.dumbbell(page, &slope.pairs) };
        let fit = Fit::within(&self.area, self.scene.width, self.scene.height);
        let (left, top) = fit.point((first.x, first.ends[0] + 6.0));
        let (right, bottom) = fit.point((second.x, first.ends[1]));
        let plot = Area { x: left, y: top, width: right - left, height: bottom - top };
        let pen = Pen { palette: page.talk.palette, words: page.file };
        self.beside(page, &self.plan.behind, &fit);
        let placed = lines::slope(slope, &plot, pen);
        self.frame(page, placed);
        self.beside(page, &self.plan.beside, &fit);
        true
    }
}

/// A line of words, with the start of its baseline at a point.
fn text(at: (f64, f64), face: Face, size: f64, color: Color, words: &str) -> Node {
    Node::Text(chart::line(at, Anchor::Start, face, size, color, words))
}

/// The jagged mark between two values that may not be compared, in the middle of a point; `half` is half its height, in
/// pixels.
fn jagged((x, y): (f64, f64), half: f64, color: Color) -> Node {
    let step = half * 0.36;
    let corners = [(-step, -half), (step, -half / 3.0), (-step, half / 3.0), (step, half)];
    let outlines = vec![corners.iter().map(|(dx, dy)| (x + dx, y + dy)).collect()];
    let path = Path { outlines, closed: false, fill: None, stroke: Some(Stroke { color, width: 2.0 }) };
    Node::Group(Group { class: "breaks", title: None, nodes: vec![Node::Path(path)] })
}
