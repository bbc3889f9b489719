//! What is said of the real talk: every figure's words, rows and notes, every binding's number, as text to be read.
//!
//! `BLESS=1 cargo test --test suite words::` rewrites `tests/golden/words/`; read that diff like prose.

use fascicle::chart::{Bar, Chart, Labelled, Weight};
use fascicle::data::prose::{Block, plain};
use fascicle::resolve::{Edition, Entry, Figure};
use fascicle::{Request, Site, disk};
use std::fmt::Write;
use std::fs;
use std::path::Path;

fn bar(text: &mut String, row: &Bar) {
    let rank = row.rank.map_or_else(String::new, |rank| rank.to_string());
    let name = format!("{}{}", row.label.name, row.label.mark);
    let marked = match (row.national, row.highlight) {
        (true, _) => "  <-",
        (_, true) => "  <!",
        _ => "",
    };
    writeln!(text, "{rank:>4}  {name}  {}{marked}", row.printed).unwrap();
}

fn absent(text: &mut String, word: &str, names: &[Labelled]) {
    let names: Vec<_> = names.iter().map(|label| format!("{}{}", label.name, label.mark)).collect();
    if !names.is_empty() {
        writeln!(text, "{word}: {}", names.join(", ")).unwrap();
    }
}

fn figure(text: &mut String, figure: &Figure) {
    writeln!(text, "\n## {}: {}\n{} | {}\n", figure.id, figure.title, figure.kicker, figure.measure).unwrap();
    match &figure.chart {
        Chart::Bars(bars) | Chart::Columns(bars) => {
            bars.rows.iter().for_each(|row| bar(text, row));
            absent(text, &bars.absent_word, &bars.absent);
        }
        Chart::Areas(areas) | Chart::Strip(areas) => {
            areas.national.iter().for_each(|row| bar(text, row));
            absent(text, &areas.absent_word, &areas.absent);
            for area in &areas.areas {
                writeln!(text, "{}", area.title).unwrap();
                area.rows.iter().for_each(|row| bar(text, row));
                absent(text, &areas.absent_word, &area.absent);
            }
        }
        Chart::Distance(distance) => {
            writeln!(text, "0 is {}", distance.zero_label).unwrap();
            distance.rows.iter().for_each(|row| bar(text, row));
            absent(text, &distance.absent_word, &distance.absent);
        }
        Chart::Dumbbell(dumbbell) => {
            let [before, after] = &dumbbell.legend;
            writeln!(text, "o {before}   * {after}").unwrap();
            if let Some(broken) = &dumbbell.broken {
                writeln!(text, "! {broken}").unwrap();
            }
            for row in &dumbbell.rows {
                let sign = |value: Option<f64>, sign| if value.is_some() { sign } else { " " };
                let line = [sign(row.old, "o"), if row.joined { "-" } else { " " }, sign(row.new, "*")].concat();
                let name = format!("{}{}", row.label.name, row.label.mark);
                writeln!(
                    text,
                    "{line}  {name}  {}  {}{}",
                    row.printed,
                    row.said,
                    if row.national { "  <-" } else { "" }
                )
                .unwrap();
            }
            absent(text, &dumbbell.absent_word, &dumbbell.absent);
        }
        Chart::Lines(lines) => {
            for found in &lines.breaks {
                writeln!(text, "! {}", found.words).unwrap();
            }
            for row in &lines.rows {
                let mut signs = String::new();
                for point in &row.points {
                    signs.push_str(match (point.joined, point.parted) {
                        (true, _) => "-",
                        (false, true) => "/",
                        (false, false) => " ",
                    });
                    signs.push(if point.value.is_some() { '*' } else { 'o' });
                }
                let named = match row.weight {
                    Weight::National => "  <-",
                    Weight::Named => "  <",
                    Weight::Quiet => "",
                };
                writeln!(text, "{signs}  {}{}  {}{named}", row.label.name, row.label.mark, row.ending).unwrap();
            }
            let absent: Vec<_> = lines.absent.iter().map(|label| label.name.clone()).collect();
            writeln!(text, "{}: {}", lines.absent_word, absent.join(", ")).unwrap();
        }
        Chart::Tiles(places) | Chart::Map(places) => {
            for place in &places.units {
                let step = place.step.map_or("?".to_owned(), |step| (step + 1).to_string());
                let marked = if place.highlight { "  <" } else { "" };
                writeln!(
                    text,
                    "{step}  {} {}{}  {}{marked}",
                    place.short, place.label.name, place.label.mark, place.said
                )
                .unwrap();
            }
            for [word, said] in &places.facts {
                writeln!(text, "{word}: {said}").unwrap();
            }
        }
        Chart::Slope(slope) => {
            for (row, before) in slope.pairs.rows.iter().zip(&slope.before) {
                let line = if row.joined { "--" } else { "  " };
                writeln!(text, "{before:>5} {line} {:<5} {}{}", row.printed, row.label.name, row.label.mark).unwrap();
            }
            for (words, names) in &slope.one_sided {
                let names: Vec<&str> = names.iter().map(|label| label.name.as_str()).collect();
                writeln!(text, "{words}: {}", names.join(", ")).unwrap();
            }
        }
        Chart::Matrix(matrix) => {
            for row in &matrix.rows {
                let cells: String = row.cells.iter().map(|cell| ["x", ".", "?"][*cell as usize]).collect();
                writeln!(text, "{cells}  {:>2} of {}  {}", row.yes, row.known, row.label.name).unwrap();
            }
        }
    }
    writeln!(text, "\n{}\n{}: {}", figure.summary, figure.source_label, figure.source).unwrap();
    for note in &figure.notes {
        writeln!(text, "{} {}", note.mark, note.text).unwrap();
    }
}

fn blocks(text: &mut String, list: &[Block], depth: usize) {
    let indent = "  ".repeat(depth);
    for block in list {
        match block {
            Block::Paragraph(parts) | Block::Heading(_, parts) => writeln!(text, "{indent}{}", plain(parts)).unwrap(),
            Block::List(_, items) => items.iter().for_each(|item| blocks(text, item, depth + 1)),
            Block::Callout(_, inner) | Block::Quote(inner) => blocks(text, inner, depth + 1),
            Block::Table(..) => writeln!(text, "{indent}(table)").unwrap(),
        }
    }
}

fn edition(edition: &Edition) -> String {
    let mut text = format!("# {} | {} | {}\n", edition.cover.id, edition.cover.title, edition.cover.period);
    for step in &edition.outline {
        match &step.entry {
            Entry::Title => writeln!(text, "\n## title: {} | {}", edition.cover.title, edition.cover.subtitle).unwrap(),
            Entry::Narrative(passages) => {
                for passage in passages {
                    writeln!(text, "\n## {}: {}", passage.id, plain(&passage.title)).unwrap();
                    blocks(&mut text, &passage.blocks, 0);
                }
            }
            Entry::Link(link) => writeln!(text, "\n## {}: {} | {}", link.id, link.title, link.url).unwrap(),
            Entry::Overview(overview) => {
                writeln!(text, "\n## {}: {}", overview.id, overview.title).unwrap();
                for row in overview.columns.iter().flat_map(|column| &column.rows) {
                    writeln!(text, "{}, {}, {}: {}", row.label, row.of, row.period, row.value).unwrap();
                }
                writeln!(text, "{} {}", overview.source_label, overview.source).unwrap();
                for note in &overview.notes {
                    writeln!(text, "{} {}", note.mark, note.text).unwrap();
                }
            }
            Entry::Figure(index) => figure(&mut text, &edition.figures[*index]),
            Entry::Section(section) => {
                let exceptions = section.exceptions.join("; ");
                writeln!(text, "\n## {}: {} | {} | {exceptions}", section.id, section.title, section.period).unwrap();
            }
            Entry::Profile(profile) => writeln!(text, "\n## {}: {}", profile.id, profile.title).unwrap(),
            Entry::Closing(closing) => writeln!(text, "\n## {}: {}", closing.id, closing.title).unwrap(),
        }
    }
    text
}

/// Holds what is said in all editions of a content folder against the goldens in a folder.
fn assert_says(content: &str, goldens: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let loaded = disk::load(&root.join(content)).unwrap();
    let site = Site::check(&loaded, &Request::default()).unwrap_or_else(|faults| panic!("{:#?}", faults.list));
    for index in 0..site.report().covers.len() {
        let one = site.edition(index);
        let path = root.join(format!("{goldens}/{}.txt", one.cover.id));
        let said = edition(&one);
        if std::env::var_os("BLESS").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &said).unwrap();
        }
        let golden = fs::read_to_string(&path).unwrap_or_default();
        let differs = said.lines().zip(golden.lines()).position(|(said, golden)| said != golden);
        assert!(said == golden, "{} differs from line {:?}", path.display(), differs.map(|line| line + 1));
    }
}

#[test]
fn the_real_talk_says_what_the_goldens_say() {
    assert_says("tests/talk", "tests/golden/words");
}

#[test]
fn the_example_in_english_says_what_the_goldens_say() {
    assert_says("docs/examples/waste/content", "tests/golden/words/waste");
}
