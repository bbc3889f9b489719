//! What is to be brought in, and how it is to be read.

use super::read::number::Mark;

/// What a blank cell means, where the author says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    /// No source gives the value.
    Missing,
    /// In a table of yes and no: no.
    No,
}

/// What becomes of rows and columns that a workbook hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// They are read like the others.
    Read,
    /// They are taken for blank.
    Skip,
}

/// What is to be brought in, and how.
#[derive(Clone, Debug, Default)]
pub struct Request<'r> {
    /// How the file is called in messages.
    pub name: &'r str,
    /// What it holds.
    pub bytes: &'r [u8],
    /// The edition, by its folder or its id.
    pub edition: &'r str,
    /// The key of the source.
    pub source: &'r str,
    /// Only this indicator.
    pub indicator: Option<&'r str>,
    /// Only this sheet of a workbook.
    pub sheet: Option<&'r str>,
    /// Columns left out, by their heads or letters.
    pub skip: &'r [String],
    /// What becomes of hidden rows and columns.
    pub hidden: Option<Hidden>,
    /// The date of stocks, where it is not the edition's.
    pub as_of: Option<&'r str>,
    /// The window of flows, where it is not the edition's.
    pub window: Option<&'r str>,
    /// The version of the definition, for new files of indicators that have several.
    pub definition: Option<&'r str>,
    /// The decimal mark, where no cell tells.
    pub decimal: Option<Mark>,
    /// What a blank cell means.
    pub empty: Option<Empty>,
    /// Whether numbers from 0 to 1 are fractions.
    pub fractions: bool,
    /// How many decimals are kept.
    pub round: Option<u8>,
    /// Whether values that are there may be replaced.
    pub replace: bool,
}

/// How cells are to be read.
pub struct Options {
    /// The indicator that alone is read, by its place in the catalogue.
    pub asked: Option<usize>,
    /// What a blank cell means, where the author says so.
    pub empty: Option<Empty>,
    /// The decimal mark, where no cell tells.
    pub decimal: Option<Mark>,
    /// Whether numbers from 0 to 1 are fractions.
    pub fractions: bool,
    /// How many decimals are kept.
    pub round: Option<u8>,
}
