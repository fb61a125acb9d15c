//! Inputs that once broke the fuzz target `files`, and others of their kind.

use std::path::Path;

#[path = "../../../fuzz/src/documents.rs"]
#[expect(
    unreachable_pub,
    reason = "the claims are a library of the fuzz targets"
)]
mod documents;
#[path = "../../../fuzz/src/files.rs"]
#[expect(
    unreachable_pub,
    reason = "the claims are a library of the fuzz targets"
)]
mod files;

#[test]
fn kept_inputs_hold_every_claim() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/regressions/files");
    let mut n_inputs = 0;
    for entry in
        std::fs::read_dir(folder).expect("the folder of regressions is part of the repository")
    {
        let path = entry.expect("the folder can be listed").path();
        let bytes = std::fs::read(&path).expect("an input can be read");
        for kind in 0..16 {
            files::check(&bytes, kind);
        }
        n_inputs += 1;
    }
    assert!(n_inputs > 0);
}
