//! Charts, drawn by the spreadsheet from the cells of a table.

use rust_xlsxwriter::{
    Chart as Drawing, ChartAxisLabelPosition, ChartDataLabel, ChartEmptyCells, ChartFont,
    ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartPatternFill,
    ChartPatternFillType, ChartSolidFill, ChartType, Worksheet, XlsxError,
};

use super::layout::{self, Plan};
use super::look::colour;
use crate::render::{harmless::one_line, palette};
use crate::report::Tone;
use crate::report::book::{Chart, ChartKind};

/// The width of a chart in pixels.
const WIDTH: u32 = 900;

/// The cells that a chart is drawn from.
struct Cells<'c> {
    sheet: &'c str,
    head: u32,
    first: u32,
    last: u32,
}

impl Cells<'_> {
    fn title(&self, column: usize) -> (&str, u32, u16) {
        (self.sheet, self.head, place(column))
    }

    fn values(&self, column: usize) -> (&str, u32, u16, u32, u16) {
        let column = place(column);
        (self.sheet, self.first, column, self.last, column)
    }
}

fn place(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

/// Puts a chart on a sheet; where there is nothing to draw, none.
pub(super) fn insert(
    sheet: &mut Worksheet,
    row: u32,
    chart: &Chart,
    all: &[Plan<'_>],
) -> Result<(), XlsxError> {
    let source = all.iter().find(|plan| plan.sheet.name == chart.sheet);
    let Some((head, grid)) = source.and_then(Plan::last_grid) else {
        return Ok(());
    };
    let (first, count) = chart.rows.unwrap_or((0, grid.rows.len()));
    let (Ok(first), Ok(count)) = (u32::try_from(first), u32::try_from(count)) else {
        return Err(XlsxError::RowColumnLimitError);
    };
    if count == 0 {
        return Ok(());
    }
    let cells = Cells {
        sheet: chart.sheet,
        head,
        first: head + 1 + first,
        last: head + first + count,
    };
    let mut drawing = match &chart.kind {
        ChartKind::Bars(parts) => bars(&cells, chart.labels, parts),
        ChartKind::Wheel { low, high } => wheel(&cells, chart.labels, *low, *high),
    };
    // The title is our own words first, so that no name in it is read as a formula.
    let title = one_line(&chart.title);
    let mut font = ChartFont::new();
    font.set_size(12).set_bold();
    drawing.title().set_name(title.as_ref()).set_font(&font);
    drawing.legend().set_position(ChartLegendPosition::Bottom);
    let height = u32::try_from(layout::height_of(chart, grid.rows.len())).unwrap_or(WIDTH);
    drawing
        .set_width(WIDTH)
        .set_height(height)
        .set_alt_text(title.chars().take(250).collect::<String>());
    sheet.insert_chart(row, 0, &drawing)?;
    Ok(())
}

/// Stacked bars; what is not known is hatched, so that it is told apart without colours.
fn bars(cells: &Cells<'_>, labels: usize, parts: &[(usize, Tone)]) -> Drawing {
    let mut drawing = Drawing::new(ChartType::BarStacked);
    for (column, tone) in parts {
        let mut font = ChartFont::new();
        font.set_size(9).set_color(colour(palette::ink_on(*tone)));
        let mut label = ChartDataLabel::new();
        // A zero has no label.
        label.show_value().set_num_format("0;;").set_font(&font);
        drawing
            .add_series()
            .set_name(cells.title(*column))
            .set_categories(cells.values(labels))
            .set_values(cells.values(*column))
            .set_format(&mut fill(*tone))
            .set_data_label(&label)
            .set_gap(40);
    }
    // The first bar stands at the top, and the scale at the foot all the same. Of bars the y axis has the names.
    let mut small = ChartFont::new();
    small.set_size(9);
    drawing
        .y_axis()
        .set_reverse()
        .set_label_interval(1)
        .set_font(&small);
    let mut line = ChartLine::new();
    line.set_color(colour(palette::LINE)).set_width(0.5);
    drawing
        .x_axis()
        .set_num_format("0")
        .set_min(0)
        .set_major_gridlines_line(&line)
        .set_label_position(ChartAxisLabelPosition::High);
    drawing
}

fn fill(tone: Tone) -> ChartFormat {
    let mut format = ChartFormat::new();
    let mut border = ChartLine::new();
    border
        .set_color(colour(palette::fill(tone)))
        .set_width(0.75);
    format.set_border(&border);
    if tone == Tone::Unknown {
        let mut pattern = ChartPatternFill::new();
        pattern
            .set_pattern(ChartPatternFillType::DiagonalStripesWideUpwards)
            .set_foreground_color(colour(palette::fill(tone)))
            .set_background_color(rust_xlsxwriter::Color::White);
        format.set_pattern_fill(&pattern);
    } else {
        let mut solid = ChartSolidFill::new();
        solid.set_color(colour(palette::fill(tone)));
        format.set_solid_fill(&solid);
    }
    format
}

/// A wheel with two lines: what is certain within what is possible. A spoke without a score is a gap in both.
fn wheel(cells: &Cells<'_>, labels: usize, low: usize, high: usize) -> Drawing {
    let mut drawing = Drawing::new(ChartType::Radar);
    let lines = [
        (low, Tone::InPlace, ChartLineDashType::Solid, 2.5),
        (high, Tone::Unknown, ChartLineDashType::Dash, 2.0),
    ];
    for (column, tone, dash, width) in lines {
        let mut line = ChartLine::new();
        line.set_color(colour(palette::fill(tone)))
            .set_dash_type(dash)
            .set_width(width);
        let mut format = ChartFormat::new();
        format.set_line(&line);
        drawing
            .add_series()
            .set_name(cells.title(column))
            .set_categories(cells.values(labels))
            .set_values(cells.values(column))
            .set_format(&mut format);
    }
    drawing.y_axis().set_min(0).set_max(1).set_num_format("0%");
    drawing.show_empty_cells_as(ChartEmptyCells::Gaps);
    drawing
}
