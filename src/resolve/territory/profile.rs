//! What the figures of one territory are, an indicator a row: for a talk in that territory, and for whoever asks.

use crate::check::{Body, Checked, EditionData, Series};
use crate::data::address::slug;
use crate::data::indicator::{Indicator, Part};
use crate::data::number::{Number, Rounded};
use crate::data::observation::Observation;
use crate::data::points::{Points, Rounding};
use crate::data::territory::{Territory, TerritoryId};
use crate::lang::{self, ProfileFacts, profile_terms, terms};
use crate::resolve::compare::compared::{Compared, Difference, Side, Who, between, compared};
use crate::resolve::figure::figure::{Note, Table, TableRow};
use crate::resolve::figure::notes::Notes;
use crate::resolve::figure::rank::ranking;
use crate::resolve::figure::words::{add_publishers, sourced};
use std::cmp::Ordering;

/// What the figures of one territory are, an indicator a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The territory, for addresses: `friuli-venezia-giulia`. Its slide is `profile-` and this.
    pub id: String,
    /// Its name: "Friuli-Venezia Giulia".
    pub name: String,
    /// Other words by which somebody may ask for it: "Friuli VG", "FVG".
    pub aliases: Vec<String>,
    /// Above the title; may be empty.
    pub kicker: String,
    /// "Il Friuli-Venezia Giulia in cifre"
    pub title: String,
    /// How often it is above the whole, and how often no value is known.
    pub summary: String,
    /// Indicator, value, place among how many, value of the whole, distance from it, change since the last edition.
    pub table: Table,
    /// For each row of the table the figure to go to, by its place in [`Edition::figures`](crate::resolve::Edition::figures).
    pub figures: Vec<Option<usize>>,
    /// With their marks.
    pub notes: Vec<Note>,
    /// "Fonte"
    pub source_label: String,
    /// Whose measurements.
    pub source: String,
}

/// One indicator of an edition, with what all its rows share.
struct Measured<'c> {
    indicator: &'c Indicator,
    national: &'c Observation,
    values: &'c [Observation],
    /// As printed.
    rounded: Vec<Option<Rounded>>,
    /// Territories with their ranks, the greatest first.
    ranked: Vec<(usize, u32)>,
    /// Held against the last older edition that has it.
    since: Option<Compared<'c>>,
    /// First figure of the edition that shows it.
    figure: Option<usize>,
}

/// The profiles of all territories of an edition, by its place in the collection; `figure` is the first figure that shows an
/// indicator's territories.
pub fn profiles(checked: &Checked, index: usize, figure: impl Fn(usize) -> Option<usize>) -> Vec<Profile> {
    let measured = measured(checked, index, &figure);
    checked.territories.iter().map(|(id, territory)| profile(checked, index, &measured, id, territory)).collect()
}

/// The indicators of an edition that have values of territories, in the order of their list.
fn measured<'c>(checked: &'c Checked, index: usize, figure: &impl Fn(usize) -> Option<usize>) -> Vec<Measured<'c>> {
    let edition = &checked.editions[index];
    let of_territories = edition.series.iter().filter(|((_, part), _)| *part == Part::Territories);
    let measured = of_territories.filter_map(|(&key, series)| {
        let Body::Territories { national, values } = &series.body else { return None };
        let indicator = &checked.catalogue.indicators[key.0];
        let known: Vec<Option<Number>> = values.iter().map(|value| value.value).collect();
        let rounded = known.iter().map(|value| value.map(|value| value.rounded(indicator.decimals))).collect();
        let alphabetical = |row: usize| checked.territories.alphabetical(TerritoryId(row as u16));
        let ranked = ranking(&known, indicator.decimals, alphabetical);
        // What is published is not held against a draft.
        let may = |older: &EditionData| !older.draft || edition.draft;
        let older = (index + 1..checked.editions.len()).find(|&older| {
            let older = &checked.editions[older];
            may(older) && older.series.get(&key).is_some_and(Series::has_values)
        });
        let since = older.and_then(|older| {
            let side = |place: usize| {
                let edition = &checked.editions[place];
                edition.series.get(&key).map(|series| Side { edition, series })
            };
            let between = between(checked, index, older, key);
            compared(checked, key.1, [side(older)?, side(index)?], &between, checked.site.language)
        });
        Some(Measured { indicator, national, values, rounded, ranked, since, figure: figure(key.0) })
    });
    measured.collect()
}

fn profile(
    checked: &Checked,
    index: usize,
    measured: &[Measured<'_>],
    id: TerritoryId,
    territory: &Territory,
) -> Profile {
    let (language, place) = (checked.site.language, usize::from(id.0));
    let (words, national) = (profile_terms(language), checked.territories.national());
    let mut notes = Notes::new(language);
    let (mut rows, mut differences) = (Vec::with_capacity(measured.len()), Vec::new());
    let mut facts =
        ProfileFacts { territory, national, indicators: measured.len(), known: 0, above: 0, level: 0, below: 0 };
    for one in measured {
        let value = &one.values[place];
        let rounded = one.rounded[place];
        let whole = one.national.value.map(|value| value.rounded(one.indicator.decimals));
        let print = |value: Option<Rounded>| {
            value.map_or_else(
                || terms(language).missing.to_owned(),
                |value| lang::percent(language, value.into(), one.indicator.decimals),
            )
        };
        let rank = one.ranked.iter().find(|(row, _)| *row == place).map(|(_, rank)| *rank);
        let tied = one.ranked.iter().filter(|(_, other)| Some(*other) == rank).count() > 1;
        let stands = rank.map(|rank| lang::among(language, &lang::place(language, rank, tied), one.ranked.len()));
        let away = Points::between(one.national, value, one.indicator.decimals);
        differences.extend(away);
        facts.known += usize::from(rounded.is_some());
        match away.map(Points::direction) {
            Some(Ordering::Greater) => facts.above += 1,
            Some(Ordering::Equal) => facts.level += 1,
            Some(Ordering::Less) => facts.below += 1,
            None => {}
        }
        let came = change(one, id);
        differences.extend(came.as_ref().and_then(|(_, points)| *points));
        let mark = notes.mark(&one.indicator.short, value);
        let none = || words.none.to_owned();
        rows.push(TableRow {
            national: false,
            cells: vec![
                format!("{}{mark}", one.indicator.short),
                print(rounded),
                stands.unwrap_or_else(none),
                print(whole),
                away.map_or_else(none, |away| lang::distance(language, away)),
                came.map_or_else(none, |(words, _)| words),
            ],
        });
    }
    let head = [words.indicator, terms(language).value, terms(language).rank, &national.name, terms(language).distance];
    let mut head: Vec<String> = head.map(str::to_owned).to_vec();
    head.push(words.change.to_owned());
    let mut notes = notes.finish();
    let since = since(measured, words.since, language);
    let rounding = Some(Rounding::of(differences)).filter(|of| matches!(of, Rounding::Before { .. }));
    let rounding = rounding.map(|of| lang::rounding(language, of).to_owned());
    notes.extend(since.into_iter().chain(rounding).map(|text| Note { mark: String::new(), text }));
    Profile {
        id: slug(&territory.name),
        name: territory.name.clone(),
        aliases: territory.aliases.clone(),
        kicker: lang::period(language, checked.editions[index].period),
        title: lang::in_figures(language, territory),
        summary: lang::profile_summary(language, &facts),
        table: Table { head, rows, numeric: vec![false, true, true, true, true, true] },
        figures: measured.iter().map(|one| one.figure).collect(),
        notes,
        source_label: terms(language).source.to_owned(),
        source: source(checked, index, measured, place),
    }
}

/// What came since the older edition in words, if there is one, and its size where it has one.
fn change(one: &Measured<'_>, id: TerritoryId) -> Option<(String, Option<Points>)> {
    let since = one.since.as_ref()?;
    let row = since.rows.iter().find(|row| row.who == Who::Territory(id))?;
    let points = if let Difference::Points(points) = row.difference { Some(points) } else { None };
    let words = match row.difference {
        Difference::Absent => return None,
        // Which absence is told by its date: an edition before that may have had a value.
        Difference::Appeared => {
            let [old, _] = &since.sides;
            format!("{} {}", terms(since.language).missing, lang::adverb(since.language, old.series.period))
        }
        _ => row.words(since.language),
    };
    Some((words, points))
}

/// The note that says from when changes are counted.
fn since(measured: &[Measured<'_>], words: &str, language: crate::diag::Language) -> Option<String> {
    let mut dates: Vec<(String, Vec<&str>)> = Vec::new();
    for one in measured {
        let Some(since) = &one.since else { continue };
        let [old, _] = &since.sides;
        let when = lang::when(language, old.series.period);
        match dates.iter_mut().find(|(known, _)| *known == when) {
            Some((_, names)) => names.push(&one.indicator.short),
            None => dates.push((when, vec![&one.indicator.short])),
        }
    }
    let said = |(when, names): &(String, Vec<&str>)| match dates.len() {
        1 => when.clone(),
        _ => format!("{}, {when}", lang::list(language, names)),
    };
    (!dates.is_empty()).then(|| format!("{words}: {}", dates.iter().map(said).collect::<Vec<_>>().join("; ")))
}

/// Whose measurements, and who published the values of the territory and of the whole.
fn source(checked: &Checked, index: usize, measured: &[Measured<'_>], place: usize) -> String {
    let (mut origins, mut publishers): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for one in measured {
        if !origins.contains(&one.indicator.origin.as_str()) {
            origins.push(&one.indicator.origin);
        }
        let keys = [one.national, &one.values[place]].into_iter().filter_map(|value| value.source.as_deref());
        add_publishers(&checked.editions[index], &keys.collect::<Vec<_>>(), &mut publishers);
    }
    sourced(checked.site.language, &origins.join(", "), &publishers)
}
