//! The bundled faces: how wide a text is, the shape of its glyphs, and the files that pages bring.

mod further;
pub(crate) mod glyphs;
mod measure;
pub(crate) mod own;
mod shape;

pub use further::Blocks;
pub use measure::{WEB_FACES, WebFace, draws, measure, metrics};
pub use shape::{Font, Glyph, Step, outline, shape};
