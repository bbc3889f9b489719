//! Pages for the preview: the site's own with the script that follows the files, and the few that only it has.

use super::preview::{Found, Made, Shown};
use fascicle::diag::{Language, Words};
use fascicle::words;
use std::ops::Range;
use std::sync::LazyLock;

/// The address of the script; no address of a site begins with a point.
pub const SCRIPT: &str = "/.fascicle/live.js";
/// The address of the events.
pub const EVENTS: &str = "/.fascicle/events";

const STYLE: &str = include_str!("live.css");

/// The script, with its style sheet inside.
pub static LIVE: LazyLock<String> = LazyLock::new(|| {
    let style = serde_json::to_string(STYLE).expect("a text is JSON");
    include_str!("live.js").replace("\"{{STYLE}}\"", &style)
});

/// The kind of a page, which its script must know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A page of the site.
    Page,
    /// A page in the place of one that the site does not have.
    Absent,
    /// The page that stands until there is a site.
    Waiting,
}

/// A page of the site, as the preview shows it.
pub fn live(html: &str, site: &Made, language: Language) -> String {
    let mut html = allow(html);
    let at = html.rfind("</body>").unwrap_or(html.len());
    html.insert_str(at, &script(Kind::Page, "", &site.turn, language));
    html
}

/// The page in the place of one that the site does not have.
pub fn absent(shown: &Shown, path: &str, only: bool, language: Language) -> String {
    let title = words!("There is no such page", "Questa pagina non esiste");
    let why = match only {
        true => words!(
            "The site has no {path}, or its edition was not asked for with --edition.",
            "Il sito non ha {path}, oppure la sua edizione non è tra quelle chieste con --edition."
        ),
        false => words!("The site has no {path}.", "Il sito non ha {path}."),
    };
    let home = words!("To the home page", "Alla pagina iniziale");
    let site = shown.site.as_ref().map_or("", |site| &site.turn);
    let body = format!("<p>{}</p>\n<p><a href=\"/\">{}</a></p>", escaped(why.get(language)), home.get(language));
    alone(title.get(language), &body, &script(Kind::Absent, &shown.turn, site, language), language)
}

/// The page that stands until there is a site: what is wrong.
pub fn waiting(shown: &Shown, language: Language) -> String {
    let title = title(&shown.found);
    let body = format!("<pre tabindex=\"0\">{}</pre>", escaped(&shown.found.text));
    alone(title.get(language), &body, &script(Kind::Waiting, &shown.turn, "", language), language)
}

/// What the script is told: where the site stands, and what is wrong, in words.
pub fn news(shown: &Shown, language: Language) -> String {
    let Found { faults, warnings, text } = &shown.found;
    let note = match (*faults, &shown.site) {
        (1.., Some(_)) => super::preview::last_site_stands(),
        _ => Words::default(),
    };
    serde_json::json!({
        "turn": shown.turn,
        "site": shown.site.as_ref().map_or("", |site| &site.turn),
        "faults": faults,
        "warnings": warnings,
        "title": title(&shown.found).get(language),
        "note": note.get(language),
        "badge": badge(&shown.found).get(language),
        "text": text,
    })
    .to_string()
}

/// The heading over the text of what is wrong.
fn title(found: &Found) -> Words {
    let Words { en, it } = badge(found);
    match found.faults {
        0 => Words { en, it },
        _ => words!("The site cannot be made: {en}", "Il sito non si può rifare: {it}"),
    }
}

/// How much is wrong: "2 faults"; empty where nothing is.
fn badge(found: &Found) -> Words {
    match (found.faults, found.warnings) {
        (0, 0) => Words::default(),
        (0, 1) => words!("1 warning", "1 avviso"),
        (0, n) => words!("{n} warnings", "{n} avvisi"),
        (1, _) => words!("1 fault", "1 errore"),
        (n, _) => words!("{n} faults", "{n} errori"),
    }
}

fn script(kind: Kind, turn: &str, site: &str, language: Language) -> String {
    let kind = match kind {
        Kind::Page => "page",
        Kind::Absent => "absent",
        Kind::Waiting => "waiting",
    };
    let lost = words!(
        "The preview has ended: this page no longer follows your files",
        "L’anteprima è terminata: questa pagina non segue più i file"
    );
    let hide = words!("Hide", "Nascondi");
    format!(
        "<script src=\"{SCRIPT}\" data-kind=\"{kind}\" data-turn=\"{turn}\" data-site=\"{site}\" data-lang=\"{}\" data-lost=\"{}\" data-hide=\"{}\"></script>\n",
        language.tag(),
        lost.get(language),
        hide.get(language),
    )
}

/// A page that is not one of the site's.
fn alone(title: &str, body: &str, script: &str, language: Language) -> String {
    let (lang, title) = (language.tag(), escaped(title));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n\
         {script}</body>\n</html>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A page whose content security policy also allows our script, and nothing else.
fn allow(html: &str) -> String {
    let mut allowed = String::with_capacity(html.len() + 1024);
    let mut done = 0;
    for policy in policies(&html[..html.find("<body").unwrap_or(html.len())]) {
        allowed.push_str(&html[done..policy.start]);
        allowed.push_str(&with(&with(&html[policy.clone()], "script-src"), "connect-src"));
        done = policy.end;
    }
    allowed.push_str(&html[done..]);
    allowed
}

/// Where the content security policies of a page stand in its head.
fn policies(head: &str) -> Vec<Range<usize>> {
    // It changes no length: places are the same.
    let lower = head.to_ascii_lowercase();
    let mut policies: Vec<Range<usize>> = Vec::new();
    for (name, _) in lower.match_indices("content-security-policy") {
        let tag = lower[..name].rfind('<').unwrap_or(0)..name + lower[name..].find('>').unwrap_or(0);
        let Some((before, value)) = lower[tag.clone()].split_once(" content=") else { continue };
        let start = tag.start + before.len() + " content=".len() + 1;
        let quote = value.chars().next().filter(|quote| "\"'".contains(*quote));
        let length = quote.and_then(|quote| value[1..].find(quote));
        // Two names in one tag are one policy.
        if let Some(length) = length.filter(|_| policies.last().is_none_or(|last| last.end < start)) {
            policies.push(start..start + length);
        }
    }
    policies
}

/// A policy that also allows this site's own address for a directive.
fn with(policy: &str, directive: &str) -> String {
    let parts: Vec<&str> = policy.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
    let find = |name: &str| {
        let is = |part: &&str| part.split_ascii_whitespace().next().is_some_and(|own| own.eq_ignore_ascii_case(name));
        parts.iter().position(is)
    };
    // What is not named follows the default; with no default, all is allowed.
    let (known, default) = (find(directive), find("default-src"));
    let Some(from) = known.or(default) else { return policy.to_owned() };
    let sources = parts[from].split_ascii_whitespace().skip(1).filter(|source| !source.eq_ignore_ascii_case("'none'"));
    let opened = [directive].into_iter().chain(sources).chain(["'self'"]).collect::<Vec<_>>().join(" ");
    let mut parts: Vec<&str> = parts.clone();
    match known {
        Some(at) => parts[at] = &opened,
        None => parts.push(&opened),
    }
    parts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_lets_our_script_in_and_nothing_else() {
        let page =
            |policy: &str| format!("<head><META content=\"{policy}\" HTTP-EQUIV=content-security-policy></head>");
        for (policy, allowed) in [
            ("default-src 'none'", "default-src 'none'; script-src 'self'; connect-src 'self'"),
            (
                "Script-Src 'unsafe-inline' ;default-src 'none';",
                "script-src 'unsafe-inline' 'self'; default-src 'none'; connect-src 'self'",
            ),
            ("script-src 'none'; connect-src data:", "script-src 'self'; connect-src data: 'self'"),
            ("img-src 'self'", "img-src 'self'"),
            ("", ""),
        ] {
            assert_eq!(allow(&page(policy)), page(allowed));
        }
        let plain = "<head></head><body><p>http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"";
        assert_eq!(allow(plain), plain);
        assert_eq!(
            allow("<meta http-equiv=\"Content-Security-Policy\">"),
            "<meta http-equiv=\"Content-Security-Policy\">"
        );
    }

    #[test]
    fn the_script_stands_at_the_end_of_whatever_page() {
        let site = Made { turn: "1-1".to_owned(), files: Default::default() };
        let script = script(Kind::Page, "", "1-1", Language::Italian);
        assert!(script.contains("data-lang=\"it\"") && script.contains("Nascondi"));
        assert_eq!(live("<p></body></p></body>", &site, Language::Italian), format!("<p></body></p>{script}</body>"));
        assert_eq!(live("<p>", &site, Language::Italian), format!("<p>{script}"));
    }

    #[test]
    fn what_is_wrong_is_counted_and_said_in_both_languages() {
        let site = Some(std::sync::Arc::new(Made { turn: "1-1".to_owned(), files: Default::default() }));
        let said = |faults, warnings, language| {
            let found = Found { faults, warnings, text: "words".to_owned() };
            let shown = Shown { turn: "1-2".to_owned(), site: site.clone(), found };
            let news: serde_json::Value = serde_json::from_str(&news(&shown, language)).unwrap();
            ["badge", "title", "note"].map(|key| news[key].as_str().unwrap().to_owned())
        };
        assert_eq!(said(0, 0, Language::English), ["", "", ""]);
        assert_eq!(said(0, 1, Language::English), ["1 warning", "1 warning", ""]);
        assert_eq!(said(0, 2, Language::Italian), ["2 avvisi", "2 avvisi", ""]);
        let expected = ["1 fault", "The site cannot be made: 1 fault", "The last site without faults is still shown"];
        assert_eq!(said(1, 2, Language::English), expected);
        let expected = ["2 errori", "Il sito non si può rifare: 2 errori", "Resta visibile l’ultimo sito senza errori"];
        assert_eq!(said(2, 0, Language::Italian), expected);
    }
}
