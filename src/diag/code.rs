//! The catalogue of faults: closed, in one voice, one line each.

/// Which kind of fault. The number never changes meaning; a new kind takes a new number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The file is not UTF-8 text.
    NotText,
    /// The YAML does not parse.
    YamlSyntax,
    /// A key the file does not have.
    UnknownKey,
    /// A key is missing.
    MissingKey,
    /// A list where a word was expected, a word where a list was.
    WrongShape,
    /// One key twice.
    DuplicateKey,
    /// A name that is no territory.
    UnknownTerritory,
    /// One territory twice, perhaps through an alias.
    DuplicateTerritory,
    /// A territory neither given nor declared missing.
    ForgottenTerritory,
    /// A name that is no indicator.
    UnknownIndicator,
    /// A name that is no item of the indicator.
    UnknownItem,
    /// A source that is not declared.
    UnknownSource,
    /// A group that is not declared.
    UnknownGroup,
    /// A theme that does not exist.
    UnknownTheme,
    /// An edition asked for that does not exist.
    UnknownEdition,
    /// `12,5`.
    DecimalComma,
    /// Not a number.
    NotANumber,
    /// Infinite, or no number at all.
    NotFinite,
    /// Outside the bounds of the measure.
    OutOfRange,
    /// More than all of them.
    CountAboveTotal,
    /// Share and count, or share and table, disagree.
    Disagreement,
    /// Not a date or window of the calendar.
    WrongDate,
    /// A stock with a window, a flow with a day.
    WrongTiming,
    /// Not one of the words allowed.
    UnknownWord,
    /// The outline asks for a figure that has no data.
    NoData,
    /// An outline entry of no known kind.
    UnknownEntry,
    /// A file that is named but absent.
    MissingFile,
    /// Two editions with one id, two files for one thing.
    DuplicateEdition,
    /// Two files hold the same observations.
    DuplicateFile,
    /// An edition without observations.
    EmptyEdition,
    /// A file that belongs nowhere.
    StrayFile,
    /// Raw HTML in narrative.
    RawHtml,
    /// A link to where links may not go.
    UnsafeLink,
    /// A binding that names nothing.
    UnknownBinding,
    /// Markdown the talk cannot hold.
    UnsupportedMarkdown,
    /// The CSV does not parse, or has no such column.
    CsvSyntax,
    /// A value without its source.
    NoSource,
    /// Text that does not fit its place.
    DoesNotFit,
    /// A template of the theme does not parse or render.
    Template,
    /// Not a colour.
    WrongColor,
    /// Colours a reader could not tell apart.
    LowContrast,
}

impl Code {
    /// The number printed, `F012`.
    pub fn number(self) -> String {
        format!("F{:03}", self as u16 + 1)
    }
}
