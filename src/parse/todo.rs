//! To-dos: comments that begin `todo:`, in any file of an edition.

use super::yaml::{Node, Tree};
use crate::files::{FileId, Placed, Source, Span};

/// The to-dos of a YAML file: `# todo: ...`. The tree says where a `#` is no comment but part of a text. A file that
/// is no YAML has a fault that comes first.
pub fn of_yaml(file: FileId, source: &Source, node: Option<&Node>) -> Vec<Placed<String>> {
    let Some(node) = node else { return Vec::new() };
    let mut texts = Vec::new();
    texts_of(node, &mut texts);
    texts.sort_by_key(|text| text.start);
    let is_text = |at: usize| {
        let before = texts.partition_point(|text| text.start as usize <= at);
        before > 0 && at < texts[before - 1].end as usize
    };
    let text = source.text.as_str();
    let signs = text.match_indices('#').map(|(at, _)| at);
    let opens = |at: &usize| *at == 0 || text[..*at].ends_with([' ', '\t', '\n']);
    signs.filter(opens).filter(|at| !is_text(*at)).filter_map(|at| line(file, text, at)).collect()
}

/// The to-dos of a CSV file: lines that begin `# todo:`.
pub fn of_csv(file: FileId, source: &Source) -> Vec<Placed<String>> {
    lines(file, &source.text, 0)
}

/// The to-dos of a Markdown file: `<!-- todo: ... -->`, each with the first words of what stands below; and those of
/// the YAML at its head.
pub fn of_markdown(file: FileId, source: &Source, body: usize) -> Vec<Placed<String>> {
    let text = source.text.as_str();
    let mut found = lines(file, &text[..body], 0);
    let mut at = body;
    while let Some(start) = text[at..].find("<!--").map(|start| at + start) {
        let Some(end) = text[start..].find("-->").map(|end| start + end) else { break };
        at = end + "-->".len();
        let Some(what) = what(&text[start + "<!--".len()..end]) else { continue };
        found.push(Placed::new(with(what, &below(&text[at..])), Span::new(file, start, at)));
    }
    found
}

/// What is to do, of the inside of a comment.
fn what(comment: &str) -> Option<String> {
    let comment = comment.trim();
    let mark = comment.get(..5).filter(|mark| mark.eq_ignore_ascii_case("todo:"))?;
    Some(comment[mark.len()..].split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The comment that begins at a `#` and ends with its line, with the first words of what it speaks of: what stands
/// before it in its line, or else below.
fn line(file: FileId, text: &str, at: usize) -> Option<Placed<String>> {
    let comment = text[at..].lines().next()?.trim_end();
    let what = what(comment.trim_start_matches('#'))?;
    let before = text[..at].rsplit('\n').next().unwrap_or("").trim();
    let end = at + comment.len();
    let of = if before.is_empty() { below(&text[end..]) } else { shortened(before) };
    Some(Placed::new(with(what, &of), Span::new(file, at, end)))
}

/// What is to do, with the words it speaks of.
fn with(what: String, of: &str) -> String {
    let between = if what.ends_with(['?', ':', '.']) { " " } else { ": " };
    if of.is_empty() { what } else { format!("{what}{between}`{of}`") }
}

/// Lines that are comments.
fn lines(file: FileId, text: &str, from: usize) -> Vec<Placed<String>> {
    let mut found = Vec::new();
    let mut at = from;
    for one in text[from..].split_inclusive('\n') {
        let start = at + one.len() - one.trim_start().len();
        if one.trim_start().starts_with('#') {
            found.extend(line(file, text, start));
        }
        at += one.len();
    }
    found
}

/// The first words below a comment, without the signs of Markdown and YAML before them. Another to-do is passed over.
fn below(text: &str) -> String {
    let words = text.lines().map(|line| {
        let line = line.trim().strip_prefix("<!--").unwrap_or(line.trim());
        line.trim_start_matches(['#', '-', '*', '>', '|', ' ', '\t'])
    });
    words.into_iter().find(|line| !line.is_empty() && what(line).is_none()).map_or_else(String::new, shortened)
}

/// The first words of a line.
fn shortened(line: &str) -> String {
    const MOST: usize = 48;
    let words = line.split("<!--").next().unwrap_or(line).replace("**", "").replace("-->", "");
    let words = words.trim();
    let mut short: String = words.chars().take(MOST).collect();
    if short.len() < words.len() {
        short.truncate(short.rfind(' ').unwrap_or(short.len()));
        short.push('…');
    }
    short
}

/// Adds the places of the texts and keys of a tree.
fn texts_of(node: &Node, texts: &mut Vec<Span>) {
    match &node.tree {
        Tree::Null => {}
        Tree::Scalar(_) => texts.push(node.at),
        Tree::List(list) => list.iter().for_each(|node| texts_of(node, texts)),
        Tree::Map(entries) => {
            for (key, value) in entries {
                texts.push(key.at);
                texts_of(value, texts);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{of_csv, of_markdown, of_yaml};
    use crate::files::{FileId, Placed, Source};
    use crate::parse::yaml;

    fn words(found: &[Placed<String>]) -> Vec<&str> {
        found.iter().map(|todo| todo.value.as_str()).collect()
    }

    #[test]
    fn only_comments_that_begin_so_are_read_and_texts_never() {
        let text = "# todo: one\na: 'x # todo: no'\nb: \"y # todo: no\"\nc: >-\n  # todo: no\n  z # todo: no\n\
                    # TODO:   two  three\nd: [a, b]  # todo: four\n# nothing todo: no\ne: x#todo:no\n#todo: five\n\
                    \x20   # todo: six\nf: |\n  ## todo: no\ng: lines that\n  go on # todo: seven\n";
        let source = Source::new("a.yaml", text);
        let node = yaml::read(FileId(0), &source).unwrap();
        let found = of_yaml(FileId(0), &source, Some(&node));
        let expected = ["one: `a: 'x # todo: no'`", "two three: `d: [a, b]  # todo: four`", "four: `d: [a, b]`"];
        assert_eq!(words(&found)[..3], expected);
        assert_eq!(words(&found)[3..], ["five: `f: |`", "six: `f: |`", "seven: `go on`"]);
        let of = |todo: &Placed<String>| &text[todo.at.start as usize..todo.at.end as usize];
        assert_eq!(of(&found[2]), "# todo: four");
    }

    #[test]
    fn a_csv_has_them_in_lines_of_their_own() {
        let source = Source::new("a.csv", "# todo: one\nitem,value\na,# todo: no\n  # todo: two\n");
        assert_eq!(words(&of_csv(FileId(0), &source)), ["one: `item,value`", "two"]);
    }

    #[test]
    fn narrative_has_them_with_what_stands_below() {
        let head = "---\n# todo: one\nkicker: a\n---\n";
        let text = format!(
            "{head}# A\n\n<!-- todo: review -->\n\n- **Consenso**: quanti assistiti lo hanno dato e in quali Regioni\n\
             <!-- note: todo: no -->\n<!-- Todo: two\nlines -->\n"
        );
        let found = of_markdown(FileId(0), &Source::new("a.md", text.clone()), head.len());
        let below = "review: `Consenso: quanti assistiti lo hanno dato e in…`";
        assert_eq!(words(&found), ["one: `kicker: a`", below, "two lines"]);
        assert_eq!(&text[found[1].at.start as usize..found[1].at.end as usize], "<!-- todo: review -->");
    }
}
