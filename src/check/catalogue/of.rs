//! What a share is a percentage of.

use crate::data::territory::fold;
use crate::diag::{Code, Diagnostic};
use crate::files::Placed;
use crate::words;

/// Words that measure, and are no whole of which a share could be: with their preposition they are, "dei giorni".
const UNITS: [&str; 36] = [
    "giorno",
    "giorni",
    "mese",
    "mesi",
    "anno",
    "anni",
    "ora",
    "ore",
    "minuto",
    "minuti",
    "settimana",
    "settimane",
    "euro",
    "eur",
    "dollari",
    "abitanti",
    "abitante",
    "residenti",
    "punti",
    "posti",
    "metri",
    "km",
    "kg",
    "day",
    "days",
    "month",
    "months",
    "year",
    "years",
    "hour",
    "hours",
    "minutes",
    "weeks",
    "euros",
    "inhabitants",
    "dollars",
];

/// Asks about a whole that is a unit, or so many of something: a share is a percentage, and would say "% giorni".
pub(super) fn unit(of: &Placed<String>, faults: &mut Vec<Diagnostic>) {
    let folded = fold(&of.value);
    let first = folded.split(' ').next().unwrap_or("");
    let so_many = ["per", "ogni", "every"].contains(&first)
        && folded.split(' ').nth(1).is_some_and(|word| {
            word.starts_with(|sign: char| sign.is_ascii_digit())
                || ["mille", "milione", "thousand", "million"].contains(&word)
        });
    let rate = ["pro capite", "per capita", "per mille", "per head"].iter().any(|words| folded.contains(words))
        || of.value.contains(['‰', '€', '$', '£']);
    let told = of.value.trim_start().starts_with('%');
    if told || (!UNITS.contains(&first) && !so_many && !rate) {
        return;
    }
    let said = &of.value;
    let message = words!(
        "`{said}` is a unit, not a whole: figures would say “% {said}”",
        "`{said}` è un’unità di misura, non un totale: le figure direbbero «% {said}»"
    );
    let hint = words!(
        "a share is a percentage: say of what, as in `of: degli abitanti`; what is measured in another unit has no place here",
        "una quota è una percentuale: di’ di che cosa, per esempio `of: degli abitanti`; ciò che si misura in un’altra unità \
         qui non ha posto"
    );
    faults.push(Diagnostic::new(Code::NoWhole, of.at, message, hint).warning());
}

/// Figures put the sign before the whole: `of: "% degli assistiti"` would be printed with two.
pub(super) fn percent(of: &Placed<String>, faults: &mut Vec<Diagnostic>) {
    let Some(rest) = of.value.trim_start().strip_prefix('%').map(str::trim) else { return };
    let message = words!(
        "figures put “%” before this: they would say “% % {rest}”",
        "le figure mettono «%» davanti: direbbero «% % {rest}»"
    );
    let hint = words!("write `of: {rest}`", "scrivi `of: {rest}`");
    faults.push(Diagnostic::new(Code::NoWhole, of.at, message, hint));
}
