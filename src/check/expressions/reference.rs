//! References: `consenso.lazio`, `documenti.items.max.who`; a series, and a step or two into it.

use super::of::{Of, Which};
use super::value::{Answer, Values, unknown};
use crate::check::unknown::{unknown_indicator, unknown_item, unknown_territory};
use crate::data::indicator::{Indicator, Part};
use crate::data::named::Named;
use crate::data::territory::TerritoryId;
use crate::data::value::Value;
use crate::diag::{Code, Diagnostic, did_you_mean, nearest};
use crate::files::Placed;
use crate::parse::draft::Reference;
use crate::words;

/// What may follow the name of an indicator.
const OF_A_SERIES: [&str; 12] = [
    "italia",
    "national",
    "max",
    "min",
    "known",
    "missing",
    "period",
    "spread",
    "above_national",
    "below_national",
    "items",
    "territories",
];

/// What may follow one value.
const OF_A_VALUE: [&str; 5] = ["rank", "change", "count", "of", "period"];

impl<'c> Values<'c> {
    /// `consenso`, `documenti.items`: a series, and the steps that are left.
    pub(super) fn series<'r>(&mut self, reference: &'r Reference) -> Answer<(Of<'c>, &'r [Placed<String>])> {
        let name = &reference.name;
        let indicators = &self.context.catalogue.indicators;
        let Some(index) = indicators.iter().position(|indicator| indicator.id == name.value) else {
            return Err((!self.context.catalogue_faulty).then(|| unknown_indicator(name, indicators)));
        };
        let indicator = &indicators[index];
        let named = reference.steps.first().and_then(|step| Part::read(&step.value));
        let named = named.filter(|part| *part != Part::Table && !indicator.items().is_empty());
        let part = named.unwrap_or(Part::Territories);
        let Some(series) = self.context.series.series.get(&(index, part)) else {
            let said = self.context.unread || self.context.series.given.contains(&(index, part));
            let (name, edition) = (&name.value, self.context.edition);
            let message = words!(
                "`{name}` has no observations in the edition {edition}",
                "`{name}` non ha osservazioni nell’edizione {edition}"
            );
            let hint = words!(
                "take the sentence out of this edition's narrative, or add the observations",
                "togli la frase dalla narrativa di questa edizione, o aggiungi le osservazioni"
            );
            return Err((!said).then(|| Diagnostic::new(Code::NoData, reference.at, message, hint)));
        };
        self.unfinished |= self.context.series.unfinished.contains(&(index, part));
        let rest = &reference.steps[usize::from(named.is_some())..];
        Ok((Of { index, part, indicator, series }, rest))
    }

    /// The answer to a reference.
    pub(super) fn reference(&mut self, reference: &Reference) -> Answer<Value> {
        let (of, steps) = self.series(reference)?;
        let Some((step, rest)) = steps.split_first() else {
            let name = &of.indicator.id;
            let message =
                words!("this names an indicator, not a number of it", "questo è un indicatore, non un suo numero");
            let whole = self.whole();
            let hint = words!(
                "write {{{{ {name}.{whole} }}}}, or .max, .min, .known, .missing, .period",
                "scrivi {{{{ {name}.{whole} }}}}, oppure .max, .min, .known, .missing, .period"
            );
            return Err(unknown(reference.at, message, hint));
        };
        let (value, which) = match step.value.as_str() {
            "max" | "min" => {
                let extreme = of.extreme(step.value == "max");
                if let [who] = rest
                    && who.value == "who"
                {
                    return Ok(extreme.map_or(Value::Missing, |extreme| self.who(of, |value| value == extreme)));
                }
                (extreme.map_or(Value::Missing, |value| of.share(value)), None)
            }
            "known" => (Value::count(of.known().count()), None),
            "missing" => (Value::count(of.values().len() - of.known().count()), None),
            "period" => (Value::Period(of.series.period), None),
            "spread" => (of.spread(), None),
            "above_italia" | "above_national" => (self.beside(of, None, |value, than| value > than), None),
            "below_italia" | "below_national" => (self.beside(of, None, |value, than| value < than), None),
            _ => {
                let which = self.row(step, of)?;
                (of.rounded(which).map_or(Value::Missing, |value| of.share(value)), Some(which))
            }
        };
        match (rest, which) {
            ([], _) => Ok(value),
            ([next], Some(which)) => self.of_value(next, of, which),
            ([next, ..], None) => {
                let message = words!("nothing is called `{}` here", "qui nulla si chiama `{}`", next.value);
                let hint = words!("only .max and .min have .who", "solo .max e .min hanno .who");
                Err(unknown(next.at, message, hint))
            }
            ([_, more, ..], _) => {
                let message = words!("nothing is called `{}` here", "qui nulla si chiama `{}`", more.value);
                Err(unknown(more.at, message, words!("take this step away", "togli questo passo")))
            }
        }
    }

    /// The answer to a step that stands behind one value: `rank`, `change`, `count`, `of`, `period`.
    fn of_value(&mut self, step: &Placed<String>, of: Of<'c>, which: Which) -> Answer<Value> {
        let observation = of.observation(which);
        let counted = |count: Option<u32>| count.map_or(Value::Missing, |count| Value::count(count as usize));
        match step.value.as_str() {
            "rank" => match (which, of.rounded(which)) {
                (Which::National, _) => {
                    let message =
                        words!("the whole has no rank among its parts", "l’insieme non ha un rango tra le sue parti");
                    Err(unknown(step.at, message, words!("take `.rank` away", "togli `.rank`")))
                }
                (_, None) => Ok(Value::Missing),
                (_, Some(own)) => Ok(Value::count(1 + of.known().filter(|(_, value)| *value > own).count())),
            },
            "change" => self.change(of, which, None, step.at),
            "count" => Ok(counted(observation.and_then(|value| value.count))),
            "of" => Ok(counted(observation.and_then(|value| value.of))),
            "period" => Ok(observation.map_or(Value::Missing, |value| Value::Period(value.period))),
            other => {
                let hint = match nearest(other, OF_A_VALUE) {
                    Some(near) => did_you_mean(near),
                    None => {
                        let all = OF_A_VALUE.join(", ");
                        words!("one value has: {all}", "un valore ha: {all}")
                    }
                };
                Err(unknown(step.at, words!("nothing is called `{other}` here", "qui nulla si chiama `{other}`"), hint))
            }
        }
    }

    /// The word for the whole that hints show.
    pub(super) fn whole(&self) -> &'static str {
        if self.context.territories.is_built_in() { "italia" } else { "national" }
    }

    /// What may follow the name of an indicator; Italia only where the list has it, parts only where there are some.
    fn of_a_series(&self, indicator: &Indicator) -> impl Iterator<Item = &'static str> {
        let (built_in, is_share) = (self.context.territories.is_built_in(), indicator.items().is_empty());
        let is_there = move |word: &&str| match *word {
            "italia" => built_in,
            "items" | "territories" => !is_share,
            _ => true,
        };
        OF_A_SERIES.into_iter().filter(is_there)
    }

    /// A territory, the whole, or an item.
    pub(super) fn row(&self, step: &Placed<String>, of: Of<'_>) -> Answer<Which> {
        if of.part == Part::Items {
            let items = of.indicator.items_of(of.series.definition);
            let found = items.iter().position(|item| item.id == step.value);
            return found.map(Which::Row).ok_or_else(|| Some(unknown_item(step, of.indicator, &items)));
        }
        if step.value == "national" {
            return Ok(Which::National);
        }
        if Part::read(&step.value).is_some() && of.indicator.items().is_empty() {
            let id = &of.indicator.id;
            let message = words!("`{id}` is a share: it has no parts", "`{id}` è una quota: non ha parti");
            let hint = words!("take `.{}` away", "togli `.{}`", step.value);
            return Err(unknown(step.at, message, hint));
        }
        match self.context.territories.named(&step.value) {
            Named::National => Ok(Which::National),
            Named::Territory(TerritoryId(index)) => Ok(Which::Row(usize::from(index))),
            named => Err(match nearest(&step.value, self.of_a_series(of.indicator)) {
                Some(word) if matches!(named, Named::Unknown(_)) => {
                    let message = words!("nothing is called `{}` here", "qui nulla si chiama `{}`", step.value);
                    unknown(step.at, message, did_you_mean(word))
                }
                _ => Some(unknown_territory(step, self.context.territories)),
            }),
        }
    }
}
