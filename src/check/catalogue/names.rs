//! Names: no two figures, files of data, indicators or items may be taken for one another.

use crate::check::unknown::the_first;
use crate::data::indicator::Part;
use crate::data::territory::fold;
use crate::diag::{Code, Diagnostic};
use crate::files::{Placed, Span};
use crate::parse::draft::{Draft, KindWord};
use crate::words;

/// The parts of an availability indicator.
const PARTS: [Part; 3] = [Part::Items, Part::Table, Part::Territories];

/// Adds the faults of indicators whose figures or files of data would have the same name.
pub(super) fn of_files(draft: &Draft, faults: &mut Vec<Diagnostic>) {
    let mut seen: Vec<(String, Span)> = Vec::new();
    for indicator in &draft.indicators {
        let id = &indicator.id;
        let mut names = vec![id.value.clone()];
        if indicator.kind.value == KindWord::Availability {
            names.extend(PARTS.map(|part| format!("{}-{}", id.value, part.word())));
        }
        // What changed in a figure is a figure too.
        names.extend(names.clone().iter().map(|name| format!("change-{name}")));
        if let Some((name, first)) = seen.iter().find(|(name, _)| names.contains(name)) {
            let message = words!(
                "two indicators would have a figure or a data file `{name}`",
                "due indicatori avrebbero una figura o un file di dati `{name}`"
            );
            let hint = words!(
                "an availability adds -items, -table and -territories to its key: choose another",
                "una disponibilità aggiunge -items, -table e -territories alla sua chiave: scegline un’altra"
            );
            let fault = Diagnostic::new(Code::DuplicateKey, id.at, message, hint);
            faults.push(fault.other(*first, the_first()));
        }
        seen.extend(names.into_iter().map(|name| (name, id.at)));
    }
}

/// Adds the faults of names that two things share: two items of one indicator, or two indicators that have both title
/// and short name alike. The header of a table would mean both, and readers could not tell them apart.
pub(super) fn of_things(draft: &Draft, faults: &mut Vec<Diagnostic>) {
    let mut of_indicators = Vec::new();
    for indicator in &draft.indicators {
        let short = Some(&indicator.short);
        of_indicators.push(Named::new(&indicator.id, &indicator.title, short, &indicator.aliases));
        let items = indicator.items.iter();
        let items = items.map(|item| Named::new(&item.id, &item.title, item.short.as_ref(), &item.aliases)).collect();
        clashes(items, shared, faults);
    }
    clashes(of_indicators, alike, faults);
}

/// The names of one thing, as written.
struct Named<'d> {
    names: Vec<&'d Placed<String>>,
    aliases: &'d [Placed<String>],
}

impl<'d> Named<'d> {
    fn new(
        id: &'d Placed<String>,
        title: &'d Placed<String>,
        short: Option<&'d Placed<String>>,
        aliases: &'d [Placed<String>],
    ) -> Named<'d> {
        Named { names: [id, title].into_iter().chain(short).collect(), aliases }
    }
}

/// The places of title and short name among those of a thing, after its key.
const TITLE: usize = 1;

const SHORT: usize = 2;

/// The first name that two things share, whatever its capitals, accents and hyphens: that of each, the later first. Two
/// short names may be the same, for each stands below its group; where one of the two is a key, the other is at fault.
fn shared<'d>(one: &Named<'d>, other: &Named<'d>) -> Option<[&'d Placed<String>; 2]> {
    for (place, own) in one.names.iter().enumerate() {
        for (at, name) in other.names.iter().enumerate() {
            let both_short = place == SHORT && at == SHORT;
            if !both_short && fold(&own.value) == fold(&name.value) {
                return Some(if place == 0 { [*name, *own] } else { [*own, *name] });
            }
        }
    }
    None
}

/// The titles of two things that have title and short name alike.
fn alike<'d>(one: &Named<'d>, other: &Named<'d>) -> Option<[&'d Placed<String>; 2]> {
    let same = |place: usize| fold(&one.names[place].value) == fold(&other.names[place].value);
    (same(TITLE) && same(SHORT)).then(|| [one.names[TITLE], other.names[TITLE]])
}

/// Finds what two things share.
type Shared<'d> = fn(&Named<'d>, &Named<'d>) -> Option<[&'d Placed<String>; 2]>;

/// Adds the faults of things that share a name, and of aliases that are the name of another.
fn clashes<'d>(list: Vec<Named<'d>>, shared: Shared<'d>, faults: &mut Vec<Diagnostic>) {
    for (place, one) in list.iter().enumerate() {
        if let Some([name, other]) = list[..place].iter().find_map(|earlier| shared(one, earlier)) {
            let message = words!("`{}` is the name of two things", "`{}` è il nome di due cose diverse", name.value);
            let hint = words!(
                "neither readers nor the header of a table could tell them apart: give each a name of its own",
                "né chi legge né l’intestazione di una tabella li distinguerebbe: dai a ciascuno un nome suo"
            );
            let fault = Diagnostic::new(Code::DuplicateKey, name.at, message, hint);
            faults.push(fault.other(other.at, words!("the other", "l’altra")));
        }
        for alias in one.aliases {
            let own = fold(&alias.value);
            // Of two equal aliases, the later is at fault.
            let others = list.iter().enumerate().filter(|(other, _)| *other != place);
            let mut taken = others.flat_map(|(other, named)| {
                named.names.iter().copied().chain(named.aliases.iter().filter(move |_| other < place))
            });
            if let Some(first) = taken.find(|name| fold(&name.value) == own) {
                let message = words!(
                    "`{}` would be the name of two things",
                    "`{}` sarebbe il nome di due cose diverse",
                    alias.value
                );
                let hint = words!(
                    "a header of a table could not tell them apart: take the alias away, or make it longer",
                    "l’intestazione di una tabella non li distinguerebbe: togli l’alias, o rendilo più lungo"
                );
                let fault = Diagnostic::new(Code::DuplicateKey, alias.at, message, hint);
                faults.push(fault.other(first.at, words!("the other", "l’altra")));
            }
        }
    }
}
