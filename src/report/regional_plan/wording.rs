//! The words of a regional plan: what is done once, and what no region can do for a State.

use crate::assess::plan::region::{CountryLine, Region, Shared, usual_share};
use crate::model::{MeasureRole, MeasureType, Span};
use crate::report::figures::{capital, clause, count};
use crate::report::plan::wording::listed;

/// The title of a measure for all its countries.
pub(super) fn title(shared: &Shared<'_>) -> String {
    let mut provisions: Vec<String> = Vec::new();
    for (gap, _) in &shared.elements {
        let title = clause(&gap.provision);
        if !provisions.contains(&title) {
            provisions.push(title);
        }
    }
    let provisions = listed(&provisions, "other matter");
    let target = shared.kind.target.as_deref();
    let words = shared
        .kind
        .title
        .replace("{law}", "national law")
        .replace("{provisions}", &provisions)
        .replace("{instrument}", target.unwrap_or("the instruments"))
        .replace("{link}", target.unwrap_or("all links"));
    capital(&words)
}

/// What is done once for all.
pub(super) fn once(shared: &Shared<'_>) -> String {
    let what = match shared.kind.of_type {
        MeasureType::LegislativeDrafting | MeasureType::ModelLegislation => {
            "a shared model clause with a note on each element, worked out and adapted at one regional drafting workshop"
        }
        MeasureType::LegalAdvice => {
            "one regional meeting of those who advise, with the texts of all countries"
        }
        MeasureType::CapacityBuilding => {
            "one regional course with shared materials, and trainers from each country"
        }
        MeasureType::InstitutionBuilding => {
            "one regional workshop on mandate, staff and procedure, and a network of the units"
        }
        MeasureType::GoodPractices => "one exchange of practices among the countries",
        MeasureType::ActionPlan => {
            "one regional meeting on which the national plans are laid side by side"
        }
        MeasureType::OnSiteExpert => "one expert who serves the countries in turn",
        MeasureType::Equipment => "one specification and one call for offers",
        MeasureType::Other => "one regional workshop",
    };
    capital(what)
}

/// What each State does by itself.
pub(super) fn stays_national(shared: &Shared<'_>) -> String {
    let mut laws: Vec<String> = Vec::new();
    for law in shared.lines().filter_map(|line| line.law.clone()) {
        if !laws.contains(&law) {
            laws.push(law);
        }
    }
    match shared.kind.role {
        MeasureRole::Closes if laws.is_empty() => {
            "The text of each law, its consultation and its passage".to_owned()
        }
        MeasureRole::Closes => format!(
            "The text of each law, its consultation and its passage: {}",
            listed(&laws, "other law")
        ),
        MeasureRole::Supports => {
            "Staff, budget and practice in each country, and the decision to take part".to_owned()
        }
    }
}

/// The elements that are missing in most of the countries that need the measure, and at least in two, each with the countries.
pub(super) fn missing_in_most(region: &Region<'_>, shared: &Shared<'_>) -> String {
    const MOST: usize = 6;
    let frequent = shared
        .elements
        .iter()
        .filter(|(_, countries)| countries.len() >= usual_share(shared.countries.len()));
    let frequent: Vec<_> = frequent.collect();
    let shown = frequent.iter().take(MOST).map(|(gap, countries)| {
        let text = gap.text.trim_end_matches('.');
        format!("{} – {text} ({})", gap.provision, codes(region, countries))
    });
    let mut shown: Vec<String> = shown.collect();
    if frequent.len() > MOST {
        shown.push(count(frequent.len() - MOST, "other element"));
    }
    if shown.is_empty() {
        return "no element is missing in half of them; each country lacks others".to_owned();
    }
    shown.join("; ")
}

/// `XAL, XBE`.
pub(super) fn codes(region: &Region<'_>, countries: &[usize]) -> String {
    let codes = countries.iter().map(|place| code(region, *place));
    codes.collect::<Vec<_>>().join(", ")
}

pub(super) fn code<'r>(region: &'r Region<'_>, place: usize) -> &'r str {
    &region.countries[place].country.code
}

/// The effort of several lines.
pub(super) fn effort(lines: &[&CountryLine]) -> Span {
    let efforts = lines.iter().map(|line| line.effort);
    efforts.fold(Span::default(), Span::plus)
}

/// Their cost, if that of each is known.
pub(super) fn cost(lines: &[&CountryLine]) -> Option<Span> {
    let mut costs = lines.iter().map(|line| line.cost);
    costs.try_fold(Span::default(), |sum, cost| Some(sum.plus(cost?)))
}
