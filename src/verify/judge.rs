//! What comes of the differences between a drawing and that of today: whether it holds, was altered, or corrected.

use super::answer::{Answer, Verdict, quoted};
use super::today::Known;
use super::{compare, table};
use crate::diag::{Language, Words};
use crate::provenance::Claim;
use crate::words;

/// The answer to a drawing. `differences` are those of the drawing from today's; `is_as_marked`, whether it is the one that
/// its own mark was made of; `as_today`, whether that is also the drawing of today, as far as this can be told.
pub fn judge(
    claim: Claim,
    known: &Known,
    differences: Vec<Words>,
    is_as_marked: bool,
    as_today: Option<bool>,
) -> Answer {
    let language = Language::read(claim.get("dc:language")).unwrap_or_default();
    let claim_rows = claim.rows();
    let rows = table::differences(&claim_rows, &known.claim.rows(), language);
    let same_data = claim.data() == known.claim.data();
    let written = written(&claim, &known.claim, same_data);
    let moved = only_moved(&claim, &known.claim);
    let revisions = [claim.get("fascicle:revision"), known.claim.get("fascicle:revision")].map(str::to_owned);
    let mut answer = Answer { claim: Some(claim), newer: known.newer.clone(), ..Answer::of(Verdict::Current) };
    let is_whole = differences.is_empty() && rows.is_empty() && written.is_empty() && same_data;
    match as_today {
        _ if is_whole && as_today.is_some() => {}
        None if is_whole && is_as_marked => {}
        // The address of a site may move, and then the figure is as it was.
        Some(true) if differences.is_empty() && rows.is_empty() && same_data && moved => {
            answer.verdict = Verdict::Redrawn;
            answer.written = written;
        }
        // It was drawn as it would be today: whatever differs was done to it since.
        Some(true) => {
            answer.verdict = Verdict::Altered;
            answer.drawn = differences;
            answer.written = written;
            answer.altered_rows = table::differences(&known.claim.rows(), &claim_rows, language);
        }
        _ if !is_as_marked => {
            answer.verdict = Verdict::Altered;
            answer.why = words!(
                "the drawing is not the one that its own mark was made of; against that of today:",
                "il disegno non è quello di cui porta il segno; rispetto a quello di oggi:"
            );
            answer.drawn = differences;
            answer.rows = rows;
            answer.revisions = (!same_data).then_some(revisions);
        }
        _ if !same_data || !rows.is_empty() => {
            answer.verdict = Verdict::Corrected;
            answer.written = if rows.is_empty() { written } else { Vec::new() };
            answer.rows = rows;
            answer.revisions = Some(revisions);
        }
        // The same data, in other words or colours.
        _ => {
            answer.verdict = Verdict::Redrawn;
            answer.drawn = differences;
            answer.written = written;
        }
    }
    if answer.verdict == Verdict::Current && answer.newer.is_some() {
        answer.verdict = Verdict::Superseded;
    }
    answer
}

/// The answer where the file cannot be made anew here: without that it cannot be judged.
pub fn not_drawn(claim: Claim) -> Answer {
    let why = words!(
        "its data are those of today, but the file itself cannot be made anew here to be held against it",
        "i suoi dati sono quelli di oggi, ma qui il file non si può rifare per confrontarlo"
    );
    Answer { claim: Some(claim), ..Answer::unknown(why) }
}

/// The answer to a file that does not say where it comes from.
pub fn says_nothing() -> Answer {
    Answer::unknown(words!(
        "it does not say where it comes from: it is not ours, or its metadata were taken out",
        "non dice da dove viene: non è nostro, o ne sono stati tolti i metadati"
    ))
}

/// What a file says of itself that is not so today, but for what is told otherwise: the table, the marks, and the
/// revision where the data have changed with it.
fn written(claim: &Claim, today: &Claim, same_data: bool) -> Vec<Words> {
    let differing = differing(claim, today).filter(|key| same_data || *key != "fascicle:revision");
    differing.map(|key| says(key, today.get(key), claim.get(key))).collect()
}

/// The keywords of which a file says something else than would be said today, in their order.
fn differing<'c>(claim: &'c Claim, today: &'c Claim) -> impl Iterator<Item = &'c str> {
    const TOLD: [&str; 4] = ["fascicle:table", "fascicle:data", "fascicle:drawing", "fascicle:options"];
    let others = today.pairs.keys().filter(|key| !claim.pairs.contains_key(*key));
    let keywords = claim.pairs.keys().chain(others).map(String::as_str);
    keywords.filter(|key| !TOLD.contains(key) && claim.get(key) != today.get(key))
}

/// Whether a file gives another address of itself than would be given today, and all else alike.
fn only_moved(claim: &Claim, today: &Claim) -> bool {
    differing(claim, today).eq(["dc:identifier"])
}

/// What a file says under a keyword, and what is said there today.
pub fn says(key: &str, was: &str, is: &str) -> Words {
    let [was, is] = compare::apart(was, is).map(quoted);
    words!("`{key}` says {is} in it, and {was} here", "`{key}` vi dice {is}, e qui {was}"; is, was)
}
