//! The documents of an edition: slides, handout and report as PDF. krilla holds each against PDF/UA-1 as it is written and
//! stops at the first breach; what other programs read in them is tried by `tests/office/pdf.py`.

use fascicle::data::talk::Cut;
use fascicle::diag::Language;
use fascicle::layout::{Book, Printed, What};
use fascicle::render::pdf;
use fascicle::resolve::{Edition, Entry, Masthead};
use fascicle::scene::page::{Content, Document, Entry as Line, Part, Role, Scope, Target};
use fascicle::theme::Theme;
use fascicle::{Request, Site, disk};
use std::collections::BTreeMap;
use std::path::Path;

fn site(folder: &str) -> Site {
    let loaded = disk::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
    Site::check(&loaded, &Request::default()).unwrap_or_else(|faults| panic!("{:?}", faults.list))
}

/// An edition with all that its documents are made from.
struct Made {
    named: Masthead,
    edition: Edition,
    theme: Theme,
}

impl Made {
    fn new(site: &Site, index: usize) -> Made {
        Made::of(site.report().site.clone(), site.edition(index))
    }

    fn of(named: Masthead, edition: Edition) -> Made {
        Made { named, edition, theme: Theme::builtin() }
    }

    /// The edition laid out; the whole talk, then these cuts.
    fn book(&self, cuts: &[(String, Cut)]) -> Book<'_> {
        Book::of(&self.edition, &self.named, &self.theme, cuts)
    }

    /// What is printed of the whole talk.
    fn printed(&self) -> Printed {
        self.book(&[]).printed(&self.theme.light).talks.remove(0).printed.expect("its pages were asked for")
    }

    fn slides(&self) -> Document {
        self.printed().slides
    }

    /// The overflow of the first slide of a kind.
    fn overflow(&self, what: What) -> Option<f64> {
        let book = self.book(&[]);
        let mut slides = book.talks[0].deck.slides.iter();
        book.overflow(slides.find(|slide| slide.what == what).expect("the talk has such a slide"))
    }
}

fn all() -> Vec<Made> {
    let of = |folder: &str| {
        let site = site(folder);
        (0..site.report().covers.len()).map(|index| Made::new(&site, index)).collect::<Vec<_>>()
    };
    ["tests/talk", "docs/examples/waste/content"].into_iter().flat_map(of).collect()
}

#[test]
fn every_edition_has_three_documents_that_pdf_ua_accepts_the_same_twice() {
    let mut count = 0;
    for made in all() {
        let (pages, again) = (made.printed(), made.printed());
        let report = |pages: &Printed| pages.report.clone().expect("the whole talk has a report");
        for (name, document, again) in [
            ("slides", &pages.slides, &again.slides),
            ("handout", &pages.handout, &again.handout),
            ("report", &report(&pages), &report(&again)),
        ] {
            let bytes = pdf::pages(document);
            let name = format!("{name} of {}", made.edition.cover.id);
            assert!(bytes.starts_with(b"%PDF-1.7"), "{name}");
            let has = |words: &str| bytes.windows(words.len()).any(|window| window == words.as_bytes());
            assert!(has("<pdfuaid:part>1</pdfuaid:part>"), "{name}");
            let dates = ["CreationDate", "ModDate", "CreateDate", "ModifyDate"];
            assert!(!dates.iter().any(|date| has(date)), "{name} says when it was made");
            assert!(bytes == pdf::pages(again), "{name} differs from itself");
            count += 1;
        }
    }
    assert_eq!(count, 18);
}

#[test]
fn a_slide_is_a_page_and_every_value_of_a_figure_that_is_shown_stands_in_the_appendix() {
    for made in all() {
        let document = made.slides();
        let slides = made.book(&[]).talks[0].deck.slides.len();
        assert!(document.pages.iter().all(|page| (page.width, page.height) == (1280.0, 720.0)));
        let appendix = document.outline.last().expect("an outline");
        assert_eq!(appendix.at.page, slides, "the appendix follows the last slide");
        assert_eq!(appendix.under.len(), made.edition.figures.len());
        let mut cells: BTreeMap<String, usize> = BTreeMap::new();
        let mut count = |part: &Part| {
            if matches!(part.role, Role::Cell | Role::HeadCell(Scope::Row)) {
                *cells.entry(part.text().trim().to_owned()).or_default() += 1;
            }
        };
        document.pages[slides..].iter().flat_map(|page| &page.parts).for_each(|part| each(part, &mut count));
        for figure in &made.edition.figures {
            for cell in figure.table.rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.is_empty()) {
                let cell = cell.replace('\u{a0}', " ");
                assert!(cells.contains_key(cell.trim()), "{}: {cell:?} is lost", figure.id);
            }
        }
    }
}

#[test]
fn slides_that_a_cut_keeps_back_stand_after_a_page_that_says_so_and_every_talk_has_a_title_of_its_own() {
    let made = Made::new(&site("content"), 0);
    let book = made.book(&[("12-minuti".to_owned(), Cut::Minutes(12))]).printed(&made.theme.light);
    let deck = &book.talks[1].deck;
    let document = &book.talks[1].printed.as_ref().expect("its pages were asked for").slides;
    let run = deck.slides.iter().filter(|slide| !slide.backup).count();
    assert!(run < deck.slides.len(), "the cut keeps slides back");
    let divider: String = document.pages[run].parts.iter().map(Part::text).collect();
    assert!(divider.contains("Diapositive di riserva") && divider.contains("12 MINUTI"), "{divider}");
    // Pages keep the numbers of their slides.
    assert_eq!(document.pages[run + 1].counted, Some((String::new(), run + 1)));
    let line = document.outline.iter().find(|line| line.title == "Diapositive di riserva").expect("it has a line");
    assert_eq!((line.at.page, line.under[0].at.page), (run, run + 1));
    assert_eq!(document.title, made.slides().title.replace("Diapositive", "Diapositive (12 minuti)"));
    assert!(!made.slides().pages.iter().flat_map(|page| &page.parts).any(|part| part.text().contains("di riserva")));
}

#[test]
fn pages_of_a_report_are_filled() {
    let (mut half_empty, mut pages) = (0, 0);
    for made in all() {
        let report = made.printed().report.expect("the whole talk has a report");
        for page in &report.pages {
            let mut lowest: f64 = 0.0;
            let mut seen = |_: f64, y: f64, _: &str| {
                // The foot of the page is on all of them.
                lowest = if y < page.height - 66.0 { lowest.max(y) } else { lowest };
            };
            page.parts.iter().for_each(|part| corners(part, (0.0, 0.0, 1.0), &mut seen));
            half_empty += usize::from(lowest < page.height / 2.0);
        }
        pages += report.pages.len();
    }
    assert!(half_empty * 8 <= pages, "{half_empty} of {pages} pages are half empty");
}

#[test]
fn no_slide_of_the_talk_is_too_full_and_no_word_leaves_its_page() {
    for made in all() {
        let book = made.book(&[]);
        for slide in &book.talks[0].deck.slides {
            assert_eq!(book.overflow(slide), None, "{} of {}", slide.id, made.edition.cover.id);
        }
        let pages = made.printed();
        for document in [Some(pages.slides), Some(pages.handout), pages.report].into_iter().flatten() {
            for (index, page) in document.pages.iter().enumerate() {
                let mut seen = |x: f64, y: f64, words: &str| {
                    let inside = (0.0..=page.width).contains(&x) && (0.0..=page.height).contains(&y);
                    assert!(inside, "{}: page {}: {words:?} at {x:.0}, {y:.0}", document.title, index + 1);
                };
                page.parts.iter().for_each(|part| corners(part, (0.0, 0.0, 1.0), &mut seen));
            }
        }
    }
}

#[test]
fn what_is_too_much_for_a_slide_is_told_in_pixels() {
    let site = site("tests/talk");
    let place = site.report().covers.iter().position(|cover| cover.id == "2024-06_2024-08").expect("the edition");
    let changed = |what: What, change: &dyn Fn(&mut Edition)| {
        let mut edition = site.edition(place);
        change(&mut edition);
        Made::of(site.report().site.clone(), edition).overflow(what)
    };
    let steps = |edition: &mut Edition, change: &dyn Fn(&mut Entry)| {
        edition.outline.iter_mut().for_each(|step| change(&mut step.entry));
    };
    let words = |count: usize| "quindici parole ".repeat(count);

    let title = changed(What::Title, &|edition| edition.cover.title = words(24)).expect("a title of many lines");
    let longer = changed(What::Title, &|edition| edition.cover.title = words(36)).expect("a longer one");
    assert!(longer > title + 60.0, "each line is 67 pixels: {title} and {longer}");

    let section = changed(What::Section, &|edition| {
        steps(edition, &|entry| {
            if let Entry::Section(of) = entry {
                of.exceptions = vec!["per il Friuli-Venezia Giulia: gennaio – marzo 2024".into(); 14];
            }
        });
    });
    // 22 above the title, 12 and a line of 62, 28 and 15 lines of 38: 694 in 668.
    assert!((section.expect("many exceptions") - 26.0).abs() < 0.01, "{section:?}");

    let overview = changed(What::Overview, &|edition| {
        steps(edition, &|entry| {
            if let Entry::Overview(of) = entry {
                let row = of.columns[1].rows[0].clone();
                of.columns[1].rows.resize(12, row);
            }
        });
    });
    assert!(overview.expect("too many rows") > 89.0, "{overview:?}");

    let link = changed(What::Link, &|edition| {
        steps(edition, &|entry| {
            if let Entry::Link(of) = entry {
                of.url = format!("https://{}", "dati/".repeat(90));
            }
        });
    });
    assert!(link.is_some(), "a long address");

    let closing = changed(What::Closing, &|edition| {
        steps(edition, &|entry| {
            if let Entry::Closing(of) = entry {
                of.text = words(120);
            }
        });
    });
    assert!(closing.is_some(), "a long end");
}

#[test]
fn a_code_to_photograph_stands_on_its_slide_and_says_where_it_leads() {
    let site = site("tests/talk");
    let mut edition = site.edition(0);
    for step in &mut edition.outline {
        match &mut step.entry {
            Entry::Link(of) => of.qr = Some(of.url.clone()),
            Entry::Closing(of) => of.qr = Some("https://fse.example/".into()),
            _ => {}
        }
    }
    let made = Made::of(site.report().site.clone(), edition);
    let mut codes = Vec::new();
    let mut find = |part: &Part| {
        if let Role::Figure { alternative, size } = &part.role
            && alternative.starts_with("Codice da fotografare")
        {
            codes.push((alternative.clone(), (size.0 * part.at.scale).round()));
        }
    };
    made.slides().pages.iter().flat_map(|page| &page.parts).for_each(|part| each(part, &mut find));
    let said = |address: &str| (format!("Codice da fotografare. Porta a: {address}"), 280.0);
    assert_eq!(codes, [said("https://monitopen.fse.salute.gov.it"), said("https://fse.example/")]);
}

#[test]
fn slides_kept_back_have_a_line_of_their_own_in_the_outline() {
    let site = site("docs/examples/waste/content");
    let made = Made::new(&site, 0);
    let mut book = made.book(&[]);
    let slides = &mut book.talks[0].deck.slides;
    let kept = slides.iter().position(|slide| matches!(slide.what, What::Narrative(..))).expect("narrative");
    let mut slide = slides.remove(kept);
    slide.backup = true;
    slides.push(slide);
    let printed = book.printed(&made.theme.light).talks.remove(0).printed;
    let lines = printed.expect("its pages were asked for").slides.outline;
    let words: Vec<&str> = lines.iter().map(|line| line.title.as_str()).collect();
    assert_eq!(&words[words.len() - 3..], ["Thank you", "Backup slides", "Appendix"]);
    assert_eq!(lines[words.len() - 2].under.len(), 1);
}

#[test]
fn the_tags_of_a_deck_are_those_that_were_looked_at() {
    let made = Made::new(&site("docs/examples/waste/content"), 0);
    assert_eq!(made.named.language, Language::English);
    let document = made.slides();
    let mut text = format!("{} ({})\n", document.title, document.lang);
    outline(&document.outline, 1, &mut text);
    for (index, page) in document.pages.iter().enumerate() {
        text += &format!("\npage {}\n", index + 1);
        page.parts.iter().for_each(|part| tree(part, 1, &mut text));
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/slides-pdf.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let looked_at = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(text == looked_at, "the tags differ; look at them with BLESS=1 and git diff");
}

fn each(part: &Part, seen: &mut impl FnMut(&Part)) {
    seen(part);
    for content in &part.content {
        if let Content::Part(part) = content {
            each(part, seen);
        }
    }
}

/// Where words begin and end on their page.
fn corners(part: &Part, (x, y, scale): (f64, f64, f64), seen: &mut impl FnMut(f64, f64, &str)) {
    let (x, y, scale) = (x + part.at.x * scale, y + part.at.y * scale, scale * part.at.scale);
    for content in &part.content {
        match content {
            Content::Words(words) => {
                seen(x + words.x * scale, y + (words.y - words.size * 0.8) * scale, &words.text);
                seen(x + (words.x + words.width) * scale, y + words.y * scale, &words.text);
            }
            Content::Part(part) => corners(part, (x, y, scale), seen),
            _ => {}
        }
    }
}

fn outline(lines: &[Line], depth: usize, text: &mut String) {
    for line in lines {
        *text += &format!("{}{} > {}\n", "  ".repeat(depth), line.title, line.at.page + 1);
        outline(&line.under, depth + 1, text);
    }
}

/// A part as lines: its role, its own words, its language where it has one.
fn tree(part: &Part, depth: usize, text: &mut String) {
    let role = match &part.role {
        Role::Ornament => return,
        Role::Heading(level, _) => format!("H{level}"),
        Role::HeadCell(scope) => format!("HeadCell {scope:?}"),
        Role::List(numbered) => format!("List{}", if *numbered { " numbered" } else { "" }),
        Role::Figure { alternative, .. } => format!("Figure [{alternative}]"),
        Role::Link(Target::Address(address), _) => format!("Link <{address}>"),
        Role::Link(Target::Place(place), _) => format!("Link > {}", place.page + 1),
        other => format!("{other:?}"),
    };
    let words: String = part
        .content
        .iter()
        .filter_map(|content| if let Content::Words(words) = content { Some(words.text.as_str()) } else { None })
        .collect();
    let lang = part.lang.as_ref().map_or_else(String::new, |lang| format!(" ({lang})"));
    *text += format!("{}{role}{lang} {words}", "  ".repeat(depth)).trim_end();
    text.push('\n');
    for content in &part.content {
        if let Content::Part(part) = content {
            tree(part, depth + 1, text);
        }
    }
}
