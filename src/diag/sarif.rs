//! Faults as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), for editors and code hosts.

use super::{Code, Diagnostic, Language, Severity, in_order};
use crate::files::{Sources, Span};
use crate::words;
use serde_json::{Value, json};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

/// All faults and warnings as one run, in order of file and place; the rules are those of the whole catalogue. Also
/// where there are none.
pub fn sarif(faults: &[Diagnostic], sources: &Sources, language: Language) -> String {
    let rules: Vec<Value> = Code::ALL.iter().map(|code| rule(*code, language)).collect();
    let results: Vec<Value> = in_order(faults).into_iter().map(|fault| result(fault, sources, language)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": env!("CARGO_PKG_NAME"),
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                },
            },
            "language": language.tag(),
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).expect("a value is JSON") + "\n"
}

fn rule(code: Code, language: Language) -> Value {
    let explained = code.explanation();
    let (wrong, right) = (explained.wrong, explained.right);
    let example = words!("Wrong:\n\n{wrong}\n\nRight:\n\n{right}", "Sbagliato:\n\n{wrong}\n\nGiusto:\n\n{right}");
    json!({
        "id": code.number(),
        "name": format!("{code:?}"),
        "shortDescription": { "text": explained.title.get(language) },
        "fullDescription": { "text": explained.meaning.get(language) },
        "help": { "text": example.get(language) },
    })
}

fn result(fault: &Diagnostic, sources: &Sources, language: Language) -> Value {
    let mut result = json!({
        "ruleId": fault.code.number(),
        "ruleIndex": fault.code.index(),
        "level": match fault.severity {
            Severity::Fault => "error",
            Severity::Warning if fault.code == Code::ToDo => "note",
            Severity::Warning => "warning",
        },
        "message": { "text": format!("{}\n{}", fault.message.get(language), fault.hint.get(language)) },
        "locations": [location(fault.at, fault.label.get(language), sources)],
    });
    if let Some(other) = &fault.other {
        result["relatedLocations"] = json!([location(other.0, other.1.get(language), sources)]);
    }
    if fault.rest > 0 {
        // Those of its kind that are counted, and are no results of their own.
        result["properties"] = json!({ "rest": fault.rest });
    }
    if let Some(fix) = &fault.fix {
        result["fixes"] = json!([{
            "description": { "text": fault.hint.get(language) },
            "artifactChanges": [{
                "artifactLocation": { "uri": uri(&sources.shown(fix.at.file)) },
                "replacements": [{
                    "deletedRegion": region(fix.at, sources),
                    "insertedContent": { "text": fix.text },
                }],
            }],
        }]);
    }
    result
}

fn location(at: Span, label: &str, sources: &Sources) -> Value {
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&sources.shown(at.file)) },
            "region": region(at, sources),
        },
    });
    if !label.is_empty() {
        location["message"] = json!({ "text": label });
    }
    location
}

/// Lines and columns from 1; the end is the place after the last character.
fn region(at: Span, sources: &Sources) -> Value {
    let source = sources.get(at.file);
    let (start, end) = (source.position(at.start), source.position(at.end));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// A path as a reference (RFC 3986): relative to where the command ran, or `file:` where it begins at the root.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len() + 8);
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn a_path_becomes_a_reference() {
        assert_eq!(uri("content/editions/è qui.yaml"), "content/editions/%C3%A8%20qui.yaml");
        assert_eq!(uri("/srv/content/site.yaml"), "file:///srv/content/site.yaml");
    }
}
