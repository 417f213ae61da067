//! Diagnostics for people: the line, a caret under the value, and the way out. Colours are the stream's to strip.

use std::io;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Examined, Severity, Source, count};

/// How much of a quoted line is shown (design, section 8).
const WIDEST: usize = 200;

pub(super) fn emit(files: &[Examined], out: &mut dyn io::Write) -> io::Result<()> {
    let renderer = Renderer::styled();
    for file in files {
        let shown = file.diagnostics.shown();
        for found in &shown {
            writeln!(out, "{}\n", draw(&renderer, &file.source, found))?;
        }
        let total = file.diagnostics.error_count() + file.diagnostics.warning_count();
        if total > shown.len() {
            writeln!(
                out,
                "{}: {} more are not shown\n",
                file.source.name(),
                total - shown.len()
            )?;
        }
    }
    Ok(())
}

fn draw(renderer: &Renderer, source: &Source, found: &Diagnostic) -> String {
    let row = found.code.row();
    let level = match row.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let position = source.position(found.span.start);
    let (line, caret, whole) = window(source, found);
    let snippet = Snippet::source(line)
        .line_start(position.line)
        .annotation(AnnotationKind::Primary.span(caret));
    let title = level.primary_title(found.message.as_str()).id(row.id);
    // In a line that is cut, the place can't be told from what is shown of it.
    let group = if whole {
        title.element(snippet.path(source.name()))
    } else {
        let origin = Origin::path(source.name())
            .line(position.line)
            .char_column(position.column);
        title.element(origin).element(snippet)
    };
    let group = group.element(Level::HELP.message(found.help.as_str()));
    renderer.render(&[group])
}

/// The part of the first line that is shown, the bytes in it to be underlined, and whether it is the whole line.
fn window(source: &Source, found: &Diagnostic) -> (String, std::ops::Range<usize>, bool) {
    let (start, line) = source.line_at(found.span.start);
    let from = found.span.start.saturating_sub(start).min(line.len());
    let from = (0..=from)
        .rev()
        .find(|place| line.is_char_boundary(*place))
        .unwrap_or(0);
    let mut to = found.span.end.saturating_sub(start).clamp(from, line.len());
    while !line.is_char_boundary(to) {
        to += 1;
    }
    // A long line is cut so that the value stays in view.
    let before = line[..from]
        .char_indices()
        .rev()
        .nth(WIDEST / 2)
        .map_or(0, |(place, _)| place);
    let after = line[before..]
        .char_indices()
        .nth(WIDEST)
        .map_or(line.len(), |(place, _)| before + place);
    let to = to.min(after);
    let head = if before > 0 { "…" } else { "" };
    let tail = if after < line.len() { "…" } else { "" };
    let text = format!("{head}{}{tail}", &line[before..after]);
    let shift = head.len();
    let whole = head.is_empty() && tail.is_empty();
    (text, from - before + shift..to - before + shift, whole)
}

/// `3 errors and 1 warning in 2 files`, for the end of a run.
#[must_use]
pub fn summary(files: &[Examined]) -> String {
    let errors: usize = files
        .iter()
        .map(|file| file.diagnostics.error_count())
        .sum();
    let warnings: usize = files
        .iter()
        .map(|file| file.diagnostics.warning_count())
        .sum();
    format!(
        "{} and {} in {}",
        count(errors, "error"),
        count(warnings, "warning"),
        count(files.len(), "file")
    )
}
