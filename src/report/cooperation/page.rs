//! Two countries, as a central authority reads it: what both punish, what to draft, penalties, treaties, and what each can do when asked.

use super::{requests, wording};
use crate::assess::cooperation::{Cause, Cooperation, Joint, OffencePair, Pair, Point, Threshold};
use crate::model::Word;
use crate::report::Form;
use crate::report::document::{Cell, Column, Document, Row, Tone};
use crate::report::figures::{count, sentence};

/// How many obstacles the overview names for each offence and State.
const MAIN: usize = 2;

/// The page on a pair, with its first headings at `level`.
pub(super) fn page(pair: &Pair<'_>, form: Form, level: usize, document: &mut Document) {
    in_short(pair, document);
    document.heading(level, "Is the conduct an offence in both States?");
    offences(pair, form, document);
    document.paragraph(directions(pair));
    document.heading(level, "Which thresholds do the penalties reach?");
    thresholds(pair, document);
    document.heading(level, "Which treaties bind both?");
    treaties(pair, document);
    for asked in [1, 0] {
        let [requested, requesting] = [pair.sides[asked], pair.sides[1 - asked]];
        let heading = format!(
            "What can {} do when {} asks?",
            requested.country.name, requesting.country.name
        );
        document.heading(level, heading);
        requests::of_one(requested, document);
        requests::terms(requested, document);
    }
    document.heading(level, "What to draft");
    drafts(pair, document);
    document.heading(level, "What to find out first");
    unknowns(pair, document);
    if form == Form::Full {
        document.heading(level, "Limb by limb");
        for offence in &pair.offences {
            limbs(pair, offence, level + 1, document);
        }
    }
}

fn in_short(pair: &Pair<'_>, document: &mut Document) {
    let number = |result: Cooperation| {
        let of_it = |offence: &&OffencePair<'_>| offence.result == result;
        pair.offences.iter().filter(of_it).count()
    };
    let counts: Vec<String> = Cooperation::ALL
        .iter()
        .map(|result| format!("{} {}", number(*result), wording::result(*result)))
        .collect();
    document.paragraph(format!(
        "Of {}: {}.",
        count(pair.offences.len(), "offence"),
        counts.join(", ")
    ));
    let [one, other] = pair.sides;
    if one.date != other.date {
        document.paragraph(format!(
            "The two laws are compared at different dates, {} and {}; `--as-at` sets one date for both.",
            one.date, other.date
        ));
    }
}

fn offences(pair: &Pair<'_>, form: Form, document: &mut Document) {
    let shown = match form {
        Form::Overview => MAIN,
        Form::Full => usize::MAX,
    };
    let rows = pair
        .offences
        .iter()
        .map(|offence| {
            Row::of(vec![
                Cell::toned(offence.title, Tone::Strong),
                wording::cell(offence.result),
                Cell::plain(why(pair, offence, shown)),
            ])
        })
        .collect();
    document.table(
        vec![
            Column::text("Offence", 3),
            Column::text("Result", 2),
            Column::text("What stands in the way", 8),
        ],
        rows,
    );
}

fn why(pair: &Pair<'_>, offence: &OffencePair<'_>, shown: usize) -> String {
    if offence.obstacles.is_empty() {
        return "Nothing: every limb is an offence in both, without a narrowing.".to_owned();
    }
    let of = |side: usize| offence.obstacles.iter().filter(move |one| one.side == side);
    // The gravest of each State, so that neither hides the other's.
    let mut named: Vec<_> = of(0).take(shown).chain(of(1).take(shown)).collect();
    named.sort_by_key(|one| {
        offence
            .obstacles
            .iter()
            .position(|it| std::ptr::eq(it, *one))
    });
    let sentences: Vec<String> = named
        .iter()
        .map(|one| wording::obstacle(pair, offence, one))
        .collect();
    let more = match offence.obstacles.len() - named.len() {
        0 => String::new(),
        more => format!(" And {} (`--form full`).", count(more, "more obstacle")),
    };
    format!("{}{more}", sentences.join(" "))
}

fn directions(pair: &Pair<'_>) -> String {
    let [one, other] = pair.sides.map(|side| &side.country.name);
    format!(
        "A limb has to be an offence in both States, whichever asks. In a given case a narrowing in the law of {other} can defeat a request from {one}, and one in the law of {one} a request from {other}; in the law of the State that asks, it limits what there is to ask for. Whether {one} or {other} insists on dual criminality at all, and for which measures, is a matter of its law on cooperation."
    )
}

fn thresholds(pair: &Pair<'_>, document: &mut Document) {
    let cell = |sides: [Threshold; 2]| {
        let (words, tone) = wording::threshold(Threshold::both(sides));
        let [one, other] = sides;
        if one == other {
            return Cell::toned(words, tone);
        }
        let side = |place: usize| {
            let (words, _) = wording::threshold(sides[place]);
            let words = words.split_once(' ').map_or(words, |(_, words)| words);
            format!("{} {words}", pair.sides[place].country.code)
        };
        Cell::toned(format!("{words}: {}, {}", side(0), side(1)), tone)
    };
    let rows = pair
        .offences
        .iter()
        .map(|offence| {
            Row::of(vec![
                Cell::toned(offence.title, Tone::Strong),
                Cell::plain(wording::penalties(offence, 0)),
                Cell::plain(wording::penalties(offence, 1)),
                cell(offence.one_year),
                cell(offence.four_years),
            ])
        })
        .collect();
    document.table(
        vec![
            Column::text("Offence", 3),
            Column::text(&pair.sides[0].country.name, 3),
            Column::text(&pair.sides[1].country.name, 3),
            Column::text("1 year", 3),
            Column::text("4 years", 3),
        ],
        rows,
    );
    document.paragraph("The highest term for the basic form. One year in both States is what extradition takes under the Budapest Convention (Art. 24(1)), unless a treaty between the two sets another figure. Four years make a serious crime under UNTOC (Art. 2(b)) and the UN Convention (Arts 2(h) and 35(1)(c)); under the latter, evidence of the offences that the Convention itself lists needs no such figure (Art. 35(1)(b)).");
}

fn treaties(pair: &Pair<'_>, document: &mut Document) {
    let mut items: Vec<Cell> = pair
        .treaties
        .iter()
        .map(|bonds| {
            let since = |side: usize| {
                let name = &pair.sides[side].country.name;
                bonds[side].since.map_or_else(
                    || format!("{name}, since when is not stated"),
                    |date| format!("{name} since {date}"),
                )
            };
            let in_force = match bonds[0].in_force {
                Some(_) => "",
                None => "; the checklist does not tell whether it is in force",
            };
            let words = format!("{}: {}, {}{in_force}.", bonds[0].title, since(0), since(1));
            Cell::toned(words, Tone::InPlace)
        })
        .collect();
    items.extend(
        pair.other_treaties
            .iter()
            .map(|bond| Cell::toned(format!("{}: listed by both.", bond.title), Tone::InPlace)),
    );
    if items.is_empty() {
        items.push(Cell::toned(
            "None that both list as party at the date. A signatory is not bound.",
            Tone::Missing,
        ));
    }
    items.extend(to_be_checked(pair));
    document.list(items);
}

/// Treaties between the two that do not stand in both files by the same title.
fn to_be_checked(pair: &Pair<'_>) -> Option<Cell> {
    let listed: Vec<String> = pair
        .named
        .iter()
        .map(|(side, bond)| {
            let name = &pair.sides[*side].country.name;
            let since = bond
                .since
                .map_or_else(String::new, |date| format!(" since {date}"));
            format!("{name} lists “{}”{since}", bond.title)
        })
        .collect();
    let both = |side: usize| pair.named.iter().any(|(named, _)| *named == side);
    let conclusion = match (both(0), both(1)) {
        (false, false) => return None,
        (true, true) => {
            "They may be one treaty under two titles; it counts once both files give it the same."
        }
        _ => "The other file lists no treaty of that title.",
    };
    Some(Cell::toned(
        format!("To be checked: {}. {conclusion}", listed.join("; ")),
        Tone::Unknown,
    ))
}

/// What each State would draft, the offences that are blocked first.
fn drafts(pair: &Pair<'_>, document: &mut Document) {
    let mut offences: Vec<&OffencePair<'_>> = pair.offences.iter().collect();
    offences.sort_by_key(|offence| offence.result);
    let mut rows = Vec::new();
    for (side, profile) in pair.sides.iter().enumerate() {
        let mut own = Vec::new();
        for offence in &offences {
            own.extend(to_draft(offence, side));
        }
        if !own.is_empty() {
            rows.push(Row::group(profile.country.name.clone()));
            rows.extend(own);
        }
    }
    if rows.is_empty() {
        document.paragraph("Nothing that was found stands in the way.");
        return;
    }
    document.paragraph("So that the conduct is an offence in both. No one is bound to give up a narrowing that a treaty lets a State keep: what it costs is cooperation.");
    document.table(
        vec![
            Column::text("Offence", 2),
            Column::text("What the law would need", 6),
            Column::text("Element or narrowing", 4),
        ],
        rows,
    );
}

fn to_draft(offence: &OffencePair<'_>, side: usize) -> Vec<Row> {
    let row = |what: String, names: String| {
        Row::of(vec![
            Cell::toned(offence.title, Tone::Plain),
            Cell::plain(sentence(&what)),
            Cell::toned(names, Tone::Faint),
        ])
    };
    let obstacles = offence.obstacles.iter().filter(|one| one.side == side);
    let mut rows: Vec<Row> = obstacles
        .filter_map(|one| {
            let elements = || {
                if one.points.len() == offence.points.len() {
                    return "all".to_owned();
                }
                let ids = one.points.iter().map(|point| point.element.as_str());
                ids.collect::<Vec<_>>().join(", ")
            };
            let names = match one.cause {
                Cause::Narrowed(narrowing) => narrowing.id.clone(),
                Cause::Absent(_) | Cause::Partly(_) | Cause::Unknown => elements(),
            };
            Some(row(wording::draft(offence, one)?, names))
        })
        .collect();
    if offence.one_year[side] == Threshold::NotMet && !offence.penalties[side].is_empty() {
        rows.push(row(
            format!(
                "the maximum penalty is at least one year, instead of {}",
                wording::penalties(offence, side)
            ),
            "extraditable".to_owned(),
        ));
    }
    rows
}

fn unknowns(pair: &Pair<'_>, document: &mut Document) {
    let mut items = Vec::new();
    for (side, profile) in pair.sides.iter().enumerate() {
        let open: Vec<String> = pair
            .offences
            .iter()
            .filter_map(|offence| {
                let unknown = offence
                    .obstacles
                    .iter()
                    .find(|one| one.side == side && matches!(one.cause, Cause::Unknown))?;
                let elements = wording::elements(offence, unknown);
                Some(format!("{} ({elements})", offence.title.to_lowercase()))
            })
            .collect();
        if !open.is_empty() {
            let words = format!("{}: {}.", profile.country.name, open.join("; "));
            items.push(Cell::toned(words, Tone::Unknown));
        }
    }
    if items.is_empty() {
        document.paragraph("Every limb that is compared was determined on both sides.");
    }
    document.list(items);
}

fn limbs(pair: &Pair<'_>, offence: &OffencePair<'_>, level: usize, document: &mut Document) {
    let title = format!("{}: {}", offence.title, wording::result(offence.result));
    document.heading(level, title);
    let rows = offence
        .points
        .iter()
        .map(|joint: &Joint<'_>| {
            Row::of(vec![
                Cell::plain(format!(
                    "{} ({})",
                    wording::readable(&joint.sides[0].element),
                    joint.sides[0].kind.word()
                )),
                standing(joint.sides[0]),
                standing(joint.sides[1]),
                wording::cell(joint.result),
            ])
        })
        .collect();
    document.table(
        vec![
            Column::text("Limb or condition", 4),
            Column::text(&pair.sides[0].country.name, 5),
            Column::text(&pair.sides[1].country.name, 5),
            Column::text("Both", 3),
        ],
        rows,
    );
}

fn standing(point: &Point) -> Cell {
    let (words, tone) = wording::state(point.state);
    let mut text = words.to_owned();
    if !point.sections.is_empty() {
        text = format!("{text}: {}", point.sections.join("; "));
    }
    let narrowings = point.narrowings.iter();
    let narrowings: Vec<String> = narrowings.map(|one| wording::readable(&one.id)).collect();
    if !narrowings.is_empty() {
        text = format!("{text} ({})", narrowings.join(", "));
    }
    Cell::toned(text, tone)
}
