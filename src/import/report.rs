//! What was read and how, what matched and what did not, and what it means for the edition; for people, in lines.

use super::hold::held::Held;
use super::hold::plan::{Confirm, Verdict, said_words};
use super::hold::work::Work;
use super::read::decode::Encoding;
use super::read::figures::Figures;
use super::read::names::Role;
use super::read::number::Mark;
use super::read::sheet::{Sheet, letters};
use super::read::table::{Column, Holds, Layout, Lines, Passed, Why};
use super::said::{Readings, Said, Who};
use super::write::edit;
use super::{Hidden, Request};
use crate::data::indicator::{Indicator, Part};
use crate::data::observation::Cell;
use crate::data::status::Status;
use crate::diag::{Language, Words};
use crate::files::Sources;
use crate::words;

/// Lines are no longer than this where they can be broken.
const WIDTH: usize = 100;

/// How the table was read: its sheet, which way it lies, its columns and rows.
pub fn table(
    file: &Figures<'_>,
    sheet: usize,
    layout: &Layout<'_>,
    readings: &Readings<'_>,
    indicators: &[Indicator],
    request: &Request<'_>,
) -> Vec<Words> {
    let mut lines = vec![head(file, sheet, layout)];
    lines.extend(encoding(file, sheet));
    lines.extend(other_sheets(file, sheet));
    lines.extend(aside(&file.sheets[sheet].0, request));
    lines.push(Words::default());
    lines.push(match layout.grid.turned {
        false => words!("Columns", "Colonne"),
        true => words!("Rows of the sheet", "Righe del foglio"),
    });
    let names: Vec<String> = layout.columns.iter().map(|column| layout.grid.column_name(column.place)).collect();
    let widest = names.iter().map(String::len).max().unwrap_or(0);
    let header_width = layout.columns.iter().map(|column| column.header.chars().count()).max().unwrap_or(0).min(40);
    for (column, name) in layout.columns.iter().zip(&names) {
        let header = &column.header;
        let pad = " ".repeat(header_width.saturating_sub(header.chars().count()));
        let meaning = column_words(column, layout, readings, indicators);
        let header = if header_width > 0 { format!("{header}{pad}  ") } else { String::new() };
        lines.push(Words {
            en: format!("  {name:widest$}  {header}{}", meaning.en),
            it: format!("  {name:widest$}  {header}{}", meaning.it),
        });
    }
    lines.push(Words::default());
    lines.extend(rows(layout, readings));
    lines
}

fn head(file: &Figures<'_>, sheet: usize, layout: &Layout<'_>) -> Words {
    let name = file.name;
    let of_sheet = file.sheets[sheet].0.name.as_ref();
    let of_sheet = of_sheet.map_or(Words::default(), |sheet| words!(", sheet {sheet}", ", foglio {sheet}"));
    let lies = match (layout.lines, layout.grid.turned) {
        (Lines::Items(_), false) => words!("a row an item", "una riga per voce"),
        (Lines::Items(_), true) => words!("a column an item", "una colonna per voce"),
        (Lines::Territories, false) => words!("a row a territory", "una riga per territorio"),
        (Lines::Territories, true) => words!("a column a territory", "una colonna per territorio"),
    };
    let by_column = layout.groups.iter().any(|group| group.by_column.is_some());
    let lies = match by_column {
        false => lies,
        true => words!("a row a value", "una riga per valore"),
    };
    let heads = match layout.header.map(|row| layout.grid.row_name(row)) {
        None => words!("without a header", "senza intestazione"),
        Some(row) if layout.grid.turned => {
            words!("column {row} says what they are", "la colonna {row} dice che cosa sono")
        }
        Some(row) => words!("row {row} heads the columns", "la riga {row} intesta le colonne"),
    };
    Words {
        en: format!("{name}{}: {}; {}", of_sheet.en, lies.en, heads.en),
        it: format!("{name}{}: {}; {}", of_sheet.it, lies.it, heads.it),
    }
}

/// How a text was decoded, with the names that depend on it; nothing where it was plain UTF-8.
fn encoding(file: &Figures<'_>, sheet: usize) -> Option<Words> {
    let (encoding, _) = file.encoding?;
    let name = match encoding {
        Encoding::Utf8 => return None,
        Encoding::Utf16 => "UTF-16",
        Encoding::Windows1252 => "Windows-1252",
    };
    let cells = file.sheets[sheet].0.rows.iter().flatten().filter_map(|cell| cell.content.text());
    let mut accented: Vec<&str> = cells.filter(|text| !text.is_ascii()).collect();
    accented.sort_unstable();
    accented.dedup();
    let shown: Vec<String> = accented.iter().take(12).map(|text| format!("«{text}»")).collect();
    let shown = shown.join(", ");
    Some(match accented.is_empty() {
        true => words!("Read as {name}.", "Letto come {name}."),
        false => words!(
            "Read as {name}; these cells depend on it: {shown}",
            "Letto come {name}; ne dipendono queste celle: {shown}"
        ),
    })
}

fn other_sheets(file: &Figures<'_>, sheet: usize) -> Option<Words> {
    let others = file.sheets.iter().enumerate().filter(|(place, _)| *place != sheet);
    let names: Vec<String> = others.filter_map(|(_, (sheet, _))| sheet.name.clone()).collect();
    let names = names.join(", ");
    (!names.is_empty()).then(|| words!("Other sheets, not read: {names}", "Altri fogli, non letti: {names}"))
}

/// What a workbook says beside its cells: what it hides, and the marks of footnotes.
fn aside(sheet: &Sheet, request: &Request<'_>) -> Vec<Words> {
    let aside = &sheet.aside;
    let mut lines = Vec::new();
    let rows = ranges(aside.hidden_rows.iter().map(|row| row + 1), |row| row.to_string());
    let columns = ranges(aside.hidden_columns.iter().copied(), letters);
    let skipped = request.hidden == Some(Hidden::Skip);
    for (what, which) in [(words!("rows", "righe"), rows), (words!("columns", "colonne"), columns)] {
        if which.is_empty() {
            continue;
        }
        lines.push(match skipped {
            true => words!("Hidden {what}, not read: {which}", "{what} nascoste, non lette: {which}"; what),
            false => words!("Hidden {what}: {which}", "{what} nascoste: {which}"; what),
        });
    }
    let marks = aside.footnotes.iter().map(|((row, column), mark)| format!("{}{} «{mark}»", letters(*column), row + 1));
    let marks: Vec<String> = marks.collect();
    if !marks.is_empty() {
        let more = marks.len().saturating_sub(12);
        let shown = marks.into_iter().take(12).collect::<Vec<_>>().join(", ");
        let more = match more {
            0 => Words::default(),
            more => words!(" and {more} more", " e altre {more}"),
        };
        lines.push(words!(
            "Marks set above the line are footnotes, not read: {shown}{more}",
            "I segni in apice sono note a piè di tabella, non letti: {shown}{more}";
            more
        ));
    }
    lines
}

/// Numbers that follow each other as one range: "2–7, 9".
fn ranges(places: impl Iterator<Item = usize>, name: impl Fn(usize) -> String) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for place in places {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == place => *last = place,
            _ => ranges.push((place, place)),
        }
    }
    let ranges = ranges.into_iter().map(|(first, last)| match first == last {
        true => name(first),
        false => format!("{}–{}", name(first), name(last)),
    });
    ranges.collect::<Vec<_>>().join(", ")
}

/// What a column holds, and what was done to its numbers.
fn column_words(column: &Column, layout: &Layout<'_>, readings: &Readings<'_>, indicators: &[Indicator]) -> Words {
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

fn rows_read(layout: &Layout<'_>, readings: &Readings<'_>) -> usize {
    let alone = if layout.groups.is_empty() { readings.of_whole.len() } else { 0 };
    let unread = readings.passed.len() + readings.not_asked.len() + readings.other_periods.len() + alone;
    layout.rows.len().saturating_sub(unread)
}

fn rows(layout: &Layout<'_>, readings: &Readings<'_>) -> Vec<Words> {
    let mut lines = vec![match (layout.grid.turned, rows_read(layout, readings)) {
        (false, 1) => words!("Rows: 1 read", "Righe: 1 letta"),
        (false, count) => words!("Rows: {count} read", "Righe: {count} lette"),
        (true, 1) => words!("Columns of the sheet: 1 read", "Colonne del foglio: 1 letta"),
        (true, count) => words!("Columns of the sheet: {count} read", "Colonne del foglio: {count} lette"),
    }];
    let mut passed: Vec<&Passed> = layout.passed.iter().chain(&readings.passed).collect();
    passed.sort_by_key(|passed| passed.place);
    for Passed { place, words, near } in passed {
        let row = layout.grid.row_name(*place);
        let words: String = match words.chars().count() {
            0..=70 => words.clone(),
            _ => words.chars().take(68).chain(['…']).collect(),
        };
        lines.push(match near {
            Some(near) => words!(
                "  not read: {row} «{words}»; did you mean «{near}»?",
                "  non letta: {row} «{words}»; forse intendevi «{near}»?"
            ),
            None => words!("  not read: {row} «{words}»", "  non letta: {row} «{words}»"),
        });
    }
    let names = |rows: &[usize]| ranges(rows.iter().copied(), |row| layout.grid.row_name(row));
    if !readings.not_asked.is_empty() {
        let rows = names(&readings.not_asked);
        lines.push(words!("  not read, because not asked for: {rows}", "  non lette, perché non richieste: {rows}"));
    }
    if !readings.other_periods.is_empty() {
        let rows = names(&readings.other_periods);
        lines.push(words!(
            "  not read, because another row has the edition’s own period: {rows}",
            "  non lette, perché un’altra riga è del periodo dell’edizione: {rows}"
        ));
    }
    if !readings.of_whole.is_empty() {
        let rows = names(&readings.of_whole);
        lines.push(words!(
            "  yes and no not read, for they are of territories, and these rows of the whole: {rows}",
            "  sì e no non letti, perché sono dei territori, e queste righe sono del totale: {rows}"
        ));
    }
    if !layout.dated.is_empty() {
        let rows = names(&layout.dated);
        lines.push(words!("  times of the values: {rows}", "  date e periodi dei valori: {rows}"));
    }
    if !readings.idle_notes.is_empty() {
        let rows = names(&readings.idle_notes);
        lines.push(words!(
            "  notes not read, for there is no value beside them: {rows}",
            "  note non lette, perché accanto non c’è un valore: {rows}"
        ));
    }
    lines
}

/// What becomes of one series.
pub fn series(work: &Work<'_>, request: &Request<'_>, sources: &Sources) -> Vec<Words> {
    let mut lines = vec![Words::default(), title(work, sources)];
    let of = |wanted: fn(&Verdict, &Said) -> bool| -> Vec<&(Who, Said, Verdict)> {
        work.plan.verdicts.iter().filter(|(_, said, verdict)| wanted(verdict, said)).collect()
    };
    let table = work.part == Part::Table;
    let with_values = |list: &[&(Who, Said, Verdict)]| {
        list.iter()
            .map(|(who, said, _)| {
                // The date of the series need not be said again.
                let said = Said { period: said.period.filter(|period| *period != work.period), ..said.clone() };
                let (name, said) = (short_name(*who, work), said_words(&said));
                Words { en: format!("{name} {}", said.en), it: format!("{name} {}", said.it) }
            })
            .collect::<Vec<Words>>()
    };
    let alone = |list: &[&(Who, Said, Verdict)]| -> Vec<Words> {
        list.iter().map(|(who, ..)| Words::same(short_name(*who, work))).collect()
    };
    let new = of(|verdict, said| *verdict == Verdict::New && !absent(said));
    let filled = of(|verdict, said| *verdict == Verdict::Filled && !absent(said));
    let missing = of(|verdict, said| matches!(verdict, Verdict::New | Verdict::Filled) && absent(said));
    let same = of(|verdict, _| *verdict == Verdict::Same);
    let not_given = of(|verdict, _| *verdict == Verdict::NotGiven);
    let valued = |label: Words, of: &[&(Who, Said, Verdict)]| match table {
        true => by_row(label, of, work),
        false => list(label, of.len(), &with_values(of)),
    };
    let named = |label: Words, of: &[&(Who, Said, Verdict)]| match table {
        true => by_row(label, of, work),
        false => list(label, of.len(), &alone(of)),
    };
    lines.extend(valued(words!("new", "nuovi"), &new));
    lines.extend(valued(words!("new, until now among the missing", "nuovi, finora tra i mancanti"), &filled));
    lines.extend(named(words!("said to be missing", "detti mancanti"), &missing));
    if !same.is_empty() {
        let count = same.len();
        lines.push(words!("  the same ({count})", "  uguali ({count})"));
    }
    // In a new file they are still to be given, which is said below.
    if work.held.is_some() {
        lines.extend(named(words!("not given, left alone", "non dati, lasciati come sono"), &not_given));
    }
    for (who, _, verdict) in &work.plan.verdicts {
        let Verdict::Different { old, new, confirm } = verdict else { continue };
        let name = short_name(*who, work);
        let (en, it) = match request.replace {
            true => ("replaced", "sostituito"),
            false => ("different", "diverso"),
        };
        lines.push(Words {
            en: format!("  {en}: {name} {} → {}", old.en, new.en),
            it: format!("  {it}: {name} {} → {}", old.it, new.it),
        });
        if request.replace {
            lines.extend(confirm.iter().map(|confirm| match confirm {
                Confirm::Note(note) => {
                    words!("    its note is kept, confirm it: «{note}»", "    la nota resta, da confermare: «{note}»")
                }
                Confirm::Period(period) => {
                    let date = period.iso();
                    words!(
                        "    its own date is kept, confirm it: {date}",
                        "    la data propria resta, da confermare: {date}"
                    )
                }
                Confirm::Source(source) => {
                    words!("    its source was {source}", "    la sua fonte era {source}")
                }
                Confirm::Status(status) => {
                    let status = status.word();
                    words!(
                        "    its status is kept, confirm it: {status}",
                        "    lo stato resta, da confermare: {status}"
                    )
                }
            }));
        }
    }
    lines.extend(head_changes(work));
    lines.extend(still_open(work));
    lines
}

fn absent(said: &Said) -> bool {
    said.status.is_some_and(Status::is_absent) || said.cell == Some(Cell::Missing)
}

/// "consenso, al 2025-03-31: content/editions/..."
fn title(work: &Work<'_>, sources: &Sources) -> Words {
    let root = if sources.root.is_empty() { String::new() } else { format!("{}/", sources.root) };
    let (id, path, date) = (&work.indicator.id, format!("{root}{}", work.path), work.period.iso());
    let part = match (work.part, work.indicator.items().is_empty()) {
        (Part::Territories, true) => Words::default(),
        (Part::Territories, false) => words!(", by territory", ", per territorio"),
        (Part::Items, _) => words!(", by item", ", per voce"),
        (Part::Table, _) => words!(", territory by item", ", territorio per voce"),
    };
    let new = match work.held {
        Some(_) => Words::default(),
        None if work.plan.writes.is_empty() => words!(" (no file of its own)", " (senza un file proprio)"),
        None => words!(" (a new file)", " (file nuovo)"),
    };
    // Which version the values follow matters where there are several.
    let version = work.definition.as_ref().or(work.held.as_ref().and_then(|held| held.definition.as_ref()));
    let version = version
        .filter(|_| work.indicator.definitions.len() > 1)
        .map_or(Words::default(), |version| words!(", definition {version}", ", definizione {version}"));
    words!(
        "{id}{part}, {date}{version}: {path}{new}",
        "{id}{part}, {date}{version}: {path}{new}";
        part, version, new
    )
}

fn short_name(who: Who, work: &Work<'_>) -> String {
    match who {
        Who::Cell(_, item) => {
            let territory = edit::name(who, work.series());
            format!("{territory}, {}", work.indicator.items()[item].id)
        }
        who => edit::name(who, work.series()),
    }
}

/// A list with its count, broken into lines; nothing where it is empty.
fn list(label: Words, count: usize, entries: &[Words]) -> Option<Words> {
    let lines = |language: Language| {
        let mut text = format!("  {} ({count}):", label.get(language));
        let mut length = text.chars().count();
        for (place, entry) in entries.iter().enumerate() {
            // A number may have a comma of its own.
            let apart = if place + 1 == entries.len() { "" } else { ";" };
            let entry = format!("{}{apart}", entry.get(language));
            let more = 1 + entry.chars().count();
            if length + more > WIDTH {
                text.push_str("\n   ");
                length = 3;
            }
            text.push_str(&format!(" {entry}"));
            length += more;
        }
        text
    };
    (!entries.is_empty()).then(|| Words { en: lines(Language::English), it: lines(Language::Italian) })
}

/// Lines as they are printed in a language.
pub fn printed(lines: &[Words], language: Language) -> String {
    let lines = lines.iter().flat_map(|words| words.get(language).split('\n'));
    lines.map(|line| format!("{}\n", line.trim_end())).collect()
}

/// Cells of a table, counted by row.
fn by_row(label: Words, cells: &[&(Who, Said, Verdict)], work: &Work<'_>) -> Option<Words> {
    let mut rows: Vec<(String, usize)> = Vec::new();
    for (who, ..) in cells {
        let name = edit::name(*who, work.series());
        match rows.last_mut() {
            Some((last, count)) if *last == name => *count += 1,
            _ => rows.push((name, 1)),
        }
    }
    let entries: Vec<Words> = rows.into_iter().map(|(name, count)| Words::same(format!("{name} {count}"))).collect();
    list(label, cells.len(), &entries)
}

/// Source and date of the file, where they change.
fn head_changes(work: &Work<'_>) -> Vec<Words> {
    let mut lines = Vec::new();
    if let (Some(held), Some(source)) = (&work.held, &work.plan.source) {
        lines.push(match &held.source {
            None => words!("  the source of the file becomes {source}", "  la fonte del file diventa {source}"),
            Some(old) => words!(
                "  the source of the file becomes {source}; it was {old}, of which no value is left without its own",
                "  la fonte del file diventa {source}; era {old}, di cui non restano valori senza fonte propria"
            ),
        });
    }
    if let (Some(_), Some(period)) = (&work.held, work.plan.period) {
        let date = period.iso();
        lines.push(words!("  the date of the file becomes {date}", "  la data del file diventa {date}"));
    }
    lines
}

/// What is still to be given once this is written.
fn still_open(work: &Work<'_>) -> Option<Words> {
    let all: Vec<Who> = match work.part {
        Part::Items => work.items.iter().copied().map(Who::Item).collect(),
        Part::Territories => {
            let territories = work.checked.territories.iter().map(|(id, _)| Who::Territory(id));
            std::iter::once(Who::National).chain(territories).collect()
        }
        Part::Table => {
            let territories = work.checked.territories.iter();
            territories.flat_map(|(id, _)| work.items.iter().map(move |item| Who::Cell(id, *item))).collect()
        }
    };
    // Where no file is written, the edition says what it says elsewhere: items counted from its table.
    if work.held.is_none() && work.plan.writes.is_empty() {
        return None;
    }
    let is_open = |who: &&Who| {
        let held_todo = |held: &Held| held.entries.get(who).is_some_and(|entry| entry.todo);
        !work.plan.writes.contains_key(who) && work.held.as_ref().is_none_or(held_todo)
    };
    let open: Vec<&Who> = all.iter().filter(is_open).collect();
    let label = words!("still to be given, `todo`", "ancora da dare, `todo`");
    if work.part == Part::Table || open.len() > 6 {
        let count = open.len();
        return (count > 0).then(|| words!("  {label} ({count})", "  {label} ({count})"; label));
    }
    let names: Vec<Words> = open.iter().map(|who| Words::same(short_name(**who, work))).collect();
    list(label, names.len(), &names)
}

/// The last line: how much was read, and what it means.
pub fn counts(layout: &Layout<'_>, readings: &Readings<'_>, works: &[Work<'_>]) -> Words {
    let unread = |column: &Column| {
        matches!(column.holds, Holds::Nothing(_) | Holds::Derived)
            || readings.free_sources.contains(&column.place)
            || readings.other_columns.contains(&column.place)
    };
    let (columns, all_columns) = (layout.columns.iter().filter(|column| !unread(column)).count(), layout.columns.len());
    let rows = rows_read(layout, readings) + layout.dated.len();
    let all_rows = layout.rows.len() + layout.passed.len() + layout.dated.len();
    let of = |wanted: &dyn Fn(&Verdict, &Said) -> bool| {
        let verdicts = works.iter().flat_map(|work| &work.plan.verdicts);
        verdicts.filter(|(_, said, verdict)| wanted(verdict, said)).count()
    };
    let is_new = |verdict: &Verdict| matches!(verdict, Verdict::New | Verdict::Filled);
    let new = of(&|verdict, said| is_new(verdict) && !absent(said));
    let missing = of(&|verdict, said| is_new(verdict) && absent(said));
    let same = of(&|verdict, _| *verdict == Verdict::Same);
    let different = of(&|verdict, _| matches!(verdict, Verdict::Different { .. }));
    let not_given = of(&|verdict, _| *verdict == Verdict::NotGiven);
    let (columns, rows) = match layout.grid.turned {
        false => ((columns, all_columns), (rows, all_rows)),
        true => ((rows, all_rows), (columns, all_columns)),
    };
    words!(
        "\nRead {} of {} columns and {} of {} rows. Values: {new} new, {missing} missing, {same} the same, \
         {different} different, {not_given} not given.",
        "\nColonne lette: {} su {}; righe lette: {} su {}. Valori nuovi: {new}, mancanti: {missing}, uguali: {same}, \
         diversi: {different}, non dati: {not_given}.",
        columns.0,
        columns.1,
        rows.0,
        rows.1
    )
}
