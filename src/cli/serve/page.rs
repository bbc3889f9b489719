//! Pages for the preview: the site's own with the script that follows the files, and the few that only it has.

use super::preview::{Found, Made, Shown};
use fascicle::diag::{Language, Words};
use fascicle::words;
use std::sync::LazyLock;

/// Where the script is; no address of a site begins with a point.
pub const SCRIPT: &str = "/.fascicle/live.js";
/// Where the events come from.
pub const EVENTS: &str = "/.fascicle/events";

const STYLE: &str = include_str!("live.css");

/// The script, with its style sheet inside.
pub static LIVE: LazyLock<String> = LazyLock::new(|| {
    let style = serde_json::to_string(STYLE).expect("a text is JSON");
    include_str!("live.js").replace("\"{{STYLE}}\"", &style)
});

/// Which page it is, for the script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// One of the site's.
    Page,
    /// In the place of one that the site does not have.
    Absent,
    /// Before there is a site.
    Waiting,
}

/// A page of the site, as the preview shows it.
pub fn live(html: &str, site: &Made, language: Language) -> String {
    let mut html = allow(html);
    let at = html.rfind("</body>").unwrap_or(html.len());
    html.insert_str(at, &script(Kind::Page, "", &site.turn, language));
    html
}

/// In the place of a page that the site does not have.
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

/// Before there is a site: what is wrong, until it is mended.
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

/// A heading over the text.
fn title(found: &Found) -> Words {
    let badge = badge(found);
    match found.faults {
        0 => badge,
        _ => words!("The site cannot be made: {}", "Il sito non si può rifare: {}", badge.en),
    }
}

/// "2 faults"; nothing where nothing is wrong.
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

/// A page that is not the site's.
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

/// The page with our script let into its content security policy, and nothing else.
fn allow(html: &str) -> String {
    let mut allowed = String::with_capacity(html.len() + 1024);
    let head = html.find("<body").unwrap_or(html.len());
    let mut rest = 0;
    while let Some((start, end)) = policy(&html[..head], rest) {
        allowed.push_str(&html[rest..start]);
        allowed.push_str(&with(&with(&html[start..end], "script-src"), "connect-src"));
        rest = end;
    }
    allowed.push_str(&html[rest..]);
    allowed
}

/// Where the next policy of a page stands, after a place.
fn policy(head: &str, after: usize) -> Option<(usize, usize)> {
    // Keeps places: it changes no length.
    let lower = head.to_ascii_lowercase();
    let name = after + lower[after..].find("content-security-policy")?;
    let tag = lower[..name].rfind('<')?;
    let end = name + lower[name..].find('>')?;
    let content = tag + lower[tag..end].find(" content=")? + " content=".len();
    let quote = lower[content..].chars().next().filter(|quote| "\"'".contains(*quote))?;
    let start = content + 1;
    (start >= after).then_some(())?;
    Some((start, start + lower[start..end].find(quote)?))
}

/// A policy that lets this site's own address be used for something too.
fn with(policy: &str, directive: &str) -> String {
    let parts: Vec<&str> = policy.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
    let is =
        |part: &str, name: &str| part.split_ascii_whitespace().next().is_some_and(|n| n.eq_ignore_ascii_case(name));
    let open = |part: &str| {
        let sources = part.split_ascii_whitespace().skip(1).filter(|source| !source.eq_ignore_ascii_case("'none'"));
        let sources: Vec<&str> = sources.chain(["'self'"]).collect();
        format!("{directive} {}", sources.join(" "))
    };
    if parts.iter().any(|part| is(part, directive)) {
        let parts: Vec<String> =
            parts.iter().map(|part| if is(part, directive) { open(part) } else { (*part).to_owned() }).collect();
        return parts.join("; ");
    }
    match parts.iter().find(|part| is(part, "default-src")) {
        Some(default) => format!("{}; {}", parts.join("; "), open(default)),
        None => parts.join("; "),
    }
}
