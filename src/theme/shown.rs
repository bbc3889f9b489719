//! What only pages show of a theme: pictures in templates and faces in style sheets reach neither PDF nor PowerPoint.

use super::{Theme, ThemeFaults};
use crate::diag::{Code, Diagnostic};
use crate::files::{FileId, Source, Sources, Span};
use crate::words;
use std::borrow::Cow;

/// The beginnings of pictures in a template.
const PICTURES: [&str; 4] = ["<img", "<svg", "<picture", "<image"];

/// The beginning of a face in a style sheet.
const FACE: &str = "@font-face";

impl Theme {
    /// A warning for each place in the author's files that only pages show.
    pub fn only_in_pages(&self) -> ThemeFaults {
        let mut sources = Sources { root: "theme".into(), files: Vec::new() };
        let mut faults = Vec::new();
        for (path, bytes) in &self.files {
            let (Cow::Owned(bytes), Some(of)) = (bytes, sought(path)) else { continue };
            let text = String::from_utf8_lossy(bytes).into_owned();
            let file = FileId(sources.files.len() as u32);
            let found = of.iter().filter_map(|sought| Some((text.find(sought)?, *sought))).min();
            if let Some((at, sought)) = found {
                faults.push(warning(Span::new(file, at, at + sought.len()), sought == FACE));
                sources.files.push(Source::new(path.clone(), text));
            }
        }
        ThemeFaults { sources, faults }
    }
}

fn sought(path: &str) -> Option<&'static [&'static str]> {
    match path {
        _ if path.starts_with("templates/") => Some(&PICTURES),
        _ if path.ends_with(".css") => Some(&[FACE]),
        _ => None,
    }
}

fn warning(at: Span, is_face: bool) -> Diagnostic {
    let message = match is_face {
        true => words!(
            "PDF and PowerPoint keep the bundled faces: only pages show this one",
            "PDF e PowerPoint restano nei caratteri del programma: questo si vede soltanto nelle pagine"
        ),
        false => words!(
            "PDF and PowerPoint do not have this picture: only pages show it",
            "PDF e PowerPoint non hanno questa immagine: si vede soltanto nelle pagine"
        ),
    };
    let hint = words!(
        "colours and `fit` of theme.yaml hold in every format; what must be seen on paper goes into the titles",
        "i colori e `fit` di theme.yaml valgono in ogni formato; ciò che deve stare su carta va nei titoli"
    );
    Diagnostic::new(Code::OnlyInPages, at, message, hint).warning()
}

#[cfg(test)]
mod tests {
    use super::Theme;
    use std::collections::BTreeMap;

    #[test]
    fn a_logo_in_a_template_and_a_face_in_a_style_sheet_are_told_with_their_places() {
        let files = [
            ("templates/title.html", "<h2>Titolo</h2>\n<img src=\"logo.svg\" alt=\"\">\n"),
            ("css/page.css", "body{margin:0}\n@font-face{font-family:Mia}\n"),
            ("css/slide.css", "body{margin:0}\n"),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let told = Theme::read(BTreeMap::from(files)).expect("a good theme").only_in_pages();
        let places: Vec<(&str, usize)> = told
            .faults
            .iter()
            .map(|fault| (told.sources.get(fault.at.file), fault))
            .map(|(source, fault)| (source.path.as_str(), source.line(fault.at.start)))
            .collect();
        assert_eq!(places, [("css/page.css", 2), ("templates/title.html", 2)]);
        assert!(told.faults.iter().all(|fault| !fault.is_fault()));
        assert_eq!(Theme::builtin().only_in_pages().faults, []);
    }
}
