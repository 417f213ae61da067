//! The comparison for readers: what is compared, the scores, the lines, the common gaps, and on request ranks and other weightings.

use super::{Form, Subject, common_gaps, long, scores, sensitivity, wide, wording};
use crate::assess::Verdict;
use crate::model::{Date, FileStatus, Word};
use crate::report::document::{Block, Document, Imprint};
use crate::report::figures::{self, DISCLAIMER, count};

pub(super) fn document(subject: &Subject<'_, '_>) -> Document {
    let mut document = cover(subject);
    scores::scores(subject, &mut document);
    if subject.listing.rank {
        scores::ranking(subject, &mut document);
    }
    if subject.listing.form == Form::Wide {
        wide::at_a_glance(subject, &mut document);
    }
    common_gaps::common_gaps(subject, &mut document);
    if subject.listing.sensitivity {
        sensitivity::sensitivity(subject, &mut document);
    }
    match subject.listing.form {
        Form::Wide => wide::in_detail(subject, &mut document),
        Form::Long => long::long(subject, &mut document),
    }
    legend(&mut document);
    disclaimer(subject, &mut document);
    document
}

/// What the countries, the instruments and the dates are, under the title.
pub(super) fn cover(subject: &Subject<'_, '_>) -> Document {
    let mut document = Document {
        title: title(subject),
        imprint: imprint(subject),
        blocks: Vec::new(),
    };
    facts(subject, &mut document);
    document
}

fn title(subject: &Subject<'_, '_>) -> String {
    let comparison = subject.comparison;
    let instruments: Vec<&str> = comparison
        .checklists
        .iter()
        .map(|checklist| checklist.short_title.as_str())
        .collect();
    let countries = match comparison.countries.len() {
        1 => "1 country".to_owned(),
        number => format!("{number} countries"),
    };
    format!("Comparison of {countries}: {}", instruments.join(", "))
}

fn dates(subject: &Subject<'_, '_>) -> Option<(Date, Date)> {
    let dates = || subject.comparison.countries.iter().map(|one| one.date);
    Some((dates().min()?, dates().max()?))
}

/// Of the dates the latest; the status only where all files have the same.
fn imprint(subject: &Subject<'_, '_>) -> Imprint {
    let mut statuses = subject.comparison.countries.iter().map(|one| one.status);
    let first = statuses.next();
    let common = first.filter(|first| statuses.all(|status| status == *first));
    Imprint {
        as_at: dates(subject).map(|(_, latest)| latest),
        status: common.map(|status| status.word().to_owned()),
        classification: None,
    }
}

fn facts(subject: &Subject<'_, '_>, document: &mut Document) {
    let comparison = subject.comparison;
    let mut facts = vec![("Instruments", wording::instruments(&comparison.checklists))];
    if let Some((earliest, latest)) = dates(subject) {
        let as_at = if earliest == latest {
            latest.to_string()
        } else {
            format!("{earliest} to {latest}, each country at its own date")
        };
        facts.push(("As at", as_at));
    }
    let regions = comparison.regions();
    let grouped = if comparison.has_regions() {
        let noun = count(
            regions.iter().filter(|(name, _)| name.is_some()).count(),
            "region",
        );
        let without = regions.iter().find(|(name, _)| name.is_none());
        match without {
            Some((_, places)) => format!("{noun}, and {} without one", places.len()),
            None => noun,
        }
    } else {
        "none of the files names a region".to_owned()
    };
    facts.push(("Regions", grouped));
    facts.push(("Order", wording::ORDER.to_owned()));
    if let Some(filters) = wording::filters(subject) {
        facts.push(("Listed", filters));
    }
    document.facts(facts);
    let mut codes: Vec<&str> = Vec::new();
    for pair in comparison.countries.windows(2) {
        if pair[0].code == pair[1].code && !codes.contains(&pair[0].code.as_str()) {
            codes.push(&pair[0].code);
        }
    }
    if !codes.is_empty() {
        document.paragraph(format!(
            "More than one file has the code {}; each counts as a country of its own.",
            codes.join(", ")
        ));
    }
}

pub(super) fn legend(document: &mut Document) {
    let signs: Vec<String> = Verdict::ALL
        .iter()
        .map(|verdict| format!("{} {}", figures::sign(*verdict), figures::verdict(*verdict)))
        .collect();
    document.heading(1, "How to read this");
    document.paragraph(format!(
        "Signs: {}. A score is an interval: its lower end takes all that is unknown as missing, its upper end as there. ! marks a requirement that is named first whatever the score.",
        signs.join(", ")
    ));
    document.paragraph(format!(
        "Bands: {}; a band is given only where both ends of the score fall in it, and is else open.",
        wording::bands()
    ));
    document.paragraph("A mean over countries takes the mean of the lower ends and the mean of the upper ends. Each country that has a score counts once; what does not apply to a country has none.");
}

/// The disclaimer, and a warning where files are no State's account.
pub(super) fn disclaimer(subject: &Subject<'_, '_>, document: &mut Document) {
    let of = |status: FileStatus| {
        let all = subject.comparison.countries.iter();
        all.filter(|one| one.status == status).count()
    };
    let words = [
        (FileStatus::Illustrative, "ILLUSTRATIVE, reviewed by nobody"),
        (FileStatus::Fictional, "FICTIONAL"),
    ];
    let counted = words.map(|(status, words)| (of(status), words));
    let parts = counted.iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts
        .map(|(number, words)| format!("{number} {} {words}", figures::are(*number)))
        .collect();
    let mut text = DISCLAIMER.to_owned();
    if !parts.is_empty() {
        let total = subject.comparison.countries.len();
        text.push_str(&format!(
            " Of the {}, {}.",
            count(total, "file"),
            parts.join(", and ")
        ));
    }
    document.blocks.push(Block::Notice(text));
}
