//! Plans as activities of the International Aid Transparency Initiative, for donors: IATI 2.03, in the order of its schema.

mod activity;
mod country;
mod level;
mod plan;
mod xml;

use std::io;

use super::{Format, Screen};
use crate::report::plan::facts::Plan;
use crate::report::{Facts, Part, Report};
use xml::Xml;

pub(super) struct Iati;

impl Format for Iati {
    fn name(&self) -> &'static str {
        "iati"
    }

    fn extension(&self) -> Option<&'static str> {
        Some("xml")
    }

    fn about(&self) -> &'static str {
        "plans as activities of IATI 2.03, for donors"
    }

    fn only_of(&self) -> Option<&'static str> {
        Some("plan")
    }

    fn reads(&self) -> Part {
        Part::Facts
    }

    fn render(&self, report: &Report, _: Screen, out: &mut dyn io::Write) -> io::Result<()> {
        let plans: &[Plan] = if let Facts::Plan(plan) = &report.facts {
            std::slice::from_ref(plan)
        } else if let Facts::Plans(plans) = &report.facts {
            plans
        } else {
            return Err(io::Error::other("only a plan can be written as activities"));
        };
        out.write_all(document(plans).as_bytes())
    }
}

fn document(plans: &[Plan]) -> String {
    let mut xml = Xml::new();
    xml.within("iati-activities", &[("version", "2.03")], |xml| {
        for plan in plans {
            for activity in plan::activities(plan) {
                activity.write(xml, &plan.costs.currency);
            }
        }
    });
    xml.into_text()
}
