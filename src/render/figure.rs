//! A figure as a file of its own, in each format.

#[cfg(feature = "pdf")]
use super::pdf;
use super::{Format, drawing, open};
#[cfg(feature = "pdf")]
use crate::layout::Plate;
use crate::resolve::{Collection, Edition};
use crate::scene::Scene;

/// The bytes of the file of a figure in a format, as the site has it.
pub(super) fn file(format: Format, report: &Collection, edition: &Edition, place: usize, plate: &Scene) -> Vec<u8> {
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
