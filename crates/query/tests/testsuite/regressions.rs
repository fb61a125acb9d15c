//! Inputs that once broke the fuzz target `parse_query`.

use query::parse;
use std::path::Path;

#[test]
fn inputs_that_broke_the_parser_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/regressions/parse_query");
    let mut n_inputs = 0;
    for entry in
        std::fs::read_dir(folder).expect("the folder of regressions is part of the repository")
    {
        let path = entry.expect("the folder can be listed").path();
        let bytes = std::fs::read(&path).expect("an input can be read");
        let text = String::from_utf8_lossy(&bytes);
        let written = parse(&text).0.to_canonical();
        assert_eq!(
            parse(&written).0.to_canonical(),
            written,
            "{}",
            path.display()
        );
        n_inputs += 1;
    }
    assert!(n_inputs > 0);
}
