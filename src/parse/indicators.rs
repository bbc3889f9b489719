//! indicators.yaml.

use super::draft::{DefinitionDraft, Draft, FigureDraft, IndicatorDraft, ItemDraft, KindWord, TargetDraft};
use super::fields::{Fields, check_id, count, entries, list, said_number, text};
use super::yaml::{Node, Tree};
use crate::data::indicator::{Better, Part};
use crate::data::period::Timing;
use crate::diag::{Code, Diagnostic, Term};
use crate::files::Placed;
use crate::words;

const GROUP: Term = Term::new("a group", "un gruppo");
const INDICATOR: Term = Term::new("an indicator", "un indicatore");
const ITEM: Term = Term::new("an item", "una voce");

/// Reads indicators.yaml into the draft.
pub fn indicators(node: Node, draft: &mut Draft, faults: &mut Vec<Diagnostic>) {
    let Some(mut fields) = Fields::open(node, Term::same("indicators.yaml"), faults) else { return };
    let groups = fields.take("groups");
    let list = fields.take("indicators");
    for (name, absent) in [("groups", groups.is_none()), ("indicators", list.is_none())] {
        if absent {
            fields.lacks(name);
        }
    }
    fields.close();
    for (id, node) in groups.and_then(|(_, node)| entries(node, Term::same("`groups`"), faults)).unwrap_or_default() {
        check_id(&id, GROUP, faults);
        // One whose title is a fault is there all the same: what names it has none.
        let title = text(node, Term::new("the title of a group", "il titolo di un gruppo"), faults);
        draft.groups.push((id.clone(), title.unwrap_or(id)));
    }
    for (id, node) in list.and_then(|(_, node)| entries(node, Term::same("`indicators`"), faults)).unwrap_or_default() {
        check_id(&id, INDICATOR, faults);
        draft.indicators.extend(indicator(id, node, faults));
    }
}

fn indicator(id: Placed<String>, node: Node, faults: &mut Vec<Diagnostic>) -> Option<IndicatorDraft> {
    let mut fields = Fields::open(node, INDICATOR, faults)?;
    let title = fields.required_text("title");
    let short = fields.required_text("short");
    let aliases = aliases(&mut fields);
    let group = fields.required_text("group");
    let kind = fields.required_word("kind", &[("share", KindWord::Share), ("availability", KindWord::Availability)]);
    let of = fields.required_text("of");
    let timing = fields.required_word("timing", &[("stock", Timing::Stock), ("flow", Timing::Flow)]);
    let better =
        fields.word("better", &[("higher", Better::Higher), ("lower", Better::Lower), ("neither", Better::Neither)]);
    let decimals = fields.count("decimals");
    let jump = fields.text("jump").and_then(|words| said_number(&words, "50", fields.faults()));
    let target = fields.take("target").and_then(|(_, node)| target(node, fields.faults()));
    let origin = fields.required_text("origin");
    let definitions = definitions(&id, &mut fields);
    let (mut items, mut figures, mut uncapped) = (Vec::new(), Vec::new(), None);
    match kind.as_ref().map(|kind| kind.value) {
        Some(KindWord::Share) => uncapped = self::uncapped(&mut fields),
        Some(KindWord::Availability) => {
            match fields.take("items") {
                Some((_, node)) => items = read_items(node, fields.faults()),
                None => fields.lacks("items"),
            }
            match fields.take("figures") {
                Some((_, node)) => figures = read_figures(node, true, fields.faults()),
                None => fields.lacks("figures"),
            }
        }
        // Of which kind it is has been asked: what belongs to either is no second fault.
        None => ["items", "figures", "cap", "because"].into_iter().for_each(|name| drop(fields.take(name))),
    }
    if let Some(decimals) = decimals.as_ref().filter(|decimals| decimals.value > 3) {
        let message = words!("more than three decimals", "più di tre decimali");
        let hint = words!("write 0, 1, 2 or 3", "scrivi 0, 1, 2 o 3");
        let fault = Diagnostic::new(Code::OutOfRange, decimals.at, message, hint);
        fields.faults().push(fault);
    }
    fields.close();
    Some(IndicatorDraft {
        id,
        title: title?,
        short: short?,
        aliases,
        group: group?,
        kind: kind?,
        of: of?,
        uncapped,
        timing: timing?,
        better: better.map_or(Better::Neither, |better| better.value),
        decimals: decimals.map_or(0, |decimals| decimals.value.min(3) as u8),
        jump,
        target,
        origin: origin?,
        definitions,
        items,
        figures,
    })
}

/// `cap: none`, where values may pass a hundred, with the reason that is printed.
fn uncapped(fields: &mut Fields<'_>) -> Option<Placed<String>> {
    let none = fields.word("cap", &[("none", ())]);
    let because = fields.text("because");
    match (fields.was_given("cap"), fields.was_given("because")) {
        (Some(_), None) => fields.lacks("because"),
        (None, Some(_)) => fields.lacks("cap"),
        _ => {}
    }
    because.filter(|_| none.is_some())
}

/// A value to be reached, and who says so.
fn target(node: Node, faults: &mut Vec<Diagnostic>) -> Option<TargetDraft> {
    let mut fields = Fields::open(node, Term::same("`target`"), faults)?;
    let value = fields.required_text("value").and_then(|words| said_number(&words, "85", fields.faults()));
    let (by, text, source) = (fields.day("by"), fields.text("text"), fields.required_text("source"));
    fields.close();
    Some(TargetDraft { value: value?, by, text, source: source? })
}

/// Other names, as tables of figures give them: a list of texts.
fn aliases(fields: &mut Fields<'_>) -> Vec<Placed<String>> {
    let Some((_, node)) = fields.take("aliases") else { return Vec::new() };
    let faults = fields.faults();
    let nodes = list(node, Term::same("`aliases`"), faults).unwrap_or_default();
    nodes.into_iter().filter_map(|node| text(node, Term::new("an alias", "un alias"), faults)).collect()
}

/// `definition` with its `total`, or `definitions`, but not both.
fn definitions(id: &Placed<String>, fields: &mut Fields<'_>) -> Vec<DefinitionDraft> {
    let versions = fields.take("definitions");
    let single = fields.text("definition");
    let total = fields.take("total").and_then(|(_, node)| total(node, fields.faults()));
    match (versions, single) {
        (None, None) => {
            fields.lacks("definition");
            Vec::new()
        }
        (None, Some(text)) => {
            let id = Placed::new(String::new(), id.at);
            vec![DefinitionDraft { id, text, total, items: None, of: None, figures: None, continues: None }]
        }
        (Some((at, _)), Some(_)) => {
            let message = words!(
                "`definition` and `definitions` cannot both stand",
                "`definition` e `definitions` non possono stare insieme"
            );
            let hint = words!(
                "keep `definitions`, and move the text of `definition` into one of them",
                "tieni `definitions`, e sposta il testo di `definition` in una di esse"
            );
            let fault = Diagnostic::new(Code::DuplicateKey, at, message, hint);
            fields.faults().push(fault);
            Vec::new()
        }
        (Some((_, node)), None) => {
            let versions = entries(node, Term::same("`definitions`"), fields.faults()).unwrap_or_default();
            let mut list = Vec::with_capacity(versions.len());
            for (id, node) in versions {
                let Some(mut fields) =
                    Fields::open(node, Term::new("a definition", "una definizione"), fields.faults())
                else {
                    continue;
                };
                let text = fields.required_text("text");
                let total = fields.take("total").and_then(|(_, node)| self::total(node, fields.faults()));
                let items = fields.take("items").map(|(at, node)| (at, names(node, fields.faults())));
                let of = fields.text("of");
                let figures = fields.take("figures").map(|(at, node)| (at, read_figures(node, false, fields.faults())));
                let continues = fields.text("continues");
                let because = fields.text("because");
                match (&continues, &because) {
                    (Some(_), None) => fields.lacks("because"),
                    (None, Some(_)) => fields.lacks("continues"),
                    _ => {}
                }
                fields.close();
                let continues = continues.zip(because);
                // One whose text is a fault is there all the same: what names it has none.
                let text = text.unwrap_or_else(|| id.clone());
                list.push(DefinitionDraft { id, text, total, items, of, figures, continues });
            }
            list
        }
    }
}

fn total(node: Node, faults: &mut Vec<Diagnostic>) -> Option<Placed<Option<u32>>> {
    let words = text(node, Term::same("total"), faults)?;
    if words.value == "unknown" {
        return Some(Placed::new(None, words.at));
    }
    count(&words, faults).map(|total| Placed::new(Some(total.value), total.at))
}

/// The keys of a list of items.
fn names(node: Node, faults: &mut Vec<Diagnostic>) -> Vec<Placed<String>> {
    let names =
        list(node, Term::new("`items` of a definition", "`items` di una definizione"), faults).unwrap_or_default();
    names
        .into_iter()
        .filter_map(|node| text(node, Term::new("the key of an item", "la chiave di una voce"), faults))
        .collect()
}

fn read_items(node: Node, faults: &mut Vec<Diagnostic>) -> Vec<ItemDraft> {
    let mut items = Vec::new();
    for (id, node) in entries(node, Term::same("`items`"), faults).unwrap_or_default() {
        check_id(&id, ITEM, faults);
        if let Tree::Map(_) = node.tree {
            let Some(mut fields) = Fields::open(node, ITEM, faults) else { continue };
            let title = fields.required_text("title");
            let short = fields.text("short");
            let aliases = aliases(&mut fields);
            fields.close();
            // One whose name is a fault is there all the same: what names it has none.
            let title = title.unwrap_or_else(|| id.clone());
            items.push(ItemDraft { id, title, short, aliases });
        } else {
            let title = text(node, Term::new("the name of an item", "il nome di una voce"), faults);
            let title = title.unwrap_or_else(|| id.clone());
            items.push(ItemDraft { id, title, short: None, aliases: Vec::new() });
        }
    }
    items
}

/// Words of the figures: of `all` of them, or of some.
fn read_figures(node: Node, all: bool, faults: &mut Vec<Diagnostic>) -> Vec<FigureDraft> {
    let Some(mut fields) = Fields::open(node, Term::same("`figures`"), faults) else { return Vec::new() };
    let mut figures = Vec::new();
    for (name, part) in [("items", Part::Items), ("table", Part::Table), ("territories", Part::Territories)] {
        let Some((_, node)) = fields.take(name) else {
            if all {
                fields.lacks(name);
            }
            continue;
        };
        let Some(mut words) = Fields::open(node, Term::new("a figure", "una figura"), fields.faults()) else {
            continue;
        };
        let title = words.required_text("title");
        let measure = words.required_text("measure");
        words.close();
        if let (Some(title), Some(measure)) = (title, measure) {
            figures.push((part, title, measure));
        }
    }
    fields.close();
    figures
}
