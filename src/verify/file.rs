//! A file is looked at as its kind asks: a drawing, a table of data, a picture.

use super::answer::{Answer, Verdict};
use super::compare::{self, Ours};
use super::judge::{judge, not_drawn, says, says_nothing};
use super::kind::Kind;
#[cfg(feature = "png")]
use super::pixels;
use super::today::{Ask, ask};
use super::{chunks, data, drawing, table};
use crate::diag::Language;
use crate::provenance::{Claim, mark};
use crate::words;
use std::collections::BTreeSet;

/// The largest file that is looked at, in bytes.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// What an SVG says of itself; `None` where it says nothing, or is none.
pub fn claim_of(svg: &str) -> Option<Claim> {
    drawing::read(svg)?.claim
}

/// Looks at a file. `today` says what the figure is that the file claims to be.
pub fn verify(bytes: &[u8], today: Ask<'_>) -> Answer {
    if bytes.len() > LARGEST {
        return Answer::unknown(words!(
            "it is larger than {} MB, and no figure is",
            "supera i {} MB, e nessuna figura li supera",
            LARGEST / (1024 * 1024)
        ));
    }
    let text = || std::str::from_utf8(bytes).unwrap_or_default().trim_start_matches('\u{feff}');
    match Kind::of(bytes) {
        Some(Kind::Svg) => svg(text(), today),
        Some(Kind::Csv) => table_of(bytes, data::of_csv(text()), Kind::Csv, today),
        Some(Kind::Json) => table_of(bytes, data::of_json(text()), Kind::Json, today),
        Some(Kind::Png) => picture(bytes, chunks::of_png(bytes), Kind::Png, today),
        Some(Kind::Pdf) => picture(bytes, chunks::of_pdf(bytes), Kind::Pdf, today),
        None => Answer::unknown(words!(
            "it is in no format that can be looked into",
            "non è in un formato che si possa esaminare"
        )),
    }
}

/// An SVG: every leaf of its drawing is held against that of today.
fn svg(text: &str, today: Ask<'_>) -> Answer {
    let Some(file) = drawing::read(text) else {
        return Answer::unknown(words!("it cannot be read as an SVG", "non si legge come SVG"));
    };
    let Some(claim) = file.claim else { return says_nothing() };
    let known = match ask(&claim, Kind::Svg, today) {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let is_as_marked = mark(&file.canonical) == claim.drawing();
    let of_today = known.file.as_deref().and_then(|bytes| std::str::from_utf8(bytes).ok());
    let Some(ours) = of_today.and_then(drawing::read) else {
        return judge(claim, &known, Vec::new(), is_as_marked, None);
    };
    let was_drawn_as_today = mark(&ours.canonical) == claim.drawing();
    let which = if was_drawn_as_today { Ours::Original } else { Ours::OfToday };
    let differences = compare::differences(&ours.leaves, &file.leaves, which);
    let mut answer = judge(claim, &known, differences, is_as_marked, Some(was_drawn_as_today));
    answer.saved_again = of_today != Some(text);
    answer
}

/// A CSV or JSON: its values are there to be read, and so are those of today.
fn table_of(bytes: &[u8], file: Option<data::Data>, kind: Kind, today: Ask<'_>) -> Answer {
    let Some(file) = file else {
        return Answer::unknown(words!(
            "it is in no format that can be looked into",
            "non è in un formato che si possa esaminare"
        ));
    };
    let Some(claim) = file.claim else { return says_nothing() };
    let known = match ask(&claim, kind, today) {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let text = known.file.as_deref().and_then(|bytes| std::str::from_utf8(bytes).ok());
    let read = if kind == Kind::Csv { data::of_csv } else { data::of_json };
    let Some(ours) = text.and_then(read) else { return not_drawn(claim) };
    let same_data = claim.data() == known.claim.data();
    let language = Language::English;
    let mut answer = Answer { newer: known.newer.clone(), ..Answer::of(Verdict::Current) };
    let find = |whole: &[(String, String)], key: &str| {
        whole.iter().find(|(name, _)| name == key).map_or_else(String::new, |(_, text)| text.clone())
    };
    let keys = ours.whole.iter().chain(&file.whole).map(|(key, _)| key).collect::<BTreeSet<_>>();
    for key in keys {
        let [was, is] = [&ours.whole, &file.whole].map(|whole| find(whole, key));
        if was != is {
            answer.written.push(says(key, &was, &is));
        }
    }
    for name in &file.twice {
        answer
            .written
            .push(words!("`{name}` stands twice in one place", "`{name}` vi sta due volte nello stesso posto"));
    }
    match same_data {
        true => answer.altered_rows = table::differences(&ours.rows, &file.rows, language),
        false => answer.rows = table::differences(&file.rows, &ours.rows, language),
    }
    answer.verdict = match (same_data, answer.altered_rows.is_empty(), answer.written.is_empty()) {
        (false, ..) => Verdict::Corrected,
        (true, false, _) => Verdict::Altered,
        // Words that the data know nothing of may have changed since.
        (true, true, false) => Verdict::Redrawn,
        (true, true, true) if answer.newer.is_some() => Verdict::Superseded,
        (true, true, true) => Verdict::Current,
    };
    answer.saved_again = known.file.as_deref() != Some(bytes);
    if !same_data {
        answer.written.clear();
        let revision = |claim: &Claim| claim.get("fascicle:revision").to_owned();
        answer.revisions = Some([revision(&claim), revision(&known.claim)]);
    }
    answer.claim = Some(claim);
    answer
}

/// A PNG or PDF: what it says of itself is held against the figure of today, and so is every byte of what is seen.
fn picture(bytes: &[u8], claim: Option<Claim>, kind: Kind, today: Ask<'_>) -> Answer {
    let Some(claim) = claim else { return says_nothing() };
    let known = match ask(&claim, kind, today) {
        Ok(known) => known,
        Err(answer) => return *answer,
    };
    let Some(ours) = &known.file else {
        let same_data = claim.data() == known.claim.data();
        return if same_data { not_drawn(claim) } else { judge(claim, &known, Vec::new(), true, None) };
    };
    let differences = match kind {
        _ if bytes == &ours[..] => Vec::new(),
        #[cfg(feature = "png")]
        Kind::Png => pixels::differences(ours, bytes),
        _ => {
            vec![words!("the file is not the one that would be made today", "il file non è quello che si farebbe oggi")]
        }
    };
    // A picture has no mark of its own: whether it was made as it is today is told by its data.
    let is_seen_alike = differences.is_empty();
    let mut answer = judge(claim, &known, differences, true, is_seen_alike.then_some(true));
    answer.saved_again = bytes != &ours[..];
    answer
}
