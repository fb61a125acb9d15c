//! Styles of paragraphs, and how lists count.

use std::collections::BTreeMap;

use corpus::BlockKind;
use roxmltree::Node;

use crate::xml::{self, attribute, child, name};

/// The styles of paragraphs by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default, Clone)]
pub(super) struct Style {
    /// Name in lower case; Word keeps the English ones in every language.
    pub(super) name: String,
    pub(super) based_on: Option<String>,
    pub(super) outline: Option<u8>,
    pub(super) numbering: Option<(String, u8)>,
}

impl Styles {
    pub(super) fn of(text: &str) -> Self {
        let mut styles = BTreeMap::new();
        let Ok(document) = xml::parse(text) else {
            return Self::default();
        };
        for node in document
            .root_element()
            .children()
            .filter(|node| name(*node) == "style")
        {
            let Some(id) = attribute(node, "styleId") else {
                continue;
            };
            let value = |wanted| child(node, wanted).and_then(|inner| attribute(inner, "val"));
            let properties = child(node, "pPr");
            styles.insert(
                id.to_owned(),
                Style {
                    name: value("name").unwrap_or(id).to_lowercase(),
                    based_on: value("basedOn").map(str::to_owned),
                    outline: properties.and_then(outline_level),
                    numbering: properties.and_then(numbering_of),
                },
            );
        }
        Self(styles)
    }

    /// Returns a style and those it is based on, the nearest first.
    pub(super) fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Style> {
        const LONGEST: usize = 12;
        let first = self.0.get(id);
        std::iter::successors(first, |style| self.0.get(style.based_on.as_deref()?)).take(LONGEST)
    }

    pub(super) fn name(&self, id: &str) -> &str {
        self.0.get(id).map_or("", |style| style.name.as_str())
    }

    pub(super) fn kind(&self, id: &str) -> Option<BlockKind> {
        self.chain(id)
            .find_map(|style| kind_of_name(&style.name).or_else(|| style.outline.map(heading)))
    }
}

pub(super) fn heading(level: u8) -> BlockKind {
    BlockKind::Heading(level.saturating_add(1).clamp(1, 6))
}

/// Returns what paragraphs in a style of this name are.
pub(crate) fn kind_of_name(name: &str) -> Option<BlockKind> {
    let name = name.to_lowercase().replace(['_', '-'], " ");
    let level = [
        "heading ",
        "überschrift ",
        "titre ",
        "título ",
        "заголовок ",
        "heading",
        "contents heading ",
    ]
    .iter()
    .find_map(|prefix| name.strip_prefix(prefix)?.trim().parse::<u8>().ok());
    if let Some(level) = level {
        return Some(BlockKind::Heading(level.clamp(1, 6)));
    }
    Some(match name.as_str() {
        "title" | "titel" | "titre" => BlockKind::Heading(1),
        "subtitle" => BlockKind::Heading(2),
        "quote" | "intense quote" | "block text" | "quotations" | "quotation" | "block quote"
        | "blockquote" | "block quotation" | "zitat" | "citation" => BlockKind::Quotation,
        "caption" | "image caption" | "table caption" | "illustration" | "table" | "figure"
        | "drawing" => BlockKind::Caption,
        "footnote text" | "endnote text" | "footnote" | "endnote" => BlockKind::Note,
        "html preformatted" | "preformatted text" | "source code" | "macro" | "plain code" => {
            BlockKind::Preformatted
        }
        _ => return None,
    })
}

pub(super) fn style_id<'a>(paragraph: Node<'a, '_>) -> Option<&'a str> {
    attribute(child(child(paragraph, "pPr")?, "pStyle")?, "val")
}

pub(super) fn outline_level(properties: Node<'_, '_>) -> Option<u8> {
    let level = attribute(child(properties, "outlineLvl")?, "val")?
        .parse()
        .ok()?;
    (level < 9).then_some(level)
}

pub(super) fn numbering_of(properties: Node<'_, '_>) -> Option<(String, u8)> {
    let numbering = child(properties, "numPr")?;
    let value = |wanted| attribute(child(numbering, wanted)?, "val");
    let level = value("ilvl")
        .and_then(|level| level.parse().ok())
        .unwrap_or(0);
    Some((value("numId")?.to_owned(), level))
}

/// How lists are numbered: for each list and level its format, pattern and start.
#[derive(Debug, Default)]
pub(super) struct Numbering(BTreeMap<(String, u8), Level>);

#[derive(Debug, Clone)]
pub(super) struct Level {
    pub(super) format: String,
    pub(super) pattern: String,
    pub(super) start: u32,
}

impl Numbering {
    pub(super) fn of(text: &str) -> Self {
        let mut levels = BTreeMap::new();
        let Ok(document) = xml::parse(text) else {
            return Self::default();
        };
        let root = document.root_element();
        for list in root.children().filter(|node| name(*node) == "num") {
            let abstract_id = child(list, "abstractNumId").and_then(|id| attribute(id, "val"));
            let pattern = root.children().find(|node| {
                name(*node) == "abstractNum" && attribute(*node, "abstractNumId") == abstract_id
            });
            let (Some(id), Some(pattern)) = (attribute(list, "numId"), pattern) else {
                continue;
            };
            for level in pattern.children().filter(|node| name(*node) == "lvl") {
                let value = |wanted| child(level, wanted).and_then(|inner| attribute(inner, "val"));
                let Some(number) = attribute(level, "ilvl").and_then(|number| number.parse().ok())
                else {
                    continue;
                };
                levels.insert(
                    (id.to_owned(), number),
                    Level {
                        format: value("numFmt").unwrap_or("decimal").to_owned(),
                        pattern: value("lvlText").unwrap_or("").to_owned(),
                        start: value("start")
                            .and_then(|start| start.parse().ok())
                            .unwrap_or(1),
                    },
                );
            }
        }
        Self(levels)
    }

    pub(super) fn level(&self, list: &str, level: u8) -> Option<&Level> {
        self.0.get(&(list.to_owned(), level))
    }
}

/// Writes a number as a list shows it.
pub(crate) fn numeral(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" | "a" | "upperLetter" | "A" => {
            let letter =
                char::from(b'a' + u8::try_from(number.saturating_sub(1) % 26).unwrap_or(0));
            let times = 1 + number.saturating_sub(1) / 26;
            let letters: String = std::iter::repeat_n(letter, times.min(8) as usize).collect();
            if format.starts_with('u') || format == "A" {
                letters.to_uppercase()
            } else {
                letters
            }
        }
        "lowerRoman" | "i" => roman(number).to_lowercase(),
        "upperRoman" | "I" => roman(number),
        _ => number.to_string(),
    }
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number.min(4999);
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}
