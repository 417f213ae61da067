//! Diagnostics as people and programs read them: one entry per format.

mod github;
mod json;
mod junit;
mod sarif;
mod text;

use std::io;

pub use text::summary;

use super::Examined;

/// A way to write diagnostics.
pub struct Emitter {
    /// Its name on the command line.
    pub name: &'static str,
    /// The ending of files that hold it.
    pub extension: &'static str,
    /// Writes everything found in all files.
    pub emit: fn(&[Examined], &mut dyn io::Write) -> io::Result<()>,
}

/// All ways, the default first.
pub const EMITTERS: &[Emitter] = &[
    Emitter {
        name: "text",
        extension: "txt",
        emit: text::emit,
    },
    Emitter {
        name: "json",
        extension: "json",
        emit: json::emit,
    },
    Emitter {
        name: "sarif",
        extension: "sarif",
        emit: sarif::emit,
    },
    Emitter {
        name: "github",
        extension: "github",
        emit: github::emit,
    },
    Emitter {
        name: "junit",
        extension: "xml",
        emit: junit::emit,
    },
];

/// The way of that name.
#[must_use]
pub fn emitter(name: &str) -> Option<&'static Emitter> {
    EMITTERS.iter().find(|emitter| emitter.name == name)
}
