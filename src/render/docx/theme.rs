//! The colours and fonts that an office finds in its word processor's menus when it goes on writing in a report.

use super::package::{Part, Relation};
use super::xml::{HEAD, NAMESPACES};

/// The colours by the names that themes have for them; the first two are those of the system.
const COLOURS: [(&str, &str); 10] = [
    ("dk2", "1F3864"),
    ("lt2", "E1E6ED"),
    ("accent1", "2F4A7A"),
    ("accent2", "1E6B45"),
    ("accent3", "F0BE5A"),
    ("accent4", "A3211B"),
    ("accent5", "5B7DB1"),
    ("accent6", "8C96A6"),
    ("hlink", "1F4E9E"),
    ("folHlink", "5B4A8A"),
];

/// The parts with their relations.
pub(super) fn parts() -> [(Part, Relation); 2] {
    let theme = Part {
        name: "word/theme/theme1.xml".to_owned(),
        content_type: "application/vnd.openxmlformats-officedocument.theme+xml".to_owned(),
        bytes: theme().into_bytes(),
        relations: Vec::new(),
    };
    let fonts = Part::word("fontTable", "fontTable", fonts());
    [(theme, "theme"), (fonts, "fontTable")].map(|(part, kind)| {
        let relation = Relation::to(format!("rId{kind}"), kind, part.name.clone());
        (part, relation)
    })
}

fn fonts() -> String {
    let fonts = ["Arial", "Segoe UI Symbol"].map(|name| {
        format!(
            "<w:font w:name=\"{name}\"><w:charset w:val=\"00\"/><w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font>"
        )
    });
    format!("{HEAD}<w:fonts {NAMESPACES}>{}</w:fonts>", fonts.concat())
}

fn theme() -> String {
    let colours =
        COLOURS.map(|(name, colour)| format!("<a:{name}><a:srgbClr val=\"{colour}\"/></a:{name}>"));
    let fonts = ["major", "minor"].map(|name| {
        format!(
            "<a:{name}Font><a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"Arial\"/></a:{name}Font>"
        )
    });
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = format!("<a:ln w=\"9525\">{fill}</a:ln>");
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    let styles = [
        ("fillStyleLst", fill),
        ("lnStyleLst", line.as_str()),
        ("effectStyleLst", effect),
        ("bgFillStyleLst", fill),
    ]
    .map(|(list, style)| format!("<a:{list}>{}</a:{list}>", style.repeat(3)));
    format!(
        "{HEAD}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Gap\"><a:themeElements>\
         <a:clrScheme name=\"Gap\"><a:dk1><a:sysClr val=\"windowText\" lastClr=\"000000\"/></a:dk1>\
         <a:lt1><a:sysClr val=\"window\" lastClr=\"FFFFFF\"/></a:lt1>{}</a:clrScheme>\
         <a:fontScheme name=\"Gap\">{}</a:fontScheme><a:fmtScheme name=\"Gap\">{}</a:fmtScheme></a:themeElements></a:theme>",
        colours.concat(),
        fonts.concat(),
        styles.concat()
    )
}
