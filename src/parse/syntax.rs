//! Where a text stops being YAML: said in the author's terms, from the line itself rather than from the parser's words.

use crate::diag::{Code, Diagnostic, FileId, Span, Words};
use crate::words;

/// The fault of a text that is not YAML. `at` is where the parser stopped, `said` what it said.
pub fn fault(file: FileId, text: &str, at: Span, said: &str) -> Diagnostic {
    let start = text[..at.start as usize].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or("");
    let before = text[..start].lines().next_back().filter(|line| !line.trim().is_empty());
    let new = |at: Span, message: Words, hint: Words| Diagnostic::new(Code::YamlSyntax, at, message, hint);

    // A tab that indents comes first: what the parser says of it is of another line.
    let mut from = 0;
    for tabbed in text.split_inclusive('\n') {
        let indent = tabbed.len() - tabbed.trim_start_matches([' ', '\t']).len();
        if tabbed[..indent].contains('\t') && !tabbed.trim().is_empty() {
            let place = Span::new(file, from, from + indent);
            let message = words!("this line is indented with a tab", "questa riga rientra con una tabulazione");
            let hint = words!("indent with spaces, never with tabs", "rientra con gli spazi, mai con le tabulazioni");
            return new(place, message, hint).fix(place, tabbed[..indent].replace('\t', "  "));
        }
        from += tabbed.len();
    }

    if said.contains("unclosed quote") {
        let message = words!("this quotation mark is not closed", "queste virgolette non sono chiuse");
        let hint = words!(
            "close it at the end of the text; a quotation mark within it is written twice, or as ’",
            "chiudile alla fine del testo; un apostrofo dentro il testo si scrive ’"
        );
        return new(at, message, hint);
    }
    if said.contains("unclosed bracket") {
        let message = words!("this bracket is not closed", "questa parentesi non è chiusa");
        let hint =
            words!("close it with `}}` or `]`, as it was opened", "chiudila con `}}` o `]`, come è stata aperta");
        return new(at, message, hint);
    }
    if said.contains("trailing content") {
        let message = words!("the text goes on after its quotation marks", "il testo continua dopo le virgolette");
        let hint = words!(
            "put all of it between \"...\"; an apostrophe within it is written ’",
            "mettilo tutto tra \"...\"; un apostrofo dentro il testo si scrive ’"
        );
        return new(at, message, hint);
    }
    if said.contains("mapping values") {
        if let Some((value, words)) = colon_in_a_text(start, line, at.start as usize) {
            let place = Span::new(file, value, value + words.len());
            let message = words!("a text with a colon stands in quotes", "un testo con i due punti va tra virgolette");
            let hint = words!("write \"{words}\"", "scrivi \"{words}\"");
            let fault = new(place, message, hint);
            // An element of a list may be a text or a table: which, the author knows.
            let sure = !words.contains(['"', '\\', '\'']) && !line.trim_start().starts_with("- ");
            return if sure { fault.fix(place, format!("\"{words}\"")) } else { fault };
        }
        if before.is_some_and(|before| indent(line) > indent(before)) {
            return further_in(new, file, start, line);
        }
    }
    if said.contains("did not find expected key") || said.contains("invalid indentation") {
        let message =
            words!("this line does not line up with those above", "questa riga non è allineata con quelle sopra");
        let hint = words!(
            "begin it under the key it belongs beside; two spaces further in is inside that key",
            "falla cominciare sotto la chiave accanto alla quale sta; due spazi più in dentro è dentro quella chiave"
        );
        return new(Span::new(file, start, start + line.trim_end().len()), message, hint);
    }
    let special = line.get(at.start as usize - start..).and_then(|rest| rest.chars().next());
    if let Some(sign @ ('@' | '`' | '%' | '*' | '&' | '!' | '|' | '>')) = special {
        let text = &line[at.start as usize - start..];
        let text = text.trim_end();
        let message = words!(
            "a text that begins with `{sign}` stands in quotes",
            "un testo che comincia con `{sign}` va tra virgolette"
        );
        return new(at, message, words!("write \"{text}\"", "scrivi \"{text}\""));
    }
    let message = words!("this is not YAML: {said}", "questo non è YAML: {said}");
    let hint = words!(
        "check the indentation, the quotes and the colons of this line and of the one before",
        "controlla il rientro, le virgolette e i due punti di questa riga e di quella prima"
    );
    new(at, message, hint)
}

fn further_in(new: impl Fn(Span, Words, Words) -> Diagnostic, file: FileId, start: usize, line: &str) -> Diagnostic {
    let message =
        words!("this line stands further in than the one above it", "questa riga rientra più di quella sopra");
    let hint = words!(
        "begin it right under the line above; only what belongs to a key that ends in `:` stands further in",
        "falla cominciare sotto la riga precedente; rientra solo ciò che appartiene a una chiave che finisce con `:`"
    );
    new(Span::new(file, start, start + line.trim_end().len()), message, hint)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// `title: Prova: i dati`: where the value begins, and its words. `stop` is the colon that stopped the parser.
fn colon_in_a_text(start: usize, line: &str, stop: usize) -> Option<(usize, &str)> {
    let key = line.find(": ")?;
    let rest = &line[key + 2..];
    let value = key + 2 + rest.len() - rest.trim_start().len();
    (start + value < stop).then(|| (start + value, line[value..].trim_end()))
}
