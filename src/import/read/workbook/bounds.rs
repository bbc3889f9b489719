//! How large a workbook may be, and why one cannot be read.

/// The most bytes that a workbook unpacks to; no table of figures has more.
pub const LARGEST: u64 = 256 << 20;

/// The last row and column that spreadsheets have, counted from 0.
pub const LAST: (u32, u32) = (1_048_575, 16_383);

/// Why a workbook cannot be read.
#[derive(Debug)]
pub enum Unread {
    /// It asks for a password.
    Locked,
    /// It is damaged, or another kind of file; as the reader said it.
    Damaged(String),
}
