//! A report of an earlier run, as far as rules compare with it.

use serde::Deserialize;
use serde_json::Value;

use super::text::decode;
use crate::diagnostic::{Code, Diagnostics, Examined, Source, Span, quoted};
use crate::model::{Baseline, KnownBefore, finding_names};

/// The version of the reports that can be read.
const VERSION: u64 = 1;

const HELP: &str = "write one with `gapcheck assess FILE... --format json --output baseline.json`";

#[derive(Deserialize)]
struct Assessment {
    country: Country,
    checklists: Vec<Checklist>,
    findings: Vec<Finding>,
}

#[derive(Deserialize)]
struct Country {
    code: String,
}

#[derive(Deserialize)]
struct Checklist {
    id: String,
    requirements: Vec<Requirement>,
}

#[derive(Deserialize)]
struct Requirement {
    gaps: Vec<Gap>,
}

#[derive(Deserialize)]
struct Gap {
    id: String,
}

#[derive(Deserialize)]
struct Finding {
    kind: String,
    model: Option<String>,
    elements: Vec<String>,
    sections: Vec<String>,
}

/// Reads a report on one or several countries.
#[must_use]
pub fn baseline(name: &str, bytes: Vec<u8>) -> (Examined, Option<Baseline>) {
    let (source, mut found) = decode(name, bytes);
    let baseline = if found.error_count() > 0 {
        None
    } else {
        read(&source, &mut found)
    };
    let baseline = found.admit(baseline);
    let examined = Examined {
        source,
        diagnostics: found,
    };
    (examined, baseline)
}

fn read(source: &Source, found: &mut Diagnostics) -> Option<Baseline> {
    let report: Value = match serde_json::from_str(source.text()) {
        Ok(report) => report,
        Err(error) => {
            let place = offset(source.text(), error.line(), error.column());
            let span = Span::new(place, place + 1);
            let words = error.to_string();
            let words = words.split(" at line ").next().unwrap_or_default();
            found.push(
                Code::BadBaseline,
                span,
                format!("this is no JSON: {words}"),
                HELP,
            );
            return None;
        }
    };
    let reports = if let Value::Array(reports) = report {
        reports
    } else {
        vec![report]
    };
    let mut baseline = Baseline::default();
    if reports.is_empty() {
        refuse("the list of reports is empty", found);
    }
    for report in reports {
        let assessment = match assessment(report) {
            Ok(assessment) => assessment,
            Err(message) => {
                refuse(&message, found);
                continue;
            }
        };
        let known = baseline
            .countries
            .entry(assessment.country.code.clone())
            .or_default();
        remember(assessment, known);
    }
    Some(baseline)
}

fn assessment(report: Value) -> Result<Assessment, String> {
    match report.get("report").and_then(Value::as_str) {
        Some("assessment") => {}
        Some(other) => {
            return Err(format!(
                "a report of `gapcheck assess` is wanted here, and this is one of the kind {}",
                quoted(other)
            ));
        }
        None => return Err("this is no report of `gapcheck assess`".to_owned()),
    }
    match report.get("schema-version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(other) => {
            return Err(format!(
                "the report has the schema version {other}, and this program reads {VERSION}"
            ));
        }
        None => return Err("the report has no schema version".to_owned()),
    }
    serde_json::from_value(report).map_err(|error| format!("the report is damaged: {error}"))
}

fn remember(assessment: Assessment, known: &mut KnownBefore) {
    for checklist in assessment.checklists {
        known.checklists.insert(checklist.id);
        let gaps = checklist.requirements.into_iter().flat_map(|one| one.gaps);
        known.gaps.extend(gaps.map(|gap| gap.id));
    }
    for finding in assessment.findings {
        let elements: Vec<&str> = finding.elements.iter().map(String::as_str).collect();
        let model = finding.model.as_deref();
        let names = finding_names(&finding.kind, model, &elements, &finding.sections);
        known.findings.extend(names);
    }
}

fn refuse(message: &str, found: &mut Diagnostics) {
    found.push(Code::BadBaseline, Span::new(0, 1), message, HELP);
}

/// The byte of a line and a column, both from 1, the column in bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum::<usize>();
    (before + column.saturating_sub(1)).min(text.len())
}
