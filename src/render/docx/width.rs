//! How wide the columns of tables are: alike in all tables that have the same titles, and such that tables are short.
//! Measures are twentieths of a point; letters are taken as wide as in a rather wide font.

use std::collections::BTreeMap;

use crate::report::{Block, Column, Document, Table, Tone};

/// What a cell leaves free at both sides, and a little more.
const PADDING: u32 = 200;
/// The size of the text in tables.
const EM: u32 = 180;
/// No word asks for more room than this: longer ones are broken.
const LONGEST_WORD: u32 = 2600;
/// The title of a column of figures that is no longer than this stays on one line.
const SHORT_TITLE: u32 = 1000;
/// A text counts as no longer than this, so that a monster does not take the room of all others.
const LONGEST_TEXT: u32 = 60_000;
/// By how much a column gives to another at a time, as parts of the room.
const STEPS: [u32; 4] = [8, 16, 32, 64];

/// How long a text is on one line.
pub(super) fn measure(text: &str, is_bold: bool) -> u32 {
    let thousandths: u32 = text.chars().map(letter).fold(0, u32::saturating_add);
    let length = u64::from(thousandths) * u64::from(EM) / 1000;
    let length = if is_bold { length * 107 / 100 } else { length };
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The width of a letter in thousandths of its size.
fn letter(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | 'f' | 't' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '('
        | ')' | '[' | ']' | ' ' | '\u{a0}' | '/' => 330,
        'r' | 's' | 'c' | 'z' | '-' | '"' => 460,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '■' | '◧' | '□' => 930,
        'A'..='Z' | '&' => 690,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' => 1000,
        '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}' => 1000,
        _ => 600,
    }
}

/// What no line break should cut: words, and a verdict with its sign.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_verdict = text.starts_with(['■', '◧', '□', '?']) && text.len() < 60;
    let (verdict, rest) = match text.split_once(" (") {
        _ if !is_verdict => ("", text),
        Some((verdict, range)) => (verdict, range),
        None => (text, ""),
    };
    let words = rest.split([' ', '\n']);
    // Dates stay whole.
    let breaks = |word: &str| -> &[char] {
        if word.starts_with(|letter: char| letter.is_ascii_digit()) {
            &[]
        } else {
            &['-']
        }
    };
    let words = words.flat_map(move |word| word.split_inclusive(breaks(word)));
    words.chain([verdict])
}

/// How many lines a text needs in a column.
pub(super) fn lines(text: &str, width: u32) -> u32 {
    let lines = text
        .split('\n')
        .map(|line| lines_of(measure(line, false), width));
    lines.sum()
}

fn lines_of(length: u32, width: u32) -> u32 {
    length.div_ceil(width.saturating_sub(PADDING).max(1)).max(1)
}

/// The widths of all columns of a document.
#[derive(Debug)]
pub(super) struct Widths {
    alike: BTreeMap<Vec<String>, Vec<u32>>,
    upright: u32,
    turned: u32,
    words: u32,
}

impl Widths {
    /// The widths in a document with lines of those lengths on upright and on turned pages, where words are so many
    /// hundredths of what is usual.
    pub(super) fn of(document: &Document, upright: u32, turned: u32, words: u32) -> Self {
        let mut alike: BTreeMap<Vec<String>, Vec<&Table>> = BTreeMap::new();
        for block in &document.blocks {
            if let Block::Table(table) = block {
                alike.entry(key(table)).or_default().push(table);
            }
        }
        let mut widths = Self {
            alike: BTreeMap::new(),
            upright,
            turned,
            words,
        };
        for (key, tables) in alike {
            let (_, shared) = plan(&tables, widths.room(tables[0]), words);
            widths.alike.insert(key, shared);
        }
        widths
    }

    fn room(&self, table: &Table) -> u32 {
        if table.wide {
            self.turned
        } else {
            self.upright
        }
    }

    /// The widths of a table of that document: those of all its like, unless it would be much shorter with its own.
    pub(super) fn get(&self, table: &Table) -> Vec<u32> {
        let (wants, own) = plan(&[table], self.room(table), self.words);
        match self.alike.get(&key(table)) {
            Some(shared) if height(&wants, shared) * 4 <= height(&wants, &own) * 5 => {
                shared.clone()
            }
            Some(_) | None => own,
        }
    }
}

/// Tables are alike if their columns are called the same and stand on the same kind of page.
fn key(table: &Table) -> Vec<String> {
    let columns = table.columns.iter();
    let mut key: Vec<String> = columns.map(|column| column.title.clone()).collect();
    key.push(table.wide.to_string());
    key
}

/// What the columns of tables ask for, and what they get.
fn plan(tables: &[&Table], room: u32, words: u32) -> (Vec<Want>, Vec<u32>) {
    let columns = &tables[0].columns;
    let wants: Vec<Want> = (0..columns.len())
        .map(|place| want(tables, place, room, words))
        .collect();
    let mut widths = divide(columns, &wants, room);
    fit(columns, &mut widths, room);
    shorten(columns, &wants, &mut widths, room);
    (wants, widths)
}

/// What a column asks for.
struct Want {
    /// With its longest word whole.
    least: u32,
    /// With no line broken.
    most: u32,
    /// How long its texts are, row by row.
    lengths: Vec<u32>,
}

fn want(tables: &[&Table], place: usize, room: u32, size: u32) -> Want {
    let column = &tables[0].columns[place];
    let rows = tables.iter().flat_map(|table| &table.rows);
    let cells = rows.filter(|row| !row.is_group);
    let texts: Vec<(&str, bool)> = cells
        .filter_map(|row| row.cells.get(place))
        .map(|cell| (cell.text.as_str(), cell.tone == Tone::Strong))
        .collect();
    let measured = |word: &str, is_bold| measure(word, is_bold).saturating_mul(size) / 100;
    let lines = texts.iter().map(|(text, is_bold)| measured(text, *is_bold));
    let lengths: Vec<u32> = lines.map(|length| length.min(LONGEST_TEXT)).collect();
    let line = lengths.iter().copied().max().unwrap_or(0);
    let longest = |text: &str, is_bold| {
        let words = words(text).map(|word| measured(word, is_bold));
        words.max().unwrap_or(0).min(LONGEST_WORD)
    };
    let word = texts.iter().map(|(text, is_bold)| longest(text, *is_bold));
    let word = word.max().unwrap_or(0);
    // Without a share it never wraps, unless it would take more than a fair part of the page; nor does its title, if that is short.
    let title = match measured(&column.title, true) {
        whole if column.share == 0 && whole < SHORT_TITLE => whole,
        _ => longest(&column.title, true),
    };
    let (least, most) = match column.share {
        0 if line > room / 4 => (word, word),
        0 => (line, line),
        _ => (word, line.max(measured(&column.title, true))),
    };
    Want {
        least: least.max(title).saturating_add(PADDING),
        most: most.max(title).saturating_add(PADDING),
        lengths,
    }
}

/// Columns without a share take what they ask for; the others share the rest, none with less than its longest word or
/// more than its longest line.
fn divide(columns: &[Column], wants: &[Want], room: u32) -> Vec<u32> {
    let mut widths: Vec<u32> = wants.iter().map(|want| want.least.min(room)).collect();
    let mut open: Vec<usize> = (0..columns.len())
        .filter(|place| columns[*place].share > 0)
        .collect();
    while !open.is_empty() {
        let closed = (0..widths.len()).filter(|place| !open.contains(place));
        let rest = room.saturating_sub(closed.map(|place| widths[place]).sum());
        let share = |place: &usize| u32::from(columns[*place].share);
        let shares: u32 = open.iter().map(share).sum();
        let portion = |place: &usize| rest * share(place) / shares.max(1);
        let is_tight = |place: &usize| wants[*place].least > portion(place);
        let is_loose = |place: &usize| wants[*place].most <= portion(place);
        let tight: Vec<usize> = open.iter().copied().filter(is_tight).collect();
        let loose: Vec<usize> = open.iter().copied().filter(is_loose).collect();
        let bound = match (tight.is_empty(), loose.is_empty()) {
            (false, _) => tight,
            (true, false) => loose,
            (true, true) => open.clone(),
        };
        for place in &bound {
            let want = &wants[*place];
            widths[*place] = portion(place).clamp(want.least, want.most.max(want.least));
        }
        open.retain(|place| !bound.contains(place));
    }
    widths
}

/// Stretches or squeezes the columns until they fill the room, those with a share first.
fn fit(columns: &[Column], widths: &mut [u32], room: u32) {
    let total: u32 = widths.iter().sum();
    let shares: u32 = columns.iter().map(|column| u32::from(column.share)).sum();
    let part = |of: u32, width: u32| {
        let part = u64::from(of) * u64::from(width) / u64::from(total.max(1));
        u32::try_from(part).unwrap_or(of)
    };
    let spare = room.saturating_sub(total);
    for (column, width) in columns.iter().zip(widths) {
        if total > room {
            *width = part(room, *width);
            continue;
        }
        let share = (spare * u32::from(column.share)).checked_div(shares);
        *width += share.unwrap_or_else(|| part(spare, *width));
    }
}

/// Moves room from one column with a share to another as long as that makes the tables shorter.
fn shorten(columns: &[Column], wants: &[Want], widths: &mut [u32], room: u32) {
    let open: Vec<usize> = (0..columns.len())
        .filter(|place| columns[*place].share > 0)
        .collect();
    // Nor does a column give away more than half of its share.
    let shares: u32 = columns.iter().map(|column| u32::from(column.share)).sum();
    let floor = |place: usize| {
        let half = room * u32::from(columns[place].share) / shares.max(1) / 2;
        wants[place].least.max(half)
    };
    let pairs = || {
        open.iter()
            .flat_map(|from| open.iter().map(move |to| (*from, *to)))
    };
    let mut best = height(wants, widths);
    for step in STEPS.map(|part| room / part) {
        // A move makes the tables shorter, so that this ends; they are never as long as that.
        for _ in 0..100 {
            let moves = pairs().filter_map(|(from, to)| {
                let mut moved = widths.to_vec();
                moved[from] = moved[from].checked_sub(step)?;
                moved[to] += step;
                let fits = from != to && moved[from] >= floor(from);
                fits.then(|| (height(wants, &moved), moved))
            });
            let shortest = moves.min_by_key(|(height, _)| *height);
            let Some((height, moved)) = shortest.filter(|(height, _)| *height < best) else {
                break;
            };
            best = height;
            widths.copy_from_slice(&moved);
        }
    }
}

/// How many lines the rows have together.
fn height(wants: &[Want], widths: &[u32]) -> u32 {
    let rows = wants.first().map_or(0, |want| want.lengths.len());
    let row = |row: usize| {
        let cells = wants.iter().zip(widths);
        let lines =
            cells.filter_map(|(want, width)| Some(lines_of(*want.lengths.get(row)?, *width)));
        lines.max().unwrap_or(0)
    };
    (0..rows).map(row).fold(0, u32::saturating_add)
}
