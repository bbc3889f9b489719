//! Sure mends put into the text.

use super::{Diagnostic, Fix, in_order};
use crate::files::Sources;

/// The mends that can be made together: in the order of their places, none of them touching another. What one of two
/// would undo in the other waits for its turn.
pub fn sure<'f>(faults: &'f [Diagnostic], sources: &Sources) -> Vec<(&'f Diagnostic, &'f Fix)> {
    let mut mends: Vec<(&Diagnostic, &Fix)> =
        in_order(faults).into_iter().filter_map(|fault| Some((fault, fault.fix.as_ref()?))).collect();
    mends.sort_by_key(|(_, fix)| fix.at);
    let mut kept: Vec<(&Diagnostic, &Fix)> = Vec::new();
    for (fault, fix) in mends {
        let text = &sources.get(fix.at.file).text;
        // One that changes nothing would be made for ever.
        let changes = text.get(fix.at.start as usize..fix.at.end as usize).is_some_and(|words| words != fix.text);
        let apart = kept.last().is_none_or(|(_, last)| last.at.file != fix.at.file || last.at.end < fix.at.start);
        if changes && apart {
            kept.push((fault, fix));
        }
    }
    kept
}

/// The text with mends made that are apart and in order.
pub fn apply<'f>(text: &str, mends: impl IntoIterator<Item = &'f Fix>) -> String {
    let (mut mended, mut done) = (String::with_capacity(text.len()), 0);
    for fix in mends {
        mended.push_str(&text[done..fix.at.start as usize]);
        mended.push_str(&fix.text);
        done = fix.at.end as usize;
    }
    mended + &text[done..]
}

#[cfg(test)]
mod tests {
    use super::{apply, sure};
    use crate::diag::{Code, Diagnostic, Words};
    use crate::files::{FileId, Source, Sources, Span};

    #[test]
    fn mends_that_touch_wait_and_those_that_change_nothing_are_none() {
        let sources = Sources { root: String::new(), files: vec![Source::new("a", "è 1,5 e 2,5\n")] };
        let fault = |start, end, text: &str| {
            let at = Span::new(FileId(0), start, end);
            Diagnostic::new(Code::DecimalComma, at, Words::default(), Words::default()).fix(at, text)
        };
        let faults = [
            fault(9, 12, "2.5"),
            fault(3, 6, "1.5"),
            fault(5, 7, "x"),
            fault(0, 2, "è"),
            fault(9, 400, ""),
            fault(1, 2, ""),
        ];
        let mends = sure(&faults, &sources);
        assert_eq!(mends.iter().map(|(_, fix)| fix.text.as_str()).collect::<Vec<_>>(), ["1.5", "2.5"]);
        let text = apply(&sources.files[0].text, mends.into_iter().map(|(_, fix)| fix));
        assert_eq!(text, "è 1.5 e 2.5\n");
    }
}
