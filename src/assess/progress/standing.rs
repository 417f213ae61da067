//! What the State's standing under the treaty changes, and what is said not to apply.

use super::between;
use super::cause::{Cause, CauseKind, Event};
use crate::assess::survey::Survey;
use crate::assess::verdict::RequirementResult;
use crate::model::{Because, Checklist, Exemption, Form, TreatyStatus};

/// The causes that no section has: treaty status, declarations, reservations, exemptions.
pub(super) fn causes<'c>(
    before: &Survey<'c>,
    after: &Survey<'c>,
    checklist: &Checklist<'_>,
    one: &RequirementResult<'c>,
    other: &RequirementResult<'c>,
) -> Vec<Cause<'c>> {
    let mut causes = Vec::new();
    let needs_form = |permit: &&crate::model::Permit<'_>| permit.form != Form::Option;
    if one
        .requirement
        .permits
        .iter()
        .any(|permit| needs_form(&permit))
    {
        let joined = party(before, after, checklist);
        if joined.is_none() {
            let permits = one.requirement.permits.iter().filter(needs_form);
            for permit in permits {
                causes.extend(declared(before, after, checklist, permit));
            }
        }
        causes.extend(joined);
    }
    causes.extend(exempted(before, after, checklist, one, other));
    causes
}

fn cause<'c>(kind: CauseKind, event: Event<'c>) -> Cause<'c> {
    Cause {
        kind,
        event,
        elements: Vec::new(),
    }
}

/// That the State became a party or ceased to be one: law, unless the newer file dates it before the first date.
fn party<'c>(
    before: &Survey<'c>,
    after: &Survey<'c>,
    checklist: &Checklist<'_>,
) -> Option<Cause<'c>> {
    let is_party = |survey: &Survey<'c>| survey.legislation.is_party(&checklist.id, survey.date);
    let (then, now) = (is_party(before), is_party(after));
    if then == now {
        return None;
    }
    let old = before.legislation.treaties.get(&checklist.id);
    let new = after.legislation.treaties.get(&checklist.id);
    let since = new.and_then(|treaty| treaty.since);
    let kind = if now {
        match (since, old) {
            (Some(since), _) if between(Some(since), before.date, after.date) => {
                CauseKind::LawChanged
            }
            (_, None) => CauseKind::NewEvidence,
            (Some(_), Some(_)) => CauseKind::Correction,
            (None, Some(_)) => CauseKind::LawChanged,
        }
    } else if new.is_some_and(|treaty| treaty.status != TreatyStatus::Party) {
        CauseKind::LawChanged
    } else {
        CauseKind::Correction
    };
    Some(cause(kind, Event::Party { now, since }))
}

/// A declaration or reservation of a State that was a party throughout: it can be withdrawn, and not be made later.
fn declared<'c>(
    before: &Survey<'c>,
    after: &Survey<'c>,
    checklist: &Checklist<'_>,
    permit: &crate::model::Permit<'_>,
) -> Option<Cause<'c>> {
    let listed = |survey: &Survey<'c>| {
        let treaty = survey.legislation.treaties.get(&checklist.id);
        treaty.is_some_and(|treaty| match permit.form {
            Form::Option => false,
            Form::Declaration => treaty.declares(permit.qualifier),
            Form::Reservation => treaty.reserves(permit.qualifier),
        })
    };
    let is_party = |survey: &Survey<'c>| survey.legislation.is_party(&checklist.id, survey.date);
    let (then, now) = (listed(before), listed(after));
    if then == now || !(is_party(before) && is_party(after)) {
        return None;
    }
    let kind = if now {
        CauseKind::Correction
    } else {
        CauseKind::LawChanged
    };
    let name = permit.name();
    Some(cause(kind, Event::Declared { name, listed: now }))
}

/// That the requirement is said not to apply, or is said so no longer.
fn exempted<'c>(
    before: &Survey<'c>,
    after: &Survey<'c>,
    checklist: &Checklist<'_>,
    one: &RequirementResult<'c>,
    other: &RequirementResult<'c>,
) -> Option<Cause<'c>> {
    let (exemption, now): (&Exemption<'_>, bool) = match (one.exemption, other.exemption) {
        (None, Some(exemption)) => (exemption, true),
        (Some(exemption), None) => (exemption, false),
        (None, None) | (Some(_), Some(_)) => return None,
    };
    let was_unknown = || {
        one.elements
            .iter()
            .all(|element| !element.value.is_determined())
    };
    let party = party(before, after, checklist);
    let kind = match exemption.because {
        Because::Reservation if !now || party.is_some() => {
            party.map_or(CauseKind::LawChanged, |party| party.kind)
        }
        _ if now && was_unknown() => CauseKind::NewEvidence,
        Because::Reservation | Because::ConditionNotFulfilled | Because::Other => {
            CauseKind::Correction
        }
    };
    let ground = exemption.ground.clone();
    Some(cause(kind, Event::Exempted { ground, now }))
}
