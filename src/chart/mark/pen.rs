//! How a cell of yes and no is drawn: filled, hollow, or a dash.

use crate::chart::recorder::Recorder;
use crate::data::observation::Cell;
use crate::scene::{Color, Node, Path, Stroke};

/// How the cells of one kind are drawn.
pub struct Pen {
    /// Which cells.
    pub kind: Cell,
    /// The colour of what is drawn.
    pub color: Color,
    /// Between cells, in pixels.
    pub gap: f64,
}

impl Pen {
    /// Records cells, if there are any.
    pub fn draw(&self, recorder: &mut Recorder, corners: &[(f64, f64)]) {
        if let Some(path) = self.path(corners) {
            recorder.record(path);
        }
    }

    /// Cells by their upper left and lower right corners, as one path. The stroke of a filled cell is of its own
    /// colour: its round joins make the round corners.
    pub fn path(&self, corners: &[(f64, f64)]) -> Option<Node> {
        let width = if self.kind == Cell::Yes { self.gap } else { 1.2 };
        let inset = self.gap / 2.0 + width / 2.0;
        let outline = |pair: &[(f64, f64)]| {
            let ((left, top), (right, bottom)) = (pair[0], pair[1]);
            if self.kind == Cell::Missing {
                let (middle, half) = ((left + right) / 2.0, ((right - left) * 0.25).min(5.0));
                return vec![(middle - half, (top + bottom) / 2.0), (middle + half, (top + bottom) / 2.0)];
            }
            let (left, top, right, bottom) = (left + inset, top + inset, right - inset, bottom - inset);
            vec![(left, top), (right, top), (right, bottom), (left, bottom)]
        };
        let outlines: Vec<_> = corners.chunks_exact(2).map(outline).collect();
        let fill = (self.kind == Cell::Yes).then_some(self.color);
        let stroke = Some(Stroke { color: self.color, width });
        let path = Path { outlines, closed: self.kind != Cell::Missing, fill, stroke };
        (!corners.is_empty()).then_some(Node::Path(path))
    }
}
