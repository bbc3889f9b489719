//! Finds templates of a theme that lead back to themselves, by includes or by components that call components.

use crate::files::{Sources, Span};
use std::collections::{BTreeMap, BTreeSet};

/// For each name, the names that it calls, with the places of the calls.
type Calls = BTreeMap<String, Vec<(String, Span)>>;

/// An include by which a template comes to include itself, in a file of the author's if there is one there.
pub fn of_includes(sources: &Sources) -> Option<Span> {
    let mut calls = Calls::new();
    for (file, source) in sources.iter() {
        let Some(name) = source.path.strip_prefix("templates/").or_else(|| {
            let name = source.path.strip_prefix("builtin/templates/")?;
            // An author's template stands in the place of the built-in one.
            sources.find(&format!("templates/{name}")).is_none().then_some(name)
        }) else {
            continue;
        };
        let included = places(&source.text, "include").filter_map(|at| {
            let rest = source.text[at..].trim_start();
            let quote = rest.chars().next().filter(|sign| matches!(sign, '"' | '\'' | '`'))?;
            let name = rest[1..].split(quote).next()?;
            let start = at + source.text[at..].len() - rest.len();
            Some((name.to_owned(), Span::new(file, start, start + name.len() + 2)))
        });
        calls.insert(name.to_owned(), included.collect());
    }
    leads_back(&calls, sources)
}

/// A call by which a component comes to call itself.
pub fn of_components(sources: &Sources) -> Option<Span> {
    let mut calls = Calls::new();
    for (file, source) in sources.iter() {
        let text = &source.text;
        for at in places(text, "component") {
            let name: String = text[at..].trim_start().chars().take_while(|sign| is_of_name(*sign)).collect();
            let end = text[at..].find("endcomponent").map_or(text.len(), |found| at + found);
            let called = text[at..end].match_indices('<').filter_map(|(offset, _)| {
                let start = at + offset + 1;
                let name: String = text[start..].chars().take_while(|sign| is_of_name(*sign)).collect();
                (!name.is_empty()).then(|| (name.clone(), Span::new(file, start, start + name.len())))
            });
            calls.entry(name).or_default().extend(called);
        }
    }
    leads_back(&calls, sources)
}

fn is_of_name(sign: char) -> bool {
    sign.is_alphanumeric() || "_.:-".contains(sign)
}

/// The places behind each occurrence of a word that begins a tag.
fn places<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    text.match_indices("{%").filter_map(move |(at, sign)| {
        let inner = text[at + sign.len()..].trim_start_matches('-').trim_start();
        let rest = inner.strip_prefix(word).filter(|rest| rest.starts_with(char::is_whitespace))?;
        Some(text.len() - rest.len())
    })
}

/// The first call of a chain that ends where it began.
fn leads_back(calls: &Calls, sources: &Sources) -> Option<Span> {
    let mut found = Vec::new();
    for (name, called) in calls {
        for (first, at) in called {
            let (mut seen, mut next) = (BTreeSet::new(), vec![first]);
            while let Some(one) = next.pop() {
                if one == name {
                    found.push(*at);
                    break;
                }
                if seen.insert(one) {
                    next.extend(calls.get(one).into_iter().flatten().map(|(name, _)| name));
                }
            }
        }
    }
    let own = |at: &&Span| !sources.get(at.file).path.starts_with("builtin/");
    found.iter().find(own).or(found.first()).copied()
}
