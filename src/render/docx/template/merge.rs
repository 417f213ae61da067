//! A house's styles, lists and settings with ours among them, where the house has none of that name.

use std::collections::BTreeSet;

use roxmltree::Node;

use super::super::properties::{bullets, numbering, settings};
use super::super::styles::{self, Ids, STYLES};
use super::archive::parse;
use super::{TemplateError, WORD};

/// Styles, and the ids that ours have among them. Word processors know a style by its name: in a German document
/// `heading 1` has the id `berschrift1`.
pub(super) fn styles(text: Option<&str>, bullets: u32) -> Result<(String, Ids), TemplateError> {
    const NAME: &str = "word/styles.xml";
    let Some(text) = text else {
        return Ok((styles::part(bullets), Ids::default()));
    };
    let tree = parse(NAME, text)?;
    let theirs: Vec<(&str, String, &str)> = tree
        .root_element()
        .children()
        .filter(|node| node.has_tag_name((WORD, "style")))
        .filter_map(|node| {
            let name = node
                .children()
                .find(|one| one.has_tag_name((WORD, "name")))?;
            let kind = node.attribute((WORD, "type")).unwrap_or("paragraph");
            let name = name.attribute((WORD, "val"))?.to_lowercase();
            Some((kind, name, node.attribute((WORD, "styleId"))?))
        })
        .collect();
    let taken: BTreeSet<&str> = theirs.iter().map(|(_, _, id)| *id).collect();
    let mut ids = Ids::default();
    let mut missing = Vec::new();
    for style in STYLES {
        let name = style.name.to_lowercase();
        let same =
            |(kind, theirs, _): &&(&str, String, &str)| *kind == style.kind && *theirs == name;
        match theirs.iter().find(same) {
            Some((_, _, id)) => ids.set(style.id, (*id).to_owned()),
            None => {
                let mut id = style.id.to_owned();
                while taken.contains(id.as_str()) {
                    id.push_str("Gap");
                }
                ids.set(style.id, id);
                missing.push(style);
            }
        }
    }
    let missing: String = missing
        .iter()
        .map(|style| style.xml(&ids, bullets))
        .collect();
    let end = end_of(text, tree.root_element());
    Ok((format!("{}{missing}{}", &text[..end], &text[end..]), ids))
}

/// Lists, and the number that ours has among them.
pub(super) fn lists(text: Option<&str>) -> Result<(String, u32), TemplateError> {
    const NAME: &str = "word/numbering.xml";
    let Some(text) = text else {
        return Ok((numbering(), 1));
    };
    let tree = parse(NAME, text)?;
    let root = tree.root_element();
    let of = |element: &'static str| {
        root.children()
            .filter(move |node| node.has_tag_name((WORD, element)))
    };
    let next = |element: &'static str, id: &'static str| {
        let numbers =
            of(element).filter_map(|node| node.attribute((WORD, id))?.parse::<u32>().ok());
        numbers.max().unwrap_or(0).saturating_add(1)
    };
    let list = next("num", "numId");
    let [definition, use_of_it] = bullets(next("abstractNum", "abstractNumId"), list);
    let end = end_of(text, root);
    let first = of("num").next().map_or(end, |node| node.range().start);
    let last = of("num").next_back().map_or(end, |node| node.range().end);
    let merged = format!(
        "{}{definition}{}{use_of_it}{}",
        &text[..first],
        &text[first..last],
        &text[last..]
    );
    Ok((merged, list))
}

/// Our settings, with those of the house that its headers and its theme need.
pub(super) fn all_settings(text: Option<&str>) -> Result<String, TemplateError> {
    const NAME: &str = "word/settings.xml";
    let Some(text) = text else {
        return Ok(settings("", ""));
    };
    let tree = parse(NAME, text)?;
    let of = |elements: [&str; 2]| -> String {
        let found = elements.iter().filter_map(|element| {
            let mut all = tree.root_element().children();
            all.find(|node| node.has_tag_name((WORD, *element)))
                .map(again)
        });
        found.collect()
    };
    Ok(settings(
        &of(["defaultTabStop", "evenAndOddHeaders"]),
        &of(["themeFontLang", "clrSchemeMapping"]),
    ))
}

/// An element without content, written anew with our prefix.
fn again(node: Node<'_, '_>) -> String {
    let attributes = node
        .attributes()
        .filter(|one| one.namespace() == Some(WORD));
    let attributes: String = attributes
        .map(|one| {
            format!(
                " w:{}=\"{}\"",
                one.name(),
                super::super::xml::escaped(one.value())
            )
        })
        .collect();
    format!("<w:{}{attributes}/>", node.tag_name().name())
}

/// Where the closing tag of an element begins.
fn end_of(text: &str, element: Node<'_, '_>) -> usize {
    let range = element.range();
    let closing = text[range.clone()].rfind("</");
    closing.map_or(range.end, |place| range.start + place)
}
