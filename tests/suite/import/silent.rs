//! Nothing of another time, unit, place or group goes in silently, and nothing is dropped without being named: small tables,
//! each with the cell that must stop it.

use super::mistake;
use super::trials::{a_year, of_a_year, told};
use fascicle::diag::Language;
use fascicle::import::{self, Request};
use std::collections::BTreeMap;

/// A year with a stock, a flow and an availability.
fn files() -> mistake::Files {
    let mut files = a_year();
    let share = |id: &str, title: &str, timing: &str| {
        format!(
            "  {id}: {{ title: {title}, short: {title}, group: uso, kind: share, of: degli assistiti, decimals: 1, timing: \
             {timing}, origin: Prova, definition: Prova. }}\n"
        )
    };
    let services = "  servizi:\n    title: Servizi\n    short: Servizi\n    group: uso\n    kind: availability\n    of: dei \
                    servizi\n    timing: stock\n    origin: Prova\n    definition: Prova.\n    total: 3\n    items:\n      \
                    esenzioni: Esenzioni\n      pagamenti: Pagamenti\n      referti: Referti\n    figures:\n      items: { title: Voci, \
                    measure: \"% delle Regioni\" }\n      table: { title: Tabella, measure: Voci }\n      territories: \
                    { title: Territori, measure: \"% delle voci\" }\n";
    let all = share("consenso", "Consenso", "stock") + &share("uso", "Uso", "flow") + services;
    files.insert("indicators.yaml".to_owned(), Some(format!("groups:\n  uso: Utilizzo\nindicators:\n{all}")));
    files
}

/// What is said of a table, and whether it would be written. Lines are parted by ` / `.
fn said(table: &str, options: Request<'_>) -> (bool, String) {
    let sources = mistake::loaded(files()).sources;
    let table = table.replace(" / ", "\n") + "\n";
    let edition = if options.edition.is_empty() { "2018-01_2018-12" } else { options.edition };
    let request = Request { name: "t.csv", bytes: table.as_bytes(), edition, source: "prova", ..options };
    let done = import::import(&sources, &request);
    (done.refused.is_none() && !done.files.is_empty(), told(&done, &BTreeMap::new(), Language::English))
}

fn consenso() -> Request<'static> {
    Request { indicator: Some("consenso"), ..Request::default() }
}

/// Each table stops with a fault that has these words.
fn stops(tables: &[(&str, &str)], options: &Request<'_>) {
    for (table, words) in tables {
        let (written, said) = said(table, options.clone());
        assert!(!written && said.contains("error[") && said.contains(words), "{table}\n{said}");
    }
}

/// Each table is written, and these words are said.
fn goes_in(tables: &[(&str, &str)], options: &Request<'_>) {
    for (table, words) in tables {
        let (written, said) = said(table, options.clone());
        assert!(written && said.contains(words), "{table}\n{said}");
    }
}

#[test]
fn a_title_that_names_another_time_within_the_editions_stops() {
    let other = "this says «";
    stops(
        &[
            ("Consenso al 30 giugno 2018 / Regione;Consenso / Piemonte;1", other),
            ("Consenso al 1° gennaio 2018 / Regione;Consenso / Piemonte;1", other),
            ("Uso nel primo semestre 2018 / Regione;Uso / Piemonte;1", other),
            ("Uso nel primo semestre / Regione;Uso / Piemonte;1", other),
            ("Uso, media triennio 2016-2018 / Regione;Uso / Piemonte;1", other),
            ("Regioni - Anno 2017;Consenso / Piemonte;1", other),
            ("2017;Consenso / Piemonte;1", other),
            (";;Anno 2017 / Regione;Consenso;Nota / Piemonte;1;x", "Anno 2017"),
            ("Regione;Consenso;Nota / ;;Anno 2017 / Piemonte;1;x", "Anno 2017"),
            ("Regione;Consenso / Anno 2017; / Piemonte;3", other),
            ("Regione;Consenso / Dati del 2017; / Piemonte;3", other),
            ("Regione;Consenso / 2017; / Piemonte;3 / 2018; / Veneto;4", other),
            ("Regione;Uso / I trimestre; / Piemonte;3 / II trimestre; / Veneto;4", other),
            ("Regione;Consenso / Piemonte;3 / Note: dati al 31/12/2017", other),
        ],
        &Request::default(),
    );
    stops(&[("Regione;giugno / Piemonte;1", other)], &consenso());
    goes_in(
        &[
            ("Consenso al 31 dicembre 2018 / Regione;Consenso / Piemonte;1", "Piemonte 1"),
            ("Uso nel 2018 / Regione;Uso / Piemonte;1", "Piemonte 1"),
            ("Consenso e uso, 2018 / Regione;Consenso;Uso / Piemonte;1;2", "Piemonte 2"),
            ("Uso, anni 2016-2018 / Regione;Anno;Uso / Piemonte;2017;1 / Piemonte;2018;2", "Piemonte 2"),
            ("Regione;Consenso / Piemonte;3 / Fonte: elaborazione su dati del Ministero, 2019", "Piemonte 3"),
            ("Codice NUTS 2021;Consenso / ITC1;3", "Piemonte 3"),
        ],
        &Request::default(),
    );
    goes_in(&[("Regione;dicembre / Piemonte;1", "Piemonte 1")], &consenso());
}

#[test]
fn times_beside_territories_that_stand_side_by_side_date_the_values() {
    stops(
        &[
            ("Indicatore;Anno;Piemonte;Lombardia / Consenso;2017;1;2", "this says «2017»"),
            ("Indicatore;Periodo;Piemonte;Lombardia / Consenso;30/06/2018;1;2", "this says «30/06/2018»"),
            ("Indicatore;Piemonte;Lombardia;Anno / Consenso;1;2;2017", "this says «2017»"),
            ("Indicatore;Piemonte;Anno;Lombardia / Consenso;1;2017;2", "this says «2017»"),
            ("Indicatore;Anno;Piemonte;Lombardia / Consenso;boh;1;2", "cannot be read as a time"),
            ("2017;Piemonte;Veneto / Consenso;1;2", "this says «2017»"),
            ("Indicatore;Stato;Piemonte;Lombardia / Consenso;missing;1;2", "this status"),
        ],
        &Request::default(),
    );
    let table = "Indicatore;Anno;Piemonte;Lombardia / Consenso;2018;1;2";
    goes_in(&[(table, "times of the values: B"), (table, "Lombardia 2")], &Request::default());
}

#[test]
fn a_blank_cell_below_another_time_and_an_odd_cell_among_times_stop() {
    stops(
        &[
            ("Anno;Regione;Consenso / 2017;Piemonte;1 / ;Lazio;3 / 2018;Piemonte;2", "the cell below «2017» is blank"),
            ("Periodo;Regione;Consenso / 2018-06-30;Piemonte;3 / ;Veneto;3", "the cell below «2018-06-30» is blank"),
            ("Regione;Uso;rif / Piemonte;1;2017 / Lazio;2;n.d.", "this says «2017»"),
            ("Regione;Data;Consenso / Piemonte;03/04/2018;1", "may be 2018-04-03 or 2018-03-04"),
        ],
        &Request::default(),
    );
    goes_in(
        &[
            ("Anno;Regione;Consenso / 2018;Piemonte;1 / ;Lazio;3", "Lazio 3"),
            ("Regione;Consenso;Periodo / Piemonte;3;2018-06-30 / Veneto;3;", "Piemonte 3, 2018-06-30"),
        ],
        &Request::default(),
    );
}

#[test]
fn another_unit_stops_wherever_it_stands() {
    let over = "names another unit than per cent";
    stops(
        &[
            ("Regione;Consenso / per 1.000 abitanti / Piemonte;1", over),
            ("Regione;Consenso / unità: migliaia; / Piemonte;1", over),
            ("Regioni (valori per 1.000 abitanti);Consenso / Piemonte;1", over),
            ("Regione;Consenso / ;v.a. / Piemonte;1", over),
            ("Regione;Consenso / ;€ / Piemonte;1", over),
            ("Regione;Consenso / ;numero / Piemonte;1", over),
            ("Valori assoluti / Regione;Consenso / Piemonte;1", over),
            ("Regione;Consenso;Unità di misura / Piemonte;1;per 1.000", "«per 1.000», in the column «Unità di misura»"),
            ("REF_AREA;MEASURE;UNIT_MULT;OBS_VALUE / ITC1;Consenso;3;12", "«3», in the column «UNIT_MULT»"),
        ],
        &Request::default(),
    );
    let rate = "unit;geo;TIME_PERIOD;OBS_VALUE / PER_1000;ITC1;2018;12";
    stops(&[(rate, "«PER_1000», in the column «unit»")], &consenso());
    goes_in(
        &[
            ("unit;geo;TIME_PERIOD;OBS_VALUE / PC;ITC1;2018;12", "Piemonte 12"),
            ("Valori assoluti e percentuali / Regione;% / Piemonte;12", "Piemonte 12"),
        ],
        &consenso(),
    );
}

#[test]
fn a_place_in_a_territory_and_a_group_of_people_are_asked_about() {
    stops(
        &[
            (
                "Regione;Provincia;Consenso / Piemonte;Torino;1 / Lombardia;Milano;3",
                "«Torino», in the column «Provincia»",
            ),
            ("Regione;Consenso;Provincia / Piemonte;1;Torino", "--skip Provincia"),
            ("Regione;ASL;Consenso / Piemonte;TO3;1", "«TO3»"),
            ("Regione;Comune;Consenso / Piemonte;Torino;1", "«Torino»"),
            ("Regione;Sesso;Consenso / Piemonte;maschi;1", "«maschi»"),
            ("Regione;Classe di età;Consenso / Piemonte;18-64;1", "«18-64»"),
            ("Regione;Gestore;Consenso / Piemonte;Uno di questi;1 / Lombardia;Un altro;2", "«Uno di questi»"),
            ("Regione;Consenso / Maschi; / Piemonte;1 / Femmine; / Lombardia;2", "group of people"),
            ("Regione;Consenso / ;maschi / Piemonte;1", "group of people"),
            ("maschi / Regione;Consenso / Piemonte;1", "group of people"),
            ("Regioni (femmine);Consenso / Piemonte;1", "group of people"),
        ],
        &Request::default(),
    );
    goes_in(
        &[
            ("Ripartizione;Regione;Consenso / Nord-ovest;Piemonte;1 / Centro;Lazio;2", "Lazio 2"),
            ("Codice;Regione;Consenso / 01;Piemonte;1 / 12;Lazio;2", "Lazio 2"),
            ("Regione;Sesso;Consenso / Piemonte;Totale;1 / Lazio;Totale;2", "Lazio 2"),
            ("Regione;Tema;Indicatore;Valore / Lazio;Uno;Consenso;1 / Lazio;Altro;Uso;2", "Lazio 2"),
            ("Regione;Consenso;Commento / Piemonte;1;bene / Lazio;2;meno bene", "Lazio 2"),
            ("Maschi e femmine / Regione;Consenso / Lazio;2", "Lazio 2"),
        ],
        &Request::default(),
    );
    let skip = ["Provincia".to_owned()];
    let options = Request { skip: &skip, ..Request::default() };
    goes_in(&[("Regione;Provincia;Consenso / Piemonte;Torino;1", "Piemonte 1")], &options);
}

#[test]
fn asking_for_an_indicator_takes_no_column_that_says_something_else() {
    for head in ["Popolazione", "Rank", "Femmine", "Consenso femmine 2018"] {
        let (written, said) = said(&format!("Regione;{head} / Piemonte;50"), consenso());
        assert!(!written && said.contains("no column of values that is known"), "{said}");
    }
    for head in ["", "2018", "31/12/2018", "Consenso 2018", "%", "Valore", "Quota", "Valori (%)", "Tasso"] {
        let (written, said) = said(&format!("Regione;{head} / Piemonte;50"), consenso());
        assert!(written || said.contains("without a header"), "{head}: {said}");
    }
}

#[test]
fn what_is_dropped_is_named_and_what_is_told_is_true() {
    let services = "Regione;Esenzioni;Pagamenti;Referti / Italia;sì;no;x / Piemonte;sì;no;x";
    let (written, told) = said(services, Request::default());
    assert!(written && told.contains("Rows: 1 read") && told.contains("rows of the whole: 2"), "{told}");
    let groups = "Regione;2018;;2017; / ;Consenso;Uso;Consenso;Uso / Piemonte;1;2;3;4";
    let (written, told) = said(groups, Request::default());
    assert!(written && told.contains("Read 3 of 5 columns"), "{told}");
    assert_eq!(told.matches("another column has the edition’s own period").count(), 2, "{told}");
    let (_, told) = said("Regione;Consenso / Piemonte;12% / Lazio;0,41 / Umbria;0,5", Request::default());
    assert!(told.contains("all numbers of this column without a per cent sign lie between 0 and 1"), "{told}");
}

#[test]
fn of_two_things_with_one_name_neither_is_written() {
    let mut files = files();
    let text = files["indicators.yaml"].clone().unwrap();
    let text = text
        .replace("short: Uso", "short: Uso, aliases: [adesione]")
        .replace("short: Consenso", "short: Consenso, aliases: [Adesione]");
    files.insert("indicators.yaml".to_owned(), Some(text));
    let sources = mistake::loaded(files).sources;
    for table in ["Regione;Adesione\nLazio;1\n", "Regione;Indicatore;Valore\nLazio;Adesione;1\nLazio;Uso;2\n"] {
        let request = of_a_year(table.as_bytes());
        let done = import::import(&sources, &request);
        assert!(done.refused.is_some(), "{table}\n{}", told(&done, &BTreeMap::new(), Language::English));
    }
}

#[test]
fn a_csv_of_several_editions_says_which_one_is_brought_back() {
    for (table, words) in [
        ("territory,name,old_value,value,difference,unit / ITC1,Piemonte,1,2,1,percent", "compares two editions"),
        (
            "territory,name,value_edition,value,unit / ITC1,Piemonte,2018-01_2018-12,2,percent",
            "lines of several editions",
        ),
    ] {
        stops(&[(table, words), (table, "`2018-01_2018-12/data/`")], &Request::default());
    }
}
