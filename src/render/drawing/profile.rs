//! What an SVG may hold to look alike in browsers, office programs, typesetters and drawing programs: the profile that
//! our own files keep, and the test of it.
//!
//! Word and PowerPoint pass over style sheets, `rgba`, `currentColor` and variables and leave shapes black; LibreOffice
//! and librsvg do without `foreignObject` and read filters each in their way; all of them know rectangles, paths and
//! lines of text with plain attributes. So that is all there is, and one style sheet that brings faces to browsers.

use crate::scene::Color;
use roxmltree::{Document, Node, NodeType};

const SVG: &str = "http://www.w3.org/2000/svg";

/// The attributes that colour things, which groups may have too.
const LOOK: [&str; 9] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linejoin",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
    "class",
];

/// The elements, each with the attributes that it may have beside those above.
const ELEMENTS: [(&str, &[&str]); 9] = [
    ("svg", &["role", "lang", "viewBox", "width", "height", "overflow"]),
    ("title", &["lang"]),
    ("desc", &["lang"]),
    ("metadata", &[]),
    ("style", &[]),
    ("g", &["lang"]),
    ("rect", &["x", "y", "width", "height", "rx"]),
    ("path", &["d", "aria-label"]),
    ("text", &["x", "y", "transform", "textLength", "lengthAdjust"]),
];

/// The attributes that are a single number. Lengths have no unit except at the root.
const NUMBERS: [&str; 8] = ["x", "y", "width", "height", "rx", "stroke-width", "font-size", "textLength"];

/// What keeps the text of an SVG that stands alone from the profile, each fault in words; empty where it keeps to it.
pub fn faults(svg: &str) -> Vec<String> {
    let document = match Document::parse(svg) {
        Ok(document) => document,
        Err(error) => return vec![format!("not XML: {error}")],
    };
    let mut faults = Vec::new();
    root(&document, &mut faults);
    let mut open = vec![document.root_element()];
    while let Some(node) = open.pop() {
        match node.node_type() {
            NodeType::Element => {
                element(node, &mut faults);
                // What programs read of metadata is not drawn.
                if node.tag_name().name() != "metadata" {
                    open.extend(node.children());
                }
            }
            NodeType::Text => words(node, &mut faults),
            NodeType::PI => faults.push("an instruction to a program".into()),
            NodeType::Root | NodeType::Comment => {}
        }
    }
    faults
}

/// Looks at the root: what every file must say of itself.
fn root(document: &Document, faults: &mut Vec<String>) {
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        faults.push(format!("the root is <{}>", root.tag_name().name()));
    }
    let length = |name| {
        let value = root.attribute(name)?;
        value.strip_suffix("mm").unwrap_or(value).parse::<f64>().ok().filter(|length| *length > 0.0)
    };
    let view = root.attribute("viewBox").unwrap_or_default();
    let view: Vec<f64> = view.split(' ').filter_map(|number| number.parse().ok()).collect();
    match (length("width"), length("height"), &view[..]) {
        (Some(width), Some(height), [_, _, across, down]) => {
            // Both are written with two decimals at most.
            let ratio = (width / height) / (across / down);
            if (ratio - 1.0).abs() > 0.01 / width.min(height) {
                faults.push(format!("{width} by {height} is not the shape of {across} by {down}"));
            }
        }
        _ => faults.push("no width, height and viewBox in figures".into()),
    }
    if root.attribute("role") != Some("img") || root.attribute("lang").is_none_or(str::is_empty) {
        faults.push("no role and language".into());
    }
    let mut children = root.children().filter(Node::is_element);
    for name in ["title", "desc"] {
        let child = children.next();
        if child.is_none_or(|child| child.tag_name().name() != name || blank(child)) {
            faults.push(format!("no <{name}> where readers look for it"));
        }
    }
}

fn blank(node: Node) -> bool {
    node.text().is_none_or(|text| text.trim().is_empty())
}

fn element(node: Node, faults: &mut Vec<String>) {
    let name = node.tag_name().name();
    let known = ELEMENTS.iter().find(|(known, _)| *known == name);
    let Some((_, own)) = known.filter(|_| node.tag_name().namespace() == Some(SVG)) else {
        return faults.push(format!("an element <{name}>"));
    };
    for attribute in node.attributes() {
        let (key, value) = (attribute.name(), attribute.value());
        if attribute.namespace().is_some() || !(own.contains(&key) || LOOK.contains(&key)) {
            faults.push(format!("an attribute {key} of <{name}>"));
        } else if !holds(name, key, value) {
            faults.push(format!("{key}=\"{value}\" of <{name}>"));
        }
    }
    let has = |key: &str| node.ancestors().any(|node| node.has_attribute(key));
    if name == "text" && !(has("font-family") && has("font-size")) {
        faults.push(format!("a text in no face or size: {}", node.text().unwrap_or_default()));
    }
    if matches!(name, "text" | "title" | "desc") && blank(node) {
        faults.push(format!("a <{name}> that says nothing"));
    }
}

/// Whether a value of an attribute is one that all programs read alike.
fn holds(name: &str, key: &str, value: &str) -> bool {
    match key {
        "fill" | "stroke" => value == "none" || Color::parse(value).is_some(),
        "width" | "height" if name == "svg" => number(value.strip_suffix("mm").unwrap_or(value)),
        "d" => value.starts_with('M') && value.chars().all(|sign| "MmLlHhVvQqCcZz0123456789.- ".contains(sign)),
        "font-family" => value.ends_with(", sans-serif") || value.ends_with(", serif"),
        "transform" => value.starts_with("translate(") && value.contains(")rotate(") && !value.contains("matrix"),
        _ if NUMBERS.contains(&key) => number(value),
        _ => !(value.contains("url(") || value.contains("var(")),
    }
}

fn number(text: &str) -> bool {
    text.parse::<f64>().is_ok_and(f64::is_finite) && text.chars().all(|sign| matches!(sign, '0'..='9' | '.' | '-'))
}

/// Looks at a text between elements: a style sheet may do nothing but bring faces, which must be within the file.
fn words(node: Node, faults: &mut Vec<String>) {
    let text = node.text().unwrap_or_default();
    match node.parent().map_or("", |parent| parent.tag_name().name()) {
        "style" => {
            for rule in text.split_inclusive('}').map(str::trim).filter(|rule| !rule.is_empty()) {
                let brings = rule.strip_prefix("@font-face{").is_some_and(|rule| {
                    rule.ends_with('}')
                        && rule.matches("url(").count() == rule.matches("url(data:font/woff2;base64,").count()
                });
                if !brings {
                    faults.push(format!("a style: {}", rule.chars().take(60).collect::<String>()));
                }
            }
        }
        "text" | "title" | "desc" => {}
        _ if text.trim().is_empty() => {}
        outside => faults.push(format!("words in <{outside}>: {}", text.trim())),
    }
}

#[cfg(test)]
mod tests {
    use super::faults;

    /// A sound file in which something else stands in the place of its only rectangle.
    fn with(inside: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" lang=\"it\" viewBox=\"0 0 40 20\" width=\"80mm\" \
             height=\"40mm\" font-family=\"Titillium Web, Arial, sans-serif\"><title>T</title><desc>D</desc>{inside}</svg>"
        )
    }

    #[test]
    fn what_all_programs_draw_alike_is_no_fault() {
        let good = "<style>@font-face{font-family:Caladea;src:url(data:font/woff2;base64,AA==)}</style>\
                    <g class=\"bars\" fill=\"#00457D\"><title>Lazio</title><rect x=\"1\" y=\".5\" width=\"3\" height=\"2\"/></g>\
                    <path d=\"M1 1l2-2z\" aria-label=\"l\"/><text x=\"1\" y=\"2\" font-size=\"9\">a</text>\
                    <metadata><any xmlns=\"urn:any\" style=\"any\">thing</any></metadata>";
        assert_eq!(faults(&with(good)), [] as [&str; 0]);
    }

    #[test]
    fn everything_else_is_told() {
        let cases = [
            ("<rect x=\"1\" style=\"fill:red\"/>", "an attribute style of <rect>"),
            ("<rect x=\"1\" onclick=\"a()\"/>", "an attribute onclick of <rect>"),
            ("<rect fill=\"rgba(0,0,0,.5)\"/>", "fill=\"rgba(0,0,0,.5)\" of <rect>"),
            ("<rect fill=\"transparent\"/>", "fill=\"transparent\" of <rect>"),
            ("<rect fill=\"currentColor\"/>", "fill=\"currentColor\" of <rect>"),
            ("<rect fill=\"var(--mark)\"/>", "fill=\"var(--mark)\" of <rect>"),
            ("<rect x=\"NaN\"/>", "x=\"NaN\" of <rect>"),
            ("<rect x=\"1em\"/>", "x=\"1em\" of <rect>"),
            ("<path d=\"MNaN 1\"/>", "d=\"MNaN 1\" of <path>"),
            ("<g filter=\"url(#a)\"/>", "an attribute filter of <g>"),
            ("<use href=\"#a\"/>", "an element <use>"),
            ("<foreignObject/>", "an element <foreignObject>"),
            ("<script>a()</script>", "an element <script>"),
            ("<style>rect{fill:red}</style>", "a style: rect{fill:red}"),
            ("<style>@font-face{src:url(https://a.it/a)}</style>", "a style: @font-face{src:url(https://a.it/a)}"),
            ("<text x=\"1\" y=\"1\">a</text>", "a text in no face or size: a"),
            ("<text font-size=\"9\"> </text>", "a <text> that says nothing"),
            ("<g font-family=\"Titillium Web\"/>", "font-family=\"Titillium Web\" of <g>"),
            ("<g>fill</g>", "words in <g>: fill"),
        ];
        for (inside, wrong) in cases {
            assert_eq!(faults(&with(inside)).first().map(String::as_str), Some(wrong), "{inside}");
        }
    }

    #[test]
    fn a_file_says_its_size_and_what_it_shows() {
        let good = with("");
        let cases = [
            ("width=\"80mm\" ", "", "no width, height and viewBox in figures"),
            ("height=\"40mm\"", "height=\"41mm\"", "80 by 41 is not the shape of 40 by 20"),
            (" role=\"img\"", "", "no role and language"),
            ("<desc>D</desc>", "", "no <desc> where readers look for it"),
            ("<title>T</title>", "<title/>", "no <title> where readers look for it"),
        ];
        for (from, to, wrong) in cases {
            assert!(faults(&good.replace(from, to)).iter().any(|fault| fault == wrong), "{wrong}");
        }
        assert!(faults("<svg>")[0].starts_with("not XML: "));
    }
}
