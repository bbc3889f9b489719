//! A project from nothing: files that build at once, say nothing that nobody measured, and explain themselves.

use crate::data::period::Period;
use crate::data::territory::Territories;
use crate::diag::Language;
use crate::schema;

/// What a project begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// The language of the site, and of the comments in its files.
    pub language: Language,
    /// The territories that it begins with.
    pub territories: Whose,
    /// The period of its first edition: a month or a window.
    pub period: Period,
}

/// The territories that a project begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The Regions and autonomous Provinces of Italy.
    Italy,
    /// A list of one's own, with names to be replaced.
    Own,
}

/// The texts of a language.
struct Texts {
    readme: &'static str,
    /// The line of the README on territories.yaml.
    row: &'static str,
    site: &'static str,
    territories: &'static str,
    indicators: &'static str,
    outline: &'static str,
    edition: &'static str,
    observations: &'static str,
    narrative: &'static str,
    /// Names of the files that are called as their contents are.
    indicator: &'static str,
    conclusions: &'static str,
    /// Territories that are made up.
    own: [&'static str; 4],
    /// How sentences call the whole, of Italy and of one's own.
    whole: [&'static str; 2],
}

const ENGLISH: Texts = Texts {
    readme: include_str!("init/en/README.md"),
    row: "| `territories.yaml` | the territories that are compared |\n",
    site: include_str!("init/en/site.yaml"),
    territories: include_str!("init/en/territories.yaml"),
    indicators: include_str!("init/en/indicators.yaml"),
    outline: include_str!("init/en/outline.yaml"),
    edition: include_str!("init/en/edition.yaml"),
    observations: include_str!("init/en/sample.yaml"),
    narrative: include_str!("init/en/conclusions.md"),
    indicator: "sample",
    conclusions: "conclusions",
    own: ["Territory A", "Territory B", "Territory C", "Territory D"],
    whole: ["Italy", "the Country"],
};

const ITALIAN: Texts = Texts {
    readme: include_str!("init/it/README.md"),
    row: "| `territories.yaml` | i territori a confronto |\n",
    site: include_str!("init/it/site.yaml"),
    territories: include_str!("init/it/territories.yaml"),
    indicators: include_str!("init/it/indicators.yaml"),
    outline: include_str!("init/it/outline.yaml"),
    edition: include_str!("init/it/edition.yaml"),
    observations: include_str!("init/it/sample.yaml"),
    narrative: include_str!("init/it/conclusions.md"),
    indicator: "esempio",
    conclusions: "conclusioni",
    own: ["Territorio A", "Territorio B", "Territorio C", "Territorio D"],
    whole: ["Italia", "Totale"],
};

/// What stands beside the content and keeps the site out of version control.
pub const IGNORED: &str = include_str!("init/gitignore");

/// The files of a content folder, by their path in it, sorted.
pub fn project(beginning: &Beginning) -> Vec<(String, String)> {
    let texts = match beginning.language {
        Language::English => &ENGLISH,
        Language::Italian => &ITALIAN,
    };
    let own = beginning.territories == Whose::Own;
    let names: Vec<String> = match beginning.territories {
        Whose::Own => texts.own.map(str::to_owned).to_vec(),
        Whose::Italy => Territories::italy().iter().map(|(_, territory)| territory.name.clone()).collect(),
    };
    let values: String = names.iter().map(|name| format!("  {name}: missing\n")).collect();
    let edition = format!("editions/{}", beginning.period.iso().replace('/', "_"));

    let mut files = vec![
        ("README.md".to_owned(), texts.readme.replace("TERRITORIES_ROW", if own { texts.row } else { "" })),
        (format!("{edition}/edition.yaml"), texts.edition.to_owned()),
        (
            format!("{edition}/narrative/{}.md", texts.conclusions),
            texts.narrative.replace("WHOLE", texts.whole[usize::from(own)]),
        ),
        (format!("{edition}/observations/{}.yaml", texts.indicator), texts.observations.replace("VALUES\n", &values)),
        ("indicators.yaml".to_owned(), texts.indicators.to_owned()),
        ("outline.yaml".to_owned(), texts.outline.to_owned()),
        ("site.yaml".to_owned(), texts.site.to_owned()),
    ];
    if own {
        files.push(("territories.yaml".to_owned(), texts.territories.to_owned()));
    }
    for (path, text) in &mut files {
        text.insert_str(0, &schema::first_line(path).unwrap_or_default());
    }
    files
}
