//! Load's files -> a site that may be written, or every fault at once.

use super::named::wanted;
use super::{Request, Site, fit, talks, tested};
use crate::check;
use crate::diag::{self, Code, Diagnostic, Faults, Severity};
use crate::disk::Loaded;
use crate::files::Sources;
use crate::parse::{self, draft::Draft};
use crate::render::{Format, Renderer};
use crate::resolve;
use crate::theme::{self, Theme, ThemeFaults};

impl Site {
    /// From files to a site that may be written. Opens no file and asks no clock: the same input gives the same site.
    ///
    /// # Errors
    /// Every fault of the author's files; where those have none, every fault of the theme.
    pub fn check(loaded: &Loaded, request: &Request) -> Result<Site, Faults> {
        let sources = &loaded.sources;

        // Read: as written, every value with its place.
        let (draft, found) = parse::parse(sources);

        // Check: what remains cannot name what is not there.
        let mut themes: Vec<&str> = loaded.themes.keys().map(String::as_str).collect();
        if !themes.contains(&theme::BUILTIN) {
            themes.push(theme::BUILTIN);
        }
        let outcome = check::check(&draft, &themes, found).sifted(|found| {
            diag::count_rest(found);
            drop_unasked(found, &draft, request, sources);
            if request.no_talk {
                found.retain(|fault| fault.code != Code::TalkTooLong);
            }
            if request.strict {
                found.iter_mut().for_each(|warning| warning.severity = Severity::Fault);
            }
        });
        let (checked, mut found) = outcome.sound().map_err(|found| Faults { list: found, sources: sources.clone() })?;

        // The theme, with the author's files in the place of ours; a template that does not compile is told here.
        let of_site = || {
            let name = &checked.site.theme;
            loaded.themes.get(name).map(|files| (format!("themes/{name}"), files.clone()))
        };
        let (called, files) = request.theme.clone().or_else(of_site).unwrap_or_default();
        let named = |faults: ThemeFaults| Faults {
            list: faults.faults,
            sources: Sources { root: called.clone(), ..faults.sources },
        };
        let theme = Theme::read(files).map_err(named)?;
        Renderer::new(&theme).map_err(named)?;

        let report = resolve::collection(&checked);
        let wanted = wanted(&checked, &request.editions)?;

        // Lay out: what does not fit its slide is the author's to shorten, and nobody's to cut.
        if !request.no_talk {
            found.extend(fit::overfull(&checked, &wanted, &theme, request.strict));
        }
        if found.iter().any(Diagnostic::is_fault) {
            return Err(Faults { list: found, sources: sources.clone() });
        }
        let warnings = match found.is_empty() {
            true => Faults::default(),
            false => Faults { list: found, sources: sources.clone() },
        };
        let tested = wanted.iter().flat_map(|&index| tested::tested(&checked, index, sources)).collect();
        let covers = report.covers.iter().enumerate();
        let places = covers.map(|(place, cover)| (cover.id.clone(), place)).collect();
        Ok(Site {
            checked,
            sources: sources.clone(),
            report,
            theme,
            theme_root: called,
            warnings,
            tested,
            signs: draft.signs.blocks,
            places,
            wanted,
            formats: Format::SITE.to_vec(),
            talks: talks::Talks::default(),
        })
    }
}

/// Takes away the warnings that stand in the files of editions nobody asked for. Their faults stay: a site is sound as
/// a whole, or not at all.
fn drop_unasked(found: &mut Vec<Diagnostic>, draft: &Draft, request: &Request, sources: &Sources) {
    if request.editions.is_empty() {
        return;
    }
    let folders: Vec<&str> =
        request.editions.iter().filter_map(|name| Some(draft.edition(name)?.folder.as_str())).collect();
    found.retain(|fault| {
        let path = sources.get(fault.at.file).path.strip_prefix("editions/");
        let folder = path.and_then(|path| path.split('/').next());
        fault.is_fault() || folder.is_none_or(|folder| folders.contains(&folder))
    });
}
