//! Whatever stands in the authors' files, the answer is a site or faults with their places: never a panic, never
//! nothing. The files are the real ones with random damage, the same damage in every run.

use fascicle::diag::{self, Language};
use fascicle::disk::{self, Loaded};
use fascicle::files::{Source, Sources};
use fascicle::{Request, Site};
use std::path::Path;

/// A small generator (xorshift64*), so that the damage is the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit.max(1)
    }
}

const PIECES: [&str; 28] = [
    "{{",
    "}}",
    "{{ consenso.italia }}",
    "[",
    "]",
    "{",
    "}",
    ": ",
    "- ",
    "\"",
    "'",
    "\n",
    "\t",
    "---\n",
    "|",
    ">",
    "#",
    "<b>",
    "<!--",
    "è",
    "\u{feff}",
    "\u{e000}",
    "12,5",
    "missing",
    "&a",
    "*a",
    "!!str",
    "\r\n",
];

/// The text with one piece of damage.
fn damaged(text: &str, dice: &mut Dice) -> String {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let from = places[dice.below(places.len())];
    let to = places[dice.below(places.len())];
    let (from, to) = (from.min(to), from.max(to));
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    match dice.below(6) {
        // A piece put in, a stretch taken out, the end lost.
        0 => format!("{}{}{}", &text[..from], PIECES[dice.below(PIECES.len())], &text[from..]),
        1 => format!("{}{}", &text[..from], &text[to..]),
        2 => text[..from].to_owned(),
        // Lines twice, gone, or indented.
        action => {
            let line = dice.below(lines.len());
            let mut kept: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            match (action, lines.is_empty()) {
                (_, true) => {}
                (3, _) => kept.insert(line, lines[line].to_owned()),
                (4, _) => drop(kept.remove(line)),
                (_, _) => kept[line].insert_str(0, "  "),
            }
            kept.concat()
        }
    }
}

#[test]
fn damaged_files_give_a_site_or_faults_never_a_panic() {
    assert_survives("tests/talk", 300, [15, 50]);
}

#[test]
fn so_do_damaged_files_of_a_site_in_english_with_territories_of_its_own() {
    assert_survives("docs/examples/waste/content", 150, [8, 25]);
}

/// Damages a content folder so many times; at least so many sites come of it, and so many refusals.
fn assert_survives(content: &str, rounds: usize, least: [usize; 2]) {
    let whole = disk::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join(content)).unwrap();
    let folders: Vec<String> = Vec::new();
    let mut dice = Dice(0x0FA5_C1C1_E000_0001);
    let (mut sites, mut refused) = (0, 0);
    for _ in 0..rounds {
        let mut files: Vec<Source> = whole.sources.files.clone();
        for _ in 0..=dice.below(2) {
            let file = dice.below(files.len());
            let text = damaged(&files[file].text, &mut dice);
            files[file] = Source::new(files[file].path.clone(), text);
        }
        let loaded = Loaded { sources: Sources::of_content("content", files, &folders), themes: whole.themes.clone() };
        match Site::check(&loaded, &Request::default()) {
            Err(faults) => {
                assert!(!faults.list.is_empty(), "refused without a fault");
                for language in Language::ALL {
                    assert!(!diag::print(&faults.list, &faults.sources, language, false).is_empty());
                    assert!(!diag::json(&faults.list, &faults.sources, language).is_empty());
                }
                // What can be mended is mended to the end, and shown.
                let mended = fascicle::mend(&loaded, &Request::default());
                let left = mended.outcome.as_ref().map_or_else(|faults| faults, |site| site.warnings());
                let all = mended.rounds.len() == 8 || diag::sure(&left.list, &left.sources).is_empty();
                assert!(all, "{}", diag::print(&left.list, &left.sources, Language::English, false));
                for round in &mended.rounds {
                    let mends = diag::sure(&round.list, &round.sources);
                    assert!(!diag::print_mends(&mends, &round.sources, Language::Italian, true).is_empty());
                }
                refused += 1;
            }
            Ok(site) => {
                sites += 1;
                if sites % 8 == 0 {
                    let ready = site.ready().expect("a checked site is measured");
                    assert!(ready.write(|_| Ok::<(), ()>(())).is_ok(), "a measured site is written");
                }
            }
        }
    }
    assert!(
        sites > least[0] && refused > least[1],
        "the damage is neither nothing nor all: {sites} sites, {refused} refused"
    );
}
