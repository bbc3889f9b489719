//! The next edition from the last one: all that stays is copied, all that must be looked at is a to-do, and no old
//! figure is left where a new one belongs.

use super::yaml;
use crate::check::Checked;
use crate::data::indicator::{Definition, Indicator, Item, Part};
use crate::data::named::Named;
use crate::data::period::{Period, Timing};
use crate::data::status::Status;
use crate::diag::{Language, Words};
use crate::files::Sources;
use crate::parse::block_starts;
use crate::parse::draft::{EditionDraft, EditionHead, Others, PeriodDraft, SeriesDraft, SourceDraft, ValueDraft};
use crate::schema;
use crate::words;

/// An edition that is not there yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEdition {
    /// The name of its folder.
    pub folder: String,
    /// Its period.
    pub period: Period,
    /// The address of the edition it was made from.
    pub from: String,
    /// Its files: the path within the folder, and the text.
    pub files: Vec<(String, String)>,
}

/// Writes the files of the edition for `period` from those of `last`. Its own narrative and outline are copied; what all
/// editions share stays shared.
pub fn next_edition(last: &EditionDraft, period: Period, checked: &Checked, sources: &Sources) -> NewEdition {
    let from = last.id();
    let folder = period.folder();
    let language = checked.site.language;
    let new = New { last, from, period, checked, language };
    let mut files = vec![("edition.yaml".to_owned(), new.head(&folder))];
    for series in &last.series {
        new.observations(series, &mut files);
    }
    for narrative in &last.narratives {
        let text = &sources.get(narrative.file).text;
        files.push((format!("narrative/{}.md", narrative.name), new.narrative(text)));
    }
    let own_outline = format!("editions/{}/outline.yaml", last.folder);
    if let Some(file) = sources.find(&own_outline) {
        files.push(("outline.yaml".to_owned(), new.outline(&sources.get(file).text)));
    }
    // Files for editors to check, where the last edition's are.
    if sources.get(last.at.file).text.starts_with(schema::FIRST_LINE) {
        for (path, text) in files.iter_mut().filter(|(_, text)| !text.starts_with(schema::FIRST_LINE)) {
            let line = schema::first_line(&format!("editions/{folder}/{path}"));
            text.insert_str(0, &line.unwrap_or_default());
        }
    }
    files.sort();
    NewEdition { folder, period, from: from.to_owned(), files }
}

/// What the files are made from.
struct New<'n> {
    last: &'n EditionDraft,
    from: &'n str,
    period: Period,
    checked: &'n Checked,
    /// The language of the site: what is written for the author stands among the author's own words.
    language: Language,
}

impl New<'_> {
    /// A comment that is a to-do.
    fn todo(&self, what: &Words, indent: usize) -> String {
        yaml::comment(&format!("todo: {}", what.get(self.language)), indent)
    }

    /// edition.yaml
    fn head(&self, folder: &str) -> String {
        let mut text = String::new();
        let Some(head) = &self.last.head else { return text };
        for (key, words) in [("title", Some(&head.title)), ("subtitle", head.subtitle.as_ref())] {
            let Some(words) = words else { continue };
            if names_a_time(&words.value) {
                let what =
                    words!("`{key}` names a time: is it the new one?", "`{key}` nomina un periodo: è quello nuovo?");
                text += &self.todo(&what, 0);
            }
            text += &format!("{key}: {}\n", yaml::long(&words.value, 2));
        }
        if Period::parse_folder(folder) != Some(self.period) {
            text += &format!("period: {}\n", self.period.iso());
        }
        if let Some(id) = &head.id {
            let what = words!(
                "{} had an address of its own: choose one, or drop these two lines",
                "{} aveva un indirizzo suo: sceglierne uno, o togliere queste due righe",
                self.last.folder
            );
            text += &(self.todo(&what, 0) + &yaml::comment(&format!("id: {}", yaml::text(&id.value)), 0));
        }
        text += "status: draft\n";
        text += &self.event(head);
        if !head.notes.is_empty() {
            text += "\nnotes:\n";
        }
        for note in &head.notes {
            text += &self.todo(&confirm(), 2);
            text += &format!("  - {}\n", yaml::long(&note.value, 4));
        }
        text + &self.own_sources(head)
    }

    fn event(&self, head: &EditionHead) -> String {
        let Some(event) = &head.event else { return String::new() };
        let mut lines = format!("event:\n  name: {}\n", yaml::text(&event.name.value));
        for (key, words) in [
            ("place", event.place.as_ref().map(|place| yaml::text(&place.value))),
            ("date", event.date.map(|date| date.value.iso())),
            ("tag", event.tag.as_ref().map(|tag| yaml::text(&tag.value))),
        ] {
            lines.extend(words.map(|words| format!("  {key}: {words}\n")));
        }
        let what = words!(
            "the occasion where it is presented, or drop these lines; the last one was",
            "l’occasione in cui si presenta, o togliere queste righe; l’ultima era"
        );
        "\n".to_owned() + &self.todo(&what, 0) + &yaml::comment(&lines, 0)
    }

    /// The last edition's sources as comments: a new figure has a new source.
    fn own_sources(&self, head: &EditionHead) -> String {
        if head.sources.is_empty() {
            return String::new();
        }
        let what = words!(
            "the sources of this edition; below, as comments, stand those of {}: keep what still serves",
            "le fonti di questa edizione; qui sotto, come commenti, quelle di {}: tenere ciò che serve ancora",
            self.from
        );
        let commented: String = head.sources.iter().map(|source| yaml::comment(&entry(source), 2)).collect();
        "\n".to_owned() + &self.todo(&what, 0) + "sources:\n" + &commented
    }

    /// The file of one series, or the two of a table: every value is to be given.
    fn observations(&self, series: &SeriesDraft, files: &mut Vec<(String, String)>) {
        let id = &series.indicator.value;
        let indicators = &self.checked.catalogue.indicators;
        let Some(indicator) = indicators.iter().find(|indicator| indicator.id == *id) else { return };
        let part = series.part.value;
        let stem = match part {
            Part::Territories => format!("observations/{id}"),
            part => format!("observations/{id}.{}", part.word()),
        };
        let mut text = self.series_head(series, indicator);
        match part {
            Part::Territories => text += &self.by_territory(series, indicator),
            Part::Items => text += &self.by_item(series, indicator),
            Part::Table => match self.rows(series, indicator) {
                Some(rows) => text += &rows,
                None => files.push((format!("{stem}.csv"), self.table(series, indicator))),
            },
        }
        files.push((format!("{stem}.yaml"), text));
    }

    /// What a file says of all its values. A date of its own and a note are asked for again.
    fn series_head(&self, series: &SeriesDraft, indicator: &Indicator) -> String {
        let mut text = format!("indicator: {}\n", indicator.id);
        if series.part.value != Part::Territories {
            text += &format!("part: {}\n", series.part.value.word());
        }
        if let Some(definition) = &series.definition {
            if indicator.definitions.len() > 1 {
                let which = words!(
                    "is it still this definition? values of two are not compared",
                    "vale ancora questa definizione? valori di due definizioni non si confrontano"
                );
                text += &self.todo(&which, 0);
            }
            text += &format!("definition: {}\n", yaml::text(&definition.value));
        }
        if let Some(period) = self.own_period(series.period.as_ref(), indicator) {
            text += &(self.todo(&confirm(), 0) + &yaml::comment(&period, 0));
        }
        if let Some(source) = &series.source {
            let meaning = words!(
                "Whose figures they are, where a value names no source of its own:",
                "Di chi sono i dati, dove un valore non nomina una fonte sua:"
            );
            text += &yaml::comment(meaning.get(self.language), 0);
            text += &yaml::comment(&format!("source: {}", source.value), 0);
        }
        if let Some(note) = &series.note {
            text += &self.todo(&confirm(), 0);
            text += &yaml::comment(&format!("note: {}", yaml::long(&note.value, 2)), 0);
        }
        text
    }

    /// A date that was not that of the last edition, as it was written.
    fn own_period(&self, own: Option<&PeriodDraft>, indicator: &Indicator) -> Option<String> {
        let own = own?;
        let last = self.checked.editions.iter().find(|edition| edition.id == self.from)?.period;
        let usual = match indicator.timing {
            Timing::Stock => Period::Day(last.end()),
            Timing::Flow => last,
        };
        let key = match indicator.timing {
            Timing::Stock => "as_of",
            Timing::Flow => "window",
        };
        (own.period.value != usual).then(|| format!("{key}: {}", own.period.value.iso()))
    }

    /// `national` and `values`: every territory.
    fn by_territory(&self, series: &SeriesDraft, indicator: &Indicator) -> String {
        let all = &self.checked.territories;
        let given = |wanted: Named| {
            let found = series.values.iter().find(|(name, _)| all.named(&name.value) == wanted);
            found.map(|(_, value)| value)
        };
        let national = series.national.as_ref().or_else(|| given(Named::National));
        let total = followed(series, indicator).and_then(|definition| definition.total);
        let mut text = self.exception(national, indicator, total, 0) + "national: todo\nvalues:\n";
        for (id, territory) in all.iter() {
            text += &self.exception(given(Named::Territory(id)), indicator, total, 2);
            text += &format!("  {}: todo\n", yaml::text(&territory.name));
        }
        text
    }

    /// `values`: every item; of a file that leaves the rest to the table, those it gave a number.
    fn by_item(&self, series: &SeriesDraft, indicator: &Indicator) -> String {
        let counted = series.others.as_ref().is_some_and(|others| others.value == Others::Table);
        let total = Some(self.checked.territories.len() as u32);
        let mut text = "values:\n".to_owned();
        for item in items(series, indicator) {
            let given = series.values.iter().find(|(name, _)| name.value == item.id).map(|(_, value)| value);
            let own = given.is_some_and(|value| value.value.is_some() || value.count.is_some());
            if own || !counted {
                text += &self.exception(given, indicator, total, 2);
                text += &format!("  {}: todo\n", yaml::text(&item.id));
            } else if let Some(particular) = given.and_then(|value| self.particular(value, indicator, total)) {
                text += &self.todo(&confirm_this(&format!("{}: {{ {} }}", item.id, particular.join(", "))), 2);
            }
        }
        if counted {
            text += "others: table\n";
        }
        text
    }

    /// `rows`: every territory with every item; none where a CSV reads better.
    fn rows(&self, series: &SeriesDraft, indicator: &Indicator) -> Option<String> {
        let cells: Vec<String> = items(series, indicator).iter().map(|item| format!("{}: todo", item.id)).collect();
        let cells = cells.join(", ");
        if series.from_csv || cells.len() > 80 {
            return None;
        }
        let territories = self.checked.territories.iter();
        let rows = territories.map(|(_, territory)| format!("  {}: {{ {cells} }}\n", yaml::text(&territory.name)));
        Some(rows.fold("rows:\n".to_owned(), |text, row| text + &row))
    }

    /// The CSV of a table: every territory with every item.
    fn table(&self, series: &SeriesDraft, indicator: &Indicator) -> String {
        let items: Vec<&str> = items(series, indicator).iter().map(|item| item.id.as_str()).collect();
        let mut text = format!("territory,{}\n", items.join(","));
        for (_, territory) in self.checked.territories.iter() {
            let quotes = if territory.name.contains([',', '"']) { "\"" } else { "" };
            let name = territory.name.replace('"', "\"\"");
            text += &format!("{quotes}{name}{quotes}{}\n", ",todo".repeat(items.len()));
        }
        text
    }

    /// What was particular about a value: to be confirmed, or dropped. `total` is the one that it has unless it says so.
    fn exception(
        &self,
        value: Option<&ValueDraft>,
        indicator: &Indicator,
        total: Option<u32>,
        indent: usize,
    ) -> String {
        let Some(value) = value else { return String::new() };
        let Some(particular) = self.particular(value, indicator, total) else { return String::new() };
        let words = match (absence(value), &particular[..]) {
            (Some(status), [_]) => status.word().to_owned(),
            (Some(_), all) => format!("{{ {} }}", all.join(", ")),
            (None, all) => {
                let by_count = value.count.is_some() && self.own_total(value, total).is_some();
                format!("{{ {}: ..., {} }}", if by_count { "count" } else { "value" }, all.join(", "))
            }
        };
        self.todo(&confirm_this(&words), indent)
    }

    /// What stands beside a value: its own total, its own date, its status, its note. None where there is nothing.
    fn particular(&self, value: &ValueDraft, indicator: &Indicator, total: Option<u32>) -> Option<Vec<String>> {
        let of = self.own_total(value, total).map(|of| format!("of: {of}"));
        let period = self.own_period(value.period.as_ref(), indicator);
        let status = value.status.map(|status| status.value).filter(|status| *status != Status::Normal);
        let status = status.filter(|status| !status.is_absent()).or(absence(value));
        let status = status.map(|status| format!("status: {}", status.word()));
        let note = value.note.as_ref().map(|note| format!("note: {}", yaml::in_braces(&note.value)));
        let particular: Vec<String> = [of, period, status, note].into_iter().flatten().collect();
        (!particular.is_empty()).then_some(particular)
    }

    /// A total that is not that of the others. Where each value has its own, beside its count, it is an old figure too.
    fn own_total(&self, value: &ValueDraft, total: Option<u32>) -> Option<u32> {
        let of = value.of.map(|of| of.value).filter(|of| Some(*of) != total)?;
        (total.is_some() || value.count.is_none()).then_some(of)
    }

    /// Narrative as it was, each of its blocks to be read again.
    fn narrative(&self, text: &str) -> String {
        let marks =
            [words!("review", "da rileggere"), words!("review, title included", "da rileggere, titolo compreso")];
        let marks = marks.map(|what| format!("<!-- todo: {} -->", what.get(self.language)));
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let (mut marked, mut done) = (String::new(), 0);
        for (start, below_heading) in block_starts(text) {
            marked += &text[done..start];
            let mark = &marks[usize::from(below_heading)];
            if !marked.trim_end().ends_with(mark) {
                marked += &format!("{mark}{end}");
            }
            done = start;
        }
        marked + &text[done..]
    }

    /// The outline as it was.
    fn outline(&self, text: &str) -> String {
        let what = words!(
            "the same order? a figure stands here only if this edition has its observations",
            "lo stesso ordine? una figura sta qui solo se questa edizione ne ha le osservazioni"
        );
        // The line for editors stays the first.
        let first = text.lines().next().filter(|line| line.starts_with(schema::FIRST_LINE));
        let length =
            first.map_or(0, |line| text[line.len()..].find('\n').map_or(text.len(), |end| line.len() + end + 1));
        text[..length].to_owned() + &self.todo(&what, 0) + &text[length..]
    }
}

/// The place of the definition that a series follows.
fn followed_place(series: &SeriesDraft, indicator: &Indicator) -> usize {
    let said = series.definition.as_ref().map_or("", |definition| &definition.value);
    indicator.definitions.iter().position(|definition| definition.id == said).unwrap_or(0)
}

/// The definition that a series follows.
fn followed<'i>(series: &SeriesDraft, indicator: &'i Indicator) -> Option<&'i Definition> {
    indicator.definitions.get(followed_place(series, indicator))
}

/// The items of the definition that a series follows.
fn items<'i>(series: &SeriesDraft, indicator: &'i Indicator) -> Vec<&'i Item> {
    indicator.items_of(followed_place(series, indicator))
}

/// Why there was no value, where the reason may hold again: that no source gave it is for the sources of today to say.
fn absence(value: &ValueDraft) -> Option<Status> {
    let status = value.status.map(|status| status.value)?;
    matches!(status, Status::NotApplicable | Status::Suppressed | Status::NotCollected).then_some(status)
}

/// What is carried over and may no longer be true.
fn confirm() -> Words {
    words!("confirm or drop", "confermare o togliere")
}

/// What asks about words of the last edition that the new file does not hold: it quotes them.
fn confirm_this(words: &str) -> Words {
    words!("confirm or drop: {words}", "confermare o togliere: {words}")
}

/// A source as it stands below `sources`, without its indentation.
fn entry(source: &SourceDraft) -> String {
    let mut text = format!("{}:\n", source.id.value);
    let mut line = |key: &str, value: Option<String>| text.extend(value.map(|value| format!("  {key}: {value}\n")));
    line("publisher", Some(yaml::text(&source.publisher.value)));
    line("title", Some(yaml::text(&source.title.value)));
    line("url", source.url.as_ref().map(|url| yaml::text(&url.value)));
    line("date", source.date.map(|date| date.value.iso()));
    line("note", source.note.as_ref().map(|note| yaml::text(&note.value)));
    text
}

/// Whether a text speaks of a time: a year, a month, a quarter.
fn names_a_time(text: &str) -> bool {
    const TIMES: &str = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre \
                         trimestre quadrimestre semestre anno january february march april may june july august \
                         september october november december quarter year";
    let words = text.split(|sign: char| !sign.is_alphanumeric()).map(str::to_lowercase);
    let is_year = |word: &str| word.parse::<u16>().is_ok_and(|year| (1900..2200).contains(&year));
    words.into_iter().any(|word| is_year(&word) || TIMES.split_whitespace().any(|time| time == word))
}
