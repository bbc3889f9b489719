//! Draft -> Checked, or every fault at once.
