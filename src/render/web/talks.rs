//! The decks of an edition: the whole talk, its cuts, and both for single territories.

use super::context;
use crate::data::paths;
use crate::data::talk::Cut;
use crate::lang::{self, InterfaceWords};
use crate::layout::Book;
#[cfg(feature = "pdf")]
use crate::layout::Talk;
#[cfg(feature = "pptx")]
use crate::render::Format;
#[cfg(feature = "pptx")]
use crate::render::office as pptx;
#[cfg(feature = "pdf")]
use crate::render::pdf;
use crate::render::{Artifact, Renderer};
use crate::resolve::{Audience, Collection, Edition};
use crate::theme::ThemeFaults;
use serde::Serialize;
use std::borrow::Cow;
use tera::Value;

/// The talks that an edition has beside the whole one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Talks {
    /// The cuts, by the names that stand in their addresses.
    pub cuts: Vec<(String, Cut)>,
    /// The territories that have a talk of their own.
    pub audiences: Vec<Audience>,
}

/// A talk that a page leads to.
#[derive(Serialize)]
pub struct TalkView<'a> {
    /// Its name: "breve", "10 minuti", "Umbria"; empty for the whole talk.
    pub name: Cow<'a, str>,
    /// The address of the deck, from the folder of the edition.
    pub href: String,
    /// How long it is planned to take, in minutes, rounded up; none for talks of single territories.
    pub minutes: Option<u32>,
    /// The files of the talk in other formats, where they are made.
    pub files: Vec<FileView>,
}

/// A file that a page leads to.
#[derive(Serialize)]
pub struct FileView {
    /// What it is: "PDF", "PowerPoint", "dispensa (PDF)".
    pub name: &'static str,
    /// The address of the file, from the folder of the edition.
    pub href: String,
    /// The name under which a browser saves it; no two files of a site share one.
    pub saved: String,
}

impl Talks {
    /// The name of a cut to so many minutes, and the cut.
    pub fn named(minutes: u32, report: &Collection) -> (String, Cut) {
        (format!("{minutes}-{}", lang::interface(report.site.language).minutes), Cut::Minutes(minutes))
    }
}

/// The folder of the decks of an edition, and the way from it back to the folder of the edition.
fn folder(edition: &Edition) -> (String, &'static str) {
    match &edition.audience {
        None => (edition.cover.id.clone(), ""),
        Some(of) => (paths::for_territory(&edition.cover.id, &of.id), "../../"),
    }
}

impl Renderer<'_> {
    /// Links to the decks of an edition: the whole talk and its cuts, then those for single territories.
    pub(in crate::render) fn links<'a>(&self, book: &'a Book, audiences: &'a [Audience]) -> [Vec<TalkView<'a>>; 2] {
        let (id, words) = (&book.edition.cover.id, lang::interface(book.site.language));
        let cuts = book.talks.iter().map(|talk| TalkView {
            name: talk.spoken.as_str().into(),
            href: format!("{}.html", paths::talk(&talk.name)),
            minutes: Some(talk.deck.seconds().div_ceil(60)),
            files: self.beside(("", id), &talk.name, words),
        });
        let audiences = audiences.iter().map(|of| TalkView {
            name: of.name.as_str().into(),
            href: format!("for/{}/{}.html", of.id, paths::talk("")),
            minutes: None,
            files: self.beside((&format!("for/{}/", of.id), &format!("{id}-{}", of.id)), "", words),
        });
        [cuts.collect(), audiences.collect()]
    }

    /// The files of a deck in the formats that are asked for, in their folder; `whose` stands in the names under which
    /// they are saved.
    fn beside(&self, (folder, whose): (&str, &str), cut: &str, words: &InterfaceWords) -> Vec<FileView> {
        let name = paths::talk(cut);
        let handout = if cut.is_empty() { "handout".to_owned() } else { format!("handout-{cut}") };
        let all = [
            ("pdf", "PDF", format!("{name}.pdf")),
            ("pptx", "PowerPoint", format!("{name}.pptx")),
            ("pdf", words.handout, format!("{handout}.pdf")),
        ];
        let is_made = |ending: &str| self.formats.iter().any(|format| format.ending() == ending);
        let made = all.into_iter().filter(|(ending, ..)| is_made(ending));
        let view =
            |(_, name, file)| FileView { name, href: format!("{folder}{file}"), saved: format!("{whose}-{file}") };
        made.map(view).collect()
    }
}

impl Renderer<'_> {
    /// The decks of an edition for one territory: the whole talk, and its cuts.
    ///
    /// # Errors
    /// A template of the theme that fails on these values.
    pub fn talks(&self, report: &Collection, book: &Book) -> Result<Vec<Artifact>, ThemeFaults> {
        let figures = book.edition.figures.iter().zip(&book.sheets);
        let figures: Vec<_> = figures.map(|(figure, sheet)| context::figure(figure, sheet)).collect();
        self.written(report, book, &Value::from_serializable(&figures))
    }

    /// The files of the talks of a book, the whole one first.
    pub(in crate::render) fn written(
        &self,
        report: &Collection,
        book: &Book,
        figures: &Value,
    ) -> Result<Vec<Artifact>, ThemeFaults> {
        let (folder, back) = folder(book.edition);
        let mut artifacts = Vec::new();
        for talk in &book.talks {
            let page = self.deck(report, &book.shown, (&talk.deck, &talk.spoken), figures.clone(), back)?;
            artifacts.push(Artifact::new(format!("{folder}/{}.html", paths::talk(&talk.name)), page));
            #[cfg(feature = "pdf")]
            artifacts.extend(printed(talk, &folder));
            #[cfg(feature = "pptx")]
            if self.formats.contains(&Format::Pptx) {
                let (site, edition, sheets) = (book.site, &*book.shown, book.sheets.as_slice());
                let (deck, palette, cut) = (&talk.deck, &self.theme.light, talk.spoken.as_str());
                let bytes = pptx::slides(&pptx::Talk { site, edition, sheets, deck, palette, cut });
                artifacts.push(Artifact { path: format!("{folder}/{}.pptx", paths::talk(&talk.name)), bytes });
            }
        }
        Ok(artifacts)
    }
}

/// The pages of a talk as PDF; empty where none were asked for.
#[cfg(feature = "pdf")]
fn printed(talk: &Talk, folder: &str) -> Vec<Artifact> {
    let Some(pages) = &talk.printed else { return Vec::new() };
    let of_cut = |name: &str| if talk.name.is_empty() { name.to_owned() } else { format!("{name}-{}", talk.name) };
    let documents = [
        Some((of_cut("slides"), &pages.slides)),
        Some((of_cut("handout"), &pages.handout)),
        pages.report.as_ref().map(|report| ("report".to_owned(), report)),
    ];
    let made = |(name, document)| Artifact { path: format!("{folder}/{name}.pdf"), bytes: pdf::pages(document) };
    documents.into_iter().flatten().map(made).collect()
}
