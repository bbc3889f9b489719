//! An SVG as the things that are seen in it, in the order in which they are painted; and its canonical form.
//!
//! Any file may come here, so nothing is trusted: no document type, so no entities of its own; a limit to the elements
//! and to how deep they stand; nothing that calls itself.

use crate::files::markup::escape;
use crate::provenance::{Claim, of_svg};
use crate::provenance::{begins, ends, is_seen, words};
use roxmltree::{Document, Node, NodeType, ParsingOptions};
use std::collections::BTreeMap;

/// The most elements, words and remarks of a file: a table of 110 territories by 100 items has some twenty thousand.
const MOST_NODES: u32 = 400_000;

/// The most bytes that all things may take once each is told with what the groups around it say.
const MOST_BYTES: usize = 256 * 1024 * 1024;

/// How deep elements may stand.
const DEEPEST: usize = 64;

const SVG: &str = "http://www.w3.org/2000/svg";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// A drawing, read back.
pub struct Drawing {
    /// What it says of itself.
    pub claim: Option<Claim>,
    /// What is seen, back to front, with its words.
    pub leaves: Vec<Leaf>,
    /// Its canonical form, that of [`crate::render::metadata`].
    pub canonical: String,
}

/// One thing that is seen, with all that the groups around it say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// `rect`, `path`, `text`; `svg` for the drawing as a whole.
    pub name: String,
    /// What the group around it holds: `bars`.
    pub class: String,
    /// How it is drawn.
    pub attributes: BTreeMap<String, String>,
    /// Its words.
    pub text: String,
}

/// Reads a drawing; `None` where it is no SVG, or one too large to be a figure.
pub fn read(text: &str) -> Option<Drawing> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) || is_too_deep(root) {
        return None;
    }
    let mut canonical = String::new();
    self::canonical(root, &mut canonical);
    Some(Drawing { claim: of_svg(root), leaves: leaves(&document)?, canonical })
}

fn is_too_deep(root: Node<'_, '_>) -> bool {
    let mut open = vec![(root, 0)];
    while let Some((node, depth)) = open.pop() {
        if depth > DEEPEST {
            return true;
        }
        open.extend(node.children().filter(Node::is_element).map(|child| (child, depth + 1)));
    }
    false
}

/// Elements that are SVG's own, but for what they say of themselves; and HTML's, which browsers know anywhere.
fn is_drawn(node: Node<'_, '_>) -> bool {
    matches!(node.tag_name().namespace(), Some(SVG | XHTML)) && node.tag_name().name() != "metadata"
}

/// What works wherever it stands, also where nothing is drawn.
fn works_anywhere(node: Node<'_, '_>) -> bool {
    matches!(node.tag_name().namespace(), Some(SVG | XHTML)) && matches!(node.tag_name().name(), "style" | "script")
}

/// Elements that hold others and are not seen themselves.
fn holds(name: &str) -> bool {
    matches!(name, "svg" | "g" | "defs" | "a")
}

/// The leaves of a drawing, and how many bytes they may still take.
struct Leaves {
    all: Vec<Leaf>,
    room: usize,
}

fn leaves(document: &Document<'_>) -> Option<Vec<Leaf>> {
    let mut leaves = Leaves { all: Vec::new(), room: MOST_BYTES };
    // A style sheet from elsewhere changes what is seen.
    for node in document.root().children().filter(|node| node.node_type() == NodeType::PI) {
        if let Some(pi) = node.pi().filter(|pi| pi.target == "xml-stylesheet") {
            leaves.add("style", "", BTreeMap::new(), pi.value.unwrap_or_default())?;
        }
    }
    let root = document.root_element();
    for node in root.descendants().filter(|node| works_anywhere(*node)) {
        leaves.add(node.tag_name().name(), "", seen(node), &text_of(node))?;
    }
    // What is inherited is said of each thing, the rest once, of the whole.
    let (around, whole) = seen(root).into_iter().partition(|(name, _)| is_inherited(name));
    leaves.add("svg", "", whole, "")?;
    leaves.within(root, "", &around)?;
    Some(leaves.all)
}

impl Leaves {
    fn add(&mut self, name: &str, class: &str, attributes: BTreeMap<String, String>, text: &str) -> Option<()> {
        self.take(&attributes, text.len())?;
        let (name, class, text) = (name.to_owned(), class.to_owned(), text.to_owned());
        self.all.push(Leaf { name, class, attributes, text });
        Some(())
    }

    /// A few groups can be around many things, so what they say is counted as often as it is copied.
    fn take(&mut self, attributes: &BTreeMap<String, String>, more: usize) -> Option<()> {
        let bytes: usize = attributes.iter().map(|(name, value)| name.len() + value.len()).sum();
        self.room = self.room.checked_sub(bytes + more)?;
        Some(())
    }

    /// What stands in a group; `around` is what all groups around say. As deep as [`is_too_deep`] lets it be.
    fn within(&mut self, group: Node<'_, '_>, class: &str, around: &BTreeMap<String, String>) -> Option<()> {
        for node in group.children().filter(|child| child.is_element() && is_drawn(*child)) {
            if works_anywhere(node) {
                continue;
            }
            let name = node.tag_name().name();
            let class = node.attribute("class").unwrap_or(class);
            if matches!(name, "title" | "desc") {
                self.add(name, class, BTreeMap::new(), &text_of(node))?;
                continue;
            }
            self.take(around, 0)?;
            let mut attributes = around.clone();
            for (name, value) in seen(node) {
                // Of what is not inherited, that of a group and that of a thing in it both hold: one opacity within another.
                let value = match attributes.get(&name).filter(|_| !is_inherited(&name)) {
                    Some(outer) => format!("{outer} {value}"),
                    None => value,
                };
                attributes.insert(name, value);
            }
            match holds(name) {
                true => self.within(node, class, &attributes)?,
                false => {
                    // A thing with things in it: part of a line set apart, a movement.
                    let mut inside = String::new();
                    let drawn = node.children().filter(|child| child.is_element() && is_drawn(*child));
                    drawn.for_each(|child| canonical(child, &mut inside));
                    if !inside.is_empty() {
                        attributes.insert("content".to_owned(), inside);
                    }
                    self.add(name, class, attributes, &text_of(node))?;
                }
            }
        }
        Some(())
    }
}

/// The words of an element and of those in it.
fn text_of(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(|child| child.is_text()).filter_map(|child| child.text());
    texts.collect::<String>().trim_matches([' ', '\t', '\n', '\r']).to_owned()
}

/// The attributes that change what is seen; those of a `style` are taken for attributes, as SVG does.
fn seen(node: Node<'_, '_>) -> BTreeMap<String, String> {
    let element = node.tag_name().name();
    let mut all = BTreeMap::new();
    for attribute in node.attributes() {
        let name = attribute.name();
        if attribute.namespace().is_some() {
            // Links are followed: `href` of an image or of a thing used again.
            if name == "href" {
                all.insert(name.to_owned(), attribute.value().to_owned());
            }
        } else if is_seen(element, name) && name != "style" {
            all.insert(name.to_owned(), attribute.value().trim().to_owned());
        }
    }
    for declaration in node.attribute("style").unwrap_or_default().split(';') {
        if let Some((name, value)) = declaration.split_once(':')
            && !name.trim().starts_with('-')
            && !(element == "svg" && is_of_the_page(name.trim()))
        {
            all.insert(name.trim().to_owned(), value.trim().to_owned());
        }
    }
    all
}

/// What pages say of a drawing to give it its place among their words.
fn is_of_the_page(property: &str) -> bool {
    let begins = ["width", "height", "max-", "min-", "margin", "vertical-align", "float"];
    begins.iter().any(|begin| property.starts_with(begin)) || matches!(property, "display" | "x" | "y")
}

/// Whether a thing takes an attribute from the group around it (SVG 2, property index).
fn is_inherited(name: &str) -> bool {
    matches!(
        name,
        "fill"
            | "fill-opacity"
            | "fill-rule"
            | "stroke"
            | "stroke-width"
            | "stroke-opacity"
            | "stroke-linejoin"
            | "stroke-linecap"
            | "stroke-dasharray"
            | "stroke-dashoffset"
            | "stroke-miterlimit"
            | "color"
            | "font"
            | "font-family"
            | "font-size"
            | "font-style"
            | "font-weight"
            | "font-stretch"
            | "font-variant"
            | "letter-spacing"
            | "word-spacing"
            | "text-anchor"
            | "direction"
            | "writing-mode"
            | "visibility"
            | "pointer-events"
            | "shape-rendering"
            | "text-rendering"
            | "image-rendering"
            | "paint-order"
    )
}

/// The canonical form of an element and all in it, as deep as [`is_too_deep`] lets it be.
fn canonical(node: Node<'_, '_>, form: &mut String) {
    begin(node, form);
    for child in node.children() {
        match child.node_type() {
            NodeType::Element if is_drawn(child) => canonical(child, form),
            NodeType::Text => words(&escaped(child.text().unwrap_or_default()), form),
            _ => {}
        }
    }
    ends(node.tag_name().name(), form);
}

fn begin(node: Node<'_, '_>, form: &mut String) {
    let element = node.tag_name().name();
    let kept = node.attributes().filter(|one| one.namespace().is_none() && is_seen(element, one.name()));
    let kept: Vec<(&str, String)> = kept.map(|one| (one.name(), escaped(one.value()))).collect();
    let mut kept: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
    begins(element, &mut kept, form);
}

fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    escape(text, &mut written);
    written
}
