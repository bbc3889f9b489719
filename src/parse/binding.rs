//! `{{ consenso["Emilia-Romagna"] }}`: a number of the data, named in narrative.
//!
//! Bindings are found before Markdown is, and each is replaced by as many bytes that Markdown leaves alone, so
//! that every later place is still a place of the file. Comments that are the author's own are not looked into.

use super::draft::Expression;
use super::expression;
use crate::diag::{Code, Diagnostic};
use crate::files::{FileId, Span};
use crate::words;

/// Stands for binding 0; the next ones follow. A sign of the private use area: Markdown sees a letter.
const FIRST: u32 = 0xE000;
/// How many bindings a text can have at most; no narrative has so many.
const MOST: usize = 0x1000;

/// Finds all bindings of a text. Gives the text with the bindings masked, and the bindings in order.
pub fn find(file: FileId, text: &str, faults: &mut Vec<Diagnostic>) -> (String, Vec<Expression>) {
    let stands_for_one = |sign: char| (FIRST..FIRST + MOST as u32).contains(&u32::from(sign));
    if let Some((start, sign)) = text.char_indices().find(|(_, sign)| stands_for_one(*sign)) {
        let at = Span::new(file, start, start + sign.len_utf8());
        let message = words!("no face has this sign", "nessun carattere ha questo segno");
        let hint =
            words!("take it away; it may come from a font of icons", "toglilo; può venire da un carattere di icone");
        faults.push(Diagnostic::new(Code::UnsupportedMarkdown, at, message, hint));
        return (text.to_owned(), Vec::new());
    }
    let (mut masked, mut bindings, mut rest) = (String::with_capacity(text.len()), Vec::new(), 0);
    while let Some(open) = text[rest..].find("{{").map(|at| rest + at) {
        if let Some(end) = own_comment(text, rest, open) {
            masked.push_str(&text[rest..end]);
            rest = end;
            continue;
        }
        masked.push_str(&text[rest..open]);
        let line_end = text[open..].find('\n').map_or(text.len(), |at| open + at);
        let Some(close) = text[open..line_end].find("}}").map(|at| open + at + 2) else {
            let at = Span::new(file, open, line_end);
            let message = words!("this binding is not closed", "questo riferimento ai dati non è chiuso");
            let hint = words!("close it with `}}}}` on the same line", "chiudilo con `}}}}` sulla stessa riga");
            faults.push(Diagnostic::new(Code::UnknownBinding, at, message, hint));
            masked.push_str(&text[open..line_end]);
            rest = line_end;
            continue;
        };
        if let Some(sign @ ('<' | '%' | '#' | '!' | '>')) = text[open + 2..close].trim_start().chars().next() {
            let message = words!("`{{{{{sign}` is of another program", "`{{{{{sign}` è di un altro programma");
            let hint = words!(
                "braces read numbers from the data, {{{{ consenso.italia }}}}: take the rest away",
                "le graffe leggono numeri dai dati, {{{{ consenso.italia }}}}: togli il resto"
            );
            faults.push(Diagnostic::new(Code::UnsupportedMarkdown, Span::new(file, open, close), message, hint));
            masked.push_str(&blank(&text[open..close]));
            rest = close;
            continue;
        }
        let read = expression::binding(Span::new(file, open + 2, close - 2), text);
        if bindings.len() < MOST
            && let Ok(expression) = read
        {
            masked.extend(char::from_u32(FIRST + bindings.len() as u32));
            masked.extend(std::iter::repeat_n('x', close - open - 3));
            let space = text[close..].len() - text[close..].trim_start_matches([' ', '\u{a0}', '\u{202f}']).len();
            let sign = text[close + space..].starts_with('%');
            let percent = sign.then(|| Span::new(file, close, close + space + 1));
            bindings.push(Expression { at: Span::new(file, open, close), percent, ..expression });
        } else {
            faults.extend(read.err());
            masked.push_str(&text[open..close]);
        }
        rest = close;
    }
    masked.push_str(&text[rest..]);
    (masked, bindings)
}

/// As many spaces as a text has bytes.
fn blank(text: &str) -> String {
    " ".repeat(text.len())
}

/// The byte at which a comment ends that begins between `from` and `open` and holds `open`; none where it is a note
/// for the speaker.
fn own_comment(text: &str, from: usize, open: usize) -> Option<usize> {
    let start = from + text[from..open].rfind("<!--")?;
    let end = start + text[start..].find("-->")? + 3;
    let is_note = text[start + 4..].trim_start().get(..5).is_some_and(|word| word.eq_ignore_ascii_case("note:"));
    (end > open && !is_note).then_some(end)
}

/// Cuts a text of Markdown at its masked bindings: plain text, or the number of a binding.
pub fn split<'t>(text: &'t str, bindings: &[Expression]) -> Vec<Result<&'t str, usize>> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some((at, sign)) = rest.char_indices().find(|(_, sign)| index(*sign, bindings).is_some()) {
        let Some(number) = index(sign, bindings) else { break };
        if at > 0 {
            parts.push(Ok(&rest[..at]));
        }
        parts.push(Err(number));
        let length = (bindings[number].at.end - bindings[number].at.start) as usize;
        rest = rest.get(at + length..).unwrap_or("");
    }
    if !rest.is_empty() {
        parts.push(Ok(rest));
    }
    parts
}

fn index(sign: char, bindings: &[Expression]) -> Option<usize> {
    let index = u32::from(sign).checked_sub(FIRST)? as usize;
    (index < bindings.len()).then_some(index)
}

#[cfg(test)]
mod tests {
    use super::{find, split};
    use crate::files::FileId;
    use crate::parse::draft::Piece;

    #[test]
    fn bindings_are_masked_byte_for_byte_and_found_again() {
        let text = "è {{ consenso.italia }} e {{consenso[\"Valle d'Aosta\"].x}}!";
        let mut faults = Vec::new();
        let (masked, bindings) = find(FileId(0), text, &mut faults);
        assert_eq!(masked.len(), text.len());
        assert!(faults.is_empty());
        let [Piece::Reference(reference)] = &bindings[1].pieces[..] else { panic!("{:?}", bindings[1]) };
        let steps: Vec<_> = reference.steps.iter().map(|step| step.value.as_str()).collect();
        assert_eq!(steps, ["Valle d'Aosta", "x"]);
        assert_eq!(split(&masked, &bindings), [Ok("è "), Err(0), Ok(" e "), Err(1), Ok("!")]);
    }

    #[test]
    fn what_is_no_binding_is_a_fault() {
        for text in [
            "{{ }}",
            "{{ a..b }}",
            "{{ a[b] }}",
            "{{ a b(",
            "{{ f(x) }}",
            "{{ a < 1 }}",
            "{{ (a }}",
            "{{ a | include }}",
            "{{ a[1] }}",
            "{{ a[\"b }}",
            "{{ a",
            "{{ a[\"b\" }}",
        ] {
            let mut faults = Vec::new();
            find(FileId(0), text, &mut faults);
            assert_eq!(faults.len(), 1, "{text}");
        }
    }
}
