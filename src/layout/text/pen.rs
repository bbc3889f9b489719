//! The pens with which words are laid out: one only measures, as every check does, and one makes the parts of a page.
//! The same code leads both, so what was measured is what stands on the page.

use super::ink::Ink;
use super::lines::{Piece, Run};
use crate::data::prose::Side;
use crate::face::metrics;
use crate::face::shape;
use crate::scene::page::{At, Content, Part, Role, Target, Words};
use crate::scene::{Color, Face, Node, Path, Rect, Scene, Stroke};
use crate::theme::Palette;

/// Where the words of a line stand in the width they have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::layout) enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Middle,
    /// At the right.
    Right,
}

impl Align {
    /// The alignment of a column of an author's table.
    pub(in crate::layout) fn of(side: Side) -> Align {
        match side {
            Side::Left => Align::Left,
            Side::Middle => Align::Middle,
            Side::Right => Align::Right,
        }
    }
}

/// A rectangle on a page, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::layout) struct Shape {
    /// Its left edge and its top.
    pub(in crate::layout) at: (f64, f64),
    /// Its width and its height.
    pub(in crate::layout) size: (f64, f64),
    /// The radius of its corners.
    pub(in crate::layout) radius: f64,
    /// The colour inside, if it is filled.
    pub(in crate::layout) fill: Option<Ink>,
    /// The colour and the width of an outline, which is drawn within the rectangle.
    pub(in crate::layout) stroke: Option<(Ink, f64)>,
}

/// Takes what is laid out.
pub(in crate::layout) trait Pen {
    /// Begins a part, within the last one begun.
    fn open(&mut self, role: Role);
    /// Ends the last part begun.
    fn close(&mut self);
    /// Says that the last part begun is in another language than the document.
    fn lang(&mut self, lang: Option<&str>);
    /// Takes a line of text. `at` is the left end of its place and its baseline; `align` says how it stands in a width.
    fn line(&mut self, line: &[Piece], runs: &[Run], at: (f64, f64), align: (Align, f64));
    /// Takes a rectangle: a ground, a rule or a frame.
    fn shape(&mut self, shape: Shape);
    /// Takes a rectangle that lies below all that stands in the last part begun.
    fn ground(&mut self, shape: Shape);
    /// Takes a drawing with its text alternative.
    fn figure(&mut self, scene: &Scene, at: At);
    /// Takes the mark before an item of a list: a disc, or a ring in deeper lists.
    fn bullet(&mut self, at: (f64, f64), size: f64, ring: bool);
}

/// A pen that only measures.
pub(in crate::layout) struct Ruler;

impl Pen for Ruler {
    fn open(&mut self, _: Role) {}
    fn close(&mut self) {}
    fn lang(&mut self, _: Option<&str>) {}
    fn line(&mut self, _: &[Piece], _: &[Run], _: (f64, f64), _: (Align, f64)) {}
    fn shape(&mut self, _: Shape) {}
    fn ground(&mut self, _: Shape) {}
    fn figure(&mut self, _: &Scene, _: At) {}
    fn bullet(&mut self, _: (f64, f64), _: f64, _: bool) {}
}

/// A pen that makes the parts of a page.
pub(in crate::layout) struct Draft<'p> {
    palette: &'p Palette,
    /// The parts that were begun, each within the one before; the first one holds them all.
    open: Vec<Part>,
}

impl<'p> Draft<'p> {
    /// A pen that draws in the colours of a palette.
    pub(in crate::layout) fn new(palette: &'p Palette) -> Draft<'p> {
        Draft { palette, open: vec![Part::new(Role::Section)] }
    }

    /// All that was drawn, as one part.
    pub(in crate::layout) fn part(mut self) -> Part {
        assert_eq!(self.open.len(), 1, "every part that was begun is ended");
        self.open.pop().expect("one was counted")
    }

    /// The parts that were drawn.
    pub(in crate::layout) fn parts(self) -> Vec<Part> {
        let parts = self.part().content.into_iter().map(|content| match content {
            Content::Part(part) => part,
            loose => Part { content: vec![loose], ..Part::new(Role::Ornament) },
        });
        parts.collect()
    }

    /// Adds a part that was made elsewhere.
    pub(in crate::layout) fn put(&mut self, part: Part) {
        self.push(Content::Part(part));
    }

    fn push(&mut self, content: Content) {
        self.open.last_mut().expect("the first is never ended").content.push(content);
    }

    fn color(&self, ink: Ink) -> Color {
        let palette = self.palette;
        match ink {
            Ink::Text => palette.ink,
            Ink::Quiet => palette.quiet,
            Ink::Accent | Ink::Banner => palette.accent,
            Ink::Mark => palette.mark,
            Ink::Grid => palette.grid,
            Ink::Panel => palette.panel,
            Ink::Paper | Ink::OnBanner => palette.paper,
            Ink::FaintOnBanner => palette.paper.mix(palette.accent, 0.85),
        }
    }

    fn rect(&self, shape: Shape) -> Node {
        let Shape { at: (x, y), size: (width, height), radius, fill, stroke } = shape;
        let inset = stroke.map_or(0.0, |(_, width)| width / 2.0);
        Node::Rect(Rect {
            x: x + inset,
            y: y + inset,
            width: width - 2.0 * inset,
            height: height - 2.0 * inset,
            radius,
            fill: fill.map(|ink| self.color(ink)),
            stroke: stroke.map(|(ink, width)| Stroke { color: self.color(ink), width }),
        })
    }

    /// The content of the link to a target at the end of the last part begun. A link that goes on from the line before
    /// is the same one.
    fn link_to(&mut self, target: &Target) -> &mut Vec<Content> {
        let content = &mut self.open.last_mut().expect("the first is never ended").content;
        let goes_on =
            matches!(content.last(), Some(Content::Part(Part { role: Role::Link(of, _), .. })) if of == target);
        if !goes_on {
            content.push(Content::Part(Part::new(Role::Link(target.clone(), String::new()))));
        }
        let Some(Content::Part(Part { content, .. })) = content.last_mut() else {
            unreachable!("it was just put there")
        };
        content
    }
}

impl Pen for Draft<'_> {
    fn open(&mut self, role: Role) {
        self.open.push(Part::new(role));
    }

    fn close(&mut self) {
        let part = self.open.pop().expect("a part is begun before it ends");
        // A cell without words is a cell.
        if !part.content.is_empty() || matches!(part.role, Role::Cell | Role::HeadCell(_)) {
            self.push(Content::Part(part));
        }
    }

    fn lang(&mut self, lang: Option<&str>) {
        self.open.last_mut().expect("the first is never ended").lang = lang.map(str::to_owned);
    }

    fn line(&mut self, line: &[Piece], runs: &[Run], (x, y): (f64, f64), (align, room): (Align, f64)) {
        // Where one kind of words follows another, each begins where a kerned one ends.
        let texts: Vec<String> = line.iter().map(|piece| piece.text(runs)).collect();
        let simple = line.len() == 1 && align == Align::Left && runs[line[0].run].is_plain();
        let ends = line.iter().zip(&texts).map(|(piece, text)| match simple {
            true => piece.width,
            false => runs[piece.run].drawn(text) + piece.around(runs).0 + piece.around(runs).1,
        });
        let ends: Vec<f64> = ends.collect();
        let shown = match (line.last(), texts.last()) {
            (Some(last), Some(text)) if !simple => {
                ends.iter().sum::<f64>() - runs[last.run].drawn(text) + runs[last.run].drawn(text.trim_end_matches(' '))
            }
            _ => 0.0,
        };
        let mut pen = match align {
            Align::Left => x,
            Align::Middle => x + (room - shown) / 2.0,
            Align::Right => x + room - shown,
        };
        for ((piece, text), width) in line.iter().zip(texts).zip(ends) {
            let run = &runs[piece.run];
            let (fill, size) = (self.color(run.ink), run.size);
            let (before, after) = piece.around(runs);
            if run.boxed {
                let Metrics { ascent, descent } = Metrics::of(run.face, size);
                self.shape(Shape {
                    at: (pen, y - ascent),
                    size: (width - trailing(run, &text), ascent + descent),
                    radius: 3.0,
                    fill: Some(Ink::Panel),
                    stroke: None,
                });
            }
            let words = Words {
                x: pen + before,
                y,
                face: run.face,
                size,
                fill,
                slanted: run.slanted,
                spacing: run.spacing * size,
                width: width - before - after - trailing(run, &text),
                text,
            };
            match &run.link {
                None => self.push(Content::Words(words)),
                Some(target) => {
                    let under = y + size * UNDERLINE.0;
                    let outlines = vec![vec![(words.x, under), (words.x + words.width, under)]];
                    let stroke = Some(Stroke { color: fill, width: size * UNDERLINE.1 });
                    let rule = Node::Path(Path { outlines, closed: false, fill: None, stroke });
                    let is_underlined = run.underlined;
                    let content = self.link_to(target);
                    content.push(Content::Words(words));
                    if is_underlined {
                        content.push(Content::Ornament(rule));
                    }
                }
            }
            pen += width;
        }
    }

    fn shape(&mut self, shape: Shape) {
        let rect = self.rect(shape);
        self.push(Content::Ornament(rect));
    }

    fn ground(&mut self, shape: Shape) {
        let rect = self.rect(shape);
        self.open.last_mut().expect("the first is never ended").content.insert(0, Content::Ornament(rect));
    }

    fn figure(&mut self, scene: &Scene, at: At) {
        let alternative = format!("{}. {}", scene.title, scene.description);
        let role = Role::Figure { alternative, size: (scene.width, scene.height) };
        // Its words are the author's where its description is.
        let lang = scene.others.description.clone();
        let content = vec![Content::Drawing(scene.nodes.clone())];
        self.push(Content::Part(Part { lang, at, content, ..Part::new(role) }));
    }

    fn bullet(&mut self, (x, y): (f64, f64), size: f64, ring: bool) {
        let color = self.color(Ink::Mark);
        let (inset, fill, stroke) = match ring {
            true => (RING / 2.0, None, Some(Stroke { color, width: RING })),
            false => (0.0, Some(color), None),
        };
        let side = size - 2.0 * inset;
        let disc = Rect { x: x + inset, y: y + inset, width: side, height: side, radius: side / 2.0, fill, stroke };
        self.push(Content::Drawing(vec![Node::Rect(disc)]));
    }
}

/// The line under a link: how far its middle is below the baseline, and how thick it is, as parts of the size.
const UNDERLINE: (f64, f64) = (0.21, 0.06);

/// The width of the line of a ring before an item, in pixels.
const RING: f64 = 1.5;

/// The white space that ends the words of a piece, and is not seen, in pixels.
fn trailing(run: &Run, text: &str) -> f64 {
    if text.ends_with(' ') { run.drawn(" ") } else { 0.0 }
}

/// How far a face reaches above and below its baseline at a size, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::layout) struct Metrics {
    /// The height above the baseline.
    pub(in crate::layout) ascent: f64,
    /// The depth below the baseline.
    pub(in crate::layout) descent: f64,
}

impl Metrics {
    /// The measures of a face in whole pixels, as browsers take them.
    pub(in crate::layout) fn of(face: Face, size: f64) -> Metrics {
        let (ascent, descent) = metrics(face);
        Metrics { ascent: (ascent * size).round(), descent: (descent * size).round() }
    }

    /// How far the baseline is below the top of a line of some height, in pixels.
    pub(in crate::layout) fn baseline(face: Face, size: f64, line: f64) -> f64 {
        let Metrics { ascent, descent } = Metrics::of(face, size);
        ((line - ascent - descent) / 2.0).floor() + ascent
    }
}

impl Run<'_> {
    /// The width of a part of its text as it is drawn, with kerning, in pixels.
    pub(in crate::layout) fn drawn(&self, text: &str) -> f64 {
        let kerned: f64 = shape(self.face, self.size, text).iter().map(|glyph| glyph.advance).sum();
        kerned + self.spacing * self.size * text.chars().count() as f64
    }
}
