//! The language of messages: the one asked for, else what the environment says.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use fascicle::diag::Language;

/// Reads `--lang`.
pub fn parser() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::tag)).map(|tag| Language::read(&tag).unwrap_or_default())
}

/// The language that the environment asks for; English where it asks for none that we speak.
pub fn of_the_environment() -> Language {
    of(|name| std::env::var(name).ok())
}

/// The language of the environment, by POSIX (Base Definitions, 8.2): the first of these variables that is set and not
/// empty decides.
fn of(variable: impl Fn(&str) -> Option<String>) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
    locale.and_then(|locale| Language::read(&locale)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::of;
    use fascicle::diag::Language::{English, Italian};

    #[test]
    fn the_first_variable_that_is_set_decides() {
        for (variables, expected) in [
            (&[][..], English),
            (&[("LANG", "it_IT.UTF-8")], Italian),
            (&[("LANG", "it")], Italian),
            (&[("LANG", "C")], English),
            (&[("LANG", "de_DE.UTF-8")], English),
            (&[("LC_ALL", ""), ("LANG", "it_IT")], Italian),
            (&[("LC_ALL", "C"), ("LANG", "it_IT")], English),
            (&[("LC_MESSAGES", "en_GB"), ("LANG", "it_IT")], English),
            (&[("LC_ALL", "it_CH"), ("LC_MESSAGES", "en_GB")], Italian),
        ] {
            let of_one = |name: &str| variables.iter().find(|(set, _)| *set == name).map(|(_, to)| (*to).to_owned());
            assert_eq!(of(of_one), expected, "{variables:?}");
        }
    }
}
