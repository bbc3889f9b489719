//! What stands above the editions: the home page, what pages share, the notices of newer editions.

use super::renderer::Renderer;
use super::web;
use crate::data::paths;
use crate::files::Artifact;
use crate::lang;
use crate::resolve::{Collection, Latest};
use crate::theme::ThemeFaults;

impl Renderer<'_> {
    /// The page of all editions, and the files that all pages share.
    ///
    /// # Errors
    /// A template of the theme fails on these values.
    pub fn home(&self, report: &Collection) -> Result<Vec<Artifact>, ThemeFaults> {
        let mut context = self.context(report, "");
        let editions: Vec<_> = report.covers.iter().map(web::context::edition).collect();
        context.insert("editions", &editions);
        let mut artifacts = vec![
            Artifact::new(paths::INDEX, self.page("home.html", &context)?),
            Artifact::new(paths::asset("style.css"), self.style.clone()),
            Artifact::new(paths::asset("fonts.css"), self.fonts.clone()),
            Artifact::new(paths::asset("frame.css"), self.frame_css.clone()),
            // Some hosts make a site anew of what they are given, and leave files out, unless this one is there.
            Artifact::new(".nojekyll", String::new()),
        ];
        for latest in &report.latest {
            let path = paths::in_figure(paths::LATEST, &latest.figure, web::kit::notice::STYLE_FILE);
            artifacts
                .extend([self.notice(report, latest), Artifact::new(path, web::kit::notice::style(report, latest))]);
        }
        Ok(artifacts)
    }

    /// The notice of one figure, which older editions of it show at their head.
    pub fn notice(&self, report: &Collection, latest: &Latest) -> Artifact {
        let page = web::kit::notice::page(report, latest, lang::interface(report.site.language), self.theme);
        Artifact::new(paths::in_figure(paths::LATEST, &latest.figure, web::kit::notice::FILE), page)
    }
}
