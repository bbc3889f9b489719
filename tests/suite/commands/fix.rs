//! `check --fix`: what is sure is mended, shown and written whole; all else stays byte for byte.

use crate::common::mistake;
use crate::common::project::Project;
use std::fs;

const CONSENT: &str = "content/editions/2024-06_2024-08/observations/consenso.yaml";
const ACCESS: &str = "content/editions/2024-06_2024-08/observations/accessi.yaml";

/// Mistakes in three files, with the byte-order mark and the line ends of another system in one.
fn wrong() -> Project {
    let project = Project::of(&mistake::base());
    let consent = "\u{feff}Indicator: consenso\r\nas_of: 31 agosto 2024\r\nsource: prova\r\nnational: 41%\r\nvalues:\r\n  \
                   Lazio: 8,5\r\n  Umbria: {value: 29,5}\r\n  Molise: n.d.\r\n  Lombradia: 3\r\nothers: Missing\r\n";
    project.write(CONSENT, consent);
    project.write(
        ACCESS,
        "indicator: accessi\nsource: prova\nnational: 18\nvalues:\n\tLazio: 10\n\tUmbria: 12,5\nothers: missing\n",
    );
    project
}

const SHOWN: &str = "\
mend[F002]: this line is indented with a tab
 --> content/editions/2024-06_2024-08/observations/accessi.yaml:5:1
5 - →Lazio: 10
5 +   Lazio: 10
6 - →Umbria: 12,5
6 +   Umbria: 12,5

mend[F003]: a file of observations has no key `Indicator`
 --> content/editions/2024-06_2024-08/observations/consenso.yaml:1:1
1 - Indicator: consenso
1 + indicator: consenso

mend[F022]: `31 agosto 2024` is not a date or a window of the calendar
 --> content/editions/2024-06_2024-08/observations/consenso.yaml:2:8
2 - as_of: 31 agosto 2024
2 + as_of: 2024-08-31

mend[F017]: `41%` carries its unit
 --> content/editions/2024-06_2024-08/observations/consenso.yaml:4:11
4 - national: 41%
4 + national: 41

mend[F016]: `8,5` uses the decimal comma
 --> content/editions/2024-06_2024-08/observations/consenso.yaml:6:10
6 -   Lazio: 8,5
6 +   Lazio: 8.5

mend[F016]: `29,5` uses the decimal comma
 --> content/editions/2024-06_2024-08/observations/consenso.yaml:7:19
7 -   Umbria: {value: 29,5}
7 +   Umbria: {value: 29.5}

mend[F017]: `n.d.` is not a number
 --> content/editions/2024-06_2024-08/observations/consenso.yaml:8:11
8 -   Molise: n.d.
8 +   Molise: missing

mend[F024]: `Missing` is no word for `others`
 --> content/editions/2024-06_2024-08/observations/consenso.yaml:10:9
10 - others: Missing
10 + others: missing

mend[F016]: `12,5` uses the decimal comma
 --> content/editions/2024-06_2024-08/observations/accessi.yaml:6:11
6 -   Umbria: 12,5
6 +   Umbria: 12.5

";

const REMAINS: &str = "\
error[F007]: there is no territory `Lombradia`
 --> content/editions/2024-06_2024-08/observations/consenso.yaml:9:3
  |
9 |   Lombradia: 3
  |   ^^^^^^^^^
  |
help: did you mean `Lombardia`?

1 fault in 1 file
";

#[test]
fn what_is_sure_is_mended_and_what_remains_is_said() {
    let project = wrong();
    let others: Vec<_> =
        project.state("content").into_iter().filter(|(path, _)| !path.contains("observations")).collect();
    let answer = project.run(&["check", "--fix"]);
    assert_eq!(answer.stderr, format!("{SHOWN}9 mistakes mended in 2 files\n{REMAINS}"));
    assert_eq!((answer.code, &*answer.stdout), (Some(1), ""));
    // A misspelt name is only asked about.
    let consent = "\u{feff}indicator: consenso\r\nas_of: 2024-08-31\r\nsource: prova\r\nnational: 41\r\nvalues:\r\n  \
                   Lazio: 8.5\r\n  Umbria: {value: 29.5}\r\n  Molise: missing\r\n  Lombradia: 3\r\nothers: missing\r\n";
    assert_eq!(project.read(CONSENT), consent);
    let access =
        "indicator: accessi\nsource: prova\nnational: 18\nvalues:\n  Lazio: 10\n  Umbria: 12.5\nothers: missing\n";
    assert_eq!(project.read(ACCESS), access);
    let after = project.state("content");
    for (path, state) in others {
        assert!(path.is_empty() || after[&path] == state, "{path} has changed");
    }

    project.change(CONSENT, "Lombradia", "Lombardia");
    let answer = project.run(&["check", "--fix"]);
    assert_eq!(answer.code, Some(0));
    assert!(answer.stderr.starts_with("Nothing can be mended surely.\nNo faults in 1 edition, "), "{}", answer.stderr);
}

#[test]
fn a_dry_run_shows_the_changes_and_writes_nothing() {
    let project = wrong();
    let before = project.state("");
    let answer = project.run(&["check", "--fix", "--dry-run"]);
    let last = "9 mistakes would be mended in 2 files; nothing was written\n";
    assert_eq!((answer.code, answer.stderr), (Some(1), format!("{SHOWN}{last}")));
    assert!(project.state("") == before);
    let json = project.run(&["check", "--fix", "--dry-run", "--format", "json"]).stdout;
    assert!(json.contains("\"code\": \"F002\"") && json.contains("\"text\": \"2024-08-31\""), "{json}");
    assert_eq!(project.run(&["check", "--dry-run"]).code, Some(2), "alone it means nothing");
    // One, and more than one, in the words of the reader.
    let italian = |project: &Project| project.run(&["check", "--fix", "--dry-run", "--lang", "it"]).stderr;
    let many = italian(&project);
    assert!(many.ends_with("Si correggerebbero 9 errori in 2 file; non è stato scritto nulla\n"), "{many}");
    let project = Project::of(&mistake::base());
    project.change(CONSENT, "Lazio: 8", "Lazio: 8,5");
    let one = italian(&project);
    assert!(one.ends_with("Si correggerebbe 1 errore in 1 file; non è stato scritto nulla\n"), "{one}");
}

#[test]
fn mends_are_said_in_italian_too() {
    let project = wrong();
    let answer = project.run(&["check", "--fix", "--lang", "it"]);
    for words in [
        "correzione[F017]: `41%` porta con sé l’unità di misura\n",
        "9 errori corretti in 2 file\n",
        "errore[F007]: non c’è nessun territorio `Lombradia`\n",
    ] {
        assert!(answer.stderr.contains(words), "`{words}` is not in {}", answer.stderr);
    }
}

#[test]
fn a_mend_that_could_change_a_number_is_not_made() {
    let project = Project::of(&mistake::base());
    // A thousand in English; none in the tables of Istat; the fifth of June or of May.
    for (from, to) in
        [("Umbria: 29", "Umbria: 1,234"), ("Umbria: 29", "Umbria: \"-\""), ("source", "as_of: 05/06/2024\nsource")]
    {
        project.put(&mistake::base());
        project.change(CONSENT, from, to);
        let before = project.state("");
        let answer = project.run(&["check", "--fix"]);
        assert_eq!(answer.code, Some(1));
        assert!(answer.stderr.starts_with("Nothing can be mended surely.\nerror["), "{}", answer.stderr);
        assert!(project.state("") == before, "{to}");
    }
}

/// The file that a link leads to is mended; the link, and the rights of the file, stay.
#[cfg(unix)]
#[test]
fn links_and_rights_stay_and_a_file_closed_to_writing_is_refused() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let project = Project::of(&mistake::base());
    project.write("elsewhere/consenso.yaml", &project.read(CONSENT).replace("29", "29,5"));
    let real = project.path("elsewhere/consenso.yaml");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    fs::remove_file(project.path(CONSENT)).unwrap();
    symlink(&real, project.path(CONSENT)).unwrap();
    assert_eq!(project.run(&["check", "--fix", "--allow-links"]).code, Some(0));
    assert!(fs::symlink_metadata(project.path(CONSENT)).unwrap().file_type().is_symlink());
    assert!(fs::read_to_string(&real).unwrap().contains("29.5"));
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    let beside: Vec<_> = project.files("elsewhere").into_keys().collect();
    assert_eq!(beside, ["consenso.yaml"]);

    project.change("elsewhere/consenso.yaml", "29.5", "29,5");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o440)).unwrap();
    // Who may do everything on this machine may write this too.
    if fs::File::options().write(true).open(&real).is_err() {
        let answer = project.run(&["check", "--fix", "--allow-links"]);
        assert_eq!(answer.code, Some(2), "{}", answer.stderr);
        assert!(answer.stderr.contains("error: cannot write content/"), "{}", answer.stderr);
        assert!(fs::read_to_string(&real).unwrap().contains("29,5"));
    }
}
