//! A page of the specification: laws in a few lines, and the plan that they give.

use std::fs;
use std::path::Path;

use gapcheck::assess::plan::{GapRef, Ground, Ingredients, Line, Plan, plan};
use gapcheck::assess::{Survey, assess, findings};
use gapcheck::load::{Library, legislation, measures};
use gapcheck::model::{Assumed, MeasureLibrary, UnitCosts};

const HEAD: &str = "gapcheck: legislation/1\ncountry: { code: XAA, name: Atland }\nas-at: 2026-06-30\nstatus: fictional\n";

fn own(name: &str) -> (String, Vec<u8>) {
    let path = format!("tests/plan/{name}.yaml");
    let bytes = fs::read(&path).expect("the file is there");
    (path, bytes)
}

/// The plan for a country with these lines after its head, by both treaties and the ten measures beside this file.
pub(crate) fn with_plan(law: &str, test: impl FnOnce(&Plan<'_>)) {
    with_costs(law, None, test);
}

/// The same with the project's own costs.
pub(crate) fn with_costs(law: &str, costs: Option<&UnitCosts>, test: impl FnOnce(&Plan<'_>)) {
    let library = Library::open(vec![own("instruments"), own("second")]);
    let (shelf, examined) = library.shelve();
    assert!(examined.is_empty(), "{examined:#?}");
    let measures = fixture(shelf.catalogue);
    let text = format!("{HEAD}{law}");
    let read = |_: &Path| Err(std::io::ErrorKind::NotFound.into());
    let (examined, legislation) = legislation(&shelf, "x.yaml", text.into_bytes(), &read, &[]);
    let legislation = legislation.unwrap_or_else(|| panic!("{:#?}", examined.diagnostics.shown()));
    let survey = Survey::new(&legislation, legislation.as_at, &Assumed::nothing());
    let checklists = ["first", "second"].map(|id| shelf.get(id).expect("it is there"));
    let results = checklists.map(|one| assess(&survey, one));
    let findings = findings(&survey, &checklists);
    let plan = plan(&Ingredients {
        survey: &survey,
        results: &results,
        findings: &findings,
        library: &measures,
        costs,
    });
    test(&plan);
}

/// The ten measures alone: without the shipped ones, and at their own prices.
fn fixture(catalogue: &gapcheck::model::Catalogue) -> MeasureLibrary<'_> {
    let (library, examined) = measures(catalogue, vec![own("measures")]);
    assert!(examined.is_empty(), "{examined:#?}");
    let mut library = library.expect("the measures are sound");
    library.measures.truncate(10);
    library
}

/// The ids of the lines, in order.
pub(crate) fn ids<'p>(plan: &'p Plan<'_>) -> Vec<&'p str> {
    plan.lines.iter().map(|line| line.id.as_str()).collect()
}

pub(crate) fn line<'p, 'c>(plan: &'p Plan<'c>, id: &str) -> &'p Line<'c> {
    let found = plan.lines.iter().find(|line| line.id == id);
    found.unwrap_or_else(|| panic!("there is no line {id} in {:?}", ids(plan)))
}

pub(crate) fn gaps<'c>(gaps: &[GapRef<'c>]) -> Vec<&'c str> {
    gaps.iter().map(GapRef::id).collect()
}

/// The kinds of the grounds of a line, the weightiest first.
pub(crate) fn grounds(line: &Line<'_>) -> Vec<&'static str> {
    let grounds = line.grounds.iter();
    grounds
        .map(|ground| match ground {
            Ground::Gate(_) => "gate",
            Ground::UnsafeguardedPower(_) => "rights",
            Ground::Cooperation(_) => "cooperation",
            Ground::PrerequisiteOf(_) => "prerequisite",
            Ground::Need(_) => "need",
            Ground::Bill(_) => "bill",
            Ground::Weight(_) => "weight",
            Ground::WaitedForBy(_) => "waited-for",
            Ground::Own => "own",
        })
        .collect()
}
