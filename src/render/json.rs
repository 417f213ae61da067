//! The facts, for programs.

use std::io;

use super::{Format, Screen};
use crate::report::Report;

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

    fn render(&self, report: &Report, _: Screen, out: &mut dyn io::Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &report.facts)?;
        writeln!(out)
    }
}
