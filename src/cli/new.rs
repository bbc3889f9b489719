//! `fascicle new`

use super::reading::AllowLinks;
use super::{Failure, say};
use clap::Args;
use fascicle::diag::{Code, Language, Words};
use fascicle::scaffold::{Asked, NewEdition};
use fascicle::{Faults, Request, Site, disk, words};
use std::path::PathBuf;

/// Begin the next edition from the last one
///
/// Makes the folder of a new edition, a draft: every indicator with every territory, each value `todo`; notes and
/// exceptions to confirm or drop; the narrative to read again. No old figure is carried over. `fascicle check` lists what
/// is still to do, and the draft can be built at any time. Nothing is ever overwritten.
#[derive(Debug, Args)]
pub struct New {
    /// The period: 2025-01_2025-03, or 2025-01; when absent, the one that follows
    #[arg(value_name = "PERIOD")]
    period: Option<String>,

    /// The edition to start from, by its folder or its id; when absent, the newest in which nothing is left to do
    #[arg(long, value_name = "EDITION")]
    from: Option<String>,

    /// The authors' files
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,

    #[command(flatten)]
    links: AllowLinks,
}

impl New {
    pub fn run(self, language: Language) -> Result<(), Failure> {
        let asked = Asked { from: self.from.clone(), period: self.period.clone() };
        let faults = |faults: Faults| Failure::Faults(faults, nothing());
        let new = fascicle::new_edition(&self.links.load(&self.content)?, &asked).map_err(faults)?;
        let folder = self.content.join("editions").join(&new.folder);
        disk::add_folder(&self.content, &format!("editions/{}", new.folder), &new.files)?;

        // What it says of the new folder is what stands in it.
        let request = Request { editions: vec![new.folder.clone()], ..Request::default() };
        let (found, sound) = match Site::check(&self.links.load(&self.content)?, &request) {
            Ok(site) => (site.warnings().clone(), true),
            Err(faults) => (faults, false),
        };
        let within = format!("editions/{}/", new.folder);
        let is_todo = |fault: &&fascicle::diag::Diagnostic| {
            fault.code == Code::ToDo && found.sources.get(fault.at.file).path.starts_with(&within)
        };
        let todos = found.list.iter().filter(is_todo).count();
        say::line(&made(&new, &folder.display().to_string(), todos), language);
        match sound {
            true => Ok(()),
            false => Err(Failure::Faults(found, Words::default())),
        }
    }
}

fn nothing() -> Words {
    words!("Nothing was written.", "Non è stato scritto nulla.")
}

/// What was made, and what the author does next.
fn made(new: &NewEdition, folder: &str, todos: usize) -> Words {
    let NewEdition { from, files, .. } = new;
    let files = files.len();
    let (things, cose) = if todos == 1 { ("thing", "cosa") } else { ("things", "cose") };
    words!(
        "\
Made {folder} from {from}: a draft of {files} files, with {todos} {things} to do.

What to do next, in that folder:
  1. edition.yaml: declare the sources, look at the title, the event and the notes.
  2. observations/: bring the figures in with `fascicle import`, or write each in the place of its `todo`; where no
     source gives a value, write `missing`.
  3. narrative/: read it again, and take the to-do away from each text that holds.
  4. `fascicle check` lists what is still to do; `fascicle build` shows the draft at any time.
  5. When nothing is left, write `status: published` in edition.yaml.",
        "\
Creata {folder} a partire da {from}: una bozza di {files} file, con {todos} {cose} da fare.

Che cosa fare adesso, in quella cartella:
  1. edition.yaml: dichiara le fonti, rivedi il titolo, l’evento e le note.
  2. observations/: porta dentro i dati con `fascicle import`, o scrivi ognuno al posto del suo `todo`; dove nessuna
     fonte dà un valore, scrivi `missing`.
  3. narrative/: rileggila, e togli il commento da ogni testo che vale ancora.
  4. `fascicle check` elenca quello che resta da fare; `fascicle build` mostra la bozza in ogni momento.
  5. Quando non resta più nulla, scrivi `status: published` in edition.yaml."
    )
}
