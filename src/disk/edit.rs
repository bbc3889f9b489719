//! Changes files of the content folder on behalf of their author: all of them or none, and never one that somebody has
//! changed meanwhile. Where the command is killed midway, the next one ends what it has begun.

use super::MachineError;
use super::error::READ;
use super::journal::Journal;
use super::step::Step;
use crate::diag::Term;
use crate::words;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The most bytes of a table of figures; a longer file is none.
const LARGEST: u64 = 64 << 20;

/// Writes texts into files of a folder. Each file is given by its path with `/`, the text it had when it was read
/// (`None` where it is new) and the text it gets. All new texts are first written beside their places and only then put
/// into them; where one cannot be, those before it get their old text back.
///
/// # Errors
/// A file is no longer as it was when it was read, or the system refuses. The folder is then as it was.
pub fn rewrite(folder: &Path, files: &[(&str, Option<&str>, &str)]) -> Result<(), MachineError> {
    if files.is_empty() {
        return Ok(());
    }
    let listed: Vec<(&str, bool)> = files.iter().map(|(path, before, _)| (*path, before.is_some())).collect();
    let mut journal = Journal::begin(folder, &listed)?;
    let steps: Vec<Step> = listed.iter().map(|(path, there)| Step::begin(folder, path, *there)).collect();
    let prepared = steps.iter().zip(files).try_for_each(|(step, (_, before, after))| step.prepare(*before, after));
    let mut done = 0;
    let placed = prepared.and_then(|()| journal.ready()).and_then(|()| {
        steps.iter().try_for_each(|step| {
            step.place()?;
            done += 1;
            Ok(())
        })
    });
    if placed.is_err() && done > 0 {
        journal.back();
        steps[..done].iter().for_each(Step::undo);
    }
    steps.iter().for_each(Step::clear);
    journal.end();
    placed
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

/// The bytes of a table that was pasted or piped in.
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
    use super::super::journal::{Journal, Settled, settle};
    use super::rewrite;
    use crate::disk::step::Step;
    use std::fs;
    use std::path::Path;

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

        // The fourth cannot be written, for a file stands in the place of its folder: nothing is touched.
        let files =
            [("a.yaml", Some("a: 2\n"), "a: 3\n"), ("new.yaml", None, "n\n"), ("d", None, "d\n"), ("d/e", None, "e\n")];
        rewrite(folder.path(), &files).unwrap_err();
        assert_eq!(read("a.yaml"), "\u{FEFF}a: 2\n");
        assert!(!path("new.yaml").exists());
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{left:?}");
    }

    /// What stands in the folder after a command was killed when so many of its files were in their places; `None`
    /// kills it before the list was complete.
    fn killed(folder: &Path, files: &[(&str, Option<&str>, &str)], placed: Option<usize>) {
        let listed: Vec<(&str, bool)> = files.iter().map(|(path, before, _)| (*path, before.is_some())).collect();
        let mut journal = Journal::begin(folder, &listed).unwrap();
        let steps: Vec<Step> = listed.iter().map(|(path, there)| Step::begin(folder, path, *there)).collect();
        let count = if placed.is_none() { files.len() - 1 } else { files.len() };
        for (step, (_, before, after)) in steps.iter().zip(files).take(count) {
            step.prepare(*before, after).unwrap();
        }
        if let Some(placed) = placed {
            journal.ready().unwrap();
            steps.iter().take(placed).for_each(|step| step.place().unwrap());
        }
    }

    #[test]
    fn what_a_kill_broke_off_at_any_step_is_ended_by_the_next_command() {
        let files = [("a.yaml", Some("a: 1\n"), "a: 2\n"), ("b.yaml", Some("b: 1\n"), "b: 2\n"), ("c/d", None, "d\n")];
        for placed in [None, Some(0), Some(1), Some(2), Some(3)] {
            let folder = tempfile::tempdir().unwrap();
            let path = |name: &str| folder.path().join(name);
            fs::write(path("a.yaml"), "a: 1\n").unwrap();
            fs::write(path("b.yaml"), "b: 1\n").unwrap();
            killed(folder.path(), &files, placed);
            let settled = settle(folder.path()).unwrap().expect("something was broken off");
            let read = |name: &str| fs::read_to_string(path(name)).ok();
            let now = ["a.yaml", "b.yaml", "c/d"].map(read);
            match placed {
                None => assert_eq!((now, settled.cleared), ([Some("a: 1\n".into()), Some("b: 1\n".into()), None], 2)),
                Some(_) => {
                    assert_eq!(now, files.map(|(_, _, after)| Some(after.to_owned())), "{placed:?}");
                    assert_eq!(settled.finished, ["a.yaml", "b.yaml", "c/d"]);
                }
            }
            let left = walkdir::WalkDir::new(folder.path()).into_iter().map(|entry| entry.unwrap().into_path());
            let hidden = left.skip(1).filter(|path| path.file_name().unwrap().to_string_lossy().starts_with('.'));
            assert_eq!(hidden.count(), 0);
            assert_eq!(settle(folder.path()).unwrap(), None);
        }
    }

    #[test]
    fn what_an_author_has_changed_since_stays_and_who_is_at_work_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let files = [("a.yaml", Some("a: 1\n"), "a: 2\n"), ("b.yaml", Some("b: 1\n"), "b: 2\n")];
        fs::write(path("a.yaml"), "a: 1\n").unwrap();
        fs::write(path("b.yaml"), "b: 1\n").unwrap();
        killed(folder.path(), &files, Some(1));
        fs::write(path("b.yaml"), "b: mine\n").unwrap();
        let settled = Settled { finished: vec!["a.yaml".into()], kept: vec!["b.yaml".into()], cleared: 0 };
        assert_eq!(settle(folder.path()).unwrap(), Some(settled));
        assert_eq!(fs::read_to_string(path("b.yaml")).unwrap(), "b: mine\n");

        let held = Journal::begin(folder.path(), &[("a.yaml", true)]).unwrap();
        assert_eq!(settle(folder.path()).unwrap(), None);
        let error = rewrite(folder.path(), &[("a.yaml", Some("a: 2\n"), "a: 3\n")]).unwrap_err().to_string();
        assert!(error.contains("another command"), "{error}");
        held.end();
        rewrite(folder.path(), &[("a.yaml", Some("a: 2\n"), "a: 3\n")]).unwrap();
    }
}
