//! The text for the report back to the Commission (its resolution 20/7): plain sentences that can be pasted as they are.

use super::{Subject, acts, is_by_law, wording};
use crate::assess::{
    CauseKind, ElementVerdict, Fate, GapFate, Outcome, Progress, RequirementProgress,
};
use crate::model::FileStatus;
use crate::report::figures::{self, are, count};

/// How many things a sentence names before it says how many more there are.
const MOST: usize = 12;

/// The paragraphs, in order.
pub(super) fn paragraphs(subject: &Subject<'_>) -> Vec<String> {
    let country = &subject.after.country.name;
    let mut paragraphs = vec![opening(subject), acts::laws(subject)];
    for result in &subject.results {
        paragraphs.extend(moved(result));
        paragraphs.push(figures(subject, result));
        paragraphs.push(gaps(result));
        paragraphs.push(open(result));
    }
    paragraphs.extend(assistance(subject));
    paragraphs.push(format!(
        "The findings record what was found in the laws listed, at the dates given. Nothing in this text says that {country} has or has not met its obligations under any instrument."
    ));
    paragraphs
}

fn opening(subject: &Subject<'_>) -> String {
    let (first, second) = subject.dates;
    let instruments: Vec<String> = subject.results.iter().map(|result| the(result)).collect();
    let sources = match subject.after.status {
        FileStatus::Official => " The data are the State’s own account.",
        FileStatus::Reviewed => "",
        FileStatus::Illustrative => " The data are illustrative and were reviewed by nobody.",
        FileStatus::Fictional => " The country and its laws are fictional.",
    };
    format!(
        "This text on {} covers the time from {first} to {second}. It was prepared for the report back to the Commission on Crime Prevention and Criminal Justice on technical assistance against cybercrime (Commission resolution 20/7), and reads the laws listed at both dates against {}.{sources}",
        subject.after.country.name,
        instruments.join(" and ")
    )
}

/// `the Budapest Convention`, unless the title has its article.
fn the(result: &Progress<'_>) -> String {
    let title = &result.checklist.short_title;
    if title.to_lowercase().starts_with("the ") {
        title.clone()
    } else {
        format!("the {title}")
    }
}

/// What made a requirement move: the first that applies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ground {
    Law,
    Evidence,
    Correction,
    Checklist,
}

const GROUNDS: &[(Ground, &str)] = &[
    (Ground::Law, "because the law changed"),
    (
        Ground::Evidence,
        "not because the law changed, but because more is known of law that was there before",
    ),
    (
        Ground::Correction,
        "not because the law changed, but because earlier findings were corrected",
    ),
    (
        Ground::Checklist,
        "not because the law changed, but because the checklist asks otherwise",
    ),
];

fn ground(one: &RequirementProgress<'_>) -> Ground {
    if one.has(CauseKind::LawChanged) || one.has(CauseKind::BillMoved) {
        Ground::Law
    } else if one.has(CauseKind::NewEvidence) {
        Ground::Evidence
    } else if one.has(CauseKind::Correction) {
        Ground::Correction
    } else {
        Ground::Checklist
    }
}

/// The articles whose verdicts moved, by what made them move.
fn moved(result: &Progress<'_>) -> Vec<String> {
    let mut paragraphs = Vec::new();
    for (wanted, because) in GROUNDS {
        let these: Vec<&RequirementProgress<'_>> = result
            .changed
            .iter()
            .filter(|one| ground(one) == *wanted)
            .collect();
        let verdicts: Vec<String> = these.iter().filter_map(|one| verdict(one)).collect();
        let scores: Vec<String> = these.iter().filter_map(|one| score(one)).collect();
        if !verdicts.is_empty() {
            paragraphs.push(format!(
                "Under {}, these articles moved {because}: {}.",
                the(result),
                some(&verdicts)
            ));
        }
        if !scores.is_empty() {
            paragraphs.push(format!(
                "Under {}, these articles keep their verdict and have another score, {because}: {}.",
                the(result),
                some(&scores)
            ));
        }
    }
    if result.changed.is_empty() {
        paragraphs.push(format!("Under {}, no article moved.", the(result)));
    }
    paragraphs
}

/// Where a requirement came from: where the checklist alone made the change, the outcome under the older one.
fn start<'a>(one: &'a RequirementProgress<'_>) -> &'a Outcome {
    match &one.earlier {
        Some(earlier) if ground(one) == Ground::Checklist => earlier,
        Some(_) | None => &one.before,
    }
}

/// `Art. 19(1) (search), from 64–93 % to 28–58 %`, where the verdict stayed and the score did not.
fn score(one: &RequirementProgress<'_>) -> Option<String> {
    let from = start(one);
    if from.verdict != one.after.verdict || from.score == one.after.score {
        return None;
    }
    Some(format!(
        "{} ({}), from {} to {}",
        one.requirement.cite,
        one.requirement.title,
        figures::percent(from.score),
        figures::percent(one.after.score)
    ))
}

/// `Art. 2 (illegal access), from partly in place to in place`, where the verdict moved.
fn verdict(one: &RequirementProgress<'_>) -> Option<String> {
    let from = start(one);
    if from.verdict == one.after.verdict {
        return None;
    }
    let words = |outcome: &Outcome| match outcome.range {
        Some((worst, best)) => format!(
            "{} (between {} and {})",
            figures::verdict(outcome.verdict),
            figures::verdict(worst),
            figures::verdict(best)
        ),
        None => figures::verdict(outcome.verdict).to_owned(),
    };
    let also = if ground(one) == Ground::Law
        && (one.has(CauseKind::Correction) || one.has(CauseKind::NewEvidence))
    {
        ", where findings on old law changed as well"
    } else {
        ""
    };
    Some(format!(
        "{} ({}), from {} to {}{also}",
        one.requirement.cite,
        one.requirement.title,
        words(from),
        words(&one.after)
    ))
}

fn figures(subject: &Subject<'_>, result: &Progress<'_>) -> String {
    let (first, second) = subject.dates;
    let (then, now) = (result.before.main(), result.after.main());
    let older = result.earlier.as_ref().map_or_else(String::new, |older| {
        format!(
            " (under the older checklist, version {}, it was {} at {first}; the figures that compare are those under one checklist)",
            older.checklist.version,
            figures::percent(older.main().score)
        )
    });
    format!(
        "Measured with the same checklist, the score under {} was {} at {first} and is {} at {second}{older}. At {first}, {} elements were determined, and at {second}, {}. {}",
        the(result),
        figures::percent(then.score),
        figures::percent(now.score),
        figures::determined(then.elements),
        figures::determined(now.elements),
        overlap(result)
    )
}

/// What the two intervals allow to be said.
pub(super) fn overlap(result: &Progress<'_>) -> String {
    let (Some(then), Some(now)) = (result.before.main().score, result.after.main().score) else {
        return "At one of the dates nothing was scored, and so there are no two figures to compare.".to_owned();
    };
    let words = if then == now {
        "The two intervals are the same."
    } else if now.low > then.high {
        "The whole of the second interval lies above the first."
    } else if now.high < then.low {
        "The whole of the second interval lies below the first."
    } else {
        "The two intervals overlap, since part of the law was not determined: the figures alone do not show in which direction the law as a whole moved."
    };
    words.to_owned()
}

fn gaps(result: &Progress<'_>) -> String {
    let of = |fate: Fate| -> Vec<&GapFate> {
        result.gaps.iter().filter(|gap| gap.fate == fate).collect()
    };
    let closed = of(Fate::Closed);
    let (by_law, otherwise): (Vec<&GapFate>, Vec<&GapFate>) =
        closed.into_iter().partition(|gap| is_by_law(result, gap));
    let mut told = Vec::new();
    let mut tell = |gaps: &[&GapFate], how: &str| {
        if !gaps.is_empty() {
            told.push(format!(
                "{} {how}: {}.",
                count(gaps.len(), "gap"),
                some(&by_article(gaps))
            ));
        }
    };
    tell(&by_law, "closed by law");
    tell(
        &otherwise,
        "found closed by new evidence or a correction, and not by law made in that time",
    );
    tell(&of(Fate::Opened), "opened");
    tell(
        &of(Fate::BecameKnown),
        "became known where nothing could be told before",
    );
    tell(
        &of(Fate::BecameUnknown),
        "known before and not determined now, which closes nothing",
    );
    if told.is_empty() {
        return format!(
            "Under {}, no gap closed, opened or became known.",
            the(result)
        );
    }
    told.join(" ")
}

/// What is still open, and what nobody knows.
fn open(result: &Progress<'_>) -> String {
    let is_open = |gap: &&GapFate| {
        matches!(
            gap.fate,
            Fate::Opened | Fate::BecameKnown | Fate::NewlyAsked | Fate::StillOpen
        )
    };
    let open: Vec<&GapFate> = result.gaps.iter().filter(is_open).collect();
    let first: Vec<&GapFate> = open.iter().copied().filter(|gap| gap.gate).collect();
    let mut text = if open.is_empty() {
        format!("Under {}, no gap is known to be open.", the(result))
    } else {
        let named = if first.is_empty() { &open } else { &first };
        let lead = if first.is_empty() {
            ""
        } else {
            " First among them"
        };
        let sep = if first.is_empty() { ":" } else { "." };
        let tail = some(&by_article(named));
        format!(
            "Under {}, {} {} open{sep}{lead}{} {tail}.",
            the(result),
            count(open.len(), "gap"),
            are(open.len()),
            if first.is_empty() { "" } else { ":" },
        )
    };
    let unknown = unknown(result);
    if unknown > 0 {
        text.push_str(&format!(
            " {} {} not determined: of these it is not known whether the law has them.",
            count(unknown, "further element"),
            are(unknown)
        ));
    }
    text
}

/// How many elements that bind are unknown and no gaps.
fn unknown(result: &Progress<'_>) -> usize {
    let binding = result.after.requirements().filter(|one| !one.is_optional());
    binding
        .flat_map(|one| {
            one.elements.iter().filter(|element| {
                element.verdict() == ElementVerdict::Unknown
                    && !one.gaps.iter().any(|gap| gap.name == element.name)
            })
        })
        .count()
}

/// Assistance under way in the time, and what the State asks for first.
fn assistance(subject: &Subject<'_>) -> Option<String> {
    let (first, second) = subject.dates;
    let mut told = Vec::new();
    let support = subject.after.support.iter().filter(|support| {
        support.from.is_none_or(|from| from <= second) && support.to.is_none_or(|to| to > first)
    });
    let support: Vec<String> = support
        .map(|support| match &support.project {
            Some(project) => format!("{} ({project})", support.provider),
            None => support.provider.clone(),
        })
        .collect();
    if !support.is_empty() {
        told.push(format!(
            "Assistance under way in that time, as far as the file lists it: {}.",
            some(&support)
        ));
    }
    let needs: Vec<String> = subject
        .after
        .needs
        .iter()
        .map(|need| figures::clause(&need.provision.title))
        .collect();
    if !needs.is_empty() {
        told.push(format!(
            "The State asks for assistance with: {}.",
            some(&needs)
        ));
    }
    (!told.is_empty()).then(|| told.join(" "))
}

/// Gaps by article: `Art. 2 (access, intent)`.
pub(super) fn by_article(gaps: &[&GapFate]) -> Vec<String> {
    let mut articles: Vec<(&str, Vec<String>)> = Vec::new();
    for gap in gaps {
        let element = wording::readable(&gap.element);
        match articles.last_mut() {
            Some((cite, elements)) if *cite == gap.cite => elements.push(element),
            Some(_) | None => articles.push((&gap.cite, vec![element])),
        }
    }
    let articles = articles.into_iter();
    articles
        .map(|(cite, elements)| {
            format!("{} ({})", cite.replace(' ', "\u{a0}"), elements.join(", "))
        })
        .collect()
}

/// The first of a list, and how many more there are.
fn some(all: &[String]) -> String {
    if all.len() <= MOST {
        return all.join("; ");
    }
    format!("{}; and {} more", all[..MOST].join("; "), all.len() - MOST)
}
