//! Home, report and deck of a small synthetic report: its figures are invented and measure nothing.

use fascicle::chart::{Bars, Chart};
use fascicle::data::observation::Cell;
use fascicle::data::prose::{Block, Callout, Inline, Side};
use fascicle::diag::{Code, Language};
use fascicle::files::{FileId, Span};
use fascicle::layout::{Book, FigureSheet, FrameRoom};
use fascicle::render::{Artifact, Renderer};
use fascicle::resolve::{
    Behind, CellChange, Changes, ClaimChange, Closing, Collection, Comparison, Counts, Cover, Dataset, DefinitionNamed,
    Edition, Entry, Event, Figure, FigureChange, FigureNews, Kind, Latest, LinkEntry, Masthead, Named, Note,
    NoteChange, Overview, OverviewColumn, OverviewRow, Passage, PrintedValue, Provenance, RowChange, Section,
    SourceEntry, State, Step, Table, TableRow, TextChange, TextsChange, Unchanged,
};
use fascicle::scene::{Color, Group, Node, Rect, Scene};
use fascicle::theme::Theme;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[test]
fn home_lists_the_editions_newest_first() {
    golden("home.html", &page("index.html"));
}

#[test]
fn a_report_has_prose_figures_tables_and_sources() {
    golden("report.html", &without_drawings(&page("2024-06_2024-08/index.html")));
}

#[test]
fn a_deck_is_one_file_with_a_section_a_slide() {
    golden("deck.html", &without_drawings(&without_styles_and_script(&page("2024-06_2024-08/slides.html"))));
}

#[test]
fn a_page_of_changes_has_tables_breaks_and_texts() {
    golden("changes.html", &page("2024-06_2024-08/changes.html"));
}

#[test]
fn the_page_of_a_figure_has_its_words_files_and_what_to_paste() {
    golden("figure.html", &without_drawings(&page("2024-06_2024-08/figures/consenso/index.html")));
}

#[test]
fn the_page_of_the_newest_edition_says_which_that_is_and_offers_no_pictures() {
    golden("latest.html", &without_drawings(&page("latest/figures/consenso/index.html")));
}

#[test]
fn a_frame_has_the_figure_and_its_words_and_asks_whether_it_is_old() {
    let frame = page("2024-06_2024-08/figures/consenso/frame.html");
    golden("frame.html", &without_drawings(&without_styles_and_script(&frame)));
}

#[test]
fn a_notice_is_one_link_that_current_editions_hide() {
    golden("notice.html", &page("latest/figures/consenso/notice.html"));
    golden("notice.css", &page("latest/figures/consenso/notice.css"));
}

#[test]
fn a_frame_under_latest_never_asks_whether_it_is_old() {
    let frame = page("latest/figures/consenso/frame.html");
    assert!(!frame.contains("<object") && !frame.contains("notice.html"));
    assert!(!page("latest/figures/consenso/index.html").contains("<object"));
}

#[test]
fn without_an_address_of_the_site_nothing_is_made_that_needs_one() {
    let theme = Theme::builtin();
    let renderer = Renderer::new(&theme).expect("the built-in templates compile");
    let mut report = report();
    report.site.url = None;
    let edition = edition();
    let artifacts = renderer.edition(&report, 0, &book(&edition, &report, &theme), &[]).expect("the edition renders");
    for Artifact { path, bytes } in artifacts {
        assert!(!path.ends_with("oembed.json") && !path.ends_with("qr.svg"), "{path}");
        let text = String::from_utf8(bytes).expect("all is text");
        let needs = ["oembed", "qr.svg", "class=\"paste\"", "fse.example"];
        assert!(!path.contains("/figures/") || !needs.iter().any(|needs| text.contains(needs)), "{path}");
    }
}

#[test]
fn a_page_where_nothing_changed_says_so() {
    let theme = Theme::builtin();
    let renderer = Renderer::new(&theme).expect("the built-in templates compile");
    let nothing = Changes {
        figures: Vec::new(),
        added: Vec::new(),
        gone: Vec::new(),
        notes: Vec::new(),
        narratives: Vec::new(),
        ..changes()
    };
    let page = renderer.changes(&report(), 0, &nothing).expect("the page renders");
    let html = String::from_utf8(page.bytes).expect("pages are text");
    assert!(html.contains("<p class=\"callout\">Nulla è cambiato.</p>") && !html.contains("<table"));
}

#[test]
fn the_artifacts_have_stable_names() {
    let paths: Vec<String> = site().into_iter().map(|artifact| artifact.path).collect();
    let expected = [
        "index.html",
        "assets/style.css",
        "assets/fonts.css",
        "assets/frame.css",
        ".nojekyll",
        "latest/figures/servizi-items/notice.html",
        "latest/figures/servizi-items/notice.css",
        "latest/figures/consenso/notice.html",
        "latest/figures/consenso/notice.css",
        "2024-06_2024-08/index.html",
        "2024-06_2024-08/slides.html",
        "latest/figures/consenso/index.html",
        "latest/figures/consenso/frame.html",
        "latest/figures/consenso/consenso.svg",
        "latest/figures/consenso/consenso.csv",
        "latest/figures/consenso/consenso.json",
        "latest/figures/consenso/qr.svg",
        "latest/figures/consenso/oembed.json",
        "2024-06_2024-08/figures/consenso/index.html",
        "2024-06_2024-08/figures/consenso/frame.html",
        "2024-06_2024-08/figures/consenso/consenso.svg",
        "2024-06_2024-08/figures/consenso/consenso.csv",
        "2024-06_2024-08/figures/consenso/consenso.json",
        "2024-06_2024-08/figures/consenso/qr.svg",
        "2024-06_2024-08/figures/consenso/oembed.json",
        "latest/figures/servizi-items/index.html",
        "latest/figures/servizi-items/frame.html",
        "latest/figures/servizi-items/servizi-items.svg",
        "latest/figures/servizi-items/servizi-items.csv",
        "latest/figures/servizi-items/servizi-items.json",
        "latest/figures/servizi-items/qr.svg",
        "latest/figures/servizi-items/oembed.json",
        "2024-06_2024-08/figures/servizi-items/index.html",
        "2024-06_2024-08/figures/servizi-items/frame.html",
        "2024-06_2024-08/figures/servizi-items/servizi-items.svg",
        "2024-06_2024-08/figures/servizi-items/servizi-items.csv",
        "2024-06_2024-08/figures/servizi-items/servizi-items.json",
        "2024-06_2024-08/figures/servizi-items/qr.svg",
        "2024-06_2024-08/figures/servizi-items/oembed.json",
        "2024-06_2024-08/data/consenso.csv",
        "2024-06_2024-08/data/servizi.csv",
        "2024-06_2024-08/changes.html",
        "2024-03/index.html",
        "2024-03/slides.html",
    ];
    assert_eq!(paths, expected);
}

#[test]
fn every_id_stands_once_and_every_link_within_the_site_leads_somewhere() {
    let site = site();
    let ids: BTreeMap<String, BTreeSet<String>> = pages(&site)
        .map(|(path, html)| {
            let all: Vec<String> = attributes(&html, "id").collect();
            let set: BTreeSet<String> = all.iter().cloned().collect();
            assert_eq!(all.len(), set.len(), "{path} has an id twice");
            (path.to_string(), set)
        })
        .collect();
    for (path, html) in pages(&site) {
        let labels = attributes(&html, "aria-labelledby");
        labels.for_each(|id| assert!(ids[path].contains(&id), "{path}: nothing is called {id}"));
        for link in attributes(&html, "href").filter(|link| !link.contains(':')) {
            let (file, id) = link.split_once('#').unwrap_or((&link, ""));
            let file = if file.is_empty() { path.to_string() } else { joined(path, file) };
            assert!(site.iter().any(|artifact| artifact.path == file), "{path}: {link} leads nowhere");
            assert!(id.is_empty() || ids[&file].contains(id), "{path}: {link} leads nowhere");
        }
    }
}

#[test]
fn pages_ask_no_other_host_for_anything() {
    for (path, html) in pages(&site()) {
        assert_eq!(attributes(&html, "src").count(), 0, "{path}");
        // An alternate is fetched by those who look for one, not by the page.
        let loaded = |tag: &&str| tag.starts_with("link ") && !tag.starts_with("link rel=\"alternate\"");
        for tag in html.split('<').filter(loaded) {
            assert!(!tag.contains("http"), "{path}: {tag}");
        }
        assert!(!html.contains("@import") && !html.contains("url(http"), "{path}");
        assert!(attributes(&html, "style").next().is_none(), "{path} has style attributes");
        assert!(html.contains("default-src 'none'"), "{path}");
    }
}

#[test]
fn headings_leave_no_gap_and_there_is_one_of_the_first_level() {
    // A notice is a line of another page.
    for (path, html) in pages(&site()).filter(|(path, _)| !path.ends_with("notice.html")) {
        // The window of the speaker is a page of its own, inside a template.
        let own = html.split("<template").flat_map(|part| part.rsplit("</template>").next());
        let levels: Vec<u32> = own
            .flat_map(|part| part.split("<h"))
            .skip(1)
            .filter_map(|rest| rest.get(..1)?.parse().ok().filter(|_| rest[1..].starts_with(['>', ' '])))
            .collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{path}");
        assert_eq!(levels[0], 1, "{path}");
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{path}: a heading of level {} follows one of level {}", pair[1], pair[0]);
        }
    }
}

#[test]
fn tags_close_in_the_order_they_open() {
    const VOID: [&str; 6] = ["meta", "link", "br", "input", "!DOCTYPE", "rect"];
    for (path, html) in pages(&site()) {
        let html = without_styles_and_script(&html);
        let mut open: Vec<&str> = Vec::new();
        for tag in html.split('<').skip(1) {
            let tag = tag.split('>').next().expect("split gives one part");
            let name = tag.split([' ', '\n']).next().expect("split gives one part");
            // These end where the next begins.
            if ["tr", "th", "td"].contains(&name.trim_start_matches('/')) {
                continue;
            }
            match name.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "{path}: </{name}>"),
                None if VOID.contains(&name) || tag.ends_with('/') => {}
                None => open.push(name),
            }
        }
        assert!(open.is_empty(), "{path}: {open:?} left open");
    }
}

#[test]
fn a_deck_holds_each_face_once() {
    let deck = page("2024-06_2024-08/slides.html");
    assert_eq!(deck.matches("data:font/woff2;base64,").count(), 4);
}

#[test]
fn an_authors_template_extends_the_builtin_one() {
    let home = "{% extends \"builtin/home.html\" %}{% block title %}Mio{% endblock title %}";
    let theme = Theme::read(BTreeMap::from([("templates/home.html".into(), home.into())])).expect("a good theme");
    let artifacts = Renderer::new(&theme).and_then(|renderer| renderer.home(&report())).expect("it renders");
    let html = String::from_utf8(artifacts[0].bytes.clone()).expect("pages are text");
    assert!(html.contains("<title>Mio</title>") && html.contains("class=\"cards\""));
}

#[test]
fn faults_of_templates_are_placed_in_the_authors_file() {
    for (template, words) in [
        ("<p>{{ site.title | shout }}</p>", "shout"),
        ("<p>{{ site.name.first }}</p>", "name"),
        ("<p>{% if site %}</p>\n", "</p>"),
    ] {
        let theme = Theme::read(BTreeMap::from([("templates/home.html".into(), template.into())])).expect("read");
        let faults = Renderer::new(&theme).and_then(|renderer| renderer.home(&report())).expect_err("a fault");
        let fault = &faults.faults[0];
        let source = faults.sources.get(fault.at.file);
        assert_eq!((fault.code, source.path.as_str()), (Code::Template, "templates/home.html"), "{template}");
        assert!(source.text[fault.at.start as usize..].starts_with(words), "{template}: {fault:?}");
    }
}

#[test]
fn a_renderer_serves_several_threads() {
    fn shared<T: Sync>() {}
    shared::<Renderer>();
}

fn site() -> Vec<Artifact> {
    let theme = Theme::builtin();
    let renderer = Renderer::new(&theme).expect("the built-in templates compile");
    let report = report();
    let mut artifacts = renderer.home(&report).expect("the home renders");
    for (index, edition) in editions().iter().enumerate() {
        artifacts.extend(
            renderer.edition(&report, index, &book(edition, &report, &theme), &[]).expect("the edition renders"),
        );
        if index == 0 {
            artifacts.push(renderer.changes(&report, index, &changes()).expect("the changes render"));
        }
    }
    artifacts
}

fn page(path: &str) -> String {
    let artifact = site().into_iter().find(|artifact| artifact.path == path).expect("the site has the page");
    String::from_utf8(artifact.bytes).expect("pages are text")
}

fn pages(site: &[Artifact]) -> impl Iterator<Item = (&str, String)> {
    let pages = site.iter().filter(|artifact| artifact.path.ends_with(".html"));
    pages.map(|artifact| (artifact.path.as_str(), String::from_utf8(artifact.bytes.clone()).expect("pages are text")))
}

/// The values of an attribute, in order; scripts and styles are not read.
fn attributes(html: &str, name: &str) -> impl Iterator<Item = String> {
    let start = format!(" {name}=\"");
    let html = without_styles_and_script(html);
    let values: Vec<String> =
        html.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap_or_default().to_string()).collect();
    values.into_iter()
}

/// Styles and script are read in their own files.
fn without_styles_and_script(html: &str) -> String {
    let mut rest = html;
    let mut text = String::new();
    while let Some(start) = rest.find("<style").into_iter().chain(rest.find("<script")).min() {
        let open = start + rest[start..].find('>').expect("tags close") + 1;
        let end = open + rest[open..].find("</s").expect("styles and scripts close");
        text.push_str(&rest[..open]);
        rest = &rest[end..];
        let after = rest.find('>').expect("tags close") + 1;
        text.push_str(&rest[..after]);
        rest = &rest[after..];
    }
    text + rest
}

/// Drawings have golden files of their own.
fn without_drawings(html: &str) -> String {
    let mut parts = html.split("<svg");
    let mut text = parts.next().unwrap_or_default().to_string();
    for part in parts {
        text.push_str("<svg/>");
        text.push_str(part.split_once("</svg>").expect("drawings close").1);
    }
    text
}

fn joined(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => parts.truncate(parts.len() - 1),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

fn golden(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/render").join(name);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, actual).expect("the golden file can be written");
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let line = expected.lines().zip(actual.lines()).position(|(expected, actual)| expected != actual);
    assert!(expected == actual, "{name} differs from line {:?}; BLESS=1 rewrites it", line.map(|line| line + 1));
}

fn report() -> Collection {
    let site = Masthead {
        language: Language::Italian,
        authors: Language::Italian,
        title: "Sito di prova".into(),
        description: "Dati inventati, <per prova>.".into(),
        organisation: "Ente di prova".into(),
        licence: "CC BY-NC 4.0".into(),
        licence_url: Some("https://creativecommons.org/licenses/by-nc/4.0/deed.it".into()),
        url: Some("https://fse.example".into()),
    };
    let latest = |figure: &str| Latest { figure: figure.into(), edition: 0, current: vec![0] };
    Collection {
        site,
        covers: editions().into_iter().map(|edition| edition.cover).collect(),
        latest: vec![latest("servizi-items"), latest("consenso")],
    }
}

fn editions() -> [Edition; 2] {
    let older = Edition {
        cover: Cover {
            id: "2024-03".into(),
            title: "Prima edizione".into(),
            subtitle: String::new(),
            period: "marzo 2024".into(),
            period_iso: "2024-03".into(),
            event: None,
            draft: true,
            figures: 0,
        },
        figures: Vec::new(),
        behind: Vec::new(),
        outline: vec![step(Entry::Title)],
        profiles: Vec::new(),
        audience: None,
        sources: Vec::new(),
        datasets: Vec::new(),
        notes: Vec::new(),
        cuts: Vec::new(),
    };
    [edition(), older]
}

fn edition() -> Edition {
    let figure = |id: &str, title: &str, mark: &str| Figure {
        id: id.into(),
        kicker: "Utilizzo · Consenso".into(),
        title: title.into(),
        measure: "% degli assistiti · al 31 agosto 2024".into(),
        number: format!("Figura {}", if id == "consenso" { 1 } else { 2 }),
        definition: "Quanti, inventati, su quanti.".into(),
        caption: format!("{title} (dati inventati, 2024)"),
        summary: "Il valore più alto è in Veneto (84%), il più basso in Abruzzo (1%).".into(),
        own: fascicle::resolve::Own::default(),
        drawn: "Grafico a barre.".into(),
        chart: Chart::Bars(Bars::default()),
        table: Table {
            head: vec!["Regione".into(), "Valore".into()],
            rows: vec![row(false, "Veneto", "84%"), row(true, "Italia", "41%"), row(false, "Abruzzo", "1%")],
            numeric: vec![false, true],
        },
        source_label: "Fonte".into(),
        source: "Ente di prova, rilevazione inventata".into(),
        notes: vec![Note { mark: mark.into(), text: "Veneto: gennaio – marzo 2024".into() }],
        dataset: id.split('-').next().unwrap_or(id).into(),
        provenance: Provenance { language: Language::Italian, ..Provenance::default() },
    };
    Edition {
        cover: Cover {
            id: "2024-06_2024-08".into(),
            title: "Edizione di prova".into(),
            subtitle: "Completezza e utilizzo".into(),
            period: "giugno – agosto 2024".into(),
            period_iso: "2024-06/2024-08".into(),
            event: Some(Event {
                name: "19° Convegno di prova".into(),
                place: "Arezzo".into(),
                date: "27 novembre 2024".into(),
                tag: "#Prova19".into(),
            }),
            draft: false,
            figures: 2,
        },
        figures: vec![figure("consenso", "Cittadini & consenso", "*"), figure("servizi-items", "Servizi", "")],
        behind: vec![Behind::default(); 2],
        outline: [
            Entry::Title,
            Entry::Narrative(vec![
                passage("background-uno", bullets(), &["Da dire a voce."]),
                Passage { continues: true, ..passage("background-due", boxed(), &[]) },
            ]),
            Entry::Link(LinkEntry {
                id: "link-prova".into(),
                kicker: "Fonti".into(),
                title: "Il monitoraggio".into(),
                url: "https://esempio.it/monitoraggio".into(),
                shown: "esempio.it/monitoraggio".into(),
                text: "Una frase.".into(),
                qr: None,
            }),
            Entry::Overview(Overview {
                id: "overview".into(),
                kicker: "In sintesi".into(),
                title: "I numeri".into(),
                columns: vec![OverviewColumn { title: "Utilizzo".into(), rows: vec![glance(Some(0)), glance(None)] }],
                source_label: "Fonte".into(),
                source: "Ente di prova, rilevazione inventata".into(),
                notes: vec![Note { mark: "*".into(), text: "Consenso: una nota.".into() }],
            }),
            Entry::Figure(1),
            Entry::Section(Section {
                id: "section-utilizzo".into(),
                kicker: "#Prova19".into(),
                title: "Utilizzo".into(),
                period_label: "Periodo di riferimento".into(),
                period: "giugno – agosto 2024".into(),
                exceptions: vec!["per il Veneto: gennaio – marzo 2024".into()],
            }),
            Entry::Figure(0),
            Entry::Closing(Closing {
                id: "closing".into(),
                title: "Grazie".into(),
                text: "Domande?".into(),
                url: Some("https://esempio.it/".into()),
                qr: None,
            }),
        ]
        .map(step)
        .to_vec(),
        profiles: Vec::new(),
        audience: None,
        sources: vec![SourceEntry {
            id: "prova".into(),
            publisher: "Ente di prova".into(),
            title: "Una fonte".into(),
            url: "https://esempio.it/fonte?a=1&b=2".into(),
            date: "27 novembre 2024".into(),
            note: "Inventata.".into(),
        }],
        datasets: ["consenso", "servizi"].map(dataset).to_vec(),
        cuts: Vec::new(),
        notes: vec!["Una nota sull’edizione.".into()],
    }
}

/// A step that takes a minute.
fn step(entry: Entry) -> Step {
    Step { entry, seconds: 60, extra: false, at: Span::top(FileId(0)) }
}

/// What changed, of each kind.
fn changes() -> Changes {
    let named = |id: &str, period: &str| Named { id: id.into(), period: period.into() };
    let value = |value: Option<f64>| PrintedValue {
        value,
        printed: value.map_or_else(|| "n.d.".into(), |value| format!("{value}%")),
    };
    let row = |name: &str, kind, old, new, difference: &str| RowChange {
        code: String::new(),
        name: name.into(),
        national: name == "Italia",
        old: value(old),
        new: value(new),
        kind,
        points: None,
        difference: difference.into(),
        why: String::new(),
        places: [String::new(), String::new()],
        place: String::new(),
        moved: None,
        note: None,
    };
    let figure = |id: &str, state, words: &str| FigureChange {
        id: id.into(),
        indicator: id.into(),
        part: "territories",
        kicker: "Utilizzo · Consenso".into(),
        title: "Cittadini & consenso".into(),
        measure: "% degli assistiti".into(),
        since: named("2024-03", "marzo 2024"),
        when: ["al 31 marzo 2024".into(), "al 31 agosto 2024".into()],
        comparison: Comparison { state, words: words.into() },
        definitions: None,
        note: None,
        summary: "Su 1 territorio: 1 in aumento.".into(),
        rounding: "Le differenze sono tra i valori arrotondati, come pubblicati",
        counts: Counts::default(),
        rows: Vec::new(),
        unchanged: vec![Unchanged { code: "ITF1".into(), name: "Abruzzo".into(), printed: "1%".into() }],
        absent: vec!["Lazio".into(), "Molise".into()],
        cells: Vec::new(),
        ranks_compared: false,
        shown: true,
        row_head: "Territorio".into(),
        feminine: false,
    };
    let noted = NoteChange { old: None, new: Some("stima <della fonte>".into()) };
    let veneto = RowChange {
        place: "1ª, era 2ª".into(),
        places: ["2ª".into(), "1ª".into()],
        note: Some(noted.clone()),
        ..row("Veneto", Kind::Rose, Some(80.0), Some(84.0), "+4 punti")
    };
    let definition = |id: &str| DefinitionNamed { id: id.into(), text: format!("Quanti nel {id}.") };
    let cell = |item: &str, old, new: Cell, word| CellChange {
        code: "ITH3".into(),
        name: "Veneto".into(),
        item: item.into(),
        title: item.into(),
        old,
        new: word,
        states: [Cell::Missing, new],
    };
    let appeared = row("Sicilia", Kind::Appeared, None, Some(3.0), "prima n.d.");
    let italia = row("Italia", Kind::Fell, Some(42.0), Some(41.0), "−1 punto");
    let refused = |name: &str| row(name, Kind::Refused, Some(3.0), Some(5.0), "non si confronta");
    let broken = "Definizioni diverse: i due valori non si confrontano";
    let news = |id: &str, edition: &str| FigureNews {
        id: id.into(),
        kicker: "Completezza · Documenti".into(),
        title: format!("Figura {id}"),
        edition: named(edition, "marzo 2024"),
    };
    let removed = TextChange::Removed { old: "Una frase <tolta>.".into() };
    let changed = TextChange::Changed { old: "Era così.".into(), new: "È così.".into() };
    let sides = |value: &str| Some(vec![["consenso.italia".to_owned(), value.to_owned()]]);
    let claim = ClaimChange { claim: "consenso.italia < 50".into(), old: sides("42%"), new: sides("41%") };
    let texts = |name: &str, changes: Vec<TextChange>, claims| TextsChange {
        name: name.into(),
        title: if name.is_empty() { String::new() } else { format!("Titolo di {name}") },
        since: Some(named("2024-03", "marzo 2024")),
        changes,
        claims,
    };
    Changes {
        edition: named("2024-06_2024-08", "giugno – agosto 2024"),
        since: None,
        figures: vec![
            FigureChange { rows: vec![veneto, italia, appeared], ..figure("consenso", State::Same, "") },
            FigureChange {
                rows: vec![refused("Umbria")],
                definitions: Some(["2023", "2024"].map(definition)),
                note: Some(noted),
                unchanged: Vec::new(),
                shown: false,
                ..figure("servizi", State::Broken, broken)
            },
            FigureChange {
                cells: vec![cell("Referto", "n.d.", Cell::Yes, "sì"), cell("Lettera", "n.d.", Cell::No, "no")],
                summary: String::new(),
                unchanged: Vec::new(),
                absent: Vec::new(),
                shown: false,
                ..figure("documenti-table", State::Same, "")
            },
        ],
        added: vec![news("uso", "2024-06_2024-08")],
        gone: vec![news("accessi", "2024-03")],
        notes: vec![texts("", vec![TextChange::Added { new: "Una nota nuova.".into() }], Vec::new())],
        narratives: vec![texts("conclusioni", vec![removed, changed], vec![claim])],
    }
}

fn row(national: bool, name: &str, value: &str) -> TableRow {
    TableRow { national, cells: vec![name.into(), value.into()] }
}

fn glance(figure: Option<usize>) -> OverviewRow {
    OverviewRow {
        label: "Consenso".into(),
        of: "degli assistiti".into(),
        value: if figure.is_some() { "41%" } else { "n.d." }.into(),
        period: "al 31 agosto 2024".into(),
        figure,
    }
}

fn dataset(name: &str) -> Dataset {
    Dataset {
        name: name.into(),
        head: vec!["name".into(), "value".into()],
        rows: vec![vec!["Veneto".into(), "84".into()]],
    }
}

fn passage(id: &str, blocks: Vec<Block>, speaker_notes: &[&str]) -> Passage {
    Passage {
        id: id.into(),
        continues: false,
        kicker: "Background".into(),
        title: vec![text("Un unico "), Inline::Emphasis(vec![text("punto")])],
        blocks,
        stepwise: false,
        small: false,
        speaker_notes: speaker_notes.iter().map(|&note| note.into()).collect(),
    }
}

fn bullets() -> Vec<Block> {
    let line = |inlines: Vec<Inline>| Block::Paragraph(inlines);
    let under = vec![vec![line(vec![text("entro il 2025")])], vec![line(vec![text("a metà 2026")])]];
    vec![Block::List(
        None,
        vec![
            vec![line(vec![text("Il "), Inline::Strong(vec![text("Fascicolo")]), text(" raccoglie la storia")])],
            vec![line(vec![text("Il piano punta a:")]), Block::List(None, under)],
            vec![line(vec![text("Consenso: "), Inline::Value("41%".into())])],
        ],
    )]
}

fn boxed() -> Vec<Block> {
    let cell = |words: &str| vec![text(words)];
    vec![
        Block::Callout(Callout::Note, vec![Block::Paragraph(vec![text("Un riquadro.")])]),
        Block::Table(
            vec![Side::Left, Side::Right],
            vec![cell("Chi"), cell("Quanto")],
            vec![vec![cell("MMG"), cell("85%")]],
        ),
    ]
}

fn text(words: &str) -> Inline {
    Inline::Text(words.into())
}

/// An edition laid out by hand: the second figure goes on to a second slide.
fn book<'e>(edition: &'e Edition, report: &'e Collection, theme: &Theme) -> Book<'e> {
    let sheet = |(index, figure): (usize, &Figure)| FigureSheet {
        plate: scene(figure, 1200.0),
        slides: vec![scene(figure, 1168.0); index + 1],
        foot: 52.0,
        long_foot: index == 1,
        wide: (index == 1).then(|| scene(figure, 1000.0)),
        narrow: scene(figure, 340.0),
        frame: FrameRoom { narrow: 700, wide: (200, 42.5) },
    };
    let sheets = edition.figures.iter().enumerate().map(sheet).collect();
    Book::bound(edition, &report.site, theme, &[], sheets)
}

fn scene(figure: &Figure, width: f64) -> Scene {
    let bar = |index: u32| {
        let (y, width) = (f64::from(index) * 100.0, width / f64::from(index + 1));
        Node::Rect(Rect { x: 0.0, y, width, height: 71.0, radius: 2.0, fill: Some(Color(0x4A8CC9)), stroke: None })
    };
    Scene {
        width,
        height: 500.0,
        lang: "it".into(),
        others: fascicle::scene::OtherLanguages::default(),
        title: figure.title.clone(),
        description: figure.summary.clone(),
        nodes: vec![Node::Group(Group { class: "bars", title: None, nodes: (0..5).map(bar).collect() })],
    }
}
