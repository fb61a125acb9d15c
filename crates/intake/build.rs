//! Gives the module the stack that parsers of others need: they follow nested elements by recursion.

/// As much as [`readers`] gives a thread would not fit every browser's own stack; this is what they survive.
const STACK_BYTES: u32 = 16 << 20;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo::rustc-link-arg-cdylib=-zstack-size={STACK_BYTES}");
    }
}
