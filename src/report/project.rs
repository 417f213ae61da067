//! What is in force in a project, and where each thing comes from.

use serde::Serialize;

use super::document::{Cell, Column, Document, Row, Sheet, Tone};
use super::{Book, Facts, Report, SCHEMA_VERSION};
use crate::model::{Language, Project, Stated, Word};

/// The facts of a project file, for programs.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Config {
    /// The version of this shape.
    pub schema_version: u32,
    /// `config`.
    pub report: &'static str,
    /// The project file; none where there is none.
    pub file: Option<String>,
    /// Everything in force; a key with several values stands several times.
    pub settings: Vec<Setting>,
}

/// Something in force.
#[derive(Debug, Serialize)]
pub struct Setting {
    /// Its key, with the table it stands in: `policy.fail-on`.
    pub key: String,
    /// Its value; none where nothing is set.
    pub value: Option<SettingValue>,
    /// The line of the project file; none for a default of the program.
    pub line: Option<usize>,
}

/// A text or a number.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum SettingValue {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
}

impl SettingValue {
    fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// What is in force: what `file` states, and else the defaults of the program, of which `checklist` is one.
#[must_use]
pub fn report(project: &Project, file: Option<&str>, checklist: &str) -> Report {
    let settings = settings(project, checklist);
    let from = |setting: &Setting| match (setting.line, file) {
        (Some(line), Some(file)) => format!("{file}:{line}"),
        (_, _) => "default".to_owned(),
    };
    let shown = |setting: &Setting| {
        let value = setting.value.as_ref();
        value.map_or_else(|| "–".to_owned(), SettingValue::shown)
    };
    let mut document = Document {
        title: "What is in force".to_owned(),
        ..Document::default()
    };
    document.paragraph(match file {
        Some(file) => {
            format!("The project file is {file}; what the command line says goes before it.")
        }
        None => "No project file is in force: there is no gapcheck.toml in this folder or above it, or `--no-config` was given.".to_owned(),
    });
    let columns = vec![
        Column::text("Setting", 3),
        Column::text("Value", 4),
        Column::text("From", 3),
    ];
    let rows = settings.iter().map(|setting| {
        Row::of(vec![
            Cell::toned(setting.key.clone(), Tone::Strong),
            Cell::plain(shown(setting)),
            Cell::toned(from(setting), Tone::Faint),
        ])
    });
    document.table(columns, rows.collect());
    let rows = settings.iter().map(|setting| {
        let value = setting.value.as_ref();
        let value = value.map_or_else(String::new, SettingValue::shown);
        vec![setting.key.clone(), value, from(setting)]
    });
    Report {
        book: Book::default(),
        document,
        sheet: Sheet {
            columns: vec!["setting", "value", "from"],
            rows: rows.collect(),
        },
        facts: Facts::Project(Box::new(Config {
            schema_version: SCHEMA_VERSION,
            report: "config",
            file: file.map(ToOwned::to_owned),
            settings,
        })),
    }
}

fn settings(project: &Project, checklist: &str) -> Vec<Setting> {
    let text = |value: &str| Some(SettingValue::Text(value.to_owned()));
    let mut settings = Vec::new();
    list(&mut settings, "checklists", &project.checklists, |id| {
        SettingValue::Text(id.clone())
    });
    if project.checklists.is_empty() {
        settings[0].value = text(checklist);
    }
    list(&mut settings, "countries", &project.countries, |path| {
        SettingValue::Text(path.clone())
    });
    let language = project.language.as_ref();
    settings.push(Setting {
        key: "language".to_owned(),
        value: text(language.map_or(Language::English, |one| one.value).word()),
        line: language.map(|one| one.line),
    });
    list(&mut settings, "policy.fail-on", &project.fail_on, |rule| {
        SettingValue::Text(rule.text.clone())
    });
    one(
        &mut settings,
        "policy.baseline",
        project.baseline.as_ref(),
        |path| SettingValue::Text(path.clone()),
    );
    named(
        &mut settings,
        "weights",
        project.weights.iter().map(|stated| {
            let weight = &stated.value;
            let name = format!("{}/{}", weight.checklist, weight.requirement);
            (name, weight.value, stated.line)
        }),
    );
    let costs = &project.costs;
    one(
        &mut settings,
        "costs.currency",
        costs.currency.as_ref(),
        |code| SettingValue::Text(code.clone()),
    );
    one(&mut settings, "costs.year", costs.year.as_ref(), |year| {
        SettingValue::Number(f64::from(*year))
    });
    named(
        &mut settings,
        "costs.unit",
        costs.units.iter().map(|stated| {
            let (name, cost) = &stated.value;
            (name.clone(), *cost, stated.line)
        }),
    );
    settings
}

fn list<T>(
    settings: &mut Vec<Setting>,
    key: &str,
    stated: &[Stated<T>],
    value: fn(&T) -> SettingValue,
) {
    if stated.is_empty() {
        one::<T>(settings, key, None, value);
    }
    for each in stated {
        one(settings, key, Some(each), value);
    }
}

fn one<T>(
    settings: &mut Vec<Setting>,
    key: &str,
    stated: Option<&Stated<T>>,
    value: fn(&T) -> SettingValue,
) {
    settings.push(Setting {
        key: key.to_owned(),
        value: stated.map(|stated| value(&stated.value)),
        line: stated.map(|stated| stated.line),
    });
}

fn named(
    settings: &mut Vec<Setting>,
    key: &str,
    stated: impl Iterator<Item = (String, f64, usize)>,
) {
    let before = settings.len();
    settings.extend(stated.map(|(name, value, line)| Setting {
        key: format!("{key}.{name}"),
        value: Some(SettingValue::Number(value)),
        line: Some(line),
    }));
    if settings.len() == before {
        settings.push(Setting {
            key: key.to_owned(),
            value: None,
            line: None,
        });
    }
}
