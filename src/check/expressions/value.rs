//! Expressions: every name they use is there, and what they ask of the data has an answer.
//!
//! Names and calls are answered here, on the numbers that are printed; what stands between them is Tera's to reckon.

use crate::check::checked::{Body, Series};
use crate::check::context::{Context, Older};
use crate::check::unknown::{unknown_indicator, unknown_item, unknown_territory};
use crate::data::comparability::{self, Break, Change, Comparability, compare};
use crate::data::indicator::{Indicator, Part};
use crate::data::named::Named;
use crate::data::number::{Number, Rounded};
use crate::data::observation::Observation;
use crate::data::period::Period;
use crate::data::points::Points;
use crate::data::territory::TerritoryId;
use crate::data::value::Value;
use crate::diag::{Code, Diagnostic, Term, Words, did_you_mean, nearest};
use crate::files::{Placed, Span};
use crate::parse::draft::{Argument, Call, Expression, Function, Piece, Reference};
use crate::words;
use std::cmp::Ordering;

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

/// Answers expressions of one edition.
pub struct Values<'c> {
    context: &'c Context<'c>,
    /// Who had no value where a function asked for all of them.
    pub without: Vec<String>,
    /// Whether a series was asked of which values are still to be given.
    pub unfinished: bool,
    /// Why two versions of a definition were compared all the same: indicator, the author's reason.
    pub because: Vec<(usize, String)>,
}

/// A fault, or nothing where another fault has said why there is no answer.
type Answer<T> = Result<T, Option<Diagnostic>>;

/// A series that an expression names.
#[derive(Clone, Copy)]
struct Of<'c> {
    index: usize,
    part: Part,
    indicator: &'c Indicator,
    series: &'c Series,
}

/// The same series in an older edition, and in those between.
struct Before<'c> {
    edition: &'c str,
    series: &'c Series,
    between: Vec<&'c Series>,
}

/// One value of a series.
#[derive(Clone, Copy, PartialEq)]
enum Which {
    National,
    Row(usize),
}

fn unknown(at: Span, message: Words, hint: Words) -> Option<Diagnostic> {
    Some(Diagnostic::new(Code::UnknownBinding, at, message, hint))
}

impl<'c> Values<'c> {
    /// For one edition.
    pub fn new(context: &'c Context<'c>) -> Values<'c> {
        Values { context, without: Vec::new(), unfinished: false, because: Vec::new() }
    }

    /// The answer to an expression.
    ///
    /// # Errors
    /// A name that means nothing, a series that the edition does not have, a comparison that is refused.
    pub fn value(&mut self, expression: &Expression) -> Answer<Value> {
        match &expression.pieces[..] {
            [Piece::Reference(reference)] => self.reference(reference),
            [Piece::Call(call)] => self.call(call),
            [Piece::Text(text)] => Ok(Value::Text(text.value.clone())),
            [Piece::Names(names)] => self.names(&names.value),
            _ => self.reckon(expression),
        }
    }

    /// The names of a list, each of a territory or an item.
    fn names(&self, names: &[Placed<String>]) -> Answer<Value> {
        names.iter().map(|name| self.name(name)).collect::<Answer<Vec<String>>>().map(Value::Names)
    }

    /// The printed name of a territory or an item that an author names.
    ///
    /// # Errors
    /// It is neither.
    pub fn name(&self, name: &Placed<String>) -> Answer<String> {
        let territories = self.context.territories;
        if let Some(known) = territories.known(&name.value) {
            return Ok(known.map_or(territories.national(), |id| territories.get(id)).name.clone());
        }
        let items = || self.context.catalogue.indicators.iter().flat_map(Indicator::items);
        match items().find(|item| item.id == name.value || item.title == name.value) {
            Some(item) => Ok(item.title.clone()),
            None => Err(Some(unknown_territory(name, territories))),
        }
    }

    /// Arithmetic and filters, by Tera; the parts that are ours stand in it as variables.
    fn reckon(&mut self, expression: &Expression) -> Answer<Value> {
        let (mut source, mut decimals) = ("{{".to_owned(), 0);
        let mut variables = tera::Context::new();
        for (number, piece) in expression.pieces.iter().enumerate() {
            let value = match piece {
                Piece::Verbatim(text) => {
                    source.push(' ');
                    source.push_str(text);
                    continue;
                }
                Piece::Reference(reference) => self.reference(reference)?,
                Piece::Call(call) => self.call(call)?,
                Piece::Text(text) => Value::Text(text.value.clone()),
                Piece::Names(names) => self.names(&names.value)?,
            };
            let name = format!("v{number}");
            match &value {
                Value::Missing => return Ok(Value::Missing),
                Value::Share { value, decimals: own }
                | Value::Points { value, decimals: own }
                | Value::Plain { value, decimals: own } => {
                    decimals = decimals.max(*own);
                    match own {
                        0 => variables.insert(name.clone(), &value.rounded(0).units),
                        _ => variables.insert(name.clone(), &Number::from(value.rounded(*own)).to_f64()),
                    }
                }
                Value::Names(names) => variables.insert(name.clone(), names),
                Value::Text(text) => variables.insert(name.clone(), text),
                Value::Period(_) => {
                    let message = words!("nothing can be reckoned with a date", "con una data non si può calcolare");
                    let hint = words!("let it stand alone", "scrivila da sola");
                    return Err(unknown(expression.at, message, hint));
                }
            }
            source.push(' ');
            source.push_str(&name);
        }
        source.push_str(" }}");
        let answer = tera::Tera::default().render_str(&source, &variables, false).map_err(|error| {
            let reason = error.to_string();
            let message = match reason.contains("divide by 0") || reason.contains("modulo by 0") {
                true => words!("nothing can be divided by 0", "per 0 non si può dividere"),
                false => words!("this cannot be reckoned", "questo non si può calcolare"),
            };
            let hint = match reason.contains("divide by 0") || reason.contains("modulo by 0") {
                true => words!(
                    "here the divisor is 0 in the data: say it otherwise, or take it away",
                    "qui il divisore nei dati è 0: dillo in un altro modo, o toglilo"
                ),
                false => words!(
                "numbers take + - * / and parentheses, lists of names take `| length`; docs/claims.md has examples",
                "con i numeri usa + - * / e le parentesi, con gli elenchi di nomi `| length`; gli esempi sono in docs/claims.md"
            )};
            unknown(expression.at, message, hint)
        })?;
        let Ok(float) = answer.trim().parse::<f64>() else { return Ok(Value::Text(answer)) };
        let Some(value) = Number::nearest(float) else {
            let message =
                words!("this number is too great to be printed", "questo numero è troppo grande per essere stampato");
            let hint = words!("a billion is the most", "il massimo è un miliardo");
            return Err(unknown(expression.at, message, hint));
        };
        match value.decimals() {
            Some(own) if own <= decimals.max(3) => Ok(Value::Plain { value, decimals: own }),
            _ => {
                let message = words!(
                    "{answer} has too many decimals to be printed",
                    "{answer} ha troppi decimali per essere stampato"
                );
                let hint = words!(
                    "say how many, after parentheses: (...) | round(precision=1)",
                    "di’ quanti, dopo le parentesi: (...) | round(precision=1)"
                );
                Err(unknown(expression.at, message, hint))
            }
        }
    }

    /// `consenso`, `documenti.items`: a series, and the steps that are left.
    fn series<'r>(&mut self, reference: &'r Reference) -> Answer<(Of<'c>, &'r [Placed<String>])> {
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

    fn reference(&mut self, reference: &Reference) -> Answer<Value> {
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

    /// A step after one value.
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

    /// How hints call the whole.
    fn whole(&self) -> &'static str {
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
    fn row(&self, step: &Placed<String>, of: Of<'_>) -> Answer<Which> {
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

    fn call(&mut self, call: &Call) -> Answer<Value> {
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

    /// The same series in an older edition: the one named, or the last that has the indicator.
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
    fn change(&mut self, of: Of<'c>, which: Which, since: Option<&Placed<String>>, at: Span) -> Answer<Value> {
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

    /// Who has risen, or fallen. Who has no value, or one that cannot be compared as all others can, is noted.
    fn moved(&mut self, call: &Call, of: Of<'c>, since: Option<&Placed<String>>, rows: &[usize]) -> Answer<Value> {
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

    /// Those of a series that are so, held against the national value.
    fn beside(&mut self, of: Of<'c>, area: Option<&dyn Fn(usize) -> bool>, is: fn(Rounded, Rounded) -> bool) -> Value {
        let Some(than) = of.rounded(Which::National) else { return Value::Missing };
        self.those(of, area.unwrap_or(&|_| true), |value| is(value, than))
    }

    fn who(&mut self, of: Of<'c>, is: impl Fn(Rounded) -> bool) -> Value {
        let rows = of.known().filter(|(_, value)| is(*value)).map(|(row, _)| row).collect();
        Value::Names(self.printed(of, rows))
    }

    /// The names of those that are so; who has no value is noted.
    fn those(&mut self, of: Of<'c>, within: &dyn Fn(usize) -> bool, is: impl Fn(Rounded) -> bool) -> Value {
        let rows = self.rows(of, within, is);
        rows.map_or(Value::Missing, |rows| Value::Names(self.printed(of, rows)))
    }

    /// The rows of those that are so; none where nobody has a value.
    fn rows(&mut self, of: Of<'c>, within: &dyn Fn(usize) -> bool, is: impl Fn(Rounded) -> bool) -> Option<Vec<usize>> {
        let unknown =
            (0..of.values().len()).filter(|row| within(*row) && of.rounded(Which::Row(*row)).is_none()).collect();
        for name in self.printed(of, unknown) {
            if !self.without.contains(&name) {
                self.without.push(name);
            }
        }
        // Where nobody has a value, that nobody is so would be invented.
        if !of.known().any(|(row, _)| within(row)) {
            return None;
        }
        Some(of.known().filter(|(row, value)| within(*row) && is(*value)).map(|(row, _)| row).collect())
    }

    /// Names in the order they are printed: territories by the alphabet, items as the author lists them.
    fn printed(&self, of: Of<'_>, rows: Vec<usize>) -> Vec<String> {
        self.names_of(of, self.sorted(of, rows))
    }

    /// Rows in that order.
    fn sorted(&self, of: Of<'_>, mut rows: Vec<usize>) -> Vec<usize> {
        if of.part != Part::Items {
            rows.sort_by_key(|row| self.context.territories.alphabetical(TerritoryId(*row as u16)));
        }
        rows
    }

    fn names_of(&self, of: Of<'_>, rows: Vec<usize>) -> Vec<String> {
        if of.part == Part::Items {
            let items = of.indicator.items_of(of.series.definition);
            return rows.into_iter().map(|row| items[row].title.clone()).collect();
        }
        let name = |row| self.context.territories.get(TerritoryId(row as u16)).name.clone();
        rows.into_iter().map(name).collect()
    }
}

impl<'c> Of<'c> {
    fn values(self) -> &'c [Observation] {
        self.series.observations()
    }

    fn observation(self, which: Which) -> Option<&'c Observation> {
        match (which, &self.series.body) {
            (Which::Row(row), _) => self.values().get(row),
            (Which::National, Body::Territories { national, .. }) => Some(national),
            (Which::National, Body::Items(_) | Body::Table { .. }) => None,
        }
    }

    /// A value as printed.
    fn rounded(self, which: Which) -> Option<Rounded> {
        Some(self.observation(which)?.value?.rounded(self.indicator.decimals))
    }

    fn share(self, value: Rounded) -> Value {
        Value::Share { value: Number::from(value), decimals: self.indicator.decimals }
    }

    /// Rows with a value.
    fn known(self) -> impl Iterator<Item = (usize, Rounded)> {
        (0..self.values().len()).filter_map(move |row| Some((row, self.rounded(Which::Row(row))?)))
    }

    fn extreme(self, greatest: bool) -> Option<Rounded> {
        let values = self.known().map(|(_, value)| value);
        if greatest { values.max() } else { values.min() }
    }

    fn spread(self) -> Value {
        let known = self.values().iter().filter(|one| one.value.is_some());
        let exact: Option<Vec<(Number, &Observation)>> = known.clone().map(|one| Some((one.exact?, one))).collect();
        // Where one is known as printed alone, nobody knows who is first among those that print the same.
        let ends = match exact {
            Some(all) => {
                let least = all.iter().min_by_key(|(exact, _)| *exact);
                least.zip(all.iter().max_by_key(|(exact, _)| *exact)).map(|(least, most)| [least.1, most.1])
            }
            None => None,
        };
        match (ends, self.extreme(true), self.extreme(false)) {
            (Some([least, most]), ..) => Points::between(least, most, self.indicator.decimals)
                .map_or(Value::Missing, |points| self.points(points)),
            (None, Some(most), Some(least)) => {
                let value = Number::from(most).minus(Number::from(least));
                Value::Points { value, decimals: self.indicator.decimals }
            }
            _ => Value::Missing,
        }
    }

    fn points(self, points: Points) -> Value {
        Value::Points { value: points.as_printed(), decimals: self.indicator.decimals }
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

/// The observation of the same thing in another series of the indicator, where items may stand elsewhere.
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

/// A value as faults and lists print it, with a point or a comma as the language wants.
pub fn say(value: &Value) -> Words {
    let number = |value: Number, decimals: u8| {
        let en = value.rounded(decimals).to_string();
        Words { it: en.replace('.', ","), en }
    };
    match value {
        Value::Share { value, decimals } => {
            let text = number(*value, *decimals);
            Words { en: text.en + "%", it: text.it + "%" }
        }
        Value::Points { value, decimals } if *value != Number::ZERO && value.rounded(*decimals).units == 0 => {
            let least = number(Rounded { units: 1, decimals: *decimals }.into(), *decimals);
            let (en, it) = if *value < Number::ZERO { ("below", "sotto") } else { ("above", "sopra") };
            Words { en: format!("less than {} {en} 0", least.en), it: format!("meno di {} {it} 0", least.it) }
        }
        Value::Points { value, decimals } | Value::Plain { value, decimals } => number(*value, *decimals),
        Value::Names(names) if names.is_empty() => words!("nobody", "nessuno"),
        Value::Names(names) => Words::same(names.join(", ")),
        Value::Period(period) => Words::same(Period::iso(*period)),
        Value::Text(text) => Words::same(format!("\"{text}\"")),
        Value::Missing => words!("missing", "mancante"),
    }
}
