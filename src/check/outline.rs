//! Outlines: every figure has data, every narrative its file, nothing stands twice.

use super::checked::{EntryData, PassageData};
use super::claim;
use super::context::Context;
use super::series::unknown_indicator;
use super::typed;
use super::value::Values;
use crate::data::address::is_reserved;
use crate::data::indicator::Part;
use crate::data::prose::{map_blocks, map_inlines};
use crate::data::value::Value;
use crate::diag::{Code, Diagnostic, Placed, Span, nearest};
use crate::parse::check_id;
use crate::parse::draft::{EntryDraft, Expression, OutlineDraft};

/// Checks an outline for one edition.
pub fn outline(draft: &OutlineDraft, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Vec<EntryData> {
    let mut seen: Vec<(String, Span)> = Vec::new();
    let mut entries = Vec::with_capacity(draft.entries.len());
    for entry in &draft.entries {
        if let Some(name) = once(&entry.value) {
            if let Some((_, first)) = seen.iter().find(|(other, _)| *other == name) {
                let message = format!("`{name}` stands twice in the outline");
                let fault = Diagnostic::new(Code::DuplicateKey, entry.at, message, "keep one of the two");
                faults.push(fault.other(*first, "the first"));
                continue;
            }
            seen.push((name, entry.at));
        }
        entries.extend(check(entry, context, faults));
    }
    fixed_addresses(&entries, faults);
    let named = |name: &str| seen.iter().any(|(entry, _)| entry.strip_prefix("narrative: ") == Some(name));
    for narrative in context.own.iter().filter(|own| !draft.faulty && !named(&own.name)) {
        let message = format!("`{}` is in no outline: nobody would read it", narrative.name);
        let hint = format!("add `- narrative: {}` to the outline, or take the file away", narrative.name);
        faults.push(Diagnostic::new(Code::StrayFile, Span::top(narrative.file), message, hint));
    }
    entries
}

/// An address that an author fixes is one the pages do not use, and no other slide has it.
fn fixed_addresses(entries: &[EntryData], faults: &mut Vec<Diagnostic>) {
    let passages = entries.iter().flat_map(|entry| match entry {
        EntryData::Narrative { passages, .. } => passages.as_slice(),
        _ => &[],
    });
    let mut seen: Vec<&Placed<String>> = Vec::new();
    for id in passages.filter_map(|passage| passage.id.as_ref()) {
        if !check_id(id, "a slide", faults) {
            continue;
        }
        if is_reserved(&id.value) {
            let message = format!("`{}` is an address the pages use for themselves", id.value);
            faults.push(Diagnostic::new(Code::DuplicateKey, id.at, message, "choose another id"));
        } else if let Some(first) = seen.iter().find(|other| other.value == id.value) {
            let message = format!("two slides have the id `{}`", id.value);
            let fault = Diagnostic::new(Code::DuplicateKey, id.at, message, "change one of the two");
            faults.push(fault.other(first.at, "the first"));
        } else {
            seen.push(id);
        }
    }
}

/// What may stand once only, and its name.
fn once(entry: &EntryDraft) -> Option<String> {
    match entry {
        EntryDraft::Title => Some("title".to_owned()),
        EntryDraft::Overview { .. } => Some("overview".to_owned()),
        EntryDraft::Closing { .. } => Some("closing".to_owned()),
        EntryDraft::Narrative(name) => Some(format!("narrative: {}", name.value)),
        EntryDraft::Figure(name) => Some(format!("figure: {}", name.value)),
        EntryDraft::Section(name) => Some(format!("section: {}", name.value)),
        EntryDraft::Link { url, .. } => Some(format!("link: {}", url.value)),
    }
}

fn check(entry: &Placed<EntryDraft>, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Option<EntryData> {
    match &entry.value {
        EntryDraft::Title => Some(EntryData::Title),
        EntryDraft::Overview { title, kicker } => {
            Some(EntryData::Overview { title: title.clone(), kicker: kicker.clone() })
        }
        EntryDraft::Closing { title, text, url } => Some(EntryData::Closing {
            title: title.clone(),
            text: text.clone(),
            url: url.as_ref().map(|url| url.value.clone()),
        }),
        EntryDraft::Link { url, title, text, kicker } => Some(EntryData::Link {
            url: url.value.clone(),
            title: title.clone(),
            text: text.clone(),
            kicker: kicker.clone(),
        }),
        EntryDraft::Section(name) => {
            let groups = &context.catalogue.groups;
            let found = groups.iter().position(|group| group.id == name.value);
            if found.is_none() {
                let hint = match nearest(&name.value, groups.iter().map(|group| group.id.as_str())) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "a section names a group of indicators.yaml".to_owned(),
                };
                let message = format!("there is no group `{}`", name.value);
                faults.push(Diagnostic::new(Code::UnknownGroup, name.at, message, hint));
            }
            found.map(EntryData::Section)
        }
        EntryDraft::Figure(name) => figure(name, context, faults),
        EntryDraft::Narrative(name) => narrative(name, context, faults),
    }
}

fn figure(name: &Placed<String>, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Option<EntryData> {
    let (id, part) = match name.value.split_once('/') {
        Some((id, part)) => (id, Some(part)),
        None => (name.value.as_str(), None),
    };
    let indicators = &context.catalogue.indicators;
    let Some(index) = indicators.iter().position(|indicator| indicator.id == id) else {
        if !context.catalogue_faulty {
            faults.push(unknown_indicator(&Placed::new(id.to_owned(), name.at), indicators));
        }
        return None;
    };
    let has_items = !indicators[index].items().is_empty();
    let part = match (part, has_items) {
        (None, false) => Part::Territories,
        (Some(part), true) if Part::read(part).is_some() => Part::read(part)?,
        (Some(_), false) => {
            let message = format!("`{id}` is a share: it has one figure");
            faults.push(Diagnostic::new(Code::UnknownEntry, name.at, message, format!("write `figure: {id}`")));
            return None;
        }
        (_, true) => {
            let message = format!("`{}` does not say which figure of `{id}`", name.value);
            let hint = format!("write `{id}/items`, `{id}/table` or `{id}/territories`");
            faults.push(Diagnostic::new(Code::UnknownEntry, name.at, message, hint));
            return None;
        }
    };
    if !context.series.series.contains_key(&(index, part)) {
        if !context.unread && !context.series.given.contains(&(index, part)) {
            let message = format!("`{}` has no observations in the edition {}", name.value, context.edition);
            let hint = format!(
                "add them to editions/{0}/observations/, or give the edition an outline.yaml of its own without this line",
                context.folder
            );
            faults.push(Diagnostic::new(Code::NoData, name.at, message, hint));
        }
        return None;
    }
    Some(EntryData::Figure { indicator: index, part })
}

fn narrative(name: &Placed<String>, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Option<EntryData> {
    let in_either = || context.own.iter().chain(context.shared);
    let Some(found) = in_either().find(|narrative| narrative.name == name.value) else {
        let hint = match nearest(&name.value, in_either().map(|narrative| narrative.name.as_str())) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write narrative/{0}.md, shared or in editions/{1}/", name.value, context.folder),
        };
        let message = format!("there is no narrative `{}` for the edition {}", name.value, context.edition);
        faults.push(Diagnostic::new(Code::MissingFile, name.at, message, hint));
        return None;
    };
    let shared = !context.own.iter().any(|own| std::ptr::eq(own, found));
    let mut values = Values::new(context);
    let mut passages = Vec::with_capacity(found.passages.len());
    for passage in &found.passages {
        typed::point_out(passage, context, faults);
        let mut claims = Vec::with_capacity(passage.claims.len());
        for (sentence, claim) in &passage.claims {
            match claim::test(claim, *sentence, shared, &mut values, context) {
                Ok(claim) => claims.push(claim),
                Err(fault) => faults.extend(fault),
            }
        }
        let mut read = |expression: &Expression| {
            values.value(expression).unwrap_or_else(|fault| {
                faults.extend(fault);
                // Never printed: with a fault there is no report.
                Value::Missing
            })
        };
        passages.push(PassageData {
            at: passage.at,
            id: passage.id.clone(),
            continues: passage.continues,
            title: map_inlines(&passage.title, &mut read),
            blocks: map_blocks(&passage.blocks, &mut read),
            speaker_notes: passage.speaker_notes.iter().map(|note| map_inlines(note, &mut read)).collect(),
            claims,
        });
    }
    if passages.is_empty() && !found.faulty {
        let message = format!("the narrative `{}` is empty", name.value);
        let hint = "write its first heading: `# Title`";
        faults.push(Diagnostic::new(Code::MissingFile, Span::top(found.file), message, hint));
    }
    let kicker = found.kicker.clone().unwrap_or_default();
    Some(EntryData::Narrative { name: name.value.clone(), kicker, passages, because: values.because })
}
