//! What shells and manuals are told: every command, in each of them.

use crate::common::mistake::Files;
use crate::common::project::Project;

/// The commands that help lists.
fn commands(project: &Project) -> Vec<String> {
    let help = project.run(&["--help"]).stdout;
    let (_, list) = help.split_once("\nCommands:\n").unwrap();
    let lines = list.lines().take_while(|line| !line.is_empty());
    // A description goes on further to the right.
    let names = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.map(|line| line.split_whitespace().next().unwrap().to_owned()).collect()
}

#[test]
fn every_shell_completes_every_command_and_its_options() {
    let project = Project::of(&Files::new());
    let commands = commands(&project);
    assert!(commands.len() > 6 && commands.contains(&"new".to_owned()), "{commands:?}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let answer = project.run(&["completions", shell]);
        assert_eq!((answer.code, &*answer.stderr), (Some(0), ""), "{shell}");
        for word in commands.iter().map(String::as_str).chain(["from", "edition", "content"]) {
            assert!(answer.stdout.contains(word), "{shell} does not complete {word}");
        }
    }
    assert_eq!(project.run(&["completions", "tcsh"]).code, Some(2));
}

#[test]
fn the_manual_has_a_part_for_every_command_and_keeps_the_lines_of_examples() {
    let project = Project::of(&Files::new());
    let answer = project.run(&["man"]);
    assert_eq!((answer.code, &*answer.stderr), (Some(0), ""));
    let page = answer.stdout;
    assert!(page.contains("\n.TH fascicle 1"), "{page}");
    for command in commands(&project).iter().filter(|command| *command != "help") {
        let heading = format!("\n.SH \"FASCICLE {}\"\n", command.to_uppercase());
        let (_, part) = page.split_once(&heading).unwrap_or_else(|| panic!("there is no part {command}"));
        let synopsis = format!(".SS SYNOPSIS\n\\fBfascicle {command}\\fR");
        assert!(part.contains(&synopsis), "{command} has no synopsis");
    }
    let (_, examples) = page.split_once(".SH EXAMPLES\n.nf\n").unwrap();
    assert!(examples.contains("\n  fascicle new ") && examples.contains("\n.fi\n"), "{examples}");
}
