//! Documents as an Apache Parquet file: one row a document, strings and lists of strings, Snappy.
//!
//! Source: the Parquet format's specification of logical types (`STRING`; `LIST` in its three-level form) and of
//! repetition and definition levels, as in S. Melnik and others, "Dremel" (2010).

use super::record::{self, Column, Columns};
use anyhow::Result;
use index::{DocumentView, Index};
use parquet::basic::{Compression, LogicalType, Repetition, Type as PhysicalType};
use parquet::data_type::{ByteArray, ByteArrayType, DataType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;
use std::io::Write;
use std::sync::Arc;

/// Bytes of text from which a row group is written: what is held at a time, and what a reader reads at a time.
const GROUP_BYTES: usize = 32 << 20;

/// Writes the file. Memory: a row group.
pub(super) fn write(index: &Index, columns: &Columns, out: &mut (dyn Write + Send)) -> Result<()> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by("vademecum".to_owned())
        .build();
    let mut writer = SerializedFileWriter::new(out, schema(columns)?, Arc::new(properties))?;
    let (mut group, mut n_bytes) = (Vec::new(), 0);
    for document in index.documents() {
        n_bytes += document.text_bytes() as usize;
        group.push(document);
        if n_bytes >= GROUP_BYTES {
            write_group(&mut writer, &group, columns)?;
            (group, n_bytes) = (Vec::new(), 0);
        }
    }
    if !group.is_empty() {
        write_group(&mut writer, &group, columns)?;
    }
    writer.close()?;
    Ok(())
}

fn schema(columns: &Columns) -> Result<Arc<Type>, ParquetError> {
    let mut fields = vec![
        string("id", Repetition::REQUIRED)?,
        string("title", Repetition::REQUIRED)?,
        string("date", Repetition::OPTIONAL)?,
        string("date_first", Repetition::OPTIONAL)?,
        string("date_last", Repetition::OPTIONAL)?,
        string("lang", Repetition::OPTIONAL)?,
    ];
    for Column { name, is_list, .. } in &columns.columns {
        fields.push(match is_list {
            true => list(name)?,
            false => string(name, Repetition::OPTIONAL)?,
        });
    }
    let words = Type::primitive_type_builder("words", PhysicalType::INT32);
    fields.push(Arc::new(
        words.with_repetition(Repetition::REQUIRED).build()?,
    ));
    fields.push(string("text", Repetition::REQUIRED)?);
    let schema = Type::group_type_builder("documents").with_fields(fields);
    Ok(Arc::new(schema.build()?))
}

fn string(name: &str, repetition: Repetition) -> Result<Arc<Type>, ParquetError> {
    let builder = Type::primitive_type_builder(name, PhysicalType::BYTE_ARRAY)
        .with_repetition(repetition)
        .with_logical_type(Some(LogicalType::String));
    Ok(Arc::new(builder.build()?))
}

/// A list is never missing, only empty: what a document does not say is no value.
fn list(name: &str) -> Result<Arc<Type>, ParquetError> {
    let element = string("element", Repetition::REQUIRED)?;
    let repeated = Type::group_type_builder("list")
        .with_repetition(Repetition::REPEATED)
        .with_fields(vec![element]);
    let list = Type::group_type_builder(name)
        .with_repetition(Repetition::REQUIRED)
        .with_logical_type(Some(LogicalType::List))
        .with_fields(vec![Arc::new(repeated.build()?)]);
    Ok(Arc::new(list.build()?))
}

type FileWriter<'w> = SerializedFileWriter<&'w mut (dyn Write + Send)>;

fn write_group(
    writer: &mut FileWriter<'_>,
    group: &[DocumentView<'_>],
    columns: &Columns,
) -> Result<()> {
    let days: Vec<Option<(String, String)>> = group.iter().map(|it| record::days(*it)).collect();
    let first = days.iter().map(|days| Some(days.as_ref()?.0.as_str()));
    let last = days.iter().map(|days| Some(days.as_ref()?.1.as_str()));
    let mut row_group = writer.next_row_group()?;
    write_required(&mut row_group, group.iter().map(|it| it.id()))?;
    write_required(&mut row_group, group.iter().map(|it| it.title()))?;
    write_optional(&mut row_group, group.iter().map(|it| it.date()))?;
    write_optional(&mut row_group, first)?;
    write_optional(&mut row_group, last)?;
    write_optional(&mut row_group, group.iter().map(|it| it.lang()))?;
    let rows: Vec<Vec<Vec<&str>>> = group
        .iter()
        .map(|it| record::values(*it, columns))
        .collect();
    for (place, column) in columns.columns.iter().enumerate() {
        let values = rows.iter().map(|row| row[place].as_slice());
        match column.is_list {
            true => write_lists(&mut row_group, values)?,
            false => write_optional(&mut row_group, values.map(|it| it.first().copied()))?,
        }
    }
    let words = group
        .iter()
        .map(|it| i32::try_from(it.n_tokens()).unwrap_or(i32::MAX));
    let words: Vec<i32> = words.collect();
    write_column::<Int32Type>(&mut row_group, &words, None, None)?;
    write_required(&mut row_group, group.iter().map(|it| it.text()))?;
    row_group.close()?;
    Ok(())
}

fn write_required<'v>(
    group: &mut SerializedRowGroupWriter<'_, &mut (dyn Write + Send)>,
    values: impl Iterator<Item = &'v str>,
) -> Result<()> {
    let values: Vec<ByteArray> = values.map(ByteArray::from).collect();
    write_column::<ByteArrayType>(group, &values, None, None)
}

fn write_optional<'v>(
    group: &mut SerializedRowGroupWriter<'_, &mut (dyn Write + Send)>,
    values: impl Iterator<Item = Option<&'v str>>,
) -> Result<()> {
    let (mut written, mut levels) = (Vec::new(), Vec::new());
    for value in values {
        levels.push(i16::from(value.is_some()));
        written.extend(value.map(ByteArray::from));
    }
    write_column::<ByteArrayType>(group, &written, Some(&levels), None)
}

fn write_lists<'v>(
    group: &mut SerializedRowGroupWriter<'_, &mut (dyn Write + Send)>,
    lists: impl Iterator<Item = &'v [&'v str]>,
) -> Result<()> {
    let (mut written, mut levels, mut repeated) = (Vec::new(), Vec::new(), Vec::new());
    for list in lists {
        // An empty list takes one place, at which nothing is defined.
        for place in 0..list.len().max(1) {
            levels.push(i16::from(!list.is_empty()));
            repeated.push(i16::from(place > 0));
        }
        written.extend(list.iter().map(|value| ByteArray::from(*value)));
    }
    write_column::<ByteArrayType>(group, &written, Some(&levels), Some(&repeated))
}

fn write_column<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, &mut (dyn Write + Send)>,
    values: &[T::T],
    definition: Option<&[i16]>,
    repetition: Option<&[i16]>,
) -> Result<()> {
    if let Some(mut column) = group.next_column()? {
        column
            .typed::<T>()
            .write_batch(values, definition, repetition)?;
        column.close()?;
    }
    Ok(())
}
