//! An edition: its report, its decks, the folders of its figures and its data.

use super::figure::file;
use super::renderer::Renderer;
use super::web::kit::Kit;
use super::{drawing, open, web};
use crate::data::paths::{self, LATEST};
use crate::files::Artifact;
use crate::lang;
use crate::layout::Book;
use crate::resolve::{Audience, Collection};
use crate::theme::ThemeFaults;
use std::collections::BTreeSet;
use tera::{Context, Value};

impl Renderer<'_> {
    /// The report, the decks, the figures and the data of one edition; `index` is its place in the collection.
    ///
    /// # Errors
    /// A template of the theme fails on these values.
    pub fn edition(
        &self,
        report: &Collection,
        index: usize,
        book: &Book,
        audiences: &[Audience],
    ) -> Result<Vec<Artifact>, ThemeFaults> {
        let edition = book.edition;
        assert_eq!(edition.figures.len(), edition.behind.len(), "each figure has its data");

        // Both pages show the same figures: their texts are made once and shared.
        let figures = edition.figures.iter().zip(&book.sheets);
        let figures: Vec<_> = figures.map(|(figure, sheet)| web::context::figure(figure, sheet)).collect();
        let figures = Value::from_serializable(&figures);

        let links = self.links(book, audiences);
        let page = self.report(report, index, edition, figures.clone(), &links)?;
        let mut artifacts = vec![Artifact::new(paths::report(&edition.cover.id), page)];
        artifacts.extend(self.written(report, book, &figures)?);
        let newest: BTreeSet<&str> =
            report.latest.iter().filter(|of| of.edition == index).map(|of| of.figure.as_str()).collect();
        let mut shared = self.context(report, "../../../");
        shared.insert("edition", &web::context::edition(&edition.cover));
        for (place, figure) in edition.figures.iter().enumerate() {
            let sheet = &book.sheets[place];
            let formats = self.formats.iter().filter(|format| format.is_of_figures());
            let files: Vec<(&'static str, Vec<u8>)> =
                formats.map(|&format| (format.ending(), file(format, report, edition, place, &sheet.plate))).collect();
            let sizes: Vec<(&str, usize)> = files.iter().map(|(ending, bytes)| (*ending, bytes.len())).collect();
            let (site, cover) = (&report.site, &edition.cover);
            let kit = Kit { site, cover, figure, sheet, words: lang::interface(site.language), files: &sizes };
            shared.insert_value("figure", figures.as_array().map_or_else(Value::none, |all| all[place].clone()));
            if newest.contains(figure.id.as_str()) {
                artifacts.extend(self.folder(&mut shared, &kit, files.clone(), true)?);
            }
            artifacts.extend(self.folder(&mut shared, &kit, files, false)?);
        }
        for dataset in &edition.datasets {
            let text = open::csv::csv_with(dataset, open::figure::status(&edition.cover).as_slice());
            artifacts.push(Artifact::new(paths::dataset(&edition.cover.id, &dataset.name), text));
        }
        Ok(artifacts)
    }

    /// The folder of one figure, in its edition or under `latest/`.
    fn folder(
        &self,
        context: &mut Context,
        kit: &Kit<'_>,
        files: Vec<(&'static str, Vec<u8>)>,
        latest: bool,
    ) -> Result<Vec<Artifact>, ThemeFaults> {
        let id = &kit.figure.id;
        let edition = if latest { LATEST } else { &kit.cover.id };
        let path = |name: &str| paths::in_figure(edition, id, name);
        let (view, qr) = kit.view(latest);
        context.insert("kit", &view);
        let mut artifacts = vec![
            Artifact::new(path(paths::INDEX), self.page("figure.html", context)?),
            Artifact::new(path("frame.html"), self.page("frame.html", context)?),
        ];
        artifacts
            .extend(files.into_iter().map(|(ending, bytes)| Artifact { path: path(&format!("{id}.{ending}")), bytes }));
        artifacts.extend(qr.map(|scene| Artifact::new(path("qr.svg"), drawing::svg::standalone(&scene))));
        artifacts.extend(kit.oembed(latest).map(|text| Artifact::new(path(web::kit::OEMBED_FILE), text)));
        Ok(artifacts)
    }
}
