//! Addresses: of slides within a page, which are stable words and never those that the page uses itself, and of the
//! site in the world.

use super::territory::fold;

/// Words the pages of every edition use for themselves.
const WORDS: [&str; 12] = [
    "title", "overview", "closing", "deck", "view", "controls", "previous", "next", "place", "content", "said", "main",
];

/// Beginnings the pages use, followed by a name.
const BEGINNINGS: [&str; 9] =
    ["figure-", "section-", "link-", "profile-", "report-", "source-", "stage-", "speaker-", "reading-"];

/// Whether the pages use an address for themselves.
pub fn is_reserved(id: &str) -> bool {
    // The heading of a slide has the slide's address and this ending.
    WORDS.contains(&id) || BEGINNINGS.iter().any(|beginning| id.starts_with(beginning)) || id.ends_with("-title")
}

/// Whether a name cannot be that of a file on every system: Windows keeps the names of its devices, whatever ending
/// they have.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let numbered =
        |word: &str| stem.strip_prefix(word).is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit());
    ["con", "prn", "aux", "nul"].contains(&stem.as_str()) || numbered("com") || numbered("lpt")
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
    if is_device(&slug) {
        slug.push('-');
    }
    slug
}

/// The address at which a site is published, without the slash at its end; `None` where it is no such address: `https`
/// or `http`, a host, and perhaps a path, in the characters of RFC 3986. A query or a fragment would swallow what is
/// written behind it, and a name and password would be given away.
pub fn of_site(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (host, port) = authority.split_once(':').unwrap_or((authority, "1"));
    let is_label = |label: &str| {
        let fine = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !label.is_empty() && label.bytes().all(fine) && !label.starts_with('-') && !label.ends_with('-')
    };
    let is_port = port.parse::<u16>().is_ok_and(|port| port > 0) && port.bytes().all(|byte| byte.is_ascii_digit());
    let in_path = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~%!$&'()*+,;=:@".contains(&byte);
    let stays = path.split('/').all(|segment| segment != "." && segment != "..");
    let is_address = host.split('.').all(is_label) && is_port && path.bytes().all(in_path) && stays;
    is_address.then(|| url.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::{is_device, is_reserved, of_site, slug};

    #[test]
    fn a_site_is_at_a_host_and_perhaps_a_path_and_nothing_behind() {
        for (url, address) in [
            ("https://fse.example", "https://fse.example"),
            ("https://fse.example/", "https://fse.example"),
            ("http://localhost:8000/report/", "http://localhost:8000/report"),
            ("https://xn--perch-fsa.example/a/b~c", "https://xn--perch-fsa.example/a/b~c"),
        ] {
            assert_eq!(of_site(url), Some(address));
        }
        for url in [
            "",
            "fse.example",
            "www.fse.example",
            "ftp://fse.example",
            "https://",
            "https:///report",
            "https://fse..example",
            "https://-fse.example",
            "https://fse.example:port",
            "https://fse.example:+1",
            "https://name@fse.example",
            "https://fse.example/?edition=1",
            "https://fse.example/#top",
            "https://fse.example/a b",
            "https://fse.example/a/../b",
            "https://fse.example/\"onload",
            "https://perché.example",
        ] {
            assert_eq!(of_site(url), None, "{url}");
        }
    }

    #[test]
    fn names_of_devices_are_known_with_any_ending() {
        for name in ["con", "AUX", "nul", "prn", "com1", "lpt9", "con.csv", "nul.tar.gz"] {
            assert!(is_device(name), "{name}");
        }
        for name in ["consenso", "com", "com10", "comx", "lpt", "auxiliary", "a.con"] {
            assert!(!is_device(name), "{name}");
        }
    }

    #[test]
    fn an_address_is_made_of_whole_words() {
        assert_eq!(
            slug("conclusions Un FSE usato allo stesso modo in tutto il Paese"),
            "conclusions-un-fse-usato-allo-stesso-modo-in"
        );
        assert_eq!(slug("Perché l’85%?"), "perche-l-85");
        assert_eq!(slug("Con"), "con-");
    }

    #[test]
    fn what_pages_use_for_themselves_is_reserved() {
        for id in ["title", "figure-consenso", "report-sources", "fine-title"] {
            assert!(is_reserved(id), "{id}");
        }
        assert!(!is_reserved("background-title-page"));
    }
}
