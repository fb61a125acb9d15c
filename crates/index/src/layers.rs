//! Layers: sections that a reader may skip, put into a file after it was built.
//!
//! A layer says things about the texts (days, names, voices) in a form of its own; the index keeps its bytes
//! and looks into none of them. A file with layers is the same file with further sections, so that they
//! can be computed from the opened index and added, replaced or taken out without building it anew.

use crate::checksum::Checksum;
use crate::format::{FOOTER_BYTES, Table, Writer, check_beginning, u32_at};
use crate::{BuildError, Index, OpenError, Tag};
use corpus::ByteSpan;

/// Names in a file of layers the index that they are about: its version, in four bytes.
const BOUND_TO: Tag = Tag(*b"indx");

impl Index {
    /// Returns the bytes of a layer, as they were given to [`with_layers`]; `None` where the file has none of
    /// this tag.
    #[must_use]
    pub fn layer(&self, tag: Tag) -> Option<&[u8]> {
        let (_, span) = self.layers.iter().find(|(known, _)| *known == tag)?;
        Some(self.bytes.slice(*span))
    }

    /// Returns the metadata keys that the publisher chose as filters, in the order of the page; `None` where
    /// none were chosen, and they go by their number of values.
    #[must_use]
    pub fn facets(&self) -> Option<impl Iterator<Item = &str>> {
        let names = std::str::from_utf8(self.layer(Tag::FACETS)?).ok()?;
        Some(names.split('\n'))
    }
}

/// Why layers could not be put into a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LayerError {
    /// The bytes are no index, as far as header and table tell.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The tag does not begin with a lower-case letter: a reader might not skip the section.
    #[error("the tag {tag} of a layer must begin with a lower-case letter")]
    Tag {
        /// The tag.
        tag: Tag,
    },
    /// The file would be larger than 32-bit offsets reach.
    #[error(transparent)]
    TooLarge(#[from] BuildError),
}

/// Returns an index with these layers, in the order given, in place of those it had.
///
/// Cost: copies the file once and computes its checksums; both are held at once.
///
/// # Errors
///
/// See [`LayerError`]. The sections are not looked into: what [`Index::open`] would find damaged is
/// copied with new checksums, so give this what a builder made or what was opened.
///
/// # Example
///
/// ```
/// use index::{BuildOptions, Index, IndexBuilder, Tag};
///
/// let bytes = IndexBuilder::new(BuildOptions::default()).finish()?;
/// let bytes = index::with_layers(&bytes, &[(Tag(*b"days"), vec![0])])?;
/// assert_eq!(Index::open(bytes.into())?.layer(Tag(*b"days")), Some(&[0][..]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn with_layers(file: &[u8], layers: &[(Tag, Vec<u8>)]) -> Result<Vec<u8>, LayerError> {
    check_beginning(file, file.len() as u64)?;
    let table = match Table::read(file)? {
        Some(table) if table.length == file.len() => table,
        _ => {
            let expected = crate::format::file_length(file) as u64;
            let found = file.len() as u64;
            return Err(OpenError::Truncated { expected, found }.into());
        }
    };
    check_tags(layers)?;
    // Which filters are offered the publisher chose; no layer says it anew.
    let is_kept = |tag: Tag| !tag.may_be_skipped() || tag == Tag::FACETS;
    let kept = table.entries.iter().filter(|entry| is_kept(entry.tag));
    let mut writer = Writer::new(table.analyzer, kept.clone().count() + layers.len());
    for entry in kept {
        let section = &file[entry.span.start as usize..entry.span.end as usize];
        writer.copy(entry.tag, section).map_err(too_large)?;
    }
    for (tag, bytes) in layers {
        writer.copy(*tag, bytes).map_err(too_large)?;
    }
    Ok(writer.finish())
}

fn check_tags(layers: &[(Tag, Vec<u8>)]) -> Result<(), LayerError> {
    match layers.iter().find(|(tag, _)| !tag.may_be_skipped()) {
        Some(&(tag, _)) => Err(LayerError::Tag { tag }),
        None => Ok(()),
    }
}

/// Returns layers as a file of their own, for a host that sends them after the index: a container as the
/// index's, bound to the index by its version.
///
/// # Errors
///
/// A tag that a reader might not skip, or more bytes than a file can have; see [`LayerError`].
pub fn layer_file(index: &Index, layers: &[(Tag, Vec<u8>)]) -> Result<Vec<u8>, LayerError> {
    check_tags(layers)?;
    let mut writer = Writer::new(analysis::ANALYZER_ID, layers.len() + 1);
    writer
        .copy(BOUND_TO, &index.version().to_le_bytes())
        .map_err(too_large)?;
    for (tag, bytes) in layers {
        writer.copy(*tag, bytes).map_err(too_large)?;
    }
    Ok(writer.finish())
}

/// Layers that came in a file of their own.
#[derive(Debug)]
pub struct LayerFile {
    bytes: Vec<u8>,
    sections: Vec<(Tag, ByteSpan)>,
}

/// Why bytes are not the layers of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LayerFileError {
    /// The bytes do not begin as a file of layers does, or are of another version of the program.
    #[error(
        "the file of days, names and quotations is of another kind or version; build the page again"
    )]
    Foreign,
    /// The bytes are cut or changed.
    #[error(
        "the file of days, names and quotations is damaged; reload the page, or build it again"
    )]
    Damaged,
    /// The layers are about other texts.
    #[error(
        "the days, names and quotations are of other texts (version {found:08x}, these are {expected:08x}); reload \
         the page, or build it again"
    )]
    OtherIndex {
        /// Version of the index.
        expected: u32,
        /// Version that the layers are bound to.
        found: u32,
    },
}

impl LayerFile {
    /// Opens what [`layer_file`] wrote for this index. Cost: a checksum over the bytes.
    ///
    /// # Errors
    ///
    /// See [`LayerFileError`]. What stands in the layers is checked by those who read them.
    pub fn open(bytes: Vec<u8>, index: &Index) -> Result<Self, LayerFileError> {
        match check_beginning(&bytes, bytes.len() as u64) {
            Ok(()) => {}
            Err(OpenError::Truncated { .. }) => return Err(LayerFileError::Damaged),
            Err(_) => return Err(LayerFileError::Foreign),
        }
        let table = match Table::read(&bytes) {
            Ok(Some(table)) if table.length == bytes.len() => table,
            _ => return Err(LayerFileError::Damaged),
        };
        let body = bytes.len() - FOOTER_BYTES;
        if Checksum::of(&bytes[..body]) != u32_at(&bytes, body) {
            return Err(LayerFileError::Damaged);
        }
        let sections: Vec<(Tag, ByteSpan)> = table
            .entries
            .iter()
            .map(|entry| (entry.tag, entry.span))
            .collect();
        let file = Self { bytes, sections };
        let bound_to = file.layer(BOUND_TO).and_then(|own| own.try_into().ok());
        let found = u32::from_le_bytes(bound_to.ok_or(LayerFileError::Foreign)?);
        let expected = index.version();
        if found != expected {
            return Err(LayerFileError::OtherIndex { expected, found });
        }
        Ok(file)
    }

    /// Returns the bytes of a layer; `None` where the file has none of this tag.
    #[must_use]
    pub fn layer(&self, tag: Tag) -> Option<&[u8]> {
        let (_, span) = self.sections.iter().find(|(known, _)| *known == tag)?;
        self.bytes.get(span.start as usize..span.end as usize)
    }
}

fn too_large(found: u64) -> BuildError {
    BuildError::TooLarge {
        found,
        limit: u64::from(u32::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BuildOptions, IndexBuilder};

    const DAYS: Tag = Tag(*b"days");
    const NAMES: Tag = Tag(*b"name");

    fn built() -> Vec<u8> {
        let mut builder = IndexBuilder::new(BuildOptions::default());
        builder.add(&corpus::Document {
            id: "a".into(),
            title: "The bridge".into(),
            ..corpus::Document::default()
        });
        builder.finish().expect("one document")
    }

    #[test]
    fn layers_are_read_back_and_replaced_and_leave_the_index_as_it_was() {
        let plain = built();
        let first = with_layers(&plain, &[(DAYS, vec![1, 2]), (NAMES, vec![])]);
        let first = first.expect("an index as built");
        let index = Index::open(first.clone().into()).expect("an index with layers");
        assert_eq!(index.layer(DAYS), Some(&[1, 2][..]));
        assert_eq!(index.layer(NAMES), Some(&[][..]));
        assert!(index.term_id("bridge").is_some());
        let second = with_layers(&first, &[(NAMES, vec![3])]).expect("an index as opened");
        let index = Index::open(second.clone().into()).expect("an index with another layer");
        assert_eq!(
            (index.layer(DAYS), index.layer(NAMES)),
            (None, Some(&[3][..]))
        );
        assert_eq!(with_layers(&second, &[]).as_ref(), Ok(&plain));
    }

    #[test]
    fn layers_of_their_own_file_are_bound_to_their_index() {
        let index = Index::open(built().into()).expect("an index");
        let bytes = layer_file(&index, &[(DAYS, vec![1, 2]), (NAMES, vec![])]).expect("two layers");
        let file = LayerFile::open(bytes.clone(), &index).expect("as written");
        assert_eq!(file.layer(DAYS), Some(&[1, 2][..]));
        assert_eq!(file.layer(NAMES), Some(&[][..]));
        assert_eq!(file.layer(Tag(*b"voic")), None);
        let other = IndexBuilder::new(BuildOptions::default()).finish();
        let other = Index::open(other.expect("no document").into()).expect("an index");
        assert!(matches!(
            LayerFile::open(bytes, &other),
            Err(LayerFileError::OtherIndex { .. })
        ));
    }

    #[test]
    fn layers_that_are_cut_changed_or_something_else_are_refused() {
        let index = Index::open(built().into()).expect("an index");
        let bytes = layer_file(&index, &[(DAYS, vec![1, 2])]).expect("a layer");
        for length in 0..bytes.len() {
            let cut = bytes[..length].to_vec();
            assert!(LayerFile::open(cut, &index).is_err(), "{length} bytes");
        }
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 0x10;
            assert!(LayerFile::open(changed, &index).is_err(), "byte {at}");
        }
        assert_eq!(
            LayerFile::open(built(), &index).err(),
            Some(LayerFileError::Foreign)
        );
        assert_eq!(
            layer_file(&index, &[(Tag(*b"DAYS"), Vec::new())]),
            Err(LayerError::Tag { tag: Tag(*b"DAYS") })
        );
    }

    #[test]
    fn what_is_no_index_or_no_layer_is_refused() {
        assert_eq!(
            with_layers(b"text", &[]),
            Err(LayerError::Open(OpenError::NotAnIndex))
        );
        let cut = &built()[..60];
        assert!(matches!(
            with_layers(cut, &[]),
            Err(LayerError::Open(OpenError::Truncated { .. }))
        ));
        assert_eq!(
            with_layers(&built(), &[(Tag(*b"DAYS"), Vec::new())]),
            Err(LayerError::Tag { tag: Tag(*b"DAYS") })
        );
    }
}
