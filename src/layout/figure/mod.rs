//! A figure by itself: the plate that stands alone, its frame in other pages, and the code to scan.

pub(super) mod frame;
pub(super) mod plate;
pub(super) mod qr;
pub(super) mod scene;
pub(super) mod sheet;
