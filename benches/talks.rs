//! Times the talk of Arezzo, 19 slides of the talk of the tests: as HTML, PDF and PPTX, and for all 21 territories.
//!
//!     cargo bench --bench talks

use fascicle::layout::Book;
use fascicle::render::{Renderer, office as pptx, pdf};
use fascicle::theme::Theme;
use fascicle::{AskedTalks, Request, Site, disk};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// The command's own: what is timed is what people run.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const TALK: &str = "2024-06_2024-08";

fn main() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/talk");
    let loaded = disk::load(&content).unwrap_or_else(|error| panic!("{error}"));
    let request = Request { editions: vec![TALK.to_owned()], ..Request::default() };
    let mut site = Site::check(&loaded, &request).expect("the content has no faults");
    let theme = Theme::builtin();
    let renderer = Renderer::new(&theme).expect("the theme has no faults");
    let report = site.report().clone();
    let index = report.covers.iter().position(|cover| cover.id == TALK).expect("the content has the talk");
    let edition = site.edition(index);
    let site_of = &report.site;
    let bound = || Book::of_talks(&edition, site_of, &theme, &[]);
    let book = Book::of(&edition, site_of, &theme, &[]).printed(&theme.light);
    let (whole, pages) = (&book.talks[0], book.talks[0].printed.as_ref().expect("its pages were asked for"));
    let talk = pptx::Talk {
        site: site_of,
        edition: &edition,
        sheets: &book.sheets,
        deck: &whole.deck,
        palette: &theme.light,
        cut: "",
    };

    let html = || renderer.talks(&report, &bound()).expect("it renders").remove(0).bytes;
    told("slides.html", &html);
    told("slides.pdf", &|| pdf::pages(&pages.slides));
    told("handout.pdf", &|| pdf::pages(&pages.handout));
    told("report.pdf", &|| pdf::pages(pages.report.as_ref().expect("the whole talk has a report")));
    told("slides.pptx", &|| pptx::slides(&talk));

    // On all cores, as the command has it: everything of one edition, without and with its talks for territories.
    let write = |site: &fascicle::Site| {
        best(10, || {
            site.ready().and_then(|ready| ready.write(|_| Ok::<(), fascicle::Faults>(()))).expect("it is written")
        })
    };
    let alone = write(&site);
    site.give(&AskedTalks { minutes: None, audiences: vec!["all".to_owned()] }, true).expect("there are territories");
    println!("{:<14} {:>6.1} ms more than the edition alone", "21 territories", millis(write(&site) - alone));
}

fn told(name: &str, make: &dyn Fn() -> Vec<u8>) {
    println!("{name:<14} {:>6.1} ms, {:.0} kB", millis(best(20, make)), make().len() as f64 / 1000.0);
}

/// The best of some runs.
fn best<T>(runs: usize, run: impl Fn() -> T) -> Duration {
    let time = || {
        let started = Instant::now();
        black_box(run());
        started.elapsed()
    };
    (0..runs).map(|_| time()).min().expect("there is a run")
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
