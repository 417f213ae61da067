//! Lines that one partner would take on together. A request for assistance is written for each cluster, and each is an outcome of the logframe.

use crate::assess::Finding;
use crate::assess::plan::{GapRef, Line, Plan, Target};
use crate::model::{Category, MeasureRole, MeasureType, Span, Word};

/// A field of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cluster {
    /// Definitions, offences, liability, sanctions, jurisdiction.
    CriminalLaw,
    /// Powers to investigate, with their safeguards, and electronic evidence.
    Powers,
    /// The law on cooperation with other States.
    Cooperation,
    /// Treaties, and what a ministry needs to draft.
    Process,
    /// Bodies, procedures and prevention.
    Institutions,
    /// Those who apply the law.
    Training,
}

impl Word for Cluster {
    const ALL: &'static [Self] = &[
        Self::CriminalLaw,
        Self::Powers,
        Self::Cooperation,
        Self::Process,
        Self::Institutions,
        Self::Training,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::CriminalLaw => "criminal-law",
            Self::Powers => "powers",
            Self::Cooperation => "cooperation",
            Self::Process => "process",
            Self::Institutions => "institutions",
            Self::Training => "training",
        }
    }
}

impl Cluster {
    /// Its title.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::CriminalLaw => "Substantive criminal law",
            Self::Powers => "Powers of investigation, safeguards and electronic evidence",
            Self::Cooperation => "Law of international cooperation",
            Self::Process => "Treaties and the work of drafting",
            Self::Institutions => "Institutions, procedures and prevention",
            Self::Training => "Training and exchange of practice",
        }
    }

    /// What is there once its lines are done.
    pub(super) fn outcome(self) -> &'static str {
        match self {
            Self::CriminalLaw => {
                "Cybercrime in all its forms is punishable under the law in force, with penalties that allow extradition"
            }
            Self::Powers => {
                "Cybercrime is investigated, and electronic evidence secured, under powers that are in force with their safeguards"
            }
            Self::Cooperation => {
                "Requests of other States for electronic evidence can be made, answered and carried out under the law in force"
            }
            Self::Process => {
                "Government and parliament have decided on treaties and bills with the knowledge that they need"
            }
            Self::Institutions => {
                "Bodies and procedures exist that apply the law, oversee its use and prevent offences"
            }
            Self::Training => {
                "Those who apply the law know it, use it, and keep within its safeguards"
            }
        }
    }

    /// The cluster of a line: by what kind of action it is, and of a change of law by what is behind most of it.
    pub(super) fn of(line: &Line<'_>) -> Self {
        match line.measure.kind {
            MeasureType::CapacityBuilding | MeasureType::GoodPractices => return Self::Training,
            MeasureType::InstitutionBuilding | MeasureType::Equipment | MeasureType::ActionPlan => {
                return Self::Institutions;
            }
            MeasureType::ModelLegislation | MeasureType::OnSiteExpert => return Self::Process,
            MeasureType::LegalAdvice | MeasureType::LegislativeDrafting | MeasureType::Other => {}
        }
        if matches!(line.target, Target::Instrument(_)) {
            return Self::Process;
        }
        if line.measure.role == MeasureRole::Supports {
            return Self::Institutions;
        }
        let fields = [
            Self::CriminalLaw,
            Self::Powers,
            Self::Cooperation,
            Self::Institutions,
        ];
        let count = |field: &Self| {
            let of_gaps = line.closes.iter().map(|gap| gap.provision().category);
            let of_findings = line.findings.iter().filter_map(|one| one.provision);
            let all = of_gaps.chain(of_findings.map(|one| one.category));
            all.filter(|category| field_of(*category) == *field).count()
        };
        let most = fields.iter().map(count).max().unwrap_or(0);
        let found = fields.into_iter().find(|field| count(field) == most);
        found.unwrap_or(Self::CriminalLaw)
    }
}

fn field_of(category: Category) -> Cluster {
    match category {
        Category::Definition
        | Category::Offence
        | Category::Liability
        | Category::Sanction
        | Category::Jurisdiction => Cluster::CriminalLaw,
        Category::ProceduralPower | Category::Safeguard => Cluster::Powers,
        Category::InternationalCooperation => Cluster::Cooperation,
        Category::Prevention | Category::Assistance | Category::Institution => {
            Cluster::Institutions
        }
    }
}

/// The lines of a cluster, in the order of the plan.
#[derive(Debug)]
pub(super) struct Bundle<'p, 'c> {
    /// The cluster.
    pub(super) cluster: Cluster,
    /// Its lines; there is at least one.
    pub(super) lines: Vec<&'p Line<'c>>,
}

/// Every cluster that has lines.
pub(super) fn bundles<'p, 'c>(plan: &'p Plan<'c>) -> Vec<Bundle<'p, 'c>> {
    let bundles = Cluster::ALL.iter().map(|cluster| Bundle {
        cluster: *cluster,
        lines: plan
            .lines
            .iter()
            .filter(|line| Cluster::of(line) == *cluster)
            .collect(),
    });
    bundles.filter(|bundle| !bundle.lines.is_empty()).collect()
}

impl<'c> Bundle<'_, 'c> {
    /// Person-days of all its lines.
    pub(super) fn effort(&self) -> Span {
        let efforts = self.lines.iter().map(|line| line.effort);
        efforts.fold(Span::default(), Span::plus)
    }

    /// What its lines cost together; none where one has no price.
    pub(super) fn cost(&self) -> Option<Span> {
        let mut sum = Span::default();
        for line in &self.lines {
            sum = sum.plus(line.cost.amount?);
        }
        Some(sum)
    }

    /// The months from the first begin to the last end.
    pub(super) fn months(&self) -> (u64, u64) {
        let begin = self.lines.iter().map(|line| line.begin).min();
        let end = self.lines.iter().map(|line| line.end).max();
        (begin.unwrap_or(0), end.unwrap_or(0))
    }

    /// The gaps behind its lines, each once: those that it closes, else those that it supports.
    pub(super) fn gaps(&self) -> Vec<GapRef<'c>> {
        let closes = self.lines.iter().flat_map(|line| &line.closes);
        let supports = self.lines.iter().flat_map(|line| &line.supports);
        let mut gaps: Vec<GapRef<'c>> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        let has_own = self.lines.iter().any(|line| !line.closes.is_empty());
        for gap in closes.chain(supports.filter(|_| !has_own)) {
            if seen.insert(gap.id()) {
                gaps.push(*gap);
            }
        }
        gaps
    }

    /// How many powers without safeguards its lines answer, each counted once.
    pub(super) fn findings(&self) -> usize {
        let mut seen: Vec<&Finding<'c>> = Vec::new();
        for finding in self.lines.iter().flat_map(|line| &line.findings) {
            if !seen.iter().any(|known| std::ptr::eq(*known, *finding)) {
                seen.push(finding);
            }
        }
        seen.len()
    }
}
