//! Where everything of a site stands: each path and each address is formed here and nowhere else.
//!
//! A path is relative to the folder of the site, with `/`. An address is where a path stands once the site is published.

/// The folder with what all pages share.
pub const ASSETS: &str = "assets";

/// The folder in which the newest edition of each figure stands, at an address that does not change.
pub const LATEST: &str = "latest";

/// The name of the page that stands for its folder.
pub const INDEX: &str = "index.html";

/// A file in the folder that all pages share: its style sheets.
pub fn asset(file: &str) -> String {
    format!("{ASSETS}/{file}")
}

/// A file in the folder of an edition.
pub fn in_edition(edition: &str, file: &str) -> String {
    format!("{edition}/{file}")
}

/// The report of an edition.
pub fn report(edition: &str) -> String {
    in_edition(edition, INDEX)
}

/// The whole talk of an edition, as a page.
pub fn slides(edition: &str) -> String {
    in_edition(edition, &format!("{}.html", talk("")))
}

/// The name of the files of a talk, without their ending, by that of its cut; the whole talk has none.
pub fn talk(cut: &str) -> String {
    if cut.is_empty() { "slides".to_owned() } else { format!("slides-{cut}") }
}

/// The folder of the talks of an edition for one territory.
pub fn for_territory(edition: &str, territory: &str) -> String {
    in_edition(edition, &format!("for/{territory}"))
}

/// A data file of an edition.
pub fn dataset(edition: &str, name: &str) -> String {
    in_edition(edition, &format!("data/{name}.csv"))
}

/// The folder of a figure, with the stroke at its end: of an edition, or with [`LATEST`] in its place of the newest.
pub fn figure(edition: &str, figure: &str) -> String {
    format!("{edition}/figures/{figure}/")
}

/// A file in the folder of a figure.
pub fn in_figure(edition: &str, figure: &str, file: &str) -> String {
    format!("{edition}/figures/{figure}/{file}")
}

/// The address of a path, where the site is published at `site`, which has no stroke at its end.
pub fn address(site: &str, path: &str) -> String {
    format!("{site}/{path}")
}

/// Whose a file of the site is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner<'p> {
    /// What all editions share.
    All,
    /// A figure under [`LATEST`], by its name: the edition that is the newest to have it.
    Latest(&'p str),
    /// An edition, by its address.
    Edition(&'p str),
}

/// Whose the file at a path is.
pub fn owner(path: &str) -> Owner<'_> {
    let mut parts = path.split('/');
    match [parts.next(), parts.next(), parts.next()] {
        [Some(LATEST), Some("figures"), Some(figure)] => Owner::Latest(figure),
        [Some(LATEST | ASSETS), ..] | [_, None, _] => Owner::All,
        [Some(edition), ..] => Owner::Edition(edition),
        [None, ..] => Owner::All,
    }
}

#[cfg(test)]
mod tests {
    use super::{Owner, asset, dataset, figure, in_figure, owner, report};

    #[test]
    fn every_path_has_an_owner() {
        assert_eq!(owner(&report("2024-11")), Owner::Edition("2024-11"));
        assert_eq!(owner(&dataset("2024-11", "consenso")), Owner::Edition("2024-11"));
        assert_eq!(owner(&in_figure("latest", "consenso", "notice.html")), Owner::Latest("consenso"));
        assert_eq!(owner(&figure("2024-11", "consenso")), Owner::Edition("2024-11"));
        assert_eq!([owner(&asset("style.css")), owner("index.html")], [Owner::All, Owner::All]);
    }
}
