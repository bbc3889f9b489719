//! What can be seen of a drawing, and its digest.
//!
//! The digest is a hash of the drawing in a form that does not change when a program saves it again: elements in their
//! order, each with the attributes that can be seen, sorted, and words without the space around them. Here that form is
//! read off our own text, which is quick; [`crate::verify`] makes the same of any SVG that was parsed.

/// The first 32 hexadecimal digits of the hash of a drawing in its canonical form.
pub fn mark(canonical: &str) -> String {
    let mut digits = blake3::hash(canonical.as_bytes()).to_hex().to_string();
    digits.truncate(32);
    digits
}

/// Whether an attribute of an element changes what is seen. Names, classes and languages do not; nor does the size at
/// which a whole drawing is shown, as long as its own coordinates stay.
pub fn is_seen(element: &str, attribute: &str) -> bool {
    match attribute {
        "id" | "class" | "role" | "lang" | "version" | "baseProfile" => false,
        "width" | "height" | "x" | "y" | "style" => element != "svg",
        "aria-label" => true,
        _ => {
            !(attribute.contains(':') || attribute.starts_with("data-") || attribute.starts_with("aria-"))
                && attribute != "xmlns"
        }
    }
}

/// The canonical form of a drawing of ours: a line for each element that begins or ends, a line for its words.
pub fn canonical(svg: &str) -> String {
    let mut form = String::with_capacity(svg.len());
    let mut attributes: Vec<(&str, &str)> = Vec::with_capacity(16);
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        words(&rest[..start], &mut form);
        let end = rest[start..].find('>').expect("a tag ends") + start;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            ends(name, &mut form);
            continue;
        }
        let (tag, empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut pairs) = tag.split_once(' ').unwrap_or((tag, ""));
        attributes.clear();
        while let Some((attribute, more)) = pairs.split_once("=\"") {
            let (value, more) = more.split_once('"').expect("a value ends");
            if is_seen(name, attribute) {
                attributes.push((attribute, value));
            }
            pairs = more.trim_start();
        }
        begins(name, &mut attributes, &mut form);
        if empty {
            ends(name, &mut form);
        }
    }
    form
}

/// Writes the beginning of an element; values are escaped already.
pub fn begins(name: &str, attributes: &mut [(&str, &str)], form: &mut String) {
    attributes.sort_unstable();
    form.push('<');
    form.push_str(name);
    for (attribute, value) in attributes {
        for part in [" ", attribute, "=\"", value, "\""] {
            form.push_str(part);
        }
    }
    form.push_str(">\n");
}

/// Writes the end of an element.
pub fn ends(name: &str, form: &mut String) {
    for part in ["</", name, ">\n"] {
        form.push_str(part);
    }
}

/// Writes words, escaped already; nothing where they are only space.
pub fn words(text: &str, form: &mut String) {
    let words = text.trim_matches([' ', '\t', '\n', '\r']);
    if !words.is_empty() {
        form.push_str(words);
        form.push('\n');
    }
}
