//! What pages make of a drawing in the dark, held against what the dark palette draws.

use fascicle::layout::PlateSize;
use fascicle::layout::plate;
use fascicle::resolve::{Figure, Masthead};
use fascicle::scene::{self, Color, Node, Rect};
use fascicle::theme::Theme;

/// Pages put the dark palette's colours in the places of the light one's: what that gives is what the dark palette
/// draws, but for words on the steps of a map.
pub fn is_followed(figure: &Figure, site: &Masthead, theme: &Theme) {
    let [light, dark] = [&theme.light, &theme.dark].map(|palette| plate(figure, site, palette, PlateSize::SITE).scene);
    let pairs: Vec<_> = theme.light.inks().into_iter().zip(theme.dark.inks()).collect();
    let in_the_dark = |color: Color| {
        let found = pairs.iter().rev().find(|(light, _)| *light == color);
        found.unwrap_or_else(|| panic!("{}: `Palette::inks` does not have {}", figure.title, color.hex())).1
    };
    let colors = |nodes: &[Node]| {
        let mut all = Vec::new();
        inks(nodes, false, &mut all);
        all
    };
    let (light, dark) = (colors(&light.nodes), colors(&dark.nodes));
    assert_eq!(light.into_iter().map(in_the_dark).collect::<Vec<_>>(), dark, "{}", figure.title);
}

/// The colours of everything drawn, in order.
fn inks(nodes: &[Node], on_step: bool, out: &mut Vec<Color>) {
    for node in nodes {
        match node {
            Node::Group(group) => inks(&group.nodes, group.class.starts_with("on-"), out),
            Node::Rect(Rect { fill, stroke, .. }) | Node::Path(scene::Path { fill, stroke, .. }) => {
                out.extend(fill.iter().copied().chain(stroke.map(|stroke| stroke.color)));
            }
            Node::Text(text) => out.extend((!on_step).then_some(text.fill)),
        }
    }
}
