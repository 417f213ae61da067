//! `gapcheck explain`: a diagnostic in plain words.

use anyhow::bail;

use super::{Ending, stream};
use crate::diagnostic::Code;

/// Explain a diagnostic in plain words, or list them all.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The code, such as GC0102; without one, all codes are listed.
    code: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Ending> {
    let Some(code) = &arguments.code else {
        let lines: String = Code::all()
            .iter()
            .map(|row| format!("{}  {:7}  {}\n", row.id, row.severity.word(), row.title))
            .collect();
        stream::print(lines.as_bytes())?;
        return Ok(Ending::Done);
    };
    let Some(row) = Code::all()
        .iter()
        .find(|row| row.id.eq_ignore_ascii_case(code))
    else {
        bail!("there is no diagnostic `{code}`; `gapcheck explain` lists all");
    };
    let text = textwrap::fill(row.explanation, 80);
    let page = format!(
        "{} ({}): {}\n\n{text}\n",
        row.id,
        row.severity.word(),
        row.title
    );
    stream::print(page.as_bytes())?;
    Ok(Ending::Done)
}
