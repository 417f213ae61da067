//! Rules 1 and 11 of design section 4: which sections count, at a date and under an assumption about the bills.

use crate::facts::{Legislation, Section};

/// The laws that `--if-enacted` names (rule 11).
#[derive(Clone, Debug, PartialEq)]
pub enum Enacted {
    Nothing,
    All,
    Laws(Vec<String>),
}

/// Rule 1: for each section of the file, whether it counts at d.
pub fn counting_sections(file: &Legislation, d: &str, enacted: &Enacted) -> Vec<bool> {
    let mut base = Vec::new();
    for section in &file.sections {
        base.push(stands_at(section, d) || is_enacted(section, d, enacted));
    }
    let mut counts = base.clone();
    for (replacing, section) in file.sections.iter().enumerate() {
        if !base[replacing] {
            continue;
        }
        for written in &section.replaces {
            for replaced in sections_meant(file, &section.law, written) {
                if replaced != replacing {
                    counts[replaced] = false;
                }
            }
        }
    }
    counts
}

/// Rule 1, status and dates alone.
fn stands_at(section: &Section, d: &str) -> bool {
    let in_force = match &section.in_force {
        Some(date) => date.as_str() <= d,
        None => section.status == "in-force",
    };
    let status = ["in-force", "enacted", "repealed"].contains(&section.status.as_str());
    status && in_force && !is_repealed_at(section, d)
}

fn is_repealed_at(section: &Section, d: &str) -> bool {
    match &section.repealed {
        Some(date) => date.as_str() <= d,
        None => section.status == "repealed",
    }
}

/// Rule 11: the sections that the bills named would add.
fn is_enacted(section: &Section, d: &str, enacted: &Enacted) -> bool {
    let named = match enacted {
        Enacted::Nothing => false,
        Enacted::All => ["drafting", "bill", "enacted"].contains(&section.status.as_str()),
        Enacted::Laws(laws) => laws.contains(&section.law),
    };
    named && !is_repealed_at(section, d)
}

/// `REF` of the same law, or `LAW-ID REF`, or the id of a law, which means every section of it.
fn sections_meant(file: &Legislation, law: &str, written: &str) -> Vec<usize> {
    let mut by_reference = Vec::new();
    let mut by_law = Vec::new();
    for (position, section) in file.sections.iter().enumerate() {
        let same_law = section.law == law && section.reference == written;
        let full_name = format!("{} {}", section.law, section.reference) == written;
        if same_law || full_name {
            by_reference.push(position);
        }
        if section.law == written {
            by_law.push(position);
        }
    }
    if by_reference.is_empty() {
        by_law
    } else {
        by_reference
    }
}
