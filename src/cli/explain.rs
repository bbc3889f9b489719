//! `fascicle explain`

use super::{Failure, say};
use clap::Args;
use fascicle::diag::{Code, Language};
use fascicle::words;

/// Say what a fault means, with the same lines wrong and right
///
/// Without a code, all faults are listed by their titles.
#[derive(Debug, Args)]
pub struct Explain {
    /// The code of the fault, as it is printed: F012; f12 and 12 do as well
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

impl Explain {
    pub fn run(self, language: Language) -> Result<(), Failure> {
        let Some(typed) = self.code else {
            say::answer(&list(language))?;
            return Ok(());
        };
        let code = Code::read(&typed).ok_or_else(|| {
            Failure::Asked(words!(
                "there is no fault `{typed}`; `fascicle explain` lists them all",
                "non c’è nessun errore `{typed}`; `fascicle explain` li elenca tutti"
            ))
        })?;
        say::answer(&explained(code, language))?;
        Ok(())
    }
}

/// A line for each fault, with its code and its title.
fn list(language: Language) -> String {
    let line = |code: &Code| format!("{}  {}\n", code.number(), code.explanation().title.get(language));
    Code::ALL.iter().map(line).collect()
}

fn explained(code: Code, language: Language) -> String {
    let about = code.explanation();
    let (number, title, meaning, place) = (code.number(), about.title, about.meaning, about.place);
    let (wrong, right) = (indented(about.wrong), indented(about.right));
    let text = words!(
        "{number} {title}\n\n{meaning}\n\nWrong ({place}):\n\n{wrong}\nRight:\n\n{right}",
        "{number} {title}\n\n{meaning}\n\nSbagliato ({place}):\n\n{wrong}\nGiusto:\n\n{right}";
        title, meaning, place
    );
    text.get(language).to_owned()
}

fn indented(lines: &str) -> String {
    lines.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect()
}
