//! outline.yaml: the talk in order.

use super::draft::{EntryDraft, OutlineDraft, ShownDraft, StepDraft, WordsDraft};
use super::fields::{Fields, check_id, entries, keep_one, list, said_number, text, word};
use super::said::said;
use super::site::page;
use super::yaml::{Node, Tree};
use crate::data::talk::{Cut, Qr};
use crate::diag::{Code, Diagnostic, Term, Words, did_you_mean, nearest};
use crate::files::{Placed, Span};
use crate::words;

const WORDS: [&str; 9] = ["title", "narrative", "link", "overview", "figure", "change", "section", "closing", "cuts"];

/// The longest time that a step is planned to take, in minutes.
const LONGEST: u32 = 240;

/// Reads an outline, whose file has the text `source`; `None` where the file is no YAML.
pub fn outline(node: Option<Node>, source: &str, faults: &mut Vec<Diagnostic>) -> OutlineDraft {
    let found = faults.len();
    let at = node.as_ref().map(|node| node.at);
    let nodes = node.and_then(|node| list(node, Term::new("an outline", "una scaletta"), faults));
    let faulty = nodes.is_none();
    let mut cuts = Cuts::default();
    let nodes = nodes.unwrap_or_default().into_iter();
    let entries: Vec<StepDraft> = nodes.filter_map(|node| entry(node, source, &mut cuts, faults)).collect();
    if let Some(at) = at.filter(|_| entries.is_empty() && faults.len() == found) {
        let message = words!("this outline has no steps", "questa scaletta non ha passi");
        let hint = words!(
            "write one a line, such as `- title`; docs/format.md shows a whole outline",
            "scrivine uno per riga, per esempio `- title`; docs/format.md mostra una scaletta intera"
        );
        faults.push(Diagnostic::new(Code::MissingKey, at, message, hint));
    }
    OutlineDraft { faulty: faulty || faults.len() > found, entries, cuts: cuts.list }
}

/// The cuts of a talk, and where they are named.
#[derive(Default)]
struct Cuts {
    at: Option<Span>,
    list: Vec<(Placed<String>, Placed<Cut>)>,
}

fn entry(node: Node, source: &str, cuts: &mut Cuts, faults: &mut Vec<Diagnostic>) -> Option<StepDraft> {
    let at = node.at;
    if let Tree::Scalar(word) = &node.tree {
        let entry = match word.as_str() {
            "title" => EntryDraft::Title,
            "overview" => EntryDraft::Overview { title: None, kicker: None },
            "closing" => EntryDraft::Closing { title: None, text: None, url: None, qr: None },
            other => {
                faults.push(unknown(&Placed::new(other.to_owned(), at)));
                return None;
            }
        };
        return Some(StepDraft { at, value: entry, seconds: None, extra: false });
    }
    let mut pairs = entries(node, Term::new("an entry of the outline", "una voce della scaletta"), faults)?;
    let beside: Vec<_> = pairs.extract_if(.., |(key, _)| ["minutes", "extra"].contains(&key.value.as_str())).collect();
    // Beside the word of an entry, a key that is none is a slip of the pen.
    if let [(_, _), (_, _)] = &pairs[..]
        && let Some((key, _)) = pairs.iter().find(|(key, _)| !WORDS.contains(&key.value.as_str()))
        && pairs.iter().any(|(key, _)| WORDS.contains(&key.value.as_str()))
    {
        faults.push(no_key(key));
        return None;
    }
    if pairs.len() != 1 {
        let message = words!(
            "an entry of the outline has one key, and beside it `minutes` and `extra` at most",
            "una voce della scaletta ha una chiave sola, e accanto al più `minutes` ed `extra`"
        );
        let hint = words!("begin each entry with `- `", "fai cominciare ogni voce con `- `");
        faults.push(Diagnostic::new(Code::WrongShape, at, message, hint));
        return None;
    }
    let (key, value) = pairs.pop()?;
    if key.value == "cuts" {
        self::cuts(&key, value, &beside, cuts, faults);
        return None;
    }
    let (mut seconds, mut extra) = (None, false);
    for (key, value) in beside {
        match key.value.as_str() {
            "minutes" => seconds = minutes(value, faults),
            _ => extra = yes(value, Term::same("extra"), faults),
        }
    }
    let value = keyed(&key, value, source, faults)?;
    Some(StepDraft { at, value, seconds, extra })
}

/// The text of a field, without its place.
fn plain(text: Option<Placed<String>>) -> Option<String> {
    text.map(|text| text.value)
}

/// The entry of a key and what stands below it: `figure: consenso`.
fn keyed(key: &Placed<String>, value: Node, source: &str, faults: &mut Vec<Diagnostic>) -> Option<EntryDraft> {
    match key.value.as_str() {
        "narrative" => Some(EntryDraft::Narrative(text(value, Term::same("narrative"), faults)?)),
        "figure" => Some(EntryDraft::Figure(figure(value, source, faults)?)),
        "section" => Some(EntryDraft::Section(text(value, Term::same("section"), faults)?)),
        "change" => change(value, source, faults),
        "link" => link(value, faults),
        "overview" => {
            let mut fields = Fields::open(value, Term::same("`overview`"), faults)?;
            let (title, kicker) = (plain(fields.text("title")), plain(fields.text("kicker")));
            fields.close();
            Some(EntryDraft::Overview { title, kicker })
        }
        "closing" => {
            let mut fields = Fields::open(value, Term::same("`closing`"), faults)?;
            let (title, text) = (plain(fields.text("title")), plain(fields.text("text")));
            let url = fields.text("url");
            let qr = fields.word("qr", &QR);
            fields.close();
            let url = match url {
                Some(url) => Some(page(url, faults)?),
                None => None,
            };
            Some(EntryDraft::Closing { title, text, url, qr })
        }
        _ => {
            faults.push(unknown(key));
            None
        }
    }
}

/// What has become of a figure: its name alone, or with what it is compared with and how it is shown.
fn change(value: Node, source: &str, faults: &mut Vec<Diagnostic>) -> Option<EntryDraft> {
    if let Tree::Scalar(_) = value.tree {
        let figure = text(value, Term::same("change"), faults)?;
        return Some(EntryDraft::Change { figure, since: None, view: None, words: WordsDraft::default() });
    }
    let mut fields = Fields::open(value, Term::same("`change`"), faults)?;
    let figure = fields.required_text("figure");
    let (since, view) = (fields.text("since"), fields.text("as"));
    let words = words_of(&mut fields, source);
    fields.close();
    Some(EntryDraft::Change { figure: figure?, since, view, words })
}

/// A page elsewhere: its address alone, or with what is said of it.
fn link(value: Node, faults: &mut Vec<Diagnostic>) -> Option<EntryDraft> {
    if let Tree::Scalar(url) = value.tree {
        let url = page(Placed::new(url, value.at), faults)?;
        return Some(EntryDraft::Link { url, title: None, text: None, kicker: None, qr: None });
    }
    let mut fields = Fields::open(value, Term::same("`link`"), faults)?;
    let url = fields.required_text("url");
    let (title, text) = (plain(fields.text("title")), plain(fields.text("text")));
    let kicker = plain(fields.text("kicker"));
    let qr = fields.word("qr", &QR);
    fields.close();
    Some(EntryDraft::Link { url: page(url?, faults)?, title, text, kicker, qr })
}

/// A key beside that of an entry.
fn no_key(key: &Placed<String>) -> Diagnostic {
    let beside = ["minutes", "extra"];
    let hint = match nearest(&key.value, beside) {
        Some(near) => did_you_mean(near),
        None => words!(
            "beside its own key it may have `minutes` and `extra`; what else is said of it stands below that key",
            "accanto alla sua chiave può avere `minutes` ed `extra`; il resto sta sotto quella chiave"
        ),
    };
    let message =
        words!("an entry of the outline has no key `{}`", "una voce della scaletta non ha una chiave `{}`", key.value);
    Diagnostic::new(Code::UnknownKey, key.at, message, hint).fix_case(key, beside)
}

/// The words after `qr:`.
const QR: [(&str, Qr); 2] = [("true", Qr::Own), ("deck", Qr::Deck)];

/// `cuts: { breve: core, completa: all, dieci: 10 }`
fn cuts(
    key: &Placed<String>,
    value: Node,
    beside: &[(Placed<String>, Node)],
    cuts: &mut Cuts,
    faults: &mut Vec<Diagnostic>,
) {
    for (key, _) in beside {
        let message = words!("`cuts` has no `{}`", "`cuts` non ha `{}`", key.value);
        let hint = words!("put it beside a step of the talk", "mettilo accanto a un passo dell’intervento");
        faults.push(Diagnostic::new(Code::UnknownKey, key.at, message, hint));
    }
    if let Some(first) = cuts.at {
        let message = words!("`cuts` stands twice in the outline", "`cuts` compare due volte nella scaletta");
        let fault = Diagnostic::new(Code::DuplicateKey, key.at, message, keep_one());
        faults.push(fault.other(first, words!("first given here", "la prima volta è qui")));
        return;
    }
    cuts.at = Some(key.at);
    let found = faults.len();
    let given = entries(value, Term::same("`cuts`"), faults).unwrap_or_default();
    // A decimal point would mend nothing.
    for fault in faults[found..].iter_mut().filter(|fault| fault.code == Code::DecimalComma) {
        (fault.hint, fault.fix) = (whole_minutes(), None);
    }
    for (name, node) in given {
        let fine = check_id(&name, Term::new("a cut", "un taglio"), faults);
        let Some(words) = text(node, Term::new("a cut", "un taglio"), faults) else { continue };
        let cut = match words.value.as_str() {
            "core" => Cut::Core,
            "all" => Cut::All,
            word => match word.parse() {
                Ok(minutes @ 1..=LONGEST) => Cut::Minutes(minutes),
                _ => {
                    let message = words!("`{word}` is no cut of a talk", "`{word}` non è un taglio dell’intervento");
                    faults.push(Diagnostic::new(Code::UnknownWord, words.at, message, whole_minutes()));
                    continue;
                }
            },
        };
        if fine {
            cuts.list.push((name, Placed::new(cut, words.at)));
        }
    }
}

/// The hint that says what a cut may be.
fn whole_minutes() -> Words {
    words!(
        "write `core`, `all`, or how many whole minutes there are, {LONGEST} at most: 10",
        "scrivi `core`, `all`, o quanti minuti interi ci sono, al più {LONGEST}: 10"
    )
}

/// How long a step takes, in seconds.
fn minutes(value: Node, faults: &mut Vec<Diagnostic>) -> Option<u32> {
    let given = said_number(&text(value, Term::same("minutes"), faults)?, "2", faults)?;
    // To a hundredth of a minute, which is less than a second.
    let hundredths = given.value.rounded(2).units;
    if (1..=i64::from(LONGEST) * 100).contains(&hundredths) {
        return Some((hundredths as u32 * 60).div_ceil(100));
    }
    let message = words!(
        "a step takes more than 0 minutes, {LONGEST} at most",
        "un passo dura più di 0 minuti, al più {LONGEST}"
    );
    let hint =
        words!("write its minutes: `minutes: 2`, `minutes: 0.5`", "scrivi i suoi minuti: `minutes: 2`, `minutes: 0.5`");
    faults.push(Diagnostic::new(Code::OutOfRange, given.at, message, hint));
    None
}

/// Whether a switch is on.
fn yes(value: Node, name: Term, faults: &mut Vec<Diagnostic>) -> bool {
    let Some(given) = text(value, name, faults) else { return false };
    word(&given, name, &[("true", true), ("false", false)], faults).is_some_and(|yes| yes.value)
}

/// A figure: its name, or that and how it is shown.
fn figure(value: Node, source: &str, faults: &mut Vec<Diagnostic>) -> Option<ShownDraft> {
    if let Tree::Scalar(_) = value.tree {
        let show = text(value, Term::same("figure"), faults)?;
        return Some(ShownDraft { show, view: None, words: WordsDraft::default(), highlight: None });
    }
    let mut fields = Fields::open(value, Term::same("`figure`"), faults)?;
    let show = fields.required_text("show");
    let view = fields.text("as");
    let words = words_of(&mut fields, source);
    let highlight = fields.take("highlight").map(|(at, node)| (at, names(node, fields.faults())));
    fields.close();
    Some(ShownDraft { show: show?, view, words, highlight })
}

/// What an author says of a figure.
fn words_of(fields: &mut Fields<'_>, source: &str) -> WordsDraft {
    let mut own = |key: &'static str| {
        let (_, node) = fields.take(key)?;
        said(node, Term::same(key), source, fields.faults())
    };
    let (title, summary) = (own("title"), own("summary"));
    let fixed = match fields.take("fixed") {
        Some((_, Node { tree: Tree::List(numbers), .. })) => numbers,
        Some((_, one)) => vec![one],
        None => Vec::new(),
    };
    let number = |node: Node| text(node, Term::new("a number in `fixed`", "un numero in `fixed`"), fields.faults());
    let fixed = fixed.into_iter().filter_map(number).collect();
    WordsDraft { title, summary, fixed }
}

/// The territories to mark.
fn names(node: Node, faults: &mut Vec<Diagnostic>) -> Vec<Placed<String>> {
    let nodes = list(node, Term::same("`highlight`"), faults).unwrap_or_default();
    nodes
        .into_iter()
        .filter_map(|node| text(node, Term::new("a name in `highlight`", "un nome in `highlight`"), faults))
        .collect()
}

fn unknown(word: &Placed<String>) -> Diagnostic {
    let hint = match nearest(&word.value, WORDS) {
        Some(known) => did_you_mean(known),
        None => words!("an entry is one of: {}", "una voce è una di queste: {}", WORDS.join(", ")),
    };
    let message = words!("an outline has no entry `{}`", "una scaletta non ha una voce `{}`", word.value);
    Diagnostic::new(Code::UnknownEntry, word.at, message, hint).fix_case(word, WORDS)
}
