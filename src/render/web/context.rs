//! What a template may see: this file is the whole list. Text is plain and escaped when printed, but for the fields
//! said to be HTML or SVG, which templates print with `| safe`.
//!
//! Every page sees `words` (those of the interface, listed in `lang/interface.rs`), `site` ([`SiteView`]) and `root`: the way
//! from the page to the folder of the site, empty or `../`.
//!
//! - `home.html`: `editions` ([`EditionView`]), newest first.
//! - `report.html`: `talks` and `audiences` (each a `TalkView`), `report_pdf` (whether there is one), `edition` ([`EditionView`]), `newer` and `older` ([`EditionView`], or none), `figures`
//!   ([`FigureView`]), `parts` ([`Part`]), `contents` ([`Heading`]), `data` (names of data files), `sources` ([`SourceView`]), `notes` (texts).
//! - `changes.html`: `edition`, `older` ([`EditionView`]), `changes` ([`super::changes::ChangesView`]).
//! - `deck.html`: `edition`, `figures` and `slides` ([`Slide`]); `cut` and `audience`: names, or nothing; `back`: the way to
//!   the folder of the edition; `css` and `js`: the texts to put inside the file; `deck_words` and
//!   `territories` (or none): JSON for its script.

use super::{prose, table};
use crate::data::prose::plain;
use crate::lang::InterfaceWords;
use crate::layout::{self, Deck, FigureSheet, What, density, foot, is_sentence, qr_code, tied};
use crate::render::drawing::svg;
use crate::render::drawing::svg::Description;
use crate::resolve::told_apart;
use crate::resolve::{
    Cover, Edition, Entry, Event, Figure, Masthead, Note, Overview, OverviewRow, Passage, SourceEntry,
};
use serde::Serialize;

/// What holds for all editions.
#[derive(Serialize)]
pub struct SiteView<'a> {
    /// The language (BCP 47).
    pub lang: &'a str,
    /// The name of the site.
    pub title: &'a str,
    /// What the site is, in one sentence; may be empty.
    pub description: &'a str,
    /// Who publishes the site.
    pub organisation: &'a str,
    /// The licence in words; may be empty.
    pub licence: &'a str,
    /// The address of the licence, or none.
    pub licence_url: Option<&'a str>,
}

/// One edition.
#[derive(Serialize)]
pub struct EditionView<'a> {
    /// The name of its folder.
    pub id: &'a str,
    /// The title of the talk.
    pub title: &'a str,
    /// The subtitle; may be empty.
    pub subtitle: &'a str,
    /// The period: "giugno – agosto 2024".
    pub period: &'a str,
    /// The period in ISO 8601.
    pub period_iso: &'a str,
    /// The event at which the talk is given: name, place and date in one line; may be empty.
    pub event: String,
    /// The tag of the event: "#ForumRisk19"; may be empty.
    pub tag: &'a str,
    /// Whether it is a draft, not published yet.
    pub draft: bool,
    /// How many figures it has.
    pub figures: usize,
}

/// A figure with all its words and drawings.
#[derive(Serialize)]
pub struct FigureView<'a> {
    /// The name of its file. Its address in a page is `figure-` and this.
    pub id: &'a str,
    /// The words above the title: "Utilizzo · Consenso".
    pub kicker: &'a str,
    /// The title.
    pub title: &'a str,
    /// What it measures: "% degli assistiti · al 31 agosto 2024".
    pub measure: String,
    /// Its number: "Figura 3".
    pub number: &'a str,
    /// The caption in the report: title, origin and date.
    pub caption: &'a str,
    /// What it says, in a few sentences written from the data.
    pub summary: &'a str,
    /// What exactly is counted.
    pub definition: &'a str,
    /// The word for a source: "Fonte".
    pub source_label: &'a str,
    /// Who measures, and who published the values.
    pub source: String,
    /// The notes with their marks, in order.
    pub notes: Vec<NoteView<'a>>,
    /// The name of its data file, without `.csv`.
    pub dataset: &'a str,
    /// SVG of its drawings, one for each slide.
    pub slides: Vec<String>,
    /// Whether the foot of its slides is long, and so set smaller.
    pub long_foot: bool,
    /// SVG of its drawing in the report; none where that of its one slide serves.
    pub wide: Option<String>,
    /// SVG of its drawing for narrow screens.
    pub narrow: String,
    /// HTML of its table.
    pub table: String,
}

/// A note of a figure.
#[derive(Serialize)]
pub struct NoteView<'a> {
    /// The mark: "*"; empty where the note is on the figure as a whole.
    pub mark: &'a str,
    /// The words of the note.
    pub text: String,
    /// Whether a dot separates it from what stands before it.
    pub dotted: bool,
}

/// A part of the talk and of the report, by its `kind`.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Part<'a> {
    /// The opening; only decks have it.
    Title {},
    /// A passage of narrative.
    Narrative {
        /// The words above the title; may be empty.
        kicker: &'a str,
        /// HTML of the title.
        heading: String,
        /// HTML of the passage.
        body: String,
        /// How large the text of the slide is: `airy`, `roomy`, `normal`, `dense`.
        density: &'static str,
        /// Whether its title is that of the part before, and so is not repeated.
        continued: bool,
        /// Whether the items of its lists appear one by one.
        stepwise: bool,
    },
    /// An address shown large.
    Link {
        /// The words above the title; may be empty.
        kicker: &'a str,
        /// The title.
        heading: &'a str,
        /// The address.
        url: &'a str,
        /// The address as it is shown.
        shown: &'a str,
        /// A sentence below it; may be empty.
        text: &'a str,
        /// SVG of a QR code, where one is asked for.
        qr: Option<String>,
    },
    /// The indicators at a glance.
    Overview {
        /// The words above the title; may be empty.
        kicker: &'a str,
        /// The title.
        heading: &'a str,
        /// Whether its rows are set smaller, because they are many.
        dense: bool,
        /// The columns, one for each group.
        columns: Vec<ColumnView<'a>>,
        /// The word for a source: "Fonte".
        source_label: &'a str,
        /// Who measures; empty where no value is known.
        source: String,
        /// The notes with their marks, in order.
        notes: Vec<NoteView<'a>>,
        /// In a deck: whether the foot is a long one.
        long_foot: bool,
    },
    /// A figure.
    Figure {
        /// The place of the figure in `figures`.
        figure: usize,
        /// In a deck: which of its drawings the slide shows, counted from 0.
        drawing: usize,
        /// In a deck: how many drawings it has.
        drawings: usize,
        /// In the report: the level of its heading, 2 or 3.
        level: u8,
    },
    /// A divider.
    Section {
        /// The words above the title; may be empty.
        kicker: &'a str,
        /// The title.
        heading: &'a str,
        /// The words before the period: "Periodo di riferimento".
        period_label: &'a str,
        /// The period: "giugno – agosto 2024"; may be empty.
        period: &'a str,
        /// The indicators or territories whose period is another, a sentence each.
        exceptions: Vec<String>,
    },
    /// The end of the talk.
    Closing {
        /// The large words.
        heading: &'a str,
        /// A sentence below them; may be empty.
        text: &'a str,
        /// An address, or none.
        url: Option<&'a str>,
        /// The address without its scheme.
        shown: &'a str,
        /// SVG of a QR code, where one is asked for.
        qr: Option<String>,
    },
    /// The figures of one territory; only decks have it.
    Profile {
        /// The words above the title; may be empty.
        kicker: &'a str,
        /// The title.
        heading: &'a str,
        /// What the figures say, in a few sentences written from the data.
        summary: &'a str,
        /// HTML of its table.
        table: String,
        /// The word for a source: "Fonte".
        source_label: &'a str,
        /// Who measures.
        source: String,
        /// The notes with their marks, in order.
        notes: Vec<NoteView<'a>>,
        /// Whether the foot is a long one.
        long_foot: bool,
    },
}

/// A part with its address in the page.
#[derive(Serialize)]
pub struct Placed<'a> {
    /// The address in the page.
    pub id: String,
    /// The title, as plain text.
    pub title: String,
    /// The part.
    pub part: Part<'a>,
}

/// A slide of a deck.
#[derive(Serialize)]
pub struct Slide<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// How long it is planned to take, in seconds.
    pub seconds: u32,
    /// Whether it is kept back, and so stands after the end.
    pub backup: bool,
    /// What is said while it is shown, a paragraph each.
    pub notes: Vec<&'a str>,
    /// The address, the title and the part that the slide shows.
    #[serde(flatten)]
    pub placed: Placed<'a>,
}

/// A group of the overview, which is a column.
#[derive(Serialize)]
pub struct ColumnView<'a> {
    /// The title of the group.
    pub title: &'a str,
    /// Its indicators.
    pub rows: Vec<RowView<'a>>,
}

/// An indicator of the overview.
#[derive(Serialize)]
pub struct RowView<'a> {
    /// The short name.
    pub label: &'a str,
    /// What the share is of: "degli assistiti".
    pub of: &'a str,
    /// The value: "41%", or "n.d.".
    pub value: &'a str,
    /// The period: "al 31 agosto 2024".
    pub period: &'a str,
    /// The id of the figure to which it leads, or none.
    pub figure: Option<&'a str>,
}

/// A heading of the report, with the headings under it.
#[derive(Serialize)]
pub struct Heading {
    /// The address in the page.
    pub id: String,
    /// The words.
    pub title: String,
    /// The headings under it.
    pub under: Vec<Heading>,
}

/// A source.
#[derive(Serialize)]
pub struct SourceView<'a> {
    /// Its address in the page is `source-` and this.
    pub id: &'a str,
    /// Who published it.
    pub publisher: &'a str,
    /// What was published.
    pub title: &'a str,
    /// Its address; may be empty.
    pub url: &'a str,
    /// Its date; may be empty.
    pub date: &'a str,
    /// A note on it; may be empty.
    pub note: &'a str,
}

/// What holds for all editions.
pub fn site(site: &Masthead) -> SiteView<'_> {
    SiteView {
        lang: site.language.tag(),
        title: &site.title,
        description: &site.description,
        organisation: &site.organisation,
        licence: &site.licence,
        licence_url: site.licence_url.as_deref(),
    }
}

/// One edition, without its parts.
pub fn edition(edition: &Cover) -> EditionView<'_> {
    let event = |event: &Event| {
        let parts = [&event.name, &event.place, &event.date].map(String::as_str);
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    EditionView {
        id: &edition.id,
        title: &edition.title,
        subtitle: &edition.subtitle,
        period: &edition.period,
        period_iso: &edition.period_iso,
        event: edition.event.as_ref().map(event).unwrap_or_default(),
        tag: edition.event.as_ref().map_or("", |event| &event.tag),
        draft: edition.draft,
        figures: edition.figures,
    }
}

/// A figure with its drawings.
pub fn figure<'a>(figure: &'a Figure, sheet: &FigureSheet) -> FigureView<'a> {
    // A page shows the first drawing or the wide one, and the narrow one besides: all say the same.
    let address = format!("figure-{}-said", figure.id);
    let told = |at| if at == 0 { Description::Here(&address) } else { Description::At(&address) };
    FigureView {
        id: &figure.id,
        kicker: &figure.kicker,
        title: &figure.title,
        measure: tied(&figure.measure),
        number: &figure.number,
        caption: &figure.caption,
        summary: &figure.summary,
        definition: &figure.definition,
        source_label: &figure.source_label,
        source: tied(&figure.source),
        notes: notes(&figure.source, &figure.notes),
        dataset: &figure.dataset,
        slides: sheet.slides.iter().enumerate().map(|(at, scene)| svg::inline(scene, "chart", told(at))).collect(),
        long_foot: sheet.long_foot,
        wide: sheet.wide.as_ref().map(|scene| svg::inline(scene, "chart", told(0))),
        narrow: svg::inline(&sheet.narrow, "chart", told(1)),
        table: table::table(figure),
    }
}

/// The slides of a deck.
pub fn slides<'a>(edition: &'a Edition, deck: &'a Deck, words: &InterfaceWords) -> Vec<Slide<'a>> {
    deck.slides.iter().map(|slide| super::context::slide(edition, slide, words)).collect()
}

fn slide<'a>(edition: &'a Edition, slide: &'a layout::Slide, words: &InterfaceWords) -> Slide<'a> {
    let part = match (&edition.outline[slide.step].entry, slide.what) {
        (_, What::Figure { figure, drawing, drawings }) => Part::Figure { figure, drawing, drawings, level: 2 },
        (Entry::Narrative(passages), What::Narrative(place, _)) => narrative(&passages[place], words).part,
        (entry, _) => placed(entry, edition, words).remove(0).part,
    };
    Slide {
        number: slide.number,
        seconds: slide.seconds,
        backup: slide.backup,
        notes: layout::speaker_notes(edition, slide),
        placed: Placed { id: slide.id.clone(), title: slide.title.clone(), part },
    }
}

/// The parts of a report: those of the talk without its opening and its end.
pub fn parts<'a>(edition: &'a Edition, words: &InterfaceWords) -> Vec<Placed<'a>> {
    let of_talk_only = |entry: &Entry| matches!(entry, Entry::Title | Entry::Closing(_) | Entry::Profile(_));
    let entries = edition.outline.iter().map(|step| &step.entry).filter(|entry| !of_talk_only(entry));
    let mut parts: Vec<Placed<'a>> = entries.flat_map(|entry| placed(entry, edition, words)).collect();
    // A figure stands under a divider or narrative before it; after an address or the overview, of which it is no part,
    // it stands alone.
    let mut headed = false;
    for placed in &mut parts {
        match &mut placed.part {
            Part::Figure { level, .. } => *level = if headed { 3 } else { 2 },
            part => headed = matches!(part, Part::Section { .. } | Part::Narrative { .. }),
        }
    }
    parts
}

/// The headings of the parts, with figures under what stands before them. Headings of one title are told apart.
pub fn contents(parts: &[Placed], figures: &[Figure]) -> Vec<Heading> {
    let parts = parts.iter().filter(|placed| !matches!(placed.part, Part::Narrative { continued: true, .. }));
    let parts: Vec<&Placed> = parts.collect();
    let figure = |placed: &Placed| match placed.part {
        Part::Figure { figure, .. } => Some(&figures[figure]),
        _ => None,
    };
    let titles: Vec<_> = parts.iter().map(|placed| (placed.title.as_str(), figure(placed))).collect();
    let mut contents: Vec<Heading> = Vec::new();
    for (placed, title) in parts.iter().zip(told_apart(&titles)) {
        let heading = Heading { id: placed.id.clone(), title, under: Vec::new() };
        match (&placed.part, contents.last_mut()) {
            (Part::Figure { level: 3, .. }, Some(above)) => above.under.push(heading),
            _ => contents.push(heading),
        }
    }
    contents
}

/// The sources of an edition.
pub fn sources(edition: &Edition) -> Vec<SourceView<'_>> {
    edition.sources.iter().map(source).collect()
}

fn source(source: &SourceEntry) -> SourceView<'_> {
    let SourceEntry { id, publisher, title, url, date, note } = source;
    SourceView { id, publisher, title, url, date, note }
}

/// A step as its parts: a passage of narrative is as many parts as it has slides.
fn placed<'a>(entry: &'a Entry, edition: &'a Edition, words: &InterfaceWords) -> Vec<Placed<'a>> {
    let placed = match entry {
        Entry::Title => Placed { id: "title".into(), title: edition.cover.title.clone(), part: Part::Title {} },
        Entry::Narrative(passages) => return passages.iter().map(|passage| narrative(passage, words)).collect(),
        Entry::Link(link) => Placed {
            id: link.id.clone(),
            title: link.title.clone(),
            part: Part::Link {
                kicker: &link.kicker,
                heading: &link.title,
                url: &link.url,
                shown: &link.shown,
                text: &link.text,
                qr: link.qr.as_ref().and_then(|address| code(address, words)),
            },
        },
        Entry::Overview(overview) => super::context::overview(overview, edition),
        Entry::Figure(index) => Placed {
            id: format!("figure-{}", edition.figures[*index].id),
            title: edition.figures[*index].title.clone(),
            part: Part::Figure { figure: *index, drawing: 0, drawings: 1, level: 2 },
        },
        Entry::Section(section) => Placed {
            id: section.id.clone(),
            title: section.title.clone(),
            part: Part::Section {
                kicker: &section.kicker,
                heading: &section.title,
                period_label: &section.period_label,
                period: &section.period,
                exceptions: section.exceptions.iter().map(|text| tied(text)).collect(),
            },
        },
        Entry::Profile(profile) => Placed {
            id: format!("profile-{}", profile.id),
            title: profile.title.clone(),
            part: Part::Profile {
                kicker: &profile.kicker,
                heading: &profile.title,
                summary: &profile.summary,
                table: table::profile(profile, &edition.figures),
                source_label: &profile.source_label,
                source: tied(&profile.source),
                notes: notes(&profile.source, &profile.notes),
                long_foot: foot((&profile.source_label, &profile.source, &profile.notes), edition).1,
            },
        },
        Entry::Closing(closing) => {
            let url = closing.url.as_deref();
            let shown = url.map_or("", |url| url.split_once("://").map_or(url, |(_, rest)| rest));
            Placed {
                id: closing.id.clone(),
                title: closing.title.clone(),
                part: Part::Closing {
                    heading: &closing.title,
                    text: &closing.text,
                    url,
                    shown: shown.trim_end_matches('/'),
                    qr: closing.qr.as_ref().and_then(|address| code(address, words)),
                },
            }
        }
    };
    vec![placed]
}

/// The QR code of an address, as SVG.
fn code(address: &str, words: &InterfaceWords) -> Option<String> {
    let scene =
        qr_code(address, words.language.tag(), words.kit.qr.to_owned(), format!("{}: {address}", words.kit.qr_text))?;
    Some(svg::inline(&scene, "code", Description::Inside))
}

fn narrative<'a>(passage: &'a Passage, words: &InterfaceWords) -> Placed<'a> {
    Placed {
        id: passage.id.clone(),
        title: plain(&passage.title),
        part: Part::Narrative {
            kicker: &passage.kicker,
            heading: prose::inlines(&passage.title),
            body: prose::blocks(&passage.blocks, words),
            density: density(passage).name,
            continued: passage.continues,
            stepwise: passage.stepwise,
        },
    }
}

/// The notes that stand after a source.
fn notes<'a>(source: &str, notes: &'a [Note]) -> Vec<NoteView<'a>> {
    let before = std::iter::once(source).chain(notes.iter().map(|note| note.text.as_str()));
    let view = |(note, before): (&'a Note, &str)| NoteView {
        mark: &note.mark,
        text: tied(&note.text),
        dotted: !is_sentence(before),
    };
    notes.iter().zip(before).map(view).collect()
}

fn overview<'a>(overview: &'a Overview, edition: &'a Edition) -> Placed<'a> {
    let row = |row: &'a OverviewRow| RowView {
        label: &row.label,
        of: &row.of,
        value: &row.value,
        period: &row.period,
        figure: row.figure.map(|index| edition.figures[index].id.as_str()),
    };
    let columns = overview.columns.iter();
    let columns =
        columns.map(|column| ColumnView { title: &column.title, rows: column.rows.iter().map(row).collect() });
    Placed {
        id: overview.id.clone(),
        title: overview.title.clone(),
        part: Part::Overview {
            kicker: &overview.kicker,
            heading: &overview.title,
            dense: layout::is_dense(overview),
            columns: columns.collect(),
            source_label: &overview.source_label,
            source: tied(&overview.source),
            notes: notes(&overview.source, &overview.notes),
            long_foot: foot((&overview.source_label, &overview.source, &overview.notes), edition).1,
        },
    }
}
