//! Glyphs of a page with their places.

use pdf_extract::{Document as Pdf, MediaBox, OutputDev, OutputError, Transform, output_doc_page};

/// Most glyphs of a page that are looked at; a page of print has some 5000.
const MOST_GLYPHS: usize = 400_000;

/// One glyph; units are points, `y` grows upwards from the foot of the page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    pub(super) text: String,
    pub(super) x0: f64,
    pub(super) x1: f64,
    pub(super) y: f64,
    pub(super) size: f64,
}

/// The glyphs of a page in the order in which they are drawn.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) height: f64,
}

/// Returns the glyphs of a page, or nothing where it is damaged. May panic.
pub(super) fn of_page(pdf: &Pdf, number: u32) -> Option<Page> {
    let mut gathered = Gathered::default();
    output_doc_page(pdf, &mut gathered, number).ok()?;
    Some(gathered.page())
}

#[derive(Debug, Default)]
struct Gathered {
    upright: Vec<Glyph>,
    /// Glyphs that run up or down the page, as if the page were turned.
    turned: Vec<Glyph>,
    height: f64,
    width: f64,
}

impl Gathered {
    /// Returns what runs the way most of the page does; stamps along the edge run another.
    fn page(self) -> Page {
        let is_turned = self.turned.len() > self.upright.len();
        let (glyphs, height) = match is_turned {
            true => (self.turned, self.width),
            false => (self.upright, self.height),
        };
        Page { glyphs, height }
    }
}

impl OutputDev for Gathered {
    fn begin_page(
        &mut self,
        _page_num: u32,
        media_box: &MediaBox,
        _art_box: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.height = (media_box.ury - media_box.lly).abs();
        self.width = (media_box.urx - media_box.llx).abs();
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        transform: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        if self.upright.len() + self.turned.len() >= MOST_GLYPHS || text.is_empty() {
            return Ok(());
        }
        let (along_x, along_y) = (transform.m11 * font_size, transform.m12 * font_size);
        let size = (transform.m21 * font_size).hypot(transform.m22 * font_size);
        let length = along_x.hypot(along_y);
        if !(size.is_finite()
            && length.is_finite()
            && transform.m31.is_finite()
            && transform.m32.is_finite())
        {
            return Ok(());
        }
        let advance = width * length;
        let is_turned = along_y.abs() > along_x.abs() * 2.0;
        let (x, y) = match (is_turned, along_y > 0.0) {
            (false, _) => (transform.m31, transform.m32),
            (true, true) => (transform.m32, -transform.m31 + self.width),
            (true, false) => (-transform.m32 + self.height, transform.m31),
        };
        let glyph = Glyph {
            text: text.to_owned(),
            x0: x,
            x1: x + advance,
            y,
            size,
        };
        match is_turned {
            true => self.turned.push(glyph),
            false => self.upright.push(glyph),
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
