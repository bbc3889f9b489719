//! Expressions: every name they use is there, and what they ask of the data has an answer.
//!
//! Names and calls are answered here, on the numbers that are printed; what stands between them is Tera's to reckon.

use crate::check::context::Context;
use crate::check::unknown::unknown_territory;
use crate::data::indicator::Indicator;
use crate::data::value::Value;
use crate::diag::{Code, Diagnostic, Words};
use crate::files::{Placed, Span};
use crate::parse::draft::{Expression, Piece};

/// Answers expressions of one edition.
pub struct Values<'c> {
    pub(super) context: &'c Context<'c>,
    /// The names of those that had no value where a function asked for all of them.
    pub without: Vec<String>,
    /// Whether a series was asked of which values are still to be given.
    pub unfinished: bool,
    /// Why two versions of a definition were compared all the same: indicator, the author's reason.
    pub because: Vec<(usize, String)>,
}

/// A fault, or nothing where another fault has said why there is no answer.
pub(super) type Answer<T> = Result<T, Option<Diagnostic>>;

/// The fault of a name, or of what is asked of it, that means nothing here.
pub(super) fn unknown(at: Span, message: Words, hint: Words) -> Option<Diagnostic> {
    Some(Diagnostic::new(Code::UnknownBinding, at, message, hint))
}

impl<'c> Values<'c> {
    /// With the data of one edition.
    pub fn new(context: &'c Context<'c>) -> Values<'c> {
        Values { context, without: Vec::new(), unfinished: false, because: Vec::new() }
    }

    /// The answer to an expression.
    ///
    /// # Errors
    /// A name that means nothing, a series that the edition does not have, a comparison that is refused.
    pub fn value(&mut self, expression: &Expression) -> Answer<Value> {
        match &expression.pieces[..] {
            [Piece::Reference(reference)] => self.reference(reference),
            [Piece::Call(call)] => self.call(call),
            [Piece::Text(text)] => Ok(Value::Text(text.value.clone())),
            [Piece::Names(names)] => self.names(&names.value),
            _ => self.reckon(expression),
        }
    }

    /// The names of a list, each of a territory or an item.
    pub(super) fn names(&self, names: &[Placed<String>]) -> Answer<Value> {
        names.iter().map(|name| self.name(name)).collect::<Answer<Vec<String>>>().map(Value::Names)
    }

    /// The printed name of a territory or an item that an author names.
    ///
    /// # Errors
    /// The name is of neither.
    pub fn name(&self, name: &Placed<String>) -> Answer<String> {
        let territories = self.context.territories;
        if let Some(known) = territories.known(&name.value) {
            return Ok(known.map_or(territories.national(), |id| territories.get(id)).name.clone());
        }
        let items = || self.context.catalogue.indicators.iter().flat_map(Indicator::items);
        match items().find(|item| item.id == name.value || item.title == name.value) {
            Some(item) => Ok(item.title.clone()),
            None => Err(Some(unknown_territory(name, territories))),
        }
    }
}
