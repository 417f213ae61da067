//! Diagnostics as JUnit XML, which most build servers show: a suite for each file, and in it a test case for each kind of
//! diagnostic found and for each rule. No time stands in it, since no clock is read.

use std::io;

use crate::diagnostic::{Diagnostic, Examined, Severity};

/// What a file passes in which nothing was found and nothing else was tested.
const SOUND: &str = "no mistakes";

/// A test case of a file.
struct Case<'a> {
    /// The kind of test.
    class: &'a str,
    name: String,
    found: Vec<&'a Diagnostic>,
}

impl Case<'_> {
    fn failed(&self) -> bool {
        let mut found = self.found.iter();
        found.any(|found| found.code.row().severity == Severity::Error)
    }
}

pub(super) fn emit(files: &[Examined], out: &mut dyn io::Write) -> io::Result<()> {
    let suites: Vec<(&Examined, Vec<Case<'_>>)> =
        files.iter().map(|file| (file, cases(file))).collect();
    let all = suites.iter().flat_map(|(_, cases)| cases);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<testsuites name=\"gapcheck\" tests=\"{}\" failures=\"{}\" errors=\"0\">",
        all.clone().count(),
        all.filter(|case| case.failed()).count()
    )?;
    for (file, cases) in &suites {
        suite(file, cases, out)?;
    }
    writeln!(out, "</testsuites>")
}

/// The test cases of a file, by the order of the text: what was found, then what was passed.
fn cases(file: &Examined) -> Vec<Case<'_>> {
    let mut cases: Vec<Case<'_>> = Vec::new();
    for found in file.diagnostics.shown() {
        let row = found.code.row();
        let (class, name) = match &found.broken {
            Some(broken) => ("rules", format!("{}: {}", broken.subject, broken.rule)),
            None => ("diagnostics", format!("{} {}", row.id, row.title)),
        };
        match cases.iter_mut().find(|case| case.name == name) {
            Some(case) => case.found.push(found),
            None => cases.push(Case {
                class,
                name,
                found: vec![found],
            }),
        }
    }
    let held = file.diagnostics.held().iter();
    cases.extend(held.map(|name| Case {
        class: "rules",
        name: name.clone(),
        found: Vec::new(),
    }));
    if cases.is_empty() {
        cases.push(Case {
            class: "diagnostics",
            name: SOUND.to_owned(),
            found: Vec::new(),
        });
    }
    cases
}

fn suite(file: &Examined, cases: &[Case<'_>], out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(
        out,
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\">",
        escaped(file.source.name()),
        cases.len(),
        cases.iter().filter(|case| case.failed()).count()
    )?;
    for case in cases {
        let head = format!(
            "    <testcase classname=\"{}.{}\" name=\"{}\" file=\"{}\"",
            escaped(file.source.name()),
            case.class,
            escaped(&case.name),
            escaped(file.source.name())
        );
        if case.found.is_empty() {
            writeln!(out, "{head}/>")?;
            continue;
        }
        writeln!(out, "{head}>")?;
        let lines: Vec<String> = case.found.iter().map(|found| line(file, found)).collect();
        let lines = escaped(&lines.join("\n"));
        if case.failed() {
            let first = escaped(&case.found[0].message);
            let kind = case.found[0].code.id();
            writeln!(
                out,
                "      <failure type=\"{kind}\" message=\"{first}\">{lines}</failure>"
            )?;
        } else {
            writeln!(out, "      <system-out>{lines}</system-out>")?;
        }
        writeln!(out, "    </testcase>")?;
    }
    writeln!(out, "  </testsuite>")
}

fn line(file: &Examined, found: &Diagnostic) -> String {
    let place = file.source.position(found.span.start);
    format!(
        "{}:{}:{}: {}: {}; {}",
        file.source.name(),
        place.line,
        place.column,
        found.code.row().severity.word(),
        found.message,
        found.help
    )
}

/// A text in XML; characters that XML can't hold at all are replaced.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other if other.is_control() => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}
