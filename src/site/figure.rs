//! One figure of a checked site, in the form in which somebody takes it along. Pure: values in, bytes out.

use super::Site;
use super::named::{place, unknown};
use crate::check::FigureData;
use crate::data::indicator::Part;
use crate::diag::Faults;
use crate::diag::{self, Code, Diagnostic, Language, Words};
use crate::files::{FileId, Placed, Sources, Span};
use crate::layout::{self, Plate, PlateSize};
use crate::render::Format;
#[cfg(feature = "png")]
use crate::render::drawing::png;
use crate::render::drawing::svg::{TextAs, Width};
use crate::render::drawing::{metadata, svg};
use crate::render::open::figure as figure_data;
#[cfg(feature = "pdf")]
use crate::render::pdf;
use crate::resolve::{self, Cover, Figure};
use crate::{check, words};

/// How a figure is wished for; as the site shows it where nothing is said.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// Territories to mark, by name, alias or code; those of the outline where there is none.
    pub highlight: Vec<String>,
    /// Width, for a drawing that is read at that width.
    pub width: Option<Width>,
    /// Height; as high as it needs without one.
    pub height: Option<Width>,
    /// How words are written in SVG.
    pub text: TextAs,
    /// Pixels of a PNG for each pixel of a screen of 96 to the inch.
    pub scale: u8,
    /// Light on dark.
    pub dark: bool,
    /// Whether it has a ground of its own; without, that of the page shows through.
    pub paper: bool,
}

impl Default for Wish {
    fn default() -> Wish {
        let text = TextAs::Live;
        Wish { highlight: Vec::new(), width: None, height: None, text, scale: Wish::SCALE, dark: false, paper: true }
    }
}

impl Wish {
    /// The usual scale of a PNG: sharp on the screens of today and in print up to A4.
    pub const SCALE: u8 = 2;

    /// The same as options of `fascicle chart`; empty for a figure as the site shows it.
    pub fn options(&self) -> String {
        let length = |length: Width| match length {
            Width::Px(px) => format!("{px}px"),
            Width::Mm(mm) => format!("{mm}mm"),
        };
        let mut options = Vec::new();
        if !self.highlight.is_empty() {
            options.push(format!("--highlight {}", self.highlight.join(",")));
        }
        options.extend(self.width.map(|width| format!("--width {}", length(width))));
        options.extend(self.height.map(|height| format!("--height {}", length(height))));
        match self.text {
            TextAs::Live => {}
            TextAs::Embedded => options.push("--text embedded".to_owned()),
            TextAs::Outlined => options.push("--text outlined".to_owned()),
        }
        options.extend((self.scale != Wish::SCALE).then(|| format!("--scale {}", self.scale)));
        options.extend(self.dark.then(|| "--dark".to_owned()));
        options.extend((!self.paper).then(|| "--background none".to_owned()));
        options.join(" ")
    }

    /// Reads what [`Wish::options`] has written; `None` where it is something else.
    pub fn read(options: &str) -> Option<Wish> {
        let length = |text: &str| match text.strip_suffix("mm") {
            Some(mm) => mm.parse().ok().map(Width::Mm),
            None => text.strip_suffix("px")?.parse().ok().map(Width::Px),
        };
        let mut wish = Wish::default();
        // Names hold spaces, so it is the two hyphens that begin an option.
        for option in options.split("--").map(str::trim).filter(|option| !option.is_empty()) {
            let (name, value) = option.split_once(' ').unwrap_or((option, ""));
            match (name, value) {
                ("highlight", names) => wish.highlight = names.split(',').map(str::to_owned).collect(),
                ("width", text) => wish.width = Some(length(text)?),
                ("height", text) => wish.height = Some(length(text)?),
                ("text", "embedded") => wish.text = TextAs::Embedded,
                ("text", "outlined") => wish.text = TextAs::Outlined,
                ("scale", times) => wish.scale = times.parse().ok().filter(|times| (1..=4).contains(times))?,
                ("dark", "") => wish.dark = true,
                ("background", "none") => wish.paper = false,
                _ => return None,
            }
        }
        // No more is drawn for a stranger's file than for whoever asks on the command line.
        let fits = |length: &Width| (1.5..=80.0).contains(&length.inches());
        (wish.width.iter().chain(&wish.height).all(fits) && wish.options() == options).then_some(wish)
    }

    fn size(&self) -> PlateSize {
        let px = |length: Width| length.inches() * 96.0;
        PlateSize { width: self.width.map_or(PlateSize::SITE.width, px), height: self.height.map(px) }
    }

    /// Its width on the page, in the unit in which it was asked for.
    fn shown(&self, plate: &Plate) -> Width {
        let (px, _) = plate.size();
        match self.width.or(self.height) {
            Some(Width::Mm(_)) => Width::Mm(px / 96.0 * 25.4),
            _ => Width::Px(px),
        }
    }
}

/// A figure found by its name: of which edition, and all its words.
#[derive(Clone, Debug)]
pub struct Found {
    /// Place of the edition in the report.
    pub edition: usize,
    /// The figure.
    pub figure: Figure,
}

impl Site {
    /// The same site, its own words in another language; authors' words stay.
    #[must_use]
    pub fn in_language(mut self, language: Language) -> Site {
        self.checked.speak(language);
        self.report = resolve::collection(&self.checked);
        self
    }

    /// The figures that the outlines show, each in the newest edition that has it; or those of one edition. Territories
    /// are marked where there are any.
    ///
    /// # Errors
    /// There is no such edition, or no such territory.
    pub fn figures(&self, edition: Option<&str>, wish: &Wish) -> Result<Vec<Found>, Faults> {
        let mut found: Vec<Found> = Vec::new();
        for index in self.among(edition)? {
            for name in resolve::figure_names(&self.checked, index).0 {
                if !found.iter().any(|known| known.figure.id == name) {
                    found.extend(self.find(index, &name, wish, false)?);
                }
            }
        }
        Ok(found)
    }

    /// A figure by its name, in the newest edition that has it, or in one edition: whatever the data can show, whether
    /// or not an outline does.
    ///
    /// # Errors
    /// There is no such edition, no such figure, or no such territory to mark; the names that there are, are said.
    pub fn look_up(&self, name: &str, edition: Option<&str>, wish: &Wish) -> Result<Found, Faults> {
        let among = self.among(edition)?;
        for &index in &among {
            if let Some(found) = self.find(index, name, wish, true)? {
                return Ok(found);
            }
        }
        Err(self.no_figure(name, edition, &among))
    }

    /// The bytes of a figure in a format.
    ///
    /// # Errors
    /// A PNG would have too many pixels; the format is one of whole editions.
    pub fn picture(&self, found: &Found, format: Format, wish: &Wish) -> Result<Vec<u8>, Words> {
        let (site, figure) = (&self.report.site, &found.figure);
        let cover = &self.report.covers[found.edition];
        let behind = || resolve::behind(&self.checked, found.edition, figure);
        Ok(match format {
            Format::Svg | Format::Outlined => {
                let plate = self.plate(figure, wish);
                let text = if format == Format::Outlined { TextAs::Outlined } else { wish.text };
                let drawing = svg::file(&plate.scene, text, wish.shown(&plate));
                metadata::written_into(drawing, figure, &wish.options()).into_bytes()
            }
            #[cfg(feature = "png")]
            Format::Png => {
                let plate = self.plate(figure, wish);
                let about = figure.provenance.pairs(figure, &wish.options());
                let about: Vec<(&str, &str)> =
                    about.iter().map(|(keyword, words)| (*keyword, words.as_str())).collect();
                png::picture(&plate.scene, wish.shown(&plate), f64::from(wish.scale), &about).map_err(|too| {
                    let (millions, most) = (too.millions.ceil(), png::MOST / 1e6);
                    words!(
                        "the picture would have {millions} million pixels; {most} are the most: lower --scale or --width",
                        "l’immagine avrebbe {millions} milioni di pixel; il massimo è {most}: riduci --scale o --width"
                    )
                })?
            }
            #[cfg(feature = "pdf")]
            Format::Pdf => pdf::document(&self.plate(figure, wish), &figure.provenance.pairs(figure, &wish.options())),
            Format::Csv => figure_data::csv(site, cover, figure, &behind()).into_bytes(),
            Format::Json => figure_data::json(site, cover, figure, &behind(), &wish.options()).into_bytes(),
            #[cfg(feature = "pptx")]
            Format::Pptx => {
                return Err(words!(
                    "slides are of an edition, not of one figure: `build --formats pptx` makes them",
                    "le diapositive sono di un’edizione, non di una figura: le fa `build --formats pptx`"
                ));
            }
        })
    }

    /// The edition of a figure, as the home page shows it.
    pub fn cover(&self, found: &Found) -> &Cover {
        &self.report.covers[found.edition]
    }

    fn plate(&self, figure: &Figure, wish: &Wish) -> Plate {
        let palette = if wish.dark { &self.theme.dark } else { &self.theme.light };
        let plate = layout::plate(figure, &self.report.site, palette, wish.size());
        if wish.paper { plate } else { plate.on(None) }
    }

    /// A figure of an edition, with the territories marked that are asked for; where it can have none, that is a fault
    /// if it `must` have some.
    fn find(&self, index: usize, name: &str, wish: &Wish, must: bool) -> Result<Option<Found>, Faults> {
        let found = |figure: Figure| Found { edition: index, figure };
        if let Some(mut asked) = resolve::asked(&self.checked, index, name) {
            if !wish.highlight.is_empty() && (must || asked.part != Part::Items) {
                self.mark(&mut asked, &wish.highlight)?;
            }
            return Ok(resolve::figure_of(&self.checked, index, &asked, 0).map(found));
        }
        let of_outline = resolve::edition(&self.checked, index).figures.into_iter().find(|figure| figure.id == name);
        match of_outline {
            Some(_) if must && !wish.highlight.is_empty() => {
                let asked = format!("--highlight {}", wish.highlight.join(","));
                let message = words!(
                    "a figure of what changed marks no territory",
                    "una figura di ciò che è cambiato non evidenzia territori"
                );
                let hint = words!("leave --highlight out", "togli --highlight");
                Err(on_the_command_line(asked, 0, Code::UnknownEntry, message, hint))
            }
            figure => Ok(figure.map(found)),
        }
    }

    /// Marks the territories that names mean.
    fn mark(&self, asked: &mut FigureData, names: &[String]) -> Result<(), Faults> {
        let mut text = "--highlight ".to_owned();
        let start = text.len();
        let mut placed = Vec::with_capacity(names.len());
        for (place, name) in names.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            let at = Span::new(FileId(0), text.len(), text.len() + name.len());
            placed.push(Placed { value: name.clone(), at });
            text.push_str(name);
        }
        let mut list = Vec::new();
        let at = Span::new(FileId(0), start, text.len());
        asked.highlight = check::highlight(&placed, at, asked.part, &self.checked.territories, &mut list);
        if list.is_empty() {
            return Ok(());
        }
        let mut sources = Sources::default();
        sources.typed(text, start);
        Err(Faults { list, sources })
    }

    /// The editions to look in, the newest first.
    fn among(&self, edition: Option<&str>) -> Result<Vec<usize>, Faults> {
        let Some(name) = edition else { return Ok((0..self.checked.editions.len()).collect()) };
        match unknown(&self.checked, &[name.to_owned()], "--edition ") {
            Some(faults) => Err(faults),
            None => Ok(place(&self.checked, name).into_iter().collect()),
        }
    }

    fn no_figure(&self, name: &str, edition: Option<&str>, among: &[usize]) -> Faults {
        let mut shown: Vec<String> = Vec::new();
        let mut others: Vec<String> = Vec::new();
        for &index in among {
            let (in_outline, besides) = resolve::figure_names(&self.checked, index);
            for name in in_outline {
                if !shown.contains(&name) {
                    shown.push(name);
                }
            }
            others.extend(besides);
        }
        let all = || shown.iter().chain(&others).map(String::as_str);
        let has_it = |index: &usize| {
            let (in_outline, besides) = resolve::figure_names(&self.checked, *index);
            in_outline.iter().chain(&besides).any(|known| known == name)
        };
        let elsewhere = edition.and_then(|_| (0..self.checked.editions.len()).find(has_it));
        let hint = match (elsewhere, diag::nearest(name, all())) {
            (Some(other), _) => {
                let other = &self.checked.editions[other].id;
                words!("the edition {other} has it", "ce l’ha l’edizione {other}")
            }
            (None, Some(near)) => diag::did_you_mean(near),
            (None, None) => {
                let all = shown.join(", ");
                words!("figures are: {all}", "le figure sono: {all}")
            }
        };
        let message = match edition {
            Some(edition) => {
                words!("the edition {edition} has no figure `{name}`", "l’edizione {edition} non ha la figura `{name}`")
            }
            None => words!("there is no figure `{name}`", "non c’è nessuna figura `{name}`"),
        };
        let before = "fascicle chart ";
        on_the_command_line(format!("{before}{name}"), before.len(), Code::NoData, message, hint)
    }
}

/// A fault in what was asked, which is what is shown, underlined from a place on.
fn on_the_command_line(asked: String, from: usize, code: Code, message: diag::Words, hint: diag::Words) -> Faults {
    let mut sources = Sources::default();
    let at = sources.typed(asked, from);
    Faults { list: vec![Diagnostic::new(code, at, message, hint)], sources }
}
