//! Where the blocks of a narrative begin that an author rereads one by one.

use super::narrative::front_matter_length;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// The first byte of the line of each paragraph, list, quote and table that does not stand in another one, and of each
/// note for the speaker; and whether it is the first below a heading.
pub fn block_starts(text: &str) -> Vec<(usize, bool)> {
    let body = front_matter_length(text);
    let options = Options::ENABLE_TABLES | Options::ENABLE_GFM | Options::ENABLE_HEADING_ATTRIBUTES;
    let (mut starts, mut depth, mut below_heading) = (Vec::new(), 0, false);
    for (event, range) in Parser::new_ext(&text[body..], options).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                let is_block = match tag {
                    Tag::Paragraph | Tag::List(_) | Tag::BlockQuote(_) | Tag::Table(_) => true,
                    Tag::HtmlBlock => {
                        let html = text[body + range.start..].trim_start();
                        html.strip_prefix("<!--").is_some_and(|rest| rest.trim_start().starts_with("note:"))
                    }
                    _ => false,
                };
                if depth == 0 && is_block {
                    let start = body + range.start;
                    let line = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
                    starts.push((line, std::mem::take(&mut below_heading)));
                }
                below_heading |= matches!(tag, Tag::Heading { .. });
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::block_starts;

    #[test]
    fn every_text_has_its_place_and_so_has_what_is_spoken() {
        let text = "---\nkicker: a\n---\n\n# One\n\nTwo\nlines\n\n- three\n\n  more\n- four\n<!-- note: five -->\n> six\n\n\
                    ---\n\n  1. seven\n\n| a |\n| - |\n| 8 |\n\nNine {{ consenso.italia }}\n---\nTen\n";
        let first_line = |(start, below): (usize, bool)| (text[start..].lines().next().unwrap(), below);
        let lines: Vec<(&str, bool)> = block_starts(text).into_iter().map(first_line).collect();
        let expected = ["Two", "- three", "<!-- note: five -->", "> six", "  1. seven", "| a |", "Ten"];
        assert_eq!(lines, expected.map(|line| (line, line == "Two" || line == "Ten")));
    }
}
