//! Small tables on which an import could go wrong in silence, in `tests/import/trials/`: each is read right, or stops with
//! its true reason. `tests/import/trials.txt` has the words printed and the files written.

use super::{changed, mistake};
use fascicle::diag::{self, Language};
use fascicle::import::{self, Hidden, Import, Request};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What is given beside the file, where anything is.
fn options(name: &str) -> Vec<Request<'static>> {
    let plain = Request { edition: "2018-01_2018-12", source: "prova", ..Request::default() };
    match name {
        "head-dic-17.csv" | "istat-time-2019.csv" | "unknown-row-with-title.csv" => {
            vec![Request { indicator: Some("consenso"), ..plain }]
        }
        "hidden-row.xlsx" => vec![
            plain.clone(),
            Request { hidden: Some(Hidden::Read), ..plain.clone() },
            Request { hidden: Some(Hidden::Skip), ..plain },
        ],
        _ => vec![plain],
    }
}

/// A table to be brought into [`a_year`].
pub fn of_a_year(table: &[u8]) -> Request<'_> {
    let (name, edition, source) = ("t.csv", "2018-01_2018-12", "prova");
    Request { name, bytes: table, edition, source, ..Request::default() }
}

/// A year without observations: two shares, and one more for tables that speak of an example.
pub fn a_year() -> mistake::Files {
    let mut files = mistake::base();
    files.retain(|path, _| !path.starts_with("editions/") && !path.starts_with("narrative/"));
    let indicator = |id: &str, title: &str| {
        format!(
            "  {id}: {{ title: {title}, short: {title}, group: uso, kind: share, of: degli assistiti, decimals: 1, timing: stock, \
             origin: Prova, definition: Prova. }}\n"
        )
    };
    let all = ["consenso", "uso", "esempio"].map(|id| indicator(id, &(id[..1].to_uppercase() + &id[1..]))).concat();
    files.insert("indicators.yaml".to_owned(), Some(format!("groups:\n  uso: Utilizzo\nindicators:\n{all}")));
    files.insert("outline.yaml".to_owned(), Some("- title\n".to_owned()));
    let edition = "title: Prova\nsources:\n  prova: { publisher: Prova, title: Dati di prova }\n";
    files.insert("editions/2018-01_2018-12/edition.yaml".to_owned(), Some(edition.to_owned()));
    files
}

/// What is said of an import, and what it writes.
pub fn told(done: &Import, before: &BTreeMap<String, String>, language: Language) -> String {
    let mut text = import::printed(&done.report, language);
    text.push_str(&diag::print(&done.faults, &done.sources, language, false));
    text.extend(done.refused.iter().map(|why| format!("{}\n", why.get(language))));
    let mut after = before.clone();
    after.extend(done.files.iter().map(|file| (file.path.clone(), file.after.clone())));
    text + &changed(before, &after)
}

#[test]
fn each_trial_is_read_right_or_stops_with_its_reason() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    let mut names: Vec<String> = fs::read_dir(folder.join("trials"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| cfg!(feature = "spreadsheets") || name.ends_with(".csv"))
        .collect();
    names.sort();
    assert!(names.len() >= 14);
    let sources = mistake::loaded(a_year()).sources;
    let before: BTreeMap<String, String> =
        sources.files.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
    let mut printed = String::new();
    for name in &names {
        let bytes = fs::read(folder.join("trials").join(name)).unwrap();
        for options in options(name) {
            let request = Request { name, bytes: &bytes, ..options };
            let done = import::import(&sources, &request);
            assert!(done.refused.is_none() || done.files.is_empty(), "{name}");
            let mut given = request.indicator.map_or(String::new(), |id| format!(" --indicator {id}"));
            given.extend(request.hidden.map(|hidden| format!(" --hidden {hidden:?}").to_lowercase()));
            printed.push_str(&format!("--- {name}{given}\n{}\n", told(&done, &before, Language::English).trim_end()));
        }
    }
    let path = folder.join("trials.txt");
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, printed).unwrap();
    } else if cfg!(feature = "spreadsheets") {
        assert_eq!(printed, fs::read_to_string(path).unwrap());
    }
}

/// The values that came of a table of text, by territory; or none where it stopped.
fn values(table: &str, options: Request<'_>) -> Result<Vec<String>, String> {
    let sources = mistake::loaded(a_year()).sources;
    let plain =
        Request { name: "t.csv", bytes: table.as_bytes(), edition: "2018-01_2018-12", source: "prova", ..options };
    let done = import::import(&sources, &plain);
    match done.refused {
        Some(_) => Err(told(&done, &BTreeMap::new(), Language::English)),
        None => {
            let lines = done.files.iter().flat_map(|file| file.after.lines());
            Ok(lines.filter(|line| line.starts_with("  ") && !line.ends_with("todo")).map(str::to_owned).collect())
        }
    }
}

#[test]
fn of_columns_and_rows_of_several_years_those_of_the_edition_are_read() {
    let asked = Request { indicator: Some("consenso"), ..Request::default() };
    for (table, options) in [
        ("Regione;2016;2017;2018\nLazio;1,5;2,5;3,5\nUmbria;4,5;5,5;6,5\n", asked.clone()),
        (
            "Regione;Anno;Consenso\nLazio;2017;2,5\nLazio;2018;3,5\nUmbria;2017;5,5\nUmbria;2018;6,5\n",
            Request::default(),
        ),
        ("Regione;Valore;TIME\nLazio;2,5;2019\nLazio;3,5;2018\nUmbria;6,5;2018\n", asked.clone()),
        ("Regione;2017;2018\n;Consenso;Consenso\nLazio;2,5;3,5\nUmbria;5,5;6,5\n", Request::default()),
        ("Regione;Consenso;Consenso\n;2018;2017\nLazio;3,5;2,5\nUmbria;6,5;5,5\n", Request::default()),
        (
            "Consenso al 31 dicembre 2018\nRegione;Consenso\nLazio;3,5\nUmbria;6,5\nFonte: Prova, 2020\n",
            Request::default(),
        ),
    ] {
        assert_eq!(values(table, options).unwrap(), ["  Umbria: 6.5", "  Lazio: 3.5"], "{table}");
    }
}

#[test]
fn a_column_is_left_out_by_its_head_or_its_letter() {
    let table = "Regione;Consenso;Ultimo aggiornamento\nLazio;3,5;2020-01-08\n";
    assert!(values(table, Request::default()).unwrap_err().contains("2020-01-08"));
    for skip in ["Ultimo aggiornamento", "ultimo_aggiornamento", "C"] {
        let skip = [skip.to_owned()];
        assert_eq!(values(table, Request { skip: &skip, ..Request::default() }).unwrap(), ["  Lazio: 3.5"]);
    }
    for (skip, said) in [("D", "no column is `D`"), ("Regione", "holds the names of the rows")] {
        let skip = [skip.to_owned()];
        let told = values(table, Request { skip: &skip, ..Request::default() }).unwrap_err();
        assert!(told.contains(said), "{told}");
    }
}

#[test]
fn a_missing_value_that_says_no_more_gives_way_without_replacing() {
    let mut files = a_year();
    let path = "editions/2018-01_2018-12/observations/consenso.yaml";
    let text = "indicator: consenso\nsource: prova\nnational: missing\nvalues:\n  Lazio: missing\n  Umbria: { status: \
                missing, note: chiesto }\nothers: missing\n";
    files.insert(path.to_owned(), Some(text.to_owned()));
    let sources = mistake::loaded(files).sources;
    let import = |table: &str| {
        let request = of_a_year(table.as_bytes());
        import::import(&sources, &request)
    };
    let done = import("Regione;Consenso\nItalia;4,5\nLazio;3,5\n");
    assert!(done.refused.is_none());
    assert!(done.files[0].after.contains("national: 4.5") && done.files[0].after.contains("  Lazio: 3.5"));
    // One with a note says why: that is somebody's work.
    assert!(import("Regione;Consenso\nUmbria;3,5\n").refused.is_some());
}
