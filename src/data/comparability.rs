//! Whether two series of one indicator, or two values of them, may be held against each other.
//!
//! Another list of items, another denominator or another window is another measure: a difference between the two says
//! nothing. Eurostat flags such a series with `b`, a break; the OECD Data and Metadata Reporting and Presentation
//! Handbook (2007) asks that it be explained. Here it is refused, unless the author says why it may stand. Whoever says
//! that something rose or fell asks here first: [`compare`] for series, [`change`] for two values.

use super::indicator::{Indicator, Kind, Part};
use super::observation::Observation;
use super::period::Period;
use super::points::Points;
use super::status::Status;

/// Whether two series may be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comparability {
    /// They measure the same and may be compared.
    Same,
    /// They do not measure the same, and the author says why they may be compared all the same. The reason is printed
    /// at every comparison.
    Allowed {
        /// The author's reason.
        because: String,
    },
    /// They may not be compared.
    Broken(Break),
}

/// What came between two series, or two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// Another version of the definition, by its place in [`Indicator::definitions`].
    Definition {
        /// The version of the older series.
        from: usize,
        /// The version of the newer series.
        to: usize,
    },
    /// Windows of another length, in months.
    Window {
        /// The length of the older window.
        from: u32,
        /// The length of the newer window.
        to: u32,
    },
    /// Another total: 79% of 16 against 68% of 15.
    Total {
        /// The total of the older value.
        from: u32,
        /// The total of the newer value.
        to: u32,
    },
    /// The value of the older edition speaks of a later date than that of the newer one.
    Order,
    /// One of the values, or one between them, says of itself that it cannot be compared: `break` or
    /// `definition-differs`.
    Status(Status),
}

impl Break {
    /// The word for it in data files.
    pub const fn word(self) -> &'static str {
        match self {
            Break::Definition { .. } => "definition",
            Break::Window { .. } => "window",
            Break::Total { .. } => "total",
            Break::Order => "order",
            Break::Status(_) => "status",
        }
    }
}

/// What a value has become since an older edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Both values are known and may be compared.
    Points {
        /// The newer value less the older one, in points of the measure.
        points: Points,
        /// Why the two may be compared although the definition changed: to be printed beside the difference.
        because: Option<String>,
    },
    /// Both are known and may not be compared: no difference is printed, no arrow and no line is drawn.
    Refused(Break),
    /// One of the two values, or both, are not known.
    Unknown,
}

/// Holds the definition and period of an older series against those of a newer one.
///
/// # Panics
/// Where the indicator has no such definition.
pub fn compare(indicator: &Indicator, older: (usize, Period), newer: (usize, Period)) -> Comparability {
    // An older edition may have been given the newer version: what continues one way may be compared the other way.
    let because = continued(indicator, newer.0, older.0).or_else(|| continued(indicator, older.0, newer.0));
    let Some(because) = because else {
        return Comparability::Broken(Break::Definition { from: older.0, to: newer.0 });
    };
    if let (Some(from), Some(to)) = (older.1.months(), newer.1.months())
        && from != to
    {
        return Comparability::Broken(Break::Window { from, to });
    }
    match because.is_empty() {
        true => Comparability::Same,
        false => Comparability::Allowed { because: because.join(" ") },
    }
}

/// The reasons that lead from one version to another that continues it, perhaps over others between them; none where it
/// is not continued.
fn continued(indicator: &Indicator, from: usize, to: usize) -> Option<Vec<&str>> {
    let mut because: Vec<&str> = Vec::new();
    let mut at = from;
    while at != to {
        // No longer than there are versions, where some continue each other in a circle.
        let continues =
            indicator.definitions[at].continues.as_ref().filter(|_| because.len() < indicator.definitions.len())?;
        because.push(&continues.because);
        at = continues.definition;
    }
    Some(because)
}

/// What has become of one value: of a territory, of the whole, or of an item, in two editions, each with the definition
/// that its series follows. `between` are the observations of the same thing in the editions between the two, for a
/// break among them stands between the two as well.
///
/// # Panics
/// Where the indicator has no such definition.
pub fn change<'o>(
    indicator: &Indicator,
    part: Part,
    older: (usize, &Observation),
    newer: (usize, &Observation),
    between: impl IntoIterator<Item = &'o Observation>,
) -> Change {
    let Some(points) = Points::between(older.1, newer.1, indicator.decimals) else { return Change::Unknown };
    let because = match compare(indicator, (older.0, older.1.period), (newer.0, newer.1.period)) {
        Comparability::Same => None,
        Comparability::Allowed { because } => Some(because),
        Comparability::Broken(found) => return Change::Refused(found),
    };
    // A break stands before the value that says so: what follows may be compared with it.
    let broken = |value: &Observation| value.status == Status::Break;
    let breaks = broken(newer.1) || between.into_iter().any(broken);
    let differs = [older.1, newer.1].iter().any(|value| value.status == Status::DefinitionDiffers);
    if breaks || differs {
        return Change::Refused(Break::Status(if breaks { Status::Break } else { Status::DefinitionDiffers }));
    }
    if let Some(found) = other_total(indicator, part, older, newer) {
        return Change::Refused(found);
    }
    // One that came late may speak of a day before the one it would be compared with.
    if older.1.period.end() > newer.1.period.end() {
        return Change::Refused(Break::Order);
    }
    Change::Points { points, because }
}

/// Another total than that of the definition, said by one of the two values alone. A share has no such total: its
/// whole, such as a population, changes with every date, and that is no break.
fn other_total(
    indicator: &Indicator,
    part: Part,
    older: (usize, &Observation),
    newer: (usize, &Observation),
) -> Option<Break> {
    if indicator.kind == Kind::Share {
        return None;
    }
    let defined = |definition: usize| match part {
        Part::Territories => indicator.definitions[definition].total,
        // Items are of territories.
        Part::Items | Part::Table => None,
    };
    let total = |(definition, value): (usize, &Observation)| value.of.or(defined(definition));
    let (from, to) = (total(older)?, total(newer)?);
    // Two definitions that may be compared have each its total; a value must then keep to that of its own.
    let of_definitions = defined(older.0) == Some(from) && defined(newer.0) == Some(to);
    (from != to && !of_definitions).then_some(Break::Total { from, to })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::indicator::{AvailabilityTitles, Better, Continues, Definition, FigureWords};
    use crate::data::number::Number;
    use crate::data::period::Timing;
    use proptest::prelude::*;

    /// An indicator with some versions of its definition, each with its total and the one it continues.
    fn indicator(kind: Kind, versions: &[(Option<u32>, Option<usize>)]) -> Indicator {
        let definition = |(place, (total, continues)): (usize, &(Option<u32>, Option<usize>))| Definition {
            id: place.to_string(),
            text: String::new(),
            items: Vec::new(),
            total: *total,
            of: None,
            titles: None,
            continues: continues.map(|definition| Continues { definition, because: format!("Perché {place}.") }),
        };
        Indicator {
            target: None,
            id: "prova".into(),
            title: String::new(),
            short: String::new(),
            aliases: Vec::new(),
            group: 0,
            kind,
            of: String::new(),
            uncapped: None,
            end: Number::HUNDRED,
            decimals: 0,
            timing: Timing::Stock,
            better: Better::Neither,
            jump: Number::whole(50),
            origin: String::new(),
            definitions: versions.iter().enumerate().map(definition).collect(),
        }
    }

    fn availability() -> Kind {
        let words = || FigureWords { title: String::new(), measure: String::new() };
        Kind::Availability {
            items: Vec::new(),
            titles: AvailabilityTitles { items: words(), table: words(), territories: words() },
        }
    }

    fn period(text: &str) -> Period {
        Period::parse(text).unwrap()
    }

    fn value(text: &str) -> Observation {
        Observation {
            value: Some(Number::parse(text).unwrap()),
            status: Status::Normal,
            ..Observation::missing(period("2024-08-31"))
        }
    }

    fn of(text: &str, of: u32) -> Observation {
        Observation { of: Some(of), ..value(text) }
    }

    fn with(status: Status) -> Observation {
        Observation { status, ..value("50") }
    }

    fn points(change: Change) -> Option<i64> {
        match change {
            Change::Points { points, because: None } => Some(points.rounded().units),
            _ => None,
        }
    }

    #[test]
    fn seventy_four_of_sixteen_after_seventy_nine_of_sixteen_is_five_points_less() {
        let documents = indicator(availability(), &[(Some(16), None)]);
        let of_territories = |older: &Observation, newer: &Observation| {
            change(&documents, Part::Territories, (0, older), (0, newer), [])
        };
        assert_eq!(points(of_territories(&value("79"), &value("74"))), Some(-5));
        assert_eq!(points(of_territories(&of("79", 16), &value("74"))), Some(-5));
        let refused = Change::Refused(Break::Total { from: 16, to: 15 });
        assert_eq!(of_territories(&value("79"), &of("68", 15)), refused);
        assert_eq!(of_territories(&of("79", 16), &of("68", 15)), refused);
    }

    #[test]
    fn another_definition_is_refused_and_so_is_the_way_back() {
        let services = indicator(availability(), &[(None, None), (Some(45), None)]);
        let dates = (period("2024-08-31"), period("2025-03-31"));
        let there = compare(&services, (0, dates.0), (1, dates.1));
        assert_eq!(there, Comparability::Broken(Break::Definition { from: 0, to: 1 }));
        let back = compare(&services, (1, dates.0), (0, dates.1));
        assert_eq!(back, Comparability::Broken(Break::Definition { from: 1, to: 0 }));
        assert_eq!(compare(&services, (1, dates.0), (1, dates.1)), Comparability::Same);
        let change = change(&services, Part::Territories, (0, &value("64")), (1, &value("56")), []);
        assert_eq!(change, Change::Refused(Break::Definition { from: 0, to: 1 }));
    }

    #[test]
    fn a_definition_that_continues_others_is_compared_with_all_their_reasons() {
        let documents = indicator(availability(), &[(Some(15), None), (Some(16), Some(0)), (Some(21), Some(1))]);
        let date = period("2024-08-31");
        let because = |text: &str| Comparability::Allowed { because: text.to_owned() };
        assert_eq!(compare(&documents, (1, date), (2, date)), because("Perché 2."));
        assert_eq!(compare(&documents, (0, date), (2, date)), because("Perché 2. Perché 1."));
        assert_eq!(compare(&documents, (2, date), (1, date)), because("Perché 2."));
        let (older, newer) = (value("79"), value("60"));
        let allowed = change(&documents, Part::Territories, (1, &older), (2, &newer), []);
        let Change::Points { points, because } = allowed else { panic!("{allowed:?}") };
        assert_eq!((points.rounded().units, because.as_deref()), (-19, Some("Perché 2.")));
        // The reason speaks of 16 and 21, not of a value that is of 20.
        let other = change(&documents, Part::Territories, (1, &older), (2, &of("60", 20)), []);
        assert_eq!(other, Change::Refused(Break::Total { from: 16, to: 20 }));
    }

    #[test]
    fn definitions_that_continue_each_other_in_a_circle_end() {
        let circle = indicator(availability(), &[(None, Some(1)), (None, Some(0)), (None, None)]);
        let date = period("2024-08-31");
        let broken = Comparability::Broken(Break::Definition { from: 2, to: 0 });
        assert_eq!(compare(&circle, (2, date), (0, date)), broken);
    }

    #[test]
    fn three_months_and_one_are_not_compared() {
        let accesses = indicator(Kind::Share, &[(None, None)]);
        let quarter = Observation { period: period("2024-06/2024-08"), ..value("18") };
        let month = Observation { period: period("2024-11"), ..value("9") };
        let refused = Break::Window { from: 3, to: 1 };
        assert_eq!(compare(&accesses, (0, quarter.period), (0, month.period)), Comparability::Broken(refused));
        let change_of = |older, newer| change(&accesses, Part::Territories, (0, older), (0, newer), []);
        assert_eq!(change_of(&quarter, &month), Change::Refused(refused));
        let other = Observation { period: period("2025-01/2025-03"), ..value("21") };
        assert_eq!(points(change_of(&quarter, &other)), Some(3));
        // A population changes with every date.
        assert_eq!(points(change_of(&of("40", 58_255_223), &of("42", 58_100_000))), Some(2));
    }

    #[test]
    fn a_break_stands_between_what_is_before_it_and_what_is_not() {
        let consent = indicator(Kind::Share, &[(None, None)]);
        let change_of = |older, newer, between: &[Observation]| {
            change(&consent, Part::Territories, (0, older), (0, newer), between)
        };
        let (normal, broken, differs) = (with(Status::Normal), with(Status::Break), with(Status::DefinitionDiffers));
        let refused = |status| Change::Refused(Break::Status(status));
        assert_eq!(change_of(&normal, &broken, &[]), refused(Status::Break));
        assert_eq!(points(change_of(&broken, &normal, &[])), Some(0));
        assert_eq!(change_of(&normal, &normal, std::slice::from_ref(&broken)), refused(Status::Break));
        assert_eq!(change_of(&normal, &differs, &[]), refused(Status::DefinitionDiffers));
        assert_eq!(change_of(&differs, &normal, &[]), refused(Status::DefinitionDiffers));
        assert_eq!(points(change_of(&normal, &normal, std::slice::from_ref(&differs))), Some(0));
    }

    #[test]
    fn what_is_missing_has_not_changed() {
        let consent = indicator(Kind::Share, &[(None, None)]);
        let missing = Observation::missing(period("2024-08-31"));
        assert_eq!(change(&consent, Part::Territories, (0, &missing), (0, &value("1")), []), Change::Unknown);
        assert_eq!(change(&consent, Part::Territories, (0, &value("1")), (0, &missing), []), Change::Unknown);
    }

    #[test]
    fn items_are_of_territories_whatever_the_list() {
        let documents = indicator(availability(), &[(Some(16), None)]);
        let of_items =
            |older: &Observation, newer: &Observation| change(&documents, Part::Items, (0, older), (0, newer), []);
        assert_eq!(points(of_items(&value("71"), &of("67", 21))), Some(-4));
        assert_eq!(of_items(&of("71", 21), &of("67", 20)), Change::Refused(Break::Total { from: 21, to: 20 }));
    }

    proptest! {
        #[test]
        fn a_change_is_exact_where_both_values_are(before in 0u32..=200, now in 0u32..=200, decimals in 0u8..3) {
            let mut consent = indicator(Kind::Share, &[(None, None)]);
            consent.decimals = decimals;
            let share = |count| Number::share(count, 200).unwrap();
            let counted = |count| Observation { value: Some(share(count)), exact: Some(share(count)), ..value("0") };
            let shown = |count| Observation { value: Some(share(count)), ..value("0") };
            let change_of = |older: Observation, newer: Observation| {
                points(change(&consent, Part::Territories, (0, &older), (0, &newer), []))
            };
            let printed = share(now).rounded(decimals).units - share(before).rounded(decimals).units;
            prop_assert_eq!(change_of(shown(before), shown(now)), Some(printed));
            prop_assert_eq!(change_of(counted(before), shown(now)), Some(printed));
            let exact = share(now).minus(share(before)).rounded(decimals).units;
            prop_assert_eq!(change_of(counted(before), counted(now)), Some(exact));
        }
    }
}
