//! A theme made ready to write pages.

use super::Format;
use super::web;
use crate::face::Blocks;
use crate::lang;
use crate::resolve::Collection;
use crate::theme::{Theme, ThemeFaults};
use serde::Serialize;
use tera::{Context, Tera, Value};

/// A theme with its templates compiled and its style sheets joined.
pub struct Renderer<'a> {
    pub(super) theme: &'a Theme,
    pub(super) tera: Tera,
    pub(super) style: String,
    pub(super) fonts: String,
    pub(super) frame_css: String,
    pub(super) deck_css: Value,
    pub(super) deck_js: Value,
    pub(super) formats: Vec<Format>,
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
            frame_css: web::style::frame(theme),
            deck_css: deck_css(theme, Blocks::default()),
            deck_js: Value::safe_string(&web::style::script(theme)),
            formats: Format::SITE.to_vec(),
        })
    }

    /// The renderer with these formats of figures in place of those it had.
    #[must_use]
    pub fn with(self, formats: &[Format]) -> Renderer<'a> {
        Renderer { formats: formats.to_vec(), ..self }
    }

    /// The renderer whose pages bring these blocks of further signs along.
    #[must_use]
    pub fn with_signs(self, blocks: Blocks) -> Renderer<'a> {
        if blocks.is_empty() {
            return self;
        }
        let (style, fonts) = (web::style::page(self.theme, blocks), web::style::faces(blocks));
        Renderer { style, fonts, deck_css: deck_css(self.theme, blocks), ..self }
    }

    pub(super) fn context(&self, report: &Collection, root: &str) -> Context {
        let mut context = Context::new();
        context.insert("words", lang::interface(report.site.language));
        context.insert("site", &web::context::site(&report.site));
        context.insert("root", root);
        context
    }

    pub(super) fn page(&self, template: &str, context: &Context) -> Result<String, ThemeFaults> {
        let mut page = web::turns::Page::default();
        web::turns::begin();
        self.tera.render_to(template, context, &mut page).map_err(|error| web::fault::faults(self.theme, &error))?;
        Ok(String::from_utf8(page.0).expect("a page of texts is text"))
    }
}
