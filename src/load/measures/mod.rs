//! The library of measures: the shipped one, with a user's own files before it.

pub(super) mod amounts;
mod answers;
mod costs;
mod measure;
mod prerequisites;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::fields::{Fields, Text};
use super::kind::{Kind, kind_of, refuse_kind};
use super::library::Document;
use super::suggest::did_you_mean;
use super::tree::Node;
use super::{shape, shipped};
use crate::diagnostic::{Code, Diagnostics, Examined, quoted};
use crate::model::{Catalogue, Measure, MeasureLibrary, Organisation, UnitCosts};

/// A measure that was read, with the names in it that other entries answer to.
struct Draft<'t, 'c> {
    /// The place of its file.
    file: usize,
    id: Text<'t>,
    measure: Measure<'c>,
    after: Vec<Text<'t>>,
    organisations: Vec<Text<'t>>,
    units: Vec<Text<'t>>,
}

/// What stands in one file.
#[derive(Default)]
struct Read<'t, 'c> {
    version: Option<String>,
    costs: Option<costs::Costs<'t>>,
    organisations: Vec<(Text<'t>, Organisation)>,
    drafts: Vec<Draft<'t, 'c>>,
}

/// Reads a user's own files (name and bytes), in the order in which they were named, and the shipped library after them.
///
/// A measure with the id of a shipped one replaces it; the others go before all shipped ones. Beside the library stands
/// every file in which something was found; with an error in one there is no library.
#[must_use]
pub fn measures<'c>(
    catalogue: &'c Catalogue,
    own: Vec<(String, Vec<u8>)>,
) -> (Option<MeasureLibrary<'c>>, Vec<Examined>) {
    let own = own.into_iter();
    let mut documents: Vec<Document> = own
        .map(|(name, bytes)| Document::own(&name, bytes))
        .collect();
    documents.push(Document::shipped(shipped::measures()));
    let mut reports: Vec<Diagnostics> = documents
        .iter_mut()
        .map(|document| std::mem::take(&mut document.diagnostics))
        .collect();
    let roots: Vec<Option<Node<'_>>> = documents
        .iter()
        .zip(&mut reports)
        .map(|(document, found)| {
            let sound = found.error_count() == 0;
            sound.then(|| document.tree(found)).flatten()
        })
        .collect();
    let files: Vec<Read<'_, 'c>> = roots
        .iter()
        .zip(&mut reports)
        .enumerate()
        .map(|(file, (root, found))| {
            let read = root
                .as_ref()
                .and_then(|root| read(root, file, catalogue, found));
            read.unwrap_or_default()
        })
        .collect();
    let library = join(files, &mut reports);
    let sound = reports.iter().all(|found| found.error_count() == 0);
    drop(roots);
    let examined = documents.into_iter().zip(reports);
    let examined = examined
        .filter(|(_, found)| found.error_count() + found.warning_count() > 0)
        .map(|(document, diagnostics)| Examined {
            source: document.source,
            diagnostics,
        });
    (Some(library).filter(|_| sound), examined.collect())
}

fn read<'t, 'c>(
    root: &'t Node<'_>,
    file: usize,
    catalogue: &'c Catalogue,
    found: &mut Diagnostics,
) -> Option<Read<'t, 'c>> {
    let kind = kind_of(root, found)?;
    if kind != Kind::Measures {
        refuse_kind(root, kind, Kind::Measures, found);
        return None;
    }
    let fields = Fields::open(root, &shape::MEASURES, found)?;
    let version = fields.string("version", found);
    let costs = fields
        .node("unit-costs")
        .and_then(|node| costs::costs(node, found));
    let organisations = fields
        .list("organisations", found)
        .iter()
        .filter_map(|item| organisation(item, found))
        .collect();
    let drafts = fields
        .list("measures", found)
        .iter()
        .filter_map(|item| measure::measure(item, file, catalogue, found))
        .collect();
    Some(Read {
        version,
        costs,
        organisations,
        drafts,
    })
}

fn organisation<'t>(
    node: &'t Node<'_>,
    found: &mut Diagnostics,
) -> Option<(Text<'t>, Organisation)> {
    let fields = Fields::open(node, &shape::ORGANISATION, found)?;
    let id = fields.id("id", found);
    let name = fields.string("name", found);
    let mandate = fields.string("mandate", found);
    let source = fields.string("source", found);
    let id = id?;
    let organisation = Organisation {
        id: id.owned(),
        name: name?,
        mandate: mandate?,
        source,
    };
    Some((id, organisation))
}

/// Puts the files together, the shipped one last, and finds what names stand for.
fn join<'c>(files: Vec<Read<'_, 'c>>, reports: &mut [Diagnostics]) -> MeasureLibrary<'c> {
    let shipped = files.len() - 1;
    let mut library = MeasureLibrary::default();
    let mut organisations: BTreeMap<String, Arc<Organisation>> = BTreeMap::new();
    let mut seen: BTreeSet<(usize, String)> = BTreeSet::new();
    let mut drafts = Vec::new();
    for (file, read) in files.into_iter().enumerate().rev() {
        if let Some(version) = read.version.filter(|_| file == shipped) {
            library.version = version;
        }
        if let Some(costs) = read.costs {
            costs::join(costs, &mut library.unit_costs, &mut reports[file]);
        }
        for (id, organisation) in read.organisations {
            if !seen.insert((file, organisation.id.clone())) {
                twice(id, "an organisation of this file", &mut reports[file]);
            }
            organisations.insert(organisation.id.clone(), Arc::new(organisation));
        }
        drafts.splice(0..0, read.drafts);
    }
    let drafts = replace(drafts, shipped, reports);
    library.measures = resolve(
        drafts,
        shipped,
        &organisations,
        &library.unit_costs,
        reports,
    );
    library.organisations = organisations.into_values().collect();
    library
}

fn twice(id: Text<'_>, what: &str, found: &mut Diagnostics) {
    let message = format!("{} is {what} already", quoted(id.text));
    found.push(
        Code::DuplicateId,
        id.span,
        message,
        "remove one of the two, or give it another id",
    );
}

/// A user's measures that have the id of a shipped one stand in its place.
fn replace<'t, 'c>(
    drafts: Vec<Draft<'t, 'c>>,
    shipped: usize,
    reports: &mut [Diagnostics],
) -> Vec<Draft<'t, 'c>> {
    let is_shipped = |draft: &Draft<'_, '_>| draft.file == shipped;
    let (theirs, own): (Vec<_>, Vec<_>) = drafts.into_iter().partition(is_shipped);
    let mut first: Vec<Draft<'t, 'c>> = Vec::new();
    let mut place: Vec<Draft<'t, 'c>> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for draft in theirs {
        if places.insert(draft.id.owned(), place.len()).is_some() {
            twice(draft.id, "a measure of the library", &mut reports[shipped]);
        }
        place.push(draft);
    }
    let mut known: BTreeSet<String> = BTreeSet::new();
    for draft in own {
        if !known.insert(draft.id.owned()) {
            twice(draft.id, "a measure of yours", &mut reports[draft.file]);
            continue;
        }
        match places.get(draft.id.text) {
            Some(replaced) => place[*replaced] = draft,
            None => first.push(draft),
        }
    }
    first.extend(place);
    first
}

/// Finds the measures, organisations and units that measures name.
fn resolve<'c>(
    drafts: Vec<Draft<'_, 'c>>,
    shipped: usize,
    organisations: &BTreeMap<String, Arc<Organisation>>,
    costs: &UnitCosts,
    reports: &mut [Diagnostics],
) -> Vec<Measure<'c>> {
    let after = prerequisites::prerequisites(&drafts, shipped, reports);
    let mut measures = Vec::new();
    for (position, (draft, after)) in drafts.into_iter().zip(after).enumerate() {
        let found = &mut reports[draft.file];
        for unit in &draft.units {
            if !costs.units.contains_key(unit.text) {
                let known = costs.units.keys().map(String::as_str);
                let otherwise = "give its cost under `unit-costs`";
                let help = did_you_mean(unit.text, known, otherwise);
                let message = format!("there is no unit {}", quoted(unit.text));
                found.push(Code::UnknownUnit, unit.span, message, help);
            }
        }
        let named = draft.organisations.iter().filter_map(|name| {
            let organisation = organisations.get(name.text);
            if organisation.is_none() {
                let known = organisations.keys().map(String::as_str);
                let help = did_you_mean(name.text, known, "list it under `organisations`");
                let message = format!("there is no organisation {}", quoted(name.text));
                found.push(Code::UnknownOrganisation, name.span, message, help);
            }
            organisation.cloned()
        });
        let organisations = named.collect();
        measures.push(Measure {
            position,
            after,
            organisations,
            ..draft.measure
        });
    }
    measures
}
