//! What a file says of itself: the pairs that were written into it, read back.

use super::names::{DUBLIN_CORE, NAMESPACE};
use roxmltree::Node;
use std::collections::BTreeMap;

/// What a file says of itself, by the keywords of [`Provenance::pairs`](crate::resolve::Provenance::pairs).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// The texts, by keyword.
    pub pairs: BTreeMap<String, String>,
}

/// A table of words: the names of its columns, then its rows.
pub type Rows = Vec<Vec<String>>;

impl Claim {
    /// The claim that pairs of keyword and text make; `None` where they name no figure of an edition, and so were not
    /// written by us.
    pub fn of(pairs: impl IntoIterator<Item = (String, String)>) -> Option<Claim> {
        let claim = Claim { pairs: pairs.into_iter().collect() };
        (!claim.figure().is_empty() && !claim.edition().is_empty()).then_some(claim)
    }

    /// The text of a keyword; empty where there is none.
    pub fn get(&self, keyword: &str) -> &str {
        self.pairs.get(keyword).map_or("", String::as_str)
    }

    /// The figure's name.
    pub fn figure(&self) -> &str {
        self.get("fascicle:figure")
    }

    /// The edition's address.
    pub fn edition(&self) -> &str {
        self.get("fascicle:edition")
    }

    /// The mark of the data behind the figure.
    pub fn data(&self) -> &str {
        self.get("fascicle:data")
    }

    /// The options with which it was drawn, beside the language.
    pub fn options(&self) -> &str {
        self.get("fascicle:options")
    }

    /// Whether it was made of an edition that was not published then.
    pub fn is_of_a_draft(&self) -> bool {
        self.get("fascicle:status") == "draft"
    }

    /// The mark of the drawing, where the file is one.
    pub fn drawing(&self) -> &str {
        self.get("fascicle:drawing")
    }

    /// The figure as a table, the names of its columns first.
    pub fn rows(&self) -> Rows {
        self.get("fascicle:table").lines().map(cells).collect()
    }
}

/// The cells of a line of that table, as `resolve` wrote it.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut signs = line.chars();
    while let Some(sign) = signs.next() {
        let written = match sign {
            '|' => {
                cells.push(String::new());
                continue;
            }
            '\\' => match signs.next() {
                Some('n') => '\n',
                Some(other) => other,
                None => '\\',
            },
            other => other,
        };
        cells.last_mut().expect("there is always one").push(written);
    }
    cells
}

const DC: &str = "http://purl.org/dc/elements/1.1/";
const CC: &str = "http://creativecommons.org/ns#";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// Reads the metadata of an SVG; where there are several, the first that is ours.
pub fn of_svg(root: Node<'_, '_>) -> Option<Claim> {
    let metadata = root.children().filter(|child| child.tag_name().name() == "metadata");
    metadata.filter_map(of_rdf).next()
}

/// Reads RDF that stands anywhere within an element.
pub fn of_rdf(within: Node<'_, '_>) -> Option<Claim> {
    let mut pairs: BTreeMap<String, String> = BTreeMap::new();
    for node in within.descendants().filter(Node::is_element) {
        let (space, name) = (node.tag_name().namespace(), node.tag_name().name());
        let text = node.text().unwrap_or_default();
        let (keyword, text) = match (space, name) {
            (Some(NAMESPACE), "note") => ("fascicle:notes".to_owned(), text),
            (Some(NAMESPACE), "row") => ("fascicle:table".to_owned(), text),
            (Some(NAMESPACE), name) => (format!("fascicle:{name}"), text),
            (Some(CC), "license") => ("cc:license".to_owned(), node.attribute((RDF, "resource")).unwrap_or(text)),
            // These are of the file, not of the figure.
            (Some(DC), "format" | "type") => continue,
            (Some(DC), name) => match DUBLIN_CORE.iter().find(|(_, dublin)| *dublin == name) {
                Some((ours, _)) => ((*ours).to_owned(), text),
                None => (format!("dc:{name}"), text),
            },
            _ => continue,
        };
        match pairs.get_mut(&keyword) {
            // Notes and rows are lines of one text.
            Some(lines) => {
                lines.push('\n');
                lines.push_str(text);
            }
            None => drop(pairs.insert(keyword, text.to_owned())),
        }
    }
    Claim::of(pairs)
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn a_bar_or_a_line_within_a_cell_stays_in_it() {
        assert_eq!(cells(r"a\|b|c\nd|e\\|"), ["a|b", "c\nd", r"e\", ""]);
    }
}
