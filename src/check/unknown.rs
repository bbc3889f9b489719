//! Names that mean nothing, or stand twice: what is said of them, and what may be written in their place.

use crate::data::indicator::{Indicator, Item};
use crate::data::named::Named;
use crate::data::territory::Territories;
use crate::diag::{Code, Diagnostic, MOST_TOLD, Words, did_you_mean, nearest};
use crate::files::{Placed, Span};
use crate::parse::keep_one;
use crate::words;

/// The fault of a name that is no indicator.
pub fn unknown_indicator(id: &Placed<String>, indicators: &[Indicator]) -> Diagnostic {
    let known = || indicators.iter().map(|indicator| indicator.id.as_str());
    let hint = match nearest(&id.value, known()) {
        Some(name) => did_you_mean(name),
        None => {
            let all = known().collect::<Vec<_>>().join(", ");
            words!("indicators.yaml has: {all}", "in indicators.yaml ci sono: {all}")
        }
    };
    let message = words!("there is no indicator `{}`", "non c’è nessun indicatore `{}`", id.value);
    Diagnostic::new(Code::UnknownIndicator, id.at, message, hint).fix_case(id, known())
}

/// The fault of a name that is no item of a list.
pub fn unknown_item(name: &Placed<String>, indicator: &Indicator, items: &[&Item]) -> Diagnostic {
    let id = &indicator.id;
    if indicator.items().iter().any(|item| item.id == name.value) {
        let message = words!(
            "`{}` is not in the list of the definition that is followed here",
            "`{}` non è nell’elenco della definizione seguita qui",
            name.value
        );
        let hint = words!(
            "follow another `definition`, or add it to the `items` of this one, in indicators.yaml",
            "segui un’altra `definition`, o aggiungila alle `items` di questa, in indicators.yaml"
        );
        return Diagnostic::new(Code::UnknownItem, name.at, message, hint);
    }
    let hint = match nearest(&name.value, items.iter().map(|item| item.id.as_str())) {
        Some(near) => did_you_mean(near),
        None => words!(
            "add it to the `items` of `{id}` in indicators.yaml",
            "aggiungila alle `items` di `{id}` in indicators.yaml"
        ),
    };
    let message = words!("`{id}` has no item `{}`", "`{id}` non ha una voce `{}`", name.value);
    let fault = Diagnostic::new(Code::UnknownItem, name.at, message, hint);
    fault.fix_case(name, items.iter().map(|item| item.id.as_str()))
}

/// How many territories a hint names at most.
const LISTED: usize = 12;

/// The fault of a name that is no territory.
pub fn unknown_territory(name: &Placed<String>, all: &Territories) -> Diagnostic {
    let (message, hint) = no_territory(&name.value, all);
    Diagnostic::new(Code::UnknownTerritory, name.at, message, hint)
}

/// Adds the fault of an unknown name in a list, which is the `count`-th of its list. Beyond the most that are told it
/// is only counted, for looking for a near name takes time.
pub fn one_more_unknown(name: &Placed<String>, count: usize, all: &Territories, faults: &mut Vec<Diagnostic>) {
    let is_same = |fault: &&mut Diagnostic| fault.code == Code::UnknownTerritory && fault.at.file == name.at.file;
    let last = if count > MOST_TOLD { faults.iter_mut().rev().find(is_same) } else { None };
    match last {
        Some(last) => last.rest += 1,
        None => faults.push(unknown_territory(name, all)),
    }
}

/// What is said of a name that means no territory: what it is, and what to write.
pub fn no_territory(name: &str, all: &Territories) -> (Words, Words) {
    let whole = &all.national().name;
    match all.named(name) {
        Named::Several(parts) => {
            let names: Vec<&str> = parts.iter().map(|id| all.get(*id).name.as_str()).collect();
            let (count, names) = (names.len(), names.join(", "));
            let message = words!(
                "`{name}` is not one territory but {count}",
                "`{name}` non è un territorio solo: ne riunisce {count}"
            );
            // A macro-area may have one territory.
            let message = if count > 1 { message } else { no_territory_at_all(name) };
            (message, words!("name its parts, each for itself: {names}", "indica le sue parti, una per una: {names}"))
        }
        Named::Level => (
            words!(
                "`{name}` is a level or a sum, not a territory",
                "`{name}` è un livello o un totale, non un territorio"
            ),
            words!(
                "name each territory for itself; the whole is {whole}",
                "indica ogni territorio per sé; l’insieme è {whole}"
            ),
        ),
        Named::Unknown(Some(near)) => (no_territory_at_all(name), did_you_mean(&near)),
        _ if !all.is_built_in() => (no_territory_at_all(name), own_territories(all)),
        _ => (
            no_territory_at_all(name),
            words!(
                "write a Region, an autonomous Province or Italia, by name, usual alias or NUTS 2 code",
                "scrivi una Regione, una Provincia autonoma o Italia, con il nome, un nome d’uso o il codice NUTS 2"
            ),
        ),
    }
}

fn no_territory_at_all(name: &str) -> Words {
    words!("there is no territory `{name}`", "non c’è nessun territorio `{name}`")
}

/// The label of the other place, where something was given before.
pub fn the_first() -> Words {
    words!("the first", "la prima volta è qui")
}

/// What may be written where the list is the authors' own.
fn own_territories(all: &Territories) -> Words {
    let names: Vec<&str> = all.iter().map(|(_, territory)| territory.name.as_str()).collect();
    let whole = &all.national().name;
    if names.len() > LISTED {
        return words!(
            "write a name, alias or code of territories.yaml; the whole is {whole}",
            "scrivi un nome, un alias o un codice di territories.yaml; l’insieme è {whole}"
        );
    }
    let names = names.join(", ");
    words!("territories.yaml has: {names}; the whole is {whole}", "territories.yaml ha: {names}; l’insieme è {whole}")
}

/// The fault of a territory that stands twice.
pub fn twice(name: &Placed<String>, first: Span) -> Diagnostic {
    let message = words!("`{}` has been given before", "`{}` c’è già", name.value);
    Diagnostic::new(Code::DuplicateTerritory, name.at, message, keep_one()).other(first, the_first())
}
