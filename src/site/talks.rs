//! Talks beside the whole one: cut to the time there is, and for one territory. Pure: values in, values out.

use super::Site;
use crate::check::{Checked, StepData, no_territory, time, times, too_long};
use crate::data::named::Named;
use crate::data::talk::{Cut, Kind, Timed, kept};
use crate::data::territory::TerritoryId;
use crate::diag::Faults;
use crate::diag::{Code, Diagnostic, Words};
use crate::files::{Sources, Span};
use crate::resolve::PROFILE_SECONDS;
use crate::words;

/// What talks are asked for, beside the whole one and those its outline names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// A talk of so many minutes.
    pub minutes: Option<u32>,
    /// A talk for each of these territories, by any usual name; `all` for all of them.
    pub audiences: Vec<String>,
}

/// The same, with nothing left to look up.
#[derive(Clone, Debug, Default)]
pub(super) struct Talks {
    pub minutes: Option<u32>,
    pub audiences: Vec<TerritoryId>,
    /// Places in the report of the editions they are of.
    pub editions: Vec<usize>,
}

/// The word for all territories.
const ALL: &str = "all";

impl Site {
    /// Asks for further talks: of the editions asked for, or where none is named, of the newest.
    ///
    /// # Errors
    /// Names that are no territories; a talk whose core is longer than there is time.
    pub fn give(&mut self, asked: &Asked, editions_named: bool) -> Result<(), Faults> {
        let editions =
            if editions_named { self.wanted.clone() } else { self.wanted.first().copied().into_iter().collect() };
        let mut sources = Sources::default();
        let mut list = Vec::new();
        let mut audiences = Vec::new();
        for name in &asked.audiences {
            match audience(&self.checked, name) {
                Ok(found) => {
                    audiences.extend(found.into_iter().filter(|id| !audiences.contains(id)).collect::<Vec<_>>())
                }
                Err((message, hint)) => {
                    let at = on_command_line(&mut sources, "--for ", name);
                    list.push(Diagnostic::new(Code::UnknownTalk, at, message, hint));
                }
            }
        }
        if let Some(minutes) = asked.minutes {
            for edition in editions.iter().map(|&index| &self.checked.editions[index]) {
                let mut timed: Vec<Timed> = edition.outline.iter().map(StepData::timed).collect();
                if !asked.audiences.is_empty() {
                    timed.push(Timed { kind: Kind::Other, seconds: PROFILE_SECONDS, extra: false });
                }
                if let Err(core) = kept(&timed, Cut::Minutes(minutes)) {
                    let at = on_command_line(&mut sources, "--minutes ", &minutes.to_string());
                    let mut times = times(&edition.outline, &self.checked.catalogue);
                    if !asked.audiences.is_empty() {
                        times += &format!(", `--for` {}", time(PROFILE_SECONDS));
                    }
                    list.push(too_long(&edition.id, minutes, core, &times, at));
                }
            }
        }
        if !list.is_empty() {
            return Err(Faults { list, sources });
        }
        self.talks = Talks { minutes: asked.minutes, audiences, editions };
        Ok(())
    }
}

/// The territories a name means; else what is wrong with it, and what to write.
fn audience(checked: &Checked, name: &str) -> Result<Vec<TerritoryId>, (Words, Words)> {
    let all = &checked.territories;
    match all.named(name) {
        Named::Territory(id) => Ok(vec![id]),
        _ if name == ALL => Ok(all.iter().map(|(id, _)| id).collect()),
        Named::Several(_) | Named::Level | Named::Unknown(Some(_)) => Err(no_territory(name, all)),
        Named::National | Named::Unknown(None) => Err((
            words!("there is no territory `{name}`", "non c’è nessun territorio `{name}`"),
            words!(
                "name a territory of the site, or write `--for all`",
                "indica un territorio del sito, o scrivi `--for all`"
            ),
        )),
    }
}

/// The place of what was asked, with the words before it.
fn on_command_line(sources: &mut Sources, before: &str, asked: &str) -> Span {
    sources.typed(format!("{before}{asked}"), before.len())
}
