//! What each column of a table was taken for, and what was done to its numbers.

use crate::data::indicator::Indicator;
use crate::diag::{Language, Words};
use crate::import::read::names::Role;
use crate::import::read::number::Mark;
use crate::import::read::table::{Column, Holds, Layout, Lines, Why};
use crate::import::said::Readings;
use crate::words;

/// What a column holds, and what was done to its numbers.
pub(super) fn column_words(
    column: &Column,
    layout: &Layout<'_>,
    readings: &Readings<'_>,
    indicators: &[Indicator],
) -> Words {
    let place = column.place;
    let mut said = match &column.holds {
        Holds::Names => match layout.lines {
            Lines::Territories => words!("territories", "territori"),
            Lines::Items(indicator) => {
                let id = &indicators[indicator].id;
                words!("items of {id}", "voci di {id}")
            }
        },
        Holds::MoreNames => words!("their names again", "di nuovo i loro nomi"),
        Holds::Indicator(indicator, by_asking) => {
            let id = &indicators[*indicator].id;
            match by_asking {
                false => Words::same(format!("→ {id}")),
                true => words!("→ {id}, because you asked for it", "→ {id}, perché richiesto"),
            }
        }
        Holds::Item(indicator, item) => {
            let of = &indicators[*indicator];
            Words::same(format!("→ {}, {}", of.id, of.items()[*item].id))
        }
        Holds::Role(role) => role_words(*role),
        Holds::Time => words!("times", "date e periodi"),
        Holds::Derived => words!(
            "not brought back: fascicle writes it from the edition’s files",
            "non riportata: fascicle la scrive dai file dell’edizione"
        ),
        Holds::Nothing(why) => why_words(why),
    };
    if readings.other_columns.contains(&place) {
        said = why_words(&Why::OtherTime);
    }
    if readings.free_sources.contains(&place) {
        said = words!(
            "not read: no cell is the key of a source; all values are of `--source`",
            "non letta: nessuna cella è la chiave di una fonte; tutti i valori sono di `--source`"
        );
    }
    let mut more = Vec::new();
    more.extend(readings.marks.iter().find(|(of, _)| *of == place).map(|(_, mark)| match mark {
        Mark::Comma => words!("decimal comma", "virgola decimale"),
        Mark::Point => words!("decimal point", "punto decimale"),
    }));
    if readings.percentages.contains(&place) {
        more.push(words!("cells formatted as percentages: 0.41 is 41", "celle in formato percentuale: 0,41 è 41"));
    }
    if readings.in_per_cent.contains(&place) && !layout.ours {
        more.push(words!("in per cent, as the table says", "in percentuale, come dice la tabella"));
    }
    if readings.hundredfold.contains(&place) {
        more.push(words!("fractions, taken a hundred times", "frazioni, moltiplicate per 100"));
    }
    more.extend(readings.rounded.iter().find(|(of, _)| *of == place).map(|(_, count)| match count {
        1 => words!("1 value rounded", "1 valore arrotondato"),
        count => words!("{count} values rounded", "{count} valori arrotondati"),
    }));
    if more.is_empty() {
        return said;
    }
    let [en, it] = [Language::English, Language::Italian].map(|language| {
        let more: Vec<&str> = more.iter().map(|words| words.get(language)).collect();
        format!("{} ({})", said.get(language), more.join("; "))
    });
    Words { en, it }
}

fn role_words(role: Role) -> Words {
    match role {
        Role::Territory => words!("territories", "territori"),
        Role::Indicator => words!("indicators", "indicatori"),
        Role::Item => words!("items", "voci"),
        Role::Value => words!("values", "valori"),
        Role::Count => words!("how many", "quanti"),
        Role::Of => words!("of how many", "su quanti"),
        Role::Status => words!("status", "stato"),
        Role::Period => words!("dates", "date"),
        Role::Note => words!("notes", "note"),
        Role::Source => words!("sources", "fonti"),
    }
}

fn why_words(why: &Why) -> Words {
    match why {
        Why::Unknown(Some(near)) => words!(
            "not read: nothing has this name; did you mean «{near}»?",
            "non letta: nulla ha questo nome; forse intendevi «{near}»?"
        ),
        Why::Unknown(None) => words!("not read: nothing has this name", "non letta: nulla ha questo nome"),
        Why::Unnamed => words!("not read: it has no header", "non letta: è senza intestazione"),
        Why::NotAsked => words!("not read: not asked for", "non letta: non richiesta"),
        Why::Ambiguous => words!(
            "not read: two things have this name; say which with `--indicator`",
            "non letta: due cose hanno questo nome; di’ quale con `--indicator`"
        ),
        Why::WhoseIsIt => words!(
            "not read: it does not say which column of values it belongs to",
            "non letta: non dice a quale colonna di valori si riferisce"
        ),
        Why::NoStatus => words!("not read: no cell is a status", "non letta: nessuna cella è uno stato"),
        Why::Skipped => words!("not read: `--skip` leaves it out", "non letta: la esclude `--skip`"),
        Why::OtherTime => words!(
            "not read: another column has the edition’s own period",
            "non letta: un’altra colonna è del periodo dell’edizione"
        ),
        Why::Long => {
            words!("not read: here indicators stand in rows", "non letta: qui gli indicatori sono nelle righe")
        }
    }
}
