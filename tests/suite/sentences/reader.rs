//! A sentence read from its beginning: words that must stand there, names, numbers.

/// What is left of a text.
pub struct Reader<'t>(pub &'t str);

impl<'t> Reader<'t> {
    /// Takes words where they stand next.
    pub fn has(&mut self, words: &str) -> bool {
        match self.0.strip_prefix(words) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    /// Words that must stand next.
    pub fn must(&mut self, words: &str) -> Result<(), String> {
        if self.has(words) { Ok(()) } else { Err(format!("«{words}» should stand before «{}»", self.0)) }
    }

    /// All before some words, which are taken too.
    pub fn until(&mut self, words: &str) -> Result<&'t str, String> {
        let (before, rest) = self.0.split_once(words).ok_or_else(|| format!("«{words}» is not in «{}»", self.0))?;
        self.0 = rest;
        Ok(before)
    }
}

/// The names of a list, in order of the alphabet: `a, b e c`.
pub fn names(list: &str, and: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = list.split(", ").map(str::to_owned).collect();
    if let Some(last) = names.pop() {
        match and.iter().find_map(|and| last.rsplit_once(and)) {
            Some((one, other)) => names.extend([one, other].map(str::to_owned)),
            None => names.push(last),
        }
    }
    names.sort();
    names
}

/// Whether two things are the same, and what they are where they are not.
pub fn same<T: PartialEq + std::fmt::Debug>(what: &str, said: T, is: T) -> Result<(), String> {
    if said == is { Ok(()) } else { Err(format!("{what}: {said:?} is said, {is:?} is true")) }
}

/// What no sentence may have: double spaces, doubled words, an article or a preposition that a number does not take.
pub fn is_clean(text: &str, many: &str, italian: bool) -> Result<(), String> {
    for wrong in ["  ", " .", " ,", " ;", "..", "()", "( ", ";.", ":.", ",.", ": ;", "% %", "NaN"] {
        if text.contains(wrong) {
            return Err(format!("«{wrong}» stands in «{text}»"));
        }
    }
    let words: Vec<&str> = text.split([' ', '\u{a0}']).collect();
    for pair in words.windows(2) {
        let bare = |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
        let ends = pair[0].ends_with(|sign: char| !sign.is_alphanumeric());
        if !ends && bare(pair[0]) == bare(pair[1]) && pair[0].chars().all(char::is_alphabetic) {
            return Err(format!("«{} {}» stands in «{text}»", pair[0], pair[1]));
        }
        if pair[0] == "1" && bare(pair[1]) == many {
            return Err(format!("«1 {}» stands in «{text}»", pair[1]));
        }
        if italian && (is_wrong(pair[0], pair[1])) {
            return Err(format!("«{} {}» stands in «{text}»", pair[0], pair[1]));
        }
    }
    match words.iter().find(|word| italian && is_wrongly_elided(word)) {
        Some(word) => Err(format!("«{word}» stands in «{text}»")),
        None => Ok(()),
    }
}

/// Whether a number is read with a vowel first, and whether it is nought.
pub fn sound(word: &str) -> Option<(bool, bool)> {
    let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
    let number: u32 = digits.parse().ok()?;
    let is_ordinal = word[digits.len()..].starts_with('°');
    let vowel = matches!(number, 8 | 11 | 80..=89 | 800..=899) || (number == 1 && !is_ordinal);
    Some((vowel, number == 0))
}

fn is_wrong(before: &str, word: &str) -> bool {
    let before = before.trim_start_matches(['(', '«']).to_lowercase();
    if before == "a" && (word.starts_with("aprile") || word.starts_with("agosto")) {
        return true;
    }
    let Some((vowel, nought)) = sound(word) else { return false };
    match before.as_str() {
        "il" | "al" | "dal" | "del" | "nel" | "sul" | "la" | "della" | "dalla" | "alla" => vowel || nought,
        "lo" | "allo" | "dallo" | "dello" => !nought,
        "i" => vowel,
        "gli" => !vowel,
        // Of shares the article is said: *dall’8%*; of things it is not: *da 8 territori*.
        "di" => word.contains('%'),
        _ => false,
    }
}

fn is_wrongly_elided(word: &str) -> bool {
    let elided = ["l’", "all’", "dall’", "dell’", "nell’"];
    let word = word.trim_start_matches(['(', '«']).to_lowercase();
    let rest = elided.iter().find_map(|elided| word.strip_prefix(elided));
    rest.and_then(sound).is_some_and(|(vowel, _)| !vowel)
}
