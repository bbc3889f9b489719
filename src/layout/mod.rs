//! Edition -> Book: each figure drawn for each place it stands in, decks, pages, every text measured.

mod book;
mod figure;
mod head;
mod paper;
mod sizes;
mod slides;
mod text;
mod words;

pub use book::{Book, Printed, Talk};
pub use figure::frame::FrameRoom;
pub use figure::plate::{Plate, PlateSize, plate};
pub use figure::qr::qr_code;
pub use figure::sheet::FigureSheet;
pub use slides::deck::{Area, Boxes, Deck, Slide, What, speaker_notes};
pub use slides::fit::{Fitted, fitted};
pub use slides::passage::{Density, block_heights, density};
pub use slides::{Around, is_dense};

#[cfg(feature = "pptx")]
pub(crate) use head::Sourced;
pub(crate) use head::foot;
#[cfg(feature = "pptx")]
pub(crate) use words::source_words;
pub(crate) use words::{is_sentence, tied};
