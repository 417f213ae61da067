//! Which forms a document holds, each under the mandate on which it rests.

use super::{Form, Subject, begin, drafting, gantt, logframe, mandate, request};
use crate::report::document::{Block, Document};

pub(super) fn document(subject: &Subject<'_>, form: Form) -> Document {
    let mut document = begin(subject);
    match form {
        Form::Matrix => {}
        Form::Logframe | Form::Request | Form::Drafting | Form::Gantt => {
            part(subject, form, &mut document);
        }
        Form::Full => {
            for form in [Form::Matrix, Form::Gantt, Form::Logframe, Form::Request, Form::Drafting] {
                document.blocks.push(Block::NewPage);
                part(subject, form, &mut document);
            }
        }
    }
    document
}

/// A form with its heading and its mandate.
fn part(subject: &Subject<'_>, form: Form, document: &mut Document) {
    let (title, rests_on) = match form {
        Form::Matrix | Form::Full => return,
        Form::Logframe => (
            "Logframe",
            vec![format!("{}, laid out as donors ask for it.", mandate::OWN), format!("The assistance itself: {}.", mandate::RESOLUTION)],
        ),
        Form::Request => (
            "Requests for assistance",
            vec![format!("{}.", mandate::RESOLUTION), format!("{}.", mandate::convention(subject.legislation))],
        ),
        Form::Drafting => (
            "Drafting instructions",
            vec![format!("{}, made for whoever drafts.", mandate::OWN), format!("Legislation as a subject of assistance: {}.", mandate::convention(subject.legislation))],
        ),
        Form::Gantt => (
            "The plan over time",
            vec![format!("{}, drawn from the months of each line.", mandate::OWN)],
        ),
    };
    document.heading(1, title);
    for text in rests_on {
        document.paragraph(format!("Mandate. {text}"));
    }
    match form {
        Form::Matrix | Form::Full => {}
        Form::Logframe => logframe::write(subject, document),
        Form::Request => request::write(subject, document),
        Form::Drafting => drafting::write(subject, document),
        Form::Gantt => gantt::write(subject, document),
    }
}
