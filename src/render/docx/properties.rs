//! What a package says of itself, and how a word processor is to open it.

use super::package::{KINDS, Part, Relation};
use super::xml::{HEAD, NAMESPACES, escaped};
use crate::report::{Document, Imprint};

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";

/// Title and date, the program, and what stands on every page; with what the package says of where they are.
pub(super) fn parts(document: &Document) -> Vec<(Part, Relation)> {
    let all = [
        (
            "core",
            "package.core",
            format!("{PACKAGE}relationships/metadata/core"),
            core(document),
        ),
        (
            "app",
            "officedocument.extended",
            format!("{KINDS}extended"),
            app(),
        ),
        (
            "custom",
            "officedocument.custom",
            format!("{KINDS}custom"),
            custom(&document.imprint),
        ),
    ];
    let parts = all.into_iter().map(|(name, content_type, kind, xml)| {
        let part = Part {
            name: format!("docProps/{name}.xml"),
            content_type: format!("application/vnd.openxmlformats-{content_type}-properties+xml"),
            bytes: xml.into_bytes(),
            relations: Vec::new(),
        };
        let relation = Relation {
            id: format!("rId{name}"),
            kind: format!("{kind}-properties"),
            target: part.name.clone(),
            is_external: false,
        };
        (part, relation)
    });
    parts.collect()
}

fn core(document: &Document) -> String {
    let title: String = document.title.chars().take(250).collect();
    // The date of the report, since no clock is read.
    let created = document.imprint.as_at.map_or_else(String::new, |date| {
        ["created", "modified"]
            .map(|element| {
                format!("<dcterms:{element} xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:{element}>")
            })
            .concat()
    });
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:creator>gapcheck</dc:creator>{created}<dc:language>en-GB</dc:language></cp:coreProperties>",
        escaped(&title)
    )
}

fn app() -> String {
    format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>gapcheck</Application></Properties>"
    )
}

/// What stands on every page, so that a house's own footer can show it by a field: `DOCPROPERTY "As at"`.
fn custom(imprint: &Imprint) -> String {
    let as_at = imprint.as_at.map(|date| date.to_string());
    let said = [
        ("As at", as_at),
        ("Status", imprint.status.clone()),
        ("Classification", imprint.classification.clone()),
    ];
    let said = said.into_iter().zip(2..).filter_map(|((name, value), number)| {
        let value = escaped(&value?);
        Some(format!(
            "<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"{number}\" name=\"{name}\"><vt:lpwstr>{value}</vt:lpwstr></property>"
        ))
    });
    format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" \
         xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">{}</Properties>",
        said.collect::<String>()
    )
}

/// Fields are computed on opening; `early` and `late` are what a house has before and after that in the order of the schema.
pub(super) fn settings(early: &str, late: &str) -> String {
    format!(
        "{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent=\"100\"/>{early}<w:characterSpacingControl w:val=\"doNotCompress\"/>\
         <w:updateFields w:val=\"true\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>{late}\
         <w:decimalSymbol w:val=\".\"/><w:listSeparator w:val=\",\"/></w:settings>"
    )
}

/// Bullets with these numbers: the definition, and the list that uses it.
pub(super) fn bullets(definition: u32, list: u32) -> [String; 2] {
    let namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    [
        format!(
            "<w:abstractNum {namespace} w:abstractNumId=\"{definition}\"><w:multiLevelType w:val=\"singleLevel\"/>\
             <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>\
             <w:pPr><w:ind w:left=\"397\" w:hanging=\"284\"/></w:pPr></w:lvl></w:abstractNum>"
        ),
        format!(
            "<w:num {namespace} w:numId=\"{list}\"><w:abstractNumId w:val=\"{definition}\"/></w:num>"
        ),
    ]
}

/// The lists of a report, where no house has its own.
pub(super) fn numbering() -> String {
    format!(
        "{HEAD}<w:numbering {NAMESPACES}>{}</w:numbering>",
        bullets(1, 1).concat()
    )
}
