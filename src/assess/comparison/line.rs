//! The lines that countries are compared on: requirements, chapters, model provisions, or links of the chain of criminal justice.

use super::{Comparison, Group, KeptCountry, Lifecycle};
use crate::assess::{Counts, Determined, Interval, Outcome, Verdict};
use crate::model::{Bindingness, Checklist, Link, ModelProvision, Requirement, Word};

/// What a line stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// One requirement of one instrument.
    Requirement,
    /// A chapter of an instrument.
    Chapter,
    /// A model provision, in whatever instruments ask for it.
    Model,
    /// A link of the chain of criminal justice, in one instrument.
    Chain,
}

impl Word for By {
    const ALL: &'static [Self] = &[Self::Requirement, Self::Chapter, Self::Model, Self::Chain];

    fn word(self) -> &'static str {
        match self {
            Self::Requirement => "requirement",
            Self::Chapter => "chapter",
            Self::Model => "model",
            Self::Chain => "chain",
        }
    }
}

/// A line of the comparison.
#[derive(Debug)]
pub struct Line<'c> {
    /// Its instrument; none where it takes several together.
    pub checklist: Option<&'c Checklist<'c>>,
    /// Its id among the lines of its instrument.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The requirements that it takes together: those that bind, or where none does, those that are optional.
    pub members: Vec<Member<'c>>,
}

/// A requirement within a line.
#[derive(Debug, Clone, Copy)]
pub struct Member<'c> {
    /// The place of its checklist.
    pub checklist: usize,
    /// Its place in the checklist.
    pub place: usize,
    /// Its chapter.
    pub chapter: &'c str,
    /// The requirement.
    pub requirement: &'c Requirement<'c>,
}

impl Member<'_> {
    fn is_optional(&self) -> bool {
        self.requirement.bindingness == Bindingness::Optional
    }
}

/// How a country stands on a line.
#[derive(Debug, Clone)]
pub struct LineCell {
    /// The verdict, and the weighted mean of the scores.
    pub outcome: Outcome,
    /// How many of the elements asked for are determined.
    pub elements: Determined,
    /// What kind of law speaks to it.
    pub lifecycle: Lifecycle,
    /// The sections relied on, as places in the country's list.
    pub relied: Vec<u32>,
    /// Where no law in force speaks to it: the sections that would.
    pub waiting: Vec<u32>,
}

impl<'c> Line<'c> {
    /// Whether it takes optional requirements together.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.members.iter().all(Member::is_optional)
    }

    /// Whether a gap in it is named first.
    #[must_use]
    pub fn is_gate(&self) -> bool {
        self.members.iter().any(|member| member.requirement.gate)
    }

    /// The one requirement that it stands for, if it stands for one.
    #[must_use]
    pub fn requirement(&self, by: By) -> Option<&Member<'c>> {
        self.members.first().filter(|_| by == By::Requirement)
    }

    /// How a country stands on it.
    #[must_use]
    pub fn cell(&self, country: &KeptCountry) -> LineCell {
        let mut cell = LineCell {
            outcome: Outcome {
                verdict: Verdict::NotApplicable,
                range: None,
                score: None,
            },
            elements: Determined::default(),
            lifecycle: Lifecycle::Silent,
            relied: Vec::new(),
            waiting: Vec::new(),
        };
        let mut outcomes = Vec::new();
        for member in &self.members {
            let instrument = &country.instruments[member.checklist];
            let kept = &instrument.requirements[member.place];
            outcomes.push((kept.outcome, member.requirement.weight));
            let asked = instrument.elements(kept).iter().flatten();
            for halves in asked {
                cell.elements.total += 1;
                cell.elements.determined += usize::from(halves.value().is_determined());
            }
            cell.lifecycle = cell.lifecycle.with(kept.lifecycle);
            cell.relied.extend(instrument.relied(kept));
            cell.waiting.extend(instrument.waiting(kept));
        }
        cell.outcome = together(&outcomes);
        if cell.lifecycle >= Lifecycle::InForce {
            cell.waiting.clear();
        }
        if self.members.len() > 1 {
            for cites in [&mut cell.relied, &mut cell.waiting] {
                cites.sort_unstable();
                cites.dedup();
            }
        }
        cell
    }

    /// How all countries stand on it.
    #[must_use]
    pub fn cells(&self, comparison: &Comparison<'_>) -> Vec<LineCell> {
        let countries = comparison.countries.iter();
        countries.map(|country| self.cell(country)).collect()
    }
}

/// The verdict on several requirements: in place where all are, not in place where none is even in part, and else partly; at worst and at best.
fn together(outcomes: &[(Outcome, f64)]) -> Outcome {
    if let [(only, _)] = outcomes {
        return *only;
    }
    let ends = outcomes
        .iter()
        .filter(|(outcome, _)| outcome.verdict != Verdict::NotApplicable)
        .map(|(outcome, _)| outcome.range.unwrap_or((outcome.verdict, outcome.verdict)));
    let ends: Vec<(Verdict, Verdict)> = ends.collect();
    let of = |end: fn(&(Verdict, Verdict)) -> Verdict| {
        let all = |wanted: Verdict| ends.iter().all(|ends| end(ends) == wanted);
        if ends.is_empty() {
            Verdict::NotApplicable
        } else if all(Verdict::InPlace) {
            Verdict::InPlace
        } else if all(Verdict::NotInPlace) {
            Verdict::NotInPlace
        } else {
            Verdict::PartlyInPlace
        }
    };
    let (worst, best) = (of(|ends| ends.0), of(|ends| ends.1));
    let scores = outcomes
        .iter()
        .filter_map(|(outcome, weight)| Some((outcome.score?, *weight)));
    Outcome {
        verdict: if worst == best {
            worst
        } else {
            Verdict::NotDetermined
        },
        range: (worst != best).then_some((worst, best)),
        score: Interval::mean(scores),
    }
}

impl<'c> Comparison<'c> {
    /// The lines to compare on, in the order of the instruments; `gates` leaves only requirements that are gates.
    #[must_use]
    pub fn lines(&self, by: By, gates: bool) -> Vec<Line<'c>> {
        let mut members = self.members();
        members.retain(|member| !gates || member.requirement.gate);
        match by {
            By::Requirement => members.into_iter().map(|one| self.single(one)).collect(),
            By::Chapter => self.chapters(&members),
            By::Chain => self.chain(&members),
            By::Model => models(&members),
        }
    }

    /// All requirements of all checklists.
    #[must_use]
    pub fn members(&self) -> Vec<Member<'c>> {
        let mut members = Vec::new();
        for (number, checklist) in self.checklists.iter().enumerate() {
            let mut place = 0;
            for chapter in &checklist.chapters {
                for requirement in &chapter.requirements {
                    members.push(Member {
                        checklist: number,
                        place,
                        chapter: &chapter.title,
                        requirement,
                    });
                    place += 1;
                }
            }
        }
        members
    }

    fn single(&self, member: Member<'c>) -> Line<'c> {
        Line {
            checklist: Some(self.checklists[member.checklist]),
            id: member.requirement.id.clone(),
            title: member.requirement.title.clone(),
            members: vec![member],
        }
    }

    fn chapters(&self, members: &[Member<'c>]) -> Vec<Line<'c>> {
        let same = |one: &Member<'_>, next: &Member<'_>| {
            one.checklist == next.checklist && std::ptr::eq(one.chapter, next.chapter)
        };
        let lines = members.chunk_by(same).map(|chapter| Line {
            checklist: Some(self.checklists[chapter[0].checklist]),
            id: chapter[0].chapter.to_owned(),
            title: chapter[0].chapter.to_owned(),
            members: binding(chapter),
        });
        lines.collect()
    }

    fn chain(&self, members: &[Member<'c>]) -> Vec<Line<'c>> {
        let mut lines = Vec::new();
        for (number, checklist) in self.checklists.iter().enumerate() {
            for link in Link::ALL {
                let serving = members.iter().filter(|one| {
                    one.checklist == number && one.requirement.model.chain.contains(link)
                });
                let serving: Vec<Member<'c>> = serving.copied().collect();
                if !serving.is_empty() {
                    lines.push(Line {
                        checklist: Some(checklist),
                        id: link.word().to_owned(),
                        title: capital(link.word()),
                        members: binding(&serving),
                    });
                }
            }
        }
        lines
    }

    /// What is said of a line for each region, and for all countries last.
    #[must_use]
    pub fn groups(&self, cells: &[LineCell]) -> Vec<Group> {
        let group = |region: Option<Option<&str>>, cells: &[LineCell]| {
            let mut group = Group::of(
                region,
                cells.iter().map(|cell| (cell.outcome.score, cell.elements)),
            );
            let mut counts = Counts::default();
            for cell in cells {
                counts.add(cell.outcome.verdict);
            }
            group.counts = counts;
            group
        };
        let regions = self.regions().into_iter();
        let regions = regions.map(|(region, places)| group(Some(region), &cells[places]));
        regions.chain([group(None, cells)]).collect()
    }
}

/// Those that bind, or all where none does.
fn binding<'c>(members: &[Member<'c>]) -> Vec<Member<'c>> {
    let binding = members.iter().filter(|one| !one.is_optional());
    let binding: Vec<Member<'c>> = binding.copied().collect();
    if binding.is_empty() {
        members.to_vec()
    } else {
        binding
    }
}

/// One line a model provision, in the order in which the instruments ask for them.
fn models<'c>(members: &[Member<'c>]) -> Vec<Line<'c>> {
    let mut groups: Vec<(&'c ModelProvision, Vec<Member<'c>>)> = Vec::new();
    for member in members {
        let model = member.requirement.model;
        match groups
            .iter_mut()
            .find(|(known, _)| std::ptr::eq(*known, model))
        {
            Some((_, group)) => group.push(*member),
            None => groups.push((model, vec![*member])),
        }
    }
    let lines = groups.into_iter().map(|(model, group)| Line {
        checklist: None,
        id: model.id.clone(),
        title: model.title.clone(),
        members: binding(&group),
    });
    lines.collect()
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}
