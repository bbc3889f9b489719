//! What the things of a group have in common, so that it is said once, on the group.

use crate::scene::{Anchor, Color, Face, Node, Path, Stroke};

/// What a thing looks like, as far as its kind goes: a rectangle has no typeface.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) fill: Trait<Option<Color>>,
    pub(super) stroke: Trait<Option<Stroke>>,
    pub(super) serif: Trait<bool>,
    pub(super) weight: Trait<u16>,
    pub(super) size: Trait<f64>,
    pub(super) anchor: Trait<Anchor>,
}

/// One trait of a look, of one thing or of several.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Trait<T> {
    /// It makes no difference.
    Free,
    /// It is this.
    Is(T),
    /// It is not the same for all.
    Mixed,
}

impl<T: PartialEq + Copy> Trait<T> {
    pub(super) fn and(self, other: Trait<T>) -> Trait<T> {
        match (self, other) {
            (Trait::Free, one) | (one, Trait::Free) => one,
            (Trait::Is(one), Trait::Is(two)) if one == two => self,
            _ => Trait::Mixed,
        }
    }

    /// What must be said where `around` holds already; from then on it holds.
    pub(super) fn news(self, around: &mut Trait<T>) -> Option<T> {
        match self {
            Trait::Is(value) if self != *around => {
                *around = self;
                Some(value)
            }
            _ => None,
        }
    }
}

impl Look {
    pub(super) const FREE: Look = Look {
        fill: Trait::Free,
        stroke: Trait::Free,
        serif: Trait::Free,
        weight: Trait::Free,
        size: Trait::Free,
        anchor: Trait::Free,
    };

    /// What holds at the root: the family is said there, the others are SVG's own initial values.
    pub(super) const ROOT: Look = Look {
        fill: Trait::Is(Some(Color(0))),
        stroke: Trait::Is(None),
        serif: Trait::Is(false),
        weight: Trait::Is(400),
        size: Trait::Free,
        anchor: Trait::Is(Anchor::Start),
    };

    pub(super) fn of(node: &Node, outlined: bool) -> Look {
        let shape = |fill, stroke| Look { fill: Trait::Is(fill), stroke: Trait::Is(stroke), ..Look::FREE };
        match node {
            Node::Group(group) => group.nodes.iter().map(|node| Look::of(node, outlined)).fold(Look::FREE, Look::and),
            Node::Rect(rect) => shape(rect.fill, rect.stroke),
            // An open line has no inside, whatever the group says of it, as long as it is straight.
            Node::Path(Path { outlines, closed: false, stroke, .. }) if outlines.iter().all(|line| line.len() < 3) => {
                Look { stroke: Trait::Is(*stroke), ..Look::FREE }
            }
            Node::Path(path) => shape(path.fill, path.stroke),
            Node::Text(text) if outlined => shape(Some(text.fill), None),
            Node::Text(text) => Look {
                serif: Trait::Is(text.face == Face::Serif),
                weight: Trait::Is(match text.face {
                    Face::Sans => 400,
                    Face::SansSemi => 600,
                    Face::SansBold | Face::Serif => 700,
                }),
                size: Trait::Is(text.size),
                anchor: Trait::Is(text.anchor),
                ..shape(Some(text.fill), None)
            },
        }
    }

    pub(super) fn and(self, other: Look) -> Look {
        Look {
            fill: self.fill.and(other.fill),
            stroke: self.stroke.and(other.stroke),
            serif: self.serif.and(other.serif),
            weight: self.weight.and(other.weight),
            size: self.size.and(other.size),
            anchor: self.anchor.and(other.anchor),
        }
    }
}
