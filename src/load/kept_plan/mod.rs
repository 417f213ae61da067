//! Kept plans: read with every mistake told, written anew, and changed in place without touching what people wrote.

mod change;
mod list;
mod place;
mod proof;
mod write;

use super::fields::{Fields, Text};
use super::kind::{Kind, kind_of, refuse_kind};
use super::measures::amounts::{number, span};
use super::shape;
use super::text::decode;
use super::tree::{Node, grow};
use crate::diagnostic::{Code, Diagnostics, Examined, Source, quoted};
use crate::model::{
    Donor, KeptCost, KeptIndicator, KeptLine, KeptPlan, LineStanding, LineState, Span, Word, is_id,
};

pub use change::{CannotChange, change_plan};
pub use write::write_plan;

/// Reads a kept plan. Where anything in it is an error there is none, and nobody may write over the file.
#[must_use]
pub fn kept_plan(name: &str, bytes: Vec<u8>) -> (Examined, Option<KeptPlan>) {
    let (source, mut found) = decode(name, bytes);
    let plan = if found.error_count() > 0 {
        None
    } else {
        grow(&source, &mut found).and_then(|root| plan_of(&root, &source, &mut found))
    };
    let plan = found.admit(plan);
    let examined = Examined {
        source,
        diagnostics: found,
    };
    (examined, plan)
}

fn plan_of(root: &Node<'_>, source: &Source, found: &mut Diagnostics) -> Option<KeptPlan> {
    let kind = kind_of(root, found)?;
    if kind != Kind::Plan {
        refuse_kind(root, kind, Kind::Plan, found);
        return None;
    }
    let fields = Fields::open(root, &shape::PLAN, found)?;
    let country = fields.string("country", found);
    let mut lines: Vec<KeptLine> = Vec::new();
    for item in fields.list("lines", found) {
        let Some(line) = line(item, source, found) else {
            continue;
        };
        if let Some(earlier) = lines.iter().find(|earlier| earlier.id == line.id) {
            let place = item.at("id").map_or(item.span, |id| id.span);
            found.push(
                Code::DuplicateId,
                place,
                format!(
                    "{} is a line already; it begins in line {}",
                    quoted(&line.id),
                    earlier.at_line
                ),
                "put both into one line, or give your own line an id of its own",
            );
        } else {
            lines.push(line);
        }
    }
    Some(KeptPlan {
        country: country?,
        as_at: fields.date("as-at", found),
        checklists: strings(&fields, "checklists", found),
        start: fields.date("start", found),
        currency: fields.string("currency", found),
        publication: fields.string("publication", found),
        lines,
    })
}

fn strings(fields: &Fields<'_, '_>, key: &str, found: &mut Diagnostics) -> Vec<String> {
    let texts = fields.texts(key, found);
    texts.into_iter().map(Text::owned).collect()
}

fn line(node: &Node<'_>, source: &Source, found: &mut Diagnostics) -> Option<KeptLine> {
    let fields = Fields::open(node, &shape::PLAN_LINE, found)?;
    let id = fields.text("id", found);
    if let Some(id) = id.filter(|id| !id.text.split('/').all(|part| is_id(part) || part == "NEW")) {
        found.push(
            Code::BadId,
            id.span,
            format!("{} is no id of a line", quoted(id.text)),
            "write lower-case letters, digits and single hyphens, such as `statistics-office`; ids of the draft stay as they are",
        );
    }
    let partners = fields.node("partners").is_some();
    let partners = partners.then(|| strings(&fields, "partners", found));
    let line = KeptLine {
        id: String::new(),
        at_line: source.position(fields.place.start).line,
        own: fields.yes("own", found),
        loose: false,
        standing: standing(&fields, found),
        title: fields.string("title", found),
        lead: fields.string("lead", found),
        partners,
        begin: fields.date("begin", found),
        end: fields.date("end", found),
        effort: fields
            .node("effort")
            .and_then(|node| span(node, "effort", found)),
        cost: cost(&fields, found),
        national: amount(&fields, "national", found),
        donor: donor(&fields, found),
        publication: fields.string("publication", found),
        indicators: indicators(&fields, found),
        note: fields.string("note", found),
    };
    let is = &line.standing;
    let names = [&is.closes, &is.supports, &is.closed_since, &is.moved_to];
    let line = KeptLine {
        id: id.map_or_else(String::new, Text::owned),
        // A line that stands on a treaty or on declarations names no gap, and has its state from the draft.
        loose: !line.own
            && names.iter().all(|ids| ids.is_empty())
            && fields.node("state").is_none(),
        ..line
    };
    look_over(&line, &fields, found);
    id.map(|_| line)
}

fn standing(fields: &Fields<'_, '_>, found: &mut Diagnostics) -> LineStanding {
    LineStanding {
        state: fields.word("state", found).unwrap_or_default(),
        closes: strings(fields, "closes", found),
        supports: strings(fields, "supports", found),
        closed_since: strings(fields, "closed-since", found),
        moved_to: strings(fields, "moved-to", found),
    }
}

/// What of a line does not go together.
fn look_over(line: &KeptLine, fields: &Fields<'_, '_>, found: &mut Diagnostics) {
    let place = |key: &str| fields.node(key).map_or(fields.place, |node| node.span);
    if let (Some(begin), Some(end)) = (line.begin, line.end)
        && end < begin
    {
        found.push(
            Code::DatesOutOfOrder,
            place("end"),
            format!("the line ends on {end}, before it begins on {begin}"),
            "correct one of the two dates",
        );
    }
    if line.own && fields.node("title").is_none() {
        found.push(
            Code::OwnWithoutTitle,
            place("own"),
            "a line of your own needs the key `title`",
            "add a line `title: ...`, in a few words what is to be done",
        );
    }
    let is = &line.standing;
    if line.loose {
        found.push(
            Code::NothingBehind,
            place("id"),
            "the line names no gap, and does not say that it is your own",
            "add `own: yes` and a `title`, or correct the id to that of the drafted line",
        );
    }
    if is.state == LineState::Done && !is.closes.is_empty() {
        found.push(
            Code::DoneTooEarly,
            place("state"),
            format!(
                "the line is called {}, and the last assessment found gaps that it closes",
                LineState::Done.word()
            ),
            "put the new law into the legislation file: the line is done when its gaps are gone",
        );
    }
    let paid = line.national.unwrap_or_default().saturating_add(
        line.donor
            .as_ref()
            .and_then(|donor| donor.amount)
            .unwrap_or_default(),
    );
    if let Some(cost) = line.cost
        && paid > cost.bounds.high
    {
        let key = if line.donor.is_some() {
            "donor"
        } else {
            "national"
        };
        found.push(
            Code::PaidTwice,
            place(key),
            format!(
                "{paid} is to be paid, and the line costs at most {}",
                cost.bounds.high
            ),
            "correct the amounts or the cost",
        );
    }
}

/// A whole number under a key.
fn amount(fields: &Fields<'_, '_>, key: &str, found: &mut Diagnostics) -> Option<u64> {
    let text = fields.text(key, found)?;
    number(text.text, text.span, found)
}

fn cost(fields: &Fields<'_, '_>, found: &mut Diagnostics) -> Option<KeptCost> {
    let fields = Fields::open(fields.node("cost")?, &shape::COST, found)?;
    let confirmed = fields.yes("confirmed", found);
    let low = amount(&fields, "low", found);
    let high = amount(&fields, "high", found);
    let bounds = Span {
        low: low?,
        high: high?,
    };
    if bounds.low > bounds.high {
        let place = fields.node("high").map_or(fields.place, |node| node.span);
        found.push(
            Code::LowAboveHigh,
            place,
            format!(
                "`cost` ends below where it begins: from {} to {}",
                bounds.low, bounds.high
            ),
            "write the smaller number under `low`",
        );
    }
    Some(KeptCost { bounds, confirmed })
}

fn donor(fields: &Fields<'_, '_>, found: &mut Diagnostics) -> Option<Donor> {
    let fields = Fields::open(fields.node("donor")?, &shape::DONOR, found)?;
    let name = fields.string("name", found);
    let amount = amount(&fields, "amount", found);
    Some(Donor {
        name: name?,
        amount,
    })
}

fn indicators(fields: &Fields<'_, '_>, found: &mut Diagnostics) -> Option<Vec<KeptIndicator>> {
    fields.node("indicators")?;
    let mut read = Vec::new();
    for item in fields.list("indicators", found) {
        let Some(fields) = Fields::open(item, &shape::PLAN_INDICATOR, found) else {
            continue;
        };
        let level = fields.word("level", found);
        let indicator = fields.string("indicator", found);
        let [means, baseline, target] =
            ["means", "baseline", "target"].map(|key| fields.string(key, found));
        if let (Some(level), Some(indicator)) = (level, indicator) {
            read.push(KeptIndicator {
                level,
                indicator,
                means,
                baseline,
                target,
            });
        }
    }
    Some(read)
}
