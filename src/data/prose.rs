//! Narrative as blocks and text within them, the same for deck, report and every later format.
//!
//! `V` stands for what is read from the data. While the files are checked, it is a binding with its place; once the
//! data are known, it is text ready to print.

/// A block of narrative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block<V = String> {
    /// A paragraph of running text.
    Paragraph(Vec<Inline<V>>),
    /// A heading below that of the slide, with its level, 3 to 6.
    Heading(u8, Vec<Inline<V>>),
    /// A list of items, each of blocks; where it is numbered, with its first number.
    List(Option<u64>, Vec<Vec<Block<V>>>),
    /// A box beside the text, which authors write as `> [!NOTE]`.
    Callout(Callout, Vec<Block<V>>),
    /// A quotation.
    Quote(Vec<Block<V>>),
    /// A small table: the alignment of each column, the cells of the head, the rows of cells.
    Table(Vec<Side>, Vec<Vec<Inline<V>>>, Vec<Vec<Vec<Inline<V>>>>),
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

/// The alignment of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// `---` and `:---`
    #[default]
    Left,
    /// `:---:`
    Middle,
    /// `---:`
    Right,
}

/// Text within a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline<V = String> {
    /// Plain text, not escaped.
    Text(String),
    /// Strong text.
    Strong(Vec<Inline<V>>),
    /// Emphasised text.
    Emphasis(Vec<Inline<V>>),
    /// A piece of code.
    Code(String),
    /// A link: its address, then its text.
    Link(String, Vec<Inline<V>>),
    /// What is read from the data: a number, or a list of names, which breaks as any text; a number and its unit are
    /// joined by a no-break space.
    Value(V),
    /// A line break the author asked for.
    Break,
}

/// The blocks with each value of the data replaced by what `replace` gives for it.
pub fn map_blocks<V, W>(blocks: &[Block<V>], replace: &mut impl FnMut(&V) -> W) -> Vec<Block<W>> {
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(parts) => Block::Paragraph(map_inlines(parts, replace)),
            Block::Heading(level, parts) => Block::Heading(*level, map_inlines(parts, replace)),
            Block::List(start, items) => {
                Block::List(*start, items.iter().map(|item| map_blocks(item, replace)).collect())
            }
            Block::Callout(kind, inner) => Block::Callout(*kind, map_blocks(inner, replace)),
            Block::Quote(inner) => Block::Quote(map_blocks(inner, replace)),
            Block::Table(sides, head, rows) => Block::Table(
                sides.clone(),
                head.iter().map(|cell| map_inlines(cell, replace)).collect(),
                rows.iter().map(|row| row.iter().map(|cell| map_inlines(cell, replace)).collect()).collect(),
            ),
        })
        .collect()
}

/// The text with each value of the data replaced by what `replace` gives for it.
pub fn map_inlines<V, W>(inlines: &[Inline<V>], replace: &mut impl FnMut(&V) -> W) -> Vec<Inline<W>> {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => Inline::Text(text.clone()),
            Inline::Strong(parts) => Inline::Strong(map_inlines(parts, replace)),
            Inline::Emphasis(parts) => Inline::Emphasis(map_inlines(parts, replace)),
            Inline::Code(text) => Inline::Code(text.clone()),
            Inline::Link(url, parts) => Inline::Link(url.clone(), map_inlines(parts, replace)),
            Inline::Value(value) => Inline::Value(replace(value)),
            Inline::Break => Inline::Break,
        })
        .collect()
}

/// The text without its marks, for addresses, outlines and descriptions.
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
