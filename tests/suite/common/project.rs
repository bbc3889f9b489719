//! A folder of its own with content in it, and the command run there as a user runs it.

use super::mistake::Files;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;
use tempfile::TempDir;
use walkdir::WalkDir;

/// A folder that holds `content/`, and goes at the end.
pub struct Project(TempDir);

/// What the command answered.
#[derive(Debug)]
pub struct Answer {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// What stands at a path: the bytes of a file, nothing for a folder; and when it changed.
pub type State = BTreeMap<String, (Option<Vec<u8>>, SystemTime)>;

impl Project {
    /// The talk as the tests keep it.
    pub fn of_the_talk() -> Project {
        let project = Project(tempfile::tempdir().unwrap());
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/talk"), &project.path("content"));
        project
    }

    /// Made-up files.
    pub fn of(files: &Files) -> Project {
        let project = Project(tempfile::tempdir().unwrap());
        project.put(files);
        project
    }

    /// A path in the folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        let path = self.path(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Writes a file, and the folders above it.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Makes the files of the content these and no others.
    pub fn put(&self, files: &Files) {
        let content = self.path("content");
        if content.exists() {
            fs::remove_dir_all(&content).unwrap();
        }
        fs::create_dir(&content).unwrap();
        for (path, text) in files {
            if let Some(text) = text {
                self.write(&format!("content/{path}"), text);
            }
        }
    }

    /// Writes other words in the place of some that stand once in a file.
    pub fn change(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(from).count(), 1, "`{from}` stands once in {path}");
        self.write(path, &text.replace(from, to));
    }

    /// The command, to be run in the folder.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fascicle"));
        // Help is as wide as COLUMNS says, and messages speak the language of the locale.
        command.current_dir(self.0.path()).args(arguments).env_remove("COLUMNS");
        command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C");
        command
    }

    /// Runs the command in the folder.
    pub fn run(&self, arguments: &[&str]) -> Answer {
        let output = self.command(arguments).output().unwrap();
        let [stdout, stderr] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        Answer { code: output.status.code(), stdout, stderr }
    }

    /// Runs the command, which must succeed.
    pub fn build(&self, arguments: &[&str]) {
        let answer = self.run(&[["build"].as_slice(), arguments].concat());
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    }

    /// Every file and folder below one.
    pub fn state(&self, folder: &str) -> State {
        let folder = self.path(folder);
        let entries = WalkDir::new(&folder).into_iter().map(Result::unwrap);
        entries
            .map(|entry| {
                let bytes = entry.file_type().is_file().then(|| fs::read(entry.path()).unwrap());
                (below(&folder, entry.path()), (bytes, entry.metadata().unwrap().modified().unwrap()))
            })
            .collect()
    }

    /// Every file below a folder.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        self.state(folder).into_iter().filter_map(|(path, (bytes, _))| Some((path, bytes?))).collect()
    }

    /// The rows of a CSV file, each by the names of its columns.
    pub fn rows(&self, path: &str) -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_path(self.path(path)).unwrap();
        let heads = reader.headers().unwrap().clone();
        let owned = |(head, cell): (&str, &str)| (head.to_owned(), cell.to_owned());
        reader.records().map(|row| heads.iter().zip(row.unwrap().iter()).map(owned).collect()).collect()
    }
}

/// A path within a folder, with `/` on every system.
fn below(folder: &Path, path: &Path) -> String {
    let parts: Vec<_> = path.strip_prefix(folder).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
    parts.join("/")
}

/// Copies a folder and all in it.
pub fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from).into_iter().map(Result::unwrap) {
        let new = to.join(entry.path().strip_prefix(from).unwrap());
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(new).unwrap(),
            false => drop(fs::copy(entry.path(), new).unwrap()),
        }
    }
}
