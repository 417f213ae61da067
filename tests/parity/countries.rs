//! Countries to report on: from a file, or made up.

use std::path::Path;

use gapcheck::assess::{Survey, assess, findings};
use gapcheck::load::{Shelf, legislation};
use gapcheck::model::{Assumed, Checklist};
use gapcheck::report::{Form, PARTS, Report, Subject, assessment};
use serde_yaml::Value;

use crate::random::World;

/// The example countries.
pub const EXAMPLES: [&str; 5] = ["alphaland", "betaland", "gammaland", "germany", "ghana"];

/// What the example countries are laid beside.
pub const CHECKLISTS: [&str; 4] = ["budapest", "un-cybercrime", "malabo", "unodc-2013"];

/// The overview of an example country.
pub fn example(shelf: &Shelf<'_>, country: &str, checklists: &[&Checklist<'_>]) -> Report {
    let path = format!("examples/{country}/{country}.yaml");
    let bytes = std::fs::read(&path).unwrap();
    report(shelf, checklists, &path, bytes).unwrap()
}

/// The overview of the country in a file.
pub fn report(
    shelf: &Shelf<'_>,
    checklists: &[&Checklist<'_>],
    path: &str,
    bytes: Vec<u8>,
) -> Result<Report, String> {
    let folder = Path::new(path).parent().unwrap().to_path_buf();
    let read = |name: &Path| std::fs::read(folder.join(name));
    let (examined, legislation) = legislation(shelf, path, bytes, &read, &[]);
    let legislation = legislation.ok_or_else(|| format!("{:#?}", examined.diagnostics.shown()))?;
    let survey = Survey::new(&legislation, legislation.as_at, &Assumed::nothing());
    let subject = Subject {
        legislation: &legislation,
        date: legislation.as_at,
        results: checklists.iter().map(|one| assess(&survey, one)).collect(),
        findings: findings(&survey, checklists),
        model_law: None,
    };
    Ok(assessment::report(&subject, Form::Overview, PARTS))
}

/// What random countries are made of.
pub fn world() -> World {
    let read = |path: &str| -> Value {
        serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let mut paths: Vec<_> = std::fs::read_dir("checklists/model")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let catalogue: Vec<Value> = paths
        .iter()
        .map(|path| read(path.to_str().unwrap()))
        .collect();
    World::new(&catalogue, &[read("checklists/budapest.yaml")])
}
