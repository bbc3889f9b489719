//! What a figure that left the site is today, drawn anew from the content.

use crate::Site;
use crate::layout::{self, PlateSize};
use crate::render::{metadata, svg};
use crate::resolve::{Edition, Figure};
use crate::verify::{Answer, Claim, Kind, Known, Newer, Today, verify};

impl Site {
    /// Whether a file is a figure of this content, and still holds; from its bytes alone.
    pub fn verify(&self, bytes: &[u8]) -> Answer {
        verify(bytes, &|claim, kind| self.today(claim, kind))
    }

    /// The figure that a file claims to be.
    fn today(&self, claim: &Claim, kind: Kind) -> Today {
        let Some(index) = self.report.covers.iter().position(|cover| cover.id == claim.edition()) else {
            return Today::NoEdition;
        };
        let find = |edition: Edition| edition.figures.into_iter().find(|figure| figure.id == claim.figure());
        let Some(figure) = find(self.edition(index)) else { return Today::NoFigure };
        let published = (0..index).filter(|&newer| !self.report.covers[newer].draft);
        let newer = published.filter_map(|newer| find(self.edition(newer))).next();
        let own = |figure: &Figure| {
            let pairs = figure.provenance.pairs(figure, claim.options());
            Claim::of(pairs.into_iter().map(|(keyword, text)| (keyword.to_owned(), text)))
        };
        Today::Figure(Box::new(Known {
            file: self.made_as(&figure, claim, kind),
            claim: own(&figure).unwrap_or_default(),
            newer: newer.map(|figure| {
                let here = || format!("{}/figures/{}/", figure.provenance.edition, figure.id);
                let address = figure.provenance.address(&figure.id).unwrap_or_else(here);
                Newer { edition: figure.provenance.edition, address }
            }),
        }))
    }

    /// The file with the options that it claims; `None` where they are not known here.
    fn made_as(&self, figure: &Figure, claim: &Claim, kind: Kind) -> Option<Vec<u8>> {
        let is_plain = claim.options().is_empty() && claim.get("dc:language") == figure.provenance.language.tag();
        match kind {
            Kind::Svg if is_plain => {
                let plate = layout::plate(figure, &self.report.site, &self.theme.light, PlateSize::SITE).scene;
                Some(metadata::written_into(svg::standalone(&plate), figure, claim.options()).into_bytes())
            }
            _ => None,
        }
    }
}
