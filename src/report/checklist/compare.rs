//! Two checklists side by side: article by article, and under an article that is split, paragraph by paragraph.

use super::facts;
use crate::assess::Relation;
use crate::model::{Checklist, ElementRef, Form, Word};
use crate::report::document::{Cell, Column, Document, Row, Sheet, Tone};
use crate::report::{Book, Facts, Report, SCHEMA_VERSION};

/// How the articles of `here` are related to those of `there`; `paragraphs` has each requirement alone, `articles` those of one article together.
#[must_use]
pub fn compare(
    here: &Checklist<'_>,
    there: &Checklist<'_>,
    paragraphs: &[Relation<'_>],
    articles: &[Relation<'_>],
) -> Report {
    let facts = facts::Compare {
        schema_version: SCHEMA_VERSION,
        report: "relations",
        here: here.id.clone(),
        there: there.id.clone(),
        relations: paragraphs.iter().filter_map(relation).collect(),
        articles: articles.iter().filter_map(article).collect(),
    };
    let mut document = Document {
        title: format!("{} beside {}", here.short_title, there.short_title),
        ..Document::default()
    };
    document.paragraph(format!(
        "Computed from elements: what the {} asks for is equal to, broader than (asks for more), narrower than or overlaps with the articles of the {} that share an element with it. Where an article is split, the article as a whole comes first and its paragraphs follow.",
        here.short_title, there.short_title
    ));
    document.table(
        vec![
            Column::text(&here.short_title, 0),
            Column::text("Subject", 3),
            Column::text("Relation", 0),
            Column::text(&there.short_title, 3),
            Column::text("Left over", 5),
        ],
        rows(there, articles, &facts),
    );
    Report {
        document,
        sheet: sheet(&facts),
        book: Book::default(),
        facts: Facts::Relations(facts),
    }
}

fn rows(there: &Checklist<'_>, articles: &[Relation<'_>], facts: &facts::Compare) -> Vec<Row> {
    let mut rows = Vec::new();
    for (article, record) in articles.iter().zip(&facts.articles) {
        if record.requirements.len() > 1 {
            let title = common_title(article);
            rows.push(row(
                there,
                &record.article,
                &title,
                &record.related,
                Tone::Strong,
            ));
        }
        for id in &record.requirements {
            let paragraphs = facts.relations.iter().filter(|one| one.requirement == *id);
            rows.extend(
                paragraphs.map(|one| row(there, &one.cite, &one.title, &one.related, Tone::Plain)),
            );
        }
    }
    rows
}

fn row(
    there: &Checklist<'_>,
    cite: &str,
    title: &str,
    related: &facts::Related,
    tone: Tone,
) -> Row {
    let cites: Vec<&str> = there
        .requirements()
        .filter(|other| related.counterparts.contains(&other.id))
        .map(|other| other.cite.as_str())
        .collect();
    Row::of(vec![
        Cell::toned(cite, tone),
        Cell::toned(title, tone),
        Cell::toned(related.relation, tone),
        Cell::plain(or_dash(&cites.join(", "))),
        Cell::plain(or_dash(&left_over(related))),
    ])
}

/// What the titles of an article's paragraphs have in common: they are written `Article: paragraph`.
fn common_title(article: &Relation<'_>) -> String {
    let mut titles = article.requirements.iter().map(|one| {
        let (title, _) = one.title.split_once(": ").unwrap_or((&one.title, ""));
        title
    });
    let first = titles.next().unwrap_or_default();
    if titles.all(|title| title == first) {
        format!("{first}, as a whole")
    } else {
        "The article as a whole".to_owned()
    }
}

fn sheet(facts: &facts::Compare) -> Sheet {
    let mut rows = Vec::new();
    let related = |related: &facts::Related| {
        let other_form = related.narrowings_by_another_form.iter().map(other_form);
        [
            related.relation.to_owned(),
            related.counterparts.join("; "),
            related.only_here.join("; "),
            related.only_there.join("; "),
            related.narrowings_only_here.join("; "),
            related.narrowings_only_there.join("; "),
            other_form.collect::<Vec<_>>().join("; "),
        ]
    };
    for one in &facts.relations {
        let mut row = vec![one.requirement.clone(), one.cite.clone(), one.title.clone()];
        row.extend(related(&one.related));
        row.push("paragraph".to_owned());
        rows.push(row);
    }
    for one in &facts.articles {
        let mut row = vec![
            one.requirements.join("; "),
            one.article.clone(),
            String::new(),
        ];
        row.extend(related(&one.related));
        row.push("article".to_owned());
        rows.push(row);
    }
    Sheet {
        columns: vec![
            "requirement",
            "cite",
            "title",
            "relation",
            "counterparts",
            "only-here",
            "only-there",
            "narrowings-only-here",
            "narrowings-only-there",
            "narrowings-by-another-form",
            "scope",
        ],
        rows,
    }
}

fn relation(relation: &Relation<'_>) -> Option<facts::Relation> {
    let requirement = relation.requirements.first()?;
    Some(facts::Relation {
        requirement: requirement.id.clone(),
        cite: requirement.cite.clone(),
        title: requirement.title.clone(),
        related: related(relation),
    })
}

fn article(relation: &Relation<'_>) -> Option<facts::Article> {
    Some(facts::Article {
        article: relation.requirements.first()?.article().to_owned(),
        requirements: relation
            .requirements
            .iter()
            .map(|one| one.id.clone())
            .collect(),
        related: related(relation),
    })
}

fn related(relation: &Relation<'_>) -> facts::Related {
    let names = |elements: &[ElementRef<'_>]| {
        let names = elements
            .iter()
            .map(|element| format!("{}/{}", element.provision.id, element.element.id));
        names.collect::<Vec<_>>()
    };
    let words = |forms: &[Form]| forms.iter().map(|form| form.word()).collect();
    let narrowings = &relation.narrowings;
    facts::Related {
        relation: relation.kind.word(),
        counterparts: relation
            .counterparts
            .iter()
            .map(|other| other.id.clone())
            .collect(),
        only_here: names(&relation.only_here),
        only_there: names(&relation.only_there),
        narrowings_only_here: narrowings.only_here.clone(),
        narrowings_only_there: narrowings.only_there.clone(),
        narrowings_by_another_form: narrowings
            .other_form
            .iter()
            .map(|(name, here, there)| facts::OtherForm {
                qualifier: name.clone(),
                here: words(here),
                there: words(there),
            })
            .collect(),
    }
}

fn left_over(related: &facts::Related) -> String {
    if related.counterparts.is_empty() {
        return String::new();
    }
    let short = |names: &[String]| {
        names
            .iter()
            .map(|name| tail(name))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let parts = [
        ("only here", short(&related.only_here)),
        ("only there", short(&related.only_there)),
        (
            "may be narrowed only here",
            short(&related.narrowings_only_here),
        ),
        (
            "may be narrowed only there",
            short(&related.narrowings_only_there),
        ),
        (
            "may be narrowed in another form",
            related
                .narrowings_by_another_form
                .iter()
                .map(other_form)
                .collect::<Vec<_>>()
                .join(", "),
        ),
    ];
    let parts = parts.into_iter().filter(|(_, names)| !names.is_empty());
    parts
        .map(|(label, names)| format!("{label}: {names}"))
        .collect::<Vec<_>>()
        .join("; ")
}

/// `security measures (declaration here, option there)`.
fn other_form(one: &facts::OtherForm) -> String {
    let (here, there) = (one.here.join(" or "), one.there.join(" or "));
    format!("{} ({here} here, {there} there)", tail(&one.qualifier))
}

/// The last part of a name, as words.
fn tail(name: &str) -> String {
    name.rsplit('/').next().unwrap_or(name).replace('-', " ")
}

fn or_dash(text: &str) -> String {
    if text.is_empty() {
        "–".to_owned()
    } else {
        text.to_owned()
    }
}
