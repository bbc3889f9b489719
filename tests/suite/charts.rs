//! Figures as drawn, from made-up values: goldens to read, and boxes that must not overlap or leave the scene.
//!
//! `BLESS=1 cargo test --test suite charts::` rewrites the goldens.

use crate::common::italy::ITALY;
use crate::common::scheme;
use fascicle::chart::{Bar, Bars, Chart, Dumbbell, Labelled, Matrix, MatrixRow, Pair};
use fascicle::chart::{Date, Line, LineBreak, LinePoint, Lines, Slope, Weight};
use fascicle::data::observation::Cell;
use fascicle::diag::Language;
use fascicle::layout::{Book, FigureSheet};
use fascicle::render::drawing::svg::{Description, inline, standalone};
use fascicle::resolve::{Behind, Cover, Edition, Figure, Masthead, Note, Provenance, Table};
use fascicle::scene::{Anchor, Node, Scene, Text};
use fascicle::theme::Theme;
use proptest::prelude::*;
use std::path::Path;

const ITEMS: [&str; 16] = [
    "Lettera di dimissione ospedaliera",
    "Referto di laboratorio",
    "Referto di radiologia",
    "Verbale di pronto soccorso",
    "Referto di specialistica ambulatoriale",
    "Prescrizione farmaceutica",
    "Prescrizione specialistica",
    "Referto di anatomia patologica",
    "Profilo sanitario sintetico",
    "Taccuino personale dell’assistito",
    "Scheda della singola vaccinazione",
    "Certificato vaccinale",
    "Documento di erogazione farmaci",
    "Erogazione di prestazioni specialistiche",
    "Lettera di invito per screening",
    "Cartella clinica",
];

fn labelled(name: &str) -> Labelled {
    let mark = if name.starts_with("Friuli") { "*" } else { "" };
    Labelled { name: name.into(), mark: mark.into() }
}

fn bar(name: &str, value: f64) -> Bar {
    let printed = format!("{value}%");
    Bar { label: labelled(name), rank: None, value, printed, national: name == "Italia", highlight: false }
}

/// Bars sorted and ranked, ties sharing a rank; the national one has none.
fn ranked(values: &[(&str, f64)], absent: &[&str]) -> Chart {
    let mut rows: Vec<Bar> = values.iter().map(|(name, value)| bar(name, *value)).collect();
    rows.sort_by(|a, b| b.value.total_cmp(&a.value));
    let all = rows.clone();
    for row in rows.iter_mut().filter(|row| !row.national) {
        let above = all.iter().filter(|other| !other.national && other.value > row.value).count();
        row.rank = Some(above as u32 + 1);
    }
    bars(rows, absent)
}

fn bars(rows: Vec<Bar>, absent: &[&str]) -> Chart {
    Chart::Bars(Bars {
        rows,
        axis_max: 100.0,
        axis_suffix: "%".into(),
        target: None,
        absent: absent.iter().map(|name| labelled(name)).collect(),
        absent_word: "n.d.".into(),
    })
}

fn matrix(territories: &[&str], items: &[&str]) -> Chart {
    let rows = territories.iter().enumerate().map(|(row, name)| {
        let cell = |column: usize| match (row * 7 + column * 3 + row * column) % 11 {
            _ if *name == "Sicilia" => Cell::Missing,
            0..=6 => Cell::Yes,
            7 if row % 4 == 0 => Cell::Missing,
            _ => Cell::No,
        };
        let cells: Vec<Cell> = (0..items.len()).map(cell).collect();
        let count = |kind| cells.iter().filter(|cell| **cell == kind).count() as u32;
        let (yes, known) = (count(Cell::Yes), count(Cell::Yes) + count(Cell::No));
        MatrixRow { label: labelled(name), highlight: false, cells, yes, known }
    });
    let mut rows: Vec<MatrixRow> = rows.collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.yes));
    Chart::Matrix(Matrix {
        columns: items.iter().map(|item| Labelled { name: (*item).into(), mark: String::new() }).collect(),
        rows,
        words: ["disponibile".into(), "non disponibile".into(), "n.d.".into()],
        total: "Totale".into(),
    })
}

fn figure(title: &str, chart: Chart) -> Figure {
    Figure {
        id: "esempio".into(),
        kicker: "Utilizzo · Consenso".into(),
        title: title.into(),
        measure: "% degli assistiti · al 31 agosto 2024".into(),
        number: "Figura 1".into(),
        definition: "Quanti, inventati, su quanti.".into(),
        caption: String::new(),
        summary: "Dati inventati per prova: in testa l’Emilia-Romagna con l’89%, l’Italia è al 41%; quattro Regioni \
                  sono a pari merito all’1%."
            .into(),
        own: fascicle::resolve::Own::default(),
        drawn: "Grafico a barre.".into(),
        chart,
        table: Table::default(),
        source_label: "Fonte".into(),
        source: "Dati inventati per prova · elaborazione propria".into(),
        notes: vec![Note { mark: "*".into(), text: "Friuli-Venezia Giulia: gennaio – marzo 2024".into() }],
        dataset: String::new(),
        provenance: Provenance::default(),
    }
}

fn sheet(figure: Figure) -> FigureSheet {
    let site = Masthead {
        language: Language::Italian,
        authors: Language::Italian,
        title: String::new(),
        description: String::new(),
        organisation: String::new(),
        licence: String::new(),
        licence_url: None,
        url: None,
    };
    let edition = Edition {
        cover: Cover {
            id: String::new(),
            title: String::new(),
            subtitle: String::new(),
            period: String::new(),
            period_iso: String::new(),
            event: None,
            draft: false,
            figures: 1,
        },
        figures: vec![figure],
        behind: vec![Behind::default()],
        outline: Vec::new(),
        profiles: Vec::new(),
        audience: None,
        sources: Vec::new(),
        datasets: Vec::new(),
        notes: Vec::new(),
        cuts: Vec::new(),
    };
    let theme = Theme::builtin();
    let mut sheets = Book::of(&edition, &site, &theme, &[]).sheets;
    scheme::is_followed(&edition.figures[0], &site, &theme);
    sheets.remove(0)
}

fn consent() -> Figure {
    let values = [
        ("Emilia-Romagna", 89.0),
        ("Veneto", 84.0),
        ("Puglia", 69.0),
        ("Lombardia", 65.0),
        ("Italia", 41.0),
        ("Umbria", 29.0),
        ("Sardegna", 23.0),
        ("Liguria", 10.0),
        ("Lazio", 8.0),
        ("Abruzzo", 1.0),
        ("Calabria", 1.0),
        ("Campania", 1.0),
        ("Molise", 1.0),
    ];
    let absent = [
        "Basilicata",
        "Friuli-Venezia Giulia",
        "Marche",
        "Piemonte",
        "P.A. Bolzano",
        "P.A. Trento",
        "Sicilia",
        "Toscana",
        "Valle d’Aosta",
    ];
    figure("Cittadini che hanno espresso il consenso alla consultazione del FSE", ranked(&values, &absent))
}

/// All 21 and Italia, with values from 0 to 100.
fn everyone() -> Figure {
    let mut values: Vec<(&str, f64)> =
        ITALY.iter().enumerate().map(|(index, name)| (*name, (index * 5) as f64)).collect();
    values.push(("Italia", 47.0));
    figure(
        "MMG e PLS che hanno effettuato almeno un’operazione sul FSE nel periodo di riferimento",
        ranked(&values, &[]),
    )
}

fn nobody() -> Figure {
    figure("Medici specialisti delle aziende sanitarie abilitati al FSE", ranked(&[], &ITALY))
}

fn one() -> Figure {
    figure("Una sola Regione", ranked(&[("Friuli-Venezia Giulia", 100.0)], &[]))
}

fn extremes() -> Figure {
    figure("Zero e cento", ranked(&[("Piemonte", 0.0), ("Italia", 50.0), ("Lazio", 100.0)], &["Umbria"]))
}

fn long_names() -> Figure {
    let names = [
        "Consultazione dei referti e delle prescrizioni anche per conto di un familiare",
        "Pagamento del ticket & ristampa della ricevuta <anche rateale>",
        "Scelta e revoca del medico di medicina generale",
        "Prenotazione",
    ];
    let rows = names.iter().zip([95.0, 71.0, 33.0, 5.0]).map(|(name, value)| bar(name, value)).collect();
    figure("Servizi disponibili", bars(rows, &["Disdetta", "Autocertificazioni per celiachia"]))
}

fn services() -> Figure {
    let rows = (0..27).map(|index| {
        bar(&format!("Servizio di esempio numero {} del portale regionale", index + 1), 100.0 - index as f64 * 3.0)
    });
    figure("Servizi disponibili nei FSE regionali (% sul totale delle Regioni)", bars(rows.collect(), &["Disdetta"]))
}

fn documents() -> Figure {
    figure("Tipologie documentali disponibili nei FSE Regionali", matrix(&ITALY, &ITEMS))
}

fn small_table() -> Figure {
    figure("Una tabella piccola", matrix(&ITALY[..3], &ITEMS[..4]))
}

fn pair(name: &str, old: Option<f64>, new: Option<f64>, joined: bool) -> Pair {
    let printed = |value: Option<f64>| value.map_or_else(|| "n.d.".to_owned(), |value| format!("{value}%"));
    let said = match (old, new) {
        (Some(old), Some(new)) if joined && old == new => "invariato".to_owned(),
        (Some(old), Some(new)) if joined => format!("{:+} punti", new - old).replace('-', "−"),
        _ => format!("prima {}", printed(old)),
    };
    Pair {
        label: labelled(name),
        old,
        new,
        printed: printed(new),
        said,
        joined,
        national: name == "Italia",
        highlight: false,
    }
}

fn dumbbell(rows: Vec<Pair>, axis_max: f64, broken: Option<&str>, absent: &[&str]) -> Chart {
    Chart::Dumbbell(Dumbbell {
        rows,
        axis_max,
        axis_suffix: "%".into(),
        legend: ["giugno – agosto 2024".into(), "gennaio – marzo 2025".into()],
        broken: broken.map(str::to_owned),
        absent: absent.iter().map(|name| labelled(name)).collect(),
        absent_word: "n.d. in entrambe".into(),
    })
}

fn change() -> Figure {
    let rows = [
        ("Emilia-Romagna", Some(39.0), Some(65.0)),
        ("Valle d’Aosta", None, Some(30.0)),
        ("Italia", Some(18.0), Some(21.0)),
        ("Sardegna", Some(10.0), Some(11.0)),
        ("Liguria", Some(13.0), Some(5.0)),
        ("Umbria", Some(4.0), Some(4.0)),
        ("Marche", Some(1.0), Some(1.0)),
        ("P.A. Trento", Some(50.0), None),
    ];
    let rows = rows.map(|(name, old, new)| pair(name, old, new, true)).to_vec();
    let chart = dumbbell(rows, 80.0, None, &["Friuli-Venezia Giulia", "Lazio", "Lombardia"]);
    let figure = figure("Uso dei cittadini: l’Emilia-Romagna passa dal 39% al 65%", chart);
    Figure { kicker: "Che cosa è cambiato".into(), measure: "% dei cittadini".into(), ..figure }
}

fn broken_change() -> Figure {
    let rows = [
        ("Toscana", Some(64.0), Some(56.0)),
        ("Lazio", Some(67.0), Some(51.0)),
        ("Piemonte", None, Some(31.0)),
        ("Sardegna", Some(28.0), Some(27.0)),
        ("Abruzzo", Some(8.0), None),
    ];
    let rows = rows.map(|(name, old, new)| pair(name, old, new, false)).to_vec();
    let broken = Some("Definizioni diverse: i due valori non si confrontano");
    figure("Servizi: due misure che non si confrontano", dumbbell(rows, 80.0, broken, &["Umbria"]))
}

/// All 21 and Italia, from one end of the axis to the other, with words at both.
fn everyone_changes() -> Figure {
    let mut rows: Vec<Pair> = ITALY
        .iter()
        .enumerate()
        .map(|(index, name)| pair(name, Some((index * 5) as f64), Some(100.0 - (index * 5) as f64), true))
        .collect();
    rows.insert(10, pair("Italia", Some(47.0), Some(50.0), true));
    figure("MMG e PLS: il Piemonte passa dallo 0% al 100%", dumbbell(rows, 100.0, None, &[]))
}

fn nobody_changes() -> Figure {
    figure("Nessun valore", dumbbell(Vec::new(), 20.0, None, &ITALY))
}

fn changed_services() -> Figure {
    let rows = (0..27).map(|index| {
        let (name, from) =
            (format!("Servizio di esempio numero {} del portale regionale", index + 1), f64::from(index));
        pair(&name, Some(95.0 - from * 2.0), Some(100.0 - from * 3.0), true)
    });
    figure("Servizi: numero 27 passa dal 43% al 22%", dumbbell(rows.collect(), 100.0, None, &["Disdetta"]))
}

/// Days of four dates, and their words.
const DATES: [(i64, [&str; 2]); 4] =
    [(0, ["31 mar", "2024"]), (153, ["31 ago", "2024"]), (244, ["30 nov", "2024"]), (365, ["31 mar", "2025"])];

/// A line over some dates; one that is not the first is joined to the one before where both have a value.
fn over_time(name: &str, days: &[i64], values: &[Option<f64>], weight: Weight) -> Line {
    let point = |index: usize| {
        let before = index.checked_sub(1).and_then(|before| values[before]);
        let joined = before.is_some() && values[index].is_some();
        LinePoint { day: days[index], value: values[index], joined, parted: false }
    };
    let printed = |value: &Option<f64>| value.map_or_else(|| "n.d.".to_owned(), |value| format!("{value}%"));
    let all: Vec<String> = values.iter().map(printed).collect();
    Line {
        label: labelled(name),
        ending: values.iter().rev().flatten().next().map_or_else(String::new, |value| format!("{value}%")),
        title: format!("{name}: {}", all.join(", ")),
        points: (0..values.len()).map(point).collect(),
        weight,
    }
}

fn lines(rows: Vec<Line>, dates: Vec<Date>, breaks: Vec<LineBreak>, absent: &[&str]) -> Chart {
    Chart::Lines(Lines {
        dates,
        rows,
        axis_max: 100.0,
        axis_suffix: "%".into(),
        breaks,
        parted_word: "linea interrotta: i due valori non si confrontano (vedi le note)".into(),
        missing_word: "valore mancante (n.d.)".into(),
        absent: absent.iter().map(|name| labelled(name)).collect(),
        absent_word: "n.d. a tutte le date".into(),
    })
}

fn four_dates() -> Vec<Date> {
    let without = ["n.d.: 1", "", "n.d.: 1", ""];
    let date = |((day, words), without): ((i64, [&str; 2]), &str)| Date {
        day,
        words: words.map(str::to_owned),
        without: without.to_owned(),
    };
    DATES.into_iter().zip(without).map(date).collect()
}

/// The whole, three named, of which two end at one value, and others without a name; values missing in between.
fn years_of_consent() -> Figure {
    let days = DATES.map(|(day, _)| day);
    let line = |name, values: [Option<f64>; 4], weight| over_time(name, &days, &values, weight);
    let rows = vec![
        line("Italia", [Some(39.5), Some(41.0), Some(42.0), Some(42.0)], Weight::National),
        line("Puglia", [None, Some(69.0), Some(71.0), Some(73.0)], Weight::Named),
        line("Valle d’Aosta", [Some(60.0), None, Some(69.0), Some(73.0)], Weight::Named),
        line("Friuli-Venezia Giulia", [Some(86.0), Some(85.0), None, None], Weight::Named),
        line("Emilia-Romagna", [Some(88.0), Some(89.0), Some(89.0), Some(92.0)], Weight::Quiet),
        line("Abruzzo", [Some(1.0), Some(1.0), Some(1.0), Some(1.0)], Weight::Quiet),
        line("Lazio", [None, Some(8.0), None, None], Weight::Quiet),
    ];
    figure("Consenso nel tempo", lines(rows, four_dates(), Vec::new(), &["Sicilia", "P.A. Trento"]))
}

/// All lines broken between the second date and the third, and one more between the first two.
fn years_across_a_break() -> Figure {
    let days = DATES.map(|(day, _)| day);
    let mut rows: Vec<Line> = [("Italia", 64.0, Weight::National), ("Toscana", 72.0, Weight::Named)]
        .map(|(name, value, weight)| {
            over_time(name, &days, &[value, value - 3.0, value - 20.0, value].map(Some), weight)
        })
        .to_vec();
    for row in &mut rows {
        row.points[2].joined = false;
    }
    rows[1].points[1] = LinePoint { joined: false, parted: true, ..rows[1].points[1] };
    let words = "Tra il 31 agosto 2024 e il 30 novembre 2024 le linee si interrompono: definizioni diverse".to_owned();
    figure("Servizi nel tempo", lines(rows, four_dates(), vec![LineBreak { from: 153, to: 244, words }], &[]))
}

fn slope_of(pairs: Vec<Pair>, broken: Option<&str>, absent: &[&str]) -> Chart {
    let before = pairs.iter().map(|pair| pair.old.map_or_else(String::new, |old| format!("{old}%"))).collect();
    let names = |keep: &dyn Fn(&Pair) -> bool| -> Vec<Labelled> {
        pairs.iter().filter(|pair| keep(pair)).map(|pair| pair.label.clone()).collect()
    };
    let lists = [("prima n.d.", names(&|pair| pair.old.is_none())), ("ora n.d.", names(&|pair| pair.new.is_none()))];
    let one_sided = lists.into_iter().filter(|(_, names)| !names.is_empty());
    let one_sided = one_sided.map(|(words, names)| (words.to_owned(), names)).collect();
    let Chart::Dumbbell(pairs) = dumbbell(pairs, 80.0, broken, absent) else { unreachable!("it is one") };
    Chart::Slope(Slope { pairs, before, one_sided })
}

fn slope() -> Figure {
    let rows = [
        ("Emilia-Romagna", Some(39.0), Some(65.0)),
        ("Valle d’Aosta", None, Some(30.0)),
        ("Italia", Some(18.0), Some(21.0)),
        ("Sardegna", Some(10.0), Some(11.0)),
        ("Liguria", Some(13.0), Some(5.0)),
        ("Umbria", Some(4.0), Some(4.0)),
        ("Molise", Some(4.0), Some(1.0)),
        ("Marche", Some(1.0), Some(1.0)),
        ("P.A. Trento", Some(50.0), None),
    ];
    let rows = rows.map(|(name, old, new)| pair(name, old, new, true)).to_vec();
    let figure = figure("Uso dei cittadini: l’Emilia-Romagna passa dal 39% al 65%", slope_of(rows, None, &["Lazio"]));
    Figure { kicker: "Che cosa è cambiato".into(), measure: "% dei cittadini".into(), ..figure }
}

fn broken_slope() -> Figure {
    let rows = [("Toscana", 64.0, 56.0), ("Lazio", 67.0, 51.0), ("Italia", 60.0, 44.0)];
    let rows = rows.map(|(name, old, new)| pair(name, Some(old), Some(new), false)).to_vec();
    let broken = Some("Definizioni diverse: i due valori non si confrontano");
    figure("Servizi: due misure che non si confrontano", slope_of(rows, broken, &[]))
}

fn all() -> Vec<(&'static str, Figure)> {
    vec![
        ("ranked-with-ties-national-and-missing", consent()),
        ("everyone-from-0-to-100", everyone()),
        ("all-missing", nobody()),
        ("one-territory", one()),
        ("zero-and-hundred", extremes()),
        ("very-long-names", long_names()),
        ("items-on-two-slides", services()),
        ("change-with-risen-fallen-and-missing", change()),
        ("change-across-a-break", broken_change()),
        ("change-of-everyone", everyone_changes()),
        ("change-of-nobody", nobody_changes()),
        ("change-on-two-slides", changed_services()),
        ("lines-with-gaps-and-ties", years_of_consent()),
        ("lines-across-a-break", years_across_a_break()),
        ("slope-with-ties-and-missing", slope()),
        ("slope-across-a-break", broken_slope()),
        ("table-21-by-16", documents()),
        ("table-3-by-4", small_table()),
    ]
}

fn scenes(sheet: &FigureSheet) -> Vec<(String, &Scene)> {
    let mut scenes = vec![("plate".to_owned(), &sheet.plate), ("narrow".to_owned(), &sheet.narrow)];
    scenes.extend(sheet.slides.iter().enumerate().map(|(index, scene)| (format!("slide-{}", index + 1), scene)));
    scenes.extend(sheet.wide.as_ref().map(|scene| ("wide".to_owned(), scene)));
    scenes
}

fn golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/charts").join(format!("{name}.svg"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "{name}.svg is drawn otherwise; BLESS=1 rewrites it");
}

#[test]
fn figures_are_drawn_as_before() {
    for (name, figure) in all() {
        let sheet = sheet(figure);
        for (place, scene) in scenes(&sheet) {
            golden(&format!("{name}.{place}"), &standalone(scene));
        }
    }
}

/// The corners of a text's box: ascenders to descenders, turned as the text is.
fn corners(text: &Text) -> [(f64, f64); 4] {
    let left = match text.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => -text.width / 2.0,
        Anchor::End => -text.width,
    };
    let (top, bottom) = (-0.7 * text.size, 0.22 * text.size);
    let (sin, cos) = text.rotate.to_radians().sin_cos();
    [(left, top), (left + text.width, top), (left + text.width, bottom), (left, bottom)]
        .map(|(x, y)| (text.x + x * cos - y * sin, text.y + x * sin + y * cos))
}

/// Whether two turned boxes share ground: no edge of either parts them.
fn overlap(one: &[(f64, f64); 4], two: &[(f64, f64); 4]) -> bool {
    let apart = |a: (f64, f64), b: (f64, f64)| {
        let (nx, ny) = (b.1 - a.1, a.0 - b.0);
        let reach = |shape: &[(f64, f64); 4]| {
            let along = shape.map(|(x, y)| (x * nx + y * ny) / nx.hypot(ny));
            (along.into_iter().fold(f64::INFINITY, f64::min), along.into_iter().fold(f64::NEG_INFINITY, f64::max))
        };
        let (first, second) = (reach(one), reach(two));
        first.1 <= second.0 + 0.15 || second.1 <= first.0 + 0.15
    };
    let edges = |shape: &[(f64, f64); 4]| [(shape[0], shape[1]), (shape[1], shape[2])];
    !edges(one).into_iter().chain(edges(two)).any(|(a, b)| apart(a, b))
}

/// Leaves with the class of the group they stand in.
fn leaves<'a>(nodes: &'a [Node], class: &'static str, out: &mut Vec<(&'static str, &'a Node)>) {
    for node in nodes {
        match node {
            Node::Group(group) => leaves(&group.nodes, group.class, out),
            leaf => out.push((class, leaf)),
        }
    }
}

/// What is wrong with a scene: texts that overlap, things outside it, things without a role.
fn faults(scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    let mut all = Vec::new();
    leaves(&scene.nodes, "", &mut all);
    let mut texts = Vec::new();
    for (class, leaf) in &all {
        if class.is_empty() {
            faults.push(format!("no role: {leaf:?}"));
        }
        let (points, slack) = match leaf {
            Node::Text(text) => {
                texts.push((text.text.as_str(), corners(text)));
                (corners(text).to_vec(), 1.0)
            }
            Node::Rect(rect) => (vec![(rect.x, rect.y), (rect.x + rect.width, rect.y + rect.height)], 0.0),
            Node::Path(path) => (path.outlines.concat(), 0.0),
            Node::Group(_) => continue,
        };
        let inside = |(x, y): &(f64, f64)| {
            (-slack..=scene.width + slack).contains(x) && (-slack..=scene.height + slack).contains(y)
        };
        if !points.iter().all(inside) {
            faults.push(format!("outside {} x {}: {leaf:?}", scene.width, scene.height));
        }
    }
    for (index, (one, box_one)) in texts.iter().enumerate() {
        for (two, box_two) in &texts[index + 1..] {
            if overlap(box_one, box_two) {
                faults.push(format!("{one:?} and {two:?} overlap"));
            }
        }
    }
    faults
}

#[test]
fn no_text_overlaps_another_and_nothing_leaves_the_scene() {
    for (name, figure) in all() {
        for (place, scene) in scenes(&sheet(figure)) {
            assert_eq!(faults(scene), Vec::<String>::new(), "{name}, {place}");
        }
    }
}

fn words(scene: &Scene) -> String {
    let mut all = Vec::new();
    leaves(&scene.nodes, "", &mut all);
    let texts = all.iter().filter_map(|(_, leaf)| match leaf {
        Node::Text(text) => Some(text.text.as_str()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_plate_alone_says_title_measure_source_and_the_note_of_friuli() {
    let svg = standalone(&sheet(consent()).plate);
    for words in [
        "Cittadini che hanno espresso il consenso alla consultazione del FSE",
        "% degli assistiti · al 31 agosto 2024",
        ">Fonte<",
        "Friuli-Venezia Giulia*",
        ">* Friuli-Venezia Giulia: gennaio – marzo 2024<",
        ">n.d.<",
    ] {
        assert!(svg.contains(words), "{words}");
    }
}

/// What stands in the groups of a class, whatever else they are called.
fn of_class<'a>(scene: &'a Scene, class: &str) -> Vec<&'a Node> {
    let mut all = Vec::new();
    leaves(&scene.nodes, "", &mut all);
    let is_of = |classes: &str| classes.split(' ').any(|one| one == class);
    all.into_iter().filter(|(classes, _)| is_of(classes)).map(|(_, leaf)| leaf).collect()
}

#[test]
fn what_may_be_compared_is_joined_by_a_line_from_the_older_to_the_newer() {
    for (place, scene) in scenes(&sheet(change())) {
        // Sardegna's circles touch; those of Umbria and Marche are one; two have only one value.
        let lines = of_class(scene, "links").len();
        assert!((3..=4).contains(&lines), "{place}: {lines}");
        assert!(of_class(scene, "breaks").is_empty(), "{place}");
        let circles = |class| of_class(scene, class).len() - 1;
        assert_eq!((circles("before"), circles("after")), (7, 7), "{place}, without those of the legend");
    }
}

#[test]
fn across_a_break_nothing_is_joined_nor_reckoned_and_the_head_says_why() {
    for (place, scene) in scenes(&sheet(broken_change())) {
        assert!(of_class(scene, "links").is_empty(), "{place}");
        assert!(of_class(scene, "breaks").len() >= 2, "{place}: in the legend and between the two circles of Lazio");
        let words = words(scene);
        assert!(words.contains("non si confrontano") && !words.contains("punti"), "{place}: {words}");
    }
}

/// How many steps the open lines of some classes have, from one point to the next.
fn steps(scene: &Scene, class: &str) -> usize {
    let paths = groups(&scene.nodes, class);
    let steps = |path: &fascicle::scene::Path| path.outlines.iter().map(|outline| outline.len() - 1).sum::<usize>();
    paths.into_iter().map(steps).sum()
}

/// The paths of lines within the groups of a class.
fn groups<'a>(nodes: &'a [Node], class: &str) -> Vec<&'a fascicle::scene::Path> {
    let mut found = Vec::new();
    for node in nodes {
        let Node::Group(group) = node else { continue };
        if group.class.split(' ').any(|one| one == class) {
            let mut all = Vec::new();
            leaves(&group.nodes, group.class, &mut all);
            found.extend(all.into_iter().filter_map(|(_, leaf)| match leaf {
                Node::Path(path) => Some(path),
                _ => None,
            }));
        } else {
            found.extend(groups(&group.nodes, class));
        }
    }
    found
}

#[test]
fn no_line_goes_over_what_is_missing_or_may_not_be_compared() {
    for (place, scene) in scenes(&sheet(years_of_consent())) {
        // Italia three, Puglia two, Valle d’Aosta and Friuli one; of the others Emilia-Romagna and Abruzzo three each.
        assert_eq!((steps(scene, "lines"), steps(scene, "others")), (7, 6), "{place}");
        assert!(groups(&scene.nodes, "breaks").is_empty(), "{place}");
        // One in the legend; of two missing at the last two dates Friuli has one each, of the first Puglia, then Aosta.
        assert_eq!(of_class(scene, "missing").len(), 5, "{place}");
    }
    for (place, scene) in scenes(&sheet(years_across_a_break())) {
        // Italia goes on from the first to the second and from the third to the last; Toscana at the end alone.
        assert_eq!(steps(scene, "lines"), 3, "{place}");
        // In the head the samples of the rule and of the jagged mark, and each in its place.
        assert_eq!(groups(&scene.nodes, "breaks").len(), 4, "{place}");
        assert!(words(scene).contains("definizioni diverse"), "{place}");
    }
}

#[test]
fn names_of_one_value_share_a_label_and_the_narrow_drawing_has_dumbbells() {
    let sheet = sheet(slope());
    assert!(words(&sheet.slides[0]).contains("Umbria, Molise 4%"), "{}", words(&sheet.slides[0]));
    assert!(words(&sheet.slides[0]).contains("1% Molise, Marche"));
    assert_eq!(steps(&sheet.slides[0], "links"), 7);
    assert!(of_class(&sheet.slides[0], "before").is_empty() && !of_class(&sheet.narrow, "before").is_empty());
    let broken = self::sheet(broken_slope());
    assert_eq!(steps(&broken.plate, "links"), 0);
    // Two points of each: national ones stand in a group that is `after`, too.
    assert_eq!(of_class(&broken.plate, "after").len(), 6);
}

#[test]
fn title_and_summary_are_the_first_children_of_every_figure() {
    for (name, figure) in all() {
        let opening = format!(
            "<title>{}</title><desc>{}</desc>",
            figure.title.replace('&', "&amp;"),
            format!("{}. {}", figure.measure, figure.summary).replace('&', "&amp;")
        );
        for (place, scene) in scenes(&sheet(figure)) {
            for svg in [standalone(scene), inline(scene, "plot", Description::Inside)] {
                let (tag, rest) = svg.split_at(svg.find('>').unwrap() + 1);
                let (tag, rest) = (tag.replace('"', ""), rest.replace('\n', ""));
                assert!(tag.contains("role=img") && tag.contains("lang=it"), "{name}, {place}: {tag}");
                assert!(rest.starts_with(&opening), "{name}, {place}");
            }
        }
    }
}

#[test]
fn a_figure_has_no_ids_styles_or_scripts_and_its_tags_match() {
    for (name, figure) in all() {
        for (_, scene) in scenes(&sheet(figure)) {
            let svg = standalone(scene);
            for word in
                ["id=", "style", "script", "url(", "var(", "rgba", "currentColor", "transparent", "foreignObject"]
            {
                assert!(!svg.contains(word), "{name}: {word}");
            }
            let mut open = Vec::new();
            for tag in svg.split('<').skip(1) {
                let (tag, text) = tag.split_once('>').unwrap();
                assert!(!text.contains('"') && !tag.contains('&'), "{name}: {tag}");
                let word = tag.split(' ').next().unwrap();
                match word.strip_prefix('/') {
                    Some(word) => assert_eq!(open.pop(), Some(word), "{name}"),
                    None if tag.ends_with('/') => {}
                    None => open.push(word),
                }
            }
            assert!(open.is_empty(), "{name}: {open:?}");
        }
    }
}

#[test]
fn two_drawings_of_a_figure_in_a_page_have_one_description() {
    let scene = &sheet(consent()).narrow;
    let [first, second] = [Description::Here("said"), Description::At("said")].map(|told| inline(scene, "plot", told));
    assert!(first.contains("<desc id=said>") && !first.contains("aria-describedby"));
    assert!(second.starts_with("<svg class=plot role=img aria-describedby=said ") && !second.contains("<desc"));
}

#[test]
fn things_of_a_group_inside_a_page_stand_where_they_stand_in_the_file() {
    // Places of words and of what has straight sides, in tenths, in order: those of the group's own corner and of their
    // own added up. In pages rectangles are paths.
    let places = |svg: &str| {
        let number = |tag: &str, name: &str| -> i64 {
            let value =
                tag.split(&format!(" {name}=")).nth(1).map_or("0", |rest| rest.split([' ', '/', '>']).next().unwrap());
            (value.trim_matches('"').parse::<f64>().unwrap() * 10.0).round() as i64
        };
        let mut corners = vec![(0, 0)];
        let mut places = Vec::new();
        for tag in svg.split('<') {
            let corner = *corners.last().unwrap();
            match tag.split([' ', '>']).next().unwrap() {
                "g" => {
                    let moved =
                        tag.split("transform=\"translate(").nth(1).map_or("0", |rest| rest.split(')').next().unwrap());
                    let mut moved = moved.split(' ').map(|part| (part.parse::<f64>().unwrap() * 10.0).round() as i64);
                    let (x, y) = (moved.next().unwrap(), moved.next().unwrap_or(0));
                    corners.push((corner.0 + x, corner.1 + y));
                }
                "/g" => _ = corners.pop(),
                word @ ("text" | "rect") if !tag.contains("rotate") && !tag.contains(" rx=") => {
                    places.push((
                        word.replace("rect", "path"),
                        corner.0 + number(tag, "x"),
                        corner.1 + number(tag, "y"),
                    ));
                }
                "path" => {
                    let d = tag.split(" d=").nth(1).unwrap().trim_start_matches('"').split(['"', '>']).next().unwrap();
                    let is_box = d.ends_with('z') && d.matches('h').count() == 2 && d.matches('v').count() == 1;
                    if is_box && !d.contains(['q', 'l', 'm']) {
                        let at = d[1..].split('h').next().unwrap();
                        let cut = at.rfind([' ', '-']).filter(|cut| *cut > 0).unwrap();
                        let tenths = |part: &str| (part.trim().parse::<f64>().unwrap() * 10.0).round() as i64;
                        places.push(("path".to_owned(), corner.0 + tenths(&at[..cut]), corner.1 + tenths(&at[cut..])));
                    }
                }
                _ => {}
            }
        }
        places
    };
    for (name, figure) in all() {
        for (place, scene) in scenes(&sheet(figure)) {
            let (file, page) = (places(&standalone(scene)), places(&inline(scene, "plot", Description::Inside)));
            assert!(!file.is_empty(), "{name}, {place}");
            assert_eq!(file, page, "{name}, {place}");
        }
    }
}

#[test]
fn a_figure_inside_a_page_has_a_class_and_no_size_of_its_own() {
    let svg = inline(&sheet(consent()).narrow, "narrow", Description::Inside);
    assert!(svg.starts_with("<svg class=narrow role=img lang=it viewBox=\"0 0 340 "));
    assert!(!svg.contains("xmlns") && !svg.split('>').next().unwrap().contains(" width"));
}

#[test]
fn colours_are_said_on_groups_so_that_a_page_can_change_them() {
    for (name, figure) in all() {
        for (place, scene) in scenes(&sheet(figure)) {
            let svg = inline(scene, "plot", Description::Inside);
            for line in svg.split('<').filter(|line| !line.starts_with("g ")) {
                assert!(!line.contains("fill=") && !line.contains("stroke="), "{name}, {place}: {line}");
            }
        }
    }
}

#[test]
fn plates_are_small() {
    let size = |figure| standalone(&sheet(figure).plate).len();
    assert!(size(everyone()) <= 8 * 1024, "{}", size(everyone()));
    assert!(size(documents()) <= 16 * 1024, "{}", size(documents()));
}

#[test]
fn all_territories_and_the_national_value_stand_on_one_slide() {
    assert_eq!(sheet(everyone()).slides.len(), 1);
    assert_eq!(sheet(documents()).slides.len(), 1);
    assert_eq!(sheet(everyone()).wide, None);
}

#[test]
fn a_long_figure_goes_on_in_evenly_shared_slides_each_with_its_axis() {
    let sheet = sheet(services());
    let counts: Vec<usize> = sheet.slides.iter().map(|scene| words(scene).matches("Servizio di").count()).collect();
    assert_eq!(counts, [14, 13]);
    assert!(sheet.slides.iter().all(|scene| words(scene).contains("0% 25% 50% 75% 100%")));
    assert_eq!(sheet.wide.map(|scene| words(&scene).matches("Servizio di").count()), Some(27));
}

#[test]
fn a_long_figure_of_changes_goes_on_in_slides_that_all_say_what_the_circles_are() {
    let sheet = sheet(changed_services());
    let counts: Vec<usize> = sheet.slides.iter().map(|scene| words(scene).matches("Servizio di").count()).collect();
    assert_eq!(counts, [14, 13]);
    assert!(sheet.slides.iter().all(|scene| words(scene).starts_with("giugno – agosto 2024 gennaio – marzo 2025 0% ")));
}

#[test]
fn zero_has_a_label_and_no_bar() {
    let sheet = sheet(extremes());
    let mut all = Vec::new();
    leaves(&sheet.slides[0].nodes, "", &mut all);
    assert_eq!(all.iter().filter(|(_, leaf)| matches!(leaf, Node::Rect(_))).count(), 2);
    assert!(words(&sheet.slides[0]).contains("Piemonte") && words(&sheet.slides[0]).contains(" 0% "));
}

#[test]
fn the_same_figure_is_drawn_the_same() {
    assert_eq!(sheet(consent()), sheet(consent()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_names_and_values_bars_are_drawn_clear_of_each_other(
        rows in prop::collection::vec(("[A-Za-zàè' ]{1,75}", 0.0..130.0_f64), 0..32),
        absent in prop::collection::vec("[A-Z][a-z]{2,18}( [a-z]{2,9}){0,2}", 0..22),
        ranked in any::<bool>(),
    ) {
        let mut bars = Bars {
            axis_max: 100.0,
            axis_suffix: "%".into(),
            absent: absent.iter().map(|name| labelled(name)).collect(),
            absent_word: "n.d.".into(),
            ..Bars::default()
        };
        for (index, (name, value)) in rows.iter().enumerate() {
            let rank = ranked.then_some(index as u32 + 1);
            let name = name.trim().replace("  ", " ");
            bars.rows.push(Bar { rank, printed: format!("{value:.0}%"), ..bar(&name, *value) });
        }
        for (place, scene) in scenes(&sheet(figure("Prova", Chart::Bars(bars)))) {
            prop_assert_eq!(faults(scene), Vec::<String>::new(), "{}", place);
        }
    }

    #[test]
    fn whatever_the_names_and_values_changes_are_drawn_clear_of_each_other(
        rows in prop::collection::vec(
            ("[A-Za-zàè' ]{1,60}", prop::option::of(0.0..130.0_f64), prop::option::of(0.0..130.0_f64), any::<bool>()),
            0..28,
        ),
        broken in prop::option::of("[A-Z][a-z]{2,18}( [a-z]{2,9}){0,12}"),
        max in 1.0..100.0_f64,
    ) {
        let pairs = rows.iter().filter(|(_, old, new, _)| old.is_some() || new.is_some());
        let pairs = pairs.map(|(name, old, new, joined)| {
            let (old, new) = (old.map(f64::round), new.map(f64::round));
            pair(&name.trim().replace("  ", " "), old, new, *joined)
        });
        let chart = dumbbell(pairs.collect(), max, broken.as_deref(), &ITALY[..rows.len() % 21]);
        for (place, scene) in scenes(&sheet(figure("Prova", chart))) {
            prop_assert_eq!(faults(scene), Vec::<String>::new(), "{}", place);
        }
    }

    #[test]
    fn whatever_the_names_and_values_lines_are_drawn_clear_of_each_other(
        gaps in prop::collection::vec(1_i64..400, 1..12),
        rows in prop::collection::vec(
            ("[A-Z][a-z]{1,14}( [A-Zàè']{1,20}){0,3}", prop::collection::vec(prop::option::of(0.0..130.0_f64), 12), 0_u8..12),
            1..111,
        ),
        breaks in prop::collection::btree_set(0_usize..11, 0..4),
        words in "[A-Z][a-z]{2,18}( [a-z]{2,9}){0,14}",
    ) {
        let mut days = vec![0];
        days.extend(gaps.iter().scan(0, |day, gap| { *day += gap; Some(*day) }));
        let date = |(index, day): (usize, &i64)| Date {
            day: *day,
            words: [format!("{index} set"), "2024 –".into()],
            without: if index % 2 == 0 { format!("n.d.: {index}") } else { String::new() },
        };
        let dates: Vec<Date> = days.iter().enumerate().map(date).collect();
        let mut named = 0;
        let mut joined = 0;
        let drawn = rows.iter().filter(|(_, values, _)| values[..days.len()].iter().any(Option::is_some));
        let drawn: Vec<Line> = drawn.enumerate().map(|(index, (name, values, kind))| {
            named += u8::from(*kind == 0);
            let weight = match kind {
                _ if index == 0 => Weight::National,
                0 if named <= 12 => Weight::Named,
                _ => Weight::Quiet,
            };
            let mut line = over_time(name, &days, &values[..days.len()].iter().map(|value| value.map(f64::round)).collect::<Vec<_>>(), weight);
            for point in &mut line.points {
                let broken = breaks.iter().any(|place| days.get(place + 1) == Some(&point.day));
                point.parted = point.joined && !broken && *kind == 3;
                point.joined &= !broken && !point.parted;
                joined += usize::from(point.joined);
            }
            line
        }).collect();
        let breaks = breaks.iter().filter(|place| **place + 1 < days.len());
        let breaks = breaks.map(|place| LineBreak { from: days[*place], to: days[place + 1], words: words.clone() });
        let absent = &ITALY[..rows.len() % 21];
        for (place, scene) in scenes(&sheet(figure("Prova", lines(drawn, dates, breaks.collect(), absent)))) {
            prop_assert_eq!(faults(scene), Vec::<String>::new(), "{}", place);
            // What is not joined has no step, wherever its points are; and what is has one.
            prop_assert_eq!(steps(scene, "lines") + steps(scene, "others"), joined, "{}", place);
        }
    }

    #[test]
    fn whatever_the_names_and_values_slopes_are_drawn_clear_of_each_other(
        rows in prop::collection::vec(
            ("[A-Za-zàè' ]{1,40}", prop::option::of(0.0..130.0_f64), prop::option::of(0.0..130.0_f64), any::<bool>()),
            0..111,
        ),
        broken in prop::option::of("[A-Z][a-z]{2,18}( [a-z]{2,9}){0,12}"),
    ) {
        let pairs = rows.iter().filter(|(_, old, new, _)| old.is_some() || new.is_some());
        let pairs: Vec<Pair> = pairs.map(|(name, old, new, joined)| {
            let (old, new) = (old.map(f64::round), new.map(f64::round));
            pair(&name.trim().replace("  ", " "), old, new, *joined)
        }).collect();
        let chart = slope_of(pairs, broken.as_deref(), &ITALY[..rows.len() % 21]);
        for (place, scene) in scenes(&sheet(figure("Prova", chart))) {
            prop_assert_eq!(faults(scene), Vec::<String>::new(), "{}", place);
        }
    }

    #[test]
    fn whatever_the_heads_tables_are_drawn_clear_of_each_other(
        items in prop::collection::vec("[A-Z][a-z]{2,12}( [a-z]{2,14}){0,5}", 1..30),
        count in 1_usize..=21,
    ) {
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        for (place, scene) in scenes(&sheet(figure("Prova", matrix(&ITALY[..count], &items)))) {
            prop_assert_eq!(faults(scene), Vec::<String>::new(), "{}", place);
        }
    }
}
