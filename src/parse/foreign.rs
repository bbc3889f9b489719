//! Signs of other writing programs, which a slide would print as they are typed: each is a fault.
//!
//! What Markdown itself reads (pictures, footnotes, struck words) is told where it is read; this looks for what it does
//! not know: containers, templates, formulas, links of wikis.

use crate::diag::{Code, Diagnostic, Words};
use crate::files::{FileId, Span};
use crate::words;
use std::ops::Range;

/// What was found in a line: its bytes, and what to do.
type Found = (Range<usize>, Words);

/// Tells of the foreign signs of a narrative whose bindings are masked, from byte `from` on; one for each thing they do.
pub fn narrative(file: FileId, text: &str, from: usize, faults: &mut Vec<Diagnostic>) {
    let shown = without_code_and_comments(text);
    let (mut start, mut open) = (0, 0_usize);
    for line in shown.split_inclusive('\n') {
        let at = start;
        start += line.len();
        if at < from {
            continue;
        }
        let own = line.trim_start();
        let indent = line.len() - own.len();
        let words = own.trim_end();
        // The end of a container that was told is no second fault.
        if words.starts_with(":::") {
            let is_end = words.trim_matches(':').trim().is_empty();
            if is_end && open > 0 {
                open -= 1;
                continue;
            }
            open += usize::from(!is_end);
        }
        let block = block(words).map(|hint| (indent..indent + words.len(), hint));
        if let Some((range, hint)) = block.or_else(|| inline(line)) {
            let at = Span::new(file, at + range.start, at + range.end);
            faults.push(fault(at, &text[at.start as usize..at.end as usize], hint));
        }
    }
}

/// Foreign signs in a text that stands at a place as a whole.
pub fn within_text(text: &str, at: Span) -> Option<Diagnostic> {
    let (range, hint) = inline(text)?;
    Some(fault(at, &text[range], hint))
}

fn fault(at: Span, sign: &str, hint: Words) -> Diagnostic {
    let sign = sign.split('\n').next().unwrap_or(sign);
    let message = words!("`{sign}` would be printed as it is typed", "`{sign}` si leggerebbe così com’è scritto");
    Diagnostic::new(Code::UnsupportedMarkdown, at, message, hint)
}

/// What a whole line is for other programs.
fn block(line: &str) -> Option<Words> {
    let is_word = |text: &str| text.starts_with(|sign: char| sign.is_ascii_alphabetic());
    if line.starts_with(":::") {
        return Some(words!(
            "slides have no containers and no columns: take these lines away; a box is `> [!NOTE]`",
            "le diapositive non hanno contenitori né colonne: togli queste righe; un riquadro è `> [!NOTE]`"
        ));
    }
    let admonition = ["!!! ", "??? ", "???+ "].iter().find_map(|sign| line.strip_prefix(sign));
    let directive = line.strip_prefix(".. ").filter(|rest| rest.contains("::"));
    if admonition.or(directive).is_some_and(is_word) {
        return Some(words!("a box is `> [!NOTE]`", "un riquadro è `> [!NOTE]`"));
    }
    if let Some(of) = line.strip_prefix('>').map(|rest| rest.trim_start_matches(['>', ' '])).and_then(callout) {
        return Some(of);
    }
    let toc = ["[toc]", "[[toc]]", "[[_toc_]]", "{:toc}"].contains(&line.to_ascii_lowercase().as_str());
    if toc || line == "+++" || (line.starts_with("{:") && line.ends_with('}')) {
        return Some(words!("take this line away", "togli questa riga"));
    }
    None
}

/// A box of a kind that there is not, or with words on its first line: `[!TIPP]`.
fn callout(quoted: &str) -> Option<Words> {
    let (kind, rest) = quoted.strip_prefix("[!")?.split_once(']')?;
    let known = ["note", "tip", "important", "warning", "caution"].contains(&kind.to_lowercase().as_str());
    match (known, rest.trim()) {
        (true, "") => None,
        (true, _) => Some(words!(
            "put the words of the box on the lines below, each behind a `>`",
            "metti le parole del riquadro nelle righe sotto, ognuna dopo un `>`"
        )),
        (false, _) => Some(words!(
            "a box is one of: [!NOTE], [!TIP], [!IMPORTANT], [!WARNING], [!CAUTION]",
            "un riquadro è uno di questi: [!NOTE], [!TIP], [!IMPORTANT], [!WARNING], [!CAUTION]"
        )),
    }
}

/// The first foreign sign within a line.
fn inline(line: &str) -> Option<Found> {
    let found = [template, formula, wiki, attributes, marked].into_iter().filter_map(|look| look(line));
    found.min_by_key(|(range, _)| range.start)
}

/// Between two signs, on one line: their bytes with the signs, and what stands between.
fn between<'l>(line: &'l str, open: &str, close: &str) -> Option<(Range<usize>, &'l str)> {
    let start = line.find(open)?;
    let inner = &line[start + open.len()..];
    let length = inner.find(close)?;
    Some((start..start + open.len() + length + close.len(), &inner[..length]))
}

/// `{% if %}`, `{# #}`, `<% %>`, `${x}`: Liquid, Jinja, ERB, shells.
fn template(line: &str) -> Option<Found> {
    let hint = words!(
        "there are no conditions and no loops here: numbers of the data stand in `{{{{ }}}}`, and the rest is written out",
        "qui non ci sono condizioni né cicli: i numeri dei dati stanno tra `{{{{ }}}}`, il resto si scrive per esteso"
    );
    let pairs = [("{%", "%}"), ("{#", "#}"), ("<%", "%>"), ("${", "}")];
    let found = pairs.into_iter().filter_map(|(open, close)| between(line, open, close));
    // The end of what was told is no second fault.
    let begins = |inner: &str| {
        let word = inner.trim().trim_matches('-').trim();
        !["end", "else", "elsif", "elif"].iter().any(|end| word.starts_with(end))
    };
    let (range, _) = found.filter(|(_, inner)| begins(inner)).min_by_key(|(range, _)| range.start)?;
    Some((range, hint))
}

/// `$\frac{a}{b}$`, `$$`, `\begin{...}`: LaTeX. A dollar is one where what stands between two of them is no prose.
fn formula(line: &str) -> Option<Found> {
    const COMMANDS: [&str; 16] = [
        "begin{",
        "end{",
        "frac{",
        "cite{",
        "ref{",
        "label{",
        "textbf{",
        "textit{",
        "emph{",
        "includegraphics",
        "newpage",
        "pagebreak",
        "section{",
        "vspace",
        "footnote{",
        "sqrt{",
    ];
    let hint = words!(
        "there are no formulas and no LaTeX here: write it in words, with signs such as × ≥ ²",
        "qui non ci sono formule né LaTeX: scrivilo in parole, con segni come × ≥ ²"
    );
    if let Some((range, inner)) = between(line, "$", "$") {
        let is_tight = !inner.is_empty() && !inner.starts_with(' ') && !inner.ends_with(' ');
        if (is_tight && inner.contains(['\\', '^', '_', '='])) || inner.is_empty() {
            return Some((range, hint));
        }
    }
    let starts = line.match_indices('\\').map(|(at, _)| at);
    let command = starts.into_iter().find_map(|at| {
        let command = COMMANDS.iter().find(|command| line[at + 1..].starts_with(**command))?;
        Some(at..at + 1 + command.trim_end_matches('{').len())
    })?;
    Some((command, hint))
}

/// `[[Page]]`, `[@key]`, `^[a note]`: wikis and citations.
fn wiki(line: &str) -> Option<Found> {
    let is_word = |text: &str| text.starts_with(char::is_alphanumeric);
    if let Some((range, _)) = between(line, "[[", "]]").filter(|(_, inner)| is_word(inner)) {
        let hint = words!("a link is `[words](https://...)`", "un collegamento è `[parole](https://...)`");
        return Some((range, hint));
    }
    let hint = words!(
        "there are no citations and no footnotes here: say it in the text, or in a note for the speaker",
        "qui non ci sono citazioni né note: dillo nel testo, o in una nota per chi parla"
    );
    let cite = between(line, "[@", "]").filter(|(_, inner)| is_word(inner));
    let note = between(line, "^[", "]").filter(|(_, inner)| is_word(inner));
    cite.or(note).map(|(range, _)| (range, hint))
}

/// `{.red}`, `{width=50%}`, `{ref}` and `:ref:` before a code: attributes and roles. A heading may have its id.
fn attributes(line: &str) -> Option<Found> {
    if line.trim_start().starts_with('#') {
        return None;
    }
    let is_name =
        |text: &str| !text.is_empty() && text.chars().all(|sign| sign.is_ascii_alphanumeric() || "-_:".contains(sign));
    let (range, inner) = between(line, "{", "}")?;
    let inner = inner.trim();
    let is_class = inner.strip_prefix(['.', '#']).is_some_and(|name| is_name(name.split(' ').next().unwrap_or("")));
    let is_pair = inner.split_once('=').is_some_and(|(name, _)| is_name(name));
    let hint = words!("take it away: how a text looks is the theme’s", "toglilo: l’aspetto del testo è del tema");
    (is_class || is_pair).then_some((range, hint))
}

/// `==marked==`, `++put in++`, `x^2^`, `%%mine%%`, `:smile:`.
fn marked(line: &str) -> Option<Found> {
    let is_tight = |inner: &str| {
        !inner.is_empty() && !inner.starts_with([' ', '=', '+', '%']) && !inner.ends_with([' ', '=', '+', '%'])
    };
    for sign in ["==", "++", "%%"] {
        if let Some((range, _)) = between(line, sign, sign).filter(|(_, inner)| is_tight(inner)) {
            let hint = match sign {
                "%%" => words!("a comment is `<!-- ... -->`", "un commento è `<!-- ... -->`"),
                _ => words!("bold is `**words**`", "il grassetto è `**parole**`"),
            };
            return Some((range, hint));
        }
    }
    let raised = between(line, "^", "^").filter(|(_, inner)| !inner.is_empty() && !inner.contains(char::is_whitespace));
    if let Some((range, _)) = raised {
        return Some((range, words!("write the raised sign itself: ² ³ ⁻¹", "scrivi il segno in alto: ² ³ ⁻¹")));
    }
    let (range, inner) = between(line, ":", ":")?;
    let before = line[..range.start].chars().next_back();
    let alone = before.is_none_or(char::is_whitespace) && inner.len() > 2;
    let is_name = inner.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let hint = words!("write the sign itself, or a word", "scrivi il segno, o una parola");
    (alone && is_name).then_some((range, hint))
}

/// The text with as many blanks in the place of code, comments and what a backslash protects.
fn without_code_and_comments(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['`', '\\', '<']) {
        shown.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = if let Some(comment) = rest.strip_prefix("<!--") {
            comment.find("-->").map_or(rest.len(), |end| end + "<!-->".len() + 2)
        } else if rest.starts_with('`') {
            let ticks = rest.len() - rest.trim_start_matches('`').len();
            rest[ticks..].find(&rest[..ticks]).map_or(ticks, |end| end + 2 * ticks)
        } else if rest.starts_with('\\') && rest[1..].starts_with(|sign: char| sign.is_ascii_punctuation()) {
            2
        } else {
            shown.push_str(&rest[..1]);
            rest = &rest[1..];
            continue;
        };
        shown.extend(rest[..length].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        rest = &rest[length..];
    }
    shown + rest
}

#[cfg(test)]
mod tests {
    use super::narrative;
    use crate::files::{FileId, Span};

    fn signs(text: &str) -> Vec<&str> {
        let mut faults = Vec::new();
        narrative(FileId(0), text, 0, &mut faults);
        faults.iter().map(|fault| fault.at).map(|Span { start, end, .. }| &text[start as usize..end as usize]).collect()
    }

    #[test]
    fn what_other_programs_read_is_found_once() {
        for (text, sign) in [
            ("::: columns\n\nTesto\n\n:::\n", "::: columns"),
            (":::: {.columns}\n::: {.column}\na\n:::\n::::\n", ":::: {.columns}"),
            ("{% if x %}testo{% endif %}\n", "{% if x %}"),
            ("{% for a in b %}\ntesto\n{% endfor %}\n", "{% for a in b %}"),
            ("<%= x %>\n", "<%= x %>"),
            ("Vale ${valore} euro\n", "${valore}"),
            ("è $x^2$ volte\n", "$x^2$"),
            ("\\begin{itemize}\n", "\\begin"),
            ("vedi [[Pagina]]\n", "[[Pagina]]"),
            ("come dice [@rossi2020]\n", "[@rossi2020]"),
            ("nota^[qui sotto] e\n", "^[qui sotto]"),
            ("[parole]{.rosso} e\n", "{.rosso}"),
            ("è ==importante== dirlo\n", "==importante=="),
            ("m^2^ in tutto\n", "^2^"),
            ("!!! note\n", "!!! note"),
            ("> [!TIPP]\n> testo\n", "> [!TIPP]"),
            ("> [!NOTE] testo\n", "> [!NOTE] testo"),
            (".. note:: attenzione\n", ".. note:: attenzione"),
            ("[TOC]\n", "[TOC]"),
            ("bene :thumbs_up: così\n", ":thumbs_up:"),
        ] {
            assert_eq!(signs(text).first(), Some(&sign), "{text}");
        }
        assert_eq!(signs("::: columns\n\nTesto\n\n:::\n").len(), 1);
        assert_eq!(signs("{% if x %}testo{% endif %}\n").len(), 1);
    }

    #[test]
    fn prose_is_left_alone() {
        for text in [
            "Costa $5 e poi $10\n",
            "alle 10:30: poi alle 11:45:20\n",
            "# Titolo {#indirizzo}\n",
            "`{% if %}` e `[[x]]`\n",
            "<!-- {% if %} -->\n",
            "uno \\[[due]]\n",
            "a == b e c == d\n",
            "C++ e altro\n",
            "[parole](https://a.it/b_c?d=e)\n",
            "> [!NOTE]\n> testo\n",
            "(vedi: sotto) e poi: ancora\n",
            "50 % e 60 %%\n",
        ] {
            assert_eq!(signs(text), [""; 0], "{text}");
        }
    }
}
