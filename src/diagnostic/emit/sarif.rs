//! Diagnostics as SARIF 2.1.0, for code scanning services.

use std::io;

use serde_json::{Value, json};

use crate::diagnostic::{Code, Diagnostic, Examined, Row, Source};

pub(super) fn emit(files: &[Examined], out: &mut dyn io::Write) -> io::Result<()> {
    let results: Vec<Value> = files
        .iter()
        .flat_map(|file| {
            file.diagnostics
                .shown()
                .into_iter()
                .map(|found| result(&file.source, found))
        })
        .collect();
    let rules: Vec<Value> = Code::all().iter().map(rule).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "gapcheck",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn rule(row: &Row) -> Value {
    json!({
        "id": row.id,
        "shortDescription": { "text": row.title },
        "fullDescription": { "text": row.explanation },
        "defaultConfiguration": { "level": row.severity.word() },
    })
}

fn result(source: &Source, found: &Diagnostic) -> Value {
    let start = source.position(found.span.start);
    let end = source.position(found.span.end);
    let row = found.code.row();
    let mut result = json!({
        "ruleId": row.id,
        "ruleIndex": found.code as usize,
        "level": row.severity.word(),
        "message": { "text": format!("{}; {}", found.message, found.help) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri(source.name()) },
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        } }],
    });
    if let Some(broken) = &found.broken {
        result["properties"] = json!({
            "rule": broken.rule,
            "subject": broken.subject,
            "concerns": broken.concerns,
        });
    }
    result
}

/// A path as a relative URI reference: forward slashes, and anything unusual percent-encoded.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
