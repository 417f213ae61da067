//! Rules of the project on the command line: read, judged on each country, and told.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::project::InForce;
use super::{Ending, files, stream};
use crate::assess::{Judged, RuleStanding, judge};
use crate::diagnostic::{
    BrokenRule, Code, Diagnostics, EMITTERS, Emitter, Examined, Source, Span, count, emitter,
};
use crate::load::{self, Places};
use crate::model::{Baseline, Checklist, Condition, Occurrence, Rule};
use crate::report::{Subject, policy};

/// What must not be, and how it is told.
#[derive(Debug, clap::Args)]
pub(super) struct Policing {
    /// End with 3 where this rule is broken (repeatable, or with commas): `gate-gap`, `new-gap`, `unsafeguarded-power`, `unknown>20%`, `score-low<0.6`, `budapest:gaps>5` ...
    #[arg(long, value_name = "RULE", value_parser = rules, help_heading = "Rules")]
    fail_on: Vec<Rules>,
    /// An earlier report (`--format json`): what it has breaks no rule again.
    #[arg(long, value_name = "FILE", help_heading = "Rules")]
    baseline: Option<PathBuf>,
    /// How broken rules are told beside the report.
    #[arg(long, value_parser = names(), default_value = EMITTERS[0].name, value_name = "FORMAT", help_heading = "Rules")]
    rules_format: String,
    /// Write what came of the rules to a file as well (repeatable: .sarif, .xml for JUnit, .json or .txt gives the format).
    #[arg(long, value_name = "FILE", help_heading = "Rules")]
    rules_output: Vec<PathBuf>,
}

fn names() -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(EMITTERS.iter().map(|emitter| emitter.name))
}

/// The rules of one option.
#[derive(Debug, Clone)]
struct Rules(Vec<Rule>);

/// Reads rules; a mistake is shown under its place.
fn rules(text: &str) -> Result<Rules, String> {
    load::rules(text).map(Rules).map_err(|mistakes| {
        let shown = mistakes.iter().map(|mistake| {
            let before = text.get(..mistake.place.start).unwrap_or_default();
            let part = text.get(mistake.place.clone()).unwrap_or(" ");
            format!(
                "{}\n  {text}\n  {}{}\n  {}",
                mistake.message,
                " ".repeat(before.chars().count()),
                "^".repeat(part.chars().count().max(1)),
                mistake.help
            )
        });
        shown.collect::<Vec<_>>().join("\n")
    })
}

/// The rules in force for a run.
#[derive(Debug, Default)]
pub(super) struct Policy {
    rules: Vec<Rule>,
    /// Whether the rules stand in the project file, and not on the command line.
    of_project: bool,
    baseline: Option<Baseline>,
}

impl Policing {
    /// The rules in force: those of the command line, else the project's; none where the baseline is no report, as was told.
    pub(super) fn open(&self, project: &InForce) -> anyhow::Result<Option<Policy>> {
        let own: Vec<Rule> = self.fail_on.iter().flat_map(|one| one.0.clone()).collect();
        let of_project = own.is_empty();
        let rules = if of_project { project.rules() } else { own };
        if rules.is_empty() {
            if self.baseline.is_some() {
                bail!("`--baseline` is about rules, and there is none: give `--fail-on RULE`");
            }
            return Ok(Some(Policy::default()));
        }
        let stated = project.project.baseline.as_ref();
        let path = match (&self.baseline, stated) {
            (Some(path), _) => Some(path.clone()),
            (None, Some(stated)) => Some(project.path(&stated.value)),
            (None, None) => None,
        };
        let new_gap = |rule: &Rule| matches!(rule.condition, Condition::There(Occurrence::NewGap));
        if path.is_none() && rules.iter().any(new_gap) {
            bail!(
                "the rule `new-gap` compares with an earlier report: give it with `--baseline FILE`"
            );
        }
        let mut baseline = None;
        if let Some(path) = path {
            let file = files::read(&path)?;
            let (examined, read) = load::baseline(&file.name, file.bytes);
            if read.is_none() {
                stream::tell(&[examined]);
                return Ok(None);
            }
            baseline = read;
        }
        Ok(Some(Policy {
            rules,
            of_project,
            baseline,
        }))
    }

    /// Refuses what can't be written before any work is done.
    pub(super) fn refuse_early(&self) -> anyhow::Result<()> {
        self.rules_output
            .iter()
            .try_for_each(|path| format_of(path).map(|_| ()))
    }

    /// Tells what came of the rules, beside the report.
    pub(super) fn tell(&self, tested: Vec<Tested>) -> anyhow::Result<Ending> {
        let remarks = tested.iter().flat_map(|one| &one.remarks);
        remarks.for_each(|remark| stream::say(remark));
        let tested: Vec<Examined> = tested.into_iter().map(|one| one.examined).collect();
        for path in &self.rules_output {
            stream::replace(path, &written(format_of(path)?, &tested)?)?;
        }
        let format = emitter(&self.rules_format).unwrap_or(&EMITTERS[0]);
        let text = written(format, &tested)?;
        if !text.is_empty() {
            stream::say(String::from_utf8_lossy(&text).trim_end());
        }
        for path in &self.rules_output {
            stream::say(&format!("wrote {}", path.display()));
        }
        let holds = files::ending(&tested) == Ending::Done;
        Ok(if holds { Ending::Done } else { Ending::Refused })
    }
}

/// The format that the ending of a file tells.
fn format_of(path: &Path) -> anyhow::Result<&'static Emitter> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let mut known = EMITTERS.iter();
    known
        .find(|one| ending.is_some_and(|ending| one.extension.eq_ignore_ascii_case(ending)))
        .with_context(|| {
            let endings: Vec<String> = EMITTERS
                .iter()
                .map(|one| format!(".{} ({})", one.extension, one.name))
                .collect();
            format!(
                "the ending of `{}` tells no format: end the name with one of {}",
                path.display(),
                endings.join(", ")
            )
        })
}

/// What came of the rules, in a format. Rules are about a whole file, so that in words no line of it is shown.
fn written(format: &Emitter, tested: &[Examined]) -> anyhow::Result<Vec<u8>> {
    if format.name == EMITTERS[0].name {
        return Ok(words(tested).into_bytes());
    }
    let mut buffer = Vec::new();
    (format.emit)(tested, &mut buffer)?;
    Ok(buffer)
}

/// A sentence for each broken rule, and one on all.
fn words(judged: &[Examined]) -> String {
    let mut text = String::new();
    let (mut broken, mut held) = (0, 0);
    for file in judged {
        for found in file.diagnostics.shown() {
            text.push_str(&format!(
                "{} [{}]\n  {}: {}\n",
                found.message,
                found.code.id(),
                file.source.name(),
                found.help
            ));
        }
        broken += file.diagnostics.error_count();
        held += file.diagnostics.held().len();
    }
    let tests = count(broken + held, "rule");
    text.push_str(&match broken {
        0 => format!("{tests} tested, none broken\n"),
        broken => format!("{tests} tested, {broken} broken\n"),
    });
    text
}

impl Policy {
    /// Whether there is no rule.
    pub(super) fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Refuses rules about an instrument that is not assessed; those of the project file are left aside.
    pub(super) fn refuse_idle(&self, checklists: &[&Checklist<'_>]) -> anyhow::Result<()> {
        for rule in &self.rules {
            let Some(scope) = &rule.scope else { continue };
            if checklists.iter().any(|one| one.id == *scope) {
                continue;
            }
            if !self.of_project {
                bail!(
                    "the rule `{}` is about an instrument that is not assessed: add `--checklist {scope}`",
                    rule.text
                );
            }
            stream::say(&format!(
                "the rule `{}` was not tested: `{scope}` is not assessed in this run",
                rule.text
            ));
        }
        Ok(())
    }

    /// Judges the rules on a country; `source` is its file.
    pub(super) fn examine(&self, subject: &Subject<'_>, source: &Source) -> Tested {
        let legislation = subject.legislation;
        let code = &legislation.country.code;
        let baseline = self.baseline.as_ref();
        let known = baseline.and_then(|all| all.countries.get(code));
        let mut remarks = Vec::new();
        if baseline.is_some() && known.is_none() {
            remarks.push(format!(
                "the baseline does not have {code}: everything in it is new"
            ));
        }
        let rules: Vec<&Rule> = self.rules.iter().collect();
        let judged = judge(
            &rules,
            legislation,
            &subject.results,
            &subject.findings,
            known,
        );
        let mut found = Diagnostics::default();
        let mut places = None;
        for one in &judged {
            if one.standing == RuleStanding::NothingToMeasure {
                remarks.push(policy::verdict(one, legislation).message);
            }
            if one.standing != RuleStanding::Broken {
                found.hold(policy::test_name(one, legislation));
                continue;
            }
            let places = places.get_or_insert_with(|| Places::of(source));
            let cites: Vec<String> = one
                .sections
                .iter()
                .map(|index| legislation.cite(*index))
                .collect();
            report(one, subject, places.first(&cites), &mut found);
        }
        // Of a file that breaks nothing only the name is kept: there may be thousands.
        let text = match places {
            Some(_) => source.text().to_owned(),
            None => String::new(),
        };
        let examined = Examined {
            source: Source::new(source.name(), text),
            diagnostics: found,
        };
        Tested { examined, remarks }
    }
}

/// What came of the rules on one country.
#[derive(Debug)]
pub(super) struct Tested {
    /// What is broken, and what held.
    examined: Examined,
    /// What else is to be said.
    remarks: Vec<String>,
}

fn report(judged: &Judged<'_, '_>, subject: &Subject<'_>, place: Span, found: &mut Diagnostics) {
    let code = match judged.rule.condition {
        Condition::There(Occurrence::Gap) => Code::RuleOnGaps,
        Condition::There(Occurrence::GateGap) => Code::RuleOnGates,
        Condition::There(Occurrence::NewGap) => Code::RuleOnNewGaps,
        Condition::There(
            Occurrence::UnsafeguardedPower
            | Occurrence::SafeguardsNotDetermined
            | Occurrence::Outside
            | Occurrence::Broader,
        ) => Code::RuleOnFindings,
        Condition::Figure { .. } => Code::RuleOnFigures,
    };
    let verdict = policy::verdict(judged, subject.legislation);
    let broken = BrokenRule {
        rule: judged.rule.text.clone(),
        subject: verdict.subject,
        concerns: judged.concerns.clone(),
    };
    found.push_broken(code, place, verdict.message, verdict.help, broken);
}
