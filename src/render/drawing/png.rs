//! A scene as PNG, drawn straight from its nodes; words are the outlines of the bundled faces, so that no font of the
//! machine is asked for. The file says how large it is on paper, and what it shows.
//!
//! The same scene gives the same bytes everywhere: one thread, and of tiny-skia only what is reckoned in whole numbers
//! once a path is placed (plain colours laid over one another; its approximate instructions serve other blends).

use super::svg::Width;
use crate::face::Step;
use crate::face::glyphs::contours;
use crate::scene::{Color, Group, Node, Path, Rect, Scene, Stroke};
use png::{BitDepth, ColorType, Compression, Encoder, Filter, PixelDimensions, Unit};
use std::fmt;
use tiny_skia::{FillRule, LineJoin, Paint, PathBuilder, Pixmap, Transform};

/// The most pixels that a picture may have: those of a wall of 20,000 by 10,000.
pub const MOST: f64 = 2e8;

/// A picture that would have more pixels than one may have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TooLarge {
    /// How many millions of pixels it would have.
    pub millions: f64,
}

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.0} million pixels are more than the {:.0} million of a picture", self.millions, MOST / 1e6)
    }
}

impl std::error::Error for TooLarge {}

/// A picture of a scene that is shown `width` wide, with `scale` pixels for each pixel of a screen of 96 to the inch.
/// `words` are what the file says of itself: keywords of 1 to 79 Latin letters, each with a text in any script.
///
/// # Errors
/// The picture would have more pixels than one may have.
///
/// # Panics
/// Where a keyword has other signs, or too many.
pub fn picture(scene: &Scene, width: Width, scale: f64, words: &[(&str, &str)]) -> Result<Vec<u8>, TooLarge> {
    let across = (width.inches() * 96.0 * scale).round().max(1.0);
    let zoom = across / scene.width;
    let down = (scene.height * zoom).round().max(1.0);
    let pixels = across * down;
    if pixels.is_nan() || pixels > MOST {
        return Err(TooLarge { millions: pixels / 1e6 });
    }
    let size = (across as u32, down as u32);
    let mut canvas = Canvas {
        pixels: Pixmap::new(size.0, size.1).expect("the size has been tested"),
        to_pixels: Transform::from_scale(zoom as f32, zoom as f32),
    };
    let ground = ground(scene);
    if let Some(color) = ground {
        canvas.pixels.fill(tiny_skia::Color::from_rgba8(channel(color, 16), channel(color, 8), channel(color, 0), 255));
    }
    // The ground is there already, to the last pixel.
    let nodes = if ground.is_some() { &scene.nodes[1..] } else { &scene.nodes };
    canvas.draw(nodes);

    let per_metre = (across / (width.inches() * 0.0254)).round() as u32;
    Ok(encode(&canvas.pixels, ground.is_some(), per_metre, words))
}

/// The scale nearest to the one wished for at which a scene of some width and height, shown as large as it is, has no
/// more pixels than a picture may have.
pub fn fitting((width, height): (f64, f64), scale: f64) -> f64 {
    // A little less than the most: sides are rounded to whole pixels.
    scale.min((0.99 * MOST / (width * height)).sqrt())
}

/// The colour of the rectangle that covers the whole scene below everything else, if there is one.
fn ground(scene: &Scene) -> Option<Color> {
    let node = match scene.nodes.first()? {
        Node::Group(Group { nodes, .. }) if nodes.len() == 1 => &nodes[0],
        node => node,
    };
    match node {
        Node::Rect(Rect { x: 0.0, y: 0.0, width, height, radius: 0.0, fill, stroke: None })
            if *width >= scene.width && *height >= scene.height =>
        {
            *fill
        }
        _ => None,
    }
}

fn channel(Color(rgb): Color, shift: u32) -> u8 {
    (rgb >> shift & 0xFF) as u8
}

struct Canvas {
    pixels: Pixmap,
    to_pixels: Transform,
}

impl Canvas {
    fn draw(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Group(group) => self.draw(&group.nodes),
                Node::Rect(rect) => self.shape(outline(rect), rect.fill, rect.stroke),
                Node::Path(path) => {
                    let straight = !path.closed && path.outlines.iter().all(|line| line.len() < 3);
                    self.shape(lines(path), if straight { None } else { path.fill }, path.stroke);
                }
                Node::Text(text) => {
                    let mut path = PathBuilder::new();
                    contours(text, |step| add(&mut path, step));
                    self.shape(path, Some(text.fill), None);
                }
            }
        }
    }

    /// Fills a path, then draws along it.
    fn shape(&mut self, path: PathBuilder, fill: Option<Color>, stroke: Option<Stroke>) {
        let Some(path) = path.finish() else { return };
        if let Some(color) = fill {
            self.pixels.fill_path(&path, &paint(color), FillRule::Winding, self.to_pixels, None);
        }
        if let Some(Stroke { color, width }) = stroke {
            let pen = tiny_skia::Stroke { width: width as f32, line_join: LineJoin::Round, ..Default::default() };
            self.pixels.stroke_path(&path, &paint(color), &pen, self.to_pixels, None);
        }
    }
}

fn paint(color: Color) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(channel(color, 16), channel(color, 8), channel(color, 0), 255);
    paint
}

fn add(path: &mut PathBuilder, step: Step) {
    match step {
        Step::Move(x, y) => path.move_to(x as f32, y as f32),
        Step::Line(x, y) => path.line_to(x as f32, y as f32),
        Step::Quad(cx, cy, x, y) => path.quad_to(cx as f32, cy as f32, x as f32, y as f32),
        Step::Cubic(ax, ay, bx, by, x, y) => {
            path.cubic_to(ax as f32, ay as f32, bx as f32, by as f32, x as f32, y as f32);
        }
        Step::Close => path.close(),
    }
}

/// How far the control points of a quarter of a circle are from its ends, as a part of the radius.
const ARC: f64 = 0.552_284_749_831;

fn outline(rect: &Rect) -> PathBuilder {
    let mut path = PathBuilder::new();
    let (left, top, right, bottom) = (rect.x, rect.y, rect.x + rect.width, rect.y + rect.height);
    let radius = rect.radius.min(rect.width / 2.0).min(rect.height / 2.0);
    if rect.width <= 0.0 || rect.height <= 0.0 {
        return path;
    }
    if radius <= 0.0 {
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        polygon(&mut path, &corners, true);
        return path;
    }
    let rest = radius * (1.0 - ARC);
    let steps = [
        Step::Move(left + radius, top),
        Step::Line(right - radius, top),
        Step::Cubic(right - rest, top, right, top + rest, right, top + radius),
        Step::Line(right, bottom - radius),
        Step::Cubic(right, bottom - rest, right - rest, bottom, right - radius, bottom),
        Step::Line(left + radius, bottom),
        Step::Cubic(left + rest, bottom, left, bottom - rest, left, bottom - radius),
        Step::Line(left, top + radius),
        Step::Cubic(left, top + rest, left + rest, top, left + radius, top),
        Step::Close,
    ];
    steps.into_iter().for_each(|step| add(&mut path, step));
    path
}

fn lines(path: &Path) -> PathBuilder {
    let mut built = PathBuilder::new();
    path.outlines.iter().for_each(|outline| polygon(&mut built, outline, path.closed));
    built
}

fn polygon(path: &mut PathBuilder, corners: &[(f64, f64)], closed: bool) {
    for (index, &(x, y)) in corners.iter().enumerate() {
        add(path, if index == 0 { Step::Move(x, y) } else { Step::Line(x, y) });
    }
    if closed && !corners.is_empty() {
        path.close();
    }
}

/// The pixels as a file, with their size on paper and the texts about them.
fn encode(pixels: &Pixmap, opaque: bool, per_metre: u32, words: &[(&str, &str)]) -> Vec<u8> {
    let mut file = Vec::with_capacity(256 * 1024);
    let mut encoder = Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_depth(BitDepth::Eight);
    encoder.set_color(if opaque { ColorType::Rgb } else { ColorType::Rgba });
    encoder.set_compression(Compression::Fast);
    encoder.set_filter(Filter::Up);
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }));
    for (keyword, text) in words {
        let is_latin = |sign: char| matches!(sign, ' '..='~' | '\u{a1}'..='\u{ff}');
        assert!((1..=79).contains(&keyword.chars().count()) && keyword.chars().all(is_latin), "{keyword} is a keyword");
        encoder.add_itxt_chunk((*keyword).to_owned(), text.replace('\0', " ")).expect("the text of a chunk is UTF-8");
    }
    let samples = match opaque {
        true => without_alpha(pixels.data()),
        false => {
            let colors = pixels.pixels().iter().map(|pixel| pixel.demultiply());
            colors.flat_map(|color| [color.red(), color.green(), color.blue(), color.alpha()]).collect()
        }
    };
    let mut writer = encoder.write_header().expect("a vector takes all that is written");
    writer.write_image_data(&samples).expect("there are as many samples as the size asks");
    writer.finish().expect("a vector takes all that is written");
    file
}

/// Pixels without their last sample, which is how opaque they are: three samples of each four.
fn without_alpha(samples: &[u8]) -> Vec<u8> {
    let mut kept = vec![0; samples.len() / 4 * 3];
    for (to, from) in kept.chunks_exact_mut(3).zip(samples.chunks_exact(4)) {
        to.copy_from_slice(&from[..3]);
    }
    kept
}
