//! A bar for long work, on a terminal that a person looks at.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Below this many steps nobody has to wait.
const LONG: usize = 200;

/// A bar for so many steps; it draws nothing where the work is short, where nobody looks, and in continuous integration.
pub(super) fn bar(steps: usize, doing: &'static str) -> ProgressBar {
    let watched = io::stderr().is_terminal() && std::env::var_os("CI").is_none();
    if steps < LONG || !watched {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::stderr());
    // A template that is wrong is a mistake of ours and costs the look of the bar alone.
    let style = ProgressStyle::with_template("{msg} [{bar:30}] {pos} of {len}, {eta} left");
    if let Ok(style) = style {
        bar.set_style(style.progress_chars("█░·"));
    }
    bar.set_message(doing);
    bar
}
