//! `gapcheck init`: a legislation file to fill in, article by article.

use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::bail;

use super::files::{self, OwnChecklists};
use super::project::Choice;
use super::{Ending, instruments, stream};
use crate::model::{Bindingness, Checklist, Date, Form, Requirement, Word};

/// Write a legislation file to fill in, article by article; everything in it is unknown until you say otherwise.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The country's code (ISO 3166-1), such as GHA; XAA to XZZ are for fictional countries.
    code: String,
    /// The country's name.
    #[arg(long)]
    name: Option<String>,
    /// An instrument to prepare for, by id or by the path of your own checklist (repeatable) [default: those of the project, else budapest].
    #[arg(long, short, value_name = "ID|PATH")]
    checklist: Vec<String>,
    /// The date up to which the law is looked at.
    #[arg(long, value_name = "DATE", default_value = "2026-01-01")]
    as_at: String,
    /// Write to a file instead of the screen; an existing file is not replaced.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments, choice: &Choice) -> anyhow::Result<Ending> {
    let letters = arguments.code.bytes().all(|byte| byte.is_ascii_uppercase());
    if !letters || !(2..=3).contains(&arguments.code.len()) {
        bail!(
            "`{}` is no country code; write two or three capital letters, such as GHA",
            arguments.code
        );
    }
    if arguments.as_at.parse::<Date>().is_err() {
        bail!(
            "`{}` is no date; write year, month and day, such as 2026-06-30",
            arguments.as_at
        );
    }
    let Some(project) = choice.open()? else {
        return Ok(Ending::BadContent);
    };
    let asked = project.checklists(&arguments.checklist);
    let mut own = OwnChecklists::default();
    let ids = instruments::named(&asked, &mut own)?;
    let library = own.library();
    let (shelf, examined) = library.shelve();
    stream::tell(&examined);
    let ending = files::ending(&examined);
    let Some(checklists) = instruments::found(&shelf, &ids, ending)? else {
        return Ok(ending);
    };
    let uses: Vec<&String> = asked.iter().filter(|name| !ids.contains(name)).collect();
    let text = page(arguments, &checklists, &uses);
    match &arguments.output {
        Some(path) if path.exists() => {
            bail!("`{}` exists already and is not replaced", path.display());
        }
        Some(path) => {
            stream::replace(path, text.as_bytes())?;
            stream::say(&format!("wrote {}", path.display()));
        }
        None => stream::print(text.as_bytes())?,
    }
    Ok(ending)
}

/// The whole file.
fn page(arguments: &Arguments, checklists: &[&Checklist<'_>], uses: &[&String]) -> String {
    let mut page = head(arguments);
    if !uses.is_empty() {
        let list: Vec<String> = uses.iter().map(|path| quoted(path)).collect();
        line(&mut page, &format!("uses: [{}]", list.join(", ")));
        line(&mut page, "");
    }
    page.push_str("# Take the # away where the country's standing is known: party | signatory | none\ntreaties:\n");
    for checklist in checklists {
        line(&mut page, &format!("  # {}", checklist.title));
        line(
            &mut page,
            &format!(
                "  # {}: {{ status: party, since: 2019-03-01, declarations: [], reservations: [] }}",
                checklist.id
            ),
        );
        narrowings(&mut page, checklist);
    }
    page.push_str(LAWS);
    for checklist in checklists {
        line(&mut page, &format!("# ===== {} =====", checklist.title));
        for chapter in &checklist.chapters {
            line(&mut page, "#");
            line(&mut page, &format!("# --- {} ---", chapter.title));
            for requirement in &chapter.requirements {
                article(&mut page, checklist, requirement);
            }
        }
        line(&mut page, "");
    }
    page
}

fn head(arguments: &Arguments) -> String {
    let name = arguments.name.as_deref().unwrap_or(&arguments.code);
    format!(
        "# yaml-language-server: $schema=legislation.schema.json
# (`gapcheck schema legislation --output legislation.schema.json` writes that schema; an editor then checks while you type.)
#
# The law of a country, to be laid beside instruments. Lines that begin with # are remarks and are ignored.
# What you say nothing about stays unknown: it is never counted as missing.
# Check this file at any time with `gapcheck check`, and see where you are with `gapcheck assess`.

gapcheck: legislation/1
country: {{ code: {}, name: {} }}
as-at: {}               # the date up to which you looked at the law
status: illustrative            # official | reviewed | illustrative | fictional
# classification: public
# legal-system: common law

",
        arguments.code,
        quoted(name),
        arguments.as_at
    )
}

/// What a party may have declared or reserved, to be moved up by hand.
fn narrowings(page: &mut String, checklist: &Checklist<'_>) {
    for form in [Form::Declaration, Form::Reservation] {
        let mut names: Vec<String> = checklist
            .requirements()
            .flat_map(|requirement| &requirement.permits)
            .filter(|permit| permit.form == form)
            .map(crate::model::Permit::name)
            .collect();
        names.sort();
        names.dedup();
        if !names.is_empty() {
            line(page, &format!("  #   {}s that may be made:", form.word()));
        }
        for name in names {
            line(page, &format!("  #     {name}"));
        }
    }
}

const LAWS: &str = "
# The laws, each with the sections that matter. Take the # away and write your own:
laws:
#  - id: penal-code
#    title: Penal Code
#    status: in-force                # drafting | bill | enacted | in-force | suspended | repealed
#    in-force: 2010-01-01
#    source: { publication: Official Gazette No. 1, consulted: 2026-01-01 }
#    sections:
#      - ref: s. 3
#        heading: Unauthorised access
#        values: { max-imprisonment: 2 years }
#        covers:
#          # (copy from the worksheet below what this section is about)

# What you searched for and did not find:
absent:
#  - { model: computer-related-forgery, searched: [penal-code], reason: Forgery needs a paper document. }

# Requirements that do not apply to this country:
not-applicable:
#  - { requirement: budapest/art-10, because: reservation, ground: Art. 10(3) }

# ======================================================================================================
# Worksheet. For each article: find the section of your law that deals with it, copy the lines between the
# dashes under the `covers:` of that section without the #, and sort the elements:
#   met: [...]                    the section has it
#   partly: { element: reason }   it has it in part
#   unmet: { element: reason }    it does not have it
#   broader: { element: reason }  it asks for less, and so covers more
# An element that you leave out stays unknown. An article you found nowhere goes under `absent` above.
# ======================================================================================================

";

fn article(page: &mut String, checklist: &Checklist<'_>, requirement: &Requirement<'_>) {
    let binds = match (requirement.bindingness, &requirement.when) {
        (Bindingness::Conditional, Some(when)) => format!("conditional: {when}"),
        (bindingness, _) => bindingness.word().to_owned(),
    };
    line(page, "#");
    line(
        page,
        &format!(
            "# {} {} ({binds}) [{}/{}]",
            requirement.cite, requirement.title, checklist.id, requirement.id
        ),
    );
    let own = |test: bool| {
        let own = requirement.elements.iter().filter(move |one| {
            std::ptr::eq(one.provision, requirement.model) && one.element.test.is_some() == test
        });
        own.map(|one| one.element.id.as_str()).collect::<Vec<_>>()
    };
    if !own(false).is_empty() {
        line(page, "# -----");
        line(
            page,
            &format!("#          - model: {}", requirement.model.id),
        );
        line(
            page,
            &format!("#            met: [{}]", own(false).join(", ")),
        );
        line(page, "#            quote: the words of your law");
        line(page, "# -----");
    }
    for one in &requirement.elements {
        let name = one.name(requirement.model);
        let computed = one.element.test.as_ref().map_or_else(String::new, |test| {
            format!(
                " Computed from the section's `values: {{ {}: ... }}`.",
                test.value
            )
        });
        line(page, &format!("#   {name}: {}{computed}", one.element.text));
    }
    for permit in &requirement.permits {
        line(
            page,
            &format!(
                "#   may be narrowed by {} ({}): {}: {}",
                permit.form.word(),
                permit.basis,
                permit.qualifier.id,
                permit.qualifier.text
            ),
        );
    }
    if let Some(note) = &requirement.note {
        line(page, &format!("#   Note: {note}"));
    }
}

/// Adds a line; line breaks within it would leave the remark that it may be.
fn line(page: &mut String, text: &str) {
    let text = text.replace(['\r', '\n'], " ");
    writeln!(page, "{}", text.trim_end()).ok();
}

/// A text in double quotation marks, as YAML reads it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
