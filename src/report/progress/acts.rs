//! What became of the laws, in sentences for the report back.

use super::{Subject, wording};
use crate::assess::LawMove;
use crate::model::{Date, Status};

/// What laws were enacted, came into force, moved or ended, in sentences.
pub(super) fn laws(subject: &Subject<'_>) -> String {
    // What is new comes first, then what it put an end to.
    let is_new = |moved: &&LawMove<'_>| moved.enacted || moved.in_force.is_some();
    let (new, rest): (Vec<_>, Vec<_>) = subject.moves.iter().partition(is_new);
    let told: Vec<String> = new.into_iter().chain(rest).filter_map(law).collect();
    if told.is_empty() {
        return "As far as the files show, no law was enacted, came into force, was suspended or was repealed in that time, and no bill moved.".to_owned();
    }
    told.join(" ")
}

/// What a law did, unless it is only new in the file.
fn law(moved: &LawMove<'_>) -> Option<String> {
    let on = |day: Option<Date>| day.map_or_else(String::new, |day| format!(" on {day}"));
    let name = match &moved.law.number {
        Some(number) => format!("The {} ({number})", moved.law.title),
        None => format!("The {}", moved.law.title),
    };
    let mut did = Vec::new();
    let went = moved.from.is_some() && moved.from != moved.to && !moved.is_correction;
    if moved.enacted {
        did.push(format!("was enacted{}", on(moved.law.life.enacted)));
    }
    let in_force = went && moved.to == Some(Status::InForce) && !moved.began.is_empty();
    if moved.in_force.is_some() || in_force {
        did.push(if moved.from == Some(Status::Suspended) {
            "is in force again".to_owned()
        } else {
            format!("came into force{}", on(moved.in_force))
        });
    } else if moved.enacted {
        did.push("is not in force yet".to_owned());
    }
    let suspended = went && moved.to == Some(Status::Suspended);
    let repealed = went && moved.to == Some(Status::Repealed);
    if suspended {
        did.push("was suspended".to_owned());
    }
    if moved.repealed.is_some() || repealed {
        did.push(format!("was repealed{}", on(moved.repealed)));
    }
    if did.is_empty() && went && moved.to.is_some() {
        let words = |status: Option<Status>| status.map_or("", wording::status);
        did.push(format!(
            "was {} and is {}",
            words(moved.from),
            words(moved.to)
        ));
    }
    if did.is_empty() {
        did.extend(sections(moved));
    }
    if did.is_empty() {
        return None;
    }
    Some(format!("{name} {}.", did.join(" and ")))
}

/// What the sections of a law did that did nothing as a whole.
fn sections(moved: &LawMove<'_>) -> Vec<String> {
    let mut did = Vec::new();
    if !moved.began.is_empty() {
        did.push(format!(
            "has new law in force in {}",
            moved.began.join(", ")
        ));
    }
    if !moved.ceased.is_empty() {
        did.push(format!(
            "no longer has force in {}",
            moved.ceased.join(", ")
        ));
    }
    did
}
