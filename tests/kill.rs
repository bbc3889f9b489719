//! A build killed at any moment leaves the whole old site or the whole new one.
#![cfg(unix)]

#[path = "../benches/workload/content.rs"]
mod content;

use fascicle::disk::Staging;
use fascicle::render::Artifact;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::tempdir;

/// Names the folder of the child's work.
const OUTPUT: &str = "FASCICLE_TEST_KILLED_OUTPUT";

/// A site of sixty files. Some stay as they are, most change, two stand in one edition of the site only.
fn site(which: usize) -> BTreeMap<String, Vec<u8>> {
    let name = ["even", "odd"][which];
    let mut files = BTreeMap::new();
    for n in 0..58_usize {
        let words = if n % 5 == 0 { "same" } else { name };
        files.insert(format!("2024-{:02}/figures/{n}.svg", n % 6), words.repeat(2_000 * (1 + n % 3)).into_bytes());
    }
    files.insert(format!("{name}.html"), name.into());
    files.insert(format!("{name}/index.html"), name.into());
    files
}

fn read(output: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(output).into_iter().map(Result::unwrap);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(output).unwrap().to_str().unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .filter(|(path, _)| path != ".fascicle")
        .collect()
}

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

#[test]
#[ignore = "it is the child of the test below, and never ends"]
fn writes_one_site_after_the_other_until_killed() {
    let Some(output) = std::env::var_os(OUTPUT) else { return };
    for turn in 0.. {
        let staging = Staging::begin(Path::new(&output)).unwrap();
        for (path, bytes) in site(turn % 2) {
            staging.put(Artifact { path, bytes }).unwrap();
        }
        staging.finish().unwrap();
    }
}

#[test]
fn fifty_kills_never_leave_half_a_site() {
    let home = tempdir().unwrap();
    let output = home.path().join("output");
    fs::create_dir(&output).unwrap();
    fs::write(output.join("mine.txt"), "mine").unwrap();
    let staging = Staging::begin(&output).unwrap();
    for (path, bytes) in site(0) {
        staging.put(Artifact { path, bytes }).unwrap();
    }
    staging.finish().unwrap();

    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut seen = [0; 2];
    let mut caught_at_work = 0;
    for _ in 0..50 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "writes_one_site_after_the_other_until_killed"])
            .env(OUTPUT, &output)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        sleep(Duration::from_micros(2_000 + random.below(30_000)));
        assert!(child.try_wait().unwrap().is_none(), "the child ended by itself");
        child.kill().unwrap();
        child.wait().unwrap();

        let mut found = read(&output);
        assert_eq!(found.remove("mine.txt").as_deref(), Some(b"mine".as_slice()));
        let which = usize::from(found.contains_key("odd.html"));
        assert!(found == site(which), "half a site: {:?}", found.keys());
        seen[which] += 1;
        caught_at_work += usize::from(home.path().join(".output.staging").exists());
    }
    // Else the kills have not met what they were to meet.
    assert!(seen[0] > 3 && seen[1] > 3 && caught_at_work > 10, "{seen:?}, {caught_at_work}");
}

#[test]
fn the_command_killed_leaves_a_whole_site_too() {
    let home = tempdir().unwrap();
    // Two contents, and the sites they give.
    let build = |content: &str, output: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fascicle"));
        command.current_dir(home.path()).args(["build", "--quiet", "--content", content, "--output", output]);
        command
    };
    let started = Instant::now();
    let sites = [("two", 2), ("three", 3)].map(|(name, periods)| {
        content::write(&home.path().join(name), periods, 2024).unwrap();
        let output = format!("site-of-{name}");
        assert!(build(name, &output).status().unwrap().success());
        read(&home.path().join(output))
    });
    let usual = started.elapsed() / 2;
    assert!(build("two", "output").status().unwrap().success());

    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for turn in 0..50 {
        let mut child = build(["three", "two"][turn % 2], "output").spawn().unwrap();
        sleep(Duration::from_micros(random.below(usual.as_micros() as u64 + 1_000)));
        // It may have ended before.
        let _ = child.kill();
        child.wait().unwrap();
        let found = read(&home.path().join("output"));
        assert!(sites.contains(&found), "half a site: {:?}", found.keys());
    }
}
