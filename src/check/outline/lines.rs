//! Lines over the editions: which older editions they go through, and whether there is anything to join.

use crate::check::checked::{Body, Series};
use crate::check::context::{Context, Older};
use crate::data::comparability::{Change, change};
use crate::data::indicator::{Indicator, Part};
use crate::data::observation::Observation;
use crate::diag::{Code, Diagnostic};
use crate::files::{Placed, Span};
use crate::words;

/// How many names beside the lines of a slide can still be told apart.
pub const NAMES: usize = 12;

/// The addresses of the older editions that have the series, the oldest first. Lines need two dates.
pub fn lines(
    name: &Placed<String>,
    key: (usize, Part),
    context: &Context<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Vec<String>> {
    let new = &context.series.series[&key];
    // A draft whose values are still to be given has nothing to say of what came before.
    let has = |older: &&Older<'_>| older.series.series.contains_key(&key) && !older.series.unfinished.contains(&key);
    let mut older: Vec<&Older<'_>> = context.older.iter().filter(has).collect();
    older.reverse();
    let figure = &name.value;
    // What could not be read may be what is wanted.
    let unread = |older: &Older<'_>| !older.series.has(&key) && (older.unread || older.series.given.contains(&key));
    let silent = context.older.iter().any(unread);
    let another_date = |older: &&Older<'_>| older.series.series[&key].period.end() != new.period.end();
    if !older.iter().any(another_date) {
        if !silent {
            let message = match older.is_empty() {
                true => words!(
                    "no edition older than {} has `{figure}`: a line needs two dates",
                    "nessuna edizione precedente a {} ha `{figure}`: per una linea servono due date",
                    context.edition
                ),
                false => words!(
                    "`{figure}` has the same date in all editions up to {}: a line needs two",
                    "`{figure}` ha la stessa data in tutte le edizioni fino a {}: per una linea ne servono due",
                    context.edition
                ),
            };
            let hint = words!(
                "show it otherwise, `figure: {figure}`; an edition may have an outline.yaml of its own",
                "mostralo in un altro modo, `figure: {figure}`; un’edizione può avere un suo outline.yaml"
            );
            faults.push(Diagnostic::new(Code::OneDate, name.at, message, hint));
        }
        return None;
    }
    let indicator = &context.catalogue.indicators[key.0];
    let series: Vec<&Series> = older.iter().map(|older| &older.series.series[&key]).chain([new]).collect();
    if !silent && !series.windows(2).any(|pair| joins(indicator, key.1, pair[0], pair[1])) {
        let message = words!(
            "`{figure}` has points and no line: no two editions that follow each other have values to join",
            "`{figure}` ha punti e nessuna linea: nessuna coppia di edizioni successive ha valori da unire"
        );
        let hint = words!(
            "show it otherwise, `figure: {figure}`; where definitions differ and values may be compared all the same, say \
             why with `continues` and `because` in indicators.yaml",
            "mostralo in un altro modo, `figure: {figure}`; dove le definizioni sono diverse ma i valori si possono \
             confrontare, di’ perché con `continues` e `because` in indicators.yaml"
        );
        faults.push(Diagnostic::new(Code::NothingJoined, name.at, message, hint).warning());
    }
    Some(older.iter().map(|older| older.id.to_owned()).collect())
}

/// Names beside lines are few enough to be read.
pub fn names(count: usize, at: Span, faults: &mut Vec<Diagnostic>) {
    if count > NAMES {
        let message = words!(
            "{count} names are too many beside lines: readers could not tell whose line is whose",
            "{count} nomi sono troppi accanto alle linee: non si capirebbe di chi è ciascuna"
        );
        let hint = words!(
            "name {NAMES} at most; the table has all of them",
            "indicane {NAMES} al massimo; la tabella li ha tutti"
        );
        faults.push(Diagnostic::new(Code::TooManyNames, at, message, hint));
    }
}

/// Whether some row has values in both that may be joined.
fn joins(indicator: &Indicator, part: Part, old: &Series, new: &Series) -> bool {
    let may = |was: &Observation, is: &Observation| {
        let found = change(indicator, part, (old.definition, was), (new.definition, is), []);
        matches!(found, Change::Points { .. }) && was.period.end() != is.period.end()
    };
    let national = match (&old.body, &new.body) {
        (Body::Territories { national: was, .. }, Body::Territories { national: is, .. }) => may(was, is),
        _ => false,
    };
    let older = |row: usize| match new.body {
        Body::Items(_) => old.observations().get(indicator.place_of(row, new.definition, old.definition)?),
        Body::Territories { .. } | Body::Table { .. } => old.observations().get(row),
    };
    let mut rows = new.observations().iter().enumerate();
    national || rows.any(|(row, is)| older(row).is_some_and(|was| may(was, is)))
}
