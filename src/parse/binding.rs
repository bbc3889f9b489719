//! `{{ consenso["Emilia-Romagna"] }}`: a number of the data, named in narrative.
//!
//! Bindings are found before Markdown is, and each is replaced by as many bytes that Markdown leaves alone, so
//! that every later place is still a place of the file.

use super::draft::Binding;
use crate::diag::{Code, Diagnostic, FileId, Placed, Span};

/// Stands for binding 0; the next ones follow. A sign of the private use area: Markdown sees a letter.
const FIRST: u32 = 0xE000;
/// No narrative has so many.
const MOST: usize = 0x1000;

/// Finds all bindings of a text. Gives the text with the bindings masked, and the bindings in order.
pub fn find(file: FileId, text: &str, faults: &mut Vec<Diagnostic>) -> (String, Vec<Binding>) {
    let stands_for_one = |sign: char| (FIRST..FIRST + MOST as u32).contains(&u32::from(sign));
    if let Some((start, sign)) = text.char_indices().find(|(_, sign)| stands_for_one(*sign)) {
        let at = Span::new(file, start, start + sign.len_utf8());
        let hint = "take it away; it may come from a font of icons";
        faults.push(Diagnostic::new(Code::UnsupportedMarkdown, at, "no face has this sign", hint));
        return (text.to_owned(), Vec::new());
    }
    let (mut masked, mut bindings, mut rest) = (String::with_capacity(text.len()), Vec::new(), 0);
    while let Some(open) = text[rest..].find("{{").map(|at| rest + at) {
        masked.push_str(&text[rest..open]);
        let line_end = text[open..].find('\n').map_or(text.len(), |at| open + at);
        let Some(close) = text[open..line_end].find("}}").map(|at| open + at + 2) else {
            let at = Span::new(file, open, line_end);
            let hint = "close it with `}}` on the same line";
            faults.push(Diagnostic::new(Code::UnknownBinding, at, "this binding is not closed", hint));
            masked.push_str(&text[open..line_end]);
            rest = line_end;
            continue;
        };
        let at = Span::new(file, open, close);
        match read(at, text) {
            Some(binding) if bindings.len() < MOST => {
                masked.extend(char::from_u32(FIRST + bindings.len() as u32));
                masked.extend(std::iter::repeat_n('x', close - open - 3));
                bindings.push(binding);
            }
            _ => {
                let hint = "write an indicator and what of it: {{ consenso.italia }}, {{ consenso[\"Lazio\"] }}";
                faults.push(Diagnostic::new(Code::UnknownBinding, at, "this binding cannot be read", hint));
                masked.push_str(&text[open..close]);
            }
        }
        rest = close;
    }
    masked.push_str(&text[rest..]);
    (masked, bindings)
}

/// Cuts a text of Markdown at its masked bindings: plain text, or the number of a binding.
pub fn split<'t>(text: &'t str, bindings: &[Binding]) -> Vec<Result<&'t str, usize>> {
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

fn index(sign: char, bindings: &[Binding]) -> Option<usize> {
    let index = u32::from(sign).checked_sub(FIRST)? as usize;
    (index < bindings.len()).then_some(index)
}

/// `name`, then `.name` or `["any text"]`, any number of times.
fn read(at: Span, text: &str) -> Option<Binding> {
    let end = at.end as usize - 2;
    let mut cursor = skip_spaces(text, at.start as usize + 2);
    let indicator = word(at.file, text, &mut cursor)?;
    let mut steps = Vec::new();
    loop {
        cursor = skip_spaces(text, cursor);
        if cursor == end {
            return Some(Binding { at, indicator, steps });
        }
        match text.as_bytes()[cursor] {
            b'.' => {
                cursor += 1;
                steps.push(word(at.file, text, &mut cursor)?);
            }
            b'[' => {
                let quote = text[cursor + 1..end].chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
                let from = cursor + 2;
                let to = from + text[from..end].find(quote)?;
                steps.push(Placed::new(text[from..to].to_owned(), Span::new(at.file, from, to)));
                cursor = to + 1;
                if text.as_bytes()[cursor] != b']' {
                    return None;
                }
                cursor += 1;
            }
            _ => return None,
        }
    }
}

fn skip_spaces(text: &str, from: usize) -> usize {
    from + text[from..].bytes().take_while(|byte| *byte == b' ').count()
}

fn word(file: FileId, text: &str, cursor: &mut usize) -> Option<Placed<String>> {
    let from = *cursor;
    let length = text[from..].bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')).count();
    *cursor = from + length;
    (length > 0).then(|| Placed::new(text[from..*cursor].to_owned(), Span::new(file, from, *cursor)))
}

#[cfg(test)]
mod tests {
    use super::{find, split};
    use crate::diag::FileId;

    #[test]
    fn bindings_are_masked_byte_for_byte_and_found_again() {
        let text = "è {{ consenso.italia }} e {{consenso[\"Valle d'Aosta\"].x}}!";
        let mut faults = Vec::new();
        let (masked, bindings) = find(FileId(0), text, &mut faults);
        assert_eq!(masked.len(), text.len());
        assert!(faults.is_empty());
        let steps: Vec<_> = bindings[1].steps.iter().map(|step| step.value.as_str()).collect();
        assert_eq!(steps, ["Valle d'Aosta", "x"]);
        assert_eq!(split(&masked, &bindings), [Ok("è "), Err(0), Ok(" e "), Err(1), Ok("!")]);
    }

    #[test]
    fn what_is_no_binding_is_a_fault() {
        for text in ["{{ }}", "{{ a..b }}", "{{ a[b] }}", "{{ a + 1 }}", "{{ a[\"b }}", "{{ a", "{{ a[\"b\" }}"] {
            let mut faults = Vec::new();
            find(FileId(0), text, &mut faults);
            assert_eq!(faults.len(), 1, "{text}");
        }
    }
}
