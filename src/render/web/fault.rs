//! Turns the complaints of the template engine into faults with places in the author's files.

use super::{recursion, turns};
use crate::diag::{Code, Diagnostic, Words};
use crate::files::{FileId, Source, Sources, Span};
use crate::theme::{Theme, ThemeFaults};
use crate::words;
use tera::{Error, ErrorKind};

/// The faults of an error, one or more, in the theme's own files or the built-in ones.
pub fn faults(theme: &Theme, error: &Error) -> ThemeFaults {
    let sources = sources(theme);
    let fault = |at: Span, message: Words| {
        let hint = words!(
            "templates are written for Tera 2; src/render/context.rs lists what they may see",
            "i modelli sono scritti per Tera 2; src/render/context.rs elenca ciò che possono vedere"
        );
        Diagnostic::new(Code::Template, at, message, hint)
    };
    // The engine speaks English alone.
    let said = |message: &str| words!("{message}", "il modello non funziona: {message}");
    let top = |name: &str| Span::top(find(&sources, name));
    let faults = match error.kind() {
        ErrorKind::SyntaxError(report) => {
            let range = &report.span().range;
            let at = Span::new(find(&sources, report.filename()), range.start, range.end);
            vec![fault(at, said(report.message()))]
        }
        ErrorKind::RenderingError(report) => {
            let (file, range) = (find(&sources, report.filename()), &report.span().range);
            // Loops of an author's templates are counted by calls that he has not written.
            let text = &sources.get(file).text;
            let place = |counted| match report.filename().starts_with("builtin/") {
                true => counted,
                false => turns::place(text, counted),
            };
            let (start, end) = (place(range.start), place(range.end));
            match report.message().contains(turns::TOO_MANY) {
                true => {
                    let start = if start == end { turns::tag_before(text, end) } else { start };
                    vec![fault(Span::new(file, start, end), endless())]
                }
                false => vec![fault(Span::new(file, start, end), said(report.message()))],
            }
        }
        ErrorKind::CircularExtend { tpl, .. } => {
            vec![fault(top(tpl), words!("the template extends itself", "il modello estende sé stesso"))]
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            let at = recursion::of_includes(&sources).unwrap_or_else(|| top(tpl));
            vec![fault(at, words!("the template includes itself", "il modello include sé stesso"))]
        }
        ErrorKind::Io(_) => {
            let message =
                words!("a page of this theme is longer than 128 MiB", "una pagina di questo tema supera i 128 MiB");
            vec![fault(own(&sources), message)]
        }
        ErrorKind::Msg(message) if message.contains("recursion depth for components") => {
            let at = recursion::of_components(&sources).unwrap_or_else(|| own(&sources));
            vec![fault(
                at,
                words!("the component calls itself without end", "il componente chiama sé stesso senza fine"),
            )]
        }
        ErrorKind::MissingParent { current, parent } => {
            let message =
                words!("there is no template “{parent}” to extend", "non c’è nessun modello “{parent}” da estendere");
            vec![fault(top(current), message)]
        }
        // Names that do not exist come as a report of several, in text alone.
        other => {
            let report = other.to_string();
            let read: Vec<Diagnostic> = report
                .split("\n\n")
                .filter_map(|part| listed(part, &sources))
                .map(|(at, text)| fault(at, said(&text)))
                .collect();
            if read.is_empty() { vec![fault(Span::top(FileId(0)), said(&report))] } else { read }
        }
    };
    ThemeFaults { sources, faults }
}

/// What is said of loops that would not end.
fn endless() -> Words {
    words!(
        "the loops of this page have turned more than a million times",
        "i cicli di questa pagina hanno fatto più di un milione di giri"
    )
}

/// A place in the first file of the author's, for errors without a known place.
fn own(sources: &Sources) -> Span {
    let own = sources.iter().find(|(_, source)| !source.path.starts_with("builtin/"));
    Span::top(own.map_or(FileId(0), |(file, _)| file))
}

/// Reads one report of the engine, `error: Unknown filter …` with ` --> name:line:column` and a line of carets: its
/// place and its words.
fn listed(part: &str, sources: &Sources) -> Option<(Span, String)> {
    let message = part.lines().find_map(|line| line.strip_prefix("error: "))?;
    let place = part.lines().find_map(|line| line.trim_start().strip_prefix("--> "))?;
    let mut fields = place.rsplitn(3, ':');
    let column: usize = fields.next()?.parse().ok()?;
    let line: usize = fields.next()?.parse().ok()?;
    let file = find(sources, fields.next()?);
    let text = &sources.get(file).text;
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let start = text[start..].char_indices().nth(column - 1).map_or(text.len(), |(byte, _)| start + byte);
    let carets = part.lines().rev().find(|line| line.contains('^'))?.matches('^').count();
    let end = text[start..].char_indices().nth(carets).map_or(text.len(), |(byte, _)| start + byte);
    Some((Span::new(file, start, end), message.into()))
}

fn find(sources: &Sources, template: &str) -> FileId {
    let path = match template.strip_prefix("builtin/") {
        Some(name) => format!("builtin/templates/{name}"),
        None => format!("templates/{template}"),
    };
    sources.find(&path).unwrap_or(FileId(0))
}

fn sources(theme: &Theme) -> Sources {
    let path = |name: String| match name.strip_prefix("builtin/") {
        Some(name) => format!("builtin/templates/{name}"),
        None => format!("templates/{name}"),
    };
    let source = |(name, text): (String, &str)| Source::new(path(name), text);
    let mut files: Vec<Source> = theme.templates().map(source).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Sources { root: "theme".into(), files }
}
