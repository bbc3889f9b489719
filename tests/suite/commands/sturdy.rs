//! What nobody would do on purpose: full disks, pipes in the place of files, links to elsewhere, nesting without end.

use crate::common::project::{Answer, Project};
use std::fs;
use std::io::Read;
use std::process::Stdio;

const CONSENT: &str = "content/editions/2024-06_2024-08/observations/consenso.yaml";
const CONCLUSIONS: &str = "content/editions/2024-06_2024-08/narrative/conclusions.md";

fn refused(answer: &Answer, code: i32, words: &[&str]) {
    assert_eq!(answer.code, Some(code), "{}{}", answer.stdout, answer.stderr);
    for words in words {
        assert!(answer.stderr.contains(words), "`{words}` in:\n{}", answer.stderr);
    }
}

/// Every command that answers on standard output.
const ANSWERS: [&[&str]; 15] = [
    &["--help"],
    &["--version"],
    &["build", "--help"],
    &["man"],
    &["completions", "bash"],
    &["explain"],
    &["explain", "F012"],
    &["changes"],
    &["changes", "--format", "json"],
    &["check", "--format", "json"],
    &["check", "--format", "sarif"],
    &["build", "--format", "json", "--edition", "2024-11"],
    &["chart", "consenso"],
    &["chart", "consenso", "--format", "png"],
    &["verify", "content/site.yaml"],
];

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_said_and_ends_with_2() {
    let project = Project::of_the_talk();
    for arguments in ANSWERS {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let output = project.command(arguments).stdout(full).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {stderr}");
        assert!(stderr.contains("error: cannot write to standard output: no space left"), "{arguments:?}: {stderr}");
    }
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let output = project.command(&["man"]).env("LANG", "it_IT.UTF-8").stdout(full).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.starts_with("errore: non si può scrivere in standard output: il disco è pieno"), "{stderr}");
}

/// `fascicle man | head -c 1` ends as is the custom.
#[cfg(unix)]
#[test]
fn a_reader_who_has_gone_is_no_fault() {
    let project = Project::of_the_talk();
    for arguments in [&["man"][..], &["changes"], &["chart", "consenso", "--format", "png"], &["--help"]] {
        let mut child = project.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut stderr = String::new();
        child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        assert_eq!((child.wait().unwrap().code(), &*stderr), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn nesting_without_end_is_a_fault_at_its_place() {
    let many = 2_001;
    let deep =
        [format!("{} a", ">".repeat(many)), format!("{}a", "- ".repeat(many)), format!("{}a", "> - ".repeat(many))];
    // These do not all lie in one another, and are too long for a slide at least.
    let emphasis = format!("{}a{}", "*a ".repeat(many), "*".repeat(many));
    let strong = format!("{}a{}", "**a ".repeat(many), "** ".repeat(many));
    let flat = format!("{}a{}", "[".repeat(many), "](https://x.example)".repeat(many));
    for text in deep.iter().chain([&emphasis, &strong, &flat]) {
        let project = Project::of_the_talk();
        let before = project.read(CONCLUSIONS);
        project.write(CONCLUSIONS, &format!("{before}\n## Oltre\n\n{text}\n"));
        let line = format!("conclusions.md:{}:", before.lines().count() + 4);
        for arguments in [&["check"][..], &["build"], &["chart", "consenso"]] {
            let answer = project.run(arguments);
            assert!([Some(0), Some(1)].contains(&answer.code), "{:.80} {arguments:?}: {answer:.400?}", text);
            if text.starts_with(">") || text.starts_with("- ") {
                refused(&answer, 1, &["F035", "deep", &line, "1 fault in 1 file"]);
            }
        }
    }
    let project = Project::of_the_talk();
    for text in [
        format!("a: {}1{}\n", "[".repeat(100_000), "]".repeat(100_000)),
        format!("{}a\n", "- ".repeat(100_000)),
        format!("a: {}\n", "{a: ".repeat(100_000)),
    ] {
        project.write("content/sources.yaml", &text);
        refused(&project.run(&["check"]), 1, &["F002", "tables stand within tables", "sources.yaml"]);
    }
}

#[test]
fn expressions_without_end_are_faults() {
    let project = Project::of_the_talk();
    let before = project.read(CONCLUSIONS);
    for binding in [
        format!("{{{{ {}consenso.italia{} }}}}", "(".repeat(480), ")".repeat(480)),
        format!("{{{{ {}consenso.italia{} }}}}", "(".repeat(90_000), ")".repeat(90_000)),
        format!("{{{{ {}consenso.italia }}}}", "-".repeat(900)),
        format!("{{{{ {}consenso.italia{} }}}}", "above(".repeat(150), ")".repeat(150)),
        format!("a <!-- claim: {}consenso.italia{} < 5 -->", "(".repeat(400), ")".repeat(400)),
    ] {
        project.write(CONCLUSIONS, &format!("{before}\n## Oltre\n\n{binding}\n"));
        refused(&project.run(&["check"]), 1, &["conclusions.md"]);
    }
}

#[test]
fn loops_and_templates_that_call_themselves_end_with_a_fault_in_the_authors_file() {
    let project = Project::of_the_talk();
    let turns = "\n{% for a in range(end=1000) %}{% for b in range(end=1000) %}{% for c in range(end=1000) %}{% endfor %}\
                 {% endfor %}{% endfor %}";
    let lists = "\n{% set a = [[c for c in range(end=100000)] for b in range(end=100000)] %}";
    let long = "\n{% set a = \"0123456789\" %}{% for b in range(end=900000) %}{{ a }}{% endfor %}";
    let component = "{% component mine(a) %}\n{{ <mine a={a} /> }}{% endcomponent mine %}\n{{ <mine a=\"1\" /> }}";
    for (template, text, at, words) in [
        ("home.html", turns, "home.html:2", "turned more than a million times"),
        ("home.html", lists, "home.html:2", "turned more than a million times"),
        ("home.html", component, "home.html:2", "calls itself without end"),
        ("home.html", "\n\n{% include \"home.html\" %}", "home.html:3", "includes itself"),
        ("slide/closing.html", "\n{% include \"deck.html\" %}", "closing.html:2", "includes itself"),
        ("home.html", long, "home.html:2", "100000"),
    ] {
        let _ = fs::remove_dir_all(project.path("mine"));
        project.write(&format!("mine/templates/{template}"), text);
        let answer = project.run(&["build", "--theme", "mine", "--edition", "2024-11"]);
        refused(&answer, 1, &[&format!("mine/templates/{}", template.split('/').next().unwrap()), at, words]);
    }
    // A theme's own loops are as ever, with the white space that its author wants.
    project.write(
        "mine/templates/home.html",
        "{% for a in [1, 2] -%}\n  {{ a }};\n{%- endfor %}{% for b in range(end=3) %}b{% endfor %}",
    );
    let _ = fs::remove_dir_all(project.path("mine/templates/slide"));
    project.build(&["--theme", "mine"]);
    assert_eq!(project.read("output/index.html"), "1;2;bbb");
}

#[test]
fn threads_without_number_are_refused() {
    let project = Project::of_the_talk();
    refused(&project.run(&["check", "--jobs", "5000"]), 2, &["5000", "256"]);
    assert_eq!(project.run(&["check", "--jobs", "256"]).code, Some(0));
}

#[test]
fn the_site_cannot_take_the_place_of_the_themes() {
    let project = Project::of_the_talk();
    for output in ["themes", "themes/mine", "content/site", "."] {
        refused(&project.run(&["build", "--output", output]), 2, &["--output DIR"]);
    }
    project.write("mine/theme.yaml", "light:\n  accent: \"#14532D\"\n");
    refused(&project.run(&["build", "--theme", "mine", "--output", "mine"]), 2, &["themes must be folders apart"]);
    assert!(!project.path("themes").exists());
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_named_and_never_waited_for() {
    let project = Project::of_the_talk();
    fs::remove_file(project.path(CONSENT)).unwrap();
    fs::create_dir(project.path(CONSENT)).unwrap();
    let answer = project.run(&["check"]);
    refused(&answer, 1, &["observations/consenso.yaml", "this is a folder, not a file"]);
    fs::remove_dir(project.path(CONSENT)).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(project.path(CONSENT)).status().unwrap().success());
    let answer = project.run(&["check", "--lang", "it"]);
    refused(&answer, 1, &["observations/consenso.yaml", "questo è una pipe o un dispositivo"]);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_project_is_refused_unless_it_is_allowed() {
    use std::os::unix::fs::symlink;
    let project = Project::of_the_talk();
    fs::rename(project.path(CONSENT), project.path("elsewhere.yaml")).unwrap();
    symlink(project.path("elsewhere.yaml"), project.path(CONSENT)).unwrap();
    for arguments in [&["check"][..], &["build"], &["chart", "consenso"], &["changes"]] {
        let answer = project.run(arguments);
        refused(&answer, 1, &["F033", "consenso.yaml", "leads out of the folder", "--allow-links"]);
        assert_eq!(project.run(&[arguments, &["--allow-links"]].concat()).code, Some(0), "{arguments:?}");
    }
    project.write("themes/gimbe/theme.yaml", "light:\n  accent: \"#14532D\"\n");
    fs::create_dir_all(project.path("themes/gimbe/templates")).unwrap();
    symlink("/etc/passwd", project.path("themes/gimbe/templates/home.html")).unwrap();
    refused(&project.run(&["build"]), 2, &["home.html", "leads out of the folder", "--allow-links"]);
}

#[test]
fn keys_that_some_machine_cannot_hold_are_refused() {
    let project = Project::of_the_talk();
    let indicators = project.read("content/indicators.yaml");
    for key in ["con", "aux", "nul", "prn", "com1", "lpt9", "_consenso"] {
        project.write("content/indicators.yaml", &indicators.replace("\n  consenso:", &format!("\n  {key}:")));
        refused(&project.run(&["check"]), 1, &[&format!("`{key}` cannot be the key of")]);
    }
    project.write("content/indicators.yaml", &indicators);
    fs::rename(project.path("content/editions/2024-11"), project.path("content/editions/aux")).unwrap();
    let head = project.read("content/editions/aux/edition.yaml");
    project.write("content/editions/aux/edition.yaml", &format!("{head}\nperiod: 2024-11\n"));
    refused(&project.run(&["check"]), 1, &["the folder `aux` cannot be an address"]);
}

/// Odd names and places: each is answered, and none with a panic.
#[cfg(unix)]
#[test]
fn odd_names_and_places_are_answered() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    /// What is odd, and how a project is made so.
    type Odd = (&'static str, fn(&Project));
    let cases: [Odd; 14] = [
        ("a newline in a name", |project| project.write("content/narrative/a\nb.md", "# A\n\nb\n")),
        ("a name that is not UTF-8", |project| {
            fs::write(project.path("content/narrative").join(OsStr::from_bytes(b"caf\xE9.md")), "# A\n\nb\n").unwrap();
        }),
        ("a folder that is not UTF-8", |project| {
            fs::create_dir(project.path("content/editions").join(OsStr::from_bytes(b"20\xFF"))).unwrap();
        }),
        ("content is a file", |project| {
            fs::remove_dir_all(project.path("content")).unwrap();
            project.write("content", "");
        }),
        ("content is a pipe", |project| {
            fs::remove_dir_all(project.path("content")).unwrap();
            assert!(std::process::Command::new("mkfifo").arg(project.path("content")).status().unwrap().success());
        }),
        ("editions is a file", |project| {
            fs::remove_dir_all(project.path("content/editions")).unwrap();
            project.write("content/editions", "");
        }),
        ("a template of nothing", |project| project.write("themes/gimbe/templates/home.html", "")),
        ("a theme of nothing", |project| fs::create_dir_all(project.path("themes/gimbe")).unwrap()),
        ("themes is a file", |project| project.write("themes", "")),
        ("files of nothing", |project| {
            for path in ["site.yaml", "indicators.yaml", "outline.yaml"] {
                project.write(&format!("content/{path}"), "");
            }
        }),
        ("capitals alone tell two names apart", |project| {
            project.write("content/editions/2024-06_2024-08/narrative/Conclusions.md", "# A\n\nb\n");
        }),
        ("a link to itself", |project| symlink("self.yaml", project.path("content/self.yaml")).unwrap()),
        ("a link to nowhere", |project| symlink("nowhere", project.path("content/sources.yaml")).unwrap()),
        ("a folder that nobody may read", |project| {
            let folder = project.path("content/editions/2024-11/observations");
            fs::set_permissions(folder, fs::Permissions::from_mode(0o000)).unwrap();
        }),
    ];
    for (name, prepare) in cases {
        let project = Project::of_the_talk();
        prepare(&project);
        for arguments in [&["check"][..], &["build"]] {
            let answer = project.run(arguments);
            let known = [Some(0), Some(1), Some(2)].contains(&answer.code);
            assert!(known && !answer.stderr.contains("panicked"), "{name}: {answer:?}");
            assert!(answer.code == Some(0) || answer.stderr.contains("error"), "{name}: {answer:?}");
        }
        let observations = project.path("content/editions/2024-11/observations");
        if observations.exists() {
            fs::set_permissions(observations, fs::Permissions::from_mode(0o755)).unwrap();
        }
    }
    let project = Project::of_the_talk();
    let long = "x".repeat(300);
    refused(&project.run(&["build", "--output", &long]), 2, &["error: "]);
    refused(&project.run(&["chart", "consenso", "--output", &format!("{long}.svg")]), 2, &["error: "]);
    refused(&project.run(&["init", &long]), 2, &["error: "]);
}

#[test]
fn a_site_that_has_lost_its_editions_stays_as_it_was() {
    let project = Project::of_the_talk();
    project.build(&["--edition", "2024-11"]);
    let before = project.state("output");
    fs::remove_dir_all(project.path("content/editions")).unwrap();
    let answer = project.run(&["build"]);
    refused(&answer, 1, &["error[F030]: there is no edition", "The site in output was left as it was."]);
    assert_eq!(project.state("output"), before);
}

/// A name of three million letters takes no longer than another, and is not told whole.
#[test]
fn a_name_of_millions_of_letters_is_told_in_a_line() {
    let project = Project::of_the_talk();
    let name = "Lombar ".repeat(400_000);
    fs::remove_file(project.path("content/editions/2024-11/observations/consenso.yaml")).unwrap();
    project.write("content/editions/2024-11/observations/consenso.csv", &format!("territory,value\n{name},3\n"));
    let answer = project.run(&["check"]);
    refused(&answer, 1, &["error[F007]"]);
    assert!(answer.stderr.len() < 20_000, "{} bytes", answer.stderr.len());
}
