//! One activity in the order that the schema of IATI 2.03 asks for. It knows no plan.

use super::xml::Xml;

/// Legal and judicial development, among the purposes of the OECD DAC (vocabulary 1).
const PURPOSE: &str = "15130";

/// An activity as IATI sees it; every part that has a code carries the code of IATI's own list.
#[derive(Debug, Default)]
pub(super) struct Activity {
    pub(super) identifier: String,
    pub(super) hierarchy: &'static str,
    pub(super) publisher: Publisher,
    pub(super) title: String,
    /// General (1), objectives (2), other (4).
    pub(super) descriptions: Vec<(&'static str, String)>,
    pub(super) participants: Vec<Participant>,
    /// Pipeline (1), implementation (2), closed (4), cancelled (5).
    pub(super) status: &'static str,
    pub(super) period: Period,
    pub(super) place: Place,
    pub(super) budgets: Vec<Money>,
    pub(super) disbursements: Vec<Money>,
    /// Parent (1) and child (2), by identifier.
    pub(super) related: Vec<(&'static str, String)>,
    pub(super) results: Vec<Results>,
}

/// Who reports.
#[derive(Debug, Default, Clone)]
pub(super) struct Publisher {
    pub(super) reference: String,
    pub(super) name: String,
}

/// Who takes part: funding (1), accountable (2), implementing (4).
#[derive(Debug)]
pub(super) struct Participant {
    pub(super) role: &'static str,
    pub(super) name: String,
}

/// From a day to a day, or on from a day.
#[derive(Debug, Default, Clone)]
pub(super) struct Period {
    pub(super) start: String,
    pub(super) end: Option<String>,
}

/// Where it happens.
#[derive(Debug, Default, Clone)]
pub(super) struct Place {
    /// Two letters; none where the list of countries has no such country.
    pub(super) country: Option<String>,
    pub(super) name: String,
}

/// A sum over a period.
#[derive(Debug)]
pub(super) struct Money {
    pub(super) period: Period,
    pub(super) amount: u64,
    /// The day on which the sum was said.
    pub(super) said: String,
    pub(super) provider: Option<String>,
}

/// Outputs (1) or outcomes (2) with what shows them.
#[derive(Debug)]
pub(super) struct Results {
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) indicators: Vec<Indicator>,
}

/// How one can tell.
#[derive(Debug)]
pub(super) struct Indicator {
    pub(super) title: String,
    pub(super) means: Option<String>,
    /// Unit (1), percentage (2), in words (5).
    pub(super) measure: &'static str,
    /// With the day on which it was found.
    pub(super) baseline: Option<(Level, String)>,
    /// To be reached within the period.
    pub(super) target: Option<(Level, Period)>,
}

/// Where something stands: a figure, words, or both.
#[derive(Debug, Clone, Default)]
pub(super) struct Level {
    pub(super) value: Option<String>,
    pub(super) comment: Option<String>,
}

impl Activity {
    /// Writes it. The order of the elements is the schema's, and no other is valid.
    pub(super) fn write(&self, xml: &mut Xml, currency: &str) {
        let mut attributes = vec![("xml:lang", "en")];
        if !currency.is_empty() {
            attributes.push(("default-currency", currency));
        }
        attributes.push(("hierarchy", self.hierarchy));
        xml.within("iati-activity", &attributes, |xml| {
            xml.text("iati-identifier", &[], &self.identifier);
            // 10 is a government.
            let publisher = [("ref", self.publisher.reference.as_str()), ("type", "10")];
            xml.narrative("reporting-org", &publisher, &self.publisher.name);
            xml.narrative("title", &[], &self.title);
            for (kind, text) in &self.descriptions {
                xml.narrative("description", &[("type", kind)], text);
            }
            for one in &self.participants {
                xml.narrative("participating-org", &[("role", one.role)], &one.name);
            }
            xml.empty("activity-status", &[("code", self.status)]);
            // Planned start (1) and planned end (3): nothing of a plan has happened.
            xml.empty(
                "activity-date",
                &[("type", "1"), ("iso-date", &self.period.start)],
            );
            if let Some(end) = &self.period.end {
                xml.empty("activity-date", &[("type", "3"), ("iso-date", end)]);
            }
            xml.empty("activity-scope", &[("code", "4")]);
            self.place.write(xml);
            xml.empty("sector", &[("vocabulary", "1"), ("code", PURPOSE)]);
            self.write_money(xml);
            for (kind, reference) in &self.related {
                xml.empty("related-activity", &[("type", kind), ("ref", reference)]);
            }
            for results in &self.results {
                results.write(xml);
            }
        });
    }

    /// What kind of aid it is, and sums. The kinds are those of technical assistance; flow and finance are said only where there is a sum that has them.
    fn write_money(&self, xml: &mut Xml) {
        if !self.disbursements.is_empty() {
            xml.empty("default-flow-type", &[("code", "10")]);
            xml.empty("default-finance-type", &[("code", "110")]);
        }
        xml.empty("default-aid-type", &[("vocabulary", "1"), ("code", "D02")]);
        for money in &self.budgets {
            // The original (1), indicative (1).
            xml.within("budget", &[("type", "1"), ("status", "1")], |xml| {
                money.write(xml)
            });
        }
        for money in &self.disbursements {
            xml.within("planned-disbursement", &[("type", "1")], |xml| {
                money.write(xml);
                if let Some(provider) = &money.provider {
                    xml.narrative("provider-org", &[], provider);
                }
            });
        }
    }
}

impl Place {
    /// A country of the list; of any other the name stands beside the code for developing countries without further word.
    fn write(&self, xml: &mut Xml) {
        match &self.country {
            Some(code) => xml.narrative("recipient-country", &[("code", code)], &self.name),
            None => {
                let anywhere = [("vocabulary", "1"), ("code", "998")];
                xml.narrative("recipient-region", &anywhere, &self.name);
            }
        }
    }
}

impl Period {
    fn write(&self, xml: &mut Xml) {
        xml.empty("period-start", &[("iso-date", &self.start)]);
        let end = self.end.as_ref().unwrap_or(&self.start);
        xml.empty("period-end", &[("iso-date", end)]);
    }
}

impl Money {
    fn write(&self, xml: &mut Xml) {
        self.period.write(xml);
        xml.text(
            "value",
            &[("value-date", &self.said)],
            &self.amount.to_string(),
        );
    }
}

impl Results {
    fn write(&self, xml: &mut Xml) {
        xml.within("result", &[("type", self.kind)], |xml| {
            xml.narrative("title", &[], &self.title);
            for indicator in &self.indicators {
                indicator.write(xml);
            }
        });
    }
}

impl Indicator {
    fn write(&self, xml: &mut Xml) {
        xml.within("indicator", &[("measure", self.measure)], |xml| {
            xml.narrative("title", &[], &self.title);
            if let Some(means) = &self.means {
                xml.narrative(
                    "description",
                    &[],
                    &format!("Means of verification: {means}"),
                );
            }
            if let Some((level, day)) = &self.baseline {
                let year = day.get(..4).unwrap_or_default();
                level.write(xml, "baseline", &[("iso-date", day), ("year", year)]);
            }
            if let Some((level, period)) = &self.target {
                xml.within("period", &[], |xml| {
                    period.write(xml);
                    level.write(xml, "target", &[]);
                });
            }
        });
    }
}

impl Level {
    fn write(&self, xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) {
        let mut attributes = attributes.to_vec();
        if let Some(value) = &self.value {
            attributes.push(("value", value));
        }
        match &self.comment {
            Some(comment) => xml.within(name, &attributes, |xml| {
                xml.narrative("comment", &[], comment);
            }),
            None => xml.empty(name, &attributes),
        }
    }
}
