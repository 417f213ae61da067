//! A page as XML, and what must hold for each.

use std::collections::BTreeSet;

use roxmltree::{Document, Node, ParsingOptions};
use sha2::{Digest, Sha256};

pub(crate) struct Page<'t> {
    html: &'t str,
    tree: Document<'t>,
}

/// The text between two others.
pub(crate) fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let (_, rest) = text
        .split_once(before)
        .unwrap_or_else(|| panic!("{before} is not there"));
    rest.split_once(after)
        .unwrap_or_else(|| panic!("{after} is not there"))
        .0
}

/// A page whose look and behaviour are left out.
pub(crate) fn without_style_and_script(html: &str) -> String {
    let style = between(html, "<style>", "</style>");
    let script = between(html, "<script>", "</script>");
    let policy = between(html, "script-src '", "'");
    html.replace(style, "…")
        .replace(script, "…")
        .replace(policy, "…")
}

/// As a policy names a script.
pub(crate) fn hash(script: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut hash = String::from("sha256-");
    for three in Sha256::digest(script).chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, place| {
            bits << 8 | u32::from(three.get(place).copied().unwrap_or(0))
        });
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            hash.push(if place > three.len() {
                '='
            } else {
                char::from(letter)
            });
        }
    }
    hash
}

impl<'t> Page<'t> {
    /// The page, which is well-formed XML but for the script, whose own text nothing else may be in.
    pub(crate) fn of(html: &'t str) -> Self {
        assert!(html.starts_with("<!DOCTYPE html>\n"));
        let script = between(html, "<script>", "</script>");
        let rest = html.replacen(script, "", 1);
        // The tree borrows from the text; tests are short, and so is the leak.
        let rest: &'static str = Box::leak(rest.into_boxed_str());
        let options = ParsingOptions {
            allow_dtd: true,
            ..ParsingOptions::default()
        };
        let tree = Document::parse_with_options(rest, options).unwrap_or_else(|error| {
            let line = rest
                .lines()
                .nth(error.pos().row as usize - 1)
                .unwrap_or_default();
            panic!("{error}: {line:.300}")
        });
        Self { html, tree }
    }

    fn all(&self, name: &'static str) -> impl Iterator<Item = Node<'_, 't>> {
        self.tree
            .descendants()
            .filter(move |node| node.tag_name().name() == name)
    }

    /// What must hold for every page.
    pub(crate) fn check(&self) {
        self.check_names();
        self.check_headings();
        self.check_tables();
        self.check_pictures();
        self.check_alone();
        let controls = self
            .html
            .chars()
            .filter(|one| one.is_control() && *one != '\n');
        assert_eq!(controls.count(), 0, "there are control characters");
        let turning = |one: &char| matches!(one, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert!(
            !self.html.chars().any(|one| turning(&one)),
            "text is turned"
        );
        let html = self.tree.root_element();
        assert_eq!(html.attribute("lang"), Some("en"));
        assert_eq!(html.attribute("dir"), Some("ltr"));
        for landmark in ["header", "main", "footer"] {
            assert_eq!(self.all(landmark).count(), 1, "{landmark}");
        }
    }

    fn check_names(&self) {
        let mut names = BTreeSet::new();
        for name in self
            .tree
            .descendants()
            .filter_map(|node| node.attribute("id"))
        {
            assert!(names.insert(name), "{name} is there twice");
            assert!(!name.contains(char::is_whitespace) && !name.is_empty());
        }
        for link in self.links() {
            assert!(names.contains(link.as_str()), "nothing is named {link}");
        }
        for node in self.tree.descendants() {
            for attribute in ["aria-labelledby", "aria-describedby"] {
                for name in node
                    .attribute(attribute)
                    .unwrap_or_default()
                    .split(' ')
                    .filter(|name| !name.is_empty())
                {
                    assert!(names.contains(name), "{attribute}: nothing is named {name}");
                }
            }
        }
    }

    fn check_headings(&self) {
        let mut before = 0;
        for node in self.tree.descendants() {
            let Some(rank) = node
                .tag_name()
                .name()
                .strip_prefix('h')
                .and_then(|rank| rank.parse::<usize>().ok())
            else {
                continue;
            };
            assert!(
                rank <= before + 1,
                "after a heading of rank {before} comes one of rank {rank}"
            );
            assert_eq!(
                rank == 1,
                before == 0,
                "one heading has rank 1, and it comes first"
            );
            before = rank;
        }
    }

    fn check_tables(&self) {
        for cell in self.all("th") {
            assert!(matches!(
                cell.attribute("scope"),
                Some("col" | "row" | "rowgroup")
            ));
        }
        for table in self.all("table") {
            let caption = table.children().any(|child| child.has_tag_name("caption"));
            assert!(
                caption || table.has_attribute("aria-labelledby"),
                "a table has no name"
            );
            assert!(
                table.children().any(|child| child.has_tag_name("thead")),
                "a table has no head"
            );
        }
    }

    fn check_pictures(&self) {
        for picture in self.all("svg") {
            let hidden = picture.attribute("aria-hidden") == Some("true");
            let named =
                picture.has_attribute("aria-label") || picture.has_attribute("aria-labelledby");
            assert!(
                hidden || (picture.attribute("role") == Some("img") && named),
                "a picture says nothing"
            );
        }
    }

    /// Nothing is fetched from anywhere, and nothing runs but our own script.
    fn check_alone(&self) {
        for node in self.tree.descendants().filter(Node::is_element) {
            for attribute in node.attributes() {
                let name = attribute.name();
                assert!(!name.starts_with("on"), "{name}=\"{}\"", attribute.value());
                assert!(
                    !matches!(name, "src" | "srcset" | "action" | "data" | "poster"),
                    "{name}"
                );
                assert!(
                    name != "href" || attribute.value().starts_with('#'),
                    "{}",
                    attribute.value()
                );
            }
            let name = node.tag_name().name();
            assert!(
                !matches!(
                    name,
                    "link"
                        | "img"
                        | "iframe"
                        | "object"
                        | "embed"
                        | "base"
                        | "form"
                        | "audio"
                        | "video"
                ),
                "<{name}>"
            );
        }
        for style in self.all("style") {
            let text = style.text().unwrap_or_default();
            assert!(!text.contains("@import") && !text.contains("url(h") && !text.contains("//"));
            assert_eq!(
                text.matches("url(").count(),
                text.matches("url(#hatch)").count()
            );
        }
        assert!(
            self.html.contains("default-src &#39;none&#39;")
                || self.html.contains("default-src 'none'")
        );
        assert_eq!(self.scripts(), 1);
    }

    /// Where links lead.
    pub(crate) fn links(&self) -> Vec<String> {
        let links = self.all("a").filter_map(|link| link.attribute("href"));
        links
            .map(|href| href.trim_start_matches('#').to_owned())
            .collect()
    }

    /// Where links lead, each with the number of the country's part in which it stands.
    pub(crate) fn links_with_place(&self) -> Vec<(String, usize)> {
        let parts = |node: Node<'_, '_>| {
            let part = node
                .ancestors()
                .filter(|one| one.has_tag_name("section"))
                .last()?;
            let before = part
                .prev_siblings()
                .filter(|one| one.has_tag_name("section"));
            Some(before.count())
        };
        let main = self.all("main").flat_map(|main| {
            main.descendants()
                .filter(|node| node.has_tag_name("a"))
                .collect::<Vec<_>>()
        });
        main.filter_map(|link| {
            let place = link.attribute("href")?.trim_start_matches('#').to_owned();
            Some((place, parts(link)?))
        })
        .collect()
    }

    /// What has that name.
    pub(crate) fn element(&self, name: &str) -> Node<'_, 't> {
        let found = self
            .tree
            .descendants()
            .find(|node| node.attribute("id") == Some(name));
        found.unwrap_or_else(|| panic!("nothing is named {name}"))
    }

    pub(crate) fn scripts(&self) -> usize {
        self.all("script").count()
    }

    pub(crate) fn with_attribute(&self, name: &str) -> usize {
        self.tree
            .descendants()
            .filter(|node| node.has_attribute(name))
            .count()
    }

    /// The texts that are laid out on the page, piece by piece.
    pub(crate) fn texts(&self) -> Vec<String> {
        let body = self
            .all("body")
            .flat_map(|body| body.descendants().collect::<Vec<_>>());
        let seen = body.filter(|node| {
            let within = |name: &str| node.ancestors().any(|one| one.has_tag_name(name));
            node.is_text() && !["svg", "option", "script"].into_iter().any(within)
        });
        seen.filter_map(|node| node.text())
            .map(ToOwned::to_owned)
            .collect()
    }

    /// All text within the first element of that name.
    pub(crate) fn whole_text(&self, name: &'static str) -> String {
        let first = self
            .all(name)
            .next()
            .unwrap_or_else(|| panic!("there is no {name}"));
        first
            .descendants()
            .filter_map(|node| node.text().filter(|_| node.is_text()))
            .collect()
    }
}
