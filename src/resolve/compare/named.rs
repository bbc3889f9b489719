//! How changes name an edition, and the group of an indicator.

use super::changes::Named;
use crate::check::{Checked, EditionData};
use crate::data::indicator::Indicator;
use crate::diag::Language;
use crate::lang;

/// An edition, as changes name it.
pub(super) fn named(edition: &EditionData, language: Language) -> Named {
    Named { id: edition.id.clone(), period: lang::period(language, edition.period) }
}

/// What stands above the figures of an indicator.
pub(super) fn kicker(checked: &Checked, indicator: &Indicator) -> String {
    format!("{} · {}", checked.catalogue.groups[indicator.group].title, indicator.short)
}
