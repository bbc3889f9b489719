//! Colours: the palette of a theme, and whether everybody can tell them apart.

pub(super) mod line;
pub(super) mod palette;
pub(super) mod rules;
pub(super) mod vision;
