//! What the charts show: bars of verdicts, and wheels of intervals. Each is told in words too.

use super::body::Body;
use super::chart::{Chart, Series, drawing, letters};
use super::paragraph::Paragraph;
use crate::render::palette;
use crate::report::{Bar, Picture, Radar, Tone};

/// The verdicts in the order of the bars.
const TONES: [Tone; 5] = [
    Tone::InPlace,
    Tone::Partly,
    Tone::Missing,
    Tone::NotApplicable,
    Tone::Unknown,
];

/// The shape of a part of a bar and the colour of its figure. Printed in grey they differ too: full, half, hollow,
/// pale, and hatched for what is not known.
fn shape(tone: Tone) -> (String, &'static str) {
    let solid = |fill: &str, line: &str| {
        format!(
            "<a:solidFill><a:srgbClr val=\"{fill}\"/></a:solidFill>\
             <a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"{line}\"/></a:solidFill></a:ln>"
        )
    };
    let (fill, ink) = (palette::fill(tone), palette::ink(tone));
    match tone {
        Tone::InPlace | Tone::Partly | Tone::NotApplicable => {
            (solid(fill, ink), palette::ink_on(tone))
        }
        Tone::Missing => (solid("FFFFFF", fill), ink),
        Tone::Unknown | Tone::Plain | Tone::Strong | Tone::Faint => (
            format!(
                "<a:pattFill prst=\"ltUpDiag\"><a:fgClr><a:srgbClr val=\"{fill}\"/></a:fgClr>\
                 <a:bgClr><a:srgbClr val=\"FFFFFF\"/></a:bgClr></a:pattFill>\
                 <a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"{fill}\"/></a:solidFill></a:ln>"
            ),
            ink,
        ),
    }
}

/// The figures in the bars; a part that is not there has none.
fn labels(colour: &str) -> String {
    format!(
        "<c:dLbls><c:numFmt formatCode=\"0;;\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{}\
         <c:dLblPos val=\"ctr\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/>\
         <c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>",
        letters(900, colour, true)
    )
}

const LINE: &str = "<c:spPr><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"8C96A6\"/></a:solidFill></a:ln></c:spPr>";
const GRID: &str = "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D0D5DD\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>";

/// What follows the bars: the chapters at the left, the first at the top, and no scale, since the figures stand in the bars.
fn bar_axes() -> String {
    format!(
        "<c:gapWidth val=\"45\"/><c:overlap val=\"100\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>\
         <c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"maxMin\"/></c:scaling><c:delete val=\"0\"/>\
         <c:axPos val=\"l\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>\
         {LINE}{}<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/>\
         <c:lblOffset val=\"100\"/><c:tickLblSkip val=\"1\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>\
         <c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"1\"/>\
         <c:axPos val=\"b\"/><c:numFmt formatCode=\"0\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>\
         <c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/><c:crosses val=\"max\"/>\
         <c:crossBetween val=\"between\"/></c:valAx>",
        letters(900, "262626", false)
    )
}

/// What follows the lines of a wheel: its spokes, and a scale from 0 to 100 %.
fn wheel_axes() -> String {
    format!(
        "<c:axId val=\"1\"/><c:axId val=\"2\"/></c:radarChart>\
         <c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/>\
         <c:axPos val=\"b\"/>{GRID}<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>\
         {}<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/>\
         <c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>\
         <c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/><c:max val=\"1\"/><c:min val=\"0\"/></c:scaling>\
         <c:delete val=\"0\"/><c:axPos val=\"l\"/>{GRID}<c:numFmt formatCode=\"0%\" sourceLinked=\"0\"/>\
         <c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>{LINE}{}\
         <c:crossAx val=\"1\"/><c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/><c:majorUnit val=\"0.25\"/></c:valAx>",
        letters(900, "262626", false),
        letters(700, "595959", false)
    )
}

/// A line of a wheel: its colour, width and dashes.
fn line(colour: &str, width: u32, dash: &str) -> String {
    format!(
        "<a:ln w=\"{width}\"><a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill><a:prstDash val=\"{dash}\"/></a:ln>"
    )
}

/// The marks on a line: their shape, fill and edge.
fn marker(symbol: &str, fill: &str, edge: &str) -> String {
    format!(
        "<c:marker><c:symbol val=\"{symbol}\"/><c:size val=\"6\"/><c:spPr><a:solidFill><a:srgbClr val=\"{fill}\"/></a:solidFill>\
         <a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"{edge}\"/></a:solidFill></a:ln></c:spPr></c:marker>"
    )
}

/// How many of a bar have that meaning.
fn count(bar: &Bar, tone: Tone) -> usize {
    let segments = bar.segments.iter().filter(|one| one.tone == tone);
    segments.map(|one| one.count).sum()
}

/// A bar in words.
fn told(bar: &Bar) -> String {
    let parts = bar.segments.iter().filter(|one| one.count > 0);
    let parts = parts.map(|one| format!("{} {}", one.count, super::super::legend(one.tone)));
    format!("{}: {}", bar.label, parts.collect::<Vec<_>>().join(", "))
}

impl Body<'_> {
    /// Writes bars of verdicts.
    pub(super) fn picture(&mut self, picture: &Picture) {
        let bars = &picture.bars;
        let shown = TONES
            .iter()
            .filter(|tone| bars.iter().any(|bar| count(bar, **tone) > 0));
        let series = shown.map(|tone| {
            let (shape, label) = shape(*tone);
            #[expect(clippy::cast_precision_loss, reason = "requirements are few")]
            let figures = bars.iter().map(|bar| Some(count(bar, *tone) as f64));
            Series {
                name: format!(
                    "{} {}",
                    super::super::sign(*tone),
                    super::super::legend(*tone)
                ),
                figures: figures.collect(),
                shape,
                rest: format!("<c:invertIfNegative val=\"0\"/>{}", labels(label)),
            }
        });
        let chart = Chart {
            categories: bars.iter().map(|bar| bar.label.clone()).collect(),
            series: series.collect(),
            begin: "<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"stacked\"/><c:varyColors val=\"0\"/>",
            end: bar_axes(),
            format: "0",
        };
        let height = 170 + 85 * u32::try_from(bars.len().min(20)).unwrap_or(20);
        let words: Vec<String> = bars.iter().map(told).collect();
        self.chart(chart, height, &picture.caption, &words);
    }

    /// Writes a wheel of intervals: a line for what is certain, and one for what is possible.
    pub(super) fn radar(&mut self, radar: &Radar) {
        let ends = |end: fn((f64, f64)) -> f64| {
            let spokes = radar.spokes.iter();
            spokes.map(|spoke| spoke.interval.map(end)).collect()
        };
        let words = radar.spokes.iter().map(|spoke| {
            let interval = super::super::interval(spoke.interval);
            format!("{}: {interval}", spoke.label)
        });
        let words: Vec<String> = words.collect();
        let (certain, possible) = (palette::fill(Tone::InPlace), palette::ink(Tone::Unknown));
        let chart = Chart {
            categories: words.clone(),
            series: vec![
                Series {
                    name: "certain (lower end)".to_owned(),
                    figures: ends(|(low, _)| low),
                    shape: line(certain, 28575, "solid"),
                    rest: marker("square", certain, certain),
                },
                Series {
                    name: "possible, if all that is not determined is there (upper end)".to_owned(),
                    figures: ends(|(_, high)| high),
                    shape: line(possible, 19050, "dash"),
                    rest: marker("circle", "FFFFFF", possible),
                },
            ],
            begin: "<c:radarChart><c:radarStyle val=\"marker\"/><c:varyColors val=\"0\"/>",
            end: wheel_axes(),
            format: "0%",
        };
        self.chart(chart, 800, &radar.caption, &words);
    }

    /// Writes a chart with its caption below it, `height` hundredths of a centimetre high.
    fn chart(&mut self, chart: Chart, height: u32, caption: &str, words: &[String]) {
        if chart.categories.is_empty() {
            return self.caption("Figure", caption, false);
        }
        self.charts.push(chart);
        // 567 twentieths of a point are a centimetre.
        let size = (self.width * 100 / 567, height);
        let described = format!("{caption}. {}.", words.join(". "));
        let drawn = drawing(self.charts.len(), size, caption, &described);
        let xml = Paragraph::of("Picture").xml(self.ids(), &drawn);
        self.push(&xml);
        self.after_table = false;
        self.caption("Figure", caption, false);
    }
}
