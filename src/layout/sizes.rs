//! Sizes and distances of slides and figures, in pixels: those of `css/slide.css`.

/// The width of a slide.
pub(super) const WIDTH: f64 = 1280.0;

/// The width of a figure on a slide and in the report.
pub(super) const WIDE: f64 = 1168.0;

/// The width of a figure in a narrow column.
pub(super) const NARROW: f64 = 340.0;

/// The height wished for in the report, where a figure is not cut into slides.
pub(super) const WIDE_HEIGHT: f64 = 720.0;

/// The height of a slide.
pub(super) const HEIGHT: f64 = 720.0;

/// The space above the few words that stand over a title.
pub(super) const TOP: f64 = 36.0;

/// The height of those words.
pub(super) const KICKER: f64 = 22.0;

/// The size of a title.
pub(super) const TITLE: f64 = 35.0;

/// The height of a line of a title.
pub(super) const TITLE_LINE: f64 = 42.0;

/// The space above a title.
pub(super) const HEAD_GAP: f64 = 4.0;

/// The size of what follows a title in brackets where a figure goes on over slides.
pub(super) const TITLE_PART: f64 = 26.0;

/// The size of the measure under a title.
pub(super) const MEASURE: f64 = 21.0;

/// The height of a line of the measure.
pub(super) const MEASURE_LINE: f64 = 28.0;

/// The space above a figure.
pub(super) const BODY_GAP: f64 = 16.0;

/// The space between a figure and the foot.
pub(super) const FOOT_GAP: f64 = 8.0;

/// The height of the lowest foot.
pub(super) const FOOT: f64 = 52.0;

/// The height of a foot without its lines.
pub(super) const FOOT_FRAME: f64 = 27.0;

/// The size of the words of a foot, and the height of a line of them.
pub(super) const FOOT_TYPE: (f64, f64) = (15.0, 20.0);

/// The size of the words of a long foot, and the height of a line of them. A long foot is one that would take more lines than [`FOOT_LINES`].
pub(super) const LONG_FOOT_TYPE: (f64, f64) = (13.0, 17.0);

/// The most lines of a foot that is not a long one.
pub(super) const FOOT_LINES: usize = 2;
