//! Every figure of the talk and of the museum as a file that stands alone: what it may hold, at every size, in
//! every variant; and drawn by another reader, held against our own pixels. What Chromium and librsvg draw, in the same
//! manner: tests/browser/pictures.mjs.

use crate::common::museum;
use fascicle::face::Font;
use fascicle::layout::plate;
use fascicle::layout::{Plate, PlateSize};
use fascicle::render::Format;
use fascicle::render::drawing::png::{fitting, picture};
use fascicle::render::drawing::profile;
use fascicle::render::drawing::svg::{TextAs, Width, file};
use fascicle::scene::{Anchor, Color, Node, Text};
use fascicle::theme::Theme;
use fascicle::{Found, Request, Site, Wish, disk};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

const VARIANTS: [TextAs; 3] = [TextAs::Live, TextAs::Embedded, TextAs::Outlined];

/// A column of a journal, two columns, a page of Word, a slide, the site.
const SIZES: [Width; 5] = [Width::Mm(80.0), Width::Mm(120.0), Width::Mm(160.0), Width::Px(960.0), Width::Px(1200.0)];

fn site() -> Site {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/talk");
    let loaded = disk::load(&content).expect("the content can be read");
    Site::check(&loaded, &Request::default()).expect("the content has no faults")
}

/// Every figure of every edition at a size, with its name.
fn plates(site: &Site, width: Width, mut each: impl FnMut(&str, Plate)) {
    let theme = Theme::builtin();
    let size = PlateSize { width: width.inches() * 96.0, height: None };
    for (index, cover) in site.report().covers.iter().enumerate() {
        for figure in &site.edition(index).figures {
            let name = format!("{}/{}", cover.id, figure.id);
            each(&name, plate(figure, &site.report().site, &theme.light, size));
        }
    }
}

fn shown(plate: &Plate, asked: Width) -> Width {
    // A table of many columns may be wider than asked.
    match asked {
        Width::Px(_) => Width::Px(plate.size().0),
        Width::Mm(_) => Width::Mm(plate.size().0 / 96.0 * 25.4),
    }
}

fn texts<'a>(nodes: &'a [Node], out: &mut Vec<&'a Text>) {
    for node in nodes {
        match node {
            Node::Group(group) => texts(&group.nodes, out),
            Node::Text(text) => out.push(text),
            Node::Rect(_) | Node::Path(_) => {}
        }
    }
}

#[test]
fn every_figure_keeps_the_profile_at_every_size_in_every_variant() {
    let site = site();
    let mut faults = BTreeSet::new();
    let mut files = 0;
    for width in SIZES {
        plates(&site, width, |name, plate| {
            for text in VARIANTS {
                let svg = file(&plate.scene, text, shown(&plate, width));
                faults.extend(
                    profile::faults(&svg).into_iter().map(|fault| format!("{name}, {width:?}, {text:?}: {fault}")),
                );
                files += 1;
            }
        });
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(files > 3 * SIZES.len() * 10, "there are figures in the content");
}

/// What a case of the museum shows.
fn exhibit(site: &Site) -> Found {
    Found { edition: 0, figure: site.edition(0).figures.pop().expect("a case has a figure") }
}

#[test]
fn every_figure_of_the_museum_keeps_the_profile_as_it_is_written() {
    let check = |museum::Case { name, site, .. }: &museum::Case| {
        let found = exhibit(site);
        let mut faults = Vec::new();
        let looks =
            [(false, true, None, TextAs::Live), (true, false, Some(Width::Mm(80.0)), TextAs::Embedded)].into_iter();
        for (dark, paper, width, text) in looks.chain([(true, true, None, TextAs::Outlined)]) {
            let wish = Wish { dark, paper, width, text, ..Wish::default() };
            let svg = String::from_utf8(site.picture(&found, Format::Svg, &wish).unwrap()).unwrap();
            faults.extend(profile::faults(&svg).into_iter().map(|fault| format!("{name}, {wish:?}: {fault}")));
        }
        faults
    };
    let faults: Vec<String> = museum::cases().par_iter().flat_map_iter(check).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_figure_of_the_museum_can_be_drawn_from_a_stamp_to_a_wall_and_is_the_same_twice() {
    museum::cases().par_iter().for_each(|museum::Case { name, site, .. }| {
        let found = exhibit(site);
        for &format in Format::ALL {
            let wish = |mm| Wish { width: Some(Width::Mm(mm)), ..Wish::default() };
            let draw = |mm| site.picture(&found, format, &wish(mm)).expect("not too many pixels");
            let stamp = draw(40.0);
            assert!(stamp == draw(40.0), "{name}, {format:?}: not the same twice");
            assert!(stamp.len() > 100, "{name}, {format:?}: empty");
            // As pixels, a wall takes more time than a test has: here it is drawn small, and one of them below as it is.
            if format != Format::Png {
                assert!(draw(2000.0).len() > 100, "{name}, {format:?}: empty");
            }
        }
        let size = PlateSize::mm(2000.0, None);
        let wall = plate(&found.figure, &site.report().site, &Theme::builtin().light, size);
        assert!(picture(&wall.scene, Width::Mm(2000.0), 0.1, &[]).unwrap().len() > 100, "{name}");
    });
}

/// The rasteriser cuts what is wider than 8191 pixels into tiles.
#[test]
fn a_wall_of_9000_pixels_shows_what_a_page_shows() {
    let cases = museum::cases();
    let case = cases.iter().find(|case| case.name == "bars-one-known").expect("that case");
    let (site, theme) = (&case.site, Theme::builtin());
    let plate = plate(&exhibit(site).figure, &site.report().site, &theme.light, PlateSize::SITE);
    let page = Pixels::read(&picture(&plate.scene, Width::Px(1200.0), 1.0, &[]).unwrap());
    let wall = Pixels::read(&picture(&plate.scene, Width::Px(1200.0), 7.5, &[]).unwrap());
    assert_eq!(wall.width, 9000);
    // The middle of each seventh and a half is what the page has there, or has beside it.
    let mut small = Pixels { width: page.width, height: page.height, samples: Vec::new() };
    for y in 0..page.height {
        for x in 0..page.width {
            let middle = |at: usize| (at as f64 * 7.5 + 3.75) as usize;
            small.samples.extend(wall.at(middle(x), middle(y).min(wall.height - 1)));
        }
    }
    let part = page.differs(&small);
    assert!(part < 0.01, "{:.2} % of pixels differ", part * 100.0);
}

#[test]
fn words_are_of_8_points_at_least_on_paper_and_inside_the_picture() {
    let site = site();
    let mut wrong = Vec::new();
    for width in SIZES {
        plates(&site, width, |name, plate| {
            let mut all = Vec::new();
            texts(&plate.scene.nodes, &mut all);
            let asked = width.inches() * 96.0;
            // A table takes what its columns need: of 16 on the narrowest paper, a little more.
            let more = if name.ends_with("-table") { asked * 0.04 } else { 0.0 };
            if plate.size().0 < asked - 0.01 || plate.size().0 > asked + more + 0.01 {
                wrong.push(format!("{name}, {width:?}: {:.0} px wide", plate.size().0));
            }
            for text in all {
                let points = text.size * plate.unit * 72.0 / 96.0;
                let left = match text.anchor {
                    _ if text.rotate != 0.0 => text.x,
                    Anchor::Start => text.x,
                    Anchor::Middle => text.x - text.width / 2.0,
                    Anchor::End => text.x - text.width,
                };
                let right = if text.rotate == 0.0 { left + text.width } else { left };
                if points < 7.99 || left < -0.01 || right > plate.scene.width + 0.01 {
                    wrong.push(format!("{name}, {width:?}: {points:.1} pt, {left:.0} to {right:.0}: {}", text.text));
                }
            }
        });
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_height_that_is_wished_for_is_kept_where_the_words_fit() {
    let site = site();
    let theme = Theme::builtin();
    let edition = site.edition(0);
    for figure in &edition.figures {
        let natural = plate(figure, &site.report().site, &theme.light, PlateSize::mm(160.0, None));
        let (_, least) = natural.size();
        for more in [1.0, 1.4] {
            let mm = least * more / 96.0 * 25.4 + 1.0;
            let asked = plate(figure, &site.report().site, &theme.light, PlateSize::mm(160.0, Some(mm)));
            assert!((asked.size().1 / 96.0 * 25.4 - mm).abs() < 0.01, "{}: {mm} mm", figure.id);
        }
        let low = plate(figure, &site.report().site, &theme.light, PlateSize::mm(160.0, Some(20.0)));
        assert!(low.size().1 / 96.0 * 25.4 > 20.0, "{}: cut", figure.id);
    }
}

/// A picture in four samples a pixel.
struct Pixels {
    width: usize,
    height: usize,
    samples: Vec<u8>,
}

impl Pixels {
    fn read(file: &[u8]) -> Pixels {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::ALPHA);
        let mut reader = decoder.read_info().unwrap();
        let mut samples = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut samples).unwrap();
        assert_eq!(info.color_type, png::ColorType::Rgba);
        Pixels { width: info.width as usize, height: info.height as usize, samples }
    }

    fn at(&self, x: usize, y: usize) -> [u8; 4] {
        let start = (y * self.width + x) * 4;
        self.samples[start..start + 4].try_into().unwrap()
    }

    /// The part of pixels that are in the other picture neither where they are nor one pixel beside; both ways, the
    /// larger. What is not is another drawing; what is, the edge of the same.
    fn differs(&self, other: &Pixels) -> f64 {
        assert_eq!((self.width, self.height), (other.width, other.height));
        self.missing_in(other).max(other.missing_in(self))
    }

    fn missing_in(&self, other: &Pixels) -> f64 {
        let near = |a: [u8; 4], b: [u8; 4]| a.iter().zip(b).all(|(a, b)| a.abs_diff(b) <= 64);
        let mut missing = 0;
        let row = self.width * 4;
        for y in 0..self.height {
            let same = self.samples[y * row..][..row] == other.samples[y * row..][..row];
            for x in if same { 0..0 } else { 0..self.width } {
                let color = self.at(x, y);
                if near(color, other.at(x, y)) {
                    continue;
                }
                let rows = y.saturating_sub(1)..=(y + 1).min(self.height - 1);
                let found = rows.into_iter().any(|y| {
                    let columns = x.saturating_sub(1)..=(x + 1).min(self.width - 1);
                    columns.into_iter().any(|x| near(color, other.at(x, y)))
                });
                missing += usize::from(!found);
            }
        }
        missing as f64 / (self.width * self.height) as f64
    }
}

/// What resvg draws of an SVG, `width` pixels wide, with no faces but the bundled ones.
fn resvg(svg: &str, width: usize, height: usize) -> Pixels {
    let mut options = resvg::usvg::Options::default();
    let fonts = Arc::make_mut(&mut options.fontdb);
    Font::all().for_each(|font| fonts.load_font_data(font.bytes().to_vec()));
    let tree = resvg::usvg::Tree::from_str(svg, &options).expect("an SVG");
    let mut pixmap = resvg::tiny_skia::Pixmap::new(width as u32, height as u32).unwrap();
    let zoom = |pixels: usize, length: f32| pixels as f32 / length;
    let transform =
        resvg::tiny_skia::Transform::from_scale(zoom(width, tree.size().width()), zoom(height, tree.size().height()));
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    let samples = pixmap.pixels().iter().flat_map(|pixel| {
        let color = pixel.demultiply();
        [color.red(), color.green(), color.blue(), color.alpha()]
    });
    Pixels { width, height, samples: samples.collect() }
}

#[test]
fn another_reader_of_every_variant_draws_what_our_picture_shows() {
    let site = site();
    let mut all = Vec::new();
    for width in [Width::Mm(80.0), Width::Px(1200.0)] {
        plates(&site, width, |name, plate| all.push((format!("{name}, {width:?}"), shown(&plate, width), plate)));
    }
    let mut exhibits = Vec::new();
    for museum::Case { name, site, .. } in museum::cases() {
        let plate = plate(&exhibit(&site).figure, &site.report().site, &Theme::builtin().light, PlateSize::SITE);
        exhibits.push((name, shown(&plate, Width::Px(1200.0)), plate));
    }
    // In the museum, shapes are held against shapes: of words, those of the talk have shown how they are read.
    let all = all.iter().map(|one| (one, &VARIANTS[..])).chain(exhibits.iter().map(|one| (one, &VARIANTS[2..])));
    let differences = all.collect::<Vec<_>>().into_par_iter().flat_map_iter(|((name, width, plate), variants)| {
        let ours = Pixels::read(&picture(&plate.scene, *width, 1.0, &[]).unwrap());
        variants.iter().map(move |&text| {
            let theirs = resvg(&file(&plate.scene, text, *width), ours.width, ours.height);
            (ours.differs(&theirs), format!("{name}, {text:?}"))
        })
    });
    let worst = differences.max_by(|a, b| a.0.total_cmp(&b.0)).expect("the content has figures");
    println!("the worst: {:.4} % of pixels, {}", worst.0 * 100.0, worst.1);
    assert!(worst.0 < 0.01, "{:.2} % of pixels differ: {}", worst.0 * 100.0, worst.1);
}

#[test]
fn a_change_of_one_bar_is_seen_by_the_comparison() {
    let site = site();
    let mut first = None;
    plates(&site, Width::Px(600.0), |_, plate| {
        first.get_or_insert(plate);
    });
    let plate = first.expect("the content has figures");
    let ours = Pixels::read(&picture(&plate.scene, Width::Px(600.0), 1.0, &[]).unwrap());
    let svg = file(&plate.scene, TextAs::Outlined, Width::Px(600.0));
    let moved =
        svg.replacen("<path aria-label", "<path fill=\"#FF0000\" d=\"M60 60h200v80h-200z\"/><path aria-label", 1);
    assert_ne!(svg, moved);
    assert!(ours.differs(&resvg(&moved, ours.width, ours.height)) > 0.01);
}

#[test]
fn a_picture_says_its_size_on_paper_and_what_it_shows() {
    let site = site();
    plates(&site, Width::Mm(80.0), |name, plate| {
        if !name.ends_with("/consenso") {
            return;
        }
        let words = [("Title", "Consenso"), ("Source", "però · 字")];
        let file = picture(&plate.scene, Width::Mm(80.0), 3.0, &words).unwrap();
        let reader = png::Decoder::new(std::io::Cursor::new(&file)).read_info().unwrap();
        let info = reader.info();
        assert_eq!(info.width, 907, "80 mm at 288 pixels an inch");
        let dims = info.pixel_dims.unwrap();
        assert_eq!((dims.xppu, dims.unit), (11338, png::Unit::Meter));
        let said: Vec<_> =
            info.utf8_text.iter().map(|text| (text.keyword.as_str(), text.get_text().unwrap())).collect();
        assert_eq!(said, words.map(|(keyword, text)| (keyword, text.to_owned())));
        assert_eq!(info.color_type, png::ColorType::Rgb);
        assert_eq!(file, picture(&plate.scene, Width::Mm(80.0), 3.0, &words).unwrap());

        let bare = picture(&plate.clone().on(None).scene, Width::Mm(80.0), 1.0, &[]).unwrap();
        assert_eq!(Pixels::read(&bare).at(0, 0), [0; 4]);
        let blue = picture(&plate.clone().on(Some(Color(0x0000FF))).scene, Width::Mm(80.0), 1.0, &[]).unwrap();
        assert_eq!(Pixels::read(&blue).at(0, 0), [0, 0, 255, 255]);
        assert!(picture(&plate.scene, Width::Mm(80.0), 1000.0, &[]).is_err());
    });
}

#[test]
fn however_large_a_plate_is_a_scale_is_found_at_which_it_can_be_a_picture() {
    assert_eq!(fitting((1200.0, 800.0), 2.0), 2.0);
    for (width, height) in [(6000.0, 16_000.0), (100_000.0, 3.0), (1200.0, 400_000.0)] {
        let scale = fitting((width, height), 2.0);
        let pixels = (width * scale).round() * (height * scale).round();
        assert!(
            pixels <= fascicle::render::drawing::png::MOST && (scale == 2.0 || pixels > 1.9e8),
            "{width} x {height}: {scale}"
        );
    }
}
