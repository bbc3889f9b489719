//! What a sentence says, held against what is true of the data: names and numbers are read out of it, and nothing may be
//! left over.

use super::data::{Data, NOTE, Target, Truth, World, begins, printed};
use super::reader::{Reader, names, same, sound};
use fascicle::check::Checked;
use fascicle::data::period::Period;
use fascicle::data::territory::{Territory, TerritoryId};
use fascicle::data::view::View;
use fascicle::diag::Language;
use fascicle::lang;
use std::cmp::Ordering;

/// A series, and all that is known of it.
pub struct Oracle<'o> {
    pub world: &'o World,
    pub checked: &'o Checked,
    pub data: &'o Data,
    pub truth: Truth,
}

/// The words in which a language says the same.
struct Say {
    and: &'static [&'static str],
    with: &'static str,
    areas: &'static str,
    highest: [&'static str; 3],
    tied: &'static str,
    shared: &'static str,
}

const ITALIAN: Say = Say {
    and: &[" ed ", " e "],
    with: " con un valore",
    areas: "Per macro-area: ",
    highest: ["il valore più alto, ", ", è ", "; il più basso, "],
    tied: ", a pari merito",
    shared: "condiviso da ",
};

const ENGLISH: Say = Say {
    and: &[" and "],
    with: " with a value",
    areas: "By macro-area: ",
    highest: ["the highest value, ", ", is ", "; the lowest, "],
    tied: ", tied",
    shared: "shared by ",
};

type Held = Result<(), String>;

impl Oracle<'_> {
    fn italian(&self) -> bool {
        self.world.language == Language::Italian
    }

    fn say(&self) -> &'static Say {
        if self.italian() { &ITALIAN } else { &ENGLISH }
    }

    fn share(&self, units: i128) -> String {
        format!("{}%", printed(units, self.truth.decimals, self.world.language))
    }

    fn territory(&self, place: usize) -> &Territory {
        self.checked.territories.get(TerritoryId(place as u16))
    }

    fn names(&self, places: &[usize]) -> Vec<String> {
        let mut names: Vec<String> = places.iter().map(|place| self.territory(*place).name.clone()).collect();
        names.sort();
        names
    }

    /// What follows the names of those with a value, where some have none.
    fn with(&self) -> &'static str {
        if self.truth.missing.is_empty() { "" } else { self.say().with }
    }

    /// A figure's summary, however it is shown.
    pub fn summary(&self, summary: &str, view: View) -> Held {
        let mut text = Reader(summary);
        text.must(&begins(self.data.when, self.world.language))?;
        text.must(" ")?;
        match (self.truth.known.len(), view) {
            (0, _) => self.nobody(&mut text)?,
            (_, View::Distance) if self.truth.national.is_some() => self.distances(&mut text)?,
            (1, _) => self.only(&mut text)?,
            (known, _) => match self.truth.most() == self.truth.least() {
                true => self.all_the_same(&mut text, known)?,
                false => self.extremes(&mut text)?,
            },
        }
        let distance = view == View::Distance && self.truth.national.is_some();
        self.whole(&mut text, distance)?;
        if matches!(view, View::Areas | View::Strip) && !self.truth.known.is_empty() {
            self.areas(&mut text)?;
        }
        if self.data.target.is_some() && !self.truth.known.is_empty() {
            self.target(&mut text)?;
        }
        if !self.truth.known.is_empty() && !self.truth.missing.is_empty() {
            self.missing(&mut text)?;
        }
        if text.0.contains(NOTE) {
            text.must(&format!(" {}: {NOTE}.", self.checked.territories.national().name))?;
        }
        same("what is left", text.0, "")
    }

    fn nobody(&self, text: &mut Reader<'_>) -> Held {
        let one = self.world.called().one;
        match self.italian() {
            true => {
                let none = text.until(" ha un valore pubblicato.")?;
                same("who", none.starts_with("nessun") && none.ends_with(&one), true)
            }
            false => text.must(&format!("no {one} has a published value.")),
        }
    }

    fn only(&self, text: &mut Reader<'_>) -> Held {
        let (place, value) = self.truth.known[0];
        let territory = self.territory(place);
        let value = self.share(value);
        text.must(&match self.italian() {
            true => format!("l’unico valore pubblicato è quello {}: {value}.", territory.genitive),
            false => format!("the only published value is {value}, {}.", territory.locative),
        })
    }

    fn all_the_same(&self, text: &mut Reader<'_>, known: usize) -> Held {
        let (called, with, value) = (self.world.called(), self.with(), self.share(self.truth.most()));
        if self.italian() {
            let (the, all) = match (called.feminine, known) {
                (true, _) => ("le", "tutte "),
                (false, 8 | 11 | 80..=89) => ("gli", "tutti "),
                (false, _) => ("i", "tutti "),
            };
            let all = if known == 2 { "" } else { all };
            return text.must(&format!("{the} {known} {}{with} hanno {all}lo stesso valore, {value}.", called.many));
        }
        let all = if known == 2 { "both".to_owned() } else { format!("all {known}") };
        text.must(&format!("{all} {}{with} have the same value, {value}.", called.many))
    }

    fn extremes(&self, text: &mut Reader<'_>) -> Held {
        let [highest, is, lowest] = self.say().highest;
        text.must(highest)?;
        same("the highest", text.until(is)?.to_owned(), self.share(self.truth.most()))?;
        self.who(text.until(lowest)?, &self.truth.at(self.truth.most()))?;
        same("the lowest", text.until(is)?.to_owned(), self.share(self.truth.least()))?;
        // Names have points: what comes next begins the sentence on the whole.
        let next = if self.italian() { [". Valore ", ". Il valore "] } else { [". In ", ". There is no value "] };
        let end = next.iter().filter_map(|next| text.0.find(next)).min().ok_or("the whole is not spoken of")?;
        let who = &text.0[..end];
        text.0 = &text.0[end + 1..];
        self.who(who, &self.truth.at(self.truth.least()))
    }

    /// Those who have a value: by their names up to six, else how many they are.
    fn who(&self, said: &str, are: &[usize]) -> Held {
        let say = self.say();
        if let Some(count) = said.strip_prefix(say.shared) {
            same("few are named", are.len() > 6, true)?;
            return same("how many", count.to_owned(), format!("{} {}", are.len(), self.world.called().many));
        }
        let tied = said.strip_suffix(say.tied);
        same("a tie is told", tied.is_some(), are.len() > 1)?;
        let said = tied.unwrap_or(said);
        let (said, forms): (&str, fn(&Territory) -> &str) = match self.italian() {
            true => (said.strip_prefix("quello ").ok_or("whose it is")?, |territory| &territory.genitive),
            false => (said.strip_prefix("in ").ok_or("where it is")?, |territory| {
                territory.locative.strip_prefix("in ").unwrap_or(&territory.locative)
            }),
        };
        let mut expected: Vec<String> = are.iter().map(|place| forms(self.territory(*place)).to_owned()).collect();
        expected.sort();
        same("who", names(said, say.and), expected)
    }

    fn distances(&self, text: &mut Reader<'_>) -> Held {
        let called = self.world.called();
        let national = self.truth.national.ok_or("there is no whole")?;
        let [most, least] = [self.truth.most(), self.truth.least()].map(|value| self.points(value - national));
        let from = match (self.italian(), self.world.built_in) {
            (true, true) => "dal valore nazionale",
            (true, false) => "dal valore complessivo",
            (false, true) => "from the national value",
            (false, false) => "from the value of the whole",
        };
        let known = self.truth.known.len();
        if known == 1 {
            let name = &self.territory(self.truth.known[0].0).name;
            return text.must(&match self.italian() {
                true => format!("l’unica distanza nota {from} è {most} ({name})."),
                false => format!("the only known distance {from} is {most} ({name})."),
            });
        }
        if most == least {
            text.must(if self.italian() { "la distanza " } else { "the distance " })?;
            text.must(from)?;
            text.must(if self.italian() { " è la stessa per " } else { " is the same for " })?;
            let who = text.until(": ")?;
            let count = known.to_string();
            same("how many", who.contains(&count) || (known == 2 && who.starts_with("both")), true)?;
            same("of all", who.ends_with(&format!("{}{}", called.many, self.with())), true)?;
            return text.must(&format!("{most}."));
        }
        let [goes, to] = if self.italian() { [" va da ", " a "] } else { [" goes from ", " to "] };
        text.must(if self.italian() { "la distanza " } else { "the distance " })?;
        text.must(&format!("{from}{goes}{most} ("))?;
        self.in_brackets(text.until(")")?, &self.truth.at(self.truth.most()))?;
        text.must(&format!("{to}{least} ("))?;
        self.in_brackets(text.until(").")?, &self.truth.at(self.truth.least()))
    }

    fn in_brackets(&self, said: &str, are: &[usize]) -> Held {
        match are.len() {
            0..=6 => same("who", names(said, self.say().and), self.names(are)),
            many => same("who", said.to_owned(), format!("{many} {}", self.world.called().many)),
        }
    }

    /// A difference in points.
    fn points(&self, units: i128) -> String {
        let number = printed(units.abs(), self.truth.decimals, self.world.language);
        let one = units.abs() == 10_i128.pow(self.truth.decimals);
        let word = match (self.italian(), one) {
            (true, true) => "punto",
            (true, false) => "punti",
            (false, true) => "point",
            (false, false) => "points",
        };
        match units {
            0 => format!("{number} {word}"),
            _ => format!("{}{number} {word}", if units < 0 { '−' } else { '+' }),
        }
    }

    fn whole(&self, text: &mut Reader<'_>, distance: bool) -> Held {
        let whole = self.checked.territories.national();
        let built_in = self.world.built_in;
        text.has(" ");
        let Some(national) = self.truth.national else {
            return text.must(&match (self.italian(), built_in) {
                (true, true) => "Il valore nazionale non è disponibile.".to_owned(),
                (true, false) => format!("Il valore complessivo ({}) non è disponibile.", whole.name),
                (false, _) => format!("There is no value for {} as a whole.", whole.article),
            });
        };
        let value = self.share(national);
        text.must(&match (self.italian(), built_in) {
            (true, true) => format!("Valore nazionale ({}): {value}", whole.name),
            (true, false) => format!("Valore complessivo ({}): {value}", whole.name),
            (false, _) => format!("{} as a whole: {value}", lang::upper(&whole.locative)),
        })?;
        if self.truth.known.is_empty() {
            return text.must(".");
        }
        let sides @ [above, level, below] = self.truth.sides();
        let known = self.truth.known.len();
        if distance && (known == 1 || level == known) {
            return text.must(".");
        }
        if level == known {
            return text.must(if self.italian() { ", lo stesso." } else { ", the same." });
        }
        if known == 1 {
            return text.must(match (self.italian(), above) {
                (true, 1) => ", più basso.",
                (true, _) => ", più alto.",
                (false, 1) => ", which is lower.",
                (false, _) => ", which is higher.",
            });
        }
        text.must("; ")?;
        let parts = text.until(".")?;
        let mut said = [0; 3];
        let words = if self.italian() { ["super", "eguagli", "sotto"] } else { ["above", "equal", "below"] };
        for part in names(parts, self.say().and) {
            let side = words.iter().position(|word| part.contains(word)).ok_or_else(|| format!("«{part}»"))?;
            said[side] = part.split(' ').next().and_then(|word| word.parse().ok()).unwrap_or(0);
        }
        same("above, level, below", said, [above, level, below])?;
        same("all are counted", sides.iter().sum(), known)
    }

    fn areas(&self, text: &mut Reader<'_>) -> Held {
        let mut expected = Vec::new();
        let areas = self.checked.territories.areas();
        for (place, title) in
            areas.iter().map(|area| (Some(&area.id), area.title.as_str())).chain([(None, self.elsewhere())])
        {
            let is_in = |own: &str| match place {
                Some(id) => own == id,
                None => areas.iter().all(|area| area.id != own),
            };
            let values = self.truth.known.iter().filter(|(place, _)| is_in(&self.territory(*place).area));
            let values: Vec<i128> = values.map(|(_, value)| *value).collect();
            if let (Some(least), Some(most)) = (values.iter().min(), values.iter().max()) {
                expected.push((title.to_owned(), *least, *most));
            }
        }
        let all = expected.iter().map(|(title, least, most)| {
            let [low, high] = [*least, *most].map(|value| self.share(value));
            match (low == high, self.italian()) {
                (true, _) => format!("{title} {low}"),
                (false, true) => format!("{title} {} {}", joined(FROM, &low), joined(TO, &high)),
                (false, false) => format!("{title} from {low} to {high}"),
            }
        });
        text.must(&format!(" {}{}.", self.say().areas, all.collect::<Vec<_>>().join("; ")))
    }

    fn elsewhere(&self) -> &'static str {
        if self.italian() { "Altri territori" } else { "Other territories" }
    }

    /// The target as it is printed, with as few decimals as it needs.
    fn target_printed(&self, target: &Target) -> String {
        let exact =
            |decimals: &u32| target.value.rounded(*decimals) * 10_i128.pow(6 - decimals) == target.value.rounded(6);
        let decimals = (0..6).find(exact).unwrap_or(6);
        format!("{}%", printed(target.value.rounded(decimals), decimals, self.world.language))
    }

    /// The target in a sentence: its value, its date and its name.
    fn goal(&self, target: &Target) -> String {
        let value = self.target_printed(target);
        let day = |by: &str| match (Period::parse(by), self.italian()) {
            (Some(Period::Day(day)), true) => format!(" entro {}", joined(THE, &lang::day(self.world.language, day))),
            (Some(Period::Day(day)), false) => format!(" by {}", lang::day(self.world.language, day)),
            _ => panic!("{by} is no day"),
        };
        let by = target.by.map(day).unwrap_or_default();
        let name = target.text.unwrap_or_default();
        let number: String = value.chars().take_while(|sign| *sign != '%').collect();
        // The names that are drawn here say a share, or none, and the year 2025, or none.
        let says_value = name.contains(&format!(" {number}%")) || name.contains(&format!("’{number}%"));
        let says_date = target.by.is_none() || (target.by == Some("2025-12-31") && name.contains("2025"));
        let (goal, of) = match self.italian() {
            true => ("obiettivo", joined(OF, &value)),
            false => ("target", format!("of {value}")),
        };
        match (name, says_value, says_date) {
            ("", ..) => format!("{goal} {of}{by}"),
            (_, true, true) => format!("{goal} ({name})"),
            (_, true, false) => format!("{goal} ({name},{by})"),
            (_, false, true) if target.by.is_some() => format!("{goal} ({name}: {value})"),
            (_, false, _) => format!("{goal} {of}{by} ({name})"),
        }
    }

    fn target(&self, text: &mut Reader<'_>) -> Held {
        let Some(target) = &self.data.target else { return Ok(()) };
        let (goal, with, called) = (self.goal(target), self.with(), self.world.called());
        let (known, reached) = (self.truth.known.len(), self.truth.reached);
        text.must(" ")?;
        let end = format!("{}{goal}.", if self.italian() { " l’" } else { " the " });
        let said = text.until(&end)?;
        let all = reached == known;
        let expected = match (self.italian(), reached, known) {
            (true, _, 1) => format!("L’unico valore pubblicato{} raggiunge", if all { "" } else { " non" }),
            (false, 1, 1) => "The only published value reaches".to_owned(),
            (false, _, 1) => "The only published value does not reach".to_owned(),
            (true, 0, _) => {
                let none = said.strip_suffix(" raggiunge").and_then(|said| said.strip_suffix(with));
                let none = none.ok_or_else(|| format!("«{said}»"))?;
                return same("nobody", none.starts_with("Nessun") && none.ends_with(&called.one), true);
            }
            (false, 0, _) => format!("No {}{with} reaches", called.one),
            (true, ..) if all => {
                let verb = said.strip_suffix(" raggiungono").and_then(|said| said.strip_suffix(with));
                let who = verb.ok_or_else(|| format!("«{said}»"))?;
                return same("all", who.ends_with(&format!(" {known} {}", called.many)), true);
            }
            (false, _, 2) if all => format!("Both {}{with} reach", called.many),
            (false, ..) if all => format!("All {known} {}{with} reach", called.many),
            (true, 1, _) => format!("1 {} su {known}{with} raggiunge", called.one),
            (true, ..) => format!("{reached} {} su {known}{with} raggiungono", called.many),
            (false, 1, _) => format!("1 of {known} {}{with} reaches", called.many),
            (false, ..) => format!("{reached} of {known} {}{with} reach", called.many),
        };
        same("who reaches it", said.to_owned(), expected)
    }

    fn missing(&self, text: &mut Reader<'_>) -> Held {
        let (called, count) = (self.world.called(), self.truth.missing.len());
        let (all, names) = (count + self.truth.known.len(), self.names(&self.truth.missing));
        let one = if count == 1 { called.one } else { called.many };
        let names = match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, before)) => {
                let ed = self.italian() && last.starts_with('E');
                format!(
                    "{}{}{last}",
                    before.join(", "),
                    if ed { " ed " } else { self.say().and[self.say().and.len() - 1] }
                )
            }
            None => String::new(),
        };
        text.must(&match (self.italian(), count) {
            (true, 1) => format!(" Manca il dato di 1 {one} su {all}: {names}."),
            (true, _) => format!(" Mancano i dati di {count} {one} su {all}: {names}."),
            (false, _) => format!(" No data for {count} {one} of {all}: {names}."),
        })
    }

    /// The notes of a figure: of a target its value and date, and a line only where one is drawn.
    pub fn notes(&self, notes: &[String], drawn: &str, has_line: bool) -> Held {
        let Some(target) = &self.data.target else { return Ok(()) };
        let [line, marks] =
            if self.italian() { ["Linea: ", " Una linea segna l’"] } else { ["Line: ", " A line marks the "] };
        let goal = self.goal(target);
        let open = goal.strip_suffix(')').unwrap_or(&goal);
        let folded = |text: &str| text.to_lowercase();
        let is_said = notes.iter().any(|note| {
            folded(note).contains(&folded(open)) && note.contains("Governo)") && note.starts_with(line) == has_line
        });
        same("the notes say it", is_said, true)?;
        same("a line is drawn", drawn.contains(&format!("{marks}{goal}.")), has_line)
    }

    /// The row of a profile, and on which side of the whole it is, where both are known.
    pub fn row(&self, place: usize, cells: &[String]) -> Result<Option<usize>, String> {
        let value = self.truth.known.iter().find(|(other, _)| *other == place).map(|(_, value)| *value);
        let absent = if self.italian() { "n.d." } else { "no data" };
        let share = |value: Option<i128>| value.map_or_else(|| absent.to_owned(), |value| self.share(value));
        same("the value", cells[1].clone(), share(value))?;
        same("the whole", cells[3].clone(), share(self.truth.national))?;
        let Some(value) = value else { return Ok(None) };
        let rank = 1 + self.truth.known.iter().filter(|(_, other)| *other > value).count();
        let tied = self.truth.at(value).len() > 1;
        let known = self.truth.known.len();
        let digits = |text: &str| -> Vec<usize> {
            text.split(|sign: char| !sign.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
        };
        same("the rank", digits(&cells[2]), vec![rank, known])?;
        let tie = if self.italian() { "ª a pari merito su " } else { "joint " };
        same("the tie", cells[2].contains(tie), tied)?;
        let Some(national) = self.truth.national else { return Ok(Some(3)) };
        Ok(Some(match value.cmp(&national) {
            Ordering::Greater => 0,
            Ordering::Equal => 1,
            Ordering::Less => 2,
        }))
    }

    /// All values, one after the other, each with its names and its place.
    pub fn values(&self, said: &str) -> Held {
        let mut values: Vec<i128> = self.truth.known.iter().map(|(_, value)| *value).collect();
        values.sort_unstable();
        values.dedup();
        let mut at = 0;
        for value in values.iter().rev() {
            let words = format!(" {}", self.share(*value));
            // Names may be many, and the whole may stand before them with the same value.
            for name in self.names(&self.truth.at(*value)) {
                let place =
                    said[at..].find(&name).ok_or_else(|| format!("{name} is not said in its place: «{said}»"))?;
                let rest = &said[at + place..];
                let here = rest[..rest.find(';').unwrap_or(rest.len())].contains(&words);
                same(&format!("{name} has {words}"), here, true)?;
            }
            at = said[at..].find(&self.names(&self.truth.at(*value))[0]).map_or(at, |place| at + place);
        }
        Ok(())
    }
}

const THE: [&str; 3] = ["il", "lo", "l’"];
const TO: [&str; 3] = ["al", "allo", "all’"];
const FROM: [&str; 3] = ["dal", "dallo", "dall’"];
const OF: [&str; 3] = ["del", "dello", "dell’"];

/// A number with its article, plain, before nought, before a vowel.
fn joined([plain, zero, vowel]: [&str; 3], value: &str) -> String {
    match sound(value) {
        Some((true, _)) => format!("{vowel}{value}"),
        Some((_, true)) => format!("{zero} {value}"),
        _ => format!("{plain} {value}"),
    }
}
