//! Parts of a ZIP package, bounded so that a small file cannot become a huge one.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::limits;

/// An opened package.
#[derive(Debug)]
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    n_bytes: u64,
}

/// What to do about an encrypted package.
const WITHOUT_PASSWORD: &str = "open it with its password and save a copy without one";

/// Returns what to do about a package that is not read: `usual`, unless only a password is missing.
pub(crate) fn remedy<'r>(reason: &str, usual: &'r str) -> &'r str {
    match reason.contains("password") {
        true => WITHOUT_PASSWORD,
        false => usual,
    }
}

/// Why a part cannot be had, as a sentence that follows "this is a Word document and …".
pub(crate) type Reason = String;

impl<'b> Package<'b> {
    /// Opens a package.
    ///
    /// # Errors
    ///
    /// Why it is no package: cut off, damaged.
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, Reason> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| match error {
            ZipError::UnsupportedArchive(what) => {
                format!("it is packed in a way that is not read ({what})")
            }
            _ => "it is damaged or cut off: its list of parts is not to be found".to_owned(),
        })?;
        Ok(Self {
            archive,
            n_bytes: 0,
        })
    }

    /// Returns the text of a part, or nothing where there is no such part.
    ///
    /// # Errors
    ///
    /// A damaged or encrypted part, or one that unpacks to more than the limits allow.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, Reason> {
        Ok(self.bytes(name)?.map(|bytes| crate::xml::decoded(&bytes)))
    }

    /// As [`Self::text`], for parts whose encoding is not known.
    pub(crate) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Reason> {
        let index = self.archive.index_for_name(name).or_else(|| {
            // Some programs write other cases or a leading slash.
            let wanted = name.trim_start_matches('/');
            let position = |other: &str| other.trim_start_matches('/').eq_ignore_ascii_case(wanted);
            (0..self.archive.len()).find(|&index| {
                self.archive
                    .name_for_index(index)
                    .is_some_and(|name| name.is_ok_and(|name| position(&name)))
            })
        });
        let Some(index) = index else {
            return Ok(None);
        };
        let left = limits::PACKAGE_BYTES
            .saturating_sub(self.n_bytes)
            .min(limits::PART_BYTES);
        let part = self
            .archive
            .by_index(index)
            .map_err(|error| reason(name, &error))?;
        let mut bytes = Vec::new();
        part.take(left + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| format!("its part {name} is damaged ({error})"))?;
        let n_bytes = bytes.len() as u64;
        if n_bytes > left {
            return Err(format!(
                "its part {name} unpacks to more than {} MB",
                left >> 20
            ));
        }
        self.n_bytes += n_bytes;
        Ok(Some(bytes))
    }

    /// Returns the names of all parts, in the order of the package.
    pub(crate) fn names(&self) -> Vec<String> {
        self.archive
            .file_names()
            .filter_map(|name| Some(name.ok()?.into_owned()))
            .collect()
    }
}

fn reason(name: &str, error: &ZipError) -> Reason {
    match error {
        ZipError::UnsupportedArchive(what) if what.to_ascii_lowercase().contains("password") => {
            "it is encrypted with a password".to_owned()
        }
        ZipError::UnsupportedArchive(what) => {
            format!("its part {name} is packed in a way that is not read ({what})")
        }
        _ => format!("its part {name} is damaged ({error})"),
    }
}
