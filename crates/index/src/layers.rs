//! Layers: sections that a reader may skip, put into a file after it was built.
//!
//! A layer says things about the texts (days, names, voices) in a form of its own; the index keeps its bytes
//! and looks into none of them. A file with layers is the same file with further sections, so that they
//! can be computed from the opened index and added, replaced or taken out without building it anew.

use crate::format::{Table, Writer, check_beginning};
use crate::{BuildError, Index, OpenError, Tag};

impl Index {
    /// Returns the bytes of a layer, as they were given to [`with_layers`]; `None` where the file has none of
    /// this tag.
    #[must_use]
    pub fn layer(&self, tag: Tag) -> Option<&[u8]> {
        let (_, span) = self.layers.iter().find(|(known, _)| *known == tag)?;
        Some(self.bytes.slice(*span))
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
/// let bytes = index::with_layers(&bytes, vec![(Tag(*b"days"), vec![0])])?;
/// assert_eq!(Index::open(bytes.into())?.layer(Tag(*b"days")), Some(&[0][..]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn with_layers(file: &[u8], layers: Vec<(Tag, Vec<u8>)>) -> Result<Vec<u8>, LayerError> {
    check_beginning(file, file.len() as u64)?;
    let table = match Table::read(file)? {
        Some(table) if table.length == file.len() => table,
        _ => {
            let expected = crate::format::file_length(file) as u64;
            let found = file.len() as u64;
            return Err(OpenError::Truncated { expected, found }.into());
        }
    };
    if let Some(&(tag, _)) = layers.iter().find(|(tag, _)| !tag.may_be_skipped()) {
        return Err(LayerError::Tag { tag });
    }
    let is_kept = |tag: Tag| !tag.may_be_skipped();
    let kept = table.entries.iter().filter(|entry| is_kept(entry.tag));
    let mut writer = Writer::new(table.analyzer, kept.clone().count() + layers.len());
    for entry in kept {
        let section = &file[entry.span.start as usize..entry.span.end as usize];
        writer.copy(entry.tag, section).map_err(too_large)?;
    }
    for (tag, bytes) in layers {
        writer.copy(tag, &bytes).map_err(too_large)?;
    }
    Ok(writer.finish())
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
        let first = with_layers(&plain, vec![(DAYS, vec![1, 2]), (NAMES, vec![])]);
        let first = first.expect("an index as built");
        let index = Index::open(first.clone().into()).expect("an index with layers");
        assert_eq!(index.layer(DAYS), Some(&[1, 2][..]));
        assert_eq!(index.layer(NAMES), Some(&[][..]));
        assert!(index.term_id("bridge").is_some());
        let second = with_layers(&first, vec![(NAMES, vec![3])]).expect("an index as opened");
        let index = Index::open(second.clone().into()).expect("an index with another layer");
        assert_eq!(
            (index.layer(DAYS), index.layer(NAMES)),
            (None, Some(&[3][..]))
        );
        assert_eq!(with_layers(&second, Vec::new()).as_ref(), Ok(&plain));
    }

    #[test]
    fn what_is_no_index_or_no_layer_is_refused() {
        assert_eq!(
            with_layers(b"text", Vec::new()),
            Err(LayerError::Open(OpenError::NotAnIndex))
        );
        let cut = &built()[..60];
        assert!(matches!(
            with_layers(cut, Vec::new()),
            Err(LayerError::Open(OpenError::Truncated { .. }))
        ));
        assert_eq!(
            with_layers(&built(), vec![(Tag(*b"DAYS"), Vec::new())]),
            Err(LayerError::Tag { tag: Tag(*b"DAYS") })
        );
    }
}
