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

/// Sizes and lines of a source, the largest first.
const FOOT_TYPES: [(f64, f64); 3] = [(15.0, 20.0), (13.0, 17.0), (12.0, 15.0)];

/// A slide while it is written.
pub struct Page<'a> {
    /// What the talk is made of.
    pub talk: Talk<'a>,
    /// Which slide.
    pub slide: &'a Slide,
    /// Its shapes.
    pub shapes: Shapes,
    /// Words of the file.
    pub file: &'static OfficeWords,
    /// Words in our language.
    pub ours: Words<'a>,
    /// Words in the authors'.
    pub authors: Words<'a>,
    /// The chart, where it has one.
    pub chart: Option<(String, Vec<u8>)>,
}

impl Page<'_> {
    /// A paragraph in our language, as its place has it.
    pub fn plain(&self, text: &str) -> String {
        paragraph(&Setting::default(), &self.ours.run(text, Look::default()))
    }

    /// The same in the authors'.
    pub fn own(&self, text: &str) -> String {
        paragraph(&Setting::default(), &self.authors.run(text, Look::default()))
    }

    /// Title, then what stands above it: readers of screens read in this order.
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

    /// A title in its placeholder, written already.
    pub fn title_in(&mut self, kind: &str, area: Area, paragraphs: &str) {
        self.shapes.placeholder(self.file.title, kind, Some(&area), "<a:normAutofit/>", paragraphs);
    }

    /// What stands at the foot: runs at the left, then tag and number.
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

    /// The tag of the event, after the word for a draft.
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

    /// The width of tag and number.
    fn place_width(&self) -> f64 {
        room(Face::Sans, 15.0, &self.tag()) + 36.0
    }

    /// The runs of the organisation, at the foot of slides without a source.
    pub fn organisation(&self) -> String {
        self.authors.run(&self.talk.site.organisation, Look::default())
    }

    /// The runs of a source with its notes.
    pub fn sourced(&self, label: &str, source: &str, notes: &[Note], size: Option<f64>) -> String {
        let look = Look { size, ..Look::default() };
        let strong = Look { bold: true, color: Some(self.talk.palette.accent), ..look };
        let text = format!(" {}", source_words(source, notes));
        self.ours.run(label, strong) + &self.ours.run(&text, look)
    }

    /// Size and line of a source that fits its foot in whichever face it is shown.
    pub fn foot_type(&self, label: &str, source: &str, notes: &[Note]) -> (f64, f64) {
        let words = format!("{label} {}", source_words(source, notes));
        let foot = self.slide.boxes.foot;
        let (width, height) = (foot.width - 24.0 - self.place_width(), foot.height - 15.0);
        let lines = |size: f64| wrap(Face::Sans, size * wider(Face::Sans), width, 0.0, &words).len() as f64;
        let fits = |(size, line): &(f64, f64)| lines(*size) * line <= height;
        FOOT_TYPES.into_iter().find(fits).unwrap_or(FOOT_TYPES[FOOT_TYPES.len() - 1])
    }

    /// The hairline above a foot that is not where the layout has it.
    pub fn rule(&mut self) {
        let foot = self.slide.boxes.foot;
        let area = Area { y: foot.y, height: 1.0, ..foot };
        let look = format!("{}<a:ln><a:noFill/></a:ln>", fill(self.talk.palette.grid, self.talk.palette));
        let line = self.shapes.shape(self.file.line, &area, RECTANGLE, &look);
        self.shapes.push(&line);
    }

    /// Runs of an author's line, with its links.
    pub fn inlines(&mut self, inlines: &[Inline], look: Look) -> String {
        let talk = self.talk;
        self.authors.inlines(inlines, look, &mut self.shapes.relations, &|id| talk.slide_at(id))
    }

    /// Lines of text of one look in a box, a paragraph each.
    pub fn lines(&mut self, name: &str, area: &Area, lines: &[String], look: Look, align: &'static str) {
        let size = look.size.unwrap_or(16.0);
        let setting = Setting { align: Some(align), line: Some(size * 1.4), ..Setting::default() };
        let paragraphs: String = lines.iter().map(|line| paragraph(&setting, &self.ours.run(line, look))).collect();
        self.shapes.text_box(name, area, &Inside::default(), "", &paragraphs);
    }

    /// What a shape is called and says.
    pub fn named<'n>(&self, name: &'n str, title: &'n str, alternative: &'n str) -> Name<'n> {
        Name { name, title, alternative }
    }
}

/// How high a text is in a width, in lines.
pub fn lines_of(face: Face, size: f64, width: f64, text: &str) -> f64 {
    if text.is_empty() { 0.0 } else { wrap(face, size, width, 0.0, text).len() as f64 }
}

/// What a figure says to who does not see it: its title, its measure, its summary.
pub fn alternative(scene: &Scene) -> String {
    format!("{}. {}", scene.title.trim_end_matches('.'), scene.description)
}
