//! Every sentence that is written from data, held against the data by an oracle that reads them on its own: names and
//! numbers are read out of the sentence. Then every form of sentence, as a text that a person reads.
//!
//! `SENTENCES=100000 cargo test --test suite sentences:: -- --nocapture` takes so many data sets at random, in both
//! languages; without it some hundreds are taken, always the same.

mod data;
mod forms;
mod oracle;
mod reader;

use data::{ITEMS, SETS, Truth, World};
use fascicle::chart::Chart;
use fascicle::check::{Checked, FigureData};
use fascicle::data::indicator::Part;
use fascicle::data::view::View;
use fascicle::diag::Language;
use fascicle::resolve::{self, Edition, Entry, Figure};
use oracle::Oracle;
use reader::{is_clean, same};

/// Data sets of the short run.
const FEW: usize = 200;

#[test]
fn no_sentence_contradicts_its_data() {
    let wanted = std::env::var("SENTENCES").ok().and_then(|count| count.parse().ok()).unwrap_or(FEW);
    let first: u64 = std::env::var("SENTENCES_FROM").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0);
    let (mut sets, mut sentences, mut faults) = (0, 0, Vec::new());
    for seed in first.. {
        if sets >= wanted || faults.len() >= 10 {
            break;
        }
        for language in Language::ALL {
            let world = data::world(seed, language);
            let held = hold(&world, &mut sentences);
            if let Err(wrong) = held {
                faults.push(format!("seed {seed}, {language:?}: {wrong}"));
            }
        }
        sets += SETS;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    println!("{sets} data sets in {} languages, {sentences} sentences", Language::ALL.len());
}

fn hold(world: &World, sentences: &mut usize) -> Result<(), String> {
    let checked = world.checked();
    let edition = resolve::talk(&checked, 0, None);
    let truths = || world.data.iter().map(|data| Oracle { world, checked: &checked, data, truth: Truth::of(data) });
    for (place, oracle) in truths().enumerate() {
        for view in views(world, &oracle) {
            let asked = FigureData::new(place, Part::Territories, view);
            let figure = resolve::figure_of(&checked, 0, &asked, 1).expect("a figure");
            let wrong = |wrong: String| format!("{view:?}: {wrong}\n{}", figure.summary);
            oracle.summary(&figure.summary, view).map_err(wrong)?;
            let notes: Vec<String> = figure.notes.iter().map(|note| note.text.clone()).collect();
            let has_line = !matches!(figure.chart, Chart::Map(_) | Chart::Tiles(_) | Chart::Distance(_));
            oracle
                .notes(&notes, &figure.drawn, has_line)
                .map_err(|wrong| format!("{wrong}\n{notes:?}\n{}", figure.drawn))?;
            let paragraphs = figure.in_words();
            if matches!(view, View::Bars | View::Columns | View::Tiles) {
                oracle.values(&paragraphs[3])?;
            }
            *sentences += clean(world, paragraphs.iter().chain(&notes))?;
        }
    }
    let oracles: Vec<Oracle<'_>> = truths().collect();
    profiles(world, &edition, &oracles, sentences)?;
    overview(world, &edition, &oracles)?;
    if let Some(cells) = &world.table {
        let asked = FigureData::new(world.data.len(), Part::Table, View::Table);
        let figure = resolve::figure_of(&checked, 0, &asked, 1).expect("a table");
        table(world, &checked, cells, &figure).map_err(|wrong| format!("{wrong}\n{}", figure.summary))?;
        *sentences += clean(world, &figure.in_words())?;
    }
    Ok(())
}

/// How the data of an indicator can be shown.
fn views(world: &World, oracle: &Oracle<'_>) -> impl Iterator<Item = View> {
    let (built_in, has_whole) = (world.built_in, oracle.truth.national.is_some());
    // Distances of values with more digits than are shown are taken before rounding: those are held in `moved`.
    let as_printed = oracle.data.is_as_printed();
    View::of(Part::Territories).filter(move |view| match view {
        View::Map | View::Tiles => built_in,
        View::Distance => has_whole && as_printed,
        View::Lines => false,
        _ => true,
    })
}

fn clean<'t>(world: &World, texts: impl IntoIterator<Item = &'t String>) -> Result<usize, String> {
    let many = world.called().many.to_lowercase();
    let mut count = 0;
    for text in texts {
        is_clean(text, &many, world.language == Language::Italian)?;
        count += 1;
    }
    Ok(count)
}

/// What is said of each territory: in how many indicators it is known, and on which side of the whole.
fn profiles(world: &World, edition: &Edition, oracles: &[Oracle<'_>], sentences: &mut usize) -> Result<(), String> {
    let italian = world.language == Language::Italian;
    for (place, profile) in edition.profiles.iter().enumerate() {
        let mut sides = [0; 4];
        // What is counted from a table stands in a row of its own.
        let (mut rows, mut known) = (profile.table.rows.len(), 0);
        for (oracle, row) in oracles.iter().zip(&profile.table.rows) {
            if let Some(side) = oracle.row(place, &row.cells)? {
                sides[side] += 1;
                known += 1;
            }
        }
        let summary = &profile.summary;
        *sentences += clean(world, [summary])?;
        // The side of a value that is known to more digits than are shown is told before rounding.
        if world.table.is_some() || !oracles.iter().all(|oracle| oracle.data.is_as_printed()) {
            continue;
        }
        rows = rows.max(1);
        let wrong = |wrong: String| format!("{}: {wrong}\n{summary}", profile.name);
        let words = if italian { ["sopra", "pari", "sotto"] } else { ["above", "level", "below"] };
        for (word, count) in words.iter().zip(sides) {
            let said = match summary.split_once(&format!("{word} ")) {
                None => 0,
                // One that always holds has no count.
                Some((_, rest)) => {
                    let rest = format!(" {}", rest.split([',', ';', '.']).next().unwrap_or_default());
                    rest.rsplit_once(" in ").and_then(|(_, count)| count.parse().ok()).unwrap_or(known)
                }
            };
            same(word, said, count).map_err(wrong)?;
        }
        let unknown = if italian { "non è noto" } else { "not known" };
        same("whether all is known", summary.contains(unknown) || known == 0, sides[3] > 0 || known == 0)
            .map_err(wrong)?;
        let [all, both, none] = match italian {
            true => ["è noto per tutti e", "è noto per entrambi", "noto per nessuno"],
            false => ["is known for all", "is known for both", "known for none"],
        };
        same("known in all", summary.contains(all) || summary.contains(both), known == rows).map_err(wrong)?;
        same("known in none", summary.contains(none), known == 0).map_err(wrong)?;
    }
    Ok(())
}

/// The values of the whole at a glance; that of a table of which all is known is counted.
fn overview(world: &World, edition: &Edition, oracles: &[Oracle<'_>]) -> Result<(), String> {
    let found = edition.outline.iter().find_map(|step| match &step.entry {
        Entry::Overview(overview) => Some(&overview.columns[0].rows),
        _ => None,
    });
    let rows = found.expect("an overview");
    let absent = if world.language == Language::Italian { "n.d." } else { "no data" };
    let print = |units: i128, decimals| format!("{}%", data::printed(units, decimals, world.language));
    for (oracle, row) in oracles.iter().zip(rows) {
        let expected = oracle.truth.national.map(|national| print(national, oracle.truth.decimals));
        same("at a glance", row.value.clone(), expected.unwrap_or_else(|| absent.to_owned()))?;
    }
    if let Some(cells) = &world.table {
        let all: Vec<char> = cells.iter().flatten().copied().collect();
        let yes = all.iter().filter(|cell| **cell == 'y').count() as u32;
        let expected = match all.contains(&'?') {
            true => absent.to_owned(),
            false => print(data::Share::Counted(yes, all.len() as u32).rounded(0), 0),
        };
        same("the table at a glance", rows[oracles.len()].value.clone(), expected)?;
    }
    Ok(())
}

/// The summary of a table of yes and no.
fn table(world: &World, checked: &Checked, cells: &data::Cells, figure: &Figure) -> Result<(), String> {
    let italian = world.language == Language::Italian;
    let (called, summary) = (world.called(), &figure.summary);
    let count = |row: &Vec<char>, of: char| row.iter().filter(|cell| **cell == of).count();
    let yes: Vec<usize> = cells.iter().map(|row| count(row, 'y')).collect();
    let known: Vec<usize> = cells.iter().map(|row| row.len() - count(row, '?')).collect();
    let (most, least) = (yes.iter().max().unwrap(), yes.iter().min().unwrap());
    let comparable = known.iter().all(|of| *of == known[0]) && known[0] > 0;
    let out_of =
        |count: usize, of: usize| if italian { format!("{count} su {of}") } else { format!("{count} of {of}") };
    let [greatest, all] = if italian { ["Il numero più alto", " hanno "] } else { ["The greatest number", " have "] };
    same("whether there is an order", summary.contains(greatest), comparable && most != least)?;
    same("whether all are equal", summary.contains(all), comparable && most == least && *most > 0)?;
    if comparable && most == least && *most == 0 {
        same("none has any", summary.contains(&format!("({})", out_of(0, known[0]))), true)?;
    } else if comparable && most == least {
        let items = match (italian, *most) {
            (true, 1) => format!("1 voce su {}.", known[0]),
            (true, _) => format!("{most} voci su {}.", known[0]),
            (false, _) => format!("{most} of {} {}.", known[0], if known[0] == 1 { "item" } else { "items" }),
        };
        same("how many all have", summary.contains(&format!(" {}{all}{items}", called.many)), true)?;
    } else if comparable {
        for (count, word) in [
            (most, if italian { "disponibili, " } else { "available, " }),
            (least, if italian { "basso, " } else { "smallest, " }),
        ] {
            let who: Vec<usize> = (0..yes.len()).filter(|row| yes[*row] == *count).collect();
            let (_, rest) = summary.split_once(word).ok_or("an end is not said")?;
            same("the end", rest.starts_with(&format!("{}, ", out_of(*count, known[0]))), true)?;
            let rest = rest.split("; ").next().unwrap_or_default();
            for row in &who {
                let territory = checked.territories.get(fascicle::data::territory::TerritoryId(*row as u16));
                let is_said = rest.contains(&territory.name) || rest.contains(&territory.article);
                same("who", is_said || who.len() > 6, true)?;
            }
            let many = format!("{} {}", who.len(), called.many);
            same("how many", who.len() <= 6 || rest.contains(&many), true)?;
        }
    }
    for (item, title) in ITEMS.iter().enumerate().take(cells[0].len()) {
        let column: Vec<char> = cells.iter().map(|row| row[item]).collect();
        let after = |words: &str| {
            summary
                .split_once(words)
                .is_some_and(|(_, rest)| rest.split('.').next().unwrap_or_default().contains(title))
        };
        let [one, many] =
            if italian { ["Disponibile ovunque", "Disponibili ovunque"] } else { ["Available everywhere"; 2] };
        same("everywhere", after(one) || after(many), column.iter().all(|cell| *cell == 'y'))?;
        let unknown = if italian { "La fonte non dice" } else { "The source does not say" };
        same("not known", after(unknown), column.iter().all(|cell| *cell == '?'))?;
    }
    Ok(())
}
