//! Countries side by side: verdicts, lifecycle and law in a stated order; means of regions; common gaps; and nothing skipped in silence.

#[path = "compare/naive.rs"]
mod naive;
#[path = "compare/shape.rs"]
mod shape;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn compare(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gapcheck"));
    command.arg("compare").args(arguments);
    command.output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

/// The small countries of these tests, compared by the small convention.
fn small(arguments: &[&str]) -> String {
    let files = ["tests/compare/countries", "-c", "tests/compare/law.yaml"];
    let output = compare(&[&files, arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    text(&output.stdout).replace(['\u{a0}', '\u{202f}'], " ")
}

/// The part of a Markdown report under one heading.
fn part(report: &str, heading: &str) -> String {
    let begin = report
        .find(&format!("## {heading}\n"))
        .expect("the heading");
    let rest = &report[begin..];
    let end = rest[3..].find("\n## ").map_or(rest.len(), |end| end + 3);
    rest[..end].trim().to_owned()
}

fn markdown(arguments: &[&str], heading: &str) -> String {
    let report = small(&[&["--format", "markdown"], arguments].concat());
    part(&report, heading)
}

#[test]
fn countries_are_grouped_by_region_with_intervals_of_their_own() {
    insta::assert_snapshot!(markdown(&[], "Scores"), @r"
        ## Scores

        | Country | Score | Band | Assessed | Verdicts |
        | --- | --: | --- | --- | --- |
        | **North: mean of 2** | **56–69 %** | **open** | **91 %, 11 of 12** |  |
        | Aland (XAA) | 100 % | A | 100 %, 6 of 6 | 3 ■ |
        | Beland (XBB) | 12–38 % | open | 83 %, 5 of 6 | 1 ◧ 1 □ 1 ? |
        | **South: mean of 1** | **8–67 %** | **open** | **50 %, 3 of 6** |  |
        | Celand (XCC) | 8–67 % | open | 50 %, 3 of 6 | 1 ◧ 1 □ 1 ? |
        | **Without a region: mean of 1** | **0–100 %** | **open** | **0 %, 0 of 3** |  |
        | Deland (XDD) | 0–100 % | open | 0 %, 0 of 3 | 2 ? 1 – |
        | **All countries: mean of 4** | **30–77 %** | **open** | **66 %, 14 of 21** |  |
        ");
}

#[test]
fn the_heat_map_has_a_sign_and_a_letter_for_law_on_its_way() {
    insta::assert_snapshot!(markdown(&[], "Requirement by country"), @r"
        ## Requirement by country

        Beside a sign, b: only a bill speaks to it; e: only law enacted and not yet in force; x: law in force that expires; l: only law that lapsed.

        | | XAA | XBB | XCC | XDD |
        | --- | :-: | :-: | :-: | :-: |
        | **Offences** | | | | |
        | Art. 1 ! Entering | ■ | ◧ | ◧ | – |
        | Art. 2 Entering a part (optional) | ■ | ◧ | ? | ? |
        | **Powers** | | | | |
        | Art. 3 Searching | ■x | □b | □e | ? |
        | Art. 4 Helping | ■ | ? | ? | ? |
        ");
}

#[test]
fn the_wide_form_cites_the_law() {
    insta::assert_snapshot!(markdown(&[], "Verdict and law by country"), @r"
        ## Verdict and law by country

        | Article | XAA | XBB | XCC | XDD |
        | --- | --- | --- | --- | --- |
        |  | **Offences** |  |  |  |
        | Art. 1 ! | ■ act s. 1 | ◧ act s. 1 | ◧ act s. 1 | – |
        | Art. 2 | ■ act s. 1 | ◧ act s. 1 | ? act s. 1 | ? |
        |  | **Powers** |  |  |  |
        | Art. 3 | ■ act s. 2 (expires 2027-03-31) | □ (only a bill: bill cl. 1) | □ (not yet in force: new-act s. 7) | ? |
        | Art. 4 | ■ act s. 3 | ? | ? | ? |
        ");
}

#[test]
fn the_long_form_has_a_row_a_requirement_and_country() {
    insta::assert_snapshot!(markdown(&["--form", "long", "--gate"], "Requirement by country"), @r"
        ## Requirement by country

        | Country | Verdict | Score | Law | On its way |
        | --- | --- | --: | --- | --- |
        | **Art. 1 ! Entering** |  |  |  |  |
        | **North (2)** | 1 ■ 1 ◧ | **75 %** | assessed 100 %, 6 of 6 |  |
        | XAA | ■ in place | 100 % | act s. 1 |  |
        | XBB | ◧ partly in place | 50 % | act s. 1 |  |
        | **South (1)** | 1 ◧ | **33–67 %** | assessed 66 %, 2 of 3 |  |
        | XCC | ◧ partly in place | 33–67 % | act s. 1 |  |
        | **Without a region (0)** | 1 – | **–** | assessed none of 0 |  |
        | XDD | – not applicable | – | – |  |
        | **Mean of all (3)** | 1 ■ 2 ◧ 1 – | **61–73 %** | assessed 88 %, 8 of 9 |  |
        ");
}

#[test]
fn on_the_screen_the_codes_are_written_downwards() {
    let report = small(&["--width", "60"]);
    let begin = report.find("Beside a sign").expect("a heat map");
    let end = report.find("\n\n\nCommon gaps").expect("common gaps");
    insta::assert_snapshot!(&report[begin..end], @r"
        Beside a sign, b: only a bill speaks to it; e: only law
        enacted and not yet in force; x: law in force that expires;
        l: only law that lapsed.
                                        X  X  X  X
                                        A  B  C  D
                                        A  B  C  D
        Offences
        Art. 1 ! Entering               ■  ◧  ◧  –
        Art. 2 Entering a part
          (optional)                    ■  ◧  ?  ?
        Powers
        Art. 3 Searching                ■x □b □e ?
        Art. 4 Helping                  ■  ?  ?  ?
        ");
}

#[test]
fn chapters_provisions_and_links_take_what_binds_together() {
    insta::assert_snapshot!(markdown(&["--by", "chapter"], "Scores by country and region"), @r"
        ## Scores by country and region

        | Chapter | XAA | XBB | XCC | XDD | Mean: North | Mean: South | Mean: Without a region | Mean: all |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        | Offences | ■ 100 % | ◧ 50 % | ◧ 33–67 % | – | 75 % of 2 | 33–67 % of 1 | – of 0 | 61–73 % of 3 |
        | Powers | ■ 100 % | ? 0–34 % | ? 0–67 % | ? 0–100 % | 50–67 % of 2 | 0–67 % of 1 | 0–100 % of 1 | 25–75 % of 4 |

        A score takes the requirements of its row together, by their weights; optional ones only where nothing there binds. It is in place where all are, not in place where none is even in part, and else partly.
        ");
    insta::assert_snapshot!(markdown(&["--by", "model"], "Model provision by country"), @r"
        ## Model provision by country

        Beside a sign, b: only a bill speaks to it; e: only law enacted and not yet in force; x: law in force that expires; l: only law that lapsed.

        | | XAA | XBB | XCC | XDD |
        | --- | :-: | :-: | :-: | :-: |
        | Entering | ■ | ◧ | ◧ | – |
        | Searching | ■x | □b | □e | ? |
        | Helping | ■ | ? | ? | ? |
        ");
    insta::assert_snapshot!(markdown(&["--by", "chain"], "Link of the chain of criminal justice by country"), @r"
        ## Link of the chain of criminal justice by country

        Beside a sign, b: only a bill speaks to it; e: only law enacted and not yet in force; x: law in force that expires; l: only law that lapsed.

        | | XAA | XBB | XCC | XDD |
        | --- | :-: | :-: | :-: | :-: |
        | Investigation | ■x | ?b | ?e | ? |
        | Prosecution | ■ | ◧ | ◧ | – |
        | Cooperation | ■ | ? | ? | ? |
        ");
}

#[test]
fn a_common_gap_counts_only_those_in_which_it_is_known() {
    insta::assert_snapshot!(markdown(&[], "Common gaps"), @r"
        ## Common gaps

        Elements that at least two countries, and more than half of those in which it is known, lack in whole or in part: here one workshop or one model clause serves many. What most countries lack stands first, then the order of the instruments. Optional requirements make no gaps.

        | What is lacking | Asked by | Lack it | Where |
        | --- | --- | --- | --- |
        | Entering: The act is intentional. | Art. 1 | 2 of 3 | North 1 of 2 (XBB); South 1 of 1 (XCC) |
        | Searching: Authorities can search. | Art. 3 | 2 of 3, 1 ? | North 1 of 2 (XBB); South 1 of 1 (XCC) |

        3 of 4: three lack it, of the four in which it is known; then those that lack it in part (◧), and those in which it is unknown (?).
        ");
    insta::assert_snapshot!(markdown(&["--common-gaps", "1", "--gate"], "Common gaps"), @r"
        ## Common gaps

        Elements that 1 or more of the countries lack, in whole or in part: here one workshop or one model clause serves many. What most countries lack stands first, then the order of the instruments. Optional requirements make no gaps.

        | What is lacking | Asked by | Lack it | Where |
        | --- | --- | --- | --- |
        | Entering: The act is intentional. | Art. 1 | 2 of 3 | North 1 of 2 (XBB); South 1 of 1 (XCC) |
        | Entering: A part is enough. | Art. 1 | 1 of 2, 1 ◧, 1 ? | North 1 of 2 (XBB ◧) |

        3 of 4: three lack it, of the four in which it is known; then those that lack it in part (◧), and those in which it is unknown (?).
        ");
}

#[test]
fn ranks_are_shared_where_intervals_overlap() {
    let report = small(&["--format", "markdown"]);
    assert!(!report.contains("Ranks"), "no ranks unless asked for");
    insta::assert_snapshot!(markdown(&["--rank"], "Ranks"), @r"
        ## Ranks

        Countries whose intervals overlap share a rank, also where they are joined by others that do: between them the order is not known. A rank is one more than the number of countries that are better for certain.

        | Rank | Country | Score |
        | --: | --- | --: |
        | 1 | Aland (XAA) | 100 % |
        | 1 | Beland (XBB) | 12–38 % |
        | 1 | Celand (XCC) | 8–67 % |
        | 1 | Deland (XDD) | 0–100 % |
        ");
}

#[test]
fn bands_under_other_weights_and_with_the_unknown_either_way() {
    let heading = "How much depends on weights and on what is unknown";
    insta::assert_snapshot!(markdown(&["--sensitivity"], heading), @r"
        ## How much depends on weights and on what is unknown

        - As given: the checklist's own weights
        - Equal: every requirement the same
        - Elements: every requirement by the number of its elements
        - Gates twice: requirements named first (gates) twice
        - Chapters: every chapter the same

        Each cell has the band with all that is unknown missing, and with all of it there; a cell in bold differs from the first.

        | Country | As given | Equal | Elements | Gates twice | Chapters |
        | --- | --- | --- | --- | --- | --- |
        | XAA | A 100 % | A 100 % | A 100 % | A 100 % | A 100 % |
        | XBB | E–D 12–38 % | **E–C 16–50 %** | **D–C 25–42 %** | **D–C 20–40 %** | **D–C 25–42 %** |
        | XCC | E–B 8–67 % | E–B 11–73 % | E–B 16–67 % | E–B 13–67 % | E–B 16–67 % |
        | XDD | E–A 0–100 % | E–A 0–100 % | E–A 0–100 % | E–A 0–100 % | E–A 0–100 % |

        - The band changes with the weights: XBB.
        - The band depends on what is unknown: XBB (E or D), XCC (E or B), XDD (E or A).
        ");
}

#[test]
fn filters_choose_what_is_listed_and_leave_scores_alone() {
    let north = small(&["--region", "North", "--format", "json"]);
    let north: shape::Comparison = serde_json::from_str(&north).expect("the promised shape");
    let codes: Vec<&str> = north
        .countries
        .iter()
        .map(|one| one.code.as_str())
        .collect();
    assert_eq!(codes, ["XAA", "XBB"]);
    let all = small(&["--format", "json"]);
    let all: shape::Comparison = serde_json::from_str(&all).expect("the promised shape");
    let gates = small(&["--gate", "--format", "json"]);
    let gates: shape::Comparison = serde_json::from_str(&gates).expect("the promised shape");
    assert_eq!(gates.lines.len(), 1);
    let scores = |one: &shape::Comparison| format!("{:?}", one.countries);
    assert_eq!(scores(&all), scores(&gates));
    let missing = small(&["--verdict", "not-in-place", "--format", "csv"]);
    let rows: Vec<&str> = missing.lines().skip(1).collect();
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows.iter().all(|row| row.contains("not-in-place")));
    let output = compare(&["tests/compare/countries", "--region", "East"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("there are: North, South"));
}

#[test]
fn programs_get_these_keys_and_no_others() {
    for by in ["requirement", "chapter", "model", "chain"] {
        let json = small(&["--by", by, "--rank", "--sensitivity", "--format", "json"]);
        let facts: shape::Comparison = serde_json::from_str(&json).expect("the promised shape");
        assert_eq!(
            (facts.schema_version, facts.report.as_str()),
            (1, "comparison")
        );
        let sensitive = &facts.sensitivity.as_ref().expect("asked for").countries;
        for (country, sensitive) in facts.countries.iter().zip(sensitive) {
            let own = country.checklists[0].score.as_ref().expect("a score");
            let given = &sensitive.scores[0].score;
            assert!((own.low - given.low).abs() < 1e-9 && (own.high - given.high).abs() < 1e-9);
        }
        for line in &facts.lines {
            assert_eq!(line.cells.len(), facts.countries.len());
        }
    }
    let json = small(&["--format", "json"]);
    let facts: shape::Comparison = serde_json::from_str(&json).expect("the promised shape");
    let life = |line: usize, country: usize| {
        let cell = &facts.lines[line].cells[country];
        let dates = cell.expires.clone().unwrap_or_default();
        format!("{} {dates}{}", cell.lifecycle, cell.not_in_force.join(", "))
    };
    assert_eq!(life(2, 0), "expires 2027-03-31");
    assert_eq!(life(2, 1), "bill bill cl. 1");
    assert_eq!(life(2, 2), "not-yet-in-force new-act s. 7");
    assert_eq!(life(2, 3), "silent ");
    let silent = &facts.lines[2].cells[3];
    assert_eq!(silent.verdict, "not-determined", "silence is no absence");
}

#[test]
fn a_table_that_is_out_of_date_ends_with_3_and_the_difference() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("table.md").display().to_string();
    let files = ["tests/compare/countries", "-c", "tests/compare/law.yaml"];
    let run = |option: &str| compare(&[&files[..], &[option, path.as_str()]].concat());
    assert_eq!(run("--check").status.code(), Some(2), "nothing to check");
    assert_eq!(run("--output").status.code(), Some(0));
    assert_eq!(run("--check").status.code(), Some(0));
    let table = fs::read_to_string(&path).expect("the table is there");
    fs::write(&path, table.replace('\n', "\r\n")).expect("it can be written");
    assert_eq!(
        run("--check").status.code(),
        Some(0),
        "how lines end is no difference"
    );
    fs::write(&path, table.replace("Aland", "Oland")).expect("it can be written");
    let output = run("--check");
    assert_eq!(output.status.code(), Some(3));
    let difference = text(&output.stdout);
    assert!(difference.contains("-| Oland (XAA)"), "{difference}");
    assert!(difference.contains("+| Aland (XAA)"), "{difference}");
    assert_eq!(
        fs::read_to_string(&path).expect("the table is there"),
        table.replace("Aland", "Oland"),
        "checking changes nothing"
    );
}

#[test]
fn a_broken_file_is_told_of_and_the_rest_is_done() {
    let output = compare(&[
        "tests/compare/countries",
        "tests/diagnostics/several.yaml",
        "-c",
        "tests/compare/law.yaml",
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("several.yaml was not assessed"));
    assert!(text(&output.stdout).contains("Comparison of 4 countries"));
}

#[test]
fn nothing_in_a_folder_is_skipped_in_silence() {
    let output = compare(&["tests/compare", "-c", "tests/compare/law.yaml"]);
    let said = text(&output.stderr);
    assert!(
        said.contains("passed over, since no YAML or TOML: tests/compare/naive.rs"),
        "{said}"
    );
    assert!(
        said.contains("1 file is a checklist, and no country: tests/compare/law.yaml"),
        "{said}"
    );
    assert!(text(&output.stdout).contains("Comparison of 4 countries"));
}

/// Copies the small countries under other names, so that they are read in another order.
fn renamed(folder: &Path, names: [&str; 4]) -> String {
    let from = ["a.yaml", "b.yaml", "south/c.yaml", "d.yaml"];
    for (from, to) in from.iter().zip(names) {
        let to = folder.join(to);
        fs::create_dir_all(to.parent().expect("a folder")).expect("it can be made");
        let text = fs::read_to_string(format!("tests/compare/countries/{from}")).expect("there");
        let law = fs::canonicalize("tests/compare/law.yaml").expect("there");
        let text = text.replace("../../law.yaml", "../law.yaml");
        let text = text.replace("../law.yaml", &law.display().to_string());
        fs::write(to, text).expect("it can be written");
    }
    folder.display().to_string()
}

#[test]
fn the_order_of_reading_changes_no_byte() {
    let (one, two) = (
        tempfile::tempdir().expect("a"),
        tempfile::tempdir().expect("b"),
    );
    let one = renamed(one.path(), ["1.yaml", "2.yaml", "3.yaml", "4.yaml"]);
    let two = renamed(two.path(), ["z/4.yaml", "z/3.yaml", "b.yaml", "a.yaml"]);
    for format in ["terminal", "markdown", "csv", "json"] {
        let run = |folder: &str| {
            let files = [folder, "-c", "tests/compare/law.yaml"];
            let rest = ["--format", format, "--rank", "--sensitivity"];
            compare(&[&files[..], &rest].concat()).stdout
        };
        let first = run(&one);
        assert!(!first.is_empty());
        assert_eq!(first, run(&two), "{format}");
        assert_eq!(first, run(&one), "{format}");
    }
}

#[test]
fn two_files_on_one_country_are_told_apart() {
    let twice = [
        "tests/compare/countries/a.yaml",
        "tests/compare/countries/a.yaml",
    ];
    let output = compare(&[&twice[..], &["-c", "tests/compare/law.yaml"]].concat());
    let report = text(&output.stdout);
    assert!(
        report.contains("More than one file has the code XAA"),
        "{report}"
    );
    assert!(report.contains("Aland (XAA 2026-06-30 (2))"), "{report}");
}
