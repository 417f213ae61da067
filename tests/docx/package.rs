//! A finished document taken apart: every part read as XML, and everything that points anywhere followed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use roxmltree::Node;

pub(crate) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of a package by name.
pub(crate) struct Parts(pub(crate) BTreeMap<String, Vec<u8>>);

/// Unpacks a zip.
pub(crate) fn unzip(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is a zip");
    let mut parts = BTreeMap::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).expect("a file in it");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("it unpacks");
        let name = file.name().expect("a name in UTF-8").into_owned();
        let before = parts.insert(name.clone(), content);
        assert!(before.is_none(), "{name} is there twice");
    }
    parts
}

/// Packs a zip.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).expect("a new file");
        archive.write_all(content).expect("it is written");
    }
    archive.finish().expect("it ends").into_inner()
}

impl Parts {
    /// Takes a document apart and holds it to the rules that every package obeys.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let parts = Self(unzip(bytes));
        parts.hold_content_types();
        parts.hold_relations();
        parts.hold_bookmarks_and_styles();
        parts
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        let bytes = self.0.get(name);
        let bytes = bytes.unwrap_or_else(|| panic!("there is no {name}"));
        std::str::from_utf8(bytes).expect("parts are UTF-8")
    }

    pub(crate) fn main(&self) -> roxmltree::Document<'_> {
        parse(self.text("word/document.xml"))
    }

    fn xml(&self) -> impl Iterator<Item = (&str, &str)> {
        let xml = |name: &&String| name.ends_with(".xml") || name.ends_with(".rels");
        let names = self.0.keys().filter(xml);
        names.map(|name| (name.as_str(), self.text(name)))
    }

    fn hold_content_types(&self) {
        for (_, text) in self.xml() {
            parse(text);
        }
        let types = parse(self.text("[Content_Types].xml"));
        let of = |attribute: &'static str| -> BTreeSet<String> {
            let all = types.root_element().children();
            let named = all.filter_map(|node| node.attribute(attribute));
            named.map(ToOwned::to_owned).collect()
        };
        let (overrides, defaults) = (of("PartName"), of("Extension"));
        for name in self.0.keys().filter(|name| *name != "[Content_Types].xml") {
            let ending = name.rsplit('.').next().unwrap_or_default();
            let known = overrides.contains(&format!("/{name}"))
                || (defaults.contains(ending) && ending == "rels");
            assert!(known, "{name} has no content type");
        }
        for name in overrides {
            assert!(
                self.0.contains_key(name.trim_start_matches('/')),
                "{name} is not there"
            );
        }
    }

    fn hold_relations(&self) {
        for (name, text) in self.xml().filter(|(name, _)| name.ends_with(".rels")) {
            let (folder, file) = name.split_once("_rels/").expect("a folder of relations");
            let source = format!("{folder}{}", file.trim_end_matches(".rels"));
            assert!(
                source.is_empty() || self.0.contains_key(&source),
                "{source} is not there"
            );
            let tree = parse(text);
            let mut ids = BTreeSet::new();
            for one in tree.root_element().children() {
                ids.insert(one.attribute("Id").expect("an id").to_owned());
                if one.attribute("TargetMode") == Some("External") {
                    continue;
                }
                let target = one.attribute("Target").expect("a target");
                let target = match target.strip_prefix('/') {
                    Some(whole) => whole.to_owned(),
                    None => format!("{folder}{target}"),
                };
                assert!(self.0.contains_key(&target), "{name} points to {target}");
            }
            assert_eq!(ids.len(), tree.root_element().children().count(), "{name}");
            if source.ends_with(".xml") {
                for used in relations_used(self.text(&source)) {
                    assert!(ids.contains(&used), "{source} uses {used}");
                }
            }
        }
    }

    fn hold_bookmarks_and_styles(&self) {
        let main = self.main();
        let styles = parse(self.text("word/styles.xml"));
        let styles: BTreeSet<&str> = styles
            .descendants()
            .filter_map(|node| node.attribute((WORD, "styleId")))
            .collect();
        let mut bookmarks = BTreeSet::new();
        let mut ids = BTreeSet::new();
        for node in all(&main, "bookmarkStart") {
            let name = value(node, "name");
            assert!(name.len() <= 40 && bookmarks.insert(name), "{name}");
            assert!(
                name.chars()
                    .all(|one| one.is_ascii_alphanumeric() || one == '_'),
                "{name}"
            );
            assert!(ids.insert(value(node, "id")), "{name}");
        }
        let ends: BTreeSet<&str> = all(&main, "bookmarkEnd")
            .map(|node| value(node, "id"))
            .collect();
        assert_eq!(ids, ends);
        for node in all(&main, "hyperlink") {
            assert!(bookmarks.contains(value(node, "anchor")), "{node:?}");
        }
        for element in ["pStyle", "rStyle", "tblStyle"] {
            for node in all(&main, element) {
                assert!(styles.contains(value(node, "val")), "{node:?}");
            }
        }
        assert!(
            main.root_element()
                .first_element_child()
                .is_some_and(|body| {
                    body.last_element_child()
                        .is_some_and(|last| last.has_tag_name((WORD, "sectPr")))
                })
        );
    }
}

/// The ids of relations that a part speaks of.
fn relations_used(text: &str) -> BTreeSet<String> {
    let tree = parse(text);
    let attributes = tree.descendants().flat_map(|node| node.attributes());
    let used = attributes.filter(|one| one.namespace() == Some(RELATIONS));
    used.map(|one| one.value().to_owned()).collect()
}

pub(crate) fn parse(text: &str) -> roxmltree::Document<'_> {
    roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error} in {text:.400}"))
}

/// All elements of WordprocessingML with that name.
pub(crate) fn all<'t>(
    tree: &'t roxmltree::Document<'_>,
    name: &'static str,
) -> impl Iterator<Item = Node<'t, 't>> {
    tree.descendants()
        .filter(move |node| node.has_tag_name((WORD, name)))
}

pub(crate) fn value<'t>(node: Node<'t, '_>, name: &str) -> &'t str {
    node.attribute((WORD, name)).unwrap_or_default()
}

/// The words within an element.
pub(crate) fn words(node: Node<'_, '_>) -> String {
    let texts = node
        .descendants()
        .filter(|one| one.has_tag_name((WORD, "t")));
    texts.filter_map(|one| one.text()).collect()
}
