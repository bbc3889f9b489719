//! Collection + Edition + Sheets -> Artifacts: a path and its bytes. Nothing here opens a file.
//!
//! Pages are written by the theme's templates from the values listed in [`context`]; figures inside them are scenes
//! written as SVG. A [`Renderer`] is made once and used for all editions, in parallel.

pub mod changes;
pub mod drawing;
mod format;
#[cfg(feature = "pptx")]
pub mod office;
pub mod open;
#[cfg(feature = "pdf")]
pub mod pdf;
mod text;
pub mod web;

pub use format::Format;
pub use web::kit::LATEST;
pub use web::talks::Talks;

use crate::face::Blocks;
use crate::lang;
#[cfg(feature = "pdf")]
use crate::layout::Plate;
use crate::layout::{self, Deck, Sheets};
use crate::resolve::{Changes, Collection, Edition, Latest};
use crate::scene::Scene;
use crate::theme::{Theme, ThemeFaults};
use serde::Serialize;
use std::collections::BTreeSet;
use tera::{Context, Tera, Value};
use web::kit::Kit;
use web::talks::TalkView;

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Relative to the output folder, with `/`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A theme with its templates compiled and its style sheets joined.
pub struct Renderer<'a> {
    theme: &'a Theme,
    tera: Tera,
    style: String,
    fonts: String,
    frame_css: Value,
    deck_css: Value,
    deck_js: Value,
    formats: Vec<Format>,
}

/// The style sheets of a deck, as its template sees them.
#[derive(Serialize)]
struct DeckCss {
    common: String,
    deck: String,
    reading: String,
    slide: String,
    dark: String,
    speaker: String,
}

/// The style sheet of a frame, as its template sees it.
#[derive(Serialize)]
struct FrameCss {
    frame: String,
}

fn deck_css(theme: &Theme, blocks: Blocks) -> Value {
    Value::from_serializable(&DeckCss {
        common: web::style::common(theme, blocks),
        deck: theme.text("css/deck.css").into(),
        reading: theme.text("css/reading.css").into(),
        slide: theme.text("css/slide.css").into(),
        dark: web::style::dark(theme),
        speaker: theme.text("css/speaker.css").into(),
    })
}

impl Artifact {
    fn new(path: impl Into<String>, text: String) -> Artifact {
        Artifact { path: path.into(), bytes: text.into_bytes() }
    }
}

impl<'a> Renderer<'a> {
    /// Compiles the templates of a theme.
    ///
    /// # Errors
    /// Templates that do not parse, or name what does not exist.
    pub fn new(theme: &'a Theme) -> Result<Renderer<'a>, ThemeFaults> {
        let mut tera = Tera::new();
        tera.set_fallback_prefixes(["builtin/"]).expect("no template has been added yet");
        tera.register_function(web::turns::FUNCTION, web::turns::turn);
        tera.register_function("range", web::turns::range);
        let failed = |error| web::fault::faults(theme, &error);
        // Once as they are written, so that what does not compile is found where it stands; then with loops counted.
        tera.add_raw_templates(theme.templates()).map_err(failed)?;
        let own = theme.templates().filter(|(name, _)| !name.starts_with("builtin/"));
        let own: Vec<(String, String)> = own.map(|(name, text)| (name, web::turns::counted(text))).collect();
        if !own.is_empty() {
            tera.add_raw_templates(own).map_err(failed)?;
        }
        Ok(Renderer {
            theme,
            tera,
            style: web::style::page(theme, Blocks::default()),
            fonts: web::style::faces(Blocks::default()),
            frame_css: Value::from_serializable(&FrameCss { frame: web::style::frame(theme) }),
            deck_css: deck_css(theme, Blocks::default()),
            deck_js: Value::safe_string(&web::style::script(theme)),
            formats: Format::SITE.to_vec(),
        })
    }

    /// The same, with the figures in these formats.
    #[must_use]
    pub fn with(self, formats: &[Format]) -> Renderer<'a> {
        Renderer { formats: formats.to_vec(), ..self }
    }

    /// The same, with pages that bring these further signs.
    #[must_use]
    pub fn with_signs(self, blocks: Blocks) -> Renderer<'a> {
        if blocks.is_empty() {
            return self;
        }
        let (style, fonts) = (web::style::page(self.theme, blocks), web::style::faces(blocks));
        Renderer { style, fonts, deck_css: deck_css(self.theme, blocks), ..self }
    }

    /// The page of all editions, and what pages share.
    ///
    /// # Errors
    /// A template of the theme that fails on these values.
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

    /// The page that older editions of a figure show at their head.
    pub fn notice(&self, report: &Collection, latest: &Latest) -> Artifact {
        let page = web::kit::notice::page(report, latest, lang::interface(report.site.language), self.theme);
        Artifact::new(format!("{LATEST}/figures/{}/{}", latest.figure, web::kit::notice::FILE), page)
    }

    /// The report, the deck, the figures and the data of one edition; `index` is its place in the collection.
    ///
    /// # Errors
    /// A template of the theme that fails on these values.
    ///
    /// # Panics
    /// Where `sheets` are another edition's.
    pub fn edition(
        &self,
        report: &Collection,
        index: usize,
        edition: &Edition,
        sheets: &Sheets,
        talks: &Talks,
    ) -> Result<Vec<Artifact>, ThemeFaults> {
        assert_eq!(edition.figures.len(), sheets.figures.len(), "the sheets are those of the edition");
        assert_eq!(edition.figures.len(), edition.behind.len(), "each figure has its data");
        let path = |rest: String| format!("{}/{rest}", edition.cover.id);

        // Both pages show the same figures: their texts are made once and shared.
        let figures = edition.figures.iter().zip(&sheets.figures);
        let figures: Vec<_> = figures.map(|(figure, sheet)| web::context::figure(figure, sheet)).collect();
        let figures = Value::from_serializable(&figures);

        let shown = layout::for_slides(edition, &self.theme.fit, report.site.language);
        let decks = web::talks::decks(report, &shown, sheets, &talks.cuts);
        let links = self.links(edition, talks, &decks, lang::interface(report.site.language));
        let page = self.report(report, index, edition, figures.clone(), &links)?;
        let mut artifacts = vec![Artifact::new(path("index.html".into()), page)];
        artifacts.extend(self.written(report, (&shown, sheets), &decks, &talks.cuts, &figures)?);
        let newest: BTreeSet<&str> =
            report.latest.iter().filter(|of| of.edition == index).map(|of| of.figure.as_str()).collect();
        let mut shared = self.context(report, "../../../");
        shared.insert("edition", &web::context::edition(&edition.cover));
        shared.insert_value("css", self.frame_css.clone());
        for (place, figure) in edition.figures.iter().enumerate() {
            let sheet = &sheets.figures[place];
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
            artifacts.push(Artifact::new(path(format!("data/{}.csv", dataset.name)), text));
        }
        Ok(artifacts)
    }

    /// The folder of a figure: of its edition, or under `latest/`.
    fn folder(
        &self,
        context: &mut Context,
        kit: &Kit<'_>,
        files: Vec<(&'static str, Vec<u8>)>,
        latest: bool,
    ) -> Result<Vec<Artifact>, ThemeFaults> {
        let id = &kit.figure.id;
        let edition = if latest { LATEST } else { &kit.cover.id };
        let path = |name: &str| format!("{edition}/figures/{id}/{name}");
        let (view, qr) = kit.view(latest);
        context.insert("kit", &view);
        let mut artifacts = vec![
            Artifact::new(path("index.html"), self.page("figure.html", context)?),
            Artifact::new(path("frame.html"), self.page("frame.html", context)?),
        ];
        artifacts
            .extend(files.into_iter().map(|(ending, bytes)| Artifact { path: path(&format!("{id}.{ending}")), bytes }));
        artifacts.extend(qr.map(|scene| Artifact::new(path("qr.svg"), drawing::svg::standalone(&scene))));
        artifacts.extend(kit.oembed(latest).map(|text| Artifact::new(path(web::kit::OEMBED_FILE), text)));
        Ok(artifacts)
    }

    /// The page of what changed in one edition since older ones; `index` is its place in the collection.
    ///
    /// # Errors
    /// A template of the theme that fails on these values.
    pub fn changes(&self, report: &Collection, index: usize, changes: &Changes) -> Result<Artifact, ThemeFaults> {
        let cover = &report.covers[index];
        let mut context = self.context(report, "../");
        context.insert("edition", &web::context::edition(cover));
        context.insert("older", &report.covers.get(index + 1).map(web::context::edition));
        context.insert("changes", &changes::view(changes, lang::change_words(report.site.language)));
        let page = self.page("changes.html", &context)?;
        Ok(Artifact::new(format!("{}/changes.html", cover.id), page))
    }

    fn report(
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

    /// The page of a deck with the name of its cut; `back` is the way from its folder to that of the edition.
    fn deck(
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

    fn context(&self, report: &Collection, root: &str) -> Context {
        let mut context = Context::new();
        context.insert("words", lang::interface(report.site.language));
        context.insert("site", &web::context::site(&report.site));
        context.insert("root", root);
        context
    }

    fn page(&self, template: &str, context: &Context) -> Result<String, ThemeFaults> {
        let mut page = web::turns::Page::default();
        web::turns::begin();
        self.tera.render_to(template, context, &mut page).map_err(|error| web::fault::faults(self.theme, &error))?;
        Ok(String::from_utf8(page.0).expect("a page of texts is text"))
    }
}

/// The bytes of a figure of an edition, as the site has it.
fn file(format: Format, report: &Collection, edition: &Edition, place: usize, plate: &Scene) -> Vec<u8> {
    let (site, cover, figure, behind) = (&report.site, &edition.cover, &edition.figures[place], &edition.behind[place]);
    match format {
        Format::Svg => drawing::metadata::written_into(drawing::svg::standalone(plate), figure, "").into_bytes(),
        Format::Outlined => {
            let drawing =
                drawing::svg::file(plate, drawing::svg::TextAs::Outlined, drawing::svg::Width::Px(plate.width));
            drawing::metadata::written_into(drawing, figure, "--text outlined").into_bytes()
        }
        #[cfg(feature = "png")]
        Format::Png => {
            let about = figure.provenance.pairs(figure, "");
            let about: Vec<(&str, &str)> = about.iter().map(|(keyword, words)| (*keyword, words.as_str())).collect();
            let width = drawing::svg::Width::Px(plate.width);
            // A table of a thousand territories is drawn more coarsely, and not refused with the whole site.
            let scale = drawing::png::fitting((plate.width, plate.height), 2.0);
            drawing::png::picture(plate, width, scale, &about).expect("the scale was fitted")
        }
        #[cfg(feature = "pdf")]
        Format::Pdf => {
            let plate = Plate { scene: plate.clone(), unit: 1.0 };
            pdf::document(&plate, &figure.provenance.pairs(figure, ""))
        }
        Format::Csv => open::figure::csv(site, cover, figure, behind).into_bytes(),
        Format::Json => open::figure::json(site, cover, figure, behind, "").into_bytes(),
        #[cfg(feature = "pptx")]
        Format::Pptx => unreachable!("slides are no format of one figure"),
    }
}
