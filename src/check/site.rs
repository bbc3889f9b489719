//! The site as a whole: its language, its theme, and that it has an edition.

use super::checked::SiteData;
use crate::diag::{Code, Diagnostic, Language, did_you_mean, nearest};
use crate::files::{Placed, Span};
use crate::parse::draft::SiteDraft;
use crate::words;

/// What site.yaml says. `themes` are the names of those that exist.
pub fn site(draft: &SiteDraft, themes: &[&str], faults: &mut Vec<Diagnostic>) -> SiteData {
    let tag = draft.language.value.as_str();
    let language = Language::ALL.into_iter().find(|language| language.tag() == tag);
    if language.is_none() {
        let message = words!(
            "`{tag}` is not a language the tool writes in",
            "`{tag}` non è una lingua in cui lo strumento scrive"
        );
        let hint =
            words!("write `en` for English or `it` for Italian", "scrivi `it` per l’italiano o `en` per l’inglese");
        faults.push(Diagnostic::new(Code::UnknownWord, draft.language.at, message, hint));
    }
    if let Some(theme) = draft.theme.as_ref().filter(|theme| !themes.contains(&theme.value.as_str())) {
        let hint = match nearest(&theme.value, themes.iter().copied()) {
            Some(near) => did_you_mean(near),
            None => words!("themes are: {}", "i temi sono: {}", themes.join(", ")),
        };
        let message = words!("there is no theme `{}`", "non c’è nessun tema `{}`", theme.value);
        let fault = Diagnostic::new(Code::UnknownTheme, theme.at, message, hint);
        faults.push(fault.fix_case(theme, themes.iter().copied()));
    }
    let text = |text: &Option<Placed<String>>| text.as_ref().map(|text| text.value.clone());
    SiteData {
        title: draft.title.value.clone(),
        description: text(&draft.description).unwrap_or_default(),
        organisation: draft.organisation.value.clone(),
        language: language.unwrap_or_default(),
        authors: language.unwrap_or_default(),
        theme: text(&draft.theme).unwrap_or_else(|| crate::theme::BUILTIN.to_owned()),
        licence: draft.licence.as_ref().map(|(name, url)| (name.value.clone(), text(url))),
        url: text(&draft.url),
    }
}

/// A site without an edition would take the place of the last one, and every page with it.
pub fn no_edition(site: &SiteDraft) -> Diagnostic {
    let message =
        words!("there is no edition: the site would be empty", "non c’è nessuna edizione: il sito sarebbe vuoto");
    let hint = words!(
        "write the first one in editions/, in a folder named after its period; docs/format.md shows a whole one",
        "scrivi la prima in editions/, in una cartella con il nome del suo periodo; docs/format.md ne mostra una intera"
    );
    Diagnostic::new(Code::EmptyEdition, Span::top(site.title.at.file), message, hint)
}
