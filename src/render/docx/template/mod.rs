//! A house's own document, whose styles, headers, footers and pages a report takes over. Its text is not read.

mod archive;
mod merge;
mod pages;

use self::archive::{Archive, is_of};
use self::pages::Pages;
use super::package::{KINDS, Part, Relation};
use super::page::{Page, Running};
use super::styles::Ids;

/// The namespace of elements in text.
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// How the kinds of relations begin in the strict variant of the format.
const STRICT: &str = "http://purl.oclc.org/ooxml/";

/// Why a file can't serve as a template, and what to do about it.
#[derive(Debug, Clone, thiserror::Error)]
pub enum TemplateError {
    /// Too large, also when unpacked.
    #[error(
        "it is larger than 64 MB: take out the pictures that header and footer don't need, and save it again"
    )]
    TooLarge,
    /// A compound file: encrypted, or of an old kind.
    #[error(
        "it is protected by a password, or was saved by a very old Word: open it in Word, remove the password under File, Info, Protect Document, and save it as a Word document (.docx)"
    )]
    Locked,
    /// Something else than a text.
    #[error(
        "it is no Word document: open it in your word processor and save it as a Word document (.docx)"
    )]
    NoDocument,
    /// The strict variant.
    #[error("it was saved as a Strict Open XML document: save it as a plain Word document (.docx)")]
    Strict,
    /// Not well-formed.
    #[error(
        "its part `{part}` is broken ({why}): open it in Word, let it be repaired, and save it again"
    )]
    Broken {
        /// The part.
        part: String,
        /// What is wrong with it.
        why: String,
    },
}

/// A house's own document, as far as reports take it over.
#[derive(Debug, Clone)]
pub struct Template {
    /// The ids that our styles have in it.
    pub(super) ids: Ids,
    /// Styles, lists and settings, with ours among them; headers and footers, theme and fonts, as they are.
    pub(super) parts: Vec<Part>,
    /// What a text points to.
    pub(super) relations: Vec<Relation>,
    /// The page.
    pub(super) page: Page,
    /// Its headers and footers.
    pub(super) running: Vec<Running>,
    /// Whether the first page has a header and footer of its own.
    pub(super) has_first_page: bool,
}

impl Template {
    /// Reads a document (`.docx`, `.dotx` or `.docm`; macros are left behind).
    ///
    /// # Errors
    ///
    /// If it is too large, encrypted, broken or something else than a document.
    pub fn read(bytes: &[u8]) -> Result<Self, TemplateError> {
        let mut archive = Archive::open(bytes)?;
        let main = main_part(&mut archive)?;
        let relations = archive.relations(&main)?;
        let layout = Pages::of(&mut archive, &main)?;
        let mut template = Self {
            ids: Ids::default(),
            parts: Vec::new(),
            relations: Vec::new(),
            page: layout.page,
            running: Vec::new(),
            has_first_page: layout.has_first_page,
        };
        for ((element, pages), id) in layout.running {
            let Some(relation) = relations.iter().find(|one| one.id == id) else {
                continue;
            };
            let kind = if element == "headerReference" {
                "header"
            } else {
                "footer"
            };
            if is_of(relation, kind) {
                let relation = template.point(&mut archive, kind, &relation.target)?;
                template.running.push(Running {
                    element,
                    pages,
                    relation,
                });
            }
        }
        for kind in ["theme", "fontTable"] {
            if let Some(relation) = relations.iter().find(|one| is_of(one, kind)) {
                template.point(&mut archive, kind, &relation.target)?;
            }
        }
        template.merge(&mut archive, &relations)?;
        template.parts.append(&mut archive.parts);
        Ok(template)
    }

    /// Takes a part over, and lets the text point to it.
    fn point(
        &mut self,
        archive: &mut Archive<'_>,
        kind: &str,
        name: &str,
    ) -> Result<String, TemplateError> {
        let id = format!("rIdHouse{}", self.relations.len() + 1);
        let name = archive.take(name)?;
        self.relations.push(Relation::to(id.clone(), kind, name));
        Ok(id)
    }

    /// Brings styles, lists and settings together with ours.
    fn merge(
        &mut self,
        archive: &mut Archive<'_>,
        relations: &[Relation],
    ) -> Result<(), TemplateError> {
        let mut text = |kind: &str| match relations.iter().find(|one| is_of(one, kind)) {
            Some(relation) => archive.text(&relation.target),
            None => Ok(None),
        };
        let (lists, list) = merge::lists(text("numbering")?.as_deref())?;
        let (styles, ids) = merge::styles(text("styles")?.as_deref(), list)?;
        let settings = merge::all_settings(text("settings")?.as_deref())?;
        self.ids = ids;
        for (kind, xml) in [
            ("styles", styles),
            ("settings", settings),
            ("numbering", lists),
        ] {
            let mut part = Part::word(kind, kind, xml);
            if kind == "numbering" {
                part.relations = self.pictures(archive, relations)?;
            }
            self.relations
                .push(Relation::to(format!("rId{kind}"), kind, part.name.clone()));
            self.parts.push(part);
        }
        Ok(())
    }

    /// The pictures that stand for bullets.
    fn pictures(
        &mut self,
        archive: &mut Archive<'_>,
        relations: &[Relation],
    ) -> Result<Vec<Relation>, TemplateError> {
        let Some(lists) = relations.iter().find(|one| is_of(one, "numbering")) else {
            return Ok(Vec::new());
        };
        let mut pictures = archive.relations(&lists.target)?;
        for one in pictures.iter_mut().filter(|one| !one.is_external) {
            one.target = archive.take(&one.target)?;
        }
        Ok(pictures)
    }
}

/// The name of the part with the text.
fn main_part(archive: &mut Archive<'_>) -> Result<String, TemplateError> {
    let relations = archive.relations("")?;
    let ours = format!("{KINDS}officeDocument");
    if let Some(main) = relations.iter().find(|one| one.kind == ours) {
        let kind = archive.content_type(&main.target);
        let is_text = kind.contains("wordprocessingml") || kind.contains("ms-word");
        return if is_text {
            Ok(main.target.clone())
        } else {
            Err(TemplateError::NoDocument)
        };
    }
    let is_strict = relations.iter().any(|one| one.kind.starts_with(STRICT));
    Err(if is_strict {
        TemplateError::Strict
    } else {
        TemplateError::NoDocument
    })
}
