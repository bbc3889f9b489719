//! Where a text stops being YAML: said in the author's terms, from the line itself rather than from the parser's words.

use super::spelling;
use crate::diag::{Code, Diagnostic, Words};
use crate::files::{FileId, Span};
use crate::words;
use std::ops::Range;

/// The fault of a text that is not YAML. `at` is where the parser stopped, `said` what it said; `is_yaml` tells of a mended text whether it can be read.
pub fn fault(file: FileId, text: &str, at: Span, said: &str, is_yaml: fn(&str) -> bool) -> Diagnostic {
    let start = text[..at.start as usize].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or("");
    let before = text[..start].lines().next_back().filter(|line| !line.trim().is_empty());
    let new = |at: Span, message: Words, hint: Words| Diagnostic::new(Code::YamlSyntax, at, message, hint);

    // A tab that indents comes first: what the parser says of it is of another line.
    if let Some(tab) = lines(text).map(|line| line.start..line.start + indentation(&text[line])).find(|indent| {
        let line = text[indent.start..].lines().next().unwrap_or("");
        text[indent.clone()].contains('\t') && !line.trim().is_empty()
    }) {
        let place = Span::new(file, tab.start, tab.end);
        let message = words!("this line is indented with a tab", "questa riga rientra con una tabulazione");
        let hint = words!("indent with spaces, never with tabs", "rientra con gli spazi, mai con le tabulazioni");
        let fault = new(place, message, hint);
        // Within a long text a tab is no fault, and the fault is another.
        let in_its_line = indentation(line) > 0 && line[..indentation(line)].contains('\t');
        match tabs_as_spaces(file, text, is_yaml) {
            Some((place, mended)) => return fault.fix(place, mended),
            None if in_its_line || said.contains("tab") => return fault,
            None => {}
        }
    }

    // Right after a colon, or before a key: YAML sees no space there.
    let place_of = |line: &str| {
        line.find(":\u{a0}").map(|at| at + 1).or_else(|| {
            line.find(['\u{200b}', '\u{2060}', '\u{feff}', '\u{202f}', '\u{3000}'])
                .or_else(|| line.starts_with('\u{a0}').then_some(0))
        })
    };
    let unseen = [Some((start, line)), before.map(|before| (text[..start].rfind(before).unwrap_or(0), before))];
    if let Some((at, sign)) = unseen.into_iter().flatten().find_map(|(start, line)| {
        let at = place_of(line)?;
        Some((start + at, line[at..].chars().next()?))
    }) {
        let place = Span::new(file, at, at + sign.len_utf8());
        let name = spelling::unseen(sign.encode_utf8(&mut [0; 4])).unwrap_or_default();
        let message = words!("a sign that is not seen stands here: {name}", "qui c’è un segno che non si vede: {name}");
        let hint = words!("write a plain space in its place", "scrivi al suo posto uno spazio normale");
        let fault = new(place, message, hint);
        let mended = [&text[..at], " ", &text[at + sign.len_utf8()..]].concat();
        return if is_yaml(&mended) { fault.fix(place, " ") } else { fault };
    }

    if said.contains("unclosed quote") {
        let message = words!("this quotation mark is not closed", "queste virgolette non sono chiuse");
        let hint = words!(
            "close it at the end of the text; a quotation mark within it is written twice, or as ’",
            "chiudile alla fine del testo; un apostrofo dentro il testo si scrive ’"
        );
        return new(at, message, hint);
    }
    if said.contains("mismatched bracket") || said.contains("misplaced bracket") {
        let message =
            words!("brackets are not closed as they are opened", "le parentesi non si chiudono come si aprono");
        let hint = words!(
            "each `{{` wants its `}}`, each `[` its `]`; put a text that has them in quotes",
            "ogni `{{` vuole la sua `}}`, ogni `[` la sua `]`; metti tra virgolette un testo che le contiene"
        );
        return new(at, message, hint);
    }
    if said.contains("flow mapping, did not find expected") || said.contains("flow sequence, did not find expected") {
        let message = words!(
            "between two values within brackets a comma is lacking",
            "tra due valori dentro le parentesi manca una virgola"
        );
        let hint = words!(
            "part them with a comma; put a text with a colon or a comma in quotes",
            "separali con una virgola; metti tra virgolette un testo con due punti o virgole"
        );
        return new(at, message, hint);
    }
    if said.contains("expected ':'") {
        let message =
            words!("this line has no colon after its key", "in questa riga mancano i due punti dopo la chiave");
        let hint = words!(
            "write `key: value`; the further lines of a long text are indented",
            "scrivi `chiave: valore`; le altre righe di un testo lungo sono rientrate"
        );
        return new(at, message, hint);
    }
    if said.contains("block sequence entries are not allowed") {
        let message = words!(
            "a list cannot begin on the line of its key",
            "un elenco non può cominciare sulla riga della sua chiave"
        );
        let hint = words!("write each `- ` on a line of its own, below", "scrivi ogni `- ` su una riga sua, qui sotto");
        return new(at, message, hint);
    }
    if said.contains("did not find expected '-'") {
        let message =
            words!("this line is no element of the list above", "questa riga non è un elemento dell’elenco sopra");
        let hint = words!(
            "begin it with `- `, or indent it as the text it belongs with",
            "falla cominciare con `- `, o rientrala come il testo con cui va"
        );
        return new(at, message, hint);
    }
    if said.contains("escape character") {
        let message = words!(
            "within double quotes `\\` means something else",
            "tra virgolette doppie `\\` ha un altro significato"
        );
        let hint = words!("write `\\\\`, or use single quotes", "scrivi `\\\\`, o usa le virgolette semplici");
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
            // A comment behind it is none of it.
            let words = words.split(" #").next().unwrap_or(words).trim_end();
            let place = Span::new(file, value, value + words.len());
            let quoted = quoted(words);
            let message = words!("a text with a colon stands in quotes", "un testo con i due punti va tra virgolette");
            let hint = words!("write {quoted}", "scrivi {quoted}");
            let fault = new(place, message, hint);
            // An element of a list may be a text or a table: which, the author knows.
            let sure = !words.contains(['"', '\\', '\'', '#']) && !line.trim_start().starts_with("- ");
            return if sure { fault.fix(place, quoted) } else { fault };
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
        let fault = new(at, message, words!("write \"{text}\"", "scrivi \"{text}\""));
        let sure = matches!(sign, '@' | '`' | '%') && !text.contains(['"', '\\', '#', ',', '}', ']']);
        return if sure { fault.fix(at, format!("\"{text}\"")) } else { fault };
    }
    let message = words!("this is not YAML: {said}", "questo non è YAML; il lettore dice: {said}");
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

/// A text in the quotation marks that it does not hold itself.
fn quoted(text: &str) -> String {
    match (text.contains(['"', '\\']), text.contains('\'')) {
        (false, _) => format!("\"{text}\""),
        (true, false) => format!("'{text}'"),
        (true, true) => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
    }
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

/// The text from its first tab of indentation to its last, with spaces in their place: as many for each as the other
/// lines are indented by, or two. None where the text is no YAML even so.
fn tabs_as_spaces(file: FileId, text: &str, is_yaml: fn(&str) -> bool) -> Option<(Span, String)> {
    let indents = || lines(text).map(|line| line.start..line.start + indentation(&text[line]));
    let is_tabbed = |indent: &Range<usize>| text[indent.clone()].contains('\t');
    let step = lines(text)
        .filter(|line| !text[line.clone()].trim().is_empty())
        .map(|line| line.start..line.start + indentation(&text[line]))
        .filter(|indent| !indent.is_empty() && !is_tabbed(indent))
        .map(|indent| indent.len())
        .min();
    let step = " ".repeat(step.unwrap_or(2));
    let (first, last) = (indents().find(is_tabbed)?, indents().filter(is_tabbed).last()?);
    let mended: String = text[first.start..last.end]
        .split_inclusive('\n')
        .map(|line| line[..indentation(line)].replace('\t', &step) + &line[indentation(line)..])
        .collect();
    let whole = [&text[..first.start], &mended, &text[last.end..]].concat();
    is_yaml(&whole).then(|| (Span::new(file, first.start, last.end), mended))
}

/// Bytes of spaces and tabs that begin a line.
fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// The bytes of each line, without its end.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let own = start..start + line.trim_end_matches(['\n', '\r']).len();
        start += line.len();
        own
    })
}
