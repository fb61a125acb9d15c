//! The bytes of an index, wherever they live.

use std::sync::Arc;

use corpus::ByteSpan;

/// The bytes of an index: compiled into the program, or owned and shared.
///
/// A clone shares the bytes.
#[derive(Clone)]
pub enum IndexBytes {
    /// Bytes that live as long as the program, such as those of `include_bytes!`.
    Static(&'static [u8]),
    /// Bytes read at run time. A vector behind the `Arc`, so that taking one over copies nothing: in a
    /// browser memory that was needed once is never given back.
    Owned(Arc<Vec<u8>>),
}

impl IndexBytes {
    /// Returns all bytes.
    #[must_use]
    pub fn as_slice(&self) -> &[u8] {
        match self {
            Self::Static(bytes) => bytes,
            Self::Owned(bytes) => bytes,
        }
    }

    /// Returns the bytes of `span`, or none where it does not fit.
    pub(crate) fn slice(&self, span: ByteSpan) -> &[u8] {
        FileBytes(self.as_slice()).slice(span)
    }

    /// Returns the text of `span`, which opening has checked; what does not fit is empty.
    ///
    /// Cost: linear in the span, because UTF-8 is checked again instead of trusting it unsafely.
    pub(crate) fn text(&self, span: ByteSpan) -> &str {
        FileBytes(self.as_slice()).text(span)
    }
}

/// The beginning of a file, or all of it, by places in the file. Copies are free.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FileBytes<'b>(pub(crate) &'b [u8]);

impl<'b> FileBytes<'b> {
    /// Returns the bytes of `span`, or none where it does not fit.
    pub(crate) fn slice(self, span: ByteSpan) -> &'b [u8] {
        self.0
            .get(span.start as usize..span.end as usize)
            .unwrap_or(&[])
    }

    /// Returns the text of `span`; what does not fit or is not UTF-8 is empty. Cost: linear in the span.
    pub(crate) fn text(self, span: ByteSpan) -> &'b str {
        std::str::from_utf8(self.slice(span)).unwrap_or("")
    }
}

impl From<Vec<u8>> for IndexBytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Owned(Arc::new(bytes))
    }
}

impl From<&'static [u8]> for IndexBytes {
    fn from(bytes: &'static [u8]) -> Self {
        Self::Static(bytes)
    }
}

impl<const N: usize> From<&'static [u8; N]> for IndexBytes {
    fn from(bytes: &'static [u8; N]) -> Self {
        Self::Static(bytes)
    }
}

impl std::fmt::Debug for IndexBytes {
    /// Writes the number of bytes, not the bytes.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "IndexBytes({})", self.as_slice().len())
    }
}

/// One section of an index as the terms' fst holds it: shared bytes and a place in them.
#[derive(Debug, Clone)]
pub struct Slice {
    pub(crate) bytes: IndexBytes,
    pub(crate) span: ByteSpan,
}

impl AsRef<[u8]> for Slice {
    fn as_ref(&self) -> &[u8] {
        self.bytes.slice(self.span)
    }
}
