//! Keys of a YAML table, taken one by one; what is left over is a fault, and so is what is lacking.

use super::spelling::{self, wrong_date};
use super::yaml::{Node, Tree};
use crate::data::address;
use crate::data::number::{Number, NumberFault};
use crate::data::period::Day;
use crate::diag::{Code, Diagnostic, Term, Words, count_many, did_you_mean, nearest};
use crate::files::{Placed, Span};
use crate::words;
use std::collections::HashMap;

/// The keys of one table of a file.
pub struct Fields<'f> {
    /// What the table is, in the author's words: "an indicator".
    what: Term,
    /// Where the table is.
    pub at: Span,
    entries: Vec<(Placed<String>, Option<Node>)>,
    asked: Vec<&'static str>,
    faults: &'f mut Vec<Diagnostic>,
}

impl<'f> Fields<'f> {
    /// Opens a table; `None`, with a fault, where the node is no table.
    pub fn open(node: Node, what: Term, faults: &'f mut Vec<Diagnostic>) -> Option<Fields<'f>> {
        let at = node.at;
        let entries = entries(node, what, faults)?;
        let entries = entries.into_iter().map(|(key, value)| (key, Some(value))).collect();
        Some(Fields { what, at, entries, asked: Vec::new(), faults })
    }

    /// Takes a key with its value, whatever it is; a key without a value counts as absent.
    pub fn take(&mut self, name: &'static str) -> Option<(Span, Node)> {
        self.asked.push(name);
        let there = |value: &Option<Node>| value.as_ref().is_some_and(|node| !is_null(node));
        let (key, value) = self.entries.iter_mut().find(|(key, value)| key.value == name && there(value))?;
        Some((key.at, value.take()?))
    }

    /// Where a key stands whose value was taken, though perhaps it could not be read.
    pub fn was_given(&self, name: &str) -> Option<Span> {
        self.entries.iter().find(|(key, value)| key.value == name && value.is_none()).map(|(key, _)| key.at)
    }

    /// Says that a key must be there.
    pub fn lacks(&mut self, name: &'static str) {
        self.faults.push(lack(self.what, self.at, name));
    }

    /// A text that must be there.
    pub fn required_text(&mut self, name: &'static str) -> Option<Placed<String>> {
        match self.take(name) {
            Some((_, node)) => text(node, Term::same(name), self.faults),
            None => {
                self.lacks(name);
                None
            }
        }
    }

    /// A text that may be there.
    pub fn text(&mut self, name: &'static str) -> Option<Placed<String>> {
        let (_, node) = self.take(name)?;
        text(node, Term::same(name), self.faults)
    }

    /// A day that may be there.
    pub fn day(&mut self, name: &'static str) -> Option<Placed<Day>> {
        let words = self.text(name)?;
        if let Some(day) = Day::parse(&words.value) {
            return Some(Placed::new(day, words.at));
        }
        let message = words!("`{}` is not a day of the calendar", "`{}` non è un giorno del calendario", words.value);
        let hint = words!("write year, month and day: 2024-08-31", "scrivi anno, mese e giorno: 2024-08-31");
        let meant = spelling::period(words.value.trim()).filter(|meant| Day::parse(&meant.iso).is_some());
        self.faults.push(wrong_date(&words, message, meant, hint));
        None
    }

    /// A count that may be there.
    pub fn count(&mut self, name: &'static str) -> Option<Placed<u32>> {
        let (_, node) = self.take(name)?;
        let words = text(node, Term::same(name), self.faults)?;
        count(&words, self.faults)
    }

    /// One of some words, that may be there.
    pub fn word<T: Copy>(&mut self, name: &'static str, words: &[(&'static str, T)]) -> Option<Placed<T>> {
        let given = self.text(name)?;
        word(&given, Words::same(format!("`{name}`")), words, self.faults)
    }

    /// One of some words, that must be there.
    pub fn required_word<T: Copy>(&mut self, name: &'static str, words: &[(&'static str, T)]) -> Option<Placed<T>> {
        let given = self.required_text(name)?;
        word(&given, Words::same(format!("`{name}`")), words, self.faults)
    }

    /// Where further faults go.
    pub fn faults(&mut self) -> &mut Vec<Diagnostic> {
        self.faults
    }

    /// Every key that was not asked for is a fault. Where one is nearly a key that is lacking, that is one slip of the pen
    /// and one fault.
    pub fn close(self) {
        let given: Vec<String> = self.entries.iter().map(|(key, _)| key.value.clone()).collect();
        let lacking = || self.asked.iter().copied().filter(|asked| !given.iter().any(|given| given == asked));
        for (key, value) in self.entries {
            let Some(value) = value.filter(|value| !(is_null(value) && self.asked.contains(&key.value.as_str())))
            else {
                continue;
            };
            let (what, name) = (self.what, &key.value);
            let hint = match nearest(name, self.asked.iter().copied()) {
                Some(near) => {
                    let meant = lack(what, self.at, near);
                    self.faults.retain(|fault| *fault != meant);
                    match spelling::unseen(name) {
                        Some(sign) => words!(
                            "a sign that is not seen stands in it, {sign}: write `{near}`",
                            "contiene un segno che non si vede, {sign}: scrivi `{near}`"
                        ),
                        None => did_you_mean(near),
                    }
                }
                None if spelling::unseen(name).is_some() => {
                    let sign = spelling::unseen(name).unwrap_or_default();
                    words!(
                        "a sign that is not seen stands in it, {sign}: write the key again",
                        "contiene un segno che non si vede, {sign}: riscrivi la chiave"
                    )
                }
                // A comma has cut a text in two: `{ title: Prima, e ora }`.
                None if is_null(&value) && name.contains(' ') => words!(
                    "within {{ }} a text with a comma needs quotes: \"..., {name}\"",
                    "tra {{ }} un testo con una virgola va tra virgolette: \"..., {name}\""
                ),
                None => {
                    let all = self.asked.join(", ");
                    words!("{what} may have: {all}", "{what} può avere: {all}"; what)
                }
            };
            let message = words!("{what} has no key `{name}`", "{what} non ha una chiave `{name}`"; what);
            let fault = Diagnostic::new(Code::UnknownKey, key.at, message, hint);
            self.faults.push(fault.fix_case(&key, lacking()));
            if let Tree::Map(_) = value.tree {
                entries(value, Term::new("a table", "un blocco"), self.faults);
            }
        }
    }
}

fn lack(what: Term, at: Span, name: &str) -> Diagnostic {
    let message = words!("{what} must have `{name}`", "{what} deve avere `{name}`"; what);
    let hint = match name {
        "figures" => words!(
            "add `figures:` and below it `items`, `table` and `territories`, each `{{ title: ..., measure: ... }}`",
            "aggiungi `figures:` e sotto `items`, `table` e `territories`, ognuna `{{ title: ..., measure: ... }}`"
        ),
        "items" | "territories" | "table" if what == Term::same("`figures`") => {
            words!("add `{name}: {{ title: ..., measure: ... }}`", "aggiungi `{name}: {{ title: ..., measure: ... }}`")
        }
        "items" => words!(
            "add `items:` and below it a line for each, `key: Name`",
            "aggiungi `items:` e sotto una riga per ciascuna, `chiave: Nome`"
        ),
        "groups" | "indicators" => words!(
            "add `{name}:` and below it a block for each; docs/format.md shows a whole file",
            "aggiungi `{name}:` e sotto un blocco per ciascuno; docs/format.md mostra un file intero"
        ),
        "cap" => words!("add `cap: none`, or take `because` away", "aggiungi `cap: none`, o togli `because`"),
        _ => words!("add `{name}: ...`", "aggiungi `{name}: ...`"),
    };
    Diagnostic::new(Code::MissingKey, at, message, hint)
}

fn is_null(node: &Node) -> bool {
    node.tree == Tree::Null
}

/// The keys and values of a table, each key once. A flow table that a decimal comma has cut in two,
/// `{Lazio: 12,5}`, is valid YAML for something else: it is caught here, for every table of every file.
pub fn entries(node: Node, what: Term, faults: &mut Vec<Diagnostic>) -> Option<Vec<(Placed<String>, Node)>> {
    let Tree::Map(list) = node.tree else {
        let message = words!(
            "{what} is a table of keys, `key: value`",
            "{what} è un blocco di chiavi, `chiave: valore`";
            what
        );
        let hint = match node.tree {
            Tree::Null if node.at.end == 0 => {
                let message = words!("this file is empty", "questo file è vuoto");
                let hint = words!(
                    "write it: docs/format.md shows a whole one",
                    "scrivilo: docs/format.md ne mostra uno intero"
                );
                faults.push(Diagnostic::new(Code::WrongShape, node.at, message, hint));
                return None;
            }
            Tree::Null => {
                words!("add the keys below, indented by two spaces", "aggiungi le chiavi sotto, rientrate di due spazi")
            }
            _ => words!("write one `key: value` a line", "scrivi una `chiave: valore` per riga"),
        };
        faults.push(Diagnostic::new(Code::WrongShape, node.at, message, hint));
        return None;
    };
    if let Some(fault) = braces_around_a_number(&list, node.at) {
        faults.push(fault);
        return None;
    }
    let mut kept: Vec<(Placed<String>, Node)> = Vec::with_capacity(list.len());
    let mut seen: HashMap<String, Span> = HashMap::with_capacity(list.len());
    for (key, value) in list {
        if let (true, Tree::Null, Some((before, Node { tree: Tree::Scalar(whole), at }))) =
            (is_after_comma(&key.value), &value.tree, kept.last())
            && Number::parse(whole).is_ok()
        {
            let at = Span { end: key.at.end, ..*at };
            let (before, decimals) = (&before.value, &key.value);
            let label = words!(
                "YAML reads {whole} for {before}, then a key {decimals}",
                "YAML legge {whole} per {before}, poi una chiave {decimals}"
            );
            let fault = cut_in_two(whole, decimals, at).label(label);
            // Nothing but the comma stands between them, and it can be meant for a decimal one alone.
            let beside = (at.end - at.start) as usize == whole.len() + 1 + decimals.len();
            let mended = spelling::number(&format!("{whole},{decimals}")).filter(|_| beside);
            faults.push(match mended {
                Some(mended) => fault.fix(at, mended),
                None => fault,
            });
            continue;
        }
        count_many(faults);
        if let Some(first) = seen.get(&key.value) {
            let name = &key.value;
            let message = words!("`{name}` stands twice in {what}", "`{name}` compare due volte in {what}"; what);
            let fault = Diagnostic::new(Code::DuplicateKey, key.at, message, keep_one());
            faults.push(fault.other(*first, words!("first given here", "la prima volta è qui")));
            continue;
        }
        seen.insert(key.value.clone(), key.at);
        kept.push((key, value));
    }
    Some(kept)
}

/// Whether a key is what a decimal comma leaves behind it: digits, perhaps with a percent sign.
fn is_after_comma(key: &str) -> bool {
    let digits = key.strip_suffix('%').unwrap_or(key).trim_end();
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number that a decimal comma has cut in two.
fn cut_in_two(whole: &str, decimals: &str, at: Span) -> Diagnostic {
    let bare = decimals.trim_end_matches('%').trim_end();
    if bare.len() < decimals.len() {
        let message =
            words!("`{whole},{decimals}` carries its unit", "`{whole},{decimals}` porta con sé l’unità di misura");
        let hint = words!(
            "write {whole}.{bare}: the unit is the indicator's",
            "scrivi {whole}.{bare}: l’unità è quella dell’indicatore"
        );
        return Diagnostic::new(Code::NotANumber, at, message, hint);
    }
    let message = words!("`{whole},{decimals}` uses the decimal comma", "`{whole},{decimals}` ha la virgola decimale");
    let hint = words!("write {whole}.{decimals}", "scrivi {whole}.{decimals}");
    Diagnostic::new(Code::DecimalComma, at, message, hint)
}

/// A number within braces, `{12,5}`: to YAML a table of two keys without values.
fn braces_around_a_number(list: &[(Placed<String>, Node)], table: Span) -> Option<Diagnostic> {
    let [(whole, Node { tree: Tree::Null, .. }), (decimals, Node { tree: Tree::Null, .. })] = list else { return None };
    if Number::parse(&whole.value).is_err() || !is_after_comma(&decimals.value) {
        return None;
    }
    let label = words!("YAML reads a table with two keys", "YAML legge un blocco con due chiavi");
    let fault = cut_in_two(&whole.value, &decimals.value, Span { end: decimals.at.end, ..whole.at }).label(label);
    // Nothing but the number stands between the braces, and nothing after them.
    let alone = whole.at.start == table.start + 1 && decimals.at.start == whole.at.end + 1;
    let mended = spelling::number(&format!("{},{}", whole.value, decimals.value));
    Some(match mended.filter(|_| alone && table.end == decimals.at.end + 1) {
        Some(mended) => fault.fix(table, mended),
        None => fault,
    })
}

/// The hint of what stands twice.
pub fn keep_one() -> Words {
    words!("keep one of the two", "va scritto una volta sola")
}

/// A list, or a fault.
pub fn list(node: Node, what: Term, faults: &mut Vec<Diagnostic>) -> Option<Vec<Node>> {
    if let Tree::List(list) = node.tree {
        return Some(list);
    }
    let message = words!("{what} is a list", "{what} è un elenco"; what);
    let hint = words!("begin each element with `- `", "fai cominciare ogni elemento con `- `");
    faults.push(Diagnostic::new(Code::WrongShape, node.at, message, hint));
    None
}

/// A text that reads nothing from the data, or a fault.
pub fn text(node: Node, name: Term, faults: &mut Vec<Diagnostic>) -> Option<Placed<String>> {
    match &node.tree {
        Tree::Scalar(words) if words.contains("{{") || words.contains("<!--") => {
            let message = words!("numbers of the data are not read here", "qui non si leggono numeri dai dati");
            let hint = words!(
                "narrative reads them, and `title` and `summary` of a figure in the outline: say it there, or without `{{{{` \
                 and `<!--`",
                "li leggono la narrativa, e `title` e `summary` di una figura nella scaletta: dillo lì, o senza `{{{{` e \
                 `<!--`"
            );
            faults.push(Diagnostic::new(Code::UnknownBinding, node.at, message, hint));
            None
        }
        _ => any_text(node, name, faults),
    }
}

/// A text, whatever is in it, or a fault.
pub fn any_text(node: Node, name: Term, faults: &mut Vec<Diagnostic>) -> Option<Placed<String>> {
    match node.tree {
        Tree::Scalar(words) if !words.trim().is_empty() => Some(Placed::new(words, node.at)),
        Tree::Scalar(_) | Tree::Null => {
            let message = words!("`{name}` is empty", "`{name}` è senza testo"; name);
            let hint = words!("write its text", "scrivi il testo");
            faults.push(Diagnostic::new(Code::MissingKey, node.at, message, hint));
            None
        }
        Tree::List(_) | Tree::Map(_) => {
            let message = words!("`{name}` is a single text", "`{name}` dev’essere un testo solo"; name);
            let hint = words!(
                "put the text on the line of the key; in quotes if it has a colon, `#`, `{{` or `[`",
                "metti il testo sulla riga della chiave; tra virgolette se ha due punti, `#`, `{{` o `[`"
            );
            faults.push(Diagnostic::new(Code::WrongShape, node.at, message, hint));
            None
        }
    }
}

/// One of some words, or a fault.
pub fn word<T: Copy>(
    given: &Placed<String>,
    name: impl Into<Words>,
    words: &[(&'static str, T)],
    faults: &mut Vec<Diagnostic>,
) -> Option<Placed<T>> {
    if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == given.value) {
        return Some(Placed::new(*meaning, given.at));
    }
    let all = words.iter().map(|(word, _)| *word);
    let hint = match nearest(&given.value, all.clone()) {
        Some(word) => did_you_mean(word),
        None => {
            let all = all.collect::<Vec<_>>().join(", ");
            words!("write one of: {all}", "scrivi una di queste parole: {all}")
        }
    };
    let (given_word, name) = (&given.value, name.into());
    let message =
        words!("`{given_word}` is no word for {name}", "`{given_word}` non è una parola ammessa per {name}"; name);
    let fault = Diagnostic::new(Code::UnknownWord, given.at, message, hint);
    faults.push(fault.fix_case(given, words.iter().map(|(word, _)| *word)));
    None
}

/// A number, or a fault that says in what way it is none.
pub fn number(words: &Placed<String>, faults: &mut Vec<Diagnostic>) -> Option<Placed<Number>> {
    let given = words.value.trim();
    let (code, message, hint) = match Number::parse(given) {
        Ok(number) => return Some(Placed::new(number, words.at)),
        Err(NumberFault::DecimalComma) => {
            let point = given.replace('.', "").replace(',', ".");
            let message = words!("`{given}` uses the decimal comma", "`{given}` ha la virgola decimale");
            let hint = match spelling::number(given) {
                Some(mended) if is_no_share(&mended) => words!(
                    "a value is a percentage: write the one of the source; how many stands in `count`, without decimals",
                    "un valore è una percentuale: scrivi quella della fonte; quanti sono sta in `count`, senza decimali"
                ),
                Some(mended) => words!("write {mended}", "scrivi {mended}"),
                None => words!(
                    "write {point} if the comma is a decimal one, and no comma where it parts thousands",
                    "scrivi {point} se la virgola è decimale, nessuna virgola se separa le migliaia"
                ),
            };
            (Code::DecimalComma, message, hint)
        }
        Err(NumberFault::NotFinite) => (
            Code::NotFinite,
            words!("`{given}` is not a finite number", "`{given}` non è un numero finito"),
            words!("write the number of the source, or `missing`", "scrivi il numero della fonte, o `missing`"),
        ),
        Err(NumberFault::Percent) => {
            let bare = given.trim_end_matches('%').trim_end().replace(',', ".");
            (
                Code::NotANumber,
                words!("`{given}` carries its unit", "`{given}` porta con sé l’unità di misura"),
                words!("write {bare}: the unit is the indicator's", "scrivi {bare}: l’unità è quella dell’indicatore"),
            )
        }
        Err(NumberFault::NotANumber) => {
            let hint = match given.to_lowercase().as_str() {
                "na" | "n/a" | "n.a." | "..." | "…" => {
                    words!("say it with the word `missing`", "dillo con la parola `missing`")
                }
                word if spelling::is_missing(word) => {
                    words!("say it with the word `missing`", "dillo con la parola `missing`")
                }
                // Istat: not zero, but less than half of the last digit; elsewhere, not significant.
                ".." => words!(
                    "two dots mean next to none, or not significant: write the value if the source gives it, with `status: \
                     low-reliability` if it is uncertain, or else `missing`",
                    "i due puntini vogliono dire quasi nulla, o non significativo: scrivi il valore se la fonte lo dà, con `status: \
                     low-reliability` se è incerto, altrimenti `missing`"
                ),
                "-" | "–" | "—" => words!(
                    "write `missing` where nobody knows the figure; where the source's table means none, write 0",
                    "scrivi `missing` se nessuno conosce il dato; se nella tabella della fonte vuol dire nessuno, scrivi 0"
                ),
                word if spelling::unseen(word).is_some() => {
                    let sign = spelling::unseen(word).unwrap_or_default();
                    words!(
                        "a sign that is not seen stands in it, {sign}: write the number again",
                        "contiene un segno che non si vede, {sign}: riscrivi il numero"
                    )
                }
                _ => words!(
                    "write a number such as 41 or 13.7, or the word `missing`",
                    "scrivi un numero come 41 o 13.7, o la parola `missing`"
                ),
            };
            (Code::NotANumber, words!("`{given}` is not a number", "`{given}` non è un numero"), hint)
        }
    };
    let mended = if spelling::is_missing(given) { Some("missing".to_owned()) } else { spelling::number(given) };
    let mended = mended.filter(|mended| !is_no_share(mended));
    let fault = Diagnostic::new(code, words.at, message, hint);
    faults.push(match mended {
        Some(mended) => fault.fix(words.at, mended),
        None => fault,
    });
    None
}

/// A number that the author sets, such as `example`, or a fault: unlike a value of the data it cannot be missing.
pub fn said_number(words: &Placed<String>, example: &str, faults: &mut Vec<Diagnostic>) -> Option<Placed<Number>> {
    let given = words.value.trim();
    if let Err(NumberFault::NotANumber | NumberFault::NotFinite) = Number::parse(given) {
        let message = words!("`{given}` is not a number", "`{given}` non è un numero");
        let hint =
            words!("write a number in digits, such as {example}", "scrivi un numero in cifre, per esempio {example}");
        faults.push(Diagnostic::new(Code::NotANumber, words.at, message, hint));
        return None;
    }
    number(words, faults)
}

/// Whether a number is so great that no percentage of anything is meant.
fn is_no_share(mended: &str) -> bool {
    Number::parse(mended).is_ok_and(|number| number > Number::whole(1_000))
}

/// The largest count.
const LARGEST: u32 = 999_999_999;

/// A whole number that is not negative, or a fault.
pub fn count(words: &Placed<String>, faults: &mut Vec<Diagnostic>) -> Option<Placed<u32>> {
    let given = words.value.trim();
    let digits = !given.is_empty() && given.bytes().all(|b| b.is_ascii_digit());
    if let (true, Ok(count @ 0..=LARGEST)) = (digits, given.parse()) {
        return Some(Placed::new(count, words.at));
    }
    if digits {
        let message = words!("`{given}` is too large", "`{given}` è troppo grande");
        let hint = words!("write how many, up to 999999999", "scrivi quanti sono, fino a 999999999");
        faults.push(Diagnostic::new(Code::NotANumber, words.at, message, hint));
        return None;
    }
    let message = words!("`{given}` is not a whole number", "`{given}` non è un numero intero");
    let fault = |hint| Diagnostic::new(Code::NotANumber, words.at, message, hint);
    faults.push(match spelling::count(given) {
        Some(mended) => fault(words!("write {mended}", "scrivi {mended}")).fix(words.at, mended),
        None => fault(words!("write how many, such as 14", "scrivi quanti sono, per esempio 14")),
    });
    None
}

/// The signs of the longest id: file names, which add to it, have 255 at most.
const LONGEST_ID: usize = 80;

/// An id: what may stand in an address and a file name.
pub fn check_id(id: &Placed<String>, what: Term, faults: &mut Vec<Diagnostic>) -> bool {
    let fine = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
    let device = address::is_device(&id.value);
    if id.value.len() > LONGEST_ID {
        let signs = id.value.chars().count();
        let message = words!(
            "this key of {what} has {signs} signs",
            "la chiave di {what} ha qui {signs} segni";
            what
        );
        let hint = words!(
            "choose one of {LONGEST_ID} at most: it stands in addresses and file names",
            "scegline una di al massimo {LONGEST_ID}: sta in indirizzi e nomi di file"
        );
        faults.push(Diagnostic::new(Code::UnknownWord, id.at, message, hint));
        return false;
    }
    if !device && !id.value.is_empty() && id.value.bytes().all(fine) && !id.value.starts_with(['-', '_']) {
        return true;
    }
    let hint = match device {
        true => words!(
            "choose another: Windows keeps this name to itself, and no file can have it there",
            "scegline un’altra: Windows riserva questo nome a sé, e lì nessun file può averlo"
        ),
        false => words!(
            "use lower-case letters without accents, digits, `_` and `-`, and begin with a letter or a digit: \
             it stands in addresses and file names",
            "usa lettere minuscole senza accenti, cifre, `_` e `-`, e comincia con una lettera o una cifra: \
             sta in indirizzi e nomi di file"
        ),
    };
    let name = &id.value;
    let message = words!("`{name}` cannot be the key of {what}", "`{name}` non può essere la chiave di {what}"; what);
    faults.push(Diagnostic::new(Code::UnknownWord, id.at, message, hint));
    false
}
