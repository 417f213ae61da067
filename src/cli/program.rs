//! Formats that another program makes of what we write: the program is looked for before any work is done, and run on the result.

use std::env;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, bail};

use crate::render::Format;

/// Complains where the program that makes a format is not there, and says what to do instead.
pub(super) fn look_for(format: &dyn Format) -> anyhow::Result<()> {
    match format.made_by() {
        Some(program) if on_path(program).is_none() => bail!(
            "`{0}` is made by `{program}`, which is not on PATH: get it from https://github.com/typst/typst/releases, or write `report.html` and print it from a browser",
            format.name()
        ),
        Some(_) | None => Ok(()),
    }
}

/// What the program of a format makes of what was written; what was written itself, where the format needs none.
pub(super) fn finish(format: &dyn Format, written: Vec<u8>) -> anyhow::Result<Vec<u8>> {
    match format.made_by() {
        Some(program) => run(program, format.name(), &written),
        None => Ok(written),
    }
}

/// The first file of that name in the folders of PATH.
fn on_path(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// Runs `PROGRAM compile --format FORMAT - -`, which reads the source from one stream and writes to the other.
fn run(program: &str, format: &str, source: &[u8]) -> anyhow::Result<Vec<u8>> {
    let path = on_path(program).with_context(|| format!("`{program}` is not on PATH"))?;
    let mut child = Command::new(path)
        .args(["compile", "--format", format, "-", "-"])
        // The source has the date of the report. Whatever else would ask the clock gets this day, so that the bytes stay the same.
        .env("SOURCE_DATE_EPOCH", NO_DAY)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{program}` can't be started"))?;
    let output = thread::scope(|scope| {
        if let Some(mut input) = child.stdin.take() {
            // A program that stops reading says why by itself.
            scope.spawn(move || input.write_all(source).ok());
        }
        child.wait_with_output()
    })
    .with_context(|| format!("`{program}` can't be waited for"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let mistake = said.lines().find(|line| line.contains("error"));
        let mistake = mistake.or(said.lines().next()).unwrap_or("no reason given");
        bail!("`{program}` made no `{format}`: {}", mistake.trim());
    }
    Ok(output.stdout)
}

/// The first second of 1980, as Unix counts.
const NO_DAY: &str = "315532800";
