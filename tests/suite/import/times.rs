//! No table of another time goes in silently: whatever heads the column that tells it, however it is written, wherever it
//! stands.

use super::mistake;
use super::trials::{a_year, of_a_year, told};
use fascicle::diag::Language;
use fascicle::files::Sources;
use fascicle::import::{self, Request};
use std::collections::BTreeMap;

/// Heads of columns that say when; and one that does not.
const HEADS: [&str; 24] = [
    "TIME",
    "TIME_PERIOD",
    "Time",
    "Anno",
    "ANNO",
    "Annualità",
    "Anno di riferimento",
    "Reference year",
    "Year",
    "Jahr",
    "Année",
    "Año",
    "Stichtag",
    "Rilevazione",
    "Day",
    "Data",
    "Date",
    "Periodo",
    "Period",
    "Trimestre",
    "Mese",
    "ultimo_aggiornamento",
    "Datum",
    "Colonna",
];

/// Times of another year than 2018.
const TIMES: [&str; 14] = [
    "2017",
    "2019",
    "2016/17",
    "2017-Q4",
    "IV trim. 2017",
    "Dic-17",
    "giugno 2019",
    "31/12/2017",
    "31.12.2019",
    "2019-12-31T17:00:00",
    "2017K4",
    "December 31, 2017",
    "1º gennaio 2019",
    "S1 2017",
];

/// Stops with the cell in its words, or writes every value with a date of its own.
fn never_silent(sources: &Sources, table: &str, time: &str, indicator: Option<&str>) {
    let request = Request {
        name: "t.csv",
        bytes: table.as_bytes(),
        edition: "2018-01_2018-12",
        source: "prova",
        indicator,
        ..Request::default()
    };
    let done = import::import(sources, &request);
    let said = told(&done, &BTreeMap::new(), Language::English);
    if done.refused.is_some() {
        assert!(said.contains(time) && said.contains("error["), "{table}\n{said}");
        return;
    }
    let lines = || done.files.iter().flat_map(|file| file.after.lines()).filter(|line| line.starts_with("  "));
    assert!(lines().all(|line| line.ends_with("todo") || line.contains("as_of: 20")), "{table}\n{said}");
    assert!(done.values > 0, "{table}\n{said}");
}

#[test]
fn whatever_heads_a_column_of_another_time_it_is_told() {
    let sources = mistake::loaded(a_year()).sources;
    for head in HEADS {
        for time in TIMES {
            let one = format!("Regione;{head};Consenso\nLazio;{time};27,5\nUmbria;{time};28,5\n");
            never_silent(&sources, &one, time, None);
            let two = format!("Regione;Consenso;Uso;{head}\nLazio;27,5;5,5;{time}\nUmbria;28,5;6,5;{time}\n");
            never_silent(&sources, &two, time, None);
            let long = format!("Regione;Indicatore;Valore;{head}\nLazio;Consenso;27,5;{time}\nLazio;Uso;5,5;{time}\n");
            never_silent(&sources, &long, time, None);
        }
    }
}

#[test]
fn wherever_another_time_stands_over_the_values_it_is_told() {
    let sources = mistake::loaded(a_year()).sources;
    for time in TIMES {
        for (table, indicator) in [
            (format!("{time}\nRegione;Consenso\nLazio;27,5\n"), None),
            (format!("Consenso, {time}\nRegione;Consenso\nLazio;27,5\n"), None),
            (format!("Regione;{time};\n;Consenso;Uso\nLazio;27,5;5,5\n"), None),
            (format!("Regione;Consenso;Uso\n;{time};\nLazio;27,5;5,5\n"), None),
            (format!("Regione;Consenso;Uso\n;;{time}\nLazio;27,5;5,5\n"), None),
            (format!("Regione;{time}\nLazio;27,5\nUmbria;28,5\n"), Some("consenso")),
            (format!("Regione;Consenso {time}\nLazio;27,5\nUmbria;28,5\n"), Some("consenso")),
            (format!("Regione;Consenso\nLazio;27,5\n{time}\nUmbria;28,5\n"), None),
            (format!("Regione;Consenso\nLazio;27,5\nUmbria;28,5\nal {time}\n"), None),
            (format!("Indicatore;Lazio;Umbria\nAnno;{time};{time}\nConsenso;27,5;28,5\n"), None),
        ] {
            never_silent(&sources, &table, time, indicator);
        }
    }
}

#[test]
fn a_year_is_a_window_and_the_editions_own_time_is_read_in_every_form() {
    let sources = mistake::loaded(a_year()).sources;
    for time in
        ["2018", "2018-12", "Dic-18", "31/12/2018", "31.12.2018", "2018-12-31T17:00:00", "dicembre 2018", "2018-Q4"]
    {
        for head in HEADS {
            let table = format!("Regione;{head};Consenso\nLazio;{time};27,5\n");
            let request = of_a_year(table.as_bytes());
            let done = import::import(&sources, &request);
            assert!(done.refused.is_none(), "{table}\n{}", told(&done, &BTreeMap::new(), Language::English));
            assert!(done.files[0].after.contains("  Lazio: 27.5\n"), "{table}{}", done.files[0].after);
        }
    }
    // What may be two days is asked about.
    let table = "Regione;Data;Consenso\nLazio;12/11/2018;27,5\n";
    let request = Request {
        name: "t",
        bytes: table.as_bytes(),
        edition: "2018-01_2018-12",
        source: "prova",
        as_of: Some("2018-11-12"),
        ..Request::default()
    };
    let done = import::import(&sources, &request);
    let said = told(&done, &BTreeMap::new(), Language::English);
    assert!(done.refused.is_some() && said.contains("may be 2018-11-12 or 2018-12-11"), "{said}");
}
