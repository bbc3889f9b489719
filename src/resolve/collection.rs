//! The site as its home shows it.

use super::cover::{Cover, cover};
use super::named::figure_ids;
use crate::check::Checked;
use crate::diag::Language;
use std::collections::BTreeMap;

/// A whole site, as its home page shows it. The editions themselves are resolved one at a time, for two hundred of
/// them would not sit well in memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    /// What holds for all editions.
    pub site: Masthead,
    /// Newest first.
    pub covers: Vec<Cover>,
    /// Each figure with the edition that shows it last, in the order in which editions show them, the newest first.
    pub latest: Vec<Latest>,
}

/// The edition in which a figure is found where no edition is named: the newest that is published and shows it; where
/// none is published, the newest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Latest {
    /// The figure.
    pub figure: String,
    /// Place of the edition among the covers.
    pub edition: usize,
    /// Places of the editions that have the figure and are no older: that edition, and the drafts after it.
    pub current: Vec<usize>,
}

/// What holds for all editions.
#[derive(Clone, Debug, PartialEq)]
pub struct Masthead {
    /// The language of all that the tool writes.
    pub language: Language,
    /// The language of what the authors wrote.
    pub authors: Language,
    /// Name of the site.
    pub title: String,
    /// One sentence under it.
    pub description: String,
    /// Who publishes.
    pub organisation: String,
    /// Licence of the contents, in words.
    pub licence: String,
    /// Its address, if given.
    pub licence_url: Option<String>,
    /// The address at which the site is published, without a slash at its end, if given: `https://fse.example`.
    pub url: Option<String>,
}

/// What the home page shows of a site.
pub fn collection(checked: &Checked) -> Collection {
    let site = &checked.site;
    let licence = site.licence.as_ref();
    Collection {
        site: Masthead {
            language: site.language,
            authors: site.authors,
            title: site.title.clone(),
            description: site.description.clone(),
            organisation: site.organisation.clone(),
            licence: licence.map_or_else(String::new, |(name, _)| name.clone()),
            licence_url: licence.and_then(|(_, url)| url.clone()),
            url: site.url.clone(),
        },
        covers: checked.editions.iter().map(|edition| cover(edition, site.language)).collect(),
        latest: latest(checked),
    }
}

/// Where each figure is shown last.
fn latest(checked: &Checked) -> Vec<Latest> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    // Each figure with the editions that have it, the newest first.
    let mut all: Vec<(String, Vec<usize>)> = Vec::new();
    for (edition, data) in checked.editions.iter().enumerate() {
        for id in figure_ids(checked, data) {
            match places.get(&id) {
                Some(&place) => all[place].1.push(edition),
                None => {
                    places.insert(id.clone(), all.len());
                    all.push((id, vec![edition]));
                }
            }
        }
    }
    let latest = |(figure, editions): (String, Vec<usize>)| {
        let edition = editions.iter().copied().find(|&edition| !checked.editions[edition].draft);
        let edition = edition.unwrap_or(editions[0]);
        Latest { figure, edition, current: editions.into_iter().filter(|&other| other <= edition).collect() }
    };
    all.into_iter().map(latest).collect()
}
