//! The files of a template: read within limits, and taken over with everything that hangs on them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use super::super::package::{KINDS, Part, Relation, split};
use super::TemplateError;

/// A template and all that is unpacked from it are no larger than this.
pub(super) const LARGEST: usize = 64 << 20;
/// No part has more elements and texts than this.
const MOST_NODES: u32 = 4_000_000;

/// What parts of a template are called in our package, so that they never meet one of ours.
const FOLDER: &str = "house/";

/// An open template.
pub(super) struct Archive<'b> {
    zip: zip::ZipArchive<Cursor<&'b [u8]>>,
    unpacked: usize,
    defaults: BTreeMap<String, String>,
    overrides: BTreeMap<String, String>,
    taken: BTreeSet<String>,
    /// The parts taken over so far, under their new names.
    pub(super) parts: Vec<Part>,
}

impl<'b> Archive<'b> {
    /// Opens a template.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, TemplateError> {
        const COMPOUND_FILE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        if bytes.len() > LARGEST {
            return Err(TemplateError::TooLarge);
        }
        if bytes.starts_with(&COMPOUND_FILE) {
            return Err(TemplateError::Locked);
        }
        let zip = zip::ZipArchive::new(Cursor::new(bytes));
        let mut archive = Self {
            zip: zip.map_err(|_| TemplateError::NoDocument)?,
            unpacked: 0,
            defaults: BTreeMap::new(),
            overrides: BTreeMap::new(),
            taken: BTreeSet::new(),
            parts: Vec::new(),
        };
        archive.read_content_types()?;
        Ok(archive)
    }

    fn read_content_types(&mut self) -> Result<(), TemplateError> {
        const NAME: &str = "[Content_Types].xml";
        let text = self.text(NAME)?.ok_or(TemplateError::NoDocument)?;
        let tree = parse(NAME, &text)?;
        for node in tree.root_element().children() {
            let (Some(kind), part, ending) = (
                node.attribute("ContentType"),
                node.attribute("PartName"),
                node.attribute("Extension"),
            ) else {
                continue;
            };
            if let Some(part) = part {
                let part = part.trim_start_matches('/').to_owned();
                self.overrides.insert(part, kind.to_owned());
            } else if let Some(ending) = ending {
                self.defaults.insert(ending.to_lowercase(), kind.to_owned());
            }
        }
        Ok(())
    }

    /// What a part is.
    pub(super) fn content_type(&self, name: &str) -> &str {
        let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        let found = self.overrides.get(name).or(self.defaults.get(&ending));
        found.map_or("application/octet-stream", String::as_str)
    }

    /// The bytes of a part, if it is there.
    fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, TemplateError> {
        let file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(zip::result::ZipError::FileNotFound) => return Ok(None),
            Err(zip::result::ZipError::UnsupportedArchive(
                zip::result::ZipError::PASSWORD_REQUIRED,
            )) => return Err(TemplateError::Locked),
            Err(error) => return Err(broken(name, &error)),
        };
        let room = LARGEST - self.unpacked;
        let mut bytes = Vec::new();
        let read = file.take(room as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|error| broken(name, &error))?;
        if bytes.len() > room {
            return Err(TemplateError::TooLarge);
        }
        self.unpacked += bytes.len();
        Ok(Some(bytes))
    }

    /// The text of a part, if it is there.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, TemplateError> {
        let Some(bytes) = self.bytes(name)? else {
            return Ok(None);
        };
        let text = String::from_utf8(bytes).map_err(|error| broken(name, &error))?;
        Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
    }

    /// What a part points to, with the full names of the targets; the package itself has no name.
    pub(super) fn relations(&mut self, name: &str) -> Result<Vec<Relation>, TemplateError> {
        let (folder, file) = split(name);
        let place = format!("{folder}_rels/{file}.rels");
        let Some(text) = self.text(&place)? else {
            return Ok(Vec::new());
        };
        let tree = parse(&place, &text)?;
        let all = tree.root_element().children().filter_map(|node| {
            let target = node.attribute("Target")?;
            let is_external = node.attribute("TargetMode") == Some("External");
            Some(Relation {
                id: node.attribute("Id")?.to_owned(),
                kind: node.attribute("Type")?.to_owned(),
                target: if is_external {
                    target.to_owned()
                } else {
                    resolved(folder, target)
                },
                is_external,
            })
        });
        Ok(all.collect())
    }

    /// Takes a part over with all that it points to, and tells its new name.
    pub(super) fn take(&mut self, name: &str) -> Result<String, TemplateError> {
        let mut waiting = vec![name.to_owned()];
        while let Some(name) = waiting.pop() {
            if !self.taken.insert(name.clone()) {
                continue;
            }
            let Some(bytes) = self.bytes(&name)? else {
                continue;
            };
            let mut relations = self.relations(&name)?;
            for one in relations.iter_mut().filter(|one| !one.is_external) {
                waiting.push(one.target.clone());
                one.target = format!("{FOLDER}{}", one.target);
            }
            self.parts.push(Part {
                name: format!("{FOLDER}{name}"),
                content_type: self.content_type(&name).to_owned(),
                bytes,
                relations,
            });
        }
        Ok(format!("{FOLDER}{name}"))
    }
}

/// Whether a relation is of one of the usual kinds.
pub(super) fn is_of(relation: &Relation, kind: &str) -> bool {
    relation.kind.strip_prefix(KINDS) == Some(kind) && !relation.is_external
}

/// The full name of a target that is written as seen from a folder.
fn resolved(folder: &str, target: &str) -> String {
    let from_root = target.starts_with('/');
    let folder = if from_root { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            other => steps.push(other),
        }
    }
    steps.join("/")
}

/// The tree of a part.
pub(super) fn parse<'t>(
    name: &str,
    text: &'t str,
) -> Result<roxmltree::Document<'t>, TemplateError> {
    let options = roxmltree::ParsingOptions {
        nodes_limit: MOST_NODES,
        ..roxmltree::ParsingOptions::default()
    };
    roxmltree::Document::parse_with_options(text, options).map_err(|error| broken(name, &error))
}

fn broken(name: &str, why: &dyn std::fmt::Display) -> TemplateError {
    TemplateError::Broken {
        part: name.to_owned(),
        why: why.to_string(),
    }
}
