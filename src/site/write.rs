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
use std::sync::{Mutex, PoisonError};

/// Why a site was not written.
#[derive(Debug)]
pub enum WriteError<E> {
    /// A template of the theme fails on these contents.
    Faults(Faults),
    /// Whoever takes the artifacts refused one.
    Put(E),
}

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

    /// Resolves, lays out, renders and hands over every artifact: one edition a task, and only one in memory for each
    /// thread. The order of artifacts is not fixed; their paths and bytes are.
    ///
    /// # Errors
    /// The first fault of a template, or the first refusal of `put`.
    pub fn write<E: Send>(&self, put: impl Fn(Artifact) -> Result<(), E> + Sync) -> Result<(), WriteError<E>> {
        let faults = |faults: ThemeFaults| WriteError::Faults(self.of_the_theme(faults));
        let renderer = Renderer::new(&self.theme).map_err(faults)?.with(&self.formats).with_signs(self.signs);
        let put_all = |artifacts: Vec<Artifact>| artifacts.into_iter().try_for_each(&put).map_err(WriteError::Put);
        put_all(renderer.home(&self.report).map_err(faults)?)?;
        let too_long = Mutex::new(Vec::new());
        self.wanted.par_iter().try_for_each(|&index| {
            let edition = self.edition(index);
            let further = self.further_talks(index, &edition);
            let book = Book::of(&edition, &self.report.site, &self.theme, &further.cuts);
            let over = fit::overlong(&book);
            if !over.is_empty() {
                // Nothing more is written, but all that is too long is told.
                too_long.lock().unwrap_or_else(PoisonError::into_inner).extend(over);
                return Ok(());
            }
            put_all(renderer.edition(&self.report, index, &self.printed(book), &further.audiences).map_err(faults)?)?;
            drop(edition);
            // For a territory the cut that was asked for, and not those that the outline names.
            let cuts: Vec<_> = self.minutes().into_iter().collect();
            self.talks.audiences.par_iter().filter(|_| self.talks.editions.contains(&index)).try_for_each(|&id| {
                let edition = resolve::talk(&self.checked, index, Some(id));
                let book = Book::of_talks(&edition, &self.report.site, &self.theme, &cuts);
                let over = fit::overlong(&book);
                if !over.is_empty() {
                    too_long.lock().unwrap_or_else(PoisonError::into_inner).extend(over);
                    return Ok(());
                }
                put_all(renderer.talks(&self.report, &self.printed(book)).map_err(faults)?)
            })?;
            match resolve::changes(&self.checked, index, Against::Last, self.checked.site.language) {
                Some(changes) => put_all(vec![renderer.changes(&self.report, index, &changes).map_err(faults)?]),
                None => Ok(()),
            }
        })?;
        self.told(too_long.into_inner().unwrap_or_else(PoisonError::into_inner)).map_err(WriteError::Faults)
    }

    /// Lays out every slide of the editions asked for, as [`Site::write`] does, and writes nothing.
    ///
    /// # Errors
    /// Slides on which there is too much.
    pub fn fits(&self) -> Result<(), Faults> {
        let of_edition = |&index: &usize| {
            let edition = resolve::talk(&self.checked, index, None);
            fit::overlong(&Book::of_talks(&edition, &self.report.site, &self.theme, &[]))
        };
        self.told(self.wanted.par_iter().flat_map_iter(of_edition).collect())
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
    /// A book with its pages, where a PDF of them is asked for.
    fn printed<'e>(&self, book: Book<'e>) -> Book<'e> {
        let is_asked = self.formats.iter().any(|format| format.ending() == "pdf");
        if is_asked { book.printed(&self.theme.light) } else { book }
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
