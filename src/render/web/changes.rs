//! What changed, as its page shows it. Its tables are written here and not by a template, as those of figures are.

use crate::files::markup::escape;
use crate::lang::ChangeWords;
use crate::layout::tied;
use crate::resolve::{
    CellChange, Changes, ClaimChange, FigureChange, FigureNews, Kind, NoteChange, RowChange, State, TextChange,
    TextsChange,
};
use serde::Serialize;

/// What changed, as the template of the page sees it.
#[derive(Serialize)]
pub struct ChangesView<'a> {
    /// Whether nothing changed.
    pub nothing: bool,
    /// The figures that changed.
    pub figures: Vec<FigureChangeView<'a>>,
    /// The figures that the older editions do not have, then those that the newer one does not have; each list may be
    /// empty.
    pub news: [Vec<NewsView<'a>>; 2],
    /// The notes on the edition, then the narratives.
    pub texts: Vec<TextsView<'a>>,
}

/// A figure that changed.
#[derive(Serialize)]
pub struct FigureChangeView<'a> {
    /// Its address in the page is `change-` and this; in the report it is `figure-` and this.
    pub id: &'a str,
    /// The words above the title: "Utilizzo · Consenso".
    pub kicker: &'a str,
    /// The title.
    pub title: &'a str,
    /// What it measures, and the periods of the two values.
    pub measure: String,
    /// The finding, in a sentence or more; may be empty.
    pub summary: &'a str,
    /// Whether the two editions may not be compared.
    pub broken: bool,
    /// Why they may not be compared, or why they may all the same; may be empty.
    pub comparison: &'a str,
    /// The key and the text of both definitions; empty where there is only one.
    pub definitions: Vec<[&'a str; 2]>,
    /// What became of the note on the whole figure; may be empty.
    pub note: String,
    /// The HTML of the rows that changed; may be empty.
    pub table: String,
    /// Whether the table has ranks that may not be compared.
    pub ranks: bool,
    /// What must be said of the differences; may be empty.
    pub rounding: &'a str,
    /// What stands before the names of what did not change.
    pub unchanged_word: &'a str,
    /// The names and values of what did not change; may be empty.
    pub unchanged: String,
    /// The names that have no value in either edition; may be empty.
    pub absent: String,
    /// Whether the report shows the figure, so that a link may lead there.
    pub shown: bool,
    /// The folder of the older edition.
    pub since: &'a str,
    /// The period of the older edition.
    pub since_period: &'a str,
}

/// A figure that only one of the two has.
#[derive(Serialize)]
pub struct NewsView<'a> {
    /// The id of the figure.
    pub id: &'a str,
    /// The folder of the edition that has it.
    pub edition: &'a str,
    /// The period of that edition.
    pub period: &'a str,
    /// The words above the title: "Utilizzo · Consenso".
    pub kicker: &'a str,
    /// The title.
    pub title: &'a str,
}

/// Texts that changed.
#[derive(Serialize)]
pub struct TextsView<'a> {
    /// The name of the narrative; empty for the notes of the edition.
    pub name: &'a str,
    /// The first heading of the narrative, or its name, where it has none.
    pub title: &'a str,
    /// The period of the older edition; empty where the text is new.
    pub since: &'a str,
    /// What was added, removed and changed.
    pub changes: &'a [TextChange],
    /// How many of its claims are not what they were; may be empty. The claims themselves are formulas for authors, and
    /// are not shown.
    pub claims: String,
}

/// The values that the template of the page sees.
pub fn view<'a>(changes: &'a Changes, words: &ChangeWords) -> ChangesView<'a> {
    let figures = changes.figures.iter().filter(|figure| !figure.is_nothing());
    let news = |one: &'a FigureNews| NewsView {
        id: &one.id,
        edition: &one.edition.id,
        period: &one.edition.period,
        kicker: &one.kicker,
        title: &one.title,
    };
    let texts = |texts: &'a TextsChange| TextsView {
        name: &texts.name,
        since: texts.since.as_ref().map_or("", |since| &since.period),
        changes: &texts.changes,
        title: if texts.title.is_empty() { &texts.name } else { &texts.title },
        claims: claims(&texts.claims, words),
    };
    ChangesView {
        nothing: changes.is_nothing(),
        figures: figures.map(|figure| super::changes::figure(figure, words)).collect(),
        news: [&changes.added, &changes.gone].map(|list| list.iter().map(news).collect()),
        texts: changes.notes.iter().chain(&changes.narratives).map(texts).collect(),
    }
}

/// How many claims are new, gone, or compare other values: "Affermazioni verificate sui dati: 2 nuove, 1 tolta".
fn claims(claims: &[ClaimChange], words: &ChangeWords) -> String {
    let count = |kind: fn(&ClaimChange) -> bool| claims.iter().filter(|claim| kind(claim)).count();
    let counts = [
        count(|claim| claim.old.is_none()),
        count(|claim| claim.new.is_none()),
        count(|claim| claim.old.is_some() && claim.new.is_some()),
    ];
    let said = counts.into_iter().zip(words.claim_counts).filter(|(count, _)| *count > 0);
    let said: Vec<String> = said.map(|(count, words)| format!("{count} {}", words[usize::from(count > 1)])).collect();
    if said.is_empty() { String::new() } else { format!("{}: {}.", words.claims, said.join(", ")) }
}

fn figure<'a>(figure: &'a FigureChange, words: &ChangeWords) -> FigureChangeView<'a> {
    let [before, now] = words.when;
    let [was, is] = &figure.when;
    let broken = figure.comparison.state == State::Broken;
    let table = match (&figure.rows[..], &figure.cells[..]) {
        ([], []) => String::new(),
        ([], cells) => super::changes::cells(figure, cells, words),
        (rows, _) => super::changes::rows(figure, rows, words),
    };
    let unchanged = figure.unchanged.iter().map(|same| format!("{} {}", same.name, same.printed));
    FigureChangeView {
        id: &figure.id,
        kicker: &figure.kicker,
        title: &figure.title,
        measure: tied(&format!("{} · {before} {was}, {now} {is}", figure.measure)),
        summary: &figure.summary,
        broken,
        comparison: &figure.comparison.words,
        definitions: figure.definitions.iter().flatten().map(|one| [one.id.as_str(), one.text.as_str()]).collect(),
        note: figure.note.as_ref().map_or_else(String::new, |note| super::changes::note(note, words)),
        ranks: is_ranked(figure) && !figure.ranks_compared,
        table,
        rounding: figure.rounding,
        unchanged_word: words.unchanged[usize::from(figure.feminine)],
        unchanged: unchanged.collect::<Vec<_>>().join(", "),
        absent: figure.absent.join(", "),
        shown: figure.shown,
        since: &figure.since.id,
        since_period: &figure.since.period,
    }
}

/// Whether any row has a rank to show.
fn is_ranked(figure: &FigureChange) -> bool {
    figure.rows.iter().any(|row| !row.places[1].is_empty())
}

fn note(NoteChange { old, new }: &NoteChange, words: &ChangeWords) -> String {
    match (old, new) {
        (None, Some(new)) => format!("{}: {new}", words.note_new),
        (Some(old), None) => format!("{}: {old}", words.note_gone),
        (Some(old), Some(new)) => format!("{new} ({}: {old})", words.when[0]),
        (None, None) => String::new(),
    }
}

/// The beginning of a table: its title and the heads of its columns. Those after the first that hold numbers are
/// aligned at the right.
fn open(figure: &FigureChange, first: &str, heads: &[(String, bool)], html: &mut String) {
    html.push_str("<table class=\"data\">\n<caption>");
    escape(&figure.title, html);
    html.push_str("</caption>\n<thead><tr><th scope=\"col\">");
    escape(first, html);
    html.push_str("</th>");
    for (head, is_number) in heads {
        html.push_str(if *is_number { "<th scope=\"col\" class=\"n\">" } else { "<th scope=\"col\">" });
        escape(head, html);
        html.push_str("</th>");
    }
    html.push_str("</tr></thead>\n<tbody>\n");
}

const CLOSE: &str = "</tbody>\n</table>";

fn rows(figure: &FigureChange, rows: &[RowChange], words: &ChangeWords) -> String {
    let noted = |row: &RowChange| row.note.is_some() || !row.why.is_empty();
    // Two values that may not be compared have no difference.
    let columns = [figure.comparison.state != State::Broken, is_ranked(figure), rows.iter().any(noted)];
    let [differ, ranked, noted] = columns;
    let mut heads: Vec<(String, bool)> = Vec::with_capacity(5);
    heads.extend(words.when.iter().zip(&figure.when).map(|(word, when)| (format!("{word}, {when}"), true)));
    heads.extend(differ.then(|| (words.difference.to_owned(), true)));
    heads.extend(ranked.then(|| (words.rank.to_owned(), false)));
    heads.extend(noted.then(|| (words.note.to_owned(), false)));
    let mut html = String::with_capacity(rows.len() * 128 + 512);
    open(figure, &figure.row_head, &heads, &mut html);
    for row in rows {
        html.push_str(if row.national {
            "<tr class=\"national\"><th scope=\"row\">"
        } else {
            "<tr><th scope=\"row\">"
        });
        escape(&row.name, &mut html);
        html.push_str("</th>");
        cell(true, &row.old.printed, &mut html);
        cell(true, &row.new.printed, &mut html);
        if differ {
            let is_note_alone = matches!(row.kind, Kind::Absent);
            cell(true, if is_note_alone { "" } else { &row.difference }, &mut html);
        }
        if ranked {
            html.push_str("<td class=\"place\">");
            escape(&row.place, &mut html);
            html.push_str("</td>");
        }
        if noted {
            let mut said: Vec<String> = Vec::new();
            said.extend(Some(row.why.clone()).filter(|why| !why.is_empty()));
            said.extend(row.note.as_ref().map(|one| note(one, words)));
            html.push_str("<td class=\"said\">");
            escape(&said.join("; "), &mut html);
            html.push_str("</td>");
        }
        html.push_str("</tr>\n");
    }
    html.push_str(CLOSE);
    html
}

fn cell(is_number: bool, text: &str, html: &mut String) {
    html.push_str(if is_number { "<td class=\"n\">" } else { "<td>" });
    escape(text, html);
    html.push_str("</td>");
}

/// The rows of a table of yes and no, one for each territory: the items that are there now, those that are not, and
/// those that are not known.
fn cells(figure: &FigureChange, cells: &[CellChange], words: &ChangeWords) -> String {
    let present: Vec<usize> = (0..3).filter(|&now| cells.iter().any(|cell| cell.states[1] as usize == now)).collect();
    let heads: Vec<(String, bool)> = present.iter().map(|&now| (words.cells[now].to_owned(), false)).collect();
    let mut html = String::with_capacity(cells.len() * 48 + 512);
    open(figure, &figure.row_head, &heads, &mut html);
    for of_row in cells.chunk_by(|one, other| one.code == other.code) {
        html.push_str("<tr><th scope=\"row\">");
        escape(&of_row[0].name, &mut html);
        html.push_str("</th>");
        for &now in &present {
            let here = of_row.iter().filter(|cell| cell.states[1] as usize == now);
            let said: Vec<String> =
                here.map(|cell| format!("{} ({} {})", cell.title, words.when[0], cell.old)).collect();
            super::changes::cell(false, &said.join("; "), &mut html);
        }
        html.push_str("</tr>\n");
    }
    html.push_str(CLOSE);
    html
}
