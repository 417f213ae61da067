//! The parts of a package and what points from one to the other, written as a zip that has the same bytes each time.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;

use super::xml::{HEAD, escaped};

/// Where the kinds of relations are named.
pub(super) const KINDS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// A relation from one part to another, or to a place outside.
#[derive(Debug, Clone)]
pub(super) struct Relation {
    /// By which the part speaks of it.
    pub(super) id: String,
    /// Its kind in full.
    pub(super) kind: String,
    /// The name of the other part, or an address.
    pub(super) target: String,
    /// Whether the target is an address outside of the package.
    pub(super) is_external: bool,
}

impl Relation {
    /// A relation to another part of the package, of one of the usual kinds.
    pub(super) fn to(id: impl Into<String>, kind: &str, target: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            kind: format!("{KINDS}{kind}"),
            target: target.into(),
            is_external: false,
        }
    }
}

/// A part: a file in the package.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// Its name, such as `word/document.xml`.
    pub(super) name: String,
    /// What it is.
    pub(super) content_type: String,
    /// What is in it.
    pub(super) bytes: Vec<u8>,
    /// What it points to.
    pub(super) relations: Vec<Relation>,
}

impl Part {
    /// A part of WordprocessingML, such as `styles`, in its usual place.
    pub(super) fn word(name: &str, kind: &str, xml: String) -> Self {
        Self {
            name: format!("word/{name}.xml"),
            content_type: format!(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
            ),
            bytes: xml.into_bytes(),
            relations: Vec::new(),
        }
    }
}

/// A whole package.
#[derive(Debug, Default)]
pub(super) struct Package {
    /// What the package itself points to.
    pub(super) relations: Vec<Relation>,
    /// Its parts.
    pub(super) parts: Vec<Part>,
}

impl Package {
    /// The package as the bytes of a file.
    pub(super) fn into_bytes(self) -> io::Result<Vec<u8>> {
        // Every file has the date at which such archives begin: no clock is read.
        let options = SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Deflated)
            .last_modified_time(zip::DateTime::default());
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let mut file = |name: &str, bytes: &[u8]| -> io::Result<()> {
            archive.start_file(name, options)?;
            archive.write_all(bytes)
        };
        file("[Content_Types].xml", content_types(&self.parts).as_bytes())?;
        file("_rels/.rels", relations("", &self.relations).as_bytes())?;
        for part in &self.parts {
            file(&part.name, &part.bytes)?;
            if !part.relations.is_empty() {
                let (folder, name) = split(&part.name);
                let text = relations(folder, &part.relations);
                file(&format!("{folder}_rels/{name}.rels"), text.as_bytes())?;
            }
        }
        Ok(archive.finish()?.into_inner())
    }
}

/// The folder of a part, with its last slash, and the name in it.
pub(super) fn split(name: &str) -> (&str, &str) {
    name.split_at(name.rfind('/').map_or(0, |place| place + 1))
}

fn content_types(parts: &[Part]) -> String {
    let mut out = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    for part in parts {
        out.push_str(&format!(
            "<Override PartName=\"/{}\" ContentType=\"{}\"/>",
            escaped(&part.name),
            escaped(&part.content_type)
        ));
    }
    out.push_str("</Types>");
    out
}

fn relations(folder: &str, relations: &[Relation]) -> String {
    let mut out = format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    );
    for one in relations {
        let target = match one.target.strip_prefix(folder) {
            _ if one.is_external => one.target.clone(),
            Some(inside) => inside.to_owned(),
            None => format!("/{}", one.target),
        };
        let mode = if one.is_external {
            " TargetMode=\"External\""
        } else {
            ""
        };
        out.push_str(&format!(
            "<Relationship Id=\"{}\" Type=\"{}\" Target=\"{}\"{mode}/>",
            escaped(&one.id),
            escaped(&one.kind),
            escaped(&target)
        ));
    }
    out.push_str("</Relationships>");
    out
}
