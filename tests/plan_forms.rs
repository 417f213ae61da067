//! The forms of a plan: each names its mandate, says what it says of the same lines, and is what an office would hand on.

use std::collections::BTreeSet;
use std::process::Command;

const COUNTRIES: [&str; 3] = ["alphaland", "betaland", "gammaland"];
const FORMS: [&str; 6] = ["matrix", "logframe", "request", "drafting", "gantt", "full"];

fn plan(country: &str, form: &str, format: &str) -> Vec<u8> {
    let file = format!("examples/{country}/{country}.yaml");
    let call = ["plan", &file, "-c", "budapest", "-c", "un-cybercrime"];
    let output = Command::new(env!("CARGO_BIN_EXE_gapcheck"))
        .args(call)
        .args(["--form", form, "--format", format])
        .output()
        .expect("the program runs");
    let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{complaints}");
    output.stdout
}

fn text(country: &str, form: &str) -> String {
    String::from_utf8(plan(country, form, "markdown")).expect("it is text")
}

fn facts(country: &str) -> serde_json::Value {
    serde_json::from_slice(&plan(country, "matrix", "json")).expect("it is JSON")
}

/// The parts of a form between headings of the first level that begin like that.
fn parts<'t>(text: &'t str, begin: &str) -> Vec<&'t str> {
    let parts = text.split("\n## ").skip(1);
    parts.filter(|part| part.starts_with(begin)).collect()
}

#[test]
fn every_form_names_its_mandate() {
    for country in COUNTRIES {
        for form in FORMS {
            let text = text(country, form);
            assert!(text.contains("Mandate: "), "{country} {form}");
            let is_own = ["logframe", "drafting", "gantt"].contains(&form);
            if is_own {
                assert!(text.contains("it is the project's own"), "{country} {form}");
            } else {
                assert!(
                    text.to_lowercase().contains("resolution 20/7"),
                    "{country} {form}"
                );
                assert!(text.contains("54"), "{country} {form}");
            }
            let notice = "No verdict means that a State has or has not met its obligations";
            assert!(text.contains(notice), "{country} {form}");
        }
    }
}

/// What a program reads does not depend on what a reader wanted to see.
#[test]
fn facts_and_tables_are_the_same_in_every_form() {
    for format in ["json", "csv"] {
        let first = plan("alphaland", "matrix", format);
        for form in &FORMS[1..] {
            assert!(plan("alphaland", form, format) == first, "{form} {format}");
        }
    }
}

#[test]
fn every_form_is_there_in_every_format() {
    for form in FORMS {
        for format in ["terminal", "markdown", "docx", "xlsx", "typst", "html"] {
            let bytes = plan("betaland", form, format);
            assert!(bytes.len() > 1000, "{form} {format}");
            assert!(bytes == plan("betaland", form, format), "{form} {format}");
        }
    }
}

/// No line is forgotten, and none stands in two requests: each is named by the number that the matrix gives it.
#[test]
fn every_line_is_drawn_and_asked_for_exactly_once() {
    for country in COUNTRIES {
        let facts = facts(country);
        let lines = facts["measures"].as_array().expect("a list").len();
        let all: BTreeSet<usize> = (1..=lines).collect();
        let gantt = text(country, "gantt");
        let drawn = gantt.lines().filter_map(|line| {
            let number = line.strip_prefix("| ")?.split_once("\\.")?.0;
            number.parse().ok()
        });
        let drawn: Vec<usize> = drawn.collect();
        assert_eq!(drawn.len(), lines, "{country}");
        assert_eq!(drawn.into_iter().collect::<BTreeSet<_>>(), all, "{country}");
        let requests = text(country, "request");
        let mut asked: Vec<usize> = Vec::new();
        for request in parts(&requests, "Request for assistance ") {
            let (_, table) = request.split_once("### What is asked").expect("the lines");
            let (table, _) = table.split_once("### Why").expect("the grounds");
            for row in table.lines().filter(|line| line.starts_with("| ")).skip(2) {
                let mut cells = row.trim_matches('|').split('|').map(str::trim);
                let (number, rest) = (cells.next(), cells.next().unwrap_or_default());
                let number = number.filter(|number| !number.is_empty());
                let rest = if number.is_some() { "" } else { rest };
                let words = rest.split([' ', ',']).chain(number);
                asked.extend(words.filter_map(|word| word.parse::<usize>().ok()));
            }
        }
        asked.sort_unstable();
        assert_eq!(asked, (1..=lines).collect::<Vec<_>>(), "{country}");
    }
}

/// A request leaves to the State what only the State can say.
#[test]
fn a_request_is_addressed_and_can_be_signed() {
    for country in COUNTRIES {
        let text = text(country, "request");
        let requests = parts(&text, "Request for assistance ");
        assert!(requests.len() >= 4, "{country}");
        for request in requests {
            for wanted in [
                "**From**",
                "**To**",
                "**Mandate**: Resolution 20/7",
                "person-days",
                "default, to be confirmed",
                "**Contact**",
                "signature",
                "What is under way",
            ] {
                assert!(request.contains(wanted), "{country}: {wanted}\n{request}");
            }
        }
    }
}

/// Baselines and targets are those of the facts; the target of an instrument is never below its baseline.
#[test]
fn figures_of_the_logframe_are_computed() {
    for country in COUNTRIES {
        let text = text(country, "logframe");
        let gaps = facts(country)["measures"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| one["closes"].as_array().expect("a list").len())
            .sum::<usize>();
        let of_outcomes = text.lines().filter_map(|line| {
            let (_, rest) = line.split_once("in this field that are closed | 0 of ")?;
            rest.split_once(' ')?.0.parse::<usize>().ok()
        });
        assert_eq!(of_outcomes.sum::<usize>(), gaps, "{country}");
        for level in [
            "| Impact |",
            "| Outcome 1 |",
            "| Output 1.1 |",
            "| Activity 1.1 |",
        ] {
            assert!(text.contains(level), "{country}: {level}");
        }
        assert!(text.contains("to be recorded at the start"), "{country}");
    }
}

/// A sheet says everything that its drafter needs, in the order in which it is needed.
#[test]
fn a_drafting_sheet_goes_from_the_present_law_to_open_questions() {
    for country in COUNTRIES {
        let text = text(country, "drafting");
        let drafting = facts(country)["measures"]
            .as_array()
            .expect("a list")
            .iter()
            .filter(|one| one["type"] == "legislative-drafting" && one["role"] == "closes")
            .count();
        let sheets = parts(&text, "Drafting instructions, line ");
        assert_eq!(sheets.len(), drafting, "{country}");
        for sheet in sheets {
            let order = [
                "Present law",
                "What is wrong, and what the new provision must achieve",
                "Definitions",
                "Penalties and other figures to be reached",
                "Safeguards",
                "Consequential amendments",
                "Open questions",
            ];
            let places: Vec<Option<usize>> = order
                .iter()
                .map(|title| sheet.find(&format!("#### {title}")))
                .collect();
            assert!(places.iter().all(Option::is_some), "{country}: {sheet}");
            assert!(places.is_sorted(), "{country}: {sheet}");
            assert!(sheet.contains("\nEnsure ") || sheet.contains("\nConsider "));
        }
    }
}

/// Also on the narrowest screen that offices use.
#[test]
fn no_line_on_the_screen_is_cut_off() {
    for form in FORMS {
        let screen = String::from_utf8(plan("gammaland", form, "terminal")).expect("it is text");
        let longest = screen.lines().map(|line| line.chars().count()).max();
        assert!(longest <= Some(80), "{form}: {longest:?}");
    }
}

#[test]
fn the_picture_of_a_small_plan() {
    insta::assert_snapshot!(text("betaland", "gantt"));
}

#[test]
fn a_request_of_each_country() {
    for country in COUNTRIES {
        let text = text(country, "request");
        let first = parts(&text, "Request for assistance 2").concat();
        insta::assert_snapshot!(country, first);
    }
}

/// The shortest sheet of each country.
#[test]
fn a_drafting_sheet_of_each_country() {
    for country in COUNTRIES {
        let text = text(country, "drafting");
        let sheets = parts(&text, "Drafting instructions, line ");
        let shortest = sheets.iter().min_by_key(|sheet| sheet.len());
        insta::assert_snapshot!(format!("sheet-{country}"), shortest.expect("a sheet"));
    }
}

#[test]
fn the_head_of_each_logframe() {
    for country in COUNTRIES {
        let text = text(country, "logframe");
        let table = text.lines().skip_while(|line| !line.starts_with("| Level"));
        let head: Vec<&str> = table.take(14).collect();
        insta::assert_snapshot!(format!("logframe-{country}"), head.join("\n"));
    }
}
