//! Numbers and counts, or in what way a word is none.

use crate::data::number::{Number, NumberFault};
use crate::diag::{Code, Diagnostic};
use crate::files::Placed;
use crate::parse::spelling;
use crate::words;

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
