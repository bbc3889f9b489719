//! A slide while it is written: its head, its foot, and words in their places.

use super::Talk;
use super::shape::{Inside, Name, RECTANGLE, Shapes};
use super::text::{Look, Setting, Words, paragraph, room, wider};
use super::xml::fill;
use crate::chart::wrap;
use crate::data::prose::Inline;
use crate::lang;
use crate::lang::OfficeWords;
use crate::layout::{Area, Slide, source_words};
use crate::resolve::Note;
use crate::scene::{Face, Scene};

/// The sizes of the words of a source and the distances from line to line, in pixels, the largest first.
const FOOT_TYPES: [(f64, f64); 3] = [(15.0, 20.0), (13.0, 17.0), (12.0, 15.0)];

/// A slide while it is written.
pub struct Page<'a> {
    /// The talk it belongs to.
    pub talk: Talk<'a>,
    /// The slide as it was laid out.
    pub slide: &'a Slide,
    /// The shapes that were added so far.
    pub shapes: Shapes,
    /// The words of Office in the language of the file.
    pub file: &'static OfficeWords,
    /// Writes words in the language of the site.
    pub ours: Words<'a>,
    /// Writes words in the language of its authors.
    pub authors: Words<'a>,
    /// The XML of the chart and the bytes of its workbook, where the slide has a chart.
    pub chart: Option<(String, Vec<u8>)>,
}

impl Page<'_> {
    /// A paragraph in the language of the site, which looks as its placeholder says.
    pub fn plain(&self, text: &str) -> String {
        paragraph(&Setting::default(), &self.ours.run(text, Look::default()))
    }

    /// A paragraph in the language of the authors, which looks as its placeholder says.
    pub fn own(&self, text: &str) -> String {
        paragraph(&Setting::default(), &self.authors.run(text, Look::default()))
    }

    /// Adds the title, then the few words above it: readers of screens read in this order.
    pub fn head(&mut self, title: &str, kicker: &str) {
        self.title_in("type=\"title\"", self.slide.boxes.title, title);
        if !kicker.is_empty() {
            let kicker = self.own(kicker);
            self.shapes.placeholder(
                self.file.kicker,
                "type=\"body\" sz=\"quarter\" idx=\"13\"",
                Some(&self.slide.boxes.kicker),
                "",
                &kicker,
            );
        }
    }

    /// Adds a title whose paragraphs are written already; `kind` is what the attributes of its placeholder say.
    pub fn title_in(&mut self, kind: &str, area: Area, paragraphs: &str) {
        self.shapes.placeholder(self.file.title, kind, Some(&area), "<a:normAutofit/>", paragraphs);
    }

    /// Adds the foot: runs at the left, then the tag of the event and the number of the slide. `line` is the distance
    /// from line to line, in pixels, where it is not that of the layout.
    pub fn foot(&mut self, runs: &str, line: Option<f64>) {
        let boxes = &self.slide.boxes;
        let place = self.place_width();
        let top = boxes.foot.y + 11.0;
        if !runs.is_empty() {
            let area =
                Area { y: top, width: boxes.foot.width - 24.0 - place, height: boxes.foot.height - 15.0, ..boxes.foot };
            let paragraph = paragraph(&Setting { line, ..Setting::default() }, runs);
            self.shapes.placeholder(
                self.file.source,
                "type=\"body\" sz=\"quarter\" idx=\"16\"",
                Some(&area),
                "<a:normAutofit/>",
                &paragraph,
            );
        }
        let tag = self.tag();
        if !tag.is_empty() {
            let right = boxes.foot.right() - 34.0;
            let width = place.max(80.0);
            let area = Area { x: right - width, y: top, width, height: 20.0 };
            let words = self.own(&tag);
            self.shapes.placeholder(
                self.file.footer,
                "type=\"ftr\" sz=\"quarter\" idx=\"11\"",
                Some(&area),
                "",
                &words,
            );
        }
        let number = paragraph(
            &Setting { line: Some(20.0), ..Setting::default() },
            &self.ours.slide_number(self.slide.number, Look::default()),
        );
        let area = Area { x: boxes.foot.right() - 30.0, y: top, width: 30.0, height: 20.0 };
        self.shapes.placeholder(
            self.file.number,
            "type=\"sldNum\" sz=\"quarter\" idx=\"12\"",
            Some(&area),
            "",
            &number,
        );
    }

    /// The tag of the event, with the word for a draft before it where the edition is one; may be empty.
    fn tag(&self) -> String {
        let cover = &self.talk.edition.cover;
        let draft = if cover.draft { self.draft() } else { "" };
        let tag = cover.event.as_ref().map_or("", |event| event.tag.as_str());
        format!("{draft}  {tag}").trim().to_owned()
    }

    /// The word for a draft.
    pub fn draft(&self) -> &'static str {
        lang::interface(self.talk.site.language).draft
    }

    /// The width of tag and number at the right of the foot, in pixels.
    fn place_width(&self) -> f64 {
        room(Face::Sans, 15.0, &self.tag()) + 36.0
    }

    /// The runs of the organisation, at the foot of slides without a source.
    pub fn organisation(&self) -> String {
        self.authors.run(&self.talk.site.organisation, Look::default())
    }

    /// The runs of a source with its notes: its label in bold, then the words. `size` is in pixels, where it is not
    /// that of the layout.
    pub fn sourced(&self, label: &str, source: &str, notes: &[Note], size: Option<f64>) -> String {
        let look = Look { size, ..Look::default() };
        let strong = Look { bold: true, color: Some(self.talk.palette.accent), ..look };
        let text = format!(" {}", source_words(source, notes));
        self.ours.run(label, strong) + &self.ours.run(&text, look)
    }

    /// The size of the words of a source and the distance from line to line, in pixels: the largest that fit the foot
    /// in whichever face they are shown.
    pub fn foot_type(&self, label: &str, source: &str, notes: &[Note]) -> (f64, f64) {
        let words = format!("{label} {}", source_words(source, notes));
        let foot = self.slide.boxes.foot;
        let (width, height) = (foot.width - 24.0 - self.place_width(), foot.height - 15.0);
        let lines = |size: f64| wrap(Face::Sans, size * wider(Face::Sans), width, 0.0, &words).len() as f64;
        let fits = |(size, line): &(f64, f64)| lines(*size) * line <= height;
        FOOT_TYPES.into_iter().find(fits).unwrap_or(FOOT_TYPES[FOOT_TYPES.len() - 1])
    }

    /// Adds the hairline above the foot, where the layout does not have it at this height.
    pub fn rule(&mut self) {
        let foot = self.slide.boxes.foot;
        let area = Area { y: foot.y, height: 1.0, ..foot };
        let look = format!("{}<a:ln><a:noFill/></a:ln>", fill(self.talk.palette.grid, self.talk.palette));
        let line = self.shapes.shape(self.file.line, &area, RECTANGLE, &look);
        self.shapes.push(&line);
    }

    /// The runs of a line of an author's, with its links.
    pub fn inlines(&mut self, inlines: &[Inline], look: Look) -> String {
        let talk = self.talk;
        self.authors.inlines(inlines, look, &mut self.shapes.relations, &|id| talk.slide_at(id))
    }

    /// Adds a box with lines of text that all look alike, a paragraph each.
    pub fn lines(&mut self, name: &str, area: &Area, lines: &[String], look: Look, align: &'static str) {
        let size = look.size.unwrap_or(16.0);
        let setting = Setting { align: Some(align), line: Some(size * 1.4), ..Setting::default() };
        let paragraphs: String = lines.iter().map(|line| paragraph(&setting, &self.ours.run(line, look))).collect();
        self.shapes.text_box(name, area, &Inside::default(), "", &paragraphs);
    }

    /// The name of a shape, its short title and its text alternative.
    pub fn named<'n>(&self, name: &'n str, title: &'n str, alternative: &'n str) -> Name<'n> {
        Name { name, title, alternative }
    }
}

/// How many lines a text takes in a width, both in pixels; none where it is empty.
pub fn lines_of(face: Face, size: f64, width: f64, text: &str) -> f64 {
    if text.is_empty() { 0.0 } else { wrap(face, size, width, 0.0, text).len() as f64 }
}

/// The text alternative of a figure: its title, its measure and its summary.
pub fn alternative(scene: &Scene) -> String {
    format!("{}. {}", scene.title.trim_end_matches('.'), scene.description)
}
