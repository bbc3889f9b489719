//! `fascicle schema`

use super::{Failure, say};
use clap::Args;
use fascicle::diag::{Language, Words};
use fascicle::{disk, schema, words};
use std::path::{Path, PathBuf};

/// Write the shape of the authors' files, for editors
///
/// JSON Schemas with which an editor completes keys, explains them and underlines what does not belong. Each file of the
/// content names its schema in its first line. Run it again when fascicle is a newer one.
#[derive(Debug, Args)]
pub struct Schema {
    /// Where they go; the folder .schema in content/ when absent
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl Schema {
    pub fn run(self, language: Language) -> Result<(), Failure> {
        let content = Path::new("content");
        let folder = match self.folder {
            Some(folder) => folder,
            // Where there is no content folder, this says so.
            None => disk::load(content).map(|_| content.join(schema::FOLDER))?,
        };
        let files = schema::files();
        disk::put_files(&folder, &files)?;
        say::line(&wrote(files.len(), &folder.display().to_string()), language);
        Ok(())
    }
}

fn wrote(files: usize, folder: &str) -> Words {
    words!(
        "Wrote {files} schemas to {folder}: docs/editors.md says how editors use them.",
        "Scritti {files} schemi in {folder}: docs/editors.md dice come li usano gli editor."
    )
}
