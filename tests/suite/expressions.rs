//! What narrative asks of the data: whatever is written between braces or in a claim is answered or refused, and what is
//! answered is what the figures say.

use crate::common::mistake::{self, Files};
use fascicle::data::prose::{Block, plain};
use fascicle::diag::{self, Language};
use fascicle::resolve::Entry;
use fascicle::{Faults, Request, Site};
use proptest::prelude::*;

const NARRATIVE: &str = "narrative/fine.md";

/// Six Regions with a value, in two editions; the figures are invented.
fn files(narrative: &str) -> Files {
    let mut files = mistake::base();
    files.insert(NARRATIVE.to_owned(), Some("# Fine\n\n- Nulla\n".to_owned()));
    files.insert(format!("editions/2024-06_2024-08/{NARRATIVE}"), Some(narrative.to_owned()));
    let observations = |national: u8, values: [u8; 6]| {
        let names = ["Lazio", "Umbria", "Puglia", "Calabria", "Sicilia", "Veneto"];
        let values = names.iter().zip(values).map(|(name, value)| format!("  {name}: {value}\n")).collect::<String>();
        format!("indicator: consenso\nsource: prova\nnational: {national}\nvalues:\n{values}others: missing\n")
    };
    let head = files["editions/2024-06_2024-08/edition.yaml"].clone();
    let path = |edition: &str| format!("editions/{edition}/observations/consenso.yaml");
    files.insert(path("2024-06_2024-08"), Some(observations(41, [8, 29, 69, 1, 1, 84])));
    files.insert(path("2024-03_2024-05"), Some(observations(40, [10, 29, 60, 1, 2, 84])));
    files.insert("editions/2024-03_2024-05/edition.yaml".to_owned(), head);
    files
}

fn check(narrative: &str) -> Result<Site, Faults> {
    Site::check(&mistake::loaded(files(narrative)), &Request::default())
}

/// What a reader reads in the place of a binding.
fn read(binding: &str) -> String {
    let site = check(&format!("# Fine\n\n{{{{ {binding} }}}}\n"))
        .unwrap_or_else(|faults| panic!("{}", diag::print(&faults.list, &faults.sources, Language::English, false)));
    let edition = site.edition(0);
    let passages = edition.outline.into_iter().flat_map(|entry| match entry.entry {
        Entry::Narrative(passages) => passages,
        _ => Vec::new(),
    });
    let texts = passages.flat_map(|passage| passage.blocks).filter_map(|block| match block {
        Block::Paragraph(parts) => Some(plain(&parts)),
        _ => None,
    });
    texts.collect()
}

#[test]
fn bindings_print_what_the_figures_say() {
    for (binding, printed) in [
        ("consenso.italia", "41%"),
        ("consenso.national", "41%"),
        ("consenso['Puglia']", "69%"),
        ("consenso[\"Molise\"]", "n.d."),
        ("consenso.max", "84%"),
        ("consenso.min.who", "Calabria e Sicilia"),
        ("consenso.known", "6"),
        ("consenso.missing", "15"),
        ("consenso.spread", "83\u{a0}punti"),
        ("consenso.above_italia", "Puglia e Veneto"),
        ("consenso.below_italia | length", "4"),
        ("consenso[\"Veneto\"].rank", "1"),
        ("consenso[\"Sicilia\"].rank", "5"),
        ("consenso.italia.change", "1\u{a0}punto"),
        ("consenso[\"Sicilia\"].change", "−1\u{a0}punto"),
        ("change(consenso[\"Puglia\"], since = \"2024-03_2024-05\")", "9\u{a0}punti"),
        ("rises(consenso)", "Puglia"),
        ("falls(consenso)", "Lazio e Sicilia"),
        ("above(consenso, 28)", "Puglia, Umbria e Veneto"),
        ("above(consenso, consenso[\"Umbria\"], area = \"sud\")", "Puglia"),
        ("below(consenso, 10, area = [\"sud\", \"isole\"])", "Calabria e Sicilia"),
        ("above(consenso, 90)", "nessuno"),
        ("top(consenso, 2)", "Veneto e Puglia"),
        ("top(consenso, 4)", "Veneto, Puglia, Umbria e Lazio"),
        ("bottom(consenso, 3)", "Calabria, Sicilia e Lazio"),
        ("bottom(consenso, 1)", "Calabria e Sicilia"),
        ("equal(consenso, 1)", "Calabria e Sicilia"),
        ("known(consenso, area = \"centro\")", "Lazio e Umbria"),
        ("missing(consenso, area = \"isole\")", "Sardegna"),
        ("consenso.max - consenso.min", "83"),
        ("(consenso.max + 1) / 2", "42,5"),
        ("(consenso.italia / 3) | round(precision=1)", "13,7"),
        ("consenso.period", "al 31\u{a0}agosto 2024"),
    ] {
        assert_eq!(read(binding), printed, "{binding}");
    }
}

#[test]
fn claims_hold_or_do_not_as_the_figures_say() {
    for (claim, holds) in [
        ("consenso.italia < 50", true),
        ("consenso.italia <= 41 and consenso.italia >= 41", true),
        ("consenso.italia == 41", true),
        ("consenso.italia != 41", false),
        ("consenso.italia > 50 or consenso.max > 50", true),
        ("consenso.italia > 50 or consenso.max > 90", false),
        ("consenso.max - consenso.min == 83", true),
        ("above(consenso, italia) == [\"Veneto\", \"Puglia\"]", true),
        ("above(consenso, italia) == [\"Puglia\"]", false),
        ("above(consenso, italia) != [\"Puglia\"]", true),
        ("\"Puglia\" in above(consenso, italia)", true),
        ("\"Lazio\" not in above(consenso, italia)", true),
        ("[\"Lazio\", \"Puglia\"] in above(consenso, italia)", false),
        ("above(consenso, 90) == []", true),
        ("above(consenso, italia) | length == 2", true),
        ("change(consenso.italia) > 0", true),
        ("spread(consenso) > 83", false),
        ("consenso[\"PUGLIA\"] > consenso.italia * 1.5", true),
    ] {
        let checked = check(&format!("# Fine\n\n- Una frase <!-- claim: {claim} -->\n"));
        match checked {
            Ok(site) => assert!(holds && site.tested().len() == 1, "{claim}"),
            Err(faults) => {
                let told = diag::print(&faults.list, &faults.sources, Language::English, false);
                assert!(!holds && told.contains("error[F048]"), "{claim}\n{told}");
            }
        }
    }
}

/// A claim of a difference of decimals is exact: in binary, 13.7 - 12.5 is less than 1.2.
#[test]
fn decimals_are_compared_as_they_are_printed() {
    let mut files = files(
        "# Fine\n\n- Frase <!-- claim: consenso.italia - consenso.min >= 1.2 and change(consenso.italia) == 0.3 -->\n",
    );
    let indicators = files["indicators.yaml"].clone().unwrap();
    files.insert(
        "indicators.yaml".into(),
        Some(indicators.replacen("    timing: stock\n", "    timing: stock\n    decimals: 1\n", 1)),
    );
    let values = |national: &str| {
        format!("indicator: consenso\nsource: prova\nnational: {national}\nvalues:\n  Lazio: 12.5\nothers: missing\n")
    };
    files.insert("editions/2024-06_2024-08/observations/consenso.yaml".into(), Some(values("13.7")));
    files.insert("editions/2024-03_2024-05/observations/consenso.yaml".into(), Some(values("13.4")));
    let checked = Site::check(&mistake::loaded(files), &Request::default());
    if let Err(faults) = checked {
        panic!("{}", diag::print(&faults.list, &faults.sources, Language::English, false));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_is_answered_or_refused(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "consenso", "accessi", ".italia", ".max", ".who", "[\"Lazio\"]", "[", "]", "(", ")", ",", "+", "-", "*", "/",
                "**", "|", "abs", "round(precision=1)", "length", "join(sep=\"-\")", "above", "change", "top", "spread", "rises",
                "italia", "area", "=", "\"sud\"", "<", "==", "in", "not in", "and", "or", "50", "999999999999", "0", "1.5", "è",
                "range", "{", "%", "'", "--", "documenti", ".items", "since", "\"2024-03_2024-05\"", "first", ".", "\n",
            ]),
            0..14,
        ),
        claim in any::<bool>(),
    ) {
        let text = words.join(" ");
        let narrative = match claim {
            true => format!("# Fine\n\n- Una frase <!-- claim: {text} -->\n"),
            false => format!("# Fine\n\n- Una frase {{{{ {text} }}}}\n"),
        };
        if let Err(faults) = check(&narrative) {
            prop_assert!(!faults.list.is_empty());
            let told = diag::print(&faults.list, &faults.sources, Language::Italian, false);
            prop_assert!(told.contains("narrative/fine.md"), "{}", told);
        }
    }
}
