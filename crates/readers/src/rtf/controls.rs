//! Control words and signs.

use super::{Reader, Target, of_charset, of_code_page};

impl Reader<'_, '_> {
    pub(super) fn control(&mut self) {
        let Some(&byte) = self.bytes.get(self.at) else {
            return;
        };
        if !byte.is_ascii_alphabetic() {
            self.at += 1;
            self.symbol(byte);
            return;
        }
        let rest = &self.bytes[self.at..];
        let n_letters = rest
            .iter()
            .take(40)
            .take_while(|b| b.is_ascii_alphabetic())
            .count();
        let word = String::from_utf8_lossy(&rest[..n_letters]).into_owned();
        self.at += n_letters;
        let rest = &self.bytes[self.at..];
        let sign = usize::from(rest.first() == Some(&b'-'));
        let n_digits = rest
            .iter()
            .skip(sign)
            .take(10)
            .take_while(|b| b.is_ascii_digit())
            .count();
        let number = (n_digits > 0)
            .then(|| {
                String::from_utf8_lossy(&rest[..sign + n_digits])
                    .parse::<i32>()
                    .ok()
            })
            .flatten();
        if n_digits > 0 {
            self.at += sign + n_digits;
        }
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        if !matches!(word.as_str(), "u" | "uc") {
            self.flush();
        }
        self.word(&word, number);
    }

    pub(super) fn symbol(&mut self, byte: u8) {
        match byte {
            b'\'' => {
                let digits = self
                    .bytes
                    .get(self.at..self.at + 2)
                    .and_then(|digits| std::str::from_utf8(digits).ok());
                if let Some(code) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                    self.at += 2;
                    self.byte(code);
                }
            }
            b'\\' | b'{' | b'}' => self.byte(byte),
            b'~' => self.sign(" "),
            b'_' => self.sign("-"),
            b'*' => {
                // A destination that readers may pass over; we know a few of them.
                let known = [b"\\pntext".as_slice(), b"\\shppict", b"\\listtext", b"\\ud"];
                let rest = &self.bytes[self.at..];
                if !known.iter().any(|word| rest.starts_with(word)) {
                    self.state_mut().target = Target::Skipped;
                }
            }
            b'\n' | b'\r' => self.paragraph(),
            _ => {}
        }
    }

    pub(super) fn sign(&mut self, text: &str) {
        if self.n_skip > 0 {
            self.n_skip -= 1;
            return;
        }
        self.flush();
        self.text(text);
    }

    pub(super) fn word(&mut self, word: &str, number: Option<i32>) {
        let value = number.unwrap_or(0);
        match word {
            "par" | "sect" | "page" => self.paragraph(),
            "line" => match self.state().target {
                Target::Body if self.writer.is_open() && !self.is_in_table => {
                    self.writer.line_break();
                }
                _ => self.text(" "),
            },
            "u" => self.unicode(value),
            "uc" => self.state_mut().n_fallback = usize::try_from(value).unwrap_or(1).min(16),
            "bin" => {
                self.at = self
                    .at
                    .saturating_add(usize::try_from(value).unwrap_or(0))
                    .min(self.bytes.len());
            }
            "cell" | "nestcell" => self.cell(),
            "row" => self.row(),
            _ => match sign_of(word) {
                Some(sign) => self.sign(sign),
                None => self.property(word, number),
            },
        }
    }

    /// Takes what a control word says of the text behind it.
    fn property(&mut self, word: &str, number: Option<i32>) {
        let value = number.unwrap_or(0);
        match word {
            "ansicpg" => {
                self.default_encoding = of_code_page(value);
                self.state_mut().encoding = self.default_encoding;
            }
            "mac" => self.default_encoding = encoding_rs::MACINTOSH,
            "f" => {
                self.font = value;
                let encoding = self
                    .fonts
                    .get(&value)
                    .copied()
                    .unwrap_or(self.default_encoding);
                self.state_mut().encoding = encoding;
            }
            "fcharset" if self.state().target == Target::Fonts => {
                if let Some(encoding) = of_charset(value) {
                    self.fonts.insert(self.font, encoding);
                }
            }
            "plain" => {
                self.state_mut().is_hidden = false;
                self.state_mut().encoding = self.default_encoding;
            }
            "v" | "deleted" => self.state_mut().is_hidden = number != Some(0),
            "pard" => {
                self.style = 0;
                self.outline = None;
                self.is_in_table = false;
                self.level = 0;
            }
            "s" => self.style = value,
            "outlinelevel" => self.outline = u8::try_from(value).ok().filter(|level| *level < 9),
            "ilvl" => self.level = u8::try_from(value).unwrap_or(0),
            "intbl" => self.is_in_table = true,
            "trowd" => {
                if !self.is_in_table {
                    self.n_cells = 0;
                    self.n_edges = 0;
                }
            }
            // What stands there in Unicode goes before the same in an old encoding.
            "ud" => self.value.clear(),
            "yr" => self.date[0] = value,
            "mo" => self.date[1] = value,
            "dy" => self.date[2] = value,
            _ => self.destination(word),
        }
    }

    pub(super) fn destination(&mut self, word: &str) {
        let is_info = self.state().is_info;
        let target = match word {
            "fonttbl" => Target::Fonts,
            "stylesheet" => Target::Styles,
            "footnote" => Target::Note,
            "pntext" | "listtext" => {
                self.label.clear();
                Target::Label
            }
            "info" => {
                self.state_mut().is_info = true;
                Target::Skipped
            }
            "title" if is_info => Target::Info("title"),
            "author" if is_info => Target::Info("author"),
            "subject" if is_info => Target::Info("subject-line"),
            "keywords" if is_info => Target::Info("tag"),
            "creatim" if is_info => Target::Info("date"),
            "colortbl" | "pict" | "object" | "header" | "headerl" | "headerr" | "headerf"
            | "footer" | "footerl" | "footerr" | "footerf" | "fldinst" | "listtable"
            | "listoverridetable" | "rsidtbl" | "themedata" | "generator" | "xmlnstbl"
            | "nonshppict" | "bkmkstart" | "bkmkend" | "annotation" | "atnid" | "atnauthor"
            | "revtbl" | "doccomm" | "operator" | "company" | "pgdsctbl" | "revtim" | "printim"
            | "ftnsep" | "ftnsepc" => Target::Skipped,
            _ => return,
        };
        self.value.clear();
        self.state_mut().target = target;
    }

    pub(super) fn unicode(&mut self, value: i32) {
        self.flush();
        self.n_skip = self.state().n_fallback;
        // Numbers are signed 16 bit; letters beyond come as two of them.
        let unit = u16::try_from(value.rem_euclid(0x1_0000)).unwrap_or(0xFFFD);
        let units = [self.high.take().unwrap_or(unit), unit];
        if (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        let units = if units[0] == unit {
            &units[1..]
        } else {
            &units[..]
        };
        let text = String::from_utf16_lossy(units);
        self.text(&text);
    }
}

/// Returns the sign that a control word stands for.
fn sign_of(word: &str) -> Option<&'static str> {
    Some(match word {
        "tab" | "emspace" | "enspace" | "qmspace" => " ",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        _ => return None,
    })
}
