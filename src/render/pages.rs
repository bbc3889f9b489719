//! The pages of an edition, written by the templates of the theme.

use super::changes as told;
use super::renderer::Renderer;
use super::web::{self, talks::TalkView};
use crate::files::Artifact;
use crate::lang;
use crate::layout::Deck;
use crate::resolve::{Changes, Collection, Edition};
use crate::theme::ThemeFaults;
use tera::Value;

impl Renderer<'_> {
    /// The page of what changed in one edition since older ones; `index` is the edition's place in the collection.
    ///
    /// # Errors
    /// A template of the theme fails on these values.
    pub fn changes(&self, report: &Collection, index: usize, changes: &Changes) -> Result<Artifact, ThemeFaults> {
        let cover = &report.covers[index];
        let mut context = self.context(report, "../");
        context.insert("edition", &web::context::edition(cover));
        context.insert("older", &report.covers.get(index + 1).map(web::context::edition));
        context.insert("changes", &told::view(changes, lang::change_words(report.site.language)));
        let page = self.page("changes.html", &context)?;
        Ok(Artifact::new(format!("{}/changes.html", cover.id), page))
    }

    pub(super) fn report(
        &self,
        report: &Collection,
        index: usize,
        edition: &Edition,
        figures: Value,
        [cuts, audiences]: &[Vec<TalkView<'_>>; 2],
    ) -> Result<String, ThemeFaults> {
        let mut context = self.context(report, "../");
        // Newest first.
        let newer = index.checked_sub(1).and_then(|index| report.covers.get(index)).map(web::context::edition);
        let older = report.covers.get(index + 1).map(web::context::edition);
        let parts = web::context::parts(edition, lang::interface(report.site.language));
        context.insert("edition", &web::context::edition(&edition.cover));
        context.insert("newer", &newer);
        context.insert("older", &older);
        context.insert_value("figures", figures);
        context.insert("contents", &web::context::contents(&parts, &edition.figures));
        context.insert("parts", &parts);
        context.insert("sources", &web::context::sources(edition));
        context.insert("notes", &edition.notes);
        let data: Vec<&str> = edition.datasets.iter().map(|dataset| dataset.name.as_str()).collect();
        context.insert("data", &data);
        context.insert("talks", cuts);
        context.insert("report_pdf", &self.formats.iter().any(|format| format.ending() == "pdf"));
        context.insert("audiences", audiences);
        self.page("report.html", &context)
    }

    /// The page of a deck, with the name of its cut in words; `back` leads from its folder to that of the edition.
    pub(super) fn deck(
        &self,
        report: &Collection,
        edition: &Edition,
        (deck, cut): (&Deck, &str),
        figures: Value,
        back: &str,
    ) -> Result<String, ThemeFaults> {
        let mut context = self.context(report, &format!("{back}../"));
        let slides = web::context::slides(edition, deck, lang::interface(report.site.language));
        context.insert("back", back);
        context.insert("cut", cut);
        context.insert("audience", &edition.audience.as_ref().map(|of| of.name.as_str()));
        context.insert("edition", &web::context::edition(&edition.cover));
        context.insert_value("figures", figures);
        context.insert("slides", &slides);
        context.insert_value("css", self.deck_css.clone());
        context.insert_value("js", self.deck_js.clone());
        context.insert("deck_words", &web::territories::in_html(lang::interface(report.site.language).deck.said));
        context.insert("territories", &web::territories::json(edition));
        self.page("deck.html", &context)
    }
}
