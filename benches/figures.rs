//! Times single figures of the talk of the tests, on one core: from a resolved figure to the bytes of a file, words included.
//!
//!     cargo bench --bench figures                      the best times of each kind
//!     cargo bench --bench figures -- --write DIR       writes the figures of the newest edition in every variant, as
//!                                                      SVG and PNG, to be looked at and held against other programs

use fascicle::layout::plate;
use fascicle::layout::{Plate, PlateSize};
use fascicle::render::drawing::svg::{TextAs, Width, file};
use fascicle::resolve::Figure;
use fascicle::theme::Theme;
use fascicle::{Request, Site, Wish, disk};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

/// The command's own: what is timed is what people run.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Figures to time: how they are called, and their file name.
const KINDS: [(&str, &str); 4] = [
    ("ranked bars", "consenso"),
    ("bars by item", "servizi-items"),
    ("table", "documenti-table"),
    ("tiles", "consenso-tiles"),
];

fn main() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/talk");
    let loaded = disk::load(&content).unwrap_or_else(|error| panic!("{error}"));
    let site = Site::check(&loaded, &Request::default()).expect("the content has no faults");
    // Cargo adds `--bench`.
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--write", folder] => write(&site, Path::new(folder)),
        [] => measure(&site),
        _ => panic!("usage: cargo bench --bench figures [-- --write DIR]"),
    }
}

fn draw(site: &Site, figure: &Figure, theme: &Theme, size: PlateSize) -> Plate {
    plate(figure, &site.report().site, &theme.light, size)
}

fn measure(site: &Site) {
    let theme = Theme::builtin();
    for (kind, id) in KINDS {
        let figure = site.look_up(id, None, &Wish::default()).expect("the content has that figure").figure;
        let figure = &figure;
        let plate = draw(site, figure, &theme, PlateSize::SITE);
        let drawn = best(2000, || draw(site, figure, &theme, PlateSize::SITE));
        let whole = best(2000, || {
            let plate = draw(site, figure, &theme, PlateSize::SITE);
            file(&plate.scene, TextAs::Live, Width::Px(1200.0))
        });
        let outlined = best(200, || file(&plate.scene, TextAs::Outlined, Width::Px(1200.0)));
        println!(
            "{kind:<14} drawn {:>6.0} µs   to SVG {:>6.0} µs, {:>6.0} a second   as outlines {:>6.0} µs more",
            micros(drawn),
            micros(whole),
            1.0 / whole.as_secs_f64(),
            micros(outlined)
        );
        let size = |text| file(&plate.scene, text, Width::Px(1200.0)).len() as f64 / 1000.0;
        println!(
            "{:<14} {:.1} kB live, {:.1} kB embedded, {:.1} kB outlined",
            "",
            size(TextAs::Live),
            size(TextAs::Embedded),
            size(TextAs::Outlined)
        );
        #[cfg(feature = "png")]
        for scale in [1.0, 2.0, 3.0] {
            // 1600 pixels across at 2x.
            let png =
                || fascicle::render::drawing::png::picture(&plate.scene, Width::Px(800.0), scale, &[]).expect("a size");
            let (bytes, time) = (png().len() as f64 / 1000.0, best(50, png));
            println!("{:<14} PNG {scale}x {:>6.1} ms, {bytes:.0} kB", "", micros(time) / 1000.0);
        }
        #[cfg(feature = "pdf")]
        {
            let pdf = || fascicle::render::pdf::document(&plate, &[]);
            let (bytes, time) = (pdf().len() as f64 / 1000.0, best(50, pdf));
            println!("{:<14} PDF    {:>6.1} ms, {bytes:.0} kB", "", micros(time) / 1000.0);
        }
    }
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// The shortest of several runs: what else the machine does makes none of them shorter.
fn best<T>(runs: usize, mut act: impl FnMut() -> T) -> Duration {
    let timed = |_| {
        let start = Instant::now();
        black_box(act());
        start.elapsed()
    };
    (0..runs).map(timed).min().expect("there are runs")
}

/// `DIR/<figure>-<width>.live.svg` and so on.
fn write(site: &Site, folder: &Path) {
    fs::create_dir_all(folder).expect("the folder can be made");
    let theme = Theme::builtin();
    for figure in &site.edition(0).figures {
        for (label, size) in
            [("1200px", PlateSize::SITE), ("160mm", PlateSize::mm(160.0, None)), ("80mm", PlateSize::mm(80.0, None))]
        {
            let plate = draw(site, figure, &theme, size);
            let width = match label {
                "1200px" => Width::Px(plate.size().0),
                _ => Width::Mm(plate.size().0 / 96.0 * 25.4),
            };
            let put = |ending: &str, bytes: Vec<u8>| {
                let path = folder.join(format!("{}-{label}.{ending}", figure.id));
                fs::write(path, bytes).expect("the file can be written");
            };
            for (ending, text) in
                [("live.svg", TextAs::Live), ("embedded.svg", TextAs::Embedded), ("outlined.svg", TextAs::Outlined)]
            {
                put(ending, file(&plate.scene, text, width).into_bytes());
            }
            #[cfg(feature = "png")]
            put("png", fascicle::render::drawing::png::picture(&plate.scene, width, 2.0, &[]).expect("a size"));
        }
    }
}
