//! Charts that a word processor draws itself, with the figures behind them. What a chart shows is decided elsewhere.

use super::package::{Part, Relation};
use super::workbook;
use super::xml::{HEAD, escaped};

/// A row of figures, with its look.
#[derive(Debug)]
pub(super) struct Series {
    /// What it stands for.
    pub(super) name: String,
    /// One figure a category; none where nothing was measured, which is not 0.
    pub(super) figures: Vec<Option<f64>>,
    /// Its shape properties, inside `c:spPr`.
    pub(super) shape: String,
    /// What else it has before its figures, such as labels.
    pub(super) rest: String,
}

/// A chart.
#[derive(Debug)]
pub(super) struct Chart {
    /// What the figures are about.
    pub(super) categories: Vec<String>,
    /// The rows of figures.
    pub(super) series: Vec<Series>,
    /// What comes before the rows, from the opening tag of the kind of chart.
    pub(super) begin: &'static str,
    /// What comes after the rows, with the axes.
    pub(super) end: String,
    /// How figures are written.
    pub(super) format: &'static str,
}

/// Text in a chart: its size in hundredths of a point, and its colour.
pub(super) fn letters(size: u32, colour: &str, is_bold: bool) -> String {
    format!(
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"{size}\" b=\"{}\"><a:solidFill><a:srgbClr val=\"{colour}\"/>\
         </a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>",
        u8::from(is_bold)
    )
}

impl Chart {
    /// The parts of the chart with that number: the chart itself and the workbook with its figures.
    pub(super) fn parts(&self, number: usize) -> std::io::Result<[Part; 2]> {
        let workbook = Part {
            name: format!("word/embeddings/figures{number}.xlsx"),
            content_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                .to_owned(),
            bytes: workbook::bytes(&self.categories, &self.series)?,
            relations: Vec::new(),
        };
        let chart = Part {
            name: format!("word/charts/chart{number}.xml"),
            content_type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
                .to_owned(),
            bytes: self.xml().into_bytes(),
            relations: vec![Relation::to("rId1", "package", workbook.name.clone())],
        };
        Ok([chart, workbook])
    }

    fn xml(&self) -> String {
        let series: String = self
            .series
            .iter()
            .enumerate()
            .map(|(place, series)| self.series(place, series))
            .collect();
        format!(
            "{HEAD}<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
             <c:date1904 val=\"0\"/><c:lang val=\"en-GB\"/><c:roundedCorners val=\"0\"/>\
             <c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>{}{series}{}</c:plotArea>\
             <c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>{}</c:legend>\
             <c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>\
             <c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{}\
             <c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>",
            self.begin,
            self.end,
            letters(900, "262626", false),
            letters(900, "262626", false),
        )
    }

    fn series(&self, place: usize, series: &Series) -> String {
        let column = workbook::column(place + 1);
        let last = self.categories.len() + 1;
        let categories: String = self
            .categories
            .iter()
            .enumerate()
            .map(|(place, name)| point(place, &escaped(name)))
            .collect();
        let figures: String = series
            .figures
            .iter()
            .enumerate()
            .filter_map(|(place, figure)| Some(point(place, &figure.as_ref()?.to_string())))
            .collect();
        format!(
            "<c:ser><c:idx val=\"{place}\"/><c:order val=\"{place}\"/><c:tx><c:strRef><c:f>Figures!${column}$1</c:f>\
             <c:strCache><c:ptCount val=\"1\"/>{}</c:strCache></c:strRef></c:tx><c:spPr>{}</c:spPr>{}\
             <c:cat><c:strRef><c:f>Figures!$A$2:$A${last}</c:f><c:strCache><c:ptCount val=\"{count}\"/>{categories}</c:strCache></c:strRef></c:cat>\
             <c:val><c:numRef><c:f>Figures!${column}$2:${column}${last}</c:f><c:numCache><c:formatCode>{}</c:formatCode>\
             <c:ptCount val=\"{count}\"/>{figures}</c:numCache></c:numRef></c:val></c:ser>",
            point(0, &escaped(&series.name)),
            series.shape,
            series.rest,
            self.format,
            count = self.categories.len(),
        )
    }
}

fn point(place: usize, value: &str) -> String {
    format!("<c:pt idx=\"{place}\"><c:v>{value}</c:v></c:pt>")
}

/// A chart as it stands in a paragraph; its size is in hundredths of a centimetre.
pub(super) fn drawing(number: usize, size: (u32, u32), title: &str, description: &str) -> String {
    const EMU: u32 = 3600;
    // Far from those that pictures in a house's header have.
    const FIRST_ID: usize = 20_000;
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{}\" cy=\"{}\"/>\
         <wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>\
         <wp:docPr id=\"{}\" name=\"Figure {number}\" title=\"{}\" descr=\"{}\"/><wp:cNvGraphicFramePr/>\
         <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">\
         <c:chart r:id=\"rIdChart{number}\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
        size.0 * EMU,
        size.1 * EMU,
        FIRST_ID + number,
        escaped(title),
        escaped(description),
    )
}
