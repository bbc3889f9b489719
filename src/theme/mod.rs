//! Colours, type and templates. The default theme is built in; an author's folder falls back to it file by file.
//!
//! A theme is `theme.yaml` (colours), `templates/*.html`, `css/*.css`, `deck.js` and `deck/*.js`. Faces are not
//! replaced: text is measured with the bundled ones.

mod builtin;
mod colour;
mod fit;
mod sealed;
mod shown;
mod tokens;

pub use colour::palette::{Palette, STEPS, Tint};
pub use colour::rules::contrast;
pub use colour::vision::Vision;
pub use fit::Fit;

/// The name of the built-in theme.
pub const BUILTIN: &str = "gimbe";

use crate::diag::{Code, Diagnostic, Words, nearest};
use crate::files::{FileId, Source, Sources, Span};
use crate::{face, words};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A theme, complete.
#[derive(Clone, Debug)]
pub struct Theme {
    /// The colours on a light ground.
    pub light: Palette,
    /// The colours of pages in the dark.
    pub dark: Palette,
    /// What may be done where a text does not fit its slide, in the order in which it is tried.
    pub fit: Vec<Fit>,
    /// The bytes of every file, by its path within the theme. Those of the author stand in the place of the built-in
    /// ones.
    pub files: BTreeMap<String, Cow<'static, [u8]>>,
}

/// What is wrong in a theme, with the texts in which it is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFaults {
    /// The author's files under their names in the theme's folder, and the built-in ones under `builtin/`.
    pub sources: Sources,
    /// All faults that were found.
    pub faults: Vec<Diagnostic>,
}

impl Theme {
    /// The built-in theme alone.
    pub fn builtin() -> Theme {
        Theme::read(BTreeMap::new()).expect("the built-in theme has no faults")
    }

    /// The built-in theme, with an author's files in the place of its own, file by file. Keys are paths within the
    /// author's folder, with `/`.
    ///
    /// # Errors
    /// A file has no place in a theme or is no text; theme.yaml does not parse, names unknown tokens or has wrong
    /// colours; a pair of colours has too little contrast, or somebody could not tell the two apart.
    pub fn read(mut files: BTreeMap<String, Vec<u8>>) -> Result<Theme, ThemeFaults> {
        // A copy of a built-in file replaces nothing: a folder may hold the whole built-in theme, faces and all.
        let builtin = || builtin::FILES.iter().copied().chain(face::own::OWN).chain(face::own::WEB);
        files.retain(|path, bytes| !builtin().any(|(name, known)| name == path && known == bytes.as_slice()));
        let own = sources(&files);
        let mut faults: Vec<Diagnostic> = own.iter().filter_map(|(file, source)| out_of_place(file, source)).collect();

        let (mut palettes, mut fit) = (builtin_palettes(), Vec::new());
        if let Some(file) = own.find("theme.yaml") {
            match tokens::read(&own.get(file).text, file, palettes) {
                Ok(read) => (palettes, fit) = (read.palettes, read.fit),
                Err(more) => faults.extend(more),
            }
        }
        faults.extend(own.iter().flat_map(|(file, source)| sealed::faults(file, source)));
        if !faults.is_empty() {
            return Err(ThemeFaults { sources: own, faults });
        }

        let mut merged: BTreeMap<String, Cow<'static, [u8]>> = BTreeMap::new();
        merged.extend(builtin::FILES.iter().map(|&(path, bytes)| (path.to_string(), Cow::Borrowed(bytes))));
        merged.extend(files.into_iter().map(|(path, bytes)| (path, Cow::Owned(bytes))));
        let [light, dark] = palettes;
        Ok(Theme { light, dark, fit, files: merged })
    }

    /// The text of one of the files every theme has.
    ///
    /// # Panics
    /// Where `path` is not one of them.
    pub fn text(&self, path: &str) -> &str {
        std::str::from_utf8(&self.files[path]).expect("a theme is read with its texts checked")
    }

    /// Whether a template of the author's stands in the place of a built-in one.
    pub fn has_own_templates(&self) -> bool {
        self.templates().any(|(name, _)| !name.starts_with("builtin/"))
    }

    /// The templates: the built-in ones under `builtin/`, then the author's under their own names.
    pub fn templates(&self) -> impl Iterator<Item = (String, &str)> {
        let builtin = builtin::FILES.iter().filter_map(|&(path, bytes)| {
            Some((format!("builtin/{}", path.strip_prefix("templates/")?), std::str::from_utf8(bytes).ok()?))
        });
        let own = self.files.iter().filter_map(|(path, bytes)| match bytes {
            Cow::Owned(bytes) => Some((path.strip_prefix("templates/")?.into(), std::str::from_utf8(bytes).ok()?)),
            Cow::Borrowed(_) => None,
        });
        builtin.chain(own)
    }
}

fn builtin_palettes() -> [Palette; 2] {
    let (_, bytes) = builtin::FILES.iter().find(|(path, _)| *path == "theme.yaml").expect("the list has theme.yaml");
    let text = std::str::from_utf8(bytes).expect("the built-in theme.yaml is text");
    tokens::read(text, FileId(0), [Palette::BLANK; 2]).expect("the built-in theme.yaml has no faults").palettes
}

fn sources(files: &BTreeMap<String, Vec<u8>>) -> Sources {
    let files = files.iter().map(|(path, bytes)| {
        let (text, not_utf8_at) = match std::str::from_utf8(bytes) {
            Ok(text) => (text.to_string(), None),
            Err(error) => (String::new(), Some(error.valid_up_to() as u32)),
        };
        Source { not_utf8_at, ..Source::new(path.clone(), text) }
    });
    Sources { root: "theme".into(), files: files.collect() }
}

/// The fault of a file that no page would ever use: a slip of the author's.
fn out_of_place(file: FileId, source: &Source) -> Option<Diagnostic> {
    let path = source.path.as_str();
    let fault = |code, message: Words, hint: Words| Some(Diagnostic::new(code, Span::top(file), message, hint));
    if path.starts_with("fonts/") && !path.ends_with(".txt") {
        let hint = words!(
            "remove it: text is measured with the bundled faces, and these are the ones shown",
            "toglilo: il testo è misurato con i caratteri del programma, che sono quelli mostrati"
        );
        let message = words!("a theme does not replace faces", "un tema non cambia i caratteri");
        return fault(Code::StrayFile, message, hint);
    }
    let mut known = builtin::FILES.iter().map(|(path, _)| *path);
    let template = path.starts_with("templates/") && path.ends_with(".html");
    let beside = path.ends_with(".md") || path.ends_with(".txt");
    if !template && !beside && !known.clone().any(|name| name == path) {
        let hint = match nearest(path, known.by_ref()) {
            Some(name) => words!("did you mean {name}?", "forse intendevi {name}?"),
            None => words!(
                "a theme has theme.yaml, templates/*.html, deck.js and the built-in names in css/",
                "un tema ha theme.yaml, templates/*.html, deck.js e in css/ gli stessi nomi di quello del programma"
            ),
        };
        return fault(Code::StrayFile, words!("no page uses {path}", "nessuna pagina usa {path}"), hint);
    }
    if source.not_utf8_at.is_some() {
        let message = words!("{path} is not UTF-8 text", "{path} non è testo in UTF-8");
        return fault(Code::NotText, message, words!("save it as UTF-8", "salvalo in UTF-8"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Fit, Theme, ThemeFaults, Vision, builtin};
    use crate::diag::Code;
    use crate::scene::Color;
    use std::collections::BTreeMap;

    fn read(path: &str, text: &str) -> Result<Theme, Vec<(Code, String)>> {
        let files = BTreeMap::from([(path.to_string(), text.as_bytes().to_vec())]);
        Theme::read(files).map_err(|faults| {
            let under = |fault: &crate::diag::Diagnostic| {
                let text = &faults.sources.get(fault.at.file).text;
                (fault.code, text[fault.at.start as usize..fault.at.end as usize].to_string())
            };
            faults.faults.iter().map(under).collect()
        })
    }

    #[test]
    fn the_builtin_list_is_in_order_and_its_colours_come_from_its_file() {
        assert!(builtin::FILES.is_sorted_by_key(|(path, _)| *path));
        assert_eq!(Theme::builtin().light.accent, Color(0x00457D));
        assert_eq!(Theme::builtin().dark.paper, Color(0x121A22));
    }

    #[test]
    fn colours_left_out_stay_as_they_are() {
        let theme = read("theme.yaml", "light:\n  accent: \"#14532D\"\n").expect("a good theme");
        assert_eq!(theme.light.accent, Color(0x14532D));
        assert_eq!(theme.light.ink, Theme::builtin().light.ink);
    }

    #[test]
    fn wrong_colours_and_unknown_tokens_are_said_together_and_underlined() {
        let faults = read("theme.yaml", "light:\n  accent: blue\n  inc: \"#000000\"\n").expect_err("two faults");
        let expected = [(Code::WrongColor, "blue".to_string()), (Code::UnknownKey, "inc".to_string())];
        assert_eq!(faults, expected);
    }

    #[test]
    fn a_lesser_colour_left_out_is_fitted_to_those_of_the_author() {
        // Beside a dark green, a dark red is one more dark olive to who sees no red.
        let theme = read("theme.yaml", "light:\n  accent: \"#14532D\"\n").expect("a good theme").light;
        let apart = |target| Vision::Protanopia.distance(theme.accent, target);
        let builtin = Theme::builtin().light.target;
        assert!(apart(builtin) < 10.0 && apart(theme.target) >= 10.0, "{}", theme.target.hex());
        // Written, it is the author's to change.
        let text = "light:\n  accent: \"#14532D\"\n  target: \"#B3203F\"\n";
        assert_eq!(read("theme.yaml", text).expect_err("alike")[0].0, Code::ColoursAlike);
    }

    #[test]
    fn text_too_pale_to_read_is_a_fault() {
        let faults = read("theme.yaml", "light:\n  quiet: \"#AAAAAA\"\n").expect_err("too pale");
        assert!(faults.iter().all(|(code, words)| *code == Code::LowContrast && words.contains("#AAAAAA")));
    }

    #[test]
    fn the_nearest_colour_that_passes_is_named_and_passes() {
        let yaml = |token: &str, color: &str| format!("dark:\n  {token}: \"{color}\"\n");
        for (token, color) in [("quiet", "#404040"), ("mark", "#9CCBF0"), ("mark", "#BFC4C8"), ("target", "#4A8CC0")] {
            let files = BTreeMap::from([("theme.yaml".to_string(), yaml(token, color).into_bytes())]);
            let Err(ThemeFaults { faults, .. }) = Theme::read(files) else { panic!("{token}: {color} fails") };
            let (_, near) = faults[0].hint.en.split_once('"').expect("a colour in quotation marks");
            let near = near.trim_end_matches('"');
            assert!(read("theme.yaml", &yaml(token, near)).is_ok(), "{token}: {near} in the place of {color}");
        }
    }

    #[test]
    fn what_may_be_done_where_a_text_does_not_fit_is_a_list_of_known_words() {
        assert_eq!(read("theme.yaml", "fit: [split, small]\n").expect("good").fit, [Fit::Split, Fit::Small]);
        assert_eq!(read("theme.yaml", "light:\n  accent: \"#14532D\"\n").expect("good").fit, []);
        let faults = read("theme.yaml", "fit: [shrink]\nlight: [small]\n").expect_err("two faults");
        assert_eq!(faults, [(Code::UnknownWord, "shrink".into()), (Code::WrongShape, "light".into())]);
        for text in ["fit: { a: b }\n", "fit: small\n", "fit: 1\n", "fit:\n", "light: blue\n"] {
            assert_eq!(read("theme.yaml", text).expect_err("one")[0].0, Code::WrongShape, "{text}");
        }
    }

    #[test]
    fn a_file_no_page_uses_is_a_fault() {
        assert_eq!(read("css/pages.css", "").expect_err("stray"), [(Code::StrayFile, String::new())]);
        assert!(read("templates/mine.html", "").is_ok());
    }
}
