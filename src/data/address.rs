//! Addresses of slides within a page: stable words, never those the page itself uses.

use super::territory::fold;

/// Words the pages of every edition use for themselves.
const WORDS: [&str; 12] = [
    "title", "overview", "closing", "deck", "view", "controls", "previous", "next", "place", "content", "said", "main",
];

/// Beginnings the pages use, followed by a name.
const BEGINNINGS: [&str; 7] = ["figure-", "section-", "link-", "report-", "source-", "stage-", "reading-"];

/// Whether the pages use an address for themselves.
pub fn is_reserved(id: &str) -> bool {
    // The heading of a slide has the slide's address and this ending.
    WORDS.contains(&id) || BEGINNINGS.iter().any(|beginning| id.starts_with(beginning)) || id.ends_with("-title")
}

/// Words as an address: lower case, without accents, whole words up to about fifty letters.
pub fn slug(words: &str) -> String {
    let mut slug = String::new();
    for word in fold(words).split(' ') {
        if !slug.is_empty() && slug.len() + word.len() > 48 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::{is_reserved, slug};

    #[test]
    fn an_address_is_made_of_whole_words() {
        assert_eq!(
            slug("conclusions Un FSE usato allo stesso modo in tutto il Paese"),
            "conclusions-un-fse-usato-allo-stesso-modo-in"
        );
        assert_eq!(slug("Perché l’85%?"), "perche-l-85");
    }

    #[test]
    fn what_pages_use_for_themselves_is_reserved() {
        for id in ["title", "figure-consenso", "report-sources", "fine-title"] {
            assert!(is_reserved(id), "{id}");
        }
        assert!(!is_reserved("background-title-page"));
    }
}
