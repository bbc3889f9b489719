//! What a theme brings into a page stays in it: no other host is asked for anything, no tag ends the style or the script
//! that it stands in, and no rule swallows those that follow.

use crate::diag::{Code, Diagnostic, Words};
use crate::files::{FileId, Source, Span};
use crate::words;

/// What is wrong with one file of a theme.
pub(super) fn faults(file: FileId, source: &Source) -> Vec<Diagnostic> {
    let (path, text) = (source.path.as_str(), source.text.as_str());
    let found = match path.rsplit_once('.') {
        Some((_, "css")) => {
            let plain = without_comments(text);
            let of_braces = brace(&plain);
            [hosts_of_styles(&plain), tag(text, "</style"), of_braces.into_iter().collect()].concat()
        }
        Some((_, "js")) => [tag(text, "</script"), tag(text, "<!--")].concat(),
        Some((_, "html")) => hosts_of_templates(text),
        _ => Vec::new(),
    };
    let fault =
        |Found { code, start, end, message, hint }| Diagnostic::new(code, Span::new(file, start, end), message, hint);
    found.into_iter().map(fault).collect()
}

#[derive(Clone)]
struct Found {
    code: Code,
    start: usize,
    end: usize,
    message: Words,
    hint: Words,
}

/// The finding that a place asks another host for something.
fn host(start: usize, end: usize) -> Found {
    let message = words!(
        "pages make no request to any other host, and this would be one",
        "le pagine non chiedono nulla ad altri siti, e questa sarebbe una richiesta"
    );
    let hint = words!(
        "take it away; a small picture may stand in the style itself: url(data:image/svg+xml,...)",
        "toglilo; una piccola immagine può stare nello stile: url(data:image/svg+xml,...)"
    );
    Found { code: Code::UnsafeLink, start, end, message, hint }
}

/// Every `url(` and `@import` that names another host.
fn hosts_of_styles(text: &str) -> Vec<Found> {
    let lower = text.to_ascii_lowercase();
    let end = |start: usize| start + text[start..].find([')', ';', '\n']).map_or(text.len() - start, |at| at + 1);
    let urls = lower.match_indices("url(").map(|(start, _)| start);
    let urls = urls.filter(|start| is_foreign(&lower[start + "url(".len()..]));
    // The address of an import may stand in a `url(`, which is one more word of one fault.
    let is_imported = |url: &usize| text[..*url].trim_end().to_ascii_lowercase().ends_with("@import");
    let urls = urls.filter(|url| !is_imported(url));
    let imports = lower.match_indices("@import").map(|(start, word)| (start, start + word.len()));
    let imports = imports.filter(|(_, after)| is_foreign(lower[*after..].trim_start().trim_start_matches("url(")));
    urls.chain(imports.map(|(start, _)| start)).map(|start| host(start, end(start))).collect()
}

/// Whether an address, perhaps in quotes, is of another host.
fn is_foreign(address: &str) -> bool {
    let address = address.trim_start_matches([' ', '\t', '\n', '\r', '"', '\'']);
    ["http:", "https:", "//"].iter().any(|begin| address.starts_with(begin))
}

/// Every attribute of a template that fetches something from another host. A link that a reader follows fetches
/// nothing.
fn hosts_of_templates(text: &str) -> Vec<Found> {
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    for (start, _) in lower.match_indices('<') {
        let tag = &lower[start..start + lower[start..].find('>').unwrap_or(lower.len() - start)];
        let links = tag.starts_with("<link");
        let fetching = ["src=", "srcset=", "poster=", "data="].into_iter().chain(links.then_some("href="));
        let places = fetching.flat_map(|name| tag.match_indices(name).map(move |(at, _)| (at, at + name.len())));
        for (at, value) in places {
            let address = tag[value..].trim_start_matches(['"', '\'', ' ']);
            if is_foreign(address) && tag[..at].ends_with(char::is_whitespace) {
                let length = address.find(['"', '\'', ' ']).unwrap_or(address.len());
                found.push(host(start + at, start + tag.len() - address.len() + length));
            }
        }
    }
    found
}

/// Every tag that ends the element in which a text stands: what follows would be shown, or run, as a part of the page.
fn tag(text: &str, tag: &str) -> Vec<Found> {
    let fault = |(start, _): (usize, &str)| {
        let message = words!(
            "`{tag}` would end the part of the page that this file stands in",
            "`{tag}` chiuderebbe la parte della pagina in cui sta questo file"
        );
        let hint = words!("take it away, or cut it in two: \"<\" + \"/\"", "toglilo, o spezzalo: \"<\" + \"/\"");
        Found { code: Code::Template, start, end: start + tag.len(), message, hint }
    };
    text.to_ascii_lowercase().match_indices(tag).map(fault).collect()
}

/// A brace that is not closed, or that closes nothing, so that the rules after it would be lost. The text must be
/// without comments.
fn brace(text: &str) -> Option<Found> {
    let (mut open, mut quote) = (Vec::new(), None);
    let mut signs = text.char_indices();
    let mut extra = None;
    while let Some((at, sign)) = signs.next() {
        match (quote, sign) {
            (_, '\\') => drop(signs.next()),
            (Some(one), sign) if sign == one || sign == '\n' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(sign),
            (None, '{') => open.push(at),
            (None, '}') if open.pop().is_none() => {
                extra = Some(at);
                break;
            }
            (None, _) => {}
        }
    }
    let (start, message, hint) = match (extra, open.pop()) {
        (Some(at), _) => (
            at,
            words!("this brace closes nothing", "questa graffa non chiude nulla"),
            words!("take it away, or write the rule before it", "toglila, o scrivi la regola prima"),
        ),
        (None, Some(at)) => (
            at,
            words!("this brace is not closed", "questa graffa non è chiusa"),
            words!("close the rule with `}}`", "chiudi la regola con `}}`"),
        ),
        (None, None) => return None,
    };
    Some(Found { code: Code::Template, start, end: start + 1, message, hint })
}

/// The text with blanks in the place of comments, so that all places stay the same. A comment that is not closed goes
/// to the end.
fn without_comments(text: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(start) = rest.find("/*") {
        let end = rest[start + 2..].find("*/").map_or(rest.len(), |end| start + 2 + end + 2);
        plain.push_str(&rest[..start]);
        plain.extend(rest[start..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        rest = &rest[end..];
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::faults;
    use crate::diag::Code;
    use crate::files::{FileId, Source, Span};
    use crate::theme::builtin;

    fn found(path: &str, text: &str) -> Vec<(Code, String)> {
        let under = |at: Span| text[at.start as usize..at.end as usize].to_owned();
        let all = faults(FileId(0), &Source::new(path, text));
        all.iter().map(|fault| (fault.code, under(fault.at))).collect()
    }

    #[test]
    fn other_hosts_closing_tags_and_open_braces_are_faults() {
        let host = |words: &str| vec![(Code::UnsafeLink, words.to_owned())];
        let tag = |words: &str| vec![(Code::Template, words.to_owned())];
        let url = "a { background: url(https://x.example/a.png) }";
        assert_eq!(found("css/base.css", url), host("url(https://x.example/a.png)"));
        assert_eq!(found("css/base.css", "@import url(//x.example/a.css);"), host("@import url(//x.example/a.css)"));
        assert_eq!(found("css/base.css", "@IMPORT 'https://x.example/a.css';").len(), 1);
        assert_eq!(found("css/base.css", "a { color: red }\n</style><script>"), tag("</style"));
        assert_eq!(found("css/base.css", "body {\n  color: red;\n"), tag("{"));
        assert_eq!(found("css/base.css", "a { color: red } }"), tag("}"));
        assert_eq!(found("deck.js", "const a = '</SCRIPT>';"), tag("</SCRIPT"));
        assert_eq!(found("templates/a.html", "<img alt='' src=\"https://x.example/a.png\">").len(), 1);
        assert_eq!(found("templates/a.html", "<link rel=stylesheet href=//x.example/a.css>").len(), 1);
    }

    #[test]
    fn what_stays_in_the_page_is_left_alone() {
        let css = "/* { url(https://x.example) */ a::before { content: \"{\"; mask: url(\"data:image/svg+xml,x\") }";
        assert_eq!(found("css/base.css", css), []);
        assert_eq!(found("templates/a.html", "<a href=\"https://x.example\">x</a><img src=\"{{ x }}\">"), []);
        for (path, bytes) in builtin::FILES.iter().filter(|(path, _)| !path.starts_with("fonts/")) {
            assert_eq!(found(path, std::str::from_utf8(bytes).expect("text")), [], "{path}");
        }
    }
}
