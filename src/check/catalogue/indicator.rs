//! One indicator: its group, its kind, its jump and its target.

use super::definition;
use super::of::{percent, unit};
use super::titles::titles;
use crate::data::indicator::{Group, Indicator, Item, Kind, Target};
use crate::data::number::Number;
use crate::data::period::Timing;
use crate::diag::{Code, Diagnostic, did_you_mean, nearest};
use crate::parse::draft::{IndicatorDraft, KindWord, SourceDraft, TargetDraft};
use crate::words;

/// Checks one indicator. `sources` are those that all editions share.
pub(super) fn indicator(
    draft: &IndicatorDraft,
    groups: &[Group],
    sources: &[SourceDraft],
    faults: &mut Vec<Diagnostic>,
) -> Indicator {
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
    let definitions =
        draft.definitions.iter().map(|version| definition::definition(version, &kind, draft, faults)).collect();
    definition::circles(draft, faults);
    definition::unlisted(draft, faults);
    if kind == Kind::Share {
        let own = draft.definitions.iter().filter_map(|version| version.of.as_ref());
        [&draft.of].into_iter().chain(own).for_each(|of| unit(of, faults));
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

/// The items of an availability, in the order of the author.
fn items(draft: &IndicatorDraft) -> Vec<Item> {
    let item = |item: &crate::parse::draft::ItemDraft| Item {
        id: item.id.value.clone(),
        title: item.title.value.clone(),
        short: item.short.as_ref().unwrap_or(&item.title).value.clone(),
        aliases: item.aliases.iter().map(|alias| alias.value.clone()).collect(),
    };
    draft.items.iter().map(item).collect()
}
