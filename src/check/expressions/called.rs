//! The names of those of a series that are so, and who has no value to say.

use super::of::{Of, Which};
use super::value::Values;
use crate::data::indicator::Part;
use crate::data::number::Rounded;
use crate::data::territory::TerritoryId;
use crate::data::value::Value;

impl<'c> Values<'c> {
    /// The names of those of a series whose value is so, held against the national value.
    pub(super) fn beside(
        &mut self,
        of: Of<'c>,
        area: Option<&dyn Fn(usize) -> bool>,
        is: fn(Rounded, Rounded) -> bool,
    ) -> Value {
        let Some(than) = of.rounded(Which::National) else { return Value::Missing };
        self.those(of, area.unwrap_or(&|_| true), |value| is(value, than))
    }

    /// The names of those whose value is so.
    pub(super) fn who(&mut self, of: Of<'c>, is: impl Fn(Rounded) -> bool) -> Value {
        let rows = of.known().filter(|(_, value)| is(*value)).map(|(row, _)| row).collect();
        Value::Names(self.printed(of, rows))
    }

    /// The names of those whose value is so; those without a value are noted in `without`.
    pub(super) fn those(&mut self, of: Of<'c>, within: &dyn Fn(usize) -> bool, is: impl Fn(Rounded) -> bool) -> Value {
        let rows = self.rows(of, within, is);
        rows.map_or(Value::Missing, |rows| Value::Names(self.printed(of, rows)))
    }

    /// The rows of those whose value is so, those without a value being noted; none where nobody has a value.
    pub(super) fn rows(
        &mut self,
        of: Of<'c>,
        within: &dyn Fn(usize) -> bool,
        is: impl Fn(Rounded) -> bool,
    ) -> Option<Vec<usize>> {
        let unknown =
            (0..of.values().len()).filter(|row| within(*row) && of.rounded(Which::Row(*row)).is_none()).collect();
        for name in self.printed(of, unknown) {
            if !self.without.contains(&name) {
                self.without.push(name);
            }
        }
        // Where nobody has a value, that nobody is so would be invented.
        if !of.known().any(|(row, _)| within(row)) {
            return None;
        }
        Some(of.known().filter(|(row, value)| within(*row) && is(*value)).map(|(row, _)| row).collect())
    }

    /// Names in the order they are printed: territories by the alphabet, items as the author lists them.
    pub(super) fn printed(&self, of: Of<'_>, rows: Vec<usize>) -> Vec<String> {
        self.names_of(of, self.sorted(of, rows))
    }

    /// Rows in the order in which their names are printed.
    pub(super) fn sorted(&self, of: Of<'_>, mut rows: Vec<usize>) -> Vec<usize> {
        if of.part != Part::Items {
            rows.sort_by_key(|row| self.context.territories.alphabetical(TerritoryId(*row as u16)));
        }
        rows
    }

    /// The names of rows, in the order of the rows.
    pub(super) fn names_of(&self, of: Of<'_>, rows: Vec<usize>) -> Vec<String> {
        if of.part == Part::Items {
            let items = of.indicator.items_of(of.series.definition);
            return rows.into_iter().map(|row| items[row].title.clone()).collect();
        }
        let name = |row| self.context.territories.get(TerritoryId(row as u16)).name.clone();
        rows.into_iter().map(name).collect()
    }
}
