//! Groups and indicators: every group named, every item once, every word there.

use super::series::the_first;
use crate::data::indicator::{
    AvailabilityTitles, Catalogue, Continues, Definition, FigureWords, Group, Indicator, Item, Kind, Part,
};
use crate::data::period::Timing;
use crate::diag::{Code, Diagnostic, Placed, Span, did_you_mean, nearest};
use crate::parse::draft::{DefinitionDraft, Draft, IndicatorDraft, KindWord};
use crate::words;

/// Checks indicators.yaml.
pub fn catalogue(draft: &Draft, faults: &mut Vec<Diagnostic>) -> Catalogue {
    let groups = draft
        .groups
        .iter()
        .map(|(id, title)| Group { id: id.value.clone(), title: title.value.clone() })
        .collect::<Vec<_>>();
    let indicators = draft.indicators.iter().map(|indicator| check(indicator, &groups, faults)).collect();
    names(draft, faults);
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

fn check(draft: &IndicatorDraft, groups: &[Group], faults: &mut Vec<Diagnostic>) -> Indicator {
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
        faults.push(Diagnostic::new(Code::UnknownGroup, draft.group.at, message, hint));
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
            Kind::Availability { items: items(draft), titles: titles(draft) }
        }
    };
    let own_items = draft.items.len() as u32;
    let definitions: Vec<Definition> = draft
        .definitions
        .iter()
        .map(|definition| {
            if let (Kind::Share, Some(total)) = (&kind, definition.total) {
                let message = words!(
                    "a share has no total: only what is available is counted among items",
                    "una quota non ha un totale: solo di una disponibilità si contano le voci"
                );
                let hint = words!("take `total` away", "togli `total`");
                faults.push(Diagnostic::new(Code::UnknownKey, total.at, message, hint));
            } else if let Some(total) =
                definition.total.filter(|total| total.value.is_some_and(|total| total < own_items))
            {
                let message = words!(
                    "{own_items} items are listed, more than the total",
                    "le voci elencate sono {own_items}, più del totale"
                );
                let hint =
                    words!("write `total: {own_items}`, or `unknown`", "scrivi `total: {own_items}`, o `unknown`");
                faults.push(Diagnostic::new(Code::CountAboveTotal, total.at, message, hint));
            }
            Definition {
                id: definition.id.value.clone(),
                text: definition.text.value.clone(),
                total: match (&kind, definition.total) {
                    (Kind::Share, _) => None,
                    (Kind::Availability { .. }, said) => said.map_or(Some(own_items), |total| total.value),
                },
                continues: definition
                    .continues
                    .as_ref()
                    .and_then(|continues| self::continues(continues, definition, draft, faults)),
            }
        })
        .collect();
    Indicator {
        id: draft.id.value.clone(),
        title: draft.title.value.clone(),
        short: draft.short.value.clone(),
        group,
        kind,
        of: draft.of.value.clone(),
        decimals: draft.decimals,
        timing: draft.timing.value,
        better: draft.better,
        origin: draft.origin.value.clone(),
        definitions,
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
    };
    draft.items.iter().map(item).collect()
}

fn titles(draft: &IndicatorDraft) -> AvailabilityTitles {
    // A figure whose words are lacking is a fault already; the indicator's own words stand in until it is mended.
    let words = |part: Part| {
        let found = draft.figures.iter().find(|(of, _, _)| *of == part);
        let (title, measure) = found.map_or((&draft.title, &draft.of), |(_, title, measure)| (title, measure));
        FigureWords { title: title.value.clone(), measure: measure.value.clone() }
    };
    AvailabilityTitles { items: words(Part::Items), table: words(Part::Table), territories: words(Part::Territories) }
}
