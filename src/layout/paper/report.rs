//! The report: an edition as a document of A4, to be read and printed.

use super::handout::{paragraph, tables};
use super::sheet::{Edges, HEIGHT, Matter, Paged, Piece, WIDTH, paged};
use crate::chart::{Room, Scale};
use crate::data::prose::{Block, plain};
use crate::layout::figure::scene::bare;
use crate::layout::slides::{Stage, document, event_line};
use crate::layout::text::flow::{Flow, Setting, runs, text, text_of};
use crate::layout::text::ink::Ink;
use crate::layout::text::lines::{Run, balanced};
use crate::layout::text::pen::{Align, Pen, Shape};
use crate::layout::words::{source_runs, source_words, tied};
use crate::resolve::{Entry, Figure, LinkEntry, Overview, Passage, Section, SourceEntry};
use crate::scene::page::{At, Document, Entry as Line, Place, Role, Target};
use crate::scene::{Face, Scene};
use crate::theme::Palette;

/// The size of running text, in pixels: 10.5 points.
const BODY: f64 = 14.0;

/// The height of a line of running text, as a part of its size.
const LEADING: f64 = 1.45;

/// The width of running text, in pixels: about 75 characters.
const MEASURE: f64 = 540.0;

/// The size of the headings of parts and the height of their lines, in pixels.
const PART: (f64, f64) = (24.0, 29.0);

/// The size of the titles of figures and the height of their lines, in pixels.
const FIGURE: (f64, f64) = (19.0, 24.0);

/// The size of lesser words, in pixels: 9 points.
const LESSER: f64 = 12.0;

/// The height of a line of lesser words, as a part of their size.
const LESSER_LEADING: f64 = 1.4;

/// The space above a part, in pixels.
const PART_GAP: f64 = 40.0;

/// The space above a figure, in pixels.
const FIGURE_GAP: f64 = 34.0;

/// The space above a paragraph, in pixels.
const GAP: f64 = 10.0;

/// The space above a piece that belongs to the one above it, in pixels.
const SMALL_GAP: f64 = 5.0;

/// Sizes and distances of narrative.
const SETTING: Setting = Setting {
    sizes: (BODY, BODY),
    gaps: (GAP, 6.0, 5.0),
    leading: LEADING,
    indent: 20.0,
    bullets: [(6.0, 15.0, 0.52), (5.5, 14.0, 0.54)],
    heading: 16.0,
    callout: (9.0, 16.0, 12.0),
    callout_bar: (5.0, 11.0),
    quote: (18.0, 2.5),
    table: (12.0, 4.0, 8.0),
};

/// The width for which a drawing is made, in pixels, so that its smallest type is not below 8 points on paper.
const DRAWN: f64 = 760.0;

/// The height of a drawing that needs no more, in pixels, before it is shrunk to the page.
const DRAWN_HEIGHT: f64 = 400.0;

/// The report of an edition.
pub fn report(stage: &Stage, palette: &Palette) -> Document {
    let cover = &stage.edition.cover;
    let edges = Edges { head: &cover.title, foot: &format!("{} · {}", stage.site.organisation, cover.period) };
    let maker = Maker { stage, palette };
    // The numbers of pages change no line, so where headings stand is found before they are known.
    let body = maker.body();
    let headings: Vec<(u8, String)> =
        body.iter().filter_map(|piece| piece.mark.as_ref()).map(|mark| (mark.level, mark.title.clone())).collect();
    let with = |places: &[Place]| {
        let mut pieces = maker.opening();
        pieces.extend(maker.contents(&headings, places));
        pieces.extend(body.iter().cloned());
        paged(pieces, &edges, palette)
    };
    let nowhere = vec![Place { page: 0, y: 0.0 }; headings.len()];
    let places: Vec<Place> = with(&nowhere).marks.into_iter().map(|(_, place)| place).collect();
    let Paged { pages, marks } = with(&places);
    let mut outline: Vec<Line> = Vec::new();
    for (mark, at) in marks {
        let line = Line { title: mark.title, at, under: Vec::new() };
        match outline.last_mut() {
            Some(above) if mark.level > 1 => above.under.push(line),
            _ => outline.push(line),
        }
    }
    document(stage, stage.words().report, pages, outline)
}

/// Makes the pieces of a report from one edition.
struct Maker<'m> {
    stage: &'m Stage<'m>,
    palette: &'m Palette,
}

impl<'m> Maker<'m> {
    /// The opening: title, subtitle, where and when, whose it is and on what terms.
    fn opening(&self) -> Vec<Piece<'m>> {
        let (stage, site, cover) = (self.stage, self.stage.site, &self.stage.edition.cover);
        let mut pieces = vec![self.kicker(0.0, &cover.period).kept()];
        let title = [Run::new(&cover.title, Face::Serif, 36.0, Ink::Accent)];
        pieces.push(Piece::drawn(8.0, self.palette, |pen| {
            pen.open(Role::Heading(1, cover.title.clone()));
            pen.lang(self.authors());
            let height = text_of(&title, 42.0, (0.0, 0.0), (Align::Left, balanced(&title, WIDTH)), pen);
            // The bar at the edge of the page, as on slides.
            let bar = Shape {
                at: (-76.0, 2.0),
                size: (16.0, height - 4.0),
                radius: 0.0,
                fill: Some(Ink::Banner),
                stroke: None,
            };
            pen.shape(bar);
            pen.close();
            height
        }));
        if !cover.subtitle.is_empty() {
            pieces.push(self.authored(10.0, &[Run::new(&cover.subtitle, Face::Sans, 19.0, Ink::Text)], 1.35));
        }
        let event = event_line(cover);
        if !event.is_empty() {
            pieces.push(self.authored(14.0, &[Run::new(&event, Face::Sans, BODY, Ink::Text)], LEADING));
        }
        pieces.push(self.authored(14.0, &[Run::new(&site.organisation, Face::SansSemi, BODY, Ink::Accent)], LEADING));
        if !site.licence.is_empty() {
            let label = format!("{}: ", stage.words().licence);
            let link = site.licence_url.as_ref().map(|url| Target::Address(url.clone()));
            let ink = if link.is_some() { Ink::Accent } else { Ink::Quiet };
            let runs = [
                Run::new(&label, Face::Sans, LESSER, Ink::Quiet),
                Run { link, ..Run::new(&site.licence, Face::Sans, LESSER, ink) },
            ];
            pieces.push(paragraph(2.0, &runs, LESSER_LEADING, self.palette));
        }
        if cover.draft {
            let draft = Block::Callout(
                crate::data::prose::Callout::Warning,
                vec![Block::Paragraph(vec![crate::data::prose::Inline::Text(stage.words().draft_long.to_owned())])],
            );
            pieces.push(Piece::drawn(18.0, self.palette, |pen| self.flow(pen).blocks(&[draft], (0.0, 0.0), MEASURE)));
        }
        pieces
    }

    /// The table of contents: the headings, each with its page.
    fn contents(&self, headings: &[(u8, String)], places: &[Place]) -> Vec<Piece<'m>> {
        let words = self.stage.words().contents;
        let run = [Run::new(words, Face::Serif, 18.0, Ink::Accent)];
        let head = Piece::drawn(26.0, self.palette, |pen| {
            pen.open(Role::Heading(2, words.to_owned()));
            let height = text_of(&run, 24.0, (0.0, 0.0), (Align::Left, WIDTH), pen);
            pen.close();
            height
        });
        let mut pieces = vec![head.kept()];
        for ((level, title), place) in headings.iter().zip(places) {
            let line = Piece::drawn(if *level == 1 { 6.0 } else { 2.0 }, self.palette, |pen| {
                let indent = if *level == 1 { 0.0 } else { 20.0 };
                let face = if *level == 1 { Face::SansSemi } else { Face::Sans };
                let ink = if *level == 1 { Ink::Accent } else { Ink::Text };
                let number = format!("{}", place.page + 1);
                let link = Some(Target::Place(*place));
                let title = format!("{title} ");
                let of = [Run { link: link.clone(), underlined: false, ..Run::new(&title, face, BODY, ink) }];
                let page = [Run { link, underlined: false, ..Run::new(&number, Face::Sans, BODY, Ink::Quiet) }];
                pen.open(Role::ContentsLine);
                let height = text(&of, 1.35, (indent, 0.0), WIDTH - indent - 60.0, pen);
                let line = BODY * 1.35;
                text_of(&page, line, (0.0, height - line), (Align::Right, WIDTH), pen);
                pen.close();
                height
            });
            let Matter::Part(part, height) = line.matter else { continue };
            pieces.push(Piece { matter: Matter::Within(Role::Contents, part, height), ..line });
        }
        pieces.push(Piece { gap: 0.0, keep: false, loose: false, mark: None, matter: Matter::End });
        pieces
    }

    /// The parts of the talk without its opening and its end, then notes and sources.
    fn body(&self) -> Vec<Piece<'m>> {
        let edition = self.stage.edition;
        let mut pieces = Vec::new();
        // A figure stands under a divider or narrative before it; after an address or the overview, of which it is no
        // part, it stands alone.
        let mut headed = false;
        for step in &edition.outline {
            match &step.entry {
                Entry::Title | Entry::Closing(_) | Entry::Profile(_) => continue,
                Entry::Figure(place) => {
                    pieces.extend(self.figure(&edition.figures[*place], if headed { 2 } else { 1 }));
                    continue;
                }
                Entry::Narrative(passages) => {
                    passages.iter().for_each(|passage| pieces.extend(self.narrative(passage)))
                }
                Entry::Link(link) => pieces.extend(self.link(link)),
                Entry::Overview(overview) => pieces.extend(self.overview(overview)),
                Entry::Section(section) => pieces.extend(self.section(section)),
            }
            headed = matches!(step.entry, Entry::Section(_) | Entry::Narrative(_));
        }
        let words = self.stage.words();
        if !edition.notes.is_empty() {
            pieces.push(self.heading("", words.notes, false));
            pieces.extend(
                edition
                    .notes
                    .iter()
                    .map(|note| self.item(&[Run::new(note, Face::Sans, BODY, Ink::Text)], None, self.authors())),
            );
        }
        if !edition.sources.is_empty() {
            pieces.push(self.heading("", words.sources, false));
            let sources = edition.sources.iter().zip(1..);
            pieces.extend(sources.map(|(source, number)| self.source(source, number)));
        }
        pieces
    }

    fn authors(&self) -> Option<&'static str> {
        let site = self.stage.site;
        (site.authors != site.language).then(|| site.authors.tag())
    }

    fn flow<'f>(&self, pen: &'f mut dyn Pen) -> Flow<'f> {
        Flow::new(&SETTING, self.stage.words(), 2, pen)
    }

    /// A paragraph in the language of the authors.
    fn authored(&self, gap: f64, runs: &[Run], leading: f64) -> Piece<'m> {
        let mut piece = paragraph(gap, runs, leading, self.palette);
        if let Matter::Part(part, _) = &mut piece.matter {
            part.lang = self.authors().map(str::to_owned);
        }
        piece
    }

    fn kicker(&self, gap: f64, words: &str) -> Piece<'m> {
        let words = words.to_uppercase();
        let run = Run::new(&words, Face::SansSemi, LESSER, Ink::Quiet).spaced(0.09);
        self.authored(gap, &[run], LESSER_LEADING)
    }

    /// The heading of a part with the words above it, and its line in the outline.
    fn heading(&self, kicker: &str, words: &str, is_own: bool) -> Piece<'m> {
        let run = [Run::new(words, Face::Serif, PART.0, Ink::Accent)];
        self.headed(PART_GAP, kicker, (&run, words), PART.1, 2, is_own)
    }

    fn headed(
        &self,
        gap: f64,
        kicker: &str,
        (title, words): (&[Run], &str),
        line: f64,
        level: u8,
        is_own: bool,
    ) -> Piece<'m> {
        let above = kicker.to_uppercase();
        let piece = Piece::drawn(gap, self.palette, |pen| {
            let mut height = 0.0;
            if !kicker.is_empty() {
                let run = [Run::new(&above, Face::SansSemi, LESSER, Ink::Quiet).spaced(0.09)];
                pen.open(Role::Paragraph);
                pen.lang(self.authors());
                height += text(&run, LESSER_LEADING, (0.0, 0.0), WIDTH, pen) + 1.0;
                pen.close();
            }
            pen.open(Role::Heading(level, words.to_owned()));
            pen.lang(self.authors().filter(|_| is_own));
            height += text_of(title, line, (0.0, height), (Align::Left, balanced(title, WIDTH)), pen);
            pen.close();
            height
        });
        piece.kept().marked(level - 1, words, level == 2)
    }

    /// A slide of narrative: its heading, unless it is the same as the one before, then each block and each item of a
    /// list.
    fn narrative(&self, passage: &'m Passage) -> Vec<Piece<'m>> {
        let mut pieces = Vec::new();
        if !passage.continues {
            let words = plain(&passage.title);
            let title = runs(&passage.title, Face::Serif, PART.0, Ink::Accent);
            pieces.push(self.headed(PART_GAP, &passage.kicker, (&title, &words), PART.1, 2, true));
        }
        for (place, block) in passage.blocks.iter().enumerate() {
            let gap = if place == 0 { GAP + 2.0 } else { GAP };
            let mut of_block = match block {
                Block::List(start, items) => self.list(*start, items),
                block => vec![self.block(block)],
            };
            if let Some(first) = of_block.first_mut() {
                first.gap = gap;
            }
            pieces.extend(of_block);
        }
        pieces
    }

    fn block(&self, block: &Block) -> Piece<'m> {
        let mut piece = Piece::drawn(GAP, self.palette, |pen| {
            self.flow(pen).blocks(std::slice::from_ref(block), (0.0, 0.0), MEASURE)
        });
        if let Matter::Part(part, _) = &mut piece.matter {
            part.lang = self.authors().map(str::to_owned);
        }
        let is_heading = matches!(block, Block::Heading(..));
        Piece { keep: is_heading, ..piece }
    }

    fn list(&self, start: Option<u64>, items: &[Vec<Block>]) -> Vec<Piece<'m>> {
        let item = |(place, item): (usize, &Vec<Block>)| {
            let number = start.map(|first| first + place as u64);
            let mut piece =
                Piece::drawn(SETTING.gaps.1, self.palette, |pen| self.flow(pen).item(item, number, MEASURE));
            if let Matter::Part(part, height) = piece.matter {
                let part = crate::scene::page::Part { lang: self.authors().map(str::to_owned), ..part };
                piece.matter = Matter::Within(Role::List(start.is_some()), part, height);
            } else {
                unreachable!("a pen draws parts");
            }
            piece
        };
        items.iter().enumerate().map(item).collect()
    }

    /// An item of a list, of plain words.
    fn item(&self, runs: &[Run], number: Option<u64>, lang: Option<&str>) -> Piece<'m> {
        let label = number.map(|number| format!("{number}. "));
        let mut piece = Piece::drawn(6.0, self.palette, |pen| {
            let indent = if number.is_some() { 28.0 } else { SETTING.indent };
            pen.open(Role::Item);
            pen.open(Role::Label);
            match &label {
                Some(label) => {
                    let run = [Run::new(label, Face::Sans, BODY, Ink::Quiet)];
                    text_of(&run, BODY * LEADING, (0.0, 0.0), (Align::Right, indent - 6.0), pen);
                }
                None => {
                    let (side, before, below) = SETTING.bullets[0];
                    pen.bullet((indent - before, below * BODY), side, false);
                }
            }
            pen.close();
            pen.open(Role::Body);
            pen.lang(lang);
            let height = text(runs, LEADING, (indent, 0.0), MEASURE - indent, pen);
            pen.close();
            pen.close();
            height
        });
        if let Matter::Part(part, height) = piece.matter {
            piece.matter = Matter::Within(Role::List(number.is_some()), part, height);
        }
        piece
    }

    fn source(&self, source: &SourceEntry, number: u64) -> Piece<'m> {
        let SourceEntry { publisher, title, url, date, note, .. } = source;
        let publisher = format!("{publisher}. ");
        let date = if date.is_empty() { ".".to_owned() } else { format!(", {date}.") };
        let note = if note.is_empty() { String::new() } else { format!(" {note}") };
        let link = (!url.is_empty()).then(|| Target::Address(url.clone()));
        let ink = if link.is_some() { Ink::Accent } else { Ink::Text };
        let slanted = link.is_none();
        let runs = [
            Run::new(&publisher, Face::Sans, BODY, Ink::Text),
            Run { link, slanted, ..Run::new(title, Face::Sans, BODY, ink) },
            Run::new(&date, Face::Sans, BODY, Ink::Text),
            Run::new(&note, Face::Sans, BODY, Ink::Quiet),
        ];
        self.item(&runs, Some(number), self.authors())
    }

    fn link(&self, link: &LinkEntry) -> Vec<Piece<'m>> {
        let target = Some(Target::Address(link.url.clone()));
        let address = [Run { link: target, ..Run::new(&link.shown, Face::SansSemi, 17.0, Ink::Accent) }];
        let mut pieces = vec![self.heading(&link.kicker, &link.title, true)];
        pieces.push(paragraph(GAP, &address, 1.3, self.palette));
        if !link.text.is_empty() {
            pieces.push(self.authored(SMALL_GAP, &[Run::new(&link.text, Face::Sans, BODY, Ink::Text)], LEADING));
        }
        pieces
    }

    fn section(&self, section: &Section) -> Vec<Piece<'m>> {
        let mut pieces = vec![self.heading(&section.kicker, &section.title, true)];
        if !section.period.is_empty() {
            let label = format!("{}: ", section.period_label);
            let period = Run { whole: true, ..Run::new(&section.period, Face::SansBold, BODY, Ink::Accent) };
            let runs = [Run::new(&label, Face::Sans, BODY, Ink::Text), period];
            pieces.push(paragraph(GAP, &runs, LEADING, self.palette));
        }
        for exception in &section.exceptions {
            let words = tied(exception);
            let run = [Run::new(&words, Face::Sans, BODY, Ink::Quiet)];
            pieces.push(paragraph(2.0, &run, LEADING, self.palette));
        }
        // A divider stands with what it opens.
        pieces.iter_mut().for_each(|piece| piece.keep = true);
        pieces
    }

    /// The indicators at a glance, as a table.
    fn overview(&self, overview: &Overview) -> Vec<Piece<'m>> {
        let mut pieces = vec![self.heading(&overview.kicker, &overview.title, true)];
        for column in &overview.columns {
            let run = [Run::new(&column.title, Face::SansSemi, 16.0, Ink::Accent)];
            let head = Piece::drawn(14.0, self.palette, |pen| {
                pen.open(Role::Heading(3, column.title.clone()));
                pen.lang(self.authors());
                let height = text(&run, 1.3, (0.0, 0.0), WIDTH, pen);
                pen.shape(Shape {
                    at: (0.0, height + 3.0),
                    size: (WIDTH, 1.5),
                    radius: 0.0,
                    fill: Some(Ink::Accent),
                    stroke: None,
                });
                pen.close();
                height + 5.0
            });
            pieces.push(head.kept());
            for row in &column.rows {
                let value = [Run { whole: true, ..Run::new(&row.value, Face::SansBold, 24.0, Ink::Accent) }];
                let dot = if row.of.is_empty() || row.period.is_empty() { "" } else { "\u{a0}· " };
                let of = format!("{}{dot}", row.of);
                let period = Run { whole: true, ..Run::new(&row.period, Face::Sans, LESSER, Ink::Quiet) };
                let of = [Run::new(&of, Face::Sans, LESSER, Ink::Quiet), period];
                let label = [Run::new(&row.label, Face::SansSemi, 15.0, Ink::Text)];
                let mut piece = Piece::drawn(0.0, self.palette, |pen| {
                    let width = WIDTH - 110.0;
                    pen.open(Role::Item);
                    pen.open(Role::Label);
                    pen.lang(self.authors());
                    let name = text(&label, 1.3, (0.0, 6.0), width, pen);
                    pen.close();
                    pen.open(Role::Body);
                    pen.open(Role::Paragraph);
                    text_of(&value, 40.0, (0.0, 6.0), (Align::Right, WIDTH), pen);
                    pen.close();
                    pen.open(Role::Paragraph);
                    let under = text(&of, LESSER_LEADING, (0.0, 6.0 + name), width, pen);
                    pen.close();
                    pen.close();
                    let height = 12.0 + (name + under).max(40.0) + 1.0;
                    pen.shape(Shape {
                        at: (0.0, height - 1.0),
                        size: (WIDTH, 1.0),
                        radius: 0.0,
                        fill: Some(Ink::Grid),
                        stroke: None,
                    });
                    pen.close();
                    height
                });
                if let Matter::Part(part, height) = piece.matter {
                    piece.matter = Matter::Within(Role::List(false), part, height);
                }
                pieces.push(piece);
            }
        }
        if !overview.source.is_empty() {
            let words = source_words(&overview.source, &overview.notes);
            let runs = source_runs(&overview.source_label, &words, LESSER);
            pieces.push(paragraph(SMALL_GAP, &runs, LESSER_LEADING, self.palette));
        }
        pieces
    }

    /// A figure: its title and measure, what it says and counts, the drawing with its caption, source and notes, and
    /// its table.
    fn figure(&self, figure: &'m Figure, level: u8) -> Vec<Piece<'m>> {
        let (type_, gap) = if level == 1 { (PART, PART_GAP) } else { (FIGURE, FIGURE_GAP) };
        let title = [Run::new(&figure.title, Face::Serif, type_.0, Ink::Accent)];
        let outlined = format!("{}. {}", figure.number, figure.title);
        let mut head = self.headed(gap, &figure.kicker, (&title, &figure.title), type_.1, level + 1, figure.own.title);
        if let Some(mark) = &mut head.mark {
            mark.title = outlined;
            mark.runs = level == 1;
        }
        let mut pieces = vec![head];
        let words = |gap: f64, words: &str, size: f64, ink: Ink| {
            paragraph(gap, &[Run::new(words, Face::Sans, size, ink)], LEADING, self.palette)
        };
        if !figure.measure.is_empty() {
            pieces.push(words(2.0, &tied(&figure.measure), BODY, Ink::Quiet).kept());
        }
        if !figure.summary.is_empty() {
            pieces.push(words(GAP, &figure.summary, BODY, Ink::Text).kept());
        }
        if !figure.definition.is_empty() {
            pieces.push(words(SMALL_GAP, &figure.definition, LESSER, Ink::Quiet).kept());
        }
        if let Some(last) = pieces.pop() {
            pieces.push(last.loosely_kept());
        }
        pieces.extend(self.drawings(figure).into_iter().map(|scene| self.drawing(scene).kept()));
        let caption = format!("{}. {}", figure.number, tied(&figure.caption));
        let run = Run::new(&caption, Face::SansBold, 13.0, Ink::Accent);
        pieces.push(
            Piece::drawn(SMALL_GAP + 3.0, self.palette, |pen| {
                pen.open(Role::Caption);
                let height = self.middle(&[run], 13.0 * 1.35, pen);
                pen.close();
                height
            })
            .kept(),
        );
        let words = source_words(&figure.source, &figure.notes);
        let runs = source_runs(&figure.source_label, &words, LESSER);
        pieces.push(Piece::drawn(3.0, self.palette, |pen| {
            pen.open(Role::Paragraph);
            let height = self.middle(&runs, LESSER * LESSER_LEADING, pen);
            pen.close();
            height
        }));
        pieces.extend(tables(figure, false));
        pieces
    }

    /// Sets lines of about equal length in the middle of the page; returns their height in pixels.
    fn middle(&self, runs: &[Run], line: f64, pen: &mut dyn Pen) -> f64 {
        let width = balanced(runs, WIDTH);
        text_of(runs, line, ((WIDTH - width) / 2.0, 0.0), (Align::Middle, width), pen)
    }

    /// The drawings of a figure: one, or several where it is higher than a page.
    fn drawings(&self, figure: &'m Figure) -> Vec<Scene> {
        let room = Room { left: 0.0, top: 0.0, width: DRAWN, height: DRAWN_HEIGHT, paged: false, scale: Scale::Large };
        let draw = |room: &Room| bare(figure, self.stage.site, self.palette, room).collect::<Vec<Scene>>();
        let whole = draw(&room);
        let most = (HEIGHT - 90.0) * DRAWN / WIDTH;
        match whole.iter().all(|scene| scene.height * DRAWN / scene.width.max(DRAWN) <= most) {
            true => whole,
            false => draw(&Room { height: most.floor(), paged: true, ..room }),
        }
    }

    fn drawing(&self, scene: Scene) -> Piece<'m> {
        let scale = (WIDTH / scene.width).min((HEIGHT - 60.0) / scene.height);
        let at = At { x: (WIDTH - scene.width * scale) / 2.0, y: 0.0, scale };
        Piece::drawn(GAP + 6.0, self.palette, |pen| {
            pen.figure(&scene, at);
            scene.height * scale
        })
    }
}
