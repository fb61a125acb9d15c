//! A file to a desk. What is not of our shape is told with its place, before anything is taken over.

use super::{DOCUMENT, LoadError, Loaded, PAGE, READ, Skipped, VERSION, decoded};
use crate::{Coverage, Desk, Mark, Moment, Quote, SavedSearch, Target, tags_of};
use json::Json;

impl Desk {
    /// A desk of a hundred thousand long marks is smaller.
    pub const LARGEST_BYTES: usize = 256 << 20;

    /// Reads the file of a desk.
    ///
    /// Annotations of other programs are left out and listed; so are those of an unknown motivation.
    ///
    /// # Errors
    ///
    /// [`LoadError`] names the line, or the place in the collection, and what was expected there. Nothing is
    /// loaded then.
    pub fn of_json(text: &str) -> Result<Loaded, LoadError> {
        if text.len() > Self::LARGEST_BYTES {
            return Err(LoadError::TooLarge {
                bytes: text.len(),
                limit: Self::LARGEST_BYTES,
            });
        }
        // A byte order mark is what some editors begin a file with.
        let content = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let root = json::read(content, "the end of the file")
            .map_err(|(at, expected)| syntax(text, text.len() - content.len() + at, expected))?;
        let root = At {
            value: &root,
            above: None,
            step: Step::Root,
        };
        if let Some(version) = root.get("vademecum:version") {
            let found = version.number()?;
            if found > VERSION {
                return Err(LoadError::Newer {
                    found,
                    known: VERSION,
                });
            }
        }
        if root.field("type")?.text()? != "AnnotationCollection" {
            return Err(root.field("type")?.wrong("\"AnnotationCollection\""));
        }
        let mut loaded = Loaded::default();
        if let Some(removed) = root.get("vademecum:removed") {
            for item in removed.items()? {
                let item = removed.item(item);
                let id = item.field("id")?.name()?;
                loaded
                    .desk
                    .removed
                    .insert(id, item.field("modified")?.moment()?);
            }
        }
        let first = root.field("first")?;
        let items = first.field("items")?;
        for item in items.items()? {
            let item = items.item(item);
            if let Some(reason) = annotation(&item, &mut loaded.desk)? {
                loaded.skipped.push(Skipped {
                    place: item.place(),
                    reason,
                });
            }
        }
        Ok(loaded)
    }
}

fn syntax(text: &str, at: usize, expected: &'static str) -> LoadError {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    LoadError::Syntax {
        line: 1 + before.matches('\n').count(),
        column: 1 + before[line_start..].chars().count(),
        expected,
    }
}

type Read<T> = Result<T, LoadError>;

/// Takes one annotation over, or returns why it was left out.
fn annotation(at: &At<'_>, desk: &mut Desk) -> Read<Option<&'static str>> {
    let motivation = at.field("motivation")?.text()?;
    let target = at.field("target")?;
    match motivation {
        "highlighting" | "commenting" | "tagging" => {
            let source = target.field("source")?;
            let Some(document) = source.text()?.strip_prefix(DOCUMENT).and_then(decoded) else {
                return Ok(Some(
                    "it is about something that is no document of such a page",
                ));
            };
            let mark = mark(at, &target, document)?;
            desk.marks.insert(at.field("id")?.name()?, mark);
        }
        "bookmarking" => {
            if target.field("source")?.text()? != PAGE {
                return Ok(Some(
                    "it is about something that is no search of such a page",
                ));
            }
            let search = search(at, &target)?;
            desk.searches.insert(at.field("id")?.name()?, search);
        }
        "assessing" => {
            let id = at.field("id")?;
            let Some(document) = id.text()?.strip_prefix(READ).and_then(decoded) else {
                return Ok(Some("it is an assessment of another program"));
            };
            desk.coverage.insert(document, coverage(at)?);
        }
        _ => return Ok(Some("it is neither a mark nor a search nor what was read")),
    }
    Ok(None)
}

fn mark(at: &At<'_>, target: &At<'_>, document: String) -> Read<Mark> {
    let mut mark = Mark {
        target: passage(target)?,
        ..Mark::default()
    };
    mark.target.document = document;
    (mark.created, mark.modified) = moments(at)?;
    for body in bodies(at)? {
        let body = body.at(at);
        match body.field("purpose")?.text()? {
            "tagging" => mark.tags.extend(tags_of(body.field("value")?.text()?)),
            "commenting" => mark.note = body.field("value")?.text()?.to_owned(),
            _ => {}
        }
    }
    Ok(mark)
}

fn search(at: &At<'_>, target: &At<'_>) -> Read<SavedSearch> {
    let (created, modified) = moments(at)?;
    let mut search = SavedSearch {
        created,
        modified,
        ..SavedSearch::default()
    };
    for body in bodies(at)? {
        search.name = body.at(at).field("value")?.text()?.to_owned();
    }
    let selectors = target.field("selector")?;
    for selector in selectors.items()? {
        let value = selectors.item(selector);
        let address = value.field("value")?;
        search.address = address.text()?.to_owned();
        if !search.address.starts_with('/') {
            return Err(address.wrong("an address that begins with \"/\""));
        }
    }
    Ok(search)
}

fn coverage(at: &At<'_>) -> Read<Coverage> {
    let mut coverage = Coverage {
        modified: at.field("modified")?.moment()?,
        since: at
            .get("vademecum:since")
            .map_or(Ok(Moment::default()), |since| since.moment())?,
        is_read: at.field("vademecum:read")?.boolean()?,
        ..Coverage::default()
    };
    let blocks = at.field("vademecum:blocks")?;
    for block in blocks.items()? {
        coverage.blocks.insert(blocks.item(block).name()?);
    }
    Ok(coverage)
}

/// Reads the selectors, in any order; the quotation has to be among them.
fn passage(target: &At<'_>) -> Read<Target> {
    let mut passage = Target {
        title: target.optional_text("vademecum:title")?,
        corpus: target.optional_text("vademecum:corpus")?,
        ..Target::default()
    };
    let selectors = target.field("selector")?;
    let mut has_quote = false;
    for selector in selectors.items()? {
        let at = selectors.item(selector);
        match at.field("type")?.text()? {
            "TextQuoteSelector" => {
                has_quote = true;
                passage.quote = Quote {
                    exact: at.field("exact")?.text()?.to_owned(),
                    prefix: at.optional_text("prefix")?,
                    suffix: at.optional_text("suffix")?,
                };
            }
            "TextPositionSelector" => passage.characters = at.span()?,
            "DataPositionSelector" => passage.bytes = at.span()?,
            "FragmentSelector" => {
                let value = at.field("value")?;
                let last = value.text()?.rsplit('/').next().and_then(decoded);
                passage.block = last.ok_or_else(|| value.wrong("an address of a block"))?;
                if let Some(refined) = at.get("refinedBy") {
                    passage.in_block = refined.span()?;
                }
            }
            _ => {}
        }
    }
    match has_quote {
        true => Ok(passage),
        false => Err(selectors.wrong("a selector of the type \"TextQuoteSelector\"")),
    }
}

fn moments(at: &At<'_>) -> Read<(Moment, Moment)> {
    let created = at.field("created")?.moment()?;
    let modified = at
        .get("modified")
        .map_or(Ok(created), |modified| modified.moment())?;
    Ok((created, modified))
}

/// A body of an annotation, whose place is only made when something is wrong with it.
struct Body<'v>(&'v Json, usize);

impl<'v> Body<'v> {
    fn at<'a>(&self, above: &'a At<'a>) -> At<'a>
    where
        'v: 'a,
    {
        At {
            value: self.0,
            above: Some(above),
            step: Step::Body(self.1),
        }
    }
}

/// Returns the bodies: W3C lets an annotation have none, one or a list.
fn bodies<'v>(at: &At<'v>) -> Read<Vec<Body<'v>>> {
    match at.value.get("body") {
        None | Some(Json::Null) => Ok(Vec::new()),
        Some(Json::List(items)) => Ok(items
            .iter()
            .enumerate()
            .map(|(nth, body)| Body(body, nth))
            .collect()),
        Some(one) => Ok(vec![Body(one, 0)]),
    }
}

/// A value with the way to it.
#[derive(Clone, Copy)]
struct At<'v> {
    value: &'v Json,
    above: Option<&'v Self>,
    step: Step<'v>,
}

#[derive(Clone, Copy)]
enum Step<'v> {
    Root,
    Key(&'v str),
    Item(usize),
    Body(usize),
}

impl<'v> At<'v> {
    fn get(&'v self, key: &'v str) -> Option<Self> {
        let value = self.value.get(key)?;
        Some(Self {
            value,
            above: Some(self),
            step: Step::Key(key),
        })
    }

    fn field(&'v self, key: &'v str) -> Read<Self> {
        self.get(key).ok_or_else(|| self.wrong_key(key))
    }

    fn items(&self) -> Read<impl Iterator<Item = (usize, &'v Json)> + use<'v>> {
        match self.value {
            Json::List(items) => Ok(items.iter().enumerate()),
            _ => Err(self.wrong("a list")),
        }
    }

    fn item(&'v self, (nth, value): (usize, &'v Json)) -> Self {
        Self {
            value,
            above: Some(self),
            step: Step::Item(nth),
        }
    }

    fn text(&self) -> Read<&'v str> {
        match self.value {
            Json::Text(text) => Ok(text),
            _ => Err(self.wrong("a text")),
        }
    }

    fn optional_text(&'v self, key: &'v str) -> Read<String> {
        self.get(key)
            .map_or(Ok(String::new()), |at| at.text().map(str::to_owned))
    }

    /// Reads a text that names something: not empty and not endless.
    fn name(&self) -> Read<String> {
        const LONGEST_BYTES: usize = 1000;
        let text = self.text()?;
        let is_name = (1..=LONGEST_BYTES).contains(&text.len());
        is_name
            .then(|| text.to_owned())
            .ok_or_else(|| self.wrong("a name of 1 to 1000 bytes"))
    }

    fn number(&self) -> Read<u32> {
        let number = match self.value {
            Json::Number(number) => number.parse().ok(),
            _ => None,
        };
        number.ok_or_else(|| self.wrong("a whole number below 4294967296"))
    }

    fn boolean(&self) -> Read<bool> {
        match self.value {
            Json::Boolean(is_so) => Ok(*is_so),
            _ => Err(self.wrong("true or false")),
        }
    }

    fn moment(&self) -> Read<Moment> {
        let moment = Moment::of_text(self.text()?);
        moment.ok_or_else(|| self.wrong("a time such as \"2026-11-21T15:18:06Z\""))
    }

    fn span(&self) -> Read<[u32; 2]> {
        let (start, end) = (
            At::field(self, "start")?.number()?,
            At::field(self, "end")?.number()?,
        );
        if start > end {
            return Err(self.wrong("a start that is not after the end"));
        }
        Ok([start, end])
    }

    fn place(&self) -> String {
        let mut place = self.above.map(|above| above.place()).unwrap_or_default();
        match self.step {
            Step::Root => {}
            Step::Key(key) if place.is_empty() => place.push_str(key),
            Step::Key(key) => place.extend([".", key]),
            Step::Item(nth) => place.extend(["[", &nth.to_string(), "]"]),
            Step::Body(nth) => place.extend([".body[", &nth.to_string(), "]"]),
        }
        place
    }

    fn wrong(&self, expected: &'static str) -> LoadError {
        let found = match self.value {
            Json::Text(text) | Json::Number(text) => excerpt(text),
            other => other.sort().to_owned(),
        };
        LoadError::Shape {
            place: named(self.place()),
            expected,
            found,
        }
    }

    fn wrong_key(&self, key: &str) -> LoadError {
        if !matches!(self.value, Json::Map(_)) {
            return self.wrong("an object");
        }
        let mut place = self.place();
        if !place.is_empty() {
            place.push('.');
        }
        place.push_str(key);
        LoadError::Shape {
            place,
            expected: "a value",
            found: "none".to_owned(),
        }
    }
}

fn named(place: String) -> String {
    if place.is_empty() {
        "the file".to_owned()
    } else {
        place
    }
}

/// Returns a text in quotes, cut where it is long.
fn excerpt(text: &str) -> String {
    const LONGEST_CHARACTERS: usize = 40;
    let mut short: String = text.chars().take(LONGEST_CHARACTERS).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    ["\"", &short, "\""].concat()
}
