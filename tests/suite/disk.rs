//! What a build may and may not do to the folders it meets.

use fascicle::disk::{Links, MachineError, Staging, Written, keep_apart, load, load_theme, load_with, rewrite};
use fascicle::render::Artifact;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};
use tempfile::{TempDir, tempdir};

fn artifact(path: &str, text: &str) -> Artifact {
    Artifact { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn site(output: &Path, files: &[(&str, &str)]) -> Result<Written, MachineError> {
    let staging = Staging::begin(output)?;
    for (path, text) in files {
        staging.put(artifact(path, text))?;
    }
    staging.finish()
}

/// Every file and folder below, with what a file holds or where a link leads.
fn everything(folder: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(Result::unwrap);
    entries
        .map(|entry| {
            let kind = entry.file_type();
            let holds = if kind.is_dir() {
                "(folder)".to_owned()
            } else if kind.is_symlink() {
                format!("-> {}", fs::read_link(entry.path()).unwrap().display())
            } else {
                fs::read_to_string(entry.path()).unwrap()
            };
            (entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned(), holds)
        })
        .collect()
}

fn make_old(path: &Path) -> SystemTime {
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    fs::File::open(path).unwrap().set_times(fs::FileTimes::new().set_modified(time)).unwrap();
    time
}

fn modified(path: &Path) -> SystemTime {
    fs::symlink_metadata(path).unwrap().modified().unwrap()
}

fn below(folder: &TempDir, path: &str) -> std::path::PathBuf {
    folder.path().join(path)
}

#[test]
fn a_first_build_makes_the_folder_and_those_above_it() {
    let home = tempdir().unwrap();
    let output = below(&home, "public/fse/site");
    let written = site(&output, &[("index.html", "home"), ("2024-11/figures/a.svg", "<svg/>")]).unwrap();
    assert_eq!(written, Written { written: 2, unchanged: 0, removed: 0, bytes: 10 });
    assert_eq!(fs::read_to_string(output.join("2024-11/figures/a.svg")).unwrap(), "<svg/>");
}

#[test]
fn unchanged_files_keep_their_time_and_changed_ones_are_replaced() {
    let home = tempdir().unwrap();
    let output = below(&home, "output");
    site(&output, &[("a.html", "same"), ("b.html", "first"), ("c.html", "gone")]).unwrap();
    let time = make_old(&output.join("a.html"));
    make_old(&output.join("b.html"));
    let written = site(&output, &[("a.html", "same"), ("b.html", "other")]).unwrap();
    assert_eq!(written, Written { written: 1, unchanged: 1, removed: 1, bytes: 9 });
    assert_eq!(modified(&output.join("a.html")), time);
    assert_ne!(modified(&output.join("b.html")), time);
    assert_eq!(fs::read_to_string(output.join("b.html")).unwrap(), "other");
    assert!(!output.join("c.html").exists());
}

#[cfg(unix)]
#[test]
fn an_unchanged_file_is_the_same_file_as_before() {
    use std::os::unix::fs::MetadataExt;
    let home = tempdir().unwrap();
    let output = below(&home, "output");
    site(&output, &[("a.html", "same")]).unwrap();
    let before = fs::metadata(output.join("a.html")).unwrap().ino();
    site(&output, &[("a.html", "same")]).unwrap();
    assert_eq!(fs::metadata(output.join("a.html")).unwrap().ino(), before);
}

#[cfg(unix)]
#[test]
fn a_build_that_changes_nothing_leaves_the_very_folder() {
    use std::os::unix::fs::MetadataExt;
    let home = tempdir().unwrap();
    let output = below(&home, "output");
    let files = [("index.html", "home"), ("2024-11/index.html", "report")];
    site(&output, &files).unwrap();
    let folder = || (fs::metadata(&output).unwrap().ino(), modified(&output), everything(home.path()));
    let before = folder();
    assert_eq!(site(&output, &files).unwrap(), Written { written: 0, unchanged: 2, removed: 0, bytes: 10 });
    assert_eq!(folder(), before);
    // A list that somebody has shortened is a change: it is whole again.
    fs::write(output.join(".fascicle"), "# The files fascicle wrote here; it leaves all others alone.\n").unwrap();
    fs::remove_file(output.join("index.html")).unwrap();
    fs::remove_file(output.join("2024-11/index.html")).unwrap();
    assert_eq!(site(&output, &files).unwrap().written, 2);
    assert_eq!(everything(home.path()), before.2);
}

#[test]
fn what_is_not_ours_stays_byte_for_byte_with_its_time() {
    let home = tempdir().unwrap();
    let output = below(&home, "output");
    fs::create_dir_all(output.join("mine/empty")).unwrap();
    fs::write(output.join(".gitignore"), "*").unwrap();
    fs::write(output.join("mine/notes.txt"), "notes").unwrap();
    site(&output, &[("index.html", "home"), ("2024-11/index.html", "report")]).unwrap();
    fs::write(output.join("2024-11/handout.pdf"), "by hand").unwrap();
    let times = ["mine", "mine/notes.txt", "2024-11/handout.pdf"].map(|path| make_old(&output.join(path)));

    // The edition is gone, what somebody put into its folder is not.
    site(&output, &[("index.html", "new home")]).unwrap();
    let expected = [
        (".fascicle", "# The files fascicle wrote here; it leaves all others alone.\nindex.html\n"),
        (".gitignore", "*"),
        ("2024-11", "(folder)"),
        ("2024-11/handout.pdf", "by hand"),
        ("index.html", "new home"),
        ("mine", "(folder)"),
        ("mine/empty", "(folder)"),
        ("mine/notes.txt", "notes"),
    ];
    assert_eq!(everything(&output), expected.map(|(path, text)| (path.to_owned(), text.to_owned())).into());
    let after = ["mine", "mine/notes.txt", "2024-11/handout.pdf"].map(|path| modified(&output.join(path)));
    assert_eq!(after, times);
}

#[cfg(unix)]
#[test]
fn links_and_rights_of_others_stay_too() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let home = tempdir().unwrap();
    let output = below(&home, "output");
    fs::create_dir_all(output.join("closed")).unwrap();
    fs::write(output.join("closed/a"), "a").unwrap();
    symlink("nowhere", output.join("dangling")).unwrap();
    symlink("closed", output.join("linked")).unwrap();
    let rights = |path: &str, mode| fs::set_permissions(output.join(path), fs::Permissions::from_mode(mode)).unwrap();
    let mode = |path: &str| fs::metadata(output.join(path)).unwrap().permissions().mode() & 0o777;
    rights("closed/a", 0o600);
    rights("closed", 0o555);
    rights("", 0o750);
    for _ in 0..2 {
        site(&output, &[("index.html", "home")]).unwrap();
        assert_eq!(["", "closed", "closed/a"].map(mode), [0o750, 0o555, 0o600]);
        assert_eq!(fs::read_link(output.join("dangling")).unwrap(), Path::new("nowhere"));
        assert_eq!(fs::read_link(output.join("linked")).unwrap(), Path::new("closed"));
    }
    assert_eq!(everything(home.path()).keys().filter(|path| path.contains("staging")).count(), 0);
    rights("closed", 0o755);
}

#[test]
fn a_file_of_somebody_in_the_way_is_refused_and_nothing_changes() {
    for (theirs, ours) in [("index.html", "index.html"), ("a", "a/index.html"), ("a/b", "a")] {
        let home = tempdir().unwrap();
        let output = below(&home, "output");
        fs::create_dir_all(output.join(theirs).parent().unwrap()).unwrap();
        fs::write(output.join(theirs), "theirs").unwrap();
        let before = everything(&output);
        let error = site(&output, &[(ours, "ours")]).unwrap_err().to_string();
        assert!(error.contains("is not fascicle's") && error.contains("--output DIR"), "{error}");
        assert_eq!(everything(&output), before);
        assert!(!below(&home, ".output.staging").exists());
    }
}

#[test]
fn a_build_that_ends_early_leaves_the_last_site_whole() {
    let home = tempdir().unwrap();
    let output = below(&home, "output");
    site(&output, &[("index.html", "home")]).unwrap();
    let before = everything(&output);
    let staging = Staging::begin(&output).unwrap();
    staging.put(artifact("index.html", "new")).unwrap();
    drop(staging);
    assert_eq!(everything(&output), before);
    assert!(!below(&home, ".output.staging").exists());
}

#[test]
fn two_builds_at_once_do_not_meet() {
    let home = tempdir().unwrap();
    let output = below(&home, "output");
    let first = Staging::begin(&output).unwrap();
    let error = Staging::begin(&output).unwrap_err().to_string();
    assert!(error.contains("another build is writing it"), "{error}");
    first.put(artifact("index.html", "home")).unwrap();
    first.finish().unwrap();
    site(&output, &[("index.html", "home")]).unwrap();
}

#[test]
fn leftovers_of_a_killed_build_are_cleared() {
    let home = tempdir().unwrap();
    let output = below(&home, "output");
    site(&output, &[("index.html", "home")]).unwrap();
    fs::create_dir_all(below(&home, ".output.staging/half")).unwrap();
    // Killed between the two renames of a file system that cannot exchange.
    fs::rename(&output, below(&home, ".output.staging.old")).unwrap();
    drop(Staging::begin(&output).unwrap());
    assert_eq!(fs::read_to_string(output.join("index.html")).unwrap(), "home");
    let names: Vec<_> = fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().contains("staging")), "{names:?}");
}

#[test]
fn other_editions_can_be_kept_as_they_are() {
    let home = tempdir().unwrap();
    let output = below(&home, "output");
    site(&output, &[("index.html", "home"), ("2024-11/index.html", "old"), ("2025-01/index.html", "old")]).unwrap();
    let time = make_old(&output.join("2024-11/index.html"));
    let staging = Staging::begin(&output).unwrap();
    staging.put(artifact("2025-01/index.html", "new")).unwrap();
    staging.keep_old(|path| path.contains('/'));
    staging.put(artifact("index.html", "home")).unwrap();
    assert_eq!(staging.finish().unwrap(), Written { written: 1, unchanged: 2, removed: 0, bytes: 10 });
    assert_eq!(modified(&output.join("2024-11/index.html")), time);
    // And they are still ours: the next whole build removes them.
    assert_eq!(site(&output, &[("index.html", "home")]).unwrap().removed, 2);
}

#[test]
fn paths_that_lead_out_of_the_site_are_refused() {
    let home = tempdir().unwrap();
    let staging = Staging::begin(&below(&home, "output")).unwrap();
    for path in ["../a", "a/../../b", "/etc/a", "", "a//b", "./a", "a\nb", ".fascicle", "C:a", "a\\..\\b"] {
        assert!(staging.put(artifact(path, "")).is_err(), "{path:?}");
    }
}

#[test]
fn places_that_cannot_be_a_site_are_refused_with_what_to_do() {
    let home = tempdir().unwrap();
    fs::write(below(&home, "file"), "").unwrap();
    fs::create_dir_all(below(&home, "content/site")).unwrap();
    for output in ["/", ".", &below(&home, "file").to_string_lossy()] {
        let error = Staging::begin(Path::new(output)).unwrap_err().to_string();
        assert!(error.contains("--output DIR"), "{error}");
    }
    let content = below(&home, "content");
    for output in
        ["content", "content/site", "content/new/site", "content/../content", ".", "themes", "themes/blu", "./themes"]
    {
        assert!(keep_apart(&content, None, &below(&home, output)).is_err(), "{output}");
    }
    let other = below(&home, "other/theme");
    assert!(keep_apart(&content, Some(&other), &below(&home, "other/theme/site")).is_err());
    let own = std::env::var("HOME").unwrap_or_default();
    assert!(own.is_empty() || keep_apart(&content, None, Path::new(&own)).is_err(), "{own}");
    for output in ["output", "content2", "a/b", "themes2"] {
        assert!(keep_apart(&content, None, &below(&home, output)).is_ok(), "{output}");
    }
}

#[cfg(unix)]
#[test]
fn an_output_that_is_a_link_is_followed() {
    let home = tempdir().unwrap();
    fs::create_dir(below(&home, "web")).unwrap();
    let output = below(&home, "output");
    std::os::unix::fs::symlink("web", &output).unwrap();
    site(&output, &[("index.html", "home")]).unwrap();
    assert_eq!(fs::read_link(&output).unwrap(), Path::new("web"));
    assert_eq!(fs::read_to_string(below(&home, "web/index.html")).unwrap(), "home");
}

#[test]
fn loading_gives_every_file_that_matters_in_order() {
    let home = tempdir().unwrap();
    let content = below(&home, "content");
    fs::create_dir_all(content.join("editions/2024-11/observations")).unwrap();
    fs::create_dir_all(content.join(".git")).unwrap();
    for (path, bytes) in [
        ("site.yaml", b"\xEF\xBB\xBFtitle: a".as_slice()),
        ("editions/2024-11/edition.yaml", b"title: b\r\n"),
        ("editions/2024-11/observations/a.csv", b"territory\n"),
        ("editions/2024-11.txt", b"caf\xE9"),
        (".git/config", b""),
        (".#site.yaml", b""),
        ("site.yaml~", b""),
        (".site.yaml.swp", b""),
        ("~$list.xlsx", b""),
        (".DS_Store", b""),
    ] {
        fs::write(content.join(path), bytes).unwrap();
    }
    fs::create_dir_all(below(&home, "themes/blu/fonts")).unwrap();
    fs::write(below(&home, "themes/blu/theme.toml"), "a").unwrap();
    fs::write(below(&home, "themes/blu/fonts/b.woff2"), b"\xFF").unwrap();
    fs::write(below(&home, "themes/README.md"), "").unwrap();

    let loaded = load(&content).unwrap();
    let files: Vec<_> = loaded
        .sources
        .files
        .iter()
        .filter(|f| !f.absent)
        .map(|f| (f.path.as_str(), f.text.as_str(), f.not_utf8_at))
        .collect();
    assert_eq!(
        files,
        [
            ("editions/2024-11.txt", "café", Some(3)),
            ("editions/2024-11/edition.yaml", "title: b\r\n", None),
            ("editions/2024-11/observations/a.csv", "territory\n", None),
            ("site.yaml", "title: a", None),
        ]
    );
    assert!(loaded.sources.find("site.yaml").is_some());
    assert_eq!(loaded.sources.root, content.to_str().unwrap());
    assert_eq!(loaded.themes["blu"]["fonts/b.woff2"], b"\xFF");
    assert_eq!(loaded.themes.len(), 1);
    assert_eq!(load_theme(&below(&home, "themes/blu"), Links::Inside).unwrap(), loaded.themes["blu"]);
}

#[test]
fn what_cannot_be_loaded_says_its_path_and_what_to_do() {
    let home = tempdir().unwrap();
    let error = load(&below(&home, "content")).unwrap_err().to_string();
    assert!(error.contains("--content DIR") && error.contains("site.yaml"), "{error}");
    assert!(load_theme(&below(&home, "blu"), Links::Inside).unwrap_err().to_string().contains("--theme DIR"));

    fs::write(below(&home, "a.yaml"), "").unwrap();
    fs::File::options().write(true).open(below(&home, "a.yaml")).unwrap().set_len((64 << 20) + 1).unwrap();
    let error = load(home.path()).unwrap_err().to_string();
    assert!(error.contains("a.yaml") && error.contains("64 MiB"), "{error}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_back_is_named() {
    let home = tempdir().unwrap();
    let inner = below(&home, "content");
    fs::create_dir(&inner).unwrap();
    std::os::unix::fs::symlink(".", inner.join("again")).unwrap();
    std::os::unix::fs::symlink("nowhere", inner.join(".#lock")).unwrap();
    let error = load(&inner).unwrap_err().to_string();
    assert!(error.contains("again") && error.contains("delete it"), "{error}");
}

#[test]
fn a_file_that_changed_since_it_was_read_is_not_mended() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    fs::write(&file, "a: 1,5\n").unwrap();
    let mend = |before, after| rewrite(folder.path(), &[("a.yaml", Some(before), after)]);
    let refused = mend("a: 2,5\n", "a: 2.5\n").unwrap_err().to_string();
    assert!(refused.starts_with("cannot write ") && refused.contains("changed meanwhile"), "{refused}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "a: 1,5\n");
    mend("a: 1,5\n", "a: 1.5\n").unwrap();
    assert_eq!(fs::read_to_string(&file).unwrap(), "a: 1.5\n");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[cfg(unix)]
#[test]
fn an_output_closed_to_writing_is_left_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempdir().unwrap();
    let output = below(&home, "output");
    site(&output, &[("index.html", "old")]).unwrap();
    fs::set_permissions(&output, fs::Permissions::from_mode(0o555)).unwrap();
    let error = site(&output, &[("index.html", "new")]).unwrap_err().to_string();
    assert!(error.contains("closed to writing") && error.contains("--output DIR"), "{error}");
    assert_eq!(fs::read_to_string(output.join("index.html")).unwrap(), "old");
    fs::set_permissions(&output, fs::Permissions::from_mode(0o755)).unwrap();
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_are_not_read_unless_they_are_allowed() {
    use fascicle::files::Unread;
    use std::os::unix::fs::symlink;
    let home = tempdir().unwrap();
    let content = below(&home, "content");
    fs::create_dir_all(content.join("editions/2024-11")).unwrap();
    fs::create_dir_all(below(&home, "elsewhere/2025-01")).unwrap();
    fs::write(below(&home, "elsewhere/2025-01/edition.yaml"), "a: 1").unwrap();
    fs::write(below(&home, "secret.md"), "secret").unwrap();
    fs::write(content.join("editions/2024-11/edition.yaml"), "b: 1").unwrap();
    symlink("../secret.md", content.join("out.md")).unwrap();
    symlink("../secret.md", content.join("picture.png")).unwrap();
    symlink("editions/2024-11/edition.yaml", content.join("in.yaml")).unwrap();
    symlink("../../elsewhere/2025-01", content.join("editions/2025-01")).unwrap();
    let found = |links| {
        let files = load_with(&content, links).unwrap().sources.files;
        files
            .into_iter()
            .filter(|file| !file.absent)
            .map(|file| (file.path, file.text, file.unread))
            .collect::<Vec<_>>()
    };
    let read = |path: &str, text: &str| (path.to_owned(), text.to_owned(), None);
    let link = |path: &str| (path.to_owned(), String::new(), Some(Unread::Link));
    assert_eq!(
        found(Links::Inside),
        [
            read("editions/2024-11/edition.yaml", "b: 1"),
            link("editions/2025-01"),
            read("in.yaml", "b: 1"),
            link("out.md")
        ]
    );
    assert_eq!(
        found(Links::Anywhere),
        [
            read("editions/2024-11/edition.yaml", "b: 1"),
            read("editions/2025-01/edition.yaml", "a: 1"),
            read("in.yaml", "b: 1"),
            read("out.md", "secret"),
            read("picture.png", "secret")
        ]
    );

    fs::create_dir_all(below(&home, "themes/blu/templates")).unwrap();
    symlink("../../../secret.md", below(&home, "themes/blu/templates/home.html")).unwrap();
    let error = load(&content).unwrap_err().to_string();
    assert!(error.contains("home.html") && error.contains("--allow-links"), "{error}");
    assert_eq!(load_with(&content, Links::Anywhere).unwrap().themes["blu"]["templates/home.html"], b"secret");
    fs::remove_dir_all(below(&home, "themes/blu")).unwrap();
    symlink("../elsewhere", below(&home, "themes/blu")).unwrap();
    assert!(load(&content).unwrap_err().to_string().contains("--allow-links"));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_kept_as_a_place_and_what_editors_leave_is_passed_over() {
    use fascicle::files::Unread;
    let content = tempdir().unwrap();
    let path = |name: &str| content.path().join(name);
    fs::create_dir(path("consenso.yaml")).unwrap();
    fs::write(path("consenso.yaml/inner.yaml"), "").unwrap();
    assert!(std::process::Command::new("mkfifo").arg(path("pipe.csv")).status().unwrap().success());
    for name in ["a.yaml.bak", "a.orig", "a.rej", ".a.swp", "a.swx", "4913", "a~", "#a#", ".#a", "a.tmp"] {
        fs::write(path(name), "").unwrap();
    }
    let files = load(content.path()).unwrap().sources.files;
    let files: Vec<_> = files.iter().filter(|file| !file.absent).map(|file| (&*file.path, file.unread)).collect();
    assert_eq!(files, [("consenso.yaml", Some(Unread::Folder)), ("pipe.csv", Some(Unread::Device))]);
}
