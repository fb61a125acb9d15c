//! Inputs that once broke the fuzz target `layers`, and others of their kind.

use std::path::Path;

#[path = "../../../fuzz/src/layers.rs"]
#[expect(
    unreachable_pub,
    reason = "the claims are a library of the fuzz targets"
)]
mod layers;

#[test]
fn kept_inputs_hold_every_claim() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/regressions/layers");
    let mut n_inputs = 0;
    for entry in
        std::fs::read_dir(folder).expect("the folder of regressions is part of the repository")
    {
        let path = entry.expect("the folder can be listed").path();
        let bytes = std::fs::read(&path).expect("an input can be read");
        for kind in 0..4 {
            layers::check(&bytes, kind);
        }
        n_inputs += 1;
    }
    assert!(n_inputs > 0);
}
