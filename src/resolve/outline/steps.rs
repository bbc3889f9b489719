//! The outline of an edition becomes the steps of its talk, each with an address of its own.

use super::overview::{Overview, overview};
use super::passage::{self, Passage};
use super::step::{Closing, Entry, LinkEntry, Section, Step};
use crate::check::{Body, Checked, EditionData, EntryData, FigureData, PassageData, Series, StepData};
use crate::data::address::{is_reserved, slug};
use crate::data::indicator::Part;
use crate::data::paths;
use crate::data::period::Period;
use crate::data::prose::{map_inlines, plain};
use crate::data::talk::Qr;
use crate::data::territory::TerritoryId;
use crate::data::view::{ChangeView, View};
use crate::diag::Language;
use crate::lang::{self, terms};
use std::collections::BTreeSet;

/// What a figure shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// An indicator, which of its figures, and how it is shown.
    Of(usize, Part, View),
    /// What changed in it.
    ChangeOf(usize, Part, ChangeView),
}

impl Shown {
    /// What the figure of an entry shows; none where the entry is no figure.
    pub fn by(entry: &EntryData) -> Option<Shown> {
        match entry {
            EntryData::Figure(FigureData { indicator, part, view, .. }) => Some(Shown::Of(*indicator, *part, *view)),
            EntryData::Change { indicator, part, view, .. } => Some(Shown::ChangeOf(*indicator, *part, *view)),
            _ => None,
        }
    }

    /// Whether it is one part of an indicator, however it is shown, and not what changed in it.
    pub fn is_of(self, indicator: usize, part: Part) -> bool {
        matches!(self, Shown::Of(of, its, _) if of == indicator && its == part)
    }
}

/// The steps of the talk of an edition, in order. `shown` is what each of its figures shows.
pub fn steps(checked: &Checked, data: &EditionData, shown: &[Shown]) -> Vec<Step> {
    // Addresses that authors fixed are taken first, wherever they stand.
    let passages = data.entries().flat_map(|entry| match entry {
        EntryData::Narrative { passages, .. } => passages.as_slice(),
        _ => &[],
    });
    let ids = passages.filter_map(|passage| Some(passage.id.as_ref()?.value.clone())).collect();
    let tag = data.event.as_ref().map_or("", |event| &event.tag);
    let mut steps = Steps { checked, data, language: checked.site.language, tag, shown, ids };
    data.outline.iter().filter_map(|step| steps.step(step)).collect()
}

/// The outline of one edition, step by step.
struct Steps<'s> {
    checked: &'s Checked,
    data: &'s EditionData,
    language: Language,
    /// The tag of the event; may be empty.
    tag: &'s str,
    /// What each figure shows.
    shown: &'s [Shown],
    /// Addresses given.
    ids: BTreeSet<String>,
}

impl Steps<'_> {
    fn step(&mut self, step: &StepData) -> Option<Step> {
        Some(Step { entry: self.entry(&step.entry)?, seconds: step.seconds, extra: step.extra, at: step.at })
    }

    /// The address that a QR code holds: that of the step, or of the whole deck.
    fn code(&self, qr: Option<Qr>, own: Option<&str>) -> Option<String> {
        match qr? {
            Qr::Own => own.map(str::to_owned),
            Qr::Deck => Some(paths::address(self.checked.site.url.as_ref()?, &paths::slides(&self.data.id))),
        }
    }

    fn entry(&mut self, entry: &EntryData) -> Option<Entry> {
        Some(match entry {
            EntryData::Title => Entry::Title,
            EntryData::Narrative { name, kicker, passages, .. } => {
                Entry::Narrative(passages.iter().map(|passage| self.passage(name, kicker, passage)).collect())
            }
            EntryData::Link { url, title, text, kicker, qr } => {
                let shown = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest).trim_end_matches('/');
                let title = title.clone().unwrap_or_else(|| shown.to_owned());
                Entry::Link(LinkEntry {
                    id: self.address(&format!("link {title}")),
                    kicker: kicker.clone().unwrap_or_default(),
                    title,
                    url: url.clone(),
                    shown: shown.to_owned(),
                    text: text.clone().unwrap_or_default(),
                    qr: self.code(*qr, Some(url)),
                })
            }
            EntryData::Overview { title, kicker } => {
                Entry::Overview(self.overview(title.as_deref(), kicker.as_deref()))
            }
            EntryData::Figure(_) | EntryData::Change { .. } => {
                let of_entry = Shown::by(entry)?;
                Entry::Figure(self.shown.iter().position(|shown| *shown == of_entry)?)
            }
            EntryData::Section(group) => Entry::Section(self.section(*group)),
            EntryData::Closing { title, text, url, qr } => Entry::Closing(Closing {
                id: self.address("closing"),
                title: title.clone().unwrap_or_else(|| terms(self.language).thanks.to_owned()),
                text: text.clone().unwrap_or_default(),
                url: url.clone(),
                qr: self.code(*qr, url.as_deref()),
            }),
        })
    }

    fn passage(&mut self, name: &str, kicker: &str, passage: &PassageData) -> Passage {
        let id = match &passage.id {
            Some(id) => id.value.clone(),
            // The address is made of words that outlive the figures in them.
            None => {
                let words = plain(&map_inlines(&passage.title, &mut |_| String::new()));
                self.passage_address(&format!("{name} {words}"))
            }
        };
        Passage { id, ..passage::passage(kicker, passage, self.language) }
    }

    fn overview(&mut self, title: Option<&str>, kicker: Option<&str>) -> Overview {
        let first =
            |index: usize| self.shown.iter().position(|shown| matches!(shown, Shown::Of(of, ..) if *of == index));
        let overview = overview(self.checked, self.data, [title, kicker], first);
        Overview { id: self.address("overview"), ..overview }
    }

    fn section(&mut self, group: usize) -> Section {
        let of = &self.checked.catalogue.groups[group];
        Section {
            id: self.address(&format!("section {}", of.id)),
            kicker: self.tag.to_owned(),
            title: of.title.clone(),
            period_label: terms(self.language).period.to_owned(),
            period: lang::period(self.language, self.data.period),
            exceptions: self.exceptions(group),
        }
    }

    /// Territories of a group whose values have a date of their own: "per il Friuli-Venezia Giulia: gennaio –
    /// marzo 2024". Where one has a window in a flow and a date in a stock, the window says both.
    fn exceptions(&self, group: usize) -> Vec<String> {
        let of_group = |series: &&Series| self.checked.catalogue.indicators[series.indicator].group == group;
        let mut found: Vec<(usize, Period)> = Vec::new();
        for series in self.data.series.values().filter(of_group) {
            let Body::Territories { values, .. } = &series.body else { continue };
            for (index, value) in values.iter().enumerate().filter(|(_, value)| value.own_period) {
                if !found.contains(&(index, value.period)) {
                    found.push((index, value.period));
                }
            }
        }
        found.sort_by_key(|(index, period)| (*index, period.start(), period.end()));
        let windows: Vec<(usize, Period)> =
            found.iter().filter(|(_, period)| matches!(period, Period::Window { .. })).copied().collect();
        let said_by_window = |index: usize, period: Period| {
            let is_stock = matches!(period, Period::Day(_));
            is_stock && windows.iter().any(|(other, window)| *other == index && window.end() == period.end())
        };
        found
            .iter()
            .filter(|(index, period)| !said_by_window(*index, *period))
            .map(|(index, period)| {
                let territory = self.checked.territories.get(TerritoryId(*index as u16));
                lang::exception(self.language, &territory.article, &lang::when(self.language, *period))
            })
            .collect()
    }

    /// The address of a step of the outline; the second of the same words has a number.
    fn address(&mut self, words: &str) -> String {
        let slug = slug(words);
        let mut id = slug.clone();
        let mut number = 2;
        while !self.ids.insert(id.clone()) {
            id = format!("{slug}-{number}");
            number += 1;
        }
        id
    }

    /// The address of a slide of narrative, which never takes one that the pages use for themselves.
    fn passage_address(&mut self, words: &str) -> String {
        if is_reserved(&slug(words)) { self.address(&format!("text {words} text")) } else { self.address(words) }
    }
}
