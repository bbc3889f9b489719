//! The authors' files as text, and places in them.

/// The place of a file in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A place in a file: its bytes from `start` to before `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// The byte after the last one.
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
    /// The path relative to the content folder, with `/` on every system: `editions/2024-11/edition.yaml`.
    pub path: String,
    /// The text. Where the bytes are not UTF-8, everything from there on is read as Latin-1.
    pub text: String,
    /// The first byte that is not UTF-8, if there is one.
    pub not_utf8_at: Option<u32>,
    /// Whether the file must exist and does not: such a file stands here so that the fault has a place.
    pub absent: bool,
    /// Why nothing was read, though something stands at the path.
    pub unread: Option<Unread>,
}

/// What stands at the path of a file and may not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unread {
    /// A folder.
    Folder,
    /// A pipe, a socket or a device: reading it might never end.
    Device,
    /// A link that leads out of the folder.
    Link,
}

/// All files, sorted by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// The name of the folder in messages, as the author typed it: `content`.
    pub root: String,
    /// The files.
    pub files: Vec<Source>,
}

/// A place as people and editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters (Unicode scalar values).
    pub column: usize,
}

impl Span {
    /// The bytes of `file` from `start` to before `end`.
    pub fn new(file: FileId, start: usize, end: usize) -> Span {
        Span { file, start: start as u32, end: end as u32 }
    }

    /// The first byte of a file, for a fault of the file as a whole.
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
    /// A file with its path and its text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Source {
        Source { path: path.into(), text: text.into(), not_utf8_at: None, absent: false, unread: None }
    }

    /// A file with its path, from its bytes.
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

    /// The line and the column of a byte; those of the end of the text where it has no such byte.
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
    /// The files of a content folder, sorted, with an absent file for each one that must exist and does not. `folders`
    /// are the names of the folders in `editions/`, of which some may be empty.
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

    /// Adds words that somebody typed as if they were a file, and gives the place of the words that begin at the byte
    /// `from`.
    pub fn typed(&mut self, words: impl Into<String>, from: usize) -> Span {
        let (words, file) = (words.into(), FileId(self.files.len() as u32));
        let end = words.len();
        self.files.push(Source::new("command line", words));
        Span::new(file, from.min(end), end)
    }

    /// The file with an id.
    pub fn get(&self, file: FileId) -> &Source {
        &self.files[file.0 as usize]
    }

    /// The name of a file in messages: `content/site.yaml`.
    pub fn shown(&self, file: FileId) -> String {
        let path = &self.get(file).path;
        if self.root.is_empty() { path.clone() } else { format!("{}/{path}", self.root.trim_end_matches('/')) }
    }

    /// The id of the file at a path, if there is one.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.files.binary_search_by(|source| source.path.as_str().cmp(path)).ok().map(|index| FileId(index as u32))
    }

    /// Each file with its id.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files.iter().enumerate().map(|(index, source)| (FileId(index as u32), source))
    }
}
