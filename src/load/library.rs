//! The catalogue with the checklists that stand on it, and the door through which every file comes in.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::checklist;
use super::fields::Fields;
use super::kind::{Kind, kind_of, refuse_kind};
use super::legislation::{self as country, Context};
use super::provision::{provisions, values};
use super::shape;
use super::shipped;
use super::text::decode;
use super::tree::{Node, grow};
use super::yaml::replay;
use crate::diagnostic::{Code, Diagnostics, Examined, Source, Span, quoted};
use crate::model::{Catalogue, Checklist, Legislation};

/// How a file named in another one is read; paths are as written there.
pub type ReadFile<'r> = &'r dyn Fn(&Path) -> io::Result<Vec<u8>>;

/// The catalogue, and the texts of the checklists that stand on it.
#[derive(Debug)]
pub struct Library {
    catalogue: Catalogue,
    documents: Vec<Document>,
    /// Whether a user's own checklist may have the id of a shipped one: as an older version of it.
    is_older: bool,
}

/// A file that the catalogue or the shelf stands on.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) source: Source,
    pub(super) diagnostics: Diagnostics,
    /// For a shipped file: what the parser says of it.
    events: Option<&'static [u8]>,
}

impl Document {
    pub(super) fn shipped(file: &'static shipped::File) -> Self {
        Self {
            source: Source::new(file.name, file.text),
            diagnostics: Diagnostics::default(),
            events: Some(file.events),
        }
    }

    pub(super) fn own(name: &str, bytes: Vec<u8>) -> Self {
        let (source, diagnostics) = decode(name, bytes);
        Self {
            source,
            diagnostics,
            events: None,
        }
    }

    pub(super) fn tree(&self, found: &mut Diagnostics) -> Option<Node<'_>> {
        match self.events {
            Some(events) => replay(&self.source, events, found),
            None => grow(&self.source, found),
        }
    }
}

/// The checklists at hand: the shipped ones, then a user's own in the order in which they were named.
#[derive(Debug)]
pub struct Shelf<'c> {
    /// The catalogue that the checklists stand on.
    pub catalogue: &'c Catalogue,
    /// The checklists.
    pub checklists: Vec<Checklist<'c>>,
}

impl<'c> Shelf<'c> {
    /// The checklist of that id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Checklist<'c>> {
        self.checklists.iter().find(|checklist| checklist.id == id)
    }
}

impl Library {
    /// The shipped catalogue and checklists, with a user's own files (name and bytes) added to them.
    ///
    /// A user's file is a checklist, or provisions for the catalogue. What is wrong with it is told by [`Library::shelve`].
    #[must_use]
    pub fn open(own: Vec<(String, Vec<u8>)>) -> Self {
        Self::open_only(own, &shipped::checklist_ids().into_iter().collect())
    }

    /// The same with only those shipped checklists whose ids are `wanted`: reading all of them takes longer than most of what is done with two.
    #[must_use]
    pub fn open_only(own: Vec<(String, Vec<u8>)>, wanted: &BTreeSet<&str>) -> Self {
        let mut documents: Vec<Document> = shipped::catalogue().map(Document::shipped).collect();
        let own = own.into_iter();
        documents.extend(own.map(|(name, bytes)| Document::own(&name, bytes)));
        let catalogue = define(&mut documents);
        // Shipped checklists have no provisions of their own; a test sees to it.
        let shipped = shipped::checklists().filter(|file| wanted.contains(file.stem()));
        documents.extend(shipped.map(Document::shipped));
        Self {
            catalogue,
            documents,
            is_older: false,
        }
    }

    /// The same as it was at an earlier time: among a user's own files may be older versions of shipped checklists, which
    /// are then not `wanted`.
    #[must_use]
    pub fn open_older(own: Vec<(String, Vec<u8>)>, wanted: &BTreeSet<&str>) -> Self {
        Self {
            is_older: true,
            ..Self::open_only(own, wanted)
        }
    }

    /// The catalogue.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Reads the checklists; beside them stands every file in which something was found.
    #[must_use]
    pub fn shelve(&self) -> (Shelf<'_>, Vec<Examined>) {
        let mut checklists: Vec<Checklist<'_>> = Vec::new();
        let mut examined = Vec::new();
        for document in &self.documents {
            let mut found = document.diagnostics.clone();
            // A file whose provisions clash with others' would only repeat that in each of its requirements.
            let checklist = if found.has(Code::DuplicateId) {
                None
            } else {
                self.checklist(document, &mut found)
            };
            if let Some((checklist, id)) = found.admit(checklist) {
                let is_shipped = !self.is_older
                    && document.events.is_none()
                    && shipped::checklist_ids().contains(&checklist.id.as_str());
                if is_shipped || checklists.iter().any(|earlier| earlier.id == checklist.id) {
                    let message = format!("{} is a checklist already", quoted(&checklist.id));
                    found.push(
                        Code::DuplicateId,
                        id,
                        message,
                        "give your checklist an id of its own",
                    );
                } else {
                    checklists.push(checklist);
                }
            }
            if found.error_count() + found.warning_count() > 0 {
                examined.push(Examined {
                    source: Source::new(document.source.name(), document.source.text().to_owned()),
                    diagnostics: found,
                });
            }
        }
        let shelf = Shelf {
            catalogue: &self.catalogue,
            checklists,
        };
        (shelf, examined)
    }

    /// The checklist in a document, if it is one, with the place of its id.
    fn checklist<'c>(
        &'c self,
        document: &Document,
        found: &mut Diagnostics,
    ) -> Option<(Checklist<'c>, Span)> {
        // The form of the text and the keys at its root were examined when the library was opened.
        let mut known = Diagnostics::default();
        let root = document.tree(&mut known)?;
        if kind_of(&root, &mut known)? != Kind::Checklist || known.error_count() > 0 {
            if document.events.is_some() {
                *found = known;
            }
            return None;
        }
        let fields = Fields::open(&root, &shape::CHECKLIST, &mut known)?;
        let place = fields.node("id").map_or(fields.place, |node| node.span);
        let checklist = checklist::checklist(&fields, &self.catalogue, found)?;
        Some((checklist, place))
    }
}

/// Puts the values and then the provisions of all documents into a catalogue.
fn define(documents: &mut [Document]) -> Catalogue {
    let mut catalogue = Catalogue::default();
    let mut reports: Vec<Diagnostics> = documents
        .iter_mut()
        .map(|document| std::mem::take(&mut document.diagnostics))
        .collect();
    let documents_read = documents.iter().zip(&mut reports);
    let roots: Vec<Option<Node<'_>>> = documents_read
        .map(|(document, found)| {
            if found.error_count() > 0 {
                return None;
            }
            document.tree(found)
        })
        .collect();
    let opened: Vec<Option<Fields<'_, '_>>> = roots
        .iter()
        .zip(&mut reports)
        .map(|(root, found)| open_standing(root.as_ref()?, found))
        .collect();
    for (fields, found) in opened.iter().zip(&mut reports) {
        if let Some(fields) = fields {
            values(fields, &mut catalogue, found);
        }
    }
    for (fields, found) in opened.iter().zip(&mut reports) {
        if let Some(fields) = fields {
            provisions(fields, &mut catalogue, found);
        }
    }
    drop(opened);
    drop(roots);
    for (document, found) in documents.iter_mut().zip(reports) {
        document.diagnostics = found;
    }
    catalogue
}

/// The root of a file that the catalogue may stand on: a catalogue file or a checklist.
fn open_standing<'t, 's>(root: &'t Node<'s>, found: &mut Diagnostics) -> Option<Fields<'t, 's>> {
    match kind_of(root, found)? {
        Kind::ModelProvisions => Fields::open(root, &shape::MODEL_PROVISIONS, found),
        Kind::Checklist => Fields::open(root, &shape::CHECKLIST, found),
        kind @ (Kind::Legislation | Kind::Measures) => {
            refuse_kind(root, kind, Kind::Checklist, found);
            None
        }
        Kind::Plan => {
            refuse_kind(root, Kind::Plan, Kind::Checklist, found);
            None
        }
    }
}

/// Reads a legislation file over a shelf of checklists.
///
/// `bad_uses` has, for each path under `uses` that can't be used, the reason.
pub fn legislation<'c>(
    shelf: &'c Shelf<'c>,
    name: &str,
    bytes: Vec<u8>,
    read: ReadFile<'_>,
    bad_uses: &[(String, String)],
) -> (Examined, Option<Legislation<'c>>) {
    let (source, mut found) = decode(name, bytes);
    let legislation = if found.error_count() > 0 {
        None
    } else {
        read_legislation(shelf, &source, read, bad_uses, &mut found)
    };
    let legislation = found.admit(legislation);
    let examined = Examined {
        source,
        diagnostics: found,
    };
    (examined, legislation)
}

fn read_legislation<'c>(
    shelf: &'c Shelf<'c>,
    source: &Source,
    read: ReadFile<'_>,
    bad_uses: &[(String, String)],
    found: &mut Diagnostics,
) -> Option<Legislation<'c>> {
    let root = grow(source, found)?;
    let kind = kind_of(&root, found)?;
    if kind != Kind::Legislation {
        refuse_kind(&root, kind, Kind::Legislation, found);
        return None;
    }
    let fields = Fields::open(&root, &shape::LEGISLATION, found)?;
    for used in fields.texts("uses", found) {
        if let Some((_, reason)) = bad_uses.iter().find(|(path, _)| path == used.text) {
            let message = format!("{} can't be used: {reason}", quoted(used.text));
            let help = "give the path of a checklist, relative to the folder of this file";
            found.push(Code::UnreadableReference, used.span, message, help);
        }
    }
    let context = Context {
        catalogue: shelf.catalogue,
        checklists: &shelf.checklists,
        read,
        source,
    };
    country::legislation(&fields, &context, found)
}

/// What a file says it is, if it says so; nothing is reported.
#[must_use]
pub fn kind(name: &str, bytes: &[u8]) -> Option<Kind> {
    if says_legislation(bytes) {
        return Some(Kind::Legislation);
    }
    let (source, mut found) = decode(name, bytes.to_vec());
    if found.error_count() > 0 {
        return None;
    }
    kind_of(&grow(&source, &mut found)?, &mut found)
}

/// Whether a line at the root of the file says that it is about a country: growing the tree of a large file only to
/// learn that is worth avoiding.
fn says_legislation(bytes: &[u8]) -> bool {
    let lines = bytes.split(|byte| *byte == b'\n').take(FIRST_LINES);
    lines
        .filter_map(|line| line.strip_prefix(b"gapcheck"))
        .any(|rest| {
            let rest = rest.trim_ascii_start();
            let value = rest.strip_prefix(b":").or_else(|| rest.strip_prefix(b"="));
            value.is_some_and(|value| {
                let bare = value
                    .trim_ascii()
                    .strip_prefix(b"\"")
                    .unwrap_or(value.trim_ascii());
                bare.starts_with(b"legislation/")
            })
        })
}

/// Where the kind of a file is looked for: it stands at the top of every file that people write.
const FIRST_LINES: usize = 50;

/// The id that a checklist file gives itself, if it does.
#[must_use]
pub fn checklist_id(name: &str, bytes: &[u8]) -> Option<String> {
    let (source, mut found) = decode(name, bytes.to_vec());
    if found.error_count() > 0 {
        return None;
    }
    let root = grow(&source, &mut found)?;
    let fields = Fields::open(&root, &shape::CHECKLIST, &mut found)?;
    fields.string("id", &mut found)
}

/// The paths under `uses` of a legislation file, as written there, before anything else of it is read.
#[must_use]
pub fn uses(name: &str, bytes: &[u8]) -> Vec<String> {
    if !may_use(bytes) {
        return Vec::new();
    }
    let (source, mut found) = decode(name, bytes.to_vec());
    if found.error_count() > 0 {
        return Vec::new();
    }
    let root = grow(&source, &mut found);
    let paths = root.iter().flat_map(country::uses);
    paths.map(|path| path.text.to_owned()).collect()
}

/// The ids of shipped checklists that stand anywhere in a file: no other can matter to it.
#[must_use]
pub fn mentioned(bytes: &[u8]) -> BTreeSet<&'static str> {
    let known: BTreeSet<&'static str> = shipped::checklist_ids().into_iter().collect();
    let part_of_id =
        |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-';
    let words = bytes.split(|byte| !part_of_id(byte));
    words
        .filter_map(|word| known.get(std::str::from_utf8(word).ok()?).copied())
        .collect()
}

/// Whether the key `uses` can stand in a file: growing the tree of a large file twice is worth avoiding.
fn may_use(bytes: &[u8]) -> bool {
    const KEY: &[u8] = b"uses";
    bytes.windows(KEY.len()).enumerate().any(|(place, window)| {
        window == KEY
            && bytes[place + KEY.len()..]
                .iter()
                .find(|byte| !matches!(byte, b' ' | b'"' | b'\''))
                .is_some_and(|byte| matches!(byte, b':' | b'='))
    })
}
