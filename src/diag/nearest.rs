//! "Did you mean": the known name that an unknown one was probably meant to be.

use super::Words;

/// Bytes of the longest name that may be a slip of the pen.
const LONGEST_NAME: usize = 200;

/// The hint of a name that is nearly another.
pub fn did_you_mean(name: &str) -> Words {
    crate::words!("did you mean `{name}`?", "forse intendevi `{name}`?")
}

/// The nearest of some known names, where one is near enough to be meant: "did you mean". A name with other digits is
/// another year, edition or code, and never guessed.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // No name is as long, and looking for one would take its time.
    if word.len() > LONGEST_NAME {
        return None;
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (folded, own) = (word.to_lowercase(), digits(word));
    known
        .into_iter()
        .filter(|name| name.len() <= LONGEST_NAME && digits(name) == own)
        .map(|name| (name, strsim::damerau_levenshtein(&name.to_lowercase(), &folded)))
        .filter(|(name, distance)| *distance <= 1 + name.chars().count().min(word.chars().count()) / 4)
        .min_by_key(|(_, distance)| *distance)
        .map(|(name, _)| name)
}
