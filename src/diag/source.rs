//! The authors' files as text, and places in them.

/// Position of a file in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A place: bytes `start..end` of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Which file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A value with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it is written.
    pub at: Span,
}

/// One file of the authors'.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Relative to its root, with `/` on every system: `editions/2024-11/edition.yaml`.
    pub path: String,
    /// Its text; empty where the bytes are not UTF-8.
    pub text: String,
    /// The first byte that is not UTF-8, if any.
    pub not_utf8_at: Option<u32>,
}

/// All files, sorted by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// How the folder is called in messages, as the author typed it: `content`.
    pub root: String,
    /// The files.
    pub files: Vec<Source>,
}

impl Span {
    /// Bytes `start..end` of `file`.
    pub fn new(file: FileId, start: usize, end: usize) -> Span {
        Span { file, start: start as u32, end: end as u32 }
    }

    /// The first byte of a file: for what the file as a whole lacks.
    pub fn top(file: FileId) -> Span {
        Span { file, start: 0, end: 0 }
    }
}

impl<T> Placed<T> {
    /// A value at a place.
    pub fn new(value: T, at: Span) -> Placed<T> {
        Placed { value, at }
    }
}

impl Sources {
    /// One file.
    pub fn get(&self, file: FileId) -> &Source {
        &self.files[file.0 as usize]
    }

    /// The file at a path, if there is one.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.files.binary_search_by(|source| source.path.as_str().cmp(path)).ok().map(|index| FileId(index as u32))
    }

    /// Each with its id.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files.iter().enumerate().map(|(index, source)| (FileId(index as u32), source))
    }
}
