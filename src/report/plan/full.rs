//! Which forms a document holds, each under the mandate on which it rests.

use super::{Form, Subject, begin, drafting, gantt, logframe, mandate, matrix, request};
use crate::report::assessment::notice;
use crate::report::document::{Block, Document};

/// The parts of the whole beside the matrix, in the order in which they are read.
const PARTS: [Form; 4] = [Form::Gantt, Form::Logframe, Form::Request, Form::Drafting];

pub(super) fn document(subject: &Subject<'_>, form: Form) -> Document {
    if form == Form::Full {
        let mut document = matrix::document(subject);
        for form in PARTS {
            document.blocks.push(Block::NewPage);
            part(subject, form, &mut document);
        }
        return document;
    }
    let mut document = begin(subject);
    let notice = notice(subject.legislation.status);
    // Sheets that are handed out one by one leave no room for it at the end; a wide table has none before it.
    if form == Form::Logframe {
        part(subject, form, &mut document);
        document.blocks.push(notice);
    } else {
        document.blocks.push(notice);
        part(subject, form, &mut document);
    }
    document
}

/// A form with its heading and its mandate.
fn part(subject: &Subject<'_>, form: Form, document: &mut Document) {
    let (title, rests_on) = match form {
        Form::Matrix | Form::Full => return,
        Form::Logframe => (
            "Logframe",
            vec![
                format!("{}, laid out as donors ask for it.", mandate::OWN),
                format!("for the assistance itself, {}.", mandate::RESOLUTION),
            ],
        ),
        Form::Request => (
            "Requests for assistance",
            vec![
                format!("{}.", mandate::RESOLUTION),
                format!("{}.", mandate::convention(subject.legislation)),
            ],
        ),
        Form::Drafting => (
            "Drafting instructions",
            vec![
                format!("{}, made for whoever drafts.", mandate::OWN),
                format!(
                    "for legislation as a subject of assistance, {}.",
                    mandate::convention(subject.legislation)
                ),
            ],
        ),
        Form::Gantt => (
            "The plan over time",
            vec![format!(
                "{}, drawn from the months of each line.",
                mandate::OWN
            )],
        ),
    };
    document.heading(1, title);
    for text in rests_on {
        document.paragraph(format!("Mandate: {text}"));
    }
    match form {
        Form::Matrix | Form::Full => {}
        Form::Logframe => logframe::write(subject, document),
        Form::Request => request::write(subject, document),
        Form::Drafting => drafting::write(subject, document),
        Form::Gantt => gantt::write(subject, document),
    }
}
