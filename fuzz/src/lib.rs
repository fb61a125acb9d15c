//! What must hold for any input. The targets call this with inputs that libFuzzer makes; tests of the
//! crates call the same modules with the inputs kept in `regressions/`.

pub mod answers;
pub mod documents;
pub mod files;
pub mod layers;
pub mod opening;
pub mod parsing;
pub mod reading;
pub mod words;
