//! Pages and drawings as their tags and their text: enough to follow links and to read what a reader reads.

use std::collections::BTreeMap;
use std::ops::Range;

/// An opening tag.
#[derive(Clone, Debug)]
pub struct Tag {
    /// In lower case.
    pub name: String,
    /// As they are meant, without escapes.
    pub attributes: BTreeMap<String, String>,
    /// Its bytes in the page.
    pub place: Range<usize>,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// All opening tags, in order. Remarks, scripts and styles are passed over.
pub fn tags(page: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = page[at..].find('<').map(|found| at + found) {
        let rest = &page[start..];
        if rest.starts_with("<!--") {
            at = start + rest.find("-->").expect("a remark ends");
            continue;
        }
        if !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            at = start + 1;
            continue;
        }
        let (tag, end) = tag(page, start);
        at = end;
        if ["script", "style"].contains(&tag.name.as_str()) {
            at += page[end..].find(&format!("</{}", tag.name)).expect("a script ends");
        }
        tags.push(tag);
    }
    tags
}

/// The tag that begins here, and where it ends.
fn tag(page: &str, start: usize) -> (Tag, usize) {
    let until = |at: usize, stops: &[char]| at + page[at..].find(stops).expect("a tag ends");
    let mut at = until(start + 1, &[' ', '\n', '/', '>']);
    let name = page[start + 1..at].to_lowercase();
    let mut attributes = BTreeMap::new();
    loop {
        at = page.len() - page[at..].trim_start_matches([' ', '\n', '/']).len();
        if page[at..].starts_with('>') {
            return (Tag { name, attributes, place: start..at + 1 }, at + 1);
        }
        let end = until(at, &[' ', '\n', '=', '/', '>']);
        let (key, mut value) = (&page[at..end], "");
        at = end;
        if page[end..].starts_with("=\"") {
            at = until(end + 2, &['"']);
            value = &page[end + 2..at];
            at += 1;
        } else if page[end..].starts_with('=') {
            at = until(end + 1, &[' ', '\n', '>']);
            value = &page[end + 1..at];
        }
        attributes.insert(key.to_owned(), unescaped(value));
    }
}

/// What is read in a piece of a page: without tags, with single spaces.
pub fn text(piece: &str) -> String {
    let mut text = String::new();
    let mut at = 0;
    for tag in tags(piece) {
        text.push_str(&without_ends(&piece[at.min(tag.place.start)..tag.place.start]));
        at = tag.place.end;
        // The end of a cell or of a row may be left out.
        if ["td", "th", "tr"].contains(&tag.name.as_str()) {
            text.push(' ');
        }
        if ["script", "style"].contains(&tag.name.as_str()) {
            at += piece[at..].find("</").unwrap_or_default();
        }
    }
    text.push_str(&without_ends(&piece[at..]));
    unescaped(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without closing tags and remarks. Cells, lines of a drawing and paragraphs end in a space.
fn without_ends(piece: &str) -> String {
    let mut parts = piece.split('<');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
        if ["/td", "/th", "/text", "/p", "/li"].contains(&tag) {
            text.push(' ');
        }
        text.push_str(rest);
    }
    text
}

fn unescaped(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&#x2F;", "/")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to)).replace("&amp;", "&")
}

/// The sections of a page that have an id, in order: slides of a deck, parts of a report.
pub fn sections(page: &str) -> Vec<(String, &str)> {
    let tags = tags(page);
    let sections = tags.iter().filter(|tag| tag.name == "section");
    sections
        .filter_map(|tag| {
            let end = tag.place.start + page[tag.place.start..].find("</section>").expect("a section ends");
            Some((tag.get("id")?.to_owned(), &page[tag.place.start..end]))
        })
        .collect()
}

/// The section of an id.
pub fn section<'a>(page: &'a str, id: &str) -> &'a str {
    let found = sections(page).into_iter().find(|(name, _)| name == id);
    found.unwrap_or_else(|| panic!("there is no section `{id}`")).1
}

/// The text of the first heading.
pub fn heading(piece: &str) -> String {
    let heading =
        tags(piece).into_iter().find(|tag| ["h1", "h2", "h3"].contains(&tag.name.as_str())).expect("a heading");
    let rest = &piece[heading.place.end..];
    text(&rest[..rest.find(&format!("</{}", heading.name)).expect("a heading ends")])
}

/// The lines of text of a drawing from top to bottom, those of one height from left to right.
pub fn lines(drawing: &str) -> Vec<Vec<String>> {
    let mut words: Vec<(f64, f64, String)> = Vec::new();
    for tag in tags(drawing).iter().filter(|tag| tag.name == "text") {
        let number = |name| tag.get(name).and_then(|value| value.parse().ok()).expect("text has a place");
        let rest = &drawing[tag.place.end..];
        words.push((number("y"), number("x"), text(&rest[..rest.find("</text>").expect("text ends")])));
    }
    words.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
    // Ranks, names and values of one bar stand within some units: letters of two sizes have two base lines.
    let mut lines: Vec<(f64, Vec<(f64, String)>)> = Vec::new();
    for (y, x, word) in words {
        match lines.last_mut() {
            Some((height, line)) if y - *height < 4.0 => line.push((x, word)),
            _ => lines.push((y, vec![(x, word)])),
        }
    }
    let sorted = |(_, mut line): (f64, Vec<(f64, String)>)| {
        line.sort_by(|one, other| one.0.total_cmp(&other.0));
        line.into_iter().map(|(_, word)| word).collect()
    };
    lines.into_iter().map(sorted).collect()
}
