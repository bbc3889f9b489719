//! Territories: the authors' list where there is one, else Italy's; no name means two.

use crate::data::territory::{Area, Called, Territories, Territory, fold};
use crate::diag::{Code, Diagnostic, Language, did_you_mean, nearest};
use crate::files::{Placed, Span};
use crate::lang;
use crate::parse::draft::{Draft, TerritoriesDraft, TerritoryDraft};
use crate::words;
use std::collections::BTreeMap;

/// The fewest and the most: below, nothing is ranked; above, no figure can be read.
const FEWEST: usize = 2;
const MOST: usize = 1000;

/// The most columns and rows of tiles that can be read in a narrow column, and letters in a tile.
const COLUMNS: u32 = 12;
const ROWS: u32 = 16;
const LETTERS: usize = 4;

/// The territories of a site, and whether they are in doubt, so that a name that is not among them is no news.
pub fn territories(draft: &Draft, language: Language, faults: &mut Vec<Diagnostic>) -> (Territories, bool) {
    let found = faults.len();
    let own = draft.territories.as_ref().and_then(|list| own(list, language, draft.territories_faulty, faults));
    let territories = own.unwrap_or_else(|| built_in(language));
    (territories, draft.territories_faulty || faults.len() > found)
}

fn built_in(language: Language) -> Territories {
    match language {
        Language::English => Territories::italy_in_english(),
        Language::Italian => Territories::italy(),
    }
}

/// A list of the authors' own; none where it has no national unit, which parsing has said.
fn own(
    draft: &TerritoriesDraft,
    language: Language,
    faulty: bool,
    faults: &mut Vec<Diagnostic>,
) -> Option<Territories> {
    let count = draft.list.len();
    // Where some could not be read, how many there are is not known.
    if !faulty && !(FEWEST..=MOST).contains(&count) {
        let message = words!(
            "a list has between {FEWEST} and {MOST} territories, and this one has {count}",
            "un elenco ha da {FEWEST} a {MOST} territori, e questo ne ha {count}"
        );
        let hint = words!(
            "add one line for each territory, `CODE: Name`; for Italy's Regions, take the file away: they are built in",
            "aggiungi una riga per territorio, `CODICE: Nome`; per le Regioni italiane togli il file: sono già nel programma"
        );
        faults.push(Diagnostic::new(Code::TerritoryCount, draft.at, message, hint));
    }
    let all = || draft.national.iter().chain(&draft.list);
    all().for_each(|territory| code(&territory.code, faults));
    one_meaning(all(), draft.national.is_some(), faults);
    let areas: Vec<Area> =
        draft.areas.iter().map(|(id, title)| Area { id: id.value.clone(), title: title.value.clone() }).collect();
    for area in draft.list.iter().filter_map(|territory| territory.area.as_ref()) {
        known_area(area, &areas, faults);
    }
    tiles(&draft.list, faulty, faults);
    let list = draft.list.iter().take(MOST).map(|territory| territory_of(territory, language)).collect();
    let called = draft.called.as_ref().map(|called| Called {
        one: called.one.value.clone(),
        many: called.many.value.clone(),
        feminine: called.feminine,
    });
    Some(Territories::new(list, territory_of(draft.national.as_ref()?, language)).with(areas, called))
}

/// A code stands in data files, where it must be one plain word.
fn code(code: &Placed<String>, faults: &mut Vec<Diagnostic>) {
    let fine = |sign: char| sign.is_ascii_alphanumeric() || "-_.".contains(sign);
    if code.value.chars().all(fine) && code.value.starts_with(|sign: char| sign.is_ascii_alphanumeric()) {
        return;
    }
    let given = &code.value;
    let message =
        words!("`{given}` cannot be the code of a territory", "`{given}` non può essere il codice di un territorio");
    let hint = words!(
        "use letters without accents, digits, `-`, `_` and `.`, as in `ENG`; the name goes after the colon",
        "usa lettere senza accento, cifre, `-`, `_` e `.`, come in `MI`; il nome va dopo i due punti"
    );
    faults.push(Diagnostic::new(Code::TerritoryCode, code.at, message, hint));
}

/// Every name, code and alias means one territory, whatever its capitals, accents and hyphens.
fn one_meaning<'d>(all: impl Iterator<Item = &'d TerritoryDraft>, first_is_whole: bool, faults: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<String, (usize, &str, Span)> = BTreeMap::new();
    for (place, territory) in all.enumerate() {
        let words = [Some(&territory.name), Some(&territory.code), territory.iso.as_ref(), territory.nuts.as_ref()];
        for spelling in words.into_iter().flatten().chain(&territory.aliases) {
            let (folded, given) = (fold(&spelling.value), &spelling.value);
            let is_whole = first_is_whole && place == 0;
            if folded.is_empty() {
                let message =
                    words!("`{given}` is no name: it has no letter", "`{given}` non è un nome: non ha lettere");
                let hint = words!("write the name in letters or digits", "scrivi il nome con lettere o cifre");
                faults.push(Diagnostic::new(Code::TerritoryCode, spelling.at, message, hint));
            } else if folded == "national" && !is_whole {
                let message =
                    words!("`{given}` means the whole in every list", "`{given}` indica l’insieme in ogni elenco");
                let hint = words!("choose another name", "scegli un altro nome");
                faults.push(Diagnostic::new(Code::AmbiguousTerritory, spelling.at, message, hint));
            } else if let Some((other, name, first)) = seen.get(&folded) {
                if *other == place {
                    continue;
                }
                let own = &territory.name.value;
                let message =
                    words!("`{given}` would mean both {name} and {own}", "`{given}` indicherebbe sia {name} sia {own}");
                let hint = words!(
                    "let each name, code and alias mean one territory: change or take away one of the two",
                    "ogni nome, codice o alias indica un solo territorio: cambia o togli uno dei due"
                );
                let fault = Diagnostic::new(Code::AmbiguousTerritory, spelling.at, message, hint);
                faults.push(fault.other(*first, words!("means {name}", "indica {name}")));
            } else {
                seen.insert(folded, (place, &territory.name.value, spelling.at));
            }
        }
    }
}

/// Tiles: all territories have one or none, each its own place, and words that can be read in it.
fn tiles(list: &[TerritoryDraft], faulty: bool, faults: &mut Vec<Diagnostic>) {
    let mut fault = |at, message, hint| faults.push(Diagnostic::new(Code::TilePlace, at, message, hint));
    let Some(first) = list.iter().find_map(|territory| territory.tile.as_ref()) else { return };
    let mut seen: BTreeMap<(u32, u32), &TerritoryDraft> = BTreeMap::new();
    let mut doubles = Vec::new();
    for territory in list {
        let name = &territory.name.value;
        let Some(tile) = &territory.tile else {
            if !faulty {
                let message = words!("{name} has no tile, and others have", "{name} non ha una tessera, e altri sì");
                let hint = words!(
                    "give it its place, `tile: [column, row]`, or take the tiles of the others away",
                    "dagli il suo posto, `tile: [colonna, riga]`, o togli le tessere degli altri"
                );
                fault(territory.name.at, message, hint);
            }
            continue;
        };
        let (column, row) = tile.value;
        if !(1..=COLUMNS).contains(&column) || !(1..=ROWS).contains(&row) {
            let message = words!(
                "there is no tile in column {column}, row {row}",
                "non c’è una tessera nella colonna {column}, riga {row}"
            );
            let hint = words!(
                "columns go from 1 to {COLUMNS} and rows from 1 to {ROWS}: more could not be read",
                "le colonne vanno da 1 a {COLUMNS} e le righe da 1 a {ROWS}: di più non si leggerebbero"
            );
            fault(tile.at, message, hint);
        } else if let Some(other) = seen.insert(tile.value, territory) {
            doubles.push((tile, &other.name.value, name, other.tile.as_ref().map_or(first.at, |tile| tile.at)));
        }
        let (short, at) = territory
            .short
            .as_ref()
            .map_or((&territory.code.value, territory.code.at), |short| (&short.value, short.at));
        if short.chars().count() > LETTERS {
            let message = words!("`{short}` is too long for a tile", "`{short}` è troppo lungo per una tessera");
            let hint = words!(
                "give it a short name of {LETTERS} letters at most: `short: ...`",
                "dagli un nome breve di al massimo {LETTERS} lettere: `short: ...`"
            );
            fault(at, message, hint);
        }
    }
    for (tile, other, name, place) in doubles {
        let message = words!("{other} and {name} have one tile", "{other} e {name} hanno la stessa tessera");
        let hint = words!("give each a place of its own", "dai a ciascuno un posto suo");
        let fault = Diagnostic::new(Code::TilePlace, tile.at, message, hint);
        faults.push(fault.other(place, words!("{other}", "{other}")));
    }
}

fn known_area(area: &Placed<String>, areas: &[Area], faults: &mut Vec<Diagnostic>) {
    if areas.iter().any(|known| known.id == area.value) {
        return;
    }
    let given = &area.value;
    let known = || areas.iter().map(|area| area.id.as_str());
    let hint = match nearest(given, known()) {
        Some(near) => did_you_mean(near),
        None if areas.is_empty() => words!(
            "declare it under `areas:`, with its title: `{given}: ...`",
            "dichiarala sotto `areas:`, con il suo titolo: `{given}: ...`"
        ),
        None => {
            let all = known().collect::<Vec<_>>().join(", ");
            words!("areas are: {all}", "le aree sono: {all}")
        }
    };
    let message = words!("there is no area `{given}`", "non c’è nessuna area `{given}`");
    faults.push(Diagnostic::new(Code::UnknownArea, area.at, message, hint));
}

fn territory_of(draft: &TerritoryDraft, language: Language) -> Territory {
    let text = |text: &Option<Placed<String>>| text.as_ref().map(|text| text.value.clone());
    let forms = lang::forms(language, &draft.name.value, draft.article.as_ref().map(|article| article.value.as_str()));
    Territory {
        code: draft.code.value.clone(),
        istat: String::new(),
        iso: text(&draft.iso).unwrap_or_default(),
        nuts: text(&draft.nuts).unwrap_or_default(),
        name: draft.name.value.clone(),
        short: text(&draft.short).unwrap_or_else(|| draft.code.value.clone()),
        aliases: draft.aliases.iter().map(|alias| alias.value.clone()).collect(),
        area: text(&draft.area).unwrap_or_default(),
        locative: text(&draft.locative).unwrap_or(forms.locative),
        genitive: text(&draft.genitive).unwrap_or(forms.genitive),
        article: forms.article,
        tile: draft
            .tile
            .as_ref()
            .map(|tile| (tile.value.0.saturating_sub(1) as u16, tile.value.1.saturating_sub(1) as u16)),
    }
}

/// The list of territories for sentences of another language. Names stay as they are; articles were given for the
/// first language, and are taken away.
pub fn in_language(list: &Territories, language: Language) -> Territories {
    if list.is_built_in() {
        return built_in(language);
    }
    let said = |territory: &Territory| {
        let lang::Forms { article, locative, genitive } = lang::forms(language, &territory.name, None);
        Territory { article, locative, genitive, ..territory.clone() }
    };
    let all = list.iter().map(|(_, territory)| said(territory)).collect();
    Territories::new(all, said(list.national())).with(list.areas().to_vec(), None)
}
