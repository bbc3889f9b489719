//! A site -> its files, handed over one by one.

use super::{Site, fit};
use crate::data::paths::{self, Owner};
use crate::data::talk::Cut;
use crate::diag::{Diagnostic, Faults};
use crate::files::Artifact;
use crate::layout::Book;
use crate::render::{Renderer, Talks};
use crate::resolve::{self, Against, Audience, Edition, Profile};
use crate::theme::ThemeFaults;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::convert::Infallible;

impl Site {
    /// Asks also for what the last site lacks: editions, for the home page leads to all of them; and those that have
    /// become the newest of a figure, for theirs is what stands under `latest/`. `is_there` knows the files of the last
    /// site by their path, `is_same` by their bytes, too.
    ///
    /// # Errors
    /// A template of the theme that does not compile.
    pub fn complete(
        &mut self,
        is_there: impl Fn(&str) -> bool,
        is_same: impl Fn(&Artifact) -> bool,
    ) -> Result<(), Faults> {
        if self.wanted.len() == self.report.covers.len() {
            return Ok(());
        }
        let covers = self.report.covers.iter().enumerate();
        let missing = covers.filter(|(_, cover)| !is_there(&paths::report(&cover.id)));
        let mut missing: BTreeSet<usize> = missing.map(|(index, _)| index).collect();
        // A notice names the newest edition: another notice, another edition.
        let renderer = Renderer::new(&self.theme).map_err(|faults| self.of_the_theme(faults))?;
        let moved = self.report.latest.iter().filter(|latest| !is_same(&renderer.notice(&self.report, latest)));
        missing.extend(moved.map(|latest| latest.edition));
        self.wanted.extend(missing.into_iter().filter(|index| !self.wanted.contains(index)).collect::<Vec<_>>());
        Ok(())
    }

    /// Whether a file of the last site stays as it is: those of an edition that belongs to the site and is not asked for.
    pub fn leaves(&self, path: &str) -> bool {
        self.index_of(path).is_some_and(|index| !self.wanted.contains(&index))
    }

    /// The place in the collection of the edition that a file of the site belongs to; none of what all share.
    pub(super) fn index_of(&self, path: &str) -> Option<usize> {
        match paths::owner(path) {
            Owner::Latest(figure) => {
                self.report.latest.iter().find(|latest| latest.figure == figure).map(|latest| latest.edition)
            }
            Owner::Edition(id) => self.places.get(id).copied(),
            Owner::All => None,
        }
    }

    /// Measures everything that would be written: every slide of the editions asked for and of their talks. Where the theme
    /// has templates of its own, every page is also written once and thrown away, for what such a template does with some
    /// values shows only then. What comes back can be written, and nothing of the author's stands in its way.
    ///
    /// # Errors
    /// Slides on which there is too much; else the first fault of a template.
    pub fn ready(&self) -> Result<Ready<'_>, Faults> {
        let of_edition = |&index: &usize| {
            let audiences = self.talks.audiences.iter().filter(|_| self.talks.editions.contains(&index));
            let talks = std::iter::once(None).chain(audiences.map(|id| Some(*id)));
            let over = talks.flat_map(|audience| {
                let edition = resolve::talk(&self.checked, index, audience);
                fit::overlong(&Book::of_slides(&edition, &self.report.site, &self.theme))
            });
            over.collect::<Vec<_>>()
        };
        self.told(self.wanted.par_iter().flat_map_iter(of_edition).collect())?;
        let of_the_theme = |faults| self.of_the_theme(faults);
        let renderer = Renderer::new(&self.theme).map_err(of_the_theme)?.with(&self.formats).with_signs(self.signs);
        let ready = Ready { site: self, renderer };
        if self.theme.has_own_templates() {
            match ready.each(|_| Ok::<(), Infallible>(())) {
                Ok(()) => {}
                Err(Stopped::Template(faults)) => return Err(of_the_theme(faults)),
                Err(Stopped::Put(never)) => match never {},
            }
        }
        Ok(ready)
    }

    /// Faults of slides, in the order of their places.
    fn told(&self, mut list: Vec<Diagnostic>) -> Result<(), Faults> {
        if list.is_empty() {
            return Ok(());
        }
        // What editions share is told of one of them.
        list.sort_by_key(|fault| (fault.at, fault.message.en.clone()));
        list.dedup_by_key(|fault| fault.at);
        list.extend(self.warnings.list.iter().cloned());
        Err(Faults { list, sources: self.sources.clone() })
    }

    /// The talks of an edition beside the whole one, by its place in the collection.
    fn further_talks(&self, index: usize, edition: &Edition) -> Talks {
        let is_asked = self.talks.editions.contains(&index);
        let mut cuts = edition.cuts.clone();
        if let Some(asked) = self.minutes().filter(|(name, _)| is_asked && !cuts.iter().any(|(known, _)| known == name))
        {
            cuts.push(asked);
        }
        let ids = self.talks.audiences.iter().filter(|_| is_asked);
        let audience = |of: &Profile| Audience { id: of.id.clone(), name: of.name.clone() };
        let audiences = ids.filter_map(|id| edition.profiles.get(usize::from(id.0))).map(audience).collect();
        Talks { cuts, audiences }
    }

    /// The cut to the minutes that were asked for.
    fn minutes(&self) -> Option<(String, Cut)> {
        self.talks.minutes.map(|minutes| Talks::named(minutes, &self.report))
    }
}

/// A site that is written as it is: all of it has been measured.
pub struct Ready<'s> {
    site: &'s Site,
    renderer: Renderer<'s>,
}

/// Why the artifacts of a site are not all handed over.
enum Stopped<E> {
    /// A template fails on these values.
    Template(ThemeFaults),
    /// Whoever takes the artifacts refused one.
    Put(E),
}

impl Ready<'_> {
    /// Resolves, lays out, renders and hands over every artifact: one edition a task, and only one in memory for each
    /// thread. The order of artifacts is not fixed; their paths and bytes are.
    ///
    /// # Errors
    /// The first refusal of `put`.
    ///
    /// # Panics
    /// Where a template of the built-in theme fails: a fault of ours.
    pub fn write<E: Send>(&self, put: impl Fn(Artifact) -> Result<(), E> + Sync) -> Result<(), E> {
        self.each(put).map_err(|stopped| match stopped {
            Stopped::Put(refusal) => refusal,
            Stopped::Template(faults) => panic!("a template that was tried fails: {:?}", faults.faults),
        })
    }

    fn each<E: Send>(&self, put: impl Fn(Artifact) -> Result<(), E> + Sync) -> Result<(), Stopped<E>> {
        let (site, renderer) = (self.site, &self.renderer);
        let report = &site.report;
        let put_all = |artifacts: Vec<Artifact>| artifacts.into_iter().try_for_each(&put).map_err(Stopped::Put);
        let template = Stopped::Template;
        put_all(renderer.home(report).map_err(template)?)?;
        site.wanted.par_iter().try_for_each(|&index| {
            let edition = site.edition(index);
            let further = site.further_talks(index, &edition);
            let book = Book::of(&edition, &report.site, &site.theme, &further.cuts);
            put_all(renderer.edition(report, index, &self.printed(book), &further.audiences).map_err(template)?)?;
            drop(edition);
            // For a territory the cut that was asked for, and not those that the outline names.
            let cuts: Vec<_> = site.minutes().into_iter().collect();
            let audiences = site.talks.audiences.par_iter().filter(|_| site.talks.editions.contains(&index));
            audiences.try_for_each(|&id| {
                let edition = resolve::talk(&site.checked, index, Some(id));
                let book = Book::of_talks(&edition, &report.site, &site.theme, &cuts);
                put_all(renderer.talks(report, &self.printed(book)).map_err(template)?)
            })?;
            match resolve::changes(&site.checked, index, Against::Last, site.checked.site.language) {
                Some(changes) => put_all(vec![renderer.changes(report, index, &changes).map_err(template)?]),
                None => Ok(()),
            }
        })
    }

    /// A book with its pages, where a PDF of them is asked for.
    fn printed<'e>(&self, book: Book<'e>) -> Book<'e> {
        let is_asked = self.site.formats.iter().any(|format| format.ending() == "pdf");
        if is_asked { book.printed(&self.site.theme.light) } else { book }
    }
}
