//! What narrative asks of the data, and what it claims of them.

use crate::files::{Placed, Span};

/// What narrative asks of the data, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    pub at: Span,
    /// The expression as it is written.
    pub text: String,
    /// Its parts, in order; never empty.
    pub pieces: Vec<Piece>,
    /// The percent sign that is written behind it.
    pub percent: Option<Span>,
}

/// A part of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Operators, numbers, parentheses, filters: Tera's own.
    Verbatim(String),
    /// `"Puglia"`
    Text(Placed<String>),
    /// `["Puglia", "Lazio"]`
    Names(Placed<Vec<Placed<String>>>),
    Reference(Reference),
    Call(Call),
}

/// `consenso.max.who`: a name and the steps to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    pub at: Span,
    pub name: Placed<String>,
    pub steps: Vec<Placed<String>>,
}

/// `above(consenso, italia, area = "sud")`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub at: Span,
    pub function: Placed<Function>,
    pub arguments: Vec<Argument>,
}

/// An argument, with its name where it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    pub name: Option<Placed<String>>,
    pub value: Expression,
}

/// What can be asked of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// Who is above a value.
    Above,
    /// Who is below it.
    Below,
    /// Those with the least values.
    Bottom,
    /// The difference from an older edition.
    Change,
    /// Who has just that value.
    Equal,
    /// Who has fallen since an older edition.
    Falls,
    /// Who has a value at all.
    Known,
    /// Who has none.
    Missing,
    /// Who has risen since an older edition.
    Rises,
    /// From the least value to the greatest.
    Spread,
    /// Those with the greatest values.
    Top,
}

/// `<!-- claim: consenso.italia < 50 -->`: what a sentence says, to be tested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The place of its conditions, without the signs of the comment.
    pub at: Span,
    /// It holds where all conditions of one alternative do.
    pub alternatives: Vec<Vec<Condition>>,
}

/// A comparison of two expressions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    pub at: Span,
    /// The condition as it is written.
    pub text: String,
    pub left: Expression,
    pub operator: Operator,
    pub right: Expression,
}

/// How two things are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
    In,
    NotIn,
}
