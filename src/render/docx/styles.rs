//! The styles of a report, one row each. Which of them a house already has is not known here.

use std::collections::BTreeMap;

use super::xml::{HEAD, NAMESPACES};

/// A style as it stands in the table below.
#[derive(Debug)]
pub(super) struct Style {
    /// Its id in our documents.
    pub(super) id: &'static str,
    /// `paragraph`, `character` or `table`.
    pub(super) kind: &'static str,
    /// Its name, by which word processors know a style whatever the language of its id.
    pub(super) name: &'static str,
    /// The id of the style it begins from.
    base: Option<&'static str>,
    /// The id of the style of the paragraph after it.
    next: Option<&'static str>,
    /// What it says of paragraphs.
    paragraph: &'static str,
    /// What it says of characters.
    run: &'static str,
    /// What else it has: only the table has something.
    rest: &'static str,
}

const fn paragraph(
    id: &'static str,
    name: &'static str,
    base: &'static str,
    paragraph: &'static str,
    run: &'static str,
) -> Style {
    Style {
        id,
        kind: "paragraph",
        name,
        base: Some(base),
        next: None,
        paragraph,
        run,
        rest: "",
    }
}

const fn heading(
    id: &'static str,
    name: &'static str,
    paragraph: &'static str,
    run: &'static str,
) -> Style {
    Style {
        id,
        kind: "paragraph",
        name,
        base: Some("Normal"),
        next: Some("Normal"),
        paragraph,
        run,
        rest: "",
    }
}

/// What documents say when no style says otherwise.
const DEFAULTS: &str = "<w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>\
    <w:lang w:val=\"en-GB\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
    <w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>";

/// Lines under and between the rows, none at the sides; the header row is shaded and bold.
const TABLE: &str = "<w:tblPr><w:tblBorders>\
    <w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"44546A\"/>\
    <w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"44546A\"/>\
    <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BFC5CE\"/></w:tblBorders>\
    <w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/>\
    <w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
    <w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/><w:bCs/></w:rPr><w:tblPr/><w:tcPr><w:tcBorders>\
    <w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"44546A\"/></w:tcBorders>\
    <w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E1E6ED\"/></w:tcPr></w:tblStylePr>";

/// Thin lines only: for labels with a value each.
const FACTS: &str = "<w:tblPr><w:tblBorders>\
    <w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BFC5CE\"/>\
    <w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BFC5CE\"/>\
    <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"E1E6ED\"/></w:tblBorders>\
    <w:tblCellMar><w:top w:w=\"30\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/>\
    <w:bottom w:w=\"30\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>";

const fn table(id: &'static str, name: &'static str, rest: &'static str) -> Style {
    Style {
        id,
        kind: "table",
        name,
        base: Some("TableNormal"),
        next: None,
        paragraph: "",
        run: "",
        rest,
    }
}

const fn character(id: &'static str, name: &'static str, run: &'static str) -> Style {
    Style {
        id,
        kind: "character",
        name,
        base: None,
        next: None,
        paragraph: "",
        run,
        rest: "",
    }
}

/// All styles. Those with names that word processors know are theirs: a house that has them keeps its own.
pub(super) const STYLES: &[Style] = &[
    Style {
        id: "Normal",
        kind: "paragraph",
        name: "Normal",
        base: None,
        next: None,
        paragraph: "",
        run: "",
        rest: "",
    },
    Style {
        id: "TableNormal",
        kind: "table",
        name: "Normal Table",
        base: None,
        next: None,
        paragraph: "",
        run: "",
        rest: "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>\
               <w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>\
               <w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>",
    },
    heading(
        "Title",
        "Title",
        "<w:keepNext/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"8\" w:color=\"1F3864\"/></w:pBdr>\
         <w:spacing w:before=\"0\" w:after=\"280\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"1F3864\"/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>",
    ),
    heading(
        "Heading1",
        "heading 1",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"400\" w:after=\"140\" w:line=\"240\" w:lineRule=\"auto\"/>\
         <w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"1F3864\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>",
    ),
    heading(
        "Heading2",
        "heading 2",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"300\" w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/>\
         <w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"1F3864\"/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>",
    ),
    heading(
        "Heading3",
        "heading 3",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"260\" w:after=\"100\" w:line=\"240\" w:lineRule=\"auto\"/>\
         <w:outlineLvl w:val=\"2\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"2F4A7A\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>",
    ),
    heading(
        "Heading4",
        "heading 4",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"220\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>\
         <w:outlineLvl w:val=\"3\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"2F4A7A\"/>",
    ),
    heading(
        "Caption",
        "caption",
        "<w:keepLines/><w:spacing w:before=\"160\" w:after=\"100\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:b/><w:bCs/><w:color w:val=\"44546A\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    paragraph(
        "Quote",
        "Quote",
        "Normal",
        "<w:keepLines/><w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"10\" w:color=\"9AA7BA\"/></w:pBdr>\
         <w:spacing w:before=\"60\" w:after=\"0\"/><w:ind w:left=\"400\" w:right=\"400\"/>",
        "",
    ),
    paragraph(
        "QuoteRight",
        "Gap Quote Right",
        "Quote",
        "<w:pBdr><w:left w:val=\"nil\"/><w:right w:val=\"single\" w:sz=\"18\" w:space=\"10\" w:color=\"9AA7BA\"/></w:pBdr>",
        "",
    ),
    paragraph(
        "QuoteSource",
        "Gap Quote Source",
        "Quote",
        "<w:spacing w:before=\"0\" w:after=\"160\"/>",
        "<w:color w:val=\"595959\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    paragraph(
        "Notice",
        "Gap Notice",
        "Normal",
        "<w:keepLines/><w:pBdr><w:top w:val=\"single\" w:sz=\"8\" w:space=\"6\" w:color=\"8A6D1D\"/>\
         <w:left w:val=\"single\" w:sz=\"8\" w:space=\"6\" w:color=\"8A6D1D\"/>\
         <w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"6\" w:color=\"8A6D1D\"/>\
         <w:right w:val=\"single\" w:sz=\"8\" w:space=\"6\" w:color=\"8A6D1D\"/></w:pBdr>\
         <w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FBF6E9\"/>\
         <w:spacing w:before=\"240\" w:after=\"240\"/><w:ind w:left=\"140\" w:right=\"140\"/>",
        "",
    ),
    paragraph(
        "ListBullet",
        "List Bullet",
        "Normal",
        "<w:numPr><w:numId w:val=\"{bullets}\"/></w:numPr><w:spacing w:after=\"80\"/>",
        "",
    ),
    paragraph(
        "TableText",
        "Gap Table Text",
        "Normal",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    paragraph(
        "LaneText",
        "Gap Lane Text",
        "TableText",
        "",
        "<w:sz w:val=\"14\"/><w:szCs w:val=\"14\"/>",
    ),
    paragraph(
        "Picture",
        "Gap Picture",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "",
    ),
    // As a heading of the first level, but without a number and not among the contents itself.
    paragraph(
        "ContentsHeading",
        "Gap Contents Heading",
        "Heading1",
        "<w:numPr><w:numId w:val=\"0\"/></w:numPr><w:ind w:left=\"0\" w:firstLine=\"0\"/><w:outlineLvl w:val=\"9\"/>",
        "",
    ),
    paragraph(
        "TOC1",
        "toc 1",
        "Normal",
        "<w:spacing w:before=\"100\" w:after=\"40\"/>",
        "<w:b/><w:bCs/>",
    ),
    paragraph(
        "TOC2",
        "toc 2",
        "Normal",
        "<w:spacing w:after=\"20\"/><w:ind w:left=\"280\"/>",
        "",
    ),
    paragraph(
        "TOC3",
        "toc 3",
        "Normal",
        "<w:spacing w:after=\"0\"/><w:ind w:left=\"560\"/>",
        "",
    ),
    paragraph(
        "Header",
        "header",
        "Normal",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"BFC5CE\"/></w:pBdr><w:spacing w:after=\"0\"/>",
        "<w:color w:val=\"595959\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
    ),
    paragraph(
        "Footer",
        "footer",
        "Normal",
        "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"BFC5CE\"/></w:pBdr><w:spacing w:after=\"0\"/>",
        "<w:color w:val=\"595959\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
    ),
    character(
        "Hyperlink",
        "Hyperlink",
        "<w:color w:val=\"1F4E9E\"/><w:u w:val=\"single\"/>",
    ),
    table("GapTable", "Gap Table", TABLE),
    table("GapFacts", "Gap Facts", FACTS),
];

/// The ids that styles have in a document, where a house has other ones than we.
#[derive(Debug, Default, Clone)]
pub(super) struct Ids(BTreeMap<&'static str, String>);

impl Ids {
    /// Notes the id that a style has in the house.
    pub(super) fn set(&mut self, ours: &'static str, theirs: String) {
        self.0.insert(ours, theirs);
    }

    /// The id of our style in the document.
    pub(super) fn of<'i>(&'i self, ours: &'i str) -> &'i str {
        self.0.get(ours).map_or(ours, String::as_str)
    }
}

impl Style {
    /// The style as an element, complete by itself.
    pub(super) fn xml(&self, ids: &Ids, bullets: u32) -> String {
        let mut out = format!(
            "<w:style xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" w:type=\"{}\"{} w:styleId=\"{}\"><w:name w:val=\"{}\"/>",
            self.kind,
            match self.id {
                "Normal" | "TableNormal" => " w:default=\"1\"",
                _ if self.name.starts_with("Gap ") => " w:customStyle=\"1\"",
                _ => "",
            },
            ids.of(self.id),
            self.name,
        );
        for (element, other) in [("basedOn", self.base), ("next", self.next)] {
            if let Some(other) = other {
                out.push_str(&format!("<w:{element} w:val=\"{}\"/>", ids.of(other)));
            }
        }
        out.push_str("<w:uiPriority w:val=\"1\"/><w:qFormat/>");
        if !self.paragraph.is_empty() {
            let paragraph = self.paragraph.replace("{bullets}", &bullets.to_string());
            out.push_str(&format!("<w:pPr>{paragraph}</w:pPr>"));
        }
        if !self.run.is_empty() {
            out.push_str(&format!("<w:rPr>{}</w:rPr>", self.run));
        }
        out.push_str(self.rest);
        out.push_str("</w:style>");
        out
    }
}

/// The part with all styles, where no house has its own.
pub(super) fn part(bullets: u32) -> String {
    let ids = Ids::default();
    let styles: String = STYLES
        .iter()
        .map(|style| style.xml(&ids, bullets))
        .collect();
    format!("{HEAD}<w:styles {NAMESPACES}>{DEFAULTS}{styles}</w:styles>")
}
