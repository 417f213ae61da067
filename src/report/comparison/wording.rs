//! What is said of countries, lines and law on its way, the same in every part of a comparison.

use super::Subject;
use crate::assess::comparison::{BANDS, Band, By, Group, KeptCountry, Lifecycle, Line, Member};
use crate::assess::{Interval, Verdict};
use crate::model::{Checklist, Word};
use crate::report::figures;

/// The order of the countries.
pub(super) const ORDER: &str =
    "by region (countries without one last), then by code, name and date; never by score";

/// The letter of a heat map for law that is on its way, or on its way out.
pub(super) fn letter(lifecycle: Lifecycle) -> Option<char> {
    match lifecycle {
        Lifecycle::Silent | Lifecycle::InForce => None,
        Lifecycle::Lapsed => Some('l'),
        Lifecycle::Bill => Some('b'),
        Lifecycle::Coming => Some('e'),
        Lifecycle::Expires(_) => Some('x'),
    }
}

/// What the letters mean.
pub(super) const LETTERS: &str = "b: only a bill speaks to it; e: only law enacted and not yet in force; x: law in force that expires; l: only law that lapsed";

/// The same in words; nothing of what is simply in force, or of silence.
pub(super) fn lifecycle(lifecycle: Lifecycle) -> String {
    match lifecycle {
        Lifecycle::Silent | Lifecycle::InForce => String::new(),
        Lifecycle::Lapsed => "only law that lapsed".to_owned(),
        Lifecycle::Bill => "only a bill".to_owned(),
        Lifecycle::Coming => "not yet in force".to_owned(),
        Lifecycle::Expires(date) => format!("expires {date}").replace(' ', "\u{a0}"),
    }
}

/// Sections in a row, no more than `most` of them.
pub(super) fn cited(cites: &[&str], most: usize) -> String {
    let names: Vec<String> = cites
        .iter()
        .take(most)
        .map(|cite| match cite.split_once(' ') {
            Some((law, section)) => format!("{law} {}", section.replace(' ', "\u{a0}")),
            None => (*cite).to_owned(),
        })
        .collect();
    let more = cites.len().saturating_sub(most);
    match (names.is_empty(), more) {
        (true, _) => "–".to_owned(),
        (false, 0) => names.join("; "),
        (false, more) => format!("{} and {more} more", names.join("; ")),
    }
}

/// `West Africa`, or what stands for countries without a region.
pub(super) fn region(region: Option<&str>) -> &str {
    region.unwrap_or("Without a region")
}

/// `West Africa, mean of 3`, and over how many where not all have a score.
pub(super) fn group(group: &Group) -> String {
    let name = match &group.region {
        Some(name) => region(name.as_deref()),
        None => "All countries",
    };
    if group.scored == group.countries {
        format!("{name}: mean of {}", group.countries)
    } else {
        format!("{name}: mean of {} of {}", group.scored, group.countries)
    }
}

/// `West Africa (3)`, where there is little room for a mean.
pub(super) fn members(group: &Group) -> String {
    let name = match &group.region {
        Some(name) => region(name.as_deref()),
        None => "Mean of all",
    };
    format!("{name} ({})", group.scored)
}

/// `Alphaland (XAL)`, or the longer label where several files have the same code.
pub(super) fn country(one: &KeptCountry, label: &str) -> String {
    format!("{} ({label})", one.name)
}

/// `B`, or that it is open which of two; a dash where nothing is scored.
pub(super) fn band(score: Option<Interval>) -> String {
    match score.map(Band::of) {
        None => "–".to_owned(),
        Some(band) => band
            .settled()
            .map_or_else(|| "open".to_owned(), |letter| letter.to_string()),
    }
}

/// Where each band begins.
pub(super) fn bands() -> String {
    let limits = BANDS.iter().map(|(letter, limit)| {
        if *limit > 0.0 {
            format!("{letter} from {:.0} %", limit * 100.0)
        } else {
            format!("{letter} below")
        }
    });
    limits.collect::<Vec<_>>().join(", ")
}

/// How a line is named where there is room for both.
pub(super) fn line(line: &Line<'_>, by: By) -> String {
    let gate = if line.is_gate() && by == By::Requirement {
        " !"
    } else {
        ""
    };
    let optional = if line.is_optional() {
        " (optional)"
    } else {
        ""
    };
    match line.requirement(by) {
        Some(member) => {
            let cite = member.requirement.cite.replace(' ', "\u{a0}");
            format!("{cite}{gate} {}{optional}", line.title)
        }
        None => format!("{}{optional}", line.title),
    }
}

/// How a line on one requirement is cited, its title standing elsewhere.
pub(super) fn article(line: &Line<'_>) -> String {
    let cite = line
        .members
        .first()
        .map_or("", |member| &member.requirement.cite);
    let gate = if line.is_gate() { "\u{a0}!" } else { "" };
    format!("{}{gate}", cite.replace(' ', "\u{a0}"))
}

/// What a line stands for, in a word for a heading.
pub(super) fn by(by: By) -> &'static str {
    match by {
        By::Requirement => "Requirement",
        By::Chapter => "Chapter",
        By::Model => "Model provision",
        By::Chain => "Link of the chain of criminal justice",
    }
}

/// The heading that a line stands under: its instrument where there are several, and of a requirement the chapter.
pub(super) fn heading(subject: &Subject<'_, '_>, line: &Line<'_>) -> Option<String> {
    let several = subject.comparison.checklists.len() > 1;
    let checklist = line.checklist.filter(|_| several);
    let chapter = line.requirement(subject.listing.by);
    match (checklist, chapter.map(|member| member.chapter)) {
        (Some(checklist), Some(chapter)) => Some(format!("{}: {chapter}", checklist.short_title)),
        (Some(checklist), None) => Some(checklist.short_title.clone()),
        (None, chapter) => chapter.map(ToOwned::to_owned),
    }
}

/// `budapest/art-2`.
pub(super) fn id(checklists: &[&Checklist<'_>], member: &Member<'_>) -> String {
    let checklist = checklists[member.checklist];
    format!("{}/{}", checklist.id, member.requirement.id)
}

/// What the lists were restricted to.
pub(super) fn filters(subject: &Subject<'_, '_>) -> Option<String> {
    let listing = subject.listing;
    let mut parts = Vec::new();
    if !listing.regions.is_empty() {
        parts.push(format!("countries of {}", listing.regions.join(", ")));
    }
    if listing.gates {
        parts.push("requirements named first (gates)".to_owned());
    }
    if !listing.verdicts.is_empty() {
        let words: Vec<&str> = listing
            .verdicts
            .iter()
            .map(|verdict| figures::verdict(*verdict))
            .collect();
        parts.push(format!("what is {}", words.join(" or ")));
    }
    (!parts.is_empty()).then(|| {
        format!(
            "only {}; scores are over everything that binds",
            parts.join("; ")
        )
    })
}

/// Numbers of verdicts with their signs, `9 ■ 4 ◧`; verdicts that none has are left out.
pub(super) fn counts(counts: &crate::assess::Counts) -> String {
    let shown = [
        Verdict::InPlace,
        Verdict::PartlyInPlace,
        Verdict::NotInPlace,
        Verdict::NotDetermined,
        Verdict::NotApplicable,
    ];
    let parts = shown
        .iter()
        .filter(|verdict| counts.of(**verdict) > 0)
        .map(|verdict| format!("{}\u{a0}{}", counts.of(*verdict), figures::sign(*verdict)));
    parts.collect::<Vec<_>>().join(" ")
}

/// What a weighting does, in words.
pub(super) fn weighting(weighting: crate::assess::comparison::Weighting) -> &'static str {
    use crate::assess::comparison::Weighting;
    match weighting {
        Weighting::AsGiven => "the checklist's own weights",
        Weighting::Equal => "every requirement the same",
        Weighting::Elements => "every requirement by the number of its elements",
        Weighting::Gates => "requirements named first (gates) twice",
        Weighting::Chapters => "every chapter the same",
    }
}

/// The word of a [`By`] for a sentence.
pub(super) fn plural(by: By) -> &'static str {
    match by {
        By::Requirement => "requirements",
        By::Chapter => "chapters",
        By::Model => "model provisions",
        By::Chain => "links of the chain",
    }
}

/// The ids of an instrument's checklists in a row, with their versions.
pub(super) fn instruments(checklists: &[&Checklist<'_>]) -> String {
    let named = checklists
        .iter()
        .map(|one| format!("{} (version {})", one.short_title, one.version));
    named.collect::<Vec<_>>().join(", ")
}

/// The word of a verdict as files have it.
pub(super) fn range(range: Option<(Verdict, Verdict)>) -> Option<[&'static str; 2]> {
    range.map(|(worst, best)| [worst.word(), best.word()])
}
