//! A file that left the site, and the content of today -> whether it is ours, still holds, or was altered.
//!
//! Whoever asks brings the bytes, and a way to ask what the figure is today: drawn anew from a content folder, or read
//! from a site. Nothing here opens a file, and any file may come: it is bounded, and never believed further than what
//! was drawn anew can confirm. A mark that is written in a file is no signature: who alters both is found out only
//! against the content.

mod answer;
mod chunks;
mod compare;
mod data;
mod drawing;
mod json;
mod kind;
#[cfg(feature = "png")]
mod pixels;
mod table;
mod within;

pub use crate::provenance::{Claim, Rows};
pub use answer::{Answer, Verdict};
pub use kind::Kind;
pub use within::{Found, LARGEST_DOCUMENT, find};

use crate::diag::{Language, Words};
use crate::provenance::mark;
use crate::words;
use compare::Ours;

/// The largest file that is looked at, in bytes.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// What is asked about a figure that a file claims to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Today {
    /// There is no such edition.
    NoEdition,
    /// The edition has no such figure.
    NoFigure,
    /// There it is.
    Figure(Box<Known>),
}

/// A figure as it is today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The file as it would be written today, of the kind and with the options that it claims; `None` where that cannot
    /// be done.
    pub file: Option<Vec<u8>>,
    /// What the figure says of itself today.
    pub claim: Claim,
    /// The newest edition that has the figure, where that is a newer one.
    pub newer: Option<Newer>,
}

/// Where a newer figure is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newer {
    /// Its edition.
    pub edition: String,
    /// Its address in the world, or its path in the site.
    pub address: String,
}

/// What an SVG says of itself; `None` where it says nothing, or is none.
pub fn claim_of(svg: &str) -> Option<Claim> {
    drawing::read(svg)?.claim
}

/// How to ask what a figure is today that a file of some kind claims to be.
pub type Ask<'a> = &'a dyn Fn(&Claim, Kind) -> Today;

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

/// Why a file without a word of itself cannot be judged.
fn says_nothing() -> Answer {
    Answer::unknown(words!(
        "it does not say where it comes from: it is not ours, or its metadata were taken out",
        "non dice da dove viene: non è nostro, o ne sono stati tolti i metadati"
    ))
}

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
    let keys = ours.whole.iter().chain(&file.whole).map(|(key, _)| key).collect::<std::collections::BTreeSet<_>>();
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

/// What cannot be drawn anew here cannot be judged.
fn not_drawn(claim: Claim) -> Answer {
    let why = words!(
        "its data are those of today, but the file itself cannot be made anew here to be held against it",
        "i suoi dati sono quelli di oggi, ma qui il file non si può rifare per confrontarlo"
    );
    Answer { claim: Some(claim), ..Answer::unknown(why) }
}

/// What the figure is today, or why that cannot be told.
fn ask(claim: &Claim, kind: Kind, today: Ask<'_>) -> Result<Known, Box<Answer>> {
    let (figure, edition) = (claim.figure(), claim.edition());
    let unknown = |why: Words| Err(Box::new(Answer { claim: Some(claim.clone()), ..Answer::unknown(why) }));
    match today(claim, kind) {
        Today::Figure(known) => Ok(*known),
        Today::NoEdition => unknown(words!(
            "it says it is of the edition {edition}, which is not there",
            "dice di essere dell’edizione {edition}, che non c’è"
        )),
        Today::NoFigure => unknown(words!(
            "it says it is the figure {figure} of the edition {edition}, which has none of that name",
            "dice di essere la figura {figure} dell’edizione {edition}, che non ne ha una con questo nome"
        )),
    }
}

/// What comes of it all. `differences` are those of the drawing from today's; `is_as_marked`, whether it is the one that
/// its own mark was made of; `as_today`, whether that is also the drawing of today, as far as this can be told.
fn judge(claim: Claim, known: &Known, differences: Vec<Words>, is_as_marked: bool, as_today: Option<bool>) -> Answer {
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
fn says(key: &str, was: &str, is: &str) -> Words {
    let [was, is] = compare::apart(was, is).map(answer::quoted);
    words!("`{key}` says {is} in it, and {was} here", "`{key}` vi dice {is}, e qui {was}"; is, was)
}
