//! The catalogue of faults: closed, in one voice, one line each. `explain/` says more of each.

/// The kinds, and the list of them.
macro_rules! codes {
    ($($(#[doc = $meaning:literal])+ $name:ident = $number:literal,)+) => {
        /// Which kind of fault. The number never changes meaning; a new kind takes a new number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $meaning])+ $name = $number,)+
        }

        impl Code {
            /// All of them, by number.
            pub const ALL: &'static [Code] = &[$(Code::$name,)+];
        }
    };
}

codes! {
    /// The file is not UTF-8 text.
    NotText = 1,
    /// The YAML does not parse.
    YamlSyntax = 2,
    /// A key the file does not have.
    UnknownKey = 3,
    /// A key is missing.
    MissingKey = 4,
    /// A list where a word was expected, a word where a list was.
    WrongShape = 5,
    /// One key twice.
    DuplicateKey = 6,
    /// A name that is no territory.
    UnknownTerritory = 7,
    /// One territory twice, perhaps through an alias.
    DuplicateTerritory = 8,
    /// A territory neither given nor declared missing.
    ForgottenTerritory = 9,
    /// A name that is no indicator.
    UnknownIndicator = 10,
    /// A name that is no item of the indicator.
    UnknownItem = 11,
    /// A source that is not declared.
    UnknownSource = 12,
    /// A group that is not declared.
    UnknownGroup = 13,
    /// A theme that does not exist.
    UnknownTheme = 14,
    /// An edition asked for that does not exist.
    UnknownEdition = 15,
    /// `12,5`.
    DecimalComma = 16,
    /// Not a number.
    NotANumber = 17,
    /// Infinite, or no number at all.
    NotFinite = 18,
    /// Outside the bounds of the measure.
    OutOfRange = 19,
    /// More than all of them.
    CountAboveTotal = 20,
    /// Share and count, or share and table, disagree.
    Disagreement = 21,
    /// Not a date or window of the calendar.
    WrongDate = 22,
    /// A stock with a window, a flow with a day.
    WrongTiming = 23,
    /// Not one of the words allowed.
    UnknownWord = 24,
    /// The outline asks for a figure that has no data.
    NoData = 25,
    /// An outline entry of no known kind.
    UnknownEntry = 26,
    /// A file that is named but absent.
    MissingFile = 27,
    /// Two editions with one id, two files for one thing.
    DuplicateEdition = 28,
    /// Two files hold the same observations.
    DuplicateFile = 29,
    /// An edition without observations.
    EmptyEdition = 30,
    /// A file that belongs nowhere.
    StrayFile = 31,
    /// Raw HTML in narrative.
    RawHtml = 32,
    /// A link to where links may not go.
    UnsafeLink = 33,
    /// A binding that names nothing.
    UnknownBinding = 34,
    /// Markdown the talk cannot hold.
    UnsupportedMarkdown = 35,
    /// The CSV does not parse, or has no such column.
    CsvSyntax = 36,
    /// A value without its source.
    NoSource = 37,
    /// Text that does not fit its place.
    DoesNotFit = 38,
    /// A template of the theme does not parse or render.
    Template = 39,
    /// Not a colour.
    WrongColor = 40,
    /// Colours a reader could not tell apart.
    LowContrast = 41,
    /// A share that no count of its total gives.
    NoShare = 42,
    /// A national value outside the range of its territories.
    NationalOutside = 43,
    /// A change that readers will ask about.
    Jump = 44,
    /// All values are those of the last edition.
    SameAsBefore = 45,
    /// Columns of which each is close to what another was.
    SwappedColumns = 46,
    /// Two values that measure different things, held against each other.
    NotComparable = 47,
    /// A sentence that the data contradict.
    FalseClaim = 48,
    /// A claim that cannot be tested.
    UnreadableClaim = 49,
    /// A number typed by hand that the data have.
    TypedNumber = 50,
    /// What is still to do: it may stand in a draft only.
    ToDo = 51,
    /// Fractions in the place of percentages.
    Fractions = 52,
    /// A name, code or alias of territories.yaml that means two.
    AmbiguousTerritory = 53,
    /// Too few territories, or too many.
    TerritoryCount = 54,
    /// An area that territories.yaml does not declare.
    UnknownArea = 55,
    /// What cannot be the code of a territory.
    TerritoryCode = 56,
    /// A source that is declared and no value names.
    UnusedSource = 57,
    /// A file of figures that cannot be read.
    UnreadableTable = 60,
    /// A file of figures in which no table is known.
    NoTable = 61,
    /// A number that may be two.
    AmbiguousNumber = 62,
    /// Numbers that may be fractions or percentages.
    FractionsOrShares = 63,
    /// A cell that cannot be read.
    UnreadableCell = 64,
    /// One value twice in a table of figures.
    TwiceInTable = 65,
    /// A file of observations that cannot be changed in its place.
    CannotEdit = 66,
    /// Colours of a theme that somebody could not tell apart.
    ColoursAlike = 67,
    /// Words of a figure that say nothing: none, or its title once more.
    SaysNothing = 68,
    /// A summary that does not name the period.
    NoPeriodSaid = 69,
    /// Tiles asked for, of a list that has none.
    NoTiles = 73,
    /// A tile that is lacking, taken or too far, or whose words are too long.
    TilePlace = 74,
    /// A map asked for, of a list that has none.
    NoMap = 75,
    /// Lines over editions that are of one date.
    OneDate = 76,
    /// Lines of which nothing may be joined.
    NothingJoined = 77,
    /// More names beside lines than can be read.
    TooManyNames = 78,
    /// A core of the talk that takes longer than there is time.
    TalkTooLong = 79,
    /// A code to photograph, of no address.
    NoAddress = 80,
    /// Text that the back row cannot read.
    TooSmall = 81,
    /// A talk asked for that cannot be made.
    UnknownTalk = 82,
    /// A sign that no face of the program draws.
    UndrawnSign = 90,
    /// The counts of all parts do not add up to that of the whole.
    SumsDisagree = 91,
    /// A period that is not the one its address names.
    PeriodOfFolder = 92,
    /// Two editions of the same months.
    PeriodsOverlap = 93,
    /// A share of a unit.
    NoWhole = 94,
    /// A part of a theme that only pages show, where PDF or PowerPoint are asked for.
    OnlyInPages = 95,
}

impl Code {
    /// The number printed, `F012`.
    pub fn number(self) -> String {
        format!("F{:03}", self as u16)
    }

    /// Reads a number as people type it: `F012`, `f12`, `12`.
    pub fn read(text: &str) -> Option<Code> {
        let digits = text.strip_prefix(['F', 'f']).unwrap_or(text);
        let number: u16 = digits.parse().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))?;
        Code::ALL.iter().copied().find(|code| *code as u16 == number)
    }

    /// Its place in [`Code::ALL`].
    pub fn index(self) -> usize {
        Code::ALL.iter().take_while(|code| **code != self).count()
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn a_number_is_read_as_people_type_it() {
        for text in ["F012", "f012", "f12", "12", "0012"] {
            assert_eq!(Code::read(text), Some(Code::UnknownSource), "{text}");
        }
        for text in ["", "F", "F0", "F999", "G12", "+12", "FF12", "1 2", "99999999"] {
            assert_eq!(Code::read(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_rise() {
        assert!(Code::ALL.is_sorted_by_key(|code| *code as u16));
    }
}
