//! The versions of every tool that is not a crate of this workspace, in one place.
//!
//! The version of `wasm-bindgen` is not here: it has to be the one in `Cargo.lock`.

/// The bundler of the hosted page.
pub(crate) const TRUNK: &str = "0.21.14";

/// The checker of dependencies.
pub(crate) const CARGO_DENY: &str = "0.20.2";

/// What `wasm-opt --version` has to name. npm's `binaryen` package has the same number.
///
/// Debian 12 has 108, which miscompiles what wasm-bindgen 0.2.130 writes: it moves the export
/// of the table of externrefs to the table of functions, and the page dies on its first call.
pub(crate) const WASM_OPT: u32 = 132;

/// The oldest Node whose test runner and `zlib` the browser tests and the size report need.
pub(crate) const NODE_MAJOR: u32 = 20;

/// The target of the page.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";
