//! `fascicle serve`
//!
//! One thread waits for saves and makes the site anew ([`preview`]); another answers the browser ([`answer`]). Between
//! them stands one value, [`preview::Shown`], exchanged whole: a page and all it names come from one build.

mod answer;
mod page;
mod preview;

use super::reading::Reading;
use super::{Failure, say};
use answer::Asked;
use axum::Router;
use axum::extract::Request;
use clap::Args;
use fascicle::diag::{Language, Term, Words};
use fascicle::disk::{MachineError, Watch};
use fascicle::words;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use preview::Preview;
use std::future::ready;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// A browser sends the head of a request at once; who has not done so by then is not waited for.
const PATIENCE: Duration = Duration::from_secs(10);
/// Before the next try, where the system gives no connection for the moment.
const PAUSE: Duration = Duration::from_millis(50);

/// Show the site in a browser while you write
///
/// Makes the site in memory and shows it on this machine alone; nothing is written to disk. Each save is seen in the
/// browser at once, on the slide and at the place where you are. While there are faults, they stand over the last site
/// without any, in the words of `check`.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    pub reading: Reading,

    /// Where the browser finds it: http://127.0.0.1:PORT/; with 0, any port that is free
    #[arg(long, value_name = "PORT", default_value_t = 4321)]
    port: u16,

    /// Open the browser
    #[arg(long)]
    open: bool,
}

impl Serve {
    pub fn run(self, language: Language) -> Result<(), Failure> {
        let Serve { reading, port, open } = self;
        // Before any work: a port that is taken is said at once.
        let listener = listen(port)?;
        let port = listener.local_addr().map_err(|cause| refused(port, cause))?.port();
        let only = !reading.editions.is_empty();
        let quiet = reading.quiet;
        let say = |words: Words| {
            if !quiet {
                say::line(&words, language);
            }
        };

        // Before the first look at the files: what is saved meanwhile is not missed.
        let mut watch = Watch::new(&reading.content, reading.theme.as_deref());
        let (mut preview, shown) = Preview::begin(reading, language)?;
        let address = format!("http://127.0.0.1:{port}/");
        say(words!("Preview at {address} (Ctrl-C ends it)", "Anteprima su {address} (Ctrl-C per terminarla)"));
        if !watch.hears() {
            say(words!(
                "This system does not tell of saves here: they are looked for four times a second",
                "Qui il sistema non avvisa dei salvataggi: vengono cercati quattro volte al secondo"
            ));
        }
        if open {
            thread::spawn(move || open_browser(&address, language));
        }
        thread::spawn(move || {
            loop {
                watch.wait();
                preview.follow();
            }
        });

        let failed = |cause| Failure::from(refused(port, cause));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
        runtime
            .block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener)?;
                let asked = Asked { port, only, language, shown };
                let pages = Router::new().fallback(move |request: Request| ready(asked.answer(&request)));
                tokio::spawn(answer_all(listener, pages));
                tokio::signal::ctrl_c().await
            })
            .map_err(failed)?;
        say(words!("Preview ended", "Anteprima terminata"));
        Ok(())
    }
}

/// Answers whoever comes, each connection a task of its own.
async fn answer_all(listener: tokio::net::TcpListener, pages: Router) {
    let mut connection = http1::Builder::new();
    connection.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        // An event is a few bytes, and must not wait for more.
        let _ = stream.set_nodelay(true);
        let pages = TowerToHyperService::new(pages.clone());
        tokio::spawn(connection.serve_connection(TokioIo::new(stream), pages));
    }
}

/// Takes the port, on this machine's own address only.
fn listen(port: u16) -> Result<TcpListener, MachineError> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|cause| refused(port, cause))?;
    // The runtime asks for this of a listener that it did not make.
    listener.set_nonblocking(true).map_err(|cause| refused(port, cause))?;
    Ok(listener)
}

fn refused(port: u16, cause: io::Error) -> MachineError {
    let next = port.checked_add(1).unwrap_or(4321);
    let hint = match cause.kind() {
        io::ErrorKind::AddrInUse => words!(
            "perhaps another `fascicle serve` is open: end it, or take another port, such as --port {next}; \
             --port 0 takes any that is free",
            "forse è aperto un altro `fascicle serve`: terminalo, o scegli un’altra porta, per esempio --port {next}; \
             --port 0 ne prende una libera"
        ),
        _ => words!(
            "take another port: --port 0 takes any that is free",
            "scegli un’altra porta: --port 0 ne prende una libera"
        ),
    };
    let tried = Term::new("cannot listen on", "non si può ascoltare su");
    MachineError { tried, path: PathBuf::from(format!("127.0.0.1:{port}")), cause: Some(cause), hint }
}

/// Opens the browser that the system opens; where it does not, the author is told and can do it.
fn open_browser(address: &str, language: Language) {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "windows" => ("cmd", &["/C", "start", ""]),
        "macos" => ("open", &[]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if !command.status().is_ok_and(|status| status.success()) {
        let words = words!(
            "The browser could not be opened: open {address} yourself",
            "Non è stato possibile aprire il browser: apri tu {address}"
        );
        say::line(&words, language);
    }
}
