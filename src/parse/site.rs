//! site.yaml, sources.yaml and edition.yaml.

use super::draft::{EditionHead, EventDraft, SiteDraft, SourceDraft};
use super::fields::{Fields, check_id, entries, list, text};
use super::spelling::{self, wrong_date};
use super::yaml::Node;
use crate::data::address;
use crate::data::period::Period;
use crate::diag::{Code, Diagnostic, Term};
use crate::files::Placed;
use crate::words;

const SOURCE: Term = Term::new("a source", "una fonte");

/// Reads site.yaml.
pub fn site(node: Node, faults: &mut Vec<Diagnostic>) -> Option<SiteDraft> {
    let mut fields = Fields::open(node, Term::same("site.yaml"), faults)?;
    let title = fields.required_text("title");
    let description = fields.text("description");
    let organisation = fields.required_text("organisation");
    let language = fields.required_text("language");
    let theme = fields.text("theme");
    let licence = fields.take("licence").and_then(|(_, node)| {
        let mut fields = Fields::open(node, Term::same("`licence`"), fields.faults())?;
        let name = fields.required_text("name");
        let url = fields.text("url").and_then(|url| page(url, fields.faults()));
        fields.close();
        Some((name?, url))
    });
    let url = fields.text("url").and_then(|url| match address::of_site(&url.value) {
        Some(address) => Some(Placed::new(address.to_owned(), url.at)),
        None => {
            fields.faults().push(no_site(&url));
            None
        }
    });
    fields.close();
    Some(SiteDraft {
        title: title?,
        description,
        organisation: organisation?,
        language: language?,
        theme,
        licence,
        url,
    })
}

/// The fault of an address at which no site is published.
fn no_site(url: &Placed<String>) -> Diagnostic {
    let message = words!("`{}` is not the address of a site", "`{}` non è l’indirizzo di un sito", url.value);
    let hint = match url.value.starts_with("https://") || url.value.starts_with("http://") {
        true => words!(
            "write only host and folder, https://example.org/report: no `?`, `#`, spaces, accents or password",
            "scrivi solo il nome del sito e la cartella, https://example.org/report: niente `?`, `#`, spazi, \
             accenti o password"
        ),
        false => words!(
            "begin it with https://, as browsers show it: https://example.org/report",
            "fallo cominciare con https://, come lo mostra il browser: https://example.org/report"
        ),
    };
    Diagnostic::new(Code::UnsafeLink, url.at, message, hint)
}

/// Reads sources.yaml, or `sources` of an edition.
pub fn sources(node: Node, faults: &mut Vec<Diagnostic>) -> Vec<SourceDraft> {
    let Some(entries) = entries(node, Term::new("a list of sources", "un elenco di fonti"), faults) else {
        return Vec::new();
    };
    let mut sources = Vec::with_capacity(entries.len());
    for (id, node) in entries {
        check_id(&id, SOURCE, faults);
        let Some(mut fields) = Fields::open(node, SOURCE, faults) else { continue };
        let publisher = fields.required_text("publisher");
        let title = fields.required_text("title");
        let url = fields.text("url").and_then(|url| page(url, fields.faults()));
        let date = fields.day("date");
        let note = fields.text("note");
        fields.close();
        if let (Some(publisher), Some(title)) = (publisher, title) {
            sources.push(SourceDraft { id, publisher, title, url, date, note });
        }
    }
    sources
}

/// An address of a page, which is printed as a link, or a fault: a host behind `https://`, and nothing else that a browser
/// would follow.
pub fn page(url: Placed<String>, faults: &mut Vec<Diagnostic>) -> Option<Placed<String>> {
    let after = ["https://", "http://"].iter().find_map(|scheme| url.value.strip_prefix(scheme));
    let is_host = after.is_some_and(|host| host.starts_with(|sign: char| sign.is_alphanumeric() || sign == '['));
    let plain = |sign: char| !sign.is_whitespace() && !sign.is_control() && !['<', '>', '"'].contains(&sign);
    if is_host && url.value.chars().all(plain) {
        return Some(url);
    }
    let message = words!("`{}` is not the address of a page", "`{}` non è l’indirizzo di una pagina", url.value);
    let hint = words!(
        "write all of it as browsers show it, from https:// on and without spaces",
        "scrivilo per intero come lo mostra il browser, da https:// in poi e senza spazi"
    );
    faults.push(Diagnostic::new(Code::UnsafeLink, url.at, message, hint));
    None
}

/// Reads edition.yaml.
pub fn edition(node: Node, faults: &mut Vec<Diagnostic>) -> Option<EditionHead> {
    let mut fields = Fields::open(node, Term::same("edition.yaml"), faults)?;
    let title = fields.required_text("title");
    let subtitle = fields.text("subtitle");
    let period = fields.text("period").and_then(|words| period(&words, fields.faults()));
    let id = fields.text("id");
    let revision = fields.count("revision").and_then(|revision| self::revision(revision, fields.faults()));
    let status = fields.word("status", &[("draft", true), ("published", false)]);
    let event = fields.take("event").and_then(|(_, node)| {
        let mut fields = Fields::open(node, Term::same("`event`"), fields.faults())?;
        let name = fields.required_text("name");
        let place = fields.text("place");
        let date = fields.day("date");
        let tag = fields.text("tag");
        fields.close();
        Some(EventDraft { name: name?, place, date, tag })
    });
    let notes = match fields.take("notes") {
        Some((_, node)) => {
            let notes = list(node, Term::same("`notes`"), fields.faults()).unwrap_or_default();
            notes.into_iter().filter_map(|note| text(note, Term::same("notes"), fields.faults())).collect()
        }
        None => Vec::new(),
    };
    let sources_node = fields.take("sources");
    let sources = sources_node.map_or_else(Vec::new, |(_, node)| sources(node, fields.faults()));
    fields.close();
    if let Some(id) = &id {
        check_id(id, Term::new("an edition", "un’edizione"), faults);
    }
    Some(EditionHead {
        title: title?,
        subtitle,
        period,
        id,
        revision,
        draft: status.is_some_and(|s| s.value),
        event,
        notes,
        sources,
    })
}

/// The number of a revision, which is 1 for the first.
fn revision(revision: Placed<u32>, faults: &mut Vec<Diagnostic>) -> Option<Placed<u32>> {
    if revision.value > 0 {
        return Some(revision);
    }
    let message = words!("there is no revision 0", "non c’è una revisione 0");
    let hint = words!(
        "write 1 for the first publication, 2 once it has been corrected",
        "scrivi 1 per la prima pubblicazione, 2 dopo una correzione"
    );
    faults.push(Diagnostic::new(Code::NotANumber, revision.at, message, hint));
    None
}

/// A day, a month or a window, or a fault.
pub fn period(words: &Placed<String>, faults: &mut Vec<Diagnostic>) -> Option<Placed<Period>> {
    if let Some(period) = Period::parse(words.value.trim()) {
        return Some(Placed::new(period, words.at));
    }
    let message = words!(
        "`{}` is not a date or a window of the calendar",
        "`{}` non è una data o una finestra del calendario",
        words.value
    );
    let hint = words!(
        "write a day 2024-08-31, a month 2024-05, or a window of months 2024-06/2024-08, the earlier first",
        "scrivi un giorno 2024-08-31, un mese 2024-05, o una finestra di mesi 2024-06/2024-08, prima il più lontano"
    );
    faults.push(wrong_date(words, message, spelling::period(words.value.trim()), hint));
    None
}
