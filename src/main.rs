//! Starts this wasm instance in its role. Today there is one: the page.

fn main() {
    #[cfg(target_arch = "wasm32")]
    vademecum_page::page::start();
    #[cfg(not(target_arch = "wasm32"))]
    println!("the page runs in a browser: `cargo xtask run` builds and serves it");
}
