//! What others paste into their pages and documents to show a figure. No script, and nothing that a page without
//! styles would need.

use crate::files::markup::escape;
use crate::layout::FrameRoom;
use crate::resolve::Figure;

/// A figure and where it is found.
pub struct Place<'a> {
    /// The address of its folder, with the slash at its end: "https://fse.example/2024-06_2024-08/figures/consenso/".
    pub folder: &'a str,
    /// The figure, for its words.
    pub figure: &'a Figure,
    /// The width and the height of its drawing, in pixels.
    pub size: (f64, f64),
    /// How high a frame must be that shows it.
    pub room: FrameRoom,
    /// What a link to its page says.
    pub link: &'a str,
}

impl Place<'_> {
    /// A picture with its text alternative: the title inside an SVG is not read where it stands in `<img>`.
    pub fn image(&self) -> String {
        let (folder, id, link) = (self.folder, &self.figure.id, self.link);
        let (alt, (width, height)) = (escaped(&alternative(self.figure)), self.size);
        format!(
            "<figure style=\"margin:0\">\n\
             <img src=\"{folder}{id}.svg\" alt=\"{alt}\" width=\"{width:.0}\" height=\"{height:.0}\" loading=\"lazy\" \
             style=\"max-width:100%;height:auto\">\n\
             <figcaption><a href=\"{folder}\">{}</a></figcaption>\n</figure>",
            escaped(link)
        )
    }

    /// A frame that is as high as its width asks for, without a script.
    ///
    /// `cqw` is a hundredth of the width of the wrapper. Below [`FrameRoom::WIDE_FROM`] the second part of `max()` is the
    /// larger one: a length times 999 that `min()` holds at the height of the narrow drawing. Where styles are taken
    /// away, the attributes stay: as wide as there is room, and high enough for every width.
    pub fn frame(&self, title: &str) -> String {
        let FrameRoom { narrow, wide: (base, slope) } = self.room;
        let (folder, title) = (self.folder, escaped(title));
        let (from, widest) = (FrameRoom::WIDE_FROM, FrameRoom::WIDEST);
        let fallback = narrow.max(self.room.height(widest));
        format!(
            "<div style=\"container-type:inline-size;max-width:{widest}px\"><iframe src=\"{folder}frame.html\" title=\"{title}\" width=\"100%\" \
             height=\"{fallback}\" loading=\"lazy\" \
             style=\"width:100%;height:max({base}px + {slope}cqw,min({narrow}px,({from}px - 100cqw)*999));border:0\">\
             </iframe></div>"
        )
    }

    /// A picture in Markdown, with its source.
    pub fn markdown(&self) -> String {
        let Figure { id, source_label, source, .. } = self.figure;
        let plain = |text: &str| {
            let mut escaped = String::with_capacity(text.len());
            for sign in text.chars() {
                if matches!(sign, '\\' | '[' | ']' | '*' | '_' | '`' | '<' | '>' | '&' | '#' | '|') {
                    escaped.push('\\');
                }
                escaped.push(sign);
            }
            escaped
        };
        let (alt, source_label, source) = (plain(&alternative(self.figure)), plain(source_label), plain(source));
        let (folder, link) = (self.folder, plain(self.link));
        format!("![{alt}]({folder}{id}.svg)\n\n*{source_label}: {source}.* [{link}]({folder})")
    }

    /// A figure in LaTeX, with its caption, source and label; the packages that it needs are named.
    pub fn latex(&self) -> String {
        let Figure { id, title, measure, source_label, source, .. } = self.figure;
        let (caption, short) = (tex(&format!("{}, {measure}", title.trim_end_matches('.'))), tex(title));
        let source = tex(&format!("{source_label}: {source}"));
        let folder = self.folder.replace('%', "\\%").replace('#', "\\#");
        format!(
            "% \\usepackage{{graphicx,url}}\n\\begin{{figure}}[htbp]\n  \\centering\n  \
             \\includegraphics[width=\\linewidth]{{{id}.pdf}}\n  \
             \\caption[{{{short}}}]{{{caption}. {source}. \\protect\\url{{{folder}}}}}\n  \
             \\label{{fig:{id}}}\n\\end{{figure}}"
        )
    }
}

/// What stands in the place of a picture for who does not see it: title, measure, summary; of a draft, that it is one.
pub fn alternative(figure: &Figure) -> String {
    let Figure { title, measure, summary, .. } = figure;
    let words = format!("{}. {}. {summary}", title.trim_end_matches('.'), measure.trim_end_matches('.'));
    figure.provenance.warning().map_or_else(|| words.clone(), |warning| format!("{warning} {words}"))
}

/// A text as the value of an attribute.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    escape(text, &mut escaped);
    escaped
}

/// A text in LaTeX, in which every sign that has a meaning there stands for itself.
fn tex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        match sign {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => escaped.extend(['\\', sign]),
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '<' => escaped.push_str("\\textless{}"),
            '>' => escaped.push_str("\\textgreater{}"),
            '·' => escaped.push_str("\\textperiodcentered{}"),
            '\u{2212}' => escaped.push_str("\\ensuremath{-}"),
            '\u{a0}' => escaped.push('~'),
            _ => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::tex;

    #[test]
    fn signs_that_mean_something_in_latex_mean_themselves() {
        assert_eq!(
            tex("41% & 5_6 ~ \\x {y} · −1"),
            "41\\% \\& 5\\_6 \\textasciitilde{} \\textbackslash{}x \\{y\\} \\textperiodcentered{} \\ensuremath{-}1"
        );
    }
}
