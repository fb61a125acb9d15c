//! Tables of office documents: rows of cells that hold paragraphs.

use corpus::BlockKind;
use roxmltree::Node;

/// Who writes the cells of a table.
pub(crate) trait CellWriter<'a, 'i> {
    /// Opens a row.
    fn open_row(&mut self, kind: BlockKind);
    /// Sets a cell off from the one before it.
    fn cell_edge(&mut self);
    /// Writes what a cell holds.
    fn cell(&mut self, cell: Node<'a, 'i>);
    /// Closes the row.
    fn close_row(&mut self);
}

/// Writes a table, its first row as the header. Rows of one cell each are layout: their paragraphs stand alone.
pub(crate) fn write_rows<'a, 'i>(
    writer: &mut dyn CellWriter<'a, 'i>,
    rows: Vec<Vec<Node<'a, 'i>>>,
) {
    let is_layout = rows.iter().all(|cells| cells.len() < 2);
    for (index, cells) in rows.into_iter().enumerate() {
        if is_layout {
            cells.into_iter().for_each(|cell| writer.cell(cell));
            continue;
        }
        writer.open_row(if index == 0 {
            BlockKind::TableHeader
        } else {
            BlockKind::TableRow
        });
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                writer.cell_edge();
            }
            writer.cell(cell);
        }
        writer.close_row();
    }
}

/// Writes cells through the writer of a walk that counts its open rows.
macro_rules! writes_cells {
    ($walk:ident) => {
        impl<'a, 'i> crate::office_tables::CellWriter<'a, 'i> for $walk<'_, '_, 'a, 'i> {
            fn open_row(&mut self, kind: corpus::BlockKind) {
                self.writer.open(kind);
                self.rows += 1;
            }

            fn cell_edge(&mut self) {
                self.writer.cell_edge();
            }

            fn cell(&mut self, cell: roxmltree::Node<'a, 'i>) {
                self.blocks(cell);
            }

            fn close_row(&mut self) {
                self.rows -= 1;
                self.writer.close();
            }
        }
    };
}

pub(crate) use writes_cells;
