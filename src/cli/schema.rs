//! `fascicle schema`

use super::{Failure, say};
use clap::Args;
use fascicle::diag::{Language, Words};
use fascicle::{disk, parse, schema, words};
use std::path::{Path, PathBuf};

/// Write the shape of the authors' files, for editors
///
/// JSON Schemas with which an editor completes keys, explains them and underlines what does not belong. Each file of the
/// content names its schema in its first line. They explain in the language of the site, or in that of --lang. Run it
/// again when fascicle is a newer one.
#[derive(Debug, Args)]
pub struct Schema {
    /// Where they go; the folder .schema in content/ when absent
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl Schema {
    /// `asked` is the language of `--lang`, and `spoken` the one of messages.
    pub fn run(self, asked: Option<Language>, spoken: Language) -> Result<(), Failure> {
        let content = Path::new("content");
        let (loaded, folder) = match self.folder {
            // Without content they explain in the language of messages.
            Some(folder) => (disk::load(content).ok(), folder),
            None => (Some(disk::load(content)?), content.join(schema::FOLDER)),
        };
        let draft = loaded.map(|loaded| parse::parse(&loaded.sources).0);
        let of_the_site = draft.and_then(|draft| Language::read(&draft.site?.language.value));
        let files = schema::files(asked.or(of_the_site).unwrap_or(spoken));
        disk::put_files(&folder, &files)?;
        say::line(&wrote(files.len(), &folder.display().to_string()), spoken);
        Ok(())
    }
}

fn wrote(files: usize, folder: &str) -> Words {
    words!(
        "Wrote {files} schemas to {folder}: docs/editors.md says how editors use them.",
        "Scritti {files} schemi in {folder}: docs/editors.md dice come li usano gli editor."
    )
}
