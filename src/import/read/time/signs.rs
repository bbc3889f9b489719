//! Words as digits, letters and signs: what a time is made of.

use crate::data::territory::fold;

/// A piece of some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sign<'t> {
    /// Digits that stand together.
    Digits(&'t str),
    /// Letters that stand together, in lower case and without accents.
    Word(String),
    /// Any other sign but a space.
    Other(char),
}

/// The pieces of some words, in their order.
pub fn signs(text: &str) -> Vec<Sign<'_>> {
    let is_digit = |sign: char| sign.is_ascii_digit();
    let is_letter = |sign: char| sign.is_alphabetic() && !['º', 'ª'].contains(&sign);
    let mut signs = Vec::new();
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let length = |is: &dyn Fn(char) -> bool| rest.find(|sign: char| !is(sign)).unwrap_or(rest.len());
        let taken = if is_digit(sign) {
            let length = length(&is_digit);
            signs.push(Sign::Digits(&rest[..length]));
            length
        } else if is_letter(sign) {
            let length = length(&is_letter);
            signs.push(Sign::Word(fold(&rest[..length])));
            length
        } else {
            if !sign.is_whitespace() {
                signs.push(Sign::Other(sign));
            }
            sign.len_utf8()
        };
        rest = &rest[taken..];
    }
    signs
}
