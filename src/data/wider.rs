//! Names that tables of figures have in the place of a territory: macro-areas, wholes of several territories, levels.
//!
//! Each is known as what it is, so that its value is never taken for that of one of its parts.

use super::territory::{Territories, TerritoryId, fold};

/// Names of the macro-areas of Italia and of their unions, folded, and the areas they hold. NUTS 1 codes are those of
/// 2010 and later, and those before, which Istat still prints.
#[rustfmt::skip]
const AREAS: &[(&[&str], &[&str])] = &[
    (&["nord ovest", "nordovest", "italia nord occidentale", "itc", "north west", "northwest"], &["nord-ovest"]),
    (&["nord est", "nordest", "italia nord orientale", "ith", "itd", "north east", "northeast"], &["nord-est"]),
    (&["centro", "centro italia", "italia centrale", "iti", "ite", "centre", "center", "central italy"], &["centro"]),
    (&["sud", "sud italia", "italia meridionale", "itf", "south", "southern italy"], &["sud"]),
    (&["isole", "italia insulare", "itg", "islands"], &["isole"]),
    (&["nord", "nord italia", "italia settentrionale", "north", "northern italy"], &["nord-ovest", "nord-est"]),
    (&["centro nord", "nord e centro", "centre north"], &["nord-ovest", "nord-est", "centro"]),
    (&["mezzogiorno", "sud e isole", "sud isole", "meridione", "south and islands"], &["sud", "isole"]),
    (&["centro sud", "centre south"], &["centro", "sud", "isole"]),
];

/// Other wholes of several territories of Italia, folded, and the NUTS 2 codes of what they hold.
#[rustfmt::skip]
const WHOLES: &[(&[&str], &[&str])] = &[
    (
        &["trentino alto adige", "trentino alto adige südtirol", "trentino alto adige sudtirol", "trentino sudtirol",
          "trentino south tyrol", "trentino suedtirol", "taa", "t a a", "it 32", "itda", "ith10 ith20"],
        &["ITH1", "ITH2"],
    ),
    (
        &["province autonome", "pa", "p a", "autonomous provinces"],
        &["ITH1", "ITH2"],
    ),
    (
        &["regioni a statuto speciale", "regioni autonome", "statuto speciale"],
        &["ITC2", "ITH1", "ITH2", "ITH4", "ITG1", "ITG2"],
    ),
    (
        &["regioni a statuto ordinario", "statuto ordinario"],
        &["ITC1", "ITC3", "ITC4", "ITH3", "ITH5", "ITI1", "ITI2", "ITI3", "ITI4", "ITF1", "ITF2", "ITF3", "ITF4", "ITF5",
          "ITF6"],
    ),
];

/// Words for a level or a sum, folded: they name no place.
#[rustfmt::skip]
const LEVELS: &[&str] = &[
    "regione", "regioni", "provincia", "province", "provincia autonoma", "regioni e province autonome", "comune",
    "comuni", "ripartizione", "ripartizioni", "ripartizione geografica", "ripartizioni geografiche", "macroarea",
    "macroaree", "macro area", "macro aree", "area geografica", "nuts 1", "nuts1", "nuts 2", "nuts2", "nuts 3", "nuts3",
    "totale", "totale regioni", "totale generale", "totale complessivo", "media", "media regioni", "media delle regioni",
    "region", "regions", "macro areas", "provinces", "municipalities", "total", "grand total", "average", "mean",
];

/// Words that join the names of several territories into one.
const JOINTS: [&str; 7] = [" e ", " ed ", " and ", "+", "/", "&", ","];

/// The territories of the list that a name holds, where it is the name of several of them; such a name means none of
/// them alone.
pub fn parts(text: &str, all: &Territories) -> Option<Vec<TerritoryId>> {
    let folded = fold(text);
    let of_area = |id: &str| -> Vec<TerritoryId> {
        all.iter().filter(|(_, territory)| territory.area == id).map(|(id, _)| id).collect()
    };
    let own = all.areas().iter().find(|area| fold(&area.id) == folded || fold(&area.title) == folded);
    if let Some(own) = own.map(|area| of_area(&area.id)).filter(|parts| !parts.is_empty()) {
        return Some(own);
    }
    if all.is_built_in() {
        let is_named = |names: &[&str]| names.iter().any(|name| fold(name) == folded);
        if let Some((_, areas)) = AREAS.iter().find(|(names, _)| is_named(names)) {
            return Some(areas.iter().flat_map(|area| of_area(area)).collect());
        }
        if let Some((_, codes)) = WHOLES.iter().find(|(names, _)| is_named(names)) {
            let is_part = |code: &str| codes.contains(&code);
            return Some(all.iter().filter(|(_, one)| is_part(&one.code)).map(|(id, _)| id).collect());
        }
    }
    joined(text, all)
}

/// The territories whose names, joined, make up a text: "Piemonte e Valle d’Aosta", "ITH1+ITH2", "Abruzzo-Molise".
fn joined(text: &str, all: &Territories) -> Option<Vec<TerritoryId>> {
    let lower = text.to_lowercase();
    let joints = JOINTS.into_iter().chain(["-", "–"]);
    joints.filter(|joint| lower.contains(joint)).find_map(|joint| {
        let mut parts = Vec::new();
        for part in lower.split(joint) {
            let part = all.known(part)??;
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        parts.sort_unstable();
        (parts.len() > 1).then_some(parts)
    })
}

/// Whether a name is the word for a level, such as regions, or for a sum.
pub fn is_level(text: &str) -> bool {
    LEVELS.contains(&fold(text).as_str())
}

/// The bytes of the longest name that is looked at as a slip of the pen.
const LONGEST_NAME: usize = 200;

/// How many slips of the pen lie between two folded names, where one may be meant for the other; `None` where it may
/// not. They are compared word by word, so that a word they share says nothing. Words with digits and words of three
/// letters or fewer are codes, and must agree.
pub fn slips(given: &str, known: &str) -> Option<usize> {
    // No name is as long, and the look for what it may be meant for takes its time.
    if given.len() > LONGEST_NAME {
        return None;
    }
    let words = || given.split(' ').count() == known.split(' ').count();
    if !words() {
        // A space too many or too few.
        let close = |text: &str| text.replace(' ', "");
        return (given.len() > 5 && close(given) == close(known)).then_some(1);
    }
    let mut sum = 0;
    for (given, known) in given.split(' ').zip(known.split(' ')) {
        if given == known {
            continue;
        }
        let shortest = given.chars().count().min(known.chars().count());
        let is_code = |word: &str| shortest < 4 || word.contains(|sign: char| sign.is_ascii_digit());
        let slips = strsim::damerau_levenshtein(given, known);
        // Who slips twice has the first letter right: South is not meant for North.
        let allowed = if given.chars().next() == known.chars().next() { 2.min((shortest + 1) / 3) } else { 1 };
        if is_code(given) || is_code(known) || slips > allowed {
            return None;
        }
        sum += slips;
    }
    (sum > 0).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::{is_level, parts, slips};
    use crate::data::named::Named;
    use crate::data::territory::{Area, Territories, fold};

    #[test]
    fn macro_areas_and_wholes_of_several_are_known_with_their_parts() {
        let italy = Territories::italy();
        for (text, count) in [
            ("Sud", 6),
            ("NORD-OVEST", 4),
            ("Nord Est", 5),
            ("Centro", 4),
            ("Mezzogiorno", 8),
            ("ITC", 4),
            ("ITH", 5),
            ("ITD", 5),
            ("Trentino-Alto Adige", 2),
            ("Trentino Alto Adige / Südtirol", 2),
            ("IT-32", 2),
            ("ITDA", 2),
            ("ITH1+ITH2", 2),
            ("Piemonte e Valle d’Aosta", 2),
            ("Abruzzo-Molise", 2),
            ("P.A. Bolzano, P.A. Trento", 2),
            ("Regioni a statuto ordinario", 15),
        ] {
            assert_eq!(parts(text, &italy).map(|parts| parts.len()), Some(count), "{text}");
            assert!(matches!(italy.named(text), Named::Several(_)), "{text}");
            assert!(matches!(Territories::italy_in_english().named(text), Named::Several(_)), "{text}");
        }
        for text in [
            "Emilia-Romagna",
            "Bolzano/Bozen",
            "Bolzano-Bozen",
            "Baviera",
            "Friuli-Venezia Giulia",
            "Trento e Trentino",
        ] {
            assert_eq!(parts(text, &italy), None, "{text}");
        }
        assert!(is_level("Regioni") && is_level("TOTALE") && !is_level("Lazio"));
    }

    #[test]
    fn no_name_of_several_is_that_of_one() {
        for italy in [Territories::italy(), Territories::italy_in_english()] {
            let of_areas = super::AREAS.iter().flat_map(|(names, _)| names.iter());
            for name in of_areas.chain(super::WHOLES.iter().flat_map(|(names, _)| names.iter())).chain(super::LEVELS) {
                assert_eq!(italy.known(name), None, "{name}");
            }
        }
    }

    #[test]
    fn the_areas_of_an_own_list_are_known() {
        let italy = Territories::italy();
        let list: Vec<_> = italy.iter().map(|(_, territory)| territory.clone()).collect();
        let area = |id: &str, title: &str| Area { id: id.to_owned(), title: title.to_owned() };
        let own = Territories::new(list, italy.national().clone()).with(vec![area("sud", "Sotto Roma")], None);
        assert!(matches!(own.named("sotto roma"), Named::Several(parts) if parts.len() == 6));
        // What Italy calls so means nothing in a list of one's own.
        assert_eq!(own.named("Mezzogiorno"), Named::Unknown(None));
    }

    #[test]
    fn a_slip_is_one_of_spelling_and_never_a_shared_part() {
        let near = |given: &str, known: &str| slips(&fold(given), &fold(known)).is_some();
        for (given, known) in [
            ("Lombradia", "Lombardia"),
            ("Emilia-Romangna", "Emilia-Romagna"),
            ("Emiliaromagna", "Emilia-Romagna"),
            ("Camapnia", "Campania"),
            ("Marke", "Marche"),
            ("P.A. Trent", "P.A. Trento"),
        ] {
            assert!(near(given, known), "{given}");
        }
        for (given, known) in [
            ("Sud", "Südtirol"),
            ("Emilia", "Emilia-Romagna"),
            ("Trentino-Alto Adige", "Trentino"),
            ("ITC", "ITC1"),
            ("ITE4", "ITC4"),
            ("IT-32", "IT-23"),
            ("North East", "North West"),
            ("South Wales", "North Wales"),
            ("P.A. Bologna", "P.A. Bolzano"),
        ] {
            assert!(!near(given, known), "{given}");
        }
    }
}
