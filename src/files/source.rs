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
    /// Its text; where the bytes are not UTF-8, from there on as Latin-1 would have it.
    pub text: String,
    /// The first byte that is not UTF-8, if any.
    pub not_utf8_at: Option<u32>,
    /// Whether the file ought to be there and is not: a place to put the fault.
    pub absent: bool,
    /// Why nothing was read, though something stands there.
    pub unread: Option<Unread>,
}

/// What stands in the place of a file and is none that may be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unread {
    /// A folder.
    Folder,
    /// A pipe, a socket or a device: who reads it may wait for ever.
    Device,
    /// A link that leads out of the folder.
    Link,
}

/// All files, sorted by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// How the folder is called in messages, as the author typed it: `content`.
    pub root: String,
    /// The files.
    pub files: Vec<Source>,
}

/// A place as people and editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Characters (Unicode scalar values) of the line before it, plus one.
    pub column: usize,
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

impl Source {
    /// A file with its text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Source {
        Source { path: path.into(), text: text.into(), not_utf8_at: None, absent: false, unread: None }
    }

    /// A file from its bytes.
    pub fn from_bytes(path: impl Into<String>, bytes: Vec<u8>) -> Source {
        match String::from_utf8(bytes) {
            Ok(text) => Source::new(path, text),
            Err(error) => {
                let first = error.utf8_error().valid_up_to();
                // What is not UTF-8 is nearly always Latin-1: shown as that, its author knows the place again.
                let (before, rest) = error.as_bytes().split_at(first);
                let text = String::from_utf8_lossy(before).into_owned()
                    + &rest.iter().map(|byte| char::from(*byte)).collect::<String>();
                Source { not_utf8_at: Some(first as u32), ..Source::new(path, text) }
            }
        }
    }
}

impl Source {
    /// The line, from 1, in which a byte stands.
    pub fn line(&self, byte: u32) -> usize {
        self.position(byte).line
    }

    /// The line and column of a byte; of the end of the text where it has no such byte.
    pub fn position(&self, byte: u32) -> Position {
        let before = &self.text[..self.text.floor_char_boundary((byte as usize).min(self.text.len()))];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position {
            line: 1 + before.bytes().filter(|byte| *byte == b'\n').count(),
            column: 1 + before[line_start..].chars().count(),
        }
    }
}

impl Sources {
    /// The files of a content folder: sorted, and with a place for each that must be there and is not.
    /// `folders` are the names of the folders in `editions/`, for one may be empty.
    pub fn of_content(root: impl Into<String>, mut files: Vec<Source>, folders: &[String]) -> Sources {
        let heads = folders.iter().map(|folder| format!("editions/{folder}/edition.yaml"));
        let needed = ["site.yaml".to_owned(), "indicators.yaml".to_owned()].into_iter().chain(heads);
        for path in needed {
            if !files.iter().any(|file| file.path == path) {
                files.push(Source { absent: true, ..Source::new(path, "") });
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Sources { root: root.into(), files }
    }

    /// Adds words that somebody typed, as if they were a file, and gives the place of those from a byte on.
    pub fn typed(&mut self, words: impl Into<String>, from: usize) -> Span {
        let (words, file) = (words.into(), FileId(self.files.len() as u32));
        let end = words.len();
        self.files.push(Source::new("command line", words));
        Span::new(file, from.min(end), end)
    }

    /// One file.
    pub fn get(&self, file: FileId) -> &Source {
        &self.files[file.0 as usize]
    }

    /// How a file is called in messages: `content/site.yaml`.
    pub fn shown(&self, file: FileId) -> String {
        let path = &self.get(file).path;
        if self.root.is_empty() { path.clone() } else { format!("{}/{path}", self.root.trim_end_matches('/')) }
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
