//! Diagnostics as JSON: an object per diagnostic, in one list.

use std::io;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Examined, Source};

/// One diagnostic, in the shape that programs may rely on.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Entry<'a> {
    code: &'a str,
    severity: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    byte_start: usize,
    byte_end: usize,
    message: &'a str,
    help: &'a str,
    /// Only where a rule of the project is broken.
    #[serde(flatten)]
    broken: Option<Broken<'a>>,
}

#[derive(Serialize)]
struct Broken<'a> {
    rule: &'a str,
    subject: &'a str,
    concerns: &'a [String],
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Output<'a> {
    schema_version: u32,
    errors: usize,
    warnings: usize,
    diagnostics: Vec<Entry<'a>>,
}

pub(super) fn emit(files: &[Examined], out: &mut dyn io::Write) -> io::Result<()> {
    let output = Output {
        schema_version: 1,
        errors: files
            .iter()
            .map(|file| file.diagnostics.error_count())
            .sum(),
        warnings: files
            .iter()
            .map(|file| file.diagnostics.warning_count())
            .sum(),
        diagnostics: files
            .iter()
            .flat_map(|file| {
                file.diagnostics
                    .shown()
                    .into_iter()
                    .map(|found| entry(&file.source, found))
            })
            .collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &output)?;
    writeln!(out)
}

fn entry<'a>(source: &'a Source, found: &'a Diagnostic) -> Entry<'a> {
    let start = source.position(found.span.start);
    let end = source.position(found.span.end);
    let row = found.code.row();
    Entry {
        code: row.id,
        severity: row.severity.word(),
        file: source.name(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        byte_start: found.span.start,
        byte_end: found.span.end,
        message: &found.message,
        help: &found.help,
        broken: found.broken.as_ref().map(|broken| Broken {
            rule: &broken.rule,
            subject: &broken.subject,
            concerns: &broken.concerns,
        }),
    }
}
