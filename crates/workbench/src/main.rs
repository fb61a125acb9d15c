//! The workbench's module: the page's own functions (`vademecum_page::page`), with every part registered.

#[cfg(target_arch = "wasm32")]
fn main() {
    workbench::parts::register();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("the workbench runs in a browser: `cargo xtask run` builds and serves it");
}
