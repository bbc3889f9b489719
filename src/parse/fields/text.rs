//! Lists, texts, words and keys, or in what way something is none.

use crate::data::address;
use crate::diag::{Code, Diagnostic, Term, Words, did_you_mean, nearest};
use crate::files::Placed;
use crate::parse::yaml::{Node, Tree};
use crate::words;

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

/// The meaning of a word that is one of some; a fault where it is none of them.
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

/// The hint of what stands twice.
pub fn keep_one() -> Words {
    words!("keep one of the two", "va scritto una volta sola")
}
