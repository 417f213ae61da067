//! The flat table of an assessment: one row for each element of each requirement.

use super::{Subject, wording};
use crate::model::Word;
use crate::report::document::Sheet;

/// The names of the columns. More may follow; none is renamed, moved or removed.
const COLUMNS: &[&str] = &[
    "country",
    "as-at",
    "checklist",
    "requirement",
    "cite",
    "title",
    "bindingness",
    "gate",
    "verdict",
    "score-low",
    "score-high",
    "element",
    "element-verdict",
    "low",
    "high",
    "sections",
    "gap",
    "reason",
    "if-enacted-verdict",
    "if-enacted-score-low",
    "if-enacted-score-high",
];

pub(super) fn sheet(subject: &Subject<'_>) -> Sheet {
    let legislation = subject.legislation;
    let mut sheet = Sheet {
        columns: COLUMNS.to_vec(),
        rows: Vec::new(),
    };
    for result in &subject.results {
        for one in result.requirements() {
            let requirement = one.requirement;
            let figure =
                |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.6}"));
            let head = vec![
                legislation.country.code.clone(),
                subject.date.to_string(),
                result.checklist.id.clone(),
                requirement.id.clone(),
                requirement.cite.clone(),
                requirement.title.clone(),
                requirement.bindingness.word().to_owned(),
                if requirement.gate { "yes" } else { "no" }.to_owned(),
                one.outcome.verdict.word().to_owned(),
                figure(one.outcome.score.map(|score| score.low)),
                figure(one.outcome.score.map(|score| score.high)),
            ];
            let then = one.if_enacted.as_ref().map(|then| &then.outcome);
            let score = then.and_then(|outcome| outcome.score);
            let tail = [
                then.map_or_else(String::new, |outcome| outcome.verdict.word().to_owned()),
                figure(score.map(|score| score.low)),
                figure(score.map(|score| score.high)),
            ];
            if one.elements.is_empty() {
                let mut row = head.clone();
                row.resize(sheet.columns.len() - tail.len(), String::new());
                row.extend(tail.clone());
                sheet.rows.push(row);
            }
            for element in &one.elements {
                let gap = one.gaps.iter().find(|gap| gap.name == element.name);
                let sections: Vec<String> = element
                    .sections
                    .iter()
                    .map(|index| legislation.cite(*index))
                    .collect();
                let mut row = head.clone();
                row.extend([
                    element.name.clone(),
                    element.verdict().word().to_owned(),
                    figure(Some(element.value.low)),
                    figure(Some(element.value.high)),
                    sections.join("; "),
                    gap.filter(|_| !one.is_optional())
                        .map_or_else(String::new, |gap| gap.id.clone()),
                    gap.and_then(|gap| gap.reason.as_ref())
                        .map_or_else(String::new, wording::reason),
                ]);
                row.extend(tail.clone());
                sheet.rows.push(row);
            }
        }
    }
    sheet
}
