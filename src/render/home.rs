//! What stands above the editions: the home page, what pages share, the notices of newer editions.

use super::renderer::Renderer;
use super::web::{self, kit::LATEST};
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
            Artifact::new("index.html", self.page("home.html", &context)?),
            Artifact::new("assets/style.css", self.style.clone()),
            Artifact::new("assets/fonts.css", self.fonts.clone()),
            // Some hosts make a site anew of what they are given, and leave files out, unless this one is there.
            Artifact::new(".nojekyll", String::new()),
        ];
        for latest in &report.latest {
            let path = format!("{LATEST}/figures/{}/{}", latest.figure, web::kit::notice::STYLE_FILE);
            artifacts
                .extend([self.notice(report, latest), Artifact::new(path, web::kit::notice::style(report, latest))]);
        }
        Ok(artifacts)
    }

    /// The notice of one figure, which older editions of it show at their head.
    pub fn notice(&self, report: &Collection, latest: &Latest) -> Artifact {
        let page = web::kit::notice::page(report, latest, lang::interface(report.site.language), self.theme);
        Artifact::new(format!("{LATEST}/figures/{}/{}", latest.figure, web::kit::notice::FILE), page)
    }
}
