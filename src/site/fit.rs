//! Slides that do not fit, and what their authors can do about it.

use crate::check::Checked;
use crate::diag::{Code, Diagnostic, Language, Words};
use crate::files::Span;
use crate::layout::{self, Around, Book, Fitted, What};
use crate::resolve::{self, Figure};
use crate::theme::Theme;
use crate::words;
use rayon::prelude::*;

/// Slides of narrative that do not fit at the smallest size the theme allows, and those set smaller than usual.
pub fn overfull(checked: &Checked, wanted: &[usize], theme: &Theme, strict: bool) -> Vec<Diagnostic> {
    let language = checked.site.language;
    let of_edition = |&index: &usize| {
        let over = |(at, passage): (Span, _)| match layout::fitted(&passage, &theme.fit, language) {
            Fitted::Over(pixels) => Some(too_full(at, pixels)),
            Fitted::Small if strict => Some(too_small(at)),
            Fitted::Small => Some(too_small(at).warning()),
            Fitted::Fits | Fitted::Split(_) => None,
        };
        resolve::passages(checked, index).filter_map(over).collect::<Vec<_>>()
    };
    let mut found: Vec<Diagnostic> = wanted.par_iter().flat_map_iter(of_edition).collect();
    // A shared narrative is too full in every edition: once is enough.
    found.sort_by_key(|fault| fault.at);
    found.dedup_by_key(|fault| fault.at);
    found
}

fn too_full(at: Span, pixels: f64) -> Diagnostic {
    let message = words!(
        "this slide is too full by {pixels:.0} of its 720 pixels, at the smallest size",
        "questa diapositiva è troppo piena: {pixels:.0} pixel più dei suoi 720, al corpo più piccolo"
    );
    let hint = words!(
        "shorten it, or begin another slide with a heading or a line of `---`",
        "accorciala, o comincia un’altra diapositiva con un titolo o una riga di `---`"
    );
    Diagnostic::new(Code::DoesNotFit, at, message, hint)
}

fn too_small(at: Span) -> Diagnostic {
    let message = words!(
        "the text of this slide is set at 20 of 720 pixels: the back row cannot read it",
        "il testo di questa diapositiva ha un corpo di 20 pixel su 720: dall’ultima fila non si legge"
    );
    let hint = words!(
        "shorten it, or begin another slide with a heading or a line of `---`",
        "accorciala, o comincia un’altra diapositiva con un titolo o una riga di `---`"
    );
    Diagnostic::new(Code::TooSmall, at, message, hint)
}

/// Slides that are no narrative and do not fit: what stands on them is too long.
pub fn overlong(book: &Book) -> Vec<Diagnostic> {
    let edition = book.edition;
    let slides = book.talks[0].deck.slides.iter().filter(|slide| !matches!(slide.what, What::Narrative(..)));
    let over = |slide: &layout::Slide| {
        let (at, pixels) = (edition.outline[slide.step].at, book.overflow(slide)?);
        let title = &slide.title;
        let message = words!(
            "the slide “{title}” of {} is too full by {pixels:.0} of its 720 pixels",
            "la diapositiva «{title}» di {} è troppo piena: {pixels:.0} pixel più dei suoi 720",
            edition.cover.id
        );
        let hint = match slide.what {
            What::Overview => words!(
                "a slide holds eight indicators a group: take the overview away, or make more groups of fewer indicators",
                "una diapositiva tiene otto indicatori per gruppo: togli la sintesi, o fai più gruppi con meno indicatori"
            ),
            What::Profile => words!(
                "a slide does not hold so many indicators: ask for the talk without `--for`",
                "una diapositiva non tiene tanti indicatori: chiedi l’intervento senza `--for`"
            ),
            What::Figure { figure, .. } => too_much_around(&edition.figures[figure], book.around(slide, figure)),
            _ => words!("shorten its title or its text", "accorciane il titolo o il testo"),
        };
        Some(Diagnostic::new(Code::DoesNotFit, at, message, hint))
    };
    let mut found: Vec<Diagnostic> = slides.filter_map(over).collect();
    // A figure that goes on is too full on each of its slides.
    found.dedup_by_key(|fault| fault.at);
    found
}

/// What its author can shorten or change of a figure that does not fit: what takes more of its slide than it must.
fn too_much_around(figure: &Figure, around: Around) -> Words {
    let mut long: Vec<Words> = Vec::new();
    if around.title > 1 {
        long.push(words!("its title, of {} lines", "il titolo, di {} righe", around.title));
    }
    if around.measure > 1 {
        long.push(words!("what it is of, of {} lines", "ciò di cui è misura, di {} righe", around.measure));
    }
    if around.foot > 2 {
        let foot = around.foot;
        long.push(match figure.notes.len() {
            0 => words!("its sources, of {foot} lines", "le fonti, di {foot} righe"),
            _ => words!("its notes and sources, of {foot} lines", "note e fonti, di {foot} righe"),
        });
    }
    let joined = |language| long.iter().map(|words| words.get(language).to_owned()).collect::<Vec<_>>().join("; ");
    if long.is_empty() {
        return words!("show it in another way, as `as: bars`", "mostrala in un altro modo, per esempio `as: bars`");
    }
    let (en, it) = (joined(Language::English), joined(Language::Italian));
    Words { en: format!("shorten {en}"), it: format!("accorcia {it}") }
}
