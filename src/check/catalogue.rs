//! Groups and indicators: every group named, every item once, every word there.

use super::unknown::the_first;
use crate::data::indicator::{
    AvailabilityTitles, Catalogue, Continues, Definition, FigureWords, Group, Indicator, Item, Kind, Part, Target,
};
use crate::data::number::Number;
use crate::data::period::Timing;
use crate::data::territory::fold;
use crate::diag::{Code, Diagnostic, did_you_mean, nearest};
use crate::files::{Placed, Span};
use crate::parse::draft::{DefinitionDraft, Draft, FigureDraft, IndicatorDraft, KindWord, SourceDraft, TargetDraft};
use crate::parse::keep_one;
use crate::words;

/// Checks indicators.yaml.
pub fn catalogue(draft: &Draft, faults: &mut Vec<Diagnostic>) -> Catalogue {
    let groups = draft
        .groups
        .iter()
        .map(|(id, title)| Group { id: id.value.clone(), title: title.value.clone() })
        .collect::<Vec<_>>();
    let indicators =
        draft.indicators.iter().map(|indicator| check(indicator, &groups, &draft.sources, faults)).collect();
    names(draft, faults);
    aliases(draft, faults);
    Catalogue { groups, indicators }
}

/// The parts of an availability indicator.
const PARTS: [Part; 3] = [Part::Items, Part::Table, Part::Territories];

/// No two figures or data files can have one name.
fn names(draft: &Draft, faults: &mut Vec<Diagnostic>) {
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

/// No name of an item is one of another item of its indicator, and no two indicators have title and short name alike: the
/// header of a table would mean two things, and readers could not tell them apart.
fn aliases(draft: &Draft, faults: &mut Vec<Diagnostic>) {
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

fn check(draft: &IndicatorDraft, groups: &[Group], sources: &[SourceDraft], faults: &mut Vec<Diagnostic>) -> Indicator {
    let group = groups.iter().position(|group| group.id == draft.group.value).unwrap_or_else(|| {
        let known = || groups.iter().map(|group| group.id.as_str());
        let hint = match nearest(&draft.group.value, known()) {
            Some(name) => did_you_mean(name),
            None => {
                let all = known().collect::<Vec<_>>().join(", ");
                words!("groups are: {all}", "i gruppi sono: {all}")
            }
        };
        let message = words!("there is no group `{}`", "non c’è nessun gruppo `{}`", draft.group.value);
        let fault = Diagnostic::new(Code::UnknownGroup, draft.group.at, message, hint);
        faults.push(fault.fix_case(&draft.group, known()));
        0
    });
    let kind = match draft.kind.value {
        KindWord::Share => Kind::Share,
        KindWord::Availability => {
            if draft.timing.value == Timing::Flow {
                let hint = words!("write `timing: stock`", "scrivi `timing: stock`");
                let message = words!(
                    "what is available is counted at a date, not over a window",
                    "ciò che è disponibile si conta a una data, non in una finestra di mesi"
                );
                faults.push(Diagnostic::new(Code::WrongTiming, draft.timing.at, message, hint));
            }
            Kind::Availability { items: items(draft), titles: titles(&[], draft) }
        }
    };
    let definitions = draft.definitions.iter().map(|version| definition(version, &kind, draft, faults)).collect();
    circles(draft, faults);
    unlisted(draft, faults);
    if kind == Kind::Share {
        let own = draft.definitions.iter().filter_map(|version| version.of.as_ref());
        [&draft.of].into_iter().chain(own).for_each(|of| whole(of, faults));
    }
    let own = draft.definitions.iter().filter_map(|version| version.of.as_ref());
    [&draft.of].into_iter().chain(own).for_each(|of| percent(of, faults));
    Indicator {
        id: draft.id.value.clone(),
        title: draft.title.value.clone(),
        short: draft.short.value.clone(),
        aliases: draft.aliases.iter().map(|alias| alias.value.clone()).collect(),
        group,
        kind,
        of: draft.of.value.clone(),
        uncapped: draft.uncapped.as_ref().map(|why| why.value.clone()),
        end: Number::HUNDRED,
        decimals: draft.decimals,
        timing: draft.timing.value,
        better: draft.better,
        jump: jump(draft, faults),
        target: draft.target.as_ref().map(|target| self::target(target, draft.uncapped.is_some(), sources, faults)),
        origin: draft.origin.value.clone(),
        definitions,
    }
}

/// Words that measure, and are no whole of which a share could be: with their preposition they are, "dei giorni".
const UNITS: [&str; 36] = [
    "giorno",
    "giorni",
    "mese",
    "mesi",
    "anno",
    "anni",
    "ora",
    "ore",
    "minuto",
    "minuti",
    "settimana",
    "settimane",
    "euro",
    "eur",
    "dollari",
    "abitanti",
    "abitante",
    "residenti",
    "punti",
    "posti",
    "metri",
    "km",
    "kg",
    "day",
    "days",
    "month",
    "months",
    "year",
    "years",
    "hour",
    "hours",
    "minutes",
    "weeks",
    "euros",
    "inhabitants",
    "dollars",
];

/// Asks about a whole that is a unit, or so many of something: a share is a percentage, and would say "% giorni".
fn whole(of: &Placed<String>, faults: &mut Vec<Diagnostic>) {
    let folded = fold(&of.value);
    let first = folded.split(' ').next().unwrap_or("");
    let so_many = ["per", "ogni", "every"].contains(&first)
        && folded.split(' ').nth(1).is_some_and(|word| {
            word.starts_with(|sign: char| sign.is_ascii_digit())
                || ["mille", "milione", "thousand", "million"].contains(&word)
        });
    let rate = ["pro capite", "per capita", "per mille", "per head"].iter().any(|words| folded.contains(words))
        || of.value.contains(['‰', '€', '$', '£']);
    let told = of.value.trim_start().starts_with('%');
    if told || (!UNITS.contains(&first) && !so_many && !rate) {
        return;
    }
    let said = &of.value;
    let message = words!(
        "`{said}` is a unit, not a whole: figures would say “% {said}”",
        "`{said}` è un’unità di misura, non un totale: le figure direbbero «% {said}»"
    );
    let hint = words!(
        "a share is a percentage: say of what, as in `of: degli abitanti`; what is measured in another unit has no place here",
        "una quota è una percentuale: di’ di che cosa, per esempio `of: degli abitanti`; ciò che si misura in un’altra unità \
         qui non ha posto"
    );
    faults.push(Diagnostic::new(Code::NoWhole, of.at, message, hint).warning());
}

/// Figures put the sign before the whole: `of: "% degli assistiti"` would be printed with two.
fn percent(of: &Placed<String>, faults: &mut Vec<Diagnostic>) {
    let Some(rest) = of.value.trim_start().strip_prefix('%').map(str::trim) else { return };
    let message = words!(
        "figures put “%” before this: they would say “% % {rest}”",
        "le figure mettono «%» davanti: direbbero «% % {rest}»"
    );
    let hint = words!("write `of: {rest}`", "scrivi `of: {rest}`");
    faults.push(Diagnostic::new(Code::NoWhole, of.at, message, hint));
}

/// The change that wants a note: half of the whole, where the author does not say.
fn jump(draft: &IndicatorDraft, faults: &mut Vec<Diagnostic>) -> Number {
    let Some(said) = draft.jump else { return Number::whole(50) };
    if said.value <= Number::ZERO || said.value > Number::HUNDRED {
        let message = words!(
            "a jump is a change of more than 0 and at most 100 points",
            "un salto è una variazione di più di 0 e non più di 100 punti"
        );
        let hint = words!("write `jump: 50`, or take it away", "scrivi `jump: 50`, o togli la riga");
        faults.push(Diagnostic::new(Code::OutOfRange, said.at, message, hint));
    }
    said.value
}

/// A value to be reached: a share, stated by a source that all editions share.
fn target(draft: &TargetDraft, uncapped: bool, sources: &[SourceDraft], faults: &mut Vec<Diagnostic>) -> Target {
    if draft.value.value < Number::ZERO || (draft.value.value > Number::HUNDRED && !uncapped) {
        let message = words!("a target is between 0 and 100", "un obiettivo è tra 0 e 100");
        let hint = words!("check the figure with its source", "controlla la cifra sulla fonte");
        faults.push(Diagnostic::new(Code::OutOfRange, draft.value.at, message, hint));
    }
    let known = || sources.iter().map(|source| source.id.value.as_str());
    if !known().any(|id| id == draft.source.value) {
        let hint = match nearest(&draft.source.value, known()) {
            Some(name) => did_you_mean(name),
            None => words!(
                "declare it in sources.yaml: a target is the same in every edition",
                "dichiarala in sources.yaml: un obiettivo è lo stesso in ogni edizione"
            ),
        };
        let message = words!("there is no shared source `{}`", "non c’è nessuna fonte comune `{}`", draft.source.value);
        let fault = Diagnostic::new(Code::UnknownSource, draft.source.at, message, hint);
        faults.push(fault.fix_case(&draft.source, known()));
    }
    Target {
        value: draft.value.value,
        by: draft.by.as_ref().map(|by| by.value),
        text: draft.text.as_ref().map(|text| text.value.clone()),
        source: draft.source.value.clone(),
    }
}

/// One version.
fn definition(
    version: &DefinitionDraft,
    kind: &Kind,
    draft: &IndicatorDraft,
    faults: &mut Vec<Diagnostic>,
) -> Definition {
    let is_share = *kind == Kind::Share;
    let total = version.total;
    if is_share {
        if let Some(total) = total {
            let message = words!(
                "a share has no total: only what is available is counted among items",
                "una quota non ha un totale: solo di una disponibilità si contano le voci"
            );
            let hint = words!("take `total` away", "togli `total`");
            faults.push(Diagnostic::new(Code::UnknownKey, total.at, message, hint));
        }
        let items = version.items.as_ref().map(|(at, _)| ("items", *at));
        let figures = version.figures.as_ref().map(|(at, _)| ("figures", *at));
        for (key, at) in items.into_iter().chain(figures) {
            let message = words!("`{key}` is for an availability only", "`{key}` vale solo per una `availability`");
            let hint = words!("take `{key}` away", "togli `{key}`");
            faults.push(Diagnostic::new(Code::UnknownKey, at, message, hint));
        }
    }
    let items = match &version.items {
        Some((at, names)) if !is_share => listed(*at, names, draft, faults),
        _ => (0..draft.items.len()).collect(),
    };
    let count = items.len() as u32;
    if let Some(total) = total.filter(|total| !is_share && total.value.is_some_and(|total| total < count)) {
        let message =
            words!("{count} items are listed, more than the total", "le voci elencate sono {count}, più del totale");
        let hint = words!("write `total: {count}`, or `unknown`", "scrivi `total: {count}`, o `unknown`");
        faults.push(Diagnostic::new(Code::CountAboveTotal, total.at, message, hint));
    }
    let own_words = version.figures.as_ref().filter(|_| !is_share);
    Definition {
        id: version.id.value.clone(),
        text: version.text.value.clone(),
        total: if is_share { None } else { total.map_or(Some(count), |total| total.value) },
        items,
        of: version.of.as_ref().map(|of| of.value.clone()),
        titles: own_words.map(|(_, own)| titles(own, draft)),
        continues: version.continues.as_ref().and_then(|said| continues(said, version, draft, faults)),
    }
}

/// The items that a version lists, in the order of the indicator's.
fn listed(at: Span, names: &[Placed<String>], draft: &IndicatorDraft, faults: &mut Vec<Diagnostic>) -> Vec<usize> {
    let known = || draft.items.iter().map(|item| item.id.value.as_str());
    let mut listed: Vec<(usize, Span)> = Vec::with_capacity(names.len());
    for name in names {
        let id = &draft.id.value;
        let Some(place) = known().position(|item| item == name.value) else {
            let message = words!("`{id}` has no item `{}`", "`{id}` non ha una voce `{}`", name.value);
            let hint = match nearest(&name.value, known()) {
                Some(near) => did_you_mean(near),
                None => words!(
                    "add it to the `items` of `{id}`, which are those of all its definitions",
                    "aggiungila alle `items` di `{id}`, che sono le voci di tutte le sue definizioni"
                ),
            };
            faults.push(Diagnostic::new(Code::UnknownItem, name.at, message, hint));
            continue;
        };
        if let Some((_, first)) = listed.iter().find(|(other, _)| *other == place) {
            let message = words!("`{}` is listed twice", "`{}` è nell’elenco due volte", name.value);
            let fault = Diagnostic::new(Code::DuplicateKey, name.at, message, keep_one());
            faults.push(fault.other(*first, the_first()));
            continue;
        }
        listed.push((place, name.at));
    }
    if names.is_empty() {
        let message = words!("a definition lists one item or more", "una definizione elenca una voce o più");
        let hint = words!(
            "write `items: [...]`, or take `items` away where it lists all of them",
            "scrivi `items: [...]`, o togli `items` se le elenca tutte"
        );
        faults.push(Diagnostic::new(Code::MissingKey, at, message, hint));
    }
    let mut places: Vec<usize> = listed.into_iter().map(|(place, _)| place).collect();
    places.sort_unstable();
    places
}

/// An item that no version lists would stand in no figure.
fn unlisted(draft: &IndicatorDraft, faults: &mut Vec<Diagnostic>) {
    let lists: Vec<_> = draft.definitions.iter().filter_map(|version| version.items.as_ref()).collect();
    let known = |name: &Placed<String>| draft.items.iter().any(|item| item.id.value == name.value);
    // A name that is no item may be meant for one that seems forgotten.
    if lists.len() < draft.definitions.len() || !lists.iter().all(|(_, names)| names.iter().all(known)) {
        return;
    }
    for item in &draft.items {
        let id = &item.id;
        if !lists.iter().any(|(_, names)| names.iter().any(|name| name.value == id.value)) {
            let message = words!(
                "no definition lists `{}`: nobody would see it",
                "nessuna definizione elenca `{}`: non si vedrebbe mai",
                id.value
            );
            let hint = words!(
                "add it to the `items` of a definition, or take it away",
                "aggiungila alle `items` di una definizione, o toglila"
            );
            faults.push(Diagnostic::new(Code::UnknownItem, id.at, message, hint));
        }
    }
}

/// A version cannot continue itself, through others or not: which of them would be the older?
fn circles(draft: &IndicatorDraft, faults: &mut Vec<Diagnostic>) {
    let next = |version: &DefinitionDraft| {
        let (other, _) = version.continues.as_ref()?;
        draft.definitions.iter().position(|definition| definition.id.value == other.value)
    };
    let mut said = vec![false; draft.definitions.len()];
    for start in 0..draft.definitions.len() {
        // A circle comes back to where it began within as many steps as there are versions.
        let mut path = vec![start];
        while let Some(place) = next(&draft.definitions[path[path.len() - 1]]).filter(|place| !path.contains(place)) {
            path.push(place);
        }
        let last = &draft.definitions[path[path.len() - 1]];
        let (Some((other, _)), true) = (&last.continues, next(last) == Some(start)) else { continue };
        // One step is a version that continues itself, which is told where it is read.
        if path.len() == 1 || path.iter().any(|&place| said[place]) {
            continue;
        }
        path.iter().for_each(|&place| said[place] = true);
        let names = path.iter().map(|&place| format!("`{}`", draft.definitions[place].id.value));
        let names = names.collect::<Vec<_>>().join(", ");
        let message = words!(
            "these definitions continue each other in a circle: {names}",
            "queste definizioni si continuano in circolo: {names}"
        );
        let hint = words!(
            "the newer continues the older: take the other `continues` away",
            "la più recente continua la più vecchia: togli l’altro `continues`"
        );
        let fault = Diagnostic::new(Code::UnknownWord, other.at, message, hint);
        faults.push(match &draft.definitions[start].continues {
            Some((first, _)) => fault.other(first.at, words!("and back", "e ritorno")),
            None => fault,
        });
    }
}

/// The version that another continues, which must be another one of the same indicator.
fn continues(
    (other, because): &(Placed<String>, Placed<String>),
    own: &DefinitionDraft,
    draft: &IndicatorDraft,
    faults: &mut Vec<Diagnostic>,
) -> Option<Continues> {
    let known = || draft.definitions.iter().map(|definition| definition.id.value.as_str());
    if let Some(definition) = known().position(|id| id == other.value).filter(|_| other.value != own.id.value) {
        return Some(Continues { definition, because: because.value.clone() });
    }
    let others: Vec<&str> = known().filter(|id| *id != own.id.value).collect();
    let others = others.join(", ");
    let message = words!(
        "`{}` has no other definition `{}`",
        "`{}` non ha un’altra definizione `{}`",
        draft.id.value,
        other.value
    );
    let hint = words!("its other definitions are: {others}", "le altre definizioni sono: {others}");
    faults.push(Diagnostic::new(Code::UnknownWord, other.at, message, hint));
    None
}

fn items(draft: &IndicatorDraft) -> Vec<Item> {
    let item = |item: &crate::parse::draft::ItemDraft| Item {
        id: item.id.value.clone(),
        title: item.title.value.clone(),
        short: item.short.as_ref().unwrap_or(&item.title).value.clone(),
        aliases: item.aliases.iter().map(|alias| alias.value.clone()).collect(),
    };
    draft.items.iter().map(item).collect()
}

/// The words of the figures: a version's own, else the indicator's.
fn titles(own: &[FigureDraft], draft: &IndicatorDraft) -> AvailabilityTitles {
    // A figure whose words are lacking is a fault already; the indicator's own words stand in until it is mended.
    let words = |part: Part| {
        let found = own.iter().chain(&draft.figures).find(|(of, _, _)| *of == part);
        let (title, measure) = found.map_or((&draft.title, &draft.of), |(_, title, measure)| (title, measure));
        FigureWords { title: title.value.clone(), measure: measure.value.clone() }
    };
    AvailabilityTitles { items: words(Part::Items), table: words(Part::Table), territories: words(Part::Territories) }
}
