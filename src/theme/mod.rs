//! Colours, type and templates. The default theme is built in; an author's folder falls back to it file by file.

mod font;

pub use font::measure;

/// The name of the built-in theme.
pub const BUILTIN: &str = "gimbe";

use crate::scene::Color;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A theme, complete.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Colours on white.
    pub light: Palette,
    /// Colours of pages in the dark.
    pub dark: Palette,
    /// Every file: path within the theme, bytes. The author's stand in the place of the built-in ones.
    pub files: BTreeMap<String, Cow<'static, [u8]>>,
}

/// The colours a theme names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Heads and the national mark.
    pub accent: Color,
    /// Marks.
    pub mark: Color,
    /// Text.
    pub ink: Color,
    /// Lesser text.
    pub quiet: Color,
    /// Gridlines and rules.
    pub grid: Color,
    /// Panels.
    pub panel: Color,
    /// The ground.
    pub paper: Color,
}

impl Theme {
    /// The built-in theme alone.
    pub fn builtin() -> Theme {
        Theme { light: Palette::GIMBE, dark: Palette::GIMBE_DARK, files: BTreeMap::new() }
    }
}

impl Palette {
    /// The look of GIMBE's reports, with marks dark enough for 3:1 on white.
    pub const GIMBE: Palette = Palette {
        accent: Color(0x00457D),
        mark: Color(0x4A8CC9),
        ink: Color(0x1B2733),
        quiet: Color(0x5C6B78),
        grid: Color(0xD4DCE3),
        panel: Color(0xF1F4F7),
        paper: Color(0xFFFFFF),
    };

    /// The same in the dark.
    pub const GIMBE_DARK: Palette = Palette {
        accent: Color(0x9CCBF2),
        mark: Color(0x4A8CC9),
        ink: Color(0xE8EDF2),
        quiet: Color(0xA9B5C0),
        grid: Color(0x3A4855),
        panel: Color(0x1C2732),
        paper: Color(0x121A22),
    };
}
