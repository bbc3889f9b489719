//! The backend plotters draws on: it draws nothing, it records a scene.
//!
//! plotters counts whole pixels, so the recorder offers it a grid of tenths and divides when it records. Marks reach
//! the recorder in their `draw`, where they may open groups and record what plotters has no word for: rounded
//! corners, turned text, words at their baseline.

use super::text::{line, measure};
use crate::scene::{Anchor, Color, Face, Group, Node, Path, Rect, Stroke};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend};
use plotters_backend::{DrawingErrorKind, FontFamily, FontStyle};
use std::convert::Infallible;

/// Grid points of a pixel.
pub const GRID: f64 = 10.0;

/// Height of capitals and of descenders, as parts of the size.
const CAPITAL: f64 = 0.69;

/// Records nodes in the groups that are open.
pub struct Recorder {
    size: (u32, u32),
    nodes: Vec<Node>,
    open: Vec<Group>,
}

impl Recorder {
    /// For a scene of this width and height in pixels.
    pub fn new(width: f64, height: f64) -> Recorder {
        Recorder { size: ((width * GRID) as u32, (height * GRID) as u32), nodes: Vec::new(), open: Vec::new() }
    }

    /// Opens a group.
    pub fn begin(&mut self, class: &'static str) {
        self.open.push(Group { class, title: None, nodes: Vec::new() });
    }

    /// Closes the group opened last; one without content leaves no trace.
    pub fn end(&mut self) {
        if let Some(group) = self.open.pop()
            && !group.nodes.is_empty()
        {
            self.record(Node::Group(group));
        }
    }

    /// Records in the open group.
    pub fn record(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(group) => group.nodes.push(node),
            None => self.nodes.push(node),
        }
    }

    /// What was recorded.
    pub fn take(&mut self) -> Vec<Node> {
        std::mem::take(&mut self.nodes)
    }
}

/// A grid point in pixels.
pub fn pixel((x, y): BackendCoord) -> (f64, f64) {
    (f64::from(x) / GRID, f64::from(y) / GRID)
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        let ((x, y), (right, bottom)) = (pixel(from), pixel(to));
        let (fill, stroke) = if fill { (Some(color(style.color())), None) } else { (None, Some(stroke(style))) };
        self.record(Node::Rect(Rect { x, y, width: right - x, height: bottom - y, radius: 0.0, fill, stroke }));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let outlines = vec![path.into_iter().map(pixel).collect()];
        self.record(Node::Path(Path { outlines, closed: false, fill: None, stroke: Some(stroke(style)) }));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let outlines = vec![path.into_iter().map(pixel).collect()];
        self.record(Node::Path(Path { outlines, closed: true, fill: Some(color(style.color())), stroke: None }));
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Drawn {
        let size = style.size() / GRID;
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let (x, y) = pixel(at);
        let baseline = match style.anchor().v_pos {
            VPos::Top => y + CAPITAL * size,
            VPos::Center => y + CAPITAL * size / 2.0,
            VPos::Bottom => y,
        };
        self.record(Node::Text(line((x, baseline), anchor, face(style), size, color(style.color()), text)));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((measure(face(style), style.size(), text).ceil() as u32, style.size().ceil() as u32))
    }
}

fn color(color: BackendColor) -> Color {
    let (red, green, blue) = color.rgb;
    Color(u32::from_be_bytes([0, red, green, blue]))
}

fn stroke<S: BackendStyle>(style: &S) -> Stroke {
    Stroke { color: color(style.color()), width: f64::from(style.stroke_width()) / GRID }
}

fn face<T: BackendTextStyle>(style: &T) -> Face {
    match (style.family(), style.style()) {
        (FontFamily::Serif, _) => Face::Serif,
        (_, FontStyle::Bold) => Face::SansBold,
        _ => Face::Sans,
    }
}
