//! The preview as a browser and an author meet it: the real command, real sockets, real saves.

use crate::common::project::Project;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Nothing takes so long on any machine.
const PATIENCE: Duration = Duration::from_secs(60);
const CONSENT: &str = "content/editions/2024-06_2024-08/observations/consenso.yaml";

/// A preview at work, ended when dropped.
struct Preview {
    child: Child,
    port: u16,
    terminal: Receiver<String>,
}

/// What was answered.
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Preview {
    /// Begins on a port that is free.
    fn begin(project: &Project, arguments: &[&str]) -> Preview {
        let mut child = project
            .command(&[["serve", "--port", "0"].as_slice(), arguments].concat())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (tell, terminal) = channel();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| tell.send(line)));
        let mut preview = Preview { child, port: 0, terminal };
        let line = preview.said("http://127.0.0.1:");
        let port = line.split_once("http://127.0.0.1:").unwrap().1.split('/').next().unwrap();
        preview.port = port.parse().unwrap();
        preview
    }

    /// Waits for a line of the terminal that has some words.
    fn said(&self, words: &str) -> String {
        let mut before = Vec::new();
        loop {
            match self.terminal.recv_timeout(PATIENCE) {
                Ok(line) if line.contains(words) => return line,
                Ok(line) => before.push(line),
                Err(_) => panic!("the terminal does not say `{words}`, but:\n{}", before.join("\n")),
            }
        }
    }

    /// Sends bytes as they are.
    fn raw(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer with a head");
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let (first, rest) = head.split_once("\r\n").unwrap();
        let headers = rest.lines().map(|line| line.split_once(": ").unwrap());
        Answer {
            status: first.split(' ').nth(1).unwrap().parse().unwrap(),
            headers: headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect(),
            body: bytes[end + 4..].to_vec(),
        }
    }

    fn get(&self, path: &str) -> Answer {
        self.raw(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port))
    }

    /// What is told, now and later.
    fn events(&self) -> Events {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "GET /.fascicle/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port).unwrap();
        Events(BufReader::new(stream))
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Events(BufReader<TcpStream>);

impl Events {
    /// The next event: its name, and what it says.
    fn next(&mut self) -> (String, Value) {
        let mut name = String::new();
        loop {
            let mut line = String::new();
            assert_ne!(self.0.read_line(&mut line).unwrap(), 0, "the events have ended");
            // The lines between are lengths of chunks.
            if let Some(event) = line.trim_end().strip_prefix("event: ") {
                name = event.to_owned();
            } else if let Some(data) = line.strip_prefix("data: ") {
                return (name, serde_json::from_str(data).unwrap());
            }
        }
    }

    /// The next event of a name; a save may be told in two steps.
    fn until(&mut self, name: &str) -> Value {
        loop {
            let (next, news) = self.next();
            if next == name {
                return news;
            }
        }
    }
}

impl Answer {
    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

#[test]
fn other_hosts_are_refused_whatever_way_they_are_named() {
    let preview = Preview::begin(&Project::of_the_talk(), &[]);
    let port = preview.port;
    let asked =
        |target: &str, hosts: &str| preview.raw(&format!("GET {target} HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n"));
    for host in ["127.0.0.1", "localhost", "LocalHost", "[::1]"] {
        assert_eq!(asked("/", &format!("Host: {host}:{port}\r\n")).status, 200, "{host}");
    }
    let (other, evil) = (port ^ 1, format!("evil.example:{port}"));
    for host in [
        evil.clone(),
        "evil.example".into(),
        "localhost".into(),
        "127.0.0.1".into(),
        "[::1]".into(),
        format!("localhost:{other}"),
        format!("127.0.0.1:{other}"),
        format!("127.0.0.2:{port}"),
        format!("0.0.0.0:{port}"),
        format!("2130706433:{port}"),
        format!("localhost.evil.example:{port}"),
        format!("127.0.0.1.evil.example:{port}"),
        format!("localhost.:{port}"),
        format!("localhost:{port}:{port}"),
        format!("evil@localhost:{port}"),
        format!("[::1]x:{port}"),
        String::new(),
    ] {
        for target in ["/", "/.fascicle/events", "/.fascicle/live.js"] {
            let answer = asked(target, &format!("Host: {host}\r\n"));
            assert_eq!(answer.status, 421, "{host}");
            assert!(answer.text().contains(&format!("http://127.0.0.1:{port}/")), "{host}");
        }
    }
    let ours = format!("127.0.0.1:{port}");
    assert_eq!(asked("/", "").status, 421, "no name at all");
    assert!([400, 421].contains(&asked("/", &format!("Host: {ours}\r\nHost: {evil}\r\n")).status), "two names");
    assert_eq!(asked(&format!("http://{evil}/"), &format!("Host: {ours}\r\n")).status, 421, "another in the address");
    assert_eq!(asked(&format!("http://{ours}/"), &format!("Host: {ours}\r\n")).status, 200, "the same in the address");
}

#[test]
fn nothing_but_the_site_is_served_and_no_other_site_may_read_it() {
    let project = Project::of_the_talk();
    project.write("secret.txt", "a secret");
    project.write("content/.hidden", "a secret");
    let preview = Preview::begin(&project, &[]);
    for path in [
        "/../secret.txt",
        "/2024-11/../../secret.txt",
        "/2024-11/../index.html",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e/secret.txt",
        "/....//secret.txt",
        "/./secret.txt",
        "//secret.txt",
        "//etc/passwd",
        "/etc/passwd",
        "/%2fetc%2fpasswd",
        "/secret.txt",
        "/content/site.yaml",
        "/content/.hidden",
        "/site.yaml",
        "/.fascicle",
        "/.fascicle/",
        "/.fascicle/live.css",
        "/.fascicle/../index.html",
        "/%69ndex.html",
        "/index.html%00",
        "/index.html/",
        "/INDEX.HTML",
        "/themes/gimbe/theme.yaml",
        "/c:/windows/win.ini",
    ] {
        let answer = preview.get(path);
        assert!([400, 404].contains(&answer.status), "{path}: {}", answer.status);
        assert!(!answer.text().contains("a secret") && !answer.text().contains("root:"), "{path}");
    }
    for path in ["/", "/2024-11/slides.html", "/assets/style.css", "/.fascicle/live.js", "/nothing", "/2024-11"] {
        let answer = preview.raw(&format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nOrigin: http://evil.example\r\nConnection: close\r\n\r\n",
            preview.port
        ));
        assert!(!answer.headers.keys().any(|name| name.starts_with("access-control")), "{path}: {:?}", answer.headers);
        assert_eq!(answer.headers["cross-origin-resource-policy"], "same-origin", "{path}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(answer.headers["cache-control"], "no-store", "{path}");
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let host = preview.port;
        let answer = preview.raw(&format!(
            "{method} / HTTP/1.1\r\nHost: 127.0.0.1:{host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        ));
        assert_eq!((answer.status, answer.headers["allow"].as_str()), (405, "GET, HEAD"), "{method}");
    }
}

#[test]
fn the_preview_is_the_built_site_with_one_script_more() {
    let project = Project::of_the_talk();
    project.build(&["--quiet"]);
    let preview = Preview::begin(&project, &[]);
    let mut kinds = BTreeMap::new();
    for (path, built) in project.files("output").into_iter().filter(|(path, _)| path != ".fascicle") {
        let answer = preview.get(&format!("/{path}"));
        assert_eq!(answer.status, 200, "{path}");
        let ending = path.rsplit('.').next().unwrap().to_owned();
        if ending == "html" && !path.ends_with("/notice.html") {
            let (built, shown) = (String::from_utf8(built).unwrap(), answer.text());
            assert!(!built.contains(".fascicle/"), "{path}: the built site does not follow anything");
            // The policy lets our script in and nothing else; then the script, last of the body.
            let allowed = |text: &str| {
                text.replace("script-src 'unsafe-inline' 'self';", "script-src 'unsafe-inline';")
                    .replace("; script-src 'self'; connect-src 'self'\">", "\">")
                    .replace("; connect-src 'self'\">", "\">")
            };
            let (head, tail) = shown.split_once("<script src=\"/.fascicle/live.js\"").expect("the script is there");
            let (_, tail) = tail.split_once("</script>\n").unwrap();
            assert_eq!(tail, "</body>\n</html>\n", "{path}");
            assert!(allowed(head) + tail == built, "{path} differs in more than that");
        } else {
            assert!(answer.body == built, "{path}");
        }
        kinds.insert(ending, answer.headers["content-type"].clone());
    }
    let expected = [
        ("css", "text/css; charset=utf-8"),
        ("csv", "text/csv; charset=utf-8"),
        ("html", "text/html; charset=utf-8"),
        ("json", "application/json"),
        ("nojekyll", "application/octet-stream"),
        ("svg", "image/svg+xml"),
    ];
    assert_eq!(kinds, expected.map(|(ending, kind)| (ending.to_owned(), kind.to_owned())).into());
    // Folders are their pages.
    assert_eq!(preview.get("/").body.len(), preview.get("/index.html").body.len());
    assert_eq!(preview.get("/2024-11").headers["location"], "/2024-11/");
    assert_eq!(preview.get("/2024-11/").body.len(), preview.get("/2024-11/index.html").body.len());
}

#[test]
fn saves_are_told_and_faults_too_in_the_words_of_check() {
    let project = Project::of_the_talk();
    let before = project.state("");
    let preview = Preview::begin(&project, &[]);
    let mut events = preview.events();
    let (name, first) = events.next();
    assert_eq!((name.as_str(), &first["faults"], &first["text"]), ("built", &0.into(), &"".into()));

    project.change(CONSENT, "Puglia: 69", "Puglia: 68");
    let second = events.until("built");
    assert_ne!(first["site"], second["site"]);
    assert!(preview.said("Rebuilt in").ends_with(&format!(": {CONSENT}")));
    let page = preview.get("/2024-06_2024-08/slides.html");
    assert!(page.text().contains("68%"));
    assert_eq!(page.headers["fascicle-site"], second["site"], "a page says which site it is of");

    project.change(CONSENT, "Puglia: 68", "Puglia: 68,5");
    let wrong = events.until("faults");
    let check = project.run(&["check"]);
    assert_eq!(wrong["text"], check.stderr);
    assert_eq!(wrong["site"], second["site"]);
    assert!(check.stderr.contains("error[F016]"));
    assert_eq!(wrong["faults"], check.stderr.matches("error[F").count());
    for line in check.stderr.lines().filter(|line| !line.is_empty()) {
        preview.said(line);
    }
    assert!(preview.get("/2024-06_2024-08/slides.html").text().contains("68%"), "the last good one stands");

    // As editors do: a new file in the place of the old.
    let text = project.read(CONSENT).replace("Puglia: 68,5", "Puglia: 69");
    project.write(&format!("{CONSENT}.tmp"), &text);
    fs::rename(project.path(&format!("{CONSENT}.tmp")), project.path(CONSENT)).unwrap();
    let mended = events.until("built");
    assert_eq!(mended["text"], "");
    assert!(preview.get("/2024-06_2024-08/slides.html").text().contains("69%"));

    // Nothing is written: the folder is as it was, but for the time of the file saved.
    drop(preview);
    let (before, after) = (contents(before), contents(project.state("")));
    assert!(before == after, "{:?}", after.keys().filter(|path| !before.contains_key(*path)).collect::<Vec<_>>());
}

fn contents(state: crate::common::project::State) -> BTreeMap<String, Option<Vec<u8>>> {
    state.into_iter().map(|(path, (bytes, _))| (path, bytes)).collect()
}

#[test]
fn an_italian_reads_the_faults_in_italian() {
    let project = Project::of_the_talk();
    let preview = Preview::begin(&project, &["--lang", "it"]);
    let mut events = preview.events();
    events.next();
    project.change(CONSENT, "Puglia: 69", "Puglia: 69,5");
    let wrong = events.until("faults");
    assert_eq!(wrong["text"], project.run(&["check", "--lang", "it"]).stderr);
    assert!(wrong["text"].as_str().unwrap().contains("errore[F016]"), "{wrong}");
    assert!(wrong["title"].as_str().unwrap().starts_with("Il sito non si può rifare: "), "{wrong}");
    preview.said("Resta visibile l’ultimo sito senza errori");
    project.change(CONSENT, "Puglia: 69,5", "Puglia: 68");
    preview.said("Rifatto in ");
    assert!(preview.get("/").text().contains("data-lang=\"it\""));
}

#[test]
fn a_save_that_changes_nothing_is_not_told() {
    let project = Project::of_the_talk();
    let preview = Preview::begin(&project, &[]);
    let mut events = preview.events();
    events.next();
    project.write("content/.again", &project.read(CONSENT));
    fs::rename(project.path("content/.again"), project.path(CONSENT)).unwrap();
    project.write("content/.site.yaml.swp", "an editor's");
    project.write("content/site.yaml~", "an editor's");
    thread::sleep(Duration::from_millis(300));
    project.change(CONSENT, "Puglia: 69", "Puglia: 68");
    let (_, news) = events.next();
    assert!(news["turn"].as_str().unwrap().ends_with("-2"), "{news}");
}

#[test]
fn with_faults_at_the_start_they_are_the_page_until_mended() {
    let project = Project::of_the_talk();
    project.change(CONSENT, "Puglia: 69", "Puglia: <69>");
    let preview = Preview::begin(&project, &[]);
    let check = project.run(&["check"]);
    for path in ["/", "/2024-11/slides.html"] {
        let page = preview.get(path);
        assert_eq!(page.status, 503);
        let shown = page.text().split_once("<pre tabindex=\"0\">").unwrap().1.split_once("</pre>").unwrap().0;
        assert_eq!(unescaped(shown), check.stderr);
        assert!(page.text().contains("/.fascicle/live.js"), "it heals itself");
    }
    let mut events = preview.events();
    assert_eq!(events.next().1["site"], "");
    project.change(CONSENT, "Puglia: <69>", "Puglia: 69");
    events.until("built");
    assert_eq!(preview.get("/2024-11/slides.html").status, 200);
}

fn unescaped(html: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .into_iter()
        .fold(html.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

#[test]
fn folders_that_go_and_come_back_are_followed() {
    let project = Project::of_the_talk();
    let preview = Preview::begin(&project, &[]);
    let mut events = preview.events();
    events.next();
    fs::rename(project.path("content/editions/2024-11"), project.path("content/editions/2024-12")).unwrap();
    events.until("built");
    assert_eq!(preview.get("/2024-11/").status, 404);
    assert_eq!(preview.get("/2024-12/").status, 200);

    fs::rename(project.path("content"), project.path("aside")).unwrap();
    let gone = events.until("faults");
    assert!(gone["text"].as_str().unwrap().starts_with("error: cannot find the content folder content; "), "{gone}");
    assert_eq!(preview.get("/2024-12/").status, 200, "the last good one stands");
    fs::rename(project.path("aside"), project.path("content")).unwrap();
    events.until("built");

    fs::remove_dir_all(project.path("content")).unwrap();
    events.until("faults");
    crate::common::project::copy(
        &std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/talk"),
        &project.path("content"),
    );
    loop {
        // Copying is a burst; what is seen in the middle of it may have faults.
        if events.until("built")["faults"] == 0 && preview.get("/2024-11/").status == 200 {
            break;
        }
    }
    project.change(CONSENT, "Puglia: 69", "Puglia: 68");
    while !preview.get("/2024-06_2024-08/slides.html").text().contains("68%") {
        events.until("built");
    }
}

#[test]
fn themes_are_followed_beside_the_content_and_where_they_are_named() {
    let project = Project::of_the_talk();
    project.write("blu/theme.yaml", "light:\n  accent: \"#123456\"\n");
    let preview = Preview::begin(&project, &["--theme", "blu"]);
    let mut events = preview.events();
    events.next();
    assert!(preview.get("/assets/style.css").text().contains("#123456"));
    project.write("blu/theme.yaml", "light:\n  accent: \"#123457\"\n");
    events.until("built");
    assert!(preview.get("/assets/style.css").text().contains("#123457"));
    preview.said("blu/theme.yaml");
    project.write("blu/templates/home.html", "{{ no_such_name }}");
    let wrong = events.until("faults");
    assert!(wrong["text"].as_str().unwrap().contains("no_such_name"), "{wrong}");
    drop(preview);

    let preview = Preview::begin(&project, &[]);
    let mut events = preview.events();
    events.next();
    project.write("themes/verde/theme.yaml", "light:\n  accent: \"#14532D\"\n");
    let site = project.read("content/site.yaml");
    project.write("content/site.yaml", &format!("{}theme: verde\n", without_theme(&site)));
    while !preview.get("/assets/style.css").text().contains("#14532D") {
        events.next();
    }
    project.write("themes/verde/theme.yaml", "light:\n  accent: \"#14532E\"\n");
    while !preview.get("/assets/style.css").text().contains("#14532E") {
        events.next();
    }
}

fn without_theme(site: &str) -> String {
    site.lines().filter(|line| !line.starts_with("theme:")).map(|line| format!("{line}\n")).collect()
}

#[test]
fn one_edition_can_be_shown_alone() {
    let preview = Preview::begin(&Project::of_the_talk(), &["--edition", "2024-11"]);
    assert_eq!(preview.get("/2024-11/slides.html").status, 200);
    let other = preview.get("/2024-06_2024-08/slides.html");
    assert_eq!(other.status, 404);
    assert!(other.text().contains("--edition"), "{}", other.text());
}

#[test]
fn a_port_that_is_taken_is_said_with_what_to_do() {
    let project = Project::of_the_talk();
    let preview = Preview::begin(&project, &[]);
    let port = preview.port.to_string();
    let answer = project.run(&["serve", "--port", &port]);
    assert_eq!((answer.code, answer.stderr.lines().count()), (Some(2), 1), "{}", answer.stderr);
    for words in [&format!("cannot listen on 127.0.0.1:{port}"), "perhaps another `fascicle serve` is open", "--port 0"]
    {
        assert!(answer.stderr.contains(words), "`{words}` is not in {}", answer.stderr);
    }
    let answer = project.run(&["serve", "--port", "0", "--content", "nowhere"]);
    assert_eq!(answer.code, Some(2));
    assert!(answer.stderr.contains("cannot find the content folder nowhere"), "{}", answer.stderr);
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_well_even_while_a_browser_listens() {
    let mut preview = Preview::begin(&Project::of_the_talk(), &[]);
    let mut events = preview.events();
    events.next();
    assert!(Command::new("kill").args(["-INT", &preview.child.id().to_string()]).status().unwrap().success());
    assert_eq!(preview.child.wait().unwrap().code(), Some(0));
    assert_eq!(preview.said("Preview ended"), "Preview ended");
}

/// `cargo test --release --test suite serve:: -- --ignored --nocapture` prints the figures.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "takes a minute or two"]
fn a_thousand_saves_leave_memory_flat() {
    let project = Project::of_the_talk();
    let preview = Preview::begin(&project, &[]);
    let resident = || {
        let status = fs::read_to_string(format!("/proc/{}/status", preview.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_ascii_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
    };
    let text = project.read(CONSENT);
    let mut events = preview.events();
    events.next();
    let mut figures = vec![(0, resident())];
    let mut times = Vec::new();
    for save in 1..=1000 {
        // No sentence becomes untrue.
        let value = 42 + save % 50;
        let started = Instant::now();
        project.write(CONSENT, &text.replace("Puglia: 69", &format!("Puglia: {value}")));
        let puglia = || {
            let data = preview.get("/2024-06_2024-08/data/consenso.csv");
            data.text().lines().find(|line| line.contains("Puglia")).unwrap().contains(&format!(",{value},"))
        };
        while !puglia() {
            events.next();
        }
        assert_eq!(preview.get("/2024-06_2024-08/slides.html").status, 200);
        times.push(started.elapsed());
        if [10, 100, 200, 400, 600, 800, 1000].contains(&save) {
            figures.push((save, resident()));
        }
    }
    times.sort();
    eprintln!("resident MiB after saves: {figures:?}; from save to page: median {:?}", times[times.len() / 2]);
    // It breathes by a few MiB; what would be kept of each save, 3 MiB of pages, would soon be more.
    let most = |first, last| figures.iter().filter(|(saves, _)| (first..=last).contains(saves)).map(|f| f.1).max();
    assert!(most(600, 1000) <= most(10, 200).map(|before| before + 16), "{figures:?}");
}

/// Who begins a request and does not end it is not waited for.
#[test]
fn a_request_that_is_half_sent_is_dropped() {
    let project = Project::of_the_talk();
    let preview = Preview::begin(&project, &[]);
    let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: 127.0.0.1").unwrap();
    let mut events = preview.events();
    events.next();
    let began = Instant::now();
    let mut answer = Vec::new();
    let read = stream.read_to_end(&mut answer);
    assert!(read.is_ok() && began.elapsed() < PATIENCE / 2, "{read:?} after {:?}", began.elapsed());
    // Others are answered meanwhile, and who listens goes on listening.
    assert_eq!(preview.get("/").status, 200);
    project.change(CONSENT, "Puglia: 69", "Puglia: 70");
    events.until("built");
}
