//! The explanation of a fault, and where that of each kind stands.

use super::{editions, files, names, narrative, observations, questions, tables, talk, territories, theme};
use crate::diag::{Code, Term};

/// What a kind of fault means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What the fault is called, in two or three words.
    pub title: Term,
    /// What the fault means, and what is right.
    pub meaning: Term,
    /// The file in which the example stands, or the command line.
    pub place: Term,
    /// Lines with the mistake.
    pub wrong: &'static str,
    /// The lines of the mistake, put right.
    pub right: &'static str,
}

/// An explanation from `[title, meaning]` in English and in Italian, the file in which the example stands, and the
/// lines of the example with the mistake and without it.
pub(super) const fn said(
    en: [&'static str; 2],
    it: [&'static str; 2],
    file: &'static str,
    lines: [&'static str; 2],
) -> Explanation {
    Explanation {
        title: Term::new(en[0], it[0]),
        meaning: Term::new(en[1], it[1]),
        place: Term::same(file),
        wrong: lines[0],
        right: lines[1],
    }
}

impl Code {
    /// What this kind of fault means.
    pub fn explanation(self) -> Explanation {
        match self {
            Code::NotText => files::NOT_TEXT,
            Code::YamlSyntax => files::YAML_SYNTAX,
            Code::UnknownKey => files::UNKNOWN_KEY,
            Code::MissingKey => files::MISSING_KEY,
            Code::WrongShape => files::WRONG_SHAPE,
            Code::DuplicateKey => files::DUPLICATE_KEY,
            Code::UnknownTerritory => territories::UNKNOWN_TERRITORY,
            Code::DuplicateTerritory => territories::DUPLICATE_TERRITORY,
            Code::ForgottenTerritory => territories::FORGOTTEN_TERRITORY,
            Code::UnknownIndicator => names::UNKNOWN_INDICATOR,
            Code::UnknownItem => names::UNKNOWN_ITEM,
            Code::UnknownSource => names::UNKNOWN_SOURCE,
            Code::UnknownGroup => names::UNKNOWN_GROUP,
            Code::UnknownTheme => theme::UNKNOWN_THEME,
            Code::UnknownEdition => editions::UNKNOWN_EDITION,
            Code::DecimalComma => observations::DECIMAL_COMMA,
            Code::NotANumber => observations::NOT_A_NUMBER,
            Code::NotFinite => observations::NOT_FINITE,
            Code::OutOfRange => observations::OUT_OF_RANGE,
            Code::CountAboveTotal => observations::COUNT_ABOVE_TOTAL,
            Code::Disagreement => observations::DISAGREEMENT,
            Code::WrongDate => observations::WRONG_DATE,
            Code::WrongTiming => observations::WRONG_TIMING,
            Code::UnknownWord => files::UNKNOWN_WORD,
            Code::NoData => talk::NO_DATA,
            Code::UnknownEntry => talk::UNKNOWN_ENTRY,
            Code::MissingFile => files::MISSING_FILE,
            Code::DuplicateEdition => editions::DUPLICATE_EDITION,
            Code::DuplicateFile => editions::DUPLICATE_FILE,
            Code::EmptyEdition => editions::EMPTY_EDITION,
            Code::StrayFile => files::STRAY_FILE,
            Code::RawHtml => narrative::RAW_HTML,
            Code::UnsafeLink => narrative::UNSAFE_LINK,
            Code::UnknownBinding => narrative::UNKNOWN_BINDING,
            Code::UnsupportedMarkdown => narrative::UNSUPPORTED_MARKDOWN,
            Code::CsvSyntax => files::CSV_SYNTAX,
            Code::NoSource => observations::NO_SOURCE,
            Code::DoesNotFit => talk::DOES_NOT_FIT,
            Code::Template => theme::TEMPLATE,
            Code::WrongColor => theme::WRONG_COLOR,
            Code::LowContrast => theme::LOW_CONTRAST,
            Code::ColoursAlike => theme::COLOURS_ALIKE,
            Code::NoShare => questions::NO_SHARE,
            Code::NationalOutside => questions::NATIONAL_OUTSIDE,
            Code::Jump => questions::JUMP,
            Code::SameAsBefore => questions::SAME_AS_BEFORE,
            Code::SwappedColumns => questions::SWAPPED_COLUMNS,
            Code::NotComparable => narrative::NOT_COMPARABLE,
            Code::FalseClaim => narrative::FALSE_CLAIM,
            Code::UnreadableClaim => narrative::UNREADABLE_CLAIM,
            Code::TypedNumber => narrative::TYPED_NUMBER,
            Code::ToDo => files::TO_DO,
            Code::Fractions => questions::FRACTIONS,
            Code::AmbiguousTerritory => territories::AMBIGUOUS_TERRITORY,
            Code::TerritoryCount => territories::TERRITORY_COUNT,
            Code::UnknownArea => territories::UNKNOWN_AREA,
            Code::TerritoryCode => territories::TERRITORY_CODE,
            Code::UnusedSource => names::UNUSED_SOURCE,
            Code::UnreadableTable => tables::UNREADABLE_TABLE,
            Code::NoTable => tables::NO_TABLE,
            Code::AmbiguousNumber => tables::AMBIGUOUS_NUMBER,
            Code::FractionsOrShares => tables::FRACTIONS_OR_SHARES,
            Code::UnreadableCell => tables::UNREADABLE_CELL,
            Code::TwiceInTable => tables::TWICE_IN_TABLE,
            Code::CannotEdit => tables::CANNOT_EDIT,
            Code::SaysNothing => talk::SAYS_NOTHING,
            Code::NoPeriodSaid => talk::NO_PERIOD_SAID,
            Code::NoTiles => territories::NO_TILES,
            Code::TilePlace => territories::TILE_PLACE,
            Code::NoMap => territories::NO_MAP,
            Code::OneDate => talk::ONE_DATE,
            Code::NothingJoined => talk::NOTHING_JOINED,
            Code::TooManyNames => talk::TOO_MANY_NAMES,
            Code::TalkTooLong => talk::TALK_TOO_LONG,
            Code::NoAddress => talk::NO_ADDRESS,
            Code::TooSmall => talk::TOO_SMALL,
            Code::UnknownTalk => talk::UNKNOWN_TALK,
            Code::UndrawnSign => files::UNDRAWN_SIGN,
            Code::SumsDisagree => questions::SUMS_DISAGREE,
            Code::PeriodOfFolder => editions::PERIOD_OF_FOLDER,
            Code::PeriodsOverlap => editions::PERIODS_OVERLAP,
            Code::NoWhole => names::NO_WHOLE,
            Code::OnlyInPages => theme::ONLY_IN_PAGES,
        }
    }
}
