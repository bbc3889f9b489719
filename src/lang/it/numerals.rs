//! Numbers read aloud: the article before them, and the prepositions that join it. `l’80%`, `dall’11,0%`, `lo 0%`, `ad aprile`.

/// What stands before a number: the article alone, or a preposition joined with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// `il`, `lo`, `l’`
    The,
    /// `al`, `allo`, `all’`
    To,
    /// `dal`, `dallo`, `dall’`
    From,
    /// `del`, `dello`, `dell’`
    Of,
}

/// A printed number, or words that begin with one, after the article it needs: `l’80%`, `al 61,2%`, `il 1° gennaio
/// 2025`.
pub fn after(before: Before, printed: &str) -> String {
    let [plain, zero, vowel] = match before {
        Before::The => ["il", "lo", "l’"],
        Before::To => ["al", "allo", "all’"],
        Before::From => ["dal", "dallo", "dall’"],
        Before::Of => ["del", "dello", "dell’"],
    };
    match sound(printed) {
        Sound::Vowel => format!("{vowel}{printed}"),
        Sound::Zero => format!("{zero} {printed}"),
        Sound::Plain => format!("{plain} {printed}"),
    }
}

/// The article before a number of things: `gli 8`, `gli 11`, `i 4`.
pub fn the_many(count: usize) -> &'static str {
    match sound(&count.to_string()) {
        Sound::Vowel | Sound::Zero => "gli",
        Sound::Plain => "i",
    }
}

/// The preposition *a* before a word, with the *d* that a vowel asks for: `ad aprile 2021`, `a maggio 2021`.
pub fn to(word: &str) -> String {
    format!("{} {word}", if word.starts_with(['a', 'A']) { "ad" } else { "a" })
}

/// How a number begins when it is read aloud.
enum Sound {
    /// *uno*, *otto*, *undici*, *ottanta*, *ottocento*
    Vowel,
    /// *zero*
    Zero,
    /// All others: *due*, *cento*, *mille*, and what begins with a sign, *meno* or *più*.
    Plain,
}

fn sound(printed: &str) -> Sound {
    let end = printed.find(|sign: char| !sign.is_ascii_digit() && sign != '.').unwrap_or(printed.len());
    let digits: String = printed[..end].chars().filter(char::is_ascii_digit).collect();
    let is_ordinal = printed[end..].starts_with(['°', 'º', 'ª']);
    // What is read first are the hundreds of the highest thousand: *ottomila*, *undicimila*.
    let first: String = digits.chars().take((digits.len() + 2) % 3 + 1).collect();
    match first.parse::<u16>() {
        // *Primo*, *mille*.
        Ok(1) if is_ordinal || digits.len() == 4 => Sound::Plain,
        Ok(1 | 8 | 11 | 80..=89 | 800..=899) => Sound::Vowel,
        Ok(0) => Sound::Zero,
        _ => Sound::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::{Before, after, the_many, to};

    /// A number below a thousand, as it is read aloud.
    fn aloud(number: u32) -> String {
        const ONES: [&str; 20] = [
            "zero",
            "uno",
            "due",
            "tre",
            "quattro",
            "cinque",
            "sei",
            "sette",
            "otto",
            "nove",
            "dieci",
            "undici",
            "dodici",
            "tredici",
            "quattordici",
            "quindici",
            "sedici",
            "diciassette",
            "diciotto",
            "diciannove",
        ];
        const TENS: [&str; 10] =
            ["", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"];
        match number {
            0..=19 => ONES[number as usize].to_owned(),
            20..=99 => format!("{} {}", TENS[number as usize / 10], ONES[number as usize % 10]),
            100..=199 => format!("cento {}", aloud(number % 100)),
            _ => format!("{}cento {}", ONES[number as usize / 100], aloud(number % 100)),
        }
    }

    #[test]
    fn every_number_has_the_article_of_its_sound() {
        for number in (0..=200).chain([799, 800, 811, 888, 899, 900]) {
            for printed in [number.to_string(), format!("{number}%"), format!("{number},0%"), format!("{number},85%")] {
                let aloud = aloud(number);
                let expected = match aloud.chars().next() {
                    Some('u' | 'o') => ["l’", "all’", "dall’", "dell’"].map(|word| format!("{word}{printed}")),
                    Some('z') => ["lo", "allo", "dallo", "dello"].map(|word| format!("{word} {printed}")),
                    _ => ["il", "al", "dal", "del"].map(|word| format!("{word} {printed}")),
                };
                let all = [Before::The, Before::To, Before::From, Before::Of];
                assert_eq!(all.map(|before| after(before, &printed)), expected, "{aloud}");
            }
            let many = if matches!(number, 0 | 1) || "uo".contains(&aloud(number)[..1]) { "gli" } else { "i" };
            assert_eq!(the_many(number as usize), many, "{number}");
        }
    }

    #[test]
    fn thousands_signs_and_days_are_read_aloud_too() {
        let the = |printed: &str| after(Before::The, printed);
        assert_eq!(
            ["1000", "8000", "8345", "11.000", "80.512"].map(the),
            ["il 1000", "l’8000", "l’8345", "l’11.000", "l’80.512"]
        );
        assert_eq!(
            ["108%", "180%", "181.000", "−8%", "+11 punti"].map(the),
            ["il 108%", "il 180%", "il 181.000", "il −8%", "il +11 punti"]
        );
        assert_eq!(
            ["1° gennaio", "8 marzo", "11 maggio", "18 maggio"].map(the),
            ["il 1° gennaio", "l’8 marzo", "l’11 maggio", "il 18 maggio"]
        );
        assert_eq!(["aprile", "agosto", "maggio"].map(to), ["ad aprile", "ad agosto", "a maggio"]);
    }
}
