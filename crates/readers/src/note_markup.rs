//! What note programs and site generators add to Markdown, written as the text that their readers see.
//!
//! Obsidian: `[[Page|label]]`, `![[embed]]`, `==marked==`, `%%comment%%`, `> [!note] callout`, `^block-id`. GitHub and
//! mdBook: callouts, `{{#include …}}`. Hugo and Jekyll: `{{< … >}}`, `{{% … %}}`, `{% … %}`. Code is left alone, and
//! every line stays the line that it was, so that messages name the right one.

/// Furthest that the end of a mark is looked for, in bytes: no line of millions of open marks takes long.
const FURTHEST: usize = 2048;

/// Marks that stand for something that is not in the text: their beginnings and ends.
const ORDERS: [(&str, &str); 4] = [("{{<", ">}}"), ("{{%", "%}}"), ("{{#", "}}"), ("{%", "%}")];

/// Returns the text without these marks; tells each that was found, as it was and as it is.
pub(crate) fn without(text: &str, each: &mut dyn FnMut(&str, &str)) -> String {
    let mut plain = Plain {
        out: String::with_capacity(text.len()),
        each,
        has_comments: true,
    };
    let mut fence: Option<&str> = None;
    let mut rest = text;
    while !rest.is_empty() {
        let line_end = rest.find('\n').map_or(rest.len(), |at| at + 1);
        let line = &rest[..line_end];
        let mark = fence_of(line);
        match (fence, mark) {
            (None, None) => {
                rest = plain.line(rest);
                continue;
            }
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if mark.starts_with(open) && line.trim() == mark => {
                fence = None;
            }
            (Some(_), _) => {}
        }
        plain.out.push_str(line);
        rest = &rest[line_end..];
    }
    plain.out
}

/// Returns the backquotes or tildes that open or close a block of code.
fn fence_of(line: &str) -> Option<&str> {
    let line = line.trim_start_matches([' ', '>']);
    let marks = line.len() - line.trim_start_matches('`').len();
    let marks = marks.max(line.len() - line.trim_start_matches('~').len());
    (marks >= 3).then(|| &line[..marks])
}

struct Plain<'e> {
    out: String,
    each: &'e mut dyn FnMut(&str, &str),
    /// Whether a comment may still be closed in what is left.
    has_comments: bool,
}

impl Plain<'_> {
    /// Writes the line at the start of `text`, and those that its marks reach into. Returns what is left.
    fn line<'t>(&mut self, text: &'t str) -> &'t str {
        let (mut rest, ends_hard) = self.callout(text);
        while let Some(at) = rest.find(['`', '%', '!', '[', '=', '{', '^', '\n']) {
            self.out.push_str(&rest[..at]);
            rest = &rest[at..];
            if let Some(after) = rest.strip_prefix('\n') {
                self.out.push_str(if ends_hard { "  \n" } else { "\n" });
                return after;
            }
            rest = match self.mark(rest) {
                Some(after) => after,
                None => {
                    // All of these are one byte long.
                    self.out.push_str(&rest[..1]);
                    &rest[1..]
                }
            };
        }
        self.out.push_str(rest);
        ""
    }

    /// Writes the mark at the start of `rest`, if there is one. Returns what follows it.
    fn mark<'t>(&mut self, rest: &'t str) -> Option<&'t str> {
        match rest.as_bytes()[0] {
            b'`' => self.code(rest),
            b'%' => self.comment(rest),
            b'!' => self.replaced(rest, "![[", "]]", |_| ""),
            b'[' => self.replaced(rest, "[[", "]]", label),
            b'=' => self.marked(rest),
            b'{' => ORDERS
                .iter()
                .find_map(|(start, end)| self.replaced(rest, start, end, |_| "")),
            b'^' => self.block_id(rest),
            _ => None,
        }
    }

    /// Copies code within a line, or backquotes that open none.
    fn code<'t>(&mut self, rest: &'t str) -> Option<&'t str> {
        let after = rest.trim_start_matches('`');
        let marks = &rest[..rest.len() - after.len()];
        let length = within(after).find(marks);
        let end = marks.len() + length.map_or(0, |length| length + marks.len());
        self.out.push_str(&rest[..end]);
        Some(&rest[end..])
    }

    /// Leaves out what stands between `%%`, but for its line ends; it is not meant for readers.
    fn comment<'t>(&mut self, rest: &'t str) -> Option<&'t str> {
        let inner = rest.strip_prefix("%%").filter(|_| self.has_comments)?;
        let Some(end) = inner.find("%%") else {
            self.has_comments = false;
            return None;
        };
        let n_lines = inner[..end].matches('\n').count();
        self.out.extend(std::iter::repeat_n('\n', n_lines));
        (self.each)("%%…%%", "");
        Some(&inner[end + 2..])
    }

    /// Writes what `shown` makes of the inside of a mark, with as many line ends as the mark has.
    fn replaced<'t>(
        &mut self,
        rest: &'t str,
        start: &str,
        end: &str,
        shown: fn(&str) -> &str,
    ) -> Option<&'t str> {
        let inner = rest.strip_prefix(start)?;
        let length = within(inner).find(end)?;
        let is_of_one_line = start.ends_with('[');
        // `[[1]](address)` is a link of Markdown whose text stands in brackets.
        let is_link = inner[length + end.len()..].starts_with('(') || inner.starts_with('^');
        if is_of_one_line && (is_link || inner[..length].contains(['\n', '['])) {
            return None;
        }
        let whole = &rest[..start.len() + length + end.len()];
        let text = shown(&inner[..length]);
        self.out.push_str(text);
        let n_lines = whole.matches('\n').count();
        self.out.extend(std::iter::repeat_n('\n', n_lines));
        (self.each)(whole, text);
        Some(&rest[whole.len()..])
    }

    /// Writes what stands between `==` without them.
    fn marked<'t>(&mut self, rest: &'t str) -> Option<&'t str> {
        let inner = rest.strip_prefix("==")?;
        let is_edge = |c: char| c.is_whitespace() || c == '=';
        if self.out.ends_with('=') || inner.starts_with(is_edge) {
            return None;
        }
        let length = first_line(within(inner)).find("==")?;
        let text = &inner[..length];
        if text.ends_with(is_edge) || inner[length + 2..].starts_with('=') {
            return None;
        }
        let mut line = text;
        while !line.is_empty() {
            line = self.line(line);
        }
        (self.each)(&rest[..length + 4], text);
        Some(&inner[length + 2..])
    }

    /// Leaves out the name of a block at the end of its line.
    fn block_id<'t>(&mut self, rest: &'t str) -> Option<&'t str> {
        let line = first_line(within(&rest[1..]));
        let name = line.trim_end();
        let is_name = (4..FURTHEST / 2).contains(&name.len())
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !is_name || !self.out.ends_with(' ') {
            return None;
        }
        (self.each)(&rest[..=name.len()], "");
        Some(&rest[1 + line.len()..])
    }

    /// Writes the title of a callout, or its kind where it has none. Returns what is left of the line, and whether
    /// its end parts it from the lines below.
    fn callout<'t>(&mut self, text: &'t str) -> (&'t str, bool) {
        let quoted = text.trim_start_matches([' ', '>']);
        let quote = &text[..text.len() - quoted.len()];
        let kind = quoted
            .strip_prefix("[!")
            .filter(|_| quote.contains('>'))
            .and_then(|inner| Some((inner, within(inner).find(']')?)));
        let Some((inner, length)) = kind else {
            return (text, false);
        };
        let kind = inner[..length].split('|').next().unwrap_or("");
        let is_kind = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        if kind.is_empty() || !kind.chars().all(is_kind) {
            return (text, false);
        }
        let title = inner[length + 1..].trim_start_matches(['+', '-']);
        let title = title.trim_start_matches([' ', '\t']);
        self.out.push_str(quote);
        if title.is_empty() || title.starts_with(['\n', '\r']) {
            let mut letters = kind.chars();
            self.out
                .extend(letters.next().into_iter().flat_map(char::to_uppercase));
            self.out.push_str(&letters.as_str().to_lowercase());
        }
        (self.each)(&quoted[..length + 3], "");
        (title, true)
    }
}

/// Returns what a reader sees of a link to another page.
fn label(inner: &str) -> &str {
    let (target, label) = inner.split_once('|').unwrap_or((inner, ""));
    let (page, part) = target.split_once('#').unwrap_or((target, ""));
    match (label.trim(), page.trim()) {
        ("", "") => part.trim_start_matches(['^', '#']).trim(),
        ("", page) => page,
        (label, _) => label,
    }
}

fn first_line(text: &str) -> &str {
    text.split('\n').next().unwrap_or("")
}

/// Returns the part of a text in which the end of a mark is looked for.
fn within(text: &str) -> &str {
    &text[..text.floor_char_boundary(FURTHEST)]
}

#[cfg(test)]
mod tests {
    use super::without;

    fn check(text: &str, expected: &str) {
        let mut n_found = 0;
        assert_eq!(without(text, &mut |_, _| n_found += 1), expected);
        assert_eq!(n_found > 0, text != expected, "{text}");
    }

    #[test]
    fn links_of_notes_read_as_what_they_show() {
        check(
            "See [[Homs]], [[Homs#Roads|the roads]].",
            "See Homs, the roads.",
        );
        check("[[#Roads]] and ![[map.png]]here", "Roads and here");
        check("a [x](y), [[no end, [[a]] b", "a [x](y), [[no end, a b");
        check(
            "It was ==wide [[Homs|open]]== then. ^1a2b\nNext",
            "It was wide open then. \nNext",
        );
        check("a[[1]](#x) and [[^1]]", "a[[1]](#x) and [[^1]]");
        check("if a == b and c == d", "if a == b and c == d");
    }

    #[test]
    fn what_is_not_meant_for_readers_is_left_out() {
        check("One %%private%% two", "One  two");
        check("One\n%%\nprivate\n%%\ntwo", "One\n\n\n\ntwo");
        check("100 %% never closed", "100 %% never closed");
        check(
            "A {{< figure src=\"x\" >}}B{{% note %}}C{{% /note %}}{% raw %}",
            "A BC",
        );
        check("{{#include a.md}}\n{{ name }}", "\n{{ name }}");
    }

    #[test]
    fn callouts_have_their_title_on_a_line_of_its_own() {
        check(
            "> [!note] The road\n> was open.",
            "> The road  \n> was open.",
        );
        check("> [!WARNING]-\n> Shut.", "> Warning  \n> Shut.");
        check("> [!not a kind] x", "> [!not a kind] x");
    }

    #[test]
    fn code_is_left_alone() {
        check("`[[a]]` and ``x ` [[b]]``", "`[[a]]` and ``x ` [[b]]``");
        check("```\n[[a]] %%b%%\n```\n", "```\n[[a]] %%b%%\n```\n");
        check("~~~~\n~~~\n[[a]]\n~~~~\n[[b]]", "~~~~\n~~~\n[[a]]\n~~~~\nb");
    }

    #[test]
    fn a_million_open_marks_take_no_time() {
        for mark in ["[[", "==x", "%%", "{{<", "`", "> [!", "![["] {
            let text = mark.repeat(100_000);
            assert!(without(&text, &mut |_, _| ()).len() <= text.len());
        }
    }
}
