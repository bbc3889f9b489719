//! Sites in English: the example of docs/examples/ has no fault and no word of Italian, and every kind of sentence is
//! written as the English write it. Territories are a list of one's own, or Italy's.

use crate::common::mistake::{self, Files, loaded};
use crate::common::page::text;
use crate::common::project::{Project, copy};
use fascicle::diag::Language;
use fascicle::lang::interface;
use fascicle::{Request, Site};
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn waste() -> Project {
    let project = Project::of(&Files::new());
    copy(&root().join("docs/examples/waste/content"), &project.path("content"));
    project
}

/// The words of pages in a language: all texts that templates see as `words`.
fn words(language: Language) -> Vec<String> {
    fn texts(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => found.push(text.clone()),
            serde_json::Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
            serde_json::Value::Object(values) => values.values().for_each(|value| texts(value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    texts(&serde_json::to_value(interface(language)).expect("words are JSON"), &mut found);
    found.retain(|word| word.chars().any(char::is_alphabetic));
    found
}

#[test]
fn the_example_has_neither_faults_nor_warnings() {
    let project = waste();
    let answer = project.run(&["check"]);
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    assert!(answer.stderr.starts_with("7 claims hold:\n"), "{}", answer.stderr);
    assert!(answer.stderr.ends_with("\nNo faults in 2 editions, 12 slides, 2 figures\n"), "{}", answer.stderr);
}

#[test]
fn its_pages_are_in_english_and_have_no_word_of_the_italian_interface() {
    let project = waste();
    project.build(&[]);
    let (english, italian) = (words(Language::English), words(Language::Italian));
    assert!(english.len() > 100 && english.len() == italian.len());
    let mut all = String::new();
    for (path, bytes) in project.files("output") {
        let page = String::from_utf8(bytes).unwrap();
        assert!(!page.contains("lang=\"it\""), "{path}");
        if path.ends_with(".html") {
            assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"), "{path}");
            all.push_str(&text(&page));
            all.push_str(&page[page.find("<body").unwrap()..]);
        }
    }
    for word in &italian {
        let alone = |(at, _): &(usize, &str)| {
            let letter = |sign: Option<char>| sign.is_some_and(char::is_alphabetic);
            !letter(all[..*at].chars().next_back()) && !letter(all[at + word.len()..].chars().next())
        };
        let found = all.match_indices(word.as_str()).find(alone);
        // Both languages have notes.
        assert!(found.is_none() || english.contains(word), "`{word}` stands in a page");
    }
    for word in ["Skip to the content", "Previous edition", "Table of the data", "Sources", "Reading view"] {
        assert!(all.contains(word), "`{word}` stands in no page");
    }
}

#[test]
fn data_files_have_the_codes_of_the_list() {
    let project = waste();
    project.build(&[]);
    let rows = project.rows("output/2022-01_2022-12/data/recycling.csv");
    let codes: Vec<_> = rows.iter().map(|row| (row["territory"].as_str(), row["value"].as_str())).collect();
    assert_eq!(codes, [("UK", "44.1"), ("ENG", "43.4"), ("WLS", "56.9"), ("SCT", "42.1"), ("NIR", "49.2")]);
}

/// The made-up project of the faults, with other files.
fn site(changes: &[(&str, &str)]) -> Site {
    let mut files = mistake::base();
    files.extend(changes.iter().map(|(path, text)| ((*path).to_owned(), Some((*text).to_owned()))));
    Site::check(&loaded(files), &Request::default()).unwrap_or_else(|faults| panic!("{:#?}", faults.list))
}

const ENGLISH: (&str, &str) = ("site.yaml", "title: Test\norganisation: Nobody\nlanguage: en\n");
const OUTLINE: (&str, &str) = (
    "outline.yaml",
    "- figure: consenso\n- figure: documenti/table\n- figure: documenti/items\n- section: uso\n- narrative: fine\n- closing\n",
);

#[test]
fn the_regions_of_italy_are_spoken_of_in_english() {
    let site = site(&[ENGLISH, OUTLINE]);
    let edition = site.edition(0);
    let said: Vec<&str> = edition.figures.iter().map(|figure| figure.summary.as_str()).collect();
    assert_eq!(
        said,
        [
            "On 31 August 2024 the highest value, 29%, is in Umbria; the lowest, 8%, is in Lazio. In Italy as a whole: \
             41%; no territory is above it and 2 are below. No data for 19 territories of 21: Abruzzo, Basilicata, \
             Calabria, Campania, Emilia-Romagna, Friuli-Venezia Giulia, Liguria, Lombardia, Marche, Molise, P.A. \
             Bolzano, P.A. Trento, Piemonte, Puglia, Sardegna, Sicilia, Toscana, Valle d’Aosta and Veneto.",
            "Table of 21 territories by 2 items, on 31 August 2024.",
            "On 31 August 2024 no item has a published value.",
        ]
    );
    assert_eq!(edition.figures[0].table.head, ["Territory", "Value", "Count", "Rank", "Note", "Source"]);
    assert_eq!(edition.figures[1].table.rows[0].cells, ["Lazio", "yes", "yes", "2 of 2"]);
    assert_eq!(edition.figures[0].number, "Figure 1");
}

const TWO: (&str, &str) = (
    "territories.yaml",
    "called: { one: half, many: halves }\nnational: { code: IT, name: Italia }\n\
     territories:\n  NOR: { name: North, article: the }\n  SUD: { name: South, article: the }\n",
);

/// The two halves with these values, and a table.
fn halves(language: &str, territories: &str, national: u32, values: &str) -> Site {
    let edition = "editions/2024-06_2024-08/observations";
    let site_yaml = format!("title: Test\norganisation: Nobody\nlanguage: {language}\n");
    let consenso = format!("indicator: consenso\nsource: prova\nnational: {national}\nvalues: {values}\n");
    let accessi = "indicator: accessi\nsource: prova\nnational: missing\nvalues: { NOR: missing, SUD: missing }\n";
    let table = "indicator: documenti\npart: table\nsource: prova\n\
                 rows:\n  NOR: yes\n  SUD: { referto: no, lettera: yes }\n";
    site(&[
        ("site.yaml", &site_yaml),
        OUTLINE,
        ("territories.yaml", territories),
        (&format!("{edition}/consenso.yaml"), &consenso),
        (&format!("{edition}/accessi.yaml"), accessi),
        (&format!("{edition}/documenti.table.yaml"), table),
    ])
}

fn summaries(site: &Site) -> Vec<String> {
    site.edition(0).figures.into_iter().map(|figure| figure.summary).collect()
}

#[test]
fn own_territories_are_called_as_their_authors_call_them() {
    let said = summaries(&halves("en", TWO.1, 41, "{ NOR: 52, SUD: { value: 41, as_of: 2024-03-31 } }"));
    assert_eq!(
        said,
        [
            "On 31 August 2024 the highest value, 52%, is in the North; the lowest, 41%, is in the South. In Italia as a \
             whole: 41%; 1 half is above it, 1 equals it and none is below. South: as of 31 March 2024.",
            "Table of 2 halves by 2 items, on 31 August 2024. The greatest number of items available, 2 of 2, is in the \
             North; the smallest, 1 of 2, is in the South. Available everywhere: Lettera di dimissione.",
            "On 31 August 2024 the highest share is 100%: Lettera di dimissione. The lowest is 50%: Referto.",
        ]
    );
    let tied = halves("en", TWO.1, 52, "{ NOR: 52, SUD: 52 }");
    assert!(summaries(&tied)[0].starts_with("On 31 August 2024 both halves have the same value, 52%. In Italia"));
    let one = halves("en", TWO.1, 41, "{ NOR: 52, SUD: missing }");
    assert!(summaries(&one)[0].starts_with("On 31 August 2024 the only published value is 52%, in the North. "));
}

#[test]
fn a_date_of_its_own_stands_on_the_divider() {
    use fascicle::resolve::Entry;
    let site = halves("en", TWO.1, 41, "{ NOR: 52, SUD: { value: 41, as_of: 2024-03-31 } }");
    let edition = site.edition(0);
    let Some(Entry::Section(section)) =
        edition.outline.iter().map(|step| &step.entry).find(|entry| matches!(entry, Entry::Section(_)))
    else {
        panic!("there is a section");
    };
    assert_eq!((section.period_label.as_str(), section.period.as_str()), ("Reference period", "June – August 2024"));
    assert_eq!(section.exceptions, ["for the South: as of 31 March 2024"]);
    let Some(Entry::Closing(closing)) = edition.outline.last().map(|step| &step.entry) else { panic!("it ends") };
    assert_eq!(closing.title, "Thank you");
}

#[test]
fn italian_sentences_agree_with_what_own_territories_are_called() {
    let areas = "called: { one: area, many: aree, gender: feminine }\nnational: { code: IT, name: Italia }\n\
                 territories:\n  NOR: { name: Nord, article: il }\n  SUD: Sud\n";
    let said = summaries(&halves("it", areas, 30, "{ NOR: 30, SUD: 30 }"));
    assert_eq!(
        said[0],
        "Al 31 agosto 2024 le 2 aree hanno lo stesso valore, 30%. Valore complessivo (Italia): 30%, lo stesso."
    );
    let said = summaries(&halves("it", areas, 41, "{ NOR: 52, SUD: 30 }"));
    assert!(
        said[0].starts_with(
            "Al 31 agosto 2024 il valore più alto, 52%, è quello del Nord; il più basso, 30%, è quello di Sud. "
        ),
        "{}",
        said[0]
    );
    assert!(said[0].ends_with("1 area lo supera e 1 resta sotto."), "{}", said[0]);
    assert!(said[1].starts_with("Tabella di 2 aree per 2 voci, "), "{}", said[1]);
}

#[test]
fn the_whole_answers_to_its_name_and_to_national_in_every_list() {
    let fine = |territories: &str, step: &str| {
        let text = format!("# Fine\n\n- {{{{ consenso[\"{step}\"] }}}}, {{{{ consenso.national }}}}\n");
        let mut files = mistake::base();
        files.insert("narrative/fine.md".to_owned(), Some(text));
        let values =
            "indicator: consenso\nsource: prova\nnational: 20\nvalues: { Lazio: 8, Umbria: 29 }\nothers: missing\n";
        files.insert("editions/2024-06_2024-08/observations/consenso.yaml".to_owned(), Some(values.to_owned()));
        if !territories.is_empty() {
            files.insert("territories.yaml".to_owned(), Some(territories.to_owned()));
        }
        Site::check(&loaded(files), &Request::default()).map_err(|faults| format!("{:#?}", faults.list))
    };
    let two = "national: { code: W, name: Whole, aliases: [All] }\nterritories: { LAZ: Lazio, UMB: Umbria }\n";
    for (territories, step) in [("", "Italia"), ("", "IT"), (two, "Whole"), (two, "all"), (two, "W")] {
        fine(territories, step).unwrap();
    }
    assert!(fine(two, "Italia").is_err());
}
