//! From pairs of countries to the facts that programs read, and to the flat table.

use super::{Subject, facts, wording};
use crate::assess::cooperation::{
    Cause, Cooperation, Joint, Obstacle, OffencePair, OtherBond, Pair, Penalty, Point, Profile,
    Provision, Request, Threshold,
};
use crate::model::{Date, Word};
use crate::report::{SCHEMA_VERSION, Sheet};

pub(super) fn record(subject: &Subject<'_>, pairs: &[Pair<'_>]) -> facts::Cooperation {
    facts::Cooperation {
        schema_version: SCHEMA_VERSION,
        report: "cooperation",
        checklists: subject
            .checklists
            .iter()
            .map(|checklist| checklist.id.clone())
            .collect(),
        countries: subject.profiles.iter().map(country).collect(),
        pairs: pairs.iter().map(pair).collect(),
    }
}

fn country(profile: &Profile) -> facts::Country {
    facts::Country {
        code: profile.country.code.clone(),
        name: profile.country.name.clone(),
        as_at: profile.date.to_string(),
        status: profile.status.word(),
        requests: profile.requests.iter().map(request).collect(),
        terms: profile.terms.iter().map(provision).collect(),
    }
}

fn request(request: &Request) -> facts::Request {
    facts::Request {
        request: request.kind.id,
        result: request.result.word(),
        power: request.power.as_ref().map(provision),
        use_for_another_state: provision(&request.use_abroad),
    }
}

fn provision(provision: &Provision) -> facts::Provision {
    facts::Provision {
        model: provision.id.clone(),
        presence: provision.presence.word(),
        sections: provision.sections.clone(),
        limits: provision
            .limits
            .iter()
            .map(|limit| facts::Limit {
                element: limit.element.clone(),
                state: limit.state.word(),
                reason: limit.reason.clone(),
            })
            .collect(),
        unknown: provision.unknown.clone(),
    }
}

fn pair(pair: &Pair<'_>) -> facts::Pair {
    let code = |side: usize| pair.sides[side].country.code.clone();
    let treaty = |bond: &OtherBond, listed_by: Vec<String>| facts::OtherTreaty {
        title: bond.title.clone(),
        listed_by,
        since: bond.since.map(|date| date.to_string()),
    };
    let count = |result: Cooperation| {
        let of_it = |offence: &&OffencePair<'_>| offence.result == result;
        pair.offences.iter().filter(of_it).count()
    };
    facts::Pair {
        countries: [code(0), code(1)],
        worst: pair.worst().map(|offence| facts::Worst {
            result: offence.result.word(),
            offence: offence.id.to_owned(),
        }),
        counts: Cooperation::ALL
            .iter()
            .map(|result| (result.word(), count(*result)))
            .collect(),
        treaties: pair
            .treaties
            .iter()
            .map(|[one, other]| facts::Treaty {
                id: one.id.clone(),
                title: one.title.clone(),
                since: [one.since, other.since].map(written),
                in_force: written(one.in_force),
            })
            .collect(),
        other_treaties: pair
            .other_treaties
            .iter()
            .map(|bond| treaty(bond, vec![code(0), code(1)]))
            .collect(),
        treaties_listed_by_one: pair
            .named
            .iter()
            .map(|(side, bond)| treaty(bond, vec![code(*side)]))
            .collect(),
        offences: pair.offences.iter().map(|one| offence(pair, one)).collect(),
    }
}

fn written(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

fn offence(pair: &Pair<'_>, offence: &OffencePair<'_>) -> facts::Offence {
    let threshold = |sides: [Threshold; 2]| facts::Threshold {
        sides: sides.map(Word::word),
        both: Threshold::both(sides).word(),
    };
    facts::Offence {
        id: offence.id.to_owned(),
        title: offence.title.to_owned(),
        result: offence.result.word(),
        elements: offence.points.iter().map(element).collect(),
        obstacles: offence
            .obstacles
            .iter()
            .map(|one| obstacle(pair, offence, one))
            .collect(),
        penalties: offence
            .penalties
            .map(|list| list.iter().map(penalty).collect()),
        one_year: threshold(offence.one_year),
        four_years: threshold(offence.four_years),
    }
}

fn element(joint: &Joint<'_>) -> facts::Element {
    facts::Element {
        id: joint.sides[0].element.clone(),
        kind: joint.sides[0].kind.word(),
        result: joint.result.word(),
        sides: joint.sides.map(side),
    }
}

fn side(point: &Point) -> facts::Side {
    facts::Side {
        state: point.state.word(),
        low: point.value.low,
        high: point.value.high,
        sections: point.sections.clone(),
        narrowings: narrowings(point),
        reason: point.reason.clone(),
    }
}

fn narrowings(point: &Point) -> Vec<String> {
    let narrowings = point.narrowings.iter();
    narrowings.map(|narrowing| narrowing.id.clone()).collect()
}

fn obstacle(pair: &Pair<'_>, offence: &OffencePair<'_>, one: &Obstacle<'_>) -> facts::Obstacle {
    facts::Obstacle {
        country: pair.sides[one.side].country.code.clone(),
        kind: wording::kind(one.cause),
        elements: one
            .points
            .iter()
            .map(|point| format!("{}/{}", offence.id, point.element))
            .collect(),
        qualifier: match one.cause {
            Cause::Narrowed(narrowing) => Some(format!("{}/{}", offence.id, narrowing.id)),
            Cause::Absent(_) | Cause::Partly(_) | Cause::Unknown => None,
        },
        reason: wording::reason(one.cause).map(ToOwned::to_owned),
        sections: wording::sections(one),
        draft: wording::draft(offence, one),
    }
}

fn penalty(penalty: &Penalty) -> facts::Penalty {
    facts::Penalty {
        section: penalty.section.clone(),
        max_imprisonment: penalty.maximum.as_ref().map(|term| term.text().to_owned()),
    }
}

/// One row for each limb and condition of each offence of each pair.
pub(super) fn sheet(pairs: &[Pair<'_>]) -> Sheet {
    let mut rows = Vec::new();
    for pair in pairs {
        for offence in &pair.offences {
            let both = |sides: [Threshold; 2]| Threshold::both(sides).word().to_owned();
            let head = [
                pair.sides[0].country.code.clone(),
                pair.sides[1].country.code.clone(),
                offence.id.to_owned(),
                offence.result.word().to_owned(),
                both(offence.one_year),
                both(offence.four_years),
            ];
            for joint in &offence.points {
                let mut row = head.to_vec();
                row.push(joint.sides[0].element.clone());
                row.push(joint.sides[0].kind.word().to_owned());
                row.push(joint.result.word().to_owned());
                for point in joint.sides {
                    row.extend([
                        point.state.word().to_owned(),
                        point.sections.join("; "),
                        narrowings(point).join("; "),
                        point.reason.clone().unwrap_or_default(),
                    ]);
                }
                rows.push(row);
            }
        }
    }
    Sheet {
        columns: vec![
            "country-1",
            "country-2",
            "offence",
            "result",
            "one-year",
            "four-years",
            "element",
            "kind",
            "element-result",
            "state-1",
            "sections-1",
            "narrowings-1",
            "reason-1",
            "state-2",
            "sections-2",
            "narrowings-2",
            "reason-2",
        ],
        rows,
    }
}
