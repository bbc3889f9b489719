//! What is said: narrative as blocks and inline text, the same for deck, report and every later format.

/// A block of narrative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A heading below the slide's own; level 3 to 6.
    Heading(u8, Vec<Inline>),
    /// A list; its start where it is numbered.
    List(Option<u64>, Vec<Vec<Block>>),
    /// A box: `> [!NOTE]`.
    Callout(Callout, Vec<Block>),
    /// Somebody's words.
    Quote(Vec<Block>),
    /// A small table: head, then rows.
    Table(Vec<Vec<Inline>>, Vec<Vec<Vec<Inline>>>),
}

/// The kinds of box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callout {
    /// `[!NOTE]`
    Note,
    /// `[!TIP]`
    Tip,
    /// `[!IMPORTANT]`
    Important,
    /// `[!WARNING]` and `[!CAUTION]`
    Warning,
}

/// Text within a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain text, not escaped.
    Text(String),
    /// Strong.
    Strong(Vec<Inline>),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Code.
    Code(String),
    /// A link: address, text.
    Link(String, Vec<Inline>),
    /// A number read from the data; the text is ready to print. Never breaks over two lines.
    Value(String),
    /// A line break the author asked for.
    Break,
}

/// The text alone, for addresses, outlines and descriptions.
pub fn plain(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(part) | Inline::Code(part) | Inline::Value(part) => text.push_str(part),
            Inline::Strong(parts) | Inline::Emphasis(parts) | Inline::Link(_, parts) => text.push_str(&plain(parts)),
            Inline::Break => text.push(' '),
        }
    }
    text
}
