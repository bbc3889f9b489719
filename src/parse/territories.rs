//! territories.yaml: a list of one's own.

use super::draft::{CalledDraft, TerritoriesDraft, TerritoryDraft};
use super::fields::{Fields, check_id, count, entries, list, text};
use super::yaml::{Node, Tree};
use crate::diag::{Code, Diagnostic, Term};
use crate::files::Placed;
use crate::words;

const AREA: Term = Term::new("an area", "un’area");

/// Reads territories.yaml.
pub fn territories(node: Node, faults: &mut Vec<Diagnostic>) -> Option<TerritoriesDraft> {
    let mut fields = Fields::open(node, Term::same("territories.yaml"), faults)?;
    let at = fields.at;
    let called = fields.take("called").and_then(|(_, node)| called(node, fields.faults()));
    let national = match fields.take("national") {
        Some((_, node)) => national(node, fields.faults()),
        None => {
            fields.lacks("national");
            None
        }
    };
    let areas = fields.take("areas").and_then(|(_, node)| entries(node, Term::same("`areas`"), fields.faults()));
    let list = match fields.take("territories") {
        Some((at, node)) => entries(node, Term::same("`territories`"), fields.faults()).map(|list| (at, list)),
        None => {
            fields.lacks("territories");
            None
        }
    };
    fields.close();
    let areas = areas.unwrap_or_default().into_iter().filter_map(|(id, node)| {
        check_id(&id, AREA, faults);
        Some((id, text(node, Term::new("the title of an area", "il titolo di un’area"), faults)?))
    });
    let areas = areas.collect();
    let (at, list) = list.unwrap_or((at, Vec::new()));
    let list = list.into_iter().filter_map(|(code, node)| territory(code, node, faults)).collect();
    Some(TerritoriesDraft { at, called, national, areas, list })
}

fn called(node: Node, faults: &mut Vec<Diagnostic>) -> Option<CalledDraft> {
    let mut fields = Fields::open(node, Term::same("`called`"), faults)?;
    let one = fields.required_text("one");
    let many = fields.required_text("many");
    let feminine = fields.word("gender", &[("masculine", false), ("feminine", true)]);
    fields.close();
    Some(CalledDraft { one: one?, many: many?, feminine: feminine.is_some_and(|feminine| feminine.value) })
}

fn national(node: Node, faults: &mut Vec<Diagnostic>) -> Option<TerritoryDraft> {
    let mut fields = Fields::open(node, Term::same("`national`"), faults)?;
    let code = fields.required_text("code");
    let whole = words(&mut fields, code);
    fields.close();
    whole
}

/// `ENG: England`, or a table with more.
fn territory(code: Placed<String>, node: Node, faults: &mut Vec<Diagnostic>) -> Option<TerritoryDraft> {
    if !matches!(node.tree, Tree::Map(_)) {
        let name = text(node, Term::new("the name of a territory", "il nome di un territorio"), faults)?;
        let (short, area, iso, nuts, article, locative, genitive) = (None, None, None, None, None, None, None);
        return Some(TerritoryDraft {
            code,
            name,
            short,
            aliases: Vec::new(),
            area,
            iso,
            nuts,
            article,
            locative,
            genitive,
            tile: None,
        });
    }
    let mut fields = Fields::open(node, Term::new("a territory", "un territorio"), faults)?;
    let area = fields.text("area");
    let tile = fields.take("tile").and_then(|(_, node)| tile(node, fields.faults()));
    let territory = words(&mut fields, Some(code));
    fields.close();
    territory.map(|territory| TerritoryDraft { area, tile, ..territory })
}

/// `[4, 2]`: column and row.
fn tile(node: Node, faults: &mut Vec<Diagnostic>) -> Option<Placed<(u32, u32)>> {
    let at = node.at;
    let numbers = list(node, Term::same("`tile`"), faults)?;
    if numbers.len() != 2 {
        let message = words!("a tile has two numbers", "una tessera ha due numeri");
        let hint = words!("write column and row, from 1: `[4, 2]`", "scrivi colonna e riga, a partire da 1: `[4, 2]`");
        faults.push(Diagnostic::new(Code::WrongShape, at, message, hint));
        return None;
    }
    let number = |node| text(node, Term::same("tile"), faults).and_then(|words| count(&words, faults));
    let read: Vec<_> = numbers.into_iter().map(number).collect();
    match read[..] {
        [Some(ref column), Some(ref row)] => Some(Placed::new((column.value, row.value), at)),
        _ => None,
    }
}

/// What may be said of a territory and of the whole alike.
fn words(fields: &mut Fields<'_>, code: Option<Placed<String>>) -> Option<TerritoryDraft> {
    let name = fields.required_text("name");
    let short = fields.text("short");
    let aliases = match fields.take("aliases") {
        Some((_, node)) => {
            let aliases = list(node, Term::same("`aliases`"), fields.faults()).unwrap_or_default();
            aliases.into_iter().filter_map(|alias| text(alias, Term::same("aliases"), fields.faults())).collect()
        }
        None => Vec::new(),
    };
    let iso = fields.text("iso");
    let nuts = fields.text("nuts");
    let article = fields.text("article");
    let locative = fields.text("locative");
    let genitive = fields.text("genitive");
    Some(TerritoryDraft {
        name: name?,
        short,
        aliases,
        area: None,
        iso,
        nuts,
        article,
        locative,
        genitive,
        tile: None,
        code: code?,
    })
}
