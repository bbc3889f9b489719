//! Files of the content folder changed on behalf of their author: all of them or none, and none that somebody has
//! changed meanwhile.

use super::MachineError;
use super::error::{READ, WRITE};
use crate::diag::{Term, Words};
use crate::words;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// What is longer is no table of figures.
const LARGEST: u64 = 64 << 20;

/// One file on its way.
struct Step {
    /// The file itself, links followed.
    target: PathBuf,
    /// The new text, beside it.
    new: PathBuf,
    /// The old file, kept until all are in place; none where there was none.
    old: Option<PathBuf>,
}

/// Writes texts into files of a folder: path with `/`, the text it had (none where it is new), the text it gets. All
/// are written beside their places first, and put into them only then; where one cannot be, those before it get their
/// old text back.
///
/// # Errors
/// A file is not as it was when it was read, or the system refuses. The folder is then as it was.
pub fn rewrite(folder: &Path, files: &[(&str, Option<&str>, &str)]) -> Result<(), MachineError> {
    let mut steps: Vec<Step> = Vec::with_capacity(files.len());
    let prepared = files.iter().try_for_each(|(path, before, after)| {
        steps.push(Step::begin(folder, path));
        let step = steps.last_mut().unwrap_or_else(|| unreachable!("it was pushed just now"));
        step.prepare(*before, after)
    });
    let mut done = 0;
    let placed = prepared.and_then(|()| {
        steps.iter().try_for_each(|step| {
            let failed = |cause| MachineError::system(WRITE, &step.target, cause);
            fs::rename(&step.new, &step.target).map_err(failed)?;
            done += 1;
            Ok(())
        })
    });
    for (index, step) in steps.iter().enumerate() {
        if placed.is_err() && index < done {
            step.undo();
        }
        step.clear();
    }
    placed
}

impl Step {
    fn begin(folder: &Path, path: &str) -> Step {
        let target = path.split('/').fold(folder.to_owned(), |folder, part| folder.join(part));
        let target = fs::canonicalize(&target).unwrap_or(target);
        let name = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // Hidden, so that a build that runs meanwhile passes it over.
        let beside = |ending: &str| target.with_file_name(format!(".{name}.{ending}"));
        Step { new: beside("new"), old: None, target }
    }

    /// Writes the new text beside the file, and keeps the old file under another name.
    fn prepare(&mut self, before: Option<&str>, after: &str) -> Result<(), MachineError> {
        let failed = |cause| MachineError::system(WRITE, &self.target, cause);
        let refused = |hint: Words| Err(MachineError::refusal(WRITE, &self.target, hint));
        let held = match fs::read(&self.target) {
            Ok(bytes) => Some(bytes),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => None,
            Err(cause) => return Err(failed(cause)),
        };
        let mark = b"\xEF\xBB\xBF";
        let marked = held.as_ref().is_some_and(|bytes| bytes.starts_with(mark));
        let text = held.as_ref().map(|bytes| bytes.strip_prefix(mark).unwrap_or(bytes));
        if text != before.map(str::as_bytes) {
            return refused(words!(
                "it was changed meanwhile, and is left as it is: run the command again",
                "nel frattempo è stato cambiato, e resta com’è: ripeti il comando"
            ));
        }
        if let Some(parent) = self.target.parent() {
            fs::create_dir_all(parent).map_err(failed)?;
        }
        let mut file = File::create(&self.new).map_err(failed)?;
        if marked {
            file.write_all(mark).map_err(failed)?;
        }
        // The authors' own work, unlike a site, cannot be built again: it is forced down to the disk.
        file.write_all(after.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
        drop(file);
        if held.is_some() {
            let permissions = fs::metadata(&self.target).map_err(failed)?.permissions();
            fs::set_permissions(&self.new, permissions).map_err(failed)?;
            let old = self.new.with_extension("old");
            let _ = fs::remove_file(&old);
            if fs::hard_link(&self.target, &old).is_err() {
                fs::copy(&self.target, &old).map_err(failed)?;
            }
            self.old = Some(old);
        }
        Ok(())
    }

    /// Gives the file its old text back, or takes it away where there was none.
    fn undo(&self) {
        // The refusal that led here is told; a second one would only hide it.
        let _ = match &self.old {
            Some(old) => fs::rename(old, &self.target),
            None => fs::remove_file(&self.target),
        };
    }

    fn clear(&self) {
        let _ = fs::remove_file(&self.new);
        if let Some(old) = &self.old {
            let _ = fs::remove_file(old);
        }
    }
}

/// The bytes of a file of figures.
///
/// # Errors
/// It cannot be read, or is longer than 64 MiB.
pub fn read_figures(path: &Path) -> Result<Vec<u8>, MachineError> {
    let failed = |cause| MachineError::system(READ, path, cause);
    if path.is_dir() {
        let hint = words!("it is a folder: name a file of figures", "è una cartella: indica un file di dati");
        return Err(MachineError::refusal(READ, path, hint));
    }
    take_in(path, File::open(path).map_err(failed)?)
}

/// The bytes of a table pasted or piped in.
///
/// # Errors
/// As [`read_figures`].
pub fn read_pasted() -> Result<Vec<u8>, MachineError> {
    take_in(Path::new("standard input"), io::stdin().lock())
}

fn take_in(path: &Path, from: impl Read) -> Result<Vec<u8>, MachineError> {
    let mut bytes = Vec::new();
    from.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|cause| MachineError::system(READ, path, cause))?;
    if bytes.len() as u64 > LARGEST {
        let hint =
            words!("a table of figures may have 64 MiB at most", "una tabella di dati può avere al massimo 64 MiB");
        return Err(MachineError::refusal(Term::new("cannot take in", "non si può caricare"), path, hint));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::rewrite;
    use std::fs;

    #[test]
    fn all_files_are_written_with_their_marks_rights_and_links_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("a.yaml"), "\u{FEFF}a: 1\n").unwrap();
        fs::write(path("b.yaml"), "b: 1\n").unwrap();
        #[cfg(unix)]
        {
            fs::create_dir(path("elsewhere")).unwrap();
            fs::rename(path("b.yaml"), path("elsewhere/b.yaml")).unwrap();
            std::os::unix::fs::symlink("elsewhere/b.yaml", path("b.yaml")).unwrap();
        }
        let read = |name: &str| fs::read_to_string(path(name)).unwrap();
        let files = [
            ("a.yaml", Some("a: 1\n"), "a: 2\n"),
            ("b.yaml", Some("b: 1\n"), "b: 2\n"),
            ("new/c.yaml", None, "c: 2\n"),
        ];
        rewrite(folder.path(), &files).unwrap();
        assert_eq!([read("a.yaml"), read("b.yaml"), read("new/c.yaml")], ["\u{FEFF}a: 2\n", "b: 2\n", "c: 2\n"]);
        #[cfg(unix)]
        assert!(fs::symlink_metadata(path("b.yaml")).unwrap().is_symlink());

        // Changed meanwhile: not even the first is written.
        let files = [("a.yaml", Some("a: 2\n"), "a: 3\n"), ("b.yaml", Some("b: 1\n"), "b: 3\n")];
        let error = rewrite(folder.path(), &files).unwrap_err().to_string();
        assert!(error.contains("b.yaml") && error.contains("changed meanwhile"), "{error}");
        assert_eq!([read("a.yaml"), read("b.yaml")], ["\u{FEFF}a: 2\n", "b: 2\n"]);

        // The third cannot take its place, for a folder of its name comes to stand there: the others go back.
        let files =
            [("a.yaml", Some("a: 2\n"), "a: 3\n"), ("new.yaml", None, "n\n"), ("d", None, "d\n"), ("d/e", None, "e\n")];
        rewrite(folder.path(), &files).unwrap_err();
        assert_eq!(read("a.yaml"), "\u{FEFF}a: 2\n");
        assert!(!path("new.yaml").exists());
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{left:?}");
    }
}
