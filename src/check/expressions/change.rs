//! What a value, or a series, has become since an older edition; and who has risen or fallen.

use super::of::{Of, Which};
use super::value::{Answer, Values};
use crate::check::checked::{Body, Series};
use crate::check::context::Older;
use crate::data::comparability::{self, Break, Change, Comparability, compare};
use crate::data::indicator::Indicator;
use crate::data::observation::Observation;
use crate::data::value::Value;
use crate::diag::{Code, Diagnostic, Words};
use crate::files::{Placed, Span};
use crate::parse::draft::{Call, Function};
use crate::words;
use std::cmp::Ordering;

/// A series as it was in an older edition, and in the editions between that one and this.
struct Before<'c> {
    edition: &'c str,
    series: &'c Series,
    between: Vec<&'c Series>,
}

impl<'c> Values<'c> {
    /// The series in an older edition: the one named, or the last that has the indicator.
    fn before(&self, of: Of<'c>, since: Option<&Placed<String>>, at: Span) -> Answer<Before<'c>> {
        let key = (of.index, of.part);
        let older = self.context.older;
        let place = match since {
            Some(since) => {
                let Some(place) = older.iter().position(|older| older.id == since.value) else {
                    let ids: Vec<&str> = older.iter().map(|older| older.id).collect();
                    let all = ids.join(", ");
                    let message =
                        words!("there is no older edition `{}`", "non c’è un’edizione precedente `{}`", since.value);
                    // None is guessed: another edition is another comparison.
                    let hint = match ids.is_empty() {
                        true => {
                            words!("nothing can be said of its change", "della sua variazione non si può dire nulla")
                        }
                        false => words!("older editions are: {all}", "le edizioni precedenti sono: {all}"),
                    };
                    return Err(Some(Diagnostic::new(Code::UnknownEdition, since.at, message, hint)));
                };
                Some(place)
            }
            // A draft whose values are still to be given has nothing to say of what came before.
            None => older
                .iter()
                .position(|older| older.series.series.contains_key(&key) && !older.series.unfinished.contains(&key)),
        };
        // What could not be read is not said to be lacking, nor is anything said of what came before it.
        let unread = |older: &Older<'_>| !older.series.has(&key) && (older.unread || older.series.given.contains(&key));
        let looked_at = place.map_or(older, |place| &older[if since.is_some() { place } else { 0 }..=place]);
        if looked_at.iter().any(unread) {
            return Err(None);
        }
        let found = place.and_then(|place| Some((place, older[place].series.series.get(&key)?)));
        let Some((place, series)) = found else {
            let name = &of.indicator.id;
            let message = words!("no older edition has `{name}`", "nessuna edizione precedente ha `{name}`");
            let hint = words!("nothing can be said of its change", "della sua variazione non si può dire nulla");
            return Err(Some(Diagnostic::new(Code::NoData, at, message, hint)));
        };
        let between = older[..place].iter().filter_map(|older| older.series.series.get(&key)).collect();
        Ok(Before { edition: older[place].id, series, between })
    }

    /// The difference of a value, as printed, from that of an older edition.
    pub(super) fn change(
        &mut self,
        of: Of<'c>,
        which: Which,
        since: Option<&Placed<String>>,
        at: Span,
    ) -> Answer<Value> {
        let before = self.before(of, since, at)?;
        match changed(of, which, &before) {
            Change::Unknown => Ok(Value::Missing),
            Change::Refused(broken) => Err(Some(refused(broken, of.indicator, before.edition, at))),
            Change::Points { points, because } => {
                self.allow(of, because);
                Ok(of.points(points))
            }
        }
    }

    /// The names of those that have risen, or fallen, since an older edition. Those that have no value, or one that
    /// cannot be compared as all others can, are noted in `without`.
    pub(super) fn moved(
        &mut self,
        call: &Call,
        of: Of<'c>,
        since: Option<&Placed<String>>,
        rows: &[usize],
    ) -> Answer<Value> {
        let before = self.before(of, since, call.at)?;
        let series = |series: &Series| (series.definition, series.period);
        if let Comparability::Broken(broken) = compare(of.indicator, series(before.series), series(of.series)) {
            return Err(Some(refused(broken, of.indicator, before.edition, call.at)));
        }
        let rises = call.function.value == Function::Rises;
        let (mut found, mut known) = (Vec::new(), 0);
        for &row in rows {
            match changed(of, Which::Row(row), &before) {
                Change::Points { points, because } => {
                    self.allow(of, because);
                    known += 1;
                    if points.direction() == if rises { Ordering::Greater } else { Ordering::Less } {
                        found.push(row);
                    }
                }
                Change::Unknown | Change::Refused(_) => self.without.extend(self.printed(of, vec![row])),
            }
        }
        Ok(if known == 0 { Value::Missing } else { Value::Names(self.printed(of, found)) })
    }

    /// Notes why two versions of a definition were compared all the same.
    fn allow(&mut self, of: Of<'c>, because: Option<String>) {
        if let Some(because) = because
            && !self.because.contains(&(of.index, because.clone()))
        {
            self.because.push((of.index, because));
        }
    }
}

/// What one value has become since an older edition.
fn changed(of: Of<'_>, which: Which, before: &Before<'_>) -> Change {
    let (Some(now), Some(old)) = (of.observation(which), observation(of, which, before.series)) else {
        return Change::Unknown;
    };
    let between = before.between.iter().filter_map(|series| observation(of, which, series));
    let (older, newer) = ((before.series.definition, old), (of.series.definition, now));
    comparability::change(of.indicator, of.part, older, newer, between)
}

/// The observation of a territory or item in another series of the indicator, where items may stand elsewhere.
fn observation<'s>(of: Of<'_>, which: Which, series: &'s Series) -> Option<&'s Observation> {
    match (which, &series.body) {
        (Which::National, Body::Territories { national, .. }) => Some(national),
        (Which::National, Body::Items(_) | Body::Table { .. }) => None,
        (Which::Row(row), Body::Items(values)) => {
            values.get(of.indicator.place_of(row, of.series.definition, series.definition)?)
        }
        (Which::Row(row), _) => series.observations().get(row),
    }
}

/// The fault of a difference across a break.
fn refused(broken: Break, indicator: &Indicator, edition: &str, at: Span) -> Diagnostic {
    let (name, why) = (&indicator.id, why(broken, indicator));
    let message = Words {
        en: format!("`{name}` cannot be compared with the edition {edition}: {}", why.en),
        it: format!("`{name}` non si può confrontare con l’edizione {edition}: {}", why.it),
    };
    let hint = match broken {
        Break::Definition { .. } => words!(
            "take it away; or say in indicators.yaml why the two may be compared, with `continues` and `because`",
            "toglilo; oppure di’ in indicators.yaml perché le due si possono confrontare, con `continues` e `because`"
        ),
        Break::Window { .. } | Break::Total { .. } | Break::Order | Break::Status(_) => {
            words!("take it away", "toglilo")
        }
    };
    Diagnostic::new(Code::NotComparable, at, message, hint)
}

/// What came between two series, or two values, in words.
fn why(broken: Break, indicator: &Indicator) -> Words {
    match broken {
        Break::Definition { from, to } => {
            let [from, to] = [from, to].map(|place| &indicator.definitions[place].id);
            words!("its definition was `{from}`, now it is `{to}`", "la definizione era `{from}`, ora è `{to}`")
        }
        Break::Window { from, to } => {
            let months = |count: u32| match count {
                1 => ("1 month".to_owned(), "1 mese".to_owned()),
                _ => (format!("{count} months"), format!("{count} mesi")),
            };
            let (from, to) = (months(from), months(to));
            Words {
                en: format!("its window was of {}, now it is of {}", from.0, to.0),
                it: format!("la finestra era di {}, ora è di {}", from.1, to.1),
            }
        }
        Break::Total { from, to } => {
            words!("its total was {from}, now it is {to}", "il totale era {from}, ora è {to}")
        }
        Break::Order => words!(
            "its value there is of a later date than the one here",
            "il suo valore lì ha una data successiva a quella di qui"
        ),
        Break::Status(status) => {
            let status = status.word();
            words!("a value is marked `{status}`", "un valore è segnato `{status}`")
        }
    }
}
