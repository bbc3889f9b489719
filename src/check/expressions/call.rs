//! Calls: `above(consenso, italia)`, `top(documenti, 3)`, `change(consenso.lazio, since = "...")`.

use super::of::{Of, Which};
use super::value::{Answer, Values, unknown};
use crate::data::indicator::Part;
use crate::data::named::Named;
use crate::data::number::{Number, Rounded};
use crate::data::territory::TerritoryId;
use crate::data::value::Value;
use crate::diag::{Term, Words, did_you_mean, nearest};
use crate::files::Placed;
use crate::parse::draft::{Call, Expression, Function, Piece};
use crate::words;
use std::cmp::Ordering;

/// The arguments of a call, as many as its function takes and with no name that it does not.
struct Arguments<'e> {
    /// Those without a name, in order; never empty.
    plain: Vec<&'e Expression>,
    /// Those with a name: `area = "sud"`.
    named: Vec<(&'e str, &'e Expression)>,
}

impl<'e> Arguments<'e> {
    /// The argument of a name.
    fn named(&self, name: &str) -> Option<&'e Expression> {
        self.named.iter().find(|(own, _)| *own == name).map(|(_, value)| *value)
    }
}

/// What a function takes: the arguments without a name as a hint says them, how many they are, and the names of others.
fn takes(function: Function) -> (Term, usize, &'static [&'static str]) {
    let indicator = Term::new("indicator", "indicatore");
    match function {
        Function::Above | Function::Below | Function::Equal => {
            (Term::new("indicator, value", "indicatore, valore"), 2, &["area"])
        }
        Function::Top | Function::Bottom => (Term::new("indicator, how many", "indicatore, quanti"), 2, &["area"]),
        Function::Known | Function::Missing => (indicator, 1, &["area"]),
        Function::Spread => (indicator, 1, &[]),
        Function::Rises | Function::Falls => (indicator, 1, &["area", "since"]),
        Function::Change => (Term::new("indicator.territory", "indicatore.territorio"), 1, &["since"]),
    }
}

/// The arguments of a call.
///
/// # Errors
/// There are more or fewer than the function takes, or one has a name that it does not take.
fn arguments(call: &Call) -> Answer<Arguments<'_>> {
    let (takes, count, names) = takes(call.function.value);
    let plain = call.arguments.iter().filter(|one| one.name.is_none()).map(|one| &one.value).collect::<Vec<_>>();
    let named = || call.arguments.iter().filter_map(|one| Some((one.name.as_ref()?, &one.value)));
    let unknown_name = named().map(|(name, _)| name).find(|name| !names.contains(&name.value.as_str()));
    if plain.len() == count && unknown_name.is_none() {
        return Ok(Arguments { plain, named: named().map(|(name, value)| (name.value.as_str(), value)).collect() });
    }
    let at = unknown_name.map_or(call.at, |name| name.at);
    let name = crate::parse::FUNCTIONS.iter().find(|(_, function)| *function == call.function.value);
    let name = name.map_or("", |(name, _)| name);
    let named: String = names.iter().map(|name| format!(", {name} = \"...\"")).collect();
    let message = words!("`{name}` is not asked like this", "`{name}` non si usa così");
    let named = Words::same(named);
    let hint = words!("write {name}({takes}{named})", "scrivi {name}({takes}{named})"; takes, named);
    Err(unknown(at, message, hint))
}

impl<'c> Values<'c> {
    /// The answer to a call.
    pub(super) fn call(&mut self, call: &Call) -> Answer<Value> {
        let arguments = arguments(call)?;
        let area = arguments.named("area").map(|area| self.area(area)).transpose()?;
        let since = arguments.named("since").map(|since| self.text(since)).transpose()?;
        let [Piece::Reference(reference)] = &arguments.plain[0].pieces[..] else {
            let message = words!("the name of an indicator stands here", "qui va il nome di un indicatore");
            return Err(unknown(arguments.plain[0].at, message, words!("write: consenso", "per esempio: consenso")));
        };
        let (of, steps) = self.series(reference)?;
        if call.function.value == Function::Change {
            let [step] = steps else {
                let message = words!("a change is of one value", "una variazione è di un solo valore");
                let (id, whole) = (&of.indicator.id, self.whole());
                let hint = words!("write change({id}.{whole})", "per esempio change({id}.{whole})");
                return Err(unknown(reference.at, message, hint));
            };
            let which = self.row(step, of)?;
            return self.change(of, which, since.as_ref(), call.at);
        }
        if let Some(step) = steps.first() {
            let message = words!(
                "a whole indicator stands here, not a number of it",
                "qui va un intero indicatore, non un suo numero"
            );
            let hint = words!("take `{}` away", "togli `{}`", step.value);
            return Err(unknown(step.at, message, hint));
        }
        let of_area = |row: usize| area.as_ref().is_none_or(|rows: &Vec<usize>| rows.contains(&row));
        let of_area: &dyn Fn(usize) -> bool = if of.part == Part::Items { &|_| true } else { &of_area };
        match call.function.value {
            Function::Above => self.beyond(of, of_area, arguments.plain[1], Ordering::Greater),
            Function::Below => self.beyond(of, of_area, arguments.plain[1], Ordering::Less),
            Function::Equal => self.beyond(of, of_area, arguments.plain[1], Ordering::Equal),
            Function::Top => self.first(of, of_area, arguments.plain[1], true),
            Function::Bottom => self.first(of, of_area, arguments.plain[1], false),
            Function::Known => {
                let rows = of.known().filter(|(row, _)| of_area(*row)).map(|(row, _)| row).collect();
                Ok(Value::Names(self.printed(of, rows)))
            }
            Function::Missing => {
                let rows = (0..of.values().len()).filter(|row| of_area(*row) && of.rounded(Which::Row(*row)).is_none());
                Ok(Value::Names(self.printed(of, rows.collect())))
            }
            Function::Spread => Ok(of.spread()),
            Function::Rises | Function::Falls => {
                let rows: Vec<usize> = (0..of.values().len()).filter(|row| of_area(*row)).collect();
                self.moved(call, of, since.as_ref(), &rows)
            }
            // It has been answered above, for it is of one value.
            Function::Change => Ok(Value::Missing),
        }
    }

    /// The names of those whose value is above a number, below it or equal to it.
    fn beyond(
        &mut self,
        of: Of<'c>,
        of_area: &dyn Fn(usize) -> bool,
        than: &Expression,
        wanted: Ordering,
    ) -> Answer<Value> {
        let Some(than) = self.threshold(of, than)? else { return Ok(Value::Missing) };
        Ok(self.those(of, of_area, |value| Number::from(value).cmp(&than) == wanted))
    }

    /// The names of so many with the greatest values, or with the least; who ties with the last of them belongs there
    /// too.
    fn first(
        &mut self,
        of: Of<'c>,
        of_area: &dyn Fn(usize) -> bool,
        how_many: &Expression,
        greatest: bool,
    ) -> Answer<Value> {
        let many = self.value(how_many)?.number().filter(|many| *many >= Number::ZERO);
        let Some(many) = many.filter(|many| many.decimals() == Some(0)) else {
            let message = words!("how many stands here", "qui va quanti");
            return Err(unknown(how_many.at, message, words!("write 3", "per esempio 3")));
        };
        let mut values: Vec<Rounded> = of.known().filter(|(row, _)| of_area(*row)).map(|(_, value)| value).collect();
        values.sort();
        if greatest {
            values.reverse();
        }
        let many = many.rounded(0).units as usize;
        let last = values.get(many.wrapping_sub(1)).or(values.last()).copied().filter(|_| many > 0);
        let is = |value| last.is_some_and(|last| if greatest { value >= last } else { value <= last });
        let Some(rows) = self.rows(of, of_area, is) else { return Ok(Value::Missing) };
        let mut rows = self.sorted(of, rows);
        // Those that tie keep their order.
        let value = |row: &usize| of.rounded(Which::Row(*row));
        match greatest {
            true => rows.sort_by_key(|row| std::cmp::Reverse(value(row))),
            false => rows.sort_by_key(value),
        }
        Ok(Value::Names(self.names_of(of, rows)))
    }

    /// The number that others are held against: the national value, or what an expression gives.
    fn threshold(&mut self, of: Of<'c>, expression: &Expression) -> Answer<Option<Number>> {
        if let [Piece::Reference(reference)] = &expression.pieces[..]
            && reference.steps.is_empty()
            && (reference.name.value == "national"
                || self.context.territories.named(&reference.name.value) == Named::National)
        {
            return Ok(of.rounded(Which::National).map(Number::from));
        }
        let value = self.value(expression)?;
        match value {
            Value::Missing => Ok(None),
            _ => value.number().map(Some).ok_or_else(|| {
                let message = words!("a number stands here", "qui va un numero");
                let whole = self.whole();
                unknown(expression.at, message, words!("write 50, or {whole}", "per esempio 50, oppure {whole}"))
            }),
        }
    }

    /// The rows of some macro-areas.
    fn area(&self, expression: &Expression) -> Answer<Vec<usize>> {
        let given: Vec<Placed<String>> = match &expression.pieces[..] {
            [Piece::Text(text)] => vec![text.clone()],
            [Piece::Names(names)] => names.value.clone(),
            _ => {
                let message = words!("the name of an area stands here", "qui va il nome di un’area");
                return Err(unknown(expression.at, message, words!("write \"sud\"", "per esempio \"sud\"")));
            }
        };
        let territories = self.context.territories;
        let areas: Vec<&str> = territories.areas().iter().map(|area| area.id.as_str()).collect();
        for name in &given {
            if !areas.contains(&name.value.as_str()) {
                let all = areas.join(", ");
                let hint = match nearest(&name.value, areas.iter().copied()) {
                    Some(near) => did_you_mean(near),
                    None if areas.is_empty() => words!(
                        "territories.yaml declares no `areas`",
                        "territories.yaml non dichiara nessuna area (`areas`)"
                    ),
                    None => words!("areas are: {all}", "le aree sono: {all}"),
                };
                return Err(unknown(
                    name.at,
                    words!("there is no area `{}`", "non c’è un’area `{}`", name.value),
                    hint,
                ));
            }
        }
        let within = |area: &str| given.iter().any(|name| name.value == area);
        let rows = territories.iter().filter(|(_, territory)| within(&territory.area));
        Ok(rows.map(|(TerritoryId(index), _)| usize::from(index)).collect())
    }

    /// A text between quotes: the name of an edition.
    fn text(&self, expression: &Expression) -> Answer<Placed<String>> {
        match &expression.pieces[..] {
            [Piece::Text(text)] => Ok(text.clone()),
            _ => {
                let message = words!("the name of an edition stands here", "qui va il nome di un’edizione");
                Err(unknown(
                    expression.at,
                    message,
                    words!("write \"2024-06_2024-08\"", "per esempio \"2024-06_2024-08\""),
                ))
            }
        }
    }
}
