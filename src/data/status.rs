//! Observation status: what kind of value, or what kind of absence, a cell holds.
//!
//! Codes are those of the SDMX code list CL_OBS_STATUS, version 2.2 (sdmx.org, Statistical Working Group).

/// The status of one observation. Authors write its word, data files carry its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// `A`: a value like any other.
    Normal,
    /// `B`: the series breaks here.
    Break,
    /// `D`: this value follows another definition.
    DefinitionDiffers,
    /// `E`: estimated by the source.
    Estimated,
    /// `I`: imputed by the source.
    Imputed,
    /// `P`: provisional.
    Provisional,
    /// `U`: low reliability; the source itself says "about".
    LowReliability,
    /// `V`: not validated.
    Unvalidated,
    /// `O`: no source gives the value.
    Missing,
    /// `L`: data exist but were not collected.
    NotCollected,
    /// `M`: the value cannot exist.
    NotApplicable,
    /// `Q`: the value exists and is held back, as for confidentiality.
    Suppressed,
}

impl Status {
    /// Every status, in the order of the documentation.
    pub const ALL: [Status; 12] = [
        Status::Normal,
        Status::Break,
        Status::DefinitionDiffers,
        Status::Estimated,
        Status::Imputed,
        Status::Provisional,
        Status::LowReliability,
        Status::Unvalidated,
        Status::Missing,
        Status::NotCollected,
        Status::NotApplicable,
        Status::Suppressed,
    ];

    /// The letter of CL_OBS_STATUS.
    pub const fn code(self) -> &'static str {
        match self {
            Status::Normal => "A",
            Status::Break => "B",
            Status::DefinitionDiffers => "D",
            Status::Estimated => "E",
            Status::Imputed => "I",
            Status::Provisional => "P",
            Status::LowReliability => "U",
            Status::Unvalidated => "V",
            Status::Missing => "O",
            Status::NotCollected => "L",
            Status::NotApplicable => "M",
            Status::Suppressed => "Q",
        }
    }

    /// The word an author writes.
    pub const fn word(self) -> &'static str {
        match self {
            Status::Normal => "normal",
            Status::Break => "break",
            Status::DefinitionDiffers => "definition-differs",
            Status::Estimated => "estimated",
            Status::Imputed => "imputed",
            Status::Provisional => "provisional",
            Status::LowReliability => "low-reliability",
            Status::Unvalidated => "unvalidated",
            Status::Missing => "missing",
            Status::NotCollected => "not-collected",
            Status::NotApplicable => "not-applicable",
            Status::Suppressed => "suppressed",
        }
    }

    /// Reads the word or the code; `None` where it is neither.
    pub fn read(text: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|status| status.word() == text || status.code() == text)
    }

    /// Whether a cell of this status has no value.
    pub const fn is_absent(self) -> bool {
        matches!(self, Status::Missing | Status::NotCollected | Status::NotApplicable | Status::Suppressed)
    }
}
