//! `above(consenso, italia, area = "sud") == ["Puglia"]`: what narrative asks of the data.
//!
//! Names, calls and lists are read here, each with its place, for they are ours to check; what stands between them
//! (operators, numbers, parentheses, filters) is Tera's, and passed on as it is written. Nothing else is in reach: no
//! other name, no loop, no file.

use super::draft::{Argument, Call, Claim, Condition, Expression, Function, Operator, Piece, Reference};
use crate::diag::{Code, Diagnostic, did_you_mean, nearest};
use crate::files::{FileId, Placed, Span};
use crate::words;

/// A longer expression is no sentence's.
const LONGEST: usize = 1_000;
/// Calls within calls, parentheses within parentheses.
const DEEPEST: usize = 16;

/// Tera's filters that do something for a number or a list of names.
const FILTERS: [&str; 6] = ["abs", "first", "join", "last", "length", "round"];

/// Signs that mean elsewhere what another means here.
const ELSEWHERE: [(&str, &str); 10] = [
    ("≥", ">="),
    ("≤", "<="),
    ("≠", "!="),
    ("<>", "!="),
    ("×", "*"),
    ("÷", "/"),
    ("−", "-"),
    ("&&", "and"),
    ("&", "and"),
    ("||", "or"),
];

/// The functions, each by its word.
pub const FUNCTIONS: [(&str, Function); 11] = [
    ("above", Function::Above),
    ("below", Function::Below),
    ("bottom", Function::Bottom),
    ("change", Function::Change),
    ("equal", Function::Equal),
    ("falls", Function::Falls),
    ("known", Function::Known),
    ("missing", Function::Missing),
    ("rises", Function::Rises),
    ("spread", Function::Spread),
    ("top", Function::Top),
];

/// Reads the expression of a binding: `at` is what stands between the braces.
///
/// # Errors
/// It cannot be read.
pub fn binding(at: Span, text: &str) -> Result<Expression, Diagnostic> {
    let mut reader = Reader::new(at, text)?;
    let expression = reader.expression(0)?;
    match reader.peek() {
        None => Ok(expression),
        Some((Token::Comparison(_) | Token::And | Token::Or, at)) => {
            let message =
                words!("a comparison is true or false, not a number", "un confronto è vero o falso, non è un numero");
            let hint = words!(
                "put it behind the sentence: <!-- claim: ... -->",
                "scrivilo dopo la frase: <!-- claim: ... -->"
            );
            Err(Diagnostic::new(Code::UnknownBinding, at, message, hint))
        }
        Some((_, at)) => Err(unreadable(at)),
    }
}

/// Reads a claim: comparisons joined by `and`, or by `or`.
///
/// # Errors
/// It cannot be read.
pub fn claim(at: Span, text: &str) -> Result<Claim, Diagnostic> {
    let mut reader = Reader::new(at, text)?;
    let mut alternatives = vec![Vec::new()];
    loop {
        let left = reader.expression(0)?;
        let Some((Token::Comparison(operator), _)) = reader.next() else {
            let message = words!("a claim compares two things", "un’affermazione confronta due cose");
            let hint = words!(
                "write: consenso.italia < 50, or: above(consenso, italia) == [\"Puglia\"]",
                "per esempio: consenso.italia < 50, oppure: above(consenso, italia) == [\"Puglia\"]"
            );
            return Err(Diagnostic::new(Code::UnreadableClaim, left.at, message, hint));
        };
        let right = reader.expression(0)?;
        let at = Span { end: right.at.end, ..left.at };
        if let Some(conditions) = alternatives.last_mut() {
            let text = text[at.start as usize..at.end as usize].to_owned();
            conditions.push(Condition { at, text, left, operator, right });
        }
        match reader.next() {
            None => return Ok(Claim { at, alternatives }),
            Some((Token::And, _)) => {}
            Some((Token::Or, _)) => alternatives.push(Vec::new()),
            Some((Token::Comparison(_), at)) => {
                let message =
                    words!("a claim compares two things, not three", "un’affermazione confronta due cose, non tre");
                let hint = words!("join two comparisons with `and`", "unisci due confronti con `and`");
                return Err(Diagnostic::new(Code::UnreadableClaim, at, message, hint));
            }
            Some((_, at)) => return Err(unreadable(at)),
        }
    }
}

fn without_quotes(at: Span) -> Span {
    Span { start: at.start + 1, end: at.end - 1, ..at }
}

fn unreadable(at: Span) -> Diagnostic {
    let message = words!("this cannot be read", "questo non si può leggere");
    let hint = words!(
        "write an indicator and what of it: consenso.italia, consenso[\"Lazio\"]; docs/claims.md has the rest",
        "scrivi un indicatore e che cosa di esso: consenso.italia, consenso[\"Lazio\"]; il resto è in docs/claims.md"
    );
    Diagnostic::new(Code::UnknownBinding, at, message, hint)
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Token<'t> {
    Name(&'t str),
    Text(&'t str),
    Number(&'t str),
    Comparison(Operator),
    And,
    Or,
    Sign(&'t str),
}

struct Reader<'t> {
    text: &'t str,
    tokens: Vec<(Token<'t>, Span)>,
    next: usize,
    /// The place after the last token.
    end: Span,
}

impl<'t> Reader<'t> {
    fn new(at: Span, text: &'t str) -> Result<Reader<'t>, Diagnostic> {
        if (at.end - at.start) as usize > LONGEST {
            let message = words!("this is too long to be read", "è troppo lungo per essere letto");
            let hint = words!("cut it into shorter ones", "dividilo in parti più brevi");
            return Err(Diagnostic::new(Code::UnknownBinding, at, message, hint));
        }
        let tokens = tokens(at.file, text, at.start as usize, at.end as usize)?;
        if tokens.is_empty() {
            return Err(unreadable(at));
        }
        Ok(Reader { text, tokens, next: 0, end: Span { start: at.end, ..at } })
    }

    fn peek(&self) -> Option<(Token<'t>, Span)> {
        self.tokens.get(self.next).copied()
    }

    fn next(&mut self) -> Option<(Token<'t>, Span)> {
        let token = self.peek();
        self.next += 1;
        token
    }

    fn next_is(&mut self, sign: &str) -> Option<Span> {
        let (_, at) = self.peek().filter(|(token, _)| *token == Token::Sign(sign))?;
        self.next += 1;
        Some(at)
    }

    /// Reads an expression up to a comparison, `and`, `or`, a comma, or a parenthesis that was not opened here.
    fn expression(&mut self, depth: usize) -> Result<Expression, Diagnostic> {
        let first = self.peek().map_or(self.end, |(_, at)| at);
        if depth > DEEPEST {
            return Err(unreadable(first));
        }
        let (mut pieces, mut open, mut last) = (Vec::new(), 0_usize, first);
        while let Some((token, at)) = self.peek() {
            match token {
                Token::Comparison(_) | Token::And | Token::Or if open == 0 => break,
                Token::Comparison(_) | Token::And | Token::Or => {
                    let message =
                        words!("a comparison cannot stand in parentheses", "un confronto non può stare tra parentesi");
                    let hint = words!("write two claims", "scrivi due affermazioni");
                    return Err(Diagnostic::new(Code::UnreadableClaim, at, message, hint));
                }
                Token::Sign(")" | ",") if open == 0 => break,
                _ => {}
            }
            self.next += 1;
            let piece = match token {
                Token::Text(text) => Piece::Text(Placed::new(text.to_owned(), at)),
                Token::Number(number) => Piece::Verbatim(number.to_owned()),
                Token::Sign("[") => Piece::Names(self.names(at)?),
                Token::Sign("|") => Piece::Verbatim(self.filter(at)?),
                Token::Sign(sign) => {
                    match sign {
                        "(" => open += 1,
                        ")" => open -= 1,
                        _ => {}
                    }
                    if open > DEEPEST {
                        return Err(unreadable(at));
                    }
                    Piece::Verbatim(sign.to_owned())
                }
                Token::Name(name) if self.peek().is_some_and(|(next, _)| next == Token::Sign("(")) => {
                    Piece::Call(self.call(Placed::new(name, at), depth)?)
                }
                Token::Name(name) => Piece::Reference(self.reference(Placed::new(name.to_owned(), at))?),
                Token::Comparison(_) | Token::And | Token::Or => return Err(unreadable(at)),
            };
            pieces.push(piece);
            last = self.tokens[self.next - 1].1;
        }
        if pieces.is_empty() || open > 0 {
            return Err(unreadable(Span { end: last.end.max(first.start + 1), ..first }));
        }
        let at = Span { end: last.end, ..first };
        Ok(Expression { at, text: self.text[at.start as usize..at.end as usize].to_owned(), pieces, percent: None })
    }

    /// `.word` or `["any text"]`, any number of times.
    fn reference(&mut self, name: Placed<String>) -> Result<Reference, Diagnostic> {
        let mut steps = Vec::new();
        let mut at = name.at;
        loop {
            if let Some(dot) = self.next_is(".") {
                let Some((Token::Name(word), place)) = self.next() else { return Err(unreadable(dot)) };
                steps.push(Placed::new(word.to_owned(), place));
                at.end = place.end;
            } else if let Some(open) = self.next_is("[") {
                let (Some((Token::Text(text), place)), Some(close)) = (self.next(), self.next_is("]")) else {
                    let message =
                        words!("a name in brackets stands in quotes", "un nome tra parentesi quadre va tra virgolette");
                    let hint = words!("write consenso[\"Emilia-Romagna\"]", "per esempio consenso[\"Emilia-Romagna\"]");
                    return Err(Diagnostic::new(Code::UnknownBinding, open, message, hint));
                };
                steps.push(Placed::new(text.to_owned(), without_quotes(place)));
                at.end = close.end;
            } else {
                return Ok(Reference { at, name, steps });
            }
        }
    }

    fn call(&mut self, name: Placed<&str>, depth: usize) -> Result<Call, Diagnostic> {
        let Some((_, function)) = FUNCTIONS.iter().find(|(word, _)| *word == name.value) else {
            let known = || FUNCTIONS.iter().map(|(word, _)| *word);
            let hint = match nearest(name.value, known()) {
                Some(near) => did_you_mean(near),
                None => {
                    let all = known().collect::<Vec<_>>().join(", ");
                    words!("functions are: {all}", "le funzioni sono: {all}")
                }
            };
            let message = words!("there is no function `{}`", "non c’è una funzione `{}`", name.value);
            return Err(Diagnostic::new(Code::UnknownBinding, name.at, message, hint));
        };
        let open = self.next_is("(").unwrap_or(name.at);
        let mut arguments = Vec::new();
        loop {
            let named = match (self.peek(), self.tokens.get(self.next + 1)) {
                (Some((Token::Name(word), at)), Some((Token::Sign("="), _))) => {
                    self.next += 2;
                    Some(Placed::new(word.to_owned(), at))
                }
                _ => None,
            };
            arguments.push(Argument { name: named, value: self.expression(depth + 1)? });
            match self.next() {
                Some((Token::Sign(","), _)) => {}
                Some((Token::Sign(")"), close)) => {
                    let at = Span { end: close.end, ..name.at };
                    return Ok(Call { at, function: Placed::new(*function, name.at), arguments });
                }
                _ => {
                    let message = words!("this parenthesis is not closed", "questa parentesi non è chiusa");
                    let hint = words!("close it with `)`", "chiudila con `)`");
                    return Err(Diagnostic::new(Code::UnknownBinding, open, message, hint));
                }
            }
        }
    }

    /// The rest of `["Puglia", "Lazio"]`.
    fn names(&mut self, open: Span) -> Result<Placed<Vec<Placed<String>>>, Diagnostic> {
        let mut names = Vec::new();
        if let Some(close) = self.next_is("]") {
            return Ok(Placed::new(names, Span { end: close.end, ..open }));
        }
        loop {
            let found = self.next();
            let Some((Token::Text(name), at)) = found else {
                let message = words!("a list holds names in quotes", "un elenco contiene nomi tra virgolette");
                let hint = words!("write [\"Puglia\", \"Lazio\"]", "per esempio [\"Puglia\", \"Lazio\"]");
                let at = found.map_or(open, |(_, at)| at);
                return Err(Diagnostic::new(Code::UnknownBinding, at, message, hint));
            };
            names.push(Placed::new(name.to_owned(), without_quotes(at)));
            match self.next() {
                Some((Token::Sign(","), _)) => {}
                Some((Token::Sign("]"), close)) => return Ok(Placed::new(names, Span { end: close.end, ..open })),
                _ => return Err(unreadable(at)),
            }
        }
    }

    /// The rest of `| round(precision=1)`, as it is written.
    fn filter(&mut self, bar: Span) -> Result<String, Diagnostic> {
        let Some((Token::Name(name), at)) = self.next() else { return Err(unreadable(bar)) };
        if !FILTERS.contains(&name) {
            let all = FILTERS.join(", ");
            let hint = match nearest(name, FILTERS) {
                Some(near) => did_you_mean(near),
                None => words!("filters are: {all}", "i filtri sono: {all}"),
            };
            let message = words!("there is no filter `{name}`", "non c’è un filtro `{name}`");
            return Err(Diagnostic::new(Code::UnknownBinding, at, message, hint));
        }
        let mut end = at.end;
        if self.next_is("(").is_some() {
            loop {
                match self.next() {
                    Some((Token::Sign(")"), close)) => {
                        end = close.end;
                        break;
                    }
                    Some((Token::Name(_) | Token::Text(_) | Token::Number(_) | Token::Sign("=" | "," | "-"), _)) => {}
                    _ => return Err(unreadable(at)),
                }
            }
        }
        Ok(format!("| {}", &self.text[at.start as usize..end as usize]))
    }
}

/// How many brackets a token opens; less than none where it closes one.
fn brackets(token: &Token<'_>) -> i32 {
    match token {
        Token::Sign("[") => 1,
        Token::Sign("]") => -1,
        _ => 0,
    }
}

/// The fault of a number with a comma in the place of its point: `rest` begins with it, at `at`, and has the comma after
/// `length` bytes.
fn decimal_comma(file: FileId, rest: &str, at: usize, length: usize) -> Diagnostic {
    let after = &rest[length..];
    let digits = after[1..].find(|sign: char| !sign.is_ascii_digit()).unwrap_or(after.len() - 1);
    let place = Span::new(file, at, at + length + 1 + digits);
    let (whole, part) = (&rest[..length], &after[1..=digits]);
    let message = words!("`{whole},{part}` uses the decimal comma", "`{whole},{part}` usa la virgola decimale");
    let hint = words!("write {whole}.{part}", "scrivi {whole}.{part}");
    let fault = Diagnostic::new(Code::DecimalComma, place, message, hint);
    fault.fix(place, format!("{whole}.{part}"))
}

/// The token of one sign or two that `rest` begins with, at `at`, and its length.
///
/// # Errors
/// The sign means nothing here.
fn sign(file: FileId, rest: &str, at: usize, first: char) -> Result<(Token<'_>, usize), Diagnostic> {
    let two =
        [("==", Operator::Equal), ("!=", Operator::NotEqual), ("<=", Operator::AtMost), (">=", Operator::AtLeast)];
    let found = two.into_iter().find(|(sign, _)| rest.starts_with(sign));
    match (found, first) {
        (Some((_, operator)), _) => Ok((Token::Comparison(operator), 2)),
        (None, '<') => Ok((Token::Comparison(Operator::Less), 1)),
        (None, '>') => Ok((Token::Comparison(Operator::More), 1)),
        (None, '.' | ',' | '(' | ')' | '[' | ']' | '|' | '+' | '-' | '*' | '/' | '=') => {
            Ok((Token::Sign(&rest[..1]), 1))
        }
        _ => {
            let elsewhere = ELSEWHERE.iter().find(|(sign, _)| rest.starts_with(sign));
            let given = &rest[..elsewhere.map_or(first.len_utf8(), |(sign, _)| sign.len())];
            let place = Span::new(file, at, at + given.len());
            let hint = match (first, elsewhere) {
                (_, Some((_, ours))) => words!("write `{ours}`", "scrivi `{ours}`"),
                ('%', _) => words!("write the number alone: 50", "scrivi il numero da solo: 50"),
                ('“' | '”' | '«' | '»' | '’' | '‘', _) => {
                    words!("use straight quotes: \"Lazio\"", "usa virgolette diritte: \"Lazio\"")
                }
                _ => words!("take it away", "toglilo"),
            };
            let message = words!("`{given}` means nothing here", "`{given}` qui non significa nulla");
            Err(Diagnostic::new(Code::UnknownBinding, place, message, hint))
        }
    }
}

/// Cuts a text into tokens.
fn tokens<'t>(file: FileId, text: &'t str, from: usize, to: usize) -> Result<Vec<(Token<'t>, Span)>, Diagnostic> {
    let mut tokens: Vec<(Token<'t>, Span)> = Vec::new();
    let mut at = from;
    while at < to {
        let rest = &text[at..to];
        let length_of = |is: fn(char) -> bool| rest.find(|sign| !is(sign)).unwrap_or(rest.len());
        let Some(first) = rest.chars().next() else { break };
        let (token, length) = match first {
            ' ' | '\t' | '\n' | '\r' => {
                at += 1;
                continue;
            }
            '"' | '\'' => {
                let Some(length) = rest[1..].find(first) else {
                    let at = Span::new(file, at, to);
                    let message = words!("these quotes are not closed", "queste virgolette non sono chiuse");
                    let hint = words!("close them with `{first}`", "chiudile con `{first}`");
                    return Err(Diagnostic::new(Code::UnknownBinding, at, message, hint));
                };
                (Token::Text(&rest[1..=length]), length + 2)
            }
            '0'..='9' => {
                let length = length_of(|sign| sign.is_ascii_digit() || sign == '.');
                let after = &rest[length..];
                // Between brackets a comma parts what the list holds.
                let depth = |open: i32, token: &Token<'_>| open + brackets(token);
                let in_list = tokens.iter().map(|(token, _)| token).fold(0, depth) > 0;
                if !in_list && after.starts_with(',') && after[1..].starts_with(|sign: char| sign.is_ascii_digit()) {
                    return Err(decimal_comma(file, rest, at, length));
                }
                (Token::Number(&rest[..length]), length)
            }
            sign if sign.is_ascii_alphabetic() || sign == '_' => {
                // An id may have hyphens; a subtraction has spaces around its sign.
                let length = length_of(|sign| sign.is_ascii_alphanumeric() || sign == '_' || sign == '-');
                match &rest[..length] {
                    "and" => (Token::And, length),
                    "or" => (Token::Or, length),
                    "in" => (Token::Comparison(Operator::In), length),
                    "not" if rest[length..].trim_start().starts_with("in ") => {
                        let space = rest[length..].len() - rest[length..].trim_start().len();
                        (Token::Comparison(Operator::NotIn), length + space + 2)
                    }
                    name => (Token::Name(name), length),
                }
            }
            _ => sign(file, rest, at, first)?,
        };
        tokens.push((token, Span::new(file, at, at + length)));
        at += length;
    }
    Ok(tokens)
}
