//! Load and write: the only door to the file system.
