//! Diagnostics as GitHub workflow commands, which GitHub shows beside the changed line.

use std::io;

use crate::diagnostic::Examined;

pub(super) fn emit(files: &[Examined], out: &mut dyn io::Write) -> io::Result<()> {
    for file in files {
        for found in file.diagnostics.shown() {
            let start = file.source.position(found.span.start);
            let end = file.source.position(found.span.end);
            let row = found.code.row();
            write!(
                out,
                "::{} file={},line={},endLine={}",
                row.severity.word(),
                property(file.source.name()),
                start.line,
                end.line
            )?;
            // GitHub shows columns only where the annotation stays on one line.
            if start.line == end.line {
                write!(out, ",col={},endColumn={}", start.column, end.column)?;
            }
            writeln!(
                out,
                ",title={}::{}; {}",
                property(&format!("{} {}", row.id, row.title)),
                data(&found.message),
                data(&found.help)
            )?;
        }
    }
    Ok(())
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
