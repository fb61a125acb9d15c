//! The bytes of a file as they arrive: kept once, checked once.

use crate::IndexBytes;
use crate::checksum::Checksum;
use crate::error::{OpenError, Place};
use crate::format::{FOOTER_BYTES, HEADER_BYTES, Table, check_beginning, file_length, u32_at};
use crate::index_bytes::FileBytes;

/// The most bytes that are reserved on the word of a header. Beyond that, as many as have arrived.
const RESERVED_BYTES: usize = 64 << 20;

/// A file of which any part may have arrived.
///
/// Header, table and checksums are checked as soon as they can be. What is wrong with them is told at
/// the end, in the order of `docs/FORMAT.md`, so that it does not depend on where the pieces were cut.
#[derive(Debug)]
pub(crate) struct Arrival {
    kept: Kept,
    /// Bytes that have arrived; more than are kept where the file is refused or too long.
    n_arrived: u64,
    table: Option<Table>,
    /// The first fault of header, table or checksums.
    error: Option<OpenError>,
    /// Sections whose checksum is right.
    n_checked_sections: usize,
    /// Bytes that checksums have been computed of.
    n_summed: usize,
    section: Checksum,
    whole: Checksum,
}

/// A file that is complete and has right checksums.
#[derive(Debug)]
pub(crate) struct Arrived {
    pub(crate) bytes: IndexBytes,
    pub(crate) table: Table,
    /// The checksum of the file.
    pub(crate) version: u32,
}

/// Where the bytes are.
#[derive(Debug)]
enum Kept {
    /// They were there from the beginning.
    Whole(IndexBytes),
    Growing(Vec<u8>),
}

impl Arrival {
    /// A file of which nothing has arrived.
    pub(crate) fn new() -> Self {
        Self::of(Kept::Growing(Vec::new()), 0)
    }

    /// A file of which all is there. Nothing is checked yet.
    pub(crate) fn whole(bytes: IndexBytes) -> Self {
        let n_arrived = bytes.as_slice().len() as u64;
        Self::of(Kept::Whole(bytes), n_arrived)
    }

    fn of(kept: Kept, n_arrived: u64) -> Self {
        Self {
            kept,
            n_arrived,
            table: None,
            error: None,
            n_checked_sections: 0,
            n_summed: 0,
            section: Checksum::new(),
            whole: Checksum::new(),
        }
    }

    /// Takes the bytes after those that have arrived. Those of a file that is refused are only counted.
    pub(crate) fn push(&mut self, mut piece: &[u8]) {
        self.n_arrived += piece.len() as u64;
        while !piece.is_empty() && self.error.is_none() {
            let wanted = self.wanted();
            let Kept::Growing(bytes) = &mut self.kept else {
                return;
            };
            let (now, later) = piece.split_at(piece.len().min(wanted.saturating_sub(bytes.len())));
            if now.is_empty() {
                return;
            }
            reserve(bytes, now.len(), wanted);
            bytes.extend_from_slice(now);
            piece = later;
            self.check();
        }
    }

    /// Returns how many bytes are to be kept, as far as that is known: the header, with it the table, with
    /// that the file.
    fn wanted(&self) -> usize {
        let bytes = self.bytes().0;
        match &self.table {
            Some(table) => table.length,
            None if bytes.len() < HEADER_BYTES => HEADER_BYTES,
            None => Table::end_from_header(bytes),
        }
    }

    /// Checks what can be checked of the bytes that are there. Cost: linear in those not yet checked.
    pub(crate) fn check(&mut self) {
        if self.error.is_none()
            && let Err(error) = self.check_arrived()
        {
            self.error = Some(error);
        }
    }

    fn check_arrived(&mut self) -> Result<(), OpenError> {
        let bytes = match &self.kept {
            Kept::Whole(bytes) => bytes.as_slice(),
            Kept::Growing(bytes) => bytes,
        };
        if self.table.is_none() {
            if bytes.len() < HEADER_BYTES {
                return Ok(());
            }
            // Whether the file is too short for a header is known at its end.
            check_beginning(bytes, u64::MAX)?;
            self.table = Table::read(bytes)?;
        }
        let Some(table) = &self.table else {
            return Ok(());
        };
        if self.n_summed == 0 {
            self.n_summed = table.end();
            self.whole.update(&bytes[..self.n_summed]);
        }
        for entry in &table.entries[self.n_checked_sections..] {
            let end = bytes.len().min(entry.span.end as usize);
            self.section.update(&bytes[self.n_summed..end]);
            self.n_summed = end;
            if end < entry.span.end as usize {
                return Ok(());
            }
            self.whole.combine(&self.section);
            compare(
                Place::Section(entry.tag),
                entry.checksum,
                std::mem::take(&mut self.section).value(),
            )?;
            self.n_checked_sections += 1;
        }
        if bytes.len() < table.length {
            return Ok(());
        }
        let expected = u32_at(bytes, table.length - FOOTER_BYTES);
        compare(Place::File, expected, self.whole.value())
    }

    /// Returns the bytes that are there.
    pub(crate) fn bytes(&self) -> FileBytes<'_> {
        FileBytes(match &self.kept {
            Kept::Whole(bytes) => bytes.as_slice(),
            Kept::Growing(bytes) => bytes,
        })
    }

    /// Returns the table, once it is there and as long as nothing wrong has been found.
    pub(crate) fn table(&self) -> Option<&Table> {
        self.table.as_ref().filter(|_| self.error.is_none())
    }

    /// Returns the end of the bytes that may be read: all, of a section that is complete those whose
    /// checksum is right.
    pub(crate) fn n_readable(&self) -> u32 {
        self.n_summed as u32
    }

    /// Returns the bytes that have arrived, and those of the whole file where that is known.
    pub(crate) fn progress(&self) -> (u64, Option<u64>) {
        let length = self.table().map(|table| table.length as u64);
        (self.n_arrived, length)
    }

    /// Checks that the file is complete and without fault up to its checksums.
    pub(crate) fn check_end(&mut self) -> Result<(), OpenError> {
        self.check();
        let bytes = self.bytes().0;
        check_beginning(bytes, self.n_arrived)?;
        let (expected, found) = (file_length(bytes) as u64, self.n_arrived);
        if found < expected {
            return Err(OpenError::Truncated { expected, found });
        }
        if found > expected {
            return Err(OpenError::TrailingBytes { expected, found });
        }
        match self.error.take() {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }

    /// Returns the file, which [`Arrival::check_end`] has accepted.
    pub(crate) fn into_arrived(self) -> Arrived {
        Arrived {
            bytes: match self.kept {
                Kept::Whole(bytes) => bytes,
                Kept::Growing(bytes) => bytes.into(),
            },
            table: self.table.unwrap_or_default(),
            version: self.whole.value(),
        }
    }
}

/// Makes room for `n` further bytes of `total`: for all of them at once where that is not too much to
/// believe, so that nothing is copied and nothing reserved in vain.
fn reserve(bytes: &mut Vec<u8>, n: usize, total: usize) {
    if bytes.capacity() - bytes.len() < n {
        let believed = RESERVED_BYTES.max(bytes.len() * 2).max(bytes.len() + n);
        bytes.reserve_exact(believed.min(total) - bytes.len());
    }
}

fn compare(section: Place, expected: u32, found: u32) -> Result<(), OpenError> {
    if expected == found {
        Ok(())
    } else {
        Err(OpenError::Checksum {
            section,
            expected,
            found,
        })
    }
}
