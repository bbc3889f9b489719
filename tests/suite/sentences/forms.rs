//! Every form of sentence in both languages, as a text that a person reads in ten minutes.
//!
//! `BLESS=1 cargo test --test suite sentences::` rewrites `tests/golden/sentences.*.txt`; read that diff like prose.

use super::data::{Data, Share, Target, World};
use fascicle::check::FigureData;
use fascicle::data::indicator::Part;
use fascicle::data::view::View;
use fascicle::diag::Language;
use fascicle::resolve;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Some values, of which `x` is missing, and the value of the whole.
fn data(values: &str, national: &str) -> Data {
    let share = |text: &str| {
        let decimals = text.split_once('.').map_or(0, |(_, part)| part.len() as u32);
        (text != "x").then(|| Share::Printed(text.replace('.', "").parse().unwrap(), decimals))
    };
    let values: Vec<Option<Share>> = values.split(' ').map(share).collect();
    let decimals = values.iter().flatten().any(|value| matches!(value, Share::Printed(_, 1)));
    Data {
        decimals: u32::from(decimals),
        when: "2024-08-31",
        lower: false,
        values,
        national: share(national),
        target: None,
    }
}

/// The built-in list: the first values are given, the others miss, or are as the last.
fn italy(values: &str, rest: &str, national: &str) -> Data {
    let given = values.split(' ').count();
    data(&format!("{values}{}", format!(" {rest}").repeat(21 - given)), national)
}

struct Text {
    language: Language,
    text: String,
}

impl Text {
    fn section(&mut self, title: [&str; 2]) {
        writeln!(self.text, "\n# {}\n", title[self.language as usize]).unwrap();
    }

    fn world(&self, built_in: bool) -> World {
        let called = match self.language {
            Language::Italian => ["Regione", "Regioni"],
            Language::English => ["nation", "nations"],
        };
        let own = World { called: Some(called), feminine: true, areas: true, ..World::plain(self.language, false) };
        if built_in { World::plain(self.language, true) } else { own }
    }

    fn put(&mut self, head: [&str; 2], said: &str) {
        writeln!(self.text, "{}\n    {said}", head[self.language as usize]).unwrap();
    }

    /// The summary of some data, shown in a way.
    fn summary(&mut self, head: [&str; 2], built_in: bool, view: View, data: Data) {
        let world = World { data: vec![data], ..self.world(built_in) };
        let asked = FigureData::new(0, Part::Territories, view);
        let figure = resolve::figure_of(&world.checked(), 0, &asked, 1).unwrap();
        self.put(head, &figure.summary);
    }
}

fn with(data: Data, value: Share, by: Option<&'static str>, text: Option<&'static str>) -> Data {
    Data { target: Some(Target { value, by, text }), ..data }
}

/// Summaries of territories.
fn territories(all: &mut Text) {
    all.section(["The highest, the lowest, the whole", "Il più alto, il più basso, l’insieme"]);
    let bars = View::Bars;
    all.summary(["One each", "Uno per parte"], true, bars, italy("20 30 40 50 60 70 11 80", "55", "49"));
    all.summary(["Ties", "Parità"], true, bars, italy("80 80 80 1 1", "40", "40"));
    all.summary(["Many tied", "Molti alla pari"], true, bars, italy("80 80 80 80 80 80 80", "10", "33"));
    all.summary(
        ["Decimals, and one missing", "Decimali, e un dato mancante"],
        true,
        bars,
        italy("8.0 11.5 x 80.1", "50.2", "49.8"),
    );
    all.summary(["The whole is not known", "L’insieme non è noto"], true, bars, italy("20 30", "55", "x"));
    all.summary(["All equal", "Tutti uguali"], true, bars, italy("57", "57", "57"));
    all.summary(
        ["All equal, some missing", "Tutti uguali, alcuni mancanti"],
        true,
        bars,
        italy("57 57 57 57 57 57 57 57", "x", "60"),
    );
    all.summary(["Only one", "Uno solo"], true, bars, italy("57", "x", "60"));
    all.summary(["Only one, as the whole", "Uno solo, come l’insieme"], true, bars, italy("57", "x", "57"));
    all.summary(["Nobody", "Nessuno"], true, bars, italy("x", "x", "60"));
    all.summary(["Neither", "Né gli uni né l’altro"], true, bars, italy("x", "x", "x"));
    all.summary(["A list of one's own", "Un elenco proprio"], false, bars, data("12 80 80 33 5 5", "40"));
    all.summary(["The same, all equal", "Lo stesso, tutti uguali"], false, bars, data("12 12 12 12", "x"));
    all.summary(["Two of them", "Due soli"], false, bars, data("12 12", "12"));
    all.summary(["None above", "Nessuna sopra"], false, bars, data("12 10 40 x", "40"));
    let day = |when: &'static str, data: Data| Data { when, ..data };
    all.summary(["In a month", "In un mese"], false, bars, day("2024-08", data("12 80 33", "40")));
    all.summary(["On the 8th", "Il giorno 8"], false, bars, day("2024-08-08", data("12 80 33", "40")));
    all.summary(["On the 1st", "Il giorno 1"], false, bars, day("2024-08-01", data("12 80 33", "40")));

    all.section(["Distance, macro-areas", "Distanza, macro-aree"]);
    all.summary(["Distances", "Distanze"], true, View::Distance, italy("80 80 1", "40", "40"));
    all.summary(["The same for all", "Uguali per tutti"], false, View::Distance, data("12 12 12 x", "12"));
    all.summary(["Only one", "Una sola"], false, View::Distance, data("12 x x", "10"));
    all.summary(["Macro-areas", "Macro-aree"], true, View::Areas, italy("8 11 80 85 0 1", "40", "40"));
}

/// What is to be reached.
fn targets(all: &mut Text) {
    all.section(["What is to be reached", "L’obiettivo"]);
    let (plan, eighty) = (["Plan", "Piano"][all.language as usize], Share::Printed(80, 0));
    let full = ["Plan: 85% by 2025", "PNRR: 85% entro il 2025"][all.language as usize];
    let by = Some("2021-09-30");
    let values = "12 81 33 79";
    let bars = View::Bars;
    all.summary(["Nobody", "Nessuna"], false, bars, with(data("12 33 x", "40"), eighty, by, Some(plan)));
    all.summary(["One", "Una"], false, bars, with(data(values, "40"), eighty, by, Some(plan)));
    all.summary(["Some", "Alcune"], false, bars, with(data("12 81 80", "40"), eighty, by, None));
    all.summary(["All", "Tutte"], false, bars, with(data("85 81 80 x", "80"), eighty, None, None));
    all.summary(["The only one", "L’unica"], false, bars, with(data("85 x x", "80"), eighty, None, Some(plan)));
    all.summary(["Not the only one", "Non l’unica"], false, bars, with(data("35 x x", "80"), eighty, None, None));
    let (of, end) = (Share::Printed(85, 0), Some("2025-12-31"));
    all.summary(
        ["A name that says all", "Un nome che dice tutto"],
        false,
        bars,
        with(data(values, "40"), of, end, Some(full)),
    );
    let eight = Share::Printed(85, 1);
    all.summary(
        ["With decimals", "Con decimali"],
        false,
        bars,
        with(data(values, "40"), eight, Some("2026-04-08"), Some(plan)),
    );

    let notes = [(bars, by, Some(plan)), (bars, None, None), (bars, end, Some(full)), (View::Map, by, Some(plan))];
    for (view, by, text) in notes {
        let value = if text == Some(full) { of } else { eighty };
        let world = World { data: vec![with(italy("12 81", "33", "40"), value, by, text)], ..all.world(true) };
        let asked = FigureData::new(0, Part::Territories, view);
        let figure = resolve::figure_of(&world.checked(), 0, &asked, 1).unwrap();
        let head = match view {
            View::Map => ["Note of a map", "Nota di una mappa"],
            _ => ["Note of bars", "Nota di barre"],
        };
        all.put(head, &figure.notes[0].text);
        all.put(["Description", "Descrizione"], &figure.drawn);
    }
}

/// Summaries of tables and of items.
fn tables(all: &mut Text) {
    all.section(["Tables and items", "Tabelle e voci"]);
    let rows = |text: &str| text.split(' ').map(|row| row.chars().collect()).collect::<Vec<Vec<char>>>();
    for (head, cells) in [
        (["All have as many", "Tutte ne hanno altrettante"], "ynyy nyyy yyny yyyn"),
        (["Two of them", "Due sole"], "y y"),
        (["All have all", "Tutte le hanno tutte"], "yy yy yy"),
        (["All have none", "Nessuna ne ha"], "nn nn nn"),
        (["Most and fewest", "Più e meno"], "yyn ynn ynn yyn"),
        (["Not comparable", "Non confrontabili"], "yy? ynn yn? yyn"),
        (["An item of which nothing is known", "Una voce di cui non si sa nulla"], "yy? yn? yn? yy?"),
    ] {
        let world = World { table: Some(rows(cells)), ..all.world(false) };
        let checked = world.checked();
        for part in [Part::Table, Part::Items] {
            let asked = FigureData::new(0, part, View::plain(part));
            let figure = resolve::figure_of(&checked, 0, &asked, 1).unwrap();
            all.put(if part == Part::Table { head } else { ["its items", "le sue voci"] }, &figure.summary);
        }
    }
}

/// A figure in words alone, in each way of showing it.
fn described(all: &mut Text) {
    all.section(["In words alone", "Solo a parole"]);
    let data = italy("12 81 33 79 81 x", "40", "40");
    let world = World { data: vec![data], ..all.world(true) };
    let checked = world.checked();
    for view in View::of(Part::Territories).filter(|view| *view != View::Lines) {
        let figure = resolve::figure_of(&checked, 0, &FigureData::new(0, Part::Territories, view), 1).unwrap();
        let paragraphs = figure.in_words();
        all.put([view.word(); 2], &[paragraphs[1].as_str(), &paragraphs[3]].join(" "));
    }
}

/// One territory among the others.
fn profiles(all: &mut Text) {
    all.section(["One territory", "Un territorio"]);
    for (head, indicators) in [
        (
            ["Above, level, below", "Sopra, pari, sotto"],
            vec![("50 1", "40"), ("40 1", "40"), ("30 1", "40"), ("20 1", "40")],
        ),
        (
            ["Always above, one not known", "Sempre sopra, uno non noto"],
            vec![("50 1", "40"), ("45 1", "40"), ("x 1", "40")],
        ),
        (["Known in one", "Noto in uno"], vec![("x 1", "40"), ("30 1", "40")]),
        (
            ["The whole not known in some", "L’insieme non noto in alcuni"],
            vec![("50 1", "40"), ("30 1", "40"), ("30 1", "x")],
        ),
        (["The whole never known", "L’insieme mai noto"], vec![("50 1", "x"), ("30 1", "x")]),
        (["Not known", "Non noto"], vec![("x 1", "40"), ("x 1", "40")]),
        (["One indicator", "Un solo indicatore"], vec![("50 1", "40")]),
        (["One indicator, not known", "Un solo indicatore, non noto"], vec![("x 1", "40")]),
    ] {
        let data = indicators.into_iter().map(|(values, national)| data(&format!("{values} 45"), national)).collect();
        let world = World { data, ..all.world(false) };
        let edition = resolve::talk(&world.checked(), 0, None);
        let profile = &edition.profiles[0];
        all.put(head, &format!("{}. {}", profile.title, profile.summary));
        if profile.table.rows.len() == 4 {
            profile.table.rows.iter().for_each(|row| all.put(["row", "riga"], &row.cells.join(" | ")));
        }
    }
}

#[test]
fn every_form_of_sentence_reads_well() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let title = ["The sentences that are written from data.", "Le frasi scritte dai dati."][language as usize];
        let mut all = Text { language, text: format!("{title}\n") };
        territories(&mut all);
        targets(&mut all);
        tables(&mut all);
        described(&mut all);
        profiles(&mut all);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/sentences.{}.txt", language.tag()));
        if std::env::var_os("BLESS").is_some() {
            fs::write(path, all.text).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != all.text {
            wrong.push(path);
        }
    }
    assert!(wrong.is_empty(), "not as before: {wrong:?}; BLESS=1 writes them anew");
}
