//! The sentence as code: files are checked and become a [`Site`], which may be written.

mod changes;
mod check;
mod figure;
mod fit;
pub mod inputs;
mod mend;
mod named;
mod next;
mod request;
#[expect(clippy::module_inception, reason = "the room is called for what it holds")]
mod site;
mod talks;
mod tested;
mod verify;
mod write;

pub use figure::{Found, Wish};
pub use mend::{Mended, MendedFile, mend};
pub use next::new_edition;
pub use request::Request;
pub use site::{Site, Summary};
pub use talks::Asked as AskedTalks;
pub use tested::Tested;
pub use write::Ready;
