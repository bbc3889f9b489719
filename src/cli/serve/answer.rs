//! A request -> an answer. Only this machine is answered, and only what the site has.

use super::page;
use super::preview::Shown;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{self, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use fascicle::diag::Language;
use futures_util::stream;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How soon a browser looks again for a preview that has gone.
const RETRY: Duration = Duration::from_millis(500);

/// What every answer depends on.
#[derive(Clone)]
pub struct Asked {
    /// The port we are asked at.
    pub port: u16,
    /// Whether only some editions are shown.
    pub only: bool,
    /// The language of what is said.
    pub language: Language,
    /// What is shown now, and what will be.
    pub shown: watch::Receiver<Arc<Shown>>,
}

impl Asked {
    /// Answers one request. A path names a file of the site in memory or nothing: no file is opened.
    pub fn answer(&self, request: &Request) -> Response {
        let mut answer = self.answer_to(request);
        let headers = answer.headers_mut();
        // Always the newest; never a part of somebody else's page.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
        answer
    }

    fn answer_to(&self, request: &Request) -> Response {
        if !self.is_for_us(request) {
            let port = self.port;
            let why = format!("This is a preview for this machine alone: open http://127.0.0.1:{port}/\n");
            return text(StatusCode::MISDIRECTED_REQUEST, "text/plain; charset=utf-8", why);
        }
        if ![Method::GET, Method::HEAD].contains(request.method()) {
            let mut answer = text(StatusCode::METHOD_NOT_ALLOWED, "text/plain; charset=utf-8", "Only GET and HEAD.\n");
            answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            return answer;
        }
        match request.uri().path() {
            page::EVENTS => self.events().into_response(),
            page::SCRIPT => text(StatusCode::OK, "text/javascript; charset=utf-8", page::LIVE.as_str()),
            path => self.file(path),
        }
    }

    /// Whether the request names this machine. A page of another site can make a name of its own lead here, and would
    /// then read the preview as if it were its own; but it cannot change the name that the browser asks for.
    fn is_for_us(&self, request: &Request) -> bool {
        let ours = |host: &str| {
            let (name, port) = match host.rsplit_once(':') {
                Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
                // No port: that of the protocol.
                _ => (host, Some(80)),
            };
            port == Some(self.port)
                && ["localhost", "127.0.0.1", "[::1]"].iter().any(|own| name.eq_ignore_ascii_case(own))
        };
        let mut hosts = request.headers().get_all(header::HOST).iter();
        let host = hosts.next().and_then(|host| host.to_str().ok());
        host.is_some_and(ours)
            && hosts.next().is_none()
            && request.uri().authority().is_none_or(|authority| ours(authority.as_str()))
    }

    /// What is shown, now and at each change.
    fn events(&self) -> impl IntoResponse + use<> {
        let (mut shown, language) = (self.shown.clone(), self.language);
        shown.mark_changed();
        let events = stream::unfold(shown, move |mut shown| async move {
            // It ends with the program. Who was slow is told only the newest.
            shown.changed().await.ok()?;
            let now = shown.borrow_and_update().clone();
            let name = if now.found.faults > 0 { "faults" } else { "built" };
            let event = Event::default().event(name).retry(RETRY).data(page::news(&now, language));
            Some((Ok::<_, Infallible>(event), shown))
        });
        Sse::new(events).keep_alive(KeepAlive::default())
    }

    /// The file of the site at a path; for a folder, its page.
    fn file(&self, path: &str) -> Response {
        let shown = self.shown.borrow().clone();
        let Some(site) = &shown.site else {
            return text(StatusCode::SERVICE_UNAVAILABLE, HTML, page::waiting(&shown, self.language));
        };
        // Addresses of a site are plain letters: one that is written otherwise is not one of them.
        let name = path.strip_prefix('/').unwrap_or(path);
        let index = if name.is_empty() || name.ends_with('/') { "index.html" } else { "" };
        let name = format!("{name}{index}");
        let mut answer = match site.files.get(&name) {
            // A notice is a line within another page: that one follows the files.
            Some(bytes) if name.ends_with(".html") && !name.ends_with("/notice.html") => {
                let html = String::from_utf8_lossy(bytes);
                text(StatusCode::OK, HTML, page::live(&html, site, self.language))
            }
            Some(bytes) => text(StatusCode::OK, content_type(&name), bytes.clone()),
            None if site.files.contains_key(&format!("{name}/index.html")) => {
                let mut answer = StatusCode::FOUND.into_response();
                // A name that the site has is fit for a header.
                if let Ok(folder) = HeaderValue::try_from(format!("/{name}/")) {
                    answer.headers_mut().insert(header::LOCATION, folder);
                }
                answer
            }
            None => text(StatusCode::NOT_FOUND, HTML, page::absent(&shown, path, self.only, self.language)),
        };
        if let Ok(turn) = HeaderValue::try_from(&site.turn) {
            answer.headers_mut().insert("fascicle-site", turn);
        }
        answer
    }
}

const HTML: &str = "text/html; charset=utf-8";

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => HTML,
        Some("css") => "text/css; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn text(status: StatusCode, content_type: &'static str, body: impl Into<Body>) -> Response {
    (status, [(header::CONTENT_TYPE, content_type)], body.into()).into_response()
}
