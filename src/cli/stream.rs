//! Streams and files: colours where they belong, whole files or none, and closed pipes that are no trouble.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use clap::builder::{PathBufValueParser, TypedValueParser};

use super::{Colour, program};
use crate::diagnostic::{Emitter, Examined};
use crate::render::{FORMATS, Format, Screen, Template, by_extension, by_name};
use crate::report::{Part, Report};

/// The width of a report that goes to no terminal.
const PLAIN_WIDTH: usize = 80;

/// Decides for the whole run whether colours are written.
pub(super) fn set_colour(colour: Colour) {
    match colour {
        Colour::Auto => {}
        Colour::Always => anstream::ColorChoice::Always.write_global(),
        Colour::Never => anstream::ColorChoice::Never.write_global(),
    }
}

/// Whether the reader of our output has gone away.
pub(super) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>();
        io.is_some_and(|io| io.kind() == io::ErrorKind::BrokenPipe)
    })
}

/// Tells of a trouble that is no mistake in a file.
pub(super) fn complain(error: &anyhow::Error) {
    say(&format!("error: {error:#}"));
}

/// Writes a line beside the report; if nobody listens, it is lost.
pub(super) fn say(line: &str) {
    let mut stream = anstream::AutoStream::auto(io::stderr());
    writeln!(stream, "{line}").ok();
}

/// Writes diagnostics beside the report.
pub(super) fn tell(files: &[Examined]) {
    let mut stream = anstream::AutoStream::auto(io::stderr());
    if let Some(text) = crate::diagnostic::emitter("text") {
        (text.emit)(files, &mut stream).ok();
    }
}

/// Writes diagnostics as the product of the run.
pub(super) fn emit(emitter: &Emitter, files: &[Examined]) -> anyhow::Result<()> {
    let mut buffer = Vec::new();
    (emitter.emit)(files, &mut buffer)?;
    print(&buffer)
}

/// Writes bytes to standard output.
pub(super) fn print(bytes: &[u8]) -> anyhow::Result<()> {
    let mut stream = anstream::AutoStream::auto(io::stdout().lock());
    stream.write_all(bytes)?;
    stream.flush()?;
    Ok(())
}

/// Where a report goes, and in which format.
#[derive(Debug, clap::Args)]
pub(super) struct Output {
    /// The format of the report; a file's ending tells it too.
    #[arg(long, global = true, value_parser = format_names(), value_name = "FORMAT")]
    format: Option<String>,
    /// Write the report to a file (repeatable: each ending gives its format). A file is replaced as a whole or not at all.
    #[arg(long, short, global = true, value_name = "FILE")]
    output: Vec<PathBuf>,
    /// Lay tables out for this many columns instead of the terminal's.
    #[arg(long, global = true, value_name = "COLUMNS")]
    width: Option<usize>,
    /// For Word documents: take over styles, header, footer and page of your office's own document.
    #[arg(long, global = true, value_name = "FILE", value_parser = template_reader())]
    template: Option<Arc<Template>>,
}

/// Reads the template where it is named, so that a bad one is refused before any work is done.
fn template_reader() -> impl TypedValueParser<Value = Arc<Template>> {
    PathBufValueParser::new().try_map(|path| -> Result<Arc<Template>, String> {
        let file = super::files::read(&path).map_err(|error| format!("{error:#}"))?;
        let template = Template::read(&file.bytes).map_err(|error| error.to_string())?;
        Ok(Arc::new(template))
    })
}

fn format_names() -> clap::builder::PossibleValuesParser {
    let values = FORMATS
        .iter()
        .map(|format| clap::builder::PossibleValue::new(format.name()).help(format.about()));
    clap::builder::PossibleValuesParser::new(values)
}

impl Output {
    fn format_of(&self, path: &Path) -> anyhow::Result<&'static dyn Format> {
        if let Some(format) = self.format.as_deref().and_then(by_name) {
            return Ok(format);
        }
        let ending = path.extension().and_then(|ending| ending.to_str());
        ending.and_then(by_extension).with_context(|| {
            let known: Vec<&str> = FORMATS.iter().filter_map(|format| format.extension()).collect();
            format!(
                "the ending of `{}` tells no format: give `--format`, or end the name with one of: {}",
                path.display(),
                known.join(", ")
            )
        })
    }

    /// The parts of a report that the formats asked for read; what can't be written is refused.
    pub(super) fn parts(&self) -> anyhow::Result<Vec<Part>> {
        self.parts_of("")
    }

    /// The same for the reports of a command that has formats of its own.
    pub(super) fn parts_of(&self, command: &str) -> anyhow::Result<Vec<Part>> {
        let formats = self.formats()?;
        for format in &formats {
            if let Some(only) = format.only_of().filter(|only| *only != command) {
                let name = format.name();
                bail!(
                    "`{name}` is a format of plans alone: `gapcheck {only} FILE --format {name}`"
                );
            }
        }
        if self.template.is_some() && !formats.iter().any(|format| format.takes_template()) {
            bail!(
                "`--template` is for Word documents: add `--output report.docx`, or leave it out"
            );
        }
        for format in &formats {
            program::look_for(*format)?;
        }
        Ok(formats.iter().map(|format| format.reads()).collect())
    }

    fn formats(&self) -> anyhow::Result<Vec<&'static dyn Format>> {
        if !self.output.is_empty() {
            return self
                .output
                .iter()
                .map(|path| self.format_of(path))
                .collect();
        }
        let format = self.on_screen();
        if format.is_binary() && io::stdout().is_terminal() {
            bail!(
                "a terminal can't show `{0}`: add `--output report.{0}`",
                format.name()
            );
        }
        Ok(vec![format])
    }

    /// The part of a report that the format of a file reads.
    pub(super) fn part_for(&self, path: &Path) -> anyhow::Result<Part> {
        Ok(self.format_of(path)?.reads())
    }

    /// The difference between a file and the report that would take its place, line by line; none where there is none.
    pub(super) fn difference(
        &self,
        report: &Report,
        path: &Path,
    ) -> anyhow::Result<Option<String>> {
        let before =
            fs::read(path).with_context(|| format!("`{}` can't be opened", path.display()))?;
        let mut now = Vec::new();
        self.format_of(path)?
            .render(report, self.screen(false), &mut now)?;
        let now = plain(&now)?;
        Ok(difference(&before, &now, &path.display().to_string()))
    }

    /// The format of a report that goes to standard output.
    fn on_screen(&self) -> &'static dyn Format {
        let named = self.format.as_deref().and_then(by_name);
        named.unwrap_or(FORMATS[0])
    }

    /// Writes the report to the files asked for, or to standard output.
    pub(super) fn write(&self, report: &Report) -> anyhow::Result<()> {
        if self.output.is_empty() {
            let format = self.on_screen();
            let buffer = self.bytes(format, report, true)?;
            if format.has_colours() {
                return print(&buffer);
            }
            return Ok(io::stdout().lock().write_all(&buffer)?);
        }
        for path in &self.output {
            let format = self.format_of(path)?;
            let buffer = self.bytes(format, report, false)?;
            if format.is_binary() {
                replace(path, &buffer)?;
            } else {
                write_plain(path, &buffer)?;
            }
            say(&format!("wrote {}", path.display()));
        }
        Ok(())
    }

    /// The report in a format, complete before anything is written.
    fn bytes(
        &self,
        format: &dyn Format,
        report: &Report,
        on_terminal: bool,
    ) -> anyhow::Result<Vec<u8>> {
        let mut buffer = Vec::new();
        format.render(report, self.screen(on_terminal), &mut buffer)?;
        program::finish(format, buffer)
    }

    fn screen(&self, on_terminal: bool) -> Screen<'_> {
        let terminal = || {
            terminal_size::terminal_size_of(io::stdout())
                .filter(|_| on_terminal)
                .map(|(width, _)| usize::from(width.0))
        };
        Screen {
            width: self.width.or_else(terminal).unwrap_or(PLAIN_WIDTH),
            template: self.template.as_deref(),
        }
    }
}

/// Writes a file without colours.
fn write_plain(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    replace(path, &plain(bytes)?)
}

fn plain(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut plain = anstream::StripStream::new(Vec::new());
    plain.write_all(bytes)?;
    Ok(plain.into_inner())
}

/// What is different, with three lines around each place. How lines end is no difference: version control changes that.
fn difference(before: &[u8], now: &[u8], name: &str) -> Option<String> {
    let (Ok(before), Ok(now)) = (std::str::from_utf8(before), std::str::from_utf8(now)) else {
        return (before != now).then(|| format!("{name} differs, and is no text\n"));
    };
    let (before, now) = (before.replace("\r\n", "\n"), now.replace("\r\n", "\n"));
    if before == now {
        return None;
    }
    let lines = similar::TextDiff::from_lines(&before, &now);
    let mut unified = lines.unified_diff();
    Some(unified.header(name, "now").to_string())
}

/// Replaces a file as a whole: what is written elsewhere first takes its place only when it is complete.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let name = path
        .file_name()
        .with_context(|| format!("`{}` is no name of a file", path.display()))?;
    let mut draft = name.to_os_string();
    draft.push(format!(".{}.part", std::process::id()));
    let draft = path.with_file_name(draft);
    let written = fs::write(&draft, bytes).and_then(|()| fs::rename(&draft, path));
    if written.is_err() {
        fs::remove_file(&draft).ok();
    }
    written.with_context(|| format!("`{}` can't be written", path.display()))
}
