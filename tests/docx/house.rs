//! An office's own document, small but with what real ones have, and what a report takes over from it.

use gapcheck::render::{Template, TemplateError};
use gapcheck::report::{Block, Document};

use super::package::{Parts, WORD, all, parse, value, words, zip};
use super::{heading, row, table, titled, write};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn relations(all: &[(&str, &str, &str)]) -> String {
    let all: String = all
        .iter()
        .map(|(id, kind, target)| {
            format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
        })
        .collect();
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>"
    )
}

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>
<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>"#;

/// As a German Word writes them: the ids are German, the names are not; one id is that of a style of ours.
const STYLES: &str = r#"<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:rPr><w:color w:val="7A1F2B"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="TableText"><w:name w:val="Something of theirs"/></w:style></w:styles>"#;

const NUMBERING: &str = r#"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"/></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#;

const SETTINGS: &str = r#"<x:settings xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:evenAndOddHeaders/></x:settings>"#;

const DOCUMENT: &str = r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:pgSz w:w="5000" w:h="5000"/></w:sectPr></w:pPr></w:p>
<w:p><w:r><w:t>A secret of the house</w:t></w:r></w:p>
<w:sectPr><w:footerReference w:type="default" r:id="rId6"/><w:pgSz w:w="12240" w:h="15840"/>
<w:pgMar w:top="1800" w:right="1400" w:bottom="1400" w:left="1800" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr></w:body></w:document>"#;

fn part(element: &str, text: &str) -> String {
    format!(
        "<w:{element} xmlns:w=\"{WORD}\" xmlns:r=\"{RELATIONS}\"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{element}>"
    )
}

/// The files of the house, some of them others than usual.
fn files(changed: &[(&str, &str)]) -> Vec<u8> {
    let usual = [
        ("[Content_Types].xml", TYPES.to_owned()),
        (
            "_rels/.rels",
            relations(&[("rId1", "officeDocument", "/word/document.xml")]),
        ),
        ("word/document.xml", DOCUMENT.to_owned()),
        (
            "word/_rels/document.xml.rels",
            relations(&[
                ("rId1", "styles", "styles.xml"),
                ("rId2", "numbering", "numbering.xml"),
                ("rId3", "settings", "settings.xml"),
                ("rId4", "theme", "theme/theme1.xml"),
                ("rId5", "header", "header1.xml"),
                ("rId6", "footer", "footer1.xml"),
            ]),
        ),
        ("word/styles.xml", STYLES.to_owned()),
        ("word/numbering.xml", NUMBERING.to_owned()),
        ("word/settings.xml", SETTINGS.to_owned()),
        ("word/theme/theme1.xml", "<theme/>".to_owned()),
        ("word/header1.xml", part("hdr", "Ministry of Justice")),
        (
            "word/_rels/header1.xml.rels",
            relations(&[("rId1", "image", "../word/media/logo.png")]),
        ),
        ("word/media/logo.png", "PNG".to_owned()),
        ("word/footer1.xml", part("ftr", "12 Harbour Street")),
    ];
    let files = usual.iter().map(|(name, content)| {
        let other = changed.iter().find(|(changed, _)| changed == name);
        (
            *name,
            other.map_or(content.as_bytes(), |(_, content)| content.as_bytes()),
        )
    });
    zip(&files
        .filter(|(_, content)| !content.is_empty())
        .collect::<Vec<_>>())
}

/// An office's own document.
pub(crate) fn house() -> Vec<u8> {
    files(&[])
}

fn document() -> Document {
    let list = Block::List(vec![gapcheck::report::Cell::plain("item")]);
    titled(
        "T",
        vec![
            heading(1, "One"),
            list,
            heading(1, "Annex"),
            table(true, vec![row("a", "b")]),
        ],
    )
}

#[test]
fn styles_headers_footers_and_page_of_the_house_are_taken_over() {
    let template = Template::read(&house()).expect("it is a template");
    let bytes = write(document(), Some(&template));
    assert!(bytes == write(document(), Some(&template)));
    let parts = Parts::of(&bytes);
    let main = parts.main();
    let styles: Vec<&str> = all(&main, "pStyle")
        .map(|node| value(node, "val"))
        .collect();
    assert!(
        styles.contains(&"berschrift1") && !styles.contains(&"Heading1"),
        "{styles:?}"
    );
    assert!(
        styles.contains(&"TableTextGap") && !styles.contains(&"TableText"),
        "{styles:?}"
    );
    let merged = parse(parts.text("word/styles.xml"));
    let text = all(&merged, "style")
        .find(|node| value(*node, "styleId") == "TableTextGap")
        .expect("ours is added");
    let base = text
        .children()
        .find(|node| node.has_tag_name((WORD, "basedOn")))
        .expect("a base");
    assert_eq!(value(base, "val"), "Standard");
    for size in all(&main, "pgSz") {
        assert!(["12240", "15840"].contains(&value(size, "w")));
    }
    let said = |name: &str| words(parse(parts.text(name)).root_element());
    assert_eq!(said("house/word/header1.xml"), "Ministry of Justice");
    assert_eq!(said("house/word/footer1.xml"), "12 Harbour Street");
    assert_eq!(
        all(&main, "headerReference").count(),
        2,
        "on upright and on turned pages"
    );
    assert!(parts.0.contains_key("house/word/media/logo.png"));
    assert!(parts.0.contains_key("house/word/theme/theme1.xml"));
    assert!(
        parts
            .text("word/settings.xml")
            .contains("<w:evenAndOddHeaders/>")
    );
    assert!(
        !parts
            .text("word/document.xml")
            .contains("A secret of the house")
    );
}

#[test]
fn lists_of_the_house_stay_and_ours_has_a_number_of_its_own() {
    let template = Template::read(&house()).expect("it is a template");
    let bytes = write(document(), Some(&template));
    let parts = Parts::of(&bytes);
    let lists = parse(parts.text("word/numbering.xml"));
    let order: Vec<(&str, &str)> = lists
        .root_element()
        .children()
        .filter(roxmltree::Node::is_element)
        .map(|node| {
            (
                node.tag_name().name(),
                node.attribute((WORD, "numId"))
                    .or(node.attribute((WORD, "abstractNumId")))
                    .unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(
        order,
        [
            ("abstractNum", "7"),
            ("abstractNum", "8"),
            ("num", "4"),
            ("num", "5")
        ]
    );
    assert!(
        parts
            .text("word/styles.xml")
            .contains("<w:numPr><w:numId w:val=\"5\"/>")
    );
}

#[test]
fn what_the_house_lacks_is_ours() {
    let bare = files(&[
        ("word/_rels/document.xml.rels", &relations(&[])),
        (
            "word/document.xml",
            &format!("<w:document xmlns:w=\"{WORD}\"><w:body/></w:document>"),
        ),
    ]);
    let template = Template::read(&bare).expect("it is a template");
    let parts = Parts::of(&write(document(), Some(&template)));
    assert!(
        parts
            .text("word/styles.xml")
            .contains("w:styleId=\"Heading1\"")
    );
    assert!(parts.0.contains_key("word/header1.xml") && parts.0.contains_key("word/footer1.xml"));
}

fn why(bytes: &[u8]) -> String {
    match Template::read(bytes) {
        Ok(_) => panic!("it was read"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn what_is_no_template_is_refused_with_what_to_do() {
    assert!(why(b"").contains("save it as a Word document"));
    assert!(why(b"PK\x03\x04 and no more").contains("save it as a Word document"));
    assert!(why(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest").contains("remove the password"));
    let workbook = TYPES.replace("wordprocessingml.document", "spreadsheetml.sheet");
    assert!(why(&files(&[("[Content_Types].xml", &workbook)])).contains("no Word document"));
    let strict = relations(&[("rId1", "officeDocument", "word/document.xml")]).replace(
        RELATIONS,
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    );
    assert!(why(&files(&[("_rels/.rels", &strict)])).contains("Strict"));
    let broken = why(&files(&[("word/styles.xml", "<w:styles>")]));
    assert!(
        broken.contains("`word/styles.xml` is broken") && broken.contains("save it again"),
        "{broken}"
    );
    let entity = format!("<!DOCTYPE x [<!ENTITY a \"b\">]>{}", part("hdr", "&a;"));
    assert!(why(&files(&[("word/document.xml", &entity)])).contains("broken"));
}

#[test]
fn a_bomb_is_refused_and_a_deep_well_is_no_trap() {
    let zeros = " ".repeat(65 << 20);
    assert!(matches!(
        Template::read(&files(&[("word/styles.xml", &zeros)])),
        Err(TemplateError::TooLarge)
    ));
    let deep = format!("{}{}", "<a>".repeat(200_000), "</a>".repeat(200_000));
    drop(Template::read(&files(&[("word/document.xml", &deep)])));
}

#[test]
fn a_damaged_template_is_refused_or_read_and_never_a_panic() {
    let whole = house();
    let mut seed = 1_u64;
    for _ in 0..400 {
        let mut damaged = whole.clone();
        for _ in 0..3 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let place = usize::try_from(seed >> 33).expect("31 bits") % damaged.len();
            damaged[place] = seed.to_le_bytes()[2];
        }
        damaged.truncate(whole.len() - usize::from(seed.to_le_bytes()[3] % 2) * 40);
        if let Ok(template) = Template::read(&damaged) {
            write(document(), Some(&template));
        }
    }
    // Damage within a part, which the sums of the zip would hide.
    let styles = STYLES.as_bytes();
    for place in (0..styles.len()).step_by(3) {
        let mut damaged = styles.to_vec();
        damaged[place] = b'<';
        let text = String::from_utf8_lossy(&damaged).into_owned();
        if let Ok(template) = Template::read(&files(&[("word/styles.xml", &text)])) {
            write(document(), Some(&template));
        }
    }
}
