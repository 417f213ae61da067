//! From a comparison to the facts that programs read.

use std::collections::BTreeMap;

use super::{Subject, facts, wording};
use crate::assess::comparison::{
    Band, By, CommonGap, Group, Lack, Line, LineCell, Weighting, ranks, rescore,
};
use crate::assess::{Counts, Determined, Interval, Verdict};
use crate::model::Word;
use crate::report::SCHEMA_VERSION;
use crate::report::assessment::facts::{Elements, Score};

pub(super) fn record(subject: &Subject<'_, '_>) -> facts::Comparison {
    let listing = subject.listing;
    facts::Comparison {
        schema_version: SCHEMA_VERSION,
        report: "comparison",
        by: listing.by.word(),
        order: wording::ORDER,
        filters: facts::Filters {
            region: listing.regions.clone(),
            gate: listing.gates,
            verdict: listing.verdicts.iter().map(|one| one.word()).collect(),
        },
        checklists: checklists(subject),
        countries: countries(subject),
        lines: subject
            .listed()
            .map(|(one, cells)| line(subject, one, &cells))
            .collect(),
        common_gaps: facts::CommonGaps {
            at_least: listing.common_gaps,
            gaps: subject
                .gaps
                .iter()
                .map(|gap| common(subject, gap))
                .collect(),
        },
        ranking: listing.rank.then(|| ranking(subject)),
        sensitivity: listing.sensitivity.then(|| sensitivity(subject)),
    }
}

fn score(score: Interval) -> Score {
    Score {
        low: score.low,
        high: score.high,
    }
}

fn elements(elements: Determined) -> Elements {
    Elements {
        determined: elements.determined,
        total: elements.total,
    }
}

fn counts(counts: &Counts) -> BTreeMap<&'static str, usize> {
    let all = Verdict::ALL.iter();
    all.map(|verdict| (verdict.word(), counts.of(*verdict)))
        .collect()
}

/// All countries first, then the regions.
fn groups(groups: &[Group], on_a_line: bool) -> Vec<facts::Group> {
    let fact = |group: &Group| facts::Group {
        of: if group.region.is_some() {
            "region"
        } else {
            "all"
        },
        region: group.region.clone().flatten(),
        countries: group.countries,
        scored: group.scored,
        score: group.score.map(score),
        elements: elements(group.elements),
        counts: on_a_line.then(|| counts(&group.counts)),
    };
    let (all, regions): (Vec<&Group>, Vec<&Group>) =
        groups.iter().partition(|group| group.region.is_none());
    all.into_iter().chain(regions).map(fact).collect()
}

fn checklists(subject: &Subject<'_, '_>) -> Vec<facts::Checklist> {
    let comparison = subject.comparison;
    let all = comparison.checklists.iter().enumerate();
    all.map(|(place, checklist)| facts::Checklist {
        id: checklist.id.clone(),
        version: checklist.version.clone(),
        title: checklist.title.clone(),
        groups: groups(&comparison.groups_of_checklist(place), false),
    })
    .collect()
}

fn countries(subject: &Subject<'_, '_>) -> Vec<facts::Country> {
    let comparison = subject.comparison;
    let all = comparison.countries.iter().zip(&comparison.labels);
    all.map(|(country, label)| facts::Country {
        id: label.clone(),
        code: country.code.clone(),
        name: country.name.clone(),
        region: country.region.clone(),
        as_at: country.date.to_string(),
        status: country.status.word(),
        checklists: comparison
            .checklists
            .iter()
            .zip(&country.instruments)
            .map(|(checklist, kept)| facts::Standing {
                id: checklist.id.clone(),
                score: kept.main.score.map(score),
                elements: elements(kept.main.elements),
                counts: counts(&kept.main.counts),
                band: kept.main.score.and_then(|score| Band::of(score).settled()),
            })
            .collect(),
    })
    .collect()
}

fn line(subject: &Subject<'_, '_>, line: &Line<'_>, cells: &[LineCell]) -> facts::Line {
    let comparison = subject.comparison;
    let by = subject.listing.by;
    let requirement = line.requirement(by).map(|member| member.requirement);
    let model = match by {
        By::Model => Some(line.id.clone()),
        By::Requirement | By::Chapter | By::Chain => requirement.map(|one| one.model.id.clone()),
    };
    facts::Line {
        checklist: line.checklist.map(|checklist| checklist.id.clone()),
        id: line.id.clone(),
        title: line.title.clone(),
        cite: requirement.map(|one| one.cite.clone()),
        chapter: line.requirement(by).map(|member| member.chapter.to_owned()),
        bindingness: requirement.map(|one| one.bindingness.word()),
        model,
        gate: line.is_gate(),
        optional: line.is_optional(),
        requirements: line
            .members
            .iter()
            .map(|member| wording::id(&comparison.checklists, member))
            .collect(),
        groups: groups(&comparison.groups(cells), true),
        cells: cells
            .iter()
            .enumerate()
            .map(|(country, one)| cell(subject, country, one))
            .collect(),
    }
}

fn cell(subject: &Subject<'_, '_>, country: usize, cell: &LineCell) -> facts::Cell {
    let cites = |places: &[u32]| {
        let cites = subject.cites(country, places).into_iter();
        cites.map(ToOwned::to_owned).collect()
    };
    facts::Cell {
        country: subject.comparison.labels[country].clone(),
        verdict: cell.outcome.verdict.word(),
        range: wording::range(cell.outcome.range),
        score: cell.outcome.score.map(score),
        elements: elements(cell.elements),
        lifecycle: cell.lifecycle.word(),
        expires: cell.lifecycle.expires().map(|date| date.to_string()),
        sections: cites(&cell.relied),
        not_in_force: cites(&cell.waiting),
    }
}

fn common(subject: &Subject<'_, '_>, gap: &CommonGap<'_>) -> facts::CommonGap {
    let labels = &subject.comparison.labels;
    let those = |wanted: Lack| {
        let pairs = labels.iter().zip(&gap.lacks);
        pairs
            .filter(|(_, lack)| **lack == Some(wanted))
            .map(|(label, _)| label.clone())
            .collect()
    };
    facts::CommonGap {
        model: gap.element.provision.id.clone(),
        element: gap.element.element.id.clone(),
        text: gap.element.element.text.clone(),
        requirements: gap
            .asked_by
            .iter()
            .map(|member| wording::id(&subject.comparison.checklists, member))
            .collect(),
        missing: those(Lack::Missing),
        partly: those(Lack::Partly),
        open: those(Lack::Open),
        known: gap.all.known,
        regions: gap
            .regions
            .iter()
            .map(|(region, share)| facts::RegionalGap {
                region: region.clone(),
                missing: share.missing,
                partly: share.partly,
                known: share.known,
                open: share.open,
            })
            .collect(),
    }
}

fn ranking(subject: &Subject<'_, '_>) -> Vec<facts::Ranking> {
    let comparison = subject.comparison;
    let all = comparison.checklists.iter().enumerate();
    all.map(|(place, checklist)| facts::Ranking {
        checklist: checklist.id.clone(),
        ranks: ranked(subject, place)
            .into_iter()
            .map(|(rank, country, interval)| facts::Rank {
                rank,
                country: comparison.labels[country].clone(),
                score: score(interval),
            })
            .collect(),
    })
    .collect()
}

/// Rank, country and score, by rank and then in the order of the countries.
pub(super) fn ranked(subject: &Subject<'_, '_>, checklist: usize) -> Vec<(usize, usize, Interval)> {
    let countries = subject.comparison.countries.iter();
    let scores: Vec<Option<Interval>> = countries
        .map(|country| country.instruments[checklist].main.score)
        .collect();
    let ranks = ranks(&scores).into_iter().zip(&scores).enumerate();
    let mut ranked: Vec<(usize, usize, Interval)> = ranks
        .filter_map(|(country, (rank, score))| Some((rank?, country, (*score)?)))
        .collect();
    ranked.sort_by_key(|(rank, country, _)| (*rank, *country));
    ranked
}

fn sensitivity(subject: &Subject<'_, '_>) -> facts::Sensitivity {
    let comparison = subject.comparison;
    let mut countries = Vec::new();
    for (place, checklist) in comparison.checklists.iter().enumerate() {
        for (country, label) in comparison.countries.iter().zip(&comparison.labels) {
            let scores = rescore(comparison, place, country);
            let own = scores[0].score.map(Band::of);
            let scores = scores.iter().filter_map(|one| {
                let interval = one.score?;
                let band = Band::of(interval);
                Some(facts::Rescored {
                    weighting: one.weighting.word(),
                    score: score(interval),
                    band_if_missing: band.worst,
                    band_if_there: band.best,
                    changes: own != Some(band),
                })
            });
            countries.push(facts::Sensitive {
                country: label.clone(),
                checklist: checklist.id.clone(),
                scores: scores.collect(),
            });
        }
    }
    facts::Sensitivity {
        weightings: Weighting::ALL
            .iter()
            .map(|one| facts::Weighting {
                id: one.word(),
                text: wording::weighting(*one),
            })
            .collect(),
        countries,
    }
}
