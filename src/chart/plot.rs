//! A panel with a coordinate system of plotters over a recorder: values across, rows downwards.

use super::recorder::{GRID, Recorder, pixel};
use crate::scene::Node;
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::DrawingArea;
use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

/// Where the coordinates lie, in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Panel {
    /// Where the horizontal coordinate begins.
    pub left: f64,
    /// Where it ends.
    pub right: f64,
    /// Where the first row begins.
    pub top: f64,
    /// Where the last row ends.
    pub bottom: f64,
}

/// A panel being drawn. Row `n` is between `n` and `n + 1`.
pub struct Plot<X: Ranged<ValueType = f64>> {
    recorder: Rc<RefCell<Recorder>>,
    area: DrawingArea<Recorder, Cartesian2d<X, RangedCoordf64>>,
}

impl<X: Ranged<ValueType = f64>> Plot<X> {
    /// A panel of `rows` rows in a scene that reaches to `size`.
    pub fn new(size: (f64, f64), across: X, rows: usize, panel: Panel) -> Plot<X> {
        let recorder = Rc::new(RefCell::new(Recorder::new(size.0, size.1)));
        let whole: DrawingArea<Recorder, Shift> = (&recorder).into();
        let grid = |length: f64| (length * GRID).round() as i32;
        let pixels = (grid(panel.left)..grid(panel.right), grid(panel.top)..grid(panel.bottom));
        let area = whole.apply_coord_spec(Cartesian2d::new(across, 0.0..rows as f64, pixels));
        Plot { recorder, area }
    }

    /// What `draw` draws stands in one group.
    pub fn group(&self, class: &'static str, draw: impl FnOnce(&Plot<X>)) {
        self.recorder.borrow_mut().begin(class);
        draw(self);
        self.recorder.borrow_mut().end();
    }

    /// Draws an element of plotters.
    pub fn element<'a, E>(&self, element: &'a E)
    where
        &'a E: PointCollection<'a, (f64, f64)>,
        E: Drawable<Recorder>,
    {
        self.area.draw(element).expect("a recorder takes whatever is drawn, one thing at a time");
    }

    /// Draws at points of the coordinate system; `record` gets them in pixels.
    pub fn mark(&self, at: &[(f64, f64)], record: impl Fn(&mut Recorder, &[(f64, f64)])) {
        self.element(&Mark { at, record });
    }

    /// Records what stands at no coordinate.
    pub fn record(&self, node: Node) {
        self.recorder.borrow_mut().record(node);
    }

    /// All that was drawn.
    pub fn finish(self) -> Vec<Node> {
        self.recorder.borrow_mut().take()
    }
}

struct Mark<'p, F> {
    at: &'p [(f64, f64)],
    record: F,
}

impl<'a, F> PointCollection<'a, (f64, f64)> for &'a Mark<'_, F> {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> &'a [(f64, f64)] {
        self.at
    }
}

impl<F: Fn(&mut Recorder, &[(f64, f64)])> Drawable<Recorder> for Mark<'_, F> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        at: I,
        recorder: &mut Recorder,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let pixels: Vec<(f64, f64)> = at.map(pixel).collect();
        (self.record)(recorder, &pixels);
        Ok(())
    }
}
