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
use crate::parse::draft::{Argument, Call, Expression, Function, Piece};
use crate::words;
use std::cmp::Ordering;

impl<'c> Values<'c> {
    pub(super) fn call(&mut self, call: &Call) -> Answer<Value> {
        let indicator = Term::new("indicator", "indicatore");
        let takes: (Term, usize, &[&str]) = match call.function.value {
            Function::Above | Function::Below | Function::Equal => {
                (Term::new("indicator, value", "indicatore, valore"), 2, &["area"])
            }
            Function::Top | Function::Bottom => (Term::new("indicator, how many", "indicatore, quanti"), 2, &["area"]),
            Function::Known | Function::Missing => (indicator, 1, &["area"]),
            Function::Spread => (indicator, 1, &[]),
            Function::Rises | Function::Falls => (indicator, 1, &["area", "since"]),
            Function::Change => (Term::new("indicator.territory", "indicatore.territorio"), 1, &["since"]),
        };
        let (plain, named): (Vec<&Argument>, Vec<&Argument>) =
            call.arguments.iter().partition(|one| one.name.is_none());
        let unknown_name =
            named.iter().filter_map(|one| one.name.as_ref()).find(|name| !takes.2.contains(&name.value.as_str()));
        if plain.len() != takes.1 || unknown_name.is_some() {
            let at = unknown_name.map_or(call.at, |name| name.at);
            let name = crate::parse::FUNCTIONS.iter().find(|(_, function)| *function == call.function.value);
            let name = name.map_or("", |(name, _)| name);
            let named: String = takes.2.iter().map(|name| format!(", {name} = \"...\"")).collect();
            let message = words!("`{name}` is not asked like this", "`{name}` non si usa così");
            let (takes, named) = (takes.0, Words::same(named));
            let hint = words!("write {name}({takes}{named})", "scrivi {name}({takes}{named})"; takes, named);
            return Err(unknown(at, message, hint));
        }
        let find = |name: &str| named.iter().find(|one| one.name.as_ref().is_some_and(|own| own.value == name));
        let area = find("area").map(|area| self.area(&area.value)).transpose()?;
        let since = find("since").map(|since| self.text(&since.value)).transpose()?;
        let [Piece::Reference(reference)] = &plain[0].value.pieces[..] else {
            let message = words!("the name of an indicator stands here", "qui va il nome di un indicatore");
            return Err(unknown(plain[0].value.at, message, words!("write: consenso", "per esempio: consenso")));
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
            Function::Above | Function::Below | Function::Equal => {
                let Some(than) = self.threshold(of, &plain[1].value)? else { return Ok(Value::Missing) };
                let wanted = match call.function.value {
                    Function::Above => Ordering::Greater,
                    Function::Below => Ordering::Less,
                    _ => Ordering::Equal,
                };
                Ok(self.those(of, of_area, |value| Number::from(value).cmp(&than) == wanted))
            }
            Function::Top | Function::Bottom => {
                let many = self.value(&plain[1].value)?.number().filter(|many| *many >= Number::ZERO);
                let Some(many) = many.filter(|many| many.decimals() == Some(0)) else {
                    let message = words!("how many stands here", "qui va quanti");
                    return Err(unknown(plain[1].value.at, message, words!("write 3", "per esempio 3")));
                };
                let top = call.function.value == Function::Top;
                let mut values: Vec<Rounded> =
                    of.known().filter(|(row, _)| of_area(*row)).map(|(_, value)| value).collect();
                values.sort();
                if top {
                    values.reverse();
                }
                // Who ties with the last one belongs there too.
                let many = many.rounded(0).units as usize;
                let last = values.get(many.wrapping_sub(1)).or(values.last()).copied().filter(|_| many > 0);
                let is = |value| last.is_some_and(|last| if top { value >= last } else { value <= last });
                let Some(rows) = self.rows(of, of_area, is) else { return Ok(Value::Missing) };
                let mut rows = self.sorted(of, rows);
                // Those that tie keep their order.
                let value = |row: &usize| of.rounded(Which::Row(*row));
                match top {
                    true => rows.sort_by_key(|row| std::cmp::Reverse(value(row))),
                    false => rows.sort_by_key(value),
                }
                Ok(Value::Names(self.names_of(of, rows)))
            }
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
            Function::Change => Ok(Value::Missing),
        }
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
