//! Times whole builds, from the disk to the disk, of 1, 12 and 200 periods of the workload W.
//!
//!     cargo bench                          medians, and the most memory a build takes
//!     cargo bench -- --write DIR N         writes the content of N periods, to time the command itself
//!
//! Both folders stand in memory (`/dev/shm`) where there is such a place, so that the program is timed and not the disk.

#[path = "workload/content.rs"]
mod content;

use fascicle::disk::{self, Staging, Written};
use fascicle::{Request, Site};
use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const SEED: u64 = 2024;

/// Periods, and how many times they are built.
const SIZES: [(usize, usize); 3] = [(1, 31), (12, 15), (200, 7)];

/// The command's own: what is timed is what people run.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    // Cargo adds `--bench`.
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--write", folder, periods] => {
            let periods = periods.parse().expect("N is a number of periods");
            content::write(Path::new(folder), periods, SEED).expect("the folder can be written");
        }
        ["--memory-of", content, output] => {
            build(Path::new(content), Path::new(output));
            println!("{}", most_memory().unwrap_or_default());
        }
        [] => measure(),
        _ => panic!("usage: cargo bench [-- --write DIR N]"),
    }
}

/// One whole build.
fn build(content: &Path, output: &Path) -> Written {
    let loaded = disk::load(content).unwrap_or_else(|error| panic!("{error}"));
    let site = Site::check(&loaded, &Request::default()).unwrap_or_else(|faults| {
        panic!("{}", fascicle::diag::print(&faults.list, &faults.sources, fascicle::diag::Language::English, false))
    });
    let staging = Staging::begin(output).unwrap_or_else(|error| panic!("{error}"));
    let ready = site.ready().unwrap_or_else(|faults| panic!("{:?}", faults.list));
    ready.write(|artifact| staging.put(artifact)).unwrap_or_else(|error| panic!("{error}"));
    staging.finish().unwrap_or_else(|error| panic!("{error}"))
}

fn measure() {
    let memory = Path::new("/dev/shm");
    let home = if memory.is_dir() { memory.to_owned() } else { env::temp_dir() };
    let home = home.join(format!("fascicle-bench-{}", std::process::id()));
    println!(
        "{:>8} {:>6} {:>12} {:>12} {:>8} {:>10} {:>10}",
        "periods", "runs", "first", "again", "files", "bytes", "memory"
    );
    for (periods, runs) in SIZES {
        let (content, output) = (home.join("content"), home.join("output"));
        content::write(&content, periods, SEED).expect("the folder can be written");
        let (mut first, mut again, mut written) = (Vec::new(), Vec::new(), Written::default());
        for _ in 0..runs {
            let _ = fs::remove_dir_all(&output);
            first.push(timed(|| written = build(&content, &output)));
            again
                .push(timed(|| assert_eq!(build(&content, &output).written, 0, "the same input gives the same bytes")));
        }
        let _ = fs::remove_dir_all(&output);
        println!(
            "{periods:>8} {runs:>6} {:>12} {:>12} {:>8} {:>10} {:>10}",
            shown(median(first)),
            shown(median(again)),
            written.written,
            format!("{:.1} MB", written.bytes as f64 / 1e6),
            memory_of(&content, &output),
        );
        fs::remove_dir_all(&home).expect("our own folder can be removed");
    }
}

/// The most memory one build takes, in a process of its own.
fn memory_of(content: &Path, output: &Path) -> String {
    let this = env::current_exe().expect("this program has a path");
    let child = Command::new(this).arg("--memory-of").args([content, output]).output().expect("this program runs");
    match String::from_utf8_lossy(&child.stdout).trim().parse::<f64>() {
        Ok(kibibytes) if kibibytes > 0.0 => format!("{:.1} MiB", kibibytes / 1024.0),
        _ => "unknown".to_owned(),
    }
}

/// In KiB. Linux says it; other systems would need a crate.
fn most_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn shown(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}
