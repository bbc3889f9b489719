//! A build killed at any moment leaves the whole old site or the whole new one.

use crate::common::project::Project;
use std::collections::BTreeMap;
use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// xorshift64: the same moments at every run, as far as a machine allows.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// The talk, and the talk with a figure changed and an edition gone.
fn two_contents() -> Project {
    let project = Project::of_the_talk();
    crate::common::project::copy(&project.path("content"), &project.path("changed"));
    project.change("changed/editions/2024-06_2024-08/observations/consenso.yaml", "Puglia: 69", "Puglia: 70");
    fs::remove_dir_all(project.path("changed/editions/2024-11")).unwrap();
    project
}

#[test]
fn fifty_kills_never_leave_half_a_site() {
    let project = two_contents();
    let contents = ["content", "changed"];
    let started = Instant::now();
    let sites: [BTreeMap<String, Vec<u8>>; 2] = contents.map(|content| {
        let output = format!("site-of-{content}");
        project.build(&["--content", content, "--output", &output]);
        let mut files = project.files(&output);
        files.insert("mine.txt".to_owned(), b"mine".to_vec());
        files
    });
    let usual = started.elapsed() / 2;
    project.build(&[]);
    project.write("output/mine.txt", "mine");

    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let (mut seen, mut killed_while_writing, mut turn) = ([0; 2], 0, 0);
    // Fifty kills, and more where too few have met a build at work: how fast it is, is the machine's affair.
    while turn < 50 || (killed_while_writing < 10 && turn < 500) {
        let content = contents[(turn + 1) % 2];
        let mut child = project.command(&["build", "--quiet", "--content", content]).spawn().unwrap();
        if turn % 5 == 4 {
            // Now and then one is let live, so that both sites come to stand.
            child.wait().unwrap();
        } else {
            sleep(Duration::from_micros(random.below(usual.as_micros() as u64 * 5 / 4)));
            // It may have ended before.
            let _ = child.kill();
            child.wait().unwrap();
            killed_while_writing += usize::from(project.path(".output.staging").exists());
        }
        let found = project.files("output");
        let which = sites.iter().position(|site| *site == found);
        seen[which.unwrap_or_else(|| panic!("half a site: {:?}", found.keys()))] += 1;
        turn += 1;
    }
    // Else the kills have not met what they were to meet.
    assert!(seen[0] > 0 && seen[1] > 0 && killed_while_writing > 0, "{seen:?}, {killed_while_writing}");

    // And the next build goes as if nothing had happened.
    project.build(&[]);
    assert!(project.files("output") == sites[0]);
    assert!(!project.path(".output.staging").exists() && !project.path(".output.staging.old").exists());
}

#[test]
fn a_killed_mend_is_whole_after_the_next_command_or_has_not_begun() {
    let project = Project::of_the_talk();
    // A decimal comma in every file that has the line.
    let wrong: Vec<(String, String)> = project
        .files("content/editions")
        .into_iter()
        .filter_map(|(path, bytes)| {
            let text = String::from_utf8(bytes).unwrap();
            let end = text.find("Puglia: ").and_then(|at| Some(at + text[at..].find('\n')?))?;
            let is_number = text[..end].ends_with(|sign: char| sign.is_ascii_digit());
            is_number.then(|| (format!("content/editions/{path}"), format!("{},0{}", &text[..end], &text[end..])))
        })
        .collect();
    assert!(wrong.len() > 1, "{wrong:?}");
    let put = || wrong.iter().for_each(|(path, text)| project.write(path, text));
    let now = || wrong.iter().map(|(path, _)| project.read(path)).collect::<Vec<_>>();
    put();
    let before = now();
    let started = Instant::now();
    project.run(&["check", "--fix"]);
    let usual = started.elapsed();
    let after = now();
    assert!(before.iter().zip(&after).all(|(before, after)| before != after));

    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for _ in 0..12 {
        put();
        let mut child = project.command(&["check", "--fix"]).stderr(std::process::Stdio::null()).spawn().unwrap();
        sleep(Duration::from_micros(random.below(usual.as_micros() as u64)));
        let _ = child.kill();
        child.wait().unwrap();
        project.run(&["check"]);
        let found = now();
        assert!(found == before || found == after, "half of the files were mended");
        let is_stray = |path: &String| [".new", ".old", ".journal"].iter().any(|ending| path.ends_with(ending));
        let strays: Vec<String> = project.files("content").into_keys().filter(is_stray).collect();
        assert!(strays.is_empty(), "{strays:?}");
    }
}
