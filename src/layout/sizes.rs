//! Sizes and distances of slides and figures, in pixels: those of `css/slide.css`.

/// Width of a slide, in pixels.
pub(super) const WIDTH: f64 = 1280.0;

/// Width of a figure on a slide and in the report, in pixels.
pub(super) const WIDE: f64 = 1168.0;

/// Width of a figure in a narrow column.
pub(super) const NARROW: f64 = 340.0;

/// Height wished for in the report, where a figure is not cut into slides.
pub(super) const WIDE_HEIGHT: f64 = 720.0;

/// Height of a slide, the space above its kicker, the kicker.
pub(super) const HEIGHT: f64 = 720.0;
pub(super) const TOP: f64 = 36.0;
pub(super) const KICKER: f64 = 22.0;

/// Size of a title, a line of it, and the space above it.
pub(super) const TITLE: f64 = 35.0;
pub(super) const TITLE_LINE: f64 = 42.0;
pub(super) const HEAD_GAP: f64 = 4.0;

/// Size of what follows the title in brackets where a figure goes on.
pub(super) const TITLE_PART: f64 = 26.0;

/// Size of the measure under a title, a line of it, and the space above it.
pub(super) const MEASURE: f64 = 21.0;
pub(super) const MEASURE_LINE: f64 = 28.0;

/// Above the figure, and between it and the foot.
pub(super) const BODY_GAP: f64 = 16.0;
pub(super) const FOOT_GAP: f64 = 8.0;

/// The lowest foot, and what is in a foot besides its lines.
pub(super) const FOOT: f64 = 52.0;
pub(super) const FOOT_FRAME: f64 = 27.0;

/// Size and line of a foot; of one that would take more lines than [`FOOT_LINES`].
pub(super) const FOOT_TYPE: (f64, f64) = (15.0, 20.0);
pub(super) const LONG_FOOT_TYPE: (f64, f64) = (13.0, 17.0);
pub(super) const FOOT_LINES: usize = 2;
