//! What a site and each of its editions are made from, as digests: where those are the same, so is every byte.

use super::{AskedTalks, Request, Site};
use crate::disk::Loaded;
use crate::files::{Digest, Sources};
use crate::render::Format;
use crate::resolve::oldest_seen;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The digest of everything that a build reads: the files, the theme, what is asked for, and the program.
pub fn digest(loaded: &Loaded, request: &Request, formats: &[Format], talks: &AskedTalks, program: &str) -> String {
    let mut digest = Digest::default();
    digest.add(program.as_bytes());
    digest.show(&(&loaded.sources.root, &request.editions, request.strict, request.no_talk, formats, talks));
    digest.files(&loaded.sources, |_| true);
    // A theme is larger than a site: its bytes are not written out for it.
    for (name, files) in loaded.themes.iter().chain(request.theme.as_ref().map(|(name, files)| (name, files))) {
        digest.show(&(name, files.len()));
        for (path, bytes) in files {
            digest.add(path.as_bytes());
            digest.add(bytes);
        }
    }
    digest.hex()
}

/// The name of the folder in `editions/` that a path is in.
fn folder(path: &str) -> Option<&str> {
    path.strip_prefix("editions/")?.split_once('/').map(|(folder, _)| folder)
}

impl Site {
    /// The digest of what each edition is made from, by its address. What holds for all editions is in each of them, and
    /// so are the older editions that one looks back at.
    pub fn digests(&self, talks: &AskedTalks, program: &str) -> BTreeMap<String, String> {
        let mut shared = Digest::default();
        shared.add(program.as_bytes());
        shared.files(&self.sources, |path| folder(path).is_none());
        for (path, bytes) in &self.theme.files {
            shared.add(path.as_bytes());
            shared.add(bytes);
        }
        let (checked, report) = (&self.checked, &self.report);
        shared.show(&(report, &self.signs, &self.formats, talks, &self.talks, &checked.catalogue));
        let series = checked.editions.iter().map(|edition| (&edition.id, edition.series.keys().collect::<Vec<_>>()));
        shared.show(&series.collect::<Vec<_>>());

        let own = own(&self.sources);
        let of_editions: Vec<String> = checked
            .editions
            .par_iter()
            .map(|edition| {
                let mut digest = own.get(edition.folder.as_str()).cloned().unwrap_or_default();
                // What was worked out for its text, from older editions too.
                digest.show(&edition.outline);
                digest.hex()
            })
            .collect();
        let digest = |(index, edition): (usize, &crate::check::EditionData)| {
            let mut digest = shared.clone();
            of_editions[index..=oldest_seen(checked, index)].iter().for_each(|of| digest.add(of.as_bytes()));
            (edition.id.clone(), digest.hex())
        };
        checked.editions.iter().enumerate().map(digest).collect()
    }

    /// Leaves out the editions whose files are known to be what they would be made to: of those it is asked by address.
    /// [`Site::leaves`] then says of each of their files that it stays.
    pub fn spare(&mut self, is_made: impl Fn(&str) -> bool) {
        self.wanted.retain(|&index| !is_made(&self.report.covers[index].id));
    }

    /// The edition that a file of the site belongs to, by its address: its own folder, or that of a figure of which it
    /// is the newest.
    pub fn edition_of(&self, path: &str) -> Option<&str> {
        let index = self.index_of(path)?;
        Some(&self.report.covers[index].id)
    }
}

/// The digest of the files in each folder of an edition.
fn own(sources: &Sources) -> BTreeMap<&str, Digest> {
    let mut own: BTreeMap<&str, Digest> = BTreeMap::new();
    for file in &sources.files {
        if let Some(folder) = folder(&file.path) {
            own.entry(folder).or_default().file(file);
        }
    }
    own
}
