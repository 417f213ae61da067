//! Pictures: the figures for the shapes that the preamble draws, and the same in words for those who don't see them.

use std::io::{self, Write};

use super::escape::{arguments, content, string};
use crate::render;
use crate::report::{Bar, Picture, Radar, Spoke, Tone};

pub(super) fn write_bars(picture: &Picture, out: &mut dyn Write) -> io::Result<()> {
    let bars = picture.bars.iter();
    let words: Vec<String> = bars.clone().map(in_words).collect();
    let mut all = vec![content(&picture.caption), string(&words.join("; "))];
    all.extend(bars.map(bar));
    writeln!(out, "#bars(\n{})", arguments(all))
}

fn in_words(bar: &Bar) -> String {
    let parts = bar.segments.iter().filter(|segment| segment.count > 0);
    let parts = parts.map(|part| format!("{} {}", part.count, render::legend(part.tone)));
    format!("{}: {}", bar.label, parts.collect::<Vec<_>>().join(", "))
}

fn bar(bar: &Bar) -> String {
    let parts = bar.segments.iter().filter(|segment| segment.count > 0);
    let parts = parts.filter_map(|part| Some(format!("{}: {}", name(part.tone)?, part.count)));
    let parts: Vec<String> = parts.collect();
    let parts = if parts.is_empty() {
        ":".to_owned()
    } else {
        parts.join(", ")
    };
    format!("({}, ({parts}))", content(&bar.label))
}

/// What the preamble calls the tone of a verdict.
pub(super) fn name(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::InPlace => Some("in-place"),
        Tone::Partly => Some("partly"),
        Tone::Missing => Some("missing"),
        Tone::Unknown => Some("unknown"),
        Tone::NotApplicable => Some("not-applicable"),
        Tone::Plain | Tone::Strong | Tone::Faint => None,
    }
}

pub(super) fn write_wheel(radar: &Radar, out: &mut dyn Write) -> io::Result<()> {
    let spokes = radar.spokes.iter();
    let words = spokes
        .clone()
        .map(|spoke| format!("{}: {}", spoke.label, render::interval(spoke.interval)));
    let words: Vec<String> = words.collect();
    let mut all = vec![content(&radar.caption), string(&words.join("; "))];
    all.extend(spokes.map(spoke));
    writeln!(out, "#radar(\n{})", arguments(all))
}

fn spoke(spoke: &Spoke) -> String {
    let ends = spoke.interval.map_or_else(
        || "none".to_owned(),
        |(low, high)| format!("({low:.6}, {high:.6})"),
    );
    let interval = content(&render::interval(spoke.interval));
    format!("({}, {interval}, {ends})", content(&spoke.label))
}
