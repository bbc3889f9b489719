//! Narrative as HTML. Everything is escaped, and headings follow each other without gaps, whatever levels the author
//! gave.

use crate::data::prose::{Block, Callout, Inline, Side};
use crate::files::markup::escape;
use crate::lang::InterfaceWords;

/// The HTML of blocks that stand under a heading of level 2.
pub fn blocks(blocks: &[Block], words: &InterfaceWords) -> String {
    let mut html = Html { text: String::new(), level: 2, words };
    html.blocks(blocks);
    html.text
}

/// The HTML of one line of text.
pub fn inlines(inlines: &[Inline]) -> String {
    let mut text = String::new();
    write_inlines(inlines, &mut text);
    text
}

struct Html<'a> {
    text: String,
    /// The level of the heading above.
    level: u8,
    words: &'a InterfaceWords,
}

impl Html<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(inlines) => self.element("p", inlines),
            Block::Heading(level, inlines) => {
                self.level = (*level).clamp(3, self.level + 1);
                let level = self.level;
                self.element(&format!("h{level}"), inlines);
            }
            Block::List(start, items) => self.list(*start, items),
            Block::Callout(kind, blocks) => self.callout(*kind, blocks),
            Block::Quote(blocks) => {
                self.text.push_str("<blockquote>\n");
                self.blocks(blocks);
                self.text.push_str("</blockquote>\n");
            }
            Block::Table(sides, head, rows) => self.table(sides, head, rows),
        }
    }

    fn element(&mut self, name: &str, inlines: &[Inline]) {
        self.text.push_str(&format!("<{name}>"));
        write_inlines(inlines, &mut self.text);
        self.text.push_str(&format!("</{name}>\n"));
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>]) {
        let name = if start.is_some() { "ol" } else { "ul" };
        match start {
            Some(first) if first != 1 => self.text.push_str(&format!("<ol start=\"{first}\">\n")),
            _ => self.text.push_str(&format!("<{name}>\n")),
        }
        for item in items {
            self.text.push_str("<li>");
            // The first paragraph of an item is the item's own line.
            let rest = match item.as_slice() {
                [Block::Paragraph(inlines), rest @ ..] => {
                    write_inlines(inlines, &mut self.text);
                    rest
                }
                blocks => blocks,
            };
            if !rest.is_empty() {
                self.text.push('\n');
                self.blocks(rest);
            }
            self.text.push_str("</li>\n");
        }
        self.text.push_str(&format!("</{name}>\n"));
    }

    fn callout(&mut self, kind: Callout, blocks: &[Block]) {
        let (class, word) = match kind {
            Callout::Note => ("note", self.words.note),
            Callout::Tip => ("tip", self.words.tip),
            Callout::Important => ("important", self.words.important),
            Callout::Warning => ("warning", self.words.warning),
        };
        self.text
            .push_str(&format!("<div class=\"callout callout--{class}\">\n<p class=\"callout__word\">{word}</p>\n"));
        self.blocks(blocks);
        self.text.push_str("</div>\n");
    }

    fn table(&mut self, sides: &[Side], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
        let class = |column: usize| match sides.get(column) {
            Some(Side::Middle) => " class=\"middle\"",
            Some(Side::Right) => " class=\"right\"",
            Some(Side::Left) | None => "",
        };
        self.text.push_str("<table>\n<thead><tr>");
        for (column, cell) in head.iter().enumerate() {
            self.text.push_str(&format!("<th scope=\"col\"{}>", class(column)));
            write_inlines(cell, &mut self.text);
            self.text.push_str("</th>");
        }
        self.text.push_str("</tr></thead>\n<tbody>\n");
        for row in rows {
            self.text.push_str("<tr>");
            for (column, cell) in row.iter().enumerate() {
                self.text.push_str(&format!("<td{}>", class(column)));
                write_inlines(cell, &mut self.text);
                self.text.push_str("</td>");
            }
            self.text.push_str("</tr>\n");
        }
        self.text.push_str("</tbody>\n</table>\n");
    }
}

fn write_inlines(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(part) => escape(part, text),
            Inline::Strong(parts) => wrapped("strong", parts, text),
            Inline::Emphasis(parts) => wrapped("em", parts, text),
            Inline::Code(part) => {
                text.push_str("<code>");
                escape(part, text);
                text.push_str("</code>");
            }
            Inline::Link(address, parts) => {
                text.push_str("<a href=\"");
                escape(address, text);
                // Where the reader goes next does not learn where they come from.
                let outside = address.starts_with("http:") || address.starts_with("https:");
                text.push_str(if outside { "\" rel=\"noreferrer\">" } else { "\">" });
                write_inlines(parts, text);
                text.push_str("</a>");
            }
            Inline::Value(part) => {
                text.push_str("<span class=\"value\">");
                escape(part, text);
                text.push_str("</span>");
            }
            Inline::Break => text.push_str("<br>"),
        }
    }
}

fn wrapped(name: &str, parts: &[Inline], text: &mut String) {
    text.push_str(&format!("<{name}>"));
    write_inlines(parts, text);
    text.push_str(&format!("</{name}>"));
}

#[cfg(test)]
mod tests {
    use super::{blocks, inlines};
    use crate::data::prose::{Block, Callout, Inline};
    use crate::diag::Language;
    use crate::lang::interface;

    fn text(words: &str) -> Inline {
        Inline::Text(words.into())
    }

    #[test]
    fn nothing_an_author_writes_becomes_markup() {
        let html = inlines(&[text("<b>&\""), Inline::Link("https://a.it/?\"><script>".into(), vec![text("x")])]);
        assert_eq!(
            html,
            "&lt;b&gt;&amp;&quot;<a href=\"https://a.it/?&quot;&gt;&lt;script&gt;\" rel=\"noreferrer\">x</a>"
        );
    }

    #[test]
    fn headings_leave_no_gap() {
        let html = blocks(
            &[Block::Heading(5, vec![text("a")]), Block::Heading(4, vec![text("b")])],
            interface(Language::Italian),
        );
        assert_eq!(html, "<h3>a</h3>\n<h4>b</h4>\n");
    }

    #[test]
    fn lists_nest_and_boxes_say_their_kind() {
        let inner = Block::List(Some(3), vec![vec![Block::Paragraph(vec![Inline::Value("41%".into())])]]);
        let list = Block::List(None, vec![vec![Block::Paragraph(vec![text("uno")]), inner]]);
        let html = blocks(&[Block::Callout(Callout::Warning, vec![list])], interface(Language::Italian));
        assert_eq!(
            html,
            "<div class=\"callout callout--warning\">\n<p class=\"callout__word\">Attenzione</p>\n<ul>\n<li>uno\n\
             <ol start=\"3\">\n<li><span class=\"value\">41%</span></li>\n</ol>\n</li>\n</ul>\n</div>\n"
        );
    }
}
