//! What a figure that left the site is today, drawn anew from the content.

use super::{Found, Site, Wish};
use crate::data::paths;
use crate::diag::Language;
use crate::render::Format;
use crate::resolve::{self, Figure};
use crate::verify::{self, Answer, Claim, Kind, Known, Newer, Today, verify};

impl Site {
    /// Whether a file is a figure of this content, and still holds; from its bytes alone.
    pub fn verify(&self, bytes: &[u8]) -> Answer {
        verify(bytes, &|claim, kind| self.today(claim, kind))
    }

    /// The same, or of a document: whether the figures inside it are of this content, and still hold.
    pub fn verify_within(&self, bytes: &[u8]) -> verify::Found {
        verify::find(bytes, &|claim, kind| self.today(claim, kind))
    }

    /// The figure that a file claims to be.
    fn today(&self, claim: &Claim, kind: Kind) -> Today {
        let asked = Language::read(claim.get("dc:language")).filter(|language| *language != self.report.site.language);
        let translated = asked.map(|language| self.clone().in_language(language));
        let site = translated.as_ref().unwrap_or(self);
        let Some(index) = site.report.covers.iter().position(|cover| cover.id == claim.edition()) else {
            return Today::NoEdition;
        };
        // What was asked for otherwise than we would write it cannot be drawn anew.
        let wish = Wish::read(claim.options());
        let find = |index: usize, wish: &Wish| {
            let edition = &site.report.covers[index].id;
            site.look_up(claim.figure(), Some(edition), wish).ok()
        };
        let Some(found) = wish.as_ref().and_then(|wish| find(index, wish)).or_else(|| find(index, &Wish::default()))
        else {
            return Today::NoFigure;
        };
        let published = (0..index).filter(|&newer| !site.report.covers[newer].draft);
        let newer = published.filter_map(|newer| find(newer, &Wish::default())).next();
        let address = |found: &Found| {
            let (edition, id) = (&found.figure.provenance.edition, &found.figure.id);
            // What no outline shows has no page: the report holds its data.
            let is_shown = resolve::figure_names(&site.checked, found.edition).0.contains(id);
            let path = if is_shown { paths::figure(edition, id) } else { paths::in_edition(edition, "") };
            site.report.site.url.as_ref().map_or(path.clone(), |url| paths::address(url, &path))
        };
        let own = |figure: &Figure| {
            let pairs = figure.provenance.pairs(figure, claim.options());
            Claim::of(pairs.into_iter().map(|(keyword, text)| (keyword.to_owned(), text)))
        };
        Today::Figure(Box::new(Known {
            file: wish.and_then(|wish| site.made_as(&found, kind, &wish)),
            claim: own(&found.figure).unwrap_or_default(),
            newer: newer.map(|found| Newer { address: address(&found), edition: found.figure.provenance.edition }),
        }))
    }

    /// The file as it would be written today; `None` where this program cannot write its kind.
    fn made_as(&self, found: &Found, kind: Kind, wish: &Wish) -> Option<Vec<u8>> {
        self.picture(found, Format::read(kind.ending())?, wish).ok()
    }
}
