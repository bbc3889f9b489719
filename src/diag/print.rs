//! Faults as an author reads them: the compiler's own way, with the line and the words underlined.

use super::{Code, Diagnostic, Fix, Language, Severity, how_many, in_order};
use crate::files::{Position, Sources, Span};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use std::collections::BTreeSet;
use std::ops::Range;

/// All faults and warnings, in order of file and place, with the words underlined and what to do; then the to-do list of
/// drafts, a line each, and a line that counts.
///
/// Nothing where there are none. `color` adds the escapes of a terminal.
pub fn print(faults: &[Diagnostic], sources: &Sources, language: Language, color: bool) -> String {
    if faults.is_empty() {
        return String::new();
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let ordered = in_order(faults);

    let files = ordered.iter().map(|fault| fault.at.file).collect::<BTreeSet<_>>().len();
    // A new draft has dozens: nobody reads as many boxes.
    let (todos, ordered): (Vec<_>, Vec<_>) =
        ordered.into_iter().partition(|fault| fault.code == Code::ToDo && !fault.is_fault());

    let mut text = String::new();
    for fault in &ordered {
        text.push_str(&renderer.render(&groups(fault, sources, language)));
        text.push_str("\n\n");
        if fault.rest > 0 {
            text.push_str(&rest(fault, sources, language));
        }
    }
    for todo in &todos {
        let (file, start) = (todo.at.file, todo.at.start as usize);
        let line = line_number(&sources.get(file).text, start);
        text.push_str(&format!("{}:{line}: {}\n", sources.shown(file), todo.message.get(language)));
    }
    if !todos.is_empty() {
        text.push('\n');
    }
    let warnings = how_many(ordered.iter().copied().filter(|fault| !fault.is_fault()));
    let all = how_many(ordered.iter().copied());
    text + &count([all - warnings, warnings, todos.len()], files, language) + "\n"
}

/// "and 31900 more of F016 in content/...: counted, not listed"
fn rest(fault: &Diagnostic, sources: &Sources, language: Language) -> String {
    let (number, path) = (fault.code.number(), sources.shown(fault.at.file));
    let rest = crate::words!(
        "and {0} more of {number} in {path}: counted, not listed",
        "e altri {0} di {number} in {path}: contati, non elencati",
        fault.rest
    );
    format!("{}\n\n", rest.get(language))
}

/// Mends, each as the lines it takes away and the lines it puts there.
pub fn print_mends(mends: &[(&Diagnostic, &Fix)], sources: &Sources, language: Language, color: bool) -> String {
    let name = match language {
        Language::English => "mend",
        Language::Italian => "correzione",
    };
    let mut text = String::new();
    for (fault, fix) in mends {
        let source = sources.get(fix.at.file);
        let Position { line, column } = source.position(fix.at.start);
        let (number, message, path) = (fault.code.number(), fault.message.get(language), sources.shown(fix.at.file));
        text.push_str(&format!("{name}[{number}]: {}\n --> {path}:{line}:{column}\n", visible(message)));
        for (number, sign, words) in changed_lines(&source.text, fix, line) {
            let [paint, plain] = match (color, sign) {
                (false, _) => ["", ""],
                (true, '-') => ["\u{1b}[31m", "\u{1b}[0m"],
                (true, _) => ["\u{1b}[32m", "\u{1b}[0m"],
            };
            text.push_str(&format!("{number} {paint}{sign} {}{plain}\n", visible(&words)));
        }
        text.push('\n');
    }
    text
}

/// The lines that a mend changes, by number: as they were, `-`, and as they are, `+`.
fn changed_lines(text: &str, fix: &Fix, first: usize) -> Vec<(usize, char, String)> {
    let (start, end) = (fix.at.start as usize, fix.at.end as usize);
    let (from, to) = (line_start(text, start), line_end(text, end));
    let before = &text[from..to];
    let after = [&text[from..start], &fix.text, &text[end..to]].concat();
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let numbered = |sign, lines: Vec<&str>| -> Vec<(usize, char, String)> {
        lines.into_iter().enumerate().map(|(place, line)| (first + place, sign, line.to_owned())).collect()
    };
    let (taken, put) = (numbered('-', old), numbered('+', new));
    if taken.len() != put.len() {
        return [taken, put].concat();
    }
    let pairs = taken.into_iter().zip(put).filter(|(old, new)| old.2 != new.2);
    pairs.flat_map(|(old, new)| [old, new]).collect()
}

/// A text whose tabs can be seen, without the signs that a terminal would obey.
fn visible(text: &str) -> String {
    let shown = |sign: char| match sign {
        '\t' => '→',
        sign if sign.is_control() => '\u{fffd}',
        sign => sign,
    };
    text.chars().map(shown).collect()
}

/// "2 faults, 1 warning and 12 to-dos in 2 files"
fn count([faults, warnings, todos]: [usize; 3], files: usize, language: Language) -> String {
    let (kinds, and, within, file) = match language {
        Language::English => {
            ([["fault", "faults"], ["warning", "warnings"], ["to-do", "to-dos"]], "and", "in", ["file", "files"])
        }
        Language::Italian => {
            let todo = ["cosa da fare", "cose da fare"];
            ([["errore", "errori"], ["avviso", "avvisi"], todo], "e", "in", ["file", "file"])
        }
    };
    let counted = |n: usize, [one, many]: [&str; 2]| format!("{n} {}", if n == 1 { one } else { many });
    let found = [faults, warnings, todos].into_iter().zip(kinds).filter(|(n, _)| *n > 0);
    let mut found: Vec<String> = found.map(|(n, words)| counted(n, words)).collect();
    let last = found.pop().unwrap_or_default();
    let before = found.join(", ");
    let all = if before.is_empty() { last } else { format!("{before} {and} {last}") };
    format!("{all} {within} {}", counted(files, file))
}

/// The line that a byte stands in, counted from 1.
fn line_number(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

/// The parts of one fault, as the renderer wants them.
fn groups<'a>(fault: &'a Diagnostic, sources: &'a Sources, language: Language) -> Vec<Group<'a>> {
    let label = fault.label.get(language);
    let mut places = vec![Place { span: fault.at, kind: AnnotationKind::Primary, label }];
    if let Some(other) = &fault.other {
        places.push(Place { span: other.0, kind: AnnotationKind::Context, label: other.1.get(language) });
    }
    // Places of one file are shown together, in the order of its lines.
    let snippets = match places[..] {
        [ref one, ref other] if one.span.file != other.span.file => {
            vec![snippet(&places[..1], sources), snippet(&places[1..], sources)]
        }
        _ => vec![snippet(&places, sources)],
    };
    let (level, help) = match (fault.severity, language) {
        (Severity::Fault, Language::English) => (Level::ERROR, Level::HELP),
        (Severity::Warning, Language::English) => (Level::WARNING, Level::HELP),
        (Severity::Fault, Language::Italian) => (Level::ERROR.with_name("errore"), Level::HELP.with_name("aiuto")),
        (Severity::Warning, Language::Italian) => (Level::WARNING.with_name("avviso"), Level::HELP.with_name("aiuto")),
    };
    let title = level.primary_title(fault.message.get(language)).id(fault.code.number());
    let mut groups = vec![title.elements(snippets)];
    if !fault.hint.is_empty() {
        groups.push(Group::with_title(help.secondary_title(fault.hint.get(language))));
    }
    groups
}

/// Words to underline, and what is said beside them.
struct Place<'a> {
    span: Span,
    kind: AnnotationKind,
    label: &'a str,
}

/// The lines that hold some places of one file.
fn snippet<'a>(places: &[Place<'a>], sources: &'a Sources) -> Snippet<'a, Annotation<'a>> {
    let file = places[0].span.file;
    let text = sources.get(file).text.as_str();
    let words: Vec<_> = places.iter().map(|place| words(text, place.span)).collect();
    // Only these lines are given to the renderer, which reads all it gets: files may be long, and faults many.
    let first = words.iter().map(|words| line_start(text, words.start)).min().unwrap_or(0);
    let end = words.iter().map(|words| end_shown(text, words.end)).max().unwrap_or(0);
    let annotations = places.iter().zip(words).map(|(place, words)| {
        let annotation = place.kind.span(words.start - first..words.end - first);
        annotation.label((!place.label.is_empty()).then_some(place.label))
    });
    Snippet::source(&text[first..end])
        .line_start(line_number(text, first))
        .path(sources.shown(file))
        .annotations(annotations)
}

/// The bytes to underline: within the text, whole characters, no further than the line they begin in.
fn words(text: &str, span: Span) -> Range<usize> {
    let start = text.floor_char_boundary((span.start as usize).min(text.len()));
    let end = text.ceil_char_boundary((span.end as usize).clamp(start, text.len()));
    let most = text.floor_char_boundary(start + LONGEST_SHOWN);
    let line = &text[start..end.min(line_end(text, start)).min(most).max(start)];
    start..start + line.trim_end().len()
}

/// Bytes of a line that are shown from the words underlined on, and after them: one may be as long as a file.
const LONGEST_SHOWN: usize = 500;

/// The byte at which what is shown of a line ends.
fn end_shown(text: &str, at: usize) -> usize {
    line_end(text, at).min(text.floor_char_boundary(at + LONGEST_SHOWN))
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The byte at which the words of a line end: before its line feed and carriage return.
fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    if text[at..end].ends_with('\r') { end - 1 } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Code, Words};
    use crate::files::{FileId, Source};

    fn sources(files: &[(&str, &str)]) -> Sources {
        let file = |(path, text): &(&str, &str)| Source::new(*path, *text);
        Sources { root: "content".to_owned(), files: files.iter().map(file).collect() }
    }

    fn place(sources: &Sources, file: u32, words: &str) -> Span {
        let start = sources.files[file as usize].text.find(words).unwrap();
        Span::new(FileId(file), start, start + words.len())
    }

    fn fault(code: Code, at: Span) -> Diagnostic {
        Diagnostic::new(code, at, Words::same("what is wrong"), Words::same("what to do"))
    }

    #[test]
    fn faults_stand_in_order_with_their_lines_and_are_counted() {
        let sources = sources(&[
            ("editions/2024-11/observations/consenso.yaml", "indicator: consenso\nvalues:\n  Lazio: 12,5\n"),
            ("outline.yaml", "- title\n- figure: consenzo\n"),
        ]);
        let unknown = Diagnostic::new(
            Code::UnknownIndicator,
            place(&sources, 1, "consenzo"),
            Words::same("no indicator is called consenzo"),
            Words::same("did you mean consenso?"),
        );
        let comma = Diagnostic::new(
            Code::DecimalComma,
            place(&sources, 0, "12,5"),
            Words::same("the number has a decimal comma"),
            Words::same("write 12.5"),
        )
        .label(Words::same("a point, please"));
        assert_eq!(
            print(&[unknown, comma], &sources, Language::English, false),
            "\
error[F016]: the number has a decimal comma
 --> content/editions/2024-11/observations/consenso.yaml:3:10
  |
3 |   Lazio: 12,5
  |          ^^^^ a point, please
  |
help: write 12.5

error[F010]: no indicator is called consenzo
 --> content/outline.yaml:2:11
  |
2 | - figure: consenzo
  |           ^^^^^^^^
  |
help: did you mean consenso?

2 faults in 2 files
"
        );
    }

    #[test]
    fn a_second_place_is_shown_in_its_own_line_and_file() {
        let sources = sources(&[
            ("a.yaml", "values:\n  Friuli VG: 3\n  Lazio: 4\n  Umbria: 5\n  Marche: 6\n  Friuli-Venezia Giulia: 3\n"),
            ("b.yaml", "id: a\n"),
        ]);
        let first = place(&sources, 0, "Friuli VG");
        let twice = fault(Code::DuplicateTerritory, place(&sources, 0, "Friuli-Venezia Giulia"))
            .label(Words::same("here again"))
            .other(first, Words::same("here first"));
        let elsewhere = fault(Code::DuplicateEdition, place(&sources, 1, "a")).other(first, Words::same("the other"));
        assert_eq!(
            print(&[twice, elsewhere], &sources, Language::English, false),
            "\
error[F008]: what is wrong
 --> content/a.yaml:6:3
  |
2 |   Friuli VG: 3
  |   --------- here first
...
6 |   Friuli-Venezia Giulia: 3
  |   ^^^^^^^^^^^^^^^^^^^^^ here again
  |
help: what to do

error[F028]: what is wrong
 --> content/b.yaml:1:5
  |
1 | id: a
  |     ^
  |
 ::: content/a.yaml:2:3
  |
2 |   Friuli VG: 3
  |   --------- the other
  |
help: what to do

2 faults in 2 files
"
        );
    }

    #[test]
    fn no_place_makes_it_stumble() {
        let long = format!("a: {}KEY{}\n", "x".repeat(400), "y".repeat(400));
        let texts = ["", "\n", "a: è\r\n\r\n\tb: 日本 c\r\n", "a", "a\n", "\u{0}\u{1b}[31m\u{202e}\n", long.as_str()];
        for text in texts {
            let sources = sources(&[("a.yaml", text)]);
            let length = text.len().min(20);
            for start in 0..length + 2 {
                for end in start..length + 2 {
                    for other in [0, text.len(), usize::MAX] {
                        let fault = fault(Code::YamlSyntax, Span::new(FileId(0), start, end))
                            .other(Span::new(FileId(0), other, other), Words::same("other"));
                        assert!(
                            print(&[fault], &sources, Language::English, end % 2 == 0).contains("1 fault in 1 file")
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_words() {
        let text = format!("a: {}KEY{}\n", "x".repeat(5_000), "y".repeat(5_000));
        let sources = sources(&[("a.yaml", text.as_str())]);
        let printed = print(&[fault(Code::UnknownKey, place(&sources, 0, "KEY"))], &sources, Language::English, false);
        assert!(printed.contains("xKEYy") && printed.contains("^^^") && printed.len() < 700, "{printed}");
        assert!(printed.contains("a.yaml:1:5004"), "{printed}");
    }

    #[test]
    fn tabs_carriage_returns_and_ends_of_files_are_shown_as_they_should() {
        let sources = sources(&[("a.yaml", "a: 1\r\n\tb: 2\r\n"), ("b.yaml", "")]);
        let tab = fault(Code::YamlSyntax, place(&sources, 0, "\tb"));
        let end = fault(Code::MissingKey, Span::new(FileId(0), 14, 14));
        let empty = fault(Code::MissingKey, Span::top(FileId(1)));
        assert_eq!(
            print(&[tab, end, empty], &sources, Language::English, false),
            "\
error[F002]: what is wrong
 --> content/a.yaml:2:1
  |
2 |     b: 2
  | ^^^^^
  |
help: what to do

error[F004]: what is wrong
 --> content/a.yaml:3:1
  |
3 |
  | ^
  |
help: what to do

error[F004]: what is wrong
 --> content/b.yaml:1:1
  |
1 |
  | ^
  |
help: what to do

3 faults in 2 files
"
        );
    }

    #[test]
    fn a_place_of_many_lines_is_underlined_in_the_first() {
        let sources = sources(&[("a.yaml", "a:\n  b: 1\n  c: 2\n")]);
        assert_eq!(
            print(&[fault(Code::WrongShape, Span::new(FileId(0), 0, 16))], &sources, Language::English, false),
            "\
error[F005]: what is wrong
 --> content/a.yaml:1:1
  |
1 | a:
  | ^^
  |
help: what to do

1 fault in 1 file
"
        );
    }

    #[test]
    fn a_mend_shows_the_lines_it_changes_and_no_others() {
        let sources = sources(&[("a.yaml", "a:\r\n\tb: 1\r\n  c: 2\r\n\td: 3\r\ne: 12,5\r\n")]);
        let fault = |at: Span, mended: &str| fault(Code::YamlSyntax, at).fix(at, mended);
        let tabs = fault(Span::new(FileId(0), 4, 20), "  b: 1\r\n  c: 2\r\n  ");
        let comma = fault(place(&sources, 0, "12,5"), "12.5");
        let mends = [&tabs, &comma].map(|fault| (fault, fault.fix.as_ref().unwrap()));
        assert_eq!(
            print_mends(&mends, &sources, Language::Italian, false),
            "\
correzione[F002]: what is wrong
 --> content/a.yaml:2:1
2 - →b: 1
2 +   b: 1
4 - →d: 3
4 +   d: 3

correzione[F002]: what is wrong
 --> content/a.yaml:5:4
5 - e: 12,5
5 + e: 12.5

"
        );
    }

    #[test]
    fn no_faults_print_nothing() {
        assert_eq!(print(&[], &Sources::default(), Language::English, false), "");
    }
}
