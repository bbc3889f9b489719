use super::{Time, whole, within};
use proptest::prelude::*;

fn said(time: Time) -> String {
    let or = time.or.map_or(String::new(), |day| format!(" or {}", day.iso()));
    let across = if time.across { " across" } else { "" };
    match time.from == time.to {
        true => format!("{}{or}", time.from.iso()),
        false => format!("{}/{}{across}{or}", time.from.iso(), time.to.iso()),
    }
}

#[test]
fn times_are_read_as_people_write_them() {
    for (texts, expected) in [
        (
            &[
                "2018",
                "Anno 2018",
                "anno: 2018",
                "2018 (p)",
                "2018*",
                "Year 2018",
                "Jahr 2018",
                "Année 2018",
                "Año 2018",
                "2018-01/2018-12",
                "2018-01 - 2018-12",
                "gennaio-dicembre 2018",
                "01/01/2018 - 31/12/2018",
                "dal 1.1.2018 al 31.12.2018",
                "2018 (dati provvisori)",
                "FY2018",
            ][..],
            "2018-01-01/2018-12-31",
        ),
        (&["2019/20", "2019-20", "2019/2020", "a.s. 2019/20", "2019–20"], "2019-01-01/2020-12-31 across"),
        (&["2015-2018", "2015/2018"], "2015-01-01/2018-12-31"),
        (
            &[
                "2017-Q4",
                "Q4 2017",
                "T4-2017",
                "IV trim. 2017",
                "2017K4",
                "2017Q4",
                "2017 Q4",
                "4° trimestre 2017",
                "quarto trimestre del 2017",
                "4. Quartal 2017",
                "4e trimestre 2017",
                "4th quarter 2017",
                "2017-T4",
                "Trim. IV 2017",
                "2017 IV trimestre",
                "Q4/2017",
                "Q4-17",
                "ott-dic 2017",
                "ottobre - dicembre 2017",
                "October to December 2017",
                "Ottobre 2017 - dicembre 2017",
            ],
            "2017-10-01/2017-12-31",
        ),
        (
            &[
                "2018-S1",
                "2018S1",
                "S1 2018",
                "H1 2018",
                "2018-H1",
                "1° semestre 2018",
                "I sem. 2018",
                "primo semestre 2018",
            ],
            "2018-01-01/2018-06-30",
        ),
        (
            &[
                "giugno 2019",
                "Giu-19",
                "giu. 2019",
                "June 2019",
                "Jun-19",
                "Juni 2019",
                "juin 2019",
                "junio de 2019",
                "2019-06",
                "06/2019",
                "6/2019",
                "2019M06",
                "2019-M6",
                "201906",
                "2019/06",
                "mese di giugno 2019",
            ],
            "2019-06-01/2019-06-30",
        ),
        (&["Dic-17", "dic 2017", "Dez 17", "Dec-17", "déc. 2017", "a dicembre 2017"], "2017-12-01/2017-12-31"),
        (
            &[
                "31/12/2018",
                "31.12.2018",
                "2018-12-31",
                "31-12-2018",
                "2018-12-31T17:00:00",
                "2018-12-31 17:00:00",
                "2018-12-31T17:00:00.000Z",
                "2018-12-31T17:00+01:00",
                "31 dicembre 2018",
                "31 December 2018",
                "December 31, 2018",
                "Dec 31st, 2018",
                "31. Dezember 2018",
                "31 décembre 2018",
                "31 de diciembre de 2018",
                "31-dic-18",
                "31/12/18",
                "20181231",
                "2018/12/31",
                "al 31 dicembre 2018",
                "Situazione al 31/12/2018",
                "12/31/2018",
                "Stand: 31.12.2018",
                "31/12/2018 ore 17:00",
            ],
            "2018-12-31",
        ),
        (&["1º gennaio 2019", "1° gennaio 2019", "1er janvier 2019", "1.1.2019", "January 1, 2019"], "2019-01-01"),
        (&["12/11/2018", "12-11-2018", "12/11/18"], "2018-11-12 or 2018-12-11"),
        (&["12.11.2018"], "2018-11-12"),
    ] {
        for text in texts {
            assert_eq!(whole(text).map(said).as_deref(), Some(expected), "{text}");
        }
    }
}

#[test]
fn what_is_no_time_is_none() {
    for text in [
        "",
        "12",
        "12,5",
        "12.5",
        "2018,5",
        "1.234",
        "2018%",
        "00-04",
        "05-11",
        "12-19",
        "90+",
        "01",
        "ITC1",
        "Consenso",
        "giugno",
        "18",
        "2018 abitanti",
        "31/02/2018",
        "2018-13-01",
        "Q5 2017",
        "1234",
        "2500",
        "3/4",
        "v. 2",
        "4°",
        "Piemonte 2018",
        "20182018",
        "201813",
        "IV",
        "Tavola 4",
        "10.1",
        "2018.5",
        "n.d.",
        "May",
        "2018-W05-1x",
    ] {
        assert_eq!(whole(text).map(said), None, "{text}");
    }
}

#[test]
fn times_are_found_within_words() {
    for (text, expected) in [
        ("Tavola 4 - Consenso, per 1.000 abitanti", vec![]),
        ("Popolazione al 1º gennaio 2019", vec!["2019-01-01"]),
        ("Gennaio - marzo 2025; documenti e specialisti al 31 marzo 2025", vec!["2025-01-01/2025-03-31", "2025-03-31"]),
        ("Consenso (%) 2017", vec!["2017-01-01/2017-12-31"]),
        ("© Istat – 2018 €", vec!["2018-01-01/2018-12-31"]),
        ("Variazione 2017-2018", vec!["2017-01-01/2018-12-31 across"]),
        ("12.2018 e 1.2018,5", vec![]),
        ("Consenso, IV trim. 2017", vec!["2017-10-01/2017-12-31"]),
    ] {
        assert_eq!(within(text).into_iter().map(said).collect::<Vec<_>>(), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn no_words_break_the_reader(text in "[0-9a-zA-Z/.,:()\u{2013} 'º°-]{0,40}") {
        whole(&text);
        within(&text);
    }

    #[test]
    fn every_day_of_the_calendar_is_read_in_the_forms_that_leave_no_doubt(year in 1900u16..2200, month in 1u8..13, day in 1u8..29) {
        let iso = format!("{year}-{month:02}-{day:02}");
        for text in [iso.clone(), format!("{day}.{month}.{year}"), format!("{year}{month:02}{day:02}")] {
            prop_assert_eq!(whole(&text).map(said), Some(iso.clone()));
        }
    }
}
