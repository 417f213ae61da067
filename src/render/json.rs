//! The facts, for programs.

use std::io;

use super::{Format, Screen};
use crate::report::{Part, Report};

pub(super) struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn extension(&self) -> Option<&'static str> {
        Some("json")
    }

    fn about(&self) -> &'static str {
        "all facts, for programs"
    }

    fn reads(&self) -> Part {
        Part::Facts
    }

    fn render(&self, report: &Report, _: Screen, out: &mut dyn io::Write) -> io::Result<()> {
        // In memory first: a writer behind a pointer is slow for a hundred thousand small pieces.
        let text = serde_json::to_vec_pretty(&report.facts)?;
        out.write_all(&text)?;
        writeln!(out)
    }
}
