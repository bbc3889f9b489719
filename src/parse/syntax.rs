//! Where a text stops being YAML: said in the author's terms, from the line itself rather than from the parser's words.

use super::spelling;
use crate::diag::{Code, Diagnostic, Words};
use crate::files::{FileId, Span};
use crate::words;
use std::ops::Range;

/// The fault of a text that is not YAML. `at` is where the parser stopped, `said` what it said; `is_yaml` tells of a
/// mended text whether it can be read.
pub fn fault(file: FileId, text: &str, at: Span, said: &str, is_yaml: fn(&str) -> bool) -> Diagnostic {
    let start = text[..at.start as usize].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or("");
    let before = text[..start].lines().next_back().filter(|line| !line.trim().is_empty());
    let told = tab(file, text, line, said, is_yaml)
        .or_else(|| unseen_sign(file, text, (start, line), before, is_yaml))
        .or_else(|| told_by_the_parser(said).map(|(message, hint)| new(at, message, hint)));
    if let Some(fault) = told {
        return fault;
    }
    if said.contains("mapping values") {
        if let Some((value, words)) = colon_in_a_text(start, line, at.start as usize) {
            return colon(file, line, value, words);
        }
        if before.is_some_and(|before| indent(line) > indent(before)) {
            return further_in(file, start, line);
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
    if let Some(fault) = special_sign(at, line, at.start as usize - start) {
        return fault;
    }
    let message = words!("this is not YAML: {said}", "questo non è YAML; il lettore dice: {said}");
    let hint = words!(
        "check the indentation, the quotes and the colons of this line and of the one before",
        "controlla il rientro, le virgolette e i due punti di questa riga e di quella prima"
    );
    new(at, message, hint)
}

/// A fault of syntax.
fn new(at: Span, message: Words, hint: Words) -> Diagnostic {
    Diagnostic::new(Code::YamlSyntax, at, message, hint)
}

/// The fault of a tab that indents a line. It comes first: what the parser says of it is of another line, here `line`.
fn tab(file: FileId, text: &str, line: &str, said: &str, is_yaml: fn(&str) -> bool) -> Option<Diagnostic> {
    let indents = lines(text).map(|line| line.start..line.start + indentation(&text[line]));
    let tab = indents.into_iter().find(|indent| {
        let line = text[indent.start..].lines().next().unwrap_or("");
        text[indent.clone()].contains('\t') && !line.trim().is_empty()
    })?;
    let message = words!("this line is indented with a tab", "questa riga rientra con una tabulazione");
    let hint = words!("indent with spaces, never with tabs", "rientra con gli spazi, mai con le tabulazioni");
    let fault = new(Span::new(file, tab.start, tab.end), message, hint);
    // Within a long text a tab is no fault, and the fault is another.
    let in_its_line = indentation(line) > 0 && line[..indentation(line)].contains('\t');
    match tabs_as_spaces(file, text, is_yaml) {
        Some((place, mended)) => Some(fault.fix(place, mended)),
        None => (in_its_line || said.contains("tab")).then_some(fault),
    }
}

/// The fault of a sign that is not seen, in the line where the parser stopped or in the one before: right after a colon,
/// or before a key, YAML sees no space there.
fn unseen_sign(
    file: FileId,
    text: &str,
    (start, line): (usize, &str),
    before: Option<&str>,
    is_yaml: fn(&str) -> bool,
) -> Option<Diagnostic> {
    let place_of = |line: &str| {
        line.find(":\u{a0}").map(|at| at + 1).or_else(|| {
            line.find(['\u{200b}', '\u{2060}', '\u{feff}', '\u{202f}', '\u{3000}'])
                .or_else(|| line.starts_with('\u{a0}').then_some(0))
        })
    };
    let unseen = [Some((start, line)), before.map(|before| (text[..start].rfind(before).unwrap_or(0), before))];
    let (at, sign) = unseen.into_iter().flatten().find_map(|(start, line)| {
        let at = place_of(line)?;
        Some((start + at, line[at..].chars().next()?))
    })?;
    let place = Span::new(file, at, at + sign.len_utf8());
    let name = spelling::unseen(sign.encode_utf8(&mut [0; 4])).unwrap_or_default();
    let message = words!("a sign that is not seen stands here: {name}", "qui c’è un segno che non si vede: {name}");
    let hint = words!("write a plain space in its place", "scrivi al suo posto uno spazio normale");
    let fault = new(place, message, hint);
    let mended = [&text[..at], " ", &text[at + sign.len_utf8()..]].concat();
    Some(if is_yaml(&mended) { fault.fix(place, " ") } else { fault })
}

/// What is said of a fault that the parser names in words of its own, and what is to be done.
fn told_by_the_parser(said: &str) -> Option<(Words, Words)> {
    let has = |words: &str| said.contains(words);
    if has("unclosed quote") {
        return Some((
            words!("this quotation mark is not closed", "queste virgolette non sono chiuse"),
            words!(
                "close it at the end of the text; a quotation mark within it is written twice, or as ’",
                "chiudile alla fine del testo; un apostrofo dentro il testo si scrive ’"
            ),
        ));
    }
    if has("mismatched bracket") || has("misplaced bracket") {
        return Some((
            words!("brackets are not closed as they are opened", "le parentesi non si chiudono come si aprono"),
            words!(
                "each `{{` wants its `}}`, each `[` its `]`; put a text that has them in quotes",
                "ogni `{{` vuole la sua `}}`, ogni `[` la sua `]`; metti tra virgolette un testo che le contiene"
            ),
        ));
    }
    if has("flow mapping, did not find expected") || has("flow sequence, did not find expected") {
        return Some((
            words!(
                "between two values within brackets a comma is lacking",
                "tra due valori dentro le parentesi manca una virgola"
            ),
            words!(
                "part them with a comma; put a text with a colon or a comma in quotes",
                "separali con una virgola; metti tra virgolette un testo con due punti o virgole"
            ),
        ));
    }
    if has("expected ':'") {
        return Some((
            words!("this line has no colon after its key", "in questa riga mancano i due punti dopo la chiave"),
            words!(
                "write `key: value`; the further lines of a long text are indented",
                "scrivi `chiave: valore`; le altre righe di un testo lungo sono rientrate"
            ),
        ));
    }
    if has("block sequence entries are not allowed") {
        return Some((
            words!(
                "a list cannot begin on the line of its key",
                "un elenco non può cominciare sulla riga della sua chiave"
            ),
            words!("write each `- ` on a line of its own, below", "scrivi ogni `- ` su una riga sua, qui sotto"),
        ));
    }
    if has("did not find expected '-'") {
        return Some((
            words!("this line is no element of the list above", "questa riga non è un elemento dell’elenco sopra"),
            words!(
                "begin it with `- `, or indent it as the text it belongs with",
                "falla cominciare con `- `, o rientrala come il testo con cui va"
            ),
        ));
    }
    if has("escape character") {
        return Some((
            words!(
                "within double quotes `\\` means something else",
                "tra virgolette doppie `\\` ha un altro significato"
            ),
            words!("write `\\\\`, or use single quotes", "scrivi `\\\\`, o usa le virgolette semplici"),
        ));
    }
    if has("unclosed bracket") {
        return Some((
            words!("this bracket is not closed", "questa parentesi non è chiusa"),
            words!("close it with `}}` or `]`, as it was opened", "chiudila con `}}` o `]`, come è stata aperta"),
        ));
    }
    if has("trailing content") {
        return Some((
            words!("the text goes on after its quotation marks", "il testo continua dopo le virgolette"),
            words!(
                "put all of it between \"...\"; an apostrophe within it is written ’",
                "mettilo tutto tra \"...\"; un apostrofo dentro il testo si scrive ’"
            ),
        ));
    }
    None
}

/// The fault of a text with a colon and without quotes: `words`, which begin at byte `value` of the file, in `line`.
fn colon(file: FileId, line: &str, value: usize, words: &str) -> Diagnostic {
    // A comment behind it is none of it.
    let words = words.split(" #").next().unwrap_or(words).trim_end();
    let place = Span::new(file, value, value + words.len());
    let quoted = quoted(words);
    let message = words!("a text with a colon stands in quotes", "un testo con i due punti va tra virgolette");
    let hint = words!("write {quoted}", "scrivi {quoted}");
    let fault = new(place, message, hint);
    // An element of a list may be a text or a table: which, the author knows.
    let sure = !words.contains(['"', '\\', '\'', '#']) && !line.trim_start().starts_with("- ");
    if sure { fault.fix(place, quoted) } else { fault }
}

/// The fault of a text that begins with a sign of YAML's own, `column` bytes into its line.
fn special_sign(at: Span, line: &str, column: usize) -> Option<Diagnostic> {
    let text = line.get(column..)?.trim_end();
    let sign = line.get(column..)?.chars().next()?;
    if !matches!(sign, '@' | '`' | '%' | '*' | '&' | '!' | '|' | '>') {
        return None;
    }
    let message = words!(
        "a text that begins with `{sign}` stands in quotes",
        "un testo che comincia con `{sign}` va tra virgolette"
    );
    let fault = new(at, message, words!("write \"{text}\"", "scrivi \"{text}\""));
    let sure = matches!(sign, '@' | '`' | '%') && !text.contains(['"', '\\', '#', ',', '}', ']']);
    Some(if sure { fault.fix(at, format!("\"{text}\"")) } else { fault })
}

/// The fault of a line that stands further in than the one above it.
fn further_in(file: FileId, start: usize, line: &str) -> Diagnostic {
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
