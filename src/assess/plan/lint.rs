//! Whether a plan can be carried out and watched: the five criteria that SIGMA uses, and the OECD's baselines and targets (docs/decisions.md, *The lint of plans*).

use super::Plan;
use super::line::Line;
use crate::assess::Interval;
use crate::model::{IndicatorLevel, KeptLine, Word};

/// What is asked of each line of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Criterion {
    /// An institution answers for the activity.
    Responsible,
    /// It has a begin and an end.
    Timetable,
    /// It is known who pays.
    Financing,
    /// It has indicators of what is handed over and of what that changes.
    Indicators,
    /// It is published.
    Publication,
    /// Each indicator has a baseline and a target.
    Baselines,
}

impl Word for Criterion {
    const ALL: &'static [Self] = &[
        Self::Responsible,
        Self::Timetable,
        Self::Financing,
        Self::Indicators,
        Self::Publication,
        Self::Baselines,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Responsible => "responsible-institution",
            Self::Timetable => "timetable",
            Self::Financing => "financing",
            Self::Indicators => "indicators",
            Self::Publication => "publication",
            Self::Baselines => "baselines-and-targets",
        }
    }
}

/// How a line stands to a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fulfilment {
    /// All of it is there.
    Met,
    /// Some of it is there, or it is a default that nobody has made their own.
    Partly,
    /// None of it is there.
    Not,
    /// What would tell is not known.
    Unknown,
}

impl Word for Fulfilment {
    const ALL: &'static [Self] = &[Self::Met, Self::Partly, Self::Not, Self::Unknown];

    fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partly => "partly",
            Self::Not => "not",
            Self::Unknown => "unknown",
        }
    }
}

impl Fulfilment {
    /// Its value: what is not known may be anything.
    #[must_use]
    pub fn value(self) -> Interval {
        match self {
            Self::Met => Interval::MET,
            Self::Partly => Interval::PARTLY,
            Self::Not => Interval::UNMET,
            Self::Unknown => Interval::UNKNOWN,
        }
    }
}

/// What is wanting, and so what is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Want {
    /// Nobody is named.
    Lead,
    /// The library's suggestion is to be taken over, or replaced.
    ConfirmLead,
    /// It has no begin and no end.
    Dates,
    /// The dates are counted from a start that nobody has set.
    ConfirmDates,
    /// It has no begin.
    Begin,
    /// It has no end.
    End,
    /// It begins before a line ends that comes before it: the id of that line.
    TooEarly(String),
    /// Its cost is not known.
    Cost,
    /// Its cost is a default.
    ConfirmCost,
    /// Nobody is said to pay.
    Payers,
    /// The donor's amount is not stated.
    DonorAmount,
    /// So much of the cost is open at most.
    Open(u64),
    /// No indicator of that level.
    Level(IndicatorLevel),
    /// It is not said where the plan is published.
    Publication,
    /// So many indicators lack a baseline, and so many a target.
    Figures {
        /// Without a baseline.
        baselines: usize,
        /// Without a target.
        targets: usize,
    },
    /// There is no indicator that could have figures.
    NoIndicator,
}

/// A line and a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The criterion.
    pub criterion: Criterion,
    /// How the line stands to it.
    pub fulfilment: Fulfilment,
    /// What is wanting.
    pub wants: Vec<Want>,
}

/// A line with what was found.
#[derive(Debug)]
pub struct Linted<'p, 'c> {
    /// Its place in the plan.
    pub place: usize,
    /// The line.
    pub line: &'p Line<'c>,
    /// One finding for each criterion.
    pub findings: Vec<Finding>,
}

/// How all lines stand to a criterion.
#[derive(Debug, Clone, Copy)]
pub struct Total {
    /// The criterion.
    pub criterion: Criterion,
    /// How many lines meet it, meet it partly, do not meet it, and of how many it is not known.
    pub counts: [usize; 4],
    /// The mean over all lines; none where the plan has none.
    pub share: Option<Interval>,
}

/// A plan with what was found.
#[derive(Debug)]
pub struct Lint<'p, 'c> {
    /// Line by line.
    pub lines: Vec<Linted<'p, 'c>>,
    /// Over all lines.
    pub totals: Vec<Total>,
    /// Over all criteria, each with the same weight.
    pub share: Option<Interval>,
}

/// Looks through a plan. Lines that are done or given up stand aside and are not asked.
#[must_use]
pub fn lint<'p, 'c>(plan: &'p Plan<'c>) -> Lint<'p, 'c> {
    let lines: Vec<Linted<'p, 'c>> = plan
        .lines
        .iter()
        .enumerate()
        .map(|(place, line)| Linted {
            place,
            line,
            findings: vec![
                responsible(line),
                timetable(plan, line),
                financing(line),
                indicators(line),
                publication(plan, line),
                baselines(line),
            ],
        })
        .collect();
    let totals: Vec<Total> = Criterion::ALL
        .iter()
        .map(|criterion| total(&lines, *criterion))
        .collect();
    Lint {
        share: Interval::mean(totals.iter().filter_map(|total| Some((total.share?, 1.0)))),
        lines,
        totals,
    }
}

fn total(lines: &[Linted<'_, '_>], criterion: Criterion) -> Total {
    let found = || {
        let findings = lines.iter().flat_map(|line| &line.findings);
        findings.filter(move |finding| finding.criterion == criterion)
    };
    let number = |wanted: Fulfilment| found().filter(|one| one.fulfilment == wanted).count();
    Total {
        criterion,
        counts: [
            number(Fulfilment::Met),
            number(Fulfilment::Partly),
            number(Fulfilment::Not),
            number(Fulfilment::Unknown),
        ],
        share: Interval::mean(found().map(|one| (one.fulfilment.value(), 1.0))),
    }
}

fn finding(criterion: Criterion, fulfilment: Fulfilment, wants: Vec<Want>) -> Finding {
    Finding {
        criterion,
        fulfilment,
        wants,
    }
}

/// A field of the kept plan is the office's word; one of the draft is a default.
fn kept<'c, T>(line: &Line<'c>, of: impl Fn(&'c KeptLine) -> Option<T>) -> Option<T> {
    line.kept.and_then(of)
}

fn responsible(line: &Line<'_>) -> Finding {
    let (fulfilment, wants) = if kept(line, |kept| kept.lead.as_ref()).is_some() {
        (Fulfilment::Met, Vec::new())
    } else if line.measure.lead.is_empty() {
        (Fulfilment::Not, vec![Want::Lead])
    } else {
        (Fulfilment::Partly, vec![Want::ConfirmLead])
    };
    finding(Criterion::Responsible, fulfilment, wants)
}

fn timetable(plan: &Plan<'_>, line: &Line<'_>) -> Finding {
    let dates = (kept(line, |kept| kept.begin), kept(line, |kept| kept.end));
    let (fulfilment, mut wants) = match dates {
        (Some(_), Some(_)) => (Fulfilment::Met, Vec::new()),
        (Some(_), None) => (Fulfilment::Partly, vec![Want::End]),
        (None, Some(_)) => (Fulfilment::Partly, vec![Want::Begin]),
        (None, None) if line.is_own() => (Fulfilment::Not, vec![Want::Dates]),
        (None, None) => (Fulfilment::Partly, vec![Want::ConfirmDates]),
    };
    let earlier = line.after.iter().map(|place| &plan.lines[*place]);
    let unfinished = earlier.filter(|earlier| earlier.end > line.begin);
    wants.extend(unfinished.map(|earlier| Want::TooEarly(earlier.id.clone())));
    let fulfilment = if fulfilment == Fulfilment::Met && !wants.is_empty() {
        Fulfilment::Partly
    } else {
        fulfilment
    };
    finding(Criterion::Timetable, fulfilment, wants)
}

fn financing(line: &Line<'_>) -> Finding {
    let stated = line.national().is_some() || line.donor().is_some();
    let mut wants = Vec::new();
    if line.cost.amount.is_some() && line.cost.is_default {
        wants.push(Want::ConfirmCost);
    }
    if !stated {
        wants.push(Want::Payers);
    }
    if matches!(line.donor(), Some((_, None))) {
        wants.push(Want::DonorAmount);
    }
    let Some(open) = line.unfunded() else {
        wants.push(Want::Cost);
        // Who pays is said, or nothing at all is.
        let fulfilment = if stated {
            Fulfilment::Partly
        } else {
            Fulfilment::Unknown
        };
        return finding(Criterion::Financing, fulfilment, wants);
    };
    if stated && open.high > 0 {
        wants.push(Want::Open(open.high));
    }
    let fulfilment = match (stated, wants.is_empty()) {
        (false, _) => Fulfilment::Not,
        (true, true) => Fulfilment::Met,
        (true, false) => Fulfilment::Partly,
    };
    finding(Criterion::Financing, fulfilment, wants)
}

fn indicators(line: &Line<'_>) -> Finding {
    let measure = line.measure;
    let levels = [
        (IndicatorLevel::Output, measure.outputs.is_empty()),
        (IndicatorLevel::Outcome, measure.outcomes.is_empty()),
    ];
    let wants: Vec<Want> = levels
        .into_iter()
        .filter(|(_, is_missing)| *is_missing)
        .map(|(level, _)| Want::Level(level))
        .collect();
    let fulfilment = match wants.len() {
        0 => Fulfilment::Met,
        1 => Fulfilment::Partly,
        _ => Fulfilment::Not,
    };
    finding(Criterion::Indicators, fulfilment, wants)
}

fn publication(plan: &Plan<'_>, line: &Line<'_>) -> Finding {
    let of_plan = plan.kept.and_then(|kept| kept.publication.as_ref());
    let of_line = kept(line, |kept| kept.publication.as_ref());
    if of_line.or(of_plan).is_some() {
        finding(Criterion::Publication, Fulfilment::Met, Vec::new())
    } else {
        finding(
            Criterion::Publication,
            Fulfilment::Not,
            vec![Want::Publication],
        )
    }
}

fn baselines(line: &Line<'_>) -> Finding {
    let (total, baselines, targets) = match line.own_indicators() {
        Some(indicators) => {
            let without = |of: fn(&crate::model::KeptIndicator) -> bool| {
                indicators.iter().filter(|one| of(one)).count()
            };
            (
                indicators.len(),
                without(|one| one.baseline.is_none()),
                without(|one| one.target.is_none()),
            )
        }
        // What is handed over is not there before and there afterwards; a score has both from the assessment. What only
        // records can tell has to be recorded first.
        None => {
            let measured = usize::from(!line.closes.is_empty() && line.figures.baseline.is_some());
            let outcomes = line.measure.outcomes.len();
            (
                line.measure.outputs.len() + outcomes + measured,
                outcomes,
                outcomes,
            )
        }
    };
    let (fulfilment, wants) = if total == 0 {
        (Fulfilment::Not, vec![Want::NoIndicator])
    } else if baselines == 0 && targets == 0 {
        (Fulfilment::Met, Vec::new())
    } else if baselines == total && targets == total {
        (Fulfilment::Not, vec![Want::Figures { baselines, targets }])
    } else {
        (
            Fulfilment::Partly,
            vec![Want::Figures { baselines, targets }],
        )
    };
    finding(Criterion::Baselines, fulfilment, wants)
}
