//! The embed kit of a figure: its page, its frame, its files, and what others paste to show it elsewhere.
//!
//! All of it stands in one folder, `<edition>/figures/<figure>/`; that of the newest edition stands once more under
//! `latest/figures/<figure>/`, an address that does not change. What needs a whole address is made only where the site
//! has one.

pub mod notice;
mod snippets;

pub(in crate::render) use snippets::alternative;

use crate::data::paths::{self, LATEST};
use crate::diag::Language;
use crate::lang::{InterfaceWords, KitWords};
use crate::layout::{FigureSheet, qr_code};
use crate::render::drawing::svg;
use crate::resolve::{Cover, Figure, Masthead};
use crate::scene::Scene;
use serde::Serialize;
use snippets::Place;

/// The name of the file for oEmbed.
pub const OEMBED_FILE: &str = "oembed.json";

/// Width that oEmbed is told, in pixels: a column of text.
const OEMBED_WIDTH: u32 = 800;

/// What the page and the frame of a figure see as `kit`.
#[derive(Serialize)]
pub struct KitView {
    /// Whether this is the folder under `latest/`.
    pub latest: bool,
    /// The lasting address of this edition's page, or none where the site has no address.
    pub address: Option<String>,
    /// The address of the newest edition's page, or none where the site has no address.
    pub latest_address: Option<String>,
    /// The way from the page to the notice of a newer edition, with this edition in it; none under `latest/`.
    pub notice: Option<String>,
    /// The way from the page to the style sheet that shows the notice in old editions; none under `latest/`.
    pub notice_style: Option<String>,
    /// The figure in words alone, one text for each paragraph.
    pub in_words: Vec<String>,
    /// The files of the figure.
    pub downloads: Vec<DownloadView>,
    /// What others paste to show this edition.
    pub snippets: Vec<SnippetView>,
    /// What others paste to show always the newest edition, or none.
    pub latest_snippet: Option<SnippetView>,
    /// SVG of the code to photograph, or none.
    pub qr: Option<String>,
    /// The address in that code, or none.
    pub qr_address: Option<String>,
    /// The whole address of the file for oEmbed, or none: programs that ask for it resolve no relative address.
    pub oembed: Option<String>,
}

/// A file to take along.
#[derive(Serialize)]
pub struct DownloadView {
    /// The name of the file.
    pub file: String,
    /// What it is: "Grafico (SVG)".
    pub title: &'static str,
    /// What it is good for.
    pub text: &'static str,
    /// The size in words: "14 kB".
    pub size: String,
}

/// Words to paste elsewhere.
#[derive(Serialize)]
pub struct SnippetView {
    /// The address in the page.
    pub id: &'static str,
    /// Where it is pasted.
    pub title: &'static str,
    /// What it does.
    pub text: &'static str,
    /// The words to paste.
    pub code: String,
}

/// A figure of an edition with all that its kit is made of.
pub struct Kit<'a> {
    /// What holds for all editions.
    pub site: &'a Masthead,
    /// The edition.
    pub cover: &'a Cover,
    /// The figure.
    pub figure: &'a Figure,
    /// The drawings of the figure.
    pub sheet: &'a FigureSheet,
    /// The words of pages.
    pub words: &'a InterfaceWords,
    /// The files of the figure: their endings, and their lengths in bytes.
    pub files: &'a [(&'static str, usize)],
}

impl Kit<'_> {
    /// The values that the page and the frame in one of its folders see, and the code to photograph, if there is one.
    pub fn view(&self, latest: bool) -> (KitView, Option<Scene>) {
        let words = self.words.kit;
        let of_edition = self.folder(&self.cover.id);
        let of_latest = self.folder(LATEST);
        let here = if latest { &of_latest } else { &of_edition };
        let qr = here.as_deref().and_then(|address| {
            qr_code(address, self.site.language.tag(), words.qr.to_owned(), format!("{}: {address}", words.qr_text))
        });
        let snippets = match (&of_edition, latest) {
            (Some(folder), false) => self.snippets(folder, words),
            _ => Vec::new(),
        };
        let latest_snippet = of_latest.as_deref().map(|folder| {
            // The words of a newer edition may be others: here stand those that outlive it.
            let title = format!("{} · {}", self.figure.kicker, self.site.title);
            SnippetView {
                id: "snippet-latest",
                title: words.latest_frame,
                text: words.latest_frame_text,
                code: self.place(folder, words).frame(&title),
            }
        });
        let beside =
            |file: &str| (!latest).then(|| format!("../../../{}", paths::in_figure(LATEST, &self.figure.id, file)));
        let view = KitView {
            latest,
            notice: beside(notice::FILE).map(|page| format!("{page}#{}", self.cover.id)),
            notice_style: beside(notice::STYLE_FILE),
            in_words: self.figure.in_words(),
            downloads: self.downloads(words),
            snippets,
            latest_snippet,
            qr: qr.as_ref().map(|scene| svg::inline(scene, "code", svg::Description::Inside)),
            qr_address: here.clone().filter(|_| qr.is_some()),
            oembed: here.as_ref().map(|folder| format!("{folder}{OEMBED_FILE}")),
            address: of_edition,
            latest_address: of_latest,
        };
        (view, qr)
    }

    /// The answer for programs that know oEmbed; none where the site has no address.
    pub fn oembed(&self, latest: bool) -> Option<String> {
        let folder = self.folder(if latest { LATEST } else { &self.cover.id })?;
        let title = if latest { &self.figure.kicker } else { &self.figure.title };
        let title = format!("{title} · {}", self.site.title);
        let html = self.place(&folder, self.words.kit).frame(&title);
        let said = OEmbed {
            version: "1.0",
            kind: "rich",
            title: &title,
            // The words of a newer edition may be others.
            description: (!latest).then(|| alternative(self.figure)),
            author_name: &self.site.organisation,
            provider_name: &self.site.title,
            provider_url: self.site.url.as_deref().unwrap_or_default(),
            html: &html,
            width: OEMBED_WIDTH,
            height: self.sheet.frame.height(OEMBED_WIDTH),
        };
        let text = serde_json::to_string_pretty(&said).unwrap_or_else(|_| unreachable!("every key is a text"));
        Some(text + "\n")
    }

    /// The address of the folder in an edition or under `latest/`, with the slash at its end.
    fn folder(&self, edition: &str) -> Option<String> {
        self.site.url.as_ref().map(|site| paths::address(site, &paths::figure(edition, &self.figure.id)))
    }

    fn place<'p>(&'p self, folder: &'p str, words: &'p KitWords) -> Place<'p> {
        let plate = &self.sheet.plate;
        Place {
            folder,
            figure: self.figure,
            size: (plate.width, plate.height),
            room: self.sheet.frame,
            link: words.link,
        }
    }

    fn snippets(&self, folder: &str, words: &KitWords) -> Vec<SnippetView> {
        let place = self.place(folder, words);
        let title = format!("{} · {}", self.figure.title, self.cover.period);
        let mut snippets = vec![
            SnippetView { id: "snippet-frame", title: words.frame, text: words.frame_text, code: place.frame(&title) },
            SnippetView { id: "snippet-image", title: words.image, text: words.image_text, code: place.image() },
            SnippetView {
                id: "snippet-markdown",
                title: "Markdown",
                text: words.markdown_text,
                code: place.markdown(),
            },
        ];
        if self.files.iter().any(|(ending, _)| *ending == "pdf") {
            let (id, title, text) = ("snippet-latex", "LaTeX", words.latex_text);
            snippets.push(SnippetView { id, title, text, code: place.latex() });
        }
        snippets
    }

    fn downloads(&self, words: &KitWords) -> Vec<DownloadView> {
        let known = self.files.iter().filter_map(|(ending, length)| {
            let (_, title, text) = words.formats.iter().find(|(format, ..)| format == ending)?;
            let file = format!("{}.{ending}", self.figure.id);
            Some(DownloadView { file, title, text, size: size(*length, self.site.language) })
        });
        known.collect()
    }
}

/// oEmbed 1.0, "rich" (oembed.com, 2.3.4.4).
#[derive(Serialize)]
struct OEmbed<'a> {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    /// A description, which oEmbed does not list but allows (2.3.4).
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    author_name: &'a str,
    provider_name: &'a str,
    provider_url: &'a str,
    html: &'a str,
    width: u32,
    height: u32,
}

/// A length in words: "14 kB", "1,2 MB"; a thousand bytes to the kB, as on the screens of most systems.
fn size(bytes: usize, language: Language) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => {
            let tenths = bytes.div_ceil(100_000);
            let point = match language {
                Language::English => '.',
                Language::Italian => ',',
            };
            format!("{}{point}{} MB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::size;
    use crate::diag::Language;

    #[test]
    fn a_length_is_said_as_people_read_it() {
        assert_eq!(size(640, Language::Italian), "1 kB");
        assert_eq!(size(14_001, Language::Italian), "15 kB");
        assert_eq!(size(1_240_000, Language::Italian), "1,3 MB");
        assert_eq!(size(1_240_000, Language::English), "1.3 MB");
    }
}
