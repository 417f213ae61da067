//! What the page calls a mistake, or another answer that is as good, is done to the solution.

use crate::SOLUTION;

/// A text in which something stands once, and something else instead.
pub(crate) fn replaced(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "stands once: {from}");
    text.replace(from, to)
}

/// A text without what stands from one place up to another.
fn without(text: &str, from: &str, to: &str) -> String {
    let start = text.find(from).unwrap_or_else(|| panic!("no {from}"));
    let end = text[start..].find(to).unwrap_or_else(|| panic!("no {to}"));
    format!("{}{}", &text[..start], &text[start + end..])
}

/// What the page calls a mistake or another answer, done to the solution.
pub(crate) fn done(what: &str) -> String {
    let party = "budapest: { status: party, since: 2026-01-01";
    let status = |to: &str| replaced(SOLUTION, "budapest: { status: none }", to);
    let absence = |model: &str| {
        let mut lines = SOLUTION.lines();
        let line = lines.find(|line| line.contains(&format!("{{ model: {model}, ")));
        format!("{}\n", line.expect("it is absent"))
    };
    let declared = "declarations: [illegal-access/security-measures] }";
    let loss = "            qualifiers: [loss-required]\n";
    let acts = "met: [sale, distribution, making-available, possession, device-or-program,";
    match what {
        _ if what.contains("declared nothing") => status(&format!("{party} }}")),
        _ if what.contains("declared its") => status(&format!("{party}, {declared}")),
        _ if what.contains("overlooked") => replaced(SOLUTION, loss, ""),
        _ if what.contains("that loss") => {
            let text = replaced(
                SOLUTION,
                loss,
                "            partly: { inauthentic-data: Only large losses. }\n",
            );
            replaced(&text, "suppression, inauthentic-data, ", "suppression, ")
        }
        _ if what.contains("all acts") => {
            let text = without(
                SOLUTION,
                "            partly:\n              production: Only dev",
                "            with: [s. 2, s. 8]",
            );
            let all = acts.replace("[sale", "[production, procurement, import, sale");
            replaced(&text, acts, &all)
        }
        _ if what.contains("were forgotten") => {
            let text = without(
                SOLUTION,
                "        covers:\n          - model: misuse-of-devices\n            met: [access-code,",
                "      - ref: s. 9\n",
            );
            replaced(&text, "      - ref: s. 9\n", "\n      - ref: s. 9\n")
        }
        _ if what.contains("safeguards") => without(
            SOLUTION,
            "            unmet:\n              independent-authorisation: An inspector",
            "            with: [s. 2]\n            quote: >-\n              may search any",
        ),
        _ if what.contains("not written down") => {
            replaced(SOLUTION, &absence("production-order"), "")
        }
        _ if what.contains("subscriber") => {
            let line = absence("production-order");
            let more = line.replace("production-order", "subscriber-information");
            replaced(SOLUTION, &line, &format!("{line}{more}"))
        }
        _ if what.contains("selling") => {
            let fewer = acts.replace("sale, distribution, making-available, ", "");
            let text = replaced(SOLUTION, acts, &fewer);
            let first = "              production: Only dev";
            let more: String = ["sale", "distribution", "making-available"]
                .iter()
                .map(|act| format!("              {act}: Only devices.\n"))
                .collect();
            replaced(&text, first, &format!("{more}{first}"))
        }
        _ if what.contains("penalties") => {
            let text = SOLUTION.replace("values: { max-imprisonment: 6 months }", "");
            assert_ne!(text, SOLUTION);
            text
        }
        _ => panic!("what is done when {what}?"),
    }
}

/// What was typed in step 2, as the table of the page has it, and the code that the program gives.
pub(crate) const TYPED: &[(&str, &str, &str, &str)] = &[
    (
        "`met: access",
        "[access, whole-or-part, without-right, intent]",
        "access, intent",
        "GC0012",
    ),
    (
        "the tab key",
        "            qualifiers",
        "\t    qualifiers",
        "GC0004",
    ),
    (
        "the tab key",
        "            qualifiers",
        "           qualifiers",
        "GC0004",
    ),
    (
        "a reason with",
        "met: [access, whole-or-part, without-right, intent]",
        "partly: { intent: Only fraud, and no more. }",
        "GC0013",
    ),
    (
        "a reason with",
        "met: [access, whole-or-part, without-right, intent]",
        "partly: { intent: Fraud: no more. }",
        "GC0004",
    ),
    (
        "a misspelt name",
        "model: illegal-access",
        "model: illegal-accesses",
        "GC0101",
    ),
    ("a misspelt name", "[access, ", "[accesses, ", "GC0102"),
    (
        "a misspelt name",
        "[security-measures]",
        "[security-measure]",
        "GC0103",
    ),
    (
        "a quotation",
        "quote: by infringing",
        "quote: by breaking",
        "GC0209",
    ),
    (
        "`met: [extraditable]`",
        "[access, ",
        "[extraditable, ",
        "GC0202",
    ),
];
