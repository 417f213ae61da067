//! Typst source, from which `typst` makes pages: what each thing is stands here, how it looks in the preamble.

mod escape;
mod heat;
mod picture;
mod table;

use std::io::{self, Write};

use self::escape::{arguments, content, inline, string};
use super::abreast::beside;
use super::harmless::shortened;
use super::jumps::Jumps;
use super::palette;
use super::{Format, Screen};
use crate::render;
use crate::report::{About, Block, Cell, Document, Imprint, Report, Tone};

/// The source, to be changed or to be turned into pages elsewhere.
pub(super) struct Typst;

/// The pages themselves, which another program makes from the same source.
pub(super) struct Pdf;

impl Format for Typst {
    fn name(&self) -> &'static str {
        "typst"
    }

    fn extension(&self) -> Option<&'static str> {
        Some("typ")
    }

    fn about(&self) -> &'static str {
        "source of a PDF, for typst"
    }

    fn render(&self, report: &Report, _: Screen, out: &mut dyn Write) -> io::Result<()> {
        write_document(&report.document, out)
    }
}

impl Format for Pdf {
    fn name(&self) -> &'static str {
        "pdf"
    }

    fn extension(&self) -> Option<&'static str> {
        Some("pdf")
    }

    fn about(&self) -> &'static str {
        "pages to print, made by typst"
    }

    fn is_binary(&self) -> bool {
        true
    }

    fn made_by(&self) -> Option<&'static str> {
        Some("typst")
    }

    fn render(&self, report: &Report, _: Screen, out: &mut dyn Write) -> io::Result<()> {
        write_document(&report.document, out)
    }
}

/// What a reader may change, first of all the fonts. The first of each list that a machine has is taken.
const FONTS: &str = r#"// Made by gapcheck. To make a PDF of it: typst compile report.typ
#let fonts = ("Noto Sans", "Segoe UI", "Liberation Sans", "Arial", "DejaVu Sans", "Noto Sans Symbols 2", "Noto Sans Arabic", "Noto Sans CJK SC")
#let rtl-fonts = ("Noto Naskh Arabic", "Noto Sans Arabic", "Noto Sans Hebrew", "Segoe UI", "Arial", ..fonts)
#let east-fonts = ("Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", ..fonts)
"#;

const PREAMBLE: &str = include_str!("preamble.typ");

/// What stands on every page has at most so many characters.
const RUNNING: usize = 110;
/// With more headings a document has a table of contents.
const MANY_HEADINGS: usize = 30;

fn write_document(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{FONTS}{}\n{PREAMBLE}", colours())?;
    let imprint = &document.imprint;
    let headings = document.blocks.iter().filter(|block| is_heading(block));
    let has_contents = headings.count() > MANY_HEADINGS;
    writeln!(out, "#show: report.with(")?;
    let particulars = [
        format!("title: {}", string(&shortened(&document.title, RUNNING))),
        format!(
            "imprint: {}",
            string(&shortened(&particulars(imprint), RUNNING))
        ),
        format!("date: {}", date(imprint)),
        format!("compact: {}", !has_contents),
    ];
    writeln!(out, "{})\n", arguments(particulars))?;
    // Where little stands before the first wide table, the title goes on its page.
    let mut sideways = begins_sideways(&document.blocks, 0);
    if sideways {
        writeln!(out, "#sideways[")?;
    }
    writeln!(out, "#report-title{}", body(&document.title))?;
    let mut jumps = Jumps::new(document);
    let mut contents = has_contents;
    let mut done = 0;
    for (place, block) in document.blocks.iter().enumerate() {
        if place < done {
            continue;
        }
        if contents && is_heading(block) {
            contents = false;
            writeln!(out, "\n#contents()")?;
        }
        if sideways && begins_part(&document.blocks, place) {
            sideways = false;
            writeln!(out, "]")?;
        }
        if !sideways && begins_sideways(&document.blocks, place) {
            sideways = true;
            writeln!(out, "\n#sideways[")?;
        }
        writeln!(out)?;
        if let Block::Facts(_) = block {
            let words = beside(&document.blocks, place);
            if words > 0 {
                done = place + 1 + words;
                write_lead(&document.blocks[place..done], &mut jumps, out)?;
                continue;
            }
        }
        write_block(block, &mut jumps, out)?;
    }
    if sideways {
        writeln!(out, "]")?;
    }
    Ok(())
}

/// Facts, and beside them what is said of them.
fn write_lead<'d>(
    blocks: &'d [Block],
    jumps: &mut Jumps<'d>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (place, block) in blocks.iter().enumerate() {
        let before = match place {
            0 => "#lead[\n",
            1 => "][\n",
            _ => "\n",
        };
        write!(out, "{before}")?;
        write_block(block, jumps, out)?;
    }
    writeln!(out, "]")
}

/// The colours as Typst has them.
fn colours() -> String {
    let tone = |name: &str, tone: Tone| {
        format!(
            "  {name}: (fill: rgb(\"{}\"), ink: rgb(\"{}\"), text: rgb(\"{}\")),\n",
            palette::fill(tone),
            palette::ink_on(tone),
            palette::ink(tone)
        )
    };
    let tones = [
        tone("in-place", Tone::InPlace),
        tone("partly", Tone::Partly),
        tone("missing", Tone::Missing),
        tone("unknown", Tone::Unknown),
        tone("not-applicable", Tone::NotApplicable),
    ];
    format!(
        "#let palette = (\n  head: rgb(\"{}\"), line: rgb(\"{}\"), quiet: rgb(\"{}\"),\n{})\n",
        palette::HEAD,
        palette::LINE,
        palette::QUIET,
        tones.concat()
    )
}

/// What stands at the foot of every page.
fn particulars(imprint: &Imprint) -> String {
    let parts = [
        imprint.as_at.map(|date| format!("As at {date}")),
        imprint.status.clone(),
        imprint.classification.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

/// The date of creation, so that the same files give the same pages at any time.
fn date(imprint: &Imprint) -> String {
    let Some(date) = imprint.as_at else {
        return "none".to_owned();
    };
    let date = date.to_string();
    let mut parts = date.split('-').map(|part| part.trim_start_matches('0'));
    let mut part = || parts.next().filter(|part| !part.is_empty()).unwrap_or("0");
    format!(
        "datetime(year: {}, month: {}, day: {})",
        part(),
        part(),
        part()
    )
}

/// A text as the last argument of a call, in brackets.
fn body(text: &str) -> String {
    let content = content(text);
    if content.starts_with('[') {
        content
    } else {
        format!("[#{content}]")
    }
}

fn is_heading(block: &Block) -> bool {
    matches!(block, Block::Heading { .. })
}

fn is_wide(block: &Block) -> bool {
    matches!(block, Block::Table(table) if table.wide)
}

/// Whether the first of some headings stands here.
fn begins_part(blocks: &[Block], place: usize) -> bool {
    let above = place.checked_sub(1).and_then(|above| blocks.get(above));
    is_heading(&blocks[place]) && !above.is_some_and(is_heading)
}

/// Whether pages turned sideways begin here: with a wide table, or with the first of the headings right above it; at the head of
/// the document, also with paragraphs above it.
fn begins_sideways(blocks: &[Block], place: usize) -> bool {
    let Some(block) = blocks.get(place) else {
        return false;
    };
    let goes_along =
        |block: &&Block| is_heading(block) || (place == 0 && matches!(block, Block::Paragraph(_)));
    let mut rest = blocks[place..].iter().skip_while(goes_along);
    let begins = place == 0 || begins_part(blocks, place) || is_wide(block);
    begins && rest.next().is_some_and(is_wide)
}

fn write_block<'d>(block: &'d Block, jumps: &mut Jumps<'d>, out: &mut dyn Write) -> io::Result<()> {
    match block {
        Block::Heading { level, text, about } => {
            let label = label(jumps.mark(about.as_ref()));
            writeln!(out, "#heading(level: {level}){}{label}", body(text))
        }
        Block::Paragraph(text) => writeln!(out, "{}", inline(text)),
        Block::Notice(text) => writeln!(out, "#notice{}", body(text)),
        Block::Quotation { words, source, .. } => {
            let lines: Vec<String> = words.lines().map(inline).collect();
            let from = content(source);
            writeln!(out, "#quotation(from: {from})[{}]", lines.join("\n\n"))
        }
        Block::List(items) => {
            for item in items {
                writeln!(out, "- {}", list_item(item, jumps))?;
            }
            Ok(())
        }
        Block::Facts(facts) => {
            let pairs = facts
                .iter()
                .map(|(label, value)| format!("faint{}, [{}]", body(label), cell(value, jumps)));
            let lengths = facts.iter().map(|(_, value)| value.text.len());
            let mut all = vec![whole(lengths)];
            all.extend(pairs);
            writeln!(out, "#facts(\n{})", arguments(all))
        }
        Block::Table(table) => table::write(table, jumps, out),
        Block::Picture(picture) => picture::write_bars(picture, out),
        Block::Radar(radar) => picture::write_wheel(radar, out),
        Block::HeatMap(map) => heat::write(map, out),
    }
}

/// Whether what has texts of these lengths stays whole at the foot of a page; what is longer than a page can't.
fn whole(lengths: impl Iterator<Item = usize>) -> String {
    let fits = lengths.max().unwrap_or(0) <= MOST_OF_A_WHOLE;
    format!("whole: {fits}")
}

/// A longer text may begin on one page and end on another.
const MOST_OF_A_WHOLE: usize = 800;

/// The label of what stands before it.
fn label(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!("#label({})", string(name)))
}

/// A mark within a text, for what has no element of its own to be labelled.
fn mark<'d>(about: Option<&'d About>, jumps: &mut Jumps<'d>) -> String {
    match jumps.mark(about) {
        Some(name) => format!("#metadata(none){}", label(Some(name))),
        None => String::new(),
    }
}

/// An item of a list. A meaning is seen at the name of what it is about, and not all over a long text.
fn list_item(item: &Cell, jumps: &Jumps<'_>) -> String {
    let (lead, rest) = render::lead(&item.text);
    if lead.is_empty()
        || item.tone == Tone::Plain
        || item.tone == Tone::Faint
        || item.link.is_some()
    {
        return cell(item, jumps);
    }
    let name = Cell::toned(lead, item.tone);
    format!("{}{}", cell(&name, jumps), inline(rest))
}

/// A cell as markup, with the look of its tone.
fn cell(cell: &Cell, jumps: &Jumps<'_>) -> String {
    let text = inline(&cell.text);
    let look = match cell.tone {
        Tone::Plain | Tone::NotApplicable => "",
        Tone::Strong => "strong",
        Tone::Faint => "faint",
        Tone::InPlace => "in-place",
        Tone::Partly => "partly",
        Tone::Missing => "missing",
        Tone::Unknown => "unknown",
    };
    let toned = if look.is_empty() || text.is_empty() {
        text
    } else {
        format!("#{look}[{text}]")
    };
    match jumps.target(cell) {
        Some(target) => format!("#link(label({}))[{toned}]", string(target)),
        None => toned,
    }
}
