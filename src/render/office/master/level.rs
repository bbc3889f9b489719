//! How the words of a placeholder look.

use crate::render::office::xml::hundredths;

/// How the first level of a placeholder looks.
pub(super) struct Level {
    /// The size of the words, in pixels.
    pub(super) size: f64,
    /// The distance from one baseline to the next, in pixels.
    pub(super) line: f64,
    /// The colour, by its name in the theme of the file, such as `tx1`.
    pub(super) color: &'static str,
    /// Whether the words are bold.
    pub(super) bold: bool,
    /// Whether they are set in the face of titles and not in that of text.
    pub(super) serif: bool,
    /// The edge at which lines are aligned, as the format writes it: `l` or `r`.
    pub(super) align: &'static str,
    /// Whether they are shown in capitals.
    pub(super) capitals: bool,
}

/// Text as it stands where nothing else is said.
pub(super) const PLAIN: Level =
    Level { size: 27.0, line: 35.1, color: "tx1", bold: false, serif: false, align: "l", capitals: false };
/// The few words above a title.
pub(super) const KICKER: Level =
    Level { size: 17.0, line: 22.0, color: "accent5", bold: true, capitals: true, ..PLAIN };
/// What the values of a figure measure, below its title.
pub(super) const MEASURE: Level = Level { size: 21.0, line: 28.0, color: "accent5", ..PLAIN };
/// The source, at the left of the foot.
pub(super) const FOOT: Level = Level { size: 15.0, line: 20.0, color: "accent5", ..PLAIN };
/// The tag of the event, at the right of the foot.
pub(super) const AT_RIGHT: Level = Level { align: "r", ..FOOT };
/// The number of the slide.
pub(super) const NUMBER: Level = Level { color: "tx2", bold: true, ..AT_RIGHT };
/// A title.
pub(super) const TITLE: Level = Level { size: 35.0, line: 42.0, color: "tx2", bold: true, serif: true, ..PLAIN };

impl Level {
    /// The `lvlNpPr` element of a level, counted from 1.
    pub(super) fn written(&self, level: u8) -> String {
        let bold = if self.bold { " b=\"1\"" } else { " b=\"0\"" };
        let capitals = if self.capitals { " cap=\"all\" spc=\"75\"" } else { " cap=\"none\"" };
        let face = if self.serif { "+mj-lt" } else { "+mn-lt" };
        format!(
            "<a:lvl{level}pPr marL=\"0\" indent=\"0\" algn=\"{}\"><a:lnSpc><a:spcPts val=\"{}\"/></a:lnSpc>\
             <a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:buNone/><a:defRPr sz=\"{}\"{bold}{capitals}><a:solidFill>\
             <a:schemeClr val=\"{}\"/></a:solidFill><a:latin typeface=\"{face}\"/></a:defRPr></a:lvl{level}pPr>",
            self.align,
            hundredths(self.line),
            hundredths(self.size),
            self.color
        )
    }
}
