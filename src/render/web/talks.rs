//! The decks of an edition: the whole talk, its cuts, and the same for one territory.

use super::context;
use crate::data::talk::Cut;
use crate::lang::{self, InterfaceWords};
#[cfg(feature = "pdf")]
use crate::layout::Stage;
use crate::layout::{self, Deck, Sheets};
#[cfg(any(feature = "pdf", feature = "pptx"))]
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

/// The talks of an edition beside the whole one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Talks {
    /// Cuts, by the name that stands in their addresses.
    pub cuts: Vec<(String, Cut)>,
    /// The territories that have a talk of their own.
    pub audiences: Vec<Audience>,
}

/// A talk that a page leads to.
#[derive(Serialize)]
pub struct TalkView<'a> {
    /// Its name: "breve", "10 minuti", "Umbria"; empty for the whole talk.
    pub name: Cow<'a, str>,
    /// The deck, from the folder of the edition.
    pub href: String,
    /// How long it is planned to take, in minutes, rounded up; none of those for territories.
    pub minutes: Option<u32>,
    /// The same in other formats, where they are made.
    pub files: Vec<FileView>,
}

/// A file that a page leads to.
#[derive(Serialize)]
pub struct FileView {
    /// What it is: "PDF", "PowerPoint", "dispensa (PDF)".
    pub name: &'static str,
    /// From the folder of the edition.
    pub href: String,
    /// Its name where it is saved: no two of a site share one.
    pub saved: String,
}

impl Talks {
    /// The name of a cut to so many minutes.
    pub fn named(minutes: u32, report: &Collection) -> (String, Cut) {
        (format!("{minutes}-{}", lang::interface(report.site.language).minutes), Cut::Minutes(minutes))
    }
}

/// The folder of the decks of an edition, and the way back from it to the folder of the edition.
fn folder(edition: &Edition) -> (String, &'static str) {
    match &edition.audience {
        None => (edition.cover.id.clone(), ""),
        Some(of) => (format!("{}/for/{}", edition.cover.id, of.id), "../../"),
    }
}

/// The name of a cut in words: "10 minuti".
fn spoken(cut: &str) -> String {
    cut.replace(['-', '_'], " ")
}

/// The name of a deck's files, without their ending.
fn file(cut: &str) -> String {
    if cut.is_empty() { "slides".to_owned() } else { format!("slides-{cut}") }
}

impl Renderer<'_> {
    /// Links to the decks of an edition: the whole one and its cuts, each with its deck, then those for territories.
    pub(in crate::render) fn links<'a>(
        &self,
        edition: &Edition,
        talks: &'a Talks,
        decks: &[Deck],
        words: &InterfaceWords,
    ) -> [Vec<TalkView<'a>>; 2] {
        let id = &edition.cover.id;
        let names = std::iter::once("").chain(talks.cuts.iter().map(|(name, _)| name.as_str()));
        let cuts = names.zip(decks).map(|(name, deck)| TalkView {
            name: spoken(name).into(),
            href: format!("{}.html", file(name)),
            minutes: Some(deck.seconds().div_ceil(60)),
            files: self.beside(("", id), name, words),
        });
        let audiences = talks.audiences.iter().map(|of| TalkView {
            name: of.name.as_str().into(),
            href: format!("for/{}/slides.html", of.id),
            minutes: None,
            files: self.beside((&format!("for/{}/", of.id), &format!("{id}-{}", of.id)), "", words),
        });
        [cuts.collect(), audiences.collect()]
    }

    /// The files of a deck in other formats, as they are asked for: from their folder, and saved under the name of
    /// whose they are.
    fn beside(&self, (folder, whose): (&str, &str), cut: &str, words: &InterfaceWords) -> Vec<FileView> {
        let name = file(cut);
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

/// The decks of an edition, the whole one first.
pub(in crate::render) fn decks(
    report: &Collection,
    edition: &Edition,
    sheets: &Sheets,
    cuts: &[(String, Cut)],
) -> Vec<Deck> {
    let all = std::iter::once(Cut::All).chain(cuts.iter().map(|(_, cut)| *cut));
    all.map(|cut| layout::deck(edition, &sheets.figures, report.site.language, cut)).collect()
}

impl Renderer<'_> {
    /// The decks of an edition for one territory: the whole talk, and its cuts.
    ///
    /// # Errors
    /// A template of the theme that fails on these values.
    pub fn talks(
        &self,
        report: &Collection,
        edition: &Edition,
        sheets: &Sheets,
        cuts: &[(String, Cut)],
    ) -> Result<Vec<Artifact>, ThemeFaults> {
        let figures = edition.figures.iter().zip(&sheets.figures);
        let figures: Vec<_> = figures.map(|(figure, sheet)| context::figure(figure, sheet)).collect();
        let edition = &*layout::for_slides(edition, &self.theme.fit, report.site.language);
        let decks = decks(report, edition, sheets, cuts);
        self.written(report, (edition, sheets), &decks, cuts, &Value::from_serializable(&figures))
    }

    /// The files of decks, the whole one first.
    pub(in crate::render) fn written(
        &self,
        report: &Collection,
        (edition, sheets): (&Edition, &Sheets),
        decks: &[Deck],
        cuts: &[(String, Cut)],
        figures: &Value,
    ) -> Result<Vec<Artifact>, ThemeFaults> {
        #[cfg(not(any(feature = "pdf", feature = "pptx")))]
        let _ = sheets;
        let (folder, back) = folder(edition);
        let names = std::iter::once("").chain(cuts.iter().map(|(name, _)| name.as_str()));
        let mut artifacts = Vec::new();
        for (name, deck) in names.zip(decks) {
            let page = self.deck(report, edition, (deck, &spoken(name)), figures.clone(), back)?;
            artifacts.push(Artifact::new(format!("{folder}/{}.html", file(name)), page));
            #[cfg(feature = "pdf")]
            artifacts.extend(self.printed(report, edition, sheets, deck, (&folder, name)));
            #[cfg(feature = "pptx")]
            if self.formats.contains(&Format::Pptx) {
                let (site, sheets, palette, cut) = (&report.site, &sheets.figures, &self.theme.light, &spoken(name));
                let bytes = pptx::slides(&pptx::Talk { site, edition, sheets, deck, palette, cut });
                artifacts.push(Artifact { path: format!("{folder}/{}.pptx", file(name)), bytes });
            }
        }
        Ok(artifacts)
    }

    /// A deck as PDF and its handout, and beside the whole talk the report; nothing where no PDF is asked for.
    #[cfg(feature = "pdf")]
    fn printed(
        &self,
        report: &Collection,
        edition: &Edition,
        sheets: &Sheets,
        deck: &Deck,
        (folder, cut): (&str, &str),
    ) -> Vec<Artifact> {
        if !self.formats.contains(&Format::Pdf) {
            return Vec::new();
        }
        let spoken = spoken(cut);
        let stage = Stage { site: &report.site, edition, figures: &sheets.figures, deck, cut: &spoken };
        let of_cut = |name: &str| if cut.is_empty() { name.to_owned() } else { format!("{name}-{cut}") };
        let made = |name: String, bytes| Artifact { path: format!("{folder}/{name}.pdf"), bytes };
        let mut artifacts = vec![
            made(of_cut("slides"), pdf::slides(&stage, self.theme)),
            made(of_cut("handout"), pdf::handout(&stage, self.theme)),
        ];
        if cut.is_empty() && edition.audience.is_none() {
            artifacts.push(made("report".to_owned(), pdf::report(&stage, self.theme)));
        }
        artifacts
    }
}
